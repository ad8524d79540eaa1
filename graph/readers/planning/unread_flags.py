"""Columns of yes and no that were not read, and may say which rows are memberships: they are asked about, or said.

What is plainly of something else ("nuclear"), or is the same of each state in all its rows, would only be in the way.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NoReturn

from ...amounts import shortened
from ...errors import InvalidRequest
from ...late import late_pattern
from ...model.role_words import of_lesser_right
from ..cells.cell_words import NO, UNKNOWN, YES, flag_of
from ..names.known_names import states_in
from ..table_options import map_option
from .column import Column, may_answer
from .columns import Columns
from .flag_names import of_memberships, of_something_else
from .going_on import tells_of_joining
from .keys import NOT_BODIES
from .members.people import only_answers
from .named_bodies import called_after_body, capitals_tell
from .words.column_names import FIELDS
from .words.column_words import says

__all__ = [
    "ask_of_flags",
    "ask_which_flag",
    "may_be_flag",
    "of_flags",
    "refuse_unknown_answers",
    "refuse_unknown_words",
    "ways_to_say",
]

_MOST = 4
"""How many columns are asked about at most; of more, each is said to be unread."""

_CALLED_FLAG = late_pattern(r"\b(?:flags?|status|dummy|indicator|binary|bool(?:ean)?|valid)\b")
_NUMBER = re.compile(r"no|nr|number|num|code|id")
"""What a column of numbers is called; of one with yes and no in words, such a name says nothing."""

_ONLY_MEMBER = re.compile(
    r"(?:(?:is|was|in|as|a|the|of|member|membership|mem|memb|\d+s?) ?)*(?:member|membership|mem|memb)(?: ?(?:in|as|of|the|\d+s?))*"
)


def may_be_flag(table: Columns, column: Column) -> bool:
    """Whether a column of yes and no may say of rows that they are memberships, so that it has to be asked about.

    Parameters
    ----------
    table : Columns
        The table, of which all else is decided.
    column : Column
        The column.

    Returns
    -------
    bool
    """
    if not _may_tell(table, column):
        return False
    both = {column.said(cell) for cell in column.distinct} >= {YES, NO}
    if _ONLY_MEMBER.fullmatch(column.key) and any(column.said(cell) == NO for cell in column.distinct):
        return True
    if tells_of_joining(column.key) and _parts_rows(table, column):
        return True
    if _CALLED_FLAG.search(column.key) and both:
        return not NOT_BODIES.search(_CALLED_FLAG.sub("", column.key))
    if of_something_else(column.name) and not (_NUMBER.fullmatch(column.key) and not column.numbers):
        return False
    if {"year", "month"} & table.fields.keys():
        return both and not any(table.names_the_same(column, each) for each in _read(table))
    return _parts_rows(table, column) and not (_of_each(table, column) or _denied_with_dates(table, column))


def _may_tell(table: Columns, column: Column) -> bool:
    fields = table.fields
    bodies = "organization" in fields or bool(table.organization)
    return "flag" not in fields and "member" in fields and bodies and table.found.layout == "rows" and column.flags


def _read(table: Columns) -> list[Column]:
    return [table.columns[table.fields[f]] for f in ("member", "organization", "year", "month") if f in table.fields]


def _parts_rows(table: Columns, column: Column) -> bool:
    """Whether a column says yes of some rows, and no of others, or nothing by words or marks."""
    said = {column.said(cell) for cell in column.distinct}
    rows = sum(any(map(str.strip, row)) for row in table.rows)
    return YES in said and (NO in said or (len(column.cells) < rows and not column.numbers))


def _of_each(table: Columns, column: Column) -> bool:
    """Whether a column says the same of a state, or of a body, wherever it comes again, and not of all the same."""
    for name in ("member", "organization"):
        named = table.column_of(name)
        if named is None or len({*column.distinct}) < 2 or not table.names_the_same(column, named):
            continue
        again = {cell for cell in named.distinct if named.cells.count(cell) > 1}
        if len(again) > 1 and len(again) * 2 >= len(named.distinct):
            return True
    return False


def _denied_with_dates(table: Columns, column: Column) -> bool:
    """Whether all rows of which a column says no have a start of their own."""
    start = table.column_of("start") or table.column_of("start_year")
    denied = [row for row in table.rows if column.at < len(row) and column.said(row[column.at].strip()) == NO]
    return start is not None and bool(denied) and all(start.at < len(row) and row[start.at].strip() for row in denied)


def of_flags(table: Columns, column: Column) -> str:
    """What to say of a column of yes and no that is left unread and may change the meaning; "" if nothing.

    Parameters
    ----------
    table : Columns
        The table.
    column : Column
        The column.

    Returns
    -------
    str
    """
    if not column.flags or not _parts_rows(table, column) or of_something_else(column.name):
        return ""
    if "flag" in table.fields and of_memberships(column.key):
        flag = table.columns[table.fields["flag"]].name
        return f"{flag!r} says which rows are memberships"
    if _may_tell(table, column) and not {"year", "month"} & table.fields.keys():
        return f"all rows were read, whatever it says; to read its rows with yes alone, say: {map_option(column.name, 'flag')}"
    return ""


def ask_of_flags(table: Columns, columns: Sequence[Column]) -> None:
    """Refuse a table that has columns of yes and no of which one may say which rows are memberships.

    Parameters
    ----------
    table : Columns
        The table.
    columns : sequence of Column
        The columns; if they are many, each is said to be unread instead.

    Raises
    ------
    InvalidRequest
        With the ways to read them, and what each means.
    """
    if not columns:
        return
    if len(columns) > _MOST:
        table.found.unread.update((column.at, of_flags(table, column)) for column in columns)
        return
    ignored = " ".join(map_option(column.name, "ignore") for column in columns)
    others = "no" if any(NO in map(column.said, column.distinct) for column in columns) else "nothing"
    if len(columns) == 1:
        name = columns[0].name
        raise InvalidRequest(
            f"{table.where}: column {name!r} says yes of some rows and {others} of others, and may say which are memberships; if so,"
            f" read its rows with yes alone: {map_option(name, 'flag')}; if not, read all rows: {ignored}"
        )
    shown = shortened(repr(column.name) for column in columns)
    flags = " or ".join(map_option(column.name, "flag") for column in columns)
    raise InvalidRequest(
        f"{table.where}: columns {shown} say yes of some rows and {others} of others, and one may say which are memberships; if so,"
        f" read the rows with yes of that one alone: {flags}; if none does, read all rows: {ignored}"
    )


def ask_which_flag(table: Columns, column: Column) -> None:
    """Refuse a table in which two columns called after belonging say yes of different rows, as of signatories and of parties.

    Parameters
    ----------
    table : Columns
        The table.
    column : Column
        The first of them, which would be read.

    Raises
    ------
    InvalidRequest
        With the way to say which.
    """
    if of_lesser_right(column.key) or column.key in ("member", "membership", "members", *FIELDS["flag"]):
        return
    rivals = [c for c in table.columns if c is not column and table.free(c) and c.flags and of_memberships(c.key)]
    rivals = [c for c in rivals if not of_lesser_right(c.key) and c.key not in FIELDS["role"]]
    other = next((c for c in rivals if any(_yes_in(row, c) != _yes_in(row, column) for row in table.rows)), None)
    if other is not None:
        raise InvalidRequest(
            f"{table.where}: columns {column.name!r} and {other.name!r} say yes of different rows, and either may say which are"
            f" memberships; say which does: {map_option(column.name, 'flag')} or {map_option(other.name, 'flag')}"
        )


def _yes_in(row: Sequence[str], column: Column) -> bool:
    return column.at < len(row) and column.said(row[column.at].strip()) == YES


def ways_to_say(words: Sequence[str], before: str = "") -> str:
    """How to say of two words which of them means yes: never which of them does.

    Parameters
    ----------
    words : sequence of str
        The words, or the one.
    before : str
        The options that stand before those for the words.

    Returns
    -------
    str

    >>> print(ways_to_say(["wua", "wub"]))
    if "wua" means yes: --role "wua=full" --role "wub=skip"; if "wub" does: --role "wub=full" --role "wua=skip"
    """
    if len(words) == 1:
        return f'if "{words[0]}" means yes: {before}--role "{words[0]}=full"; if not: {before}--role "{words[0]}=skip"'
    told = [(one, other) for one in words for other in words if one != other]
    ways = [
        f'if "{one}" {"does" if at else "means yes"}: {before}--role "{one}=full" --role "{other}=skip"'
        for at, (one, other) in enumerate(told)
    ]
    return "; ".join(ways)


def refuse_unknown_answers(table: Columns, column: Column) -> None:
    """Refuse a table with a column called after membership whose words are neither names nor known answers.

    Parameters
    ----------
    table : Columns
        The table.
    column : Column
        The column.

    Raises
    ------
    InvalidRequest
        With the ways to say what each word means.
    """
    if not _unknown_answers(table, column):
        return
    said = sorted(column.distinct, key=column.cells.index)
    where = f"{table.where}: column {column.name!r} ({shortened(said, 6)}) may say which rows are memberships"
    ignore = f"if it says something else: {map_option(column.name, 'ignore')}"
    if len(said) == 2:
        raise InvalidRequest(f"{where}; {ways_to_say(said, map_option(column.name, 'role') + ' ')}; {ignore}")
    _ask_each(table, column, where, ignore)


def _ask_each(table: Columns, column: Column, where: str, ignore: str) -> NoReturn:
    more = f"; if it names the members: {map_option(column.name, 'member')}" if len(column.distinct) > 3 else ""
    raise InvalidRequest(f"{where}; if so: {map_option(column.name, 'flag')}{more}; {ignore}")


def _unknown_answers(table: Columns, column: Column) -> bool:
    """Whether a column called after members, beside one of states, has words in it that are no states."""
    member = table.column_of("member")
    if member is None or table.found.layout != "rows" or not column.cells or column.numbers or column.flags:
        return False
    if states_in(column.distinct) or table.found.person:
        return False
    if of_memberships(column.key) and not says(column.key, "member"):
        return 1 < len(column.distinct) <= 3 and may_answer(column)
    called = column.key in ("member", "membership", "members") or says(column.key, "member")
    few = states_in(member.distinct) >= 0.5 or len(column.distinct) < len(column.cells)
    return called and few and (may_answer(column) or only_answers(table, column))


def refuse_unknown_words(table: Columns) -> None:
    """Refuse a table whose columns of bodies have one or two words in them that may be yes and no.

    Parameters
    ----------
    table : Columns
        The table.

    Raises
    ------
    InvalidRequest
        With the ways to say what each word means.
    """
    if "member" not in table.fields or "organization" in table.fields:
        return
    capitals = capitals_tell(table.header)
    bodies = [c for c in table.columns if table.free(c) and called_after_body(c.name, capitals=capitals)]
    words = list(dict.fromkeys(cell for column in bodies for cell in column.cells))
    if not words or len(words) > 2 or not all(each.isalpha() and not table.cells.role(each) for each in words):
        return
    if any(flag_of(each) != UNKNOWN or table.cells.cell(each) is not None for each in words) or states_in(words):
        return
    raise InvalidRequest(
        f"{table.where}: columns such as {bodies[0].name!r} may be bodies, but {shortened(map(repr, words))} are neither yes nor"
        f" no; {ways_to_say(words)}; if a column is no body: {map_option(bodies[0].name, 'ignore')}"
    )
