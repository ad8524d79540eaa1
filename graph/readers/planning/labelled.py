"""Columns of addresses that have one of labels beside them, as queries of Wikidata give them: whose ids they are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ..names.known_names import bodies_in, states_in
from .column import Column
from .columns import Columns
from .words.column_names import FIELDS

__all__ = ["Labelled", "find_item", "ids_of_labels", "labelled"]

_ENDS = ("member", "organization")
_ITEM = "item"
_PARTS = frozenset((
    "member", "members", "has member", "has members", "has part", "has parts", "has parts of the class", "part", "parts",
    "member state", "member states",
))  # fmt: skip
"""What the parts of an item are called."""


class Labelled(NamedTuple):
    """A column of addresses, and that of their labels."""

    ids: Column
    labels: Column


def labelled(table: Columns) -> list[Labelled]:
    """The columns of addresses that have one of labels beside them: "item" and "itemLabel".

    Parameters
    ----------
    table : Columns
        The table.

    Returns
    -------
    list of Labelled
    """
    by_key = {column.key.replace(" ", ""): column for column in reversed(table.columns) if column.named}
    found = []
    for ids in (column for column in table.columns if column.urls):
        key = ids.key.replace(" ", "")
        beside = next((c for more in ("label", "name") if (c := by_key.get(key + more)) and not c.urls), None)
        if beside is not None:
            found.append(Labelled(ids, beside))
    return found


def ids_of_labels(table: Columns, pairs: Sequence[Labelled]) -> None:
    """Where the labels or the ids of a pair are known for members or bodies, the others of it are theirs too.

    Parameters
    ----------
    table : Columns
        The table.
    pairs : sequence of Labelled
        Its pairs of columns.
    """
    for ids, labels in pairs:
        for wanted in _ENDS:
            if table.fields.get(wanted) == ids.at and table.free(labels):
                table.fields[wanted] = labels.at
                table.fields.setdefault(f"{wanted}_id", ids.at)
            elif table.fields.get(wanted) == labels.at and table.free(ids):
                table.fields.setdefault(f"{wanted}_id", ids.at)


def find_item(table: Columns, pairs: Sequence[Labelled]) -> None:
    """Of an item and its parts, "item" and "member", the item is the body, if nothing in the table says otherwise.

    What is called "item" is the member where the other is what it is in; beside states it is a body if it is listed.

    Parameters
    ----------
    table : Columns
        The table.
    pairs : sequence of Labelled
        Its pairs of columns.
    """
    free = [pair for pair in pairs if table.free(pair.ids) and table.free(pair.labels)]
    item = next((pair for pair in free if pair.ids.key == _ITEM), None)
    if item is None or table.organization or "organization" in table.fields or _names_bodies(table):
        return
    others = [pair for pair in free if pair is not item]
    parts = [pair for pair in others if pair.ids.key in _PARTS] or [
        pair for pair in others if pair.ids.key in FIELDS["member"] or states_in(pair.labels.distinct) >= _MOST
    ]
    if len(parts) != 1 or states_in(item.labels.distinct) >= _HALF or bodies_in(parts[0].labels.distinct) >= _HALF:
        return
    if "member" not in table.fields:
        table.fields["member"] = parts[0].labels.at
    if parts[0].ids.key in _PARTS or bodies_in(item.labels.distinct) >= _HALF:
        table.fields["organization"] = item.labels.at
        table.found.notes.append(f"column {item.labels.name!r} was read as the organization")


_HALF, _MOST = 0.5, 0.8


def _names_bodies(table: Columns) -> bool:
    """Whether a column is called after bodies."""
    return any(c.cells for key in FIELDS["organization"] for c in table.by_key.get(key, []))
