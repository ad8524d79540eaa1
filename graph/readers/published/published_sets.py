"""Published data sets that have columns of their own: ATOP, COW alliances, the `many` packages, Wikidata's results.

Each is known by its columns, in whatever order they come, and says what to cite and what is wrong with it by its own
documentation. What is not read of it is reported, as of any table.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from ...errors import InvalidRequest
from ..dataset import DataSet
from ..planning.keys import key_of
from ..planning.words.column_names import FIELDS
from ..report import Report
from ..row import Row
from ..rows.membership_rows import MembershipReader
from ..table_options import TableOptions
from .agreements import Many
from .alliances import Atop, CowAlliances
from .near_tables import refuse_near
from .wikidata_results import WikidataResults

__all__ = [
    "PUBLISHED",
    "Published",
    "RowReader",
    "is_published_file",
    "published_named",
    "published_of",
    "refuse_published",
]


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
        The columns by which it is known, as `keys.key_of` writes them; "a|b" is either. Without any, it is not known by
        them, and a table is of it if the user says so.
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
        keys = {key_of(name).replace(" ", "") for name in header}
        return all(any(each.replace(" ", "") in keys for each in need.split("|")) for need in self.needs)

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


class _Igor:
    """Tables of the R package igoR: a row for each state, organization and year, and a code of membership."""

    def __init__(
        self, where: str, header: Sequence[str], sample: Sequence[Sequence[str]], options: TableOptions
    ) -> None:
        named = {key_of(name): name for name in header}
        # A table of some years looks like one of dates of joining; what igoR gives is of each year.
        options = replace(options, mapping={named["year"]: "year", **options.mapping})
        self._reader = MembershipReader(where, header, sample, options)
        self._reader.coded_every = (5, 1965)
        self.report = self._reader.report
        if "category" in self.report.unread:
            self.report.unread["category"] = "in words"  # what the code says

    def rows(
        self, records: Iterable[tuple[int, list[str]]], wrong: Callable[[int, str], None] | None = None
    ) -> Iterator[Row]:
        """The memberships, years joined to spans."""
        yield from self._reader.rows(records, wrong)
        _, until = self._reader.coded_every
        first, last = self.report.observed_from, self.report.as_of
        if first.isdigit() and int(first) < until and last > first:
            self.report.warnings.append(
                f"until {until} the data are of every fifth year; the years between were filled in where those around"
                " them agree, so that dates of joining and leaving before it may be up to five years off"
            )


_ABOUT = {
    "igor": DataSet(
        "Correlates of War IGO 3, as the package igoR gives it",
        "igor",
        "Which states were in which intergovernmental organizations, 1815–2014.",
        "Pevehouse, Jon C., Timothy Nordstrom, Roseanne W. McManus and Anne Spencer Jamison (2020): Tracking"
        " Organizations in the World: The Correlates of War IGO Version 3.0 datasets. Journal of Peace"
        " Research 57(3), 492–503. With the package: Hernangómez, Diego: igoR. https://github.com/dieghernan/igoR",
        (
            "Until 1965 memberships were coded every five years only; where the table has such years, those between"
            " them are filled in, so that dates of joining and leaving before 1965 may be up to five years off.",
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
            "The data begin with 1816: what was in force then is older (left_censor), and is given no start.",
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
         " accession; a signature alone makes no party. A table without such dates of the party's own has the day on"
         " which the agreement came into force, or began.",),
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
        Published("atop", ("atopid", "member|ccode", "yrent"), _ABOUT["atop"], "2018", Atop, r"atop.*m\.\w+$"),
        Published(
            "cow-alliances", ("version4id", "ccode|state name", "mem st year|year"), _ABOUT["cow-alliances"], "2012",
            CowAlliances, r"by_member\b|by_member\.",
        ),
        Published("igor", ("ioname", "year", "value|category", "ccode|state|statenme"), _ABOUT["igor"], "", _Igor),
        Published("many", ("many id|treaty id|igo id", "state id", "title"), _ABOUT["many"], "", Many),
        Published("wikidata", (), _ABOUT["wikidata"], "", WikidataResults),
    )
}  # fmt: skip
"""The data sets that `blocs import` reads by name, besides the Correlates of War IGO tables."""


def is_published_file(name: str) -> bool:
    """Whether a file of a zip file is called as that of a published data set is.

    Parameters
    ----------
    name : str
        The name.

    Returns
    -------
    bool

    >>> is_published_file("atop5_1m.csv"), is_published_file("atop5_1sy.csv"), is_published_file("m.csv")
    (True, False, False)
    """
    return any(one.files and one.fits_name(name) for one in PUBLISHED.values())


_BY_MEMBER = {
    "atop": "the table by member (atop5_1m)",
    "cow-alliances": "the table by member (alliance_v4.1_by_member)",
    "igor": "what igo_members() or igo_state_membership() gives, or the state-year table (blocs import cow-igo)",
}
_PAIRS = {"dyad", "mem1"}  # columns of tables with a row for each pair of states


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
    if one.fits(header) and (one.needs or published_of(header) is None):
        return one
    refuse_near(where, header)
    if _PAIRS & keys or {"ccode1", "ccode2"} <= keys or {"statea", "stateb"} <= keys or {"state a", "state b"} <= keys:
        raise InvalidRequest(
            f"{where} has a row for each pair of states, which says what two states share, not who is in what;"
            f" use {_BY_MEMBER.get(name, 'a table with a row for each member')}"
        )
    other = published_of(header)
    number = {"atop": "atopid", "cow-alliances": "version4id"}.get(name)
    if "year" in keys and number is not None and number in keys:
        raise InvalidRequest(
            f"{where} has no dates of its members, but a row for each year; to have years joined to spans, say: blocs"
            f" import csv {shlex.quote(where)} --map {number}=organization"
        )
    file = shlex.quote(where)
    way_out = f"a table of your own is read by: blocs import csv {file}"
    if other is not None:
        way_out = f"it is read by: blocs import {other.name} {file}"
    elif _has_organization_years(keys):
        way_out = f"the organization-year table of COW IGO is read by: blocs import cow-igo {file}"
    elif {"ccode", "year"} <= keys and keys.isdisjoint(FIELDS["organization"]):
        way_out = f"with a column for each organization it is read by: blocs import cow-igo {file}; {way_out}"
    missing = [" or ".join(map(_as_written, need.split("|"))) for need in one.needs if not set(need.split("|")) & keys]
    if not missing:
        raise InvalidRequest(f"{where} is of another data set; {way_out}")
    raise InvalidRequest(f"{where} is not of {one.about.label}: it has no column {', '.join(missing)}; {way_out}")


def _as_written(key: str) -> str:
    """A column's name as data sets write it: the many packages as "manyID", others as "mem_st_year"."""
    return key.removesuffix(" id") + "ID" if key.endswith(" id") else key.replace(" ", "_")


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
    return next((one for one in PUBLISHED.values() if one.needs and one.fits(header)), None)


def refuse_published(where: str, header: Sequence[str]) -> None:
    """Refuse tables of published data sets that are no lists of memberships as they stand, or are read by another name.

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
    refuse_near(where, header)
    keys, file = {key_of(name) for name in header}, shlex.quote(where)
    if {"ioname"} < keys and keys & {"value", "category"} and keys & {"ccode", "state", "statenme"}:
        return  # a row for each state, as igoR gives it, is read as it stands
    if _has_organization_years(keys):
        raise InvalidRequest(
            f"{where} is the organization-year table of COW IGO; it is read by: blocs import cow-igo {file}"
        )
    if {"ccode", "year", "state"} <= keys and len(keys) > 100:
        raise InvalidRequest(f"{where} is the state-year table of COW IGO; it is read by: blocs import cow-igo {file}")


def _has_organization_years(keys: set[str]) -> bool:
    """Whether columns are those of the organization-year table of COW IGO."""
    return {"ioname", "year"} <= keys and bool(keys & {"sdate", "deaddate", "igocode", "ionum"})
