"""Facts, read alike whatever their class: who or what, in which relation, to whom or what, on what grounds.

`docs/model.md` has a class for each kind of fact. Here each becomes a `Fact` with a subject, a relation and an
object, so that what shows, draws or follows facts needs to know one shape only. A triple that stands in the
graph without a fact node (a shortcut) is a fact too, without evidence; those of a statement have the statement's.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from pyoxigraph import BlankNode, Literal, NamedNode

from ..rdf.source import Source, values
from ..rdf.terms import PREFIXES, Term, id_of, node_of_iri, prologue, text_of
from .dates import ALWAYS, Period
from .evidence import Grounds, Part, optional_parts, read_grounds
from .membership import Span, read_lifespans
from .membership_query import whole_node
from .naming.forms import normal
from .naming.labels import labels_of
from .wholes import joins_wholes, optional

__all__ = [
    "DENIED",
    "MEMBERSHIP",
    "Fact",
    "Memberships",
    "facts_about",
    "facts_of",
    "membership_fact",
]


@dataclass(frozen=True)
class Fact:
    """One fact.

    `subject` and `object` are RDF terms; `relation` is a key of `relations.RELATIONS` or a predicate's IRI; `role` is a
    member's role or an office; `percent` a share from 0 to 100; `start` and `end` are dates as written.
    """

    subject: Term
    relation: str
    object: Term
    grounds: Grounds
    role: str = ""
    percent: str = ""
    start: str = ""
    end: str = ""


MEMBERSHIP = ("member", PREFIXES["org"] + "memberOf")
"""The relations of a membership: that of a fact node, and that of a shortcut."""

DENIED = ("non-member", "absence", "non-representation")
"""The relations that say that something is not so."""

# Each class of fact node with the properties of its subject and object.
_CLASSES: tuple[tuple[str, str, str, str], ...] = (
    ("member", "org:Membership", "org:member", "org:organization"),
    ("non-member", "blocs:NonMembership", "org:member", "org:organization"),
    ("attendance", "blocs:Attendance", "blocs:participant", "blocs:event"),
    ("absence", "blocs:Absence", "blocs:participant", "blocs:event"),
    ("share", "blocs:SigningShare", "blocs:signatory", "blocs:documents"),
    ("non-representation", "blocs:NonRepresentation", "blocs:represented", "blocs:in"),
    ("post", "org:Post", "org:heldBy", "org:postIn"),
)

# What a triple of an entity says that is no fact about it: names, codes, classes and the grounds themselves.
_NOT_FACTS = (
    *("rdf:type", "rdfs:label", "skos:prefLabel", "skos:altLabel", "skos:definition", "skos:notation"),
    *("<http://schema.org/name>", "<http://schema.org/alternateName>", "<http://xmlns.com/foaf/0.1/name>"),
    *("schema:name", "schema:alternateName", "blocs:abbreviation", "blocs:demonym", "blocs:iso3", "blocs:cowCode"),
    *("blocs:cowAbbreviation", "blocs:basis", "blocs:evidence", "blocs:rule", "blocs:premise", "dcterms:source"),
    "blocs:claimedBy",
    *("blocs:represented", "blocs:in", "blocs:participant", "blocs:event", "blocs:signatory", "blocs:documents"),
    *("org:member", "org:organization", "org:heldBy", "org:postIn", "org:role", "blocs:percent"),
    *("rdf:subject", "rdf:predicate", "rdf:object", "blocs:between", "blocs:asOf", "schema:license"),
    *("blocs:state", "blocs:body", "schema:datePublished", "schema:foundingDate", "schema:dissolutionDate"),
)


def membership_fact(span: Span, relation: str = "member") -> Fact:
    """A membership, or with another relation its denial, as a fact."""
    role = "" if span.role == "full" else span.role
    member, body = NamedNode(span.member), NamedNode(span.body)
    return Fact(member, relation, body, span.grounds, role, "", span.start or "", span.end or "")


Memberships = Callable[[str, Sequence[NamedNode]], Iterable[Fact]]
"""What gives the memberships of a period in which some entities are the "subject" or the "object", read before."""


def facts_about(
    source: Source, entities: Iterable[NamedNode], period: Period = ALWAYS, memberships: Memberships | None = None
) -> list[Fact]:
    """All facts in which one of the entities is the subject, the object or the office, each once.

    Parameters
    ----------
    source : Source
        The graph.
    entities : iterable of NamedNode
        The entities.
    period : Period
        What bounds memberships and other facts that have dates of their own.
    memberships : Callable or None
        What gives the memberships that have a node; None to read them.

    Returns
    -------
    list of Fact
    """
    focus = list(entities)
    found: list[Fact] = []
    for side in ("subject", "object", "office"):
        triples = _triples(source, side, focus) if side != "office" else ()
        nodes: Iterable[Fact] = _nodes(source, side, focus, period, memberships is None)
        if memberships is not None and side != "office":
            nodes = sorted((*nodes, *memberships(side, focus)), key=_by_ends)
        found += (*nodes, *triples)
    return _best_said(source, _each_once(found), period, memberships is not None)


def _by_ends(fact: Fact) -> tuple[str, str, str]:
    return str(fact.subject), fact.relation, str(fact.object)


def facts_of(source: Source, entities: Iterable[NamedNode], period: Period = ALWAYS) -> list[Fact]:
    """All facts in which one of the entities is the subject, each once: of many entities in one pass.

    Parameters
    ----------
    source : Source
        The graph.
    entities : iterable of NamedNode
        The entities, such as all that the graph names.
    period : Period
        What bounds memberships and other facts that have dates of their own.

    Returns
    -------
    list of Fact
    """
    focus = list(entities)
    # An engine looks the facts of a thousand entities up one by one; in this process it is faster to go through all.
    everything = len(focus) > _MANY and not source.remote
    whole = everything and joins_wholes(source)
    nodes = _nodes(source, "subject", None if everything else focus, period, whole=whole)
    if everything:
        wanted = set(focus)
        nodes = (fact for fact in nodes if fact.subject in wanted)
    # What a table has a "no" for is no edge of a graph: there may be far more of them than memberships.
    noted = list(nodes)
    if any(fact.relation == "non-member" for fact in noted):
        tables = _denied_in_tables(source)
        noted = [fact for fact in noted if fact.grounds.fact not in tables]
    return _best_said(source, _each_once((*noted, *_triples(source, "subject", focus, whole))), period)


def _each_once(facts: Iterable[Fact]) -> list[Fact]:
    """The facts without those that are there twice; one with several roles has them all: "Chair and Treasurer"."""
    found: dict[tuple[Term, str, Term, str], Fact] = {}
    roles: dict[tuple[Term, str, Term, str], set[str]] = {}
    for fact in facts:
        key = (fact.subject, fact.relation, fact.object, fact.grounds.fact)
        first = found.setdefault(key, fact)
        if fact.role != first.role and fact.role and (fact.start, fact.end) == (first.start, first.end):
            roles.setdefault(key, {first.role} - {""}).add(fact.role)
    for key, several in roles.items():
        found[key] = replace(found[key], role=" and ".join(sorted(several)))
    return list(found.values())


_MANY = 100


def _denied_in_tables(source: Source) -> set[str]:
    """The denials that rest on the cells of a table."""
    body = "SELECT ?fact WHERE { ?fact a blocs:NonMembership ; dcterms:source ?table }"
    return {text_of(fact) for (fact,) in source.select(prologue(body) + body)}


def _best_said(source: Source, found: Collection[Fact], period: Period, held_then: bool = False) -> list[Fact]:
    """The facts of a period, without triples that a fact node states too.

    `held_then` is whether the memberships that have a node are known to be within the time of their body.
    """
    backed = {(f.subject, f.relation, f.object) for f in found if f.grounds.fact}
    members = {(f.subject, f.object) for f in found if f.relation == "member"}
    heads = {(f.subject, f.object) for f in found if f.relation == "member" and f.role == "head"}
    shortcut = PREFIXES["org"] + "memberOf"
    twice = _said_in_other_words(source, [fact for fact in found if not fact.grounds.fact])
    outside = set(_outside_lifespans(source, (f for f in found if not (held_then and f.grounds.fact)), period))
    posts = {f.grounds.fact for f in found if f.relation == "post"}
    return _called_by_role(
        source,
        [
            fact
            for fact in found
            if fact not in outside and fact not in twice
            if fact.grounds.fact
            or (
                (fact.subject, fact.relation, fact.object) not in backed
                and not (fact.relation == shortcut and (fact.subject, fact.object) in members)
                and not (fact.relation == _HEAD_OF and (fact.subject, fact.object) in heads)
                # Who holds which post where is one fact already.
                and not (fact.relation in _OF_POSTS and text_of(fact.object) in posts)
            )
        ],
    )


_HEAD_OF = PREFIXES["org"] + "headOf"
_OF_POSTS = (PREFIXES["org"] + "hasPost", PREFIXES["org"] + "holds")


def _called_by_role(source: Source, found: list[Fact]) -> list[Fact]:
    """The same facts; a post that has no name of its own is called by its role."""
    posts = {fact.object for fact in found if fact.relation in _OF_POSTS and isinstance(fact.object, NamedNode)}
    if not posts:
        return found
    body = (
        f"SELECT ?post ?role WHERE {{ {values('post', sorted(posts, key=str))} ?post org:role ?role"
        " FILTER NOT EXISTS { ?post a org:Role } }"
    )
    rows = sorted(source.select(prologue(body) + body), key=str)
    names = labels_of(source, (role for _, role in rows))
    called: dict[Term | None, Term | None] = {}
    for post, role in rows:
        if role in names:
            called.setdefault(post, Literal(names[role]))
    return [
        replace(fact, object=called.get(fact.object) or fact.object) if fact.relation in _OF_POSTS else fact
        for fact in found
    ]


_MEMBERSHIP_WORDS = frozenset(
    ("member", "members", "memberof", "hasmember", "hasmembers", "ismemberof", "memberstate", "memberstates", "p463")
)
"""What vocabularies call membership, by the ends of their words' IRIs."""
_OF_NODES = _MEMBERSHIP_WORDS | {"hasmembership", "membership", "memberships", "onbehalfof"}
"""The same, and what leads to the node of a membership, which nobody knows by name."""
_BETWEEN = ("org:Membership", *(f"<http{s}://schema.org/{n}>" for s in ("", "s") for n in ("Role", "OrganizationRole")))
"""What stands between a member and a body."""


