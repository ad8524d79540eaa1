"""Answers in words, for people: a number with what it counts, a date as it is written, a short list of names."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["FEW", "date_said", "figure_said", "listed"]

FEW = 10
"""So many names are a sentence; more are a table."""

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def date_said(date: str) -> str:
    """A date with the precision that it has.

    >>> date_said("2001-05-18"), date_said("2001-05"), date_said("1982"), date_said("soon")
    ('18 May 2001', 'May 2001', '1982', 'soon')
    """
    parts = date.split("-")
    if not all(part.isdecimal() for part in parts) or not 1 <= len(parts) <= 3:
        return date
    month, day = (*map(int, parts[1:]), 0, 0)[:2]
    if not 0 <= month <= 12:
        return date
    return " ".join(filter(None, (str(day or ""), _MONTHS[month - 1] if month else "", parts[0])))


def figure_said(figure: float | None, of: str) -> str:
    """The number by which something answers."""
    if figure is None:
        return ""
    if of == "growth":
        return f"{figure:+g}"
    return f"{figure:.3f}" if of == "jaccard" else f"{figure:g}"


def listed(names: Sequence[str]) -> str:
    """Names in a sentence.

    >>> listed(["Armenia", "Belarus", "Russia"]), listed(["Armenia"])
    ('Armenia, Belarus and Russia', 'Armenia')
    """
    return " and ".join([*([", ".join(names[:-1])] if names[1:] else []), *names[-1:]])
