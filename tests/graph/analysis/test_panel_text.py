"""Panels written from columns of numbers: held against the lines made state by state, and against the rows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from blocs.graph.analysis import panel as module
from blocs.graph.analysis import panel_text
from blocs.graph.analysis.measures import MEASURES
from blocs.graph.analysis.panel import Panel, Year
from blocs.graph.model.entities import Entity
from hypothesis import given
from hypothesis import strategies as st
from needs import library

MORE = [name for name in MEASURES if name not in ("shared", "union")]


@st.composite
def panels(draw: st.DrawFn) -> Panel:
    width = draw(st.integers(1, 12))
    names = draw(st.lists(st.text("ab019", min_size=1, max_size=3), min_size=1, max_size=7, unique=True))
    states = [Entity(f"x:{name}", name, name, "state") for name in names]
    years = []
    for year in range(1990, 1990 + draw(st.integers(1, 2))):
        there = [(state, draw(st.integers(0, 2**width - 1))) for state in states if draw(st.booleans())]
        years.append(Year(year, there, width + draw(st.integers(0, 3))))
    focus = draw(st.none() | st.sampled_from(states))
    return Panel(years, draw(st.lists(st.sampled_from(MORE), unique=True)), focus)


@given(panels(), st.sampled_from([",", "\t"]))
def test_columns_of_numbers_give_the_lines_made_state_by_state(found: Panel, separator: str) -> None:
    library("numpy")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "installed", lambda library: False)
        one_by_one = "".join(found.csv(separator=separator))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_FOR_ARRAYS", 1)
        patch.setattr(panel_text, "_PAIRS", 5)
        assert "".join(found.csv(separator=separator)) == one_by_one
        lines = found.lines(found.columns, separator=separator)
        assert lines is not None
        assert separator.join(found.columns) + "\n" + "".join(lines) == one_by_one


@given(panels(), st.data())
def test_chosen_columns_are_those_of_the_rows(found: Panel, data: st.DataObject) -> None:
    library("numpy")
    columns = data.draw(st.lists(st.sampled_from([*found.columns, "code2"]), min_size=1, unique=True))
    beside = {"code2": (1, lambda state, year: f"{state.id}{year}")}
    lines = found.lines(columns, beside=beside)
    assert lines is not None
    rows = [row | {"code2": f"{row['b']}{row['year']}"} for row in found.rows()]
    cells = [["" if row[name] is None else repr(row[name]).strip("'") for name in columns] for row in rows]
    assert "".join(lines) == "".join(",".join(row) + "\n" for row in cells)


@pytest.mark.parametrize(
    "options",
    [
        (),
        ("-m", "all"),
        ("--columns-as", "peacesciencer"),
        ("--codes", "cow,iso3", "-m", "kappa"),
        ("--columns", "union,b,year", "--no-header"),
        ("--columns", "a"),
    ],
    ids=" ".join,
)
@pytest.mark.parametrize("form", ["csv", "tsv"])
def test_a_command_writes_the_same_without_numpy(
    blocs: Callable[..., Any], monkeypatch: pytest.MonkeyPatch, form: str, options: tuple[str, ...]
) -> None:
    library("numpy")
    monkeypatch.setattr(module, "_FOR_ARRAYS", 1)
    fast = blocs("panel", "1994:1996", "--format", form, *options)
    monkeypatch.setattr(module, "installed", lambda library: False)
    slow = blocs("panel", "1994:1996", "--format", form, *options)
    assert fast.code == slow.code == 0
    assert fast.out == slow.out
    assert len(fast.out.splitlines()) > 50


def test_ids_with_commas_are_quoted(blocs: Callable[..., Any], tmp_path: Path) -> None:
    store = tmp_path / "commas.ttl"
    store.write_text(
        """
        @prefix org: <http://www.w3.org/ns/org#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
        @prefix d: <http://dbpedia.org/resource/> .
        <http://dbpedia.org/resource/Korea,_South> org:memberOf d:X ; rdfs:label "South Korea" .
        <http://dbpedia.org/resource/Aland> org:memberOf d:X ; rdfs:label "Aland" .
        d:X rdfs:label "X" .
        """
    )
    result = blocs("panel", "2000", "--data", str(store), "--format", "csv")
    assert result.code == 0, result.err
    assert result.out.splitlines()[1] == '2000,Aland,"Korea,_South",1,1'
