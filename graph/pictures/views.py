"""Views: which part of a graph a picture shows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from ..errors import InvalidRequest
from ..model.coverage import outside_notes
from ..model.dates import ALWAYS, Period
from ..model.entities import KINDS, Entity
from ..model.evidence import Grounds, read_grounds
from ..model.facts import MEMBERSHIP, Fact, facts_about, membership_fact
from ..model.membership import Span, denials, read_memberships
from ..rdf.source import values
from ..rdf.terms import PREFIXES, iri_text, prologue
from .composing import SPEAKER, UNDRAWN, Drawing, compose
from .dot import LAYOUTS
from .options import MEASURES, VIEWS, ViewOptions, changed_options
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
    >>> picture = draw(blocs.load())
    >>> [group.label for group in picture.groups], len(picture.nodes)
    (['6 states', '5 states'], 16)
    """
    options = options or ViewOptions()
    _check(options.view, ("", *VIEWS), "view")
    _check(options.layout, ("", *LAYOUTS), "layout")
    _check(options.measure, MEASURES, "measure")
    _check(options.by, ("state", "body"), "--by")
    _check_fits(options)
    period = graph.period(options.as_of)
    picture = _picture(graph, options, period)
    notes = () if picture.nodes else (_missing(graph, options, period),)
    return replace(picture, notes=notes if options.as_of is None else (*notes, *outside_notes(graph, period)))


def _check(value: str, known: Sequence[str], what: str) -> None:
    if value not in known:
        raise InvalidRequest(f"unknown {what} {value!r}; use one of: {' '.join(filter(None, known))}")


# The options that are of some views only.
_FITS = {"by": ("overlap",), "measure": ("overlap",), "threshold": ("overlap", "memberships")}


def _check_fits(options: ViewOptions) -> None:
    for name in changed_options(options):
        views = _FITS.get(name, VIEWS)
        view = options.view or ("" if options.focus is not None else "memberships")
        if view not in views and name in _FITS:
            raise InvalidRequest(f"--{name} goes with --view {' or --view '.join(views)}")


def _picture(graph: Graph, options: ViewOptions, period: Period) -> Picture:
    if options.focus is not None and not options.view:
        drawing = _neighbourhood(graph, options, period)
    else:
        drawing = _BY_VIEW[_view(options)](graph, options, period)
    drawing.facts = _kept(graph, options, drawing.facts)
    return compose(graph, options, drawing)


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
        facts += [membership_fact(span, "non-member") for span in denials(graph.source, members, bodies)]
        facts += _parts(graph, bodies)
    meanings = dict.fromkeys(MEMBERSHIP, "is a member of")
    title = f"Who is in which body, {_when(period)}"
    return Drawing(facts, title, caption, unlabelled=meanings, grouped=MEMBERSHIP)


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
    listed = ", ".join(names[:12]) + (f" and {len(names) - 12} more" if len(names) > 12 else "")
    bodies = "body" if len(common) == 1 else "bodies"
    caption = f"Without the {len(common)} {bodies} that more than {share:.0%} of all are in: {listed}."
    return [span for span in spans if span.body not in common], caption


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
    return Drawing(facts, f"All entities, {_when(period)}", caption, unlabelled=meanings, grouped=tuple(meanings))


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
    return Drawing(list(found.values()), title, alone=[options.focus], grouped=grouped)


def _overlap(graph: Graph, options: ViewOptions, period: Period) -> Drawing:
    """States connected by the bodies that they share, or bodies by the members; an edge's width is the measure."""
    from ..analysis.overlap import overlap

    found = overlap(graph, options.by, options.as_of, measure=options.measure)
    strongest = strongest_edges(found, options.measure, options.threshold)
    what = "Bodies" if options.by == "state" else "Members"
    drawn = [found.entities[end] for end in strongest.ends]
    return Drawing([], f"{what} in common, {_when(period)}", strongest.caption, edges=strongest.edges, alone=drawn)


_BY_VIEW: dict[str, Callable[[Graph, ViewOptions, Period], Drawing]] = {
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
