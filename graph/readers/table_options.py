"""What a user says of a table, where it does not say it itself."""

from __future__ import annotations

import shlex
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..errors import InvalidRequest

if TYPE_CHECKING:
    from .named_ids import NamesById

__all__ = ["TableOptions", "check_map", "in_quotes", "map_option"]


@dataclass(frozen=True)
class TableOptions:
    """What a user says of a table, where it does not say it itself.

    Parameters
    ----------
    mapping : mapping of str to str
        Columns and the fields that they are.
    roles : tuple of str
        What words mean as roles: "nonregional member=associate", "Former member=skip".
    no_role : bool
        Whether every row is a full membership, whatever roles the table has.
    date_format : str
        The order of day, month and year.
    delimiter, encoding : str
        What separates cells; the encoding.
    skip : int, optional
        How many lines come before the header.
    sheet : str
        The sheet of a workbook, or the file in a zip file.
    split : tuple of str
        What separates several names in one cell, beside what does so anyway; "none" if nothing does.
    organization : str
        The one body whose members all rows are.
    fill_down : bool, optional
        Whether a cell without a name has that of the cell above, with which it was merged; False leaves its row out.
    missing : tuple of str
        Words that say nothing: cells of them are read as empty.
    literal : bool
        Whether names are kept as they are written, with marks, numbers, brackets and markup.
    reconcile : bool
        Whether members and bodies are joined to the lists of states and bodies.
    same : mapping of str to str
        The user's own map of names, from `reconcile.own_names`.
    beside : tuple of NamesById
        The names that tables given beside it have for ids.

    Raises
    ------
    InvalidRequest
        If there is a map of names and nothing is to be joined.
    """

    mapping: Mapping[str, str] = field(default_factory=dict)
    roles: tuple[str, ...] = ()
    no_role: bool = False
    date_format: str = ""
    delimiter: str = ""
    encoding: str = ""
    skip: int | None = None
    sheet: str = ""
    split: tuple[str, ...] = ()
    organization: str = ""
    fill_down: bool | None = None
    reconcile: bool = True
    same: Mapping[str, str] = field(default_factory=dict)
    missing: tuple[str, ...] = ()
    literal: bool = False
    beside: tuple[NamesById, ...] = ()

    def __post_init__(self) -> None:
        check_map(self.same, reconcile=self.reconcile)


def check_map(same: Mapping[str, str], *, reconcile: bool) -> None:
    """Let a user's map of names pass if it is read.

    Parameters
    ----------
    same : mapping of str to str
        The map.
    reconcile : bool
        Whether names are joined to others.

    Raises
    ------
    InvalidRequest
        If there is a map and nothing is to be joined.
    """
    if same and not reconcile:
        raise InvalidRequest(
            "--no-reconcile joins no names, so that --same and --names would not be read; leave it out"
        )


def map_option(column: str, field: str) -> str:
    """The option that says what a column is, as it is typed.

    Parameters
    ----------
    column : str
        The column's name.
    field : str
        What it is.

    Returns
    -------
    str

    >>> map_option("in force", "current")
    '--map "in force=current"'
    >>> print(map_option("cost in $", "ignore"))  # which a shell would read in double quotation marks
    --map 'cost in $=ignore'
    """
    return f"--map {in_quotes(f'{column}={field}')}"


_OF_A_SHELL = frozenset('"$`\\!')
"""What means something to a shell even within double quotation marks."""


def in_quotes(text: str) -> str:
    """A text in quotation marks within which a shell leaves it as it is.

    Parameters
    ----------
    text : str
        The text.

    Returns
    -------
    str

    >>> print(in_quotes("Alpha Pact"), in_quotes("A$AP Club"))
    "Alpha Pact" 'A$AP Club'
    """
    return shlex.quote(text) if _OF_A_SHELL.intersection(text) else f'"{text}"'
