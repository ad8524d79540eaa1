"""Reading a graph in whatever vocabulary: lenses turn it into the model, dates become dates, and the rest is reported.

The steps, each of which is skipped at once in a graph that is in the model already:

1. lenses that fit apply, after blank nodes that are somebody have got IRIs;
2. what the lenses made is completed: members and bodies that are texts, roles in words, basis, source, `org:memberOf`;
3. dates are brought into the form of the model, or reported and taken out: as text they would be compared wrongly;
4. what could not be read is said in notes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Store, Triple

from ...amounts import shortened
from ...errors import OperationFailed
from ...model.entities import TYPES
from ...model.naming.names import NAME_PROPERTIES
from ...rdf.source import AppliedLens, LocalSource, Row
from ...rdf.terms import named, text_of
from .abbreviated import name_by_abbreviations
from .addresses import name_by_addresses
from .between import between_note
from .blank_nodes import label_of, name_blank_nodes
from .changes import unread_changes
from .classes import type_by_classes_elsewhere
from .clean_names import clean_names, join_unmarked
from .dangling import dangling_note
from .ends_in_languages import name_ends_in_languages, one_end_of_languages
from .finishing import finish, halves, has_org, is_of_the_model, type_memberships, type_posts
from .given_roles import NO_GIVEN_ROLES, GivenRoles
from .graph_dates import GRAPH_DATES, drop_undated, unread_dates_of_graphs
from .graph_pages import in_lists_of_servers, page_of_graph
from .graph_sources import give_sources_of_graphs
from .infobox_texts import read_infobox_texts
from .left_out import left_out_notes
from .lenses import Lens, Node, apply_lens, asked_by, fitting, packaged_lenses, read_by_lenses, sift
from .listed_members import type_listed_members
from .lists import open_lists
from .member_collections import forget_bodies_of_collections, name_bodies_of_collections
from .misplaced_dates import misplaced_dates
from .names_in_nodes import open_names
from .near_words import is_near_membership
from .nested_collections import open_collections
from .offices import name_roles
from .other_names import read_other_names
from .own_memberships import read_own_memberships
from .own_words import ReadByName, read_own_words
from .parts_of_dates import join_years
from .plain_names import read_plain_names
from .rdf_dates import AS_OF, read_dates
from .roles_in_languages import name_translations, one_role_of_languages
from .same_nodes import join_listed, join_listed_bodies, join_same
from .shown_names import name_as_listed, names_before_codes
from .spaces import prefixed
from .spans import backward_spans, part_spans
from .texts_in_languages import Translations
from .unread_words import KNOWN, unread_of_memberships

__all__ = ["Reading", "graphs_unread", "idle_note", "read_made", "read_vocabularies", "unread_note"]

_DEFAULT = DefaultGraph()
_TYPE, _MEMBER_OF, _MEMBER, _BODY, _BASIS = (
    named(name) for name in ("rdf:type", "org:memberOf", "org:member", "org:organization", "blocs:basis")
)


@dataclass(frozen=True)
class Reading:
    """What became of a graph: the lenses that applied, and what a user must know of what was not read."""

    lenses: tuple[AppliedLens, ...] = ()
    notes: tuple[str, ...] = ()


def read_vocabularies(
    store: Store,
    label: str,
    lenses: Sequence[Lens] = (),
    *,
    automatic: bool = True,
    as_of: str = "",
    roles: GivenRoles = NO_GIVEN_ROLES,
) -> Reading:
    """Turn what is in a graph into the model, as far as lenses can.

    Parameters
    ----------
    store : Store
        The graph, to whose default graph the result is added.
    label : str
        What the graph's source is called.
    lenses : sequence of Lens
        The user's own lenses, which apply whether they seem to fit or not.
    automatic : bool
        Whether the packaged lenses apply where they fit. Without them and lenses of one's own nothing is changed.
    as_of : str
        The source's own date; today if it does not say one itself.
    roles : GivenRoles
        What the user says of roles.

    Returns
    -------
    Reading
    """
    applied, notes, new = [], list[str](), list[Triple]()

    def say(found: Iterable[str]) -> None:
        notes.extend(f"{label}: {note}" for note in found)

    chosen = [*lenses, *(lens for lens in packaged_lenses() if automatic and lens not in lenses)]
    named = False
    origins, said_of = dict[Node, set[Node]](), set[object]()
    # What was written for the model says on what its facts rest, and knows its states.
    foreign = automatic and not any(store.quads_for_pattern(None, _BASIS, None, _DEFAULT))
    of_the_model = is_of_the_model(store)
    say(filter(None, [page_of_graph(store)]))
    if automatic:
        _drop_empty_names(store)
        open_lists(store)
    translations = one_role_of_languages(store) if foreign else {}
    marked, ends, typed = set[NamedNode](), Translations(), list[NamedNode]()
    if foreign:
        said, ends = one_end_of_languages(store)
        say(said)
        said, marked = clean_names(store)
        say(said)
        say(open_names(store))
        say(filter(None, [dangling_note(store)]))
        typed = type_by_classes_elsewhere(store)
        open_collections(store)
        type_memberships(store)
        type_posts(store)
        name_roles(store)
        say(name_bodies_of_collections(store))
        new += read_infobox_texts(store)
    for lens in chosen:
        if lens not in lenses and not fitting(store, [lens]):
            continue
        if not named and not lens.fits_named:
            name_blank_nodes(store)
            named = True
        before = _count(store)
        made = apply_lens(store, lens)
        new += made.new
        for membership, nodes in made.origins.items():
            origins.setdefault(membership, set()).update(nodes)
        said_of.update(node for nodes in made.left_out.values() for node in nodes)
        if made.new:
            applied.append(AppliedLens(lens.name, lens.title, _count(store) - before))
        elif lens in lenses:
            say([idle_note(lens)])
        say(left_out_notes(store, made.left_out))
    forget_bodies_of_collections(store)
    if any(lens.name == GRAPH_DATES for lens in applied):
        drop_undated(store)
    left = dict[str, int]()
    if foreign and not lenses:
        by_own, said, left = read_own_memberships(store, _properties(store))
        new += by_own
        say(said)
    if new:
        new += give_sources_of_graphs(store)
    ours = bool(new) or (automatic and not of_the_model and has_org(store))
    by_name = ReadByName([], set())
    by_lenses = frozenset[str]().union(*map(asked_by, lenses))
    if ours and foreign:
        said, last_year = join_years(store, set(_properties(store)) - by_lenses)
        say(f"read by its name: {one}; if it is not, see docs/lenses.md" for one in said)
        as_of = as_of or ("" if any(store.quads_for_pattern(None, AS_OF, None, _DEFAULT)) else last_year)
    if ours and automatic:
        by_name = read_own_words(store, _properties(store), origins, by_lenses, roles.words)
        say(by_name.said)
    if ours:
        notes += finish(store, new, label, as_of, of_the_model=of_the_model, roles=roles)
        name_translations(store, translations)
        name_ends_in_languages(store, ends)
    elif roles:
        say(["--role was not used: the roles of this graph are those of blocs, or no membership was found in it"])
    if ours and foreign:
        say(read_plain_names(store))
        read_other_names(store, _properties(store))
    if ours:
        name_by_addresses(store)
    if automatic:
        say(join_same(store))
        say(join_unmarked(store, marked))
        say(type_listed_members(store) if ours and foreign else [])
        say([*join_listed(store), *join_listed_bodies(store)] if foreign else [])
        say(halves(store))
        name_by_abbreviations(store)
        if foreign:
            say(names_before_codes(store))
            name_as_listed(store)
    if chosen:
        say(read_dates(store))
        say(part_spans(store)[0])
        say(backward_spans(store))
    if automatic and not any(lens.fits_named for lens in chosen if lens.name in {one.name for one in applied}):
        say(graphs_unread(store, lenses))
    if automatic and all(lens.name != GRAPH_DATES for lens in lenses):
        say(unread_dates_of_graphs(store))
    named_unread = set[str]()
    if ours:
        said, named_unread = unread_of_memberships(store, by_name, origins, said_of, by_lenses)
        say(said)
    if ours and foreign:
        said, misplaced = misplaced_dates(store, _properties(store), by_lenses)
        named_unread |= misplaced
        say(said)
        say(unread_changes(store))
    if ours and automatic:
        say(_nameless(store))
    between, between_told = (
        between_note(store, named_unread | by_name.properties, new) if foreign and not lenses else ([], set[str]())
    )
    say(between)
    note = unread_note(store, made=[*typed, *(triple.predicate for triple in new)])
    if not note and automatic and not lenses:
        told = named_unread | by_name.properties | between_told
        note = _beside_note(store, applied, left, told, foreign=foreign)
    say([note] if note else [])
    return Reading(tuple(applied), tuple(notes))


def idle_note(lens: Lens) -> str:
    """What is said of a user's lens that made nothing of a graph."""
    return f"the lens {lens.name} made nothing of it; does its WHERE fit the data?"


