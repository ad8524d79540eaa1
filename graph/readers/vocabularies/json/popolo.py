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

from ....amounts import shortened
from ....frozen import frozen
from ....late import late_pattern
from ....model.naming.forms import slug
from ....rdf.terms import PREFIXES
from ...files.beginnings import is_popolo, names_a_member
from ...files.json_values import date_of
from ...planning.keys import key_of
from ...planning.words.people_words import body_of_people
from ...record_sides import side_called
from ..offices import office_iri
from ..spaces import FIELDS
from .contexts import packaged_context
from .language_maps import texts_by_language
from .popolo_ends import ENDS, listed_ids, referring, unclear_ends, with_states
from .popolo_kinds import class_of, is_of_a_person, is_state, kind_named
from .popolo_words import COLLECTIONS, KNOWN, REFERENCES, Json, id_of, is_membership, items_of, unwrapped, worded

__all__ = ["Ids", "begins_so", "can_read", "ids_of", "json_ld"]

_NAMESPACE = "http://www.popoloproject.com/ns#"
_TEXTS = ("name", "label", "role")
_DATES = ("start_date", "end_date", "founding_date", "dissolution_date")


def can_read(content: object) -> bool:
    """Whether JSON is Popolo: by memberships that name a person or organization.

    >>> can_read({"memberships": [{"person_id": "p1", "organization_id": "o1"}]}), can_read({"a": 1})
    (True, False)
    >>> can_read({"total": 1, "result": {"id": "p1", "memberships": [{"organization_id": "o1"}]}})
    True
    >>> can_read({"memberships": [{"personId": "p1", "groupId": "o1"}]})
    True
    """
    content = worded(unwrapped(content))
    if isinstance(content, list):
        return any(can_read(item) for item in content[:20])
    if not isinstance(content, Mapping):
        return False
    if is_membership(content):
        return names_a_member(content)
    memberships = content.get("memberships")
    if isinstance(memberships, list):
        some = [item for item in memberships[:20] if isinstance(item, Mapping)]
        around = content.get("name") or id_of(content) or any(items_of(content, key) for key in ("persons", "people"))
        if some and not around and not any(map(names_a_member, some)):
            return False  # who the members are is said in other words
        return any(map(is_membership, some)) or any(items_of(content, key) for key in _THINGS)
    return _lists_things_alone(content) or any(
        can_read(item) for key in COLLECTIONS if isinstance(content.get(key), list) for item in content[key][:20]
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
    things = worded(unwrapped(document))
    alone = isinstance(things, Mapping) and "memberships" not in things and _lists_things_alone(things)
    return alone or (is_popolo(start) and can_read(document))


_MAY_BE_POPOLO = late_pattern(rb'"(?:persons|people|organi[sz]ations|memberships|\w+_?id)"\s*:', re.IGNORECASE)


def _lists_things_alone(content: Json) -> bool:
    """Whether a file lists people or organizations with their ids and nothing of memberships, which another has."""
    lists = [content[key] for key in _THINGS if content.get(key)]
    return bool(lists) and all(
        isinstance(items, list)
        and all(
            isinstance(item, Mapping) and id_of(item) and item.get("name") and item.keys() <= _OF_A_THING
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
    content = unwrapped(worded(content))
    lists: Json = content if isinstance(content, Mapping) else {}
    listed = {
        (kind, own): str(item.get("name"))
        for key, kind in COLLECTIONS.items()
        for item in items_of(lists, key)
        if (own := id_of(item))
    }
    memberships = content if isinstance(content, list) else items_of(lists, "memberships")
    referred = {
        (kinds[0], str(item[f"{end}_id"]))
        for item in memberships
        if isinstance(item, Mapping)
        for end, kinds in ENDS.items()
        if item.get(f"{end}_id")
    }
    return Ids(listed, referred - listed.keys())


def json_ld(content: object, also: Iterable[Mapping[str, Any]] = (), notes: list[str] | None = None) -> str:
    """Popolo JSON as JSON-LD; its ids become fragments of the file's own address.

    Parameters
    ----------
    content : object
        The JSON, parsed.
    also : iterable of mapping, optional
        Further nodes of the document, as they are to stand in it.
    notes : list of str, optional
        Where it is said what is read otherwise than it may be meant, and what is not read.

    Returns
    -------
    str
        A JSON-LD document.
    """
    # Memberships are left to the lens of this name, which is then said to have read them.
    own = {
        "Membership": f"{_NAMESPACE}Membership",
        "schema": PREFIXES["schema"],
        "Country": f"{PREFIXES['schema']}Country",
    }
    context = {**packaged_context("popolo"), **own}
    content = worded(content)
    listed = listed_ids(content)
    found = with_states(referring(unwrapped(content), listed))
    if notes is not None:
        notes += [*unclear_ends(found, listed), *_unread(found)]
    return json.dumps({"@context": context, "@graph": [*_nodes(found), *also]}, ensure_ascii=False)


def _nodes(content: object) -> Iterator[dict[str, Any]]:
    if isinstance(content, list):
        for item in content:
            yield from _nodes(item)
        return
    if not isinstance(content, Mapping):
        return
    if is_membership(content):
        yield from _node(content, "Membership")
    elif "name" in content and (id_of(content) or _has_its_own(content)):
        yield from _node(content, _guessed(content), typed=not _may_be_a_state(content))
    else:
        for key, kind in COLLECTIONS.items():
            for item in items_of(content, key):
                yield from _node(item, kind, typed=key != "members")  # who may be states or organizations


def _has_its_own(content: Json) -> bool:
    """Whether memberships stand within what they are of, so that they name the other end alone."""
    ends = [
        {
            kind
            for end, kind in (("person", 0), ("member", 0), ("organization", 1))
            if end in item or f"{end}_id" in item
        }
        for item in items_of(content, "memberships")
    ]
    return any(len(named) == 1 for named in ends) and not any(content.get(key) for key in ("persons", "organizations"))


def _guessed(content: Json) -> str:
    """What a thing is that stands alone: it says so, or its memberships say of whom they are."""
    if said := class_of(content):
        return said
    memberships, own = items_of(content, "memberships"), id_of(content)
    for end, kind in (("person_id", "Person"), ("organization_id", "Organization")):
        if any(item.get(end) == own for item in memberships):
            return kind
    ends = ("person_id", "person", "member_id", "member")
    if any(end in item for item in memberships for end in ends):
        return "Organization"
    return "Organization" if "classification" in content else "Person"


def _may_be_a_state(content: Json) -> bool:
    """Whether a thing that stands alone, and says nothing of what it is, is called as a state of the list."""
    from ....model.known.authority import authority

    if class_of(content) or is_of_a_person(content) or "classification" in content:
        return False
    return _guessed(content) == "Person" and bool(authority().meanings(str(content["name"])))


def _node(item: Json, kind: str, *, typed: bool = True) -> Iterator[dict[str, Any]]:
    """A thing as JSON-LD, and before it what is embedded in it."""
    node: dict[str, Any] = {"type": "Country" if is_state(item) else kind} if typed else {}
    own = id_of(item)
    if not own and item.get("name") and any(items_of(item, within) for within in ("memberships", "posts")):
        own = _own_id(item)  # that they can say of whom they are
    if own:
        node["id"] = _address(own, kind)
    for key in _DATES:
        if item.get(key) not in (None, "") and item[key] == item[key]:  # NaN is none
            node[key] = _text(date_of(item[key]))
    for key in _TEXTS:
        if isinstance(item.get(key), str | int) and item[key] != "":
            node[key] = str(item[key])
        elif isinstance(item.get(key), Mapping | list) and (said := _in_languages(item[key])):
            node[key] = said if key in ("name", "label") else said[0]["@value"]
    names = [other["name"] for other in items_of(item, "other_names") if other.get("name")]
    if names:
        node["other_names"] = names
    sources = [source["url"] for source in items_of(item, "sources") if source.get("url")]
    if sources and kind == "Membership":
        node["sources"] = sources
    for key, of in REFERENCES.items():
        target = item.get(f"{key}_id")
        embedded = item.get(key)
        if embedded is None and isinstance(item.get(f"{key}_name"), str) and kind == "Membership":
            embedded = {"name": item[f"{key}_name"]}  # beside its id, or alone
        if isinstance(embedded, Mapping):
            embedded = {**embedded, "id": target or id_of(embedded) or _own_id(embedded)}
            of, typed = _embedded(key, embedded, item, of)
            yield from _node(embedded, of, typed=typed)
            target = embedded["id"]
        if target:
            of = "Organization" if key == "member" and kind_named(item.get("member_type")) == "Organization" else of
            name = "post_in" if key == "organization" and kind == "Post" else "person" if key == "member" else key
            node[name] = _address(str(target), of)
    if kind == "Membership":
        # What Popolo does not know is kept, a plain "no" among it, so that it is read or said not to be.
        node |= {
            FIELDS + quote(key, safe=""): _text(value)
            for key, value in item.items()
            if key not in KNOWN and value not in (None, "", [], {})
        }
    owner = {"Person": "person_id", "Organization": "organization_id", "Post": "post_id"}.get(kind)
    for embedded in items_of(item, "memberships"):
        if (
            kind == "Organization"
            and own
            and {"organization", "organization_id"} & embedded.keys()
            and not names_a_member(embedded)
        ):
            embedded = {"member_id": own, "member_type": "organization", **embedded}
        elif owner and own and owner.removesuffix("_id") not in embedded:
            embedded = {owner: own, **embedded}
        yield from _node(embedded, "Membership")
    for post in items_of(item, "posts"):
        yield from _node({"organization_id": own, **post} if kind == "Organization" else post, "Post")
    if kind == "Post" and "role" in node:
        office = node.pop("role")
        node["role"] = {"id": office_iri(office), "type": "Role", "name": office}
        if "name" not in node and "label" not in node:
            node["label"] = office
    yield node


def _embedded(end: str, item: Json, within: Json, of: str) -> tuple[str, bool]:
    """The class of a thing in the place of an id, and whether that is sure: a member may be anybody."""
    if said := class_of(item):
        return said, True
    if end != "member" or is_of_a_person(item) or within.get("member_type"):
        return of, True
    return ("Organization", True) if item.get("classification") else (of, False)


def _unread(content: object) -> list[str]:
    """What people and organizations have in them of who is in what, beside memberships; it is said and not read."""
    lists: Json = content if isinstance(content, Mapping) else {}
    fields = [
        (kind, key)
        for listed, kind in COLLECTIONS.items()
        if kind in ("Person", "Organization")
        for item in items_of(lists, listed)
        for key, value in item.items()
        if value and key not in _OF_A_THING and _says_who(key, kind)
    ]
    return [
        f"not read of {of}: {shortened(keys, 3)}; Popolo says who is in what in memberships"
        for of, kind in (("people", "Person"), ("organizations", "Organization"))
        if (keys := list(dict.fromkeys(key for each, key in fields if each == kind)))
    ]


def _says_who(key: str, kind: str) -> bool:
    """Whether a field of a person is called after what people are in, or one of an organization after members."""
    if key in COLLECTIONS and (key != "organizations" or kind != "Person"):
        return False
    if kind == "Person":
        return side_called(key) == "organization" or bool(body_of_people(key_of(key)))
    return side_called(key) == "member"


def _in_languages(value: Json | list[Any]) -> list[dict[str, str]]:
    """The same text in several languages, {"lang:en": "Party", "lang:fr": "Parti"}, English first; or parts of a name.

    >>> _in_languages([{"lang": "fr", "value": "Parti"}, {"lang": "en", "value": "Party"}])[0]
    {'@value': 'Party', '@language': 'en'}
    >>> _in_languages({"first": "Ann", "last": "Lee"})
    [{'@value': 'Ann Lee'}]
    """
    texts = texts_by_language(
        {str(key).removeprefix("lang:"): text for key, text in value.items()} if isinstance(value, Mapping) else value
    )
    if not texts and isinstance(value, Mapping):
        parts = [text for text in value.values() if isinstance(text, str) and text]
        return [{"@value": " ".join(parts) if _PARTS_OF_NAMES.issuperset(value) else parts[0]}] if parts else []
    return sorted(texts, key=lambda each: each.get("@language") != "en")


_PARTS_OF_NAMES = frozenset(("first", "middle", "last", "given", "family"))


def _text(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _own_id(item: Json) -> str:
    """An id for a thing that has none: its name, and a sum of all that is said of it.

    Others may have the same name, or an id that is like it.

    >>> _own_id({"name": "Ana Reis"}) == _own_id({"@type": "Person", "name": "Ana Reis"})
    True
    """
    name = str(item.get("name") or "")
    said: object = item if any(key not in ("name", "@type") for key in item) else name
    written = json.dumps(said, sort_keys=True, ensure_ascii=False)
    return f"{slug(name) or name}-{hashlib.sha256(written.encode()).hexdigest()[:8]}"


def _address(name: str, kind: str) -> str:
    """The address of a thing: ids are unique within their class only, if they are no addresses themselves."""
    if "://" in name:
        return name
    name = name.removeprefix(f"{kind.lower()}/")
    return f"#{kind.lower()}-{quote(name, safe='-_.~/')}"
