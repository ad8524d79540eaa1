"""Tables whose rows say how two things are related: `France, member of, NATO`, as graphs and knowledge bases do.

The rows of membership are read; the others, of capitals or of wars, are left out and counted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import product

from ...amounts import shortened
from ...late import late_pattern
from ..planning.keys import key_of
from ..planning.words.column_names import FIELDS
from ..relation_words import relation_role, says_of
from ..tables.tabular import Records, Table
from .unfolding import names_in

__all__ = ["read_relations"]

_ENDS = (
    ("source", "target"), ("subject", "object"), ("head", "tail"), ("from", "to"), ("entity", "value"),
    ("item", "value"), ("s", "o"), ("subj", "obj"), ("node1", "node2"), ("from node", "to node"),
    ("source label", "target label"),
    ("subject label", "object label"), ("item label", "value label"), ("entity1", "entity2"), ("a", "b"),
)  # fmt: skip
_DATE = late_pattern(r".*\d{4}.*")


def read_relations(table: Table, mapping: Mapping[str, str]) -> Mapping[str, str]:
    """Read of a table of relations the rows of membership, with the role that each gives.

    Parameters
    ----------
    table : Table
        The table; it is changed in place.
    mapping : mapping of str to str
        The columns that the user names: then it is left as it is.

    Returns
    -------
    mapping of str to str
        What its columns are, as the user would name them.
    """
    keys = [key_of(name) for name in table.header]
    at = next((at for at in range(len(keys)) if _is_relation(table, at)), -1)
    ends = None if at < 0 or mapping else _ends(table, keys, at)
    if ends is None:
        return mapping
    left_out: Counter[str] = Counter()
    member, body, name = (table.header[place] for place in (*ends, at))

    def read(rows: Records) -> Records:
        for number, cells in rows:
            made = _read(cells, at, ends)
            if made is not None:
                yield number, made
            elif any(map(str.strip, cells)):
                left_out[cells[at].strip() if at < len(cells) else ""] += 1
        if left_out:
            said = (f"{word!r} ({count:,})" for word, count in left_out.most_common())
            table.notes.append(f"rows of which {name!r} says something else were left out: {shortened(said)}")

    table.notes.append(f"column {name!r} was read as what relates {member!r} to {body!r}")
    table.records = read(table.records)
    table.sample = [made for cells in table.sample if (made := _read(cells, at, ends)) is not None]
    return {member: "member", body: "organization", name: "role"}


def _ends(table: Table, keys: Sequence[str], relation: int) -> tuple[int, int] | None:
    """The places of the two things that are related."""
    pairs = [*product(FIELDS["member"], FIELDS["organization"]), *_ENDS]
    found = [(keys.index(a), keys.index(b)) for a, b in pairs if a in keys and b in keys]
    if len(keys) == 3 and relation == 1:
        found.append((0, 2))
    return next((pair for pair in found if relation not in pair and all(_has_names(table, at) for at in pair)), None)


def _has_names(table: Table, at: int) -> bool:
    cells = names_in(table, at)
    return 2 * sum(any(map(str.isalpha, cell)) and _DATE.fullmatch(cell) is None for cell in cells) >= len(cells) > 0


def _is_relation(table: Table, at: int) -> bool:
    """Whether a column says of some rows that the one thing is a member of the other."""
    words = {row[at].strip() for row in table.sample if at < len(row)}
    return len(words) <= max(30, len(table.sample) // 2) and any(
        relation_role(each) is not None and says_of(each) for each in words
    )


def _read(cells: Sequence[str], at: int, ends: tuple[int, int]) -> list[str] | None:
    """A row with its role in the place of the relation, seen from the member; None if it is of something else."""
    found = relation_role(cells[at]) if at < len(cells) else None
    if found is None or max(ends) >= len(cells):
        return None
    made = list(cells)
    made[at], turned = found
    if turned:
        made[ends[0]], made[ends[1]] = made[ends[1]], made[ends[0]]
    return made
