"""What patterns do not see, since it may stand anywhere: dates, brackets, adverbs, datelines, "a year later"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..items import Item
from ..lexicon import ADVERBS, AUXILIARIES, NOT_ADVERBS, NUMBERS, STATE_NOUNS, TIME_NOUNS
from ..verbs import is_verb
from .row import STATES

__all__ = ["DASHES", "Parts", "parts_of", "reduced"]

_BELONGING = frozenset("a an in member members part belonged".split())
"""What "previously" takes back where it stands before it."""
_TIME_ENDS = frozenset("later earlier ago before after afterwards".split())
_TIME_STARTS = frozenset("last next this the following previous same that".split())
_WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday yesterday tomorrow".split())
_QUOTATION_MARKS = frozenset('" “ ” « »'.split())
DASHES = frozenset(("–", "—", "--", "―", "-"))
_BODIES = ("body", "acronym")
_EXAMPLES = frozenset(("such", "including", "namely", "e.g.", "i.e.", "like"))


Parts = tuple[list[int], list[tuple[Item | None, list[int]]]]
"""The places of items outside of brackets, and those inside each bracket with what stands before it."""


def parts_of(items: Sequence[Item]) -> Parts:
    """The places of the items outside of brackets, and those inside each bracket with what stands before it."""
    main: list[int] = []
    inner: list[tuple[Item | None, list[int]]] = []
    at = 0
    while at < len(items):
        item = items[at]
        if item.low not in ("(", "["):
            main.append(at)
            at += 1
            continue
        close = next((n for n in range(at + 1, len(items)) if items[n].low in (")", "]")), len(items))
        inside = list(range(at + 1, close))
        listed = inside and (at and items[at - 1].low in STATE_NOUNS) and items[inside[0]].kind in STATES
        if _body_with_list(items, at, inside) and close < len(items):
            item.kind, item.low = items[close].kind, items[close].low = "word", "—"
            main += [at, *inside, close]
        elif inside and close < len(items) and _members_in_brackets(items, at, inside):
            item.kind, item.low = "word", ":"
            items[close].kind, items[close].low = "word", ","
            main += [at, *inside, close]
        elif inside and close < len(items) and _counted_in_brackets(items, at, inside):
            item.kind, item.low = items[close].kind, items[close].low = "word", ","
            main += [at, *inside, close]
        elif inside and (items[inside[0]].low in _EXAMPLES or listed) and inside[-1] + 1 < len(items):
            main += inside
        elif inside:
            before = next((items[n] for n in reversed(main)), None)
            inner.append((before, inside))
        at = close + 1
    return main, inner


def _body_with_list(items: Sequence[Item], at: int, inside: Sequence[int]) -> bool:
    """Whether a bracket after a body holds states and nothing else: "the Mano River Union (Guinea, Liberia, …)"."""
    if not at or items[at - 1].kind not in ("body", "acronym"):
        return False
    states = sum(items[n].kind in STATES for n in inside)
    return states > 2 and all(items[n].kind in STATES or items[n].low in (",", "and", "the") for n in inside)


def _members_in_brackets(items: Sequence[Item], at: int, inside: Sequence[int]) -> bool:
    """Whether a bracket holds the members of the body before it: "the five members of the EAEU (Armenia, …)"."""
    counted = at > 2 and items[at - 1].low in ("members", "remain", "remaining") and _counts(items, at)
    if not at or not (counted or items[at - 1].kind in ("body", "acronym")) or len(inside) < 3:
        return False
    if any(items[n].kind not in (*STATES, "date") and items[n].low not in (",", "and", "the") for n in inside):
        return False
    if counted:
        return sum(items[n].kind in STATES for n in inside) > 1
    before = [item.low for item in items[max(0, at - 4) : at - 1]]
    nouns = {"members", "states", "countries", "nations", "parties"}
    return bool(nouns & set(before[:2])) and bool({"of", "to"} & set(before[1:]))


def _counted_in_brackets(items: Sequence[Item], at: int, inside: Sequence[int]) -> bool:
    """Whether a bracket holds as many states as the number before it says: "the original six (Belgium, …) signed"."""
    number = items[at - 1].value if at > 1 and items[at - 1].kind == "number" else None
    if any(items[n].kind not in STATES and items[n].low not in (",", "and", "the") for n in inside):
        return False
    return number is not None and number == sum(items[n].kind in STATES for n in inside) > 1


def _counts(items: Sequence[Item], at: int) -> bool:
    """Whether a number counts what stands before a bracket: "its four members (…)", "the three that remain (…)"."""
    number = next((n for n in range(at - 2, max(at - 5, -1), -1) if items[n].kind == "number"), 0)
    return number > 0 and items[number - 1].low in ("its", "the")


def reduced(items: Sequence[Item], places: Sequence[int], whole: bool) -> tuple[list[int], list[Item]]:
    """The places of the items that count, and these; `whole` is whether the sentence begins with them."""
    row = _without_empty_commas(items, _that_count(items, places, whole))
    return row, [_dash_as_comma(items[place]) for place in row]


def _that_count(items: Sequence[Item], places: Sequence[int], whole: bool) -> list[int]:
    """The places without dates, adverbs, phrases of time and where it happened."""
    kept: list[int] = []
    at = _dateline([items[n] for n in places[:12]]) if whole else 0
    at = at or (_numbering([items[n] for n in places[:4]]) if whole else 0)
    while at < len(places):
        item = items[places[at]]
        following = items[places[at + 1]] if at + 1 < len(places) else None
        if item.kind in _BODIES and (again := _named_again(item, [items[n] for n in places[at + 1 : at + 5]])):
            kept.append(places[at])
            at += 1 + again
        elif item.low in ("in", "at", "near") and following is not None and following.kind in ("capital", "proper"):
            at += 2  # where it happened
        elif kept and items[kept[-1]].low == "for" and item.kind == "number":
            kept.append(places[at])  # "for ten years before it joined"
            at += 1
        elif _may_open(_low(item)) and (skipped := _time_phrase([items[n] for n in places[at : at + 6]])):
            at += skipped
        elif item.low == "of" and following is not None and _only_dates(following):
            at += 1  # "the treaty of 1971"
        elif item.low == "what" and (skipped := _renamed([items[n] for n in places[at + 1 : at + 5]])):
            at += 1 + skipped
        elif item.low == "previously" and following is not None and following.low in _BELONGING:
            kept.append(places[at])  # "Chad, previously a member"
            at += 1
        elif item.low == "since" and kept and items[kept[-1]].low in ("has", "have", "had"):
            at += 1  # "have since joined"
        elif _is_adverb(item) and following is not None and following.low == "speaking":
            at += 2  # "strictly speaking"
        elif item.kind == "date" or _is_adverb(item) or item.low in _QUOTATION_MARKS:
            at += 1
        elif item.low not in ("both", "all", "each") or not _between_verbs(items, kept, following):
            kept.append(places[at])
            at += 1
        else:
            at += 1
    return kept


def _named_again(body: Item, after: Sequence[Item]) -> int:
    """How many items the other name of a body takes up behind it: "OPEC, the Organization of …, was"."""
    the = len(after) > 1 and after[1].low in ("the", "or")
    again = after[1 + the : 3 + the]
    if not after or after[0].low != "," or len(again) < 2 or again[0].kind not in _BODIES or again[1].low != ",":
        return 0
    return 3 + the if again[0].value == body.value else 0


def _renamed(items: Sequence[Item]) -> int:
    """How many items "has become", "is now", "is today" take up before the name of a body."""
    low = [item.low for item in items]
    for phrase in (("has", "become"), ("has", "now", "become"), ("is", "now"), ("is", "today"), ("is", "called")):
        the = low[len(phrase) : len(phrase) + 1] == ["the"]
        behind = items[len(phrase) + the :][:1]
        if tuple(low[: len(phrase)]) == phrase and behind and behind[0].kind in _BODIES:
            return len(phrase)
    return 0


def _only_dates(item: Item) -> bool:
    return item.kind == "date" and not item.value.how


def _between_verbs(items: Sequence[Item], kept: Sequence[int], following: Item | None) -> bool:
    """Whether "both" stands inside of a verb, where it says nothing more: "were both admitted", "have all joined"."""
    if following is None or not kept or items[kept[-1]].low not in AUXILIARIES:
        return False
    return is_verb(following) and (following.low not in AUXILIARIES or following.low == "been")


def _without_empty_commas(items: Sequence[Item], kept: Sequence[int]) -> list[int]:
    """The places without commas that now stand side by side: they held nothing that counts."""
    row: list[int] = []
    for place in kept:
        if items[place].low == "," and (not row or items[row[-1]].low in (",", ";", ":")):
            if row and items[row[-1]].low == ",":
                between = [items[n] for n in range(row[-1] + 1, place)]
                following = items[place + 1] if place + 1 < len(items) else None
                time = bool(between) and _time_phrase(between) == len(between)  # "for the time being", "by contrast"
                if between and (time or all(_is_adverb(i) or i.low == "speaking" for i in between)):
                    row.pop()
                elif between and following is not None and is_verb(following):
                    row.pop()  # "The first newcomers, in 1973, were"
            continue
        row.append(place)
    return row


def _dateline(items: Sequence[Item]) -> int:
    """How many items the place and date before a report take up: "BRUSSELS, 7 March —"."""
    for n, item in enumerate(items):
        if item.low in DASHES and n:
            of_a_body = items[n - 1].kind in ("body", "acronym") and items[n + 1 : n + 2] and n < 3
            return 0 if of_a_body else n + 1  # "The G7 — Canada, France, …"
        plain = item.kind in ("capital", "proper", "place", "acronym", "date", "number", "state", "body")
        if not (plain or item.low in (",", "/", ".") or item.capital):
            return 0
    return 0


def _numbering(items: Sequence[Item]) -> int:
    """How many items the number or sign before a paragraph takes up: "3.", "(b)", "•"."""
    low = [item.low for item in items] + ["", "", ""]
    if low[0] in ("•", "*", "·", "▪", "–", "—", "-"):
        return 1
    if items and (items[0].kind == "number" or re.fullmatch("[a-z]|[ivx]+", low[0])) and low[1] in (".", ")"):
        return 2 if len(items) > 2 else 0
    return 0


def _dash_as_comma(item: Item) -> Item:
    if item.kind == "word" and item.low in DASHES:
        return Item("word", ",", item.start, item.end)
    return item


def _is_adverb(item: Item) -> bool:
    if item.kind != "word":
        return False
    low = item.low
    return low in ADVERBS or (
        low.endswith("ly") and len(low) > 4 and low not in NOT_ADVERBS and not (item.capital and item.start)
    )


def _low(item: Item) -> str:
    """An item's word, where it is one, or a day of the week."""
    day = str(item.value).lower() if item.kind == "proper" else ""
    return item.low if item.kind in ("word", "number") else day if day in _WEEKDAYS else ""


