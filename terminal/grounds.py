"""Evidence and paths as data: the shape they have in every answer in JSON, and evidence in the rows of a table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import isfinite
from typing import TYPE_CHECKING, Any

from ..graph.model.evidence import Evidence, evidence_line

if TYPE_CHECKING:
    from ..graph.analysis.paths import Paths, Step
    from ..graph.model.facts import Fact

__all__ = ["details_json", "evidence_json", "path_json", "paths_json", "with_evidence"]


def evidence_json(evidence: Iterable[Evidence]) -> list[dict[str, Any]]:
    """Evidence as the JSON of the design gives it."""
    return [{"quote": e.quote, "paragraph": e.paragraph, "source": e.source} for e in evidence]


def with_evidence(
    columns: dict[str, str], rows: list[list[Any]], evidence: Sequence[Sequence[Evidence]], for_people: bool
) -> list[str]:
    """Add a column of evidence to rows; the notes that belong below them.

    For programs each row has its sentences. For people it has their numbers, and each sentence stands once below.
    """
    columns["evidence"] = "Evidence"
    if not for_people:
        for row, items in zip(rows, evidence, strict=True):
            row.append("\n".join(map(evidence_line, items)))
        return []
    numbers = {item: i for i, item in enumerate(dict.fromkeys(e for items in evidence for e in items), 1)}
    for row, items in zip(rows, evidence, strict=True):
        row.append(" ".join(f"[{numbers[item]}]" for item in items))
    return [f"[{number}] {evidence_line(item)}" for item, number in numbers.items()]


def paths_json(found: Paths) -> dict[str, Any]:
    """The JSON of `path`."""
    return {
        "from": found.a.id,
        "to": found.b.id,
        "via": found.via,
        "as_of": str(found.period),
        **path_json(found),
    }


def path_json(found: Paths) -> dict[str, Any]:
    """Whether and how two are connected."""
    return {
        "connected": found.length is not None,
        "length": found.length,
        "count": found.count,
        "paths": [[_step(step) for step in path] for path in found.paths],
    }


def _step(step: Step) -> dict[str, Any]:
    fact = step.fact
    said: dict[str, Any] = {
        "from": step.start.id,
        "relation": step.words,
        "to": step.end.id,
        "inverse": step.inverse,
        "basis": fact.grounds.basis,
    }
    return said | details_json(fact) | {"evidence": evidence_json(fact.grounds.evidence)}


def details_json(fact: Fact) -> dict[str, Any]:
    """What a fact has beside its two sides, if it has it: role, share in percent, start and end."""
    share = {"percent": _number(fact.percent)} if fact.percent else {}
    times = {"start": fact.start, "end": fact.end}
    return ({"role": fact.role} if fact.role else {}) | share | {name: time for name, time in times.items() if time}


def _number(text: str) -> float | str:
    """A number as JSON has it; the text itself where a graph has something else in its place."""
    try:
        number = float(text)
    except ValueError:
        return text
    if not isfinite(number):
        return text
    return int(number) if number.is_integer() else number
