"""Parties to agreements, as the `many` packages of R list them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from .published_rows import PublishedReader, WrongRow
from .row import Row

__all__ = ["Many"]


class Many(PublishedReader):
    """Parties to agreements of the `many` packages: a party from the day on which it is in force for the state."""

    used = (
        "many id", "treaty id", "title", "state id", "state name", "state force", "state ratification", "rat notif",
        "accession", "succession", "acceptance", "state end", "state withdrawal", "rat", "state rat",
    )  # fmt: skip
    starts = (
        "state force",
        "state ratification",
        "state rat",
        "rat notif",
        "rat",
        "accession",
        "succession",
        "acceptance",
    )
    reads: Mapping[str, str] = {
        "many id": "short name of the agreement", "title": "organization", "state id": "ISO code",
        "state name": "member", "state force": "start", "state end": "end", "state withdrawal": "end",
        **dict.fromkeys(starts[1:], "start, if nothing before it has one"),
    }  # fmt: skip

    def row(self, number: int, cells: Sequence[str]) -> Iterable[Row]:
        """One party."""
        short = self.text(cells, "many id") or self.text(cells, "treaty id")
        title = self.text(cells, "title") or short
        code, name = self.text(cells, "state id"), self.text(cells, "state name")
        if not title or not (code or name):
            raise WrongRow(f"row {number}: no {'agreement' if not title else 'state'} is named")
        start = next((date for column in self.starts if (date := _messy(self.text(cells, column)))), "")
        if not start and _messy(self.text(cells, "state signature")):
            self.report.skipped["signed, without a date of force, ratification or accession"] += 1
            return
        if not start:
            self.report.unknown["a party without a date of force, ratification or accession"] += 1
        end = _messy(self.text(cells, "state end")) or _messy(self.text(cells, "state withdrawal"))
        codes = (("iso3", code),) if re.fullmatch(r"[A-Z]{3}", code) else ()
        yield Row(
            number, name or code, title, start=start, end=end if not end.startswith("9999") else "", codes=codes,
            abbreviation=short if short != title else "",
        )  # fmt: skip


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
