"""Rows as tables: data frames (pandas), and tables in HTML for notebooks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from .errors import OperationFailed
from .escaping import as_html_text

if TYPE_CHECKING:
    import pandas

__all__ = ["SHADES", "frame", "html_matrix", "html_table"]

SHADES = (
    ("#E3EEF7", "#1A1A1A"),
    ("#BCD8EC", "#1A1A1A"),
    ("#7FB4D8", "#1A1A1A"),
    ("#2F78AB", "#FFFFFF"),
    ("#0B4A75", "#FFFFFF"),
)
"""Five shades from little to much, each with the colour of the text on it."""


def frame(rows: Iterable[Mapping[str, Any]], columns: Sequence[str]) -> pandas.DataFrame:
    """Rows as a data frame.

    Parameters
    ----------
    rows : iterable of mapping
        The rows.
    columns : sequence of str
        The columns of the frame, also of one without rows.

    Returns
    -------
    pandas.DataFrame

    Raises
    ------
    OperationFailed
        If pandas is not installed.
    """
    try:
        import pandas
    except ImportError:
        raise OperationFailed("a data frame needs pandas; install it with: pip install pandas") from None
    return pandas.DataFrame([[row.get(column) for column in columns] for row in rows], columns=list(columns))


def html_table(head: Iterable[str], rows: Iterable[Iterable[str | None]]) -> str:
    """Rows of texts as a table in HTML."""
    left = ' style="text-align: left; vertical-align: top"'
    top = "".join(f"<th{left}>{as_html_text(name)}</th>" for name in head)
    body = "".join("<tr>" + "".join(f"<td{left}>{as_html_text(c or '')}</td>" for c in row) + "</tr>" for row in rows)
    return f"<table><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table>"


def html_matrix(names: Sequence[str], values: Sequence[Sequence[float | None]], caption: str) -> str:
    """A square matrix of numbers in HTML, shaded by value; a cell of None is empty, one of 0 is not shaded.

    >>> "background: #0B4A75" in html_matrix(["a", "b"], [[None, 0.5], [0.25, None]], "")
    True
    """
    known = [value for row in values for value in row if value is not None]
    low, top = min(known, default=0.0), max(known, default=0.0)

    def cell(value: float | None) -> str:
        if value is None or value == 0:
            return f'<td style="text-align: right">{"" if value is None else 0}</td>'
        ground, ink = SHADES[2 if top == low else int(4.999 * (value - low) / (top - low))]
        return f'<td style="text-align: right; background: {ground}; color: {ink}">{value:.2f}</td>'

    head = "".join(f"<th>{as_html_text(name)}</th>" for name in names)
    body = "".join(
        f"<tr><th>{as_html_text(name)}</th>{''.join(map(cell, row))}</tr>"
        for name, row in zip(names, values, strict=True)
    )
    start = f"<caption>{as_html_text(caption)}</caption><thead><tr><th></th>{head}</tr></thead>"
    return f"<table>{start}<tbody>{body}</tbody></table>"
