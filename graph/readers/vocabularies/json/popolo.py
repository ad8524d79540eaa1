"""Popolo JSON, as everypolitician and others publish it, as JSON-LD that needs no context from the net.

Popolo (https://www.popoloproject.com/specs/) describes people, organizations, posts and memberships; its JSON says
nowhere that it is Popolo, and refers to things by ids that are unique within their class only.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import Any
from urllib.parse import quote

from ....frozen import frozen
from ....late import late_pattern
from ....rdf.terms import PREFIXES
from ...files.beginnings import is_popolo
from ..offices import office_iri
from ..spaces import FIELDS
from .contexts import packaged_context

__all__ = ["Ids", "begins_so", "can_read", "ids_of", "json_ld"]

_COLLECTIONS = {
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
_REFERENCES = {
    "person": "Person",
    "member": "Person",
    "organization": "Organization",
    "on_behalf_of": "Organization",
    "post": "Post",
    "legislative_period": "Event",
    "parent": "Organization",
}
_NAMESPACE = "http://www.popoloproject.com/ns#"
_KNOWN = frozenset(
    (
        *(name for end in _REFERENCES for name in (end, f"{end}_id")),
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
_TEXTS = ("name", "label", "role", "start_date", "end_date", "founding_date", "dissolution_date")

_WORDS = {
    word.replace("_", ""): word
    for word in (
        *_KNOWN, *_COLLECTIONS, *_NAMES, "given_name", "family_name", "founding_date", "dissolution_date",
        "classification", "parent_id",
    )
} | {f"{other}{id_}": f"organization{'_' * bool(id_)}{id_}" for other in _BODIES for id_ in ("", "id")} | {
    "groups": "organizations", "bodies": "organizations",
    "firstname": "given_name", "forename": "given_name", "lastname": "family_name", "surname": "family_name",
}  # fmt: skip
"""The words of Popolo by their letters alone, and what others use for them."""
Json = Mapping[str, Any]


def can_read(content: object) -> bool:
    """Whether JSON is Popolo: by memberships that name a person or organization.

    >>> can_read({"memberships": [{"person_id": "p1", "organization_id": "o1"}]}), can_read({"a": 1})
    (True, False)
    >>> can_read({"total": 1, "result": {"id": "p1", "memberships": [{"organization_id": "o1"}]}})
    True
    >>> can_read({"memberships": [{"personId": "p1", "groupId": "o1"}]})
    True
    """
    content = _worded(_unwrapped(content))
    if isinstance(content, list):
        return any(can_read(item) for item in content[:20])
    if not isinstance(content, Mapping):
        return False
    if _is_membership(content):
        return True
    memberships = content.get("memberships")
    if isinstance(memberships, list):
        return any(_is_membership(item) for item in memberships[:20]) or any(
            _items(content, key) for key in ("persons", "people", "organizations", "organisations")
        )
    return _lists_things_alone(content) or any(
        can_read(item) for key in _COLLECTIONS if isinstance(content.get(key), list) for item in content[key][:20]
    )


_THINGS = ("persons", "people", "organizations", "organisations")
_OF_A_THING = frozenset((
    "id", "@id", "@type", "type", "name", "other_names", "identifiers", "email", "gender", "sex", "birth_date",
    "death_date", "image", "summary", "biography", "national_identity", "contact_details", "links", "sources",
    "sort_name", "given_name", "family_name", "additional_name", "honorific_prefix", "honorific_suffix",
    "patronymic_name", "classification", "parent", "parent_id", "area", "area_id", "abstract", "description",
    "founding_date", "dissolution_date", "created_at", "updated_at", "seats", "wikidata", "images", "url",
))  # fmt: skip
"""The fields of people and organizations, none of which says who is in what."""


def begins_so(start: bytes) -> bool:
    """Whether JSON is Popolo, by its first bytes, or by all of it if these are all.

    >>> begins_so(b'{"people": [{"name": "Ann", "memberships": [{"name": "Greens"}]}]}')
    False
    >>> begins_so(b'{"organizations": [{"id": "1", "name": "Greens"}]}')
    True
    """
    if _MAY_BE_POPOLO.search(start) is None:
        return False
    try:
        document = json.loads(start)
    except (ValueError, RecursionError):  # it may be cut off
        return is_popolo(start)
    things = _worded(_unwrapped(document))
    alone = isinstance(things, Mapping) and "memberships" not in things and _lists_things_alone(things)
    return alone or (is_popolo(start) and can_read(document))


_MAY_BE_POPOLO = late_pattern(rb'"(?:persons|people|organi[sz]ations|memberships|\w+_?id)"\s*:', re.IGNORECASE)


def _lists_things_alone(content: Json) -> bool:
    """Whether a file lists people or organizations with their ids and nothing of memberships, which another has."""
    lists = [content[key] for key in _THINGS if content.get(key)]
    return bool(lists) and all(
        isinstance(items, list)
        and all(
            isinstance(item, Mapping) and _id_of(item) and item.get("name") and item.keys() <= _OF_A_THING
            for item in items
        )
        for items in lists
    )


@frozen
class Ids:
    """The ids of a file of Popolo.

    Parameters
    ----------
    listed : mapping of (str, str) to str
        What it lists, by class and id, and its name.
    missing : set of (str, str)
        What its memberships refer to, and it does not list.
    """

    listed: Mapping[tuple[str, str], str]
    missing: AbstractSet[tuple[str, str]]

    def goes_with(self, other: Ids) -> bool:
        """Whether another file lists what this one refers to, and none of their ids is that of two things."""
        shared = self.listed.keys() & other.listed.keys()
        return bool(self.missing & other.listed.keys()) and all(self.listed[id_] == other.listed[id_] for id_ in shared)


def ids_of(content: object) -> Ids | None:
    """The ids that a file of Popolo lists, and those that it refers to; None if it is no Popolo.

    >>> ids = ids_of({"memberships": [{"person_id": "7", "organization_id": "1"}]})
    >>> sorted(ids.missing) if ids else []
    [('Organization', '1'), ('Person', '7')]
    """
    if not can_read(content):
        return None
    content = _unwrapped(_worded(content))
    lists: Json = content if isinstance(content, Mapping) else {}
    listed = {
        (kind, own): str(item.get("name"))
        for key, kind in _COLLECTIONS.items()
        for item in _items(lists, key)
        if (own := _id_of(item))
    }
    memberships = content if isinstance(content, list) else _items(lists, "memberships")
    referred = {
        (kinds[0], str(item[f"{end}_id"]))
        for item in memberships
        if isinstance(item, Mapping)
        for end, kinds in _ENDS.items()
        if item.get(f"{end}_id")
    }
    return Ids(listed, referred - listed.keys())


def _unwrapped(content: object) -> object:
    """What an answer of a server has in it, without what it says of itself: {"total": 1, "result": {…}}."""
    for key in _WRAPPERS:
        if isinstance(content, Mapping) and isinstance(content.get(key), Mapping | list):
            return _unwrapped(content[key])
    return content


def _worded(content: Any) -> Any:
    """The same content in the words of Popolo, where another hand has them in its own: personId, group_id, fullName."""
    if isinstance(content, list):
        return [_worded(item) for item in content]
    if not isinstance(content, Mapping):
        return content
    item = {}
    for key, value in content.items():
        word = _WORDS.get(key.replace("_", "").lower(), key) if isinstance(key, str) else key
        item[key if word in content else word] = _worded(value)
    if "name" not in item and not _is_membership(item):
        parts = [str(item[part]) for part in ("given_name", "family_name") if item.get(part)]
        said = [item[name] for name in _NAMES if isinstance(item.get(name), str) and item[name]]
        if name := next(iter(said), " ".join(parts)):
            item["name"] = name
    return item


def _is_membership(item: object) -> bool:
    ends = ("person_id", "organization_id", "person", "organization", "member_id", "member")
    return (
        isinstance(item, Mapping)
        and sum(end in item for end in ends) >= 1
        and (
            any(f"{end}_id" in item for end in ("person", "organization", "member"))
            or any(isinstance(item.get(end), Mapping) for end in ("person", "organization", "member"))
        )
    )


def json_ld(content: object, also: Iterable[Mapping[str, Any]] = ()) -> str:
    """Popolo JSON as JSON-LD; its ids become fragments of the file's own address.

    Parameters
    ----------
    content : object
        The JSON, parsed.
    also : iterable of mapping, optional
        Further nodes of the document, as they are to stand in it.

    Returns
    -------
    str
        A JSON-LD document.
    """
    # Memberships are left to the lens of this name, which is then said to have read them.
    own = {"Membership": f"{_NAMESPACE}Membership", "schema": PREFIXES["schema"]}
    context = {**packaged_context("popolo"), **own}
    content = _worded(content)
    found = _referring(_unwrapped(content), _listed(content))
    return json.dumps({"@context": context, "@graph": [*_nodes(found), *also]}, ensure_ascii=False)


_ENDS = {
    "person": ("Person",),
    "member": ("Person", "Organization"),
    "organization": ("Organization",),
    "on_behalf_of": ("Organization",),
}
"""The ends of a membership that some files name by an id or a name as a text, and what they may be."""
Listed = Mapping[tuple[str, str], str]
"""The ids of what a file lists, by its kind and its id or name."""


def _listed(content: object) -> Listed:
    """What a file lists, so that a text in a membership can be told to be an id or a name of it."""
    lists, found = _unwrapped(content), dict[tuple[str, str], str]()
    if not isinstance(lists, Mapping):
        return found
    for key, kind in _COLLECTIONS.items():
        things = [(own, item) for item in _items(lists, key) if (own := _id_of(item))]
        names = [str(item.get("name")) for _, item in things]
        found |= {(kind, name): own for (own, _), name in zip(things, names, strict=True) if names.count(name) == 1}
        found |= {(kind, own): own for own, _ in things}
    return found


def _referring(content: Any, listed: Listed, *, within: str = "") -> Any:
    """The same content, whose memberships name their ends by ids, or by a thing of that name where none is listed."""
    if isinstance(content, list):
        return [_referring(item, listed, within=within) for item in content]
    if not isinstance(content, Mapping):
        return content
    item = {key: _referring(value, listed, within=key) for key, value in content.items()}
    if "member_type" not in item and (own := _member_of_item(item)) and _is_listed_organization(item, own, listed):
        item["member_type"] = "organization"
    for end, kinds in _ENDS.items() if within == "memberships" or _is_membership(content) else ():
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
    return str(item.get("member_id") or (_id_of(member) if isinstance(member, Mapping) else "") or "")


def _is_listed_organization(item: Json, own: str, listed: Listed) -> bool:
    """Whether the file has an organization of the id that a member has, and no person of it."""
    member = item.get("member")
    told = _class_of(member) if isinstance(member, Mapping) else ""
    return not told and ("Organization", own) in listed and ("Person", own) not in listed


def _nodes(content: object) -> Iterator[dict[str, Any]]:
    if isinstance(content, list):
        for item in content:
            yield from _nodes(item)
        return
    if not isinstance(content, Mapping):
        return
    if _is_membership(content):
        yield from _node(content, "Membership")
    elif "name" in content and (_id_of(content) or _has_its_own(content)):
        yield from _node(content, _guessed(content))
    else:
        for key, kind in _COLLECTIONS.items():
            for item in _items(content, key):
                yield from _node(item, kind, typed=key != "members")  # who may be states or organizations


def _has_its_own(content: Json) -> bool:
    """Whether memberships stand within what they are of, so that they name the other end alone."""
    ends = [
        {
            kind
            for end, kind in (("person", 0), ("member", 0), ("organization", 1))
            if end in item or f"{end}_id" in item
        }
        for item in _items(content, "memberships")
    ]
    return any(len(named) == 1 for named in ends) and not any(content.get(key) for key in ("persons", "organizations"))


def _guessed(content: Json) -> str:
    """What a thing is that stands alone: it says so, or its memberships say of whom they are."""
    if said := _class_of(content):
        return said
    memberships, own = _items(content, "memberships"), _id_of(content)
    for end, kind in (("person_id", "Person"), ("organization_id", "Organization")):
        if any(item.get(end) == own for item in memberships):
            return kind
    ends = ("person_id", "person", "member_id", "member")
    if any(end in item for item in memberships for end in ends):
        return "Organization"
    return "Organization" if "classification" in content else "Person"


def _class_of(item: Json) -> str:
    """What a thing says that it is: "Organization", "Person", …; "" if it says nothing, or nothing of Popolo."""
    return next((kind for word in ("@type", "type") if (kind := _kind_named(item.get(word)))), "")


def _kind_named(said: object) -> str:
    """The class of Popolo that a text names, however it is written: "organization", "popolo:Organization", an IRI."""
    words = re.split(r"[:/#]", said) if isinstance(said, str) else [""]
    return next((kind for kind in _COLLECTIONS.values() if kind.lower() == words[-1].lower()), "")


def _items(content: Json, key: str) -> list[Json]:
    items = content.get(key)
    return [item for item in items if isinstance(item, Mapping)] if isinstance(items, list) else []


def _node(item: Json, kind: str, *, typed: bool = True) -> Iterator[dict[str, Any]]:
    """A thing as JSON-LD, and before it what is embedded in it."""
    node: dict[str, Any] = {"type": kind} if typed else {}
    own = _id_of(item)
    if not own and item.get("name") and any(_items(item, within) for within in ("memberships", "posts")):
        own = _own_id(item)  # that they can say of whom they are
    if own:
        node["id"] = _address(own, kind)
    for key in _TEXTS:
        if isinstance(item.get(key), str | int) and item[key] != "":
            node[key] = str(item[key])
        elif isinstance(item.get(key), Mapping) and (said := _in_languages(item[key])):
            node[key] = said if key in ("name", "label") else said[0]["@value"]
    names = [other["name"] for other in _items(item, "other_names") if other.get("name")]
    if names:
        node["other_names"] = names
    sources = [source["url"] for source in _items(item, "sources") if source.get("url")]
    if sources and kind == "Membership":
        node["sources"] = sources
    for key, of in _REFERENCES.items():
        target = item.get(f"{key}_id")
        embedded = item.get(key)
        if embedded is None and isinstance(item.get(f"{key}_name"), str) and kind == "Membership":
            embedded = {"name": item[f"{key}_name"]}  # beside its id, or alone
        if isinstance(embedded, Mapping):
            embedded = {**embedded, "id": target or _id_of(embedded) or _own_id(embedded)}
            of = _class_of(embedded) or of
            yield from _node(embedded, of)
            target = embedded["id"]
        if target:
            of = "Organization" if key == "member" and _kind_named(item.get("member_type")) == "Organization" else of
            name = "post_in" if key == "organization" and kind == "Post" else "person" if key == "member" else key
            node[name] = _address(str(target), of)
    if kind == "Membership":
        # What Popolo does not know is kept, so that it can be said that it was not read.
        node |= {
            FIELDS + quote(key, safe=""): _text(value) for key, value in item.items() if key not in _KNOWN and value
        }
    owner = {"Person": "person_id", "Organization": "organization_id", "Post": "post_id"}.get(kind)
    for embedded in _items(item, "memberships"):
        if owner and own and owner.removesuffix("_id") not in embedded:
            embedded = {owner: own, **embedded}
        yield from _node(embedded, "Membership")
    for post in _items(item, "posts"):
        yield from _node({"organization_id": own, **post} if kind == "Organization" else post, "Post")
    if kind == "Post" and "role" in node:
        office = node.pop("role")
        node["role"] = {"id": office_iri(office), "type": "Role", "name": office}
        if "name" not in node and "label" not in node:
            node["label"] = office
    yield node


def _in_languages(value: Json) -> list[dict[str, str]]:
    """The same text in several languages, {"lang:en": "Party", "lang:fr": "Parti"}, English first."""
    texts = [(str(key).removeprefix("lang:"), text) for key, text in value.items() if isinstance(text, str) and text]
    ordered = sorted(texts, key=lambda each: each[0] != "en")
    return [{"@value": text, "@language": language.replace("_", "-")} for language, text in ordered]


def _text(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _id_of(item: Json) -> str:
    """The id that a thing says it has; "" if it says none."""
    return str(item.get("id") or item.get("@id") or "")


def _own_id(item: Json) -> str:
    """An id for a thing that has none: its name, and what else is said of it, since others may have the same name."""
    name = str(item.get("name") or "")
    rest = {key: value for key, value in item.items() if key not in ("name", "@type")}
    if not rest:
        return name
    return f"{name}-{hashlib.sha256(json.dumps(item, sort_keys=True, ensure_ascii=False).encode()).hexdigest()[:8]}"


def _address(name: str, kind: str) -> str:
    """The address of a thing: ids are unique within their class only, if they are no addresses themselves."""
    if "://" in name:
        return name
    name = name.removeprefix(f"{kind.lower()}/")
    return f"#{kind.lower()}-{quote(name, safe='-_.~/')}"
