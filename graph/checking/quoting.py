"""Quotes held against the text that they are from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from ..errors import InvalidRequest
from ..files import reading
from ..rdf.source import Source
from ..rdf.terms import prologue, text_of
from .finding import ERROR, Finding, shown
from .omissions import has_omissions, leaves_out, stands_in

if TYPE_CHECKING:
    from ..model.naming.names import Names

__all__ = ["misquoted", "paragraphs", "texts_by_source"]

_LONGEST = 300  # characters of sentences that are offered
_LIKE = 60  # per cent of similarity from which a passage is offered for a quote


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text, which empty lines part.

    >>> paragraphs("One.\\n\\nTwo,\\nstill two.\\n")
    ['One.', 'Two,\\nstill two.']
    """
    return [part for part in re.split(r"\n[^\S\n]*\n\s*", text.replace("\r\n", "\n").strip()) if part]


def texts_by_source(given: Sequence[str], source: Source, names: Names) -> dict[str, list[str]]:
    """The paragraphs of texts, by the IRI of the source whose text each is.

    Parameters: `given`, files as `FILE`, where only one source is quoted, or as `SOURCE=FILE` with any name of the
    source. Raises OperationFailed where a file cannot be read, InvalidRequest where it is not clear whose text it is.
    """
    quoted = _quoted_sources(source) if given else []
    found: dict[str, list[str]] = {}
    for one in given:
        path = Path(one)
        if "=" in one and not path.exists():
            name, _, file = one.partition("=")
            iri, path = names.find(name, ("source",)).iri, Path(file)
        elif len(quoted) == 1:
            iri = quoted[0]
        else:
            which = ", ".join(shown(NamedNode(each)) for each in quoted) or "none"
            raise InvalidRequest(
                f"--text {one}: whose text is it? Say --text SOURCE=FILE; sources of quotes are: {which}"
            )
        with reading(path):
            found[iri] = paragraphs(path.read_text(encoding="utf-8-sig"))
    return found


def misquoted(source: Source, texts: Mapping[str, Sequence[str]]) -> Iterator[Finding]:
    """Quotes that do not stand in their paragraph of their source, word for word."""
    if not texts:
        return
    body = (
        "SELECT ?quote ?words ?number ?source { ?quote oa:exact ?words ; dcterms:source ?source ."
        " OPTIONAL { ?quote blocs:paragraph ?number } }"
    )
    for quote, words, number, origin in sorted(source.select(prologue(body) + body), key=str):
        if quote is None or not isinstance(words, Literal) or not isinstance(origin, NamedNode):
            continue
        if origin.value in texts:
            given = int(text_of(number)) if text_of(number).isdecimal() else None
            said = _misquoted(words.value, given, texts[origin.value])
            if said is not None:
                yield Finding(ERROR, shown(quote), *said)


def _misquoted(words: str, number: int | None, text: Sequence[str]) -> tuple[str, str] | None:
    """What is wrong with a quote, and the way out; `None` where it is verbatim."""
    places = [at for at, paragraph in enumerate(text, 1) if words in paragraph]
    shortened = not places and has_omissions(words)
    if shortened:
        places = [at for at, paragraph in enumerate(text, 1) if stands_in(words, paragraph)]
        turned = next((word for at in places if (word := leaves_out(words, text[at - 1]))), "")
        if turned:
            return f"The quote leaves out {turned!r}.", "Quote it with this word."
    if number in places or (number is None and places):
        return None
    if places:
        return f"The quote stands in paragraph {places[0]}, not in {number}.", f"Write blocs:paragraph {places[0]}."
    if number is not None and not 1 <= number <= len(text):
        return f"The quote is not in the text, which has no paragraph {number}.", _nearest(words, text)
    if shortened:
        return "The words that the quote keeps are not in one paragraph of the text.", _nearest(words, text)
    return "The quote is not in the text, word for word.", _nearest(words, text)


def _nearest(words: str, text: Sequence[str]) -> str:
    """The passage that a quote may be meant to be."""
    from rapidfuzz import fuzz

    found = []
    for at, paragraph in enumerate(text, 1):
        alignment = fuzz.partial_ratio_alignment(words, paragraph, score_cutoff=_LIKE)
        if alignment is not None:
            found.append((-alignment.score, at, _whole(paragraph, alignment.dest_start, alignment.dest_end)))
    if not found:
        return "Quote the words of the text, or name the right source."
    _, at, passage = min(found)
    return f"Did you mean, in paragraph {at}: “{passage}”?"


def _whole(paragraph: str, start: int, end: int) -> str:
    """The sentences that a passage is of, or of a long one its whole words."""
    sentences = [m.span() for m in re.finditer(r"\S.*?(?:[.!?]+[”\")]*(?=\s|$)|$)", paragraph, re.DOTALL)]
    first = max((a for a, _ in sentences if a <= start), default=0)
    last = min((b for _, b in sentences if b >= end), default=len(paragraph))
    passage = " ".join(paragraph[first:last].split())
    if len(passage) <= _LONGEST:
        return passage
    first = paragraph.rfind(" ", 0, start + 1) + 1
    last = paragraph.find(" ", end)
    return " ".join(paragraph[first : last if last >= 0 else len(paragraph)].split())


def _quoted_sources(source: Source) -> list[str]:
    body = "SELECT DISTINCT ?source { ?quote oa:exact ?words ; dcterms:source ?source }"
    return sorted(term.value for (term,) in source.select(prologue(body) + body) if isinstance(term, NamedNode))
