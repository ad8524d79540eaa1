"""Names in a graph too large to read them all: looked up at the endpoint, one at a time or a batch.

A name is asked for in the spellings that it is likely to have there, which any engine finds by its index. Only where
none of them is known does the engine compare without regard to case. What must go through all entities (`list`, an
overlap of all states) still reads them all, but none of the other things that an endpoint may name.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache, cached_property

from pyoxigraph import Literal, NamedNode

from ...rdf.languages import LANGUAGES
from ...rdf.source import Source, values
from ...rdf.terms import PREFIXES, Term, iri_of, node_of_iri, prologue, sparql_text
from ..entities import TYPES, Entity
from .forms import slug
from .names import _RANK, NAME_PROPERTIES, Names, key_of, normal, read_names
from .on_demand import TOO_MANY, NamesOnDemand
from .queries import holding_query, id_holding_query, of_kinds

__all__ = ["MANY", "VERY_MANY", "RemoteNames", "names_at", "spellings"]

MANY = 10_000
"""So many names are read at once if need be; where there are more, only where all are asked for."""

VERY_MANY = 300_000
"""So many names an engine can go through for a question; where there are more, each is looked up by its index."""

_ORG = f"PREFIX org: <{PREFIXES['org']}>\n"
_BATCH = 500
_NAMES_AT_ONCE = 25
_EXAMPLES = 40  # entities of a kind among which examples are taken
_SMALL = ("of", "the", "and", "for", "in", "on")


def names_at(source: Source) -> Names:
    """The names of a remote graph: fetched as they are asked for, of few all if need be; very many are looked up."""
    many = _more_than(source, MANY)
    return RemoteNames(source) if many and _more_than(source, VERY_MANY) else NamesOnDemand(source, many)


def _more_than(source: Source, count: int) -> bool:
    clause = values("p", (NamedNode(iri) for iri in NAME_PROPERTIES))
    counted = f"SELECT ?e WHERE {{ {clause} ?e ?p ?name }} LIMIT {count + 1}"
    # Read to its end: what a faulty server sends after the one row is then found out, and said, where answers are read.
    rows = list(source.select_names(f"SELECT (COUNT(*) AS ?n) WHERE {{ {{ {counted} }} }}"))
    number = rows[0][0] if len(rows) == 1 else None
    return isinstance(number, Literal) and number.value.isdecimal() and int(number.value) > count


def spellings(name: str) -> list[str]:
    """The ways in which a name is likely to be written.

    >>> spellings("bank of england")
    ['bank of england', 'Bank of England', 'Bank Of England', 'BANK OF ENGLAND', 'Bank of england']
    """
    words = name.split()
    title = " ".join(w.lower() if w.lower() in _SMALL and i else w.capitalize() for i, w in enumerate(words))
    ways = [name, title, " ".join(w.capitalize() for w in words), name.upper(), name.capitalize(), name.lower()]
    return list(dict.fromkeys(ways))


class _ByIri(dict[str, Entity]):
    """Entities by IRI, fetched when asked for."""

    def __init__(self, names: RemoteNames) -> None:
        super().__init__()
        self._names = names

    def get(self, iri: str, default: Entity | None = None) -> Entity | None:  # type: ignore[override]
        self._names.expect([iri])
        return super().get(iri, default)

    def __contains__(self, iri: object) -> bool:
        return isinstance(iri, str) and self.get(iri) is not None

    def __missing__(self, iri: str) -> Entity:
        self._names.expect([iri])
        return dict(self)[iri]


class RemoteNames(Names):
    """The names of a large graph behind an endpoint, looked up when they are asked for.

    It finds what `Names` finds; only within a set expression or question, accents and punctuation must be as they
    are there.
    """

    looked_up = True

    def __init__(self, source: Source) -> None:
        self._source = source
        self._tried: set[str] = set()
        self._found: dict[str, list[tuple[int, Entity, str]]] = {}
        self.by_iri = _ByIri(self)
        self.longest = 8

    @cached_property
    def entities(self) -> list[Entity]:  # type: ignore[override]
        """All entities: what has a class of the model, or a part in a membership."""
        iris = list(dict.fromkeys(self._all_iris()))
        self.expect(iris)
        return Names(entity for iri in iris if (entity := self.by_iri.get(iri)) is not None).entities

    def _all_iris(self) -> Iterator[str]:
        clause = values("t", (NamedNode(iri) for iri in TYPES))
        for query in (
            f"SELECT DISTINCT ?e WHERE {{ {clause} ?e a ?t }}",
            f"{_ORG}SELECT DISTINCT ?e WHERE {{ {{ ?e org:memberOf ?x }} UNION {{ ?x org:memberOf ?e }} }}",
            f"{_ORG}SELECT DISTINCT ?e WHERE {{ {{ ?x org:member ?e }} UNION {{ ?x org:organization ?e }} }}",
        ):
            yield from (term.value for (term,) in self._source.select_names(query) if isinstance(term, NamedNode))

    def ambiguous(self) -> list[tuple[str, list[Entity]]]:
        """The names of several entities; all are read for it."""
        return Names(self.entities).ambiguous()

    def words(self) -> set[str]:
        """No words: there are too many to read."""
        return set()

    def has_word(self, word: str) -> bool:
        """Whether a word is a name by itself."""
        return bool(self.matches(word))

    def begun(self, text: str, limit: int = 3) -> list[str]:
        """No labels: the engine would have to go through all."""
        return []

    def may_hold(self, word: str) -> bool:
        """Any word may be part of a name."""
        return True

    def expect(self, iris: Iterable[str]) -> None:
        """Fetch entities by IRI, many at once."""
        wanted = [iri for iri in dict.fromkeys(iris) if iri not in self._tried]
        self._tried.update(wanted)
        for start in range(0, len(wanted), _BATCH):
            nodes = [node for iri in wanted[start : start + _BATCH] if (node := node_of_iri(iri)) is not None]
            if nodes:
                self.by_iri.update({entity.iri: entity for entity in read_names(self._source, nodes).entities})

    def find(self, name: str, kinds: Collection[str] = ()) -> Entity:
        """The entity that a name means; see `Names.find`."""
        if not self.matches(name, kinds) and key_of(name):
            # Only now, and only once: the engine has to go through its names.
            self._found[key_of(name)] += self._look_up(f'FILTER(REGEX(STR(?name), {sparql_text(_pattern(name))}, "i"))')
        return super().find(name, kinds)

    def near(self, name: str, kinds: Collection[str] = (), limit: int = 3) -> list[str]:
        """Names close to one that nobody has: of those that begin alike."""
        start = name.lower()[: max(2, len(name) // 3)]
        rows = self._look_up(f"FILTER(STRSTARTS(LCASE(STR(?name)), {sparql_text(start)}))", 500)
        return Names(entity for _, entity, _ in rows).near(name, kinds, limit)

    def more_than(self, count: int) -> bool:
        """Whether the graph has more entities than so many: it has."""
        return True

    def some_of(self, kind: str) -> list[Entity]:
        """Entities of a kind, enough to name some as examples."""
        rows = self._source.select_names(f"SELECT ?e WHERE {{ {of_kinds([kind], _EXAMPLES)} }}")
        iris = sorted(term.value for (term,) in rows if isinstance(term, NamedNode))
        self.expect(iris)
        return [entity for iri in iris if (entity := self.by_iri.get(iri)) is not None and entity.is_a(kind)]

    def holding(self, parts: Sequence[str]) -> list[Entity]:
        """Entities, among which are all that have a name in which these parts of words stand."""
        queries = [holding_query(parts), id_holding_query(parts)]
        rows = [row for query in queries for row in self._source.select_names(prologue(query) + query)]
        iris = [term.value for (term,) in rows if isinstance(term, NamedNode)]
        self.expect(iris)
        return Names(entity for iri in iris if (entity := self.by_iri.get(iri)) is not None).entities

    def where_listed(self, plural: str = "") -> str:
        """Where to look for a name, if it is unknown and nothing is near."""
        return TOO_MANY

    def expect_wordings(self, wordings: Sequence[Sequence[str]]) -> None:
        """Look up all runs of the words of some wordings, many at once."""
        self.expect_names(
            " ".join(words[at:end])
            for words in wordings
            for at in range(len(words))
            for end in range(at + 1, min(len(words), at + self.longest) + 1)
        )

    def expect_names(self, names: Iterable[str]) -> None:
        """Look up names, many at once."""
        wanted = {key_of(name): name for name in names if key_of(name) and key_of(name) not in self._found}
        named = [*wanted.values()]
        for start in range(0, len(named), _NAMES_AT_ONCE):
            self._look_for(named[start : start + _NAMES_AT_ONCE])

    def _entry(self, name: str) -> list[tuple[int, Entity, str]]:
        key = key_of(name)
        if key and key not in self._found:
            self._look_for([name])
        return self._found[key] if key else []

    def _look_for(self, names: Sequence[str]) -> None:
        """Look up names in the spellings that they are likely to have, then as ids."""
        ways = {name: spellings(name) for name in names}
        terms = (
            Literal(way, language=tag or None) for some in ways.values() for way in some for tag in ("", *LANGUAGES)
        )
        found = self._look_up(values("name", terms), 100 * len(names))
        ids = self._of_these_ids(names)
        self.expect(ids.values())
        bare = [
            name
            for name in names
            if name not in ids
            and re.fullmatch(r"[\w-]{2,}", name)
            and not any(written in ways[name] for _, _, written in found)
        ]
        ending = self._ending_in(bare) if bare else []
        self.expect(ending)
        for name in names:
            of_id = [ids[name]] if name in ids else []
            of_id += [iri for iri in ending if name in bare and iri.lower().endswith(_ends(name))]
            entities = [entity for iri in of_id if (entity := self.by_iri.get(iri)) is not None]
            self._found[key_of(name)] = [
                *(entry for entry in found if entry[2] in ways[name]),
                *((_RANK["id"], entity, name) for entity in entities),
            ]

    def _of_these_ids(self, names: Sequence[str]) -> dict[str, str]:
        """The IRIs that names may be the ids of, where the graph says anything of them; most names are no ids."""
        nodes = {name: node for name in names if slug(name) and (node := node_of_iri(iri_of(slug(name)))) is not None}
        asked = [node for node in dict.fromkeys(nodes.values()) if node.value not in self._tried]
        there = {node.value for node in nodes.values() if node.value in self._tried}
        if asked:
            somewhere = "FILTER(EXISTS { ?e ?p ?o } || EXISTS { ?s ?q ?e })"
            rows = list(self._source.select_names(f"SELECT ?e WHERE {{ {values('e', asked)} {somewhere} }}"))
            there |= {term.value for (term,) in rows if isinstance(term, NamedNode)}
            self._tried.update(node.value for node in asked if node.value not in there)
        return {name: node.value for name, node in nodes.items() if node.value in there}

    def _ending_in(self, names: Sequence[str]) -> list[str]:
        """The IRIs of entities whose id one of these names may be."""
        ends = " || ".join(f"STRENDS(LCASE(STR(?e)), {sparql_text(end)})" for name in names for end in _ends(name))
        places = "{ ?e org:memberOf ?x } UNION { ?x org:memberOf ?e } UNION { ?x org:member ?e }"
        classes = values("t", (NamedNode(iri) for iri in TYPES))
        places += f" UNION {{ ?x org:organization ?e }} UNION {{ {classes} ?e a ?t }}"
        query = f"{_ORG}SELECT DISTINCT ?e WHERE {{ {places} FILTER({ends}) }} LIMIT {20 * len(names)}"
        return sorted(term.value for (term,) in self._source.select_names(query) if isinstance(term, NamedNode))

    def _look_up(self, clause: str, limit: int = 100) -> list[tuple[int, Entity, str]]:
        """The entities with a name that a pattern over `?name` finds."""
        properties = values("p", (NamedNode(iri) for iri in NAME_PROPERTIES))
        query = f"SELECT DISTINCT ?e ?p ?name WHERE {{ {properties} {clause} ?e ?p ?name }} LIMIT {limit}"
        rows: list[Sequence[Term | None]] = list(self._source.select_names(query))
        self.expect(term.value for term, _, _ in rows if isinstance(term, NamedNode))
        return [
            (_RANK[NAME_PROPERTIES[predicate.value][0]], entity, name.value)
            for subject, predicate, name in rows
            if isinstance(subject, NamedNode) and isinstance(predicate, NamedNode) and isinstance(name, Literal)
            if (entity := self.by_iri.get(subject.value)) is not None
        ]


def _ends(name: str) -> tuple[str, ...]:
    """How an IRI ends whose id a name is."""
    return tuple(mark + name.lower() for mark in "/#:")


def _pattern(name: str) -> str:
    """A regular expression for a name, whatever its accents and punctuation."""
    words = [
        "".join(f"({'|'.join(_accented(c))})" if _accented(c) else _escaped(c) for c in w) for w in normal(name).split()
    ]
    return "^[^a-z0-9]*" + "[^a-z0-9]+".join(words) + "[^a-z0-9]*$" if words else "^$"


def _escaped(sign: str) -> str:
    return f"[{sign}]" if sign in "+#" else sign


@cache
def _accented(letter: str) -> tuple[str, ...]:
    """A letter and those that are it with an accent, of Latin script; none where there are none."""
    if not ("a" <= letter <= "z"):
        return ()
    found = [c for c in map(chr, (*range(0xE0, 0x180), *range(0x1E00, 0x1F00))) if c.islower() and normal(c) == letter]
    return (letter, *found)
