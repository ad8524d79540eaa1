"""Which column of a table is what: by its name and by what is in it.

A column called "member" that is full of 0 and 1 is a flag; addresses beside a column of labels are ids; a column of
years without another date is a panel. What would change the meaning is read, or the table is refused with a way on;
what is not read is listed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..cells.cell_reader import CellReader
from .coded_otherwise import refuse_other_codings
from .codes import find_codes, find_ids, tell_schemes
from .columns import Columns
from .dates.founding import find_founders
from .dates.left_years import tell_years
from .dates.observed import find_observed
from .dates.split_dates import find_split_dates, tell_parts
from .dates.starts_and_ends import find_censored, find_dates, find_edges, find_events, find_opposites, leave_censored
from .dates.unnamed_ends import ask_of_unnamed_ends
from .figures import refuse_likelihoods
from .going_on import find_going_on, tell_of_each_year
from .grounds import find_grounds
from .identity import find_identity
from .layout import find_layout
from .left_over import list_unread
from .lists import find_lists
from .members.members_and_bodies import find_ends
from .members.other_subjects import refuse_other_subjects, refuse_partners
from .members.people import tell_states
from .members.people_inside import find_further_bodies
from .members.people_unnamed import leave_to_people
from .remarks import find_remarks
from .role_codes import refuse_codes_of_roles
from .roles import find_flags, find_others, find_role_flags
from .table_plan import Plan
from .twin_columns import tell_twins

__all__ = ["plan"]


def plan(
    where: str,
    header: Sequence[str],
    rows: Sequence[Sequence[str]],
    cells: CellReader,
    mapping: Mapping[str, str] | None = None,
    *,
    roles: bool = True,
    organization: str = "",
    split: bool = False,
) -> Plan:
    """What the columns of a table are.

    Parameters
    ----------
    where : str
        The file, for messages.
    header : sequence of str
        The names of the columns.
    rows : sequence of rows
        The first rows.
    cells : CellReader
        Reads the words of cells.
    mapping : mapping of str to str, optional
        Fields of columns, by name, that the user gives.
    roles : bool
        Whether roles are to be read.
    organization : str
        The one body of all rows, if the user names it.
    split : bool
        Whether the user says what parts names in a cell.

    Returns
    -------
    Plan

    Raises
    ------
    InvalidRequest
        If a column is missing, the user named one that is not there, or the table cannot be read as memberships; the
        message says what to do.
    """
    table = Columns(where, header, rows, cells, mapping or {}, roles, organization, split)
    tell_twins(table)
    refuse_other_subjects(table)
    find_split_dates(table)
    find_flags(table)
    find_going_on(table)
    find_ids(table)
    find_codes(table)
    find_censored(table)
    find_ends(table)
    tell_schemes(table)
    find_role_flags(table)
    find_edges(table)
    find_dates(table)
    find_opposites(table)
    leave_censored(table)
    find_observed(table)
    tell_of_each_year(table)
    find_events(table)
    refuse_likelihoods(table)
    find_others(table)
    find_grounds(table)
    find_layout(table)
    refuse_codes_of_roles(table, [table.columns[at] for at in table.found.wide])
    refuse_other_codings(table, [table.columns[table.fields[f]] for f in ("flag", "role") if f in table.fields])
    refuse_partners(table)
    find_lists(table)
    find_founders(table)
    find_remarks(table)
    tell_parts(table)
    ask_of_unnamed_ends(table)
    tell_years(table)
    if table.found.person:
        find_further_bodies(table)
    leave_to_people(table)
    tell_states(table)
    find_identity(table)
    list_unread(table)
    return table.found
