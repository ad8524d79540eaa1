"""A network as a picture: who belongs together, who is central, and who alone joins two that share nothing else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from math import sqrt

from ..analysis.network import Actor, Bridge, Network
from ..errors import InvalidRequest
from ..model.coverage import outside_notes
from .picture import Node, Picture
from .strongest_edges import MANY, strongest_edges

__all__ = ["SIZES", "network_picture"]

SIZES = ("betweenness", "degree", "strength", "brokerage")
"""What the size of a node may show; see `network.Actor`."""

# A community has a shape and a fill, so that either identifies it. The fills are light tones of the Okabe–Ito palette.
LOOKS = (
    ("ellipse", "#8CCBF0", "#0072B2"),
    ("box", "#F2B84B", "#8A5A00"),
    ("hexagon", "#62C9A8", "#00735C"),
    ("octagon", "#F5EE8E", "#6B6100"),
    ("house", "#E3A9CB", "#8F3F6C"),
    ("note", "#FFFFFF", "#444444"),
    ("box,rounded", "#C4B8F0", "#332288"),
    ("tab", "#F09A7A", "#A33B00"),
)
_OTHER, _ALONE = "other groups", "alone"

# So many double outlines stand out; where all have one, none does.
_MARKED = 10

_JOINED = 6  # bridges that a tooltip names
_NAMED = 4  # members that the legend names of a community


def network_picture(found: Network, *, size: str = "betweenness", legend: bool = True) -> Picture:
    """The projection of a network, drawn: communities by shape and colour, with the strongest edges.

    A double outline marks those that join the most pairs of bodies (or of states) which share nothing else; every
    node's tooltip names some of its bridges. The edges are chosen as by `strongest_edges`: by the threshold of the
    network if it has one, else by the Jaccard index.

    Parameters
    ----------
    found : Network
        The network.
    size : str
        What the size of a node shows, one of `SIZES`.
    legend : bool
        Whether shapes and lines are explained.

    Returns
    -------
    Picture

    Raises
    ------
    InvalidRequest
        If the size is none of `SIZES`.

    >>> import blocs
    >>> from blocs.graph.analysis.network import network
    >>> picture = network_picture(network(blocs.load(), min_shared=3))
    >>> sorted({node.kind for node in picture.nodes})
    ['alone', 'group 1', 'group 2']
    """
    if size not in SIZES:
        raise InvalidRequest(f"unknown size {size!r}; use one of: {' '.join(SIZES)}")
    compared = found.overlap
    measure = "jaccard" if compared.threshold is None else compared.measure
    strongest = strongest_edges(compared, measure, compared.threshold)
    groups = [group for group in found.communities if len(group) > 1]
    kinds = {f"group {number}": look for number, look in enumerate(LOOKS[: len(groups)], 1)}
    kinds |= {_OTHER: ("box", "#E6E6E6", "#444444"), _ALONE: ("plaintext", "#FFFFFF", "#444444")}
    caption = "No two of these share anything."
    if strongest.edges:
        caption = " ".join(filter(None, (strongest.caption, _sized(found, size), _marked(found))))
    return Picture(
        _nodes(found, size, len(groups)),
        strongest.edges,
        title=found.title,
        caption=caption if found.actors else "",
        notes=_notes(found),
        layout="sfdp" if len(strongest.edges) > MANY or len(found.actors) > 150 else "neato",
        legend=legend,
        kinds=kinds,
        said=_said(found, groups),
    )


def _notes(found: Network) -> tuple[str, ...]:
    """That there is nothing to draw, and that the data say nothing of the date."""
    graph, period = found.overlap.graph, found.overlap.period
    what = "state is in a body" if found.overlap.by == "state" else "body has a member"
    empty = () if found.actors else (f"Nothing to draw: no {what} at this date, as far as the data tell.",)
    return (*empty, *outside_notes(graph, period)) if str(period) != graph.as_of else empty


def _nodes(found: Network, size: str, groups: int) -> list[Node]:
    greatest = max((getattr(actor, size) for actor in found.actors), default=0)
    alone: dict[str, list[Bridge]] = defaultdict(list)
    for bridge in found.bridges:
        alone[bridge.id].append(bridge)
    marked = {actor.id for actor in _bridging(found)[:_MARKED]}
    nodes = []
    for actor in sorted(found.actors, key=lambda actor: actor.id):
        entity = found.overlap.entities[actor.id]
        known = actor.community <= min(groups, len(LOOKS))
        kind = f"group {actor.community}" if known else _OTHER if actor.community <= groups else _ALONE
        # By the root, as it is the area that is seen.
        scale = 0.85 + 1.25 * sqrt(getattr(actor, size) / greatest) if greatest else 1.0
        nodes.append(
            Node(
                actor.id,
                entity.short,
                kind,
                f"group {actor.community}" if kind == _OTHER else "",
                tooltip=_tooltip(actor, found, alone[actor.id]),
                url=entity.iri,
                size=scale,
                double=actor.id in marked,
            )
        )
    return nodes


def _tooltip(actor: Actor, found: Network, alone: list[Bridge]) -> str:
    entities = found.overlap.entities
    lines = [
        f"{entities[actor.id].label} (group {actor.community})",
        f"{actor.degree} edges, {actor.strength} shared in all",
        f"betweenness {actor.betweenness:.4f}, brokerage {actor.brokerage:.4f}",
    ]
    lines += [f"alone joins {entities[b.a].short} and {entities[b.b].short}" for b in alone[:_JOINED]]
    lines += [f"and {len(alone) - _JOINED} more pairs"] if len(alone) > _JOINED else []
    return "\n".join(lines)


def _sized(found: Network, size: str) -> str:
    values = {getattr(actor, size) for actor in found.actors}
    return f"Size: {size}, the same for all." if len(values) == 1 else f"Size: {size}."


def _bridging(found: Network) -> list[Actor]:
    """Those that alone join something, the one that joins the most first."""
    return sorted((actor for actor in found.actors if actor.bridges), key=lambda actor: (-actor.bridges, actor.id))


def _marked(found: Network) -> str:
    bridging, joined = _bridging(found), "bodies" if found.overlap.by == "state" else "states"
    if not bridging:
        return ""
    if len(bridging) > _MARKED:
        most = f"the {_MARKED} of {len(bridging)} that join the most pairs of {joined} which share nothing else"
        return f"Double outline: {most}."
    return f"Double outline: alone {'in' if joined == 'bodies' else 'with'} both of two {joined}."


def _said(found: Network, groups: list[tuple[str, ...]]) -> Mapping[str, str]:
    """What the legend says of each community: how many are in it, and who shares the most."""
    strength = {actor.id: actor.strength for actor in found.actors}
    what = "states" if found.overlap.by == "state" else "bodies"
    said = {}
    for number, group in enumerate(groups[: len(LOOKS)], 1):
        first = sorted(group, key=lambda node: (-strength[node], node))[:_NAMED]
        names = ", ".join(found.overlap.entities[node].short for node in first)
        said[f"group {number}"] = f"{len(group)} {what}: {names}{', …' if len(group) > _NAMED else ''}"
    rest = len(groups) - len(LOOKS)
    said[_OTHER] = f"{rest} more; the number is below the name"
    said[_ALONE] = "each a group of its own"
    return said
