"""Tables that are not text: workbooks (xlsx, xls, ods), Stata and SPSS files, Parquet, and the zip files they come in.

Each is known by its first bytes, whatever its name ends in. The libraries that read them are optional; one that is
missing is named with the command that installs it.
"""

from __future__ import annotations

import io
import re
import shlex
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from tempfile import NamedTemporaryFile
from typing import Any

from ..errors import InvalidRequest, OperationFailed
from ..extras import extra
from .cell_texts import text_of_cell
from .important import Important
from .records import rows_of_records

__all__ = ["KINDS", "Sheet", "graph_in_zip", "kind_of", "read_sheet", "unzipped"]

KINDS: dict[str, str] = {
    "workbook": "a spreadsheet", "stata": "a Stata file", "spss": "an SPSS file", "parquet": "a Parquet file",
    "arrow": "an Arrow or Feather file",
    "zip": "a zip file", "r": "a file of R", "database": "a database (SQLite)", "sas": "a SAS file",
    "transport": "a SAS transport file", "portable": "a portable SPSS file",
    "archive": "an archive (7z, rar)",
}  # fmt: skip
"""The kinds of files that are told apart here, in words."""

_STATISTICS = {
    "stata": ("read_dta", ".dta"), "spss": ("read_sav", ".sav"), "portable": ("read_por", ".por"),
    "transport": ("read_xport", ".xpt"), "sas": ("read_sas7bdat", ".sas7bdat"),
}  # fmt: skip
_WAYS_ON = {
    "r": "save the table as CSV: write.csv(x, 'table.csv', row.names = FALSE)",
    "archive": "unpack it and import the table in it",
}
_EXTRAS = {**dict.fromkeys(_STATISTICS, "stata"), "workbook": "excel", "parquet": "parquet", "arrow": "parquet"}
_DATABASES = (".sqlite", ".sqlite3", ".db", ".gpkg")
_RECORDS = (".json", ".jsonl", ".ndjson", ".xml")  # beside a table they tell about it
_TABLES = (
    ".csv",
    ".tsv",
    ".tab",
    ".txt",
    ".xlsx",
    ".xls",
    ".ods",
    ".dta",
    ".sav",
    ".por",
    ".xpt",
    ".sas7bdat",
    ".parquet",
    ".psv",
    ".yaml",
    ".yml",
    ".toml",
    ".graphml",
    ".gexf",
    ".gml",
    ".net",
    ".paj",
    *_DATABASES,
    *_RECORDS,
)
_PACKED = (*_TABLES, ".zip")
_RDF = (".ttl", ".nt", ".nq", ".trig", ".n3", ".rdf", ".owl", ".jsonld")
_OF_SYSTEMS = re.compile(r"(?:^|/)(?:__MACOSX/|\.|Thumbs\.db$|desktop\.ini$)")  # what packing adds by itself
_ABOUT = (
    "readme",
    "license",
    "licence",
    "codebook",
    "code_book",
    "dictionary",
    "data_dictionary",
    "variables",
    "metadata",
)
_LARGEST = 1 << 31  # bytes that a file in a zip file may unpack to


@dataclass
class Sheet:
    """Rows of a table that is not text.

    Parameters
    ----------
    rows : list of rows
        All rows, the header included; each cell is a text.
    notes : list of str
        What was chosen, in words.
    name : str
        What the sheet is called; "" if it has no name of its own.
    """

    rows: list[list[str]]
    notes: list[str] = field(default_factory=list)
    name: str = ""


def kind_of(head: bytes) -> str:
    """What a file is, by its first bytes.

    Parameters
    ----------
    head : bytes
        Its first bytes, 64 or more.

    Returns
    -------
    str
        A key of `KINDS`; "" for anything else. A workbook of a new kind is a zip file, too: see `unzipped`.

    >>> kind_of(b"PAR1...."), kind_of(b"member,organization")
    ('parquet', '')
    """
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "zip"
    if head.startswith(b"\xd0\xcf\x11\xe0"):
        return "workbook"
    if head.startswith(b"<stata_dta>") or (
        head[:1] in (b"\x71", b"\x72", b"\x73") and head[1:3] in (b"\x01\x01", b"\x02\x01")
    ):
        return "stata"
    if head.startswith((b"$FL2", b"$FL3")):
        return "spss"
    return next((kind for kind, start in _STARTS.items() if head.startswith(start)), "")


