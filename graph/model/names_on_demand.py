"""Names at an endpoint, fetched as they are asked for: a question about two bodies needs a dozen of a thousand names.

What is fetched for a name is all that could have it, by a test that any engine can make and that leaves nobody out;
whether they have it is then decided here, by the same rules as everywhere. So answers are those of `Names`, and what
needs every name (a name that nobody has, lists, questions) still reads them all.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property

from pyoxigraph import Literal, NamedNode

from ..rdf.source import Row, Source, values
from ..rdf.terms import id_of, sparql_term, text_of
from ..rdf.together import rows_together
from .entities import Entity
from .name_forms import normal
from .names import PARTS, Names, entities_of, key_of, kind_clause, name_clause, name_order, read_names

__all__ = ["NamesOnDemand"]

_MOST_AT_ONCE = 300  # entities from which on it is cheaper to read all
_MOST_TIMES = 5  # requests for what nobody had said would be asked for
_MOST_WORDS = 10  # words of which any run may be a name


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
        return self._names.entity(iri) or Entity(iri, id_of(iri), id_of(iri).replace("-", " "))


class NamesOnDemand(Names):
    """The names of a graph behind an endpoint: a few at a time, and all once they are needed.

    Parameters
    ----------
    source : Source
        The endpoint.
    """

    def __init__(self, source: Source) -> None:
        self._source = source
        self._keys: set[str] = set()
        self._tried: set[str] = set()
        self._times = 0
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
    def entities(self) -> list[Entity]:  # type: ignore[override]
        """Every entity."""
        return self._all.entities

    @property
    def longest(self) -> int:  # type: ignore[override]
        """The most words that a name has, or can have among the words that were announced."""
        return self._all.longest if self._has_all else _MOST_WORDS

    @property
    def _index(self) -> dict[str, list[tuple[int, Entity, str]]]:  # type: ignore[override]
        return self._all._index

    def with_names(self, named: Iterable[tuple[str, Entity]], demonyms: Iterable[tuple[str, Entity]] = ()) -> Names:
        """The same entities with more names and demonyms; all are read for it."""
        return self._all.with_names(named, demonyms)

    # Some names

    def expect_words(self, words: Sequence[str]) -> None:
        """Fetch what any run of some words can be the name of."""
        if len(words) > _MOST_WORDS:
            _ = self._all
        else:
            super().expect_words(words)

    def expect_names(self, names: Iterable[str]) -> None:
        """Fetch what can have one of some names."""
        keys = [key for key in dict.fromkeys(map(key_of, names)) if key and key not in self._keys]
        if self._has_all or not keys:
            return
        named, identified = self._ask([_named_query(keys), _id_query(keys)])
        self.expect(text_of(row[0]) for row in (*named, *identified))
        self._keys.update(keys)

    def expect(self, iris: Iterable[str]) -> None:
        """Fetch entities by IRI, many at once."""
        if self._has_all:
            return
        wanted = [iri for iri in dict.fromkeys(iris) if iri not in self._tried]
        nodes = [node for iri in wanted if (node := _node(iri)) is not None]
        if len(nodes) > _MOST_AT_ONCE:
            _ = self._all
        elif nodes:
            self._fetch(nodes)
        self._tried.update(wanted)

    def entity(self, iri: str) -> Entity | None:
        """The entity of an IRI; None if the graph has none."""
        if iri not in self._tried and not self._has_all and _node(iri) is not None and not self._too_often():
            self.expect([iri])
        return (self._all if self._has_all else self._some).by_iri.get(iri)

    def _entry(self, name: str) -> list[tuple[int, Entity, str]]:
        if key_of(name) not in self._keys and not self._has_all and not self._too_often():
            self.expect_names([name])
        return (self._all if self._has_all else self._some)._entry(name)

    def _too_often(self) -> bool:
        """Count a request for what nobody had announced; where that goes on, all is read."""
        self._times += 1
        if self._times > _MOST_TIMES:
            _ = self._all
        return self._has_all

    # Requests

    def _ask(self, queries: Sequence[str]) -> list[list[Row]]:
        """The rows of some queries; with the first of them goes what must be known of the whole graph."""
        if self._overview is not None:
            return list(rows_together(self._source, queries))
        *found, kinds, doubled = rows_together(self._source, [*queries, _KINDS_QUERY, _DOUBLED_QUERY])
        self._overview = _Overview({"state", "body"} <= {text_of(kind) for (kind,) in kinds})
        self.expect(text_of(iri) for (iri,) in doubled)
        count = Counter(map(id_of, self._kinds))
        self._overview.doubled = {id_ for id_, number in count.items() if number > 1}
        return found

    def _fetch(self, nodes: Sequence[NamedNode]) -> None:
        """Read what the graph says of some things: names, classes, and of what has no class its memberships."""
        clause = f"{{ {name_clause()} }} UNION {{ {kind_clause('name')} }}"
        (rows,) = self._ask([f"SELECT ?e ?p ?name WHERE {{ {values('e', nodes)} {clause} }}"])
        assert self._overview is not None
        for row in sorted((row for row in rows if row[1] is not None), key=name_order):
            if isinstance(row[2], Literal):
                self._named.setdefault(text_of(row[0]), []).append(row)
        for iri, place, kind in rows:
            if place is None:
                self._kinds.setdefault(text_of(iri), set()).add(text_of(kind))
        bare = [node for node in nodes if node.value not in self._kinds]
        if self._overview.classed:  # else what is part of a membership is an entity without a name too
            bare = [node for node in bare if node.value in self._named]
        if bare:
            parts = (f"SELECT DISTINCT ?e WHERE {{ {values('e', bare)} {pattern} }}" for pattern in PARTS.values())
            for part, players in zip(PARTS, self._ask(list(parts)), strict=True):
                for (player,) in players:
                    self._kinds.setdefault(text_of(player), set()).add(part)
        self._some = Names(*entities_of(self._named, self._kinds, self._overview.doubled))


class _Overview:
    """What must be known of a whole graph to know one entity of it.

    `classed`: whether it has classes, of states and of bodies. `doubled`: ids that several IRIs end with.
    """

    def __init__(self, classed: bool) -> None:
        self.classed = classed
        self.doubled: set[str] = set()


# Queries

_BEYOND = "[^ -~]"  # what is not of ASCII, also where an engine compares bytes
_ENTITIES = f"{{ {name_clause()} }} UNION {{ {kind_clause()} }} UNION {' UNION '.join(PARTS.values())}"
_KINDS_QUERY = f"SELECT DISTINCT ?kind WHERE {{ {kind_clause()} }}"
_LAST = 'REPLACE(REPLACE(STR(?e), "[/#]+$", ""), "^.*[/#:]", "")'
_EACH = f"{{ SELECT DISTINCT ?e WHERE {{ {_ENTITIES} }} }}"
_DOUBLED_QUERY = (
    "SELECT DISTINCT ?e WHERE {"
    f" {{ SELECT ?last WHERE {{ {_EACH} BIND({_LAST} AS ?last) }} GROUP BY ?last HAVING(COUNT(?e) > 1) }}"
    f" {_EACH} FILTER({_LAST} = ?last) }}"
)
_FROM_BEYOND, _TO_BEYOND = r"[^ -~][\\s\\S]*$", r"^[\\s\\S]*[^ -~]"
_TO_LAST = r"^[\\s\\S]*([/#:]|[^ -~])"
_LATIN = (
    "[\u00aa-\u02e3\u1d2c-\u1ef9\u2071-\u217f\u249c-\u24e9\u2c7c-\u2c7d\u3250-\u33ff\ua7f2-\ua7f4\ufb00-\ufb06"
    "\uff21-\uff5a\U000107a5\U0001d400-\U0001d7ff\U0001f100-\U0001f190]"
)
"""Signs of which `normal` makes letters of ASCII, and others; where an engine compares bytes, more of them."""


def _named_query(keys: Sequence[str]) -> str:
    """The query for what may have a name of one of these keys, and maybe more.

    A name of ASCII has it if their letters and digits are the same. Of another one those before the first sign beyond
    ASCII and those behind the last must be, and of such signs alone there must be some that stand for letters of ASCII.
    """
    tests, around = [], dict[str, list[str]]()
    for key in keys:
        stripped = _text(_stripped(key))
        if not normal(key):  # signs alone
            tests.append(f'(?key = "" && CONTAINS(STR(?name), {_text(key)}))')
            continue
        tests.append(f"?key = {stripped}")
        latin = key.isascii() and re.search("[a-z]", key) is not None
        condition = f'(?key != "" || REGEX(STR(?name), "{_LATIN}"))' if latin else "true"
        around.setdefault(condition, []).append(f"(STRSTARTS({stripped}, ?head) && STRENDS({stripped}, ?tail))")
    beyond = " || ".join(f"({condition} && ({' || '.join(some)}))" for condition, some in around.items()) or "false"
    return (
        f"SELECT DISTINCT ?e WHERE {{ {name_clause()} BIND({_strip('STR(?name)')} AS ?key)"
        f" BIND({_strip(_cut(_FROM_BEYOND))} AS ?head) BIND({_strip(_cut(_TO_BEYOND))} AS ?tail)"
        f' FILTER({" || ".join(tests)} || (REGEX(STR(?name), "{_BEYOND}") && ({beyond}))) }}'
    )


def _id_query(keys: Sequence[str]) -> str:
    """The query for what may have an id of one of these keys: the end of its IRI."""
    tests = " || ".join(
        f"(STRENDS({key}, ?last) && (STRENDS(?whole, {key}) || REGEX(STR(?e), {_text(_BEYOND)})))"
        for key in dict.fromkeys(_text(_stripped(key)) for key in keys)
    )
    last = f'REPLACE(REPLACE(STR(?e), "[/#]+$", ""), "{_TO_LAST}", "")'
    return (
        f"SELECT ?e WHERE {{ {{ SELECT DISTINCT ?e WHERE {{ {_ENTITIES} }} }}"
        f" BIND({_strip(last)} AS ?last) BIND({_strip('STR(?e)')} AS ?whole) FILTER({tests}) }}"
    )


def _strip(text: str) -> str:
    """The expression for the letters and digits of ASCII in a text."""
    return f'REPLACE(LCASE({text}), "[^a-z0-9]+", "")'


def _cut(pattern: str) -> str:
    return f'REPLACE(STR(?name), "{pattern}", "")'


def _stripped(key: str) -> str:
    return re.sub("[^a-z0-9]+", "", key)


def _text(text: str) -> str:
    return sparql_term(Literal(text))


def _node(iri: str) -> NamedNode | None:
    try:
        return NamedNode(iri)
    except ValueError:
        return None
