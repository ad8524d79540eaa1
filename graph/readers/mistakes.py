"""Rows that cannot be read, or are none: how they are told, each at once or all at the end."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ..amounts import shortened
from ..errors import OperationFailed

__all__ = ["Incomplete", "Mistakes", "NothingListed", "Skipped", "Total", "Wrong"]


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


class Mistakes:
    """The wrong rows of a table: each told at once, or all at the end."""

    def __init__(self, where: str, wrong: Callable[[int, str], None] | None) -> None:
        self.where, self.wrong = where, wrong
        self.first, self.numbers = "", []  # type: str, list[int]

    def add(self, number: int, message: str) -> None:
        """One wrong row."""
        if self.wrong is not None:
            self.wrong(number, f"{self.where}: {message}")
        self.first = self.first or message
        self.numbers.append(number)

    def finish(self, unknown: str) -> None:
        """Raise for what was wrong, unknown words before all."""
        if unknown:
            raise OperationFailed(f"{self.where}: {unknown}")
        if self.numbers and self.wrong is None:
            raise OperationFailed(f"{self.where}: {self.first}{_more_rows(self.numbers[1:])}")


def _more_rows(numbers: Sequence[int]) -> str:
    """The other rows that are wrong, the first of them by number."""
    if not numbers:
        return ""
    return f" (also wrong: row{'s' * (len(numbers) > 1)} {shortened(map(str, numbers))})"
