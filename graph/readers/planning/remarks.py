"""Remarks beside memberships that say when they began, ended, were interrupted or became others.

A column of notes is read where all of what it says of joining and leaving is understood, cell by cell; what its other
cells are about is left. Otherwise none of it is read, and that is said.
"""

from __future__ import annotations

import re

from .column import Column
from .columns import Columns
from .words.column_words import END_WORD, START_WORD

__all__ = ["find_remarks", "is_of_remarks", "says_turns", "speaks_of_turns", "tells_of_turns"]

_REMARKS = re.compile(
    r"\b(?:notes?|comments?|remarks?|details?|history|bemerkung\w*|anmerkung\w*|kommentar\w*|remarques?|observaciones"
    r"|observacoes|notas?|notities|opmerking\w*|примечани\w*)\b"
)
_TURNED_IN = re.compile(
    r"\b(?:left|withdr\w+|rejoin\w*|re-joined|readmitted|expelled|suspended|reinstated|joined|accession|acceded|accedes|withdrawal|exit|entry|admitted|ausgetreten|beigetreten|quitt\w+)\b"
    r"[^.;]{0,30}\b[12]\d{3}\b"
    r"|\b(?:since|from|until|seit|ab|bis|depuis|desde|hasta)\b[^.;]{0,12}\b[12]\d{3}\b[^.;]{0,20}"
    r"\b(?:associated?|observer|assoziiert\w*|beobachter|associe|observateur|asociado|observador)\b"
    r"|\b(?:associated?|observer|assoziiert\w*|beobachter|associe|observateur|asociado|observador)\b[^.;]{0,30}\b[12]\d{3}\b",
    re.IGNORECASE,
)


def is_of_remarks(column: Column) -> bool:
    """Whether a column is called after remarks of any kind.

    Parameters
    ----------
    column : Column
        The column.

    Returns
    -------
    bool
    """
    return _REMARKS.search(column.key) is not None


def find_remarks(table: Columns) -> None:
    """A column of remarks of which all that tells of joining and leaving is understood.

    Parameters
    ----------
    table : Columns
        The table; what is found is decided in it.
    """
    if table.found.layout != "rows" or not table.roles or {"year", "event", "period"} & table.fields.keys():
        return
    for column in table.columns:
        if not table.free(column) or not (is_of_remarks(column) or says_turns(table, column)):
            continue
        understood = {cell for cell in column.distinct if table.has_status(cell)}
        if understood and not any(tells_of_turns(cell) for cell in column.distinct - understood):
            table.fields["remarks"] = column.at
            shown = next(cell for cell in column.cells if cell in understood)
            table.found.notes.append(
                f"what column {column.name!r} says of joining and leaving was read, such as {shown[:50]!r}"
            )
            return


def tells_of_turns(cell: str) -> bool:
    """Whether a text says in words when a membership began, ended, was interrupted or became another.

    >>> tells_of_turns("left in 1994"), tells_of_turns("observer since 1990"), tells_of_turns("founded in 1990")
    (True, True, False)
    """
    return _TURNED_IN.search(cell) is not None


def speaks_of_turns(table: Columns, column: Column) -> str:
    """The beginning of a cell that says in words when a membership began, ended or was interrupted; "" if none does.

    Parameters
    ----------
    table : Columns
        The table.
    column : Column
        The column.

    Returns
    -------
    str
        Rather one that is not understood.
    """
    telling = [cell for cell in column.cells if tells_of_turns(cell)]
    return next((cell for cell in telling if not table.has_status(cell)), next(iter(telling), ""))[:50]


def says_turns(table: Columns, column: Column) -> bool:
    """Whether a column is called after both joining and leaving, and says of some rows in words when who did.

    Parameters
    ----------
    table : Columns
        The table.
    column : Column
        The column.

    Returns
    -------
    bool
    """
    both = START_WORD.search(column.key) and END_WORD.search(column.key)
    return bool(both) and not column.flags and not table.dated(column) and speaks_of_turns(table, column) != ""
