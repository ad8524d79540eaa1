"""What a figure is made of: words, boxes, lines and dots at places on a sheet, the y axis going down.

A scene knows nothing of formats: `svg` writes it as it is, `drawn` as png and pdf.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["Box", "Dot", "Line", "Mark", "Scene", "Shape", "Words"]


@dataclass(frozen=True)
class Words:
    """A line of text from, around or before a place on its baseline: `anchor` is "start", "middle" or "end"."""

    x: float
    y: float
    text: str
    size: float
    colour: str
    bold: bool = False
    anchor: str = "start"
    tooltip: str = ""


@dataclass(frozen=True)
class Box:
    """A rectangle, filled, outlined or both; `dashed` is of the outline."""

    x: float
    y: float
    width: float
    height: float
    fill: str = ""
    stroke: str = ""
    stroke_width: float = 0.8
    dashed: bool = False
    tooltip: str = ""


@dataclass(frozen=True)
class Line:
    """A line through points; `dash` are the lengths of its strokes and gaps, none if it is whole."""

    points: Sequence[tuple[float, float]]
    colour: str
    width: float = 0.8
    dash: tuple[float, ...] = ()
    tooltip: str = ""


@dataclass(frozen=True)
class Shape:
    """A closed shape through points, filled, outlined or both."""

    points: Sequence[tuple[float, float]]
    fill: str = ""
    stroke: str = ""
    stroke_width: float = 0.8
    tooltip: str = ""


@dataclass(frozen=True)
class Dot:
    """A filled circle."""

    x: float
    y: float
    radius: float
    fill: str
    tooltip: str = ""


Mark = Words | Box | Line | Shape | Dot
"""One thing that is drawn; later ones lie on earlier ones."""


@dataclass(frozen=True)
class Scene:
    """A figure: its size in points, its title and description for those who do not see it, and its marks in order."""

    width: float
    height: float
    title: str
    description: str
    marks: Sequence[Mark]
