"""The formats that files of a user may have: one entry each, with its endings and what reads it.

A format that is RDF is read by the engine; any other one is turned into the graph model, as N-Triples. To add one is to
add an entry to `FORMATS`.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from pyoxigraph import RdfFormat

from ..errors import InvalidRequest, OperationFailed
from ..files import reading, standard_input
from ..frozen import frozen
from ..packing import plain_name, start_unpacked
from .files.beginnings import is_json_ld, is_n_quads, is_n_triples, is_rdf_xml, is_trig, is_turtle
from .files.file_kinds import kind_of
from .files.json_texts import json_start
from .files.wide_texts import start_in_utf_8

if TYPE_CHECKING:
    from .report import Report
    from .table_options import TableOptions

__all__ = ["FORMATS", "Converted", "Converter", "Format", "endings", "format_of", "name_in_zip", "said_of_ending"]

_AHEAD = 4096  # bytes by which a format is recognized
_JSON_AHEAD = 1 << 16  # of JSON, whose lists may be long
_FAR_AHEAD = 1 << 21  # of web pages, which begin with much else


class Converted(Protocol):
    """A file that is not RDF, in the graph model."""

    report: Report

    def triples(
        self, progress: Callable[[int, int], object] = max, wrong: Callable[[int, str], None] | None = None
    ) -> Iterator[str]:
        """Lines of N-Triples; the places that cannot be read are told to `wrong` rather than raised, if it is given.

        When all lines have come, `report` says what was read of the file and what was not.
        """
        ...


Converter = Callable[[Path, "TableOptions | None", str], Converted]


def _nothing(start: bytes) -> bool:
    return False


@frozen
class Format:
    """A format of files.

    Parameters
    ----------
    name : str
        What it is called in messages.
    endings : tuple of str
        The endings of its files, each with its dot.
    rdf : RdfFormat, optional
        What the engine reads it as, if it is RDF.
    convert : callable, optional
        What turns a file into lines of N-Triples, if it is not RDF, by what the user says of it and what it is called.
    kind : str
        The kind of `blocs import` that takes it.
    can_read : callable
        Whether a file is of this format, by its first bytes, unpacked. It decides if several formats share an ending,
        and if a file's ending is unknown.
    way_out : str
        What to do with a file that nothing here reads.
    """

    name: str
    endings: tuple[str, ...]
    rdf: RdfFormat | None = None
    convert: Converter | None = None
    kind: str = "rdf"
    can_read: Callable[[bytes], bool] = _nothing
    way_out: str = ""


def _table(path: Path, options: TableOptions | None = None, label: str = "") -> Converted:
    from .table import TableFile

    return TableFile(path, options, kind="", label=label)


def _plain_table(start: bytes) -> bool:
    """Whether a file of an unknown ending is a table as text: two of its columns have usual names."""
    if b"\0" in start and not start.startswith((b"\xff\xfe", b"\xfe\xff")):
        return False
    if re.match(rb"(\xef\xbb\xbf)?\s*[<{\[@]", start):
        return False
    from .tables.text_rows import has_known_columns

    return has_known_columns(start)


def _has_cells(start: bytes) -> bool:
    """Whether the first lines of a text have the same number of cells, and more than one."""
    lines = [line for line in start.splitlines()[:-1] if line.strip()][:20]
    counts = (Counter(line.count(sign) for line in lines) for sign in (b"\t", b",", b";", b"|"))
    return b"\0" not in start and len(lines) > 1 and any(len(each) == 1 and max(each) for each in counts)


def _of(kind: str) -> Callable[[bytes], bool]:
    """A test for the files that are told apart by `file_kinds`."""

    def can_read(start: bytes) -> bool:
        from .files.file_kinds import kind_of

        return kind_of(start) == kind

    return can_read


def _follows_the_money(start: bytes) -> bool:
    """Whether JSON is FollowTheMoney."""
    from .vocabularies.json.follow_the_money import begins_so

    return begins_so(start)


def _of_wikidata(start: bytes) -> bool:
    """Whether JSON is Wikidata's own."""
    from .vocabularies.json.wikidata_json import begins_so

    return begins_so(start)


def _oparl(start: bytes) -> bool:
    """Whether JSON is OParl."""
    from .vocabularies.json.oparl import begins_so

    return begins_so(start)


