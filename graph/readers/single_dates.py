"""One date as people write it: `1 May 2004`, `01.05.2004`, `2004-5-1`, a spreadsheet's number for a day.

A date keeps the precision it is written with. Where day and month could be either (03/04/2004), nothing is guessed:
other dates of the same table decide (13/04/2004), or the user does; a date between dots has its day first, as
everywhere where dots are written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta

from ..errors import InvalidRequest
from ..late import late_pattern
from ..model.name_forms import ascii_digits, seen_of, unaccented
from .date_words import MONTHS, PARTS_OF_YEARS

__all__ = [
    "NoDate",
    "SingleDates",
    "Undecided",
    "checked",
    "date_order",
    "is_part_of_year",
    "is_short_date",
    "plain_text",
]

_WEEKDAY = re.compile(
    r"^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? (?=\w)|^\w+(?:tag|woch),? (?=\d)"
    r"|^(?:lun|mar|mercre|jeu|vendre|same)di,? (?=\d)|^dimanche,? (?=\d)"
)
_TIME = re.compile(
    r"(?<=\d)[t ] ?\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)? ?(?:[ap]\.?m\.?)? ?(?:z|utc|gmt|[+-]\d{2}(?::?\d{2})?)?$"
)
_ZONE_ONLY = re.compile(r"(?<=\d)(?:z|[+-]\d{2}:\d{2})$")  # xsd:date may have a zone without a time
_YMD = re.compile(r"\+?(\d{4})([-/. ])(\d{1,2})\2(\d{1,2})\.?")
_YM = re.compile(r"\+?(\d{4})(?:-|m)(\d{1,2})")  # 1990m5 is how Stata writes a month
_YEAR = re.compile(r"\+?(\d{4})(?:[.,]0+)?(?: (?:г\.?|год|года|году|р\.?|r\.?|roku|an))?")
_THOUSANDS = re.compile(r"([12])[,.' ](\d{3})")
_TREATY = re.compile(r"(?<=\d{4}) (?:\(?(?:aa|a|d|s|r|ac|su)\)?)$")  # how a state became a party: accession
_BASIC = re.compile(r"([12]\d{3})(\d{2})(\d{2})(?:[.,]0+)?")
_XXY = re.compile(r"(\d{1,2}) ?([./-]) ?(\d{1,2}) ?\2 ?(\d{4})")
_XXYY = re.compile(r"(\d{1,2}) ?([./-]) ?(\d{1,2}) ?\2 ?(\d{2})")
_SHORT_NAMED = re.compile(r"(?:(\d{1,2})[ .-]+)?([^\W\d]{3,})[ .'’-]+(\d{2})")  # 01-Jan-95
_MY = re.compile(r"(\d{1,2}) ?[./-] ?(\d{4})")
_CJK = re.compile(r"(\d{4}) ?[年년](?: ?(\d{1,2}) ?[月월](?: ?(\d{1,2}) ?[日일])?)?")
_ORDINAL = r"(?:st|nd|rd|th|er|\.|º|°|a|o)?"
_DMY_NAMED = re.compile(
    rf"(\d{{1,2}}){_ORDINAL}[ /.-]*(?:of |de |del |di )?([^\W\d]+)\.?,?[ /.-]*(?:de |del |di )?(\d{{4}})"
    r"(?: ?г\.?| р\.?| r\.?| roku|\.)?"
)
_ARTICLE = re.compile(r"^(?:le|el|il|am|den|dem|den|on|the|op|o|w dniu|dnia) (?=\d)")
_MDY_NAMED = re.compile(r"([^\W\d]+)\.? ?[ /.-] ?(\d{1,2})(?:st|nd|rd|th)?,?[ /.-] ?(\d{4})")
_MY_NAMED = re.compile(r"([^\W\d]+)\.?,?[ /.-]*(?:of |de |del |di )?(\d{4})")
_YMD_NAMED = re.compile(r"(\d{4})[ ,/.-]+([^\W\d]+)\.?(?:[ /.-]+(\d{1,2})(?:st|nd|rd|th|\.)?)?")
_ABOUT = re.compile(r"(?:c|ca|circa|approx|approximately|about|around|um|vers|etwa)\b\.? ?(?=\S)|~ ?|≈ ?")
_YEAR_AND_PART = late_pattern(r"(\d{4})[ ./-]?(?:q[1-4]|t[1-4]|h[12]|s[12])")
_UNSURE = late_pattern(
    r" ?(?:\?+|\((?:\?+|approx(?:imate(?:ly)?|\.)?|est(?:imated?|\.)?|circa|ca?\.?|tbc|probabl[ey]|uncertain)\))$"
)
_APPROXIMATE = late_pattern(r"\b(?:approximate(?:ly)?)\b", re.IGNORECASE)
_FOOTNOTE = re.compile(r"\s*(?:\[[^\]\[]{0,20}\]|[*†‡§¹²³⁰-⁹ᵃ-ᶻ]+)+$")
_SERIAL = re.compile(r"[1-6]\d{4}(?:[.,]\d+)?")
_COUNTED = re.compile(r"(-?\d{5,19})(?:[.,]0+)?")
_PER_DAY = tuple((unit, 86_400 * unit) for unit in (1, 10**3, 10**6, 10**9))
_EPOCH_FROM, _EPOCH_TO = 10**8, 42 * 10**8  # seconds: 1973 to 2103, or as long before 1970

SERIAL = "serial"
"""The order of dates that are numbers of days, as spreadsheets count them."""

EPOCH = "epoch"
"""The order of dates that are numbers of seconds (or parts of them) since 1970, as programs count them."""


_UNITS = {1: "seconds", 10**3: "milliseconds", 10**6: "microseconds", 10**9: "nanoseconds"}


class Undecided(Exception):
    """A date that could have either part as its day, while no other date has decided it yet."""


class NoDate(ValueError):
    """A text that is no date; the message says why, if more is known than that."""


def date_order(text: str) -> str:
    """The order of day, month and year that a user names: `dmy`, `DD/MM/YYYY` and `%d.%m.%Y` are the same.

    Parameters
    ----------
    text : str
        What the user wrote.

    Returns
    -------
    str
        Three letters of "d", "m" and "y", `SERIAL` or `EPOCH`.

    Raises
    ------
    InvalidRequest
        If it names no such order.

    >>> date_order("MM/DD/YYYY"), date_order("%d.%m.%y")
    ('mdy', 'dmy')
    """
    if text.casefold() in ("excel", "serial", "spreadsheet"):
        return SERIAL
    if text.casefold() in ("unix", "epoch", "posix", "timestamp"):
        return EPOCH
    letters = "".join(dict.fromkeys(re.sub(r"[^dmyjta]", "", text.casefold().replace("b", "m"))))
    letters = letters.replace("j", "y").replace("t", "d").replace("a", "y")  # TT.MM.JJJJ, JJ/MM/AAAA
    if text.casefold().startswith("jj") and "aa" in text.casefold():
        letters = "dmy"
    if letters not in ("dmy", "mdy", "ymd"):
        raise InvalidRequest(
            f"unknown date format {text!r}; write DD/MM/YYYY, MM/DD/YYYY, YYYY/MM/DD, excel, unix or approximate"
        )
    return letters


class SingleDates:
    """Reads dates one by one; what it learns from one, it uses for the others.

    Parameters
    ----------
    date_format : str
        The order of day, month and year, if the user gives it: `DD/MM/YYYY`, `mdy`, `%d.%m.%Y`; and "approximate", if
        "spring of 1949" and "1949?" are to be read as 1949.

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
        order_given = _APPROXIMATE.sub("", date_format).strip(" ,;")
        self.approximate = order_given != date_format.strip()
        order = date_order(order_given) if order_given else ""
        self.serial, self.epoch = order == SERIAL, order == EPOCH
        self.order = "" if self.serial or self.epoch else order
        self.given = bool(self.order)
        self.decided_by = ""
        """The date that decided the order, if one did."""
        self.against = ""
        """A date that contradicts the order."""
        self.seen: dict[str, None] = {}
        """What was read that may have been meant otherwise: phrases, in order."""

    def learn(self, texts: Iterable[str]) -> None:
        """Let dates decide which part is the day, as 25/12/2004 does.

        Parameters
        ----------
        texts : iterable of str
            Cells of columns of dates.
        """
        if self.given:
            return
        for text in texts:
            if "/" in text or "-" in text or "." in text:
                for match in _XXY.finditer(plain_text(text)):
                    self._weigh(match)

    def _weigh(self, match: re.Match[str]) -> None:
        first, second = int(match[1]), int(match[3])
        order = "dmy" if first > 12 >= second else "mdy" if second > 12 >= first else ""
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
        if match := _ABOUT.match(plain):
            found = self.single(plain[match.end() :])
            self.seen["approximate dates read as they stand"] = None
            return found
        if (match := _UNSURE.search(plain)) and match.start():
            found = self.single(plain[: match.start()])
            if not self.approximate:
                raise NoDate(
                    "it is uncertain; write the one that is meant, or read such dates as they stand with"
                    " --date-format approximate"
                )
            self.seen["uncertain dates read as they stand"] = None
            return found
        text = _TREATY.sub("", _ARTICLE.sub("", _WEEKDAY.sub("", plain)))
        if match := _TIME.search(text) or _ZONE_ONLY.search(text):
            if not re.match(r"[t ] ?0?0:00(?::00(?:[.,]0+)?)?\b", match[0]) and ":" in match[0].partition("+")[0]:
                self.seen["times of day left out"] = None
            text = text[: match.start()]
        if match := _YEAR.fullmatch(text):
            return checked(int(match[1]))
        if match := _THOUSANDS.fullmatch(text):
            self.seen[f"{text!r} read as a year"] = None
            return checked(int(match[1] + match[2]))
        if match := _YMD.fullmatch(text):
            return checked(int(match[1]), int(match[3]), int(match[4]))
        if match := _YM.fullmatch(text):
            return checked(int(match[1]), int(match[2]))
        if match := _BASIC.fullmatch(text):
            return checked(int(match[1]), int(match[2]), int(match[3]))
        if match := _XXY.fullmatch(text):
            return self._day_and_month(match)
        if match := _MY.fullmatch(text):
            return checked(int(match[2]), int(match[1]))
        if match := _CJK.fullmatch(text):
            return checked(int(match[1]), int(match[2] or 0), int(match[3] or 0))
        if found := _named_month(text):
            return found
        if match := _XXYY.fullmatch(text):
            return self._short_year(match)
        if _SERIAL.fullmatch(text):
            if self.serial:
                self.seen["numbers read as days since 1900, as spreadsheets count them"] = None
                return (date(1899, 12, 30) + timedelta(days=int(float(text.replace(",", "."))))).isoformat()
            if not self.epoch:
                raise NoDate("if it is a spreadsheet's number for a day, say --date-format excel")
        if match := _COUNTED.fullmatch(text):
            return self._of_seconds(int(match[1]))
        if self.given and (match := _SHORT_NAMED.fullmatch(text)) and match[2] in MONTHS:
            return checked(self._of_two_digits(int(match[3])), MONTHS[match[2]], int(match[1] or 0))
        return self._part_of_year(text)

    def _part_of_year(self, text: str) -> str:
        """The year that a date is in of which only a part of it is known: "Q3 2013", "spring of 1949", "mid-1991"."""
        if match := _YEAR_AND_PART.fullmatch(text):
            found = checked(int(match[1]))
        elif match := PARTS_OF_YEARS.match(text):
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
        if not any(said.startswith("parts of years") for said in self.seen):
            self.seen[f"parts of years, such as {text!r}, read as the year or the month"] = None
        return found

    def _of_seconds(self, number: int) -> str:
        """The day of a number of seconds since 1970; without the user's word only of whole days."""
        fits = [
            (unit, day)
            for unit, day in _PER_DAY
            if (_EPOCH_FROM * unit <= abs(number) < _EPOCH_TO * unit if not self.epoch else abs(number) < 10**11 * unit)
        ]
        whole = [day for unit, day in fits if number % day == 0 and not (unit < 10**9 and number % (day * 1000) == 0)]
        if not fits or not (whole or self.epoch):
            raise NoDate("if it is a number of seconds since 1970, say --date-format unix")
        unit, day = fits[0]
        self.seen[f"numbers read as {_UNITS[unit]} since 1970, as programs count them"] = None
        if number % day:
            self.seen["times of day left out"] = None
        return (date(1970, 1, 1) + timedelta(days=number // day)).isoformat()

    def _day_and_month(self, match: re.Match[str]) -> str:
        first, second, year = int(match[1]), int(match[3]), int(match[4])
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

    def _short_year(self, match: re.Match[str]) -> str:
        if not self.given:
            raise NoDate("its year has two digits; write all four, or say the order with --date-format, as DD/MM/YY")
        a, b, c = (int(match[i]) for i in (1, 3, 4))
        parts = dict(zip(self.order, (a, b, c), strict=True))
        return checked(self._of_two_digits(parts["y"]), parts["m"], parts["d"])

    def _of_two_digits(self, year: int) -> int:
        """The century is the one by which the year is of the last hundred: nobody has joined in a year to come."""
        self.seen["years of two digits read as of the last hundred years"] = None
        last = date.today().year
        return last - (last - year) % 100

    def notes(self) -> list[str]:
        """What was decided about the dates, in words.

        Returns
        -------
        list of str
            A sentence for each thing; empty if every date was plain.
        """
        found = []
        if self.decided_by:
            order = "day/month/year" if self.order == "dmy" else "month/day/year"
            found.append(f"dates were read as {order}, since {self.decided_by} can be nothing else")
        return [*found, *self.seen]


def is_short_date(text: str) -> bool:
    """Whether a cell is a date whose year has two digits, as "01-Jan-95".

    Parameters
    ----------
    text : str
        The cell.

    Returns
    -------
    bool

    >>> is_short_date("01-Jan-95"), is_short_date("3/4/04"), is_short_date("Alpha-95")
    (True, True, False)
    """
    plain = plain_text(text)
    named = _SHORT_NAMED.fullmatch(plain)
    return (named is not None and named[2] in MONTHS) or _XXYY.fullmatch(plain) is not None


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


def plain_text(text: str) -> str:
    """A cell for comparing: usual digits and blanks, lower case, without accents and footnote marks."""
    text = text.strip()
    if text.isascii() and text.isdigit():
        return text
    text = _FOOTNOTE.sub("", text)
    if not text.isascii():
        text = text.replace("’", "'").replace("\u00a0", " ").replace("\u202f", " ")
        text = unaccented(ascii_digits(seen_of(text)).strip().casefold())
    return " ".join(text.casefold().split(" ")) if "\n" in text else " ".join(text.casefold().split())


def _named_month(text: str) -> str:
    """A date whose month has a name; "" if it is none."""
    for pattern, year, month, day in (
        (_DMY_NAMED, 3, 2, 1), (_MDY_NAMED, 3, 1, 2), (_MY_NAMED, 2, 1, 0), (_YMD_NAMED, 1, 2, 3),
    ):  # fmt: skip
        match = pattern.fullmatch(text)
        if match is not None and match[month] == "listopada" and re.match(r"\d+\.", text):
            return checked(int(match[year]), 10, int(match[1]))  # October in Croatian, November in Polish
        if match is not None and match[month] in MONTHS:
            return checked(int(match[year]), MONTHS[match[month]], int(match[day] or 0) if day else 0)
    return ""


def checked(year: int, month: int = 0, day: int = 0) -> str:
    """A date as its text, checked against the calendar; month and day 0 are not known."""
    try:
        if year < 1:
            raise ValueError
        date(year, month or 1, (day or 1) if month else 1)
    except ValueError:
        raise NoDate("the calendar has no such day") from None
    if not month:
        return f"{year:04}"
    return f"{year:04}-{month:02}-{day:02}" if day else f"{year:04}-{month:02}"
