"""Which columns say when: starts, ends, periods, years, and what happened."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from ....errors import InvalidRequest
from ....late import late_pattern
from ...cells.cell_words import MISSING, NO, SKIP, YES, bare, flag_of, word
from ...table_options import map_option
from ..column import Column
from ..columns import Columns
from ..keys import dates_of_no_body, entity_name, key_of, turned
from ..named_bodies import called_after_body, capitals_tell, edge_and_body
from ..words.column_names import FIELDS
from ..words.column_words import BEFORE_WORD, END_WORD, EVENTS, START_WORD, TURNS, edge_of
from ..words.date_parts import edge_of_year
from ..words.people_words import called_after
from .observed import is_observed

__all__ = [
    "find_censored",
    "find_dates",
    "find_edges",
    "find_events",
    "find_opposites",
    "give_dates_to_bodies",
    "leave_censored",
]


_OF_YEAR = re.compile(r"(?i)([^\W_](?:.*[^\W_])?)[ _]+ye?a?r")
_OF_MEMBERS = re.compile(
    r"\b(?:join\w*|acce[sd]\w+|admi\w+|memb\w+|left|withdr\w+|beitritt\w*|austritt\w*|beigetreten|ausgetreten|adhesion|mitglied\w*)\b"
)
_CENSORED = re.compile(r"(left|right|start|end|l|r) ?cens\w*(?: flag)?|cens\w* ?(left|right|start|end)")


_KINDS = frozenset(
    ("status", "role", "membership", "membership status", "type", "membership type", "kind", "statut", "rolle")
)


def find_edges(table: Columns) -> None:
    """Starts and ends of several bodies, each in columns of their own: "EU joined", "EU left", "NATO joined"."""
    if "member" not in table.fields or table.any_organization():
        return
    edges: dict[str, dict[str, int]] = {}
    capitals = capitals_tell(table.header)
    for column in table.columns:
        if not table.free(column) or not column.named:
            continue
        edge, of = edge_and_body(column.name, column.key, capitals=capitals)
        if not (of or edge) and column.years and (match := _OF_YEAR.fullmatch(column.name)):
            edge, of = "start", match[1]
        named = of and not of.isdigit() and (_OF_MEMBERS.search(column.key) or called_after_body(of, capitals=capitals))
        if named and (not column.cells or _dated_or_none(table, column)):
            edges.setdefault(of, {}).setdefault(edge, column.at)
    _refuse_dates_of_named(table, edges, capitals)
    several = any(len(found) == 2 for found in edges.values()) or sum("start" in found for found in edges.values()) > 1
    if not several:
        edges = {of: found for of, found in edges.items() if called_after_body(of, capitals=capitals)}
    if edges:
        table.found.edges = edges
        _find_roles_of(table, edges)
        _leave_flags_of(table, edges)


def give_dates_to_bodies(table: Columns) -> None:
    """Give dates that say of no body whose they are to the one body that others are of: "NATO since", "left".

    Parameters
    ----------
    table : Columns
        The table, whose bodies have columns of dates.

    Raises
    ------
    InvalidRequest
        If the dates may be of several bodies, or of one that has such dates.
    """
    edges = table.found.edges
    for field in [name for name in ("start", "end", "period") if name in table.fields]:
        column = table.columns[table.fields[field]]
        if len(edges) == 1 and field != "period" and field not in next(iter(edges.values())):
            next(iter(edges.values()))[field] = table.fields.pop(field)
        elif column.cells:
            of = " or of ".join(edges)
            raise InvalidRequest(
                f"{table.where}: column {column.name!r} ({column.cells[0][:40]!r}) has dates, and does not say of which body: of"
                f' {of}; put the body\'s name before its name, as in "{next(iter(edges))} {column.name}", or leave it out with:'
                f" {map_option(column.name, 'ignore')}"
            )
        else:
            table.found.unread[table.fields.pop(field)] = "empty"


def _find_roles_of(table: Columns, edges: dict[str, dict[str, int]]) -> None:
    """Columns of roles in one of the bodies: "GCC status" beside "GCC joined"."""
    for of, found in edges.items():
        for column in table.columns:
            before, _, kind = column.key.partition(f"{key_of(of)} ")
            if table.free(column) and table.roles and not before and kind in _KINDS and table.labels(column):
                found.setdefault("role", column.at)


def _refuse_dates_of_named(table: Columns, edges: Mapping[str, Mapping[str, int]], capitals: bool) -> None:
    """Dates "joined programme" beside a column "Partnership programme" are those of what is named there."""
    for of, found in edges.items():
        if called_after_body(of, capitals=capitals):
            continue
        for column in table.columns:
            if (
                table.free(column)
                and column.at not in found.values()
                and key_of(of) in column.key.split()
                and table.labels(column)
            ):
                date = table.header[min(found.values())]
                raise InvalidRequest(
                    f"{table.where}: {date!r} may be the start in what {column.name!r} names; if so, say:"
                    f" {map_option(column.name, 'organization')} {map_option(date, 'start')}; if not: {map_option(column.name, 'ignore')}"
                )


def _leave_flags_of(table: Columns, edges: Mapping[str, Mapping[str, int]]) -> None:
    """Flags of a body whose dates have columns: they say the same, or the table has to be asked about."""
    for of, found in edges.items():
        for column in table.columns:
            if not table.free(column) or not column.flags or key_of(entity_name(column.name)) != key_of(of):
                continue
            for row in table.rows:
                said = column.at < len(row) and flag_of(row[column.at]) == YES
                places = [at for edge, at in found.items() if edge != "role"]
                dated = any(at < len(row) and flag_of(row[at]) not in (NO, MISSING) for at in places)
                if said and not dated:
                    undated = " ".join(map_option(table.header[at], "ignore") for at in sorted(places))
                    raise InvalidRequest(
                        f"{table.where}: column {column.name!r} says yes where {table.header[min(places)]!r} has no date; read"
                        f" all who have yes, without dates, with: {undated}; or only those with a date, with:"
                        f" {map_option(column.name, 'ignore')}"
                    )
            table.found.unread[column.at] = "the dates say the same"


def _dated_or_none(table: Columns, column: Column) -> bool:
    """Whether the cells of a column are dates, or say that there is none: "no", "never"."""
    said = [cell for cell in column.cells if flag_of(cell) not in (NO, MISSING)]
    return not said or table.dated(Column(column.at, column.name, said))


def _answers(column: Column) -> bool:
    """Whether a column called after a start or an end has yes and no in it; "no" alone among ends says that they go on.

    A mark alone, "x", stands for a date that is not known.
    """
    said = {cell: column.said(cell) for cell in column.distinct}
    both = {YES, NO} <= set(said.values())
    return column.flags and (
        column.numbers or both or any(says == YES and len(cell) > 1 for cell, says in said.items())
    )


_OF_OFFICE = late_pattern(
    r"\b(?:appoint\w*|elected|office|sworn|inaugurat\w*|installed|accredit\w*|credentials|term (?:start|end|began|ended)|(?:start|end) of term"
    r"|amtsantritt|amt|amtsende|ernannt|prise de fonction|nomme\w*|mandat\w*|toma de posesion|nombra\w*|nomina\w*)\b"
)
"""Of dates with which somebody holds a post."""


def _leave_dates_of_posts(table: Columns) -> None:
    """Leave out since when people hold posts who stand beside the states that are the members."""
    holders = [c for c in table.columns if called_after(c.key) and table.free(c) and c.cells and not c.flags]
    if table.found.person or not holders:
        return
    for column in table.columns:
        if _OF_OFFICE.search(column.key) and _dates(table, column):
            edge = "end" if END_WORD.search(column.key) else "start"
            table.found.unread[column.at] = (
                f"it may be of {holders[0].name!r}; if it is of the membership, say {map_option(column.name, edge)}"
            )


def find_dates(table: Columns) -> None:
    """Starts, ends, and columns that have both."""
    _leave_dates_of_posts(table)
    for edge in ("start", "end", "period"):
        if edge in table.fields or f"{edge}_year" in table.fields:
            continue
        for key in (*FIELDS[edge], *(("year",) if edge == "period" else ())):
            fits = [c for c in table.by_key.get(key, []) if table.free(c) and not _answers(c)]
            if key == "year":  # "1948-51" in a column of years is a span
                fits = [c for c in fits if not c.years and c.cells and table.dated(c)]
            if edge == "start" and key == "date":
                fits = [c for c in fits if not is_observed(table, c)]
            if edge == "period":
                fits = [c for c in fits if not _counts(c) and not is_observed(table, c)]
            if fits and edge not in table.fields:
                table.single(fits[0])
                if not (fits[0].key in TURNS and fits[0].flags):
                    table.fields[edge] = fits[0].at
    if "period" not in table.fields and not {"start", "end", "start_year"} & table.fields.keys():
        for column in table.columns:
            both = START_WORD.search(column.key) and END_WORD.search(column.key)
            if table.free(column) and both and column.cells and table.dated(column):
                table.fields["period"] = column.at
                break
    for edge, words in (("end", END_WORD), ("start", START_WORD)):
        if edge in table.fields or f"{edge}_year" in table.fields or "period" in table.fields:
            continue
        named = [c for c in table.columns if words.search(c.key) or (c.years and edge_of_year(c.key) == edge)]
        free = [c for c in named if table.free(c) and c.cells]
        # Words that are not understood are asked about row by row; they are no reason to leave the dates beside them unread.
        fits = [c for c in free if table.dated(c)] or [c for c in free if _only_words_beside_dates(table, c)]
        fits = [c for c in fits if c not in table.given_wide]
        fits = [c for c in fits if not turned(c.key)]  # "candidate since" is no membership
        fits = [c for c in fits if "suspen" not in c.key]  # the end of a suspension is no end of the membership
        chosen = _of_the_body(table, fits) if len(fits) > 1 else next(iter(fits), None)
        if chosen is not None:
            table.fields[edge] = chosen.at
            table.found.notes.append(f"column {chosen.name!r} was read as the {edge} of memberships")


def _only_words_beside_dates(table: Columns, column: Column) -> bool:
    """Whether a column called after starts or ends, and after nothing else, has dates and a few words in it."""
    return not dates_of_no_body(column.key) and not BEFORE_WORD.search(column.key) and table.some_dates(column)


def _of_the_body(table: Columns, fits: Sequence[Column]) -> Column:
    """Of several columns of starts or of ends, the one that is not of something else than the body.

    Raises InvalidRequest if two are of things of which the table does not say which is the body.
    """
    of = {column.at: edge_of(column.name, column.key)[1] for column in fits}
    if not any(of.values()) or len(set(of.values())) < 2:
        return fits[0]
    body = table.column_of("organization")
    called = {body.key, *map(key_of, body.distinct)} if body is not None else set()
    ours = [column for column in fits if key_of(of[column.at]) in called] or [c for c in fits if not of[c.at]]
    if not ours:
        if table.found.edges or body is None:
            return fits[0]
        first, second = fits[:2]
        edge = edge_of(first.name, first.key)[0] or "start"
        raise InvalidRequest(
            f"{table.where}: {first.name!r} or {second.name!r} may be the {edge} of memberships in {body.name!r}; say which:"
            f" {map_option(first.name, edge)} or {map_option(second.name, edge)}"
        )
    return ours[0]


_OPPOSITES = (
    ("from", "to"), ("from", "until"), ("start", "end"), ("begin", "end"), ("beginning", "end"), ("first", "last"),
    ("joined", "left"), ("entry", "exit"), ("entered", "left"), ("accession", "withdrawal"), ("von", "bis"),
    ("beginn", "ende"), ("debut", "fin"), ("desde", "hasta"), ("inicio", "fin"), ("inicio", "fim"), ("inizio", "fine"),
    ("dal", "al"), ("od", "do"), ("van", "tot"),
)  # fmt: skip


def find_opposites(table: Columns) -> None:
    """Two columns of dates whose names differ in one word, which says start or end: "member_from" and "member_to"."""
    if {"end", "end_year", "period"} & table.fields.keys():
        return
    start = table.fields.get("start")
    for first, last in _OPPOSITES:
        for column in table.columns:
            words = column.key.split()
            if first not in words or not (column.at == start or (start is None and _dates(table, column))):
                continue
            ends = table.by_key.get(" ".join(last if each == first else each for each in words), [])
            if len(ends) == 1 and (_dates(table, ends[0]) or (table.free(ends[0]) and not ends[0].cells)):
                table.fields.update(start=column.at, end=ends[0].at)
                both = f"{column.name!r} and {ends[0].name!r}"
                table.found.notes.append(f"columns {both} were read as start and end of memberships")
                return


def _dates(table: Columns, column: Column) -> bool:
    return table.free(column) and bool(column.cells) and table.dated(column)


def find_censored(table: Columns) -> None:
    """Flags that say that a start or an end is the table's own, and not the membership's."""
    for column in table.columns:
        if table.free(column) and column.cells and column.flags and (match := _CENSORED.fullmatch(column.key)):
            side = "left" if (match[1] or match[2]).startswith(("l", "s")) else "right"
            table.fields.setdefault(f"{side}_censored", column.at)


def leave_censored(table: Columns) -> None:
    """Leave such flags unread where no column has the dates that they are about."""
    for side, of in (("left", "start"), ("right", "end")):
        if f"{side}_censored" in table.fields and not {of, f"{of}_year"} & table.fields.keys():
            at = table.fields.pop(f"{side}_censored")
            what = "begin" if side == "left" else "go on"
            when = "before" if side == "left" else "after"
            table.found.unread[at] = f"it says which memberships {what} {when} the data do, and no column has {of}s"


def _counts(column: Column) -> bool:
    """Whether a column called after a time has small numbers in it, of terms or of how many years."""
    return bool(column.cells) and all(re.fullmatch(r"\d{1,3}(?:[.,]\d+)?", cell) for cell in column.distinct)


def _refuse_events_without_dates(table: Columns) -> None:
    """What happened, in a table with dates of which none is surely its own: "Date of action" and "Date of effect"."""
    dated = [c for c in table.columns if table.free(c) and _dates(table, c)]
    for column in table.columns:
        words = {bare(cell) for cell in column.distinct}
        told = column.key in FIELDS["event"] and table.free(column) and 2 * len(words & EVENTS.keys()) >= len(words) > 0
        if told and dated:
            which = " or ".join(map_option(each.name, "start") for each in reversed(dated))
            raise InvalidRequest(
                f"{table.where}: column {column.name!r} says what happened ({column.cells[0]}), and no column surely when; say"
                f" which: {which}"
            )


def find_events(table: Columns) -> None:
    """A column that says of each row whether it is about joining or leaving."""
    if "event" in table.fields:
        return
    if not {"start", "start_year", "year", "period"} & table.fields.keys():
        _refuse_events_without_dates(table)
        return
    if not {"start", "start_year", "year"} & table.fields.keys():
        return
    if "member" not in table.fields or not (table.organization or "organization" in table.fields):
        return
    for column in table.columns:
        named = column.key in FIELDS["event"]
        if not table.free(column) or not column.cells or not (named or not {"end", "end_year"} & table.fields.keys()):
            continue
        words = {bare(cell) for cell in column.distinct}
        left_out = {bare(cell) for cell in column.distinct if table.cells.given.get(word(cell)) == SKIP}
        known = {EVENTS[each] for each in words if each in EVENTS}
        if known and words <= EVENTS.keys() | left_out and (named or "end" in known or left_out):
            table.fields["event"] = column.at
            if "year" in table.fields and "start" not in table.fields:
                table.fields["start"] = table.fields.pop("year")  # the year of what happened
            return
        odd = sorted(cell for cell in column.distinct if bare(cell) not in EVENTS and bare(cell) not in left_out)
        before = [cell for cell in odd if bare(cell) in TURNS or BEFORE_WORD.search(bare(cell))]
        if odd and (known or before) and (named or (known and before and len(before) == len(odd))):
            every = f", or read every row as a start with: {map_option(column.name, 'ignore')}"
            raise InvalidRequest(
                f"{table.where}: column {column.name!r} says what happened, but {odd[0]!r} is neither joining nor leaving; leave"
                f' such rows out with: --role "{odd[0]}=skip"{"" if "end" in known else every}'
            )
