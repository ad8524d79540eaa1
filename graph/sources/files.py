"""Reading RDF files and tables of memberships into a graph in memory, with errors that say file, line and column."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, nullcontext
from io import BufferedReader, BytesIO
from pathlib import Path
from shlex import quote
from typing import IO, TYPE_CHECKING, cast

from pyoxigraph import NamedNode, Quad, RdfFormat, Store, parse

from ..errors import BlocsError, InvalidRequest, OperationFailed
from ..files import reading, standard_input
from ..frozen import frozen
from ..late import late_pattern
from ..packing import is_packed, unpacking
from ..rdf.source import LocalSource
from ..readers.files.wide_texts import as_utf_8, in_utf_8, start_in_utf_8, wide_encoding
from ..readers.formats import Converted, Format, format_of, name_in_zip, said_of_ending
from ..readers.import_options import whose_options
from ..readers.named_ids import OnlyBodies
from .parts import Part, labels_of, put_together
from .popolo_parts import common_bases
from .tables_beside import TablesBeside

if TYPE_CHECKING:
    from ..readers.report import Report
    from ..readers.table_options import TableOptions
    from ..readers.vocabularies.given_roles import GivenRoles

__all__ = [
    "Broken",
    "have_graphs",
    "load_files",
    "load_into",
    "named_parts",
    "parts_of",
    "read_quads",
    "refuse_no_rdf",
]

_MISTAKES = 20  # of one file that are told at once

_LOOKED_AT = 4096
"""So many bytes of a file tell whether it is in UTF-16."""
_BOM = b"\xef\xbb\xbf"  # some editors begin a UTF-8 file with it


def load_files(
    data: Iterable[Path],
    named: Iterable[tuple[str, Path]] = (),
    lenses: Iterable[str] = (),
    tables: TableOptions | None = None,
    *,
    as_one: bool = False,
    roles: GivenRoles | None = None,
) -> LocalSource:
    """Load RDF files and tables: `data` into the default graph, each of `named` into the graph of its IRI.

    The format follows from the file's ending (also behind `.gz`). Relative IRIs are resolved against the
    file's own address. Lenses turn what is in other vocabularies into the model: those that fit, and `lenses`. `tables`
    is what the user says of tables, `roles` of the roles of graphs. `as_one` reads all RDF files as one graph, whether
    they speak of each other or not.

    Raises OperationFailed where a file cannot be read or is not what its ending says, InvalidRequest where an ending
    or a graph name is not known, UnknownName where a lens is not.
    """
    paths = list(dict.fromkeys(data))
    forms = [format_of(path) for path in paths]
    reports: list[Report] = []
    parts = parts_of(paths, forms)
    graphs = named_parts(named)
    beside = TablesBeside(parts, tables)
    only_names: list[str] = []
    for part in parts:
        try:
            reports += _load(part, beside.options_of(part.path), part.label)
        except InvalidRequest as error:
            if beside.has_names(part.path):
                only_names += filter(None, [beside.unread_of(part.path)])
            elif isinstance(error, OnlyBodies) and (reports or part is not parts[-1]):
                only_names.append(f"{part.label} was left out: it names organizations, and nobody who is in them")
            else:
                raise
    if only_names and not reports and all(part.form.convert for part in parts):
        _load(parts[0], tables, parts[0].label)  # which says what is missing
    for part in graphs:
        reports += _load(part, tables)
    store, read, joined = put_together(parts, lenses, as_one=as_one, named=graphs, roles=roles)
    source = LocalSource(store, ", ".join(str(path) for path in paths) or "an empty graph")
    source.lenses, source.notes, source.joined = read.lenses, (*only_names, *read.notes), joined
    source.reports = tuple(report.as_dict() for report in reports)
    return source


def parts_of(paths: Sequence[Path], forms: Sequence[Format]) -> list[Part]:
    """What files bring, not read yet; those of Popolo that refer to each other's ids have them in common."""
    bases = common_bases([path for path, form in zip(paths, forms, strict=True) if form.rdf is not None])
    return [
        Part(path, form, Store(), label, base=bases.get(path, ""))
        for path, form, label in zip(paths, forms, labels_of(paths), strict=True)
    ]


