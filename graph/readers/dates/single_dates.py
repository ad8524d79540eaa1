"""One date as people write it: `1 May 2004`, `01.05.2004`, `2004-5-1`, a spreadsheet's number for a day.

A date keeps the precision it is written with. Where day and month could be either (03/04/2004), nothing is guessed:
other dates of the same table decide (13/04/2004), or the user does; a date between dots has its day first, as
everywhere where dots are written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ...late import late_pattern
from ..important import Important
from .calendar_dates import NoDate, checked, only_date, plain_text
from .counted_days import DAYS, counted_date, is_count_of_days, ways_to_count
from .date_formats import date_format as read_format
from .date_orders import IN_WORDS, MONTHS_OF_YEARS, YEARS_OF_YEARS, order_of
from .date_words import PARTS_OF_YEARS
from .messy_dates import about_when, in_doubt, known_part, possible_dates
from .other_calendars import (
    COMMON,
    YEAR,
    OtherCalendar,
    are_of_islam,
    calendar_in,
    in_common_years,
    is_buddhist,
    marked_years_read,
    question,
)  # fmt: skip
from .short_years import SHORT_YEARS, ShortYears
from .two_digit_years import short_date

__all__ = ["ABOUT", "PARTLY", "SingleDates", "Undecided", "is_part_of_year"]

ABOUT, PARTLY = "approximate dates read as they stand", "dates with unknown parts"
"""What is said of dates that are given as about then, and the beginning of what is said of those not given in full."""

_WEEKDAY = re.compile(
    r"^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? (?=\w)|^\w+(?:tag|woch),? (?=\d)"
    r"|^(?:lun|mar|mercre|jeu|vendre|same)di,? (?=\d)|^dimanche,? (?=\d)"
)
_TIME = re.compile(
    r"(?<=\d),?[t ] ?\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)? ?(?:[ap]\.?m\.?|uhr|hrs?|h)?"
    r" ?(?:z|(?:utc|gmt)?(?:[+-]\d{2}(?::?\d{2})?)?)(?: \([^()]*\))?$"
)
_LATE = late_pattern(r"2[0-3]:00(?::00(?:[.,]0+)?)? ?(?:z|utc|gmt|\+00(?::?00)?)$")
"""A whole hour of the evening by universal time: how programs write days that begin before those of Greenwich."""
_ZONE_ONLY = re.compile(r"(?<=\d)(?:z|[+-]\d{2}:\d{2})$")  # xsd:date may have a zone without a time
_THOUSANDS = re.compile(r"([12])[,.' ](\d{3})")
_TREATY = re.compile(r"(?<=\d{4}) (?:\(?(?:aa|a|d|s|r|ac|su)\)?)$")  # how a state became a party: accession
_NO_DAY = late_pattern(r"^(?:\?{1,2}|xx)[ .]+(?=[^\W\d]+ \d{4}$)|(?<=[^\W\d]) (?:\?{1,2}|xx)[, ]+(?=\d{4}$)")
_HOW = late_pattern(
    r"(?<=\d) ?\((?:founder|founding member|original member|accession|acceded|by accession|admission|admitted|joined"
    r"|entry|beitritt|adhesion|ingreso|grundungsmitglied|membre fondateur|miembro fundador)\)$"
)
_DOTTED = re.compile(r"(1[5-9]\d\d|20\d\d)\.(0?[1-9]|1[0-2])")
_XXY = re.compile(r"(\d{1,2}) ?([./: -]) ?(\d{1,2}) ?\2 ?(\d{4})\.?")
_YYYYMM = re.compile(r"((?:1[5-9]|20)\d{2})(0[1-9]|1[0-2])(?:\.0)?")
_ARTICLE = re.compile(r"^(?:le|el|il|am|den|dem|den|on|the|op|o|w dniu|dnia) (?=\d)")
_YEAR_AND_PART = late_pattern(r"(\d{4})[ ./-]?(?:q[1-4]|t[1-4]|h[12]|s[12]|w[0-5]\d)")
_MONTH_OR_QUARTER = late_pattern(r"(i{1,3}|iv)\.?[ ./-]+(\d{4})")
_ROMAN_ALONE = late_pattern(r"(vi{0,3}|ix|xi{0,2})\.?[ ./-]+(\d{4})")
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_FOUNDER = late_pattern(
    r"(?:founder|founding(?: member| state)?|original(?: member)?|charter member|grundungsmitglied|membre fondateur"
    r"|miembro fundador|membro fondatore)[,:]? ?(?:\(|in |since )?([^()]*\d{4}[^()]*)\)?"
)  # Founder (1952)
_EARLY = 1500
"""Years before it are read, and said: they may be slips, or of another calendar."""
_OTHER_DIGITS = late_pattern(r"[๐-๙۰-۹٠-٩]")


class Undecided(Exception):
    """A date that could have either part as its day, while no other date has decided it yet."""


class SingleDates:
    """Reads dates one by one; what it learns from one, it uses for the others.

    Parameters
    ----------
    date_format : str
        The order of day, month and year, if the user gives it: `DD/MM/YYYY`, `mdy`, `%d.%m.%Y`; "approximate", if
        "spring of 1949" and "1949?" are to be read as 1949; and the calendar of the years, such as "buddhist".

    Raises
    ------
    InvalidRequest
        If the format names no order.

    >>> dates = SingleDates()
    >>> dates.single("1 may 2004"), dates.single("13/04/2004"), dates.single("03/04/2004")
    ('2004-05-01', '2004-04-13', '2004-04-03')
    >>> SingleDates("approximate").single("q3 2013")
    '2013'
    """

    def __init__(self, date_format: str = "") -> None:
        said = read_format(date_format)
        self.calendar = said.calendar
        """The calendar that years are of, if the user says it."""
        self._said_of_order = calendar_in(date_format.strip())[1]
        self.approximate = bool(said.approximate)
        self.counting = said.counting
        """What numbers count, if the user says it: one of the names of `counted_days`."""
        self.short_years = said.short_years
        """What "2004/05" is, if the user says it."""
        self.short = ShortYears()
        """What the table's cells say of it."""
        self.a_month = ""
        """A date that was read as a month, and could be a span."""
        self._two_digits = tuple(filter(None, (said.order, said.months))) or ("",)
        """The orders in which years of two digits are read, that of days first."""
        self.order = said.order
        self.given = bool(self.order)
        self.six_are_months = False
        """Whether some number of six digits can only be a year and a month: "199004"."""
        self.roman_months = False
        """Whether some date has a month in Roman numerals that is no quarter: "IX.1949"."""
        self.decided_by = ""
        """The date that decided the order, if one did."""
        self.named_by = ""
        """The name of a column that decided it."""
        self.against = ""
        """A date that contradicts the order."""
        self._has_order = False
        self._years: set[int] = set()
        self._of_1905: set[str] = set()
        self.seen: dict[str, None] = {}
        """What was read that may have been meant otherwise: phrases, in order."""

    def learn(self, texts: Iterable[str], *, spans: bool = True) -> None:
        """Let dates decide which part is the day, as 25/12/2004 does.

        Parameters
        ----------
        texts : iterable of str
            Cells of columns of dates.
        spans : bool
            Whether they may say that "2004-05" is a span of years; remarks may have spans of anything.
        """
        for text in texts:
            for year in map(int, YEAR.findall(text)):
                if year in (1904, 1905):
                    self._of_1905.add(text)
                self._years.add(year)
            if self.given:
                continue
            if match := _YYYYMM.fullmatch(text):
                self.six_are_months = self.six_are_months or _surely_month(match)
            if any(sign in text for sign in "/-–.: "):
                plain = plain_text(text)
                self.roman_months = self.roman_months or _ROMAN_ALONE.fullmatch(plain) is not None
                for match in _XXY.finditer(plain):
                    self._has_order = True
                    self._weigh(match)
                if spans:
                    self.short.learn(plain)

    def say_once(self, beginning: str, example: str) -> None:
        """Say something with an example, unless it is said with another already.

        Parameters
        ----------
        beginning : str
            What is said, up to the example.
        example : str
            The example, and the rest.
        """
        if not any(said.startswith(beginning) for said in self.seen):
            self.seen[beginning + example] = None

    @property
    def all_of_1905(self) -> bool:
        """Whether the table has several dates, and none but of the year as which spreadsheets show years."""
        return self._years <= {1904, 1905} and len(self._of_1905) > 1

    def take_order(self, order: str, column: str) -> None:
        """Read dates in the order that the name of a column says, unless a date or the user has decided it.

        Parameters
        ----------
        order : str
            Three letters of "d", "m" and "y".
        column : str
            The name.
        """
        if not self.order and order in ("dmy", "mdy"):
            self.order, self.decided_by, self.named_by = order, f"the name {column!r}", column

    def of_common_years(self, plain: str, text: str) -> str:
        """A text with its years in the common calendar.

        Parameters
        ----------
        plain : str
            The text, as `plain_text` gives it.
        text : str
            The text as it stands, in the digits of its writing.

        Returns
        -------
        str

        Raises
        ------
        NoDate
            If a year may be of another calendar, or is far in the future.
        """
        if self.calendar not in ("", COMMON):
            return in_common_years(plain, self.calendar, self.seen)
        if self.counting in DAYS and is_count_of_days(plain):
            return plain
        plain = marked_years_read(plain, self.seen)
        if self.calendar == COMMON:
            return plain
        other_digits = not text.isascii() and _OTHER_DIGITS.search(text) is not None
        of_islam = other_digits or are_of_islam(self._years)
        for year in map(int, YEAR.findall(plain)):
            if asked := question(year, of_islam=of_islam, beside=self._said_of_order):
                days = "" if self._said_of_order or is_buddhist(year) else ways_to_count(plain)
                raise OtherCalendar(f"{days}; else {asked}" if days else asked)
            if 0 < year < _EARLY:
                self.say_once("years before ", f"{_EARLY}, such as {year}, read as they stand")
        return plain

    def _weigh(self, match: re.Match[str]) -> None:
        order = order_of(int(match[1]), int(match[3]))
        if order and not self.order:
            self.order, self.decided_by = order, match[0]
        elif order and order != self.order and not self.given:
            self.against = match[0]

    def single(self, plain: str) -> str:
        """One date, whatever way it is written.

        Parameters
        ----------
        plain : str
            The text, as `plain_text` gives it.

        Returns
        -------
        str
            `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.

        Raises
        ------
        Undecided
            If the day could be the month, and no other date has decided it.
        NoDate
            If it is no date.
        """
        if self.counting in DAYS and (found := counted_date(plain, self.counting, self.seen)):
            return found
        if found := known_part(plain):
            self.seen[f"{PARTLY}, such as {plain.upper()!r}, read as far as they are known"] = None
            return checked(int(found[:4]), int(found[5:] or 0))
        if dates := possible_dates(plain):
            return self._one_of(plain, dates)
        if match := _FOUNDER.fullmatch(plain):
            self.seen[f"{plain!r} read as the date in it"] = None
            return self.single(match[1])
        if rest := about_when(plain):
            found = self.single(rest)
            if not any(said.startswith(ABOUT) for said in self.seen):
                self.seen[Important(f"{ABOUT}, such as {plain!r}")] = None
            return found
        if rest := in_doubt(plain):
            found = self.single(rest)
            if not self.approximate:
                raise NoDate(
                    "it is uncertain; write the one that is meant, or read such dates as they stand with"
                    " --date-format approximate"
                )
            self.seen["uncertain dates read as they stand"] = None
            return found
        plain = _HOW.sub("", plain)
        if match := _NO_DAY.search(plain):
            self.seen["dates with unknown days read as months"] = None
            plain = (plain[: match.start()] + " " + plain[match.end() :]).strip()
        text = _TREATY.sub("", _ARTICLE.sub("", _WEEKDAY.sub("", plain)))
        if match := _TIME.search(text) or _ZONE_ONLY.search(text):
            if not re.match(r"[t ] ?0?0:00(?::00(?:[.,]0+)?)?\b", match[0]) and ":" in match[0].partition("+")[0]:
                self.seen["times of day left out"] = None
                if _LATE.search(match[0]):
                    late = f"{match[0].strip(' t,')!r} may be midnight of the next day elsewhere"
                    self.say_once("times such as ", f"{late}; the days were read as they stand")
            text = text[: match.start()]
        if match := SHORT_YEARS.fullmatch(text):
            return self._month_or_years(match)
        if found := only_date(text):
            return found
        if match := _THOUSANDS.fullmatch(text):
            self.seen[f"{text!r} read as a year"] = None
            return checked(int(match[1] + match[2]))
        if match := _XXY.fullmatch(text):
            return self._day_and_month(match)
        for order in self._two_digits:
            if found := short_date(text, order, self.seen):
                return found
        if (match := _YYYYMM.fullmatch(text)) and not self.counting:
            return self._month_in_six(match)
        if match := _DOTTED.fullmatch(text):
            return self._month_behind_dot(match)
        if found := counted_date(text, self.counting, self.seen):
            return found
        return self._part_of_year(text)

    def _month_or_years(self, match: re.Match[str]) -> str:
        """The month in "2004-05", and in "2004/05" if the user says so: it may be the time from 2004 to 2005."""
        last = int(match[3])
        if not 0 < last <= 12 or self.short_years == YEARS_OF_YEARS:
            raise NoDate
        if self.short_years != MONTHS_OF_YEARS:
            if match[2] != "-" or self.short.may_be_spans:
                raise NoDate("is it a month or a span of years? say --date-format YYYY/MM or --date-format YYYY/YY")
            self.a_month = self.a_month or match[0]
            if len(match[3]) == 1 and not any(said.endswith("read as months") for said in self.seen):
                self.seen[f"dates such as {match[0]!r} read as months"] = None
        return checked(int(match[1]), last)

    def _month_behind_dot(self, match: re.Match[str]) -> str:
        """The month in "1990.05", if the user says so; "1990.1" may be what a spreadsheet has left of "1990.10"."""
        if self.short_years != MONTHS_OF_YEARS:
            raise NoDate("it may be a month or a part of a year; to read months, say --date-format YYYY.MM")
        if match[2] == "1":
            raise NoDate(f"it may be {match[1]}-01 or {match[1]}-10; write which")
        return checked(int(match[1]), int(match[2]))

    def _month_in_six(self, match: re.Match[str]) -> str:
        """The month in "199004"; "190404" may be a day, of which the year has two digits."""
        if not self.six_are_months and not _surely_month(match):
            raise NoDate(
                f"it may be the month {match[1]}-{match[2]}, or a day whose year has two digits; write which, as"
                " YYYY-MM or YYYY-MM-DD"
            )
        self.seen["numbers of six digits read as months, 199004 as 1990-04"] = None
        return checked(int(match[1]), int(match[2]))

    def _one_of(self, plain: str, dates: Sequence[str]) -> str:
        """What several possible dates have in common, the year or the month; else the first of them, if asked for."""
        first, last = min(map(self.single, dates)), max(map(self.single, dates))
        common = next((first[:at] for at in (len("2004-05"), len("2004")) if first[:at] == last[:at]), "")
        if common and len(dates) > 1:
            self.seen[f"{plain!r} read as {common}, which all its dates have in common"] = None
            return common
        if not self.approximate:
            raise NoDate(
                "it may be any of several dates; write the one that is meant, or read the first with"
                " --date-format approximate"
            )
        self.seen[f"{plain!r} read as {first}, the first of the dates that it may be"] = None
        return first

    def _part_of_year(self, text: str) -> str:
        """The year that a date is in of which only a part of it is known: "Q3 2013", "spring of 1949", "mid-1991"."""
        if match := _ROMAN_ALONE.fullmatch(text):
            return checked(int(match[2]), _ROMAN.index(match[1]) + 1)
        if match := _YEAR_AND_PART.fullmatch(text):
            found = checked(int(match[1]))
        elif match := _MONTH_OR_QUARTER.fullmatch(text):
            month = _ROMAN.index(match[1]) + 1
            if self.roman_months:
                return checked(int(match[2]), month)
            if not self.approximate:
                raise NoDate(
                    f"it may be the month {match[2]}-{month:02} or a quarter of the year; write which, or read such"
                    " dates as the year with --date-format approximate"
                )
            found = checked(int(match[2]))
        elif match := PARTS_OF_YEARS.match(text):
            if possible_dates(text[match.end() :]):
                raise NoDate("it is a part of a decade; write the year that is meant")
            found = self.single(text[match.end() :])
        else:
            raise NoDate
        if len(found) > len("2004-05"):
            raise NoDate
        if not self.approximate:
            raise NoDate(
                "it is a part of a year; write the month that is meant, or read such dates as the year with"
                " --date-format approximate"
            )
        self.say_once("parts of years", f", such as {text!r}, read as the year or the month")
        return found

    def _day_and_month(self, match: re.Match[str]) -> str:
        first, second, year = int(match[1]), int(match[3]), int(match[4])
        self._has_order = True
        self._weigh(match)
        if self.against == match[0]:
            raise NoDate(f"its day and month are in another order than in {self.decided_by}")
        if first == second:
            return checked(year, first, second)
        order = self.order
        if not order and match[2] == ".":
            self.seen["dates such as 03.04.2004 read as day.month.year"] = None
            order = "dmy"
        if not order:
            raise Undecided(match[0])
        if order == "mdy":
            first, second = second, first
        return checked(year, second, first)

    def notes(self) -> list[str]:
        """What was decided about the dates, in words.

        Returns
        -------
        list of str
            A sentence for each thing; empty if every date was plain.
        """
        found = []
        if self.decided_by and (self._has_order or self.named_by):
            order = IN_WORDS.get(self.order, "year/month/day")
            why = (
                f"as column {self.named_by!r} says" if self.named_by else f"since {self.decided_by} can be nothing else"
            )
            found.append(f"dates were read as {order}, {why}")
        return [*found, *self.seen]


def _surely_month(match: re.Match[str]) -> bool:
    """Whether six digits are no day in either order: 90 in "199004" is no month."""
    return not 0 < int(match[1][2:]) <= 12


def is_part_of_year(text: str) -> bool:
    """Whether a cell is a date of which only a part of a year is known, as "Q3 2013".

    Parameters
    ----------
    text : str
        The cell.

    Returns
    -------
    bool

    >>> is_part_of_year("Q3 2013"), is_part_of_year("mid-1991"), is_part_of_year("1991"), is_part_of_year("early days")
    (True, True, False, False)
    """
    plain = plain_text(text)
    match = PARTS_OF_YEARS.match(plain)
    return bool(_YEAR_AND_PART.fullmatch(plain) or (match and plain[match.end() :][:4].isdigit()))
