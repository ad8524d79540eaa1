"""What "the treaty" means: the one by which a body was founded, or another one that the text has told of."""

from __future__ import annotations

from collections.abc import Sequence

from .gazetteer import Named
from .items import Item
from .lexicon import MODALS, TREATY_NOUNS

__all__ = ["founded_by_treaty", "other_papers"]

_FOUNDED = frozenset("founded established created formed launched".split())
_BE = frozenset(("is", "was", "were"))
_BY = frozenset("by under through with in".split())
_NOT_DONE = MODALS | frozenset("not never no nor if whether plan plans planned proposed proposal be".split())


def founded_by_treaty(items: Sequence[Item]) -> Named | None:
    """The one body of which a sentence tells that it was founded, where it tells of no treaty but the founding one."""
    bodies = list(dict.fromkeys(item.value for item in items if item.kind in ("body", "acronym")))
    lows = [item.low for item in items]
    if len(bodies) != 1 or _NOT_DONE & set(lows):
        return None
    told = any(
        low in _FOUNDED and (lows[n - 1] in _BE or any(item.kind == "body" for item in items[n + 1 : n + 3]))
        for n, low in enumerate(lows)
        if n
    )
    by_it = all(_BY & set(lows[max(0, n - 3) : n]) for n, low in enumerate(lows) if low in TREATY_NOUNS)
    return bodies[0] if told and by_it else None


def other_papers(items: Sequence[Item]) -> frozenset[str]:
    """The nouns of treaties that a sentence tells of which names no body: "Chad and Mali concluded a treaty"."""
    if any(item.kind in ("body", "acronym") for item in items):
        return frozenset()
    lows = [item.low for item in items]
    new = {
        low
        for n, low in enumerate(lows)
        if low in TREATY_NOUNS and {"a", "an", "another"} & set(lows[max(0, n - 3) : n])
    }
    return frozenset(new)
