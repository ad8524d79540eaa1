"""What is called by its address alone: by the part of it that says who it is, and tells it from others.

Of <https://bob.example/profile/card#me> neither "me" nor "card" says who it is, and of <…/person/1> and
<…/organization/1> "1" does not say which.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Store

from ...model.naming.one_node import LABELS
from ...rdf.terms import named, words_of
from .kinds import subjects_of

__all__ = ["name_by_addresses"]

_DEFAULT, _LABEL = DefaultGraph(), named("skos:prefLabel")
_ENDS = tuple(named(f"org:{name}") for name in ("member", "organization", "heldBy", "postIn"))
_ITSELF = re.compile(r"me|it|this|i|id|self|person|agent|org|organization", re.IGNORECASE)
"""What the end of an address calls whoever its document is about."""
_DOCUMENT = re.compile(r"(?:card|profile|foaf|index|about|home|public|me|webid)(?:\.\w+)?", re.IGNORECASE)
"""What such documents are called, whoever they are about."""


def name_by_addresses(store: Store) -> None:
    """Give members and bodies without a name one of their addresses, where the end of these does not say who they are.

    Parameters
    ----------
    store : Store
        The graph, which is changed.
    """
    named_already = set[object]().union(*(subjects_of(store, label) for label in (*LABELS, named("dcterms:title"))))
    ends = {quad.object for end in _ENDS for quad in store.quads_for_pattern(None, end, None, _DEFAULT)}
    parts = {node: _parts(node.value) for node in ends if isinstance(node, NamedNode) and node not in named_already}
    for node in list(parts):
        if called := _called_by_id(node.value):
            store.add(Quad(node, _LABEL, Literal(called), _DEFAULT))
            del parts[node]
    alike: dict[str, list[NamedNode]] = {}
    for node, found in parts.items():
        alike.setdefault(words_of(found[-1]).casefold(), []).append(node)
    for nodes in alike.values():
        apart = _place_apart([parts[node] for node in nodes]) if len(nodes) > 1 else 0
        for node in nodes:
            end = words_of(parts[node][-1])
            label = f"{end} ({words_of(parts[node][apart])})" if apart else end
            if apart or _is_of_itself(node.value):
                store.add(Quad(node, _LABEL, Literal(label), _DEFAULT))


def _called_by_id(iri: str) -> str:
    """What an id of Popolo says that its file refers to and does not list; "" of numbers, and of any other address.

    >>> ids = "organization-org/lista-verde", "person-ana-mas", "person-7"
    >>> [_called_by_id(f"file:///t.json#{id_}") for id_ in ids]
    ['lista verde', 'ana mas', '']
    """
    found = _OF_POPOLO.search(iri)
    end = found[1].rpartition("/")[2] if found else ""
    return "" if found is None else words_of(end if any(map(str.isalpha, end)) else found[1])


_OF_POPOLO = re.compile(r"\.(?:json|jsonl|ndjson)#(?:person|organization|post|event|area)-(\D.*)")
"""An id of Popolo, which is that of one thing within its class only, and so has this before it."""


def _is_of_itself(iri: str) -> bool:
    return "#" in iri and _ITSELF.fullmatch(iri.rpartition("#")[2]) is not None


def _parts(iri: str) -> list[str]:
    """The host and the parts of the path of an address; behind "#" only what says who it is."""
    place = re.sub(r"^\w+:/*(?:www\.)?", "", iri.rstrip("/#"))
    document, mark, end = place.rpartition("#") if "#" in place else (place, "", "")
    found = [part for part in document.split("/") if part]
    if not mark:
        return found or [iri]
    if not _ITSELF.fullmatch(end):
        return [*found, end]
    while len(found) > 1 and _DOCUMENT.fullmatch(found[-1]):
        found.pop()
    return found or [iri]


def _place_apart(addresses: Sequence[Sequence[str]]) -> int:
    """The last place before the end, counted from behind, at which all addresses differ; 0 if there is none."""
    for place in range(-2, -min(map(len, addresses)) - 1, -1):
        if len({address[place] for address in addresses}) == len(addresses):
            return place
    return 0
