"""A network as a picture: who belongs together, who is central, and who alone joins two that share nothing else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from math import sqrt

from ..analysis.network import Actor, Bridge, Network
from ..errors import InvalidRequest
from ..model.coverage import date_notes, outside_notes
from .community_names import community_names
from .paper import palette, sheet
from .picture import Node, Picture
from .strongest_edges import MANY, strongest_edges

__all__ = ["NODE_SIZES", "network_picture"]

NODE_SIZES = ("betweenness", "degree", "strength", "brokerage")
"""What the size of a node may show; see `network.Actor`."""

FORMS = ("ellipse", "box", "hexagon", "octagon", "house", "note", "box,rounded", "tab")
"""The shape of each community; its fill is one of the palette's, so that either identifies it."""

_OTHER, _ALONE = "other groups", "alone"

# So many double outlines stand out; where all have one, none does.
_MARKED = 10

_JOINED = 6  # bridges that a tooltip names
_NAMED = 4  # members that the legend names of a community


def network_picture(
    found: Network,
    *,
    node_size: str = "betweenness",
    legend: bool = True,
    style: str = "screen",
    size: str = "auto",
) -> Picture:
    """The projection of a network, drawn: communities by shape and colour, each with its name, and the strongest edges.

    A double outline marks those that join the most pairs of bodies (or of states) which share nothing else; every
    node's tooltip names some of its bridges. The edges are chosen as by `strongest_edges`: by the threshold of the
    network if it has one, else by the Jaccard index.

    Parameters
    ----------
    found : Network
        The network.
    node_size : str
        What the size of a node shows, one of `NODE_SIZES`.
    legend : bool
        Whether shapes and lines are explained.
    style : str
        One of `paper.STYLES`.
    size : str
        One of `paper.SIZES`.

    Returns
    -------
    Picture

    Raises
    ------
    InvalidRequest
        If a size or style is none.

    >>> import blocs
    >>> from blocs.graph.analysis.network import network
    >>> picture = network_picture(network(blocs.load(), min_shared=3))
    >>> sorted({node.kind for node in picture.nodes})
    ['CST', 'GUUAM', 'alone']
    """
    if node_size not in NODE_SIZES:
        raise InvalidRequest(f"unknown size of nodes {node_size!r}; use one of: {' '.join(NODE_SIZES)}")
    sheet(size)
    colours = palette(style)
    compared = found.overlap
    measure = "jaccard" if compared.threshold is None else compared.measure
    strongest = strongest_edges(compared, measure, compared.threshold, style)
    groups = [group for group in found.communities if len(group) > 1]
    names = community_names(found)
    drawn = _for_column(found) if size == "column" else set()
    if drawn:
        strongest = strongest_edges(compared, measure, compared.threshold, style, among=drawn)
    forms = zip(FORMS, colours.fills, strict=True)
    kinds = {name: (form, fill, colours.faint) for name, (form, fill) in zip(names, forms, strict=False)}
    kinds |= {_OTHER: ("box", "#E6E6E6", colours.faint), _ALONE: ("plaintext", "#FFFFFF", colours.faint)}
    caption = "No two of these share anything."
    if strongest.edges:
        caption = " ".join(filter(None, (strongest.caption, _sized(found, node_size), _marked(found))))
    beside: tuple[str, ...] = ()
    if drawn:
        what = "states" if compared.by == "state" else "bodies"
        caption = f"{len(drawn)} of {len(found.actors)} {what}: of each group those that share the most. {caption}"
        beside = (f"A column has room for {len(drawn)} of the {len(found.actors)} {what}; all need a page: --size a4.",)
    nodes = _nodes(found, node_size, names)
    return Picture(
        [node for node in nodes if not drawn or node.id in drawn],
        strongest.edges,
        title=found.title,
        caption=caption if found.actors else "",
        notes=_notes(found),
        beside=beside,
        layout="sfdp" if len(strongest.edges) > MANY or len(drawn or found.actors) > 150 else "neato",
        legend=legend,
        kinds=kinds,
        said=_said(found, groups, names),
        style=style,
        size=size,
    )


_COLUMN = 44
"""About so many names of states can be read in a column with lines between them."""


