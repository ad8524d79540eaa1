"""What is counted and compared, in words: the most members, as many as another, the most in common."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from ..kinds_of_members import plural_of
from ..logic.logical_form import (
    Among,
    Average,
    AverageShare,
    Bound,
    Condition,
    Contains,
    Difference,
    Extreme,
    Grown,
    NotOneOf,
    NotSo,
    Numbered,
    OfNoun,
    OfRegion,
    OneOf,
    Order,
    PairWith,
    Place,
    ShareOf,
    SharesWith,
    Similarity,
    Tally,
    Than,
)
from .phrased import SIGNS, Phrased, at_period, documents_of, named, ordinal, set_of

__all__ = ["comparing", "quantity", "role_words", "said_compared", "said_of_counts", "tallied"]


def said_of_counts(
    condition: Numbered | Grown | SharesWith | PairWith | Difference | Average | AverageShare | Similarity,
) -> Phrased:
    """A condition of numbers in words."""
    match condition:
        case Numbered():
            return _numbered(condition)
        case Grown():
            return _grown(condition)
        case SharesWith():
            return _shares_with(condition)
        case PairWith():
            return _pair_with(condition)
        case Difference(more, less, True):
            return Phrased("difference", clause=f"between {quantity(more)} and {quantity(less)}")
        case Difference(more, less):
            return Phrased("how much larger", clause=f"{quantity(more)} is than {quantity(less)}")
        case Average():
            return _average(condition)
        case AverageShare(among):
            by = f" by {_of_those(among)}" if among else ""
            return Phrased("average share", clause=f"of the documents signed{by}, where it is given")
        case Similarity(a, b, period):
            which = "members" if a.kind == "body" else "bodies that they are in"
            return Phrased(
                "similarity",
                clause=f"of {named((a, b))} by the {which} (Jaccard index: shared / in either){at_period(period)}",
            )
        case _:
            assert_never(condition)


def _numbered(condition: Numbered) -> Phrased:
    of_bodies = condition.counted == "members"
    noun, have = ("bodies", "[has|have]") if of_bodies else (plural_of(condition.kind), "[is|are] in")
    counted = _counted_as(condition.counted, condition.role)
    number = _order(condition.number, counted, noun)
    if of_bodies or condition.role == "full":
        verb = f"{have} {number}"
    else:
        verb = f"{have} {number} as {_counted_as('members', condition.role)}"
    return Phrased(noun, f"{verb}{at_period(condition.period)}{comparing(condition.among)}")


def _grown(condition: Grown) -> Phrased:
    noun, counted = ("bodies", "members") if condition.counted == "members" else (plural_of(condition.kind), "bodies")
    before, after = condition.earlier, condition.later
    match condition.number:
        case Bound(((sign, limit),)):
            did = f"{'grew' if sign == '>=' else 'shrank'} by at least {abs(limit):g} {counted}"
        case Place(most, number, False):
            did = f"{'grew' if most else 'shrank'} the most (the first {number} {noun})"
        case other:
            did = f"{'grew' if isinstance(other, Extreme) and other.most else 'shrank'} the most"
    return Phrased(
        noun, f"{did} between {before} and {after}, of those with {counted} in both: by their number of {counted}"
    )


def _counted_as(counted: str, role: str) -> str:
    return role_words(role) if counted == "members" else "bodies"


def role_words(role: str) -> str:
    """The members of a role, as a noun."""
    known = {"full": "members", "any": "members, associates and observers", "full+associate": "members and associates"}
    return known.get(role, " and ".join(f"{'member' if one == 'full' else one}s" for one in role.split("+")))


def _order(order: Order, counted: str, noun: str) -> str:
    """A place in an order, in words.

    >>> _order(Place(most=True, number=3, alone=True), "members", "bodies"), _order(Place(True, 5), "bodies", "states")
    ('the third most members', 'the most bodies (the first 5 states)')
    """
    match order:
        case Extreme(most):
            return f"{'the most' if most else 'the fewest'} {counted}"
        case Place(most, number, True):
            return f"the {ordinal(number)} {'most' if most else 'fewest'} {counted}"
        case Place(most, number):
            return f"{'the most' if most else 'the fewest'} {counted} (the first {number} {noun})"
        case Than(sign, state):
            return f"{_COMPARED[sign]} {counted} {'as' if sign == '=' else 'than'} {state.short}"
        case Bound(tests, so):
            said = " and ".join(f"{'fewer than' if sign == '<' else SIGNS[sign]} {limit:g}" for sign, limit in tests)
            return f"{'' if so else 'not '}{said} {counted}"


_COMPARED = {">": "more", "<": "fewer", "=": "as many", ">=": "at least as many", "<=": "at most as many"}


def _of_those(among: Iterable[Condition]) -> str:
    """Those among whom something is compared.

    >>> from ...model.entities import Entity
    >>> _of_those((NotOneOf((Entity("i:a", "a", "A", "state"),)),))
    'all but A'
    """
    parts = []
    for condition in among:
        match condition:
            case OneOf(entities):
                parts.append(named(entities))
            case NotOneOf(entities):
                parts.append(f"all but {named(entities)}")
            case Among(expression):
                parts.append(set_of(expression, "members"))
            case Contains(members):
                parts.append(f"bodies with {named(members)}")
            case NotSo(Contains(members)):
                parts.append(f"bodies without {named(members)}")
            case OfRegion(noun):
                parts.append(f"states within {noun}")
            case OfNoun(noun):
                parts.append(noun if noun.endswith("s") else f"{noun}s")
    return ", ".join(parts)


def comparing(among: Iterable[Condition]) -> str:
    those = _of_those(among)
    return f", comparing {those}" if those else ""


def _shares_with(condition: SharesWith) -> Phrased:
    noun, what = plural_of(condition.kind), "members" if condition.kind == "body" else "bodies"
    other, when = condition.other.short, f"{at_period(condition.period)}{comparing(condition.among)}"
    if condition.measure == "shared":
        return Phrased(noun, f"[shares|share] {_order(condition.number, what, noun)} with {other}{when}")
    if condition.number == Bound((("=", 1),)):
        return Phrased(noun, f"[has|have] exactly the {what} of {other}{when}")
    return Phrased(noun, f"[is|are] {_alike(condition.number, noun)} {other} by their {what} (Jaccard index){when}")


def _alike(order: Order, noun: str) -> str:
    match order:
        case Extreme(most):
            return "most similar to" if most else "least similar to"
        case Place(most, number, alone):
            how = "most similar" if most else "least similar"
            return f"the {ordinal(number)} {how} to" if alone else f"{how} (the first {number} {noun}) to"
        case Bound(tests):
            return f"similar by {' and '.join(f'{SIGNS[sign]} {limit:g}' for sign, limit in tests)} to"
    return "similar to"


def _pair_with(condition: PairWith) -> Phrased:
    noun, what = plural_of(condition.kind), "members" if condition.kind == "body" else "bodies"
    when = f"{at_period(condition.period)}{comparing(condition.among)}"
    pairs = f"the two {noun} that"
    if isinstance(condition.number, Place):
        number = condition.number.number
        pairs = (
            f"the {ordinal(number)} two {noun} that"
            if condition.number.alone
            else f"the first {number} pairs of {noun} that"
        )
    if condition.measure == "shared":
        return Phrased(pairs, clause=f"have the most {what} in common{when}")
    return Phrased(pairs, clause=f"are most similar by their {what} (Jaccard index){when}")


def _average(condition: Average) -> Phrased:
    counted = _counted_as(condition.counted, condition.role)
    of = "body that has any" if condition.counted == "members" else "state that is in any"
    return Phrased(
        "median number" if condition.median else "average number",
        clause=f"of {counted} per {of}{at_period(condition.period)}{comparing(condition.among)}",
    )


def quantity(of: Tally | ShareOf) -> str:
    """What is counted or measured, in words.

    >>> from ...model.dates import Period
    >>> from ...model.entities import Entity
    >>> quantity(Tally((Entity("i:a", "a", "A", "body"),), "members", Period("2001", "2001")))
    'the number of members of A, as of 2001'
    """
    if isinstance(of, ShareOf):
        return f"the share of {documents_of(of.documents)} that {of.state.label} signed"
    return f"the number of {tallied(of)}"


def tallied(of: Tally) -> str:
    """What is counted, in words."""
    those = named(of.of)
    if of.counted == "members":
        common = "" if len(of.of) == 1 else "common "
        return f"{common}{role_words(of.role)} of {those}{at_period(of.period)}"
    are = "is" if len(of.of) == 1 else "are both" if len(of.of) == 2 else "are all"
    role = "" if of.role == "full" else f" as {role_words(of.role)}"
    return f"bodies that {those} {are} in{role}{at_period(of.period)}"


def said_compared(left: Tally, sign: str, right: Tally) -> str:
    """Two numbers compared: what differs between them is said twice, the rest once."""
    how = {">": "is more than", "<": "is less than", "=": "is the same as", ">=": "is at least", "<=": "is at most"}[
        sign
    ]
    return f"{quantity(left)}, {how} {quantity(right)}"
