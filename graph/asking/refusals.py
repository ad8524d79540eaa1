"""What to say of a question that is not understood: the words, the nearest question, and examples that work here."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from ..errors import InvalidRequest
from ..model.entities import Entity
from ..model.names import normal
from .grammar import forms
from .language.patterns import vocabulary
from .language.phrases import COURTESIES, EVENT_NOUNS, KINDS, MONTHS, NUMBERS, PHRASES
from .language.reading import FUNCTION_WORDS, classes

if TYPE_CHECKING:
    from ..model.graph import Graph
    from .vocabulary import Vocabulary

__all__ = ["NotUnderstood", "examples", "is_known", "known_words", "refusal"]

_KINDS = {"STATE": "state", "BODY": "body", "EVENT": "event", "PERSON": "person", "OFFICE": "role", "PLACE": "place"}


class NotUnderstood(InvalidRequest):
    """A question that no form reads."""


@cache
def known_words() -> frozenset[str]:
    """Every word of the grammar."""
    nodes = [*(classes(name) for name in PHRASES), *(form.node for form in forms())]
    tables = " ".join(
        (
            *" ".join(COURTESIES).split(),
            *KINDS,
            *NUMBERS,
            *MONTHS,
            *EVENT_NOUNS,
            *FUNCTION_WORDS,
            "nor neither both either least most than",
        )
    )
    return frozenset((*vocabulary(nodes), *tables.split()))


def refusal(vocabulary: Vocabulary, words: Sequence[str], written: Sequence[str], furthest: int) -> NotUnderstood:
    """The error for a question that no form reads: which words are unknown, and what can be asked instead."""
    graph = vocabulary.graph
    if not words:
        return NotUnderstood(f"nothing was asked; for example: {', '.join(_quoted(examples(vocabulary)[:3]))}")
    unknown = [w for w, word in zip(written, words, strict=True) if not is_known(graph, word)]
    if unknown:
        said = f"not understood: {', '.join(repr(word) for word in unknown[:5])}"
        near = _near(graph, unknown[0])
    else:
        rest = " ".join(written[min(furthest, len(words) - 1) :][:8])
        said, near = f"not understood from {rest!r} on", []
    hint = f"; did you mean {' or '.join(near)}?" if near else ""
    nearest, *others = _by_nearness(vocabulary, [*words, *" ".join(near[:1]).casefold().split()])
    return NotUnderstood(f"{said}{hint}; the nearest question: {nearest!r}; others: {', '.join(_quoted(others[:3]))}")


def _near(graph: Graph, word: str) -> list[str]:
    """Names that may have been meant by a word: it begins them, has their letters, or nearly so."""
    from rapidfuzz.distance import OSA

    if len(word) > 40:
        return []
    if len(word) >= 4 and (begun := graph.names.begun(word)):
        return begun

    def similar(name: str) -> bool:
        written, known = normal(word), normal(name)
        return sorted(written) == sorted(known) or OSA.normalized_similarity(written, known) >= 0.7

    return [name for name in graph.names.near(word) if similar(name)]


def _quoted(texts: Sequence[str]) -> Iterator[str]:
    return (f'"{text}"' for text in texts)


def is_known(graph: Graph, word: str) -> bool:
    """Whether a word is one of the grammar, or part of a name."""
    return word in known_words() or word[:1].isdigit() or graph.names.has_word(word)


def examples(vocabulary: Vocabulary, named: Sequence[Entity] = ()) -> list[str]:
    """Questions that can be answered on a graph: every form that the graph has names for, of these entities first."""
    found = []
    for form in forms():
        if form.shown and (example := _example(vocabulary, form.shown, named)):
            found.append(example)
    return found


def _example(vocabulary: Vocabulary, shown: str, named: Sequence[Entity]) -> str:
    graph, used = vocabulary.graph, set[str]()

    def name(match: re.Match[str]) -> str:
        if match[0] == "DATE":
            return graph.as_of if graph.as_of[:1].isdigit() else "2001"
        kind = _KINDS[match[0]]
        for entity in (*named, *_usual(vocabulary, kind)):
            if entity.kind == kind and entity.iri not in used:
                used.add(entity.iri)
                return entity.short
        raise KeyError(kind)

    try:
        return "" if "…" in shown else re.sub(r"\b(?:STATE|BODY|EVENT|PERSON|OFFICE|PLACE|DATE)\b", name, shown)
    except KeyError:
        return ""


def _usual(vocabulary: Vocabulary, kind: str) -> list[Entity]:
    """Entities of a kind, those with an abbreviation first: they are the ones that are spoken of."""
    if kind == "body" and vocabulary.largest_bodies:
        return list(vocabulary.largest_bodies)
    found = [entity for entity in vocabulary.graph.names.entities if entity.kind == kind]
    return sorted(found, key=lambda entity: (not entity.abbreviation, len(entity.short)))[:20]


def _by_nearness(vocabulary: Vocabulary, words: Sequence[str]) -> list[str]:
    """Examples with the entities that the question names, the most like it first."""
    from rapidfuzz import fuzz

    text = " ".join(words)
    named = [
        e
        for n in range(4, 0, -1)
        for i in range(len(words))
        for e in vocabulary.graph.names.matches(" ".join(words[i : i + n]))
    ]
    ranked = sorted(examples(vocabulary, named), key=lambda example: -fuzz.token_sort_ratio(text, example.casefold()))
    return list(dict.fromkeys(ranked)) or ["list the members of BODY"]
