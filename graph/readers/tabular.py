"""A table of any kind as a header and rows of texts: CSV and its kin, workbooks, statistics files, JSON records.

Text is read as it comes, from a pipe too; what is needed to know how it is written are its first bytes. The other
kinds are read whole.
"""

from __future__ import annotations

import csv
import gzip
import io
import itertools
import re
import sys
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO, cast

from ..errors import InvalidRequest, OperationFailed
from ..files import reading
from ..late import late_pattern
from .dialect import AHEAD, Dialect, detect, header_above, header_among, skipped, split_rows
from .json_tables import json_rows, toml_rows, xml_result_rows
from .listed_lines import has_listed_lines, has_member_lines, listed_rows, member_rows
from .other_texts import refuse_other_texts
from .planning.keys import count_known, key_of
from .sheets import kind_of, read_sheet, unzipped
from .table_options import TableOptions
from .web_tables import drawn_rows, has_drawn_table, is_web_page, page_rows
from .wiki_tables import wiki_rows
from .xml_records import is_xml_of_records, xml_rows

__all__ = ["Records", "Table", "is_table", "open_table"]

Records = Iterator[tuple[int, list[str]]]
"""Rows with their numbers, as a spreadsheet counts them."""

_TOML = late_pattern(rb"(?:#.*\s+)*(?:[\w-]+ *= *[^\n]*\s+)*\[\[[\w.-]+\]\]\s")
_LONGEST_LINE = 1 << 24
_UNDECODED = re.compile("[\ud800-\udfff]")
_SAMPLE = 1000  # rows by which columns are known
_CSV_ENDINGS = (".csv", ".tsv", ".tab", ".txt", ".psv")


@dataclass
class Table:
    """An open table.

    Parameters
    ----------
    where : str
        The file, for messages.
    header : list of str
        The names of the columns.
    sample : list of rows
        The first rows behind the header.
    records : iterator of (int, row)
        All rows behind the header.
    notes : list of str
        What was found of how it is written, in words; more may come while it is read.
    """

    where: str
    header: list[str]
    sample: list[list[str]]
    records: Records
    notes: list[str] = field(default_factory=list)


@contextmanager
def open_table(
    path: Path,
    options: TableOptions | None = None,
    progress: Callable[[int, int], object] = max,
    fits: Callable[[str], bool] = lambda name: True,
) -> Iterator[Table]:
    """Open a table, whatever kind of file it is in.

    Parameters
    ----------
    path : Path
        The file, plain or compressed with gzip; "-" for standard input.
    options : TableOptions, optional
        What the user says of it.
    progress : callable
        Is told how many bytes of how many are read.
    fits : callable
        Tells of a file name in a zip file whether it can be the table.

    Yields
    ------
    Table

    Raises
    ------
    OperationFailed
        If it cannot be read, is no table, or needs a library that is not installed.
    InvalidRequest
        If an option does not fit it.
    """
    options = options or TableOptions()
    with reading(path):
        if str(path) == "-":
            yield _blanked(_opened("-", sys.stdin.buffer, 0, options, progress, fits), options.missing)
            return
        with path.open("rb") as file:
            yield _blanked(_opened(str(path), file, path.stat().st_size, options, progress, fits), options.missing)


def _blanked(table: Table, missing: Sequence[str]) -> Table:
    """The table with cells that say nothing, as the user knows, as empty ones."""
    if not missing:
        return table
    nothing = frozenset(" ".join(each.split()).casefold() for each in missing)

    def row(cells: list[str]) -> list[str]:
        return ["" if cell and " ".join(cell.split()).casefold() in nothing else cell for cell in cells]

    table.sample = [row(cells) for cells in table.sample]
    table.records = ((number, row(cells)) for number, cells in table.records)
    return table


