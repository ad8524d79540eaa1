"""Members that say too little, or too much, of what they are: who is called as a state of the list is that state.

That is so of members of no known kind where nothing else is said of them, and where none of the graph's members is a
person: "Chad" and "Jordan" are names of people too. Members that are called organizations or places by their class, as
many graphs call all that is a member, are states where those beside them in a body are, too. A graph most of whose
other members are in no list is left as it is, since a name says little.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Mapping

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Store

from ...amounts import shortened
from ...model.entities import TYPES
from ...model.known.authority import authority
from ...model.known.bodies import bodies
from ...model.known.states import State
from ...rdf.terms import Term, id_of, iri_text, named, text_of, words_of
from .blank_nodes import label_of
from .classes import class_elsewhere
from .kinds import kinds_of, nodes_of
from .names_for_codes import states_by_code

__all__ = ["type_listed_members"]

_DEFAULT = DefaultGraph()
_TYPE, _COUNTRY, _MEMBER, _BODY, _MEMBER_OF, _LABEL = (
    named(name)
    for name in ("rdf:type", "schema:Country", "org:member", "org:organization", "org:memberOf", "skos:prefLabel")
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
_ORGANIZATIONS = frozenset(iri for iri, kind in TYPES.items() if kind == "body" and iri.endswith("Organization"))
_PLACES = frozenset(iri for iri, kind in TYPES.items() if kind == "place" and not iri.endswith("City")) | {
    "http://dbpedia.org/ontology/Place",
    "http://dbpedia.org/ontology/PopulatedPlace",
    "http://www.w3.org/2003/01/geo/wgs84_pos#SpatialThing",
    "http://www.geonames.org/ontology#Feature",
    "http://purl.org/dc/terms/Location",
}
_STATES = frozenset(iri for iri, kind in TYPES.items() if kind == "state")
_OF_STATES_TOO = _OF_ANYTHING | _ORGANIZATIONS | _PLACES | _STATES
"""The classes that say of a state what is true of it, and not that it is one."""
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
_Bodies = Mapping[NamedNode, set[object]]


def type_listed_members(store: Store) -> list[str]:
    """Say of members and agents whom the list of states has by their name or code that they are states.

    Parameters
    ----------
    store : Store
        The graph, which is changed.

    Returns
    -------
    list of str
        Which were taken for states where others are in no list or the graph calls them something else, and which not.
    """
    of_bodies = _bodies_of_members(store)
    agents = (node for node, kinds in nodes_of(store, ("member",)).items() if kinds == {"member"})
    nodes = list(dict.fromkeys((*of_bodies, *agents)))
    for node in nodes:
        if Quad(node, _TYPE, _CONCEPT, _DEFAULT) in store and _is_unknown(store, node):
            store.add(Quad(node, _TYPE, _AGENT, _DEFAULT))
    unknown = [] if any(_is_person(store, node) for node in nodes) else [n for n in nodes if _is_unknown(store, n)]
    with_members = {body for found in of_bodies.values() for body in found}
    called = [
        node for node in nodes if node in of_bodies and node not in with_members and _is_of_another_kind(store, node)
    ]
    labels = {node: label_of(store, node) for node in (*unknown, *called)}
    coded = states_by_code(labels)
    for node, state in coded.items():
        store.add(Quad(node, _LABEL, Literal(state.label, language="en"), _DEFAULT))
        labels[node] = state.label
    names = {node: label or words_of(id_of(node.value)) for node, label in labels.items()}
    return [
        *_of_codes(coded),
        *_of_no_kind(store, [node for node in unknown if node in of_bodies], names),
        *_of_no_kind(store, [node for node in unknown if node not in of_bodies], names),
        *_of_another_kind(store, called, names, of_bodies, coded),
    ]


def _bodies_of_members(store: Store) -> dict[NamedNode, set[object]]:
    """The members, and what they are members of."""
    bodies_of = {quad.subject: quad.object for quad in store.quads_for_pattern(None, _BODY, None, _DEFAULT)}
    found: dict[NamedNode, set[object]] = {}
    for quad in store.quads_for_pattern(None, _MEMBER, None, _DEFAULT):
        if isinstance(quad.object, NamedNode):
            found.setdefault(quad.object, set()).add(bodies_of.get(quad.subject))
    for quad in store.quads_for_pattern(None, _MEMBER_OF, None, _DEFAULT):
        if isinstance(quad.subject, NamedNode):
            found.setdefault(quad.subject, set()).add(quad.object)
    return found


def _of_codes(coded: Mapping[NamedNode, State]) -> list[str]:
    """What to say of members that are states by their codes."""
    if not coded:
        return []
    said = shortened(sorted(f"{id_of(node.value)} is {state.label}" for node, state in coded.items()), _SHOWN)
    return [f"read as states by their codes: {said}; if one is none, give it a name in the file"]


def _of_no_kind(store: Store, unknown: Iterable[NamedNode], names: Mapping[NamedNode, str]) -> list[str]:
    """Make states of the members of no known kind that are called so; what to say of it."""
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


def _of_another_kind(
    store: Store,
    called: Iterable[NamedNode],
    names: Mapping[NamedNode, str],
    of_bodies: Mapping[NamedNode, set[object]],
    sure: Container[NamedNode],
) -> list[str]:
    """Make states of organizations and places that are called so and `sure`, or beside states; what to say of it."""
    listed = {node for node in called if authority().meanings(names[node]) and not _says_what_it_is(store, node)}
    among_states, among_others = Counter[object](), Counter[object]()
    for node, its in of_bodies.items() if listed else ():
        kinds = kinds_of(store, node)
        if "state" in kinds or node in listed:
            among_states.update(its)
        elif "person" in kinds or not (_is_nameless(store, node) or bodies().find(label_of(store, node))):
            among_others.update(its)
    states = [
        node
        for node in listed
        if node in sure or any(among_states[body] >= among_others[body] for body in of_bodies[node])
    ]
    told = [node for node in states if node not in sure and "state" not in kinds_of(store, node)]
    for node in states:
        for kind in _ORGANIZATIONS:
            store.remove(Quad(node, _TYPE, NamedNode(kind), _DEFAULT))
        store.add(Quad(node, _TYPE, _COUNTRY, _DEFAULT))
    notes = []
    if told:
        shown = shortened(sorted(names[node] for node in told), _SHOWN)
        notes.append(
            f"taken for states, though the file calls them organizations or places: {shown}; if one is none, say what"
            " it is by org:classification in the file"
        )
    if left := sorted(names[node] for node in listed.difference(states)):
        notes.append(
            f"called as states, and left as organizations or places among others: {shortened(left, _SHOWN)}; give a"
            " state the class schema:Country in the file"
        )
    return notes


def _is_nameless(store: Store, node: NamedNode) -> bool:
    """Whether nobody knows what a node is called: Q142 of Wikidata."""
    return node.value.startswith("http://www.wikidata.org/entity/") and not label_of(store, node)


def _is_of_another_kind(store: Store, node: NamedNode) -> bool:
    """Whether a graph calls a node an organization or a place, and perhaps a state too, and nothing else."""
    classes = {iri_text(quad.object) for quad in store.quads_for_pattern(node, _TYPE, None, _DEFAULT)}
    return not classes.isdisjoint(_ORGANIZATIONS | _PLACES) and classes <= _OF_STATES_TOO


def _is_unknown(store: Store, node: NamedNode) -> bool:
    """Whether a graph says of a node neither by its class nor by a property what it is."""
    said = store.quads_for_pattern(node, _TYPE, None, _DEFAULT)
    classes = {quad.object.value for quad in said if isinstance(quad.object, NamedNode)}
    return classes <= _OF_ANYTHING and not _says_what_it_is(store, node)


def _says_what_it_is(store: Store, node: NamedNode) -> bool:
    """Whether a property says what a node is, unless that is a state."""
    said = (quad for quad in store.quads_for_pattern(node, None, None, _DEFAULT) if quad.predicate != _TYPE)
    values = (quad.object for quad in said if id_of(quad.predicate.value).lower() in _SAYS_WHAT_IT_IS)
    return any(class_elsewhere(_name_of(store, value)) != _COUNTRY for value in values)


def _name_of(store: Store, value: Term) -> str:
    return (label_of(store, value) or value.value) if isinstance(value, NamedNode) else text_of(value)


def _is_person(store: Store, node: NamedNode) -> bool:
    """Whether a node is a person by its class, by what is said of it, or by where its IRI has it."""
    return _AMONG_PEOPLE.search(node.value) is not None or any(
        TYPES.get(quad.object.value) == "person"
        if quad.predicate == _TYPE and isinstance(quad.object, NamedNode)
        else id_of(quad.predicate.value).lower() in _OF_PEOPLE
        for quad in store.quads_for_pattern(node, None, None, _DEFAULT)
    )
