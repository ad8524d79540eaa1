"""Further names in properties that plainly are names: `schema:legalName`, `ex:officialName`; each finds its bearer."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Store

from ...model.naming.forms import normal
from ...model.naming.names import NAME_PROPERTIES
from ...rdf.terms import id_of, named
from ..planning.keys import key_of
from .kinds import nodes_of

__all__ = ["read_other_names"]

_DEFAULT, _ALIAS = DefaultGraph(), named("skos:altLabel")
_NAMES = frozenset(
    (
        "legal name", "official name", "formal name", "full name", "long name", "short name", "native name",
        "common name", "alternative name", "alternative label", "alternative", "other name", "former name",
        "previous name", "also known as", "aka", "alias", "acronym", "nick", "nickname",
    )
)  # fmt: skip
"""What properties of further names are called."""
_TITLE = "http://purl.org/dc/terms/title"
_LONGEST = 200  # of a text that is a name


def read_other_names(store: Store, used: Iterable[str]) -> None:
    """Let states, bodies and people be found by the further names that a graph has of them.

    A name that something else in the graph has is given to nobody.

    Parameters
    ----------
    store : Store
        The graph, which is changed.
    used : iterable of str
        The properties in it.
    """
    own = [iri for iri in used if iri not in NAME_PROPERTIES and (key_of(id_of(iri)) in _NAMES or iri == _TITLE)]
    if not own:
        return
    nodes = nodes_of(store, ("state", "body", "person"))
    found: dict[str, list[tuple[NamedNode, Literal]]] = {}
    for iri in own:
        for quad in store.quads_for_pattern(None, NamedNode(iri), None, _DEFAULT):
            node, name = quad.subject, quad.object
            if not isinstance(node, NamedNode) or node not in nodes or not isinstance(name, Literal):
                continue
            if len(name.value) <= _LONGEST and any(map(str.isalpha, name.value)):
                found.setdefault(normal(name.value), []).append((node, name))
    known = {
        normal(quad.object.value)
        for iri in NAME_PROPERTIES
        for quad in store.quads_for_pattern(None, NamedNode(iri), None, _DEFAULT)
        if isinstance(quad.object, Literal)
    }
    for key, bearers in found.items():
        if key not in known and len({node for node, _ in bearers}) == 1:
            store.extend([Quad(node, _ALIAS, text, _DEFAULT) for node, text in bearers])
