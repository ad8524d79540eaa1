"""What the things in a file of Popolo are: people, organizations, or states, which Popolo calls organizations.

Popolo has no class of states. Who has them as members of an organization says so by a class or a classification of
theirs ("Country", "member state"), or names them as the list of states does.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from ...planning.keys import key_of
from ...planning.members.people import OF_PEOPLE_ONLY
from ...planning.words.foreign_names import names_in
from ..classes import class_elsewhere

__all__ = ["class_of", "is_of_a_person", "is_state", "kind_named"]

CLASSES = ("Person", "Organization", "Membership", "Post", "Event", "Area")
_STATE = "https://schema.org/Country"
_SAYING = ("@type", "type", "classification")

Json = Mapping[str, Any]


def kind_named(said: object) -> str:
    """The class of Popolo that a text names, however it is written; "" if it names none.

    Parameters
    ----------
    said : object
        The text.

    Returns
    -------
    str

    >>> kind_named("organization"), kind_named("popolo:Organization"), kind_named("party")
    ('Organization', 'Organization', '')
    """
    words = re.split(r"[:/#]", said) if isinstance(said, str) else [""]
    return next((kind for kind in CLASSES if kind.lower() == words[-1].lower()), "")


def is_state(item: Json) -> bool:
    """Whether a thing says that it is a state, by its class or its classification.

    Parameters
    ----------
    item : mapping
        The thing.

    Returns
    -------
    bool

    >>> is_state({"name": "Chad", "classification": "Member State"}), is_state({"classification": "state legislature"})
    (True, False)
    """
    return any(_names_states(said) for word in _SAYING if isinstance(said := item.get(word), str))


def _names_states(said: str) -> bool:
    meant = class_elsewhere(said)
    return key_of(said) in ("state", *names_in("state")) or (meant is not None and meant.value == _STATE)


def class_of(item: Json) -> str:
    """What a thing says that it is: "Organization", also of a state, "Person", …; "" if it says nothing of the kind.

    Parameters
    ----------
    item : mapping
        The thing.

    Returns
    -------
    str

    >>> class_of({"type": "Country"}), class_of({"@type": "Person"}), class_of({"name": "Chad"})
    ('Organization', 'Person', '')
    """
    if is_state(item):
        return "Organization"
    return next((kind for word in ("@type", "type") if (kind := kind_named(item.get(word)))), "")


def is_of_a_person(item: Json) -> bool:
    """Whether something is said of a thing that only people have: a family name, a gender.

    Parameters
    ----------
    item : mapping
        The thing.

    Returns
    -------
    bool

    >>> is_of_a_person({"name": "Ann", "birth_date": "1970"}), is_of_a_person({"name": "Chad", "id": "1"})
    (True, False)
    """
    return any(key_of(key) in OF_PEOPLE_ONLY for key, value in item.items() if value)
