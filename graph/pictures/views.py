"""Views: which part of a graph a picture shows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from ..amounts import shortened
from ..errors import InvalidRequest
from ..model.coverage import date_notes, outside_notes
from ..model.dates import ALWAYS, Period
from ..model.entities import KINDS, Entity
from ..model.evidence import Grounds, read_grounds
from ..model.facts import MEMBERSHIP, Fact, facts_about, membership_fact
from ..model.membership import Span, denials, read_memberships
from ..rdf.source import values
from ..rdf.terms import PREFIXES, Term, iri_text, prologue
from .community_names import known_bodies
from .composing import SPEAKER, UNDRAWN, Drawing, compose
from .dot import LAYOUTS
from .network_picture import network_picture
from .options import MEASURES, VIEWS, ViewOptions, changed_options
from .paper import palette, sheet
from .picture import Picture
from .strongest_edges import MANY, strongest_edges

if TYPE_CHECKING:
    from ..model.graph import Graph

__all__ = ["draw"]

# What so large a part of all members is in tells none of them apart.
_NEARLY_ALL = 0.6

_PART_OF = PREFIXES["org"] + "subOrganizationOf"
_ABOUT = PREFIXES["blocs"] + "about"
_LOCATION = PREFIXES["schema"] + "location"


def draw(graph: Graph, options: ViewOptions | None = None) -> Picture:
    """The picture of a view of a graph.

    A picture of nothing, or for a date that the data do not cover, says so in its notes.

    Parameters
    ----------
    graph : Graph
        The graph.
    options : ViewOptions or None
        Which view, of what, and how it is laid out; None for the usual ones.

    Returns
    -------
    Picture

    Raises
    ------
    InvalidRequest
        If there is no such view, layout, measure or date.

    >>> import blocs
    >>> picture = draw(blocs.load(), ViewOptions(view="memberships"))
    >>> [group.label for group in picture.groups], len(picture.nodes)
    (['6 states', '5 states'], 16)
    """
    options = options or ViewOptions()
    _check(options.view, ("", *VIEWS), "view")
    _check(options.layout, ("", *LAYOUTS), "layout")
    _check(options.measure, MEASURES, "measure")
    _check(options.by, ("state", "body"), "--by")
    sheet(options.size)
    palette(options.style)
    _check_fits(options)
    period = graph.period(options.as_of)
    narrow = False
    if not options.view and options.focus is None:
        options = replace(options, view=_usual_view(graph, options, period))
        narrow = options.view == "overview" and options.size == "column" and _has(graph, "memberships")
    picture = _picture(graph, replace(options, view="memberships") if narrow else options, period)
    if narrow:
        caption = f"{picture.caption} {_NARROWED}".strip()
        picture = replace(picture, caption=caption, beside=(*picture.beside, _NARROWED_HOW))
    notes = () if picture.nodes else (_missing(graph, options, period),)
    if options.as_of is not None:
        notes = (*notes, *(date_notes if picture.nodes else outside_notes)(graph, period))
    return replace(picture, notes=(*notes, *_drafted(picture)))


# What happened takes more steps from left to right than a column has room for.
_NARROWED = "What happened is left out."
_NARROWED_HOW = "A column shows the memberships; what happened needs a page: --size a4, or --view overview."


def _drafted(picture: Picture) -> tuple[str, ...]:
    """That what is drawn has been drafted from a text, and by nobody reviewed."""
    bases = {one.basis for one in picture.nodes} | {one.basis for one in picture.edges}
    if "drafted" not in bases:
        return ()
    return ("What is drafted (dotted) was read from a text by a program, and nobody has reviewed it.",)


def _check(value: str, known: Sequence[str], what: str) -> None:
    if value not in known:
        raise InvalidRequest(f"unknown {what} {value!r}; use one of: {' '.join(filter(None, known))}")


# The options that are of some views only.
_FITS = {
    "by": ("overlap", "network"),
    "measure": ("overlap", "network"),
    "threshold": ("overlap", "network", "memberships"),
}


def _check_fits(options: ViewOptions) -> None:
    for name in changed_options(options):
        views = _FITS.get(name, VIEWS)
        view = options.view or ("" if options.focus is not None else "memberships")
        if view not in views and name in _FITS:
            raise InvalidRequest(f"--{name} goes with --view {' or --view '.join(views)}")
        if view == "network" and name in ("only", "focus"):
            raise InvalidRequest(f"--{name} does not go with --view network, which is of all; try --view overlap")


def _picture(graph: Graph, options: ViewOptions, period: Period) -> Picture:
    if options.view == "network":
        return _network(graph, options)
    if options.focus is not None and not options.view:
        drawing = _neighbourhood(graph, options, period)
    else:
        drawing = _BY_VIEW[_view(options)](graph, options, period)
    drawing.facts = _kept(graph, options, drawing.facts)
    return compose(graph, options, drawing)


def _usual_view(graph: Graph, options: ViewOptions, period: Period) -> str:
    """The view that shows what a graph has: what happened, if it says so; else who belongs together, or is in what."""
    if options.threshold is not None:
        return "memberships"
    if not options.only and any(entity.kind in ("event", "person") for entity in graph.names.entities):
        return "overview"
    plain = not options.only and options.cluster is None and not options.layout
    if plain and len(read_memberships(graph.source, period, role="any")) > MANY:
        return "network"
    return "memberships"


def _view(options: ViewOptions) -> str:
    return options.view or "memberships"


# What a view cannot do without.
_SUBJECT = {"events": "events", "statements": "statements", "all": "facts about two entities"}


def _missing(graph: Graph, options: ViewOptions, period: Period) -> str:
    """What an empty picture lacks, and what to try instead."""
    view, what = _view(options), _SUBJECT.get(_view(options), "memberships")
    whole = _picture(graph, replace(options, only=()), period) if options.only else None
    if whole is not None and whole.nodes:
        shown = list(dict.fromkeys(KINDS[node.kind] for node in whole.nodes))
        kept = " and ".join(KINDS[kind] for kind in options.only)
        way_out = "" if view == "all" else ", or --view all"
        return (
            f"Nothing to draw: the view {view!r} has {' and '.join(shown)} here, and --only keeps {kept};"
            f" try --only {','.join(shown)}{way_out}."
        )
    if period != ALWAYS and _has(graph, view):
        return f"Nothing to draw: there are no {what} {_when(period)}, only at other dates; try --as-of any."
    others = [name for name in VIEWS if name != view and _has(graph, name)]
    way_out = f"try --view {' or '.join(others)}" if others else "blocs info says what it has"
    return f"Nothing to draw: this graph has no {what}; {way_out}."


def _has(graph: Graph, view: str) -> bool:
    """Whether a view has anything to show, at whatever date."""
    if view in ("events", "statements"):
        return any(KINDS[entity.kind] == view for entity in graph.names.entities if entity.kind)
    if view == "all":
        return any(_has(graph, name) for name in VIEWS if name != view)
    if view in ("overview", "network"):
        return False  # what they show is in the others
    body = "ASK { { ?m a org:Membership } UNION { ?member org:memberOf ?body } }"
    return graph.source.ask(prologue(body) + body)


# The views


def _memberships(graph: Graph, options: ViewOptions, period: Period) -> Drawing:
    """Who is in which body; what is denied; which of these bodies is part of which."""
    spans, caption = _telling(read_memberships(graph.source, period, role="any"), options.threshold, graph)
    by_iri = graph.names.by_iri
    bodies = [by_iri[iri] for iri in dict.fromkeys(span.body for span in spans) if iri in by_iri]
    members = [by_iri[iri] for iri in dict.fromkeys(span.member for span in spans) if iri in by_iri]
    facts = [membership_fact(span) for span in spans]
    if bodies and members:
        facts += [
            membership_fact(span, "non-member") for span in denials(graph.source, period, members, bodies, quoted=True)
        ]
        facts += _parts(graph, bodies)
    meanings = dict.fromkeys(MEMBERSHIP, "is a member of")
    title = f"Who is in which body, {_when(period)}"
    # How to see more is for who draws, not for who looks at it.
    beside = (
        ("Not all bodies are drawn; --view memberships --threshold 1 draws them.",)
        if caption and options.threshold is None
        else ()
    )
    return Drawing(
        facts,
        title,
        caption,
        unlabelled=meanings,
        grouped=MEMBERSHIP,
        listed=options.threshold is None,
        beside=beside,
    )


def _telling(spans: list[Span], threshold: float | None, graph: Graph) -> tuple[list[Span], str]:
    """The memberships that distinguish members, if there are too many lines to follow, and a caption that says so.

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
    listed = shortened(names, 12)
    bodies = "body" if len(common) == 1 else "bodies"
    caption = f"Without the {len(common)} {bodies} that more than {share:.0%} of all are in: {listed}."
    kept = [span for span in spans if span.body not in common]
    return (kept, caption) if threshold is not None or len(kept) <= MANY else _best_known(kept, members, graph, caption)


