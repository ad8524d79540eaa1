"""Names that are known before a text is read: states, bodies and whatever else a graph names.

One automaton over words finds them all: of the names that begin at a word, the longest. Where a name is of several
things, those of the graph that was given come first.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from ..model.known.authority import authority
from ..model.known.bodies import Body, bodies
from ..model.naming.forms import normal, slug
from ..resources import resource
from .words import Word, words_of

if TYPE_CHECKING:
    from ..model.graph import Graph

__all__ = ["Gazetteer", "Named", "gazetteer", "of_two_states"]


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
    aliases: tuple[str, ...] = ()


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

    def add(self, text: str, what: Named, how: str = "name", loose: bool = False) -> None:
        """Add a name; what has it already keeps it. A `loose` name may begin with a small letter."""
        words = _steps(words_of(text))
        if words and words[0] == "the" and words[1:] and words != ["the", "hague"]:
            words = words[1:]
        node = self._root
        for word in words:
            node = node.setdefault(word, {})
        upper = text.isupper() and len(text) <= 5
        if words and upper and "" in node and not node[""]["upper"]:
            node.setdefault("<capitals>", {"name": Name(what, how)})  # "GUAM" is not "Guam"
        elif words and "" not in node:
            node[""] = {"name": Name(what, how), "upper": upper, "loose": loose}

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
        """The longest name that begins at a word; most begin with a capital letter."""
        small = not (words[at].text[0].isupper() or words[at].low in ("eurozone", "euro"))
        node, end, best = self._root, at, None
        while end < len(words):
            if end > at and words[end].low == "the" and words[end - 1].low in _BEFORE_THE and end + 1 < len(words):
                end += 1
            if (step := node.get(_step(words[end].low))) is None:
                break
            node, end = step, end + 1
            if (
                (found := node.get("")) is not None
                and (found["loose"] or not small)
                and _written(words[at:end], found["upper"])
            ):
                shouted = node.get("<capitals>") if all(word.text.isupper() for word in words[at:end]) else None
                best = end, (shouted or found)["name"]
        return best


_SAME = {"st": "saint", "st.": "saint", "&": "and"}
"""Words of names that are written in two ways."""
_BEFORE_THE = frozenset(("of", "and", "&", "for"))
"""After these, names have "the" or not: "the Democratic Republic of (the) Congo"."""


_DOTTED = re.compile(r"(?:[a-z]\.){2,}")


def _step(low: str) -> str:
    """A word of a name in the one way in which it is compared: "U.S." is "US"."""
    return low.replace(".", "") if _DOTTED.fullmatch(low) else _SAME.get(low, low)


def _steps(words: Sequence[Word]) -> list[str]:
    """The words of a name in the one way in which they are compared."""
    found: list[str] = []
    for word in words:
        if not (word.low == "the" and found and found[-1] in _BEFORE_THE):
            found.append(_step(word.low))
    return found


def _written(words: Sequence[Word], upper: bool) -> bool:
    """Whether a name is written as one: an abbreviation in capitals."""
    return not upper or len(words) > 1 or words[0].text.isupper() or any(c.isupper() for c in words[0].text[1:])


def gazetteer(graph: Graph | None = None) -> Gazetteer:
    """The names of a graph, then those of the lists of states, territories and bodies.

    What a graph has already, by the code, label or abbreviation that a list has for it, keeps the graph's id with all
    the names of the list.
    """
    return _of_lists() if graph is None else _with_lists(graph)


@cache
def _of_lists() -> Gazetteer:
    """The names of the lists alone, the same for every text."""
    names = Gazetteer()
    for listed, texts in _listed():
        for text, how in texts:
            names.add(text, listed, how)
    return names


def _with_lists(graph: Graph) -> Gazetteer:
    names = Gazetteer()
    known: dict[str, Named] = {}
    for what, texts in _of_graph(graph):
        for text in texts:
            names.add(text, what, loose=len(text.split()) > 2)
        for key in (what.code, what.abbreviation, what.label):
            if key:
                known.setdefault(f"{what.kind} {normal(key)}", what)
    for listed, texts_of in _listed():
        keys = (listed.code, listed.abbreviation, listed.label)
        what = next((known[k] for key in keys if key and (k := f"{listed.kind} {normal(key)}") in known), listed)
        for text, how in texts_of:
            names.add(text, what, how)
    return names


@cache
def of_two_states(text: str) -> bool:
    """Whether a name is also those of two states of today: "Serbia and Montenegro"."""
    one, joined, other = text.partition(" and ")
    return bool(joined) and all(authority().find(part).candidates for part in (one, other))


_FROM_GRAPH = ("state", "body", "person", "place")


def _of_graph(graph: Graph) -> Iterator[tuple[Named, list[str]]]:
    for entity in graph.names.entities:
        if entity.kind in _FROM_GRAPH:
            code = entity.codes.get("iso3", "")
            what = Named(entity.iri, entity.label, entity.kind, entity.abbreviation, code, known=True)
            texts = [text for text in (entity.label, entity.abbreviation, *entity.aliases) if text]
            # "Russian Defense Minister Sergei Ivanov" is an office and a name: the sentence is to say both.
            yield what, [t for t in texts if what.kind != "person" or not any(o != t and o in t for o in texts)]


_Texts = list[tuple[str, str]]


@cache
def _listed() -> tuple[tuple[Named, _Texts], ...]:
    return (*_states(), *_territories(), *_bodies())


def _states() -> Iterator[tuple[Named, _Texts]]:
    """The states of the list: names of today first, then former ones, adjectives and capitals."""
    later: list[tuple[Named, _Texts]] = []
    states = authority().states
    for state in states:
        own = {name.text for name in state.names if not name.hidden}
        mine = tuple(text for text in sorted(own) if authority().find(text).candidates == (state,))
        what = Named(
            state.id,
            state.label,
            "state",
            "",
            next(iter(state.codes.get("iso3", ())), ""),
            next(iter(state.demonyms), ""),
            aliases=tuple(text for text in mine if text != state.label),
        )
        # "Tunis" and "Santo Domingo", by which states have been called too, are cities in a text.
        names = [n for n in state.names if not n.hidden and n.text not in state.capitals]
        yield what, [(n.text, "name") for n in names if n.current or n.usually_meant]
        former = [n.text for n in names if not n.current]
        later.append((what, [(text, "name") for text in former]))
        later.append((what, [(text, "demonym") for text in state.demonyms]))
        later.append((what, [(text, "capital") for text in state.capitals]))
    yield from sorted(later, key=lambda entry: entry[1][:1] != [] and _ORDER[entry[1][0][1]])


_ORDER = {"name": 0, "demonym": 1, "capital": 2}


def _rows(name: str) -> Iterable[dict[str, str]]:
    text = resource("data", "drafting", name).read_text(encoding="utf-8")
    return csv.DictReader(text.splitlines())


def _territories() -> Iterator[tuple[Named, _Texts]]:
    for row in _rows("territories.csv"):
        what = Named(slug(row["name"]), row["name"], "territory")
        texts = [(text, "name") for text in (row["name"], *row["aliases"].split("|")) if text]
        yield what, [*texts, *((text, "demonym") for text in row["demonyms"].split("|") if text)]


def _bodies() -> Iterator[tuple[Named, _Texts]]:
    """The bodies of the list, with further names, and further bodies, that texts often have."""
    listed = {body.id: body for body in bodies().bodies}
    by_name = {body.label.lower(): body for body in listed.values()}
    by_short = {body.abbreviation: body for body in listed.values() if len(bodies().find(body.abbreviation)) == 1}
    for row in _rows("bodies.csv"):
        texts = [text for text in (row["abbreviation"], row["name"], *row["aliases"].split("|")) if text]
        if (body := by_name.get(row["name"].lower()) or by_short.get(row["abbreviation"])) is not None:
            yield _listed_body(body), [(text, "name") for text in texts]
        else:
            short = row["abbreviation"]
            what = Named(slug(short or row["name"]), row["name"], "body", short if short != row["name"] else "")
            yield what, [(text, "name") for text in texts]
    for body in listed.values():
        texts = [body.abbreviation, body.label, *body.aliases]
        yield _listed_body(body), [(text, "name") for text in texts if text and len(bodies().find(text)) == 1]


def _listed_body(body: Body) -> Named:
    short = body.abbreviation if body.abbreviation != body.label else ""
    mine = (text for text in body.aliases if len(bodies().find(text)) == 1)
    return Named(body.id, body.label, "body", short, aliases=tuple(mine))
