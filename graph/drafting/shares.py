"""Shares signed: "Armenia signed 97% of documents, Belarus 91%"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..model.naming.forms import slug
from .found import Found, Place
from .gazetteer import Named
from .items import Item
from .words import Sentence

__all__ = ["shares"]

_SIGNED = frozenset("signed sign signs signing".split())
_NOT = frozenset("said reported allegedly reportedly not never would could may might if will should".split())
_DOCUMENTS = frozenset(
    "documents document agreements agreement treaties accords protocols conventions texts decisions papers acts"
    " declarations instruments proposals resolutions".split()
)


def shares(sentence: Sentence, items: Sequence[Item], event: Named | None) -> Iterator[Found]:
    """The shares of documents that a sentence says states signed."""
    percents = [n for n, item in enumerate(items) if item.kind == "percent"]
    verb = next((n for n, item in enumerate(items) if item.low in _SIGNED), None)
    if not percents or verb is None or sentence.words[-1].text == "?":
        return
    documents = _documents(items)
    before = -1
    for percent in percents:
        held = [
            n
            for n in range(before + 1, percent)
            if items[n].kind in ("state", "demonym", "territory") and (n < verb or n > before)
        ]
        between = [items[n].low for n in range(held[-1] + 1, percent)] if held else []
        lows = {item.low for item in items[before + 1 : percent]}
        together = len(held) > 1 and _one_list(items, held, verb) and not lows & {"together", "between", "jointly"}
        if (len(held) == 1 or together) and percent > verb - 1 and not (_NOT & lows) and len(between) < 8:
            words = sentence.words
            place = Place(sentence, words[items[held[0]].start].start, words[items[percent].end - 1].end)
            for holder in held:
                data = {"who": items[holder].value, "documents": documents, "percent": items[percent].value}
                if event is not None:
                    data["event"] = event
                yield Found("share", data, [place])
        before = percent


def _one_list(items: Sequence[Item], held: Sequence[int], verb: int) -> bool:
    """Whether states are one list that ends at the verb: "Chile and Peru signed 90%"."""
    between = [items[n].low for n in range(held[0], held[-1]) if n not in held]
    return held[-1] + 1 == verb and set(between) <= {",", "and", "the", "both"}


def _documents(items: Sequence[Item]) -> Named:
    """What was signed: "all proposed documents"; "documents" where the sentence does not say."""
    for n, item in enumerate(items):
        if item.low in _DOCUMENTS:
            before = items[n - 1] if n else None
            adjective = (
                before is not None and before.kind == "word" and before.low not in ("of", "the", "all", "these", "its")
            )
            label = (
                f"{before.low} {item.low}" if adjective and before is not None and before.low.isalpha() else item.low
            )
            return Named(slug(label), label, "document")
    return Named("documents", "documents", "document")
