"""Conditions on numbers: of members and bodies, what two have in common, what is the mean."""

from __future__ import annotations

from ...frozen import frozen
from ...model.dates import Period
from ...model.entities import Entity
from .comparing import Bound, Extreme, Place
from .deed_conditions import ShareOf
from .restrictions import Among, Fact, NotOneOf, OfNoun, OneOf

__all__ = ["Average", "Difference", "Grown", "PairWith", "SharesWith", "Similarity", "Tally"]


@frozen
class SharesWith(Fact):
    """A member by the bodies that it shares with another, or a body by members ("state", "body": its `kind`).

    The `measure` is "shared", how many they share, or "jaccard", how large a part of what either has.
    """

    kind: str
    other: Entity
    measure: str
    number: Bound | Extreme | Place
    period: Period
    among: tuple[Among | OneOf | NotOneOf | OfNoun, ...] = ()


@frozen
class PairWith(Fact):
    """One of the two members, or bodies, that have the most in common of all pairs; see `SharesWith`."""

    kind: str
    measure: str
    number: Extreme | Place
    period: Period
    among: tuple[Among | OneOf | NotOneOf | OfNoun, ...] = ()


@frozen
class Tally:
    """How many `counted` something has, or several have in common: "members" of bodies, or "bodies" of members."""

    of: tuple[Entity, ...]
    counted: str
    period: Period
    role: str = "full"


@frozen
class Difference(Fact):
    """How much larger one number is than another."""

    more: Tally | ShareOf
    less: Tally | ShareOf
    either_way: bool = False
    """Whether it is asked how much two differ, whichever is larger."""


@frozen
class Average(Fact):
    """The mean of how many `counted` each has, or the `median`: "members" of the bodies that have any, "bodies" of the members of any."""

    counted: str
    period: Period
    role: str = "full"
    among: tuple[Among | OneOf | NotOneOf | OfNoun, ...] = ()
    median: bool = False


@frozen
class Grown(Fact):
    """A body by how many members it had more at one time than at an `earlier`; a member of a `kind` by the bodies it was in.

    Only what had some at both times is compared. "The most" is the largest growth, "the fewest" the largest loss: each
    of one at least.
    """

    counted: str
    earlier: Period
    later: Period
    number: Extreme | Place | Bound
    kind: str = ""


@frozen
class Similarity(Fact):
    """How similar two are: the Jaccard index of their memberships, or their members."""

    a: Entity
    b: Entity
    period: Period
