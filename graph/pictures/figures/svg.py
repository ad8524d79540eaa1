"""A scene as svg: text stays text, what is explained when it is pointed at has a title, nothing in data is markup."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from ...escaping import as_picture_text
from .scene import Box, Dot, Line, Mark, Scene, Shape, Words

__all__ = ["svg_text"]

_FONTS = "Arial,Helvetica,Liberation Sans,sans-serif"


def svg_text(scene: Scene) -> str:
    """A scene as svg, in points; on a screen it is as wide as there is room for.

    >>> scene = Scene(40, 20, "A <title>", "", [Words(2, 12, "a & b", 10, "#000000")])
    >>> svg_text(scene).splitlines()[-2]
    '<text x="2" y="12" font-size="10" fill="#000000">a &amp; b</text>'
    """
    size = (
        f'width="{_n(scene.width)}pt" height="{_n(scene.height)}pt" viewBox="0 0 {_n(scene.width)} {_n(scene.height)}"'
    )
    described = f"<desc>{_escaped(scene.description)}</desc>" if scene.description else ""
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" font-family="{_FONTS}">',
        f"<title>{_escaped(scene.title)}</title>{described}",
        f'<rect width="{_n(scene.width)}" height="{_n(scene.height)}" fill="#FFFFFF"/>',
        *map(_element, scene.marks),
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def _element(mark: Mark) -> str:
    match mark:
        case Words():
            weight = ' font-weight="bold"' if mark.bold else ""
            anchor = f' text-anchor="{mark.anchor}"' if mark.anchor != "start" else ""
            place = f'x="{_n(mark.x)}" y="{_n(mark.y)}" font-size="{_n(mark.size)}"{weight}{anchor}'
            # The title is within the text: what is read of it are the words alone.
            title = f"<title>{_escaped(mark.tooltip)}</title>" if mark.tooltip else ""
            return f'<text {place} fill="{mark.colour}">{title}{_escaped(mark.text)}</text>'
        case Box():
            place = f'x="{_n(mark.x)}" y="{_n(mark.y)}" width="{_n(mark.width)}" height="{_n(mark.height)}"'
            dashes = ' stroke-dasharray="3 2"' if mark.dashed else ""
            return _with_title(
                f"rect {place} {_painted(mark.fill, mark.stroke, mark.stroke_width)}{dashes}", mark.tooltip
            )
        case Line():
            dashes = f' stroke-dasharray="{" ".join(map(_n, mark.dash))}"' if mark.dash else ""
            painted = (
                f'fill="none" stroke="{mark.colour}" stroke-width="{_n(mark.width)}" stroke-linejoin="round"{dashes}'
            )
            return _with_title(f'polyline points="{_points(mark.points)}" {painted}', mark.tooltip)
        case Shape():
            painted = _painted(mark.fill, mark.stroke, mark.stroke_width)
            return _with_title(f'polygon points="{_points(mark.points)}" {painted}', mark.tooltip)
        case Dot():
            place = f'cx="{_n(mark.x)}" cy="{_n(mark.y)}" r="{_n(mark.radius)}" fill="{mark.fill}"'
            return _with_title(f"circle {place}", mark.tooltip)


def _with_title(tag: str, tooltip: str) -> str:
    return f"<{tag}><title>{_escaped(tooltip)}</title></{tag.split()[0]}>" if tooltip else f"<{tag}/>"


def _painted(fill: str, stroke: str, width: float) -> str:
    outline = f' stroke="{stroke}" stroke-width="{_n(width)}"' if stroke else ""
    return f'fill="{fill or "none"}"{outline}'


def _points(points: Sequence[tuple[float, float]]) -> str:
    return " ".join(f"{_n(x)},{_n(y)}" for x, y in points)


def _n(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".")


def _escaped(text: str) -> str:
    return escape(as_picture_text(text))