def _drop_empty_names(store: Store) -> None:
    """Take out names without a letter, beside which another name would not be read."""
    for property_ in NAME_PROPERTIES:
        for quad in list(store.quads_for_pattern(None, NamedNode(property_), Literal(""), _DEFAULT)):
            store.remove(quad)


def read_made(store: Store, lens: Lens, made: Iterable[Triple], label: str) -> Reading:
    """Complete what a lens made elsewhere, by an endpoint; `made` are its triples, which are added to the store."""
    found = sift(made, lambda triple: True)
    store.extend(Quad(t.subject, t.predicate, t.object, _DEFAULT) for t in found.new)
    notes = [f"{label}: {note} (lens {lens.name})" for note in left_out_notes(store, found.left_out)]
    notes += finish(store, found.new, label) + [f"{label}: {note}" for note in read_dates(store)]
    applied = AppliedLens(lens.name, lens.title, _count(store))
    if not applied.memberships:
        raise OperationFailed(f"{label}: no membership was found there, and nothing was imported; {_SEE}")
    return Reading((applied,), tuple(notes))


def _count(store: Store) -> int:
    """How many memberships there are: those with a node, and those that are a triple only."""
    query = (
        "SELECT (COUNT(*) AS ?n) {"
        " { SELECT DISTINCT ?m { ?m a org:Membership ; org:member ?who ; org:organization ?of } }"
        " UNION { SELECT DISTINCT ?who ?of { ?who org:memberOf ?of"
        " MINUS { ?m org:organization ?of ; org:member ?who ; a org:Membership } } } }"
    )
    ((number,),) = _rows(store, query)
    return int(text_of(number))


