"""The graph for other tools: RDF files, rdflib, and files that networkx, Gephi and Cytoscape open.

RDF goes out as it is, every triple, in an order that does not change, so that two exports can be compared line
by line. For the tools that know nodes and edges only, `entity_graph` makes an edge of every fact about two
entities; a literal is an attribute of its entity and never a node, and `rdf:type` is the attribute `kind` and
never an edge.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from pyoxigraph import (
    BlankNode,
    CanonicalizationAlgorithm,
    Dataset,
    Literal,
    NamedNode,
    Quad,
    RdfFormat,
    Triple,
    serialize,
)

from ..errors import InvalidRequest, OperationFailed
from ..model.entities import Entity
from ..model.facts import Fact, facts_about, relation_words
from ..rdf.terms import BASE, PREFIXES, Term, id_of

if TYPE_CHECKING:
    import networkx
    import rdflib

    from ..model.graph import Graph
    from ..rdf.source import Source

__all__ = [
    "FORMATS",
    "cytoscape",
    "edges_csv",
    "entity_graph",
    "export",
    "gexf",
    "graphml",
    "jsonld",
    "nodes_csv",
    "ntriples",
    "to_rdflib",
    "turtle",
]

_TYPE = PREFIXES["rdf"] + "type"
_XSD = PREFIXES["xsd"]

# What comes first in a file: entities, then facts, then quotes; of each, what it is and how it is called.
_SUBJECTS = (BASE, PREFIXES["blocs"], "", PREFIXES["fact"], PREFIXES["quote"])
_PREDICATES = (_TYPE, *(PREFIXES["skos"] + name for name in ("prefLabel", "altLabel", "definition")))


# RDF


def to_rdflib(source: Source) -> rdflib.Graph:
    """The graph as an `rdflib.Graph`, every literal written as it was.

    Raises OperationFailed where the graph has triples about triples (RDF 1.2), which rdflib does not read.

    >>> import blocs
    >>> from rdflib import URIRef
    >>> (URIRef(BASE + "armenia"), None, URIRef(BASE + "cst")) in to_rdflib(blocs.load().source)
    True
    """
    import rdflib

    blank: dict[str, rdflib.BNode] = {}

    def convert(term: Term) -> Any:
        match term:
            case NamedNode():
                return rdflib.URIRef(term.value)
            case BlankNode():
                return blank.setdefault(term.value, rdflib.BNode())
            case Literal():
                datatype = None if term.language or term.datatype.value == _XSD + "string" else term.datatype.value
                kind = rdflib.URIRef(datatype) if datatype else None
                # Normalizing would rewrite what a source says, such as 007 or 1.50.
                return rdflib.Literal(term.value, lang=term.language, datatype=kind, normalize=False)
        raise OperationFailed("the graph has triples about triples (RDF 1.2), which rdflib does not read")

    result = rdflib.Graph(bind_namespaces="none")
    for prefix, namespace in PREFIXES.items():
        result.bind(prefix, namespace)
    for triple in source.triples():
        result.add((convert(triple.subject), convert(triple.predicate), convert(triple.object)))
    return result


def turtle(source: Source) -> bytes:
    """The graph as Turtle with the model's prefixes, one paragraph for each subject."""
    triples = _ordered(source)
    used = {iri for triple in triples for iri in _iris(triple)}
    prefixes = {p: name for p, name in PREFIXES.items() if any(iri.startswith(name) for iri in used)}
    text = serialize(triples, format=RdfFormat.TURTLE, prefixes=prefixes) or b""
    # Literals are written on one line, so a line that begins with neither tab nor @ begins a subject.
    text = re.sub(rb"(?m)^\t", b"    ", text)
    return re.sub(rb"(?m)( \.\n)(?=[^@\s])", rb"\1\n", text)


def ntriples(source: Source) -> bytes:
    """The graph as N-Triples, one triple a line, in the order of the Turtle."""
    return serialize(_ordered(source), format=RdfFormat.N_TRIPLES) or b""


def jsonld(source: Source) -> bytes:
    """The graph as JSON-LD 1.1, compact, with the model's prefixes as its context.

    Raises OperationFailed where the graph has triples about triples (RDF 1.2), which JSON-LD does not have.
    """
    triples = _ordered(source)
    used = {iri for triple in triples for iri in _iris(triple)}
    # An IRI that begins as if with a prefix ("org:…") would be read as short for another one.
    schemes = {iri.partition(":")[0] for iri in used}
    prefixes = {
        p: name for p, name in PREFIXES.items() if p and p not in schemes and any(iri.startswith(name) for iri in used)
    }
    short = _Compact(prefixes)
    nodes: dict[str, dict[str, Any]] = {}
    for triple in triples:
        node = nodes.setdefault(short.node(triple.subject), {"@id": short.node(triple.subject)})
        if triple.predicate.value == _TYPE and isinstance(triple.object, NamedNode):
            node.setdefault("@type", []).append(short.iri(triple.object.value))
        else:
            node.setdefault(short.iri(triple.predicate.value), []).append(short.value(triple.object))
    graph = [{key: v[0] if isinstance(v, list) and len(v) == 1 else v for key, v in n.items()} for n in nodes.values()]
    document = {"@context": {"@base": BASE, **prefixes}, "@graph": graph}
    return _json(document)


