"""Published data sets that have columns of their own: ATOP, COW alliances, the `many` packages, Wikidata's results.

Each is known by its columns, in whatever order they come, and says what to cite and what is wrong with it by its own
documentation. What is not read of it is reported, as of any table.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from ..errors import InvalidRequest, OperationFailed
from ..model.name_forms import ascii_digits
from .membership_rows import MembershipReader
from .membership_triples import DataSet
from .planning.keys import key_of
from .report import Report, counted
from .row import Row
from .state_names import name_of_code
from .table_options import TableOptions

__all__ = ["PUBLISHED", "Published", "RowReader", "published_named", "published_of", "refuse_published"]


class RowReader(Protocol):
    """What reads the rows of one table."""

    report: Report

    def rows(
        self, records: Iterable[tuple[int, list[str]]], wrong: Callable[[int, str], None] | None = None
    ) -> Iterator[Row]:
        """The memberships of the table."""
        ...


@dataclass(frozen=True)
class Published:
    """A published data set.

    Parameters
    ----------
    name : str
        The kind of `blocs import` that reads it.
    needs : tuple of str
        The columns by which it is known, as `keys.key_of` writes them; "a|b" is either.
    about : DataSet
        What a graph says of it.
    last : str
        Its own date: the last day or year that it covers; "" for the day of the import.
    reader : callable
        Makes the reader of a table of it: from the file's name, the header, the first rows and the options.
    files : str
        A pattern of the names of its files, by which one is chosen in a zip file.
    """

    name: str
    needs: tuple[str, ...]
    about: DataSet
    last: str
    reader: Callable[[str, Sequence[str], Sequence[Sequence[str]], TableOptions], RowReader]
    files: str = ""

    def fits(self, header: Sequence[str]) -> bool:
        """Whether a table is of this data set.

        Parameters
        ----------
        header : sequence of str
            The names of its columns.

        Returns
        -------
        bool
        """
        keys = {key_of(name) for name in header}
        return all(any(each in keys for each in need.split("|")) for need in self.needs)

    def fits_name(self, file: str) -> bool:
        """Whether a file of a zip file can be the table, by its name.

        Parameters
        ----------
        file : str
            The name.

        Returns
        -------
        bool
        """
        return not self.files or re.search(self.files, file, re.IGNORECASE) is not None


def _place(item: tuple[str, int]) -> int:
    return item[1]


class _Reader:
    """Reads the rows of a published table, column by column name."""

    used: tuple[str, ...] = ()
    """The columns that are read."""
    reads: Mapping[str, str] = {}
    """What they are read as; a column that is not here is called by its name."""

    def __init__(
        self, where: str, header: Sequence[str], sample: Sequence[Sequence[str]], options: TableOptions
    ) -> None:
        self.where, self.header = where, [" ".join(name.split()) for name in header]
        self.at = {key_of(name): at for at, name in reversed(list(enumerate(self.header)))}
        if options.mapping or options.roles or options.organization:
            raise InvalidRequest(
                f"{where}: --map, --role and --organization are for tables that blocs import csv reads"
            )
        known = {
            self.header[at]: key
            for key, at in sorted(self.at.items(), key=_place)
            if key in self.used and self.header[at]
        }
        unread = {name: "" for name in self.header if name and name not in known}
        unread |= {name: "row numbers" for name in self.header if not name}
        self.report = Report(where, {name: self.reads.get(key, key) for name, key in known.items()}, unread)

    def text(self, cells: Sequence[str], name: str) -> str:
        """A cell; "" if it or its column is missing."""
        at = self.at.get(name)
        text = ascii_digits(cells[at].strip()) if at is not None and at < len(cells) else ""
        return "" if text.casefold() in ("na", "nan", ".", "n/a", "null") else text.removesuffix(".0")

    def number(self, number: int, cells: Sequence[str], name: str) -> int | None:
        """A whole number; None if it is missing: empty, or one of the codes below zero."""
        text = self.text(cells, name)
        if not text:
            return None
        try:
            value = int(float(text))
        except ValueError:
            column = self.header[self.at[name]]
            raise _Wrong(f"row {number}, column {column}: {text!r} is not a whole number") from None
        return value if value >= 0 else None

    def date(self, number: int, cells: Sequence[str], year: str, month: str, day: str) -> str:
        """A date from its three columns; a year, or a month, if the rest is missing; "" if the year is."""
        parts = [self.number(number, cells, name) for name in (year, month, day)]
        if not parts[0]:
            return ""
        text = f"{parts[0]:04}"
        for part, most in ((parts[1], 12), (parts[2], 31)):
            if not part:
                break
            if part > most:
                raise _Wrong(f"row {number}, column {self.header[self.at[month]]}: there is no such month or day")
            text += f"-{part:02}"
        return text

    def rows(
        self, records: Iterable[tuple[int, list[str]]], wrong: Callable[[int, str], None] | None = None
    ) -> Iterator[Row]:
        """The memberships of the table; all rows are read before the first is given."""
        found: list[Row] = []
        first, others = "", 0
        for number, cells in records:
            if not any(cell.strip() for cell in cells):
                continue
            self.report.rows += 1
            try:
                found += self.row(number, cells)
            except _Wrong as error:
                if wrong is not None:
                    wrong(number, f"{self.where}: {error}")
                others += bool(first)
                first = first or str(error)
        if first and wrong is None:
            raise OperationFailed(f"{self.where}: {first}" + (f" (also wrong: {others:,} more)" if others else ""))
        if not self.report.rows:
            raise OperationFailed(f"{self.where}: the table has no rows")
        for row in self.named(found):
            self.report.memberships += row.holds == "yes"
            yield row

    def row(self, number: int, cells: Sequence[str]) -> Iterable[Row]:
        """What one row says."""
        raise NotImplementedError

    def promises(self, number: int, cells: Sequence[str], columns: Mapping[str, str]) -> tuple[str, ...]:
        """What a member promised, by column: 1 is a promise and 0 none; another code is counted as not understood."""
        found = []
        for column, name in columns.items():
            code = self.number(number, cells, column)
            if code == 1:
                found.append(name)
            elif code:
                self.report.unknown[f"{column} {code}"] += 1
        return tuple(found)

    def named(self, rows: list[Row]) -> Iterable[Row]:
        """The rows with the names that only all rows together tell."""
        return rows


class _Wrong(Exception):
    """A row that cannot be read."""


class _Atop(_Reader):
    """Members of alliances, a row for each member and phase, with what it promised."""

    used = (
        "atopid", "member", "yrent", "moent", "dayent", "yrexit", "moexit", "dayexit", "phase", "defense", "offense",
        "neutral", "nonagg", "consul", "statename", "state name", "stateabb",
    )  # fmt: skip
    reads: Mapping[str, str] = {
        "atopid": "the alliance", "member": "COW code of the member", "yrent": "start year", "moent": "start month",
        "dayent": "start day", "yrexit": "end year", "moexit": "end month", "dayexit": "end day",
        "defense": "obligation: defense", "offense": "obligation: offense", "neutral": "obligation: neutrality",
        "nonagg": "obligation: nonaggression", "consul": "obligation: consultation",
    }  # fmt: skip
    obligations: Mapping[str, str] = {
        "defense": "defense", "offense": "offense", "neutral": "neutrality", "nonagg": "nonaggression",
        "consul": "consultation",
    }  # fmt: skip

    def row(self, number: int, cells: Sequence[str]) -> Iterable[Row]:
        """A phase of a membership; one that has no end, or the end 0, goes on."""
        alliance, code = self.text(cells, "atopid"), self.text(cells, "member")
        if not alliance or not code:
            raise _Wrong(f"row {number}: no {'alliance' if not alliance else 'member'} is named")
        start = self.date(number, cells, "yrent", "moent", "dayent")
        end = self.date(number, cells, "yrexit", "moexit", "dayexit")
        if not end and (coded := self.text(cells, "yrexit")) not in ("0", ""):
            self.report.unknown[f"yrexit {coded}, which may be an end that is not known"] += 1
        promised = self.promises(number, cells, self.obligations)
        names = (self.text(cells, name) for name in ("state name", "statename", "stateabb"))
        label = next((name for name in names if name), "") or _named(code, start)
        yield Row(number, label, alliance, start=start, end=end, codes=(("cow", code),), obligations=promised)

    def named(self, rows: list[Row]) -> Iterable[Row]:
        """Alliances called by the year in which they began, since the data set has no names of them."""
        if not self.at.keys() & self.obligations.keys():
            self.report.warnings.append(
                f"it has no columns of promises ({', '.join(self.obligations)}); atop5_1m has them, as it is published"
            )
        began: dict[str, str] = {}
        for row in rows:
            if row.start:
                began[row.organization] = min(began.get(row.organization, "9999"), row.start[:4])
        for row in rows:
            year = f" of {began[row.organization]}" if row.organization in began else ""
            yield row._replace(
                organization=f"Alliance{year} (ATOP {row.organization})", abbreviation=f"ATOP {row.organization}"
            )


class _CowAlliances(_Reader):
    """Members of alliances, a row for each member and span, with the kind of the alliance."""

    used = (
        "version4id", "ccode", "state name", "ss type", "mem st day", "mem st month", "mem st year", "mem end day",
        "mem end month", "mem end year", "all st year", "right censor", "left censor", "defense", "neutrality",
        "nonaggression", "entente",
    )  # fmt: skip
    older = 0
    """How many memberships began before the data do."""
    reads: Mapping[str, str] = {
        "version4id": "the alliance", "ccode": "COW code", "state name": "member", "ss type": "type of the alliance",
        "mem st day": "start day", "mem st month": "start month", "mem st year": "start year",
        "mem end day": "end day", "mem end month": "end month", "mem end year": "end year",
        "all st year": "year of the alliance", "right censor": "whether it goes on",
        "left censor": "whether it is older",
        "defense": "obligation: defense", "neutrality": "obligation: neutrality",
        "nonaggression": "obligation: nonaggression", "entente": "obligation: entente",
    }  # fmt: skip

    def row(self, number: int, cells: Sequence[str]) -> Iterable[Row]:
        """One membership; what is still in force at the data set's end has no end."""
        alliance, code, member = (self.text(cells, name) for name in ("version4id", "ccode", "state name"))
        if not alliance or not (member or code):
            raise _Wrong(f"row {number}: no {'alliance' if not alliance else 'member'} is named")
        start = self.date(number, cells, "mem st year", "mem st month", "mem st day")
        end = self.date(number, cells, "mem end year", "mem end month", "mem end day")
        if self.number(number, cells, "left censor") == 1:
            # It is older than the data, which begin in 1816: what stands there is no day of joining.
            self.older += bool(start)
            start = ""
        if self.number(number, cells, "right censor") == 1:
            end = ""
        elif not end and "right censor" in self.at:
            self.report.unknown["no end, though right_censor does not say that it goes on"] += 1
        kinds = ("defense", "neutrality", "nonaggression", "entente")
        promised = self.promises(number, cells, dict(zip(kinds, kinds, strict=True)))
        kind = self.text(cells, "ss type")
        shown = re.sub(r"^Type \w+: *", "", kind)
        year = self.text(cells, "all st year")
        label = f"{shown or 'Alliance'}{f' of {year}' if year else ''} (COW alliance {alliance})"
        yield Row(
            number, member or _named(code, start), label, start=start, end=end, codes=(("cow", code),) if code else (),
            abbreviation=f"COW alliance {alliance}", classification=shown, obligations=promised,
        )  # fmt: skip

    def named(self, rows: list[Row]) -> Iterable[Row]:
        """The rows as they are; what is older than the data is said."""
        if self.older:
            self.report.notes.append(
                f"{counted(self.older, 'membership')} began before the data do (left_censor), so no start is given"
            )
        return rows


