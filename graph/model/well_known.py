"""Names that a graph does not have but everybody uses: "USSR", "Burma", "Warsaw Pact".

A graph's own names come first. Only a name that it does not have is looked up in the lists of states and bodies that
come with blocs, and what these say is joined to the graph's node by a code, or by another of its names. What the graph
does not have as a node, no list gives it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from .authority import authority
from .bodies import Body, bodies
from .entities import Entity
from .states import State

if TYPE_CHECKING:
    from .names import Names

__all__ = ["all_well_known", "node_of_state", "well_known", "well_known_demonyms"]

_CODES = ("cow", "iso3", "cowAbbreviation")
"""The schemes that join a state of the list to a node, in the order in which they are tried."""


def well_known(names: Names, name: str, kinds: Collection[str] = ()) -> list[Entity]:
    """The nodes of a graph that a name means that the graph does not have; none if it means none, or none there.

    >>> import blocs
    >>> [entity.id for entity in well_known(blocs.load().names, "Commonwealth of Independent States")]
    ['cis']
    """
    found: list[Entity] = []
    if not kinds or "state" in kinds:
        match = authority().find(_plain(name))
        states = [match.state] if match.state is not None else match.candidates
        found += [node for state in states if (node := node_of_state(names, state)) is not None]
    if not kinds or "body" in kinds:
        found += [node for body in bodies().find(_plain(name)) if (node := node_of_body(names, body)) is not None]
    return list(dict.fromkeys(found))


def _plain(name: str) -> str:
    return name.strip().removeprefix("the ").removeprefix("The ")


def node_of_state(names: Names, state: State) -> Entity | None:
    """The node of a graph that is a state of the list; None if it has none, or several."""
    codes = [code for scheme in _CODES for code in state.codes.get(scheme, ())]
    names.expect_names([*codes, state.label, *(name.text for name in state.names)])
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
    called_so = [name for name in (body.cow, body.label, body.abbreviation, *body.aliases) if name]
    names.expect_names(called_so)
    for name in called_so:
        called = names.matches(name, ("body",))
        if len(called) == 1:
            return called[0]
    return None


def all_well_known(names: Names) -> Iterator[tuple[str, Entity]]:
    """Every name of the lists that a graph does not have, with the node that it means there.

    A name of several comes with each of them, so that it is nobody's.
    """
    listed = dict.fromkeys(
        name.text for state in authority().states for name in state.names if not name.hidden and name.text
    )
    listed |= dict.fromkeys(
        name for body in bodies().bodies for name in (body.label, body.abbreviation, *body.aliases) if name
    )
    for name in listed:
        if not names.matches(name):
            yield from ((name, node) for node in well_known(names, name))


def well_known_demonyms(names: Names) -> Iterator[tuple[str, Entity]]:
    """The demonyms of the list of states that a graph does not have, with the state that each means there.

    A demonym means the state that still exists, if one does: "German" is of Germany, not of one of the two before it.
    Where the state's own name is that of several, so is its demonym: "Korean" is of either Korea.
    """
    bearers: dict[str, list[State]] = {}
    for state in authority().states:
        for demonym in state.demonyms:
            bearers.setdefault(demonym, []).append(state)
    for demonym, states in bearers.items():
        if names.matches(demonym):
            continue
        lasting = [state for state in states if any(not spell.end for spell in state.spells)]
        meant = [one for state in lasting or states for one in authority().find(state.label).candidates or (state,)]
        for one in dict.fromkeys(meant):
            if (node := node_of_state(names, one)) is not None:
                yield demonym, node
