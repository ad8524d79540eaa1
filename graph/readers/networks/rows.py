"""A network as rows: each edge of a member and a body is a row, with what is said of it and the codes of its ends."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from ...amounts import counted, shortened
from ...errors import OperationFailed
from ...late import late_pattern
from ...model.naming.forms import slug
from ...model.roles import FULL
from ..files.exported_quotes import evidence_cells
from ..important import Important
from ..planning.keys import key_of
from ..planning.words.column_names import FIELDS
from ..relation_words import relation_role, says_of
from .network import SIDE, Edge, Network, Said, name_of
from .sides import OTHER, sides_of

__all__ = ["rows_of_network"]

_CODES = ("iso3", "iso2", "cow", "gw", "iso_numeric", "cow_abbreviation")
_OF_BODIES = ("abbreviation", "type")
_RELATIONS = ("relation", "relationship", "label", "predicate", "property", "interaction", "type", "kind")
_WEIGHTS = ("weight", "Weight", "value", "width", "strength", "thickness")
_NUMBER = late_pattern(r"[+-]?\d*\.?\d+(?:e[+-]?\d+)?")
_NO_TIE = late_pattern(r"[+-]?0*\.?0*")


def rows_of_network(where: str, network: Network) -> list[list[str]]:
    """The memberships of a network as rows, the header first.

    Parameters
    ----------
    where : str
        The file, for messages.
    network : Network
        The network; what gave no row is added to its notes.

    Returns
    -------
    list of rows

    Raises
    ------
    OperationFailed
        If no edge is a membership.
    InvalidRequest
        If it is not clear what its nodes are.

    >>> nodes = {"1": {"label": "France", "kind": "state"}, "2": {"label": "Alpha", "kind": "body"}}
    >>> rows_of_network("t.gml", Network("GML", nodes, [Edge("2", "1", {"since": "1990"})]))
    [['state', 'organization', 'since'], ['France', 'Alpha', '1990']]
    """
    if not network.edges:
        raise OperationFailed(f"{where} is a network without edges; it says of nobody that it is in a body")
    sides = sides_of(where, network)
    found = list(_ties(network, sides))
    found = _with_roles(where, network, found)
    found = _with_weights(network, found)
    if not found:
        raise OperationFailed(f"{where}: no edge of this network ties a member to a body; {'; '.join(network.notes)}")
    _say_unread(network, sides)
    row = _our_row if _is_ours(network, found) else _row
    rows = [row(network, member, body, edge) for member, body, edge in found]
    names = list(dict.fromkeys(name for one in rows for name in one))
    if row is _row and (kind := _kind_of_members(network, found)):
        return [
            [kind if name == "member" else name for name in names],
            *([one.get(name, "") for name in names] for one in rows),
        ]
    return [names, *([one.get(name, "") for name in names] for one in rows)]


Tie = tuple[str, str, Edge]
"""A member, a body, and their edge."""


def _ties(network: Network, sides: Mapping[str, str]) -> Iterator[Tie]:
    """The edges of a member and a body; the others are counted."""
    words = {"member": "a member", "organization": "a body", OTHER: "something else"}
    left_out: Counter[str] = Counter()
    for edge in network.edges:
        ours, theirs = sides[edge.tail], sides[edge.head]
        if {ours, theirs} == {"member", "organization"}:
            yield (edge.tail, edge.head, edge) if ours == "member" else (edge.head, edge.tail, edge)
        elif theirs == "organization" and "iri" in network.nodes.get(edge.tail, {}) and _says_member(edge):
            yield edge.tail, edge.head, edge  # a body in another one
        else:
            left_out[" to ".join(sorted((words[ours], words[theirs])))] += 1
    for what, count in left_out.items():
        _tell(network, f"{counted(count, 'edge')} of {what} {'was' if count == 1 else 'were'} left out")


def _says_member(edge: Edge) -> bool:
    """Whether an edge that blocs wrote is a membership, by its relation."""
    return edge.said.get("relation") == "member"


def _tell(network: Network, note: str) -> None:
    """Note something that a user should know, unless blocs wrote the network: then it is of other facts."""
    ours = all("iri" in said for said in network.nodes.values())
    network.notes.append(note if ours else Important(note))


def _with_roles(where: str, network: Network, ties: list[Tie]) -> list[Tie]:
    """The ties with the role that their labels say; if some say a membership, without those that say something else."""
    labels = dict.fromkeys(name for _, _, edge in ties for name in edge.said if key_of(name) in _RELATIONS)
    in_order = sorted(labels, key=lambda name: _RELATIONS.index(key_of(name)))
    told = [
        name
        for name in in_order
        if any(
            says_of(edge.said.get(name, "")) and relation_role(edge.said[name])
            for _, _, edge in ties
            if name in edge.said
        )
    ]
    if not told:
        return ties
    found: list[Tie] = []
    left_out: Counter[str] = Counter()
    for member, body, edge in ties:
        label = edge.said.get(told[0], "")
        role = relation_role(label)
        if role is None:
            left_out[label] += 1
            continue
        said = {name: value for name, value in edge.said.items() if name not in told}
        has_role = any(key_of(name) in FIELDS["role"] and value for name, value in said.items())
        found.append(
            (
                member,
                body,
                Edge(edge.tail, edge.head, said if has_role or role[0] == FULL else {**said, "role": role[0]}),
            )
        )
    if left_out:
        shown = shortened(f"{label!r} ({count:,})" for label, count in left_out.most_common())
        _tell(network, f"edges of which {told[0]!r} says something else were left out: {shown}")
    return found


def _with_weights(network: Network, ties: list[Tie]) -> list[Tie]:
    """Without edges of no weight, which are none; of the weights, those that are all the same say nothing."""
    name = next((name for name in _WEIGHTS if _are_numbers(edge.said.get(name, "") for _, _, edge in ties)), "")
    if not name:
        return ties
    kept = [tie for tie in ties if _NO_TIE.fullmatch(tie[2].said.get(name) or "1") is None]
    if count := len(ties) - len(kept):
        _tell(network, f"{counted(count, 'edge')} of weight 0 {'was' if count == 1 else 'were'} left out")
    others = {edge.said[name] for _, _, edge in kept if edge.said.get(name)}
    if len(others) > 1:
        _tell(network, f"the weights of the edges were not read ({shortened(sorted(others), 3)})")
    return [
        (member, body, Edge(edge.tail, edge.head, {each: value for each, value in edge.said.items() if each != name}))
        for member, body, edge in kept
    ]


def _are_numbers(values: Iterable[str]) -> bool:
    given = [value for value in values if value]
    return bool(given) and all(_NUMBER.fullmatch(value) for value in given)


def _field(name: str, fields: tuple[str, ...]) -> str:
    """Which of some fields an attribute is called after; "" if after none."""
    return next((field for field in fields if key_of(name) in FIELDS[field]), "")


def _kind_of_members(network: Network, ties: list[Tie]) -> str:
    """What the network says that all members are, "state" or "person"; "" if it does not say so."""
    kinds = {network.nodes.get(member, {}).get(network.told_by or "kind", "").casefold() for member, *_ in ties}
    return next((kind for kind, words in _SAID.items() if kinds <= words), "")


_SAID = {
    "state": {"state", "states", "country", "countries", "nation", "member state"},
    "person": {"person", "persons", "people", "politician", "human"},
}


def _row(network: Network, member: str, body: str, edge: Edge) -> Said:
    ours, theirs = network.nodes.get(member, {}), network.nodes.get(body, {})
    row = {"member": name_of(member, ours), "organization": name_of(body, theirs)}
    for name, value in {**network.said, **edge.said}.items():
        if key_of(name) not in ("name", "member", "organization"):
            row[name] = value
    row |= {name: value for name, value in ours.items() if _field(name, _CODES) and name not in row}
    named = {
        f"organization {field}": value
        for name, value in theirs.items()
        if name != network.told_by and (field := _field(name, _OF_BODIES))
    }
    return row | {name: value for name, value in named.items() if name not in row}


def _say_unread(network: Network, sides: Mapping[str, str]) -> None:
    """Tell what of the nodes no row has, and which nodes have no edge."""
    unread = dict.fromkeys(
        name
        for node, said in network.nodes.items()
        for name in said
        if said[name]
        and name not in (network.told_by, SIDE)
        and said[name] not in (node, name_of(node, said))
        and not _field(name, _CODES if sides.get(node) == "member" else _OF_BODIES)
    )
    if network.said.get("name"):
        network.notes.append(f"the network is called {network.said['name']!r}")
    if unread:
        network.notes.append(f"not read of the nodes: {shortened(map(repr, unread))}")
    alone = [name_of(node, said) for node, said in network.nodes.items() if node not in sides]
    if alone:
        network.notes.append(f"without an edge, and so in nothing: {shortened(alone)}")


def _is_ours(network: Network, ties: list[Tie]) -> bool:
    """Whether blocs exported a network, whose ids are then those of the graph that it was exported from."""
    ends = {end for member, body, _ in ties for end in (member, body)}
    return all("iri" in network.nodes.get(end, {}) for end in ends) and all("basis" in edge.said for *_, edge in ties)


def _name_read_back(node: str, said: Said) -> str:
    """The name of a node that gives its id again, if one does."""
    names = [name for name in (said.get("abbreviation", ""), name_of(node, said)) if name]
    return next((name for name in names if slug(name) == node), node if slug(node) == node else names[-1])


def _our_row(network: Network, member: str, body: str, edge: Edge) -> Said:
    """A row as `export --format csv` writes it."""
    ours, theirs, said = network.nodes[member], network.nodes[body], edge.said
    row = {
        "member": _name_read_back(member, ours),
        "organization": _name_read_back(body, theirs),
        "role": said.get("role") or FULL,
        "start": said.get("startDate") or said.get("start", ""),
        "end": said.get("endDate") or said.get("end", ""),
        "basis": said.get("basis", ""),
    }
    return (
        row
        | evidence_cells(said)
        | {
            "member_id": member,
            "member_label": name_of(member, ours),
            "member_kind": ours.get("kinds") or ours.get("kind", ""),
            "organization_id": body,
            "organization_label": name_of(body, theirs),
        }
    )
