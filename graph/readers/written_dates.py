"""Dates as people write them: `1 May 2004`, `01.05.2004`, `2004-5-1`, `1999–2004`, `present`, `unknown`.

A date keeps the precision it is written with. Where day and month could be either (03/04/2004), nothing is guessed:
other dates of the same table decide (13/04/2004), or the user does; a date between dots has its day first, as
everywhere where dots are written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from itertools import pairwise

from ..errors import InvalidRequest
from ..model.name_forms import ascii_digits, unaccented

__all__ = ["Span", "Undecided", "WrittenDates", "date_order", "goes_on", "is_short_date", "only_year", "read_date"]

Span = tuple[str, str]
"""A start and an end, each a date or ""."""

_MONTHS_WRITTEN = """
jan gener januara january januar janner janvier janv enero ene gennaio gen janeiro januari января январь янв січня styczen
stycznia ianuarie ocak januara ledna leden tammikuuta sijecnja sijecanj ιανουαριου

feb febrer februara february februar fevrier fevr fev febrero febbraio fevereiro februari февраля февраль фев лютого luty lutego
februarie subat februara unora unor helmikuuta veljace veljaca februar φεβρουαριου

mar maret marca march marz maerz mars marzo marco maart марта март мар березня marzec marca mrt mrz martie mart marta brezna
brezen maaliskuuta marts marcius ozujka ozujak μαρτιου

apr aprila april avril avr abril abr aprile апреля апрель апр квітня kwiecien kwietnia aprilie nisan aprila dubna duben
huhtikuuta aprilis travnja travanj απριλιου

may maig mai mayo maggio mag maio mei мая май травня maj maja mayis mayıs maja kvetna kveten toukokuuta majus svibnja
svibanj μαιου

jun juny juna june juni juin junio giugno giu junho июня июнь июн червня czerwiec czerwca iunie haziran juna cervna cerven
kesakuuta junius lipnja lipanj ιουνιου

jul juliol july juli juillet juil julio luglio lug julho июля июль июл липня lipiec lipca iulie temmuz jula cervence
cervenec heinakuuta julius srpnja srpanj ιουλιου

aug agost agustus august aout agosto ago augustus августа август авг серпня sierpien sierpnia agustos avgust avgusta srpna
srpen elokuuta augusti augusztus kolovoza kolovoz αυγουστου

sep setembre sept september septembre septiembre settembre set setembro сентября сентябрь сен вересня wrzesien wrzesnia
septembrie eylul septembar septembra zari syyskuuta szeptember rujna rujan σεπτεμβριου

oct october octubre october oktober okt octobre octubre ottobre ott outubro out октября октябрь окт жовтня pazdziernik
pazdziernika octombrie ekim oktobar oktobra rijna rijen lokakuuta οκτωβριου

nov novembre novembra november novembre noviembre novembro ноября ноябрь ноя листопада listopad listopada noiembrie kasim kasım
novembar novembra listopadu marraskuuta studenoga studenog studeni νοεμβριου

