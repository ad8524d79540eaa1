"""The columns and cells of the COW IGO tables, as people have them: with codes, in words, beside columns of others."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from ...errors import InvalidRequest
from ..planning.keys import NOT_BODIES, key_of
from ..planning.words.column_names import FIELDS
from ..planning.words.column_words import says
from ..table_options import TableOptions, map_option
from ..tables.tabular import Table, open_table
from .near_tables import refuse_near

__all__ = ["LETTERS", "Unread", "cow_table", "of_bodies"]

_CODES = {"1": "1", "2": "2", "3": "3", "0": "0", "-9": "m", "-1": "n"}
_WORDS = {
    "1": ("full", "member", "full member", "full membership"),
    "2": ("associate", "associate member", "associate membership"),
    "3": ("observer", "observer status", "observer membership"),
    "0": ("none", "no", "no member", "no membership", "non member", "not a member"),
    "m": ("missing", "missing data"),
    "n": ("state not system member", "state not in system", "igo not in existence", "not in existence"),
    "?": ("", ".", "na", "n a", "nan", "null", *(f".{sign}" for sign in "abcdefghijklmnopqrstuvwxyz")),
}


class _Letters(dict[str, str]):
    """The letter of each cell: of codes from the start, of anything else when it is first seen."""

    def __missing__(self, cell: str) -> str:
        text = cell.strip().casefold()
        found = _BY_WORD.get(re.sub(r"[\s_/-]+", " ", text).strip()) if not _NUMBER.fullmatch(text) else None
        if found is None and _NUMBER.fullmatch(text):
            found = _CODES.get(f"{float(text.replace(',', '.')):g}")
        if found is None:
            raise KeyError(cell)
        self[cell] = found
        return found


_NUMBER = re.compile(r"-?\d+(?:[.,]0*)?(?:e[+]?0+)?")
_BY_WORD = {word: letter for letter, words in _WORDS.items() for word in words}

LETTERS: Mapping[str, str] = _Letters(_CODES)
"""One letter for each code of a cell, so that a year of a state is a short text; "?" for an empty one.

A KeyError is raised for what is no code. Cells may have words in them (igoR recodes them, Stata labels them).

