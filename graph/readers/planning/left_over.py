"""What a table is refused for, because leaving it unread would change the meaning; and what is left unread."""

from __future__ import annotations

import re
import shlex
from collections.abc import Sequence
from typing import NoReturn

from ...amounts import shortened
from ...errors import InvalidRequest
from ...late import late_pattern
from ...model.naming.forms import ascii_digits
from ..cells.cell_words import MISSING, NO, flag_of, says_none
from ..cells.no_names import is_unsaid
from ..dates.single_dates import Undecided
from ..names.known_names import states_in
from ..table_options import map_option
from .column import Column
from .columns import AS_ASKED, Columns
from .dates.founding import of_founding
from .dates.observed import lists_years, refuse_if_observed
from .dates.split_dates import of_part_alone
from .figures import of_counted_days
from .further_bodies import may_name_more_bodies
from .keys import NOT_BODIES, dates_of_no_body, edge_named, surely_left
from .members.people import of_left_over
from .members.people_unnamed import of_names
from .named_bodies import called_after_body, capitals_tell
from .remarks import says_turns, speaks_of_turns
from .role_codes import of_codes
from .unread_flags import ask_of_flags, may_be_flag, of_flags, refuse_unknown_answers
from .words.column_words import BEFORE_WORD, END_WORD, START_WORD, TURNS, edge_of

__all__ = ["list_unread"]


_YEAR_IN = re.compile(r"(?<!\d)[12]\d{3}(?!\d)")


def list_unread(table: Columns) -> None:
    """What is left: columns of which nothing is known, or not what they are to be read as."""
    dated = {"start", "start_year", "end", "end_year", "period", "year", "month"} & table.fields.keys()
    if {"start", "start_year"} & table.fields.keys():
        table.found.signed = frozenset(
            c.at
            for c in table.columns
            if table.found.unread.get(c.at) == AS_ASKED and BEFORE_WORD.search(c.key) and c.cells and table.dated(c)
        )
    refuse_if_observed(table)
    asked: list[Column] = []
    for column in table.columns:
        if not table.free(column) or column.at in table.found.wide or not (column.named or column.cells):
            continue
        if column.cells and all(map(is_unsaid, column.distinct)):  # NA in each row
            table.found.unread[column.at] = "empty"
            continue
        reason = "" if column.cells else "empty"
        refuse_unknown_answers(table, column)
        if may_be_flag(table, column) and not _YEAR_IN.search(column.name) and not of_founding(table, column):
            asked.append(column)
            table.found.unread[column.at] = ""
            continue
        if column.cells and BEFORE_WORD.search(column.key) and {"start", "start_year"} & table.fields.keys():
            table.found.before[column.at] = column.name
        if not column.named and column.numbers:
            reason = "row numbers"
        elif alone := of_part_alone(table, column):
            reason = alone
        elif column.cells and (founding := of_founding(table, column)):
            reason = founding
        elif table.found.layout == "rows" and (none := [cell for cell in column.distinct if says_none(cell)]):
            _ask_of_none(table, column, sorted(none))
        elif column.cells and not dated and lists_years(table, column):
            raise InvalidRequest(
                f"{table.where}: column {column.name!r} ({column.cells[0][:40]!r}) may list the years of memberships; write a row for"
                f" each year, or a start and an end; if they are years of something else: {map_option(column.name, 'ignore')}"
            )
        elif column.cells and not dated and _surely_dates(table, column) and not _may_begin(table, column):
            reason = _say_dates(table, column)
        elif column.cells and not dated and table.found.layout == "rows" and column.all_of(_VAGUE):
            raise InvalidRequest(
                f"{table.where}: column {column.name!r} ({column.cells[0][:40]!r}) may say when memberships held; write a year of"
                f" start and one of end, or read the memberships without dates with: {map_option(column.name, 'ignore')}"
            )
        elif column.cells and _half_dated(table) and _surely_dates(table, column):
            raise InvalidRequest(
                f"{table.where}: memberships have ends, and {column.name!r} has dates with which they may begin; if so, say:"
                f" {map_option(column.name, 'start')}; if not: {map_option(column.name, 'ignore')}"
            )
        elif table.given("flag") and column.flags and BEFORE_WORD.search(column.key):
            reason = f"{table.columns[table.fields['flag']].name!r} says which rows are memberships"
        elif column.cells and _says_turn(column) and column.at not in table.found.before:
            if BEFORE_WORD.search(column.key) and not column.flags and _may_begin(table, column):
                _ask_start(table, _last_step(table, column))
            if not (column.key.startswith("suspen") and table.dated(column)):  # who is suspended is a member still
                _refuse_unread(table, column, "which memberships do not hold")
            reason = "it may say when a membership did not hold"
        elif (
            column.flags
            and table.found.layout == "rows"
            and _YEAR_IN.search(column.name)
            and "flag" not in table.fields
        ):
            raise InvalidRequest(
                f"{table.where}: column {column.name!r} may say of which years a membership is; give rows a start and an end,"
                f" or read only its rows with yes: {map_option(column.name, 'flag')}; if it says something else:"
                f" {map_option(column.name, 'ignore')}"
            )
        elif column.cells and _names_more(table, column):
            raise InvalidRequest(
                f"{table.where}: column {column.name!r} ({column.cells[0][:40]!r}) names states, and may name more"
                f" members; if so, say: {map_option(table.columns[table.fields['member']].name, 'member')}"
                f" {map_option(column.name, 'member')}; if not: {map_option(column.name, 'ignore')}"
            )
        elif column.key in ("member", "membership") and column.numbers:
            if any(map(_NOTHING.fullmatch, column.cells)):  # no part of one is a member
                raise InvalidRequest(
                    f"{table.where}: column {column.name!r} ({column.cells[0]}) may say which rows are memberships; leave the rows"
                    f" out that are none, then read all the others with: {map_option(column.name, 'ignore')}"
                )
            reason = "its cells are numbers"
        elif column.cells and _ends_unsaid(table, column):
            _refuse_unread(table, column, "which memberships have ended")
        elif (
            column.cells
            and not dated & {"start", "start_year", "period", "year", "month"}
            and _may_begin(table, column)
        ):
            _ask_start(table, _last_step(table, column))
        elif column.cells and edge_named(column.key) and not column.flags and not NOT_BODIES.search(column.key):
            reason = "" if table.dated(column) or _has_figures(column) else "its cells were not understood as dates"
            of = edge_of(column.name, column.key)[1]
            if of and called_after_body(of, capitals=capitals_tell(table.header)):
                reason = f"it has dates of {of}; for its members write rows of their own"
        elif column.cells and says_turns(table, column):
            raise InvalidRequest(
                f"{table.where}: column {column.name!r} ({column.cells[0][:40]!r}) says when some joined or left; write that in rows"
                f" of their own, or read every row as going on with: {map_option(column.name, 'ignore')}"
            )
        elif column.cells and (spoken := speaks_of_turns(table, column)):
            reason = (
                f"some of its cells speak of joining or leaving, and not all of it was understood: {spoken!r}; write"
                " that in rows of their own"
            )
        elif column.cells:
            reason = (
                of_codes(table, column)
                or of_counted_days(table, column)
                or of_flags(table, column)
                or of_names(table, column)
                or may_name_more_bodies(table, column)
                or of_left_over(table, column)
            )
        table.found.unread[column.at] = reason
    ask_of_flags(table, asked)


