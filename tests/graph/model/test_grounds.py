"""Grounds of facts: the same whether a source has quotes and rules or not, in this process and over a network."""

from __future__ import annotations

import random

import pytest
from blocs.graph.model.evidence import read_grounds
from blocs.graph.rdf.source import LocalSource
from faraway import Faraway
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Store

BLOCS, DCT = "https://w3id.org/blocs/ns#", "http://purl.org/dc/terms/"
LABEL = NamedNode("http://www.w3.org/2004/02/skos/core#prefLabel")
KEPT = ("basis", "rule", "evidence", "source")


def random_facts(seed: int) -> Store:
    """Facts with some of what grounds consist of: sources may be named, unnamed or texts, with labels or without."""
    dice, store = random.Random(seed), Store()
    has = {name for name in KEPT if dice.random() < 0.7}
    sources = [NamedNode("x:table"), NamedNode("x:book"), BlankNode("b"), Literal("a text"), NamedNode("x:other")]
    for one in sources[:3]:
        for label in dice.sample(["Table", "Book", "", "Tafel"], dice.randrange(3)):
            store.add(Quad(one, LABEL, Literal(label)))
    rule = NamedNode("x:rule")
    store.add(Quad(rule, NamedNode("http://www.w3.org/2004/02/skos/core#definition"), Literal("It follows.")))
    quotes = [NamedNode(f"x:quote{number}") for number in range(3)]
    for quote in quotes:
        store.add(Quad(quote, NamedNode("http://www.w3.org/ns/oa#exact"), Literal(dice.choice(["One.", "Two."]))))
        if dice.random() < 0.6:
            store.add(Quad(quote, NamedNode(BLOCS + "paragraph"), Literal(dice.randrange(9))))
        if dice.random() < 0.6:
            store.add(Quad(quote, NamedNode(DCT + "source"), dice.choice(sources)))
    for number in range(8):
        fact = NamedNode(f"x:fact{number}")
        store.add(Quad(fact, NamedNode("x:about"), NamedNode(f"x:thing{number % 3}")))
        for name, path, terms in (
            ("basis", BLOCS + "basis", [NamedNode(BLOCS + "stated"), NamedNode(BLOCS + "claimed")]),
            ("rule", BLOCS + "rule", [rule]),
            ("evidence", BLOCS + "evidence", quotes),
            ("source", DCT + "source", sources),
        ):
            count = 1 if name in ("basis", "rule") else 2
            for term in dice.sample(terms, count) if name in has and dice.random() < 0.7 else ():
                store.add(Quad(fact, NamedNode(path), term))
    return store


@pytest.mark.parametrize("seed", range(40))
def test_grounds_are_the_same_near_and_far(seed: int) -> None:
    store = random_facts(seed)
    pattern = "?fact <x:about> ?thing ."
    near, far = LocalSource(store, "faraway"), Faraway(store)
    found = list(read_grounds(near, ("thing",), pattern))
    assert found == list(read_grounds(far, ("thing",), pattern))
    assert len(found) == 8 and far.asked == 1
