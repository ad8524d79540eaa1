"""Zip files: the one table, or the one file of RDF, that is in one."""

from __future__ import annotations

import csv
import io
import re
import shlex
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from ...errors import InvalidRequest, OperationFailed
from ..important import Important
from ..named_ids import NamesById
from ..names_by_id import TableOfIds, table_of_ids
from ..planning.keys import says_who_is_in_what
from .file_kinds import kind_of

__all__ = ["graph_in_zip", "unzipped"]

_TEXTS = (".csv", ".tsv", ".tab", ".txt")
_RECORDS = (".json", ".jsonl", ".ndjson", ".xml")  # beside a table they tell about it
_TABLES = (
    *_TEXTS, ".xlsx", ".xls", ".ods", ".dta", ".sav", ".por", ".xpt", ".sas7bdat", ".parquet", ".psv", ".yaml", ".yml",
    ".toml", ".graphml", ".gexf", ".gml", ".net", ".paj", ".sqlite", ".sqlite3", ".db", ".gpkg", *_RECORDS,
)  # fmt: skip
_PACKED = (*_TABLES, ".zip")
_RDF = (".ttl", ".nt", ".nq", ".trig", ".n3", ".rdf", ".owl", ".jsonld")
_OF_SYSTEMS = re.compile(r"(?:^|/)(?:__MACOSX/|\.|Thumbs\.db$|desktop\.ini$)")  # what packing adds by itself
_ABOUT = (
    "readme", "license", "licence", "codebook", "code_book", "dictionary", "data_dictionary", "variables", "metadata",
)  # fmt: skip
_MOST_OF_IDS = 1 << 25  # bytes of tables that are looked into for ids of each other
_LARGEST = 1 << 31  # bytes that a file in a zip file may unpack to


