"""The panel of dyads, held against the matrix product of the table and against scikit-learn."""

from __future__ import annotations

import csv
import gzip
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import blocs as library
import numpy
import pytest
from blocs.graph.analysis.measures import MEASURES
from blocs.graph.analysis.panel import Panel, Year, _changes, panel
from blocs.graph.model.entities import Entity
from hypothesis import given
from hypothesis import strategies as st
from needs import library as needed
from places import SHARED


@pytest.fixture(scope="module")
def tables() -> Path:
    folder = SHARED / "cow-igo"
    if not folder.is_dir():
        pytest.skip("needs ../shared/cow-igo, which is not here")
    return folder


@pytest.fixture(scope="module")
def store(tables: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    from blocs.graph.sources.importing.cow import import_cow

    folder = tmp_path_factory.mktemp("panel") / "store"
    import_cow(folder, tables / "state_year_format3.csv.gz")
    return folder


@pytest.fixture(scope="module")
def years(tables: Path) -> dict[int, tuple[list[int], Any]]:
    """Each year's states and their rows of the table, as it stands."""
    found: dict[int, tuple[list[int], list[list[float]]]] = {}
    with gzip.open(tables / "state_year_format3.csv.gz", "rt") as stream:
        reader = csv.reader(stream)
        next(reader)
        for code, year, _, *cells in reader:
            states, rows = found.setdefault(int(float(year)), ([], []))
            states.append(int(float(code)))
            rows.append([float(cell) for cell in cells])
    return {year: (states, numpy.array(rows)) for year, (states, rows) in found.items()}


def test_every_count_is_the_tables_matrix_product(store: Path, years: dict[int, Any]) -> None:
    made = panel(library.load(store=store), 1816, 2014)
    count = 0
    for text, year in zip(list(made.csv(lambda state, year: state.codes["cow"]))[1:], made.years, strict=True):
        states, table = years[year.year]
        order = numpy.argsort(states)
        full = (table[order] == 1).astype(int)
        product, sizes = full @ full.T, full.sum(axis=1)
        rows = numpy.loadtxt(io.StringIO(text), delimiter=",", dtype=int, ndmin=2)
        first, second = numpy.triu_indices(len(states), 1)
        codes = numpy.array(states)[order]
        assert (rows[:, 1] == codes[first]).all() and (rows[:, 2] == codes[second]).all()
        assert (rows[:, 3] == product[first, second]).all()
        assert (rows[:, 4] == sizes[first] + sizes[second] - product[first, second]).all()
        count += len(rows)
    assert count == 917_695


@pytest.mark.parametrize("year", [1850, 1950, 2001])
def test_measures_are_those_of_scikit_learn_over_the_bodies_that_exist(
    store: Path, years: dict[int, Any], year: int
) -> None:
    metrics = needed("sklearn.metrics")
    made = panel(library.load(store=store), year, year, measures=["jaccard", "kappa"])
    states, table = years[year]
    exists = (table != -1).any(axis=0)
    sets = dict(zip(states, (table == 1)[:, exists], strict=True))
    rows = list(made.rows(lambda state, year: state.codes["cow"]))[:: 97 if year > 1900 else 7]
    assert rows
    for row in rows:
        a, b = sets[int(row["a"])], sets[int(row["b"])]  # type: ignore[arg-type]
        assert row["universe"] == exists.sum()
        if a.any() or b.any():
            assert row["jaccard"] == pytest.approx(metrics.jaccard_score(a, b))
        else:
            assert row["jaccard"] is None
        if row["kappa"] is not None:
            assert row["kappa"] == pytest.approx(metrics.cohen_kappa_score(a, b))


HELD = st.lists(st.integers(0, 2**9 - 1), min_size=3, max_size=40)
ORDERS = st.lists(st.sampled_from([*sorted(MEASURES.keys() - {"shared", "union"})]), unique=True)


@given(HELD, ORDERS, st.integers(9, 12), st.booleans())
def test_the_text_of_a_panel_is_its_rows_written_out(
    held: list[int], measures: list[str], universe: int, focused: bool
) -> None:
    states = [(Entity(f"x:s{at}", f"s{at}", f"State {at}", "state"), bodies) for at, bodies in enumerate(held)]
    made = Panel([Year(1990, states, universe)], measures, states[1][0] if focused else None)
    rows = [",".join("" if row[name] is None else str(row[name]) for name in made.columns) for row in made.rows()]
    assert len(rows) == (len(held) - 1 if focused else len(held) * (len(held) - 1) // 2)
    assert "".join(made.csv()).splitlines() == [",".join(made.columns), *rows]


@pytest.mark.parametrize("form", ["csv", "tsv", "jsonl", "json", "table", "markdown"])
def test_every_format(blocs: Callable[..., Any], form: str) -> None:
    result = blocs("panel", "2000:2001", "--format", form, "-m", "kappa")
    assert result.code == 0
    if form in ("csv", "tsv"):
        rows = list(csv.DictReader(io.StringIO(result.out), delimiter="," if form == "csv" else "\t"))
        assert len(rows) == 2 * 66 and list(rows[0]) == ["year", "a", "b", "shared", "union", "kappa", "universe"]
    elif form == "jsonl":
        assert len([json.loads(line) for line in result.out.splitlines()]) == 132
    elif form == "json":
        assert len(json.loads(result.out)["pairs"]) == 132


def test_a_file_is_whole_and_codes_name_states(blocs: Callable[..., Any], tmp_path: Path) -> None:
    assert blocs("panel", "2001", "--codes", "cow", "-o", tmp_path / "p.csv").code == 0
    lines = (tmp_path / "p.csv").read_text(encoding="utf-8").splitlines()
    assert lines[:2] == ["year,a,b,shared,union", "2001,359,365,2,4"]


@pytest.mark.parametrize("years", ["2001:1999", "x", "1:9999", "2000:"])
def test_what_is_no_panel(blocs: Callable[..., Any], years: str) -> None:
    result = blocs("panel", years)
    assert (result.code, result.out) == (2, "")


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 20), st.integers(0, 20))))
def test_spans_hold_in_their_years_however_they_meet(spans: list[tuple[int, int, int]]) -> None:
    given_spans = [(1 << bit, min(start, end), max(start, end)) for bit, start, end in spans]
    expected = []
    for year in range(5, 16):
        held = 0
        for bit, start, end in given_spans:
            held |= bit if start <= year <= end else 0
        expected.append(held)
    assert _changes(given_spans, range(5, 16)) == expected


