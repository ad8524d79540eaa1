"""What to say where no column of a table is read as that of the members, or of what they are in, and what may be it."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterable, Sequence
from typing import NoReturn

from ...amounts import shortened
from ...errors import InvalidRequest
from ...model.naming.forms import normal
from ..names.known_names import bodies_in, states_in
from ..table_options import in_quotes, map_option
from .column import Column
from .columns import Columns
from .keys import NOT_BODIES, count_known, counted, edge_named, key_of
from .members.members_and_bodies import ASSOCIATIONS, names_parts
from .members.names_of_bodies import are_ids, only_bodies
from .members.people import is_of_person
from .members.people_unnamed import is_of_others, people_left
from .members.person_titles import is_title_of_no_body
from .named_bodies import edge_and_body
from .titles import body_of_file
from .words.column_names import FIELDS
from .words.column_words import END_WORD, START_WORD, has_body_word, says
from .words.people_words import BODIES_OF_PEOPLE, OFFICES, PLACES, called_after

__all__ = ["NoBody", "map_each", "offered_body", "refuse_without"]


class NoBody(InvalidRequest):
    """A table that names members and no body that they are in."""


def refuse_without(table: Columns, wanted: str) -> NoReturn:
    """Refuse a table in which no column is that of the members, or none that of bodies.

    Parameters
    ----------
    table : Columns
        The table.
    wanted : str
        What no column is: "member" or "organization".

    Raises
    ------
    InvalidRequest
        It says what the columns are, and how to go on.
    """
    bodies = table.column_of("organization")
    if wanted == "member" and bodies is not None and _lists_bodies_alone(table, bodies):
        raise only_bodies(table, bodies)
    way_out = _of_published_set(table) or _of_one_column(table)
    way_out = way_out or (_to_members(table) if wanted == "member" else _to_bodies(table))
    problem = NoBody if wanted == "organization" else InvalidRequest
    raise problem(f"{table.where} has no column for the {wanted}; its columns are: {table.shown}; {way_out}")


def _lists_bodies_alone(table: Columns, bodies: Column) -> bool:
    """Whether each row is of another body, and no column left over can be that of members."""
    if not 1 < len(bodies.distinct) == len(bodies.cells):
        return False
    return all(_is_about_bodies(table, c) for c in table.columns if table.free(c) and c.cells)


def _of_published_set(table: Columns) -> str:
    """The command that reads a published data set; "" if the table is none."""
    file = shlex.quote(table.where)
    if {"ccode", "year"} <= table.by_key.keys() and any(map(_has_igo_codes, table.columns)):
        return f"a Correlates of War table is read by: blocs import cow-igo {file}"
    if {"atopid", "member"} <= table.by_key.keys():
        return f"the members of ATOP alliances are read by: blocs import atop {file}"
    if {"version4id", "ccode"} <= table.by_key.keys():
        return f"the members of COW alliances are read by: blocs import cow-alliances {file}"
    return ""


def _has_igo_codes(column: Column) -> bool:
    """Whether a column has the codes that Correlates of War give memberships, and no other numbers."""
    codes = {text.removesuffix(".0").casefold() for text in column.distinct}
    return bool(codes) and codes <= _IGO_CODES


_IGO_CODES = frozenset((
    "-9", "-1", "0", "1", "2", "3", "no membership", "full membership", "associate membership", "observer", "missing data",
    "igo not in existence", "state not system member",
))  # fmt: skip
"""The codes, and what stands for them in files with labels."""


def _of_one_column(table: Columns) -> str:
    """What to say of a table with one column, whose cells another sign may part."""
    if len(table.header) != 1:
        return ""
    if _parted_by_blanks(table):
        return (
            'if its cells are separated by blanks, say --delimiter " ", and put a row with names of columns above it, such'
            " as: member organization"
        )
    of_body = "member" in table.fields and not count_known(table.header)
    name = in_quotes(table.header[0]) if of_body and table.header[0] else offered_body(table)
    return (
        "if its cells are separated by another sign, say which with --delimiter; if it lists the members of one"
        f" body, say --organization {name}"
    )


def _parted_by_blanks(table: Columns) -> bool:
    """Whether all lines of a table with one column have the same number of words, as edge lists do."""
    words = {len(cell.split()) for cell in (table.header[0], *table.columns[0].cells)}
    return len(words) == 1 and max(words) in (2, 3)


def _to_members(table: Columns) -> str:
    """How to name the column of the members."""
    named = _may_name_members(table)
    if "organization" in table.fields and len(named) == 1:
        return f"if it is {named[0].name!r}, say: {map_option(named[0].name, 'member')}"
    if _is_of_data(table.header):
        return _with_names_above("say which: --map COLUMN=member")
    if not table.any_organization() and (both := _people_and_body(table)) is not None:
        person, body = both
        return (
            f"if they are {person.name!r}, and what they are in is {body.name!r}, say:"
            f" {map_option(person.name, 'person')} {map_option(body.name, 'organization')}"
        )
    # Those that are called after states are members rather.
    named = [column for column in named if not states_in([column.name])]
    if 0 < len(named) <= _MOST_OFFERED:
        return " or ".join(f"if it is {c.name!r}, say: {map_option(c.name, 'member')}" for c in named)
    ids = [c for c in table.columns if table.free(c) and c.cells and c.key.endswith(" id") and are_ids(c)]
    if len(ids) == 1 and "organization" in table.fields:
        return (
            f"if {ids[0].name!r} has their ids, give the table with their names beside it, as another --data, or say:"
            f" {map_option(ids[0].name, 'member')}"
        )
    return "say which: --map COLUMN=member"


def _with_names_above(otherwise: str) -> str:
    return f"if this is a row of data, put one with names of columns above it; else {otherwise}"


def _to_bodies(table: Columns) -> str:
    """How to name the column of bodies, or the one body of all rows.

    Raises
    ------
    NoBody
        If people stand beside the states that were read as members.
    """
    otherwise = "say which: --map COLUMN=organization"
    if numbered := _numbers_of_bodies(table):
        these = shortened((repr(column.name) for column in numbered), 4)
        otherwise = f"if {these} have numbers of bodies, say: {map_each(numbered, 'organization')}"
    if _is_of_data(table.header):
        return _with_names_above(otherwise)
    if "member" not in table.fields:
        return otherwise
    if (people := people_left(table)) is not None:
        raise _no_body_of_people(table, people, table.columns[table.fields["member"]])
    names = [column for column in _may_name_bodies(table) if not _names_members_again(table, column)]
    starts = [c for c in table.columns if (c.years or c.flags) and _edge_of_body(c)]
    if starts and not (names and has_body_word(names[0].key)):
        say = "says" if len(starts) == 1 else "say"
        shown = shortened(repr(c.name) for c in starts)
        otherwise = f"if {shown} {say} who is in a body, or since when, say: {map_each(starts, 'organization')}"
    elif names:
        otherwise = f"if it is {names[0].name!r}, say: {map_option(names[0].name, 'organization')}"
    elif not (numbered or any(_may_be_read(table, c) for c in table.columns)):
        return f"if all are members of one body, say: --organization {offered_body(table)}"
    return f"{otherwise}, or if all are members of one body: --organization {offered_body(table)}"


def _may_be_read(table: Columns, column: Column) -> bool:
    """Whether a column may name bodies for all that is known: it has names in it, and not those of people or codes."""
    if not table.free(column) or not table.labels(column) or is_of_person(column):
        return False
    return not called_after(column.key) and column.key not in OFFICES and not table.codes_of_members(column)


def _names_members_again(table: Columns, column: Column) -> bool:
    """Whether a column has the names of the members in another order, or parts of them: "Oak, Ann" beside "Ann Oak"."""
    member = table.column_of("member")
    if member is None or not table.one_to_one(column, member):
        return False
    pairs = ((row[column.at], row[member.at]) for row in table.rows if max(column.at, member.at) < len(row))
    shared = [set(normal(one).split()) & set(normal(other).split()) for one, other in pairs if one.strip()]
    return bool(shared) and all(shared)


def map_each(columns: Iterable[Column], field: str) -> str:
    """What to say for some columns to be read as a field."""
    return " ".join(map_option(column.name, field) for column in columns)


def _numbers_of_bodies(table: Columns) -> list[Column]:
    """The counted columns that are called after bodies and have numbers in them: igo1, igo2."""
    found: dict[str, list[Column]] = {}
    for column in table.columns:
        if (
            table.free(column)
            and (named := counted(column.key))
            and not column.flags
            and (column.numbers or column.years)
        ):
            stem = f"{named[0]} {named[2]}".strip()
            if stem in FIELDS["organization"] or says(stem, "organization"):
                found.setdefault(stem, []).append(column)
    return next((columns for columns in found.values() if len(columns) > 1), [])


_MOST_OFFERED = 3


def _is_of_data(header: Sequence[str]) -> bool:
    """Whether the first row may be one of data: it has no usual names of columns, and names states or bodies, or has figures."""
    if count_known(header):
        return False
    names = [cell for cell in header if cell]
    return not names or bool(states_in(names) or bodies_in(names) or any(any(map(str.isdigit, name)) for name in names))


def _no_body_of_people(table: Columns, people: Column, members: Column) -> NoBody:
    """What to say where people stand beside the states that were read as members, and no column is called after a body."""
    person, state = map_option(people.name, "person"), map_option(members.name, "member")
    bodies = [c for c in _may_name_bodies(table) if c is not people]
    start = f"{table.where} has no column for the organization; if"
    if bodies:
        body = map_option(bodies[0].name, "organization")
        start += (
            f" the people of {people.name!r} are in what {bodies[0].name!r} says, say: {person} {body}, or if the states of"
            f" {members.name!r} are: {state} {body}; if"
        )
    one = f"--organization {offered_body(table)}"
    return NoBody(f"{start} all are members of one body, say who is: {one} {person} or {one} {state}")


def _may_name_bodies(table: Columns) -> list[Column]:
    """The columns that may name bodies by what is in them, those that are called so first."""
    names = [
        c
        for c in table.columns
        if table.free(c)
        and table.labels(c)
        and not NOT_BODIES.search(c.key)
        and not called_after(c.key)
        and c.key not in OFFICES
        and not table.codes_of_members(c)
        and states_in(c.distinct) < 0.5
        and not names_parts(c.key)
        and not table.says_all(c)
        and not is_of_person(c)
        and not is_title_of_no_body(c)
    ]
    return sorted(names, key=_how_unlikely)


def _how_unlikely(column: Column) -> int:
    """How unlikely it is by its name that a column names bodies: last are places, and what says of which kind something is."""
    if has_body_word(column.key) or column.key in BODIES_OF_PEOPLE or column.key in ASSOCIATIONS:
        return 0
    return 2 if column.key in PLACES or _OF_KINDS.search(column.key) else 1


def _people_and_body(table: Columns) -> tuple[Column, Column] | None:
    """The one column that is called after people, and the likeliest that they are in; None if either is not there."""
    people = [c for c in table.columns if table.free(c) and table.labels(c) and called_after(c.key)]
    bodies = _may_name_bodies(table)
    return (people[0], bodies[0]) if len(people) == 1 and bodies else None


def _edge_of_body(column: Column) -> bool:
    """Whether a column's name says a start or end, and of which body; "Date d'adhésion" says it twice, and of none."""
    of = key_of(edge_and_body(column.name, column.key)[1])
    return bool(of) and not edge_named(of) and of not in OFFICES and of not in _HELD


