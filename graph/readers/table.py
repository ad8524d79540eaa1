"""Tables of memberships: one row a membership, with member, organization, role, start, end, source, quote.

The columns are known by usual names (`state`, `igo`, `joined`, …) or by a mapping that the user gives. Any
separator that a spreadsheet writes is read, UTF-8 with or without its mark. A cell of NA (as R has it), of a dot or
of nothing gives nothing.
"""

from __future__ import annotations

import csv
import gzip
import hashlib
import io
import itertools
import re
import sys
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO, cast

from ..errors import InvalidRequest, OperationFailed
from ..files import reading
from ..model.dates import parse_date
from ..model.name_forms import slug
from ..model.roles import FULL, ROLE_IRIS, ROLES, role_named
from ..rdf import ntriples as nt
from .ids import Ids

__all__ = ["FIELDS", "Row", "read_rows", "table_triples"]

FIELDS: dict[str, tuple[str, ...]] = {
    "member": (
        "member", "state", "country", "nation", "member state", "party", "statenme", "statename", "country name",
        "name",
    ),
    "organization": (
        "organization", "organisation", "body", "igo", "ioname", "alliance", "org", "bloc", "treaty", "pact",
    ),
    "role": ("role", "membership", "status", "type", "membership type", "member type"),
    "start": (
        "start", "from", "joined", "since", "start date", "startdate", "begin", "accession", "entry", "start year",
        "year joined", "date",
    ),
    "end": ("end", "to", "until", "left", "end date", "enddate", "exit", "withdrawal", "end year", "year left"),
    "source": ("source", "reference", "ref", "url", "citation"),
    "quote": ("quote", "quotation", "sentence", "text", "evidence", "excerpt"),
}  # fmt: skip
"""The fields of a membership and the usual names of their columns."""

_LONGEST_LINE = 1 << 24


@dataclass(frozen=True)
class Row:
    """One membership of a table; `number` is its row, the header being row 1."""

    number: int
    member: str
    organization: str
    role: str = FULL
    start: str = ""
    end: str = ""
    source: str = ""
    quote: str = ""


def read_rows(
    path: Path,
    mapping: Mapping[str, str] | None = None,
    progress: Callable[[int, int], object] = max,
    wrong: list[str] | None = None,
) -> Iterator[Row]:
    """The memberships of a table, one at a time, however long it is.

    Parameters: the file, plain or packed with gzip, or "-" for standard input; `mapping` from columns to fields;
    `progress`, which is told how many bytes of how many are read; `wrong`, a list to which the message of each wrong
    row is added.

    Raises OperationFailed if the file cannot be read, or, without `wrong`, at the table's end, if rows are wrong: the
    first of them is named by row and column, the others by row. Raises InvalidRequest where a column is not there or a
    field is unknown.
    """
    mistakes: list[int] = []
    first, found = "", 0
    with _opened(path) as (file, size):
        content = _content(path, file)
        with closing(_records(path, content, _separator(content))) as records:
            header = next(records, (1, []))[1]
            if not any(cell.strip() for cell in header):
                raise OperationFailed(
                    f"{path}: row 1 has no names of columns; it needs at least member and organization"
                )
            _check_utf8(path, 1, header, header)
            columns = _columns(path, header, dict(mapping or {}))
            for number, cells in records:
                if number % 5000 == 0:
                    progress(file.tell() if size else 0, size)
                if not any(cell.strip() for cell in cells):
                    continue
                found += 1
                try:
                    _check_utf8(path, number, cells, header)
                    row = _row(path, number, cells, columns, header)
                except OperationFailed as error:
                    if wrong is not None:
                        wrong.append(error.message)
                    else:
                        first = first or error.message
                        mistakes.append(number)
                    continue
                if not mistakes:
                    yield row
    if mistakes:
        raise OperationFailed(first + _more_rows(mistakes[1:]))
    if not found:
        raise OperationFailed(f"{path}: the table has no rows")


