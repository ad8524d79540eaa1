"""When the nodes and edges of a network are there: the spells of GEXF, for Gephi's time line.

https://gexf.net/dynamics.html
"""

from __future__ import annotations

import calendar
import re
from collections import defaultdict
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import networkx

__all__ = ["first_day", "in_time", "last_day"]

Spell = tuple[str | None, str | None]
"""First and last day; None where it is open."""

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_ALIKE = ("label", "relation", "role", "basis")
_JOINED = ("fact", "quote", "paragraph", "cited")


def in_time(facts: networkx.MultiDiGraph[str]) -> networkx.MultiDiGraph[str]:
    """The same network with the spells of its edges and nodes, if any of its facts is dated.

    Facts that say the same of the same two (the memberships of one who left and came back) become one edge of several
    spells, which Gephi would otherwise add up. A node is there while one of its edges is, if all of these are dated;
    otherwise always.

    >>> import networkx
    >>> graph = networkx.MultiDiGraph()
    >>> for start, end in [("1990", "1995"), ("1999-02", "")]:
    ...     given = {"startDate": start, "endDate": end}
    ...     key = graph.add_edge("chad", "club", label="member of", **{k: v for k, v in given.items() if v})
    >>> [edge["spells"] for _, _, edge in in_time(graph).edges(data=True)]
    [[('1990-01-01', '1995-12-31'), ('1999-02-01', None)]]
    """
    import networkx

    same: dict[tuple[Any, ...], list[tuple[str, dict[str, Any]]]] = defaultdict(list)
    for tail, head, key, data in facts.edges(keys=True, data=True):
        spell = _spell(data)
        again = tuple(map(data.get, _ALIKE)) if spell is not None else (key,)
        same[tail, head, *again].append((key, data))
    result: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    result.add_nodes_from((node, dict(data)) for node, data in facts.nodes(data=True))
    alive: dict[str, list[Spell]] = defaultdict(list)
    for (tail, head, *_), edges in same.items():
        spells = sorted((spell for _, data in edges if (spell := _spell(data)) is not None), key=_order)
        result.add_edge(
            tail,
            head,
            key=edges[0][0],
            **_as_one([data for _, data in edges]),
            **({"spells": spells} if spells else {}),
        )
        for node in (tail, head):
            alive[node] += spells or [(None, None)]
    for node, spells in alive.items():
        whole = _united(spells)
        if whole != [(None, None)]:
            result.nodes[node]["spells"] = whole
    return result


def first_day(date: str) -> str | None:
    """The first day of a date of any precision; None if it is no date.

    >>> first_day("1990"), first_day("1990-02"), first_day("soon")
    ('1990-01-01', '1990-02-01', None)
    """
    match = _DATE.fullmatch(date)
    return f"{match[1]}-{match[2] or '01'}-{match[3] or '01'}" if match else None


def last_day(date: str) -> str | None:
    """The last day of a date of any precision; None if it is no date.

    >>> last_day("1990"), last_day("1992-02"), last_day("1990-02-03")
    ('1990-12-31', '1992-02-29', '1990-02-03')
    """
    match = _DATE.fullmatch(date)
    if not match:
        return None
    year, month = match[1], match[2] or "12"
    return f"{year}-{month}-{match[3] or calendar.monthrange(int(year), int(month))[1]}"


def _spell(data: dict[str, Any]) -> Spell | None:
    """When a fact holds; None if nothing says so."""
    start, end = first_day(str(data.get("startDate", ""))), last_day(str(data.get("endDate", "")))
    return (start, end) if start or end else None


def _order(spell: Spell) -> tuple[str, str]:
    return spell[0] or "", spell[1] or "9999"


def _united(spells: list[Spell]) -> list[Spell]:
    """Spells of which none overlap, that cover the same days."""
    found: list[Spell] = []
    for start, end in sorted(spells, key=_order):
        if found and (found[-1][1] is None or (start or "") <= found[-1][1]):
            before = found[-1]
            found[-1] = (before[0], None if end is None or before[1] is None else max(before[1], end))
        else:
            found.append((start, end))
    return found


def _as_one(edges: list[dict[str, Any]]) -> dict[str, Any]:
    """One edge for several that say the same: their first and last dates, their evidence together."""
    if len(edges) == 1:
        return dict(edges[0])
    one = dict(edges[0])
    for name in _JOINED:
        values = dict.fromkeys(str(edge[name]) for edge in edges if edge.get(name))
        if values:
            one[name] = " | ".join(values)
    starts = [edge.get("startDate", "") for edge in edges]
    ends = [edge.get("endDate", "") for edge in edges]
    one |= {"startDate": min(starts)} if all(starts) else {}
    one.pop("endDate", None)
    return one | ({"endDate": max(ends)} if all(ends) else {})
