"""The graph as one HTML file that opens from disk, with no network: picture, search, filters, evidence, tables.

Python chooses what goes in, and where each node stands; the files in `data/page/` do the rest in the browser. All
text of the data travels as JSON and is shown as text only. A content security policy lets run and style nothing
but what stands in the file, and lets nothing leave it (https://www.w3.org/TR/CSP3/).
"""

from __future__ import annotations

import html
import json
import re
import subprocess
from base64 import b64encode
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from math import cos, pi, sin, sqrt
from typing import TYPE_CHECKING, Any

from pyoxigraph import Literal, NamedNode

from ..model.dates import ALWAYS, Period
from ..model.entities import KINDS, Entity
from ..model.evidence import BASES, Evidence, Grounds, read_grounds
from ..model.facts import Fact, facts_about, relation_words
from ..pictures.options import ViewOptions
from ..pictures.rendering import programs
from ..rdf.source import values
from ..rdf.terms import PREFIXES, Term, id_of, prologue
from ..resources import resource

if TYPE_CHECKING:
    from ..model.graph import Graph

__all__ = ["page"]

# What the picture leaves out at first: drawn, they would tie everything to everything.
_BACKGROUND = ("statement", "topic", "role", "source", "")

_MEMBER = ("member", PREFIXES["org"] + "memberOf")
_YEAR = re.compile(r"\d{4}(?=$|-)")

_POINTS = 72  # in an inch, the unit in which Graphviz says where a node stands


def page(graph: Graph, options: ViewOptions | None = None) -> bytes:
    """The graph as an HTML page.

    Options that count: `focus` with `depth`, `only`, `as_of`, `title`. Without a date the page holds the facts of all
    dates, and its slider stands at the dataset's own; with one, it holds the facts of that date ("any": of all).

    >>> import blocs
    >>> page(blocs.load())[:15]
    b'<!doctype html>'
    """
    data = _data(graph, options or ViewOptions())
    parts = {name: _asset(name) for name in ("page.css", "page.js", "cytoscape.min.js", "cytoscape.LICENSE")}
    scripts = " ".join(_hash(parts[name]) for name in ("cytoscape.min.js", "page.js"))
    policy = (
        f"default-src 'none'; script-src {scripts}; style-src {_hash(parts['page.css'])};"
        " base-uri 'none'; form-action 'none'"
    )
    values_ = {
        "title": html.escape(data["title"] or "blocs"),
        "policy": html.escape(policy, quote=False),
        "style": parts["page.css"],
        "data": _json_for_script(data),
        "library": parts["cytoscape.min.js"],
        "licence": html.escape(parts["cytoscape.LICENSE"]),
        "script": parts["page.js"],
    }
    # In one pass: what a part says is never taken for a place to fill in.
    text = re.sub(r"\{\{(\w+)\}\}", lambda match: values_[match[1]], _asset("page.html"))
    return text.encode("utf-8", "backslashreplace")


