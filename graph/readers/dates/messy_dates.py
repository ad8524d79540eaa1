"""Dates of which not all is known, as ISO 8601-2 (EDTF) and the R package messydates write them."""

from __future__ import annotations

import re

from ...late import late_pattern

__all__ = ["about_when", "in_doubt", "known_part", "possible_dates"]

_X = r"(?:xx|uu|\?\?)"
_UNKNOWN_PARTS = late_pattern(rf"(\d{{4}})(?:-{_X}-{_X}|-{_X}(?:-\d\d)?|-(\d\d)-{_X})")
_UNKNOWN_BEFORE = late_pattern(rf"{_X}[./-](?:(\d\d)|{_X})[./-](\d{{4}})")
_UNKNOWN_YEAR = late_pattern(r"(\d{2,3})([xu]{1,2})(?:-(?:xx|uu))*")
_DECADE = late_pattern(
    r"(?:(?:the|die) )?(\d{3})0(?:'?s|[- ]?er(?: jahren?)?)|(?:(?:les )?annees|(?:los )?anos|(?:gli )?anni) (\d{3})0"
)
_EITHER = late_pattern(r"(\d{4}(?:-\d\d){0,2}),? (?:or|oder|ou|o|of|или|lub) (\d{4}(?:-\d\d){0,2})")
_PART = rf"[~?%]?\d{{4}}(?:-(?:\d\d|{_X})){{0,2}}[~?%]?"
_SEVERAL = late_pattern(rf"(?:{_PART}|,|:(?=\d)|\.\.| )+")

_ABOUT = re.compile(r"(?:c|ca|circa|approx|approximately|about|around|um|vers|etwa)\b\.? ?(?=\S)|c\.?(?=\d)|~ ?|≈ ?")
_NEARLY = re.compile(r"(?<=\d) ?~$")  # 1970~, as ISO 8601-2 writes it
_DOUBT = late_pattern(
    r" ?(?:\?+|%|\((?:\?+|approx(?:imate(?:ly)?|\.)?|est(?:imated?|\.)?|circa|ca?\.?|tbc|probabl[ey]|uncertain"
    r"|provisional(?:ly)?|prov\.?|preliminary|tentative|vorlaufig|vermutlich|provisoire|provisorio)\))$"
)


def about_when(plain: str) -> str:
    """The date in a text that says that it was about then; "" for any other text.

    Parameters
    ----------
    plain : str
        The text, as `plain_text` gives it.

    Returns
    -------
    str

    >>> about_when("c. 1950"), about_when("1950~"), about_when("1950")
    ('1950', '1950', '')
    """
    if match := _NEARLY.search(plain):
        return plain[: match.start()]
    match = _ABOUT.match(plain)
    return plain[match.end() :] if match else ""


def in_doubt(plain: str) -> str:
    """The date in a text that says that it may be another; "" for any other text.

    Parameters
    ----------
    plain : str
        The text, as `plain_text` gives it.

    Returns
    -------
    str

    >>> in_doubt("1950?"), in_doubt("1950 (provisional)"), in_doubt("1950"), in_doubt("?")
    ('1950', '1950', '', '')
    """
    match = _DOUBT.search(plain)
    return plain[: match.start()] if match else ""


def known_part(plain: str) -> str:
    """What is known of a date of which a part is not: the year or the month.

    Parameters
    ----------
    plain : str
        The text, as `plain_text` gives it.

    Returns
    -------
    str
        `YYYY` or `YYYY-MM`; "" for any other text.

    >>> known_part("1961-xx-xx"), known_part("1961-05-xx"), known_part("1961-xx-05"), known_part("1961-05-03")
    ('1961', '1961-05', '1961', '')
    >>> known_part("??.05.1961"), known_part("??/??/1961")
    ('1961-05', '1961')
    """
    if match := _UNKNOWN_BEFORE.fullmatch(plain):
        return f"{match[2]}-{match[1]}" if match[1] else match[2]
    match = _UNKNOWN_PARTS.fullmatch(plain)
    return "" if match is None else f"{match[1]}-{match[2]}" if match[2] else match[1]


def possible_dates(plain: str) -> list[str]:
    """The dates of which one is meant: those of a set, or the first and last of a stretch.

    Parameters
    ----------
    plain : str
        The text, as `plain_text` gives it.

    Returns
    -------
    list of str
        `YYYY`, `YYYY-MM` or `YYYY-MM-DD` each, as far as they are known; empty if the text is none such.

    >>> possible_dates("{1991,1992}"), possible_dates("1961-01-01..1965-12-31"), possible_dates("..1965")
    (['1991', '1992'], ['1961-01-01', '1965-12-31'], ['1965'])
    >>> possible_dates("196x"), possible_dates("1961"), possible_dates("1961, 1962")
    (['1960', '1969'], [], [])
    >>> possible_dates("1990s"), possible_dates("1990 or 1991")
    (['1990', '1999'], ['1990', '1991'])
    """
    if (match := _UNKNOWN_YEAR.fullmatch(plain)) and len(match[1] + match[2]) == 4:
        return [match[1] + len(match[2]) * digit for digit in "09"]
    if match := _DECADE.fullmatch(plain):
        return [(match[1] or match[2]) + digit for digit in "09"]
    if match := _EITHER.fullmatch(plain):
        return [match[1], match[2]]
    inside = plain[1:-1] if plain[:1] + plain[-1:] in ("{}", "[]") else plain
    if (inside == plain and ".." not in plain and ":" not in plain) or not _SEVERAL.fullmatch(inside):
        return []
    found = re.findall(_PART, inside)
    return [known_part(date) or date for date in (date.strip("~?%") for date in found)]
