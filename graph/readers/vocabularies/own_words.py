"""What memberships say in a vocabulary of their own, in the words of tables: `ex:since`, `dbo:startDate`."""

from __future__ import annotations

from functools import lru_cache

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Store

from ...rdf.terms import id_of, named
from ..planning.column_names import FIELDS
from ..planning.keys import key_of
from ..written_dates import only_year, read_date
from .finishing import role_words, says_no_member
from .lenses import read_by_lenses
from .rdf_dates import END, START
from .spaces import prefixed

__all__ = ["read_own_words"]

_DEFAULT = DefaultGraph()
_TYPE, _MEMBERSHIP, _ROLE = named("rdf:type"), named("org:Membership"), named("org:role")
_ASIDE = frozenset(("date", "in", "out", "time", "s", "с", "по"))
"""Words of tables that alone, far from any table, say too little."""
_EDGES = {key: edge for edge in ("start", "end") for key in FIELDS[edge] if key not in _ASIDE}
_MODEL = frozenset(term.value for term in (START, END))
_STATUS = frozenset(("status", "membership status", "member status", "has status", "state of membership"))
_HOLDS = frozenset(("active", "current", "in force", "member", "full member", "valid", "ongoing", "present", "joined"))
_PROPERTIES = {"start": START, "end": END}


def read_own_words(store: Store) -> tuple[list[str], set[str]]:
    """Read the starts, ends and status of memberships in properties that no lens knows, by what these are called.

    A start or end is read if its values are texts and some of them dates, and only of memberships that have no such
    date otherwise; a status if it is of each either that it holds or that it does not ("withdrawn").

    Parameters
    ----------
    store : Store
        The graph, which is changed.

    Returns
    -------
    tuple of (list of str, set of str)
        What to say of it, and the properties that were read.
    """
    found: dict[NamedNode, list[Quad]] = {}
    for typed in store.quads_for_pattern(None, _TYPE, _MEMBERSHIP, _DEFAULT):
        for quad in store.quads_for_pattern(typed.subject, None, None, _DEFAULT):
            if _edge_of(quad.predicate.value):
                found.setdefault(quad.predicate, []).append(quad)
    said, read = [], set[str]()
    for predicate, quads in sorted(found.items(), key=lambda item: item[0].value):
        edge = _edge_of(predicate.value)
        if not all(isinstance(quad.object, Literal) for quad in quads) or not any(map(_has_date, quads)):
            continue
        into = _PROPERTIES[edge]
        new = [quad for quad in quads if not any(store.quads_for_pattern(quad.subject, into, None, _DEFAULT))]
        store.extend([Quad(quad.subject, into, quad.object, _DEFAULT) for quad in new])
        if new:
            said.append(f"{prefixed(predicate.value)} as the {edge} ({len(new):,})")
        if len(new) == len(quads):
            read.add(predicate.value)
    for predicate, quads in sorted(_statuses(store).items(), key=lambda item: item[0].value):
        words = {quad: role_words(store, quad.object)[1] for quad in quads}
        if not all(said in _HOLDS or says_no_member(said) for said in words.values()):
            continue  # what is not understood is said of the property
        turned = [quad for quad, said in words.items() if says_no_member(said)]
        store.extend([Quad(quad.subject, _ROLE, quad.object, _DEFAULT) for quad in turned])
        read.add(predicate.value)
    return [f"read by its name: {one}; if it is not, see docs/lenses.md" for one in said], read


def _statuses(store: Store) -> dict[NamedNode, list[Quad]]:
    """What memberships say of whether they hold, by the property."""
    found: dict[NamedNode, list[Quad]] = {}
    for typed in store.quads_for_pattern(None, _TYPE, _MEMBERSHIP, _DEFAULT):
        for quad in store.quads_for_pattern(typed.subject, None, None, _DEFAULT):
            if quad.predicate.value not in read_by_lenses() and key_of(id_of(quad.predicate.value)) in _STATUS:
                found.setdefault(quad.predicate, []).append(quad)
    return found


@lru_cache(4096)
def _edge_of(iri: str) -> str:
    """Whether a property is a start or an end by its name; "" if it is neither, or a lens reads it."""
    if iri in read_by_lenses() or iri in _MODEL:
        return ""
    key = key_of(id_of(iri))
    return _EDGES.get(key) or _EDGES.get(key.removeprefix("has ").removeprefix("membership "), "")


def _has_date(quad: Quad) -> bool:
    text = quad.object.value if isinstance(quad.object, Literal) else ""
    return bool(read_date(text) or only_year(text))
