"""Entities on the terminal: one as a card, many as a table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from pyoxigraph import NamedNode

from ..graph.model.description import Description, name_of
from ..graph.model.entities import KINDS, Entity
from ..graph.model.facts import Fact, relation_words
from ..graph.model.names import Names
from ..graph.model.search import Found
from .answers import with_evidence
from .grounds import details_json, evidence_json, evidence_line
from .writing.output import Output
from .writing.table import Table

if TYPE_CHECKING:
    from ..graph.model.state_codes import StateCodes

__all__ = ["entities_table", "found_table", "write_card"]


def entities_table(entities: Sequence[Entity], codes: StateCodes) -> Table:
    """The rows of `list`, with the codes of states."""
    rows = [[e.kind, e.id, e.label, e.abbreviation, *codes.of(e)] for e in entities]
    counted = [f"{sum(e.kind == kind for e in entities)} {plural}" for kind, plural in KINDS.items()]
    note = ", ".join(count for count in counted if not count.startswith("0 "))
    columns = {"kind": "Kind", "id": "Id", "label": "Name", "abbreviation": "Short", **codes.headings}
    return Table(columns, rows, notes=[note or "none of this kind"], counted="entities" if "," in note else "")


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
    title = f"{description.entity.label} · {description.entity.kind} · {description.entity.id}"
    if out.is_figure:
        _draw_card(description, names, out, evidence)
        return
    if out.for_people:
        from .neighbourhood import show_neighbourhood

        said = [(*_row(fact, description.entity, names), fact) for fact in description.facts]
        show_neighbourhood(description, title, _about(description), said, evidence, out)
        return
    columns = {"relation": "Relation", "other": "Of what", "basis": "Basis"}
    rows = [[*_row(fact, description.entity, names), fact.grounds.basis] for fact in description.facts]
    notes = with_evidence(columns, rows, [fact.grounds.evidence for fact in description.facts], for_people=False)
    out.rows(Table(columns, rows, title, [*_about(description), *notes]))


def _draw_card(description: Description, names: Names, out: Output, evidence: bool) -> None:
    """The card as a figure."""
    from ..graph.pictures.figures.card_figure import Saying, card_figure

    entity = description.entity
    cited = dict.fromkeys(item for fact in description.facts for item in fact.grounds.evidence)
    cited |= dict.fromkeys(description.grounds.evidence)
    numbers = {item: number for number, item in enumerate(cited, 1)} if evidence else {}
    said = [
        Saying(
            *_row(fact, entity, names),
            fact.grounds.basis,
            " ".join(f"[{numbers[item]}]" for item in fact.grounds.evidence if item in numbers),
        )
        for fact in description.facts
    ]
    sentences = [f"[{number}] {evidence_line(item)}" for item, number in numbers.items()]
    about = _about(description)
    out.figure(
        lambda caption: card_figure(said, description.definition, about, sentences, caption, out.look),
        entity.label,
        entity.kind,
    )


def _about(description: Description) -> list[str]:
    """Other names, codes, when it existed, and tensions, a line each."""
    entity = description.entity
    also = ", ".join(name for name in (entity.abbreviation, *entity.aliases) if name)
    codes = ", ".join(f"{words} {entity.codes[code]}" for code, words in _CODES.items() if code in entity.codes)
    spans = ", ".join(f"{start}–{end}" for start, end in description.lifetimes)
    existed = "in the state system" if entity.kind == "state" else "existed"
    notes = [
        f"also called: {also}" if also else "",
        f"codes: {codes}" if codes else "",
        f"{existed}: {spans}" if spans else "",
    ]
    return [note for note in notes if note] + [f"tension: {text}" for text, _ in description.tensions]


_CODES = {"iso3": "ISO 3166", "cow": "COW", "cowAbbreviation": "COW", "notation": "notation"}


def _row(fact: Fact, entity: Entity, names: Names) -> tuple[str, str]:
    relation, other = _said(fact, entity, names)
    span = f" ({fact.start}–{fact.end})" if fact.start or fact.end else ""
    return relation, other + span


def _said(fact: Fact, entity: Entity, names: Names) -> tuple[str, str]:
    """A fact in words, seen from one entity: the relation and the other side."""
    if entity.term not in (fact.subject, fact.object):
        return "is the office of", f"{name_of(fact.subject, names)} ({name_of(fact.object, names)})"
    inverse = fact.subject != entity.term
    other = name_of(fact.subject if inverse else fact.object, names)
    match fact.relation:
        case "share":
            return (f"{fact.percent} % signed by" if inverse else f"signed {fact.percent} % of"), other
        case "post":
            return (f"has the {fact.role}" if inverse else f"is the {fact.role} of"), other
        case "member" if fact.role not in ("", "full member", "fullMember"):
            return (f"has the {fact.role}" if inverse else f"is {fact.role} of"), other
    return relation_words(fact.relation, inverse), other


def _json(description: Description, names: Names) -> dict[str, Any]:
    entity = description.entity
    facts = []
    for fact in description.facts:
        relation, label = _said(fact, entity, names)
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
