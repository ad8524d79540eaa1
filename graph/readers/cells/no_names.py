"""Words that stand where a name would, and are none: `NA`, as R writes what is missing, "none", "unknown", "TBD"."""

from __future__ import annotations

from functools import lru_cache

from ...late import late_pattern
from ..dates.date_words import LATER, NONE, UNKNOWN
from .cell_words import MISSING, bare, flag_of, word

__all__ = ["is_unsaid", "names_nothing", "says_there_is_none"]

_UNSAID = frozenset(("na", "n/a", "#n/a", "nan", "null", "<na>"))
"""What programs write into a cell that is empty, and nobody else."""

_THERE_IS_NONE = frozenset((
    "-", "--", "–", "—", "none", "[]", "{}", "nil", "keine", "keiner", "aucune", "aucun", "ninguna", "ninguno",
    "nenhum", "nenhuma", "nessuna", "nessuno", "geen", "нет",
))  # fmt: skip

_NAMES = frozenset(("0", "0.0", "nd", "nat", "no", "never", "offen", "pending", "ignota", "ignoto"))
"""What says of a date that there is none, and may be a name: a number, or the letters of a party."""

_FURTHER = """
    to be defined, yet to be determined, yet to be announced, none given, not given, not named, not provided, no answer,
    no value, no entry, no information, not assigned, unassigned, unnamed, unidentified, not identified, 
    no aplica, no corresponde, sans objet, ne s'applique pas, nicht zutreffend, entfallt, trifft nicht zu, nao se aplica,
    non applicabile, non applicable, niet van toepassing, n.v.t., nvt, nie dotyczy, не применимо, неприменимо,
    не применяется, ikke aktuelt, ej tillampligt, uygulanamaz, 不适用, 不適用, 該当なし, 해당 없음, 해당없음, لا ينطبق,
    sin especificar, no especificado, non precise, non specifie, nao especificado, non specificato, nicht angegeben,
    не указано, не указан, не указана
"""
_BODY = (
    r"(?:organi[sz]\w+|bod(?:y|ies)|bloc?s?|alliances?|groups?|groupings?|igos?|affiliations?|committees?|memberships?|members?"
    r"|mitglied\w*|bund|bundnis\w*|allianz\w*|alianzas?|alleanz[ae]|membresias?|adhesion|organismo|организаци\w+|союз\w*)"
)
_NO_BODY = late_pattern(
    rf"(?:not|no|none|never|without)(?: (?:an?|any|of|in|the|other|known|listed|given|stated|recorded|reported|named|yet|{_BODY}))+"
    rf"|(?:kein\w*|ohne|aucune?|sans|ningun[oa]?|sin|nessun[oa]?|senza|nenhuma?|sem|geen|zonder|нет|без) {_BODY}"
)
"""Words that say of bodies that there is none: "not a member of any", "no organization", "keine Mitgliedschaft"."""
_WRAPPED = late_pattern(r"\[([^\[\]]+)\]|\(([^()]+)\)")

_WORDS = frozenset((NONE | UNKNOWN | LATER | set(" ".join(_FURTHER.split()).split(", "))) - _NAMES - {""})


@lru_cache(8192)
def names_nothing(text: str) -> bool:
    """Whether a cell for a name says that there is none, or that none is known.

    Parameters
    ----------
    text : str
        The cell.

    Returns
    -------
    bool
        False if it is empty, which says nothing at all.

    >>> [names_nothing(text) for text in ("NA", "n/a", "?", "TBD", "[unknown]", "no organization", "none", "", "NATO")]
    [True, True, True, True, True, True, True, False, False]
    """
    text = text.strip()
    if not text:
        return False
    if says_there_is_none(text) or is_unsaid(text):
        return True
    key = word(text)
    if wrapped := _WRAPPED.fullmatch(text):
        return names_nothing(wrapped[1] or wrapped[2])
    if key in _NAMES or (_is_shortened(text) and key[0] != "n"):
        return False
    plain = bare(text)
    return key in _WORDS or plain in _WORDS or flag_of(text) == MISSING or _NO_BODY.fullmatch(plain) is not None


def is_unsaid(text: str) -> bool:
    """Whether a cell is what programs write where there is nothing.

    Parameters
    ----------
    text : str
        The cell.

    Returns
    -------
    bool

    >>> is_unsaid("NA"), is_unsaid("unknown")
    (True, False)
    """
    return text.strip().casefold() in _UNSAID


def says_there_is_none(text: str) -> bool:
    """Whether a cell says that there is nothing to name, rather than that the name is not known.

    Parameters
    ----------
    text : str
        The cell.

    Returns
    -------
    bool

    >>> says_there_is_none("none"), says_there_is_none("—"), says_there_is_none("unknown")
    (True, True, False)
    """
    return text.strip().casefold() in _THERE_IS_NONE


def _is_shortened(text: str) -> bool:
    """Whether a text is capitals with points or strokes, as the names of parties are: "S.D."."""
    return text.isupper() and len(text.replace(".", "").replace("/", "").replace(" ", "")) == 2
