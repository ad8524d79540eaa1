"""Names among members that may stand for several: "G6 + Canada", "EU-15", "all EU members", "Benelux"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ...late import late_pattern

__all__ = ["is_body", "may_be_several"]

_JOINED = late_pattern(r"\s*[+/&]\s*|\s+(?:plus|minus|without|except|and|or|und|et|y)\s+", re.IGNORECASE)
_HYPHENS = late_pattern(r"\s*[-–—]\s*")
_NUMBERED = late_pattern(r"(.*[^\W\d_]) ?[-–]? ?\d{1,3}")
_OF_SEVERAL = late_pattern(
    r"(?:all|every|each|most|some|several|various|other|remaining|the rest|rest of|\d+)\b.*|others?|everyone|many"
    r"|.+\b(?:et al|etc)\b\.?|.+ (?:members|member states|states|countries|nations|parties|signatories)",
    re.IGNORECASE,
)
_GROUP = late_pattern(
    r"(?:the )?(?:g-?\d+|group of \w+|brics\+?|benelux|mikta|quad)(?: countries| states)?", re.IGNORECASE
)
_MOST = 2000
"""Of more names than these nothing is said: they are people or firms, and each would have to be looked up."""


def is_body(name: str) -> bool:
    """Whether a name that may stand for several members is that of a body, which may be a member itself.

    >>> is_body("Benelux"), is_body("EU-15")
    (True, False)
    """
    from ...model.known.bodies import bodies

    return bodies().named(name) is not None


def may_be_several(names: Iterable[str]) -> list[str]:
    """The names that may stand for several members, in a column of which at least half are states.

    Parameters
    ----------
    names : iterable of str
        The names of a table's members.

    Returns
    -------
    list of str

    >>> may_be_several(["France", "Italy", "Spain", "Serbia and Montenegro", "G6 + Canada", "EU-15", "all EU members"])
    ['G6 + Canada', 'EU-15', 'all EU members']
    """
    from ...model.known.authority import authority
    from ...model.known.bodies import bodies

    known = list(dict.fromkeys(names))
    if len(known) > _MOST:
        return []
    states, listed = authority(), bodies()
    rest = [name for name in known if not states.meanings(name)]
    if not rest or 2 * len(rest) > len(known):
        return []

    def is_known(part: str) -> bool:
        return bool(states.meanings(part) or listed.find(part))

    def several(name: str) -> bool:
        if is_body(name):  # a body may be a member itself, as the European and the African Union are
            return _GROUP.fullmatch(name) is not None
        parts = [part for part in _JOINED.split(name) if part]
        if len(parts) > 1 and any(map(is_known, parts)):
            return True
        parts = _HYPHENS.split(name)
        if len(parts) > 1 and all(map(states.meanings, parts)):
            return True
        if (match := _NUMBERED.fullmatch(name)) and listed.find(match[1]):
            return True
        return _OF_SEVERAL.fullmatch(name) is not None

    return [name for name in rest if several(name)]
