"""Whether the words around a pattern make what it says something else than a fact."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ..lexicon import MODALS
from ..patterns import Pattern
from ..slots.row import Group
from ..slots.stream import Stream
from ..verbs import is_verb

__all__ = ["FULL", "unreal"]

FULL = frozenset(("member", "member-same", "joined", "founded", "announced"))
"""The sections that say that somebody is a member."""
_UNREAL = frozenset(
    "would could might may will shall should can must ought to not never n't didn't don't doesn't won't wouldn't cannot"
    " nor neither hardly nearly almost without instead than".split()
)
_ACTS = frozenset(
    "condemnation condemnations statement statements appeal appeals call calls protest protests boycott effort efforts"
    " campaign vote votes support war mission operation operations exercise exercises criticism demand demands action"
    " sanctions attack fight struggle declaration talks".split()
)
_KEPT = frozenset("member members founders founder number signatories states ranks participants parties".split())


def unreal(stream: Stream, pattern: Pattern, found: dict[str, Any], start: int, end: int) -> bool:
    """Whether the words around a pattern make it something else than a fact.

    "would have brought Chad into NATO"; "After joining the EU, Chad will …"; "joined the EU in condemning";
    "counts Chad among its partners".
    """
    words = stream.words
    if _goes_on_of_which(stream, found.get("members"), end):
        return True
    if pattern.section in FULL and _does_something_else(stream, found.get("members") or found.get("listed"), start):
        return True
    if "kept" in found and MODALS & set(words[max(0, start - 3) : start]):
        return True  # "would have kept Ireland out of NATO"
    if "added" in found and _NEARBY & set(words[start:end]):
        return True  # "To these twelve partners Greece was added"
    group: Group | None = found.get("members") or found.get("listed")
    if pattern.section in FULL and group is not None and words[group.end : group.end + 1] == ["having"]:
        return group.end >= end  # "counts 43 members, Syria having suspended its membership"
    if pattern.section in FULL and _of_none(stream, found.get("members")):
        return True
    if pattern.section in FULL and any(tuple(words[n : n + 2]) in _ONLY_THOUGHT_OF for n in range(start, end)):
        return True  # "comprises three states on a waiting list: …"
    if pattern.section in FULL and group is not None and _imagined(words, group):
        return True
    without_subject = "after" not in found
    before = set(words[max(0, start - 3) : start]) - {"to"} | set(words[max(0, start - 1) : start])
    if without_subject and _UNREAL & before and pattern.section != "denied":
        return True
    if without_subject and pattern.section in FULL and MODALS & _clause_before(words, start):
        return True  # "The EU will have three more members: Serbia, …"
    if words[end - 1] in ("followed", "joined", "succeeded") and words[end : end + 1] == ["by"]:
        return True  # somebody else did
    if "clause" in found and MODALS & set(words[end : end + 12]):
        return True
    if "upon" in found and MODALS & set(words[end : end + 16]):
        return True
    if "signed" in words[start:end] and _unratified(words[end : end + 12]):
        return True
    if "dated" in found and "beside" not in found:
        return not _happened(words[end : end + 8])
    to_whom = set(words[:start])
    if words[end - 1] == "added" and "to" in to_whom and not to_whom & {"original", "founding", "first", "members"}:
        return True  # "To NATO's partners, Russia was added"
    after = words[end : end + 6]
    if not after:
        return False
    if pattern.section in FULL and pattern.opening == "members" and after[0] == "as" and _LESSER & set(after[1:4]):
        return True  # "sit in the council as guests"
    if pattern.section == "denied-same" and after[0] == "there":
        return True  # "Sudan was not there either"
    if pattern.section == "denied" and after[0] in ("until", "till", "before", "unless"):
        return True  # "did not join until after it had changed"
    if pattern.section == "denied" and _not_of_that_kind(words[start:end]):
        return True  # "is not a founding member" of what it may be in
    if pattern.section == "denied" and {"was", "were", "wasn't", "weren't"} & set(words[start:end]):
        if after[0] in ("when", "while") or after[:3] == ["at", "that", "time"]:
            return True  # "was not a member when it was asked"
    if _ACCEPTED & set(words[start:end]) and _not_done(after):
        return True  # "has been accepted but has not yet completed the formalities"
    if pattern.section == "joined" and after[:2] in (["as", "one"], ["as", "such"]):
        return True  # "Kenya was accepted as one": an observer, or whatever was told of before
    if pattern.section == "joined" and after[0] == "in":
        following = [word for word in after[1:4] if word not in ("the", "a", "an", "its", "their", "joint", "strong")]
        if following and (following[0].endswith("ing") or following[0] in _ACTS):
            return True
    if pattern.opening == "body" and after[0] == "in" and after[1:2] in (["its"], ["their"]):
        return not _KEPT & set(after)  # "The EU included Kenya in its program"
    if pattern.section == "founded" and "with" in words[start:end] and after[0] in ("as", "in", "for", "at", "on"):
        return True  # "formed NATO with Chad in mind"
    if pattern.section == "member" and pattern.opening == "body" and _otherwise_than_as_members(after):
        return True
    if after[0] in ("among", "amongst") and len(after) > 1 and after[1] in ("its", "their", "the"):
        return not _KEPT & set(after)
    if after[0] == "as" and found.get("body") is not None and pattern.opening == "body":
        return after[:2] != ["as", "well"] and not _KEPT & set(after)
    return False


def _does_something_else(stream: Stream, group: Group | None, start: int) -> bool:
    """Whether states behind a colon begin a clause of their own: "Only Chad belongs to it: Mali withdrew"."""
    if group is None or group.how != "named" or group.start <= start or group.end >= len(stream.items):
        return False
    words, end = stream.words, group.end
    if words[end + 1 : end + 2] == ["among"]:
        return False  # "Ten joined: Malta and Cyprus were among them"
    colon = group.start - 2 if words[group.start - 1] == "the" else group.start - 1
    return words[colon] == ":" and is_verb(stream.items[end])


def _imagined(words: Sequence[str], group: Group) -> bool:
    """Whether a state is one that is only thought of: "A Turkey that belongs to the EU would …"."""
    that = next((n for n in (group.start, group.end) if words[n : n + 1] == ["that"]), 0)
    return that > 1 and words[that - 2] == "a" and words[that - 1] == "<state>"


_LESSER = frozenset("guest guests visitor visitors partner partners onlooker onlookers invitee invitees".split())
_NEARBY = frozenset("partners candidates observers associates applicants guests".split())
_ONLY_THOUGHT_OF = frozenset((("waiting", "list"), ("in", "mind"), ("in", "view"), ("in", "prospect"), ("in", "sight")))


def _not_of_that_kind(said: Sequence[str]) -> bool:
    """Whether only a kind of membership is denied: "not a founding member", "not a permanent member"."""
    nouns = [n for n, word in enumerate(said) if word in ("member", "members")]
    return any(n > 1 and said[n - 1] in _RESTRICTING and {"not", "never"} & set(said[:n]) for n in nouns)


_RESTRICTING = frozenset(
    "founding original founder charter permanent first oldest newest youngest poorest largest smallest active key core"
    " leading only ordinary easy loyal enthusiastic equal typical new".split()
)


def _of_none(stream: Stream, group: Group | None) -> bool:
    """Whether states only tell which ones are meant of whom it is not said: "Not all Nordic states — Norway, …, are"."""
    if group is None or group.how != "named" or group.start < 2 or stream.words[group.start - 1] not in (",", ":"):
        return False
    before = stream.words[: group.start - 1]
    clause = before[max((n + 1 for n, word in enumerate(before) if word in (";", ":", ",")), default=0) :]
    none = clause[:2] == ["not", "all"] or bool({"none", "no", "few", "neither"} & set(clause[:1]))
    return none and not any(is_verb(item) for item in stream.items[: group.start])


def _clause_before(words: Sequence[str], start: int) -> set[str]:
    """The words of the same clause before an item, as far as no sign parts them."""
    first = start
    while first > 0 and words[first - 1] not in (",", ";", ":", "that", "and", "but"):
        first -= 1
    return set(words[first:start])


_LISTS = frozenset(
    "list lists register registers report reports programme program programmes plan plans map budget study survey category"
    " categories statement resolution sanctions invitation itinerary calculations estimates figures comparison".split()
)
_TALKS = frozenset("talks negotiations consultations discussions meetings meeting summit dialogue lunch dinner".split())


def _otherwise_than_as_members(after: Sequence[str]) -> bool:
    """Whether a body unites or includes states in something else than itself: "includes Russia on its list"."""
    link, noun = after[0], next((word for word in after[1:] if word not in ("the", "a", "an")), "")
    if link == "with":
        return not noun.startswith("<")
    if link == "to":
        return after[1:2] in (["its"], ["their"], ["the"])
    if link in ("in", "into", "for", "at", "within"):
        return bool((_LISTS | _TALKS) & set(after))
    return link in ("on", "by", "behind", "around", "against")


_ACCEPTED = frozenset("accepted admitted approved received welcomed".split())


def _not_done(after: Sequence[str]) -> bool:
    """Whether what follows says that an acceptance was not the end of it."""
    start = 1 if after[0] == "," else 0
    goes_on = after[start : start + 1] in (["but"], ["though"], ["although"], ["subject"], ["pending"])
    return goes_on and bool(set(after) & {"not", "yet", "never", "subject", "pending", "hasn't", "haven't"})


def _goes_on_of_which(stream: Stream, group: Group | None, end: int) -> bool:
    """Whether states stand in a clause of their own: "members of OPEC, of which Oman has never been a part"."""
    if group is None or group.end != end or end >= len(stream.items):
        return False
    return stream.words[max(0, group.start - 2) : group.start] == ["of", "which"] and is_verb(stream.items[end])


def _unratified(after: Sequence[str]) -> bool:
    """Whether what follows says that a signature was not enough: "… but has not ratified it"."""
    at = next((n for n, word in enumerate(after) if word.startswith("ratif")), None)
    return at is not None and bool(
        {"not", "never", "without", "yet", "n't", "didn't", "hasn't", "haven't", "await"} & set(after[:at])
    )


def _happened(after: Sequence[str]) -> bool:
    """Whether what is said of an accession with a date shows that it took place: "… closed a chapter"."""
    if after[:1] == ["and"] and after[1:2] in (["of"], ["<state>"]):
        after = [
            word for word in after if word not in ("and", "of", "the", "<state>")
        ]  # "… and of Rwanda in 2009 showed"
    if after[:1] == [","] and "," in after[1:] and after[1:2] in (["at"], ["in"], ["after"], ["together"], ["along"]):
        after = after[after.index(",", 1) + 1 :]  # "…, at the summit in Dili, was controversial"
    if not after or not after[0][:1].isalpha():
        return not after or after[0] == "."
    if after[0] in ("was", "were"):
        return after[1:2] != [] and after[1] in _SHOWN
    if after[0] in ("has", "have", "had"):
        return after[1:2] != [] and after[1] not in ("been", *_FAILED)
    return (after[0].endswith("ed") and after[0] not in _FAILED) or after[0] in _DONE


_SHOWN = frozenset(
    "a an the followed marked celebrated completed preceded one hailed greeted controversial historic smooth swift uncontroversial".split()
)
_DONE = frozenset(
    "brought made took came led meant gave left put began drew cut set grew became broke sent went".split()
)
_FAILED = frozenset(
    "failed collapsed seemed appeared looked remained depended required needed stalled faced lapsed never not hinged"
    " rested posed raised promised threatened proved divided worried concerned interested called".split()
)
