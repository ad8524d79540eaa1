"""The states that a pronoun, a number or "the four countries" means, where one reading is possible."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..gazetteer import Named
from ..lexicon import STATE_NOUNS
from ..verbs import is_verb
from .row import STATES, Group, Row
from .state_lists import UNPREMODIFIED, list_ending, states_from

__all__ = [
    "announced",
    "counted",
    "likened_before",
    "listed_before",
    "meant_by_pronoun",
    "one_of_two",
    "only_state",
    "relative_of",
    "states_before",
]


def announced(row: Row, at: int) -> Group | None:
    """States that a number or a noun announces, with a comma after them.

    "The original six — Belgium, …, and the Netherlands — founded"; "the other countries of the region, … and …, are".
    """
    words, position = row.words, at
    while position < len(words) and position - at < 4 and row.items[position].kind == "word":
        if words[position] in _PLURAL and position > at:
            return _apposed_to(row, at, position)
        if words[position] not in _ANNOUNCING:
            return None
        position += 1
    if position >= len(words) or row.items[position].kind != "number":
        return None
    number, position = row.items[position].value, position + 1
    while position < len(words) and position - at < 7 and words[position] not in (",", ":"):
        noun = words[position] in STATE_NOUNS or words[position] in _COUNTED
        noun = noun or (
            words[position].endswith("s") and words[position].isalpha() and not is_verb(row.items[position])
        )
        if not (noun or row.items[position].kind in ("number", "proper", "demonym", "body", "acronym")):
            return None
        position += 1
    listed = states_from(row, position + 1) if position + 1 < len(words) else None
    if listed is None or len(listed.members) < number:
        return None
    end = listed.end
    if len(listed.members) > number:  # "To the original four, A, B, C and D, E was added"
        end = row.origin.index(listed.at[number - 1]) + 1
        listed = Group(listed.members[:number], listed.at[:number], "named", at, end)
    if words[end : end + 1] != [","]:
        return None
    return Group(listed.members, listed.at, "named", at, end + 1)


_COUNTED = frozenset("founding original founders signatories of them these those the its their other former 's".split())
"""What may stand between a number and the states that it counts."""
_ANNOUNCING = frozenset("the all these its original first founding other last remaining".split())
_PLURAL = frozenset("countries states republics nations neighbors members allies economies".split())


def _apposed_to(row: Row, at: int, noun: int) -> Group | None:
    """States that stand between two commas after what they are: "the remaining countries of the region, …, are"."""
    end = noun + 1
    while end < len(row.words) and end - noun < 5 and row.words[end] != ",":
        if row.items[end].kind not in ("word", "proper", "demonym") or is_verb(row.items[end]):
            return None
        end += 1
    listed = states_from(row, end + 1) if end + 1 < len(row.words) and row.words[end] == "," else None
    if listed is None or len(listed.members) < 2 or row.words[listed.end : listed.end + 1] != [","]:
        return None
    return Group(listed.members, listed.at, "named", at, listed.end + 1)


def counted(row: Row, at: int) -> Group | None:
    """As many states as a number says, which the sentence lists at its end: "Four belong to CARICOM: Jamaica, …"."""
    end = at + 1 if row.words[at : at + 1] in (["the"], ["all"], ["another"], ["only"], ["its"]) else at
    if end >= len(row.items) or row.items[end].kind != "number" or row.items[end].value is None:
        return None
    number, end = row.items[end].value, end + 1
    while end < len(row.items) and not is_verb(row.items[end]):
        plain = row.items[end].kind in ("word", "demonym", "proper", "body", "acronym", "number")
        if not plain or not (row.words[end][:1].isalpha() or row.words[end][:1] in ("<", "'")) or end - at > 8:
            return None
        end += 1
    for colon in range(end + 1, len(row.items)):
        if row.words[colon] == ":" or row.words[colon : colon + 2] == [",", "namely"]:
            begin = colon + (2 if row.words[colon] == "," else 1)
            for phrase in (["those", "of"], ["these", "were"], ["they", "are"], ["the", "governments", "of"]):
                begin += len(phrase) if row.words[begin : begin + len(phrase)] == phrase else 0
            listed = states_from(row, begin)
            if listed is not None and len(listed.members) == number > 1 and not listed.unknown:
                return Group(listed.members, listed.at, "named", at, end)
    return None


_ONE = frozenset("country state nation republic kingdom island sultanate emirate archipelago".split())
"""Nouns by which a text speaks of one state again: "the country rejoined"."""


_LAST = frozenset(("last-named", "last-mentioned"))
_NAMED_ONE = _LAST | {"former", "latter"}


def one_of_two(row: Row, at: int) -> Group | None:
    """The state that "the former" or "the latter" means, where two are spoken of."""
    words, end = row.words, at + 2
    if words[at : at + 1] != ["the"] or not _NAMED_ONE & set(words[at + 1 : end]):
        return None
    if end >= len(words) or not (is_verb(row.items[end]) or words[end] in (",", "not", "never")):
        return None
    two = states_before(row, at) or list(row.memory.named_before)
    if words[at + 1] in _LAST and two:
        return Group((two[-1],), (-1,), "pronoun", at, end)
    if len(two) != 2:
        return None
    return Group((two[words[at + 1] == "latter"],), (-1,), "pronoun", at, end)


def meant_by_pronoun(row: Row, at: int) -> Group | None:
    """The states that "it", "they", "both", "the four countries" mean, where one reading is possible."""
    items, words = row.items, row.words
    if at >= len(items):
        return None
    if words[at] == "the" and _NAMED_ONE & set(words[at + 1 : at + 2]):
        return one_of_two(row, at)
    word, end = words[at], at + 1
    if word == "the" and items[end : end + 1] and items[end].kind in ("proper", "demonym"):
        end += words[end + 1 : end + 2] != [] and words[end + 1] in _ONE  # "the Caribbean republic is"
    if (
        word == "the"
        and words[end : end + 1]
        and words[end] in _ONE
        and end + 1 < len(items)
        and is_verb(items[end + 1])
    ):
        end += 1
    if word == "it" or end > at + 1:
        state = only_state(row, at)
        return Group((state,), (-1,), "pronoun", at, end) if state is not None else None
    number: int | None = None
    if items[at].kind == "number" and end < len(items) and words[end] in STATE_NOUNS:
        return None  # "five states created the union" are not those that were named before
    if word in ("they", "both", "all", "the", "these", "those", "each", "this") or items[at].kind == "number":
        position = at
        if word in ("all", "the", "these", "those") and position + 1 < len(items):
            position += 1
            if words[position] in ("the", "of", "these", "same") and position + 1 < len(items):
                position += 1  # "the same six states"
        if items[position].kind == "number":
            number, position = items[position].value, position + 1
        elif word == "both":
            number, position = 2, at + 1
        elif word == "they":
            position = at + 1
        elif not (word in ("these", "those", "all") and position < len(items) and words[position] in STATE_NOUNS):
            return None
        adjectives = 0
        while (
            position < len(items)
            and items[position].kind == "word"
            and adjectives < 2
            and (
                words[position] not in STATE_NOUNS
                and words[position] not in UNPREMODIFIED
                and not is_verb(items[position])
            )
        ):
            if not any(words[n] in STATE_NOUNS for n in range(position + 1, min(position + 3, len(items)))):
                break
            position, adjectives = position + 1, adjectives + 1
        if position < len(items) and words[position] in STATE_NOUNS and word != "they":
            position += 1
        if position < len(items) and items[position].kind in STATES:
            return None  # "both Argentina and Brazil"
        if position < len(items) and words[position] in ("of", ":"):
            return None
        states = listed_before(row, at, number)
        if not states and word == "they" and (here := states_before(row, at)):
            # "The Faroe Islands …; they": one state whose name is plural, or nobody can tell.
            plural = len(here) == 1 and here[0].label.endswith(("Islands", "Emirates", "States", "lands", "s"))
            return Group(tuple(here), (-1,), "pronoun", at, position) if plural else None
        states = states or row.memory.several(number)
        if states and (number is None or len(states) == number):
            return Group(tuple(states), (-1,) * len(states), "pronoun", at, position)
    return None


def listed_before(row: Row, at: int, number: int | None = None) -> Sequence[Named]:
    """The states of the last list before an item in this sentence."""
    for start in range(at - 1, -1, -1):
        if row.items[start].kind in STATES:
            found = list_ending(row, start + 1, at)
            if found is not None and len(found.members) > 1 and (number is None or len(found.members) == number):
                return found.members
    return ()


def likened_before(row: Row, at: int) -> Sequence[Named]:
    """The states of the last list before an item, with those that they are likened to: "Chad is, as are Mali and Togo"."""
    like = next((n for n in range(at - 1, 0, -1) if row.words[n - 1] == "as" and row.words[n] in _LIKENING), None)
    if like is None or any(row.words[n] in (";", "and") and row.words[n - 1] == "," for n in range(like, at - 1)):
        return ()
    begin = like - 1
    while begin > 0 and row.words[begin - 1] not in (";", ":") and row.words[begin - 1 : begin + 1] != [",", "and"]:
        begin -= 1
    return list(dict.fromkeys(item.value for item in row.items[begin:at] if item.kind in STATES))


_LIKENING = frozenset("do does did is are was were has have".split())


def states_before(row: Row, at: int) -> list[Named]:
    return list(dict.fromkeys(i.value for i in row.items[:at] if i.kind in STATES))


def only_state(row: Row, at: int) -> Named | None:
    """The state that "it" means: the only one before in the sentence, or its subject where others are only told of."""
    here = states_before(row, at)
    if here:
        return here[0] if len(here) == 1 or _only_told_of(row, at, here[1:]) else _of_clause_before(row, at)
    return row.memory.only_state()


def _of_clause_before(row: Row, at: int) -> Named | None:
    """The one state of the clause that ends before "it": "…, and although Chad came back in 2006, | it left again"."""
    if row.words[at] != "it":
        return None
    opened = next((n for n in range(at - 1, -1, -1) if row.words[n] in _SUBORDINATING), None)
    if opened is None or row.items[opened + 1 :][:1] == [] or ";" in row.words[opened:at]:
        return None
    named = [n for n in range(opened, at) if row.items[n].kind in STATES]
    first = opened + 2 if row.words[opened + 1] == "the" else opened + 1
    begins = opened == 0 or row.words[opened - 1] in (",", ";", "and", "but")
    alone = begins and named == [first] and first + 1 < at and is_verb(row.items[first + 1])
    return row.items[first].value if alone else None


_SUBORDINATING = frozenset("although though while when after once before since because as".split())


_TOLD_OF = frozenset("with against from of after despite under over near for alongside".split())


def _only_told_of(row: Row, at: int, others: Sequence[Named]) -> bool:
    """Whether the sentence begins with a state that does something, and others stand behind prepositions only.

    "Egypt was suspended after its peace with Israel; it came back".
    """
    if row.items[0].kind not in STATES or len(row.items) < 2:
        return False
    if row.words[1] == "," and not is_verb(row.items[2]) and row.words[2] in ("which", "who", "whose"):
        shut = next((n for n in range(3, at) if row.words[n] == "," and is_verb(row.items[n + 1])), 0)
        named = [n for n in range(1, at) if row.items[n].kind in STATES and row.items[n].value in others]
        return bool(shut) and all(n < shut for n in named)  # "Belarus, which works with Russia, is not in it; it"
    if not is_verb(row.items[1]):
        return False
    for n in range(1, at):
        if row.items[n].kind in STATES and row.items[n].value in others:
            before = n - 1 if row.words[n - 1] not in ("the", "its") else n - 2
            behind = row.items[n + 1] if n + 1 < len(row.items) else None
            comma = max((m for m in range(n) if row.words[m] == ","), default=n)
            if {"which", "who", "whose", "whom"} & set(row.words[comma + 1 : comma + 2]):
                continue  # "Israel became an observer, which Algeria opposed; it is not a member"
            if row.words[before] not in _TOLD_OF or (behind is not None and is_verb(behind)):
                return False
    return True


def relative_of(row: Row, at: int) -> Group | None:
    """The states before "which", "who" or "all of which"."""
    if at >= len(row.items):
        return None
    if row.words[at] in ("all", "both", "each"):
        number = row.items[at + 1].value if row.items[at + 1 :] and row.items[at + 1].kind == "number" else None
        end = at + 1 if number is None else at + 2
        if row.words[end : end + 2] in (["of", "which"], ["of", "whom"]):
            listed = list_ending(row, at - 1, at) if at > 1 and row.words[at - 1] == "," else None
            number = 2 if row.words[at] == "both" else number
            fits = listed is not None and number in (None, len(listed.members))
            return replace(listed, end=end + 2) if listed is not None and fits else None
    if row.words[at] not in ("which", "who", "that"):
        return None
    if at == 0:
        item = row.before
        if item is not None and item.kind in STATES:
            return Group((item.value,), (-1,), "pronoun", at, at + 1)
        return None
    end = at - 1 if row.words[at - 1] == "," else at
    if row.words[at] == "that" and end != at:
        return None
    found = list_ending(row, end, at)
    first = (
        next((n for n in range(end - 1, 0, -1) if row.items[n].kind in STATES and row.origin[n] == found.at[0]), 0)
        if found
        else 0
    )
    if first > 1 and row.words[first - 1] == "of" and row.items[first - 2].kind in ("body", "acronym", "proper"):
        return None  # "The Liberation Front of Mali, which …": who is meant?
    return found
