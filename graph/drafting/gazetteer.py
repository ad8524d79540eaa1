"""Names that are known before a text is read: states, bodies and whatever else a graph names.

One automaton over words finds them all: of the names that begin at a word, the longest. Where a name is of several
things, those of the graph that was given come first.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from ..rdf.terms import slug
from ..resources import resource
from .words import Word, words_of

if TYPE_CHECKING:
    from ..model.graph import Graph

__all__ = ["Gazetteer", "Named", "gazetteer"]


@dataclass(frozen=True, slots=True)
class Named:
    """Something with a name.

    `kind` is one of the model's kinds, or "territory". `known` is whether a graph that was given has it already.
    """

    id: str
    label: str
    kind: str
    abbreviation: str = ""
    code: str = ""
    demonym: str = ""
    known: bool = False


@dataclass(frozen=True, slots=True)
class Name:
    """What a name means, and how: by its "name", as a "demonym", or as the "capital" of a state."""

    what: Named
    how: str = "name"


_NOT_ALONE = frozenset({"us", "al", "can", "pc", "nc", "acs", "eco", "ioc", "ec", "quad", "america", "congo", "guinea"})
"""Names that are words in lower case: they count only as they are written, in capitals."""


class Gazetteer:
    """Names, found in words.

    >>> names = Gazetteer()
    >>> names.add("South Sudan", Named("south-sudan", "South Sudan", "state"))
    >>> names.add("Sudan", Named("sudan", "Sudan", "state"))
    >>> [(name.what.id, end) for _, end, name in names.find(words_of("in South Sudan and Sudan"))]
    [('south-sudan', 3), ('sudan', 5)]
    """

    def __init__(self) -> None:
        self._root: dict[str, dict] = {}  # type: ignore[type-arg]

    def add(self, text: str, what: Named, how: str = "name") -> None:
        """Add a name; what has it already keeps it."""
        words = [word.low for word in words_of(text)]
        if words and words[0] == "the" and words[1:] and words != ["the", "hague"]:
            words = words[1:]
        node = self._root
        for word in words:
            node = node.setdefault(word, {})
        if words and "" not in node:
            node[""] = {"name": Name(what, how), "upper": text.isupper() and len(text) <= 5}

    def find(self, words: Sequence[Word]) -> Iterator[tuple[int, int, Name]]:
        """The names in some words, from left to right, none in another: where each begins and ends, what it means."""
        at = 0
        while at < len(words):
            best = self.longest(words, at)
            if best is None:
                at += 1
                continue
            end, name = best
            yield at, end, name
            at = end

    def longest(self, words: Sequence[Word], at: int) -> tuple[int, Name] | None:
        """The longest name that begins at a word; a name begins with a capital letter or a figure."""
        if not (words[at].text[0].isupper() or words[at].low in ("eurozone", "euro")):
            return None
        node, end, best = self._root, at, None
        while end < len(words) and (step := node.get(words[end].low)) is not None:
            node, end = step, end + 1
            if (found := node.get("")) is not None and _written(words[at:end], found["upper"]):
                best = end, found["name"]
        return best


def _written(words: Sequence[Word], upper: bool) -> bool:
    """Whether a name is written as one: an abbreviation in capitals."""
    return not upper or len(words) > 1 or words[0].text.isupper() or any(c.isupper() for c in words[0].text[1:])


def gazetteer(graph: Graph | None = None) -> Gazetteer:
    """The names of a graph, then those of the lists of states and bodies."""
    names = Gazetteer()
    if graph is not None:
        for what, texts in _of_graph(graph):
            for text, how in texts:
                names.add(text, what, how)
    for what, texts in _listed():
        for text, how in texts:
            names.add(text, what, how)
    return names


_FROM_GRAPH = ("state", "body", "person", "place")


def _of_graph(graph: Graph) -> Iterator[tuple[Named, list[tuple[str, str]]]]:
    demonyms: dict[str, list[str]] = {}
    for entity, demonym in graph.names.demonyms:
        demonyms.setdefault(entity.iri, []).append(demonym)
    for entity in graph.names.entities:
        if entity.kind not in _FROM_GRAPH:
            continue
        what = Named(
            entity.iri,
            entity.label,
            entity.kind,
            entity.abbreviation,
            entity.codes.get("iso3", ""),
            next(iter(demonyms.get(entity.iri, [])), ""),
            True,
        )
        texts = [(text, "name") for text in (entity.label, entity.abbreviation, *entity.aliases) if text]
        yield what, [*texts, *((text, "demonym") for text in demonyms.get(entity.iri, []))]


@cache
def _listed() -> tuple[tuple[Named, list[tuple[str, str]]], ...]:
    return (*_states(), *_bodies())


def _rows(name: str) -> Iterable[dict[str, str]]:
    text = resource("data", "drafting", name).read_text(encoding="utf-8")
    return csv.DictReader(text.splitlines())


_TERRITORIES = frozenset(
    "ASM AIA ATA ABW BMU BVT VGB CYM CXR CCK CUW FLK FRO GUF PYF ATF GIB GRL GLP GUM GGY HMD HKG IMN JEY MAC MTQ MYT"
    " MSR NCL NFK MNP PCN PRI REU BLM SHN MAF SPM SXM SGS SJM TKL TCA UMI VIR WLF ALA ESH BES IOT COK NIU".split()
)


def _states() -> Iterator[tuple[Named, list[tuple[str, str]]]]:
    capitals = []
    for row in _rows("states.csv"):
        kind = "territory" if row["iso3"] in _TERRITORIES else "state"
        demonyms = [text for text in row["demonyms"].split("|") if text]
        what = Named(slug(row["name"]), row["name"], kind, "", row["iso3"], next(iter(demonyms), ""))
        texts = [(text, "name") for text in (row["name"], *row["aliases"].split("|")) if text]
        yield what, [*texts, *((text, "demonym") for text in demonyms)]
        capitals += [(what, [(text, "capital") for text in row["capitals"].split("|") if text])]
    yield from capitals  # last: Singapore is a state before it is a capital


def _bodies() -> Iterator[tuple[Named, list[tuple[str, str]]]]:
    for row in _rows("bodies.csv"):
        short = row["abbreviation"]
        what = Named(slug(short or row["name"]), row["name"], "body", short if short != row["name"] else "")
        yield what, [(text, "name") for text in (short, row["name"], *row["aliases"].split("|")) if text]
