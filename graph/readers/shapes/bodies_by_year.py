"""Columns called after years in whose cells stands what a row's member was in then: "EFTA" below 1990, "EU" below 1995.

Such a table is read as if it had a row for each year: if the cells are in the list of bodies, or the user says of one
of these columns that it has organizations, since the others are of the same kind. So is one with a row for each year
and a column for each state.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from ...late import late_pattern
from ...model.roles import role_named
from ..cells.cell_words import UNKNOWN, flag_of
from ..names.known_names import states_in
from ..planning.field_names import given_as
from ..planning.keys import key_of
from ..planning.named_bodies import is_listed
from ..planning.words.column_names import FIELDS
from ..tables.tabular import Table
from .unfolding import names_in, unfolded

__all__ = ["unfold_bodies_by_year"]

_YEAR = late_pattern(
    r"(?:x|y|(?:fy|cy|year|yr|jahr|annee|année|ano|año|anno|jaar|rok|god|год)[ _.:-]*)?((?:1[5-9]|20)\d\d)(?:[.]0)?",
    re.IGNORECASE,
)
_PARTED = re.compile(r"\s*[,;/\n|]\s*")


def unfold_bodies_by_year(table: Table, mapping: Mapping[str, str], organization: str) -> Mapping[str, str]:
    """Give a table with the bodies of each year in a column a row for each year.

    Parameters
    ----------
    table : Table
        The table; it is changed in place.
    mapping : mapping of str to str
        The columns that the user names.
    organization : str
        The one body whose members all rows are, if the user says it.

    Returns
    -------
    mapping of str to str
        The same without the columns that are no more, and with the one that has the years.
    """
    bodies = given_as(mapping, "organization")
    left = {key_of(name) for name in mapping} - bodies
    years = {
        at: match[1]
        for at, name in enumerate(table.header)
        if (match := _YEAR.fullmatch(name.strip())) and key_of(name) not in left
    }
    rest = {key_of(name) for at, name in enumerate(table.header) if at not in years}
    given = bodies - rest
    if organization or bodies & rest or rest & {*FIELDS["organization"]}:
        return mapping
    if rest & {*FIELDS["year"]}:
        return _unfold_states(table, mapping)
    if len(set(years.values())) < max(2, len(years)) or not _are_bodies(table, years, given=bool(given)):
        return mapping
    first, last = table.header[min(years)], table.header[max(years)]
    table.notes.append(f"columns {first!r} to {last!r} were read as what each row was in in that year")
    unfolded(table, ["year", "organization"], [[year, at] for at, year in years.items()])
    return {**{name: field for name, field in mapping.items() if key_of(name) not in given}, "year": "year"}


def _unfold_states(table: Table, mapping: Mapping[str, str]) -> Mapping[str, str]:
    """Give a table with a row for each year and a column for each state a row for each of both."""
    states = {
        at: name.strip() for at, name in enumerate(table.header) if states_in([name]) and key_of(name) not in mapping
    }
    if len(states) < max(2, len(table.header) - 1) or not _are_bodies(table, states, given=False):
        return mapping
    table.notes.append("the columns are states, and their cells were read as what each was in in the year of its row")
    unfolded(table, ["country", "organization"], [[name, at] for at, name in states.items()])
    return {**mapping, table.header[0]: "year"}


def _are_bodies(table: Table, columns: Collection[int], *, given: bool) -> bool:
    """Whether the cells of columns are names of bodies: neither answers, roles, figures nor states."""
    cells = {cell for at in columns for cell in names_in(table, at)}
    names = {part for cell in cells for part in _PARTED.split(cell) if flag_of(part) == UNKNOWN}
    if not names or not all(any(map(str.isalpha, name)) for name in names):
        return False
    if given:
        return True
    if states_in(names) > 0.2 or any(role_named(name.casefold()) is not None for name in names):
        return False
    return 2 * sum(map(is_listed, names)) >= len(names)