def _properties(store: Store) -> list[str]:
    return [text_of(predicate) for (predicate,) in _rows(store, "SELECT DISTINCT ?p { ?s ?p ?o }")]


def _rows(store: Store, query: str) -> Iterator[Row]:
    return LocalSource(store, "the graph").select(query)


def graphs_unread(store: Store, lenses: Sequence[Lens] = ()) -> list[str]:
    """What to say of named graphs with memberships that stay unread, in whichever vocabulary that lenses read.

    Parameters
    ----------
    store : Store
        The graph.
    lenses : sequence of Lens
        The user's own lenses.

    Returns
    -------
    list of str
        A line, or none.
    """
    graphs = sum(1 for _ in store.named_graphs())
    if not graphs:
        return []
    together = Store()
    together.bulk_extend(Quad(quad.subject, quad.predicate, quad.object, _DEFAULT) for quad in store)
    read_vocabularies(together, "", lenses)
    number = _count(together) - _count(store)
    if number <= 0:
        return []
    where = "a named graph" if graphs == 1 else "named graphs"
    what = "one membership" if number == 1 else f"{number:,} memberships"
    them = "it" if number == 1 else "them"
    return [f"{what} in {where} {'is' if number == 1 else 'are'} not read; --lens named-graphs reads {them} too"]


