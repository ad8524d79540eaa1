"""The graph that comes with blocs."""

from __future__ import annotations

from pyoxigraph import RdfFormat, Store

from ..rdf.source import LocalSource
from ..resources import resource

__all__ = ["built_in"]


def built_in() -> LocalSource:
    """The graph that comes with blocs, drawn from the article of May 2001."""
    store = Store()
    store.load(resource("data", "triples.ttl").read_bytes(), RdfFormat.TURTLE)
    return LocalSource(store, "the built-in graph")
