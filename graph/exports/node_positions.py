"""Where the nodes of a page stand: by Graphviz's sfdp if it is installed, else on a spiral."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from math import cos, pi, sin, sqrt

from ..pictures.rendering import programs

__all__ = ["node_places"]

_POINTS = 72  # in an inch, the unit in which Graphviz says where a node stands


def node_places(count: int, pairs: Sequence[tuple[int, int]], behind: set[int]) -> list[dict[str, int]]:
    """Where each node stands: `x` and `y` without what is behind at first, `x2` and `y2` in the picture of all."""
    whole = _positions(count, pairs)
    if not behind or len(behind) == count:
        return [{"x": round(x), "y": round(y)} for x, y in whole]
    before = [node for node in range(count) if node not in behind]
    index = {node: place for place, node in enumerate(before)}
    front = _positions(len(before), [(index[a], index[b]) for a, b in pairs if a in index and b in index])
    places = []
    for node, (x, y) in enumerate(whole):
        first = front[index[node]] if node in index else (x, y)
        places.append({"x": round(first[0]), "y": round(first[1]), "x2": round(x), "y2": round(y)})
    return places


def _positions(count: int, pairs: Sequence[tuple[int, int]]) -> list[tuple[float, float]]:
    """A place for each node, in points: by Graphviz's sfdp, else on a spiral with the best connected in the middle."""
    found = _by_graphviz(count, pairs)
    if found is not None:
        return found
    degrees = [0] * count
    for pair in pairs:
        for end in pair:
            degrees[end] += 1
    order = sorted(range(count), key=lambda node: -degrees[node])
    golden = pi * (3 - sqrt(5))
    places = [(0.0, 0.0)] * count
    for rank, node in enumerate(order):
        away = 70 * sqrt(rank)
        places[node] = (away * cos(rank * golden), away * sin(rank * golden))
    return places


def _by_graphviz(count: int, pairs: Sequence[tuple[int, int]]) -> list[tuple[float, float]] | None:
    lines = ["graph {", "graph [overlap=prism, overlap_scaling=-4, K=0.9, start=1]"]
    lines += ['node [shape=box, fixedsize=true, width=1.25, height=0.62, label=""]']
    lines += [f"n{node}" for node in range(count)]
    lines += [f"n{tail} -- n{head}" for tail, head in pairs]
    dot = "\n".join([*lines, "}"]).encode()
    for program in programs():
        try:
            done = subprocess.run(
                [program, "-Ksfdp", "-Tplain"], input=dot, capture_output=True, timeout=60, check=False
            )
        except (OSError, subprocess.TimeoutExpired):
            continue
        places = {
            int(words[1][1:]): (float(words[2]) * _POINTS, -float(words[3]) * _POINTS)
            for line in done.stdout.decode("utf-8", "replace").splitlines()
            if (words := line.split()) and words[0] == "node"
        }
        if len(places) == count:
            return [places[node] for node in range(count)]
    return None
