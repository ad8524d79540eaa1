"""What time the data cover: dates outside are told from dates inside, whatever their precision."""

from __future__ import annotations

import json
from collections.abc import Callable
from html import unescape
from itertools import permutations
from pathlib import Path
from typing import Any

import blocs as package
import pytest
from blocs.graph.model.coverage import coverage, is_outside, outside_notes
from blocs.graph.sources.importing.cow import import_cow
from blocs.graph.sources.importing.tables import import_csv

# The first date on record is 1990-03, the dataset's own is 2014-06.
SPANS = """
@prefix : <https://w3id.org/blocs/id/> . @prefix org: <http://www.w3.org/ns/org#> .
@prefix schema: <https://schema.org/> . @prefix blocs: <https://w3id.org/blocs/ns#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
:d a schema:Dataset ; blocs:asOf "2014-06"^^xsd:gYearMonth .
:s a schema:Country . :b a org:Organization .
:m a org:Membership ; org:member :s ; org:organization :b ; schema:startDate "1995"^^xsd:gYear .
:p a blocs:Spell ; blocs:state :s ; schema:startDate "1990-03"^^xsd:gYearMonth .
"""


@pytest.mark.parametrize(
    ("period", "begins", "ends", "outside"),
    [
        ("1989", True, False, True), ("1990", False, False, False), ("1990-02", True, False, True),
        ("1990-03-15", False, False, False), ("2014", False, False, False), ("2014-06-30", False, False, False),
        ("2014-07", False, True, True), ("2024", False, True, True), ("1980:1989", True, False, True),
        ("1980:2000", True, False, False), ("2000:2024", False, True, False), ("2020:", False, True, True),
        (":1989", True, False, True), ("any", False, False, False), (":2024", False, False, False),
        ("1980:2024", True, True, False),
    ],
)  # fmt: skip
def test_dates_outside_the_data_are_told(tmp_path: Path, period: str, begins: bool, ends: bool, outside: bool) -> None:
    (tmp_path / "spans.ttl").write_text(SPANS)
    graph = package.load(tmp_path / "spans.ttl")
    asked = graph.period(period)
    notes = outside_notes(graph, asked)
    assert (any("begin in 1990" in note for note in notes), any("end in 2014-06" in note for note in notes)) == (
        begins,
        ends,
    )
    assert is_outside(graph, asked) == outside


@pytest.mark.parametrize("asked", list(permutations(("1989", "1990", "1990-02", "1990-03-15"))))
def test_what_is_known_of_one_date_says_nothing_false_of_another(tmp_path: Path, asked: tuple[str, ...]) -> None:
    (tmp_path / "spans.ttl").write_text(SPANS)
    beginning = package.load(tmp_path / "spans.ttl").beginning
    known = {"1989": False, "1990": True, "1990-02": False, "1990-03-15": True}
    assert {date: beginning.is_by(date) for date in (*asked, *asked)} == known


def test_a_graph_without_dates_ends_and_does_not_begin(tmp_path: Path) -> None:
    (tmp_path / "plain.ttl").write_text(
        "@prefix : <https://w3id.org/blocs/id/> . @prefix org: <http://www.w3.org/ns/org#> . :a org:memberOf :b ."
    )
    graph = package.load(tmp_path / "plain.ttl")
    assert coverage(graph).first == "" and outside_notes(graph, graph.period("1700")) == ()
    assert len(outside_notes(graph, graph.period("9999"))) == 1


# Every command that takes a date, with the date left open.
COMMANDS = (
    "who CST --as-of {}",
    "overlap Armenia Belarus --as-of {}",
    "overlap --as-of {}",
    "network --as-of {}",
    "path Armenia Belarus --as-of {}",
    "timeline CST --as-of {}",
    "timeline --during {}:{}",
    "show CST --as-of {}",
    "compare built-in built-in --as-of {}",
    "export --as-of {}",
    "upset --as-of {}",
    "panel {}:{}",
    "query pact-partners -p date={}",
)
# Where the words have no place in the answer: they stand beside it.
BESIDE = ("tsv", "csv", "markdown", "graphml", "csv-edges", "cytoscape")


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("form", ["json", "table", "svg", "csv", "markdown"])
@pytest.mark.parametrize(
    ("date", "said"), [("2024", "The data end in 2001-05"), ("1700", "The data begin in 1992"), ("2001", "")]
)
def test_every_command_that_takes_a_date_says_so(
    blocs: Callable[..., Any], command: str, form: str, date: str, said: str
) -> None:
    """In the answer itself, where its format has a place for words."""
    form = {"export": {"json": "html", "table": "dot", "markdown": "graphml"}}.get(command.split()[0], {}).get(
        form, form
    )
    done = blocs(*command.format(date, date).split(), "--format", form)
    if command.startswith("panel") and date == "2024":
        assert done.code == 2 and "the data end in 2001" in done.err  # all of it would be empty
        return
    assert done.code == 0, done.err
    within = " ".join(unescape(done.out).split())
    beside = form in BESIDE or (command.startswith("query") and form == "json")  # the W3C's JSON has no place for notes
    where = done.err if beside else within
    assert (said in where) if said else ("The data" not in done.out + done.err), (command, form, date)
    if form == "json" and not beside:
        notes = json.loads(done.out).get("notes", [])
        assert any(said in note for note in notes) if said else not any("The data" in note for note in notes)


