"""A comparison of two sources, as rows or JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from ..graph.amounts import counted, shortened
from ..graph.model.evidence import evidence_line
from .grounds import evidence_json
from .writing.output import Output
from .writing.table import Table

if TYPE_CHECKING:
    from ..graph.analysis.compare import Comparison, Difference, Says

__all__ = ["write_comparison"]


def write_comparison(
    found: Comparison, names: tuple[str, str], out: Output, evidence: bool, dates: bool = False
) -> None:
    """Write where two sources disagree; with `dates` also where they date a membership differently."""
    if out.form == "json":
        out.json(
            {
                "as_of": str(found.period), "sources": list(names), "states": found.members, "bodies": found.bodies,
                "differences": [_json(one) for one in found.differences],
                "dates": [_json(one) for one in found.dated],
                "alone": [[body.id for body in bodies] for bodies in found.alone],
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
    differences = [*found.differences, *(found.dated if dates else ())]
    rows: list[list[Any]] = []
    for difference in differences:
        ends = (
            (difference.member.label, difference.body.short) if people else (difference.member.id, difference.body.id)
        )
        rows.append([*ends, _short(difference.first), _short(difference.second)])
    notes = [] if rows or not _compared(found) else [_agreement(found, dates)]
    notes += [_in_both(found), *_of_dates(found, dates), *_alone(found, names)]
    if evidence and people:
        notes += _sentences(differences, names)
    elif evidence:
        columns |= {"evidence_one": "", "evidence_other": ""}
        for row, difference in zip(rows, differences, strict=True):
            row += ["\n".join(map(evidence_line, says.evidence)) for says in (difference.first, difference.second)]
    if not people:
        out, notes = out.noting(notes), []
    out.rows(Table(columns, rows, f"Memberships that differ, {_when(found)}", notes, counted="memberships"))


def _compared(found: Comparison) -> bool:
    """Whether there is anything of which both sources speak."""
    return bool(found.differences or (found.members and found.bodies))


def _when(found: Comparison) -> str:
    return "at any time" if str(found.period) == "any" else f"as of {found.period}"


def _agreement(found: Comparison, dates: bool) -> str:
    day = "Over all times together" if str(found.period) == "any" else f"As of {found.period}"
    asked = "who is in a body, and from when to when" if dates else "who is in a body"
    return f"{day} the sources agree wherever both say {asked}."


def _in_both(found: Comparison) -> str:
    """How much both sources know."""
    if not _compared(found):
        return f"Nothing to compare: {_common(found)}."
    states = counted(found.members, "state" if found.states_only else "member")
    are = "is" if found.members + found.bodies == 1 else "are"
    return f"{states} and {counted(found.bodies, 'body', 'bodies')} {are} in both sources."


def _of_dates(found: Comparison, dates: bool) -> list[str]:
    """Which memberships the sources date differently, where the table does not show it."""
    if dates or not found.dated:
        return []
    named = shortened(f"{one.member.label} in {one.body.short}" for one in found.dated)
    have = "1 membership has" if len(found.dated) == 1 else f"{len(found.dated):,} memberships have"
    return [f"{have} other dates in each source (--dates shows them): {named}."]


def _alone(found: Comparison, names: tuple[str, str]) -> list[str]:
    """Which bodies are not compared, as one source alone says who is in them."""
    return [
        f"Not compared, as {name} alone says who is in it (--everything shows it):"
        f" {shortened(body.short for body in bodies)}."
        for name, bodies in zip(names, found.alone, strict=True)
        if bodies
    ]


def _common(found: Comparison) -> str:
    """How little two sources have in common."""
    if found.members:
        return f"no body is in both sources, only {counted(found.members, 'state' if found.states_only else 'member')}"
    if found.bodies:
        return f"no member is in both sources, only {counted(found.bodies, 'body', 'bodies')}"
    return "no state and no body is in both sources"


def _short(says: Says) -> str:
    spans = says.spans or ((says.start, says.end),)
    years = ", ".join(f"{start}–{end}" for start, end in spans if start or end)
    return f"{says.what} ({years})" if years else says.what


def _json(difference: Difference) -> dict[str, Any]:
    sides = {
        name: {"says": s.what, "start": s.start, "end": s.end, "evidence": evidence_json(s.evidence)}
        for name, s in (("one", difference.first), ("other", difference.second))
    }
    return {"member": difference.member.id, "body": difference.body.id, **sides}


def _sentences(differences: Sequence[Difference], names: tuple[str, str]) -> list[str]:
    """Each piece of evidence once, with the memberships that it speaks for."""
    said: dict[str, dict[str, None]] = {}
    for difference in differences:
        for name, says in zip(names, (difference.first, difference.second), strict=True):
            for item in says.evidence:
                key = f"{name}: {evidence_line(item)}"
                said.setdefault(key, {})[f"{difference.member.label} in {difference.body.short}"] = None
    return [f"{', '.join(about)} – {line}" for line, about in said.items()]
