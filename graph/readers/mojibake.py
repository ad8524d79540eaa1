"""Letters that a wrong encoding broke on the way, put right: `ConfÃ©rence`, or `Conf\\x8erence` as COW has it."""

from __future__ import annotations

import re

__all__ = ["repaired"]

_CONTROLS = re.compile("[\x80-\x9f]")
_DOUBLED = re.compile("[ÂÃÄÅÐÑØÙÎÏà-ïâ][\x80-\xbf‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œžŸ€¡-¿]")
_WITHIN = re.compile(r"(?<=[a-z])(?:[^\w\s'’.,;:()/&-]|[ŠŽŒŸÀ-ÖØ-Þ])(?=[a-z])")


def repaired(text: str) -> str:
    """A text with its letters put right; as it is if nothing is wrong with it.

    Parameters
    ----------
    text : str
        The text.

    Returns
    -------
    str

    >>> repaired("ConfÃ©rence"), repaired("Conf\\x8erence"), repaired("Conférence")
    ('Conférence', 'Conférence', 'Conférence')
    """
    if text.isascii():
        return text
    if _CONTROLS.search(text):
        # Bytes of an old Macintosh read as Latin-1; in Windows-1252 they would be capitals and signs within words.
        try:
            raw = text.encode("latin-1")
        except UnicodeEncodeError:
            return text
        readings = [raw.decode("mac_roman"), raw.decode("cp1252", "replace")]
        best = min(readings, key=_oddness)
        return " ".join(best.split())
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


def _oddness(text: str) -> int:
    """How many signs of a text stand where no letter of a word would."""
    return len(
        re.findall(
            r"(?<=[a-z])[^\w\s'’.,;:()/&-]|(?<=[a-z])[A-ZŠŽŒŸÀ-ÖØ-Þ](?=[a-z])|\ufffd|(?<=[A-Za-z])[™š›¢£‹]", text
        )
    )
