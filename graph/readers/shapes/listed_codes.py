"""Cells that list codes of states, parted by blanks, slashes or other signs: "USA GBR FRA", "2 200 220".

A blank parts codes only where nothing else can be meant: every part of every cell of the column is a state's code in
one and the same scheme. Such cells are read as the names of these states. If most parts are codes and some are none,
the table is refused with the parts that are not known.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from ...errors import InvalidRequest
from ...model.known.authority import authority
from ...model.naming.forms import ascii_digits
from ..planning.field_names import given_as
from ..planning.keys import key_of
from ..planning.words.column_names import FIELDS
from ..planning.words.column_words import says
from ..tables.tabular import Table
from .unfolding import names_in

__all__ = ["read_listed_codes"]

_SIGNS = re.compile(r"\s*[;,/|+&·–-]\s*|\s+")
_CODE = re.compile(r"[A-Z]{2,3}|\d{1,3}")
_OF_CODES = re.compile(r"\b(?:c?codes?|iso\d?|iso ?3c?|cow|gw|abbreviations?|abbrevs?)\b")
_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
_SAID = {
    "iso3": "ISO 3166", "iso2": "ISO 3166", "isoNumeric": "ISO 3166", "cow": "the Correlates of War",
    "cowAbbreviation": "the Correlates of War", "gw": "Gleditsch and Ward", "gwAbbreviation": "Gleditsch and Ward",
}  # fmt: skip


def read_listed_codes(table: Table, mapping: Mapping[str, str]) -> None:
    """Give the cells of a column of codes in lists the names of the states, parted by semicolons.

    Parameters
    ----------
    table : Table
        The table; it is changed in place.
    mapping : mapping of str to str
        The columns that the user names.

    Raises
    ------
    InvalidRequest
        If some parts are codes and others are not, or a code is of several states.
    """
    members = given_as(mapping, "member")
    others = {key_of(name) for name in mapping} - members
    named = members or {
        key for name in table.header if (key := key_of(name)) in FIELDS["member"] or says(key, "member")
    }
    for at, name in enumerate(table.header):
        key = key_of(name)
        of_year = re.fullmatch(r"(?:1[89]|20)\d\d", key) is not None
        if key in others or not (key in named or of_year or (not named and _OF_CODES.search(key))):
            continue
        cells = names_in(table, at)
        parts = {part for cell in cells for part in _parts(cell)}
        if not any(len(_parts(cell)) > 1 and _blanks_part(cell) for cell in cells):
            continue
        if not all(_CODE.fullmatch(part) for part in parts) or (of_year and any(part.isdigit() for part in parts)):
            continue
        if schemes := _schemes(table, name, parts):
            _replace(table, at, _namer(table, name, schemes))
            shown = next(cell for cell in cells if len(_parts(cell)) > 1)
            whose = " or ".join(dict.fromkeys(_SAID[each] for each in schemes))
            table.notes.append(f"cells of {name!r} were read as lists of codes of {whose}: {shown[:40]!r}")
            if key not in named and not of_year:
                table.header = [*table.header[:at], "members", *table.header[at + 1 :]]


def _parts(cell: str) -> list[str]:
    return [part for part in _SIGNS.split(ascii_digits(cell.strip())) if part]


def _blanks_part(cell: str) -> bool:
    """Whether other signs than commas and semicolons part a cell: those are read as they are."""
    return len(re.split(r"\s*[;,]\s*", cell.strip(" ;,"))) < len(_parts(cell))


def _schemes(table: Table, name: str, parts: set[str]) -> list[str]:
    """The schemes of which all parts are codes; none if hardly any is."""
    if schemes := authority().schemes_of(parts):
        return schemes
    known = {scheme: {part for part in parts if authority().meanings_of_code(part, [scheme])} for scheme in _SAID}
    best = max(known, key=lambda scheme: len(known[scheme]))
    if 2 * len(known[best]) <= len(parts):
        return []
    odd = ", ".join(sorted(parts - known[best])[:5])
    raise InvalidRequest(
        f"{table.where}: column {name!r} seems to list codes of states ({_SAID[best]}), but {odd} is none; put it"
        " right, or part names by semicolons"
    )


def _namer(table: Table, name: str, schemes: Sequence[str]) -> Callable[[str, Sequence[str]], str]:
    """Makes the name of a state of its code, with the years of the row in mind where it is of several states."""

    def of_code(code: str, cells: Sequence[str]) -> str:
        state = authority().find_code(code, schemes).state
        years = [int(match[0]) for cell in cells if (match := _YEAR.fullmatch(cell.strip()[:4]))]
        if state is None and years:
            state = authority().find_code(code, schemes, years[0]).state
        if state is None and not authority().meanings_of_code(code, schemes):
            return code  # below the first rows, which were all codes: it is told as a name that is not joined
        if state is None:
            raise InvalidRequest(
                f"{table.where}: column {name!r}: code {code} is of several states, or of none in that year; write"
                " its name"
            )
        return state.label

    return of_code


def _replace(table: Table, at: int, of_code: Callable[[str, Sequence[str]], str]) -> None:
    def row(cells: list[str]) -> list[str]:
        parts = _parts(cells[at]) if at < len(cells) else []
        if not parts:
            return cells
        return [*cells[:at], "; ".join(of_code(part, cells) for part in parts), *cells[at + 1 :]]

    table.rewrite(row)