_REGIONAL = 1 / 3
"""What more than this part of all are in is of no region or side."""

_SETS = 14
"""The most frames of members that are in the same of the bodies drawn: more are no longer followed."""


def _best_known(spans: list[Span], members: dict[str, set[str]], graph: Graph, caption: str) -> tuple[list[Span], str]:
    """The memberships in bodies that people know, the largest first, as long as few sets of them occur."""
    by_iri, known = graph.names.by_iri, known_bodies(graph.names)
    everybody = len(set().union(*members.values()))
    bodies = list(dict.fromkeys(span.body for span in spans if span.body in by_iri))
    left = [body for body in bodies if len(members[body]) <= _REGIONAL * everybody]
    drawn: list[str] = []
    sets: dict[str, tuple[str, ...]] = {}
    while left:
        # The next is what most of those not in any drawn so far are in, among the bodies that people know.
        body = max(left, key=lambda body: (by_iri[body].id in known, len(members[body] - sets.keys()), body))
        left.remove(body)
        more = sets | {member: (*sets.get(member, ()), body) for member in members[body]}
        if members[body] - sets.keys() and len(set(more.values())) <= _SETS:
            drawn, sets = [*drawn, body], more
    said = f"Of the other {len(bodies)}, {len(drawn)} that are well known and tell members apart."
    return [span for span in spans if span.body in set(drawn)], f"{caption} {said}"


