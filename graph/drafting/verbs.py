"""Which words look like verbs."""

from __future__ import annotations

from functools import cache

from .items import Item
from .lexicon import AUXILIARIES
from .patterns import load_patterns

__all__ = ["is_verb"]

_VERBS = frozenset(
    "left quit withdrew met held said took sits began became made grew spoke stood went came saw joins belongs remains"
    " stays forms signs says told gave got won lost broke wants hopes plans seeks asks sent spent brought thought found"
    " knows counts applies has comprises unites includes consists encompasses embraces gathers spans brings admitted"
    " excludes contains goes leaves enters quits withdraws numbers links binds ties federates include comprise consist grew"
    " accedes becomes rejoins ratifies".split()
)


@cache
def _pattern_verbs() -> frozenset[str]:
    return load_patterns().verbs - {"all", "both", "each", "form", "members", "member", "outside"}


def is_verb(item: Item) -> bool:
    """Whether an item looks like a verb in a finite form."""
    if item.kind != "word":
        return False
    low = item.low
    return (
        low in AUXILIARIES
        or low in _VERBS
        or low in _pattern_verbs()
        or (low.endswith("ed") and not item.capital and len(low) > 4 and low not in ("indeed", "united", "hundred"))
    )
