"""GEXF in time: which days an edge and a node are there, worked out by hand and by counting days."""

from __future__ import annotations

import io
import itertools
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import networkx
from blocs.graph.exports.spells import first_day, in_time, last_day
from hypothesis import given
from hypothesis import strategies as st

XML = {"g": "http://www.gexf.net/1.2draft"}
TABLE = """member,organization,start,end
Chad,Club,1990,1995
Chad,Club,1999-02,
Mali,Club,1992-03-04,1993-02
Mali,Choir,1995,1996
"""


def spells(element: ElementTree.Element) -> list[tuple[str | None, str | None]]:
    return [(one.get("start"), one.get("end")) for one in element.iterfind("g:spells/g:spell", XML)]


def test_memberships_are_there_from_their_first_day_to_their_last(blocs: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(TABLE)
    written = blocs("export", "--data", tmp_path / "t.csv", "--as-of", "any", "--format", "gexf").out
    root = ElementTree.fromstring(written)
    graph = root.find("g:graph", XML)
    assert graph is not None
    assert (graph.get("mode"), graph.get("timeformat")) == ("dynamic", "date")
    edges = {(e.get("source"), e.get("target")): spells(e) for e in graph.iterfind("g:edges/g:edge", XML)}
    assert edges == {
        ("chad", "club"): [("1990-01-01", "1995-12-31"), ("1999-02-01", None)],
        ("mali", "club"): [("1992-03-04", "1993-02-28")],
        ("mali", "choir"): [("1995-01-01", "1996-12-31")],
    }
    nodes = {n.get("id"): spells(n) for n in graph.iterfind("g:nodes/g:node", XML)}
    assert nodes["chad"] == nodes["club"] == [("1990-01-01", "1995-12-31"), ("1999-02-01", None)]
    assert nodes["mali"] == [("1992-03-04", "1993-02-28"), ("1995-01-01", "1996-12-31")]
    again = networkx.read_gexf(io.BytesIO(written.encode()))
    assert set(again) >= {"chad", "mali", "club", "choir"}


def test_years_are_whole_numbers_among_the_attributes(blocs: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("member,organization,start\nChad,Club,1990\nMali,Club,1995\n")
    root = ElementTree.fromstring(blocs("export", "--data", tmp_path / "t.csv", "--format", "gexf").out)
    (attribute,) = root.iterfind(".//g:attribute[@title='startDate']", XML)
    assert attribute.get("type") in ("integer", "long")


def test_a_graph_without_dates_has_no_time(blocs: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("member,organization\nChad,Club\n")
    written = blocs("export", "--data", tmp_path / "t.csv", "--format", "gexf").out
    assert 'mode="static"' in written and "<spell" not in written


YEARS = st.integers(1900, 1910)


@given(st.lists(st.tuples(YEARS, st.one_of(st.none(), YEARS)), min_size=1, max_size=6))
def test_a_node_is_there_on_the_days_of_its_edges_and_on_no_other(given: list[tuple[int, int | None]]) -> None:
    graph: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    for number, (start, end) in enumerate(given):
        held = {"startDate": str(start)} | ({"endDate": str(max(start, end))} if end is not None else {})
        graph.add_edge("chad", f"club{number}", label="member of", **held)
    found = in_time(graph).nodes["chad"]["spells"]
    for year in range(1899, 1912):
        there = any(start <= year and (end is None or year <= max(start, end)) for start, end in given)
        day = date(year, 7, 1).isoformat()
        assert there is any((a is None or a <= day) and (b is None or day <= b) for a, b in found)
    assert all(one[1] is not None and one[1] < other[0] for one, other in itertools.pairwise(found))


@given(st.dates(date(1000, 1, 1), date(2500, 12, 31)))
def test_a_day_is_within_its_month_and_year(day: date) -> None:
    text = day.isoformat()
    for shortened in (text, text[:7], text[:4]):
        first, last = first_day(shortened), last_day(shortened)
        assert first is not None and last is not None
        assert first <= text <= last
        assert date.fromisoformat(first) <= date.fromisoformat(last)
