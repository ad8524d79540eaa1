"""Views: which part of a graph a picture shows, and how it is put so that it can be read.

A view turns facts into the nodes and edges of a `Picture`. What is no entity (fact nodes, quotes, concepts, literals)
is never a node: it is an edge, a line below a name, or the tooltip. States whose memberships are alike stand in
one frame with one edge for all of them, so that twelve states in four bodies take eight edges and not thirty-five.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from ..errors import InvalidRequest
from ..model.dates import ALWAYS, Period
from ..model.entities import Entity
from ..model.evidence import Evidence, Grounds, read_grounds, weakest
from ..model.facts import Fact, facts_about, relation_words
from ..model.membership import Span, denials, read_memberships
from ..rdf.source import values
from ..rdf.terms import PREFIXES, id_of
from .dot import HUB_COLOURS, LAYOUTS, SHAPES, Edge, Group, Node, Picture
from .strongest_edges import MANY, strongest_edges

if TYPE_CHECKING:
    from ..model.graph import Graph

__all__ = ["MEASURES", "VIEWS", "ViewOptions", "draw"]

VIEWS = ("memberships", "overlap", "events", "statements", "all")
"""The views; an entity in focus without a view shows its neighbourhood."""

MEASURES = ("jaccard", "overlap", "shared", "kappa", "pi", "s")
"""Measures of overlap; see `measures`."""

# Concepts, offices and sources are said in words and tooltips; drawn, they would tie everything to everything.
_UNDRAWN = ("topic", "role", "source", "")

# What so large a part of all members is in tells none of them apart.
_NEARLY_ALL = 0.6

# With more edges than this, labels hide each other.
_LABELLED = 80

_PART_OF = PREFIXES["org"] + "subOrganizationOf"
_MEMBER_OF = PREFIXES["org"] + "memberOf"
_DATES = {PREFIXES["schema"] + "startDate", PREFIXES["schema"] + "endDate"}
_SPEAKER = PREFIXES["blocs"] + "speaker"
_ABOUT = PREFIXES["blocs"] + "about"
_LOCATION = PREFIXES["schema"] + "location"

# What a statement does, before its words: "rules out: …" and the words alone say opposite things.
_SPEECH = {
    PREFIXES["blocs"] + "Proposal": "proposed",
    PREFIXES["blocs"] + "RulingOut": "ruled out",
    PREFIXES["blocs"] + "Decision": "decided",
    PREFIXES["blocs"] + "Plan": "planned",
}

_DENIED = ("non-member", "absence", "non-representation")


@dataclass(frozen=True)
class ViewOptions:
    """What a user wants drawn.

    `view` is one of `VIEWS` or empty; `focus` with `depth` keeps what is at most so many edges away from an
    entity; `only` keeps entities of these kinds. `as_of` is a date or period, `None` the dataset's own date.
    `measure`, `threshold` and `by` ("state" or "body") are for the view `overlap`; a threshold of `None` keeps the
    strongest pairs, about three for each node, and of each node its strongest. In the view `memberships` the
    threshold is the part of all members that a body may have to be drawn; `None` draws every body while there are
    few lines, else those that at most 60 % are in. `cluster` frames states that are
    alike (`None`: where the layout can). `title` of `None` gives a title in words, an empty one none.
    """

    view: str = ""
    focus: Entity | None = None
    depth: int = 1
    only: tuple[str, ...] = ()
    as_of: str | None = None
    layout: str = ""
    cluster: bool | None = None
    legend: bool = True
    title: str | None = None
    measure: str = "jaccard"
    threshold: float | None = None
    by: str = "state"


@dataclass
class _Drawing:
    """A picture in the making."""

    facts: list[Fact]
    title: str
    layout: str
    caption: str = ""
    unlabelled: dict[str, str] = field(default_factory=dict)
    """Relations drawn without a label, with what the legend calls them."""
    grouped: tuple[str, ...] = ()
    """Relations by which entities of one kind are framed together."""
    edges: list[Edge] | None = None
    """Edges that stand for no fact (an overlap)."""
    alone: list[Entity] = field(default_factory=list)
    """Entities to draw even without an edge."""


def draw(graph: Graph, options: ViewOptions = ViewOptions()) -> Picture:
    """The picture that a options describes.

    Raises InvalidRequest where the options names no view, layout, measure or date that there is.

    >>> import blocs
    >>> picture = draw(blocs.load())
    >>> [group.label for group in picture.groups], len(picture.nodes)
    (['6 states', '5 states'], 16)
    """
    _known(options.view, ("", *VIEWS), "view")
    _known(options.layout, ("", *LAYOUTS), "layout")
    _known(options.measure, MEASURES, "measure")
    _known(options.by, ("state", "body"), "--by")
    period = graph.period(options.as_of)
    if options.focus is not None and not options.view:
        drawing = _neighbourhood(graph, options, period)
    else:
        drawing = _BY_VIEW[options.view or "memberships"](graph, options, period)
    if options.view == "overlap":
        return _finish(graph, options, drawing, drawing.edges or [])
    drawing.facts = _kept(graph, options, drawing.facts)
    return _finish(graph, options, drawing, None)


def _known(value: str, known: Sequence[str], what: str) -> None:
    if value not in known:
        raise InvalidRequest(f"unknown {what} {value!r}; use one of: {' '.join(filter(None, known))}")


# The views


def _memberships(graph: Graph, options: ViewOptions, period: Period) -> _Drawing:
    """Who is in which body; what is denied; which of these bodies is part of which."""
    spans, caption = _telling(read_memberships(graph.source, period, role="any"), options.threshold, graph)
    by_iri = graph.names.by_iri
    bodies = [by_iri[iri] for iri in dict.fromkeys(span.body for span in spans) if iri in by_iri]
    members = [by_iri[iri] for iri in dict.fromkeys(span.member for span in spans) if iri in by_iri]
    facts = [_fact(span, "member") for span in spans]
    if bodies and members:
        facts += [_fact(span, "non-member") for span in denials(graph.source, members, bodies)]
        facts += _parts(graph, bodies)
    meanings = {"member": "is a member of", _MEMBER_OF: "is a member of"}
    title = f"Who is in which body, {_when(period)}"
    return _Drawing(facts, title, "", caption, unlabelled=meanings, grouped=("member", _MEMBER_OF))


def _telling(spans: list[Span], threshold: float | None, graph: Graph) -> tuple[list[Span], str]:
    """The memberships that tell members apart, where there are too many lines to follow, and a caption that says so.

    Half the lines of two hundred states lead to the few bodies that nearly all are in, and hide the others.
    """
    if threshold is None and len(spans) <= MANY:
        return spans, ""
    share = _NEARLY_ALL if threshold is None else threshold
    members: dict[str, set[str]] = defaultdict(set)
    for span in spans:
        members[span.body].add(span.member)
    everybody = len(set().union(*members.values()))
    common = {body for body, some in members.items() if len(some) > share * everybody}
    if not common:
        return spans, ""
    names = sorted(graph.names.by_iri[body].short for body in common if body in graph.names.by_iri)
    listed = ", ".join(names[:12]) + (f" and {len(names) - 12} more" if len(names) > 12 else "")
    bodies = "body" if len(common) == 1 else "bodies"
    caption = f"Without the {len(common)} {bodies} that more than {share:.0%} of all are in: {listed}."
    return [span for span in spans if span.body not in common], caption


def _events(graph: Graph, options: ViewOptions, period: Period) -> _Drawing:
    """Events with who took part or was missing, who organized them, under whose aegis, where and when."""
    events = [e for e in graph.names.entities if e.kind == "event"]
    facts = facts_about(graph.source, [e.term for e in events], _asked(options, period)) if events else []
    statements = {e.iri for e in graph.names.entities if e.kind == "statement"}
    facts = [f for f in facts if _iri(f.subject) not in statements]
    meanings = {"attendance": "takes part in"}
    return _Drawing(facts, "Events and who took part", "", unlabelled=meanings, grouped=("attendance",), alone=events)


def _statements(graph: Graph, options: ViewOptions, period: Period) -> _Drawing:
    """Who said, proposed, decided or planned what about whom; what a source says in its own voice is left out."""
    statements = [e for e in graph.names.entities if e.kind == "statement"]
    facts = facts_about(graph.source, [e.term for e in statements], _asked(options, period)) if statements else []
    facts, caption = _without_own_voice(graph, facts)
    meanings = {_SPEAKER: "says", _ABOUT: "concerns"}
    return _Drawing(facts, "Who said or plans what", "", caption, unlabelled=meanings)


def _without_own_voice(graph: Graph, facts: Iterable[Fact]) -> tuple[list[Fact], str]:
    """Facts without the statements that a source makes in its own voice, and a caption that says so."""
    facts = list(facts)
    sources = {e.iri for e in graph.names.entities if e.kind == "source"}
    own_voice = {f.subject for f in facts if f.relation == _SPEAKER and _iri(f.object) in sources}
    caption = "Without what the source says in its own voice." if own_voice else ""
    return [f for f in facts if f.subject not in own_voice], caption


def _all(graph: Graph, options: ViewOptions, period: Period) -> _Drawing:
    """Every entity that has a fact with another one."""
    entities = [e.term for e in graph.names.entities if e.kind not in _UNDRAWN]
    facts = facts_about(graph.source, entities, period) if entities else []
    facts, caption = _without_own_voice(graph, facts)
    meanings = {"member": "is a member of", _MEMBER_OF: "is a member of", "attendance": "takes part in"}
    meanings |= {_SPEAKER: "says", _ABOUT: "concerns"}
    return _Drawing(facts, f"All entities, {_when(period)}", "", caption, unlabelled=meanings, grouped=tuple(meanings))


def _neighbourhood(graph: Graph, options: ViewOptions, period: Period) -> _Drawing:
    """What is at most `depth` facts away from the entity in focus, found step by step."""
    assert options.focus is not None
    seen, frontier, found = {options.focus.iri}, [options.focus], dict[tuple[str, str, str, str], Fact]()
    for _ in range(options.depth):
        for fact in facts_about(graph.source, [e.term for e in frontier], period) if frontier else []:
            found.setdefault((str(fact.subject), fact.relation, str(fact.object), fact.grounds.fact), fact)
        ends = {_iri(end) for fact in found.values() for end in (fact.subject, fact.object)} - seen
        frontier = [graph.names.by_iri[iri] for iri in sorted(ends) if iri in graph.names.by_iri]
        frontier = [e for e in frontier if e.kind not in _UNDRAWN and (not options.only or e.kind in options.only)]
        seen |= {e.iri for e in frontier}
    title = f"{options.focus.label}: what it has to do with"
    grouped = ("member", _MEMBER_OF, "attendance", "share", _ABOUT, _LOCATION)
    return _Drawing(list(found.values()), title, "", alone=[options.focus], grouped=grouped)


def _overlap(graph: Graph, options: ViewOptions, period: Period) -> _Drawing:
    """States tied by the bodies that they share, or bodies by the members; an edge's width is the measure."""
    from ..analysis.overlap import overlap

    found = overlap(graph, options.by, options.as_of, measure=options.measure)
    ties = strongest_edges(found, options.measure, options.threshold)
    what = "Bodies" if options.by == "state" else "Members"
    drawn = [found.entities[end] for end in ties.ends]
    return _Drawing([], f"{what} in common, {_when(period)}", "", ties.caption, edges=ties.edges, alone=drawn)


