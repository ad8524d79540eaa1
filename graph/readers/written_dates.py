"""The dates in the cells of a table: one, none, or spans of them: `1 May 2004`, `1999–2004`, `present`, `unknown`."""

from __future__ import annotations

import re
from itertools import pairwise

from ..errors import InvalidRequest
from ..late import late_pattern
from .calendar_dates import NoDate, checked, has_mark, plain_text
from .date_orders import YEARS_OF_YEARS
from .date_words import LATER, MISSING, OPEN, UNKNOWN, UNSAID
from .single_dates import SingleDates, Undecided, is_short_date

__all__ = ["NotADate", "Span", "WrittenDates", "goes_on", "only_year", "quoted", "read_date"]

Span = tuple[str, str]
"""A start and an end, each a date or ""."""

_PLAIN_DATE = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?")
_NEVER = re.compile(r"(?:9\d{3}|2[2-9]99|3000)(?:-|$)")  # 9999-12-31, 2999-12-31: it has not ended
_ZERO = re.compile(r"0{4}(?:([-/.])00\1?00)?(?:[t ]00:00(?::00)?)?|00([-/.])00\2 ?0{4}")  # how databases write no date
_SINCE = re.compile(
    r"(?:a )?(?:(?:full )?member )?"
    r"(?:since|from|as of|joined(?: in)?|in|ab|seit|depuis|des|desde|dal|sinds|с)\b:? (?:the )?(?=\S)"
)
_UNTIL = re.compile(
    r"(?:until|till|to|up to|through|bis|jusqu'a|jusqu'en|hasta|fino al|tot|до|по)\b:? (?=\S)"
    r"|[–—] ?(?=\d)|- ?(?=\d{4}$)"
)
_SPAN_SIGN = re.compile(
    r" ?[–—−] ?| - |/(?=\d{4}-)| to (?:the )?| until | till | through | bis | au | a | hasta | al | tot | по "
)
_SPAN_END = late_pattern(r"(?:[–—−-]|\b(?:to|until|till|through|bis|au|a|hasta|al|tot|по)) ?$")
_YEARS_SPAN = re.compile(r"(\d{4}) ?[-/] ?(\d{4})")
_YEARS_SHORT = re.compile(r"(\d{2})(\d{2}) ?[-/–—] ?(\d{1,2})")
_YEARS_OPEN = re.compile(r"(\d{4}) ?[-+]")
_OPEN_END = re.compile(r"(.*\d)(?: ?(-+) ?|,? )(\D+)")  # "1982- present", "1982 to date"

_NAMELESS = late_pattern(r"(?:https?://www\.wikidata\.org/\.well-known/genid/|_:)\S+")


class NotADate(InvalidRequest):
    """A cell that is no date.

    Parameters
    ----------
    text : str
        The cell.
    problem : str
        What is wrong with it and the way out, if that is known.
    """

    def __init__(self, text: str, problem: str) -> None:
        super().__init__(_no_date(text, problem))
        self.of_an_end = self.message if problem else _no_end(text) or self.message
        """What is to be said of it where it should be an end: who ends at a time that is not clear does not go on."""