_HELD = frozenset(
    ("power", "force", "service", "serving", "place", "term", "seat", "mandate", "government", "parliament", "command")
)
"""Of what a start may be besides a body and an office: "in power since", "in force from"."""


def _may_name_members(table: Columns) -> list[Column]:
    """The columns of names that are not decided."""
    named = [c for c in table.columns if table.free(c) and c.named and table.labels(c) and not NOT_BODIES.search(c.key)]
    named = [c for c in named if not (START_WORD.search(c.key) or END_WORD.search(c.key) or _OF_KINDS.search(c.key))]
    return [c for c in named if not is_of_others(c) and not is_of_person(c) and c.key not in PLACES]


def _is_about_bodies(table: Columns, column: Column) -> bool:
    """Whether a column beside bodies is surely not that of their members: figures, dates, places, kinds."""
    if column.numbers or column.urls or table.dated(column) or is_of_others(column) or is_of_person(column):
        return True
    return column.key in PLACES or _OF_KINDS.search(column.key) is not None or NOT_BODIES.search(column.key) is not None


_OF_KINDS = re.compile(
    r"\b(?:types?|kinds?|category|categories|class|lineage|topics?|subjects?|status|depositar\w+|language|place|city|art|typ)\b"
)
"""What a column says that is about bodies: of which kind they are, where they were founded."""


def offered_body(table: Columns) -> str:
    """What a user may name as the body: the one that the file is called after, or else a placeholder."""
    name = body_of_file(table.where)
    return name if name.isalnum() else in_quotes(name) if name else "NAME"
