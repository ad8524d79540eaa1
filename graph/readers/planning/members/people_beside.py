"""Which column has the people who are members, beside columns of states, of homes, and of what people are in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from ....late import late_pattern
from ...names.known_names import bodies_in, states_in
from ...row import SCHEMES
from ..column import Column
from ..columns import Columns
from ..keys import edge_named, is_plural
from ..words.column_names import FIELDS
from ..words.column_words import says, says_state
from ..words.foreign_names import names_in
from ..words.people_words import (
    BODIES_OF_PEOPLE,
    CHAMBERS,
    FULL_NAMES,
    GROUPS,
    HOMES,
    NAMES,
    PARTIES,
    POSTS,
    body_of_people,
    called_after,
)
from .people import are_called_as_bodies, are_formal, ask_of_people, has_firms, may_be_people, of_people, why_left
from .people_inside import bodies_of_people, refuse_posts, usual_bodies
from .people_unnamed import unnamed_people

__all__ = ["find_people"]

_PLACES = (
    *(
        key
        for key in FIELDS["member"][: FIELDS["member"].index("name")]
        if key not in ("member", "members", "member name", "member label")
    ),
    *names_in("state"),
)


_MEMBERS = (
    "member",
    "member name",
    "member label",
    "members name",
    "name of member",
    "name of the member",
    "member s name",
)


def find_people(table: Columns) -> None:
    """Find the column of the people who are members and, if no other is, the one of what they are in.

    What the user says of columns stands, whatever they are called.

    Parameters
    ----------
    table : Columns
        The table, before its members and bodies are decided.

    Raises
    ------
    InvalidRequest
        If the members may as well be the states beside them.
    """
    bodies, theirs = usual_bodies(table), bodies_of_people(table)
    if (member := table.column_of("member")) is not None:
        called = called_after(member.key)
        table.found.person = table.found.person or (
            bool(called) and not (called in FULL_NAMES and states_in(member.distinct) >= 0.5)
        )
        if table.found.person:
            _take_body(table, bodies, theirs)
        return
    states = _states(table)
    sure = [
        c for c in table.columns if called_after(c.key) and table.free(c) and c.cells and not c.urls and not c.flags
    ]
    sure = [c for c in sure if not _may_be_others(c) or (states_in(c.distinct) < 0.5 and not c.numbers)]
    sure = [c for c in sure if not _stands_for_members(table, c, states)]
    if sure:
        bodies = [c for c in bodies if c.key != "title"]  # what a person is called by
    if not sure and (found := _in_parties(table, states)) is not None:
        sure, states, theirs = [found[0]], [c for c in states if c is not found[1]], [found[1]]
    people = sure or _named(table, states, bodies, [c for c in theirs if c not in bodies])
    if not people:
        if states and (bodies or theirs or table.organization):
            _ask_of_unnamed(table, states, [*bodies, *theirs])
        return
    named_states = [c for c in states if not c.codes and not c.urls and states_in(c.distinct) >= 0.5]
    if table.organization and named_states:
        raise ask_of_people(table, people[0], named_states[0], kind="member")
    if not bodies and not table.organization and not theirs:
        return
    if called_after(people[0].key) in POSTS:
        refuse_posts(table, people[0], named_states, bodies or theirs)
    _take_body(table, bodies, theirs)
    table.fields["member"] = people[0].at
    table.found.person = bool(sure) or not (has_firms(people[0]) or are_called_as_bodies(people[0]))
    for state in states:
        if table.free(state) and state.key not in BODIES_OF_PEOPLE:
            table.found.unread[state.at] = why_left(state, people[0]) or of_people(people[0])


def _in_parties(table: Columns, states: Sequence[Column]) -> tuple[Column, Column] | None:
    """A column with names as people have them, which is not called after any, beside one of parties that are no states."""
    if len(states) != 1 or states[0].key not in PARTIES or not table.labels(states[0]) or table.organization:
        return None
    if states_in(states[0].distinct) or usual_bodies(table):
        return None
    people = unnamed_people(table, states[0], [])
    return None if people is None else (people, states[0])


def _may_be_others(column: Column) -> bool:
    """Whether a column that is called after people may as well name states, or count: of whole names, of posts."""
    called = called_after(column.key)
    return called in FULL_NAMES or called in POSTS


def _ask_of_unnamed(table: Columns, states: Sequence[Column], bodies: Sequence[Column]) -> None:
    """Ask where a column is not called after people and has names as people have them, beside states and bodies."""
    named = [c for key in (*NAMES, *_MEMBERS) for c in table.by_key.get(key, [])]
    if any(states_in(c.distinct) >= 0.5 for c in named) or is_plural("member", states[0].key):
        return
    if (people := unnamed_people(table, states[0], bodies)) is not None:
        raise ask_of_people(table, people, states[0])


def _take_body(table: Columns, bodies: Sequence[Column], theirs: Sequence[Column]) -> None:
    """Read the likeliest of the columns that people may be in as the organization, unless the user names one."""
    likeliest = next(iter(theirs or bodies), None)
    if likeliest is not None and not table.organization and "organization" not in table.fields:
        table.single(likeliest)
        table.fields["organization"] = likeliest.at


def _called(table: Columns, keys: Iterable[str], fits: Callable[[Column], bool]) -> list[Column]:
    """The columns that are not decided, have cells, and are called so."""
    found = (c for key in dict.fromkeys(keys) for c in table.by_key.get(key, []))
    return [c for c in found if table.free(c) and c.cells and fits(c)]


def _states(table: Columns) -> list[Column]:
    """The columns that are called after states."""
    found = _called(table, _PLACES, lambda c: not c.flags)
    more = (c for c in table.columns if c not in found and says_state(c.key) and says(c.key, "member"))
    return [*found, *(c for c in more if table.free(c) and c.cells and not c.flags)]


def _stands_for_members(table: Columns, people: Column, states: Sequence[Column]) -> bool:
    """Whether people only stand for the members of a table: states that joined what it names, or lists of members."""
    if called_after(people.key) not in POSTS:
        return False
    if any(is_plural("member", c.key) and c.cells and not c.flags and not c.numbers for c in table.columns):
        return True
    if not any(states_in(c.distinct) >= 0.8 for c in states):
        return False
    if any(c.key in _OF_MEMBERS for c in states) and not table.organization and usual_bodies(table):
        return not any(c.key in (*PARTIES, *GROUPS) for c in table.columns)
    return any(_OF_JOINING.search(c.key) and edge_named(c.key) for c in table.columns)


_OF_MEMBERS = ("member", "member state", "member country")
_OF_JOINING = late_pattern(
    r"\b(?:join\w*|acce\w+|ratif\w+|beitritt\w*|beigetreten|adhesion\w*|adesione|toetreding\w*)\b"
)


def _named(
    table: Columns, states: Sequence[Column], bodies: Sequence[Column], theirs: Sequence[Column]
) -> list[Column]:
    """The column of people that is only called after names, if what stands beside it tells that they are people."""
    labels = [c for c in states if not c.codes and not c.urls]
    named = _called(table, NAMES, lambda c: not c.codes and not c.urls and table.labels(c))
    if not named and labels:
        named = [c for c in _called(table, _MEMBERS, table.labels) if may_be_people(table, c)]
    if not named:
        return []
    name, listed = named[0], states_in(named[0].distinct)
    if bodies:
        if not labels:
            # A "group" has members of any kind.
            only_people = bodies[0].key in BODIES_OF_PEOPLE and bodies[0].key not in FIELDS["organization"]
            told = bool(_homes(table, name)) or only_people or bool(theirs)
            return [name] if told and not listed else []
        return _beside_bodies(table, name, labels[0], bodies[0])
    if table.organization:
        return [name] if labels and not listed and may_be_people(table, name) else []
    keys = {body_of_people(c.key) for c in theirs} - {""}
    if not keys or listed >= 0.5 or (keys & {*PARTIES} and _have_parties(name)):
        return []
    others = [c for c in labels if body_of_people(c.key) not in PARTIES] or _homes(table, name)
    told = bool(keys & {*CHAMBERS}) and not listed
    told = told or (bool(keys & {*GROUPS}) and bool(labels))
    told = told or (bool(keys & {*PARTIES}) and not [c for c in others if c in labels])
    if not told:
        beside = bool(others) or bool(table.fields.keys() & {*SCHEMES})
        told = beside and not listed and may_be_people(table, name)
    return [name] if told else []


def _have_parties(names: Column) -> bool:
    """Whether those whom a column names are treaties and other bodies, whose parties are members, and no people."""
    short = [name for name in names.distinct if len(name) > 2 and name.isupper() and " " not in name]
    return are_called_as_bodies(names) or bodies_in(names.distinct) >= 0.5 or 2 * len(short) > len(names.distinct)


def _beside_bodies(table: Columns, name: Column, state: Column, body: Column) -> list[Column]:
    """The column of names beside one of states and one of bodies, if it names neither of these again."""
    listed = states_in(name.distinct)
    if listed >= 0.5 > states_in(state.distinct):
        table.fields["member"] = name.at  # and "state" is how things stand
        return []
    same = table.one_to_one(name, state) and len(state.distinct) > 1
    of_body = table.names_the_same(name, body) and len(table.rows) > len(name.distinct)
    return [] if (same and (listed >= 0.5 or are_formal(name))) or of_body else [name]


def _homes(table: Columns, name: Column) -> list[Column]:
    """The columns of where people are from; of any column of states, if the names are as people have them."""
    homes = _called(table, HOMES, table.labels)
    if homes or not may_be_people(table, name):
        return homes
    return [
        c for c in table.columns if c is not name and table.free(c) and table.labels(c) and states_in(c.distinct) >= 0.8
    ]
