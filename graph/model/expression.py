"""Set expressions over bodies: `CST and CIS DMC`, `(CST | GUUAM) - CIS`, `CIS but not CST`.

`and`, `&` bind closest; `or`, `|` and `but not`, `-` follow, from left to right. `but not` in words takes all
that follows it in its group: "CIS but not CST or GUUAM" leaves both out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..errors import InvalidRequest, UnknownName
from .entities import Entity
from .names import Names

__all__ = ["And", "AtLeast", "Body", "Everyone", "Expression", "Minus", "Or", "bodies_of", "parse_expression"]


@dataclass(frozen=True)
class Body:
    """The members of one body."""

    entity: Entity

    def __str__(self) -> str:
        return self.entity.short


@dataclass(frozen=True)
class And:
    """What is in both."""

    left: Expression
    right: Expression

    def __str__(self) -> str:
        return f"{_grouped(self.left, And)} and {_grouped(self.right, And)}"


@dataclass(frozen=True)
class Or:
    """What is in either."""

    left: Expression
    right: Expression

    def __str__(self) -> str:
        return f"{_grouped(self.left, Or)} or {_grouped(self.right, Or)}"


@dataclass(frozen=True)
class Minus:
    """What is in the first and not in the second."""

    left: Expression
    right: Expression

    def __str__(self) -> str:
        return f"{_grouped(self.left, Minus)} but not {_grouped(self.right)}"


@dataclass(frozen=True)
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


@dataclass(frozen=True)
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


def parse_expression(text: str, names: Names) -> Expression:
    """Parse a set expression; names may have spaces and need no quotes.

    Raises UnknownName or InvalidRequest, which say what stands where a body was expected.

    >>> import blocs
    >>> str(parse_expression("(CST | GUUAM) - Collective Security Treaty", blocs.load().names))
    '(CST or GUUAM) but not CST'
    """
    return _Parser(text, names).parse()


_TOKEN = re.compile(r"\s*([()&|]|[^\s()&|]+)")
_AND, _OR, _MINUS = {"and", "&"}, {"or", "|"}, {"-", "−", "–", "minus", "without", "except"}
_RESERVED = _AND | _OR | _MINUS | {"not", "but", "(", ")"}


_SIGNS = re.compile(r"[()&|,\"]|(?<!\S)[-−–*]|[-−–](?!\S)|^\W+$")
_QUOTED = re.compile(r"[\"“]([^\"“”]+)[\"”]")


def _may_be_a_name(words: list[str]) -> bool:
    """Words such as "and" may stand within a name, signs such as "-" may not."""
    outer = {words[0].lower(), words[-1].lower()}
    return not outer & _RESERVED and all(any(c.isalnum() for c in word) for word in words)


class _Parser:
    """Recursive descent over words; where a body may stand, the longest name wins."""

    def __init__(self, text: str, names: Names) -> None:
        self.names = names
        self.written: dict[str, Entity] = {}
        self.words = _TOKEN.findall(self._with_signs(text).replace(",", " "))
        self.at = 0

    def _with_signs(self, text: str) -> str:
        """The text with a single word for each name that has signs in it, or stands between quotes."""
        found: dict[str, Entity] = {}
        for entity in self.names.entities:
            if entity.kind == "body":
                for name in (entity.label, entity.abbreviation, *entity.aliases):
                    if name and (_SIGNS.search(name) or name.split(" ")[0].casefold() in _RESERVED):
                        found[" ".join(name.split()).casefold()] = entity
        for name in sorted(found, key=len, reverse=True):
            whole = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE)
            text = whole.sub(lambda match, entity=found[name]: self._word(entity), " ".join(text.split()))  # type: ignore[misc]
        return _QUOTED.sub(lambda match: self._quoted(match[1]), text)

    def _quoted(self, name: str) -> str:
        known = name.strip()
        return f" {known} " if known in self.written else self._word(self.names.find(known, ("body",)))

    def _word(self, entity: Entity) -> str:
        word = f"body{len(self.written)}\x00"
        self.written[word] = entity
        return f" {word} "

    def parse(self) -> Expression:
        if not self.words:
            raise InvalidRequest("no body was named; for example: blocs who CST and CIS DMC")
        result = self.union()
        if self.at < len(self.words):
            rest = " ".join(self.words[self.at :])
            raise InvalidRequest(f"{rest!r} cannot follow here; join bodies with and, or, but not, - and ( )")
        return result

    def peek(self, ahead: int = 0) -> str:
        at = self.at + ahead
        return self.words[at].lower() if at < len(self.words) else ""

    def union(self) -> Expression:
        left = self.intersection()
        while True:
            if self.peek() in _OR:
                self.at += 1
                left = Or(left, self.intersection())
            elif self.peek() in _MINUS:
                self.at += 1
                left = Minus(left, self.intersection())
            elif self.peek() in ("but", "and", "&") and self.peek(1) == "not":
                self.at += 2
                return Minus(left, self.union())
            elif self.peek() == "not":
                self.at += 1
                return Minus(left, self.union())
            else:
                return left

    def intersection(self) -> Expression:
        left = self.operand()
        while self.peek() in _AND and self.peek(1) != "not":
            self.at += 1
            left = And(left, self.operand())
        return left

    def operand(self) -> Expression:
        if self.peek() == "(":
            self.at += 1
            inner = self.union()
            if self.peek() != ")":
                raise InvalidRequest("a '(' is not closed")
            self.at += 1
            return inner
        if self.peek() in ("both", "either", "the") and not self.names.matches(self.peek()):
            self.at += 1
            return self.operand()
        return self.body()

    def body(self) -> Body:
        if self.at < len(self.words) and self.words[self.at] in self.written:
            self.at += 1
            return Body(self.written[self.words[self.at - 1]])
        rest = self.words[self.at : self.at + self.names.longest + 2]
        for length in range(len(rest), 0, -1):
            name = " ".join(rest[:length])
            if _may_be_a_name(rest[:length]) and self.names.matches(name):
                self.at += length
                return Body(self.names.find(name, ("body",)))
        raise self._unknown()

    def _unknown(self) -> InvalidRequest:
        words = []
        for word in self.words[self.at :]:
            if word.lower() in _RESERVED:
                break
            words.append(word)
        if not words:
            found = repr(self.words[self.at]) if self.at < len(self.words) else "the end"
            return InvalidRequest(f"a body was expected before {found}; for example: blocs who CST and CIS DMC")
        name = " ".join(words)
        return UnknownName(name, "body", self.names.near(name, ("body",)), "see: blocs list bodies")
