"""An UpSet plot in text: each line one combination of sets, with how much is in exactly these and what it is.

After Lex et al. 2014, "UpSet: Visualization of Intersecting Sets", turned by a quarter, so that names can be read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from rich.text import Text

from ..graph.amounts import shortened
from ..graph.analysis.overlap import Intersection, Overlap
from ..graph.errors import InvalidRequest
from ..graph.pictures.figures.words import merged, upset_title, when
from .naming import Naming
from .writing.canvas import Canvas, plain
from .writing.output import Output
from .writing.table import Table

__all__ = ["write_upset"]

# None of these depends on the width: a narrow terminal tells the same facts as a wide one.
_SETS = 12  # so many columns can be told apart, and fit where there are 40 characters in a line
_ROWS = 40
_NAMES = 12  # of those in an intersection, before "and 12 more"

_BARS = (16, 6)  # the length of the longest bar, and where there is little room
_COLUMNS = (5, 4, 3, 2)  # how wide a column with a letter may be, the best first
_WHO = 24  # at least so many characters for who it is, if it stands beside
_PLAIN = {"in": "o", "out": ".", "line": "-", "bar": "#"}
_SIGNS = {"in": "●", "out": "·", "line": "─", "bar": "▇"}
_INK = "#0072B2"


def write_upset(found: Overlap, out: Output, codes: str = "") -> None:
    """Write who is in exactly which of the bodies compared (or which bodies have exactly which states)."""
    naming = Naming(found, codes)
    if naming.codes.columns:
        raise InvalidRequest(f"a combination has no columns for several codes; use --codes {codes.partition(',')[0]}")
    crossings = found.intersections()
    if not out.for_people:
        rows = [[list(map(naming.key, c.sets)), len(c.ids), [naming.key(i) for i in c.ids]] for c in crossings]
        if out.form == "json":
            columns = ("sets", "count", "ids")
            items = [dict(zip(columns, row, strict=True)) for row in rows]
            out.json({"by": found.by, "as_of": str(found.period), "intersections": items})
        else:
            out.rows(Table({"sets": "In exactly", "count": "Number", "ids": "Who"}, rows))
        return
    if out.is_figure:
        from ..graph.pictures.figures.plans import upset_plan

        out.plan(upset_plan(found, codes=naming.name if naming.coded else None))
        return
    title = upset_title(found) + when(found)
    out.draw(lambda canvas: _draw(found, naming, crossings, title, canvas))


def _by_size(found: Overlap, naming: Naming) -> list[str]:
    return sorted(found.sets, key=lambda id_: (-found.sets[id_].bit_count(), naming.name(id_)))


@dataclass(frozen=True)
class _Layout:
    """How a plot is put into the width: the length of the longest bar, and the head and width of each column."""

    bar: int
    heads: list[str]
    widths: list[int]
    lettered: bool


def _layout(names: Sequence[str], before: int, width: int) -> _Layout:
    """Names above the columns if they fit, else letters, as far apart as there is room for."""
    room = width - before - _WHO
    named = [max(3, len(name)) + 2 for name in names]
    if sum(named) + _BARS[0] <= room:
        return _Layout(_BARS[0], list(names), named, False)
    letters = [_letters(number) for number in range(len(names))]
    for bar, column in product(_BARS, _COLUMNS):
        if bar + column * len(names) <= room:
            break
    return _Layout(bar, letters, [column] * len(names), True)


def _draw(
    found: Overlap, naming: Naming, crossings: Sequence[Intersection], title: str, canvas: Canvas
) -> Iterator[Text]:
    signs = _SIGNS if canvas.signs else _PLAIN
    sizes = {id_: bits.bit_count() for id_, bits in found.sets.items()}
    ordered = _by_size(found, naming)
    sets = ordered[:_SETS]
    if len(sets) < len(ordered):
        crossings = merged(crossings, set(sets))
        title += f"; of {len(ordered)}, the {len(sets)} largest"
    # No intersection is greater than the greatest set.
    number = len(str(max(sizes.values(), default=0)))
    names = [plain(naming.name(id_)).plain for id_ in sets]
    layout = _layout(names, number + 5, canvas.width)
    yield plain(title, "bold")
    if not crossings:
        yield Text("No matches in this graph.")
        return
    yield from _heads(layout, number, [sizes[id_] for id_ in sets])
    longest = max(len(crossing.ids) for crossing in crossings)
    for crossing in crossings[:_ROWS]:
        bar = signs["bar"] * max(1, round(layout.bar * len(crossing.ids) / longest))
        line = Text(f"  {len(crossing.ids):>{number}} ")
        line.append(f"{bar:<{layout.bar}}  ", style=_INK if canvas.colour else "")
        line.append_text(_dots(crossing, sets, layout.widths, signs, canvas))
        yield from _hanging(line, _who(crossing, naming), canvas.width)
    things = ("members", "bodies") if found.by == "body" else ("bodies", "states")
    inside = sum(len(crossing.ids) for crossing in crossings)
    yield Text(f"{inside:,} {things[0]} in {len(crossings):,} combinations of {len(sets)} {things[1]}.", style="dim")
    if len(crossings) > _ROWS:
        yield Text(f"{len(crossings) - _ROWS} smaller ones are not shown; see them all with --format csv.", style="dim")
    if layout.lettered:
        keys = zip(layout.heads, names, sets, strict=True)
        yield plain("; ".join(f"{head}: {name} ({sizes[id_]})" for head, name, id_ in keys), "dim")
    if len(sets) < len(ordered):
        yield Text(f"The {len(sets)} largest of {len(ordered)}; name the ones to compare.", style="dim")


def _heads(layout: _Layout, number: int, sizes: Sequence[int]) -> Iterator[Text]:
    """What stands above the columns: names with the size of each set, or letters."""
    indent = " " * (number + 5 + layout.bar)
    heads = zip(layout.heads, layout.widths, strict=True)
    yield Text(indent + "".join(f"{head:^{width}}" for head, width in heads).rstrip(), "bold")
    if not layout.lettered:
        counts = zip(sizes, layout.widths, strict=True)
        yield Text(indent + "".join(f"{size:^{width}}" for size, width in counts).rstrip(), style="dim")


def _who(crossing: Intersection, naming: Naming) -> str:
    return shortened(sorted((plain(naming.name(id_)).plain for id_ in crossing.ids), key=str.casefold), _NAMES)


def _letters(number: int) -> str:
    return (_letters(number // 26 - 1) if number >= 26 else "") + chr(ord("A") + number % 26)


def _dots(
    crossing: Intersection, sets: Sequence[str], widths: Sequence[int], signs: dict[str, str], canvas: Canvas
) -> Text:
    """A dot in the column of each set, those that it is in joined by a line."""
    inside = [n for n, id_ in enumerate(sets) if id_ in crossing.sets]
    text = ""
    for n, width in enumerate(widths):
        joins = inside[0] < n <= inside[-1], inside[0] <= n < inside[-1]
        half = (width - 1) // 2
        text += (signs["line"] if joins[0] else " ") * half
        text += signs["in"] if n in inside else signs["line"] if all(joins) else signs["out"]
        text += (signs["line"] if joins[1] else " ") * (width - 1 - half)
    return Text(text + "  ", style=_INK if canvas.colour else "")


def _hanging(line: Text, words: str, width: int) -> Iterator[Text]:
    """Words after a line, folded below each other; below the line if little room is left beside it."""
    import textwrap

    beside = len(line.plain) + _WHO <= width
    if not beside:
        yield line
    indent = len(line.plain) if beside else 4
    for number, part in enumerate(textwrap.wrap(words, width - indent) or [""]):
        start = line if beside and number == 0 else Text(" " * indent)
        start.append(part)
        yield start
