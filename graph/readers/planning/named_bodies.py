"""Whether a column of yes and no, roles or dates is called after a body.

A table with a column for each body often has other columns of yes and no: "landlocked", "civil_war", "treated". What says
which is which is the name: one of the list of bodies, an abbreviation, or a name that ends in a word for a body. A column
of words for roles ("member", "observer") says of itself what it is. All others are left to the user to name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...late import late_pattern
from ...model.naming.forms import unaccented
from ..cells.cell_marks import unmarked
from ..cells.cell_words import NO, YES, flag_of
from .column import Column
from .keys import entity_name, key_of
from .words.column_words import edge_of, says_body

__all__ = [
    "body_called",
    "called_after_body",
    "capitals_tell",
    "edge_and_body",
    "has_role_words",
    "in_brackets",
    "is_listed",
]

_ABBREVIATION = re.compile(r"[A-ZЀ-Я]{2,}[A-Za-zЀ-я0-9+&/.-]*|[A-Z][a-z]{0,2}[A-Z][A-Za-z]*")
_NO_ABBREVIATION = frozenset((
    "CINC", "COW", "DK", "FDI", "GDP", "GNI", "GNP", "GW", "HDI", "ID", "IV", "MID", "MIDS", "NA", "NO", "ODA", "OK", "POP",
    "PPP", "RCID", "SEX", "US", "USD", "VOTE", "WAR", "YES",
))  # fmt: skip
_MARKED = {YES, NO}


def capitals_tell(header: Sequence[str]) -> bool:
    """Whether capitals in a header mean something: not if all of it is in capitals.

    Parameters
    ----------
    header : sequence of str
        The names of the columns.

    Returns
    -------
    bool

    >>> capitals_tell(["country", "NATO", "ABC"]), capitals_tell(["COUNTRY", "YEAR", "WAR"])
    (True, False)
    """
    return any(name != name.upper() for name in header)


def called_after_body(name: str, *, capitals: bool = True) -> bool:
    """Whether a name is certainly one of a body.

    Parameters
    ----------
    name : str
        The name of a column.
    capitals : bool
        Whether capitals in it mean something.

    Returns
    -------
    bool

    >>> [called_after_body(name) for name in ("nato", "is_eu_member", "ABC", "OPEC+", "Alpha Pact", "Balkanbund")]
    [True, True, True, True, True, True]
    >>> [called_after_body(name) for name in ("civil_war", "Landlocked", "GDP", "Q1", "defense pact", "Union")]
    [False, False, False, False, False, False]
    """
    if is_listed(name):
        return True
    called = unmarked(entity_name(name))
    if not capitals:
        return False
    if in_brackets(called):
        return True
    words = re.findall(r"[^\W_]+", called)
    if len(words) == 1 and _ABBREVIATION.fullmatch(called) and called.rstrip("+") not in _NO_ABBREVIATION:
        return True
    return says_body([unaccented(word) for word in words])


def is_listed(name: str) -> bool:
    """Whether a column is called after a body of the list of bodies.

    Parameters
    ----------
    name : str
        The name of a column.

    Returns
    -------
    bool

    >>> is_listed("e_nato"), is_listed("EU28"), is_listed("Schengen Area"), is_listed("Area")
    (True, True, True, False)
    """
    from ...model.known.bodies import bodies

    called = unmarked(entity_name(name))
    plain = re.sub(r"\s*\(.*?\)", "", called)
    # Also "eu28", and "e_nato" of V-Dem.
    return any(bodies().find(each) for each in (called, plain, re.sub(rf"(?<=[^\W\d])\d+$|{_LETTER}", "", plain)))


_LETTER = r"^[^\W\d] (?=\w\w)"
"""The letter before a name that says of which kind a column is: "d_nato", "e_nato" of V-Dem."""


def body_called(name: str) -> str:
    """What the body is called of which a column is: its name without the words and the letter of a kind around it.

    Parameters
    ----------
    name : str
        The name of a column.

    Returns
    -------
    str

    >>> body_called("d_nato"), body_called("EU (1=yes)"), body_called("C Group")
    ('nato', 'EU', 'C Group')
    """
    from ...model.known.bodies import bodies

    called = entity_name(name)
    if " " in name:
        return called
    short = re.sub(_LETTER, "", called)
    return short if short != called and bodies().find(short) and not bodies().find(called) else called


def in_brackets(name: str) -> bool:
    """Whether a name ends in an abbreviation in brackets: "Least developed countries (LDC)".

    Parameters
    ----------
    name : str
        The name of a column.

    Returns
    -------
    bool
    """
    inner = re.search(r"\w \(([^()]+)\)\s*$", name)
    return bool(inner and _ABBREVIATION.fullmatch(inner[1]) and inner[1] not in _NO_ABBREVIATION)


def has_role_words(column: Column) -> bool:
    """Whether the cells of a column are words, of which some say a role: not yes and no, numbers, marks or dates.

    Only words that can mean nothing else: what `CellReader` takes for a role in a column of roles ("active", "partner",
    "current") is something else in most other columns, and would make a body of them.

    Parameters
    ----------
    column : Column
        The column.

    Returns
    -------
    bool
    """
    words = {cell.casefold() for cell in column.distinct if flag_of(cell) not in _MARKED}
    return any(
        re.search(r"\b(?:member|observer|associate|mitglied|beobachter|membre|observateur|miembro|observador)", w)
        for w in words
    )


_QUALIFIED = late_pattern(r"(.*?\w)\s*(?:[(\[]([^()\[\]]*)[)\]]|[,;:]\s(.*))\s*")
_QUALIFIER = late_pattern(
    r"(?:if|when|where|as|according|sources?|notes?|approx\w*|est|estimate\w*|circa|ca|known|exact|falls|wenn|sofern|laut|soweit|quelle"
    r"|si|selon|environ|segun|fuente|aprox\w*|se|secondo|fonte|indien|bron)\b",
    re.IGNORECASE,
)


def edge_and_body(name: str, key: str, *, capitals: bool = True) -> tuple[str, str]:
    """The edge that a column's name says, and of which body; what stands behind it in brackets or a comma has to be called so.

    Parameters
    ----------
    name : str
        The column's name.
    key : str
        The same, as `keys.key_of` writes it.
    capitals : bool
        Whether capitals in it mean something.

    Returns
    -------
    (str, str)

    >>> edge_and_body("Joined (if known)", "joined if known"), edge_and_body("Joined (EU)", "joined eu")
    (('start', ''), ('start', 'EU'))
    """
    edge, of = edge_of(name, key)
    match = _QUALIFIED.fullmatch(name)
    if edge and match and edge_of(match[1], key_of(match[1]))[0]:
        inner = match[2] or match[3]
        if not called_after_body(inner.strip(), capitals=capitals):
            edge, of = edge_of(match[1], key_of(match[1]))
    if _QUALIFIER.match(unaccented(of)) and not called_after_body(of, capitals=capitals):
        of = ""
    return edge, of
