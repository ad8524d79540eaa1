"""Whether a clause says that something is so: conditions, questions and reports do not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from .lexicon import PREPOSITIONS
from .stream import Stream
from .verbs import is_verb

__all__ = ["REPORTS", "ground_of"]

REPORTS = frozenset(
    "said says say saying told tells reported reports report claimed claiming announced announces believes"
    " believed believe suggested suggests suggest alleged alleges rumored rumor hinted hints predicted predicts"
    " expects expected hopes hoped thinks thought argued argues insisted insists promised promises warned warns stated"
    " declared declares confirmed confirms denied denies deny noted added adds asserted asserts maintained"
    " maintains speculated speculate feared doubted doubt doubts assumed assume assumes imagined imagine wrote"
    " writes according allegedly reportedly supposedly apparently suspected suspects speculation understood wrongly"
    " falsely purportedly presumably perhaps maybe possibly probably"
    " mistakenly erroneously myth untrue false claimants pretended pretends proposed proposes demanded demands urged"
    " recommended recommends wished wishes wants wanted envisaged envisages supposed".split()
)
_NOUNS_TOO = frozenset(
    "states notes claims claim fears fear rumors rumor reports hopes hope thoughts doubts say think expect argue insist"
    " predict imagine wish dream dreams warn hold maintain pretend guess hint hints impression idea notion belief view"
    " talk suggestion suggestions assumption allegation allegations myth legend story stories prospect chance possibility"
    " likelihood false untrue likely unlikely possible conceivable thinkable".split()
)
"""Words that report only where "that" follows."""
_SUBORDINATING = frozenset("although though while whereas whose where when because since so yet nor".split())
"""What begins a clause of its own: a report in it is none of what stands before."""
_CONDITIONS = frozenset("if whether unless suppose supposing provided lest otherwise".split())
_INVERTED = frozenset("had were should did does do is are was will would could may might can has have".split())
_FACTIVE = frozenset(
    "because since fact noteworthy notable interesting clear known evident true remarkable recall recalled recalls remember given".split()
)
_OBJECTS = frozenset("the with a an its their this".split())
_OF_ITSELF = frozenset("announced declared proposed".split())
_SURE = frozenset("true certain clear known sure correct right proven evident so".split())
_UNTRUE = frozenset("not never no nobody neither hardly untrue false wrong".split())


def ground_of(stream: Stream, start: int, end: int) -> tuple[str, Any]:
    """The basis of what the items from `start` to `end` say, and who says it.

    Returns "stated"; "claimed" with who claims it; or "" where nobody vouches for it.
    """
    items, words = stream.items, stream.words
    sentence = stream.sentence
    if sentence.words[-1].text == "?" or any(w.text == "?" for w in sentence.words[-2:]):
        return "", None
    if stream.quoted(start):
        who = _speaker_anywhere(stream)
        return ("claimed", who) if who is not None else ("", None)
    first = 0
    for at in range(start - 1, -1, -1):
        if (
            words[at] == ";"
            or (words[at] == ":" and not {"that", "according"} & set(words[:at]))
            or (
                at
                and words[at] in ("but", "and")
                and words[at - 1] == ","
                and not (at + 1 == start and is_verb(items[start]))  # its subject stands before
                and not _reports(stream, 0, at)
            )
        ):
            first = at + 1
            break
    left = words[first:start]
    if first and words[first - 1] == ":":
        left = words[:start]  # a condition reaches over a colon
    if _CONDITIONS & set(left) or (words[:1] and start and words[0] in _INVERTED and items[0].capital):
        return "", None
    for at in range(start - 1, first - 1, -1):
        if words[at] == "that" and at == 0:
            continue  # "That leaves …"
        if words[at] == "that" and at and words[at - 1] in PREPOSITIONS:
            continue  # "At that time …"
        opening = words[first:at]
        if words[at] == "that" and opening in (["it", "was"], ["it", "is"], ["it", "was", "not"]):
            if _dates_before(stream, at, untils=opening[-1] == "not"):
                continue  # "It was in 1969 that …", "It was not until 1969 that …"
        if words[at] == "that" and at and words[at - 1] in _SURE and _UNTRUE & set(words[max(first, at - 5) : at]):
            return "", None  # "It is not true that …"
        if words[at] == "that" and at + 1 >= start - 1 and _UNTRUE & set(words[max(first, at - 5) : at]):
            return "", None
        if words[at] == "that" and at + 1 >= start - 1 and not (_FACTIVE & set(words[max(first, at - 3) : at])):
            return _claimed(stream, first, at)
        if words[at] == "added" and at and words[at - 1] in ("was", "were", "been", "being"):
            continue
        if words[at] in REPORTS or (words[at] in _NOUNS_TOO and at + 1 < start and words[at + 1] == "that"):
            between = words[at + 1 : start]
            if words[at] in ("noted", "notes", "added", "stressed") and between[:1] and between[0] in _OBJECTS:
                continue  # "noted the work of …"
            if (
                words[at] == "according"
                or "that" in between
                or not ({",", "and", "but", "which", "who"} & set(between))
            ):
                return _claimed(stream, first, at)
            if words[at] in ("reportedly", "allegedly", "supposedly", "apparently"):
                return "", None
    inside = set(words[start:end])
    lows = {i.low for i in stream.all[stream.origin[start] : stream.origin[end - 1] + 1] if i.kind == "word"}
    if lows & {
        *"reportedly allegedly supposedly apparently perhaps possibly probably presumably purportedly nearly almost".split(),
        *"hardly barely nominally".split(),
    }:
        return "", None
    if inside & _CONDITIONS:
        return "", None
    if _in_name_only(words[end : end + 8]):
        return "", None
    return _right(stream, end) or _inserted(stream, start, end) or ("stated", None)


def _dates_before(stream: Stream, at: int, untils: bool) -> bool:
    """Whether a date stands before an item: one with "until", or one without."""
    between = stream.all[stream.origin[at - 1] + 1 : stream.origin[at]]
    dates = [item.value.how in ("until", "till") for item in between if item.kind == "date"]
    return bool(dates) and all(until == untils for until in dates)


def _in_name_only(after: Sequence[str]) -> bool:
    """Whether what follows takes it back: "in all but name", "only on paper"."""
    row = " ".join(after)
    return any(phrase in row for phrase in ("in all but name", "on paper", "in name", "in spirit"))


def _reports(stream: Stream, first: int, end: int) -> bool:
    return any(word in REPORTS for word in stream.words[first:end]) and "that" in stream.words[first:end]


def _right(stream: Stream, end: int) -> tuple[str, Any] | None:
    """What follows: ", he said", ", according to officials", "if …"."""
    words = stream.words
    for at in range(end, min(len(words), end + 40)):
        if words[at] in (";", ":"):
            return None
        if words[at] in ("if", "unless", "provided"):
            return "", None
        if words[at] in ("and", "but", "which", "who", "whose", "although", "while", "whereas", "because", "where"):
            return None
        if words[at] == "," and at + 1 < len(words):
            rest = words[at + 1 : at + 9]
            if rest[0] == "according":
                return _claimed(stream, at + 1, at + 1, forward=True)
            if rest[0] == "as" and any(word in REPORTS for word in rest):
                return _claimed(stream, at + 1, at + 1, forward=True)
            for n, word in enumerate(rest):
                if word in (",", "and", "but", "which", "who", "that") or word in _SUBORDINATING:
                    break
                if word in REPORTS and not (n + 1 < len(rest) and rest[n + 1] in ("that",)):
                    return _claimed(stream, at + 1, at + 1, forward=True)
    return None


def _inserted(stream: Stream, start: int, end: int) -> tuple[str, Any] | None:
    """A report put in between: "Kenya, officials say, joined"."""
    words = stream.words
    for at in range(start, end):
        if words[at] == ",":
            for n in range(at + 1, min(end, at + 6)):
                if words[n] == ",":
                    break
                if words[n] in REPORTS or words[n] == "according":
                    if words[at + 1] in ("which", "who"):
                        break
                    if n == at + 1 and words[n] in _OF_ITSELF and words[n + 1] in (",", "with", "as"):
                        break  # "AUKUS, announced in 2021, unites …"
                    return _claimed(stream, at, at, forward=True)
    return None


def _claimed(stream: Stream, first: int, at: int, forward: bool = False) -> tuple[str, Any]:
    """Claimed by whom: the name nearest before the verb that reports, or after it."""
    if set(stream.words[first : at + 1]) & _UNTRUE or "denied" in stream.words[first : at + 1]:
        return "", None
    places = range(at, min(len(stream.items), at + 9)) if forward else range(at, first - 1, -1)
    for n in places:
        item = stream.items[n]
        if item.kind in ("state", "body", "capital", "person"):
            if n + 1 < len(stream.items) and stream.words[n + 1] == "'s":
                continue
            if (
                n
                and not forward
                and stream.words[n - 1] in ("of", "in", "from", "to", "against")
                and not (n > 1 and stream.items[n - 2].kind == "office")
            ):
                continue
            return "claimed", item.value
    return "", None


def _speaker_anywhere(stream: Stream) -> Any:
    for n, item in enumerate(stream.items):
        if (
            item.kind == "person"
            and not stream.quoted(n)
            and any(stream.words[m] in REPORTS for m in range(max(0, n - 6), min(len(stream.words), n + 4)))
        ):
            return item.value
    return None
