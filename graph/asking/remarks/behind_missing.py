"""Who is in a body behind years whose data are missing: whether they joined then, or before, or never left, is not known."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING

from ...amounts import shortened
from ...model.change_query import behind_missing_pattern
from ...model.dates import Period
from ...model.entities import Entity
from ...rdf.source import values
from ...rdf.terms import prologue, text_of
from ..logic.logical_form import Joined
from ..lookup.linked_pairs import linked_days

if TYPE_CHECKING:
    from ..lookup.linked_pairs import Pair
    from ..vocabulary import Vocabulary

__all__ = ["behind_missing"]


def behind_missing(
    vocabulary: Vocabulary, link: Joined, members: Sequence[Entity], bodies: Sequence[Entity]
) -> Iterator[str]:
    """What is to be said of those who are in a body behind missing data, where it is asked who joined it.

    Parameters
    ----------
    vocabulary : Vocabulary
        The graph.
    link : Joined
        What was asked.
    members, bodies : sequence of Entity
        Of whom and what it was asked; of all if one of them is empty.

    Yields
    ------
    str
        A sentence.
    """
    found = _found(vocabulary, link.period, link.role, members, bodies)
    joined = _joined(vocabulary, link, members, bodies) if found else {}
    if uncertain := {pair for pair, days in found.items() if days & joined.get(pair, frozenset())}:
        named, were = _named(vocabulary, uncertain)
        yield f"Data are missing for the time just before {named} {were} in: the date of joining may be earlier."


def _joined(
    vocabulary: Vocabulary, link: Joined, members: Sequence[Entity], bodies: Sequence[Entity]
) -> dict[Pair, frozenset[str]]:
    ends = ([one.iri for one in some] if some else None for some in (members, bodies))
    return linked_days(vocabulary, link, *ends)


def _named(vocabulary: Vocabulary, pairs: Collection[Pair]) -> tuple[str, str]:
    names = vocabulary.graph.names
    called = {one.iri: one for one in names.known({iri for pair in pairs for iri in pair})}
    shown = sorted(f"{called[who].label} ({called[of].short})" for who, of in pairs if who in called and of in called)
    return shortened(shown), "was" if len(shown) == 1 else "were"


def _found(
    vocabulary: Vocabulary, period: Period, role: str, members: Sequence[Entity], bodies: Sequence[Entity]
) -> dict[Pair, set[str]]:
    """The members and bodies, and since when the one is in the other behind missing data."""
    if vocabulary.graph.source.remote or not (members or bodies) or not vocabulary.has_missing:
        return {}
    named = [values(name, (one.term for one in some)) for name, some in (("who", members), ("of", bodies)) if some]
    pattern = behind_missing_pattern("?who", "?of", period, "?day", "?since", role)
    body = f"SELECT DISTINCT ?who ?of ?day WHERE {{ {' '.join(named)} {pattern} }}"
    found: dict[Pair, set[str]] = {}
    for who, of, day in vocabulary.graph.source.select(prologue(body) + body):
        found.setdefault((text_of(who), text_of(of)), set()).add(text_of(day))
    return found
