"""A question as words, and a reader that moves over them and can go back."""

from __future__ import annotations

import re
from collections.abc import Collection

from ..dates import parse_date
from ..entities import Entity
from ..names import Names
from .lexicon import MONTHS, NUMBERS

__all__ = ["Reader", "split"]

_TOKEN = re.compile(r"\d+(?:\.\d+)?(?:-\d\d(?:-\d\d)?)?|%|[\w&]+(?:[-./]\w+)*|['’]s?\b", re.UNICODE)


def split(question: str) -> list[str]:
    """The words of a question in lower case; a possessive is a word of its own.

    >>> split("Who is Russia's Defence Minister?")
    ['who', 'is', 'russia', "'s", 'defence', 'minister']
    >>> split("less than 50% on 2001-05-18")
    ['less', 'than', '50', '%', 'on', '2001-05-18']
    """
    text = question.casefold().replace("’", "'").replace("n't", " not").replace("per cent", "%")
    text = re.sub(r"\bpercent\b", "%", text)
    words = re.findall(r"\d{4}-\d\d(?:-\d\d)?|\d+(?:\.\d+)?(?![\w-])|%|'s\b|'(?=\s)|[^\s?!,;:\"“”()%']+|\S", text)
    return [
        w
        for word in words
        if (w := word if word in ("%", "'s", "'") else word.strip(".")) and any(c.isalnum() or c in "%'" for c in w)
    ]


class Reader:
    """Words, a position, and the furthest position that any reading reached."""

    def __init__(self, words: list[str], names: Names) -> None:
        self.words = words
        self.names = names
        self.at = 0
        self.furthest = 0

    @property
    def done(self) -> bool:
        """Whether no word is left."""
        return self.at >= len(self.words)

    def take(self, *phrases: str) -> str:
        """Take the longest of the phrases that stands here; nothing and "" where none does."""
        for phrase in sorted(phrases, key=lambda p: -p.count(" ")):
            parts = phrase.split()
            if self.words[self.at : self.at + len(parts)] == parts:
                self._move(len(parts))
                return phrase
        return ""

    def skip(self, *words: str) -> None:
        """Pass over any of the words, as many as there are."""
        while not self.done and self.words[self.at] in words:
            self._move(1)

    def entities(self, kinds: Collection[str] = ()) -> list[Entity]:
        """The entities of these kinds that the longest name here means; none where no name stands here."""
        start = self.at
        self.skip("the", "a", "an")
        for length in range(min(self.names.longest + 1, len(self.words) - self.at), 0, -1):
            name = " ".join(self.words[self.at : self.at + length]).replace(" 's", "'s")
            found = [e for e in self.names.matches(name, kinds) if not kinds or e.kind in kinds]
            if found:
                self._move(length)
                return found
        self.at = start
        return []

    def entity(self, kinds: Collection[str] = ()) -> Entity | None:
        """The one entity that a name here means."""
        start = self.at
        found = self.entities(kinds)
        if len(found) == 1:
            return found[0]
        self.at = start
        return None

    def number(self) -> float | None:
        """A number in digits or words."""
        if self.done:
            return None
        word = self.words[self.at]
        if re.fullmatch(r"\d+(\.\d+)?", word):
            self._move(1)
            return float(word)
        if word in NUMBERS:
            self._move(1)
            return float(NUMBERS[word])
        return None

    def date(self) -> str:
        """A date as people write it (1999, May 2001, 18 May 2001, 2001-05-18); "" where none stands here."""
        rest = " ".join(self.words[self.at : self.at + 5])
        month = "(?P<m>" + "|".join(f"{m}|{m[:3]}" for m in MONTHS) + ")"
        forms = (
            r"(?P<iso>\d{4}-\d\d(?:-\d\d)?)",
            rf"(?:the )?(?P<d>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?{month} (?P<y>\d{{4}})",
            rf"{month} (?:the )?(?P<d>\d{{1,2}})(?:st|nd|rd|th)? (?P<y>\d{{4}})",
            rf"{month} (?:of )?(?P<y>\d{{4}})",
            r"(?:the year )?(?P<y>[12]\d{3})",
        )
        for form in forms:
            match = re.match(form + r"(?![\w-])", rest)
            if match is None:
                continue
            parts = match.groupdict()
            text = parts.get("iso") or parts["y"]
            if parts.get("m"):
                text += f"-{[m[:3] for m in MONTHS].index(parts['m'][:3]) + 1:02}"
            if parts.get("d"):
                text += f"-{int(parts['d']):02}"
            try:
                found = parse_date(text)
            except Exception:
                return ""
            self._move(match[0].count(" ") + 1)
            return found
        return ""

    def _move(self, count: int) -> None:
        self.at += count
        self.furthest = max(self.furthest, self.at)
