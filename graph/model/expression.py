"""Set expressions over bodies: `CST and CIS DMC`, `(CST | GUUAM) - CIS`, `CIS but not CST`.

`and`, `&` and `and not` bind closest; `or`, `|`, `-` and `but not` follow, from left to right. `but not` takes all that
follows it in its group up to the next `not` or `-`: "CIS but not CST or GUUAM" leaves both out. So do `without` and
`except`, which leave out all that is listed, also by "and": "CIS except CST and GUUAM" leaves both out.

Names have no need of quotes, whatever signs and words are in them: the longest name wins before signs and words are
read as operators. In quotation marks ("…" or '…') everything is part of a name. An expression prints in words that are
read as the same set.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import field, replace
from itertools import compress, product, takewhile

from ..errors import InvalidRequest, UnknownName
from ..frozen import frozen
from ..late import late_pattern
from .entities import Entity
from .names import Names, normal

__all__ = [
    "And",
    "AtLeast",
    "Body",
    "Everyone",
    "Expression",
    "Minus",
    "Or",
    "bodies_of",
    "bracketed_parts",
    "parse_expression",
    "parts_of",
    "same_set",
]


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
        return self.name or _quoted_if_misread(self.entity.short)


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


def parse_expression(text: str, names: Names) -> Expression:
    """Parse a set expression.

    Parameters
    ----------
    text : str
        Names of bodies joined by and (&), or (|), but not (-), with parentheses; also "all states", "at least 2 of CST,
        GUUAM, CIS", "exactly 2 of …", "at most 2 of …".
    names : Names
        The names of a graph.

    Returns
    -------
    Expression
        The set. As a text it is read as the same set again.

    Raises
    ------
    UnknownName
        If there is no body where one is expected.
    InvalidRequest
        If the text is no expression, or can be read in two ways.

    >>> import blocs
    >>> names = blocs.load().names
    >>> str(parse_expression("(CST | GUUAM) - Collective Security Treaty", names))
    '(CST or GUUAM) but not CST'
    >>> str(parse_expression("CIS and not CST and not 'GUUAM'", names))
    'CIS but not CST but not GUUAM'
    """
    try:
        parsed = _parsed(text, names)
    except InvalidRequest as problem:
        # The names of the graph come first; only what cannot be read by them is read by those of the lists.
        if names.elsewhere is None:
            raise
        try:
            parsed = _Parser(text, names, elsewhere=True).parse()
        except InvalidRequest:
            raise problem from None
    return _printable(parsed, names)


def parts_of(text: str, names: Names) -> Iterator[tuple[int, int, Expression]]:
    """The parts of a text that are expressions of several bodies, from left to right, the longest first.

    Parameters
    ----------
    text : str
        A text, a question for example.
    names : Names
        The names of a graph.

    Yields
    ------
    tuple of int, int and Expression
        Where the part begins and ends, and what it says.

    >>> import blocs
    >>> [(start, str(found)) for start, _, found in parts_of("who is in CIS - (CST | GUUAM)?", blocs.load().names)]
    [(10, 'CIS but not (CST or GUUAM)'), (16, 'CST or GUUAM'), (17, 'CST or GUUAM')]
    """
    parser = _Parser(text, names)
    for start, token in enumerate(parser.tokens):
        for found, end in sorted(parser.readings_from(start), key=lambda reading: -reading[1]):
            if not isinstance(found, Body):
                yield token.start, parser.tokens[end - 1].end, _printable(found, names)


def bracketed_parts(text: str, names: Names) -> Iterator[tuple[int, int, Expression]]:
    """The parts of a text that are expressions and hold all of its brackets; those that belong to a name are none.

    See `parts_of` for the parameters and what is yielded.

    >>> import blocs
    >>> [(start, str(found)) for start, _, found in bracketed_parts("in CIS - (CST | GUUAM)?", blocs.load().names)]
    [(3, 'CIS but not (CST or GUUAM)'), (9, 'CST or GUUAM')]
    """
    brackets = [token.start for token in _tokens(text) if token.text in ("(", ")")]
    if brackets:
        begun = takewhile(lambda part: part[0] <= brackets[0], parts_of(text, names))
        yield from (part for part in begun if part[1] > brackets[-1])


def same_set(one: Expression, other: Expression) -> bool:
    """Whether two expressions of the same bodies mean the same set, whoever is in them.

    >>> from blocs import load
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


def _parsed(text: str, names: Names) -> Expression:
    names.expect_words([token.text for token in _tokens(text)])
    if names.looked_up:
        # Names with signs in them only where there is no reading without.
        with suppress(InvalidRequest):
            return _Parser(text, names, signs=False).parse()
    return _Parser(text, names).parse()


