"""What the slots of `memberships.txt` read besides names: numbers, words, and places where a pattern must begin or end."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from ..gazetteer import Named
from ..lexicon import MODALS, STOP, TREATY_NOUNS
from ..verbs import is_verb
from .reducing import DASHES
from .row import STATES, Row

__all__ = ["DENYING", "OF_ANOTHER_KIND", "SIZED", "SLOTS", "begins", "ordinal"]


_LEADS = frozenset("and but yet then now today so while".split())
SIZED = re.compile(r"(?:\d+|[a-z]+(?:-[a-z]+)?)-(?:member|nation|state|country|party|strong)")


def begins(row: Row, at: int) -> list[tuple[Any, int]]:
    """Nothing of the words, where a clause begins here."""
    opens = at == 0 or row.words[at - 1] in (";", ":", "“", '"') or (at == 1 and row.words[0] in _LEADS)
    opens = opens or (at > 1 and row.words[at - 2] == "," and row.words[at - 1] in ("and", "but", "while"))
    return [(None, at)] if opens else []


def _sized(row: Row, at: int) -> list[tuple[Any, int]]:
    """ "Six-member", "15-nation"."""
    if at < len(row.items) and SIZED.fullmatch(row.words[at]):
        return [(row.words[at], at + 1)]
    return []


def _superlative(row: Row, at: int) -> list[tuple[Any, int]]:
    """ "Poorest", "most populous", "only Nordic"."""
    words = row.words
    if at >= len(words):
        return []
    if words[at] == "most" and at + 1 < len(words) and row.items[at + 1].kind == "word":
        return [(words[at + 1], at + 2)]
    if words[at] == "only":
        after = at + 2 if at + 1 < len(words) and row.items[at + 1].kind in ("proper", "demonym") else at + 1
        return [(words[at], after)]
    if row.items[at].kind == "word" and words[at].endswith("est") and words[at] not in ("west", "interest", "guest"):
        return [(words[at], at + 1)]
    return []


def _dash(row: Row, at: int) -> list[tuple[Any, int]]:
    """A dash, which elsewhere counts as a comma."""
    if at < len(row.items) and row.words[at] == "," and row.all[row.origin[at]].low in DASHES:
        return [(None, at + 1)]
    return []


def _trait(row: Row, at: int) -> list[tuple[Any, int]]:
    """An adjective that says where a member is from: "African", "Baltic"."""
    if at < len(row.items) and row.items[at].kind in ("proper", "demonym"):
        return [(str(row.items[at].value), at + 1)]
    return []


def _gap(row: Row, at: int) -> list[tuple[Any, int]]:
    """A few words that name nobody: "states | that were never colonies | such as"."""
    ends = []
    for end in range(at, min(len(row.items), at + 9)):
        ends.append((None, end))
        of_state = row.items[end].kind in STATES and row.words[end - 1] == "of"
        named = row.items[end].kind not in ("word", "demonym", "number", "proper", "acronym") and not of_state
        noun = row.words[end - 1] == "the"  # "the first of the defeated to be admitted"
        finite = end > at and is_verb(row.items[end]) and not noun and row.words[at] not in ("that", "which", "who")
        if named or finite or row.words[end] in (",", ";", ":"):
            break
    return ends


def _stretch(row: Row, at: int) -> list[tuple[Any, int]]:
    """Whatever stands before a colon in the same clause: "thirteen states | between the Baltic and the Black Sea | :"."""
    for end in range(at, min(len(row.items), at + 18)):
        if row.words[end] == ":":
            return [(None, end)]
        if row.words[end] == ";" or is_verb(row.items[end]) or row.words[end] in OF_ANOTHER_KIND:
            break
    return []


OF_ANOTHER_KIND = frozenset(
    "not but while mind sight view waiting prospect prospects future line list lists reserve talks negotiations".split()
)
"""What takes back that states are members: "three new members in mind: …"."""
DENYING = frozenset("not never no cannot nor neither hardly".split())


def _does(row: Row, at: int) -> list[tuple[Any, int]]:
    """What somebody does, from its verb on, up to where "without" or "while" goes on: "cooperate with it | without"."""
    if at >= len(row.items) or not (is_verb(row.items[at]) or row.items[at].kind == "word"):
        return []
    for end in range(at + 1, min(len(row.items), at + 16)):
        if row.words[end] in ("without", "while"):
            said = set(row.words[at:end])
            free = not said & (DENYING | {"which", "who", "that", "if", *MODALS})
            comma = end - 1 if row.words[end - 1] == "," else end
            return [(None, end)] if free and "," not in row.words[at:comma] else []
        if row.words[end] in (";", ":"):
            break
    return []


def _number(row: Row, at: int) -> list[tuple[Any, int]]:
    if at < len(row.items) and row.items[at].kind == "number" and row.items[at].value is not None:
        return [(row.items[at].value, at + 1)]
    return []


def ordinal(row: Row, at: int) -> list[tuple[Any, int]]:
    if at < len(row.items) and re.fullmatch(
        r"\d+(?:st|nd|rd|th)|(?:[a-z]+-)?(?:first|second|third|\w+th)|[a-z]+(?:teenth|tieth)", row.items[at].low
    ):
        return [(row.items[at].low, at + 1)]
    return []


def _word(row: Row, at: int) -> list[tuple[Any, int]]:
    if at < len(row.items) and row.items[at].kind in ("proper", "demonym"):
        return [(str(row.items[at].value), at + 1)]  # "Nordic", "Baltic", "Micronesian"
    if at < len(row.items) and row.items[at].kind == "word" and row.items[at].low[:1].isalpha():
        if row.items[at].low not in STOP - {"members"} and not is_verb(row.items[at]):
            return [(row.items[at].low, at + 1)]
    return []


def _aside(row: Row, at: int) -> list[tuple[Any, int]]:
    """What is put in between two commas."""
    if at >= len(row.items) or row.words[at] != ",":
        return []
    stops = range(at + 2, min(len(row.items), at + 14))
    return [(None, end + 1) for end in stops if row.words[end] == "," and ";" not in row.words[at:end]]


def _headed(row: Row, at: int) -> list[tuple[Any, int]]:
    """The colon behind the date of a chronicle's entry: "2009 | : | Slovakia."."""
    dated = bool(row.all) and row.all[0].kind == "date" and row.words[:1] == [":"]
    return [(None, 1)] if at == 0 and dated else []