_STARTS: dict[str, bytes | tuple[bytes, ...]] = {
    "database": b"SQLite format 3\0", "parquet": b"PAR1", "arrow": (b"ARROW1", b"FEA1"),
    "r": (b"RDX2\n", b"RDX3\n", b"X\n\0\0\0", b"A\n2\n", b"A\n3\n"), "portable": b"ASCII SPSS PORT FILE",
    "transport": (b"HEADER RECORD*******LIBRARY", b"HEADER RECORD*******LIBV8"),
    "sas": b"\0" * 12 + bytes.fromhex("c2ea8160b31411cfbd920800"),
    "archive": (b"7z\xbc\xaf\x27\x1c", b"Rar!\x1a\x07"),
}  # fmt: skip


def _refuse_documents(where: str, archive: zipfile.ZipFile, names: Sequence[str]) -> None:
    """Refuse what offices write that is no spreadsheet: a text, or slides."""
    kind = ""
    if "mimetype" in names:
        kind = _OPEN_DOCUMENTS.get(archive.read("mimetype")[:100].decode("ascii", "replace").strip(), "")
    elif "word/document.xml" in names:
        kind = "a Word document"
    elif "ppt/presentation.xml" in names:
        kind = "a PowerPoint file"
    if kind:
        raise OperationFailed(f"{where} is {kind}; copy its table into a spreadsheet and save that")


_OPEN_DOCUMENTS = {
    f"application/vnd.oasis.opendocument.{kind}": what
    for kind, what in (("text", "a text of OpenDocument"), ("presentation", "slides of OpenDocument"))
}


def unzipped(
    where: str,
    content: bytes,
    wanted: str = "",
    fits: Callable[[str], int] = lambda name: 0,
    known: Callable[[Sequence[str]], int] = len,
    *,
    packed: bool = True,
) -> tuple[str, bytes, list[str]]:
    """The one table in a zip file.

    Parameters
    ----------
    where : str
        The file, for messages.
    content : bytes
        The zip file.
    wanted : str
        The name of the table in it, if the user gives one.
    fits : callable
        Tells of a name how well it fits; where there are several tables, those that fit best are looked at.
    known : callable
        Counts the cells of a row that are names of columns; by it one is chosen of several.
    packed : bool
        Whether the one thing in it may be a zip file again; one within that is not opened.

    Returns
    -------
    kind, content, notes : (str, bytes, list of str)
        The kind is "workbook" if the zip file is one itself; else that of the table, "" for text.

    Raises
    ------
    OperationFailed
        If the zip file is damaged.
    InvalidRequest
        If it has no table, or several.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = [one.filename for one in archive.infolist() if not one.is_dir()]
            _refuse_documents(where, archive, names)
            if any(name in names for name in ("xl/workbook.xml", "xl/workbook.bin", "content.xml")):
                return "workbook", content, []

            def likely(name: str) -> bool:
                with archive.open(name) as file:
                    start = file.read(4096).decode("utf-8-sig", "replace")
                return any(known(re.split(r"[,;\t|]", line.replace('"', ""))) >= 2 for line in start.splitlines()[:20])

            name = _chosen(where, names, wanted, fits, likely, packed=packed)
            if archive.getinfo(name).file_size > _LARGEST:
                raise OperationFailed(f"{where}: {name} unpacks to more than 2 GB; unpack it and import the file")
            inner = archive.read(name)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError) as error:
        what = "needs a password" if "password" in str(error) else "is damaged or cut short"
        kind = "spreadsheet" if where.lower().endswith((".xlsx", ".xlsm", ".xlsb", ".ods")) else "zip file"
        raise OperationFailed(f"{where}: the {kind} {what}; get it again") from None
    notes: list[str] = []
    kind = kind_of(inner[:64])
    if kind == "zip":
        kind, inner, within = unzipped(f"{where}: {name}", inner, fits=fits, known=known, packed=False)
        notes = [*notes, *within]
    others = [other for other in names if other != name and not _OF_SYSTEMS.search(other)]
    unread = f"; not read: {', '.join(others)[:200]}" if others else ""
    said = f"{name} was read from the zip file{unread}"
    return kind, inner, [Important(said) if any(each.lower().endswith(_RDF) for each in others) else said, *notes]


def graph_in_zip(path: Path, holds: Callable[[str, bytes], bool]) -> str:
    """The one file of RDF in a zip file that has no table; "" of any other.

    Parameters
    ----------
    path : Path
        The zip file.
    holds : callable
        Tells of a file by its name and its first bytes whether it is RDF, where its ending alone does not say so.

    Returns
    -------
    str

    Raises
    ------
    InvalidRequest
        If it has several.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            names = [one.filename for one in archive.infolist() if one.file_size <= _LARGEST and not one.is_dir()]
            names = [name for name in names if not _OF_SYSTEMS.search(name)]
            tables = _tables(names)
            if len(tables) == 1 and tables[0].lower().endswith((*_RECORDS, ".html")):
                with archive.open(tables[0]) as file:
                    if holds(tables[0], file.read(1 << 14)):
                        return tables[0]
    except (zipfile.BadZipFile, NotImplementedError, OSError, RuntimeError):
        return ""
    graphs = [name for name in names if name.lower().endswith(_RDF)]
    if not graphs or tables:
        return ""
    if len(graphs) > 1:
        named = " ".join(f"--data {shlex.quote(name)}" for name in graphs)
        raise InvalidRequest(
            f"{path} has {len(graphs)} files of RDF in it, and no table; unpack it and name them, all or some:"
            f" {named if len(named) < 300 else named[:300] + '…'}",
            file=path,
        )
    return graphs[0]


