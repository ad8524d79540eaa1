"""The plain form of a column's name, by which it is compared with usual names in whatever script."""

from __future__ import annotations

import re

from ....model.naming.forms import unaccented, words_of_letters

__all__ = ["plain_form"]

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
