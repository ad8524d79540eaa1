"""Memberships that were interrupted: columns for a second start ("rejoined"), and for a suspension and its end.

The model holds an interruption as two memberships, one before it and one behind it. A table with such columns is read
as if it had a row for each of the two.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ...errors import OperationFailed
from ...late import late_pattern
from ...model.naming.forms import ascii_digits
from ..cells.cell_words import MISSING, NO, flag_of
from ..planning.keys import key_of
from ..planning.words.column_names import FIELDS
from ..planning.words.column_words import END_WORD, START_WORD
from ..table_options import map_option
from ..tables.tabular import Records, Table
from .joined_parts import join_parts
from .unfolding import names_in, no_end_before

__all__ = ["unfold_interruptions"]

_AGAIN = late_pattern(
    r"\b(?:re ?(?:joined|join|joining|admitted|admission|entered|entry|acceded|accession|instated|instatement)|returned"
    r"|joined again|wieder\w*(?:beitritt|eintritt|aufnahme|beigetreten|eingetreten|aufgenommen)|reintegration"
    r"|readhesion|reingreso|reincorporacion|reintegro|повторное вступление)\b"
)
_GONE_AGAIN = late_pattern(
    r"\b(?:left again|(?:second|2nd) (?:exit|withdrawal|end|departure)|re ?left|withdrew again)\b"
)
_PAUSE = late_pattern(r"suspen\w*|suspendi\w*|suspend\w*|aussetzung|ausgesetzt|sospes\w*|приостановл\w*")
_LIFTED = late_pattern(
    r"\b(?:until|till|to|end(?:ed|s)?|lifted|reinstated|bis|jusqu\w*|fin|hasta|al|aufgehoben|over|revoked)\b"
)


@dataclass(frozen=True)
class _Places:
    """Where a table has the dates of an interrupted membership; -1 where it has none."""

    start: int
    end: int
    gone: int
    back: int
    gone_again: int = -1


def unfold_interruptions(table: Table, mapping: Mapping[str, str]) -> None:
    """Give a table with columns for an interruption a row for what was before it and one for what came behind it.

    Parameters
    ----------
    table : Table
        The table; it is changed in place.
    mapping : mapping of str to str
        The columns that the user names; they are left as they are.

    Raises
    ------
    InvalidRequest
        If there is a column for a second start, and none for the end before it.
    OperationFailed
        When the table is read, if a row says that a membership began again and not when it had ended.
    """
    keys = [key_of(name) for name in table.header]
    if any(_AGAIN.search(key) or _PAUSE.search(key) for key in keys):
        join_parts(table, mapping)
    found = _places(table, {key_of(name) for name in mapping})
    if found is None:
        return
    names = [table.header[at] for at in (found.gone, found.back, found.gone_again) if at >= 0 and at != found.end]
    table.notes.append(
        f"{' and '.join(map(repr, names))} read as an interruption: one membership before it and another one behind it"
    )
    spare = [at for at in (found.gone, found.back, found.gone_again) if at >= 0 and at != found.end]
    width = len(table.header)

    def rows_of(number: int, cells: list[str]) -> list[list[str]]:
        spans = _spans(table, number, found, cells)
        return [_with(cells, found, span, spare, width) for span in spans]

    def records(before: Records) -> Records:
        for number, cells in before:
            for row in rows_of(number, cells):
                yield number, row

    table.sample = [row for number, cells in enumerate(table.sample, 2) for row in rows_of(number, cells)]
    table.records = records(table.records)
    table.header = [name for at, name in enumerate(table.header) if at not in spare]
    if found.end < 0:
        table.header.append("end")


def _with(cells: Sequence[str], found: _Places, span: tuple[str, str], spare: Sequence[int], width: int) -> list[str]:
    """A row with other dates."""
    row = [*cells, *[""] * (width - len(cells))]
    row[found.start] = span[0]
    if found.end >= 0:
        row[found.end] = span[1]
    kept = [cell for at, cell in enumerate(row[:width]) if at not in spare]
    return kept + row[width:] if found.end >= 0 else [*kept, span[1], *row[width:]]


def _spans(table: Table, number: int, found: _Places, cells: Sequence[str]) -> list[tuple[str, str]]:
    """The memberships of a row: one, or those before and behind its interruption."""

    def cell(at: int) -> str:
        text = cells[at].strip() if 0 <= at < len(cells) else ""
        return "" if flag_of(text) in (NO, MISSING) else text

    start, end, gone, back = cell(found.start), cell(found.end), cell(found.gone), cell(found.back)
    if found.gone == found.end:  # "joined, left, rejoined, left again"
        if not back:
            return [(start, end)]
        if not end:
            raise OperationFailed(
                f"{table.where}: row {number}, column {table.header[found.back]}: it has a date, but"
                f" {table.header[found.end]!r} has none; write when the membership had ended, or leave the column out"
                f" with: {map_option(table.header[found.back], 'ignore')}"
            )
        return [(start, end), (back, cell(found.gone_again))]
    if not gone:
        return [(start, end)]
    return [(start, gone), (back, end)] if back else [(start, gone)]


def _places(table: Table, given: set[str]) -> _Places | None:
    """Where the dates are; None if the table has no interruptions, or not all that is needed to read them."""
    keys = [key_of(name) for name in table.header]
    free = [at for at, key in enumerate(keys) if key not in given and key]
    again = [at for at in free if _AGAIN.search(keys[at]) and _dated(table, at)]
    paused = [at for at in free if _PAUSE.search(keys[at]) and _dated(table, at)]
    lifted = [at for at in paused if _LIFTED.search(keys[at])]
    begun = [at for at in paused if at not in lifted]
    gone_again = [at for at in free if _GONE_AGAIN.search(keys[at])]
    others = [at for at in free if at not in (*again, *paused, *gone_again)]
    start, end = _edge(table, keys, others, "start"), _edge(table, keys, others, "end")
    back = lifted or again
    if start is None or not back:
        return None
    if len(begun) == 1 and len(back) == 1:
        return _Places(start, -1 if end is None else end, begun[0], back[0])
    if end is None and not begun and len(again) == 1:
        raise no_end_before(table, table.header[again[0]])
    if end is None or begun or len(again) != 1:
        return None
    return _Places(start, end, end, again[0], gone_again[0] if gone_again else -1)


def _dated(table: Table, at: int) -> bool:
    """Whether the cells of a column have years in them."""
    cells = [cell for cell in names_in(table, at) if flag_of(cell) not in (NO, MISSING)]
    return bool(cells) and all(re.search(r"(?<!\d)[12]\d{3}(?!\d)", ascii_digits(cell)) for cell in cells)


def _edge(table: Table, keys: Sequence[str], places: Sequence[int], edge: str) -> int | None:
    """The column of starts, or of ends."""
    words = {"start": START_WORD, "end": END_WORD}[edge]
    named = [at for name in FIELDS[edge] for at in places if keys[at] == name]
    return next(iter(named or [at for at in places if words.search(keys[at]) and _dated(table, at)]), None)
