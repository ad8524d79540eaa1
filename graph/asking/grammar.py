"""The grammar: all forms of questions, and how the whole of a question is read by one of them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from ..model.dates import Period
from .composing import is_of_named
from .language.form import Context, Form
from .language.patterns import EMPTY, Found
from .language.reading import Reading, classes, expect_names
from .logic.logical_form import Entities, Question
from .sparql.questions import query

if TYPE_CHECKING:
    from .vocabulary import Vocabulary

__all__ = ["forms", "readings"]


@cache
def forms() -> tuple[Form, ...]:
    """Every form, in the order in which they are tried."""
    from . import slots  # noqa: F401  (registers what reads each kind of slot)
    from .forms import (
        ages,
        attendance,
        bodies,
        comparison,
        deployments,
        duration,
        events,
        everyday,
        existence,
        firsts,
        growing,
        identity,
        joining,
        members,
        membership,
        named_first,
        offices,
        order_of_joining,
        overlap,
        pacts,
        parts,
        ranking,
        relations,
        representation,
        roles,
        shares,
        statements,
        years_of_numbers,
    )

    return (
        *pacts.FORMS,  # a pact with a state is no set of bodies
        *shares.FORMS,
        *roles.FORMS,
        *firsts.FORMS,
        *duration.FORMS,
        *bodies.ANY_COMMON,
        bodies.NUMBER_WITH_ALL,
        *named_first.FORMS,
        *order_of_joining.FORMS,
        *years_of_numbers.FORMS,
        *joining.FORMS,  # a time beside "is in" is read with its verb
        *comparison.FORMS,
        *overlap.FORMS,
        *members.FORMS,
        *ranking.FORMS,
        *growing.FORMS,
        *ages.FORMS,
        *existence.FORMS,
        *bodies.FORMS,
        *membership.FORMS,
        *attendance.FORMS,
        *events.FORMS,
        *offices.FORMS,
        *parts.FORMS,
        *representation.FORMS,
        *deployments.FORMS,
        *relations.FORMS,
        *everyday.FORMS,
        *statements.FORMS,
        *identity.FORMS,
    )


def forms_from(word: str) -> Sequence[Form]:
    """The forms that can begin with a word, in the order in which they are tried.

    >>> len(forms_from("sing")) < len(forms_from("who")) < len(forms())
    True
    """
    by_word, others = _by_first_word()
    return by_word.get(word, others)


@cache
def _by_first_word() -> tuple[dict[str, list[Form]], list[Form]]:
    """The forms by each word that one can begin with, and those that may begin with any other."""
    begun = [(form, form.node.begins(classes)) for form in forms()]
    found: dict[str, list[Form]] = {word: [] for _, words in begun for word in words or ()}
    others: list[Form] = []
    for form, words in begun:
        if words is None or EMPTY in words:
            for each in (*found.values(), others):
                each.append(form)
        else:
            for word in words:
                found[word].append(form)
    return found, others


_MOST_FRAMES = 3
"""How many frames may stand around a question."""

_MOST_READ = 600
"""How many words may be read in all, over all frames that are tried: a question is answered or refused at once."""


def readings(
    vocabulary: Vocabulary,
    words: Sequence[str],
    written: Sequence[str],
    period: Period,
    question: bool = True,
    thorough: bool = False,
) -> tuple[Question | None, int]:
    """What a question means, and how far its words could be read; None if no form reads all of it.

    `question` is whether a mark says that even a statement is a question; `thorough` is whether forms are tried that
    cannot read all of it, to see how far they come.
    """
    from .framing.frames import Words, frames

    furthest = budget = 0
    tried: dict[tuple[str, ...], Question | None] = {}

    def read(asked: Words, depth: int) -> Question | None:
        nonlocal furthest, budget
        budget += len(asked)
        reading = asked.reading(vocabulary, period)
        if vocabulary.graph.source.remote:
            expect_names(vocabulary.graph.names, [reading.words])
        found = _whole(reading, thorough)
        if found is not None and depth == _MOST_FRAMES and is_of_named(found):
            found = None  # "who is in more bodies": than who?
        if asked.places and reading.furthest:
            furthest = max(furthest, asked.places[min(reading.furthest, len(asked)) - 1] + 1)
        if found is not None or not depth:
            return found
        for frame in frames(asked, vocabulary, period, question and depth == _MOST_FRAMES):
            if frame.inner.words not in tried and budget < _MOST_READ:
                tried[frame.inner.words] = None
                tried[frame.inner.words] = read(frame.inner, depth - 1)
            inner = tried.get(frame.inner.words)
            if inner is not None and (framed := frame.combine(inner)) is not None and not is_of_named(framed):
                return framed
        return None

    asked = Words.of(words, written)
    # What is merely polite is taken away before anything is read, lest a form take it for part of what is asked.
    plain = asked.without_courtesies()
    found = read(plain, _MOST_FRAMES)
    if found is None and len(plain) < len(asked):
        found = read(asked, _MOST_FRAMES)
    return found, len(words) if found is not None else furthest


def _whole(reading: Reading, thorough: bool) -> Question | None:
    """The first form that reads the whole question, what merely rounds it off left out."""
    ends, context = {len(reading.words)}, Context(reading.vocabulary, reading.period)
    words = frozenset(reading.words)
    for form in _tried(reading):
        if not (thorough or form.may_read(words)):
            continue
        for end, found in form.node.match(reading, 0, {}):
            if end in ends or len(reading.words) in reading.after("FINAL", end):
                question = form.build(context, found)
                if question is not None and _as_many_as_said(reading, found, question):
                    return question
    return None


_FIRST = 3
"""So many questions try one form after the other: to sort all forms by their first words takes as long as one of them."""


def _tried(reading: Reading) -> Sequence[Form]:
    """The forms that may read some words, in the order in which they are tried."""
    if reading.vocabulary.asked <= _FIRST and not _by_first_word.cache_info().currsize:
        return forms()
    return forms_from(reading.words[0] if reading.words else EMPTY)


def _as_many_as_said(reading: Reading, found: Found, question: Question) -> bool:
    """Whether there are as many as the question says: "which five states are in …"."""
    number: int | None = getattr(found.get("who"), "number", None)
    if number is None or not isinstance(question, Entities):
        return number is None
    return len(list(reading.graph.source.select(query(question)))) == number
