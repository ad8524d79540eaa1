"""Yes and no of one's own on a membership: `ex:isMember false`, `ex:current "no"`, `ex:former true`, `ex:observer 1`.

Where the property's name says that it is about being a member, "no" denies the membership. Where it says that it is
about now, or the membership has a span, it is over, and without an end nobody knows since when, so that it is left out.
A role that is called so is one. All of that is said; the names and the words are those of columns of yes and no.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Store

from ...amounts import shortened
from ...model.roles import LESSER_ROLES, ROLE_IRIS, role_named
from ...rdf.terms import id_of, named, text_of
from ..cells.cell_words import word
from ..cells.yes_and_no import NO_WORDS, YES_WORDS
from ..planning.flag_names import of_memberships
from ..planning.going_on import is_of_now, is_of_the_past
from ..planning.keys import key_of
from ..planning.words.column_names import FIELDS
from .graph_roles import times
from .kinds import subjects_of
from .lenses import Node, read_by_lenses
from .parting import whose
from .rdf_dates import END, START
from .spaces import prefixed

__all__ = ["read_flags", "says_yes_or_no"]

_DEFAULT = DefaultGraph()
_TYPE, _MEMBERSHIP, _DENIAL, _ROLE = (
    named(name) for name in ("rdf:type", "org:Membership", "blocs:NonMembership", "org:role")
)
_SHOWN = 3


@lru_cache(4096)
def says_yes_or_no(iri: str) -> str:
    """What "yes" of a property that no lens knows says of a membership by the property's name.

    Parameters
    ----------
    iri : str
        The property.

    Returns
    -------
    str
        "holds", "now", "over" or a role of lesser right; "" if it says none of these.

    >>> names = "isMember", "current", "inForce", "formerMember", "isObserver", "founder"
    >>> [says_yes_or_no(f"http://e.org/{name}") for name in names]
    ['holds', 'now', 'now', 'over', 'observer', '']
    """
    if iri in read_by_lenses():
        return ""
    key = key_of(id_of(iri))
    role = role_named(key.removeprefix("is ").removeprefix("an ").removeprefix("has ").removesuffix(" status"))
    if role in LESSER_ROLES:
        return role or ""
    if key in FIELDS["former"] or is_of_the_past(key):
        return "over"
    if key in FIELDS["current"] or is_of_now(key):
        return "now"
    return "holds" if key in FIELDS["flag"] or of_memberships(key) else ""


def read_flags(store: Store, iri: str, quads: Sequence[Quad]) -> tuple[set[Quad], list[str], list[str]]:
    """Read what a property of yes and no says of memberships, if all its values are such words.

    Parameters
    ----------
    store : Store
        The graph, which is changed.
    iri : str
        The property.
    quads : sequence of Quad
        What it says, as said of memberships.

    Returns
    -------
    tuple of (set of Quad, list of str, list of str)
        What was read, as what, and what became of those of which it is said that they are none or none any more.
    """
    said = {quad: flag for quad in quads if (flag := _flag(quad.object)) is not None}
    if not said or len(said) < len(quads):
        return set(), [], []
    meant = says_yes_or_no(iri)
    of: dict[Node, set[bool]] = {}
    for quad, flag in said.items():
        if isinstance(quad.subject, Node) and Quad(quad.subject, _TYPE, _MEMBERSHIP, _DEFAULT) in store:
            of.setdefault(quad.subject, set()).add(flag)
    sure = {node: flags.pop() for node, flags in of.items() if len(flags) == 1}
    read = {quad for quad in said if quad.subject in sure}
    if not read:
        return set(), [], []
    name, left = prefixed(iri), list[str]()
    if meant in LESSER_ROLES:
        _give_role(store, meant, (node for node, flag in sure.items() if flag))
    elif meant == "holds":
        dated = _spans(store)
        none = [node for node, flag in sure.items() if not flag and node not in dated]
        left += _end(store, name, [node for node, flag in sure.items() if not flag and node in dated])
        if of_them := [*_whose(store, none)]:
            left.append(
                f"denied, as {name} says no: {shortened(of_them, _SHOWN)}; if that is wrong, mend it in the file"
            )
        for node in none:
            store.remove(Quad(node, _TYPE, _MEMBERSHIP, _DEFAULT))
            store.add(Quad(node, _TYPE, _DENIAL, _DEFAULT))
    else:
        left += _end(store, name, [node for node, flag in sure.items() if flag == (meant == "over")])
    return read, [f"{name} as yes or no ({len(read):,})"], left


def _spans(store: Store) -> set[object]:
    """The memberships with a start or an end, unless both are the same: of a single year "no" denies it then."""
    edges = [
        {quad.subject: text_of(quad.object) for quad in store.quads_for_pattern(None, edge, None, _DEFAULT)}
        for edge in (START, END)
    ]
    return {node for node in edges[0].keys() | edges[1].keys() if edges[0].get(node) != edges[1].get(node)}


def _end(store: Store, name: str, over: Sequence[Node]) -> list[str]:
    """Leave out memberships that are over, and nobody knows since when; those with an end lasted until then."""
    ended = subjects_of(store, END)
    over = [node for node in over if node not in ended]
    of_them = [*_whose(store, over)]
    for node in over:
        store.remove(Quad(node, _TYPE, _MEMBERSHIP, _DEFAULT))
    if not of_them:
        return []
    reason = f"a membership that is over by {name}, and nothing says since when"
    way = f"give it an end in the file, or take {name} out if it goes on"
    return [f"{times(reason, len(over))}: {shortened(of_them, _SHOWN)}; {way}"]


def _give_role(store: Store, role: str, nodes: Iterable[Node]) -> None:
    with_role = subjects_of(store, _ROLE)
    store.extend([Quad(node, _ROLE, NamedNode(ROLE_IRIS[role]), _DEFAULT) for node in nodes if node not in with_role])


def _whose(store: Store, nodes: Iterable[Node]) -> Iterator[str]:
    return iter(sorted(filter(None, (whose(store, node) for node in nodes))))


def _flag(value: object) -> bool | None:
    """Whether a value says yes or no; None if it says neither."""
    if not isinstance(value, Literal):
        return None
    text = word(value.value)
    if text in YES_WORDS or text == "1":
        return True
    return False if text in NO_WORDS or text == "0" else None
