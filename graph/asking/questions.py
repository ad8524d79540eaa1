"""What a question can mean: each form with its restatement in words and its one SPARQL query."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..dates import Period
from ..entities import Entity
from ..expression import Expression
from ..membership import members_query, membership_pattern
from ..source import values
from ..terms import prologue, sparql_term

__all__ = ["Count", "Question", "Select", "YesNo", "members", "shared_bodies"]


@dataclass(frozen=True, slots=True)
class Select:
    """A question whose answer is rows: entities, numbers or dates.

    `variable` is the column that answers; `answer` is "entities", "number", "percent" or "dates"; `grounds` is the
    pattern that finds `?fact`, what the answer rests on, beside the same variable.
    """

    understood: str
    query: str
    variable: str = "answer"
    answer: str = "entities"
    grounds: str = ""
    expression: Expression | None = None
    missing: str = ""


@dataclass(frozen=True, slots=True)
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
        head, _, body = self.of.query.partition("SELECT")
        inner = f"SELECT{body}".rsplit(" ORDER BY ", 1)[0]
        return f"{head}SELECT (COUNT(*) AS ?answer) WHERE {{ {{ {inner} }} }}"


@dataclass(frozen=True, slots=True)
class YesNo:
    """A question with three answers: yes, no, and that nothing says so.

    `denial` is the pattern of facts that deny it, or "".
    """

    understood: str
    query: str
    grounds: str = ""
    denial: str = ""


Question = Select | Count | YesNo


def select(understood: str, pattern: str, answer: str = "entities", grounds: str = "", missing: str = "") -> Select:
    """A question whose rows are the values of `?answer` in a pattern."""
    body = f"SELECT DISTINCT ?answer WHERE {{ {pattern} }} ORDER BY ?answer"
    return Select(understood, prologue(body) + body, "answer", answer, grounds or pattern, None, missing)


def yes_no(understood: str, pattern: str, denial: str = "") -> YesNo:
    """A question that a pattern answers."""
    body = f"ASK {{ {pattern} }}"
    return YesNo(understood, prologue(body) + body, pattern, denial)


def members(expression: Expression, period: Period, kind: str) -> Select:
    """Members of a set of bodies, of one kind where one was asked for."""
    query = members_query(expression, period)
    if kind == "state":
        apart = "\n  MINUS { ?member a org:Organization } MINUS { ?member a schema:Person }\n} ORDER BY"
        query = query.replace("\n} ORDER BY", apart)
        query = prologue(body := query[query.index("SELECT") :]) + body
    what = "states" if kind == "state" else "members"
    return Select(f"{what} of {expression}, as of {period}", query, "member", "entities", "", expression)


def shared_bodies(states: Sequence[Entity], period: Period) -> Select:
    """The bodies that all of some members are in."""
    pattern = "\n".join(
        membership_pattern(sparql_term(e.term), "?answer", period, number=str(i + 1)) for i, e in enumerate(states)
    )
    grounds = (
        values("member", (e.term for e in states))
        + "\n"
        + membership_pattern("?member", "?answer", period, node="fact")
    )
    names = " and ".join(e.label for e in states)
    return select(
        f"bodies that {names} {'are both in' if len(states) == 2 else 'is in'}, as of {period}",
        pattern,
        grounds=grounds,
    )
