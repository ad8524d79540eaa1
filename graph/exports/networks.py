"""Networks of facts for the tools that open them: GraphML, GEXF and the JSON of Cytoscape.

Each function writes the graph that `entity_graph` makes.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING, Any

from ..escaping import as_xml_text
from .spells import in_time

if TYPE_CHECKING:
    import networkx

__all__ = ["cytoscape", "gexf", "graphml"]


def graphml(facts: networkx.MultiDiGraph[str]) -> bytes:
    """Facts as GraphML (http://graphml.graphdrawing.org), for yEd, Gephi, igraph and networkx.

    Parameters
    ----------
    facts : networkx.MultiDiGraph
        Entities and facts, as `entity_graph` gives them.

    Returns
    -------
    bytes
    """
    import networkx

    out = io.BytesIO()
    with _written(out) as stream:
        networkx.write_graphml_xml(_for_xml(facts), stream)
    return out.getvalue() + b"\n"


def gexf(facts: networkx.MultiDiGraph[str]) -> bytes:
    """Facts as GEXF 1.2 (https://gexf.net), for Gephi: with spells, for its time line, where facts are dated.

    Dates of nothing but years are whole numbers among the attributes.

    Parameters
    ----------
    facts : networkx.MultiDiGraph
        Entities and facts, as `entity_graph` gives them.

    Returns
    -------
    bytes
    """
    import networkx

    copy = in_time(_for_xml(facts))
    dates = [(data, name) for _, _, data in copy.edges(data=True) for name in ("startDate", "endDate") if name in data]
    if all(data[name].isdecimal() for data, name in dates):
        for data, name in dates:
            data[name] = int(data[name])
    for _, _, key, data in copy.edges(keys=True, data=True):
        data["id"] = key
    out = io.BytesIO()
    with _written(out) as stream:
        networkx.write_gexf(copy, stream)
    # The day of writing would make two exports of one graph differ.
    return re.sub(rb' lastmodifieddate="[^"]*"', b"", out.getvalue(), count=1) + b"\n"


def cytoscape(facts: networkx.MultiDiGraph[str]) -> bytes:
    """Facts as the JSON of Cytoscape and Cytoscape.js (https://js.cytoscape.org/#notation/elements-json).

    Parameters
    ----------
    facts : networkx.MultiDiGraph
        Entities and facts, as `entity_graph` gives them.

    Returns
    -------
    bytes
    """
    import networkx

    copy = facts.copy()
    for name, node in copy.nodes(data=True):
        node["name"] = node.get("label") or name
    for _, _, key, data in copy.edges(keys=True, data=True):
        data["id"] = f"fact:{key}"
    elements = networkx.cytoscape_data(copy)
    return (json.dumps(elements, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "backslashreplace")


@contextmanager
def _written(out: io.BytesIO) -> Iterator[IO[bytes]]:
    """A stream into memory that cannot be read: one that can, XML's writer makes reset for each of a million pieces."""
    stream = io.BufferedWriter(out)
    yield stream
    stream.detach()


def _for_xml(facts: networkx.MultiDiGraph[str]) -> networkx.MultiDiGraph[str]:
    """A copy in which what XML cannot hold (control characters in data) is U+FFFD."""
    import networkx

    known: dict[str, str] = {}

    def safe(value: Any) -> Any:
        if not isinstance(value, str):
            return value
        if value not in known:
            known[value] = as_xml_text(value)
        return known[value]

    copy: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    for node, data in facts.nodes(data=True):
        copy.add_node(safe(node), **{safe(name): safe(value) for name, value in data.items()})
    for tail, head, key, data in facts.edges(keys=True, data=True):
        copy.add_edge(safe(tail), safe(head), key=safe(key), **{name: safe(value) for name, value in data.items()})
    return copy
