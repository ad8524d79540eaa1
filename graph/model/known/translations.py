"""What the names of states in other languages are looked up by, kept as lines, which are read at the first need."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from ...resources import resource
from ..naming.keys import name_key, words_of

__all__ = ["Translations", "kept_translations", "read_keys"]

_AMONG = "|"  # between two keys; no key has a sign in it


class Translations(NamedTuple):
    """The id of the state of each key, and all words that their names have."""

    states: dict[str, str]
    words: frozenset[str]


def kept_translations(names: Mapping[str, Iterable[str]]) -> str:
    """The names of states as lines: first the words that are in no key, then each state with its keys.

    Parameters
    ----------
    names : mapping of str to iterable of str
        The names of each state, by its id.

    Returns
    -------
    str

    >>> kept_translations({"germany": ["Almanya", "Saksa"]}).splitlines()[1]
    'germany\\talmanya|saksa'
    """
    found = {state: list(dict.fromkeys(map(name_key, told))) for state, told in names.items()}
    in_keys = {word for keys in found.values() for key in keys for word in key.split()}
    more = words_of(name for told in names.values() for name in told) - in_keys
    lines = [" ".join(sorted(more)), *(f"{state}\t{_AMONG.join(keys)}" for state, keys in found.items())]
    return "\n".join(lines) + "\n"


def read_keys() -> Translations:
    """What is looked up by the names of today's states in other languages.

    Returns
    -------
    Translations

    >>> read_keys().states["saksa"]
    'germany'
    """
    words, _, content = resource("data", "states-in-languages.tsv").read_text(encoding="utf-8").partition("\n")
    states: dict[str, str] = {}
    for line in content.rstrip("\n").split("\n"):
        state, _, keys = line.partition("\t")
        states.update(dict.fromkeys(keys.split(_AMONG), state))
    return Translations(states, frozenset(words.split()).union(" ".join(states).split()))
