"""What the graph does say of those of whom a question was answered with no: memberships of other times and roles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ...model.dates import ALWAYS
from ...model.entities import Entity
from ...model.expression import bodies_of
from ...model.roles import ANY_ROLE, FULL
from ...rdf.terms import prologue, sparql_term
from ..logic.logical_form import Contains, Entities, Holds, Whether
from ..logic.walking import parts_of_kind
from .held import spans_in

if TYPE_CHECKING:
    from ..vocabulary import Vocabulary

__all__ = ["in_other_years", "otherwise"]


def otherwise(vocabulary: Vocabulary, found: Whether) -> tuple[str, ...]:
    """The memberships of other times and roles, where a question about some was answered with no.

    Parameters
    ----------
    vocabulary : Vocabulary
        The graph.
    found : Whether
        The question.

    Returns
    -------
    tuple of str
        A sentence, or nothing.
    """
    if found.membership is not None:
        bodies = bodies_of(found.membership.expression)
        said = _said(vocabulary, found.subjects, bodies, plain=False)
        others = (f"At other times or in other roles: {'; '.join(said)}.",) if said else ()
        return (*others, *_parts(vocabulary, found.subjects, bodies))
    match found.conditions:
        case (Holds(of=Entity() as body),):
            said = _said(vocabulary, found.subjects, [body], plain=True)
            return (f"By the graph: {'; '.join(said)}.",) if said else ()
    return ()


def in_other_years(vocabulary: Vocabulary, found: Entities) -> Iterator[str]:
    """In how many bodies those were at other times of whom it was asked what they are in, where that is none.

    Parameters
    ----------
    vocabulary : Vocabulary
        The graph.
    found : Entities
        The question.

    Yields
    ------
    str
        A sentence for each of those that were in any.
    """
    for asked in parts_of_kind(found, Contains):
        for member in asked.members if asked.period != ALWAYS else ():
            spans = spans_in(vocabulary, ALWAYS, [member], None, asked.role)
            bodies = {span.body for span in spans if span.start or span.end}
            now = {span.body for span in spans_in(vocabulary, asked.period, [member], None, asked.role)}
            if bodies and not now:
                number = "1 body" if len(bodies) == 1 else f"{len(bodies):,} bodies"
                yield f"At other times {member.label} was in {number}; to see them, ask which bodies it was ever in."


def _said(vocabulary: Vocabulary, members: Sequence[Entity], bodies: Sequence[Entity], plain: bool) -> list[str]:
    """Who was in what, when and as what; `plain` is whether that is said also of a member without dates or role."""
    spans = [s for s in spans_in(vocabulary, ALWAYS, members, bodies, ANY_ROLE) if plain or s.start or s.role != FULL]
    labels = {entity.iri: entity.short for entity in (*members, *bodies)}
    return [
        " ".join(filter(None, (labels[s.member], "in", labels[s.body], s.years, _as(vocabulary, s.role))))
        for s in sorted(spans, key=lambda span: (span.member, span.body, span.start or "", span.role))
    ]


def _parts(vocabulary: Vocabulary, members: Sequence[Entity], bodies: Sequence[Entity]) -> Iterator[str]:
    """Which bodies are part of others, though not members of them."""
    for one in members:
        if one.kind == "body":
            for body in bodies:
                part = f"ASK {{ {sparql_term(one.term)} org:subOrganizationOf {sparql_term(body.term)} }}"
                if vocabulary.graph.source.ask(prologue(part) + part):
                    yield f"{one.short} is part of {body.short}."


def _as(vocabulary: Vocabulary, role: str) -> str:
    """A role in brackets, by its name in the graph; "" for that of a full member."""
    named = vocabulary.graph.names.matches(role, ("role",))
    return f"({named[0].label if len(named) == 1 else role})" if role != FULL else ""
