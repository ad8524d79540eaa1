"""Free-text search over names, definitions and quotes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from ..errors import InvalidRequest
from ..rdf.source import Source
from ..rdf.terms import prologue, sparql_text
from .entities import Entity
from .naming.names import Names, normal

__all__ = ["Found", "search"]


@dataclass(frozen=True)
class Found:
    """An entity that a search found, the text in which it was found, and where that text stands.

    `where` is "name", "definition" or "quote"; `score` is higher for better finds.
    """

    entity: Entity
    where: str
    text: str
    score: int


def search(source: Source, names: Names, text: str) -> list[Found]:
    """The entities in whose names, definition or quotes all words of a text occur, best first.

    Names count most, then definitions, then quotes; a whole name more than a part of one.

    >>> import blocs
    >>> graph = blocs.load()
    >>> [found.entity.id for found in search(graph.source, graph.names, "southern shield")][:1]
    ['southern-shield-2001']
    """
    words = normal(text).split()
    if not words:
        raise InvalidRequest("there is nothing to search for; for example: blocs search security")
    found: dict[str, Found] = {}
    for hit in (*_in_names(names, words), *_in_texts(source, names, words)):
        known = found.get(hit.entity.iri)
        if known is None or (-hit.score, hit.text) < (-known.score, known.text):
            found[hit.entity.iri] = hit
    return sorted(found.values(), key=lambda hit: (-hit.score, hit.entity.id))


def _in_names(names: Names, words: list[str]) -> Iterator[Found]:
    phrase = " ".join(words)
    for entity in names.holding(words):
        for name in (entity.label, entity.abbreviation, entity.id, *entity.aliases, *entity.codes.values()):
            key = normal(name)
            if all(word in key for word in words):
                score = 100 if key == phrase else 60 if key.startswith(phrase) else 50
                yield Found(entity, "name", name, score)


def _in_texts(source: Source, names: Names, words: list[str]) -> Iterator[Found]:
    tests = " && ".join(f"CONTAINS(LCASE(STR(?text)), {sparql_text(word)})" for word in words)
    for where, score, path in (
        ("definition", 30, "skos:definition"),
        ("quote", 20, "blocs:evidence/oa:exact"),
    ):
        body = f"SELECT DISTINCT ?e ?text WHERE {{ ?e {path} ?text . FILTER({tests}) }}"
        rows = list(source.select(prologue(body) + body))
        names.expect(entity.value for entity, _ in rows if isinstance(entity, NamedNode))
        for entity, quoted in rows:
            known = names.by_iri.get(entity.value) if isinstance(entity, NamedNode) else None
            if known is not None and isinstance(quoted, Literal):
                yield Found(known, where, quoted.value, score)
