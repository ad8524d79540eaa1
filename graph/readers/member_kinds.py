"""What a cell says that a member is: "state", "person", or "body; state" of a union that is both."""

from __future__ import annotations

from functools import lru_cache

from ..errors import UnknownName
from ..model.entities import kind_named

__all__ = ["member_kinds"]


@lru_cache(256)
def member_kinds(text: str) -> tuple[str, ...]:
    """The kinds that a cell names; none if a word in it is no kind.

    Parameters
    ----------
    text : str
        The cell.

    Returns
    -------
    tuple of str

    >>> member_kinds("Body; state"), member_kinds("people"), member_kinds("full"), member_kinds("")
    (('body', 'state'), ('person',), (), ())
    """
    try:
        return tuple(kind_named(word.strip()) for word in text.split(";") if word.strip())
    except UnknownName:
        return ()
