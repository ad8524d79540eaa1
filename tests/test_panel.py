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
from blocs.graph.panel import _changes, panel
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import cohen_kappa_score, jaccard_score


@pytest.fixture(scope="module")
def tables() -> Path:
    folder = Path(__file__).parent.parent.parent / "shared" / "cow-igo"
    if not folder.is_dir():
        pytest.skip("needs ../shared/cow-igo, which is not here")
    return folder


@pytest.fixture(scope="module")
def store(tables: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    from blocs.graph.importing import import_cow

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
    for text, year in zip(list(made.csv(lambda state: state.codes["cow"]))[1:], made.years, strict=True):
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
    made = panel(library.load(store=store), year, year, measures=["jaccard", "kappa"])
    states, table = years[year]
    exists = (table != -1).any(axis=0)
    sets = dict(zip(states, (table == 1)[:, exists], strict=True))
    rows = list(made.rows(lambda state: state.codes["cow"]))[:: 97 if year > 1900 else 7]
    assert rows
    for row in rows:
        a, b = sets[int(row["a"])], sets[int(row["b"])]  # type: ignore[arg-type]
        assert row["universe"] == exists.sum()
        if a.any() or b.any():
            assert row["jaccard"] == pytest.approx(jaccard_score(a, b))
        else:
            assert row["jaccard"] is None
        if row["kappa"] is not None:
            assert row["kappa"] == pytest.approx(cohen_kappa_score(a, b))


@pytest.mark.parametrize("form", ["csv", "tsv", "jsonl", "json", "table", "markdown"])
def test_every_format(blocs: Callable[..., Any], form: str) -> None:
    result = blocs("overlap", "--panel", "2000:2001", "--format", form, "-m", "kappa")
    assert result.code == 0
    if form in ("csv", "tsv"):
        rows = list(csv.DictReader(io.StringIO(result.out), delimiter="," if form == "csv" else "\t"))
        assert len(rows) == 2 * 66 and list(rows[0]) == ["year", "a", "b", "shared", "union", "kappa", "universe"]
    elif form == "jsonl":
        assert len([json.loads(line) for line in result.out.splitlines()]) == 132
    elif form == "json":
        assert len(json.loads(result.out)["pairs"]) == 132


def test_a_file_is_whole_and_codes_name_states(blocs: Callable[..., Any], tmp_path: Path) -> None:
    assert blocs("overlap", "--panel", "2001", "--codes", "cow", "-o", tmp_path / "p.csv").code == 0
    lines = (tmp_path / "p.csv").read_text(encoding="utf-8").splitlines()
    assert lines[:2] == ["year,a,b,shared,union", "2001,359,365,2,4"]


@pytest.mark.parametrize("years", ["2001:1999", "x", "1:9999", "2000:"])
def test_what_is_no_panel(blocs: Callable[..., Any], years: str) -> None:
    result = blocs("overlap", "--panel", years)
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
    assert _changes(given_spans, 5, 15) == expected
