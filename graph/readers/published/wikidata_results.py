"""Results of a query of Wikidata: labels beside addresses, dates with their precision, names that have no label."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from ...amounts import counted, shortened
from ..cells.cell_words import YES
from ..planning.field_names import IGNORE
from ..planning.keys import key_of
from ..planning.words.column_names import FIELDS
from ..planning.words.people_words import BODIES_OF_PEOPLE, PARTIES, PERSON
from ..row import Row
from ..rows.membership_rows import MembershipReader
from ..table_options import TableOptions, map_option

__all__ = ["WikidataResults", "are_of_wikidata"]

_UNLABELLED = re.compile(r"(?:https?://www\.wikidata\.org/entity/|wd:)?(Q\d+)")
_ADDRESS = re.compile(r"https?://www\.wikidata\.org/entity/Q\d+$")
_LENGTHS = {"11": len("2004-05-01"), "10": len("2004-05"), "9": len("2004")}
"""How much of a date is known, by Wikidata's codes of precision: days, months, years."""


class WikidataResults:
    """Reads results of a query of Wikidata, with labels and addresses.

    >>> header = ["countryLabel", "orgLabel", "start", "startPrecision"]
    >>> rows = [["France", "A", "1950-01-01T00:00:00Z", "9"], ["Q38", "A", "1950-02-03T00:00:00Z", "11"]]
    >>> reader = WikidataResults("t.csv", header, rows, TableOptions())
    >>> [(row.member, row.start) for row in reader.rows(enumerate(rows, 2))]
    [('France', '1950'), ('Q38', '1950-02-03')]
    >>> reader.report.warnings[0].partition(";")[0]
    '1 name is an id of Wikidata, which has no label in the results: Q38'
    """

    def __init__(
        self, where: str, header: Sequence[str], sample: Sequence[Sequence[str]], options: TableOptions
    ) -> None:
        self._precisions = _precisions(header)
        self._moments = _moments(header)
        ids = _ids(header, sample)
        if (rank := _rank(header, sample, options)) is not None:
            options = replace(options, mapping={header[rank]: IGNORE, **options.mapping})
        if ends := _ends(header, ids, options):
            options = replace(options, mapping={**ends, **options.mapping})
        if self._moments:
            at = self._moments[0]
            options = replace(options, mapping={header[at]: "year", **options.mapping})
        self.reader = MembershipReader(where, header, [self._precise(cells) for cells in sample], options)
        self.report = self.reader.report
        names = [" ".join(name.split()) for name in header]
        for at, beside in self._precisions.items():
            self.report.unread.pop(names[beside], None)
            self.report.read_as[names[beside]] = f"precision of {names[at]}"
        for at, beside in ids.items():
            if (reason := self.report.unread.get(names[at])) is None:
                continue
            if "--map" in reason and names[beside] in self.report.unread:
                self.report.unread[names[beside]] = reason.replace(f'"{names[at]}=', f'"{names[beside]}=')
            self.report.unread[names[at]] = f"the id of {names[beside]!r}"
        self._rank = rank
        if rank is not None:
            self.report.unread.pop(names[rank], None)
            self.report.read_as[names[rank]] = "rank of the statement"
        self._first_days = 0
        self._unlabelled: dict[str, None] = {}
        if not (ids or _tells_of_wikidata(header, sample)):
            self.report.warnings.append(
                "nothing in it shows that it comes from Wikidata, which is given as its source; a table of your own is"
                f" read by: blocs import csv {shlex.quote(where)}"
            )

    def _precise(self, cells: Sequence[str]) -> list[str]:
        """A row whose dates have as much of them as is known; one less sure than a year says nothing."""
        found = list(cells)
        for at in self._moments:  # a moment at which it was so, and neither its start nor its end
            if at < len(found):
                found[at] = found[at].strip()[: len("2004")]
        for at, beside in self._precisions.items():
            code = found[beside].strip().removesuffix(".0") if beside < len(found) else ""
            if at < len(found) and code.isdigit() and re.match(r"\d{4}-\d\d-\d\d", found[at].strip()):
                found[at] = found[at].strip()[: _LENGTHS.get(code, 0 if int(code) < 9 else _LENGTHS["11"])]
        return found

    def rows(
        self, records: Iterable[tuple[int, list[str]]], wrong: Callable[[int, str], None] | None = None
    ) -> Iterator[Row]:
        """The memberships; days on which Wikidata knows no more than the year are counted."""
        precise = ((number, self._precise(cells)) for number, cells in self._not_deprecated(records))
        for row in self.reader.rows(precise, wrong):
            self._first_days += row.holds == YES and row.start.endswith("-01-01")
            yield self._named(row)
        if self._first_days and not self._precisions:
            self.report.warnings.append(
                counted(self._first_days, "membership begins", "memberships begin")
                + " on 1 January: of years, Wikidata's results give that day; a column startPrecision would tell"
            )
        if self._unlabelled:
            which = (
                "is an id of Wikidata, which has" if len(self._unlabelled) == 1 else "are ids of Wikidata, which have"
            )
            self.report.warnings.append(
                f"{counted(len(self._unlabelled), 'name')} {which} no label in the results:"
                f" {shortened(self._unlabelled, 6)}; ask for labels, in several languages: SERVICE wikibase:label"
                ' { bd:serviceParam wikibase:language "[AUTO_LANGUAGE],mul,en,fr,de,es,ru" }'
            )

    def _not_deprecated(self, records: Iterable[tuple[int, list[str]]]) -> Iterator[tuple[int, list[str]]]:
        """The rows of statements that Wikidata does not deprecate; how many it does is said at the end."""
        at = self._rank
        if at is None:
            yield from records
            return
        deprecated = 0
        for number, cells in records:
            rank = _RANK.fullmatch(cells[at].strip()) if at < len(cells) else None
            if rank is not None and rank[1].casefold() == "deprecated":
                deprecated += 1
            else:
                yield number, cells
        if deprecated:
            left_out = counted(deprecated, "row of a deprecated statement is", "rows of deprecated statements are")
            name = self.reader.plan.header[at]
            self.report.warnings.append(f"{left_out} left out; to read all: {map_option(name, IGNORE)}")

    def _named(self, row: Row) -> Row:
        """A row whose addresses without labels are ids, and called by their numbers."""
        member, member_id = self._labelled(row.member, row.member_id)
        body, body_id = self._labelled(row.organization, row.organization_id)
        if member == row.member and body == row.organization:
            return row
        return row._replace(member=member, member_id=member_id, organization=body, organization_id=body_id)

    def _labelled(self, name: str, address: str) -> tuple[str, str]:
        """A name and its address; one that is an id gives both."""
        match = _UNLABELLED.fullmatch(name) if name[:1] in "Qhw" else None
        if match is None:
            return name, address
        self._unlabelled[match[1]] = None
        return match[1], address or f"http://www.wikidata.org/entity/{match[1]}"