def test_a_state_that_is_not_there_yet_is_not_there_because_the_data_have_not_begun(
    blocs: Callable[..., Any], tmp_path: Path
) -> None:
    (tmp_path / "spans.ttl").write_text(SPANS)
    for command in ("overlap s", "network s", "upset s"):
        done = blocs(*command.split(), "--as-of", "1700", "--data", tmp_path / "spans.ttl")
        assert done.code == 2 and "not in the state system" in done.err and "the data begin in 1990" in done.err


def test_a_date_parameter_is_a_date(blocs: Callable[..., Any]) -> None:
    done = blocs("query", "pact-partners", "-p", "date=last year")
    assert (done.code, done.out) == (2, "") and "'last year' is not a date" in done.err


# Two data sets, one of which ended: a panel of three years to 1991, and a list as of a later day.
PANEL = """"","ccode","year","state","nato","oas","un"
"1",20,1989,"can",1,3,1
"2",20,1990,"can",1,1,1
"3",20,1991,"can",1,1,1
"4",385,1989,"nor",1,0,1
"5",385,1990,"nor",1,0,1
"6",385,1991,"nor",1,0,1
"""
LATER = {
    "another body": "country,organization,start\nFiji,Pacific Forum,1971\n",
    "the same body": "country,organization,start\nFiji,Pacific Forum,1971\nCanada,NATO,1949\n",
}


@pytest.fixture(scope="module", params=LATER)
def two_ends(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Any]:
    folder = tmp_path_factory.mktemp("ends")
    (folder / "panel.csv").write_text(PANEL)
    (folder / "list.csv").write_text(LATER[request.param])
    import_cow(folder / "store", folder / "panel.csv")
    import_csv(folder / "store", folder / "list.csv")
    return request.param, package.load(store=folder / "store")


@pytest.mark.parametrize(
    ("question", "alone", "said_too"),
    [
        # By the panel alone; by the panel, and for Canada in NATO by the list that goes on.
        ("is Canada in NATO in 2015", None, True),
        ("is Canada in NATO in 1990", True, True),
        ("is Norway in NATO in 2015", None, None),
        ("is Norway not in NATO in 2015", None, None),
        ("is Canada in NATO and OAS in 2015", None, None),
        ("is Canada in NATO or OAS in 2015", None, True),
        ("is Fiji in NATO in 2015", None, False),
        ("is Fiji in Pacific Forum in 2015", True, True),
        ("is Fiji in Pacific Forum", True, True),
        ("is Canada in NATO", True, True),  # as of 1991, where all that is known of NATO ends
    ],
)
def test_the_end_of_a_data_set_holds_for_what_it_says(
    two_ends: tuple[str, Any], question: str, alone: bool | None, said_too: bool | None
) -> None:
    case, graph = two_ends
    answer = graph.ask(question)
    right = alone if case == "another body" else said_too
    assert answer.value is right
    assert any("end in 1991" in note for note in answer.notes) == (right is None or " or " in question)


@pytest.mark.parametrize(
    ("question", "named"), [("who is in NATO in 2015", "Norway"), ("how many states are in NATO in 2015", "Norway")]
)
def test_members_by_a_data_set_that_ended_are_named(two_ends: tuple[str, Any], question: str, named: str) -> None:
    case, graph = two_ends
    (note,) = (note for note in graph.ask(question).notes if "end in 1991" in note)
    if case == "another body":
        assert note == "The data on NATO end in 1991: what was so in 2015 is not known."
    else:
        assert note.startswith("The data of Correlates of War: ")
        assert note.endswith(f" end in 1991: what was so in 2015 is not known of {named}.")
    assert not any("end in 1991" in note for note in graph.ask("who is in NATO in 1990").notes)


@pytest.mark.parametrize("words", [("who", "NATO"), ("ask", "who is in NATO")])
def test_a_question_without_a_date_is_of_the_time_of_its_body(
    two_ends: tuple[str, Any], blocs: Callable[..., Any], words: tuple[str, ...]
) -> None:
    """NATO in the panel alone: who was in it then; in a list that goes on, too: who is today, and whose data ended."""
    result = blocs(*words, "--store", two_ends[1].source.name)
    found = [line.split("\t")[0] for line in result.out.splitlines()[1:]]
    if two_ends[0] == "another body":
        assert found == ["canada", "norway"] and "As of 1991, where the data on NATO end" in result.err
    else:
        assert "canada" in found and "end in 1991: what was so" in result.err


@pytest.mark.parametrize(
    "words",
    [
        ("who", "NATO", "--as-of", "2015"), ("overlap", "--as-of", "2015"), ("overlap",),
        ("show", "Norway", "--as-of", "2015"), ("upset", "--as-of", "2015"), ("network", "--as-of", "2015"),
    ],
)  # fmt: skip
def test_commands_say_which_data_ended(
    two_ends: tuple[str, Any], blocs: Callable[..., Any], words: tuple[str, ...]
) -> None:
    result = blocs(*words, "--store", two_ends[1].source.name)
    assert result.code == 0 and "end in 1991: what was so" in result.out + result.err
    result = blocs("who", "Pacific Forum", "--as-of", "2015", "--store", two_ends[1].source.name)
    assert "end in 1991" not in result.out + result.err