def _said_in_other_words(source: Source, triples: Sequence[Fact]) -> set[Fact]:
    """The triples that say in words of another vocabulary, from either end, what a membership says: `org:hasMember`.

    The membership decides, also when it holds at another time than the one asked for. So it does where a word leads to
    the membership itself, or to a node between the two ends.
    """
    shortcut = PREFIXES["org"] + "memberOf"
    words = {fact: id_of(fact.relation).lower().replace("_", "") for fact in triples}
    asked = [
        fact
        for fact in triples
        if fact.relation != shortcut and isinstance(fact.subject, NamedNode) and words[fact] in _MEMBERSHIP_WORDS
    ]
    leading = [fact for fact in triples if fact.relation != shortcut and words[fact] in _OF_NODES]
    twice = {fact for fact in leading if isinstance(fact.subject, BlankNode) or isinstance(fact.object, BlankNode)}
    if leading:
        nodes = {end for fact in leading for end in (fact.subject, fact.object) if isinstance(end, NamedNode)}
        body = (
            f"SELECT DISTINCT ?node WHERE {{ {values('node', sorted(nodes, key=str))} ?node a ?kind"
            f" FILTER(?kind IN ({', '.join(_BETWEEN)})) }}"
        )
        between = {node for (node,) in source.select(prologue(body) + body)}
        twice |= {fact for fact in leading if fact.subject in between or fact.object in between}
    if not asked:
        return twice
    body = (
        f"SELECT DISTINCT ?one ?other WHERE {{ {values('one', dict.fromkeys(fact.subject for fact in asked))}"
        " { ?m org:member ?one ; org:organization ?other } UNION { ?m org:organization ?one ; org:member ?other } }"
    )
    known = set(source.select(prologue(body) + body))
    return twice | {fact for fact in asked if (fact.subject, fact.object) in known}


