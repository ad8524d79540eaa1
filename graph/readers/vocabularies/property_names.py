"""What a property that no lens knows says by its name, in the words of tables: that it is a start, an end, a role."""

from __future__ import annotations

import re
from functools import lru_cache

from ...rdf.terms import id_of
from ..planning.keys import key_of
from ..planning.words.column_names import FIELDS
from ..planning.words.column_words import BEFORE_WORD, edge_of
from .lenses import read_by_lenses
from .rdf_dates import END, START

__all__ = ["edge_said", "is_usual_edge", "membership_said", "says_joining", "says_period", "says_role"]

_ASIDE = frozenset(("date", "in", "out", "time", "s", "с", "по"))
"""Words of tables that alone, far from any table, say too little."""
_EDGES = {key: edge for edge in ("start", "end") for key in FIELDS[edge] if key not in _ASIDE}
_MODEL = frozenset(term.value for term in (START, END))
_AROUND = re.compile(
    r"\b(?:has|dates?|years?|fecha|data|datum|jahr|annee|ano|on|of|de|du|del|da|do|der|des|the|membership|member|mandate?|mandato"
    r"|term|office)\b"
)
"""Words beside the one that says which edge it is: `fechaFin`, `finMandat`."""
_ROLES = frozenset((*FIELDS["role"], "state of membership"))

_VERB = re.compile(r"(?:is|ist|est|es|e|hat|ha|has|tiene|tem|heeft|er|ar|a pour)(?: (?:an?|the|ein|un))? (?=\w)")
"""What may stand before the words that say a membership: `isMemberOf`, `istMitgliedVon`, `hasMember`."""
_IN = re.compile(r"(?:member|mitglied|membre|miembro|membro|lid|medlem|член) \S+")
_OF_WHOM = re.compile(r"(?:\w+ )?(?:members?|mitglied\w*|membres?|miembros?|membros?)")
_OF = frozenset((*filter(_IN.fullmatch, FIELDS["organization"]), "member state of", "membership of", "membership in"))
_JOINING = frozenset((
    "joined", "joins", "acceded to", "accedes to", "adhered to", "belongs to", "belong to",
    "beigetreten", "trat bei", "gehort zu", "rejoint", "a rejoint", "adhere a", "a adhere a", "appartient a",
    "pertenece a", "se unio a", "se adhirio a", "pertence a", "aderiu a", "appartiene a", "aderito a", "ha aderito a",
    "behoort tot", "toegetreden tot", "вступил в", "принадлежит к", "вступило в",
))  # fmt: skip
"""Words for being or becoming a member."""
_HAS = frozenset(("member", "members", "member state", "member states", *filter(_OF_WHOM.fullmatch, FIELDS["member"])))
_CASES = re.compile(r"(?<=[^\W\d_])(?=[^\W\d_])")


@lru_cache(4096)
def membership_said(iri: str) -> str:
    """Whether a property says by its name, in whatever language, that one is a member of the other, and which of which.

    Parameters
    ----------
    iri : str
        The property.

    Returns
    -------
    str
        "of" if it leads from the member to the body, "has" if it leads from the body; "" if it says no membership.

    >>> names = "isMemberOf", "istMitgliedVon", "membreDe", "членВ", "hasMember", "miembros", "capitalOf"
    >>> [membership_said(f"http://e.org/{name}") for name in names]
    ['of', 'of', 'of', 'of', 'has', 'has', '']
    """
    key = _key(iri)
    return "of" if key in _OF or key in _JOINING else "has" if key in _HAS else ""


def says_joining(iri: str) -> bool:
    """Whether a property says membership in words that are used of parts and places too: `ex:belongsTo`, `ex:joined`.

    >>> says_joining("http://e.org/hasJoined"), says_joining("http://e.org/gehörtZu"), says_joining("http://e.org/memberOf")
    (True, True, False)
    """
    return _key(iri) in _JOINING


def _key(iri: str) -> str:
    """The words of the name of a property, without what may stand before those that say a membership."""
    name = id_of(iri)
    parted = _CASES.sub(lambda at: " " if name[at.start() - 1].islower() and name[at.start()].isupper() else "", name)
    key = key_of(parted)
    return _VERB.sub("", key, count=1) if _VERB.match(key) else key


@lru_cache(4096)
def edge_said(iri: str) -> str:
    """Whether a property is a start or an end by its name.

    Parameters
    ----------
    iri : str
        The property.

    Returns
    -------
    str
        "start" or "end"; "" if it is neither, or a lens reads it.

    >>> edge_said("http://e.org/withdrawnOn"), edge_said("http://e.org/fechaFin"), edge_said("http://e.org/since")
    ('end', 'end', 'start')
    >>> edge_said("http://e.org/candidateSince"), edge_said("http://e.org/signedOn")
    ('', '')
    """
    if iri in read_by_lenses() or iri in _MODEL:
        return ""
    key = key_of(id_of(iri))
    if usual := _usual(key):
        return usual
    if BEFORE_WORD.search(key):
        return ""
    edge, of = edge_of(key, key)
    bare = " ".join(_AROUND.sub(" ", key).split())
    return edge if edge and not of else _EDGES.get(bare, "")


def is_usual_edge(iri: str) -> bool:
    """Whether a start or an end is called as most tables call it, so that it comes before others.

    >>> is_usual_edge("http://e.org/startDate"), is_usual_edge("http://e.org/accededOn")
    (True, False)
    """
    return _usual(key_of(id_of(iri))) != ""


def _usual(key: str) -> str:
    return _EDGES.get(key) or _EDGES.get(key.removeprefix("has ").removeprefix("membership "), "")


@lru_cache(4096)
def says_period(iri: str) -> bool:
    """Whether a property that no lens knows says by its name from when to when: `ex:period`, `ex:memberYears`.

    >>> says_period("http://e.org/hasPeriod"), says_period("http://e.org/memberYears"), says_period("http://e.org/term")
    (True, True, True)
    >>> says_period("http://e.org/lightYears")
    False
    """
    if iri in read_by_lenses():
        return False
    key = key_of(id_of(iri)).removeprefix("has ")
    return key in _PERIODS or " ".join(_AROUND_PERIOD.sub(" ", key).split()) in _PERIODS


_PERIODS = frozenset(FIELDS["period"])
_AROUND_PERIOD = re.compile(r"\b(?:of|in|the|active|valid|membership|member|mandate?|office|service)\b")


@lru_cache(4096)
def says_role(iri: str) -> bool:
    """Whether a property that no lens knows says by its name as what somebody is a member: `ex:status`, `ex:role`.

    >>> says_role("http://e.org/membershipStatus"), says_role("http://e.org/kind")
    (True, False)
    """
    return iri not in read_by_lenses() and key_of(id_of(iri)).removeprefix("has ") in _ROLES
