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


def shares(
    sentence: Sentence, items: Sequence[Item], event: Named | None, before: Named | None = None
) -> Iterator[Found]:
    """The shares of documents that a sentence says states signed.

    `before` is what the sentence before tells of, if it tells of shares: "Armenia signed 97% of them; Chad stood at 91%".
    """
    percents = [n for n, item in enumerate(items) if item.kind == "percent"]
    verb = next((n for n, item in enumerate(items) if item.low in _SIGNED or _puts_its_signature(items, n)), None)
    if verb is None and before is not None and percents:
        verb = next((n for n, item in enumerate(items) if item.low in _STANDS and n < percents[0]), None)
    if not percents or verb is None or sentence.words[-1].text == "?":
        return
    documents = _documents(items)
    if documents.id == "documents" and before is not None:
        documents = before
    if (signers := _signers(items, percents, verb)) is not None:
        for percent, holder in signers:
            words = sentence.words
            place = Place(sentence, words[items[percent].start].start, words[items[holder].end - 1].end)
            data = {"who": items[holder].value, "documents": documents, "percent": items[percent].value}
            yield Found("share", data | ({"event": event} if event is not None else {}), [place])
        return
    before_percent = -1
    for percent in percents:
        held = [
            n
            for n in range(before_percent + 1, percent)
            if items[n].kind in ("state", "demonym", "territory") and (n < verb or n > before_percent)
        ]
        lows = {item.low for item in items[before_percent + 1 : percent]}
        if verb < percent and before_percent < verb and (doer := _subject(items, held, verb)) is not None:
            held = [doer]  # "Chad's minister said that Mali had signed 60%"
        between = [items[n].low for n in range(held[-1] + 1, percent)] if held else []
        together = len(held) > 1 and _one_list(items, held, verb) and not lows & {"together", "between", "jointly"}
        if (
            (len(held) == 1 or together)
            and (percent > verb - 1 or _that_are_signed(items, percent, verb))
            and not (_NOT & lows)
            and len(between) < 8
        ):
            words = sentence.words
            place = Place(sentence, words[items[held[0]].start].start, words[items[percent].end - 1].end)
            for holder in held:
                data = {"who": items[holder].value, "documents": documents, "percent": items[percent].value}
                if event is not None:
                    data["event"] = event
                yield Found("share", data, [place])
        before_percent = percent


_STANDS = frozenset("stood stands followed follows managed reached came had has only just".split())


def _puts_its_signature(items: Sequence[Item], n: int) -> bool:
    """Whether somebody "put its signature" to something."""
    return n > 0 and items[n].low in ("signature", "signatures") and items[n - 1].low in ("its", "their")


def _subject(items: Sequence[Item], held: Sequence[int], verb: int) -> int | None:
    """The one state of whom it is said that it signed, where others are named before: the one right before the verb."""
    before = [n for n in held if n < verb]
    if len(held) < 2 or not before or not {i.low for i in items[before[-1] + 1 : verb]} <= _AUXILIARY:
        return None
    at = before[-1] - 2 if items[before[-1] - 1].low == "the" else before[-1] - 1
    listed = items[at].low in ("and", "or") or (items[at].low == "," and at - 1 in held)
    return None if listed else before[-1]


_AUXILIARY = frozenset("has had have only just now so far already itself".split())


def _that_are_signed(items: Sequence[Item], percent: int, verb: int) -> bool:
    """Whether the share is one "of the agreements signed"."""
    by = [item.low for item in items[verb + 1 : verb + 2]] == ["by"]
    return 0 < verb - percent < 6 and items[verb - 1].low in _DOCUMENTS and not by


def _signers(items: Sequence[Item], percents: Sequence[int], verb: int) -> list[tuple[int, int]] | None:
    """The shares that were "signed by" somebody, each with who: "97% were signed by Armenia, 91% by Chad".

    None if it is not said in this way; none at all if it is not clear of whom each is.
    """
    if percents[0] > verb or [item.low for item in items[verb + 1 : verb + 2]] != ["by"]:
        return None
    found = []
    for percent, end in zip(percents, [*percents[1:], len(items)], strict=True):
        by = next((n for n in range(percent, end) if items[n].low == "by"), end)
        held = [n for n in range(by, end) if items[n].kind in ("state", "territory")]
        if len(held) == 1 and not _NOT & {item.low for item in items[percent:end]}:
            found.append((percent, held[0]))
    return found


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
