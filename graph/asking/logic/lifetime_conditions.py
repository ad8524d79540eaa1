"""Conditions on when bodies and states existed: since when, until when, how long."""

from __future__ import annotations

from typing import ClassVar

from ...frozen import frozen
from ...model.dates import Period
from ...model.entities import Entity
from .membership_conditions import Moment
from .restrictions import Fact

__all__ = ["BeganIn", "EndedIn", "Existing", "Lifetime", "YearsBetween", "YearsExisting"]


@frozen
class Existing(Fact):
    """A "body" that existed in a period, or a "state" of the state system of that time.

    A body of which the graph does not say when it existed did so while it had a member, in whatever role.
    """

    kind: str
    period: Period


@frozen
class BeganIn(Fact):
    """A body that began in a period."""

    kinds: ClassVar[tuple[str, ...] | None] = ("body",)
    period: Period


@frozen
class EndedIn(Fact):
    """A body that ended in a period."""

    kinds: ClassVar[tuple[str, ...] | None] = ("body",)
    period: Period


@frozen
class Lifetime(Fact):
    """In `Dates`: when a body or a state began, or ended."""

    one: Entity
    ended: bool = False


@frozen
class YearsExisting(Fact):
    """In `Number`: how many years a body or state lasted, from its beginning to its end or the last of some years."""

    one: Entity
    years: tuple[int, int]


@frozen
class YearsBetween(Fact):
    """In `Number`: how many years lie between two moments, whichever came first: that Spain joined A, and that it joined B."""

    moment: Moment
    other_moment: Moment
