"""Memberships and facts that are joined from wholes are those that are looked up one by one, on random graphs."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from blocs.graph.model import facts, membership
from blocs.graph.model.dates import ALWAYS, Period
from blocs.graph.model.facts import facts_of
from blocs.graph.model.membership import read_memberships
from blocs.graph.rdf.source import LocalSource
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import NamedNode, RdfFormat, Store

PERIODS = (ALWAYS, Period("1990", "1990"), Period("1995", "2000"))
PREFIXES = """
@prefix : <https://w3id.org/blocs/id/> . @prefix blocs: <https://w3id.org/blocs/ns#> .
@prefix org: <http://www.w3.org/ns/org#> . @prefix schema: <https://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix oa: <http://www.w3.org/ns/oa#> .
@prefix dcterms: <http://purl.org/dc/terms/> . @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
:one skos:prefLabel "First table" . :two skos:prefLabel "Second", "Zweite" . _:three skos:prefLabel "Unnamed" .
:quote1 oa:exact "It joined." ; blocs:paragraph 3 ; dcterms:source :one . :quote2 oa:exact "It left." .
:quote3 oa:exact "It stayed." ; dcterms:source _:three . :rule skos:definition "It follows." .
blocs:observer skos:prefLabel "observer" . :x schema:foundingDate "1993" . :y schema:dissolutionDate "1994" .
"""
THINGS = "abcxyz"


@st.composite
def turtle(draw: st.DrawFn) -> str:
    """Facts of several classes, as nodes with and without a name, statements, shortcuts; of several sources or none."""
    lines = [PREFIXES]
    one, other = st.sampled_from("abc"), st.sampled_from("xyz")
    lines += [f":{member} org:memberOf :{body} ." for member, body in draw(st.sets(st.tuples(one, other), max_size=3))]
    for number in range(draw(st.integers(0, 7))):
        kind, subject, object_ = draw(
            st.sampled_from(
                (
                    ("org:Membership", "org:member", "org:organization"),
                    ("org:Membership", "org:member", "org:organization"),
                    ("blocs:NonMembership", "org:member", "org:organization"),
                    ("blocs:Attendance", "blocs:participant", "blocs:event"),
                    ("rdf:Statement", "rdf:subject", "rdf:object"),
                )
            )
        )
        node = draw(st.sampled_from((f":n{number}", f"_:n{number}")))
        said = [f"a {kind}", f"{subject} :{draw(one)}", f"{object_} :{draw(other)}"]
        if kind == "rdf:Statement":
            said.append("rdf:predicate schema:location")
        for path, values, most in (
            ("org:role", ("blocs:fullMember", "blocs:observer", ":chair"), 1),
            ("blocs:basis", ("blocs:stated", "blocs:derived", "blocs:planned"), 1),
            ("blocs:rule", (":rule",), 1),
            ("blocs:evidence", (":quote1", ":quote2", ":quote3"), 2),
            ("dcterms:source", (":one", ":two", "_:three", '"a text"'), 2),
            ("schema:startDate", ('"1990"', '"1996-05"'), 2),
            ("schema:endDate", ('"1995"', '"1999"'), 1),
            ("blocs:percent", ("40",), 1),
        ):
            given_values = draw(st.lists(st.sampled_from(values), max_size=most, unique=True))
            said += [f"{path} {value}" for value in given_values]
        lines.append(f"{node} {' ; '.join(said)} .")
    return "\n".join(lines)


def both_ways(monkeypatch: pytest.MonkeyPatch, text: str, entities: Sequence[NamedNode]) -> list[list[object]]:
    """What is read as wholes, and what is read one by one."""
    store = Store()
    store.load(text.encode(), format=RdfFormat.TURTLE)
    found: list[list[object]] = []
    for whole in (True, False):
        for module in (facts, membership):
            monkeypatch.setattr(module, "joins_wholes", lambda source, whole=whole: whole)
        source = LocalSource(store, "test")
        read: list[object] = []
        for period in PERIODS:
            read += [read_memberships(source, period, role=role) for role in ("any", "full", "observer")]
            # Triples without a fact come in the order of the engine's rows.
            read.append(sorted(map(repr, facts_of(source, entities, period))))
        found.append(read)
    return found


@given(turtle())
@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_wholes_hold_what_is_looked_up_one_by_one(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr(facts, "_MANY", 0)  # so that all facts are gone through
    entities = [NamedNode(f"https://w3id.org/blocs/id/{thing}") for thing in THINGS]
    wholes, singly = both_ways(monkeypatch, text, entities)
    assert wholes == singly


def test_wholes_are_read_in_this_process_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """Over a network a query looks as it did: what a server makes of wholes has not been tried."""
    asked: list[str] = []

    class Remote(LocalSource):
        def select(self, query: str) -> object:  # type: ignore[override]
            asked.append(query)
            return super().select(query)

    source = Remote(Store(), "test")
    source.remote = True
    read_memberships(source, ALWAYS, role="any")
    assert asked and not any("{ SELECT ?fact" in query for query in asked)