_NOTHING = late_pattern(r"[-+]?0+(?:[.,]0+)? ?%?")


_VAGUE = late_pattern(
    r"(?:early |late |mid[- ]?)?(?:1[6-9]|20)\d0['’]?s|(?:early |late |mid[- ]?)?\d{1,2}(?:st|nd|rd|th|\.)? (?:century|c\.?|jahrhundert|jh\.?)"
    r"|(?:1[6-9]|20)\d\d(?: ?/ ?\d\d)?[ -]?(?:q[1-4]|h[12])|(?:1[6-9]|20)\d\d ?/ ?\d\d",
    re.IGNORECASE,
)
"""Times that are no dates: "1970s", "19th century", "1999 Q1"."""


def _half_dated(table: Columns) -> bool:
    """Whether a table has ends of memberships, and neither starts nor years."""
    fields = table.fields.keys()
    return (
        bool({"end", "end_year"} & fields) and not {"start", "start_year", "period", "year", "month", "event"} & fields
    )


def _say_dates(table: Columns, column: Column) -> str:
    """What to say of dates that are left unread, in a table that has no others."""
    spans = [span for cell in column.distinct for span in _spans(table, cell)]
    if any(end for _, end in spans):
        return f"it has dates; if memberships begin and end with them, say {map_option(column.name, 'period')}"
    return f"it has dates; if memberships begin with them, say {map_option(column.name, 'start')}"


def _spans(table: Columns, cell: str) -> Sequence[tuple[str, str]]:
    try:
        return table.cells.dates.spans(cell)
    except (InvalidRequest, Undecided):
        return ()


_LASTING = re.compile(
    r"\b(?:duration|dauer|duree|duracion)\b|\blength of (?:membership|time|stay)\b|\byears (?:as|of) (?:a )?member"
)


def _names_more(table: Columns, column: Column) -> bool:
    """Whether a column beside lists of members has lists of other states in it."""
    member = table.column_of("member")
    if member is None or not table.labels(column):
        return False
    if "member" not in table.found.lists and not _lists_states(member):
        return False
    lists = [cell for cell in column.distinct if "," in cell or ";" in cell]
    if len(lists) * 3 < len(column.distinct) and not START_WORD.search(column.key):
        return False
    parts = {re.sub(r"\(.*?\)", "", part).strip() for cell in column.distinct for part in re.split(r"[,;]", cell)}
    return states_in(parts) >= 0.8


def _lists_states(column: Column) -> bool:
    """Whether a column has several names in some of its cells: parted by semicolons, or states by commas."""
    if any(";" in cell for cell in column.distinct):
        return True
    parts = {part.strip() for cell in column.distinct if "," in cell for part in cell.split(",")}
    return len(parts) > 1 and states_in(column.distinct) < 0.8 <= states_in(parts)


