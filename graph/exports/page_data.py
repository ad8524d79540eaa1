"""What a page shows, as JSON: entities, facts, evidence, each thing that is said often once, and where nodes stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from pyoxigraph import Literal, NamedNode

from ..checking.quoting import texts_by_source
from ..model.coverage import date_notes
from ..model.dates import ALWAYS, Period
from ..model.entities import KINDS, Entity
from ..model.evidence import BASES, Evidence, Grounds, read_grounds
from ..model.facts import DENIED, MEMBERSHIP, Fact, facts_of
from ..model.known.well_known import all_well_known
from ..model.membership import read_lifespans
from ..model.relations import relation_words
from ..pictures.options import ViewOptions
from ..rdf.source import values
from ..rdf.terms import Term, id_of, iri_text, prologue
from ..readers.unread import said_of_source
from .node_positions import node_places
from .page_source import bounds_in_words, datasets, page_title
from .page_texts import PageTexts, page_texts
from .prominence import prominence

if TYPE_CHECKING:
    from ..model.graph import Graph

__all__ = ["page_data"]

# What the picture leaves out at first: drawn, they would connect everything with everything.
_BACKGROUND = ("statement", "topic", "role", "source", "")

_YEAR = re.compile(r"\d{4}(?=$|-)")


@dataclass
class _Table:
    """Values that are said often, each once, and known by their place."""

    values: list[Any] = field(default_factory=list)
    places: dict[Any, int] = field(default_factory=dict)

    def place(self, value: Any) -> int:
        if value not in self.places:
            self.places[value] = len(self.values)
            self.values.append(value)
        return self.places[value]


def page_data(graph: Graph, options: ViewOptions) -> dict[str, Any]:
    """All that a page shows.

    Parameters
    ----------
    graph : Graph
        The graph.
    options : ViewOptions
        Those that count are `focus` with `depth`, `only`, `as_of`, `title` and `text`.

    Returns
    -------
    dict
        What the scripts in `data/page/scripts` read.

    Raises
    ------
    InvalidRequest
        If it is not clear whose text a text is.
    """
    period = ALWAYS if options.as_of is None else graph.period(options.as_of)
    entities = [e for e in graph.names.entities if not options.only or e.kind in options.only or e == options.focus]
    facts = facts_of(graph.source, [e.term for e in entities], period) if entities else []
    entities, facts = _around(entities, facts, graph, options)
    number = {entity.iri: place for place, entity in enumerate(entities)}
    facts = _kept(facts, number, graph)
    relations, rules, evidence = _Table(), _Table(), _Table()
    rows = [_row(fact, number, relations, rules, evidence) for fact in facts]
    own, definitions = _own(graph, entities), _definitions(graph, entities)
    pairs = _pairs(rows, relations, graph.as_of, options)
    behind = set() if options.only else {number[e.iri] for e in entities if e.kind in _BACKGROUND}
    positions = node_places(len(entities), pairs, behind)
    ranks = prominence(entities, _ties(len(entities), pairs), graph.names)
    known = _known_names(graph, number)
    lifespans = read_lifespans(graph.source) if facts else {}
    described = [
        _entity(entity, own, definitions, evidence, known.get(place, []), lifespans.get(entity.iri))
        | {"rank": ranks[place]}
        | positions[place]
        for place, entity in enumerate(entities)
    ]
    # All evidence is known by now: that of facts, and that of entities.
    sources, texts = datasets(graph), _texts(graph, options, evidence)
    return {
        "title": page_title(options, sources),
        "sources": sources,
        "asOf": graph.as_of,
        "only": "" if options.as_of is None else str(period),
        "bounds": bounds_in_words(options),
        "focus": number.get(options.focus.iri, -1) if options.focus else -1,
        "years": _years(facts, period, graph.as_of),
        "any": options.as_of is not None,
        "notes": [] if options.as_of is None else list(date_notes(graph, period)),
        "unread": said_of_source(graph.source),
        "bases": [each for each in BASES if each != "drafted" or any(fact.grounds.basis == each for fact in facts)],
        "background": [] if options.only else list(_BACKGROUND),
        "kinds": {**KINDS, "": "others"},
        "entities": described,
        "facts": rows,
        "relations": [[key, relation_words(key), relation_words(key, inverse=True)] for key in relations.values],
        "memberships": [place for place, key in enumerate(relations.values) if key in MEMBERSHIP],
        "denials": [place for place, key in enumerate(relations.values) if key in DENIED],
        "rules": rules.values,
        "evidence": [texts.cited(row) for row in evidence.values],
        "texts": texts.texts,
        "misquoted": texts.missing,
    }


def _texts(graph: Graph, options: ViewOptions, evidence: _Table) -> PageTexts:
    given = texts_by_source(options.text, graph.source, graph.names) if options.text else {}
    return page_texts(given, graph.names, evidence.values)


def _ties(count: int, pairs: Iterable[tuple[int, int]]) -> list[int]:
    ties = [0] * count
    for pair in pairs:
        for end in pair:
            ties[end] += 1
    return ties


def _known_names(graph: Graph, number: dict[str, int]) -> dict[int, list[str]]:
    """Names by which entities are well known and that the graph does not have; a name of several is nobody's."""
    if graph.names.looked_up:
        return {}
    meant: dict[str, set[str]] = {}
    for name, entity in all_well_known(graph.names):
        meant.setdefault(name, set()).add(entity.iri)
    found: dict[int, list[str]] = {}
    for name, (iri, *others) in ((name, sorted(iris)) for name, iris in meant.items()):
        if not others and iri in number:
            found.setdefault(number[iri], []).append(name)
    return found


