"""One date as people write it: `1 May 2004`, `01.05.2004`, `2004-5-1`, a spreadsheet's number for a day.

A date keeps the precision it is written with. Where day and month could be either (03/04/2004), nothing is guessed:
other dates of the same table decide (13/04/2004), or the user does; a date between dots has its day first, as
everywhere where dots are written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from ..late import late_pattern
from .calendar_dates import NoDate, checked, only_date, plain_text
from .counted_days import counted_date
from .date_orders import EPOCH, MONTHS_OF_YEARS, SERIAL, YEARS_OF_YEARS, date_order
from .date_words import MONTHS, PARTS_OF_YEARS
from .messy_dates import known_part, possible_dates

__all__ = ["ABOUT", "PARTLY", "SingleDates", "Undecided", "is_part_of_year", "is_short_date"]

ABOUT, PARTLY = "approximate dates read as they stand", "dates with unknown parts"
"""What is said of dates that are given as about then, and the beginning of what is said of those not given in full."""

_WEEKDAY = re.compile(
    r"^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? (?=\w)|^\w+(?:tag|woch),? (?=\d)"
    r"|^(?:lun|mar|mercre|jeu|vendre|same)di,? (?=\d)|^dimanche,? (?=\d)"
)
_TIME = re.compile(
    r"(?<=\d)[t ] ?\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)? ?(?:[ap]\.?m\.?)? ?(?:z|utc|gmt|[+-]\d{2}(?::?\d{2})?)?$"
)
_ZONE_ONLY = re.compile(r"(?<=\d)(?:z|[+-]\d{2}:\d{2})$")  # xsd:date may have a zone without a time
_THOUSANDS = re.compile(r"([12])[,.' ](\d{3})")
_TREATY = re.compile(r"(?<=\d{4}) (?:\(?(?:aa|a|d|s|r|ac|su)\)?)$")  # how a state became a party: accession
_XXY = re.compile(r"(\d{1,2}) ?([./-]) ?(\d{1,2}) ?\2 ?(\d{4})")
_XXYY = re.compile(r"(\d{1,2}) ?([./-]) ?(\d{1,2}) ?\2 ?(\d{2})")
_SHORT_NAMED = re.compile(r"(?:(\d{1,2})[ .-]+)?([^\W\d]{3,})[ .'’-]+(\d{2})")  # 01-Jan-95
_ARTICLE = re.compile(r"^(?:le|el|il|am|den|dem|den|on|the|op|o|w dniu|dnia) (?=\d)")
_ABOUT = re.compile(r"(?:c|ca|circa|approx|approximately|about|around|um|vers|etwa)\b\.? ?(?=\S)|c\.?(?=\d)|~ ?|≈ ?")
_YEAR_AND_PART = late_pattern(r"(\d{4})[ ./-]?(?:q[1-4]|t[1-4]|h[12]|s[12]|w[0-5]\d)")
_MONTH_OR_QUARTER = late_pattern(r"(i{1,3}|iv)\.?[ ./-]+(\d{4})")
_ROMAN_ALONE = late_pattern(r"(vi{0,3}|ix|xi{0,2})\.?[ ./-]+(\d{4})")
_LATER_MONTHS = ("v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_SHORT_YEARS = re.compile(r"(\d{4}) ?([/–—]|-) ?(\d{1,2})")
_FOUNDER = late_pattern(
    r"(?:founder|founding(?: member| state)?|original(?: member)?|charter member|grundungsmitglied|membre fondateur"
    r"|miembro fundador|membro fondatore)[,:]? ?(?:\(|in |since )?([^()]*\d{4}[^()]*)\)?"
)  # Founder (1952)
_NEARLY = re.compile(r"(?<=\d) ?~$")  # 1970~, as ISO 8601-2 writes it
_UNSURE = late_pattern(
    r" ?(?:\?+|%|\((?:\?+|approx(?:imate(?:ly)?|\.)?|est(?:imated?|\.)?|circa|ca?\.?|tbc|probabl[ey]|uncertain)\))$"
)
_APPROXIMATE = late_pattern(r"\b(?:approximate(?:ly)?)\b", re.IGNORECASE)


class Undecided(Exception):
    """A date that could have either part as its day, while no other date has decided it yet."""


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
        self.short_years = order if order in (MONTHS_OF_YEARS, YEARS_OF_YEARS) else ""
        """What "2004/05" is, if the user says it."""
        self.writes_years_short = False
        """Whether some cell has years such as "1990-91", so that "2004-05" may be another."""
        self.order = "" if self.serial or self.epoch or self.short_years else order
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
                plain = plain_text(text)
                for match in _XXY.finditer(plain):
                    self._weigh(match)
                if (short := _SHORT_YEARS.fullmatch(plain)) and not 0 < int(short[3]) <= 12:
                    self.writes_years_short = True

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
        if found := known_part(plain):
            self.seen[f"{PARTLY}, such as {plain.upper()!r}, read as far as they are known"] = None
            return checked(int(found[:4]), int(found[5:] or 0))
        if dates := possible_dates(plain):
            return self._one_of(plain, dates)
        if match := _FOUNDER.fullmatch(plain):
            self.seen[f"{plain!r} read as the date in it"] = None
            return self.single(match[1])
        if match := _NEARLY.search(plain):
            plain = f"~{plain[: match.start()]}"
        if match := _ABOUT.match(plain):
            found = self.single(plain[match.end() :])
            self.seen[ABOUT] = None
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
        if match := _SHORT_YEARS.fullmatch(text):
            return self._month_or_years(match)
        if found := only_date(text):
            return found
        if match := _THOUSANDS.fullmatch(text):
            self.seen[f"{text!r} read as a year"] = None
            return checked(int(match[1] + match[2]))
        if match := _XXY.fullmatch(text):
            return self._day_and_month(match)
        if match := _XXYY.fullmatch(text):
            return self._short_year(match)
        if found := counted_date(text, serial=self.serial, epoch=self.epoch, said=self.seen):
            return found
        if self.given and (match := _SHORT_NAMED.fullmatch(text)) and match[2] in MONTHS:
            return checked(self._of_two_digits(int(match[3])), MONTHS[match[2]], int(match[1] or 0))
        return self._part_of_year(text)

    def _month_or_years(self, match: re.Match[str]) -> str:
        """The month in "2004-05", and in "2004/05" if the user says so: it may be the time from 2004 to 2005."""
        last = int(match[3])
        if not 0 < last <= 12 or self.short_years == YEARS_OF_YEARS:
            raise NoDate
        plainly = match[2] == "-" and not (self.writes_years_short and len(match[3]) == 2)
        if not plainly and self.short_years != MONTHS_OF_YEARS:
            raise NoDate("is it a month or a span of years? say --date-format YYYY/MM or --date-format YYYY/YY")
        return checked(int(match[1]), last)

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
            return checked(int(match[2]), _LATER_MONTHS.index(match[1]) + 5)
        if match := _YEAR_AND_PART.fullmatch(text):
            found = checked(int(match[1]))
        elif match := _MONTH_OR_QUARTER.fullmatch(text):
            found = checked(int(match[2]))
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
