"""Formal names of states in other languages: "República de Chile" is the Republic of Chile."""

from __future__ import annotations

import re

from ...late import late_pattern

__all__ = ["formal_parts"]

_OF = (
    r"(?: de la| de las| de los| del| de l['’]| de| do| da| dos| das| du| des| di| della| delle| dello| dei| degli"
    r"| dell['’]| von| van de| van het| van| der| d['’])?"
)
_FORMS = {
    "Republic of": r"rep[uú]blica|r[eé]publique|republik|repubblica|republiek|республика|республіка",
    "Kingdom of": r"reino|royaume|k[oö]nigreich|regno|koninkrijk|королевство|королівство",
    "Principality of": r"principado|principaut[eé]|f[uü]rstentum|principato|vorstendom|княжество|князівство",
    "Grand Duchy of": (
        r"gran ducado|grand-duch[eé]|gro(?:ß|ss)herzogtum|granducato|gr[aã]o-ducado|gr[aã]-ducado|groothertogdom"
    ),
    "Sultanate of": r"sultanato|sultanat|sultanaat",
    "State of": r"estado|l['’][eé]tat|[eé]tat|staat|stato|государство|держава",
    "Independent State of": (
        r"estado independ[ie]+nte|[eé]tat ind[eé]pendant|unabh[aä]ngiger staat|stato indipendente|onafhankelijke staat"
    ),
    "Plurinational State of": (
        r"estado plurinacional|[eé]tat plurinational|plurinationaler staat|stato plurinazionale|multinationale staat"
    ),
    "Federated States of": (
        r"estados federados|[eé]tats f[eé]d[eé]r[eé]s|f[oö]derierte staaten|stati federati|federale staten"
    ),
    "Union of": r"uni[oó]n|uni[aã]o|unione|unie|vereinigung",
    "Commonwealth of": r"commonwealth|mancomunidad|comunidade|communaut[eé]|gemenebest",
    "Hashemite Kingdom of": (
        r"reino hachemita|reino hachem[ií]|royaume hach[eé]mite|haschemitisches k[oö]nigreich|regno has[ch]+[ei]mita"
        r"|hasjemitisch koninkrijk"
    ),
    "Federal Republic of": (
        r"rep[uú]blica federal|r[eé]publique f[eé]d[eé]rale|bundesrepublik|repubblica federale|federale republiek"
        r"|bondsrepubliek|федеративная республика|федеративна республіка"
    ),
    "Federative Republic of": (
        r"rep[uú]blica federativa|r[eé]publique f[eé]d[eé]rative|r[eé]publique f[eé]d[eé]rale|f[oö]derative republik"
        r"|repubblica federativa|repubblica federale|federale republiek|федеративная республика|федеративна республіка"
    ),
    "Federal Democratic Republic of": (
        r"rep[uú]blica (?:federal democr[aá]tica|democr[aá]tica federal)"
        r"|r[eé]publique (?:f[eé]d[eé]rale d[eé]mocratique|d[eé]mocratique f[eé]d[eé]rale)|demokratische bundesrepublik"
        r"|repubblica (?:federale democratica|democratica federale)|federale democratische republiek"
    ),
    "Islamic Republic of": (
        r"rep[uú]blica isl[aâá]mica|r[eé]publique islamique|islamische republik|repubblica islamica"
        r"|islamitische republiek|исламская республика|ісламська республіка"
    ),
    "Democratic Republic of": (
        r"rep[uú]blica democr[aá]tica|r[eé]publique d[eé]mocratique|demokratische republik|repubblica democratica"
        r"|democratische republiek"
    ),
    "Democratic Socialist Republic of": (
        r"rep[uú]blica (?:socialista democr[aá]tica|democr[aá]tica socialista)"
        r"|r[eé]publique (?:d[eé]mocratique socialiste|socialiste d[eé]mocratique)"
        r"|demokratische sozialistische republik"
        r"|repubblica (?:democratica socialista|socialista democratica)|democratische socialistische republiek"
    ),
    "Socialist Republic of": (
        r"rep[uú]blica socialista|r[eé]publique socialiste|sozialistische republik|repubblica socialista"
        r"|socialistische republiek"
    ),
    "People's Republic of": (
        r"rep[uú]blica popular|r[eé]publique populaire|volksrepublik|repubblica popolare|volksrepubliek"
    ),
    "People's Democratic Republic of": (
        r"rep[uú]blica democr[aá]tica (?:e )?popular|demokratische volksrepublik|repubblica democratica popolare"
        r"|democratische volksrepubliek"
    ),
    "Arab Republic of": (
        r"rep[uú]blica [aá]rabe|r[eé]publique arabe|arabische republik|repubblica araba|arabische republiek"
        r"|арабская республика|арабська республіка"
    ),
    "United Republic of": (
        r"rep[uú]blica unida|r[eé]publique[- ]unie|vereinigte republik|repubblica unita|verenigde republiek"
    ),
    "Bolivarian Republic of": (
        r"rep[uú]blica bolivariana|r[eé]publique bolivarienne|bolivarische republik|repubblica bolivariana"
        r"|bolivariaanse republiek"
    ),
    "Oriental Republic of": (
        r"rep[uú]blica oriental|r[eé]publique orientale|republik [oö]stlich|[oö]stliche republik|repubblica orientale"
        r"|oostelijke republiek"
    ),
    "Co-operative Republic of": (
        r"rep[uú]blica cooperativa|r[eé]publique coop[eé]rative|kooperative republik|repubblica cooperativa"
        r"|co[oö]peratieve republiek"
    ),
}
"""What the form of a state is called in the list, and in Spanish, Portuguese, French, German, Italian, Dutch, Russian
and Ukrainian."""
_ARTICLE = "(?:(?:la|le|el|o|a|die|das) )?"
_PATTERNS = {
    form: late_pattern(rf"{_ARTICLE}(?:{words}){_OF}(?: |(?<=['’]))(\S.*)", re.IGNORECASE)
    for form, words in sorted(_FORMS.items(), key=lambda each: -len(each[0]))
}
"""The longest form first: "República Federal de …"."""
_ANY = late_pattern(rf"{_ARTICLE}(?:{'|'.join(_FORMS.values())})", re.IGNORECASE)


def formal_parts(name: str) -> list[tuple[str, str]]:
    """The English forms and the names that a formal name in another language may have, the longest form first.

    Parameters
    ----------
    name : str
        The name.

    Returns
    -------
    list of (str, str)
        Empty if it is no such name.

    >>> formal_parts("República de Chile"), formal_parts("Königreich Dänemark")
    ([('Republic of', 'Chile')], [('Kingdom of', 'Dänemark')])
    >>> formal_parts("Republic of Chile"), formal_parts("República")
    ([], [])
    """
    if _ANY.match(name) is None:
        return []
    return [(form, match[1]) for form, pattern in _PATTERNS.items() if (match := pattern.fullmatch(name))]
