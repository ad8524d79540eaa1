"""From the rows of a table to memberships: what `planning.plan` found is applied, row by row.

A table of plain rows is read as it comes, however long it is. A panel (a row for each year) is read whole, since
its years are joined to spans.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from ..errors import InvalidRequest, OperationFailed
from ..model.name_forms import ascii_digits
from ..model.roles import ROLES
from .cell_names import Named, NameReader
from .cells import MISSING, NO, SKIP, YES, CellReader, Said, bare, flag_of, roles_given, word
from .planning.column_words import EVENTS, TURNS
from .planning.columns import Plan
from .planning.plan import plan
from .report import Report, counted, shortened
from .state_names import name_of_code
from .written_dates import Undecided, WrittenDates

__all__ = ["NOTHING_MORE", "NO_MORE", "MembershipReader", "Row", "TableOptions", "runs"]


@dataclass(frozen=True)
class TableOptions:
    """What a user says of a table, where it does not say it itself.

    Parameters
    ----------
    mapping : mapping of str to str
        Columns and the fields that they are.
    roles : tuple of str
        What words mean as roles: "nonregional member=associate", "Former member=skip".
    no_role : bool
        Whether every row is a full membership, whatever roles the table has.
    date_format : str
        The order of day, month and year.
    delimiter, encoding : str
        What separates cells; the encoding.
    skip : int, optional
        How many lines come before the header.
    sheet : str
        The sheet of a workbook, or the file in a zip file.
    split : str
        What separates several names in one cell; "none" if nothing does.
    organization : str
        The one body whose members all rows are.
    fill_down : bool
        Whether a cell without a name has that of the cell above, with which it was merged.
    missing : tuple of str
        Words that say nothing: cells of them are read as empty.
    reconcile : bool
        Whether members and bodies are joined to the lists of states and bodies.
    same : mapping of str to str
        The user's own map of names, from `reconcile.own_names`.
    """

    mapping: Mapping[str, str] = field(default_factory=dict)
    roles: tuple[str, ...] = ()
    no_role: bool = False
    date_format: str = ""
    delimiter: str = ""
    encoding: str = ""
    skip: int | None = None
    sheet: str = ""
    split: str = ""
    organization: str = ""
    fill_down: bool = False
    reconcile: bool = True
    same: Mapping[str, str] = field(default_factory=dict)
    missing: tuple[str, ...] = ()


class Row(NamedTuple):
    """One membership of a table; `number` is its row, as a spreadsheet counts.

    `holds` is "yes", "no" (the member and the body exist, and the one is not in the other) or "missing". Codes are
    pairs of a scheme and a code; ids are addresses.
    """

    number: int
    member: str
    organization: str
    role: str = "full"
    start: str = ""
    end: str = ""
    source: str = ""
    quote: str = ""
    holds: str = YES
    codes: tuple[tuple[str, str], ...] = ()
    member_id: str = ""
    organization_id: str = ""
    abbreviation: str = ""
    classification: str = ""
    obligations: tuple[str, ...] = ()


NOTHING_MORE = Row._fields.index("source")
"""Where in a row begins what most rows do not have."""
NO_MORE = tuple(Row._field_defaults[name] for name in Row._fields[NOTHING_MORE:])
"""What stands there in a row that only says who was in what as what, and when."""
_new_row = tuple.__new__  # half the time of Row(…), for the rows that a long table has by the million

_NO_NAME = frozenset(("na", "n/a", "#n/a", "nan", "null"))
_NO_VALUE = frozenset(("na", "n/a", "nan", "null", "."))
_NOTE = re.compile(
    r"(?:sources?|notes?|quellen?|anmerkung(?:en)?|hinweis|remarks?|data|fuentes?|notas?|copyright)\b[^:]{0,30}:.*|[*†‡©].*|\[\w+\].+"
    r"|(?:total|last updated|as of|stand|retrieved|downloaded|accessed)\b.*",
    re.IGNORECASE | re.DOTALL,
)
_TOTAL = re.compile(
    r"(?:grand |sub-?|over)?total(?:s|en)?\b.*|sums?|gesamt(?:zahl)?|summe|insgesamt|somme|suma|totale|count"
    r"|number of .*|average|mean|итого|всего|razem|ogolem|合计|总计|計|合計|합계|المجموع",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"[-+]?[\d.,' \u00a0]*\d ?%?")
_EMPTY = Said(NO)
_HOLDS = {NO: Said(NO), MISSING: Said(MISSING)}


class MembershipReader:
    """Reads the memberships of one table.

    Parameters
    ----------
    where : str
        The file, for messages.
    header : sequence of str
        The names of the columns.
    sample : sequence of rows
        The first rows, by which columns are known.
    options : TableOptions
        What the user says of the table.

    Raises
    ------
    InvalidRequest
        If the table cannot be read as memberships.

    >>> reader = MembershipReader("t.csv", ["country", "pact", "year"], [["A", "P", "1990"], ["A", "P", "1991"]])
    >>> rows = reader.rows(enumerate([["A", "P", "1990"], ["A", "P", "1991"]], 2))
    >>> [(row.member, row.organization, row.start, row.end) for row in rows]
    [('A', 'P', '1990', '1991')]
    """

    def __init__(
        self,
        where: str,
        header: Sequence[str],
        sample: Sequence[Sequence[str]],
        options: TableOptions | None = None,
    ) -> None:
        self.where, self.options = where, options or TableOptions()
        self.coded_every = (1, 0)
        """How many years apart a panel is by its own documentation, and until which year."""
        self.dates = WrittenDates(self.options.date_format)
        self.cells = CellReader(self.dates, roles_given(self.options.roles))
        self.header = [" ".join(name.split()) for name in header]
        self.plan: Plan = plan(
            where,
            header,
            sample,
            self.cells,
            self.options.mapping,
            roles=not self.options.no_role,
            organization=self.options.organization,
            split=self.options.split,
        )
        self._learn(sample)
        self.report = Report(
            where,
            self.plan.read_as(),
            {self.header[at]: reason for at, reason in sorted(self.plan.unread.items())},
            notes=list(self.plan.notes),
        )
        # The members are codes of states: the list of states has their names.
        fields = self.plan.fields
        self._coded = next((code for code in _SCHEMES if code in fields and fields[code] == fields.get("member")), "")
        self._names: dict[tuple[str, str], tuple[Named, ...]] = {}
        self._readers: dict[str, NameReader] = {
            name: self._name_reader(name) for name in ("member", "organization") if name in fields
        }
        for name, reader in self._readers.items():
            reader.learn(row[fields[name]] for row in sample if fields[name] < len(row))
        self._two_letters = {
            name for name in self._readers if self._coded == "iso2" or _two_letters(sample, fields[name])
        }
        self._last: dict[str, str] = {}
        self._filled = 0
        self._totals: list[int] = []
        self._unknown: dict[str, tuple[int, str]] = {}
        plain = self.plan.fields.keys() <= {"member", "organization", "role", "start", "end"}
        plain = plain and not self.plan.before and {"member", "organization"} <= self.plan.fields.keys()
        self._read = {
            "rows": self._plainly() if plain else self._long,
            "bodies": self._wide,
            "members": self._wide,
            "years": self._years,
        }[self.plan.layout]

    @property
    def panel(self) -> bool:
        """Whether the table has a row (or a cell) for each year."""
        return "year" in self.plan.fields or self.plan.layout == "years"

    def _learn(self, sample: Sequence[Sequence[str]]) -> None:
        dated = [at for name, at in self.plan.fields.items() if name in ("start", "end", "period")]
        for at in [*dated, *self.plan.wide]:
            self.dates.learn(row[at] for row in sample if at < len(row))
        period = self.plan.fields.get("period")
        self._ended = period is not None and any(self._ends(row[period].strip()) for row in sample if period < len(row))

    def _ends(self, text: str) -> bool:
        """Whether a cell has a span that ends."""
        try:
            return any(end for _, end in self.dates.spans(text))
        except (InvalidRequest, Undecided):
            return False

    def _name_reader(self, name: str) -> NameReader:
        """What reads the names of a column; the years in their brackets are dates if the table has no others."""
        fields = self.plan.fields
        dated = bool({"start", "start_year", "end", "end_year", "period", "year"} & fields.keys())
        return NameReader(
            name,
            self.header[fields[name]],
            self.cells,
            commas=name in self.plan.lists,
            slashes=name in self.plan.slashes,
            sign=self.options.split,
            dated=dated or self.plan.layout == "years",
        )

    def rows(
        self, records: Iterable[tuple[int, list[str]]], wrong: Callable[[int, str], None] | None = None
    ) -> Iterator[Row]:
        """The memberships of the table.

        Parameters
        ----------
        records : iterable of (int, row)
            The rows behind the header, with their numbers.
        wrong : callable, optional
            Is told the number and the message of each wrong row, which is then left out.

        Yields
        ------
        Row

        Raises
        ------
        OperationFailed
            At the table's end, if rows are wrong and `wrong` is not given: the first of them is named by row and
            column, the others by row.
        """
        mistakes = _Mistakes(self.where, wrong)
        how = self._joined if self.panel else self._paired if "event" in self.plan.fields else self._made
        made = how(records, mistakes)
        for row in made:
            if row.holds == YES:
                self.report.memberships += 1
            if not mistakes.numbers or wrong is not None:
                yield row
        self._finish()
        if wrong is not None:
            for text, (number, column) in self._unknown.items():
                what = "unknown role" if self.plan.layout == "rows" else "not understood:"
                wrong(number, f"{self.where}: row {number}, column {column}: {what} {text!r}")
        mistakes.finish("" if wrong is not None else self._unknown_words())
        if not self.report.rows:
            raise OperationFailed(f"{self.where}: the table has no rows")

    def _made(self, records: Iterable[tuple[int, list[str]]], mistakes: _Mistakes) -> Iterator[Row]:
        """What each row says; rows whose dates are undecided wait until one decides."""
        held: list[tuple[int, list[str]]] = []
        notes: list[tuple[int, list[str]]] = []
        width, read, after_blank = len(self.header), self._read, False
        for number, cells in records:
            if not any(cells) or not any(map(str.strip, cells)):
                after_blank = True
                continue
            if not self.report.rows and _below_header(cells):
                self.report.notes.append(f"row {number} was read as part of the header: {' '.join(cells)[:60].strip()}")
                continue
            if len(cells) > width and any(cell.strip() for cell in cells[width:]):
                mistakes.add(number, f"row {number} has {len(cells)} cells, the header has {width}")
                self.report.rows += 1
                continue
            try:
                made = read(number, cells)
            except _Total:
                self._totals.append(number)
                continue
            except _Skipped:
                self.report.rows += 1
                continue
            except _Incomplete as error:
                if self._is_sum(cells):
                    self._totals.append(number)
                elif self._is_note(cells, after_blank or bool(notes)):
                    notes.append((number, cells))
                else:
                    self.report.rows += 1
                    mistakes.add(number, str(error))
                continue
            except Undecided:
                self.report.rows += 1
                held.append((number, cells))
                continue
            except _Wrong as error:
                if self._is_note(cells, False):
                    notes.append((number, cells))
                    continue
                self.report.rows += 1
                mistakes.add(number, str(error))
                continue
            if self.options.organization and len(self.header) > 1 and self._is_marked_note(cells):
                notes.append((number, cells))
                continue
            self.report.rows += 1
            if notes:
                for earlier, _ in notes:
                    mistakes.add(earlier, f"row {earlier} has words in one cell only; rows of memberships follow it")
                notes.clear()
            after_blank = False
            yield from made
        yield from self._held(held, mistakes)
        self._say_notes(notes)

    def _held(self, held: list[tuple[int, list[str]]], mistakes: _Mistakes) -> Iterator[Row]:
        """The rows that waited: read by what was learned, or wrong for want of it."""
        for number, cells in held:
            try:
                yield from self._read(number, cells)
            except Undecided as error:
                first, second = re.findall(r"\d+", str(error))[:2]
                mistakes.add(
                    number,
                    f"row {number}: {str(error)!r} may have its day or its month first, and no other date of the table"
                    f" decides it ({first} and {second} could be either); say --date-format DD/MM/YYYY or MM/DD/YYYY",
                )
            except _Skipped:
                continue
            except (_Wrong, _Incomplete) as error:
                mistakes.add(number, str(error))

    def _is_note(self, cells: Sequence[str], below: bool) -> bool:
        """Whether a row is a note below the table."""
        filled = [cell.strip() for cell in cells if cell.strip()]
        if _NOTE.fullmatch(filled[0]) and len(filled) <= max(2, len(self.header) // 2):
            return True
        return len(filled) == 1 and cells[0].strip() != "" and (below or len(filled[0]) > 60)

    @staticmethod
    def _is_marked_note(cells: Sequence[str]) -> bool:
        """Whether a row is a note that says so itself: a mark, or words such as "Source:", in its first cell only."""
        return not any(map(str.strip, cells[1:])) and _NOTE.fullmatch(cells[0].strip()) is not None

    @staticmethod
    def _is_sum(cells: Sequence[str]) -> bool:
        """Whether a row that names no member or no body has "Total" in it, and otherwise figures."""
        filled = [cell.strip() for cell in cells if cell.strip()]
        words = [cell for cell in filled if not _FIGURE.fullmatch(cell)]
        return len(words) == 1 and len(filled) > 1 and _TOTAL.fullmatch(words[0]) is not None

    def _say_notes(self, notes: list[tuple[int, list[str]]]) -> None:
        if notes:
            first, last = notes[0][0], notes[-1][0]
            which = f"row {first} was" if first == last else f"rows {first}–{last} were"
            words = " / ".join(" ".join(cell.strip() for cell in cells if cell.strip()) for _, cells in notes)
            self.report.notes.append(f"{which} read as notes below the table: {words[:100]}")

    # What one row says, by layout

    def _cell(self, cells: Sequence[str], name: str) -> str:
        at = self.plan.fields.get(name)
        return cells[at].strip() if at is not None and at < len(cells) else ""

    def _optional(self, cells: Sequence[str], name: str) -> str:
        text = " ".join(self._cell(cells, name).split())
        return "" if len(text) < 5 and text.casefold() in _NO_VALUE else text

    def _named(self, number: int, cells: Sequence[str], name: str) -> tuple[Named, ...]:
        """The names in a cell: one, or several where it is a list."""
        if name == "organization" and self.options.organization:
            return (Named(self.options.organization),)
        at = self.plan.fields[name]
        text = cells[at] if at < len(cells) else ""
        if self.options.fill_down:
            text = self._filled_in(name, text, cells)
        found = self._names.get((name, text))
        if found is None and self._is_missing(name, text):
            found = ()
        elif found is None:
            of_code = self._of_code(number, cells) if name == "member" and self._coded else None
            found = self._readers[name].read(number, text, of_code)
            if of_code is None or self._certain(text):
                self._names[name, text] = found
        if not found:
            more = "" if name == "member" else "; if cells were merged, fill them in with: --fill-down"
            raise _Incomplete(f"row {number}, column {self.header[at]}: no {name} is named{more}")
        if _TOTAL.fullmatch(found[0].name):
            self._refuse_total(number, cells, at)
        elif not self._coded and _FIGURE.fullmatch(found[0].name) and self._is_sum(cells):
            raise _Total(f"row {number}")
        return found

    def _is_missing(self, name: str, text: str) -> bool:
        """Whether a cell says that it has no name: NA, as R writes it, unless it is Namibia's code among others."""
        said = text.strip().casefold()
        return said in _NO_NAME and not (said == "na" and name in self._two_letters)

    def _filled_in(self, name: str, text: str, cells: Sequence[str]) -> str:
        """A cell that was merged with the one above it has that one's text, unless nothing else is in its row."""
        if text.strip():
            self._last[name] = text
        elif name in self._last and any(
            cells[at].strip() for at in [*self.plan.fields.values(), *self.plan.wide] if at < len(cells)
        ):
            self._filled += 1
            return self._last[name]
        return text

    def _of_code(self, number: int, cells: Sequence[str]) -> Callable[[str], str]:
        """Makes names of codes, with the year of the row in mind where a code is of several states."""

        def name(text: str) -> str:
            code = ascii_digits(text.strip()).removesuffix(".0")
            found = name_of_code(self._coded, code)
            if not found and (year := self._some_year(cells)):
                found = name_of_code(self._coded, code, year)
            return found or text.strip()

        return name

    def _certain(self, text: str) -> bool:
        """Whether a code is of one state in every year."""
        return name_of_code(self._coded, ascii_digits(text.strip()).removesuffix(".0")) != ""

    def _some_year(self, cells: Sequence[str]) -> int | None:
        """A year of a row."""
        for name in ("start", "start_year", "year", "period", "end", "end_year"):
            if match := re.search(r"(?<!\d)[12]\d{3}(?!\d)", ascii_digits(self._cell(cells, name))):
                return int(match[0])
        return None

    def _refuse_total(self, number: int, cells: Sequence[str], at: int) -> None:
        """A row of sums: "Total" and otherwise figures only."""
        others = [cell.strip() for place, cell in enumerate(cells) if place != at and cell.strip()]
        if all(_FIGURE.fullmatch(cell) for cell in others):
            raise _Total(f"row {number}")

    def _plainly(self) -> Callable[[int, list[str]], Iterable[Row]]:
        """What reads the rows of a plain table: each text is understood once, and then known."""
        fields = self.plan.fields
        member_at, body_at = fields["member"], fields["organization"]
        role_at, start_at, end_at = (fields.get(name, -1) for name in ("role", "start", "end"))
        members: dict[str, str] = {}
        bodies: dict[str, str] = {}
        roles: dict[str, str] = {}
        starts: dict[str, str] = {}
        ends: dict[str, str] = {}

        def new_member(number: int, cells: list[str]) -> str:
            """A member in a row of which all else is known; "" if its cell says more than a name."""
            if self.options.fill_down:
                return ""
            named = self._named(number, cells, "member")
            if len(named) > 1 or named[0].role or named[0].spans:
                return ""
            members[cells[member_at]] = named[0].name
            return named[0].name

        def read(number: int, cells: list[str]) -> Iterable[Row]:
            try:
                start = starts[cells[start_at]] if start_at >= 0 else ""
                end = ends[cells[end_at]] if end_at >= 0 else ""
                role = roles[cells[role_at]] if role_at >= 0 else "full"
                body = bodies[cells[body_at]]
                member = members.get(cells[member_at]) or new_member(number, cells)
                if member and (not end or start <= end + "~"):
                    return (_new_row(Row, (number, member, body, role, start, end, *NO_MORE)),)
            except (KeyError, IndexError):
                pass
            found = list(self._long(number, cells))
            plain = role_at < 0 or self.cells.role(cells[role_at].strip()) != ""
            if plain and len(found) == 1 and found[0].holds == YES and len(cells) >= len(self.header):
                row = found[0]
                if not self._says_more(cells, member_at, body_at):
                    members[cells[member_at]], bodies[cells[body_at]] = row.member, row.organization
                if role_at < 0 or self.cells.role(cells[role_at].strip()) == row.role:
                    roles[cells[role_at]] = row.role
                # A cell with both ends of a span is not remembered, since the other cell may not fit to it.
                if not (start_at >= 0 and end_at < 0 and row.end) and not (row.start and start_at < 0):
                    starts[cells[start_at]], ends[cells[end_at]] = row.start, row.end
            return found

        return read

    def _says_more(self, cells: Sequence[str], *places: int) -> bool:
        """Whether names have a role or dates behind them, or stand for those of the row above."""
        return bool(self.options.fill_down) or any(
            name.role or name.spans
            for field, at in zip(("member", "organization"), places, strict=True)
            for name in self._names.get((field, cells[at]), ())
        )

    def _long(self, number: int, cells: list[str]) -> Iterable[Row]:
        """A row that is one membership, or several if a cell names several."""
        bodies, members = self._named(number, cells, "organization"), self._named(number, cells, "member")
        role, status = self._role(number, cells)
        if role == SKIP:
            return ()
        said = self._flag(number, cells, role)
        spans = said.spans or self._within(number, status, self._spans(number, cells))
        more = self._more(cells)
        found = []
        for body in bodies:
            for member in members:
                shown, dates = self._behind(number, (body, member), said.role, spans)
                for start, end in dates if shown != SKIP else ():
                    found.append(Row(number, member.name, body.name, shown, start, end, holds=said.holds, **more))  # type: ignore[arg-type]
        return found

    def _behind(
        self, number: int, names: Iterable[Named], role: str, spans: Sequence[tuple[str, str]]
    ) -> tuple[str, Sequence[tuple[str, str]]]:
        """The role and the dates of a membership, when what stands in brackets behind its names is taken in."""
        for name in names:
            spans = name.spans or spans
            if not name.role:
                continue
            if name.role not in (*ROLES, SKIP):
                self._unknown.setdefault(name.role, (number, "of names"))
                self.report.unknown[name.role] += 1
            elif name.role == SKIP:
                self.report.skipped[name.name] += 1
                return SKIP, spans
            elif role in ("full", NO, MISSING):
                role = name.role if role == "full" else role
        return role, spans

    def _flag(self, number: int, cells: Sequence[str], role: str) -> Said:
        """Whether a row is a membership at all, and in which role, by its flag and its role."""
        said = _HOLDS.get(role) or Said(YES, role)
        if "flag" in self.plan.fields:
            text = self._cell(cells, "flag")
            flag = self.cells.cell(text)
            if flag is None:
                raise _Wrong(f"row {number}, column {self._column('flag')}: {text!r} is neither yes nor no")
            lesser = said.holds == YES and said.role != "full" and self._role_flag(cells) == said.role
            # "member: no, observer: yes" is an observer.
            if said.holds == YES and not (lesser and flag.holds == NO):
                said = Said(flag.holds, said.role if flag.role == "full" else flag.role, flag.spans)
        if said.holds == NO:
            self.report.no += 1
        elif said.holds == MISSING:
            self.report.missing += 1
        return said

    def _role(self, number: int, cells: Sequence[str]) -> tuple[str, tuple[tuple[str, str], ...]]:
        """The role of a row, and the dates that stand beside it in its cell ("member since 1999")."""
        fields = self.plan.fields
        if flag := self._role_flag(cells):
            return flag, ()
        if "role" not in fields:
            return "full", ()
        text = self._cell(cells, "role")
        role = self.cells.role(text)
        if not role and (said := self.cells.status(text)):
            return said.role, said.spans
        if not role:
            self._unknown.setdefault(text, (number, self._column("role")))
            self.report.unknown[text] += 1
            return "full", ()
        if role == SKIP:
            self.report.skipped[text] += 1
        return role, ()

    def _within(
        self, number: int, status: Sequence[tuple[str, str]], spans: Sequence[tuple[str, str]]
    ) -> Sequence[tuple[str, str]]:
        """The dates of a row with those that its status has; one edge may be in both, if it is the same."""
        if not status or not any(start or end for start, end in spans):
            return status or spans
        if len(status) > 1 or len(spans) > 1:
            raise _Wrong(f"row {number}, column {self._column('role')}: it has dates, and so have other columns")
        found = []
        for one, other in zip(status[0], spans[0], strict=True):
            if one and other and not (one.startswith(other) or other.startswith(one)):
                raise _Wrong(
                    f"row {number}, column {self._column('role')}: it says {one}, and another column says {other}"
                )
            found.append(max(one, other, key=len))
        start, end = found
        if start and end and start > end + "~":
            raise _Wrong(f"row {number}: the membership ends ({end}) before it begins ({start})")
        return [(start, end)]

    def _role_flag(self, cells: Sequence[str]) -> str:
        """The role that a column of its own says, such as "observer" with yes and no."""
        flags = ("observer", "associate")
        return next((f for f in flags if f in self.plan.fields and flag_of(self._cell(cells, f)) == YES), "")

    def _more(self, cells: Sequence[str]) -> dict[str, object]:
        """What else a row says; only what the table has."""
        fields = self.plan.fields
        found: dict[str, object] = {}
        for name in ("source", "quote", "member_id", "organization_id", "abbreviation"):
            if name in fields:
                found[name] = self._optional(cells, name)
        if "type" in fields:
            found["classification"] = self._optional(cells, "type")
        codes = tuple((scheme, code) for scheme in _SCHEMES if scheme in fields and (code := self._code(cells, scheme)))
        if codes:
            found["codes"] = codes
        return found

    def _code(self, cells: Sequence[str], scheme: str) -> str:
        text = ascii_digits(self._optional(cells, scheme)).removesuffix(".0")
        if text.startswith("-"):
            return ""
        return text.zfill(3) if scheme == "iso_numeric" and text else text.upper()

    def _column(self, name: str) -> str:
        return self.header[self.plan.fields[name]]

    def _spans(self, number: int, cells: Sequence[str]) -> Sequence[tuple[str, str]]:
        """The spans of a row: from its start and end, or from one cell that has both."""
        fields = self.plan.fields
        if "period" in fields and (text := self._cell(cells, "period")):
            return self._period(number, text)
        start, end = self._edge(number, cells, "start"), self._edge(number, cells, "end")
        if self.plan.before and not start:
            self._refuse_if_before(number, cells)
        if isinstance(start, list):
            if len(start) > 1 or start[0][1]:
                if end:
                    raise _Wrong(
                        f"row {number}, column {self._column('start')}: it gives an end, and so does the end's column"
                    )
                return start
            start = start[0][0]
        if isinstance(end, list):
            if len(end) > 1 or (end[0][0] and end[0][1]):
                raise _Wrong(f"row {number}, column {self._column('end')}: a span, not an end; say --map COLUMN=period")
            end = end[0][1] or end[0][0]
        start, last = self._uncensored(cells, start, end)
        if start and last and start > last + "~":
            name = "end" if "end" in fields else "end_year"
            raise _Wrong(
                f"row {number}, column {self._column(name)}: the membership ends ({last}) before it begins ({start})"
            )
        return [(start, last)]

    def _uncensored(self, cells: Sequence[str], start: str, end: str) -> tuple[str, str]:
        """Dates without those at which only the table begins or ends."""
        fields = self.plan.fields
        if start and "left_censored" in fields and flag_of(self._cell(cells, "left_censored")) == YES:
            self.dates.seen["starts that are the table's own, by its column of them, read as unknown"] = None
            start = ""
        if end and "right_censored" in fields and flag_of(self._cell(cells, "right_censored")) == YES:
            self.dates.seen["ends that are the table's own, by its column of them, read as still going on"] = None
            end = ""
        return start, end

    def _period(self, number: int, text: str) -> Sequence[tuple[str, str]]:
        """The spans in a cell of periods; a date alone among spans may be all of one, or its start."""
        found = self._dated(number, "period", text) or [("", "")]
        alone = self.dates.alone(text) if self._ended else []
        if alone and len(found) == 1:
            self.dates.seen[f"dates alone, such as {text!r}, read as starts"] = None
        elif alone and any(end for _, end in found):
            column = self._column("period")
            raise _Wrong(
                f"row {number}, column {column}: {alone[0]!r} may be all of a membership, or the start of one that goes"
                f' on; write it as {alone[0]}–{alone[0]}, or read such dates as starts with: --map "{column}=start"'
            )
        return found

    def _refuse_if_before(self, number: int, cells: Sequence[str]) -> None:
        """Who has signed and no more may be no member."""
        for at, name in self.plan.before.items():
            if at < len(cells) and cells[at].strip():
                column = self._column("start" if "start" in self.plan.fields else "start_year")
                raise _Wrong(
                    f"row {number}, column {column}: it is empty, but {name!r} has a date, so this may be no"
                    f' membership; read these dates as starts with: --map "{name}=start", or leave them out with:'
                    f' --map "{name}=ignore"'
                )

    def _edge(self, number: int, cells: Sequence[str], edge: str) -> str | list[tuple[str, str]]:
        fields = self.plan.fields
        if f"{edge}_year" in fields:
            return self._from_parts(number, cells, edge)
        text = self._cell(cells, edge)
        if not text:
            return ""
        if edge == "start" and not text[:1].isdigit():
            self._refuse_if_none(number, text)
        if edge == "end" and (flag := flag_of(text)) in (YES, NO) and word(text).isalpha():
            if flag == YES:
                raise _Wrong(
                    f"row {number}, column {self._column(edge)}: {text!r} says that the membership has ended, but not"
                    f" when; leave the row out, or read it as one that goes on with: --missing {text}"
                )
            self.dates.seen[f"{text!r} read as no end"] = None
            return ""
        try:
            return self.dates.date(text)
        except InvalidRequest:
            said = self.cells.status(text) if edge == "end" else None  # "yes (2019)", "withdrew 2019"
            if said is not None and said.role == "full" and len(said.spans) == 1 and not all(said.spans[0]):
                return "".join(said.spans[0])
            return self._dated(number, edge, text) or ""

    def _refuse_if_none(self, number: int, text: str) -> None:
        """Where a start should be: words that say that there is no membership ("never", "pending")."""
        said = word(text)
        if self.cells.given.get(said) == SKIP:
            self.report.skipped[text] += 1
            raise _Skipped
        if (
            said in TURNS
            or said in _NEVER
            or (flag_of(said) == NO and said.replace(" ", "").isalpha() and said != "none")
        ):
            raise _Wrong(
                f"row {number}, column {self._column('start')}: {text!r} is not a date, and may say that there is no"
                f' membership; if so, leave its rows out with: --role "{text}=skip"; if it stands for no date, say:'
                f' --missing "{text}"'
            )

    def _dated(self, number: int, name: str, text: str) -> list[tuple[str, str]]:
        try:
            return self.dates.spans(text)
        except InvalidRequest as error:
            raise _Wrong(f"row {number}, column {self._column(name)}: {error.message}") from None

    def _from_parts(self, number: int, cells: Sequence[str], edge: str) -> str:
        """A date whose year, month and day stand in columns of their own."""
        parts = [
            ascii_digits(self._cell(cells, f"{edge}_{part}")).removesuffix(".0") for part in ("year", "month", "day")
        ]
        known = [part for part in parts if part and part.casefold() not in _NO_VALUE and not _BELOW.fullmatch(part)]
        if not known or parts[0] not in known:
            return ""
        text = "-".join(known) if all(part.isdigit() for part in known) else " ".join(reversed(known))
        try:
            return self.dates.date(
                "-".join([known[0], *(part.zfill(2) for part in known[1:])]) if "-" in text else text
            )
        except InvalidRequest as error:
            raise _Wrong(f"row {number}, column {self._column(f'{edge}_year')}: {error.message}") from None

    def _wide(self, number: int, cells: list[str]) -> Iterable[Row]:
        """A row with a column for each body, or for each member."""
        by_body = self.plan.layout == "bodies"
        named = self._named(number, cells, "member" if by_body else "organization")
        (role, status), more = self._role(number, cells), self._more(cells)
        spans = self._within(number, status, self._spans(number, cells))
        if role == SKIP:
            return ()
        found = []
        for at, other in self.plan.wide.items():
            said = self._said(number, at, cells[at] if at < len(cells) else "")
            if said.holds == NO:
                self.report.no += 1
            elif said.holds == MISSING:
                self.report.missing += 1
            shown = said.role if said.role != "full" or role in (NO, MISSING) else role
            for name in named:
                member, body = (name.name, other) if by_body else (other, name.name)
                as_what, dates = self._behind(number, (name,), shown, said.spans or spans)
                for start, end in dates if as_what != SKIP else ():
                    found.append(Row(number, member, body, as_what, start, end, holds=said.holds, **more))  # type: ignore[arg-type]
        for body, span in self._of_edges(number, cells) if by_body else ():
            for name in named:
                as_what, _ = self._behind(number, (name,), role if role not in (NO, MISSING) else "full", ())
                found.append(Row(number, name.name, body, as_what, *span, **more))  # type: ignore[arg-type]
        return found

    def _said(self, number: int, at: int, text: str) -> Said:
        said = self.cells.cell(text.strip()) if text else _EMPTY
        if said is None:
            self._unknown.setdefault(text.strip(), (number, self.header[at]))
            self.report.unknown[text.strip()] += 1
            return _EMPTY
        return said

    def _years(self, number: int, cells: list[str]) -> Iterable[Row]:
        """A row with a column for each year."""
        found = []
        (role, _), more = self._role(number, cells), self._more(cells)
        for body in self._named(number, cells, "organization"):
            for member in self._named(number, cells, "member"):
                for at, year in self.plan.wide.items():
                    said = self._said(number, at, cells[at] if at < len(cells) else "")
                    shown = said.role if said.role != "full" else role
                    shown, _ = self._behind(number, (body, member), shown, ())
                    if shown == SKIP:
                        continue
                    found.append(Row(number, member.name, body.name, shown, year, year, holds=said.holds, **more))  # type: ignore[arg-type]
        return found

    def _of_edges(self, number: int, cells: Sequence[str]) -> Iterator[tuple[str, tuple[str, str]]]:
        """The bodies whose starts and ends have columns of their own, where a row has one of them."""
        for body, edges in self.plan.edges.items():
            texts = {edge: cells[at].strip() for edge, at in edges.items() if at < len(cells)}
            if not any(texts.values()) or all(flag_of(text) in (NO, MISSING) for text in texts.values()):
                continue
            dates = {}
            for edge, text in texts.items():
                try:
                    dates[edge] = self.dates.date(text)
                except InvalidRequest as error:
                    raise _Wrong(f"row {number}, column {self.header[edges[edge]]}: {error.message}") from None
            start, end = dates.get("start", ""), dates.get("end", "")
            if start and end and start > end + "~":
                raise _Wrong(f"row {number}, {body}: the membership ends ({end}) before it begins ({start})")
            yield body, (start, end)

    # Rows about joining and leaving: pairs of them are spans

    def _paired(self, records: Iterable[tuple[int, list[str]]], mistakes: _Mistakes) -> Iterator[Row]:
        """The memberships of a table with a row for each joining and each leaving."""
        at, what = self.plan.fields["event"], {}  # type: int, dict[int, str]

        def known() -> Iterator[tuple[int, list[str]]]:
            for number, cells in records:
                text = cells[at].strip() if at < len(cells) else ""
                if self.cells.given.get(word(text)) == SKIP:
                    self.report.rows += 1
                    self.report.skipped[text] += 1
                    continue
                if any(map(str.strip, cells)) and bare(text) not in EVENTS and not self._is_note(cells, True):
                    self.report.rows += 1
                    mistakes.add(
                        number, f"row {number}, column {self.header[at]}: {text!r} is neither joining nor leaving"
                    )
                    continue
                what[number] = EVENTS.get(bare(text), "")
                yield number, cells

        found: dict[tuple[str, str], list[Row]] = {}
        for row in self._made(known(), mistakes):
            found.setdefault((row.member, row.organization), []).append(row)
        for (member, body), rows in found.items():
            joined: Row | None = None
            for row in sorted(rows, key=lambda row: row.start):
                if what[row.number] == "end":
                    yield joined._replace(end=row.start) if joined else row._replace(start="", end=row.start)
                    joined = None
                elif joined is None:
                    joined = row
                elif joined.start != row.start:
                    mistakes.add(
                        row.number,
                        f"row {row.number}: {member} joins {body} again ({row.start}), without having left"
                        f" since {joined.start}",
                    )
            if joined:
                yield joined
        self.report.notes.append("rows about joining and leaving were put together to spans")

    # Panels: years to spans

    def _joined(self, records: Iterable[tuple[int, list[str]]], mistakes: _Mistakes) -> Iterator[Row]:
        """The rows of a panel, consecutive years joined."""
        spans: dict[tuple[str, str, str, str], list[int]] = {}
        first: dict[tuple[str, str, str, str], Row] = {}
        years: set[int] = set()
        by_year = "year" in self.plan.fields
        if by_year:
            records = self._with_years(records, mistakes)
        for row in self._made(records, mistakes):
            year = self._year_of[row.number] if by_year else int(row.start)
            years.add(year)
            key = (row.member, row.organization, row.role, row.holds)
            first.setdefault(key, row)
            spans.setdefault(key, []).append(year)
        if by_year and self.plan.layout == "rows":
            self._refuse_if_unclear(spans, years)
        if years:
            self.report.as_of = f"{max(years):04}"
            self._say_years(years)
        for key, found in spans.items():
            if key[3] == NO:
                yield first[key]._replace(start="", end="")
                continue
            for start, end in runs(found, sorted(years), *self.coded_every):
                yield first[key]._replace(start=f"{start:04}", end=f"{end:04}")

    def _with_years(
        self, records: Iterable[tuple[int, list[str]]], mistakes: _Mistakes
    ) -> Iterator[tuple[int, list[str]]]:
        """The rows that have a year, which is noted by row."""
        self._year_of: dict[int, int] = {}
        at = self.plan.fields["year"]
        for number, cells in records:
            text = ascii_digits(cells[at].strip()).removesuffix(".0") if at < len(cells) else ""
            if text.isdigit() and len(text) == 4:
                self._year_of[number] = int(text)
            elif any(map(str.strip, cells)) and not self._is_note(cells, True):
                self.report.rows += 1
                mistakes.add(number, f"row {number}, column {self.header[at]}: {text!r} is not a year")
                continue
            yield number, cells

    def _refuse_if_unclear(self, spans: Mapping[tuple[str, str, str, str], list[int]], years: set[int]) -> None:
        """A year for each membership may be when it began, or the one year that the row is about."""
        once = all(len(set(found)) == 1 for found in spans.values())
        if once and len(years) > 1 and not self.plan.coded and "flag" not in self.plan.fields and self._guessed_year():
            name = self._column("year")
            raise InvalidRequest(
                f"{self.where}: column {name!r} may say when each membership began, or which year each row is about;"
                f" say which: --map {name}=start or --map {name}=year"
            )

    def _guessed_year(self) -> bool:
        return "year" not in self.options.mapping.values()

    def _say_years(self, years: set[int]) -> None:
        ordered = sorted(years)
        self.report.notes.append(
            f"consecutive years were joined to spans; the table is of {ordered[0]}–{ordered[-1]}, and spans end with it"
        )
        step, until = self.coded_every
        gaps = [
            (earlier + 1, later - 1)
            for earlier, later in pairwise(ordered)
            if later > earlier + 1 and not (later - earlier <= step and earlier < until)
        ]
        if gaps:
            shown = shortened((f"{a}" if a == b else f"{a}–{b}" for a, b in gaps), 6)
            self.report.warnings.append(
                f"the table says nothing of {shown}; memberships were not filled in there, so nobody is a member then"
            )

    # What is said at the end

    def _unknown_words(self) -> str:
        if not self._unknown:
            return ""
        words = ", ".join(f"{word!r} (row {number})" for word, (number, _) in list(self._unknown.items())[:12])
        more = f" and {len(self._unknown) - 12:,} more" if len(self._unknown) > 12 else ""
        first = next(iter(self._unknown))
        if self.plan.layout == "rows":
            what, column = (
                "unknown roles" if len(self._unknown) > 1 else "unknown role",
                f"column {self._column('role')}: " if "role" in self.plan.fields else "",
            )
            options = f'--role "{first}=skip" or ="associate", or read all rows as full members with --no-role'
        else:
            what, column = "cells that are not understood", ""
            options = f'--role "{first}=skip" or ="full"'
        return f"{column}{what}: {words}{more}; say what each is, for example: {options}"

    def _finish(self) -> None:
        report = self.report
        report.notes += self.dates.notes()
        if self._filled:
            report.notes.append(f"{counted(self._filled, 'empty cell')} filled with what stands above, as asked")
        if self._totals:
            rows = ", ".join(map(str, self._totals[:5])) + (" …" if len(self._totals) > 5 else "")
            report.notes.append(f"rows of sums were left out: {rows}")
        for reader in self._readers.values():
            reader.say(report)


