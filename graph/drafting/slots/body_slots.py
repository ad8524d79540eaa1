"""Bodies in a sentence: by name, by "it", by what they are called; and those that are the subject of a verb."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from ..gazetteer import Named
from ..lexicon import CLOSING, GENERIC_BODIES, NOT_YET, PREPOSITIONS, STOP, TREATY_NOUNS
from ..verbs import is_verb
from .row import STATES, Bodies, Row
from .state_lists import UNPREMODIFIED
from .subjects import after_insert
from .word_slots import SIZED

__all__ = ["SLOTS", "body_subjects"]

_APPOSED = frozenset(
    "alliance bloc system organization grouping group association pact treaty club framework union community structure"
    " structures forum process cartel partnership league".split()
)
_UNITING = frozenset(
    "groups unite unites links link binds bind gathers spans embraces encompasses numbers counts".split()
)
"""Verbs of bodies that are nouns of others too: "WAEMU, also known as UEMOA, groups eight states"."""
_SIGNED_AS = frozenset("partnership pact treaty entente accord compact agreement convention charter".split())
GENERIC_NOUNS = GENERIC_BODIES | {"bodies", "organizations", "blocs", "groups", "clubs", "alliances", "treaties"}


def bodies_from(row: Row, at: int) -> tuple[Bodies, int] | None:
    """The body or bodies that are named from an item on."""
    items, words = row.items, row.words
    position, loose = at, 0
    if position < len(items) and words[position] == "it":
        if _other_thing(row, at):
            return None
        body = row.memory.only_body(here=row.bodies_before(at), subject=at == 0)
        return (Bodies((body,), (-1,)), at + 1) if body is not None else None
    if words[position : position + 1] == ["all"] or words[position : position + 2] == ["any", "of"]:
        counted, end = counted_bodies(row, position)
        return (Bodies(counted, (-1,) * len(counted)), end) if counted else None
    if position < len(items) and words[position] in ("either", "both"):
        two, end = two_bodies(row, at)
        if two or end > at + 1 or not _goes_on(row, position):
            return (Bodies(two, (-1, -1)), end) if two else None
    while position < len(items) and items[position].kind not in ("body", "acronym"):
        item, word = items[position], words[position]
        if word in ("the", "its", "their", "a", "an", "this", "both", "either") or item.kind == "number":
            position += 1
            continue
        if word == "," and loose:
            position += 1
            continue
        if item.kind == "demonym":
            position += 1
            continue
        if word == "another" and words[position + 1 : position + 2] and words[position + 1] in GENERIC_BODIES:
            position += 1  # "left another bloc, the AU"
            continue
        if item.kind != "word" or word in UNPREMODIFIED or word in STOP or is_verb(item) or not word[:1].isalpha():
            return None
        if word in NOT_YET:
            return None
        loose += 1
        if loose > 5:
            return None
        position += 1
    if position >= len(items):
        return None
    bodies, places = [items[position].value], [row.origin[position]]
    position += 1
    if position < len(items) and words[position] in _APPOSED:
        position += 1  # "the NATO alliance"
    while position + 1 < len(items):
        end = position
        if words[end] == ",":
            end += 1
        if end < len(items) and words[end] in ("and", "or", "nor"):
            end += 1
        elif words[end : end + 3] == ["as", "well", "as"]:
            end += 3
        if end == position:
            break
        while end < len(items) and words[end] in ("the", "in", "to", "of"):
            end += 1
        if end >= len(items) or items[end].kind not in ("body", "acronym"):
            break
        after = end + 1
        if after < len(items) and (is_verb(items[after]) or words[after] in ("'s", "not", "never")):
            break
        bodies.append(items[end].value)
        places.append(row.origin[end])
        position = after
    return Bodies(bodies, places), position


def _other_thing(row: Row, at: int) -> bool:
    """Whether "it" means what somebody left before in the sentence: "had withdrawn from the command, returned to it"."""
    for n in range(at - 2, 1, -1):
        if row.words[n] == "the" and row.words[n - 1] in ("from", "left", "quit") and row.items[n + 1].kind == "word":
            gone = row.words[n - 1] != "from" or row.words[n - 2] in ("withdrawn", "withdrew", "pulled", "resigned")
            if gone and not GENERIC_NOUNS & set(row.words[n + 1 : n + 4]):
                return True
    return False


def _goes_on(row: Row, at: int) -> bool:
    """Whether a name or noun follows "either" or "both"."""
    after = row.items[at + 1] if at + 1 < len(row.items) else None
    return after is not None and (after.kind != "word" or after.low[:1].isalpha()) and after.low not in ("and", "but")


def two_bodies(row: Row, at: int) -> tuple[Sequence[Named], int]:
    """The two bodies that "both", "either group" or "neither of the two" mean, and where the words end."""
    words, end = row.words, at + 1
    if end < len(words) and words[end] == "of":
        end += 1
        while end < len(words) and words[end] in ("them", "the", "these", "those", "two"):
            end += 1
    if end < len(words) and words[end] in GENERIC_NOUNS:
        end += 1
    elif end < len(words) and end == at + 1 and row.items[end].kind == "word" and words[end][:1].isalpha():
        if words[end] not in CLOSING or words[end] in ("the", "a", "an"):
            return (), at
    two = list(dict.fromkeys(row.bodies_before(at))) or row.memory.before
    if len(two) != 2:
        two = row.memory.named_so_far() if len(set(row.bodies_before(at))) < 2 else two
    return (two, end) if len(two) == 2 else ((), end)


def counted_bodies(row: Row, at: int) -> tuple[Sequence[Named], int]:
    """The bodies that "all three", "none of the four groups" mean, if the text has named so many; where the words end."""
    words, end = row.words, at + 1
    while end < len(words) and words[end] in ("of", "the", "these", "those", "them"):
        end += 1
    if words[at] in ("none", "any") and words[end - 1] in ("them", "these", "those"):
        end += end < len(words) and words[end] in GENERIC_NOUNS
        spoken_of = list(dict.fromkeys((*row.memory.paragraph, *row.bodies_before(at))))
        return (spoken_of, end) if 1 < len(spoken_of) < 9 and row.closes(end, bare=False) else ((), at)
    if end >= len(words) or row.items[end].kind != "number" or row.items[end].value is None:
        return (), at
    number, end = row.items[end].value, end + 1
    if end < len(words) and words[end] in GENERIC_NOUNS:
        end += 1
    elif end < len(words) and (row.items[end].kind != "word" or words[end][:1].isalpha()):
        if words[end] not in CLOSING:
            return (), at
    named = list(dict.fromkeys(row.bodies_before(at)))
    if len(named) != number:
        named = row.memory.named_so_far(number + 1)
    return (named, end) if len(named) == number > 2 else ((), at)


def body_subjects(row: Row, at: int) -> list[tuple[Bodies, int]]:
    """The bodies that are the subject of what begins at an item: named there, "which", or going on after "and"."""
    words = row.words
    if at < len(words) and at and words[at] in ("which", "that") and (words[at] == "which" or words[at - 1] != ","):
        body = _body_before(row, at - 1 if words[at - 1] == "," else at)
        return [(Bodies((body,), (-1,)), at + 1)] if body is not None else []
    if at < len(words) and at and is_verb(row.items[at]) and words[at - 1] in ("and", "but", ","):
        body = _body_gone_before(row, at)
        return [(Bodies((body,), (-1,)), at)] if body is not None else []
    found = _body(row, at)
    before = at - 1
    while before >= 0 and words[before] in ("the", "this", "its", "a", "an", "today"):
        before -= 1
    led = before >= 0 and words[before] in PREPOSITIONS and row.origin[before] + 1 == row.origin[before + 1]
    led = led or (before >= 0 and words[before] == "'s")
    return [(b, end) for b, end in found if not (led and end < len(words) and words[end][:1].isalpha())]


def _body_before(row: Row, end: int) -> Named | None:
    """The body whose name ends before an item; "an economic union" after a body means that body."""
    item = row.items[end - 1] if end else None
    if item is None:
        return None
    if item.kind in ("body", "acronym"):
        value: Named = item.value
        return value
    if item.low in GENERIC_NOUNS:
        return _body_is_a(row, end - 1)
    return None


def _body_is_a(row: Row, noun: int) -> Named | None:
    """The body of which a noun is said: "The EAEU is an economic union", "the SCO, a regional bloc"."""
    at = noun - 1
    while at > 0 and row.items[at].kind in ("word", "demonym", "number") and row.words[at] not in ("a", "an", ","):
        if is_verb(row.items[at]) or row.words[at] in PREPOSITIONS:
            return None
        at -= 1
    if at < 1 or row.words[at] not in ("a", "an"):
        return None
    before = at - 1
    if row.words[before] not in ("is", "was", "remains", ","):
        return None
    item = row.items[before - 1] if before else None
    if item is not None and item.kind in ("body", "acronym"):
        value: Named = item.value
        return value
    if item is not None and item.low == "it" and before == 1:
        return row.memory.only_body(here=())
    return None


def _apposed_body(row: Row, at: int) -> Named | None:
    """The body that stands between two commas behind what it is: "A rival body, the AU, | was set up"."""
    comma = next((n for n in range(1, min(at, 7)) if row.words[n] == ","), None)
    if comma is None or row.words[0] not in ("a", "an", "the", "another", "its", "this"):
        return None
    noun = comma > 1 and row.words[comma - 1] in GENERIC_NOUNS | {"body"}
    first = comma + 2 if row.words[comma + 1 : comma + 2] == ["the"] else comma + 1
    named = first + 2 == at and row.words[at - 1] == "," and row.items[first].kind in ("body", "acronym")
    if not noun or not named or any(is_verb(item) for item in row.items[:comma]):
        return None
    value: Named = row.items[first].value
    return value


def _body_gone_before(row: Row, at: int) -> Named | None:
    """The body that is the subject of the sentence, where its next verb begins at an item."""
    if (apposed := _apposed_body(row, at)) is not None:
        return apposed
    start = 0
    while start < at and row.words[start] in ("the", "this", "today", "now"):
        start += 1
    if start >= at:
        return None
    item = row.items[start]
    if item.kind in ("body", "acronym"):
        value: Named | None = item.value
    elif item.low == "it" and start == 0:
        value = row.memory.only_body(here=())
        if row.memory.only_state() is not None:
            return None
    else:
        return None
    after = start + 1
    if after < at and row.words[after] == ",":
        after = next((n for n in range(after + 1, at) if row.words[n] == ","), at) + 1
    if after >= at or not is_verb(row.items[after]):
        return None
    # Between the two verbs nobody else begins to do something.
    for n in range(after + 1, at):
        if row.words[n] in (";", ":", "which", "who", "that", "whose", "where", "when", "while", "because"):
            return None
        if is_verb(row.items[n]) and row.items[n - 1].kind in (*STATES, "body", "acronym", "person", "proper"):
            return None
    return value


def _body(row: Row, at: int) -> list[tuple[Bodies, int]]:
    found = bodies_from(row, at)
    if found is None:
        return []
    bodies, end = found
    results = [(bodies, end)]
    if end < len(row.items) and row.words[end] == ",":
        results += [(bodies, after) for after in after_insert(row, end, _UNITING)]
        # "the forum, the region's main body: Fiji, …"
        for after in range(end + 1, min(len(row.items), end + 12)):
            if row.items[after].kind in (*STATES, "body", "acronym") or is_verb(row.items[after]):
                break
            if row.words[after] == ":":
                results.append((bodies, after))
                break
    return results


def _neither_body(row: Row, at: int) -> list[tuple[Bodies, int]]:
    """Bodies that are all denied: "neither the EU nor NATO", "neither organization", "neither of them"."""
    if at >= len(row.items) or row.words[at] not in ("neither", "none"):
        return []
    found = bodies_from(row, at + 1)
    if found is not None and len(found[0]) > 1 and "nor" in row.words[at + 1 : found[1]]:
        return [found]
    two, end = counted_bodies(row, at) if row.words[at] == "none" else two_bodies(row, at)
    return [(Bodies(two, (-1,) * len(two)), end)] if two else []


def _sized_body(row: Row, at: int) -> list[tuple[Bodies, int]]:
    """The body that "the six-member bloc" means."""
    words, end = row.words, at
    if end < len(words) and words[end] in ("the", "this"):
        end += 1
    if end == at or end >= len(words) or not SIZED.fullmatch(words[end]):
        return []
    end += 1
    while end < len(words) and end - at < 5 and row.items[end].kind in ("word", "proper", "demonym"):
        if words[end] in GENERIC_BODIES:
            body = row.memory.only_body(words[end], here=row.bodies_before(at))
            if body is not None:
                row.memory.mention_body(body)
            return [(Bodies((body,), (-1,)), end + 1)] if body is not None else []
        if words[end] in PREPOSITIONS or is_verb(row.items[end]):
            break
        end += 1
    return []


def _its(row: Row, at: int) -> list[tuple[Bodies, int]]:
    if at < len(row.items) and row.words[at] in ("its", "their"):
        body = row.memory.only_body(here=row.bodies_before(at), subject=at < 2 and row.words[at] == "its")
        if body is not None:
            return [(Bodies((body,), (-1,)), at + 1)]
    return []


def _instrument(row: Row, at: int) -> list[tuple[Bodies, int]]:
    """The body whose founding paper is meant: "the Charter", "the Treaty", "the founding treaty"."""
    words, end = row.words, at
    if end >= len(words) or words[end] not in ("the", "its"):
        return []
    end += 1
    founding = end < len(words) and words[end] in ("founding", "constituent", "constitutive", "original")
    end += founding
    if end >= len(words):
        return []
    item = row.items[end]
    noun = str(item.value).lower() if item.kind == "proper" else words[end]
    own = words[at] == "its"
    ratified = noun in ("statute", "charter", "constitution") and at > 0
    ratified = ratified and (words[at - 1].startswith("ratif") or words[max(0, at - 2) : at] == ["acceded", "to"])
    if noun in row.memory.other_papers:
        return []  # "Chad and Mali concluded a treaty. The treaty was signed …"
    of_founding = row.memory.founded_before if noun in _FOUNDING_PAPERS and not row.bodies_before(at) else None
    if of_founding is not None:
        return [(Bodies((of_founding,), (-1,)), end + 1)]  # "NATO was founded in 1949. The treaty was signed …"
    if noun not in TREATY_NOUNS | {"statute", "constitution"} or not (founding or item.capital or own or ratified):
        return []
    body = row.memory.only_body(here=row.bodies_before(at))
    return [(Bodies((body,), (-1,)), end + 1)] if body is not None else []


_FOUNDING_PAPERS = frozenset("treaty charter convention pact".split())


def _new_body(row: Row, at: int) -> list[tuple[Bodies, int]]:
    """A body that this sentence is the first to name."""
    if at >= len(row.items) or row.items[at].kind != "body" or not row.memory.is_new(row.items[at].value):
        return []
    return [(Bodies((row.items[at].value,), (row.origin[at],)), at + 1)]


def _pact(row: Row, at: int) -> list[tuple[Bodies, int]]:
    """A body that is named as a treaty that one signs: "the ANZUS Treaty", "the Rio Pact"."""
    end = at + 1
    if row.words[at : at + 1] == ["it"]:
        body = row.memory.only_body(here=row.bodies_before(at))
        names = (body.label, *body.aliases) if body is not None else ()
        signed = any(word in _SIGNED_AS for name in names for word in name.lower().split())
        return [(Bodies((body,), (-1,)), end)] if body is not None and signed else []
    if at >= len(row.items) or row.items[at].kind != "body":
        return []
    item = row.items[at]
    written = {word.low for word in row.sentence.words[item.start : item.end]}
    if not written & (TREATY_NOUNS - {"declaration", "charter", "protocol"}):
        return []
    return [(Bodies((item.value,), (row.origin[at],)), end)]


SLOTS: dict[str, Callable[[Row, int], Sequence[tuple[Any, int]]]] = {
    "body": _body,
    "neither_body": _neither_body,
    "sized_body": _sized_body,
    "its": _its,
    "instrument": _instrument,
    "pact": _pact,
    "new_body": _new_body,
    "anybody": _body,
    "entered": _body,
}
