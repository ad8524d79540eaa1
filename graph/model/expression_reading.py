"""Reading and printing set expressions: `CST and CIS DMC`, `(CST | GUUAM) - CIS`, `CIS but not CST`.

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
from itertools import takewhile

from ..errors import InvalidRequest, UnknownName
from .expression import And, AtLeast, Body, Everyone, Expression, Minus, Or
from .expression_words import (
    AND,
    AT_LEAST,
    EXCEPT,
    MINUS,
    OR,
    RESERVED,
    SKIPPED,
    quoted,
    quoted_if_misread,
    sign_to_quote,
    spelling,
    tokens_of,
)
from .naming.names import Names

__all__ = ["bracketed_parts", "parse_expression", "parts_of"]


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
        # A table may write one name with signs and without: all of it is the name then, as if it were quoted.
        if isinstance(problem, UnknownName) and '"' not in text and len(names.matches(text, ("body",))) == 1:
            return _printable(_parsed(f'"{text.strip()}"', names), names)
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
    brackets = [token.start for token in tokens_of(text) if token.text in ("(", ")")]
    if brackets:
        begun = takewhile(lambda part: part[0] <= brackets[0], parts_of(text, names))
        yield from (part for part in begun if part[1] > brackets[-1])


def _parsed(text: str, names: Names) -> Expression:
    names.expect_words([token.text for token in tokens_of(text)])
    if names.looked_up:
        # Names with signs in them only where there is no reading without.
        with suppress(InvalidRequest):
            return _Parser(text, names, signs=False).parse()
    return _Parser(text, names).parse()


_Readings = list[tuple[Expression, int]]
_MANY = 16  # readings of one part that are followed


class _Parser:
    """Recursive descent that follows every reading: where a body may stand, names of several lengths may begin.

    Each rule gives the readings from a token on, the one with the longest names first, each with the token behind it.
    """

    def __init__(self, text: str, names: Names, *, signs: bool = True, elsewhere: bool = False) -> None:
        self.text, self.names, self.signs, self.elsewhere = text, names, signs, elsewhere
        self.tokens = tokens_of(text)
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
        return 2 if self._word(at) in ("but", *AND) and self._word(at + 1) == "not" else 0

    def _union(self, at: int) -> Iterator[tuple[Expression, int]]:
        for left, behind in self._rule(self._intersection, at):
            yield from self._more(left, behind)

    def _more(self, left: Expression, at: int) -> Iterator[tuple[Expression, int]]:
        """What follows the left side of "or", "-" and "but not"."""
        word, negated = self._word(at), self._negated(at)
        if word in OR or word in MINUS:
            join: type[Or] | type[Minus] = Or if word in OR else Minus
            for right, behind in self._rule(self._intersection, at + 1):
                yield from self._more(join(left, right), behind)
        elif negated:
            for right, behind in self._rule(self._taken, at + negated):
                yield from self._more(Minus(left, right), behind)
        elif word in EXCEPT:
            for right, behind in self._rule(self._excepted, at + 1):
                yield from self._more(Minus(left, right), behind)
        else:
            yield left, at

    def _taken(self, at: int) -> Iterator[tuple[Expression, int]]:
        """What "but not" takes away."""

        def more(left: Expression, at: int) -> Iterator[tuple[Expression, int]]:
            if self._word(at) not in OR:
                yield left, at
                return
            for right, behind in self._rule(self._conjunction, at + 1):
                yield from more(Or(left, right), behind)

        for left, behind in self._rule(self._conjunction, at):
            yield from more(left, behind)

    def _excepted(self, at: int) -> Iterator[tuple[Expression, int]]:
        """What "except" and "without" leave out: each that is listed, whichever word joins them."""

        def more(left: Expression, at: int) -> Iterator[tuple[Expression, int]]:
            if self._word(at) not in (*AND, *OR) or self._negated(at):
                yield left, at
                return
            for right, behind in self._rule(self._operand, at + 1):
                yield from more(Or(left, right), behind)

        for left, behind in self._rule(self._operand, at):
            yield from more(left, behind)

    def _intersection(self, at: int) -> Iterator[tuple[Expression, int]]:
        """Operands joined by "and" and "and not"."""

        def more(left: Expression, at: int) -> Iterator[tuple[Expression, int]]:
            if self._word(at) not in AND:
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
            if self._word(at) not in AND or self._negated(at):
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
        if self._word(at) in SKIPPED:
            yield from self._rule(self._operand, at + 1)
        elif (self._word(at), self._word(at + 1)) == ("all", "states"):
            yield Everyone(), at + 2
        elif match := AT_LEAST.match(" ".join(self._word(at + each) for each in range(4))):
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
            if self._word(at) in (*AND, *OR) and not self._negated(at):
                at += 1
            for one, behind in self._rule(self._operand, at):
                if isinstance(one, Body):
                    comma = self.tokens[behind - 1].comma
                    joined = self._word(behind) in (*AND, *OR) and not self._negated(behind)
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
        signs = any(token.quoted or token.word in RESERVED for token in tokens)
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
            and spelling(tokens) not in (spelling(tokens_of(written)) for written in self.names.written_as(text))
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
        while end < len(self.tokens) and self._word(end) not in RESERVED:
            end += 1
        if end == at:
            found = repr(self.tokens[at].text) if at < len(self.tokens) else "the end"
            if self._word(at) == "not":
                return InvalidRequest("'not' needs a set to take from; write: all states but not …")
            way = (sign_to_quote(self.text) if found == "the end" else "") or "for example: blocs who CST and CIS DMC"
            return InvalidRequest(f"a body was expected before {found}; {way}")
        name = self.text[self.tokens[at].start : self.tokens[end - 1].end]
        return UnknownName(name, "body", self.names.near(name, ("body",)), self.names.where_listed("bodies"))


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
    return str(_renamed(expression, lambda body: quoted(body.entity.short)))


def _canonical(expression: Expression) -> str:
    """What tells two readings apart: `A and (B and C)` is the same as `A and B and C`."""
    return str(_renamed(expression, lambda body: f"<{body.entity.iri}>"))


def _printable(expression: Expression, names: Names) -> Expression:
    """The expression with names by which it is read as itself again."""

    def own(body: Body) -> str:
        """The first of a body's names that is no other's."""
        entity = body.entity
        for name in (entity.short, entity.label, entity.id):
            if [one.iri for one in names.matches(name, ("body",))] == [entity.iri]:
                return name
        return f"<{entity.iri}>"

    for quote in (quoted_if_misread, quoted):
        printable = _renamed(expression, lambda body, quote=quote: quote(own(body)))  # type: ignore[misc]
        try:
            if _canonical(_parsed(str(printable), names)) == _canonical(expression):
                break
        except InvalidRequest:
            continue
    return printable


def _of_itself(expression: Expression) -> bool:
    """Whether a part of an expression takes a body and the same body together, or the one from the other."""
    if not isinstance(expression, And | Or | Minus):
        return False
    sides = expression.left, expression.right
    return _canonical(sides[0]) == _canonical(sides[1]) or any(map(_of_itself, sides))
