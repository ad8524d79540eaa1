"""A comparison of two sources, as rows or JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..graph.model.evidence import evidence_line
from .grounds import evidence_json
from .writing.output import Output
from .writing.table import Table

if TYPE_CHECKING:
    from ..graph.analysis.compare import Comparison, Difference, Says

__all__ = ["write_comparison"]


def write_comparison(found: Comparison, names: tuple[str, str], out: Output, evidence: bool) -> None:
    """Write where two sources disagree."""
    if out.form == "json":
        out.json(
            {
                "as_of": str(found.period), "sources": list(names), "states": found.members, "bodies": found.bodies,
                "differences": [_json(one) for one in found.differences],
            }
        )  # fmt: skip
        return
    people = out.for_people or out.form == "markdown"
    columns = {
        "member": "Member",
        "body": "Body",
        "one": names[0] if people else "one",
        "other": names[1] if people else "other",
    }
    rows: list[list[Any]] = []
    for difference in found.differences:
        ends = (
            (difference.member.label, difference.body.short) if people else (difference.member.id, difference.body.id)
        )
        rows.append([*ends, _short(difference.first), _short(difference.second)])
    states = "one state" if found.members == 1 else f"{found.members} states"
    bodies = "one body" if found.bodies == 1 else f"{found.bodies} bodies"
    notes = [f"{states} and {bodies} are in both sources; the others are not compared."]
    if not (found.members and found.bodies):
        notes = [f"Nothing to compare: {_common(found)}."]
    elif not rows:
        notes.insert(0, "Wherever both sources say something, they agree.")
    if evidence and people:
        notes += _sentences(found, names)
    elif evidence:
        columns |= {"evidence_one": "", "evidence_other": ""}
        for row, difference in zip(rows, found.differences, strict=True):
            row += ["\n".join(map(evidence_line, says.evidence)) for says in (difference.first, difference.second)]
    out.rows(Table(columns, rows, f"Memberships that differ, as of {found.period}", notes, counted="memberships"))


def _common(found: Comparison) -> str:
    """How little two sources have in common."""
    if found.members:
        return (
            f"no body is in both sources, and {'one state is' if found.members == 1 else f'{found.members} states are'}"
        )
    if found.bodies:
        return (
            f"no state is in both sources, and {'one body is' if found.bodies == 1 else f'{found.bodies} bodies are'}"
        )
    return "no state and no body is in both sources"


def _short(says: Says) -> str:
    years = f" ({says.start}–{says.end})" if says.start or says.end else ""
    return says.what + years


def _json(difference: Difference) -> dict[str, Any]:
    sides = {
        name: {"says": s.what, "start": s.start, "end": s.end, "evidence": evidence_json(s.evidence)}
        for name, s in (("one", difference.first), ("other", difference.second))
    }
    return {"member": difference.member.id, "body": difference.body.id, **sides}


def _sentences(found: Comparison, names: tuple[str, str]) -> list[str]:
    """Each piece of evidence once, with the memberships that it speaks for."""
    said: dict[str, dict[str, None]] = {}
    for difference in found.differences:
        for name, says in zip(names, (difference.first, difference.second), strict=True):
            for item in says.evidence:
                key = f"{name}: {evidence_line(item)}"
                said.setdefault(key, {})[f"{difference.member.label} in {difference.body.short}"] = None
    return [f"{', '.join(about)} – {line}" for line, about in said.items()]
