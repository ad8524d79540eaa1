"""Columns called after a body and a year: `nato1990`, `nato1991`, `eu1990`, or years below the names of bodies.

Such a table is read as if it had a row for each year; so is one with a column for each year that lists its members.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from ...errors import InvalidRequest
from ...model.known.authority import authority
from ..cells.cell_words import UNKNOWN, flag_of
from ..cells.no_names import names_nothing
from ..names.known_names import states_in
from ..planning.column import Column
from ..planning.keys import key_of
from ..planning.named_bodies import is_listed
from ..table_options import map_option
from ..tables.tabular import Table
from .unfolding import NOWHERE, names_in, unfolded

__all__ = ["says_yes_or_no", "unfold_year_lists", "unfold_years"]

_OF_YEAR = re.compile(r"(.*[^\W\d_].*?)[ _.\-]*\(?((?:1[89]|20)\d\d)\)?")
_CODES = frozenset(("1", "2", "3", "-1", "1.0", "2.0", "3.0"))
_HOLDS = re.compile(
    r"(?:in|is in|was in|part of|inside|belongs|belonged"
    r"|(?:(?:is|was|a|the|full|state) )*(?:members?|membership|mitglied|membre|miembro|membro|lid)"
    r"(?: (?:in|as of|at|by|on|im|im jahr|en|em|nel))*(?: year)?)"
)
"""Stems that say of no body that a row's membership held: `in_2000`, "Member in 2010"."""


def unfold_years(table: Table, mapping: Mapping[str, str]) -> None:
    """Give a table with columns of bodies by year a row for each year.

    Parameters
    ----------
    table : Table
        The table; it is changed in place.
    mapping : mapping of str to str
        The columns that the user names, which are left as they are.
    """
    if any(key_of(name) == "year" for name in table.header):
        return
    given = {key_of(name) for name in mapping}
    groups: dict[str, dict[str, int]] = {}
    for at, name in enumerate(table.header):
        match = _OF_YEAR.fullmatch(name.strip())
        if match and match[1].casefold() not in ("x", "y") and key_of(name) not in given and says_yes_or_no(table, at):
            groups.setdefault(match[1].strip(), {}).setdefault(match[2], at)
    groups = {stem: years for stem, years in groups.items() if len(years) > 1 or _HOLDS.fullmatch(key_of(stem))}
    years = sorted({year for found in groups.values() for year in found})
    if not groups:
        return
    _refuse_uneven(table, groups)
    _refuse_without_years(table, groups, given)
    shown = [repr(table.header[at]) if _HOLDS.fullmatch(key_of(stem)) else stem for stem, at in _firsts(groups)]
    table.notes.append(f"columns of {', '.join(shown)} by year were read as if each year were in a row of its own")
    variants: list[list[int | str]] = [
        [year, *(found.get(year, NOWHERE) for found in groups.values())] for year in years
    ]
    unfolded(table, ["year", *("is member" if _HOLDS.fullmatch(key_of(stem)) else stem for stem in groups)], variants)


def _refuse_uneven(table: Table, groups: Mapping[str, Mapping[str, int]]) -> None:
    """Bodies of which the table speaks in different years: of the years of one only, nothing is said of the other."""
    first, *others = groups
    other = next((stem for stem in others if groups[stem].keys() != groups[first].keys()), "")
    if other:
        name = table.header[next(iter(groups[other].values()))]
        raise InvalidRequest(
            f"{table.where}: its columns say of {first} and of {other} who was in them in different years; read one"
            f" at a time, and leave the columns of the other out, for example: {map_option(name, 'ignore')}"
        )


def _refuse_without_years(table: Table, groups: Mapping[str, Mapping[str, int]], given: set[str]) -> None:
    """A body that is in no year, beside others by year: it would be read as if it were in all of these years."""
    dated = {at for years in groups.values() for at in years.values()}
    for at, name in enumerate(table.header):
        if at in dated or key_of(name) in given:
            continue
        if is_listed(name) and names_in(table, at) and says_yes_or_no(table, at):
            raise InvalidRequest(
                f"{table.where}: column {name!r} says of no year who is in it, as the other columns do; leave it out"
                f" with: {map_option(name, 'ignore')}, and read it from a table of its own"
            )


def _firsts(groups: Mapping[str, Mapping[str, int]]) -> list[tuple[str, int]]:
    return [(stem, next(iter(years.values()))) for stem, years in groups.items()]


def says_yes_or_no(table: Table, at: int) -> bool:
    """Whether all cells of a column say yes or no, or have the codes of data sets for that.

    Parameters
    ----------
    table : Table
        The table.
    at : int
        The column's place.

    Returns
    -------
    bool
    """
    column = Column(at, table.header[at], names_in(table, at))
    return all(cell in _CODES or flag_of(cell) != UNKNOWN for cell in column.distinct)


def unfold_year_lists(table: Table) -> None:
    """Give a table with a column for each year, in whose cells its members are listed, a row for each year.

    Parameters
    ----------
    table : Table
        The table; it is changed in place.
    """
    years = {
        at: name.strip() for at, name in enumerate(table.header) if re.fullmatch(r"(?:1[89]|20)\d\d", name.strip())
    }
    rest = [name for at, name in enumerate(table.header) if at not in years and name.strip()]
    if len(years) < 2 or not 0 < len(rest) < 4:
        return
    names = {part for at in years for cell in names_in(table, at) for part in re.split(r"\s*[,;\n]\s*", cell) if part}
    lists = any("," in cell or ";" in cell for at in years for cell in names_in(table, at))
    plain = {name for name in names if not names_nothing(name)}
    if not lists or not plain or (states_in(plain) < 0.8 and not _are_codes(names)):
        return
    table.notes.append(
        f"the columns {min(years.values())} to {max(years.values())} were read as the members of each year"
    )
    # With a flag it is plain that the years are those that the rows are about.
    unfolded(table, ["year", "member states", "is member"], [[year, at, "yes"] for at, year in years.items()])


def _are_codes(names: set[str]) -> bool:
    """Whether some names are all codes of states, in letters: "2,200" may be a figure."""
    return all(name.isalpha() and name.isupper() for name in names) and bool(authority().schemes_of(names))
