"""What the people of a table are in: one rule for parties, groups, committees, chambers and all other bodies.

All columns that say what the people are in are read, each as a membership of its own. Where only one can be (the user
says which, or a role beside them is that in one of them) it is the likeliest: a body of any kind before a chamber, a
chamber before a committee or a board, these before a group, a group before a party. The others are said.
"""

from __future__ import annotations

from collections.abc import Sequence

from ....errors import InvalidRequest
from ...names.known_names import bodies_in, states_in
from ...table_options import map_option
from ..column import Column
from ..columns import Columns
from ..keys import edge_named
from ..words.column_names import FIELDS
from ..words.column_words import says
from ..words.people_words import BODIES_OF_PEOPLE, CHAMBERS, COMMITTEES, FIRMS, GROUPS, PARTIES, kind_of_body
from .person_titles import is_title_of_no_body

__all__ = ["bodies_of_people", "find_further_bodies", "refuse_posts", "usual_bodies"]

_ONLY_ONE = ("role", "flag", "event", "type", "abbreviation", "organization_id")
"""What is said of one body: with it, others beside that one are not read."""


def usual_bodies(table: Columns) -> list[Column]:
    """The column that the user says to be of bodies, or else those that are called after any.

    Parameters
    ----------
    table : Columns
        The table.

    Returns
    -------
    list of Column
    """
    given = table.column_of("organization")
    if given is not None:
        return [given]
    called = (c for key in FIELDS["organization"] for c in table.by_key.get(key, []))
    usual = [c for c in called if c.cells and not is_title_of_no_body(c)]
    return usual or [c for c in table.columns if says(c.key, "organization") and table.free(c) and table.labels(c)]


def bodies_of_people(table: Columns) -> list[Column]:
    """The columns that may say what people are in, the likeliest first.

    Parameters
    ----------
    table : Columns
        The table.

    Returns
    -------
    list of Column
    """
    usual = [c for c in usual_bodies(table) if table.free(c) and c.key != "title"]
    more = [c for key in dict.fromkeys(BODIES_OF_PEOPLE) for c in table.by_key.get(key, []) if c not in usual]
    more += [c for c in table.columns if c not in (*usual, *more) and kind_of_body(c.key) in BODIES_OF_PEOPLE]
    fits = [c for c in (*usual, *more) if table.free(c) and table.labels(c) and states_in(c.distinct) < 0.5]
    return sorted(fits, key=_how_unlikely)


def _how_unlikely(column: Column) -> int:
    """The place of a column among those that people may be in."""
    return _PLACES.get(kind_of_body(column.key), 0)


_PLACES = {
    **dict.fromkeys(BODIES_OF_PEOPLE, 2),
    **dict.fromkeys(CHAMBERS, 1),
    **dict.fromkeys(GROUPS, 3),
    **dict.fromkeys(COMMITTEES, 2),
    **dict.fromkeys(PARTIES, 4),
}


def find_further_bodies(table: Columns) -> None:
    """Find the columns that say what else the people of a table are in.

    Parameters
    ----------
    table : Columns
        The table, all of whose other columns are decided.
    """
    first = table.column_of("organization")
    if first is None or table.given("organization") or table.found.layout != "rows" or first.urls:
        return
    if table.fields.keys() & set(_ONLY_ONE):
        return
    for column in bodies_of_people(table):
        # "party" beside "party name" is the same
        if _how_unlikely(column) != _how_unlikely(first) or not table.one_to_one(column, first):
            table.found.several.append(column.at)
    if table.found.several:
        table.found.several.insert(0, first.at)


def refuse_posts(table: Columns, people: Column, states: Sequence[Column], bodies: Sequence[Column]) -> None:
    """Ask about people who hold posts: of bodies, of which they need not be members, or with dates that are not of a party.

    Who holds a post is in a committee, a party, a government or another body of people that a column names as such.

    Parameters
    ----------
    table : Columns
        The table.
    people : Column
        The column of people, which is called after a post.
    states : sequence of Column
        The columns of states.
    bodies : sequence of Column
        The columns that may say what they are in.

    Raises
    ------
    InvalidRequest
        With the ways to say who the members are.
    """
    body = bodies[0] if bodies else None
    if body is None or table.given("organization"):
        return
    person = f"{map_option(people.name, 'person')} {map_option(body.name, 'organization')}"
    start = f"{table.where}: the people of {people.name!r} hold posts"
    kind = kind_of_body(body.key)
    if bodies_in(body.distinct) >= 0.5 or kind not in BODIES_OF_PEOPLE or kind in FIRMS:
        of_states = (
            f"; if the states of {states[0].name!r} are: {map_option(states[0].name, 'member')}" if states else ""
        )
        raise InvalidRequest(
            f"{start} in the bodies of {body.name!r}, and need not be members; if they count as members, say: {person}{of_states}"
        )
    named = {*FIELDS["start"], *FIELDS["end"], *FIELDS["period"]}
    edges = [c for c in table.columns if c.cells and (c.key in named or edge_named(c.key)) and table.dated(c)]
    dates = [c for c in edges if table.free(c) or c.at in table.fields.values()]
    if dates and body.key in (*PARTIES, *GROUPS):
        ignored = " ".join(map_option(c.name, "ignore") for c in dates)
        raise InvalidRequest(
            f"{start}, and {dates[0].name!r} may be since when; to read who is in {body.name!r} without dates, say: {person} {ignored};"
            f" if the dates are those of being in it: {person}"
        )
