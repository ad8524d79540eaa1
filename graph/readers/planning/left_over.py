"""What a table is refused for, because leaving it unread would change the meaning; and what is left unread."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NoReturn

from ...errors import InvalidRequest
from ...late import late_pattern
from ...model.name_forms import ascii_digits
from ..cell_words import MISSING, NO, YES, flag_of
from ..single_dates import Undecided
from .column import Column, may_answer
from .column_words import BEFORE_WORD, END_WORD, START_WORD, TURNS, edge_of, says
from .columns import AS_ASKED, Columns, states_in
from .founding import of_founding
from .keys import NOT_BODIES, edge_named, surely_left
from .named_bodies import called_after_body, capitals_tell
from .observed import lists_years, refuse_if_observed
from .remarks import says_turns, speaks_of_turns
from .split_dates import of_part_alone

__all__ = ["list_unread", "refuse_if_past"]


_PRESENT = frozenset((
    "current", "is current", "currently", "current member", "active", "is active", "in force", "still member", "still in",
    "present", "ongoing", "valid", "actual", "aktuell", "actuel",
))  # fmt: skip


_PRESENT_WORD = re.compile(r"\b(?:still|currently|current (?:member|state|status)|today|derzeit|actuellement)\b")


_YEAR_IN = re.compile(r"(?<!\d)[12]\d{3}(?!\d)")


def refuse_if_past(table: Columns) -> None:
    """A column such as "current" says of rows without an end that they are over."""
    ends = [table.fields[name] for name in ("end", "end_year", "period") if name in table.fields]
    for column in table.columns:
        if not _PRESENT_WORD.search(column.key) and column.key not in _PRESENT:
            continue
        if not table.free(column) or not column.flags:
            continue
        if table.found.observed and "flag" not in table.fields:
            table.fields["flag"] = column.at  # of each year it says whether there was a membership
            continue
        for row in table.rows:
            over = column.at < len(row) and row[column.at].strip() and flag_of(row[column.at]) == NO
            if over and not any(at < len(row) and row[at].strip() for at in ends):
                raise InvalidRequest(
                    f"{table.where}: column {column.name!r} says that some rows without an end are over; give them an end,"
                    f' or read them all as going on with: --map "{column.name}=ignore"'
                )


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
    for column in table.columns:
        if not table.free(column) or column.at in table.found.wide or not (column.name or column.cells):
            continue
        reason = "" if column.cells else "empty"
        if column.cells and BEFORE_WORD.search(column.key) and {"start", "start_year"} & table.fields.keys():
            table.found.before[column.at] = column.name
        if not column.name and column.numbers:
            reason = "row numbers"
        elif alone := of_part_alone(table, column):
            reason = alone
        elif column.cells and (founding := of_founding(table, column)):
            reason = founding
        elif column.cells and not dated and lists_years(table, column):
            raise InvalidRequest(
                f"{table.where}: column {column.name!r} ({column.cells[0][:40]!r}) may list the years of memberships; write a row for"
                f' each year, or a start and an end; or leave it out with: --map "{column.name}=ignore"'
            )
        elif column.cells and not dated and _surely_dates(table, column) and not _may_begin(table, column):
            reason = _say_dates(table, column)
        elif column.cells and _unknown_answers(table, column):
            said = sorted(column.distinct)
            raise InvalidRequest(
                f"{table.where}: column {column.name!r} ({', '.join(said)}) may say which rows are memberships; if so, say what"
                f' its words mean: --map "{column.name}=role" --role "{said[0]}=full" --role "{said[-1]}=skip"; if not:'
                f' --map "{column.name}=ignore"'
            )
        elif column.cells and not dated and table.found.layout == "rows" and column.all_of(_VAGUE):
            raise InvalidRequest(
                f"{table.where}: column {column.name!r} ({column.cells[0][:40]!r}) may say when memberships held; write a year of"
                f' start and one of end, or leave it out with: --map "{column.name}=ignore"'
            )
        elif column.cells and _half_dated(table) and _surely_dates(table, column):
            raise InvalidRequest(
                f"{table.where}: memberships have ends, and {column.name!r} has dates with which they may begin; if so, say:"
                f' --map "{column.name}=start"; if not: --map "{column.name}=ignore"'
            )
        elif column.cells and column.key.partition(" ")[0] in TURNS and column.at not in table.found.before:
            if BEFORE_WORD.search(column.key) and not column.flags and table.dated(column):
                _ask_start(table, column)
            if not (column.key.startswith("suspen") and table.dated(column)):  # who is suspended is a member still
                _refuse_unread(table, column, "when a membership did not hold")
            reason = "it may say when a membership did not hold"
        elif (
            column.flags
            and table.found.layout == "rows"
            and _YEAR_IN.search(column.name)
            and "flag" not in table.fields
        ):
            raise InvalidRequest(
                f"{table.where}: column {column.name!r} may say of which years a membership is; give rows a start and an end,"
                f' read only its rows with yes: --map "{column.name}=flag", or leave the column out with:'
                f' --map "{column.name}=ignore"'
            )
        elif column.cells and _may_be_flag(table, column):
            raise InvalidRequest(
                f"{table.where}: column {column.name!r} says yes of some rows and no of others, and may say which are"
                f' memberships; if so, say: --map "{column.name}=flag"; if not: --map "{column.name}=ignore"'
            )
        elif column.cells and _names_more(table, column):
            raise InvalidRequest(
                f"{table.where}: column {column.name!r} ({column.cells[0][:40]!r}) names states, and may name more"
                f' members; if so, say: --map "{table.columns[table.fields["member"]].name}=member"'
                f' --map "{column.name}=member"; if not: --map "{column.name}=ignore"'
            )
        elif column.key in ("member", "membership") and column.numbers:
            if any(map(_NOTHING.fullmatch, column.cells)):  # no part of one is a member
                raise InvalidRequest(
                    f"{table.where}: column {column.name!r} ({column.cells[0]}) may say which rows are memberships; leave the rows"
                    f' out that are none, then read all the others with: --map "{column.name}=ignore"'
                )
            reason = "its cells are numbers"
        elif column.cells and _ends_unsaid(table, column):
            _refuse_unread(table, column, "which memberships have ended")
        elif (
            column.cells
            and not dated & {"start", "start_year", "period", "year", "month"}
            and _may_begin(table, column)
        ):
            _ask_start(table, column)
        elif column.cells and edge_named(column.key) and not column.flags and not NOT_BODIES.search(column.key):
            reason = "" if table.dated(column) else "its cells were not understood as dates"
            of = edge_of(column.name, column.key)[1]
            if of and called_after_body(of, capitals=capitals_tell(table.header)):
                reason = f"it has dates of {of}; for its members write rows of their own"
        elif column.cells and says_turns(table, column):
            raise InvalidRequest(
                f"{table.where}: column {column.name!r} ({column.cells[0][:40]!r}) says when some joined or left; write that in rows"
                f' of their own, or leave the column out with: --map "{column.name}=ignore"'
            )
        elif column.cells and (spoken := speaks_of_turns(table, column)):
            reason = (
                f"some of its cells speak of joining or leaving, and not all of it was understood: {spoken!r}; write"
                " that in rows of their own"
            )
        table.found.unread[column.at] = reason


_NOTHING = late_pattern(r"[-+]?0+(?:[.,]0+)? ?%?")


def _unknown_answers(table: Columns, column: Column) -> bool:
    """Whether a column called after members, beside one of states, has a few words in it that are none: yes and no."""
    member = table.column_of("member")
    if member is None or table.found.layout != "rows" or not 1 < len(column.distinct) <= 3 or column.numbers:
        return False
    called = column.key in ("member", "membership") or says(column.key, "member")
    few = states_in(member.distinct) >= 0.5 or len(column.distinct) < len(column.cells)
    return called and few and may_answer(column) and not states_in(column.distinct)


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
        return f'it has dates; if memberships begin and end with them, say --map "{column.name}=period"'
    return f'it has dates; if memberships begin with them, say --map "{column.name}=start"'


def _spans(table: Columns, cell: str) -> Sequence[tuple[str, str]]:
    try:
        return table.cells.dates.spans(cell)
    except (InvalidRequest, Undecided):
        return ()


_LASTING = re.compile(
    r"\b(?:duration|dauer|duree|duracion)\b|\blength of (?:membership|time|stay)\b|\byears (?:as|of) (?:a )?member"
)
_CALLED_FLAG = late_pattern(r"\b(?:flags?|status|dummy|indicator|binary|bool(?:ean)?|valid)\b")
_ONLY_MEMBER = re.compile(
    r"(?:(?:is|was|in|as|a|the|of|member|membership|mem|memb|\d+s?) ?)*(?:member|membership|mem|memb)(?: ?(?:in|as|of|the|\d+s?))*"
)


def _may_be_flag(table: Columns, column: Column) -> bool:
    """Whether a column of yes and no in a table of years says it of memberships: not of states, bodies or years alone."""
    fields = table.fields
    if "flag" in fields or not {"member", "organization"} <= fields.keys() or not column.flags:
        return False
    if _ONLY_MEMBER.fullmatch(column.key) and any(flag_of(cell) == NO for cell in column.distinct):
        return True
    if _CALLED_FLAG.search(column.key) and {flag_of(cell) for cell in column.distinct} >= {YES, NO}:
        return not NOT_BODIES.search(_CALLED_FLAG.sub("", column.key))
    if not {"year", "month"} & fields.keys():
        return False
    if {flag_of(cell) for cell in column.distinct} < {YES, NO} or NOT_BODIES.search(column.key):
        return False
    return not any(
        table.names_the_same(column, table.columns[fields[name]])
        for name in ("member", "organization", "year", "month")
        if name in fields
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


def _may_begin(table: Columns, column: Column) -> bool:
    """Whether a column of a table without starts has dates with which memberships may begin, by its name."""
    if (
        table.found.layout != "rows"
        or column.flags
        or NOT_BODIES.search(column.key.replace("date", "").replace("year", ""))
    ):
        return False
    if not (BEFORE_WORD.search(column.key) or START_WORD.search(column.key)) or END_WORD.search(column.key):
        return False
    return sum(bool(_YEAR_IN.search(ascii_digits(cell))) for cell in column.cells) >= 0.8 * len(column.cells)


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
        f' say: --map "{column.name}=start"; if not: --map "{column.name}=ignore"'
    )


def _refuse_unread(table: Columns, column: Column, what: str) -> NoReturn:
    shown = next(cell for cell in column.cells)
    raise InvalidRequest(
        f"{table.where}: column {column.name!r} ({shown[:40]!r}) may say {what}; say what it is:"
        f' --map "{column.name}=end" or =role, or leave it out with: --map "{column.name}=ignore"'
    )


def _surely_dates(table: Columns, column: Column) -> bool:
    return not column.flags and table.dated(column) and not NOT_BODIES.search(column.key.replace("date", ""))
