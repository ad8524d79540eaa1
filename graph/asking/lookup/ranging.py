"""Whom a question ranges over that leaves some out: "of the 195 states of 2014"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...model.dates import ALWAYS, Period
from ...model.expression import And, Everyone, Expression, Minus, Or
from ...rdf.terms import prologue, text_of
from ..composing import members
from ..logic.logical_form import Count, Existing, MemberOf, NotSo, Question, conditions_of
from ..sparql.questions import query
from .columns import counted

if TYPE_CHECKING:
    from ..vocabulary import Vocabulary

__all__ = ["leaves_out", "ranged_over"]


def ranged_over(vocabulary: Vocabulary, question: Question, period: Period) -> str:
    """Whom a question that leaves some out ranges over, for its restatement: ", of the 195 states of 2014".

    It is "" if the question leaves nobody out, or the graph does not say which states there were when.
    """
    asked = conditions_of(question)
    of_all = any(isinstance(one, MemberOf) and leaves_out(one.expression) for one in asked)
    of_states = any(isinstance(one, Existing) and one.kind == "state" for one in asked) and any(
        isinstance(one, NotSo) for one in asked
    )
    if not (of_all or of_states) or vocabulary.graph.source.remote or period == ALWAYS:
        return ""
    sizes = vocabulary.once(_sizes)
    if period not in sizes:
        sizes[period] = _size(vocabulary, period)
    return f", of the {sizes[period]} states of {period}" if sizes[period] else ""


def _sizes(_: Vocabulary) -> dict[Period, int]:
    return {}


def _size(vocabulary: Vocabulary, period: Period) -> int:
    """How many states there were; 0 if the graph does not say when states exist."""
    source, dated = vocabulary.graph.source, "ASK { ?spell a blocs:Spell }"
    if not source.ask(prologue(dated) + dated):
        return 0
    states = members(Everyone(), period, "state")
    found = counted(vocabulary, states)
    return len(found) if found is not None else int(text_of(next(iter(source.select(query(Count(states)))))[0]))


def leaves_out(expression: Expression) -> bool:
    """Whether a set is everyone but some."""
    match expression:
        case Minus(left, right):
            return left == Everyone() or leaves_out(left) or leaves_out(right)
        case And(left, right) | Or(left, right):
            return leaves_out(left) or leaves_out(right)
    return False