# Three states, one of which the graph takes out of the system in 1995, and a body that exists before it has members.
DATED = """
@prefix : <https://w3id.org/blocs/id/> . @prefix org: <http://www.w3.org/ns/org#> .
@prefix schema: <https://schema.org/> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix blocs: <https://w3id.org/blocs/ns#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
:set a schema:Dataset ; blocs:asOf "1997"^^xsd:gYear .
:a a schema:Country ; blocs:cowCode "1" . :b a schema:Country ; blocs:cowCode "2" . :c a schema:Country .
:x a org:Organization . :y a org:Organization .
[] a blocs:Spell ; blocs:state :a ; schema:startDate "1990"^^xsd:gYear .
[] a blocs:Spell ; blocs:state :b ; schema:startDate "1990"^^xsd:gYear ; schema:endDate "1995"^^xsd:gYear .
[] a blocs:Spell ; blocs:state :b ; schema:startDate "1997"^^xsd:gYear .
[] a blocs:Existence ; blocs:body :y ; schema:startDate "1994"^^xsd:gYear .
[] a org:Membership ; org:member :a ; org:organization :x ; schema:startDate "1992"^^xsd:gYear .
[] a org:Membership ; org:member :b ; org:organization :x ; schema:startDate "1993"^^xsd:gYear .
[] a org:Membership ; org:member :c ; org:organization :x ; schema:startDate "1993"^^xsd:gYear ;
  schema:endDate "1993"^^xsd:gYear .
[] a org:Membership ; org:member :c ; org:organization :y ; org:role blocs:observer ;
  schema:startDate "1996"^^xsd:gYear .
"""


@pytest.fixture
def dated(tmp_path: Path) -> Path:
    (tmp_path / "dated.ttl").write_text(DATED, encoding="utf-8")
    return tmp_path / "dated.ttl"


