"""What lenses made, completed: members and bodies that are texts, roles in words, basis, source and shortcuts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Store, Triple

from ...amounts import shortened
from ...model.dates import Period, today
from ...model.entities import TYPES
from ...model.known.authority import authority
from ...model.naming.forms import slug
from ...model.roles import FULL, counted_role
from ...rdf.source import LocalSource
from ...rdf.terms import iri_of, named, text_of
from ..dates.written_dates import read_date
from ..names.ids import id_for
from .blank_nodes import label_of, name_blank_nodes, name_literals
from .classes import class_elsewhere
from .given_roles import NO_GIVEN_ROLES, GivenRoles, read_given_roles
from .graph_roles import read_roles, roles_of_classes, times
from .kinds import kinds_of, subjects_of
from .lenses import Node
from .offices import hold_through, name_offices, name_roles
from .pair_facts import fact_of
from .parting import part_pairs
from .rdf_dates import AS_OF, END, START, date_literal, read_dates
from .spaces import prefixed
from .spans import part_spans
from .text_ends import read_text_ends

__all__ = [
    "dataset_of",
    "describe_dataset",
    "finish",
    "give_end",
    "halves",
    "has_org",
    "in_org_alone",
    "is_of_the_model",
    "type_memberships",
    "type_posts",
]

_DEFAULT = DefaultGraph()
_TYPE, _LABEL, _SOURCE = named("rdf:type"), named("skos:prefLabel"), named("dcterms:source")
_MEMBERSHIP, _POST, _OFFICE, _ORGANIZATION = (
    named(f"org:{name}") for name in ("Membership", "Post", "Role", "Organization")
)
_MEMBER, _BODY, _ROLE, _MEMBER_OF = (named(f"org:{name}") for name in ("member", "organization", "role", "memberOf"))
_BASIS, _STATED, _DATASET = named("blocs:basis"), named("blocs:stated"), named("schema:Dataset")
_STATEMENT, _DENIAL = named("rdf:Statement"), named("blocs:NonMembership")
_HAS_MEMBERSHIP, _CLASSIFICATION = named("org:hasMembership"), named("org:classification")
_HELD_BY, _POST_IN = named("org:heldBy"), named("org:postIn")
_AGENT = NamedNode("http://xmlns.com/foaf/0.1/Agent")


def finish(
    store: Store,
    new: Iterable[Triple],
    label: str,
    as_of: str = "",
    *,
    of_the_model: bool | None = None,
    roles: GivenRoles = NO_GIVEN_ROLES,
) -> list[str]:
    """Complete the memberships that lenses made, and those in ORG's own words in a graph that is not of the model.

    Parameters
    ----------
    store : Store
        The graph, which is changed.
    new : iterable of Triple
        What the lenses made.
    label : str
        What the graph's source is called.
    as_of : str
        The source's own date; today if it does not say one itself.
    of_the_model : bool, optional
        Whether the graph was written for the model, as it was before any lens; None to look at what it says now.
    roles : GivenRoles
        What the user says of roles.

    Returns
    -------
    list of str
        Notes on memberships that are none.
    """
    of_the_model = is_of_the_model(store) if of_the_model is None else of_the_model
    said, parted = read_text_ends(store)
    notes = [f"{label}: {note}" for note in said]
    _name_ends(store)
    touched: set[Node | Triple] = {*parted}
    touched |= {t.subject for t in new if t.predicate in (_TYPE, _MEMBER, _BODY, _HELD_BY, START, END, _ROLE)}
    if not of_the_model:
        name_roles(store)
        # What it says in ORG's own words is completed too.
        _write_out(store)
        for kind in (_MEMBERSHIP, _POST):
            touched |= {quad.subject for quad in store.quads_for_pattern(None, _TYPE, kind, _DEFAULT)}
        _type_ends(store)
    if not of_the_model:
        _classify(store)
        said, parted = part_pairs(store)
        notes += [f"{label}: {note}" for note in said]
        touched.update(parted)
    facts = [node for node in touched if isinstance(node, Node)]
    memberships = [node for node in facts if Quad(node, _TYPE, _MEMBERSHIP, _DEFAULT) in store]
    roles_of_classes(store, memberships)
    said, settled = read_given_roles(store, memberships, roles)
    notes += [f"{label}: {note}" for note in (*said, *read_roles(store, memberships, settled))]
    # Before it is told whether they hold today.
    notes += [f"{label}: {note}" for note in read_dates(store)]
    said, parted = part_spans(store)
    notes += [f"{label}: {note}" for note in said]
    memberships += parted
    _type_agents(store, ((node, _MEMBER) for node in memberships))
    posts = [node for node in facts if Quad(node, _TYPE, _POST, _DEFAULT) in store]
    _type_agents(store, ((node, _HELD_BY) for node in posts))
    name_offices(store, posts)
    posts += hold_through(store, memberships)
    statements = [] if of_the_model else [*_subjects(store, _STATEMENT), *_subjects(store, _DENIAL)]
    if not of_the_model:
        _drop_shortcuts_told_of(store)
    _ground(store, [*memberships, *posts, *statements], label, as_of)
    return notes


def _classify(store: Store) -> None:
    """What sort of body something is by a text, as Popolo has it, becomes a concept, as in tables."""
    for quad in list(store.quads_for_pattern(None, _CLASSIFICATION, None, _DEFAULT)):
        if isinstance(quad.object, Literal):
            store.remove(quad)
            if name := quad.object.value.strip():
                concept = NamedNode(iri_of(f"type-{id_for(name)}"))
                store.add(Quad(quad.subject, _CLASSIFICATION, concept, _DEFAULT))
                store.add(Quad(concept, _TYPE, named("skos:Concept"), _DEFAULT))
                store.add(Quad(concept, _LABEL, quad.object, _DEFAULT))


_TOLD_OF = """SELECT DISTINCT ?who ?of { ?who org:memberOf ?of .
  ?fact a org:Membership ; org:member ?who ; org:organization ?of .
  { ?about rdf:reifies <<( ?who org:memberOf ?of )>> } UNION
  { ?about rdf:subject ?who ; rdf:predicate org:memberOf ; rdf:object ?of } }"""


def _drop_shortcuts_told_of(store: Store) -> None:
    """Take out shortcuts of which a graph says when they hold: those that hold now are written again."""
    rows = list(LocalSource(store, "the graph").select(_TOLD_OF))
    for who, of in rows:
        if isinstance(who, Node) and isinstance(of, Node):
            store.remove(Quad(who, _MEMBER_OF, of, _DEFAULT))


def _write_out(store: Store) -> None:
    """Make a membership of who is in what by the shortcut alone, so that it has a basis and a source as all others."""
    members = {quad.object for quad in store.quads_for_pattern(None, _MEMBER, None, _DEFAULT)}
    made: list[Quad] = []
    for quad in store.quads_for_pattern(None, _MEMBER_OF, None, _DEFAULT):
        member, body = quad.subject, quad.object
        if not (isinstance(member, Node) and isinstance(body, Node)):
            continue
        if member in members:
            known = (fact.subject for fact in store.quads_for_pattern(None, _MEMBER, member, _DEFAULT))
            if any(Quad(fact, _BODY, body, _DEFAULT) in store for fact in known):
                continue
        fact = fact_of(member, body)
        said = ((_TYPE, _MEMBERSHIP), (_MEMBER, member), (_BODY, body))
        made += [Quad(fact, predicate, value, _DEFAULT) for predicate, value in said]
    store.extend(made)


def _subjects(store: Store, kind: NamedNode) -> list[Node]:
    found = (quad.subject for quad in store.quads_for_pattern(None, _TYPE, kind, _DEFAULT))
    return [node for node in found if isinstance(node, Node)]


def type_posts(store: Store) -> None:
    """Say of what has an `org:heldBy` or an `org:postIn` that it is a post, as ORG does by their domains."""
    nodes = subjects_of(store, _HELD_BY) | subjects_of(store, _POST_IN)
    store.extend([Quad(node, _TYPE, _POST, _DEFAULT) for node in nodes])


def type_memberships(store: Store) -> None:
    """Say of what has an `org:member` and an `org:organization` that it is a membership, as ORG does by their domains.

    A node may have a class of its own only: `ex:ObserverMembership`, beside others that have ORG's. Where none has it
    the lens reads them all.
    """
    if not any(store.quads_for_pattern(None, _TYPE, _MEMBERSHIP, _DEFAULT)):
        return
    classed = {
        quad.subject
        for kind in (_MEMBERSHIP, *_NO_MEMBERSHIPS)
        for quad in store.quads_for_pattern(None, _TYPE, kind, _DEFAULT)
    }
    whole = subjects_of(store, _MEMBER) & subjects_of(store, _BODY)
    store.extend([Quad(node, _TYPE, _MEMBERSHIP, _DEFAULT) for node in whole - classed])


_NO_MEMBERSHIPS = (_DENIAL, named("blocs:MissingMembership"))


def in_org_alone(store: Store) -> bool:
    """Whether a graph has memberships or posts in ORG's words, and nothing that was written for the model."""
    return not is_of_the_model(store) and has_org(store)


