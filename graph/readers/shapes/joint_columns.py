"""Tables whose first column has several in one, as Eurostat writes them: `freq,org,geo\\TIME_PERIOD`."""

from __future__ import annotations

from ...late import late_pattern
from ..tables.tabular import Table

__all__ = ["part_joint_columns"]

_JOINT = late_pattern(r"\w+(?:,\w+)*\\\w+")
_MARKED = late_pattern(r"(:|[-+]?\d+(?:\.\d+)?) [a-z]{1,3}")  # "1 b": a figure with what the table notes of it
_NO_FIGURE = ":"


def part_joint_columns(table: Table) -> None:
    r"""Part the first column of such a table, and take the marks from its figures.

    Parameters
    ----------
    table : Table
        The table; it is changed in place.
    """
    if not table.header or not _JOINT.fullmatch(first := table.header[0].strip()):
        return
    names = first.partition("\\")[0].split(",")

    def row(cells: list[str]) -> list[str]:
        if not cells:
            return cells
        parts = cells[0].split(",")
        return [*parts, *[""] * (len(names) - len(parts)), *map(_figure, cells[1:])]

    table.notes.append(f"the first column was parted into {', '.join(names)}; marks behind figures were left out")
    table.rewrite(row)
    table.header = [*names, *(name.strip() for name in table.header[1:])]


def _figure(cell: str) -> str:
    text = cell.strip()
    if match := _MARKED.fullmatch(text):
        text = match[1]
    return "NA" if text == _NO_FIGURE else text
