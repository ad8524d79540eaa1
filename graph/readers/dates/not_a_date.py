"""What is said of a cell that is no date: what is wrong with it, and the way out."""

from __future__ import annotations

import re

from ...errors import InvalidRequest
from ...late import late_pattern
from .counted_days import may_be_count
from .two_digit_years import is_short_date, way_to_read

__all__ = ["NotADate", "quoted"]


class NotADate(InvalidRequest):
    """A cell that is no date.

    Parameters
    ----------
    text : str
        The cell.
    problem : str
        What is wrong with it and the way out, if that is known.
    asked : bool
        Whether it is asked of which calendar it is.
    """

    def __init__(self, text: str, problem: str, *, asked: bool = False) -> None:
        self.asked = asked
        self.is_date = asked or is_short_date(text) or (bool(problem) and not may_be_count(text))
        """Whether the cell is a date all the same, of which something has to be said first: "05/04/49", "1990?"."""
        super().__init__(f"{_shown(text)}: {problem}" if asked else _no_date(text, problem))
        self.of_an_end = self.message if "--" in problem else _no_end(text, problem) or self.message
        """What is to be said of it where it should be an end: who ends at a time that is not clear does not go on."""


def _no_date(text: str, problem: str) -> str:
    """What is said of a cell that is no date."""
    shown = _shown(text)
    missing = f"if it stands for none, say: --missing {quoted(text)}"
    if problem:
        return f"{shown} is not a date: {problem}" + ("" if "--" in problem else f"; {missing}")
    if is_short_date(text):
        way_out = f"write all four, or read them as of the last hundred years with {way_to_read(text)}"
        return f"{shown} is not a date: its year has two digits; {way_out}"
    if re.fullmatch(r"\d\d", text):
        return f"{shown} is not a date: its year has two digits; write all four, or {missing}"
    if _BEFORE_CHRIST.search(text) and not _MISSING_CODE.fullmatch(text):
        return f"{shown}: years before Christ are not read; take the row out, or leave its date empty"
    written = "write the one that is meant, or " if re.search(r"\d", text) else ""
    return f"{shown} is not a date; {written}{missing}"


def _shown(text: str) -> str:
    return f"'{text}'" if "'" not in text else repr(text)


def _no_end(text: str, problem: str) -> str:
    """The same of an end; "" if it has a way out of its own."""
    if is_short_date(text) or (_BEFORE_CHRIST.search(text) and not _MISSING_CODE.fullmatch(text)):
        return ""
    what = f"is not a date: {problem}" if problem else "is not a date"
    written = "write the one that is meant, or " if re.search(r"\d", text) and not problem else ""
    return (
        f'{_shown(text)} {what}; {written}leave such rows out with: --role "{text}=skip"; if they go on, say:'
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
