"""Who is in a set of bodies, as people and programs read it, with the sentences that say so."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Any

from ..graph.model.membership import Member, Span
from ..graph.rdf.terms import id_of
from .grounds import evidence_json, with_evidence
from .notes import of_data, outside
from .writing.output import Output
from .writing.table import Table

if TYPE_CHECKING:
    from ..graph.knowledge import KnowledgeGraph
    from ..graph.model.known.codes import StateCodes

__all__ = ["members_json", "members_table", "write_members"]


def members_json(
    members: Sequence[Member], notes: Sequence[str], coded: StateCodes, year: int | None, **head: Any
) -> dict[str, Any]:
    """The JSON of `who`, with codes in a year."""
    entities = [
        {
            "id": m.id,
            "label": m.label,
            **dict(zip(coded.columns, coded.of(m.entity, year), strict=True)),
            "basis": m.basis,
            "spans": [{"body": id_of(s.body), "role": s.role, "start": s.start, "end": s.end} for s in m.spans],
            "evidence": evidence_json(m.evidence),
        }
        for m in members
    ]
    return {**head, "answer": {"type": "entities", "entities": entities}} | ({"notes": list(notes)} if notes else {})


def members_table(
    members: Sequence[Member],
    title: str,
    evidence: bool,
    for_people: bool,
    said: Sequence[str],
    coded: StateCodes,
    year: int | None,
) -> Table:
    """The rows of `who`, with codes in a year, and with their evidence if it is wanted; see `with_evidence`."""
    columns = {"id": "Id", "label": "Name", **coded.headings, "basis": "Basis"}
    rows: list[list[Any]] = [[m.id, m.label, *coded.of(m.entity, year), m.basis] for m in members]
    notes = [*([] if members else ["No matches in this graph."]), *said]
    if any(span.start or span.end or span.role != "full" for m in members for span in m.spans):
        columns |= {"role": "Role", "span": "Years" if for_people else "span"}
        for row, m in zip(rows, members, strict=True):
            # Sources that say the same of one body say it once.
            spans = {(s.body, s.role, s.years): s for s in m.spans}.values()
            row += ["; ".join(dict.fromkeys(s.role for s in spans)), _years(spans)]
    if evidence:
        notes += with_evidence(columns, rows, [m.evidence for m in members], for_people)
    return Table(columns, rows, title, notes, counted="members")


def _years(spans: Collection[Span]) -> str:
    """When somebody was in, by each source; one that does not say when, beside others, says so."""
    several = len(spans) > 1
    return "; ".join(span.years or ("no dates" if several else "") for span in spans)


def write_members(
    graph: KnowledgeGraph, question: str, as_of: str | None, role: str, out: Output, evidence: bool, codes: str = ""
) -> None:
    """Write who is in the bodies that an expression names, with `codes` of states (such as "cow,iso3") beside them."""
    from ..graph.model.coverage import own_date_note
    from ..graph.model.emptied import emptied_notes
    from ..graph.model.expression import bodies_of
    from ..graph.model.expression_reading import parse_expression
    from ..graph.model.known.codes import StateCodes, codes_named
    from ..graph.model.membership import members_query, outside_lives, undated_notes
    from ..graph.model.missing import missing_notes
    from ..graph.model.post_holders import post_notes

    coded = StateCodes(codes_named(codes))
    parsed = parse_expression(question, graph.names)
    bodies = bodies_of(parsed)
    own = graph.ends.own_date(bodies) if as_of is None else ""
    notes: tuple[str, ...] = (own_date_note(bodies, own),) if own else ()
    as_of = own or as_of
    members = graph.members(parsed, as_of, role)
    period = graph.period(as_of)
    notes += outside(graph, as_of, bodies)
    notes += undated_notes(period, graph.as_of, any(not (s.start or s.end) for m in members for s in m.spans))
    notes += outside_lives(graph.source, bodies, period)
    notes += () if members else emptied_notes(graph, bodies, period)
    notes += missing_notes(graph.source, bodies, period)
    notes += post_notes(graph, bodies, period)
    in_role = {"full": "", "any": " in any role"}.get(role, f" as {role}s")
    if out.form == "json":
        head = {"question": question, "understood": f"members of {parsed}{in_role}"}
        head |= {"sparql": members_query(parsed, period, role), "as_of": str(period)}
        out.json(members_json(members, notes, coded, period.last_year, **head))
    else:
        title = f"In {parsed}{in_role}, as of {period}"
        told = out if out.for_people else out.noting((*of_data(graph, as_of, out), *notes))
        told.rows(members_table(members, title, evidence, out.for_people, notes, coded, period.last_year))
