"""What the name of a column of yes and no says of it: that rows are memberships, or plainly something else."""

from __future__ import annotations

from ...late import late_pattern
from .keys import NOT_BODIES, key_of
from .named_bodies import called_after_body

__all__ = ["of_memberships", "of_something_else"]

_BELONGING = (
    r"(?:member\w*|membre\w*|membros?|membri|miembros?|membres\w+|mitglied\w*|lid|lidmaat\w*|medlem\w*|jasen\w*|czlon\w*|clen\w*|tagja|tagsag\w*"
    r"|uye\w*|член\w*|μελοσ|anggota|חבר\w*|thanh vien|สมาชิก|सदस्य|mwanachama|narys|biedrs|liige|clan|clanica|signator\w+|vertragspart\w*|particip\w*|partecip\w*|teilnahme|teilnehm\w*|teilgenommen|beteiligt|beteiligung|deelnam\w*|deelnem\w*|deltag\w*|deltak\w*"
    r"|osallist\w*|udzial|uczestni\w*|ucast\w*|участ\w*|учасн\w*|katil\w*|join\w*|accede[ds]?|acceding|accession|adher\w*|adhesion|adesione|aderi\w*|aderent[ei]|iscritt[oaei]"
    r"|adhiri\w*|beitritt\w*|beigetreten|eingetreten|ingres\w*|toegetreden|toetreding|przystap\w*|belong\w*|zugehorig\w*|angehorig\w*|apparten\w*"
    r"|appartien\w*|pertenec\w*|pertenen\w*|pertence\w*|affiliated|affiliation|affilie\w*|afilia\w*|dabei|takes part|taking part|take part|took part"
    r"|part of|fait partie|fa parte|faz parte|forma parte|hace parte|nimmt teil|neemt deel|is in|in|party|is party|inside"
    r"|加入\w*|参加\w*|参与\w*|加盟\w*|成员|是否成员|会员|加入済み|가입\w*|참가\w*|회원\w*|(?:ال)?انضمام|منضم\w*|(?:ال)?عضو\w*|(?:ال)?مشارك\w*)"
)
_SPEAKS_OF_BELONGING = late_pattern(
    r"\b(?:member\w*|mitglied\w*|membre\w*|miembro\w*|membro\w*|particip\w*|join\w*|acce(?:ded?|ssion)|belong\w*)"
)
_BESIDE = (
    r"(?:has|have|is|was|are|were|did|does|do|it|they|a|an|the|to|of|at|ist|hat|hatte|est|a t il|es|ha|e|est il|states?|staat|country|countries|land|pays"
    r"|pais|organi[sz]ation|org|body|alliance|bloc|pact|treaty|group|union|igo|yn|y n|yes no|flag|dummy|status|already|bereits|deja|ya)"
)
_OF_MEMBERSHIPS = late_pattern(rf"(?:{_BESIDE} )*{_BELONGING}(?: {_BESIDE}| {_BELONGING})*")

_OTHER = late_pattern(
    r"\b(?:nuclear\w*|atom\w*|coast\w*|landlock\w*|island\w*|democra\w*|autocra\w*|dictator\w*|monarch\w*|republic\w*|kingdom|communis\w*|regime\w*"
    r"|polity\w*|v2\w*|war|wars|civil|conflict\w*|coups?|peace|treat(?:ed|ment)|control|post|pre|sample|session\w*|train|test|holdout"
    r"|founde?r?s?|founding|original|charter|grundung\w*|fondat\w*|fundador\w*|deposit\w*|host\w*|headquarter\w*|hq|seat|capital|permanent|veto"
    r"|elected|vot\w+|language\w*|english\w*|anglophone|francophone|lusophone|oil|gas|rich|poor|income|ldcs?|lldcs?|sids|hipcs?|develop(?:ed|ing)|emerging"
    r"|industriali[sz]ed|sanction\w*|aid|donors?|recipients?|trade\w*|wto|defen[cs]e|offen[cs]e|neutral\w*|nonagg\w*|consult\w*|entente|contig\w*"
    r"|neighbou?rs?|border\w*|africa\w*|europ\w*|asia\w*|america\w*|arab\w*|latin|pacific|oceania|muslim|islam\w*|christian|catholic|religio\w*|colon\w*"
    r"|independen\w*|sovereign\w*|federal\w*|unitary|president\w*|parliament\w*|chair\w*|presid\w*|female|male|woman|women|gender|sex|verified|checked|reviewed"
    r"|duplicate\w*|imputed|estimated|cens\w*|observed|major|minor|great|power\w*|western|eastern|northern|southern|north|south|east|west|global"
    r"|military|security|economic|regional|secretariat|reservations?|declaration|fees?|dues|arrears|paid|payment|contribut\w*|troops?|observers?|associates?"
    r"|kernwaffen|atomwaffen|binnenstaat|demokrati\w*|kuste\w*|insel\w*|nucleaire|insulaire|ile|insular|isla|costa|litoral|guerra|guerre|krieg\w*)\b"
)


def of_memberships(key: str) -> bool:
    """Whether a column of yes and no is called after belonging, taking part or joining, and after nothing else.

    Parameters
    ----------
    key : str
        The column's name, as `keys.key_of` writes it.

    Returns
    -------
    bool

    >>> [of_memberships(key) for key in ("teilnahme", "has joined", "is party", "fait partie", "in")]
    [True, True, True, True, True]
    >>> [of_memberships(key) for key in ("former member", "member since", "eu accession", "nuclear", "x")]
    [False, False, False, False, False]
    """
    return _OF_MEMBERSHIPS.fullmatch(key) is not None


def of_something_else(name: str) -> bool:
    """Whether a column of yes and no is plainly about what states or bodies are like.

    Parameters
    ----------
    name : str
        The column's name.

    Returns
    -------
    bool

    >>> [of_something_else(name) for name in ("nuclear", "civil_war", "isFounder", "presence", "x")]
    [True, True, True, False, False]
    >>> of_something_else("Arab League"), of_something_else("pacific member")
    (False, False)
    """
    key = key_of(name)
    if _SPEAKS_OF_BELONGING.search(key) or called_after_body(name):
        return False
    return NOT_BODIES.search(key) is not None or _OTHER.search(key) is not None
