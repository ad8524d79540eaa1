"""Networks in XML: GraphML (http://graphml.graphdrawing.org) and GEXF (https://gexf.net).

Values are kept as texts, so that a code such as "007" stays one.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator

from ...amounts import counted, shortened
from ...errors import InvalidRequest, OperationFailed
from ..files.xml_tree import Element, xml_tree
from ..important import Important
from .network import Edge, Network, Said

__all__ = ["gexf_network", "graphml_network"]


def graphml_network(where: str, content: bytes, wanted: str = "") -> Network:
    """The network in a GraphML file.

    Parameters
    ----------
    where : str
        The file, for messages.
    content : bytes
        The whole file.
    wanted : str
        The id of the network, if the user names one of several.

    Returns
    -------
    Network

    Raises
    ------
    OperationFailed
        If it is damaged, or says things that are not read.
    InvalidRequest
        If it has several networks and none is named.
    """
    root = xml_tree(where, content)
    graph = _one_of(where, [one for one in root.inside if one.tag == "graph"], wanted)
    if any(one.tag == "hyperedge" for one in _all(graph)):
        raise OperationFailed(f"{where} has hyperedges, which tie more than two nodes; write an edge for each two")
    keys = {one.attributes.get("id", ""): one for one in root.inside if one.tag == "key"}
    result = Network("GraphML", said=_data(graph, keys, "graph"))
    for one in _all(graph):
        if one.tag == "node":
            result.nodes[one.attributes.get("id", "")] = _data(one, keys, "node")
        elif one.tag == "edge":
            ends = one.attributes.get("source", ""), one.attributes.get("target", "")
            result.edges.append(Edge(*ends, _data(one, keys, "edge")))
    return result


def _one_of(where: str, graphs: list[Element], wanted: str) -> Element:
    """The one network of a file, or that which the user names."""
    if not graphs:
        raise OperationFailed(f"{where} has no network in it")
    names = [one.attributes.get("id") or str(number) for number, one in enumerate(graphs, 1)]
    if wanted and wanted not in names:
        raise InvalidRequest(f"{where} has no network {wanted!r}; it has: {shortened(names)}")
    if len(graphs) > 1 and not wanted:
        raise InvalidRequest(f"{where} has {len(graphs)} networks: {shortened(names)}; name one with --sheet")
    return graphs[names.index(wanted) if wanted else 0]


def _all(element: Element) -> Iterator[Element]:
    """All elements in an element, those in groups of nodes too."""
    waiting = list(reversed(element.inside))
    while waiting:
        one = waiting.pop()
        yield one
        if one.tag in ("graph", "node", "nodes", "edges"):
            waiting += reversed(one.inside)


def _data(element: Element, keys: dict[str, Element], of: str) -> Said:
    """What GraphML says of a network, node or edge, with what it says of all of them that say nothing else."""
    found: Said = {}
    for key in keys.values():
        default = next((one for one in key.inside if one.tag == "default"), None)
        if default is not None and key.attributes.get("for") in (of, "all"):
            found[_title(key)] = _text(default)
    for data in element.inside:
        if data.tag != "data":
            continue
        name = data.attributes.get("key", "")
        if data.inside:
            # yEd's drawing of it, with its label.
            label = next((one for one in _within(data) if one.tag in ("NodeLabel", "EdgeLabel") and _text(one)), None)
            found |= {"label": _text(label)} if label is not None else {}
        else:
            found[_title(keys[name]) if name in keys else name] = _text(data)
    return found


def _title(key: Element) -> str:
    return key.attributes.get("attr.name") or key.attributes.get("id", "")


def _text(element: Element) -> str:
    return " ".join("".join(element.text).split())


def _within(element: Element) -> Iterator[Element]:
    for one in element.inside:
        yield one
        yield from _within(one)


def gexf_network(where: str, content: bytes) -> Network:
    """The network in a GEXF file; an edge that is there at several times comes once for each.

    Parameters
    ----------
    where : str
        The file, for messages.
    content : bytes
        The whole file.

    Returns
    -------
    Network

    Raises
    ------
    OperationFailed
        If it is damaged, or says things that are not read.
    """
    graph = next((one for one in xml_tree(where, content).inside if one.tag == "graph"), None)
    if graph is None:
        raise OperationFailed(f"{where} has no network in it")
    titles: dict[str, dict[str, Element]] = {"node": {}, "edge": {}}
    for attributes in graph.inside:
        if attributes.tag == "attributes":
            titles[attributes.attributes.get("class", "")] = {
                **titles.get(attributes.attributes.get("class", ""), {}),
                **{one.attributes.get("id", ""): one for one in attributes.inside if one.tag == "attribute"},
            }
    time = _time_of(graph.attributes.get("timeformat", ""))
    result = Network("GEXF", said={name: graph.attributes[name] for name in ("name",) if graph.attributes.get(name)})
    for one in _all(graph):
        if one.tag == "node":
            said, _ = _values(one, titles["node"], time)
            label = {"label": one.attributes["label"]} if one.attributes.get("label") else {}
            result.nodes[one.attributes.get("id", "")] = {**said, **label}
        elif one.tag == "edge":
            _add_edges(where, result, one, titles["edge"], time)
    return result


_OF_EDGES = ("label", "kind", "weight", "start", "end")


def _add_edges(
    where: str, result: Network, edge: Element, titles: dict[str, Element], time: Callable[[str], str]
) -> None:
    """An edge of GEXF, once for each of the times that it is there."""
    said, in_time = _values(edge, titles, time)
    given = {name: edge.attributes[name] for name in _OF_EDGES if edge.attributes.get(name)}
    for name, value in given.items():
        said.setdefault(name, time(value) if name in ("start", "end") else value)
    ends = edge.attributes.get("source", ""), edge.attributes.get("target", "")
    if (weights := in_time.pop("weight", None)) is not None:
        note = f"the weights of an edge over time were not read ({counted(len(weights), 'weight')})"
        result.notes.append(Important(note))
    if len(in_time) > 1:
        raise OperationFailed(
            f"{where}: several attributes of an edge change over time: {', '.join(in_time)}; save its edges as a table"
        )
    for name, values in in_time.items():
        result.edges += [Edge(*ends, {**said, name: value, "start": start, "end": end}) for value, start, end in values]
        return
    spells = [one for part in edge.inside if part.tag in ("spells", "slices") for one in part.inside]
    if len(spells) > 1 or (spells and not any(name in said for name in ("start", "end", "startDate", "endDate"))):
        said = {name: value for name, value in said.items() if name not in ("start", "end", "startDate", "endDate")}
        result.edges += [Edge(*ends, {**said, **_spell(one, time)}) for one in spells]
    else:
        result.edges.append(Edge(*ends, said))


def _spell(element: Element, time: Callable[[str], str]) -> Said:
    return {name: time(element.attributes[name]) for name in ("start", "end") if element.attributes.get(name)}


def _values(
    element: Element, titles: dict[str, Element], time: Callable[[str], str]
) -> tuple[Said, dict[str, list[tuple[str, str, str]]]]:
    """What GEXF says of a node or an edge; apart from it what it says of a time, with its first and last."""
    found: Said = {}
    for title in titles.values():
        default = next((one for one in title.inside if one.tag == "default"), None)
        if default is not None:
            found[title.attributes.get("title", "")] = _text(default)
    in_time: dict[str, list[tuple[str, str, str]]] = {}
    for value in (one for part in element.inside if part.tag == "attvalues" for one in part.inside):
        key = value.attributes.get("for") or value.attributes.get("id", "")
        name = titles[key].attributes.get("title", key) if key in titles else key
        text = value.attributes.get("value", "")
        times = [time(value.attributes.get(side, "")) for side in ("start", "end")]
        if any(times):
            in_time.setdefault(name, []).append((text, times[0], times[1]))
        else:
            found[name] = text
    found.pop("networkx_key", None)
    return found, in_time


def _time_of(form: str) -> Callable[[str], str]:
    """What a time of GEXF is in a table: a year as a number with a point in it is a year, and infinity is no time."""

    def time(text: str) -> str:
        if form in ("date", "dateTime", "string"):
            return text
        try:
            number = float(text)
        except ValueError:
            return text
        if math.isinf(number) or math.isnan(number):
            return ""
        return str(int(number)) if number == int(number) else text

    return time
