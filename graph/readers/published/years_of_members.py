"""Rows of members and years, with no dates of their own, as spans: what a table by year says of alliances."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...amounts import shortened
from ...model.runs import gaps, runs
from ..report import Report
from ..row import Row

__all__ = ["spans_of_years"]


def spans_of_years(rows: Iterable[Row], report: Report, older: set[int], going_on: set[int]) -> Iterator[Row]:
    """Memberships of consecutive years, each as one.

    Parameters
    ----------
    rows : iterable of Row
        The rows, whose starts are their years.
    report : Report
        Told of which years they are.
    older, going_on : set of int
        The numbers of the rows whose membership began before the data do, and goes on after them.

    Yields
    ------
    Row

    >>> rows = [Row(at, "Poland", "Pact", start=year) for at, year in enumerate(("1955", "1956", "1958"), 2)]
    >>> [(row.start, row.end) for row in spans_of_years(rows, Report("t.csv", {}, {}), set(), {4})]
    [('1955', '1956'), ('1958', '')]
    """
    found: dict[Row, dict[int, Row]] = {}
    for row in rows:
        if row.start:
            named = row.member if not row.codes else ""  # a state of one code has several names in time
            found.setdefault(row._replace(number=0, member=named, start="", end=""), {})[int(row.start)] = row
        else:
            yield row
    years = sorted({year for of_one in found.values() for year in of_one})
    if not years:
        return
    _say_years(years, report)
    for of_one in found.values():
        for first, last in runs(of_one):
            begun, left = of_one[first].number in older, of_one[last].number in going_on
            yield of_one[first]._replace(start="" if begun else f"{first:04}", end="" if left else f"{last:04}")


def _say_years(years: list[int], report: Report) -> None:
    report.observed_from, report.as_of = f"{years[0]:04}", f"{years[-1]:04}"
    of = f"{years[0]}–{years[-1]}" if len(years) > 1 else f"{years[0]} only"
    report.notes.append(f"consecutive years were joined to spans; the table is of {of}, and spans end with it")
    if silent := [f"{a}–{b}" if b > a else str(a) for a, b in gaps(years)]:
        report.warnings.append(
            f"the table says nothing of {shortened(silent, 6)}; memberships were not filled in there, and whether they"
            " held then is not known"
        )
