"""Bodies that a text speaks of by a noun: "the council", "the League", "the latter"."""

from __future__ import annotations

from collections.abc import Sequence

from ..gazetteer import Gazetteer, Named
from ..items import Item
from ..lexicon import AUXILIARIES, GENERIC_BODIES, NAMED_NOUNS, OFFICE_HEADS, PREPOSITIONS, STATE_NOUNS, STOP
from ..memory import Memory, nouns_of
from ..words import Word

__all__ = ["SpokenBodies"]

_SHORT_NAMES = frozenset(
    "league community communities union association organization forum council bank group commonwealth fund agency"
    " conference pact alliance partnership federation confederation institute secretariat initiative commission compact"
    " network entente club coalition dialogue bloc assembly".split()
)
_KINDS = frozenset(
    "customs monetary currency economic political military personal postal banking fiscal energy".split()
)
_OF_KINDS = frozenset("union community council treaty pact bank fund agency forum".split())
_ALLYING = frozenset("treaty pact defense".split())
"""What a body has in its name that texts call "the Alliance", in capitals too."""
_NOT_IT = frozenset(
    "other another rival new smaller larger same two second third first wider former last whole international joint older"
    " newer younger bigger greater narrower looser earlier previous old".split()
)


class SpokenBodies:
    """Finds the bodies that nouns mean, by what the text has named before.

    Parameters
    ----------
    known : Gazetteer
        The names that are known.
    memory : Memory
        What the text has named.
    """

    def __init__(self, known: Gazetteer, memory: Memory) -> None:
        self._known, self._memory = known, memory
        self._words: Sequence[Word] = ()

    def item_at(self, words: Sequence[Word], at: int) -> Item | None:
        """The body that "the council" or "the regional bloc" means."""
        self._words = words
        if words[at].low not in ("the", "this", "that", "its") or at + 1 >= len(words):
            return None
        if words[at].low == "the" and words[at + 1].low in ("former", "latter"):
            return self._of_two(at)
        end = at + 1
        if words[end].low in _SHORT_NAMES and words[end].text[0].isupper():
            return self._short_name(at, end)
        while (
            end < len(words) and end - at <= 3 and words[end].text[0].islower() and not self._called_so(words[end].low)
        ):
            plural = words[end].low.endswith("s") and words[end].low not in ("customs", "economics", "securities")
            if words[end].low in STOP or plural or words[end].low in _NOT_IT:
                return None
            if words[end].low.endswith(("est", "-member", "-nation", "-state", "-country")):
                return None
            end += 1
        if end >= len(words) or not self._called_so(words[end].low) or not words[end].text[0].islower():
            return None
        after = words[end + 1] if end + 1 < len(words) else None
        if after is not None and after.low == "of" and end + 2 < len(words):
            return None
        if after is not None and (
            after.text[0].isalpha() and after.low in ("secretary", "president", "known", "called")
        ):
            return None
        if words[at].low == "its" or words[end].low in self._memory.other_papers:
            return None
        body = self._meant(at, end)
        if body is None or self._of_another_kind(body, at + 1, end):
            return None
        self._memory.mention_body(body)
        return Item("body", "the", at, end + 1, body)

    def _meant(self, at: int, end: int) -> Named | None:
        """The one body that the noun at `end` may mean."""
        noun = self._words[end].low
        here = [body for body in self._memory.sentence if not self._only_describes(body, at)]
        body = self._named_in_part(at + 1, end) or self._memory.only_body(noun, here)
        if noun == "alliance" and (body is None or not _ALLYING & nouns_of(body)):
            allied = [each for each in self._memory.text.values() if _ALLYING & nouns_of(each)]
            near = [each for each in allied if each in (*self._memory.sentence, *self._memory.before)] or allied
            if near:  # "alliance" is said of a defense pact before others
                return near[0] if len(near) == 1 else None
        return body

    def _of_two(self, at: int) -> Item | None:
        """The body that "the former" or "the latter" means, where two are spoken of."""
        words, end = self._words, at + 2
        if end < len(words) and words[end].low in GENERIC_BODIES:
            end += 1
        elif end < len(words) and words[end].low in STATE_NOUNS | OFFICE_HEADS:
            return None
        elif words[at + 1].low == "former" and end < len(words) and words[end].text[0].isalpha():
            if words[end].low not in AUXILIARIES | PREPOSITIONS | {"and", "but", "while", "or"}:
                return None  # "the former Soviet republics"
        two = list(dict.fromkeys(self._memory.sentence)) or list(dict.fromkeys(self._memory.before))
        if len(two) != 2:
            return None
        body = two[words[at + 1].low == "latter"]
        self._memory.sentence[:] = [body]
        self._memory.note(body)
        return Item("body", "the", at, end, body)

    def _short_name(self, at: int, end: int) -> Item | None:
        """The body that a capitalized noun of its name means: "the League", "the Community", "the Bank"."""
        words = self._words
        noun = words[end].low.removesuffix("s") if words[end].low != "communities" else "community"
        after = words[end + 1] if end + 1 < len(words) else None
        later = words[end + 2].text[0] if end + 2 < len(words) else ""
        if after is not None and after.low in ("of", "for", "on") and later.isupper():
            return None
        if after is not None and after.text[0].isupper() and after.low not in STOP:
            return None
        known = self._known.longest(words, end)
        if known is not None and known[0] > end + 1:
            return None
        called = self._memory.called(noun)
        body = called[0] if len(called) == 1 else None
        if body is None and (called or noun == "alliance"):
            body = self._memory.only_body(noun)
            if body is not None and not called and not _ALLYING & nouns_of(body):
                return None
        if body is None:
            return None
        self._memory.mention_body(body)
        return Item("body", "the", at, end + 1, body)

    def _of_another_kind(self, body: Named, first: int, noun: int) -> bool:
        """Whether words say of what kind a union or the like is, and a body has not: "the customs union" is not the EU."""
        kinds = {word.low for word in self._words[first:noun]} & _KINDS
        return self._words[noun].low in _OF_KINDS and bool(kinds - nouns_of(body))

    def _only_describes(self, body: Named, end: int) -> bool:
        """Whether a body only says which states are meant: "No NATO state belongs to the organization"."""
        low = [word.low for word in self._words[:end]]
        if low[:1] == ["of"]:  # "Of the EU's members, Austria and Malta are outside the alliance"
            return bool({"members", "states", "countries"} & set(low[1:8]) and {"of", "'s"} & set(low[1:6]))
        named = {body.abbreviation.lower(), *(alias.lower() for alias in body.aliases), body.label.lower()}
        first = low[:1] and low[0] in ("no", "any", "every", "each")
        return bool(first) and end > 2 and low[1] in named and low[2] in STATE_NOUNS

    def _named_in_part(self, first: int, noun: int) -> Named | None:
        """The one body of the text in whose name all of some words stand: "the customs union"."""
        said = {word.low for word in self._words[first : noun + 1]}
        called = [body for body in self._memory.called(self._words[noun].low) if said <= nouns_of(body)]
        return called[0] if len(said) > 1 and len(called) == 1 else None

    def _called_so(self, noun: str) -> bool:
        """Whether a text can speak of a body by a noun."""
        return noun in GENERIC_BODIES or (noun in NAMED_NOUNS and bool(self._memory.called(noun)))
