"""Several queries in one request give the rows that each gives alone, also where an engine does not manage so much."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest
from blocs.graph.checking.shapes import read_constraints
from blocs.graph.errors import OperationFailed
from blocs.graph.rdf.source import LocalSource, Row
from blocs.graph.rdf.terms import prologue
from blocs.graph.rdf.together import rows_together
from broken_graphs import BROKEN, PREFIXES, SOUND
from faraway import Faraway
from pyoxigraph import RdfFormat, Store


def broken_store() -> Store:
    """Everything in it that the tests know to break."""
    store = Store()
    store.load((PREFIXES + SOUND).encode(), RdfFormat.TURTLE)
    for old, new, *_ in BROKEN:
        store.load((PREFIXES + SOUND.replace(old, new)).encode(), RdfFormat.TURTLE)
    return store


QUERIES = [
    *(constraint.query for constraint in read_constraints()),
    "SELECT ?s ?n (COUNT(?o) AS ?number) { ?s blocs:iso3 ?n . ?s ?p ?o } GROUP BY ?s ?n",
    "SELECT ?number ?s { ?s blocs:memberCount ?number OPTIONAL { ?s blocs:nothing ?o } }",
    "SELECT ?absent ?s { ?s a org:Membership OPTIONAL { ?s blocs:nothing ?absent } } # a comment",
    "SELECT ?nobody { ?nobody blocs:nothing ?o }",
]


@pytest.mark.parametrize("most", [1000, 1])
def test_each_query_has_its_own_rows(most: int) -> None:
    store = broken_store()
    source = Faraway(store, most)
    together = list(rows_together(source, QUERIES))
    alone = [Counter(LocalSource(store, "here").select(prologue(query) + query)) for query in QUERIES]
    assert [Counter(rows) for rows in together] == alone
    assert sum(map(bool, alone)) > 40
    assert source.asked <= 8 or most == 1


def test_what_fails_fails_with_its_own_message() -> None:
    class Down(Faraway):
        def select(self, query: str) -> Iterator[Row]:
            raise OperationFailed("the engine is down")

    with pytest.raises(OperationFailed, match="the engine is down"):
        list(rows_together(Down(Store()), QUERIES))