def _asset(name: str) -> str:
    # A browser reads every line end as \n before it compares a hash.
    return resource("data", "page", name).read_text(encoding="utf-8").replace("\r\n", "\n")


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _json_for_script(value: Any) -> str:
    """JSON in which nothing ends the element that it stands in."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    # A lone half of a character cannot be written as UTF-8; JSON has an escape for it.
    text = re.sub("[\ud800-\udfff]", lambda match: f"\\u{ord(match[0]):04x}", text)
    return text.replace("<", "\\u003c")


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


def _data(graph: Graph, options: ViewOptions) -> dict[str, Any]:
    """All that the page shows."""
    period = ALWAYS if options.as_of is None else graph.period(options.as_of)
    entities = [e for e in graph.names.entities if not options.only or e.kind in options.only or e == options.focus]
    facts = facts_about(graph.source, [e.term for e in entities], period) if entities else []
    entities, facts = _around(entities, facts, graph, options)
    number = {entity.iri: place for place, entity in enumerate(entities)}
    facts = _kept(facts, number, graph)
    relations, rules, evidence = _Table(), _Table(), _Table()
    rows = [_row(fact, number, relations, rules, evidence) for fact in facts]
    own, definitions = _own(graph, entities), _definitions(graph, entities)
    pairs = _pairs(rows, relations, graph.as_of, options)
    behind = set() if options.only else {number[e.iri] for e in entities if e.kind in _BACKGROUND}
    positions = _places(len(entities), pairs, behind)
    when = "" if options.as_of is None else str(period)
    return {
        "title": options.title if options.title is not None else _title(options),
        "asOf": graph.as_of,
        "only": when,
        "years": _years(facts) if options.as_of is None or period == ALWAYS else None,
        "any": options.as_of is not None,
        "bases": list(BASES),
        "background": [] if options.only else list(_BACKGROUND),
        "kinds": {**KINDS, "": "others"},
        "entities": [
            _entity(entity, own, definitions, evidence) | positions[place] for place, entity in enumerate(entities)
        ],
        "facts": rows,
        "relations": [[key, relation_words(key), relation_words(key, inverse=True)] for key in relations.values],
        "memberships": [place for place, key in enumerate(relations.values) if key in _MEMBER],
        "rules": rules.values,
        "evidence": evidence.values,
    }


def _title(options: ViewOptions) -> str:
    return f"{options.focus.label}: what it has to do with" if options.focus else "States, bodies and what ties them"


def _around(
    entities: list[Entity], facts: list[Fact], graph: Graph, options: ViewOptions
) -> tuple[list[Entity], list[Fact]]:
    """What is at most `depth` facts away from the focus; everything where there is none."""
    if options.focus is None:
        return entities, facts
    allowed = {e.iri for e in entities if options.only or e.kind not in _BACKGROUND[1:]}
    pairs = [(_iri(f.subject), _iri(f.object)) for f in facts]
    near = {options.focus.iri}
    for _ in range(options.depth):
        near |= {end for pair in pairs if near & set(pair) for end in pair if end in allowed}
    return [e for e in entities if e.iri in near], [f for f in facts if _iri(f.subject) in near]


def _kept(facts: Iterable[Fact], number: dict[str, int], graph: Graph) -> list[Fact]:
    """Facts about entities of the page, in an order that depends on the graph alone."""

    def fits(fact: Fact) -> bool:
        there = _iri(fact.object)
        return _iri(fact.subject) in number and (there in number or there not in graph.names.by_iri)

    return sorted(
        filter(fits, facts),
        key=lambda f: (number[_iri(f.subject)], f.relation, str(f.object), f.start, f.end, f.role, f.grounds.fact),
    )


def _row(fact: Fact, number: dict[str, int], relations: _Table, rules: _Table, evidence: _Table) -> list[Any]:
    """A fact as the page reads it; `page.js` has the same order."""
    object_: int | str = number[_iri(fact.object)] if _iri(fact.object) in number else _words(fact.object)
    role = "" if re.fullmatch(r"full\W?member", fact.role, re.IGNORECASE) else fact.role
    grounds = fact.grounds
    return [
        number[_iri(fact.subject)],
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


def _iri(term: Term) -> str:
    return term.value if isinstance(term, NamedNode) else ""


def _entity(entity: Entity, own: dict[str, Grounds], definitions: dict[str, str], evidence: _Table) -> dict[str, Any]:
    grounds = own.get(entity.iri)
    given: dict[str, Any] = {
        "id": entity.id,
        "label": entity.label,
        "kind": entity.kind,
        "short": entity.abbreviation,
        "code": entity.codes.get("iso3") or entity.codes.get("cowAbbreviation", ""),
        "also": list(entity.aliases),
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
    return {_iri(e): text.value for e, text in rows if e is not None and isinstance(text, Literal)}


def _own(graph: Graph, entities: Sequence[Entity]) -> dict[str, Grounds]:
    """Where the source names each entity."""
    if not entities:
        return {}
    clause = f"{values('fact', (e.term for e in entities))} ?fact blocs:evidence ?any ."
    return {grounds.fact: grounds for _, grounds in read_grounds(graph.source, (), clause)}


def _years(facts: Iterable[Fact]) -> list[int] | None:
    """The first and the last year of which a fact's dates speak."""
    said = [int(match[0]) for fact in facts for date in (fact.start, fact.end) if (match := _YEAR.match(date))]
    return [min(said), max(said)] if said and min(said) < max(said) else None


