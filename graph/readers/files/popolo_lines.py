"""Popolo on lines: people, organizations and memberships, each a record of its own, as Open Civic Data has it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from ...late import late_pattern

__all__ = ["are_popolo", "begins_so"]

_MEMBER = late_pattern(r"(?i:person|member)_?(?i:id)")
_BODY = late_pattern(r"(?i:organi[sz]ation|group)_?(?i:id)")


def begins_so(start: bytes) -> bool:
    """Whether lines of JSON are Popolo, by the first bytes: one names by their ids what others list with their names.

    A table of memberships has the names, or only ids, in every row.

    Parameters
    ----------
    start : bytes
        The first bytes of a file, whose last line may be cut off.

    Returns
    -------
    bool

    >>> ann, blue = b'{"id": "p/1", "name": "Ann"}', b'{"id": "o/2", "name": "Blue"}'
    >>> membership = b'{"person_id": "p/1", "organization_id": "o/2"}'
    >>> begins_so(b"\\n".join((ann, blue, membership))), begins_so(b"\\n".join((membership, membership)))
    (True, False)
    """
    return are_popolo(list(_records(start)))


def are_popolo(records: Sequence[Mapping[str, Any]]) -> bool:
    """Whether some of the records of a list name by their ids what others list with their names.

    Parameters
    ----------
    records : sequence of mapping
        The records.

    Returns
    -------
    bool

    >>> are_popolo([{"id": 1, "name": "Ann"}, {"person_id": 1, "organization_id": 2}])
    True
    """
    shapes = set(map(tuple, records))
    if len(shapes) < 2 or not any(len(_end_keys(shape)) > 1 for shape in shapes):
        return False  # as in most tables, whose records need not be looked at
    listed = {str(one["id"]) for one in records if one.get("id") and one.get("name") and not _ends(one)}
    return any(not one.get("name") and len(ends := _ends(one)) == 2 and listed & set(ends) for one in records)


def _records(start: bytes) -> Iterator[Mapping[str, Any]]:
    """The records on the lines; none behind a line that is none."""
    for line in start.splitlines():
        try:
            record = json.loads(line) if line.strip() else {}
        except (ValueError, RecursionError):
            return
        if not isinstance(record, Mapping):
            return
        yield record


def _ends(record: Mapping[str, Any]) -> list[str]:
    """The ids of a member and of a body in a record: two of a membership, one or none of anything else."""
    return [str(record[key]) for key in _end_keys(record) if record[key]][:2]


def _end_keys(keys: Iterable[str]) -> list[str]:
    """The fields that are ids of a member or of a body."""
    return [key for end in (_MEMBER, _BODY) for key in keys if end.fullmatch(key)]
