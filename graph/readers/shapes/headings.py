"""Headings in a table: rows with a name and nothing else, each above the rows of its members.

A heading is a body ("Alpha Pact") or a role ("Observers"). Such a table has no column for it. It is read as if it had
one, if all is clear: no heading is a state, and the rows below the headings are states. Of a table with one column, the
name above it may be a title, or the first member.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain, pairwise

from ...errors import InvalidRequest
from ...late import late_pattern
from ..cells.asides import TOTAL, legend_in
from ..cells.cell_words import bare
from ..names.known_names import states_in
from ..planning.keys import key_of
from ..planning.words.column_names import FIELDS
from ..planning.words.column_words import TURNS
from ..tables.notes_below import is_marked_note
from ..tables.tabular import Records, Table

__all__ = ["name_only_column", "says_role", "under_headings"]

_MEMBER = frozenset(FIELDS["member"])
_BODY = frozenset(FIELDS["organization"])
_ROLE = frozenset(FIELDS["role"])
_LOOKED_AT = 60
_OF_ROLE = late_pattern(
    r"\b(?:observers?|associated?s?|candidates?|applicants?|partners?|former|found\w*|full|members?|original|suspended"
    r"|withdr\w+|acce[sd]\w*|invited|guests?|signator\w+|non members?|later|joined|new|permanent|affiliates?"
    r"|beobachter\w*|mitglied\w*|kandidat\w*|beitritt\w*|gr[uü]ndung\w*|membres?|observateurs?|candidats?|associes?"
    r"|fondateurs?|miembros?|observadores?|candidatos?|asociados?|fundadores?|membri|osservatori|candidati"
    r"|члены?|участники|наблюдатели|кандидаты|партн[её]ры)\b"
)


def under_headings(table: Table, organization: str = "") -> None:
    """Give a table whose bodies or roles stand in headings a column for them.

    Parameters
    ----------
    table : Table
        The table; it is changed in place.
    organization : str
        The one body of all rows, if the user names it.

    Raises
    ------
    InvalidRequest
        If the user names one body for all rows, while headings name others; or if headings are of both kinds.
    """
    keys = [key_of(name) for name in table.header]
    member = next((at for at, key in enumerate(keys) if key in _MEMBER), -1)
    if member < 0:
        return
    rows = [cells for cells in table.sample if any(cell.strip() for cell in cells)]
    headings = _headings(rows, member)
    if len(rows) < 2 or not headings:
        return
    roles = [name for name in headings if says_role(name) and _stands_above(name, rows, member)]
    bodies = bool(organization) or bool(_BODY & set(keys))
    if roles and not _ROLE & set(keys) and (bodies or len(roles) == len(headings) or len(keys) == 1):
        _add_column(table, member, "role", roles[0])
        return
    if bodies and (not organization or roles or not _is_heading(rows[0], member)):
        return
    if len(keys) < 2 or not _is_heading(rows[0], member):
        return
    if organization:
        raise InvalidRequest(
            f"{table.where}: {headings[0]!r} stands alone in its row, as a heading above the rows of its members; leave"
            " --organization out, or take the headings out of the table"
        )
    if roles:
        other = next(name for name in headings if name not in roles)
        raise InvalidRequest(
            f"{table.where}: {other!r} and {roles[0]!r} stand alone in their rows, as headings above the rows of"
            " members, but one may be a body and the other a role; give the table columns for them: organization, role"
        )
    _add_column(table, member, "organization", headings[0])


def name_only_column(table: Table) -> None:
    """Call the one column of a list of states what it is; its name may be a title, or the first of the states.

    Parameters
    ----------
    table : Table
        The table; it is changed in place. One with several columns is left as it is.
    """
    if len(table.header) != 1:
        return
    name = table.header[0].strip()
    cells = [row[0].strip() for row in table.sample if row and row[0].strip()]
    known = [cell for cell in cells if not says_role(cell) and not TOTAL.fullmatch(cell)]
    if key_of(name) in _MEMBER or len(known) < 2 or states_in(known) < 0.8:
        return
    if states_in([name]) == 1:
        table.sample = [[name], *table.sample]
        table.records = chain([(1, [name])], table.records)
        table.notes.append(f"the table has no names of columns; each row was read as a member, {name!r} too")
    else:
        table.notes.append(f"{name!r} above the list was read as its title")
        table.titles.append(name)
    table.header = ["member"]


def _headings(rows: Sequence[Sequence[str]], member: int) -> list[str]:
    """The headings among rows; none if one is a state, or what stands below them is not."""
    single = [cells for cells in rows if _is_heading(cells, member)]
    if not single:
        return []
    below = [cells for cells in rows if not _is_heading(cells, member) and member < len(cells)][:_LOOKED_AT]
    names = [cells[member].strip() for cells in single if not is_marked_note(cells)]
    if not below:  # a list of one column: the states in it are no headings
        states = [name for name in names if states_in([name])]
        return [name for name in names if says_role(name) and name not in states] if states else []
    if not names or states_in(names[:_LOOKED_AT]) > 0:
        return []
    return names if states_in(cells[member].strip() for cells in below) >= 0.8 else []


def _stands_above(name: str, rows: Sequence[Sequence[str]], member: int) -> bool:
    """Whether a state stands below a heading, or the names of the columns again; below a note nothing does."""
    pairs = [(one, two) for one, two in pairwise(rows) if _is_heading(one, member) and one[member].strip() == name]
    return any(
        member < len(below) and (states_in([below[member].strip()]) or len(list(filter(None, below))) > 1)
        for _, below in pairs
    )


def _is_heading(cells: Sequence[str], member: int) -> bool:
    return [at for at, cell in enumerate(cells) if cell.strip()] == [member]


def says_role(name: str) -> bool:
    """Whether a heading is of members in a role, rather than a body's name.

    Parameters
    ----------
    name : str
        The heading.

    Returns
    -------
    bool

    >>> says_role("Candidates"), says_role("Arab League")
    (True, False)
    """
    said = re.sub(r"\(.*?\)", "", bare(name)).strip(" :")
    if legend_in([name]):
        return False
    return said in TURNS or (_OF_ROLE.search(said) is not None and len(said.split()) <= 4 and states_in([said]) == 0)


def _add_column(table: Table, member: int, column: str, first: str) -> None:
    """Give the rows below each heading a cell with it."""
    width, of_role = len(table.header), column == "role"
    what = "the role of" if of_role else "the body of"
    table.notes.append(f"rows with a name only were read as headings, each {what} the rows below it: {first!r}, …")
    table.header = [*table.header, column]
    table.sample = [cells for _, cells in _below(enumerate(table.sample), member, width, of_role)]
    table.records = _below(table.records, member, width, of_role)


def _below(rows: Records, member: int, width: int, of_role: bool) -> Records:
    """The rows below headings, with the heading in a cell of its own; a heading of nothing comes as it is."""
    heading, waiting = "", None  # type: str, tuple[int, list[str]] | None
    for number, cells in rows:
        if _is_heading(cells, member) and (not of_role or says_role(cells[member].strip())):
            if waiting is not None and not of_role:
                yield waiting
            heading, waiting = cells[member].strip().rstrip(" :"), (number, cells)
            continue
        if any(cell.strip() for cell in cells):
            waiting = None
        of_sum = of_role and _is_heading(cells, member) and TOTAL.fullmatch(cells[member].strip())
        said = "" if of_sum else heading
        yield number, [*cells, *[""] * (width - len(cells)), said] if len(cells) <= width else cells
    if waiting is not None:
        yield waiting
