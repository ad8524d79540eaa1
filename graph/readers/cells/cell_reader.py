"""What a cell says of a membership: yes or no, in which role, since when.

In a table with a column for each body a cell may be `1`, `yes`, `✓`, `observer`, `1999`, `Yes (observer)`,
`member since 1999`; in a column of flags or roles it is one of the same words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from ...amounts import shortened
from ...errors import InvalidRequest
from ...late import late_pattern
from ...model.role_words import nearest_in
from ...model.roles import role_named
from ..dates.not_a_date import NotADate
from ..dates.written_dates import Span, WrittenDates
from .cell_words import CROSSES, FLAG_WORDS, MISSING, NO, SKIP, UNKNOWN, YES, bare, flag_of, word
from .in_turn import parts_in_turn, said_in_turn, spelled_out
from .said import Said
from .status_words import (
    FORMER_SPAN,
    LEFT,
    NO_LONGER,
    SINCE_WHEN_AS,
    SUSPENDED,
    TELLING,
    WITH_DATE,
    WITH_END,
    bound,
)

__all__ = ["CellReader"]

_CODES = {"1": "full", "2": "associate", "3": "observer", "0": NO, "-9": MISSING, "-1": NO}
"""The codes of the Correlates of War tables and of igoR."""

_NO_ROLE = frozenset(("none", "unknown", "na", "n/a", "nan", "null"))  # in a column of roles these may say either

_BRACKETED = re.compile(r"(.+?) ?\(([^()]+)\)")
_ROLE_AND_DATE = late_pattern(r"([^\d(),;]+?),? (\d[^(),;]*)|(\d[^(),;]*?\d{4}),? ([^\d(),;]+)")


class CellReader:
    """Reads roles, flags and the cells of wide tables, as the words of a user say or else the usual ones.

    Parameters
    ----------
    dates : WrittenDates
        Reads the dates that cells have in them.
    roles : mapping of str to str, optional
        What `roles_given` makes of a user's words.

    >>> from .cell_words import roles_given
    >>> reader = CellReader(WrittenDates(), roles_given(["Dialogue partner=skip"]))
    >>> reader.role("Observer state"), reader.role("Dialogue partner"), reader.role("friend")
    ('observer', 'skip', '')
    >>> reader.cell("Yes (observer)"), reader.cell("member since 1999")
    (Said(holds='yes', role='observer', spans=(), roles=()), \
Said(holds='yes', role='full', spans=(('1999', ''),), roles=()))
    """

    def __init__(self, dates: WrittenDates, roles: Mapping[str, str] | None = None) -> None:
        self.dates, self.given = dates, dict(roles or {})
        self.unused = set(self.given)
        """The user's words that no cell has had yet."""
        self.legend: dict[str, str] = {}
        """What the name of a column says its codes are: roles, NO, or "" for what is no role."""
        self._explained: dict[str, str] = {}
        """The codes, and what each stands for in words."""
        self.several: dict[str, str] = {}
        """The cells that say several things, one behind the other, and what was read of them."""
        self._cells: dict[str, Said | None] = {}
        self._asked: dict[str, NotADate] = {}
        self._problems: list[NotADate] = []
        self._unclear: frozenset[str] = frozenset()

    def learn_flags(self, cells: Iterable[str]) -> None:
        """Find out whether crosses may say no, as they do beside ticks; then users are asked.

        Parameters
        ----------
        cells : iterable of str
            Cells that say yes or no.

        >>> reader = CellReader(WrittenDates())
        >>> reader.learn_flags(["✓", "x", ""])
        >>> reader.cell("x") is None, reader.cell("✓").holds
        (True, 'yes')
        """
        words = set(map(word, cells))
        if words & CROSSES and any(flag_of(each) == YES for each in words - CROSSES - {"1", "1.0"}):
            self._unclear |= words & CROSSES
            self._cells.clear()

    def forget(self) -> None:
        """Forget what was read to find out what the columns are, of which nothing is to be said."""
        self.dates.forget()
        self.several.clear()
        self._cells.clear()
        self._asked.clear()

    def notes(self) -> list[str]:
        """What was read of cells and might have been meant otherwise, in words.

        Returns
        -------
        list of str
        """
        several = [f"{text!r} as {read}" for text, read in self.several.items()]
        shown = shortened(several, 5, "; ")
        return [*([f"cells that say several things were read: {shown}"] if several else []), *self.dates.notes()]

    def explain(self, legend: Mapping[str, str]) -> None:
        """Learn what a legend says of codes; of what is neither a role nor an answer, users are asked.

        Parameters
        ----------
        legend : mapping of str to str
            The codes, and what each stands for in words.
        """
        for code, what in legend.items():
            flag = flag_of(what)
            known = flag if flag in (NO, MISSING) else "full" if flag == YES else self.role(what)
            if known or word(code) not in FLAG_WORDS:
                self.legend[word(code)] = known
                self._explained[word(code)] = what

    def flag(self, text: str) -> str:
        """Whether a cell says yes or no, as `flag_of` has it, or as was learned of the words of its column.

        Parameters
        ----------
        text : str
            The cell.

        Returns
        -------
        str
        """
        learned = self.legend.get(word(text))
        return NO if learned == NO else YES if learned == "full" else flag_of(text)

    def given_role(self, key: str) -> str | None:
        """What the user says that a word stands for, as `word` has it; None if nothing."""
        self.unused.discard(key)
        return self.given.get(key)

    def nearest(self, text: str) -> dict[str, str]:
        """The words of a cell that are near to a role of ours and were read as it, unless the user explains them.

        Parameters
        ----------
        text : str
            The cell, which says a role.

        Returns
        -------
        dict of str to str
            The words and the role of each.
        """
        key = word(text)
        if key in self.given:
            return {}
        found = nearest_in(self._explained.get(key, text))
        return {said: role for said, role in found.items() if word(said) not in self.given} if found else found

    def role(self, text: str) -> str:
        """The role that a word stands for.

        Parameters
        ----------
        text : str
            The cell.

        Returns
        -------
        str
            A role, SKIP, NO or MISSING; "" if the word is unknown.
        """
        key = word(text)
        if key in self.legend and key not in self.given:
            return self.legend[key]
        found = self.given_role(key) or (role_named(key) if key else "") or _CODES.get(key.removesuffix(".0"))
        if found is None and len(key) > 1 and key not in _NO_ROLE and flag_of(key) in (NO, MISSING):
            return flag_of(key)
        return found or ("full" if key in ("", "na", "n/a", "nan", "null", ".") else "")

    def status(self, text: str) -> Said | None:
        """What a word for a membership says together with its dates: "member since 1999", "withdrew 2016".

        Parameters
        ----------
        text : str
            The cell.

        Returns
        -------
        Said or None
            None if it has no date, or is not understood.

        Raises
        ------
        Undecided
            If it has a date whose day could be the month.

        >>> reader = CellReader(WrittenDates())
        >>> reader.status("Observer (2010)"), reader.status("joined 1973, left 2020"), reader.status("candidate 2012")
        (Said(holds='yes', role='observer', spans=(('2010', ''),), roles=()), \
Said(holds='yes', role='full', spans=(('1973', '2020'),), roles=()), None)
        """
        if not any(c.isdigit() for c in text) or not any(c.isalpha() for c in text):
            return None
        said = self.cell(text)
        if said is None or said.holds != YES or not said.spans:
            return None
        telling = TELLING.search(bare(text)) or nearest_in(text)  # "Founder (1952)"
        return None if self._is_date(text) and not telling else said

    def _is_date(self, text: str) -> bool:
        """Whether a cell is a date and no more, as "12 Dec 1990" is."""
        try:
            return bool(self.dates.spans(text))
        except InvalidRequest:
            return False

    def cell(self, text: str) -> Said | None:
        """What a cell of a wide table says.

        Parameters
        ----------
        text : str
            The cell.

        Returns
        -------
        Said or None
            None if it is not understood.

        Raises
        ------
        Undecided
            If it has a date whose day could be the month.
        """
        if text not in self._cells:
            self._problems.clear()
            self._cells[text] = said = self._read(text)
            if said is None and self._problems:
                self._asked[text] = self._problems[0]
        return self._cells[text]

    def asked(self, text: str) -> str:
        """What has to be said first of a date in a cell that is not understood: its order, its century, its calendar.

        Parameters
        ----------
        text : str
            The cell.

        Returns
        -------
        str
            What is wrong and the way out; "" if the cell is understood, or has no such date.

        >>> reader = CellReader(WrittenDates())
        >>> reader.asked("04/04/49").partition(";")[0], reader.asked("friend"), reader.asked("1949")
        ("'04/04/49' is not a date: its year has two digits", '', '')
        """
        return self._asked[text].message if self.cell(text) is None and text in self._asked else ""

    def _spans(self, text: str) -> tuple[Span, ...]:
        """The spans in a text; none if it is no date, of which something may have to be said first."""
        try:
            return tuple(self.dates.spans(text))
        except NotADate as error:
            self._problems += [error] if error.is_date else []
            return ()

    def _read(self, text: str) -> Said | None:
        key = word(text)
        if given := self.given_role(key):
            return self._as(given)
        if self.legend.get(key):
            return self._as(self.legend[key])
        if key in self._unclear:
            return None
        if (flag := flag_of(key)) != UNKNOWN:
            return Said(flag)
        if key == "-1":
            return Said(NO)
        if (role := role_named(key)) is not None:
            return Said(YES, role)
        if in_turn := self._in_turn(text):
            return in_turn
        key = bare(text)
        if consent := bound(key):
            return Said(YES if consent == "yes" else NO)
        if (match := LEFT.fullmatch(key)) and bool(match[1]) == bool(match[3]):
            return self._until(text, match[2])
        if match := NO_LONGER.fullmatch(key):
            return self._until(text, match[1])
        if match := FORMER_SPAN.fullmatch(key):
            return self._whole(match[1])
        if (match := _BRACKETED.fullmatch(key)) and (both := self._both(self._read(match[1]), self._read(match[2]))):
            return both
        if spans := self._spans(text):
            return Said(YES, "full", spans)
        for pattern in (WITH_DATE, WITH_END):
            if (match := pattern.fullmatch(key)) and match[2] != key and len(parts_in_turn(match[2])) < 2:
                said = self._read(match[1]) if match[1] else Said(YES)
                if both := self._both(said, self._read(match[2])):
                    return both
        if (match := SINCE_WHEN_AS.fullmatch(key)) and role_named(match[2]) is not None:
            return self._both(self._read(match[2]), self._read(match[1]))
        if match := _ROLE_AND_DATE.fullmatch(key):
            role, date = (match[1], match[2]) if match[1] else (match[4], match[3])
            if role_named(role) is not None and (both := self._both(self._read(role), self._read(date))):
                return both
        return None

    def _in_turn(self, text: str) -> Said | None:
        """What a cell with several parts says, one behind the other."""
        parts = parts_in_turn(bare(text))
        said = said_in_turn(parts, self._read, self.dates) if len(parts) > 1 else None
        if said is not None and (len(said.spans) > 1 or SUSPENDED.search(bare(text))):
            self.several[text] = spelled_out(said)
        return said

    def _until(self, text: str, date: str) -> Said | None:
        """What a word for leaving says with its date: a membership that ended then."""
        try:
            end = self.dates.date(date.strip())
        except NotADate as error:
            self._problems += [error] if error.is_date else []
            return self._interrupted(text, date) if SUSPENDED.search(bare(text)) else None
        if not end:
            return None
        self.dates.seen[f"{text!r} read as the end of a membership"] = None
        return Said(YES, "full", (("", end),))

    def _interrupted(self, text: str, dates: str) -> Said | None:
        """What a suspension from then to then says: a membership before it, and another one behind it."""
        found = self._whole(dates)
        if found is None or len(found.spans) != 1:
            return None
        start, end = found.spans[0]
        self.dates.seen[f"{text!r} read as an interruption: a member until {start}, and again from {end}"] = None
        return Said(YES, "full", (("", start), (end, "")))

    def _whole(self, text: str) -> Said | None:
        """A former membership with its start and its end; with one date it may be either."""
        spans = self._spans(text)
        return Said(YES, "full", spans) if spans and all(start and end for start, end in spans) else None

    @staticmethod
    def _as(role: str) -> Said:
        return Said(role) if role in (SKIP, NO, MISSING) else Said(YES, role)

    @staticmethod
    def _both(first: Said | None, second: Said | None) -> Said | None:
        """What a word and the words in brackets behind it say together."""
        if first is None or second is None or first.holds != YES or second.holds != YES:
            return None
        if first.spans and second.spans:
            return None
        role = first.role if first.role != "full" else second.role
        return Said(YES, role, first.spans or second.spans)
