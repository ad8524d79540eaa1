"""Which names a cell lists: numbered, with bullets, as programs write lists, or parted by a sign if all parts are known."""

from __future__ import annotations

import re
from string import ascii_lowercase

from ...late import late_pattern
from .known_runs import BETWEEN, are_different, joining_sign, pieces_of

__all__ = ["ANDS", "enumerated", "listed", "looks_listed", "names_in", "without_number"]

ANDS = re.compile(BETWEEN)
"""What stands between names that could be names themselves: "Malta and Cyprus"."""


def names_in(text: str, field: str) -> list[str]:
    """The names that a text is made of, if it is none itself and all its parts are: "Malta and Cyprus", "Mali / Niger".

    Parameters
    ----------
    text : str
        The text.
    field : str
        "member" or "organization".

    Returns
    -------
    list of str
        The text alone if it is one name.

    >>> names_in("Mali / Niger", "member"), names_in("Mali / Atlantis", "member"), names_in("the EU and NATO", "organization")
    (['Mali', 'Niger'], ['Mali / Atlantis'], ['EU', 'NATO'])
    >>> names_in("Malta (since 1999), Bosnia and Herzegovina & Serbia", "member")
    ['Malta (since 1999)', 'Bosnia and Herzegovina', 'Serbia']
    """
    pieces = pieces_of(text.strip(), field)
    several = len(pieces) > 1 and all(piece.ids for piece in pieces)
    if several and field == "member":  # two names of one state are one: "Burma / Myanmar"
        several = are_different(pieces) or ANDS.search(text) is not None
    return [piece.text for piece in pieces] if several else [text]


def looks_listed(name: str, field: str) -> str:
    """The sign between the parts of a name that may be several, since at least two of them are known; "" if there is none.

    Parameters
    ----------
    name : str
        A name that was read as one.
    field : str
        "member" or "organization".

    Returns
    -------
    str

    >>> looks_listed("Mali / Niger / Atlantis", "member"), looks_listed("Serbia and Montenegro", "member")
    ('/', '')
    """
    pieces = pieces_of(name, field)
    return joining_sign(name, field) if sum(bool(piece.ids) for piece in pieces) > 1 else ""


_NUMBER = late_pattern(r"(?:(?<=\s)|^)(?:\((\d{1,2}|[a-z])\)|(\d{1,2}|[a-z])\)|(\d{1,2})\.(?=\s))\s*(?=\S)")
_BULLET = late_pattern(r"([•·▪▫◦‣●○■□►▶➢✓✔*–—-])\s+\S")


def enumerated(text: str) -> list[str]:
    """The parts of a list with numbers, letters or bullets before each: "1) A 2) B", "(a) A, (b) B", "- A - B".

    Parameters
    ----------
    text : str
        A cell.

    Returns
    -------
    list of str
        The parts without their numbers; empty if the text is no such list, or a list of one.

    >>> enumerated("1) Amber Pact 2) Baltic League"), enumerated("- A - B"), enumerated("1. FC Alpha"), enumerated("A 1) B")
    (['Amber Pact', 'Baltic League'], ['A', 'B'], [], [])
    """
    text = text.strip()
    if (bullet := _BULLET.match(text)) is not None:
        parts = re.split(rf"(?:^|\s+){re.escape(bullet[1])}\s+", text)
        return [part.strip(" ,;") for part in parts[1:]] if len(parts) > 2 else []
    if _NUMBER.match(text) is None:
        return []
    places, expected = list[tuple[int, int]](), ""
    for match in _NUMBER.finditer(text):
        number = match[1] or match[2] or match[3]
        if not places and number not in ("1", "a"):
            return []
        if not places or number == expected:
            places.append(match.span())
            expected = _next(number)
    ends = [start for start, _ in places[1:]] + [len(text)]
    parts = [text[begin:end].strip(" ,;\r\n") for (_, begin), end in zip(places, ends, strict=True)]
    return parts if len(parts) > 1 and all(parts) else []


def _next(number: str) -> str:
    return str(int(number) + 1) if number.isdigit() else ascii_lowercase[ascii_lowercase.find(number) + 1 :][:1]


_NUMBERED = late_pattern(r"(?:\((?:\d{1,2}|[a-z])\)|(?:\d{1,2}|[a-z])\)|(\d{1,2})\.(?=\s))\s*(\S.*)", re.DOTALL)


def without_number(text: str, *, points: bool) -> str:
    """A name without its number in a list: "2) Baltic League"; with a point behind it only if `points`.

    Parameters
    ----------
    text : str
        The name.
    points : bool
        Whether "1." is a number too: there are names that begin so.

    Returns
    -------
    str

    >>> without_number("2) Baltic League", points=False), without_number("1. FC Alpha", points=False)
    ('Baltic League', '1. FC Alpha')
    """
    match = _NUMBERED.fullmatch(text)
    return match[2] if match is not None and (points or not match[1]) else text


_ARRAY = late_pattern(r"(?:c?\[|c\(|\{)(.*)[\])}]", re.DOTALL)
_QUOTED = late_pattern(r"""'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)\"""")


def listed(text: str) -> list[str] | None:
    """The names in a list as programs write it: `['NATO', 'EU']`, `{NATO,EU}`, `[]`; None if a text is none."""
    array = _ARRAY.fullmatch(text)
    if array is None:
        return None
    quoted = [first or second for first, second in _QUOTED.findall(array[1])]
    rest = _QUOTED.sub("", array[1]).replace(",", "").strip()
    if quoted and not rest:
        return quoted
    return array[1].split(",") if text[0] == "{" and "," in array[1] else None if array[1].strip() else []
