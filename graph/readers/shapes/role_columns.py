"""Columns called after roles, with names in them: "Full members", "Observers"; or "Founding members", "Joined later".

Such a table is read as if it had a row for each of them, with a column for the role.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from ...model.role_words import ROLE_NAMES, nearest_in, of_lesser_right, role_of_word
from ..planning.column import Column
from ..planning.keys import key_of
from ..planning.words.column_names import FIELDS
from ..planning.words.column_words import says
from ..tables.tabular import Table
from .unfolding import names_in, unfolded

__all__ = ["unfold_roles"]

_KINDS = {
    "full": r"(?:(?:full|founding|original|ordinary|regular|current|permanent|active) )?(?:members?|member (?:states|countries))"
    r"|(?:voll)?mitglieder|(?:ordentliche|stimmberechtigte) mitglieder|mitglied(?:s)?staaten|membres(?: (?:a part entiere|fondateurs|actifs))?|etats membres"
    r"|(?:miembros|estados miembros)(?: (?:plenos|fundadores))?|membri(?: effettivi)?|stati membri|membros(?: plenos| efetivos)?"
    r"|estados membros",
    "associate": r"associates|affiliates|(?:associated?|affiliated?) (?:members|states|countries)"
    r"|assoziierte(?: mitglieder| staaten)?|membres associes|etats associes|(?:miembros|estados) asociados|membri associati|membros associados",
    "observer": r"(?:permanent )?observers|observer (?:states|countries|members)|beobachter(?:staaten)?|(?:membres |etats )?observateurs"
    r"|(?:miembros |estados )?observadores|(?:membri |stati )?osservatori",
}
_OF_BODIES = {
    "full": r"(?:full )?member(?:ship)? (?:of|in)|members?hips",
    "associate": r"associate(?:d)?(?: member| membership)? (?:of|in|with)",
    "observer": r"observer(?: status)? (?:of|in|at|to)",
}

_FOUNDERS = re.compile(
    r"(?:founding|original|initial|charter|founder|first) (?:members?|member (?:states|countries)|states|countries|signatories|parties)|founders"
    r"|founded by|grundungs(?:mitglieder|staaten)|(?:membres|etats|pays) fondateurs|(?:miembros|estados|paises) fundadores|fundadores"
)
_LATER = re.compile(
    r"(?:who )?(?:joined|acceded|added|entered|joining) (?:later|since|afterwards|subsequently|after)|later (?:joined|additions|entrants)"
    r"|(?:later|new|newer|other|further|additional|subsequent|acceding|joining) (?:members?|member (?:states|countries)|states|countries"
    r"|parties|accessions?)|spater(?:e mitglieder| beigetreten)?|neue mitglieder|weitere mitglieder|(?:nouveaux|autres) membres"
    r"|adhesions ulterieures|(?:nuevos|otros) miembros|(?:miembros|adhesiones) posteriores"
)
"""Those who came later, where a column of its own has the founders."""


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
        if side == "members" and found:
            lesser = {at for at, key in enumerate(keys) if key not in given and of_lesser_right(key)}
            found |= {at: table.header[at] for at in lesser if _has_names(table, at)}  # is asked about, as a role
        several = len(set(found.values())) > 1
        if side == "members" and (founded := _founders_and_later(table, keys, given)):
            found, several = dict(sorted({**found, **founded}.items())), True
        rest = [key for at, key in enumerate(keys) if at not in found]
        if not several or not any(key in FIELDS[other] or says(key, other) for key in rest):
            continue
        found = {
            at: table.header[at] if role_of_word(keys[at]) and nearest_in(keys[at]) else found[at]
            for at in sorted(found)
        }
        shown = ", ".join(
            f"{table.header[at]!r} as {ROLE_NAMES.get(role, 'another role')}" for at, role in found.items()
        )
        table.notes.append(f"columns of names were read as the {side} in a role: {shown}")
        unfolded(table, [side, "role"], [[at, role] for at, role in found.items()])
        return


def _founders_and_later(table: Table, keys: list[str], given: set[str]) -> dict[int, str]:
    """The columns of the founders and of those who joined later, all of them full members; empty if one is missing."""
    may_be = [at for at, key in enumerate(keys) if key not in given and _has_names(table, at)]
    first = [at for at in may_be if _FOUNDERS.fullmatch(keys[at])]
    later = [at for at in may_be if _LATER.fullmatch(keys[at])]
    return dict.fromkeys([*first, *later], "full") if first and later else {}


def _has_names(table: Table, at: int) -> bool:
    column = Column(at, table.header[at], names_in(table, at))
    return not (column.flags or column.numbers or column.urls)
