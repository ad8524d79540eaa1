"""Memberships as rows: one each, for data frames and for tables that blocs reads back.

The table has the columns that `readers.table` knows (member, organization, role, start, end, quote, source), and names
that get the ids of this graph again, so that what is written is read: the same memberships, by the same names.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from ..model.entities import Entity
from ..model.evidence import Evidence
from ..model.membership import Span, cited, read_memberships
from ..model.naming.forms import slug
from ..model.naming.names import normal
from ..model.roles import ROLES

if TYPE_CHECKING:
    from ..model.graph import Graph

__all__ = ["COLUMNS", "frame_rows", "memberships", "table_rows"]

COLUMNS = (
    "member", "organization", "role", "start", "end", "basis", "quote", "paragraph", "source",
    "member_id", "member_label", "member_kind", "organization_id", "organization_label",
)  # fmt: skip
"""The columns that every row of a table has."""

Membership = tuple[Span, Entity, Entity]
"""A membership with its member and its body."""


def memberships(
    graph: Graph,
    as_of: str | None = None,
    *,
    only: Sequence[str] = (),
    focus: Entity | None = None,
    depth: int = 1,
) -> list[Membership]:
    """The memberships of a graph at a date, each with its member and its body.

    Parameters
    ----------
    graph : Graph
        The graph.
    as_of : str or None
        A date or period; None for the dataset's own date, "any" for all.
    only : sequence of str
        The kinds of members and bodies; all if empty.
    focus : Entity or None
        A member or body that all others are near to.
    depth : int
        How many memberships away from the focus they may be.

    Returns
    -------
    list of tuple
        The membership, its member and its body, in the order of their ids.

    Raises
    ------
    InvalidRequest
        If the date is none.

    >>> import blocs
    >>> [member.id for _, member, body in memberships(blocs.load()) if body.id == "guuam"]
    ['azerbaijan', 'georgia', 'moldova', 'ukraine', 'uzbekistan']
    """
    spans = read_memberships(graph.source, graph.period(as_of), role="any")
    graph.names.expect(iri for span in spans for iri in (span.member, span.body))
    by_iri = graph.names.by_iri
    found = [
        (span, by_iri[span.member], by_iri[span.body])
        for span in spans
        if not only or {by_iri[span.member].kind, by_iri[span.body].kind} <= set(only)
    ]
    if focus is not None:
        near = {focus.iri}
        for _ in range(depth):
            near |= {iri for span, _, _ in found for iri in (span.member, span.body) if near & {span.member, span.body}}
        found = [row for row in found if {row[0].member, row[0].body} <= near]
    return sorted(found, key=lambda row: (row[2].id, row[1].id, row[0].start or "", row[0].end or "", row[0].role))


def frame_rows(found: Iterable[Membership]) -> Iterator[dict[str, Any]]:
    """Memberships by the ids of member and body, for a data frame; several quotes are joined by " | "."""
    for span, member, body in found:
        dates = {"role": span.role, "start": span.start, "end": span.end, "basis": span.grounds.basis}
        yield {"member": member.id, "body": body.id, **dates, **cited(span.grounds.evidence)}


def table_rows(found: Sequence[Membership]) -> Iterator[dict[str, Any]]:
    """Memberships by names, as `readers.table` reads them; further quotes have columns of their own ("quote 2").

    Parameters
    ----------
    found : sequence of tuple
        Memberships, as `memberships` gives them.

    Yields
    ------
    dict
        A row, with what is not given as "".

    >>> import blocs
    >>> row = next(table_rows(memberships(blocs.load(), focus=blocs.load().names.find("GUUAM"))))
    >>> row["member"], row["organization"], row["role"], row["basis"], row["paragraph"]
    ('Azerbaijan', 'GUUAM', 'full', 'stated', 14)
    """
    named = _names_read_back(entity for _, member, body in found for entity in (member, body))
    for span, member, body in found:
        yield {
            "member": named[member.iri],
            "organization": named[body.iri],
            # A role that others have thought of is that of a full member, as everywhere.
            "role": span.role if span.role in ROLES else ROLES[0],
            **({} if span.role in ROLES else {"role_here": span.role}),
            "start": span.start or "",
            "end": span.end or "",
            "basis": span.grounds.basis,
            **_evidence(span.grounds.evidence),
            "member_id": member.id,
            "member_label": member.label,
            "member_kind": "; ".join(member.kinds),
            "organization_id": body.id,
            "organization_label": body.label,
        }


def _evidence(evidence: Sequence[Evidence]) -> dict[str, Any]:
    """Each sentence word for word, with where it stands, in columns of its own: joined, it would be no quote."""
    columns: dict[str, Any] = {}
    for number, item in enumerate(evidence, 1):
        end = f" {number}" if number > 1 else ""
        columns |= {f"quote{end}": item.quote, f"paragraph{end}": item.paragraph or "", f"source{end}": item.source}
    return columns


def _names_read_back(entities: Iterable[Entity]) -> dict[str, str]:
    """For each entity a name that no other one has, if there is one a name that gives its id again."""
    unique = {entity.iri: entity for entity in entities}.values()
    owners: dict[str, set[str]] = {}
    for entity in unique:
        for name in (entity.short, entity.label):
            owners.setdefault(normal(name), set()).add(entity.iri)
    named = {}
    for entity in unique:
        own = [name for name in (entity.short, entity.label) if name and len(owners[normal(name)]) == 1]
        named[entity.iri] = next((name for name in own if slug(name) == entity.id), (own or [entity.id])[0])
    return named
