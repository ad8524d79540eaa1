"""Members of no known kind: who is called as a state of the list is that state, as in a table.

That is so where nothing else is said of them, and where none of the graph's members is a person: "Chad" and "Jordan"
are names of people too. A graph most of whose other members are in no list is left as it is, since a name says little.
"""

from __future__ import annotations

import re

from pyoxigraph import DefaultGraph, NamedNode, Quad, Store

from ...amounts import shortened
from ...model.entities import TYPES
from ...model.known.authority import authority
from ...model.known.bodies import bodies
from ...rdf.terms import id_of, named, words_of
from .blank_nodes import label_of

__all__ = ["type_listed_members"]

_DEFAULT = DefaultGraph()
_TYPE, _COUNTRY, _MEMBER, _MEMBER_OF, _HELD_BY = (
    named(name) for name in ("rdf:type", "schema:Country", "org:member", "org:memberOf", "org:heldBy")
)
_OF_ANYTHING = frozenset((
    "http://xmlns.com/foaf/0.1/Agent",
    "http://purl.org/dc/terms/Agent",
    "http://www.w3.org/ns/prov#Agent",
    "http://www.w3.org/2000/01/rdf-schema#Resource",
    "http://www.w3.org/2002/07/owl#Thing",
    "http://www.w3.org/2002/07/owl#NamedIndividual",
    "http://wikiba.se/ontology#Item",
    "https://schema.org/Thing",
    "http://schema.org/Thing",
    "http://www.w3.org/2004/02/skos/core#Concept",
))  # fmt: skip
"""The classes that do not tell a state from a person."""
_CONCEPT = named("skos:Concept")
_AGENT = NamedNode("http://xmlns.com/foaf/0.1/Agent")
_SAYS_WHAT_IT_IS = frozenset(("p31", "additionaltype", "type", "classification"))
_OF_PEOPLE = frozenset((
    *("givenname", "familyname", "firstname", "lastname", "surname", "additionalname", "honorificprefix"),
    *("birthdate", "birthday", "deathdate", "birthplace", "gender", "jobtitle", "mbox", "knows", "age"),
    *("p21", "p569", "p570", "p734", "p735", "p106"),
))  # fmt: skip
"""Properties, of whichever vocabulary, that only people have."""
_AMONG_PEOPLE = re.compile(r"[/#](people|persons?|users?|politicians?|mps?)[/#]", re.IGNORECASE)
_SHOWN = 3


def type_listed_members(store: Store) -> list[str]:
    """Say of members of no known kind whom the list of states has by their name that they are states.

    Parameters
    ----------
    store : Store
        The graph, which is changed.

    Returns
    -------
    list of str
        Which were taken for states, in a line, if others of no known kind are in no list.
    """
    members = {quad.object for quad in store.quads_for_pattern(None, _MEMBER, None, _DEFAULT)}
    members |= {quad.subject for quad in store.quads_for_pattern(None, _MEMBER_OF, None, _DEFAULT)}
    nodes = [node for node in members if isinstance(node, NamedNode)]
    for node in nodes:
        if Quad(node, _TYPE, _CONCEPT, _DEFAULT) in store and _is_unknown(store, node):
            store.add(Quad(node, _TYPE, _AGENT, _DEFAULT))
    if any(_is_person(store, node) for node in nodes):
        return []
    unknown = [node for node in nodes if _is_unknown(store, node)]
    if not unknown:
        return []
    names = {node: label_of(store, node) or words_of(id_of(node.value)) for node in unknown}
    states = [node for node in unknown if authority().meanings(names[node])]
    listed = set(states)
    strangers = [node for node in unknown if node not in listed and not bodies().find(names[node])]
    if len(strangers) > len(states):
        return []
    store.extend(Quad(node, _TYPE, _COUNTRY, _DEFAULT) for node in states)
    if not (states and strangers):
        return []
    shown = shortened(sorted(names[node] for node in states), _SHOWN)
    way_out = "give a person the class foaf:Person in the file"
    return [f"taken for states, as the list of states has them: {shown}; {way_out}"]


def _is_unknown(store: Store, node: NamedNode) -> bool:
    """Whether a graph says of a node neither by its class nor by a property what it is."""
    said = list(store.quads_for_pattern(node, None, None, _DEFAULT))
    classes = {quad.object.value for quad in said if quad.predicate == _TYPE and isinstance(quad.object, NamedNode)}
    return classes <= _OF_ANYTHING and not any(
        quad.predicate != _TYPE and id_of(quad.predicate.value).lower() in _SAYS_WHAT_IT_IS for quad in said
    )


def _is_person(store: Store, node: NamedNode) -> bool:
    """Whether a node is a person by its class, by what is said of it, or by where its IRI has it."""
    return _AMONG_PEOPLE.search(node.value) is not None or any(
        TYPES.get(quad.object.value) == "person"
        if quad.predicate == _TYPE and isinstance(quad.object, NamedNode)
        else id_of(quad.predicate.value).lower() in _OF_PEOPLE
        for quad in store.quads_for_pattern(node, None, None, _DEFAULT)
    )
