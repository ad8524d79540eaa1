"""Groups of states by name: "the Baltic states", where the text means each of them.

`data/drafting/groups.csv` has them, only such as nobody reads otherwise: "the Scandinavian countries" or "the Gulf
states" are not the same for everybody.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from functools import cache

from ..resources import resource
from .gazetteer import Gazetteer, Named
from .items import Item
from .lexicon import NUMBERS
from .words import Sentence, words_of

__all__ = ["with_groups"]

_OF_A_PART = frozenset(
    "of all both some most every each no none among between other unlike many several few in".split()
)
_NARROWED = frozenset(
    "except but of : ( that which who with other apart minus save bar barring excluding not including , – — -".split()
)
_EXCEPTING = frozenset("except exception apart save barring excluding other minus unlike".split())
_NOT_ALL = frozenset("not nearly almost virtually practically hardly".split())
_WHOLE = frozenset("accession admission entry withdrawal membership consists consisting composed comprised".split())


def with_groups(sentence: Sentence, items: Sequence[Item], known: Gazetteer) -> list[Item]:
    """The items of a sentence, with the states that a group means in its place."""
    found: list[Item] = []
    at = 0
    while at < len(items):
        end, states = _group_at(sentence, items, at, known)
        if states and _whole(found, items, end, states):
            for n, state in enumerate(states):
                if n:
                    found.append(Item("word", ",", items[at].start, items[end - 1].end))
                found.append(Item("state", "", items[at].start, items[end - 1].end, state, True))
            at = end
        else:
            found.append(items[at])
            at += 1
    return found


def _group_at(sentence: Sentence, items: Sequence[Item], at: int, known: Gazetteer) -> tuple[int, tuple[Named, ...]]:
    """Where a group that begins at an item ends, and its states."""
    words = sentence.words
    if words[items[at].start].low not in _first_words():
        return at, ()
    for name, nouns, states in _groups():
        count = len(name)
        start = items[at].start
        if tuple(word.low for word in words[start : start + count]) != name or start + count >= len(words):
            continue
        if words[start + count].low not in nouns:
            continue
        end = next((n for n in range(at, len(items)) if items[n].end == start + count + 1), None)
        named = [known.longest(words_of(state), 0) for state in states]
        if end is not None and all(each is not None for each in named):
            return end + 1, tuple(each[1].what for each in named if each is not None)
    return at, ()


def _whole(before: Sequence[Item], items: Sequence[Item], end: int, states: Sequence[Named]) -> bool:
    """Whether all states of the group are meant: not "two of the Baltic states", not "the Baltic states except"."""
    low = [item.low for item in before]
    while low and (low[-1] == "the" or low[-1] in NUMBERS):
        low.pop()
    if low and low[-1] in ("all", "both") and not (len(low) > 1 and low[-2] in _NOT_ALL):
        low.pop()
        if (low and low[-1] in _OF_A_PART) or _EXCEPTING & set(low):
            return False
    elif low and low[-1] in _OF_A_PART and not (low[-1] == "of" and len(low) > 1 and low[-2] in _WHOLE):
        return False
    if items[end : end + 1] and items[end].low == ",":
        after = items[end + 1] if end + 1 < len(items) else None
        if after is not None and after.kind == "state":
            # "Poland, the Baltic states, Finland and Sweden", but not "the Baltic states, Latvia and Estonia among them".
            opens = not low or (low[-1] == "," and len(low) > 1 and before[len(low) - 2].kind == "state")
            listed = end + 2 < len(items) and items[end + 2].low in (",", "and")
            return opens and listed and after.value not in states
        return after is not None and after.kind != "state" and after.low not in _NARROWED
    named = end < len(items) and items[end].kind in (
        "state",
        "territory",
    )  # "the Visegrád countries Poland and Hungary"
    return not named and (end >= len(items) or items[end].low not in _NARROWED)


@cache
def _first_words() -> frozenset[str]:
    return frozenset(name[0] for name, _, _ in _groups())


@cache
def _groups() -> tuple[tuple[tuple[str, ...], frozenset[str], tuple[str, ...]], ...]:
    text = resource("data", "drafting", "groups.csv").read_text(encoding="utf-8")
    return tuple(
        (
            tuple(word.low for word in words_of(row["name"])),
            frozenset(row["nouns"].split("|")),
            tuple(row["states"].split("|")),
        )
        for row in csv.DictReader(text.splitlines())
    )
