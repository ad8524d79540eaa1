"""What a column's name says of how its cells are written: "NATO (1=yes)", "EU (y/n)", "AU: 1/0", "Alpha Pact [dummy]"."""

from __future__ import annotations

import re
from functools import lru_cache

from ...model.naming.forms import unaccented
from ..cells.cell_words import NO, UNKNOWN, YES, flag_of

__all__ = ["FLAG_WORDS_OF_NAMES", "answer_said", "coding_of", "without_coding"]

FLAG_WORDS_OF_NAMES = r"dummy|dummy variable|flag|binary|indicator|bool|boolean|y ?n|yes ?no"
"""Words behind or before a column's name that say no more than that its cells are yes and no."""

_FLAG = re.compile(rf"(?:{FLAG_WORDS_OF_NAMES}|[01] ?[-–] ?[01])")
_PARTS = re.compile(r"\s*(?:[,;/|]|\b(?:or|and|vs)\b\.?)\s*")
_ONE = re.compile(r"(.+?)\s*(?:[=:→]|->|\b(?:if|means|si|wenn|falls)\b)\s*(.+)")
_LETTERS_OF_YES = frozenset("jsodtv")
"""First letters of yes in languages where the letter alone is none: "j/n", "s/n"."""

_IN = re.compile(
    r"(?:(?:is|was|an?|full|est|ist|es|e|state|etat) )*"
    r"(?:member\w*|mitglied\w*|membres?|miembros?|membros?|membr[oi]|lid|in|party|partie|belongs|joined|inside|full)(?: states?)?"
)
_OUT = re.compile(
    r"(?:is |was |est |ist )?(?:not|non|no|never|nicht|kein\w*|nao|niet|geen|pas)(?:[ -]+(?:a |an |yet |in )*\w*){0,2}"
    r"|otherwise|else|out|outside|sinon|sonst|absent|autrement"
)


def answer_said(text: str) -> str:
    """Whether a word of a coding says yes or no: "member" and "oui" do, and "not" and "otherwise".

    Parameters
    ----------
    text : str
        The word or words.

    Returns
    -------
    str
        YES, NO, MISSING, or UNKNOWN, as of a role.

    >>> [answer_said(text) for text in ("member", "oui", "otherwise", "not", "observer")]
    ['yes', 'yes', 'no', 'no', 'unknown']
    """
    plain = unaccented(text.casefold()).strip()
    said = flag_of(plain)
    if said != UNKNOWN:
        return said
    return YES if _IN.fullmatch(plain) else NO if _OUT.fullmatch(plain) else UNKNOWN


def coding_of(name: str) -> dict[str, str]:
    """What a column's name says of each code; empty if it says nothing of them.

    Parameters
    ----------
    name : str
        The name.

    Returns
    -------
    dict of str to str

    >>> coding_of("NATO (1=member, 0 = not)"), coding_of("EU (oui/non)"), coding_of("AU (member=1)"), coding_of("R (A/B)")
    ({'1': 'member', '0': 'not'}, {}, {'1': 'member'}, {})
    """
    return _split(name)[1]


def without_coding(name: str, *, bare: bool = True) -> str:
    """A column's name without what it says of how its cells are written.

    Parameters
    ----------
    name : str
        The name.
    bare : bool
        Whether such words count without brackets around them, too.

    Returns
    -------
    str

    >>> [without_coding(name) for name in ("NATO (1=yes)", "EU [dummy]", "AU: 1/0", "OTAN (1 = oui)", "AU, 1 if member")]
    ['NATO', 'EU', 'AU', 'OTAN', 'AU']
    >>> [without_coding(name) for name in ("Alpha (A/B)", "NATO (1949)", "NATO (y)", "Norway/Sweden", "NATO - EU")]
    ['Alpha (A/B)', 'NATO (1949)', 'NATO (y)', 'Norway/Sweden', 'NATO - EU']
    """
    short, _, bracketed = _split(name)
    return short if bare or bracketed else name


_BRACKETS = re.compile(r"\s*[(\[]([^()\[\]]{1,120})[)\]]")
_BEFORE = re.compile(r"\s*[:;,]\s*|\s+[-–—]\s+|\s+")


@lru_cache(4096)
def _split(name: str) -> tuple[str, dict[str, str], bool]:
    """A name without its coding, the coding, and whether that stood in brackets."""
    for match in _BRACKETS.finditer(name):
        coding = _read(match[1])
        if coding is not None:
            return f"{name[: match.start()]}{name[match.end() :]}".strip(), coding, True
    if re.search(r"[=/|]| if ", name) and len(name) < 200:
        for match in _BEFORE.finditer(name):
            before, rest = name[: match.start()], name[match.end() :]
            if re.search(r"[^\W\d_]", before) and not re.search(r"[()\[\]]", rest):
                coding = _read(rest)
                if coding is not None:
                    return before.strip(), coding, False
    return name, {}, False


def _read(text: str) -> dict[str, str] | None:
    """The codes that a text explains; None if it is no coding."""
    text = " ".join(text.split())
    if _FLAG.fullmatch(text.casefold()):
        return {}
    coding: dict[str, str] = {}
    plain: list[str] = []
    parts = [part for part in _PARTS.split(text) if part]
    for part in parts:
        match = _ONE.fullmatch(part)
        if match is None:
            plain.append(part)
            continue
        code, what = _code_first(match[1], match[2])
        if len(code) > 3:
            return None
        coding[code.casefold()] = what
    said = [answer_said(what) for what in coding.values()]
    if coding and not any(each in (YES, NO) for each in said):
        return None
    if not coding and len(plain) < 2:
        return None
    return coding if _are_answers(plain) else None


def _code_first(one: str, other: str) -> tuple[str, str]:
    """Of "1=yes" and "yes=1" the code, which is the figure or the shorter one, and what it means."""
    turned = (other.isdigit(), -len(other)) > (one.isdigit(), -len(one))
    return (other, one) if turned else (one, other)


def _are_answers(words: list[str]) -> bool:
    """Whether words beside each other are answers; one of them may be the letter of a yes."""
    unknown = [each for each in words if answer_said(each) not in (YES, NO)]
    return not unknown or (len(words) == 2 and len(unknown) == 1 and unknown[0].casefold() in _LETTERS_OF_YES)
