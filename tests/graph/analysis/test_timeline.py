"""Timelines, and what is said of memberships without dates wherever a date is asked for."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Blocs = Callable[..., Any]

UNDATED = "Memberships for which no dates were read are counted"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    rows = "France,Alpha Pact,1990\nItaly,Alpha Pact,\nMalta,Alpha Pact,\n"
    (tmp_path / "t.csv").write_text(f"country,organization,start\n{rows}")
    return tmp_path / "t.csv"


def test_memberships_without_a_date_are_counted_beside_the_timeline_of_all(blocs: Blocs, table: Path) -> None:
    found = blocs("timeline", "--data", table)
    assert [line.split("\t")[3] for line in found.out.splitlines()[1:]] == ["france"]
    said = "2 of 3 memberships have no date and are not shown"
    assert said in found.err
    assert said in json.loads(blocs("timeline", "--data", table, "--format", "json").out)["notes"][0]
    assert said in blocs("timeline", "--data", table, "--format", "svg").out
    own = blocs("timeline", "Alpha Pact", "--data", table)
    assert len(own.out.splitlines()) == 4 and "not shown" not in own.err


def test_a_table_without_any_date_has_an_empty_timeline_and_says_so(blocs: Blocs, tmp_path: Path) -> None:
    (tmp_path / "u.csv").write_text("country,organization\nFrance,Alpha Pact\nItaly,Alpha Pact\n")
    found = blocs("timeline", "--data", tmp_path / "u.csv")
    assert found.out.count("\n") == 1 and "2 of 2 memberships have no date" in found.err
    trend = blocs("trend", "--during", "1980:1985", "--data", tmp_path / "u.csv")
    assert "in which of these years they are to be counted is not known" in trend.err


@pytest.mark.parametrize(
    "asked",
    [
        ["show", "Italy", "--during", "1991:1995"],
        ["who", "Alpha Pact", "--as-of", "1995"],
        ["overlap", "--as-of", "1995"],
        ["upset", "--as-of", "1995"],
        ["network", "--as-of", "1995"],
        ["path", "France", "Italy", "--as-of", "1995"],
        ["panel", "1995:1996"],
        ["timeline", "Alpha Pact", "--during", "1991:1995"],
        ["export", "--format", "csv", "--as-of", "1995"],
        ["export", "--format", "graphml", "--as-of", "1995"],
        ["export", "--format", "dot", "--as-of", "1995"],
    ],
)
def test_that_undated_memberships_count_at_a_date_is_said_by_all(blocs: Blocs, table: Path, asked: list[str]) -> None:
    found = blocs(*asked, "--data", table)
    assert found.code == 0 and UNDATED in found.err


def test_whose_joining_has_no_date_is_named_where_it_is_asked_who_joined(blocs: Blocs, table: Path) -> None:
    found = blocs("ask", "who joined Alpha Pact in 1990", "--data", table)
    assert "france" in found.out
    assert "does not say when these joined Alpha Pact: Italy, Malta" in found.err