_BY_VIEW: dict[str, Callable[[Graph, ViewOptions, Period], _Drawing]] = {
    "memberships": _memberships,
    "overlap": _overlap,
    "events": _events,
    "statements": _statements,
    "all": _all,
}


# Facts to nodes and edges


def _fact(span: Span, relation: str) -> Fact:
    role = "" if span.role == "full" else span.role
    start, end = span.start or "", span.end or ""
    return Fact(NamedNode(span.member), relation, NamedNode(span.body), span.grounds, role, "", start, end)


def _parts(graph: Graph, bodies: Sequence[Entity]) -> list[Fact]:
    """Which of the bodies is part of which."""
    clauses = f"{values('a', (e.term for e in bodies))} {values('b', (e.term for e in bodies))}"
    shortcut = f"SELECT ?a ?b WHERE {{ {clauses} ?a <{_PART_OF}> ?b }}"
    node = f"{clauses} ?fact rdf:subject ?a ; rdf:predicate org:subOrganizationOf ; rdf:object ?b ."
    grounds = dict(read_grounds(graph.source, ("a", "b"), node))
    unsaid = Grounds("", "stated", ())
    pairs = {*graph.source.select(shortcut), *grounds}
    return [
        Fact(a, _PART_OF, b, grounds.get((a, b), unsaid))
        for a, b in sorted(pairs, key=str)
        if a is not None and b is not None
    ]


