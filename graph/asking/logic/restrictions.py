"""The two kinds of conditions, what an answer rests on and what only narrows; and all of the second kind.

A restriction says: of a kind, one of some, in a place, before a date.
"""

from __future__ import annotations

from typing import ClassVar

from ...frozen import frozen
from ...model.dates import Period
from ...model.entities import Entity
from ...model.expression import Expression

__all__ = [
    "After",
    "Among",
    "Before",
    "During",
    "Fact",
    "FirstEvent",
    "InPlace",
    "Is",
    "NotOneOf",
    "NotUnrepresented",
    "OfKind",
    "OfNoun",
    "OfRegion",
    "OneOf",
    "Planned",
    "Really",
    "Restriction",
    "SaidWith",
    "StatementOf",
]


@frozen
class Restriction:
    """A condition that only narrows: an answer does not rest on it."""

    kinds: ClassVar[tuple[str, ...] | None] = None
    """The kinds of the entities that meet it; None if it leaves that open, () if they are not named one by one."""


@frozen
class Fact:
    """A condition that facts of the graph meet: what an answer rests on."""

    kinds: ClassVar[tuple[str, ...] | None] = ()


@frozen
class OfKind(Restriction):
    """An entity of a kind: "state", "body", "event", "person", "conflict"."""

    kind: str


@frozen
class OfNoun(Restriction):
    """What a noun names ("treaties", "meetings"); `entities` are all that it names, None if it names any of a kind."""

    noun: str
    entities: tuple[Entity, ...] | None = None


@frozen
class OfRegion(OfNoun):
    """A state of a region of the world: `noun` is the region, and `entities` are all its states that the graph has."""


@frozen
class Among(Restriction):
    """A member of a set of bodies, in a role, where something else is asked of the members."""

    kinds: ClassVar[tuple[str, ...] | None] = ("state",)
    expression: Expression
    period: Period
    role: str = "full"
    of_this_date: bool = False
    """Whether the question says the date of these members themselves: "the members of 1966"."""


@frozen
class OneOf(Restriction):
    """One of the entities that the question names."""

    entities: tuple[Entity, ...]


@frozen
class NotOneOf(Restriction):
    """None of the entities that the question leaves out."""

    entities: tuple[Entity, ...]


@frozen
class InPlace(Restriction):
    """An event in a place."""

    place: Entity


@frozen
class During(Restriction):
    """An event within a period, dated at least as precisely as `precision` characters of a date."""

    period: Period
    precision: int = 0


@frozen
class After(Restriction):
    """An event after a date, or from it on if it is `included`."""

    date: str
    included: bool = False


@frozen
class Before(Restriction):
    """An event that begins before a date."""

    date: str


@frozen
class Planned(Restriction):
    """Something that is only planned; or, if not `so`, that is more than a plan."""

    so: bool = True


@frozen
class FirstEvent(Restriction):
    """The event, of those that meet some conditions, that was first, or last; `of_named` if they must be named."""

    kinds: ClassVar[tuple[str, ...] | None] = ("event",)
    last: bool
    among: tuple[OneOf | NotOneOf | OfNoun | InPlace | During | After | Before | Planned, ...] = ()
    of_named: bool = False


@frozen
class NotUnrepresented(Restriction):
    """A state of which the source does not say that it has no officers in a body."""

    body: Entity


@frozen
class StatementOf(Restriction):
    """A statement of some act: by somebody, at an event, about a subject, where these are given."""

    kinds: ClassVar[tuple[str, ...] | None] = ()
    act: str
    speaker: Entity | None = None
    events: tuple[Entity, ...] = ()
    subject: Entity | None = None


@frozen
class Is(Restriction):
    """The entity itself: what it is."""

    kinds: ClassVar[tuple[str, ...] | None] = ()
    entity: Entity


@frozen
class Really(Restriction):
    """Something of which it is not merely claimed that a property leads from it to an entity."""

    path: str
    entity: Entity


@frozen
class SaidWith(Restriction):
    """What a property leads to from an entity, or from if `inverse`, by a fact worded with one of some words."""

    path: str
    entity: Entity
    inverse: bool
    sort: str
    words: tuple[str, ...]
