"""Who took part in an event and who did not, and who has no officers in a body."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .found import Doubt, Found, Place
from .gazetteer import Named
from .hedges import ground_of
from .patterns import fits, load_patterns
from .stream import Stream

__all__ = ["presences"]


def presences(stream: Stream, event: Named | None, doubts: list[Doubt]) -> Iterator[Found]:
    """The attendances and absences that a sentence tells of; `event` is the one it can mean, if there is just one."""
    best: dict[tuple[int, int], tuple[int, str, dict[str, Any], int, int]] = {}
    for pattern, found, start, end in fits(stream, load_patterns("presence")):
        if "who" not in found:
            continue
        group = found["who"]
        key = (group.start, group.end)
        rank = end - start
        if key not in best or rank > best[key][0]:
            best[key] = rank, pattern.section, found, start, end
    for _, section, found, start, end in best.values():
        basis, who = ground_of(stream, start, end)
        words, all_ = stream.sentence.words, stream.all
        first, last = stream.origin[start], stream.origin[end - 1]
        place = Place(stream.sentence, words[all_[first].start].start, words[all_[last].end - 1].end)
        said = stream.sentence.said(place.start, place.end)
        if not basis:
            continue
        if section == "not-represented":
            for body in found.get("body") or stream.bodies_here():
                for member in found["who"].members:
                    yield Found("non-representation", {"member": member, "body": body}, [place], basis, who)
            continue
        if (
            section == "absent"
            and stream.words[start] in ("except", "without", "with", "apart", "save", "in")
            and not event
        ):
            continue
        if stream.words[end : end + 1] == ["in"] and "not" in stream.words[start:end]:
            continue  # "not represented in the body" is no absence
        if event is None:
            doubts.append(Doubt(" ".join(said.split()), "it is not clear which event is meant", stream.sentence))
            continue
        kind = "attendance" if section == "attended" else "absence"
        for member in found["who"].members:
            yield Found(kind, {"who": member, "event": event}, [place], basis, who)