def _tables(names: Sequence[str]) -> list[str]:
    """The files of a zip file that may be tables."""
    return [
        name
        for name in names
        if name.lower().endswith(_TABLES)
        and not _OF_SYSTEMS.search(name)
        and not PurePosixPath(name).stem.lower().startswith(_ABOUT)
    ]


def _chosen(
    where: str,
    names: Sequence[str],
    wanted: str,
    fits: Callable[[str], int],
    likely: Callable[[str], bool],
    *,
    packed: bool,
) -> str:
    tables = _tables(names)
    tables = [name for name in tables if not name.lower().endswith(_RECORDS)] or tables
    if not tables and packed:
        tables = [name for name in names if name.lower().endswith(".zip") and not _OF_SYSTEMS.search(name)]
    if wanted:
        found = [name for name in names if wanted in (name, PurePosixPath(name).name)]
        if not found:
            raise InvalidRequest(f"{where} has no {wanted!r}; in it: {', '.join(tables or names)[:300]}")
        return found[0]
    how_well = {name: fits(PurePosixPath(name).name) for name in tables}
    fitting = [name for name in tables if how_well[name] == max(how_well.values())]
    text = [name for name in fitting if name.lower().endswith((".csv", ".tsv", ".tab", ".txt"))]
    if len(fitting) == len(text) > 1:
        fitting = [name for name in text if likely(name)] or fitting
    # The same table comes as CSV and for Stata; text is plainest.
    stems: dict[str, list[str]] = {}
    for name in fitting:
        stems.setdefault(PurePosixPath(name).stem, []).append(name)
    if len(stems) == 1 and len({PurePosixPath(name).suffix.lower() for name in fitting}) == len(fitting):
        return min(next(iter(stems.values())), key=lambda name: _PACKED.index(PurePosixPath(name).suffix.lower()))
    graphs = [name for name in names if name.lower().endswith(_RDF)]
    if not tables and graphs:
        raise InvalidRequest(f"{where} has RDF in it, and no table; use: blocs import rdf {PurePosixPath(where).name}")
    if not tables:
        raise InvalidRequest(f"{where} has no table in it: {', '.join(names)[:300] or 'it is empty'}")
    raise InvalidRequest(
        f"{where} has {len(fitting)} tables: {', '.join(fitting)[:400]}; name one with --sheet, or unpack it"
    )


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
        from .databases import database_rows

        return Sheet(*database_rows(where, content, known, wanted))
    with extra(_EXTRAS[kind], f"{where} is {KINDS[kind]}; reading it"):
        if kind == "workbook":
            return _workbook(where, content, known, wanted)
        if kind in _STATISTICS:
            return _statistics(where, kind, content, coded=coded)
        return _columnar(where, kind, content)


