"""What a cell says of a membership: yes or no, in which role, since when.

In a table with a column for each body a cell may be `1`, `yes`, `✓`, `observer`, `1999`, `Yes (observer)`,
`member since 1999`; in a column of flags or roles it is one of the same words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from ..errors import InvalidRequest
from ..late import late_pattern
from ..model.name_forms import ascii_digits, unaccented
from ..model.roles import ROLES, role_named
from .written_dates import WrittenDates

__all__ = ["MISSING", "NO", "SKIP", "UNKNOWN", "YES", "CellReader", "Said", "bare", "flag_of", "roles_given", "word"]

YES, NO, MISSING, UNKNOWN = "yes", "no", "missing", "unknown"
"""What a flag can say; UNKNOWN is a word that is no flag."""

SKIP = "skip"
"""What a role is mapped to if its rows are to be left out."""

_FLAGS = {
    YES: "1 1.0 yes y true t x ✓ ✔ ☑ ✅ • ● √ + ja oui si sim da да tak wahr vrai verdadero"
    " evet kyllä ano áno igen jah jā taip ναι نعم بله هست 是 はい 예 네 ya có так हाँ",
    NO: "0 0.0 no n false f ✗ ✘ ☒ ❌ ✖ nein non não nao нет нет. nie falsch faux falso none non-member nonmember"
    " hayır hayir nej ei nem όχι لا خیر نه 否 不是 いいえ 아니오 아니요 tidak không ні नहीं",
    MISSING: "-9 -9.0 -99 -99.0 na n/a #n/a nan . ? missing unknown .m .a unbekannt inconnu n.d. n.d n/d nd n.a. n.a k.a. k.a s.d. s/d .. ... … .b .z",
}
_FLAG_WORDS = {each: said for said, words in _FLAGS.items() for each in words.split()}
_FLAG_WORDS |= {
    "not a member": NO, "no member": NO, "non member": NO, "no membership": NO, "not member": NO, "missing data": MISSING,
    "never a member": NO, "never member": NO, "never a member state": NO, "jamais membre": NO, "nie mitglied": NO, "no data": MISSING, "not available": MISSING, "not known": MISSING, "sin datos": MISSING, "keine angabe": MISSING, "k. a.": MISSING,
    "non disponible": MISSING, "non renseigne": MISSING, "donnee manquante": MISSING, "sin dato": MISSING, "-": NO, "–": NO, "—": NO, "": NO, "kein mitglied": NO, "igo not in existence": NO,
    "state not system member": NO, "not in existence": NO,
}  # fmt: skip
# Ranks of Wikidata's statements: what is deprecated was never so.
_FLAG_WORDS |= {
    f"{space}{rank}rank": said
    for space in ("", "wikibase:", "http://wikiba.se/ontology#")
    for rank, said in (("normal", YES), ("preferred", YES), ("deprecated", NO))
}

_CROSSES = frozenset("x×✕")
"""Marks that say yes where they stand beside empty cells, and no where they stand beside a tick: "✓" and "x"."""

_FLAG_WORDS |= dict.fromkeys(_CROSSES, YES)

_CODES = {"1": "full", "2": "associate", "3": "observer", "0": NO, "-9": MISSING, "-1": NO}
"""The codes of the Correlates of War tables and of igoR."""

_NO_ROLE = frozenset(("none", "unknown", "na", "n/a", "nan", "null"))  # in a column of roles these may say either

_NOTE = re.compile(r"\s*(?:\[[^\]\[]{0,20}\]|[*†‡§¹²³⁰-⁹])+$")
_BRACKETED = re.compile(r"(.+?) ?\(([^()]+)\)")
_SINCE = r"since|from|joined(?: in)?|in|as of|seit|depuis|desde|dal|sinds|beigetreten|adhesion(?: en| le)?|ingreso(?: en)?|beitritt|acceded|accession|admitted|entered|ratified|ratification"
_WITH_DATE = re.compile(rf"(.*?)[,:;]? ?\b(?:{_SINCE})\b:? ?(.*\d.*)")
_WITH_END = re.compile(r"(.*?)[,:;]? ?\b(?=(?:until|till|up to|bis|jusqu|hasta|fino|tot)\b)(.*\d.*)")
_LEFT = re.compile(
    r"(?:membership )?(?:withdrew|withdrawn|withdrawal|left|quit|exit(?:ed)?|expelled|expulsion|excluded|suspended|suspension"
    r"|terminated|denounced|denunciation|resigned|ceased|ausgetreten|austritt|ausgeschieden|suspendiert|ausgesetzt|retire|retrait"
    r"|suspendu|exclu|retirado|retirada|retiro|suspendido|suspendida|expulsad[oa]|baja|uscit[oa]|sospes[oa]|uitgetreden|geschorst)"
    r"(?: membership)?,?(?: (?:in|on|since|as of|from|im|seit|en|depuis|desde|dal|nel|sinds))?:? ?(\(?)(?=.*\d)([^()]+)(\)?)"
)
"""Words for the end of a membership, with its date behind them."""
_SUSPENDED = re.compile(r"suspen|ausgesetzt|geschorst|sospes")
_TELLING = re.compile(
    r"\b(?:since|joined|until|member|seit|depuis|desde|dal|sinds|mitglied|membre|miembro|membro|lid)\b"
)
_BACK = late_pattern(
    r"(?:re-?joined|re-?joins|re-?entered|re-?admitted|returned|reinstated|back|wieder (?:beigetreten|aufgenommen)|reintegre|reincorporad[oa]"
    r"|readmitid[oa])(?: (?:in|on|since|from|im|en|seit|depuis|desde))?:? ?(.*\d.*)"
)
_ROLE_AND_DATE = late_pattern(r"([^\d(),;]+?),? (\d[^(),;]*)|(\d[^(),;]*?\d{4}),? ([^\d(),;]+)")
_FORMER = (
    r"(?:former(?:ly)?(?: a)?(?: member)?|ex[- ]?member|no longer(?: an?)? member|not a member(?: any ?more)?|non[- ]?member"
    r"|ancien membre|ehemaliges mitglied|ex[- ]?miembro|ex[- ]?membro|voormalig lid),?"
)
_NO_LONGER = re.compile(_FORMER + r" (?:since|as of|seit|depuis|desde|dal|sinds):? ?(?=.*\d)([^()]+)")
_FORMER_SPAN = re.compile(_FORMER + r" ?\(?([^()]*\d[^()]*)\)?")


@dataclass(frozen=True)
class Said:
    """What one cell says of a membership.

    Parameters
    ----------
    holds : str
        YES, NO or MISSING.
    role : str
        One of the roles; "full" if it says none.
    spans : tuple of (str, str)
        Starts and ends; empty if it gives no date.
    """

    holds: str
    role: str = "full"
    spans: tuple[tuple[str, str], ...] = ()


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
    return " ".join(ascii_digits(_NOTE.sub("", text.strip()) or text.strip()).casefold().split())


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
    """
    return _FLAG_WORDS.get(word(text), UNKNOWN)


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

    >>> roles_given(["Former member=skip"])
    {'former member': 'skip'}
    """
    given = {}
    for pair in pairs:
        text, sign, role = pair.rpartition("=")
        role = role.strip().lower()
        if not sign or not text.strip() or role not in (*ROLES, SKIP):
            raise InvalidRequest(f"--role takes WORD=ROLE with a role of {', '.join(ROLES)} or skip, not {pair!r}")
        given[word(text)] = role
    return given


class CellReader:
    """Reads roles, flags and the cells of wide tables, as the words of a user say or else the usual ones.

    Parameters
    ----------
    dates : WrittenDates
        Reads the dates that cells have in them.
    roles : mapping of str to str, optional
        What `roles_given` makes of a user's words.

    >>> reader = CellReader(WrittenDates(), roles_given(["Dialogue partner=skip"]))
    >>> reader.role("Observer state"), reader.role("Dialogue partner"), reader.role("friend")
    ('observer', 'skip', '')
    >>> reader.cell("Yes (observer)"), reader.cell("member since 1999")
    (Said(holds='yes', role='observer', spans=()), Said(holds='yes', role='full', spans=(('1999', ''),)))
    """

    def __init__(self, dates: WrittenDates, roles: Mapping[str, str] | None = None) -> None:
        self.dates, self.given = dates, dict(roles or {})
        self.legend: dict[str, str] = {}
        """What the name of a column says its codes are: roles, NO, or "" for what is no role."""
        self._cells: dict[str, Said | None] = {}
        self._unclear: frozenset[str] = frozenset()

    def learn_flags(self, cells: Iterable[str]) -> None:
        """Find out whether crosses may say no, as they do beside ticks; then users are asked.

        Parameters
        ----------
        cells : iterable of str
            Cells that say yes or no.

        >>> reader = CellReader(WrittenDates())
        >>> reader.learn_flags(["✓", "x", ""])
        >>> reader.cell("x") is None, reader.cell("✓")
        (True, Said(holds='yes', role='full', spans=()))
        """
        words = set(map(word, cells))
        if words & _CROSSES and any(flag_of(each) == YES for each in words - _CROSSES - {"1", "1.0"}):
            self._unclear |= words & _CROSSES
            self._cells.clear()

    def explain(self, legend: Mapping[str, str]) -> None:
        """Learn what a legend says of codes; of what is neither a role nor an answer, users are asked.

        Parameters
        ----------
        legend : mapping of str to str
            The codes, and what each stands for in words.
        """
        for code, what in legend.items():
            flag = flag_of(what)
            known = flag if flag in (NO, MISSING) else "full" if flag == YES else self.role(what)
            if known or word(code) not in _FLAG_WORDS:
                self.legend[word(code)] = known

    def role(self, text: str) -> str:
        """The role that a word stands for.

        Parameters
        ----------
        text : str
            The cell.

        Returns
        -------
        str
            A role, SKIP, NO or MISSING; "" if the word is unknown.
        """
        key = word(text)
        if key in self.legend and key not in self.given:
            return self.legend[key]
        found = self.given.get(key) or (role_named(key) if key else "") or _CODES.get(key.removesuffix(".0"))
        if found is None and len(key) > 1 and key not in _NO_ROLE and flag_of(key) in (NO, MISSING):
            return flag_of(key)
        return found or ("full" if key in ("", "na", "n/a", "nan", "null", ".") else "")

    def status(self, text: str) -> Said | None:
        """What a word for a membership says together with its dates: "member since 1999", "withdrew 2016".

        Parameters
        ----------
        text : str
            The cell.

        Returns
        -------
        Said or None
            None if it has no date, or is not understood.

        Raises
        ------
        Undecided
            If it has a date whose day could be the month.

        >>> reader = CellReader(WrittenDates())
        >>> reader.status("Observer (2010)"), reader.status("joined 1973, left 2020"), reader.status("candidate 2012")
        (Said(holds='yes', role='observer', spans=(('2010', ''),)), \
Said(holds='yes', role='full', spans=(('1973', '2020'),)), None)
        """
        if not any(c.isdigit() for c in text) or not any(c.isalpha() for c in text):
            return None
        said = self.cell(text)
        if said is None or said.holds != YES or not said.spans:
            return None
        return None if self._is_date(text) and not _TELLING.search(bare(text)) else said

    def _is_date(self, text: str) -> bool:
        """Whether a cell is a date and no more, as "12 Dec 1990" is."""
        try:
            return bool(self.dates.spans(text))
        except InvalidRequest:
            return False

    def cell(self, text: str) -> Said | None:
        """What a cell of a wide table says.

        Parameters
        ----------
        text : str
            The cell.

        Returns
        -------
        Said or None
            None if it is not understood.

        Raises
        ------
        Undecided
            If it has a date whose day could be the month.
        """
        if text not in self._cells:
            self._cells[text] = self._read(text)
        return self._cells[text]

    def _read(self, text: str) -> Said | None:
        key = word(text)
        if key in self.given:
            return self._as(self.given[key])
        if self.legend.get(key):
            return self._as(self.legend[key])
        if key in self._unclear:
            return None
        if (flag := _FLAG_WORDS.get(key)) is not None:
            return Said(flag)
        if key == "-1":
            return Said(NO)
        if (role := role_named(key)) is not None:
            return Said(YES, role)
        key = bare(text)
        if (match := _LEFT.fullmatch(key)) and bool(match[1]) == bool(match[3]):
            return self._until(text, match[2])
        if match := _NO_LONGER.fullmatch(key):
            return self._until(text, match[1])
        if match := _FORMER_SPAN.fullmatch(key):
            return self._whole(match[1])
        if match := _BRACKETED.fullmatch(key):
            return self._both(self._read(match[1]), self._read(match[2]))
        try:
            spans = tuple(self.dates.spans(text))
            return Said(YES, "full", spans) if spans else None
        except InvalidRequest:
            pass
        for pattern in (_WITH_DATE, _WITH_END):
            if (match := pattern.fullmatch(key)) and match[2] != key:
                said = self._read(match[1]) if match[1] else Said(YES)
                if both := self._both(said, self._read(match[2])):
                    return both
        if match := _ROLE_AND_DATE.fullmatch(key):
            role, date = (match[1], match[2]) if match[1] else (match[4], match[3])
            if role_named(role) is not None and (both := self._both(self._read(role), self._read(date))):
                return both
        if in_turn := self._in_turn(key):
            return in_turn
        first, sign, last = key.replace(" and ", ", ").replace(";", ",").partition(",")
        return self._from_to(self._read(first), self._read(last.strip())) if sign and "," not in last else None

    def _in_turn(self, key: str) -> Said | None:
        """What a start, an end and a second start say, one behind the other: "1949; left 1969, rejoined 1974"."""
        parts = [part for part in re.split(r"\s*[;,]\s*|\s+(?:and|und|et|y)\s+", key) if part]
        if len(parts) < 3:
            return None
        dates: list[str] = []
        for at, part in enumerate(parts):
            ends, back = _LEFT.fullmatch(part), _BACK.fullmatch(part)
            text = ends[2] if ends else back[1] if back else part
            if bool(at % 2) != bool(ends) or (at and not ends and not back) or _SUSPENDED.search(part):
                return None
            try:
                dates.append(self.dates.date(text.strip()))
            except InvalidRequest:
                return None
        if not all(dates) or any(first > last + "~" for first, last in pairwise(dates)):
            return None
        return Said(YES, "full", tuple(zip(dates[::2], [*dates[1::2], ""], strict=False)))

    def _until(self, text: str, date: str) -> Said | None:
        """What a word for leaving says with its date: a membership that ended then."""
        try:
            end = self.dates.date(date.strip())
        except InvalidRequest:
            return self._interrupted(text, date) if _SUSPENDED.search(bare(text)) else None
        if not end:
            return None
        self.dates.seen[f"{text!r} read as the end of a membership"] = None
        return Said(YES, "full", (("", end),))

    def _interrupted(self, text: str, dates: str) -> Said | None:
        """What a suspension from then to then says: a membership before it, and another one behind it."""
        found = self._whole(dates)
        if found is None or len(found.spans) != 1:
            return None
        start, end = found.spans[0]
        self.dates.seen[f"{text!r} read as an interruption: a member until {start}, and again from {end}"] = None
        return Said(YES, "full", (("", start), (end, "")))

    def _whole(self, text: str) -> Said | None:
        """A former membership with its start and its end; with one date it may be either."""
        try:
            spans = tuple(self.dates.spans(text))
        except InvalidRequest:
            return None
        return Said(YES, "full", spans) if spans and all(start and end for start, end in spans) else None

    @staticmethod
    def _from_to(first: Said | None, last: Said | None) -> Said | None:
        """What two words say of which one has a start and the other an end."""
        if first is None or last is None or len(first.spans) != 1 or not last.spans:
            return None
        if len(last.spans) == 2 and not last.spans[0][0] and not last.spans[1][1] and not first.spans[0][1]:
            since, gone = first.spans[0][0], last.spans[0][1]
            return Said(YES, first.role, ((since, gone), last.spans[1])) if since <= gone + "~" else None
        if len(last.spans) != 1:
            return None
        (start, none), (before, end) = first.spans[0], last.spans[0]
        fits = start and end and not none and not before and start <= end + "~"
        return Said(YES, first.role, ((start, end),)) if fits else None

    @staticmethod
    def _as(role: str) -> Said:
        return Said(NO) if role in (SKIP, NO) else Said(MISSING) if role == MISSING else Said(YES, role)

    @staticmethod
    def _both(first: Said | None, second: Said | None) -> Said | None:
        """What a word and the words in brackets behind it say together."""
        if first is None or second is None or first.holds != YES or second.holds != YES:
            return None
        if first.spans and second.spans:
            return None
        role = first.role if first.role != "full" else second.role
        return Said(YES, role, first.spans or second.spans)
