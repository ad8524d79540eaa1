"""Tables of names that other tables speak of by ids: sheets of one workbook, files of a zip file, several files.

"persons.csv" has `id, name`, "memberships.csv" has `person_id, organization_id`: the ids are read as the names.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath
from typing import NamedTuple

from .named_ids import NamesById
from .planning.keys import key_of
from .planning.members.names_of_bodies import is_general_name
from .planning.words.column_names import FIELDS
from .planning.words.id_names import is_number_key, says_id, stem_of, written_as_id
from .row import SCHEMES

__all__ = ["TableOfIds", "ids_in", "is_code", "names_by_id", "table_of_ids"]

_SHEET_ROWS = 20
_ENOUGH = 0.9
_SCHEME_KEYS = frozenset(key for scheme in SCHEMES for key in FIELDS[scheme])


def _is_meant(one: NamesById, key: str) -> bool:
    """Whether a column of another table is called after these ids, or after what the table of names is called.

    >>> names = NamesById("organizations.csv", "id", "name", {"o1": "Alpha Pact"})
    >>> _is_meant(names, "organization id"), _is_meant(names, "org id"), _is_meant(names, "person id")
    (True, True, False)
    """
    own = key_of(one.column)
    if key == own and stem_of(own):
        return True
    stem = (stem_of(key) or key)[:5].rstrip("y")
    called = (stem_of(own), *key_of(PurePosixPath(one.where).stem).split())
    return len(stem) > 1 and any(word.startswith(stem) for word in called if word)


def names_by_id(where: str, header: Sequence[str], rows: Sequence[Sequence[str]]) -> NamesById | None:
    """The names by ids that a table has: a column of ids, each once, and one of names.

    Parameters
    ----------
    where : str
        What the table is called.
    header : sequence of str
        The names of its columns.
    rows : sequence of rows
        All its rows.

    Returns
    -------
    NamesById or None

    >>> names_by_id("people", ["id", "name"], [["p1", "Ann Lee"], ["p2", "Bo Roy"]]).names
    {'p1': 'Ann Lee', 'p2': 'Bo Roy'}
    """
    keys = [key_of(name) for name in header]
    ids = [at for at, key in enumerate(keys) if says_id(key) or key in _SCHEME_KEYS]
    for at in sorted(ids, key=lambda at: (keys[at] != "id", is_number_key(keys[at]), at)):
        stem = stem_of(keys[at])
        named = [n for n, key in enumerate(keys) if n != at and _names(key, stem)]
        pairs = [(_cell(row, at), _cell(row, named[0])) for row in rows if any(row)] if named else []
        found = dict(pairs)
        if found and len(found) == len(pairs) and all(key and name for key, name in pairs):
            return NamesById(where, header[at], header[named[0]], found)
    return None


def _names(key: str, stem: str) -> bool:
    """Whether a column has the names of ids, by its name and what they are of: "name", "org name", "org"."""
    return is_general_name(key) or (bool(stem) and (key == stem or is_general_name(key.removeprefix(f"{stem} "))))


def _cell(row: Sequence[str], at: int) -> str:
    return row[at].strip() if at < len(row) else ""


def ids_in(header: Sequence[str], rows: Sequence[Sequence[str]], beside: Sequence[NamesById]) -> dict[int, NamesById]:
    """The columns of a table that have ids of others in them, and which.

    Parameters
    ----------
    header : sequence of str
        The names of its columns.
    rows : sequence of rows
        Its first rows.
    beside : sequence of NamesById
        The tables of names beside it.

    Returns
    -------
    dict of int to NamesById
        The names by the columns' places.
    """
    found = {}
    for at, name in enumerate(header):
        key = key_of(name)
        cells = {cell for row in rows if (cell := _cell(row, at))}
        is_id = says_id(key) or key in _SCHEME_KEYS or (cells and all(map(written_as_id, cells)))
        if not cells or not is_id or key == "id":
            continue
        fits = [one for one in beside if sum(cell in one.names for cell in cells) >= _ENOUGH * len(cells)]
        meant = [one for one in fits if _is_meant(one, key)]
        if len(meant) == 1:
            found[at] = meant[0]
        elif len(fits) == 1 and not all(map(str.isdigit, cells)):  # numbers may be of anything
            found[at] = fits[0]
    return found


class TableOfIds(NamedTuple):
    """The table that says who is in what by ids of others: its name, what these call them, and those of codes.

    Codes of states say more than the names of these, which are not needed.
    """

    name: str
    beside: list[NamesById]
    of_codes: list[str]


def table_of_ids(tables: Mapping[str, Sequence[Sequence[str]]]) -> TableOfIds | None:
    """The one of some tables that says who is in what by ids of the others.

    Parameters
    ----------
    tables : mapping of str to rows
        The rows of each, the header included.

    Returns
    -------
    TableOfIds or None
        None if there is none, or more than one.

    >>> people, bodies = [["id", "name"], ["p1", "Ann Lee"]], [["id", "name"], ["o1", "Alpha Pact"]]
    >>> ids = [["person_id", "organization_id"], ["p1", "o1"]]
    >>> table_of_ids({"people": people, "organizations": bodies, "memberships": ids}).name
    'memberships'
    """
    headed = {name: _headed(rows) for name, rows in tables.items()}
    named = {name: names_by_id(name, header, rows) for name, (header, rows) in headed.items()}
    found: dict[str, TableOfIds] = {}
    for name, (header, rows) in headed.items():
        beside = [one for other, one in named.items() if one is not None and other != name]
        places = ids_in(header, rows, beside)
        keys = {key_of(each) for at, each in enumerate(header) if at not in places}
        if len({id(one) for one in places.values()}) > 1 or (places and keys & _ENDS):
            named_ids = {one.where: one for at, one in places.items() if not is_code(header[at])}
            codes = {one.where for at, one in places.items() if is_code(header[at])} - named_ids.keys()
            found[name] = TableOfIds(name, [*named_ids.values()], [*codes])
    spoken_of = {where for one in found.values() for where in (*one.of_codes, *(each.where for each in one.beside))}
    tops = [name for name in found if name not in spoken_of]
    return found[tops[0]] if len(tops) == 1 else None


def is_code(name: str) -> bool:
    """Whether a column is called after codes of states, which say more than a name."""
    return key_of(name) in _SCHEME_KEYS


_ENDS = frozenset((*FIELDS["member"], *FIELDS["organization"])) - {"name", "title"}
"""What the other end of a membership may be called, where only one is an id of another table."""


def _headed(rows: Sequence[Sequence[str]]) -> tuple[list[str], list[Sequence[str]]]:
    """The names of columns and the rows of a table: its first row with more than one cell has the names."""
    for at, row in enumerate(rows[:_SHEET_ROWS]):
        if sum(bool(cell.strip()) for cell in row) > 1:
            return [cell.strip() for cell in row], [each for each in rows[at + 1 :] if any(map(str.strip, each))]
    return [], []
