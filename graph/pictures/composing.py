"""Facts to a picture: which entities are nodes, which facts share an edge, which states stand in one frame.

What is no entity (fact nodes, quotes, concepts, literals) is never a node: it is an edge, a line below a name, or the
tooltip. States whose memberships are the same stand in one frame with one edge for all of them, so that twelve states
in four bodies take eight edges and not thirty-five.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from ..model.entities import KINDS, Entity
from ..model.evidence import Grounds, read_grounds
from ..model.facts import DENIED, MEMBERSHIP, Fact
from ..rdf.source import values
from ..rdf.terms import PREFIXES, iri_text
from .community_names import known_bodies
from .options import ViewOptions
from .paper import palette
from .picture import Edge, Group, Node, Picture, looks
from .strongest_edges import MANY
from .wording import bundle_tooltip, cited, fact_tooltip, short_words, term_name

if TYPE_CHECKING:
    from ..model.graph import Graph

__all__ = ["SPEAKER", "UNDRAWN", "Drawing", "compose"]

UNDRAWN = ("topic", "role", "source", "")
"""Kinds that are said in words and tooltips; drawn, they would connect everything with everything."""

SPEAKER = PREFIXES["blocs"] + "speaker"
"""The relation of a statement to who makes it."""

# With more edges than this, labels hide each other.
_LABELLED = 80

_DATES = {PREFIXES["schema"] + "startDate", PREFIXES["schema"] + "endDate"}

# What a statement does, before its words: "rules out: …" and the words alone say opposite things.
_SPEECH = {
    PREFIXES["blocs"] + "Proposal": "proposed",
    PREFIXES["blocs"] + "RulingOut": "ruled out",
    PREFIXES["blocs"] + "Decision": "decided",
    PREFIXES["blocs"] + "Plan": "planned",
}


@dataclass
class Drawing:
    """A picture in the making."""

    facts: list[Fact]
    title: str
    caption: str = ""
    unlabelled: dict[str, str] = field(default_factory=dict)
    """Relations drawn without a label, with what the legend calls them."""
    grouped: tuple[str, ...] = ()
    """Relations by which entities of one kind are framed together."""
    edges: list[Edge] | None = None
    """Edges that stand for no fact (an overlap)."""
    alone: list[Entity] = field(default_factory=list)
    """Entities to draw even without an edge."""
    listed: bool = False
    """Whether its frames and lists take few lines, however much it has."""
    beside: tuple[str, ...] = ()
    """What to say beside the picture, to who makes it."""


@dataclass(frozen=True)
class _Frame:
    """A group with the ids of all that belong to it, also those that it only counts; lines lead to it or from it."""

    group: Group
    inside: frozenset[str]
    heads: bool


def compose(graph: Graph, options: ViewOptions, drawing: Drawing) -> Picture:
    """The picture of a drawing: its facts as nodes, edges and frames, laid out so that it can be read.

    Parameters
    ----------
    graph : Graph
        What names the entities.
    options : ViewOptions
        What is asked for: kinds, focus, layout, frames, title and legend.
    drawing : Drawing
        The facts, or edges, of a view.

    Returns
    -------
    Picture
    """
    by_iri = graph.names.by_iri
    drawn = _Drawn(graph, options, drawing)
    links = [fact for fact in drawing.facts if drawn(fact.subject) and drawn(fact.object)]
    remarks = [fact for fact in drawing.facts if drawn(fact.subject) and not drawn(fact.object)]
    edges, shown = drawing.edges, drawn.entities(links)
    if edges is not None and options.focus is not None:
        edges, shown = _around(options.focus, edges, shown)
    layout = options.layout or _layout(options, drawing, len(shown), len(links) if edges is None else len(edges))
    framing = options.cluster is not False and layout == "dot" and bool(drawing.grouped)
    frames = _groups(links, by_iri, drawing.grouped, options, known_bodies(graph.names)) if framing else []
    groups = [frame.group for frame in frames]
    hubs = _hubs(links, by_iri, options.style) if edges is None else {}
    if edges is None:
        edges = _edges(links, by_iri, frames, drawing, hubs, options.style)
    nodes = _nodes(graph, _named(shown, frames), remarks, options)
    nodes, edges, caption = _thinned(nodes, edges, drawing, options.style)
    title = drawing.title if options.title is None else options.title
    return Picture(
        nodes, edges, groups, title, caption, layout=layout, legend=options.legend, hubs=hubs,
        kinds=looks(options.style), style=options.style, size=options.size, framed=_framed(groups, drawing),
        beside=drawing.beside,
    )  # fmt: skip


class _Drawn:
    """Which terms are nodes: entities of the kinds asked for, and those that a drawing has in any case."""

    def __init__(self, graph: Graph, options: ViewOptions, drawing: Drawing) -> None:
        self.graph, self.options, self.drawing = graph, options, drawing
        self._always = {entity.iri for entity in drawing.alone}

    def __call__(self, term: object) -> bool:
        entity = self.graph.names.by_iri.get(iri_text(term))
        if entity is None:
            return False
        return entity.iri in self._always or (entity.kind not in UNDRAWN and self._asked_for(entity))

    def entities(self, links: Sequence[Fact]) -> list[Entity]:
        """What is a node: both ends of each fact, and what is drawn also without one."""
        iris = {iri_text(end) for fact in links for end in (fact.subject, fact.object)}
        focus = self.options.focus
        iris |= {entity.iri for entity in self.drawing.alone if self._asked_for(entity)}
        iris |= {focus.iri} if focus is not None else set()
        return [entity for entity in self.graph.names.entities if entity.iri in iris]

    def _asked_for(self, entity: Entity) -> bool:
        return not self.options.only or entity.kind in self.options.only


def _around(focus: Entity, edges: list[Edge], shown: list[Entity]) -> tuple[list[Edge], list[Entity]]:
    """The edges of an entity, those between its neighbours, and what is at their ends."""
    near = {focus.id} | {end for e in edges if focus.id in (e.tail, e.head) for end in (e.tail, e.head)}
    return [e for e in edges if e.tail in near and e.head in near], [e for e in shown if e.id in near]


def _thinned(nodes: list[Node], edges: list[Edge], drawing: Drawing, style: str) -> tuple[list[Node], list[Edge], str]:
    """The same with fewer labels and thinner lines if there are many, and a caption that says so."""
    caption = drawing.caption
    if len(edges) > _LABELLED and any(edge.label for edge in edges):
        edges = [edge if edge.denied else replace(edge, label="") for edge in edges]
        caption = f"{caption} What unlabelled lines mean is in their tooltips (svg).".strip()
    if len(edges) > MANY:
        if drawing.edges is None:
            edges = [replace(edge, label="", width=0.5, colour=edge.colour or palette(style).tie) for edge in edges]
        counts = Counter(end for edge in edges for end in (edge.tail, edge.head))
        nodes = [replace(node, size=min(2.0, 1 + counts[node.id] / 80), note="") for node in nodes]
    return nodes, edges, caption


def _named(shown: list[Entity], frames: Sequence[_Frame]) -> list[Entity]:
    """What is drawn by name: all, but for those that a list only counts."""
    counted = {id_ for frame in frames for id_ in frame.inside} - {id_ for frame in frames for id_ in frame.group.nodes}
    return [entity for entity in shown if entity.id not in counted]


def _framed(groups: Sequence[Group], drawing: Drawing) -> str:
    """What the legend says of frames: what those in one have in common."""
    if any(relation in MEMBERSHIP for relation in drawing.grouped):
        return "a frame: the same memberships" if len(drawing.grouped) <= len(MEMBERSHIP) else "a frame: the same lines"
    return "a frame: the same lines"


def _layout(options: ViewOptions, drawing: Drawing, nodes: int, edges: int) -> str:
    """The layout that reads best: layers while they are few, springs for a projection, sfdp for what is big."""
    if edges > MANY * (5 if drawing.listed else 1) or (nodes > 150 and not drawing.listed):
        return "sfdp"
    if options.view == "overlap":
        return "neato"
    if options.view == "all" and not drawing.listed:
        return "sfdp"
    return "dot"


def _groups(
    links: Sequence[Fact], by_iri: dict[str, Entity], relations: Sequence[str], options: ViewOptions, known: set[str]
) -> list[_Frame]:
    """Entities of one kind that have the same relations to the same others, on the same basis."""
    has: dict[str, set[tuple[str, str, str, str]]] = defaultdict(set)
    objects: dict[str, set[tuple[str, str, str, str]]] = defaultdict(set)
    for fact in links:
        subject, target = iri_text(fact.subject), iri_text(fact.object)
        objects[target].add((fact.relation, subject, fact.grounds.basis, fact.role))
        if fact.relation in relations:
            has[subject].add((fact.relation, target, fact.grounds.basis, fact.role))
    focus = options.focus.iri if options.focus is not None else ""
    same: dict[tuple[object, ...], list[Entity]] = defaultdict(list)
    for iri in sorted(has.keys() - objects.keys() - {focus}):
        same[by_iri[iri].kind, frozenset(has[iri])].append(by_iri[iri])
    tails = [members for members in same.values() if len(members) > 1]
    # What the focus alone leads to, as a list if it is long.
    subjects = {iri_text(fact.subject) for fact in links}
    leaves: dict[tuple[object, ...], list[Entity]] = defaultdict(list)
    for iri in sorted(objects.keys() - subjects - {focus}) if focus else ():
        if len(objects[iri]) == 1 and next(iter(objects[iri]))[1] == focus:
            leaves[by_iri[iri].kind, frozenset(objects[iri])].append(by_iri[iri])
    heads = [members for members in leaves.values() if len(members) > _FRAMED]
    crowded = sum(map(len, tails + heads)) > _CROWDED
    found = [_frame(members, known, crowded, heads=False) for members in tails]
    found += [_frame(members, known, crowded, heads=True) for members in heads]
    return sorted(found, key=lambda frame: -len(frame.inside))


_FRAMED = 8
"""The most that stand in a frame below one another; more are listed in columns."""

_CROWDED = 60
"""With more than this in frames, all frames are lists."""

_LISTED = 120
"""The most names of a list."""


def _frame(members: Sequence[Entity], known: set[str], crowded: bool, *, heads: bool) -> _Frame:
    label = f"{len(members)} {KINDS.get(members[0].kind, 'entities')}"
    names = ", ".join(member.label for member in members)
    shown = members
    if len(members) > _LISTED:
        shown = sorted(members, key=lambda entity: (entity.id not in known, entity.short))[:_LISTED]
    group = Group(
        f"{members[0].id}-and-like",
        tuple(member.id for member in shown),
        label,
        names,
        listed=crowded or len(members) > _FRAMED,
        more=len(members) - len(shown),
    )
    return _Frame(group, frozenset(member.id for member in members), heads)


def _edges(
    links: Sequence[Fact],
    by_iri: dict[str, Entity],
    framed: Sequence[_Frame],
    drawing: Drawing,
    hubs: dict[str, str],
    style: str,
) -> list[Edge]:
    """One edge for each fact, and one for all facts that differ in the member of a frame alone."""
    frame_of = {node: frame.group.id for frame in framed for node in frame.inside if not frame.heads}
    leaf_of = {node: frame.group.id for frame in framed for node in frame.inside if frame.heads}
    frames = {frame.group.id for frame in framed}
    bundles: dict[tuple[str, str, str, str, str], list[Fact]] = defaultdict(list)
    for fact in links:
        tail, head = by_iri[iri_text(fact.subject)].id, by_iri[iri_text(fact.object)].id
        if fact.relation in drawing.grouped:
            tail = frame_of.get(tail, tail)
        head = leaf_of.get(head, head)
        # The shares of a frame's members differ: they are in the tooltip.
        percent = f"{fact.percent} %" if fact.percent and tail not in frames else ""
        detail = fact.role or percent
        bundles[tail, head, fact.relation, fact.grounds.basis, detail].append(fact)
    return [_edge(*key, facts, by_iri, drawing, hubs, style, frames) for key, facts in bundles.items()]


def _edge(
    tail: str, head: str, relation: str, basis: str, detail: str, facts: Sequence[Fact],
    by_iri: dict[str, Entity], drawing: Drawing, hubs: dict[str, str], style: str, frames: set[str],
) -> Edge:  # fmt: skip
    several, membership = len(facts) > 1, relation in MEMBERSHIP
    meaning = drawing.unlabelled.get(relation, "")
    label = detail if meaning else " ".join(filter(None, (short_words(relation), detail)))
    if relation == "post" and detail:
        label = f"{detail} of"
    colour = hubs.get(head, "") if membership else ""
    if relation == SPEAKER:
        # From the speaker over the words to what they are about: the order in which one reads.
        tail, head, label, colour = head, tail, "" if meaning else "says", looks(style)["person"][2]
    return Edge(
        tail,
        head,
        label,
        basis,
        denied=relation in DENIED,
        arrow=not (membership and meaning),
        tooltip=bundle_tooltip(facts, by_iri, head in frames) if several else fact_tooltip(facts[0], by_iri),
        url="" if several else facts[0].grounds.fact,
        width=1.7 if several else 1.2,
        meaning="" if detail else meaning,
        colour=colour,
    )


def _hubs(links: Sequence[Fact], by_iri: dict[str, Entity], style: str) -> dict[str, str]:
    """A tone for each body that has members, while there are tones to tell them apart; none in print."""
    if style == "print":
        return {}
    tones = palette(style).series
    bodies = sorted({by_iri[iri_text(f.object)].id for f in links if f.relation in MEMBERSHIP})
    return dict(zip(bodies, tones, strict=False)) if len(bodies) <= len(tones) else {}


def _nodes(graph: Graph, entities: Sequence[Entity], remarks: Sequence[Fact], options: ViewOptions) -> list[Node]:
    """The nodes, with what literals and concepts say of them as notes and tooltips."""
    said: dict[str, list[Fact]] = defaultdict(list)
    for fact in remarks:
        said[iri_text(fact.subject)].append(fact)
    clause = values("fact", (e.term for e in entities))
    grounds: dict[str, Grounds] = {}
    if entities and len(entities) <= 400:
        grounds = {found.fact: found for _, found in read_grounds(graph.source, (), f"{clause} ?fact a ?class .")}
    acts = _speech_acts(graph, entities)
    return [
        _node(graph, entity, said[entity.iri], grounds.get(entity.iri), acts.get(entity.iri, ""), options)
        for entity in entities
    ]


def _node(
    graph: Graph, entity: Entity, said: Sequence[Fact], own: Grounds | None, act: str, options: ViewOptions
) -> Node:
    basis = own.basis if own is not None else "stated"
    name = entity.label if entity.short == entity.label else f"{entity.short}: {entity.label}"
    lines = [f"{name} ({entity.kind}{'' if basis == 'stated' else ', ' + basis})"]
    lines += [f"{short_words(fact.relation)} {term_name(fact.object, graph.names.by_iri)}" for fact in said[:8]]
    lines += [cited(evidence) for evidence in (own.evidence[:4] if own is not None else ())]
    dates = {f.object.value for f in said if f.relation in _DATES and isinstance(f.object, Literal)}
    act = "claimed" if entity.kind == "statement" and basis == "claimed" else act
    return Node(
        entity.id,
        f"{act}: {entity.label}" if act else entity.short,
        entity.kind,
        entity.label if entity.kind == "body" and entity.short != entity.label else " to ".join(sorted(dates)),
        basis,
        "\n".join(lines),
        entity.iri,
        strong=entity == options.focus,
    )


def _speech_acts(graph: Graph, entities: Sequence[Entity]) -> dict[str, str]:
    """What each statement does, if it does more than assert."""
    statements = [e.term for e in entities if e.kind == "statement"]
    if not statements:
        return {}
    classes = values("class", (NamedNode(iri) for iri in _SPEECH))
    rows = graph.source.select(f"SELECT ?e ?class WHERE {{ {values('e', statements)} {classes} ?e a ?class }}")
    return {iri_text(entity): _SPEECH[iri_text(act)] for entity, act in rows}
