"""What tables deny, years that they lack, and data that end before others: held against plain loops over rows."""

from __future__ import annotations

import random
from pathlib import Path

import blocs as library
import pytest
from blocs.graph.knowledge import KnowledgeGraph

STATES, BODIES, YEARS = ("Ashland", "Birchland", "Cedarland"), ("Alpha Pact", "Beta Union"), range(1990, 1997)

Cells = dict[tuple[str, str, int], str]

_MANY = 5
"""After so many questions, answers come from memberships that are kept, no longer from queries."""


def random_cells(seed: int) -> Cells:
    """A cell for each state, body and year, or none."""
    draw = random.Random(seed)
    cells = {(s, b, y): draw.choice(("1", "1", "1", "0", "0", "-9", "")) for s in STATES for b in BODIES for y in YEARS}
    ends = {
        (STATES[0], body, year): "1" for body in BODIES for year in (YEARS[0], YEARS[-1])
    }  # so that no year is lacking
    return {key: cell for key, cell in (cells | ends).items() if cell}


def graph_of(folder: Path, header: str, rows: list[str], kept: bool = False) -> KnowledgeGraph:
    path = folder / "table.csv"
    path.write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
    graph = library.load(path)
    for _ in range(_MANY if kept else 0):
        graph.ask(f"who is in {BODIES[0]}")
    return graph


def labels(graph: KnowledgeGraph, question: str) -> set[str]:
    return {one.entity.label for one in graph.ask(question).entities}


@pytest.mark.parametrize("kept", [False, True])
@pytest.mark.parametrize("seed", [1, 2])
def test_a_panel_of_yes_no_and_missing(tmp_path: Path, seed: int, kept: bool) -> None:
    cells = random_cells(seed)
    rows = [f"{state},{body},{year},{cell}" for (state, body, year), cell in cells.items()]
    graph = graph_of(tmp_path, "state,organization,year,member", rows, kept)
    for body in BODIES:
        for year in YEARS:
            for state in STATES:
                found = graph.ask(f"was {state} in {body} in {year}")
                right = {"1": (True, "stated"), "0": (False, "denied")}.get(cells.get((state, body, year), ""))
                assert (found.value, found.basis) == (right or (False, "unknown")), (state, body, year)
            joined = set()
            for state in STATES:
                before = cells.get((state, body, year - 1), "")
                if cells.get((state, body, year)) == "1" and year > YEARS[0] and before != "1":
                    joined.add(state)
            assert labels(graph, f"who joined {body} in {year}") == joined, (body, year)


@pytest.mark.parametrize(
    ("header", "row", "basis"),
    [
        ("state,organization,member", "Italy,NATO,0", "denied"),
        ("state,organization,member", "Italy,NATO,no", "denied"),
        ("state,organization,member", "Italy,NATO,false", "denied"),
        ("state,organization,role", "Italy,NATO,not a member", "denied"),
        ("country,NATO,EU", "Italy,0,1", "denied"),
        ("country,NATO,EU", "Italy,,1", "unknown"),
        ("country,NATO,EU", "Italy,-,1", "unknown"),
    ],
)
def test_what_a_cell_denies(tmp_path: Path, header: str, row: str, basis: str) -> None:
    others = {"country": ["France,1,1", "Spain,1,1"], "state": ["France,NATO,yes", "Spain,NATO,yes"]}
    if "role" in header:
        others["state"] = ["France,NATO,full", "Spain,NATO,full"]
    graph = graph_of(tmp_path, header, [row, *others[header.partition(",")[0]]])
    found = graph.ask("is Italy in NATO")
    assert (found.value, found.basis) == (False, basis)
    assert [one.source for one in found.evidence] == (["table.csv"] if basis == "denied" else [])


def test_of_several_bodies_all_must_be_denied_where_one_is_enough(tmp_path: Path) -> None:
    graph = graph_of(tmp_path, "country,NATO,EU,OECD", ["Italy,0,0,", "France,1,1,1", "Spain,1,0,1"])
    for question, basis in (
        ("is Italy in NATO or EU", "denied"),
        ("is Italy in NATO or OECD", "unknown"),
        ("is Italy in NATO and OECD", "denied"),
    ):
        found = graph.ask(question)
        assert (found.value, found.basis) == (False, basis), question


def test_what_is_denied_is_shown_and_kept_in_turtle(tmp_path: Path) -> None:
    graph = graph_of(tmp_path, "country,NATO,EU", ["Italy,1,1", "Spain,0,0"])
    again = tmp_path / "again.ttl"
    again.write_bytes(graph.export("turtle"))
    for one in (graph, library.load(again)):
        assert [(fact.relation, str(fact.object)) for fact in one.describe("Spain").facts] == [
            ("non-member", "<https://w3id.org/blocs/id/eu>"),
            ("non-member", "<https://w3id.org/blocs/id/nato>"),
        ]
        assert one.ask("is Spain in NATO").basis == "denied"


def test_a_list_that_lacks_the_rows_of_a_state(tmp_path: Path) -> None:
    rows = [
        f"{state},{body},{year}"
        for state in STATES
        for body in BODIES
        for year in YEARS
        if not (state == "Birchland" and year in (1992, 1993))
        and not (state == "Cedarland" and body == "Beta Union" and year == 1994)
    ]
    graph = graph_of(tmp_path, "member,organization,year", rows)
    assert labels(graph, "who joined Alpha Pact in 1994") == {"Birchland"}
    # The table has Cedarland's rows of other bodies: it was out of this one.
    assert labels(graph, "who joined Beta Union in 1995") == {"Cedarland"}
    assert any("Birchland" in note for note in graph.ask("who joined Alpha Pact in 1994").notes)


def test_a_question_without_a_date_is_of_the_date_of_its_body(tmp_path: Path) -> None:
    old, new = tmp_path / "old.csv", tmp_path / "new.csv"
    old.write_text(
        "member,organization,year\n"
        + "".join(f"Ashland,Alpha Pact,{year}\nBirchland,Alpha Pact,{year}\n" for year in (1990, 1991)),
        encoding="utf-8",
    )
    new.write_text(
        "member,organization,year\n"
        + "".join(f"Ashland,Beta Union,{year}\nCedarland,Beta Union,{year}\n" for year in (2020, 2021)),
        encoding="utf-8",
    )
    graph = library.load(old, new)
    for question, value, as_of in (
        ("is Ashland in Alpha Pact", True, "1991"),
        ("is Ashland in Beta Union", True, "2021"),
        ("is Cedarland in Alpha Pact", False, "1991"),
    ):
        found = graph.ask(question)
        assert (found.value, found.as_of) == (value, as_of), question
        assert any("1991" in note for note in found.notes) == (as_of == "1991"), question
    assert {one.entity.label for one in graph.members("Alpha Pact")} == {"Ashland", "Birchland"}
    assert graph.ask("is Ashland in Alpha Pact", as_of="2021").value is not True
