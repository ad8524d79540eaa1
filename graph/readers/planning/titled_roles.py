"""Tables whose title, sheet, file or column of members is called after a role: all their rows are in it, if nothing else gives them one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ...late import late_pattern
from ...model.role_words import lesser_in
from ..cells.cell_words import bare, word
from ..cells.status_words import is_former
from ..important import Important
from ..names.known_names import states_in
from ..table_options import TableOptions
from .keys import key_of
from .role_titles import RoleTitle, hints_at_role, role_of_file, role_of_title, role_of_titles
from .table_plan import Plan
from .words.column_names import FIELDS

__all__ = ["TitledRole", "titled_role"]

_ROLES = {"role", "observer", "associate", "event"}
_IN = late_pattern(r"[ _](?:in|of|at|to)$", re.IGNORECASE)
_COMING = late_pattern(r"acceding|new\b|joining")
_PAIRED = frozenset(("partner", "partners", "partner country", "partner state"))
"""Names of columns of one side of a pair."""
_LOOKED_AT = 40


@dataclass(frozen=True)
class TitledRole:
    """What a title, or the name of a file, says of the role of all rows.

    Parameters
    ----------
    role : str
        The words for the role; "" if it does not say one.
    source : str
        What says it: "title", "name of the file" or "name of the column".
    note : str
        What is to be said of it.
    doubt : str
        What is to be said of it if no row says that it is no full membership, or an end; "" if nothing.
    """

    role: str = ""
    source: str = ""
    note: str = ""
    doubt: str = ""


def titled_role(
    where: str, titles: Sequence[str], sample: Sequence[Sequence[str]], plan: Plan, options: TableOptions
) -> TitledRole | None:
    """The role of all rows of a table, by the name of a column, its title or the name of its file.

    Parameters
    ----------
    where : str
        The file.
    titles : sequence of str
        What stands above the table, line by line, and the name of its sheet.
    sample : sequence of rows
        Its first rows.
    plan : Plan
        What its columns are.
    options : TableOptions
        What the user says of it.

    Returns
    -------
    TitledRole or None
        None if nothing of the kind is said, or the rows say it themselves.
    """
    if options.no_role or _ROLES & plan.fields.keys() or _cells_say(sample, plan):
        return None
    given = {word(pair.rpartition("=")[0]) for pair in options.roles}
    found, source = _of_column(sample, plan), "name of the column"
    if found is None:
        found, source = role_of_titles(titles), "title"
    if found is None:
        found = next((RoleTitle(title, "", title) for title in titles if word(title) in given), None)
    if found is None and not plan.person and _of_states(sample, plan):
        found, source = role_of_file(where), "name of the file"
    if found is None:
        hints = [title for title in titles if hints_at_role(title)]
        return TitledRole(doubt=_doubt(hints[0], hints[0], "title")) if len(hints) == 1 else None
    if _COMING.match(bare(found.role)) and {"start", "start_year", "period"} & plan.fields.keys():
        return None  # since when they are members is in the rows
    told = word(found.role) in given
    if found.mixed and not told:
        return TitledRole(doubt=_doubt(found.title, found.role, source))
    # Of former members that do not say when they left it is asked; of others there is nothing to say.
    return TitledRole(found.role, source, "" if told or is_former(found.role) else _said(found, source))


def _said(found: RoleTitle, source: str) -> str:
    return Important(
        f"the role of all rows was taken from the {source}, {found.title[:80]!r}; if they are full members, say:"
        f' --role "{found.role}=full"'
    )


def _doubt(title: str, words: str, source: str) -> str:
    return (
        f"its {source} ({title[:80]!r}) speaks of others than members, and all rows were read as full members; give it a"
        f' column for the role, or say what all rows are, for example: --role "{words}=observer" or ="full"'
    )


def _of_column(sample: Sequence[Sequence[str]], plan: Plan) -> RoleTitle | None:
    """The role by the name of the column of the members, or of the bodies: "Observers", "observer in"."""
    for field in ("member", "organization"):
        name = plan.header[plan.fields[field]] if field in plan.fields else ""
        if not name or key_of(name) in FIELDS[field]:
            continue
        found = role_of_title(name) or role_of_title(_IN.sub("", name))
        if found is None or found.mixed or key_of(found.role) in _PAIRED:
            continue
        # Candidates that are no states may be those of an election.
        if found.role and (lesser_in(bare(found.role)) or _of_states(sample, plan)):
            return RoleTitle(found.role, "", name)
    return None


def _of_states(sample: Iterable[Sequence[str]], plan: Plan) -> bool:
    """Whether the members of a table are states, by its first rows."""
    at = plan.fields.get("member", -1)
    cells = [row[at] for row in list(sample)[:_LOOKED_AT] if 0 <= at < len(row)]
    return states_in(name for cell in cells for each in re.split("[,;|]", cell) if (name := each.strip())) >= 0.5


def _cells_say(sample: Iterable[Sequence[str]], plan: Plan) -> bool:
    """Whether columns of bodies, years or ends have words for roles in them."""
    if any("role" in edges for edges in plan.edges.values()):
        return True
    texts = {row[at] for row in sample for at in plan.wide if at < len(row)}
    return any(lesser_in(bare(text)) for text in texts)
