"""Memberships as columns of whole numbers: what a store keeps beside its database, for all that counts them.

An engine takes half a minute to hand a million memberships over, one term at a time; twenty bytes each are read from
the disk at once. The columns say nothing that the database does not: where they are missing, the database is asked.
"""

from __future__ import annotations

import json
import mmap
import sys
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter
from pathlib import Path
from struct import Struct
from typing import IO, Any, Literal

__all__ = ["Collector", "MembershipColumns", "read_columns"]

_FORMAT = "blocs memberships 1"
_NUMBER: Literal["i"] = "i"  # four bytes, little-endian on disk
_FIELDS = ("member", "body", "role", "start", "end")
_pack = Struct(">5i").pack


@dataclass(frozen=True)
class MembershipColumns:
    """The memberships that one source, or all, brought to a store, a row for each.

    `names` are the IRIs of members and bodies, `roles` the roles by which members are counted, `dates` dates as given,
    the first of which is "". `member`, `body`, `role`, `start` and `end` are as long as there are rows, and hold the
    places of these. `undated` is whether the database says that there are memberships without a date, which it counts
    otherwise where they are planned; None where the rows say it.
    """

    names: Sequence[str]
    roles: Sequence[str]
    dates: Sequence[str]
    member: Sequence[int]
    body: Sequence[int]
    role: Sequence[int]
    start: Sequence[int]
    end: Sequence[int]
    undated: bool | None = None

    def __len__(self) -> int:
        return len(self.member)

    @property
    def rows(self) -> Iterator[tuple[int, int, int, int, int]]:
        """The rows, as places in `names`, `roles` and `dates`."""
        return zip(self.member, self.body, self.role, self.start, self.end, strict=True)


class Collector:
    """Takes memberships down while their source is written, and writes them as columns.

    >>> from io import BytesIO
    >>> collector, out = Collector(), BytesIO()
    >>> for _ in range(2):
    ...     collector.add("http://example.org/a", "http://example.org/b", "full", "1990", "")
    >>> collector.write(out)
    1
    """

    def __init__(self) -> None:
        self._names, self._roles, self._dates = _Places(), _Places(), _Places({"": 0})
        self._rows: list[bytes] = []  # packed: tuples would be looked through again and again for cycles

    def add(self, member: str, body: str, role: str, start: str, end: str) -> None:
        """Take one membership down: IRIs of member and body, the role that it counts as, dates or ""."""
        names, dates = self._names, self._dates
        self._rows.append(_pack(names[member], names[body], self._roles[role], dates[start], dates[end]))

    def write(self, out: IO[bytes], once: bool = True, undated: bool | None = None) -> int:
        """Write the columns, member by member and each row once (or as often as it came); gives the number of rows.

        `undated` is what the database says of memberships without a date.
        """
        rows = dict.fromkeys(self._rows) if once else self._rows
        # Packed with the largest byte first, members are in the order of their bytes.
        ordered = sorted(rows, key=itemgetter(slice(0, 4)))
        numbers = array(_NUMBER, b"".join(ordered))
        if sys.byteorder == "little":
            numbers.byteswap()
        columns = [numbers[at :: len(_FIELDS)] for at in range(len(_FIELDS))]
        count = len(columns[0])
        texts = {"names": list(self._names), "roles": list(self._roles), "dates": list(self._dates)}
        head = {"format": _FORMAT, "rows": count, "undated": undated, **texts}
        text = json.dumps(head).encode()
        # The numbers begin where a number of four bytes may stand.
        out.write(text + b" " * (-(len(text) + 1) % 4) + b"\n")
        for column in columns:
            if sys.byteorder == "big":
                column.byteswap()
            out.write(column.tobytes())
        return count


class _Places(dict[str, int]):
    """The place of each text, in the order in which they first come."""

    def __missing__(self, text: str) -> int:
        place = self[text] = len(self)
        return place


def read_columns(path: Path) -> MembershipColumns | None:
    """The columns in a file, read from the disk when they are used; None if it has none that can be read.

    Parameters
    ----------
    path : Path
        What `Collector.write` wrote.

    Returns
    -------
    MembershipColumns or None
    """
    try:
        with path.open("rb") as file:
            head = json.loads(file.readline())
            begin, count = file.tell(), int(head["rows"])
            size = 4 * count
            if head["format"] != _FORMAT or path.stat().st_size != begin + size * len(_FIELDS):
                return None
            columns: list[Any] = [()] * len(_FIELDS)
            if count:
                mapped = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
                starts = range(begin, begin + size * len(_FIELDS), size)
                columns = [_numbers(mapped[start : start + size]) for start in starts]
        member, body, role, start, end = columns
        return MembershipColumns(
            head["names"], head["roles"], head["dates"], member, body, role, start, end, head.get("undated")
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _numbers(part: memoryview) -> Sequence[int]:
    if sys.byteorder == "little":
        return part.cast(_NUMBER)
    swapped = array(_NUMBER, part.tobytes())
    swapped.byteswap()
    return swapped