def _more_rows(numbers: Sequence[int]) -> str:
    """The other rows that are wrong, the first of them by number."""
    if not numbers:
        return ""
    some = ", ".join(map(str, numbers[:8]))
    more = f" and {len(numbers) - 8:,} more" if len(numbers) > 8 else ""
    return f" (also wrong: row{'s' * (len(numbers) > 1)} {some}{more})"


@contextmanager
def _opened(path: Path) -> Iterator[tuple[BinaryIO, int]]:
    """The file, or standard input ("-"), and its size, 0 where that is not known; failures in the user's words."""
    with reading(path):
        if str(path) == "-":
            yield sys.stdin.buffer, 0
            return
        with path.open("rb", buffering=_AHEAD) as file:
            yield file, path.stat().st_size


def _content(path: Path, file: BinaryIO) -> io.BufferedReader | gzip.GzipFile:
    """What a file holds, unpacked, without a step back: it may be a pipe."""
    content = file if isinstance(file, io.BufferedReader) else io.BufferedReader(cast(io.RawIOBase, file), _AHEAD)
    start = content.peek(4)[:4]
    if start in (b"PK\x03\x04", b"\xd0\xcf\x11\xe0"):
        raise OperationFailed(f"{path} is a spreadsheet or an archive; save the sheet as CSV (UTF-8) and import that")
    if start[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise OperationFailed(f"{path} is UTF-16; save the table as UTF-8 (CSV UTF-8 in a spreadsheet)")
    return gzip.GzipFile(fileobj=content) if start[:2] == b"\x1f\x8b" else content


def _separator(content: io.BufferedReader | gzip.GzipFile) -> str:
    """What separates the cells of a table, by its first line."""
    first = content.peek(_AHEAD).partition(b"\n")[0].decode("utf-8", "replace")
    return max(",;\t|", key=first.count)


def _records(
    path: Path, content: io.BufferedReader | gzip.GzipFile, separator: str
) -> Generator[tuple[int, list[str]], None, None]:
    """The rows of a table with their numbers, the header being row 1; what is not UTF-8 stays to be found."""
    number = 0
    text = io.TextIOWrapper(cast(BinaryIO, content), encoding="utf-8-sig", errors="surrogateescape", newline="")
    try:
        for number, cells in enumerate(csv.reader(_lines(path, text), delimiter=separator, strict=True), 1):
            yield number, cells
    except csv.Error as error:
        raise OperationFailed(f"{path}: row {number + 1}: {_csv_error(str(error))}") from None
    finally:
        text.detach()  # who opened the file closes it


def _lines(path: Path, text: io.TextIOWrapper) -> Iterator[str]:
    """The lines of a table; one without end, as a small file may unpack to, is refused before it fills the memory."""
    for number in itertools.count(1):
        line = text.readline(_LONGEST_LINE)
        if not line:
            return
        if len(line) == _LONGEST_LINE and not line.endswith(("\n", "\r")):
            raise OperationFailed(f"{path}: line {number}: longer than {_LONGEST_LINE:,} characters; this is no table")
        yield line


def _csv_error(message: str) -> str:
    if "field limit" in message:
        return f"a cell is longer than {csv.field_size_limit():,} characters; is a quote opened and not closed?"
    if "unexpected end" in message:
        return "a quote is opened and not closed before the table ends"
    return f"not a CSV table: {message}"


def _check_utf8(path: Path, number: int, cells: list[str], header: list[str]) -> None:
    for at, cell in enumerate(cells):
        if not cell.isascii() and _UNDECODED.search(cell):
            name = header[at] if number > 1 and at < len(header) else at + 1
            raise OperationFailed(
                f"{path}: row {number}, column {name} is not UTF-8; save the table as UTF-8"
                " (CSV UTF-8 in a spreadsheet)"
            )


_AHEAD = 1 << 16  # bytes that are looked at before a table is read
_UNDECODED = re.compile("[\ud800-\udfff]")


def _columns(path: Path, header: list[str], mapping: dict[str, str]) -> dict[str, int]:
    """Which column holds which field."""
    exact: dict[str, list[int]] = {}
    usual: dict[str, list[int]] = {}
    for at, name in enumerate(header):
        exact.setdefault(name.strip(), []).append(at)
        usual.setdefault(" ".join(name.casefold().replace("_", " ").replace("-", " ").split()), []).append(at)

    def only(name: str, places: list[int]) -> int:
        if len(places) > 1:
            raise InvalidRequest(f"{path} has {len(places)} columns called {name!r}; rename all but one")
        return places[0]

    columns: dict[str, int] = {}
    for column, field in mapping.items():
        if field not in FIELDS:
            raise InvalidRequest(f"unknown field {field!r}; --map takes COLUMN=FIELD with {', '.join(FIELDS)}")
        if column not in exact:
            raise InvalidRequest(f"{path} has no column {column!r}; its columns are: {', '.join(exact)}")
        columns[field] = only(column, exact[column])
    for field, names in FIELDS.items():
        fits = [name for name in names if name in usual and usual[name][0] not in columns.values()]
        if field not in columns and fits:
            columns[field] = only(fits[0], usual[fits[0]])
    for field in ("member", "organization"):
        if field not in columns:
            shown = ", ".join(name for name in header if name.strip())[:200]
            way_out = f"say which: blocs import csv --map COLUMN={field}"
            if {"ccode", "year"} <= usual.keys():
                way_out = "a Correlates of War table is read by: blocs import cow-igo"
            raise InvalidRequest(f"{path} has no column for the {field}; its columns are: {shown}; {way_out}")
    return columns


_NO_VALUE = frozenset(("na", "n/a", "nan", "null", "."))
_NO_DATE = _NO_VALUE | {"none", "-", "-9"}
_MIDNIGHT = re.compile(r"[T ]00:00(:00(\.0+)?)?Z?$")


@lru_cache(4096)  # a table has few dates, each many times
def _date(text: str) -> str:
    """The date of a cell as spreadsheets and statistics programs write it: 1999.0 and 1999-01-31 00:00:00 too."""
    if not text or text.casefold() in _NO_DATE:
        return ""
    return parse_date(_MIDNIGHT.sub("", text.removesuffix(".0")))


def _row(path: Path, number: int, cells: list[str], columns: dict[str, int], header: list[str]) -> Row:
    if len(cells) > len(header):
        raise OperationFailed(f"{path}: row {number} has {len(cells)} cells, the header has {len(header)}")

    def cell(field: str) -> str:
        at = columns.get(field)
        return " ".join(cells[at].split()) if at is not None and at < len(cells) else ""

    def optional(field: str) -> str:
        text = cell(field)
        return "" if len(text) < 5 and text.casefold() in _NO_VALUE else text

    def wrong(field: str, what: str) -> OperationFailed:
        return OperationFailed(f"{path}: row {number}, column {header[columns[field]]}: {what}")

    for field in ("member", "organization"):
        if not cell(field):
            raise wrong(field, f"no {field} is named")
    role = role_named(optional("role"))
    if role is None:
        raise wrong("role", f"unknown role {cell('role')!r}; roles are {', '.join(ROLES)}")
    dates = {}
    for field in ("start", "end"):
        try:
            dates[field] = _date(cell(field))
        except InvalidRequest as error:
            raise wrong(field, error.message) from None
    if dates["start"] and dates["end"] and dates["start"] > dates["end"] + "~":
        raise wrong("end", f"the membership ends ({dates['end']}) before it begins ({dates['start']})")
    return Row(
        number,
        cell("member"),
        cell("organization"),
        role,
        dates["start"],
        dates["end"],
        optional("source"),
        optional("quote"),
    )


def table_triples(rows: Iterable[Row], label: str, as_of: str, dataset: str = "") -> Iterator[str]:
    """The memberships in the graph model, as N-Triples; a row that says the same as another adds nothing.

    Parameters
    ----------
    rows : iterable of Row
        The rows.
    label : str
        What the dataset is called.
    as_of : str
        Its own date.
    dataset : str
        What its id and those of its facts are made of; by default the label.
    """
    ids = Ids()
    dataset = dataset or slug(label) or "table"
    known: dict[tuple[str, str], str] = {}
    declared: set[tuple[str, str]] = set()
    yield nt.line(
        nt.entity(f"dataset-{dataset}"),
        [("rdf:type", nt.names("schema:Dataset")), ("skos:prefLabel", nt.text(label)), ("blocs:asOf", nt.date(as_of))],
    )
    for row in rows:
        terms = []
        for name, kind, type_ in ((row.member, "state", "schema:Country"), (row.organization, "body", _BODY)):
            id_ = known.get((name, kind))
            if id_ is None:
                id_ = known[name, kind] = ids.give(name, kind)
                if (id_, kind) not in declared:
                    declared.add((id_, kind))
                    pairs = [("rdf:type", nt.names(type_)), ("skos:prefLabel", nt.text(name))]
                    yield nt.line(nt.entity(id_), pairs)
            terms.append(id_)
        yield _membership(row, terms[0], terms[1], dataset, as_of)


_BODY = "org:Organization"
_TYPE, _MEMBERSHIP = nt.names("rdf:type"), nt.names("org:Membership")
_MEMBER, _ORGANIZATION, _MEMBER_OF = (nt.names(f"org:{name}") for name in ("member", "organization", "memberOf"))
_BASIS = f"{nt.names('blocs:basis')} {nt.names('blocs:stated')}"
_SOURCE, _ROLE, _EVIDENCE = nt.names("dcterms:source"), nt.names("org:role"), nt.names("blocs:evidence")
_START, _END = nt.names("schema:startDate"), nt.names("schema:endDate")


def _membership(row: Row, state: str, body: str, dataset: str, as_of: str) -> str:
    """One membership; its id is made of what it says, so that saying it twice is saying it once."""
    said = "_".join([dataset, state, body, row.role if row.role != FULL else "", row.start, row.end]).rstrip("_")
    fact, member, organization = nt.fact(said), nt.entity(state), nt.entity(body)
    # Most of a table's lines are made here; hence the plain text.
    lines = (
        f"{fact} {_TYPE} {_MEMBERSHIP} .\n{fact} {_MEMBER} {member} .\n{fact} {_ORGANIZATION} {organization} .\n"
        f"{fact} {_BASIS} .\n{fact} {_SOURCE} {nt.entity('dataset-' + dataset)} .\n"
    )
    if row.role != FULL:
        lines += f"{fact} {_ROLE} {nt.iri(ROLE_IRIS[row.role])} .\n"
    if row.start:
        lines += f"{fact} {_START} {nt.date(row.start)} .\n"
    if row.end:
        lines += f"{fact} {_END} {nt.date(row.end)} .\n"
    if row.quote or row.source:
        lines += _grounds(row, said, fact, dataset)
    holds = (not row.start or row.start <= as_of + "~") and (not row.end or row.end + "~" >= as_of)
    return lines + f"{member} {_MEMBER_OF} {organization} .\n" if row.role == FULL and holds else lines


def _grounds(row: Row, said: str, fact: str, dataset: str) -> str:
    """Where a row says it is from: a quote, or without one a source."""
    lines, bearer = "", fact
    if row.quote:
        digest = hashlib.sha256(f"{row.quote}\n{row.source}".encode()).hexdigest()[:8]
        bearer = nt.fact(f"{said}_quote_{digest}")
        lines += f"{fact} {_EVIDENCE} {bearer} .\n"
        lines += nt.line(bearer, [("rdf:type", nt.names("oa:TextQuoteSelector")), ("oa:exact", nt.text(row.quote))])
    if row.quote and not row.source:
        lines += f"{bearer} {_SOURCE} {nt.entity('dataset-' + dataset)} .\n"
    if row.source:
        name = slug(row.source)[:60] or "source"
        origin = nt.entity(f"source-{name}-{hashlib.sha256(row.source.encode()).hexdigest()[:6]}")
        lines += f"{bearer} {_SOURCE} {origin} .\n"
        lines += nt.line(origin, [("rdf:type", nt.names("schema:Article")), ("skos:prefLabel", nt.text(row.source))])
    return lines
