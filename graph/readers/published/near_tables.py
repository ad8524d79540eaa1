"""Tables that are published beside those of memberships, and have none: alliances, pairs, lists of states and bodies.

Each is known by its columns, and refused with what it is and which table of the same authors has memberships.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ...errors import InvalidRequest
from ..planning.keys import key_of

__all__ = ["refuse_near"]


class _Near(NamedTuple):
    """A table without memberships: its columns ("a|b" is either), those it must not have, what it is, the way on."""

    needs: tuple[str, ...]
    lacks: tuple[str, ...]
    what: str
    way_on: str


_OF_ATOP = "the table with a row for each member is read by: blocs import atop atop5_1m.csv"
_OF_ALLIANCES = (
    "the table with a row for each member is read by: blocs import cow-alliances alliance_v4.1_by_member.csv"
)

_OF_IGOS = "the table with a column for each organization is read by: blocs import cow-igo state_year_formatv3.csv"

_OF_AGREEMENTS = (
    "the table of memberships of the same package, with a row for each party (stateID), is read by: blocs import many"
    " FILE"
)

_OF_PARTIES = (
    "stateid", "statename", "state", "country", "countryname", "member", "members", "memberstates", "party", "parties",
    "partyname", "signatory", "signatories", "signatorystates", "iso3", "iso3c", "ccode", "stateforce", "staterat",
    "stateratification",
)  # fmt: skip

_NEAR = (
    _Near(
        ("manyid|treatyid|lineage|agreementtype|title", "title|lineage", "beg", "signature|force"),
        _OF_PARTIES,
        "a list of agreements, as the many packages have it: it says when each began, not who is party to it",
        _OF_AGREEMENTS,
    ),
    _Near(
        ("atopid", "mem1", "mem2"),
        ("member", "dyad"),
        "the table of ATOP's alliances (atop5_1a): it lists all that were ever in one, and not from when to when",
        _OF_ATOP,
    ),
    _Near(
        ("atopally|atopid1|shareob", "dyad|ddyad|mem1|statea"),
        ("member",),
        "a table of ATOP with a row for each pair of states: it says what two states share, not who is in what",
        _OF_ATOP,
    ),
    _Near(
        ("atopally|shareob", "year", "state|ccode"),
        ("member", "dyad"),
        "the state-year table of ATOP (atop5_1sy): it says what a state had promised in a year, not to whom",
        _OF_ATOP,
    ),
    _Near(
        ("atopid", "begyr"),
        ("member",),
        "the table of ATOP's alliances (atop5_1a), without their members",
        _OF_ATOP,
    ),
    _Near(
        (
            "sumigofull|sumigoassociate|sumigoobserver|sumigoanytype|dyadigos|igocount|numigos",
            "ccode|ccode1|gwcode|gwcode1",
        ),
        ("organization", "organisation", "ioname", "igo"),
        "a table of counts, as peacesciencer gives it: it says in how many organizations states were, and not in which",
        _OF_IGOS,
    ),
    _Near(
        ("version4id", "ccode1", "ccode2"),
        (),
        "a table of COW alliances with a row for each pair of states: it says what two states share, not who is in"
        " what",
        _OF_ALLIANCES,
    ),
)

_BODIES = frozenset((
    "ionum", "ioname", "orgname", "longorgname", "label", "sdate", "deaddate", "dead", "integrated", "replaced",
    "igocode", "version", "imputed", "political", "social", "economic", "accuracyofpre1965membershipdates",
    "sourcesandnotes",
))  # fmt: skip
_CODES = frozenset((
    "ccode", "cowcode", "cowc", "cown", "cowid", "gwcode", "gwno", "gwid", "gwn", "gwc", "statenumber", "statenum",
    "statenr", "stateno",
))  # fmt: skip
_STATES = _CODES | frozenset((
    "stateabb", "stateabbrev", "stateid", "gwabbrev", "gwabb", "cowabbrev", "cowabb", "iso2", "iso2c", "iso3", "iso3c",
    "cabb", "statenme", "statename", "state", "country", "countryname", "gwname", "gwstatename", "cowname",
    "cowstatename", "name", "version", "microstate", "micro", "region", "continent", "capital", "majorpower",
))  # fmt: skip
_PARTS = {f"{edge}{part}" for edge in ("st", "end") for part in ("year", "month", "day")}
_SPELLS = tuple(
    (f"{of}{first}{date}", f"{of}{last}{date}")
    for of in ("", "state", "country", "gw", "cow", "gwcode", "system", "micro")
    for first, last in (("start", "end"), ("begin", "end"), ("from", "to"), ("birth", "death"), ("entry", "exit"))
    for date in ("", "date", "year", "yr")
)
"""How lists of states call the first and the last day of a state; (styear, endyear) and their like have three parts."""


def refuse_near(where: str, header: Sequence[str]) -> None:
    """Refuse a table that is published beside one of memberships, and has none.

    Parameters
    ----------
    where : str
        The file, for messages.
    header : sequence of str
        The names of its columns.

    Raises
    ------
    InvalidRequest
        With what it is, and which table of the same authors is read.

    >>> refuse_near("t.csv", ["atopid", "member", "yrent"])
    >>> try:
    ...     refuse_near("t.csv", ["atopid", "begyr", "endyr"])
    ... except InvalidRequest as error:
    ...     print(error.message.partition(";")[0])
    t.csv is the table of ATOP's alliances (atop5_1a), without their members
    """
    keys = {key_of(name).replace(" ", "") for name in header if name.strip()}
    for near in _NEAR:
        if all(set(need.split("|")) & keys for need in near.needs) and not keys & set(near.lacks):
            raise InvalidRequest(f"{where} is {near.what}; {near.way_on}")
    if keys <= _BODIES and keys & {"ioname", "orgname", "longorgname"} and keys & {"sdate", "deaddate"}:
        raise InvalidRequest(
            f"{where} is a list of organizations, as igoR's igo_search() gives it: it says when each began and ended,"
            " and not who was in it; memberships are in the state-year and the organization-year table (blocs import"
            " cow-igo), and in what igo_members() and igo_state_membership() give (blocs import igor)"
        )
    spells = {name for spell in _SPELLS if keys >= set(spell) for name in spell}
    spells |= keys & _PARTS if keys >= {"styear", "endyear"} else set()
    if not keys & _CODES or not keys <= {*_STATES, *spells, "year"}:
        return
    if "year" in keys:
        raise InvalidRequest(
            f"{where} is a list of states and years: it says when each was a state, not who was in what; join it with a"
            " table that says so, or use the state-year table: blocs import cow-igo STATE_YEAR.csv"
        )
    names = ""
    if {"stateabb", "ccode", "statenme"} <= keys:
        names = " it gives the states of COW IGO their full names: blocs import cow-igo STATE_YEAR.csv --states FILE;"
    raise InvalidRequest(
        f"{where} is a list of states: it says which there were, and not who was in what;{names} if all of its"
        f" states are in one body, say: blocs import csv {where} --organization NAME"
    )
