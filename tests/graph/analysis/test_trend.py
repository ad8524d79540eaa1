"""Numbers over the years: those of the published tables by pandas, and of small tables by a plain loop."""

from __future__ import annotations

import csv
import json
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import blocs as library
import pandas
import pytest
from places import SHARED

Run = Callable[..., Any]


@pytest.fixture(scope="module")
def tables() -> Path:
    folder = SHARED / "cow-igo"
    if not folder.is_dir():
        pytest.skip("needs ../shared/cow-igo, which is not here")
    return folder


@pytest.fixture(scope="module")
def cow(cow_store: Path) -> library.KnowledgeGraph:
    return library.load(store=cow_store)


@pytest.fixture(scope="module")
def table(tables: Path) -> pandas.DataFrame:
    """The table as it stands, a row for each state and year."""
    return pandas.read_csv(tables / "state_year_format3.csv.gz", encoding="latin1", low_memory=False)


@pytest.mark.parametrize(("role", "code"), [("full", 1), ("associate", 2), ("observer", 3)])
def test_all_numbers_are_the_tables(
    cow: library.KnowledgeGraph, table: pandas.DataFrame, tables: Path, role: str, code: int
) -> None:
    found = cow.trend(role=role).to_pandas().set_index("year")
    marks = table.set_index(["ccode", "year", "state"])
    counted = (marks == code).sum(axis=1).groupby("year").sum()
    states = table.groupby("year").ccode.nunique()
    organizations = pandas.read_csv(tables / "igo_year_format3.csv.gz", encoding="latin1", low_memory=False)
    alive = set(zip(organizations.ioname.str.lower(), organizations.year.astype(int), strict=True))
    # The tables differ on one: with members in a later year than its own row it had not ended (the import says so).
    held = (marks >= 1).groupby("year").any().stack()
    alive |= {(body, int(year)) for year, body in held[held].index}
    bodies = pandas.Series([year for _, year in alive]).value_counts()
    for year, row in found.iterrows():
        assert (row.memberships, row.bodies, row.states) == (counted[year], bodies[year], states[year]), year
    assert found.index[-1] == 2014 and (role != "full" or list(found.index) == list(range(1816, 2015)))


@pytest.mark.parametrize("body", ["NATO", "UN", "EU", "OPEC", "LoN"])
def test_the_members_of_a_body_are_its_column(cow: library.KnowledgeGraph, table: pandas.DataFrame, body: str) -> None:
    found = cow.trend([body])
    (numbers,) = found.counts.values()
    counted = (table[body.lower()] == 1).groupby(table.year).sum()
    known = {year: number for year, number in zip(found.years, numbers, strict=True) if number is not None}
    assert known == {year: counted[year] for year in known}
    assert all(counted[year] == 0 for year in found.years if year not in known)
    assert counted[counted.index < found.years[0]].sum() == 0


def test_the_bodies_of_a_state_are_its_rows(cow: library.KnowledgeGraph, table: pandas.DataFrame) -> None:
    found = cow.trend(["France", "USA"], "1900:2014")
    rows = table.set_index(["ccode", "year"]).drop(columns="state")
    for numbers, code in zip(found.counts.values(), (220, 2), strict=True):
        for year, number in zip(found.years, numbers, strict=True):
            expected = (rows.loc[(code, year)] == 1).sum() if (code, year) in rows.index else None
            assert number == expected, (code, year)


def _made(rows: list[tuple[str, str, str, str, str]], path: Path) -> library.KnowledgeGraph:
    with path.open("w", newline="") as file:
        csv.writer(file).writerows([("member", "organization", "role", "start", "end"), *rows])
    return library.load(path)