def test_states_and_bodies_count_in_the_years_in_which_they_exist(blocs: Callable[..., Any], dated: Path) -> None:
    result = blocs("panel", "1991:2000", "--data", dated, "--format", "csv", "-m", "s")
    assert result.code == 0
    assert result.out.splitlines()[1:] == [
        "1991,a,b,0,0,,0",
        "1992,a,b,0,1,-1.0,1",
        "1993,a,b,1,1,1.0,1", "1993,a,c,1,1,1.0,1", "1993,b,c,1,1,1.0,1",
        "1994,a,b,1,1,1.0,2",
        "1995,a,b,1,1,1.0,2",
        "1996,a,c,0,1,0.0,2",
        "1997,a,b,1,1,1.0,2", "1997,a,c,0,1,0.0,2", "1997,b,c,0,1,0.0,2",
    ]  # fmt: skip
    assert "The data end in 1997" in result.err


def test_one_year_of_a_panel_is_the_overlap_at_that_date(store: Path, blocs: Callable[..., Any]) -> None:
    for year in ("1860", "1995"):
        own = blocs("overlap", "--store", store, "--as-of", year, "--format", "jsonl").out.splitlines()
        its = blocs("panel", year, "--store", store, "--format", "jsonl", "-m", "all").out.splitlines()
        columns = ["a", "b", "shared", "union", "jaccard", "overlap", "kappa", "pi", "s"]
        rows, expected = ([[json.loads(line)[c] for c in columns] for line in lines] for lines in (own, its))
        # The panel has states that are in nothing as well.
        assert rows and set(map(tuple, rows)) <= set(map(tuple, expected))


def test_named_states_alone(blocs: Callable[..., Any]) -> None:
    def pairs(*names: str) -> list[str]:
        result = blocs("panel", "2001", *names, "--format", "csv")
        assert result.code == 0, result.err
        return [",".join(line.split(",")[1:3]) for line in result.out.splitlines()[1:]]

    assert len(pairs("Georgia")) == 11 and all("georgia" in pair for pair in pairs("Georgia"))
    assert pairs("Russia", "Georgia", "Armenia") == ["armenia,georgia", "armenia,russia", "georgia,russia"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["CST"], "is a body; a panel is of states"),
        (["--as-of", "2000"], "no such option: --as-of"),
        (["--by", "body"], "no such option: --by"),
        (["--min-shared", "2"], "no such option: --min-shared"),
        (["--threshold", "0"], "no such option: --threshold"),
        (["-v"], "no such option: -v"),
        (["--codes", "fips"], "--codes takes cow, cowc, gw, gwc, iso2, iso3, ison, not"),
    ],
)
def test_what_does_not_go_with_a_panel(blocs: Callable[..., Any], words: list[str], said: str) -> None:
    result = blocs("panel", "2001", *words)
    assert (result.code, result.out) == (2, "")
    assert said in result.err


def test_codes_that_nobody_has_are_refused_and_those_that_some_lack_are_named(
    blocs: Callable[..., Any], dated: Path
) -> None:
    unknown = dated.with_name("unknown.ttl")  # by codes that the list of states does not have
    unknown.write_text(
        DATED.replace('blocs:cowCode "1"', 'blocs:cowCode "998"').replace('blocs:cowCode "2"', 'blocs:cowCode "999"')
    )
    none = blocs("panel", "1993", "--codes", "iso3", "--data", unknown)
    assert (none.code, none.out) == (2, "") and "no state in this graph has an iso3 code; use --codes cow" in none.err
    some = blocs("panel", "1993", "--codes", "cow", "--data", dated, "--format", "csv")
    assert some.out.splitlines()[1:] == ["1993,1,2,1,1", "1993,1,c,1,1", "1993,2,c,1,1"]
    assert some.err == "Without a cow code, and so printed by id: c.\n"


def test_years_after_the_data_are_refused(blocs: Callable[..., Any]) -> None:
    result = blocs("panel", "2002:2005")
    assert (result.code, result.out) == (2, "") and "the data end in 2001" in result.err
