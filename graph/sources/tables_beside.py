"""Several tables that are given together, of which some have the names for the ids of others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from ..amounts import shortened
from ..errors import BlocsError
from ..readers.named_ids import NamesById
from ..readers.table_options import TableOptions
from .parts import Part

__all__ = ["TablesBeside"]

_LARGEST = 1 << 26
"""Files of so many bytes are not looked into for names."""


class TablesBeside:
    """The names by ids that some of several tables have.

    Parameters
    ----------
    parts : sequence of Part
        The files, tables among them.
    options : TableOptions, optional
        What the user says of tables.
    """

    def __init__(self, parts: Sequence[Part], options: TableOptions | None) -> None:
        self._options = options
        self._names: dict[Path, NamesById] = {}
        self._used: dict[Path, list[str]] = {}
        self._headers: dict[Path, list[str]] = {}
        tables = [part for part in parts if part.form.kind == "csv" and part.form.convert and part.path.is_file()]
        if len(tables) > 1:
            self._look(tables)

    def _look(self, tables: Sequence[Part]) -> None:
        from ..readers.names_by_id import ids_in, names_by_id
        from ..readers.tables.tabular import open_table

        opened: dict[Path, tuple[list[str], list[list[str]]]] = {}
        labels = {part.path: part.label for part in tables}
        for path, label in labels.items():
            if path.stat().st_size > _LARGEST:
                continue
            try:
                with open_table(path, self._options) as table:
                    opened[path] = table.header, table.sample
                    self._headers[path] = table.header
                    if names_by_id(label, table.header, table.sample) is None:
                        continue
                    names = names_by_id(label, table.header, [cells for _, cells in table.records])
            except BlocsError:
                continue  # which is told where it is read
            if names is not None:
                self._names[path] = names
        for path, (header, sample) in opened.items():
            for names in ids_in(header, sample, self._others(path)).values():
                whose = next(other for other, one in self._names.items() if one is names)
                self._used.setdefault(whose, []).append(labels[path])

    def _others(self, path: Path) -> list[NamesById]:
        return [names for other, names in self._names.items() if other != path]

    def options_of(self, path: Path) -> TableOptions | None:
        """What is said of one of the tables, with the names that the others have.

        Parameters
        ----------
        path : Path
            Its file.

        Returns
        -------
        TableOptions or None
        """
        if not self._used or not (beside := self._others(path)):
            return self._options
        return replace(self._options or TableOptions(), beside=tuple(beside))

    def has_names(self, path: Path) -> bool:
        """Whether a table has names for the ids of another one.

        Parameters
        ----------
        path : Path
            Its file.

        Returns
        -------
        bool
        """
        return path in self._used

    def unread_of(self, path: Path) -> str:
        """What to say of a table that is there for its names alone; "" if it has nothing else.

        Parameters
        ----------
        path : Path
            Its file.

        Returns
        -------
        str
        """
        names = self._names[path]
        whose = ", ".join(dict.fromkeys(self._used[path]))
        left = [name for name in self._headers[path] if name.strip() and name not in (names.column, names.label)]
        if not left:
            return ""
        unread = shortened(map(repr, left))
        return f"{names.where}: its {names.label!r} was read for the ids in {whose}; not read: {unread}"