def has_org(store: Store) -> bool:
    """Whether a graph has memberships or posts in ORG's words."""
    kinds = (_MEMBERSHIP, _POST)
    return any(any(store.quads_for_pattern(None, _TYPE, kind, _DEFAULT)) for kind in kinds) or any(
        any(store.quads_for_pattern(None, said, None, _DEFAULT)) for said in (_MEMBER_OF, _HELD_BY)
    )


def halves(store: Store) -> list[str]:
    """What to say of memberships that do not say who is in what."""
    classed = (quad.subject for quad in store.quads_for_pattern(None, _TYPE, _MEMBERSHIP, _DEFAULT))
    named_so = (quad.object for quad in store.quads_for_pattern(None, _HAS_MEMBERSHIP, None, _DEFAULT))
    memberships = dict.fromkeys(node for node in (*classed, *named_so) if isinstance(node, Node))
    whole = subjects_of(store, _MEMBER) & subjects_of(store, _BODY)
    without = [node for node in memberships if node not in whole]
    if not without:
        return []
    said = {predicate for node in without for predicate in _words_of(store, node)}
    words = shortened(sorted(prefixed(one.value) for one in said - {_TYPE, _BASIS, _SOURCE}), 5)
    told = f"; what it says: {words}; see docs/lenses.md" if words else ""
    return [times("a membership that does not say who is in what", len(without)) + told]


