"""Networks in JSON: nodes and links, as networkx, D3, Cytoscape, graphology, vis.js and the JSON Graph Format do."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from ...errors import OperationFailed
from ..cells.cell_texts import text_of_cell
from ..files.json_values import date_of
from .network import Edge, Network, Said

__all__ = ["json_network"]

_SHELLS = ("data", "attributes", "metadata")
_IDS = ("id", "key", "name")
_TAILS, _HEADS = ("source", "from", "tail"), ("target", "to", "head")


def json_network(where: str, found: Mapping[str, Any]) -> Network | None:
    """The network in a JSON value; None if there is none.

    Parameters
    ----------
    where : str
        The file, for messages.
    found : mapping
        The value.

    Returns
    -------
    Network or None

    Raises
    ------
    OperationFailed
        If an edge is tied to what is no node.

    >>> json_network("t.json", {"nodes": [{"id": "A"}, {"id": "B"}], "links": [{"source": 0, "target": 1}]}).edges
    [Edge(tail='A', head='B', said={})]
    """
    around = {name: value for name, value in found.items() if not isinstance(value, list | dict)}
    for shell in ("elements", "graph"):
        if isinstance(inner := found.get(shell), dict) and "nodes" in inner:
            found = inner
    links = next((found[name] for name in ("links", "edges") if isinstance(found.get(name), list)), None)
    nodes = found.get("nodes")
    if isinstance(nodes, dict) and all(isinstance(one, dict) for one in nodes.values()):
        nodes = [{"id": name, **one} for name, one in nodes.items()]
    if links is None or not isinstance(nodes, list):
        return None
    of_all = found["graph"] if isinstance(found.get("graph"), dict) else {}
    result = Network("JSON", said=_texts({**around, **of_all}))
    for flag in ("directed", "multigraph", "type", "format_version", "generated_by", "target_cytoscapejs_version"):
        result.said.pop(flag, None)
    order: list[str] = []
    for node in map(_opened, nodes):
        given = next((name for name in _IDS if node.get(name) not in (None, "")), "")
        order.append(text_of_cell(node.pop(given, len(order))))
        result.nodes[order[-1]] = _texts(node) | ({"name": order[-1]} if given == "name" else {})
    for edge in map(_opened, links):
        tail, head = (_end(where, edge, names, result.nodes, order) for names in (_TAILS, _HEADS))
        said = _texts(edge)
        for name in ("id", "key"):
            said.pop(name, None)
        result.edges.append(Edge(tail, head, said))
    return result


def _opened(record: Any) -> dict[str, Any]:
    """A node or an edge without shells around what is said of it."""
    if not isinstance(record, dict):
        return {"id": record}
    found = {name: value for name, value in record.items() if name not in _SHELLS or not isinstance(value, dict)}
    for shell in _SHELLS:
        if isinstance(inner := record.get(shell), dict):
            found |= inner
    return found


def _end(where: str, edge: dict[str, Any], names: tuple[str, ...], nodes: Mapping[str, Said], order: list[str]) -> str:
    """The node that an edge is tied to: by its id, or by its place in the list of nodes, as D3 has it."""
    name = next((each for each in names if each in edge), "")
    end = edge.pop(name, None)
    if isinstance(end, dict):
        end = next((end[each] for each in _IDS if each in end), None)
    if text_of_cell(end) in nodes or (isinstance(end, str) and end):
        return text_of_cell(end)
    if isinstance(end, int) and 0 <= end < len(order):
        return order[end]
    raise OperationFailed(f"{where}: an edge is tied to {text_of_cell(end)!r}, which is no node of it")


def _texts(record: Mapping[str, Any]) -> Said:
    """What a record says, in texts: what has parts, such as a place on a page, as it is written."""
    shown = {
        name: json.dumps(value, ensure_ascii=False) if isinstance(value, dict) else text_of_cell(value)
        for name, value in ((name, date_of(value)) for name, value in record.items())
    }
    return {name: text for name, text in shown.items() if text not in ("", "{}")}
