"""Words that stand where a table has starts and ends: what each of them says, and how often it stood there."""

from __future__ import annotations

from collections import Counter

from ...amounts import shortened
from .calendar_dates import plain_text
from .date_words import FOUNDED, LATER, NONE, OPEN, UNKNOWN

__all__ = ["LEFT_OUT", "NOT_NOW", "UNKNOWN_END", "EdgeWords"]

UNKNOWN_END, NOT_NOW = "?", "??"
"""The ends of memberships that are over nobody knows since when, or that a column says not to be there now."""

LEFT_OUT = {UNKNOWN_END: "ended at an unknown date", NOT_NOW: "no present membership"}
"""Why the rows of such memberships are left out: they are none that are known of any day."""

_NOT_KNOWN = "not known"
_SAID = {
    "start": ((NONE, "none"), (UNKNOWN, "unknown"), (FOUNDED, "since the body began")),
    "end": ((OPEN, "still going on"), (NONE, "no end"), (LATER, "still to come"), (UNKNOWN, _NOT_KNOWN)),
}
"""What words mean as a start and as an end."""


class EdgeWords:
    """The words that a table has for starts and ends.

    >>> words = EdgeWords()
    >>> words.says_none("end", "Present"), words.says_none("end", "?"), words.says_none("end", "1950")
    (True, True, False)
    >>> words.notes()
    ["ends in words: 'Present' (1) read as still going on"]
    >>> [warning.partition(";")[0] for warning in words.warnings()]
    ["1 row with an unknown end was read as going on, though it may have ended: '?' (1)"]
    """

    def __init__(self) -> None:
        self._meanings: dict[tuple[str, str], str] = {}
        self._counts: Counter[tuple[str, str]] = Counter()

    def says_none(self, edge: str, text: str) -> bool:
        """Whether a text says that there is no start or no end, or that it is not known; such words are counted.

        Parameters
        ----------
        edge : str
            "start" or "end".
        text : str
            The cell.

        Returns
        -------
        bool
        """
        known = self._meanings.get((edge, text))
        if known is None:
            plain = plain_text(text)
            known = self._meanings[edge, text] = next((what for words, what in _SAID[edge] if plain in words), "")
        if known:
            self._counts[edge, text] += 1
        return known != ""

    def again(self, edge: str, text: str) -> None:
        """Count a word that came again.

        Parameters
        ----------
        edge, text : str
            As for `says_none`.
        """
        self._counts[edge, text.strip()] += 1

    def took(self, edge: str, text: str) -> None:
        """Count a text that has the form of a date and says that there is none, as 9999-12-31 does.

        Parameters
        ----------
        edge, text : str
            As for `says_none`.
        """
        going_on = "still going on" if text.strip("0-./ ") else "no end"
        self._meanings[edge, text] = going_on if edge == "end" else "none"
        self._counts[edge, text] += 1

    def not_known(self, text: str) -> None:
        """Count a text with a start and an unknown end ("1950–?").

        Parameters
        ----------
        text : str
            The cell.
        """
        self._meanings["end", text] = _NOT_KNOWN
        self._counts["end", text] += 1

    def _by_meaning(self, edge: str) -> dict[str, Counter[str]]:
        found: dict[str, Counter[str]] = {}
        for (which, text), count in self._counts.items():
            if which == edge:
                found.setdefault(self._meanings.get((edge, text), ""), Counter())[text] += count
        return found

    def notes(self) -> list[str]:
        """What was read of words, a line for the ends and one for the starts.

        Returns
        -------
        list of str
        """
        found = []
        for edge in ("end", "start"):
            said = self._by_meaning(edge)
            parts = [f"{_shown(texts)} read as {what}" for what, texts in said.items() if what not in ("", _NOT_KNOWN)]
            if parts:
                found.append(f"{edge}s in words: {'; '.join(parts)}")
        return found

    def warnings(self) -> list[str]:
        """That it is not known of some rows when they ended, or whether they did.

        Returns
        -------
        list of str
        """
        texts = self._by_meaning("end").get(_NOT_KNOWN)
        if not texts:
            return []
        number = sum(texts.values())
        rows = "1 row with an unknown end was" if number == 1 else f"{number:,} rows with unknown ends were"
        them, they = ("it", "it may") if number == 1 else ("them", "they may")
        skip = " ".join(f'--role "{text}=skip"' for text in list(texts)[:_MOST_OFFERED])
        more = " …" if len(texts) > _MOST_OFFERED else ""
        said = f"{rows} read as going on, though {they} have ended: {_shown(texts)}"
        return [f"{said}; leave {them} out with: {skip}{more}"]


_MOST_OFFERED = 4


def _shown(texts: Counter[str]) -> str:
    return shortened(f"{text!r} ({count:,})" for text, count in texts.most_common())
