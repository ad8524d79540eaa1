"""What can go wrong, in the user's words.

Two kinds, because they ask for different things of the user: what was asked can be mended by asking
otherwise; what cannot be done needs another file, store or network.
"""

from __future__ import annotations

__all__ = ["AskedWrongly", "BlocsError", "CannotDo", "UnknownName"]


class BlocsError(Exception):
    """An error with one short message: what is wrong, where, and the way out."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class AskedWrongly(BlocsError):
    """The request itself is wrong: a name, an option, a question, SPARQL syntax."""


class CannotDo(BlocsError):
    """The request is right, and could not be carried out: a file, a store, an endpoint, a time limit."""


class UnknownName(AskedWrongly):
    """No entity, query or format has this name.

    Parameters: the name as it was given, what kind of thing was looked for ("entity", "body"), and the
    names that come near, best first.

    >>> raise UnknownName("CTS", "body", ["CST"])
    Traceback (most recent call last):
    ...
    blocs.graph.errors.UnknownName: no body is called 'CTS'; did you mean CST?
    """

    def __init__(self, name: str, kind: str = "entity", near: list[str] | None = None, way_out: str = "") -> None:
        near = near or []
        message = f"no {kind} is called {name!r}"
        if near:
            message += "; did you mean " + " or ".join(near) + "?"
        elif way_out:
            message += "; " + way_out
        super().__init__(message)
        self.name, self.kind, self.near = name, kind, near
