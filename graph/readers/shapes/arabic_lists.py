"""Lists of states in Arabic, whose "and" is written as one word with the name behind it: "فرنسا وإيطاليا"."""

from __future__ import annotations

from functools import lru_cache

from ...late import late_pattern
from ..tables.tabular import Table

__all__ = ["part_arabic_lists"]

_BOUNDARY = late_pattern(r"\s*[،,;؛]\s*(?:و\s*)?|\s+و\s*(?=[^\W\d_])")
_AND = late_pattern(r"\s+و")


def part_arabic_lists(table: Table) -> None:
    """Part the states of cells that list them with "and" in Arabic, as if semicolons stood between them.

    Parameters
    ----------
    table : Table
        The table; it is changed in place if its first rows have such cells.
    """
    if not any(_AND.search(cell) and parted(cell) != cell for cells in table.sample for cell in cells):
        return
    table.rewrite(lambda cells: [parted(cell) if _AND.search(cell) else cell for cell in cells])
    table.notes.append('states in cells were parted at "و", as it stands for and')


@lru_cache(4096)
def parted(cell: str) -> str:
    """A cell that lists states with "and" in Arabic, with semicolons between them; any other as it is.

    Parameters
    ----------
    cell : str
        The cell.

    Returns
    -------
    str

    >>> parted("فرنسا وإيطاليا"), parted("البوسنة والهرسك"), parted("فرنسا، البوسنة والهرسك وإيطاليا")
    ('فرنسا; إيطاليا', 'البوسنة والهرسك', 'فرنسا; البوسنة والهرسك; إيطاليا')
    """
    from ...model.known.authority import authority

    if authority().find(cell).candidates:
        return cell
    signs = [*_BOUNDARY.finditer(cell)]
    begins = [0, *(sign.end() for sign in signs)]
    ends = [*(sign.start() for sign in signs), len(cell)]
    names: list[str] = []
    at = 0
    while at < len(begins):
        # The longest first: the "and" may be within a name.
        for last in range(len(ends) - 1, at - 1, -1):
            name = cell[begins[at] : ends[last]].strip()
            if authority().find(name).candidates:
                names.append(name)
                at = last + 1
                break
        else:
            return cell
    return "; ".join(names)
