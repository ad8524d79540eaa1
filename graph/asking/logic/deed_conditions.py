"""Conditions on what states and people do besides being members: events, documents, offices and statements."""

from __future__ import annotations

from typing import ClassVar

from ...frozen import frozen
from ...model.dates import ALWAYS, Period
from ...model.entities import Entity
from .comparing import Bound, Extreme, Than
from .restrictions import Among, Fact, NotOneOf, OneOf

__all__ = [
    "ALL_DOCUMENTS",
    "Attended",
    "AverageShare",
    "DealtWith",
    "Documents",
    "HasInOffice",
    "HasOfficers",
    "Holds",
    "LacksOfficers",
    "NoShare",
    "OfficeOf",
    "Pact",
    "Related",
    "RepresentedIn",
    "Said",
    "ShareOf",
    "Signed",
    "SpokeAbout",
    "TermDate",
    "TookOffice",
    "TookPart",
]


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
class AverageShare(Fact):
    """The mean of the shares of documents that are given, of those who meet some conditions; in percent."""

    among: tuple[Among | OneOf | NotOneOf, ...] = ()


@frozen
class Holds(Fact):
    """Who holds one of some offices of one name, of a state or body or of whichever: by a post, or as a member in that role.

    Posts that give no dates are those of the graph's own date: `undated` is whether they count in the period.
    """

    offices: tuple[Entity, ...]
    of: Entity | None = None
    period: Period = ALWAYS
    undated: bool = True


@frozen
class TermDate(Fact):
    """In `Dates`: when somebody came to hold one of some offices of one name, or held it for the last time (`ended`)."""

    holder: Entity
    offices: tuple[Entity, ...]
    of: Entity | None = None
    ended: bool = False


@frozen
class TookOffice(Fact):
    """Who came to hold one of some offices of one name in a period, or held it for the last time (`ended`)."""

    offices: tuple[Entity, ...]
    of: Entity | None
    within: Period
    ended: bool = False


@frozen
class OfficeOf(Fact):
    """An office that somebody holds, of a state or body or of whichever."""

    person: Entity
    of: Entity | None = None
    period: Period = ALWAYS
    undated: bool = True


@frozen
class HasInOffice(Fact):
    """The state or body in which somebody holds an office, or whichever."""

    person: Entity
    offices: tuple[Entity, ...] = ()
    period: Period = ALWAYS
    undated: bool = True


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
