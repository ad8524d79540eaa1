"""Regular expressions that are compiled when they are first used: to compile all is a tenth of a short answer."""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast

__all__ = ["late_pattern"]


_METHODS = ("sub", "search", "match", "fullmatch", "findall", "finditer", "split")


class _Late:
    def __init__(self, *given: Any) -> None:
        self._given = given

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(*self._given)
        # Found without this function from then on.
        self.__dict__.update({each: getattr(compiled, each) for each in _METHODS})
        return getattr(compiled, name)


def late_pattern(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """A regular expression, with the methods of a compiled one.

    Parameters
    ----------
    pattern : str or bytes
        What `re.compile` takes; what is wrong in it shows when it is used.
    flags : int
        Flags of `re`.

    Returns
    -------
    re.Pattern
        Only its methods and attributes may be used: no function of `re` takes it.

    >>> late_pattern("a+").sub("b", "caaat")
    'cbt'
    """
    return cast("re.Pattern[AnyStr]", _Late(pattern, flags))
