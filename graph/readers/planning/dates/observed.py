"""Columns that say when a row was observed, rather than when a membership began: a year, a month, or the day of a list.

Such a table has a row for each of its times, and the same memberships come again in it. It is told from one with starts
by that: its times are few and shared, and most memberships stand at most of them. Where it
may be either, the user is asked.
"""

from __future__ import annotations

from collections.abc import Sequence

from ....errors import InvalidRequest
from ....late import late_pattern
from ....model.naming.forms import ascii_digits
from ...cells.cell_words import UNKNOWN, bare, flag_of
from ...dates.single_dates import Undecided
from ...table_options import map_option
from ..column import Column
from ..columns import Columns
from ..words.column_names import FIELDS
from ..words.column_words import EVENTS
from ..words.date_parts import BARE, PARTS, map_all, map_times, part_of_date

__all__ = ["find_observed", "is_observed", "is_of_rows", "lists_years", "moment", "refuse_if_observed", "year_word"]

_DENSE = 0.4
"""Of all memberships at all times of a table, how many have a row at least."""
_OBSERVED = frozenset(
    ("date", "day", "snapshot", "snapshot date", "observation date", "reference date", "datum", "fecha")
)
_YEARS = late_pattern(r"[12]\d{3}(?:[^\d-]{1,3}[12]\d{3})+")  # "1948|1949|1950"
_A_YEAR = late_pattern(r"\b(?:years?|yrs?|jahr\w*|annee|ano|anno|jaar|rok|ar|wave|season|edition|round|god|год\w*)\b")
_OF_ROWS = late_pattern(
    r"(?:(?:survey\w*|report(?:s|ed|ing)?|data|dataset|ref|reference|observ\w+|obs|calendar|panel|sample|snapshot|measure\w*|coding|coded"
    r"|collect\w+|record\w*|bericht\w*|erhebung\w*|beobachtung\w*|informe|encuesta|referencia|observacion|referencia|relatorio|pesquisa"
    r"|rapport|enquete|riferimento|rilevazione|отчетныи|отчета|отчетный|наблюдения|of|the|de|del|la|l|d|du|do|da|di|des|der) ?)*"
)
_JOINED_YEAR = late_pattern(
    r"(?:berichts|erhebungs|beobachtungs|daten|referenz|stich|kalender)jahr|(?:data|survey|report|ref|obs)(?:year|yr)"
)
_JUST_YEAR = late_pattern(r"\b(?:years?|yrs?|jahr|annee|ano|anno|jaar|rok|god|год)\b")
_COMES_AGAIN = 0.75
"""How many memberships a table has at most for each of its rows."""


def find_observed(table: Columns) -> None:
    """The column, or the two, with the time that each row is about."""
    if {"year", "month"} & table.fields.keys():
        _leave_edges(table)
        return
    if _parts_are_observed(table):
        table.fields["year"] = table.fields.pop("start_year")
        table.fields["month"] = table.fields.pop("start_month")
        return
    of_rows = [key for key in table.by_key if key not in FIELDS["year"] and is_of_rows(key)]
    for key in (*FIELDS["year"], *of_rows, *FIELDS["period"], "date", *FIELDS["month"]):
        for column in table.by_key.get(key, []):
            if not table.free(column) or not (column.years or is_observed(table, column)):
                continue
            if any(name in table.fields for name in ("start", "start_year", "period")):
                table.found.unread[column.at] = "the memberships have dates of their own"
            elif not {"end", "end_year"} & table.fields.keys():  # else memberships may begin then, which is asked
                table.fields["year" if _once_a_year(table, column) else "month"] = column.at
            return


def _leave_edges(table: Columns) -> None:
    """Starts and ends beside years that the user says the rows are about are not read; he may not want both."""
    time = table.columns[table.fields["year" if "year" in table.fields else "month"]]
    for field in [name for name in table.fields if name.startswith(("start", "end", "period"))]:
        column = table.columns[table.fields[field]]
        if table.given(field):
            raise InvalidRequest(
                f"{table.where}: rows are of the times of {time.name!r}, or memberships have the dates of {column.name!r}; leave one"
                f" out with: {map_option(time.name, 'ignore')} or {map_option(column.name, 'ignore')}"
            )
        del table.fields[field]
        table.found.unread[column.at] = f"each row is of the time in {time.name!r}, as asked"


def is_observed(table: Columns, column: Column) -> bool:
    """Whether a column called after a time says when each row was observed."""
    if column.years:
        return {"member", "organization"} <= table.fields.keys() and _comes_again(table, column)
    if not column.cells or "member" not in table.fields or not table.dated(column):
        return False
    return all(moment(table, cell) for cell in column.distinct) and _is_grid(table, [column])


def _parts_are_observed(table: Columns) -> bool:
    """Whether columns "year" and "month", read as those of a start, are of when each row was observed."""
    starts = {name for name in table.fields if name.startswith(("start", "end", "period"))}
    if starts != {"start_year", "start_month"}:
        return False
    columns = [table.columns[table.fields[name]] for name in ("start_year", "start_month")]
    if any((part_of_date(column.key) or ("", "?", ""))[1] for column in columns):
        return False
    return _is_grid(table, columns)


def _comes_again(table: Columns, column: Column) -> bool:
    """Whether memberships, by member and body as far as there are columns of them, recur beside a column of times."""
    places = [table.fields[name] for name in ("member", "organization") if name in table.fields]
    pairs = [tuple(row[at].strip() for at in places) for row in table.rows if max(*places, column.at) < len(row)]
    return len(set(pairs)) < len(pairs)


