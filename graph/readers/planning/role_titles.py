"""The role that the title of a table gives all its rows: "Observers of the African Union", "EU candidate countries".

Words that are a role of ours are taken at their word, which is said; those that make no present membership of a row
("former members", "applicants") are asked about, as they are in a column of roles. A title in which such words only
occur is not taken, but said.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from ...late import late_pattern
from ...model.known.bodies import bodies
from ...model.role_words import lesser_in, of_lesser_right, role_of_word
from ..cells.cell_words import NO, bare, flag_of
from .named_bodies import called_after_body
from .titles import without_tail
from .words.column_words import TURNS

__all__ = ["RoleTitle", "hints_at_role", "role_of_file", "role_of_title", "role_of_titles"]

_LISTS = late_pattern(
    r"^(?:(?:table|tabelle|tableau|tabla|tabela|tabella|annex|appendix|list)\s*[\dA-Z.]*[.:–-]\s*)?"
    r"(?:(?:the |a |an )?(?:complete |full |current |official |die |la |le )*"
    r"(?:list|table|overview|liste|lista|elenco|список|tabelle|tableau|tabla)(?:s|n|en)? "
    r"(?:of |der |des |von |de |del |dei |degli |delle )?(?:all |the |les |los |las |die |alle )?)?",
    re.IGNORECASE,
)
_LIST_BEHIND = late_pattern(r"(?<=\w) (?:list|table|overview)$", re.IGNORECASE)
_OF = late_pattern(
    r" (?:of|in|to|at|from|within|by|for|der|des|zur|zum|im|in der|beim|bei der|von|de la|de los|de las|de|du|del|des|aupr[eè]s de"
    r"|[aà] la|au|en|da|do|dos|na|no|della|delle|dello|dei|di|nella|nel|van de|van het|van|bij de) (?:the |l['’])?"
    r"| (?:de l|d|[aà] l|dell|nell|all)['’]",
    re.IGNORECASE,
)
_BELONGING = late_pattern(
    r"(?:full )?(?:member(?:ship)?|accession|entry|joining)(?: (?:of|in|to|from|into))?(?: the)? ", re.IGNORECASE
)
_BELONGS = late_pattern(r" (?:membership|accession|entry)", re.IGNORECASE)
_BRACKETS = late_pattern(r"(.+?)\s*[(\[]([^()\[\]]+)[)\]]")
_WITH_STATUS = late_pattern(
    r"(?:(?:the|all|member|other)? ?(?:states|countries|members|nations|entities|economies|governments) )"
    r"(?:with|having|holding|that have|who have|that are|which are|who are|as)? ?(?:the |an? )?(?=\w)",
    re.IGNORECASE,
)
_AND = late_pattern(r"\s*(?:[,;/&+]|\b(?:and|or|und|oder|et|ou|y|e|en|и)\b)\s*")
_STATES = (
    r"(?:(?:member|membro|miembro|membre)s?[ -])?(?:states?|countr(?:y|ies)|nations?|economies|governments|territories|bodies|organi[sz]ations?"
    r"|l[aä]nder|staaten|pays|[eé]tats|pa[ií]ses|estados|stati|paesi|landen|страны|государства)"
)
_BESIDE = late_pattern(rf"^{_STATES} (?=\w)|(?<=\w) {_STATES}$")
_TURN = late_pattern(
    r"(?:(?:all|the|current|potential|official|its|formally|temporarily|non|membership|pays|paesi|pa[ií]ses|страны) )*"
    r"(?:former|ex|past|previous|suspended|withdrawn|expelled|excluded|candidates?|applicants?|prospective|aspiring|aspirants?|future|acceding"
    r"|invited|invitees?|non|not|never|would be|departed|defunct|ehemalige[nr]?|fr[uü]here|suspendierte|ausgetretene|(?:beitritts)?kandidaten"
    r"|beitrittskandidat\w*|kandidaten\w*|bewerber\w*|nichtmitglied\w*|nicht|anciens?|candidats?|suspendus|antigu[oa]s|ex|candidat[oi]s?"
    r"|suspendid[oa]s|suspens[oa]s|sospesi|non|no|n[aã]o|antigos|ehemals|voormalige|kandidaat|kandidaten|aspirant|бывшие|кандидаты|страны кандидаты|не)"
    rf"(?:[ -]?(?:{_STATES}|members?(?:[ -](?:states?|countries))?|mitglied\w*|membres?|[eé]tats membres|miembros?|estados miembros|membros?|membri|leden"
    r"|lidstaten|lid|члены|члены организации|party|parties|signatories|candidates?|applicants?))?"
)
_TURN_BEHIND = late_pattern(
    r"(?:members?|membres?|miembros?|membros?|membri|mitglieder|leden|члены)"
    r" (?:suspend\w*|suspens\w*|sospes\w*|exclu\w*|expuls\w*|expelled|withdrawn|retirad[oa]s)"
)
_ALONE = frozenset(
    (
        "non",
        "not",
        "never",
        "no",
        "nao",
        "не",
        "nicht",
        "ex",
        "past",
        "previous",
        "future",
        "would be",
        "former",
        "invited",
    )
)
"""Beginnings of turns that say nothing without a word for members behind them."""
_MEMBERS = late_pattern(
    r"(?:(?:full|current|present|all|the|its|active|other|new|remaining) )*(?:members?(?: ?-?(?:states?|countries|nations|economies))?|parties"
    r"|states parties|mitglied(?:er|s?staaten|s?l[aä]nder)|(?:[eé]tats |pays )?membres|(?:estados |pa[ií]ses )?miembros"
    r"|(?:estados |pa[ií]ses )?membros|(?:stati |paesi )?membri|leden|lidstaten|члены)"
)
_HINTS = late_pattern(
    r"\b(?:observers?|associate members?|candidates?|applicants?|(?:former|ex|non|suspended|prospective|aspiring)[ -]members?"
    r"|beobachter|kandidaten|observateurs|candidats|observadores|candidatos|osservatori|candidati|наблюдатели|кандидаты)\b"
)
_PEOPLE = late_pattern(
    r"^(?!no )(?=.*(?:observ|beobacht|osserv|наблюд|associ|assoz|asociad|candidat|kandidat|applicant|(?:member|mitglied"
    r"|membr|miembro)\w+|leden|член))"
)
"""Words for those who are in a role, rather than for what they did."""
_WORDS_OF_FILES = frozenset(
    [
        "list",
        "table",
        "data",
        "states",
        "countries",
        "country",
        "state",
        "of",
        "the",
        "in",
        "to",
        "final",
        "new",
        "all",
        "current",
        "dataset",
        "csv",
    ]
)


@dataclass(frozen=True)
class RoleTitle:
    """What a title says of all rows below it.

    Parameters
    ----------
    role : str
        The words for the role, as they stand there.
    body : str
        The body that it names; "" if none.
    title : str
        The whole title.
    mixed : bool
        Whether it is of members beside others: "members and observers".
    """

    role: str
    body: str
    title: str
    mixed: bool = False


def role_of_titles(titles: Iterable[str]) -> RoleTitle | None:
    """The one role that the titles of a table give its rows; None if none does, or several name different ones.

    Parameters
    ----------
    titles : iterable of str
        What stands above the table, line by line, and the name of its sheet.

    Returns
    -------
    RoleTitle or None

    >>> role_of_titles(["Table 2: Observers of the African Union (2012)", "Source: own work"])
    RoleTitle(role='Observers', body='African Union', title='Table 2: Observers of the African Union (2012)', mixed=False)
    """
    found = {each.role: each for title in titles if (each := role_of_title(title))}
    return next(iter(found.values())) if len(found) == 1 else None


@lru_cache(256)
def role_of_title(title: str) -> RoleTitle | None:
    """The role that one title gives what stands below it; None if it gives none, or that of members.

    Parameters
    ----------
    title : str
        The title.

    Returns
    -------
    RoleTitle or None

    >>> said = [role_of_title(each) for each in ("EU candidate countries", "Non-members", "States with observer status in the OAS")]
    >>> [(each.role, each.body) for each in said]
    [('candidate countries', 'EU'), ('Non-members', ''), ('observer status', 'OAS')]
    >>> [role_of_title(each) for each in ("Members of NATO", "Former colonies", "Candidates for the presidency", "NATO")]
    [None, None, None, None]
    """
    whole = _LIST_BEHIND.sub("", _LISTS.sub("", " ".join(title.strip(" #*_=|\"'").split())))
    for words in dict.fromkeys((whole, without_tail(whole))):
        for each in dict.fromkeys((words, _WITH_STATUS.sub("", words, count=1))):
            if found := _parted(each):
                return RoleTitle(*found, title, mixed="member" in _kinds(found[0]))
    return None


def _parted(words: str) -> tuple[str, str] | None:
    """The words for a role and the name of a body; None if there is no role, or something else beside it."""
    whole = _is_role(words)
    if whole and not of_lesser_right(words):  # "ASEAN dialogue partners" names a body, though
        return words, ""
    if (match := _BRACKETS.fullmatch(words)) and _is_role(match[2]) and (body := _body(match[1])):
        return match[2], body
    for match in _OF.finditer(words):
        role, rest = words[: match.start()].strip(), words[match.end() :].strip()
        if _is_role(role) and (body := _body(rest)):
            return role, body
    for match in re.finditer(r"\s*[,:–—-]\s+|\s+", words):
        before, role = words[: match.start()].strip(), words[match.end() :].strip()
        if _is_role(role) and (body := _body(before)):
            return role, body
        if match[0].strip() and _is_role(before) and (body := _body(role)):
            return before, body  # "Observers: African Union"
    return (words, "") if whole else None


def _body(name: str) -> str:
    """A name without "membership of", if it is plainly one of a body; else ""."""
    name = without_tail(name)
    if (upright := re.sub(r"(?<=[^\W\d]{3}e)n (?=[A-ZÄÖÜ])", " ", name)) != name and bodies().find(upright):
        return upright  # "der Afrikanischen Union"
    for each in (name, _BELONGS.sub("", name), _BELONGING.sub("", name)):
        if bodies().find(each):
            return each
    whole = name[:1].isupper() and not re.search(r"\b(?:and|or|und|et|y|of|in|for)\b|[,;/]", name)
    return name if whole and called_after_body(name) else ""


def _is_role(words: str) -> bool:
    """Whether words are for a role, or for several, of which one at least is not that of members."""
    kinds = _kinds(words)
    return all(kinds) and bool(set(kinds) - {"member"})


def _kinds(words: str) -> list[str]:
    """What each of the words for roles is, which a text is made of."""
    plain = bare(words).replace("-", " ")
    if len(plain.split()) > 8:
        return []
    parts = [_kind(part) for part in _AND.split(plain) if part]
    return parts if all(parts) else [_kind(plain)]


def _kind(part: str) -> str:
    """What words are: "member", "role" for another one, or "" for neither."""
    without = _BESIDE.sub("", part).strip()
    if part.isascii() and len(part) < 6:
        return ""  # "obs" may be short for something else
    if _MEMBERS.fullmatch(part):
        return "member"
    for each in (part, without):
        role = role_of_word(each)
        if role is not None:
            return "member" if role == "full" else "role"
        if each in TURNS or of_lesser_right(each) or flag_of(each) == NO:
            return "role"
    if _TURN_BEHIND.fullmatch(part):
        return "role"
    return "role" if _TURN.fullmatch(part) and part not in _ALONE and without not in _ALONE else ""


def hints_at_role(title: str) -> bool:
    """Whether a title that gives no role has words for one that is not that of members in it.

    Parameters
    ----------
    title : str
        The title.

    Returns
    -------
    bool

    >>> hints_at_role("States that maintain observers at the UN"), hints_at_role("Members of the Nordic Council")
    (True, False)
    """
    plain = bare(title)
    return _HINTS.search(plain) is not None or "observer" in lesser_in(re.sub(r"[^\w\s]", " ", plain))


def role_of_file(where: str) -> RoleTitle | None:
    """The role that the name of a file gives its rows, if it says no more than that, and a body.

    Parameters
    ----------
    where : str
        The file.

    Returns
    -------
    RoleTitle or None

    >>> role_of_file("data/au_observers_2020.csv").role, role_of_file("election_candidates.csv"), role_of_file("members.csv")
    ('observers', None, None)
    """
    stem = re.sub(r"[_.\s-]+", " ", Path(where).name.partition(".")[0])
    words = [each for each in stem.split() if not (each.casefold() in _WORDS_OF_FILES or any(map(str.isdigit, each)))]
    found = _parted(stem) or _parted(" ".join(words))
    if found is None or not (_PEOPLE.search(bare(found[0])) or any(map(bodies().find, words))):
        return None  # "withdrew.csv", "trade_partners.csv" may be anything
    return RoleTitle(*found, Path(where).name, mixed="member" in _kinds(found[0]))
