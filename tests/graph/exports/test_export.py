"""The graph in other tools' formats, opened by those tools again."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import blocs as package
import networkx as nx
import pyoxigraph as ox
import pytest
from blocs import InvalidRequest, KnowledgeGraph, OperationFailed
from blocs.graph.exports import formats, rdf_formats
from blocs.graph.exports.entity_graph import entity_graph
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import Graph
from rdflib.compare import isomorphic

FOREIGN = r"""
@prefix org: <http://www.w3.org/ns/org#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix e: <http://example.org/x/> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix schema: <https://schema.org/> .
e:A a schema:Country ; rdfs:label "A\u0007 <b>&amp;\"", "Aland"@sv ; org:memberOf e:X ; e:borders e:B ; e:people 007 .
e:B a schema:Country ; rdfs:label "=B()" ; e:area "1.50"^^xsd:decimal ; e:flag true .
e:X a org:Organization ; rdfs:label "Xorg" ; e:seat [ rdfs:label "somewhere" ] .
<org:odd> e:about e:A ; e:since "2001-05"^^xsd:gYearMonth .
"""


@pytest.fixture(scope="module")
def article() -> KnowledgeGraph:
    return package.load()


@pytest.fixture
def foreign(tmp_path: Path) -> KnowledgeGraph:
    path = tmp_path / "foreign.ttl"
    path.write_text(FOREIGN)
    return package.load(path)


@pytest.fixture(params=["article", "foreign"])
def graph(request: pytest.FixtureRequest) -> KnowledgeGraph:
    loaded: KnowledgeGraph = request.getfixturevalue(request.param)
    return loaded


def canonical(triples: list[ox.Triple]) -> set[str]:
    dataset = ox.Dataset(ox.Quad(t.subject, t.predicate, t.object) for t in triples)
    dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return {str(quad) for quad in dataset}


RDF = {
    "turtle": (ox.RdfFormat.TURTLE, "turtle"),
    "ntriples": (ox.RdfFormat.N_TRIPLES, "nt"),
    "jsonld": (ox.RdfFormat.JSON_LD, "json-ld"),
}


@pytest.mark.parametrize("form", RDF)
def test_rdf_reads_back_equal_by_both_libraries(graph: KnowledgeGraph, form: str) -> None:
    written = graph.export(form)
    ours, theirs = RDF[form]
    assert canonical([q.triple for q in ox.parse(written, ours)]) == canonical(list(graph.source.triples()))
    # Both through rdflib's parser: only what was written can differ.
    plain = Graph().parse(data=rdf_formats.ntriples(graph.source), format="nt")
    assert isomorphic(Graph().parse(data=written, format=theirs), plain)


def test_to_rdflib_has_every_triple_as_it_was_written(graph: KnowledgeGraph) -> None:
    converted = graph.to_rdflib()
    lines = converted.serialize(format="nt", encoding="utf-8")
    assert canonical([q.triple for q in ox.parse(lines, ox.RdfFormat.N_TRIPLES)]) == canonical(
        list(graph.source.triples())
    )
    assert dict(converted.namespaces())["org"].toPython() == "http://www.w3.org/ns/org#"


@pytest.mark.parametrize("form", [name for name, form in formats.FORMATS.items() if not form.drawn and name != "html"])
def test_two_exports_are_the_same_bytes(form: str, tmp_path: Path) -> None:
    path = tmp_path / "foreign.ttl"
    path.write_text(FOREIGN)
    assert package.load(path).export(form) == package.load(path).export(form)


text = st.text(max_size=20)


@settings(deadline=None, max_examples=60)
@given(text, text, st.sampled_from(["integer", "decimal", "boolean", "date", "string"]))
def test_any_literal_survives_every_rdf_format(label: str, value: str, datatype: str) -> None:
    store = ox.Store()
    kind = ox.NamedNode("http://www.w3.org/2001/XMLSchema#" + datatype)
    for literal in (ox.Literal(label), ox.Literal(value, datatype=kind), ox.Literal(label, language="en")):
        store.add(ox.Quad(ox.NamedNode("org:x"), ox.NamedNode("http://example.org/p"), literal))
    source = package.graph.rdf.source.LocalSource(store, "a test")
    for form, (ours, _) in RDF.items():
        written = getattr(rdf_formats, form)(source)
        assert {str(q.triple) for q in ox.parse(written, ours)} == {str(t) for t in source.triples()}


def test_turtle_is_for_reading(article: KnowledgeGraph) -> None:
    written = rdf_formats.turtle(article.source).decode()
    assert "@prefix org: <http://www.w3.org/ns/org#> ." in written
    assert "\n\n:armenia a schema:Country ;\n    skos:prefLabel" in written
    assert written.index("\n:armenia ") < written.index("\nfact:") < written.index("\nquote:")


def test_triples_about_triples_are_refused_where_a_format_has_none() -> None:
    node = ox.NamedNode("http://example.org/a")
    store = ox.Store()
    store.add(ox.Quad(node, node, ox.Triple(node, node, node)))
    source = package.graph.rdf.source.LocalSource(store, "a test")
    with pytest.raises(OperationFailed, match="rdflib"):
        rdf_formats.to_rdflib(source)
    with pytest.raises(OperationFailed, match="JSON-LD"):
        rdf_formats.jsonld(source)


# Nodes and edges


def test_entities_are_nodes_and_facts_are_edges(article: KnowledgeGraph) -> None:
    facts = entity_graph(article)
    assert set(facts.nodes) == {entity.id for entity in article.names.entities}
    assert facts.nodes["armenia"]["kind"] == "state"
    assert facts.nodes["dmc-baku-2001"]["startDate"] == "2001-05-18"
    edge = facts.edges["armenia", "cst", next(iter(facts["armenia"]["cst"]))]
    assert (edge["label"], edge["basis"], edge["paragraph"]) == ("member of", "stated", "1")
    assert edge["quote"].startswith("CST member states include Armenia")
    assert {edge["label"] for edge in facts["georgia"]["cst"].values()} == {"not a member of"}
    assert {edge["label"] for edge in facts["turkmenistan"]["dmc-baku-2001"].values()} == {"absent from"}
    shares = [e["percent"] for *_, e in facts.out_edges("armenia", data=True) if e["label"] == "signed"]
    assert shares == [97.0]


def test_neither_literals_nor_classes_are_nodes_or_edges(graph: KnowledgeGraph) -> None:
    facts = entity_graph(graph)
    assert {data["kind"] for _, data in facts.nodes(data=True)} <= set(package.graph.model.entities.KINDS)
    assert not any(data["relation"].endswith("#type") for *_, data in facts.edges(data=True))
    assert len({key for *_, key in facts.edges(keys=True)}) == facts.number_of_edges()


def test_shortcuts_alone_are_edges(foreign: KnowledgeGraph) -> None:
    facts = entity_graph(foreign)
    assert {(a, data["label"], b) for a, b, data in facts.edges(data=True)} == {
        ("A", "member of", "X"),
        ("A", "borders", "B"),
    }
    assert facts.nodes["B"]["area"] == "1.5"
    assert not any("quote" in data for *_, data in facts.edges(data=True))


def test_an_old_membership_is_no_edge_now(tmp_path: Path) -> None:
    path = tmp_path / "old.ttl"
    path.write_text(
        """@prefix : <https://w3id.org/blocs/id/> . @prefix org: <http://www.w3.org/ns/org#> .
        @prefix schema: <https://schema.org/> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
        :a org:memberOf :x . [] a org:Membership ; org:member :a ; org:organization :x ;
          schema:startDate "1990"^^xsd:gYear ; schema:endDate "1995"^^xsd:gYear ."""
    )
    graph = package.load(path)
    assert entity_graph(graph, "1992").number_of_edges() == 1
    assert entity_graph(graph, "1999").number_of_edges() == 0


READERS: dict[str, Callable[[bytes], nx.Graph]] = {
    "graphml": lambda data: nx.read_graphml(io.BytesIO(data), force_multigraph=True),
    "gexf": lambda data: nx.read_gexf(io.BytesIO(data)),
    "cytoscape": lambda data: nx.cytoscape_graph(json.loads(data)),
}


@pytest.mark.parametrize("form", READERS)
def test_networkx_opens_what_is_written(graph: KnowledgeGraph, form: str) -> None:
    facts = entity_graph(graph)
    opened = READERS[form](graph.export(form))
    assert opened.is_directed()
    assert set(opened.nodes) == set(facts.nodes)
    assert sorted(opened.edges()) == sorted(facts.edges())
    for node, data in facts.nodes(data=True):
        for name, value in data.items():
            shown = value if form == "cytoscape" else value.replace("\x07", "\ufffd")
            assert opened.nodes[node][name] == shown

    def said(some: nx.Graph) -> list[tuple[str, ...]]:
        names = ("relation", "basis", "quote", "paragraph")
        return sorted((a, b, *(data.get(name, "") for name in names)) for a, b, data in some.edges(data=True))

    assert said(opened) == said(facts)


def test_csv_has_nodes_and_edges(article: KnowledgeGraph, foreign: KnowledgeGraph) -> None:
    nodes = list(csv.DictReader(io.StringIO(article.export("csv-nodes").decode())))
    assert {row["id"] for row in nodes} == set(entity_graph(article).nodes)
    edges = list(csv.DictReader(io.StringIO(article.export("csv-edges").decode())))
    assert len(edges) == entity_graph(article).number_of_edges()
    assert any(row["source"] == "armenia" and row["target"] == "cst" and row["basis"] == "stated" for row in edges)
    assert "'=B()" in foreign.export("csv-nodes").decode(), "a spreadsheet must not run it"


def test_an_unknown_format_is_refused(article: KnowledgeGraph) -> None:
    with pytest.raises(InvalidRequest, match="turtle ntriples jsonld"):
        article.export("xlsx")


SPANS = """
@prefix : <https://w3id.org/blocs/id/> . @prefix org: <http://www.w3.org/ns/org#> .
@prefix schema: <https://schema.org/> . @prefix blocs: <https://w3id.org/blocs/ns#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
:s a schema:Country . :b a org:Organization .
:m a org:Membership ; org:member :s ; org:organization :b ; org:role blocs:observer ; blocs:basis blocs:claimed ;
  schema:startDate "1990-05"^^xsd:gYearMonth ; schema:endDate "1995"^^xsd:gYear .