def _asked(options: ViewOptions, period: Period) -> Period:
    """Events and statements have dates of their own: they are bounded only by a date that was asked for."""
    return ALWAYS if options.as_of is None else period


def _when(period: Period) -> str:
    return "at any time" if period == ALWAYS else f"as of {period}"


def _iri(term: object) -> str:
    return term.value if isinstance(term, NamedNode) else ""


def _kept(graph: Graph, options: ViewOptions, facts: Iterable[Fact]) -> list[Fact]:
    """The facts that `only` and `focus` leave; those with a literal or concept stay, for the tooltips."""
    by_iri = graph.names.by_iri

    def drawn(term: object) -> bool:
        entity = by_iri.get(_iri(term))
        return entity is not None and entity.kind not in _UNDRAWN and (not options.only or entity.kind in options.only)

    focus = options.focus.iri if options.focus is not None else ""
    facts = [f for f in facts if drawn(f.subject) or _iri(f.subject) == focus]
    if options.focus is None or not options.view:
        return facts
    near, edges = {focus}, [(_iri(f.subject), _iri(f.object)) for f in facts if drawn(f.object)]
    for _ in range(options.depth):
        near |= {end for pair in edges if near & set(pair) for end in pair}
    return [f for f in facts if _iri(f.subject) in near and (not drawn(f.object) or _iri(f.object) in near)]


