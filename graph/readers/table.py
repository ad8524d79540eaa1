"""Tables of memberships, of whatever kind: opened, understood column by column, and read into the graph model.

`TableFile` is one table: its `triples` are the graph, its `report` says what was read of it and what was not. The steps
are folders of their own: `files` (what is in the file), `tables` (header and rows), `planning` (which column is what),
`shapes` (a row for each membership), `rows` with `cells`, `dates` and `names` (what a row says), `published` (data sets
with columns of their own); `membership_triples` is the graph.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path

from ..amounts import shortened
from ..errors import InvalidRequest
from ..escaping import shown
from ..model.dates import parse_date, today
from ..model.known.authority import authority
from .dataset import DataSet
from .dates.date_formats import date_format
from .important import Important
from .membership_triples import Told, membership_triples
from .names.reconcile import Reconciler
from .names.states_of_years import StatesOfYears
from .names.stray_codes import other_numbers, stray_codes
from .planning.missing_ends import NoBody
from .planning.role_titles import role_of_titles
from .planning.titles import body_named_in, year_named_in
from .published.published_sets import (
    PUBLISHED,
    Published,
    RowReader,
    is_published_file,
    published_named,
    published_of,
    refuse_published,
)
from .published.wikidata_results import WikidataResults, are_of_wikidata
from .report import Report
from .row import SCHEMES, Row
from .rows.membership_rows import MembershipReader
from .shapes.arabic_lists import part_arabic_lists
from .shapes.bodies_by_year import unfold_bodies_by_year
from .shapes.body_columns import unfold_bodies, unfold_bodies_of_people
from .shapes.column_orders import settle_orders
from .shapes.consent_columns import join_consents
from .shapes.counted_spells import unfold_spells
from .shapes.dated_names import gather_years
from .shapes.exported_tables import EXPORTED, read_exported
from .shapes.headings import name_only_column, under_headings
from .shapes.ids_of_names import name_ids
from .shapes.interruptions import unfold_interruptions
from .shapes.joint_columns import part_joint_columns
from .shapes.joint_names import join_names
from .shapes.listed_codes import read_listed_codes
from .shapes.name_columns import unfold_names
from .shapes.numbered_columns import unfold
from .shapes.parallel_lists import unfold_parallel_lists
from .shapes.relations import read_relations
from .shapes.role_columns import unfold_roles
from .shapes.seasons import read_seasons
from .shapes.side_by_side import part_side_by_side
from .shapes.ticked_by_name import ticks_by_name
from .shapes.time_columns import unfold_times
from .shapes.transposing import exchange_sides
from .shapes.year_columns import unfold_year_lists, unfold_years
from .table_options import TableOptions, map_option
from .tables.marked_cells import without_markup
from .tables.one_below_other import part_one_below_other
from .tables.tabular import Table, open_table

__all__ = ["Report", "Row", "TableFile", "TableOptions"]


class TableFile:
    """A table of memberships in a file.

    Parameters
    ----------
    path : Path
        The file; "-" for standard input.
    options : TableOptions, optional
        What the user says of it.
    kind : str
        "csv" for a table of one's own, or the name of a published data set; "" to find out.
    as_of : str
        The table's own date; "" for the last year of a panel, the end of a published data set, or else today.
    label : str
        What it is called in the graph; "" for the file's name or the data set's.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     path = Path(folder, "pacts.csv")
    ...     _ = path.write_text("country,pact,year,gdp\\nFrance,Alpha,1990,1\\nFrance,Alpha,1991,2\\n")
    ...     table = TableFile(path)
    ...     rows = list(table.rows())
    >>> [(row.member, row.organization, row.start, row.end) for row in rows]
    [('France', 'Alpha', '1990', '1991')]
    >>> table.report.unread
    {'gdp': ''}
    """

    def __init__(
        self,
        path: Path,
        options: TableOptions | None = None,
        *,
        kind: str = "csv",
        as_of: str = "",
        label: str = "",
    ) -> None:
        self.path, self.options, self.kind, self.label = path, options or TableOptions(), kind, label
        self.given_date = parse_date(as_of) if as_of else ""
        self.report = Report(str(path))
        self.published: Published | None = None
        self.exported = False
        self.members_kind = "state"
        self.sheet = ""
        """Which of the tables of its file it is, once it has been opened; "" if the file can have no other."""
        self.alone = True
        """Whether its file has no other table."""
        self._to_say_kind = ""
        self.schemes: list[str] = []
        self._identities: Mapping[str, str] = {}
        self._told_by = ""

    def rows(
        self,
        progress: Callable[[int, int], object] = max,
        wrong: Callable[[int, str], None] | None = None,
    ) -> Iterator[Row]:
        """The memberships, as they are read; the report is whole when all have come.

        Parameters
        ----------
        progress : callable
            Is told how many bytes of how many are read.
        wrong : callable, optional
            Is told the number and the message of each wrong row, which is then left out.

        Yields
        ------
        Row

        Raises
        ------
        OperationFailed
            If the table cannot be read, or rows are wrong and `wrong` is not given.
        InvalidRequest
            If an option does not fit it, or it is not clear how it is to be read; the message says what to do.
        """
        fits = PUBLISHED[self.kind].fits_name if self.kind in PUBLISHED else is_published_file
        with open_table(self.path, self.options, progress, fits, coded=self._is_coded) as table:
            self.sheet, self.alone = table.sheet, table.alone
            reader = self._read_by(table)
            self.report = reader.report
            of_year = "" if self.given_date or self.published else self._year_of(table)
            dated = False
            for row in reader.rows(table.records, wrong):
                dated = dated or bool(row.start or row.end)
                yield row
            if of_year and not dated:
                self.report.warnings.append(of_year)
            # Some of it is only known when all rows have been read.
            self.report.notes[:0] = table.notes
            self.report.important += [note for note in self.report.notes if isinstance(note, Important)]

    def _year_of(self, table: Table) -> str:
        """What to say of the one year that the title of the table or the name of its file has, if no row has a date."""
        for what, text in (*(("title", title) for title in table.titles), ("name", self.path.stem)):
            if year := year_named_in(text):
                found = f"its {what} says {year} ({text[:60]!r}), and no row has a date"
                return f"{found}; if the table is of that year, import it with --date {year}"
        return ""

    def _is_coded(self, header: Sequence[str]) -> bool:
        """Whether codes mean what a data set says that they mean, whatever labels a file has for them."""
        return self.kind in PUBLISHED or (not self.options.mapping and published_of(header) is not None)

    def _read_by(self, table: Table) -> RowReader:
        """What reads the table; if nothing does, it may be for its letters, which is said."""
        try:
            return self._reader(table)
        except InvalidRequest as error:
            guessed = next((f"; {note}" for note in table.notes if note.endswith("say --encoding")), "")
            raise type(error)(f"{error.message}{guessed}", file=error.file) from None

    def _reader(self, table: Table) -> RowReader:
        where = str(self.path)
        if self.kind in PUBLISHED:
            self.published = published_named(self.kind, where, table.header)
        elif not self.options.mapping:
            if not self.options.organization:
                refuse_published(where, table.header)
            self.published = published_of(table.header)
        if self.published is not None:
            reader = self.published.reader(where, table.header, table.sample, self.options)
            reader.report.cite = self.published.about.citation
            reader.report.as_of = self.published.last or reader.report.as_of
            if isinstance(reader, WikidataResults):  # the others are of states
                self._take_kind(reader.reader)
            return reader
        if not self.options.mapping:
            read_exported(table)
        name_ids(table, self.options.mapping, [*table.beside, *self.options.beside])
        read_seasons(table, self.options.mapping)
        if not date_format(self.options.date_format).order:
            settle_orders(table)
        mapping = part_side_by_side(table, self.options.mapping, self.options.organization)
        mapping = part_one_below_other(table, mapping, self.options.organization)
        part_joint_columns(table)
        mapping = read_relations(table, without_markup(table, mapping, literal=self.options.literal))
        if not self.options.split and not self.options.literal:
            part_arabic_lists(table)
        join_names(table, mapping)
        unfold_parallel_lists(table)
        ticks_by_name(table)
        if not self.options.split:
            read_listed_codes(table, mapping)
        mapping = unfold_bodies_by_year(table, mapping, self.options.organization)
        options = replace(self.options, mapping=unfold_bodies(table, mapping))
        exchange_sides(table)
        unfold_names(table, options.mapping)
        unfold(table, options.mapping)
        unfold_interruptions(table, options.mapping)
        unfold_spells(table, options.mapping)
        gather_years(table, options.mapping)
        unfold_times(table, options.mapping, options.date_format)
        unfold_years(table, options.mapping)
        unfold_year_lists(table)
        unfold_roles(table, options.mapping)
        join_consents(table, options.mapping)
        name_only_column(table)
        options = self._with_title(table, options)
        under_headings(table, options.organization)
        results = None
        if are_of_wikidata(table.header, table.sample):
            results = WikidataResults(where, table.header, table.sample, options)
            results.report.cite = PUBLISHED["wikidata"].about.citation
        own = results.reader if results else MembershipReader(where, table.header, table.sample, options, table.titles)
        if own.plan.several and results is None:
            options = replace(options, mapping=unfold_bodies_of_people(table, options.mapping, own.plan))
            own = MembershipReader(where, table.header, table.sample, options, table.titles)
        self._take_kind(own)
        self.exported = table.header is not None and set(table.header) >= EXPORTED
        self.schemes = _schemes(own, table)
        self._identities = own.identities
        self._told_by = own.plan.header[own.plan.identity] if own.plan.identity is not None else ""
        if own.panel and not own.plan.person and (reconciler := self.reconciler()) is not None:
            own.states = StatesOfYears(reconciler)
        return results or own

    def _take_kind(self, reader: MembershipReader) -> None:
        """Keep what a reader finds the members to be, and how a user says it where nothing does."""
        self.members_kind = reader.plan.members_kind
        if self.members_kind == "member" and reader.plan.fields.keys() & {"member", "member_kind"} == {"member"}:
            column = reader.plan.header[reader.plan.fields["member"]]
            self._to_say_kind = f"{map_option(column, 'person')} or {map_option(column, 'state')}"

    def _with_title(self, table: Table, options: TableOptions) -> TableOptions:
        """The options, with the body that the title of the table names, if no column has any."""
        body, title = ("", "") if options.organization else body_named_in(table.titles)
        if not (body or options.organization) and (of_role := role_of_titles(table.titles)):
            body, title = of_role.body, of_role.title
        if not body:
            return options
        try:
            MembershipReader(str(self.path), table.header, table.sample, options)
            return options
        except NoBody:
            pass
        except InvalidRequest:
            return options
        year = year_named_in(title)
        dated = f"; if {year} is the date of the table, say --date {year}" if year and not self.given_date else ""
        table.notes.append(
            f"the body, {body!r}, was taken from the title {title!r}; if it is another, say --organization NAME{dated}"
        )
        return replace(options, organization=body)

    def date(self) -> str:
        """The table's own date; to be asked when its first row has come.

        Returns
        -------
        str
        """
        return self.given_date or self.report.as_of or today()

    @property
    def dataset(self) -> DataSet:
        """What the graph says of the table; to be asked when its first row has come."""
        since = self.report.observed_from
        if self.published is not None:
            about = self.published.about.of_version(self.report.known_version, self.report.given_version)
            label = self.label or about.label
            return replace(about, label=label, members_kind=self.members_kind, observed_from=since)
        name = self.path.name if str(self.path) != "-" else "standard input"
        name = name if self.alone else f"{name}, {self.sheet}"
        return DataSet(self.label or name, members_kind=self.members_kind, observed_from=since)

    def triples(
        self,
        progress: Callable[[int, int], object] = max,
        wrong: Callable[[int, str], None] | None = None,
    ) -> Iterator[str]:
        """The table in the graph model.

        Parameters
        ----------
        progress, wrong
            As for `rows`.

        Yields
        ------
        str
            Lines of N-Triples.

        Raises
        ------
        OperationFailed, InvalidRequest
            As `rows` does.
        """
        yield from self.triples_of(self.rows(progress, wrong), lambda: self.dataset)

    def triples_of(
        self,
        rows: Iterable[Row],
        dataset: DataSet | Callable[[], DataSet],
        told: Told = lambda member, body, role, start, end: None,
    ) -> Iterator[str]:
        """Rows of the table in the graph model, as another data set may call them.

        Parameters
        ----------
        rows : iterable of Row
            The memberships, from `rows`.
        dataset : DataSet or callable
            What the graph says of the table.
        told : callable
            Told each membership, as `membership_triples` has it.

        Yields
        ------
        str
            Lines of N-Triples.
        """
        iterator = iter(rows)
        first = next(iterator, None)  # what the columns are is known with the first row
        everything = iterator if first is None else chain([first], iterator)
        reconciler = self.reconciler()
        yield from membership_triples(
            everything, dataset, self.date, reconciler, told, self._say_repeated, by_spelling=self.by_spelling
        )
        self.say_joined(reconciler)

    def _say_repeated(self, number: int, said: Sequence[str]) -> None:
        self.report.repeated = number
        self.report.warnings += said

    @property
    def by_spelling(self) -> bool:
        """Whether each name is its own, as is asked with `reconcile` off; blocs' own tables have ids."""
        return not (self.options.reconcile or self.exported)

    def reconciler(self) -> Reconciler | None:
        """What joins the names of the table to the lists; None if that is not wanted. To be asked after the first row.

        A table that blocs exported has its own ids, which are those of the graph that it was exported from.

        Returns
        -------
        Reconciler or None
        """
        if not self.options.reconcile or (self.exported and not self.options.same):
            return None
        found = Reconciler(self.options.same, schemes=self.schemes)
        found.identities = self._identities
        return found

    def say_joined(self, reconciler: Reconciler | None, *, whole: bool = False) -> None:
        """Put what was joined into the report.

        Parameters
        ----------
        reconciler : Reconciler or None
            What joined the names.
        whole : bool
            Whether each name that was joined is to be in it.
        """
        if reconciler is not None:
            done = reconciler.done()
            self.report.warnings += done.doubts()
            self.report.joined, self.report.joined_wholly = done.short(names=not whole), done.report() if whole else []
            if ways := done.ways_of_writing():
                self.report.joined.append(done.ways_of_writing(len(done.together)))
                self.report.important.append(ways)
            said_of_bodies = (*done.of_two_things(), *done.of_states_as_bodies())
            said_of_names = (*done.of_territories(), *done.of_signs(), *done.of_look_alikes())
            for said in (*filter(None, [done.by_number()]), *said_of_names, *said_of_bodies):
                self.report.joined.append(said)
                self.report.important.append(said)
            if apart := reconciler.told_apart:
                pairs = shortened((f"{shown(other)} and {shown(name)}" for name, other in apart.items()), 5, "; ")
                self.report.joined.append(f"told apart by {self._told_by!r}, though written almost alike: {pairs}")
            if self._to_say_kind and done.in_no_list():
                self.report.joined.append(
                    f"members in no list are of no known kind; if they are people or states, say: {self._to_say_kind}"
                )


