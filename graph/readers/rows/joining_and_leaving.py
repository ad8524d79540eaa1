"""Rows about joining and leaving: pairs of them are spans."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..cells.cell_words import SKIP, bare, word
from ..mistakes import Mistakes
from ..planning.words.column_words import EVENTS
from ..row import Row
from ..table_options import map_option
from ..tables.notes_below import is_note
from .panel import Made
from .table_in_hand import TableInHand

__all__ = ["paired"]


def paired(
    table: TableInHand, made: Made, records: Iterable[tuple[int, list[str]]], mistakes: Mistakes
) -> Iterator[Row]:
    """The memberships of a table with a row for each joining and each leaving."""
    at, what = table.plan.fields["event"], {}  # type: int, dict[int, str]

    def known() -> Iterator[tuple[int, list[str]]]:
        for number, cells in records:
            text = cells[at].strip() if at < len(cells) else ""
            if table.cells.given.get(word(text)) == SKIP:
                table.report.rows += 1
                table.report.skipped[text] += 1
                continue
            if any(map(str.strip, cells)) and bare(text) not in EVENTS and not is_note(cells, True, len(table.header)):
                table.report.rows += 1
                skip = f'leave such rows out with: --role "{text}=skip", or ' if text else ""
                way_out = f"{skip}read every row as a start with: {map_option(table.header[at], 'ignore')}"
                mistakes.add(number, f"{table.place(number, at)}: {text!r} is neither joining nor leaving; {way_out}")
                continue
            what[number] = EVENTS.get(bare(text), "")
            yield number, cells

    found: dict[tuple[str, str], list[Row]] = {}
    for row in made(known(), mistakes):
        found.setdefault((row.member, row.organization), []).append(row)
    for (member, body), rows in found.items():
        joined: Row | None = None
        for row in sorted(rows, key=lambda row: row.start):
            if what[row.number] == "end":
                yield joined._replace(end=row.start) if joined else row._replace(start="", end=row.start)
                joined = None
            elif joined is None:
                joined = row
            elif joined.start != row.start:
                mistakes.add(
                    row.number,
                    f"row {row.number}: {member} joins {body} again ({row.start}), without having left"
                    f" since {joined.start}",
                )
        if joined:
            yield joined
    table.report.notes.append("rows about joining and leaving were put together to spans")