class _Many(_Reader):
    """Parties to agreements of the `many` packages: a party from the day on which it is in force for the state."""

    used = (
        "many id", "treaty id", "title", "state id", "state name", "state force", "state ratification", "rat notif",
        "accession", "succession", "acceptance", "state end", "rat",
    )  # fmt: skip
    starts = ("state force", "state ratification", "rat notif", "rat", "accession", "succession", "acceptance")
    reads: Mapping[str, str] = {
        "many id": "short name of the agreement", "title": "organization", "state id": "ISO code",
        "state name": "member", "state force": "start", "state end": "end",
        **dict.fromkeys(starts[1:], "start, if nothing before it has one"),
    }  # fmt: skip

    def row(self, number: int, cells: Sequence[str]) -> Iterable[Row]:
        """One party."""
        short = self.text(cells, "many id") or self.text(cells, "treaty id")
        title = self.text(cells, "title") or short
        code, name = self.text(cells, "state id"), self.text(cells, "state name")
        if not title or not (code or name):
            raise _Wrong(f"row {number}: no {'agreement' if not title else 'state'} is named")
        start = next((date for column in self.starts if (date := _messy(self.text(cells, column)))), "")
        if not start and _messy(self.text(cells, "state signature")):
            self.report.skipped["signed, without a date of force, ratification or accession"] += 1
            return
        if not start:
            self.report.unknown["a party without a date of force, ratification or accession"] += 1
        end = _messy(self.text(cells, "state end"))
        codes = (("iso3", code),) if re.fullmatch(r"[A-Z]{3}", code) else ()
        yield Row(
            number, name or code, title, start=start, end=end if not end.startswith("9999") else "", codes=codes,
            abbreviation=short if short != title else "",
        )  # fmt: skip


