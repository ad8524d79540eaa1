"""Columns of yes and no that say of each row whether its membership goes on, or is over: "current", "in force", "former".

They are read row by row (`not_now`): who is said to be no member now has an end, or is left out, which is said. Where
the name of a column or the dates of the table leave it open what is meant, the user is asked, row by row too.
"""

from __future__ import annotations

from ...late import late_pattern
from ..cells.cell_words import YES
from .columns import Columns
from .keys import NOT_BODIES, edge_named
from .words.column_words import END_WORD

__all__ = ["find_going_on", "is_of_now", "is_of_the_past", "is_surely_now", "tell_of_each_year", "tells_of_joining"]

_GOES_ON = late_pattern(
    r"(?:(?:is|are|state|country|membership|member|party|a|the|now|yes|no) )*"
    r"(?:still|currently|current|present(?:ly)?|today|now|ongoing|on going|valid|effective|active|actual|aktuell|derzeit|noch"
    r"|actuel(?:lement)?|actualmente|vigente|in (?:force|effect|kraft|vigor)|en (?:vigueur|vigor)|still (?:in|member)"
    r"|действующий|действует)"
    r"(?: (?:is|a|an|the|in|it|member|membership|members|state|status|party|force|effect|yes|no|mitglied|membre|miembro))*"
)
_ANYWHERE = late_pattern(r"\b(?:still|currently|current (?:member|state|status)|today|derzeit|actuellement)\b")
_OVER = late_pattern(
    r"(?:(?:is|was|has|been|a|the|member|membership|have|yes|no) )*"
    r"(?:former(?:ly)?|past|historical|historic|previous(?:ly)?|ex|ended|over|left|withdrew|withdrawn|exited|quit|expired"
    r"|terminated|ceased|lapsed|expelled|excluded|deleted|removed|cancelled|canceled|revoked|was(?: a)? member|once(?: a)? member|defunct|dissolved|obsolete|no longer|ehemalig\w*|ausgetreten|beendet"
    r"|ancien|sorti|retirado|antiguo|бывший|вышел)"
    r"(?: (?:is|a|an|the|in|member|membership|members|state|status|yes|no))*"
)
_SURELY_NOW = late_pattern(r"\b(?:in (?:force|effect|kraft|vigor)|en vigueur|valid|effective|vigente)\b")
_JOINING = late_pattern(
    r"(?:(?:is|has|have|was|a|the|yes|no|been|ever|treaty|protocol) )*"
    r"(?:ratified|ratification|accepted|acceptance|approved|approval|confirmed|acceded|accession|joined|admitted|signed|signatory"
    r"|signature|deposited|bound|party|participat\w+|included|adhered|beigetreten|ratifiziert|unterzeichnet|adhere|ratifie"
    r"|signe|ratificado|firmado|ever(?: a)? member|been(?: a)? member|member ever)"
    r"(?: (?:it|the|treaty|protocol|convention|charter|agreement|yes|no|status))*"
)


def find_going_on(table: Columns) -> None:
    """The column that says whether memberships go on, or the one that says which are over.

    Parameters
    ----------
    table : Columns
        The table; what is found is decided in it.
    """
    for name in ("current", "former"):
        if (given := table.column_of(name)) is not None:
            table.learn_pair(given)
    for column in table.columns:
        if not table.free(column) or not column.flags:
            continue
        answered = any(column.said(cell) == YES for cell in column.distinct)
        if _GOES_ON.fullmatch(column.key) or _ANYWHERE.search(column.key):
            table.fields.setdefault("current", column.at)
            table.learn_pair(column)
        elif (_OVER.fullmatch(column.key) or _of_ends(column.key)) and answered:
            table.fields.setdefault("former", column.at)
            table.learn_pair(column)


def _of_ends(key: str) -> bool:
    """Whether a column is called after ends alone: "end", "Austritt"."""
    return END_WORD.search(key) is not None and edge_named(key) and not NOT_BODIES.search(key) and "cens" not in key


def tell_of_each_year(table: Columns) -> None:
    """Where each row is of one year, "current" says whether there was a membership in it.

    Parameters
    ----------
    table : Columns
        The table; what is found is decided in it.
    """
    if table.found.observed and "flag" not in table.fields and not table.given("current") and "current" in table.fields:
        table.fields["flag"] = table.fields.pop("current")


def is_of_now(key: str) -> bool:
    """Whether a name says that "yes" under it means that a membership goes on.

    Parameters
    ----------
    key : str
        The name, as `keys.key_of` writes it.

    Returns
    -------
    bool

    >>> is_of_now("is active"), is_of_now("still member"), is_of_now("active since")
    (True, True, False)
    """
    return _GOES_ON.fullmatch(key) is not None


def is_of_the_past(key: str) -> bool:
    """Whether a name says that "yes" under it means that a membership is over.

    Parameters
    ----------
    key : str
        The name, as `keys.key_of` writes it.

    Returns
    -------
    bool

    >>> is_of_the_past("former member"), is_of_the_past("has left"), is_of_the_past("left on")
    (True, True, False)
    """
    return _OVER.fullmatch(key) is not None


def is_surely_now(key: str) -> bool:
    """Whether "no" under a name can only mean that there is no membership now, and not that there was one before.

    Parameters
    ----------
    key : str
        The column's name, as `keys.key_of` writes it.

    Returns
    -------
    bool

    >>> is_surely_now("in force"), is_surely_now("still member"), is_surely_now("is active")
    (True, False, False)
    """
    return _SURELY_NOW.search(key) is not None


def tells_of_joining(key: str) -> bool:
    """Whether a column is called after what makes a member of a state, or may do so: "ratified", "signed the charter".

    Parameters
    ----------
    key : str
        The column's name, as `keys.key_of` writes it.

    Returns
    -------
    bool

    >>> tells_of_joining("has ratified"), tells_of_joining("signed the charter"), tells_of_joining("hosts troops")
    (True, True, False)
    """
    return _JOINING.fullmatch(key) is not None