# Words and signs

_TOKEN = late_pattern(
    r"""(?P<space>[\s,]+)
      | (?P<quoted>(?<![^\s,(&|-])(?:"[^"]*"|'[^']*'|“[^”]*”|‘[^’]*’)(?![^\s,)&|-]))
      | (?P<sign>[()&|])
      | (?P<word>[^\s,()&|]+)""",
    re.VERBOSE,
)
_AND, _OR, _MINUS, _EXCEPT = {"and", "&"}, {"or", "|"}, {"-", "−", "–", "minus"}, {"without", "except"}
_OPERATORS = {word: sign for sign, words in (("&", _AND), ("|", _OR), ("-", _MINUS)) for word in words}
_RESERVED = {*_OPERATORS, *_EXCEPT, "not", "but", "(", ")"}
_SKIPPED = ("both", "either", "the")
_AT_LEAST = late_pattern(r"(at least|at most|exactly) ([0-9]+) (of|body|bodies)")


@frozen
class _Token:
    text: str
    start: int
    end: int
    comma: bool
    """Whether a comma follows."""

    @property
    def quoted(self) -> bool:
        return len(self.text) > 1 and self.text[0] + self.text[-1] in ('""', "''", "“”", "‘’")

    @property
    def word(self) -> str:
        """The word or sign as an operator is compared; "" for a quoted name."""
        return "" if self.quoted else self.text.lower()


def _tokens(text: str) -> list[_Token]:
    found: list[_Token] = []
    for match in _TOKEN.finditer(text):
        if match.lastgroup != "space":
            found.append(_Token(match[0], match.start(), match.end(), False))
        elif found and "," in match[0]:
            found[-1] = replace(found[-1], comma=True)
    return found


def _spelling(tokens: list[_Token]) -> tuple[str, ...]:
    """A name with the signs and words that mean something here kept, for comparing."""

    def part(token: _Token) -> str:
        if token.quoted:
            return f'"{normal(token.text)}"'
        return (
            "except"
            if token.word in _EXCEPT
            else _OPERATORS.get(token.word, token.word if token.text in "()" else normal(token.text))
        )

    return tuple(map(part, tokens))


def _quoted_if_misread(name: str) -> str:
    """A name in quotation marks, if some word or sign of it would be read as something else than a name."""
    tokens = _tokens(name)
    plain = not any(token.word in _RESERVED or token.quoted or token.comma for token in tokens)
    if plain and tokens and name.lower() != "all states" and not _AT_LEAST.match(name.lower()):
        return name
    return _quoted(name)


def _quoted(name: str) -> str:
    marks = next((pair for pair in ('""', "''", "“”") if not set(pair) & set(name)), "")
    return f"{marks[0]}{name}{marks[1]}" if marks else name


# Reading

_Readings = list[tuple[Expression, int]]
_MANY = 16  # readings of one part that are followed


