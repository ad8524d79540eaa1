"""Memberships in properties that no lens knows, by what these are called or declared: `ex:isMemberOf`, `ex:joined`."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Store, Triple

from ...model.entities import TYPES
from ...model.known.authority import authority
from ...model.known.bodies import bodies
from ...rdf.terms import id_of, named, words_of
from ..planning.keys import key_of
from .blank_nodes import label_of, name_blank_nodes
from .classes import class_elsewhere
from .lenses import read_by_lenses
from .pair_facts import fact_of
from .property_names import membership_said, says_joining
from .spaces import prefixed

__all__ = ["SAYS_OF_MEMBERS", "may_be_membership", "read_own_memberships"]

_DEFAULT = DefaultGraph()
_TYPE = named("rdf:type")
_MEMBERSHIP, _ROLE, _MEMBER, _BODY, _MEMBER_OF = (
    named(f"org:{name}") for name in ("Membership", "role", "member", "organization", "memberOf")
)
_OTHERS = ("http://www.w3.org/", "http://purl.org/", "http://www.wikidata.org/", "http://pcdm.org/", "http://rdfs.org/")
"""Vocabularies whose members are of sets and collections."""
_OF_BODIES = ("http://xmlns.com/foaf/0.1/", "http://www.w3.org/ns/org#", "https://schema.org/", "http://schema.org/")
"""Vocabularies whose members are of bodies, so that a word that they have not (foaf:members) means one of theirs."""
_DOCS = "docs/lenses.md"


def may_be_membership(iri: str) -> bool:
    """Whether a property that no lens knows says by its name that one is a member of the other.

    >>> may_be_membership("http://e.org/isMemberOf"), may_be_membership("http://www.w3.org/ns/org#memberOf")
    (True, False)
    """
    elsewhere = iri.startswith(_OTHERS) and not iri.startswith(_OF_BODIES)
    read = iri in read_by_lenses() or iri in (_MEMBER.value, _MEMBER_OF.value)
    return not read and not elsewhere and membership_said(iri) != ""


def read_own_memberships(store: Store, used: Iterable[str]) -> tuple[list[Triple], list[str], dict[str, int]]:
    """Read memberships in properties that no lens knows: `ex:isMemberOf`, `ex:hasMember`.

    They are read where one end is a state, a person or a body by its class; where a list of members is of a body or
    of states, or in a vocabulary whose members are of bodies, which has no such word: `foaf:members`. What a graph
    declares to be a kind of `org:memberOf` is read whatever it is called; if its name says a role, `ex:observerOf`,
    in that role. What may be said of parts and places as well, `ex:belongsTo`, `ex:joined`, is read of a state or a
    person and a body.

    Parameters
    ----------
    store : Store
        The graph, which is changed.
    used : iterable of str
        The properties in it.

    Returns
    -------
    tuple of (list of Triple, list of str, dict of str to int)
        What was made, what to say of it, and how many triples of each of the properties were not read.
    """
    made: list[Triple] = []
    said = []
    unread = dict[str, int]()
    declared = _declared(store)
    for iri in sorted({*filter(may_be_membership, used), *declared.keys()}):
        name_blank_nodes(store)
        pairs, unread[iri] = _pairs(store, NamedNode(iri), declared.get(iri))
        role = _role_in(iri) if iri in declared else ""
        for member, body in pairs:
            fact = fact_of(member, body)
            made += [
                Triple(fact, _TYPE, _MEMBERSHIP), Triple(fact, _MEMBER, member), Triple(fact, _BODY, body),
                Triple(body, _TYPE, named("org:Organization")),
                *([Triple(fact, _ROLE, Literal(role))] if role else []),
            ]  # fmt: skip
        if pairs:
            said.append(f"read by its name: {prefixed(iri)} as membership ({len(pairs):,}); if it is not, see {_DOCS}")
    store.extend(Quad(each.subject, each.predicate, each.object, _DEFAULT) for each in made)
    return made, said, unread


def _declared(store: Store) -> dict[str, bool]:
    """The properties that a graph declares to be kinds of a membership's, and whether they lead from the body."""
    return {
        quad.subject.value: of in _LEADING_TO_MEMBERS
        for of in (*_LEADING_TO_BODIES, *_LEADING_TO_MEMBERS)
        for quad in store.quads_for_pattern(None, _SUBPROPERTY, of, _DEFAULT)
        if isinstance(quad.subject, NamedNode)
        and (quad.subject.value not in read_by_lenses() or quad.subject.value in _OF_PARTS)
    }


