"""Answers to questions as people and programs read them, with the sentences that say so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ..graph.asking.answers import number_said, yes_or_no
from ..graph.asking.wording.phrasing import FEW, date_said, figure_said, listed
from ..graph.model.entities import KINDS
from ..graph.model.evidence import evidence_line
from .grounds import evidence_json, path_json, with_evidence
from .writing.output import Output
from .writing.table import Table
from .writing.text import dump_json

if TYPE_CHECKING:
    from ..graph.asking.answering import Answer

__all__ = ["answer_json", "answer_table", "write_answer"]


def answer_json(answer: Answer) -> dict[str, Any]:
    """The JSON of `ask`."""
    head = {key: getattr(answer, key) for key in ("question", "understood", "sparql", "as_of")}
    evidence = evidence_json(answer.evidence)
    match answer.type:
        case "entities":
            entities = [
                {"id": e.entity.id, "label": e.entity.label, "basis": e.basis, "evidence": evidence_json(e.evidence)}
                | ({"count": e.figure} if e.figure is not None else {})
                | ({"date": e.date} if e.date else {})
                for e in answer.entities
            ]
            body: dict[str, Any] = {"entities": entities}
        case "boolean":
            body = {"value": answer.value, "basis": answer.basis, "evidence": evidence}
        case "number":
            body = {"value": answer.value} | ({"unit": answer.unit} if answer.unit else {}) | {"evidence": evidence}
        case "quote":
            body = {"basis": answer.basis, "quotes": evidence} | ({"rules": list(answer.rules)} if answer.rules else {})
        case "path" if answer.paths is not None:
            body = {"from": answer.paths.a.id, "to": answer.paths.b.id, **path_json(answer.paths)}
        case _:
            body = {"values": list(answer.values), "evidence": evidence}
    return {**head, "answer": {"type": answer.type, **body}} | ({"notes": list(answer.notes)} if answer.notes else {})


_FOR_PROGRAMS = {
    "derived": "yes (inferred from the source)",
    "claimed": "yes (claimed by somebody in the source)",
    "planned": "yes (planned)",
    "denied": "no (denied by the source)",
    "unknown": "no (nothing says so)",
}


_FIGURES = {
    "members": "Members",
    "bodies": "Bodies",
    "shared": "In common",
    "jaccard": "Jaccard index",
    "growth": "Growth",
}


def answer_table(answer: Answer, evidence: bool, for_people: bool, in_words: bool = False) -> Table:
    """An answer as rows, under a line that says how the question was understood.

    `in_words` is whether a few names are said in a sentence, where no format was asked for.
    """
    title = f"Understood: {answer.understood}"
    if answer.type == "entities":
        return _entities_table(answer, title, evidence, for_people, in_words)
    if answer.type == "boolean":
        # Programs read the words as well: theirs stay as they are.
        rows: list[list[Any]] = [[yes_or_no(answer) if for_people else _for_programs(answer), answer.basis]]
        columns = {"answer": "Answer", "basis": "Basis"}
    elif answer.type == "number":
        plain = "no figure is given" if answer.value is None else f"{answer.value:g}{_UNITS.get(answer.unit, '')}"
        rows, columns = [[number_said(answer) if for_people else plain]], {"answer": "Answer"}
    elif answer.type == "quote":
        rows, columns = [[evidence_line(one)] for one in answer.evidence], {"answer": f"Answer ({answer.basis})"}
        return Table(columns, rows, title, [*(f"Rule: {rule}" for rule in answer.rules), *answer.notes])
    elif answer.paths is not None:
        return _path_table(answer, title, evidence)
    else:
        rows = [[date_said(value) if for_people else value] for value in answer.values]
        columns = {"answer": "Answer"}
    notes = list(answer.notes)
    if evidence and for_people:
        notes += map(evidence_line, answer.evidence)
    elif evidence:
        notes += with_evidence(columns, rows, [answer.evidence] * len(rows), for_people)
    return Table(columns, rows, title, notes)


_UNITS = {"percent": " %", "years": " years"}


def _for_programs(answer: Answer) -> str:
    if answer.value is None:
        return "unknown"
    if answer.value is False and answer.basis not in ("denied", "unknown"):
        return "no (inferred from the source)"
    return _FOR_PROGRAMS.get(answer.basis, "yes")


def _entities_table(answer: Answer, title: str, evidence: bool, for_people: bool, in_words: bool) -> Table:
    """The entities that answer, a row each; a few of them in one sentence."""
    rows: list[list[Any]] = [[e.entity.id, e.entity.label, e.basis] for e in answer.entities]
    columns = {"id": "Id", "label": "Name", "basis": "Basis"}
    if answer.counted:
        columns["count"] = _FIGURES.get(answer.counted, answer.counted)
        for row, one in zip(rows, answer.entities, strict=True):
            row.append(figure_said(one.figure, answer.counted))
    if any(one.date for one in answer.entities):
        columns["date"] = "Date"
        for row, one in zip(rows, answer.entities, strict=True):
            row.append(date_said(one.date) if for_people else one.date)
    notes = [] if rows else ["No matches in this graph."]
    notes += answer.notes
    if evidence:
        notes += with_evidence(columns, rows, [e.evidence for e in answer.entities], for_people)
    if in_words and 0 < len(rows) <= FEW:
        columns, rows = {"answer": "Answer"}, [[listed([_named(row, columns) for row in rows])]]
    kinds = {e.entity.kind for e in answer.entities}
    counted = KINDS.get(kinds.pop(), "rows") if len(kinds) == 1 else "rows"
    return Table(columns, rows, title, notes, counted=counted)


def _named(row: Sequence[Any], columns: Mapping[str, str]) -> str:
    """A name in a sentence: with its basis if that is not simply stated, its number, and those of its sentences."""
    cells = dict(zip(columns, row, strict=True))
    basis = "" if cells["basis"] == "stated" else cells["basis"]
    aside = ", ".join(filter(None, (cells.get("count", ""), cells.get("date", ""), basis)))
    return " ".join(filter(None, (cells["label"], f"({aside})" if aside else "", cells.get("evidence", ""))))


def _path_table(answer: Answer, title: str, evidence: bool) -> Table:
    """The steps of the shortest paths, one a line."""
    assert answer.paths is not None
    rows: list[list[Any]] = []
    cited: dict[str, None] = {}
    for number, path in enumerate(answer.paths.paths, 1):
        for step in path:
            rows.append([number, f"{step.start.short} {step.words} {step.end.short}", step.fact.grounds.basis])
            cited |= dict.fromkeys(map(evidence_line, step.fact.grounds.evidence))
    none = [] if rows else ["Nothing in this graph connects them."]
    columns = {"path": "Path", "fact": "Steps", "basis": "Basis"}
    return Table(columns, rows, title, [*none, *answer.notes, *(cited if evidence else ())])


def write_answer(answer: Answer, out: Output, evidence: bool, show_query: bool = False) -> None:
    """Write one answer, or the query that gives it."""
    if show_query:
        out.write(answer.sparql + "\n")
        return
    if out.form == "json":
        out.json(answer_json(answer))
    elif out.form == "jsonl":
        out.write(dump_json(answer_json(answer)) + "\n")
    else:
        table = answer_table(answer, evidence, out.for_people, in_words=not out.format and out.for_people)
        if not out.for_people:
            # Rows for programs have no room for words: what was understood, and what must be said, stands beside them.
            out = out.noting([table.title, *answer.notes])
        out.rows(table)
