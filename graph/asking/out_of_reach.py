"""What a question asks that no answer can hold, or no graph of memberships tells: regions, eras without dates, a number for each year.

Each is refused by its own reason, with a question or command that goes on.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Sequence
from itertools import pairwise
from shlex import quote

from ..model.entities import Entity
from ..model.known.regions import Region, region_named
from .language.nouns import KINDS, REGIONS

__all__ = ["eras", "regions", "series"]

Readable = Callable[[Sequence[str]], bool]
"""Whether words are a question that can be read."""

_SIDES = frozenset(("north", "south", "east", "west", "central", "latin", "sub-saharan", "southeast", "northern", "southern", "eastern", "western"))  # fmt: skip
_PLACES = (
    "africa", "asia", "europe", "oceania", "latin america", "south america", "north america", "central america",
    "the americas", "the middle east", "the caribbean", "the balkans", "the baltics", "scandinavia", "the pacific",
    "the third world", "the global south", "the west",
)  # fmt: skip


def regions(
    words: Sequence[str],
    written: Sequence[str],
    some: Sequence[str],
    reads: Readable,
    names: Container[int] = (),
    has: Callable[[Region], bool] = lambda region: True,
) -> Iterator[str]:
    """Why it is not asked of the states of a region, or of those called by another adjective, and how to ask of some.

    Parameters
    ----------
    words, written : sequence of str
        The words of the question, and as they were written.
    some : sequence of str
        The names of two states, for an example.
    reads : callable
        Whether words are a question that can be read.
    names : container of int
        The places of words that stand in longer names: "American" in "Organization of American States".
    has : callable
        Whether the graph has states of a region.

    Yields
    ------
    str

    >>> question = "which Balkan states are in CST".split()
    >>> [*regions([word.lower() for word in question], question, ["Armenia", "Georgia"], lambda words: True)]
    ["blocs knows the regions of the United Nations (M49), and not which states are Balkan; name those you mean, as in 'which of Armenia and Georgia are in CST'"]
    """
    for start, end, noun, shown in _of_regions(words, written):
        if all(at in names for at in range(start, end)):
            continue
        region = _region(words[start:end])
        if region is None:
            said = f"blocs knows the regions of the United Nations (M49), and not which {noun} are {shown}"
        elif has(region):
            said = f"this cannot be asked of the states of a region ({region})"
        else:
            said = f"this graph has no state that the lists of states have in {region}"
        named = [*written[:start], "of", *some[:1], "and", *some[1:2], *written[end:]]
        way_on = f"; name those you mean, as in {' '.join(named)!r}" if len(some) > 1 and reads(named) else ""
        yield f"{said}{way_on}"


def _of_regions(words: Sequence[str], written: Sequence[str]) -> Iterator[tuple[int, int, str, str]]:
    """Where states of a region are named: from where to where, by which noun, and how the region is called."""
    for at, word in enumerate(words):
        noun = words[at + 1] if at + 1 < len(words) else ""
        if word in REGIONS and (KINDS.get(noun) in ("state", "") or noun in ("member", "members")):
            start = at
            while start and words[start - 1] in _SIDES:
                start -= 1
            yield start, at + 2, noun, " ".join(written[start : at + 1])
        if KINDS.get(word) in ("state", "") or word in ("member", "members"):
            for place in _PLACES:
                called = place.split()
                first = at + 2
                if (
                    words[at + 1 : first] in (["in"], ["of"], ["from"])
                    and [*words[first : first + len(called)]] == called
                ):
                    end = first + len(called)
                    yield at, end, word, f"in {' '.join(written[first:end])}"


def _region(words: Sequence[str]) -> Region | None:
    """The region that is named by an adjective before a noun, or by a place behind one."""
    return region_named(" ".join(words[:-1]), adjective=True) or region_named(" ".join(words[2:]), adjective=False)


_ERAS = {
    "cold war": ("1947", "1991"),
    "first world war": ("1914", "1918"), "world war i": ("1914", "1918"), "world war one": ("1914", "1918"), "wwi": ("1914", "1918"),
    "second world war": ("1939", "1945"), "world war ii": ("1939", "1945"), "world war two": ("1939", "1945"), "wwii": ("1939", "1945"),
    "interwar period": ("1919", "1939"), "interwar years": ("1919", "1939"),
}  # fmt: skip
"""Eras that people name, and the years that are mostly meant: offered, never taken for what was asked."""

_TURNS = {
    "after": "after {1}", "since": "since {1}", "following": "after {1}", "before": "before {0}", "until": "until {0}", "prior to": "before {0}",
    "during": "between {0} and {1}", "in": "between {0} and {1}", "throughout": "between {0} and {1}",
}  # fmt: skip


def eras(words: Sequence[str], written: Sequence[str], reads: Readable) -> Iterator[str]:
    """Why an era is no time that can be asked about, and the same question with years.

    >>> question = "who left CIS after the Cold War".split()
    >>> [*eras([word.lower() for word in question], question, lambda words: True)]
    ["'Cold War' has no dates in this graph; say which years you mean, as in 'who left CIS after 1991'"]
    """
    for era, years in _ERAS.items():
        called = era.split()
        for at in range(len(words) - len(called) + 1):
            if [*words[at : at + len(called)]] != called:
                continue
            end, start = at + len(called), at
            while start and words[start - 1] in ("the", "of", "end", "beginning", "start"):
                start -= 1
            turn = next((one for one in _TURNS if [*words[:start]][-len(one.split()) :] == one.split()), "")
            said = f"{' '.join(written[at:end])!r} has no dates in this graph; say which years you mean"
            begin = start - len(turn.split())
            dated = [*written[:begin], *_TURNS.get(turn, "in {0}").format(*years).split(), *written[end:]]
            yield f"{said}, as in {' '.join(dated)!r}" if turn and reads(dated) else f"{said}, as in 'in {years[0]}'"
            return


_EACH = frozenset(("each", "every", "per", "by"))
_SPANS = frozenset(("year", "years", "decade", "decades"))


def series(words: Sequence[str], named: Sequence[Entity], covered: str) -> Iterator[str]:
    """Why numbers for each year are no answer here, and the command that has them.

    Parameters
    ----------
    words : sequence of str
        The words of the question.
    named : sequence of Entity
        The bodies and states that it names.
    covered : str
        The last year of the data.

    Yields
    ------
    str

    >>> cst = Entity("i:cst", "cst", "CST", "body")
    >>> [*series("how many members did CST have in each decade".split(), [cst], "2001")]
    ['ask answers with one number; for the number in each year: blocs trend CST']
    """
    each = any(word in _EACH and following in _SPANS for word, following in pairwise(words))
    over_time = any(
        [*words[at : at + 2]] == ["over", "time"] or [*words[at : at + 3]] == ["over", "the", "years"]
        for at in range(len(words))
    )
    if not named or not (each or over_time):
        return
    years = [word for word in words if word.isdigit() and len(word) == 4]
    until = years[-1] if len(years) > 1 else covered
    during = f" --during {years[0]}:{until}" if years and years[0] <= until else ""
    yield (
        "ask answers with one number; for the number in each year:"
        f" blocs trend {' '.join(quote(one.short) for one in named[:5])}{during}"
    )
