"""What a question asks, as data: the conditions on what is asked for, and the kind of answer that is wanted.

Builders of forms make these and nothing else. `sparql` writes the queries of a question, `restatement` its words; a new
condition is a class here, its pattern there and its words there. `restrictions` and `comparing` have the smallest parts, and
`composing` makes questions of others.

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

from ..frozen import frozen
from ..model.dates import Period
from ..model.entities import Entity
from ..model.expression import Expression
from .comparing import Bound, Extreme, Order, Place, Than
from .restrictions import (
    After,
    Among,
    Before,
    During,
    FirstEvent,
    InPlace,
    Is,
    NotOneOf,
    NotUnrepresented,
    OfKind,
    OfNoun,
    OneOf,
    Planned,
    Really,
    Restriction,
    SaidWith,
    StatementOf,
)

__all__ = [
    "OF_NAMED",
    "After",
    "Aged",
    "All",
    "Among",
    "AnyOf",
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
    "FirstEvent",
    "FirstMember",
    "FirstTo",
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
    "NoShare",
    "NotOneOf",
    "NotSo",
    "NotUnrepresented",
    "Number",
    "Numbered",
    "OfKind",
    "OfNoun",
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
    "Than",
    "Throughout",
    "Timed",
    "Times",
    "TookPart",
    "Whether",
    "YearsBetween",
    "YearsIn",
    "YearsOfNumber",
    "YesNo",
    "conditions_of",
    "period_of",
]  # fmt: skip


# Conditions that an answer rests on


@frozen
class Fact:
    """A condition that facts of the graph meet: what an answer rests on."""

    kinds: ClassVar[tuple[str, ...] | None] = ()


@frozen
class MemberOf(Fact):
    """A member of a set of bodies in a period and a role; states alone if `kind` is "state"."""

    expression: Expression
    period: Period
    kind: str = ""
    role: str = "full"


@frozen
class Contains(Fact):
    """A body that all of some members are in, and none of some others."""

    kinds: ClassVar[tuple[str, ...] | None] = ("body",)
    members: tuple[Entity, ...]
    period: Period
    without: tuple[Entity, ...] = ()
    role: str = "full"


# What may be between a member and a body beside that it is in it at some time: an event of the membership, or a whole span


@frozen
class Joined:
    """Came to be a member, in a period; `again` if it had left before."""

    period: Period
    role: str = "full"
    again: bool = False


@frozen
class Left:
    """Was a member for the last time, in a period, though body and member went on; `for_good` if it never came back."""

    period: Period
    role: str = "full"
    for_good: bool = False


@frozen
class LastIn:
    """Was a member for the last time, in a period, whyever that was."""

    period: Period
    role: str = "full"


@frozen
class Throughout:
    """Was a member all through a period, which has two ends."""

    period: Period
    role: str = "full"


Link = Joined | Left | LastIn | Throughout
"""What may be between a member and a body."""


@frozen
class Linked(Fact):
    """A member with such a link to the bodies of a set: that joined A and B, or A but not B."""

    link: Link
    expression: Expression
    kind: str = ""


@frozen
class LinkedTo(Fact):
    """A body to which all of some members have such a link."""

    kinds: ClassVar[tuple[str, ...] | None] = ("body",)
    link: Link
    members: tuple[Entity, ...]


@frozen
class InOrder(Fact):
    """A member with such a link to one body before it had one to another: that left A before it joined B.

    Of two ends, or two beginnings, one is earlier than the other; who joined before leaving may do both in one year.
    """

    earlier: Joined | Left
    body: Entity
    later: Joined | Left
    other: Entity

    @property
    def strictly(self) -> bool:
        """Whether the same date twice is no order."""
        return not (isinstance(self.earlier, Joined) and isinstance(self.later, Left))


@frozen
class Moment(Fact):
    """In `Dates`: when a member had such a link to a body."""

    link: Joined | Left | LastIn
    member: Entity
    body: Entity


@frozen
class FirstTo(Fact):
    """Who was the first, or the last, with such a link to a body; of the members of a set, or of some, if there are any."""

    link: Joined | Left | LastIn
    body: Entity
    last: bool
    among: Among | OneOf | NotOneOf | None = None
    place: int = 1
    """Whose place it is, counted from the first, or from the last: those who came on the same date share theirs."""


@frozen
class ByDate(Restriction):
    """Leaves nobody out: those that answer come in the order of the dates of such a link to a body, and each has its date."""

    link: Joined | Left
    body: Entity
    latest_first: bool = False


OF_NAMED = OneOf(())
"""Stands for those that a question names elsewhere: "who joined earlier, A or B"."""


@frozen
class FirstOf(Fact):
    """The first body, or the last, to which a member had such a link."""

    kinds: ClassVar[tuple[str, ...] | None] = ("body",)
    link: Joined | Left | LastIn
    member: Entity
    last: bool


@frozen
class ManyLinks(Fact):
    """A body by how many "members" have such a link to it, or a member by to how many "bodies" it has one."""

    link: Joined | Left | LastIn
    counted: str
    number: Bound | Extreme


@frozen
class FirstMember(Fact):
    """Who was in a body in the first year, month or day in which anybody was, as far as the graph dates it."""

    body: Entity


@frozen
class YearsIn(Fact):
    """In `Number`: in how many of some years a member was in a body."""

    member: Entity
    body: Entity
    years: tuple[int, int]
    role: str = "full"


@frozen
class Times(Fact):
    """In `Number`: how many times a member joined or left a body."""

    link: Joined | Left
    member: Entity
    body: Entity


@frozen
class BusiestYear(Fact):
    """In `Dates`: the year in which the most joined or left a body; after its first year, if it is to have `grown`."""

    link: Joined | Left
    body: Entity
    grown: bool = False


@frozen
class YearsOfNumber(Fact):
    """In `Dates`: those of some years in which a body had so many "members", or a member so many "bodies".

    "The most" are those of all these years; of those that are found, the `end` is the "first", the "last", or "" for all.
    """

    one: Entity
    counted: str
    number: Bound | Extreme
    years: tuple[int, int]
    end: str = ""
    role: str = "full"


@frozen
class Longest(Fact):
    """Who was in a body in the most, or the fewest, of some years; in so many of them, or in more of them than another."""

    body: Entity
    years: tuple[int, int]
    number: Extreme | Bound | Than
    among: OneOf | NotOneOf | None = None


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
class TookPart(Fact):
    """Who took part in some event, or was absent from it."""

    kinds: ClassVar[tuple[str, ...] | None] = ("state", "body", "person", "group")
    events: tuple[Entity, ...]
    attended: bool = True


@frozen
class Attended(Fact):
    """An event that somebody took part in, or was absent from."""

    participant: Entity
    attended: bool = True


@frozen
class Organized(Fact):
    """Who organized an event that meets some conditions."""

    events: tuple[Condition, ...]


@frozen
class DealtWith(Fact):
    """What was dealt with at the meetings of somebody, or at some of them."""

    participant: Entity
    events: tuple[Entity, ...] = ()


@frozen
class Pact(Fact):
    """Who has promised something to a state in an alliance, as it has to them: a defense pact, for example."""

    kinds: ClassVar[tuple[str, ...] | None] = ("state",)
    state: Entity
    obligation: str
    period: Period


@frozen
class Related(Fact):
    """What a property leads to from one of some entities, or what it leads from if `inverse`.

    `planned` is whether these entities must be planned ones.
    """

    path: str
    entities: tuple[Entity, ...]
    inverse: bool = False
    planned: bool = False


@frozen
class Documents:
    """The documents that were signed: all that there are figures of, or those of an event, of a place, or one."""

    events: tuple[Entity, ...] = ()
    place: Entity | None = None
    document: Entity | None = None


ALL_DOCUMENTS = Documents()


@frozen
class Signed(Fact):
    """Who signed a share of some documents; `among` is what those meet of whom the most or fewest are looked for."""

    kinds: ClassVar[tuple[str, ...] | None] = ("state",)
    share: Bound | Extreme | Than
    documents: Documents = ALL_DOCUMENTS
    among: tuple[Among | OneOf | NotOneOf, ...] = ()


@frozen
class NoShare(Fact):
    """A state of whose signing there is no figure."""

    kinds: ClassVar[tuple[str, ...] | None] = ("state",)


@frozen
class ShareOf(Fact):
    """The share of some documents that a state signed, in percent."""

    state: Entity
    documents: Documents = ALL_DOCUMENTS


@frozen
class Numbered(Fact):
    """A body by how many `counted` ("members") it has, or a member by how many "bodies" it is in.

    `among` is what all meet that are compared, and so those that answer.
    """

    counted: str
    number: Order
    period: Period
    role: str = "full"
    among: tuple[Among | OneOf | NotOneOf | OfNoun | Contains | NotSo, ...] = ()


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
    """The mean of how many `counted` each has: "members" of the bodies that have any, "bodies" of the members of any."""

    counted: str
    period: Period
    role: str = "full"
    among: tuple[Among | OneOf | NotOneOf | OfNoun, ...] = ()


@frozen
class AverageShare(Fact):
    """The mean of the shares of documents that are given, of those who meet some conditions; in percent."""

    among: tuple[Among | OneOf | NotOneOf, ...] = ()


@frozen
class Similarity(Fact):
    """How similar two are: the Jaccard index of their memberships, or their members."""

    a: Entity
    b: Entity
    period: Period


@frozen
class Holds(Fact):
    """Who holds an office, of a state or body or of whichever."""

    office: Entity
    of: Entity | None = None


@frozen
class OfficeOf(Fact):
    """An office that somebody holds."""

    person: Entity


@frozen
class HasInOffice(Fact):
    """The state or body in which somebody holds an office, or whichever."""

    person: Entity
    office: Entity | None = None


@frozen
class HasOfficers(Fact):
    """A state that has officers in a body; or has none, if not `so`."""

    body: Entity
    so: bool = True


@frozen
class RepresentedIn(Fact):
    """A state represented in a body: by officers, or as a member of which nothing denies it."""

    body: Entity
    period: Period


@frozen
class LacksOfficers(Fact):
    """A body in which a state has no officers."""

    state: Entity


@frozen
class Said(Fact):
    """Who made one of some statements, by an act: "Proposal", "RulingOut", …"""

    act: str
    statements: tuple[Entity, ...]


@frozen
class SpokeAbout(Fact):
    """Who made a statement of some act about a subject."""

    act: str
    subject: Entity


Narrowing = (
    OfKind | OfNoun | Among | OneOf | NotOneOf | InPlace | During | After | Before | Planned
    | FirstEvent | Is | ByDate | NotUnrepresented | StatementOf | Really | SaidWith | NotSo
)  # fmt: skip
Timed = (
    FirstMember | YearsIn | Times | BusiestYear | YearsOfNumber | Longest | Existing | BeganIn | EndedIn | Lifetime
    | YearsExisting | YearsBetween
)  # fmt: skip
"""Conditions of beginnings, ends and durations."""
Asked = (
    MemberOf | Contains | Linked | LinkedTo | InOrder | Moment | FirstTo | FirstOf | ManyLinks | Timed | Aged | Portion | AnyOf | TookPart | Attended | Organized | DealtWith | Pact | Related | Signed | NoShare | ShareOf
    | Numbered | SharesWith | PairWith | Difference | Average | AverageShare | Similarity | Holds | OfficeOf | HasInOffice | HasOfficers | RepresentedIn | LacksOfficers | Said | SpokeAbout
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


def _period(conditions: Sequence[Condition]) -> Period | None:
    return next((period for c in conditions if (period := period_of(c)) is not None), None)


def period_of(condition: Condition) -> Period | None:
    """The period that a condition asks about, if it is one of memberships or existence."""
    match condition:
        case (
            MemberOf()
            | Contains()
            | Numbered()
            | SharesWith()
            | PairWith()
            | Average()
            | Similarity()
            | RepresentedIn()
            | Existing()
            | BeganIn()
            | EndedIn()
        ):
            return condition.period
        case Linked(link) | LinkedTo(link) | ManyLinks(link):
            return link.period
        case FirstTo(link) | FirstOf(link):
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
        return next((c for c in self.conditions if isinstance(c, MemberOf)), None)

    def such(self, *conditions: Condition) -> Entities:
        """The same question with more conditions."""
        return replace(self, conditions=(*self.conditions, *conditions))


def _kinds(condition: Condition) -> tuple[str, ...] | None:
    match condition:
        case OfKind(kind):
            return (kind,)
        case MemberOf(kind=kind):
            return ("state", "body") if kind == "" else ("state",)
        case Existing(kind):
            return (kind,)
        case Linked(kind=kind):
            return ("state", "body") if kind == "" else ("state",)
        case FirstTo() | Longest() | FirstMember() | InOrder():
            return ("state", "body")
        case Numbered(counted=counted) | ManyLinks(counted=counted):
            return ("body",) if counted == "members" else ("state",)
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
        return next((c for c in self.conditions if isinstance(c, MemberOf)), None)


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
