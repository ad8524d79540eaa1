"""A quotation from elsewhere held against the sentences that a graph has: does any source say this, word for word?"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from ..errors import InvalidRequest
from ..model.entities import Entity
from ..model.naming.names import Names
from ..rdf.source import Source
from ..rdf.terms import prologue, text_of
from .omissions import has_omissions, leaves_out, stands_in

__all__ = ["Quotation", "find_quotation"]

_LEAST_WORDS = 2
_ALIKE = 75.0  # per cent of similarity from which a sentence may be what is meant


@dataclass(frozen=True)
class Quotation:
    """A sentence of the graph that a quotation is, or is nearly.

    Attributes
    ----------
    match : str
        "verbatim" if the words stand there as they are; "shortened" if they do with what "…" and "[…]" leave out;
        "turned" if what is left out turns the sense; "similar" if the sentence says something like it.
    quote : str
        The sentence, as the graph has it.
    paragraph : int, optional
        Its paragraph in the source, from 1.
    source : str
        The name of its source.
    about : tuple of Entity
        What the facts that rest on this sentence are about.
    left_out : str
        The word that turns the sense, of one that is "turned".
    """

    match: str
    quote: str
    paragraph: int | None
    source: str
    about: tuple[Entity, ...] = ()
    left_out: str = ""


def find_quotation(source: Source, names: Names, words: str) -> list[Quotation]:
    """The sentences of a graph in which the words of a quotation stand, or else the one nearest to it.

    Parameters
    ----------
    source : Source
        The graph.
    names : Names
        Its entities.
    words : str
        The quotation; "…" and "[…]" are read by the convention of scholarly quotation.

    Returns
    -------
    list of Quotation
        Those that match, in the order of the text; one that is similar where none does; nothing where no sentence
        is like it.

    Raises
    ------
    InvalidRequest
        If the quotation is less than two words: it would stand anywhere.

    Examples
    --------
    >>> import blocs
    >>> graph = blocs.load()
    >>> [found] = find_quotation(graph.source, graph.names, "Georgia (which is not represented in the CST)")
    >>> found.match, found.paragraph, "georgia" in [entity.id for entity in found.about]
    ('verbatim', 11, True)
    >>> find_quotation(graph.source, graph.names, "Georgia (which is represented in the CST)")[0].match
    'similar'
    """
    wanted = _even(words).strip(' "“”')
    if len(wanted.split()) < _LEAST_WORDS:
        raise InvalidRequest(
            "a quotation has at least two words; for example: blocs quote 'not represented in the CST'"
        )
    kept = _sentences(source)
    found = [(match, key) for key in kept if (match := _match(wanted, key[0])) is not None]
    if not found:
        from rapidfuzz import fuzz

        alike = [(fuzz.partial_ratio(wanted, _even(key[0]), score_cutoff=_ALIKE), key) for key in kept]
        best = max(alike, key=lambda scored: scored[0], default=(0.0, None))
        found = [(("similar", ""), best[1])] if best[1] is not None and best[0] else []
    about = _about(source, names, {node for _, key in found for node in kept[key]})
    return [
        Quotation(match, text, number, origin, tuple(_of(kept[text, number, origin], about)), left_out)
        for (match, left_out), (text, number, origin) in found
    ]


_Key = tuple[str, int | None, str]


def _sentences(source: Source) -> dict[_Key, list[str]]:
    """Every quoted sentence with its paragraph and source, and the nodes that quote it, in the order of the text."""
    body = (
        "SELECT ?quote ?words ?number ?origin ?label { ?quote oa:exact ?words ."
        " OPTIONAL { ?quote blocs:paragraph ?number }"
        " OPTIONAL { ?quote dcterms:source ?origin . OPTIONAL { ?origin skos:prefLabel ?label } } }"
    )
    found: dict[_Key, list[str]] = defaultdict(list)
    for quote, words, number, origin, label in source.select(prologue(body) + body):
        if isinstance(words, Literal):
            at = int(text_of(number)) if text_of(number).isdecimal() else None
            found[words.value, at, text_of(label) or text_of(origin) or source.name].append(text_of(quote))
    return dict(sorted(found.items(), key=lambda item: (item[0][2], item[0][1] or 0, item[0][0])))


def _match(wanted: str, sentence: str) -> tuple[str, str] | None:
    """How a quotation stands in a sentence, and the word left out that turns the sense; `None` if it does not."""
    even = _even(sentence)
    if wanted in even:
        return "verbatim", ""
    if has_omissions(wanted) and stands_in(wanted, even):
        word = leaves_out(wanted, even)
        return ("turned", word) if word else ("shortened", "")
    return None


def _about(source: Source, names: Names, quotes: set[str]) -> dict[str, list[Entity]]:
    """By the IRIs of quotes: the entities that the facts which rest on them are about."""
    known = {entity.iri: entity for entity in names.entities}
    found: dict[str, dict[str, Entity]] = defaultdict(dict)
    if quotes:
        nodes = " ".join(str(NamedNode(quote)) for quote in sorted(quotes) if "://" in quote)
        body = (
            f"SELECT ?quote ?fact ?thing {{ VALUES ?quote {{ {nodes} }} ?fact blocs:evidence ?quote ; ?says ?thing }}"
        )
        for quote, fact, thing in source.select(prologue(body) + body):
            for node in (fact, thing):
                entity = known.get(text_of(node))
                if entity is not None and entity.kind not in ("source", "role"):
                    found[text_of(quote)][entity.iri] = entity
    return {quote: list(entities.values()) for quote, entities in found.items()}


def _of(quotes: list[str], about: dict[str, list[Entity]]) -> list[Entity]:
    entities = {entity.iri: entity for quote in quotes for entity in about.get(quote, ())}
    return sorted(entities.values(), key=lambda entity: entity.id)


def _even(text: str) -> str:
    """A text with even white space and plain quotation marks: how these are set is no change of words."""
    marks = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "«": '"', "»": '"'})
    return " ".join(text.translate(marks).split())