class Unzipped(NamedTuple):
    """The table in a zip file: its kind, "workbook" if the zip file is one itself and "" for text; what is said of it.

    `name` is that of the file in it, "" if it is a workbook; `alone` whether there is no other table; `beside` the
    names of others that it speaks of by ids.
    """

    kind: str
    content: bytes
    notes: list[str]
    name: str = ""
    alone: bool = True
    beside: Sequence[NamesById] = ()


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
) -> Unzipped:
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
    Unzipped

    Raises
    ------
    OperationFailed
        If the zip file is damaged.
    InvalidRequest
        If it has no table, or several.
    """
    asked_for = wanted
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = [one.filename for one in archive.infolist() if not one.is_dir()]
            _refuse_documents(where, archive, names)
            if any(name in names for name in ("xl/workbook.xml", "xl/workbook.bin", "content.xml")):
                return Unzipped("workbook", content, [])

            def likely(name: str) -> int:
                with archive.open(name) as file:
                    start = file.read(4096).decode("utf-8-sig", "replace")
                rows = [re.split(r"[,;\t|]", line.replace('"', "")) for line in start.splitlines()[:20]]
                return any(known(row) >= 2 for row in rows) + any(map(says_who_is_in_what, rows))

            by_ids = _by_ids(archive, _tables(names))
            beside = by_ids.beside if by_ids and wanted in ("", by_ids.name, PurePosixPath(by_ids.name).name) else []
            wanted = by_ids.name if by_ids and not wanted else wanted
            name = _chosen(where, names, wanted, fits, likely, packed=packed)
            if archive.getinfo(name).file_size > _LARGEST:
                raise OperationFailed(f"{where}: {name} unpacks to more than 2 GB; unpack it and import the file")
            inner = archive.read(name)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError) as error:
        what = "needs a password" if "password" in str(error) else "is damaged or cut short"
        kind = "spreadsheet" if where.lower().endswith((".xlsx", ".xlsm", ".xlsb", ".ods")) else "zip file"
        raise OperationFailed(f"{where}: the {kind} {what}; get it again") from None
    notes: list[str] = []
    full, alone = name, len(_tables(names)) < 2
    kind = kind_of(inner[:64])
    if kind == "zip":
        within = unzipped(f"{where}: {name}", inner, fits=fits, known=known, packed=False)
        kind, inner, notes = within.kind, within.content, within.notes
        full, alone = "/".join(filter(None, (name, within.name))), alone and within.alone
    needless = {*by_ids.of_codes} if by_ids else set()
    used = {name, *(one.where for one in beside)}
    others = [other for other in names if other not in used and not _OF_SYSTEMS.search(other)]
    unread = f"; not read: {', '.join(others)[:200]}" if others else ""
    said = f"{name} was read from the zip file{unread}"
    unsaid = any(each.lower().endswith(_RDF) for each in others) or (not asked_for and set(_tables(others)) - needless)
    return Unzipped(kind, inner, [Important(said) if unsaid else said, *notes], full, alone, beside)


def _by_ids(archive: zipfile.ZipFile, tables: Sequence[str]) -> TableOfIds | None:
    """The text table that says who is in what by ids of the others, and their names; None if there is none."""
    texts = [name for name in tables if name.lower().endswith(_TEXTS)]
    if len(texts) < 2 or sum(archive.getinfo(name).file_size for name in texts) > _MOST_OF_IDS:
        return None
    return table_of_ids({name: _rows_of(archive.read(name)) for name in texts})


def _rows_of(content: bytes) -> list[list[str]]:
    """The rows of a text, parted by the sign that its first line has most often."""
    lines = content.decode("utf-8-sig", "replace").splitlines()
    sign = max(",;\t|", key=lambda each: lines[0].count(each)) if lines else ","
    try:
        return list(csv.reader(lines, delimiter=sign))
    except csv.Error:
        return []


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
    likely: Callable[[str], int],
    *,
    packed: bool,
) -> str:
    """The name of the table that is meant."""
    tables = _tables(names)
    tables = [name for name in tables if not name.lower().endswith(_RECORDS)] or tables
    if not tables and packed:
        tables = [name for name in names if name.lower().endswith(".zip") and not _OF_SYSTEMS.search(name)]
    if wanted:
        found = [name for name in names if wanted in (name, PurePosixPath(name).name)]
        if not found:
            raise InvalidRequest(f"{where} has no {wanted!r}; in it: {', '.join(tables or names)[:300]}")
        return found[0]
    fitting = _fitting(tables, fits, likely)
    if one := _in_one_of_its_formats(fitting):
        return one
    if not tables and any(name.lower().endswith(_RDF) for name in names):
        raise InvalidRequest(f"{where} has RDF in it, and no table; use: blocs import rdf {PurePosixPath(where).name}")
    if not tables:
        raise InvalidRequest(f"{where} has no table in it: {', '.join(names)[:300] or 'it is empty'}")
    raise InvalidRequest(
        f"{where} has {len(fitting)} tables: {', '.join(fitting)[:400]}; name one with --sheet, or unpack it"
    )


def _fitting(tables: Sequence[str], fits: Callable[[str], int], likely: Callable[[str], int]) -> list[str]:
    """The tables whose names fit best and, of texts, those that look like tables of memberships."""
    how_well = {name: fits(PurePosixPath(name).name) for name in tables}
    fitting = [name for name in tables if how_well[name] == max(how_well.values())]
    if len(fitting) > 1 and all(name.lower().endswith(_TEXTS) for name in fitting):
        how_likely = {name: likely(name) for name in fitting}
        return [name for name in fitting if how_likely[name] == max(how_likely.values())]
    return fitting


def _in_one_of_its_formats(tables: Sequence[str]) -> str:
    """The plainest of some files that are one table, as CSV and for Stata; "" if they are several tables, or none."""
    paths = {name: PurePosixPath(name) for name in tables}
    endings = {path.suffix.lower() for path in paths.values()}
    if len({path.stem for path in paths.values()}) != 1 or len(endings) != len(tables):
        return ""
    return min(tables, key=lambda name: _PACKED.index(paths[name].suffix.lower()))
