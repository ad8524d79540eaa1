"""The lines of a text that comes as bytes, of which the first were read already."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

from ...errors import OperationFailed
from .dialect import AHEAD, Dialect

__all__ = ["Lines", "Replayed"]

_LONGEST_LINE = 1 << 24
_COMMENTS_TOLD = 3
_UNDECODED = re.compile("[\ud800-\udfff]")


class Replayed(io.RawIOBase):
    """A stream whose first bytes were read already: they come again, then the rest; a pipe has no way back."""

    def __init__(self, head: bytes, rest: Any) -> None:
        self._head, self._rest = memoryview(head), rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        if self._head:
            size = min(len(buffer), len(self._head))
            buffer[:size] = self._head[:size]
            self._head = self._head[size:]
            return size
        data = self._rest.read1(len(buffer)) if hasattr(self._rest, "read1") else self._rest.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)


class Lines:
    """The lines of a table; one without end, as a small file may unpack to, is refused before it fills the memory."""

    def __init__(
        self, where: str, head: bytes, stream: Any, dialect: Dialect, notes: list[str], *, strict: bool
    ) -> None:
        raw = io.BufferedReader(Replayed(head, stream), AHEAD)
        self.text = io.TextIOWrapper(raw, encoding=dialect.encoding, errors="surrogateescape", newline="")
        self.where, self.notes, self.strict, self.encoding = where, notes, strict, dialect.encoding
        self.number, self.said, self.comments = 0, False, 0

    def left_out(self, number: int, comment: str) -> None:
        """Tell that a row is a comment; of many, the first."""
        self.comments += 1
        if self.comments <= _COMMENTS_TOLD:
            more = "; more such rows are left out too" if self.comments == _COMMENTS_TOLD else ""
            self.notes.append(f"row {number} was left out as a comment: {comment.strip()[:60]}{more}")

    def __iter__(self) -> Iterator[str]:
        readline = self.text.readline
        while True:
            self.number += 1
            line = readline(_LONGEST_LINE)
            if not line:
                return
            if len(line) == _LONGEST_LINE and not line.endswith(("\n", "\r")):
                raise OperationFailed(
                    f"{self.where}: line {self.number}: longer than {_LONGEST_LINE:,} characters; this is no table"
                )
            if not line.isascii() and _UNDECODED.search(line):
                line = self._decoded(line)
            yield line

    def _decoded(self, line: str) -> str:
        """A line that is in another encoding than the first lines are."""
        name = self.encoding.removesuffix("-sig").upper()
        if self.strict or not self.encoding.startswith("utf-8"):
            raise OperationFailed(f"{self.where}: line {self.number} is not {name}; say which it is with --encoding")
        if not self.said:
            self.said = True
            self.notes.append(f"line {self.number} is not UTF-8; such lines were read as Windows-1252 (cp1252)")
        return line.encode("utf-8", "surrogateescape").decode("cp1252", "replace")
