"""What a question can mean: each form with its restatement in words and its one SPARQL query."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..dates import Period
from ..entities import Entity
from ..expression import Everyone, Expression, Minus, bodies_of
from ..membership import expression_pattern_of, membership_pattern
from ..source import values
from ..terms import prologue, sparql_term

__all__ = ["Count", "Question", "Select", "YesNo", "at", "exists", "members", "named", "shared_bodies"]


@dataclass(frozen=True)
class Select:
    """A question whose answer is rows: entities, numbers or dates.

    `pattern` binds `?variable`, the column that answers; `answer` is "entities", "percent", "number" or "dates";
    `grounds` is the pattern that finds `?fact`, what the answer rests on, beside the same variable; `missing` one
    that finds, as `?answer`, whatever has no figure. An `expression` is a set of bodies whose members answer.
    """

    understood: str
    pattern: str
    variable: str = "answer"
    answer: str = "entities"
    grounds: str = ""
    expression: Expression | None = None
    missing: str = ""
    period: Period | None = None
    role: str = "full"

    @property
    def query(self) -> str:
        """The query whose rows answer."""
        body = f"SELECT DISTINCT ?{self.variable} WHERE {{\n{self.pattern}\n}} ORDER BY ?{self.variable}"
        return prologue(body) + body


@dataclass(frozen=True)
class Count:
    """How many rows another question has."""

    of: Select

    @property
    def understood(self) -> str:
        """The question restated."""
        return f"how many: {self.of.understood}"

    @property
    def query(self) -> str:
        """The query that counts."""
        body = f"SELECT (COUNT(DISTINCT ?{self.of.variable}) AS ?answer) WHERE {{\n{self.of.pattern}\n}}"
        return prologue(body) + body


@dataclass(frozen=True)
class YesNo:
    """A question with three answers: yes, no, and that nothing says so.

    `grounds` is the pattern of the facts (`?fact`) that a yes rests on, `denial` of those that deny it, or "".
    """

    understood: str
    pattern: str
    grounds: str = ""
    denial: str = ""
    period: Period | None = None

    @property
    def query(self) -> str:
        """The query that says yes or no."""
        body = f"ASK {{\n{self.pattern}\n}}"
        return prologue(body) + body


Question = Select | Count | YesNo


def named(entities: Sequence[Entity], word: str = "and") -> str:
    """Labels in words.

    >>> from ..entities import Entity
    >>> named([Entity("i:a", "a", "A", "state"), Entity("i:b", "b", "B", "state"), Entity("i:c", "c", "C", "state")])
    'A, B and C'
    """
    labels = [entity.short for entity in entities]
    return f" {word} ".join([*([", ".join(labels[:-1])] if labels[1:] else []), *labels[-1:]])


def at(period: Period) -> str:
    """A period in words, after a restatement.

    >>> at(Period("1999", "1999")), at(Period("1990", "1995")), at(Period(None, None))
    (', as of 1999', ', during 1990:1995', ', at any time')
    """
    if period.start is None and period.end is None:
        return ", at any time"
    return f", {'as of' if period.start == period.end else 'during'} {period}"


_NO_STATE = "MINUS { ?member a org:Organization } MINUS { ?member a schema:Person }"


def members(expression: Expression, period: Period, kind: str = "", role: str = "full") -> Select:
    """Members of a set of bodies, of one kind where one was asked for."""
    pattern = expression_pattern_of(expression, "member", period, role)
    if kind == "state":
        pattern = f"{{ SELECT DISTINCT ?member WHERE {{\n{pattern}\n}} }}\n{_NO_STATE}"
    what = {"full": "members", "any": "members, associates and observers"}.get(role, f"{role}s")
    if kind == "state" and role == "full":
        what = "member states"
    match expression:
        case Minus(Everyone(), excluded):
            said = f"states that are not in {excluded}"
        case _:
            said = f"{what} of {expression}"
    return Select(f"{said}{at(period)}", pattern, "member", expression=expression, period=period, role=role)


def shared_bodies(
    states: Sequence[Entity], period: Period, without: Sequence[Entity] = (), role: str = "full"
) -> Select:
    """The bodies that all of some members are in, and none of some others."""
    parts = [
        membership_pattern(sparql_term(e.term), "?answer", period, role, number=str(i)) for i, e in enumerate(states, 1)
    ]
    for i, entity in enumerate(without, len(states) + 1):
        inner = membership_pattern(sparql_term(entity.term), "?answer", period, role, number=str(i))
        parts = [f"{{ SELECT DISTINCT ?answer WHERE {{\n{chr(10).join(parts)}\n}} }}\nMINUS {{ {inner} }}"]
    grounds = values("member", (e.term for e in states)) + "\n"
    grounds += membership_pattern("?member", "?answer", period, role, node="fact")
    who = named(states) + (f" {'is' if len(states) == 1 else 'are all' if len(states) > 2 else 'are both'} in")
    but = f" and {named(without, 'or')} {'is' if len(without) == 1 else 'are'} not in" if without else ""
    return Select(f"bodies that {who}{but}{at(period)}", "\n".join(parts), grounds=grounds, period=period, role=role)


def exists(found: Select) -> YesNo:
    """Whether a question has any row."""
    grounds = found.grounds or found.pattern
    if found.expression is not None:
        one = f"{{ SELECT DISTINCT ?{found.variable} WHERE {{\n{found.pattern}\n}} }}\n"
        bodies = values("body", (e.term for e in bodies_of(found.expression)))
        belongs = membership_pattern(
            f"?{found.variable}", "?body", found.period or Period(None, None), found.role, node="fact"
        )
        grounds = f"{one}{bodies}\n{belongs}"
    return YesNo(f"whether there are any: {found.understood}", found.pattern, grounds, "", found.period)