def are_of_wikidata(header: Sequence[str], rows: Iterable[Sequence[str]]) -> bool:
    """Whether a table is the result of a query of Wikidata, by its columns and what is in them.

    It has dates with their precision beside them, or addresses of Wikidata with their labels, and people among these or
    moments as Wikidata writes days; or two columns of addresses, and no labels at all.

    Parameters
    ----------
    header : sequence of str
        The names of its columns.
    rows : iterable of rows
        Some of its rows.

    Returns
    -------
    bool

    >>> rows = [["http://www.wikidata.org/entity/Q142", "France", "1949-08-24T00:00:00Z"]]
    >>> are_of_wikidata(["state", "stateLabel", "start"], rows), are_of_wikidata(["state", "name", "start"], rows)
    (True, False)
    """
    keys = [key_of(name).replace(" ", "") for name in header]
    labelled = [at for at, key in enumerate(keys) if f"{key}label" in keys]
    if not labelled and not any(key.endswith("label") for key in keys):
        return _columns_of_addresses(header, rows) > 1
    if _precisions(header):
        return True
    rows = list(rows)
    if _ends(header, _ids(header, rows), TableOptions()):
        return True
    addresses = moments = False
    for row in rows:
        addresses = addresses or any(_ADDRESS.match(row[at].strip()) for at in labelled if at < len(row))
        moments = moments or any(cell.strip().endswith("T00:00:00Z") for cell in row)
    return addresses and moments


