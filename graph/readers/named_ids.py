"""What one table calls by its ids, for others that have only the ids."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..errors import InvalidRequest

__all__ = ["NamesById", "OnlyBodies"]


class OnlyBodies(InvalidRequest):
    """A table of bodies that says of nobody that he is in them; beside one of memberships it is left out."""


@dataclass(frozen=True)
class NamesById:
    """What one table calls by its ids.

    Parameters
    ----------
    where : str
        The file or the sheet.
    column : str
        The column of its ids.
    label : str
        The column of its names.
    names : mapping of str to str
        The names by the ids.
    """

    where: str
    column: str
    label: str
    names: Mapping[str, str]
