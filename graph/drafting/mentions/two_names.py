"""Two names of one body in a sentence: "Full Name (ABBR)", "known as", "has been renamed"."""

from __future__ import annotations

import re
from dataclasses import replace

from ...model.naming.abbreviations import stands_for
from ...model.naming.forms import slug
from ..gazetteer import Named
from ..items import Item
from ..lexicon import BODY_NOUNS, CONNECTORS, FORMAL_NOUNS, STOP
from ..words import Sentence
from .own_names import OwnNames

__all__ = ["link_names"]

_BEING = frozenset("has have been is was now since then later also".split())
_BETTER = frozenset("better also commonly widely usually often generally sometimes now formerly popularly".split())


def link_names(names: OwnNames, sentence: Sentence, items: list[Item]) -> None:
    """Make items that name one body that body, and note both names.

    Parameters
    ----------
    names : OwnNames
        The names of the text.
    sentence : Sentence
        The sentence.
    items : list of Item
        Its items; they are changed in place.
    """
    linking = _Linking(names, sentence)
    linking.brackets(items)
    linking.known_as(items)


class _Linking:
    """The names of one sentence that are being linked."""

    def __init__(self, names: OwnNames, sentence: Sentence) -> None:
        self.names = names
        self.sentence = sentence
        self.words = sentence.words

    def _text(self, item: Item) -> str:
        return item.text_in(self.words)

    def brackets(self, items: list[Item]) -> None:
        """Link "Full Name (ABBR)": the two are one body."""
        n = -1
        while n < len(items) - 4:
            n += 1
            item = items[n]
            if items[n + 1].low != "(":
                continue
            if (
                item.kind == "word"
                and item.low in BODY_NOUNS
                and items[n + 2].kind == "acronym"
                and items[n + 3].low == ")"
            ):
                self._spelled(items, n)
                continue
            if item.kind not in ("body", "proper", "acronym"):
                continue
            inner = n + 2
            if items[inner].low == "the":
                inner += 1
            if inner + 1 >= len(items) or items[inner + 1].low not in (")", ","):
                continue
            other = items[inner]
            if other.kind not in ("body", "proper", "acronym"):
                continue
            if (whole := self._listed_as(items, n, other)) is not None:
                n = whole
                continue
            n = self._lengthened(items, n, other)
            self._join(items[n], other)

    def known_as(self, items: list[Item]) -> None:
        """Link "Full Name, known as Short": the two are one body."""
        for n, item in enumerate(items):
            if item.kind != "body" or n + 2 >= len(items):
                continue
            self._renamed(items, n)
            if items[n + 1].low not in (",", "("):
                continue
            at = n + 2
            while at < len(items) and at - n < 6 and items[at].low in _BETTER:
                at += 1
            if items[at : at + 1] and items[at].low in ("known", "called", "dubbed", "nicknamed", "abbreviated"):
                at += 1
                while at < len(items) and (
                    items[at].low in ("as", "in", "simply", "the") or items[at].kind == "demonym"
                ):
                    at += 1
                short = items[at] if at < len(items) else None
                if short is not None and short.kind in ("proper", "acronym") and items[at + 1 : at + 2]:
                    if items[at + 1].low in (",", ")"):
                        self._join(item, short)

    def _renamed(self, items: list[Item], n: int) -> None:
        """Link a body and the new name that it is said to have: "the group has been known as the Orinoco Union"."""
        at = n + 1
        while at < len(items) and at - n < 5 and items[at].low in _BEING:
            at += 1
        if at == n + 1 or at + 2 >= len(items) or items[at].low not in ("known", "called", "renamed"):
            return
        at += 1 + (items[at + 1].low == "as")
        at += items[at].low == "the"
        name = items[at] if at < len(items) else None
        if name is not None and name.kind == "body" and not name.value.known and self.names.memory.is_new(name.value):
            said = self._text(name)
            self.names.forget(name.value)
            name.value = items[n].value
            self.names.introduce(items[n].value, said)

    def _lengthened(self, items: list[Item], n: int, short: Item) -> int:
        """Make a name longer to its left where its abbreviation says so: "Parties to the Nauru Agreement (PNA)"."""
        item, letters = items[n], self._text(short)
        if (
            short.kind != "acronym"
            or stands_for(letters, self._text(item))
            or (item.kind == "body" and item.value.known)
        ):
            return n
        start = item.start
        for at in range(item.start - 1, max(-1, item.start - 7), -1):
            word = self.words[at]
            if word.capital and (word.low not in STOP or word.low in FORMAL_NOUNS):
                start = at
            elif word.low not in CONNECTORS | {"'", "’"}:
                break
        full = self.sentence.text[self.words[start].start : self.words[item.end - 1].end]
        if start == item.start or not stands_for(letters, full):
            return n
        first = next(place for place, other in enumerate(items) if other.start >= start)
        for part in items[first : n + 1]:
            if part.kind == "body" and not part.value.known:
                listed = self.names.known.longest(
                    self.words, part.start
                )  # "Guinea Compact" in "Gulf of Guinea Compact (GGC)"
                if listed is None or listed[1].what != part.value:
                    self.names.forget(part.value)
        body = Named(slug(letters), full, "body", letters)
        items[first : n + 1] = [Item("body", "", start, item.end, body, True)]
        return first

    def _listed_as(self, items: list[Item], n: int, short: Item) -> int | None:
        """Read a name as the body that its abbreviation is known for, where all its words are in that one's name.

        "Customs and Economic Union of Central Africa (UDEAC)" is the Central African Customs and Economic Union.
        """
        item = items[n]
        if item.kind != "body" or short.kind != "body" or item.value == short.value or item.value.known:
            return None
        start, first = item.start, n
        while first > 1 and items[first - 1].low in ("and", "of") and items[first - 2].kind == "proper":
            first -= 2
            start = items[first].start
        if first < n and items[first - 1 : first] and items[first - 1].low != "the":
            return None
        names = [{*_roots(name)} for name in (short.value.label, *short.value.aliases)]
        said = _roots(" ".join(word.text for word in self.words[start : item.end]))
        if len(said) < 2 or not any(set(said) <= name for name in names):
            return None
        full = self.sentence.text[self.words[start].start : self.words[item.end - 1].end]
        self.names.forget(item.value)
        body = short.value
        items[first : n + 1] = [Item("body", "", start, item.end, body, True)]
        self.names.introduce(body, full, self._text(short))
        return first

    def _spelled(self, items: list[Item], noun: int) -> None:
        """A name with words in lower case before its abbreviation: "the CIS Defense Ministers' council (DMC)"."""
        short = items[noun + 2]
        letters = self._text(short)
        for start in range(items[noun].end - 1, max(-1, items[noun].end - 10), -1):
            words = [w.text for w in self.words[start : items[noun].end] if w.text[0].isalpha()]
            if not self.words[start].text[0].isalpha() or not stands_for(letters, " ".join(words)):
                continue
            whole = next((i for i in items if i.end == start and i.kind == "body"), None)
            first = whole.start if whole is not None else start
            full = self.sentence.text[self.words[first].start : self.words[items[noun].end - 1].end]
            body = Named(slug(full), full, "body", letters)
            at = next(n for n, i in enumerate(items) if i.start >= first)
            self.names.introduce(body, full, letters)
            items[at : noun + 4] = [Item("body", "", first, short.end + 1, body, True)]
            return

    def _join(self, item: Item, other: Item) -> None:
        full, short = self._text(item), self._text(other)
        if (other.kind == "body" and other.value.known) or (other.kind == "body" and item.kind == "proper"):
            body = other.value
            if item.kind == "body" and item.value.id != body.id and item.value.abbreviation:
                return
        elif item.kind == "body":
            body = item.value
            given = other.kind == "acronym" and len(full.split()) > 2 and not body.aliases
            if not body.abbreviation and not body.known and (given or stands_for(short, full)):
                listed = self.names.known.longest(self.words, item.start)
                if listed is not None and listed[1].what == body:
                    body = replace(body, abbreviation=short)
                else:
                    body = Named(slug(short), full, "body", short)
                self.names.forget(item.value)
        elif stands_for(short, full) and len(full.split()) > 1:
            body = Named(slug(short), full, "body", short)
        else:
            return
        self.names.replace(full, body)
        self.names.replace(short, body)
        item.kind = other.kind = "body"
        item.value = other.value = body
        self.names.introduce(body, full, short)


def _roots(name: str) -> list[str]:
    """The first letters of the words of a name that say something: those of Africa and African are the same.

    >>> _roots("Economic Union of Central Africa")
    ['econo', 'union', 'centr', 'afric']
    """
    return [word[:5] for word in re.findall(r"[^\W\d_]+", name.lower()) if word not in CONNECTORS]