def named_parts(named: Iterable[tuple[str, Path]]) -> list[Part]:
    """What files are to be read as named graphs, each with the graph's name and its file, not read yet.

    Raises InvalidRequest if a name is no IRI.
    """
    graphs = list(named)
    found = []
    for (graph, path), label in zip(graphs, labels_of([path for _, path in graphs]), strict=True):
        try:
            found.append(Part(path, format_of(path), Store(), label, NamedNode(graph)))
        except ValueError:
            raise InvalidRequest(f"{graph!r} is not an IRI; write --named IRI=FILE") from None
    return found


def read_quads(data: Iterable[Path], notes: list[str] | None = None) -> Iterator[Quad]:
    """The statements of RDF files, one at a time, however long the files are; named graphs stay named.

    What has to be said of how the files are read is added to `notes`, with their names, when all have been read.

    Raises OperationFailed and InvalidRequest as `load_files` does, where the reading gets to.
    """
    from ..readers.pages import forget_whole
    from ..readers.vocabularies.json.json_graphs import NO_MEMBERSHIPS

    paths = list(data)
    bases = common_bases(paths)
    said: list[list[str]] = [[] for _ in paths]
    for path, of_file in zip(paths, said, strict=True):
        form = refuse_no_rdf(path)
        with _reading(path), _opened(path) as stream:
            content = _parsable(path, form, stream, of_file)
            base = bases.get(path) or path.resolve().as_uri()
            yield from parse(content, form.rdf, base_iri=base, rename_blank_nodes=True)
    if notes is not None:
        alone = NO_MEMBERSHIPS if len(paths) > 1 else ""  # what another file may have
        forget_whole(said)
        for path, of_file in zip(paths, said, strict=True):
            notes.extend(f"{path.name}: {note}" for note in of_file if note != alone)


def refuse_no_rdf(path: Path) -> Format:
    """The format of an RDF file.

    Raises InvalidRequest if it is none, with the import that reads it.
    """
    form = format_of(path)
    if form.rdf is None:
        raise InvalidRequest(f"{path} is {form.name}, not RDF; read it with: blocs import {form.kind}", file=path)
    return form


def have_graphs(paths: Iterable[Path]) -> bool:
    """Whether some files are of a format that has named graphs."""
    forms = [format_of(path).rdf for path in paths]
    return any(form is not None and form.supports_datasets for form in forms)


def _load(part: Part, tables: TableOptions | None = None, label: str = "") -> list[Report]:
    """Load a file; what was read of it, if it is a table."""
    path, form, store = part.path, part.form, part.store
    if form.convert is not None:
        converted = form.convert(path, tables, label if label != path.name else "")
        # Leniently: these lines are written here, with sound addresses; a second look takes a third of the time.
        with _of_import(path):
            store.load("".join(converted.triples()).encode(), RdfFormat.N_TRIPLES, lenient=True, to_graph=part.graph)
        return [converted.report]
    # As it is read, and all or nothing: a small file that unpacks to a huge one is found out at its first statement.
    with _reading(path), _opened(path) as stream:
        content = _parsable(path, form, stream, part.notes)
        store.load(content, form.rdf, base_iri=part.base or path.resolve().as_uri(), to_graph=part.graph)
    return []


@contextmanager
def _of_import(path: Path) -> Iterator[None]:
    """What is wrong with a table, with the command that takes the options which would help."""
    try:
        yield
    except (InvalidRequest, OperationFailed) as error:
        whose = whose_options(path, error.message)
        if not whose:
            raise
        raise type(error)(f"{error.message}; {whose}", file=path) from None


@frozen
class Broken:
    """A place in a file that cannot be read: file with line and column (or row), and what is wrong there.

    `way_out` is what to do about it, if it is known; "" otherwise.
    """

    where: str
    what: str
    way_out: str = ""