_SIGNED = late_pattern(r"\b(?:sign(?:ed|ing|ature)?|unterzeichn\w+|unterschrift|firma\w*|signe\w*)\b")


def _may_begin(table: Columns, column: Column) -> bool:
    """Whether a column of a table without starts has dates with which memberships may begin, by its name."""
    if table.found.layout != "rows" or column.flags or dates_of_no_body(column.key):
        return False
    if not (BEFORE_WORD.search(column.key) or START_WORD.search(column.key)) or END_WORD.search(column.key):
        return False
    said = [cell for cell in column.cells if flag_of(cell) not in (NO, MISSING)]  # "no" beside years: never
    return bool(said) and sum(bool(_YEAR_IN.search(ascii_digits(cell))) for cell in said) >= 0.8 * len(said)


def _last_step(table: Columns, column: Column) -> Column:
    """The column of dates with which memberships are likeliest to begin: of ratification, where one of signature is."""
    others = [c for c in table.columns if c is not column and table.free(c) and c.cells and _may_begin(table, c)]
    return next((c for c in others if not _SIGNED.search(c.key)), column) if _SIGNED.search(column.key) else column


def _ends_unsaid(table: Columns, column: Column) -> bool:
    """Whether a column speaks of leaving, of some rows only, in a table that has no ends."""
    if {"end", "end_year", "period", "event", "year", "month"} & table.fields.keys() or table.found.layout != "rows":
        return False
    if _LASTING.search(column.key) and column.numbers:
        return True
    if not END_WORD.search(column.key) or START_WORD.search(column.key) or not _says_some(table, column):
        return False
    return not NOT_BODIES.search(column.key) or surely_left(column.key)


def _says_some(table: Columns, column: Column) -> bool:
    """Whether a column says something of some rows and not of others: it is filled, or yes."""
    said = [cell for cell in column.cells if flag_of(cell) not in (NO, MISSING)]
    return 0 < len(said) < sum(any(map(str.strip, row)) for row in table.rows)


def _ask_start(table: Columns, column: Column) -> NoReturn:
    raise InvalidRequest(
        f"{table.where}: memberships may begin with the dates of {column.name!r} ({column.cells[0][:40]!r}); if so,"
        f" say: {map_option(column.name, 'start')}; if not: {map_option(column.name, 'ignore')}"
    )


def _refuse_unread(table: Columns, column: Column, what: str) -> NoReturn:
    shown = next(cell for cell in column.cells)
    ways = []
    if table.dated(column) or table.some_dates(column):
        ways.append(f"if memberships end with its dates: {map_option(column.name, 'end')}")
    if not _LASTING.search(column.key):
        ways.append(f"if who has something there is no member now: {map_option(column.name, 'former')}")
    if table.labels(column) and "role" not in table.fields:
        ways.append(f"if it says as what: {map_option(column.name, 'role')}")
    ways = ways or ["if so, write when they ended in a column of its own"]
    raise InvalidRequest(
        f"{table.where}: column {column.name!r} ({shown[:40]!r}) may say {what}; {'; '.join(ways)}; if it says something else:"
        f" {map_option(column.name, 'ignore')}"
    )


def _ask_of_none(table: Columns, column: Column, words: Sequence[str]) -> None:
    """Ask about a column in which some are said to be no members, or not to have signed ("Ratified": "Never signed").

    Who has not signed may have acceded, which a column of signatures does not say.
    """
    of_signatures = "sign" in column.key
    if of_signatures and {"start", "start_year"} & table.fields.keys():
        return
    dates = any(map(_YEAR_IN.search, map(ascii_digits, column.distinct)))
    field = "start" if dates else "role" if "role" not in table.fields else ""
    field = "" if of_signatures else field
    skip = " ".join(f"--role {shlex.quote(f'{cell}=skip')}" for cell in words[:6])
    ways = f"leave these rows out with: {map_option(column.name, field)} {skip}" if field else "take these rows out"
    raise InvalidRequest(
        f"{table.where}: column {column.name!r} says of some that they are no members ({shortened(map(repr, words), 6)}); {ways};"
        f" if they are members all the same: {map_option(column.name, 'ignore')}"
    )


def _says_turn(column: Column) -> bool:
    """Whether a column's name begins with a word for no membership, and its cells are no figures ("left_right": 6.4)."""
    return column.key.partition(" ")[0] in TURNS and (column.flags or not _has_figures(column))


_YEARS = range(1500, 2150)


def _has_figures(column: Column) -> bool:
    """Whether a column has numbers in it of which most are no years of the common calendar, as ratings are: 2610."""
    if not column.numbers:
        return False
    parts = [ascii_digits(cell).replace(",", ".").partition(".") for cell in column.distinct]
    years = sum(whole.isdigit() and int(whole) in _YEARS and not rest.strip("0") for whole, _, rest in parts)
    return 2 * years < len(parts)


def _surely_dates(table: Columns, column: Column) -> bool:
    if _has_figures(column) and not edge_named(column.key):
        return False
    return not column.flags and table.dated(column) and not NOT_BODIES.search(column.key.replace("date", ""))