def _finish(graph: Graph, options: ViewOptions, drawing: _Drawing, edges: list[Edge] | None) -> Picture:
    by_iri = graph.names.by_iri
    always = {e.iri for e in drawing.alone}

    def drawn(term: object) -> bool:
        entity = by_iri.get(_iri(term))
        if entity is None:
            return False
        return entity.iri in always or (
            entity.kind not in _UNDRAWN and (not options.only or entity.kind in options.only)
        )

    ties = [f for f in drawing.facts if drawn(f.subject) and drawn(f.object)]
    words = [f for f in drawing.facts if drawn(f.subject) and not drawn(f.object)]
    shown = {_iri(end): None for f in ties for end in (f.subject, f.object)}
    shown |= {e.iri: None for e in drawing.alone if not options.only or e.kind in options.only or e == options.focus}
    if options.focus is not None and options.view == "overlap":
        near = {options.focus.id} | {
            end for e in edges or [] if options.focus.id in (e.tail, e.head) for end in (e.tail, e.head)
        }
        shown = {iri: None for iri in shown if by_iri[iri].id in near}
        edges = [e for e in edges or [] if e.tail in near and e.head in near]
    if options.focus is not None:
        shown[options.focus.iri] = None
    entities = [e for e in graph.names.entities if e.iri in shown]
    layout = (
        options.layout or drawing.layout or _layout(options, len(entities), len(ties) if edges is None else len(edges))
    )
    frames = options.cluster is not False and layout == "dot" and bool(drawing.grouped)
    groups = _groups(ties, by_iri, drawing.grouped, options) if frames else []
    hubs = _hubs(ties, by_iri) if edges is None else {}
    if edges is None:
        edges = _edges(ties, by_iri, groups, drawing, hubs)
    nodes = _nodes(graph, entities, words, options)
    caption = drawing.caption
    if len(edges) > _LABELLED and any(e.label for e in edges):
        edges = [e if e.denied else replace(e, label="") for e in edges]
        caption = f"{caption} What unlabelled lines mean is in their tooltips (svg).".strip()
    if len(edges) > MANY:
        if drawing.edges is None:
            edges = [replace(e, label="", width=0.5, colour=e.colour or "#9FB3C4") for e in edges]
        counts = Counter(end for e in edges for end in (e.tail, e.head))
        nodes = [replace(n, size=min(3.0, 0.8 + counts[n.id] / 40), note="") for n in nodes]
    title = drawing.title if options.title is None else options.title
    return Picture(nodes, edges, groups, title, caption, layout, options.legend, hubs)


def _layout(options: ViewOptions, nodes: int, edges: int) -> str:
    """The layout that reads best: layers while they are few, springs for a projection, sfdp for what is big."""
    if edges > MANY or nodes > 150:
        return "sfdp"
    if options.view == "overlap":
        return "neato"
    if options.view == "all":
        return "fdp"
    return "dot"