def _popolo_lines(start: bytes) -> bool:
    """Whether lines of JSON are Popolo."""
    from .files.popolo_lines import begins_so

    return begins_so(start)


def _json_records(start: bytes) -> bool:
    """Whether JSON is a list of records or the results of a SPARQL query, and neither RDF nor Popolo."""
    from .vocabularies.json import popolo

    if is_json_ld(start) or popolo.begins_so(start):
        return False
    if _of_wikidata(start) or _follows_the_money(start) or _oparl(start):
        return False
    if re.fullmatch(rb"\s*\{[^{}\[\]]*\}\s*", start):
        from .planning.keys import count_known

        fields = re.findall(rb'"([^"\\]*)"\s*:', start)
        return count_known([field.decode("utf-8", "replace") for field in fields]) > 0
    return re.match(rb'\s*\[\s*\{|\s*\{\s*"[^"]*"\s*:|\s*\{.*\[', start, re.DOTALL) is not None


def _a_page(start: bytes) -> bool:
    """Whether a file is a web page."""
    from .files.web_tables import is_web_page

    return is_web_page(start)


def _graph_in_page(start: bytes) -> bool:
    """Whether a web page says in JSON-LD, microdata or RDFa who is a member of what."""
    from .vocabularies.json.marked_pages import has_marks

    if not _a_page(start):
        return False
    scripts = re.findall(rb"ld\+json[^>]*>(.*?)(?:</script|$)", start, re.IGNORECASE | re.DOTALL)
    return any(b"member" in script.lower() for script in scripts) or has_marks(start)


def _table_in_page(start: bytes) -> bool:
    """Whether a web page has a table in it, and no graph."""
    return _a_page(start) and b"<table" in start.lower() and not _graph_in_page(start)


def _network(start: bytes) -> bool:
    """Whether a file is a network of one of the forms that are read."""
    from .networks.network_files import network_form

    return network_form(start) != ""


def _xml_results(start: bytes) -> bool:
    """Whether XML is the results of a SPARQL query."""
    return b"sparql-results#" in start


def _xml_records(start: bytes) -> bool:
    """Whether XML is of no vocabulary that is known: a register, an export."""
    from .tables.xml_records import is_xml_of_records

    return is_xml_of_records(start)


_FROM_R = "save the table as CSV: write.csv(x, 'table.csv', row.names = FALSE)"
_IN_ANY_FILE = ("Turtle", "N-Triples", "N-Quads", "TriG", "RDF/XML", "JSON-LD")
"""The formats of RDF that are known by how a file begins, whatever its name ends in."""
_WIDER: dict[RdfFormat | None, tuple[RdfFormat, ...]] = {
    RdfFormat.TURTLE: (RdfFormat.TRIG,),
    RdfFormat.N_TRIPLES: (RdfFormat.TURTLE, RdfFormat.N_QUADS, RdfFormat.TRIG),
}
"""The formats of RDF that have all that another has."""
_MAY_BE_RDF = (".ttl", ".nt", ".nq", ".trig", ".rdf", ".owl", ".xml", ".jsonld", ".json", ".txt", ".csv", ".tsv")
"""The endings of files that may be RDF of another format."""
_PAGES = (".html", ".htm", ".xhtml")
_MAY_BE_JSON = ("", ".json", ".jsonl", ".ndjson", ".srj", ".ijson")

