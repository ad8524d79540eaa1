"""Where two sources disagree about the same membership, with the evidence of both."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from ..model.dates import ALWAYS, Period
from ..model.entities import Entity
from ..model.evidence import Evidence
from ..model.known.authority import authority
from ..model.known.bodies import bodies
from ..model.membership import Span, denials, participants, read_memberships
from ..model.naming.names import Names
from ..rdf.terms import iri_of, prologue
from ..readers.names.reconcile import reconcile as reconcile_names
from ..readers.names.reconciled import Named

if TYPE_CHECKING:
    from ..model.graph import Graph

__all__ = ["Comparison", "Difference", "Says", "compare"]

NOTHING, DENIED, MISSING = "nothing", "not a member", "missing"
"""What a source can say beside a role: nothing, that there is no membership, that its data are missing."""


@dataclass(frozen=True)
class Says:
    """What one source says of a membership: a role, or `NOTHING`, `DENIED`, `MISSING`; with dates and evidence.

    Of several memberships in a period `what` has each role once, and the dates are of all: from the first day to the
    last, the single spans being in `spans`.
    """

    what: str
    start: str = ""
    end: str = ""
    evidence: tuple[Evidence, ...] = ()
    spans: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Difference:
    """A membership on which two sources differ: what each says of it, with the entities of the first source.

    What only the second source knows is an entity of that.
    """

    member: Entity
    body: Entity
    first: Says
    second: Says


@dataclass(frozen=True)
class Comparison:
    """All differences, and how much was compared.

    Attributes
    ----------
    differences : tuple of Difference
        The memberships on which the sources differ at the date, and with `dates` those that they date differently.
    members, bodies : int
        How many members and bodies both sources know.
    period : Period
        The date or period.
    dated : tuple of Difference
        The memberships on which they agree at the date, while their dates contradict each other.
    alone : tuple of tuple of Entity
        Of each source the bodies of whose members it alone says something, and which were not compared.
    states_only : bool
        Whether all members that both sources know are states.
    """

    differences: tuple[Difference, ...]
    members: int
    bodies: int
    period: Period
    dated: tuple[Difference, ...] = ()
    alone: tuple[tuple[Entity, ...], tuple[Entity, ...]] = ((), ())
    states_only: bool = True


def compare(
    graph: Graph, other: Graph, as_of: str | None = None, *, reconcile: bool = True, everything: bool = False
) -> Comparison:
    """The memberships on which two graphs differ at a date.

    States and bodies are the same if they have the same IRI, are the same in the lists of states and bodies that come
    with blocs ("Burma" and "Myanmar"), have a code in common, or names in common of which neither graph has two. Two
    states of the list are never the same. What is compared are the bodies of whose members, of whatever time, both
    graphs say something: whoever is in one of them at the date by one graph and not by the other is a difference.

    Parameters
    ----------
    graph, other : Graph
        The graphs.
    as_of : str or None
        A date or period; None for the first graph's own date, "any" for ever.
    reconcile : bool
        Whether the lists of states and bodies are asked, or spellings alone count.
    everything : bool
        Whether bodies of whose members only one graph says something are compared too.

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
    matched = [_matched(graph.names, other.names, kind, listed) for kind in ("body", *_MEMBERS)]
    organizations, members = matched[0], {one: its for found in matched for one, its in found.items()}
    for one in graph.names.entities:
        its = other.names.by_iri.get(one.iri)
        if its is not None and one.kind in _MEMBERS and its.kind in _MEMBERS:
            members.setdefault(one, its)  # what one source takes for a state may be of another kind to the other
    first, second = _said(graph, period), _said(other, period)
    # What the second source says, in the terms of the first where that knows of whom and what it speaks.
    ours = {its.iri: one.iri for one, its in members.items()}
    second = _Said(
        {(ours.get(one, one), ours.get(body, body)): says for (one, body), says in second.of_pair.items()},
        frozenset(ours.get(body, body) for body in second.bodies),
    )
    entities = _entities(graph, other, {iri for said in (first, second) for pair in said.of_pair for iri in pair})
    both = first.bodies & second.bodies
    found, dated = list[Difference](), list[Difference]()
    for member, body in sorted(first.of_pair.keys() | second.of_pair.keys(), key=_order(entities)):
        if not (everything or body in both):
            continue  # a body of whose members one source says nothing at all is no disagreement
        says, answers = (said.of_pair.get((member, body), Says(NOTHING)) for said in (first, second))
        difference = Difference(entities[member], entities[body], says, answers)
        # That nothing is said does not contradict a denial: neither counts the state as a member.
        if says.what != answers.what:
            found += [difference] if {says.what, answers.what} != {NOTHING, DENIED} else []
        elif not _may_be_the_same(says.spans, answers.spans):
            dated.append(difference)
    return Comparison(
        tuple(found),
        sum(one.kind != "body" for one in members),
        len(organizations),
        period,
        tuple(dated),
        (_alone(first, both, entities, everything), _alone(second, both, entities, everything)),
        all({one.kind, its.kind} <= {"state", "body"} for one, its in members.items()),
    )


