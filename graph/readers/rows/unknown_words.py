"""What is said of the words of a table that are not understood: which they are, where, and how to explain them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ...amounts import shortened
from ..cells.status_words import is_former, is_office
from ..planning.going_on import tells_of_joining
from ..planning.keys import key_of
from ..planning.words.column_names import FIELDS
from ..planning.words.column_words import says
from ..table_options import map_option
from .table_in_hand import TableInHand

__all__ = ["UnknownWords"]


class UnknownWords:
    """The words of a table that stand for a membership or a role and are not understood, when all rows have come.

    Parameters
    ----------
    table : TableInHand
        The table, with the words in it.
    mark_of : callable
        The mark that a word stands for which is in no row itself; "" for any other.
    """

    def __init__(self, table: TableInHand, mark_of: Callable[[str], str]) -> None:
        self._table, self._plan, self._mark_of = table, table.plan, mark_of
        self._roles = table.plan.layout == "rows"
        """Whether they are roles; in a column for each body they may also be a yes."""

    def each(self) -> Iterator[tuple[int, str]]:
        """Row by row, for an import that goes on without them.

        Yields
        ------
        (int, str)
            The number of the row, and the message.
        """
        for text, (number, place) in self._table.unknown.items():
            what = "unknown role" if self._roles else "not understood:"
            said = f"{self._table.where}: row {number}, {place}: {what} {text!r}{self._by_mark(text)}"
            yield number, f"{said}; say what it is when you import: {self._way_to_say(text)}"

    def together(self) -> str:
        """In one message, for a table that is refused for them; "" if there are none.

        Returns
        -------
        str
        """
        unknown = self._table.unknown
        if not unknown:
            return ""
        where, several = self._where(), len(unknown) > 1
        what = ("unknown roles" if several else "unknown role") if self._roles else "cells that are not understood"
        kept = ""
        if all(place.startswith("behind ") for _, place in unknown.values()):
            where, kept = "", ", or keep what is in brackets as part of the names with --literal"
        words = (f"{text!r} (row {number}{self._by_mark(text)})" for text, (number, _) in unknown.items())
        way = self._way_to_say(next(iter(unknown)))
        return f"{where}{what}: {shortened(words, 12)}; say what each is, for example: {way}{kept}"

    def _where(self) -> str:
        """What has the roles: a column, or the title of the table."""
        if not self._roles:
            return ""
        if "role" in self._plan.fields:
            return f"column {self._table.column('role')}: "
        return f"the {self._plan.role_source}: " if self._plan.role_of_all else ""

    def _by_mark(self, text: str) -> str:
        mark = self._mark_of(text)
        return f", by its mark {mark}" if mark else ""

    def _way_to_say(self, text: str) -> str:
        """The options that say what a word is."""
        if not self._roles:
            return f'--role "{text}=skip", ="observer", ="associate" or ="full"'
        if is_former(text) and text not in self._table.going_on:
            return f'--role "{text}=full", as each of these rows says when it ended, or ="skip"'
        if is_office(text):
            return f'--role "{text}=skip", ="full", or ="keep" for a role of its own, or {self._without_roles()}'
        if tells_of_joining(key_of(text)):
            return f'--role "{text}=full", ="observer", ="associate" or ="skip", or {self._without_roles()}'
        return f'--role "{text}=skip", ="observer", ="associate" or ="full", or {self._without_roles()}'

    def _without_roles(self) -> str:
        """How to read the table without its roles; a column of notes is better left out."""
        name = self._table.column("role") if "role" in self._plan.fields else ""
        if not name or key_of(name) in FIELDS["role"] or says(key_of(name), "role"):
            return "read all rows as full members with --no-role"
        return f"leave the column out with: {map_option(name, 'ignore')}"
