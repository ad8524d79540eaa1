"""Lines that are led around boxes: held against a plain walk along each line in small steps."""

from __future__ import annotations

import itertools
import random
import re
from pathlib import Path
from typing import Any

import pytest
from blocs.graph.knowledge import KnowledgeGraph, load
from blocs.graph.pictures.curving import curves
from blocs.graph.pictures.options import ViewOptions
from blocs.graph.pictures.rendering import programs
from blocs.graph.pictures.typesetting import typeset
from blocs.graph.pictures.views import draw
from drawn import Drawn, crossed_boxes, missed_ends
from needs import missing

Point = tuple[float, float]


def boxes(seed: int) -> dict[str, list[Point]]:
    """Boxes of many sizes in a grid of cells, with at least 12 points between two."""
    dice = random.Random(seed)
    made = {}
    for column, row in itertools.product(range(7), range(8)):
        wide, high = dice.uniform(20, 88), dice.uniform(14, 38)
        x = column * 100 + dice.uniform(wide / 2, 88 - wide / 2)
        y = row * 50 + dice.uniform(high / 2, 38 - high / 2)
        corners = [(x + a * wide / 2, y + b * high / 2) for a, b in ((-1, -1), (1, -1), (1, 1), (-1, 1))]
        made[f"{column},{row}"] = corners
    return made


def walk(curve: list[Point]) -> list[Point]:
    points = []
    for k in range(0, len(curve) - 1, 3):
        a, b, c, d = curve[k : k + 4]
        for t in (n / 60 for n in range(61)):
            s = 1 - t
            weights = (s**3, 3 * s * s * t, 3 * s * t * t, t**3)
            points.append(tuple(sum(w * p[n] for w, p in zip(weights, (a, b, c, d), strict=True)) for n in (0, 1)))
    return points  # type: ignore[return-value]


@pytest.mark.parametrize("seed", range(6))
def test_no_line_goes_through_a_box_that_it_does_not_belong_to(seed: int) -> None:
    made = boxes(seed)
    pairs = random.Random(seed).sample(list(itertools.combinations(made, 2)), 60)
    for (tail, head), curve in zip(pairs, curves(made, pairs), strict=True):
        walked = walk(list(curve))
        for name in made.keys() - {tail, head}:
            (left, low), _, (right, high), _ = made[name]
            inside = [p for p in walked if left < p[0] < right and low < p[1] < high]
            assert not inside, f"{tail} to {head} goes through {name}"


@pytest.mark.parametrize("seed", range(3))
def test_lines_begin_and_end_at_the_outlines_of_their_ends(seed: int) -> None:
    made = boxes(seed)
    pairs = random.Random(seed).sample(list(itertools.combinations(made, 2)), 60)
    for pair, curve in zip(pairs, curves(made, pairs), strict=True):
        for name, (x, y) in zip(pair, (curve[0], curve[-1]), strict=True):
            (left, low), _, (right, high), _ = made[name]
            assert min(abs(x - left), abs(x - right), abs(y - low), abs(y - high)) < 0.1, f"{pair} at {name}"


def test_boxes_in_boxes_leave_no_way_and_are_drawn_all_the_same() -> None:
    def square(side: float) -> list[Point]:
        return [(-side, -side), (side, -side), (side, side), (-side, side)]

    far = [(x + 900, y) for x, y in square(5)]
    (curve,) = curves({"inner": square(5), "outer": square(50), "far": far}, [("inner", "far")])
    assert curve[0][0] == pytest.approx(5, abs=0.1) and curve[-1][0] == pytest.approx(895, abs=0.1)


def regions(folder: Path) -> KnowledgeGraph:
    """A made table: 130 states of four regions in bodies that are mostly of one."""
    dice = random.Random(7)
    rows = ["member,organization"]
    for state, body in itertools.product(range(130), range(48)):
        if dice.random() < (0.6 if state % 4 == body % 4 else 0.05):
            rows.append(f"State of number {state},Organization {body}")
    (folder / "regions.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    return load(folder / "regions.csv")


def clear(graph: KnowledgeGraph, **options: Any) -> None:
    if not programs():
        missing("needs a program that draws DOT")
    picture = draw(graph, ViewOptions(view="network", **options))
    drawn = Drawn(typeset(picture, "svg").content)
    assert len(picture.edges) > 250 and not crossed_boxes(drawn) and not missed_ends(drawn)


@pytest.mark.parametrize("size", ["auto", "slide"])
def test_lines_of_a_large_network_keep_clear_of_the_names_of_others(tmp_path: Path, size: str) -> None:
    clear(regions(tmp_path), size=size)


@pytest.mark.parametrize(("by", "store"), [("state", "cow_part"), ("body", "cow_store")])
def test_lines_of_two_centuries_keep_clear_of_the_names_of_others(
    by: str, store: str, request: pytest.FixtureRequest
) -> None:
    clear(load(store=request.getfixturevalue(store)), by=by)


def test_a_usual_threshold_is_a_number_that_people_write_and_given_it_draws_the_same(tmp_path: Path) -> None:
    for graph, by, measure in itertools.product((regions(tmp_path), load()), ("state", "body"), ("jaccard", "kappa")):
        usual = draw(graph, ViewOptions(view="overlap", by=by, measure=measure))
        said = re.search(r"at least (\d(?:\.\d\d?)?)[,:] ", usual.caption)
        assert said is not None, usual.caption
        given = draw(graph, ViewOptions(view="overlap", by=by, measure=measure, threshold=float(said[1])))
        lines = {(edge.tail, edge.head) for edge in given.edges}
        assert lines <= {(edge.tail, edge.head) for edge in usual.edges}
        assert len(lines) == len(usual.edges) or "of each one its strongest" in usual.caption
