"""Numbers that are no answers: how likely a row is a membership, and how much of something a state has in a year.

Left unread, a column of probabilities would make members of all that have a small one; and figures by year say of no body
who is in it.
"""

from __future__ import annotations

from collections.abc import Sequence

from ...errors import InvalidRequest
from ...late import late_pattern
from ..cells.cell_words import UNKNOWN, flag_of
from ..dates.counted_days import may_be_count, ways_to_count
from ..table_options import map_option
from .column import Column
from .columns import Columns
from .named_bodies import called_after_body, capitals_tell, is_listed

__all__ = ["of_counted_days", "refuse_figures_by_year", "refuse_likelihoods"]

_LIKELY = late_pattern(
    r"\b(?:prob\w*|likel\w+|chances?|propensity|pred\w*|phat|p hat|confidence|certainty|fitted|posterior|wahrscheinlich\w*"
    r"|probabilit\w+|probabilidad|waarschijnlijkheid|вероятност\w+)\b|^(?:p|pr|score|membership score|member score)$"
)
_OF_MEMBERS = late_pattern(r"\b(?:is|in|member\w*|membership|join\w*|accession|belongs?)\b")
_PART = late_pattern(r"\+?(?:0?[.,]\d+|1(?:[.,]0+)?|0(?:[.,]0+)?)")
_BETWEEN = late_pattern(r"\+?0?[.,]0*[1-9]\d*")
_FIGURE = late_pattern(r"[-+]?\d[\d,' \u00a0\u202f]*(?:[.,]\d+)?(?: ?[%a-z])?")


def refuse_likelihoods(table: Columns) -> None:
    """Refuse a table in which a number between no and yes says how likely a row is a membership, or how much of one.

    Parameters
    ----------
    table : Columns
        The table.

    Raises
    ------
    InvalidRequest
        With the ways to read it.
    """
    if not {"member", "organization"} & table.fields.keys():
        return
    capitals = capitals_tell(table.header)
    for column in table.columns:
        if not table.free(column) or not _may_be_likely(column):
            continue
        if _LIKELY.search(column.key) or (_between(column) and _OF_MEMBERS.search(column.key)):
            raise InvalidRequest(
                f"{table.where}: column {column.name!r} ({_shown(column)}) may say how likely a row is a membership; leave the rows"
                f" out that are none, then read all the others with: {map_option(column.name, 'ignore')}"
            )
        if (
            "organization" not in table.fields
            and _between(column)
            and called_after_body(column.name, capitals=capitals)
        ):
            raise InvalidRequest(
                f"{table.where}: column {column.name!r} may be a body, but {_shown(column)} is neither yes nor no; write 1 or 0, or"
                f" leave the column out with: {map_option(column.name, 'ignore')}"
            )


def _may_be_likely(column: Column) -> bool:
    return bool(column.cells) and column.numbers and not column.flags


def _between(column: Column) -> bool:
    """Whether a column has numbers from 0 to 1, some of them neither."""
    return column.all_of(_PART) and any(map(_BETWEEN.fullmatch, column.distinct))


def _shown(column: Column) -> str:
    return next((cell for cell in column.cells if _BETWEEN.fullmatch(cell)), column.cells[0])


def refuse_figures_by_year(table: Columns, years: Sequence[Column]) -> None:
    """Refuse a table whose columns of years have figures in them.

    Parameters
    ----------
    table : Columns
        The table.
    years : sequence of Column
        Its columns that are called after years.

    Raises
    ------
    InvalidRequest
        With the way to read its rows as members.
    """
    cells = {cell for column in years for cell in column.distinct if cell != "-1"}
    odd = sorted(cell for cell in cells if flag_of(cell) == UNKNOWN and not table.cells.role(cell))
    figures = [cell for cell in odd if _FIGURE.fullmatch(cell) and cell not in table.cells.given]
    if not figures or 2 * len(figures) < len(odd):
        return
    first, last = years[0].name, years[-1].name
    raise InvalidRequest(
        f"{table.where}: its columns {first} to {last} are years with figures in them, such as {figures[0]}: they say how"
        " much, not who is in what; to read its rows as members of one body, say --organization NAME, and of each of these"
        f" columns: {map_option(first, 'ignore')}"
    )


def of_counted_days(table: Columns, column: Column) -> str:
    """What to say of numbers below the name of a listed body: they may be days, as spreadsheets count them, or figures.

    Parameters
    ----------
    table : Columns
        The table.
    column : Column
        The column, which is left unread.

    Returns
    -------
    str
        "" if its cells are nothing of the kind.
    """
    if (
        not column.cells
        or table.found.layout != "bodies"
        or not is_listed(column.name)
        or not all(map(may_be_count, column.distinct))
    ):
        return ""
    return f"its cells are numbers such as {column.cells[0]}; {ways_to_count(column.cells[0])}"
