"""The words of a table that say more than a role of ours, or something beside it, and were read as the nearest one."""

from __future__ import annotations

from ...amounts import counted, shortened
from ...model.role_words import READ_AS_NEAREST, ROLE_NAMES
from ..cells.cell_reader import CellReader
from ..important import Important
from ..report import Report

__all__ = ["NearestRoles"]


class NearestRoles:
    """Counts the rows with words such as "founding member", which are read as a role of ours, and says so.

    Parameters
    ----------
    cells : CellReader
        Knows the words that the user explains, of which nothing is to be said.
    what : str
        What is counted: "row", or "cell" where a row has several.

    >>> from ..dates.written_dates import WrittenDates
    >>> found = NearestRoles(CellReader(WrittenDates()), "row")
    >>> found.count(2, "Founder"), found.count(3, "member")
    (True, False)
    >>> report = Report("t.csv")
    >>> found.say(report)
    >>> print(*report.notes)
    'Founder' was read as member (1 row); to change it: --role "Founder=skip", ="observer" or ="associate"
    """

    def __init__(self, cells: CellReader, what: str) -> None:
        self._cells, self._what = cells, what
        self._places: dict[tuple[str, str], set[tuple[int, int]]] = {}

    def count(self, number: int, text: str, at: int = 0) -> bool:
        """Count a text that said a role, if it has such words.

        Parameters
        ----------
        number : int
            The row.
        text : str
            The text.
        at : int
            The column, where cells are counted.

        Returns
        -------
        bool
            Whether it has.
        """
        found = self._cells.nearest(text)
        for pair in found.items():
            self._places.setdefault(pair, set()).add((number, at if self._what == "cell" else 0))
        return bool(found)

    def say(self, report: Report) -> None:
        """Tell what was read as what; it is said whenever the table is read.

        Parameters
        ----------
        report : Report
            What is told of the table.
        """
        if not self._places:
            return
        words = [
            (repr(text), f"as {ROLE_NAMES[role]} ({counted(len(places), self._what)})")
            for (text, role), places in self._places.items()
        ]
        several = f"{READ_AS_NEAREST}: {shortened(map(' '.join, words), 5)}"
        said = several if len(words) > 1 else " was read ".join(words[0])
        (text, role), *_ = self._places
        first, second = (f'="{each}"' for each in ("observer", "associate", "full") if each != role)
        report.notes.append(Important(f'{said}; to change it: --role "{text}=skip", {first} or {second}'))