def is_table(path: Path) -> bool:
    """Whether a file is a table, by its first bytes and, for text, its name.

    Parameters
    ----------
    path : Path
        The file.

    Returns
    -------
    bool
    """
    suffixes = [suffix.lower() for suffix in path.suffixes]
    ending = (suffixes[:-1] if suffixes[-1:] == [".gz"] else suffixes)[-1:] or [""]
    if ending[0] in _CSV_ENDINGS:
        return True
    try:
        with path.open("rb") as file:
            return kind_of(file.read(64)) != ""
    except OSError:
        return False


class _Replayed(io.RawIOBase):
    """A stream whose first bytes were read already: they come again, then the rest; a pipe has no way back."""

    def __init__(self, head: bytes, rest: Any) -> None:
        self._head, self._rest = memoryview(head), rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        if self._head:
            size = min(len(buffer), len(self._head))
            buffer[:size] = self._head[:size]
            self._head = self._head[size:]
            return size
        data = self._rest.read1(len(buffer)) if hasattr(self._rest, "read1") else self._rest.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)


def _opened(
    where: str,
    file: BinaryIO,
    size: int,
    options: TableOptions,
    progress: Callable[[int, int], object],
    fits: Callable[[str], bool],
) -> Table:
    stream: Any = file
    head = file.read(AHEAD)
    if head.startswith(b"\x1f\x8b"):
        stream = gzip.GzipFile(fileobj=io.BufferedReader(_Replayed(head, file)))
        head = stream.read(AHEAD)
    known = _known(options)
    notes: list[str] = []
    kind = kind_of(head[:64])
    if kind == "zip":
        content = head + stream.read()
        kind, content, notes = unzipped(
            where, content, "" if not options.sheet else _in_zip(options.sheet), fits, known
        )
        if not kind:
            stream, head = io.BytesIO(content[AHEAD:]), content[:AHEAD]
        else:
            sheet = read_sheet(
                where, kind, content, known, options.sheet if "from the zip" not in " ".join(notes) else ""
            )
            return _of_rows(where, sheet.rows, notes + sheet.notes, options)
    elif kind:
        sheet = read_sheet(where, kind, head + stream.read(), known, options.sheet)
        return _of_rows(where, sheet.rows, sheet.notes, options)
    known_text = _of_known_text(where, head, lambda: head + stream.read(), known, options)
    if known_text is not None:
        return _of_rows(where, *known_text, options)
    tell = (lambda: progress(file.tell(), size)) if size else (lambda: progress(0, 0))
    return _of_text(where, head, stream, notes, options, tell)


def _of_known_text(
    where: str,
    head: bytes,
    whole: Callable[[], bytes],
    known: Callable[[Sequence[str]], int],
    options: TableOptions,
) -> tuple[list[list[str]], list[str]] | None:
    """The rows of a text that is known by how it begins, and what is said of it; None if it is plain CSV or its kin.

    Raises OperationFailed if it is known to be no table.
    """
    start, complete = head.lstrip()[:200], len(head) < AHEAD
    if start.startswith(b"{|") or b"\n{|" in head:
        return wiki_rows(where, _text(whole(), options), known, options.sheet)
    if _TOML.match(head.lstrip()):
        notes = ["the table is TOML"]
        return toml_rows(where, whole(), notes), notes
    refuse_other_texts(where, head)
    if is_xml_of_records(head):
        notes = ["the table is XML"]
        return xml_rows(where, whole(), notes), notes
    if start[:1] in (b"{", b"[") and not start.startswith(b"[a]"):
        notes = ["the table is JSON"]
        return json_rows(where, whole(), notes), notes
    if start[:1] == b"<" and b"sparql-results#" in head[:2000]:
        return xml_result_rows(where, whole()), ["the table is query results"]
    if is_web_page(head):
        return page_rows(where, whole(), known, options.sheet)
    if options.delimiter:
        return None
    if b"--" in head and has_drawn_table(head.decode("utf-8", "replace")):
        return drawn_rows(where, _text(whole(), options), known, options.sheet)
    if options.skip is not None or options.mapping:
        return None
    if has_listed_lines(head, complete=complete):
        return listed_rows(where, _text(whole(), options))
    if has_member_lines(head, complete=complete):
        if not options.organization:
            raise InvalidRequest(f"{where} is a list of members without a word of what; say it: --organization NAME")
        return member_rows(_text(whole(), options))
    return None