_MANY = frozenset(("a", "one", "some", "several", "few", "many", *NUMBERS))
_OPENING = _MANY | _TIME_STARTS | frozenset("the in during on at for to of as once so by".split())
"""The words that a phrase of time can begin with; it can with digits too."""


def _may_open(low: str) -> bool:
    return low in _OPENING or low.isdigit()


def _time_phrase(items: Sequence[Item]) -> int:
    """How many items a phrase such as "a year later" or "last week" takes up."""
    low = [_low(item) for item in items] + ["", "", ""]
    if low[0] in _MANY or low[0].isdigit():
        if low[1] in TIME_NOUNS and low[2] in _TIME_ENDS:
            return 3
        if low[1] in ("few", "couple") and low[2] in TIME_NOUNS and low[3] in _TIME_ENDS:
            return 4
    if low[0] in _TIME_STARTS and low[1] in TIME_NOUNS:
        return 2
    if low[0] in ("the", "that", "this") and low[1] in _TIME_STARTS and low[2] in TIME_NOUNS:
        return 3
    if low[0] == "in" and low[1] in ("the", "that") and low[2] in ("same", "following") and low[3] in TIME_NOUNS:
        return 4
    if low[0] == "during" and low[1] == "the" and low[2] in _TIME_STARTS and low[3] in TIME_NOUNS:
        return 4
    if low[:2] == ["at", "the"] and low[2] in ("end", "beginning", "start", "turn") and low[3] == "of":
        return 6 if low[4] in ("that", "the", "this") and low[5] in TIME_NOUNS else 0
    if low[0] == "on" and low[1] in _WEEKDAYS:
        return 2
    if low[:4] == ["on", "the", "other", "hand"]:
        return 4
    if low[:2] in (["by", "contrast"], ["by", "comparison"]):
        return 2
    if low[0] == "at" and low[1] in ("last", "first", "present"):
        return 2
    if low[0] == "for" and low[1] in ("example", "instance"):
        return 2
    if low[0] == "to" and (low[1] == "date" or (low[1] == "this" and low[2] == "day")):
        return 2 if low[1] == "date" else 3
    if low[0] == "of" and low[1] == "course":
        return 2
    if low[0] == "as" and low[1] == "yet":
        return 2
    if low[0] == "in" and low[1] == "full":
        return 2
    if low[0] == "once" and low[1] in ("again", "more"):
        return 2
    if low[0] == "so" and low[1] == "far":
        return 2
    if low[0] in ("at", "for") and low[1] == "the" and low[2] in ("moment", "time"):
        return 4 if low[3] == "being" else 3
    if low[:4] == ["at", "the", "same", "time"]:
        return 4
    if low[:2] == ["for", "now"]:
        return 2
    if low[0] == "in" and low[1] in ("contrast", "addition") and low[2] == "to":
        return 0
    if low[0] == "in" and low[1] in ("contrast", "turn", "addition", "fact", "practice", "theory", "effect", "reality"):
        return 2
    return 0
