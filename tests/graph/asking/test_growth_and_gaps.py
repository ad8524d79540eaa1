"""Growth between years, medians, years in a body and out of it, before or after: right values worked out by hand."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import blocs as library
import pytest
from blocs.graph.knowledge import KnowledgeGraph
from blocs.graph.rdf.terms import text_of

TABLE = """member,body,start,end
Ashland,Alpha Pact,1950,
Birchland,Alpha Pact,1950,1972
Cedarland,Alpha Pact,1961,1980
Cedarland,Alpha Pact,1990,
Dunland,Alpha Pact,1985,
Birchland,Beta Union,1975,
Cedarland,Beta Union,1981,1989
Ashland,Beta Union,1999,
Elmland,Beta Union,1975,2005
Elmland,Gamma Club,2000,
Birchland,Gamma Club,2000,2001
"""

_MANY = 5
"""After so many questions, answers come from memberships that are kept, no longer from queries."""


@pytest.fixture(scope="module", params=["asked by queries", "from what is kept"])
def graph(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> KnowledgeGraph:
    path: Path = tmp_path_factory.mktemp("spans") / "spans.csv"
    path.write_text(TABLE, encoding="utf-8")
    found = library.load(path)
    for _ in range(_MANY if request.param == "from what is kept" else 0):
        found.ask("who is in Alpha Pact")
    return found


def answer(graph: KnowledgeGraph, question: str) -> Any:
    """What answers; also what the query finds that the answer shows, which runs as it stands."""
    found = graph.ask(question)
    if found.type == "boolean":
        return found.value
    rows = [text_of(row[0]) for row in graph.source.select(found.sparql)]
    if found.type == "entities":
        assert sorted(rows) == sorted(one.entity.iri for one in found.entities)
        return {one.entity.label for one in found.entities}
    if found.type == "number":
        assert [float(row) for row in rows if row] == ([] if found.value is None else [float(found.value)])
        return found.value
    assert rows == list(found.values)
    return list(found.values)


@pytest.mark.parametrize(
    ("question", "right"),
    [
        ("which alliance grew most between 1976 and 1985", {"Beta Union"}),
        ("which organization shrank the most between 1970 and 1976", {"Alpha Pact"}),
        ("which organizations grew by at least 1 member between 1960 and 1970", {"Alpha Pact"}),
        ("between 1970 and 1976, which organization grew the most", set()),
        ("which states' number of memberships grew most between 1995 and 2000", {"Ashland", "Birchland", "Elmland"}),
        ("median number of members per body in 2000", 3),
        ("what was the median number of members of an organization in 1995", 2.5),
        ("median number of organizations per state in 2000", 2),
        ("how long was Cedarland out of the Alpha Pact", 9),
        ("how many years passed before Cedarland rejoined the Alpha Pact", 9),
        ("how long was Dunland outside the Alpha Pact", 0),
        ("how long was Elmland out of Alpha Pact", None),
        ("when was Cedarland not in Alpha Pact", [f"{year}" for year in range(1981, 1990)]),
        ("in what years was Cedarland in the Beta Union", [f"{year}" for year in range(1981, 1990)]),
        ("did Cedarland join Alpha Pact before or after Dunland", {"Cedarland"}),
        ("did Ashland join Alpha Pact before, after or in the same year as Birchland", {"Ashland", "Birchland"}),
        ("did Birchland join Alpha Pact before or after the Beta Union", {"Alpha Pact"}),
        ("which did Birchland join last, Alpha Pact or Beta Union", {"Beta Union"}),
        ("was Ashland in the Alpha Pact before the Beta Union", True),
        ("was Ashland in Alpha Pact before Dunland", True),
        ("was Dunland a member of Alpha Pact before Ashland was", False),
        ("which countries left and rejoined the Alpha Pact", {"Cedarland"}),
        ("who quit the Alpha Pact and later came back", {"Cedarland"}),
        ("when did the last state join Alpha Pact", ["1990"]),
        ("when did the first state leave Beta Union", ["1989"]),
        ("join date of Dunland in Alpha Pact", ["1985"]),
        ("Dunland's accession year to the Alpha Pact", ["1985"]),
        ("Alpha Pact 1976", {"Ashland", "Cedarland"}),
        ("Beta Union non-members 1976", {"Ashland", "Cedarland", "Dunland"}),
        ("has Elmland been in Alpha Pact?", False),
        ("are there more members in Alpha Pact or Gamma Club in 2000", {"Alpha Pact"}),
        ("organizations having at least 3 members in 2000", {"Alpha Pact", "Beta Union"}),
    ],
)
def test_what_is_asked_of_years_is_counted(graph: KnowledgeGraph, question: str, right: object) -> None:
    assert answer(graph, question) == right


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("did Dunland join Alpha Pact before or after Elmland", "The graph gives no date for Elmland."),
        ("did Cedarland join Alpha Pact before or after Dunland", "Cedarland: 1961, 1990; Dunland: 1985."),
        ("which alliance grew most between 1976 and 1985", "Beta Union: 2 in 1976, 3 in 1985."),
        ("how long was Cedarland out of the Alpha Pact", "Out of Alpha Pact: 1981–1989."),
        ("how long was Elmland out of Alpha Pact", "Elmland was never in Alpha Pact, as far as the graph says."),
        ("when did the last state join Alpha Pact", "That was Cedarland."),
    ],
)
def test_what_an_answer_rests_on_is_said(graph: KnowledgeGraph, question: str, said: str) -> None:
    assert said in graph.ask(question).notes


def test_the_ranking_has_the_largest_first(graph: KnowledgeGraph) -> None:
    ranked = graph.ask("rank organizations by number of members in 2000").entities
    assert [(one.entity.label, one.figure) for one in ranked] == [
        ("Alpha Pact", 3), ("Beta Union", 3), ("Gamma Club", 2),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("question", "way_on"),
    [
        ("which African states are in Alpha Pact", "as in 'which of "),
        ("which states in Latin America are in Alpha Pact", "as in 'which of "),
        ("who joined Alpha Pact during the Cold War", "as in 'who joined Alpha Pact between 1947 and 1991'"),
        ("who left Alpha Pact before the Second World War", "as in 'who left Alpha Pact before 1939'"),
        ("how many members did Alpha Pact have in each decade", "blocs trend 'Alpha Pact'"),
        ("number of Beta Union members by year since 1990", "blocs trend 'Beta Union' --during 1990:"),
        ("difference between Alpha Pact and Beta Union membership", "blocs overlap 'Alpha Pact' 'Beta Union'"),
    ],
)
def test_what_no_answer_can_hold_is_refused_with_a_way_on(graph: KnowledgeGraph, question: str, way_on: str) -> None:
    with pytest.raises(library.InvalidRequest) as refused:
        graph.ask(question)
    assert way_on in refused.value.message
    if "as in '" in refused.value.message:
        offered = refused.value.message.partition("as in '")[2].partition("'")[0]
        assert graph.ask(offered).type == "entities"


def test_of_a_year_and_a_day_in_it_neither_is_earlier(tmp_path: Path) -> None:
    path = tmp_path / "dates.csv"
    path.write_text("member,body,start\nAshland,Alpha Pact,1990\nBirchland,Alpha Pact,1990-10-03\n", encoding="utf-8")
    graph = library.load(path)
    for _ in range(_MANY):
        found = graph.ask("did Ashland join Alpha Pact before or after Birchland")
        assert {one.entity.label for one in found.entities} == {"Ashland", "Birchland"}