def _whole(row: Row, at: int) -> list[tuple[Any, int]]:
    """Nothing of the words, where the sentence ends here."""
    return [(None, at)] if at >= len(row.items) or row.words[at:] in (["."], [";"]) else []


def _ends(row: Row, at: int) -> list[tuple[Any, int]]:
    """Nothing of the words, where a clause ends here."""
    return [(None, at)] if at >= len(row.items) or row.words[at] in _CLAUSE_ENDS else []


_CLAUSE_ENDS = frozenset((",", ";", ".", ":", "and", "but", "while", "whereas", "when", "after", "before"))


def _treaty(row: Row, at: int) -> list[tuple[Any, int]]:
    """A treaty by its name: "the Treaty of Chaguaramas", "the Bangkok Declaration"."""
    end = at + 1 if at < len(row.items) and row.words[at] in ("the", "a") else at
    if end < len(row.items) and row.items[end].kind in ("body", "demonym", "capital"):
        if end + 1 < len(row.items) and row.items[end + 1].kind == "proper":
            end += 1  # "the ASEAN Declaration", "the London Declaration"
    if end < len(row.items) and row.items[end].kind in ("proper", "body"):
        item = row.items[end]
        text = item.value.label if isinstance(item.value, Named) else str(item.value)
        if TREATY_NOUNS & {word.lower().removesuffix("s") for word in text.split()} or "treaties" in text.lower():
            return [(text, end + 1)]
    return []


SLOTS: dict[str, Callable[[Row, int], Sequence[tuple[Any, int]]]] = {
    "begin": begins,
    "sized": _sized,
    "superlative": _superlative,
    "number": _number,
    "ordinal": ordinal,
    "word": _word,
    "aside": _aside,
    "trait": _trait,
    "dash": _dash,
    "gap": _gap,
    "stretch": _stretch,
    "does": _does,
    "ends": _ends,
    "headed": _headed,
    "whole": _whole,
    "treaty": _treaty,
}