_MARKS_SAID = "footnote marks were taken off dates"


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
    blocs.graph.readers.single_dates.Undecided: 03/04/2004
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
            raise NotADate(text, str(found))
        return found

    def _date(self, text: str) -> str:
        short = len(text) == 7 and (self.writes_years_short or self.short_years)  # "2004-05" may be of two years
        if not short and _PLAIN_DATE.fullmatch(text) and text[:4] != "0000":
            found = checked(int(text[:4]), int(text[5:7] or 0), int(text[8:10] or 0))
        else:
            _refuse_other_calendar(text)
            plain = plain_text(text)
            if self._is_missing(plain) or self._is_open(plain):
                return ""
            found = self.single(plain)
            if has_mark(text) and not any(each.startswith(_MARKS_SAID) for each in self.seen):
                self.seen[f"{_MARKS_SAID}, such as {text!r}"] = None
        if _NEVER.match(found):
            self.seen[f"{text!r} read as still going on"] = None
            return ""
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
        return plain in OPEN or _NEVER.match(plain) is not None

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
            known = self._spans[text] = self._read_spans(text)
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
        if self._is_missing(plain) or self._is_open(plain) or _NEVER.match(plain):
            return []
        try:
            _refuse_other_calendar(text)
            return [self._span(plain)]
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
        raise NotADate(text, str(problem))

    def _span(self, plain: str) -> Span:
        """One span; dates alone are tried first, since they may have signs that part spans."""
        try:
            return self.single(plain), ""
        except NoDate as error:
            problem = error
        if match := _YEARS_SPAN.fullmatch(plain):
            return self._ordered(checked(int(match[1])), checked(int(match[2])))
        if match := _YEARS_OPEN.fullmatch(plain):
            return checked(int(match[1])), ""
        if (match := _YEARS_SHORT.fullmatch(plain)) and (last := self._year_behind(match)):
            return match[1] + match[2], last
        if match := _SINCE.match(plain):
            rest = plain[match.end() :]
            try:
                return self._span(rest)
            except NoDate:
                pass
        if match := _UNTIL.match(plain):
            return "", self.single(plain[match.end() :])
        for match in _SPAN_SIGN.finditer(plain):
            first, last = plain[: match.start()].strip(), plain[match.end() :].strip()
            try:
                start = "" if not first or first in MISSING else self.single(first)
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
        first, short = int(match[1] + match[2]), match[3]
        if 0 < int(short) <= 12 and self.short_years != YEARS_OF_YEARS:
            return ""
        step = 10 ** len(short)
        last = first - first % step + int(short)
        return str(last if last > first else last + step)

    def _last(self, plain: str) -> str:
        """What stands behind the sign of a span: a date, or a word for that there is none, or that nobody knows it."""
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


# Years in digits of a script whose readers have a calendar of their own: 2540 in Thai is 1997, 1364 in Persian 1985.
_OTHER_CALENDAR = late_pattern(r"(?<!\d)(?:๒[๔-๖][๐-๙]{2}|۱[۲-۴][۰-۹]{2}|١[٣٤][٠-٩]{2})(?!\d)")


def _refuse_other_calendar(text: str) -> None:
    if not text.isascii() and _OTHER_CALENDAR.search(text):
        raise NoDate("its year may be of another calendar; write the year of the common one")


def _no_date(text: str, problem: str) -> str:
    """What is said of a cell that is no date."""
    shown = f"'{text}'" if "'" not in text else repr(text)
    if problem:
        return f"{shown} is not a date: {problem}"
    if is_short_date(text):
        way_out = "write all four, or read them as of the last hundred years with --date-format DD/MM/YY"
        return f"{shown} is not a date: its year has two digits; {way_out}"
    if _BEFORE_CHRIST.search(text) and not _MISSING_CODE.fullmatch(text):
        return f"{shown}: years before Christ are not read; take the row out, or leave its date empty"
    missing = f"if it stands for none, say: --missing {quoted(text)}"
    written = "write the one that is meant, or " if re.search(r"\d", text) else ""
    return f"{shown} is not a date; {written}{missing}"


def _no_end(text: str) -> str:
    """The same of an end; "" if it has a reason of its own."""
    if is_short_date(text) or (_BEFORE_CHRIST.search(text) and not _MISSING_CODE.fullmatch(text)):
        return ""
    shown = f"'{text}'" if "'" not in text else repr(text)
    written = "write the one that is meant, or " if re.search(r"\d", text) else ""
    return (
        f'{shown} is not a date; {written}leave such rows out with: --role "{text}=skip"; if they go on, say:'
        f" --missing {quoted(text)}"
    )


_BEFORE_CHRIST = late_pattern(
    r"\d ?(?:B\.? ?C\.?(?: ?E\.?)?|v\. ?Chr\.?|av\. ?J\.?-?C\.?|a\. ?C\.)(?!\w)|^-0*[1-9]\d{0,3}$"
)


_MISSING_CODE = late_pattern(r"-(\d)\1*")  # "-88", as surveys write what is not known


def quoted(text: str) -> str:
    """A word of a cell as it is typed behind an option.

    Parameters
    ----------
    text : str
        The word.

    Returns
    -------
    str

    >>> quoted("tbc"), quoted("to come")
    ('tbc', '"to come"')
    """
    return text if re.fullmatch(r"[\w.-]+", text) else f'"{text}"'


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
