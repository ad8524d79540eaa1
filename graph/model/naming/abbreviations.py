"""Abbreviations of names: whether one stands for a name, and names that are written with theirs: "… Alliance (FBA)"."""

from __future__ import annotations

import re

__all__ = ["parted", "sides", "stands_for"]

_LONGEST = 10  # letters of an abbreviation


def parted(name: str) -> tuple[str, str]:
    """A name and the abbreviation that is written beside it.

    Parameters
    ----------
    name : str
        The name as it is written: "Foo Bar Alliance (FBA)", "FBA (Foo Bar Alliance)", "FBA – Foo Bar Alliance".

    Returns
    -------
    tuple of str
        The name alone and its abbreviation, which is "" where none is written, or what is does not stand for the name.

    >>> parted("Foo Bar Alliance (FBA)"), parted("FBA – Foo Bar Alliance")
    (('Foo Bar Alliance', 'FBA'), ('Foo Bar Alliance', 'FBA'))
    >>> parted("Customs Union (EU)"), parted("Congo (Brazzaville)")
    (('Customs Union (EU)', ''), ('Congo (Brazzaville)', ''))
    """
    return next(((full, short) for full, short in sides(name) if stands_for(short, full)), (name, ""))


def sides(name: str) -> list[tuple[str, str]]:
    """A long name and a short one that are written as one, before it is known whether they are of the same.

    Parameters
    ----------
    name : str
        The name as it is written.

    Returns
    -------
    list of tuple of str
        What may be the long name, which has several words, and what may be the short one.

    >>> sides("ASEAN (Association of Southeast Asian Nations)"), sides("ASEAN")
    ([('Association of Southeast Asian Nations', 'ASEAN')], [])
    """
    match = _IN_BRACKETS.fullmatch(name) or _BESIDE_DASH.fullmatch(name)
    if match is None:
        return []
    return [(full, short) for full, short in ((match[1], match[2]), (match[2], match[1])) if " " in full]


_IN_BRACKETS = re.compile(r"\s*([^()]*[^()\s])\s*\(\s*([^()]*[^()\s])\s*\)\s*")
_BESIDE_DASH = re.compile(r"\s*(\S.*?)\s+[-–—]\s+(\S.*?)\s*")


def stands_for(short: str, full: str) -> bool:
    """Whether a short name is made of the first letters of a full one.

    Parameters
    ----------
    short, full : str
        The names.

    Returns
    -------
    bool

    >>> stands_for("GCC", "Gulf Cooperation Council"), stands_for("OPEC", "Gulf Cooperation Council")
    (True, False)
    """
    letters = [c for c in short.lower() if c.isalpha()]
    words = [w.lower() for w in re.split(r"[\s-]+", full) if w]
    if not short[:1].isupper() or len(letters) < 2 or len(short) > _LONGEST or " " in short:
        return False
    at = 0
    for place, word in enumerate(words, 1):
        if at < len(letters) and word[0] == letters[at]:
            at += 1
            # MERCOSUR, Benelux: more than one letter of a word
            rest = 1
            while (
                at < len(letters)
                and rest < len(word)
                and word[rest] == letters[at]
                and not any(later[0] == letters[at] for later in words[place:])
            ):
                at, rest = at + 1, rest + 1
    return at == len(letters)
