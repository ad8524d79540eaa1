"""What is said of the roles of a graph that are not the model's: read as the nearest one, or kept with full right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from ...amounts import shortened
from ...model.role_words import COUNTED_AS_FULL, READ_AS_NEAREST, ROLE_NAMES
from ..cells.status_words import SUSPENDED, is_office

__all__ = ["counting_way", "near_roles", "own_roles"]

_WAY_OUT = "write member, associate or observer as the role in the file"


def _way_out(names: Iterable[str]) -> str:
    """How to say what a role means, by the first of some."""
    return f"{_WAY_OUT}, or {counting_way(names)}"


def counting_way(names: Iterable[str]) -> str:
    """How an import is told what a role means, by the first of some.

    >>> counting_way(["Candidate"])
    'say what it is in: blocs import rdf FILE --role "Candidate=observer"'
    """
    first = min(names).replace('"', "")
    meant = "skip" if SUSPENDED.search(first.lower()) else "observer"
    return f'say what it is in: blocs import rdf FILE --role "{first}={meant}"'


def near_roles(near: Counter[tuple[str, str]]) -> list[str]:
    """What to say of roles that were read as the nearest one of the model.

    >>> near_roles(Counter({("Founder", "full"): 2}))[0].partition(";")[0]
    'read as the nearest role: “Founder” as member (2)'
    """
    words = [f"“{name}” as {ROLE_NAMES[role]} ({number:,})" for (name, role), number in sorted((+near).items())]
    return (
        [f"{READ_AS_NEAREST}: {shortened(words, 5)}; to change it, {_way_out(name for name, _ in +near)}"]
        if words
        else []
    )


def own_roles(kept: Counter[str]) -> list[str]:
    """What to say of roles that are none of the model's, whose members count as full ones; nothing of offices.

    >>> own_roles(Counter({"Deputy member": 2, "Treasurer": 1}))[0].partition(";")[0]
    'counted as full members, in a role of their own: “Deputy member” (2)'
    >>> own_roles(Counter({"Treasurer": 1}))
    []
    """
    said = {name: number for name, number in kept.items() if SUSPENDED.search(name.lower()) or not is_office(name)}
    words = [f"“{name}” ({number:,})" for name, number in sorted(said.items())]
    if not words:
        return []
    return [f"{COUNTED_AS_FULL}: {shortened(words, 5)}; if some are less, {_way_out(said)}"]