# Where the nodes stand


def _pairs(rows: Iterable[Sequence[Any]], relations: _Table, as_of: str, options: ViewOptions) -> list[tuple[int, int]]:
    """The pairs that pull each other: memberships of the first view weigh most where there are many of all dates."""
    period = Period(as_of, as_of)
    pairs, now = set(), set()
    for subject, relation, object_, _, start, end, *_ in rows:
        if isinstance(object_, int) and object_ != subject:
            pair = (min(subject, object_), max(subject, object_))
            pairs.add(pair)
            if relations.values[relation] not in _MEMBER or period.covers(start or None, end or None):
                now.add(pair)
    if options.as_of is None and len(pairs) > 5000:
        tied = {end for pair in now for end in pair}
        return sorted(now | {pair for pair in pairs if not tied >= set(pair)})
    return sorted(pairs)


def _places(count: int, pairs: Sequence[tuple[int, int]], behind: set[int]) -> list[dict[str, int]]:
    """Where each node stands: `x` and `y` without what is behind at first, `x2` and `y2` in the picture of all."""
    whole = _positions(count, pairs)
    if not behind or len(behind) == count:
        return [{"x": round(x), "y": round(y)} for x, y in whole]
    before = [node for node in range(count) if node not in behind]
    index = {node: place for place, node in enumerate(before)}
    front = _positions(len(before), [(index[a], index[b]) for a, b in pairs if a in index and b in index])
    places = []
    for node, (x, y) in enumerate(whole):
        first = front[index[node]] if node in index else (x, y)
        places.append({"x": round(first[0]), "y": round(first[1]), "x2": round(x), "y2": round(y)})
    return places


def _positions(count: int, pairs: Sequence[tuple[int, int]]) -> list[tuple[float, float]]:
    """A place for each node, in points: by Graphviz's sfdp, else on a spiral with the best tied in the middle."""
    found = _by_graphviz(count, pairs)
    if found is not None:
        return found
    ties = [0] * count
    for pair in pairs:
        for end in pair:
            ties[end] += 1
    order = sorted(range(count), key=lambda node: -ties[node])
    golden = pi * (3 - sqrt(5))
    places = [(0.0, 0.0)] * count
    for rank, node in enumerate(order):
        away = 70 * sqrt(rank)
        places[node] = (away * cos(rank * golden), away * sin(rank * golden))
    return places


def _by_graphviz(count: int, pairs: Sequence[tuple[int, int]]) -> list[tuple[float, float]] | None:
    lines = ["graph {", "graph [overlap=prism, overlap_scaling=-4, K=0.9, start=1]"]
    lines += ['node [shape=box, fixedsize=true, width=1.25, height=0.62, label=""]']
    lines += [f"n{node}" for node in range(count)]
    lines += [f"n{one} -- n{other}" for one, other in pairs]
    dot = "\n".join([*lines, "}"]).encode()
    for program in programs():
        try:
            done = subprocess.run(
                [program, "-Ksfdp", "-Tplain"], input=dot, capture_output=True, timeout=60, check=False
            )
        except (OSError, subprocess.TimeoutExpired):
            continue
        places = {
            int(words[1][1:]): (float(words[2]) * _POINTS, -float(words[3]) * _POINTS)
            for line in done.stdout.decode("utf-8", "replace").splitlines()
            if (words := line.split()) and words[0] == "node"
        }
        if len(places) == count:
            return [places[node] for node in range(count)]
    return None