dec desembre decembra december dezember dez decembre diciembre dic dicembre dezembro декабря декабрь дек грудня grudzien grudnia
decembrie aralik aralık decembar decembra prosince prosinec joulukuuta desember prosinca δεκεμβριου
"""
# As `_plain` writes them: lower case without accents.
_MONTHS = {word: at for at, words in enumerate(_MONTHS_WRITTEN.strip().split("\n\n"), 1) for word in words.split()}
_MONTHS |= {unaccented(word): at for word, at in _MONTHS.items()}

_WEEKDAY = re.compile(
    r"^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? (?=\w)|^\w+(?:tag|woch),? (?=\d)"
    r"|^(?:lun|mar|mercre|jeu|vendre|same)di,? (?=\d)|^dimanche,? (?=\d)"
)


def _listed(text: str) -> frozenset[str]:
    return frozenset(" ".join(text.split()).split(", "))


_OPEN = _listed(
    """
    present, the present, current, currently, ongoing, on-going, on going, now, today, to date, still, still a member,
    still member, active, in force, open, continuing, continues, -present, until now, till now, to present, to the
    present, no expiration, no expiry, indefinite, indefinitely, unlimited, no end, unbefristet, indefinido, until today, until present, till date, pres., pres, heute, bis heute, aktuell, laufend, gegenwart,
    aujourd'hui, a ce jour, actuel, en cours, actuellement, presente, actualidad, actual, vigente, oggi, attuale,
    heden, nu, настоящее время, н.в., по настоящее время, до настоящего времени, по н.в., infinity, +infinity, forever, ∞, …, ...
    """
)
_MISSING = _listed(
    """
    0, 0.0, ?, ??, ???, unknown, unkn, unkn., unk, unk., n.a., n.a, n/a, na, #n/a, nan, nat, null, none, nil, ., -, –, —, −,
    --, ---, not known, not available, not applicable, no data, no date, n.d., n.d, nd, s.d., undated, missing, tbd,
    tba, k. a., k.a., k. a, unbekannt, inconnu, inconnue, desconocido, desconocida, sconosciuto, onbekend, неизвестно,
    -infinity, -9, -99, -999, -8, -7, -9.0, -99.0, -999.0, not specified, unspecified, <na>, (null), not stated, \\n,
    founder, founders, founding member, founding state, original member, original signatory, charter member,
    since foundation, since the foundation, grundungsmitglied, grunder, membre fondateur, fondateur, miembro fundador,
    fundador, membro fundador, membro fondatore, fondatore, oprichter, основатель, государство-основатель
    """
)

_PLAIN_DATE = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?")
_TIME = re.compile(
    r"(?<=\d)[t ] ?\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)? ?(?:[ap]\.?m\.?)? ?(?:z|utc|gmt|[+-]\d{2}(?::?\d{2})?)?$"
)
_ZONE_ONLY = re.compile(r"(?<=\d)(?:z|[+-]\d{2}:\d{2})$")  # xsd:date may have a zone without a time
_NEVER = re.compile(r"(?:9\d{3}|2[2-9]99|3000)(?:-|$)")  # 9999-12-31, 2999-12-31: it has not ended
_ZERO = re.compile(r"0{4}(?:([-/.])00\1?00)?(?:[t ]00:00(?::00)?)?|00([-/.])00\2 ?0{4}")  # how databases write no date
_YMD = re.compile(r"\+?(\d{4})([-/. ])(\d{1,2})\2(\d{1,2})\.?")
_YM = re.compile(r"\+?(\d{4})(?:-|m)(\d{1,2})")  # 1990m5 is how Stata writes a month
_YEAR = re.compile(r"\+?(\d{4})(?:[.,]0+)?")
_THOUSANDS = re.compile(r"([12])[,.' ](\d{3})")
_TREATY = re.compile(
    r"(?<=\d{4}) (?:\(?(?:aa|a|d|s|r|ac|su)\)?)$"
)  # how a state became a party: accession, ratification
_BASIC = re.compile(r"([12]\d{3})(\d{2})(\d{2})(?:[.,]0+)?")
_XXY = re.compile(r"(\d{1,2}) ?([./-]) ?(\d{1,2}) ?\2 ?(\d{4})")
_XXYY = re.compile(r"(\d{1,2}) ?([./-]) ?(\d{1,2}) ?\2 ?(\d{2})")
_SHORT_NAMED = re.compile(r"(?:(\d{1,2})[ .-]+)?([^\W\d]{3,})[ .'’-]+(\d{2})")  # 01-Jan-95
_MY = re.compile(r"(\d{1,2}) ?[./-] ?(\d{4})")
_CJK = re.compile(r"(\d{4}) ?[年년](?: ?(\d{1,2}) ?[月월](?: ?(\d{1,2}) ?[日일])?)?")
_ORDINAL = r"(?:st|nd|rd|th|er|\.|º|°|a|o)?"
_DMY_NAMED = re.compile(
    rf"(\d{{1,2}}){_ORDINAL}[ /.-]*(?:of |de |del |di )?([^\W\d]+)\.?,?[ /.-]*(?:de |del |di )?(\d{{4}})(?: ?г\.?| р\.?| r\.?| roku|\.)?"
)
_ARTICLE = re.compile(r"^(?:le|el|il|am|den|dem|den|on|the|op|o|w dniu|dnia) (?=\d)")
_MDY_NAMED = re.compile(r"([^\W\d]+)\.? ?[ /.-] ?(\d{1,2})(?:st|nd|rd|th)?,?[ /.-] ?(\d{4})")
_MY_NAMED = re.compile(r"([^\W\d]+)\.?,?[ /.-]*(?:of |de |del |di )?(\d{4})")
_YMD_NAMED = re.compile(r"(\d{4})[ ,/.-]+([^\W\d]+)\.?(?:[ /.-]+(\d{1,2})(?:st|nd|rd|th|\.)?)?")
_ABOUT = re.compile(r"(?:c|ca|circa|approx|approximately|about|around|um|vers|etwa)\b\.? ?(?=\S)|~ ?|≈ ?")
_FOOTNOTE = re.compile(r"\s*(?:\[[^\]\[]{0,20}\]|[*†‡§¹²³⁰-⁹ᵃ-ᶻ]+)+$")
_SERIAL = re.compile(r"[1-6]\d{4}(?:[.,]\d+)?")
_COUNTED = re.compile(r"(-?\d{5,19})(?:[.,]0+)?")
_PER_DAY = tuple((unit, 86_400 * unit) for unit in (1, 10**3, 10**6, 10**9))
_EPOCH_FROM, _EPOCH_TO = 10**8, 42 * 10**8  # seconds: 1973 to 2103, or as long before 1970

_SINCE = re.compile(
    r"(?:a )?(?:(?:full )?member )?(?:since|from|as of|joined(?: in)?|in|ab|seit|depuis|des|desde|dal|sinds|с)\b:? (?:the )?(?=\S)"
)
_UNTIL = re.compile(
    r"(?:until|till|to|up to|through|bis|jusqu'a|jusqu'en|hasta|fino al|tot|до|по)\b:? (?=\S)|[–—] ?(?=\d)|- ?(?=\d{4}$)"
)
_SPAN_SIGN = re.compile(
    r" ?[–—−] ?| - |/(?=\d{4}-)| to (?:the )?| until | till | through | bis | au | a | hasta | al | tot | по "
)
_YEARS_SPAN = re.compile(r"(\d{4}) ?[-/] ?(\d{4})")
_YEARS_SHORT = re.compile(r"(\d{2})(\d{2}) ?[-/–—] ?(\d{2})")
_YEARS_OPEN = re.compile(r"(\d{4}) ?-")


SERIAL = "serial"
"""The order of dates that are numbers of days, as spreadsheets count them."""

EPOCH = "epoch"
"""The order of dates that are numbers of seconds (or parts of them) since 1970, as programs count them."""


_UNITS = {1: "seconds", 10**3: "milliseconds", 10**6: "microseconds", 10**9: "nanoseconds"}


class Undecided(Exception):
    """A date that could have either part as its day, while no other date has decided it yet."""


class _NoDate(ValueError):
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
        raise InvalidRequest(f"unknown date format {text!r}; write DD/MM/YYYY, MM/DD/YYYY, YYYY/MM/DD, excel or unix")
    return letters


class WrittenDates:
    """Reads the dates of one table; what it learns from one date, it uses for the others.

    Parameters
    ----------
    date_format : str
        The order of day, month and year, if the user gives it: `DD/MM/YYYY`, `mdy`, `%d.%m.%Y`.

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
    blocs.graph.readers.written_dates.Undecided: 03/04/2004
    >>> dates.learn(["25/12/2004"])
    >>> dates.date("03/04/2004")
    '2004-04-03'
    """

    def __init__(self, date_format: str = "") -> None:
        order = date_order(date_format) if date_format else ""
        self.serial, self.epoch = order == SERIAL, order == EPOCH
        self.order = "" if self.serial or self.epoch else order
        self.given = bool(self.order)
        self.decided_by = ""
        """The date that decided the order, if one did."""
        self.against = ""
        """A date that contradicts the order."""
        self.seen: dict[str, None] = {}
        """What was read that may have been meant otherwise: phrases, in order."""
        self._cache: dict[str, str | _NoDate] = {}
        self._spans: dict[str, list[Span]] = {}

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
                for match in _XXY.finditer(_plain(text)):
                    self._weigh(match)

    def forget(self) -> None:
        """Forget what was read to find out which columns have dates: most had none, and nothing is to be said of them."""
        for kept in (self.seen, self._cache, self._spans):
            kept.clear()

    def _weigh(self, match: re.Match[str]) -> None:
        first, second = int(match[1]), int(match[3])
        order = "dmy" if first > 12 >= second else "mdy" if second > 12 >= first else ""
        if order and not self.order:
            self.order, self.decided_by = order, match[0]
        elif order and order != self.order and not self.given:
            self.against = match[0]

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
            except _NoDate as error:
                found = error
            self._cache[text] = found
        if isinstance(found, _NoDate):
            raise InvalidRequest(_no_date(text, str(found)))
        return found

    def _date(self, text: str) -> str:
        if _PLAIN_DATE.fullmatch(text) and text[:4] != "0000":
            found = _checked(int(text[:4]), int(text[5:7] or 0), int(text[8:10] or 0))
        else:
            plain = _plain(text)
            if self._is_missing(plain) or self._is_open(plain):
                return ""
            found = self._single(plain)
        if _NEVER.match(found):
            self.seen[f"{text!r} read as still going on"] = None
            return ""
        return found

    def _is_missing(self, plain: str) -> bool:
        if not plain or plain in _MISSING or _ZERO.fullmatch(plain):
            if plain not in ("", "na", "n/a", "nan", "null", ".", "nat", "<na>"):
                self.seen[f"{plain!r} read as no date"] = None
            return True
        return False

    def _is_open(self, plain: str) -> bool:
        if plain in _OPEN:
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
        plain = _plain(text)
        return plain in _OPEN or _NEVER.match(plain) is not None

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
        for part in re.split(r"[;\n|,]", _plain(text)):
            try:
                if part.strip() and self._single(part.strip()):
                    found.append(part.strip())
            except (_NoDate, Undecided):
                pass
        return found

    def _read_spans(self, text: str) -> list[Span]:
        plain = _plain(text)
        if self._is_missing(plain) or self._is_open(plain) or _NEVER.match(plain):
            return []
        try:
            return [self._span(plain)]
        except _NoDate as error:
            problem = error
        for sign in (r"[;\n|]", r"[;\n|,]|\band\b|\bund\b|\bet\b|\by\b"):
            parts = [part.strip() for part in re.split(sign, plain) if part.strip()]
            if len(parts) < 2:
                continue
            try:
                spans = [self._span(part) for part in parts]
            except _NoDate:
                continue
            # Two dates without an end between them would be two starts of one membership.
            if all(one[1] or two[1] for one, two in pairwise(spans)):
                return spans
        raise InvalidRequest(_no_date(text, str(problem)))

    def _span(self, plain: str) -> Span:
        """One span; dates alone are tried first, since they may have signs that part spans."""
        try:
            return self._single(plain), ""
        except _NoDate as error:
            problem = error
        if match := _YEARS_SPAN.fullmatch(plain):
            return self._ordered(_checked(int(match[1])), _checked(int(match[2])))
        if match := _YEARS_OPEN.fullmatch(plain):
            return _checked(int(match[1])), ""
        if (match := _YEARS_SHORT.fullmatch(plain)) and int(match[3]) > int(match[2]):
            if int(match[3]) <= 12:
                raise _NoDate("is it a span of years or a month? write 1999-2004 or 1999-04")
            return match[1] + match[2], match[1] + match[3]
        if match := _SINCE.match(plain):
            rest = plain[match.end() :]
            try:
                return self._span(rest)
            except _NoDate:
                pass
        if match := _UNTIL.match(plain):
            return "", self._single(plain[match.end() :])
        for match in _SPAN_SIGN.finditer(plain):
            first, last = plain[: match.start()].strip(), plain[match.end() :].strip()
            try:
                start = "" if not first or first in _MISSING else self._single(first)
                end = "" if not last or last in _MISSING or self._is_open(last) else self._single(last)
            except _NoDate:
                continue
            return self._ordered(start, end)
        if (match := re.fullmatch(r"(.*\d) ?-+ ?(\D+)", plain)) and (match[2] in _OPEN or match[2] in _MISSING):
            return self._single(match[1]), ""
        raise problem

    @staticmethod
    def _ordered(start: str, end: str) -> Span:
        if start and end and start > end + "~":
            raise _NoDate("it ends before it begins")
        return start, end

    def _single(self, plain: str) -> str:
        """One date, whatever way it is written."""
        if match := _ABOUT.match(plain):
            found = self._single(plain[match.end() :])
            self.seen["approximate dates read as they stand"] = None
            return found
        text = _TREATY.sub("", _ARTICLE.sub("", _WEEKDAY.sub("", plain)))
        if match := _TIME.search(text) or _ZONE_ONLY.search(text):
            if not re.match(r"[t ] ?0?0:00(?::00(?:[.,]0+)?)?\b", match[0]) and ":" in match[0].partition("+")[0]:
                self.seen["times of day left out"] = None
            text = text[: match.start()]
        if match := _YEAR.fullmatch(text):
            return _checked(int(match[1]))
        if match := _THOUSANDS.fullmatch(text):
            self.seen[f"{text!r} read as a year"] = None
            return _checked(int(match[1] + match[2]))
        if match := _YMD.fullmatch(text):
            return _checked(int(match[1]), int(match[3]), int(match[4]))
        if match := _YM.fullmatch(text):
            return _checked(int(match[1]), int(match[2]))
        if match := _BASIC.fullmatch(text):
            return _checked(int(match[1]), int(match[2]), int(match[3]))
        if match := _XXY.fullmatch(text):
            return self._day_and_month(match)
        if match := _MY.fullmatch(text):
            return _checked(int(match[2]), int(match[1]))
        if match := _CJK.fullmatch(text):
            return _checked(int(match[1]), int(match[2] or 0), int(match[3] or 0))
        if found := _named_month(text):
            return found
        if match := _XXYY.fullmatch(text):
            return self._short_year(match)
        if _SERIAL.fullmatch(text):
            if self.serial:
                self.seen["numbers read as days since 1900, as spreadsheets count them"] = None
                return (date(1899, 12, 30) + timedelta(days=int(float(text.replace(",", "."))))).isoformat()
            if not self.epoch:
                raise _NoDate("if it is a spreadsheet's number for a day, say --date-format excel")
        if match := _COUNTED.fullmatch(text):
            return self._of_seconds(int(match[1]))
        if self.given and (match := _SHORT_NAMED.fullmatch(text)) and match[2] in _MONTHS:
            return _checked(self._of_two_digits(int(match[3])), _MONTHS[match[2]], int(match[1] or 0))
        raise _NoDate

    def _of_seconds(self, number: int) -> str:
        """The day of a number of seconds since 1970; without the user's word only of whole days, which are no chance."""
        fits = [
            (unit, day)
            for unit, day in _PER_DAY
            if (_EPOCH_FROM * unit <= abs(number) < _EPOCH_TO * unit if not self.epoch else abs(number) < 10**11 * unit)
        ]
        whole = [day for unit, day in fits if number % day == 0 and not (unit < 10**9 and number % (day * 1000) == 0)]
        if not fits or not (whole or self.epoch):
            raise _NoDate("if it is a number of seconds since 1970, say --date-format unix")
        unit, day = fits[0]
        self.seen[f"numbers read as {_UNITS[unit]} since 1970, as programs count them"] = None
        if number % day:
            self.seen["times of day left out"] = None
        return (date(1970, 1, 1) + timedelta(days=number // day)).isoformat()

    def _day_and_month(self, match: re.Match[str]) -> str:
        first, second, year = int(match[1]), int(match[3]), int(match[4])
        self._weigh(match)
        if self.against == match[0]:
            raise _NoDate(f"its day and month are in another order than in {self.decided_by}")
        if first == second:
            return _checked(year, first, second)
        order = self.order
        if not order and match[2] == ".":
            self.seen["dates such as 03.04.2004 read as day.month.year"] = None
            order = "dmy"
        if not order:
            raise Undecided(match[0])
        if order == "mdy":
            first, second = second, first
        return _checked(year, second, first)

    def _short_year(self, match: re.Match[str]) -> str:
        if not self.given:
            raise _NoDate("its year has two digits; write all four, or say the order with --date-format, as DD/MM/YY")
        a, b, c = (int(match[i]) for i in (1, 3, 4))
        parts = dict(zip(self.order, (a, b, c), strict=True))
        return _checked(self._of_two_digits(parts["y"]), parts["m"], parts["d"])

    def _of_two_digits(self, year: int) -> int:
        """The century is Python's own reading of two digits: 69 is 1969, 68 is 2068."""
        self.seen["years of two digits read as 1969 to 2068"] = None
        return datetime.strptime(f"{year:02}", "%y").year

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
    plain = _plain(text)
    named = _SHORT_NAMED.fullmatch(plain)
    return (named is not None and named[2] in _MONTHS) or _XXYY.fullmatch(plain) is not None


def _no_date(text: str, problem: str) -> str:
    """What is said of a cell that is no date."""
    shown = f"'{text}'" if "'" not in text else repr(text)
    if problem:
        return f"{shown} is not a date: {problem}"
    if _SHORT_NAMED.fullmatch(text):
        return f"{shown} is not a date: its year has two digits; write all four, or read them as 1969 to 2068 with --date-format DD/MM/YY"
    if re.search(r"\d", text):
        return f"{shown} is not a date; write the one that is meant, or if it stands for none, say: --missing {_quoted(text)}"
    return f"{shown} is not a date; if it stands for none, say: --missing {_quoted(text)}"


def _quoted(text: str) -> str:
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


def _plain(text: str) -> str:
    """A cell for comparing: usual digits and blanks, lower case, without accents and footnote marks."""
    text = text.strip()
    if text.isascii() and text.isdigit():
        return text
    text = _FOOTNOTE.sub("", text)
    if not text.isascii():
        text = text.replace("’", "'").replace("\u00a0", " ").replace("\u202f", " ")
        text = unaccented(ascii_digits(text).casefold())
    return " ".join(text.casefold().split(" ")) if "\n" in text else " ".join(text.casefold().split())


def _named_month(text: str) -> str:
    """A date whose month has a name; "" if it is none."""
    for pattern, year, month, day in (
        (_DMY_NAMED, 3, 2, 1), (_MDY_NAMED, 3, 1, 2), (_MY_NAMED, 2, 1, 0), (_YMD_NAMED, 1, 2, 3),
    ):  # fmt: skip
        match = pattern.fullmatch(text)
        if match is not None and match[month] == "listopada" and re.match(r"\d+\.", text):
            return _checked(int(match[year]), 10, int(match[1]))  # October in Croatian, November in Polish
        if match is not None and match[month] in _MONTHS:
            return _checked(int(match[year]), _MONTHS[match[month]], int(match[day] or 0) if day else 0)
    return ""


def _checked(year: int, month: int = 0, day: int = 0) -> str:
    """A date as its text, checked against the calendar; month and day 0 are not known."""
    try:
        if year < 1:
            raise ValueError
        date(year, month or 1, (day or 1) if month else 1)
    except ValueError:
        raise _NoDate("the calendar has no such day") from None
    if not month:
        return f"{year:04}"
    return f"{year:04}-{month:02}-{day:02}" if day else f"{year:04}-{month:02}"
