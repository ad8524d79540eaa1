"""What a check finds in what could be imported."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ...rdf.source import AppliedLens
    from ...readers.report import Report

__all__ = ["Checked", "CheckedGraph"]


@dataclass(frozen=True)
class Checked:
    """What a table has: its rows, how many different memberships, members and bodies they name, and what was read.

    Parameters
    ----------
    rows, memberships, members, bodies : int
        How many there are.
    report : Report
        Which columns were read and which were not, and what was decided.
    """

    rows: int
    memberships: int
    members: int
    bodies: int
    report: Report


@dataclass(frozen=True)
class CheckedGraph:
    """What RDF files have: how many memberships, of how many members in how many bodies, and how they were read.

    Parameters
    ----------
    memberships, members, bodies : int
        How many there are.
    lenses : tuple of AppliedLens
        What turned them into the model.
    notes : tuple of str
        What could not be read of them.
    joined : tuple of str
        Which states are in the list of states, and which are not.
    """

    memberships: int
    members: int
    bodies: int
    lenses: tuple[AppliedLens, ...]
    notes: tuple[str, ...]
    joined: tuple[str, ...] = ()
