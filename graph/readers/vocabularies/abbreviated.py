"""Bodies whose label has their abbreviation in it, "North Atlantic Treaty Organization (NATO)": found by either name.

Tables have such names too; how a name is taken apart is told in one place, `model.abbreviations`.
"""

from __future__ import annotations

import re

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Store

from ...model.naming.abbreviations import parted
from ...model.naming.names import NAME_PROPERTIES, normal
from ...rdf.languages import is_english
from ...rdf.terms import named
from .kinds import kinds_of

__all__ = ["MAY_BE_ABBREVIATED", "name_by_abbreviations"]

MAY_BE_ABBREVIATED = re.compile(rb"[^(\"]\([A-Z][^()\"\n]{1,9}\)\"(?:@| )")
"""What N-Triples have in them where some label ends in an abbreviation in brackets."""

_DEFAULT = DefaultGraph()
_TYPE, _ALIAS, _ABBREVIATION = named("rdf:type"), named("skos:altLabel"), named("blocs:abbreviation")
_BODY_OF = (named("org:organization"), named("org:memberOf"), named("org:postIn"))
_LABELS = tuple(NamedNode(iri) for iri, (how, _) in NAME_PROPERTIES.items() if how == "label")
_NAMES = tuple(map(NamedNode, NAME_PROPERTIES))


def name_by_abbreviations(store: Store) -> None:
    """Give bodies the two names that their label is made of, unless something else in the graph is called so.

    Parameters
    ----------
    store : Store
        The graph, which is changed.
    """
    made = []
    for label in _LABELS:
        for quad in store.quads_for_pattern(None, label, None, _DEFAULT):
            said = quad.object
            if isinstance(said, Literal) and (is_english(said.language) or said.language == "mul"):
                full, short = parted(said.value)
                if short and isinstance(quad.subject, NamedNode):
                    made.append((quad.subject, full, short))
    made = [each for each in made if _is_body(store, each[0])]
    if not made:
        return
    bearers: set[str] = set()
    for property_ in _NAMES:
        for quad in store.quads_for_pattern(None, property_, None, _DEFAULT):
            if isinstance(quad.object, Literal):
                bearers.add(normal(quad.object.value))
    for node, full, short in made:
        for property_, name in ((_ALIAS, full), (_ABBREVIATION, short)):
            # What another is called is no name of this one.
            if normal(name) not in bearers:
                store.add(Quad(node, property_, Literal(name), _DEFAULT))


def _is_body(store: Store, node: NamedNode) -> bool:
    if any(any(store.quads_for_pattern(None, part, node, _DEFAULT)) for part in _BODY_OF):
        return True
    return "body" in kinds_of(store, node)
