"""Tables of memberships: one row a membership, with member, organization, role, start, end, source, quote.

The columns are known by usual names (`state`, `igo`, `joined`, …) or by a mapping that the user gives. Any
separator that a spreadsheet writes is read, UTF-8 with or without its mark.
"""

from __future__ import annotations

import csv
import gzip
import io
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from . import ntriples as nt
from .dates import parse_date
from .errors import AskedWrongly, CannotDo
from .identity import Ids
from .terms import slug

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

_ROLES = {
    "": "full", "full": "full", "member": "full", "full member": "full", "full membership": "full", "1": "full",
    "associate": "associate", "associate member": "associate", "associate membership": "associate", "2": "associate",
    "partner": "associate", "observer": "observer", "observer status": "observer", "3": "observer",
}  # fmt: skip


@dataclass(frozen=True)
class Row:
    """One membership of a table; `number` is its row, the header being row 1."""

    number: int
    member: str
    organization: str
    role: str = "full"
    start: str = ""
    end: str = ""
    source: str = ""
    quote: str = ""


def read_rows(path: Path, mapping: Mapping[str, str] | None = None) -> list[Row]:
    """The memberships of a table.

    Parameters: the file, plain or packed with gzip; `mapping` from columns to fields.

    Raises CannotDo where the file cannot be read or a row is wrong (with row and column), AskedWrongly where a
    column is not there or a field is unknown. All wrong rows are counted, the first is named.
    """
    header, lines = _lines(path)
    columns = _columns(path, header, dict(mapping or {}))
    rows: list[Row] = []
    wrong: list[str] = []
    for number, cells in lines:
        try:
            rows.append(_row(path, number, cells, columns, header))
        except CannotDo as error:
            wrong.append(error.message)
    if wrong:
        more = f" (and {len(wrong) - 1} more rows)" if wrong[1:] else ""
        raise CannotDo(wrong[0] + more)
    if not rows:
        raise CannotDo(f"{path}: the table has no rows")
    return rows


def _lines(path: Path) -> tuple[list[str], list[tuple[int, list[str]]]]:
    try:
        data = path.read_bytes()
        if data[:2] == b"\x1f\x8b":
            data = gzip.decompress(data)
        text = data.decode("utf-8-sig")
    except FileNotFoundError:
        raise CannotDo(f"{path}: no such file") from None
    except IsADirectoryError:
        raise CannotDo(f"{path} is a directory; name a file") from None
    except (EOFError, zlib.error, gzip.BadGzipFile):
        raise CannotDo(f"{path}: the gzip file is damaged or cut short") from None
    except UnicodeDecodeError as error:
        row = error.object[: error.start].count(b"\n") + 1
        raise CannotDo(
            f"{path}: row {row} is not UTF-8; save the table as UTF-8 (CSV UTF-8 in a spreadsheet)"
        ) from None
    except OSError as error:
        raise CannotDo(f"{path}: {error.strerror or error}") from None
    first = text.partition("\n")[0]
    separator = max(",;\t|", key=first.count)
    try:
        table = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True))
    except csv.Error as error:
        raise CannotDo(f"{path}: not a CSV table: {error}") from None
    if not table or not any(cell.strip() for cell in table[0]):
        raise CannotDo(f"{path}: row 1 has no names of columns; it needs at least member and organization")
    return table[0], [(n, row) for n, row in enumerate(table[1:], 2) if any(cell.strip() for cell in row)]


def _columns(path: Path, header: list[str], mapping: dict[str, str]) -> dict[str, int]:
    """Which column holds which field."""
    known = {
        " ".join(name.casefold().replace("_", " ").replace("-", " ").split()): at for at, name in enumerate(header)
    }
    exact = {name.strip(): at for at, name in enumerate(header)}
    columns: dict[str, int] = {}
    for column, field in mapping.items():
        if field not in FIELDS:
            raise AskedWrongly(f"no field is called {field!r}; --map takes COLUMN=FIELD with {', '.join(FIELDS)}")
        if column not in exact:
            raise AskedWrongly(f"{path} has no column {column!r}; its columns are: {', '.join(exact)}")
        columns[field] = exact[column]
    for field, names in FIELDS.items():
        at = next((known[name] for name in names if name in known and known[name] not in columns.values()), None)
        if field not in columns and at is not None:
            columns[field] = at
    for field in ("member", "organization"):
        if field not in columns:
            shown = ", ".join(name for name in header if name.strip())[:200]
            raise AskedWrongly(
                f"{path} has no column for the {field}; its columns are: {shown}; say which: --map COLUMN={field}"
            )
    return columns


