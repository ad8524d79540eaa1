"""The dates in the cells of a table: one, none, or spans of them: `1 May 2004`, `1999–2004`, `present`, `unknown`."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

from ...errors import InvalidRequest
from ...late import late_pattern
from .calendar_dates import NoDate, checked, has_mark, plain_text
from .counted_days import day_of_number
from .date_orders import YEARS_OF_YEARS
from .date_words import LATER, MISSING, OPEN, UNKNOWN, UNSAID
from .not_a_date import NotADate
from .other_calendars import COMMON, NEVER, OtherCalendar
from .short_years import SHORT_YEARS, year_behind
from .single_dates import ABOUT, PARTLY, SingleDates, Undecided
from .years_as_days import year_shown_as

__all__ = ["Span", "WrittenDates", "goes_on", "is_approximate", "only_year", "read_date"]

Span = tuple[str, str]
"""A start and an end, each a date or ""."""

_PLAIN_DATE = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?")
_NEVER_IN_DIGITS = frozenset(("99991231", "99999999"))
_ZERO = re.compile(
    r"0{8}|0{4}(?:([-/.])00\1?00)?(?:[t ]00:00(?::00)?)?|00([-/.])00\2 ?0{4}"
)  # how databases write no date
_SINCE = re.compile(
    r"(?:a )?"
    r"(?:(?:full )?member |in force |in effect |effective |en vigueur |en vigor |in kraft |with effect )?"
    r"(?:entered into force(?: on)?|effective|since|from|as of|joined(?: in)?|in|ab|seit|depuis|des|desde|dal|sinds"
    r"|od|fra|fran|с)"
    r"\b:? (?:the )?(?=\S)"
)
_UNTIL = re.compile(
    r"(?:until|till|to|up to|through|bis|jusqu'a|jusqu'en|hasta|fino al|tot|до|по)\b:? (?=\S)"
    r"|[–—] ?(?=[1-9])|- ?(?=[1-9]\d{3}$)"
)
_SPAN_SIGN = re.compile(
    r"(?<=年)(?=至今)| ?(?:[–—−→〜…]|至(?!今)|\.{3}) ?| - | ?-> ?| ~ |(?<=[\d年])~(?=\d)|/(?=\d{4}-)|-(?=\d{1,4}[./]\d)"
    r"|(?<=\d{8})-(?=\d{8}$)| to (?:the )?| until | till | through | bis | au | a | hasta | al | tot | по | до | do"
    r" | til "
)
_SPAN_END = late_pattern(r"(?:[–—−-]|\b(?:to|until|till|through|bis|au|a|hasta|al|tot|по)) ?$")
_YEARS_SPAN = re.compile(r"(\d{4}) ?[-/] ?(\d{4})")
_AHEAD = 30
"""So many years in the future a short year may be: "2011-05" is no span to 2105."""
_YEARS_OPEN = re.compile(r"(\d{4}) ?[-+]")
_YEAR_AT_END = re.compile(r"(?<!\d)\d{4}$")
_NO_END = re.compile(r"(.*\d)/\.\.")  # as ISO 8601-2 writes it
_NO_START = re.compile(r"\.\./(\d.*)")
_OPEN_END = re.compile(r"(.*\d)(?: ?(-+) ?|,? )(\D+)")  # "1982- present", "1982 to date"

_NAMELESS = late_pattern(r"(?:https?://www\.wikidata\.org/\.well-known/genid/|_:)\S+")


class WrittenDates(SingleDates):
    """Reads the dates of one table; what it learns from one date, it uses for the others.

    Parameters
    ----------
    date_format : str
        The order of day, month and year, if the user gives it: `DD/MM/YYYY`, `mdy`, `%d.%m.%Y`; and "approximate", if
        "spring of 1949" and "1949?" are to be read as 1949.

    Raises
    ------
    InvalidRequest
        If the format names no order.

    >>> dates = WrittenDates()
    >>> [dates.date(text) for text in ("1 May 2004", "01.05.2004", "2004-5-1", "May 2004", "1999.0", "present")]
    ['2004-05-01', '2004-05-01', '2004-05-01', '2004-05', '1999', '']
    >>> dates.spans("1949–1966; 2009–present")
    [('1949', '1966'), ('2009', '')]
    >>> dates.date("03/04/2004")
    Traceback (most recent call last):
    ...
    blocs.graph.readers.dates.single_dates.Undecided: 03/04/2004
    >>> dates.learn(["25/12/2004"])
    >>> dates.date("03/04/2004")
    '2004-04-03'
    """

    def __init__(self, date_format: str = "") -> None:
        super().__init__(date_format)
        self._cache: dict[str, str | NoDate] = {}
        self._spans: dict[str, list[Span]] = {}

    def forget(self) -> None:
        """Forget what was read to find out which columns have dates: most had none, of which nothing is said."""
        for kept in (self.seen, self._cache, self._spans):
            kept.clear()
        self.a_month = ""
        self._has_order = False  # of the dates that were read; those of other columns may decide it all the same

    def date(self, text: str) -> str:
        """The date in a cell; "" for none: an empty cell, `unknown`, `present`.

        Parameters
        ----------
        text : str
            The cell.

        Returns
        -------
        str
            `YYYY`, `YYYY-MM`, `YYYY-MM-DD` or "".

        Raises
        ------
        Undecided
            If the day could be the month, and no other date has decided it.
        InvalidRequest
            If it is no date.
        """
        found = self._cache.get(text)
        if found is None:
            try:
                found = self._date(text)
            except NoDate as error:
                found = error
            self._cache[text] = found
        if isinstance(found, NoDate):
            raise NotADate(text, str(found), asked=isinstance(found, OtherCalendar))
        return found

    def _date(self, text: str) -> str:
        if (
            self.days
            and not self._is_missing(text.strip())
            and (day := day_of_number(text.strip(), self.days, self.seen))
        ):
            return self._as_meant(day)
        if len(text) != 7 and not self.calendar and _PLAIN_DATE.fullmatch(text) and "1500" <= text[:4] <= "2100":
            found = self._as_meant(checked(int(text[:4]), int(text[5:7] or 0), int(text[8:10] or 0)))
        else:
            plain = plain_text(text)
            if self._is_missing(plain) or self._is_open(plain):
                return ""
            plain = "9999" if plain in _NEVER_IN_DIGITS else plain
            found = self._as_meant(self.single(self.of_common_years(plain, text)))
            if has_mark(text):
                self.say_once("footnote marks were taken off dates, such as ", repr(text))
        if self._is_never(found):
            self.seen[f"{text!r} read as still going on"] = None
            return ""
        return found

    def _as_meant(self, found: str) -> str:
        """A date, or the year that a spreadsheet shows as that day."""
        if not (year := year_shown_as(found)):
            return found
        if self.serial:
            self.seen[f"days of 1905 read as the years that a spreadsheet shows so, {found} as {year}"] = None
            return year
        if self.all_of_1905 and not self.given and self.calendar != COMMON:
            raise OtherCalendar(
                f"all dates of the table are of 1905; this may be the year {year} that a spreadsheet shows as a day; if"
                " so, say: --date-format excel; if it is the day: --date-format gregorian"
            )
        self.say_once("days of 1905", f" read as they stand; {found} may be the year {year}, shown as a day")
        return found

    def _is_missing(self, plain: str) -> bool:
        if not plain or plain in MISSING or _ZERO.fullmatch(plain):
            if plain not in UNSAID:
                self.seen[f"{plain!r} read as no date"] = None
            return True
        if _NAMELESS.fullmatch(plain):
            self.seen["nodes without a name, as Wikidata has them for what is unknown, read as no dates"] = None
            return True
        return False

    def _is_open(self, plain: str) -> bool:
        if plain in OPEN:
            self.seen[f"{plain!r} read as still going on"] = None
            return True
        return False

    def is_open(self, text: str) -> bool:
        """Whether a cell says that something goes on (`present`).

        Parameters
        ----------
        text : str
            The cell.

        Returns
        -------
        bool
        """
        plain = plain_text(text)
        return plain in OPEN or self._is_never(plain)

    def _is_never(self, plain: str) -> bool:
        """Whether a text begins with a year by which programs say that there is no end."""
        if self.calendar not in ("", COMMON):
            return False
        return plain in _NEVER_IN_DIGITS or (NEVER.fullmatch(plain[:4]) is not None and plain[4:5] in ("", "-"))

    def spans(self, text: str) -> list[Span]:
        """The spans in a cell: `1999–2004`, `since 1999`, `1949–1966, 2009–present`; one date is a start.

        Parameters
        ----------
        text : str
            The cell.

        Returns
        -------
        list of (str, str)
            Starts and ends; empty if the cell gives no date.

        Raises
        ------
        Undecided
            As for `date`.
        InvalidRequest
            If it is no date and no span.
        """
        known = self._spans.get(text)
        if known is None:
            try:
                known = self._spans[text] = self._read_spans(text)
            except OtherCalendar as error:
                raise NotADate(text, str(error), asked=True) from None
        return known

    def alone(self, text: str) -> list[str]:
        """The dates in a cell that stand alone, without a sign that something begins, ends or goes on with them.

        Parameters
        ----------
        text : str
            The cell.

        Returns
        -------
        list of str
            As they are written.

        >>> WrittenDates().alone("1962–2008; 2016"), WrittenDates().alone("1962–")
        (['2016'], [])
        """
        found = []
        for part in re.split(r"[;\n|,]", plain_text(text)):
            try:
                if part.strip() and self.single(part.strip()):
                    found.append(part.strip())
            except (NoDate, Undecided):
                pass
        return found

    def _read_spans(self, text: str) -> list[Span]:
        plain = plain_text(text)
        if self._is_missing(plain) or self._is_open(plain) or self._is_never(plain):
            return []
        try:
            plain = self.of_common_years(plain, text)
            return [self._span(plain)]
        except OtherCalendar:
            raise
        except NoDate as error:
            problem = error
        for sign in (r"[;\n|]", r"[;\n|,]|\band\b|\bund\b|\bet\b|\by\b"):
            parts = [part.strip() for part in re.split(sign, plain) if part.strip()]
            if len(parts) < 2:
                continue
            try:
                spans = [self._span(part) for part in parts]
            except NoDate:
                continue
            # Two dates without an end between them would be two starts of one membership.
            if all(one[1] or two[1] for one, two in pairwise(spans)):
                return spans
            if not any(end for _, end in spans):
                problem = NoDate(
                    "it has several dates and no end; write them as spans, such as 1990–1992, or each in its own row"
                )
        raise NotADate(text, str(problem))

    def _span(self, plain: str) -> Span:
        """One span; dates alone are tried first, since they may have signs that part spans."""
        try:
            return self._as_meant(self.single(plain)), ""
        except OtherCalendar:
            raise
        except NoDate as error:
            problem = error
        if match := _YEARS_SPAN.fullmatch(plain):
            return self._ordered(checked(int(match[1])), checked(int(match[2])))
        if match := _YEARS_OPEN.fullmatch(plain):
            return checked(int(match[1])), ""
        if (match := SHORT_YEARS.fullmatch(plain)) and (last := self._year_behind(match)):
            return match[1], last
        if match := _SINCE.match(plain):
            rest = plain[match.end() :]
            try:
                return self._span(rest)
            except NoDate:
                pass
        if match := _NO_END.fullmatch(plain):
            return self.single(match[1]), ""
        if match := _NO_START.fullmatch(plain):
            return "", self.single(match[1])
        if match := _UNTIL.match(plain):
            return "", self.single(plain[match.end() :])
        for match in _SPAN_SIGN.finditer(plain):
            first, last = plain[: match.start()].strip(), plain[match.end() :].strip()
            try:
                start = "" if not first or first in MISSING else self._first(first, last)
                end = self._last(last)
            except NoDate as error:
                problem = error if str(error) else problem
                continue
            return self._ordered(start, end)
        if (match := _OPEN_END.fullmatch(plain)) and (match[3] in OPEN or (match[2] and match[3] in MISSING | LATER)):
            return self.single(match[1]), self._last(match[3])
        raise problem

    def _year_behind(self, match: re.Match[str]) -> str:
        """The year behind another that has not all of its digits, 1991 in "1990-91"; "" if they may be a month."""
        if 0 < int(match[3]) <= 12 and self.short_years != YEARS_OF_YEARS:
            return ""
        if self.a_month and not self.short_years:
            raise NoDate(
                f"{self.a_month!r} was read as a month, and this can only be a span of years; say what such dates are:"
                " --date-format YYYY/MM or --date-format YYYY/YY"
            )
        last = year_behind(match)
        if last > date.today().year + _AHEAD:
            raise NoDate("it ends before it begins")
        return str(last)

    def _first(self, plain: str, last: str) -> str:
        """The date before the sign of a span; one without a year has that of the other: "1 Jan–31 Dec 1999"."""
        if (year := _YEAR_AT_END.search(last)) and not re.search(r"\d{4}", plain) and re.search(r"[^\W\d]", plain):
            return self.single(f"{plain} {year[0]}")
        return self.single(plain)

    def _last(self, plain: str) -> str:
        """What stands behind the sign of a span: a date, or a word for that there is none, or that nobody knows it."""
        plain = plain.strip("()[]")
        return "" if not plain or plain in MISSING or plain in LATER or self._is_open(plain) else self.single(plain)

    def end_not_known(self, text: str) -> bool:
        """Whether a cell has a span whose end nobody knows: "1950–?".

        Parameters
        ----------
        text : str
            The cell.

        Returns
        -------
        bool

        >>> WrittenDates().end_not_known("1950–?"), WrittenDates().end_not_known("1950–present")
        (True, False)
        """
        plain = plain_text(text)
        return any(plain.endswith(word) and _SPAN_END.search(plain[: -len(word)]) for word in UNKNOWN)

    @staticmethod
    def _ordered(start: str, end: str) -> Span:
        if start and end and start > end + "~":
            raise NoDate("it ends before it begins")
        return start, end


def read_date(text: str) -> str | None:
    """The date in a text that stands alone, as in RDF; None if it cannot be told for sure.

    Parameters
    ----------
    text : str
        What stands in the data: an ISO date or date-time, with time zone or without, or words.

    Returns
    -------
    str or None
        `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. A day and a month that might be either way round are no date.

    >>> read_date("1995-01-01T00:00:00Z"), read_date("1 May 1995"), read_date("May 1995"), read_date("1995-5")
    ('1995-01-01', '1995-05-01', '1995-05', '1995-05')
    >>> read_date("31/12/1999"), read_date("05/06/1995"), read_date("spring 1995")
    ('1999-12-31', None, None)
    """
    try:
        # Years of more than four digits begin with zeros, as Wikidata's do.
        return WrittenDates().date(re.sub(r"^\+?0{1,7}(?=\d{4}-)", "", text.strip())) or None
    except (InvalidRequest, Undecided):
        return None


def is_approximate(text: str) -> bool:
    """Whether a date that is read is given as about then, or with parts unknown: as the data have it, and no better.

    >>> is_approximate("c. 1995"), is_approximate("1995-XX"), is_approximate("1995"), is_approximate("present")
    (True, True, False, False)
    """
    dates = WrittenDates()
    try:
        return bool(dates.date(text.strip())) and any(said.startswith((ABOUT, PARTLY)) for said in dates.seen)
    except (InvalidRequest, Undecided):
        return False


def goes_on(text: str) -> bool:
    """Whether a text says that something has no end yet, or says nothing.

    >>> goes_on("present"), goes_on(""), goes_on("1995")
    (True, True, False)
    """
    return not text.strip() or text.strip() in ("..", "open") or WrittenDates().is_open(text)


def only_year(text: str) -> str:
    """The one year that a text names, whatever else it says; "" if there is none or there are several.

    >>> only_year("05/06/1995"), only_year("spring of 1995"), only_year("1995 or 1996"), only_year("long ago")
    ('1995', '1995', '', '')
    """
    years = re.findall(r"(?<!\d)(?:1[0-9]|20)\d\d(?!\d)", text)
    return str(years[0]) if len(set(years)) == 1 else ""