def _overview(graph: Graph, options: ViewOptions, period: Period) -> Drawing:
    """States and bodies with what happened: events and who took part, people, whom they speak for and where."""
    drawing = _memberships(graph, options, period)
    asked = _asked(options, period)
    events = [e.term for e in graph.names.entities if e.kind == "event"]
    people = [e.term for e in graph.names.entities if e.kind == "person"]
    by_iri = graph.names.by_iri

    def shown(term: object) -> bool:
        entity = by_iri.get(iri_text(term))
        return entity is not None and entity.kind in _ACTING

    facts = facts_about(graph.source, events, asked) if events else []
    facts += facts_about(graph.source, people, asked) if people else []
    about_happening = [f for f in facts if shown(f.subject) and (shown(f.object) or f.relation not in _LEADING_AWAY)]
    found = {(str(f.subject), f.relation, str(f.object), f.grounds.fact): f for f in drawing.facts}
    for fact in (*about_happening, *_speeches(graph, people, asked)):
        found.setdefault((str(fact.subject), fact.relation, str(fact.object), fact.grounds.fact), fact)
    drawing.facts = list(found.values())
    drawing.title = f"Who is in which body, and what happened, {_when(period)}"
    drawing.unlabelled = drawing.unlabelled | {"attendance": "takes part in"}
    drawing.grouped = (*MEMBERSHIP, "attendance")
    return drawing


# What an overview shows, and the relations that lead from it to what is told elsewhere: places, documents, topics.
_ACTING = ("state", "body", "event", "person", "group")
_LEADING_AWAY = (_LOCATION, PREFIXES["schema"] + "about")


def _speeches(graph: Graph, people: Sequence[Term], period: Period) -> list[Fact]:
    """Who says something at which event: the speakers of statements, taken to the occasions of these."""
    if not people:
        return []
    statements = [e.term for e in graph.names.entities if e.kind == "statement"]
    facts = facts_about(graph.source, statements, period) if statements else []
    spoken = [f for f in facts if f.relation == SPEAKER and f.object in people]
    occasions = {(f.subject, f.object): f for f in facts if f.relation == PREFIXES["blocs"] + "at"}
    found: dict[tuple[Term, Term], Fact] = {}
    for fact in spoken:
        for (statement, event), at in occasions.items():
            if statement == fact.subject:
                # What is said may be a mere claim; that it is said there is not.
                grounds = replace(at.grounds, basis="stated") if at.grounds.basis == "claimed" else at.grounds
                found.setdefault((fact.object, event), Fact(fact.object, "speaksAt", event, grounds))
    return list(found.values())


def _network(graph: Graph, options: ViewOptions) -> Picture:
    """The network of states, or of bodies, with its communities by name."""
    from ..analysis.network import network

    found = network(graph, options.by, options.as_of, measure=options.measure, threshold=options.threshold)
    picture = network_picture(found, legend=options.legend, style=options.style, size=options.size)
    title = picture.title if options.title is None else options.title
    return replace(picture, title=title, layout=options.layout or picture.layout, notes=())


def _events(graph: Graph, options: ViewOptions, period: Period) -> Drawing:
    """Events with who took part or was missing, who organized them, under whose aegis, where and when."""
    events = [e for e in graph.names.entities if e.kind == "event"]
    facts = facts_about(graph.source, [e.term for e in events], _asked(options, period)) if events else []
    statements = {e.iri for e in graph.names.entities if e.kind == "statement"}
    facts = [f for f in facts if iri_text(f.subject) not in statements]
    meanings = {"attendance": "takes part in"}
    return Drawing(facts, "Events and who took part", unlabelled=meanings, grouped=("attendance",), alone=events)


def _statements(graph: Graph, options: ViewOptions, period: Period) -> Drawing:
    """Who said, proposed, decided or planned what about whom; what a source says in its own voice is left out."""
    statements = [e for e in graph.names.entities if e.kind == "statement"]
    facts = facts_about(graph.source, [e.term for e in statements], _asked(options, period)) if statements else []
    facts, caption = _without_own_voice(graph, facts)
    meanings = {SPEAKER: "says", _ABOUT: "concerns"}
    return Drawing(facts, "Who said or plans what", caption, unlabelled=meanings)