def _in_zip(name: str) -> str:
    return name if Path(name).suffix else ""


def _text(content: bytes, options: TableOptions) -> str:
    return content.decode(options.encoding or "utf-8-sig", "replace")


def _known(options: TableOptions) -> Callable[[Sequence[str]], int]:
    """Counts the names of columns in a row, those that the user names included."""
    given = {key_of(name) for name in options.mapping}
    return lambda cells: count_known(cells) + sum(2 for cell in cells if key_of(cell) in given)


def _of_rows(where: str, rows: list[list[str]], notes: list[str], options: TableOptions) -> Table:
    """A table whose rows are all there."""
    at = options.skip if options.skip is not None else header_among(rows[:60], _known(options))
    above: list[str] = []
    if options.skip is None and at < len(rows):
        above = header_above(rows[at - 1], rows[at]) if at else []
        notes = notes + skipped(rows[: at - bool(above)], 1)
        if above:
            notes.append(f"the names of columns were read from rows {at} and {at + 1}")
    if at >= len(rows):
        raise OperationFailed(f"{where}: no row has names of columns; it needs at least member and organization")
    body = rows[at + 1 :]
    if not any(any(cell.strip() for cell in row) for row in body):
        raise OperationFailed(f"{where}: the table has no rows")
    return Table(where, above or rows[at], body[:_SAMPLE], iter(enumerate(body, at + 2)), notes)


def _of_text(
    where: str, head: bytes, stream: Any, notes: list[str], options: TableOptions, tell: Callable[[], object]
) -> Table:
    complete = len(head) < AHEAD
    dialect = detect(
        head,
        _known(options),
        complete=complete,
        delimiter=options.delimiter,
        encoding=options.encoding,
        skip=options.skip,
    )
    notes = [*notes, *dialect.notes]
    sparql = _is_sparql_tsv(head, dialect)
    rows = _rows(
        where, _Lines(where, head, stream, dialect, notes, strict=bool(options.encoding)), dialect, tell, sparql
    )
    header = next((row for number, row in rows if number == dialect.skip + 1), [])
    if not any(cell.strip() for cell in header):
        row = dialect.skip + 1
        raise OperationFailed(f"{where}: row {row} has no names of columns; it needs at least member and organization")
    if dialect.header:
        header = list(dialect.header)
    elif dialect.row_names:
        header = ["", *header]
    return Table(where, header, _sample(head, dialect, complete, sparql), rows, notes)


def _sample(head: bytes, dialect: Dialect, complete: bool, sparql: bool) -> list[list[str]]:
    """The first rows behind the header; the last may be cut, and is left out."""
    text = head.decode(dialect.encoding, "replace")
    if not complete:
        text = text[: text.rfind("\n") + 1] or text
    reader = csv.reader(
        split_rows(text),
        delimiter=dialect.delimiter,
        quotechar=dialect.quote,
        skipinitialspace=dialect.blanks or dialect.padded,
    )
    found: list[list[str]] = []
    try:
        for row in itertools.islice(reader, dialect.skip + 1, dialect.skip + 1 + _SAMPLE):
            found.append([_sparql_cell(cell) for cell in row] if sparql else row)
    except csv.Error:
        pass
    return found


_COMMENTS_TOLD = 3


