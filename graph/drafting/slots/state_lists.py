"""Lists of states in a sentence."""

from __future__ import annotations

from ..gazetteer import Named
from ..lexicon import AUXILIARIES, NOT_FULL, NOT_YET, PREPOSITIONS, STATE_NOUNS, TOGETHER
from ..verbs import is_verb
from .row import STATES, Group, Row

__all__ = ["UNPREMODIFIED", "list_ending", "states_from"]

UNPREMODIFIED = (
    PREPOSITIONS
    | AUXILIARIES
    | frozenset(
        "and or but nor not no none neither he she they it we you i who whose whom which that what when where how why than then if"
        " whether because while although though since as before after until unless said says report reports reported"
        " claims rumors rumours saying claiming arguing fears hopes talks there here never only even just also"
        " president minister king leader prime former ex would-be future prospective potential , . ; : ( ) 's ' \" “ ”"
        " against one other each every any".split()
    )
)


def states_from(row: Row, at: int, subject: bool = False, dated: bool = False) -> Group | None:
    """The states that are named from an item on: one or a list, with what may stand before it.

    A `dated` one ends at its date, where another clause may follow: "Lesotho in 1997, and Botswana never joined".
    """
    start = _before_states(row, at)
    if start is None or start >= len(row.items):
        return None
    items, words = row.items, row.words
    if items[start].kind == "capital":
        after = items[start + 1] if start + 1 < len(items) else None
        if subject and after is not None and is_verb(after):
            return Group((items[start].value,), (row.origin[start],), "capital", at, start + 1)
        return None
    members: list[Named] = []
    places: list[int] = []
    ends: list[int] = []
    unknown: list[str] = []
    last_word = ""
    position = start
    while position < len(items):
        item = items[position]
        if item.kind in STATES:
            members.append(item.value)
            places.append(row.origin[position])
        elif item.kind in _UNKNOWN and members:
            unknown.append(item.value.label if isinstance(item.value, Named) else str(item.value))
        else:
            break
        position += 1
        ends.append(position)
        if (subject or dated) and words[position : position + 2] == [",", "and"] and _dated_here(row, position):
            break
        following = _after_separator(row, position, pair=at > 1 and words[at - 2 : at] == ["not", "only"])
        if following is None:
            break
        last_word, position = " ".join(words[position:following]), following
    if not members:
        return None
    end = ends[-1]
    if (
        len(ends) > 1
        and end < len(items)
        and not subject
        and (
            (is_verb(items[end]) and (last_word.startswith(",") or last_word in ("while", "or"))) or words[end] == "'s"
        )
    ):
        # The last one begins the next clause.
        if items[end - 1].kind in STATES:
            members.pop()
            places.pop()
        end = ends[-2]
    if not members or (end < len(items) and words[end] == "'s" and len(ends) == 1 and not subject):
        return None
    return Group(tuple(members), tuple(places), "named", at, end, tuple(unknown))


def _dated_here(row: Row, end: int) -> bool:
    """Whether a date follows at once behind a name."""
    place = row.origin[end - 1] + 1
    return place < len(row.all) and row.all[place].kind == "date"


_UNKNOWN = ("proper", "place", "body", "acronym", "capital")
"""What may stand among the states of a list without being one."""


def _after_separator(row: Row, at: int, pair: bool = False) -> int | None:
    """Where the next one of a list begins, if the list goes on at an item; `pair` is whether "not only" opened it."""
    words, items = row.words, row.items
    end = at
    if end < len(items) and words[end] in (",", ";"):
        end += 1
    joining = next((phrase for phrase in TOGETHER if tuple(words[end : end + len(phrase)]) == phrase), None)
    if end < len(items) and (words[end] in ("and", "or", "nor", "&", "plus") or (pair and words[end] == "but")):
        end += 1
        if end + 1 < len(items) and words[end] == "," and (end - at == 2 or items[end + 1].kind in STATES):
            end += 1  # "and, since 2007, Rwanda"
    elif joining is not None:
        end += len(joining)
    if end == at:
        return None
    if end < len(items) and words[end] in ("both", "now", "later", "finally", "then"):
        end += 1
    found = _named_after(row, end)
    owns = found is not None and words[found + 1 : found + 2] == ["'s"]
    return None if owns and words[end - 1] == "," else found  # "Kenya, Uganda's neighbor, joined"


