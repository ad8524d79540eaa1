"""Conditions on who is in what: in a period, since and until when, before others, how often and how long."""

from __future__ import annotations

from typing import ClassVar

from ...frozen import frozen
from ...model.dates import Period
from ...model.entities import Entity
from ...model.expression import Expression
from .comparing import Bound, Extreme, Than
from .restrictions import Among, Fact, NotOneOf, OfRegion, OneOf, Restriction

__all__ = [
    "OF_NAMED",
    "BusiestYear",
    "ByDate",
    "Contains",
    "ContainsAll",
    "FirstDate",
    "FirstMember",
    "FirstOf",
    "FirstTo",
    "InOrder",
    "Joined",
    "LastIn",
    "Left",
    "Link",
    "Linked",
    "LinkedTo",
    "Longest",
    "ManyLinks",
    "MemberOf",
    "Moment",
    "Throughout",
    "Times",
    "YearsIn",
    "YearsOfNumber",
    "YearsWhen",
]


@frozen
class MemberOf(Fact):
    """A member of a set of bodies in a period and a role; of one `kind` alone ("state", "person", "body"), or any if that is ""."""

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


@frozen
class ContainsAll(Fact):
    """A body that all members of a set are in, of which the set's own bodies are none."""

    kinds: ClassVar[tuple[str, ...] | None] = ("body",)
    expression: Expression
    period: Period


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
    With `same_year` both were in one year, in whatever order.
    """

    earlier: Joined | Left
    body: Entity
    later: Joined | Left
    other: Entity
    same_year: bool = False

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
    among: Among | OneOf | OfRegion | NotOneOf | None = None
    place: int = 1
    """Whose place it is, counted from the first, or from the last: those who came on the same date share theirs."""


@frozen
class FirstDate(Fact):
    """In `Dates`: when anybody first had such a link to a body, or for the last time."""

    link: Joined | Left
    body: Entity
    last: bool


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
    """The first body, or the last, to which a member had such a link; of some, if there are any."""

    kinds: ClassVar[tuple[str, ...] | None] = ("body",)
    link: Joined | Left | LastIn
    member: Entity
    last: bool
    among: OneOf | NotOneOf | None = None


@frozen
class ManyLinks(Fact):
    """A body by how many "members" have such a link to it, or a member of a `kind` by to how many "bodies" it has one."""

    link: Joined | Left | LastIn
    counted: str
    number: Bound | Extreme
    kind: str = ""


@frozen
class FirstMember(Fact):
    """Who was in a body in the first year, month or day in which anybody was, as far as the graph dates it."""

    body: Entity


@frozen
class YearsIn(Fact):
    """In `Number`: in how many of some years a member was in a body; or was `out` of it, once it had been in.

    Out of it is nobody in a year in which there is no such body, or no such member, or whose data are missing.
    """

    member: Entity
    body: Entity
    years: tuple[int, int]
    role: str = "full"
    out: bool = False


@frozen
class YearsWhen(Fact):
    """In `Dates`: those of some years in which a member was in a body, or `out` of it: see `YearsIn`."""

    member: Entity
    body: Entity
    years: tuple[int, int]
    role: str = "full"
    out: bool = False


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
    among: OneOf | OfRegion | NotOneOf | None = None