_MEMBERS = ("state", "person", "group", "member")
"""The kinds that are in bodies, beside bodies."""


@dataclass(frozen=True)
class _Said:
    """What a graph says: of each member and body in a period, and of the members of which bodies at any time."""

    of_pair: Mapping[tuple[str, str], Says]
    bodies: frozenset[str]


def _entities(graph: Graph, other: Graph, wanted: Collection[str]) -> dict[str, Entity]:
    """What two graphs speak of by IRI, as the first describes it, if it does."""
    known = {one.iri: one for names in (other.names, graph.names) for one in names.known(sorted(wanted))}
    return {iri: known.get(iri) or other.names.by_iri[iri] for iri in wanted}


def _order(entities: Mapping[str, Entity]) -> Callable[[tuple[str, str]], tuple[str, str]]:
    return lambda pair: (entities[pair[1]].label, entities[pair[0]].label)


def _alone(said: _Said, both: Collection[str], entities: Mapping[str, Entity], everything: bool) -> tuple[Entity, ...]:
    """The bodies of which a graph alone says who is in them at the date."""
    bodies = {body for _, body in said.of_pair} - set(both) if not everything else set()
    return tuple(sorted((entities[body] for body in bodies), key=lambda one: one.label))


def _may_be_the_same(spans: Sequence[tuple[str, str]], others: Sequence[tuple[str, str]]) -> bool:
    """Whether dates do not contradict each other: one may be less precise than the other, or not given at all."""
    if not any(start or end for start, end in spans) or not any(start or end for start, end in others):
        return True
    if len(spans) != len(others):
        return False
    return all(
        (not start or not its_start or _fits(start, its_start)) and _fits(end, its_end)
        for (start, end), (its_start, its_end) in zip(sorted(spans), sorted(others), strict=True)
    )


def _fits(date: str, other: str) -> bool:
    """Whether one is the same as the other, as far as the precision of both goes; no end is another than an end."""
    return date == other or bool(date and other and (date.startswith(other) or other.startswith(date)))


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


def _said(graph: Graph, period: Period) -> _Said:
    """What a graph says of its members and bodies."""
    source, names = graph.source, graph.names
    spans, denied = read_memberships(source, period, role="any"), denials(source, period)
    absent = dict(_missing(graph, period))
    keys = {*absent, *((span.member, span.body) for span in (*spans, *denied))}
    ever = {*participants(source, "body", ALWAYS, "any"), *(body for _, body in keys)}
    names.expect([*(iri for key in keys for iri in key), *ever])
    said: dict[tuple[str, str], Says] = dict(absent)
    for span in denied:
        said[span.member, span.body] = Says(DENIED, evidence=span.grounds.evidence)
    held: dict[tuple[str, str], list[Span]] = {}
    for span in spans:
        held.setdefault((span.member, span.body), []).append(span)
    said |= {key: _together(each) for key, each in held.items()}
    known = {key: says for key, says in said.items() if key[0] in names.by_iri and key[1] in names.by_iri}
    return _Said(known, frozenset(body for body in ever if body in names.by_iri))


def _together(spans: Sequence[Span]) -> Says:
    """What a graph says by one membership, or by several of one member in one body."""
    dates = sorted((span.start or "", span.end or "") for span in spans)
    roles = sorted({span.role for span in spans}, key=lambda role: (role != "full", role))
    end = "" if any(not last for _, last in dates) else max(last for _, last in dates)
    evidence = dict.fromkeys(item for span in spans for item in span.grounds.evidence)
    return Says(" and ".join(roles), dates[0][0], end, tuple(evidence), tuple(dates))


def _missing(graph: Graph, period: Period) -> Iterable[tuple[tuple[str, str], Says]]:
    body = (
        "SELECT ?member ?body ?start ?end WHERE { ?m a blocs:MissingMembership ; org:member ?member ;"
        " org:organization ?body . OPTIONAL { ?m schema:startDate ?start } OPTIONAL { ?m schema:endDate ?end } "
        f"{period.sparql('start', 'end')} }}"
    )
    for member, organization, start, end in graph.source.select(prologue(body) + body):
        if isinstance(member, NamedNode) and isinstance(organization, NamedNode):
            begins, ends = (term.value if isinstance(term, Literal) else "" for term in (start, end))
            yield (member.value, organization.value), Says(MISSING, begins, ends)
