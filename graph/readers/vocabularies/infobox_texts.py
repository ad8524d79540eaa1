"""Texts of infoboxes that are names of states or bodies and nothing else: `dbp:members "Belgium, Luxembourg"`.

DBpedia has as a text what no page is linked for. What is no such list is left to the lens, which says it is unread.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Store, Triple

from ...model.known.authority import authority
from ...model.known.bodies import bodies
from ...rdf.terms import named
from .kinds import kinds_of

__all__ = ["read_infobox_texts"]

_DEFAULT = DefaultGraph()
_TYPE, _MEMBERSHIP, _MEMBER, _BODY = (
    named(name) for name in ("rdf:type", "org:Membership", "org:member", "org:organization")
)
_SPACES = ("http://dbpedia.org/ontology/", "http://dbpedia.org/property/")
_LISTS, _IS_IN = ("member", "members", "memberStates", "membership"), ("memberOf", "membership")
_BETWEEN = re.compile(r"\s*[,;•*|\n]\s*")
_AND = re.compile(r"\s*\b(?:and|und|et|y|e)\b\s+|\s*&\s*")


def read_infobox_texts(store: Store) -> list[Triple]:
    """Make memberships of texts that name states of a body, or bodies of a state.

    Parameters
    ----------
    store : Store
        The graph, which is changed.

    Returns
    -------
    list of Triple
        What was made; the members and bodies in it are texts still.

    >>> from pyoxigraph import RdfFormat
    >>> store = Store()
    >>> text = b'<x:b> a <https://schema.org/Organization> ; <http://dbpedia.org/property/members> "Chad, Mali&Togo" .'
    >>> store.load(text, RdfFormat.TURTLE)
    >>> sorted(triple.object.value for triple in read_infobox_texts(store) if isinstance(triple.object, Literal))
    ['Chad', 'Mali', 'Togo']
    """
    made: list[Triple] = []
    for kind, names, is_known in (("body", _LISTS, _is_state), ("state", _IS_IN, _is_body)):
        for property_ in (NamedNode(space + name) for space in _SPACES for name in names):
            for quad in list(store.quads_for_pattern(None, property_, None, _DEFAULT)):
                node, text = quad.subject, quad.object
                if not isinstance(text, Literal) or not isinstance(node, NamedNode | BlankNode):
                    continue
                if kind not in kinds_of(store, node) or not (found := _names_in(text.value, is_known)):
                    continue
                store.remove(quad)
                for name in found:
                    fact, other = BlankNode(), Literal(name)
                    ends = ((_MEMBER, other), (_BODY, node)) if kind == "body" else ((_MEMBER, node), (_BODY, other))
                    made += [Triple(fact, _TYPE, _MEMBERSHIP), *(Triple(fact, end, value) for end, value in ends)]
    store.extend(Quad(each.subject, each.predicate, each.object, _DEFAULT) for each in made)
    return made


def _names_in(text: str, is_known: Callable[[str], bool]) -> Sequence[str]:
    """The names in a text that has nothing else; none if it has."""
    found = []
    for part in filter(None, _BETWEEN.split(text.strip())):
        names = [part] if is_known(part) else list(filter(None, _AND.split(part)))
        if not all(map(is_known, names)):
            return ()
        found += names
    return found


def _is_state(name: str) -> bool:
    return bool(authority().meanings(name))


def _is_body(name: str) -> bool:
    return bodies().named(name) is not None
