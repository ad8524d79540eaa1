"""Popolo on lines: people, organizations and memberships, each a record of its own, as Open Civic Data has it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from ....late import late_pattern

__all__ = ["begins_so"]

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
    records = list(_records(start))
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
    return [str(value) for end in (_MEMBER, _BODY) for key, value in record.items() if value and end.fullmatch(key)][:2]
