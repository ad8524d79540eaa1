"""A sentence as patterns read it: without dates, brackets and adverbs, which may stand anywhere; and what slots find."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from ..asking.language.patterns import Node, Result
from ..model.name_forms import slug
from .gazetteer import Named
from .lexicon import (
    ADVERBS,
    AUXILIARIES,
    CLOSING,
    GENERIC_BODIES,
    NOT_ADVERBS,
    NOT_YET,
    NUMBERS,
    PREPOSITIONS,
    STATE_NOUNS,
    STOP,
    TREATY_NOUNS,
)
from .memory import Memory
from .mentions import Item
from .patterns import load_patterns
from .words import Sentence

__all__ = ["Group", "Stream", "holder_of", "is_verb", "streams_of"]

_STATES = ("state", "territory")
_SEPARATORS = frozenset((",", "and", "&", "or", "nor", "plus"))
_LEFT = frozenset(
    ', ; : ( ) " “ ” – — - -- and but or nor so while whereas although though because since as when after before once'
    " until that if whether unless both only either where"
    " said".split()
) - {"said"}
_VERBS = frozenset(
    "left quit withdrew met held said took sits began became made grew spoke stood went came saw joins belongs remains"
    " stays forms signs says told gave got won lost broke wants hopes plans seeks asks sent spent brought thought found"
    " knows counts applies has comprises unites includes consists encompasses embraces gathers spans brings admitted"
    " excludes contains numbers".split()
)
_APPOSED = frozenset(
    "alliance bloc system organization grouping association pact treaty club framework union community structure"
    " structures".split()
)
GENERIC_NOUNS = GENERIC_BODIES | {"bodies", "organizations", "blocs", "groups", "clubs", "alliances", "treaties"}
_LEADS = frozenset("and but yet then now today so while".split())
_SIZED = re.compile(r"(?:\d+|[a-z]+(?:-[a-z]+)?)-(?:member|nation|state|country|party|strong)")
_OPENING = frozenset("unlike like besides in after before with without alongside following despite except".split())
_TIME_UNITS = frozenset("day days week weeks month months year years decade decades".split())
_TIME_ENDS = frozenset("later earlier ago before after afterwards".split())
_TIME_STARTS = frozenset("last next this the following previous same that".split())
_WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday yesterday tomorrow".split())
_DASHES = frozenset(("–", "—", "--", "―", "-"))
_PEOPLE = frozenset(
    "delegation delegations delegate delegates officials representatives representative envoy envoys diplomats leader"
    " leaders side team observers officers representatives government".split()
)
_EXAMPLES = frozenset(("such", "including", "namely", "e.g.", "i.e.", "like"))
_UNPREMODIFIED = (
    PREPOSITIONS
    | AUXILIARIES
    | frozenset(
        "and or but nor not no none neither he she they it we you i who which that what when where how why than then if"
        " whether because while although though since as before after until unless said says report reports reported"
        " claims rumors rumours saying claiming arguing fears hopes talks there here never only even just also"
        " president minister king leader prime former ex would-be future prospective potential , . ; : ( ) 's ' \" “ ”"
        " against one other each every any".split()
    )
)


@dataclass(frozen=True)
class Group:
    """States that a slot found: which, at which items they stand (-1 where a pronoun means them), and how."""

    members: tuple[Named, ...]
    at: tuple[int, ...]
    how: str
    start: int
    end: int
    unknown: tuple[str, ...] = ()


class Bodies(tuple[Named, ...]):
    """Bodies that a slot found, and at which items they stand."""

    at: tuple[int, ...]

    def __new__(cls, members: Sequence[Named], at: Sequence[int]) -> Bodies:
        """Make a tuple that knows its places."""
        made = super().__new__(cls, tuple(members))
        made.at = tuple(at)
        return made


@cache
def _pattern_verbs() -> frozenset[str]:
    return load_patterns().verbs - {"all", "both", "each", "form", "members", "member", "outside"}


def is_verb(item: Item) -> bool:
    """Whether an item looks like a verb in a finite form."""
    if item.kind != "word":
        return False
    low = item.low
    return (
        low in AUXILIARIES
        or low in _VERBS
        or low in _pattern_verbs()
        or (low.endswith("ed") and not item.capital and len(low) > 4 and low not in ("indeed", "united", "hundred"))
    )


def holder_of(state: Named, office: str) -> Named:
    """Whoever holds an office of a state, where the text gives no name."""
    name = f"{state.label} {office}"
    return Named(slug(name) or "person", f"{office} of {state.label}", "person")


@dataclass
class Stream:
    """The items that patterns are matched against, and slots over them.

    `all` are the items of the sentence, `origin` the place in them of each item here.
    """

    sentence: Sentence
    all: Sequence[Item]
    items: list[Item]
    origin: list[int]
    memory: Memory
    before: Item | None = None
    """What stands before the bracket that this is the inside of."""
    words: list[str] = field(default_factory=list)
    quotations: frozenset[int] = frozenset()
    _slots: dict[tuple[str, int], list[tuple[Any, int]]] = field(default_factory=dict)
    _subjects: dict[int, list[tuple[Group, int]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.words = [
            item.low if item.kind in ("word", "number", "office") and item.low else f"<{item.kind}>"
            for item in self.items
        ]

    # What patterns ask

    def reached(self, at: int) -> None:
        """Of no use here."""

    def phrase(self, name: str, at: int) -> Result:
        """Classes are written out when patterns are read."""
        raise KeyError(name)

    def classes(self, name: str) -> Node:
        """Classes are written out when patterns are read."""
        raise KeyError(name)

    def slot(self, kind: str, at: int) -> Sequence[tuple[Any, int]]:
        """What a slot reads at an item, each with where it ends."""
        key = (kind, at)
        if key not in self._slots:
            self._slots[key] = list(getattr(self, "_read_" + kind)(at))
        return self._slots[key]

    # Slots

    def _read_members(self, at: int) -> list[tuple[Group, int]]:
        found = self.group(at)
        return [(found, found.end)] if found is not None else []

    def _read_listed(self, at: int) -> list[tuple[Group, int]]:
        found = self.group(at)
        return [(found, found.end)] if found is not None and found.how == "named" else []

    def _read_gapped(self, at: int) -> list[tuple[Group, int]]:
        """States that are followed by a date of their own: "…, Montenegro in 2017"."""
        found = self.group(at)
        if found is None or found.how != "named" or found.end > len(self.items):
            return []
        last = found.at[-1]
        after = self.all[last + 1] if last + 1 < len(self.all) else None
        if after is None or after.kind != "date":
            return []
        if found.end < len(self.items) and is_verb(self.items[found.end]):
            return []
        return [(found, found.end)]

    def _read_body(self, at: int) -> list[tuple[Bodies, int]]:
        found = self._bodies(at)
        if found is None:
            return []
        bodies, end = found
        results = [(bodies, end)]
        if end < len(self.items) and self.words[end] == ",":
            results += [(bodies, after) for after in self._after_insert(end)]
            # "the forum, the region's main body: Fiji, …"
            for after in range(end + 1, min(len(self.items), end + 12)):
                if self.items[after].kind in (*_STATES, "body", "acronym") or is_verb(self.items[after]):
                    break
                if self.words[after] == ":":
                    results.append((bodies, after))
                    break
        return results

    _read_anybody = _read_body

    def _read_neither_body(self, at: int) -> list[tuple[Bodies, int]]:
        """Bodies that are all denied: "neither the EU nor NATO", "neither organization", "neither of them"."""
        if at >= len(self.items) or self.words[at] not in ("neither", "none"):
            return []
        found = self._bodies(at + 1)
        if found is not None and len(found[0]) > 1 and "nor" in self.words[at + 1 : found[1]]:
            return [found]
        two, end = self._two_bodies(at)
        return [(Bodies(two, (-1, -1)), end)] if two else []

    def _two_bodies(self, at: int) -> tuple[Sequence[Named], int]:
        """The two bodies that "both", "either group" or "neither of the two" mean, and where the words end."""
        words, end = self.words, at + 1
        if end < len(words) and words[end] == "of":
            end += 1
            while end < len(words) and words[end] in ("them", "the", "these", "those", "two"):
                end += 1
        if end < len(words) and words[end] in GENERIC_NOUNS:
            end += 1
        elif end < len(words) and end == at + 1 and self.items[end].kind == "word" and words[end][:1].isalpha():
            if words[end] not in CLOSING or words[end] in ("the", "a", "an"):
                return (), at
        two = list(dict.fromkeys(self.bodies_before(at))) or self.memory.before
        return (two, end) if len(two) == 2 else ((), end)

    def body_subjects(self, at: int) -> list[tuple[Bodies, int]]:
        """The bodies that are the subject of what begins at an item: named there, "which", or going on after "and"."""
        words = self.words
        if at < len(words) and at and words[at] in ("which", "that") and (words[at] == "which" or words[at - 1] != ","):
            body = self._body_before(at - 1 if words[at - 1] == "," else at)
            return [(Bodies((body,), (-1,)), at + 1)] if body is not None else []
        if at < len(words) and at and is_verb(self.items[at]) and words[at - 1] in ("and", "but", ","):
            body = self._body_gone_before(at)
            return [(Bodies((body,), (-1,)), at)] if body is not None else []
        found = self._read_body(at)
        before = at - 1
        while before >= 0 and words[before] in ("the", "this", "its", "a", "an", "today"):
            before -= 1
        led = before >= 0 and words[before] in PREPOSITIONS and self.origin[before] + 1 == self.origin[before + 1]
        led = led or (before >= 0 and words[before] == "'s")
        return [(b, end) for b, end in found if not (led and end < len(words) and words[end][:1].isalpha())]

    def _body_before(self, end: int) -> Named | None:
        """The body whose name ends before an item; "an economic union" after a body means that body."""
        item = self.items[end - 1] if end else None
        if item is None:
            return None
        if item.kind in ("body", "acronym"):
            value: Named = item.value
            return value
        if item.low in GENERIC_NOUNS:
            return self._body_is_a(end - 1)
        return None

    def _body_is_a(self, noun: int) -> Named | None:
        """The body of which a noun is said: "The EAEU is an economic union", "the SCO, a regional bloc"."""
        at = noun - 1
        while (
            at > 0 and self.items[at].kind in ("word", "demonym", "number") and self.words[at] not in ("a", "an", ",")
        ):
            if is_verb(self.items[at]) or self.words[at] in PREPOSITIONS:
                return None
            at -= 1
        if at < 1 or self.words[at] not in ("a", "an"):
            return None
        before = at - 1
        if self.words[before] not in ("is", "was", "remains", ","):
            return None
        item = self.items[before - 1] if before else None
        if item is not None and item.kind in ("body", "acronym"):
            value: Named = item.value
            return value
        if item is not None and item.low == "it" and before == 1:
            return self.memory.only_body(here=())
        return None

    def _body_gone_before(self, at: int) -> Named | None:
        """The body that is the subject of the sentence, where its next verb begins at an item."""
        start = 0
        while start < at and self.words[start] in ("the", "this", "today", "now"):
            start += 1
        if start >= at:
            return None
        item = self.items[start]
        if item.kind in ("body", "acronym"):
            value: Named | None = item.value
        elif item.low == "it" and start == 0:
            value = self.memory.only_body(here=())
            if self.memory.only_state() is not None:
                return None
        else:
            return None
        after = start + 1
        if after < at and self.words[after] == ",":
            after = next((n for n in range(after + 1, at) if self.words[n] == ","), at) + 1
        if after >= at or not is_verb(self.items[after]):
            return None
        # Between the two verbs nobody else begins to do something.
        for n in range(after + 1, at):
            if self.words[n] in (";", ":", "which", "who", "that", "whose", "where", "when", "while", "because"):
                return None
            if is_verb(self.items[n]) and self.items[n - 1].kind in (*_STATES, "body", "acronym", "person", "proper"):
                return None
        return value

    # Places where a pattern must begin or end

    def _read_begin(self, at: int) -> list[tuple[Any, int]]:
        """Nothing of the words, where a clause begins here."""
        opens = at == 0 or self.words[at - 1] in (";", ":", "“", '"') or (at == 1 and self.words[0] in _LEADS)
        opens = opens or (at > 1 and self.words[at - 2] == "," and self.words[at - 1] in ("and", "but", "while"))
        return [(None, at)] if opens else []

    def _read_before(self, at: int) -> list[tuple[Group, int]]:
        """Nothing of the words, at the beginning of a bracket that stands after a state."""
        if at or self.before is None or self.before.kind not in _STATES:
            return []
        return [(Group((self.before.value,), (-1,), "pronoun", at, at), at)]

    def _read_sized(self, at: int) -> list[tuple[Any, int]]:
        """ "Six-member", "15-nation"."""
        if at < len(self.items) and _SIZED.fullmatch(self.words[at]):
            return [(self.words[at], at + 1)]
        return []

    def _read_sized_body(self, at: int) -> list[tuple[Bodies, int]]:
        """The body that "the six-member bloc" means."""
        words, end = self.words, at
        if end < len(words) and words[end] in ("the", "this"):
            end += 1
        if end == at or end >= len(words) or not _SIZED.fullmatch(words[end]):
            return []
        end += 1
        while end < len(words) and end - at < 5 and self.items[end].kind in ("word", "proper", "demonym"):
            if words[end] in GENERIC_BODIES:
                body = self.memory.only_body(words[end], here=self.bodies_before(at))
                return [(Bodies((body,), (-1,)), end + 1)] if body is not None else []
            if words[end] in PREPOSITIONS or is_verb(self.items[end]):
                break
            end += 1
        return []

    def _read_superlative(self, at: int) -> list[tuple[Any, int]]:
        """ "Poorest", "most populous", "only Nordic"."""
        words = self.words
        if at >= len(words):
            return []
        if words[at] == "most" and at + 1 < len(words) and self.items[at + 1].kind == "word":
            return [(words[at + 1], at + 2)]
        if words[at] == "only":
            after = at + 2 if at + 1 < len(words) and self.items[at + 1].kind in ("proper", "demonym") else at + 1
            return [(words[at], after)]
        if (
            self.items[at].kind == "word"
            and words[at].endswith("est")
            and words[at] not in ("west", "interest", "guest")
        ):
            return [(words[at], at + 1)]
        return []

    def _read_its(self, at: int) -> list[tuple[Bodies, int]]:
        if at < len(self.items) and self.words[at] in ("its", "their"):
            body = self.memory.only_body(here=self.bodies_before(at))
            if body is not None:
                return [(Bodies((body,), (-1,)), at + 1)]
        return []

    def _read_relative(self, at: int) -> list[tuple[Group, int]]:
        found = self._relative(at)
        return [(found, found.end)] if found is not None else []

    def _read_neither(self, at: int) -> list[tuple[Group, int]]:
        if at >= len(self.items) or self.words[at] not in ("neither", "none"):
            return []
        end = at + 1
        number = 2 if self.words[at] == "neither" else None
        if end < len(self.items) and self.words[end] == "of":
            end += 1
            if end < len(self.items) and self.words[end] in ("the", "these", "those"):
                end += 1
            elif end >= len(self.items) or self.words[end] not in ("them", "which", "whom"):
                return []
            else:
                end += 1
            if end < len(self.items) and self.items[end].kind == "number":
                number, end = self.items[end].value, end + 1
            if end < len(self.items) and self.words[end] in STATE_NOUNS:
                end += 1
            if end < len(self.items) and self.words[end] == ",":
                listed = self.group(end + 1)
                if listed is not None and self.words[listed.end : listed.end + 1] == [","]:
                    return [(listed, listed.end + 1)]
            if end < len(self.items) and not (is_verb(self.items[end]) or self.words[end] in ("so", "ever")):
                return []
        elif end < len(self.items) and self.words[end] in ("country", "state", "one"):
            end += 1
        states = self._earlier(at) or self.memory.several(number)
        if number is not None and len(states) != number:
            return []
        return [(Group(tuple(states), (-1,) * len(states), "pronoun", at, end), end)] if states else []

    def _read_number(self, at: int) -> list[tuple[Any, int]]:
        if at < len(self.items) and self.items[at].kind == "number" and self.items[at].value is not None:
            return [(self.items[at].value, at + 1)]
        return []

    def _read_ordinal(self, at: int) -> list[tuple[Any, int]]:
        if at < len(self.items) and re.fullmatch(
            r"\d+(?:st|nd|rd|th)|(?:[a-z]+-)?(?:first|second|third|\w+th)|[a-z]+(?:teenth|tieth)", self.items[at].low
        ):
            return [(self.items[at].low, at + 1)]
        return []

    def _read_word(self, at: int) -> list[tuple[Any, int]]:
        if at < len(self.items) and self.items[at].kind == "proper":
            return [(self.items[at].value, at + 1)]  # "Nordic", "Baltic"
        if at < len(self.items) and self.items[at].kind == "word" and self.items[at].low[:1].isalpha():
            if self.items[at].low not in STOP - {"members"} and not is_verb(self.items[at]):
                return [(self.items[at].low, at + 1)]
        return []

    def _read_aside(self, at: int) -> list[tuple[Any, int]]:
        """What is put in between two commas."""
        if at >= len(self.items) or self.words[at] != ",":
            return []
        stops = range(at + 2, min(len(self.items), at + 14))
        return [(None, end + 1) for end in stops if self.words[end] == "," and ";" not in self.words[at:end]]

    def _read_until(self, at: int) -> list[tuple[Any, int]]:
        """Nothing of the words, where a date with "until" stands here."""
        if at == 0:
            return []
        place = self.origin[at - 1] + 1
        while place < len(self.all) and self.all[place].kind == "date":
            if self.all[place].value.how in ("until", "till") or self.all[place].value.end:
                return [(self.all[place].value, at)]
            place += 1
        return []

    def _read_since(self, at: int) -> list[tuple[Any, int]]:
        """Nothing of the words, where a date with "since" stands here or before the verb."""
        place = self.origin[at - 1] + 1 if at else 0
        while place < len(self.all) and self.all[place].kind == "date":
            if self.all[place].value.how == "since":
                return [(self.all[place].value, at)]
            place += 1
        first = self.all[0] if self.all else None
        if first is not None and first.kind == "date" and first.value.how == "since":
            return [(first.value, at)]
        return []

    def _read_treaty(self, at: int) -> list[tuple[Any, int]]:
        """A treaty by its name: "the Treaty of Chaguaramas", "the Bangkok Declaration"."""
        end = at + 1 if at < len(self.items) and self.words[at] in ("the", "a") else at
        if end < len(self.items) and self.items[end].kind in ("proper", "body"):
            item = self.items[end]
            text = item.value.label if isinstance(item.value, Named) else str(item.value)
            if TREATY_NOUNS & {word.lower() for word in text.split()}:
                return [(text, end + 1)]
        return []

    def _read_instrument(self, at: int) -> list[tuple[Bodies, int]]:
        """The body whose founding paper is meant: "the Charter", "the Treaty", "the founding treaty"."""
        words, end = self.words, at
        if end >= len(words) or words[end] not in ("the", "its"):
            return []
        end += 1
        founding = end < len(words) and words[end] in ("founding", "constituent", "constitutive", "original")
        end += founding
        if end >= len(words):
            return []
        item = self.items[end]
        noun = str(item.value).lower() if item.kind == "proper" else words[end]
        if noun not in TREATY_NOUNS | {"statute", "constitution"} or not (founding or item.capital):
            return []
        body = self.memory.only_body(here=self.bodies_before(at))
        return [(Bodies((body,), (-1,)), end + 1)] if body is not None else []

    # Slots of people, presence and statements

    def _read_office(self, at: int) -> list[tuple[Item, int]]:
        return [(self.items[at], at + 1)] if at < len(self.items) and self.items[at].kind == "office" else []

    def _read_person(self, at: int) -> list[tuple[Item, int]]:
        """A name of a person: one that is known, or an unknown one of several words, or after an office."""
        if at >= len(self.items):
            return []
        item = self.items[at]
        if item.kind == "person":
            return [(item, at + 1)]
        if item.kind != "proper":
            return []
        parts = str(item.value).split()
        beside = at and self.items[at - 1].kind == "office"
        if (len(parts) < 2 and not beside) or len(parts) > 6 or parts[0].isupper():
            return []
        return [(item, at + 1)]

    def _read_of(self, at: int) -> list[tuple[Named, int]]:
        """A state or body, or the adjective of a state."""
        if at < len(self.items) and self.items[at].kind in ("state", "demonym", "territory", "body"):
            if at and self.words[at - 1] in ("former", "ex"):
                return []
            return [(self.items[at].value, at + 1)]
        return []

    def _read_theirs(self, at: int) -> list[tuple[Named, int]]:
        """The state that "its" means before an office."""
        if at < len(self.items) and self.words[at] in ("its", "their"):
            state = self._only_state(at)
            return [(state, at + 1)] if state is not None else []
        return []

    def _read_who(self, at: int) -> list[tuple[Group, int]]:
        """States, by name or by their people: "the Turkmen delegation"."""
        found: list[tuple[Group, int]] = []
        start = at
        while start < len(self.items) and start - at < 3 and self.words[start] in ("the", "a", "any", "an", "its"):
            start += 1
        end = start
        if end < len(self.items) and self.items[end].kind in ("demonym", "state"):
            named, places = [self.items[end].value], [self.origin[end]]
            end += 1
            while (
                end + 1 < len(self.items)
                and self.words[end] in (",", "and", "or", "nor")
                and self.items[end + 1].kind == "demonym"
            ):
                named.append(self.items[end + 1].value)
                places.append(self.origin[end + 1])
                end += 2
            after = self.items[end] if end < len(self.items) else None
            if after is not None and (after.low in _PEOPLE or after.kind == "office"):
                end += 1
                if end < len(self.items) and self.items[end].kind in ("person", "proper") and after.kind == "office":
                    end += 1
                found.append((Group(tuple(named), tuple(places), "named", at, end), end))
        for group, stop in self.subjects(at) if self.left_free(at) else []:
            found.append((group, stop))
        if not found and (group_ := self.group(at)) is not None:
            if at and self.words[at - 1] in (
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

    def _read_speaker(self, at: int) -> list[tuple[tuple[Named, int], int]]:
        """Who speaks: a person, a state or its capital, a body; with an office before the name."""
        if at >= len(self.items) or not (self.left_free(at) or (at and self.words[at - 1] == "to")):
            return []
        item = self.items[at]
        results: list[tuple[tuple[Named, int], int]] = []
        if self.words[at] in ("he", "she"):
            person = self.memory.only_person()
            return [((person, at), at + 1)] if person is not None else []
        if (holder := self._holder(at)) is not None:
            results.append(((holder[0], at), holder[1]))
        if item.kind in ("state", "capital", "body") and self.words[at + 1 : at + 2] != ["'s"]:
            results.append(((item.value, at), at + 1))
        for end in range(at, min(len(self.items), at + 6)):
            inner = self.items[end]
            if inner.kind == "person" and isinstance(inner.value, Named):
                before = self.items[at:end]
                if all(
                    i.kind in ("demonym", "office", "state", "body") or i.low in ("the", "'s", ",", "its")
                    for i in before
                ):
                    results.append(((inner.value, end), end + 1))
                    if end + 1 < len(self.items) and self.words[end + 1] == ",":
                        results += [((inner.value, end), stop) for stop in self._after_insert(end + 1)]
                break
            if inner.kind not in ("demonym", "office", "state", "body") and inner.low not in ("the", "'s", ",", "its"):
                break
        return results

    def _holder(self, at: int) -> tuple[Named, int] | None:
        """Somebody who is spoken of by office only: "the Kenyan foreign minister"."""
        end = at + 1 if self.words[at] == "the" else at
        if end + 1 >= len(self.items) or self.items[end].kind not in ("demonym", "state"):
            return None
        state, possessive = self.items[end].value, self.items[end].kind == "state"
        end += 1
        if possessive:
            if self.words[end] != "'s":
                return None
            end += 1
        if end + 1 >= len(self.items) or self.items[end].kind != "office" or not is_verb(self.items[end + 1]):
            return None
        return holder_of(state, str(self.items[end].value)), end + 1

    def bodies_here(self) -> tuple[Named, ...]:
        """The body that the sentence names, where it is only one."""
        found = tuple(dict.fromkeys(i.value for i in self.items if i.kind == "body"))
        return found if len(found) == 1 else ()

    # Subjects

    def subjects(self, at: int) -> list[tuple[Group, int]]:
        """The states that are the subject of what begins at an item: where they stand, and where the verb begins."""
        if at not in self._subjects:
            self._subjects[at] = self._subjects_at(at)
        return self._subjects[at]

    def _subjects_at(self, at: int) -> list[tuple[Group, int]]:
        if (
            at < len(self.items)
            and (is_verb(self.items[at]) or self.words[at] == "having")
            and at
            and self.words[at - 1] in ("and", "but", "or", "then", "nor", ",")
        ):
            found = self._gone_before(at)
            return [(found, at)] if found is not None else []
        relative = self._relative(at)
        if relative is None and not self.left_free(at):
            return []
        found = relative or self._numbered(at) or self._pronoun(at) or self.group(at, subject=True)
        if found is None:
            return []
        results = [(found, found.end)]
        if found.end < len(self.items) and self.words[found.end] == ",":
            results += [(found, end) for end in self._after_insert(found.end)]
        results += [(found, end) for end in self._after_others(found.end)]
        if self._apposed(at, found):
            results.append((found, found.end + 1))
        # "Malta and Cyprus both entered": the word says nothing more.
        results += [
            (found, end + 1)
            for _, end in list(results)
            if end + 1 < len(self.items)
            and self.words[end] in ("both", "all", "each", "only")
            and is_verb(self.items[end + 1])
        ]
        return results

    def _apposed(self, at: int, found: Group) -> bool:
        """Whether a comma after the states ends an apposition, so that the verb follows.

        "The newest member, South Sudan, was admitted"; "Peru, together with Chile and Bolivia, forms".
        """
        end = found.end
        if found.how != "named" or end + 1 >= len(self.items) or self.words[end] != ",":
            return False
        if not (is_verb(self.items[end + 1]) or self.words[end + 1] in ("not", "never")):
            return False
        inside = self.words[found.start : end]
        if {"along", "together", "well"} & set(inside) and len(found.members) > 1:
            return True
        return bool(
            at > 1 and self.words[at - 1] == "," and self.words[at - 2] in STATE_NOUNS | {"newcomer", "founder"}
        )

    def _numbered(self, at: int) -> Group | None:
        """States that a number announces: "the original six — Belgium, …, and the Netherlands — founded"."""
        words, position = self.words, at
        while position < len(words) and position - at < 4 and self.items[position].kind == "word":
            if words[position] not in ("the", "all", "these", "its", "original", "first", "founding", "other", "last"):
                return None
            position += 1
        if position >= len(words) or self.items[position].kind != "number":
            return None
        number, position = self.items[position].value, position + 1
        while position < len(words) and position - at < 7 and words[position] not in (",", ":"):
            if words[position] not in STATE_NOUNS | {"founding", "original", "founders", "signatories"}:
                return None
            position += 1
        listed = self.group(position + 1) if position + 1 < len(words) else None
        if listed is None or len(listed.members) != number or words[listed.end : listed.end + 1] != [","]:
            return None
        return Group(listed.members, listed.at, "named", at, listed.end + 1)

    def _after_others(self, at: int) -> list[int]:
        """Where it goes on after "and four others", "and six other states"."""
        words = self.words
        end = at
        if end < len(words) and words[end] == ",":
            end += 1
        if end >= len(words) or words[end] not in ("and", "together", "along", "with"):
            return []
        while end < len(words) and words[end] in ("and", "together", "along", "with"):
            end += 1
        if end < len(words) and (self.items[end].kind == "number" or words[end] in ("several", "some", "many", "the")):
            end += 1
        if end >= len(words) or words[end] not in ("others", "other", "more", "further"):
            return []
        end += 1
        while end < len(words) and (words[end] in STATE_NOUNS or self.items[end].kind == "proper"):
            end += 1
        return [end + 1, end] if end < len(words) and words[end] == "," else [end]

    def left_free(self, at: int) -> bool:
        """Whether a subject can begin at an item: nothing before it makes it part of something else."""
        if at == 0:
            return True
        before, word = self.items[at - 1], self.words[at - 1]
        if (
            before.kind == "word"
            and word not in _LEFT
            and not (at == 1 and before.capital and word not in PREPOSITIONS | {"neither", "no", "not"})
        ):
            return False
        if before.kind not in ("word",) and not self.date_between(at):
            return False
        if word == "but" and at >= 2 and {"all", "every", "each", "none", "no", "any"} & set(self.words[: at - 1]):
            if not any(is_verb(item) for item in self.items[: at - 1]):
                return False  # "all Nordic states but Norway"
        if (
            word in _SEPARATORS
            and at >= 2
            and self.items[at - 2].kind in (*_STATES, "capital")
            and not self.date_between(at - 1)
        ):
            # In the middle of a list, unless the comma ends what stands before the clause: "Unlike Norway, Sweden …".
            if word != ",":
                return self.items[at].kind == "word"
            start = at - 2
            while start > 0 and (self.items[start].kind in _STATES or self.words[start] in ("the", ",", "and", "or")):
                start -= 1
            return self.words[start] in _OPENING and self.items[at].kind in _STATES and start <= 2
        return True

    def date_between(self, at: int) -> bool:
        """Whether a date stands before an item that patterns do not see."""
        return at > 0 and any(i.kind == "date" for i in self.all[self.origin[at - 1] + 1 : self.origin[at]])

    def _relative(self, at: int) -> Group | None:
        """The states before "which" or "who"."""
        if at >= len(self.items) or self.words[at] not in ("which", "who", "that"):
            return None
        if at == 0:
            item = self.before
            if item is not None and item.kind in _STATES:
                return Group((item.value,), (-1,), "pronoun", at, at + 1)
            return None
        end = at - 1 if self.words[at - 1] == "," else at
        if self.words[at] == "that" and end != at:
            return None
        return self._list_ending(end, at)

    def _list_ending(self, end: int, at: int) -> Group | None:
        """The list of states that ends before an item, as what `at` means."""
        start = end
        while start > 0 and (
            self.items[start - 1].kind in _STATES
            or (start < end and self.words[start - 1] in ("the", ",", "and", "nor", "or"))
        ):
            start -= 1
        while start < end and self.items[start].kind not in _STATES:
            start += 1
        members = [item.value for item in self.items[start:end] if item.kind in _STATES]
        if not members:
            return None
        places = tuple(self.origin[n] for n in range(start, end) if self.items[n].kind in _STATES)
        return Group(tuple(members), places, "pronoun", at, at + 1)

    def _pronoun(self, at: int) -> Group | None:
        """The states that "it", "they", "both", "the four countries" mean, where one reading is possible."""
        items, words = self.items, self.words
        if at >= len(items):
            return None
        word, end = words[at], at + 1
        if word == "it":
            state = self._only_state(at)
            return Group((state,), (-1,), "pronoun", at, end) if state is not None else None
        number: int | None = None
        if word in ("they", "both", "all", "the", "these", "those", "each", "this") or items[at].kind == "number":
            position = at
            if word in ("all", "the", "these", "those") and position + 1 < len(items):
                position += 1
                if words[position] in ("the", "of", "these") and position + 1 < len(items):
                    position += 1
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
                    and words[position] not in _UNPREMODIFIED
                    and not is_verb(items[position])
                )
            ):
                if not any(words[n] in STATE_NOUNS for n in range(position + 1, min(position + 3, len(items)))):
                    break
                position, adjectives = position + 1, adjectives + 1
            if position < len(items) and words[position] in STATE_NOUNS and word != "they":
                position += 1
            if position < len(items) and items[position].kind in _STATES:
                return None  # "both Argentina and Brazil"
            if position < len(items) and words[position] in ("of", ":"):
                return None
            states = self._earlier(at, number)
            if not states and word == "they" and (here := self._states_before(at)):
                # "The Faroe Islands …; they": one state whose name is plural, or nobody can tell.
                plural = len(here) == 1 and here[0].label.endswith(("Islands", "Emirates", "States", "lands", "s"))
                return Group(tuple(here), (-1,), "pronoun", at, position) if plural else None
            states = states or self.memory.several(number)
            if states and (number is None or len(states) == number):
                return Group(tuple(states), (-1,) * len(states), "pronoun", at, position)
        return None

    def _earlier(self, at: int, number: int | None = None) -> Sequence[Named]:
        """The states of the last list before an item in this sentence."""
        for start in range(at - 1, -1, -1):
            if self.items[start].kind in _STATES:
                found = self._list_ending(start + 1, at)
                if found is not None and len(found.members) > 1 and (number is None or len(found.members) == number):
                    return found.members
        return ()

    def _states_before(self, at: int) -> list[Named]:
        return list(dict.fromkeys(i.value for i in self.items[:at] if i.kind in _STATES))

    def _only_state(self, at: int) -> Named | None:
        here = self._states_before(at)
        if here:
            return here[0] if len(here) == 1 else None
        return self.memory.only_state()

    def _gone_before(self, at: int) -> Group | None:
        """The subject of the verb before, which goes on: "Yemen has asked but is not a member"."""
        for start in range(at - 2, -1, -1):
            item, word = self.items[start], self.words[start]
            if word in ("which", "who", "whose") and self._closed(start, at):
                continue
            if word in (
                ";",
                ":",
                "which",
                "who",
                "whose",
                "where",
                "that",
                "he",
                "she",
                "because",
                "although",
                "while",
                "whereas",
            ):
                return None
            if (
                item.kind in ("person", "proper", "office", "body", "acronym")
                and start + 1 < at
                and is_verb(self.items[start + 1])
            ):
                return None
            for group, end in self.subjects(start) if not is_verb(item) else ():
                if end < at and group.end <= end and (is_verb(self.items[end]) or self.words[end] in ("not", "never")):
                    return Group(group.members, group.at, group.how, group.start, at)
        return None

    def _closed(self, relative: int, at: int) -> bool:
        """Whether a relative clause ends at a comma before an item, so that the main clause goes on there."""
        if not relative or self.words[relative - 1] != ",":
            return False
        return any(self.words[n] == "," and is_verb(self.items[n + 1]) for n in range(relative + 2, at - 1))

    def _after_insert(self, comma: int) -> list[int]:
        """Where it may go on after what is put in between two commas."""
        if comma + 1 >= len(self.items):
            return []
        first = self.items[comma + 1]
        if first.kind in _STATES or self.words[comma + 1] in ("and", "or", "but", "while", "whereas"):
            return []
        ends = []
        for at in range(comma + 2, min(len(self.items) - 1, comma + 28)):
            if self.words[at] in (";", ":"):
                break
            if self.words[at] == "," and (is_verb(self.items[at + 1]) or self.words[at + 1] in ("not", "never")):
                ends.append(at + 1)
        return ends

    # Lists of states

    def group(self, at: int, subject: bool = False) -> Group | None:
        """The states that are named from an item on: one or a list, with what may stand before it."""
        start = self._before_states(at)
        if start is None or start >= len(self.items):
            return None
        items, words = self.items, self.words
        if items[start].kind == "capital":
            after = items[start + 1] if start + 1 < len(items) else None
            if subject and after is not None and is_verb(after):
                return Group((items[start].value,), (self.origin[start],), "capital", at, start + 1)
            return None
        members: list[Named] = []
        places: list[int] = []
        ends: list[int] = []
        unknown: list[str] = []
        last_word = ""
        position = start
        while position < len(items):
            item = items[position]
            if item.kind in _STATES:
                members.append(item.value)
                places.append(self.origin[position])
            elif item.kind in ("proper", "place") and members:
                unknown.append(str(item.value))
            else:
                break
            position += 1
            ends.append(position)
            following = self._after_separator(position)
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
                (is_verb(items[end]) and (last_word.startswith(",") or last_word in ("while", "or")))
                or words[end] == "'s"
            )
        ):
            # The last one begins the next clause.
            if items[end - 1].kind in _STATES:
                members.pop()
                places.pop()
            end = ends[-2]
        if not members or (end < len(items) and words[end] == "'s" and len(ends) == 1 and not subject):
            return None
        return Group(tuple(members), tuple(places), "named", at, end, tuple(unknown))

    def _after_separator(self, at: int) -> int | None:
        """Where the next one of a list begins, if the list goes on at an item."""
        words, items = self.words, self.items
        end = at
        if end < len(items) and words[end] in (",", ";"):
            end += 1
        if end < len(items) and words[end] in ("and", "or", "nor", "&", "plus"):
            end += 1
            if end + 1 < len(items) and words[end] == "," and (end - at == 2 or items[end + 1].kind in _STATES):
                end += 1  # "and, since 2007, Rwanda"
        elif end + 2 < len(items) and words[end : end + 3] == ["as", "well", "as"]:
            end += 3
        elif end + 1 < len(items) and words[end] in ("along", "together") and words[end + 1] == "with":
            end += 2
        if end == at:
            return None
        if end < len(items) and words[end] in ("both", "now", "later", "finally", "then"):
            end += 1
        if end < len(items) and words[end] in ("the", "neighboring", "tiny", "its", "island", "landlocked"):
            end += 1
        return end if end < len(items) and items[end].kind in (*_STATES, "proper") else None

    def _before_states(self, at: int) -> int | None:
        """Where the first state stands of what begins at an item; None where something else begins here."""
        items, words = self.items, self.words
        position, loose = at, 0
        while position < len(items) and position - at < 9:
            item = items[position]
            if item.kind in (*_STATES, "capital"):
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
            if word == "former" and any(
                w in ("republics", "republic", "colonies") for w in words[position : position + 4]
            ):
                position += 1
                continue
            if item.kind != "word" or word in _UNPREMODIFIED or is_verb(item) or not word[:1].isalpha():
                return None
            loose += 1
            if loose > 2:
                return None
            position += 1
        return None

    # Bodies

    def _bodies(self, at: int) -> tuple[Bodies, int] | None:
        """The body or bodies that are named from an item on."""
        items, words = self.items, self.words
        position, loose = at, 0
        if position < len(items) and words[position] == "it":
            body = self.memory.only_body(here=self.bodies_before(at))
            return (Bodies((body,), (-1,)), at + 1) if body is not None else None
        if position < len(items) and words[position] in ("either", "both"):
            two, end = self._two_bodies(at)
            if two or end > at + 1 or not self._goes_on(position):
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
            if item.kind != "word" or word in _UNPREMODIFIED or word in STOP or is_verb(item) or not word[:1].isalpha():
                return None
            if word in NOT_YET:
                return None
            loose += 1
            if loose > 5:
                return None
            position += 1
        if position >= len(items):
            return None
        bodies, places = [items[position].value], [self.origin[position]]
        position += 1
        if position < len(items) and words[position] in _APPOSED:
            position += 1  # "the NATO alliance"
        while position + 1 < len(items):
            end = position
            if words[end] == ",":
                end += 1
            if end < len(items) and words[end] in ("and", "or", "nor"):
                end += 1
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
            places.append(self.origin[end])
            position = after
        return Bodies(bodies, places), position

    def quoted(self, at: int) -> bool:
        """Whether an item stands in a quotation."""
        return self.origin[at] in self.quotations

    def bodies_before(self, at: int) -> list[Named]:
        """The bodies that the sentence names before an item."""
        end = self.origin[at] if at < len(self.origin) else len(self.all)
        return [item.value for item in self.all[:end] if item.kind == "body"]

    def _goes_on(self, at: int) -> bool:
        """Whether a name or noun follows "either" or "both"."""
        after = self.items[at + 1] if at + 1 < len(self.items) else None
        return (
            after is not None and (after.kind != "word" or after.low[:1].isalpha()) and after.low not in ("and", "but")
        )

    # Right context

    def closes(self, at: int, bare: bool) -> bool:
        """Whether what was matched may end before an item: the next word does not change what it means."""
        if at >= len(self.items) or self.date_between(at):
            return not bare or at >= len(self.items) or self.words[at] not in ("forces", "hands")
        item, word = self.items[at], self.words[at]
        if word == "'s":
            return False
        if item.kind == "word":
            if bare:
                return word in _NARROW or (not word[0].isalnum() and word not in ("'s", "/"))
            return word in CLOSING or is_verb(item) or not word[0].isalnum()
        return item.kind in ("date", "percent", "bracket")


_NARROW = frozenset(
    "and but while whereas although though as when after because since before once who which or nor until with only"
    " where despite upon following either".split()
)


def streams_of(
    sentence: Sentence, items: Sequence[Item], memory: Memory, quotations: frozenset[int] = frozenset()
) -> list[Stream]:
    """The sentence without what may stand anywhere, and the inside of each of its brackets."""
    main: list[int] = []
    inner: list[tuple[Item | None, list[int]]] = []
    at = 0
    while at < len(items):
        item = items[at]
        if item.low in ("(", "["):
            close = next((n for n in range(at + 1, len(items)) if items[n].low in (")", "]")), len(items))
            inside = list(range(at + 1, close))
            listed = inside and (at and items[at - 1].low in STATE_NOUNS) and items[inside[0]].kind in _STATES
            if inside and close < len(items) and _members_in_brackets(items, at, inside):
                item.kind, item.low = "word", ":"
                items[close].kind, items[close].low = "word", ","
                main += [at, *inside, close]
                at = close + 1
                continue
            if inside and (items[inside[0]].low in _EXAMPLES or listed) and inside[-1] + 1 < len(items):
                main += inside
            elif inside:
                before = next((items[n] for n in reversed(main)), None)
                inner.append((before, inside))
            at = close + 1
            continue
        main.append(at)
        at += 1
    found = [_stream(sentence, items, main, memory, None)]
    found += [_stream(sentence, items, places, memory, before) for before, places in inner if len(places) > 2]
    for stream in found:
        stream.quotations = quotations
    return found


def _members_in_brackets(items: Sequence[Item], at: int, inside: Sequence[int]) -> bool:
    """Whether a bracket holds the members of the body before it: "the five members of the EAEU (Armenia, …)"."""
    if not at or items[at - 1].kind not in ("body", "acronym") or len(inside) < 3:
        return False
    if any(items[n].kind not in (*_STATES, "date") and items[n].low not in (",", "and", "the") for n in inside):
        return False
    before = [item.low for item in items[max(0, at - 4) : at - 1]]
    nouns = {"members", "states", "countries", "nations", "parties"}
    return bool(nouns & set(before[:2])) and bool({"of", "to"} & set(before[1:]))


def _stream(
    sentence: Sentence, items: Sequence[Item], places: Sequence[int], memory: Memory, before: Item | None
) -> Stream:
    kept: list[int] = []
    at = _dateline([items[n] for n in places[:12]]) if before is None else 0
    at = at or (_numbering([items[n] for n in places[:4]]) if before is None else 0)
    while at < len(places):
        item = items[places[at]]
        if (
            item.low in ("in", "at", "near")
            and at + 1 < len(places)
            and items[places[at + 1]].kind in ("capital", "proper")
        ):
            at += 2  # where it happened
            continue
        skipped = _time_phrase([items[n] for n in places[at : at + 5]])
        if skipped:
            at += skipped
            continue
        if item.kind == "date" or _is_adverb(item) or item.low in ('"', "“", "”", "«", "»"):
            at += 1
            continue
        kept.append(places[at])
        at += 1
    # Commas that now stand side by side held nothing that counts.
    row: list[int] = []
    for place in kept:
        if items[place].low == "," and (not row or items[row[-1]].low in (",", ";", ":")):
            if row and items[row[-1]].low == ",":
                between = [items[n] for n in range(row[-1] + 1, place)]
                following = items[place + 1] if place + 1 < len(items) else None
                if between and all(_is_adverb(i) for i in between):
                    row.pop()
                elif between and following is not None and is_verb(following):
                    row.pop()  # "The first newcomers, in 1973, were"
            continue
        row.append(place)
    reduced = [_dash_as_comma(items[place]) for place in row]
    return Stream(sentence, items, reduced, row, memory, before)


def _dateline(items: Sequence[Item]) -> int:
    """How many items the place and date before a report take up: "BRUSSELS, 7 March —"."""
    for n, item in enumerate(items):
        if item.low in _DASHES and n:
            return n + 1
        plain = item.kind in ("capital", "proper", "place", "acronym", "date", "number", "state", "body")
        if not (plain or item.low in (",", "/", ".") or item.capital):
            return 0
    return 0


def _numbering(items: Sequence[Item]) -> int:
    """How many items the number or sign before a paragraph takes up: "3.", "(b)", "•"."""
    low = [item.low for item in items] + ["", "", ""]
    if low[0] in ("•", "*", "·", "▪", "–", "—", "-"):
        return 1
    if items and (items[0].kind == "number" or re.fullmatch("[a-z]|[ivx]+", low[0])) and low[1] in (".", ")"):
        return 2 if len(items) > 2 else 0
    return 0


def _dash_as_comma(item: Item) -> Item:
    if item.kind == "word" and item.low in _DASHES:
        return Item("word", ",", item.start, item.end)
    return item


def _is_adverb(item: Item) -> bool:
    if item.kind != "word":
        return False
    low = item.low
    return low in ADVERBS or (
        low.endswith("ly") and len(low) > 4 and low not in NOT_ADVERBS and not (item.capital and item.start)
    )


def _time_phrase(items: Sequence[Item]) -> int:
    """How many items a phrase such as "a year later" or "last week" takes up."""
    low = [item.low if item.kind in ("word", "number") else "" for item in items] + ["", "", ""]
    if low[0] in ("a", "one", "some", "several", "few", "many") or low[0] in NUMBERS or low[0].isdigit():
        if low[1] in _TIME_UNITS and low[2] in _TIME_ENDS:
            return 3
        if low[1] in ("few", "couple") and low[2] in _TIME_UNITS and low[3] in _TIME_ENDS:
            return 4
    if low[0] in _TIME_STARTS and low[1] in _TIME_UNITS:
        return 2
    if low[0] == "in" and low[1] in ("the", "that") and low[2] in ("same", "following") and low[3] in _TIME_UNITS:
        return 4
    if low[0] == "during" and low[1] == "the" and low[2] in _TIME_STARTS and low[3] in _TIME_UNITS:
        return 4
    if low[0] == "on" and low[1] in _WEEKDAYS:
        return 2
    if low[0] == "at" and low[1] in ("last", "first", "present"):
        return 2
    if low[0] == "for" and low[1] in ("example", "instance"):
        return 2
    if low[0] == "to" and (low[1] == "date" or (low[1] == "this" and low[2] == "day")):
        return 2 if low[1] == "date" else 3
    if low[0] == "of" and low[1] == "course":
        return 2
    if low[0] == "as" and low[1] == "yet":
        return 2
    if low[0] == "in" and low[1] == "full":
        return 2
    if low[0] == "once" and low[1] in ("again", "more"):
        return 2
    if low[0] == "so" and low[1] == "far":
        return 2
    if low[0] in ("at", "for") and low[1] == "the" and low[2] in ("moment", "time"):
        return 3
    if low[0] == "in" and low[1] in ("contrast", "turn", "addition", "fact", "practice", "theory", "effect", "reality"):
        return 2
    return 0
