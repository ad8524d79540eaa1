"""Telling how far something has come."""

from __future__ import annotations

from collections.abc import Callable

__all__ = ["Progress", "silent"]

Progress = Callable[[str, int, int], object]
"""Is told what is going on, and how many bytes of how many are done (0 of 0 where that cannot be told)."""


def silent(doing: str, done: int, size: int) -> None:
    """Tell nobody."""
