"""Reading RDF files into a graph in memory, with errors that say file, line and column."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from pyoxigraph import NamedNode, RdfFormat, Store

from .errors import AskedWrongly, CannotDo
from .resources import resource
from .source import LocalSource

__all__ = ["FORMATS", "built_in", "load_files"]

FORMATS: dict[str, RdfFormat] = {
    ".ttl": RdfFormat.TURTLE,
    ".nt": RdfFormat.N_TRIPLES,
    ".nq": RdfFormat.N_QUADS,
    ".trig": RdfFormat.TRIG,
    ".n3": RdfFormat.N3,
    ".rdf": RdfFormat.RDF_XML,
    ".xml": RdfFormat.RDF_XML,
    ".owl": RdfFormat.RDF_XML,
    ".jsonld": RdfFormat.JSON_LD,
    ".json": RdfFormat.JSON_LD,
}


_BOM = b"\xef\xbb\xbf"  # some editors begin a UTF-8 file with it


def built_in() -> LocalSource:
    """The graph that comes with blocs, drawn from the article of May 2001."""
    store = Store()
    store.load(resource("data", "triples.ttl").read_bytes(), RdfFormat.TURTLE)
    return LocalSource(store, "the built-in graph")


def load_files(data: Iterable[Path], named: Mapping[str, Path] | None = None) -> LocalSource:
    """Load RDF files: `data` into the default graph, each of `named` into the graph of its IRI.

    The format follows from the file's ending (also behind `.gz`). Relative IRIs are resolved against the
    file's own address.

    Raises CannotDo where a file cannot be read or is not what its ending says, AskedWrongly where an ending
    or a graph name is not known.
    """
    store = Store()
    paths = list(data)
    for path in paths:
        _load(store, path)
    for graph, path in (named or {}).items():
        try:
            name = NamedNode(graph)
        except ValueError:
            raise AskedWrongly(f"{graph!r} is not an IRI; write --named IRI=FILE") from None
        _load(store, path, name)
    return LocalSource(store, ", ".join(str(path) for path in paths) or "an empty graph")


def _load(store: Store, path: Path, graph: NamedNode | None = None) -> None:
    suffixes = [suffix.lower() for suffix in path.suffixes]
    packed = bool(suffixes) and suffixes[-1] == ".gz"
    ending = (suffixes[:-1] if packed else suffixes)[-1:] or [""]
    if ending[0] not in FORMATS:
        known = " ".join(FORMATS)
        raise AskedWrongly(f"{path}: no RDF format ends in {ending[0]!r}; known endings: {known}")
    content = _read(path, packed)
    try:
        store.load(content, FORMATS[ending[0]], base_iri=path.resolve().as_uri(), to_graph=graph)
    except SyntaxError as error:
        raise CannotDo(f"{path}:{_where(error)}: {_what(error)}") from None
    except ValueError as error:
        raise CannotDo(f"{path}: {error}") from None


def _read(path: Path, packed: bool) -> bytes:
    try:
        if packed:
            import gzip
            import zlib

            try:
                with gzip.open(path) as stream:
                    return stream.read().removeprefix(_BOM)
            except zlib.error:
                raise CannotDo(f"{path}: the gzip file is damaged") from None
        return path.read_bytes().removeprefix(_BOM)
    except FileNotFoundError:
        raise CannotDo(f"{path}: no such file") from None
    except IsADirectoryError:
        raise CannotDo(f"{path} is a directory; name a file, or a store with --store") from None
    except EOFError:
        raise CannotDo(f"{path}: the gzip file is cut short") from None
    except OSError as error:
        raise CannotDo(f"{path}: {error.strerror or error}") from None


def _where(error: SyntaxError) -> str:
    return f"{error.lineno}:{error.offset}" if error.lineno else "1:1"


def _what(error: SyntaxError) -> str:
    what = re.sub(
        r"^Parser error at line \d+ (?:column \d+|between columns? \d+ and (?:column )?\d+): ", "", str(error.msg)
    )
    return what if len(what) <= 200 else what[:200] + "…"  # some parsers quote all that they could not read