def _without_own_voice(graph: Graph, facts: Iterable[Fact]) -> tuple[list[Fact], str]:
    """Facts without the statements that a source makes in its own voice, and a caption that says so."""
    facts = list(facts)
    sources = {e.iri for e in graph.names.entities if e.kind == "source"}
    own_voice = {f.subject for f in facts if f.relation == SPEAKER and iri_text(f.object) in sources}
    caption = "Without what the source says in its own voice." if own_voice else ""
    return [f for f in facts if f.subject not in own_voice], caption


def _all(graph: Graph, options: ViewOptions, period: Period) -> Drawing:
    """Every entity that has a fact with another one."""
    entities = [e.term for e in graph.names.entities if e.kind not in UNDRAWN]
    facts = facts_about(graph.source, entities, period) if entities else []
    facts, caption = _without_own_voice(graph, facts)
    meanings = dict.fromkeys(MEMBERSHIP, "is a member of") | {"attendance": "takes part in"}
    meanings |= {SPEAKER: "says", _ABOUT: "concerns"}
    listed = False
    beside: tuple[str, ...] = ()
    if sum(fact.relation in MEMBERSHIP for fact in facts) > MANY:
        telling = _memberships(graph, options, period)
        facts = telling.facts + [fact for fact in facts if fact.relation not in (*MEMBERSHIP, _PART_OF)]
        caption, listed, beside = f"{telling.caption} {caption}".strip(), True, telling.beside
    title = f"All entities, {_when(period)}"
    return Drawing(facts, title, caption, unlabelled=meanings, grouped=tuple(meanings), listed=listed, beside=beside)


def _neighbourhood(graph: Graph, options: ViewOptions, period: Period) -> Drawing:
    """What is at most `depth` facts away from the entity in focus, found step by step."""
    assert options.focus is not None
    seen, frontier, found = {options.focus.iri}, [options.focus], dict[tuple[str, str, str, str], Fact]()
    for _ in range(options.depth):
        for fact in facts_about(graph.source, [e.term for e in frontier], period) if frontier else []:
            found.setdefault((str(fact.subject), fact.relation, str(fact.object), fact.grounds.fact), fact)
        ends = {iri_text(end) for fact in found.values() for end in (fact.subject, fact.object)} - seen
        frontier = [graph.names.by_iri[iri] for iri in sorted(ends) if iri in graph.names.by_iri]
        frontier = [e for e in frontier if e.kind not in UNDRAWN and (not options.only or e.kind in options.only)]
        seen |= {e.iri for e in frontier}
    title = f"{options.focus.label}: what it has to do with"
    grouped = (*MEMBERSHIP, "attendance", "share", _ABOUT, _LOCATION)
    return Drawing(list(found.values()), title, alone=[options.focus], grouped=grouped, listed=options.depth == 1)


def _overlap(graph: Graph, options: ViewOptions, period: Period) -> Drawing:
    """States connected by the bodies that they share, or bodies by the members; an edge's width is the measure."""
    from ..analysis.overlap import overlap

    found = overlap(graph, options.by, options.as_of, measure=options.measure)
    strongest = strongest_edges(found, options.measure, options.threshold, options.style)
    what = "Bodies" if options.by == "state" else "Members"
    drawn = [found.entities[end] for end in strongest.ends]
    return Drawing([], f"{what} in common, {_when(period)}", strongest.caption, edges=strongest.edges, alone=drawn)


_BY_VIEW: dict[str, Callable[[Graph, ViewOptions, Period], Drawing]] = {
    "overview": _overview,
    "memberships": _memberships,
    "overlap": _overlap,
    "events": _events,
    "statements": _statements,
    "all": _all,
}


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


def _kept(graph: Graph, options: ViewOptions, facts: Iterable[Fact]) -> list[Fact]:
    """The facts that `only` and `focus` leave; those with a literal or concept stay, for the tooltips."""
    by_iri = graph.names.by_iri

    def drawn(term: object) -> bool:
        entity = by_iri.get(iri_text(term))
        return entity is not None and entity.kind not in UNDRAWN and (not options.only or entity.kind in options.only)

    focus = options.focus.iri if options.focus is not None else ""
    facts = [f for f in facts if drawn(f.subject) or iri_text(f.subject) == focus]
    if options.focus is None or not options.view:
        return facts
    near, edges = {focus}, [(iri_text(f.subject), iri_text(f.object)) for f in facts if drawn(f.object)]
    for _ in range(options.depth):
        near |= {end for pair in edges if near & set(pair) for end in pair}
    return [f for f in facts if iri_text(f.subject) in near and (not drawn(f.object) or iri_text(f.object) in near)]
