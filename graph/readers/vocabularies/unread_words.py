"""What memberships say that nothing reads, if it may tell when, or as what, somebody is a member.

That a lens knows a property does not say that it reads it here: `schema:foundingDate` is read of bodies, and of a
membership it is not. So what the dates and the role of the membership do not show was not read.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Store

from ...amounts import shortened
from ...model.facts import RELATIONS
from ...model.names import NAME_PROPERTIES
from ...model.roles import FULL, ROLE_IRIS
from ...rdf.source import LocalSource
from ...rdf.terms import Term, named, sparql_term, text_of
from ..written_dates import read_date
from .finishing import meant_role, role_words
from .lenses import Node, read_by_lenses
from .own_words import HOLDS, Origins
from .rdf_dates import END, NEVER, START
from .spaces import prefixed

__all__ = ["KNOWN", "unread_of_memberships"]

_DEFAULT = DefaultGraph()
_TYPE, _MEMBERSHIP, _ROLE = named("rdf:type"), named("org:Membership"), named("org:role")
_OWN = named("blocs:").value
_FACTS = frozenset(
    named(name).value
    for name in (
        "rdf:type", "org:member", "org:organization", "org:role", "org:memberOf", "schema:startDate", "schema:endDate",
        "dcterms:source", "blocs:basis", "blocs:evidence",
    )
)  # fmt: skip
"""The properties of memberships in the model."""
KNOWN = frozenset(
    (
        *NAME_PROPERTIES,
        *RELATIONS,
        *(named(name).value for name in ("skos:definition", "org:classification", "blocs:asOf")),
    )
)
"""The properties of entities that are read wherever they stand."""
_ASIDE = frozenset(
    f"http://purl.org/{space}/{name}"
    for space in ("dc/terms", "dc/elements/1.1", "pav")
    for name in ("created", "modified", "issued", "date", "dateSubmitted", "createdOn", "lastUpdateOn")
) | {named(f"prov:{name}").value for name in ("generatedAtTime", "invalidatedAtTime")}
"""Dates of a record, not of what it says."""
_TELLING = re.compile(
    r"date|time|since|until|^from|start|end(s|ed)?$|begin|began|join|^left|leav|valid|period|year|interval|during"
    r"|status|role|rank$|position|active|current|former|term",
    re.IGNORECASE,
)
_OF_ROLES = re.compile(r"status|role|rank$|position", re.IGNORECASE)
_DATE_TYPE = re.compile(r"#(date|dateTime|dateTimeStamp|gYear|gYearMonth)$|EDTF|Period$")
_DATED = f'FILTER(isLiteral(?o) && REGEX(STR(DATATYPE(?o)), "{_DATE_TYPE.pattern}"))'.replace("\\", "\\\\")
_YEAR = re.compile(r"\d{4}")


def unread_of_memberships(
    store: Store, by_name: Collection[str], origins: Origins, said_of: Collection[object]
) -> list[str]:
    """What to say of what is said of memberships and not read, if it may say when, or as what, somebody is in.

    Parameters
    ----------
    store : Store
        The graph, in the model.
    by_name : collection of str
        The properties that were read by their names.
    origins : mapping of node to set of node
        The nodes of the other vocabulary that memberships were made of, by the membership.
    said_of : collection of node
        What a lens left out, which is said already.

    Returns
    -------
    list of str
        A line, or none.
    """
    counts = Counter(
        quad.predicate.value
        for quad in (*_of_memberships(store, by_name), *_of_origins(store, by_name, origins))
        if quad.subject not in said_of
    )
    if not counts:
        return []
    shown = shortened((f"{prefixed(iri)} ({number:,})" for iri, number in sorted(counts.items())), 3)
    return [f"not read of memberships: {shown}; see docs/lenses.md"]


def _of_memberships(store: Store, by_name: Collection[str]) -> Iterator[Quad]:
    """What memberships say themselves and nothing reads; the engine finds it, as they may be many."""
    used = "?m a org:Membership ; ?p ?o"
    dated = {text_of(p) for (p,) in _rows(store, f"SELECT DISTINCT ?p {{ {used} {_DATED} }}")}
    for (property_,) in list(_rows(store, f"SELECT DISTINCT ?p {{ {used} }}")):
        iri = text_of(property_)
        if iri in by_name or iri in _FACTS | _ASIDE or iri.startswith(_OWN) or not (iri in dated or _tells(iri)):
            continue
        known = iri in read_by_lenses() or iri in KNOWN
        predicate = NamedNode(iri)
        for membership, value in _rows(
            store, _DIFFERING % sparql_term(predicate) if known else _ANY % sparql_term(predicate)
        ):
            if isinstance(membership, Node) and value is not None:
                quad = Quad(membership, predicate, value, _DEFAULT)
                if not (known and _is_read(store, quad)):
                    yield quad


_ANY = "SELECT ?m ?o { ?m a org:Membership ; %s ?o }"
_DIFFERING = """SELECT ?m ?o { ?m a org:Membership ; %s ?o . FILTER(isLiteral(?o))
  FILTER NOT EXISTS { ?m schema:startDate|schema:endDate ?edge . FILTER(STRSTARTS(STR(?o), STR(?edge))) } }"""
"""What is plainly a date of the membership need not be looked at."""


def _of_origins(store: Store, by_name: Collection[str], origins: Origins) -> Iterator[Quad]:
    """What is said of the nodes that memberships were made of, as said of the membership."""
    for membership, nodes in origins.items():
        if Quad(membership, _TYPE, _MEMBERSHIP, _DEFAULT) not in store:
            continue
        for origin in nodes - {membership}:
            for quad in store.quads_for_pattern(origin, None, None, _DEFAULT):
                iri, value = quad.predicate.value, quad.object
                if iri in by_name or iri in _ASIDE or iri.startswith(_OWN):
                    continue
                dated = isinstance(value, Literal) and _DATE_TYPE.search(value.datatype.value)
                if not (dated or _tells(iri)):
                    continue
                known = iri in read_by_lenses() or iri in KNOWN or iri in _FACTS
                said = Quad(membership, quad.predicate, value, _DEFAULT)
                if not (known and _is_read(store, said)):
                    yield said


def _tells(iri: str) -> bool:
    """Whether the name of a property tells when or as what."""
    return _TELLING.search(re.split(r"[/#]", iri)[-1]) is not None


def _is_read(store: Store, quad: Quad) -> bool:
    """Whether what a property that lenses know says of a membership is in the membership's dates or its role."""
    if not isinstance(quad.object, Literal):
        return True
    text = quad.object.value
    if any(year >= NEVER for year in _YEAR.findall(text)):
        return True
    edges = [one for edge in (START, END) for one in _values(store, quad.subject, edge)]
    if date := read_date(text):
        return any(date.startswith(edge) or edge.startswith(date) for edge in edges)
    if _YEAR.search(text):
        return any(edge[:4] in text for edge in edges)
    if not _OF_ROLES.search(re.split(r"[/#]", quad.predicate.value)[-1]):
        return True  # no date: what a lens took for one is reported where dates are read
    words = role_words(store, quad.object)[1]
    meant = meant_role(words)
    if meant == FULL or words in HOLDS or not words:
        return True
    roles = [one.object for one in store.quads_for_pattern(quad.subject, _ROLE, None, _DEFAULT)]
    return any(
        role_words(store, role)[1] == words or (isinstance(role, NamedNode) and role.value == ROLE_IRIS.get(meant))
        for role in roles
        if isinstance(role, Node)
    )


def _values(store: Store, node: object, property_: NamedNode) -> list[str]:
    if not isinstance(node, Node):
        return []
    return [text_of(one.object) for one in store.quads_for_pattern(node, property_, None, _DEFAULT)]


def _rows(store: Store, query: str) -> Iterator[tuple[Term | None, ...]]:
    yield from LocalSource(store, "the graph").select(query)