>>> "".join(map(LETTERS.__getitem__, ["1", "1.0", "-9.0", "Associate Membership", "NA", "IGO Not In Existence", "0,00"]))
'11m2?n0'
"""


@dataclass
class Unread:
    """What is not read of a table, and why; and what was found of how it is written."""

    columns: dict[str, str] = field(default_factory=dict)
    written: dict[str, str] = field(default_factory=dict)
    """The names of columns as the file has them, by what they are here in small letters."""
    notes: list[str] = field(default_factory=list)


@contextmanager
def cow_table(
    path: Path,
    options: TableOptions | None = None,
    progress: Callable[[int, int], object] = lambda done, size: None,
    *,
    wanted: str = "",
    unread: Unread | None = None,
) -> Iterator[Table]:
    """Open one of the tables, without columns that have no name: the row names of R, the empty ones of spreadsheets.

    Parameters
    ----------
    path : Path
        The file.
    options : TableOptions, optional
        What the user says of it.
    progress : callable
        Is told how many bytes of how many are read.
    wanted : str
        A word by which one of several files in a zip file is chosen.
    unread : Unread, optional
        Told how the table is written.

    Yields
    ------
    Table
        With the names of its columns in small letters.

    Raises
    ------
    InvalidRequest
        If it is the dyadic table, or another that has no memberships.
    """

    def fits(name: str) -> int:
        return -1 if "dyad" in name.lower() else int(bool(wanted) and wanted in name.lower())

    with open_table(path, options, progress, fits, coded=lambda header: True) as table:
        names = [name.strip().lower() for name in table.header]
        _refuse_dyads(path, names)
        kept = [at for at, name in enumerate(names) if name]
        if unread is not None:
            unread.columns |= _without_names(table, names)
            unread.written = dict(zip(names, map(str.strip, table.header), strict=True))
        table.header = [names[at] for at in kept]
        table.sample = [[cells[at] for at in kept if at < len(cells)] for cells in table.sample]
        table.records = _of_columns(table.records, kept, len(names))
        yield table
        if unread is not None:
            unread.notes += table.notes


def _refuse_dyads(path: Path, names: Sequence[str]) -> None:
    sides = {re.sub(r"[^a-z0-9]", "", name) for name in names}
    if any({f"{side}1", f"{side}2"} <= sides for side in ("ccode", "country", "state")) or "dyadid" in sides:
        raise InvalidRequest(
            f"{path} is the dyadic table of COW IGO: its rows say in how many organizations two states are together, not"
            " which; use the state-year or the organization-year table, and blocs panel for pairs of states"
        )


def _of_columns(
    records: Iterator[tuple[int, list[str]]], kept: Sequence[int], width: int
) -> Iterator[tuple[int, list[str]]]:
    """The cells of the columns that have names; what stands behind the last column stays, if it says something."""
    everything = len(kept) == width
    for number, cells in records:
        if len(cells) > width and not any(map(str.strip, cells[width:])):
            cells = cells[:width]
        if not everything and len(cells) <= width:
            cells = [cells[at] for at in kept if at < len(cells)]
        if any(map(str.strip, cells)):
            yield number, cells


def of_bodies(
    path: Path, table: Table, about: frozenset[str], mapping: Mapping[str, str], unread: dict[str, str]
) -> list[int]:
    """Which columns have codes of membership in them.

    Parameters
    ----------
    path : Path
        The file, for messages.
    table : Table
        The table.
    about : frozenset of str
        The columns that are known to be something else.
    mapping : mapping of str to str
        Columns that the user leaves out: `ignore` for each.
    unread : dict of str to str
        Told the other columns, and why they are none.

    Returns
    -------
    list of int

    Raises
    ------
    InvalidRequest
        If the user says something else of a column, or names one that is not there.
    """
    if {"ioname", "value"} <= set(table.header) and {"ccode", "state", "statenme"} & set(table.header):
        raise InvalidRequest(
            f"{path} has a row for each state, as igoR's igo_members() gives it; it is read by: blocs import igor {path}"
        )
    left_out = {name.strip().lower() for name, what in mapping.items() if what == "ignore"}
    for name, what in mapping.items():
        if what != "ignore" or name.strip().lower() not in table.header:
            problem = "there is no such column" if what == "ignore" else "only COLUMN=ignore is known for this table"
            raise InvalidRequest(f"{path}: {map_option(name, what)}: {problem}")
    found = []
    for at, name in enumerate(table.header):
        cells = [cells[at].strip() for cells in table.sample if at < len(cells)]
        if name in left_out:
            unread[name] = "as asked"
        elif name in about:
            continue
        elif _numbers_rows(at, name, cells):
            unread[name] = "row numbers"
        elif NOT_BODIES.search(key_of(name)) and name != "lon":  # the League of Nations, and no longitude
            unread[name] = "by its name no organization"
        elif 2 * sum(map(_is_code, filled := [cell for cell in cells if cell])) < len(filled):
            if _names_bodies(name):
                raise InvalidRequest(
                    f"{path} has a row for each membership, whose organization is in {name!r}, and no column for each"
                    f" organization; it is read by: blocs import csv {shlex.quote(str(path))}"
                )
            unread[name] = "no codes of membership in it"
        else:
            found.append(at)
    if not found:
        refuse_near(str(path), table.header)
    return found


def _without_names(table: Table, names: Sequence[str]) -> dict[str, str]:
    """The columns without a name that have something in them: the row names of R and others."""
    places = [at for at, name in enumerate(names) if not name]
    cells = [cells[at].strip() for cells in table.sample for at in places if at < len(cells)]
    numbers = len(places) == 1 and all(cell.isdigit() for cell in cells)
    return {"": "row numbers" if numbers else ""} if any(cells) else {}


_ROW_NAMES = re.compile(r"(?:x|v|\.\.\.|unnamed: ?|level_?)\d*|row_?(?:names?|id|num(?:ber)?)?|rn|obs|_n|#")
"""What R, pandas and others call the column of the names of rows."""


def _numbers_rows(at: int, name: str, cells: Sequence[str]) -> bool:
    """Whether a column only numbers the rows: the numbers grow, those of rows that were left out are missing."""
    if not cells or not all(cell.removesuffix(".0").isdigit() for cell in cells):
        return False
    numbers = [int(float(cell)) for cell in cells]
    growing = all(a < b for a, b in pairwise(numbers))
    return growing and (_ROW_NAMES.fullmatch(name) is not None or (at == 0 and len(numbers) > 3))


def _names_bodies(name: str) -> bool:
    """Whether a column is called after organizations, as in a table with a row for each membership."""
    key = key_of(name)
    return key in FIELDS["organization"] or key.replace(" ", "") in _BODY_KEYS or says(key, "organization")


_BODY_KEYS = frozenset(key.replace(" ", "") for key in FIELDS["organization"])


def _is_code(cell: str) -> bool:
    try:
        return bool(LETTERS[cell])
    except KeyError:
        return False