def _named(code: str, start: str) -> str:
    """The name of a state that is given by its COW code only."""
    return name_of_code("cow", code, int(start[:4]) if start else None) or f"COW state {code}"


def _messy(text: str) -> str:
    """A date of the package messydates: the part of it that is sure.

    >>> _messy("1990-05-01~"), _messy("1990-01-01..1990-12-31"), _messy("1990-XX-XX"), _messy("")
    ('1990-05-01', '1990', '1990', '')
    """
    dates = re.findall(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", text)
    if not dates:
        return ""
    sure = []
    for parts in zip(*dates, strict=True):
        if len(set(parts)) > 1 or not parts[0]:
            break
        sure.append(parts[0])
    return "-".join(sure)


class _Wikidata:
    """Results of a query of Wikidata, with labels and addresses."""

    def __init__(
        self, where: str, header: Sequence[str], sample: Sequence[Sequence[str]], options: TableOptions
    ) -> None:
        self._reader = MembershipReader(where, header, sample, options)
        self.report = self._reader.report
        self._first_days = 0

    def rows(
        self, records: Iterable[tuple[int, list[str]]], wrong: Callable[[int, str], None] | None = None
    ) -> Iterator[Row]:
        """The memberships; days on which Wikidata knows no more than the year are counted."""
        for row in self._reader.rows(records, wrong):
            self._first_days += row.start.endswith("-01-01")
            yield row
        if self._first_days:
            self.report.warnings.append(
                counted(self._first_days, "membership begins", "memberships begin")
                + " on 1 January: of years, Wikidata's results give that day"
            )


class _Igor:
    """Tables of the R package igoR: a row for each state, organization and year, and a code of membership."""

    def __init__(
        self, where: str, header: Sequence[str], sample: Sequence[Sequence[str]], options: TableOptions
    ) -> None:
        self._reader = MembershipReader(where, header, sample, options)
        self._reader.coded_every = (5, 1965)
        self.report = self._reader.report
        if "category" in self.report.unread:
            self.report.unread["category"] = "in words"  # what the code says
        self.report.warnings.append(
            "until 1965 the data are of every fifth year; the years between were filled in where those around them"
            " agree"
        )

    def rows(
        self, records: Iterable[tuple[int, list[str]]], wrong: Callable[[int, str], None] | None = None
    ) -> Iterator[Row]:
        """The memberships, years joined to spans."""
        yield from self._reader.rows(records, wrong)


_ABOUT = {
    "igor": DataSet(
        "Correlates of War IGO 3, as the package igoR gives it",
        "igor",
        "Which states were in which intergovernmental organizations, 1815–2014.",
        "Pevehouse, Jon C., Timothy Nordstrom, Roseanne W. McManus and Anne Spencer Jamison (2020): Tracking"
        " Organizations in the World: The Correlates of War IGO Version 3.0 datasets. Journal of Peace"
        " Research 57(3), 492–503. With the package: Hernangómez, Diego: igoR. https://github.com/dieghernan/igoR",
        (
            "Until 1965 memberships were coded every five years only; the years between are filled in, so that dates of"
            " joining and leaving before 1965 may be up to five years off.",
            "Only what was asked of the package is in the table: other members and years are missing, not absent.",
        ),
    ),
    "atop": DataSet(
        "Alliance Treaty Obligations and Provisions (ATOP) 5.1, members",
        "atop",
        "Which states were members of which alliances, 1815–2018, and what each promised.",
        "Leeds, Brett Ashley, Jeffrey M. Ritter, Sara McLaughlin Mitchell and Andrew G. Long (2002): Alliance Treaty"
        " Obligations and Provisions, 1815–1944. International Interactions 28(3), 237–260. http://www.atopdata.org",
        (
            "The data end with 2018; what was in force then has no end.",
            "Alliances have numbers and no names; here they are called by the year in which they began.",
            "A member has a row for each phase of an alliance, since a phase may change what it promised.",
        ),
    ),
    "cow-alliances": DataSet(
        "Correlates of War: formal alliances 4.1, by member",
        "cow-alliances",
        "Which states were members of which formal alliances, 1816–2012, and of what kind these were.",
        "Gibler, Douglas M. (2009): International Military Alliances, 1648–2008. Washington, DC: CQ Press. Version 4.1."
        " https://correlatesofwar.org",
        (
            "The data begin with 1816: what was in force then starts on 1 January 1816, though it is older.",
            "The data end with 2012; what was in force then has no end.",
            "Alliances have numbers and no names; here they are called by their kind and year.",
        ),
    ),
    "many": DataSet(
        "Agreements and their parties (many packages)",
        "many",
        "Which states are parties to which agreements.",
        "Hollway, James, and contributors: manydata and the many packages for global governance data."
        " https://manydata.ch. Cite the data set within the package too, as manydata::call_sources() lists it.",
        ("A state counts as a party from the day the agreement is in force for it, or else its ratification or"
         " accession; a signature alone makes no party.",),
    ),
    "wikidata": DataSet(
        "Results of a query of Wikidata",
        "wikidata",
        "Memberships that Wikidata states.",
        "Wikidata contributors: Wikidata, https://www.wikidata.org, CC0 1.0; with the query and the day it ran.",
        (
            "Results give 1 January for a year, and the first of the month for a month.",
            "Ranks and references are not in the results: deprecated statements may be among them.",
        ),
    ),
}  # fmt: skip

PUBLISHED: dict[str, Published] = {
    one.name: one
    for one in (
        Published("atop", ("atopid", "member", "yrent"), _ABOUT["atop"], "2018", _Atop, r"atop.*m\.\w+$"),
        Published(
            "cow-alliances", ("version4id", "ccode", "mem st year"), _ABOUT["cow-alliances"], "2012", _CowAlliances,
            r"by_member\b|by_member\.",
        ),
        Published("igor", ("ioname", "year", "value", "ccode|state|statenme"), _ABOUT["igor"], "", _Igor),
        Published("many", ("many id|treaty id", "state id", "title"), _ABOUT["many"], "", _Many),
        Published("wikidata", ("country|item|state|member|country label",), _ABOUT["wikidata"], "", _Wikidata),
    )
}  # fmt: skip
"""The data sets that `blocs import` reads by name, besides the Correlates of War IGO tables."""

_PAIRS = {
    "dyad": "a row for each pair of states", "mem1": "a row for each pair of states",
}  # fmt: skip


def published_named(name: str, where: str, header: Sequence[str]) -> Published:
    """A data set by its name, if a table is of it.

    Parameters
    ----------
    name : str
        A key of `PUBLISHED`.
    where : str
        The file, for messages.
    header : sequence of str
        The names of its columns.

    Returns
    -------
    Published

    Raises
    ------
    InvalidRequest
        If the table lacks columns of the data set; the message says which, and what the table may be instead.
    """
    one = PUBLISHED[name]
    keys = {key_of(column) for column in header}
    if one.fits(header):
        return one
    if (
        _PAIRS.keys() & keys
        or {"ccode1", "ccode2"} <= keys
        or {"statea", "stateb"} <= keys
        or {"state a", "state b"} <= keys
    ):
        raise InvalidRequest(
            f"{where} has a row for each pair of states, which says what two states share, not who is in what;"
            f" use the table by member ({'atop5_1m' if name == 'atop' else 'alliance_v4.1_by_member'})"
        )
    other = published_of(header)
    way_out = (
        f"it is read by: blocs import {other.name}" if other is not None else "a table of your own: blocs import csv"
    )
    missing = ", ".join(
        need.replace("|", " or ").replace(" ", "_") for need in one.needs if not set(need.split("|")) & keys
    )
    raise InvalidRequest(f"{where} is not of {one.about.label}: it has no column {missing}; {way_out}")


def published_of(header: Sequence[str]) -> Published | None:
    """The data set that a table is of, by its columns; None for a table of one's own.

    Parameters
    ----------
    header : sequence of str
        The names of its columns.

    Returns
    -------
    Published or None
    """
    return next((one for one in PUBLISHED.values() if one.name != "wikidata" and one.fits(header)), None)


def refuse_published(where: str, header: Sequence[str]) -> None:
    """Refuse tables of published data sets that are no lists of memberships as they stand.

    Parameters
    ----------
    where : str
        The file, for messages.
    header : sequence of str
        The names of its columns.

    Raises
    ------
    InvalidRequest
        With the way to read them.
    """
    keys = {key_of(name) for name in header}
    if {"ioname", "year"} <= keys and keys & {"sdate", "deaddate", "igocode", "ionum"}:
        raise InvalidRequest(
            f"{where} is the organization-year table of COW IGO; it is read by: blocs import cow-igo {where}"
        )
    if {"ccode", "year", "state"} <= keys and len(keys) > 100:
        raise InvalidRequest(f"{where} is the state-year table of COW IGO; it is read by: blocs import cow-igo {where}")
