"""Tables that are not text: workbooks, files of statistics programs, files of columns, and databases.

The libraries that read them are optional; one that is missing is named with the command that installs it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ...errors import OperationFailed
from ...extras import extra
from ..files.file_kinds import KINDS
from ..files.sheet import Sheet

__all__ = ["read_sheet"]

_WAYS_ON = {
    "r": "save the table as CSV: write.csv(x, 'table.csv', row.names = FALSE)",
    "archive": "unpack it and import the table in it",
}
_EXTRAS = {"workbook": "excel", "parquet": "parquet", "arrow": "parquet"}  # else "stata"


def read_sheet(
    where: str,
    kind: str,
    content: bytes,
    known: Callable[[Sequence[str]], int],
    wanted: str = "",
    *,
    coded: Callable[[Sequence[str]], bool] = lambda header: False,
) -> Sheet:
    """The rows of a table that is not text.

    Parameters
    ----------
    where : str
        The file, for messages.
    kind : str
        What `kind_of` says, or "workbook".
    content : bytes
        The whole file.
    known : callable
        Counts the cells of a row that are names of columns; by it a sheet is chosen if a workbook has several.
    wanted : str
        The sheet that the user names.
    coded : callable
        Tells of the names of columns whether codes are read, rather than the labels that a statistics file has.

    Returns
    -------
    Sheet

    Raises
    ------
    OperationFailed
        If the file is damaged, or the library that reads it is not installed.
    InvalidRequest
        If the sheet is not there, or it is not clear which is meant.
    """
    if kind in _WAYS_ON:
        raise OperationFailed(f"{where} is {KINDS[kind]}; {_WAYS_ON[kind]}")
    if kind == "database":
        from ..files.databases import database_rows

        return database_rows(where, content, known, wanted)
    with extra(_EXTRAS.get(kind, "stata"), f"{where} is {KINDS[kind]}; reading it"):
        if kind == "workbook":
            from ..files.workbooks import read_workbook

            return read_workbook(where, content, known, wanted)
        if kind in ("parquet", "arrow"):
            from .columnar_files import read_columnar

            return read_columnar(where, kind, content)
        from ..files.statistics_files import read_statistics

        return read_statistics(where, kind, content, coded=coded)
