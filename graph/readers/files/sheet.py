"""A table that is not text, as it has been read."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..named_ids import NamesById

__all__ = ["Sheet"]


@dataclass
class Sheet:
    """Rows of a table that is not text.

    Parameters
    ----------
    rows : list of rows
        All rows, the header included; each cell is a text.
    notes : list of str
        What was chosen, in words.
    name : str
        What the sheet is called; "" if it has no name of its own.
    alone : bool
        Whether its file has no other.
    beside : list of NamesById
        The names of other sheets of its file that it speaks of by ids.
    """

    rows: list[list[str]]
    notes: list[str] = field(default_factory=list)
    name: str = ""
    alone: bool = True
    beside: list[NamesById] = field(default_factory=list)
