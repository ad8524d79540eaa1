"""Evidence and paths as data: the shape they have in every answer in JSON, and evidence in one line."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from ..graph.model.evidence import Evidence

if TYPE_CHECKING:
    from ..graph.analysis.paths import Paths, Step

__all__ = ["evidence_json", "path_json", "paths_json"]


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
    extras = {"role": fact.role, "percent": fact.percent, "start": fact.start, "end": fact.end}
    said |= {name: value for name, value in extras.items() if value}
    return said | {"evidence": evidence_json(fact.grounds.evidence)}
