"""The words with which a cell says that a membership began, ended, was interrupted or came back, each with its date."""

from __future__ import annotations

import re

from ...late import late_pattern

__all__ = [
    "BACK",
    "FORMER_SPAN",
    "LEFT",
    "NO_LONGER",
    "SINCE_WHEN_AS",
    "SUSPENDED",
    "TELLING",
    "WITH_DATE",
    "WITH_END",
    "bound",
    "is_former",
    "is_office",
    "not_bound",
    "of_consent",
]

_SINCE = r"since|from|von|vom|de|joined(?: in)?|in|as of|seit|depuis|desde|dal|sinds|beigetreten|adhesion(?: en| le)?|ingreso(?: en)?|beitritt|acceded|accession|admitted|entered|ratified|ratification|succession|succeeded|approval|approved|acceptance|accepted|ratifiziert|ratifie|ratificado|ratificato|geratificeerd"
WITH_DATE = re.compile(rf"(.*?)[,:;]? ?\b(?:{_SINCE})\b:? ?(.*\d.*)")
SINCE_WHEN_AS = re.compile(
    r"((?:since|from|as of|seit|ab|depuis|desde|dal|sinds) [^,;]*\d{4}),?(?: (?:an?|als|as))? ([^\d,;]+)"
)
"""A date before the role: "seit 1980 Beobachter"."""
WITH_END = re.compile(r"(.*?)[,:;]? ?\b(?=(?:until|till|up to|bis|jusqu|hasta|fino|tot)\b)(.*\d.*)")
LEFT = re.compile(
    r"(?:membership )?(?:withdrew|withdrawn|withdrawal|left|quit|exit(?:ed)?|expelled|expulsion|excluded|suspended|suspension"
    r"|terminated|denounced|denunciation|resigned|ceased|ausgetreten|austritt|ausgeschieden|suspendiert|ausgesetzt|retire|retrait"
    r"|suspendu|exclu|retirado|retirada|retiro|suspendido|suspendida|expulsad[oa]|baja|uscit[oa]|sospes[oa]|uitgetreden|geschorst)"
    r"(?: membership)?,?(?: (?:in|on|since|as of|from|im|seit|en|depuis|desde|dal|nel|sinds))?:? ?(\(?)(?=.*\d)([^()]+)(\)?)"
)
"""Words for the end of a membership, with its date behind them."""
SUSPENDED = re.compile(r"suspen|ausgesetzt|geschorst|sospes")
TELLING = re.compile(
    r"\b(?:since|joined|until|member|seit|depuis|desde|dal|sinds|mitglied|membre|miembro|membro|lid)\b"
)
BACK = late_pattern(
    r"(?:re-?joined|re-?joins|re-?entered|re-?admitted|returned|reinstated|back|wieder (?:beigetreten|aufgenommen)|reintegre|reincorporad[oa]"
    r"|readmitid[oa])(?: (?:in|on|since|from|im|en|seit|depuis|desde))?:? ?(.*\d.*)"
)
_FORMER = (
    r"(?:former(?:ly)?(?: a)?(?: member)?|ex[- ]?member|no longer(?: an?)? member|not a member(?: any ?more)?|non[- ]?member"
    r"|ancien membre|ehemaliges mitglied|ex[- ]?miembro|ex[- ]?membro|voormalig lid),?"
)
NO_LONGER = re.compile(_FORMER + r" (?:since|as of|seit|depuis|desde|dal|sinds):? ?(?=.*\d)([^()]+)")
FORMER_SPAN = re.compile(_FORMER + r" ?\(?([^()]*\d[^()]*)\)?")

_ENDED = late_pattern(
    rf"(?:{_FORMER}|.*\b(?:former|past|ex|withdr\w+|expelled|excluded|left|terminated|ausgetreten|ehemalig\w*|ancien\w*|retir\w+"
    r"|voormalig\w*|uscit[oa])\b).*"
)


def is_former(text: str) -> bool:
    """Whether words say that something was a membership and is none any more.

    Parameters
    ----------
    text : str
        The words.

    Returns
    -------
    bool

    >>> is_former("Former member"), is_former("withdrew"), is_former("candidate")
    (True, True, False)
    """
    return _ENDED.fullmatch(" ".join(text.casefold().split())) is not None


_OFFICE = late_pattern(
    r"\b(?:(?:vice|co|deputy|acting)[- ]?)?(?:presiden\w*|chair\w*|head|secretar\w*|director\w*|treasurer|coordinator|spokes\w+|rapporteur\w*"
    r"|minister|commissioner|leader|speaker|governor|\w*vorsitz\w*|\w*pr[aä]sident\w*|\w*sekret[aä]r\w*|schatzmeister\w*|secretaire|sécretaire"
    r"|tresorier|trésorier|présidente?|directeur|directrice|presidencia|secretari[oa]|tesorer[oa]|segretari[oa]|tesorier[ae]|voorzitter|secretaris"
    r"|penningmeester|председатель|президент|секретарь)\b",
    re.IGNORECASE,
)


def is_office(text: str) -> bool:
    """Whether a word for a role is one for an office, whose holder is a member like the others.

    Parameters
    ----------
    text : str
        The word.

    Returns
    -------
    bool

    >>> is_office("Vice-President"), is_office("Secretary General"), is_office("dialogue partner")
    (True, True, False)
    """
    return _OFFICE.search(text) is not None


