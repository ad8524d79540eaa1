"""Tables that are about something else than who is in what: pairs of states, conflicts, votes, promises."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ....errors import InvalidRequest
from ....late import late_pattern
from ...names.known_names import states_in
from ...table_options import map_option
from ..column import Column
from ..columns import Columns
from ..named_bodies import called_after_body
from ..words.sides import pairs_of

__all__ = ["refuse_other_subjects", "refuse_partners", "refuse_traits"]

_OF_TIME = re.compile(r"\b(?:from|to)\b")  # "state from" may be the day from which it was one


_PARTNER = frozenset((
    "partner", "partner state", "partner country", "partners", "counterpart", "other party", "other state", "counterparty", "with",
    "with whom", "partnerland", "pays partenaire", "partenaire", "pais socio", "socio",
))  # fmt: skip


_VOTES = frozenset(("vote", "votes", "voted", "vote choice", "vote cast", "ballot", "voting", "abstimmung", "voto"))
_VOTED_ON = re.compile(r"\b(?:rcid|rc id|roll ?call\w*|resolution|res ?id|unres|bill|motion|session|vote id|voteid)\b")
_CAST = frozenset(
    ("abstain", "abstained", "abstention", "absent", "against", "in favour", "in favor", "nay", "yea", "aye")
)
_PROMISES = re.compile(
    r"(?:defen[cs]e|offen[cs]e|neutral(?:ity)?|non ?agg(?:ression)?|entente|consul(?:tation)?|shareob|atopally|bilat)"
)


def refuse_other_subjects(table: Columns) -> None:
    """Refuse a table whose columns say that it is of pairs, conflicts, votes or promises.

    Parameters
    ----------
    table : Columns
        The table.

    Raises
    ------
    InvalidRequest
        With what it is about, and where memberships are to be had.
    """
    _refuse_pairs(table)
    _refuse_disputes(table)
    _refuse_votes(table)
    _refuse_promises(table)


def _refuse_pairs(table: Columns) -> None:
    if "member" in table.fields:
        return
    free = {c.key: c for c in table.columns if table.free(c) and not (_OF_TIME.search(c.key) and table.dated(c))}
    for pair in pairs_of(free):
        first, second = free[pair.first], free[pair.second]
        _refuse_conflicts(table, first)
        one, other = map_option(first.name, "member"), map_option(second.name, "member")
        raise InvalidRequest(
            f"{table.where} is a table of pairs ({first.name}, {second.name}): its rows say what two"
            " states share, not who is in what; use the table with a row for each member"
            " (of COW alliances: by_member; of COW IGO: state-year; of ATOP: atop5_1m), or choose one side"
            f" with: {one}; if both are members: {one} {other}"
        )


def _refuse_conflicts(table: Columns, side: Column) -> None:
    """The sides of a conflict share nothing at all."""
    if side.key.startswith("side"):
        raise InvalidRequest(
            f"{table.where} is a table of conflicts: {side.name!r} and the like fought each other, and are no members of"
            f" anything; who fought beside whom in what may be said with {map_option(side.name, 'member')} and --map"
            " COLUMN=organization"
        )


_OF_DISPUTE = late_pattern(
    r"disp ?num\d?|dispnum ?\d?|mid ?num|war ?num|war name|hostlev|host ?lev|hostility(?: level)?|fatal(?:ity|ities)?|fatalpre|hiact|sidea"
    r"|side a|revstate|rev ?type\d?|battle ?deaths?|bat ?death|best est(?:imate)?|incompatibility|type of conflict|conflict id|dyad id"
    r"|crisno|crisis ?name|intensity level"
)


def _refuse_disputes(table: Columns) -> None:
    """Who took part in a dispute or a war, on whichever side, is no member of it."""
    found = [c for c in table.columns if table.free(c) and _OF_DISPUTE.fullmatch(c.key)]
    if len(found) < 2 or table.organization or "organization" in table.fields or table.any_organization():
        return
    shown = ", ".join(column.name for column in found[:3])
    raise InvalidRequest(
        f"{table.where} is a table of conflicts ({shown}): who took part in one is no member of anything; if a column says who"
        " fought together, say: --map COLUMN=organization"
    )


def _refuse_votes(table: Columns) -> None:
    """How states voted is no membership."""
    if "organization" in table.fields or table.organization:
        return
    for column in table.columns:
        cast = bool({cell.casefold() for cell in column.distinct} & _CAST)
        on = any(_VOTED_ON.search(other.key) for other in table.columns)
        if table.free(column) and column.key in _VOTES and column.cells and (cast or on):
            raise InvalidRequest(
                f"{table.where} is a table of votes: {column.name!r} says how each voted, not who is in what; if all who"
                f" voted are members of one body, say: --organization NAME {map_option(column.name, 'ignore')}"
            )


def _refuse_promises(table: Columns) -> None:
    """What a state has promised in a year, in whichever alliance, is no membership of a body called "defense"."""
    if "organization" in (*table.fields, *table.by_key) or table.organization:
        return
    found = [c for c in table.columns if table.free(c) and c.flags and _PROMISES.fullmatch(c.key)]
    if len(found) < 2:
        return
    shown = ", ".join(column.name for column in found[:4])
    number = next((name for name in ("atopid", "version4id") if name in table.by_key), "")
    if number and ("year" in table.by_key or number == "atopid"):
        way_out = f"if it is {number!r}, say: --map {number}=organization"
        if number == "version4id":
            way_out += (
                "; members of COW alliances with their dates are read by: blocs import cow-alliances, from"
                " alliance_v4.1_by_member.csv"
            )
    elif {"version4id", "ccode"} <= table.by_key.keys():
        way_out = "members of COW alliances are read by: blocs import cow-alliances, from alliance_v4.1_by_member.csv"
    elif "atopally" in table.by_key or "shareob" in table.by_key:
        way_out = "of ATOP, the table with a row for each member is read: blocs import atop atop5_1m.csv"
    else:
        way_out = "say which column is the alliance: --map COLUMN=organization"
    raise InvalidRequest(
        f"{table.where}: its columns {shown} say what states promised, and no column says in which alliance; {way_out}"
    )


def refuse_partners(table: Columns) -> None:
    """Refuse a table with a column of partners beside the member: its rows are agreements of two states.

    Parameters
    ----------
    table : Columns
        The table, whose member is known.

    Raises
    ------
    InvalidRequest
        With the way to read the members alone.
    """
    for column in table.columns:
        if column.key in _PARTNER and table.free(column) and table.labels(column) and states_in(column.distinct) >= 0.5:
            raise InvalidRequest(
                f"{table.where} has a column of partners ({column.name!r}): its rows say what two states share, not who is in"
                f" what; to read it as one member a row, leave the partners out with: {map_option(column.name, 'ignore')}"
            )


_TRAITS = {
    "of what states have, such as the COW National Material Capabilities": (
        "milex", "milper", "irst", "pec", "tpop", "upop", "cinc", "rgdpe", "rgdpo",
    ),
    "of how states are governed, such as Polity": (
        "polity", "polity2", "democ", "autoc", "durable", "xrreg", "xconst", "parcomp", "v2x polyarchy", "v2x libdem",
        "v2x regime", "ht regtype", "boix democracy", "fh pr", "fh cl", "regime", "regime type",
    ),
    "of how states became independent, such as ICOW's Colonial History": (
        "indfrom", "inddate", "indviol", "indtype", "secfrom", "secdate", "secviol", "colruler", "polrule", "coldate",
        "colbegin", "colend", "colstyle", "colonizer",
    ),
}  # fmt: skip


def refuse_traits(table: Columns, may_be: Sequence[Column]) -> None:
    """Refuse a table of what states are like; to be asked when no column of it is a body.

    Parameters
    ----------
    table : Columns
        The table.
    may_be : sequence of Column
        The columns that have flags or roles in them.

    Raises
    ------
    InvalidRequest
        With what it is about, and the way to read it if one of its columns is a body after all.
    """
    for what, keys in _TRAITS.items():
        found = [column for column in table.columns if column.key in keys and table.free(column)]
        if len(found) > 1:
            shown = ", ".join(column.name for column in found[:4])
            others = [column for column in may_be if column not in found and called_after_body(column.name)]
            way = (
                f"if {others[0].name!r} is a body, say: {map_option(others[0].name, 'organization')}; "
                if others
                else ""
            )
            raise InvalidRequest(
                f"{table.where} is a table {what} ({shown}): it says what states are like, not who is in what; {way}if all of"
                " its states are in one body: --organization NAME"
            )
