"""Evidence and paths as data: the shape they have in every answer in JSON, and evidence in one line."""

from __future__ import annotations

from collections.abc import Iterable
from math import isfinite
from typing import TYPE_CHECKING, Any

from ..graph.model.evidence import Evidence

if TYPE_CHECKING:
    from ..graph.analysis.paths import Paths, Step
    from ..graph.model.facts import Fact

__all__ = ["details_json", "evidence_json", "path_json", "paths_json"]


def evidence_json(evidence: Iterable[Evidence]) -> list[dict[str, Any]]:
    """Evidence as the JSON of the design gives it."""
    return [{"quote": e.quote, "paragraph": e.paragraph, "source": e.source} for e in evidence]


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
