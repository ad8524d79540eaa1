"""Codes for membership, 0 to 3, whose meaning the table does not say: nobody but the user can tell what they stand for."""

from __future__ import annotations

from collections.abc import Sequence

from ...errors import InvalidRequest
from ...late import late_pattern
from ..cells.cell_words import MISSING, flag_of, word
from ..table_options import map_option
from .column import Column
from .columns import Columns
from .flag_names import of_something_else
from .keys import legend_of
from .words.column_names import FIELDS

__all__ = ["of_codes", "refuse_codes", "refuse_codes_of_roles"]

_OF_COW = frozenset((
    "ccode", "ccode1", "cowcode", "cow", "cow code", "statenme", "state nme", "stateabb", "ioname", "ionum", "orgname", "longorgname",
    "obs value",
))  # fmt: skip
"""Names of columns of the Correlates of War tables and of igoR, which document what their codes mean."""

_CALLED_CODE = late_pattern(
    r"(?:(?:member|membership|state|igo|org|organi[sz]ation|body|status|role|type|level|class|category|of|the) )*"
    r"(?:codes?|coded|coding|levels?|class|classes|classification|category|categories|cat|type|types|kind|tier|grade|degree|stufe|klasse"
    r"|kategorie|niveau|classe|categorie|categoria|nivel|livello|tipo|typ)"
)
"""What a column may be called that says by numbers as what each is a member."""

_COUNTS = late_pattern(
    r"\b(?:n|nb|nr|no|num|numbers?|counts?|total|sum|rank\w*|size|seats?|places?|order|index|id|rows?|group|wave|round|year\w*|months?|days?"
    r"|score|share|rate|quarter|phase|stage|part|parts|page|line|anzahl|zahl|rang|nombre|rang|numero|numeros|region|continent)\b"
)
"""What numbers are called that count or order something."""

_NO_ANSWER = late_pattern(r"(\d)\1*")
"""Codes of surveys for no answer: 9, 99, 888."""


def refuse_codes(table: Columns, column: Column) -> None:
    """Refuse codes of which one is yes and the other may be no (1 and 2) or no answer (1 and 9): the user has to say which.

    Parameters
    ----------
    table : Columns
        The table.
    column : Column
        A column that may say which rows are memberships.

    Raises
    ------
    InvalidRequest
        With the ways to say what each code means.
    """
    codes = {word(cell).removesuffix(".0") for cell in column.distinct if column.said(cell) != MISSING}
    said = codes & table.cells.given.keys() or legend_of(column.name) or table.cells.legend
    if column.key in FIELDS["role"] or said or not codes <= {"0", "1", "2", *filter(_NO_ANSWER.fullmatch, codes)}:
        return
    where = f"{table.where}: column {column.name!r} ({', '.join(sorted(codes))}) may say which rows are memberships"
    ignore = f"if it says something else: {map_option(column.name, 'ignore')}"
    documented = column.key in ("value", "obs value") and table.by_key.keys() & _OF_COW
    if codes == {"1", "2"} and not documented and not any("-" in cell for cell in column.distinct):
        two = next(cell for cell in column.cells if cell.startswith("2"))
        raise InvalidRequest(
            f'{where}; if {two} means no: --role "{two}=skip"; if {two} means associate: --role "{two}=associate"; {ignore}'
        )
    odd = [cell for cell in dict.fromkeys(column.cells) if word(cell).removesuffix(".0") in codes - {"0", "1", "2"}]
    if odd and "1" in codes and "2" not in codes and all(cell[0] in "6789" for cell in odd):
        missing = " ".join(f"--missing {cell}" for cell in odd)
        raise InvalidRequest(
            f"{where}; if {' and '.join(odd)} {'means' if len(odd) == 1 else 'mean'} no answer: {missing}; {ignore}"
        )