def refuse_if_observed(table: Columns) -> None:
    """Refuse a column "date" that gives one membership several dates and no end: they may be those of observations.

    Parameters
    ----------
    table : Columns
        The table.

    Raises
    ------
    InvalidRequest
        With the two ways in which it can be read.
    """
    fields = table.fields
    parts = [fields[f"start_{part}"] for part in PARTS if f"start_{part}" in fields]
    if parts and {"member", "organization"} <= fields.keys():
        _refuse_if_parts_are(table, parts)
    if not {"start", "member", "organization"} <= fields.keys() or table.given("start"):
        return
    at, ends = fields["start"], [fields["member"], fields["organization"]]
    if {"end", "end_year", "event", "period"} & fields.keys() or table.found.layout != "rows":
        return
    if table.columns[at].key not in _OBSERVED:
        return
    rows = [row for row in table.rows if max(at, *ends) < len(row) and row[at].strip()]
    pairs = [tuple(row[end].strip() for end in ends) for row in rows]
    if len(set(pairs)) < len(pairs) and len({row[at].strip() for row in rows}) > 1:
        name = table.columns[at].name
        raise InvalidRequest(
            f"{table.where}: column {name!r} gives one membership several dates, and none has an end; if rows say who was a"
            f' member on that day, write years in a column "year"; if memberships begin then, say: {map_option(name, "start")}'
        )


def _refuse_if_parts_are(table: Columns, parts: Sequence[int]) -> None:
    """Years, months and days that may be those of observations: they are called by these words alone, and are several."""
    known = part_of_date(table.columns[parts[0]].key)
    if known is None or known[1] not in BARE or table.given("start_year"):
        return
    if {"end", "end_year", "event", "period"} & table.fields.keys() or table.found.layout != "rows":
        return
    ends = [table.fields["member"], table.fields["organization"]]
    rows = [row for row in table.rows if max(*parts, *ends) < len(row)]
    pairs = {tuple(row[at].strip() for at in ends) for row in rows}
    if len(pairs) < len({tuple(row[at].strip() for at in [*ends, *parts]) for row in rows}):
        date = next(date for date in table.found.parts if date.at["year"] == parts[0])
        year = table.columns[parts[0]].name
        raise InvalidRequest(
            f"{table.where}: {year!r} and the columns beside it give one membership several dates, and none has an end; if"
            f" memberships begin then, say: {map_all(table.header, date, 'start')}; if rows say who was a member at that time:"
            f" {map_times(table.header, date)}"
        )


def lists_years(table: Columns, column: Column) -> bool:
    """Whether the cells of a column list years, as its name says."""
    return table.found.layout == "rows" and column.all_of(_YEARS) and _A_YEAR.search(column.key) is not None


def year_word(key: str) -> bool:
    """Whether a column's name has a word for years in it.

    Parameters
    ----------
    key : str
        The name, as `keys.key_of` writes it.

    Returns
    -------
    bool

    >>> year_word("fiscal year"), year_word("yearly"), year_word("berichtsjahr")
    (True, False, True)
    """
    return _A_YEAR.search(key) is not None or _JOINED_YEAR.fullmatch(key) is not None


def is_of_rows(key: str) -> bool:
    """Whether a column is called after the year that each row is about: "survey year", "year of observation".

    Parameters
    ----------
    key : str
        The name, as `keys.key_of` writes it.

    Returns
    -------
    bool

    >>> is_of_rows("reporting year"), is_of_rows("year of observation"), is_of_rows("fiscal year")
    (True, True, False)
    """
    if _JOINED_YEAR.fullmatch(key):
        return True
    without = _JUST_YEAR.sub("", key)
    return without != key and _OF_ROWS.fullmatch(" ".join(without.split())) is not None


def _is_grid(table: Columns, times: Sequence[Column]) -> bool:
    """Whether a table has a row for most of its memberships at most of its times, and is not of what happened."""
    places = [table.fields[name] for name in ("member", "organization") if name in table.fields]
    needed = [*places, *(column.at for column in times)]
    rows = [row for row in table.rows if max(needed) < len(row) and all(row[at].strip() for at in needed)]
    if not places or not rows or _tells_events(table):
        return False
    pairs = {tuple(row[at].strip() for at in places) for row in rows}
    moments = {tuple(row[column.at].strip() for column in times) for row in rows}
    flagged = "flag" in table.fields or any(table.free(column) and column.flags for column in table.columns)
    alone = len(moments) == len(rows)
    if len(moments) < 2 or len(pairs) > _COMES_AGAIN * len(rows) or (alone and not flagged):
        return False
    return len(rows) >= _DENSE * len(pairs) * len(moments)


def _tells_events(table: Columns) -> bool:
    """Whether a column says what happened in each row: "joined", "left"."""
    for column in table.columns:
        words = {bare(cell) for cell in column.distinct if flag_of(cell) == UNKNOWN}
        if table.free(column) and words and (column.key in FIELDS["event"] or words & EVENTS.keys()):
            return True
    return False


def moment(table: Columns, cell: str) -> str:
    """A month or a day as an ISO date; empty if a cell is neither."""
    try:
        spans = table.cells.dates.spans(cell)
    except (InvalidRequest, Undecided):
        return ""
    return spans[0][0] if len(spans) == 1 and not spans[0][1] and len(spans[0][0]) > 4 else ""


def _once_a_year(table: Columns, column: Column) -> bool:
    """Whether the times are years, or the same day of several of them."""
    days = {moment(table, ascii_digits(cell))[4:] for cell in column.distinct}
    return column.years or (len(days) == 1 and len(column.distinct) > 1)
