"""When bodies began and ended, read once, and the oldest of them: the same as the queries of `lifetime_patterns` find."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from ...rdf.terms import prologue, text_of
from ..logic.logical_form import Aged, Bound, Condition, Extreme, NotOneOf, NotSo, OfNoun, OneOf, Than
from ..logic.orders import holds
from ..sparql.lifetime_patterns import beginning_pattern, end_pattern
from ..vocabulary import Vocabulary

__all__ = ["aged_bodies", "lifetimes"]


def lifetimes(vocabulary: Vocabulary) -> dict[str, tuple[str, str]]:
    """When each body began and ended, by IRI, "" where nothing says so; read once."""
    return vocabulary.once(_lifetimes)


def _lifetimes(vocabulary: Vocabulary) -> dict[str, tuple[str, str]]:
    began, ended = (
        {text_of(one): text_of(day) for one, day in vocabulary.graph.source.select(prologue(body) + body)}
        for body in (
            f"SELECT DISTINCT ?one ?day WHERE {{ ?one a org:Organization .\n{pattern('?one', '?day')}\n}}"
            for pattern in (beginning_pattern, end_pattern)
        )
    )
    return {one: (began.get(one, ""), ended.get(one, "")) for one in (*began, *ended)}


def aged_bodies(
    vocabulary: Vocabulary, asked: Aged, meeting: Callable[[Condition], set[str] | None]
) -> set[str] | None:
    """The IRIs of the bodies that began first or last, or before another; or lasted longest, or longer than another.

    `meeting` finds what meets a condition; None is found where it cannot tell, as a query can.
    """
    known = lifetimes(vocabulary)
    compared = {one for one, (began, _) in known.items() if began}
    for condition in asked.among:
        match condition:
            case OneOf(entities) | OfNoun(_, tuple(entities)):
                compared &= {entity.iri for entity in entities}
            case NotOneOf(entities):
                compared -= {entity.iri for entity in entities}
            case OfNoun():
                pass
            case NotSo(inner):
                if (taken := meeting(inner)) is None:
                    return None
                compared -= taken
            case _:
                if (kept := meeting(condition)) is None:
                    return None
                compared &= kept
    measure = _years(known, asked.years[1]) if asked.measured else _beginnings(known)
    if isinstance(asked.number, Bound):
        return {one for one in compared if holds(asked.number, int(measure(one)))}
    oldest = asked.number.most if isinstance(asked.number, Extreme) else asked.number.sign == ">"
    if isinstance(asked.number, Than):
        return set(_beyond(compared, measure, asked.number, oldest == asked.measured))
    best = (max if oldest == asked.measured else min)(map(measure, compared), default="")
    return {one for one in compared if measure(one) == best}


def _beyond(compared: Iterable[str], measure: Callable[[str], str], than: Than, more: bool) -> Iterable[str]:
    """Those whose measure is larger, or smaller, than another's, as far as both tell it."""
    theirs = measure(than.state.iri)
    for one in compared if theirs else ():
        length = min(len(measure(one)), len(theirs))
        own, other = measure(one)[:length], theirs[:length]
        if own > other if more else own < other:
            yield one


def _beginnings(known: dict[str, tuple[str, str]]) -> Callable[[str], str]:
    return lambda one: known.get(one, ("", ""))[0]


def _years(known: dict[str, tuple[str, str]], last: int) -> Callable[[str], str]:
    """How many years a body lasted, as text of one length."""

    def years(one: str) -> str:
        began, ended = known.get(one, ("", ""))
        return f"{int((ended or f'{last:04}')[:4]) - int(began[:4]):05}" if began else ""

    return years
