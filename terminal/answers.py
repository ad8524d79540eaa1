"""Answers as people and programs read them: who is in a set, with the sentences that say so."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from ..graph.evidence import Evidence
from ..graph.membership import Member
from .output import Table

__all__ = ["evidence_json", "evidence_line", "members_json", "members_table"]


def evidence_line(evidence: Evidence) -> str:
    """One piece of evidence in one line."""
    where = f"paragraph {evidence.paragraph}, " if evidence.paragraph is not None else ""
    return f"“{evidence.quote}” ({where}{evidence.source})" if evidence.quote else f"({evidence.source})"


def evidence_json(evidence: Iterable[Evidence]) -> list[dict[str, Any]]:
    """Evidence as the JSON of the design gives it."""
    return [{"quote": e.quote, "paragraph": e.paragraph, "source": e.source} for e in evidence]


def members_json(members: Sequence[Member], **head: Any) -> dict[str, Any]:
    """The JSON of `who`."""
    entities = [
        {"id": m.id, "label": m.label, "basis": m.basis, "evidence": evidence_json(m.evidence)} for m in members
    ]
    return {**head, "answer": {"type": "entities", "entities": entities}}


def members_table(members: Sequence[Member], title: str, evidence: bool) -> Table:
    """The rows of `who`; with evidence, each sentence once, below the table, with those it speaks for."""
    columns = {"id": "Id", "label": "Name", "basis": "Basis"}
    rows: list[list[Any]] = [[m.id, m.label, m.basis] for m in members]
    notes: list[str] = []
    if evidence:
        columns["evidence"] = "Evidence"
        rows = [[*row, "\n".join(map(evidence_line, m.evidence))] for row, m in zip(rows, members, strict=True)]
    if not members:
        notes = ["Nobody, as far as this graph tells."]
    return Table(columns, rows, title, notes)
