"""What to say of a question that is not understood: the words, the nearest question, and examples that work here."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from ..errors import InvalidRequest, NotUnderstood
from ..model.entities import Entity
from ..model.naming.names import Names, normal
from ..rdf.terms import prologue
from .forms.pacts import asks_of_pacts
from .framing.regional import states_in_region
from .grammar import forms, readings
from .kinds_of_members import kind_of_members
from .language.nouns import EVENT_NOUNS, KINDS
from .language.numerals import MONTHS, NUMBERS
from .language.openings import COURTESIES, OPENINGS
from .language.patterns import vocabulary
from .language.phrases import PHRASES
from .language.reading import FUNCTION_WORDS, classes
from .language.tokens import split
from .logic.logical_form import (
    All,
    Compare,
    Count,
    Entities,
    Exists,
    MemberOf,
    Number,
    Numbered,
    Question,
    RepresentedIn,
    Whether,
)
from .lookup.columns import counted
from .lookup.counts import figure_of
from .lookup.lacking import lacking_dates
from .lookup.yes_or_no import is_so
from .out_of_reach import eras, regions, series
from .sparql.questions import denial, query
from .why import PATTERNS, Connection, asked_why

if TYPE_CHECKING:
    from ..model.graph import Graph
    from ..model.known.regions import Region
    from .vocabulary import Vocabulary

__all__ = ["answerable", "examples", "is_known", "known_words", "refusal"]

_KINDS = {"STATE": "state", "BODY": "body", "EVENT": "event", "PERSON": "person", "OFFICE": "role", "PLACE": "place"}


@cache
def known_words() -> frozenset[str]:
    """Every word of the grammar."""
    known = forms()  # they register what reads each kind of slot
    nodes = [*(classes(name) for name in PHRASES), *(form.node for form in known), *(one.node for one in PATTERNS)]
    tables = " ".join(
        (
            *" ".join((*COURTESIES, *(phrase for phrases in OPENINGS.values() for phrase in phrases))).split(),
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
    """The error for a question that no form reads: what is not understood, and what can be asked instead."""
    graph = vocabulary.graph
    if not words:
        return NotUnderstood(f"nothing was asked; for example: {', '.join(_quoted(answerable(vocabulary, words, 3)))}")
    known = vocabulary.wider.graph
    unknown = [w for w, word in zip(written, words, strict=True) if not is_known(known, word)]
    near: list[str] = []
    if reason := next(_reasons(vocabulary, words, written), ""):
        said = reason
    elif unknown:
        said = f"not understood: {', '.join(repr(word) for word in unknown[:5])}"
        near = _near(graph, unknown[0])
    else:
        rest = " ".join(written[min(furthest, len(words) - 1) :][:8])
        said = f"not understood from {rest!r} on"
    hint = f"; did you mean {' or '.join(near)}?" if near else ""
    offered = answerable(vocabulary, [*words, *" ".join(near[:1]).casefold().split()], 4)
    if not offered:
        return NotUnderstood(f"{said}{hint}; see: blocs ask --help")
    nearest, *others = offered
    more = f"; others: {', '.join(_quoted(others))}" if others else ""
    return NotUnderstood(f"{said}{hint}; the nearest question: {nearest!r}{more}")


def _reasons(vocabulary: Vocabulary, words: Sequence[str], written: Sequence[str]) -> Iterator[str]:
    """Why a question cannot be answered though its words are known: regions, names of several, names of nothing here."""
    if not vocabulary.has_obligations and asks_of_pacts(words):
        yield (
            "this graph does not say what the members of alliances have promised each other; ATOP and COW's alliances do"
            " (blocs import atop, blocs import cow-alliances, and then --store)"
        )
    period = vocabulary.graph.period(None)

    def reads(asked: Sequence[str]) -> bool:
        each = (vocabulary, vocabulary.wider)
        return any(readings(one, *split(" ".join(asked)), period)[0] is not None for one in each)

    def has(region: Region) -> bool:
        return bool(states_in_region(vocabulary, region))

    within = _within_names(vocabulary.wider.graph.names, words)
    yield from regions(words, written, [one.short for one in _usual(vocabulary, "state")[:2]], reads, within, has)
    yield from eras(words, written, reads)
    yield from series(words, _named(vocabulary, words), (period.end or "")[:4])
    names = vocabulary.wider.graph.names
    taken: set[int] = set()
    for length in range(min(len(words), 6), 0, -1):
        for at in range(len(words) - length + 1):
            name, as_written = " ".join(words[at : at + length]), " ".join(written[at : at + length])
            if taken & set(range(at, at + length)) or (length == 1 and name in known_words()):
                continue
            found = names.matches(name)
            if found:
                taken |= set(range(at, at + length))
            if len(found) > 1 and all(entity.kind in ("state", "body", "person", "member") for entity in found):
                yield f"{as_written!r} may be {' or '.join(_told_apart(found)[:4])}; say which"
            elif not found and (listed := _lacking(names, name, written[at], written[at + length - 1])):
                asked = "" if normal(listed) == normal(as_written) else f" ({as_written!r})"
                yield f"this graph has no {listed}{asked}"


def _within_names(names: Names, words: Sequence[str]) -> set[int]:
    """The places of words that stand in a longer name: "American" in "Organization of American States"."""
    return {
        place
        for length in range(min(len(words), 8), 2, -1)
        for at in range(len(words) - length + 1)
        if names.matches(" ".join(words[at : at + length]))
        for place in range(at, at + length)
    }


def _told_apart(found: Sequence[Entity]) -> list[str]:
    """Entities of one name by their labels; by what they are and their ids, where they have one label."""
    labels = list(dict.fromkeys(entity.label for entity in found))
    return labels if len(labels) == len(found) else [f"the {entity.kind} {entity.id}" for entity in found]


def _lacking(names: Names, name: str, *ends: str) -> str:
    """What a name means that the graph does not have; "" where it is no such name. `ends` are its first and last word."""
    listed = _listed_as(name) if all(map(_may_be_name, ends)) else ""
    return "" if normal(listed) in map(normal, names.written_as(listed)) else listed


def _may_be_name(written: str) -> bool:
    word = written.casefold()
    return word not in FUNCTION_WORDS and (len(word) > 3 or written[:1].isupper()) and not word[:1].isdigit()


def _listed_as(name: str) -> str:
    """What a name means that the graph does not have, but the lists of states and bodies do; "" if they do not."""
    from ..model.known.authority import authority
    from ..model.known.bodies import bodies

    match = authority().find(name)
    states = [match.state] if match.state is not None else list(match.candidates)
    return next((label for label in (*(s.label for s in states), *(b.label for b in bodies().find(name)))), "")


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
    if re.fullmatch(r"\d{4}-\d\d-\d\d", graph.as_of):
        shown = shown.replace(" in DATE", " on DATE")

    def name(match: re.Match[str]) -> str:
        if match[0] == "DATE":
            return graph.as_of if graph.as_of[:1].isdigit() else "2001"
        kind = _KINDS[match[0]]
        for entity in (*named, *_usual(vocabulary, kind)):
            if _may_be(vocabulary, entity, kind) and entity.iri not in used:
                used.add(entity.iri)
                return entity.short
        raise KeyError(kind)

    try:
        return "" if "…" in shown else re.sub(r"\b(?:STATE|BODY|EVENT|PERSON|OFFICE|PLACE|DATE)\b", name, shown)
    except KeyError:
        return ""


def _may_be(vocabulary: Vocabulary, entity: Entity, kind: str) -> bool:
    """Whether an entity can stand where one of a kind is shown: for a state whoever is a member, where not all are states."""
    if entity.kind == kind or kind != "state" or vocabulary.graph.source.remote:
        return entity.kind == kind
    return not kind_of_members(vocabulary) and vocabulary.is_member(entity)


def _usual(vocabulary: Vocabulary, kind: str) -> list[Entity]:
    """Entities of a kind, those first that are spoken of: with an abbreviation, in most bodies, known by many names."""
    if kind == "body" and vocabulary.largest_bodies:
        return list(vocabulary.largest_bodies)
    if kind == "state" and vocabulary.largest_members:
        return list(vocabulary.largest_members)
    kept = vocabulary.once(_kept_usual)
    if kind not in kept:
        found = [entity for entity in vocabulary.graph.names.some_of(kind) if entity.kind == kind]
        kept[kind] = sorted(found, key=lambda entity: (not entity.abbreviation, len(entity.short)))[:20]
    return kept[kind]


def _kept_usual(_: Vocabulary) -> dict[str, list[Entity]]:
    return {}


_MORE = (
    "how many states are in BODY", "how many people are in BODY", "how many bodies is STATE in", "which body has the most members",
    "was STATE in BODY in DATE", "who was in BODY in DATE", "when did STATE join BODY", "who is in BODY but not in BODY",
    "how is STATE connected to BODY", "who joined BODY in DATE", "which bodies did STATE join in DATE", "has STATE ever left BODY",
    "who was the last to join BODY", "how long was STATE in BODY", "who was in BODY the longest", "when was BODY founded",
    "which bodies were founded in DATE", "how many states existed in DATE", "who has left BODY", "which is the oldest organization",
    "is BODY older than BODY", "which organization lasted longest", "which states have a defense pact with STATE",
    "does STATE have a nonaggression pact with STATE",
)  # fmt: skip
"""Questions that forms and frames make together, and that no form shows."""


def answerable(vocabulary: Vocabulary, words: Sequence[str], most: int) -> list[str]:
    """Questions like one that was asked, the most like it first, each of which this graph answers.

    A graph that is read from an endpoint is not asked for each: there they are those that it has the names for.
    """
    found: list[str] = []
    for example in islice(_by_nearness(vocabulary, words), _TRIED):
        if vocabulary.graph.source.remote or _is_answered(vocabulary, example):
            found.append(example)
        if len(found) == most:
            break
    return found


_LARGE = 300
"""A graph of more entities is large."""

_TRIED = 25
"""So many questions are tried at most before fewer are offered."""


def _is_answered(vocabulary: Vocabulary, example: str) -> bool:
    """Whether a question has an answer that is more than that nothing is known."""
    tried = vocabulary.once(_tried)
    if example not in tried:
        words, written = split(example)
        period = vocabulary.graph.period(None)
        why = asked_why(
            vocabulary, words, written, period, lambda part, shown: readings(vocabulary, part, shown, period)[0]
        )
        if isinstance(why, Connection):
            tried[example] = why.paths.length is not None
        else:
            found = readings(vocabulary, words, written, period)[0]
            tried[example] = found is not None and _says_something(vocabulary, found)
    return tried[example]


def _says_something(vocabulary: Vocabulary, found: Question) -> bool:
    source = vocabulary.graph.source
    try:
        lacking_dates(vocabulary, found)
    except InvalidRequest:
        return False
    match found:
        case Count(of):
            return _says_something(vocabulary, of)
        case Exists() | All():
            return is_so(vocabulary, found)
        case Compare() | Whether(_, (MemberOf() | Numbered(),)):
            return True
        case Number():
            return bool(figure_of(vocabulary, found).value)
        case Whether(_, (RepresentedIn(),)):
            body = "ASK { ?fact a blocs:NonRepresentation }"
            return source.ask(prologue(body) + body)
        case Whether():
            denied = f"ASK {{ {denial(found)} }}" if denial(found) else ""
            return is_so(vocabulary, found) or bool(denied and source.ask(prologue(denied) + denied))
        case Entities():
            rows = counted(vocabulary, found)
            return bool(rows) if rows is not None else next(iter(source.select(query(found))), None) is not None
    return next(iter(source.select(query(found))), None) is not None


def _all_named(vocabulary: Vocabulary, words: Sequence[str]) -> list[Entity]:
    """Every entity that some of the words are a name of, also one of several."""
    names = vocabulary.wider.graph.names
    found = (
        entity
        for length in range(4, 0, -1)
        for at in range(len(words))
        if length > 1 or words[at] not in FUNCTION_WORDS
        for entity in names.matches(" ".join(words[at : at + length]))
    )
    return list(dict.fromkeys(found))


def _named(vocabulary: Vocabulary, words: Sequence[str]) -> list[Entity]:
    """The bodies that a question names, or else the states."""
    named = [one for one in _all_named(vocabulary, words) if one.kind in ("body", "state")]
    return [one for one in named if one.kind == "body"] or named


def _tried(_: Vocabulary) -> dict[str, bool]:
    return {}


def _by_nearness(vocabulary: Vocabulary, words: Sequence[str]) -> list[str]:
    """Examples with the entities that the question names, the most like it first."""
    from rapidfuzz import fuzz

    text = " ".join(words)
    named = _all_named(vocabulary, words)

    def likeness(example: str) -> float:
        same = sum(entity.short in example for entity in named)
        asked = example.split()[:2] == list(words[:2]) or example.split()[0] == next(iter(words), "")
        return fuzz.token_sort_ratio(text, example.casefold()) + 25 * same + 10 * asked

    # To find how two are connected takes long in a large graph: there it is no question to offer in passing.
    large = vocabulary.graph.names.more_than(_LARGE)
    more = (_example(vocabulary, shown, named) for shown in _MORE if not (large and "connected" in shown))
    return sorted(dict.fromkeys(filter(None, (*examples(vocabulary, named), *more))), key=lambda one: -likeness(one))
