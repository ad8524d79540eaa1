"""A timeline on the terminal: bars over years; rows for programs."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from .output import Output, Table, clean

if TYPE_CHECKING:
    from ..graph.timeline import Entry

__all__ = ["write_timeline"]

_BARS = {"full": "█", "associate": "▒", "observer": "░", "event": "◆"}
_PLAIN = {"full": "#", "associate": "=", "observer": "-", "event": "*"}
_LABEL = 27  # characters for the name of a row
_COLUMNS = ("start", "end", "kind", "member", "body", "event", "role", "basis")


def write_timeline(entries: Sequence[Entry], title: str, out: Output) -> None:
    """Write a timeline: as bars for people, as rows for programs."""
    form = out.chosen("table", "json", "jsonl", "csv", "tsv", "markdown")
    if form == "table":
        width = _width()
        out.write("\n".join(_bars(entries, title, width, _signs())) + "\n")
        return
    rows = [[_cell(entry, column) for column in _COLUMNS] for entry in entries]
    if form == "json":
        out.json({"timeline": [dict(zip(_COLUMNS, row, strict=True)) for row in rows]})
    else:
        out.rows(Table(dict(zip(_COLUMNS, _COLUMNS, strict=True)), rows, title))


def _cell(entry: Entry, column: str) -> str:
    value = getattr(entry, column)
    return value if isinstance(value, str) else "" if value is None else str(value.id)


def _width() -> int:
    import shutil

    return max(40, min(shutil.get_terminal_size((80, 24)).columns, 200))


def _signs() -> dict[str, str]:
    try:
        "█▒░◆".encode(sys.stdout.encoding or "utf-8")
    except UnicodeEncodeError:
        return _PLAIN
    return _BARS


def _bars(entries: Sequence[Entry], title: str, width: int, signs: dict[str, str]) -> list[str]:
    dated = [entry for entry in entries if entry.start or entry.end]
    lines = [clean(title)]
    if dated:
        years = [int(date[:4]) for entry in dated for date in (entry.start, entry.end) if date]
        first, last = min(years), max(years)
        room = width - _LABEL - 14
        lines.append(_axis(first, last, room))
        lines += [_bar(entry, _name(entry, entries), first, last, room, signs) for entry in dated]
        lines += _folded(_legend(dated, signs), width)
    undated = sorted({_name(entry, entries) for entry in entries if not (entry.start or entry.end)})
    if undated:
        lines += _folded("No dates are given for: " + ", ".join(undated) + ".", width)
    return lines if entries else [*lines, "Nothing, as far as this graph tells."]


def _axis(first: int, last: int, room: int) -> str:
    """The years under which the bars stand, as many as there is room for."""
    line = [" "] * (room + 5)
    step = next((s for s in (1, 2, 5, 10, 20, 25, 50, 100, 200) if (last - first + 1) / s * 6 <= room), 500)
    for year in range(-(-first // step) * step, last + 1, step):
        at = _place(year, first, last, room)
        line[at : at + 4] = str(year)
    return " " * (_LABEL + 1) + "".join(line).rstrip()


def _place(year: int, first: int, last: int, room: int) -> int:
    return (year - first) * (room - 1) // max(1, last - first)


def _bar(entry: Entry, name: str, first: int, last: int, room: int, signs: dict[str, str]) -> str:
    start, end = (int(date[:4]) if date else None for date in (entry.start, entry.end))
    if entry.kind == "event":
        end = end or start
    left, right = _place(start or first, first, last, room), _place(end or last, first, last, room)
    sign = signs.get(entry.role or entry.kind, signs["full"])
    open_end = "→" if entry.kind != "event" and end is None and signs is _BARS else " "
    bar = " " * left + sign * (right - left + 1)
    when = entry.start if entry.kind == "event" and not entry.end else f"{entry.start[:4]}–{entry.end[:4]}"
    return f"{_short(name):{_LABEL}} {bar + open_end:{room + 1}} {clean(when)}".rstrip()


def _short(name: str) -> str:
    name = clean(name)
    return name if len(name) <= _LABEL else f"{name[: _LABEL - 1]}…"


def _name(entry: Entry, entries: Sequence[Entry]) -> str:
    """What a row is called: the event, or the member and body, of which one that all rows share goes without saying."""
    if entry.event is not None:
        return entry.event.label
    assert entry.member is not None and entry.body is not None
    if len({one.body.iri for one in entries if one.body}) == 1:
        return entry.member.short
    if len({one.member.iri for one in entries if one.member}) == 1:
        return entry.body.short
    return f"{entry.member.short} · {entry.body.short}"


def _legend(entries: Sequence[Entry], signs: dict[str, str]) -> str:
    seen = dict.fromkeys(entry.role or entry.kind for entry in entries)
    words = {"full": "full member"}
    told = [f"{signs[one]} {words.get(one, one)}" for one in signs if one in seen]
    return "   ".join([*told, "→ goes on"] if any(e.role and not e.end for e in entries) else told)


def _folded(text: str, width: int) -> list[str]:
    import textwrap

    return textwrap.wrap(clean(text), width)
