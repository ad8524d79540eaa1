"""How something is compared by a number of it: with a number, with another, or by its place among all."""

from __future__ import annotations

from ...frozen import frozen
from ...model.entities import Entity

__all__ = ["Bound", "Extreme", "Order", "Place", "Than"]


@frozen
class Extreme:
    """The most, or the fewest, of all that are compared.

    `of_named` is whether that is said of some that are named: "who is in more, A or B".
    """

    most: bool
    of_named: bool = False


@frozen
class Place:
    """A place in the order of all that are compared: up to that place ("the five largest"), or it alone ("second most")."""

    most: bool
    number: int
    alone: bool = False


@frozen
class Than:
    """More, less or as much as another ("more documents than A", "more members than B"): `sign` is ">", "<" or "="."""

    sign: str
    state: Entity


@frozen
class Bound:
    """Comparisons with numbers that all hold, each a sign and a number; or that do not all hold, if not `so`.

    `bare` is whether a number stands without a word that compares: who "did not sign 90 %" signed less.
    """

    tests: tuple[tuple[str, float], ...]
    so: bool = True
    bare: bool = False


Order = Bound | Extreme | Place | Than
"""How something is compared by a number of it."""