def _role_in(iri: str) -> str:
    """The role that the name of a property says: "observer" of `ex:observerOf`; "" if it says none."""
    words = key_of(id_of(iri)).removeprefix("is ").removeprefix("has ").removesuffix(" of").removesuffix(" in")
    return "" if _NO_ROLE.fullmatch(words) else words


_NO_ROLE = re.compile(
    r"members?(?: states?)?|joine?[ds]?|acced.*|adhere.*|belong.*|(?:is |has )?parts?|broader.*|narrower.*|parent.*"
    r"|sub ?org.*|(?:in )?(?:organi[sz]ation|alliance|bloc|union)s?|contain.*|includ.*|compris.*|consist.*|within"
)
"""Names of being a member or a part, which say no role."""
_SUBPROPERTY = named("rdfs:subPropertyOf")
_SCHEMA = ("https://schema.org/", "http://schema.org/")
_OF_PARTS = frozenset((
    named("org:subOrganizationOf").value, named("org:hasSubOrganization").value, named("skos:broader").value,
    *(space + name for space in _SCHEMA for name in ("parentOrganization", "subOrganization")),
))  # fmt: skip
"""What is read of parts of organizations: of a state or a person it is a membership if so declared."""
_LEADING_TO_BODIES = (_MEMBER_OF, *(NamedNode(space + "memberOf") for space in _SCHEMA))
_LEADING_TO_MEMBERS = (
    named("org:hasMember"), NamedNode("http://xmlns.com/foaf/0.1/member"),
    *(NamedNode(space + "member") for space in _SCHEMA),
)  # fmt: skip

SAYS_OF_MEMBERS = {"of": _MEMBER_OF, "has": named("org:hasMember")}
"""The properties whose kind a property is to be declared that leads from the member to the body, or from the body."""


def _pairs(
    store: Store, property_: NamedNode, turned: bool | None = None
) -> tuple[list[tuple[NamedNode, NamedNode]], int]:
    """Members and bodies by one property, without those of whom the graph says it in other words too.

    Whether it leads from the body is for the graph to declare, or else for its name to say. How many triples do not
    say enough is the second result.
    """
    declared = turned is not None
    turned = membership_said(property_.value) == "has" if turned is None else turned
    strict = property_.value in _OF_PARTS or (not declared and says_joining(property_.value))
    of_bodies = turned and property_.value.startswith(_OF_BODIES)
    pairs, unread = [], 0
    for quad in list(store.quads_for_pattern(None, property_, None, _DEFAULT)):
        member, body = (quad.object, quad.subject) if turned else (quad.subject, quad.object)
        if not isinstance(member, NamedNode) or not isinstance(body, NamedNode):
            unread += 1
            continue
        of_member, of_body = _kinds(store, member), _kinds(store, body)
        sure = declared or "body" in of_body or bool(of_member & ({"state"} if turned else {"state", "person"}))
        if strict:
            sure = _is_member(store, member, of_member) and _is_body(store, body, of_body)
        sure = sure or (of_bodies and of_body <= {"group"} and "body" not in of_member)
        facts = (known.subject for known in store.quads_for_pattern(None, _MEMBER, member, _DEFAULT))
        known = Quad(member, _MEMBER_OF, body, _DEFAULT) in store or any(
            Quad(fact, _BODY, body, _DEFAULT) in store for fact in facts
        )
        unread += not sure
        if sure and not known:
            pairs.append((member, body))
    return pairs, unread


def _is_member(store: Store, node: NamedNode, kinds: set[str]) -> bool:
    """Whether a node is a state or a person by its class, or a state of the list by its name."""
    return bool(kinds & {"state", "person"}) or bool(authority().meanings(_name(store, node)))


def _is_body(store: Store, node: NamedNode, kinds: set[str]) -> bool:
    """Whether a node is a body by its class, or without one that says so a body of the list by its name."""
    return "body" in kinds or (kinds <= {"member", "topic"} and bodies().named(_name(store, node)) is not None)


def _name(store: Store, node: NamedNode) -> str:
    return label_of(store, node) or words_of(id_of(node.value))


def _kinds(store: Store, node: NamedNode) -> set[str]:
    """Of what kinds a node is by its classes."""
    classes = [quad.object for quad in store.quads_for_pattern(node, _TYPE, None, _DEFAULT)]
    meant = [class_elsewhere(one.value) or one for one in classes if isinstance(one, NamedNode)]
    return {TYPES[one.value] for one in meant if one.value in TYPES}
