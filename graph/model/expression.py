"""Set expressions over bodies, as data: `CST and CIS DMC`, `(CST | GUUAM) - CIS`. They print as they are read."""

from __future__ import annotations

from dataclasses import field
from itertools import compress, product

from ..frozen import frozen
from .entities import Entity
from .expression_words import quoted_if_misread

__all__ = ["And", "AtLeast", "Body", "Everyone", "Expression", "Minus", "Or", "bodies_of", "same_set"]


@frozen
class Body:
    """The members of one body.

    Parameters
    ----------
    entity : Entity
        The body.
    name : str, optional
        What it is called where the expression is printed; by default its short name.
    """

    entity: Entity
    name: str = field(default="", compare=False)

    def __str__(self) -> str:
        return self.name or quoted_if_misread(self.entity.short)


@frozen
class And:
    """What is in both."""

    left: Expression
    right: Expression

    def __str__(self) -> str:
        return f"{_grouped(self.left, And)} and {_grouped(self.right, And)}"


@frozen
class Or:
    """What is in either."""

    left: Expression
    right: Expression

    def __str__(self) -> str:
        return f"{_grouped(self.left, Or)} or {_grouped(self.right, Or)}"


@frozen
class Minus:
    """What is in the first and not in the second."""

    left: Expression
    right: Expression

    def __str__(self) -> str:
        return f"{_grouped(self.left, Minus)} but not {_grouped(self.right)}"


@frozen
class AtLeast:
    """What is in at least so many of the bodies; `most` bounds from above; no bodies: of all that there are."""

    least: int
    most: int | None
    bodies: tuple[Body, ...]

    def __str__(self) -> str:
        if self.most is None:
            count = f"at least {self.least}"
        elif self.least == self.most:
            count = f"exactly {self.least}"
        else:
            count = f"at most {self.most}"
        if not self.bodies:
            return f"{count} {'body' if count.endswith(' 1') else 'bodies'}"
        return f"{count} of {', '.join(map(str, self.bodies))}"


@frozen
class Everyone:
    """All states of the graph: what "not in CST" is taken from."""

    def __str__(self) -> str:
        return "all states"


Expression = Everyone | Body | And | Or | Minus | AtLeast


def _grouped(part: Expression, *same: type) -> str:
    return str(part) if isinstance(part, (Body, Everyone, *same)) else f"({part})"


def bodies_of(expression: Expression) -> list[Entity]:
    """The bodies that an expression names, each once, in order."""
    match expression:
        case Everyone():
            return []
        case Body(entity):
            return [entity]
        case AtLeast(bodies=bodies):
            return list(dict.fromkeys(body.entity for body in bodies))
        case And(left, right) | Or(left, right) | Minus(left, right):
            return list(dict.fromkeys(bodies_of(left) + bodies_of(right)))


def same_set(one: Expression, other: Expression) -> bool:
    """Whether two expressions of the same bodies mean the same set, whoever is in them.

    >>> from blocs import load
    >>> from blocs.graph.model.expression_reading import parse_expression
    >>> names = load().names
    >>> same_set(*(parse_expression(text, names) for text in ("CIS - CST - GUUAM", "CIS - (GUUAM | CST)")))
    True
    """
    bodies = bodies_of(one)
    if set(bodies) != set(bodies_of(other)):
        return False
    cases = (frozenset(compress(bodies, bits)) for bits in product((False, True), repeat=len(bodies)))
    return all(_holds(one, case) == _holds(other, case) for case in cases)


def _holds(expression: Expression, within: frozenset[Entity]) -> bool:
    """Whether somebody who is in these bodies and no others is in a set."""
    match expression:
        case Everyone():
            return True
        case Body(entity):
            return entity in within
        case AtLeast(least, most, bodies):
            count = sum(body.entity in within for body in bodies)
            return least <= count and (most is None or count <= most)
        case And(left, right):
            return _holds(left, within) and _holds(right, within)
        case Or(left, right):
            return _holds(left, within) or _holds(right, within)
        case Minus(left, right):
            return _holds(left, within) and not _holds(right, within)
