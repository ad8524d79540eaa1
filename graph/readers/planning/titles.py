"""The body that the title of a table names: "Member states of the Nordic Council", "ASEAN members (2012)".

A title is taken at its word if it says that the rows are members, and if what it names is plainly a body: one of the list
of bodies, an abbreviation, or a name with a word for a body in it. The name of a file is not taken, but offered.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from ...late import late_pattern
from ...model.known.bodies import bodies
from .named_bodies import called_after_body

__all__ = ["body_named_in", "body_of_file", "body_of_title", "without_tail", "year_named_in"]

_MEMBERS = (
    r"(?:(?:full|current|present|all|the|its|our|member|participating|contracting|party) )*"
    r"(?:members?(?:hip)?(?: ?-?(?:states?|countries|nations|governments|parties|list|economies))?|states? part(?:y|ies)|parties"
    r"|participants|signatories|participating (?:states|countries))"
)
_OF = late_pattern(
    rf"(?:(?:complete |full |current )?(?:list|table|overview) of )?{_MEMBERS} (?:of|in|to) (?:the )?(.+)"
    r"|(?:liste der )?(?:mitglied(?:s?staaten|er|s?l[aä]nder)) (?:der|des|von|im|in der) (.+)"
    r"|(?:liste des )?(?:(?:[eé]tats|pays)[ -](?:membres|parties)|membres) (?:de la |du |de l['’]|des |de |[aà] la |au )(.+)"
    r"|(?:lista de )?(?:(?:estados|pa[ií]ses)[ -](?:miembros?|membros?|parte|partes)|miembros|membros) (?:de la |del |de los |de las |da |do |dos |de )(.+)"
    r"|(?:(?:stati|paesi) )?membri (?:della |dell['’]|del |dei |di )(.+)"
    r"|(?:lidstaten|leden) van (?:de |het )?(.+)",
    re.IGNORECASE,
)
_BEHIND = late_pattern(
    r"(.+?)(?: ?[–—:-] ?| )(?:(?:full|current|all) )?(?:member(?:ship)?(?: ?-?(?:states?|countries|nations|list))?|members|mitglied\w*"
    r"|signatories|states parties)",
    re.IGNORECASE,
)
_TAIL = late_pattern(
    r"(?:[\s,;:–—-]+|\s*[(\[]\s*)(?:as of|as at|since|until|in|from|by|with|and (?:their|its|dates?)|status|stand|dates? of|updated"
    r"|effective|accession|[12]\d{3}\b|\d{1,2} [^\W\d]+ [12]\d{3}|[^\W\d]+ [12]\d{3}\b).*$|\s*\[\w*\]$|\s*\(\d+\)$|\s*[*†‡]+$|[\s.:;,]+$",
    re.IGNORECASE,
)
_YEAR = late_pattern(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
_NUMBERED = late_pattern(
    r"^(?:table|tabelle|tableau|tabla|tabela|tabella|annex|appendix|list)\s*[\dA-Z.]*[.:–-]\s*", re.IGNORECASE
)
_LIST_OF = late_pattern(r"(?:list|table)s? (?:of|for) ", re.IGNORECASE)


def body_named_in(titles: Iterable[str]) -> tuple[str, str]:
    """The one body of whose members titles say that the table is.

    Parameters
    ----------
    titles : iterable of str
        What stands above the table, line by line, and the name of its sheet.

    Returns
    -------
    (str, str)
        The body and the title that names it; "" and "" if none does, or several name different ones.

    >>> body_named_in(["Member states of the Nordic Council (as of 2012)", "Source: own work"])
    ('Nordic Council', 'Member states of the Nordic Council (as of 2012)')
    >>> body_named_in(["Members of Parliament"]), body_named_in(["Former members of the Arab League"])
    (('', ''), ('', ''))
    >>> [body_named_in([title])[0] for title in ("Membres de l'Union africaine", "Miembros del Mercosur", "Membres de l'équipe")]
    ['Union africaine', 'Mercosur', '']
    """
    found = {body: title for title in titles if (body := _body_of(title))}
    return next(iter(found.items())) if len(found) == 1 else ("", "")


def _body_of(title: str) -> str:
    """The body of whose members a title is; "" if it does not say so, or it is not plain that it is a body."""
    words = _NUMBERED.sub("", " ".join(title.strip(" #*_=|\"'").split()))
    match = _OF.fullmatch(words)
    behind = None if match else _BEHIND.fullmatch(without_tail(words))
    if not (match or behind):
        return ""
    name = without_tail(next(group for group in (match or behind).groups() if group))  # type: ignore[union-attr]
    if match and match[2]:
        name = re.sub(r"(?<=[^\W\d]{3}e)n (?=[A-ZÄÖÜ])", " ", name)  # "der Europäischen Union"
        return name if bodies().find(name) else ""  # other names are not known in the case in which they are called
    if bodies().find(name):
        return name
    if behind and re.search(r"\b(?:of|in|by|for|the)\b", name):
        return ""  # "population of the Alpha Pact members"
    whole = name[:1].isupper() and not re.search(r"\b(?:and|or|und|et|y)\b|[,;/]", name)
    return name if whole and called_after_body(name) and not _LIST_OF.match(name) else ""


def body_of_title(title: str, *, capitals: bool = True) -> str:
    """The body that a title above one of several tables names: of whose members it is, or all of it.

    Parameters
    ----------
    title : str
        The title.
    capitals : bool
        Whether capitals in it mean something.

    Returns
    -------
    str
        "" if it names none.

    >>> [body_of_title(title) for title in ("Members of the Nordic Council", "Nordic Council", "Candidates")]
    ['Nordic Council', 'Nordic Council', '']
    """
    return body_named_in([title])[0] or (title if title and called_after_body(title, capitals=capitals) else "")


def without_tail(name: str) -> str:
    """A name without what stands behind it: a date, "by date of accession", marks of footnotes.

    Parameters
    ----------
    name : str
        The name.

    Returns
    -------
    str

    >>> without_tail("Nordic Council (as of 2012)")
    'Nordic Council'
    """
    if bodies().find(name):
        return name
    while (shorter := _TAIL.sub("", name).strip()) != name and shorter:
        name = shorter
    return name


def year_named_in(title: str) -> str:
    """The one year that a title names; "" if it names none, or several.

    Parameters
    ----------
    title : str
        The title.

    Returns
    -------
    str

    >>> year_named_in("Members of ASEAN (1999)"), year_named_in("Members of ASEAN, 1967–1999")
    ('1999', '')
    """
    years = _YEAR.findall(title)
    return years[0] if len(years) == 1 else ""


def body_of_file(where: str) -> str:
    """The body that the name of a file may name, for a refusal to offer; "" if it is none of the list of bodies.

    Parameters
    ----------
    where : str
        The file.

    Returns
    -------
    str

    >>> body_of_file("data/asean_members_2012.csv"), body_of_file("members.csv")
    ('ASEAN', '')
    """
    stem = re.sub(r"[_.\s-]+", " ", Path(where).name.partition(".")[0])
    named = re.sub(
        r"\b(?:members?|membership|list|states|countries|of|the|data|table|[12]\d{3})\b", " ", stem, flags=re.I
    )
    name = " ".join(named.split())
    if not name or not bodies().find(name):
        return ""
    return name.upper() if name.islower() and " " not in name and len(name) < 7 else name
