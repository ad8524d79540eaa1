"""Which body is meant where a sentence says who belongs to one, or who left it, without naming it there."""

from __future__ import annotations

from collections.abc import Sequence

from ..gazetteer import Named
from ..lexicon import MEETINGS
from ..slots.stream import Stream
from .matching import Match

__all__ = ["AGAIN", "meant"]

AGAIN = frozenset("readmitted re-admitted rejoined re-joined returned return rejoin reinstated restored back".split())
"""Words by which somebody comes back to what it was in before."""


def meant(stream: Stream, match: Match) -> Named | None:
    """The body that is meant where the pattern has none: one that this sentence names before, else by the context."""
    going_on = stream.memory.relation
    if (
        match.section == "joined"
        and _BACK & set(stream.words[match.start : match.end])
        and _left_a_part(stream.words[: match.start + 1])
    ):
        return None  # "left its military command and came back": it was in the body all the time
    back = match.section == "reinstated" or (
        match.section == "joined" and AGAIN & set(stream.words[match.start : match.end])
    )
    if back and not stream.bodies_before(match.start) and (left := stream.memory.left_by(match.group.members)):
        return left  # "Rwanda withdrew from ECCAS for the EAC. It was readmitted."
    if (
        going_on is not None
        and going_on[0] == match.section
        and match.section in ("left", "denied")
        and not stream.bodies_before(match.start)
    ):
        return going_on[1]  # "Denmark left EFTA to enter the EC. Portugal left in 1985."
    if going_on is not None and going_on[0] == match.section == "denied" and "nor" in match.has:
        return going_on[1]
    if stream.before is not None and stream.before.kind == "body":
        outer: Named = stream.before.value  # "the SADC (members: Angola, …)"
        return outer
    named = [(n, i.value) for n, i in enumerate(stream.items[: match.end]) if i.kind in ("body", "acronym")]
    if match.section == "left" and match.group.start > match.verb:
        entered = stream.memory.by_the_way  # "They left on joining the EU: Poland in 2004, …"
        named = [(n, value) for n, value in named if value.id not in entered]
    apart = stream.memory.singled_out
    if apart:
        other = stream.memory.only_body(
            here=()
        )  # "Of the five members of the EAC, Kenya left": of the EAC, if no other
        named = [
            (n, value) for n, value in named if value.id not in apart or (other is None and match.section == "left")
        ]
    named = [(n, value) for n, value in named if not _set_apart(stream, n)]
    inserted = {value.id for n, value in named if _belongs_by_the_way(stream, match, n)}
    different = list(dict.fromkeys(value for _, value in named if value.id not in inserted))
    if inserted and not different:
        body = stream.memory.only_body(here=())
        if body is not None and len(inserted) > 1 and _only_dealt_with(stream, body, named):
            return body
        if body is not None and (
            body.id not in inserted or not _BELONGS & set(stream.words[match.group.end : match.verb])
        ):
            return body
        if match.section != "joined" or len(inserted) > 1:
            return None
        different = list(
            dict.fromkeys(value for _, value in named)
        )  # "Croatia, the EU's newest member, joined in 2013"
    if match.start > 1 and stream.words[match.start - 1] == ":" and stream.items[match.start - 2].kind == "body":
        last: Named = stream.items[match.start - 2].value  # "… and in NATO: Poland was admitted in 1999"
        return last
    if len(different) == 1:
        only: Named = different[0]
        return only
    if different:
        return None
    return stream.memory.only_body(here=()) or _met_beside(stream, match)


def _met_beside(stream: Stream, match: Match) -> Named | None:
    """The body whose meeting is told of right after: "Nauru, though not a member, attended the PIF summit"."""
    after = [n for n, item in enumerate(stream.items) if item.kind == "body" and n >= match.end]
    if len(after) != 1 or stream.words[match.end - 1] != ",":
        return None
    body: Named = stream.items[after[0]].value
    return body if MEETINGS & set(stream.words[match.end : after[0] + 2]) else None


_BACK = AGAIN | {"came", "come", "went"}


def _left_a_part(before: Sequence[str]) -> bool:
    """Whether it was told before that somebody left a part of a body only: "left its military command"."""
    lefts = [n for n, word in enumerate(before[:-1]) if word in ("left", "quit", "from") and before[n + 1] == "its"]
    return bool(lefts) and before[lefts[-1] + 2 : lefts[-1] + 3] != ["ranks"]


def _set_apart(stream: Stream, at: int) -> bool:
    """Whether a body is one that something is not limited to: "Membership of the bank is not limited to the AU"."""
    before = at - 2 if stream.words[at - 1] == "the" else at - 1
    return before > 0 and stream.words[before] == "to" and stream.words[before - 1] in _LIMITED


_LIMITED = frozenset("limited confined restricted open closed reserved".split())
_BELONGS = frozenset("member members in of part belongs belong party parties signatory inside within".split())


def _belongs_by_the_way(stream: Stream, match: Match, at: int) -> bool:
    """Whether a body is one that states are said to be in by the way: "Malta, an EU member, never joined"."""
    inside = stream.words[match.group.end : at]
    partners = bool({"partner", "partners", "fellow", "fellows"} & set(inside))  # "its partners in the AES, walked out"
    return (
        (partners or match.section in ("denied", "joined", "observer", "associate"))
        and match.group.end < at < match.verb
        and inside[:1] == [","]
        and not {"not", "outside", "never", "left"} & set(inside)
        and not ({"which", "who"} & set(inside) and _moves(inside))
        and not (_NEAR & set(inside) and match.section == "denied")
    )


def _only_dealt_with(stream: Stream, body: Named, named: Sequence[tuple[int, Named]]) -> bool:
    """Whether a body is one that others deal with in what is put in: "Russia, which works with OPEC in OPEC+, is no"."""
    before = [n - 1 if stream.words[n - 1] != "the" else n - 2 for n, value in named if value == body]
    return bool(before) and all(stream.words[n] in ("with", "against", "from", "by", "for") for n in before)


def _moves(inside: Sequence[str]) -> bool:
    """Whether what "which" tells is what came of somebody and a body, so that it goes on about this body."""
    return any(word.endswith("ed") and word not in ("based", "allied") for word in inside) or bool(_CAME & set(inside))


_CAME = frozenset("left quit withdrew sought wants want hopes belongs belong is are was were has have".split())
_NEAR = frozenset("observer observers associate associates candidate candidates applicant applicants".split())
"""What somebody is to the body that it is then said to be no member of: "Chad, an observer in the AU, is no member"."""
