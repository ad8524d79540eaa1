"""Where quotes stand in the texts that a page is given: their paragraphs, and the words to mark in them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ..checking.omissions import kept_spans
from ..model.naming.names import Names
from ..rdf.terms import id_of

__all__ = ["PageTexts", "page_texts"]


@dataclass
class PageTexts:
    """The texts of a page, and where each quote stands in them.

    Parameters
    ----------
    texts : list
        Of each text the label of its source, and its paragraphs.
    places : dict
        By the quote, its paragraph's number (0: none) and its source: the place of the text, that of the paragraph, and
        from where to where its words stand, as JavaScript counts; None if they do not stand there.
    """

    texts: list[tuple[str, list[str]]] = field(default_factory=list)
    places: dict[tuple[str, int, str], tuple[int, int, list[list[int]]] | None] = field(default_factory=dict)

    @property
    def missing(self) -> int:
        """How many quotes do not stand where they should."""
        return sum(place is None for place in self.places.values())

    def cited(self, row: tuple[str, int, str]) -> list[Any]:
        """A row of evidence as the page reads it: with its place, or 0 where the text does not have its words."""
        return [*row, *([self.places[row] or 0] if row in self.places else [])]


def page_texts(texts: Mapping[str, Sequence[str]], names: Names, rows: Sequence[tuple[str, int, str]]) -> PageTexts:
    """Where quotes stand in texts.

    Parameters
    ----------
    texts : mapping of str to sequence of str
        The paragraphs of each text, by the IRI of its source.
    names : Names
        What the sources are called.
    rows : sequence of tuple
        Quotes, each with the number of its paragraph (0: not given) and the label of its source.

    Returns
    -------
    PageTexts

    >>> import blocs
    >>> names = blocs.load().names
    >>> source = names.find("article")
    >>> given = {source.iri: ["One.", "Two words here."]}
    >>> page_texts(given, names, [("words here", 2, source.label), ("no words", 2, source.label)]).places.values()
    dict_values([(0, 1, [[4, 14]]), None])
    """
    found = PageTexts()
    number: dict[str, int] = {}
    for iri, paragraphs in texts.items():
        label = names.by_iri[iri].label or id_of(iri)
        number[label] = len(found.texts)
        found.texts.append((label, list(paragraphs)))
    for row in rows:
        if row[0] and row[2] in number:
            place = number[row[2]]
            found.places[row] = _place(row, place, found.texts[place][1])
    return found


def _place(row: tuple[str, int, str], text: int, paragraphs: Sequence[str]) -> tuple[int, int, list[list[int]]] | None:
    quote, given, _ = row
    for at in [given - 1] if given else range(len(paragraphs)):
        if 0 <= at < len(paragraphs) and (spans := kept_spans(quote, paragraphs[at])):
            return text, at, [[_units(paragraphs[at], end) for end in span] for span in spans]
    return None


def _units(text: str, end: int) -> int:
    """A place in a text as JavaScript counts it: in units of UTF-16."""
    return len(text[:end].encode("utf-16-le", "surrogatepass")) // 2
