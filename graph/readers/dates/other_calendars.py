"""Years of other calendars: the Buddhist era, eras of Japan and of the Republic of China, Persian and Islamic years.

Years that are marked as such ("平成12年", "พ.ศ. 2543", "1420 AH") say what they are. Of others the user has to say
it: 2558 has not come yet, and a table whose years are all like 1384 may be Persian or of the Middle Ages. The name of
the calendar stands behind `--date-format`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from datetime import date
from functools import cache

from ...late import late_pattern
from .calendar_dates import NoDate, plain_text
from .persian_days import with_common_days

__all__ = [
    "COMMON",
    "NEVER",
    "YEAR",
    "OtherCalendar",
    "are_of_islam",
    "calendar_in",
    "in_common_years",
    "is_buddhist",
    "marked_years_read",
    "question",
]

COMMON, _BUDDHIST, _MINGUO, _PERSIAN, _ISLAMIC = "gregorian", "buddhist", "minguo", "persian", "islamic"
_NAMES = {
    "gregorian": COMMON, "common": COMMON, "buddhist": _BUDDHIST, "thai": _BUDDHIST, "minguo": _MINGUO, "roc": _MINGUO,
    "persian": _PERSIAN, "jalali": _PERSIAN, "solar hijri": _PERSIAN, "islamic": _ISLAMIC, "hijri": _ISLAMIC,
}  # fmt: skip
_NAMED = late_pattern(rf"\b(?:{'|'.join(sorted(_NAMES, key=len, reverse=True))})\b", re.IGNORECASE)

_JAPANESE = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018, "民国": 1911, "民國": 1911}
_OF_ERA = late_pattern(rf"(?:中華|中华)?({'|'.join(_JAPANESE)}) ?(\d{{1,3}}|元) ?年")
_LATIN = {"meiji": 1867, "taisho": 1911, "showa": 1925, "heisei": 1988, "reiwa": 2018, "minguo": 1911}
_OF_LATIN_ERA = late_pattern(rf"(?<![a-z])({'|'.join(_LATIN)})[ -]?(\d{{1,3}}|gannen)(?!\d)")
_OF_BUDDHA = late_pattern(r"(?<!\w)(?:พ ?\. ?ศ ?\.|b\.? ?e\.?) ?(2[4-6]\d\d)(?!\d)|(?<!\d)(2[4-6]\d\d) ?b\.? ?e\b\.?")
_OF_ISLAM = late_pattern(
    r"\b(?:a\.? ?h\.?|a\.? ?p\.?|s\.? ?h\.?) ?(1[34]\d\d)(?!\d)"
    r"|(?<!\d)(1[34]\d\d) ?(?:a\.? ?h\b|a\.? ?p\b|s\.? ?h\b|ه|ش)"
)
_NOT_READ = {
    "Islamic": late_pattern(
        r"\b(?:muharram|safar|rabi|jumada|rajab|sha'?ban|shawwal|ramadan|ramazan"
        r"|(?:dhu|zu)[ 'a-z-]{0,4}(?:hijja|qa'?da)h?)\b.*\b1[234]\d\d\b"
    ),
    "Persian": late_pattern(
        r"\b(?:farvardin|ordibehesht|khordad|tir|mordad|shahrivar|mehr|aban|azar|dey|bahman|esfand)\b.*\b1[234]\d\d\b"
    ),
    "Hebrew": late_pattern(
        r"\b(?:tishr(?:ei|i)|cheshvan|heshvan|kislev|tevet|shevat|adar|nisan|iyy?ar|sivan|tammuz|elul)\b.*\b5[5-9]\d\d\b"
        r"|\b5[5-9]\d\d a\.?m\b"
    ),
    "Ethiopian": late_pattern(
        r"\b(?:meskerem|tikimt|hidar|tahsas|yekatit|megabit|miyazya|ginbot|nehase|pagume)\b.*\d{4}|\b\d{4} e\.?c\b"
    ),
}
"""Months and marks of calendars, by which dates are known and not read."""

NEVER = re.compile(r"9999|2[2-9]99|3000")
"""Years by which programs say that something has no end: 9999-12-31, 2999-12-31."""
_LAST_READ = 100
"""How many years to come are read as they stand: what is later is no date of a membership, or of another calendar."""
YEAR = late_pattern(r"(?<![\d+])(?<!\d{5}[.,])(?<!:\d\d[.,])[1-9]\d{3}(?!\d)")
"""Four digits that may be a year, and are neither a zone of time nor a part of a number."""
_OTHER_DIGITS = late_pattern(r"\d")
_MINGUO_YEAR = late_pattern(r"(\d{1,3})(?=$|[./年-])")


class OtherCalendar(NoDate):
    """A date whose year may be of another calendar; the message asks."""


def calendar_in(text: str) -> tuple[str, str]:
    """The calendar that the user's word on dates names, and the rest of that word.

    Parameters
    ----------
    text : str
        What the user wrote.

    Returns
    -------
    (str, str)
        The calendar is "" if none is named.

    >>> calendar_in("Buddhist DD/MM/YYYY"), calendar_in("DD/MM/YYYY")
    (('buddhist', 'DD/MM/YYYY'), ('', 'DD/MM/YYYY'))
    """
    match = _NAMED.search(text)
    if match is None:
        return "", text
    return _NAMES[match[0].casefold()], " ".join((text[: match.start()] + text[match.end() :]).split()).strip(",; ")


_COMMON_AGAIN = 1650
"""From this year on, up to today, a year is plainly one of the common calendar, whatever other years are."""


_OF_ISLAM_FROM, _TO, _MODERN = 1250, 1460, 1800


def are_of_islam(years: Collection[int]) -> bool:
    """Whether years of a table may be Persian or Islamic ones of the last two centuries, beside modern ones or alone.

    >>> are_of_islam([1357, 1402]), are_of_islam([1384, 2005]), are_of_islam([1356, 1669, 1949])
    (True, True, False)
    """
    old = [year for year in years if year < _MODERN]
    return bool(old) and all(_OF_ISLAM_FROM <= year <= _TO for year in old)


def question(year: int, *, of_islam: bool, beside: str = "") -> str:
    """What to ask about a year that is not marked; "" if it is plainly of the common calendar.

    Parameters
    ----------
    year : int
        The year.
    of_islam : bool
        Whether years like 1384 may be Persian or Islamic ones.
    beside : str
        What the user says of dates already.

    Returns
    -------
    str

    >>> question(2558, of_islam=False).partition(";")[0], question(1999, of_islam=True)
    ('it is far in the future, and may be a year of the Buddhist era (2015)', '')
    """
    of_islam = of_islam and are_of_islam([year])
    if not of_islam and (year <= date.today().year + _LAST_READ or NEVER.fullmatch(str(year))):
        return ""
    buddhist, persian, islamic, common = (
        f'--date-format "{calendar} {beside}"' if beside else f"--date-format {calendar}"
        for calendar in (_BUDDHIST, _PERSIAN, _ISLAMIC, COMMON)
    )
    if of_islam:
        shown = f"of the Persian calendar ({_persian(year)}) or of the Islamic one ({_islamic(year)})"
        return f"it may be a year {shown}; if so, say: {persian} or: {islamic}; if of the common calendar: {common}"
    if is_buddhist(year):
        return (
            f"it is far in the future, and may be a year of the Buddhist era ({_buddhist(year)}); if so, say:"
            f" {buddhist}; if it is one of the common calendar: {common}"
        )
    if 5500 <= year < 5900:
        return (
            f"it may be a year of the Hebrew calendar ({year - 3761} or {year - 3760}), which is not read; write that"
            f" of the common one; if it is one: {common}"
        )
    return f"it is far in the future; correct it, or read such dates as they stand with: {common}"


def is_buddhist(year: int) -> bool:
    """Whether a year may be one of the Buddhist era of the last two centuries, or soon.

    >>> is_buddhist(2558), is_buddhist(1990)
    (True, False)
    """
    return 2400 <= year < 2700


def marked_years_read(plain: str, said: dict[str, None]) -> str:
    """A text in which years that are marked as those of other eras are those of the common one.

    Parameters
    ----------
    plain : str
        The text, as `plain_text` gives it.
    said : dict
        Where it is said what was read.

    Returns
    -------
    str

    Raises
    ------
    NoDate
        If a year is marked as an Islamic or Persian one: it has parts of two common ones.

    >>> marked_years_read("平成12年5月1日", {}), marked_years_read("令和元年", {}), marked_years_read("2543 be", {})
    ('2000年5月1日', '2019年', '2000')
    """
    if plain.isascii() and plain.upper() == plain:
        return plain
    if match := _OF_ISLAM.search(plain):
        year = int(match[1] or match[2])
        raise NoDate(
            f"its year is Islamic or Persian; say which: --date-format islamic ({_islamic(year)}) or"
            f" --date-format persian ({_persian(year)})"
        )
    for calendar, pattern in _NOT_READ.items():
        if pattern.search(plain):
            raise NoDate(f"it is of the {calendar} calendar, whose months are not read; write the common date")
    read = _OF_ERA.sub(lambda match: f"{_JAPANESE[match[1]] + int(match[2].replace('元', '1'))}年", plain)
    read = _OF_LATIN_ERA.sub(lambda match: str(_LATIN[match[1]] + int(match[2].replace("gannen", "1"))), read)
    read = _OF_BUDDHA.sub(lambda match: str(_buddhist(int(match[1] or match[2]))), read)
    if read != plain:
        said.setdefault("years of other eras read as those of the common one", None)
    return read


def is_marked_year(text: str) -> bool:
    """Whether a cell is a year alone that is marked as one of another era.

    Parameters
    ----------
    text : str
        The cell.

    Returns
    -------
    bool

    >>> is_marked_year("平成12年"), is_marked_year("2543 BE"), is_marked_year("2000年"), is_marked_year("1990")
    (True, True, False, False)
    """
    plain = plain_text(text)
    try:
        read = marked_years_read(plain, {})
    except NoDate:
        return True
    return read != plain and re.fullmatch(r"\d{4}年?", read) is not None


def in_common_years(plain: str, calendar: str, said: dict[str, None]) -> str:
    """A text with its years in the common calendar, of a table whose years are of the one that the user names.

    Parameters
    ----------
    plain : str
        The text, as `plain_text` gives it.
    calendar : str
        The calendar, from `calendar_in`.
    said : dict
        Where it is said what was read.

    Returns
    -------
    str

    Raises
    ------
    NoDate
        If a year cannot be one of that calendar, or a day of it is not read.

    >>> in_common_years("24 june 2475", "buddhist", {}), in_common_years("1357–1384", "persian", {})
    ('24 june 1932', '1978–2005')
    >>> in_common_years("89/5/1", "minguo", {})
    '2000/5/1'
    """
    if calendar in ("", COMMON):
        return plain
    if calendar == _MINGUO:
        read = (
            _MINGUO_YEAR.sub(lambda match: str(int(match[1]) + 1911), plain, count=1) if plain[:1].isdigit() else plain
        )
    else:
        plain = _MARKED[calendar].sub(lambda match: match[1] or match[2], plain)
        read = with_common_days(plain) if calendar == _PERSIAN else plain
        if read != plain:
            said.setdefault(_SAID[calendar], None)
            return read
        read = YEAR.sub(lambda match: str(_checked(int(match[0]), calendar, said)), plain)
        if read == plain:
            return plain
        if calendar in (_PERSIAN, _ISLAMIC) and _OTHER_DIGITS.search(YEAR.sub("", plain)):
            raise NoDate(
                f"days and months of the {calendar.title()} calendar are not read; write the date of the common one"
            )
    if read != plain:
        said.setdefault(_SAID[calendar], None)
    return read


_SAID = {
    _BUDDHIST: "years read as of the Buddhist era, 2558 as 2015 (before 2484 they began in April)",
    _MINGUO: "years read as of the Republic of China, 89 as 2000",
    _PERSIAN: "years read as Persian ones, 1384 as 2005, in which most of it lies",
    _ISLAMIC: "years read as Islamic ones, 1420 as 1999, in which most of it lies",
}
_MARKED = {_BUDDHIST: _OF_BUDDHA, _PERSIAN: _OF_ISLAM, _ISLAMIC: _OF_ISLAM}
_FITS = {_BUDDHIST: range(2300, 2700), _PERSIAN: range(1200, 1500), _ISLAMIC: range(1200, 1600)}
_CALLED = {_BUDDHIST: "the Buddhist era", _PERSIAN: "the Persian calendar", _ISLAMIC: "the Islamic calendar"}


def _checked(year: int, calendar: str, said: dict[str, None]) -> int:
    if _COMMON_AGAIN <= year <= date.today().year:
        said.setdefault(f"years such as {year} read as common ones, since they can be no others", None)
        return year
    if year not in _FITS[calendar]:
        raise NoDate(f"{year} is no year of {_CALLED[calendar]} that is read; write it as all others of the table")
    return _YEAR_OF[calendar](year)


def _buddhist(year: int) -> int:
    return year - 543


def _persian(year: int) -> int:
    return year + 621  # from March to March


@cache
def _islamic(year: int) -> int:
    """The common year of the middle of an Islamic one, by the calendar of the tables."""
    first = 354 * (year - 1) + (3 + 11 * year) // 30 + 227_015
    return date.fromordinal(first + 177).year


_YEAR_OF: dict[str, Callable[[int], int]] = {_BUDDHIST: _buddhist, _PERSIAN: _persian, _ISLAMIC: _islamic}
