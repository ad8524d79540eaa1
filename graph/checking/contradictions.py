"""Facts that cannot all be so: memberships, presence, signing shares and numbers that contradict each other.

A contradiction that the source itself has is data: facts between which a `blocs:Tension` stands are left alone.
What is only planned or claimed contradicts nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, combinations
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode

from ..model.dates import Period, today
from ..model.roles import LESSER_ROLES, role_of
from ..rdf.source import Row, Source, values
from ..rdf.terms import PREFIXES, Term, prologue, text_of
from ..rdf.together import rows_together
from .finding import ERROR, WARNING, Finding, shown

if TYPE_CHECKING:
    from ..model.naming.names import Names

__all__ = ["contradictions"]

_RECORD = "Fix the wrong one or, if the source says both, record a blocs:Tension between them."
_MANY = 200  # facts in one query


_DATES = "SELECT DISTINCT ?date { ?dataset blocs:asOf ?date }"
_TENSIONS = "SELECT ?tension ?fact { ?tension a blocs:Tension ; blocs:between ?fact }"
_FACTS = {
    "org:Membership": ("org:member", "org:organization"),
    "blocs:NonMembership": ("org:member", "org:organization"),
    "blocs:Attendance": ("blocs:participant", "blocs:event"),
    "blocs:Absence": ("blocs:participant", "blocs:event"),
    "blocs:SigningShare": ("blocs:signatory", "blocs:event"),
}
"""Classes of facts, and the properties that give the two things that each is about."""
_SHARES = (
    "SELECT ?fact ?who ?documents ?event ?percent { ?fact a blocs:SigningShare ; blocs:signatory ?who ;"
    " blocs:documents ?documents ; blocs:percent ?percent . OPTIONAL { ?fact blocs:event ?event } }"
)
_COUNTED = {
    "members": "?who org:memberOf ?body . ?body blocs:memberCount ?number .",
    "states that take part": (
        "?fact a blocs:Attendance ; blocs:event ?body ; blocs:participant ?who . ?who a schema:Country ."
        " ?body blocs:attendeeCount ?number ."
    ),
}
"""What a source may give the number of, and the pattern that counts it."""


@dataclass(frozen=True)
class _Fact:
    """A fact between two entities, with the dates it holds."""

    node: Term
    one: Term
    other: Term
    start: str = ""
    end: str = ""
    role: str = ""
    derived: bool = False

    @property
    def pair(self) -> tuple[Term, Term]:
        return self.one, self.other

    def holds(self, period: Period) -> bool:
        return period.covers(self.start, self.end)

    def overlaps(self, other: _Fact) -> bool:
        """Whether both hold at some moment; where one ends in the year in which the other begins, that is not sure."""
        within = _agree(self.end, other.start) or _agree(other.end, self.start)
        return not within and Period(other.start or None, other.end or None).covers(self.start, self.end)


def contradictions(source: Source, names: Names, unknown: Collection[Term] = ()) -> Iterator[Finding]:
    """The facts of a source that contradict each other; those about something `unknown` are left alone."""
    found = _Contradictions(source, names, unknown)
    yield from found.of_memberships()
    yield from found.of_presence()
    yield from found.of_shares()
    yield from found.of_numbers()


class _Contradictions:
    def __init__(self, source: Source, names: Names, unknown: Collection[Term]) -> None:
        self.source, self.names, self.unknown = source, names, unknown
        memberships, *others = _FACTS
        queries = [_DATES, _TENSIONS, _SHARES, *map(_counting, _COUNTED.values()), *map(_facts_query, others)]
        dated, tensions, self.shares, *more = rows_together(source, queries)
        self.counts = dict(zip(_COUNTED, more, strict=False))
        self.facts: dict[str, Iterable[Row]] = dict(zip(others, more[len(_COUNTED) :], strict=True))
        # Of these there may be a million: their rows need not say which query they are of.
        self.facts[memberships] = self._rows(_facts_query(memberships))
        dates = sorted(text_of(date) for (date,) in dated)
        first, last = (dates[0], dates[-1]) if dates else (today(), today())
        # Several datasets in one graph are each of their own date.
        self.datasets = Period(first, last) if first <= last else Period(last, first)
        self.dates = dates or [first]
        between: dict[Term, set[Term]] = defaultdict(set)
        for tension, fact in tensions:
            assert tension is not None and fact is not None
            between[tension].add(fact)
        self.tensions = list(between.values())

    # Memberships

    def of_memberships(self) -> Iterator[Finding]:
        """Memberships that are denied, doubled, or at odds with the shortcut org:memberOf."""
        memberships = self._facts("org:Membership")
        denials = self._facts("blocs:NonMembership")
        rows = self._rows("SELECT ?s ?o { ?s org:memberOf ?o }")
        known = ((one, other) for one, other in rows if one is not None and other is not None)
        shortcuts = {pair for pair in known if not self._unknown(pair)}
        by_pair: dict[tuple[Term, Term], list[_Fact]] = defaultdict(list)
        for membership in memberships:
            by_pair[membership.pair].append(membership)
        yield from self._denied(by_pair, denials, shortcuts)
        yield from self._doubled(by_pair)
        yield from self._shortcuts(by_pair, shortcuts)

    def _denied(
        self,
        by_pair: dict[tuple[Term, Term], list[_Fact]],
        denials: Sequence[_Fact],
        shortcuts: set[tuple[Term, Term]],
    ) -> Iterator[Finding]:
        for denial in denials:
            member, body = map(self._name, denial.pair)
            for membership in by_pair.get(denial.pair, []):
                if membership.role in ("associate", "observer"):
                    continue  # an observer is not a full member
                dated = denial.start or denial.end
                at_once = membership.overlaps(denial) if dated else membership.holds(self.datasets)
                if at_once and not self._recorded(membership, denial):
                    what = f"{member} is a member of {body}, and {shown(denial.node)} denies it at the same time."
                    yield Finding(ERROR, shown(membership.node), what, _RECORD)
            if denial.pair in shortcuts and denial.pair not in by_pair:
                what = f"{member} is not a member of {body}, but has the shortcut org:memberOf {shown(denial.other)}."
                yield Finding(ERROR, shown(denial.node), what, "Take out the shortcut or the denial.")

    def _doubled(self, by_pair: dict[tuple[Term, Term], list[_Fact]]) -> Iterator[Finding]:
        pairs = [
            (one, other)
            for memberships in by_pair.values()
            for one, other in combinations(sorted(memberships, key=lambda m: str(m.node)), 2)
            # The same may follow from several facts, and be said as well.
            if one.role == other.role and not (one.derived or other.derived)
            if one.overlaps(other) and not self._recorded(one, other)
        ]
        sources = self._sources({fact.node for pair in pairs for fact in pair})
        for one, other in pairs:
            # Two sources may well say the same.
            if sources[one.node] & sources[other.node] or sources[one.node] == sources[other.node]:
                member, body = map(self._name, one.pair)
                what = f"{member} is twice a member of {body} at the same time, here and in {shown(other.node)}."
                yield Finding(ERROR, shown(one.node), what, "Join the two facts, or fix their dates.")

    def _shortcuts(
        self, by_pair: dict[tuple[Term, Term], list[_Fact]], shortcuts: set[tuple[Term, Term]]
    ) -> Iterator[Finding]:
        at = " and ".join(dict.fromkeys((self.dates[0], self.dates[-1])))
        for pair, memberships in by_pair.items():
            member, body = map(self._name, pair)
            full = [m for m in memberships if m.role not in LESSER_ROLES]
            # With several datasets, each is responsible for its own date: what holds at all of them must be there.
            always = [m for m in full if all(m.holds(Period(date, date)) for date in self.dates)]
            if always and pair not in shortcuts:
                what = f"{member} is a member of {body} at the dataset's date, {at}, without the shortcut org:memberOf."
                way_out = f"Add: {shown(pair[0])} org:memberOf {shown(pair[1])} ."
                yield Finding(ERROR, shown(always[0].node), what, way_out)
            if pair in shortcuts and not any(m.holds(self.datasets) for m in full):
                what = f"{member} has the shortcut org:memberOf {shown(pair[1])}, but no full membership holds at {at}."
                yield Finding(ERROR, shown(pair[0]), what, "Take out the shortcut, or fix the membership.")
        if by_pair:  # a graph of shortcuts alone is fine
            for pair in sorted(shortcuts - set(by_pair), key=str):
                what = f"{self._name(pair[0])} has the shortcut org:memberOf {shown(pair[1])}, but no membership."
                yield Finding(WARNING, shown(pair[0]), what, "Add an org:Membership with its evidence.")

    # Presence and shares

    def of_presence(self) -> Iterator[Finding]:
        """Who is both present at an event and absent from it, or absent and yet signing."""
        present = self._facts("blocs:Attendance")
        absent = {fact.pair: fact for fact in self._facts("blocs:Absence")}
        signed = self._facts("blocs:SigningShare")
        for facts, did in ((present, "takes part in"), (signed, "signs at")):
            for fact in facts:
                absence = absent.get(fact.pair)
                if absence is not None and not self._recorded(fact, absence):
                    who, event = map(self._name, fact.pair)
                    what = f"{who} {did} {event}, and is absent from it in {shown(absence.node)}."
                    yield Finding(ERROR, shown(fact.node), what, _RECORD)

    def of_shares(self) -> Iterator[Finding]:
        """Different signing shares of the same signatory, documents and event."""
        shares: dict[tuple[Term | None, ...], list[tuple[Term, str]]] = defaultdict(list)
        for fact, who, documents, event, percent in self.shares:
            assert fact is not None
            shares[who, documents, event].append((fact, text_of(percent)))
        for (who, documents, _), given in shares.items():
            for (one, share), (other, different) in combinations(sorted(given, key=str), 2):
                facts = (_Fact(one, one, one), _Fact(other, other, other))
                if share != different and not self._recorded(*facts):
                    what = f"{self._name(who)} signed {share} % of {self._name(documents)} here, {different} % in "
                    yield Finding(ERROR, shown(one), f"{what}{shown(other)}.", _RECORD)

    # Numbers

    def of_numbers(self) -> Iterator[Finding]:
        """More members or participants than the number that a source gives."""
        for what, rows in self.counts.items():
            for entity, number, count in sorted(rows, key=str):
                if entity is not None and text_of(number).isdecimal() and int(text_of(count)) > int(text_of(number)):
                    text = (
                        f"{self._name(entity)} has {text_of(count)} {what}, and is said to have only {text_of(number)}."
                    )
                    yield Finding(ERROR, shown(entity), text, "Fix the number, or take out what is too much.")

    # Reading

    def _rows(self, body: str) -> Iterable[Row]:
        return self.source.select(prologue(body) + body)

    def _facts(self, kind: str) -> list[_Fact]:
        """The facts of a class that are not only planned or claimed."""
        unsure = {PREFIXES["blocs"] + "planned", PREFIXES["blocs"] + "claimed"}
        facts: dict[Term, _Fact] = {}
        left_out = set()
        rows: dict[Term | None, list[Row]] = defaultdict(list)
        for row in self.facts[kind]:
            rows[row[0]].append(row)
        # Engines give rows in any order; of a fact with several dates the same one must count.
        ordered = chain.from_iterable(same if len(same) == 1 else sorted(same, key=str) for same in rows.values())
        for node, first, second, start, end, role, basis in ordered:
            if node is None or first is None or second is None or self._unknown((first, second)):
                continue
            if text_of(basis) in unsure:
                left_out.add(node)
            name = role_of(text_of(role))
            derived = text_of(basis) == PREFIXES["blocs"] + "derived"
            facts.setdefault(node, _Fact(node, first, second, text_of(start), text_of(end), name, derived))
        return sorted((fact for node, fact in facts.items() if node not in left_out), key=lambda fact: str(fact.node))

    def _sources(self, facts: set[Term]) -> dict[Term, set[Term]]:
        """Where facts are from: tables and texts."""
        found: dict[Term, set[Term]] = {fact: set() for fact in facts}
        named = sorted((fact for fact in facts if isinstance(fact, NamedNode)), key=str)
        for at in range(0, len(named), _MANY):
            clause = values("fact", named[at : at + _MANY])
            for way in ("?fact dcterms:source ?source", "?fact blocs:evidence ?quote . ?quote dcterms:source ?source"):
                for fact, source in self._rows(f"SELECT DISTINCT ?fact ?source {{ {clause} {way} }}"):
                    assert fact is not None and source is not None
                    found[fact].add(source)
        return found

    def _recorded(self, one: _Fact, other: _Fact) -> bool:
        return any(one.node in tension and other.node in tension for tension in self.tensions)

    def _unknown(self, pair: tuple[Term, Term]) -> bool:
        return pair[0] in self.unknown or pair[1] in self.unknown

    def _name(self, term: Term | None) -> str:
        known = self.names.by_iri.get(term.value) if isinstance(term, NamedNode) else None
        return known.short if known else shown(term)


def _facts_query(kind: str) -> str:
    one, other = _FACTS[kind]
    return (
        f"SELECT ?fact ?one ?other ?start ?end ?role ?basis {{ ?fact a {kind} ; {one} ?one ; {other} ?other ."
        " OPTIONAL { ?fact schema:startDate ?start } OPTIONAL { ?fact schema:endDate ?end }"
        " OPTIONAL { ?fact org:role ?role } OPTIONAL { ?fact blocs:basis ?basis } }"
    )


def _counting(pattern: str) -> str:
    return f"SELECT ?body ?number (COUNT(DISTINCT ?who) AS ?count) WHERE {{ {pattern} }} GROUP BY ?body ?number"


def _agree(one: str, other: str) -> bool:
    """Whether two dates may be the same moment, as far as they are precise."""
    return bool(one and other) and (one.startswith(other) or other.startswith(one))
