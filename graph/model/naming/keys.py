"""Names of states and bodies as sources write them, made comparable: one key for all ways of writing one name."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from ...late import late_pattern
from .names import normal

__all__ = ["SHORTENED", "name_key", "name_parts", "run_together", "words_of"]

_PARTED = late_pattern(r"[()\[\]/]|\s+[-–—]\s+|(?<=\w):(?=\s*\w)|\bformerly\b|\baka\b")
_LEFT_OUT = frozenset({"the", "of", "and"})

SHORTENED = {
    "democratic": "dem", "democrat": "dem", "rep": "republic", "repub": "republic", "peoples": "people",
    "federal": "fed", "federated": "fed", "federation": "fed", "socialist": "soc", "central": "cent",
    "is": "islands", "isl": "islands", "island": "islands", "sts": "states", "st": "saint", "eq": "equatorial",
    "herz": "herzegovina", "prov": "province", "terr": "territory", "kdm": "kingdom",
    "n": "north", "s": "south", "e": "east", "w": "west",
    "org": "organization", "organisation": "organization", "assn": "association", "assoc": "association",
    "int": "international", "intl": "international", "cooperation": "coop", "development": "dev", "devel": "dev",
    "programme": "program", "centre": "center", "defence": "defense", "labour": "labor",
    "comm": "commission", "econ": "economic", "euro": "european", "nato's": "nato",
}  # fmt: skip
"""Words that sources shorten or spell in several ways, and the one that stands for them in a key."""


@lru_cache(maxsize=20_000)
def name_key(name: str) -> str:
    """The key of a name: equal for all ways of writing it, and never equal by likeness alone.

    Case, accents, punctuation, the order of the words, "the", "of" and "and" do not matter, and a word that sources
    often shorten is the same as its short form.

    >>> name_key("Korea, Dem. People's Rep.") == name_key("Democratic People’s Republic of Korea")
    True
    >>> name_key("Niger") == name_key("Nigeria"), name_key("Guinea-Bissau") == name_key("Guinea")
    (False, False)
    """
    words = normal(name).replace("people s", "people").split()
    kept = {SHORTENED.get(word, word) for word in words if word not in _LEFT_OUT}
    return " ".join(sorted(kept or words))


def words_of(names: Iterable[str]) -> frozenset[str]:
    """All words that a name may have which has the key of one of some names: one with any other word has none of them.

    >>> words_of(["Bank of China"]) >= {"the", "bank", "china"}, "japan" in words_of(["Bank of China"])
    (True, False)
    """
    words = {word for name in names for text in (normal(name), name_key(name)) for word in text.split()}
    return frozenset(words) | SHORTENED.keys() | _LEFT_OUT


def run_together(name: str) -> str:
    """A name as one word, as columns of wide tables write it; "" for a text that has no letter or digit.

    >>> run_together("Antigua & Barbuda"), run_together("Côte d'Ivoire")
    ('antiguabarbuda', 'cotedivoire')
    """
    return normal(name).replace(" ", "").replace("_", "")


def name_parts(name: str) -> list[str]:
    """The names of a double name ("Myanmar (Burma)", "Samoa/Western Samoa"); none for a single one.

    >>> name_parts("Myanmar (Burma)"), name_parts("Italy/Sardinia"), name_parts("Gambia, The")
    (['Myanmar', 'Burma'], ['Italy', 'Sardinia'], [])
    """
    if not _PARTED.search(name):
        return []
    parts = [part.strip() for part in _PARTED.split(name)]
    parts = [part for part in parts if normal(part)]
    return parts if len(parts) > 1 else []
