"""Names that a graph does not have but everybody uses: "USSR", "Burma", "Warsaw Pact".

A graph's own names come first. Only a name that it does not have is looked up in the lists of states and bodies that
come with blocs, and what these say is joined to the graph's node by a code, or by another of its names. What the graph
does not have as a node, no list gives it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from ..entities import Entity
from .authority import authority
from .bodies import Body, bodies
from .states import State

if TYPE_CHECKING:
    from ..naming.names import Names

__all__ = [
    "all_well_known",
    "listed_demonyms",
    "listed_names",
    "node_of_body",
    "node_of_state",
    "well_known",
    "well_known_demonyms",
]

_CODES = ("cow", "iso3", "cowAbbreviation")
"""The schemes that join a state of the list to a node, in the order in which they are tried."""


def well_known(names: Names, name: str, kinds: Collection[str] = ()) -> list[Entity]:
    """The nodes of a graph that a name means that the graph does not have; none if it means none, or none there.

    >>> import blocs
    >>> [entity.id for entity in well_known(blocs.load().names, "Commonwealth of Independent States")]
    ['cis']
    """
    return _meant(_Nodes(names), name, kinds)


class _Nodes:
    """The nodes of a graph that are states and bodies of the lists: each looked for once, under whatever names."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._found: dict[int, Entity | None] = {}

    def of(self, one: State | Body) -> Entity | None:
        """The node that is a state or a body of the lists, which are there until the end of the process."""
        if id(one) not in self._found:
            names = self._names
            self._found[id(one)] = node_of_state(names, one) if isinstance(one, State) else node_of_body(names, one)
        return self._found[id(one)]


def _meant(nodes: _Nodes, name: str, kinds: Collection[str] = ()) -> list[Entity]:
    listed = [one for one in _listed(name) if not kinds or ("state" if isinstance(one, State) else "body") in kinds]
    return list(dict.fromkeys(node for one in listed if (node := nodes.of(one)) is not None))


@lru_cache(maxsize=5000)  # all names of the lists, which each graph is asked for
def _listed(name: str) -> tuple[State | Body, ...]:
    """The states and the bodies of the lists that a name may mean."""
    match = authority().find(_plain(name))
    states = [match.state] if match.state is not None else match.candidates
    return (*states, *bodies().find(_plain(name)))


def _plain(name: str) -> str:
    return name.strip().removeprefix("the ").removeprefix("The ")


def node_of_state(names: Names, state: State) -> Entity | None:
    """The node of a graph that is a state of the list; None if it has none, or several."""
    names.expect_names(_names_of_state(state))
    for scheme in _CODES:
        for code in state.codes.get(scheme, ()):
            coded = [node for node in names.matches(code, ("state",)) if node.codes.get(scheme) == code]
            if len(coded) == 1:
                return coded[0]
            if scheme == "cow" and any("cow" in node.codes for node in names.matches(state.label, ("state",))):
                return None  # the graph has these codes, and of this state none
    called = dict.fromkeys(node for name in state.names for node in names.matches(name.text, ("state",)))
    uncoded = [node for node in called if not any(scheme in node.codes for scheme in _CODES)]
    return uncoded[0] if len(uncoded) == 1 else None


def node_of_body(names: Names, body: Body) -> Entity | None:
    """The node of a graph that is a body of the list; None if it has none, or several."""
    names.expect_names(_names_of_body(body))
    for name in _names_of_body(body):
        called = names.matches(name, ("body",))
        if len(called) == 1:
            return called[0]
    return None


def _names_of_state(state: State) -> list[str]:
    codes = (code for scheme in _CODES for code in state.codes.get(scheme, ()))
    return [*codes, state.label, *(name.text for name in state.names)]


def _names_of_body(body: Body) -> list[str]:
    return [name for name in (body.cow, body.label, body.abbreviation, *body.aliases) if name]


def listed_names() -> Iterator[str]:
    """Every name of the lists of states and bodies that people go by, demonyms left out.

    >>> {"USSR", "Warsaw Pact"} <= set(listed_names())
    True
    """
    for state in authority().states:
        yield from (name.text for name in state.names if not name.hidden and name.text)
    for body in bodies().bodies:
        yield from (name for name in (body.label, body.abbreviation, *body.aliases) if name)


def listed_demonyms() -> list[str]:
    """Every demonym of the list of states.

    >>> "Soviet" in listed_demonyms()
    True
    """
    return list(dict.fromkeys(demonym for state in authority().states for demonym in state.demonyms))


def all_well_known(names: Names, listed: Iterable[str] | None = None) -> Iterator[tuple[str, Entity]]:
    """Every name of the lists that a graph does not have, with the node that it means there.

    A name of several comes with each of them, so that it is nobody's. With `listed`, these names alone.
    """
    lacking = [name for name in dict.fromkeys(listed_names() if listed is None else listed) if not names.matches(name)]
    if listed is not None:
        names.expect_names(name for one in lacking for name in _candidates(one))
    nodes = _Nodes(names)
    for name in lacking:
        yield from ((name, node) for node in _meant(nodes, name))


def _candidates(name: str) -> Iterator[str]:
    """The names that the node of what a name means may have."""
    for one in _listed(name):
        yield from _names_of_state(one) if isinstance(one, State) else _names_of_body(one)


def well_known_demonyms(names: Names, listed: Iterable[str] | None = None) -> Iterator[tuple[str, Entity]]:
    """The demonyms of the list of states that a graph does not have, with the state that each means there.

    A demonym means the state that still exists, if one does: "German" is of Germany, not of one of the two before it.
    Where the state's own name is that of several, so is its demonym: "Korean" is of either Korea. With `listed`, these
    demonyms alone.
    """
    wanted = [name for name in (listed_demonyms() if listed is None else listed) if not names.matches(name)]
    meant = {demonym: _of_demonym(demonym) for demonym in wanted}
    if listed is not None:
        names.expect_names(name for states in meant.values() for state in states for name in _names_of_state(state))
    nodes = _Nodes(names)
    for demonym, states in meant.items():
        for state in states:
            if (node := nodes.of(state)) is not None:
                yield demonym, node


@lru_cache(maxsize=1000)
def _of_demonym(demonym: str) -> list[State]:
    """The states that a demonym may mean."""
    states = [state for state in authority().states if demonym in state.demonyms]
    lasting = [state for state in states if any(not spell.end for spell in state.spells)]
    meant = [one for state in lasting or states for one in authority().find(state.label).candidates or (state,)]
    return list(dict.fromkeys(meant))
