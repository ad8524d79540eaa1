"""Statements: who says, proposes, decides, plans or rules out what."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..found import Found, Place
from ..gazetteer import Named
from ..patterns import fits, load_patterns
from ..slots.stream import Stream
from ..verbs import is_verb
from .hedges import REPORTS
from .speech import about, quoted_statements

__all__ = ["statements"]

_CLASSES = {
    "assertion": "Assertion",
    "ruling-out": "RulingOut",
    "proposal": "Proposal",
    "decision": "Decision",
    "plan": "Plan",
}
_LEAST, _MOST = 2, 24  # words of what is said


def statements(stream: Stream) -> Iterator[Found]:
    """What a sentence says that somebody says, proposes, decides, plans or rules out."""
    best: dict[int, tuple[int, str, dict[str, Any], int, int]] = {}
    if stream.sentence.words[-1].text == "?":
        return
    yield from quoted_statements(stream)
    for pattern, found, start, end in fits(stream, load_patterns("statements")):
        if pattern.section == "said" or _doubted(stream, pattern.section, start, end):
            continue
        speaker_at = found["speaker"][1] if "speaker" in found else start
        if speaker_at not in best or end > best[speaker_at][0]:
            best[speaker_at] = end, pattern.section, found, start, end
    for _, section, found, start, end in best.values():
        if end >= len(stream.items) or stream.quoted(start):
            continue
        speaker: Named | None = found["speaker"][0] if "speaker" in found else None
        if speaker is None and _DROPPED & set(stream.words):
            continue
        sentence, words = stream.sentence, stream.sentence.words
        if section == "plan" and "will" in stream.words[start:end]:
            end = (
                max(n for n in range(start, end) if stream.words[n] in ("will", "also")) + 1
            )  # the verb is what is planned
        first = stream.all[stream.origin[end]].start
        last = _clause_end(stream, end)
        if (
            section == "ruling-out"
            and stream.words[end - 1].startswith("exclude")
            and stream.items[end].kind == "state"
        ):
            continue  # "The council excluded Chad"
        if section == "ruling-out":
            last = _before_condition(stream, end, last)
        if speaker is None:
            last = _before_verb(stream, end, last)
        if section != "assertion":
            last = _before_next(stream, end, last)
            last = _shortened(stream, first, last)
        label = " ".join(sentence.said(words[first].start, words[last].end).split())
        if not _LEAST <= len(label.split()) <= _MOST:
            continue
        if section == "ruling-out":
            label += " is ruled out"
        place = Place(sentence, words[stream.all[stream.origin[start]].start].start, words[last].end)
        data: dict[str, Any] = {
            "class": _CLASSES[section],
            "label": label,
            "about": about(stream, stream.origin[end], _item_of(stream, last)),
        }
        if speaker is not None:
            data["speaker"] = speaker
        basis = {"assertion": "claimed", "plan": "planned"}.get(section, "stated")
        yield Found("statement", data, [place], basis, speaker if basis == "claimed" else None)


def _doubted(stream: Stream, section: str, start: int, end: int) -> bool:
    """Whether nobody vouches for it that somebody speaks or plans so: a condition, or what others report."""
    before = set(stream.words[:start])
    if _CONDITIONS & before or _HEDGES & {item.low for item in stream.all[: stream.origin[end - 1]]}:
        return True
    places = range(end, len(stream.items))
    after = [stream.words[n] for n in places if stream.words[n][:1].isalpha() and not stream.quoted(n)]
    if (after[-1:] and after[-1] in REPORTS) or "according" in after:
        return True  # "…, a diplomat said"
    return section != "assertion" and bool(REPORTS & before)


_CONDITIONS = frozenset("if unless whether had should suppose".split())
_HEDGES = frozenset("reportedly allegedly supposedly apparently perhaps possibly probably presumably".split())


def _clause_end(stream: Stream, start: int) -> int:
    """The last word of what is said: the sentence's last before its full stop, or before a quotation."""
    words = stream.sentence.words
    quoted = next((n for n in range(stream.origin[start], len(stream.all)) if n in stream.quotations), None)
    last = stream.all[stream.origin[-1]].end - 1
    if quoted is not None and not stream.quoted(start) and stream.all[quoted - 2].low in (",", ":", ";"):
        last = stream.all[quoted].start - 1
    first = stream.all[stream.origin[start]].start
    while last > first and not words[last].text[-1].isalnum() and words[last].text != "%":
        if words[last].text == ")":  # what is put in brackets at the end is no part of it
            last = next((n for n in range(last, first, -1) if words[n].text == "("), last)
        last -= 1
    return last


_DROPPED = frozenset(
    "no not never without dropped abandoned shelved scrapped cancelled canceled rejected denied failed withdrew any".split()
)
"""What makes of "the plans to …" that there are none, or none any more."""


def _before_verb(stream: Stream, start: int, last: int) -> int:
    """The last word before the verb or clause that goes on after a plan: "the plan to build a road | was approved"."""
    ends = (
        item.start for item in stream.all[stream.origin[start] + 1 :] if item.low in (",", "(", ":") or is_verb(item)
    )
    return min(last, next(ends, last + 1) - 1)


def _before_next(stream: Stream, start: int, last: int) -> int:
    """The last word before what the speaker did besides: "ruled out leaving | but proposed a treaty"."""
    for at in range(start + 1, len(stream.items) - 1):
        follows = stream.items[at + 1]
        finite = follows.low.endswith("ed") or follows.low in _FINITE
        other = _begins_another(stream, start, at)
        if stream.words[at] in ("and", "but", "while") and ((is_verb(follows) and finite) or other):
            end = at - 1 if stream.words[at - 1] == "," else at
            return min(last, stream.items[end].start - 1)
    return last


def _begins_another(stream: Stream, start: int, at: int) -> bool:
    """Whether after "and" somebody else does something: "called for calm | and Chad sent troops"."""
    if {"between", "both", "that"} & set(stream.words[start:at]):
        return False
    verb = next((n for n in range(at + 2, min(at + 8, len(stream.items))) if is_verb(stream.items[n])), None)
    named = any(item.kind in _NAMED for item in stream.items[at + 1 : at + 3])
    return verb is not None and named and stream.words[verb - 1] not in ("to", "and", "or")


_NAMED = ("state", "body", "person", "demonym", "capital", "office")
_FINITE = frozenset("said will would has had is was were are did does says plans called met".split())


def _shortened(stream: Stream, first: int, last: int) -> int:
    """The last word of a long content up to a comma, where what is left out is no condition."""
    words = stream.sentence.words
    text = stream.sentence.said(words[first].start, words[last].end)
    if len(text.split()) <= _MOST or _CONDITIONS & {word.low for word in words[first : last + 1]}:
        return last
    best = last
    for n in range(first + _LEAST, last):
        if len(stream.sentence.said(words[first].start, words[n].start).split()) > _MOST or words[n].low in _TURNS:
            break
        if words[n].low == ",":
            best = n - 1
    return best


_TURNS = frozenset("but although though while only".split())


def _before_condition(stream: Stream, start: int, last: int) -> int:
    """The last word before ", if …", which is no part of what is ruled out."""
    words = stream.sentence.words
    first = stream.all[stream.origin[start]].start
    at = next((n for n in range(first + 1, last) if words[n].low == "if" and words[n - 1].low == ","), None)
    return at - 2 if at is not None else last


def _item_of(stream: Stream, word: int) -> int:
    return next(n for n, item in enumerate(stream.all) if item.start <= word < item.end)