class _Parser:
    """Recursive descent that follows every reading: where a body may stand, names of several lengths may begin.

    Each rule gives the readings from a token on, the one with the longest names first, each with the token behind it.
    """

    def __init__(self, text: str, names: Names, *, signs: bool = True, elsewhere: bool = False) -> None:
        self.text, self.names, self.signs, self.elsewhere = text, names, signs, elsewhere
        self.tokens = _tokens(text)
        self.furthest, self.problem = -1, InvalidRequest("")
        self._known: dict[tuple[str, int], _Readings] = {}

    def parse(self) -> Expression:
        if not self.tokens:
            raise InvalidRequest("no body was named; for example: blocs who CST and CIS DMC")
        readings = []
        for reading, end in self._rule(self._union, 0):
            if end == len(self.tokens):
                readings.append(reading)
            else:
                rest = self.text[self.tokens[end].start :]
                what = f"{rest!r} cannot follow here; join bodies with and, or, but not, - and ( )"
                self._fail(end, InvalidRequest(what))
        distinct = list({_canonical(reading): reading for reading in reversed(readings)}.values())[::-1]
        if not distinct:
            raise self.problem
        # "EU – European Union" is a name with its abbreviation, not a body without itself.
        distinct = [reading for reading in distinct if not _of_itself(reading)] or distinct
        if len(distinct) > 1:
            ways = " or as ".join(_explicit(reading) for reading in distinct[:2])
            raise InvalidRequest(f"{self.text!r} can be read as {ways}; put names in quotation marks")
        return distinct[0]

    def readings_from(self, at: int) -> _Readings:
        """The readings of what begins at a token, each with the token behind it."""
        return self._rule(self._union, at)

    def _rule(self, rule: Callable[[int], Iterator[tuple[Expression, int]]], at: int) -> _Readings:
        """The readings that a rule gives from a token on."""
        key = rule.__name__, at
        if key not in self._known:
            self._known[key] = list(dict.fromkeys(rule(at)))[:_MANY]
        return self._known[key]

    def _fail(self, at: int, problem: InvalidRequest) -> None:
        if at > self.furthest:
            self.furthest, self.problem = at, problem

    def _word(self, at: int) -> str:
        return self.tokens[at].word if at < len(self.tokens) else ""

    def _negated(self, at: int) -> int:
        """How many words "but not", "and not" or "not" are at a place; 0 if it is none of them."""
        if self._word(at) == "not":
            return 1
        return 2 if self._word(at) in ("but", *_AND) and self._word(at + 1) == "not" else 0

    def _union(self, at: int) -> Iterator[tuple[Expression, int]]:
        for left, behind in self._rule(self._intersection, at):
            yield from self._more(left, behind)

    def _more(self, left: Expression, at: int) -> Iterator[tuple[Expression, int]]:
        """What follows the left side of "or", "-" and "but not"."""
        word, negated = self._word(at), self._negated(at)
        if word in _OR or word in _MINUS:
            join: type[Or] | type[Minus] = Or if word in _OR else Minus
            for right, behind in self._rule(self._intersection, at + 1):
                yield from self._more(join(left, right), behind)
        elif negated:
            for right, behind in self._rule(self._taken, at + negated):
                yield from self._more(Minus(left, right), behind)
        elif word in _EXCEPT:
            for right, behind in self._rule(self._excepted, at + 1):
                yield from self._more(Minus(left, right), behind)
        else:
            yield left, at

    def _taken(self, at: int) -> Iterator[tuple[Expression, int]]:
        """What "but not" takes away."""

        def more(left: Expression, at: int) -> Iterator[tuple[Expression, int]]:
            if self._word(at) not in _OR:
                yield left, at
                return
            for right, behind in self._rule(self._conjunction, at + 1):
                yield from more(Or(left, right), behind)

        for left, behind in self._rule(self._conjunction, at):
            yield from more(left, behind)

    def _excepted(self, at: int) -> Iterator[tuple[Expression, int]]:
        """What "except" and "without" leave out: each that is listed, whichever word joins them."""

        def more(left: Expression, at: int) -> Iterator[tuple[Expression, int]]:
            if self._word(at) not in (*_AND, *_OR) or self._negated(at):
                yield left, at
                return
            for right, behind in self._rule(self._operand, at + 1):
                yield from more(Or(left, right), behind)

        for left, behind in self._rule(self._operand, at):
            yield from more(left, behind)

    def _intersection(self, at: int) -> Iterator[tuple[Expression, int]]:
        """Operands joined by "and" and "and not"."""

        def more(left: Expression, at: int) -> Iterator[tuple[Expression, int]]:
            if self._word(at) not in _AND:
                yield left, at
                return
            negated = self._word(at + 1) == "not"
            for right, behind in self._rule(self._operand, at + 1 + negated):
                yield from more(Minus(left, right) if negated else And(left, right), behind)

        for left, behind in self._rule(self._operand, at):
            yield from more(left, behind)

    def _conjunction(self, at: int) -> Iterator[tuple[Expression, int]]:
        """Operands joined by "and" only."""

        def more(left: Expression, at: int) -> Iterator[tuple[Expression, int]]:
            if self._word(at) not in _AND or self._negated(at):
                yield left, at
                return
            for right, behind in self._rule(self._operand, at + 1):
                yield from more(And(left, right), behind)

        for left, behind in self._rule(self._operand, at):
            yield from more(left, behind)

    def _operand(self, at: int) -> Iterator[tuple[Expression, int]]:
        found = False
        for length in range(min(len(self.tokens) - at, 2 * self.names.longest + 2), 0, -1):
            if (body := self._name(at, at + length)) is not None:
                found = True
                yield body, at + length
        if self._word(at) == "(":
            found = True
            for inner, behind in self._rule(self._union, at + 1):
                if self._word(behind) == ")":
                    yield inner, behind + 1
                else:
                    self._fail(behind, InvalidRequest("a '(' is not closed"))
        if found:
            return
        if self._word(at) in _SKIPPED:
            yield from self._rule(self._operand, at + 1)
        elif (self._word(at), self._word(at + 1)) == ("all", "states"):
            yield Everyone(), at + 2
        elif match := _AT_LEAST.match(" ".join(self._word(at + each) for each in range(4))):
            yield from self._counted(match, at)
        elif at > self.furthest:  # to look for names that are near takes time
            self._fail(at, self._unknown(at))

    def _counted(self, match: re.Match[str], at: int) -> Iterator[tuple[Expression, int]]:
        """`at least 2 of CST, GUUAM, CIS`, or `at least 2 bodies`."""
        number = int(match[2])
        least, most = {"at least": (number, None), "exactly": (number, number), "at most": (1, number)}[match[1]]
        at += len(match[0].split())
        if match[3] != "of":
            yield AtLeast(least, most, ()), at
            return

        def listed(bodies: tuple[Body, ...], at: int) -> Iterator[tuple[tuple[Body, ...], int]]:
            if self._word(at) in (*_AND, *_OR) and not self._negated(at):
                at += 1
            for one, behind in self._rule(self._operand, at):
                if isinstance(one, Body):
                    comma = self.tokens[behind - 1].comma
                    joined = self._word(behind) in (*_AND, *_OR) and not self._negated(behind)
                    if comma or joined:
                        yield from listed((*bodies, one), behind)
                    else:
                        yield (*bodies, one), behind

        for bodies, behind in listed((), at):
            yield AtLeast(least, most, bodies), behind

    def _name(self, start: int, end: int) -> Body | None:
        """The body that some tokens name; None if they name none."""
        tokens = self.tokens[start:end]
        if len(tokens) == 1 and tokens[0].quoted:
            text = tokens[0].text[1:-1]
            return self._found(text, start)
        text = self.text[tokens[0].start : tokens[-1].end]
        signs = any(token.quoted or token.word in _RESERVED for token in tokens)
        if signs and not self.signs:
            return None
        if (
            not self.names.matches(text)
            and text.strip("<>") not in self.names.by_iri
            and not self._known_elsewhere(text)
        ):
            return None
        if (
            signs
            and text[:1] != "<"
            and _spelling(tokens) not in (_spelling(_tokens(written)) for written in self.names.written_as(text))
        ):
            return None
        return self._found(text, start)

    def _known_elsewhere(self, text: str) -> bool:
        return self.elsewhere and self.names.elsewhere is not None and bool(self.names.elsewhere(text, ("body",)))

    def _found(self, text: str, at: int) -> Body | None:
        try:
            return Body(self.names.find(text, ("body",)))
        except InvalidRequest as problem:
            # Weightier than what is said of the words behind, unless they are read otherwise.
            self._fail(at + 1, problem)
            return None

    def _unknown(self, at: int) -> InvalidRequest:
        end = at
        while end < len(self.tokens) and self._word(end) not in _RESERVED:
            end += 1
        if end == at:
            found = repr(self.tokens[at].text) if at < len(self.tokens) else "the end"
            if self._word(at) == "not":
                return InvalidRequest("'not' needs a set to take from; write: all states but not …")
            return InvalidRequest(f"a body was expected before {found}; for example: blocs who CST and CIS DMC")
        name = self.text[self.tokens[at].start : self.tokens[end - 1].end]
        return UnknownName(name, "body", self.names.near(name, ("body",)), self.names.where_listed("bodies"))


