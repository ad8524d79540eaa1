"""What stands behind the names of a row, in brackets or in a note, taken together with what the row says."""

from __future__ import annotations

from collections.abc import Iterable

from ...model.roles import ROLES
from ..cells.cell_words import MISSING, NO, SKIP, YES, word
from ..cells.in_turn import spelled_out
from ..cells.said import Said
from ..mistakes import Wrong
from .cell_names import Named
from .dates_together import Course, Spans, ends_too_early, may_go_on, together
from .nearest_roles import NearestRoles
from .table_in_hand import TableInHand

__all__ = ["BehindNames"]

_WAY = "correct one of the two in the table, or leave what is behind names unread with: --literal"


class BehindNames:
    """Takes together what rows say and what stands behind their names.

    Parameters
    ----------
    table : TableInHand
        The table.
    nearest : NearestRoles
        Counts words that were read as the nearest role.
    asked : set of str
        Is given the words of the row that are no known roles.
    """

    def __init__(self, table: TableInHand, nearest: NearestRoles, asked: set[str]) -> None:
        self._table, self._nearest, self._asked = table, nearest, asked

    def joined(
        self, number: int, names: Iterable[Named], role: str, spans: Spans, told: Said, *, listed: bool = False
    ) -> tuple[str, Spans, Said]:
        """The role and the dates of a membership, and what was told of several roles one behind the other.

        Parameters
        ----------
        number : int
            The row.
        names : iterable of Named
            The names, with what stands behind them.
        role, spans : str and spans
            The role and the dates that the row gives.
        told : Said
            What a cell of the row tells of several roles.
        listed : bool
            Whether the row names several, so that what stands behind one of them counts before its own dates.

        Returns
        -------
        tuple of (str, spans, Said)
            SKIP is the role of what is to be left out.

        Raises
        ------
        Wrong
            If they do not fit together.
        """
        for name in names:
            asked = not (self._table.options.no_role and name.role != SKIP)
            if name.said and not (self._table.options.no_role or name.role == SKIP):
                self._nearest.count(number, name.said)
            course = self._course(number, name, spans, told, listed=listed)
            if course.roles and not told.roles:
                told, spans = self._in_turn(number, name, course)
                if not spans:
                    return SKIP, (), told
                continue
            spans = course.spans
            if not name.role or not asked:
                continue
            if self._is_unknown(name.role):
                self._ask(number, name, name.role)
            elif name.role == SKIP:
                self._table.report.skipped[name.said or name.name] += 1
                return SKIP, spans, told
            elif role in ("full", NO, MISSING):
                role = name.role if role == "full" else role
        return role, spans, told

    def in_year(self, number: int, names: Iterable[Named], role: str, year: str) -> str:
        """The role of a year, of which the row says that it is one of a membership.

        What stands behind a name with dates is of the years within them only.

        Parameters
        ----------
        number : int
            The row.
        names : iterable of Named
            The names, with what stands behind them.
        role, year : str
            The role that the row gives, and the year.

        Returns
        -------
        str
            SKIP if it is to be left out.
        """
        of_year = [
            name._replace(spans=(), roles=())
            for name in names
            if not name.spans
            or any(not ends_too_early(start, year) and not ends_too_early(year, end) for start, end in name.spans)
        ]
        return self.joined(number, of_year, role, (), Said(NO))[0]

    def _course(self, number: int, name: Named, spans: Spans, told: Said, *, listed: bool) -> Course:
        """The dates behind a name with those of its row."""
        if not name.spans:
            return Course(spans)
        where = f"row {number}, {name.name!r}" + (f" ({name.said})" if name.said else "")
        if told.roles and any(start or end for start, end in spans):
            raise Wrong(
                f"{where}: it has dates behind it, and another cell has several memberships; write a row of each role,"
                " with its start and its end"
            )
        said = Said(YES, name.role or "full", name.spans, name.roles)
        course = together(said, spans, where, _WAY, first=listed)
        if not course.roles and may_go_on(said, spans) and not self._table.options.no_role:
            self._table.say_ended(name.said or name.name, said, spans)
        return course

    def _in_turn(self, number: int, name: Named, course: Course) -> tuple[Said, Spans]:
        """What is told of several roles; one that is to be left out is, and an unknown one is asked about."""
        if self._table.options.no_role:
            return Said(NO), course.spans
        kept = []
        for span, role in zip(course.spans, course.roles, strict=True):
            if role == SKIP:
                self._table.report.skipped[name.said or name.name] += 1
                continue
            if role and self._is_unknown(role):
                self._ask(number, name, role)
            kept.append((span, role))
        spans = tuple(span for span, _ in kept)
        told = Said(YES, "full", spans, tuple(role for _, role in kept))
        if len(kept) > 1 and name.said:
            self._table.cells.several[name.said] = spelled_out(told)
        return told, spans

    def _is_unknown(self, role: str) -> bool:
        return role not in (*ROLES, SKIP, *self._table.cells.given.values())

    def _ask(self, number: int, name: Named, role: str) -> None:
        """Ask about a role, as it is written behind the name."""
        text = name.said if word(name.said) == role else role
        self._table.unknown.setdefault(text, (number, f"behind {name.name!r}"))
        self._asked.add(text)
        self._table.report.unknown[text] += 1
