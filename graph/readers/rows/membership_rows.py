"""From the rows of a table to memberships: what `planning.plan` found is applied, row by row.

A table of plain rows is read as it comes, however long it is. A panel (a row for each year) is read whole, since
its years are joined to spans.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Iterator, Sequence

from ...amounts import counted, shortened
from ...errors import OperationFailed
from ...model.roles import FULL
from ..cells.asides import is_sum, legend_in
from ..cells.cell_marks import NameMarks
from ..cells.cell_reader import CellReader
from ..cells.cell_words import NO, YES, roles_given, word
from ..dates.single_dates import Undecided
from ..dates.written_dates import WrittenDates
from ..important import Important
from ..mistakes import Incomplete, Mistakes, NothingListed, Skipped, Total, Unnamed, Wrong
from ..names.known_names import states_in
from ..names.states_of_years import StatesOfYears
from ..planning.keys import NAMES_OF_ENDS, key_of
from ..planning.plan import plan
from ..planning.table_plan import Plan
from ..planning.titled_roles import TitledRole, titled_role
from ..report import Report
from ..row import Row
from ..table_options import TableOptions
from ..tables.marked_cells import first_marked
from ..tables.notes_below import is_marked_note, is_note, is_sentence, notes_of_heads, with_its_mark
from ..tables.one_below_other import are_names_of_columns
from ..unused_options import words_not_found
from .broken_rows import BrokenRows
from .joining_and_leaving import paired
from .panel import Panel
from .row_meaning import RowMeaning
from .second_header import goes_on_with_header
from .table_in_hand import TableInHand
from .unknown_words import UnknownWords

__all__ = ["MembershipReader"]

_ANOTHER_TABLE = "another table begins there; put each into a file of its own, or say in a column what is different"


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
    titles : sequence of str
        What stands above the table, line by line, and the name of its sheet.

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
        titles: Sequence[str] = (),
    ) -> None:
        options = options or TableOptions()
        self.coded_every = (1, 0)
        """How many years apart a panel is by its own documentation, and until which year."""
        self.states: StatesOfYears | None = None
        """What tells the states apart that a panel calls by one name; without it a name is one state."""
        self._date_format = options.date_format
        dates = WrittenDates(options.date_format)
        cells = CellReader(dates, roles_given(options.roles))
        legend = {code: what for row in sample for code, what in legend_in(row).items()}
        if legend:
            cells.explain(legend)
            sample = [row for row in sample if not legend_in(row)]
        found = plan(
            where,
            header,
            sample,
            cells,
            options.mapping,
            roles=not options.no_role,
            organization=options.organization,
            split=bool(options.split),
        )
        cells.forget()
        answers = {at for field, at in found.fields.items() if field == "flag"} | found.wide.keys()
        cells.learn_flags(row[at] for row in sample for at in answers if at < len(row))
        names = [" ".join(name.split()) for name in header]
        unread = {found.header[at]: reason for at, reason in sorted(found.unread.items())}
        self._titled = titled_role(where, titles, sample, found, options) or TitledRole()
        found.role_of_all, found.role_source = self._titled.role, self._titled.source
        found.notes += filter(None, [self._titled.note])
        report = Report(where, found.read_as(), unread, notes=list(found.notes), warnings=list(found.remarks))
        self._heads = NameMarks("organization" if found.layout == "bodies" else "member", "", literal=options.literal)
        """What takes off the names of columns of bodies and members what stands around them."""
        if found.layout in ("bodies", "members"):
            report.warnings += [] if options.literal else notes_of_heads(found.wide.values(), sample)
            found.wide = {at: self._heads.taken_off(1, name) for at, name in found.wide.items()}
            # Who names a column as it stands means it by the whole of its name.
            found.wide |= {at: names[at] for at in found.wide if names[at] in options.same}
        self._markup_kept = options.literal and first_marked((header, *sample)) != ""
        self._table = TableInHand(where, names, options, found, dates, cells, report)
        self.report = report
        """What was read of the table, and what was not; whole when all rows have come."""
        self._sample = sample
        self._meaning = RowMeaning(self._table, sample)
        self._totals: list[int] = []
        self._nothing_listed = 0
        self._explained = bool(legend)
        self._counted = 0
        self._another = False
        """Whether another table has begun, which ends this one."""
        self._names_at = found.fields.get("member", 0)
        self.identities: dict[str, str] = {}
        """What tells people apart whose names are written almost alike, by their names."""

    @property
    def plan(self) -> Plan:
        """Which column is what."""
        return self._table.plan

    @property
    def panel(self) -> bool:
        """Whether the table has a row (or a cell) for each year or month."""
        return self.plan.observed or self.plan.layout == "years"

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
        mistakes = Mistakes(self._table.where, wrong, self._date_format)
        doubt = self._titled.doubt
        for row in self._how(records, mistakes):
            if row.holds == YES:
                self.report.memberships += 1
            if doubt and (row.role != FULL or row.end or row.holds != YES):
                doubt = ""  # the rows say themselves what they are
            if not mistakes.any or wrong is not None:
                yield row
        self._finish()
        self.report.warnings += filter(None, [doubt])
        unknown = UnknownWords(self._table, self._meaning.names.mark_of)
        if wrong is not None:
            self.report.refused = mistakes.any or bool(self._table.unknown)
            for number, message in unknown.each():
                wrong(number, message)
        mistakes.finish("" if wrong is not None else unknown.together())
        if not self.report.rows:
            raise OperationFailed(f"{self._table.where}: the table has no rows")

    def _how(self, records: Iterable[tuple[int, list[str]]], mistakes: Mistakes) -> Iterator[Row]:
        """The memberships of the rows, put together where years or events are rows of their own."""
        if self.panel:
            return Panel(self._table, self.coded_every, self.states).joined(self._made, records, mistakes)
        if "event" in self.plan.fields:
            return paired(self._table, self._made, records, mistakes)
        return self._made(records, mistakes)

    def _made(self, records: Iterable[tuple[int, list[str]]], mistakes: Mistakes) -> Iterator[Row]:
        """What each row says; rows whose dates are undecided wait until one decides."""
        held: list[tuple[int, list[str]]] = []
        notes: list[tuple[int, list[str]]] = []
        before: list[str] = []
        alone: list[tuple[int, str]] = []
        body = ""
        read, width, after_blank = self._meaning.read, len(self._table.header), False
        options, marks, identity = self._table.options, self._meaning.names.plain_marks, self.plan.identity
        several = (options.organization or options.fill_down or self.plan.layout != "rows") and width > 1
        report, at, name = self.report, self._names_at, self._table.header[self._names_at]
        broken = BrokenRows(self.plan, self._sample)
        names: set[str] = set()  # that cannot be anything else: each is looked at once, since it may come in many rows
        for number, cells in records:
            text = cells[at] if at < len(cells) else ""
            if text not in names and not any(map(str.strip, cells)):
                after_blank = True
                continue
            if self._another:
                break
            if text not in names or len(cells) != width:
                if parted := broken.with_row(number, cells):
                    mistakes.add(number, parted)
                    self._count(number)
                    continue
                # Of the rows of a long table hardly one may be none of data; the others are not looked at more closely.
                plain = report.rows and at < len(cells) <= width and text != name and not self._explained
                plain = plain and text.casefold() not in NAMES_OF_ENDS
                if not plain and self._no_data(number, cells, before, notes, mistakes):
                    continue
                if len(text) < 5 and _may_be_mark(text, marks):
                    if (note := with_its_mark(cells, at, marks)) != cells:
                        notes.append((number, note))
                        continue
                elif plain and text:
                    names.add(text)
            before = cells
            if (several or (width > 1 and cells[0][:1] in _BEFORE_NOTES)) and is_marked_note(cells, marks):
                notes.append((number, cells))
                continue
            try:
                made = read(number, cells)
            except Total:
                self._totals.append(number)
                continue
            except Skipped:
                self._count(number)
                continue
            except Incomplete as error:
                if is_sum(cells):
                    self._totals.append(number)
                elif is_note(cells, after_blank or bool(notes), width, marks):
                    notes.append((number, cells))
                elif isinstance(error, NothingListed):
                    self._count(number)
                    self._nothing_listed += not isinstance(error, Unnamed)
                    alone += [(number, each.name) for each in self._meaning.names.in_no_party(number, cells)]
                else:
                    self._count(number)
                    mistakes.add(number, str(error))
                continue
            except Undecided:
                self._count(number)
                held.append((number, cells))
                continue
            except Wrong as error:
                if is_note(cells, False, width, marks):
                    notes.append((number, cells))
                    continue
                self._count(number)
                mistakes.add(number, str(error))
                continue
            if number != self._counted:
                report.rows += 1
                self._counted = number
            if notes:
                for earlier, _ in notes:
                    mistakes.add(earlier, f"row {earlier} has words in one cell only; rows of memberships follow it")
                notes.clear()
            after_blank = False
            if identity is not None or not body:
                made = list(made)
                body = body or next((row.organization for row in made), "")
            if identity is not None:
                made = self._identified(identity, cells, list(made))
            yield from made
        yield from self._held(held, mistakes)
        if body:  # they are known, and in no body
            yield from (Row(number, name, body, holds=NO) for number, name in alone)
        self._say_notes(notes)
        if doubt := broken.doubt():
            self.report.notes.append(Important(doubt))

    def _identified(self, at: int, cells: Sequence[str], made: list[Row]) -> list[Row]:
        """Note what a row says of the one person that it names."""
        said = cells[at].strip().casefold() if at < len(cells) else ""
        if said and len({row.member for row in made}) == 1:
            self.identities.setdefault(made[0].member, said)
        return made

    def _no_data(
        self, number: int, cells: list[str], before: list[str], notes: list[tuple[int, list[str]]], mistakes: Mistakes
    ) -> bool:
        """Whether a row is none of data: of the header, too long, the header again, a legend; which is told."""
        header = self._table.header
        if not self.report.rows and goes_on_with_header(cells, self.plan):
            self.report.notes.append(f"row {number} was read as part of the header: {' '.join(cells)[:60].strip()}")
            return True
        at = self._names_at
        same = [cell.strip() for cell in cells] == header
        if self.report.rows and not same and are_names_of_columns(cells):
            if list(map(key_of, cells)) == list(map(key_of, header)):
                self._again(number, bool(notes) or _is_title(before), mistakes)
                return True
            self._begin_another(number, cells, mistakes)
            return True
        if len(cells) > len(header) and any(cell.strip() for cell in cells[len(header) :]):
            mistakes.add(
                number,
                f"row {number} has {len(cells)} cells, the header has {len(header)}"
                f" (too many: {shortened(map(repr, filter(None, cells[len(header) :])), 3)}); put a cell with the"
                " separator in it in quotation marks, or name the further column",
            )
            self._count(number)
            return True
        if at < len(cells) and cells[at] == header[at] and len(header) > 1 and header[at]:
            if same:
                self._again(number, bool(notes) or _is_title(before), mistakes)
                notes.clear()
                return True
            if "member" in self.plan.fields and not states_in([cells[at]]):
                self._begin_another(number, cells, mistakes)
                return True
        if self._explained and legend_in(cells):
            shown = "; ".join(filter(None, cells))[:80]
            self.report.notes.append(f"row {number} was read as what letters stand for: {shown}")
            return True
        return False

    def _begin_another(self, number: int, cells: Sequence[str], mistakes: Mistakes) -> None:
        """A row with other names of columns; what stands below them is not read by those of the first table."""
        shown = ", ".join(cell.strip() for cell in cells if cell.strip())[:60]
        mistakes.add(number, f"row {number} has names of columns ({shown}): {_ANOTHER_TABLE}")
        self._another = True

    def _again(self, number: int, titled: bool, mistakes: Mistakes) -> None:
        """A row that repeats the header: of a further page, or of another table below the first."""
        if titled:
            mistakes.add(
                number,
                f"row {number} has the names of the columns again, below a title: {_ANOTHER_TABLE}",
            )
            return
        self.report.notes.append(f"row {number} has the names of the columns again, and was left out")

    def _count(self, number: int) -> None:
        """Count a row; one that was given several rows is one still."""
        if number != self._counted:
            self.report.rows += 1
            self._counted = number

    def _held(self, held: list[tuple[int, list[str]]], mistakes: Mistakes) -> Iterator[Row]:
        """The rows that waited: read by what was learned, or wrong for want of it."""
        for number, cells in held:
            try:
                yield from self._meaning.read(number, cells)
            except Undecided as error:
                first, second = re.findall(r"\d+", str(error))[:2]
                mistakes.add(
                    number,
                    f"row {number}: {str(error)!r} may have its day or its month first, and no other date of the table"
                    f" decides it ({first} and {second} could be either); say --date-format DD/MM/YYYY or MM/DD/YYYY",
                )
            except Skipped:
                continue
            except (Wrong, Incomplete) as error:
                mistakes.add(number, str(error))

    def _say_notes(self, notes: list[tuple[int, list[str]]]) -> None:
        if notes:
            first, last = notes[0][0], notes[-1][0]
            which = f"row {first} was" if first == last else f"rows {first}–{last} were"
            words = " / ".join(" ".join(cell.strip() for cell in cells if cell.strip()) for _, cells in notes)
            said = f"{which} read as notes below the table: {words[:100]}"
            alone = any(is_sentence(" ".join(cells).strip()) for _, cells in notes)
            self.report.notes.append(Important(said) if alone else said)

    def _finish(self) -> None:
        """Tell the report what is only known when all rows have been read."""
        report = self.report
        report.notes += self._table.cells.notes()
        if self._totals:
            report.notes.append(f"rows of sums were left out: {shortened(map(str, self._totals), 5)}")
        if count := self._nothing_listed:
            report.notes.append(f"{counted(count, 'row')} that list{'s' if count == 1 else ''} nothing: no membership")
        self._meaning.say()
        self._heads.say(report)
        report.warnings += self._to_no_effect()

    def _to_no_effect(self) -> list[str]:
        """What the user said of the table and nothing in it answers to."""
        options, unused = self._table.options, self._table.cells.unused
        words = [pair.rpartition("=")[0].strip() for pair in options.roles]
        found = words_not_found("--role", [each for each in words if word(each) in unused])
        if options.fill_down and not self._meaning.names.filled:
            found.append("--fill-down was not used: no name is left out below another")
        if options.fill_down is False and not self._meaning.names.unnamed:
            found.append("--no-fill-down was not used: no row lacks a name")
        if options.split and "none" not in options.split and not self._meaning.names.sign_used:
            signs = shortened(map(repr, options.split))
            found.append(f"--split was not used: no cell has several names parted by {signs}")
        if options.literal and not (self._markup_kept or self._meaning.names.kept or self._heads.changed):
            found.append("--literal was not used: no name has marks, numbers or brackets that would be taken off")
        return found


_BEFORE_NOTES = frozenset("*†‡§¹²³ \t\xa0")
"""With what a note may begin: a mark, or blanks before it."""


def _may_be_mark(text: str, marks: Container[str]) -> bool:
    """Whether a cell may be the mark of a note, at a first glance."""
    return (text in marks or not (text.isascii() and text.isalnum())) and text != ""


def _is_title(cells: Sequence[str]) -> bool:
    """Whether a row has one cell, which is no state: what stands above a further table."""
    filled = [cell.strip() for cell in cells if cell.strip()]
    return len(filled) == 1 and states_in(filled) == 0
