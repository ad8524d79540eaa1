"""Dates of which only a bound is known: "before 1990", "≤ 1990", "1990 or earlier"; "after 1990", "1990 or later"."""

from __future__ import annotations

from ...late import late_pattern

__all__ = ["EARLIEST", "LATEST", "bound_in"]

LATEST, EARLIEST = "latest", "earliest"

_DATE = r"(?:[ -]|(?=\d))(?P<before>.*\d.*)|(?P<behind>.*\d)[,;]? ?\(?"
_LATEST = late_pattern(
    r"(?:before|prior to|pre|by|not? later than|at (?:the )?latest(?: in)?|in or before|on or before|<=?|≤|vor"
    r"|spatestens|avant|au plus tard(?: en)?|antes de|a mas tardar(?: en)?|prima del|entro il|przed|voor|fore?)"
    rf"{_DATE}(?:or (?:earlier|before)|at (?:the )?latest|oder fruher|ou avant|o antes|o prima)\)?"
)
_EARLIEST = late_pattern(
    r"(?:after|post|not? (?:before|earlier than)|at (?:the )?earliest(?: in)?|in or after|on or after|>=?|≥|nach"
    r"|fruhestens|apres|au plus tot(?: en)?|despues de|dopo il|na|efter)"
    rf"{_DATE}(?:or (?:later|after)|at (?:the )?earliest|oder spater|ou apres|o despues|o dopo)\)?"
)


def bound_in(plain: str) -> tuple[str, str]:
    """What a text says of a time without saying when it was: that it was then at the latest, or at the earliest.

    Parameters
    ----------
    plain : str
        The text, as `plain_text` gives it.

    Returns
    -------
    (str, str)
        LATEST or EARLIEST, and the date; both are "" for any other text.

    >>> bound_in("before 1990"), bound_in("<1990"), bound_in("1990 or later"), bound_in("1990")
    (('latest', '1990'), ('latest', '1990'), ('earliest', '1990'), ('', ''))
    """
    for bound, pattern in ((LATEST, _LATEST), (EARLIEST, _EARLIEST)):
        if match := pattern.fullmatch(plain):
            return bound, (match["before"] or match["behind"]).strip()
    return "", ""
