"""Headings in a table: rows with a name and nothing else, each above the rows of its members.

A heading is a body ("Alpha Pact") or a role ("Observers"). Such a table has no column for it. It is read as if it had
one, if all is clear: no heading is a state, and the rows below the headings are states. Of a table with one column, the
name above it may be a title, or the first member.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import chain, pairwise

from ...errors import InvalidRequest
from ...late import late_pattern
from ..cells.asides import TOTAL, legend_in
from ..cells.cell_words import bare
from ..names.known_names import states_in
from ..planning.keys import key_of
from ..planning.named_bodies import called_after_body
from ..planning.role_titles import role_of_title
from ..planning.titles import body_named_in
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
    if _add_bodies_and_roles(table, member, headings, rows, organization):
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


def _add_bodies_and_roles(
    table: Table, member: int, headings: Sequence[str], rows: Sequence[Sequence[str]], organization: str
) -> bool:
    """Give a table columns for both, if each heading names a body, and one also says a role: "Observers of NATO"."""
    keys = set(map(key_of, table.header))
    said = [_body_and_role(name) for name in headings]
    one_body = len({body for body, _ in said}) == 1
    with_body = not (organization or _BODY & keys)
    if (
        _ROLE & keys
        or not all(body for body, _ in said)
        or not any(role for _, role in said)
        or not (with_body or one_body)
        or not all(_stands_above(name, rows, member) for name in headings)
        or not _is_heading(rows[0], member)
    ):
        return False

    def cells_of(heading: str) -> list[str]:
        body, role = _body_and_role(heading)
        return [*([body or heading] if with_body else []), role or "member"]

    what = "the body and the role" if with_body else "the role"
    _add_columns(table, member, ["organization", "role"] if with_body else ["role"], cells_of, what, headings[0])
    return True


def _body_and_role(heading: str) -> tuple[str, str]:
    """The body that a heading names, or is, and the role in it; "" for what it does not say.

    >>> _body_and_role("Observers of NATO"), _body_and_role("Members of NATO"), _body_and_role("NATO")
    (('NATO', 'Observers'), ('NATO', 'member'), ('NATO', ''))
    """
    if titled := role_of_title(heading):
        return titled.body, titled.role
    if body := body_named_in([heading])[0]:
        return body, "member"
    return (heading if called_after_body(heading) else ""), ""


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
    of_role = column == "role"
    what = "the role" if of_role else "the body"
    _add_columns(table, member, [column], lambda heading: [heading], what, first, only=says_role if of_role else None)


def _add_columns(
    table: Table,
    member: int,
    columns: Sequence[str],
    cells_of: Callable[[str], list[str]],
    what: str,
    first: str,
    only: Callable[[str], bool] | None = None,
) -> None:
    """Give the rows below each heading the cells that it stands for; `only` tells which rows may be headings."""
    width = len(table.header)
    table.notes.append(f"rows with a name only were read as headings, each {what} of the rows below it: {first!r}, …")
    table.header = [*table.header, *columns]
    empty = [""] * len(columns)

    def below(rows: Records) -> Records:
        """The rows below headings, with what these say in cells of their own; a heading of nothing comes as it is."""
        said, waiting = empty, None  # type: list[str], tuple[int, list[str]] | None
        for number, cells in rows:
            if _is_heading(cells, member) and (only is None or only(cells[member].strip())):
                if waiting is not None and only is None:
                    yield waiting
                said, waiting = cells_of(cells[member].strip().rstrip(" :")), (number, cells)
                continue
            if any(cell.strip() for cell in cells):
                waiting = None
            of_sum = only is not None and _is_heading(cells, member) and TOTAL.fullmatch(cells[member].strip())
            own = empty if of_sum else said
            yield number, [*cells, *[""] * (width - len(cells)), *own] if len(cells) <= width else cells
        if waiting is not None:
            yield waiting

    table.sample = [cells for _, cells in below(enumerate(table.sample))]
    table.records = below(table.records)