_DIGIT, _SIGNS = re.compile(r"\d"), re.compile("[,;]")


def _schemes(reader: MembershipReader, table: Table) -> list[str]:
    """The schemes of codes that all members of a table are of; if only most of them are, that is said."""
    members = _codes(reader, table)
    schemes = authority().schemes_of(members) if members else []
    plan = reader.plan
    if members and plan.layout == "rows" and not (plan.person or plan.fields.keys() & {*SCHEMES}):
        column = plan.header[plan.fields["member"]]
        said = other_numbers(members, column, schemes) if schemes else stray_codes(members, column)
        reader.report.warnings += filter(None, [said])
    return schemes


def _codes(reader: MembershipReader, table: Table) -> set[str]:
    """The members of a table, if all of them are written as codes are; else none."""
    at = reader.plan.fields.get("member")
    if reader.plan.layout == "members":
        cells = set(reader.plan.wide.values())
    elif at is not None:
        cells = {cells[at] for cells in table.sample if at < len(cells)}
    else:
        return set()
    # Lists of letters only: "2,200" may be a figure.
    members = {part.strip() for cell in cells for part in ([cell] if _DIGIT.search(cell) else _SIGNS.split(cell))} - {
        ""
    }
    least = 3 if any(member.isdigit() for member in members) else 2
    written = all(member.isalnum() and member == member.upper() for member in members)
    return members if len(members) >= least and written else set()
