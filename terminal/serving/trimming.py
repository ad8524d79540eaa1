"""Answers cut to what an assistant can read, saying what was left out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

__all__ = ["trimmed"]

_SENTENCES = 5
"""How much evidence an entity keeps: a state of two centuries has hundreds of rows."""


def trimmed(value: dict[str, Any], limit: int, said: Sequence[str] = ()) -> dict[str, Any]:
    """An answer with at most `limit` items in each list that has its rows, and a few sentences for each of them.

    Parameters
    ----------
    value : dict
        The JSON of an answer.
    limit : int
        How many items a list keeps; 0 for all.
    said : sequence of str
        What was said beside the answer.

    Returns
    -------
    dict
        The answer; what was said and what was left out stand in its `notes`.

    Examples
    --------
    >>> trimmed({"results": [1, 2, 3]}, 2)
    {'results': [1, 2], 'notes': ['2 of 3 results are shown; a higher limit shows more.']}
    """
    notes: list[str] = [*value.get("notes", ()), *said]
    short = {key: _cut(part, key, limit, notes) for key, part in value.items() if key != "notes"}
    return short | ({"notes": list(dict.fromkeys(notes))} if notes else {})


def _cut(value: Any, name: str, limit: int, notes: list[str]) -> Any:
    if isinstance(value, dict):
        return {key: _cut(part, key, limit, notes) for key, part in value.items()}
    if not isinstance(value, list):
        return value
    most = _SENTENCES if name == "evidence" else limit
    if most and len(value) > most:
        more = f"{most} of {len(value)} {name} are shown"
        notes.append(
            f"{more} for an entity; `show` has its others."
            if name == "evidence"
            else f"{more}; a higher limit shows more."
        )
        value = value[:most]
    return [_cut(item, "", limit, notes) for item in value]
