"""The words of Popolo, the shells around it, and what others write for both."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

__all__ = ["COLLECTIONS", "KNOWN", "REFERENCES", "Json", "id_of", "is_membership", "items_of", "unwrapped", "worded"]

COLLECTIONS = {
    "persons": "Person",
    "people": "Person",
    "organizations": "Organization",
    "organisations": "Organization",
    "memberships": "Membership",
    "posts": "Post",
    "events": "Event",
    "areas": "Area",
    "members": "Person",
}
"""The lists of a file, and the class of what is in them."""
REFERENCES = {
    "person": "Person",
    "member": "Person",
    "organization": "Organization",
    "on_behalf_of": "Organization",
    "post": "Post",
    "legislative_period": "Event",
    "parent": "Organization",
}
"""The fields that name another thing, by its id or with the thing itself, and its class."""
KNOWN = frozenset(
    (
        *(name for end in REFERENCES for name in (end, f"{end}_id")),
        "id", "type", "@type", "name", "label", "role", "start_date", "end_date", "member_type", "area", "area_id",
        "sources", "links", "contact_details", "identifiers", "created_at", "updated_at", "other_names", "memberships",
    )
)  # fmt: skip
"""The fields of a membership."""
_WRAPPERS = ("result", "results", "data", "items", "objects", "response", "@graph")
"""Where the answers of servers (PopIt, …) have what was asked for."""
_BODIES = ("organisation", "group", "body")
"""What some call an organization."""
_NAMES = ("full_name", "display_name", "label", "title")
"""Where some have the name of a person or an organization."""
_WORDS = {
    word.replace("_", ""): word
    for word in (
        *KNOWN, *COLLECTIONS, *_NAMES, "given_name", "family_name", "founding_date", "dissolution_date",
        "classification", "parent_id",
    )
} | {f"{other}{id_}": f"organization{'_' * bool(id_)}{id_}" for other in _BODIES for id_ in ("", "id")} | {
    "groups": "organizations", "bodies": "organizations",
    "firstname": "given_name", "forename": "given_name", "lastname": "family_name", "surname": "family_name",
}  # fmt: skip
"""The words of Popolo by their letters alone, and what others use for them."""
Json = Mapping[str, Any]


def unwrapped(content: object) -> object:
    """What an answer of a server has in it, without what it says of itself: {"total": 1, "result": {…}}."""
    for key in _WRAPPERS:
        if isinstance(content, Mapping) and isinstance(content.get(key), Mapping | list):
            return unwrapped(content[key])
    return content


def worded(content: Any) -> Any:
    """The same content in the words of Popolo, where another hand has them in its own: personId, group_id, fullName."""
    if isinstance(content, list):
        return [worded(item) for item in content]
    if not isinstance(content, Mapping):
        return content
    item = {}
    for key, value in content.items():
        word = _WORDS.get(key.replace("_", "").lower(), key) if isinstance(key, str) else key
        item[key if word in content else word] = worded(value)
    if "name" not in item and not is_membership(item):
        parts = [str(item[part]) for part in ("given_name", "family_name") if item.get(part)]
        said = [item[name] for name in _NAMES if isinstance(item.get(name), str) and item[name]]
        if name := next(iter(said), " ".join(parts)):
            item["name"] = name
    return item


def is_membership(item: object) -> bool:
    """Whether something is a membership: it has an id of an end of one, or a thing in its place."""
    ends = ("person_id", "organization_id", "person", "organization", "member_id", "member")
    return (
        isinstance(item, Mapping)
        and sum(end in item for end in ends) >= 1
        and (
            any(f"{end}_id" in item for end in ("person", "organization", "member"))
            or any(isinstance(item.get(end), Mapping) for end in ("person", "organization", "member"))
        )
    )


def items_of(content: Json, key: str) -> list[Json]:
    """What is listed under a key, as far as it has parts."""
    items = content.get(key)
    return [item for item in items if isinstance(item, Mapping)] if isinstance(items, list) else []


def id_of(item: Json) -> str:
    """The id that a thing says it has; "" if it says none."""
    return str(item.get("id") or item.get("@id") or "")
