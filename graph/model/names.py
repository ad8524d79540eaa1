"""Names: from what people type to the entity they mean, and what they may have meant instead.

An entity is found by its id, label, abbreviation, alias, code or demonym, whatever the case, accents and
punctuation. One name of several entities is an error that lists them, unless the kind decides.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from copy import copy
from functools import cached_property

from pyoxigraph import Literal, NamedNode

from ..errors import InvalidRequest, UnknownName
from ..rdf.source import Row, Source, values
from ..rdf.terms import PREFIXES, id_of, text_of
from .entities import KINDS, TYPES, Entity
from .name_forms import normal

__all__ = ["NAME_PROPERTIES", "Names", "normal", "read_names"]

_LABEL, _ALIAS, _ABBREVIATION, _DEMONYM, _CODE = "label", "alias", "abbreviation", "demonym", "code"

NAME_PROPERTIES: dict[str, tuple[str, str]] = {
    PREFIXES["skos"] + "prefLabel": (_LABEL, ""),
    PREFIXES["rdfs"] + "label": (_LABEL, ""),
    PREFIXES["schema"] + "name": (_LABEL, ""),
    "http://schema.org/name": (_LABEL, ""),
    "http://xmlns.com/foaf/0.1/name": (_LABEL, ""),
    PREFIXES["skos"] + "altLabel": (_ALIAS, ""),
    PREFIXES["schema"] + "alternateName": (_ALIAS, ""),
    "http://schema.org/alternateName": (_ALIAS, ""),
    PREFIXES["blocs"] + "abbreviation": (_ABBREVIATION, ""),
    PREFIXES["blocs"] + "demonym": (_DEMONYM, ""),
    PREFIXES["blocs"] + "iso3": (_CODE, "iso3"),
    PREFIXES["blocs"] + "cowCode": (_CODE, "cow"),
    PREFIXES["blocs"] + "cowAbbreviation": (_CODE, "cowAbbreviation"),
    PREFIXES["skos"] + "notation": (_CODE, "notation"),
}

# How good a match a kind of name is: an id beats a label, a label an alias, an alias a demonym.
_RANK = {"id": 0, _LABEL: 1, _ABBREVIATION: 1, _CODE: 2, _ALIAS: 2, _DEMONYM: 3}


def _key(name: str) -> str:
    """What a name is looked up by: a name of signs alone is its own key."""
    return normal(name) or name.strip()


class _ByIri(dict[str, Entity]):
    """Entities by IRI; what a fact names and nothing describes is an entity too, of no kind."""

    def __missing__(self, iri: str) -> Entity:
        return Entity(iri, id_of(iri), id_of(iri).replace("-", " "))


class Names:
    """All entities of a graph, by every name they have.

    >>> import blocs
    >>> names = blocs.load().names
    >>> names.find("collective security treaty").id, names.find("RUS").label
    ('cst', 'Russia')
    >>> names.find("CTS")
    Traceback (most recent call last):
    ...
    blocs.UnknownName: unknown entity 'CTS'; did you mean CST?
    """

    looked_up = False
    """Whether each name is looked up over a network, so that no name should be tried in vain."""
    elsewhere: Callable[[str, Collection[str]], list[Entity]] | None = None
    """Where a name that the graph does not have is looked up; see `well_known`."""

    def __init__(self, entities: Iterable[Entity], demonyms: Iterable[tuple[Entity, str]] = ()) -> None:
        self.entities = sorted(entities, key=lambda e: (list(KINDS).index(e.kind) if e.kind in KINDS else 99, e.id))
        self.by_iri: dict[str, Entity] = _ByIri((entity.iri, entity) for entity in self.entities)
        self._index: dict[str, list[tuple[int, Entity, str]]] = {}
        self.longest = 1
        for entity in self.entities:
            self._add(entity.id, "id", entity)
            self._add(entity.label, _LABEL, entity)
            self._add(entity.abbreviation, _ABBREVIATION, entity)
            for alias in entity.aliases:
                self._add(alias, _ALIAS, entity)
            for code in entity.codes.values():
                self._add(code, _CODE, entity)
        for entity, demonym in demonyms:
            self._add(demonym, _DEMONYM, entity)

    def expect(self, iris: Iterable[str]) -> None:
        """Say which entities will be asked for by IRI, so that names that are not loaded come at once."""

    def _add(self, name: str, how: str, entity: Entity) -> None:
        key = _key(name)
        if key:
            self._index.setdefault(key, []).append((_RANK[how], entity, name))
            self.longest = max(self.longest, key.count(" ") + 1, len(name.split()))

    def with_names(self, named: Iterable[tuple[str, Entity]]) -> Names:
        """The same entities with more names."""
        wider = copy(self)
        wider.__dict__.pop("_words", None)
        wider._index = {key: [*entry] for key, entry in self._index.items()}
        for name, entity in named:
            wider._add(name, _ALIAS, entity)
        return wider

    def matches(self, name: str, kinds: Collection[str] = ()) -> list[Entity]:
        """The entities that a name can mean, only the best kind of match; none where nothing has it."""
        entry = self._index.get(_key(name), [])
        found = [(rank, e) for rank, e, _ in entry if not kinds or e.is_a(*kinds)]
        best = min((rank for rank, _ in found), default=0)
        return list(dict.fromkeys(e for rank, e in found if rank == best))

    def ambiguous(self) -> list[tuple[str, list[Entity]]]:
        """The names of several entities, as one of them writes it: by such a name nobody knows which is meant."""
        found = []
        for entry in self._index.values():
            least = max(_RANK[_LABEL], min(rank for rank, _, _ in entry))
            bearers = list(dict.fromkeys(entity for rank, entity, _ in entry if rank <= least))
            # Two states may well share a demonym.
            if len(bearers) > 1 and least < _RANK[_DEMONYM]:
                found.append((next(name for rank, _, name in entry if rank == least), bearers))
        return sorted(found, key=lambda each: each[0])

    def is_demonym(self, name: str) -> bool:
        """Whether a name is only ever a demonym ("Russian")."""
        entry = self._index.get(_key(name), [])
        return bool(entry) and all(rank == _RANK[_DEMONYM] for rank, _, _ in entry)

    def find(self, name: str, kinds: Collection[str] = ()) -> Entity:
        """The entity that a name means, of one of the kinds where any are given; an IRI is a name too.

        Raises UnknownName with near names, or InvalidRequest where the name is of several entities.
        """
        if (entity := self.by_iri.get(name.strip("<>"))) is not None:
            return entity
        found = self.matches(name, kinds) or self.matches(name)
        if not found and self.elsewhere is not None:
            found = self.elsewhere(name, kinds)
        if not found:
            kind = " or ".join(kinds) or "entity"
            raise UnknownName(name, kind, self.near(name, kinds), "see: blocs list")
        if len(found) > 1:
            ids = ", ".join(entity.id for entity in found[:6])
            raise InvalidRequest(f"{name!r} is the name of {len(found)} entities; say which by id: {ids}")
        if kinds and not found[0].is_a(*kinds):
            wanted = " or ".join(kinds)
            way_out = f"see: blocs list {KINDS.get(wanted, '')}".rstrip()
            raise InvalidRequest(f"{found[0].label} is a {' and a '.join(found[0].kinds)}, not a {wanted}; {way_out}")
        return found[0]

    def written(self, name: str) -> str:
        """A name as the graph writes it, where it has it; else as it is.

        >>> import blocs
        >>> blocs.load().names.written("guuam"), blocs.load().names.written("nato")
        ('GUUAM', 'nato')
        """
        entries = self._index.get(_key(name), [])
        return min(entries, key=lambda entry: entry[0] or len(_RANK))[2] if entries else name

    def written_as(self, name: str) -> list[str]:
        """The ways in which the graph writes a name; none if it does not have it.

        >>> import blocs
        >>> blocs.load().names.written_as("guuam")
        ['guuam', 'GUUAM']
        """
        return list(dict.fromkeys(written for _, _, written in self._index.get(_key(name), [])))

    def words(self) -> set[str]:
        """Every word of every name, as `normal` writes it."""
        return {word for key in self._index for word in key.split()}

    def has_word(self, word: str) -> bool:
        """Whether a word is part of any name."""
        return all(part in self._words for part in normal(word).split())

    def may_hold(self, word: str) -> bool:
        """Whether some name can have this word in it; a yes may be wrong if not all names are loaded."""
        return self.has_word(word)

    @cached_property
    def _words(self) -> set[str]:
        return self.words()

    def begun(self, text: str, limit: int = 3) -> list[str]:
        """The labels that begin with a text.

        >>> import blocs
        >>> blocs.load().names.begun("Geor")
        ['Georgia']
        """
        start = normal(text)
        return [entity.label for entity in self.entities if start and normal(entity.label).startswith(start)][:limit]

    def near(self, name: str, kinds: Collection[str] = (), limit: int = 3) -> list[str]:
        """Names close to one that nobody has, best first, one for each entity.

        >>> import blocs
        >>> blocs.load().names.near("Kazahkstan")
        ['Kazakhstan']
        """
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        key = normal(name)
        similar = process.extract(
            key, self._index.keys(), scorer=OSA.normalized_similarity, score_cutoff=0.6, limit=limit * 4
        )
        # The same letters in another order is the likelier slip: "CTS" is CST rather than CIS.
        scored = [(score + 0.2 * (sorted(key) == sorted(other)), other) for other, score, _ in similar]
        best = max(scored, default=(0.0, ""))[0]
        near = [other for score, other in sorted(scored, reverse=True) if score >= best - 0.15]
        found: dict[str, str] = {}
        for candidate in near:
            # A name is offered as people write it: "CST", and the id only where it has no other name.
            _, entity, written = min(self._index[candidate], key=lambda entry: entry[0] or len(_RANK))
            if not kinds or entity.is_a(*kinds):
                found.setdefault(entity.iri, written)
        return list(found.values())[:limit]


def read_names(source: Source, only: Sequence[NamedNode] | None = None) -> Names:
    """Read every entity of a source (or `only` these) with its names and kind."""
    named: dict[str, dict[str, list[str]]] = {}
    codes: dict[str, dict[str, str]] = {}
    clause = _among(only) + values("p", (NamedNode(iri) for iri in NAME_PROPERTIES))
    rows = source.select(f"SELECT ?e ?p ?name WHERE {{ {clause} ?e ?p ?name }}")
    # Engines give rows in any order; the label that we choose must not depend on it.
    for subject, predicate, name in sorted(rows, key=_name_order):
        if not isinstance(subject, NamedNode) or not isinstance(name, Literal):
            continue
        assert isinstance(predicate, NamedNode)
        how, code = NAME_PROPERTIES[predicate.value]
        named.setdefault(subject.value, {}).setdefault(how, []).append(name.value)
        if code:
            codes.setdefault(subject.value, {})[code] = name.value
    kinds = _kinds(source, only)
    parts = _kinds_by_part(source, [NamedNode(iri) for iri in named if iri not in kinds])
    kinds |= {iri: sorted(played, key=list(KINDS).index) for iri, played in parts.items()}
    entities, demonyms = [], []
    for iri, played in kinds.items():
        texts_by = named.get(iri, {})
        labels = sorted(texts_by.get(_LABEL, []))
        label = texts_by[_LABEL][0] if labels else id_of(iri).replace("-", " ")
        abbreviation = (texts_by.get(_ABBREVIATION) or [""])[0]
        aliases = [*labels, *texts_by.get(_ALIAS, []), *texts_by.get(_ABBREVIATION, [])]
        others = tuple(dict.fromkeys(name for name in aliases if name not in (label, abbreviation)))
        entity = Entity(iri, id_of(iri), label, played[0], abbreviation, others, codes.get(iri, {}), tuple(played))
        entities.append(entity)
        demonyms += [(entity, demonym) for demonym in texts_by.get(_DEMONYM, [])]
    return Names(_with_unique_ids(entities), demonyms)


_ORDER = {iri: number for number, iri in enumerate(NAME_PROPERTIES)}


def _name_order(row: Row) -> tuple[int, int, bool, str]:
    """English and untagged names come first, and of them skos:prefLabel; the others stay as names to be found by."""
    name = row[2]
    language = (name.language or "") if isinstance(name, Literal) else ""
    foreign = 0 if language in ("", "en") or language.startswith("en-") else 1 if language == "mul" else 2
    return foreign, _ORDER.get(text_of(row[1]), 99), language != "en", str(name)


def _among(only: Sequence[NamedNode] | None) -> str:
    return "" if only is None else values("e", only) + " "


def _kinds(source: Source, only: Sequence[NamedNode] | None = None) -> dict[str, list[str]]:
    """The kinds of each entity: from its classes, or else from the parts it plays in memberships."""
    found: dict[str, set[str]] = {}
    clause = _among(only) + values("t", (NamedNode(iri) for iri in TYPES))
    for subject, kind_class in source.select(f"SELECT ?e ?t WHERE {{ {clause} ?e a ?t }}"):
        if isinstance(subject, NamedNode) and isinstance(kind_class, NamedNode):
            found.setdefault(subject.value, set()).add(TYPES[kind_class.value])
    if not {"state", "body"} <= {kind for kinds in found.values() for kind in kinds}:  # a graph without classes
        found = _kinds_by_part(source, only) | found
    return {iri: sorted(kinds, key=list(KINDS).index) for iri, kinds in found.items()}


def _kinds_by_part(source: Source, only: Sequence[NamedNode] | None = None) -> dict[str, set[str]]:
    """The kind of what has no class: what has members is a body, what is a member may be anybody."""
    found: dict[str, set[str]] = {}
    if only is not None and not only:
        return found
    asked = only if only is None or len(only) <= _LISTED else None
    for path, kind in (
        ("{ ?m org:memberOf ?e } UNION { ?m org:organization ?e }", "body"),
        ("{ ?e org:memberOf ?b } UNION { ?m org:member ?e }", "member"),
    ):
        body = f"SELECT DISTINCT ?e WHERE {{ {_among(asked)}{path} }}"
        for (subject,) in source.select(f"PREFIX org: <{PREFIXES['org']}> {body}"):
            if isinstance(subject, NamedNode):
                found.setdefault(subject.value, set()).add(kind)
    if only is None or asked is not None:
        return found
    wanted = {node.value for node in only}
    return {iri: kinds for iri, kinds in found.items() if iri in wanted}


_LISTED = 1000
"""So many entities at most are named in a query; of more, all are read."""


def _with_unique_ids(entities: list[Entity]) -> list[Entity]:
    """Where two IRIs end alike, their ids are the IRIs themselves."""
    count: dict[str, int] = {}
    for entity in entities:
        count[entity.id] = count.get(entity.id, 0) + 1
    from dataclasses import replace

    return [entity if count[entity.id] == 1 else replace(entity, id=entity.iri) for entity in entities]