def _groups(
    ties: Sequence[Fact], by_iri: dict[str, Entity], relations: Sequence[str], options: ViewOptions
) -> list[Group]:
    """Entities of one kind that have the same relations to the same others, on the same basis."""
    alike: dict[str, set[tuple[str, str, str, str]]] = defaultdict(set)
    others = set()
    for fact in ties:
        subject, object_ = by_iri[_iri(fact.subject)], by_iri[_iri(fact.object)]
        if fact.relation in relations:
            alike[subject.iri].add((fact.relation, object_.iri, fact.grounds.basis, fact.role))
            others.add(object_.iri)
    found: dict[tuple[str, frozenset[tuple[str, str, str, str]]], list[Entity]] = defaultdict(list)
    for iri in sorted(alike):
        if iri not in others and not (options.focus and iri == options.focus.iri):
            found[by_iri[iri].kind, frozenset(alike[iri])].append(by_iri[iri])
    groups = []
    for (kind, _), members in found.items():
        if len(members) > 1:
            from ..model.entities import KINDS

            label = f"{len(members)} {KINDS.get(kind, 'entities')}"
            names = ", ".join(e.label for e in members)
            groups.append(Group(f"{members[0].id}-and-like", tuple(e.id for e in members), label, names))
    return sorted(groups, key=lambda group: -len(group.nodes))


def _edges(
    ties: Sequence[Fact], by_iri: dict[str, Entity], groups: Sequence[Group], drawing: _Drawing, hubs: dict[str, str]
) -> list[Edge]:
    """One edge for each fact, and one for the like facts of a whole frame."""
    framed = {node: group for group in groups for node in group.nodes}
    bundles: dict[tuple[str, str, str, str, str], list[Fact]] = defaultdict(list)
    for fact in ties:
        tail, head = by_iri[_iri(fact.subject)].id, by_iri[_iri(fact.object)].id
        if tail in framed and fact.relation in drawing.grouped:
            tail = framed[tail].id
        detail = fact.role or (f"{fact.percent} %" if fact.percent else "")
        if tail in {group.id for group in groups} and fact.percent:
            detail = ""
        bundles[tail, head, fact.relation, fact.grounds.basis, detail].append(fact)
    edges = []
    for (tail, head, relation, basis, detail), facts in bundles.items():
        meaning = drawing.unlabelled.get(relation, "")
        label = detail if meaning else " ".join(filter(None, (_words(relation), detail)))
        if relation == _SPEAKER:
            # From the speaker over the words to what they are about: the order in which one reads.
            tail, head, label = head, tail, "" if meaning else "says"
        denied = relation in _DENIED
        url = facts[0].grounds.fact if len(facts) == 1 else ""
        tooltip = "\n".join(_says(fact, by_iri) for fact in facts[:12])
        if len(facts) > 1:
            tooltip = _bundle_tooltip(facts, by_iri)
        membership = relation in ("member", _MEMBER_OF)
        colour = hubs.get(head, "") if membership else SHAPES["person"][2] if relation == _SPEAKER else ""
        width = 1.7 if len(facts) > 1 else 1.2
        arrow = not (membership and meaning)
        meaning = "" if detail else meaning
        edges.append(Edge(tail, head, label, basis, denied, arrow, tooltip, url, width, meaning, colour))
    return edges


def _words(relation: str) -> str:
    """Relation words as short as an edge's label should be."""
    short = {
        "non-member": "not a member",
        "absence": "not there",
        "non-representation": "not represented",
        "share": "signed",
        "member": "member of",
        _MEMBER_OF: "member of",
    }
    words = short.get(relation) or relation_words(relation)
    return words.removeprefix("is ")


def _bundle_tooltip(facts: Sequence[Fact], by_iri: dict[str, Entity]) -> str:
    """One sentence for like facts, and each piece of evidence once."""
    names = ", ".join(by_iri[_iri(f.subject)].short for f in facts)
    head = by_iri[_iri(facts[0].object)].short
    lines = [f"{names}: {relation_words(facts[0].relation)} {head} ({weakest(f.grounds.basis for f in facts)})"]
    lines += list(dict.fromkeys(f.grounds.rule for f in facts if f.grounds.rule))
    return "\n".join(lines + list(dict.fromkeys(_cited(e) for f in facts for e in f.grounds.evidence)))


