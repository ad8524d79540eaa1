"""The patterns of what states and people do: events, pacts, documents, offices. See `questions`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from ...model.entities import Entity
from ...model.membership import membership_pattern
from ...rdf.terms import sparql_term
from ..logic.logical_form import (
    Bound,
    DealtWith,
    Documents,
    Extreme,
    OneOf,
    Pact,
    Related,
    RepresentedIn,
    ShareOf,
    Signed,
    Than,
)
from .counts import Narrow, compared_among
from .restrictions import located, narrowed
from .written import Written, apart, filter_of, joined, values_of

__all__ = [
    "binary_fact",
    "dealt_with",
    "officers",
    "pact",
    "related",
    "represented_in",
    "share_of",
    "signed",
    "took_part",
]


def took_part(events: Sequence[Entity], attended: bool, one: str) -> Written:
    event = values_of("event", events)

    def pattern(kind: str) -> str:
        return f"{event}\n?fact a {kind} ; blocs:event ?event ; blocs:participant {one} ."

    yes, no = ("blocs:Attendance", "blocs:Absence") if attended else ("blocs:Absence", "blocs:Attendance")
    return Written(pattern(yes), denial=pattern(no))


def dealt_with(condition: DealtWith, one: str) -> Written:
    event = f"{values_of('event', condition.events)}\n" if condition.events else ""
    term = sparql_term(condition.participant.term)
    pattern = (
        f"{event}{{ ?event schema:organizer {term} }} UNION {{ ?took a blocs:Attendance ; blocs:event ?event ;"
        f" blocs:participant {term} . {term} a blocs:Group }}\n?event schema:about {one} ."
    )
    return Written(pattern, f"{pattern}\n{binary_fact('?event', 'schema:about', one)}")


def pact(condition: Pact, one: str) -> Written:
    """Two memberships of one alliance with the same promise, both of the period and neither over before the other begins."""
    period, state = condition.period, sparql_term(condition.state.term)
    lines = []
    for node, member in (("own", state), ("other", one)):
        lines += [
            f"?{node} org:member {member} ; org:organization ?pact ; blocs:obligation blocs:{condition.obligation} ;"
            f" a org:Membership .\nOPTIONAL {{ ?{node} schema:startDate ?{node}Start }}"
            f" OPTIONAL {{ ?{node} schema:endDate ?{node}End }}\n{period.sparql(f'{node}Start', f'{node}End')}"
        ]
    begun = [
        f'COALESCE(STR(?{first}Start), "") <= CONCAT(COALESCE(STR(?{second}End), ""), "~")'
        for first, second in (("own", "other"), ("other", "own"))
    ]
    pattern = "\n".join([*lines, f"FILTER({one} != {state} && {' && '.join(begun)})"])
    return Written(pattern, f"{pattern}\n{{ BIND(?own AS ?fact) }} UNION {{ BIND(?other AS ?fact) }}")


def related(condition: Related, one: str) -> Written:
    """A property in either direction; the fact is the node that says where the triple stands."""
    entities = condition.entities
    given = sparql_term(entities[0].term) if len(entities) == 1 else "?given"
    subject, object_ = (one, given) if condition.inverse else (given, one)
    pattern = f"{subject} {condition.path} {object_} ."
    if len(entities) != 1:
        pattern = f"{values_of('given', entities)} {pattern}"
    if condition.planned:
        pattern += f" {given} blocs:basis blocs:planned ."
    if "/" in condition.path:
        return Written(pattern, f"{pattern}\nBIND({one} AS ?fact)")  # no one fact leads there: it speaks for itself
    return Written(pattern, f"{pattern}\n{binary_fact(subject, condition.path, object_)}")


def binary_fact(subject: str, predicate: str, object_: str) -> str:
    """The pattern that finds `?fact`, the node that says where a triple stands.

    >>> binary_fact(":cis-dmc", "org:subOrganizationOf", ":cis")
    '?fact rdf:subject :cis-dmc ; rdf:predicate org:subOrganizationOf ; rdf:object :cis .'
    """
    return f"?fact rdf:subject {subject} ; rdf:predicate {predicate} ; rdf:object {object_} ."


def signed(condition: Signed, one: str, compared: Narrow) -> Written:
    """Who signed so much; another figure denies it."""
    has = f"?fact a blocs:SigningShare ; blocs:signatory {one} ; blocs:percent ?percent ."
    has += _documents(condition.documents, "?fact")
    match condition.share:
        case Bound() as bound:
            test = filter_of(bound, "?percent")
        case Than(sign, state):
            test = (
                f"?their a blocs:SigningShare ; blocs:signatory {sparql_term(state.term)} ; blocs:percent ?theirs ."
                f"{_documents(condition.documents, '?their', 'Their')}"
                f" FILTER(?percent {sign} ?theirs) FILTER({one} != {sparql_term(state.term)})"
            )
        case Extreme(most):
            rivals = compared_among(condition.among, "?rival", compared)
            own = compared_among(condition.among, one, lambda c, which: apart(compared(c, which), which, "Own"))
            test = (
                f"{own}{{ SELECT ({'MAX' if most else 'MIN'}(?theirs) AS ?best) WHERE {{ ?other a blocs:SigningShare ;"
                f" blocs:signatory ?rival ; blocs:percent ?theirs .{_documents(condition.documents, '?other')}\n{rivals} }} }}"
                f"\nFILTER(?percent = ?best){_all_have_figures(condition)}"
            )
        case _:
            assert_never(condition.share)
    within = joined(apart(narrowed(c, one), one, "Own") for c in condition.among)
    unsaid = f"{one} a schema:Country . FILTER NOT EXISTS {{ ?any a blocs:SigningShare ; blocs:signatory {one} }}"
    return Written(f"{has}\n{test}", denial=has, no_figure=f"{within}\n{unsaid}")


def _all_have_figures(condition: Signed) -> str:
    """That there is a figure of each state that is compared by name: of one without, nobody knows how it compares."""
    named = [entity for c in condition.among if isinstance(c, OneOf) for entity in c.entities]
    if not named:
        return ""
    theirs = f"?its a blocs:SigningShare ; blocs:signatory ?named .{_documents(condition.documents, '?its', 'Its')}"
    return f" FILTER NOT EXISTS {{ {values_of('named', named)} FILTER NOT EXISTS {{ {theirs} }} }}"


def share_of(condition: ShareOf, one: str) -> str:
    """The figure that is given of what a state signed."""
    share = f"?fact a blocs:SigningShare ; blocs:signatory ?state ; blocs:percent {one} ."
    return f"{values_of('state', [condition.state])} {share}{_documents(condition.documents, '?fact')}"


def _documents(documents: Documents, fact: str, suffix: str = "") -> str:
    """Of which documents a figure speaks."""
    pattern = ""
    if documents.events:
        pattern += f" {values_of(f'occasion{suffix}', documents.events)} {fact} blocs:event ?occasion{suffix} ."
    if documents.place is not None:
        pattern += f" {located(f'{fact} blocs:event/schema:location', documents.place)}"
    if documents.document is not None:
        pattern += f" {fact} blocs:documents {sparql_term(documents.document.term)} ."
    return pattern


def officers(body: Entity, so: bool, one: str) -> str:
    kind = "blocs:Representation" if so else "blocs:NonRepresentation"
    return f"?fact a {kind} ; blocs:in {sparql_term(body.term)} ; blocs:represented {one} ."


def represented_in(condition: RepresentedIn, one: str) -> Written:
    body = condition.body
    none = f"?none a blocs:NonRepresentation ; blocs:in {sparql_term(body.term)} ; blocs:represented {one} ."
    belongs = membership_pattern(one, "?body", condition.period, node="fact")
    member = f"{values_of('body', [body])} {belongs} MINUS {{ {none} }}"
    outside = f"?fact a blocs:NonMembership ; org:member {one} ; org:organization {sparql_term(body.term)}"
    denied = f"{{ {officers(body, False, one)} }} UNION {{ {outside} }}"
    return Written(f"{{ {officers(body, True, one)} }} UNION {{ {member} }}", denial=denied)
