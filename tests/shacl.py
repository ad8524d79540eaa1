"""A SHACL processor that is not ours: what it finds in a graph is what `check` has to find."""

from __future__ import annotations

from functools import cache
from typing import Any
from unittest import mock

import pyshacl
from rdflib import Graph
from rdflib.plugins.sparql import processor
from rdflib.plugins.sparql.algebra import translateQuery
from rdflib.plugins.sparql.parser import parseQuery

__all__ = ["report"]


def report(data: Graph, shapes: Graph) -> Graph:
    """What pyshacl reports of a graph. The queries in shapes are the same for every node, and are parsed once."""
    with (
        mock.patch.object(processor, "parseQuery", lambda text: text),
        mock.patch.object(processor, "translateQuery", _translated),
    ):
        _, found, _ = pyshacl.validate(data, shacl_graph=shapes)
    assert isinstance(found, Graph)
    return found


def _translated(text: str, base: str | None = None, namespaces: dict[str, Any] | None = None) -> Any:
    return _prepared(text, base, tuple((namespaces or {}).items()))


@cache
def _prepared(text: str, base: str | None, namespaces: tuple[tuple[str, Any], ...]) -> Any:
    """A query ready to be asked, as `rdflib.plugins.sparql.prepareQuery` makes it for more than one use."""
    return translateQuery(parseQuery(text), base, dict(namespaces))
