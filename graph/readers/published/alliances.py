"""Tables of alliances, by member: ATOP and the Correlates of War, with what each member promised."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from ...amounts import counted
from ..names.state_names import name_of_code
from ..row import Row
from ..table_options import TableOptions
from .published_rows import PublishedReader, WrongRow
from .years_of_members import spans_of_years

__all__ = ["Atop", "CowAlliances"]


class Atop(PublishedReader):
    """Members of alliances, a row for each member and phase, with what it promised."""

    used = (
        "atopid", "member", "yrent", "moent", "dayent", "yrexit", "moexit", "dayexit", "phase", "defense", "offense",
        "neutral", "nonagg", "consul", "statename", "state name", "stateabb", "ccode",
    )  # fmt: skip
    reads: Mapping[str, str] = {
        "atopid": "the alliance", "member": "COW code of the member", "ccode": "COW code of the member",
        "yrent": "start year", "moent": "start month", "dayent": "start day", "yrexit": "end year",
        "moexit": "end month", "dayexit": "end day", "defense": "obligation: defense",
        "offense": "obligation: offense", "neutral": "obligation: neutrality",
        "nonagg": "obligation: nonaggression", "consul": "obligation: consultation",
    }  # fmt: skip
    ends, version = "yrexit", "5.1"
    obligations: Mapping[str, str] = {
        "defense": "defense", "offense": "offense", "neutral": "neutrality", "nonagg": "nonaggression",
        "consul": "consultation",
    }  # fmt: skip

    def row(self, number: int, cells: Sequence[str]) -> Iterable[Row]:
        """A phase of a membership; one that has no end, or the end 0, goes on."""
        alliance, code = self.text(cells, "atopid"), self.text(cells, "member") or self.text(cells, "ccode")
        if not alliance or not code:
            raise WrongRow(f"row {number}: no {'alliance' if not alliance else 'member'} is named")
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


_KINDS = ("defense", "neutrality", "nonaggression", "entente")
_SAID_OF_TYPES = {
    "defense": re.compile(r"\bdefen[cs]e\b", re.IGNORECASE),
    "neutrality": re.compile(r"\bneutrality\b", re.IGNORECASE),
    "nonaggression": re.compile(r"\bnon-?aggression\b", re.IGNORECASE),
    "entente": re.compile(r"\bentente\b", re.IGNORECASE),
}


class CowAlliances(PublishedReader):
    """Members of alliances, a row for each member and span, with the kind of the alliance."""

    used = (
        "version4id", "ccode", "state name", "ss type", "mem st day", "mem st month", "mem st year", "mem end day",
        "mem end month", "mem end year", "all st year", "right censor", "left censor", "defense", "neutrality",
        "nonaggression", "entente", "year",
    )  # fmt: skip
    reads: Mapping[str, str] = {
        "version4id": "the alliance", "ccode": "COW code", "state name": "member", "ss type": "type of the alliance",
        "mem st day": "start day", "mem st month": "start month", "mem st year": "start year",
        "mem end day": "end day", "mem end month": "end month", "mem end year": "end year",
        "all st year": "year of the alliance", "right censor": "whether it goes on",
        "left censor": "whether it is older",
        "defense": "obligation: defense", "neutrality": "obligation: neutrality",
        "nonaggression": "obligation: nonaggression", "entente": "obligation: entente",
        "year": "a year of the membership, which has its own dates",
    }  # fmt: skip

    ends, version = "mem end year", "4.1"

    def __init__(
        self, where: str, header: Sequence[str], sample: Sequence[Sequence[str]], options: TableOptions
    ) -> None:
        super().__init__(where, header, sample, options)
        self.older: set[tuple[str, str]] = set()
        """Whose membership in which alliance began before the data do."""
        self._by_year = "mem st year" not in self.at
        self._first_rows: set[int] = set()
        self._open_rows: set[int] = set()
        if self._by_year:
            self.ends = ""
            self.report.read_as[self.header[self.at["year"]]] = "year"

    def row(self, number: int, cells: Sequence[str]) -> Iterable[Row]:
        """One membership; what is still in force at the data set's end has no end."""
        alliance, code, member = (self.text(cells, name) for name in ("version4id", "ccode", "state name"))
        if not alliance or not (member or code):
            raise WrongRow(f"row {number}: no {'alliance' if not alliance else 'member'} is named")
        start = self.date(number, cells, "mem st year", "mem st month", "mem st day")
        end = self.date(number, cells, "mem end year", "mem end month", "mem end day")
        if self.says(cells, "left censor"):
            # It is older than the data, which begin in 1816: what stands there is no day of joining.
            self.older.add((alliance, code or member))
            start = ""
        if self.says(cells, "right censor"):
            end = ""
        elif not end and "right censor" in self.at and not self._by_year:
            self.report.unknown["no end, though right_censor does not say that it goes on"] += 1
        if self._by_year:
            start, end = self._year(number, cells), ""
        shown = re.sub(r"^Type \w+: *", "", self.text(cells, "ss type"))
        promised = self.promises(number, cells, dict(zip(_KINDS, _KINDS, strict=True)))
        if not self.at.keys() & set(_KINDS):
            promised = tuple(kind for kind, sign in _SAID_OF_TYPES.items() if sign.search(shown))
        year = self.text(cells, "all st year")
        label = f"{shown or 'Alliance'}{f' of {year}' if year else ''} (COW alliance {alliance})"
        yield Row(
            number, member or _named(code, start), label, start=start, end=end, codes=(("cow", code),) if code else (),
            abbreviation=f"COW alliance {alliance}", classification=shown, obligations=promised,
        )  # fmt: skip

    def _year(self, number: int, cells: Sequence[str]) -> str:
        """The year of a row of a table that has no dates of its members."""
        year = self.date(number, cells, "year", "", "")
        if not year:
            raise WrongRow(f"row {number}: no year is named")
        if self.says(cells, "left censor"):
            self._first_rows.add(number)
        if self.says(cells, "right censor"):
            self._open_rows.add(number)
        return year

    def named(self, rows: list[Row]) -> Iterable[Row]:
        """The rows as they are, or one for those of many years; what is older than the data is said."""
        if self.older:
            self.report.notes.append(
                f"{counted(len(self.older), 'membership')} began before the data do (left_censor), so no start is given"
            )
        if not self.at.keys() & set(_KINDS):
            self.report.notes.append(
                "it has no columns of promises; they were taken from the type of the alliance (ss_type)"
            )
        if self._by_year:
            return spans_of_years(rows, self.report, self._first_rows, self._open_rows)
        if "year" not in self.at:
            return rows
        self.report.notes.append(
            "the table has a row for each year; those of one membership, with the same dates, are one"
        )
        return {row._replace(number=0): row for row in reversed(rows)}.values()


def _named(code: str, start: str) -> str:
    """The name of a state that is given by its COW code only."""
    return name_of_code("cow", code, int(start[:4]) if start else None) or f"COW state {code}"
