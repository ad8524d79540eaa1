"""Rows that cannot be read, or are none: how they are told, each at once or all at the end."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ..amounts import shortened
from ..errors import OperationFailed
from ..late import late_pattern
from .dates.date_formats import beside_given

__all__ = ["Incomplete", "Mistakes", "NothingListed", "Skipped", "Total", "Unnamed", "Wrong"]


class Wrong(Exception):
    """A row that cannot be read; the message says where and why."""


class Skipped(Exception):
    """A row that the user leaves out."""


class Total(Exception):
    """A row of sums, which is no membership."""


class Incomplete(Wrong):
    """A row without a member or a body."""


class NothingListed(Incomplete):
    """A row whose list of members or bodies is empty, which is no membership."""


class Unnamed(NothingListed):
    """A row with a word for no name where its member or body would stand, which is told by the word."""


_WAY_OUT = late_pattern(r"""--[a-z-]+ (?:"[^"]*"|\S+)""")
_OF_ROW = late_pattern(r"""\d+|'[^']*'|"[^"]*\"""")
"""What differs in messages that say the same of different rows."""
_OTHERS = 2
"""How many rows that are wrong in other ways than the first are told in whole."""


class Mistakes:
    """The wrong rows of a table: each told at once, or all at the end."""

    def __init__(self, where: str, wrong: Callable[[int, str], None] | None, date_format: str = "") -> None:
        self.where, self.wrong, self._date_format = where, wrong, date_format
        self._kinds: dict[str, tuple[str, list[int]]] = {}

    @property
    def any(self) -> bool:
        """Whether a row is wrong."""
        return bool(self._kinds)

    def add(self, number: int, message: str) -> None:
        """One wrong row."""
        if self.wrong is not None:
            self.wrong(number, f"{self.where}: {beside_given(message, self._date_format)}")
        kind = " ".join(_WAY_OUT.findall(message)) or _OF_ROW.sub("", message)
        numbers = self._kinds.setdefault(kind, (message, []))[1]
        if number not in numbers[-1:]:  # one that was given several rows is one still
            numbers.append(number)

    def finish(self, unknown: str) -> None:
        """Raise for what was wrong, unknown words before all."""
        if unknown:
            raise OperationFailed(f"{self.where}: {unknown}")
        if self._kinds and self.wrong is None:
            raise OperationFailed(f"{self.where}: {self._told()}")

    def _told(self) -> str:
        """The first row of each kind, since the way out of one is none of another, and the numbers of the others."""
        kinds = list(self._kinds.values())
        told = [f"{message}{_more_rows(numbers[1:])}" for message, numbers in kinds[: _OTHERS + 1]]
        rest = sorted(number for _, numbers in kinds[_OTHERS + 1 :] for number in numbers)
        told = [beside_given(one, self._date_format) for one in told]
        return "; ".join(told) + (f"; wrong in other ways: {_rows(rest)}" if rest else "")


def _more_rows(numbers: Sequence[int]) -> str:
    """The other rows that are wrong, the first of them by number."""
    return f" (also wrong: {_rows(numbers)})" if numbers else ""


def _rows(numbers: Sequence[int]) -> str:
    return f"row{'s' * (len(numbers) > 1)} {shortened(map(str, numbers))}"
