"""The graph that comes with blocs, `data/triples.ttl`, and what is made of it beforehand so that commands start sooner.

`triples.nt` has the same statements as an engine reads them soonest, `names.tsv` the entities with their names. Both
begin with the checksum of the graph that they were made of: where the graph is another one, it is read itself.
"""

from __future__ import annotations

from collections.abc import Callable
from zlib import crc32

from pyoxigraph import RdfFormat, Store, parse, serialize

from ..model.naming.kept import kept_lines, kept_names
from ..model.naming.names import Names, read_entities, read_names
from ..rdf.source import LocalSource, Source
from ..resources import resource

__all__ = ["PREPARED", "built_in", "prepared"]

_STATEMENTS, _NAMES = PREPARED = ("triples.nt", "names.tsv")
"""The files that are made of the graph, in `data`."""


def built_in() -> tuple[LocalSource, Callable[[Source], Names]]:
    """The graph drawn from the article of May 2001, and what reads its names."""
    content = resource("data", "triples.ttl").read_bytes()
    store = Store()
    statements = _made_of(content, _STATEMENTS)
    if statements is None:
        store.load(content, RdfFormat.TURTLE)
    else:
        store.load(statements, RdfFormat.N_TRIPLES, lenient=True)  # they were looked at when they were written

    def names(source: Source) -> Names:
        kept = _made_of(content, _NAMES)
        return read_names(source) if kept is None else kept_names(kept.decode().split("\n")[1:-1])

    return LocalSource(store, "the built-in graph"), names


def prepared(content: bytes) -> dict[str, bytes]:
    """The files that are made of a graph in Turtle, by their names: `make data` writes those of the built-in one."""
    store = Store()
    store.load(content, RdfFormat.TURTLE)
    entities, demonyms = read_entities(LocalSource(store, ""))
    # In the order of the graph, so that an engine that is given either has the same before it.
    triples = (quad.triple for quad in parse(content, RdfFormat.TURTLE))
    statements = serialize(triples, format=RdfFormat.N_TRIPLES) or b""
    names = "".join(f"{line}\n" for line in kept_lines(entities, demonyms)).encode()
    return {_STATEMENTS: _mark(content) + statements, _NAMES: _mark(content) + names}


def _made_of(content: bytes, name: str) -> bytes | None:
    """A file that was made of a graph; None where there is none of this one."""
    try:
        made = resource("data", name).read_bytes()
    except OSError:
        return None
    return made if made.startswith(_mark(content)) else None


def _mark(content: bytes) -> bytes:
    return f"# made of triples.ttl, CRC-32 {crc32(content):08x}, by: make data\n".encode()
