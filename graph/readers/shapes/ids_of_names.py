"""Columns of ids whose names another table has: they are read as the names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from ...amounts import shortened
from ..important import Important
from ..named_ids import NamesById
from ..names_by_id import ids_in, is_code
from ..planning.field_names import fields_given
from ..planning.keys import key_of
from ..planning.words.id_names import stem_of
from ..tables.tabular import Records, Table

__all__ = ["name_ids"]


def name_ids(table: Table, mapping: Mapping[str, str], beside: Sequence[NamesById]) -> None:
    """Put the names in the place of ids, and call the columns after what is named: "org_id" is "org".

    Codes of states stay, since they say more than a name.

    Parameters
    ----------
    table : Table
        The table; it is changed in place.
    mapping : mapping of str to str
        The columns that the user names, which keep their names.
    beside : sequence of NamesById
        The tables of names beside it.
    """
    if not beside:
        return
    found = ids_in(table.header, table.sample, beside)
    found = {at: names for at, names in found.items() if not is_code(table.header[at])}
    if not found:
        return
    said = "; ".join(f"{table.header[at]!r} by {names.label!r} of {names.where}" for at, names in found.items())
    table.notes.append(f"the ids of these columns were read as the names of other tables: {said}")
    given = fields_given(mapping)
    before = list(table.header)
    unknown: dict[int, Counter[str]] = {at: Counter() for at in found}

    def row(cells: list[str]) -> list[str]:
        return [found[at].names.get(cell.strip(), cell) if at in found else cell for at, cell in enumerate(cells)]

    def counted(records: Records) -> Records:
        for number, cells in records:
            for at, names in found.items():
                cell = cells[at].strip() if at < len(cells) else ""
                if cell and cell not in names.names:
                    unknown[at][cell] += 1
            yield number, cells
        for at, ids in unknown.items():
            if ids:
                table.notes.append(
                    Important(f"{found[at].where} has no name for {shortened(map(repr, ids))} of {before[at]!r}")
                )

    table.records = counted(table.records)
    table.rewrite(row)
    keys = {key_of(name) for name in table.header}
    for at in found:
        stem = stem_of(key_of(table.header[at]))
        if stem and stem not in keys and key_of(table.header[at]) not in given:
            table.header[at] = stem
