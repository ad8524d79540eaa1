"""Columns of codes and addresses: which scheme they are of, and whose ids they are."""

from __future__ import annotations

import re

from ..row import SCHEMES
from .column import Column
from .columns import Columns
from .labelled import find_item, ids_of_labels, labelled
from .words.column_names import FIELDS

__all__ = ["find_codes", "find_ids", "tell_schemes"]


def find_ids(table: Columns) -> None:
    """Addresses beside labels are ids of what the labels name."""
    pairs = labelled(table)
    ids_of_labels(table, pairs)
    find_item(table, pairs)
    ids_of_labels(table, pairs)
    of_labels = {ids.at: labels for ids, labels in pairs}
    for column in table.columns:
        if not table.free(column) or not column.urls:
            continue
        key = column.key
        for wanted in ("member", "organization"):
            beside = of_labels.get(column.at)
            named = key in FIELDS[wanted] or key in FIELDS[f"{wanted}_id"] or (key == "item" and wanted == "member")
            if named and f"{wanted}_id" not in table.fields and (beside is not None or _other(table, wanted, column)):
                table.fields[f"{wanted}_id"] = column.at
                if beside is not None and wanted not in table.fields and table.free(beside):
                    table.fields[wanted] = beside.at
                break


def _other(table: Columns, wanted: str, but: Column) -> bool:
    """Whether another column is the label."""
    return wanted in table.fields or any(
        column is not but and not column.urls and column.cells and not column.flags
        for key in FIELDS[wanted]
        for column in table.by_key.get(key, [])
    )


def find_codes(table: Columns) -> None:
    for code in SCHEMES:
        for key in FIELDS[code]:
            fits = [c for c in table.by_key.get(key, []) if table.free(c)]
            if code in table.fields or not fits:
                continue
            column = fits[0]
            fitting = (
                column.numbers if code in ("cow", "gw", "iso_numeric") else column.all_of(re.compile(r"[A-Za-z]{2,3}"))
            )
            if code == "iso3" and fitting and column.all_of(re.compile(r"[A-Za-z]{2}")):
                code = "iso2"
            if (
                code == "iso3"
                and key in ("country code", "iso code", "iso")
                and not column.all_of(re.compile(r"[A-Z]{3}"))
            ):
                continue
            if fitting and code not in table.fields:
                table.fields[code] = column.at


def tell_schemes(table: Columns) -> None:
    """Whether numbers called after one scheme of codes are those of ISO: several data sets call these ccode."""
    from ...model.known.authority import authority

    for named in ("cow", "gw"):
        if named not in table.fields or "iso_numeric" in table.fields:
            continue
        at, by_name = table.fields[named], table.fields.get("member")
        pairs = {
            (row[at].strip().removesuffix(".0"), row[by_name].strip() if by_name not in (None, at) else "")
            for row in table.rows
            if at < len(row) and (by_name is None or by_name < len(row)) and row[at].strip()
        }

        def fitting(scheme: str, of: set[tuple[str, str]] = pairs) -> int:
            meant = ((name, authority().meanings_of_code(code, [scheme])) for code, name in of)
            return sum(
                bool(states) and (not name or bool(set(states) & set(authority().find(name).candidates)))
                for name, states in meant
            )

        if fitting(named) < 0.8 * len(pairs) and fitting("isoNumeric") >= 0.8 * len(pairs):
            table.fields["iso_numeric"] = table.fields.pop(named)
            table.found.notes.append(
                f"column {table.columns[at].name!r} was read as the numbers of ISO 3166, since its codes are theirs"
            )
