"""Office holders who are spoken of together: "presidents of CST member states", "EU leaders", "participants in the summit".

They are groups: the text does not say who each of them is. Who is spoken of by states ("the leaders of Kenya and
Uganda") is these states.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ...model.naming.forms import slug
from ..gazetteer import Named
from ..lexicon import MEETINGS, STATE_NOUNS
from ..verbs import is_verb
from .row import STATES, Group, Row
from .state_lists import states_from

__all__ = ["Holders", "holders_from", "participants"]

_HOLDERS = frozenset(
    "leaders officials presidents ministers chancellors premiers heads secretaries commissioners ambassadors envoys"
    " representatives delegates delegations lawmakers generals commanders chiefs governors parliamentarians diplomats".split()
)
_OF_STATE = frozenset("state government states governments and".split())
_MEMBERS = frozenset("members member".split()) | STATE_NOUNS
_NOT_THESE = frozenset(
    "some many several few most no not neither nor other all any former ex incoming certain various both half one two".split()
)
"""What says before office holders that others are meant, or not all of them."""
_TAKING_PART = frozenset("participating gathered present assembled meeting".split())


@dataclass(frozen=True)
class Holders(Group):
    """Office holders that are spoken of together; `all_of` are the bodies of all of whose members they are."""

    all_of: tuple[Named, ...] = ()


def holders_from(row: Row, at: int) -> tuple[Holders, int] | None:
    """The groups, or states, whose office holders are named from an item on, and where the words end."""
    before = row.items[at - 1] if at else None
    if before is not None and (before.kind == "number" or before.low in _NOT_THESE):
        return None
    found: dict[Named, int] = {}
    all_of: list[Named] = []
    end, bare = at, False
    while (one := _one_from(row, end) or _bare(row, end)) is not None:
        named, after = one
        bare = bare or _one_from(row, end) is None
        if (
            row.words[after - 1] in ("states", "countries", "members")
            and (body := _body_in(row, end, after)) is not None
        ):
            all_of.append(body)
        found |= {each: row.origin[after - 1] for each in named if each not in found}
        end = after
        while row.words[after : after + 1] and row.words[after] in (",", "and"):
            after += 1
        if after == end or (_one_from(row, after) or _bare(row, after)) is None:
            break
        end = after
    if not found or (bare and len(found) < 3):
        return None  # "ministers" alone could be anybody's
    return Holders(tuple(found), tuple(found.values()), "named", at, end, all_of=tuple(all_of)), end


def _body_in(row: Row, start: int, end: int) -> Named | None:
    """The body in the words for its members."""
    found = [item.value for item in row.items[start:end] if item.kind == "body"]
    return found[0] if len(found) == 1 else None


def _bare(row: Row, at: int) -> tuple[Sequence[Named], int] | None:
    """Offices without a word of whose: "Foreign and Defense Ministers" are two groups."""
    item = row.items[at] if at < len(row.items) else None
    if item is None or item.kind != "office" or not item.low.endswith("s"):
        return None
    *before, head = str(item.value).split()
    each = [f"{one} {head}" for one in " ".join(before).split(" and ")] if "and" in before else [str(item.value)]
    return [Named(slug(one), one, "group") for one in each], at + 1


def _one_from(row: Row, at: int) -> tuple[Sequence[Named], int] | None:
    """One phrase: "the foreign ministers of NATO countries", "EU leaders", "the General Secretary of the Council"."""
    start = at + 1 if row.words[at : at + 1] == ["the"] else at
    end = start
    if end < len(row.items) and row.items[end].kind == "body":
        end += 2 if row.words[end + 1 : end + 2] == ["'s"] else 1
        if (head := _head(row, end)) is not None and row.words[head : head + 1] != ["of"]:
            return [_group(row, start, head)], head
        return None
    head = _head(row, end)
    if head is None or row.words[head : head + 1] not in (["of"], ["from"]):
        return None
    end = head + 1
    if (states := states_from(row, end)) is not None and states.how == "named":
        owned = row.words[states.end : states.end + 1] == ["'s"]  # "leaders of Kenya's opposition"
        return None if owned else (states.members, states.end)
    if row.words[head] == "from":
        return None
    while end < len(row.items) and end - head < 6 and row.items[end].kind == "word" and not _stops(row, end):
        end += 1  # "of inter-state bodies of the"
    if end >= len(row.items) or row.items[end].kind not in ("body", "proper"):
        return None
    end += 1
    while end < len(row.items) and row.words[end] in _MEMBERS:
        end += 1
    return [_group(row, start, end)], end


def _head(row: Row, at: int) -> int | None:
    """Where it goes on after what several office holders are called: "ministers", "heads of state and government"."""
    end = at
    while (
        end < len(row.items) and end - at < 2 and row.words[end] in ("foreign", "defense", "senior", "military", "top")
    ):
        end += 1
    if end >= len(row.items):
        return None
    item = row.items[end]
    if item.kind == "office":
        return end + 1 if item.low.endswith("s") or row.words[end + 1 : end + 2] == ["of"] else None
    named = str(item.value).lower() if item.kind == "proper" else row.words[end]
    if named not in _HOLDERS:
        return None
    end += 1
    if named == "heads" and row.words[end : end + 2] in (["of", "state"], ["of", "government"]):
        end += 2
        while row.words[end : end + 1] and row.words[end] in _OF_STATE:
            end += 1
    return end


def _stops(row: Row, at: int) -> bool:
    return is_verb(row.items[at]) or row.words[at] in (",", ";", ":", "and", "or", "who", "which", "that")


def participants(row: Row, at: int) -> tuple[Named, int] | None:
    """Those who take part in what happened: "participants in the summit", "those taking part in these meetings".

    They are those of the event that is meant, where it is one; else of what the text calls it, in this paragraph.
    """
    words, end = row.words, at
    if words[end : end + 1] == ["the"]:
        end += 1
    if words[end : end + 1] in (["participants"], ["attendees"], ["delegates"]):
        end += 1
    elif words[end : end + 1] == ["those"] and words[end + 1 : end + 2] and words[end + 1] in _TAKING_PART | {"taking"}:
        end += 3 if words[end + 1] == "taking" else 2
    else:
        return None
    if words[end : end + 1] and words[end] in ("in", "at", "of", "to"):
        end += 1
        while end < len(words) and end - at < 8 and not (words[end] in MEETINGS or words[end] == "meetings"):
            if row.items[end].kind != "word" or is_verb(row.items[end]):
                return None
            end += 1
        end += 1
    if end > len(words):
        return None
    event = row.memory.only_event() if words[end - 1] != "meetings" else None
    if event is not None:
        return Named(f"participants-{event.id}", f"participants in the {event.label}", "group"), end
    text = _text(row, at, end)
    return Named(f"{slug(text)}-{row.sentence.paragraph}", text, "group"), end


def _group(row: Row, start: int, end: int) -> Named:
    text = _text(row, start, end)
    head = next((item for item in row.items[start:end] if item.kind == "office"), None)
    one = head is not None and not head.low.endswith("s")
    return Named(slug(text.lower()) or "group", text, "person" if one else "group")


def _text(row: Row, start: int, end: int) -> str:
    words = row.sentence.words
    first, last = row.all[row.origin[start]], row.all[row.origin[end - 1]]
    begin = words[first.start].start
    if first.kind == "body" and first.low == "the":  # "the council's ministers"
        short = str(first.value.abbreviation or first.value.label)
        rest = row.sentence.said(words[first.end - 1].end, words[last.end - 1].end)
        return short + " ".join(rest.split())
    text = " ".join(row.sentence.said(begin, words[last.end - 1].end).split())
    named = first.kind in (*STATES, "body", "demonym", "proper")
    several = len(text.split()) > 1 and text.split()[1][:1].isupper()  # "General Secretary"
    return text if named or several or text[:2].isupper() else text[:1].lower() + text[1:]
