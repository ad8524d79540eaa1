"""What a question asks, as data: the conditions on what is asked for, and the kind of answer that is wanted.

Builders of forms make these and nothing else. `sparql` writes the queries of a question, `restatement` its words; a new
condition is a class, its pattern there and its words there. The classes stand by what they are about: `membership_conditions`,
`lifetime_conditions`, `number_conditions` and `deed_conditions`; `restrictions` and `comparing` have the smallest parts,
and `composing` makes questions of others. All of them can be imported from here.

| question                        | logical form                                            |
| ------------------------------- | ------------------------------------------------------- |
| who attended the Baku meeting   | `Entities((TookPart(baku),))`                           |
| how many states are in CST      | `Count(Entities((MemberOf(CST, …),)))`                  |
| did Armenia sign half of them   | `Whether((armenia,), (Signed(half),))`                  |
| are there any … / are all …     | `Exists(Entities(…))` / `All(Entities(…), Entities(…))` |
| when was … / what share did …   | `Dates((Related(…),))` / `Number((ShareOf(armenia),))`  |
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import ClassVar

from ...frozen import frozen
from ...model.dates import Period
from ...model.entities import Entity
from .comparing import Bound, Extreme, Order, Place, Than
from .deed_conditions import (
    ALL_DOCUMENTS,
    Attended,
    AverageShare,
    DealtWith,
    Documents,
    HasInOffice,
    HasOfficers,
    Holds,
    LacksOfficers,
    NoShare,
    OfficeOf,
    Pact,
    Related,
    RepresentedIn,
    Said,
    ShareOf,
    Signed,
    SpokeAbout,
    TermDate,
    TookOffice,
    TookPart,
)
from .lifetime_conditions import BeganIn, EndedIn, Existing, Lifetime, YearsBetween, YearsExisting
from .membership_conditions import (
    OF_NAMED,
    BusiestYear,
    ByDate,
    Contains,
    ContainsAll,
    FirstDate,
    FirstMember,
    FirstOf,
    FirstTo,
    InOrder,
    Joined,
    LastIn,
    Left,
    Link,
    Linked,
    LinkedTo,
    Longest,
    ManyLinks,
    MemberOf,
    Moment,
    Throughout,
    Times,
    YearsIn,
    YearsOfNumber,
    YearsWhen,
)
from .number_conditions import Average, Difference, Grown, PairWith, SharesWith, Similarity, Tally
from .restrictions import (
    After,
    Among,
    Before,
    During,
    Fact,
    FirstEvent,
    InPlace,
    Is,
    NotOneOf,
    NotUnrepresented,
    OfKind,
    OfNoun,
    OfRegion,
    OneOf,
    Planned,
    Really,
    Restriction,
    SaidWith,
    StatementOf,
)

__all__ = [
    "ALL_DOCUMENTS",
    "OF_NAMED",
    "After",
    "Aged",
    "All",
    "Among",
    "AnyOf",
    "Asked",
    "Attended",
    "Average",
    "AverageShare",
    "Before",
    "BeganIn",
    "Bound",
    "BusiestYear",
    "ByDate",
    "Compare",
    "Condition",
    "Contains",
    "ContainsAll",
    "Count",
    "Dates",
    "DealtWith",
    "Difference",
    "Documents",
    "During",
    "EndedIn",
    "Entities",
    "Existing",
    "Exists",
    "Extreme",
    "Fact",
    "FirstDate",
    "FirstEvent",
    "FirstMember",
    "FirstOf",
    "FirstTo",
    "Grown",
    "HasInOffice",
    "HasOfficers",
    "Holds",
    "InOrder",
    "InPlace",
    "Is",
    "Joined",
    "LacksOfficers",
    "LastIn",
    "Left",
    "Lifetime",
    "Link",
    "Linked",
    "LinkedTo",
    "Longest",
    "ManyLinks",
    "MemberOf",
    "Moment",
    "Narrowing",
    "NoShare",
    "NotOneOf",
    "NotSo",
    "NotUnrepresented",
    "Number",
    "Numbered",
    "OfKind",
    "OfNoun",
    "OfRegion",
    "OfficeOf",
    "OneOf",
    "Order",
    "Organized",
    "Pact",
    "PairWith",
    "Place",
    "Planned",
    "Portion",
    "Question",
    "Really",
    "Related",
    "RepresentedIn",
    "Restriction",
    "Rows",
    "Said",
    "SaidWith",
    "ShareOf",
    "SharesWith",
    "Signed",
    "Similarity",
    "SpokeAbout",
    "StatementOf",
    "Tally",
    "TermDate",
    "Than",
    "Throughout",
    "Timed",
    "Times",
    "TookOffice",
    "TookPart",
    "Whether",
    "YearsBetween",
    "YearsExisting",
    "YearsIn",
    "YearsOfNumber",
    "YearsWhen",
    "YesNo",
    "conditions_of",
    "period_of",
]  # fmt: skip


# Conditions that are made of others


@frozen
class Aged(Fact):
    """A body by when it began, where "the most" is the oldest; or by how many years it lasted, if it is so `measured`.

    A body that exists lasts until the last of the `years` of the data. `among` is what all meet that are compared. A
    bound is one of years that a body lasted.
    """

    kinds: ClassVar[tuple[str, ...] | None] = ("body",)
    number: Extreme | Than | Bound
    years: tuple[int, int]
    measured: bool = False
    among: tuple[OneOf | NotOneOf | OfNoun | Contains | Existing | NotSo, ...] = ()


@frozen
class Portion(Fact):
    """In `Number`: how many percent of all that answer one question answer another."""

    of: Entities
    such: Entities


@frozen
class AnyOf(Fact):
    """Whatever meets one of some conditions: "in 1999 or in 2004"."""

    conditions: tuple[Asked, ...]


@frozen
class NotSo(Restriction):
    """Whatever does not meet a condition that facts meet."""

    condition: Asked


@frozen
class Organized(Fact):
    """Who organized an event that meets some conditions."""

    events: tuple[Condition, ...]


@frozen
class Numbered(Fact):
    """A body by how many `counted` ("members") it has, or a member of a `kind` by how many "bodies" it is in.

    `among` is what all meet that are compared, and so those that answer.
    """

    counted: str
    number: Order
    period: Period
    role: str = "full"
    among: tuple[Among | OneOf | NotOneOf | OfNoun | Contains | NotSo, ...] = ()
    kind: str = ""


Narrowing = (
    OfKind | OfNoun | Among | OneOf | NotOneOf | InPlace | During | After | Before | Planned
    | FirstEvent | Is | ByDate | NotUnrepresented | StatementOf | Really | SaidWith | NotSo
)  # fmt: skip
Timed = (
    FirstMember | YearsIn | YearsWhen | Times | BusiestYear | YearsOfNumber | Longest | Existing | BeganIn | EndedIn | Lifetime
    | YearsExisting | YearsBetween
)  # fmt: skip
"""Conditions of beginnings, ends and durations."""
Asked = (
    MemberOf | Contains | ContainsAll | Linked | LinkedTo | InOrder | Moment | FirstDate | FirstTo | FirstOf | ManyLinks | Timed | Aged | Portion | AnyOf | TookPart | Attended | Organized | DealtWith | Pact | Related | Signed | NoShare | ShareOf
    | Numbered | Grown | SharesWith | PairWith | Difference | Average | AverageShare | Similarity | Holds | TermDate | TookOffice | OfficeOf | HasInOffice | HasOfficers | RepresentedIn | LacksOfficers | Said | SpokeAbout
)  # fmt: skip
Condition = Narrowing | Asked
"""A condition on one entity, date or number: what is asked for."""


# Questions


@frozen
class Rows:
    """A question for all that meets some conditions at once; what kind of thing that is, its subclasses say."""

    conditions: tuple[Condition, ...]

    @property
    def period(self) -> Period | None:
        """The period at which memberships are read, if the question is one of memberships."""
        return _period(self.conditions)


def _membership(conditions: Sequence[Condition]) -> MemberOf | None:
    return next((condition for condition in conditions if isinstance(condition, MemberOf)), None)


def _period(conditions: Sequence[Condition]) -> Period | None:
    return next((period for c in conditions if (period := period_of(c)) is not None), None)


def period_of(condition: Condition) -> Period | None:
    """The period that a condition asks about, if it is one of memberships or existence."""
    match condition:
        case (
            MemberOf()
            | Contains()
            | ContainsAll()
            | Numbered()
            | SharesWith()
            | PairWith()
            | Average()
            | Similarity()
            | RepresentedIn()
            | Existing()
            | BeganIn()
            | EndedIn()
            | Pact()
        ):
            return condition.period
        case Linked(link) | LinkedTo(link) | ManyLinks(link):
            return link.period
        case FirstTo(link) | FirstOf(link) | FirstDate(link):
            return link.period
        case AnyOf(conditions):
            return _period(conditions)
        case NotSo(inner):
            return period_of(inner)
    return None


@frozen
class Entities(Rows):
    """A question that entities answer."""

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of entities that can answer, if they can be named one by one ("besides Russia"); else ()."""
        kinds: set[str] | None = None
        for condition in self.conditions:
            said = _kinds(condition)
            if said is not None:
                kinds = set(said) if kinds is None else kinds & set(said)
        return tuple(sorted(kinds or ()))

    @property
    def membership(self) -> MemberOf | None:
        """The set of bodies whose members answer, if that is what is asked."""
        return _membership(self.conditions)

    def such(self, *conditions: Condition) -> Entities:
        """The same question with more conditions."""
        return replace(self, conditions=(*self.conditions, *conditions))


