"""A network as a file has it: nodes and edges, and in words what is said of each."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from ..planning.keys import key_of

__all__ = ["SIDE", "Edge", "Network", "Said", "name_of"]

Said = dict[str, str]
SIDE = "side of the network"
"""What is said of the nodes of a network that says itself that it has two sides: "1" or "2"."""


class Edge(NamedTuple):
    """An edge: the ids of its two nodes, and what is said of it. One of several times comes several times."""

    tail: str
    head: str
    said: Said


@dataclass
class Network:
    """A network.

    Parameters
    ----------
    form : str
        What the file is: "GraphML", …
    nodes : dict of str to dict
        What is said of each node, by its id.
    edges : list of Edge
        The edges.
    said : dict of str to str
        What is said of all of it.
    notes : list of str
        What was not read of it, in words.
    told_by : str
        The attribute of its nodes that says which of them are members; "" if none does.
    """

    form: str
    nodes: dict[str, Said] = field(default_factory=dict)
    edges: list[Edge] = field(default_factory=list)
    said: Said = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    told_by: str = ""


_CALLED = ("label", "name", "title", "caption")


def name_of(node: str, said: Said) -> str:
    """What a node is called: its label or name, or else its id.

    Parameters
    ----------
    node : str
        Its id.
    said : dict of str to str
        What is said of it.

    Returns
    -------
    str

    >>> name_of("n0", {"Label": "n0", "name": "France"}), name_of("France", {"iso3": "FRA"})
    ('France', 'France')
    """
    called = {key_of(name): text for name, text in said.items() if text.strip() and text != node}
    return next((called[name] for name in _CALLED if name in called), node)