FORMATS: tuple[Format, ...] = (
    Format("Turtle", (".ttl",), RdfFormat.TURTLE, can_read=is_turtle),
    Format("N-Triples", (".nt",), RdfFormat.N_TRIPLES, can_read=is_n_triples),
    Format("N-Quads", (".nq",), RdfFormat.N_QUADS, can_read=is_n_quads),
    Format("TriG", (".trig",), RdfFormat.TRIG, can_read=is_trig),
    Format("N3", (".n3",), RdfFormat.N3),
    Format("RDF/XML", (".rdf", ".xml", ".owl"), RdfFormat.RDF_XML, can_read=is_rdf_xml),
    Format(
        "a web page",
        _PAGES,
        RdfFormat.JSON_LD,
        can_read=_graph_in_page,
    ),
    Format("a table in a web page", _PAGES, convert=_table, kind="csv", can_read=_table_in_page),
    Format("JSON-LD", (".jsonld", ".json"), RdfFormat.JSON_LD, can_read=is_json_ld),
    Format(
        "a table",
        (".csv", ".tsv", ".tab", ".psv", ".txt", ".md", ".wiki", ".toml", ".yaml", ".yml"),
        convert=_table,
        kind="csv",
        can_read=_plain_table,
    ),
    Format("query results", (".srx", ".xml"), convert=_table, kind="csv", can_read=_xml_results),
    Format("records in XML", (".xml",), convert=_table, kind="csv", can_read=_xml_records),
    Format(
        "records in JSON", (".json", ".jsonl", ".ndjson", ".srj"), convert=_table, kind="csv", can_read=_json_records
    ),
    Format("JSON-LD in lines", (".jsonl", ".ndjson"), RdfFormat.JSON_LD, can_read=is_json_ld),
    Format("Popolo in lines", (".jsonl", ".ndjson"), RdfFormat.JSON_LD, can_read=_popolo_lines),
    Format("FollowTheMoney", (".json", ".jsonl", ".ndjson", ".ijson"), RdfFormat.JSON_LD, can_read=_follows_the_money),
    Format("OParl", (".json", ".jsonl", ".ndjson"), RdfFormat.JSON_LD, can_read=_oparl),
    Format("Wikidata's own JSON", (".json", ".jsonl", ".ndjson"), RdfFormat.JSON_LD, can_read=_of_wikidata),
    Format(
        "a spreadsheet",
        (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods"),
        convert=_table,
        kind="csv",
        can_read=_of("workbook"),
    ),
    Format("a Stata file", (".dta",), convert=_table, kind="csv", can_read=_of("stata")),
    Format("an SPSS file", (".sav", ".zsav"), convert=_table, kind="csv", can_read=_of("spss")),
    Format("a SAS file", (".sas7bdat",), convert=_table, kind="csv", can_read=_of("sas")),
    Format("a SAS transport file", (".xpt",), convert=_table, kind="csv", can_read=_of("transport")),
    Format("a portable SPSS file", (".por",), convert=_table, kind="csv", can_read=_of("portable")),
    Format("a Parquet file", (".parquet", ".pq"), convert=_table, kind="csv", can_read=_of("parquet")),
    Format("an Arrow file", (".feather", ".arrow"), convert=_table, kind="csv", can_read=_of("arrow")),
    Format(
        "a database (SQLite)",
        (".sqlite", ".sqlite3", ".db", ".gpkg"),
        convert=_table,
        kind="csv",
        can_read=_of("database"),
    ),
    Format("a zip file", (".zip",), convert=_table, kind="csv", can_read=_of("zip")),
    Format("a network", (".graphml", ".gexf", ".gml", ".net", ".paj"), convert=_table, kind="csv", can_read=_network),
    Format("a file of R", (".rds", ".rda", ".rdata"), kind="csv", can_read=_of("r"), way_out=_FROM_R),
)
"""Every format, readable or not. Of two with one ending the first is taken, unless the other recognizes the file."""


def endings(*, kind: str = "") -> list[str]:
    """The endings of all files that can be read, or of those that one kind of import takes."""
    readable = (one for one in FORMATS if not one.way_out and kind in ("", one.kind))
    return list(dict.fromkeys(ending for one in readable for ending in one.endings))


def format_of(path: Path) -> Format:
    """The format of a file: by its ending, and by its content where that does not decide.

    Parameters
    ----------
    path : Path
        The file, plain or packed; "-" for standard input, before anything of it is read.

    Returns
    -------
    Format
        One that can be read.

    Raises
    ------
    InvalidRequest
        If it is of no format that can be read; the message says what to do.
    OperationFailed
        If there is no such file, or it cannot be opened.

    >>> format_of(Path("mine.TTL.gz")).name
    'Turtle'
    """
    if str(path) == os.devnull:
        return FORMATS[0]  # the empty graph
    ending = Path(plain_name(path)).suffix.lower()
    found = [one for one in FORMATS if ending in one.endings]
    start = b""
    if len(found) != 1:
        start = _start(path, _FAR_AHEAD if ending in _PAGES else _JSON_AHEAD if ending in _MAY_BE_JSON else _AHEAD)
        start = json_start(start) if ending in _MAY_BE_JSON else start
        found = [one for one in found or FORMATS if one.can_read(start)] or found
    if ending in _MAY_BE_RDF:
        found = _by_content(found, start or _start_if_whole(path)) or found
    if not found and start.lstrip()[:1] in (b"{", b"["):
        found = [one for one in FORMATS if ".json" in one.endings]
    if not found and str(path) == "-":
        raise InvalidRequest("standard input is in no format that is known by its beginning; read it from a file")
    if not found and _is_pipe(path):
        raise InvalidRequest(f"{path} is a pipe, and its format is known by nothing; read it as: --data -", file=path)
    if not found:
        from .files.other_texts import refuse_other_texts

        refuse_other_texts(str(path), start)
        known = " ".join(endings())
        table = f"; a table as text is read by: blocs import csv {path}" if _has_cells(start) else ""
        raise InvalidRequest(f"{path}: no format ends in {ending!r}; known endings: {known}{table}", file=path)
    if ".zip" in found[0].endings and (inside := _graph_in_zip(path)):
        return inside
    if found[0].way_out:
        raise InvalidRequest(f"{path} is {found[0].name}; {found[0].way_out}", file=path)
    return found[0]


def _by_content(found: list[Format], start: bytes) -> list[Format]:
    """The formats of RDF that a file is of by its first bytes; none if it is of one that its ending stands for."""
    if any(one.can_read(start) for one in found if one.rdf is not None):
        return []
    fit = [one for one in FORMATS if one.name in _IN_ANY_FILE and one.can_read(start)]
    return [] if any(one.rdf in _WIDER.get(other.rdf, ()) for one in found for other in fit) else fit


def said_of_ending(path: Path, form: Format) -> str:
    """What to say of a file that is not what its ending stands for; "" if it is.

    Parameters
    ----------
    path : Path
        The file.
    form : Format
        Its format, by its content.

    Returns
    -------
    str

    >>> said_of_ending(Path("club.owl"), next(one for one in FORMATS if one.name == "Turtle"))
    'its ending .owl stands for RDF/XML, but it is Turtle by its content, and was read as that; rename it to club.ttl'
    """
    ending = Path(plain_name(path)).suffix.lower()
    meant = next((one.name for one in FORMATS if ending in one.endings), "")
    if form.rdf is None or not meant or ending in (*form.endings, ".txt"):  # which says nothing
        return ""
    plain = plain_name(path)
    name = plain[: -len(ending)] + form.endings[0] + path.name[len(plain) :]
    return (
        f"its ending {ending} stands for {meant}, but it is {form.name} by its content, and was read as that; rename"
        f" it to {name}"
    )


def _graph_in_zip(path: Path) -> Format | None:
    """The format of the one file of RDF that a zip file has in it; None if it has something else."""
    name = name_in_zip(path)
    if not name:
        return None
    import zipfile

    with zipfile.ZipFile(path) as archive, archive.open(name) as file:
        return _rdf_of(name, file.read(1 << 14))


def name_in_zip(path: Path) -> str:
    """The name of the one file of RDF that a zip file has in it; "" if it has something else."""
    from .files.zip_files import graph_in_zip

    return graph_in_zip(path, lambda name, start: _rdf_of(name, start) is not None)


def _rdf_of(name: str, start: bytes) -> Format | None:
    """The format of a file of RDF, by its name, or where that does not decide its first bytes; None of any other."""
    found = [one for one in FORMATS if Path(name).suffix.lower() in one.endings]
    if len(found) > 1:
        found = [one for one in found if one.can_read(start)] or found
    return found[0] if found and found[0].rdf is not None else None


def _start(path: Path, size: int) -> bytes:
    """The first bytes of a file, unpacked; none of a pipe, which has no way back, unless it is standard input."""
    if str(path) == "-":
        start = start_unpacked("-", standard_input().peek(size)[:size], size)
    elif _is_pipe(path):
        return b""
    else:
        with reading(path), path.open("rb") as file:
            start = start_unpacked(str(path), file.read(size), size)
    return start if kind_of(start[:64]) else start_in_utf_8(start)


def _start_if_whole(path: Path) -> bytes:
    """The first bytes of a file; none of one that cannot be opened or unpacked, which shows when it is read."""
    try:
        return _start(path, _AHEAD)
    except OperationFailed:
        return b""


def _is_pipe(path: Path) -> bool:
    """Whether a path is a pipe or a device."""
    return path.exists() and not path.is_file() and not path.is_dir()
