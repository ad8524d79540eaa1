"""Letters that a wrong encoding broke, as they were meant: `ConfÃ©rence`, or `Conf\\x8erence` as COW has it."""

from __future__ import annotations

import contextlib
import re

__all__ = ["readings", "repaired"]

_CONTROLS = re.compile("[\x80-\x9f]")
_DOUBLED = re.compile("[ÂÃÄÅÐÑØÙÎÏà-ïâ][\x80-\xbf‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œžŸ€¡-¿]")
_WITHIN = re.compile(r"(?<=[a-z])(?:[^\w\s'’.,;:()/&-]|[ŠŽŒŸÀ-ÖØ-Þ])(?=[a-z])")
# Where Windows-1252 has an apostrophe: "People’s", "l’union". Spanish has "país" and "día", which are shorter.
_APOSTROPHE_AS_LETTER = re.compile(r"[^\W\d_]{4}ís\b|\b[DdLl]í[aeiouh][a-z]{3}")
_EUROPEAN = re.compile("[\x00-\u024f\u2010-\u203a€™]*")
_WORDS_OF_ONE_LETTER = "àéè"
_NEVER = "ƒˆ˜"


def repaired(text: str, *, macintosh: bool = False) -> str:
    """A text with its letters put right; as it is if nothing is wrong with it, or if more than one reading fits.

    Parameters
    ----------
    text : str
        The text.
    macintosh : bool
        Whether the table is known to come from an old Macintosh: then its letters are taken where more than one
        reading fits.

    Returns
    -------
    str

    >>> repaired("ConfÃ©rence"), repaired("Conf\\x8erence"), repaired("Conférence")
    ('Conférence', 'Conférence', 'Conférence')
    >>> repaired("Cote d\\x92Ivoire"), repaired("Peoples\\x92 Pact") == "Peoples\\x92 Pact"
    ('Cote d’Ivoire', True)
    """
    if text.isascii():
        return text
    if _CONTROLS.search(text):
        if (once := _as_utf_8(text)) != text:
            return repaired(once, macintosh=macintosh)
        fitting = readings(text)
        return fitting[0] if len(fitting) == 1 or (fitting and macintosh) else text
    if _DOUBLED.search(text):
        import ftfy

        return ftfy.fix_encoding(text)
    # The same, read as Windows-1252: capitals and signs within words.
    if _WITHIN.search(text):
        try:
            other = text.encode("cp1252").decode("mac_roman")
        except UnicodeEncodeError:
            other = text
        if not _WITHIN.search(other):
            return " ".join(other.split())
    # A no-break space of an old Macintosh at the end of a word.
    return re.sub(r"(?<=[a-z])Ê(?=\s|$)", "", text).strip() if "Ê" in text else text


def readings(text: str) -> list[str]:
    """What a text with control characters in it may be, of which each letter and sign stands where it can.

    Parameters
    ----------
    text : str
        The text, whose bytes were read as Latin-1.

    Returns
    -------
    list of str
        As an old Macintosh wrote it, then as Windows did; empty if neither fits, or without control characters.

    >>> readings("Comit\\x8e"), readings("Aid \\x96 Trade"), readings("Peoples\\x92 Pact")
    (['Comité'], ['Aid – Trade'], ['Peoplesí Pact', 'Peoples’ Pact'])
    """
    if not _CONTROLS.search(text):
        return []
    found = [_CONTROLS.sub(lambda match: match[0].encode("latin-1").decode("cp1252", "replace"), text)]
    with contextlib.suppress(UnicodeEncodeError):  # a letter beyond Latin-1 is of no old Macintosh
        macintosh = text.encode("latin-1").decode("mac_roman")
        if not _APOSTROPHE_AS_LETTER.search(macintosh):
            found.insert(0, macintosh)
    return [" ".join(each.split()) for each in found if _fits(each)]


def _as_utf_8(text: str) -> str:
    """A text whose UTF-8 was read as Latin-1 as it was; the text itself if it is none."""
    try:
        plain = text.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return text
    return plain if _EUROPEAN.fullmatch(plain) else text


def _fits(text: str) -> bool:
    """Whether all letters and signs beyond ASCII stand where they can."""
    padded = f"  {text} "
    return all(
        (_letter_fits if sign.isalpha() else _sign_fits)(padded[at - 2 : at], sign, padded[at + 1])
        for at, sign in enumerate(padded)
        if not sign.isascii()
    )


def _letter_fits(before: str, letter: str, after: str) -> bool:
    """Whether a letter, with the two characters before it and the one after, is capital or small as a word has it."""
    previous, alone = before[-1], not (before[-1].isalpha() or after.isalpha())
    if letter in _NEVER:
        return False
    if letter.isupper():
        return not alone and not previous.islower() and not (previous.isalpha() and after.islower())
    if alone:
        return letter in _WORDS_OF_ONE_LETTER
    return not after.isupper() and not (before.isalpha() and before.isupper()) and (letter != "œ" or after.isalpha())


def _sign_fits(before: str, sign: str, after: str) -> bool:
    """Whether a sign, with the two characters before it and the one after, stands where text has it."""
    previous = before[-1]
    closes = not previous.isspace() and not after.isalnum()
    match sign:
        case "‘" | "“" | "„" | "‚" | "‹":
            return not previous.isalnum() and not after.isspace()
        case "’":
            return closes or (previous.isalpha() and after.isalpha())
        case "”" | "›" | "…" | "™" | "†" | "‡":
            return closes
        case "–" | "—":
            return previous.isspace() == after.isspace() and previous.isalnum() == after.isalnum()
        case "•":
            return not previous.isalnum()
        case "€":
            return not previous.isalpha() and not after.isalpha()
        case "‰":
            return previous.isdigit() or before[0].isdigit()
        case _ if sign in _NEVER or sign == "\ufffd":
            return False
    return sign.isspace() or not (previous.isalpha() and after.isalpha())
