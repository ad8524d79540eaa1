"""The Correlates of War tables: names from the lists beside them, columns in any order; values read off the cells."""

from __future__ import annotations

import csv
import io
import json
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

# A state in a year, and what it is in: 1 full, 2 associate, 3 observer; 0 not; -1 no such body yet; -9 not known.
CELLS = {
    ("2", "1989", "usa"): {"eec": 0, "nato": 1, "late": -1},
    ("2", "1990", "usa"): {"eec": 3, "nato": 1, "late": 1},
    ("220", "1989", "france"): {"eec": 1, "nato": 1, "late": -1},
    ("220", "1990", "france"): {"eec": 1, "nato": -9, "late": 2},
    ("731", "1990", "northkorea"): {"eec": 0, "nato": 0, "late": 1},
}
STATES = [
    ("USA", "2", "United States of America", "1816", "1", "1", "2016", "12", "31", "2016"),
    ("FRN", "220", "France", "1816", "1", "1", "1942", "11", "11", "2016"),
    ("FRN", "220", "France", "1944", "8", "25", "2016", "12", "31", "2016"),
    ("PRK", "731", "North Korea", "1948", "9", "9", "2016", "12", "31", "2016"),
]
STATE_COLUMNS = [
    "stateabb",
    "ccode",
    "statenme",
    "styear",
    "stmonth",
    "stday",
    "endyear",
    "endmonth",
    "endday",
    "version",
]
BODIES = [("EEC", "European Economic Community"), ("NATO", "North Atlantic Treaty Organization"), ("Late", "Late Pact")]
NAMES = {"2": "United States of America", "220": "France", "731": "North Korea"}
FULL = {code.lower(): name for code, name in BODIES}
ROLES = {1: "full", 2: "associate", 3: "observer"}


def _table(columns: list[str], rows: list[dict[str, object]]) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def _write(folder: Path, order: Callable[[list[str]], list[str]]) -> list[Any]:
    """The three tables, their columns in some order; the words of the command that imports them."""
    states = [{"ccode": c, "year": y, "state": s, **cells} for (c, y, s), cells in CELLS.items()]
    (folder / "states.csv").write_text(_table(order(["ccode", "year", "state", "eec", "nato", "late"]), states))
    bodies = [{"ioname": code, "orgname": name, "year": 1990} for code, name in BODIES]
    (folder / "bodies.csv").write_text(_table(order(["ioname", "orgname", "year"]), bodies))
    listed = [dict(zip(STATE_COLUMNS, row, strict=True)) for row in STATES]
    (folder / "list.csv").write_text(_table(order(STATE_COLUMNS), listed))
    return [folder / "states.csv", "--organizations", folder / "bodies.csv", "--states", folder / "list.csv"]


ORDERS: dict[str, Callable[[list[str]], list[str]]] = {
    "as published": list,
    "backwards": lambda columns: columns[::-1],
    "shuffled": lambda columns: random.Random(3).sample(columns, len(columns)),
    "in capitals": lambda columns: columns,
}


@pytest.mark.parametrize("order", ORDERS)
def test_names_and_columns(blocs: Callable[..., Any], tmp_path: Path, order: str) -> None:
    words = _write(tmp_path, ORDERS[order])
    if order == "in capitals":
        for name in ("states.csv", "bodies.csv", "list.csv"):
            head, rest = (tmp_path / name).read_text().split("\n", 1)
            (tmp_path / name).write_text(head.upper() + "\n" + rest)
    done = blocs("import", "cow-igo", *words, "--no-reconcile", "--store", tmp_path / "store")
    assert done.code == 0, done.err
    store = ("--store", tmp_path / "store", "--format", "json")
    listed = {one["label"]: one["kind"] for one in json.loads(blocs("list", *store).out)}
    assert listed.items() >= {**dict.fromkeys(NAMES.values(), "state"), **dict.fromkeys(FULL.values(), "body")}.items()
    for body, name in FULL.items():
        for year in ("1989", "1990"):
            # The plain reading of the cells, by the full names of states and bodies.
            expected = {
                NAMES[code]: ROLES[cells[body]]
                for (code, at, _), cells in CELLS.items()
                if at == year and cells[body] > 0
            }
            found: dict[str, str] = {}
            for role in ROLES.values():
                result = blocs("who", name, "--as-of", year, "--role", role, *store)
                assert result.code == 0, result.err
                found |= {one["label"]: role for one in json.loads(result.out)["answer"]["entities"]}
            assert found == expected, (body, year)


def test_when_states_existed(blocs: Callable[..., Any], tmp_path: Path) -> None:
    """A state is in the system in the years in which the table has a row for it: North Korea in 1990 only."""
    done = blocs("import", "cow-igo", *_write(tmp_path, list), "--no-reconcile", "--store", tmp_path / "store")
    assert done.code == 0, done.err
    for year, states in (("1988", set[int]()), ("1989", {2, 220}), ("1990", {2, 220, 731})):
        result = blocs("panel", f"{year}:{year}", "--codes", "cow", "--store", tmp_path / "store", "--format", "json")
        pairs = json.loads(result.out)["pairs"] if result.code == 0 else []
        expected = {tuple(sorted((a, b))) for a in states for b in states if a < b}
        assert {tuple(sorted((int(one["a"]), int(one["b"])))) for one in pairs} == expected, (year, result.err)


