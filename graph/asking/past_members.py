"""Questions without a date of those that are in nothing any more: of what they were in, not of what they are in."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import TYPE_CHECKING

from ..model.dates import ALWAYS, Period
from .logic.logical_form import Contains, Entities, Exists, Question
from .logic.walking import changed, parts_of_kind
from .sparql.questions import query

if TYPE_CHECKING:
    from .vocabulary import Vocabulary

__all__ = ["of_their_time"]

_PRESENT = frozenset(("is", "are", "do", "does", "has", "have"))
"""Words by which a question is of the date of the data, whoever it names."""


def of_their_time(
    vocabulary: Vocabulary, question: Question, period: Period, words: Collection[str]
) -> tuple[Question, tuple[str, ...]]:
    """A question that names no date, asked of any time if it has an answer then and none at the date of the graph.

    "Which bodies was Czechoslovakia in" has an answer though it is in none any more; "which bodies is Czechoslovakia in"
    has none.

    Parameters
    ----------
    vocabulary : Vocabulary
        The graph.
    question : Question
        What was asked.
    period : Period
        The graph's own date, at which it was read.
    words : collection of str
        The words of the question.

    Returns
    -------
    Question, tuple of str
        The question, and what is to be said of it.

    >>> import blocs
    >>> from blocs.graph.asking.vocabulary import Vocabulary
    >>> graph = blocs.load()
    >>> asked = Entities((Contains((graph.names.find("Armenia"),), graph.period(None)),))
    >>> of_their_time(Vocabulary(graph), asked, graph.period(None), ["was"]) == (asked, ())
    True
    """
    if _PRESENT & set(words):
        return question, ()
    over = [one for one in parts_of_kind(question, Contains) if one.period == period and _is_over(vocabulary, one)]
    if not over:
        return question, ()

    def at_any_time(part: Contains) -> Contains:
        return replace(part, period=ALWAYS) if part in over else part

    return changed(question, Contains, at_any_time), (f"As of {period} there is none, so this is of any time.",)


def _is_over(vocabulary: Vocabulary, asked: Contains) -> bool:
    """Whether no body has those members at its time, and one had them at another."""
    now, ever = (query(Exists(Entities((replace(asked, period=when),)))) for when in (asked.period, ALWAYS))
    source = vocabulary.graph.source
    return not source.ask(now) and source.ask(ever)