class _Compact:
    """Terms as JSON-LD writes them under a context."""

    def __init__(self, prefixes: dict[str, str]) -> None:
        self.prefixes = prefixes

    def iri(self, iri: str) -> str:
        for prefix, namespace in self.prefixes.items():
            if iri.startswith(namespace) and not iri.startswith("//", len(namespace)):
                return f"{prefix}:{iri[len(namespace) :]}"
        return iri

    def node(self, term: Term) -> str:
        if isinstance(term, BlankNode):
            return f"_:{term.value}"
        assert isinstance(term, NamedNode)
        local = term.value.removeprefix(BASE)
        return local if local != term.value and re.fullmatch(r"[\w-]+", local, re.ASCII) else self.iri(term.value)

    def value(self, term: Term) -> Any:
        if isinstance(term, Triple):
            raise OperationFailed(
                "the graph has triples about triples (RDF 1.2), which JSON-LD does not have; use turtle"
            )
        if not isinstance(term, Literal):
            return {"@id": self.node(term)}
        if term.language:
            return {"@value": term.value, "@language": term.language}
        match term.datatype.value.removeprefix(_XSD):
            case "string":
                return term.value
            case "integer" if re.fullmatch(r"0|-?[1-9]\d{0,14}", term.value):
                return int(term.value)
            case "boolean" if term.value in ("true", "false"):
                return term.value == "true"
        return {"@value": term.value, "@type": self.iri(term.datatype.value)}


def _ordered(source: Source) -> list[Triple]:
    """All triples in an order that depends on the graph alone; blank nodes get names that do so too (RDFC-1.0)."""
    triples = list(source.triples())
    if any(isinstance(term, BlankNode) for triple in triples for term in (triple.subject, triple.object)):
        dataset = Dataset(Quad(*triple) for triple in triples)
        dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
        triples = [quad.triple for quad in dataset]
    return sorted(triples, key=_order)


def _order(triple: Triple) -> tuple[int, str, int, str, str]:
    subject, predicate = triple.subject, triple.predicate.value
    text = subject.value if isinstance(subject, NamedNode | BlankNode) else str(subject)
    start = next((n for n, name in enumerate(_SUBJECTS) if name and text.startswith(name)), _SUBJECTS.index(""))
    group = len(_SUBJECTS) if isinstance(subject, BlankNode) else start
    place = _PREDICATES.index(predicate) if predicate in _PREDICATES else len(_PREDICATES)
    return group, text, place, predicate, str(triple.object)


def _iris(triple: Triple) -> Iterator[str]:
    for term in triple:
        if isinstance(term, NamedNode):
            yield term.value
        elif isinstance(term, Literal):
            yield term.datatype.value


# Nodes and edges


def entity_graph(
    graph: Graph,
    as_of: str | None = None,
    *,
    only: Sequence[str] = (),
    focus: Entity | None = None,
    depth: int = 1,
) -> networkx.MultiDiGraph[str]:
    """All entities and every fact about two of them, as a networkx graph.

    A node is an entity's id and has `label`, `kind`, `iri`, its other names and codes, and what literals say of it
    (`startDate`, …). An edge is a fact, from subject to object, and has `label` (the relation in words, such as
    "member of", "not a member of"), `relation` (its key, or the predicate's IRI), `basis`, `role`, `percent`,
    `startDate`, `endDate`, `rule`, `fact` (the IRI of its node) and of its evidence `quote`, `paragraph` and `cited`
    (several joined by " | "). What is not given is absent. The edge's key is the fact's id.

    Parameters: a date or period for facts that have dates (`None`: the dataset's own date, "any": all); `only` these
    kinds of entities; what is at most `depth` facts away from the entity in `focus`.

    >>> import blocs
    >>> facts = entity_graph(blocs.load())
    >>> [edge["label"] for edge in facts["georgia"]["cst"].values()]
    ['not a member of']
    """
    import networkx

    result: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    by_iri = graph.names.by_iri
    for entity in graph.names.entities:
        result.add_node(entity.id, **_node_attributes(entity))
    facts = facts_about(graph.source, [e.term for e in graph.names.entities], graph.period(as_of))
    keys: dict[str, int] = {}
    for fact in sorted(facts, key=_fact_order):
        subject, object_ = (
            by_iri.get(t.value) if isinstance(t, NamedNode) else None for t in (fact.subject, fact.object)
        )
        if subject is not None and object_ is not None:
            key = _key(fact, subject, object_)
            count = keys[key] = keys.get(key, 0) + 1
            unique = key if count == 1 else f"{key}-{count}"
            result.add_edge(subject.id, object_.id, key=unique, **_edge_attributes(fact))
        elif subject is not None and isinstance(fact.object, Literal):
            _say(result.nodes[subject.id], _attribute(fact.relation), fact.object.value)
    return _bounded(result, only, focus, depth)


