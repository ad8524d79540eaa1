"""Bounds of shares in words: "less than 50%", "at least half", "between 30 and 60 percent", "the most", "more than A"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..language.reading import Reading, slot
from ..logic.logical_form import Bound, Extreme, Than

__all__ = ["compared", "contrary"]

_SIGNS = {
    "less than": "<", "under": "<", "below": "<", "fewer than": "<", "lower than": "<", "smaller than": "<", "not even": "<",
    "more than": ">", "over": ">", "above": ">", "greater than": ">", "higher than": ">", "in excess of": ">", "better than": ">",
    "at least": ">=", "no less than": ">=", "not less than": ">=", "no fewer than": ">=", "a minimum of": ">=", "minimum": ">=",
    "upwards of": ">=", "at most": "<=", "no more than": "<=", "not more than": "<=", "up to": "<=", "a maximum of": "<=",
    "maximum": "<=", "exactly": "=", "only": "=", "just": "=", "precisely": "=", "some": "=",
}  # fmt: skip
_THAN = {
    **{f"{less} {link}": "<" for less in ("less", "fewer") for link in ("than", "documents than", "than what")},
    **{f"more {link}": ">" for link in ("than", "documents than", "than what", "of the documents than")},
    **{f"a {less} share than": "<" for less in ("smaller", "lower", "lesser")},
    **{f"a {more} share than": ">" for more in ("larger", "bigger", "higher", "greater")},
    "the same share as": "=", "as much as": "=", "as many documents as": "=", "as many as": "=",
}  # fmt: skip
_FRACTIONS = {
    "half": 50, "a half": 50, "one half": 50, "a quarter": 25, "one quarter": 25, "a third": 100 / 3, "one third": 100 / 3,
    "two thirds": 200 / 3, "three quarters": 75, "one fifth": 20, "a fifth": 20, "two fifths": 40, "three fifths": 60,
    "four fifths": 80, "one tenth": 10, "a tenth": 10, "nine tenths": 90, "all": 100,
}  # fmt: skip
_NAMED: tuple[tuple[tuple[str, ...], str, float], ...] = (
    (("all", "all of", "every", "every one of", "each of", "each", "everything", "the whole of", "the full set of",
      "every single one of", "every single", "the entire set of"), "=", 100),
    (("none of", "no", "not one of", "none of all", "nothing of", "zero"), "=", 0),
    (("not all", "not all of", "not every", "not everything", "fewer than all", "less than all", "only some", "only some of",
      "not every one of"), "<", 100),
    (("any", "any of", "some", "some of", "at least one of", "at least some of"), ">", 0),
    (("most of", "the majority of", "a majority of", "the bulk of", "most of all", "the greater part of"), ">", 50),
    (("a minority of", "the minority of"), "<", 50),
)  # fmt: skip
_ENDS = {
    True: ("highest", "largest", "biggest", "greatest", "top", "best", "most"),
    False: ("lowest", "smallest", "least", "worst", "fewest"),
}
_PARTS = ("share", "percentage", "%", "proportion", "number", "part", "fraction")


Share = Bound | Extreme | Than
"""What share is asked for."""


@slot("bound")
def _bounds(reading: Reading, at: int) -> Iterator[tuple[Share, int]]:
    """A comparison, or two that both hold: "more than 90% but less than 100%"."""
    for bound, end in _single(reading, at):
        yield bound, end
        if not isinstance(bound, Bound):
            continue
        for link in reading.any_of(end, "and", "but", "and yet", "yet", "but also"):
            for other, stop in _single(reading, link):
                if isinstance(other, Bound):
                    yield Bound(bound.tests + other.tests), stop


def _single(reading: Reading, at: int) -> Iterator[tuple[Share, int]]:
    yield from _ranges(reading, at)
    yield from _comparisons(reading, at)
    yield from _than_others(reading, at)
    yield from _open_ended(reading, at)
    for phrases, sign, number in _NAMED:
        for end in reading.any_of(at, *phrases):
            yield compared(sign, number), end
    yield from _ends_of_order(reading, at)


def _ranges(reading: Reading, at: int) -> Iterator[tuple[Bound, int]]:
    """ "Between 30 and 60 percent", "from 90% to 100%", both ends included."""
    for end in reading.any_of(at, "between", "from"):
        for low, middle in [*_amounts(reading, end), *reading.slot("number", end)]:
            for link in reading.any_of(middle, "and", "to"):
                for high, stop in _amounts(reading, link):
                    yield Bound(((">=", low), ("<=", high))), stop


def _comparisons(reading: Reading, at: int) -> Iterator[tuple[Bound, int]]:
    """ "Less than 50 %", "at least half"."""
    for phrase, sign in _SIGNS.items():
        for end in reading.any_of(at, phrase):
            yield from ((compared(sign, number), stop) for number, stop in _amounts(reading, end))


def _than_others(reading: Reading, at: int) -> Iterator[tuple[Than, int]]:
    """ "More than A did", "a smaller share than A", "as much as A"."""
    for phrase, sign in _THAN.items():
        for end in reading.any_of(at, phrase):
            for state, stop in reading.slot("member", end):
                yield from ((Than(sign, state), did) for did in (*reading.any_of(stop, "did", "signed"), stop))


def _open_ended(reading: Reading, at: int) -> Iterator[tuple[Bound, int]]:
    """ "50% or more", "half or less", "97%"."""
    for number, end in _amounts(reading, at):
        for stop in reading.any_of(end, "or more", "or above", "and more", "or over", "and above"):
            yield compared(">=", number), stop
        for stop in reading.any_of(end, "or less", "or fewer", "or below", "and less", "or under", "and below"):
            yield compared("<=", number), stop
        yield replace(compared("=", number), bare=True), end
        for stop in reading.any_of(end, "only", "alone", "exactly", "precisely"):
            yield compared("=", number), stop


def _ends_of_order(reading: Reading, at: int) -> Iterator[tuple[Extreme, int]]:
    """ "The most", "the smallest share", "the highest number"."""
    for extreme, end in reading.slot("extreme", at):
        yield from ((extreme, stop) for stop in reading.any_of(end, *_PARTS))
    for most, word in ((True, "most"), (False, "least"), (False, "fewest")):
        yield from ((Extreme(most), end) for end in reading.any_of(at, word, f"the {word}"))
    # Of those that the question names, who signed more, or less: "who signed more documents, A or B".
    for most, adjectives in ((True, ("larger", "bigger", "greater", "higher")), (False, ("smaller", "lower"))):
        comparatives = [f"{the} {word} {part}" for word in adjectives for the in ("a", "the") for part in _PARTS]
        words = ("more", "more of") if most else ("fewer", "less", "fewer of", "less of")
        yield from ((Extreme(most, of_named=True), end) for end in reading.any_of(at, *words, *comparatives))
    for end in reading.any_of(at, "the maximum", "more than anyone else"):
        yield Extreme(most=True), end
    for end in reading.any_of(at, "the minimum", "less than anyone else"):
        yield Extreme(most=False), end


@slot("extreme")
def _extreme(reading: Reading, at: int) -> Iterator[tuple[Extreme, int]]:
    """An end of the order as an adjective: "the highest" share."""
    for most, words in _ENDS.items():
        for end in reading.any_of(at, *words, *(f"the {word}" for word in words)):
            yield Extreme(most), end


@slot("amount")
def _amounts(reading: Reading, at: int) -> Iterator[tuple[float, int]]:
    """A share in percent: "50 %", "half", "a quarter"."""
    for phrase, value in _FRACTIONS.items():
        yield from ((value, end) for end in reading.any_of(at, phrase))
    for number, end in reading.slot("number", at):
        yield from ((number, stop) for stop in reading.any_of(end, "%", "hundredths"))


def compared(sign: str, number: float) -> Bound:
    """A bound that compares with a number."""
    return Bound(((sign, number),))


def contrary(share: Share) -> Bound | None:
    """The other shares ("did not sign all"), less than a bare number; None if it cannot be told which they are."""
    match share:
        case Bound((("=", number),), True, bare=True):
            return compared("<", number)
        case Bound():
            return replace(share, so=not share.so)
    return None