def _workbook(where: str, content: bytes, known: Callable[[Sequence[str]], int], wanted: str) -> Sheet:
    from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum

    from .shown_dates import read_as_shown
    from .workbook_cells import cells_aside

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        names = book.sheet_names
        hidden = [one.name for one in book.sheets_metadata if one.visible != SheetVisibleEnum.Visible]
        if wanted:
            if wanted not in names:
                raise InvalidRequest(f"{where} has no sheet {wanted!r}; its sheets are: {', '.join(names)}")
            names = [wanted]
        elif len(hidden) < len(names):
            names = [name for name in names if name not in hidden]
        sheets = {name: _of_sheet(book.get_sheet_by_name(name)) for name in names}
    except (CalamineError, ValueError, OSError, zipfile.BadZipFile) as error:
        if isinstance(error, InvalidRequest):
            raise
        what = "is protected by a password" if "assword" in str(error) else f"cannot be read: {error}"
        raise OperationFailed(f"{where}: the spreadsheet {what}") from None
    filled = {name: rows for name, rows in sheets.items() if rows}
    if not filled:
        raise OperationFailed(f"{where}: the spreadsheet is empty")
    likely = {name: rows for name, rows in filled.items() if any(known(row) >= 2 for row in rows[:40])}
    if not likely:  # a sheet of text alone, a cell in a row, is no table
        tables = {name: rows for name, rows in filled.items() if any(sum(map(bool, row)) > 1 for row in rows)}
        likely = tables if len(tables) == 1 < len(filled) else {}
    if not likely and not wanted:
        _refuse_hidden(where, {name: _of_sheet(book.get_sheet_by_name(name)) for name in hidden}, known)
    if len(filled) > 1 and len(likely) != 1:
        raise InvalidRequest(f"{where} has {len(filled)} sheets: {', '.join(filled)}; name one with --sheet")
    name, rows = next(iter((likely or filled).items()))
    others = [f"{other} (hidden)" if other in hidden else other for other in book.sheet_names if other != name]
    notes = [f"sheet {name!r} was read; not read: {', '.join(others)}"] if others else []
    aside = cells_aside(where, content, name)
    aside.refuse_formulas(where)
    return Sheet(rows, [*notes, *aside.notes(), *read_as_shown(where, content, name, rows)], name)


def _refuse_hidden(where: str, hidden: Mapping[str, list[list[str]]], known: Callable[[Sequence[str]], int]) -> None:
    """Where no sheet that is shown has memberships, name those that are hidden and have."""
    likely = [name for name, rows in hidden.items() if any(known(row) >= 2 for row in rows[:40])]
    if likely:
        raise InvalidRequest(
            f"{where}: no sheet that is shown has a table of memberships; of the hidden ones {', '.join(likely)} may"
            f" have; if it is meant, say --sheet {likely[0]!r}"
        )


def _of_sheet(sheet: Any) -> list[list[str]]:
    """The rows of a sheet; of cells that are merged downwards, each has the text of the first."""
    rows = _texts(sheet.to_python(skip_empty_area=False))
    for (top, left), (bottom, _) in sheet.merged_cell_ranges or ():
        for at in range(top + 1, min(bottom + 1, len(rows))):
            if left < len(rows[at]) and left < len(rows[top]) and not rows[at][left]:
                rows[at][left] = rows[top][left]
    return rows


def _texts(rows: Iterable[Iterable[Any]]) -> list[list[str]]:
    """Rows of values as rows of texts; empty rows and columns at the end are none."""
    texts = [[text_of_cell(value) for value in row] for row in rows]
    while texts and not any(texts[-1]):
        texts.pop()
    width = max((at + 1 for row in texts for at, cell in enumerate(row) if cell), default=0)
    return [row[:width] for row in texts]


