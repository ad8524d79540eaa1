"""Dates of memberships in a vocabulary of their own, whose words are those of tables: `ex:since`, `dbo:startDate`."""

from __future__ import annotations

from functools import lru_cache

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Store

from ...rdf.terms import id_of, named
from ..planning.column_names import FIELDS
from ..planning.keys import key_of
from ..written_dates import only_year, read_date
from .lenses import read_by_lenses
from .rdf_dates import END, START
from .spaces import prefixed

__all__ = ["read_own_words"]

_DEFAULT = DefaultGraph()
_TYPE, _MEMBERSHIP = named("rdf:type"), named("org:Membership")
_ASIDE = frozenset(("date", "in", "out", "time", "s", "с", "по"))
"""Words of tables that alone, far from any table, say too little."""
_EDGES = {key: edge for edge in ("start", "end") for key in FIELDS[edge] if key not in _ASIDE}
_MODEL = frozenset(term.value for term in (START, END))
_PROPERTIES = {"start": START, "end": END}


def read_own_words(store: Store) -> tuple[list[str], set[str]]:
    """Read the starts and ends of memberships in properties that no lens knows, by what the properties are called.

    A property is read if its values are texts and some of them dates, and only of memberships that have no such date
    otherwise.

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
    return [f"read by its name: {one}; if it is not, see docs/lenses.md" for one in said], read


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