# Printing


def _renamed(expression: Expression, name: Callable[[Body], str]) -> Expression:
    match expression:
        case Body(entity):
            return Body(entity, name(expression))
        case AtLeast(least, most, bodies):
            return AtLeast(least, most, tuple(Body(body.entity, name(body)) for body in bodies))
        case And(left, right) | Or(left, right) | Minus(left, right):
            return type(expression)(_renamed(left, name), _renamed(right, name))
    return expression


def _explicit(expression: Expression) -> str:
    """An expression with all its names in quotation marks."""
    return str(_renamed(expression, lambda body: _quoted(body.entity.short)))


def _canonical(expression: Expression) -> str:
    """What tells two readings apart: `A and (B and C)` is the same as `A and B and C`."""
    return str(_renamed(expression, lambda body: f"<{body.entity.iri}>"))


def _of_itself(expression: Expression) -> bool:
    """Whether a part of an expression takes a body and the same body together, or the one from the other."""
    if not isinstance(expression, And | Or | Minus):
        return False
    sides = expression.left, expression.right
    return _canonical(sides[0]) == _canonical(sides[1]) or any(map(_of_itself, sides))


def _printable(expression: Expression, names: Names) -> Expression:
    """The expression with names by which it is read as itself again."""

    def own(body: Body) -> str:
        """The first of a body's names that is no other's."""
        entity = body.entity
        for name in (entity.short, entity.label, entity.id):
            if [one.iri for one in names.matches(name, ("body",))] == [entity.iri]:
                return name
        return f"<{entity.iri}>"

    for quote in (_quoted_if_misread, _quoted):
        printable = _renamed(expression, lambda body, quote=quote: quote(own(body)))  # type: ignore[misc]
        try:
            if _canonical(_parsed(str(printable), names)) == _canonical(expression):
                break
        except InvalidRequest:
            continue
    return printable
