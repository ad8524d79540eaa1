"""Blank nodes that are somebody: they get IRIs, since only what has an IRI can be asked for.

JSON-LD from web pages has hardly anything else. A state or body is the same wherever it has the same name; of people
only nodes that say the same are the same person.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Store

from ...model.entities import TYPES
from ...model.naming.forms import slug
from ...model.naming.names import NAME_PROPERTIES, normal
from ...rdf.languages import language_order
from ...rdf.terms import PREFIXES, iri_of, node_of_iri

__all__ = ["label_of", "name_blank_nodes", "name_literals", "replace_node"]

_DEFAULT = DefaultGraph()
_TYPE = NamedNode(PREFIXES["rdf"] + "type")
_LABEL = NamedNode(PREFIXES["skos"] + "prefLabel")
_ALIKE_BY_NAME = ("state", "body")

_LABELS = tuple(
    NamedNode(iri)
    for iri in (*(iri for iri, (how, _) in NAME_PROPERTIES.items() if how == "label"), PREFIXES["dcterms"] + "title")
)


def label_of(store: Store, node: NamedNode | BlankNode) -> str:
    """What a node is called in the default graph, in English if it says so, or else by the order of languages.

    It is "" if it has no name.
    """
    for label in _LABELS:
        found = [quad.object for quad in store.quads_for_pattern(node, label, None, _DEFAULT)]
        texts = sorted(
            ((language_order(term.language)[:2], term.language is None, language_order(term.language), term.value)
             for term in found if isinstance(term, Literal)),
        )  # fmt: skip
        if texts:
            return texts[0][-1]
    return ""


def _kind_of(store: Store, node: NamedNode | BlankNode) -> str:
    for quad in store.quads_for_pattern(node, _TYPE, None, _DEFAULT):
        if isinstance(quad.object, NamedNode) and quad.object.value in TYPES:
            return TYPES[quad.object.value]
    return ""


def name_blank_nodes(store: Store, also: Iterable[BlankNode] = ()) -> None:
    """Give IRIs to the blank nodes of the default graph that have a name.

    Parameters
    ----------
    store : Store
        The graph, which is changed.
    also : iterable of BlankNode
        Nodes that get one even without a name.
    """
    named = {
        quad.subject
        for label in _LABELS
        for quad in store.quads_for_pattern(None, label, None, _DEFAULT)
        if isinstance(quad.subject, BlankNode)
    }
    nodes = [*named, *(node for node in also if node not in named)]
    if not nodes:
        return
    for node in set(nodes) - named:
        _name_by_address(store, node)
    described = {node: (label_of(store, node), _kind_of(store, node), _digest(store, node)) for node in nodes}
    by_name = _bearers(store, {normal(label) for label, _, _ in described.values() if label})
    taken: dict[str, str] = {}
    # The order of blank nodes is another in every reading, that of what they say is not.
    for node, (label, kind, digest) in sorted(described.items(), key=lambda item: item[1]):
        if kind in _ALIKE_BY_NAME and (normal(label), kind) in by_name:
            replace_node(store, node, by_name[normal(label), kind])
            continue
        identity = f"{kind}\0{normal(label)}" if kind in _ALIKE_BY_NAME and label else f"{kind}\0{label}\0{digest}"
        replace_node(store, node, _fresh(store, label or kind or "unnamed", identity, taken))


_ADDRESSES = tuple(
    NamedNode(iri) for iri in ("https://schema.org/url", "http://schema.org/url", "http://xmlns.com/foaf/0.1/homepage")
)


def _name_by_address(store: Store, node: BlankNode) -> None:
    """Call what has no name after its page on the web, if it says one: "a.org" says more than "body"."""
    pages = (quad.object for one in _ADDRESSES for quad in store.quads_for_pattern(node, one, None, _DEFAULT))
    texts = sorted(page.value for page in pages if isinstance(page, NamedNode | Literal))
    names = [re.sub(r"^https?://(?:www\.)?|/+$", "", text) for text in texts if text.startswith("http")]
    if names:
        store.add(Quad(node, _LABEL, Literal(names[0]), _DEFAULT))


def _bearers(store: Store, wanted: set[str]) -> Mapping[tuple[str, str], NamedNode]:
    """The states and bodies that have an IRI already, by name and kind."""
    found: dict[tuple[str, str], NamedNode] = {}
    for iri, kind in TYPES.items():
        if kind not in _ALIKE_BY_NAME:
            continue
        for quad in store.quads_for_pattern(None, _TYPE, NamedNode(iri), _DEFAULT):
            if isinstance(quad.subject, NamedNode):
                name = normal(label_of(store, quad.subject))
                if name in wanted:
                    found.setdefault((name, kind), quad.subject)
    return found


def _digest(store: Store, node: BlankNode) -> str:
    """What a node says by itself, in short."""
    said = sorted(
        f"{quad.predicate} {quad.object}"
        for quad in store.quads_for_pattern(node, None, None, _DEFAULT)
        if not isinstance(quad.object, BlankNode) and quad.predicate != _TYPE
    )
    # Two nodes without a word of their own are two.
    return hashlib.sha256("\n".join(said or [str(node)]).encode()).hexdigest()[:8]


def _fresh(store: Store, name: str, identity: str, taken: dict[str, str]) -> NamedNode:
    """An IRI made of a name, the same for one identity and another for each other."""
    base = slug(name) or "node-" + hashlib.sha256(identity.encode()).hexdigest()[:8]
    number = 1
    while True:
        candidate = base if number == 1 else f"{base}-{number}"
        iri = NamedNode(iri_of(candidate))
        free = candidate not in taken and not any(store.quads_for_pattern(iri, None, None, _DEFAULT))
        if free or taken.get(candidate) == identity:
            taken[candidate] = identity
            return iri
        number += 1


def replace_node(store: Store, node: BlankNode, iri: NamedNode) -> None:
    """Put an IRI in the place of a blank node, wherever it stands in the default graph."""
    old = [
        *store.quads_for_pattern(node, None, None, _DEFAULT),
        *store.quads_for_pattern(None, None, node, _DEFAULT),
    ]
    for quad in old:
        store.remove(quad)
        subject = iri if quad.subject == node else quad.subject
        object_ = iri if quad.object == node else quad.object
        store.add(Quad(subject, quad.predicate, object_, _DEFAULT))


def name_literals(store: Store, quads: Iterable[Quad], kind_class: NamedNode | None) -> None:
    """Put an entity in the place of each text that stands where one should: a body that is named by a text only.

    Parameters
    ----------
    store : Store
        The graph, which is changed.
    quads : iterable of Quad
        The statements whose object is such a text.
    kind_class : NamedNode or None
        The class of what the texts name; None if nothing says so.
    """
    kind = TYPES.get(kind_class.value, "") if kind_class is not None else ""
    texts = [(quad, quad.object.value.strip()) for quad in quads if isinstance(quad.object, Literal)]
    known = _bearers(store, {normal(text) for _, text in texts})
    taken: dict[str, str] = {}
    for quad, text in texts:
        store.remove(quad)
        if not text:
            continue
        address = _as_address(text)
        if address is not None:
            store.add(Quad(quad.subject, quad.predicate, address, _DEFAULT))
            if kind_class is not None:
                store.add(Quad(address, _TYPE, kind_class, _DEFAULT))
            continue
        iri = known.get((normal(text), kind or "state")) or known.get((normal(text), "body"))
        if iri is None:
            iri = _fresh(store, text, f"{kind}\0{normal(text)}", taken)
            store.add(Quad(iri, _LABEL, Literal(text), _DEFAULT))
            if kind_class is not None:
                store.add(Quad(iri, _TYPE, kind_class, _DEFAULT))
        store.add(Quad(quad.subject, quad.predicate, iri, _DEFAULT))


def _as_address(text: str) -> NamedNode | None:
    """The IRI that a text is, if it is one: JSON-LD writes addresses as texts where its context does not say more."""
    return node_of_iri(text) if text.startswith(("http://", "https://")) else None
