"""Who took part in an event and who did not, and who has no officers in a body."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..found import Doubt, Found, Place
from ..gazetteer import Named
from ..lexicon import PREPOSITIONS
from ..patterns import fits, load_patterns
from ..slots.officials import Holders
from ..slots.stream import Stream
from .hedges import ground_of

__all__ = ["presences"]


def presences(stream: Stream, event: Named | None, doubts: list[Doubt]) -> Iterator[Found]:
    """The attendances and absences that a sentence tells of; `event` is the one it can mean, if there is just one."""
    best: dict[tuple[int, int], tuple[int, str, dict[str, Any], int, int]] = {}
    for pattern, found, start, end in fits(stream, load_patterns("presence")):
        if "who" not in found or (pattern.section in _MEETING and not _met(stream, found, start, end)):
            continue
        group = found["who"]
        key = (group.start, group.end)
        rank = end - start
        if key not in best or rank > best[key][0]:
            best[key] = rank, pattern.section, found, start, end
    for _, section, found, start, end in best.values():
        basis, who = ground_of(stream, start, end)
        planned = section in _PLANNED
        if planned and not basis and stream.words[:start] in _FORESEEN:
            basis = "stated"
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
        after = all_[last + 1] if last + 1 < len(all_) else None
        if after is not None and after.kind == "date" and after.value.how in ("until", "till"):
            continue  # "Canada stayed away until 1990": from the body, not from what happened
        if event is None:
            doubts.append(Doubt(" ".join(said.split()), "it is not clear which event is meant", stream.sentence))
            continue
        kind = "absence" if section == "absent" else "attendance"
        others = found["other"].members if "other" in found else ()
        for member in (*found["who"].members, *others):
            yield Found(kind, {"who": member, "event": event}, [place], "planned" if planned else basis, who)
        if planned and isinstance(found["who"], Holders):
            for body in found["who"].all_of:
                for state, said_at in stream.memory.members_of(body):
                    data = {"who": state, "event": event, "of_group": True}
                    yield Found(kind, data, [place, said_at], "planned")


def _met(stream: Stream, found: dict[str, Any], start: int, end: int) -> bool:
    """Whether a sentence tells of one event, and names those who met: "the seven members met" may not mean each."""
    if found["who"].how != "named" or stream.memory.event_here() is None:
        return False
    if start and stream.words[start - 1] in PREPOSITIONS:
        return False  # "critics of Ghana met"
    follows = stream.words[end : end + 1]
    return "other" in found or not follows or follows[0] in PREPOSITIONS or not follows[0].isalpha()


_MEETING = frozenset(("met", "will-meet"))
_PLANNED = frozenset(("will-meet", "will-attend"))
_FORESEEN = (["it", "is", "planned", "that"], ["it", "was", "planned", "that"], ["it", "is", "foreseen", "that"])
