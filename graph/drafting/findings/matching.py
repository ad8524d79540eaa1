"""Every pattern of memberships that fits a sentence, and of those about the same states the one that says most."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ..gazetteer import Named
from ..lexicon import NOT_FULL, NOT_YET, PARTNERS
from ..patterns import Pattern, fits, load_patterns
from ..slots.row import Group
from ..slots.stream import Stream
from .unreal import FULL, unreal

__all__ = ["Match", "allied", "matches"]

_NOBODY = Group((), (), "named", 0, 0)
_PRIORITY = (
    "denied denied-same reinstated announced suspended former left planned-leaving wished planned observer associate joined joined-same left-same followed same more founded member member-same signed"
).split()


@dataclass(frozen=True, slots=True)
class Match:
    """A pattern that fits: its section, who, which bodies (none where the context says), and from where to where."""

    section: str
    has: frozenset[str]
    """What its slots and marks are called."""
    group: Group
    bodies: tuple[Named, ...]
    start: int
    end: int
    verb: int = 0


def matches(stream: Stream) -> list[Match]:
    """Every pattern that fits somewhere in a sentence, the longest of each kind at each place."""
    found: dict[tuple[str, int, int, frozenset[str]], Match] = {}
    for pattern, more, start, end in fits(stream, load_patterns()):
        match = _match(stream, pattern, more, start, end)
        if match is None:
            continue
        key = (match.section, match.group.start, match.group.end, frozenset(body.id for body in match.bodies))
        old = found.get(key)
        if old is None or end > old.end:
            found[key] = match
    named = {key[:3] for key in found if key[3]}
    return _best([match for key, match in found.items() if key[3] or key[:3] not in named])


def _match(stream: Stream, pattern: Pattern, found: dict[str, Any], start: int, end: int) -> Match | None:
    group = _first_of(_WHO, found)
    if group is None and pattern.section == "announced":
        group = _NOBODY  # it tells only how many members there are
    bodies = _first_of(_IN_WHAT, found) or ()
    if group is None or found.get("count", len(group.members)) != len(group.members):
        return None
    if "signed" in found and any(_ORGANS & {word.lower() for word in body.label.split()} for body in bodies):
        return None  # "It created the European External Action Service": an organ of another body
    if "new_body" in found and len(group.members) < 2:
        return None  # one state alone announces what others do
    if not pattern.open and not stream.closes(end, not bodies and not _ends_in_group(group, end)):
        return None
    if unreal(stream, pattern, found, start, end):
        return None
    if pattern.section != "former" and _of_later(stream.words, start, group):
        return None
    if pattern.section in FULL and group.end == end and stream.words[end : end + 1] in (["not"], ["never"]):
        return None  # "NATO has 32 members, Ireland not among them"
    if pattern.section in FULL and _not_full(stream.words, start, end, bodies):
        return None
    return Match(pattern.section, frozenset(found), group, bodies, start, end, found.get("after", start))


def _of_later(words: Sequence[str], start: int, group: Group) -> bool:
    """Whether those of whom it is said are no members yet, or none any more: "possible new members are Chad and …"."""
    before = words[max(0, start - 2) : start]
    if before[-1:] and before[-1] in NOT_YET:
        return True
    adjective = before[-1:] in (["new"], ["full"], ["further"], ["additional"])
    inside = words[start : group.start] if group.start > start else []
    noun = next((n for n, word in enumerate(inside) if word in _MEMBERS), 0)
    return (adjective and before[0] in NOT_YET) or bool(_TO_COME & set(inside[:noun]))


_TO_COME = NOT_YET - frozenset("former ex ex- non non- erstwhile onetime one-time suspended".split())
_ORGANS = frozenset(
    "service agency court commission committee secretariat parliament tribunal authority office zone council fund bank".split()
)
_WHO = (
    "members listed gapped signed possessed neither relative carried onward owner them one whose_country announced before"
).split()
"""The slots that find states, those first that name them in so many words."""
_IN_WHAT = "body its new_body neither_body sized_body instrument pact anybody".split()
"""The slots that find bodies, "anybody" last: it is a body that is told of beside another."""


def _first_of(slots: Sequence[str], found: dict[str, Any]) -> Any:
    """What the first of some slots found that found anything."""
    return next((found[slot] for slot in slots if found.get(slot)), None)


_MEMBERS = frozenset("member members state states country countries".split())
_PACTS = frozenset("treaty pact alliance defense security".split())


def _not_full(words: Sequence[str], start: int, end: int, bodies: Sequence[Named]) -> bool:
    """Whether words say that somebody is no full member: "associate members", "BRICS partner state", "an EU ally"."""
    for at in range(max(start - 1, 0), end - 1):
        if words[at] in NOT_FULL and words[at + 1] in _MEMBERS:
            partner = words[at] == "partner" and any(body.abbreviation in PARTNERS for body in bodies)
            if not partner:
                return True
    if {"ally", "allies"} & set(words[start:end]):
        return not allied(bodies)
    return False


def allied(bodies: Sequence[Named]) -> bool:
    """Whether bodies are such that their members are called allies."""
    return all(_PACTS & {word.lower() for word in body.label.split()} for body in bodies)


def _ends_in_group(group: Group, end: int) -> bool:
    return group.end == end and group.how == "named"


def _best(found: list[Match]) -> list[Match]:
    """Of matches about the same states at the same words, the one that says most."""
    kept: list[Match] = []
    for match in sorted(found, key=lambda m: (_PRIORITY.index(m.section), -(m.end - m.start))):
        rivals = [
            other
            for other in kept
            if other.group.members == match.group.members
            and set(match.bodies) <= set(other.bodies)
            and other.start <= match.start < other.end
            and other.end > match.group.end
            and (
                match.end <= other.end
                or (match.section in ("member", "joined") and other.section in ("observer", "associate", "denied"))
            )
            and not (other.section == "founded" and match.section == "founded")
            and not (other.section == "denied-same" and match.start > other.start)  # what is told by the way
            and not (match.section in ("observer", "associate") and "instead" in other.has)
        ]
        if not rivals:
            kept.append(match)
    return sorted(kept, key=lambda m: (m.start, m.end))