def _row(path: Path, number: int, cells: list[str], columns: dict[str, int], header: list[str]) -> Row:
    if len(cells) > len(header):
        raise CannotDo(f"{path}: row {number} has {len(cells)} cells, the header has {len(header)}")

    def cell(field: str) -> str:
        at = columns.get(field)
        return " ".join(cells[at].split()) if at is not None and at < len(cells) else ""

    def wrong(field: str, what: str) -> CannotDo:
        return CannotDo(f"{path}: row {number}, column {header[columns[field]]}: {what}")

    for field in ("member", "organization"):
        if not cell(field):
            raise wrong(field, f"no {field} is named")
    role = _ROLES.get(cell("role").casefold())
    if role is None:
        raise wrong("role", f"{cell('role')!r} is no role; roles are full, associate, observer")
    dates = {}
    for field in ("start", "end"):
        text = cell(field).removesuffix(".0")
        try:
            dates[field] = parse_date(text) if text else ""
        except AskedWrongly as error:
            raise wrong(field, error.message) from None
    if dates["start"] and dates["end"] and dates["start"] > dates["end"] + "~":
        raise wrong("end", f"the membership ends ({dates['end']}) before it begins ({dates['start']})")
    return Row(
        number, cell("member"), cell("organization"), role, dates["start"], dates["end"], cell("source"), cell("quote")
    )


def table_triples(rows: Iterable[Row], label: str, as_of: str) -> Iterator[str]:
    """The memberships in the graph model, as N-Triples; a row that says the same as another adds nothing.

    Parameters: the rows; what the dataset is called; its own date.
    """
    ids = Ids()
    dataset = slug(label) or "table"
    named: dict[str, str] = {}
    seen: set[Row] = set()
    yield nt.line(
        nt.entity(f"dataset-{dataset}"),
        [("rdf:type", nt.names("schema:Dataset")), ("skos:prefLabel", nt.text(label)), ("blocs:asOf", nt.date(as_of))],
    )
    for row in rows:
        key = Row(0, row.member, row.organization, row.role, row.start, row.end, row.source, row.quote)
        if key in seen:
            continue
        seen.add(key)
        state, body = ids.give(row.member, "state"), ids.give(row.organization, "body")
        yield from _declared(named, state, row.member, "schema:Country")
        yield from _declared(named, body, row.organization, "org:Organization")
        yield _membership(row, state, body, dataset, as_of)


def _declared(named: dict[str, str], id_: str, name: str, kind: str) -> Iterator[str]:
    if id_ not in named:
        named[id_] = name
        yield nt.line(nt.entity(id_), [("rdf:type", nt.names(kind)), ("skos:prefLabel", nt.text(name))])


def _membership(row: Row, state: str, body: str, dataset: str, as_of: str) -> str:
    fact = nt.fact(f"{dataset}_{row.number}")
    pairs = [
        ("rdf:type", nt.names("org:Membership")), ("org:member", nt.entity(state)),
        ("org:organization", nt.entity(body)), ("blocs:basis", nt.names("blocs:stated")),
        ("dcterms:source", nt.entity(f"dataset-{dataset}")),
    ]  # fmt: skip
    if row.role != "full":
        pairs.append(("org:role", nt.ROLES_IRI[row.role]))
    pairs += [("schema:startDate", nt.date(row.start))] if row.start else []
    pairs += [("schema:endDate", nt.date(row.end))] if row.end else []
    lines = ""
    if row.quote or row.source:
        quote = nt.fact(f"{dataset}_{row.number}_quote")
        pairs.append(("blocs:evidence", quote))
        said = [("rdf:type", nt.names("oa:TextQuoteSelector")), ("oa:exact", nt.text(row.quote))]
        if row.source:
            origin = nt.entity(f"source-{slug(row.source) or row.number}")
            said.append(("dcterms:source", origin))
            lines += nt.line(
                origin, [("rdf:type", nt.names("schema:Article")), ("skos:prefLabel", nt.text(row.source))]
            )
        lines += nt.line(quote, said)
    lines += nt.line(fact, pairs)
    holds = (not row.start or row.start <= as_of + "~") and (not row.end or row.end + "~" >= as_of)
    if row.role == "full" and holds:
        lines += nt.line(nt.entity(state), [("org:memberOf", nt.entity(body))])
    return lines
