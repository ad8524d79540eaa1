"""Collections of SKOS that are called after the members of a body, in the words that titles of tables have for it.

However many languages a collection is named in, its body is one: it is called in each of them as the title says.
"""

from __future__ import annotations

import re

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Store

from ...amounts import shortened
from ...late import late_pattern
from ...model.known.authority import authority
from ...model.known.bodies import bodies
from ...rdf.languages import language_order
from ...rdf.terms import iri_of, named
from ..names.ids import id_for
from ..planning.titles import body_named_in
from .blank_nodes import label_of
from .kinds import kinds_of

__all__ = ["forget_bodies_of_collections", "name_bodies_of_collections"]

_DEFAULT = DefaultGraph()
_SHOWN = 3
_MEMBERS_OF = named("blocs:membersOf")
_MEMBER, _NAME = named("skos:member"), named("rdfs:label")
_LABELS = (named("skos:prefLabel"), _NAME)
_CALLED = late_pattern(
    r"(?:(?:(?:current )?(?:member|participating) (?:states|countries)|members) of"
    r"|(?:les )?(?:états|pays) membres (?:de|du|des|(?=d['’]))|mitglieds?(?:staaten|länder) (?:der|des|von)"
    r"|(?:estados|países)[ -]miembros (?:de|del)|(?:stati|paesi) membri (?:della|del|di|(?=dell['’]))"
    r"|(?:estados|países)[ -]membros (?:da|do|de))\s*(?:d['’]|dell['’])?\s*(?:the |las? |les? |l['’]|los |el )?(.+)",
    re.IGNORECASE,
)
"""How a collection is called that is of members of whatever it names, a body that is in no list among them."""


def name_bodies_of_collections(store: Store) -> list[str]:
    """Say of collections which body's members they are: "EU member states", "Mitglieder der NATO", of states "NATO".

    Parameters
    ----------
    store : Store
        The graph, which is changed: the lens for collections reads what is said.

    Returns
    -------
    list of str
        Which are called as a body of the list and no more.
    """
    called_so = list[str]()
    for collection in {quad.subject for quad in store.quads_for_pattern(None, _MEMBER, None, _DEFAULT)}:
        if not isinstance(collection, NamedNode | BlankNode):
            continue
        names = dict.fromkeys(
            name
            for label in _LABELS
            for quad in store.quads_for_pattern(collection, label, None, _DEFAULT)
            if isinstance(quad.object, Literal) and (name := _body_in(quad.object)) is not None
        )
        if not names:
            names = _listed(store, collection)
            called_so += [name.value for name in names]
        if names:
            first = min(names, key=lambda name: (language_order(name.language), name.value))
            body = NamedNode(iri_of(id_for(first.value)))
            store.add(Quad(collection, _MEMBERS_OF, body, _DEFAULT))
            store.extend([Quad(body, _NAME, name, _DEFAULT) for name in names])
    if not called_so:
        return []
    shown = shortened(sorted(set(called_so)), _SHOWN)
    way = "if it is not, call it otherwise in the file"
    return [f"read as the members of a body, as a collection of states is called so: {shown}; {way}"]


def _listed(store: Store, collection: NamedNode | BlankNode) -> dict[Literal, None]:
    """What a collection of states is called that a body of the list is called, too."""
    found = {
        quad.object: None
        for label in _LABELS
        for quad in store.quads_for_pattern(collection, label, None, _DEFAULT)
        if isinstance(quad.object, Literal) and bodies().named(quad.object.value) is not None
    }
    if not found or kinds_of(store, collection) - {"topic"}:
        return {}
    within = [quad.object for quad in store.quads_for_pattern(collection, _MEMBER, None, _DEFAULT)]
    states = sum(isinstance(node, NamedNode | BlankNode) and _is_state(store, node) for node in within)
    return found if 2 * states > len(within) else {}


def _is_state(store: Store, node: NamedNode | BlankNode) -> bool:
    return "state" in kinds_of(store, node) or bool(authority().meanings(label_of(store, node)))


def _body_in(label: Literal) -> Literal | None:
    """The body whose members a collection is by one of its labels, in the language of the label."""
    name = body_named_in([label.value])[0]
    if not name and (match := _CALLED.fullmatch(" ".join(label.value.split()))):
        name = match[1]
    return Literal(name, language=label.language or "en") if name else None


def forget_bodies_of_collections(store: Store) -> None:
    """Take out again what was said for the lens, which is none of the graph's.

    Parameters
    ----------
    store : Store
        The graph, which is changed.
    """
    for quad in list(store.quads_for_pattern(None, _MEMBERS_OF, None, _DEFAULT)):
        store.remove(quad)
