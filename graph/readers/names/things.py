"""The members and bodies of a table: one thing for one name, joined to the lists of states and bodies."""

from __future__ import annotations

from typing import NamedTuple

from ...model.known.authority import authority
from ...model.known.bodies import bodies
from ...model.known.states import State
from ...model.naming.abbreviations import parted
from ...model.naming.forms import as_written, normal
from ...rdf import ntriples as nt
from ...rdf.terms import BASE
from ..row import Row
from .code_schemes import known_scheme
from .ids import Ids
from .reconcile import Reconciler
from .reconciled import Named

__all__ = ["Thing", "Things"]

_MEMBER, _ORGANIZATION = nt.names("org:member"), nt.names("org:organization")


class _Listed(NamedTuple):
    """What the lists have of a name: id and label, whether it is no name of its own, and the one it has instead."""

    id: str = ""
    label: str = ""
    shared: bool = False
    instead: str = ""


_NOT_LISTED = _Listed()


class Thing:
    """A member or a body: its id, its names and what is said of it.

    `label` is what the lists call it, `shared` whether the table has a name for it that may mean others too, `plain`
    its name without the abbreviation that the table writes beside it; `is_listed_body` whether the list of bodies has
    it: as a member of others it is a body too; `is_member` whether a row has it as a member.
    """

    __slots__ = (
        "addresses", "as_body", "as_member", "classification", "codes", "id", "iri", "is_listed_body", "is_member",
        "kinds",        "listed_label", "names", "plain", "shared", "short", "since",
        "state", "until",
    )  # fmt: skip

    def __init__(self, id_: str, label: str = "") -> None:
        self.id, self.iri, self.listed_label, self.shared = id_, BASE + id_, label, False
        self.is_listed_body = label != "" and bodies().get(id_) is not None
        self.is_member = False
        self.state: State | None = None
        self.since, self.until = "", ""
        # What each of its memberships says of it.
        self.as_member = f" {_MEMBER} <{self.iri}> .\n"
        self.as_body = f" {_ORGANIZATION} <{self.iri}> .\n"
        self.kinds: tuple[str, ...] = ()
        self.names: dict[str, str] = {}
        self.codes: dict[str, str] = {}
        self.addresses: dict[str, None] = {}
        self.short = self.classification = self.plain = ""

    def add_name(self, name: str, shared: bool) -> None:
        """One more name by which the table calls it; a shared one may mean others too."""
        self.names.setdefault(normal(name) or name, name)
        self.shared = self.shared or shared

    def is_state(self, state: State) -> None:
        """Have it be a state of the list, with its lifetime."""
        self.state, self.since, self.until = state, state.since, state.ended

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


