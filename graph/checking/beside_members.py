"""Who holds a post in a body and is no member of it: no fault, but easily taken for membership."""

from __future__ import annotations

from collections.abc import Iterator
from shlex import quote

from ..amounts import shortened
from ..model.graph import Graph
from ..model.post_holders import holders_beside
from .finding import NOTE, Finding

__all__ = ["holders_of_posts"]

_SHOWN = 5  # bodies that are named


def holders_of_posts(graph: Graph) -> Iterator[Finding]:
    """Say of the bodies in which some hold posts that these are not counted as their members.

    Parameters
    ----------
    graph : Graph
        The graph.

    Yields
    ------
    Finding
        One note for all bodies, or none.
    """
    beside = holders_beside(graph.source, quoted=False)
    bodies = sorted(graph.names.known(beside), key=lambda body: (-len(beside[body.iri]), body.label))
    if not bodies:
        return
    each = shortened((f"{len(beside[body.iri]):,} in {body.short}" for body in bodies), _SHOWN)
    yield Finding(
        NOTE,
        graph.source.name,
        f"Holders of offices are not counted as members: {each}.",
        f"To list them: blocs show {quote(bodies[0].label)}. If they are members, say so with org:memberOf.",
    )
