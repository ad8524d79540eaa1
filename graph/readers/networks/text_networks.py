"""Networks in plain text: Pajek (.net, .paj) and GML."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Any

from ...errors import OperationFailed
from ..files.line_breaks import lines_of
from .network import SIDE, Edge, Network, Said

__all__ = ["gml_network", "pajek_network"]

_WORD = re.compile(r"\"([^\"]*)\"|'([^']*)'|(\[[^\]]*\])|(\S+)")
_TIMES = re.compile(r"(\d+)(?:-(\d+|\*))?")


def pajek_network(where: str, text: str) -> Network:
    """The network in a file of Pajek.

    Parameters
    ----------
    where : str
        The file, for messages.
    text : str
        The whole file.

    Returns
    -------
    Network

    Raises
    ------
    OperationFailed
        If it has several networks, or lines that are none of Pajek.

    >>> found = pajek_network("t.net", '*Vertices 2 1\\n1 "France"\\n2 "Alpha"\\n*Edges\\n1 2 1\\n')
    >>> found.nodes["1"]["label"], found.edges
    ('France', [Edge(tail='1', head='2', said={'weight': '1'})])
    """
    result = Network("Pajek")
    section, relation, first, row = "", "", 0, 0
    partition = ""
    for number, line in enumerate(lines_of(text), 1):
        line = line.strip()
        if not line or line.startswith(("%", "/*")):
            continue
        if line.startswith("*"):
            words = _words(line)
            before, section = section, words[0].casefold().lstrip("*")
            rest = [word for word in words[1:] if not re.fullmatch(r":\d+:?", word)]
            if section == "network":
                result.said["name"] = " ".join(rest)
            elif section in ("partition", "vector"):
                partition = " ".join(rest)
            elif section == "vertices" and before in ("partition", "vector"):
                section, row = "values", 0
            elif section == "vertices":
                if result.nodes:
                    raise OperationFailed(
                        f"{where} has several networks; write the one with members into a file of its own"
                    )
                first = int(rest[1]) if len(rest) > 1 and rest[1].isdigit() else 0
                for at in range(1, int(rest[0]) + 1):
                    result.nodes[str(at)] = {SIDE: "1" if at <= first else "2"} if first else {}
            else:
                relation, row = " ".join(rest), 0
            continue
        words = _words(line)
        if section == "vertices":
            if words[0] not in result.nodes:
                raise OperationFailed(f"{where}:{number}: there is no vertex {words[0]!r}")
            result.nodes[words[0]] |= {"label": words[1]} if len(words) > 1 else {}
        elif section == "values":
            row += 1
            result.nodes[str(row)][partition] = line
        elif section in ("arcs", "edges"):
            said = {"relation": relation} if relation else {}
            said |= {"weight": words[2]} if len(words) > 2 and not words[2].startswith("[") else {}
            times = next((word for word in words if word.startswith("[")), "")
            result.edges += [Edge(words[0], words[1], {**said, **spell}) for spell in _times(times)]
        elif section in ("arcslist", "edgeslist"):
            result.edges += [Edge(words[0], word, {"relation": relation} if relation else {}) for word in words[1:]]
        elif section == "matrix":
            row += 1
            result.edges += [
                Edge(str(row), str(first + at), {"weight": word})
                for at, word in enumerate(words, 1)
                if word.strip("0.") != ""
            ]
        else:
            raise OperationFailed(f"{where}:{number}: Pajek's *{section} is not read; save the edges as a table")
    return _checked(where, result)


def _words(line: str) -> list[str]:
    return [next(filter(None, match.groups()), "") for match in _WORD.finditer(line)]


def _times(text: str) -> Iterator[Said]:
    """The times of an edge: [1990-1995,2001-*]; nothing once if it has none."""
    if not text:
        yield {}
    for start, end in _TIMES.findall(text):
        yield {"start": start, "end": "" if end == "*" else end or start}


def _checked(where: str, result: Network) -> Network:
    for edge in result.edges:
        for end in edge[:2]:
            if end not in result.nodes:
                raise OperationFailed(f"{where}: an edge is tied to {end!r}, which is no node of it")
    return result


_TOKEN = re.compile(r"\"([^\"]*)\"|(\[|\])|([^\s\[\]\"]+)|#[^\n]*")


def gml_network(where: str, text: str) -> Network:
    """The network in a GML file.

    Parameters
    ----------
    where : str
        The file, for messages.
    text : str
        The whole file.

    Returns
    -------
    Network

    Raises
    ------
    OperationFailed
        If it is damaged, or has several networks.

    >>> text = 'graph [ node [ id 1 label "A" ] node [ id 2 ] edge [ source 1 target 2 start 1990 ] ]'
    >>> found = gml_network("t.gml", text)
    >>> found.nodes["1"], found.edges
    ({'label': 'A'}, [Edge(tail='1', head='2', said={'start': '1990'})])
    """
    body = "\n".join(line for line in lines_of(text) if not line.lstrip().startswith("#"))
    tokens = iter(_TOKEN.finditer(body))
    try:
        graphs = [value for name, value in _pairs(tokens, inside=False) if name.casefold() == "graph"]
    except (StopIteration, RuntimeError, RecursionError):
        raise OperationFailed(f"{where}: not valid GML: it ends before the network does") from None
    if len(graphs) != 1:
        raise OperationFailed(f"{where} has {len(graphs)} networks; write the one with members into a file of its own")
    result = Network("GML")
    for name, value in graphs[0]:
        if name == "node":
            said = _said(value)
            result.nodes[said.pop("id", str(len(result.nodes)))] = said
        elif name == "edge":
            said = _said(value)
            result.edges.append(Edge(said.pop("source", ""), said.pop("target", ""), said))
        elif isinstance(value, str) and name not in ("directed", "multigraph"):
            result.said[name] = value
    return _checked(where, result)


def _pairs(tokens: Iterator[re.Match[str]], *, inside: bool) -> list[tuple[str, Any]]:
    """Names, each with a text or with names of its own in brackets."""
    found: list[tuple[str, Any]] = []
    for token in tokens:
        if token[2] == "]":
            if not inside:
                break
            return found
        name, value = token[3] or token[1] or "", next(tokens)
        if value[2] == "[":
            found.append((name, _pairs(tokens, inside=True)))
        else:
            found.append((name, html.unescape(value[3] if value[1] is None else value[1])))
    if inside:
        raise StopIteration
    return found


def _said(pairs: list[tuple[str, Any]]) -> Said:
    """What is said of a node or an edge; a list of texts has its name several times; how it is drawn is left out."""
    found: Said = {}
    for name, value in pairs:
        if isinstance(value, str):
            found[name] = f"{found[name]}; {value}" if name in found else value
    return found