"""


def rows(written: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(written.decode("utf-8"), newline="")))


def csv_graph(graph: KnowledgeGraph, **bounds: object) -> nx.MultiDiGraph:
    """The two CSV files as a graph, put together as a reader of theirs would."""
    opened = nx.MultiDiGraph()
    for row in rows(graph.export("csv-nodes", as_of="any", **bounds)):
        opened.add_node(row["id"], **row)
    for row in rows(graph.export("csv-edges", as_of="any", **bounds)):
        opened.add_edge(row["source"], row["target"], key=row["id"], **row)
    return opened


@pytest.mark.parametrize("form", [*READERS, "csv"])
def test_dates_roles_and_basis_are_attributes(tmp_path: Path, form: str) -> None:
    (tmp_path / "spans.ttl").write_text(SPANS)
    graph = package.load(tmp_path / "spans.ttl")
    opened = csv_graph(graph) if form == "csv" else READERS[form](graph.export(form, as_of="any"))
    ((tail, head, data),) = opened.edges(data=True)
    assert (tail, head, data["label"]) == ("s", "b", "member of")
    assert (data["startDate"], data["endDate"], data["basis"]) == ("1990-05", "1995", "claimed")
    assert data["role"] == "observer" and opened.nodes["s"]["kind"] == "state"


@pytest.mark.parametrize("form", [*READERS, "csv"])
def test_only_and_focus_bound_every_format(article: KnowledgeGraph, form: str) -> None:
    def nodes(**bounds: object) -> dict[str, str]:
        written = csv_graph(article, **bounds) if form == "csv" else None
        opened = written or READERS[form](article.export(form, **bounds))
        return dict(opened.nodes(data="kind"))

    assert set(nodes(only=("state", "body")).values()) == {"state", "body"}
    near = nodes(focus="GUUAM", only=("state", "body"))
    assert set(near) == {"guuam", "azerbaijan", "georgia", "moldova", "ukraine", "uzbekistan"}


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--format", "turtle", "--only", "states"), "turtle holds the whole graph"),
        (("--format", "jsonld", "--as-of", "1999"), "jsonld holds the whole graph"),
        (("--format", "graphml", "--view", "overlap"), "--view is for pictures: dot svg"),
        (("--format", "csv", "--legend", "--title", "Mine"), "--title is not for csv"),
        (("--format", "html", "--layout", "circo"), "--layout is not for html"),
        (("--format", "html", "--view", "events"), "--view is for pictures"),
    ],
)
def test_what_a_format_cannot_leave_out_is_said(
    blocs: Callable[..., object], arguments: tuple[str, ...], words: str
) -> None:
    result = blocs("export", *arguments)
    assert (result.code, result.out) == (2, "")  # type: ignore[attr-defined]
    assert words in result.err and result.err.count("\n") == 1  # type: ignore[attr-defined]


# What we write, we read


TANGLE = """
@prefix : <https://w3id.org/blocs/id/> . @prefix org: <http://www.w3.org/ns/org#> .
@prefix schema: <https://schema.org/> . @prefix blocs: <https://w3id.org/blocs/ns#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix oa: <http://www.w3.org/ns/oa#> . @prefix dcterms: <http://purl.org/dc/terms/> .
:kongo a schema:Country ; skos:prefLabel "Congo" . :congo-kinshasa a schema:Country ; skos:prefLabel "congo" .
:g7 a org:Organization ; skos:prefLabel "Group of Seven, the \\"G7\\"" ; blocs:abbreviation "G7" .
:dataset a schema:Dataset ; skos:prefLabel "Tangle" ; blocs:asOf "2000"^^xsd:gYear .
:m1 a org:Membership ; org:member :kongo ; org:organization :g7 ; schema:startDate "1990-05"^^xsd:gYearMonth ;
  schema:endDate "1992"^^xsd:gYear ; blocs:evidence [ oa:exact "It said, \\"yes\\"." ; dcterms:source :paper ] ,
  [ oa:exact "It stayed." ; dcterms:source :paper ] .