def load_into(
    part: Part, reports: list[Report] | None = None, tables: TableOptions | None = None, label: str = ""
) -> list[Broken]:
    """Load what can be read of an RDF file or table; the places that cannot be read.

    The parser goes on behind a mistake as well as it can, so that one reading finds more than one of them.
    Raises OperationFailed if there is no such file or it cannot be opened.
    """
    path, form = part.path, part.form
    if form.convert is not None:
        converted = form.convert(path, tables, label if label != path.name else "")
        return _convert_into(part.store, path, converted, part.graph, reports)
    with _reading(path), _opened(path) as stream:
        parsable = _parsable(path, form, stream, part.notes)
        content = parsable if isinstance(parsable, bytes) else parsable.read()
    quads = parse(content, form.rdf, base_iri=part.base or path.resolve().as_uri(), rename_blank_nodes=True)
    read: list[Quad] = []
    broken: dict[str, Broken] = {}
    while True:
        try:
            read.extend(quads)
            break
        except SyntaxError as error:
            line, column = _place(path, error)
            where = f"{path}:{line}:{column}" if line else str(path)
            if where in broken or len(broken) == _MISTAKES:
                break
            broken[where] = Broken(where, *_what(path, error))
    part.store.extend(Quad(q.subject, q.predicate, q.object, part.graph or q.graph_name) for q in read)
    return list(broken.values())


def _convert_into(
    store: Store, path: Path, converted: Converted, graph: NamedNode | None, reports: list[Report] | None
) -> list[Broken]:
    found: list[tuple[int, str]] = []
    try:
        content = "".join(converted.triples(wrong=lambda number, message: found.append((number, message)))).encode()
        store.load(content, RdfFormat.N_TRIPLES, lenient=True, to_graph=graph)
        if reports is not None:
            reports.append(converted.report)
    except (OperationFailed, InvalidRequest) as error:
        if not path.is_file() and str(path) != "-":
            raise
        found.append((0, error.message))
    broken = []
    for _, message in sorted(found):
        text = message.removeprefix(f"{path}: ")
        match = re.fullmatch(r"(row \d+(?:, column [^:]+)?)(: | )(.*)", text, re.DOTALL)
        where, what = (f"{path}: {match[1]}", "it "[: 3 * (match[2] == " ")] + match[3]) if match else (str(path), text)
        what, _, way_out = what.partition("; ")
        if whose := whose_options(path, way_out):
            way_out += f"; {whose}"
        broken.append(Broken(where, re.sub(rf"^{re.escape(str(path))} ", "it ", what), way_out))
    return broken


def _parsable(path: Path, form: Format, stream: IO[bytes], notes: list[str]) -> IO[bytes] | bytes:
    """A file's content as the parser takes it: JSON is looked into before, and XML is UTF-8.

    What has to be said of it is added to `notes`.
    """
    notes += filter(None, [said_of_ending(path, form)])
    if form.rdf == RdfFormat.RDF_XML:
        return _in_utf_8(path, stream)
    if wide := wide_encoding(cast(BufferedReader, stream).peek(_LOOKED_AT)):
        stream = BytesIO(in_utf_8(stream.read(), wide))
        notes += [f"the file is in {wide.upper()} (without a mark that says so)"] if wide.endswith("e") else []
    if form.rdf != RdfFormat.JSON_LD:
        return stream
    from ..readers.vocabularies.json.json_graphs import offline_json_ld

    return offline_json_ld(str(path), stream.read(), notes)


_DECLARED = re.compile(rb"""^\s*<\?xml[^>]*?\bencoding\s*=\s*["']([\w.-]+)["']""")


_OTHER_OWL = late_pattern(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*|<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>\s*|#[^\n]*\s+)*"
    rb"(?:<(?:owl:)?Ontology\b|Prefix\s*\(|Prefix:|Ontology\s*\(|Ontology:)",
    re.DOTALL,
)
"""How OWL begins in the forms that are no RDF: OWL/XML, functional and Manchester syntax."""


def _in_utf_8(path: Path, stream: IO[bytes]) -> IO[bytes] | bytes:
    """XML in another encoding, which it declares, in UTF-8."""
    start = cast(BufferedReader, stream).peek(200)
    if _OTHER_OWL.match(start):
        raise OperationFailed(
            f"{path} is OWL, but not RDF; save it as Turtle or RDF/XML (Protégé: File > Save as)", file=path
        )
    declared = _DECLARED.match(start_in_utf_8(start))
    encoding = wide_encoding(start) or (declared[1].decode().lower() if declared else "utf-8")
    if encoding in ("utf-8", "utf8", "us-ascii", "ascii"):
        return stream
    try:
        text = stream.read().decode(encoding)
    except (LookupError, UnicodeDecodeError) as error:
        raise OperationFailed(
            f"{path} is not in the encoding that it declares, {encoding}: {error}", file=path
        ) from None
    return as_utf_8(text)


