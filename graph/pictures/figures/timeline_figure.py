"""A timeline: a row for each member, body or event, with bars over years whose ends are closed, or open where no date
is known.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ...amounts import shortened
from ...analysis.timeline import Entry
from .axes import Scale, moment, year_ticks
from .figure import Caption, Figure, Look
from .letters import folded, shown, text_width
from .scene import Line, Mark, Scene, Shape, Words

__all__ = ["timeline_figure"]

_ROLES = {"full": "full member", "associate": "associate", "observer": "observer"}
_PANELS = 3  # columns of rows beside each other
_NAMED = 30  # things without dates whose names are given
_FAR = 2100.0  # later than all that goes on
_AROUND = 20  # lines of small text that a page needs above and below the rows


@dataclass(frozen=True)
class _Row:
    """A line of the figure: a name with spans or moments; one without any is the heading of those below it."""

    name: str
    entries: tuple[Entry, ...] = ()

    @property
    def length(self) -> float:
        """For how many years it lasts, as far as that is known; events are short and few, and come first."""
        if any(entry.kind == "event" for entry in self.entries):
            return math.inf
        return sum(
            (_end(entry) or _FAR) - (_begin(entry) or _end(entry) or _FAR) for entry in self.entries if _is_dated(entry)
        )


def timeline_figure(entries: Sequence[Entry], caption: Caption, last: str, look: Look | None = None) -> Scene:
    """Spans and events over years.

    Parameters
    ----------
    entries : sequence of Entry
        What `analysis.timeline.timeline` found.
    caption : Caption
        Title, notes and source.
    last : str
        The date of the data: what has no end goes on to it.
    look : Look or None
        Sizes and inks; None for the usual.

    Returns
    -------
    Scene

    >>> import blocs
    >>> from blocs.graph.pictures.figures.figure import Caption
    >>> graph = blocs.load()
    >>> timeline_figure(graph.timeline(), Caption("What happened"), graph.as_of).title
    'What happened'
    """
    look = look or Look()
    dated = [entry for entry in entries if _is_dated(entry)]
    rows = _rows(dated)
    if not dated:
        figure = Figure(look, replace(caption, notes=(*caption.notes, *_notes(entries, rows, rows))))
        figure.paragraph("No matches in this graph." if not entries else "Nothing here has a date.", look.text)
        return figure.finished()
    ends = [end for entry in dated for end in (_begin(entry), _end(entry)) if end is not None]
    low, high = math.floor(min(ends)), math.ceil(max(ends))
    now = moment(last, end=True)
    if now is not None and any(entry.kind != "event" and _end(entry) is None for entry in dated):
        high = max(high, math.ceil(now))
    high = max(high, low + 1)
    panels = _panels(rows, (low, high), look)
    kept = [row for panel in panels for row in panel.rows]
    figure = Figure(look, replace(caption, notes=(*caption.notes, *_notes(entries, rows, kept))))
    for panel in panels:
        figure.add(*panel.marks(figure.y))
    figure.y = max(panel.bottom for panel in panels)
    figure.key(_key([entry for row in kept for entry in row.entries], look))
    return figure.finished(f"{len(kept)} rows from {low} to {high - 1}.")


def _panels(rows: Sequence[_Row], years: tuple[float, float], look: Look) -> list[_Panel]:
    """The rows in one column, or beside each other in two or three where one page has too few lines.

    If a page cannot hold them all, as many as it can hold, those that last longest.
    """
    best: list[_Panel] = []
    for count in range(1, (_PANELS if look.width > 400 else 1) + 1):
        left_out = 0
        while True:
            some = _longest(rows, left_out)
            panels, more = _beside(some, count, years, look)
            if not more:
                break
            left_out += max(1, more // 2)
        if sum(len(panel.rows) for panel in panels) > sum(len(panel.rows) for panel in best):
            best = panels
        if not left_out:
            break
    return best


def _beside(rows: Sequence[_Row], count: int, years: tuple[float, float], look: Look) -> tuple[list[_Panel], int]:
    """The rows in so many panels, and how many of them have no room."""
    gap = 14.0
    width = (look.room - gap * (count - 1)) / count
    measured = _Panel(rows, look.margin, look.margin + width, years, look, dates=count == 1)
    heights = [measured.height(row) for row in rows]
    most = look.height - _AROUND * look.small
    parts = _filled(heights, sum(heights) / count + max(heights) if count > 1 else most, most)
    panels = [
        _Panel(rows[start:end], left, left + width, years, look, dates=count == 1, label=measured.label)
        for number, (start, end) in enumerate(parts[:count])
        for left in [look.margin + number * (width + gap)]
    ]
    return panels, len(rows) - sum(len(panel.rows) for panel in panels)


def _longest(rows: Sequence[_Row], left_out: int) -> list[_Row]:
    """The rows but for so many that last the shortest, and the headings that have none left below them."""
    by_length = sorted((row for row in rows if row.entries), key=lambda row: -row.length)
    kept = {id(row) for row in by_length[: max(1, len(by_length) - left_out)]}
    found: list[_Row] = []
    for row in rows:
        if not row.entries:
            found = [*found[:-1], row] if found and not found[-1].entries else [*found, row]
        elif id(row) in kept:
            found.append(row)
    return found if not found or found[-1].entries else found[:-1]


def _filled(heights: Sequence[float], wanted: float, most: float) -> list[tuple[int, int]]:
    """Places at which rows are parted, so that no part is much higher than is wanted, or than there is room for."""
    parts: list[tuple[int, int]] = []
    start, height = 0, 0.0
    for at, each in enumerate(heights):
        if at > start and height + each > min(wanted, most):
            parts.append((start, at))
            start, height = at, 0.0
        height += each
    return [*parts, (start, len(heights))]


def _rows(entries: Sequence[Entry]) -> list[_Row]:
    """What stands in a row: all spans of one member in one body."""
    spans = [entry for entry in entries if entry.kind != "event"]
    bodies = {entry.body.iri for entry in spans if entry.body}
    members = {entry.member.iri for entry in spans if entry.member}
    # A row is named after what there is more of, under headings of the other.
    of_members = len(members) < len(bodies)
    alone = min(len(members), len(bodies)) <= 1
    groups: dict[str, dict[str, list[Entry]]] = {}
    for entry in spans:
        assert entry.member is not None and entry.body is not None
        member, body = shown(entry.member.label), shown(entry.body.label)
        heading, name = (member, body) if of_members else (body, member)
        if entry.basis != "stated":
            name = f"{name} ({entry.basis})"
        groups.setdefault("" if alone else heading, {}).setdefault(name, []).append(entry)
    rows = []
    for heading, named in groups.items():
        rows += [_Row(heading)] if heading else []
        rows += [_Row(name, tuple(some)) for name, some in named.items()]
    events = [entry for entry in entries if entry.event is not None]
    if events:
        rows += [_Row("Events")] if spans else []
        rows += [_Row(_event_name(entry), (entry,)) for entry in events]
    return rows


def _event_name(entry: Entry) -> str:
    assert entry.event is not None
    name = shown(entry.event.label)
    return name if entry.basis == "stated" else f"{name} ({entry.basis})"


def _begin(entry: Entry) -> float | None:
    return moment(entry.start)


def _end(entry: Entry) -> float | None:
    """When it was over; an event without an end was over when it began."""
    end = entry.end or (entry.start if entry.kind == "event" else "")
    return moment(end, end=True)


def _is_dated(entry: Entry) -> bool:
    return _begin(entry) is not None or _end(entry) is not None


class _Panel:
    """A column of rows: names at the left, bars under an axis of years, dates in words at the right."""

    def __init__(
        self,
        rows: Sequence[_Row],
        left: float,
        right: float,
        years: tuple[float, float],
        look: Look,
        *,
        dates: bool,
        label: float = 0,
    ) -> None:
        self.rows, self.left, self.right, self.look, self.bottom = rows, left, right, look, 0.0
        room = right - left
        self.dates = {id(row): _when(row.entries) if dates and row.entries else "" for row in rows}
        beside = min(room * 0.24, max((text_width(words, look.small) for words in self.dates.values()), default=0))
        self.beside = beside + 6 if beside else 0.0
        widest = max((text_width(row.name, look.text) for row in rows if row.entries), default=0)
        self.label = label or min(widest + 2, room * (0.34 if dates else 0.42))
        self.x = Scale(*years, left + self.label + 8, right - self.beside - 6)

    def marks(self, top: float) -> Iterator[Mark]:
        look = self.look
        heights = [self.height(row) for row in self.rows]
        self.bottom = top + look.row + sum(heights) + 3
        most = int((self.x.end - self.x.start) / (text_width("0000", look.small) * 1.8))
        for year in year_ticks(self.x.low, self.x.high, most):
            x = self.x(year)
            if x < self.x.start - 1:
                continue
            yield Line([(x, top + look.row), (x, self.bottom)], look.grid, 0.7)
            yield Words(x, top + look.small, str(year), look.small, look.muted, anchor="middle")
        y = top + look.row + 2
        for row, height in zip(self.rows, heights, strict=True):
            yield from self._row(row, y, height)
            y += height
        yield Line([(self.x.start, self.bottom), (self.x.end, self.bottom)], look.muted, 0.8)

    def _lines(self, row: _Row) -> list[str]:
        width = self.label if row.entries else self.right - self.left
        return folded(row.name, width, self.look.text, not row.entries)

    def height(self, row: _Row) -> float:
        """How high a row is: as many lines as its name needs."""
        said = len(folded(self.dates[id(row)], max(self.beside - 6, 20), self.look.small)) if self.dates[id(row)] else 1
        lines = max(len(self._lines(row)), said)
        return self.look.row * lines if lines == 1 else self.look.row * 0.92 * lines + 2

    def _row(self, row: _Row, y: float, height: float) -> Iterator[Mark]:
        look, lines = self.look, self._lines(row)
        first = y + height / 2 - (len(lines) - 1) * look.row * 0.46 + 0.35 * look.text
        for number, line in enumerate(lines):
            yield Words(self.left, first + number * look.row * 0.92, line, look.text, look.ink, bold=not row.entries)
        if not row.entries:
            return
        for entry in row.entries:
            if entry.kind == "event":
                yield from self._moment(entry, y + height / 2)
            else:
                yield self._bar(entry, y + height / 2, row.name)
        if self.dates[id(row)]:
            words = folded(self.dates[id(row)], self.beside - 6, look.small)
            first = y + height / 2 - (len(words) - 1) * look.row * 0.46 + 0.35 * look.small
            for number, line in enumerate(words):
                yield Words(self.x.end + 12, first + number * look.row * 0.92, line, look.small, look.muted)

    def _bar(self, entry: Entry, y: float, name: str) -> Mark:
        begin, over = _begin(entry), _end(entry)
        start = self.x.start if begin is None else self.x(max(begin, self.x.low))
        end = self.x.end if over is None else self.x(min(over, self.x.high))
        return _bar(
            start, max(end, start + 1.5), y, self.look, entry.role,
            open_start=begin is None, open_end=over is None, tooltip=f"{name}: {_ROLES.get(entry.role, entry.role)}"
            f", {_when([entry])}",
        )  # fmt: skip

    def _moment(self, entry: Entry, y: float) -> Iterator[Mark]:
        over = _end(entry)
        begin = _begin(entry)
        start, end = (over if begin is None else begin), (begin if over is None else over)
        assert start is not None and end is not None
        tooltip = f"{_event_name(entry)}: {_when([entry])}"
        colour = _event_colour(self.look)
        yield Line([(self.x(start), y), (self.x(end), y)], colour, 1.6)
        yield _diamond(self.x((start + end) / 2), y, self.look.text * 0.38, colour, tooltip)


def _event_colour(look: Look) -> str:
    return look.colours.kinds["event"][1]


def _diamond(x: float, y: float, radius: float, colour: str, tooltip: str = "") -> Shape:
    return Shape([(x - radius, y), (x, y - radius), (x + radius, y), (x, y + radius)], colour, "", 0, tooltip)


def _bar(
    start: float, end: float, y: float, look: Look, role: str, *,
    open_start: bool = False, open_end: bool = False, tooltip: str = "",
) -> Shape:  # fmt: skip
    """A bar: an end without a date is a point that goes beyond where the dates are."""
    half = look.text * 0.34
    fill, stroke = {
        "associate": look.colours.kinds["body"],
        "observer": ("#FFFFFF", look.colours.kinds["body"][1]),
    }.get(role, (look.main, look.main))
    points = [(start - half, y)] if open_start else []
    points += [(start, y - half), (end, y - half)]
    points += [(end + half * 1.3, y)] if open_end else []
    points += [(end, y + half), (start, y + half)]
    return Shape(points, fill, stroke, 0.9, tooltip)


def _when(entries: Sequence[Entry]) -> str:
    """Dates in words: years of what lasts, the day or days of an event."""
    return ", ".join(dict.fromkeys(shown(_span(entry)) for entry in entries))


def _span(entry: Entry) -> str:
    if entry.kind == "event":
        if entry.end <= entry.start:
            return entry.start
        alike = max(at for at in (0, 5, 8) if entry.start[:at] == entry.end[:at])
        return f"{entry.start}–{entry.end[alike:]}"
    start, end = entry.start[:4], entry.end[:4]
    return start if start == end else f"{start}–{end}"


def _key(entries: Sequence[Entry], look: Look) -> list[tuple[float, Sequence[Mark], str]]:
    """What bars, their ends and diamonds mean: those that occur."""
    found: list[tuple[float, Sequence[Mark], str]] = []
    roles = {entry.role for entry in entries if entry.kind != "event"}
    for role in [*(role for role in _ROLES if role in roles), *sorted(roles - set(_ROLES))]:
        found.append((22, [_bar(0, 22, 0, look, role)], _ROLES.get(role, role or "member")))
    lasting = [entry for entry in entries if entry.kind != "event"]
    some = next(iter(sorted(roles)), "full")
    if any(_end(entry) is None for entry in lasting):
        found.append((25, [_bar(0, 20, 0, look, some, open_end=True)], "no end on record"))
    if any(_begin(entry) is None for entry in lasting):
        found.append((22, [_bar(4, 22, 0, look, some, open_start=True)], "no beginning on record"))
    if any(entry.kind == "event" for entry in entries):
        found.append((8, [_diamond(4, 0, look.text * 0.38, _event_colour(look))], "event"))
    return found


def _notes(entries: Sequence[Entry], rows: Sequence[_Row], kept: Sequence[_Row]) -> Iterator[str]:
    drawn, count = (sum(bool(row.entries) for row in some) for some in (kept, rows))
    if drawn < count:
        yield f"The {drawn} that last longest are drawn, of {count:,}."
    undated: dict[str, None] = {}
    for entry in entries:
        if not _is_dated(entry):
            things = (entry.event, entry.member, entry.body)
            undated[" in ".join(shown(thing.label) for thing in things if thing is not None)] = None
    if undated:
        yield f"No dates are known for {shortened(sorted(undated, key=str.casefold), _NAMED)}."
