"""Memberships of a table in the graph model, as N-Triples."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from ..amounts import shortened
from ..escaping import shown
from ..model.entities import TYPES
from ..model.naming.forms import normal, slug
from ..model.roles import LESSER_ROLES, ROLE_IRIS, ROLES
from ..rdf import ntriples as nt
from ..rdf.terms import PREFIXES
from .bases import DERIVED, PLANNED, STATED
from .dataset import DataSet
from .names.reconcile import Reconciler
from .names.things import Thing, Things
from .row import NO_MORE, NOTHING_MORE, Row
from .rows.overlaps import Overlaps

__all__ = ["OBLIGATIONS", "Told", "membership_triples"]

Told = Callable[[str, str, str, str, str], object]
"""Is told a membership: the IRIs of member and body, the role, and its dates, "" where none is given."""

OBLIGATIONS: dict[str, str] = {
    "defense": "blocs:defense",
    "offense": "blocs:offense",
    "neutrality": "blocs:neutrality",
    "nonaggression": "blocs:nonaggression",
    "consultation": "blocs:consultation",
    "entente": "blocs:entente",
}
"""What members of an alliance promise, and the concept of each."""

_MOST_DENIED = 20_000
"""So many cells that say no are kept of a table; of more, a store would hold little else, and only their number is."""

_CODES = {
    "cow": "blocs:cowCode", "gw": "blocs:gwCode", "iso3": "blocs:iso3", "iso2": "blocs:iso2",
    "cow_abbreviation": "blocs:cowAbbreviation", "iso_numeric": "blocs:isoNumeric",
}  # fmt: skip
_TYPES = {kind: nt.iri(iri) for iri, kind in reversed(TYPES.items())}


@dataclass(frozen=True)
class _Alike:
    """What memberships of one role and the same dates have in common.

    Parameters
    ----------
    name : str
        What the names of their facts end with.
    pairs : sequence of str
        What is said of their role and dates.
    holds : bool
        Whether they make a member now.
    dates : tuple of (str, str)
        Their start and their end.
    """

    name: str
    pairs: Sequence[str]
    holds: bool
    dates: tuple[str, str]


def membership_triples(
    rows: Iterable[Row],
    dataset: DataSet | Callable[[], DataSet],
    as_of: str | Callable[[], str],
    reconciler: Reconciler | None = None,
    told: Told = lambda member, body, role, start, end: None,
    again: Callable[[int, Sequence[str]], object] = lambda number, said: None,
    *,
    by_spelling: bool = False,
) -> Iterator[str]:
    """The memberships in the graph model, as N-Triples; a row that says the same as another adds nothing.

    Parameters
    ----------
    rows : iterable of Row
        The memberships.
    dataset : DataSet or callable
        What is said of the table; a callable is asked when the first row has come.
    as_of : str or callable
        The table's own date; a callable is asked when the first row has come.
    reconciler : Reconciler, optional
        What joins members and bodies to the lists; without it each has the id of its name.
    told : callable
        Told each membership: the IRIs of member and body, its role, and its dates, "" where none is given.
    again : callable
        Told at the end how many memberships said the same as others, and what is to be said of those that hold at once
        and of those of a body in itself.
    by_spelling : bool
        Whether names are two things that differ in more than case and blanks.

    Yields
    ------
    str
        Lines of N-Triples.
    """
    iterator = iter(rows)
    first = next(iterator, None)
    date = as_of if isinstance(as_of, str) else as_of()
    writer = _Writer(
        dataset if isinstance(dataset, DataSet) else dataset(), reconciler, date, told, by_spelling=by_spelling
    )
    if first is not None:
        yield writer.row(first)
    for row in iterator:
        yield writer.row(row)
    again(
        writer.repeated,
        [*filter(None, [writer.overlaps.said(lambda thing: writer.by_id[thing].label), writer.in_itself()])],
    )
    yield from writer.rest(date)


class _Writer(Things):
    """Writes facts as they come, and at the end what they are about: only then its kind is known."""

    def __init__(
        self, dataset: DataSet, reconciler: Reconciler | None, as_of: str, told: Told, *, by_spelling: bool = False
    ) -> None:
        super().__init__(dataset.members_kind, reconciler=reconciler, as_of=as_of, by_spelling=by_spelling)
        self.told = told
        self.dataset, self.prefix = dataset, dataset.prefix
        self.missing: dict[tuple[str, str, str], list[str]] = {}
        self.denials = 0
        self.denied: dict[tuple[str, str, str, str], list[str]] = {}
        self.concepts: dict[str, str] = {}
        self.offices: dict[str, str] = {}
        self.source = nt.entity(dataset.name)
        self.as_of = as_of
        self.stated = (_STATED, f" {_SOURCE} {self.source} .\n")
        self.plain_members: dict[str, Thing] = {}  # by names that mean the same in every row
        self.plain_bodies: dict[str, Thing] = {}
        self.alike: dict[tuple[str, str, str, str], _Alike] = {}
        self.facts: set[int] = set()  # by their hashes, since there may be millions
        self.written = 0
        self.overlaps = Overlaps()
        self.selves: dict[str, int] = {}  # the rows that have a body in itself, by what it is called

    def row(self, row: Row) -> str:
        """The lines of one row."""
        if row[NOTHING_MORE:] == NO_MORE:
            member, body = self.plain_members.get(row.member), self.plain_bodies.get(row.organization)
            if member and body and member is not body:
                return self.membership(row, member, body)
        return self._any_row(row)

    def _any_row(self, row: Row) -> str:
        """The lines of a row that says more than others do, or names what has not come before."""
        member = None if row.codes else self.named_members.get((row.member, row.member_id))
        if member is None or not member.is_member:
            member = self.member(row)
        body = self.named_bodies.get((row.organization, row.organization_id))
        if body is None or "body" not in body.kinds:
            body = self.body(row)
        if row.codes:
            for scheme, code in row.codes:
                if scheme not in member.codes and self.has_code(member, scheme, code):
                    member.codes[scheme] = code
        elif not row.member_id and self.named_members.get((row.member, "")) is member:
            self.plain_members[row.member] = member
        if not row.organization_id:
            self.plain_bodies[row.organization] = body
        if row.abbreviation and row.abbreviation != body.label:
            body.short = row.abbreviation
        if row.classification:
            body.classification = row.classification
        if member is body:
            if row.holds == "yes":
                self.selves.setdefault(body.label, row.number)
            return ""
        if row.holds == "yes":
            return self.membership(row, member, body)
        if row.holds == "missing":
            self.missing.setdefault((body.id, row.start, row.end), []).append(member.id)
        if row.holds == "denied":
            if row.quote or row.source:
                return self._denied_by(row, member, body)
            self.denials += 1
            if self.denials <= _MOST_DENIED:
                self.denied.setdefault((body.id, row.start, row.end, row.basis), []).append(member.id)
        return ""

    def _denied_by(self, row: Row, member: Thing, body: Thing) -> str:
        """One membership that a row denies with a quote or a source of its own."""
        said = "_".join(filter(None, (self.prefix, "not", member.id, body.id, row.start, row.end)))
        lines = self._denied(said, body.id, row.start, row.end, row.basis, [member.id])
        return lines + self._grounds(said, nt.fact(said), row.quote, row.source, row.paragraph)

    def membership(self, row: Row, member: Thing, body: Thing) -> str:
        """One membership; its id is made of what it says, so that saying it twice is saying it once.

        Most of a table's lines are made here, hence the plain text: what is said of the fact is joined by the fact.
        """
        how = row[3:6]
        if member.until or "" < row.start < member.since:
            how = row.role, row.start, self.end_of(row, member, body)
        key = *how, row.basis
        alike = self.alike.get(key) or self._all_alike(*key)
        if row.basis != PLANNED:  # which is none yet
            self.told(member.iri, body.iri, *how)
        if row.basis == STATED:
            self.overlaps.add(member.id, body.id, row.role, alike.dates)
        said = f"{self.prefix}_{member.id}_{body.id}{alike.name}" if alike.name else self._undated(member, body)
        self.written += 1
        self.facts.add(hash(said))
        fact = f"{_FACT}{said}>"
        lines = fact.join(("", _IS_MEMBERSHIP, member.as_member, body.as_body, *alike.pairs))
        if row[NOTHING_MORE:] != NO_MORE:
            lines += "".join(f"{fact} {_OBLIGATION} {nt.names(OBLIGATIONS[one])} .\n" for one in row.obligations)
            if row.quote or row.source:
                lines += self._grounds(said, fact, row.quote, row.source, row.paragraph)
            for quote, paragraph, source in row.further:
                lines += self._grounds(said, fact, quote, source, paragraph)
            lines += self._rule(fact) if row.basis == DERIVED else ""
        return f"{lines}<{member.iri}> {_MEMBER_OF} <{body.iri}> .\n" if alike.holds else lines

    def _rule(self, fact: str) -> str:
        """By which rule a fact follows that a table calls derived: the table does not say."""
        rule, lines = nt.entity(f"{self.prefix}-derived"), ""
        if rule not in self.concepts:
            self.concepts[rule] = DERIVED
            said = f"{self.dataset.label} says that this follows from other facts, and not from which."
            called = f"derived in {self.dataset.label}"
            pairs = [("rdf:type", nt.names("blocs:Rule")), ("skos:prefLabel", nt.text(called))]
            lines = nt.line(rule, [*pairs, ("skos:definition", nt.text(said))])
        return f"{lines}{fact} {nt.names('blocs:rule')} {rule} .\n"

    def in_itself(self) -> str:
        """What to say of rows that make a body a member of itself, which made none; "" if there are none."""
        if not self.selves:
            return ""
        named = shortened((f"{shown(name)} in row {number}" for name, number in self.selves.items()), 3)
        return (
            f"a body cannot be a member of itself, and what says so was left out: {named}; correct the member or the"
            " body there"
        )

    @property
    def repeated(self) -> int:
        """How many memberships have said the same as others."""
        return self.written - len(self.facts)

    def _all_alike(self, role: str, start: str, end: str, basis: str) -> _Alike:
        """What is said of all memberships of a role, of dates and of a basis: a table has few, each many times."""
        in_full_right = role not in LESSER_ROLES
        full = role == "full"
        edges = [(_START, start), (_END, end)]
        stated = basis == STATED
        pairs = [*(self.stated if stated else (_based(basis), self.stated[1])), *([] if full else [_as_role(role)])]
        pairs += [_on_date(predicate, value) for predicate, value in edges if value]
        # What is only claimed or planned is not so.
        known = basis in (STATED, DERIVED)
        in_time = (not start or start <= self.as_of + "~") and (not end or end + "~" >= self.as_of)
        if role not in ROLES:
            self.offices.setdefault(_office(role), role)
        called = "" if full else role if role in ROLES else slug(role)
        name = f"_{called}_{start}_{end}{'' if stated else f'_{basis}'}".rstrip("_")
        found = _Alike(name, pairs, known and in_full_right and in_time, (start, end))
        self.alike[role, start, end, basis] = found
        return found

    def _undated(self, member: Thing, body: Thing) -> str:
        """The name of the fact that says only who is in what."""
        return f"{self.prefix}_{member.id}_{body.id}".rstrip("_")

    def _grounds(self, said: str, fact: str, quote: str, source: str, paragraph: str) -> str:
        """Where a row says it is from: a quote, or without one a source."""
        lines, bearer = "", fact
        if quote:
            digest = hashlib.sha256(f"{quote}\n{source}".encode()).hexdigest()[:8]
            bearer = nt.fact(f"{said}_quote_{digest}")
            lines += f"{fact} {_EVIDENCE} {bearer} .\n"
            pairs = [("rdf:type", nt.names("oa:TextQuoteSelector")), ("oa:exact", nt.text(quote))]
            pairs += [("blocs:paragraph", nt.literal(paragraph, "integer"))] if paragraph else []
            lines += nt.line(bearer, pairs)
        if quote and not source:
            lines += f"{bearer} {_SOURCE} {self.source} .\n"
        if source:
            name = slug(source)[:60] or "source"
            origin = nt.entity(f"source-{name}-{hashlib.sha256(source.encode()).hexdigest()[:6]}")
            lines += f"{bearer} {_SOURCE} {origin} .\n"
            lines += nt.line(origin, [("rdf:type", nt.names("schema:Article")), ("skos:prefLabel", nt.text(source))])
        return lines

    def rest(self, as_of: str) -> Iterator[str]:
        """The dataset, the members and bodies, and what is missing."""
        about = self.dataset
        pairs = [
            ("rdf:type", nt.names("schema:Dataset")),
            ("skos:prefLabel", nt.text(about.label)),
            ("blocs:asOf", nt.date(as_of)),
        ]
        if about.observed_from:
            pairs.append(("blocs:observedFrom", nt.date(about.observed_from)))
        if about.definition:
            pairs.append(("skos:definition", nt.text(about.definition)))
        if about.citation:
            pairs.append(("dcterms:bibliographicCitation", nt.text(about.citation)))
        pairs += [("skos:note", nt.text(fault)) for fault in about.faults]
        yield nt.line(self.source, pairs)
        bearers = Counter(key for thing in self.by_id.values() for key in {normal(thing.plain), *thing.names} if key)
        for thing in self.by_id.values():
            yield self._declared(thing, bearers)
        for office, role in self.offices.items():
            yield nt.line(office, [("rdf:type", nt.names("org:Role")), ("skos:prefLabel", nt.text(role))])
        for (body, start, end), members in self.missing.items():
            yield self._missing(body, start, end, members)
        if self.denials > _MOST_DENIED:
            yield nt.line(self.source, [("blocs:deniedAndNotKept", nt.literal(str(self.denials), "integer"))])
            return
        for (body, start, end, basis), members in self.denied.items():
            name = "_".join(filter(None, (self.prefix, "not-in", body, start, end, basis if basis != STATED else "")))
            yield self._denied(name, body, start, end, basis, members)

    def _declared(self, thing: Thing, bearers: Counter[str]) -> str:
        """What is said of one thing; `bearers` is how many have a name."""
        pairs = [("rdf:type", _TYPES[kind]) for kind in thing.kinds]
        pairs.append(("skos:prefLabel", nt.text(thing.label)))
        if len(thing.names) > 1 or thing.listed_label:
            pairs += [("skos:altLabel", nt.text(name)) for name in thing.aliases]
        if thing.plain not in ("", thing.label, *thing.names.values()) and bearers[normal(thing.plain)] == 1:
            pairs.append(("skos:altLabel", nt.text(thing.plain)))
        # What another is called is no abbreviation of this one.
        if thing.short and (not thing.plain or normal(thing.short) not in bearers):
            pairs.append(("blocs:abbreviation", nt.text(thing.short)))
        pairs += [(_CODES[scheme], nt.text(code)) for scheme, code in thing.codes.items()]
        pairs += [("skos:exactMatch", nt.iri(address)) for address in thing.addresses]
        lines = ""
        if thing.classification:
            concept = nt.entity(
                f"type-{slug(thing.classification) or hashlib.sha256(thing.classification.encode()).hexdigest()[:8]}"
            )
            pairs.append(("org:classification", concept))
            if concept not in self.concepts:
                self.concepts[concept] = thing.classification
                lines = nt.line(
                    concept, [("rdf:type", nt.names("skos:Concept")), ("skos:prefLabel", nt.text(thing.classification))]
                )
        return nt.line(nt.entity(thing.id), pairs) + lines

    def _missing(self, body: str, start: str, end: str, members: list[str]) -> str:
        """What is missing: one node for a body and span, with all the members of whom nothing is known then."""
        pairs = _of_members("blocs:MissingMembership", body, start, end, members)
        name = "_".join(part for part in (self.prefix, "missing", body, start, end) if part)
        return nt.line(nt.fact(name), [*pairs, ("dcterms:source", self.source)])

    def _denied(self, name: str, body: str, start: str, end: str, basis: str, members: Iterable[str]) -> str:
        """What is denied: one node for a body and span, with all the members that are not in it then."""
        pairs = _of_members("blocs:NonMembership", body, start, end, members)
        lines = nt.line(
            nt.fact(name), [*pairs, ("blocs:basis", nt.names(f"blocs:{basis}")), ("dcterms:source", self.source)]
        )
        return lines + self._rule(nt.fact(name)) if basis == DERIVED else lines


def _of_members(kind: str, body: str, start: str, end: str, members: Iterable[str]) -> list[tuple[str, str]]:
    """What is said of all members of a body in a span that one node is of."""
    pairs = [("rdf:type", nt.names(kind)), ("org:organization", nt.entity(body))]
    pairs += [("org:member", nt.entity(member)) for member in dict.fromkeys(members)]
    pairs += [("schema:startDate", nt.date(start))] if start else []
    pairs += [("schema:endDate", nt.date(end))] if end else []
    return pairs


@cache
def _as_role(role: str) -> str:
    return f" {_ROLE} {nt.iri(ROLE_IRIS[role]) if role in ROLE_IRIS else _office(role)} .\n"


def _office(role: str) -> str:
    """The term of a role that only the table knows."""
    return nt.entity(f"role-{slug(role)}")


@cache
def _based(basis: str) -> str:
    return f" {nt.names('blocs:basis')} {nt.names(f'blocs:{basis}')} .\n"


@lru_cache(maxsize=1 << 12)
def _on_date(predicate: str, date: str) -> str:
    """What is said of a date, the same text for all facts: what is in few places stays in the processor's cache."""
    return f" {predicate} {nt.date(date)} .\n"


_FACT = f"<{PREFIXES['fact']}"
_MEMBER_OF = nt.names("org:memberOf")
_IS_MEMBERSHIP = f" {nt.names('rdf:type')} {nt.names('org:Membership')} .\n"
_STATED = f" {nt.names('blocs:basis')} {nt.names('blocs:stated')} .\n"
_SOURCE, _ROLE, _EVIDENCE = nt.names("dcterms:source"), nt.names("org:role"), nt.names("blocs:evidence")
_START, _END = nt.names("schema:startDate"), nt.names("schema:endDate")
_OBLIGATION = nt.names("blocs:obligation")