def _words_of(store: Store, node: Node) -> Iterator[NamedNode]:
    """The properties that a file has of a node, without a start or end that was made of another of them."""
    quads = list(store.quads_for_pattern(node, None, None, _DEFAULT))
    for quad in quads:
        others = (one.object for one in quads if one.predicate != quad.predicate)
        if quad.predicate not in (START, END) or not any(text_of(one) == text_of(quad.object) for one in others):
            yield quad.predicate


def is_of_the_model(store: Store) -> bool:
    """Whether a graph was written for the model, or a part of it: it says on what a fact rests, or its own date."""
    return any(any(store.quads_for_pattern(None, said, None, _DEFAULT)) for said in (_BASIS, AS_OF))


def _type_agents(store: Store, named_by: Iterable[tuple[Node, NamedNode]]) -> None:
    """Say of members and holders of posts without a class what ORG says of them all: that they are agents."""
    agents = (
        quad.object for fact, property_ in named_by for quad in store.quads_for_pattern(fact, property_, None, _DEFAULT)
    )
    for node in dict.fromkeys(agents):
        _type(store, node, _AGENT)


def _type_ends(store: Store) -> None:
    """Say of bodies and members without a class, also by the shortcut alone, what ORG says of them all."""
    members, bodies = dict[object, None](), dict[object, None]()
    for quad in store.quads_for_pattern(None, _MEMBER_OF, None, _DEFAULT):
        members[quad.subject] = bodies[quad.object] = None
    for property_ in (_BODY, _POST_IN):
        bodies |= dict.fromkeys(quad.object for quad in store.quads_for_pattern(None, property_, None, _DEFAULT))
    # What is a member of others too is a body all the same.
    for node in bodies:
        _type_body(store, node)
    for node in members:
        _type(store, node, _AGENT)


def _type_body(store: Store, node: object) -> None:
    """Make what others are members of a body, whatever else it is; a person is none, and a listed state stays one."""
    if not isinstance(node, Node):
        return
    _type(store, node, _ORGANIZATION)
    kinds = kinds_of(store, node)
    if kinds.isdisjoint(("body", "person")) and not ("state" in kinds and authority().meanings(label_of(store, node))):
        store.add(Quad(node, _TYPE, _ORGANIZATION, _DEFAULT))


def _type(store: Store, node: object, kind: NamedNode) -> None:
    """Give a node a class, unless it has one that the model knows."""
    if not isinstance(node, Node):
        return
    classes = _classes(store, node)
    if not any(iri in TYPES for iri in classes):
        store.add(Quad(node, _TYPE, next(filter(None, map(class_elsewhere, classes)), kind), _DEFAULT))


