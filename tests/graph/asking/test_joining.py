"""Joining, leaving and being in: laws that hold on every graph, and what is said where the data do not tell."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import blocs as library
import pytest
from blocs.graph.asking.answering import Answer
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

STATES = ("Ashland", "Birchland", "Cedarland")
BODIES = ("Alpha Pact", "Beta Union")
YEARS = range(1990, 2000)

Spans = dict[tuple[str, str], list[tuple[int, int | None]]]


@st.composite
def memberships(draw: st.DrawFn) -> Spans:
    """For each state and body the years in which it is in, as spans; None is an end that is not known."""
    found: Spans = {}
    for state in STATES:
        for body in BODIES:
            years = [year for year in YEARS if draw(st.booleans())]
            spans: list[tuple[int, int | None]] = []
            for year in years:
                if spans and spans[-1][1] == year - 1:
                    spans[-1] = (spans[-1][0], year)
                else:
                    spans.append((year, year))
            if spans and spans[-1][1] == YEARS[-1]:
                spans[-1] = (spans[-1][0], None)
            found[state, body] = spans
    return found


def text_of(spans: Spans) -> str:
    """The Turtle of a graph of these memberships; its date is the last of the years."""
    lines = [
        "@prefix : <http://example.org/> . @prefix org: <http://www.w3.org/ns/org#> .",
        "@prefix schema: <https://schema.org/> .",
        "@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix blocs: <https://w3id.org/blocs/ns#> .",
        "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .",
        f':data a schema:Dataset ; blocs:asOf "{YEARS[-1]}"^^xsd:gYear .',
        *(f':s{i} a schema:Country ; skos:prefLabel "{name}" .' for i, name in enumerate(STATES)),
        *(f':b{i} a org:Organization ; skos:prefLabel "{name}" .' for i, name in enumerate(BODIES)),
        ':other a org:Organization ; skos:prefLabel "Other" .',
        ':x a org:Membership ; org:member :s0 ; org:organization :other ; schema:startDate "1980"^^xsd:gYear .',
    ]
    for (state, body), held in spans.items():
        for start, end in held:
            until = f' ; schema:endDate "{end}"^^xsd:gYear' if end is not None else ""
            node = f":m{STATES.index(state)}{BODIES.index(body)}{start} a org:Membership"
            ends = f"org:member :s{STATES.index(state)} ; org:organization :b{BODIES.index(body)}"
            lines.append(f'{node} ; {ends} ; schema:startDate "{start}"^^xsd:gYear{until} .')
    return "\n".join(lines)


def is_in(spans: Spans, state: str, body: str, year: int) -> bool:
    return any(start <= year and (end is None or end >= year) for start, end in spans[state, body])


def named(found: Answer) -> list[str]:
    return sorted(one.entity.label for one in found.entities)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(spans=memberships(), year=st.sampled_from(YEARS), body=st.sampled_from(BODIES), state=st.sampled_from(STATES))
def test_laws_of_joining_and_leaving(
    tmp_path_factory: pytest.TempPathFactory, spans: Spans, year: int, body: str, state: str
) -> None:
    """joined(y) is in(y) less in(y - 1), left(y) is in(y) less in(y + 1); how many is the size of which; and so on."""
    path = tmp_path_factory.mktemp("laws") / "graph.ttl"
    path.write_text(text_of(spans), encoding="utf-8")
    graph = library.load(path)
    if not any(spans[one, body] for one in STATES):
        with pytest.raises(library.InvalidRequest, match=f"does not say when anybody joined or left {body}"):
            graph.ask(f"who joined {body} in {year}")
        return
    now, before = (named(graph.ask(f"who was in {body} in {one}")) for one in (year, year - 1))
    joined = named(graph.ask(f"who joined {body} in {year}"))
    assert now == [one for one in STATES if is_in(spans, one, body, year)]
    assert joined == sorted(set(now) - set(before))
    assert graph.ask(f"how many states joined {body} in {year}?").value == len(joined)
    assert graph.ask(f"did {state} join {body} in {year}").value is (state in joined)
    assert graph.ask(f"was {body} joined by {state} in {year}").value is (state in joined)
    assert named(graph.ask(f"in {year}, who joined {body}, please")) == joined
    others = named(graph.ask(f"which states did not join {body} in {year}"))
    assert sorted([*joined, *others]) == list(STATES)
    ever, never = named(graph.ask(f"who joined {body}")), named(graph.ask(f"which states never joined {body}"))
    assert sorted([*ever, *never]) == list(STATES)
    dates = [str(one) for one in YEARS if is_in(spans, state, body, one) and not is_in(spans, state, body, one - 1)]
    assert list(graph.ask(f"when did {state} join {body}").values) == dates
    what = {one for one in BODIES if is_in(spans, state, one, year) and not is_in(spans, state, one, year - 1)}
    assert set(named(graph.ask(f"which organizations did {state} join in {year}"))) == what
    if year < YEARS[-1]:
        after = named(graph.ask(f"who was in {body} in {year + 1}"))
        left = named(graph.ask(f"who left {body} in {year}"))
        assert left == sorted(set(now) - set(after))
        assert graph.ask(f"did {state} leave {body} in {year}").value is (state in left)
    held = [one for one in STATES if all(is_in(spans, one, body, each) for each in range(year, YEARS[-1] + 1))]
    assert named(graph.ask(f"who has been in {body} since {year}")) == held
    lasted = sum(is_in(spans, state, body, each) for each in YEARS)
    assert graph.ask(f"how long was {state} in {body}").value == lasted
    for asked in (
        "which state joined the most organizations in 1995",
        "which organization lost the most members in 1994",
    ):
        found = graph.ask(asked)
        assert [one.entity.iri for one in found.entities] == [row[0].value for row in graph.source.select(found.sparql)]  # type: ignore[union-attr]


DATED = """member,organization,role,start,end
Avaria,Pact,full,1950-03-01,1990-12-31
Avaria,Pact,full,1995-06-01,
Belmont,Pact,full,1950,
Cordia,Pact,full,1962,1970
Cordia,Pact,associate,1971,
Dorne,League,full,1940,1980
"""


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "dated.csv"
    path.write_text(DATED, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("when did Avaria join Pact", ["1950-03-01", "1995-06-01"]),
        ("when did Avaria leave Pact", ["1990-12-31"]),
        ("when did Cordia leave Pact", ["1970"]),
        ("has Belmont ever left Pact", False),
        ("has Cordia ever left Pact", True),
        ("is Cordia no longer in Pact", True),
        ("who left Pact", ["cordia"]),
        ("who joined Pact in the 1960s", ["cordia"]),
        ("who joined Pact in 1950 or 1962", ["avaria", "belmont", "cordia"]),
        ("who joined Pact before 1960", ["avaria", "belmont"]),
        ("who joined Pact after 1950", ["avaria", "cordia"]),
        ("who was in Pact between 1991 and 1994", ["belmont"]),
        ("who was in Pact when Cordia joined", ["avaria", "belmont", "cordia"]),
        ("founding members of Pact", ["avaria", "belmont"]),
        ("who was the last to join Pact", ["avaria"]),
        ("former members of Pact", ["cordia"]),
        ("was Cordia ever an associate of Pact", True),
        ("who has been in Pact since 1960", ["belmont"]),
    ],
)
def test_dates_of_a_table(blocs: Callable[..., Any], table: Path, question: str, value: Any) -> None:
    answer = json.loads(blocs("ask", question, "--data", table, "--format", "json").out)["answer"]
    found = answer.get("values", answer.get("value", [one["id"] for one in answer.get("entities", ())]))
    assert found == value


def test_beyond_the_data_nothing_is_known(tmp_path: Path) -> None:
    """A yes or no about a time after the data is unknown, and what is answered for it says where the data end."""
    path = tmp_path / "graph.ttl"
    path.write_text(
        text_of({pair: [(1990, None)] for pair in ((s, b) for s in STATES for b in BODIES)}), encoding="utf-8"
    )
    graph = library.load(path)
    found = graph.ask("is Ashland in Alpha Pact in 2020")
    assert (found.value, found.basis) == (None, "unknown")
    assert found.notes == ("The data end in 1999: what was so in 2020 is not known.",)
    assert graph.ask("did Ashland leave Alpha Pact in 2020").value is None
    assert "The data end in 1999" in graph.ask("who is in Alpha Pact in 2020").notes[0]
    assert "The data end in 1999" in graph.ask("who joined Alpha Pact in 2020").notes[0]
    assert graph.ask("was Ashland in Alpha Pact in 1985").value is False, "it is known to have come later"


def test_founders_whom_the_graph_does_not_name_are_said_to_be_first_members(tmp_path: Path) -> None:
    path = tmp_path / "graph.ttl"
    spans: Spans = {(state, body): [] for state in STATES for body in BODIES}
    spans["Ashland", "Alpha Pact"], spans["Birchland", "Alpha Pact"] = [(1990, None)], [(1992, None)]
    path.write_text(text_of(spans), encoding="utf-8")
    found = library.load(path).ask("who founded Alpha Pact")
    assert named(found) == ["Ashland"]
    assert found.notes == (
        "The graph does not name the founders of Alpha Pact: these were in it in its first year, 1990.",
    )
    assert library.load().ask("who founded the CST").notes == (
        "The graph does not say who founded CST, nor who was in it first.",
    )


@pytest.mark.parametrize(
    ("question", "who"),
    [
        ("which states joined the Alpha Pact before Birchland", ["Ashland"]),
        ("who joined the Alpha Pact earlier than Cedarland", ["Ashland", "Birchland"]),
        ("who joined the Alpha Pact after Ashland", ["Birchland", "Cedarland"]),
        ("which states joined the Alpha Pact later than Birchland", ["Cedarland"]),
        ("which country has the fewest IGO memberships", ["Cedarland"]),
        ("countries with the most IGO memberships in 1996", ["Ashland"]),
        ("states that have the fewest memberships in 1996", ["Birchland"]),
    ],
)
def test_sooner_or_later_than_another_and_memberships_by_number(tmp_path: Path, question: str, who: list[str]) -> None:
    """Ashland is in both from 1991 and 1992, and in one more; Birchland joins one in 1994, Cedarland in 1997."""
    spans: Spans = {(state, body): [] for state in STATES for body in BODIES}
    spans["Ashland", "Alpha Pact"] = [(1991, None)]
    spans["Ashland", "Beta Union"] = [(1992, None)]
    spans["Birchland", "Alpha Pact"] = [(1994, None)]
    spans["Birchland", "Beta Union"] = [(1999, None)]
    spans["Cedarland", "Alpha Pact"] = [(1997, None)]
    path = tmp_path / "g.ttl"
    path.write_text(text_of(spans), "utf-8")
    assert named(library.load(path).ask(question)) == who


@pytest.mark.parametrize(
    "question",
    [
        "which bodies no longer exist",
        "which organizations have ended",
        "which organisations are defunct",
        "what bodies do not exist any more",
        "which bodies have been dissolved",
    ],
)
def test_bodies_that_are_over(tmp_path: Path, question: str) -> None:
    """Alpha Pact was dissolved in 1995; Beta Union has a member to the end of the data."""
    spans: Spans = {(state, body): [] for state in STATES for body in BODIES}
    spans["Ashland", "Alpha Pact"] = [(1991, 1993)]
    spans["Birchland", "Alpha Pact"] = [(1991, 1995)]
    spans["Birchland", "Beta Union"] = [(1992, None)]
    path = tmp_path / "g.ttl"
    path.write_text(text_of(spans) + '\n:b0 schema:dissolutionDate "1995"^^xsd:gYear .', "utf-8")
    graph = library.load(path)
    assert named(graph.ask(question)) == ["Alpha Pact"]
    assert graph.ask(question.replace("which", "how many").replace("what", "how many")).value == 1


@pytest.mark.parametrize(
    ("question", "states"),
    [
        ("which states are in Alpha Pact but were in Beta Union", ["birchland"]),
        ("states that are in Alpha Pact and used to be in Beta Union", ["birchland"]),
        ("which states were in Beta Union and are now in Alpha Pact", ["birchland"]),
        ("which states are in Alpha Pact and were in Beta Union in 1991", ["birchland"]),
        ("which states are in Alpha Pact and were in Beta Union in 1995", []),
        ("which states are in Beta Union but were once in Alpha Pact", ["cedarland"]),
    ],
)
def test_who_is_in_one_and_was_in_another_need_not_have_been_at_once(
    tmp_path: Path, question: str, states: list[str]
) -> None:
    path = tmp_path / "table.csv"
    rows = ["Ashland,Alpha Pact,1990,", "Birchland,Alpha Pact,1996,", "Birchland,Beta Union,1990,1993"]
    rows += ["Cedarland,Beta Union,1990,", "Cedarland,Alpha Pact,1991,1992"]
    path.write_text("\n".join(["member,organization,start,end", *rows]), encoding="utf-8")
    assert sorted(one.entity.id for one in library.load(path).ask(question).entities) == states


def test_who_used_to_be_in_a_body_is_not_in_it_now(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    rows = ["Ashland,Alpha Pact,1990,", "Ashland,Beta Union,1990,", "Birchland,Alpha Pact,1996,"]
    rows += ["Birchland,Beta Union,1990,1993"]
    path.write_text("\n".join(["member,organization,start,end", *rows]), encoding="utf-8")
    graph = library.load(path)
    used_to_be = graph.ask("states that are in Alpha Pact and used to be in Beta Union")
    assert [one.entity.id for one in used_to_be.entities] == ["birchland"]
    were = graph.ask("states that are in Alpha Pact and were in Beta Union")
    assert sorted(one.entity.id for one in were.entities) == ["ashland", "birchland"]


_SPANS = [
    ("ashland", "Alpha Pact", 1950, None),
    ("ashland", "Beta Union", 1960, None),
    ("birchland", "Alpha Pact", 1950, 1970),
    ("birchland", "Beta Union", 1972, None),
    ("cedarland", "Alpha Pact", 1972, None),
    ("cedarland", "Beta Union", 1972, 1980),
    ("dalland", "Gamma League", 1965, None),
    ("elmland", "Gamma League", 1965, 1970),
    ("fernland", "Gamma League", 1966, 1968),
    ("fernland", "Gamma League", 1975, 1985),
]
"""Members and bodies that nobody lists, from year to year; the last year is the last one in it."""


def _table(path: Path) -> Path:
    rows = [f"{member.title()},{body},{start},{end or ''}" for member, body, start, end in _SPANS]
    path.write_text("\n".join(["member,organization,start,end", *rows]), encoding="utf-8")
    return path


def _joined(body: str) -> dict[str, int]:
    return {member: start for member, of, start, _ in _SPANS if of == body}


@pytest.mark.parametrize(
    ("question", "right"),
    [
        (
            "which states joined Alpha Pact and Beta Union in the same year",
            {m for m, year in _joined("Alpha Pact").items() if _joined("Beta Union").get(m) == year},
        ),
        (
            "which states joined Alpha Pact in the same year as Beta Union",
            {m for m, year in _joined("Alpha Pact").items() if _joined("Beta Union").get(m) == year},
        ),
        ("who joined Beta Union in 1972 or later", {m for m, year in _joined("Beta Union").items() if year >= 1972}),
        ("who joined Beta Union in 1970 or earlier", {m for m, year in _joined("Beta Union").items() if year <= 1970}),
        (
            "who was in Alpha Pact in 1971 or later",
            {m for m, of, _, end in _SPANS if of == "Alpha Pact" and (end is None or end >= 1971)},
        ),
        ("which bodies gained members in 1965", {"gamma-league"}),
        ("which bodies lost members between 1969 and 1975", {"alpha-pact", "gamma-league"}),
        ("which bodies lost members between 1971 and 1979", set()),
        ("which states founded Gamma League and left it", {"elmland"}),
        ("which states left a body in 1970", {"birchland", "elmland"}),
        ("which bodies did Fernland rejoin", {"gamma-league"}),
        ("which bodies do all Alpha Pact members belong to in 1965", set()),
        ("which bodies include every Alpha Pact member in 1975", {"beta-union"}),
        ("which bodies had more members in 1965 than in 1971", {"alpha-pact", "gamma-league"}),
        ("which bodies did Fernland rejoin after 1990", set()),
        ("which bodies include neither Dalland nor Elmland", {"alpha-pact", "beta-union"}),
        ("which bodies is neither Ashland nor Birchland in", {"gamma-league"}),
    ],
)
def test_further_words_of_joining_and_leaving(tmp_path: Path, question: str, right: set[str]) -> None:
    graph = library.load(_table(tmp_path / "table.csv"))
    assert {one.entity.id for one in graph.ask(question).entities} == right


def test_states_that_joined_two_bodies_in_one_year_need_not_have_done_so_in_one_order(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    rows = ["Ashland,Alpha Pact,1950-03-01", "Ashland,Beta Union,1950-01-01", "Birchland,Alpha Pact,1950"]
    rows += ["Birchland,Beta Union,1950-12-31", "Cedarland,Alpha Pact,1950-12-31", "Cedarland,Beta Union,1951-01-01"]
    path.write_text("\n".join(["member,organization,start", *rows]), encoding="utf-8")
    answer = library.load(path).ask("who joined Alpha Pact and Beta Union in the same year")
    assert sorted(one.entity.id for one in answer.entities) == ["ashland", "birchland"]
    assert "in the same year" in answer.understood