_CONSENT = late_pattern(
    r"ratif\w+|sign(?:ed|s|ature|atory|atories|ing)?|acced\w+|accession|approv\w+|accept\w+|succe(?:ssion|eded|ssor)|deposit\w*"
    r"|withdr\w+|denounc\w*|denunc\w+|terminat\w+|suspend\w*|force|joined|left|adher\w+|adhes\w+|consent\w*|initial(?:l?ed)"
    r"|unterzeichn\w+|unterschr\w+|ratifiz\w+|beigetreten|beitritt|ausgetreten|austritt|gekundigt|kundigung|kraft|angenommen"
    r"|signe\w*|signataire|adhere\w*|denonc\w+|retrait|retire\w*|vigueur|accepte\w*"
    r"|firma\w*|suscri\w+|adhir\w+|ingres\w+|retirad[oa]|vigor\w*|assinad[oa]|assinatura|aderi\w+|ondertekend|toegetreden|opgezegd"
    r"|подписал\w*|подписан\w*|ратифи\w+|присоедин\w+|вышел|вышла|денонс\w+"
)
_BESIDE_CONSENT = late_pattern(
    r"not|non|no|never|yet|only|but|and|or|of|the|to|by|in|into|on|with|without|a|aa|d|s|definitive|provisional(?:ly)?|full|applied|application"
    r"|entry|entered|instrument|party|parties|state|membership|member|date|done|pending|treaty|convention|protocol|agreement"
    r"|reservations?|nicht|nur|und|aber|noch|mit|ohne|pas|mais|seulement|et|encore|y|pero|solo|sin|nao|mas|e|niet|не|и"
)


def of_consent(text: str) -> bool:
    """Whether all of a cell says how far a state has come with a treaty: signed, ratified, withdrawn.

    Parameters
    ----------
    text : str
        The cell, in lower case without accents.

    Returns
    -------
    bool

    >>> of_consent("signed, not ratified"), of_consent("accession (a)"), of_consent("approved by a committee"), of_consent("")
    (True, True, False, False)
    """
    words = re.findall(r"[^\W\d_]+", text)
    telling = [word for word in words if _CONSENT.fullmatch(word)]
    return bool(telling) and all(word in telling or _BESIDE_CONSENT.fullmatch(word) for word in words)


_NEVER = late_pattern(
    r"(?:has |have )?(?:never|not(?: yet)?|neither)(?: (?:signed|ratified|acceded|joined|a party|signatory|bound|nor|or|and|yet))+"
    r"|(?:signed|signatory|signature)(?: (?:only|but|not|never|yet|ratified|,))+|only signed|no (?:signature|ratification|accession|action)"
    r"|nicht (?:unterzeichnet|ratifiziert|beigetreten)|nur unterzeichnet|non (?:signe|ratifie|signataire)|signe(?:e|,)? non ratifie"
    r"|(?:no|sin) (?:firmado|ratificad[oa]|firma|ratificar)|solo firmado|не (?:подписал\w*|ратифицировал\w*)"
)
_BOUND = late_pattern(
    r"(?:(?:date of )?(?:ratified|ratification|acceded|accession|approved|approval|accepted|acceptance|succession|succeeded|signed and ratified"
    r"|ratifiziert|beigetreten|beitritt|ratifie|adhere|adhesion|ratificado|adherido|ratificato|aderito|geratificeerd|toegetreden"
    r"|ратифицировал\w*|ратифицировано|присоединил\w*)(?: \(?(?:a|aa|s|r|d|ap|at)\)?)?)"
)


def bound(text: str) -> str:
    """Whether words of consent say by themselves that a state is bound by a treaty, or that it is not: "yes", "no" or "".

    "Signed" alone may be either.

    Parameters
    ----------
    text : str
        The words, in lower case without accents.

    Returns
    -------
    str

    >>> bound("never signed"), bound("signed only"), bound("ratified"), bound("signed")
    ('no', 'no', 'yes', '')
    """
    plain = " ".join(re.sub(r"[,;:()–-]", " ", text).split())
    if _NEVER.fullmatch(plain):
        return "no"
    return "yes" if _BOUND.fullmatch(plain) else ""


_LEFT_WORDS = late_pattern(
    r"withdr|denoun|denunc|denonc|terminat|left|suspen|austritt|ausgetreten|kundig|retrait|retir|opgezegd|денонс|выш"
)
_NOT_YET = late_pattern(
    r"\b(?:sign|initial|firma|suscr|assina|ondertek|подпис|unterz|unterschr|appl|consent|deposit|pending)"
    r"|\b(?:not|only|never|nicht|nur|pas|seulement|niet|не)\b"
)


def not_bound(text: str, *, ended: bool = False) -> bool:
    """Whether words of consent say that a state is not bound, not yet for sure, or no more.

    Parameters
    ----------
    text : str
        The words, in lower case without accents.
    ended : bool
        Whether the table says in another column when memberships ended, of which leaving is only the reason.

    Returns
    -------
    bool

    >>> not_bound("signed, not ratified"), not_bound("denounced"), not_bound("ratified")
    (True, True, False)
    """
    return _NOT_YET.search(text) is not None or (not ended and _LEFT_WORDS.search(text) is not None)