class _Lines:
    """The lines of a table; one without end, as a small file may unpack to, is refused before it fills the memory."""

    def __init__(
        self, where: str, head: bytes, stream: Any, dialect: Dialect, notes: list[str], *, strict: bool
    ) -> None:
        raw = io.BufferedReader(_Replayed(head, stream), AHEAD)
        self.text = io.TextIOWrapper(raw, encoding=dialect.encoding, errors="surrogateescape", newline="")
        self.where, self.notes, self.strict, self.encoding = where, notes, strict, dialect.encoding
        self.number, self.said, self.comments = 0, False, 0

    def left_out(self, number: int, comment: str) -> None:
        """Tell that a row is a comment; of many, the first."""
        self.comments += 1
        if self.comments <= _COMMENTS_TOLD:
            more = "; more such rows are left out too" if self.comments == _COMMENTS_TOLD else ""
            self.notes.append(f"row {number} was left out as a comment: {comment.strip()[:60]}{more}")

    def __iter__(self) -> Iterator[str]:
        readline = self.text.readline
        while True:
            self.number += 1
            line = readline(_LONGEST_LINE)
            if not line:
                return
            if len(line) == _LONGEST_LINE and not line.endswith(("\n", "\r")):
                raise OperationFailed(
                    f"{self.where}: line {self.number}: longer than {_LONGEST_LINE:,} characters; this is no table"
                )
            if not line.isascii() and _UNDECODED.search(line):
                line = self._decoded(line)
            yield line

    def _decoded(self, line: str) -> str:
        """A line that is in another encoding than the first lines are."""
        name = self.encoding.removesuffix("-sig").upper()
        if self.strict or not self.encoding.startswith("utf-8"):
            raise OperationFailed(f"{self.where}: line {self.number} is not {name}; say which it is with --encoding")
        if not self.said:
            self.said = True
            self.notes.append(f"line {self.number} is not UTF-8; such lines were read as Windows-1252 (cp1252)")
        return line.encode("utf-8", "surrogateescape").decode("cp1252", "replace")


def _rows(
    where: str, lines: _Lines, dialect: Dialect, tell: Callable[[], object], sparql: bool
) -> Generator[tuple[int, list[str]], None, None]:
    """The rows of a text table with their numbers."""
    number = 0
    try:
        reader = csv.reader(
            lines,
            delimiter=dialect.delimiter,
            quotechar=dialect.quote,
            strict=not (sparql or dialect.padded),
            skipinitialspace=dialect.blanks or dialect.padded,
        )
        for number, cells in enumerate(reader, 1):
            if number % 5000 == 0:
                tell()
            if number > dialect.skip + 1 and cells and cells[0][:1] == "#" and not any(cells[1:]):
                lines.left_out(number, cells[0])
                continue
            yield number, [_sparql_cell(cell) for cell in cells] if sparql else cells
    except csv.Error as error:
        raise OperationFailed(f"{where}: row {number + 1}: {_csv_error(str(error))}") from None
    except UnicodeError:
        raise OperationFailed(
            f"{where}: row {number + 1} is not {dialect.encoding.upper()}; say which it is with --encoding"
        ) from None


def _csv_error(message: str) -> str:
    if "field limit" in message:
        return f"a cell is longer than {csv.field_size_limit():,} characters; is a quote opened and not closed?"
    if "unexpected end" in message:
        return "a quote is opened and not closed before the table ends"
    return f"not a CSV table: {message}"


def _is_sparql_tsv(head: bytes, dialect: Dialect) -> bool:
    """Whether a table is the results of a SPARQL query as TSV: all names of its columns begin with "?"."""
    if dialect.delimiter != "\t" or dialect.skip:
        return False
    names = head.decode(dialect.encoding, "replace").partition("\n")[0].strip().split("\t")
    return all(name.startswith("?") for name in names)


_TERM = re.compile(r"<([^>]*)>|\"?(.*?)\"?(?:@[A-Za-z-]+|\^\^<[^>]*>)?", re.DOTALL)


def _sparql_cell(cell: str) -> str:
    """A term of RDF as plain text: an address without its brackets, a literal without language or type."""
    match = _TERM.fullmatch(cell)
    if match is None or not (cell.startswith("<") or "@" in cell or "^^<" in cell):
        return cell
    return cast(str, match[1] or match[2] or "")
