"""The names in a text of several, where the lists of states and bodies know some: "Bosnia and Herzegovina & Serbia".

What parts names stands within names too. A run of parts that is a name of the list as a whole is never cut.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ...late import late_pattern
from ...model.naming.forms import normal
from .separators import AND_WORDS, pattern_of

__all__ = [
    "Piece",
    "are_different",
    "ids_of",
    "is_known",
    "joining_sign",
    "parts_uncut",
    "pieces_of",
    "without_brackets",
]

BETWEEN = rf"\s+(?:{'|'.join(AND_WORDS)})\s+|\s*[,，]\s*"
_BETWEEN_STATES = late_pattern(rf"{BETWEEN}|\s*[/+·&]\s*|\s+[-–—]\s+")
_BETWEEN_BODIES = late_pattern(rf"{BETWEEN}|\s*[/+·]\s*")
_AND = late_pattern(rf"\s(?:{'|'.join(AND_WORDS)})\s")
_BRACKETS = late_pattern(r"\([^()]*(?:\([^()]*\)[^()]*)*\)|（[^（）]*）")
_BEHIND = late_pattern(r"(.*\S)\s*(?:\([^()]*\)|（[^（）]*）)")
_LONGEST = 6
"""A name has no more parts than these: "Saint Helena, Ascension and Tristan da Cunha"."""


class Piece(NamedTuple):
    """A part of a text, with its place there; `ids` are the states or bodies of the list that it may mean."""

    text: str
    begin: int
    end: int
    ids: Sequence[str]
    whole: bool = False
    """Whether it has in it what parts names elsewhere."""


def is_known(name: str, field: str) -> bool:
    """Whether a name is in the list of states, or of bodies.

    Parameters
    ----------
    name : str
        The name.
    field : str
        "member" or "organization".

    Returns
    -------
    bool

    >>> is_known("Mali", "member"), is_known("Mali", "organization")
    (True, False)
    """
    return bool(ids_of(name, field))


def ids_of(name: str, field: str) -> Sequence[str]:
    """The states or bodies of the list that a name may mean."""
    if field == "member":
        from ...model.known.authority import authority

        return [state.id for state in authority().meanings(name)]
    from ...model.known.bodies import bodies

    return [body.id for body in bodies().find(name)]


def without_brackets(name: str) -> str:
    """A name without what stands in brackets behind it.

    >>> without_brackets("Malta (since 1999)"), without_brackets("(Malta)")
    ('Malta', '(Malta)')
    """
    match = _BEHIND.fullmatch(name.strip())
    return match[1] if match else name


def pieces_of(text: str, field: str, sign: str = "") -> list[Piece]:
    """The parts of a text at all that may part names, but for what stands in brackets or within a name of the list.

    Parameters
    ----------
    text : str
        The text.
    field : str
        "member" or "organization".
    sign : str
        What parts names beside the usual signs and words.

    Returns
    -------
    list of Piece

    >>> [piece.text for piece in pieces_of("Spain, Bosnia and Herzegovina and Serbia", "member")]
    ['Spain', 'Bosnia and Herzegovina', 'Serbia']
    >>> [piece.text for piece in pieces_of("China and Taiwan", "member")]
    ['China', 'Taiwan']
    """
    between = _BETWEEN_STATES if field == "member" else _BETWEEN_BODIES
    signs = [*between.finditer(text), *(pattern_of(sign).finditer(text) if sign else ())]
    if not signs:
        return [Piece(text, 0, len(text), ())]
    within = [match.span() for match in _BRACKETS.finditer(text)]
    cuts = [match.span() for match in signs if not any(first < match.start() < last for first, last in within)]
    places, begin = list[tuple[int, int]](), 0
    for first, last in sorted(cuts):
        if first >= begin:
            places.append((begin, first))
            begin = last
    places.append((begin, len(text)))
    parts = [_piece(text, *place, field) for place in places]
    found, at = list[Piece](), 0
    while at < len(parts):
        run = _run(text, parts, at, field)
        found.append(run or parts[at])
        at = at + 1 if run is None else next(i for i in range(at, len(parts)) if parts[i].end >= run.end) + 1
    return found


def _piece(text: str, begin: int, end: int, field: str) -> Piece:
    begin += len(text[begin:end]) - len(text[begin:end].lstrip())
    end = begin + len(text[begin:end].rstrip())
    if field != "member" and text[begin:end].startswith("the "):
        begin += len("the ")
    name = text[begin:end]
    return Piece(name, begin, end, (ids_of(name, field) or ids_of(without_brackets(name), field)) if name else ())


def _run(text: str, parts: Sequence[Piece], at: int, field: str) -> Piece | None:
    """The longest run of parts from a place on that is one name of the list."""
    for last in range(min(at + _LONGEST, len(parts)) - 1, at, -1):
        begin, end = parts[at].begin, parts[last].end
        name = text[begin:end]
        plain = name if ids_of(name, field) else without_brackets(name)
        ids = ids_of(plain, field)
        if ids and not _are_several(plain, parts[at : last + 1], field, whole=at == 0 and last + 1 == len(parts)):
            return Piece(name, begin, end, ids, whole=True)
    return None


def _are_several(name: str, parts: Sequence[Piece], field: str, *, whole: bool) -> bool:
    """Whether a run that the list knows is several names of it all the same.

    The lists know a name in whichever order its words stand, and without its "and": "China and Taiwan" is not "Taiwan,
    China". With a comma it may be, if nothing else stands beside it.
    """
    if not all(part.ids for part in parts):
        return False
    if not are_different(parts) and not _AND.search(name):
        return False
    if "," not in name:
        return not _has_and(name, field)
    return not whole or all(part.text != without_brackets(part.text) for part in parts)


def are_different(pieces: Sequence[Piece]) -> bool:
    """Whether no two of some names may be names of one state or body, as those of "Burma / Myanmar" are."""
    return len(set[str]().union(*(piece.ids for piece in pieces))) == sum(len(set(piece.ids)) for piece in pieces)


def _has_and(name: str, field: str) -> bool:
    """Whether the name of the list that a text means has an "and" in it."""
    from ...model.naming.keys import name_key

    if field != "member":
        return True
    from ...model.known.authority import authority

    key = name_key(name)
    called = (each.text for state in authority().meanings(name) for each in state.names if name_key(each.text) == key)
    return any("and" in normal(each).split() or "&" in each for each in called)


def parts_uncut(text: str, sign: str, field: str) -> list[str]:
    """The parts of a text at a separator, which cuts no name of the list and nothing in brackets.

    Parameters
    ----------
    text : str
        The text.
    sign : str
        The separator; a word parts only as a whole word.
    field : str
        "member" or "organization".

    Returns
    -------
    list of str
        The text alone if the separator is not in it.

    >>> parts_uncut("Bosnia and Herzegovina and Narnia", "and", "member"), parts_uncut("A (b, c), D", ",", "member")
    (['Bosnia and Herzegovina', 'Narnia'], ['A (b, c)', 'D'])
    """
    signs = [*pattern_of(sign).finditer(text)]
    if not signs:
        return [text]
    kept = [match.span() for match in _BRACKETS.finditer(text)]
    kept += [(piece.begin, piece.end) for piece in pieces_of(text, field, sign) if piece.whole]
    parts, begin = list[str](), 0
    for match in signs:
        if not any(first < match.start() < last for first, last in kept):
            parts.append(text[begin : match.start()].strip())
            begin = match.end()
    return [*parts, text[begin:].strip()] if parts else [text]


def joining_sign(text: str, field: str) -> str:
    """What stands between the first two parts of a text; "" if it has no parts, or is one name of the list.

    >>> joining_sign("Bosnia and Herzegovina & Narnia", "member"), joining_sign("Bosnia and Herzegovina", "member")
    ('&', '')
    """
    pieces = pieces_of(text, field)
    return text[pieces[0].end : pieces[1].begin].removesuffix("the ").strip() if len(pieces) > 1 else ""
