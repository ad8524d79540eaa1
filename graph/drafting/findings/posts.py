"""Offices and who holds them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...model.naming.forms import slug
from ..found import Found, Place
from ..gazetteer import Named
from ..items import Item
from ..lexicon import BODY_NOUNS
from ..mentions.name_runs import Mentions
from ..patterns import fits, load_patterns
from ..slots.row import holder_of
from ..slots.stream import Stream
from ..verbs import is_verb

__all__ = ["posts"]

_NO_LONGER = frozenset(
    "former then ex late incoming designate elect next future previous onetime one-time retired ousted".split()
)


def posts(stream: Stream, mentions: Mentions, quotations: frozenset[int]) -> Iterator[Found]:
    """The offices that a sentence says somebody holds; people that it names are known from here on."""
    best: dict[int, tuple[tuple[int, int], str, dict[str, Any], int, int]] = {}
    for pattern, found, start, end in fits(stream, load_patterns("people")):
        if pattern.section == "unnamed":
            yield from _unnamed(stream, found, start, end)
            continue
        place = found["person"].start
        rank = (pattern.section == "post", end - start)
        if place not in best or rank > best[place][0]:
            best[place] = rank, pattern.section, found, start, end
    for _, section, found, start, end in best.values():
        person, office = found["person"], found.get("office") or _office_before(stream, start)
        if office is None:
            continue
        named = _person(person, mentions)
        held = stream.words[max(0, start - 1)] not in _NO_LONGER and not any(
            word in _NO_LONGER for word in stream.words[start:end]
        )
        inside = [item.low for item in stream.all[stream.origin[start] : stream.origin[end - 1] + 1]]
        held = held and not any(inside[n : n + 3] == ["at", "the", "time"] for n in range(len(inside)))
        of = found.get("other") or found.get("of") or found.get("theirs")
        if section != "post" or not held or of is None or named is None:
            continue
        if any(stream.origin[n] in quotations for n in range(start, end)):
            continue
        role = Named(slug(_titled(office.value)), _titled(office.value), "role")
        words = stream.sentence.words
        first, last = stream.origin[start], stream.origin[end - 1]
        span = Place(stream.sentence, words[stream.all[first].start].start, words[stream.all[last].end - 1].end)
        yield Found("post", {"person": named, "role": role, "of": of}, [span])


def _unnamed(stream: Stream, found: dict[str, Any], start: int, end: int) -> Iterator[Found]:
    """An office whose holder the text does not name, where the holder does something: "the Kenyan minister proposed"."""
    of, office = found["of"], found["office"]
    after = stream.items[end] if end < len(stream.items) else None
    if after is None or not is_verb(after) or stream.quoted(start) or of.kind not in ("state", "territory"):
        return
    if stream.words[max(0, start - 1)] in _NO_LONGER | {"a", "an", "any", "no"} or office.low.endswith("s"):
        return
    words = stream.sentence.words
    first, last = stream.origin[start], stream.origin[end - 1]
    span = Place(stream.sentence, words[stream.all[first].start].start, words[stream.all[last].end - 1].end)
    title = _titled(office.value)
    role = Named(slug(title), title, "role")
    yield Found("post", {"person": holder_of(of, str(office.value)), "role": role, "of": of}, [span])


def _office_before(stream: Stream, at: int) -> Item | None:
    """The office that "his Jordanian counterpart" has too: the only one that the sentence, or the one before it, names."""
    before = [item for item in stream.items[:at] if item.kind == "office"]
    if not before:
        said = stream.memory.offices
        return said[0] if len(said) == 1 else None  # "His Jordanian counterpart", in the next sentence
    # "The foreign ministers met, when Foreign Minister … saw his Jordanian counterpart": it is one office.
    return before[-1] if len({_titled(str(item.value)).lower() for item in before}) == 1 else None


def _person(item: Item, mentions: Mentions) -> Named | None:
    if isinstance(item.value, Named):
        return item.value
    if any(word.lower().rstrip("s") in BODY_NOUNS for word in str(item.value).split()):
        return None
    name = mentions.surnames.get(str(item.value).lower(), str(item.value))
    person = Named(slug(name) or "person", name, "person")
    mentions.person(name)
    mentions.written.setdefault(person.id, set()).add(str(item.value))
    item.kind, item.value = "person", person
    return person


def _titled(office: str) -> str:
    """An office as a name: "foreign minister" is Foreign Minister, and of several presidents each is a President."""
    small = ("of", "and", "the", "for")
    words = [word[:-1] if word.lower() in _SEVERAL else word for word in office.split()]
    return " ".join(word if word in small or not word.islower() else word[:1].upper() + word[1:] for word in words)


_SEVERAL = frozenset("presidents ministers chancellors premiers".split())
