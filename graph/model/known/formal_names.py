"""Formal names of states in other languages: "República de Chile" is the Republic of Chile."""

from __future__ import annotations

import re

from ...late import late_pattern

__all__ = ["formal_parts"]

_OF = r"(?: de la| de las| de los| del| de| do| da| dos| das| du| des| di| della| dell['’]| von| van| der| d['’])?"
_FORMS = {
    "Republic of": r"rep[uú]blica|r[eé]publique|republik|repubblica|republiek",
    "Kingdom of": r"reino|royaume|k[oö]nigreich|regno|koninkrijk",
    "Principality of": r"principado|principaut[eé]|f[uü]rstentum|principato",
    "Grand Duchy of": r"gran ducado|grand-duch[eé]|gro(?:ß|ss)herzogtum|granducato|gr[aã]o-ducado",
    "Sultanate of": r"sultanato|sultanat",
    "Federal Republic of": r"rep[uú]blica federal|r[eé]publique f[eé]d[eé]rale|bundesrepublik|repubblica federale",
    "Islamic Republic of": r"rep[uú]blica isl[aâá]mica|r[eé]publique islamique|islamische republik|repubblica islamica",
    "Democratic Republic of": (
        r"rep[uú]blica democr[aá]tica|r[eé]publique d[eé]mocratique|demokratische republik|repubblica democratica"
    ),
}
"""What the form of a state is called in the list, and in Spanish, Portuguese, French, German, Italian and Dutch."""
_PATTERNS = {
    form: late_pattern(rf"(?:(?:la|le|el|o|a|die|das) )?(?:{words}){_OF}(?: |(?<=['’]))(\S.*)", re.IGNORECASE)
    for form, words in sorted(_FORMS.items(), key=lambda each: -len(each[0]))
}
"""The longest form first: "República Federal de …"."""
_ANY = late_pattern("|".join(_FORMS.values()), re.IGNORECASE)


def formal_parts(name: str) -> tuple[str, str]:
    """The English form and the name in a formal name in another language.

    Parameters
    ----------
    name : str
        The name.

    Returns
    -------
    tuple of (str, str)
        Both empty if it is no such name.

    >>> formal_parts("República de Chile"), formal_parts("Königreich Dänemark"), formal_parts("République d'Autriche")
    (('Republic of', 'Chile'), ('Kingdom of', 'Dänemark'), ('Republic of', 'Autriche'))
    >>> formal_parts("Republic of Chile"), formal_parts("República")
    (('', ''), ('', ''))
    """
    if _ANY.search(name) is None:
        return "", ""
    for form, pattern in _PATTERNS.items():
        if match := pattern.fullmatch(name):
            return form, match[1]
    return "", ""
