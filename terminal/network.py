"""The network on the terminal: actors as a table, communities and bridges below it, or all of it drawn."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from ..graph.analysis.network import Network
from ..graph.errors import InvalidRequest
from ..graph.model.graph import Graph
from ..graph.pictures.network_picture import NODE_SIZES, network_picture
from .exporting import write_picture
from .writing.formats import DRAWN, names
from .writing.output import Output
from .writing.table import Table

__all__ = ["write_network"]

# Rows, and bridges, that a terminal shows before it says how many more there are.
_ROWS, _BRIDGES = 100, 8

_COLUMNS = {
    "id": "",
    "degree": "Ties",
    "strength": "Shared",
    "betweenness": "Between",
    "brokerage": "Broker",
    "community": "Group",
    "bridges": "Bridges",
}


def write_network(
    found: Network, graph: Graph, out: Output, node_size: str, style: str = "screen", size: str = "auto"
) -> None:
    """Write who is central in a network, its communities and its bridges; as a picture, the network itself."""
    form = out.form
    rendered = form in ("svg", "png", "pdf")
    for option, given, heeded in (("--style", style, rendered or form == "dot"), ("--size", size, rendered)):
        if given not in ("screen", "auto", *NODE_SIZES) and not heeded:
            raise InvalidRequest(f"{option} is for pictures: svg, png and pdf; name a file, such as --output FILE.svg")
    if form in names(DRAWN):
        if size in NODE_SIZES:
            node_size, size = size, "auto"  # as the option for nodes was called at first
        write_picture(network_picture(found, node_size=node_size, style=style, size=size), out)
    elif form == "json":
        out.json(_json(found))
    elif form in ("table", "markdown"):
        out.rows(_table(found, graph, _ROWS if form == "table" else len(found.actors)))
    else:
        exact = form != "jsonl"  # tables round numbers
        values = [asdict(actor).values() for actor in found.actors]
        rows = [[repr(v) if exact and isinstance(v, float) else v for v in row] for row in values]
        out.rows(Table({name: name for name in _COLUMNS}, rows))


def _json(found: Network) -> dict[str, Any]:
    return {
        "by": found.overlap.by,
        "as_of": str(found.overlap.period),
        "nodes": [asdict(actor) for actor in found.actors],
        "communities": [list(group) for group in found.communities],
        "modularity": found.modularity,
        "bridges": [asdict(bridge) for bridge in found.bridges],
    }


def _table(found: Network, graph: Graph, most: int) -> Table:
    by, called = found.overlap.by, _names(found, graph)
    columns = {**_COLUMNS, "id": "State" if by == "state" else "Body"}
    rows = [
        [called[a.id], a.degree, a.strength, f"{a.betweenness:.4f}", f"{a.brokerage:.4f}", a.community, a.bridges]
        for a in found.actors[:most]
    ]
    tied = ("states", "bodies") if by == "state" else ("bodies", "states")
    notes = []
    if len(found.actors) > most:
        notes.append(f"{len(found.actors) - most} more are not shown; see them all with --format csv.")
    if found.modularity is None:
        notes.append("There are no ties.")
    else:
        notes.append(f"Groups (modularity {found.modularity:.2f}):")
        shown = [group for group in found.communities if len(group) > 1]
        notes += [f"{n}: {', '.join(called[id_] for id_ in group)}" for n, group in enumerate(shown, 1)]
        alone = len(found.communities) - len(shown)
        notes += [f"and {alone} on their own"] if alone else []
    # One bridge of each of the greatest brokers says more than all of the first one.
    first = {bridge.id: bridge for bridge in reversed(found.bridges)}
    some = [first[actor.id] for actor in found.actors if actor.id in first][:_BRIDGES]
    bridges = [f"only {called[b.id]} links {called[b.a]} and {called[b.b]}" for b in some]
    if bridges:
        more = len(found.bridges) - len(bridges)
        notes.append(f"Bridges: {'; '.join(bridges)}{f'; and {more:,} more (--format json)' if more else ''}.")
    elif found.modularity is not None:
        notes.append(f"There are no bridges: none of these {tied[0]} is the only link between two {tied[1]}.")
    notes.append(
        f"Ties: {tied[0]} with which it shares {tied[1]}. Between: on shortest paths between {tied[0]}. Broker: between"
        f" {tied[1]}. Bridges: pairs of {tied[1]} that it alone links."
    )
    return Table(columns, rows, found.title, notes, counted="states" if found.overlap.by == "state" else "bodies")


def _names(found: Network, graph: Graph) -> dict[str, str]:
    """What to call every state and body of the network, by id."""
    nodes = found.overlap.two_mode.nodes(data=True)
    return {str(data["id"]): graph.names.by_iri[data["iri"]].short for _, data in nodes}
