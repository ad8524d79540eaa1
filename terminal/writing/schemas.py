"""The JSON Schema of an answer, as `--schema` prints it.

Each command has a file in `data/schemas/`: the schema of its JSON answer, with that of a row of its JSON Lines as the
definition `row`. What answers have in common is in `common.json`. Options that shape rows shape the schema too.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from ...graph.errors import InvalidRequest
from ...graph.resources import resource
from .shaping import Shape

__all__ = ["schema_of"]

_Schema = dict[str, Any]
_COMMON = "common.json#/$defs/"
_HERE = "#/$defs/"

_COUNT: _Schema = {
    "description": "The number of rows (--count).",
    "type": "object",
    "properties": {"count": {"type": "integer", "minimum": 0}},
    "required": ["count"],
    "additionalProperties": False,
}
_TRANSPOSED: _Schema = {
    "description": "A column of the one row (--transpose).",
    "type": "object",
    "properties": {
        "column": {"description": "The heading of the column.", "type": "string"},
        "value": {"description": "Its value; null if there is none."},
    },
    "required": ["column", "value"],
    "additionalProperties": False,
}


def schema_of(command: str, form: str, shape: Shape) -> _Schema:
    """The schema of what a command writes.

    Parameters
    ----------
    command : str
        The name of the command.
    form : str
        The format: json for the whole answer, jsonl for one of its lines.
    shape : Shape
        How its rows are shaped.

    Returns
    -------
    dict
        The schema, complete in itself.

    Raises
    ------
    InvalidRequest
        If the format is no JSON, or rows are to be shaped where there are none.

    >>> schema_of("who", "jsonl", Shape(columns=("label",)))["properties"]
    {'label': {'description': 'Its name.', 'type': 'string'}}
    """
    if form not in ("json", "jsonl"):
        raise InvalidRequest(f"--schema is that of json or jsonl, not of {form}")
    whole = _read(command)
    defs = whole.pop("$defs", {})
    row = defs.get("row", {})
    if shape and ((form == "json" and whole.get("items") != {"$ref": f"{_HERE}row"}) or command == "ask"):
        other = "csv" if command in ("ask", "query") and form == "jsonl" else "jsonl"
        raise InvalidRequest(f"{shape.option} shapes rows, and {form} has none here; use --format {other}")
    if shape:
        defs["row"] = row = _shaped(row, shape, defs)
    root = whole
    if form == "jsonl":
        root = {"$schema": whole["$schema"], "title": f"{whole['title']}: a line", **row}
        if command == "ask":  # whose lines are whole answers
            defs["answer"] = {key: value for key, value in whole.items() if not key.startswith("$")}
            root["anyOf"] = [{"$ref": f"{_HERE}answer"}, {"$ref": f"{_HERE}failure"}]
    return _complete(root, defs)


def _read(name: str) -> _Schema:
    found: _Schema = json.loads(resource("data", "schemas", f"{name}.json").read_text(encoding="utf-8"))
    return found


def _shaped(row: _Schema, shape: Shape, defs: _Schema) -> _Schema:
    """The schema of a row in a shape."""
    if shape.transpose:
        return _TRANSPOSED
    if shape.count:
        return _COUNT
    if not shape.columns:
        return row
    kinds = [defs[name] for one in row["anyOf"] for name in _referred(one)] if "anyOf" in row else [row]
    columns = [name.casefold() for name in shape.columns]
    having = [kind for kind in kinds if {*columns} <= {key.casefold() for key in kind["properties"]}]
    if not having:
        # Columns can be asked for by their headings too, and some depend on the data: any of them may be there.
        narrowed = [{**kind, "required": []} for kind in kinds]
    else:
        narrowed = [_narrowed(kind, columns) for kind in having]
    return {**row, "anyOf": narrowed} if "anyOf" in row else narrowed[0]


def _narrowed(row: _Schema, columns: Sequence[str]) -> _Schema:
    """The schema of a row that has some columns only."""
    known = {key.casefold(): key for key in row["properties"]}
    kept = [known[name] for name in columns]
    return {
        **row,
        "properties": {key: row["properties"][key] for key in kept},
        "required": kept,
        "additionalProperties": False,
    }


def _complete(root: _Schema, defs: _Schema) -> _Schema:
    """A schema with the definitions that it needs, and no others."""
    common = _read("common")["$defs"]
    needed: _Schema = {}
    waiting = [root]
    while waiting:
        for name in _referred(waiting.pop()):
            if name not in needed:
                needed[name] = defs[name] if name in defs else common[name]
                waiting.append(needed[name])
    made: _Schema = json.loads(json.dumps(root).replace(_COMMON, _HERE))
    if needed:
        made["$defs"] = json.loads(json.dumps({name: needed[name] for name in sorted(needed)}).replace(_COMMON, _HERE))
    return made


def _referred(schema: Any) -> Iterator[str]:
    """The names of the definitions that a schema refers to."""
    if isinstance(schema, dict):
        if isinstance(schema.get("$ref"), str):
            yield schema["$ref"].rpartition("/")[2]
        for value in schema.values():
            yield from _referred(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from _referred(value)
