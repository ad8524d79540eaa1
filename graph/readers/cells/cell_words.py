"""The words of cells: as they are looked up, those that say yes or no, and those that a user explains."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from ...errors import InvalidRequest
from ...late import late_pattern
from ...model.naming.forms import ascii_digits, slug, unaccented
from ...model.role_words import nearest_in
from ...model.roles import ROLES, role_named
from .yes_and_no import NO_WORDS, YES_WORDS

__all__ = [
    "CROSSES",
    "DENIED",
    "FLAG_WORDS",
    "KEEP",
    "MISSING",
    "NO",
    "SKIP",
    "UNKNOWN",
    "YES",
    "bare",
    "denies",
    "flag_of",
    "roles_given",
    "says_none",
    "word",
]

YES, NO, MISSING, UNKNOWN = "yes", "no", "missing", "unknown"
"""What a flag can say; UNKNOWN is a word that is no flag."""

DENIED = "denied"
"""What a row says of a membership that it denies in so many words; an empty cell or a dash only says none: NO."""

SKIP = "skip"
"""What a role is mapped to if its rows are to be left out."""

KEEP = "keep"
"""What a role is mapped to if the word itself is one: an office such as "president", whose holder is a full member."""

_FLAGS = {
    YES: "1 1.0 y t x ✓ ✔ ☑ ✅ • ● √ +",
    NO: "0 0.0 n f ✗ ✘ ☒ ❌ ✖ none non-member nonmember non-members nonmembers",
    MISSING: "-9 -9.0 -99 -99.0 na n/a #n/a nan . ? missing unknown .m .a unbekannt inconnu n.d. n.d n/d nd n.a. n.a k.a. k.a s.d. s/d .. ... … .b .z",
}
FLAG_WORDS = dict.fromkeys(YES_WORDS, YES) | dict.fromkeys(NO_WORDS, NO)
FLAG_WORDS |= {each: said for said, words in _FLAGS.items() for each in words.split()}
FLAG_WORDS |= {
    "not a member": NO, "no member": NO, "non member": NO, "non members": NO, "not members": NO, "never members": NO, "no membership": NO, "not member": NO, "missing data": MISSING,
    "not yet": NO, "not yet a member": NO, "never a member": NO, "never member": NO, "never a member state": NO, "jamais membre": NO, "nie mitglied": NO, "no data": MISSING, "not available": MISSING, "not known": MISSING, "sin datos": MISSING, "keine angabe": MISSING, "k. a.": MISSING,
    "non disponible": MISSING, "non renseigne": MISSING, "donnee manquante": MISSING, "sin dato": MISSING, "-": NO, "–": NO, "—": NO, "": NO, "kein mitglied": NO, "igo not in existence": NO,
    "state not system member": NO, "not in existence": NO,
}  # fmt: skip
# Ranks of Wikidata's statements: what is deprecated was never so.
FLAG_WORDS |= {
    f"{space}{rank}rank": said
    for space in ("", "wikibase:", "http://wikiba.se/ontology#")
    for rank, said in (("normal", YES), ("preferred", YES), ("deprecated", NO))
}

# Nothing, and words that say why there is nothing to say: none of them denies that a member is in a body.
_DENIES_NOTHING = frozenset(
    ("", "-", "–", "—", "-1", "none", "igo not in existence", "state not system member", "not in existence")
)

CROSSES = frozenset("x×✕")
"""Marks that say yes where they stand beside empty cells, and no where they stand beside a tick: "✓" and "x"."""

FLAG_WORDS |= dict.fromkeys(CROSSES, YES)

_NOTE = re.compile(r"\s*(?:\[[^\]\[]{0,20}\]|[*†‡§¹²³⁰-⁹])+$")


@lru_cache(8192)
def word(text: str) -> str:
    """A cell for looking it up: lower case, one blank between words, usual digits, no footnote marks.

    Parameters
    ----------
    text : str
        The cell.

    Returns
    -------
    str

    >>> word(" Full  Member[a]")
    'full member'
    """
    text = text.strip().replace("\ufe0f", "")  # as a picture: "✔️"
    return " ".join(ascii_digits(_NOTE.sub("", text) or text).casefold().split())


@lru_cache(8192)
def bare(text: str) -> str:
    """A cell as `word` has it, without accents.

    Parameters
    ----------
    text : str
        The cell.

    Returns
    -------
    str

    >>> bare("Adhésion")
    'adhesion'
    """
    return unaccented(word(text))


def denies(text: str) -> bool:
    """Whether a cell that is read as no denies a membership, rather than saying none.

    Parameters
    ----------
    text : str
        The cell.

    Returns
    -------
    bool

    >>> denies("0"), denies("not a member"), denies(""), denies("-"), denies("wikibase:DeprecatedRank")
    (True, True, False, False, False)
    """
    key = word(text)
    return key not in _DENIES_NOTHING and not key.endswith("rank")


def flag_of(text: str) -> str:
    """Whether a cell says yes or no; UNKNOWN if it is no flag.

    Parameters
    ----------
    text : str
        The cell.

    Returns
    -------
    str
        YES, NO, MISSING or UNKNOWN.

    >>> flag_of("✓"), flag_of("0.0"), flag_of("-9"), flag_of("France")
    ('yes', 'no', 'missing', 'unknown')
    >>> flag_of("1 (yes)"), flag_of("2. No"), flag_of("ＹＥＳ"), flag_of("No!")
    ('yes', 'no', 'yes', 'no')
    """
    key = word(text)
    return FLAG_WORDS.get(key) or _flag_within(key)


_NEVER = r"(?:(?:has |have |was |is )?(?:not|never)(?: yet)?|non|did not|no)"
_NO_PARTY = late_pattern(
    rf"{_NEVER}[ -]?(?:a )?(?:(?:state|contracting) )?(?:party|ratif(?:ied|y)|acced(?:ed?)|join(?:ed)?|in force)(?: yet)?"
)
"""Words for no party to a treaty. Who has not signed may have acceded all the same."""

_UNSIGNED = late_pattern(rf"{_NEVER}[ -]?(?:a )?(?:sign(?:ed|atory)?)(?: yet)?|unsigned")


def says_none(text: str) -> bool:
    """Whether a cell says that a state is no member of something, or has not signed it.

    >>> [says_none(text) for text in ("Never signed", "non-party", "Signed", "1992")]
    [True, True, False, False]
    """
    key = word(text)
    return bool(_UNSIGNED.fullmatch(key) or _NO_PARTY.fullmatch(key)) or ("m" in key and FLAG_WORDS.get(key) == NO)


@lru_cache(8192)
def _flag_within(key: str) -> str:
    """A word that says yes or no behind a code, as labels are exported, with a mark behind it, or in wide letters."""
    if coded := _CODED.fullmatch(key):
        key = coded[1] or coded[2]
    if _NO_PARTY.fullmatch(key):
        return NO
    plain = unaccented(key).rstrip("!.")
    return FLAG_WORDS.get(plain, UNKNOWN) if len(plain) > 1 and plain.isalpha() else UNKNOWN


_CODED = late_pattern(r"-?\d{1,2} ?(?:\((\D+)\)|[.:=–-] ?(\D+))")


def roles_given(pairs: Iterable[str]) -> dict[str, str]:
    """`WORD=ROLE` options as a mapping from words to roles.

    Parameters
    ----------
    pairs : iterable of str
        Such as "nonregional member=associate" and "Former member=skip".

    Returns
    -------
    dict of str to str

    Raises
    ------
    InvalidRequest
        If one is not of that form, or names no role.

    >>> roles_given(["Former member=skip", "acceded=member", "President=keep"])
    {'former member': 'skip', 'acceded': 'full', 'president': 'President'}
    """
    given = {}
    for pair in pairs:
        text, sign, role = pair.rpartition("=")
        role = role.strip().lower()
        if role in ("ignore", "none"):
            role = SKIP
        elif role == KEEP and slug(text):
            role = " ".join(text.split())
        elif role != SKIP:
            role = "" if not role or role.isdigit() or nearest_in(role) else role_named(role) or ""
        if not sign or not role:
            raise InvalidRequest(
                f"--role takes WORD=ROLE with a role of {', '.join(ROLES)}, {KEEP} to keep the word as a role of its own,"
                f" or {SKIP}, not {pair!r}"
            )
        given[word(text)] = role
    return given