def _bounded(
    facts: networkx.MultiDiGraph[str], only: Sequence[str], focus: Entity | None, depth: int
) -> networkx.MultiDiGraph[str]:
    """What `only` and `focus` leave."""
    import networkx

    if only:
        kept = {focus.id} if focus is not None else set()
        facts.remove_nodes_from([n for n in facts if facts.nodes[n]["kind"] not in only and n not in kept])
    if focus is not None:
        near = networkx.ego_graph(facts, focus.id, radius=depth, undirected=True)
        facts.remove_nodes_from(set(facts) - set(near))
    return facts


def _node_attributes(entity: Entity) -> dict[str, str]:
    given = {
        "label": entity.label,
        "kind": entity.kind,
        "iri": entity.iri,
        "abbreviation": entity.abbreviation,
        "aliases": "; ".join(entity.aliases),
        **entity.codes,
    }
    return {name: value for name, value in given.items() if value}


def _edge_attributes(fact: Fact) -> dict[str, str | float]:
    quotes = [e for e in fact.grounds.evidence if e.quote]
    given: dict[str, str | float] = {
        "label": _label(fact),
        "relation": fact.relation,
        "basis": fact.grounds.basis,
        "role": fact.role,
        "startDate": fact.start,
        "endDate": fact.end,
        "rule": fact.grounds.rule,
        "fact": fact.grounds.fact if ":" in fact.grounds.fact else "",
        "quote": " | ".join(e.quote for e in quotes),
        "paragraph": " | ".join(str(e.paragraph or "") for e in quotes).strip(" |"),
        "cited": " | ".join(dict.fromkeys(e.source for e in fact.grounds.evidence)),
    }
    if re.fullmatch(r"[+-]?\d+(\.\d*)?", fact.percent):
        given["percent"] = float(fact.percent)
    return {name: value for name, value in given.items() if value != ""}


def _label(fact: Fact) -> str:
    """The relation as an edge says it: "member of" rather than "is a member of"."""
    words = relation_words(fact.relation)
    short = words.removeprefix("is a ").removeprefix("is ") if words != "is a" else words
    return "signed" if fact.relation == "share" else short


def _attribute(relation: str) -> str:
    return id_of(relation)


def _say(node: dict[str, str], name: str, value: str) -> None:
    """Add what a literal says to an entity, but not in the place of its label, kind or IRI."""
    if name in ("label", "kind", "iri", "id", "abbreviation", "aliases", "prefLabel"):
        return
    said = node.get(name, "").split("; ") if name in node else []
    node[name] = "; ".join(sorted({*said, value}))


def _key(fact: Fact, subject: Entity, object_: Entity) -> str:
    """The fact's id; where it has no name of its own, one made of what it says."""
    return id_of(fact.grounds.fact) if ":" in fact.grounds.fact else f"{subject.id}-{id_of(fact.relation)}-{object_.id}"


def _fact_order(fact: Fact) -> tuple[str, ...]:
    node = fact.grounds.fact if ":" in fact.grounds.fact else ""
    quotes = " ".join(e.quote for e in fact.grounds.evidence)
    return str(fact.subject), fact.relation, str(fact.object), node, fact.start, fact.end, fact.role, quotes


_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def _for_xml(facts: networkx.MultiDiGraph[str]) -> networkx.MultiDiGraph[str]:
    """A copy in which what XML cannot hold (control characters in data) is U+FFFD."""
    import networkx

    def safe(value: Any) -> Any:
        return _NO_XML.sub("\ufffd", value) if isinstance(value, str) else value

    copy: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    for node, data in facts.nodes(data=True):
        copy.add_node(safe(node), **{safe(name): safe(value) for name, value in data.items()})
    for tail, head, key, data in facts.edges(keys=True, data=True):
        copy.add_edge(safe(tail), safe(head), key=safe(key), **{name: safe(value) for name, value in data.items()})
    return copy


