"""Bounds of shares in words: "less than 50%", "at least half", "between 30 and 60 percent", "the most", "more than A"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...model.entities import Entity
from ..language.reading import Reading, slot

__all__ = ["Bound", "amounts", "compared", "contrary"]


@dataclass(frozen=True)
class Bound:
    """What shares are asked for, in words, and one of three ways to tell them.

    `test` is a filter over `?percent`; `order` without `than` is the end of the order that is asked for (">" the most,
    "<" the fewest); with `than` it is how the share stands to that of somebody else.
    """

    words: str
    test: str = ""
    order: str = ""
    than: Entity | None = None


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
_COMPARED = {">": "more than", "<": "less than", "=": "as much as"}
_FRACTIONS = {
    "half": 50, "a half": 50, "one half": 50, "a quarter": 25, "one quarter": 25, "a third": 100 / 3, "one third": 100 / 3,
    "two thirds": 200 / 3, "three quarters": 75, "one fifth": 20, "a fifth": 20, "two fifths": 40, "three fifths": 60,
    "four fifths": 80, "one tenth": 10, "a tenth": 10, "nine tenths": 90, "all": 100,
}  # fmt: skip
_NAMED: tuple[tuple[tuple[str, ...], str, str, float], ...] = (
    (("all", "all of", "every", "every one of", "each of", "each", "everything", "the whole of", "the full set of",
      "every single one of", "every single", "the entire set of"), "exactly", "=", 100),
    (("none of", "no", "not one of", "none of all", "nothing of", "zero"), "exactly", "=", 0),
    (("not all", "not all of", "not every", "not everything", "fewer than all", "less than all", "only some", "only some of",
      "not every one of"), "less than", "<", 100),
    (("most of", "the majority of", "a majority of", "the bulk of", "most of all", "the greater part of"), "more than", ">", 50),
    (("a minority of", "the minority of"), "less than", "<", 50),
)  # fmt: skip
_ENDS = {
    ">": ("highest", "largest", "biggest", "greatest", "top", "best", "most"),
    "<": ("lowest", "smallest", "least", "worst", "fewest"),
}
_PARTS = ("share", "percentage", "%", "proportion", "number", "part", "fraction")


@slot("bound")
def _bounds(reading: Reading, at: int) -> Iterator[tuple[Bound, int]]:
    """A comparison, or two that both hold: "more than 90% but less than 100%"."""
    for bound, end in _single(reading, at):
        yield bound, end
        for link in reading.any_of(end, "and", "but", "and yet", "yet", "but also") if bound.test else ():
            for other, stop in _single(reading, link):
                if other.test:
                    yield Bound(f"{bound.words} and {other.words}", f"{bound.test} {other.test}"), stop


def _single(reading: Reading, at: int) -> Iterator[tuple[Bound, int]]:
    yield from _ranges(reading, at)
    yield from _comparisons(reading, at)
    yield from _than_others(reading, at)
    yield from _open_ended(reading, at)
    for phrases, how, sign, number in _NAMED:
        for end in reading.any_of(at, *phrases):
            yield compared(how, sign, number), end
    yield from _ends_of_order(reading, at)


def _ranges(reading: Reading, at: int) -> Iterator[tuple[Bound, int]]:
    """ "Between 30 and 60 percent", "from 90% to 100%", both ends included."""
    for end in reading.any_of(at, "between", "from"):
        for low, middle in [*amounts(reading, end), *reading.slot("number", end)]:
            for link in reading.any_of(middle, "and", "to"):
                for high, stop in amounts(reading, link):
                    test = f"FILTER(?percent >= {low:g} && ?percent <= {high:g})"
                    yield Bound(f"between {low:g} and {high:g} %", test), stop


def _comparisons(reading: Reading, at: int) -> Iterator[tuple[Bound, int]]:
    """ "Less than 50 %", "at least half"."""
    for phrase, sign in _SIGNS.items():
        for end in reading.any_of(at, phrase):
            yield from ((compared(phrase, sign, number), stop) for number, stop in amounts(reading, end))


def _than_others(reading: Reading, at: int) -> Iterator[tuple[Bound, int]]:
    """ "More than A did", "a smaller share than A", "as much as A"."""
    for phrase, sign in _THAN.items():
        for end in reading.any_of(at, phrase):
            for state, stop in reading.slot("state", end):
                bound = Bound(f"{_COMPARED[sign]} {state.label} did", "", sign, state)
                yield from ((bound, did) for did in (*reading.any_of(stop, "did", "signed"), stop))


def _open_ended(reading: Reading, at: int) -> Iterator[tuple[Bound, int]]:
    """ "50% or more", "half or less", "97%"."""
    for number, end in amounts(reading, at):
        for stop in reading.any_of(end, "or more", "or above", "and more", "or over", "and above"):
            yield compared("at least", ">=", number), stop
        for stop in reading.any_of(end, "or less", "or fewer", "or below", "and less", "or under", "and below"):
            yield compared("at most", "<=", number), stop
        yield compared("exactly", "=", number), end


def _ends_of_order(reading: Reading, at: int) -> Iterator[tuple[Bound, int]]:
    """ "The most", "the smallest share", "the highest number"."""
    for bound, end in reading.slot("extreme", at):
        plain = reading.words[end - 1] in ("most", "least", "fewest")
        for stop in (end, *reading.any_of(end, *_PARTS)) if plain else reading.any_of(end, *_PARTS):
            yield bound, stop
    for end in reading.any_of(at, "the maximum", "more than anyone else"):
        yield Bound("the most", "", ">"), end
    for end in reading.any_of(at, "the minimum", "less than anyone else"):
        yield Bound("the fewest", "", "<"), end


@slot("extreme")
def _extreme(reading: Reading, at: int) -> Iterator[tuple[Bound, int]]:
    """An end of the order as an adjective: "the highest" share."""
    for order, words in _ENDS.items():
        for end in reading.any_of(at, *words, *(f"the {word}" for word in words)):
            yield Bound("the most" if order == ">" else "the fewest", "", order), end


@slot("amount")
def amounts(reading: Reading, at: int) -> Iterator[tuple[float, int]]:
    """A share in percent: "50 %", "half", "a quarter"."""
    for phrase, value in _FRACTIONS.items():
        yield from ((value, end) for end in reading.any_of(at, phrase))
    for number, end in reading.slot("number", at):
        yield from ((number, stop) for stop in reading.any_of(end, "%", "hundredths"))


def compared(how: str, sign: str, number: float) -> Bound:
    """A bound that compares with a number."""
    return Bound(f"{how} {number:g} %", f"FILTER(?percent {sign} {number:g})")


def contrary(bound: Bound) -> Bound | None:
    """The other shares ("did not sign all"); None where nobody can tell which they are."""
    if bound.test.count("FILTER(") != 1:
        return None
    return Bound(f"something else than {bound.words}", bound.test.replace("FILTER(", "FILTER(!(", 1) + ")")
