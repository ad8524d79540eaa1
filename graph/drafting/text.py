"""A text, from memory or from its file, read paragraph by paragraph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256
from io import StringIO
from pathlib import Path

from ..files import reading

__all__ = ["Text", "paragraphs_of"]


class Text:
    """A text whose paragraphs are read one after the other, so that a book need not be held in memory.

    Parameters
    ----------
    text : str or Path
        The text itself, or its file. What is no regular file can be read only once, and is held.

    Raises
    ------
    OperationFailed
        If the file cannot be read.

    >>> text = Text("One.\\n\\nTwo,\\nstill two.\\n")
    >>> list(text.paragraphs())
    ['One.', 'Two,\\nstill two.']
    """

    def __init__(self, text: str | Path) -> None:
        self._file: Path | None = None
        self._held = ""
        if isinstance(text, str):
            self._held = text
        elif text.is_file():
            self._file = text
        else:
            self._held = _read(text)

    def whole(self) -> str:
        """All of it."""
        return self._held if self._file is None else _read(self._file)

    def paragraphs(self) -> Iterator[str]:
        """Its paragraphs, which empty lines part."""
        yield from paragraphs_of(self._lines())

    def digest(self) -> str:
        """What tells it from any other text."""
        digest = sha256(self._held.encode())
        for line in self._lines() if self._file is not None else ():
            digest.update(line.encode())
        return digest.hexdigest()

    def _lines(self) -> Iterator[str]:
        if self._file is None:
            yield from StringIO(self._held.replace("\r\n", "\n"), newline="\n")
        else:
            with reading(self._file), self._file.open(encoding="utf-8-sig") as file:
                yield from file


def _read(path: Path) -> str:
    with reading(path):
        return path.read_text(encoding="utf-8-sig")


def paragraphs_of(lines: Iterable[str]) -> Iterator[str]:
    """The paragraphs of a text that comes line by line."""
    held: list[str] = []
    ended = ""
    for line in lines:
        if not line.isspace():
            if ended:
                yield ended
                ended = ""
            held.append(line if held else line.lstrip())
        elif held:
            ended, held = "".join(held).removesuffix("\n"), []
    last = "".join(held) or ended
    if last:
        yield last.rstrip()
