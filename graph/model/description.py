"""All that a graph knows of one entity."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator
from dataclasses import dataclass, replace
from operator import itemgetter

from pyoxigraph import Literal, NamedNode

from ..amounts import counted, shortened
from ..rdf.source import Source, values
from ..rdf.terms import Term, id_of, iri_text, prologue, text_of
from .dates import ALWAYS, Period
from .entities import Entity
from .evidence import Grounds, read_grounds
from .facts import MEMBERSHIP, Fact, facts_about
from .naming.names import Names
from .relations import is_coded, relation_words, under_https

__all__ = [
    "Description",
    "about",
    "about_codes",
    "describe",
    "fact_row",
    "fact_words",
    "fewer_denials",
    "name_of",
]


@dataclass(frozen=True)
class Description:
    """An entity, what it is, where it is named, and the facts about it, the subject's own first.

    `tensions` are what the source says of it that does not fit together, in words, each with its grounds. `lifetimes`
    are the dates from when to when a state was in the state system or a body existed, "" where there is none.
    """

    entity: Entity
    definition: str
    grounds: Grounds
    facts: tuple[Fact, ...]
    tensions: tuple[tuple[str, Grounds], ...] = ()
    lifetimes: tuple[tuple[str, str], ...] = ()
    coded: tuple[Fact, ...] = ()

    @property
    def has_undated(self) -> bool:
        """Whether a membership among the facts has no date, so that it counts at every date."""
        return any(fact.relation in MEMBERSHIP and not (fact.start or fact.end) for fact in self.facts)

    @property
    def in_words(self) -> Description:
        """The same for readers: facts whose properties are called by codes, such as P36, are `coded` and no `facts`.

        What is said by a word of schema.org under http: and under https: is one fact.
        """
        said = {(fact.subject, fact.relation, fact.object) for fact in self.facts}
        facts = tuple(fact for fact in self.facts if not is_coded(fact.relation) and not _is_said_again(fact, said))
        return replace(self, facts=facts, coded=tuple(fact for fact in self.facts if is_coded(fact.relation)))


def _is_said_again(fact: Fact, said: Container[tuple[Term, str, Term]]) -> bool:
    relation = under_https(fact.relation)
    return relation != fact.relation and (fact.subject, relation, fact.object) in said


def describe(source: Source, names: Names, entity: Entity, period: Period = ALWAYS) -> Description:
    """Describe one entity.

    >>> import blocs
    >>> graph = blocs.load()
    >>> facts = describe(graph.source, graph.names, graph.names.find("GUUAM")).facts
    >>> sum(fact.relation == "member" for fact in facts)
    5
    """
    body = f"SELECT ?text WHERE {{ {values('e', [entity.term])} ?e skos:definition ?text }}"
    texts = [term.value for (term,) in source.select(prologue(body) + body) if isinstance(term, Literal)]
    named = f"{values('fact', [entity.term])} FILTER EXISTS {{ ?fact ?any ?thing }}"
    own = [grounds for _, grounds in read_grounds(source, (), named)]
    facts = facts_about(source, [entity.term], period)
    names.expect(iri for fact in facts for iri in (iri_text(fact.subject), iri_text(fact.object)) if iri)
    order = {id(fact): (fact.subject != entity.term, fact.relation.startswith("http"), fact.relation) for fact in facts}
    facts.sort(key=lambda f: (*order[id(f)], name_of(f.subject, names), name_of(f.object, names)))
    grounds = own[0] if own else Grounds("", "stated", ())
    return Description(
        entity,
        texts[0] if texts else "",
        grounds,
        tuple(facts),
        tuple(_tensions(source, entity)),
        _lifetimes(source, entity),
    )


def _lifetimes(source: Source, entity: Entity) -> tuple[tuple[str, str], ...]:
    body = (
        f"SELECT DISTINCT ?start ?end WHERE {{ {values('one', [entity.term])}"
        " { ?span blocs:state ?one ; a blocs:Spell } UNION { ?span blocs:body ?one ; a blocs:Existence }"
        " OPTIONAL { ?span schema:startDate ?start } OPTIONAL { ?span schema:endDate ?end } }"
    )
    return tuple(sorted((text_of(start), text_of(end)) for start, end in source.select(prologue(body) + body)))


def _tensions(source: Source, entity: Entity) -> Iterator[tuple[str, Grounds]]:
    pattern = (
        f"{values('entity', [entity.term])} ?fact a blocs:Tension ; skos:definition ?text ; blocs:between ?one ."
        " ?one ?part ?entity ."
    )
    for (text,), grounds in read_grounds(source, ("text",), pattern):
        if isinstance(text, Literal):
            yield text.value, grounds


_MOST_DENIED = 12
"""So many facts are shown one by one that cells of tables deny; a table may say no of hundreds of bodies."""


def fewer_denials(description: Description, names: Names) -> tuple[Description, tuple[str, ...]]:
    """A description in which many memberships that tables deny are named in a sentence, rather than as facts.

    Parameters
    ----------
    description : Description
        The description.
    names : Names
        What things are called.

    Returns
    -------
    Description, tuple of str
        The description, and the sentence if there are many.

    >>> import blocs
    >>> graph = blocs.load()
    >>> described = describe(graph.source, graph.names, graph.names.find("CST"))
    >>> fewer_denials(described, graph.names) == (described, ())
    True
    """
    of_cells = [
        fact
        for fact in description.facts
        if fact.relation == "non-member" and not any(one.quote for one in fact.grounds.evidence)
    ]
    if len(of_cells) <= _MOST_DENIED:
        return description, ()
    own = [fact for fact in of_cells if fact.subject == description.entity.term]
    others = dict.fromkeys(name_of(fact.object if own else fact.subject, names) for fact in of_cells)
    told = {one.source for fact in of_cells for one in fact.grounds.evidence}
    what = "Not a member of" if own else "Not among its members"
    said = f"{what}, by {shortened(sorted(told))}: {shortened(others)}; all of them: blocs query denied."
    left_out = set(map(id, of_cells))
    return replace(description, facts=tuple(fact for fact in description.facts if id(fact) not in left_out)), (said,)


def name_of(term: Term, names: Names) -> str:
    """What to call a term: an entity's label, a literal's text, an id."""
    if isinstance(term, NamedNode):
        known = names.by_iri.get(term.value)
        return known.label if known else id_of(term.value)
    return term.value if isinstance(term, Literal) else str(term)


# In words


def about(description: Description) -> list[str]:
    """Other names, codes, when it existed, and tensions, a line each."""
    entity = description.entity
    also = ", ".join(name for name in (entity.abbreviation, *entity.aliases) if name)
    codes = ", ".join(f"{words} {entity.codes[code]}" for code, words in _CODES.items() if code in entity.codes)
    spans = ", ".join(f"{start}–{end}" for start, end in description.lifetimes)
    existed = "in the state system" if entity.kind == "state" else "existed"
    notes = [
        f"also called: {also}" if also else "",
        f"codes: {codes}" if codes else "",
        f"{existed}: {spans}" if spans else "",
    ]
    tensions = [f"tension: {text}" for text, _ in description.tensions]
    return [*filter(None, notes), *tensions]


def about_codes(description: Description) -> list[str]:
    """What to say of facts whose properties are called by codes, and how to see them."""
    if not description.coded:
        return []
    codes = shortened(sorted({id_of(fact.relation) for fact in description.coded}), 4)
    # Wikidata says one thing by two properties of one code: as a statement of its own, and directly.
    of_each = Counter(fact.relation for fact in description.coded)
    number = sum({id_of(relation): count for relation, count in sorted(of_each.items(), key=itemgetter(1))}.values())
    query = f"SELECT ?property ?value {{ <{description.entity.iri}> ?property ?value }}"
    return [
        f"not shown: {counted(number, 'statement')} whose properties are called by codes ({codes});"
        f" to see them, with the same data: blocs query -e '{query}'"
    ]


_CODES = {"iso3": "ISO 3166", "cow": "COW", "cowAbbreviation": "COW", "notation": "notation"}


def fact_row(fact: Fact, entity: Entity, names: Names) -> tuple[str, str]:
    """The two sides of `fact_words`, with the dates of the fact."""
    relation, other = fact_words(fact, entity, names)
    span = f" ({fact.start}–{fact.end})" if fact.start or fact.end else ""
    return relation, other + span


def fact_words(fact: Fact, entity: Entity, names: Names) -> tuple[str, str]:
    """A fact in words, seen from one entity: the relation and the other side."""
    if entity.term not in (fact.subject, fact.object):
        return "is the office of", f"{name_of(fact.subject, names)} ({name_of(fact.object, names)})"
    inverse = fact.subject != entity.term
    other = name_of(fact.subject if inverse else fact.object, names)
    match fact.relation:
        case "share":
            return (f"{fact.percent} % signed by" if inverse else f"signed {fact.percent} % of"), other
        case "post":
            return (f"has the {fact.role}" if inverse else f"is the {fact.role} of"), other
        case "member" if fact.role not in ("", "full member", "fullMember"):
            return (f"has the {fact.role}" if inverse else f"is {fact.role} of"), other
    return relation_words(fact.relation, inverse), other
