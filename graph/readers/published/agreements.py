"""Parties to agreements, as the `many` packages of R list them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from ...amounts import counted, shortened
from ...errors import InvalidRequest
from ...model.known.authority import authority
from ...model.known.states import SCHEMES
from ..dates.single_dates import Undecided
from ..dates.written_dates import WrittenDates
from ..planning.keys import key_of
from ..row import Row
from ..table_options import TableOptions
from .published_rows import PublishedReader, WrongRow

__all__ = ["Many"]


class Many(PublishedReader):
    """Parties to agreements of the `many` packages: a party from the day on which it is in force for the state."""

    used: tuple[str, ...] = (
        "many id", "treaty id", "igo id", "title", "state id", "state name", "state force",
        "state ratification", "rat notif",
        "accession", "succession", "acceptance", "state end", "state withdrawal", "rat", "state rat",
    )  # fmt: skip
    starts: tuple[str, ...] = (
        "state force",
        "state ratification",
        "state rat",
        "rat notif",
        "rat",
        "accession",
        "succession",
        "acceptance",
    )
    ended: tuple[str, ...] = ("state end", "state withdrawal")
    reads: Mapping[str, str] = {
        **dict.fromkeys(("many id", "igo id"), "short name of the agreement"), "title": "organization",
        "state id": "ISO code",
        "state name": "member", "state force": "start", "state end": "end", "state withdrawal": "end",
        **dict.fromkeys(starts[1:], "start, if nothing before it has one"),
    }  # fmt: skip

    own: Mapping[str, str] = {
        "force": "start", **dict.fromkeys(("begin", "beg"), "start, if nothing before it has one"), "end": "end"
    }  # fmt: skip
    """Columns of the agreement itself, which date the parties of a table that has no other dates.

    Beside other dates of the parties "Force" is a party's own where it differs between those of one agreement; so is a
    signature.
    """

    def __init__(
        self, where: str, header: Sequence[str], sample: Sequence[Sequence[str]], options: TableOptions
    ) -> None:
        keys = {key_of(name) for name in header}
        used: tuple[str, ...] = self.used
        if not keys & {*self.starts, *_SIGNED, "state end", "state withdrawal"}:
            used, self.reads = (*used, *self.own), {**self.reads, **self.own}
            if "force" not in keys:
                self.reads = {**self.reads, "begin": "start", "beg": "start"}
            self.starts = (*self.starts, "force", "begin", "beg")
            self.ended = (*self.ended, "end")
        elif "force" in keys and _differs(header, sample, "force"):
            used, self.reads = (*used, "force"), {**self.reads, "force": "start"}
            self.starts = ("state force", "force", *self.starts[1:])
            self.reads = {**self.reads, **dict.fromkeys(self.starts[2:], "start, if nothing before it has one")}
        own = "beg" not in used and _differs(header, sample, "signature")
        self._signed = (*_SIGNED, "signature") if own else _SIGNED
        self.used = used
        super().__init__(where, header, sample, options)
        for name in (name for name in self.report.unread if key_of(name) in _OF_AGREEMENT):
            self.report.unread[name] = (
                "a signature makes no party"
                if key_of(name) in _SIGNATURES
                else "it may be the agreement's own date, and not the party's"
            )
        self._of_agreement = "beg" in used and bool(keys & self.own.keys())
        self._before_signing = 0
        self._same = options.same or {}
        self._of_bodies: dict[str, str] = {}
        self._strange: dict[str, None] = {}
        self._dates = WrittenDates("approximate")

    def row(self, number: int, cells: Sequence[str]) -> Iterable[Row]:
        """One party."""
        short = next(filter(None, (self.text(cells, name) for name in _NUMBERS)), "")
        title = self.text(cells, "title") or short
        code, name = self.text(cells, "state id"), self.text(cells, "state name")
        if not title or not (code or name):
            raise WrongRow(f"row {number}: no {'agreement' if not title else 'state'} is named")
        start = self._first(number, cells, self.starts)
        undated = self._of_agreement and not self._first(number, cells, self.starts[:-2])
        if undated and _is_before(start, self._first(number, cells, ("signature",))):
            start = ""  # the agreement began before this party signed it
            self._before_signing += 1
        if not start and self._first(number, cells, self._signed):
            self.report.skipped["signed, without a date of force, ratification or accession"] += 1
            return
        if not start:
            self.report.unknown["a party without a date of force, ratification or accession"] += 1
        kinds: tuple[str, ...] = ()
        if not name and code in _CODES_OF_BODIES:
            name = _CODES_OF_BODIES[code]
            self._of_bodies[code] = name
            code = ""
        elif not (name or code in self._same or _is_listed(code)):
            self._strange[code] = None
            kinds = ("member",)  # who has only a code that no list has may be anybody
        codes = (("iso3", code),) if re.fullmatch(r"[A-Z]{3}", code) else ()
        yield Row(
            number, name or code, title, start=start, end=self._first(number, cells, self.ended), codes=codes,
            abbreviation=short if short != title else "", kinds=kinds,
        )  # fmt: skip

    def named(self, rows: list[Row]) -> Iterable[Row]:
        """The rows as they are; what was found out about their dates is said."""
        self.report.notes += self._dates.notes()
        if self._of_bodies:
            shown = shortened(f"{code} as {name}" for code, name in self._of_bodies.items())
            self.report.notes.append(f"codes of bodies were read: {shown}")
        if self._strange:
            self.report.warnings.append(
                f"codes that are in no list, of members of no known kind: {shortened(self._strange)};"
                f' to say who one is: --same "{next(iter(self._strange))}=NAME"'
            )
        if self._of_agreement:
            days: dict[str, set[str]] = {}
            for row in rows:
                days.setdefault(row.organization, set()).add(row.start)
            differ = any(len(each) > 1 for each in days.values())
            whose = "differ between parties" if differ else "are the agreement's own"
            which = [self.header[self.at[name]] for name in ("force", "begin", "beg") if name in self.at]
            self.report.notes.append(
                f"no column has dates of the parties (StateForce and the like); starts are of"
                f" {' or else '.join(which)}, and {whose}"
            )
        if self._before_signing:
            self.report.notes.append(
                f"{counted(self._before_signing, 'party', 'parties')} signed after the agreement began and"
                f" {'has' if self._before_signing == 1 else 'have'} no date of force, so no start is given"
            )
        return rows

    def _first(self, number: int, cells: Sequence[str], columns: Iterable[str]) -> str:
        """The first date that one of some columns has."""
        return next(filter(None, (self._date(number, cells, column) for column in columns)), "")

    def _date(self, number: int, cells: Sequence[str], column: str) -> str:
        """A date as messydates writes it."""
        try:
            return self._dates.date(self.text(cells, column))
        except Undecided:
            problem = "its day could be its month; write it as YYYY-MM-DD"
        except InvalidRequest as error:
            problem = str(error)
        at = self.header[self.at[column]]
        raise WrongRow(f"row {number}, column {at}: {problem}")


def _is_listed(code: str) -> bool:
    """Whether a state has ever had a code, or been called so."""
    return bool(authority().meanings_of_code(code, list(SCHEMES)) or authority().meanings(code))


def _differs(header: Sequence[str], sample: Sequence[Sequence[str]], name: str) -> bool:
    """Whether a column has several dates in the rows of one agreement, and so those of the parties."""
    keys = [key_of(each) for each in header]
    agreements = [keys.index(key) for key in (*_NUMBERS, "title") if key in keys]
    if name not in keys or not agreements:
        return False
    said: dict[str, set[str]] = {}
    for row in sample:
        if max(agreements[0], keys.index(name)) < len(row) and (date := row[keys.index(name)].strip()):
            said.setdefault(row[agreements[0]].strip(), set()).add(date)
    return any(len(dates) > 1 for dates in said.values())


_CODES_OF_BODIES = {"EUE": "European Union", "UNO": "United Nations"}
"""Codes that organizations have among those of states, as in passports (ICAO Doc 9303, part 3, section 5)."""

_NUMBERS = ("many id", "treaty id", "igo id")
_SIGNATURES = ("signature", "state signature", "state sign")
_OF_AGREEMENT = (*_SIGNATURES, "begin", "beg", "force", "end")
_SIGNED = ("state signature", "state sign")


def _is_before(one: str, other: str) -> bool:
    """Whether a date is before another, as far as both are known."""
    length = min(len(one), len(other))
    return bool(length) and one[:length] < other[:length]
