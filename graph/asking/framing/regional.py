"""Questions of the states of a region: "which African states are in the Arab League", "European NATO members".

What is asked of all is asked of those alone that the lists of states put in the region. They are frames: see `frames`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from ...model.entities import Entity
from ...model.known.regions import Region, may_name_region, region_named
from ..composing import of_those
from ..language.nouns import KINDS
from ..language.reading import Reading
from ..logic.logical_form import All, Entities, Number, OfRegion, Portion, Question
from .framed import Frame, Words

if TYPE_CHECKING:
    from ..vocabulary import Vocabulary

__all__ = ["regional", "states_in_region"]

_LISTING = (
    "which",
    "what",
    "list",
    "list all",
    "list the",
    "list all the",
    "show",
    "show all",
    "name",
    "name the",
    "name all",
    "all",
    "all the",
    "the",
    "",
)
"""What a list is asked for by, before the noun."""
_LONGEST = 4
"""So many words a region's name has at most: "latin american and caribbean"."""


def regional(asked: Words, reading: Reading, vocabulary: Vocabulary) -> Iterator[Frame]:
    """Every way in which these words may ask of the states of one region."""
    if not may_name_region(asked.words):
        return
    for region, rest in [*_by_adjective(asked, reading), *_by_place(asked, reading), *_by_predicate(asked)]:
        if states := states_in_region(vocabulary, region):
            yield Frame(_of_all(rest), partial(_of_region, region=OfRegion(_called(region), states)))


def _by_adjective(asked: Words, reading: Reading) -> Iterator[tuple[Region, Words]]:
    """Regions that stand before a noun for states or members, or a body and such a noun; and the words without them."""
    for at in range(len(asked)):
        for end in range(at + 1, min(at + _LONGEST, len(asked) - 1) + 1):
            region = region_named(" ".join(asked.words[at:end]), adjective=True)
            if region is None or _in_name(reading, at, end):
                continue
            bodies = [stop for _, stop in reading.slot("body", end)]
            if any(stop < len(asked) and _is_noun(asked.words[stop]) for stop in [end, *bodies]):
                yield region, asked.part(0, at).then(asked.part(end))


def _by_place(asked: Words, reading: Reading) -> Iterator[tuple[Region, Words]]:
    """Regions that stand behind a noun for states or members: "states in West Africa"; and the words without them."""
    for at in range(1, len(asked) - 1):
        if _is_noun(asked.words[at - 1]):
            for region, end in _places(asked, at):
                if not _in_name(reading, at + 1, end):
                    yield region, asked.part(0, at).then(asked.part(end))


def _by_predicate(asked: Words) -> Iterator[tuple[Region, Words]]:
    """Regions that are said of those who are asked for, last of all: "which OPEC members are in Africa", "… are African"."""
    for at in range(2, len(asked) - 1):
        if asked.words[at] not in ("are", "is", "lie", "lies"):
            continue
        rest = asked.part(0, at - 1 if asked.words[at - 1] in ("that", "which", "who") else at)
        adjective = region_named(" ".join(asked.words[at + 1 :]), adjective=True)
        regions = [region for region, end in _places(asked, at + 1) if end == len(asked)]
        yield from ((region, rest) for region in (*regions, *((adjective,) if adjective else ())))


def _places(asked: Words, at: int) -> Iterator[tuple[Region, int]]:
    """The regions that are named here as places, each with where its name ends: "in West Africa"."""
    if at < len(asked) and asked.words[at] in ("in", "of", "from", "within"):
        for end in range(at + 2, min(at + 1 + _LONGEST, len(asked)) + 1):
            region = region_named(" ".join(asked.words[at + 1 : end]), adjective=False)
            if region is not None:
                yield region, end


def _of_all(rest: Words) -> Words:
    """What is left of a question, which must ask something: of "list African states" it is which states there are."""
    if rest.words[-1:] and _is_noun(rest.words[-1]) and rest.begin(*_LISTING) == len(rest) - 1:
        return rest.part(len(rest) - 1).after("which").then(Words(("exist",), ("exist",), rest.places[-1:]))
    return rest


def _is_noun(word: str) -> bool:
    return KINDS.get(word) == "state" or word in ("member", "members")


def _in_name(reading: Reading, at: int, end: int) -> bool:
    """Whether words begin a longer name: that of the African Union, or of the Central African Republic."""
    return any(stop > end for kind in ("body", "member") for _, stop in reading.slot(kind, at))


def states_in_region(vocabulary: Vocabulary, region: Region) -> tuple[Entity, ...]:
    """The states of a region that the graph has, by the list of states.

    >>> import blocs
    >>> from blocs.graph.asking.vocabulary import Vocabulary
    >>> [state.id for state in states_in_region(Vocabulary(blocs.load()), Region("Western Asia"))]
    ['armenia', 'georgia', 'azerbaijan']
    """
    from ...model.known.authority import authority
    from ...model.known.well_known import node_of_state

    names, within = vocabulary.graph.names, region.states
    found = (node_of_state(names, state) for state in authority().states if state.id in within)
    return tuple(dict.fromkeys(one for one in found if one is not None))


def _called(region: Region) -> str:
    """A region as it is called in the restatement of a question, with who divides the world so.

    >>> _called(Region("Caribbean"))
    'the Caribbean (UN M49)'
    """
    return f"{'the ' if region == 'Caribbean' else ''}{region} (UN M49)"


def _of_region(found: Question, region: OfRegion) -> Question | None:
    """The same question of the states of a region alone; None if it cannot be asked of some."""
    match found:
        case Entities():
            return of_those(found, region)
        case All(of, such):
            some = of_those(of, region)
            return All(some, such) if some is not None else None
        case Number((Portion(of, such),)):
            some = of_those(of, region)
            return Number((Portion(some, such),)) if some is not None else None
    return None
