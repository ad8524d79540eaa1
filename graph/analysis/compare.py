"""Where two sources disagree about the same membership, with the evidence of both."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from ..model.authority import authority
from ..model.bodies import bodies
from ..model.dates import Period
from ..model.entities import Entity
from ..model.evidence import Evidence
from ..model.membership import denials, read_memberships
from ..model.names import Names
from ..rdf.terms import iri_of, prologue
from ..readers.reconcile import Named
from ..readers.reconcile import reconcile as reconcile_names

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


def compare(graph: Graph, other: Graph, as_of: str | None = None, *, reconcile: bool = True) -> Comparison:
    """The memberships on which two graphs differ at a date.

    States and bodies are the same if they have the same IRI, are the same in the lists of states and bodies that come
    with blocs ("Burma" and "Myanmar"), have a code in common, or names in common of which neither graph has two. Two
    states of the list are never the same. Only those that both graphs know are compared.

    Parameters
    ----------
    graph, other : Graph
        The graphs.
    as_of : str or None
        A date or period; None for the first graph's own date, "any" for ever.
    reconcile : bool
        Whether the lists of states and bodies are asked, or spellings alone count.

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
    date = period.end or period.start or ""
    year = int(date[:4]) if date[:4].isdigit() else None
    listed = (_listed(graph.names, year), _listed(other.names, year)) if reconcile else ({}, {})
    members, organizations = (_matched(graph.names, other.names, kind, listed) for kind in ("state", "body"))
    first = _said(graph, list(members), list(organizations), period)
    second = _said(other, list(members.values()), list(organizations.values()), period)
    differences = []
    for body, its in organizations.items():
        if not any(key[1] == body.iri for key in first) or not any(key[1] == its.iri for key in second):
            continue  # a body of whose members one source says nothing at all is no disagreement
        for member, theirs in members.items():
            says = first.get((member.iri, body.iri), Says(NOTHING))
            answers = second.get((theirs.iri, its.iri), Says(NOTHING))
            # That nothing is said does not contradict a denial: neither counts the state as a member.
            if says.what != answers.what and {says.what, answers.what} != {NOTHING, DENIED}:
                differences.append(Difference(member, body, says, answers))
    return Comparison(tuple(differences), len(members), len(organizations), period)


def _listed(names: Names, year: int | None) -> dict[Entity, str]:
    """The ids that states and bodies of a graph have in the lists, as far as it is clear."""
    states = [entity for entity in names.entities if entity.kind == "state"]
    asked: dict[Entity, list[Named]] = {}
    for state in states:
        scheme = next((scheme for scheme in ("cow", "iso3") if scheme in state.codes), None)
        code = state.codes.get(scheme or "", "")
        asked[state] = [Named(name, code, scheme, year, year) for name in (state.label, *state.aliases)]
    done = reconcile_names(name for each in asked.values() for name in each)
    found: dict[Entity, str] = {}
    for state, spellings in asked.items():
        ids = dict.fromkeys(joined.id for spelling in spellings if (joined := done[spelling]).id)
        own = state.id if state.iri == iri_of(state.id) and state.id in authority() else ""
        # The label comes before other names, which may be of some years only.
        found[state] = own or done[spellings[0]].id or (next(iter(ids)) if len(ids) == 1 else "")
    for body in names.entities:
        if body.kind == "body":
            known = bodies().get(body.id) if body.iri == iri_of(body.id) else None
            known = known or next(filter(None, map(bodies().named, (body.label, *body.aliases))), None)
            found[body] = known.id if known is not None else ""
    return {entity: listed for entity, listed in found.items() if listed}


def _matched(
    names: Names, others: Names, kind: str, listed: tuple[dict[Entity, str], dict[Entity, str]]
) -> dict[Entity, Entity]:
    """The entities of a kind that both know, by IRI, the lists, code or name."""
    by_code = {(c, v): e for e in others.entities if e.kind == kind for c, v in e.codes.items()}
    mine, theirs = listed
    by_list: dict[str, list[Entity]] = {}
    for entity, listed_id in theirs.items():
        if entity.kind == kind:
            by_list.setdefault(listed_id, []).append(entity)
    found: dict[Entity, Entity] = {}
    taken: set[Entity] = set()
    for entity in names.entities:
        if entity.kind != kind:
            continue
        match = others.by_iri.get(entity.iri)
        match = match if match is not None and match.kind == kind else None
        same = by_list.get(mine.get(entity, ""), [])
        match = match or (same[0] if len(same) == 1 else None)
        match = match or next((by_code[code] for code in entity.codes.items() if code in by_code), None)
        match = match or _by_name(entity, others, kind)
        # Two states of the list are two, whatever they are called.
        differ = match is not None and entity in mine and match in theirs and mine[entity] != theirs[match]
        if match is not None and not differ and match not in taken:
            found[entity] = match
            taken.add(match)
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
