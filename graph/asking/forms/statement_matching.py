"""What is said: the statements of a graph held against the words of a question, by content and not by spelling."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING

from ...frozen import frozen
from ...model.dates import ALWAYS
from ...model.entities import Entity
from ...model.naming.names import Names, normal
from ..language.phrases import PHRASES
from ..language.reading import Reading, expect_names
from ..language.tokens import split

if TYPE_CHECKING:
    from ..vocabulary import Vocabulary

__all__ = [
    "Content",
    "Statement",
    "all_statements",
    "asked_content",
    "expect_names_in",
    "matching",
    "stems_of",
    "word_stem",
]


@frozen
class Content:
    """What is said, without its small words: stems, whether it is denied, and whom it speaks of in which part.

    `mentions` are entities in their order, each with the word that gives it its part ("against", "from", or "").
    """

    stems: tuple[str, ...]
    denied: bool
    mentions: tuple[tuple[str, str], ...]
    bare: bool

    def agrees(self, other: Content) -> bool:
        """Whether these can be said in the words of the other: not its contrary, and nobody in another's part."""
        if self.denied != other.denied:
            return False
        if any(part and (part, who) not in other.mentions for part, who in self.mentions):
            return False
        rest = iter(who for _, who in other.mentions)
        plain = [who for part, who in self.mentions if not part]
        return all(who in rest for who in plain)


_SMALL = frozenset(word.strip() for word in PHRASES["SMALL"].split("/"))


_PARTS = {"against": "against", "from": "from", "side": "side", "with": "with", "out": "from"}


_DENIALS = frozenset(
    ("not", "no", "never", "cannot", "nobody", "none", "nothing", "neither", "nor", "without", "hardly")
)


def asked_content(reading: Reading, start: int, end: int) -> Content | None:
    """The words of a question from a place to another as content; None if they only name somebody."""

    def named(at: int) -> tuple[Entity, int] | None:
        found = _named(reading, start + at)
        return (found[0], found[1] - start) if found is not None and found[1] <= end else None

    content = _content(reading.words[start:end], named)
    return None if content.bare or not content.stems else content


def _named(reading: Reading, at: int) -> tuple[Entity, int] | None:
    """The state or body that is named here, also by its demonym."""
    if reading.words[at] in _SMALL:
        return None
    return next(iter(reading.slot("owner", at)), None)


def _content(words: Sequence[str], entities: Callable[[int], tuple[Entity, int] | None]) -> Content:
    """Words as content; `entities` finds the entity that is named at a place, and where its name ends."""
    stems: dict[str, None] = {}
    mentions: list[tuple[str, str]] = []
    part, at, bare = "", 0, True
    while at < len(words):
        word = words[at]
        part = _PARTS.get(word, part)
        if (named := entities(at)) is not None:
            entity, end = named
            mentions.append((part, entity.iri))
            said = normal(entity.short).split() if end > at + 1 else [word]
            stems |= dict.fromkeys(_stem(one) for one in said)
            part, at = "", end
            continue
        # To be wanted "out of" something is to be excluded from it.
        if word not in _SMALL or (word == "out" and list(words[at + 1 : at + 2]) in (["of"], [])):
            bare = bare and word in _DENIALS
            stems[_stem(word)] = None
        at += 1
    return Content(tuple(stems), bool(_DENIALS & set(words)), tuple(mentions), bare)


