"""Questions of roles: observers, associates, "members and observers", and whoever is in what as which."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.roles import ANY_ROLE, FULL, ROLES
from ..composing import members
from ..language.form import Context, Form
from ..language.patterns import Found
from ..language.reading import Reading, slot
from ..logic.logical_form import Among, Contains, Entities, Exists, MemberOf, Question
from ..slots.subjects import asked_period

__all__ = ["FORMS", "ROLE_NOUNS", "in_a_role"]

ROLE_NOUNS: dict[str, tuple[str, ...]] = {
    FULL: ("full member", "full members", "full member states"),
    "associate": (
        "associate", "associates", "associate member", "associate members", "associated states", "associate states",
        "associate state", "associated members", "associated member", "associate member states",
    ),
    "observer": ("observer", "observers", "observer state", "observer states", "observer member", "observer members"),
}  # fmt: skip
"""What those are called who are in a body in a role."""

_MEMBERS = ("members", "member states", "full members", "member")

_ROLE_OF = {noun: role for role, nouns in {**ROLE_NOUNS, FULL: _MEMBERS}.items() for noun in nouns}
_NOUNS = tuple(_ROLE_OF)
_ROLE_NAMED = {noun: role for role, nouns in ROLE_NOUNS.items() for noun in nouns}
_NAMES = tuple(_ROLE_NAMED)


@slot("role_name")
def _role_name(reading: Reading, start: int) -> Iterator[tuple[str, int]]:
    """A role of members: "observers", "an associate member"; or several: "members and observers"."""
    yield from _several(reading, start)
    for begin in dict.fromkeys([*reading.any_of(start, "a", "an"), start]):
        yield from ((_ROLE_NAMED[noun], end) for noun, end in reading.said(begin, _NAMES))


def _several(reading: Reading, start: int) -> Iterator[tuple[str, int]]:
    """Roles in a list: "members, associates and observers"."""

    def more(found: frozenset[str], at: int, first: bool, last: bool) -> Iterator[tuple[frozenset[str], int]]:
        for noun, end in reading.said(at, _NOUNS):
            role = _ROLE_OF[noun]
            # "Associate members" are no list of associates and members.
            if role in found or (role == FULL and not first and not last):
                continue
            if last:
                yield found | {role}, end
            for link in reading.any_of(end, "and", "or", "as well as", "and or"):
                yield from more(found | {role}, link, False, True)
            if not last:
                yield from more(found | {role}, end, False, False)

    yield from ((joined(roles), end) for roles, end in more(frozenset(), start, True, False))


def joined(roles: frozenset[str]) -> str:
    """Some roles as one that can be asked for.

    >>> joined(frozenset({"observer", "full"})), joined(frozenset(ROLES))
    ('full+observer', 'any')
    """
    return ANY_ROLE if len(roles) == len(ROLES) else "+".join(role for role in ROLES if role in roles)


def in_a_role(context: Context, found: Found) -> Question | None:
    """The members of a role."""
    return members(found["set"], asked_period(context, found), "", found["role_name"])


def _of_role_and_in(context: Context, found: Found) -> Question | None:
    """The members of a role that are also in another set."""
    period = asked_period(context, found)
    with_role = Among(found["base_of_role"], period, found["role_name"])
    return Entities((with_role, MemberOf(found["set"], period)))


def _any_of_role(context: Context, found: Found) -> Question | None:
    return Exists(members(found["set"], asked_period(context, found), "", found["role_name"]))


def _bodies(context: Context, found: Found) -> Question | None:
    """The bodies that somebody is in in a role."""
    return Entities((Contains(found["members"], asked_period(context, found), role=found["role_name"]),))


_IN = "[ {BE} / {HAVE} / {DO} ]"

FORMS = [
    Form("{ASK} [ {THE} ] <role_name> ( of / in ) <base_of_role:bare> {IN} <set> [ <time> ]", _of_role_and_in),
    Form("{ASK} [ {THE} ] <base_of_role:bare> <role_name> {IN} <set> [ <time> ]", _of_role_and_in),
    Form("{ASK} [ {THE} ] <role_name> ( {DO} / {HAVE} ) <set> have [ <time> ]", in_a_role),
    Form("{ASK} [ {THE} ] <role_name> {BE} [ there ] ( in / of / at ) <set> [ <time> ]", in_a_role),
    Form("{OPEN} [ {BE} ] [ {THE} ] <role_name> ( of / in / to / at ) <set> [ <time> ]", in_a_role, "who are the observers of BODY"),
    Form("{OPEN} [ {BE} ] <set> ( 's / ' / ) <role_name> [ <time> ]", in_a_role),
    Form("{OPEN} [ {BE} ] [ {THE} ] <role_name> ( of / in ) <base_of_role:bare> ( {THAT} {BE} [ {ALSO} ] ( {MEMBER} <set> / <set:bare> {NOUN} ) ) [ <time> ]", _of_role_and_in),
    Form("{ASK} <set> <role_name> ( are / were ) there [ <time> ]", in_a_role),
    Form("( {DO} / {HAVE} ) <set> [ have / has ] [ any ] <role_name> [ <time> ]", _any_of_role),
    Form("{BE} there [ any ] <role_name> ( in / of / at ) <set> [ <time> ]", _any_of_role),
    Form("( in / of / at / to ) {ASK} <bodies> {BE} <members> <role_name> [ <time> ]", _bodies, "in which bodies is STATE an observer"),
    Form("{ASK} <bodies> {BE} <members> <role_name> [ of / in / to / at ] [ <time> ]", _bodies),
    Form("( in / of / at / to ) {ASK} {BE} <members> <role_name> [ <time> ]", _bodies),
    Form("where {BE} <members> <role_name> [ <time> ]", _bodies),
    Form("{ASK} <bodies> {HAVE} <members> as <role_name> [ <time> ]", _bodies),
    Form("{ASK} <bodies> {DO} <members> have <role_name> ( status / membership ) ( in / with / of / at ) [ <time> ]", _bodies),
    Form("( in / of / at / to ) {ASK} <bodies> {DO} <members> have <role_name> ( status / membership ) [ <time> ]", _bodies),
]  # fmt: skip
