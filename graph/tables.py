"""Rows as tables: data frames (pandas), and tables in HTML for notebooks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING, Any

from .errors import OperationFailed

if TYPE_CHECKING:
    import pandas

__all__ = ["frame", "html_table"]


def frame(rows: Iterable[Mapping[str, Any]], columns: Sequence[str]) -> pandas.DataFrame:
    """Rows as a data frame.

    Raises OperationFailed where pandas is not installed.
    """
    try:
        import pandas
    except ImportError:
        raise OperationFailed("a data frame needs pandas; install it with: pip install pandas") from None
    return pandas.DataFrame([[row.get(column) for column in columns] for row in rows], columns=list(columns))


def html_table(head: Iterable[str], rows: Iterable[Iterable[str | None]]) -> str:
    """Rows of texts as a table in HTML."""
    left = ' style="text-align: left; vertical-align: top"'
    top = "".join(f"<th{left}>{escape(one)}</th>" for one in head)
    body = "".join("<tr>" + "".join(f"<td{left}>{escape(c or '')}</td>" for c in row) + "</tr>" for row in rows)
    return f"<table><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table>"
