"""Rows and text on their way out: tables for people, plain formats for programs, files that are whole or absent."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from typing import Any

from ...graph.errors import InvalidRequest, OperationFailed
from ..process.limits import stop_clock

__all__ = ["DRAWN", "PICTURE_FORMATS", "ROW_FORMATS", "Output", "Table", "clean", "dump_json", "shorten", "write_out"]

ROW_FORMATS = ("table", "json", "jsonl", "csv", "tsv", "markdown", "svg")

PICTURE_FORMATS = ("table", "svg")
"""What people look at: text, or a picture of the text that a terminal would show."""

DRAWN = ("svg", "png", "pdf", "dot")
"""The formats of drawn graphs."""

# What a terminal would obey: C0 and C1 controls, and the marks that reorder text.
_MARKS = r"\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff"
_UNSAFE = re.compile(rf"[\x00-\x1f{_MARKS}]")
_UNSAFE_BUT_LINES = re.compile(rf"[\x00-\x08\x0b-\x1f{_MARKS}]")
_UNSAFE_IN_JSON = re.compile(f"[{_MARKS}]")
_LONG = 2000  # characters of one text that a person may want to read

UNSAFE_IN_TEXT = re.compile(rf"(?![\t\n\r]){_UNSAFE.pattern}")
"""The same, but for the white space that a format itself uses."""


def clean(text: str) -> str:
    """Text from data, safe to print on a terminal: control characters become visible.

    >>> clean("a\\x1b[31mred")
    'a\\\\x1b[31mred'
    """
    return _UNSAFE.sub(_escaped, text)


def _escaped(match: re.Match[str]) -> str:
    return match[0].encode("unicode_escape").decode()


def shorten(text: str, length: int = _LONG) -> str:
    """A text as long as a person reads it; what is left out is said.

    >>> shorten("x" * 1_000_000)[-36:]
    'xxxxxxxxx… (998,000 characters more)'
    """
    return text if len(text) <= length else f"{text[:length]}… ({len(text) - length:,} characters more)"


def dump_json(value: Any, indent: int | None = None) -> str:
    """A value as JSON in which a terminal finds nothing to obey; it reads back the same.

    >>> dump_json("\\x9b31mred")
    '"\\\\u009b31mred"'
    """
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return _UNSAFE_IN_JSON.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


@dataclass(frozen=True)
class Table:
    """Rows to print.

    `columns` maps a column's key, as programs read it, to its heading for people. A cell is a text, a
    number, a truth value, a list of texts or None. `title` and `notes` are printed around a table only.
    """

    columns: Mapping[str, str]
    rows: Sequence[Sequence[Any]]
    title: str = ""
    notes: Sequence[str] = ()


# What the ending of a file's name asks for, also where a command cannot write it and has to say so.
_ENDINGS = {".md": "markdown", ".ttl": "turtle", ".nt": "ntriples", ".txt": "table", ".gv": "dot"} | {
    f".{name}": name
    for name in ("csv", "tsv", "json", "jsonl", "svg", "xml", "jsonld", "html", "png", "pdf", "dot", "xlsx")
}


@dataclass(frozen=True)
class Output:
    """Where the answer goes and in which format; `format` is empty until asked for by `chosen`."""

    format: str = ""
    path: Path | None = None

    def chosen(self, *known: str) -> str:
        """The format to write: the one asked for; else a table on a terminal, TSV elsewhere.

        Raises InvalidRequest where it is none of the `known`.
        """
        if not self.format:
            return "table" if self.path is None and sys.stdout.isatty() else "tsv"
        if self.format not in known:
            raise InvalidRequest(f"unknown format {self.format!r} here; use one of: {' '.join(known)}")
        return self.format

    @classmethod
    def asked(cls, format: str, path: Path | None) -> Output:
        """What `--format` and `--output` ask for: without a format, the one that the file's ending names.

        >>> Output.asked("", Path("members.csv")).format, Output.asked("json", Path("members.csv")).format
        ('csv', 'json')
        """
        return cls(format or (_ENDINGS.get(path.suffix.lower(), "") if path is not None else ""), path)

    def write(self, content: str | bytes) -> None:
        """Write all of the content to the file asked for, or to standard output.

        A file is written beside its place and then moved there: it is whole or absent.
        Raises OperationFailed where it cannot be written.
        """
        stop_clock()
        if self.path is None and sys.stdout.isatty():
            # Programs get a text as it is; a terminal would obey it.
            text = content if isinstance(content, str) else content.decode("utf-8", "backslashreplace")
            content = _UNSAFE_BUT_LINES.sub(_escaped, text.replace("\r\n", "\n"))
        data = content.encode("utf-8", "backslashreplace") if isinstance(content, str) else content
        if self.path is None:
            write_out(data)
            return
        write_whole(self.path, data)

    def stream(self, chunks: Iterable[str]) -> None:
        """Write chunks as they come; a file is whole or absent all the same."""
        if self.path is None:
            for chunk in chunks:
                write_out(chunk.encode("utf-8", "backslashreplace"))
            return
        whole = _Whole(self.path)
        try:
            for chunk in chunks:
                whole.write(chunk.encode("utf-8", "backslashreplace"))
            stop_clock()
            whole.done()
        except OSError as error:
            raise OperationFailed(f"{self.path} cannot be written: {error.strerror or error}") from None
        finally:
            whole.drop()

    def many_rows(self, columns: Mapping[str, str], rows: Iterable[Sequence[Any]]) -> None:
        """Write rows as they come, however many there are: as csv, tsv or jsonl, which need not have them all."""
        write, left = _WRITERS[self.chosen(*_ROW_BY_ROW)], iter(rows)
        first = write(Table(columns, list(islice(left, _CHUNK))))
        head = write(Table(columns, []))
        others = iter(lambda: list(islice(left, _CHUNK)), [])
        self.stream(chain([first], (write(Table(columns, some)).removeprefix(head) for some in others)))

    def rows(self, table: Table) -> None:
        """Write rows in the format asked for."""
        form = self.chosen(*ROW_FORMATS)
        if form in PICTURE_FORMATS:
            from .tables import show_table

            show_table(table, self, form)
        else:
            self.write(_WRITERS[form](table))

    def json(self, value: Any) -> None:
        """Write a value as JSON."""
        self.write(dump_json(value, indent=2) + "\n")


def write_out(data: bytes) -> None:
    """Write to standard output; where its reader has gone (`| head`), end in silence.

    Raises OperationFailed where it cannot be written.
    """
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except OSError as error:
        # What is left in the buffer cannot be written at exit either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if isinstance(error, BrokenPipeError):
            raise SystemExit(0) from None
        raise OperationFailed(f"standard output cannot be written: {error.strerror or error}") from None


class _Whole:
    """A file that is written beside its place and moved there when it is done."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.beside = path.with_name(f".{path.name}.{os.getpid()}.part")
        try:
            self.file = self.beside.open("wb")
        except OSError as error:
            raise OperationFailed(f"{path} cannot be written: {error.strerror or error}") from None

    def write(self, data: bytes) -> None:
        self.file.write(data)

    def done(self) -> None:
        self.file.close()
        self.beside.replace(self.path)

    def drop(self) -> None:
        """Leave nothing behind where it was not done."""
        self.file.close()
        self.beside.unlink(missing_ok=True)


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that it is whole or absent; a device or pipe is written to as it is."""
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(data)
            return
        beside = path.with_name(f".{path.name}.{os.getpid()}.part")
        try:
            beside.write_bytes(data)
            beside.replace(path)
        finally:
            beside.unlink(missing_ok=True)
    except OSError as error:
        raise OperationFailed(f"{path} cannot be written: {error.strerror or error}") from None


def _plain(cell: Any) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, list | tuple):
        return " ".join(_plain(item) for item in cell)
    if isinstance(cell, float):
        return f"{cell:.6g}"
    return str(cell)


def _csv(table: Table) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(table.columns)
    writer.writerows([_unformula(_plain(cell)) for cell in row] for row in table.rows)
    return out.getvalue()


def _unformula(text: str) -> str:
    """A spreadsheet runs a cell that begins with one of these signs; a quote before it keeps it text."""
    return "'" + text if text[:1] in ("=", "+", "@", "\t", "\r") or re.match(r"-(?![\d.]*$)", text) else text


def _tsv(table: Table) -> str:
    lines = ["\t".join(table.columns)]
    lines += ["\t".join(clean(_plain(cell)) for cell in row) for row in table.rows]
    return "\n".join(lines) + "\n"


def _objects(table: Table) -> Iterable[dict[str, Any]]:
    return (dict(zip(table.columns, row, strict=True)) for row in table.rows)


def _json(table: Table) -> str:
    return dump_json(list(_objects(table)), indent=2) + "\n"


def _jsonl(table: Table) -> str:
    return "".join(dump_json(row) + "\n" for row in _objects(table))


def _markdown(table: Table) -> str:
    def line(cells: Iterable[str]) -> str:
        return "| " + " | ".join(re.sub(r"([\\|<>*_`\[\]])", r"\\\1", clean(cell)) for cell in cells) + " |\n"

    rows = (line(_plain(cell) for cell in row) for row in table.rows)
    return line(table.columns.values()) + "|" + " --- |" * len(table.columns) + "\n" + "".join(rows)


_ROW_BY_ROW = ("csv", "tsv", "jsonl")
_CHUNK = 2000  # rows that are written at once

_WRITERS = {"csv": _csv, "tsv": _tsv, "json": _json, "jsonl": _jsonl, "markdown": _markdown}
