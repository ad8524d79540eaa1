"""The columns of a table as they are being decided, and what was decided: the plan."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from ...errors import InvalidRequest
from ...model.roles import ROLES
from ..calendar_dates import plain_text
from ..cell_words import MISSING, NO, YES, flag_of, word
from ..cells import CellReader
from ..date_words import LATER
from ..not_a_date import NotADate
from ..single_dates import Undecided, is_part_of_year
from ..two_digit_years import is_short_date
from .column import Column
from .column_names import FIELDS
from .column_words import START_WORD, TURNS, says
from .date_parts import DATE_PARTS, DateParts, map_all
from .keys import key_of

__all__ = [
    "AS_ASKED",
    "IGNORE",
    "LAYOUTS",
    "NUMBERED",
    "Columns",
    "Plan",
    "bodies_in",
    "field_named",
    "is_own_body",
    "states_in",
]

IGNORE = "ignore"
"""The field of a column that is to be left unread."""


NUMBERED = ("cow", "gw", "iso_numeric")
"""The schemes of codes that are numbers; a column called after one names members by it, and not by what it reads."""


AS_ASKED = "as asked"
"""Why such a column is not read."""


LAYOUTS = ("rows", "bodies", "members", "years")
"""What a table has: a row for each membership, or a column for each body, each member or each year."""


def field_named(name: str, column: str) -> str:
    """A field as `--map` names it, checked.

    Parameters
    ----------
    name : str
        The field.
    column : str
        The column, for the message.

    Returns
    -------
    str

    Raises
    ------
    InvalidRequest
        If there is no such field.
    """
    wanted = {
        "skip": IGNORE,
        "organisation": "organization",
        "country": "member",
        "state": "member",
        "body": "organization",
        "person": "member",
    }
    name = wanted.get(name, name)
    if name.replace(" ", "_") in DATE_PARTS:
        return name.replace(" ", "_")
    if name not in (*FIELDS, IGNORE):
        raise InvalidRequest(
            f"unknown field {name!r}; --map takes COLUMN=FIELD with {', '.join(FIELDS)}, person for a member who is one,"
            " for a date in parts"
            f" {', '.join(DATE_PARTS)}, or {IGNORE} to leave {column!r} out"
        )
    return name


def given_as(mapping: Mapping[str, str], field: str) -> set[str]:
    """The columns that the user names as a field.

    Parameters
    ----------
    mapping : mapping of str to str
        The fields by the columns, as `--map` names them.
    field : str
        The field.

    Returns
    -------
    set of str
        The columns, as `key_of` writes them.

    Raises
    ------
    InvalidRequest
        If a column is named as a field that there is not.

    >>> given_as({"Bund": "body", "Land": "country"}, "organization")
    {'bund'}
    """
    return {key_of(name) for name, said in mapping.items() if field_named(said, name) == field}


def is_own_body(column: Column) -> bool:
    """Whether a column that is said to be of bodies or members is one itself: its cells are flags, or starts in it.

    >>> [is_own_body(Column(0, "NATO", cells)) for cells in (["yes", "no"], ["Alpha", "Beta"])]
    [True, False]
    """
    flags = column.answers or (column.flags and len(column.distinct) == 1)
    return flags or (bool(START_WORD.search(column.key)) and column.years)


@dataclass
class Plan:
    """What a table's columns are.

    Parameters
    ----------
    layout : str
        One of `LAYOUTS`.
    header : list of str
        The names of the columns.
    fields : dict of str to int
        The place of each field's column.
    wide : dict of int to str
        The columns that are bodies, members or years, and what each is called.
    edges : dict of str to dict of str to int
        The bodies whose starts and ends have columns of their own, and the places of these.
    parts : list of DateParts
        The dates whose year, month and day have columns of their own, read or not.
    before : dict of int to str
        The columns of dates before a membership, of signature or application.
    signed : frozenset of int
        Those of them that a user wants to be left out: who has a date there and no start is no member.
    unread : dict of int to str
        The columns that are not read, and why ("" if nothing is known of them).
    further : dict of int to dict of str to int
        The columns of further quotes by their number: of the quote, its paragraph and its source.
    several : list of int
        The columns that each say what the people of the table are in, if more than one does.
    person : bool
        Whether the members are people.
    states : bool
        Whether something says that they are states.
    coded : bool
        Whether the roles are codes, of which some say that there is no membership.
    lists : frozenset of str
        The fields whose cells are lists with commas.
    slashes : frozenset of str
        The fields whose cells are lists with slashes.
    notes : list of str
        What was decided, in words.
    remarks : list of str
        What was decided and may be wrong, with the way to say it otherwise.
    """

    layout: str
    header: list[str]
    fields: dict[str, int]
    wide: dict[int, str] = field(default_factory=dict)
    edges: dict[str, dict[str, int]] = field(default_factory=dict)
    parts: list[DateParts] = field(default_factory=list)
    before: dict[int, str] = field(default_factory=dict)
    signed: frozenset[int] = frozenset()
    unread: dict[int, str] = field(default_factory=dict)
    further: dict[int, dict[str, int]] = field(default_factory=dict)
    several: list[int] = field(default_factory=list)
    person: bool = False
    states: bool = False
    coded: bool = False
    lists: frozenset[str] = frozenset()
    slashes: frozenset[str] = frozenset()
    notes: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)

    @property
    def members_kind(self) -> str:
        """What the members are: "person", "state", or "member" if nothing says it of those that are in no list."""
        return "person" if self.person else "state" if self.states else "member"

    @property
    def observed(self) -> bool:
        """Whether columns say when each row was observed."""
        return bool({"year", "month"} & self.fields.keys())

    def map_as(self, at: int, field: str) -> str:
        """What to say for a column, and those that are parts of the same date, to be read as a field.

        Parameters
        ----------
        at : int
            The column's place.
        field : str
            "start", "end" or "ignore".

        Returns
        -------
        str
        """
        date = next((date for date in self.parts if at in date.at.values()), None)
        return map_all(self.header, date, field) if date else f'--map "{self.header[at]}={field}"'

    def read_as(self) -> dict[str, str]:
        """Each column that is read, by name, and as what.

        Returns
        -------
        dict of str to str
        """
        names = {at: name for name, at in reversed(self.fields.items())}
        what = {"bodies": "a body", "members": "a member", "years": "a year"}.get(self.layout, "")
        found = {}
        for at, name in enumerate(self.header):
            if at in names:
                found[name] = names[at].replace("_", " ")
            elif at in self.wide:
                found[name] = what
            elif any(at in each.values() for each in self.further.values()):
                found[name] = "a further quote"
        for body, edges in self.edges.items():
            found |= {self.header[at]: f"{edge} in {body}" for edge, at in edges.items()}
        return found


_PART_ONLY = re.compile(r"\b(?:code|id|number|no|iso\d?|capital|head|leader|flag)\b")


_LOOKED_AT = 60
"""So many names are looked up to tell what the names of a column are."""
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
            Column(at, name, [cell for row in rows if at < len(row) and (cell := row[at].strip())])
            for at, name in enumerate(self.header)
        ]
        self.rows = rows
        self.found = Plan("rows", self.header, {})
        self.by_key: dict[str, list[Column]] = {}
        for column in self.columns:
            if column.name:
                self.by_key.setdefault(column.key, []).append(column)
        self.given_wide: list[Column] = []
        self._said: dict[int, tuple[list[str], list[str]]] = {}
        self._map(mapping)
        self.mapped = frozenset(self.found.fields.values())

    def _map(self, mapping: Mapping[str, str]) -> None:
        """The columns that the user names, by their exact names or else by the same words."""
        for name, given in mapping.items():
            wanted = field_named(given, name)
            fits = [c for c in self.columns if c.name == " ".join(name.split())] or self.by_key.get(key_of(name), [])
            if not fits:
                shown = ", ".join(c.name for c in self.columns if c.name)[:300]
                raise InvalidRequest(f"{self.where} has no column {name!r}; its columns are: {shown}")
            if len(fits) > 1:
                raise InvalidRequest(f"{self.where} has {len(fits)} columns called {name!r}; rename all but one")
            if wanted == "member" and fits[0].numbers:
                wanted = next((scheme for scheme in NUMBERED if fits[0].key in FIELDS[scheme]), wanted)
            if wanted == IGNORE:
                self.found.unread[fits[0].at] = AS_ASKED
            elif wanted in ("member", "organization") and is_own_body(fits[0]):
                self.given_wide.append(fits[0])
            elif self.found.fields.get(wanted, fits[0].at) != fits[0].at:
                first = self.columns[self.found.fields[wanted]].name
                raise InvalidRequest(
                    f"{self.where}: {first!r} and {fits[0].name!r} are both said to be the {wanted}; leave one out"
                )
            else:
                self.found.fields[wanted] = fits[0].at
                self.found.person = self.found.person or given == "person"
                self.found.states = self.found.states or given in ("country", "state")

    @property
    def fields(self) -> dict[str, int]:
        return self.found.fields

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

    def single(self, column: Column) -> None:
        same = [c for c in self.by_key[column.key] if c.cells]
        if len(same) > 1:
            raise InvalidRequest(f"{self.where} has {len(same)} columns called {column.name!r}; rename all but one")

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
        return self._are_dates(column.distinct)

    def _are_dates(self, cells: AbstractSet[str]) -> bool:
        good = 0
        told = [cell for cell in cells if plain_text(cell) not in LATER]  # "not yet" may stand among dates
        for cell in told:
            try:
                self.cells.dates.spans(cell)
                good += 1
            except Undecided:
                good += 1
            except NotADate as error:  # what the user is told of, row by row
                good += error.asked or is_short_date(cell) or is_part_of_year(cell)
        return good >= 0.8 * len(told) and bool(told or not cells)

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

    def roles_and_turns(self, column: Column) -> tuple[list[str], list[str]]:
        """The words of a column that say a role, with dates or without, and those that say that there is none now."""
        roles, turns = [], []
        for each in sorted({word(cell) for cell in column.distinct if flag_of(cell) != MISSING} - {""}):
            if each in TURNS:
                turns.append(each)
            elif (
                each in self.cells.given
                or (self.cells.role(each) in ROLES and not each.isdigit())
                or self._has_status(each)
            ):
                roles.append(each)
        return roles, turns

    def _has_status(self, text: str) -> bool:
        try:
            return self.cells.status(text) is not None
        except Undecided:
            return True

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


def states_in(names: Iterable[str]) -> float:
    """How much of some names are states'.

    Parameters
    ----------
    names : iterable of str
        The names, of which the first in order are looked at.

    Returns
    -------
    float

    >>> states_in(["France", "Italy", "Alpha Pact", "Beta League"])
    0.5
    """
    from ...model.authority import authority

    return _share(names, lambda name: bool(authority().find(name).candidates))


def bodies_in(names: Iterable[str]) -> float:
    """How much of some names are those of bodies of the list.

    Parameters
    ----------
    names : iterable of str
        The names, of which the first in order are looked at.

    Returns
    -------
    float

    >>> bodies_in(["NATO", "Union européenne", "Alpha Pact", "France"])
    0.5
    """
    from ...model.bodies import bodies

    return _share(names, lambda name: bool(bodies().find(name)))


def _share(names: Iterable[str], is_one: Callable[[str], bool]) -> float:
    some = sorted(names)[:_LOOKED_AT]
    return sum(map(is_one, some)) / max(len(some), 1)
