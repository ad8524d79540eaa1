"""Names: entities that share one, terms that no vocabulary has, and references to nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from ..model.entities import TYPES
from ..model.naming.look_alikes import look_alikes, looks_like
from ..model.naming.names import NAME_PROPERTIES
from ..model.relations import RELATIONS
from ..rdf.source import Source, values
from ..rdf.terms import BASE, PREFIXES, Term, id_of, prologue
from ..rdf.together import rows_together
from ..readers.vocabularies.lenses import packaged_lenses
from ..readers.vocabularies.misplaced_dates import DATES_OF_SCHEMA, NOT_READ, WRITE_IT_ON
from ..resources import resource
from .finding import ERROR, WARNING, Finding, shown

if TYPE_CHECKING:
    from ..model.naming.names import Names

__all__ = ["ambiguous_names", "dangling", "look_alike_names", "unknown_terms"]

_REFERENCES = (
    *(
        "org:memberOf",
        "org:subOrganizationOf",
        "org:member",
        "org:organization",
        "org:heldBy",
        "org:postIn",
        "org:role",
    ),
    *("blocs:participant", "blocs:event", "blocs:signatory", "blocs:documents", "blocs:represented", "blocs:in"),
    *("blocs:speaker", "blocs:about", "blocs:at", "blocs:answers", "blocs:reason", "blocs:aegis", "blocs:deployedIn"),
    *("blocs:evidence", "blocs:premise", "blocs:rule", "blocs:between", "blocs:claimedBy", "blocs:basis"),
    *("rdf:subject", "rdf:object", "schema:location", "schema:organizer", "schema:about", "schema:containedInPlace"),
    *("schema:founder", "org:classification"),
)
"""Properties whose value must be something that the graph describes."""

_INSTEAD = {
    PREFIXES["org"] + "hasMember": "org:memberOf, from the member to the body",
    PREFIXES["org"] + "hasMembership": "org:member, from the membership to the member",
    PREFIXES["org"] + "hasSubOrganization": "org:subOrganizationOf, from the part to the whole",
    PREFIXES["org"] + "unitOf": "org:subOrganizationOf",
    PREFIXES["org"] + "memberDuring": "schema:startDate and schema:endDate of the membership",
    PREFIXES["schema"] + "member": "org:memberOf, from the member to the body",
    PREFIXES["schema"] + "memberOf": "org:memberOf",
    PREFIXES["schema"] + "subOrganization": "org:subOrganizationOf, from the part to the whole",
    PREFIXES["schema"] + "parentOrganization": "org:subOrganizationOf",
}
"""Terms of the standard vocabularies that say what the model says by another term, and that nothing here reads."""

_MANY = 200  # terms in one query
_CLOSE = 90  # per cent of similarity from which an IRI is taken for a slip
_LIKE = 70  # and from which a term of the same vocabulary is offered


def ambiguous_names(names: Names) -> Iterator[Finding]:
    """Names that are of several entities, so that a question with them cannot be understood."""
    for name, entities in names.ambiguous():
        ids = ", ".join(shown(entity.term) for entity in entities)
        what = f'"{name}" is the name of {len(entities)} entities: {ids}.'
        way_out = "Give each its own skos:prefLabel and skos:altLabel, or, if they are one, say owl:sameAs."
        yield Finding(WARNING, shown(entities[0].term), what, way_out)


def look_alike_names(names: Names) -> Iterator[Finding]:
    """Names that only look like others, or like names of the lists, by letters of other scripts."""
    from ..model.known.authority import authority
    from ..model.known.bodies import bodies

    terms = {entity.label: shown(entity.term) for entity in names.entities if entity.is_a("state", "body", "person")}
    if all(map(str.isascii, terms)):
        return
    found = look_alikes(terms, lambda name: bool(bodies().find(name) or authority().meanings(name)))
    for name, other in found.items():
        yield Finding(WARNING, terms[name], f"{looks_like(name, other)}.", "If it is the same, write it alike.")


def dangling(source: Source, names: Names) -> dict[Term, Finding]:
    """What facts refer to and nothing describes, texts among it, with a like name that the graph has."""
    users = _users(source, _undescribed(source))
    if not users:
        return {}
    described = _described(source)
    return {term: _dangling(term, by, described, names) for term, by in users.items()}


def _undescribed(source: Source) -> list[Term]:
    """What facts refer to and nothing describes, but for terms of the model."""
    references = f"VALUES ?p {{ {' '.join(_REFERENCES)} }} ?s ?p ?o FILTER(!isBLANK(?o))"
    # Grouped first: what ten thousand facts refer to is looked for once.
    body = f"SELECT ?o {{ {{ SELECT ?o {{ {references} }} GROUP BY ?o }} FILTER NOT EXISTS {{ ?o ?any ?thing }} }}"
    terms = (term for (term,) in source.select(prologue(body) + body) if term is not None)
    return sorted((term for term in terms if not (isinstance(term, NamedNode) and _namespace(term.value))), key=str)


def _users(source: Source, terms: Sequence[Term]) -> dict[Term, list[Term]]:
    """What refers to each of some terms; a text may be the object of a statement."""
    found: dict[Term, list[Term]] = defaultdict(list)
    for at in range(0, len(terms), _MANY):
        body = (
            f"SELECT DISTINCT ?o ?s {{ {values('o', terms[at : at + _MANY])} VALUES ?p {{ {' '.join(_REFERENCES)} }}"
            " ?s ?p ?o FILTER(!isLITERAL(?o) || ?p != rdf:object) }"
        )
        for term, user in sorted(source.select(prologue(body) + body), key=str):
            if term is not None and user is not None:
                found[term].append(user)
    return found


def _dangling(term: Term, users: Sequence[Term], described: Sequence[str], names: Names) -> Finding:
    others = f" and {len(users) - 1} more" if users[1:] else ""
    if isinstance(term, Literal):
        meant = next((shown(entity.term) for entity in names.matches(term.value)), "")
        what = (
            f"{shown(users[0])}{others} {'have' if others else 'has'} the text {shown(term)} in the place of an entity."
        )
        return Finding(
            ERROR, shown(users[0]), what, f"Write {meant or 'its IRI, such as :germany'}, without quotation marks."
        )
    assert isinstance(term, NamedNode)
    # What all ids share is no similarity: only what follows is compared.
    space = term.value[: -len(id_of(term.value))]
    near = _nearest(term.value, [iri for iri in described if iri.startswith(space)], _LIKE, len(space))
    way_out = f"Did you mean {shown(NamedNode(near))}?" if near else "Describe it: its class and skos:prefLabel."
    what = f"Nothing says what {shown(term)} is, which {shown(users[0])}{others} refers to."
    return Finding(ERROR, shown(users[0]), what, way_out)


def _described(source: Source) -> list[str]:
    """The IRIs that have a class, in the order of their names."""
    rows = source.select("SELECT DISTINCT ?s { ?s a ?class FILTER(isIRI(?s)) } LIMIT 200000")
    return sorted(term.value for (term,) in rows if isinstance(term, NamedNode))


def unknown_terms(source: Source) -> Iterator[Finding]:
    """Predicates and classes that look like those of the model or of a standard vocabulary, and are none."""
    # Where lenses applied, those that made nothing had their turn too: another had read the same already.
    applied = {lens.name for lens in source.lenses}
    read = {iri for lens in packaged_lenses() if applied for iri, _ in lens.fits}
    misplaced = any(NOT_READ in note for note in source.notes)
    queries = ["SELECT DISTINCT ?term { ?s ?term ?o }", "SELECT DISTINCT ?term { ?s a ?term }"]
    for sort, rows in zip(("property", "class"), rows_together(source, queries), strict=True):
        for term in sorted((term for (term,) in rows if isinstance(term, NamedNode)), key=str):
            # In data that lenses turned into the model, terms of other vocabularies are no slips.
            foreign = bool(applied) and not _namespace(term.value)
            said = None if foreign or term.value in read else _unknown(term.value, sort)
            if said is not None and term.value in DATES_OF_SCHEMA:
                # Lenses read them under http: too; what they did not read stands in the wrong place.
                said = None if misplaced else (said[0], f"{WRITE_IT_ON[:1].upper()}{WRITE_IT_ON[1:]}.")
            if said is not None:
                what, way_out = said
                yield Finding(
                    ERROR if "did you mean" in way_out.lower() else WARNING, _user(source, term, sort), what, way_out
                )


def _unknown(iri: str, sort: str) -> tuple[str, str] | None:
    """What is wrong with a term, and the way out; `None` where nothing is."""
    known = _model_terms()
    if iri in known:
        return None
    term = shown(NamedNode(iri))
    if iri in _INSTEAD:
        return f"The {sort} {term} is not read.", f"Write {_INSTEAD[iri]}."
    namespace = _namespace(iri)
    if namespace and namespace not in _OURS and iri in _standard_terms(namespace):
        return None
    if namespace in _OURS or (namespace and _standard_terms(namespace)):
        of_namespace = [*(t for t in known if t.startswith(namespace)), *_standard_terms(namespace)]
        near = _nearest(iri, of_namespace, _LIKE, len(namespace))
        way_out = f"Did you mean {shown(NamedNode(near))}?" if near else "See docs/model.md for the terms of the model."
        return f"The vocabulary has no {sort} {term}.", way_out
    near = _nearest(iri, [other for other in known if not _apart(iri, other)], _CLOSE)
    if near and not iri.startswith(BASE):
        return f"The {sort} {term} is not read.", f"Did you mean {shown(NamedNode(near))}, that is {NamedNode(near)}?"
    return None


def _apart(iri: str, other: str) -> bool:
    """Whether two IRIs are different terms of one vocabulary: what they share is then no likeness."""
    space, other_space = iri[: -len(id_of(iri))], other[: -len(id_of(other))]
    return space == other_space and _nearest(id_of(iri), [id_of(other)], _CLOSE) == ""


def _user(source: Source, term: NamedNode, sort: str) -> str:
    pattern = f"?s {term} ?o" if sort == "property" else f"?s a {term}"
    first = next(iter(source.select(f"SELECT ?s {{ {pattern} }} ORDER BY ?s LIMIT 1")), (term,))
    return shown(first[0])


def _nearest(iri: str, among: Sequence[str], least: float, skip: int = 0) -> str:
    """The likest of several IRIs, comparing what follows the first `skip` characters; "" where none is like it."""
    from rapidfuzz import fuzz, process

    rest = [other[skip:] for other in among]
    found = process.extractOne(iri[skip:], rest, scorer=fuzz.ratio, score_cutoff=least)
    return among[found[2]] if found else ""


_OURS = (PREFIXES["blocs"], PREFIXES["oa"])
"""Namespaces of which every term in use is known here."""


def _namespace(iri: str) -> str:
    """The vocabulary that an IRI belongs to, where it is one of the model's; "" for all else."""
    for prefix, namespace in PREFIXES.items():
        if prefix not in ("", "fact", "quote") and iri.startswith(namespace):
            return namespace
    return ""


