"""Whether the answer to a question of yes or no is yes, from memberships that are kept, or by a query."""

from __future__ import annotations

from ...frozen import frozen
from ..logic.logical_form import All, Entities, Exists, Whether, YesNo
from ..sparql.questions import query
from ..vocabulary import Vocabulary
from .columns import counted
from .held import held

__all__ = ["AskedOfAll", "asked_of_all", "is_so"]


@frozen
class AskedOfAll:
    """Of whom something is so that was asked of all, and of whom not, by IRI."""

    so: list[str]
    others: list[str]


def asked_of_all(vocabulary: Vocabulary, found: All) -> AskedOfAll | None:
    """Of whom it is so and of whom not, from memberships that are kept; None where queries find them."""
    of, such = (counted(vocabulary, rows) if held(vocabulary) is not None else None for rows in (found.of, found.such))
    if of is None or such is None:
        return None
    so = set(such)
    return AskedOfAll([iri for iri in of if iri in so], [iri for iri in of if iri not in so])


def is_so(vocabulary: Vocabulary, found: YesNo) -> bool:
    """Whether the answer is yes; what counts memberships is counted over columns that are read once."""
    match found:
        case Whether(subjects, conditions):
            iris = counted(vocabulary, Entities(conditions))
            if iris is not None:
                return {subject.iri for subject in subjects} <= set(iris)
        case Exists(of):
            iris = counted(vocabulary, of)
            if iris is not None:
                return bool(iris)
        case All():
            asked_of = asked_of_all(vocabulary, found)
            if asked_of is not None:
                return bool(asked_of.so) and not asked_of.others
    return vocabulary.graph.source.ask(query(found))