class Things:
    """The members and bodies of a table: each gets its id when it first comes, and its names as they come.

    Parameters
    ----------
    members_kind : str
        What the members are: "state", "person", or "member" where it is not known of those that are not listed.
    reconciler : Reconciler, optional
        What joins them to the lists.
    as_of : str
        The table's own date.
    by_spelling : bool
        Whether names are two things that differ in more than case and blanks.
    """

    def __init__(
        self,
        members_kind: str = "state",
        *,
        reconciler: Reconciler | None = None,
        as_of: str = "",
        by_spelling: bool = False,
    ) -> None:
        self.by_id: dict[str, Thing] = {}
        self.members_kind = members_kind
        self._ids = Ids()
        self._by_spelling = by_spelling
        self._ways: dict[str, dict[str, str]] = {}  # by the id that several ways of writing a name have
        # By names and addresses: what is written alike among members and among bodies need not be one thing.
        self.named_members: dict[tuple[str, str], Thing] = {}
        self.named_bodies: dict[tuple[str, str], Thing] = {}
        self._first_members: dict[tuple[str, str], Thing] = {}  # also those whose names mean others in other years
        self._members: dict[tuple[str, str], Thing] = {}  # those whose names mean the same in every year
        self._dated: dict[tuple[object, ...], Thing] = {}
        self._by_address: dict[str, str] = {}
        self._address_named: dict[tuple[str, str], str] = {}
        self._states = None if members_kind == "person" else reconciler
        self._bodies = reconciler
        if reconciler is not None and reconciler.year is None and as_of[:4].isdigit():
            reconciler.year = int(as_of[:4])

    def member(self, row: Row) -> Thing:
        """The member of a row."""
        if row.kinds:
            return [self._thing(row.member, row.member_id, kind, row, said=True) for kind in row.kinds][-1]
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
        key = (row.member, row.member_id, row.codes, *(() if settled else self._years(row)))
        if key not in self._dated:
            self._dated[key] = self._thing(row.member, row.member_id, self.members_kind, row, dated=True)
        return self._dated[key]

    def end_of(self, row: Row, member: Thing, body: Thing) -> str:
        """The end of a membership: what the row says, or if it says none, that of a state that is no more."""
        if member.state is None or self._states is None or not ("" < row.start < member.since or member.until):
            return row.end
        return self._states.lifetimes.end_of(member.state, body.listed_label or body.label, row.start, row.end)

    def has_code(self, member: Thing, scheme: str, code: str) -> bool:
        """Whether a row's code is the member's own: one by which it is known, but which is another state's, is not."""
        if member.state is None or self._states is None:
            return True
        meant = authority().meanings_of_code(code, [known_scheme(scheme)])
        return not meant or member.state in meant

    def body(self, row: Row) -> Thing:
        """The body of a row."""
        return self._thing(row.organization, row.organization_id, "body", row)

    def _thing(self, name: str, address: str, kind: str, row: Row, *, dated: bool = False, said: bool = False) -> Thing:
        """The member or body of a name, or of an address if it has one; what is both is one thing of both kinds.

        What the row itself says that its member is stands, whatever the lists have.
        """
        as_body, key = kind == "body", (name, address)
        named = self.named_bodies if as_body else self.named_members
        found = None if dated else named.get(key)
        if found is None:
            listed = self._listed(name, kind, row)
            id_ = self._of_address(name, address, listed.id) if address else listed.id or self._own_id(name)
            found = self.by_id.get(id_)
            if found is None:
                found = self.by_id[id_] = Thing(id_, listed.label if listed.id == id_ else "")
            if found.state is None and kind in ("state", "member") and listed.id == id_ and id_ in authority():
                found.is_state(authority()[id_])
            if kind == "body":
                plain, short = parted(name)
                if short:
                    found.plain, found.short = plain, found.short or short
            if address:
                found.addresses[address] = None
            found.add_name(listed.instead or name, listed.shared)
            if not dated:
                named[key] = found
            self._tell_apart(key, found, as_body)
        if not said and kind == "member" and (found.id in authority() or authority().meanings(name)):
            kind = "state"
        found.is_member = found.is_member or said or kind != "body"
        # A body that is a member of others is both: it has a member's part in questions, and is none of the states.
        for one in (kind, "body") if found.is_listed_body and not said else (kind,):
            if one not in found.kinds:
                found.kinds += (one,)
        return found

    def _tell_apart(self, key: tuple[str, str], found: Thing, as_body: bool) -> None:
        """Remember of a name whether it is one thing among members and another among bodies.

        "CAN" is Canada's code in a column of states, and the Andean Community in one of bodies.
        """
        if not as_body:
            self._first_members.setdefault(key, found)
        other = (self._first_members if as_body else self.named_bodies).get(key)
        if other is not None and other is not found and self._bodies is not None:
            name, (member, body) = key[0], (other, found) if as_body else (found, other)
            self._bodies.two_things.setdefault(name, (member.listed_label or name, body.listed_label or name))

    def _listed(self, name: str, kind: str, row: Row) -> _Listed:
        """What the lists say that a name is."""
        if self._bodies is not None and kind == "body":
            listed = self._listed_body(name)
            # A body that is called as a state is the state, whether it comes before its row as a member or after it.
            state = None if listed.id or self._states is None else self._states.state_called(name)
            return listed if state is None else _Listed(state.id, state.label)
        if self._states is None or kind == "person":
            return _NOT_LISTED
        if not row.codes and self._states.unlisted(name):
            return self._listed_body(name, as_member=True)  # a body may be a member of others
        first, last = (None, None) if row.member_id else self._years(row)
        named = Named(name, first=first, last=last)
        joined = self._states.state(named, row.codes)
        if not joined.id and not joined.candidates and not joined.how:
            return self._listed_body(name, as_member=True)
        label = joined.state.label if joined.state is not None else ""
        codes = [code for _, code in row.codes]
        # What means another state now, or is a code, is no name to show.
        own = self._states.settled(name) or self._states.means_now(name, joined.state)
        shared = joined.how == "map" or not own or (joined.how == "code" and (not codes or name in codes))
        # A code's name of other years is none of this state's.
        instead = label if label != name and self._states.made_of_code(name, row.codes) else ""
        return _Listed(joined.id, label, shared, instead)

    def _years(self, row: Row) -> tuple[int | None, int | None]:
        """The years that say what a row's name means: by its start, as exact as that is, and its end."""
        assert self._states is not None
        first = self._states.year_of(row.member, row.codes, row.start) if row.start else None
        last = int(row.end[:4]) if row.end else None
        return first, last if first is None or last is None else max(first, last)

    def _listed_body(self, name: str, *, as_member: bool = False) -> _Listed:
        assert self._bodies is not None
        body_id = self._bodies.body(name, as_member=as_member)
        if not body_id:
            return _NOT_LISTED
        body = bodies().get(body_id)
        return _Listed(body_id, body.label if body is not None else "")

    def _own_id(self, name: str) -> str:
        """The id of a name that was not joined: not that of a state or body of the list that is written alike."""
        own = self._ids.give(name, "state")
        own = self._of_its_way(name, own)
        if self._bodies is not None:
            self._bodies.of_own(name, own)
        if self._states is None or not (own in authority() or bodies().get(own)):
            return own
        return self._ids.give(f"{name} 2", "state")

    def _of_its_way(self, name: str, own: str) -> str:
        """The id of a name among several ways of writing it, which are one where nothing keeps them apart."""
        kept = self._bodies is not None and self._bodies.kept_apart(name)
        apart = self._by_spelling or kept or (self._bodies is not None and self._bodies.is_another(name, own))
        ways, way = self._ways.setdefault(own, {}), as_written(name) if apart else ""
        if way not in ways:
            # What the user keeps apart is so in whichever file the other way of writing stands, and in whichever order;
            # a name of the lists was only kept apart from what they have.
            alone = not ways and not (kept and not authority().meanings(name) and not bodies().find(name))
            ways[way] = own if alone else self._ids.give_apart(name, "state")
        return ways[way]

    def _of_address(self, name: str, address: str, listed: str) -> str:
        """One id for one address, whatever it is called; two addresses under one name are two things."""
        known = self._by_address.get(address)
        if known is not None:
            return known
        plain = listed or self._own_id(name)
        owner = self._address_named.setdefault((name, plain), address)
        taken = owner != address or (not listed and self.by_id.get(plain) is not None and self.by_id[plain].addresses)
        self._by_address[address] = self._ids.give(f"{name} {address}", "state") if taken else plain
        return self._by_address[address]
