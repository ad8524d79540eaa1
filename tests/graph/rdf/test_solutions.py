"""Rows that nobody reads to the end: whichever thread drops them, no error comes of it that nobody can catch."""

from __future__ import annotations

import gc
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import blocs as package
import pytest
from blocs.graph.rdf.solutions import Solutions
from needs import no_server
from pyoxigraph import QuerySolutions, Store
from servers import NotInstalled, oxigraph_server

QUERY = "SELECT ?s ?p ?o { ?s ?p ?o }"


@pytest.fixture
def lost(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """What Python could only report."""
    seen: list[Any] = []
    monkeypatch.setattr(sys, "unraisablehook", lambda report: seen.append(report.exc_value))
    return seen


def dropped_elsewhere(make: Callable[[], object]) -> None:
    """Leave a thing in a cycle, as a traceback does, and have another thread collect it."""
    cycle: list[object] = [make()]
    cycle.append(cycle)
    del cycle
    collector = threading.Thread(target=gc.collect)
    collector.start()
    collector.join()


def test_the_engine_does_mind(lost: list[Any]) -> None:
    """What the others guard against: if this fails, the engine has changed and they prove nothing."""

    def open_() -> object:
        solutions = Store().query("SELECT ?a { VALUES ?a { 1 2 3 } }")
        assert isinstance(solutions, QuerySolutions)
        next(solutions)
        return solutions

    gc.collect()
    gc.disable()
    try:
        dropped_elsewhere(open_)
    finally:
        gc.enable()
    assert lost


@pytest.fixture(params=["files", "endpoint"])
def graph(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Any]:
    if request.param == "files":
        yield package.load()
        return
    data = tmp_path / "data.nt"
    data.write_text("".join(f"<http://x/{n}> <http://x/p> <http://x/{n + 1}> .\n" for n in range(2000)))
    try:
        with oxigraph_server([data], tmp_path) as url:
            yield package.load(endpoint=url)
    except NotInstalled as reason:
        no_server(reason)


def _begun(graph: Any) -> Iterator[Any]:
    rows = graph.source.select(QUERY)
    next(rows)
    return iter(rows)


def _in_a_traceback(graph: Any) -> object:
    """An error in the middle of the rows: its traceback holds the frames that read them."""
    try:
        rows = graph.source.select(QUERY)
        for _ in rows:
            raise KeyError("a fault of the reader")
    except KeyError as error:
        return error
    raise AssertionError


@pytest.mark.parametrize("make", [_begun, _in_a_traceback])
def test_rows_dropped_on_another_thread(graph: Any, lost: list[Any], make: Callable[[Any], object]) -> None:
    gc.collect()
    gc.disable()  # or this thread might collect them first
    try:
        for _ in range(3):
            dropped_elsewhere(lambda: make(graph))
        assert next(iter(graph.source.select(QUERY)))  # and the next query drops what was left
    finally:
        gc.enable()
    gc.collect()
    assert not lost


def test_rows_to_the_end() -> None:
    rows = Solutions(Store().query("SELECT ?a { VALUES ?a { 1 2 3 } }"))  # type: ignore[arg-type]
    assert [term.value for (term,) in rows] == ["1", "2", "3"]  # type: ignore[union-attr]
    assert list(rows) == []
