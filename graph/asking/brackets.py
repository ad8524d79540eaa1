"""Brackets in a question: what they group is one set, read as `who` reads it, wherever the question speaks of a body."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING

from ..model.dates import Period
from ..model.expression import AtLeast, Body, Expression, bodies_of, same_set
from ..model.expression_reading import bracketed_parts, parts_of
from ..model.naming.names import Names
from .grammar import readings
from .language.reading import BRACKETED, THE_BRACKETED
from .language.tokens import split
from .logic.logical_form import Question
from .logic.walking import changed, parts_of_kind
from .meant_names import entities_of

if TYPE_CHECKING:
    from .vocabulary import Vocabulary

__all__ = ["groups_in_brackets", "other_reading", "read_brackets"]

_GROUP = re.compile(r"\([^()]*\)")
_JOINED = re.compile(r"[&|]|(?<=\s)[-−–](?=\s)|\b(?:and|or|not|minus|without|except)\b", re.IGNORECASE)


def groups_in_brackets(question: str, names: Names) -> bool:
    """Whether brackets in a question join bodies, so that they must be read and cannot be left out.

    >>> import blocs
    >>> names = blocs.load().names
    >>> groups_in_brackets("who is in CIS - (CST or GUUAM)", names), groups_in_brackets("is Russia (RUS) in CIS", names)
    (True, False)
    """
    if "(" not in question:
        return False
    return next(bracketed_parts(question, names), None) is not None or any(
        _JOINED.search(group[0]) and not _in_a_name(question, group, names) for group in _GROUP.finditer(question)
    )


def _in_a_name(question: str, group: re.Match[str], names: Names) -> bool:
    """Whether a bracket is part of a name, such as "Organization for Security (and Cooperation)"."""
    starts = [word.start() for word in re.finditer(r"\S+", question) if word.start() <= group.start()]
    ends = [word.end() for word in re.finditer(r"[^\s?.!,]+", question) if word.end() >= group.end()]
    near = [(start, end) for start in starts[-names.longest - 1 :] for end in ends[: names.longest + 1]]
    return any(names.matches(question[start:end]) for start, end in near)


def read_brackets(vocabulary: Vocabulary, question: str, period: Period, marked: bool) -> Question | None:
    """What a question with brackets means; None if no form reads it.

    Parameters
    ----------
    vocabulary : Vocabulary
        The wording of the graph.
    question : str
        The question.
    period : Period
        The period that it is asked for.
    marked : bool
        Whether it ends with a question mark.
    """
    for start, end, expression in bracketed_parts(question, vocabulary.graph.names):
        before, behind = split(question[:start]), split(question[end:])
        words, written = ([*before[side], BRACKETED, *behind[side]] for side in (0, 1))
        if len(words) == 1:
            words = written = ["who", "is", "in", BRACKETED]
        found, _ = readings(vocabulary, words, written, period, marked)
        if found is not None and _fits(meant := _with_set(found, expression)):
            return meant
    return None


def _with_set(found: Question, expression: Expression) -> Question:
    """A question in which an expression stands for the body that its brackets were read as."""
    return changed(found, Body, lambda body: expression if body.entity == THE_BRACKETED else body)


_MOST_BODIES = 8  # of a set whose readings are compared


def other_reading(question: str, found: Question, names: Names) -> tuple[str, ...]:
    """What to say if the words can be grouped in another way than they were, as "and not A or B" can.

    Parameters
    ----------
    question : str
        The question.
    found : Question
        What it was read as.
    names : Names
        The names of the graph.
    """
    asked = next((one for one in parts_of_kind(found, Expression) if 2 < len(bodies_of(one)) <= _MOST_BODIES), None)
    if asked is None or names.looked_up or "not" not in question.lower().split():
        return ()
    bodies = set(bodies_of(asked))
    other = next((one for _, _, one in parts_of(question, names) if set(bodies_of(one)) == bodies), None)
    if other is None or same_set(asked, other):
        return ()
    return (f"Also readable as {other}; brackets say which is meant.",)


def _fits(part: object) -> bool:
    """Whether an expression stands only where a question can have one: not as something that is counted or founded."""
    if isinstance(part, AtLeast):
        return all(isinstance(body, Body) for body in part.bodies)
    if isinstance(part, tuple):
        return all(map(_fits, part))
    if is_dataclass(part) and not isinstance(part, type):
        return THE_BRACKETED not in entities_of(part) and all(_fits(getattr(part, f.name)) for f in fields(part))
    return True
