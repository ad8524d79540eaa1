"""What the slots of people, presence and statements read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from ..gazetteer import Named
from ..items import Item
from ..verbs import is_verb
from .antecedents import only_state
from .officials import holders_from, participants
from .row import Group, Row, holder_of
from .state_lists import states_from
from .subjects import after_insert, gone_before, subjects

__all__ = ["SLOTS"]

_PEOPLE = frozenset(
    "delegation delegations delegate delegates officials representatives representative envoy envoys diplomats leader"
    " leaders side team observers officers representatives government".split()
)


def _office(row: Row, at: int) -> list[tuple[Item, int]]:
    return [(row.items[at], at + 1)] if at < len(row.items) and row.items[at].kind == "office" else []


def _person(row: Row, at: int) -> list[tuple[Item, int]]:
    """A name of a person: one that is known, or an unknown one of several words, or after an office."""
    if at >= len(row.items):
        return []
    item = row.items[at]
    if item.kind == "person":
        return [(item, at + 1)]
    if item.kind != "proper":
        return []
    parts = str(item.value).split()
    beside = at and row.items[at - 1].kind == "office"
    acronym = parts[0].isupper() and not parts[0].endswith(".")  # but "A. K. Abdul Momen"
    if (len(parts) < 2 and not beside) or len(parts) > 6 or acronym:
        return []
    return [(item, at + 1)]


def _of(row: Row, at: int) -> list[tuple[Named, int]]:
    """A state or body, or the adjective of a state."""
    if at < len(row.items) and row.items[at].kind in ("state", "demonym", "territory", "body"):
        if at and row.words[at - 1] in ("former", "ex"):
            return []
        return [(row.items[at].value, at + 1)]
    return []


def _theirs(row: Row, at: int) -> list[tuple[Named, int]]:
    """The state that "its" means before an office."""
    if at < len(row.items) and row.words[at] in ("its", "their"):
        state = only_state(row, at)
        return [(state, at + 1)] if state is not None else []
    return []


_LEADING = frozenset("by of from with that".split())


def _who(row: Row, at: int) -> list[tuple[Group, int]]:
    """States, by name or by their people: "the Turkmen delegation"."""
    found: list[tuple[Group, int]] = []
    start = at
    while start < len(row.items) and start - at < 3 and row.words[start] in ("the", "a", "any", "an", "its"):
        start += 1
    end = start
    if end < len(row.items) and row.items[end].kind in ("demonym", "state"):
        named, places = [row.items[end].value], [row.origin[end]]
        end += 1
        while (
            end + 1 < len(row.items)
            and row.words[end] in (",", "and", "or", "nor")
            and row.items[end + 1].kind == "demonym"
        ):
            named.append(row.items[end + 1].value)
            places.append(row.origin[end + 1])
            end += 2
        after = row.items[end] if end < len(row.items) else None
        if after is not None and (after.low in _PEOPLE or after.kind == "office"):
            end += 1
            if end < len(row.items) and row.items[end].kind in ("person", "proper") and after.kind == "office":
                end += 1
            found.append((Group(tuple(named), tuple(places), "named", at, end), end))
    if (row.left_free(at) or (at and row.words[at - 1] in _LEADING)) and (holders := holders_from(row, at)) is not None:
        found.append(holders)
    for group, stop in subjects(row, at) if row.left_free(at) else []:
        found.append((group, stop))
    if not found and (group_ := states_from(row, at)) is not None:
        if at and row.words[at - 1] in (
            "neither",
            "only",
            "by",
            "of",
            "from",
            "without",
            "except",
            "for",
            ":",
            "were",
            "include",
            "included",
        ):
            found.append((group_, group_.end))
    return found


_SPOKEN = frozenset("to said says added stated told declared stressed warned explained announced".split())


def _speaker(row: Row, at: int) -> list[tuple[tuple[Named, int], int]]:
    """Who speaks: a person, a state or its capital, a body; with an office before the name."""
    spoken = at and row.words[at - 1] in _SPOKEN
    if at >= len(row.items) or not (row.left_free(at) or spoken):
        return []
    if at and is_verb(row.items[at]) and row.words[at - 1] in ("and", "but"):
        found = gone_before(row, at)
        return [((found.members[0], at), at)] if found is not None and len(found.members) == 1 else []
    item = row.items[at]
    results: list[tuple[tuple[Named, int], int]] = []
    if row.words[at] in ("he", "she"):
        person = row.memory.only_person()
        return [((person, at), at + 1)] if person is not None else []
    if (taking_part := participants(row, at)) is not None:
        return [((taking_part[0], at), taking_part[1])]
    together = holders_from(row, at)
    if together is not None and len(together[0].members) == 1 and together[0].members[0].kind == "group":
        return [((together[0].members[0], at), together[1])]
    if (holder := _holder(row, at)) is not None:
        results.append(((holder[0], at), holder[1]))
    if item.kind in ("state", "capital", "body") and row.words[at + 1 : at + 2] != ["'s"]:
        results.append(((item.value, at), at + 1))
    for end in range(at, min(len(row.items), at + 6)):
        inner = row.items[end]
        if inner.kind == "person" and isinstance(inner.value, Named):
            before = row.items[at:end]
            if all(
                i.kind in ("demonym", "office", "state", "body") or i.low in ("the", "'s", ",", "its") for i in before
            ):
                results.append(((inner.value, end), end + 1))
                if end + 1 < len(row.items) and row.words[end + 1] == ",":
                    results += [((inner.value, end), stop) for stop in after_insert(row, end + 1)]
            break
        if inner.kind not in ("demonym", "office", "state", "body") and inner.low not in ("the", "'s", ",", "its"):
            break
    return results


def _holder(row: Row, at: int) -> tuple[Named, int] | None:
    """Somebody who is spoken of by office only: "the Kenyan foreign minister"."""
    end = at + 1 if row.words[at] == "the" else at
    if end + 1 >= len(row.items) or row.items[end].kind not in ("demonym", "state"):
        return None
    state, possessive = row.items[end].value, row.items[end].kind == "state"
    end += 1
    if possessive:
        if row.words[end] != "'s":
            return None
        end += 1
    if end + 1 >= len(row.items) or row.items[end].kind != "office" or not is_verb(row.items[end + 1]):
        return None
    return holder_of(state, str(row.items[end].value)), end + 1


def _pronoun(row: Row, at: int) -> list[tuple[Any, int]]:
    """Nothing of the words, where a clause with a pronoun follows: "said | it would host"."""
    return [(None, at)] if row.words[at : at + 1] and row.words[at] in ("it", "he", "she", "they") else []


SLOTS: dict[str, Callable[[Row, int], Sequence[tuple[Any, int]]]] = {
    "office": _office,
    "person": _person,
    "of": _of,
    "theirs": _theirs,
    "who": _who,
    "speaker": _speaker,
    "pronoun": _pronoun,
}
