"""At which date a set of members is read that a question narrows, where the date of the question is none of its bodies'.

"Which EU members were in NATO in 1980": the EU began later, so that its members are those of the graph's own date;
"which Warsaw Pact members were in the EU in 2010": those that it ever had.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from ..model.dates import ALWAYS, Period
from ..model.expression import Expression, bodies_of
from .logic.logical_form import Among, Condition, Entities, MemberOf, NotSo, Question
from .logic.walking import changed

if TYPE_CHECKING:
    from .vocabulary import Vocabulary

Members = TypeVar("Members", Among, MemberOf)

__all__ = ["outlived", "sets_at_their_dates"]


def sets_at_their_dates(vocabulary: Vocabulary, question: Question) -> tuple[Question, tuple[str, ...]]:
    """A question whose sets of members are read at dates at which they had members, and what is to be said of it.

    Parameters
    ----------
    vocabulary : Vocabulary
        The graph, which says when bodies began and ended.
    question : Question
        What was asked.

    Returns
    -------
    Question, tuple of str
        The question, changed only where all bodies of a set had not begun or were over; why it was changed.

    >>> import blocs
    >>> from blocs.graph.asking.logic.logical_form import Entities, MemberOf
    >>> from blocs.graph.model.dates import Period
    >>> from blocs.graph.model.expression import Body
    >>> from blocs.graph.asking.vocabulary import Vocabulary
    >>> vocabulary = Vocabulary(blocs.load())
    >>> cst, cis = (Body(vocabulary.graph.names.find(name)) for name in ("CST", "CIS"))
    >>> early = Period("1990", "1990")
    >>> asked, notes = sets_at_their_dates(vocabulary, Entities((Among(cst, early), MemberOf(cis, early))))
    >>> str(asked.conditions[0].period), notes
    ('2001-05', ('CST began on 1992-05-15; it had no members in 1990. Its members here are those of 2001-05.',))
    """
    notes: dict[str, None] = {}
    now = vocabulary.graph.period(None)

    def at_its_date(among: Members) -> Members:
        bodies = bodies_of(among.expression)
        by_body = [vocabulary.outside_lives([body], among.period) for body in bodies]
        if not by_body or not all(by_body):
            return among
        if isinstance(among, Among) and among.of_this_date:
            notes.update(dict.fromkeys(note for notes_of_one in by_body for note in notes_of_one))
            return among
        outside = [note for notes_of_one in by_body for note in notes_of_one]
        period = ALWAYS if vocabulary.outside_lives(bodies, now) else now
        those = "that it ever had" if period == ALWAYS else f"of {period}"
        whose = "Its members here are those" if len(bodies) == 1 else "The members here are those"
        notes.update(dict.fromkeys([f"{' '.join(outside)} {whose} {those}."]))
        return replace(among, period=period)

    def those_of_whom_more_is_asked(entities: Entities) -> Entities:
        """Members, too, that are not said to be among others, if it is asked what they never did."""
        if not any(isinstance(one, NotSo) for one in entities.conditions):
            return entities
        conditions: tuple[Condition, ...] = tuple(
            at_its_date(one) if isinstance(one, MemberOf) and one.period == now else one for one in entities.conditions
        )
        return replace(entities, conditions=conditions)

    question = changed(changed(question, Among, at_its_date), Entities, those_of_whom_more_is_asked)
    return question, tuple(notes)


def outlived(vocabulary: Vocabulary, expression: Expression, period: Period) -> bool:
    """Whether all bodies of a set were over in a period, or had not begun, so that it had no members then.

    Parameters
    ----------
    vocabulary : Vocabulary
        The graph, which says when bodies began and ended.
    expression : Expression
        The set.
    period : Period
        The period.

    Returns
    -------
    bool

    >>> import blocs
    >>> from blocs.graph.model.expression import Body
    >>> from blocs.graph.asking.vocabulary import Vocabulary
    >>> vocabulary = Vocabulary(blocs.load())
    >>> cst = Body(vocabulary.graph.names.find("CST"))
    >>> outlived(vocabulary, cst, Period("1990", "1990")), outlived(vocabulary, cst, Period("2001", "2001"))
    (True, False)
    """
    bodies = bodies_of(expression)
    return bool(bodies) and period != ALWAYS and all(vocabulary.outside_lives([body], period) for body in bodies)
