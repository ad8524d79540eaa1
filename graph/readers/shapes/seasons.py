"""Years that are called by two, or by whose they are: the season "1990/91", the fiscal year "FY1990".

Where all cells of a column of years are so, or all years in a header, each is read as the year that it names first,
which is said.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from ...model.naming.forms import ascii_digits
from ..important import Important
from ..planning.dates.observed import year_word
from ..planning.keys import edge_named, key_of
from ..planning.words.column_names import FIELDS
from ..table_options import map_option
from ..tables.tabular import Table
from .unfolding import names_in

__all__ = ["read_seasons", "season_of"]

_SEASON = re.compile(r"((?:1[6-9]|20)\d\d) ?([/–—-]) ?(\d{4}|\d\d)")
_OF_BOOKS = re.compile(r"(?:FY|SY|AY|CY|F\.Y\.|(?:fiscal|financial|school|academic) year) ?", re.IGNORECASE)
_CALLED = frozenset((
    "season", "seasons", "fiscal year", "financial year", "school year", "academic year", "fy", "saison", "temporada",
    "stagione", "geschaftsjahr", "schuljahr", "exercice", "ejercicio", "сезон",
))  # fmt: skip
_FIGURE = re.compile(r"\s*-?\d[\d.,' ]*%?\s*")
_YEAR = re.compile(r"(?:1[6-9]|20)\d\d")


def season_of(text: str) -> str:
    """The year in which a season begins, or that a fiscal year is called by; "" of any other text.

    Parameters
    ----------
    text : str
        The text.

    Returns
    -------
    str

    >>> [season_of(text) for text in ("1990/91", "1999–2000", "FY1990", "FY 1990/91", "1990/95", "1990", "2004-05")]
    ['1990', '1999', '1990', '1990', '', '', '2004']
    """
    plain = ascii_digits(text.strip())
    named = _OF_BOOKS.match(plain)
    rest = plain[named.end() :] if named else plain
    if named and _YEAR.fullmatch(rest):
        return rest
    match = _SEASON.fullmatch(rest)
    if match is None:
        return ""
    following = str(int(match[1]) + 1)
    return match[1] if match[3] in (following, following[2:]) else ""


def read_seasons(table: Table, mapping: Mapping[str, str]) -> None:
    """Call seasons and fiscal years by the year that they name first, in columns of years and in the names of columns.

    Parameters
    ----------
    table : Table
        The table; it is changed in place.
    mapping : mapping of str to str
        The columns that the user names; of these one that is said to be of years is read so.
    """
    given = {key_of(name): said for name, said in mapping.items()}
    _in_header(table, given)
    keys = [key_of(name) for name in table.header]
    found = [at for at, key in enumerate(keys) if _may_have_seasons(table, at, key, given.get(key, ""))]
    if not found:
        return
    for at in found:
        cell, name = names_in(table, at)[0], table.header[at]
        spans = f"; if they are spans of time: {map_option(name, 'period')}" if _SEASON.fullmatch(cell) else ""
        table.notes.append(
            Important(
                f"column {name!r} has seasons or fiscal years, which were read as the year that they name first"
                f" ({cell!r} as {season_of(cell)}){spans}; to leave it out: {map_option(name, 'ignore')}"
            )
        )
    places = frozenset(found)
    table.rewrite(lambda cells: [season_of(cell) or cell if at in places else cell for at, cell in enumerate(cells)])
    if len(found) == 1 and keys[found[0]] in _CALLED and keys[found[0]] not in given and not _DATED & set(keys):
        table.header = ["year" if at in places else name for at, name in enumerate(table.header)]


_DATED = frozenset(name for field in ("year", "start", "end", "period") for name in FIELDS[field])


def _may_have_seasons(table: Table, at: int, key: str, said: str) -> bool:
    """Whether the cells of a column are seasons or fiscal years; of dates of joining or leaving, fiscal years only.

    "1990/91" among those may be a membership from the one year to the other, which is asked.
    """
    if said == "year" or (not said and (key in FIELDS["year"] or key in _CALLED or year_word(key))):
        return _are_seasons(names_in(table, at))
    if said in ("", "start", "end") and (said or edge_named(key) or key in _DATED):
        cells = names_in(table, at)
        return bool(cells) and all(_OF_BOOKS.match(cell) and season_of(cell) for cell in cells)
    return False


_OF_SEASON = re.compile(
    rf"(.*?)((?:{_OF_BOOKS.pattern})?(?:{_YEAR.pattern})(?: ?[/–—-] ?\d\d(?:\d\d)?)?)", re.IGNORECASE
)


def _in_header(table: Table, given: Mapping[str, str]) -> None:
    """Columns for each season, perhaps of several bodies: all years in the header are seasons."""
    found: dict[int, tuple[str, str]] = {}
    for at, name in enumerate(table.header):
        match = None if key_of(name) in given else _OF_SEASON.fullmatch(name.strip())
        if match and (year := season_of(match[2])):
            found[at] = match[1], year
        elif match and match[2].isdigit():
            return
    if len(found) < 2 or len(set(found.values())) < len(found):
        return
    if not _are_seasons([table.header[at].strip()[len(stem) :] for at, (stem, _) in found.items()]):
        return
    if any(_FIGURE.fullmatch(cell) and cell.strip() not in ("0", "1") for at in found for cell in names_in(table, at)):
        return  # how much, not who is in
    first = min(found)
    table.notes.append(
        Important(
            "the columns of seasons or fiscal years were read as of the year that they name first"
            f" ({table.header[first]!r} as {''.join(found[first])!r}); if another is meant, write it in their names"
        )
    )
    table.header = ["".join(found[at]) if at in found else name for at, name in enumerate(table.header)]


def _are_seasons(texts: Sequence[str]) -> bool:
    """Whether all of some texts are seasons; "2004-05" alone may be a month, "2012-13" is none."""
    if not texts or not all(map(season_of, texts)):
        return False
    matches = [match for text in texts if (match := _SEASON.fullmatch(text.strip()))]
    may_be_months = [match for match in matches if match[2] != "/" and len(match[3]) == 2]
    return not may_be_months or any(not 0 < int(match[3]) < 13 for match in may_be_months)
