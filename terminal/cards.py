"""Entities on the terminal: one as a card, many as a table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from pyoxigraph import NamedNode

from ..graph.model.description import Description, about, about_codes, fact_row, fact_words
from ..graph.model.entities import KINDS, Entity
from ..graph.model.naming.names import Names
from ..graph.model.search import Found
from .grounds import details_json, evidence_json, with_evidence
from .writing.output import Output
from .writing.table import Table

if TYPE_CHECKING:
    from ..graph.model.known.codes import StateCodes

__all__ = ["entities_table", "found_table", "write_card"]


def entities_table(entities: Sequence[Entity], codes: StateCodes) -> Table:
    """The rows of `list`, with the codes of states."""
    rows = [[e.kind, e.id, e.label, e.abbreviation, *codes.of(e)] for e in entities]
    counted = [f"{sum(e.kind == kind for e in entities)} {plural}" for kind, plural in KINDS.items()]
    note = ", ".join(count for count in counted if not count.startswith("0 "))
    columns = {"kind": "Kind", "id": "Id", "label": "Name", "abbreviation": "Short", **codes.headings}
    return Table(columns, rows, notes=[note or "None of this kind."], counted="entities" if "," in note else "")


def found_table(found: Sequence[Found], codes: StateCodes) -> Table:
    """The rows of `search`, with the codes of states."""
    rows = [
        [hit.entity.kind, hit.entity.id, hit.entity.label, *codes.of(hit.entity), hit.where, hit.text] for hit in found
    ]
    notes = (
        [] if found else ["No matches in this graph; search looks for all the words in names, definitions and quotes."]
    )
    columns = {"kind": "Kind", "id": "Id", "label": "Name", **codes.headings, "where": "Found in", "text": "Text"}
    return Table(columns, rows, notes=notes, counted="entities")


def write_card(description: Description, names: Names, out: Output, evidence: bool) -> None:
    """Write what `show` found: for people a card, in which the facts are a tree around the entity."""
    if out.form == "json":
        out.json(_json(description, names))
        return
    description = description.in_words
    out = out.noting(about_codes(description))
    title = f"{description.entity.label} · {description.entity.kind} · {description.entity.id}"
    if out.is_figure:
        from ..graph.pictures.figures.plans import card_plan

        out.plan(card_plan(description, names, evidence=evidence))
        return
    if out.for_people:
        from .neighbourhood import show_neighbourhood

        said = [(*fact_row(fact, description.entity, names), fact) for fact in description.facts]
        show_neighbourhood(description, title, about(description), said, evidence, out)
        return
    columns = {"relation": "Relation", "other": "Of what", "basis": "Basis"}
    rows = [[*fact_row(fact, description.entity, names), fact.grounds.basis] for fact in description.facts]
    notes = with_evidence(columns, rows, [fact.grounds.evidence for fact in description.facts], for_people=False)
    out.rows(Table(columns, rows, title, [*about(description), *notes]))


def _json(description: Description, names: Names) -> dict[str, Any]:
    entity = description.entity
    facts = []
    for fact in description.facts:
        relation, label = fact_words(fact, entity, names)
        other = fact.subject if fact.subject != entity.term else fact.object
        known = names.by_iri.get(other.value) if isinstance(other, NamedNode) else None
        item: dict[str, Any] = {"relation": relation, "id": known.id if known else None, "label": label}
        item |= details_json(fact)
        item |= {"basis": fact.grounds.basis, "rule": fact.grounds.rule or None}
        item["evidence"] = evidence_json(fact.grounds.evidence)
        facts.append(item)
    return {
        "id": entity.id,
        "iri": entity.iri,
        "kind": entity.kind,
        "label": entity.label,
        "abbreviation": entity.abbreviation or None,
        "aliases": list(entity.aliases),
        "codes": entity.codes,
        "definition": description.definition or None,
        "basis": description.grounds.basis,
        "evidence": evidence_json(description.grounds.evidence),
        "facts": facts,
        "lifetimes": [{"start": start or None, "end": end or None} for start, end in description.lifetimes],
        "tensions": [
            {"text": text, "basis": grounds.basis, "evidence": evidence_json(grounds.evidence)}
            for text, grounds in description.tensions
        ],
    }
