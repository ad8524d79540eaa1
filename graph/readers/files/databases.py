"""Tables of a database in one file (SQLite), in which one table names the rows of others by their keys.

Where a column is a key of another table, the names of its rows are read in its place, so that a table of memberships
has the names of members and bodies.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from ...errors import InvalidRequest, OperationFailed
from ..cells.cell_texts import text_of_cell
from .sheet import Sheet

__all__ = ["database_rows"]

_NAMES = ("name", "label", "title", "full_name", "fullname", "name_en", "short_name", "abbreviation")
_KEY = ("_id", "_key", "_code", "id")


def database_rows(where: str, content: bytes, known: Callable[[Sequence[str]], int], wanted: str = "") -> Sheet:
    """The rows of the table of memberships in a database.

    Parameters
    ----------
    where : str
        The file, for messages.
    content : bytes
        The whole file.
    known : callable
        Counts the cells of a row that are names of columns; by it a table is chosen if there are several.
    wanted : str
        The table or view that the user names.

    Returns
    -------
    Sheet
        The rows, the header first, what is said of how they were found, and the name of the table.

    Raises
    ------
    OperationFailed
        If the database is damaged or empty.
    InvalidRequest
        If the table is not there, or it is not clear which is meant.
    """
    with TemporaryDirectory() as folder:
        file = Path(folder, "database")
        file.write_bytes(content)
        try:
            with closing(sqlite3.connect(f"{file.as_uri()}?mode=ro&immutable=1", uri=True)) as database:
                return _chosen(where, _Tables(database), known, wanted)
        except sqlite3.Error as error:
            raise OperationFailed(f"{where}: the database cannot be read: {error}") from None


class _Tables:
    """The tables and views of a database."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        listed = database.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view') ORDER BY rowid")
        self.names = [str(name) for (name,) in listed if not str(name).startswith("sqlite_")]
        self.columns = {name: self._info(name) for name in self.names}
        self.references = {name: self._references(name) for name in self.names}

    def _info(self, table: str) -> list[str]:
        return [str(row[1]) for row in self._database.execute(f"PRAGMA table_info({_quoted(table)})")]

    def _references(self, table: str) -> dict[str, tuple[str, str]]:
        """The columns of a table that are keys of others: which table, and which column of it."""
        rows = list(self._database.execute(f"PRAGMA foreign_key_list({_quoted(table)})"))
        found = {str(row[3]): (str(row[2]), str(row[4] or "") or self._key(str(row[2]))) for row in rows}
        for column in self.columns[table]:
            # Many databases do not declare what "country_id" is a key of.
            if column not in found and (other := self._meant(table, column)):
                found[column] = (other, self._key(other))
        return {column: to for column, to in found.items() if to[1] in self.columns.get(to[0], ())}

    def _key(self, table: str) -> str:
        rows = self._database.execute(f"PRAGMA table_info({_quoted(table)})")
        return next((str(row[1]) for row in rows if row[5]), "id")

    def _meant(self, table: str, column: str) -> str:
        stem = _stem(column)
        if stem == column.casefold():
            return ""
        ways = {stem, f"{stem}s", f"{stem}es", f"{stem[:-1]}ies"}
        return next((other for other in self.names if other != table and other.casefold() in ways), "")

    def rows(self, table: str) -> list[list[str]]:
        """The rows of a table, the header first, with names in the place of keys."""
        columns = self.columns[table]
        names = {column: self._named(*to) for column, to in self.references[table].items()}
        header = [_stem(column) if names.get(column) else column for column in columns]
        found = self._database.execute(f"SELECT {', '.join(map(_quoted, columns))} FROM {_quoted(table)}")
        return [
            header,
            *(
                [
                    text_of_cell(names.get(column, {}).get(value, value))
                    for column, value in zip(columns, row, strict=True)
                ]
                for row in found
            ),
        ]

    def _named(self, table: str, key: str) -> dict[object, object]:
        """The names of the rows of a table by their keys."""
        columns = {column.casefold(): column for column in self.columns[table]}
        name = next((columns[one] for one in _NAMES if one in columns), "")
        if not name:
            return {}
        return dict(self._database.execute(f"SELECT {_quoted(key)}, {_quoted(name)} FROM {_quoted(table)}"))


def _chosen(where: str, tables: _Tables, known: Callable[[Sequence[str]], int], wanted: str) -> Sheet:
    if not tables.names:
        raise OperationFailed(f"{where}: the database has no tables")
    if wanted and wanted not in tables.names:
        raise InvalidRequest(f"{where} has no table {wanted!r}; its tables are: {', '.join(tables.names)}")
    counts = {
        name: known([_stem(column) if column in tables.references[name] else column for column in tables.columns[name]])
        for name in tables.names
    }
    most = max(2, *counts.values())
    likely = [name for name, count in counts.items() if count == most]
    # A table that names rows of two others is between them.
    between = [name for name in likely if len(tables.references[name]) >= 2]
    found = [wanted] if wanted else (between if len(between) == 1 else likely) or tables.names
    if len(found) > 1:
        raise InvalidRequest(
            f"{where} has {len(tables.names)} tables: {', '.join(tables.names)}; name one with --sheet (a view that"
            " joins them will do)"
        )
    (name,) = found
    used = sorted({to for to, _ in tables.references[name].values()})
    others = [other for other in tables.names if other != name and other not in used]
    notes = [f"table {name!r} of the database was read" + (f", with names of {', '.join(used)}" if used else "")]
    said = [*notes, *([f"not read: {', '.join(others)}"] if others else [])]
    return Sheet(tables.rows(name), said, name, len(tables.names) == 1)


def _stem(column: str) -> str:
    """What a column that is a key is called after: "country_id" and "countryId" after the country."""
    for ending in _KEY:
        if column.endswith(("Id", "ID")) or column.casefold().endswith(ending):
            stem = column[: -len("Id")] if column.endswith(("Id", "ID")) else column[: -len(ending)]
            if stem.strip("_"):
                return stem.strip("_").casefold()
    return column.casefold()


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
