"""What questions about one graph need to know of it beside its names: read once, when a question first needs it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from pyoxigraph import Literal, NamedNode

from ..model.dates import Period
from ..model.entities import Entity
from ..model.membership import are_members, has_undated, lifespan_notes, outside_lives, read_lifespans
from ..model.naming.names import normal
from ..model.post_holders import holders_beside
from ..rdf.solutions import Row
from ..rdf.terms import PREFIXES, prologue, text_of, words_of

if TYPE_CHECKING:
    from ..model.graph import Graph

T = TypeVar("T")

_FIRST = 3
"""So many questions are answered by queries of their own: to read all of a graph takes as long as some of them."""

__all__ = ["EventDescription", "Vocabulary"]


@dataclass
class EventDescription:
    """What an event can be described by: its names' words, its kind, where it is, and what it is tied to."""

    event: Entity
    words: frozenset[str]
    ties: set[str]
    places: set[str]
    begins: str = ""
    ends: str = ""

    def on(self, date: str) -> bool:
        """Whether it was on a date, as far as its own precision tells."""
        precise = len(self.begins) >= len(date)
        return precise and Period(date, date).covers(self.begins, self.ends or self.begins)


class Vocabulary:
    """A graph as questions speak of it: its events by description, its kinds of bodies, its statements by content.

    Parameters
    ----------
    graph : Graph
        The graph that is asked. It must not change afterwards: what is read of it is kept.
    """

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.asked = 0
        """How many questions were asked so far."""
        self._members: dict[str, bool] = {}
        self._made: dict[Callable[[Vocabulary], Any], Any] = {}

    @cached_property
    def wider(self) -> Vocabulary:
        """The vocabulary with well-known names that the graph does not have; made when a question cannot be read without."""
        return Vocabulary(self.graph.wider)

    @cached_property
    def bodies_by_kind(self) -> dict[str, list[Entity]]:
        """The bodies of each kind that the graph classifies its bodies by, by the kind's names in lower case.

        >>> import blocs
        >>> [body.id for body in Vocabulary(blocs.load()).bodies_by_kind["treaty"]]
        ['cst']
        """
        body = (
            "SELECT DISTINCT ?b ?sort WHERE { ?b a org:Organization ; org:classification ?kind ."
            " { ?kind skos:prefLabel ?sort } UNION { ?kind skos:altLabel ?sort } }"
        )
        found: dict[str, list[Entity]] = {}
        for iri, name in self._described(body):
            if isinstance(iri, NamedNode) and isinstance(name, Literal) and iri.value in self.graph.names.by_iri:
                found.setdefault(name.value.casefold(), []).append(self.graph.names.by_iri[iri.value])
        return found

    @cached_property
    def events(self) -> tuple[EventDescription, ...]:
        """All events, in the order of their IRIs: engines give rows in any, and a query must not depend on it."""
        body = """SELECT ?e ?sort ?place ?tie ?begins ?ends WHERE { ?e a schema:Event
          OPTIONAL { ?e org:classification/skos:prefLabel ?sort } OPTIONAL { ?e schema:startDate ?begins }
          OPTIONAL { ?e schema:endDate ?ends }
          OPTIONAL { { ?e schema:location ?place } UNION { ?e schema:location/schema:containedInPlace ?place } }
          OPTIONAL { { ?e schema:organizer ?tie } UNION { ?e schema:organizer/org:subOrganizationOf ?tie } UNION { ?e blocs:aegis ?tie } UNION { ?e schema:about ?tie }
            UNION { ?f blocs:event ?e ; a blocs:Attendance ; blocs:participant ?tie . ?tie a blocs:Group } } }"""
        found: dict[str, EventDescription] = {}
        for event, sort, place, tie, begins, ends in self._described(body):
            if not isinstance(event, NamedNode) or (entity := self.graph.names.by_iri.get(event.value)) is None:
                continue
            known = found.setdefault(event.value, EventDescription(entity, frozenset(_words_of(entity)), set(), set()))
            if isinstance(sort, Literal):
                known.words |= set(normal(sort.value).split())
            known.places |= {place.value} if isinstance(place, NamedNode) else set()
            known.ties |= {node.value for node in (place, tie) if isinstance(node, NamedNode)}
            known.begins = begins.value if isinstance(begins, Literal) else known.begins
            known.ends = ends.value if isinstance(ends, Literal) else known.ends
        return tuple(found[iri] for iri in sorted(found))

    @cached_property
    def statements(self) -> tuple[tuple[Entity, frozenset[str]], ...]:
        """All statements, each with the acts that it is (its classes of the model)."""
        body = "SELECT ?s ?act WHERE { ?s a blocs:Statement , ?act }"
        acts: dict[str, set[str]] = {}
        for iri, act in self._described(body):
            if isinstance(iri, NamedNode) and isinstance(act, NamedNode):
                acts.setdefault(iri.value, set()).add(act.value.removeprefix(PREFIXES["blocs"]))
        by_iri = self.graph.names.by_iri
        return tuple((by_iri[iri], frozenset(of)) for iri, of in acts.items() if iri in by_iri)

    def once(self, make: Callable[[Vocabulary], T]) -> T:
        """What a function makes of the vocabulary, made when it is first asked for and then kept.

        Parameters
        ----------
        make : Callable
            A function of a module, which is also what its result is kept under.

        Returns
        -------
        object
            What it returns.

        >>> import blocs
        >>> vocabulary = Vocabulary(blocs.load())
        >>> vocabulary.once(lambda known: len(known.statements)) > 5
        True
        """
        if make not in self._made:
            self._made[make] = make(self)
        made: T = self._made[make]
        return made

    def is_member(self, entity: Entity) -> bool:
        """Whether somebody is in any body at any time, as far as the graph knows, or holds a post in one.

        >>> import blocs
        >>> graph = blocs.load()
        >>> known = Vocabulary(graph)
        >>> known.is_member(graph.names.find("Russia")), known.is_member(graph.names.find("CST"))
        (True, False)
        """
        if entity.iri not in self._members:
            source = self.graph.source
            self._members[entity.iri] = are_members(source, [entity]) or bool(holders_beside(source, who=[entity]))
        return self._members[entity.iri]

    @property
    def asked_often(self) -> bool:
        """Whether so much was asked of a local graph that what is read of it at once, and kept, saves time."""
        return self.asked > _FIRST and not self.graph.source.remote

    def outside_lives(self, bodies: Sequence[Entity], period: Period) -> tuple[str, ...]:
        """What to say of bodies that had not begun in a period, or were over.

        >>> import blocs
        >>> graph = blocs.load()
        >>> Vocabulary(graph).outside_lives([graph.names.find("CST")], graph.period("1990"))
        ('CST began on 1992-05-15; it had no members in 1990.',)
        """
        if self.asked_often:
            return lifespan_notes(self.once(_lifespans), bodies, period)
        return outside_lives(self.graph.source, bodies, period)

    @cached_property
    def has_undated(self) -> bool:
        """Whether there are memberships without any date, of which an answer for another date must speak."""
        return self.graph.source.remote or has_undated(self.graph.source)

    @cached_property
    def has_denials(self) -> bool:
        """Whether it is said of anybody that they are in no body."""
        body = "ASK { ?fact a blocs:NonMembership }"
        return self.graph.source.remote or self.graph.source.ask(prologue(body) + body)

    @cached_property
    def has_missing(self) -> bool:
        """Whether a source says of some memberships that their data are missing."""
        body = "ASK { ?gap a blocs:MissingMembership }"
        return self.graph.source.ask(prologue(body) + body)

    @cached_property
    def has_obligations(self) -> bool:
        """Whether it is said what the members of alliances have promised each other."""
        body = "ASK { ?fact blocs:obligation ?promised }"
        return self.graph.source.ask(prologue(body) + body)

    @cached_property
    def largest_bodies(self) -> tuple[Entity, ...]:
        """The bodies with the most members, well-known ones first; none at an endpoint: it may take long."""
        from ..model.known.bodies import bodies

        listed = {name for body in bodies().bodies for name in (body.cow, body.abbreviation, body.label)}
        largest = self._largest("org:organization")
        return tuple(sorted(largest, key=lambda one: (not {one.short, one.label} & listed, not one.abbreviation)))

    @cached_property
    def largest_members(self) -> tuple[Entity, ...]:
        """The members of the most bodies, states before others; none at an endpoint: it may take long."""
        return tuple(sorted(self._largest("org:member"), key=lambda one: one.kind != "state"))

    def _largest(self, end: str) -> list[Entity]:
        if self.graph.source.remote:
            return []
        body = f"SELECT ?one WHERE {{ ?m a org:Membership ; {end} ?one }} GROUP BY ?one ORDER BY DESC(COUNT(?m)) ?one LIMIT 20"
        return self.graph.names.known(text_of(term) for (term,) in self._described(body))

    def _described(self, body: str) -> list[Row]:
        """The rows of a query for what entities are, whose names will be asked for."""
        rows = list(self.graph.source.select(prologue(body) + body))
        self.graph.names.expect(row[0].value for row in rows if isinstance(row[0], NamedNode))
        return rows


def _lifespans(vocabulary: Vocabulary) -> dict[str, tuple[str, str]]:
    return read_lifespans(vocabulary.graph.source)


def _words_of(entity: Entity) -> Iterator[str]:
    for name in (entity.label, *entity.aliases, words_of(entity.id)):
        yield from normal(name).split()
