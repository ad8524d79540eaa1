"""By what JSON is known to be OParl, the interface of German councils: the addresses of its types."""

from __future__ import annotations

import re
from collections.abc import Mapping

__all__ = ["OPARL_TYPE", "is_oparl"]

OPARL_TYPE = re.compile(r"https?://schema\.oparl\.org/(?:[\w.-]+/)?(\w+?)(?:List)?/?")
"""The address of a type, with its name."""


def is_oparl(content: object) -> bool:
    """Whether parsed JSON is OParl: an object, or the list of them that a server gives.

    Parameters
    ----------
    content : object
        What is in a file.

    Returns
    -------
    bool

    >>> is_oparl({"data": [{"type": "https://schema.oparl.org/1.0/Person"}]}), is_oparl([{"type": "Person"}])
    (True, False)
    """
    if isinstance(content, Mapping) and isinstance(content.get("data"), list):
        content = content["data"]
    first = next(iter(content), None) if isinstance(content, list) else content
    of = first.get("type") if isinstance(first, Mapping) else None
    return isinstance(of, str) and OPARL_TYPE.fullmatch(of) is not None
