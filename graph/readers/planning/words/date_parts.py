"""Columns that are parts of one date: "join_year", "join_month" and "join_day", or Tag, Monat and Jahr.

They belong together by what their names have besides the word for the part, the stem. The stem says whether the date is
a start or an end; where it says neither, the user is asked for all the parts at once.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ...table_options import map_option
from .column_names import FIELDS
from .column_words import edge_of

__all__ = [
    "BARE",
    "DATE_PARTS",
    "PARTS",
    "DateParts",
    "edge_of_year",
    "map_all",
    "map_times",
    "part_named",
    "part_of_date",
]

PARTS = ("year", "month", "day")
"""The parts of a date, the largest first."""

DATE_PARTS = tuple(f"{edge}_{part}" for edge in ("start", "end") for part in PARTS)
"""The fields of parts, as `--map` names them."""

_WORDS = {
    "year": "year yr yyyy jahr annee ano anno jaar aar rok roku god год рік yil",
    "month": "month mon mo mm monat mois mes mese maand maned manad miesiac mesic mjesec месяц місяць",
    "day": "day dd tag jour dia giorno dag dzien den день",
}
_PART_OF = {word: part for part, words in _WORDS.items() for word in words.split()}
_PART = re.compile(rf"(.*?)(?:^| )({'|'.join(sorted(_PART_OF, key=len, reverse=True))})(?: |$)(.*)")
_COMPOUND = re.compile(r"(\w{3,}?)s?(jahr|monat|tag|jaar|maand|dag)")
_LETTER = re.compile(r"(.+) ([ymd])")
_GLUED = re.compile(
    r"(?:(yr|year|mo|month|day)(ent|exit|join|joined|left)"
    r"|(st|start|end|beg|begin|ent|entry|exit|join|leave|acc|date)(year|yr|month|mon|mo|day))"
)

BARE = frozenset(("", "date", "of date", "datum", "fecha", "дата"))
"""Stems that say no more than that it is a date."""

_STARTS = BARE | frozenset((
    "mem st", "st", "start", "ent", "entry", "beg", "begin", "joined", "from", "accession", "membership start", "member start",
    "of entry", "of accession", "joining", "entered", "of joining", "admission", "of admission", "acc", "accn", "acces", "adm",
    "mem", "memb", "membership", "in", "inicio", "debut", "beginn", "von", "del inicio",
))  # fmt: skip
_ENDS = frozenset((
    "mem end", "end", "exit", "left", "to", "until", "membership end", "member end", "withdrawal", "of exit", "of withdrawal",
    "termination", "leaving", "out", "wdr", "withdr", "fin", "bis", "final",
))  # fmt: skip


@lru_cache(4096)
def part_named(key: str) -> tuple[str, str] | None:
    """The stem and the part of a date that a column's name says.

    Parameters
    ----------
    key : str
        The name, as `keys.key_of` writes it.

    Returns
    -------
    (str, str) or None
        None if it says no part.

    >>> part_named("join month"), part_named("beitrittstag"), part_named("acc d"), part_named("country")
    (('join', 'month'), ('beitritt', 'day'), ('acc', 'day'), None)
    """
    if match := _GLUED.fullmatch(key):
        word, stem = (match[1], match[2]) if match[1] else (match[4], match[3])
    elif match := _PART.fullmatch(key):
        word, stem = match[2], " ".join(f"{match[1]} {match[3]}".split())
    elif match := _COMPOUND.fullmatch(key):
        word, stem = match[2], match[1]
    elif match := _LETTER.fullmatch(key):
        word, stem = {"y": "year", "m": "month", "d": "day"}[match[2]], match[1]
    else:
        return None
    return stem, _PART_OF[word]


@lru_cache(4096)
def part_of_date(key: str) -> tuple[str, str, str] | None:
    """The edge of a span, the stem and the part of a date that a column's name says.

    Parameters
    ----------
    key : str
        The name, as `keys.key_of` writes it.

    Returns
    -------
    (str, str, str) or None
        None if it says no part, or not of which edge.

    >>> part_of_date("leave month"), part_of_date("monat"), part_of_date("signed day")
    (('end', 'leave', 'month'), ('start', '', 'month'), None)
    """
    named = part_named(key)
    edge = _edge_of_stem(named[0]) if named else ""
    return (edge, *named) if named and edge else None


def edge_of_year(key: str) -> str:
    """The edge that the name of a column of years says by the words for parts of dates: "accyear", "entryyr".

    Parameters
    ----------
    key : str
        The name, as `keys.key_of` writes it.

    Returns
    -------
    str
        "start", "end" or "".

    >>> edge_of_year("accyear"), edge_of_year("date year"), edge_of_year("membership year")
    ('start', '', '')
    """
    known = part_of_date(key)
    sure = known and known[2] == "year" and known[1] not in BARE and not known[1].startswith("mem")
    return known[0] if known and sure else ""


def _edge_of_stem(stem: str) -> str:
    """Whether a date is a start or an end, by what the names of its parts share; "" if that does not say it."""
    if stem in _ENDS or stem in FIELDS["end"]:
        return "end"
    if stem in _STARTS or stem in FIELDS["start"]:
        return "start"
    edge, of = edge_of(stem, stem)
    return "" if of else edge  # "eu join" is of one body


@dataclass(frozen=True)
class DateParts:
    """The columns of one date.

    Parameters
    ----------
    edge : str
        "start", "end", or "" if their names do not say which.
    stem : str
        What their names share.
    at : dict of str to int
        The place of each part's column.
    """

    edge: str
    stem: str
    at: Mapping[str, int]

    @property
    def places(self) -> list[int]:
        """The places of the columns, that of the year first."""
        return [self.at[part] for part in PARTS if part in self.at]


def map_all(header: Sequence[str], parts: DateParts, field: str) -> str:
    """What to say for all the columns of a date to be read as a start or an end, or left out.

    Parameters
    ----------
    header : sequence of str
        The names of the columns.
    parts : DateParts
        The columns of the date.
    field : str
        "start", "end" or "ignore".

    Returns
    -------
    str

    >>> map_all(["y", "m"], DateParts("", "", {"year": 0, "month": 1}), "start")
    '--map "y=start_year" --map "m=start_month"'
    """
    said = {part: field if field == "ignore" else f"{field}_{part}" for part in parts.at}
    return " ".join(map_option(header[parts.at[part]], said[part]) for part in PARTS if part in parts.at)


def map_times(header: Sequence[str], parts: DateParts) -> str:
    """What to say for the years and months of a date to be the times that rows are about; of days, the year is.

    Parameters
    ----------
    header : sequence of str
        The names of the columns.
    parts : DateParts
        The columns of the date.

    Returns
    -------
    str

    >>> map_times(["y", "m"], DateParts("", "", {"year": 0, "month": 1}))
    '--map "y=year" --map "m=month"'
    >>> map_times(["y", "m", "d"], DateParts("", "", {"year": 0, "month": 1, "day": 2}))
    '--map "y=year" --map "m=ignore" --map "d=ignore"'
    """
    rest = "ignore" if "day" in parts.at else "month"
    said = {"year": "year", "month": rest, "day": "ignore"}
    return " ".join(map_option(header[parts.at[part]], said[part]) for part in PARTS if part in parts.at)
