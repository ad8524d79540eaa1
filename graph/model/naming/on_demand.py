"""Names at an endpoint, fetched as they are asked for: a question about two bodies needs a dozen of a thousand names.

What is fetched for a name is all that could have it, by a test that any engine can make and that leaves nobody out;
whether they have it is then decided here, by the same rules as everywhere. So answers are those of `Names`. What needs
every name (lists, and names that are near to one that nobody has) reads them all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cached_property

from pyoxigraph import Literal, NamedNode

from ...rdf.source import Row, Source, values
from ...rdf.terms import id_of, node_of_iri, text_of, words_of
from ...rdf.together import rows_together
from ..entities import Entity, leading
from .forms import normal
from .names import PARTS, Names, entities_of, key_of, kind_clause, name_clause, name_order, read_names
from .queries import (
    COUNTED_KINDS_QUERY,
    DOUBLED_QUERY,
    KINDS_QUERY,
    LONGEST_WORD,
    UNCLASSED_QUERY,
    begun_query,
    holding_query,
    id_holding_query,
    id_query,
    ids_of_words_query,
    named_query,
    near_names_query,
    near_word_queries,
    of_kinds,
    of_words_query,
    with_word_queries,
)

__all__ = ["TOO_MANY", "NamesOnDemand"]

TOO_MANY = "the graph has too many names to compare it with all; see: blocs search TEXT"
"""What to do about an unknown name to which nothing that was compared comes near."""


_MOST_AT_ONCE = 300  # entities from which on it is cheaper to read all
_BATCH = 1000  # entities that are asked for in one request
_MOST_TIMES = 5  # requests for what nobody had said would be asked for, and questions that are announced
_MOST_WORDS = 10  # words of a name, before it is known which are asked for
_MOST_COMPARED = 500  # entities whose names a name is compared with, of very many
_EXAMPLES = 40  # entities of a kind among which examples are taken, of very many
_MOST_ANNOUNCED = 200  # words of one query: engines make an expression of them
_MOST_WITH_WORD = 50  # entities among which one with a word in its name is looked for


class _ByIri(dict[str, Entity]):
    """Entities by IRI, fetched when asked for; what nothing describes is an entity of no kind."""

    def __init__(self, names: NamesOnDemand) -> None:
        super().__init__()
        self._names = names

    def get(self, iri: str, default: Entity | None = None) -> Entity | None:  # type: ignore[override]
        return self._names.entity(iri) or default

    def __contains__(self, iri: object) -> bool:
        return isinstance(iri, str) and self._names.entity(iri) is not None

    def __missing__(self, iri: str) -> Entity:
        return self._names.entity(iri) or Entity(iri, id_of(iri), words_of(id_of(iri)))


class NamesOnDemand(Names):
    """The names of a graph behind an endpoint: a few at a time, and all once they are needed.

    Parameters
    ----------
    source : Source
        The endpoint.
    many : bool
        Whether the graph has so many names that all are read only where all are wanted.
    """

    def __init__(self, source: Source, many: bool = False) -> None:
        self._source, self._many = source, many
        self._keys: set[str] = set()
        self._announced: list[frozenset[str]] = []
        self._parts: dict[str, bool] = {}
        self._whole: set[str] = set()
        self._sampled: set[str] = set()
        self._tried: set[str] = set()
        self._times = 0
        self._known: set[str] = set()
        self._named: dict[str, list[Row]] = {}
        self._kinds: dict[str, set[str]] = {}
        self._some = Names(())
        self._overview: _Overview | None = None
        self.by_iri = _ByIri(self)

    # All names

    @cached_property
    def _all(self) -> Names:
        return read_names(self._source)

    @property
    def _has_all(self) -> bool:
        return "_all" in self.__dict__

    @property
    def _loaded(self) -> Names:
        return self._all if self._has_all else self._some

    @property
    def entities(self) -> list[Entity]:  # type: ignore[override]
        """Every entity."""
        return self._all.entities

    @property
    def longest(self) -> int:  # type: ignore[override]
        """The most words that a name has, or can have among the words that were announced."""
        return self._loaded.longest if self._has_all or self._announced else _MOST_WORDS

    @property
    def _index(self) -> dict[str, list[tuple[int, Entity, str]]]:  # type: ignore[override]
        return self._all._index

    def with_names(self, named: Iterable[tuple[str, Entity]], demonyms: Iterable[tuple[str, Entity]] = ()) -> Names:
        """The same entities with more names and demonyms; all are read for it."""
        return self._all.with_names(named, demonyms)

    # Some names

    def expect_wordings(self, wordings: Sequence[Sequence[str]]) -> None:
        """Fetch what has a name that is made of some words, in whatever order they are asked for."""
        known = [frozenset(part for word in words for part in normal(word).split()) for words in wordings]
        fresh = [words for words in _together(known) if not self._has_announced(words)]
        if self._has_all or not fresh or (self._announced and self._too_often()):
            return
        signs = {key for words in wordings for key in _runs_of_signs(words) if key not in self._keys}
        queries = [query for words in fresh for query in (of_words_query(words, signs), ids_of_words_query(words))]
        self._find(*queries)
        self._announced += fresh
        self._keys |= signs

    def _has_announced(self, words: frozenset[str]) -> bool:
        return any(words <= earlier for earlier in self._announced)

    def expect_names(self, names: Iterable[str]) -> None:
        """Fetch what can have one of some names."""
        keys = [key for key in dict.fromkeys(map(key_of, names)) if key and not self._knows(key)]
        if self._has_all or not keys:
            return
        self._find(named_query(keys), id_query(keys))
        self._keys.update(keys)

    def expect(self, iris: Iterable[str]) -> None:
        """Fetch entities by IRI, many at once."""
        if self._has_all:
            return
        wanted = [iri for iri in dict.fromkeys(iris) if iri not in self._tried]
        nodes = [node for iri in wanted if (node := node_of_iri(iri)) is not None]
        if len(nodes) > _MOST_AT_ONCE and not self._many:
            _ = self._all
        for start in range(0, len(nodes) if not self._has_all else 0, _BATCH):
            self._fetch(nodes[start : start + _BATCH])
        self._tried.update(wanted)

    def entity(self, iri: str) -> Entity | None:
        """The entity of an IRI; None if the graph has none."""
        if iri not in self._tried and not self._has_all and node_of_iri(iri) is not None and not self._too_often():
            self.expect([iri])
        return self._loaded.by_iri.get(iri)

    def _entry(self, name: str) -> list[tuple[int, Entity, str]]:
        key = key_of(name)
        if key and not self._has_all and not self._knows(key) and not self._too_often():
            self.expect_names([name])
        return self._loaded._entry(name)

    def _knows(self, key: str) -> bool:
        """Whether all has come that can have a name of a key."""
        words = frozenset(key.split()) if normal(key) else frozenset()
        return key in self._keys or (bool(words) and self._has_announced(words))

    def _too_often(self) -> bool:
        """Count a request for what nobody had announced; where that goes on, all is read."""
        self._times += 1
        if self._times > _MOST_TIMES and not self._many:
            _ = self._all
        return self._has_all

    # Words of names

    def may_hold(self, word: str) -> bool:
        """Whether some name of the words that were announced can have this one in it."""
        words = frozenset(normal(word).split())
        if self._has_all or self._has_announced(words):
            return self._loaded.has_word(word)
        return True

    def has_word(self, word: str) -> bool:
        """Whether a word is part of any name."""
        return self._all.has_word(word) if self._has_all else all(map(self._has_part, normal(word).split()))

    def _has_part(self, part: str) -> bool:
        if part not in self._parts and not self._some.has_word(part):
            rows = self._find(*with_word_queries(part, _MOST_WITH_WORD))
            # So many that none of them has it are of another writing; then all are gone through.
            undecided = rows >= _MOST_WITH_WORD and not self._some.has_word(part)
            self._parts[part] = (self._many or self._all.has_word(part)) if undecided else self._some.has_word(part)
        return self._parts.get(part, True)

    def words_like(self, word: str) -> Collection[str]:
        """Words of names, among which are all that begin like this one and differ in one letter at most."""
        if self._has_all:
            return self._all.words()
        short = word.isascii() and len(word) <= LONGEST_WORD
        asked = short and self._find(*near_word_queries(word, _MOST_AT_ONCE)) < _MOST_AT_ONCE
        if asked or self._has_all:
            return self._loaded.words()
        return () if self._many else self._all.words()  # of some that are near, one would seem to be the only one

    def holding(self, parts: Sequence[str]) -> list[Entity]:
        """Entities, among which are all that have a name in which these parts of words stand."""
        if not self._has_all:
            self._find(holding_query(parts), id_holding_query(parts))
        return self._loaded.entities

    # Kinds

    def of_kind(self, kind: str) -> list[Entity]:
        """The entities of a kind."""
        if not self._has_all and self._classed and kind not in self._whole:
            # A member that nothing else is said of may be a state.
            kinds = {kind, "member"} if kind == "state" else {kind}
            self._read(of_kinds(kinds))
            if kinds & PARTS.keys():
                self._unclassed  # noqa: B018  (they are read)
            self._whole.add(kind)
        if self._has_all or not self._classed:
            return self._all.of_kind(kind)
        return self._some.of_kind(kind)

    def kinds(self) -> Counter[str]:
        """How many entities are of each kind, counted where they are."""
        if self._has_all or not self._classed:
            return self._all.kinds()
        found = Counter(self._unclassed)
        for kinds, number in self._ask([COUNTED_KINDS_QUERY])[0]:
            found[leading(text_of(kinds).split())[0]] += int(text_of(number))
        return found

    def more_than(self, count: int) -> bool:
        """Whether the graph has more entities than so many; one that has many names has many entities."""
        return self._many or len(self.entities) > count

    def some_of(self, kind: str) -> list[Entity]:
        """Entities of a kind, enough to name some as examples."""
        if not self._many or self._has_all:
            return self._all.of_kind(kind)
        if kind not in self._sampled:
            self._sampled.add(kind)
            if self._classed:
                self._read(of_kinds([kind], _EXAMPLES))
        return self._some.of_kind(kind)

    @property
    def _classed(self) -> bool:
        """Whether the graph has classes of states and of bodies."""
        self._ask([])
        assert self._overview is not None
        return self._overview.classed

    @cached_property
    def _unclassed(self) -> list[str]:
        """The kinds of what has a name and a part in memberships, but no class; they are read."""
        found: dict[str, set[str]] = {}
        for iri, part in self._ask([UNCLASSED_QUERY])[0]:
            found.setdefault(text_of(iri), set()).add(text_of(part))
        self.expect(found)
        return [leading(parts)[0] for parts in found.values()]

    # Names that are near

    def near(self, name: str, kinds: Collection[str] = (), limit: int = 3) -> list[str]:
        """Names close to one that nobody has; of very many names, those that begin or end like it are compared."""
        if not self._many or self._has_all:
            return self._all.near(name, kinds, limit)
        self._find(near_names_query(name, _MOST_COMPARED))
        return self._some.near(name, kinds, limit)

    def begun(self, text: str, limit: int = 3) -> list[str]:
        """The labels that begin with a text."""
        if not self._many or self._has_all:
            return self._all.begun(text, limit)
        self._find(begun_query(text, _MOST_COMPARED))
        return self._some.begun(text, limit)

    def where_listed(self, plural: str = "") -> str:
        """Where to look for a name, if it is unknown and nothing is near."""
        if not self._many or self._has_all:
            return super().where_listed(plural)
        return TOO_MANY

    # Requests

    def _find(self, *queries: str) -> int:
        """Fetch the entities that some queries find; how many rows they have."""
        found = [text_of(row[0]) for rows in self._ask(queries) for row in rows]
        self.expect(found)
        return len(found)

    def _ask(self, queries: Sequence[str]) -> list[list[Row]]:
        """The rows of some queries; with the first of them goes what must be known of the whole graph."""
        if self._overview is not None:
            return list(rows_together(self._source, queries, names=True))
        *found, kinds, doubled = rows_together(self._source, [*queries, KINDS_QUERY, DOUBLED_QUERY], names=True)
        self._overview = _Overview({"state", "body"} <= {text_of(kind) for (kind,) in kinds})
        self.expect(text_of(iri) for (iri,) in doubled)
        count = Counter(map(id_of, self._kinds))
        self._overview.doubled = {id_ for id_, number in count.items() if number > 1}
        return found

    def _fetch(self, nodes: Sequence[NamedNode]) -> None:
        """Read what the graph says of some things: names, classes, and of what has no class its memberships."""
        self._read(values("e", nodes))
        assert self._overview is not None
        bare = [node for node in nodes if node.value not in self._kinds]
        if self._overview.classed:  # else what is part of a membership is an entity without a name too
            bare = [node for node in bare if node.value in self._named]
        if bare:
            parts = (f"SELECT DISTINCT ?e WHERE {{ {values('e', bare)} {pattern} }}" for pattern in PARTS.values())
            for part, players in zip(PARTS, self._ask(list(parts)), strict=True):
                for (player,) in players:
                    self._kinds.setdefault(text_of(player), set()).add(part)
            self._made()

    def _read(self, clause: str) -> None:
        """Read the names and classes of what a pattern of `?e` finds."""
        said = f"{{ {name_clause()} }} UNION {{ {kind_clause('name')} }}"
        (rows,) = self._ask([f"SELECT ?e ?p ?name WHERE {{ {clause} {said} }}"])
        fresh = {text_of(row[0]) for row in rows if isinstance(row[0], NamedNode)} - self._known
        for row in sorted((row for row in rows if row[1] is not None), key=name_order):
            if isinstance(row[2], Literal) and text_of(row[0]) in fresh:
                self._named.setdefault(text_of(row[0]), []).append(row)
        for iri, place, kind in rows:
            if place is None and text_of(iri) in fresh:
                self._kinds.setdefault(text_of(iri), set()).add(text_of(kind))
        self._known |= fresh
        self._tried |= fresh & self._kinds.keys()
        self._made()

    def _made(self) -> None:
        """Make the entities of what was read."""
        assert self._overview is not None
        self._some = Names(*entities_of(self._named, self._kinds, self._overview.doubled))


class _Overview:
    """What must be known of a whole graph to know one entity of it.

    `classed`: whether it has classes, of states and of bodies. `doubled`: ids that several IRIs end with.
    """

    def __init__(self, classed: bool) -> None:
        self.classed = classed
        self.doubled: set[str] = set()


def _together(wordings: Iterable[frozenset[str]]) -> list[frozenset[str]]:
    """The words of some wordings, as many as one query takes; a longer wording is in none."""
    found: list[frozenset[str]] = []
    for words in wordings:
        if len(words) > _MOST_ANNOUNCED:
            continue
        if found and len(found[-1] | words) <= _MOST_ANNOUNCED:
            found[-1] |= words
        else:
            found.append(words)
    return found


def _runs_of_signs(words: Sequence[str]) -> Iterator[str]:
    """What of some words, in the order in which they stand, is signs alone: such a name is looked for sign by sign."""
    for at in range(len(words)):
        for end in range(at + 1, len(words) + 1):
            if normal(words[end - 1]):
                break
            yield key_of(" ".join(words[at:end]))
