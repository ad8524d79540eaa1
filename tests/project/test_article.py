"""The article's graph is true to the article."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

import pytest
import rdflib
from pyoxigraph import RdfFormat, Store
from pyoxigraph import parse as parse_rdf

BLOCS = rdflib.Namespace("https://w3id.org/blocs/ns#")
OA = rdflib.Namespace("http://www.w3.org/ns/oa#")
TRIPLES = files("blocs") / "data" / "triples.ttl"


@pytest.fixture(scope="module")
def graph() -> rdflib.Graph:
    return rdflib.Graph().parse(data=TRIPLES.read_text(encoding="utf-8"), format="turtle")


def test_both_libraries_read_the_same_triples(graph: rdflib.Graph) -> None:
    ours = {
        (str(t.subject), str(t.predicate), str(t.object)) for t in parse_rdf(TRIPLES.read_bytes(), RdfFormat.TURTLE)
    }
    text = graph.serialize(format="nt")
    theirs = {(str(t.subject), str(t.predicate), str(t.object)) for t in parse_rdf(text, RdfFormat.N_TRIPLES)}
    assert ours == theirs and len(ours) > 1000


def test_every_quote_is_verbatim_and_short(graph: rdflib.Graph, shared: Path) -> None:
    paragraphs = re.split(r"\n\s*\n", (shared / "article.txt").read_text(encoding="utf-8").strip())
    quotes = list(graph.subject_objects(OA.exact))
    assert len(quotes) > 30
    for quote, text in quotes:
        number = int(str(graph.value(quote, BLOCS.paragraph)))
        assert str(text) in paragraphs[number - 1], quote
        assert len(str(text).split()) <= 30, quote


def test_every_fact_has_a_basis_and_evidence(graph: rdflib.Graph) -> None:
    bases = {BLOCS.stated, BLOCS.derived, BLOCS.claimed, BLOCS.planned}
    facts = list(graph.subject_objects(BLOCS.basis))
    assert len(facts) > 150
    for fact, basis in facts:
        assert basis in bases, fact
        assert graph.value(fact, BLOCS.evidence) is not None, fact
        if basis == BLOCS.derived:
            assert graph.value(fact, BLOCS.rule) is not None, fact
            assert graph.value(fact, BLOCS.premise) is not None, fact


def test_premises_have_no_circles(graph: rdflib.Graph) -> None:
    import networkx

    assert networkx.is_directed_acyclic_graph(networkx.DiGraph(list(graph.subject_objects(BLOCS.premise))))


def test_shares_of_nine_states_only() -> None:
    store = Store()
    store.load(TRIPLES.read_bytes(), RdfFormat.TURTLE)
    rows = store.query("PREFIX b: <https://w3id.org/blocs/ns#> SELECT ?s ?p { ?f b:signatory ?s ; b:percent ?p }")
    shares = {row[0].value.rsplit("/", 1)[1]: float(row[1].value) for row in rows}  # type: ignore[union-attr]
    assert shares == {
        "azerbaijan": 35, "turkmenistan": 7, "ukraine": 25, "georgia": 50, "armenia": 97,
        "belarus": 91, "kazakhstan": 97, "kyrgyzstan": 100, "russia": 100,
    }  # fmt: skip
