"""What to call the communities of a network: by the bodies that tell their members from all others.

"Group 2" says nothing; "EU, COE" says who they are. A body is the better a name, the more of a community is in it and
the fewer others are; among bodies that say it about as well, those that people know come first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from ..model.known.bodies import bodies
from ..model.known.well_known import node_of_body

if TYPE_CHECKING:
    from ..analysis.network import Network
    from ..model.naming.names import Names

__all__ = ["community_names", "known_bodies"]

_MOST = 3
"""Bodies in a name."""

_ENOUGH = 0.7
"""How much of the best body's worth another one in the name has to have."""


def known_bodies(names: Names) -> set[str]:
    """The ids of the bodies of a graph that are in the list of well-known bodies.

    >>> import blocs
    >>> "cis" in known_bodies(blocs.load().names)
    True
    """
    found = (node_of_body(names, body) for body in bodies().bodies)
    return {node.id for node in found if node is not None}


def community_names(found: Network) -> list[str]:
    """A name for each community with more than one member, in their order; no two are the same.

    Parameters
    ----------
    found : Network
        The network, of states or of bodies.

    Returns
    -------
    list of str

    >>> import blocs
    >>> from blocs.graph.analysis.network import network
    >>> community_names(network(blocs.load(), min_shared=3))
    ['CST', 'GUUAM']
    """
    groups = [group for group in found.communities if len(group) > 1]
    known = known_bodies(found.overlap.graph.names)
    called = _by_bodies(found, groups, known) if found.overlap.by == "state" else _by_members(found, groups, known)
    names: list[str] = []
    for number, ids in enumerate(called, 1):
        name = ", ".join(_short(found, id_) for id_ in ids) or f"group {number}"
        names.append(f"{name} ({number})" if name in names else name)
    return names


def _by_bodies(found: Network, groups: Sequence[Sequence[str]], known: set[str]) -> Iterable[list[str]]:
    """For each community of states, the bodies that most of it and few others are in."""
    members = _members(found)
    for group in groups:
        inside = Counter(body for body, all_of in members.items() for id_ in group if id_ in all_of)
        # The harmonic mean of the parts that each is of the other (Dice's coefficient).
        worth = {body: 2 * count / (len(group) + len(members[body])) for body, count in inside.items() if count > 1}
        best = sorted(worth, key=lambda body: (-worth[body], body))
        good = [body for body in best if worth[body] >= _ENOUGH * worth[best[0]]]
        yield ([body for body in good if body in known] or good)[:_MOST]


def _by_members(found: Network, groups: Sequence[Sequence[str]], known: set[str]) -> Iterable[list[str]]:
    """For each community of bodies, those of it that people know, the best connected first."""
    strength = {actor.id: actor.strength for actor in found.actors}
    for group in groups:
        yield sorted(group, key=lambda body: (body not in known, -strength[body], body))[:_MOST]


def _members(found: Network) -> Mapping[str, set[str]]:
    """The members in the network of each body, by id."""
    two_mode = found.overlap.two_mode
    there = {actor.id for actor in found.actors}
    members: dict[str, set[str]] = {}
    for node, data in two_mode.nodes(data=True):
        if data["bipartite"] == 1:
            own = {str(two_mode.nodes[other]["id"]) for other in two_mode[node]} & there
            if own:
                members[str(data["id"])] = own
    return members


def _short(found: Network, id_: str) -> str:
    nodes = found.overlap.entities
    return nodes[id_].short if id_ in nodes else id_