_NEVER = frozenset((
    "never", "not yet", "in negotiation", "under negotiation", "negotiating", "nie", "jamais", "nunca", "mai", "nooit",
    "never joined", "not joined", "in process", "in progress", "awaiting ratification", "to be confirmed",
))  # fmt: skip
_SCHEMES = ("cow", "gw", "iso_numeric", "iso3", "iso2", "cow_abbreviation")
_BELOW = re.compile(r"0+|-\d+")  # codes of statistics programs for what is missing


class _Wrong(Exception):
    """A row that cannot be read; the message says where and why."""


_UNITS = re.compile(r"\(.*\)|<.*>|\[.*\]|:?-{2,}:?|", re.DOTALL)


def _two_letters(sample: Sequence[Sequence[str]], at: int) -> bool:
    """Whether a column's cells are two letters each."""
    cells = [row[at].strip() for row in sample if at < len(row) and row[at].strip()]
    return sum(len(cell) == 2 and cell.isupper() for cell in cells) > 0.8 * len(cells)


def _below_header(cells: Sequence[str]) -> bool:
    """Whether a row belongs to the header: units in brackets, or the line of a table in Markdown."""
    return all(_UNITS.fullmatch(cell.strip()) for cell in cells)


class _Skipped(Exception):
    """A row that the user leaves out."""


