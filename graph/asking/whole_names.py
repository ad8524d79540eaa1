"""Names in a question that its words alone do not give: with signs in them, in quotation marks, with a number in front or "now" as a word.

A full name of the graph wins over its parts: "Group of 77 + China" is one body, "A- Network" is not "A Network", and of
"Peace, Now" nothing is meant today. In the place of such a name its id is read, which is one word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ..late import late_pattern
from ..model.entities import Entity
from ..model.naming.forms import normal, with_signs
from ..model.naming.names import Names
from .language.tokens import split

__all__ = ["NOW", "Marked", "with_whole_names"]

NOW = frozenset(("now", "today", "currently", "nowadays", "presently"))
"""Words for the time of asking, which is not the time that a graph speaks of."""

_QUOTES = "'\"“”„«»‘’"
_SIGN = late_pattern(
    rf"[^\w\s.?!'’-]|(?<=\w)[?!]|\b\w-(?!\w)|(?<!\S)[-–](?!\S)|(?<!\S)\.(?=[^\W\d])|(?<!\w)[{_QUOTES}]|\b(?:{'|'.join(NOW)})\b|(?<!\S)\d+ [A-Za-z]",
    re.IGNORECASE,
)
_AROUND = late_pattern(rf"([{_QUOTES}]?)(.*?)([{_QUOTES}]?)((?:['’]s)?)([{_QUOTES}]?[?.!,;:]*)", re.DOTALL)


class Marked(NamedTuple):
    """A question with ids for such names, and what each id is called."""

    text: str
    labels: dict[str, str]


class _Found(NamedTuple):
    start: int
    end: int
    entity: Entity


def with_whole_names(question: str, names: Names) -> Marked:
    """A question in which the ids of entities stand for their names, where these have signs in them.

    Parameters
    ----------
    question : str
        The question.
    names : Names
        The names of the graph.

    Returns
    -------
    Marked

    >>> import blocs
    >>> with_whole_names('who is in "CIS", now?', blocs.load().names).text
    'who is in cis, now?'
    """
    if not _SIGN.search(question.rstrip(" ?.!")) and not question.rstrip(" ?").endswith("!"):
        return Marked(question, {})
    names.expect_wordings([normal(question).split()])
    runs = [*_runs(question, names.longest)]
    if names.looked_up:
        names.expect_names(question[start:end] for start, end in runs)
    found: list[_Found] = []
    for start, end in runs:
        if not any(start < other.end and other.start < end for other in found):
            entity = _named(question[start:end], names)
            if entity is not None:
                found.append(_Found(start, end, entity))
    text = question
    for start, end, entity in sorted(found, reverse=True):
        text = f"{text[:start]}{entity.id}{text[end:]}"
    return Marked(text, {one.entity.id: one.entity.label for one in found})


def _runs(question: str, most: int) -> Iterator[tuple[int, int]]:
    """Where runs of words with a sign begin and end, the longest first; also without the marks of the sentence."""
    words = [(match.start(), match.end()) for match in re.finditer(r"\S+", question)]
    for length in range(min(len(words), most + 2), 0, -1):
        for at in range(len(words) - length + 1):
            start, end = words[at][0], words[at + length - 1][1]
            yield from dict.fromkeys(_within(question, start, end))


def _within(question: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    text = question[start:end].rstrip(",;:.")
    if _SIGN.search(text) and not (text.startswith("(") and text.endswith(")")):
        yield start, start + len(text)
    match = _AROUND.fullmatch(text)
    if match is None:
        return
    opened, closed = match[1], match[3] or match[5][:1].strip("?.!,;:")
    if opened and closed:
        yield start, start + match.end(3) if match[3] else start + match.end(4) + 1
    if not opened and _SIGN.search(match[2]):
        yield start, start + match.end(2)


def _named(text: str, names: Names) -> Entity | None:
    """The one entity that has a text as its name, with all its signs; None if there is none, or its id is no word."""
    name = text.strip(_QUOTES) if text[0] in _QUOTES else text
    # "(CST" has a bracket of the question, not of the name.
    if not any(c.isalpha() for c in name) or name.count("(") != name.count(")") or name[0] + name[-1] == "()":
        return None
    found = names.matches(name)
    if len(found) != 1:
        return None
    words = name.split()
    if not all(any(map(str.isalnum, word)) for word in (words[0], words[-1])):
        return None  # the sign of "CIS - (CST or GUUAM)" stands between names
    said = normal(with_signs(name))
    if all(normal(with_signs(written)) != said for written in names.written_as(name)):
        return None
    entity = found[0]
    one_word = split(entity.id)[0] == [entity.id]
    return entity if one_word and names.matches(entity.id) == [entity] else None
