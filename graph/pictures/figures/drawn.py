"""A scene as a file: svg by `svg`; png and pdf by the program that draws all pictures, so that fonts are the same.

Graphviz draws whatever a graph has as its background, and that can be a whole figure: a graph without nodes to lay out,
with the scene in the words of its xdot language (https://graphviz.org/docs/outputs/canon/#xdot). A plotting library
would be a dependency of 50 MB beside an own writer of svg for those who do not have it, and two looks.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from ...escaping import as_picture_text
from ..rendering import render
from .letters import text_width
from .scene import Box, Dot, Line, Mark, Scene, Shape, Words
from .svg import svg_text

__all__ = ["drawn", "scene_dot"]

# Graphviz raises a text above its baseline: older versions by a fifth of its size, newer ones by a tenth.
_RAISED = 0.15


def drawn(scene: Scene, form: str) -> bytes:
    """A scene as svg, png or pdf.

    Parameters
    ----------
    scene : Scene
        The figure.
    form : str
        "svg", "png" (144 dots per inch) or "pdf".

    Returns
    -------
    bytes

    Raises
    ------
    InvalidRequest
        If there is no such format.
    OperationFailed
        If no program that draws it is installed.

    >>> drawn(Scene(10, 10, "", "", []), "svg")[:4]
    b'<svg'
    """
    if form == "svg":
        return svg_text(scene).encode()
    return render(scene_dot(scene), form)


def scene_dot(scene: Scene) -> str:
    """A scene as a graph in DOT, which has it as its background.

    >>> '_background="C 7 -#FFFFFF' in scene_dot(Scene(10, 10, "", "", []))
    True
    """
    marks = [Box(0, 0, scene.width, scene.height, "#FFFFFF"), *scene.marks]
    operations = [operation for mark in marks for operation in _operations(mark, scene.height)]
    # A scanner takes strings by pieces, which end where a line goes on.
    background = " \\\n".join(operation.replace('"', '\\"') for operation in operations)
    corner = 'label="" shape=point style=invis width=0 height=0'
    return (
        f'digraph {{ graph [layout=nop2 pad=0 margin=0 bb="0,0,{scene.width:.2f},{scene.height:.2f}"\n'
        f'_background="{background}"]\n'
        f'a [pos="0,0" {corner}] b [pos="{scene.width:.2f},{scene.height:.2f}" {corner}] }}\n'
    )


def _operations(mark: Mark, height: float) -> Iterator[str]:
    match mark:
        case Words():
            yield _colour(mark.colour)
            yield f"F {mark.size:.2f} 5 -Arial"
            yield f"t {int(mark.bold)}"
            text = as_picture_text(" ".join(mark.text.split())).replace("\\", "∖")
            side = {"start": -1, "middle": 0, "end": 1}[mark.anchor]
            width = text_width(mark.text, mark.size, mark.bold)
            y = height - mark.y - _RAISED * mark.size
            yield f"T {mark.x:.2f} {y:.2f} {side} {width:.2f} {len(text.encode())} -{text}"
        case Box():
            right, low = mark.x + mark.width, mark.y + mark.height
            corners = [(mark.x, mark.y), (right, mark.y), (right, low), (mark.x, low)]
            if mark.dashed:
                yield from _shape(corners, mark.fill, "", 0, height)
                yield from _line([*corners, corners[0]], mark.stroke, mark.stroke_width, (3, 2), height)
            else:
                yield from _shape(corners, mark.fill, mark.stroke, mark.stroke_width, height)
        case Line():
            yield from _line(mark.points, mark.colour, mark.width, mark.dash, height)
        case Shape():
            yield from _shape(mark.points, mark.fill, mark.stroke, mark.stroke_width, height)
        case Dot():
            yield _colour(mark.fill)
            yield _filled(mark.fill)
            yield _width(0.1)
            yield f"E {mark.x:.2f} {height - mark.y:.2f} {mark.radius:.2f} {mark.radius:.2f}"


def _shape(points: Sequence[tuple[float, float]], fill: str, stroke: str, width: float, height: float) -> Iterator[str]:
    if fill:
        yield _filled(fill)
    yield _colour(stroke or fill)
    yield _width(width if stroke else 0.1)
    yield f"{'P' if fill else 'p'} {len(points)} {_points(points, height)}"


def _line(
    points: Sequence[tuple[float, float]], colour: str, width: float, dash: tuple[float, ...], height: float
) -> Iterator[str]:
    """A line; one of dashes as many short ones, since the language has one kind of dash only."""
    yield _colour(colour)
    yield _width(width)
    for part in _dashes(points, dash) if dash else [points]:
        if len(part) > 1:
            yield f"L {len(part)} {_points(part, height)}"


def _dashes(points: Sequence[tuple[float, float]], dash: tuple[float, ...]) -> Iterator[list[tuple[float, float]]]:
    """The strokes of a dashed line: pieces of it, with gaps between them, around corners too."""
    at, left = 0, dash[0]
    here, stroke = points[0], [points[0]]
    for end in points[1:]:
        while (distance := math.dist(here, end)) > left:
            share = left / distance
            here = (here[0] + share * (end[0] - here[0]), here[1] + share * (end[1] - here[1]))
            if at % 2 == 0:
                yield [*stroke, here]
            at = (at + 1) % len(dash)
            left, stroke = dash[at], [here]
        left -= distance
        here = end
        stroke.append(end)
    if at % 2 == 0:
        yield stroke


def _points(points: Sequence[tuple[float, float]], height: float) -> str:
    return " ".join(f"{x:.2f} {height - y:.2f}" for x, y in points)


def _colour(colour: str) -> str:
    return f"c {len(colour)} -{colour}"


def _filled(colour: str) -> str:
    return f"C {len(colour)} -{colour}"


def _width(width: float) -> str:
    word = f"setlinewidth({width:.2f})"
    return f"S {len(word)} -{word}"