class _Total(Exception):
    """A row of sums, which is no membership."""


class _Incomplete(_Wrong):
    """A row without a member or a body."""


class _Mistakes:
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
    some = ", ".join(map(str, numbers[:8]))
    more = f" and {len(numbers) - 8:,} more" if len(numbers) > 8 else ""
    return f" (also wrong: row{'s' * (len(numbers) > 1)} {some}{more})"


def runs(years: Iterable[int], known: Sequence[int] = (), step: int = 1, until: int = 0) -> list[tuple[int, int]]:
    """Years as runs of consecutive ones, both ends included.

    Parameters
    ----------
    years : iterable of int
        The years, in any order.
    known : sequence of int
        All years of the table, in order, if it has not every year.
    step, until : int
        How many years apart they may be, and before which year, and still be consecutive.

    Returns
    -------
    list of (int, int)

    >>> runs([1816, 1817, 1820])
    [(1816, 1817), (1820, 1820)]
    >>> runs([1955, 1960, 1965, 1966], [1950, 1955, 1960, 1965, 1966], step=5, until=1965)
    [(1955, 1966)]
    """
    follows = {later: earlier for earlier, later in pairwise(known) if later - earlier <= step and earlier < until}
    found: list[tuple[int, int]] = []
    for year in sorted(set(years)):
        if found and found[-1][1] == follows.get(year, year - 1):
            found[-1] = (found[-1][0], year)
        else:
            found.append((year, year))
    return found
