"""Who is in a body when a table of years begins did not join in that year, as far as anybody knows."""

from __future__ import annotations

from pathlib import Path

import blocs as library
import pytest
from blocs.graph.asking.answering import Answer
from hypothesis import HealthCheck, given, settings

from .test_joining import BODIES, STATES, YEARS, Spans, memberships

TABLE = """country,year,Alpha Pact,Beta Union
France,1990,1,1
France,1991,1,1
France,1992,1,1
Poland,1990,0,0
Poland,1991,0,1
Poland,1992,1,1
Spain,1991,1,1
Spain,1992,1,0
Italy,1990,1,1
Italy,1991,0,1
Italy,1992,1,1
"""

_MANY = 5
"""After so many questions, answers come from memberships that are kept, no longer from queries."""


def graph_of(folder: Path, text: str) -> library.Graph:
    """The graph of a table."""
    path = folder / "years.csv"
    path.write_text(text, encoding="utf-8")
    return library.load(path)


@pytest.fixture(params=["asked by queries", "from what is kept"])
def graph(request: pytest.FixtureRequest, tmp_path: Path) -> library.Graph:
    """The graph of the table above."""
    found = graph_of(tmp_path, TABLE)
    for _ in range(_MANY if request.param == "from what is kept" else 0):
        found.ask("who is in Alpha Pact")
    return found


def ids(answer: Answer) -> list[str]:
    """Those who answer, in the order of their names."""
    return sorted(one.entity.id for one in answer.entities)


@pytest.mark.parametrize(
    ("question", "right"),
    [
        ("who joined Alpha Pact in 1990", []),
        ("who joined Alpha Pact in 1991", ["spain"]),
        ("who joined Alpha Pact in the 1990s", ["italy", "poland", "spain"]),
        ("who joined Alpha Pact between 1985 and 1991", ["spain"]),
        ("who joined Alpha Pact after 1989", ["italy", "poland", "spain"]),
        ("which bodies did France join in 1990", []),
        # They did join by then, whenever that was.
        ("who joined Alpha Pact", ["france", "italy", "poland", "spain"]),
        ("who joined Alpha Pact before 1992", ["france", "italy", "spain"]),
        ("founding members of Alpha Pact", ["france", "italy"]),
    ],
)
def test_who_is_in_from_the_first_year_on_has_not_joined_then(
    graph: library.Graph, question: str, right: list[str]
) -> None:
    answer = graph.ask(question)
    assert ids(answer) == right
    of_all = ("who joined Alpha Pact in 1991", "who joined Alpha Pact", "who joined Alpha Pact before 1992")
    assert any("The table begins in 1990" in note for note in answer.notes) == (question not in of_all)


def test_whether_somebody_joined_in_the_first_year_is_unknown(graph: library.Graph) -> None:
    assert graph.ask("did France join Alpha Pact in 1990").value is None
    assert graph.ask("did Poland join Alpha Pact in 1990").value is False
    assert graph.ask("did Italy join Alpha Pact in 1992").value is True


def test_a_date_of_joining_that_is_the_first_year_is_no_more_than_that(graph: library.Graph) -> None:
    assert any("since when is not known" in note for note in graph.ask("when did France join Alpha Pact").notes)
    assert not graph.ask("when did Poland join Alpha Pact").notes


def test_the_first_year_is_not_the_one_in_which_most_joined(graph: library.Graph) -> None:
    assert list(graph.ask("in which year did most countries join Alpha Pact").values) == ["1992"]


def test_a_table_of_years_says_where_it_begins(graph: library.Graph, tmp_path: Path) -> None:
    asked = "SELECT ?year WHERE { ?data blocs:observedFrom ?year }"
    assert [row["year"].value for row in graph.query(asked)] == ["1990"]
    spans = tmp_path / "spans.csv"
    spans.write_text("member,organization,start,end\nFrance,Alpha Pact,1990,1992\n", encoding="utf-8")
    other = library.load(spans)
    assert not list(other.query(asked))
    assert ids(other.ask("who joined Alpha Pact in 1990")) == ["france"]


@pytest.mark.parametrize(("founded", "right"), [("1990", ["ashland"]), ("1991", ["ashland"]), ("1989", [])])
def test_the_first_members_of_a_body_that_began_then_did_join(tmp_path: Path, founded: str, right: list[str]) -> None:
    path = tmp_path / "graph.ttl"
    path.write_text(
        f"""@prefix : <http://example.org/> . @prefix org: <http://www.w3.org/ns/org#> .
        @prefix schema: <https://schema.org/> . @prefix blocs: <https://w3id.org/blocs/ns#> .
        @prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
        @prefix dcterms: <http://purl.org/dc/terms/> .
        :data a schema:Dataset ; blocs:asOf "1999"^^xsd:gYear ; blocs:observedFrom "1990"^^xsd:gYear .
        :s a schema:Country ; skos:prefLabel "Ashland" .
        :b a org:Organization ; skos:prefLabel "Alpha Pact" ; schema:foundingDate "{founded}"^^xsd:gYear .
        :m a org:Membership ; org:member :s ; org:organization :b ; schema:startDate "1990"^^xsd:gYear ;
            dcterms:source :data ; blocs:basis blocs:stated .""",
        encoding="utf-8",
    )
    graph = library.load(path)
    for _ in range(_MANY):
        assert [one.entity.label.lower() for one in graph.ask("who joined Alpha Pact in 1990").entities] == right


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(memberships())
def test_joining_in_a_year_is_being_in_then_and_not_the_year_before(tmp_path: Path, spans: Spans) -> None:
    """Counted by a plain loop over the cells of a table."""
    held = {
        (state, body, year)
        for (state, body), stretches in spans.items()
        for start, end in stretches
        for year in range(start, (end or YEARS[-1]) + 1)
    }
    lines = [
        ",".join([state, str(year), *("1" if (state, body, year) in held else "0" for body in BODIES)])
        for state in STATES
        for year in YEARS
    ]
    graph = graph_of(tmp_path, "\n".join(["country,year," + ",".join(BODIES), *lines]))
    body = BODIES[0]
    if not any(key[1] == body for key in held):
        return
    for year in YEARS:
        right = [s for s in STATES if (s, body, year) in held and (s, body, year - 1) not in held and year > YEARS[0]]
        assert [one.entity.label for one in graph.ask(f"who joined {body} in {year}").entities] == right, year


def test_leaving_is_dated_by_the_last_year_of_being_in(graph: library.Graph) -> None:
    """Spain is in the union in 1991 and not in 1992; a graph of dates as the article's needs no such word."""
    note = "Leaving is dated by the last year of being in Beta Union; that was 1991 for Spain."
    answer = graph.ask("who left Beta Union in 1992")
    assert not ids(answer) and note in answer.notes
    assert note in graph.ask("did Spain leave Beta Union in 1992").notes
    answer = graph.ask("who left Beta Union in 1991")
    assert ids(answer) == ["spain"] and note not in answer.notes
    assert graph.ask("when did Spain leave Beta Union").values == ("1991",)
    said = "Leaving is dated by the last year in which the table has Spain in Beta Union."
    assert said in graph.ask("when did Spain leave Beta Union").notes


def test_leaving_a_body_of_dated_memberships_is_dated_as_it_stands(tmp_path: Path) -> None:
    (tmp_path / "dates.csv").write_text("member,organization,start,end\nSpain,Beta Union,1980,1991\n", encoding="utf-8")
    graph = library.load(tmp_path / "dates.csv")
    assert not [note for note in graph.ask("when did Spain leave Beta Union").notes if "last year" in note]
