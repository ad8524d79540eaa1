"""Tables of many pairs, made from columns: held byte for byte against the rows written one by one."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any, cast

import pytest
from blocs import KnowledgeGraph
from blocs.graph.analysis import pair_columns, similar_pairs
from blocs.graph.analysis.measures import MEASURES
from blocs.graph.analysis.overlap import Overlap
from blocs.graph.model.dates import ALWAYS
from blocs.graph.model.entities import Entity
from blocs.graph.model.graph import Graph
from blocs.terminal import pair_text
from blocs.terminal.overlap import write_overlap
from blocs.terminal.writing.output import Output
from blocs.terminal.writing.shaping import Shape
from hypothesis import given, settings
from hypothesis import strategies as st
from needs import library

COLUMNS = ("a", "b", *MEASURES, "shared_ids")
plain_names = st.text("abxyz019-é", min_size=1, max_size=4)
odd_names = plain_names | st.sampled_from(["-5", "-1e3", "=x", "a,b", 'q"q', "two words", "\x1b[1m", "l\nl", "\u202e"])


def made(
    names: list[str], things: list[str], sets: list[int], measure: str, threshold: float | None, **more: Any
) -> Overlap:
    """An overlap of states with these bits; every second has a code."""
    kind = more.get("by", "state")
    entities = {
        name: Entity(f"x:{name}", name, name, kind, codes={"cow": str(7 * at), "iso3": f"A{at}"} if at % 2 else {})
        for at, name in enumerate(names)
    }
    other = "body" if kind == "state" else "state"
    shared = {
        name: Entity(f"y:{name}", name, name, other, codes={"cow": str(900 - at)} if at % 2 else {})
        for at, name in enumerate(things)
    }
    return Overlap(
        kind, ALWAYS, "any", len(things) + 2, dict(zip(names, sets, strict=True)), things,
        tuple(more.get("named", ())), (), shared | entities, measure, threshold, more.get("least", 0),
        cast(Graph, None),
    )  # fmt: skip


@st.composite
def overlaps(draw: st.DrawFn, names: st.SearchStrategy[str] = plain_names) -> Overlap:
    ids = sorted(draw(st.lists(names, min_size=1, max_size=7, unique=True)))
    things = sorted(draw(st.lists(names.map(lambda name: f"{name}t"), max_size=19, unique=True)))
    sets = draw(st.lists(st.integers(0, 2 ** len(things) - 1), min_size=len(ids), max_size=len(ids)))
    measure, threshold = draw(st.sampled_from(list(MEASURES))), draw(st.none() | st.sampled_from([-0.5, 0, 0.3, 2]))
    named = draw(st.just(()) | st.sampled_from(ids).map(lambda one: (one,)))
    by = draw(st.sampled_from(["state", "body"]))
    return made(ids, things, sets, measure, threshold, named=named, by=by, least=draw(st.integers(0, 2)))


chosen = st.just(()) | st.lists(st.sampled_from(COLUMNS), min_size=1, max_size=5, unique=True).map(tuple)


@pytest.fixture(autouse=True)
def any_number_counts_as_many() -> Iterator[None]:
    library("numpy")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pair_text, "_FROM", 1)
        patch.setattr(pair_columns, "_ROWS", 5)
        patch.setattr(similar_pairs, "_FOR_A_PRODUCT", 3)
        yield


def by_columns_and_by_rows(found: Overlap, out: Output, codes: str = "") -> tuple[bytes, bytes]:
    """What is written, and what is written where numpy is missing."""
    path = cast(Path, out.path)
    write_overlap(found, cast(Graph, None), out, shown=["jaccard"], codes=codes)
    fast = path.read_bytes()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pair_text, "_FROM", 10**9)
        write_overlap(found, cast(Graph, None), out, shown=["jaccard"], codes=codes)
    return fast, path.read_bytes()


@given(found=overlaps(), form=st.sampled_from(["csv", "tsv", "jsonl"]), columns=chosen, header=st.booleans())
def test_columns_give_the_bytes_that_rows_give(
    tmp_path_factory: pytest.TempPathFactory, found: Overlap, form: str, columns: tuple[str, ...], header: bool
) -> None:
    path = tmp_path_factory.getbasetemp() / f"pairs.{form}"
    fast, slow = by_columns_and_by_rows(found, Output.asked(form, path, shape=Shape(columns, header=header)))
    assert fast == slow


@given(found=overlaps(odd_names), form=st.sampled_from(["csv", "tsv", "jsonl"]))
def test_names_that_must_be_quoted_are(tmp_path_factory: pytest.TempPathFactory, found: Overlap, form: str) -> None:
    path = tmp_path_factory.getbasetemp() / f"odd.{form}"
    fast, slow = by_columns_and_by_rows(found, Output.asked(form, path))
    assert fast == slow


@pytest.mark.parametrize("form", ["csv", "jsonl"])
@pytest.mark.parametrize(("by", "codes"), [("state", "cow"), ("state", "cow,iso3"), ("body", "cow")])
def test_codes_stand_where_rows_have_them(tmp_path: Path, codes: str, by: str, form: str) -> None:
    names, things = [f"n{at}" for at in range(9)], [f"t{at:02}" for at in range(20)]
    found = made(names, things, [(at * 123_457) % 2**20 for at in range(9)], "jaccard", 0.1, by=by)
    fast, slow = by_columns_and_by_rows(found, Output.asked(form, tmp_path / f"pairs.{form}"), codes)
    assert fast == slow
    assert len(fast.splitlines()) > 10


def test_every_pair_has_the_counts_and_the_names_of_its_sets(tmp_path: Path) -> None:
    things = [f"t{at:02}" for at in range(20)]
    bits = {f"n{at:02}": (at * 987_643) % 2**20 for at in range(12)}
    sets = {
        name: {thing for at, thing in enumerate(things) if number >> (19 - at) & 1} for name, number in bits.items()
    }
    found = made(list(bits), things, list(bits.values()), "jaccard", 0.3)
    path = tmp_path / "pairs.csv"
    write_overlap(found, cast(Graph, None), Output.asked("csv", path), shown=["jaccard"])
    expected = [
        [a, b, str(len(sets[a] & sets[b])), " ".join(sorted(sets[a] & sets[b]))]
        for a, b in combinations(bits, 2)
        if len(sets[a] & sets[b]) >= 0.3 * len(sets[a] | sets[b])
    ]
    head, *rows = csv.reader(io.StringIO(path.read_text()))
    assert tuple(head) == COLUMNS
    assert [[row[0], row[1], row[2], row[-1]] for row in rows] == expected


def test_what_no_column_shows_is_not_made(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def none(*_: Any) -> Any:
        raise AssertionError("nobody asked for what is shared")

    found = made(["m", "n"], ["x", "y"], [3, 3], "jaccard", None)
    monkeypatch.setattr(pair_columns.PackedSets, "__init__", none)
    monkeypatch.setattr(Overlap, "_ids", none)
    for form in ("csv", "tsv", "jsonl"):
        for shape in (Shape(("a", "b", "jaccard")), Shape(count=True), Shape(("a",), sort=("-shared",))):
            out = Output.asked(form, tmp_path / f"some.{form}", shape=shape)
            write_overlap(found, cast(Graph, None), out, shown=["jaccard"])


def test_no_pairs_are_a_heading_and_a_word(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = made(["m", "n"], ["x", "y"], [1, 2], "jaccard", 0.5)
    path = tmp_path / "none.csv"
    write_overlap(found, cast(Graph, None), Output.asked("csv", path), shown=["jaccard"])
    assert path.read_text().split() == [",".join(COLUMNS)]
    assert "No pairs match." in capsys.readouterr().err


def test_the_article_is_written_by_columns_as_by_rows(article: KnowledgeGraph, tmp_path: Path) -> None:
    for by in ("state", "body"):
        found = article.overlap(by=by)
        fast, slow = by_columns_and_by_rows(found, Output.asked("csv", tmp_path / "pairs.csv"))
        assert fast == slow


@pytest.fixture(scope="module")
def article() -> KnowledgeGraph:
    import blocs

    return blocs.load()


@given(found=overlaps(odd_names), form=st.sampled_from(["parquet", "stata", "xlsx"]), columns=chosen)
@settings(max_examples=40, deadline=None)
def test_formats_of_columns_have_the_bytes_that_rows_give(
    tmp_path_factory: pytest.TempPathFactory, found: Overlap, form: str, columns: tuple[str, ...]
) -> None:
    for needed in ("pyarrow", "pandas", "xlsxwriter"):
        library(needed)
    path = tmp_path_factory.getbasetemp() / f"columns.{form}"
    fast, slow = by_columns_and_by_rows(found, Output.asked(form, path, shape=Shape(columns)))
    assert fast == slow


def test_codes_of_states_are_columns_too(tmp_path: Path) -> None:
    names, things = [f"n{at}" for at in range(9)], [f"t{at:02}" for at in range(20)]
    found = made(names, things, [(at * 123_457) % 2**20 for at in range(9)], "jaccard", 0.1)
    fast, slow = by_columns_and_by_rows(found, Output.asked("parquet", tmp_path / "pairs.parquet"), "cow,iso3")
    assert fast == slow
