"""The columns of a table as they are being decided: what is in them, and which are decided."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from ...amounts import shortened
from ...errors import InvalidRequest
from ...model.roles import ROLES
from ..cells.cell_reader import CellReader
from ..cells.cell_words import MISSING, NO, YES, flag_of, word
from ..dates.calendar_dates import plain_text
from ..dates.date_words import LATER
from ..dates.not_a_date import NotADate
from ..dates.single_dates import Undecided, is_part_of_year
from ..dates.two_digit_years import is_short_date
from ..table_options import map_option
from .column import Column
from .field_names import IGNORE, NUMBERED, field_named
from .keys import key_of
from .own_bodies import is_one_itself
from .table_plan import Plan
from .words.column_names import FIELDS
from .words.column_words import TURNS, says

__all__ = ["AS_ASKED", "Columns"]

AS_ASKED = "as asked"
"""Why a column is not read that the user leaves out."""
_PART_ONLY = re.compile(r"\b(?:code|id|number|no|iso\d?|capital|head|leader|flag)\b")
_FEW_WORDS, _SHORT_WORDS = 3, 30
"""How many words beside dates are not too many, and how long they are less than."""


class Columns:
    """The columns of a table, and what is decided of them so far; what is decided first is not decided again."""

    def __init__(
        self,
        where: str,
        header: Sequence[str],
        rows: Sequence[Sequence[str]],
        cells: CellReader,
        mapping: Mapping[str, str],
        roles: bool,
        organization: str,
        split: bool,
    ) -> None:
        self.where, self.cells, self.roles, self.organization = where, cells, roles, organization
        self.split = split
        self.header = [" ".join(name.split()) for name in header]
        self.columns = [
            Column.in_table(at, name, [cell for row in rows if at < len(row) and (cell := row[at].strip())])
            for at, name in enumerate(self.header)
        ]
        self.rows = rows
        self.found = Plan("rows", [column.name for column in self.columns], {})
        self.by_key: dict[str, list[Column]] = {}
        for column in self.columns:
            if column.named:
                self.by_key.setdefault(column.key, []).append(column)
        self.given_wide: list[Column] = []
        self._said: dict[int, tuple[list[str], list[str]]] = {}
        self._map(mapping)
        self.mapped = frozenset(self.found.fields.values())

    def _map(self, mapping: Mapping[str, str]) -> None:
        """Decide the columns that the user names."""
        for name, given in mapping.items():
            wanted, column = field_named(given, name), self._called(name)
            if wanted == "member" and column.numbers:
                wanted = next((scheme for scheme in NUMBERED if column.key in FIELDS[scheme]), wanted)
            if wanted == IGNORE:
                self.found.unread[column.at] = AS_ASKED
            elif wanted in ("member", "organization") and is_one_itself(column, wanted, self.cells):
                self.given_wide.append(column)
            elif self.fields.get(wanted, column.at) != column.at:
                first = self.columns[self.fields[wanted]].name
                raise InvalidRequest(
                    f"{self.where}: {first!r} and {column.name!r} are both said to be the {wanted}; leave one out"
                )
            else:
                self.fields[wanted] = column.at
                self.found.person = self.found.person or given == "person"
                self.found.states = self.found.states or given in ("country", "state")

    def _called(self, name: str) -> Column:
        """The one column of a name, by its exact name or else by the same words."""
        fits = [c for c in self.columns if c.name == " ".join(name.split())] or self.by_key.get(key_of(name), [])
        if not fits:
            shown = self.shown
            raise InvalidRequest(f"{self.where} has no column {name!r}; its columns are: {shown}")
        if len({c.name for c in fits}) > 1:
            shown = shortened(repr(c.name) for c in fits)
            raise InvalidRequest(
                f"{self.where}: {name!r} may be any of the columns {shown}; name the one that is meant"
            )
        if len(fits) > 1:
            raise InvalidRequest(f"{self.where} has {len(fits)} columns called {name!r}; rename all but one")
        return fits[0]

    @property
    def fields(self) -> dict[str, int]:
        return self.found.fields

    @property
    def shown(self) -> str:
        """What the columns are called, those that are empty and have no name left out."""
        return ", ".join(c.name for c in self.columns if c.named or c.cells)[:300]

    def free(self, column: Column) -> bool:
        """Whether a column is not decided yet."""
        several = (*self.found.edges.values(), *self.found.further.values())
        used = (at for each in several for at in each.values())
        return column.at not in self.fields.values() and column.at not in self.found.unread and column.at not in used

    def given(self, field: str) -> bool:
        """Whether the user said which column a field is."""
        return self.fields.get(field) in self.mapped

    def column_of(self, wanted: str) -> Column | None:
        at = self.fields.get(wanted)
        return None if at is None else self.columns[at]

    def any_organization(self) -> bool:
        return (
            bool(self.organization)
            or "organization" in self.fields
            or any(
                key in self.by_key and not all(c.answers for c in self.by_key[key] if c.cells)
                for key in FIELDS["organization"]
            )
            or any(says(c.key, "organization") and self.labels(c) for c in self.columns)
        )

    def single(self, column: Column, field: str = "") -> None:
        """Refuse a table that has another column which is called like one that is read."""
        same = [c for c in self.by_key[column.key] if c.cells and (c is column or self.free(c))]
        if len(same) < 2:
            return
        if len({c.name for c in same}) < len(same):
            raise InvalidRequest(f"{self.where} has {len(same)} columns called {column.name!r}; rename all but one")
        shown = " and ".join(repr(c.name) for c in same)
        others = [" ".join(map_option(c.name, IGNORE) for c in same if c is not one) for one in same]
        ways = " or ".join(f"{way} (for {one.name!r})" for one, way in zip(same, others, strict=True))
        both = f"; if all are read: {' '.join(map_option(c.name, field) for c in same)}" if field else ""
        raise InvalidRequest(
            f"{self.where}: columns {shown} are called alike; say which is not to be read: {ways}{both}"
        )

    def labels(self, column: Column) -> bool:
        """Whether a column has names in it: no numbers, addresses, dates, or yes and no."""
        return (
            bool(column.cells)
            and not column.numbers
            and not column.urls
            and not column.flags
            and not self.dated(column)
            and not _PART_ONLY.search(column.key)
        )

    def dated(self, column: Column) -> bool:
        """Whether (nearly) all cells of a column are dates."""
        return self._are_dates(dict.fromkeys(column.cells).keys())  # in order: the first tells the day from the month

    def _are_dates(self, cells: AbstractSet[str]) -> bool:
        told = [cell for cell in cells if plain_text(cell) not in LATER]  # "not yet" may stand among dates
        others = 0
        for cell in told:
            try:
                self.cells.dates.spans(cell)
            except Undecided:
                pass
            except NotADate as error:  # what the user is told of, row by row
                others += not (error.asked or is_short_date(cell) or is_part_of_year(cell))
                if others * 5 > len(told):  # of a long column of names the rest need not be looked at
                    return False
        return bool(told or not cells)

    def some_dates(self, column: Column) -> bool:
        """Whether a column has dates in it, and beside them only a few words, as of what is not known ("2009", "n/k")."""
        if column.flags or column.urls:
            return False
        dates = {cell for cell in column.distinct if any(map(str.isdigit, cell))}
        odd = [cell for cell in column.distinct - dates if not self._are_dates({cell})]
        few = len(odd) <= max(_FEW_WORDS, len(dates)) and all(len(cell) < _SHORT_WORDS for cell in odd)
        return bool(dates) and few and self._are_dates(dates)

    def names_the_same(self, one: Column, other: Column) -> bool:
        """Whether two columns name the same things: each name of the one goes with one name of the other."""
        pairs: dict[str, set[str]] = {}
        for row in self.rows:
            if max(one.at, other.at) < len(row):
                pairs.setdefault(row[other.at].strip(), set()).add(row[one.at].strip())
        return bool(pairs) and all(len(names) == 1 for names in pairs.values())

    def one_to_one(self, one: Column, other: Column) -> bool:
        """Whether each name of either of two columns goes with one name of the other."""
        return self.names_the_same(one, other) and self.names_the_same(other, one)

    def codes_of_members(self, column: Column) -> bool:
        """Whether a column has codes of the members."""
        member = self.column_of("member")
        return member is not None and column.codes and self.names_the_same(column, member)

    def roles_and_turns(self, column: Column, least: float = 0) -> tuple[list[str], list[str]]:
        """The words of a column that say a role, with dates or without, and those that say that there is none now.

        Both empty as soon as it is clear that they are not so many as `least`.
        """
        roles: list[str] = []
        turns: list[str] = []
        words = sorted({word(cell) for cell in column.distinct if flag_of(cell) != MISSING} - {""})
        for left, each in zip(range(len(words), 0, -1), words, strict=True):
            if len(roles) + len(turns) + left < least:
                return [], []
            if each in TURNS:
                turns.append(each)
            elif (
                each in self.cells.given
                or (self.cells.role(each) in ROLES and not each.isdigit())
                or self.has_status(each)
            ):
                roles.append(each)
        return roles, turns

    def has_status(self, text: str) -> bool:
        """Whether a text says when a membership began or ended, or in which role it was."""
        try:
            return self.cells.status(text) is not None
        except Undecided:
            return True  # it is known when another date decides it

    def learn_pair(self, column: Column) -> None:
        """Learn words that say yes and no beside each other only; letters may be something else, which is said."""
        given = {
            each
            for each in column.pair
            if each in self.cells.given or self.cells.legend.get(each, NO) not in (NO, "full")  # "P = partner"
        }
        self.cells.explain({each: said for each, said in column.pair.items() if each not in given})
        self._said.clear()
        if column.letters and not given:
            yes, no = (next(each for each in column.cells if column.said(each) == said) for said in (YES, NO))
            self.found.remarks.append(
                f"column {column.name!r}: {yes!r} was read as yes and {no!r} as no; if {yes!r} is a role, say which, for"
                f' example: --role "{yes}=observer"'
            )

    def not_understood(self, column: Column) -> list[str]:
        """The cells of a column that say neither whether nor since when something is a member."""
        return self._what_cells_say(column)[0]

    def says_all(self, column: Column) -> bool:
        """Whether every cell of a column says whether or since when something is a member, and on which day."""
        return not any(self._what_cells_say(column))

    def _what_cells_say(self, column: Column) -> tuple[list[str], list[str]]:
        """The cells of a column that are not understood, and those with dates that are asked about; each is read once."""
        if column.at not in self._said:
            odd: list[str] = []
            asked: list[str] = []
            # Figures may look like years to come.
            figures = column.numbers and not column.years
            for cell in sorted(column.distinct):
                try:
                    if self.cells.cell(cell) is None:
                        (asked if self.cells.asked(cell) and not figures else odd).append(cell)
                except Undecided:
                    asked.append(cell)
            self._said[column.at] = odd, asked
        return self._said[column.at]

    def by_body(self, column: Column) -> bool:
        if "organization" not in self.fields or not column.cells:
            return False
        return self.names_the_same(column, self.columns[self.fields["organization"]])
