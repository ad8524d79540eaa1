"""Reading a graph in whatever vocabulary: lenses turn it into the model, dates become dates, and the rest is reported.

The steps, each of which is skipped at once in a graph that is in the model already:

1. lenses that fit apply, after blank nodes that are somebody have got IRIs;
2. what the lenses made is completed: members and bodies that are texts, roles in words, basis, source, `org:memberOf`;
3. dates are brought into the form of the model, or reported and taken out: as text they would be compared wrongly;
4. what could not be read is said in notes.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Store, Triple

from ..model.dates import Period, today
from ..model.entities import TYPES
from ..model.roles import ROLE_IRIS
from ..rdf import ntriples as nt
from ..rdf.source import AppliedLens, LocalSource, Row
from ..rdf.terms import PREFIXES, id_of, iri_of, slug, text_of
from .blank_nodes import label_of, name_blank_nodes, name_literals
from .lenses import Lens, apply_lens, fitting, packaged_lenses
from .written_dates import OPEN, read_date

__all__ = ["Reading", "finish", "read_vocabularies", "unread_note"]

_DEFAULT = DefaultGraph()


def _term(prefixed: str) -> NamedNode:
    return NamedNode(nt.names(prefixed)[1:-1])


_TYPE, _MEMBERSHIP, _MEMBER_OF = _term("rdf:type"), _term("org:Membership"), _term("org:memberOf")
_MEMBER, _BODY, _ROLE = _term("org:member"), _term("org:organization"), _term("org:role")
_START, _END, _AS_OF = _term("schema:startDate"), _term("schema:endDate"), _term("blocs:asOf")
_BASIS, _STATED, _SOURCE, _LABEL = (
    _term(n) for n in ("blocs:basis", "blocs:stated", "dcterms:source", "skos:prefLabel")
)
_EVIDENCE, _ORGANIZATION = _term("blocs:evidence"), _term("org:Organization")

Node = NamedNode | BlankNode


@dataclass(frozen=True)
class Reading:
    """What became of a graph: the lenses that applied, and what a user must know of what was not read."""

    lenses: tuple[AppliedLens, ...] = ()
    notes: tuple[str, ...] = ()


def read_vocabularies(
    store: Store, label: str, lenses: Sequence[Lens] = (), *, automatic: bool = True, as_of: str = ""
) -> Reading:
    """Turn what is in a graph into the model, as far as lenses can.

    Parameters
    ----------
    store : Store
        The graph, to whose default graph the result is added.
    label : str
        What the graph's source is called.
    lenses : sequence of Lens
        The user's own lenses, which apply whether they seem to fit or not.
    automatic : bool
        Whether the packaged lenses apply where they fit.
    as_of : str
        The source's own date; today if it does not say one itself.

    Returns
    -------
    Reading
    """
    applied, notes, new = [], list[str](), list[Triple]()
    chosen = [*lenses, *(packaged_lenses() if automatic else ())]
    named = False
    for lens in chosen:
        if lens not in lenses and not fitting(store, [lens]):
            continue
        if not named and not lens.fits_named:
            name_blank_nodes(store)
            named = True
        before = _count(store)
        made, left_out = apply_lens(store, lens)
        new += made
        if made:
            applied.append(AppliedLens(lens.name, lens.title, _count(store) - before))
        elif lens in lenses:
            notes.append(f"{label}: the lens {lens.name} made nothing of it; does its WHERE fit the data?")
        notes += [f"{label}: {_times(reason, n)} (lens {lens.name})" for reason, n in sorted(left_out.items())]
    if new:
        notes += finish(store, new, label, as_of)
    notes += [f"{label}: {note}" for note in _read_dates(store)]
    notes += [f"{label}: {note}" for note in _graphs_unread(store, automatic)]
    missing = unread_note(store)
    return Reading(tuple(applied), (*notes, *([f"{label}: {missing}"] if missing else [])))


def _times(reason: str, number: int) -> str:
    return f"left out: {reason}" + (f" ({number:,} times)" if number > 1 else "")


def _count(store: Store) -> int:
    """How many memberships there are: those with a node, and those that are a triple only."""
    query = (
        "SELECT (COUNT(*) AS ?n) {"
        " { SELECT DISTINCT ?m { ?m a org:Membership ; org:member ?who ; org:organization ?of } }"
        " UNION { SELECT DISTINCT ?who ?of { ?who org:memberOf ?of"
        " MINUS { ?m org:organization ?of ; org:member ?who ; a org:Membership } } } }"
    )
    ((number,),) = _rows(store, query)
    return int(text_of(number))


def _rows(store: Store, query: str) -> Iterator[Row]:
    return LocalSource(store, "the graph").select(query)


def finish(store: Store, new: Iterable[Triple], label: str, as_of: str = "") -> list[str]:
    """Complete the memberships that lenses made.

    Parameters
    ----------
    store : Store
        The graph, which is changed.
    new : iterable of Triple
        What the lenses made.
    label : str
        What the graph's source is called.
    as_of : str
        The source's own date; today if it does not say one itself.

    Returns
    -------
    list of str
        Notes on memberships that are none.
    """
    _name_ends(store)
    touched = {t.subject for t in new if t.predicate in (_TYPE, _MEMBER, _BODY, _START, _END, _ROLE)}
    memberships = [m for m in touched if isinstance(m, Node) and Quad(m, _TYPE, _MEMBERSHIP, _DEFAULT) in store]
    notes = [f"{label}: {note}" for note in _read_roles(store, memberships)]
    _read_dates_of(store, memberships)
    _ground(store, memberships, label, as_of)
    return notes


def _name_ends(store: Store) -> None:
    """Members and bodies that are texts, or blank nodes without a name, become entities."""
    blank: list[BlankNode] = []
    for predicate, kind_class in ((_BODY, _ORGANIZATION), (_MEMBER, None), (_MEMBER_OF, _ORGANIZATION)):
        quads = list(store.quads_for_pattern(None, predicate, None, _DEFAULT))
        name_literals(store, [quad for quad in quads if isinstance(quad.object, Literal)], kind_class)
        blank += [quad.object for quad in quads if isinstance(quad.object, BlankNode)]
    blank += [
        quad.subject
        for quad in store.quads_for_pattern(None, _MEMBER_OF, None, _DEFAULT)
        if isinstance(quad.subject, BlankNode)
    ]
    if blank:
        name_blank_nodes(store, dict.fromkeys(blank))


_OBSERVER = re.compile(r"(\w+ )?observers?( state| status| member)?")
_ASSOCIATE = re.compile(r"(associated?|affiliated?|partner)( member| membership| state| status| country)?")
_FULL = re.compile(r"(full |ordinary |regular |founding )?member(ship)?( state| country)?|full")
_NO_MEMBER = re.compile(
    r"(former|ex|past|withdrawn|expelled)( .*)?member( state| country)?|former|withdrawn|expelled"
    r"|(candidate|applicant|acceding|prospective)( .*)?(member|country|state)?|non ?member|not a member"
)


def _read_roles(store: Store, memberships: Iterable[Node]) -> list[str]:
    """Roles in words, or of other vocabularies, as the model has them; who is no member (any more) is left out."""
    none: Counter[str] = Counter()
    for membership in memberships:
        for quad in list(store.quads_for_pattern(membership, _ROLE, None, _DEFAULT)):
            role = quad.object
            if isinstance(role, Triple) or (isinstance(role, NamedNode) and role.value in ROLE_IRIS.values()):
                continue
            name = role.value if isinstance(role, Literal) else label_of(store, role)
            if not name and isinstance(role, NamedNode):
                name = id_of(role.value)
            words = " ".join(re.findall(r"\w+", re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name))).lower()
            meant = "observer" if _OBSERVER.fullmatch(words) else "associate" if _ASSOCIATE.fullmatch(words) else ""
            if _NO_MEMBER.fullmatch(words):
                none[name] += 1
                store.remove(Quad(membership, _TYPE, _MEMBERSHIP, _DEFAULT))
                store.remove(quad)
            elif meant or not words or _FULL.fullmatch(words):
                store.remove(quad)
                if meant:
                    store.add(Quad(membership, _ROLE, NamedNode(ROLE_IRIS[meant]), _DEFAULT))
            elif not isinstance(role, NamedNode):
                office = NamedNode(iri_of("role-" + (slug(name) or "unnamed")))
                store.remove(quad)
                store.add(Quad(membership, _ROLE, office, _DEFAULT))
                store.add(Quad(office, _TYPE, _term("org:Role"), _DEFAULT))
                store.add(Quad(office, _LABEL, Literal(name), _DEFAULT))
    return [_times(f"a membership in the role “{name}”", number) for name, number in sorted(none.items())]


def _ground(store: Store, memberships: Iterable[Node], label: str, as_of: str) -> None:
    """Basis, source and shortcut of the memberships that lenses made."""
    dataset = NamedNode(iri_of("dataset-" + (slug(label) or "graph")))
    own = [
        quad.object.value
        for quad in store.quads_for_pattern(None, _AS_OF, None, _DEFAULT)
        if hasattr(quad.object, "value")
    ]
    date = as_of or max(own, default=today())
    period = Period(date, date)
    used = False
    for membership in memberships:
        if Quad(membership, _TYPE, _MEMBERSHIP, _DEFAULT) not in store:
            continue

        def first(predicate: NamedNode, of: Node = membership) -> str | None:
            found = next(iter(store.quads_for_pattern(of, predicate, None, _DEFAULT)), None)
            return None if found is None or isinstance(found.object, Triple) else found.object.value

        if first(_BASIS) is None:
            store.add(Quad(membership, _BASIS, _STATED, _DEFAULT))
        if first(_SOURCE) is None and first(_EVIDENCE) is None:
            store.add(Quad(membership, _SOURCE, dataset, _DEFAULT))
            used = True
        role = first(_ROLE)
        full = role not in (ROLE_IRIS["associate"], ROLE_IRIS["observer"])
        if full and period.covers(first(_START), first(_END)):
            for who in list(store.quads_for_pattern(membership, _MEMBER, None, _DEFAULT)):
                for of in list(store.quads_for_pattern(membership, _BODY, None, _DEFAULT)):
                    if isinstance(who.object, Node):
                        store.add(Quad(who.object, _MEMBER_OF, of.object, _DEFAULT))
    if used:
        store.add(Quad(dataset, _TYPE, _term("schema:Dataset"), _DEFAULT))
        store.add(Quad(dataset, _LABEL, Literal(label), _DEFAULT))
        if not own:
            store.add(Quad(dataset, _AS_OF, _date(date), _DEFAULT))


_GOOD_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_TYPES = {PREFIXES["xsd"] + name: length for name, length in (("gYear", 4), ("gYearMonth", 7), ("date", 10))}
_DATES = (_START, _END, _AS_OF)


def _date(text: str) -> Literal:
    datatype = next(iri for iri, length in _TYPES.items() if length == len(text))
    return Literal(text, datatype=NamedNode(datatype))


def _is_good(term: object) -> bool:
    return (
        isinstance(term, Literal)
        and _TYPES.get(term.datatype.value) == len(term.value)
        and _GOOD_DATE.fullmatch(term.value) is not None
    )


def _read_dates(store: Store) -> list[str]:
    """Bring the dates of a graph into the form of the model; notes on those that are no dates.

    The dates that are different from each other are few, also where memberships are many.
    """
    bad = []
    for predicate in _DATES:
        if next(iter(store.quads_for_pattern(None, predicate, None, _DEFAULT)), None) is None:
            continue
        rows = _rows(store, f"SELECT DISTINCT ?date {{ ?it {predicate} ?date }}")
        bad += [(predicate, term) for (term,) in rows if not _is_good(term)]
    notes = []
    for predicate, term in bad:
        quads = list(store.quads_for_pattern(None, predicate, term, _DEFAULT))
        if not _replace_dates(store, quads):
            what = term.value if isinstance(term, Literal) else str(term)
            those = id_of(text_of(quads[0].subject)) + (f" and {len(quads) - 1:,} more" if quads[1:] else "")
            name = {_START: "start", _END: "end"}.get(predicate, "date")
            notes.append(f"the {name} {what!r} of {those} was not understood and is not read; write YYYY-MM-DD")
    return sorted(notes)


def _read_dates_of(store: Store, memberships: Iterable[Node]) -> None:
    """The same for some memberships, before it is known whether they hold; what is no date is left for later."""
    for membership in memberships:
        for predicate in (_START, _END):
            quads = [
                quad
                for quad in store.quads_for_pattern(membership, predicate, None, _DEFAULT)
                if not _is_good(quad.object)
            ]
            for quad in quads:
                if isinstance(quad.object, Literal) and read_date(quad.object.value):
                    _replace_dates(store, [quad])


def _replace_dates(store: Store, quads: Sequence[Quad]) -> bool:
    """Write the date that some quads share as the model does; whether it is one, or says that there is none."""
    term = quads[0].object
    written = read_date(term.value) if isinstance(term, Literal) else None
    far = written is not None and written >= "9000"  # 9999-12-31: it has not ended
    for quad in quads:
        store.remove(quad)
        if written and not far:
            store.add(Quad(quad.subject, quad.predicate, _date(written), _DEFAULT))
    return bool(written) or (isinstance(term, Literal) and term.value.strip().lower() in OPEN)


def _graphs_unread(store: Store, automatic: bool) -> list[str]:
    """Named graphs with memberships that stay unread."""
    if not automatic or next(iter(store.named_graphs()), None) is None:
        return []
    query = (
        "SELECT (COUNT(*) AS ?n) (COUNT(DISTINCT ?g) AS ?graphs) { GRAPH ?g { ?m org:organization|org:memberOf ?b }"
        " FILTER NOT EXISTS { ?m org:organization|org:memberOf ?b } }"
    )
    (row,) = _rows(store, query)
    number, graphs = (int(text_of(term)) for term in row)
    if not number:
        return []
    where = "a named graph" if graphs == 1 else f"{graphs:,} named graphs"
    return [f"{number:,} memberships in {where} are not read; --lens named-graphs reads them too"]


_COMMON = {
    **{prefix: iri for prefix, iri in PREFIXES.items() if prefix not in ("", "fact", "quote")},
    "schema": "http://schema.org/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "owl": "http://www.w3.org/2002/07/owl#",
    "wdt": "http://www.wikidata.org/prop/direct/",
    "p": "http://www.wikidata.org/prop/",
    "ps": "http://www.wikidata.org/prop/statement/",
    "pq": "http://www.wikidata.org/prop/qualifier/",
    "wikibase": "http://wikiba.se/ontology#",
    "dbo": "http://dbpedia.org/ontology/",
    "dbp": "http://dbpedia.org/property/",
    "euvoc": "http://publications.europa.eu/ontology/euvoc#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "np": "http://www.nanopub.org/nschema#",
}


def unread_note(store: Store) -> str:
    """What to say of a graph in which there is no membership and no other fact of the model; "" of any other.

    >>> from pyoxigraph import RdfFormat
    >>> store = Store()
    >>> store.load(b'<http://e.org/a> <http://e.org/terms/likes> <http://e.org/b> .', format=RdfFormat.TURTLE)
    >>> unread_note(store)
    'one triple, not in the graph model; it uses http://e.org/terms/likes; see docs/lenses.md'
    """
    for predicate in (_MEMBER_OF, _BODY, _BASIS):
        if next(iter(store.quads_for_pattern(None, predicate, None, _DEFAULT)), None) is not None:
            return ""
    count = len(store)
    if not count:
        return "there is nothing in it: no triples"
    query = (
        "SELECT ?p (COUNT(*) AS ?n) { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }"
        " GROUP BY ?p ORDER BY DESC(?n) ?p LIMIT 6"
    )
    used = [_shown(text_of(predicate)) for predicate, _ in _rows(store, query) if predicate != _TYPE]
    terms = ", ".join(used[:5]) or "rdf:type"
    what = "no membership among them" if _has_entities(store) else "none in the graph model"
    if count == 1:
        return f"one triple, {what.replace(' among them', '').replace('none', 'not')}; it uses {terms}; {_SEE}"
    return f"{count:,} triples, {what}; they use {terms}; {_SEE}"


_SEE = "see docs/lenses.md"


def _has_entities(store: Store) -> bool:
    """Whether something has a class that the model knows."""
    classes = (store.quads_for_pattern(None, _TYPE, NamedNode(iri), _DEFAULT) for iri in TYPES)
    return any(next(iter(quads), None) is not None for quads in classes)


def _shown(iri: str) -> str:
    space = max((ns for ns in _COMMON.values() if iri.startswith(ns)), key=len, default="")
    prefix = next((prefix for prefix, ns in _COMMON.items() if ns == space), "")
    return f"{prefix}:{iri[len(space) :]}" if space else iri
