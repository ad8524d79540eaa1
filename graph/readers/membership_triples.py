"""Memberships of a table in the graph model, as N-Triples."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from ..model.authority import authority
from ..model.bodies import bodies
from ..model.name_forms import normal, slug
from ..model.roles import ROLE_IRIS
from ..rdf import ntriples as nt
from ..rdf.terms import BASE, PREFIXES
from .ids import Ids
from .reconcile import Named, Reconciler
from .row import NO_MORE, NOTHING_MORE, Row

__all__ = ["OBLIGATIONS", "DataSet", "Things", "Told", "membership_triples"]

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

_CODES = {
    "cow": "blocs:cowCode", "gw": "blocs:gwCode", "iso3": "blocs:iso3", "iso2": "blocs:iso2",
    "cow_abbreviation": "blocs:cowAbbreviation", "iso_numeric": "blocs:isoNumeric",
}  # fmt: skip
_TYPES = {"state": "schema:Country", "person": "schema:Person", "body": "org:Organization"}


@dataclass(frozen=True)
class DataSet:
    """What a graph says of the table that it came from.

    Parameters
    ----------
    id : str
        Its id in the graph; `dataset-` and the label's slug if it has none.
    label : str
        What it is called.
    definition, citation : str
        What it is; what to cite for it.
    faults : tuple of str
        What is wrong with it by its own documentation.
    person : bool
        Whether its members are people.
    source_id : str
        The id of the store's source that it is, if it has no id of its own.
    observed_from : str
        The first year of a table with a row for each year; "" of other tables.
    """

    label: str
    id: str = ""
    definition: str = ""
    citation: str = ""
    faults: tuple[str, ...] = ()
    person: bool = False
    source_id: str = ""
    observed_from: str = ""

    @property
    def name(self) -> str:
        """Its id."""
        return self.id or f"dataset-{self.prefix}"

    @property
    def prefix(self) -> str:
        """What the ids of its facts begin with."""
        return self.id or self.source_id or slug(self.label) or "table"


class _Listed(NamedTuple):
    """What the lists have of a name: id and label, and whether it is no name of its own."""

    id: str = ""
    label: str = ""
    shared: bool = False


_NOT_LISTED = _Listed()


class _Thing:
    """A member or a body: its id, its names and what is said of it.

    `label` is what the lists call it, `shared` whether the table has a name for it that may mean others too.
    """

    __slots__ = (
        "addresses", "as_body", "as_member", "classification", "codes", "id", "iri", "kinds", "listed_label", "names",
        "shared", "short",
    )  # fmt: skip

    def __init__(self, id_: str, label: str = "") -> None:
        self.id, self.iri, self.listed_label, self.shared = id_, BASE + id_, label, False
        # What each of its memberships says of it.
        self.as_member = f" {_MEMBER} <{self.iri}> .\n"
        self.as_body = f" {_ORGANIZATION} <{self.iri}> .\n"
        self.kinds: tuple[str, ...] = ()
        self.names: dict[str, str] = {}
        self.codes: dict[str, str] = {}
        self.addresses: dict[str, None] = {}
        self.short = self.classification = ""

    def add_name(self, name: str, shared: bool) -> None:
        """One more name by which the table calls it; a shared one may mean others too."""
        self.names.setdefault(normal(name) or name, name)
        self.shared = self.shared or shared

    @property
    def label(self) -> str:
        """What the table calls it; what the list calls it, if the table has several names for it or none of its own."""
        if self.listed_label and (len(self.names) > 1 or self.shared):
            return self.listed_label
        return next(iter(self.names.values()))

    @property
    def aliases(self) -> list[str]:
        """The other names that the table has for it."""
        label = normal(self.label) or self.label
        return [name for key, name in self.names.items() if key != label]


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
    """

    name: str
    pairs: Sequence[str]
    holds: bool


