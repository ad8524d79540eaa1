"""What memberships and posts say that nothing reads, if it may tell when, or as what, somebody is a member.

That a lens knows a property does not say that it reads it here: `schema:foundingDate` is read of bodies, and of a
membership it is not. So what the dates and the role of the membership do not show was not read.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Store

from ...amounts import shortened
from ...model.naming.names import NAME_PROPERTIES
from ...model.relations import RELATIONS
from ...rdf.source import LocalSource
from ...rdf.terms import Term, named, sparql_term, text_of
from .graph_roles import role_words
from .lenses import Node, read_by_lenses
from .own_words import Origins, ReadByName, is_like_role, made_of
from .property_names import says_role
from .spaces import prefixed
from .telling_values import is_of_roles, is_read, value_tells

__all__ = ["KNOWN", "unread_of_memberships"]

_DEFAULT = DefaultGraph()
_OWN = named("blocs:").value
_FACTS = frozenset(
    named(name).value
    for name in (
        "rdf:type", "org:member", "org:organization", "org:role", "org:memberOf", "org:heldBy", "org:postIn",
        "schema:startDate", "schema:endDate",
        "dcterms:source", "blocs:basis", "blocs:evidence",
    )
)  # fmt: skip
"""The properties of memberships and posts in the model."""
_LIFETIME = ("schema:foundingDate", "schema:dissolutionDate", "schema:birthDate", "schema:deathDate")
KNOWN = frozenset(
    (
        *NAME_PROPERTIES,
        *RELATIONS,
        *(named(name).value for name in ("skos:definition", "org:classification", "blocs:asOf", *_LIFETIME)),
    )
)
"""The properties of entities that are read wherever they stand."""
_ASIDE = frozenset(
    f"http://purl.org/{space}/{name}"
    for space in ("dc/terms", "dc/elements/1.1", "pav")
    for name in ("created", "modified", "issued", "dateSubmitted", "createdOn", "lastUpdateOn")
) | {named("prov:generatedAtTime").value}
"""Dates of a record, not of what it says."""
_TELLING = re.compile(
    r"date|time|since|until|^from|start|end(s|ed)?$|begin|began|join|^left|leav|valid|period|year|interval|during"
    r"|status|role|rank$|position|active|current|former|term",
    re.IGNORECASE,
)
_DATE_TYPE = re.compile(r"#(date|dateTime|dateTimeStamp|gYear|gYearMonth)$|EDTF|Period$")


def unread_of_memberships(
    store: Store, by_name: ReadByName, origins: Origins, said_of: Collection[object], by_lenses: Collection[str] = ()
) -> tuple[list[str], set[str]]:
    """What to say of what is said of memberships and posts and not read, if it may say when, or as what, they hold.

    It may say so by the name of the property, by the type of a date, or by a value that is a date or a role,
    whatever the property is called.

    Parameters
    ----------
    store : Store
        The graph, in the model.
    by_name : ReadByName
        What was read by the names of properties.
    origins : mapping of node to set of node
        The nodes of the other vocabulary that memberships were made of, by the membership.
    said_of : collection of node
        What a lens left out, which is said already.
    by_lenses : collection of str
        The properties that the user's own lenses read.

    Returns
    -------
    tuple of (list of str, set of str)
        A line for memberships and one for posts, or none, and the properties that they are about.
    """
    aside = _ASIDE | frozenset(by_lenses)
    notes, properties = list[str](), set[str]()
    for what, facts in _FACTS_OF.items():
        found = [*_of_facts(store, facts, by_name, aside)]
        if facts is _MEMBERSHIPS:
            found += _of_origins(store, by_name, aside, origins)
        counts = Counter(quad.predicate.value for quad in found if quad.subject not in said_of)
        if counts:
            shown = shortened((f"{prefixed(iri)} ({number:,})" for iri, number in sorted(counts.items())))
            notes.append(f"not read of {what}: {shown}; see docs/lenses.md{_way_of_roles(store, found)}")
            properties |= set(counts)
    return notes, properties


def _way_of_roles(store: Store, unread: Iterable[Quad]) -> str:
    """How to say what the words mean that a property has which says a role by its name; "" if none is unread."""
    texts = {role_words(store, quad.object)[0] for quad in unread if says_role(quad.predicate.value)}
    texts = set(filter(is_like_role, texts))
    if not texts:
        return ""
    words = shortened((f"“{text}”" for text in sorted(texts)), 3)
    first = min(texts).replace('"', "")
    return f'; in words: {words}; say what a word means in: blocs import rdf FILE --role "{first}=observer"'


def _of_facts(store: Store, facts: str, by_name: ReadByName, aside: Collection[str]) -> Iterator[Quad]:
    """What memberships or posts say themselves and nothing reads; the engine finds it, as they may be many."""
    types: dict[str, set[str]] = {}
    for property_, type_ in _rows(store, _TYPES % facts):
        types.setdefault(text_of(property_), set()).add(text_of(type_))
    for iri, found in types.items():
        if iri in _FACTS or iri in aside or iri.startswith(_OWN):
            continue
        known = iri in read_by_lenses() or iri in KNOWN
        telling = any(map(_DATE_TYPE.search, found)) or _tells(iri)
        if known and not telling:
            continue
        predicate = sparql_term(NamedNode(iri))
        if not telling:
            values = (value for (value,) in _rows(store, _TEXTS % (facts, predicate)))
            if not any(value_tells(iri, value) for value in values):
                continue
        for fact, value in _rows(store, (_DIFFERING if known else _ANY) % (facts, predicate)):
            if isinstance(fact, Node) and value is not None:
                quad = Quad(fact, NamedNode(iri), value, _DEFAULT)
                if quad not in by_name.read and not is_read(store, quad, known=known, telling=telling):
                    yield quad


_MEMBERSHIPS = "?m a org:Membership"
_FACTS_OF = {"memberships": _MEMBERSHIPS, "posts": "?m a org:Post . FILTER EXISTS { ?m org:heldBy ?holder }"}
"""Facts of who is in what, or holds what, by what they are called."""
_TYPES = "SELECT DISTINCT ?p ?type { %s . ?m ?p ?o . BIND(DATATYPE(?o) AS ?type) }"
_ANY = "SELECT ?m ?o { %s . ?m %s ?o }"
_TEXTS = "SELECT DISTINCT ?o { %s . ?m %s ?o . FILTER(isLiteral(?o)) }"
_DIFFERING = """SELECT ?m ?o { %s . ?m %s ?o . FILTER(isLiteral(?o))
  FILTER NOT EXISTS { ?m schema:startDate|schema:endDate ?edge . FILTER(STRSTARTS(STR(?o), STR(?edge))) } }"""
"""What is plainly a date of the membership need not be looked at."""


def _of_origins(store: Store, by_name: ReadByName, aside: Collection[str], origins: Origins) -> Iterator[Quad]:
    """What is said of the nodes that memberships were made of, as said of the membership."""
    for origin, memberships in made_of(store, origins).items():
        for quad in store.quads_for_pattern(origin, None, None, _DEFAULT):
            iri, value = quad.predicate.value, quad.object
            if iri in aside or iri.startswith(_OWN):
                continue
            known = iri in read_by_lenses() or iri in KNOWN or iri in _FACTS
            dated = isinstance(value, Literal) and _DATE_TYPE.search(value.datatype.value) is not None
            telling = dated or _tells(iri)
            if not telling and (known or not value_tells(iri, value)):
                continue
            said = [Quad(membership, quad.predicate, value, _DEFAULT) for membership in memberships]
            unread = [
                one
                for one in said
                if one.subject != origin
                and one not in by_name.read
                and not is_read(store, one, known=known, telling=telling)
            ]
            # Of several roles of one node each is that of another membership.
            if known and unread and is_of_roles(iri):
                unread = [] if any(is_read(store, one, known=known, telling=telling) for one in said) else unread
            yield from unread


@lru_cache(4096)
def _tells(iri: str) -> bool:
    """Whether the name of a property tells when or as what."""
    return _TELLING.search(re.split(r"[/#]", iri)[-1]) is not None or says_role(iri)


def _rows(store: Store, query: str) -> Iterator[tuple[Term | None, ...]]:
    yield from LocalSource(store, "the graph").select(query)