def graphml(graph: Graph, as_of: str | None = None, **bounds: Any) -> bytes:
    """`entity_graph` as GraphML (http://graphml.graphdrawing.org), for yEd, Gephi, igraph and networkx."""
    import networkx

    out = io.BytesIO()
    networkx.write_graphml_xml(_for_xml(entity_graph(graph, as_of, **bounds)), out)
    return out.getvalue() + b"\n"


def gexf(graph: Graph, as_of: str | None = None, **bounds: Any) -> bytes:
    """`entity_graph` as GEXF 1.2 (https://gexf.net), for Gephi."""
    import networkx

    facts = _for_xml(entity_graph(graph, as_of, **bounds))
    for _, _, key, data in facts.edges(keys=True, data=True):
        data["id"] = key
    out = io.BytesIO()
    networkx.write_gexf(facts, out)
    # The day of writing would make two exports of one graph differ.
    return re.sub(rb' lastmodifieddate="[^"]*"', b"", out.getvalue(), count=1) + b"\n"


def cytoscape(graph: Graph, as_of: str | None = None, **bounds: Any) -> bytes:
    """`entity_graph` as the JSON of Cytoscape and Cytoscape.js (https://js.cytoscape.org/#notation/elements-json)."""
    import networkx

    facts = entity_graph(graph, as_of, **bounds)
    for name, node in facts.nodes(data=True):
        node["name"] = node.get("label") or name
    for _, _, key, data in facts.edges(keys=True, data=True):
        data["id"] = f"fact:{key}"
    return _json(networkx.cytoscape_data(facts))


def nodes_csv(graph: Graph, as_of: str | None = None, **bounds: Any) -> bytes:
    """The entities as CSV, one a row, with the columns that Gephi and Cytoscape look for (`id`, `label`)."""
    nodes = entity_graph(graph, as_of, **bounds).nodes(data=True)
    return _csv(("id", "label", "kind", "iri"), ({"id": node, **data} for node, data in nodes))


def edges_csv(graph: Graph, as_of: str | None = None, **bounds: Any) -> bytes:
    """The facts as CSV, one a row, with the columns that Gephi and Cytoscape look for (`source`, `target`)."""
    edges = entity_graph(graph, as_of, **bounds).edges(keys=True, data=True)
    rows = ({"source": tail, "target": head, "id": key, **data} for tail, head, key, data in edges)
    first = ("source", "target", "label", "relation", "basis", "role", "percent", "startDate", "endDate")
    return _csv((*first, "quote", "paragraph", "cited", "rule", "id", "fact"), rows)


def _csv(columns: Iterable[str], rows: Iterable[dict[str, Any]]) -> bytes:
    """Rows as RFC 4180 has it; columns that only some rows have follow those that all have."""
    found = list(rows)
    header = list(dict.fromkeys([*columns, *sorted({name for row in found for name in row})]))
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows([_cell(row.get(name, "")) for name in header] for row in found)
    return out.getvalue().encode("utf-8", "backslashreplace")


def _cell(value: Any) -> Any:
    """A spreadsheet runs a cell that begins with one of these signs; a quote before it keeps it text."""
    return "'" + value if isinstance(value, str) and re.match(r"[=+@\t\r]|-(?![\d.]*$)", value) else value


def _json(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "backslashreplace")


_OF_SOURCE: dict[str, Callable[[Source], bytes]] = {"turtle": turtle, "ntriples": ntriples, "jsonld": jsonld}
_OF_FACTS: dict[str, Callable[..., bytes]] = {
    "graphml": graphml,
    "gexf": gexf,
    "cytoscape": cytoscape,
    "csv": edges_csv,
    "csv-nodes": nodes_csv,
}

FORMATS = (*_OF_SOURCE, *_OF_FACTS)
"""Every format that `export` writes."""


def export(graph: Graph, form: str, as_of: str | None = None, **bounds: Any) -> bytes:
    """The graph in one of `FORMATS`; `csv` are the facts, `csv-nodes` the entities.

    RDF formats hold the whole graph, the others the facts that hold at a date (`None`: the dataset's own), bounded
    as in `entity_graph`.

    Raises InvalidRequest where the format is none of these, or an RDF format is asked for less than the whole.

    >>> import blocs
    >>> export(blocs.load(), "csv").decode().splitlines()[0][:28]
    'source,target,label,relation'
    """
    if form in _OF_SOURCE:
        if as_of is not None or any(bounds.get(name) for name in ("only", "focus")):
            raise InvalidRequest(f"{form} is of the whole graph; a part of it is chosen by a query that gives a graph")
        return _OF_SOURCE[form](graph.source)
    if form in _OF_FACTS:
        return _OF_FACTS[form](graph, as_of, **bounds)
    raise InvalidRequest(f"the graph cannot be written as {form!r}; use one of: {' '.join(FORMATS)}")
