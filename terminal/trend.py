"""Numbers over the years: as lines and round years for people, as a figure, as a row for each year for programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.text import Text

from ..graph.analysis.trend import Trend
from ..graph.pictures.figures.words import trend_blanks, trend_notes, trend_title
from .writing.canvas import Canvas, plain
from .writing.output import Output
from .writing.table import Table
from .writing.tables import drawn_table
from .writing.text import cut

__all__ = ["write_trend"]

_STEPS = " ▁▂▃▄▅▆▇█"
_ASCII = " .:-=+*#@"
_ROUND = 30  # years of a table, before only round ones stand in it
_NAME = 28  # characters of a line's name


def write_trend(found: Trend, out: Output) -> None:
    """Write a trend."""
    title = trend_title(found)
    out = out.noting(trend_notes(found))
    if out.form == "json":
        out.json({"trend": [dict(zip(found.columns, row, strict=True)) for row in found.rows()]})
    elif out.is_figure and not out.shape and len(found.years) > 1:
        from ..graph.pictures.figures.plans import trend_plan

        out.plan(trend_plan(found))
    elif out.form == "table" and not out.shape:
        out.draw(lambda canvas: _parts(found, title, canvas))
    else:
        headings = ["Year", *(found.names[key] for key in found.counts)]
        columns = dict(zip(found.columns, headings, strict=True))
        out.rows(Table(columns, list(found.rows()), title, trend_blanks(found)))


def _parts(found: Trend, title: str, canvas: Canvas) -> Iterator[RenderableType]:
    """The title, a line of bars for what is counted, and a table of the years, or of round ones if they are many."""
    yield plain(title, "bold")
    if not found.years:
        yield Text("No matches in this graph.")
        return
    if len(found.years) > 2:
        yield from _sparklines(found, canvas)
    keys = list(found.counts)
    step, numbers = found.round_years(_ROUND)
    rows = [[str(year), *counts] for year, *counts in numbers]
    headings = {"year": "Year"} | {key: found.names[key] for key in keys}
    notes = trend_blanks(found)
    if step > 1:
        notes.append(f"Every {step} years; all {len(found.years)} with --format csv.")
    yield from drawn_table(Table(headings, rows, "", notes, counted="years" if step == 1 else ""))(canvas)


def _sparklines(found: Trend, canvas: Canvas) -> Iterator[Text]:
    names = {key: plain(found.names[key]).plain for key in found.counts}
    side = min(max(map(len, names.values())), _NAME, canvas.width // 3)
    number = max(len(f"{n:,}") for line in found.counts.values() for n in line if n is not None)
    room = min(canvas.width - side - number - 12, len(found.years))
    places = [len(found.years) * at // room for at in range(room)]
    for key, line in found.counts.items():
        known = [n for n in line if n is not None]
        if not known:
            continue
        most = max(known)
        signs = _STEPS if canvas.signs else _ASCII
        bars = "".join(_step(line[at], most, signs) for at in [*places[:-1], len(line) - 1])
        text = Text(f"{cut(names[key], side, canvas.cut_mark):{side}} ")
        text.append(bars, style="#0072B2" if canvas.colour else "")
        yield text.append(f" at most {most:,}", style="dim")
    ends = f"{found.years[0]}{found.years[-1]!s:>{max(5, room - 4)}}"
    yield Text(" " * (side + 1) + ends, style="dim")


def _step(number: int | None, most: int, signs: Sequence[str]) -> str:
    if number is None or most == 0:
        return signs[0]
    return signs[0] if number == 0 else signs[max(1, round(number / most * (len(signs) - 1)))]