def _says(fact: Fact, by_iri: dict[str, Entity]) -> str:
    """A fact in words, with its basis, rule and evidence."""
    extra = " ".join(filter(None, (fact.role, f"{fact.percent} %" if fact.percent else "", _span(fact))))
    said = f"{_name(fact.subject, by_iri)} {relation_words(fact.relation)} {_name(fact.object, by_iri)}"
    lines = [f"{said}{f', {extra}' if extra else ''} ({fact.grounds.basis})"]
    lines += [fact.grounds.rule] if fact.grounds.rule else []
    return "\n".join(lines + [_cited(e) for e in fact.grounds.evidence])


def _span(fact: Fact) -> str:
    if fact.start and fact.end:
        return fact.start if fact.start == fact.end else f"{fact.start} to {fact.end}"
    return f"since {fact.start}" if fact.start else f"until {fact.end}" if fact.end else ""


def _name(term: object, by_iri: dict[str, Entity]) -> str:
    if isinstance(term, NamedNode):
        return by_iri[term.value].short if term.value in by_iri else id_of(term.value)
    return term.value if isinstance(term, Literal) else str(term)


def _cited(evidence: Evidence) -> str:
    where = ", ".join(filter(None, (f"paragraph {evidence.paragraph}" if evidence.paragraph else "", evidence.source)))
    return f"“{evidence.quote}” ({where})" if evidence.quote else f"Source: {where}"


def _hubs(ties: Sequence[Fact], by_iri: dict[str, Entity]) -> dict[str, str]:
    """A tone for each body that has members, while there are tones to tell them apart."""
    bodies = sorted({by_iri[_iri(f.object)].id for f in ties if f.relation in ("member", _MEMBER_OF)})
    return dict(zip(bodies, HUB_COLOURS, strict=False)) if len(bodies) <= len(HUB_COLOURS) else {}


def _nodes(graph: Graph, entities: Sequence[Entity], words: Sequence[Fact], options: ViewOptions) -> list[Node]:
    """The nodes with what literals and concepts say of them as notes and tooltips."""
    said: dict[str, list[Fact]] = defaultdict(list)
    for fact in words:
        said[_iri(fact.subject)].append(fact)
    clause = values("fact", (e.term for e in entities))
    grounds: dict[str, Grounds] = {}
    if entities and len(entities) <= 400:
        grounds = {found.fact: found for _, found in read_grounds(graph.source, (), f"{clause} ?fact a ?class .")}
    acts = _speech_acts(graph, entities)
    nodes = []
    for entity in entities:
        own = grounds.get(entity.iri, Grounds("", "stated", ()))
        full = [entity.label] if entity.short == entity.label else [f"{entity.short}: {entity.label}"]
        lines = [f"{full[0]} ({entity.kind}{'' if own.basis == 'stated' else ', ' + own.basis})"]
        lines += [f"{_words(f.relation)} {_name(f.object, graph.names.by_iri)}" for f in said[entity.iri][:8]]
        lines += [_cited(e) for e in own.evidence[:4]]
        notes = [f.object.value for f in said[entity.iri] if f.relation in _DATES and isinstance(f.object, Literal)]
        note = " to ".join(sorted(set(notes)))
        act = "claimed" if entity.kind == "statement" and own.basis == "claimed" else acts.get(entity.iri)
        label = f"{act}: {entity.label}" if act else entity.short
        if entity.kind == "body" and entity.short != entity.label:
            note = entity.label
        strong = entity == options.focus
        nodes.append(Node(entity.id, label, entity.kind, note, own.basis, "\n".join(lines), entity.iri, strong))
    return nodes


def _speech_acts(graph: Graph, entities: Sequence[Entity]) -> dict[str, str]:
    """What each statement does, where it does not just assert."""
    statements = [e.term for e in entities if e.kind == "statement"]
    if not statements:
        return {}
    classes = values("class", (NamedNode(iri) for iri in _SPEECH))
    rows = graph.source.select(f"SELECT ?e ?class WHERE {{ {values('e', statements)} {classes} ?e a ?class }}")
    return {_iri(entity): _SPEECH[_iri(act)] for entity, act in rows}