def unread_note(store: Store, total: int | None = None, made: Iterable[NamedNode] = ()) -> str:
    """What to say of a graph in which there is no membership and no other fact of the model; "" of any other.

    `total` is the number of its triples, where the store has but one of each kind; `made` are the properties of what
    lenses made of it.

    >>> from pyoxigraph import RdfFormat
    >>> store = Store()
    >>> store.load(b'<http://e.org/a> <http://e.org/terms/likes> <http://e.org/b> .', format=RdfFormat.TURTLE)
    >>> unread_note(store)
    'one triple, not in the graph model; it uses http://e.org/terms/likes; see docs/lenses.md'
    """
    for predicate in (_MEMBER_OF, _BODY, _BASIS):
        if any(store.quads_for_pattern(None, predicate, None, _DEFAULT)):
            return ""
    count = len(store) if total is None else total
    if not count:
        return "there is nothing in it: no triples"
    query = (
        "SELECT ?p (COUNT(*) AS ?n) { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } } GROUP BY ?p ORDER BY DESC(?n) ?p"
    )
    by_lenses: Counter[object] = Counter(made)
    found = {predicate: int(text_of(number)) for predicate, number in _rows(store, query)}
    own = {predicate: number - by_lenses[predicate] for predicate, number in found.items()}
    count -= sum(found.values()) - sum(own.values())
    used = [text_of(predicate) for predicate, number in own.items() if predicate != _TYPE and number > 0]
    entities = _has_entities(store)
    if entities and set(used) <= KNOWN:
        return ""  # all of it is read, and there is no membership in it
    terms = shortened(map(prefixed, used), 5) or "rdf:type"
    what = "no membership among them" if entities else "none in the graph model"
    if count == 1:
        return f"one triple, {what.replace(' among them', '').replace('none', 'not')}; it uses {terms}; {_SEE}"
    return f"{count:,} triples, {what}; they use {terms}; {_SEE}"


_WIKIDATA = "http://www.wikidata.org/entity/"


def _nameless(store: Store) -> list[str]:
    """What to say of entities of Wikidata that have no name in the graph: nobody knows what Q1065 is called."""
    ends = (quad.object for end in (_MEMBER, _BODY) for quad in store.quads_for_pattern(None, end, None, _DEFAULT))
    theirs = {node for node in ends if isinstance(node, NamedNode) and node.value.startswith(_WIKIDATA + "Q")}
    without = sorted((node.value.removeprefix(_WIKIDATA) for node in theirs if not label_of(store, node)), key=len)
    if not without:
        return []
    address = f"https://www.wikidata.org/wiki/Special:EntityData/{without[0]}.ttl"
    add = f"the file of each, for the first {address}" if without[1:] else f"the file at {address}"
    return [f"without a name in it: {shortened(without, 3)}; add {add}, or its rdfs:label"]


def _beside_note(
    store: Store, applied: Sequence[AppliedLens], left: Mapping[str, int], told: Collection[str], *, foreign: bool
) -> str:
    """What to say of a graph of others that may have memberships in words that no lens knows; "" if it has none.

    Of the words that were read by their names, `left` has how many triples were not; of those in `told` it is said
    already.
    """
    if not applied and not foreign:
        return ""  # it was written for the model
    rows = _rows(store, "SELECT ?p (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?p")
    used = {text_of(p): int(text_of(n)) for p, n in rows} | dict(left)
    read = read_by_lenses().union(_MODEL, KNOWN, told)
    near = sorted(iri for iri in used if is_near_membership(iri) and not (iri in read or iri.startswith(_OWN)))
    unread = {iri: number for iri in near if (number := used[iri] - _read_otherwise(store, iri)) > 0}
    if not unread:
        return ""
    shown = shortened((f"{prefixed(iri)} ({number:,})" for iri, number in unread.items()), 3)
    return f"not read, though it may say who is in what: {shown}; {_SEE}"


def _read_otherwise(store: Store, iri: str) -> int:
    """How many triples of a property lead to a membership, or to a member, that says itself who is in what."""
    asked = f"SELECT (COUNT(*) AS ?n) {{ ?s <{iri}> ?o . ?o a org:Membership ; org:member ?m ; org:organization ?b }}"
    return sum(int(text_of(number)) for (number,) in _rows(store, asked)) + in_lists_of_servers(store, iri)


_OWN = named("blocs:").value
_MODEL = frozenset(named(f"{name}").value for name in ("org:memberOf", "org:member", "org:Membership"))
_SEE = "see docs/lenses.md"


def _has_entities(store: Store) -> bool:
    """Whether something has a class that the model knows."""
    classes = (store.quads_for_pattern(None, _TYPE, NamedNode(iri), _DEFAULT) for iri in TYPES)
    return any(next(iter(quads), None) is not None for quads in classes)
