"""The node of a membership that a graph says by one triple, who is in what: the same that the lenses give it."""

from __future__ import annotations

import hashlib

from pyoxigraph import BlankNode, NamedNode

from ...rdf.terms import named

__all__ = ["fact_of"]


def fact_of(member: NamedNode | BlankNode, body: NamedNode | BlankNode) -> NamedNode:
    """The node of the membership of one in another.

    Parameters
    ----------
    member, body : NamedNode or BlankNode
        Who is in what.

    Returns
    -------
    NamedNode

    >>> ann, club = NamedNode("x:ann"), NamedNode("x:club")
    >>> fact_of(ann, club) == fact_of(ann, club), fact_of(ann, club) == fact_of(club, ann)
    (True, False)
    """
    digest = hashlib.sha1(f"{member.value} {body.value}".encode(), usedforsecurity=False).hexdigest()
    return named(f"fact:{digest}")