def _around(
    entities: list[Entity], facts: list[Fact], graph: Graph, options: ViewOptions
) -> tuple[list[Entity], list[Fact]]:
    """What is at most `depth` facts away from the focus; everything if there is no focus."""
    if options.focus is None:
        return entities, facts
    allowed = {e.iri for e in entities if options.only or e.kind not in _BACKGROUND[1:]}
    pairs = [(iri_text(f.subject), iri_text(f.object)) for f in facts]
    near = {options.focus.iri}
    for _ in range(options.depth):
        near |= {end for pair in pairs if near & set(pair) for end in pair if end in allowed}
    return [e for e in entities if e.iri in near], [f for f in facts if iri_text(f.subject) in near]


def _kept(facts: Iterable[Fact], number: dict[str, int], graph: Graph) -> list[Fact]:
    """Facts about entities of the page, in an order that depends on the graph alone."""

    def fits(fact: Fact) -> bool:
        there = iri_text(fact.object)
        return iri_text(fact.subject) in number and (there in number or there not in graph.names.by_iri)

    return sorted(
        filter(fits, facts),
        key=lambda f: (number[iri_text(f.subject)], f.relation, str(f.object), f.start, f.end, f.role, f.grounds.fact),
    )


def _row(fact: Fact, number: dict[str, int], relations: _Table, rules: _Table, evidence: _Table) -> list[Any]:
    """A fact as the page reads it; `page.js` has the same order."""
    object_: int | str = number[iri_text(fact.object)] if iri_text(fact.object) in number else _words(fact.object)
    role = "" if re.fullmatch(r"full\W?member", fact.role, re.IGNORECASE) else fact.role
    grounds = fact.grounds
    return [
        number[iri_text(fact.subject)],
        relations.place(fact.relation),
        object_,
        grounds.basis,
        fact.start,
        fact.end,
        " ".join(filter(None, (role, f"{fact.percent} %" if fact.percent else ""))),
        rules.place(grounds.rule) if grounds.rule else -1,
        [evidence.place(_cited(e)) for e in grounds.evidence],
    ]


def _cited(evidence: Evidence) -> tuple[str, int, str]:
    return evidence.quote, evidence.paragraph or 0, evidence.source


def _words(term: Term) -> str:
    if isinstance(term, NamedNode):
        return id_of(term.value)
    return term.value if isinstance(term, Literal) else str(term)


def _entity(
    entity: Entity,
    own: dict[str, Grounds],
    definitions: dict[str, str],
    evidence: _Table,
    known: list[str],
    lifespan: tuple[str, str] | None,
) -> dict[str, Any]:
    grounds = own.get(entity.iri)
    begun, over = lifespan or ("", "")
    given: dict[str, Any] = {
        "id": entity.id,
        "label": entity.label,
        "kind": entity.kind,
        "short": entity.abbreviation,
        "code": entity.codes.get("iso3") or entity.codes.get("cowAbbreviation", ""),
        "also": list(entity.aliases),
        "known": known,
        "begun": begun,
        "over": over,
        "says": definitions.get(entity.iri, ""),
        "basis": grounds.basis if grounds else "",
        "cited": [evidence.place(_cited(e)) for e in grounds.evidence] if grounds else [],
    }
    return {name: value for name, value in given.items() if name == "kind" or value}


def _definitions(graph: Graph, entities: Sequence[Entity]) -> dict[str, str]:
    if not entities:
        return {}
    body = f"SELECT ?e ?text WHERE {{ {values('e', (e.term for e in entities))} ?e skos:definition ?text }}"
    rows = sorted(graph.source.select(prologue(body) + body), key=str, reverse=True)
    return {iri_text(e): text.value for e, text in rows if e is not None and isinstance(text, Literal)}


def _own(graph: Graph, entities: Sequence[Entity]) -> dict[str, Grounds]:
    """Where the source names each entity."""
    if not entities:
        return {}
    clause = f"{values('fact', (e.term for e in entities))} ?fact blocs:evidence ?any ."
    return {grounds.fact: grounds for _, grounds in read_grounds(graph.source, (), clause)}


def _years(facts: Iterable[Fact], period: Period, as_of: str) -> list[int] | None:
    """The first and the last year of which a fact's dates speak, within the period; None if it is one year."""
    said = [int(match[0]) for fact in facts for date in (fact.start, fact.end) if (match := _YEAR.match(date))]
    if not said:
        return None
    first, last = min(said), max(said)
    if period.start is not None:
        first = max(first, int(period.start[:4]))
    if period.end is not None:
        # What has no end is known to hold until the dataset's own date.
        last = max(first, min(max(last, int(as_of[:4])), int(period.end[:4])))
    return [first, last] if first < last else None


def _pairs(rows: Iterable[Sequence[Any]], relations: _Table, as_of: str, options: ViewOptions) -> list[tuple[int, int]]:
    """The pairs that pull each other: memberships of the first view weigh most if there are many of all dates."""
    period = Period(as_of, as_of)
    pairs, now = set(), set()
    for subject, relation, object_, _, start, end, *_ in rows:
        if isinstance(object_, int) and object_ != subject:
            pair = (min(subject, object_), max(subject, object_))
            pairs.add(pair)
            if relations.values[relation] not in MEMBERSHIP or period.covers(start or None, end or None):
                now.add(pair)
    if options.as_of is None and len(pairs) > 5000:
        joined = {end for pair in now for end in pair}
        return sorted(now | {pair for pair in pairs if not joined >= set(pair)})
    return sorted(pairs)
