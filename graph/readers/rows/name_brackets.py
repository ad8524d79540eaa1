"""What stands in brackets behind a name: `Georgia (observer)`, `Italy (since 1999)`, `Moldova (observer, 2002)`.

`Korea (Republic of)` says nothing of a membership: such brackets are part of the name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from ...errors import InvalidRequest
from ...late import late_pattern
from ...model.role_words import of_lesser_right
from ...model.roles import role_named
from ..cells.cell_reader import CellReader
from ..cells.cell_words import SKIP, bare, word
from ..cells.known_runs import is_known, without_brackets
from ..cells.status_words import is_former
from ..dates.not_a_date import NotADate
from ..dates.short_years import SHORT_YEARS
from ..dates.written_dates import Span
from ..planning.words.column_words import TURNS, says_body

__all__ = ["BracketReader", "Named", "called", "without_year"]

_BRACKETED = re.compile(r"(.*\S)\s*\(([^()]+)\)")
_NESTED = late_pattern(r"(.*\S)\s*\(((?:[^()]|\([^()]*\))+)\)")
_YEARED = re.compile(r"(.*\S)\s*\(\s*\d{4}\s*\)")
_SAID_BEHIND = late_pattern(
    r"(.*[^\W\d_].*?)(?:\s*[,;:–—-])?\s+((?:since|until|till|seit|bis|depuis|jusqu\S+|desde|hasta|dal|fino|sinds|tot"
    r"|(?:member |observer )?from|joined|left)\s.*\d.*)",
    re.IGNORECASE,
)
"""A date in words behind a name without brackets: "GUAM since 1999"."""
_YEARS_BEHIND = late_pattern(
    r"(.*[^\W\d_].*?)(?:\s*[,;:–—-])?\s+((?:1[89]|20)\d\d(?:\s?[-–—]\s?(?:(?:1[89]|20)\d\d)?)?)"
)
"""Years behind a name without brackets: "GUAM 1999", "GUAM: 1999–2005"."""
_OF_A_NAME = frozenset((
    "", "yes", "party", "active", "current", "ordinary", "ordentlich", "effettivo", "efetivo", "pleno derecho",
    "de plein droit", "a part entiere", "lid", "tag", "clen", "uye", "jasen", "in force", "in kraft", "en vigueur",
    "en vigor", "in vigore",
))  # fmt: skip
"""Words for roles that may as well be part of a name: "Labour (Party)"; so may numbers."""
_SQUARE = late_pattern(r"(.*[^\s\[\]])\s*\[([^\[\]]*[^\W\d_]{4}[^\[\]]*|[^\[\]]*\d{4}[^\[\]]*)\]")
_DATE = late_pattern(r"(?<!\d)[12]\d{3}(?!\d)")
_AS_A_DATE = late_pattern(r"\d{1,4} ?([./-]) ?\d{1,2} ?\1 ?\d{1,4}")
"""Numbers as of a day, which are none of a known name: "Chad (49-05-04)"."""
_DIGIT = re.compile(r"\d")
_EDGE_SAID = late_pattern(
    r"(?:since|from|as of|joined|acceded|until|till|up to|to|through|left|withdrew|withdrawn|seit|ab|bis"
    r"|depuis|des|jusqu|desde|hasta|dal|fino|sinds|tot|с|до)\b"
)
_ROLE_NOUN = late_pattern(
    r"(?:[\w-]+ ){0,2}(?:member(?:ship)?|observer|partner|associate|candidate|applicant|signatory|affiliate|guest"
    r"|invitee|participant|correspondent|subscriber)",
    re.IGNORECASE,
)
_SHORT = re.compile(r"[A-Z][A-Za-z]{0,2}[A-Z0-9-]*[A-Z0-9]")  # "AfDB", "ISO"
_SMALL = late_pattern(r"[^\W\d_]+(?:[ -][^\W\d_]+)*")
_GROUP = late_pattern(r"[A-Z]{2,}s|NGO")  # "NGOs", "FLSMs"
_WITHIN = frozenset((
    "of", "for", "the", "in", "on", "at", "and", "or", "a", "de", "des", "du", "der", "die", "das", "von", "del", "di",
    "da", "y", "et", "und",
))  # fmt: skip
"""Words with which what is part of a name begins: "Nordic Council (of ministers)"."""
_NARROW = str.maketrans("（）", "()")
_PART_OF_ROLE = late_pattern(r"[^\w\s.-]+|\d+|\b(?:since|from|until|and|but|with|seit|und|depuis|et|desde|y|dal|e)\b")
_COUNT = late_pattern(r"\d{1,3} [a-z]")
_MEMBERS = (
    r"(?:members?(?:[ -](?:states?|countries|nations|parties))?|states?(?: parties)?|countries|nations|parties|signatories"
    r"|mitglied(?:er|s?staaten|slander)|staaten|lander|pays(?: membres)?|etats(?: membres)?|membres"
    r"|paises(?: miembros| membros)?|estados(?: miembros| membros)?|miembros|membros"
    r"|paesi(?: membri)?|stati(?: membri)?|membri|lidstaten|leden)"
)
_HOW_MANY = late_pattern(
    rf"(?:(?:now|currently|all|about|over) )?\d{{1,3}} ?(?:full |current )?{_MEMBERS}|{_MEMBERS}: ?\d{{1,3}}"
)
"""How many are in a body, said behind its name: "27 members"."""
_AS = re.compile(r"^(?:as|als|como|comme)(?: an?)? ", re.IGNORECASE)
_MOST_WORDS = 12
"""A role and its dates have no more words."""


class Named(NamedTuple):
    """A name, and what is said behind it: a role or a word that turns the meaning, and dates.

    `roles` are those of the spans, if they differ; `said` is what stands behind the name as it is written.
    """

    name: str
    role: str = ""
    spans: tuple[Span, ...] = ()
    roles: tuple[str, ...] = ()
    said: str = ""


def without_year(name: str) -> str:
    """A name without the year in brackets behind it; "" if it has none.

    Parameters
    ----------
    name : str
        The name.

    Returns
    -------
    str

    >>> without_year("GUAM (1999)"), without_year("GUAM")
    ('GUAM', '')
    """
    match = _YEARED.fullmatch(name.strip())
    return match[1] if match else ""


def called(text: str, *, years: bool = True) -> str:
    """A name without what stands in brackets behind it, or the dates in words or figures.

    Parameters
    ----------
    text : str
        The name.
    years : bool
        Whether years without brackets and words are none of the name, which they may be: "Expo 2000".

    Returns
    -------
    str

    >>> called("GUAM (observer)"), called("GUAM since 1999"), called("GUAM 1999"), called("GUAM 1999", years=False)
    ('GUAM', 'GUAM', 'GUAM', 'GUAM 1999')
    """
    plain = without_brackets(text)
    if plain != text or not _DIGIT.search(text):
        return plain
    match = _SAID_BEHIND.fullmatch(text) or (_YEARS_BEHIND.fullmatch(text) if years else None)
    return match[1] if match else text


class BracketReader:
    """Reads the brackets behind the names of one column.

    Parameters
    ----------
    field : str
        "member" or "organization".
    cells : CellReader
        Reads the words and dates in brackets.
    dated : bool
        Whether the table has dates of its own, so that a year in brackets is none of the membership.
    founded : bool
        Whether a year in brackets may be the body's own, as where its members are listed beside it.
    is_name : callable, optional
        Whether a text is a name that stands elsewhere; without it, those of the list are.

    >>> from ..dates.written_dates import WrittenDates
    >>> reader = BracketReader("organization", CellReader(WrittenDates()), dated=False)
    >>> reader.read("GUAM (observer, since 1999)")
    Named(name='GUAM', role='observer', spans=(('1999', ''),), roles=(), said='observer, since 1999')
    >>> reader.read("GUAM (1999)").spans, reader.read("GUAM since 1999").spans, reader.read("Union (Dakar)").name
    ((('1999', ''),), (('1999', ''),), 'Union (Dakar)')
    """

    def __init__(
        self,
        field: str,
        cells: CellReader,
        *,
        dated: bool,
        founded: bool = False,
        is_name: Callable[[str], bool] | None = None,
    ) -> None:
        self._field, self._cells, self._dated = field, cells, dated
        self._is_name = is_name or (lambda name: is_known(name, field))
        self._starts = not dated and not founded
        self._told = field == "member"
        self._plain: frozenset[str] = frozenset()
        """The names that stand without brackets, if others have some."""
        self.guessed: dict[str, None] = {}
        """The names whose years were read as starts, though they may be the bodies' own."""
        self.left_off: dict[str, None] = {}
        """The names whose years were not read, as they are in the list without them."""
        self.kept: dict[str, None] = {}
        """The names whose years are part of them, in a table without other dates."""
        self.perhaps: dict[str, None] = {}
        """The names that end in years without brackets, which may be dates."""
        self.counted: dict[str, None] = {}
        """The names of bodies with how many members they have behind them."""

    def learn(self, names: Iterable[str]) -> None:
        """Find out whether years in brackets surely are starts: if one name has several, or stands without one too.

        Parameters
        ----------
        names : iterable of str
            Names of the column, with their brackets: "NATO (1949)", "NATO (1952)", "NATO".
        """
        plain = set(names)
        bracketed = {name for name in plain if name.endswith((")", "）"))}
        if bracketed:
            self._plain = frozenset(plain - bracketed)
        if self._dated or self._told:
            return
        years: dict[str, set[str]] = {}
        for name in plain:
            if called := without_year(name):
                years.setdefault(called, set()).add(name)
        # "NATO (since 1949)" stands without a year alone as well.
        plain |= {called for name in plain if (called := without_brackets(name)) != name and not without_year(name)}
        self._told = any(len(found) > 1 or name in plain for name, found in years.items())
        self._starts = self._starts or self._told

    def read(self, text: str) -> Named:
        """A name and what its brackets say; brackets that say nothing of a membership are part of the name.

        Parameters
        ----------
        text : str
            The name with its brackets.

        Returns
        -------
        Named

        Raises
        ------
        NotADate
            If it has a date that has to be asked about.
        """
        if not text.endswith((")", "）")):
            return self._in_words(text)
        narrow = text.translate(_NARROW)
        match = _BRACKETED.fullmatch(narrow) or _NESTED.fullmatch(narrow)
        if match is None:
            return Named(text)
        name, inside = match[1], word(match[2])
        if self._says_how_many(name, match[2]):
            self.counted[text] = None
            return Named(name)
        role = self._role(match[2]) or (inside if self._may_be_role(name, match[2]) else None)
        if role is not None:
            return self._before(Named(name, role, said=match[2]))
        # What says a role and more is no part of a name: if it is not understood, it is asked about.
        has_role = self._has_role(match[2])
        otherwise = Named(name, inside, said=match[2]) if has_role else Named(text)
        if not re.search(r"\d", inside):
            return otherwise
        try:
            found = self._with_role(name, match[2], has_role) or (
                None if otherwise.role else self._dates_behind(name, match[2])
            )
            return found or otherwise
        except NotADate as error:
            if error.asked or SHORT_YEARS.fullmatch(inside) or (_AS_A_DATE.fullmatch(inside) and self._is_name(name)):
                raise
        except InvalidRequest:
            pass
        return otherwise

    def _before(self, named: Named) -> Named:
        """A name with a role behind it, and with what other brackets before those say: "EITI (candidate) (suspended)"."""
        if not named.name.endswith((")", "）")):
            return named
        inner = self.read(named.name)
        if inner.spans or not inner.role:
            return named._replace(name=inner.name, spans=inner.spans, roles=inner.roles) if inner.spans else named
        roles = {inner.role, named.role} - {"full"}
        said = f"{inner.said}, {named.said}"
        if given := self._cells.given_role(word(said)):
            return Named(inner.name, given, said=said)
        if SKIP in roles:
            return Named(inner.name, SKIP, said=said)
        if len(roles) < 2:
            return Named(inner.name, "".join(roles) or "full", said=said)
        return Named(inner.name, word(said), said=said)

    def _says_how_many(self, name: str, inside: str) -> bool:
        """Whether brackets behind the name of a body say how many are in it; a number alone, behind a known name."""
        if self._field != "organization":
            return False
        plain = bare(inside)
        return _HOW_MANY.fullmatch(plain) is not None or (
            re.fullmatch(r"\d{2,3}", plain) is not None and self._is_name(name)
        )

    def rounded(self, text: str) -> str:
        """A name whose square brackets say a role or dates, with round ones: "Georgia [observer]"; any other as it is.

        Parameters
        ----------
        text : str
            The name.

        Returns
        -------
        str
        """
        match = _SQUARE.fullmatch(text)
        if match is None or is_known(text, self._field):
            return text
        told = _DATE.search(match[2]) is not None or self._role(match[2]) is not None or self._has_role(match[2])
        rounded = f"{match[1]} ({match[2]})"
        try:
            return rounded if told and self.read(rounded).name != rounded else text
        except NotADate:
            return rounded  # what has to be said of it first is asked with the name

    def _in_words(self, text: str) -> Named:
        """A name with a date in words behind it: "GUAM since 1999"."""
        if not _DIGIT.search(text) or is_known(text, self._field):
            return Named(text)
        match = _SAID_BEHIND.fullmatch(text)
        if match is not None and (role_named(match[1]) is not None or called(match[1]) != match[1]):
            return Named(text)  # "observer until 1991" has no name in it, "EU since 1973, NATO since 1949" has two
        if match is None:
            years = _YEARS_BEHIND.fullmatch(text)
            return Named(text) if years is None else self._years_behind(text, years[1], years[2])
        try:
            return self._dates_behind(match[1], match[2]) or Named(text)
        except NotADate as error:
            if error.asked:
                raise
        except InvalidRequest:
            pass
        return Named(text)

    def _years_behind(self, text: str, name: str, years: str) -> Named:
        """A name with years behind it: dates, if the name is known without them, else maybe part of the name."""
        if not self._is_name(name):
            if not self._dated:
                self.perhaps[text] = None
            return Named(text)
        if self._dated or (not self._starts and years.isdigit()):
            self.left_off[text] = None
            return Named(name)
        self.guessed[text] = None
        return Named(name, "", tuple(self._cells.dates.spans(years)))

    def _role(self, text: str) -> str | None:
        """The role that words in brackets stand for, or the words themselves if they have to be asked about."""
        said = word(text)
        sure = bare(text) not in _OF_A_NAME and not said.isdigit()
        role = self._cells.given_role(said) or (role_named(said) if sure else None)
        asked = said in TURNS or said.replace("-", " ") in TURNS or of_lesser_right(said)
        return said if role is None and (asked or _ROLE_NOUN.fullmatch(text.strip())) else role

    def _has_role(self, text: str) -> bool:
        """Whether a part of what stands in brackets is a role: "observer, with a vote", but not "15 member states"."""
        plain = bare(text)
        if _COUNT.match(plain):
            return False
        return any(self._role(part.strip(" .")) is not None for part in _PART_OF_ROLE.split(plain) if part.strip(" ."))

    def _may_be_role(self, name: str, inside: str) -> bool:
        """Whether words behind a name are a role that has to be asked about: "ISO (subscriber)".

        They are behind an abbreviation, and behind a name that stands without them elsewhere, or is in the list.
        """
        if not _SMALL.fullmatch(inside):
            return False
        if self._field != "organization" and not (name in self._plain and is_known(name, self._field)):
            return False
        if not inside.islower() and not _GROUP.fullmatch(inside):
            return False
        if _SHORT.fullmatch(name) and self._field == "organization":
            return True
        first = inside.split()[0].casefold()
        if first in _WITHIN or bare(inside) in _OF_A_NAME or says_body(inside.split()) or is_known(inside, self._field):
            return False
        return (name in self._plain or is_known(name, self._field)) and not is_known(f"{name} ({inside})", self._field)

    def _with_role(self, name: str, inside: str, has_role: bool) -> Named | None:
        """A name with a role and its dates: "observer since 1999", "2001, candidate"; None if there is no role."""
        whole = self._cells.cell(inside) if has_role else None
        if whole is not None and whole.spans:  # "observer since 1999; member since 2005"
            return Named(name, "" if whole.role == "full" else whole.role, whole.spans, whole.roles, inside)
        for said, dates in _parted(inside):
            role = self._role(said)
            if role is None:
                continue
            whole = self._cells.cell(inside)  # knows what leaves with a date, as "suspended 2012" does
            if whole is not None and whole.spans:
                return Named(name, "" if whole.role == "full" else whole.role, whole.spans, said=inside)
            if role not in self._cells.given.values() and is_former(said):
                return Named(name, word(inside), said=inside)  # the one date may be that of the start or of the end
            try:
                spans = tuple(self._cells.dates.spans(dates))
            except InvalidRequest:
                continue
            if spans:
                return Named(name, role, spans, said=inside)
        return None

    def _dates_behind(self, name: str, inside: str) -> Named | None:
        """A name with its dates; None if they may be the name's own."""
        before = self.read(name)  # "GUAM (observer) (1999)"
        roled = before.role != "" and not before.spans
        told = roled or _EDGE_SAID.match(bare(inside)) is not None  # "until 1959" has nothing to do with the name
        if re.fullmatch(r"\d{4}", word(inside)) and not roled:
            return self._year_behind(name, inside)
        if not told and self._dated:
            return None
        role, spans = self._spans(inside)
        if not spans:
            return None
        return before._replace(spans=tuple(spans)) if roled else Named(name, role, tuple(spans))

    def _year_behind(self, name: str, year: str) -> Named | None:
        """A name with a year alone in brackets: the start, or not of the membership; None if it is part of the name."""
        called = f"{name} ({year.strip()})"
        if is_known(called, self._field):
            return None
        if self._starts:
            if not self._told:
                self.guessed[called] = None
            return Named(name, "", tuple(self._cells.dates.spans(year)))
        if is_known(name, self._field):
            self.left_off[called] = None
            return Named(name)
        if not self._dated:
            self.kept[called] = None
        return None

    def _spans(self, text: str) -> tuple[str, Sequence[Span]]:
        """The dates in brackets, or the end that a word for leaving gives, and the role that they are said of."""
        try:
            return "", self._cells.dates.spans(text)
        except InvalidRequest:
            said = self._cells.status(text)
            if said is None or not said.spans:
                raise
            return "" if said.role == "full" else said.role, said.spans


def _parted(text: str) -> Iterator[tuple[str, str]]:
    """Words and the dates before or behind them, parted at each blank; the most words first."""
    words = text.split()
    if len(words) > _MOST_WORDS:
        return
    for at in range(len(words) - 1, 0, -1):
        first, last = " ".join(words[:at]).rstrip(",;:"), " ".join(words[at:])
        if not re.search(r"\d", first):
            yield first, last
        if not re.search(r"\d", last):
            yield _AS.sub("", last), first
