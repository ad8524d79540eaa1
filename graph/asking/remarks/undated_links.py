"""Who cannot be among those who joined or left in a period, as the graph does not say when they did."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ...amounts import shortened
from ...model.dates import ALWAYS
from ...model.expression import bodies_of
from ...model.membership_scan import Stretch, read_stretches
from ...model.roles import ANY_ROLE
from ..logic.logical_form import Joined, Left, Linked, Question, Whether, conditions_of

if TYPE_CHECKING:
    from ..vocabulary import Vocabulary

__all__ = ["undated_links"]


def undated_links(vocabulary: Vocabulary, question: Question) -> Iterator[str]:
    """Whose membership has no date, where it is asked who joined or left in some time.

    Parameters
    ----------
    vocabulary : Vocabulary
        The graph, with what is kept of it.
    question : Question
        What was asked.

    Yields
    ------
    str
        A sentence for each body.
    """
    graph = vocabulary.graph
    who = question.subjects if isinstance(question, Whether) else None
    for condition in conditions_of(question):
        match condition:
            case Linked(Joined() | Left() as link, expression):
                pass
            case _:
                continue
        for body in bodies_of(expression):
            held = [
                one for one in read_stretches(graph.source, ALWAYS, who, [body]) if link.role in (ANY_ROLE, one.role)
            ]
            dated = {one.member for one in held if _says(one, link)}
            unknown = {one.member for one in held} - dated
            if names := sorted(one.label for one in graph.names.known(unknown)):
                did = f"joined {body.short}" if isinstance(link, Joined) else f"left {body.short}, if they did"
                yield f"The graph does not say when these {did}: {shortened(names)}."


def _says(one: Stretch, link: Joined | Left) -> bool:
    """Whether it says when one joined; or when one left, which a membership with a beginning and no end has not."""
    return bool(one.start) if isinstance(link, Joined) else bool(one.start or one.end)
