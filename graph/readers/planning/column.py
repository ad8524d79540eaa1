"""A column: its name, and what its cells can be."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from ...model.naming.forms import ascii_digits
from ..cells.cell_words import MISSING, NO, UNKNOWN, YES, flag_of, word
from ..cells.yes_and_no import pair_in, short_pair
from ..dates.calendar_dates import plain_text
from ..dates.other_calendars import is_marked_year
from .keys import key_of
from .words.column_words import START_WORD, TURNS

__all__ = ["Column", "may_answer"]

_URL = re.compile(r"(?:https?://\S+|<https?://[^>]+>|wd:Q\d+|Q[1-9]\d*)")


_NUMBER = re.compile(r"[+-]?(?:\d{1,3}(?:[ ,.'\u00a0\u202f]\d{3})+|\d+)(?:[.,]\d+)? ?%?")


_DASHES = frozenset(("", "-", "–", "—"))
_HOLLOW = frozenset("×✕☒●✗✘✓✔☑■")
"""Signs of which the others of a column may turn the meaning."""


_YEAR = re.compile(r"[12]\d{3}(?:\.0)?")
_ISO_CODE = re.compile(r"[A-Z]{2,3}")


@dataclass
class Column:
    """A column: its place, its name, the cells of the first rows that are not empty, and whether the table names it.

    One that the table does not name is called after its place, "unnamed 2", which a user may say too.
    """

    at: int
    name: str
    cells: list[str]
    named: bool = True

    @classmethod
    def in_table(cls, at: int, name: str, cells: list[str]) -> Column:
        """A column as the header has it, called after its place if it has no name there.

        >>> Column.in_table(1, "", ["Alpha Pact"]).name
        'unnamed 2'
        """
        return cls(at, name or f"unnamed {at + 1}", cells, bool(name))

    @property
    def key(self) -> str:
        """Its name for looking it up; "" if the table does not name it."""
        return key_of(self.name) if self.named else ""

    @cached_property
    def distinct(self) -> set[str]:
        """Its different cells."""
        return set(self.cells)

    def all_of(self, pattern: re.Pattern[str], share: float = 0.9) -> bool:
        """Whether (nearly) all its cells are of a pattern."""
        return bool(self.cells) and sum(bool(pattern.fullmatch(cell)) for cell in self.cells) >= share * len(self.cells)

    @cached_property
    def pair(self) -> dict[str, str]:
        """The words of its cells that say yes and no only because both stand in it; empty if there are none."""
        words = {word(cell) for cell in self.distinct}
        telling = {each for each in words if flag_of(each) != MISSING and each not in _DASHES}
        if not 1 < len(telling) < 5 or telling & TURNS or all(flag_of(each) != UNKNOWN for each in telling - _HOLLOW):
            return {}
        return {each: YES if yes else NO for each, yes in pair_in(sorted(telling)).items()}

    @property
    def letters(self) -> bool:
        """Whether such a pair is of single letters, which may stand for something else."""
        return bool(self.pair) and short_pair(self.pair)

    def said(self, cell: str) -> str:
        """Whether one of its cells says yes or no, with regard to the others."""
        return self.pair.get(word(cell)) or flag_of(cell)

    @cached_property
    def flags(self) -> bool:
        """Whether all its cells say yes or no."""
        said = {self.said(cell) for cell in self.distinct if cell != "-1"}
        return UNKNOWN not in said and bool(said & {YES, NO})

    @property
    def ranks(self) -> bool:
        """Whether its cells are ranks of Wikidata's statements, of which one says that a statement is wrong."""
        return bool(self.cells) and all(cell.casefold().endswith("rank") for cell in self.distinct)

    @property
    def answers(self) -> bool:
        """The same of a column called after a member or a body, which may well be called X or Y."""
        return self.flags and not all(len(cell) == 1 and cell.isalpha() for cell in self.distinct)

    @cached_property
    def urls(self) -> bool:
        """Whether its cells are addresses or Wikidata's numbers."""
        return self.all_of(_URL)

    @cached_property
    def numbers(self) -> bool:
        """Whether its cells are numbers."""
        return self.all_of(_NUMBER)

    @cached_property
    def years(self) -> bool:
        """Whether its cells are years."""
        return bool(self.cells) and all(
            _YEAR.fullmatch(ascii_digits(cell)) or _YEAR.fullmatch(plain_text(cell)) or is_marked_year(cell)
            for cell in self.distinct
        )

    @cached_property
    def codes(self) -> bool:
        """Whether its cells are codes of states: two or three capitals, or numbers."""
        return self.all_of(_ISO_CODE) or self.numbers

    @property
    def is_own_body(self) -> bool:
        """Whether a column that is said to be of bodies or members is one itself: its cells are flags, or starts in it.

        >>> [Column(0, "NATO", cells).is_own_body for cells in (["yes", "no"], ["Alpha", "Beta"])]
        [True, False]
        """
        flags = self.answers or (self.flags and len(self.distinct) == 1)
        return flags or (bool(START_WORD.search(self.key)) and self.years)


def may_answer(column: Column) -> bool:
    """Whether the cells of a column may be yes and no in a language that is not known: a few single words.

    Parameters
    ----------
    column : Column
        The column.

    Returns
    -------
    bool

    >>> may_answer(Column(0, "jäsen", ["joo", "eip", "joo"])), may_answer(Column(0, "member", ["Ann Lee", "Bob Roy"]))
    (True, False)
    """
    few = 1 < len(column.distinct) <= 3
    plain = len(column.distinct) < len(column.cells) or all(cell == cell.lower() for cell in column.distinct)
    return few and plain and all(len(cell) < 16 and cell.isalpha() for cell in column.distinct)
