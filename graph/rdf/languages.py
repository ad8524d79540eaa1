"""In which order names in several languages are taken: one order for all, so that a graph is shown in one language.

English comes first, beside what has no language; then what is said of all languages ("mul"), then German, French,
Spanish and Russian, and the others by their tags. A name of a region ("de-AT") comes behind one of its language alone.
"""

from __future__ import annotations

__all__ = ["LANGUAGES", "is_english", "language_order"]

LANGUAGES = ("en", "de", "fr", "es", "ru")
"""The languages that come first, in their order."""


def is_english(language: str | None) -> bool:
    """Whether a name of a language tag is English, or in no language.

    Parameters
    ----------
    language : str or None
        The tag; None or "" if there is none.

    Returns
    -------
    bool

    >>> is_english("en-GB"), is_english(None), is_english("enm")
    (True, True, False)
    """
    return not language or _of(language) == "en"


def language_order(language: str | None) -> tuple[int, str, str]:
    """Where a language tag stands among others: the least is taken first.

    Parameters
    ----------
    language : str or None
        The tag; None or "" if there is none.

    Returns
    -------
    tuple of (int, str, str)
        For its language, and for its region.

    >>> sorted(["ar", "fr", "de-AT", "en-GB", "mul", "de", "en"], key=language_order)
    ['en', 'en-GB', 'mul', 'de', 'de-AT', 'fr', 'ar']
    """
    tag = (language or "").casefold().replace("_", "-")
    if is_english(tag):
        return 0, "", tag
    own = _of(tag)
    place = LANGUAGES.index(own) + 1 if own in LANGUAGES else len(LANGUAGES) + 1
    return (1, "", "") if tag == "mul" else (place, "" if own in LANGUAGES else own, tag)


def _of(tag: str) -> str:
    return tag.partition("-")[0].casefold()
