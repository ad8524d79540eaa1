"""What parts the names in a cell: a sign wherever it stands, a word only where it stands as a word."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Container, Sequence
from functools import lru_cache

from ...late import late_pattern

__all__ = [
    "AND_WORDS",
    "between_names",
    "is_word",
    "joining_word",
    "last_of_list",
    "listed_names",
    "part_at",
    "pattern_of",
    "split_options",
]

AND_WORDS = ("and", "und", "et", "y", "e", "en", "og", "och", "i", "и", "&")
"""What joins two names, or the last of a list to those before it."""

_UNSPACED = ("CJK", "HIRAGANA", "KATAKANA", "THAI", "LAO", "KHMER", "MYANMAR", "TIBETAN")
"""Scripts that put no blanks between words."""


def _of_spaced_word(letter: str) -> bool:
    return letter.isalpha() and not unicodedata.name(letter, "").startswith(_UNSPACED)


def is_word(sign: str) -> bool:
    """Whether a separator is a word, or some.

    Parameters
    ----------
    sign : str
        The separator.

    Returns
    -------
    bool

    >>> is_word("and"), is_word("и"), is_word(" und "), is_word("&"), is_word("和")
    (True, True, True, False, False)
    """
    sign = sign.strip()
    return bool(sign) and (_of_spaced_word(sign[0]) or _of_spaced_word(sign[-1]))


@lru_cache(64)
def pattern_of(sign: str) -> re.Pattern[str]:
    """What finds a separator in a text: a word only where it stands as one.

    >>> pattern_of("and").sub("|", "Arts and Sandals")
    'Arts | Sandals'
    """
    if sign.strip() == ",":
        return re.compile("[,，]")
    if not is_word(sign):
        return re.compile(re.escape(sign))
    sign = sign.strip()
    before = r"(?<![^\W_])(?<![-'’])" if _of_spaced_word(sign[0]) else ""
    after = r"(?![^\W_])(?![-'’])" if _of_spaced_word(sign[-1]) else ""
    # "Öl- und Gasbund" is one name: its first part goes on behind the word.
    return re.compile(rf"(?<!\w-)(?<!\w-\s){before}{re.escape(sign)}{after}")


def part_at(text: str, sign: str) -> list[str]:
    """The parts of a text at a separator; a word parts only as a whole word.

    Parameters
    ----------
    text : str
        The text.
    sign : str
        The separator.

    Returns
    -------
    list of str
        The text alone if the separator is not in it.

    >>> part_at("Highland Pact and Island League", "and"), part_at("A/B", "/"), part_at("甲和乙", "和")
    (['Highland Pact', 'Island League'], ['A', 'B'], ['甲', '乙'])
    """
    parts = pattern_of(sign).split(text)
    return [part.strip() for part in parts] if len(parts) > 1 else [text]


_LAST = late_pattern(rf"(?:{'|'.join(AND_WORDS)})\s+(?=\S)")
_BEFORE_LAST = late_pattern(rf"\s+(?:{'|'.join(AND_WORDS)})\s+(?=\S)")


def last_of_list(text: str, is_name: Callable[[str], bool]) -> list[str]:
    """What the last part of a list with commas names: "B and C" in "A, B and C", "and C" in "A, B, and C".

    Parameters
    ----------
    text : str
        The last part.
    is_name : callable
        Whether a text is a name that is known, or stands elsewhere.

    Returns
    -------
    list of str
        Two names if one of them is known and the whole is not; the text without an "and" before it otherwise.

    >>> last_of_list("Malta and Narnia", {"Malta"}.__contains__), last_of_list("and Fiji", {"Fiji"}.__contains__)
    (['Malta', 'Narnia'], ['Fiji'])
    >>> last_of_list("Arts and Letters", {"Malta"}.__contains__)
    ['Arts and Letters']
    """
    text = text.strip()
    if match := _LAST.match(text):
        return [text[match.end() :]]
    if is_name(text):
        return [text]
    halves = [(text[: match.start()], text[match.end() :]) for match in _BEFORE_LAST.finditer(text)]

    def known(pair: tuple[str, str]) -> tuple[int, int]:
        names = [name for name in pair if is_name(name)]
        return len(names), max(map(len, names), default=0)  # "Bosnia" may be one, "Bosnia and Herzegovina" surely is

    best = max(halves, key=known, default=(text, ""))
    return [*best] if known(best)[0] else [text]


def listed_names(cell: str, sign: str) -> list[str]:
    """The names in a cell that surely are some, if a sign parts them: not the last, if it may be two.

    >>> listed_names("A, B and C", ","), listed_names("A, B", ","), listed_names("A and B", ",")
    (['A'], ['A', 'B'], ['A and B'])
    """
    parts = [part.strip() for part in cell.split(sign)]
    return parts[:-1] if len(parts) > 1 and joining_word(parts[-1]) else parts


def joining_word(text: str) -> str:
    """The "and" within a text, in whatever language; "" if there is none.

    >>> joining_word("Arts et Lettres"), joining_word("Arts")
    ('et', '')
    """
    match = _BEFORE_LAST.search(text)
    return match[0].strip() if match else ""


_WORD_ENDS = late_pattern(r"(?<=\w)(?=\W)|(?<=[^\w\s])(?=\s)")
_WORD_BEGINS = late_pattern(r"(?:(?<=\W)|(?<=\\[nrt]))(?=\w)")  # also behind a line break that was written out
_BRACKETS = late_pattern(r"\s*\([^()]*\)")
_WIDEST = 12  # "and also", between two names
_WITHIN_WORDS = frozenset("-‐‑'’.")


def between_names(cell: str, names: Container[str]) -> str:
    """What stands in a cell between a name that it begins with and one that it ends with.

    Parameters
    ----------
    cell : str
        The cell.
    names : container of str
        The names.

    Returns
    -------
    str
        Empty if the cell is not made so; a hyphen or point within a word is not between names.

    >>> between_names("Alpha Pact & Beta League", {"Alpha Pact", "Beta League"}), between_names("A-B", {"A", "B"})
    ('&', '')
    >>> between_names("Alpha Pact (observer), Beta League", {"Alpha Pact", "Beta League"})
    ','
    """
    for first in _WORD_ENDS.finditer(cell):
        if cell[: first.start()] not in names:
            continue
        for last in _WORD_BEGINS.finditer(cell, first.start()):
            sign = _BRACKETS.sub(" ", cell[first.start() : last.start()])
            if sign in _WITHIN_WORDS or not sign.strip() or len(sign.strip()) > _WIDEST:
                continue
            if cell[last.start() :] in names:
                return sign.strip()
    return ""


def split_options(signs: Sequence[str]) -> str:
    """The options that name separators, as they are typed.

    Parameters
    ----------
    signs : sequence of str
        The separators.

    Returns
    -------
    str

    >>> split_options([",", "and", "and"])
    '--split "," --split "and"'
    """
    return " ".join(f"--split '{sign}'" if '"' in sign else f'--split "{sign}"' for sign in dict.fromkeys(signs))
