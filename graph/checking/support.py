"""Quotes that do not support the fact that cites them: they name neither of the things that it is about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from pyoxigraph import Literal, NamedNode

from ..model.known.authority import authority
from ..model.naming.forms import normal
from ..rdf.source import Source, values
from ..rdf.terms import Term, prologue
from ..rdf.together import rows_together
from .finding import WARNING, Finding, shown

__all__ = ["unsupported"]

_ENDS = (
    ("org:Membership", "org:member", "org:organization"),
    ("blocs:NonMembership", "org:member", "org:organization"),
    ("org:Post", "org:heldBy", "org:postIn"),
    ("blocs:SigningShare", "blocs:signatory", "blocs:documents"),
    ("blocs:NonRepresentation", "blocs:represented", "blocs:in"),
)
_NAMES = "(skos:prefLabel|rdfs:label|skos:altLabel|blocs:abbreviation|blocs:demonym)"
_ANY_QUOTE = "ASK { ?quote oa:exact ?words }"
_MANY = 200  # entities in one query

_POINTING = re.compile(
    r"\b(?:it|its|they|them|their|both|neither|either|which|who|whose|this|these|those|he|she|his|her|all|none|each"
    r"|the (?:\w+ ){0,2}(?:alliance|bloc|union|organi[sz]ation|council|community|association|pact|group|grouping|league"
    r"|treaty|club|forum|body|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|countries|states|country|state"
    r"|nation|nations|members|member|others|former|latter))\b",
    re.IGNORECASE,
)
"""Words that stand for a name that the text has given before."""


def unsupported(source: Source, texts: Mapping[str, Sequence[str]]) -> Iterator[Finding]:
    """Stated facts whose quotes name neither end, by name, alias, abbreviation, demonym, capital or pronoun.

    Parameters
    ----------
    source : Source
        The graph.
    texts : mapping of str to sequence of str
        The paragraphs of texts by the IRI of their source, in which a better place is looked for.

    Yields
    ------
    Finding
    """
    # A table gives no quotes, and an engine says so at once.
    if not source.ask(prologue(_ANY_QUOTE) + _ANY_QUOTE):
        return
    queries = [
        f"SELECT ?fact ?one ?other ?words ?origin {{ ?fact a {kind} ; {one} ?one ; {other} ?other ;"
        " blocs:basis blocs:stated ; blocs:evidence ?quote . ?quote oa:exact ?words ."
        " OPTIONAL { ?quote dcterms:source ?origin } }"
        for kind, one, other in _ENDS
    ]
    by_kind: list[dict[tuple[Term, Term, Term], list[tuple[str, str]]]] = []
    for rows in rows_together(source, queries):
        by_kind.append({})
        for fact, first, second, words, origin in sorted(rows, key=str):
            if fact is None or first is None or second is None or not isinstance(words, Literal):
                continue
            where = origin.value if isinstance(origin, NamedNode) else ""
            by_kind[-1].setdefault((fact, first, second), []).append((words.value, where))
    named = _names(source, {end for quotes in by_kind for key in quotes for end in key[1:]})
    for quotes in by_kind:
        for (fact, first, second), given in quotes.items():
            ends = [named.get(first, ()), named.get(second, ())]
            joined = " ".join(words for words, _ in given)
            if not all(ends) or any(_says(joined, names) for names in ends) or _POINTING.search(joined):
                continue
            what = f"The quote names neither {ends[0][0]} nor {ends[1][0]}."
            yield Finding(WARNING, shown(fact), what, _way_out(ends, {origin for _, origin in given}, texts))


def _names(source: Source, entities: Iterable[Term]) -> dict[Term, tuple[str, ...]]:
    """Every name of some entities, the label first; of states also those of the list that comes with blocs."""
    found: dict[Term, list[str]] = {}
    nodes = sorted((entity for entity in entities if isinstance(entity, NamedNode)), key=str)
    for at in range(0, len(nodes), _MANY):
        clause = values("e", nodes[at : at + _MANY])
        body = f"SELECT ?e ?name ?label {{ {clause} ?e {_NAMES} ?name OPTIONAL {{ ?e skos:prefLabel ?label }} }}"
        for entity, name, label in sorted(source.select(prologue(body) + body), key=str):
            if entity is not None and isinstance(name, Literal):
                names = found.setdefault(entity, [label.value] if isinstance(label, Literal) else [])
                names.append(name.value)
    for names in found.values():
        state = authority().find(names[0]).state
        if state is not None:
            names += [*state.aliases, *state.demonyms, *state.capitals]
    return {entity: tuple(dict.fromkeys(names)) for entity, names in found.items()}


def _says(text: str, names: Sequence[str]) -> bool:
    words = f" {normal(text)} "
    if any(f" {normal(name)} " in words for name in names):
        return True
    # "CIS Defense Ministers' Council" may be called the council, Sergei Ivanov just Ivanov.
    last = normal(names[0]).split()[-1:]
    return bool(last) and len(last[0]) > 3 and f" {last[0]} " in words


def _way_out(ends: Sequence[Sequence[str]], origins: Iterable[str], texts: Mapping[str, Sequence[str]]) -> str:
    for origin in sorted(origins):
        for number, paragraph in enumerate(texts.get(origin, ()), 1):
            for sentence in re.split(r"(?<=[.!?])\s+", paragraph):
                if all(_says(sentence, names) for names in ends):
                    return f"Paragraph {number} names both: “{' '.join(sentence.split())[:200]}”."
    return "Quote the words that say it, or correct the fact."