def refuse_codes_of_roles(table: Columns, columns: Sequence[Column]) -> None:
    """Refuse codes of which one is more than yes or no (2, 3), unless a table says what they mean or is known to use them.

    Parameters
    ----------
    table : Columns
        The table.
    columns : sequence of Column
        The columns that say in which role or whether there are memberships.

    Raises
    ------
    InvalidRequest
        With the way to say what each code means.
    """
    coded = [c for c in columns if _has_codes(c) and c.key != "obs value" and not legend_of(c.name)]
    if not table.roles or table.found.coded or not coded or table.cells.legend or _of_cow(table, coded):
        return
    cells = {cell: key for c in coded for cell in c.distinct if (key := word(cell).removesuffix(".0")) in _CODES}
    unsaid = {cell: key for cell, key in sorted(cells.items()) if not {word(cell), key} & table.cells.given.keys()}
    if not {"2", "3"} & {*unsaid.values()}:
        return
    which = next(c for c in coded if {"2", "3"} & {word(cell).removesuffix(".0") for cell in c.distinct})
    ways = " ".join(f'--role "{cell}={_CODES[key]}"' for cell, key in unsaid.items() if key != "0")
    raise InvalidRequest(
        f"{table.where}: column {which.name!r} says memberships by codes ({', '.join(sorted(cells))}), and nothing says what they"
        f" mean; say what each is, for example as in the tables of Correlates of War: {ways}; if the column says something"
        f" else: {map_option(which.name, 'ignore')}"
    )


def of_codes(table: Columns, column: Column) -> str:
    """Why a column of numbers is not read that may say as what each is a member ("level": 1, 3); "" if it is none.

    With 0 among them it is asked about, since it may say of some that they are no members.

    Parameters
    ----------
    table : Columns
        The table.
    column : Column
        A column that nothing has read.

    Returns
    -------
    str
        The reason, with the way to read it.

    Raises
    ------
    InvalidRequest
        If it may say which rows are memberships.
    """
    if {"role", "flag"} & table.fields.keys() or table.found.layout != "rows" or table.found.person:
        return ""
    called_code = _CALLED_CODE.fullmatch(column.key) is not None
    if not called_code and not _may_be_codes(column):
        return ""
    cells = {cell: word(cell).removesuffix(".0") for cell in sorted(column.distinct)}
    if not _has_codes(column) or not {"2", "3"} & {*cells.values()}:
        return ""
    ways = " ".join(f'--role "{cell}={_CODES[key]}"' for cell, key in cells.items() if key in _CODES and key != "0")
    if "0" in cells.values() and called_code:
        raise InvalidRequest(
            f"{table.where}: column {column.name!r} ({', '.join(cells)}) may say which rows are memberships; if so, say for example"
            f" {map_option(column.name, 'role')} {ways}; if it says something else: {map_option(column.name, 'ignore')}"
        )
    return (
        f"its numbers may say as what each is a member; if so, say for example {map_option(column.name, 'role')} {ways}"
    )


def _may_be_codes(column: Column) -> bool:
    """Whether numbers under a name that says nothing of them come again and again, as codes do."""
    plain = bool(column.name) and not of_something_else(column.name) and not _COUNTS.search(column.key)
    return plain and column.numbers and 1 < len(column.distinct) < len(column.cells)


def _has_codes(column: Column) -> bool:
    """Whether all cells of a column are codes for memberships, or say that nothing is known."""
    told = {word(cell).removesuffix(".0") for cell in column.distinct if flag_of(cell) != MISSING}
    return bool(told) and told <= _CODES.keys() | {"-1"}


def _of_cow(table: Columns, coded: Sequence[Column]) -> bool:
    """Whether a table is known to have the codes of Correlates of War: by its columns, or by -9 and -1 among them."""
    cells = {word(cell) for column in coded for cell in column.distinct}
    return bool(table.by_key.keys() & _OF_COW) or {"-9", "-1"} <= cells


_CODES = {"0": "no", "1": "full", "2": "associate", "3": "observer"}
