"""Memberships without dates: none before the body begins, none after it is over, in every command and engine."""

from __future__ import annotations

import csv
import io
import json
import random
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from blocs.graph.analysis.panel import panel
from blocs.graph.knowledge import KnowledgeGraph, load
from needs import no_server
from servers import NotInstalled, oxigraph_server, virtuoso_server

YEARS = range(1940, 2011, 7)
PREFIXES = """@prefix : <https://w3id.org/blocs/id/> .
@prefix fact: <https://w3id.org/blocs/fact/> .
@prefix blocs: <https://w3id.org/blocs/ns#> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix schema: <https://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""


def random_world(seed: int) -> tuple[str, dict[str, tuple[int, int]], list[tuple[str, str, int | None, int | None]]]:
    """A graph in Turtle, when each body lasted, and its memberships with their own years, if any."""
    some = random.Random(seed)
    lines = [PREFIXES, ':d a schema:Dataset ; skos:prefLabel "D" ; blocs:asOf "2010"^^xsd:gYear .']
    lasted: dict[str, tuple[int, int]] = {}
    memberships = []
    for number in range(8):
        lines.append(f':s{number} a schema:Country ; skos:prefLabel "S{number}" .')
    for number in range(12):
        body, begun, over = f"b{number}", some.randint(1945, 1990), 9999
        lines.append(f':{body} a org:Organization ; skos:prefLabel "{body}" .')
        match number % 6:
            case 0:
                begun = 0
            case 1:
                lines.append(f':{body} schema:foundingDate "{begun}"^^xsd:gYear .')
            case 2:
                for year in (begun, begun + 12):  # it was there twice
                    lines.append(f"fact:e{number}-{year} a blocs:Existence ; blocs:body :{body} ;")
                    lines.append(f'  schema:startDate "{year}"^^xsd:gYear ; schema:endDate "{year + 5}"^^xsd:gYear .')
            case 3:
                lines.append(f":t{number} a schema:Event ; org:classification :signing ; schema:about :{body} ;")
                lines.append(f'  schema:startDate "{begun}-05-15"^^xsd:date .')
            case 4:
                over = begun + 15
                lines.append(f':{body} schema:foundingDate "{begun}-03"^^xsd:gYearMonth ;')
                lines.append(f'  schema:dissolutionDate "{over}"^^xsd:gYear .')
            case 5:  # a treaty with another body is not its own
                lines.append(f":t{number} a schema:Event ; org:classification :signing ; schema:about :{body}, :b0 ;")
                lines.append(f'  schema:startDate "{begun}"^^xsd:gYear .')
                begun = 0
        lasted[body] = (begun, over)
        for state in some.sample(range(8), 4):
            start = some.choice([None, None, some.randint(1940, 2000)])
            end = some.choice([None, (start or 1990) + some.randint(0, 20)])
            memberships.append((f"s{state}", body, start, end))
            if start is None and end is None and some.random() < 0.4:
                lines.append(f":s{state} org:memberOf :{body} .")
                continue
            lines.append(f"fact:m{state}-{number} a org:Membership ; org:member :s{state} ; org:organization :{body} .")
            for name, year in (("startDate", start), ("endDate", end)):
                if year is not None:
                    lines.append(f'fact:m{state}-{number} schema:{name} "{year}"^^xsd:gYear .')
    return "\n".join(lines), lasted, memberships


def members_in(body: str, year: int, world: Any) -> set[str]:
    """Who is in a body in a year, without any query."""
    _, lasted, memberships = world
    begun, over = lasted[body]
    return {
        state
        for state, where, start, end in memberships
        if where == body and (start if start is not None else begun) <= year <= (end if end is not None else over)
    }


@pytest.fixture(scope="module", params=["memory", "oxigraph", "virtuoso"])
def world(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    found = random_world(7)
    folder = tmp_path_factory.mktemp("world")
    (folder / "world.ttl").write_text(found[0])
    if request.param == "memory":
        yield load(folder / "world.ttl"), found, ["--data", folder / "world.ttl"]
        return
    server = oxigraph_server if request.param == "oxigraph" else virtuoso_server
    try:
        with server([folder / "world.ttl"], folder) as url:
            yield load(endpoint=url), found, ["--endpoint", url]
    except NotInstalled as reason:
        no_server(reason)


def test_who_is_in_each_body_each_year(world: tuple[KnowledgeGraph, Any, Any]) -> None:
    graph, found, _ = world
    for body in found[1]:
        for year in YEARS:
            held = {member.id for member in graph.members(body, str(year))}
            assert held == members_in(body, year, found), (body, year)


def test_sets_and_evidence(world: tuple[KnowledgeGraph, Any, Any]) -> None:
    graph, found, _ = world
    for year in (1950, 1975):
        for one, other in (("b1", "b2"), ("b3", "b4")):
            both = members_in(one, year, found) & members_in(other, year, found)
            members = graph.members(f"{one} and {other}", str(year))
            assert {member.id for member in members} == both
            assert all({span.body[-2:] for span in member.spans} == {one, other} for member in members)
            less = members_in(one, year, found) - members_in(other, year, found)
            assert {member.id for member in graph.members(f"{one} - {other}", str(year))} == less


def test_every_pair_and_every_year(world: tuple[KnowledgeGraph, Any, Any], blocs: Callable[..., Any]) -> None:
    graph, found, source = world
    for year in (1950, 1971):
        rows = csv.DictReader(io.StringIO(blocs("overlap", "--as-of", str(year), "--format", "csv", *source).out))
        shared = {(row["a"], row["b"]): int(row["shared"]) for row in rows}
        bodies = {
            state: {b for b in found[1] if state in members_in(b, year, found)} for state in map("s{}".format, range(8))
        }
        for (one, other), count in shared.items():
            assert count == len(bodies[one] & bodies[other]), (year, one, other)
    made = panel(graph, 1950, 1975)
    for row in csv.DictReader(io.StringIO("\n".join(made.csv(lambda state, year: state.id)))):
        year = int(row["year"])
        expected = sum({row["a"], row["b"]} <= members_in(body, year, found) for body in found[1])
        assert int(row["shared"]) == expected, row


def test_facts_of_a_body(world: tuple[KnowledgeGraph, Any, Any], blocs: Callable[..., Any]) -> None:
    _, found, source = world
    for body in ("b1", "b4"):
        shown = json.loads(blocs("show", body, "--as-of", "1950", "--format", "json", *source).out)
        text = json.dumps(shown)
        for state in map("s{}".format, range(8)):
            assert (f'"{state}"' in text) == (state in members_in(body, 1950, found)), (body, state)


def test_the_cst_before_it_was_signed(blocs: Callable[..., Any]) -> None:
    early = blocs("who", "CST", "--as-of", "1990")
    assert early.out == "id\tlabel\tbasis\n"
    assert "CST began on 1992-05-15; it had no members in 1990.\n" in early.err
    assert len(blocs("who", "CST", "--as-of", "1992").out.splitlines()) == 7
    assert len(blocs("who", "CST", "--as-of", "any").out.splitlines()) == 7
    assert blocs("who", "CST", "--as-of", "1992-05-14").out == "id\tlabel\tbasis\n"
