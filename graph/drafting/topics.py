"""The bodies that a sentence names by the way: the next sentence does not mean them by "its" or "it"."""

from __future__ import annotations

from collections.abc import Sequence

from .gazetteer import Named
from .lexicon import PREPOSITIONS
from .mentions import Item
from .verbs import is_verb

__all__ = ["by_the_way", "leading"]

_LEADING = frozenset("for with unlike like than as toward towards against about besides".split())
_NOUNS = frozenset(
    "accession entry admission membership application bid alternative rival counterpart response".split()
)
_NO_VERBS = PREPOSITIONS | {"and", "or", "nor", "'s", "which", "who", "that"}
_SKIPPED = frozenset("the a an its their new old former wider larger smaller then".split())


def by_the_way(items: Sequence[Item]) -> frozenset[str]:
    """The ids of the bodies that stand only in what is added to a sentence: "… ceased to be members on joining the EU".

    A body before the first verb is what the sentence is about, and one after "founded" or "met in" can be.
    """
    first = next((n for n, item in enumerate(items) if is_verb(item)), len(items))
    aside: set[str] = set()
    about: set[str] = set()
    for at, item in enumerate(items):
        if item.kind == "body" and isinstance(item.value, Named):
            (aside if at > first and _added(items, at) else about).add(item.value.id)
    return frozenset(aside - about)


def leading(items: Sequence[Item]) -> Named | None:
    """The body that a sentence begins with, as its subject: "The EEA extends the single market beyond the EU"."""
    first = 1 if items and items[0].low in ("the", "today", "now") else 0
    subject = items[first] if first < len(items) else None
    if subject is None or subject.kind != "body" or not isinstance(subject.value, Named):
        return None
    end = first + 1
    if items[end : end + 1] and items[end].low == "(":
        end = next((n + 1 for n in range(end, len(items)) if items[n].low == ")"), len(items))
    follows = items[end] if end < len(items) else None
    verb = follows is not None and follows.kind == "word" and follows.low[:1].isalpha()
    return subject.value if follows is not None and verb and follows.low not in _NO_VERBS else None


def _in_relative(items: Sequence[Item], at: int) -> bool:
    """Whether an item stands in what "which" tells of somebody, with the main verb after it: "Chad, which is in the AU, left"."""
    start = next((n for n in range(at - 1, 0, -1) if items[n].low in ("which", "who", ",", ";")), 0)
    if items[start].low not in ("which", "who") or items[start - 1].low != ",":
        return False
    end = next((n for n in range(at + 1, len(items) - 1) if items[n].low in (",", ";")), len(items))
    return end + 1 < len(items) and items[end].low == "," and is_verb(items[end + 1])


def _added(items: Sequence[Item], at: int) -> bool:
    if _in_relative(items, at):
        return True
    before = at - 1
    while before > 0 and (items[before].low in _SKIPPED or items[before].kind in ("demonym", "number")):
        before -= 1
    word, earlier = items[before].low, items[before - 1].low if before else ""
    if word == "to":
        return earlier in _NOUNS or earlier.endswith("ing")
    infinitive = earlier == "to" and items[before].kind == "word"
    return word in _LEADING or infinitive or (word.endswith("ing") and items[before].kind == "word")
