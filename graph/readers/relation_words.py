"""Words that say how two things are related, of which the one is a member of the other: "member of", "hasMember"."""

from __future__ import annotations

from ..late import late_pattern
from ..model.role_words import nearest_in, of_lesser_right
from ..model.roles import role_named
from .planning.words.column_words import TURNS

__all__ = ["relation_role", "says_of"]

_CAPITAL = late_pattern(r"(?<=[a-z])(?=[A-Z])")
_BEFORE = late_pattern(r"^(?:\w+:|.*[/#])?(?:is |was |are )?(?:an? )?")
_OF = late_pattern(r"(.+?) (?:of|in|to|at)")
_BELONGS = frozenset(("p463", "belongs to", "belongs", "joined", "membership"))
_HAS = frozenset(("has member", "has members", "has member state", "members", "has as member"))


def says_of(text: str) -> bool:
    """Whether a relation is told as one: "member of", rather than "member", which is a role.

    Parameters
    ----------
    text : str
        The relation, in words or as a property is written.

    Returns
    -------
    bool

    >>> says_of("ex:memberOf"), says_of("member")
    (True, False)
    """
    said = _plain(text)
    return said in _BELONGS - {"joined", "membership"} or said in _HAS or (_OF.fullmatch(said) is not None)


def relation_role(text: str) -> tuple[str, bool] | None:
    """The role that a relation gives, and whether it is told from the body's side; None if it is no membership.

    Parameters
    ----------
    text : str
        The relation, in words or as a property is written.

    Returns
    -------
    tuple of (str, bool) or None

    >>> relation_role("observer in"), relation_role("hasMember"), relation_role("capital of")
    (('observer', False), ('full', True), None)
    """
    said = _plain(text)
    if said in _HAS:
        return "full", True
    if said in _BELONGS:
        return "full", False
    match = _OF.fullmatch(said)
    word = match[1] if match else said
    # Of a turn, such as "former member", the user is asked; of what is only near to a role it is said.
    role = word if word in TURNS or nearest_in(word) or of_lesser_right(word) else role_named(word)
    return None if role is None else (role, False)


def _plain(text: str) -> str:
    spaced = _CAPITAL.sub(" ", text.strip()).replace("_", " ").replace("-", " ").casefold()
    return " ".join(_BEFORE.sub("", spaced).split())