@contextmanager
def _opened(path: Path) -> Iterator[IO[bytes]]:
    """A file's content, unpacked, behind the mark that some editors begin a UTF-8 file with."""
    with ExitStack() as opened:
        way_in = nullcontext(standard_input()) if str(path) == "-" else path.open("rb")
        file = opened.enter_context(way_in)
        stream = file
        # Looked at, not read: a pipe has no way back.
        if packed := is_packed(stream.peek(8)) or ("gzip" if path.suffix.lower() == ".gz" else ""):
            stream = unpacking(str(path), packed, file)
        elif stream.peek(4).startswith(b"PK\x03\x04"):
            import zipfile

            archive = opened.enter_context(zipfile.ZipFile(file))
            stream = cast(BufferedReader, archive.open(name_in_zip(path)))
        if stream.peek(len(_BOM)).startswith(_BOM):
            stream.read(len(_BOM))
        yield stream


@contextmanager
def _reading(path: Path) -> Iterator[None]:
    """What goes wrong while a file is read and parsed, in the user's words."""
    with reading(path, directory="name a file, or a store with --store"):
        try:
            yield
        except SyntaxError as error:
            line, column = _place(path, error)
            where = f"{path}:{line}:{column}" if line else str(path)
            said = "; ".join(filter(None, _what(path, error)))
            raise OperationFailed(f"{where}: {said}", file=path, line=line, column=column) from None
        except (BlocsError, UnicodeDecodeError):
            raise
        except ValueError as error:
            raise OperationFailed(f"{path}: {error}", file=path) from None


def _place(path: Path, error: SyntaxError) -> tuple[int | None, int | None]:
    """The line and column of a mistake; None where they are not known."""
    # A pipe has no way back.
    if error.lineno or not path.is_file():
        return error.lineno, error.offset
    form = format_of(path).rdf
    if form not in (RdfFormat.RDF_XML, RdfFormat.JSON_LD):
        return error.lineno, error.offset
    from .json_places import place_in_json_ld
    from .xml_places import place_in_xml

    with _opened(path) as stream:
        if form == RdfFormat.RDF_XML:
            return place_in_xml(stream, str(error.msg)) or (None, None)
        return place_in_json_ld(str(path), stream.read(), str(error.msg)) or (None, None)


def _what(path: Path, error: SyntaxError) -> tuple[str, str]:
    """What is wrong, and what to do about it, if that is known."""
    what = re.sub(
        r"^Parser error (?:at line \d+ (?:column \d+|between columns? \d+ and (?:column )?\d+)"
        r"|between line \d+ column \d+ and line \d+ column \d+): ",
        "",
        str(error.msg),
    )
    if what.startswith("Invalid UTF-8"):
        return "RDF has to be in UTF-8, and this is not", f"save it as UTF-8; {_to_utf_8(path)} does it"
    what = what if len(what) <= 200 else what[:200] + "…"  # some parsers quote all that they could not read
    return what, _prefix_to_add(what)


def _to_utf_8(path: Path) -> str:
    """The command that writes a file of Western Europe in UTF-8, beside it."""
    return f"iconv -f WINDOWS-1252 -t UTF-8 {quote(str(path))} > {quote(f'{path.stem}-utf8{path.suffix}')}"


def _prefix_to_add(what: str) -> str:
    """The line to add where the parser says that a prefix has not been declared; "" where it says something else.

    >>> _prefix_to_add("The prefix foaf: has not been declared")
    'add: @prefix foaf: <http://xmlns.com/foaf/0.1/> .'
    """
    match = re.search(r"prefix ([\w-]*): has not been declared", what)
    if match is None:
        return ""
    from ..readers.vocabularies.spaces import space_of

    return f"add: @prefix {match[1]}: <{space_of(match[1]) or '…'}> ."