@pytest.mark.parametrize("seed", range(8))
def test_small_tables_are_counted_by_a_plain_loop(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    rows = []
    for _ in range(40):
        start = chance.randint(1950, 1990)
        end = str(start + chance.randint(0, 15)) if chance.random() < 0.7 else ""
        start_text = chance.choice([f"{start}", f"{start}-06", f"{start}-06-15"])
        member, body = f"State {chance.randint(1, 8)}", f"League {chance.randint(1, 5)}"
        rows.append((member, body, chance.choice(["full", "full", "observer"]), start_text, end))
    graph = _made(rows, tmp_path / "made.csv")
    for role in ("full", "any"):
        found = graph.trend(role=role)
        counted = [row for row in rows if role in ("any", row[2])]
        assert found.years[0] == min(int(row[3][:4]) for row in counted)
        for year, memberships, bodies, states in found.rows():
            there = {r[:2] for r in counted if int(r[3][:4]) <= year and (not r[4] or year <= int(r[4]))}
            assert memberships == len(there), year
            assert bodies == len({body for _, body in there}) and states == len({member for member, _ in there})


def test_what_has_no_date_is_not_given_one(tmp_path: Path) -> None:
    rows = [("A", "X", "full", "1990", "1992"), ("B", "X", "full", "", ""), ("C", "Y", "full", "", "")]
    graph = _made(rows, tmp_path / "few.csv")
    own = int(graph.as_of[:4])
    found = graph.trend(["Y"])
    assert list(found.years) == [own] and found.counts["y"] == [1], "known of the year of the data only"
    whole = graph.trend()
    assert whole.undated == 2 and whole.memberships == 3 and list(whole.years) == [own]
    mostly = _made([*rows, ("D", "X", "full", "1991", "1995"), ("E", "X", "full", "1990", "")], tmp_path / "most.csv")
    line = mostly.trend(["X"])
    assert dict(zip(line.years, line.counts["x"], strict=True))[1990] == 3, "the one without a date is in it"
    assert line.undated == 1


def test_a_trend_on_the_command_line(blocs: Run, tmp_path: Path) -> None:
    table = tmp_path / "t.csv"
    table.write_text(
        "member,organization,role,start,end\nA,X,full,1950,1960\nB,X,full,1955,\nC,X,observer,1955,\nA,Y,full,1958,\n"
    )
    data = ["--data", table, "--during", "1950:1990"]
    rows = list(csv.reader(blocs("trend", *data, "--format", "csv").out.splitlines()))
    assert rows[0] == ["year", "memberships", "bodies", "states"] and len(rows) == 42
    assert dict(zip(rows[0], rows[9], strict=True)) == {
        "year": "1958",
        "memberships": "3",
        "bodies": "2",
        "states": "2",
    }
    of_x = json.loads(blocs("trend", "X", "A", *data, "--format", "json").out)["trend"]
    assert of_x[8] == {"year": 1958, "x": 2, "a": 2} and of_x[-1] == {"year": 1990, "x": 1, "a": 1}
    most = blocs("trend", "X", *data, "--sort", "-x,year", "--limit", "1", "--format", "csv").out.splitlines()
    assert most[1] == "1955,2"
    assert blocs("trend", *data, "--count", "--format", "csv").out.split() == ["count", "41"]
    shown = blocs("trend", "X", *data, "--format", "table").out
    assert shown.startswith("Members of X by year\n") and "▁" not in shown.splitlines()[1][:3]
    assert "Every 5 years; all 41 with --format csv." in shown and "at most 2" in shown
    assert "1950" in shown and "1952" not in shown
    refused = blocs("trend", "--role", "x", *data)
    assert refused.code == 2 and "unknown role" in refused.err


def test_a_trend_is_of_bodies_and_states(blocs: Run) -> None:
    refused = blocs("trend", "Ivanov")
    assert refused.code == 2 and "Sergei Ivanov is a person, not a body or state" in refused.err


def test_a_trend_after_the_data_says_so(blocs: Run) -> None:
    found = blocs("trend", "--during", "2010:2020", "--format", "table")
    assert "2001-05" in found.out and "No matches" in found.out
