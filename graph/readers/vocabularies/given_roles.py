"""What a user says of the roles of a graph, as of those of a table: what a word means, or that none is to be read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Store, Triple

from ...amounts import shortened
from ...model.roles import FULL, LESSER_ROLES, ROLE_IRIS
from ...rdf.terms import named
from ..cells.cell_words import SKIP, roles_given, word
from .graph_roles import role_words, times
from .lenses import Node
from .offices import office_called

__all__ = ["NO_GIVEN_ROLES", "GivenRoles", "read_given_roles"]

_DEFAULT = DefaultGraph()
_TYPE, _MEMBERSHIP, _ROLE = named("rdf:type"), named("org:Membership"), named("org:role")


@dataclass(frozen=True)
class GivenRoles:
    """What a user says of the roles of a graph.

    Parameters
    ----------
    words : mapping of str to str
        What words mean, as `roles_given` has it.
    none : bool
        Whether every membership is a full one, whatever its role.

    >>> GivenRoles.of(["Deputy=observer"])
    GivenRoles(words={'deputy': 'observer'}, none=False)
    """

    words: Mapping[str, str] = field(default_factory=dict)
    none: bool = False

    @classmethod
    def of(cls, pairs: Iterable[str], *, none: bool = False) -> GivenRoles:
        """What options say, each WORD=ROLE; raises InvalidRequest if one does not."""
        return cls(roles_given(pairs), none)

    def __bool__(self) -> bool:
        return bool(self.words) or self.none


NO_GIVEN_ROLES = GivenRoles()


def read_given_roles(store: Store, memberships: Iterable[Node], given: GivenRoles) -> tuple[list[str], set[Quad]]:
    """Read the roles of memberships as a user says.

    Parameters
    ----------
    store : Store
        The graph, which is changed.
    memberships : iterable of node
        Its memberships.
    given : GivenRoles
        What the user says.

    Returns
    -------
    tuple of (list of str, set of Quad)
        What to say of it, and the roles that are to stay as they are.
    """
    if not given:
        return [], set()
    found: set[str] = set()
    skipped: Counter[str] = Counter()
    kept: set[Quad] = set()
    for membership in memberships:
        for quad in list(store.quads_for_pattern(membership, _ROLE, None, _DEFAULT)):
            if isinstance(quad.object, Triple):
                continue
            name, words = role_words(store, quad.object)
            said = next((each for each in (word(name), words) if each in given.words), "")
            means = given.words.get(said, FULL if given.none else "")
            found.add(said)
            if not means:
                continue
            store.remove(quad)
            if means == SKIP:
                skipped[name] += 1
                store.remove(Quad(membership, _TYPE, _MEMBERSHIP, _DEFAULT))
            elif means in LESSER_ROLES:
                store.add(Quad(membership, _ROLE, NamedNode(ROLE_IRIS[means]), _DEFAULT))
            elif means != FULL:
                office = office_called(store, name) if isinstance(quad.object, Literal) else quad.object
                kept.add(Quad(membership, _ROLE, office, _DEFAULT))
                store.add(Quad(membership, _ROLE, office, _DEFAULT))
    notes = [times(f"a membership in the role “{name}”", number) for name, number in sorted(skipped.items())]
    unused = [each for each in given.words if each not in found]
    if unused:
        were = "were" if len(unused) > 1 else "was"
        notes.append(f"--role {shortened(map(repr, unused))} {were} not used: no role is called so")
    return notes, kept