_ANY_MEMBER = ("state", "body", "person", "group", "place")
"""Whoever may be a member of a body."""


def _kinds(condition: Condition) -> tuple[str, ...] | None:
    match condition:
        case OfKind(kind):
            return (kind,)
        case Existing(kind):
            return (kind,)
        case Numbered(counted="members") | Grown(counted="members") | ManyLinks(counted="members"):
            return ("body",)
        case MemberOf(kind=kind) | Linked(kind=kind) | Numbered(kind=kind) | Grown(kind=kind) | ManyLinks(kind=kind):
            return (kind,) if kind else _ANY_MEMBER
        case FirstTo() | Longest() | FirstMember() | InOrder() | Holds() | TookOffice():
            return _ANY_MEMBER
        case SharesWith(kind=kind) | PairWith(kind=kind):
            return (kind,)
    return condition.kinds


@frozen
class Dates(Rows):
    """A question that dates answer."""


@frozen
class Number(Rows):
    """A question that a figure answers, in percent."""


@frozen
class Count:
    """How many entities another question has."""

    of: Entities


@frozen
class Exists:
    """Whether a question has any answer."""

    of: Entities


@frozen
class All:
    """Whether all that answer one question answer another; of nobody nothing is so."""

    of: Entities
    such: Entities


@frozen
class Whether:
    """Whether all of some entities meet some conditions: yes, no, or that nothing says so."""

    subjects: tuple[Entity, ...]
    conditions: tuple[Condition, ...]

    @property
    def period(self) -> Period | None:
        """The period at which memberships are read, if the question is one of memberships."""
        return _period(self.conditions)

    @property
    def membership(self) -> MemberOf | None:
        """The set of bodies that is asked of, if the question is one of membership."""
        return _membership(self.conditions)


@frozen
class Compare:
    """Whether one number is more than another, less, or the same: `sign` is ">", "<", "=", ">=" or "<="."""

    left: Tally
    sign: str
    right: Tally


YesNo = Exists | All | Whether | Compare
Question = Entities | Dates | Number | Count | Exists | All | Whether | Compare


def conditions_of(question: Question) -> tuple[Condition, ...]:
    """Every condition of a question, also of the parts that it is made of."""
    match question:
        case Count(of) | Exists(of):
            conditions = of.conditions
        case All(of, such):
            conditions = (*of.conditions, *such.conditions)
        case Whether(_, conditions):
            pass
        case Entities(conditions) | Dates(conditions) | Number(conditions):
            pass
        case Compare():
            conditions = ()
    return tuple(_flat(conditions))


def _flat(conditions: Sequence[Condition]) -> Iterator[Condition]:
    for condition in conditions:
        match condition:
            case AnyOf(inner):
                yield from _flat(inner)
            case NotSo(denied):
                yield from (condition, denied)
            case _:
                yield condition
