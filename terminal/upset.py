"""An UpSet plot in text: each line one combination of sets, with how much is in exactly these and what it is.

After Lex et al. 2014, "UpSet: Visualization of Intersecting Sets", turned by a quarter, so that names can be read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.text import Text

from ..graph.analysis.overlap import Intersection, Overlap
from .naming import Naming, when
from .writing.canvas import Canvas, plain
from .writing.output import Output
from .writing.table import Table

__all__ = ["write_upset"]

_ROWS = 40
_BAR = 16
_NAMES = 12  # of those in an intersection, before "and 12 more"
_PLAIN = {"in": "o", "out": ".", "line": "-", "bar": "#"}
_SIGNS = {"in": "●", "out": "·", "line": "─", "bar": "▇"}
_INK = "#0072B2"


def write_upset(found: Overlap, out: Output, codes: str = "") -> None:
    """Write who is in exactly which of the bodies compared (or which bodies have exactly which states)."""
    naming = Naming(found, codes)
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
    what = "Who is in exactly which bodies" if found.by == "body" else "Which bodies have exactly which states"
    title = what + when(found)
    out.draw(lambda canvas: _draw(found, naming, crossings, title, canvas), title)


def _draw(
    found: Overlap, naming: Naming, crossings: Sequence[Intersection], title: str, canvas: Canvas
) -> Iterator[Text]:
    signs = _SIGNS if canvas.signs else _PLAIN
    sets = sorted(found.sets, key=lambda one: (-len(found.set_of(one)), naming.name(one)))
    # No intersection is greater than the greatest set.
    number = len(str(max([len(found.set_of(one)) for one in sets], default=0)))
    before = 2 + number + 1 + _BAR + 2
    names = [plain(naming.name(one)).plain for one in sets]
    room = canvas.width - before - 24  # at least so many letters for who it is
    lettered = sum(max(3, len(name)) + 2 for name in names) > room
    most = max(1, room // 5)
    left_out = sets[most:] if lettered else []
    sets, names = sets[: len(sets) - len(left_out)], names[: len(names) - len(left_out)]
    heads = [_letters(n) for n in range(len(sets))] if lettered else names
    widths = [max(3, len(head)) + 2 for head in heads]
    yield plain(title, "bold")
    if not crossings:
        yield Text("No matches in this graph.")
        return
    yield Text(" " * before + "".join(f"{head:^{w}}" for head, w in zip(heads, widths, strict=True)).rstrip(), "bold")
    counts = (f"{len(found.set_of(one)):^{w}}" for one, w in zip(sets, widths, strict=True))
    yield Text(" " * before + "".join(counts).rstrip(), style="dim")
    if left_out:
        crossings = _merged(crossings, set(sets))
    longest = max((len(one.ids) for one in crossings), default=1)
    for one in crossings[:_ROWS]:
        bar = signs["bar"] * max(1, round(_BAR * len(one.ids) / longest))
        line = Text(f"  {len(one.ids):>{number}} ")
        line.append(f"{bar:<{_BAR}}  ", style=_INK if canvas.colour else "")
        line.append_text(_dots(one, sets, widths, signs, canvas))
        who = sorted((plain(naming.name(i)).plain for i in one.ids), key=str.casefold)
        more = f" and {len(who) - _NAMES} more" if len(who) > _NAMES + 1 else ""
        yield from _hanging(line, ", ".join(who[:_NAMES] if more else who) + more, canvas.width)
    if len(crossings) > _ROWS:
        yield Text(f"{len(crossings) - _ROWS} smaller ones are not shown; see them all with --format csv.", style="dim")
    if lettered:
        yield plain("; ".join(f"{head}: {name}" for head, name in zip(heads, names, strict=True)), "dim")
    if left_out:
        yield Text(
            f"The {len(sets)} largest of {len(sets) + len(left_out)}; name the ones to compare.",
            style="dim",
        )


def _merged(crossings: Sequence[Intersection], kept: set[str]) -> list[Intersection]:
    """The intersections as they are where only some of the sets are looked at."""
    found: dict[tuple[str, ...], list[str]] = {}
    for one in crossings:
        sets = tuple(s for s in one.sets if s in kept)
        if sets:
            found.setdefault(sets, []).extend(one.ids)
    ordered = sorted(found.items(), key=lambda item: (-len(item[1]), len(item[0]), item[0]))
    return [Intersection(sets, tuple(sorted(ids))) for sets, ids in ordered]


def _letters(number: int) -> str:
    return (_letters(number // 26 - 1) if number >= 26 else "") + chr(ord("A") + number % 26)


def _dots(one: Intersection, sets: Sequence[str], widths: Sequence[int], signs: dict[str, str], canvas: Canvas) -> Text:
    """A dot in the column of each set, those that it is in joined by a line."""
    inside = [n for n, name in enumerate(sets) if name in one.sets]
    text = ""
    for n, width in enumerate(widths):
        joins = inside[0] < n <= inside[-1], inside[0] <= n < inside[-1]
        half = (width - 1) // 2
        text += (signs["line"] if joins[0] else " ") * half
        text += signs["in"] if n in inside else signs["line"] if all(joins) else signs["out"]
        text += (signs["line"] if joins[1] else " ") * (width - 1 - half)
    return Text(text + "  ", style=_INK if canvas.colour else "")


def _hanging(line: Text, words: str, width: int) -> Iterator[Text]:
    """Words after a line, folded below each other."""
    import textwrap

    indent = len(line.plain)
    for n, part in enumerate(textwrap.wrap(words, max(16, width - indent)) or [""]):
        start = line if n == 0 else Text(" " * indent)
        start.append(part)
        yield start