def _tells_of_wikidata(header: Sequence[str], sample: Iterable[Sequence[str]]) -> bool:
    """Whether a column is called after labels, or a cell is an address or a number of Wikidata."""
    if any(key_of(name).replace(" ", "").endswith("label") for name in header):
        return True
    return any(_ADDRESS.match(cell.strip()) or _UNLABELLED.fullmatch(cell.strip()) for row in sample for cell in row)


def _columns_of_addresses(header: Sequence[str], rows: Iterable[Sequence[str]]) -> int:
    """How many columns have addresses of Wikidata in them and nothing else."""
    some = list(rows)
    columns = ([cell for row in some if at < len(row) and (cell := row[at].strip())] for at in range(len(header)))
    return sum(bool(cells) and all(map(_ADDRESS.match, cells)) for cells in columns)


def _ids(header: Sequence[str], sample: Iterable[Sequence[str]]) -> dict[int, int]:
    """The columns of addresses of Wikidata that have one of labels beside them, and where it stands."""
    places = {key_of(name).replace(" ", ""): at for at, name in enumerate(header)}
    pairs = {at: places[f"{key}label"] for key, at in places.items() if f"{key}label" in places}
    rows = list(sample)

    def has_address(at: int) -> bool:
        cells = (row[at].strip() for row in rows if at < len(row))
        return any(_ADDRESS.match(cell) or _UNLABELLED.fullmatch(cell) for cell in cells)

    return {at: beside for at, beside in pairs.items() if has_address(at)}


def _ends(header: Sequence[str], ids: Mapping[int, int], options: TableOptions) -> dict[str, str]:
    """Which labels are of people, and which of what they are in, by what the ids beside them are called.

    The readers of tables know `person`, and not `politikerLabel`; beside people, or beside what Wikidata calls an item,
    a party is what they are in.
    """
    taken = {*options.mapping}
    said = {*options.mapping.values()} | ({"organization"} if options.organization else set())
    free = {key_of(header[at]): (at, of) for at, of in ids.items() if taken.isdisjoint((header[at], header[of]))}
    people = [ends for key, ends in free.items() if key in PERSON or key in _PEOPLE]
    listed = (key for key in free if key in FIELDS["member"] or f"{key} label" in FIELDS["member"])
    members = people or [free[key] for key in listed if key not in PARTIES]
    bodies = [ends for key, ends in free.items() if key in BODIES_OF_PEOPLE and ends not in members]
    found: dict[str, str] = {}
    if len(members) == 1 and not said & {"member", "person"}:
        at, of = members[0]
        found |= {header[of]: "person" if people else "member", header[at]: "member_id"}
    named = [key for key in free if key in FIELDS["organization"] and key not in BODIES_OF_PEOPLE]
    if (found or said & {"member", "person"}) and len(bodies) == 1 and not named and "organization" not in said:
        found[header[bodies[0][1]]] = "organization"
    return found if people or "organization" in found.values() else {}


_PEOPLE = ("human", "mensch", "humano", "humain", "people")
"""What Wikidata calls a person, and a query its variable for one."""


_RANK = re.compile(
    r"(?:https?://wikiba\.se/ontology#|wikibase:)?(normal|preferred|deprecated) ?(?:rank)?", re.IGNORECASE
)
"""How results write the rank of a statement."""


def _rank(header: Sequence[str], sample: Iterable[Sequence[str]], options: TableOptions) -> int | None:
    """The column of the ranks of statements, if the user says nothing else of it."""
    rows = list(sample)
    for at, name in enumerate(header):
        cells = [cell for row in rows if at < len(row) and (cell := row[at].strip())]
        if cells and "rank" in key_of(name) and all(map(_RANK.fullmatch, cells)) and name not in options.mapping:
            return at
    return None


def _moments(header: Sequence[str]) -> list[int]:
    """The column of points in time, if there are neither starts nor ends beside it."""
    keys = [key_of(name).replace(" ", "") for name in header]
    if any(key in (*FIELDS["start"], *FIELDS["end"]) for key in map(key_of, header)):
        return []
    return [at for at, key in enumerate(keys) if key in ("pointintime", "pit")][:1]


def _precisions(header: Sequence[str]) -> dict[int, int]:
    """The columns of dates that have one of their precision, and where it stands."""
    places = {key_of(name).replace(" ", ""): at for at, name in enumerate(header)}
    return {
        at: places[f"{key}precision"]
        for key, at in places.items()
        if f"{key}precision" in places and not key.endswith("precision")
    }
