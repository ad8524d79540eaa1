"""The plain form of a column's name, by which it is compared with usual names in whatever script."""

from __future__ import annotations

import re

from ....model.naming.forms import unaccented, words_of_letters

__all__ = ["plain_form", "with_blanks"]

_LETTERS = str.maketrans({
    "ł": "l", "ø": "o", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe",  # no accent to be taken off, but a stroke
    "ي": "ی", "ى": "ی", "ك": "ک",  # of one letter of Arabic, Persian and Urdu
})  # fmt: skip


def plain_form(name: str) -> str:
    """The words of a name in small letters, without accents and signs; vowel signs of Indian and Thai letters stay.

    Parameters
    ----------
    name : str
        The name.

    Returns
    -------
    str

    >>> plain_form("Année d'adhésion"), plain_form("Üye ülke"), plain_form("देश का नाम"), plain_form("ปี")
    ('annee d adhesion', 'uye ulke', 'देश का नाम', 'ปี')
    """
    plain = unaccented(name.casefold()).translate(_LETTERS)
    if not plain.isascii():
        return " ".join(words_of_letters(plain.replace("_", " ")))
    return " ".join(re.findall(r"[^\W_]+", plain))


_DOT = re.compile(r"(?<=\w\w)\.+(?=[^\W\d_]{2})|(?<=\w\w)\.+$")
_DOMAIN = re.compile(r"\.(?:org|com|net|int|info|io)$")


def with_blanks(name: str) -> str:
    """The name of a column with the blanks for which it has underscores, or the dots that R writes for them.

    Parameters
    ----------
    name : str
        The name.

    Returns
    -------
    str

    >>> [with_blanks(name) for name in ("eu_member", "Member.of.NATO", "NATO..member.", "U.N.", "Change.org", "St. Lucia")]
    ['eu member', 'Member of NATO', 'NATO member', 'U.N.', 'Change.org', 'St. Lucia']
    """
    if " " in name:
        return name
    name = name.replace("_", " ")
    return _DOT.sub(" ", name).strip() if "." in name and not _DOMAIN.search(name) else name
