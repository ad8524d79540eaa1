"""Whether a clause says that something is so: conditions, questions and reports do not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ..lexicon import MODALS, PREPOSITIONS, STATE_NOUNS
from ..slots.stream import Stream
from ..verbs import is_verb

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
    "because since fact noteworthy notable interesting clear known evident true remarkable recall recalled recalls remember given"
    " recalling noting considering aware mindful acknowledging recognizing reaffirming observing conscious".split()
)
_OBJECTS = frozenset("the with a an its their this".split())
_BE = frozenset("is are was were has have had".split())
_OF_ITSELF = frozenset("announced declared proposed".split())
_SURE = frozenset("true certain clear known sure correct right proven evident so".split())
_UNTRUE = frozenset("not never no nobody neither hardly untrue false wrong".split())


def ground_of(stream: Stream, start: int, end: int) -> tuple[str, Any]:
    """The basis of what the items from `start` to `end` say, and who says it.

    Returns "stated"; "claimed" with who claims it; or "" where nobody vouches for it.
    """
    for doubted in (_asked, _quoted, _conditional, _awaited, _reported, _hedged, _right, _inserted):
        if (ground := doubted(stream, start, end)) is not None:
            return ground
    return "stated", None


Ground = tuple[str, Any] | None
"""What one test finds: None where it has nothing against that something is stated."""


def _asked(stream: Stream, start: int, end: int) -> Ground:
    """A question."""
    return ("", None) if any(word.text == "?" for word in stream.sentence.words[-2:]) else None


def _quoted(stream: Stream, start: int, end: int) -> Ground:
    """What somebody says in a quotation."""
    if not stream.quoted(start):
        return None
    who = _speaker_anywhere(stream)
    return ("claimed", who) if who is not None else ("", None)


def _conditional(stream: Stream, start: int, end: int) -> Ground:
    """ "If Chad joined", "Had Chad joined"."""
    items, words, first = stream.items, stream.words, _clause_begin(stream, start)
    left = words[:start] if first and words[first - 1] == ":" else words[first:start]  # it reaches over a colon
    inverted = words[:1] and start and words[0] in _INVERTED and items[0].capital
    return ("", None) if _CONDITIONS & {*left, *words[start:end]} or inverted else None


def _awaited(stream: Stream, start: int, end: int) -> Ground:
    """What is still to come: "Once Chad is a member", "By the time Chad has joined"."""
    before = [item.low for item in stream.all[: stream.origin[start]]]
    if before[-1:] == ["the"]:
        before.pop()
    awaited = before[-1:] and before[-1] in _AWAITING
    awaited = awaited or tuple(before[-2:]) in _AT_WHICH
    return ("", None) if awaited and _PRESENT & set(stream.words[start:end]) else None


_AT_WHICH = frozenset((("the", "day"), ("the", "time"), ("the", "moment"), ("soon", "as")))
_AWAITING = frozenset("once when until till before".split())
_PRESENT = frozenset("is are has have belongs belong joins join becomes become enters enter sits sit".split())


def _clause_begin(stream: Stream, start: int) -> int:
    """Where the clause begins in which something is said: what stands before does not bear on it."""
    items, words = stream.items, stream.words
    for at in range(start - 1, -1, -1):
        joined = (
            at
            and words[at] in ("but", "and")
            and words[at - 1] == ","
            and not (at + 1 == start and is_verb(items[start]))  # its subject stands before
            and words[at + 1] != "that"  # "recalled that …, and that …"
            and (not _reports(stream, 0, at) or _no_more_of_it(words, at, start))
        )
        if words[at] == ";" or (words[at] == ":" and not {"that", "according"} & set(words[:at])) or joined:
            return at + 1
    return 0


def _no_more_of_it(words: Sequence[str], joint: int, start: int) -> bool:
    """Whether a clause is none of what was announced: "said that they would leave, and in 2025 their exit took effect"."""
    coming = bool(MODALS & set(words[:joint])) or any(
        words[n] in ("was", "were", "is", "are") and words[n + 1].endswith("ing") for n in range(joint - 1)
    )  # "said that it was leaving, and its departure took effect"
    if words[joint] == "but" and {"is", "are", "has", "have"} & set(words[start : start + 5]):
        return (
            bool(_TOLD & set(words[:joint])) and "that" not in words[joint:start]
        )  # "hinted that …, but Chad is no member"
    return coming and "that" not in words[joint:start] and words[start] in ("its", "their")


_TOLD = frozenset("said claimed hinted told reported suggested argued believed hoped denied stated announced".split())


def _reported(stream: Stream, start: int, end: int) -> Ground:
    """A report before it: "It was said that", "According to officials"."""
    words, first = stream.words, _clause_begin(stream, start)
    for at in range(start - 1, first - 1, -1):
        if words[at] == "that" and at:
            counted = words[at - 1] in STATE_NOUNS | {"those"} or stream.items[at - 1].kind == "number"
            if counted and is_verb(stream.items[at + 1]):
                continue  # "those states that are parties to it", "the six that founded it"
            if (ground := _after_that(stream, first, at, start)) is not None:
                return None if ground == _VOUCHED else ground
        elif words[at] in REPORTS or (words[at] in _NOUNS_TOO and at + 1 < start and words[at + 1] == "that"):
            if words[at] == "states" and at + 2 < len(words) and is_verb(stream.items[at + 2]):
                continue
            if (ground := _after_report(stream, first, at, start)) is not None:
                return ground
    return None


_VOUCHED = ("stated", None)


def _after_that(stream: Stream, first: int, at: int, start: int) -> Ground:
    """What "that" at an item makes of what follows it; None where it is not that of a report."""
    words = stream.words
    if words[at - 1] in PREPOSITIONS or words[at - 1] == "so":
        return None  # "At that time …", "so that it is not a member"
    opening = words[first:at]
    if opening in (["it", "was"], ["it", "is"], ["it", "was", "not"]):
        if _dates_before(stream, at, untils=opening[-1] == "not"):
            return None  # "It was in 1969 that …", "It was not until 1969 that …"
    if _beyond_doubt(opening):
        return _VOUCHED
    if words[at - 1] in ("and", "but") and "that" in words[first : at - 1]:  # "recalled that …, and that …"
        earlier = max(n for n in range(first, at - 1) if words[n] == "that")
        return _after_that(stream, first, earlier, earlier + 1) if earlier > first else None
    denied = bool(_UNTRUE & set(words[max(first, at - 5) : at]))
    if words[at - 1] in _SURE and denied:
        return "", None  # "It is not true that …"
    if at + 1 < start - 1:
        return None
    if denied:
        return "", None
    return None if _FACTIVE & set(words[max(first, at - 3) : at]) else _claimed(stream, first, at)


def _beyond_doubt(opening: Sequence[str]) -> bool:
    """Whether the words before "that" leave no doubt: "Nobody disputes", "There is no question"."""
    if " ".join(opening) in _CERTAIN:
        return True
    if not opening or opening[-1] not in _DOUBTING:
        return False
    before = list(opening[:-1])
    return before in _NOBODY or (
        before[:2] in (["there", "is"], ["there", "was"]) and before[2:] in (["no"], ["little"])
    )


_CERTAIN = (
    *("it is certain", "it is true", "it is sure", "it is undisputed", "it is safe to say", "safe to say is"),
    *("what is certain is", "what is sure is", "certain is", "there is agreement", "it is a fact"),
)
_DOUBTING = frozenset("doubt doubts doubted dispute disputes disputed question questions denies contests".split())
_NOBODY = (
    *(["nobody"], ["no", "one"], ["few"], ["no", "state"], ["no", "country"], ["it", "is", "beyond"], ["beyond"]),
    *(["it", "is", "without"], ["nobody", "seriously"], ["nobody", "can"]),
)


def _after_report(stream: Stream, first: int, at: int, start: int) -> Ground:
    """What a word that reports makes of what follows it; None where it reports something else."""
    words = stream.words
    if words[at] == "added" and at and words[at - 1] in ("was", "were", "been", "being"):
        return None
    between = words[at + 1 : start]
    if words[at] in ("noted", "notes", "added", "stressed") and between[:1] and between[0] in _OBJECTS:
        return None  # "noted the work of …"
    if "that" in between and _beyond_doubt(words[first : at + 1]):
        return None
    if words[at] == "according" or "that" in between or not _GOES_ON & set(between):
        return _claimed(stream, first, at)
    return ("", None) if words[at] in ("reportedly", "allegedly", "supposedly", "apparently") else None


_GOES_ON = frozenset((",", "and", "but", "which", "who"))


def _hedged(stream: Stream, start: int, end: int) -> Ground:
    """A word in it that takes it back: "reportedly", "in all but name"."""
    said = stream.all[stream.origin[start] : stream.origin[end - 1] + 1]
    hedged = _HEDGES & {item.low for item in said if item.kind == "word"}
    return ("", None) if hedged or _in_name_only(stream.words[end : end + 8]) else None


_HEDGES = frozenset(
    "reportedly allegedly supposedly apparently perhaps possibly probably presumably purportedly nearly almost"
    " hardly barely nominally".split()
)


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


def _right(stream: Stream, start: int, end: int) -> Ground:
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
            if rest[0] in ("whatever", "however"):
                return None  # "…, whatever its minister may say"
            if rest[0] in _BE or rest[0] == "having":
                return None  # "AUKUS, a pact between …, was announced in 2021"
            if rest[0] == "according":
                return _claimed(stream, at + 1, at + 1, forward=True)
            if rest[0] == "as" and any(word in REPORTS for word in rest):
                return _claimed(stream, at + 1, at + 1, forward=True)
            for n, word in enumerate(rest):
                if word in (",", "and", "but", "which", "who", "that") or word in _SUBORDINATING:
                    break
                following = rest[n + 1] if n + 1 < len(rest) else ""
                if word in _OF_ITSELF and following in _OBJECTS:
                    break  # ", a year after its rulers announced the departure"
                if word in REPORTS and following != "that":
                    return _claimed(stream, at + 1, at + 1, forward=True)
    return None


def _inserted(stream: Stream, start: int, end: int) -> Ground:
    """A report put in between: "Kenya, officials say, joined"."""
    words = stream.words
    for at in range(start, end):
        if words[at] == ",":
            for n in range(at + 1, min(end, at + 6)):
                if words[n] == ",":
                    break
                if words[n] in REPORTS:
                    if words[n] == "added" and words[n - 1] in ("was", "were", "been", "being"):
                        break
                    if words[at + 1] in ("which", "who", "whose", "where", "although", "though", "while"):
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