def _outside_lifespans(source: Source, facts: Iterable[Fact], period: Period) -> list[Fact]:
    """Memberships without dates in a body that had not begun or was over."""
    kinds = ("member", PREFIXES["org"] + "memberOf")
    undated = [fact for fact in facts if fact.relation in kinds and not (fact.start and fact.end)]
    if period == ALWAYS or not undated:
        return []
    bodies = list(dict.fromkeys(fact.object for fact in undated if isinstance(fact.object, NamedNode)))
    lifespans = read_lifespans(source, bodies)

    def outside(fact: Fact) -> bool:
        begun, over = lifespans.get(text_of(fact.object), ("", ""))
        return not period.covers(fact.start or begun, fact.end or over)

    return [fact for fact in undated if outside(fact)]


_MORE = (
    Part("org:role", "?fact org:role ?role", ("?role",)),
    Part("blocs:percent", "?fact blocs:percent ?percent", ("?percent",)),
)


def _nodes(
    source: Source,
    side: str,
    focus: Sequence[NamedNode] | None,
    period: Period,
    memberships: bool = True,
    whole: bool = False,
) -> Iterator[Fact]:
    """Facts that have a node of their own, of some entities or (None) of all; with or without the memberships.

    Of all, what they have may be read as a `whole` and then joined.
    """
    bound = "" if focus is None else values(side, focus)
    # An office is neither subject nor object of the fact that somebody holds it; it may be the post itself.
    only = "post" if side == "office" else ""
    if only and focus is not None:
        office = f"{{ {bound} ?fact org:role ?office }} UNION {{ {values('fact', focus)} ?fact a org:Role }}"
        bound = f"{{ SELECT DISTINCT ?fact WHERE {{ {office} }} }}"

    def node(key: str, name: str, subject: str, object_: str) -> str:
        if whole and key == "member":  # of which there may be a hundred thousand
            return whole_node("fact", "?subject", "?object")
        return f"?fact {subject} ?subject ; {object_} ?object ; a {name} ."

    branches = [
        f'{{ {bound} {node(key, *named)} BIND("{key}" AS ?relation) }}'
        for key, *named in _CLASSES
        if (not only or key == only) and (memberships or key != "member")
    ]
    if not only:
        branches.append(
            f"{{ {bound} ?fact rdf:subject ?subject ; rdf:object ?object ; rdf:predicate ?predicate ."
            " BIND(STR(?predicate) AS ?relation) }"
        )
    keys = ("subject", "relation", "object", "role", "percent", "start", "end")
    pattern = (
        " UNION\n".join(branches) + f"\n{optional_parts(source, _MORE, whole)}"
        f" {optional('?fact schema:startDate ?start', '?fact', '?start', whole=whole)}"
        f" {optional('?fact schema:endDate ?end', '?fact', '?end', whole=whole)}\n" + period.sparql("start", "end")
    )
    rows = list(read_grounds(source, keys, pattern, whole=whole))
    called = labels_of(source, {key[3] for key, _ in rows})
    own_names = _names_of_posts(source, [grounds.fact for key, grounds in rows if text_of(key[1]) == "post"])
    for (subject, relation, object_, role, percent, start, end), grounds in rows:
        assert subject is not None and object_ is not None
        role_name = (called.get(role) or id_of(text_of(role))) if role is not None else ""
        own = own_names.get(grounds.fact, "")
        if own and normal(own) != normal(role_name):
            role_name += f" ({own})"
        yield Fact(
            subject, text_of(relation), object_, grounds, role_name, text_of(percent), text_of(start), text_of(end)
        )


