"""Letters of other scripts that look like Latin ones: a Cyrillic "А" in "Аlpha Pact", "ΝΑΤΟ" in Greek capitals."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from .forms import normal

__all__ = ["look_alikes", "looks_like", "seen_as_latin"]

_LATIN_OF = {
    **dict(zip("АВЕЅІЈКМНОРСТУХҮԌԚԜ", "ABESIJKMHOPCTYXYGQW", strict=True)),
    **dict(zip("аеѕіјорсухԛԝһ", "aesijopcyxqwh", strict=True)),
    **dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZHIKMNOPTYX", strict=True)),
    **dict(zip("ονικαρυ", "ovikapu", strict=True)),
}
_LATIN = str.maketrans(_LATIN_OF)


def seen_as_latin(name: str) -> str:
    """A name as it looks, if words of it have letters of other scripts and may be read as Latin ones; else "".

    Parameters
    ----------
    name : str
        The name.

    Returns
    -------
    str

    >>> [seen_as_latin(name) for name in ("\\u0410lpha Pact", "\\u039d\\u0391\\u03a4\\u039f", "Alpha", "Союз")]
    ['Alpha Pact', 'NATO', '', '']
    """
    if name.isascii() or not any(map(_LATIN_OF.__contains__, name)):
        return ""
    seen = re.sub(r"[^\W\d_]+", lambda word: _word(word[0]), name)
    return seen if seen != name else ""


def _word(word: str) -> str:
    """A word in Latin letters, if all its letters can be read so."""
    plain = word.translate(_LATIN)
    return plain if all(letter < "\u0250" for letter in plain) else word


def _is_mixed(name: str) -> bool:
    """Whether a word has Latin letters and others that look like them."""
    words = re.findall(r"[^\W\d_]+", name)
    return any(_word(w) != w and any(letter < "\u0250" for letter in w) for w in words)


def look_alikes(names: Iterable[str], is_known: Callable[[str], bool]) -> dict[str, str]:
    """The names that look like others, by letters of other scripts, and what each looks like.

    Parameters
    ----------
    names : iterable of str
        All names.
    is_known : callable
        Whether something that is not among them is called so.

    Returns
    -------
    dict of str to str
        The names, each with that which it looks like. A name with a word in two scripts is there in any case.

    >>> names = ["\\u0410lpha Pact", "Alpha Pact", "\\u039d\\u0391\\u03a4\\u039f", "Союз"]
    >>> look_alikes(names, lambda name: name == "NATO")
    {'Аlpha Pact': 'Alpha Pact', 'ΝΑΤΟ': 'NATO'}
    """
    listed = list(names)
    suspect = {name: seen for name in listed if (seen := seen_as_latin(name))}
    if not suspect:
        return {}
    keys = {normal(name): name for name in listed if name not in suspect}
    found: dict[str, str] = {}
    for name, seen in suspect.items():
        if (other := keys.get(normal(seen))) is not None:
            found[name] = other
        elif is_known(seen) or _is_mixed(name):
            found[name] = seen
    return found


def looks_like(name: str, other: str) -> str:
    """What to say of a name that only looks like another.

    Parameters
    ----------
    name, other : str
        The name, and that which it looks like.

    Returns
    -------
    str

    >>> looks_like("\\u0410lpha Pact", "Alpha Pact")
    'Аlpha Pact looks like Alpha Pact, but has other letters (U+0410)'
    """
    letters = " ".join(f"U+{ord(each):04X}" for each in dict.fromkeys(name) if each in _LATIN_OF)
    return f"{name} looks like {other}, but has other letters ({letters})"
