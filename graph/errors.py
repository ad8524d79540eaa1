"""What can go wrong, in the user's words.

    BlocsError
    ├── InvalidRequest (ValueError)   asked wrongly: ask otherwise (exit status 2)
    │   ├── UnknownName (LookupError)   no entity, query, format, … has this name
    │   └── NotUnderstood   no form reads the question
    └── OperationFailed   it could not be done: a file, store, endpoint or limit (exit status 1)

An error carries what it is about: the name, or the file with its line and column.
"""

from __future__ import annotations

from pathlib import Path

__all__ = ["BlocsError", "InvalidRequest", "NotUnderstood", "OperationFailed", "UnknownName"]


class BlocsError(Exception):
    """An error with one short message: what is wrong, where, and the way out.

    Parameters
    ----------
    message : str
        The whole message.
    file : Path or str, optional
        The file, store or address that it is about.
    line, column : int, optional
        Where in the file, from 1.
    """

    def __init__(
        self, message: str, *, file: Path | str | None = None, line: int | None = None, column: int | None = None
    ) -> None:
        super().__init__(message)
        self.message, self.file, self.line, self.column = message, file, line, column


class InvalidRequest(BlocsError, ValueError):
    """The request itself is wrong: a name, an option, a question, SPARQL syntax."""


class OperationFailed(BlocsError):
    """The request is right, and could not be carried out: a file, a store, an endpoint, a time limit."""


class NotUnderstood(InvalidRequest):
    """A question in English that no form reads: what was not understood, and the nearest questions that are."""


class UnknownName(InvalidRequest, LookupError):
    """No entity, query, format or other thing has this name.

    Parameters
    ----------
    name : str
        The name as it was given.
    kind : str
        What kind of thing was looked for ("entity", "body").
    near : list of str
        The names that come near, best first.
    way_out : str
        What to do if nothing comes near.

    >>> raise UnknownName("CTS", "body", ["CST"])
    Traceback (most recent call last):
    ...
    blocs.UnknownName: unknown body 'CTS'; did you mean CST?
    """

    def __init__(self, name: str, kind: str = "entity", near: list[str] | None = None, way_out: str = "") -> None:
        near = near or []
        message = f"unknown {kind} {name!r}"
        if near:
            message += "; did you mean " + " or ".join(near) + "?"
        elif way_out:
            message += "; " + way_out
        super().__init__(message)
        self.name, self.kind, self.near = name, kind, near


# They print under the names by which users import them: `blocs.UnknownName`.
for _error in (BlocsError, InvalidRequest, OperationFailed, NotUnderstood, UnknownName):
    _error.__module__ = "blocs"