@cache
def _model_terms() -> tuple[str, ...]:
    """Every term that the model has or reads."""
    terms = {*TYPES, *RELATIONS, *NAME_PROPERTIES}
    for name in ("vocabulary.ttl", "shapes.ttl"):
        for quad in parse(resource("data", name).read_bytes(), RdfFormat.TURTLE):
            for term in (quad.subject, quad.predicate, quad.object):
                if isinstance(term, NamedNode) and _namespace(term.value):
                    terms.add(term.value)
    prefixed = ("oa:hasTarget", "oa:prefix", "oa:suffix", "oa:Annotation", "oa:hasSelector", "oa:hasSource")
    terms |= {PREFIXES["oa"] + name.removeprefix("oa:") for name in prefixed}
    return tuple(sorted(terms))


@cache
def _standard_terms(namespace: str) -> tuple[str, ...]:
    """Every term of a standard vocabulary."""
    # Imported only where a term is not among the model's own.
    from rdflib.namespace import DCTERMS, ORG, PROV, RDF, RDFS, SDO, SKOS, XSD

    known = {str(vocabulary): vocabulary for vocabulary in (DCTERMS, ORG, PROV, RDF, RDFS, SDO, SKOS, XSD)}
    # To iterate over such a namespace is to count up without end; its terms are its annotations.
    return tuple(namespace + name for name in getattr(known.get(namespace), "__annotations__", ()))
