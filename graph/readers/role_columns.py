"""Columns called after roles, with names in them: "Full members", "Associate members", "Observers".

Such a table is read as if it had a row for each of them, with a column for the role.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from .planning.column import Column
from .planning.column_names import FIELDS
from .planning.column_words import says
from .planning.keys import key_of
from .tabular import Table
from .unfolding import names_in, unfolded

__all__ = ["unfold_roles"]

_KINDS = {
    "full": r"(?:(?:full|founding|original|ordinary|regular|current|permanent|active) )?(?:members?|member (?:states|countries))"
    r"|(?:voll)?mitglieder|(?:ordentliche|stimmberechtigte) mitglieder|mitglied(?:s)?staaten|membres(?: (?:a part entiere|fondateurs|actifs))?|etats membres"
    r"|(?:miembros|estados miembros)(?: (?:plenos|fundadores))?|membri(?: effettivi)?|stati membri|membros(?: plenos| efetivos)?"
    r"|estados membros",
    "associate": r"associates|(?:associated?|affiliated?) (?:members|states|countries)|partners|(?:dialogue )?partner (?:states|countries)"
    r"|assoziierte(?: mitglieder| staaten)?|membres associes|etats associes|(?:miembros|estados) asociados|membri associati|membros associados",
    "observer": r"(?:permanent )?observers|observer (?:states|countries|members)|beobachter(?:staaten)?|(?:membres |etats )?observateurs"
    r"|(?:miembros |estados )?observadores|(?:membri |stati )?osservatori",
}
_OF_BODIES = {
    "full": r"(?:full )?member(?:ship)? (?:of|in)|members?hips",
    "associate": r"associate(?:d)?(?: member| membership)? (?:of|in|with)",
    "observer": r"observer(?: status)? (?:of|in|at|to)",
}


def unfold_roles(table: Table, mapping: Mapping[str, str]) -> None:
    """Give a table with columns called after roles a row for each of them.

    Parameters
    ----------
    table : Table
        The table; it is changed in place.
    mapping : mapping of str to str
        The columns that the user names; such a table is left as it is.
    """
    given = {key_of(name) for name in mapping}
    keys = [key_of(name) for name in table.header]
    for kinds, side, other in ((_KINDS, "members", "organization"), (_OF_BODIES, "organizations", "member")):
        found = {
            at: role
            for at, key in enumerate(keys)
            for role, pattern in kinds.items()
            if key not in given and re.fullmatch(pattern, key) and _has_names(table, at)
        }
        rest = [key for at, key in enumerate(keys) if at not in found]
        if len(set(found.values())) < 2 or not any(key in FIELDS[other] or says(key, other) for key in rest):
            continue
        shown = ", ".join(f"{table.header[at]!r} as {role}" for at, role in found.items())
        table.notes.append(f"columns of names were read as the {side} in a role: {shown}")
        unfolded(table, [side, "role"], [[at, role] for at, role in found.items()])
        return


def _has_names(table: Table, at: int) -> bool:
    column = Column(at, table.header[at], names_in(table, at))
    return not (column.flags or column.numbers or column.urls)
