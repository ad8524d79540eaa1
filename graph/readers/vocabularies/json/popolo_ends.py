"""Whom the memberships of Popolo name, by ids, by names, or by a thing in the place of an id."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from typing import Any

from ....amounts import shortened
from .popolo_kinds import class_of, is_state
from .popolo_words import COLLECTIONS, Json, id_of, is_membership, items_of, unwrapped

__all__ = ["ENDS", "listed_ids", "referring", "unclear_ends", "with_states"]

ENDS = {
    "person": ("Person",),
    "member": ("Person", "Organization"),
    "organization": ("Organization",),
    "on_behalf_of": ("Organization",),
}
"""The ends of a membership that some files name by an id or a name as a text, and what they may be."""
Listed = Mapping[tuple[str, str], str]
"""The ids of what a file lists, by its kind and its id or name."""


def listed_ids(content: object) -> Listed:
    """What a file lists, so that a text in a membership can be told to be an id or a name of it."""
    lists, found = unwrapped(content), dict[tuple[str, str], str]()
    if not isinstance(lists, Mapping):
        return found
    for key, kind in COLLECTIONS.items():
        things = [(own, item) for item in items_of(lists, key) if (own := id_of(item))]
        names = [str(item.get("name")) for _, item in things]
        found |= {(kind, name): own for (own, _), name in zip(things, names, strict=True) if names.count(name) == 1}
        found |= {(kind, own): own for own, _ in things}
    return found


def referring(content: Any, listed: Listed, *, within: str = "") -> Any:
    """The same content, whose memberships name their ends by ids, or by a thing of that name where none is listed."""
    if isinstance(content, list):
        return [referring(item, listed, within=within) for item in content]
    if not isinstance(content, Mapping):
        return content
    if within in ("organizations", "organisations"):
        content = _with_memberships(content)
    item = {key: referring(value, listed, within=key) for key, value in content.items()}
    if "member_type" not in item and (own := _member_of_item(item)) and _is_listed_organization(item, own, listed):
        item["member_type"] = "organization"
    for end, kinds in ENDS.items() if within == "memberships" or is_membership(content) else ():
        text = item.get(end)
        if not isinstance(text, str | int) or isinstance(text, bool) or not str(text).strip() or f"{end}_id" in item:
            continue
        kind = next((kind for kind in kinds if (kind, str(text)) in listed), "")
        if kind:
            item[f"{end}_id"] = listed[kind, str(text)]
            item |= {"member_type": "organization"} if end == "member" and kind == "Organization" else {}
        else:
            item[end] = {"name": str(text)}
    return item


def _member_of_item(item: Json) -> str:
    """The id of the member of a membership; "" if it has none."""
    member = item.get("member")
    return str(item.get("member_id") or (id_of(member) if isinstance(member, Mapping) else "") or "")


def _is_listed_organization(item: Json, own: str, listed: Listed) -> bool:
    """Whether the file has an organization of the id that a member has, and no person of it."""
    member = item.get("member")
    told = class_of(member) if isinstance(member, Mapping) else ""
    return not told and ("Organization", own) in listed and ("Person", own) not in listed


def _with_memberships(organization: Json) -> Json:
    """An organization that lists its members in it, with a membership for each."""
    members = organization.get("members")
    if not isinstance(members, list) or not all(isinstance(one, Mapping | str) and one for one in members):
        return organization
    named = [
        one if isinstance(one, Mapping) and ("person" in one or is_membership(one)) else {"member": one}
        for one in members
    ]
    rest = {key: value for key, value in organization.items() if key != "members"}
    return {**rest, "memberships": [*items_of(organization, "memberships"), *named]}


def _memberships_in(content: object) -> Iterator[Json]:
    """All memberships of a file, those in other things too."""
    if isinstance(content, Mapping) and is_membership(content):
        yield content
    inside = content.values() if isinstance(content, Mapping) else content if isinstance(content, list) else ()
    for each in inside:
        yield from _memberships_in(each)


def with_states(content: Any) -> Any:
    """The same content, whose listed organizations are states where they are members, called so and nothing else.

    Parameters
    ----------
    content : object
        The content, whose memberships name their ends by ids.

    Returns
    -------
    object

    >>> lists = {"organizations": [{"id": "1", "name": "Chad"}]}
    >>> with_states({**lists, "memberships": [{"member_id": "1", "organization_id": "2"}]})["organizations"]
    [{'id': '1', 'name': 'Chad', 'classification': 'country'}]
    """
    from ....model.known.authority import authority

    if not isinstance(content, Mapping):
        return content
    members, bodies = set[str](), set[str]()
    for membership in _memberships_in(content):
        members.add(_member_of_item(membership))
        bodies.add(str(membership.get("organization_id")))
    of_states = members - bodies - {""}

    def told(item: Any) -> Any:
        if not isinstance(item, Mapping) or id_of(item) not in of_states or item.get("classification"):
            return item
        is_one = class_of(item) in ("", "Organization") and authority().meanings(str(item.get("name")))
        return {**item, "classification": "country"} if is_one else item

    keys = [key for key in ("organizations", "organisations") if isinstance(content.get(key), list)]
    lists = {key: [told(item) for item in content[key]] for key in keys}
    states = {id_of(item) for items in lists.values() for item in items if isinstance(item, Mapping) and is_state(item)}
    found = {**content, **lists}
    return _not_for_states(found, states - {""}) if states else found


def _not_for_states(content: Any, states: Set[str]) -> Any:
    """The same content; on whose behalf somebody is there makes him a member of it, unless it is a state."""
    if isinstance(content, list):
        return [_not_for_states(item, states) for item in content]
    if not isinstance(content, Mapping):
        return content
    item = {key: _not_for_states(value, states) for key, value in content.items()}
    if str(item.get("on_behalf_of_id")) in states:
        item[_FOR_A_STATE] = item.pop("on_behalf_of_id")
    return item


_FOR_A_STATE = "on behalf of the state"


def unclear_ends(content: object, listed: Listed) -> list[str]:
    """What to say of members whose id is a person's and an organization's, and of those who are there for a state.

    The first are read as the person, and nobody is a member of a state.

    Parameters
    ----------
    content : object
        The content, whose memberships name their ends by ids.
    listed : mapping
        What the file lists.

    Returns
    -------
    list of str
    """
    unclear = dict.fromkeys(
        own
        for membership in _memberships_in(content)
        if "member_type" not in membership
        and (own := _member_of_item(membership))
        and {("Person", own), ("Organization", own)} <= listed.keys()
    )
    for_states = sum(_FOR_A_STATE in membership for membership in _memberships_in(content))
    notes = [f"not read: on whose behalf members are there, where that is a state ({for_states})"] if for_states else []
    if not unclear:
        return notes
    is_one = "is the id" if len(unclear) == 1 else "are ids"
    return [
        *notes,
        f"{shortened(unclear, 3)} {is_one} of a person and of an organization: as a member, read as the person;"
        ' if it is the other, say in the membership: "member_type": "organization"',
    ]
