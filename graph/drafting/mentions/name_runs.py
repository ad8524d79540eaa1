"""What the words of a sentence name: states, bodies, people, places, dates, numbers; names that are new are found by form.

A sentence becomes a row of items, each a name, a date, a number or a plain word.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from ...model.naming.forms import slug
from ..dates import MONTHS, TextDate, date_at, years_after
from ..gazetteer import Gazetteer, Named, of_two_states
from ..items import Item
from ..lexicon import (
    BODY_NOUNS,
    CONNECTORS,
    FORMAL_NOUNS,
    NUMBERS,
    PARTICLES,
    STOP,
    TREATY_NOUNS,
)
from ..words import Sentence, Word
from .offices import office_at
from .own_names import OwnNames
from .spoken_bodies import SpokenBodies
from .two_names import link_names

__all__ = ["Mentions"]


_ACRONYM = re.compile(r"[A-Z][A-Z&-]{1,7}\+?|[A-Z]{1,3}\d{1,2}|[A-Z]{2,}[a-z]{1,2}[A-Z]*|[A-Z][a-z]?[A-Z]{2,}")
_NO_BODIES = frozenset(
    "TV GDP CEO COVID USD EUR PM MP AIDS HIV NGO NGOS II III IV VI VII XI AM PM BC AD UTC GMT LNG IT ID US UK UAE U.S."
    " DRC".split()
)
_GIVEN_NAMES = frozenset("jordan chad georgia israel cuba kenya india ireland holland france cyprus malta".split())
_TITLES = frozenset(
    "mr. mrs. ms. dr. gen. lt. col. sen. rep. gov. mr mrs ms dr sir lord sheikh general colonel captain".split()
)
_PLURAL_OFFICES = frozenset("ministers presidents leaders".split())


class Mentions(OwnNames):
    """Reads the names in one text; what the text introduces is known from there on."""

    def __init__(self, known: Gazetteer) -> None:
        super().__init__(known)
        self.shouted = False
        self._spoken_of = SpokenBodies(known, self.memory)
        self._told_before: tuple[int, TextDate | None] = 0, None
        """The paragraph and the date of the sentence before, if it has just one: "a year later" can count from it."""

    def items(self, sentence: Sentence) -> list[Item]:
        """The items of a sentence, in order."""
        self.words = words = sentence.words
        self.sentence = sentence
        self.shouted = sum(w.text.isupper() for w in words) > len(words) / 2
        found: list[Item] = []
        at = 0
        while at < len(words):
            item = self._item(at, found)
            found.append(item)
            at = item.end
        dates: list[TextDate] = [item.value for item in found if item.kind == "date"]
        one = dates[0] if len(dates) == 1 and dates[0].how in ("", "in", "on", "at") else None
        self._told_before = sentence.paragraph, one
        link_names(self, sentence, found)
        return found

    def _item(self, at: int, before: Sequence[Item]) -> Item:
        words = self.words
        word = words[at]
        if (dated := date_at(words, at)) is not None:
            return Item("date", "", at, dated[0], dated[1])
        told = next((item.value for item in reversed(before) if item.kind == "date"), None)
        if told is None and self._told_before[0] == self.sentence.paragraph:
            told = self._told_before[1]
        if told is not None and (counted := years_after(words, at, told)) is not None:
            end = counted[0]
            said_itself = end + 1 < len(words) and words[end].low == "," and date_at(words, end + 1) is not None
            if not said_itself:  # "two years earlier, on 8 February 2018"
                return Item("date", "", at, *counted)
        if word.text[0].isdigit() or (word.low in NUMBERS and not self._begins_a_name(at)):
            return self._number(at)
        if (office := office_at(words, at)) is not None:
            return office
        if (generic := self._spoken_of.item_at(words, at)) is not None:
            return generic
        if word.text[0].isupper():
            return self._name(at, before)
        if word.low in ("al-", "bin") and at + 1 < len(words):
            return self._name(at, before)
        known = self.known.longest(words, at)
        if known is not None:  # the eurozone, the staff for coordination of military cooperation
            return self._named(at, *known)
        return Item("word", word.low, at, at + 1)

    # Numbers

    def _begins_a_name(self, at: int) -> bool:
        """Whether a number in capitals is the first word of a name: "the Five Power Defence Arrangements"."""
        words = self.words
        if words[at].text[0].isupper() and self.known.longest(words, at) is not None:
            return True  # "Five Eyes" also at the beginning of a sentence
        named = at > 0 and words[at].text[0].isupper() and not self.shouted and at + 1 < len(words)
        return named and words[at + 1].text[0].isupper() and words[at + 1].text[1:].islower()

    def _number(self, at: int) -> Item:
        words, word = self.words, self.words[at]
        if at + 1 < len(words) and (
            words[at + 1].low in ("%", "percent", "percentage")
            or (words[at + 1].low == "per" and at + 2 < len(words) and words[at + 2].low == "cent")
        ):
            end = at + 3 if words[at + 1].low == "per" else at + 2
            try:
                return Item("percent", "", at, end, float(word.low.replace(",", ".")))
            except ValueError:
                pass
        value = NUMBERS.get(word.low)
        if value is None and word.low.isdigit():
            value = int(word.low)
        return Item("number", word.low, at, at + 1, value, word.text[0].isupper())

    # Names

    def _name(self, at: int, before: Sequence[Item]) -> Item:
        words, word = self.words, self.words[at]
        own = self.own.longest(words, at)
        known = self.known.longest(words, at)
        if known is not None and self._two_states(at, known[0]):
            known = self.known.longest(words[: at + 1], at)
        if word.low in FORMAL_NOUNS and own is None and (known is None or known[0] == at + 1):
            after = words[at + 1] if at + 1 < len(words) else None
            if after is None or not after.text[0].isupper() or after.low in FORMAL_NOUNS:
                return Item("word", word.low, at, at + 1, None, True)  # "Member States"
        if own is not None and (known is None or own[0] >= known[0]):
            known = own
        run = self._run(at)
        first = at == 0 or (before and before[-1].low in (":", "“", '"', ";", "—"))
        first = first or (at == 1 and words[0].low in ("-", "*", "•", "–", "·"))
        if known is not None and known[0] >= run:
            return self._guarded(at, *known, before=before)
        if known is not None and known[1].how == "name" and known[1].what.kind in ("state", "territory"):
            if words[known[0]].low in (".", ",") or self._breaks(known[0]):
                return self._guarded(at, *known, before=before)
        elif known is not None and known[1].how in ("demonym", "capital"):
            # "Russian Foreign Minister": the adjective stands alone; "Turkish Airlines" is a name.
            if not self._body_like(at, run):
                return self._named(at, *known)
        elif known is not None and known[1].what.kind == "body" and not self._body_like(known[0], run):
            # "The Commonwealth of the Great Lakes" is not the Commonwealth.
            if not (known[0] == at + 1 and word.low in BODY_NOUNS and self._body_like(at, run)):
                return self._named(at, *known)
        if run == at:
            return Item("word", word.low, at, at + 1, None, True)
        if first and run - at == 1 and (word.low in STOP or not self._seen(word)):
            if not (_ACRONYM.fullmatch(word.text) and not self.shouted):
                return Item("word", word.low, at, at + 1, None, True)
        text = " ".join(w.text for w in words[at:run])
        return self._unknown(at, run, text)

    def _two_states(self, at: int, end: int) -> bool:
        """Whether "Serbia and Montenegro" are two states, as at the end of a list: one is, was or has."""
        words = self.words
        one = end < len(words) and words[end].low in ("was", "is", "has", "'s", "itself", "(")
        return end - at == 3 and not one and of_two_states(" ".join(word.text for word in words[at:end]))

    def _seen(self, word: Word) -> bool:
        return word.low in self.surnames or (
            len(self.words) > 1 and self.words[min(1, len(self.words) - 1)].text == "("
        )

    def _breaks(self, at: int) -> bool:
        """Whether a name before this word ends here, although the word has a capital letter."""
        words = self.words
        if at >= len(words) or not words[at].text[0].isupper():
            return True
        word = words[at]
        return word.low in MONTHS or office_at(words, at) is not None or self.known.longest(words, at) is not None

    def _guarded(self, at: int, end: int, name: Any, before: Sequence[Item]) -> Item:
        """A known name, unless it is a part of an unknown one: "Kenya Airways", "Michael Jordan"."""
        words = self.words
        if name.what.kind in ("state", "territory", "capital") and name.how != "demonym":
            if end < len(words) and words[end].text[0].isupper() and not self._breaks(end) and len(words[end].text) > 1:
                run = self._run(end)
                if run > end:
                    return self._unknown(at, run, " ".join(w.text for w in words[at:run]))
            if words[at].low in _GIVEN_NAMES and at and words[at - 1].text[0].isupper():
                prior = before[-1] if before else None
                if prior is not None and prior.kind in ("proper", "person") and prior.end == at:
                    return Item("proper", "", prior.start, end, " ".join(w.text for w in words[prior.start : end]))
        return self._named(at, end, name)

    def _named(self, at: int, end: int, name: Any) -> Item:
        what: Named = name.what
        kind = what.kind if name.how == "name" else name.how
        if name.how == "name":
            text = " ".join(w.text for w in self.words[at:end])
            self.written.setdefault(what.id, set()).add(text)
        money = self.words[at].low == "euro" and end == at + 1  # "none has the euro"
        if kind == "body" and not money:
            self.memory.mention_body(what)
        elif kind in ("state", "territory"):
            self.memory.mention_state(what)
        return Item(kind, "", at, end, what, True)

    def _run(self, at: int) -> int:
        """Where a run of capitalized words ends that may be one name; words of offices and known names end it."""
        words = self.words
        end = at
        noun = False
        while end < len(words):
            word = words[end]
            if word.text[0].isupper() and (end == at or not self._stops(end)):
                if end == at and word.low in STOP and not (word.low in NUMBERS and self._begins_a_name(at)):
                    break
                noun = noun or word.low in BODY_NOUNS
                end += 1
                if word.text.endswith(".") and len(word.text) > 2 and word.low not in _TITLES:
                    break
                continue
            if end > at and word.low in PARTICLES | CONNECTORS and end + 1 < len(words):
                following = end + 1
                if words[following].low == "the" and following + 1 < len(words):
                    following += 1
                nxt = words[following]
                if nxt.text[0].isupper() and self._joins(at, end, following, noun):
                    end = following
                    continue
            if (
                end > at
                and word.text[0].islower()
                and re.match(r"(?:al|el|ul|bin)-?[A-Z]?", word.text)
                and (re.match(r"(?:al|el|ul|as|an|ad)-[A-Z]", word.text))
            ):
                end += 1
                continue
            break
        return end

    def _joins(self, at: int, connector: int, following: int, noun: bool) -> bool:
        """Whether a word in lower case stands inside of the name that begins at `at`."""
        words = self.words
        low = words[connector].low
        if low in PARTICLES and low not in ("de", "la", "el", "le", "y", "al", "da") and following == connector + 1:
            return True
        if low in ("de", "la", "el", "le", "da", "du", "del") and following == connector + 1:
            return True
        if low in ("of", "for", "on", "in", "to"):
            if noun and low == "of" and (self._abbreviated(following) or self._purpose(at, connector, following)):
                return True
            if not noun or words[connector - 1].low not in BODY_NOUNS | {"bank", "states", "nations"}:
                # "Association of Southeast Asian Nations": the noun stands at once before the preposition.
                return (
                    low == "in"
                    and noun
                    and any(w.low in ("for", "of") for w in words[at:connector])
                    and (words[connector - 1].low in ("cooperation", "development", "measures", "co-operation"))
                )
            if low in ("in", "to", "on"):
                return words[at].low not in STOP and any(w.low in ("for", "of") for w in words[at:connector])
            if self.known.longest(words, at) is not None and words[at].low not in BODY_NOUNS:
                return False
            known = self.known.longest(words, following)
            return not (known is not None and known[1].what.kind == "body" and connector - at > 1)
        if low == "and":
            inside = any(w.low in ("of", "for") for w in words[at:connector])
            if following != connector + 1 or self.known.longest(words, following) is not None:
                return False
            if not inside:
                last = following
                while last < len(words) and words[last].text[0].isupper():
                    last += 1
                return (
                    not noun
                    and words[last - 1].low in BODY_NOUNS
                    and last - following >= 2
                    and (
                        words[connector - 1].low
                        in ("economic", "political", "social", "security", "monetary", "agricultural")
                    )
                )
            return (
                noun
                and office_at(words, following) is None
                and words[connector - 1].low not in BODY_NOUNS - {"cooperation"}
            )
        return False

    def _abbreviated(self, at: int) -> bool:
        """Whether words in capitals from here on end with an abbreviation in brackets."""
        words, end = self.words, at
        while end < len(words) and words[end].capital and end - at < 4:
            end += 1
        shut = words[end + 2].text == ")" if end + 2 < len(words) else False
        return end > at and shut and words[end].text == "(" and bool(_ACRONYM.fullmatch(words[end + 1].text))

    def _purpose(self, at: int, connector: int, following: int) -> bool:
        """Whether "of" goes on with what a body is for: "Forum for the Progress of South America"."""
        words = self.words
        known = self.known.longest(words, following)
        for_what = [w.low for w in words[at:connector]][-3:-1] == ["for", "the"]
        return for_what and not (known is not None and known[1].what.kind in ("state", "body"))

    def _stops(self, at: int) -> bool:
        """Whether a capitalized word begins something of its own."""
        words = self.words
        if words[at].low in MONTHS and at + 1 < len(words) and words[at + 1].text[0].isdigit():
            return True
        if office_at(words, at) is not None:
            return True
        known = self.known.longest(words, at)
        if known is None:
            return False
        if words[at - 1].low in _OF_LANDSCAPE and words[at - 1].capital:
            return False  # "Lake Chad Basin Commission"
        ends_name = words[at].low == "states" and at + 1 < len(words) and words[at + 1].text == "("
        if words[at - 1].low in _DIRECTIONS or ends_name:
            return False
        # A state inside of a name of a body: "Arab Republic of Egypt" is known as a whole.
        before = words[at - 1].low
        return not (known[1].what.kind == "state" and before in ("of", "the", "for"))

    def _body_like(self, at: int, end: int) -> bool:
        words = self.words
        if end - at < 2:
            return False
        lows = [w.low for w in words[at:end]]
        return (
            lows[-1] in BODY_NOUNS
            or lows[-1] in NUMBERS
            or any(
                low in BODY_NOUNS and n + 1 < len(lows) and lows[n + 1] in ("of", "for", "on")
                for n, low in enumerate(lows)
            )
        )

    def _unknown(self, at: int, end: int, text: str) -> Item:
        """A name that nothing knows: a body where its nouns or its form say so."""
        words = self.words
        if end - at >= 2 and self._body_like(at, end):
            lows = [w.low for w in words[at:end]]
            inquiry = lows[-1] == "committee" and lows[-2] in _OF_PARLIAMENTS
            organ = lows[-1] in _ORGANS and all(low in _OF_ORGANS for low in lows[:-1])
            if not (TREATY_NOUNS & set(lows[:1]) or lows[0] in ("ministry", "bank") or inquiry or organ):
                body = Named(slug(text), text, "body")
                self.introduce(body, text)
                return Item("body", "", at, end, body, True)
        if (
            end - at == 1
            and _ACRONYM.fullmatch(words[at].text)
            and not self.shouted
            and words[at].text not in _NO_BODIES
        ):
            body = Named(slug(text), text, "body")
            return Item("acronym", "", at, end, body, True)
        if end - at == 1 and words[at].low in self.surnames:
            name = self.surnames[words[at].low]
            return Item("person", "", at, end, Named(slug(name) or "person", name, "person"), True)
        return Item("proper", "", at, end, text, True)

    def text_of(self, item: Item) -> str:
        """The words of an item, with single spaces."""
        return item.text_in(self.words)


_ORGANS = frozenset("council committee assembly commission secretariat conference court parliament".split())
_OF_ORGANS = frozenset(
    "presidential ministerial executive supreme permanent standing general joint steering parliamentary political"
    " military consultative advisory legislative higher high".split()
)
"""What an organ of a body is called by, which has no members of its own: "the Presidential Council"."""
_OF_PARLIAMENTS = frozenset("select standing joint steering drafting committee".split())
_OF_LANDSCAPE = frozenset("lake gulf river greater horn".split())
_DIRECTIONS = frozenset("west east north south northern southern western eastern central latin pan inter".split())
