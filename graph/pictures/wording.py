"""The words of a picture: labels of edges, and tooltips that say a fact with its basis, rule and evidence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pyoxigraph import NamedNode

from ..model.entities import Entity
from ..model.evidence import Evidence, weakest
from ..model.facts import MEMBERSHIP, Fact
from ..model.relations import relation_words
from ..rdf.terms import PREFIXES, id_of, iri_text, text_of

__all__ = ["bundle_tooltip", "cited", "fact_tooltip", "short_words", "term_name"]

_SHORT = {
    "non-member": "not a member",
    "absence": "not there",
    "non-representation": "not represented",
    "share": "signed",
    "post": "office in",
    PREFIXES["blocs"] + "at": "at",
    PREFIXES["blocs"] + "reason": "because",
    PREFIXES["blocs"] + "aegis": "under the aegis of",
    PREFIXES["schema"] + "location": "in",
    PREFIXES["schema"] + "organizer": "organized by",
} | dict.fromkeys(MEMBERSHIP, "member of")


def short_words(relation: str) -> str:
    """A relation as short as an edge's label should be.

    >>> short_words("member"), short_words("attendance")
    ('member of', 'takes part in')
    """
    return (_SHORT.get(relation) or relation_words(relation)).removeprefix("is ")


def fact_tooltip(fact: Fact, by_iri: Mapping[str, Entity]) -> str:
    """A fact in words, with its basis, rule and evidence."""
    extra = " ".join(filter(None, (fact.role, f"{fact.percent} %" if fact.percent else "", _dates(fact))))
    said = f"{term_name(fact.subject, by_iri)} {relation_words(fact.relation)} {term_name(fact.object, by_iri)}"
    lines = [f"{said}{f', {extra}' if extra else ''} ({fact.grounds.basis})"]
    lines += [fact.grounds.rule] if fact.grounds.rule else []
    return "\n".join(lines + [cited(evidence) for evidence in fact.grounds.evidence])


def bundle_tooltip(facts: Sequence[Fact], by_iri: Mapping[str, Entity], objects: bool = False) -> str:
    """One sentence for facts that differ in their subject alone, or in their object; each piece of evidence once."""
    names = ", ".join(dict.fromkeys(by_iri[iri_text(fact.subject)].short for fact in facts))
    head = by_iri[iri_text(facts[0].object)].short
    if objects:
        head = ", ".join(dict.fromkeys(by_iri[iri_text(fact.object)].short for fact in facts))
    basis = weakest(fact.grounds.basis for fact in facts)
    lines = [f"{names}: {relation_words(facts[0].relation)} {head} ({basis})"]
    lines += dict.fromkeys(fact.grounds.rule for fact in facts if fact.grounds.rule)
    return "\n".join([*lines, *dict.fromkeys(cited(evidence) for fact in facts for evidence in fact.grounds.evidence)])


def term_name(term: object, by_iri: Mapping[str, Entity]) -> str:
    """What a picture calls a term: the short name of an entity, the id of another IRI, the value of a literal."""
    if isinstance(term, NamedNode):
        return by_iri[term.value].short if term.value in by_iri else id_of(term.value)
    return text_of(term) or str(term)  # type: ignore[arg-type]


def cited(evidence: Evidence) -> str:
    """A quote with where it stands, or the source alone if there is no quote."""
    where = ", ".join(filter(None, (f"paragraph {evidence.paragraph}" if evidence.paragraph else "", evidence.source)))
    return f"“{evidence.quote}” ({where})" if evidence.quote else f"Source: {where}"


def _dates(fact: Fact) -> str:
    if fact.start and fact.end:
        return fact.start if fact.start == fact.end else f"{fact.start} to {fact.end}"
    return f"since {fact.start}" if fact.start else f"until {fact.end}" if fact.end else ""