def _statistics(where: str, kind: str, content: bytes, *, coded: Callable[[Sequence[str]], bool]) -> Sheet:
    import pyreadstat

    name, suffix = _STATISTICS[kind]
    # What a program counts as missing may have a label, which says more than nothing: "No answer".
    more = {"user_missing": True} if kind in ("stata", "spss") else {}
    read = getattr(pyreadstat, name)
    with NamedTemporaryFile(suffix=suffix) as file:  # it reads files by name only
        file.write(content)
        file.flush()
        try:
            columns, meta = read(file.name, output_format="dict", **more)
        except pyreadstat.ReadstatError as error:
            # Whether it is damaged or of a kind that is not known, the program that wrote it can tell.
            raise OperationFailed(
                f"{where}: {KINDS[kind]} that cannot be read ({error}); it may be cut short: get it anew,"
                " or if it opens in its own program, save the table as CSV there"
            ) from None
        except UnicodeDecodeError:
            columns, meta = read(file.name, output_format="dict", encoding="LATIN1", **more)
    names = list(meta.column_names)
    if not names:
        raise OperationFailed(f"{where}: {KINDS[kind]} without columns")
    # 1 may be labelled "Full member".
    labels = [{} if coded(names) else meta.variable_value_labels.get(name, {}) for name in names]
    for at, name in enumerate(names):
        if missing := _said_missing(meta, name, labels[at]):
            columns[name] = [None if missing(value) else value for value in columns[name]]
        if kind == "stata" and (period := _PERIODS.get(str(meta.original_variable_types.get(name))[:3])):
            columns[name] = [_of_period(value, period) for value in columns[name]]
    body = [
        [text_of_cell(labelled.get(value, value)) for value, labelled in zip(row, labels, strict=True)]
        for row in zip(*(columns[name] for name in names), strict=True)
    ]
    return Sheet([names, *body], [f"the table is {KINDS[kind]}"])


def _said_missing(meta: Any, name: str, labelled: Mapping[Any, str]) -> Callable[[Any], bool] | None:
    """Which values of a column are missing by the file itself, and have no label that is read; None if none are."""
    values = set(meta.missing_user_values.get(name, ()))
    ranges = [(one["lo"], one["hi"]) for one in meta.missing_ranges.get(name, ())]
    if not values and not ranges:
        return None

    def is_missing(value: Any) -> bool:
        if value is None or value in labelled:
            return False
        return value in values or any(
            low <= value <= high for low, high in ranges if isinstance(value, str) == isinstance(low, str)
        )

    return is_missing


_PERIODS = {"%tm": 12, "%tq": 4, "%th": 2}
"""Stata's formats of dates that are no days, and how many of them a year has: they are counted from 1960."""


def _of_period(value: Any, many: int) -> Any:
    """A month, quarter or half of a year as a text: 364 is 1990-05, or 2051-Q1."""
    if not isinstance(value, int | float) or value != value or value != int(value):
        return value
    year, part = divmod(int(value), many)
    return f"{1960 + year}-{part + 1:02}" if many == 12 else f"{'Q' if many == 4 else 'H'}{part + 1} {1960 + year}"


def _columnar(where: str, kind: str, content: bytes) -> Sheet:
    """The rows of a Parquet, Arrow or Feather file."""
    import pyarrow
    from pyarrow import feather, parquet

    read = parquet.read_table if kind == "parquet" else feather.read_table
    try:
        table = read(pyarrow.BufferReader(content))
    except (pyarrow.ArrowException, OSError) as error:
        raise OperationFailed(f"{where}: {KINDS[kind]} that cannot be read: {error}") from None
    kept = [name for name in table.column_names if not name.startswith("__index_level_")]
    table = table.select(kept)
    if any(pyarrow.types.is_nested(one) and _has_parts(one) for one in table.schema.types):
        notes = [f"the table is {KINDS[kind]}, with records inside of cells"]
        return Sheet(rows_of_records(table.to_pylist(), notes), notes)
    return Sheet([kept, *_records(table)], [f"the table is {KINDS[kind]}"])


def _has_parts(kind: Any) -> bool:
    """Whether cells of a kind are records, or lists of records, rather than lists of texts."""
    import pyarrow

    if pyarrow.types.is_list(kind) or pyarrow.types.is_large_list(kind):
        return _has_parts(kind.value_type)
    return bool(pyarrow.types.is_struct(kind) or pyarrow.types.is_map(kind))


def _records(table: Any) -> Iterator[list[str]]:
    for batch in table.to_batches(max_chunksize=10_000):
        for values in zip(*(column.to_pylist() for column in batch.columns), strict=True):
            yield [text_of_cell(value) for value in values]
