"""Pieces of restatements: a condition in words, names joined, numbers and periods as they are said."""

from __future__ import annotations

from collections.abc import Sequence

from ...frozen import frozen
from ...model.dates import Period
from ...model.entities import Entity
from ...model.expression import Everyone, Expression, Minus
from ..logic.logical_form import Bound, Documents, Extreme

__all__ = ["SIGNS", "Phrased", "at_period", "documents_of", "in_period", "named", "number_of", "ordinal", "set_of"]


@frozen
class Phrased:
    """A condition in words.

    `noun` is what meets it; `verb` is what that does, with "[is|are]" where one and several differ; `clause` is said
    of the noun as it stands, if it is no such verb ("in Moscow"). `is_whole` is whether the noun says all of it.
    """

    noun: str = ""
    verb: str = ""
    clause: str = ""
    is_whole: bool = False


SIGNS = {"<": "less than", ">": "more than", ">=": "at least", "<=": "at most", "=": "exactly"}
"""Signs of comparison, in words."""


def number_of(number: Bound | Extreme) -> str:
    """How many: "the most", "more than 5"."""
    if isinstance(number, Extreme):
        return "the most" if number.most else "the fewest"
    return " and ".join(f"{'fewer than' if sign == '<' else SIGNS[sign]} {limit:g}" for sign, limit in number.tests)


_ORDINALS = ("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


def ordinal(number: int) -> str:
    """A place in an order, in words or figures.

    >>> ordinal(3), ordinal(11), ordinal(22), ordinal(101)
    ('third', '11th', '22nd', '101st')
    """
    if number < len(_ORDINALS):
        return _ORDINALS[number]
    ending = "th" if 10 < number % 100 < 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def named(entities: Sequence[Entity], word: str = "and") -> str:
    """Names in words.

    >>> from ...model.entities import Entity
    >>> named([Entity("i:a", "a", "A", "state"), Entity("i:b", "b", "B", "state"), Entity("i:c", "c", "C", "state")])
    'A, B and C'
    """
    labels = [entity.short for entity in entities]
    return f" {word} ".join([*([", ".join(labels[:-1])] if labels[1:] else []), *labels[-1:]])


def at_period(period: Period) -> str:
    """A period in words, after a restatement.

    >>> at_period(Period("1999", "1999")), at_period(Period("1990", "1995")), at_period(Period(None, "1990"))
    (', as of 1999', ', during 1990:1995', ', at any time until 1990')
    """
    if period.start is None or period.end is None:
        until, since = period.end and f" until {period.end}", period.start and f" since {period.start}"
        return f", at any time{until or since or ''}"
    return f", {'as of' if period.start == period.end else 'during'} {period}"


def in_period(period: Period) -> str:
    """When something happened, in words: "" if whenever.

    >>> in_period(Period("1999", "1999")), in_period(Period("1990", "1999")), in_period(Period("1994", None))
    (' in 1999', ' between 1990 and 1999', ' in 1994 or later')
    """
    if period.start is None and period.end is None:
        return ""
    if period.start is None or period.end is None:
        return f" in {period.start} or later" if period.start else f" in {period.end} or earlier"
    return f" in {period.start}" if period.start == period.end else f" between {period.start} and {period.end}"


_ALL_OF = {"member states": "states", "members": "members of any body"}
"""What all are called of whom some members are taken."""


def set_of(expression: Expression, what: str) -> str:
    """The members of a set, by a noun for them."""
    match expression:
        case Minus(Everyone(), excluded):
            return f"{_ALL_OF.get(what, what)}{' that are not in' if what in _ALL_OF else ', but not of'} {excluded}"
        case Everyone():
            return _ALL_OF.get(what, f"{what} of any body")
    return f"{what} of {expression}"


def documents_of(documents: Documents) -> str:
    """The documents that are spoken of."""
    if documents.document is not None:
        return documents.document.label
    text = "the documents"
    if documents.events:
        text += f" of: {named(documents.events)}"
    if documents.place is not None:
        text += f" in {documents.place.label}"
    return text