def _named_after(row: Row, at: int) -> int | None:
    """Where the name stands of the next one of a list: "the island state of Sri Lanka", "tiny Bhutan"."""
    words, items = row.words, row.items
    end = at
    while end < len(items) and end - at < 6 and items[end].kind not in STATES:
        item, word = items[end], words[end]
        if item.kind in _UNKNOWN and _in_a_list(row, end):
            return end
        of_state = word == "of" and end > at and words[end - 1] in STATE_NOUNS
        plain = item.kind == "word" and word[:1].isalpha() and word not in UNPREMODIFIED | NOT_FULL | NOT_YET
        described = item.kind in ("proper", "demonym") and words[end + 1 : end + 2] != [","]
        if not (word in ("the", "its", "a", "an") or of_state or described or (plain and not is_verb(item))):
            return None
        end += 1
    return end if end < len(items) and items[end].kind in STATES else None


def _in_a_list(row: Row, at: int) -> bool:
    """Whether a name that is no state's stands between two states of a list, or after the last one as a proper name."""
    listed = row.items[at].kind == "capital" and row.words[at - 1] == "and"  # "Burma and Aden never joined"
    if row.items[at].kind == "proper" or listed:
        following = row.items[at + 1] if at + 1 < len(row.items) else None
        return following is None or following.low in _CLOSING | {"not", "never"} or is_verb(following)
    after = row.words[at + 1 : at + 2]
    return after in ([","], ["and"]) and any(
        row.items[n].kind in STATES for n in range(at + 2, min(at + 5, len(row.items)))
    )


_CLOSING = frozenset((",", ";", ".", ":", "and", "or", "nor", "as", "along", "together"))
"""What follows the name of one of a list, but not a name that describes another: "all Nordic states"."""


def _before_states(row: Row, at: int) -> int | None:
    """Where the first state stands of what begins at an item; None where something else begins here."""
    items, words = row.items, row.words
    position, loose = at, 0
    while position < len(items) and position - at < 9:
        item = items[position]
        if item.kind in (*STATES, "capital"):
            return position
        word = words[position]
        if item.kind == "number" or word in (
            "the",
            "its",
            "their",
            "both",
            "all",
            "these",
            "those",
            "a",
            "an",
            "this",
            "his",
            "our",
        ):
            position += 1
            continue
        if item.kind == "demonym":
            position += 1
            continue
        if word in STATE_NOUNS and position > at:
            following = words[position + 1] if position + 1 < len(items) else ""
            position += 1
            if following in ("of", ":", ","):
                position += 1
            continue
        if item.kind == "proper" and _describes(row, position):
            position += 1
            continue
        if word == "former" and any(w in ("republics", "republic", "colonies") for w in words[position : position + 4]):
            position += 1
            continue
        if item.kind != "word" or word in UNPREMODIFIED or is_verb(item) or not word[:1].isalpha():
            return None
        loose += 1
        if loose > 2:
            return None
        position += 1
    return None


def _describes(row: Row, at: int) -> bool:
    """Whether a name tells what states they are that are named behind: "the Visegrád countries Poland and Hungary"."""
    after = row.words[at + 1 : at + 2]
    return bool(STATE_NOUNS & set(after)) and at + 2 < len(row.items) and row.items[at + 2].kind in STATES


def list_ending(row: Row, end: int, at: int) -> Group | None:
    """The list of states that ends before an item, as what `at` means."""
    start = end
    while start > 0 and (
        row.items[start - 1].kind in STATES
        or (start < end and row.words[start - 1] in ("the", ",", "and", "nor", "or"))
    ):
        if start < end and row.items[start - 1].kind in STATES and row.date_between(start):
            break  # "Ecuador a year later, and Indonesia, which"
        start -= 1
    while start < end and row.items[start].kind not in STATES:
        start += 1
    members = [item.value for item in row.items[start:end] if item.kind in STATES]
    if not members:
        return None
    places = tuple(row.origin[n] for n in range(start, end) if row.items[n].kind in STATES)
    return Group(tuple(members), places, "pronoun", at, at + 1)