def test_a_state_of_the_tables_is_who_the_user_says(blocs: Callable[..., Any], tmp_path: Path) -> None:
    store = tmp_path / "store"
    words = ["import", "cow-igo", *_write(tmp_path, list), "--store", store]
    done = blocs(*words, "--same", "North Korea=Elsewhere", "--same", "220=")
    assert done.code == 0 and "as asked" in done.err
    states = blocs("list", "states", "--store", store, "--format", "json").out
    assert {one["id"] for one in json.loads(states)} == {"elsewhere", "france", "united-states-of-america"}
    assert "no state called 'Atlantis'" in blocs(*words, "--replace", "--same", "Atlantis=France").err


BY_BODY = "ioname,orgname,year,usa,canada,france,sdate,deaddate\n"
NATO, EFTA = "NATO,North Atlantic Treaty Organization", "EFTA,European Free Trade Association"
CUT = {
    "a row between two": (
        f"{NATO},1970,1,1,1,1949,\n{NATO},1972,1,1,0,1949,\n"
        + "".join(f"{EFTA},{year},0,1,0,1960,\n" for year in (1970, 1971, 1972)),
        {"1970": {"usa", "canada", "france"}, "1971": None, "1972": {"usa", "canada"}},
        "NATO in 1971",
    ),
    "the last rows": (
        f"{NATO},1965,1,1,0,,\n" + "".join(f"{EFTA},{year},0,1,0,1960,\n" for year in (1965, 1966)),
        {"1965": {"usa", "canada"}, "1966": None},
        "NATO in 1966",
    ),
    "the first rows": (
        f"{NATO},1966,1,1,0,,\n" + "".join(f"{EFTA},{year},0,1,0,1960,\n" for year in (1965, 1966)),
        {"1965": None, "1966": {"usa", "canada"}},
        "NATO in 1965",
    ),
    "a year of all": (
        f"{NATO},1970,1,1,0,,\n{NATO},1972,1,1,0,,\n",
        {"1970": {"usa", "canada"}, "1971": None, "1972": {"usa", "canada"}},
        "1971",
    ),
}
CALLED = {"usa": "united-states-of-america", "canada": "canada", "france": "france"}


@pytest.mark.parametrize("case", CUT)
def test_nothing_begins_or_ends_where_a_table_of_organizations_lacks_rows(
    blocs: Callable[..., Any], tmp_path: Path, case: str
) -> None:
    rows, expected, silent = CUT[case]
    (tmp_path / "t.csv").write_text(BY_BODY + rows)
    done = blocs("import", "cow-igo", tmp_path / "t.csv", "--store", tmp_path / "s")
    assert done.code == 0 and f"The table says nothing of {silent};" in done.err
    for year, members in expected.items():
        found = blocs("who", "NATO", "--as-of", year, "--store", tmp_path / "s", "--format", "json")
        assert {one["id"] for one in json.loads(found.out)["answer"]["entities"]} == {
            CALLED[name] for name in members or ()
        }
        assert ("Data are missing for" in found.out) == (members is None), found.out
        assert "NATO ended" not in found.out and "NATO began" not in found.out
    ended = blocs("ask", "when did NATO end", "--store", tmp_path / "s")
    assert not any(year in ended.out for year in expected)
    if case in ("a row between two", "a year of all"):  # it was there before and after
        existed = blocs("ask", "which organizations existed in 1971", "--store", tmp_path / "s")
        assert "\nnato\t" in existed.out


@pytest.mark.parametrize("said", ["1965,", ",1"])
def test_an_end_that_the_table_gives_is_one(blocs: Callable[..., Any], tmp_path: Path, said: str) -> None:
    header = BY_BODY.replace("deaddate", "deaddate,dead")
    rows = f"{NATO},1965,1,1,1,1949,{said}\n{EFTA},1965,0,0,0,1960,,0\n{EFTA},1966,0,0,0,1960,,0\n"
    (tmp_path / "t.csv").write_text(header + rows)
    done = blocs("import", "cow-igo", tmp_path / "t.csv", "--store", tmp_path / "s")
    assert done.code == 0 and "says nothing" not in done.err
    assert "NATO ended in 1965" in blocs("who", "NATO", "--as-of", "1966", "--store", tmp_path / "s").err


def test_rows_of_a_state_that_are_not_there_are_missing(blocs: Callable[..., Any], tmp_path: Path) -> None:
    """Canada of 1991 and France of 1991 and 1992; South Sudan was no state, and an empty cell says nothing either."""
    rows = [("20", 1990, "canada"), ("20", 1992, "canada"), ("220", 1990, "france")]
    rows += [("2", year, "usa") for year in (1990, 1991, 1992)]
    cells = [f"{code},{year},{state},1,{'' if year == 1992 else 1}" for code, year, state in rows]
    (tmp_path / "t.csv").write_text("ccode,year,state,NATO,Pact\n" + "\n".join(cells))
    store = ("--store", tmp_path / "s")
    done = blocs("import", "cow-igo", tmp_path / "t.csv", *store)
    assert "says nothing of Canada in 1991, France in 1991–1992;" in done.err and "of PACT in 1992;" in done.err
    found = blocs("who", "NATO", "--as-of", "1991", *store)
    assert "Data are missing for 1991: Canada in NATO, France in NATO." in found.err
    assert [line.split("\t")[0] for line in found.out.splitlines()[1:]] == ["united-states-of-america"]
    assert "Pact ended" not in blocs("who", "Pact", "--as-of", "1992", *store).err
    assert "who left NATO" in (left := blocs("ask", "who left NATO", *store)).err and len(left.out.splitlines()) == 1
