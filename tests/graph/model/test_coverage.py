"""What time the data cover: dates outside are told from dates inside, whatever their precision."""

from __future__ import annotations

from pathlib import Path

import blocs as package
import pytest
from blocs.graph.model.coverage import coverage, is_outside, outside_notes

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
        ("1980:2000", False, False, False), ("2000:2024", False, True, False), ("2020:", False, True, True),
        (":1989", True, False, True), ("any", False, False, False), (":2024", False, False, False),
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


def test_a_graph_without_dates_ends_and_does_not_begin(tmp_path: Path) -> None:
    (tmp_path / "plain.ttl").write_text(
        "@prefix : <https://w3id.org/blocs/id/> . @prefix org: <http://www.w3.org/ns/org#> . :a org:memberOf :b ."
    )
    graph = package.load(tmp_path / "plain.ttl")
    assert coverage(graph).first == "" and outside_notes(graph, graph.period("1700")) == ()
    assert len(outside_notes(graph, graph.period("9999"))) == 1


@pytest.mark.parametrize(
    "command",
    [
        "who CST",
        "overlap Armenia Belarus",
        "network",
        "path Armenia Belarus",
        "timeline CST",
        "show CST",
        "compare built-in built-in",
        "export --format dot",
        "export --format csv",
        "upset",
    ],
)
def test_every_command_that_takes_a_date_says_so(blocs, command: str) -> None:
    for date, said in (("2024", "The data end in 2001-05"), ("1700", "The data begin in 1992"), ("2001", None)):
        done = blocs(*command.split(), "--as-of", date)
        assert done.code == 0
        assert (said is None and "The data" not in done.err) or (said is not None and said in done.err), (command, date)
