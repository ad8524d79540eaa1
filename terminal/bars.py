"""Spans of time as bars over years, in text."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from rich.text import Text

from ..graph.amounts import counted
from ..graph.analysis.timeline import Entry
from .writing.canvas import Canvas, plain
from .writing.output import Output
from .writing.text import clean, cut, shorten

__all__ = ["show_bars"]

_BARS = {"full": "▇", "associate": "▒", "observer": "░", "event": "◆"}
_PLAIN = {"full": "#", "associate": "=", "observer": "-", "event": "*"}
# By lightness as well as by hue: a picture is also printed in grey.
_INKS = {"full": "#0072B2", "associate": "#8A5A00", "observer": "#8A5A00", "event": "#00735C"}
_MOST = 300  # rows; more than these are better sorted and counted
_LABEL = 27  # characters for the name of a row, of 80


def show_bars(entries: Sequence[Entry], title: str, out: Output) -> None:
    """Write a timeline, a row for each span or event."""
    out.draw(lambda canvas: _Bars(entries, title, canvas).lines())


class _Bars:
    def __init__(self, entries: Sequence[Entry], title: str, canvas: Canvas) -> None:
        self.entries, self.title, self.canvas = entries, title, canvas
        self.signs = _BARS if canvas.signs else _PLAIN
        self.dated = [entry for entry in entries if entry.start or entry.end]
        years = [int(date[:4]) for entry in self.dated for date in (entry.start, entry.end) if date]
        self.first, self.last = min(years, default=0), max(years, default=0)
        self.bodies = {one.body.iri for one in entries if one.body}
        self.members = {one.member.iri for one in entries if one.member}
        longest = max((len(clean(self._name(entry))) for entry in self.dated[:_MOST]), default=0)
        # A wide terminal has room for whole names, and the bars still get most of it.
        self.label = min(max(_LABEL, canvas.width // 3), max(longest, 12))
        self.room = canvas.width - self.label - 14

    def lines(self) -> Iterator[Text]:
        yield plain(self.title, "bold")
        if self.dated:
            yield Text(self._axis(), style="dim")
            for entry in self.dated[:_MOST]:
                yield self._bar(entry)
            if len(self.dated) > _MOST:
                more = f"{len(self.dated) - _MOST:,} more are not shown; see them all with --format csv."
                yield Text(more, style="dim")
            for line in textwrap.wrap(self._legend(), self.canvas.width):
                yield Text(line, style="dim")
            yield Text(f"{counted(len(self.dated), 'row')}.", style="dim")
        names = {self._name(entry) for entry in self.entries if not (entry.start or entry.end)}
        undated = sorted(shorten(name, 200) for name in names)
        if undated:
            yield plain("No dates are known for: " + ", ".join(undated) + ".")
        if not self.entries:
            yield Text("No matches in this graph.")

    def _axis(self) -> str:
        """The years under which the bars stand, as many as there is room for."""
        line = [" "] * (self.room + 5)
        steps = (1, 2, 5, 10, 20, 25, 50, 100, 200)
        step = next((s for s in steps if (self.last - self.first + 1) / s * 6 <= self.room), 500)
        for year in range(-(-self.first // step) * step, self.last + 1, step):
            at = self._place(year)
            line[at : at + 4] = str(year)
        return " " * (self.label + 1) + "".join(line).rstrip()

    def _place(self, year: int) -> int:
        return (year - self.first) * (self.room - 1) // max(1, self.last - self.first)

    def _bar(self, entry: Entry) -> Text:
        start, end = (int(date[:4]) if date else None for date in (entry.start, entry.end))
        if entry.kind == "event":
            end = end or start
        left, right = self._place(start or self.first), self._place(end or self.last)
        look = entry.role or entry.kind
        goes_on = entry.kind != "event" and end is None and self.canvas.signs
        bar = self.signs.get(look, self.signs["full"]) * (right - left + 1) + ("→" if goes_on else " ")
        name = cut(clean(self._name(entry)), self.label, self.canvas.cut_mark)
        text = Text(f"{name:{self.label}} {' ' * left}")
        text.append(bar, style=_INKS.get(look, "") if self.canvas.colour else "")
        text.append(" " * max(0, self.room - left - len(bar) + 2) + clean(_when(entry)))
        text.rstrip()
        return text

    def _name(self, entry: Entry) -> str:
        """What a row is called: the event, or member and body, without the one that all rows share."""
        if entry.event is not None:
            return entry.event.label
        assert entry.member is not None and entry.body is not None
        if len(self.bodies) == 1:
            return entry.member.short
        if len(self.members) == 1:
            return entry.body.short
        return f"{entry.member.short} · {entry.body.short}"

    def _legend(self) -> str:
        seen = {entry.role or entry.kind for entry in self.dated}
        words = {"full": "full member"}
        said = [f"{sign} {words.get(one, one)}" for one, sign in self.signs.items() if one in seen]
        if self.canvas.signs and any(entry.role and not entry.end for entry in self.dated):
            said.append("→ continues")
        return "   ".join(said)


def _when(entry: Entry) -> str:
    """The dates at the end of a row: the day or days of an event, the years of what lasts."""
    if entry.kind == "event":
        alike = max(at for at in (0, 5, 8) if entry.start[:at] == entry.end[:at])
        return f"{entry.start}–{entry.end[alike:]}" if entry.end > entry.start else entry.start
    start, end = entry.start[:4], entry.end[:4]
    return start if start == end else f"{start}–{end}"
