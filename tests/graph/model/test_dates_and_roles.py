"""Time on the command line: dates and periods, roles and spans, timelines, and what is in a graph."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from blocs.graph.model.dates import today

TABLE = """member,organization,role,start,end
France,NATO,full,1949,
Spain,NATO,full,1982-05-30,
Finland,NATO,observer,1994,2023-04-03
Finland,NATO,full,2023-04-04,
East Germany,WTO,full,1955-05,1990-09-24
"""


@pytest.fixture
def store(blocs: Callable[..., Any], tmp_path: Path) -> Path:
    (tmp_path / "m.csv").write_text(TABLE, encoding="utf-8")
    assert blocs("import", "csv", tmp_path / "m.csv", "--store", tmp_path / "s", "--date", "2024-01-01").code == 0
    return tmp_path / "s"


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (["--as-of", "1982"], ["france", "spain"]),
        (["--as-of", "1982-05-29"], ["france"]),
        (["--as-of", "1982-05"], ["france", "spain"]),
        (["--during", "1970:1981"], ["france"]),
        (["--during", "1970:"], ["finland", "france", "spain"]),
        (["--as-of", "2000", "--role", "observer"], ["finland"]),
        (["--as-of", "2000", "--role", "any"], ["finland", "france", "spain"]),
        (["--as-of", "any"], ["finland", "france", "spain"]),
    ],
)
def test_dates_keep_their_precision(
    blocs: Callable[..., Any], store: Path, options: list[str], expected: list[str]
) -> None:
    result = blocs("who", "NATO", "--store", store, *options)
    assert [line.split("\t")[0] for line in result.out.splitlines()[1:]] == expected
    question = {"--as-of": "as of", "--during": ""}.get(options[0], "")
    if question and "--role" not in options and options[1] != "any":
        asked = json.loads(
            blocs("ask", f"who was in NATO as of {options[1]}", "--store", store, "--format", "json").out
        )
        assert [one["id"] for one in asked["answer"]["entities"]] == expected


def test_who_shows_roles_and_spans(blocs: Callable[..., Any], store: Path) -> None:
    result = blocs("who", "NATO", "--store", store, "--as-of", "any", "--role", "any")
    assert "finland\tFinland\tstated\tobserver; full\t1994–2023-04-03; 2023-04-04–" in result.out
    found = json.loads(blocs("who", "NATO", "--store", store, "--format", "json").out)["answer"]["entities"]
    assert found[0]["spans"] == [{"body": "nato", "role": "full", "start": "2023-04-04", "end": None}]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--during", "1999"], "--during takes FROM:TO"),
        (["--during", "1990:1999", "--as-of", "1995"], "cannot be combined"),
    ],
)
def test_what_is_no_period(blocs: Callable[..., Any], arguments: list[str], said: str) -> None:
    result = blocs("who", "CST", *arguments)
    assert (result.code, result.out) == (2, "")
    assert said in result.err


def test_a_timeline_says_who_joined_and_left(blocs: Callable[..., Any], store: Path) -> None:
    rows = blocs("timeline", "NATO", "--store", store).out.splitlines()[1:]
    assert [row.split("\t")[:5] for row in rows] == [
        ["1949", "", "membership", "france", "nato"],
        ["1982-05-30", "", "membership", "spain", "nato"],
        ["1994", "2023-04-03", "membership", "finland", "nato"],
        ["2023-04-04", "", "membership", "finland", "nato"],
    ]
    assert len(blocs("timeline", "--store", store, "--during", "1955:1956").out.splitlines()) == 3
    assert len(json.loads(blocs("timeline", "--format", "json").out)["timeline"]) == 5


@pytest.mark.parametrize("columns", ["60", "80", "160"])
def test_bars_fit_the_terminal(
    blocs: Callable[..., Any], store: Path, monkeypatch: pytest.MonkeyPatch, columns: str
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    for command in (["timeline", "--store", store], ["timeline", "CST"], ["timeline"]):
        lines = blocs(*command, "--format", "table").out.splitlines()
        assert lines and max(map(len, lines)) <= int(columns)
    bars = blocs("timeline", "NATO", "--store", store, "--format", "table").out
    assert "France" in bars and "░" in bars and "→" in bars


def test_a_timeline_of_everything_is_cut_for_people_only(blocs: Callable[..., Any], tmp_path: Path) -> None:
    rows = "".join(f"S{n},B{n % 7},{1900 + n % 100},\n" for n in range(400))
    (tmp_path / "m.csv").write_text("member,organization,start,end\n" + rows, encoding="utf-8")
    shown = blocs("timeline", "--data", tmp_path / "m.csv", "--format", "table").out
    assert "100 more are not shown" in shown and shown.count("→ ") < 310
    assert len(blocs("timeline", "--data", tmp_path / "m.csv").out.splitlines()) == 401


def test_what_is_in_a_graph(blocs: Callable[..., Any], store: Path) -> None:
    found = json.loads(blocs("info", "--store", store, "--format", "json").out)
    assert found["kinds"] == {"states": 4, "bodies": 2, "sources": 1}
    assert found["facts"] == {"memberships": 5}
    assert found["span"] == ["1949", "2023-04-04"]
    assert found["datasets"][0]["files"] == ["m.csv"]
    assert "denied memberships\t3" in blocs("info").out


COUNTED = (
    "Memberships for which no dates were read are counted, but not before their body began; it speaks of 2001-05.\n"
)
DATED = ["who CST", "overlap", "upset", "overlap Armenia Russia", "path Armenia Russia", "network"]


@pytest.mark.parametrize("command", [*(f"{one} --as-of 1999" for one in DATED), "panel 1999:2000"])
def test_what_has_no_dates_is_counted_and_said_to_be(blocs: Callable[..., Any], command: str) -> None:
    result = blocs(*command.split())
    assert (result.code, result.err) == (0, COUNTED)


@pytest.mark.parametrize("command", [*DATED, *(f"{one} --as-of 2001" for one in DATED), "panel 2001:2001"])
def test_nothing_is_said_at_the_date_of_the_graph(blocs: Callable[..., Any], command: str) -> None:
    result = blocs(*command.split())
    assert (result.code, result.err) == (0, "")


def test_nothing_is_said_of_dates_where_all_memberships_have_them(blocs: Callable[..., Any], store: Path) -> None:
    assert blocs("overlap", "--by", "body", "--as-of", "1999", "--store", store).err == "No pairs match.\n"


def test_a_timeline_keeps_the_precision_of_events(blocs: Callable[..., Any]) -> None:
    lines = blocs("timeline", "CST", "--format", "table").out.splitlines()
    assert next(line for line in lines if line.startswith("meetings")).endswith(" 2001-04–05")
    assert next(line for line in lines if line.startswith("signing")).endswith(" 1992-05-15")


def test_today_can_be_set_for_output_that_is_the_same_every_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")  # 9 September 2001, 01:46:40 UTC
    assert today() == "2001-09-09"
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert today() == date.today().isoformat()