@frozen
class Statement:
    """A statement of a graph, the acts that it is, and its names, each to be read as a question is."""

    entity: Entity
    acts: frozenset[str]
    names: tuple[Reading, ...]

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of all words in its names."""
        return frozenset(_stems(self.entity))

    @cached_property
    def contents(self) -> tuple[Content, ...]:
        """Each of its names as it is compared with what a question says."""
        return tuple(_content(name.words, partial(_named, name)) for name in self.names)


def all_statements(vocabulary: Vocabulary) -> tuple[Statement, ...]:
    """All statements of a graph; for `Vocabulary.once`."""
    found = []
    for entity, acts in vocabulary.statements:
        texts = (split(name) for name in (entity.label, *entity.aliases))
        names = tuple(Reading(vocabulary, words, written, ALWAYS) for words, written in texts)
        found.append(Statement(entity, acts, names))
    return tuple(found)


def expect_names_in(vocabulary: Vocabulary, texts: Iterable[Reading]) -> None:
    """Say which names of statements will be read, so that what they name comes over a network at once."""
    if vocabulary.graph.source.remote:
        expect_names(vocabulary.graph.names, [text.words for text in texts])


# Which statements a verb can mean: what somebody proposed he also said, but what he ruled out he did not say.
_MEANT = {"Assertion": ("Assertion", "Assessment", "Proposal")}


def matching(vocabulary: Vocabulary, asked: Content, act: str) -> list[Entity]:
    """The statements of an act that say it: in these words or usual synonyms, and not the contrary."""
    statements = vocabulary.once(all_statements)
    names = vocabulary.graph.names
    if statements:
        names.expect_names(asked.stems)
    # Whom statements speak of is looked up for those alone that have the words.
    worded = [said for said in statements if all(_has(names, said.stems, stem) for stem in asked.stems)]
    expect_names_in(vocabulary, (name for said in worded for name in said.names))
    meant = set(_MEANT.get(act, (act,)))
    return [said.entity for said in worded if said.acts & meant and _says(names, said, asked)]


def _says(names: Names, said: Statement, asked: Content) -> bool:
    """Whether a statement that has the words of what was asked says it."""
    # The names that have most of the words are those that it is said in; one of them must agree.
    shared = [sum(_has(names, frozenset(name.stems), stem) for stem in asked.stems) for name in said.contents]
    best = max(shared)
    closest = [name for name, count in zip(said.contents, shared, strict=True) if count == best]
    whole = [name for name, count in zip(said.contents, shared, strict=True) if count == len(asked.stems)]
    return any(asked.agrees(name) for name in whole or closest) and any(asked.denied == name.denied for name in closest)


def _has(names: Names, stems: frozenset[str], stem: str) -> bool:
    """Whether a word, a usual synonym, or the label of what it names is among some stems."""
    if stem in stems or _SYNONYM_STEMS.get(stem, "") in stems:
        return True
    named = names.matches(stem, ("state", "body"))
    return any(set(map(_stem, normal(entity.label).split())) <= stems for entity in named)


def _stems(entity: Entity) -> Iterator[str]:
    for name in (entity.label, *entity.aliases):
        for word in (*normal(name).split(), *name.casefold().split()):
            yield _stem(word)


def word_stem(word: str) -> str:
    """What a word and its family begin with, a usual synonym taken for the word."""
    stem = _stem(normal(word) or word)
    return _SYNONYM_STEMS.get(stem, stem)


def stems_of(text: str) -> frozenset[str]:
    """The stems of the words of a text, as `word_stem` gives them."""
    return frozenset(word_stem(word) for word in normal(text).split())


def _stem(word: str) -> str:
    """What words of one family begin with: "exclusion", "excluding" and "excluded" are "exclu"."""
    word = word.strip("'’")
    for ending in ("ally", "ly", "ations", "ation", "ision", "sion", "ions", "ion", "ing", "ed", "es", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            word = word[: -len(ending)]
            break
    return word.rstrip("d") if len(word) > 5 else word


_SYNONYMS = {
    "expel": "exclude", "remove": "exclude", "oust": "exclude", "eject": "exclude", "throw": "exclude", "thrown": "exclude", "kick": "exclude",
    "drop": "exclude", "out": "exclude", "expulsion": "exclude", "ouster": "exclude", "removal": "exclude",
    "technology": "technological", "technical": "technological", "fight": "combat", "war": "combat", "create": "organize", "form": "organize", "establish": "organize",
    "stop": "prevent", "stopped": "prevent", "avert": "prevent", "avoid": "prevent", "block": "prevent", "thwart": "prevent",
    "setup": "organize", "assist": "assistance", "aid": "assistance", "help": "assistance", "work": "collaborate",
    "cooperate": "collaborate", "cooperation": "collaborate", "troop": "force", "join": "participation",
    "participate": "participation", "part": "participation", "organise": "organize", "defence": "defense",
}  # fmt: skip


_SYNONYM_STEMS = {_stem(word): _stem(other) for word, other in _SYNONYMS.items()}
