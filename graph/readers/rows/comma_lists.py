"""Which cells of a column list names with commas, and the names in them: in a cell alone, or all through the column."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ...late import late_pattern
from ..cells.cell_marks import is_numbered_note
from ..cells.known_runs import is_known, joining_sign, parts_uncut, without_brackets
from ..cells.no_names import names_nothing
from ..cells.separators import joining_word, last_of_list
from .name_brackets import called

__all__ = ["CommaLists"]

_COMMAS = frozenset(",，")
_DATED = late_pattern(
    r"(?:since|from|as of|until|till|up to|joined|left|seit|ab|bis|depuis|jusqu\S*|desde|hasta|dal|fino|sinds|tot|с|до)\b"
    r"[^,]*\d[^,]*",
    re.IGNORECASE,
)
"""What goes with the name before it: "NATO, since 1949"."""


class CommaLists:
    """Parts the cells of one column at their commas.

    Parameters
    ----------
    field : str
        "member" or "organization".

    >>> lists = CommaLists("organization")
    >>> lists.learn(["Alpha (1990), Beta (1991)", "Beta", "Arts, Letters and Sciences", "Beta, Alpha"])
    >>> [lists.names_in(cell) for cell in ("Alpha (1990), Beta (1991)", "Beta, Alpha", "Arts, Letters and Sciences")]
    [['Alpha (1990)', 'Beta (1991)'], ['Beta', 'Alpha'], ['Arts, Letters and Sciences']]
    """

    def __init__(self, field: str) -> None:
        self._field = field
        self._names: set[str] = set()
        self.unclear: dict[str, str] = {}
        """The last parts of lists that may be several names, and the "and" in each."""

    def learn(self, texts: Iterable[str]) -> None:
        """Learn the names that stand alone in the column, or in cells that surely list names.

        Parameters
        ----------
        texts : iterable of str
            The cells, in parts where anything else than a comma parts names.
        """
        texts = [text.strip() for text in texts]
        self._names = {*texts, *(called(text, years=False) for text in texts)}
        lists = [text for text in texts if _COMMAS.intersection(text)]
        before = -1
        while len(self._names) > before:
            before = len(self._names)
            for text in lists:
                if len(parts := self.names_in(text)) > 1:
                    self._names.update(called(part, years=False) for part in parts)

    def is_name(self, text: str) -> bool:
        """Whether a text is a name that stands elsewhere in the column, or is in the list."""
        return text in self._names or is_known(text, self._field)

    def names_in(self, text: str) -> list[str]:
        """The names in a cell of a column that is none of lists, if it is one of its own.

        Each of its parts is a name that stands elsewhere or is in the list, or has brackets of its own.

        Parameters
        ----------
        text : str
            The cell.

        Returns
        -------
        list of str
            The text alone if it may be one name.
        """
        if not _COMMAS.intersection(text):
            return [text]
        parts = self._parts(text)
        if is_known(text, self._field) and not all(part != without_brackets(part) for part in parts):
            return [text]
        named = [part for part in parts if not names_nothing(part)]  # "AU, NA"
        listed = all(part and (part != called(part) or self.is_name(part)) for part in named)
        return parts if listed and named else [text]

    def parted(self, text: str) -> list[str]:
        """The parts of a cell of a column of lists.

        Parameters
        ----------
        text : str
            The cell.

        Returns
        -------
        list of str
        """
        found = self._parts(text)
        if len(found) > 1 and joining_word(found[-1]) and (sign := joining_sign(found[-1], self._field)):
            self.unclear[found[-1]] = sign
        return found

    def _parts(self, text: str) -> list[str]:
        """The parts at commas: what says a date, or is the end of a turned name, belongs to the part before."""
        found: list[str] = []
        for part in parts_uncut(text, ",", self._field):
            turned = f"{found[-1]}, {part}" if found else ""
            of_note = self._field == "member" and turned and len(part) == 1 and is_numbered_note(turned)
            if turned and (of_note or _DATED.fullmatch(part)):
                found[-1] = turned
            else:
                found.append(part)
        return [*found[:-1], *last_of_list(found[-1], self.is_name)] if len(found) > 1 else found