def _for_column(found: Network) -> set[str]:
    """The ids of what a column shows of a network that is too large for it; empty if it is not.

    Each community has its part, so that the picture of some is like that of all, and of it those that share the most.
    """
    if len(found.actors) <= _COLUMN:
        return set()
    strength = {actor.id: actor.strength for actor in found.actors}
    part = _COLUMN / len(found.actors)
    groups = [sorted(group, key=lambda node: (-strength[node], node)) for group in found.communities if len(group) > 1]
    return {node for group in groups for node in group[: round(len(group) * part)]}


def _notes(found: Network) -> tuple[str, ...]:
    """That there is nothing to draw, and that the data say nothing of the date."""
    graph, period = found.overlap.graph, found.overlap.period
    what = "state is in a body" if found.overlap.by == "state" else "body has a member"
    empty = () if found.actors else (f"Nothing to draw: no {what} at this date, as far as the data tell.",)
    if str(period) == graph.as_of:
        return empty
    return (*empty, *(date_notes if found.actors else outside_notes)(graph, period))


def _nodes(found: Network, size: str, names: list[str]) -> list[Node]:
    greatest = max((getattr(actor, size) for actor in found.actors), default=0)
    alone: dict[str, list[Bridge]] = defaultdict(list)
    for bridge in found.bridges:
        alone[bridge.id].append(bridge)
    marked = {actor.id for actor in _bridging(found)[:_MARKED]}
    nodes = []
    for actor in sorted(found.actors, key=lambda actor: actor.id):
        entity = found.overlap.entities[actor.id]
        known = actor.community <= min(len(names), len(FORMS))
        kind = names[actor.community - 1] if known else _OTHER if actor.community <= len(names) else _ALONE
        # By the root, as it is the area that is seen.
        scale = 1 + 0.9 * sqrt(getattr(actor, size) / greatest) if greatest else 1.0
        nodes.append(
            Node(
                actor.id,
                entity.short,
                kind,
                names[actor.community - 1] if kind == _OTHER else "",
                tooltip=_tooltip(actor, found, alone[actor.id], kind),
                url=entity.iri,
                size=scale,
                double=actor.id in marked,
            )
        )
    return nodes


def _tooltip(actor: Actor, found: Network, alone: list[Bridge], group: str) -> str:
    entities = found.overlap.entities
    lines = [
        f"{entities[actor.id].label} ({group})",
        f"{actor.degree} edges, {actor.strength} shared in all",
        f"betweenness {actor.betweenness:.4f}, brokerage {actor.brokerage:.4f}",
    ]
    lines += [f"alone joins {entities[b.a].short} and {entities[b.b].short}" for b in alone[:_JOINED]]
    lines += [f"and {len(alone) - _JOINED} more pairs"] if len(alone) > _JOINED else []
    return "\n".join(lines)


_SIZE_WORDS = {
    "betweenness": "how much it stands between others (betweenness)",
    "degree": "with how many it is tied (degree)",
    "strength": "how much it shares with all (strength)",
    "brokerage": "how much it brokers (brokerage)",
}


def _sized(found: Network, size: str) -> str:
    words = _SIZE_WORDS[size]
    values = {getattr(actor, size) for actor in found.actors}
    return f"Size: {words}, the same for all." if len(values) == 1 else f"Size: {words}."


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


def _said(found: Network, groups: list[tuple[str, ...]], called: list[str]) -> Mapping[str, str]:
    """What the legend says of each community: how many are in it, and who shares the most."""
    strength = {actor.id: actor.strength for actor in found.actors}
    what = "states" if found.overlap.by == "state" else "bodies"
    said = {}
    for name, group in zip(called[: len(FORMS)], groups, strict=False):
        first = sorted(group, key=lambda node: (-strength[node], node))[:_NAMED]
        names = ", ".join(found.overlap.entities[node].short for node in first)
        said[name] = f"{name}: {len(group)} {what} ({names}{', …' if len(group) > _NAMED else ''})"
    rest = len(groups) - len(FORMS)
    said[_OTHER] = f"{rest} more groups; what joins them is below the name"
    said[_ALONE] = "without an outline: each a group of its own"
    return said