def _classes(store: Store, node: Node) -> list[str]:
    said = (quad.object for quad in store.quads_for_pattern(node, _TYPE, None, _DEFAULT))
    return [one.value for one in said if isinstance(one, NamedNode)]


def _name_ends(store: Store) -> None:
    """Members and bodies that are texts, or blank nodes without a name, become entities."""
    blank: list[BlankNode] = []
    for predicate, kind_class in ((_BODY, _ORGANIZATION), (_MEMBER, None), (_MEMBER_OF, _ORGANIZATION)):
        quads = list(store.quads_for_pattern(None, predicate, None, _DEFAULT))
        name_literals(store, [quad for quad in quads if isinstance(quad.object, Literal)], kind_class)
        blank += [quad.object for quad in quads if isinstance(quad.object, BlankNode)]
    blank += [
        quad.subject
        for quad in store.quads_for_pattern(None, _MEMBER_OF, None, _DEFAULT)
        if isinstance(quad.subject, BlankNode)
    ]
    if blank:
        name_blank_nodes(store, dict.fromkeys(blank))


def _ground(store: Store, memberships: Iterable[Node], label: str, as_of: str) -> None:
    """Basis, source and shortcut of the memberships that lenses made, and of the statements that they made them of."""
    dataset = dataset_of(label)
    dates = (quad.object for quad in store.quads_for_pattern(None, AS_OF, None, _DEFAULT))
    own = [date for term in dates if isinstance(term, Literal) and (date := read_date(term.value))]
    date = as_of or max(own, default=today())
    period = Period(date, date)
    used = False
    firsts = {said: _firsts(store, said) for said in (_BASIS, _SOURCE, _ROLE, START, END)}
    are_memberships = set(_subjects(store, _MEMBERSHIP))
    facts = are_memberships.union(*(_subjects(store, kind) for kind in (_POST, _STATEMENT, _DENIAL)))
    for membership in memberships:
        if membership not in facts:
            continue
        is_membership = membership in are_memberships
        if firsts[_BASIS].get(membership) is None:
            store.add(Quad(membership, _BASIS, _STATED, _DEFAULT))
        if firsts[_SOURCE].get(membership) is None:
            store.add(Quad(membership, _SOURCE, dataset, _DEFAULT))
            used = True
        role, start, end = (firsts[said].get(membership) for said in (_ROLE, START, END))
        if is_membership and counted_role(role or "") == FULL and period.covers(start, end):
            for who in list(store.quads_for_pattern(membership, _MEMBER, None, _DEFAULT)):
                for of in list(store.quads_for_pattern(membership, _BODY, None, _DEFAULT)):
                    if isinstance(who.object, Node):
                        store.add(Quad(who.object, _MEMBER_OF, of.object, _DEFAULT))
    if used:
        describe_dataset(store, label, date)


def _firsts(store: Store, predicate: NamedNode) -> dict[object, str | None]:
    """The first value of a property of each node that has it: asking for all is sooner done than node by node."""
    found: dict[object, str | None] = {}
    for quad in store.quads_for_pattern(None, predicate, None, _DEFAULT):
        found.setdefault(quad.subject, None if isinstance(quad.object, Triple) else quad.object.value)
    return found


def dataset_of(label: str) -> NamedNode:
    """The node of the data set that a graph is which says nothing of one, by what the graph's source is called."""
    return NamedNode(iri_of("dataset-" + (slug(label) or "graph")))


def describe_dataset(store: Store, label: str, date: str) -> None:
    """Say of the data set that a graph is what it is called, and of what date it is."""
    dataset = dataset_of(label)
    store.add(Quad(dataset, _TYPE, _DATASET, _DEFAULT))
    store.add(Quad(dataset, _LABEL, Literal(label), _DEFAULT))
    store.add(Quad(dataset, AS_OF, date_literal(date), _DEFAULT))


def give_end(store: Store, label: str, as_of: str = "") -> bool:
    """Make a graph with memberships that says nothing of its own date a data set that goes on until today.

    Beside other data sets it would else be taken to end with the last of them.

    Parameters
    ----------
    store : Store
        The graph, which is changed.
    label : str
        What its source is called.
    as_of : str
        Its own date, if the user says one.

    Returns
    -------
    bool
        Whether it was changed.
    """
    if any(store.quads_for_pattern(None, AS_OF, None, None)) or not has_org(store):
        return False
    describe_dataset(store, label, as_of or today())
    return True