def _names_of_posts(source: Source, posts: Sequence[str]) -> dict[str, str]:
    """What posts are called that have a name of their own, beside that of their role."""
    found = labels_of(source, map(node_of_iri, posts), "?e a org:Role .")
    return {text_of(post): name for post, name in found.items()}


def _triples(source: Source, side: str, focus: Sequence[NamedNode], whole: bool = False) -> Iterator[Fact]:
    """Facts that are a triple only; `whole` is whether nearly all memberships are those of the entities."""
    bound = values(side, focus)
    not_facts = ", ".join(_NOT_FACTS)
    # What is taken away is looked up for these entities alone, lest the engine go through all memberships. How servers
    # read VALUES within a MINUS has not been tried.
    of_these = "" if source.remote or whole else bound
    node = "?node org:organization ?object ; org:member ?subject ; a org:Membership ."
    taken = whole_node("node", "?subject", "?object") if whole else node
    body = (
        f"SELECT ?subject ?predicate ?object WHERE {{ {bound} ?subject ?predicate ?object ."
        f" FILTER(?predicate NOT IN ({not_facts}))"
        " FILTER NOT EXISTS { ?subject a rdf:Statement } FILTER NOT EXISTS { ?subject a oa:TextQuoteSelector }"
        # Where a membership has a node, the node decides, also when it holds at another time than the one asked for.
        f" MINUS {{ {of_these} {taken} BIND(org:memberOf AS ?predicate) }} }}"
    )
    triples = sorted(source.select(prologue(body) + body), key=str)
    said = _grounds_of_statements(source, {subject for subject, _, _ in triples if isinstance(subject, NamedNode)})
    for subject, predicate, object_ in triples:
        assert subject is not None and object_ is not None
        yield Fact(subject, text_of(predicate), object_, said.get(subject, Grounds("", "stated", ())))


def _grounds_of_statements(source: Source, subjects: set[NamedNode]) -> dict[Term, Grounds]:
    """The grounds of those subjects that are statements: they hold for all that the statement's triples say."""
    if not subjects:
        return {}
    pattern = f"{values('fact', sorted(subjects, key=str))} ?fact a blocs:Statement ."
    found = (grounds for _, grounds in read_grounds(source, (), pattern))
    return {NamedNode(grounds.fact): replace(grounds, fact="") for grounds in found}
