"""Columns of the ways to become a party to a treaty, each with the dates of some: ratification, accession, succession.

A state becomes a party in one way, so that of each row one of them is filled. Such a table is read as if it had one
column for all of them.
"""

from __future__ import annotations

from collections.abc import Mapping

from ...late import late_pattern
from ..planning.keys import key_of
from ..tables.tabular import Table

__all__ = ["join_consents"]

_WAYS = late_pattern(
    r"(?:date (?:of )?)?(?:ratification|ratified|accession|acceded|acceptance|accepted|approval|approved|succession|succeeded"
    r"|definitive signature)(?: (?:a{1,2}|d|s|date|or \w+))*"
)


def join_consents(table: Table, mapping: Mapping[str, str]) -> None:
    """Join the columns of the ways to become a party to one.

    Parameters
    ----------
    table : Table
        The table; it is changed in place.
    mapping : mapping of str to str
        The columns that the user names, which are left as they are.
    """
    given = {key_of(name) for name in mapping}
    keys = [key_of(name) for name in table.header]
    places = [at for at, key in enumerate(keys) if key not in given and _WAYS.fullmatch(key)]
    if len(places) < 2 or not _one_in_each(table.sample, places):
        return
    name, rest = ", ".join(table.header[at] for at in places), frozenset(places[1:])

    def row(cells: list[str]) -> list[str]:
        # Two dates in one row, far down in the table, stay two, and are refused as no date.
        said = "; ".join(cells[at].strip() for at in places if at < len(cells) and cells[at].strip())
        return [said if at == places[0] else cell for at, cell in enumerate(cells) if at not in rest]

    table.rewrite(row)
    table.header = [name if at == places[0] else each for at, each in enumerate(table.header) if at not in rest]
    table.notes.append(f"{name} were read as one column: in each row one of them at most is filled")


def _one_in_each(rows: list[list[str]], places: list[int]) -> bool:
    """Whether no row has two of some columns, and each of them is filled somewhere."""
    filled = [[at for at in places if at < len(row) and row[at].strip()] for row in rows]
    return all(len(each) < 2 for each in filled) and len({at for each in filled for at in each}) > 1
