"""Where two sources disagree about the same membership, with the evidence of both."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from ..model.dates import Period
from ..model.entities import Entity
from ..model.evidence import Evidence
from ..model.membership import denials, read_memberships
from ..model.names import Names
from ..rdf.terms import prologue

if TYPE_CHECKING:
    from ..model.graph import Graph

__all__ = ["Comparison", "Difference", "Says", "compare"]

NOTHING, DENIED, MISSING = "nothing", "not a member", "missing"
"""What a source can say beside a role: nothing, that there is no membership, that its data are missing."""


@dataclass(frozen=True)
class Says:
    """What one source says of a membership: a role, or `NOTHING`, `DENIED`, `MISSING`; with dates and evidence."""

    what: str
    start: str = ""
    end: str = ""
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True)
class Difference:
    """A membership on which two sources differ: what each says of it, with the entities of the first source."""

    member: Entity
    body: Entity
    first: Says
    second: Says


@dataclass(frozen=True)
class Comparison:
    """All differences, and how many states and bodies both sources know (what one of them lacks is not compared)."""

    differences: tuple[Difference, ...]
    members: int
    bodies: int
    period: Period


def compare(graph: Graph, other: Graph, as_of: str | None = None) -> Comparison:
    """The memberships on which two graphs differ at a date.

    States and bodies are the same if they have the same IRI, a code in common, or names in common of which neither
    graph has two. Only those that both graphs know are compared.

    Parameters
    ----------
    graph, other : Graph
        The graphs.
    as_of : str or None
        A date or period; None for the first graph's own date, "any" for ever.

    Returns
    -------
    Comparison

    Raises
    ------
    InvalidRequest
        If the date is none.

    >>> import blocs
    >>> graph = blocs.load()
    >>> compare(graph, graph).differences
    ()
    """
    period = graph.period(as_of)
    members, bodies = (_matched(graph.names, other.names, kind) for kind in ("state", "body"))
    first = _said(graph, list(members), list(bodies), period)
    second = _said(other, list(members.values()), list(bodies.values()), period)
    differences = []
    for body, its in bodies.items():
        if not any(key[1] == body.iri for key in first) or not any(key[1] == its.iri for key in second):
            continue  # a body of whose members one source says nothing at all is no disagreement
        for member, theirs in members.items():
            says = first.get((member.iri, body.iri), Says(NOTHING))
            answers = second.get((theirs.iri, its.iri), Says(NOTHING))
            # That nothing is said does not contradict a denial: neither counts the state as a member.
            if says.what != answers.what and {says.what, answers.what} != {NOTHING, DENIED}:
                differences.append(Difference(member, body, says, answers))
    return Comparison(tuple(differences), len(members), len(bodies), period)


def _matched(names: Names, others: Names, kind: str) -> dict[Entity, Entity]:
    """The entities of a kind that both know, by IRI, code or name."""
    by_code = {(c, v): e for e in others.entities if e.kind == kind for c, v in e.codes.items()}
    found: dict[Entity, Entity] = {}
    for entity in names.entities:
        if entity.kind != kind:
            continue
        match = others.by_iri.get(entity.iri)
        match = match if match is not None and match.kind == kind else None
        match = match or next((by_code[code] for code in entity.codes.items() if code in by_code), None)
        match = match or _by_name(entity, others, kind)
        if match is not None and match not in found.values():
            found[entity] = match
    return found


def _by_name(entity: Entity, others: Names, kind: str) -> Entity | None:
    for name in filter(None, (entity.label, entity.abbreviation, *entity.aliases)):
        matches = others.matches(name, (kind,))
        if len(matches) == 1:
            return matches[0]
    return None


def _said(graph: Graph, members: list[Entity], bodies: list[Entity], period: Period) -> Mapping[tuple[str, str], Says]:
    """What a graph says of each of these members and bodies."""
    if not members or not bodies:
        return {}
    said = dict(_missing(graph, {e.iri for e in members}, {e.iri for e in bodies}, period))
    for span in denials(graph.source, members, bodies):
        said[span.member, span.body] = Says(DENIED, evidence=span.grounds.evidence)
    for span in read_memberships(graph.source, period, members, bodies, "any"):
        said[span.member, span.body] = Says(span.role, span.start or "", span.end or "", span.grounds.evidence)
    return said


def _missing(
    graph: Graph, members: set[str], bodies: set[str], period: Period
) -> Iterable[tuple[tuple[str, str], Says]]:
    body = (
        "SELECT ?member ?body ?start ?end WHERE { ?m a blocs:MissingMembership ; org:member ?member ;"
        " org:organization ?body . OPTIONAL { ?m schema:startDate ?start } OPTIONAL { ?m schema:endDate ?end } "
        f"{period.sparql('start', 'end')} }}"
    )
    for member, organization, start, end in graph.source.select(prologue(body) + body):
        if not (isinstance(member, NamedNode) and isinstance(organization, NamedNode)):
            continue
        if member.value in members and organization.value in bodies:
            begins, ends = (term.value if isinstance(term, Literal) else "" for term in (start, end))
            yield (member.value, organization.value), Says(MISSING, begins, ends)
