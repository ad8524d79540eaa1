"""Dates of memberships that a graph says in parts, in the words of tables: `ex:startYear`, `ex:startMonth`.

And the years of which memberships are, where a graph has one for each year: `ex:year` as in a panel.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Store

from ...model.runs import runs
from ...rdf.terms import id_of, named
from ..dates.written_dates import read_date
from ..planning.keys import key_of
from ..planning.words.date_parts import BARE, PARTS, part_named, part_of_date
from .kinds import subjects_of
from .lenses import Node, read_by_lenses
from .rdf_dates import END, START, date_literal
from .spaces import prefixed

__all__ = ["join_years", "read_parts", "says_part_of_date"]

_DEFAULT = DefaultGraph()
_TYPE, _MEMBERSHIP, _ROLE = named("rdf:type"), named("org:Membership"), named("org:role")
_ENDS = (named("org:member"), named("org:organization"), _ROLE)
_EDGES = {"start": START, "end": END}
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_NUMBER = re.compile(r"(?:---?)?(\d{1,2})")
"""A month or a day, also as gMonth and gDay write it."""


def says_part_of_date(iri: str) -> bool:
    """Whether a property that no lens knows is a part of a start or an end by its name.

    >>> says_part_of_date("http://e.org/mem_st_month"), says_part_of_date("http://e.org/year")
    (True, False)
    """
    found = part_of_date(key_of(id_of(iri)))
    return found is not None and found[1] not in BARE and iri not in read_by_lenses()


def read_parts(store: Store, said_of: Mapping[str, Collection[Quad]]) -> tuple[list[str], set[Quad]]:
    """Read starts and ends that memberships say in parts, if they have no such date otherwise.

    Parameters
    ----------
    store : Store
        The graph, which is changed.
    said_of : mapping of str to collection of Quad
        What is said of memberships by each property that is a part of a date.

    Returns
    -------
    tuple of (list of str, set of Quad)
        What was read as what, and the statements that were read.
    """
    groups: dict[tuple[str, str, str], dict[str, str]] = {}
    for iri in said_of:
        if found := part_of_date(key_of(id_of(iri))):
            groups.setdefault((found[0], found[1], iri.removesuffix(id_of(iri))), {}).setdefault(found[2], iri)
    said, read = list[str](), set[Quad]()
    for (edge, _, _), parts in sorted(groups.items()):
        if len(parts) < 2 or "year" not in parts:
            continue
        values = {part: {quad.subject: quad for quad in said_of[iri]} for part, iri in parts.items()}
        with_edge, dates = subjects_of(store, _EDGES[edge]), dict[Node, str]()
        for node in values["year"]:
            of_node = {part: quads[node] for part, quads in values.items() if node in quads}
            if isinstance(node, Node) and node not in with_edge and (date := _date(of_node)):
                dates[node] = date
                read.update(of_node.values())
        store.extend([Quad(node, _EDGES[edge], date_literal(date), _DEFAULT) for node, date in dates.items()])
        if dates:
            shown = ", ".join(prefixed(parts[part]) for part in PARTS if part in parts)
            said.append(f"{shown} as the {edge} ({len(dates):,})")
    return said, read


def _date(parts: Mapping[str, Quad]) -> str:
    """A date of its parts, as precise as they make a date; "" if its year is none."""
    year, month, day = (_text(parts[part]) if part in parts else "" for part in PARTS)
    if not _YEAR.fullmatch(year):
        return ""
    numbers = [match[1].zfill(2) if (match := _NUMBER.fullmatch(text)) else "" for text in (month, day)]
    tries = ("-".join([year, *numbers]), "-".join([year, numbers[0]]), year)
    return next((date for text in tries if not text.endswith("-") and (date := read_date(text)) == text), year)


def _text(quad: Quad) -> str:
    return quad.object.value.strip().removesuffix(".0") if isinstance(quad.object, Literal) else ""


def join_years(store: Store, own: Iterable[str]) -> tuple[list[str], str]:
    """Join the memberships of a graph that has one for each year into one for each run of years, as in a table.

    It is so if each membership has one year, in one property that is called so, and no other date, and if somebody is
    in something in several years. What else the memberships of a run say, the one that stays says.

    Parameters
    ----------
    store : Store
        The graph, which is changed.
    own : iterable of str
        The properties that no lens reads.

    Returns
    -------
    tuple of (list of str, str)
        What to say of it, and the last year; nothing if it is not so.
    """
    of_year = [iri for iri in own if _is_year(iri)]
    memberships = {quad.subject for quad in store.quads_for_pattern(None, _TYPE, _MEMBERSHIP, _DEFAULT)}
    if not memberships or (subjects_of(store, START) | subjects_of(store, END)) & memberships:
        return [], ""
    for iri in of_year:
        quads = [q for q in store.quads_for_pattern(None, NamedNode(iri), None, _DEFAULT) if q.subject in memberships]
        told = {quad.subject: _text(quad) for quad in quads if isinstance(quad.subject, Node)}
        years = {node: int(text) for node, text in told.items() if _YEAR.fullmatch(text)}
        if len(years) != len(memberships) or len(quads) != len(years):
            continue
        rows: dict[tuple[frozenset[object], ...], list[Node]] = {}
        for node in sorted(years, key=lambda node: (years[node], str(node))):
            rows.setdefault(_row(store, node), []).append(node)
        if all(len({years[node] for node in nodes}) < 2 for nodes in rows.values()):
            continue
        for quad in quads:
            store.remove(quad)
        known = sorted(set(years.values()))
        for nodes in rows.values():
            for first, last in runs((years[node] for node in nodes), known):
                of_run = [node for node in nodes if first <= years[node] <= last]
                _make_one(store, of_run)
                dates = ((START, first), (END, last))
                store.extend([Quad(of_run[0], edge, date_literal(str(year)), _DEFAULT) for edge, year in dates])
        return [f"{prefixed(iri)} as the year that a membership is about ({len(years):,})"], str(known[-1])
    return [], ""


def _is_year(iri: str) -> bool:
    """Whether a property that no lens knows is called a year and no more."""
    part = part_named(key_of(id_of(iri)))
    return part is not None and part[0] in BARE and part[1] == "year" and iri not in read_by_lenses()


def _row(store: Store, node: Node) -> tuple[frozenset[object], ...]:
    """Who is in what as what by a membership."""
    return tuple(frozenset(quad.object for quad in store.quads_for_pattern(node, end, None, _DEFAULT)) for end in _ENDS)


def _make_one(store: Store, nodes: Sequence[Node]) -> None:
    """Put the first of some memberships in the place of the others."""
    kept = nodes[0]
    for node in nodes[1:]:
        about = list(store.quads_for_pattern(node, None, None, _DEFAULT))
        leading = list(store.quads_for_pattern(None, None, node, _DEFAULT))
        for quad in (*about, *leading):
            store.remove(quad)
        store.extend([Quad(kept, quad.predicate, quad.object, _DEFAULT) for quad in about])
        store.extend([Quad(quad.subject, quad.predicate, kept, _DEFAULT) for quad in leading])
