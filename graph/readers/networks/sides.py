"""Which nodes of a network are members and which are bodies: by what it says of them, or else by their names.

A network of states and bodies has edges from the one to the other only. What is said of some nodes says therefore what
the others are. Where nothing says it, or edges tie states to states, the network is refused.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Mapping

from ...amounts import shortened
from ...errors import InvalidRequest, OperationFailed, UnknownName
from ...model.entities import kind_named
from ...model.known.authority import authority
from ...model.known.bodies import bodies
from ..cells.cell_words import NO, YES, flag_of
from ..important import Important
from ..planning.keys import key_of
from ..planning.words.column_names import FIELDS
from ..planning.words.column_words import has_body_word, says
from ..record_sides import OTHER_SIDE
from .network import Network, name_of

__all__ = ["OTHER", "sides_of"]

OTHER = "other"
"""The side of what is neither a member nor a body: an event, a source, a place."""

Sides = dict[str, str]
_NAMES = ("label", "name", "title", "caption")
_KINDS = {"state": "member", "person": "member", "member": "member", "body": "organization", "group": "organization"}
_WAY_ON = "give each node an attribute 'kind' that says 'state' or 'body'"
_MANY_KINDS = 40


def sides_of(where: str, network: Network) -> Sides:
    """The side of each node that has edges: "member", "organization" or `OTHER`.

    Parameters
    ----------
    where : str
        The file, for messages.
    network : Network
        The network; what the sides were taken from is added to its notes if it does not say them itself.

    Returns
    -------
    dict of str to str

    Raises
    ------
    OperationFailed
        If its edges tie states to states, or bodies to bodies.
    InvalidRequest
        If it is not clear what its nodes are.
    """
    tied = {end for edge in network.edges for end in edge[:2]}
    said = _by_words(where, network) or _by_halves(where, network, tied)
    sides = said or _by_names(network, tied)
    _spread(network, sides)
    by_sides = [(sides.get(edge.tail), sides.get(edge.head), edge) for edge in network.edges]
    if not any({tail, head} == {"member", "organization"} for tail, head, _ in by_sides) or not said:
        for tail, head, edge in by_sides:
            if tail == head and tail in OTHER_SIDE:
                kind = "states to states" if tail == "member" else "bodies to bodies"
                ends = f"{_shown(network, edge.tail)} to {_shown(network, edge.head)}"
                raise OperationFailed(
                    f"{where} ties {kind} ({ends}), and that is no membership; bring the network of states and bodies"
                    " that it was made of, or a table with the columns member, organization"
                )
    if unclear := [node for node in network.nodes if node in tied and node not in sides]:
        shown = shortened((_shown(network, node) for node in unclear), 3)
        what = "is a member or a body" if len(unclear) == 1 else "are members or bodies"
        raise InvalidRequest(f"{where}: it is not clear whether {shown} of this network {what}; {_WAY_ON}")
    if not said:
        network.notes.append(Important("which nodes are states and which bodies was taken from their names and edges"))
    return sides


def _shown(network: Network, node: str) -> str:
    return repr(name_of(node, network.nodes.get(node, {})))


def _by_words(where: str, network: Network) -> Sides:
    """The sides by the attribute that says them in words: "state" and "igo"; empty if none does."""
    best: Sides = {}
    unclear: dict[str, str] = {}
    for name in dict.fromkeys(name for said in network.nodes.values() for name in said):
        if key_of(name) in _NAMES:
            continue
        values = {node: said[name] for node, said in network.nodes.items() if said.get(name)}
        if len(set(values.values())) > _MANY_KINDS or all(_is_name(network, node, values[node]) for node in values):
            continue
        sides = {value: _side_said(key_of(name), value) for value in values.values()}
        found = {node: sides[value] for node, value in values.items() if sides[value]}
        if {"member", "organization"} & set(found.values()) and len(found) > len(best):
            best, network.told_by = found, name
            unclear = {node: value for node, value in values.items() if not sides[value]}
    if {"member", "organization"} <= set(best.values()):
        return best | dict.fromkeys(unclear, OTHER)  # "war": where bodies are called so, it is none
    if unclear:
        raise InvalidRequest(
            f"{where}: it is not clear whether nodes whose {network.told_by!r} is"
            f" {shortened(map(repr, dict.fromkeys(unclear.values())), 3)} are members or bodies; {_WAY_ON}"
        )
    return best


def _is_name(network: Network, node: str, value: str) -> bool:
    """Whether a text is what a node is called, again."""
    return value in (node, name_of(node, network.nodes[node]))


def _side_said(name: str, value: str) -> str:
    """The side that a word says, or a yes or no to a question such as "is state"; "" if it says none."""
    asked = _side_of_word(name.removeprefix("is "))
    if asked in OTHER_SIDE and flag_of(value) in (YES, NO):
        return asked if flag_of(value) == YES else OTHER_SIDE[asked]
    return _side_of_word(key_of(value))


def _side_of_word(word: str) -> str:
    try:
        return _KINDS.get(kind_named(word), OTHER)
    except UnknownName:
        pass
    side = next((side for side in OTHER_SIDE if word in FIELDS[side] or says(word, side)), "")
    return side or ("organization" if has_body_word(word) else "")


def _by_halves(where: str, network: Network, tied: set[str]) -> Sides:
    """The sides by an attribute of two values that each edge has both of: networkx's "bipartite", igraph's "type"."""
    for name in dict.fromkeys(name for said in network.nodes.values() for name in said):
        value = {node: network.nodes[node].get(name, "") for node in tied if node in network.nodes}
        if len(set(value.values())) != 2 or "" in value.values() or len(value) == 2:
            continue
        if any(value.get(edge.tail) == value.get(edge.head) for edge in network.edges):
            continue
        one, other = sorted(set(value.values()))
        halves = [
            [name_of(node, network.nodes[node]) for node in value if value[node] == half] for half in (one, other)
        ]
        side = _side_of_half(*halves)
        if not side:
            raise InvalidRequest(
                f"{where}: {name!r} says which nodes are of one side, and not which of both are the members: {_WAY_ON}"
            )
        network.told_by = name
        network.notes.append(
            f"the nodes whose {name!r} is {one if side == 'member' else other!s} were read as the members"
        )
        return {node: side if half == one else OTHER_SIDE[side] for node, half in value.items()}
    return {}


def _side_of_half(ours: list[str], theirs: list[str]) -> str:
    """The side of the first of two halves, by their names or codes; "" if it is not clear."""
    for has, side in ((_is_state, "member"), (_is_body, "organization")):
        first, second = (_share(names, has) for names in (ours, theirs))
        if abs(first - second) > 0.4:
            return side if first > second else OTHER_SIDE[side]
    codes = [bool(authority().schemes_of(set(names))) for names in (ours, theirs)]
    return ("member" if codes[0] else "organization") if codes[0] != codes[1] else ""


def _share(names: list[str], has: Callable[[str], bool]) -> float:
    some = list(dict.fromkeys(names))[:200]
    return sum(map(has, some)) / max(len(some), 1)


def _is_state(name: str) -> bool:
    return bool(authority().find(name).candidates)


def _is_body(name: str) -> bool:
    return bool(bodies().find(name))


def _by_names(network: Network, tied: Iterable[str]) -> Sides:
    """The sides of those whose names are in the lists of states and bodies."""
    names = {node: name_of(node, network.nodes.get(node, {})) for node in tied}
    return {node: "member" for node, name in names.items() if _is_state(name)} | {
        node: "organization" for node, name in names.items() if _is_body(name) and not _is_state(name)
    }


def _spread(network: Network, sides: Sides) -> None:
    """Give a node that nothing is said of the other side than all that it is tied to."""
    near: Mapping[str, set[str]] = defaultdict(set)
    for edge in network.edges:
        near[edge.tail].add(edge.head)
        near[edge.head].add(edge.tail)
    waiting = deque(node for node in near if node in sides)
    while waiting:
        for node in near[waiting.popleft()]:
            if node in sides:
                continue
            around = {sides[each] for each in near[node] if sides.get(each) in OTHER_SIDE}
            if len(around) == 1:
                sides[node] = OTHER_SIDE[around.pop()]
                waiting.append(node)