def membership_triples(
    rows: Iterable[Row],
    dataset: DataSet | Callable[[], DataSet],
    as_of: str | Callable[[], str],
    reconciler: Reconciler | None = None,
    told: Told = lambda member, body, role, start, end: None,
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

    Yields
    ------
    str
        Lines of N-Triples.
    """
    iterator = iter(rows)
    first = next(iterator, None)
    date = as_of if isinstance(as_of, str) else as_of()
    writer = _Writer(dataset if isinstance(dataset, DataSet) else dataset(), reconciler, date, told)
    if first is not None:
        yield writer.row(first)
    for row in iterator:
        yield writer.row(row)
    yield from writer.rest(date)


class Things:
    """The members and bodies of a table: each gets its id when it first comes, and its names as they come.

    Parameters
    ----------
    person : bool
        Whether the members are people.
    reconciler : Reconciler, optional
        What joins them to the lists.
    as_of : str
        The table's own date.
    """

    def __init__(self, *, person: bool = False, reconciler: Reconciler | None = None, as_of: str = "") -> None:
        self.by_id: dict[str, _Thing] = {}
        self.members_kind = "person" if person else "state"
        self._ids = Ids()
        self.named: dict[tuple[str, str], _Thing] = {}
        self._members: dict[tuple[str, str], _Thing] = {}  # those whose names mean the same in every year
        self._dated: dict[tuple[object, ...], _Thing] = {}
        self._by_address: dict[str, str] = {}
        self._address_named: dict[tuple[str, str], str] = {}
        self._states = None if person else reconciler
        self._bodies = reconciler
        if reconciler is not None and reconciler.year is None and as_of[:4].isdigit():
            reconciler.year = int(as_of[:4])

    def member(self, row: Row) -> _Thing:
        """The member of a row."""
        if not row.codes:
            name = row.member, row.member_id
            if (known := self._members.get(name)) is not None:
                return known
            if self._states is None or self._states.settled(row.member):
                self._members[name] = self._thing(*name, self.members_kind, row)
                return self._members[name]
        if self._states is None:
            return self._thing(row.member, row.member_id, self.members_kind, row)
        # A name or code that means another state in other years: the row's years say which.
        settled = row.member_id or self._states.settled(row.member, row.codes)
        key = (row.member, row.member_id, row.codes, *(() if settled else (row.start[:4], row.end[:4])))
        if key not in self._dated:
            self._dated[key] = self._thing(row.member, row.member_id, self.members_kind, row, dated=True)
        return self._dated[key]

    def body(self, row: Row) -> _Thing:
        """The body of a row."""
        return self._thing(row.organization, row.organization_id, "body", row)

    def _thing(self, name: str, address: str, kind: str, row: Row, *, dated: bool = False) -> _Thing:
        """The member or body of a name, or of an address if it has one; what is both is one thing of both kinds."""
        found = None if dated else self.named.get((name, address))
        if found is None:
            listed = self._listed(name, kind, row)
            id_ = self._of_address(name, address, listed.id, kind) if address else listed.id or self._own_id(name, kind)
            found = self.by_id.get(id_)
            if found is None:
                found = self.by_id[id_] = _Thing(id_, listed.label if listed.id == id_ else "")
            if address:
                found.addresses[address] = None
            found.add_name(name, listed.shared)
            if not dated:
                self.named[name, address] = found
        if kind not in found.kinds:
            found.kinds += (kind,)
        return found

    def _listed(self, name: str, kind: str, row: Row) -> _Listed:
        """What the lists say that a name is."""
        if self._bodies is not None and kind == "body":
            return self._listed_body(name)
        if self._states is None:
            return _NOT_LISTED
        if not row.codes and self._states.unlisted(name):
            return self._listed_body(name)  # a body may be a member of others
        first, last = ("", "") if row.member_id else (row.start[:4], row.end[:4])
        named = Named(name, first=int(first) if first else None, last=int(last) if last else None)
        joined = self._states.state(named, row.codes)
        if not joined.id and not joined.candidates and not joined.how:
            return self._listed_body(name)
        label = joined.state.label if joined.state is not None else ""
        # What may mean others too, or is a code, is no name to show.
        shared = joined.how == "map" or not self._states.settled(name) or (joined.how == "code" and not row.codes)
        return _Listed(joined.id, label, shared)

    def _listed_body(self, name: str) -> _Listed:
        assert self._bodies is not None
        body_id = self._bodies.body(name)
        if not body_id:
            return _NOT_LISTED
        body = bodies().get(body_id)
        return _Listed(body_id, body.label if body is not None else "")

    def _own_id(self, name: str, kind: str) -> str:
        """The id of a name that was not joined; a state that may be several of the list is none of them."""
        own = self._ids.give(name, "state")
        if kind == "body" or self._states is None or own not in authority():
            return own
        return self._ids.give(f"{name} 2", "state")

    def _of_address(self, name: str, address: str, listed: str, kind: str) -> str:
        """One id for one address, whatever it is called; two addresses under one name are two things."""
        known = self._by_address.get(address)
        if known is not None:
            return known
        plain = listed or self._own_id(name, kind)
        owner = self._address_named.setdefault((name, plain), address)
        taken = owner != address or (not listed and self.by_id.get(plain) is not None and self.by_id[plain].addresses)
        self._by_address[address] = self._ids.give(f"{name} {address}", "state") if taken else plain
        return self._by_address[address]


class _Writer(Things):
    """Writes facts as they come, and at the end what they are about: only then its kind is known."""

    def __init__(self, dataset: DataSet, reconciler: Reconciler | None, as_of: str, told: Told) -> None:
        super().__init__(person=dataset.person, reconciler=reconciler, as_of=as_of)
        self.told = told
        self.dataset, self.prefix = dataset, dataset.prefix
        self.missing: dict[tuple[str, str, str], list[str]] = {}
        self.concepts: dict[str, str] = {}
        self.source = nt.entity(dataset.name)
        self.as_of = as_of
        self.stated = (_STATED, f" {_SOURCE} {self.source} .\n")
        self.plain_members: dict[str, _Thing] = {}  # by names that mean the same in every row
        self.plain_bodies: dict[str, _Thing] = {}
        self.alike: dict[tuple[str, str, str], _Alike] = {}

    def row(self, row: Row) -> str:
        """The lines of one row."""
        if row[NOTHING_MORE:] == NO_MORE:
            member, body = self.plain_members.get(row.member), self.plain_bodies.get(row.organization)
            if member and body:
                return self.membership(row, member, body)
        return self._any_row(row)

    def _any_row(self, row: Row) -> str:
        """The lines of a row that says more than others do, or names what has not come before."""
        member = None if row.codes else self.named.get((row.member, row.member_id))
        if member is None or self.members_kind not in member.kinds:
            member = self.member(row)
        body = self.named.get((row.organization, row.organization_id))
        if body is None or "body" not in body.kinds:
            body = self.body(row)
        if row.codes:
            for scheme, code in row.codes:
                member.codes.setdefault(scheme, code)
        elif not row.member_id and self.named.get((row.member, "")) is member:
            self.plain_members[row.member] = member
        if not row.organization_id:
            self.plain_bodies[row.organization] = body
        if row.abbreviation and row.abbreviation != body.label:
            body.short = row.abbreviation
        if row.classification:
            body.classification = row.classification
        if row.holds == "yes":
            return self.membership(row, member, body)
        if row.holds == "missing":
            self.missing.setdefault((body.id, row.start, row.end), []).append(member.id)
        return ""

    def membership(self, row: Row, member: _Thing, body: _Thing) -> str:
        """One membership; its id is made of what it says, so that saying it twice is saying it once.

        Most of a table's lines are made here, hence the plain text: what is said of the fact is joined by the fact.
        """
        how = row[3:6]
        alike = self.alike.get(how) or self._all_alike(*how)
        self.told(member.iri, body.iri, *how)
        said = f"{self.prefix}_{member.id}_{body.id}{alike.name}" if alike.name else self._undated(member, body)
        fact = f"{_FACT}{said}>"
        lines = fact.join(("", _IS_MEMBERSHIP, member.as_member, body.as_body, *alike.pairs))
        if row[NOTHING_MORE:] != NO_MORE:
            lines += "".join(f"{fact} {_OBLIGATION} {nt.names(OBLIGATIONS[one])} .\n" for one in row.obligations)
            if row.quote or row.source:
                lines += self._grounds(row, said, fact)
        return f"{lines}<{member.iri}> {_MEMBER_OF} <{body.iri}> .\n" if alike.holds else lines

    def _all_alike(self, role: str, start: str, end: str) -> _Alike:
        """What is said of all memberships of a role and of dates: a table has few, each many times."""
        full = role == "full"
        edges = [(_START, start), (_END, end)]
        pairs = [*self.stated, *([] if full else [_as_role(role)])]
        pairs += [_on_date(predicate, value) for predicate, value in edges if value]
        holds = full and (not start or start <= self.as_of + "~") and (not end or end + "~" >= self.as_of)
        name = f"_{'' if full else role}_{start}_{end}".rstrip("_")
        found = self.alike[role, start, end] = _Alike(name, pairs, holds)
        return found

    def _undated(self, member: _Thing, body: _Thing) -> str:
        """The name of the fact that says only who is in what."""
        return f"{self.prefix}_{member.id}_{body.id}".rstrip("_")

    def _grounds(self, row: Row, said: str, fact: str) -> str:
        """Where a row says it is from: a quote, or without one a source."""
        lines, bearer = "", fact
        if row.quote:
            digest = hashlib.sha256(f"{row.quote}\n{row.source}".encode()).hexdigest()[:8]
            bearer = nt.fact(f"{said}_quote_{digest}")
            lines += f"{fact} {_EVIDENCE} {bearer} .\n"
            lines += nt.line(bearer, [("rdf:type", nt.names("oa:TextQuoteSelector")), ("oa:exact", nt.text(row.quote))])
        if row.quote and not row.source:
            lines += f"{bearer} {_SOURCE} {self.source} .\n"
        if row.source:
            name = slug(row.source)[:60] or "source"
            origin = nt.entity(f"source-{name}-{hashlib.sha256(row.source.encode()).hexdigest()[:6]}")
            lines += f"{bearer} {_SOURCE} {origin} .\n"
            lines += nt.line(
                origin, [("rdf:type", nt.names("schema:Article")), ("skos:prefLabel", nt.text(row.source))]
            )
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
        for thing in self.by_id.values():
            yield self._declared(thing)
        for (body, start, end), members in self.missing.items():
            yield self._missing(body, start, end, members)

    def _declared(self, thing: _Thing) -> str:
        pairs = [("rdf:type", nt.names(_TYPES[kind])) for kind in thing.kinds]
        pairs.append(("skos:prefLabel", nt.text(thing.label)))
        if len(thing.names) > 1 or thing.listed_label:
            pairs += [("skos:altLabel", nt.text(name)) for name in thing.aliases]
        if thing.short:
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
        pairs = [("rdf:type", nt.names("blocs:MissingMembership")), ("org:organization", nt.entity(body))]
        pairs += [("org:member", nt.entity(member)) for member in dict.fromkeys(members)]
        pairs += [("schema:startDate", nt.date(start))] if start else []
        pairs += [("schema:endDate", nt.date(end))] if end else []
        name = "_".join(part for part in (self.prefix, "missing", body, start, end) if part)
        return nt.line(nt.fact(name), [*pairs, ("dcterms:source", self.source)])


@cache
def _as_role(role: str) -> str:
    return f" {_ROLE} {nt.iri(ROLE_IRIS[role])} .\n"


@lru_cache(maxsize=1 << 12)
def _on_date(predicate: str, date: str) -> str:
    """What is said of a date, the same text for all facts: what is in few places stays in the processor's cache."""
    return f" {predicate} {nt.date(date)} .\n"


_FACT = f"<{PREFIXES['fact']}"
_MEMBER, _ORGANIZATION, _MEMBER_OF = (nt.names(f"org:{name}") for name in ("member", "organization", "memberOf"))
_IS_MEMBERSHIP = f" {nt.names('rdf:type')} {nt.names('org:Membership')} .\n"
_STATED = f" {nt.names('blocs:basis')} {nt.names('blocs:stated')} .\n"
_SOURCE, _ROLE, _EVIDENCE = nt.names("dcterms:source"), nt.names("org:role"), nt.names("blocs:evidence")
_START, _END = nt.names("schema:startDate"), nt.names("schema:endDate")
_OBLIGATION = nt.names("blocs:obligation")
