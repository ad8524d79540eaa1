"""Notes of how a file was read that a user must know even if he only asks a question of it."""

from __future__ import annotations

__all__ = ["Important"]


class Important(str):
    """A note that is said whenever the file is read, and not only in the report of an import.

    >>> isinstance(Important("a guess"), str)
    True
    """

    __slots__ = ()
