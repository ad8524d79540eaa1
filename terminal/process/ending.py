"""What is said when a command is over, whether it had an answer or a complaint."""

from __future__ import annotations

from collections.abc import Callable

__all__ = ["say_at_the_end", "say_what_is_left"]

_left: list[Callable[[], object]] = []


def say_at_the_end(say: Callable[[], object]) -> None:
    """Let something be said when the command is over."""
    _left.append(say)


def say_what_is_left() -> None:
    """Say all of it, once."""
    waiting, _left[:] = list(_left), []
    for say in waiting:
        say()
