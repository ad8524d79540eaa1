"""Dates after the starts, or before each other, in columns whose names are not known: they are asked about.

Memberships may end with the ones, or begin and end with the others.
"""

from __future__ import annotations

import re

from ....errors import InvalidRequest
from ....late import late_pattern
from ....model.naming.forms import ascii_digits
from ...table_options import map_option
from ..column import Column
from ..columns import Columns
from ..keys import NOT_BODIES, turned
from ..words.column_words import BEFORE_WORD, END_WORD, START_WORD
from .founding import is_called_after_founding
from .left_years import YEAR_IN, is_of_something_else
from .observed import is_of_rows, year_word

__all__ = ["ask_of_unnamed_ends"]

_NEARLY_ALL = 0.8
_SAYS_WHAT = late_pattern(
    r"\b(?:updat\w*|modif\w*|edit\w*|chang\w*|access(?:ed)?|retriev\w*|download\w*|check\w*|verif\w*|review\w*|publi\w*|imported|crawl\w*"
    r"|timestamp|stand|as of|abruf\w*|abgerufen|zugriff\w*|aktualisier\w*|gepruft|consult\w*|actualiz\w*|atualiz\w*|mis a jour|maj|mise a jour"
    r"|aggiorn\w*|bijgewerkt|geraadpleegd|uppdater\w*|opdater\w*|oppdater\w*|paivitet\w*|aktualizac\w*|aktualizov\w*|zaktualizowan\w*|frissit\w*"
    r"|guncelle\w*|обновл\w*|обращени\w*|оновлен\w*|ενημερωσ\w*|signat\w*|podpis\w*|podpisan\w*|undertecknad\w*|underskr\w*|allekirjoit\w*"
    r"|alair\w*|imza\w*|подпис\w*|підпис\w*|υπογραφ\w*|ratif\w*|ratyfik\w*|ратифик\w*|επικυρ\w*|effective|notif\w*|summits?|elections?"
    r"|narozen\w*|fodelse\w*|fodt|syntyny\w*|szulet\w*|dogum\w*|urodz\w*|γεννησ\w*|gestorben|last|latest|suspen\w*|status"
    r")\b|更新|修改|访问|訪問|签署|簽署|署名|批准|出生|成立|创立|創立|設立|확인|서명|비준|설립"
)
"""What says that dates are of a record, of a signature, of a person or of something that came to pass in the body."""


def ask_of_unnamed_ends(table: Columns) -> None:
    """Ask about dates that may be the ends of memberships, in a table that has nothing else of ends.

    Without starts it is two columns that are asked about, of which the one has no dates before the other's.

    Parameters
    ----------
    table : Columns
        The table; of several such columns it is said that they are not read.

    Raises
    ------
    InvalidRequest
        If one column alone may have the ends, or two the starts and ends, with the ways to read them.
    """
    fields = table.fields.keys()
    if {"end", "end_year", "period", "event", "year", "month", "current", "former"} & fields:
        return
    if table.found.layout != "rows":
        return
    if not {"start", "start_year"} & fields:
        _ask_of_both(table)
        return
    begins = table.columns[table.fields.get("start", table.fields.get("start_year", 0))]
    found = [column for column in table.columns if _may_be_ends(table, column, begins)]
    if len(found) == 1:
        column = found[0]
        shown = next(cell for cell in column.cells if any(map(str.isdigit, cell)))
        raise InvalidRequest(
            f"{table.where}: column {column.name!r} ({shown[:40]!r}) has dates that come after the starts; if memberships"
            f" end with them, say: {map_option(column.name, 'end')}; if not: {map_option(column.name, 'ignore')}"
        )
    for column in found:
        table.found.unread[column.at] = (
            f"it has dates that come after the starts; if memberships end with them, say {map_option(column.name, 'end')}"
        )


def _ask_of_both(table: Columns) -> None:
    """Ask about the two columns of dates of which the one has no dates before the other's, if there is one such pair."""
    dates = [column for column in table.columns if _of_unnamed_dates(table, column)]
    pairs = [(one, two) for one in dates for two in dates if one is not two and _after(table, two, one)]
    if len(pairs) != 1:
        return
    start, end = (column.name for column in pairs[0])
    raise InvalidRequest(
        f"{table.where}: columns {start!r} and {end!r} have dates; if memberships begin and end with them, say:"
        f" {map_option(start, 'start')} {map_option(end, 'end')}; if neither says when:"
        f" {map_option(start, 'ignore')} {map_option(end, 'ignore')}"
    )


def _of_unnamed_dates(table: Columns, column: Column) -> bool:
    """Whether a column has whole dates, and a name that does not say of what they are."""
    return _has_unnamed_dates(table, column) and any(len(cell) > len("2004") for cell in column.cells)


def _may_be_ends(table: Columns, column: Column, begins: Column) -> bool:
    """Whether a column has dates after the starts, and a name that does not say of what they are."""
    return _has_unnamed_dates(table, column) and _after(table, column, begins)


def _has_unnamed_dates(table: Columns, column: Column) -> bool:
    if not column.named or not table.free(column) or not column.cells or column.at in table.found.wide:
        return False
    if _is_named(column.key) or column.flags or not (table.dated(column) or table.some_dates(column)):
        return False
    return not _is_of_the_table(column)


def _is_named(key: str) -> bool:
    """Whether a name says what its dates are of."""
    if BEFORE_WORD.search(key) or START_WORD.search(key) or END_WORD.search(key) or _SAYS_WHAT.search(key):
        return True
    if re.fullmatch(r"dates?|years?|datum|fecha", key) or turned(key) or is_called_after_founding(key):
        return True
    return is_of_something_else(key) or bool(NOT_BODIES.search(key)) or (year_word(key) and is_of_rows(key))


def _is_of_the_table(column: Column) -> bool:
    """Whether all rows have one date, as when the table was made."""
    return len(column.distinct) == 1 and len(column.cells) > 2


def _after(table: Columns, column: Column, begins: Column) -> bool:
    """Whether (nearly) all dates are those of another column or later, and some later, as far as their years say."""
    pairs = []
    for row in table.rows:
        if max(begins.at, column.at) < len(row):
            first, last = (YEAR_IN.findall(ascii_digits(row[at])) for at in (begins.at, column.at))
            if first and last:
                pairs.append((int(first[-1]), int(last[-1])))
    fits = sum(begin <= end for begin, end in pairs)
    return fits > 0 and fits >= _NEARLY_ALL * len(pairs) and any(begin < end for begin, end in pairs)
