"""Members that a graph has by codes of states alone, by their labels or by their IRIs: "ESP", <…/country/FRA>."""

from __future__ import annotations

import re
from collections.abc import Mapping

from pyoxigraph import NamedNode

from ...model.known.authority import authority
from ...model.known.states import State
from ...rdf.terms import id_of

__all__ = ["states_by_code"]

_SCHEMES = {3: "iso3", 2: "iso2"}
_CODE = re.compile(r"[A-Z]{2,3}")
_AMONG_COUNTRIES = re.compile(r"[/#](?:countr(?:y|ies)|iso-?3166(?:-1)?(?:-?alpha-?[23])?)[/#][A-Za-z]{2,3}/?$")
"""How an IRI of a list of countries ends: <http://publications.europa.eu/resource/authority/country/FRA>."""
_ENOUGH = {3: 2, 2: 3}
"""How many there are at least, as two letters are many other things."""


def states_by_code(names: Mapping[NamedNode, str]) -> dict[NamedNode, State]:
    """The states whose codes members have for a name, or without a name for the end of their IRIs.

    An IRI of a list of countries says by itself that its end is a code; of others all that look like codes must be codes
    of one kind, and some of them.

    Parameters
    ----------
    names : mapping of NamedNode to str
        What the members are called, "" if they have no name.

    Returns
    -------
    dict of NamedNode to State

    >>> of_union = {NamedNode(f"http://publications.europa.eu/resource/authority/country/{code}"): "" for code in ("FRA", "DEU")}
    >>> [state.label for state in states_by_code(of_union).values()]
    ['France', 'Germany']
    >>> states_by_code({NamedNode("http://e.org/ITA"): "", NamedNode("http://e.org/1"): "ESP", NamedNode("http://e.org/IBM"): ""})
    {}
    """
    sure = {node: id_of(node.value) for node, name in names.items() if not name and _AMONG_COUNTRIES.search(node.value)}
    others = {node: name or id_of(node.value) for node, name in names.items() if node not in sure}
    others = {node: code for node, code in others.items() if _CODE.fullmatch(code) and not authority().meanings(code)}
    found = _read(sure)
    for length, enough in _ENOUGH.items():
        coded = {node: code for node, code in others.items() if len(code) == length}
        states = _read(coded)
        if len(states) == len(coded) >= enough:
            found |= states
    return found


def _read(codes: Mapping[NamedNode, str]) -> dict[NamedNode, State]:
    """The states of those codes that one state has."""
    found = {}
    for node, code in codes.items():
        state = authority().find_code(code.upper(), _SCHEMES[len(code)]).state
        if state is not None:
            found[node] = state
    return found
