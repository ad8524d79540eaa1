"""Names: from what people type to the entity they mean, and what they may have meant instead.

An entity is found by its id, label, abbreviation, alias, code or demonym, whatever the case, accents and
punctuation. One name of several entities is an error that lists them, unless the kind decides.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from copy import copy
from functools import cached_property

from pyoxigraph import Literal, NamedNode

from ...errors import InvalidRequest, UnknownName
from ...rdf.languages import language_order
from ...rdf.source import Row, Source, values
from ...rdf.terms import PREFIXES, id_of, prologue, text_of, words_of
from ..entities import KINDS, TYPES, Entity, leading
from .forms import as_written, normal, with_signs

__all__ = ["NAME_PROPERTIES", "Names", "in_order", "normal", "read_entities", "read_names"]

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


def key_of(name: str) -> str:
    """What a name is looked up by: a name of signs alone is its own key."""
    return normal(name) or name.strip()


_Entry = tuple[int, Entity, str]


def by_signs(name: str, entries: list[_Entry]) -> list[_Entry]:
    """Of the entries of several entities, those whose name has the same signs, if any: "50% Club", "50 Club".

    Of names that differ only in what parts words, "Alpha Pact" and "Alpha-Pact", the one that is written so is meant.
    """
    if len(entries) < 2 or all(entity is entries[0][1] for _, entity, _ in entries):
        return entries
    wanted = normal(with_signs(name))
    alike = [entry for entry in entries if normal(with_signs(entry[2])) == wanted] or entries
    written = as_written(name)
    return [entry for entry in alike if as_written(entry[2]) == written] or alike


class _ByIri(dict[str, Entity]):
    """Entities by IRI; what a fact names and nothing describes is an entity too, of no kind."""

    def __missing__(self, iri: str) -> Entity:
        return Entity(iri, id_of(iri), words_of(id_of(iri)))


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
        self.entities = in_order(entities)
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

    def known(self, iris: Iterable[str]) -> list[Entity]:
        """The entities of some IRIs, in their order, without those that the graph does not describe.

        >>> import blocs
        >>> [entity.id for entity in blocs.load().names.known(["https://w3id.org/blocs/id/cst", "http://x.org/none"])]
        ['cst']
        """
        asked = list(iris)
        self.expect(asked)
        return [self.by_iri[iri] for iri in asked if iri in self.by_iri]

    def _add(self, name: str, how: str, entity: Entity) -> None:
        key = key_of(name)
        if key:
            self._index.setdefault(key, []).append((_RANK[how], entity, name))
            words = max(key.count(" ") + 1, len(name.split()))
            if words > self.longest:
                self.longest = words

    def expect_names(self, names: Iterable[str]) -> None:
        """Say which names will be looked for, so that those that are not loaded come at once."""

    def expect_words(self, words: Sequence[str]) -> None:
        """Say in which words names will be looked for: any run of them may be one."""
        self.expect_wordings([words])

    def expect_wordings(self, wordings: Sequence[Sequence[str]]) -> None:
        """Say in which words names will be looked for, of which there are several wordings."""

    def _entry(self, name: str) -> list[tuple[int, Entity, str]]:
        """Whose a name is: how good a match each is, the entity, and the name as the graph writes it."""
        return by_signs(name, self._index.get(key_of(name), []))

    def with_names(self, named: Iterable[tuple[str, Entity]], demonyms: Iterable[tuple[str, Entity]] = ()) -> Names:
        """The same entities with more names and demonyms."""
        wider = copy(self)
        wider.__dict__.pop("_words", None)
        wider._index = {key: [*entry] for key, entry in self._index.items()}
        for name, entity in named:
            wider._add(name, _ALIAS, entity)
        for name, entity in demonyms:
            wider._add(name, _DEMONYM, entity)
        return wider

    def matches(self, name: str, kinds: Collection[str] = ()) -> list[Entity]:
        """The entities that a name can mean, only the best kind of match; none where nothing has it."""
        written = name.strip()
        # An id beats a label where it is the id that is written: "Delta Forum" may as well be the label of another.
        found = [
            (rank or _RANK[_LABEL] * (written != e.id), e)
            for rank, e, _ in self._entry(name)
            if not kinds or e.is_a(*kinds)
        ]
        best = min((rank for rank, _ in found), default=0)
        return list(dict.fromkeys(e for rank, e in found if rank == best))

    def ambiguous(self) -> list[tuple[str, list[Entity]]]:
        """The names of several entities, as one of them writes it: by such a name nobody knows which is meant."""
        found = []
        for entry in self._told_apart():
            least = max(_RANK[_LABEL], min(rank for rank, _, _ in entry))
            bearers = list(dict.fromkeys(entity for rank, entity, _ in entry if rank <= least))
            # Two states may well share a demonym.
            if len(bearers) > 1 and least < _RANK[_DEMONYM]:
                written = max((one for one in entry if one[0] <= least), key=lambda one: one[0])[2]
                found.append((written, bearers))
        return sorted(found, key=lambda each: each[0])

    def _told_apart(self) -> Iterator[list[_Entry]]:
        """Whose each name is, as it is looked up: names that differ in a sign are several."""
        for entries in self._index.values():
            if len(entries) < 2:
                yield entries
                continue
            signs: dict[str, list[_Entry]] = {}
            for entry in entries:
                signs.setdefault(normal(with_signs(entry[2])), []).append(entry)
            yield from signs.values()

    def is_demonym(self, name: str) -> bool:
        """Whether a name is only ever a demonym ("Russian")."""
        entry = self._entry(name)
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
            raise UnknownName(name, kind, self.near(name, kinds), self.where_listed())
        if len(found) > 1:
            from ...amounts import shortened

            ids = shortened((entity.id for entity in found), 6)
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
        entries = self._entry(name)
        return min(entries, key=lambda entry: entry[0] or len(_RANK))[2] if entries else name

    def written_as(self, name: str) -> list[str]:
        """The ways in which the graph writes a name; none if it does not have it.

        >>> import blocs
        >>> blocs.load().names.written_as("guuam")
        ['guuam', 'GUUAM']
        """
        return list(dict.fromkeys(written for _, _, written in self._entry(name)))

    def words(self) -> set[str]:
        """Every word of every name, as `normal` writes it."""
        return {word for key in self._index for word in key.split()}

    def has_word(self, word: str) -> bool:
        """Whether a word is part of any name."""
        return all(part in self._words for part in normal(word).split())

    def more_than(self, count: int) -> bool:
        """Whether the graph has more entities than so many."""
        return len(self.entities) > count

    def of_kind(self, kind: str) -> list[Entity]:
        """The entities of a kind, in the order of `entities`; a body is none of the states, though it may be a member.

        >>> import blocs
        >>> [entity.id for entity in blocs.load().names.of_kind("person")]
        ['azerbaijan-defense-minister', 'cis-security-council-general-secretary', 'sergei-ivanov']
        """
        return [e for e in self.entities if e.is_a(kind) and not (kind == "state" and e.is_a("body"))]

    def kinds(self) -> Counter[str]:
        """How many entities are of each kind, by the first of their kinds.

        >>> import blocs
        >>> blocs.load().names.kinds()["state"]
        12
        """
        return Counter(entity.kind for entity in self.entities)

    def some_of(self, kind: str) -> list[Entity]:
        """Entities of a kind, enough to name some as examples."""
        return self.of_kind(kind)

    def where_listed(self, plural: str = "") -> str:
        """Where to look for a name, if it is unknown and nothing is near."""
        return f"see: blocs list {plural}".rstrip()

    def words_like(self, word: str) -> Collection[str]:
        """Words of names, among which are all that begin like this one and differ in one letter at most."""
        return self.words()

    def holding(self, parts: Sequence[str]) -> list[Entity]:
        """Entities, among which are all that have a name in which these parts of words stand."""
        return self.entities

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


def in_order(entities: Iterable[Entity]) -> list[Entity]:
    """Entities by kind and id."""
    return sorted(entities, key=lambda entity: (_PLACES.get(entity.kind, len(_PLACES)), entity.id))


def read_names(source: Source, only: Sequence[NamedNode] | None = None) -> Names:
    """Read every entity of a source (or `only` these) with its names and kind."""
    return Names(*read_entities(source, only))


def read_entities(
    source: Source, only: Sequence[NamedNode] | None = None
) -> tuple[list[Entity], list[tuple[Entity, str]]]:
    """The entities of a source (or `only` these), and their demonyms."""
    named = _read_named(source, only)
    kinds = _kinds(source, only)
    parts = _kinds_by_part(source, [NamedNode(iri) for iri in named if iri not in kinds])
    return entities_of(named, kinds | parts)


def entities_of(
    named: Mapping[str, Sequence[Row]], kinds: Mapping[str, Collection[str]], doubled: Collection[str] = ()
) -> tuple[list[Entity], list[tuple[Entity, str]]]:
    """Entities and their demonyms, made of what a graph says of them.

    Parameters
    ----------
    named : mapping
        The names by IRI: rows of the IRI, the place of the property in `NAME_PROPERTIES`, and the name, in the order
        of `name_order`.
    kinds : mapping
        The kinds by IRI; what has none is no entity.
    doubled : collection of str
        Ids that several entities of the graph end with, also such as are not here.
    """
    # Where two IRIs end alike, their ids are the IRIs themselves.
    ends = Counter(dict.fromkeys(doubled, 2))
    ends.update(map(id_of, kinds))
    entities, demonyms = [], []
    for iri, played in kinds.items():
        by_how: dict[str, list[str]] = {}
        codes: dict[str, str] = {}
        for _, place, name in named.get(iri, ()):
            how, code = _PROPERTIES[text_of(place)]
            by_how.setdefault(how, []).append(text_of(name))
            if code:
                codes[code] = by_how[how][-1]
        own = id_of(iri)
        entity = _entity(iri, own if ends[own] == 1 else iri, leading(played), by_how, codes)
        entities.append(entity)
        demonyms += [(entity, name) for name in by_how.get(_DEMONYM, [])]
    return entities, demonyms


def _entity(
    iri: str, id_: str, kinds: Sequence[str], names: Mapping[str, Sequence[str]], codes: dict[str, str]
) -> Entity:
    labels = sorted(names.get(_LABEL, []))
    label = names[_LABEL][0] if labels else words_of(id_of(iri))
    abbreviation = (names.get(_ABBREVIATION) or [""])[0]
    aliases = [*labels, *names.get(_ALIAS, []), *names.get(_ABBREVIATION, [])]
    others = tuple(dict.fromkeys(name for name in aliases if name not in (label, abbreviation)))
    return Entity(iri, id_, label, kinds[0], abbreviation, others, codes, tuple(kinds))


_PROPERTIES = {str(place): kept for place, kept in enumerate(NAME_PROPERTIES.values())}
_PLACES = {kind: place for place, kind in enumerate(KINDS)}


def _read_named(source: Source, only: Sequence[NamedNode] | None) -> dict[str, list[Row]]:
    """The names of each thing, best first."""
    rows = source.select_names(f"SELECT ?e ?p ?name WHERE {{ {_among(only)}{name_clause()} }}")
    named: dict[str, list[Row]] = {}
    # Engines give rows in any order; the label that we choose must not depend on it.
    for row in sorted(rows, key=name_order):
        if isinstance(row[0], NamedNode) and isinstance(row[2], Literal):
            named.setdefault(row[0].value, []).append(row)
    return named


def name_clause() -> str:
    """The pattern of `?e` with its `?name` and the place `?p` of the property in `NAME_PROPERTIES`."""
    # A number is written over and over, and is shorter than an IRI.
    places = " ".join(f'(<{iri}> "{place}")' for place, iri in enumerate(NAME_PROPERTIES))
    return f"VALUES (?property ?p) {{ {places} }} ?e ?property ?name"


def name_order(row: Row) -> tuple[tuple[int, str], int, bool, tuple[int, str, str], str]:
    """English and untagged names come first, and of them skos:prefLabel; the others stay as names to be found by."""
    name = row[2]
    language = (name.language or "") if isinstance(name, Literal) else ""
    order = language_order(language)
    return order[:2], int(text_of(row[1])), language.lower() != "en", order, str(name)


def _among(only: Sequence[NamedNode] | None) -> str:
    return "" if only is None else values("e", only) + " "


def _kinds(source: Source, only: Sequence[NamedNode] | None = None) -> dict[str, set[str]]:
    """The kinds of each entity: from its classes, or else from the parts it plays in memberships."""
    found: dict[str, set[str]] = {}
    for subject, kind in source.select_names(f"SELECT ?e ?kind WHERE {{ {_among(only)}{kind_clause()} }}"):
        if isinstance(subject, NamedNode):
            found.setdefault(subject.value, set()).add(text_of(kind))
    if not {"state", "body"} <= {kind for kinds in found.values() for kind in kinds}:  # a graph without classes
        found = _kinds_by_part(source, only) | found
    return found


def kind_clause(variable: str = "kind") -> str:
    """The pattern of `?e` with the kind that a class of it stands for."""
    kinds = " ".join(f'(<{iri}> "{kind}")' for iri, kind in TYPES.items())
    return f"VALUES (?type ?{variable}) {{ {kinds} }} ?e a ?type"


PARTS = {
    "body": "{ ?m org:memberOf ?e } UNION { ?m org:organization ?e } UNION { ?m org:postIn ?e }",
    "member": "{ ?e org:memberOf ?b } UNION { ?m org:member ?e } UNION { ?m org:heldBy ?e }",
}
"""The kind of what has no class: what has members or posts is a body, a member or holder of a post may be anybody."""


def _kinds_by_part(source: Source, only: Sequence[NamedNode] | None = None) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    if only is not None and not only:
        return found
    asked = only if only is None or len(only) <= _LISTED else None
    for kind, pattern in PARTS.items():
        body = f"SELECT DISTINCT ?e WHERE {{ {_among(asked)}{pattern} }}"
        for (subject,) in source.select_names(prologue(body) + body):
            if isinstance(subject, NamedNode):
                found.setdefault(subject.value, set()).add(kind)
    if only is None or asked is not None:
        return found
    wanted = {node.value for node in only}
    return {iri: kinds for iri, kinds in found.items() if iri in wanted}


_LISTED = 1000
"""So many entities at most are named in a query; of more, all are read."""
