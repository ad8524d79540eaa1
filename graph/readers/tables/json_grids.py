"""Tables in JSON as programs write them: rows of cells below the names of columns, or the columns one by one.

The names may stand apart from the rows, each with its type: in CKAN, Socrata, BigQuery, Table Schema and many more.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..planning.keys import count_known
from ..record_sides import side_called

__all__ = ["described_rows", "grid_in"]

_NAMES = ("columns", "fields", "header", "headers", "cols", "schema", "meta", "view")
"""Where the names of the columns are, themselves or in a shell."""
_ROWS = ("data", "rows", "records", "values", "tuples", "features")
_NAME = ("label", "name", "title", "id", "field", "fieldName", "key", "column_name")
"""Where the description of a column has its name."""
_CELLS = (("c", "v"), ("f", "v"))
"""Where Google's charts and BigQuery have the cells of a row, and what is in a cell."""
_DEEPEST = 3

Grid = list[list[Any]]


def grid_in(found: Any) -> Grid | None:
    """A table that is written as rows of cells or as columns; None if it is not.

    Parameters
    ----------
    found : object
        What is in the file.

    Returns
    -------
    list of rows, or None
        The header first.

    >>> grid_in({"country": ["A", "B"], "organization": ["C", "C"]})
    [['country', 'organization'], ['A', 'C'], ['B', 'C']]
    """
    if isinstance(found, list):
        return found if _has_header(found) else None
    if isinstance(found, dict):
        grids: list[Grid] = [value for value in found.values() if _has_header(value) and count_known(value[0])]
        if len(grids) == 1:
            return grids[0]
    if not isinstance(found, dict) or count_known(list(found)) < 2:
        return None
    if all(isinstance(column, list) for column in found.values()):
        cells = list(found.values())
    elif all(isinstance(column, dict) for column in found.values()):
        keys = list(dict.fromkeys(key for column in found.values() for key in column))
        if any(map(side_called, keys)):
            return None  # records by their names, not cells by those of their rows
        cells = [[column.get(key) for key in keys] for column in found.values()]
    else:
        return None
    if any(isinstance(cell, dict) for column in cells for cell in column):
        return None  # lists of records, not columns
    return [list(found), *map(list, zip(*cells, strict=False))] if len({len(each) for each in cells}) == 1 else None


def _has_header(value: Any) -> bool:
    """Whether a value is a list of rows, of which the first is of texts alone."""
    if not isinstance(value, list) or len(value) < 2 or not all(isinstance(row, list) for row in value):
        return False
    return len(value[0]) > 0 and all(isinstance(name, str) for name in value[0])


def described_rows(found: Any, depth: int = 0) -> Grid | list[dict[str, Any]] | None:
    """The rows of a table beside which its columns are described, wherever in the file; None if there is none.

    Parameters
    ----------
    found : object
        What is in the file.
    depth : int
        How deep in the file it stands.

    Returns
    -------
    list of rows, list of records, or None
        Rows have their header first.

    >>> described_rows({"fields": [{"id": "country"}, {"id": "body"}], "records": [["A", "B"]]})
    [['country', 'body'], ['A', 'B']]
    >>> described_rows({"result": {"fields": [{"id": "country"}], "records": [{"country": "A"}], "total": 1}})
    [{'country': 'A'}]
    """
    if not isinstance(found, dict):
        return None
    names = next((some for key in _NAMES if (some := _names_in(found.get(key)))), None)
    rows = next((found[key] for key in _ROWS if isinstance(found.get(key), list) and found[key]), None)
    if names and rows:
        cells = [_cells(row) for row in rows]
        if all(isinstance(row, list) and len(row) <= len(names) for row in cells):
            return [names, *(row + [None] * (len(names) - len(row)) for row in cells)]
        inside = [row["attributes"] if _has_attributes(row) else row for row in rows]
        described = len({*names}.intersection(*inside)) if all(isinstance(row, dict) for row in inside) else 0
        return rows if 2 * described > len(names) else None
    if depth < _DEEPEST:
        deeper = (described_rows(value, depth + 1) for value in found.values())
        return next((rows for rows in deeper if rows is not None), None)
    return None


def _has_attributes(row: Any) -> bool:
    """Whether a row is a shape on a map as ArcGIS has it, whose attributes are the cells."""
    return isinstance(row, dict) and isinstance(row.get("attributes"), dict)


def _names_in(value: Any, depth: int = 0) -> list[str]:
    """The names of columns in a value: texts, descriptions that each have a name, or a shell around these."""
    if isinstance(value, list) and value:
        named = [one if isinstance(one, str) else _name_of(one) for one in value]
        return named if all(named) and len({*named}) == len(named) else []
    if isinstance(value, Mapping) and depth < 2:
        return next((some for key in _NAMES if (some := _names_in(value.get(key), depth + 1))), [])
    return []


def _name_of(description: Any) -> str:
    said = description if isinstance(description, Mapping) else {}
    return next((text for key in _NAME if isinstance(text := said.get(key), str) and text.strip()), "")


def _cells(row: Any) -> Any:
    """The cells of a row, which some write each as an object with its value."""
    for cells, value in _CELLS:
        if isinstance(row, Mapping) and isinstance(row.get(cells), list):
            return [one.get(value) if isinstance(one, Mapping) else one for one in row[cells]]
    return row