:m2 a org:Membership ; org:member :congo-kinshasa ; org:organization :g7 ; org:role blocs:observer .
:m3 a org:Membership ; org:member :kongo ; org:organization :g7 ; schema:startDate "1995"^^xsd:gYear .
:m4 a org:Membership ; org:member :kongo ; org:organization :g7 ; schema:startDate "1999"^^xsd:gYear ;
  blocs:basis blocs:planned .
:m5 a org:Membership ; org:member :kongo ; org:organization :g7 ; schema:startDate "1997"^^xsd:gYear ;
  schema:endDate "1998-02-03"^^xsd:date ; org:role blocs:associate ; blocs:basis blocs:claimed ;
  blocs:evidence [ oa:exact "=They say so, it said." ; blocs:paragraph 7 ; dcterms:source :paper ] .
:paper a schema:Article ; skos:prefLabel "A paper" .
"""


def said(graph: KnowledgeGraph) -> set[tuple[str, ...]]:
    """The memberships of a graph, asked of it in SPARQL alone."""
    found = graph.query(
        "SELECT ?m ?b (STR(?r) AS ?role) (STR(?s) AS ?start) (STR(?e) AS ?end) (STR(?is) AS ?basis)"
        " (STR(?words) AS ?quote) (STR(?at) AS ?paragraph) (STR(?called) AS ?source) {"
        " ?n a org:Membership ; org:member ?m ; org:organization ?b"
        " OPTIONAL { ?n org:role ?r } OPTIONAL { ?n schema:startDate ?s } OPTIONAL { ?n schema:endDate ?e }"
        " OPTIONAL { ?n blocs:basis ?is } OPTIONAL { ?n blocs:evidence ?of . ?of oa:exact ?words ;"
        " dcterms:source/skos:prefLabel ?called OPTIONAL { ?of blocs:paragraph ?at } } }"
    )
    read = [["" if term is None else term.value for term in row] for row in found]
    return {(*row[:5], row[5].rpartition("#")[2] or "stated", *row[6:]) for row in read}


@pytest.mark.parametrize("form", ["csv", "csv-edges", "graphml", "gexf", "cytoscape"])
@pytest.mark.parametrize("which", ["article", "tangle"])
def test_memberships_that_are_exported_are_read_back_the_same(
    blocs: Callable[..., object], tmp_path: Path, which: str, form: str
) -> None:
    """With all that the table holds: dates, roles, basis, and each quote with its place; csv has no plans."""
    (tmp_path / "tangle.ttl").write_text(TANGLE)
    source = ["--data", tmp_path / "tangle.ttl"] if which == "tangle" else []
    endings = {"csv-edges": "csv", "cytoscape": "cyjs"}
    table, store = tmp_path / f"out.{endings.get(form, form)}", tmp_path / "store"
    written = blocs("export", *source, "--format", form, "--as-of", "any", "-o", table)
    assert written.code == 0, written.err  # type: ignore[attr-defined]
    assert blocs("import", "csv", table, "--store", store).code == 0  # type: ignore[attr-defined]
    graph = package.load(*source[1:])
    expected = {row for row in said(graph) if form != "csv" or row[5] != "planned"}
    assert len({row[:6] for row in expected}) == (35 if which == "article" else 4 + (form != "csv"))
    read = said(package.load(store=store))
    assert said(package.load(table)) == read
    if form == "gexf" and which == "tangle":  # its spells are of days, and joined for one who came back
        read, expected = ({(*row[:3], row[5]) for row in each} for each in (read, expected))
    assert read == expected


MIXED = """
@prefix : <https://w3id.org/blocs/id/> . @prefix org: <http://www.w3.org/ns/org#> .
@prefix schema: <https://schema.org/> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
:atlantis a schema:Country ; skos:prefLabel "Atlantis" . :ann-lee a schema:Person ; skos:prefLabel "Ann Lee" .
:france a schema:Person ; skos:prefLabel "France" . :lake-union a org:Organization ; skos:prefLabel "Lake Union" .
:someone a foaf:Agent ; skos:prefLabel "Someone" . :alpha-pact a org:Organization ; skos:prefLabel "Alpha Pact" .
:both a schema:Country , org:Organization ; skos:prefLabel "Both" .
"""
KINDS = {
    ("alpha-pact", "body"), ("ann-lee", "person"), ("atlantis", "state"), ("both", "body"), ("both", "state"),
    ("france", "person"), ("lake-union", "body"), ("someone", "member"),
}  # fmt: skip
CLASSES = {"Country": "state", "Person": "person", "Organization": "body", "Agent": "member"}


@pytest.mark.parametrize("form", ["csv", "csv-edges", "graphml", "gexf", "cytoscape"])
def test_what_members_are_is_read_back_the_same(blocs: Callable[..., Any], tmp_path: Path, form: str) -> None:
    """Also of a state that is in no list, a person who is called as a state is, and bodies that are members."""
    members = ["atlantis", "ann-lee", "france", "lake-union", "someone", "both"]
    facts = [f"[] a org:Membership ; org:member :{one} ; org:organization :alpha-pact ." for one in members]
    (tmp_path / "mixed.ttl").write_text("\n".join([MIXED, *facts]))
    endings = {"csv-edges": "csv", "cytoscape": "cyjs"}
    table = tmp_path / f"out.{endings.get(form, form)}"
    assert blocs("export", "--data", tmp_path / "mixed.ttl", "--format", form, "-o", table).code == 0
    assert blocs("import", "csv", table, "--store", tmp_path / "store").code == 0
    for graph in (package.load(store=tmp_path / "store"), package.load(table)):
        found = [[term.value for term in row] for row in graph.query("SELECT ?it ?class { ?it a ?class }")]
        ends = [(it.rpartition("/")[2], re.split("[/#]", of)[-1]) for it, of in found]
        assert {(it, CLASSES[of]) for it, of in ends if of in CLASSES} == KINDS


def test_each_quote_has_a_cell_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "tangle.ttl").write_text(TANGLE)
    written = rows(package.load(tmp_path / "tangle.ttl").export("csv", as_of="1991"))
    kept = [row for row in written if row["start"] == "1990-05"]
    assert [(row["quote"], row["quote 2"], row["source 2"]) for row in kept] == [
        ('It said, "yes".', "It stayed.", "A paper")
    ]
    assert {row["member"] for row in written} == {"kongo", "congo-kinshasa"}, "two that are both called Congo"
    assert {(row["organization"], row["organization_label"]) for row in written} == {("G7", 'Group of Seven, the "G7"')}


def test_an_empty_file_says_so(blocs: Callable[..., object]) -> None:
    done = blocs("export", "--format", "csv", "--only", "people")
    assert done.code == 0 and done.out.count("\n") == 1  # type: ignore[attr-defined]
    assert "The file has no memberships: none is left by --only" in done.err  # type: ignore[attr-defined]
