"""Events: meetings, summits, signings, foundings and exercises, with their place and date."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from ...model.naming.forms import slug
from ..dates import TextDate
from ..found import Found, Place
from ..gazetteer import Named
from ..items import Item
from ..lexicon import STOP, TREATY_NOUNS
from ..mentions.name_runs import Mentions
from ..words import Sentence
from .hedges import REPORTS

__all__ = ["events"]

_NOUNS = {
    **dict.fromkeys(("summit", "summits"), "summit"),
    **dict.fromkeys(
        ("meeting", "meetings", "session", "sessions", "talks", "conference", "congress", "gathering", "assembly", "round",
         "consultations", "negotiations", "forum", "ceremony", "retreat", "consultation", "council"), "meeting"),
    **dict.fromkeys(("exercise", "exercises", "drill", "drills", "manoeuvres", "maneuvers", "maneuver"), "exercise"),
    **dict.fromkeys(("signing", "signature"), "signing"),
    **dict.fromkeys(("foundation", "founding", "establishment", "creation", "inauguration"), "founding"),
}  # fmt: skip
_VERBS = {
    **dict.fromkeys(
        ("met", "meet", "meets", "gathered", "gather", "convened", "convene", "assembled", "conferred", "sat", "meeting",
         "gathering", "assemble", "gathers", "convenes", "hosted", "hosts", "host", "reconvened"), "meeting"),
    **dict.fromkeys(("signed", "initialed", "initialled", "sign", "signs", "concluded", "renewed", "inked", "signatures"), "signing"),
    **dict.fromkeys(
        ("founded", "established", "created", "formed", "launched", "re-established", "constituted", "inaugurated",
         "proclaimed", "refounded", "instituted", "born", "existence"), "founding"),
    **dict.fromkeys(("conducted", "held", "opened", "began", "took", "closed", "adopted", "ended", "started", "takes"), "event"),
}  # fmt: skip
_HEDGES = frozenset(
    "may might could would should if unless whether refused failed not never cancelled canceled postponed no neither nor".split()
)
_PLANNED = frozenset("will shall planned scheduled due".split())
_SEATS = frozenset("seat headquarters headquartered based secretariat seated".split())
"""What stands before a place where a body is, not where something happened."""
_NO_PLACES = STOP | frozenset("yesterday tomorrow today".split())
_PLACES = ("capital", "proper", "place", "state", "territory")


def events(
    sentence: Sentence, items: Sequence[Item], mentions: Mentions, quotations: frozenset[int]
) -> Iterator[Found]:
    """The events of a sentence that have a place and a date, or at least one of them."""
    if sentence.words[-1].text == "?":
        return
    for begin, end in _clauses(items):
        part = range(begin, end)
        where = _places(items, part, sentence)
        when = [
            n
            for n in part
            if items[n].kind == "date" and items[n].value.how not in ("until", "till", "by", "before", "after", "since")
        ]
        if not where or not when:
            continue
        done: set[int] = set()
        for place_at, date_at in _together(where, when):
            if done & {place_at, date_at} or date_at in quotations:
                continue
            if _is_seat(items, place_at):
                continue
            trigger = _trigger(items, part, place_at, date_at)
            if trigger is None or _inserted(items, part, date_at) not in (
                _inserted(items, part, place_at),
                _inserted(items, part, trigger),
            ):
                continue
            done |= {place_at, date_at}
            event = _event(sentence, items, part, trigger, place_at, date_at, mentions)
            if event is not None:
                yield event


def _is_seat(items: Sequence[Item], place: int) -> bool:
    """Whether a place is where a body is: "based in Vienna", but not "met at the headquarters in Vienna"."""
    before = items[max(0, place - 5) : place]
    seats = [n for n, item in enumerate(before) if item.low in _SEATS]
    at = seats[-1] - 2 if seats else 0
    return bool(seats) and not (at >= 0 and before[at].low == "at" and before[at + 1].low in ("the", "its", "their"))


def _inserted(items: Sequence[Item], part: range, at: int) -> int:
    """Where what is put in with "which" or "who" begins, if an item stands in it; -1 if it stands in none.

    "The forum, which Fiji joined in 1971, met in Suva": the date is none of the meeting.
    """
    begin = -1
    for n in range(part.start, at + 1):
        if items[n].low == "," and begin >= 0 and not _goes_on(items, n):
            begin = -1
        relative = items[n].low in _RELATIVES and n > part.start
        if relative and (items[n - 1].low == "," or (n > 1 and items[n - 2].low == ",")):
            begin = n
    return begin if any(items[n].low == "," for n in range(at, part.stop)) or begin < 0 else -1


_RELATIVES = frozenset("which who whose whom".split())


def _goes_on(items: Sequence[Item], comma: int) -> bool:
    """Whether a comma does not end what is put in: that of a list or of a date."""
    following = items[comma + 1 : comma + 2]
    return bool(following) and (following[0].kind in (*_PLACES, "date", "body") or following[0].low in ("and", "or"))


def _clauses(items: Sequence[Item]) -> Iterator[tuple[int, int]]:
    """The parts of a sentence that can each tell of an event."""
    begin = 0
    for n, item in enumerate(items):
        if item.low in (";",) or (item.low in ("but", "while", "whereas") and n and items[n - 1].low == ","):
            yield begin, n
            begin = n + 1
    yield begin, len(items)


def _together(where: Sequence[int], when: Sequence[int]) -> list[tuple[int, int]]:
    """Places and dates that stand near each other, the nearest first."""
    near = [(p, d) for d in when for p in where if abs(p - d) < 14]
    return sorted(near, key=lambda pair: (abs(pair[0] - pair[1]), pair[0] > pair[1]))


def _places(items: Sequence[Item], part: range, sentence: Sentence) -> list[int]:
    """Where places stand: names after "in" or "at"."""
    found = []
    for n in part:
        item = items[n]
        if item.kind in ("capital", "proper") and n + 1 < part.stop and items[n + 1].low in ("hosted", "hosts"):
            found.append(n)
        elif (item.kind in _PLACES or (item.capital and item.low not in _NO_PLACES)) and n > part.start:
            before = n - 1
            if item.kind not in _PLACES and items[before].low != ":":
                continue  # a word that opens what stands behind a colon can be a name
            if items[before].low in ("the", "nearby", "neighboring") and before > part.start:
                before -= 1
            where = [each.low for each in items[n + 1 : n + 3]] == [",", "where"]
            labelled = items[before].low == ":" and before > part.start and _kind(items[before - 1], label=True)
            if (
                items[before].low in ("in", "at", "near", "outside")
                or labelled  # "Founded: Lima, 28 April 2011"
                or (where and items[before].low == "to")
                or (
                    items[before].low == "of"
                    and items[before - 1].low
                    in (
                        "city",
                        "capital",
                        "town",
                        "port",
                        "resort",
                        "village",
                    )
                )
            ) or _is_capital(items, n):
                found.append(n)
            elif n + 1 < part.stop and items[n + 1].low in _NOUNS and items[n].kind != "state":
                found.append(n)  # "the Lusaka summit"
    # "Astana, Kazakhstan": the city is the place.
    return [
        n
        for n in found
        if not (items[n].kind in ("state", "territory") and any(items[m].kind != "state" for m in found if m != n))
    ] or found


def _is_capital(items: Sequence[Item], n: int) -> bool:
    """Whether a place is told to be a capital: "in the Fijian capital, Suva", "in the capital of Fiji, Suva"."""
    before = n - 2 if items[n - 1].low == "," else n - 1
    if items[before].kind in ("state", "territory") and items[before - 1].low == "of":
        before -= 2
    lead = [item.low for item in items[max(0, before - 4) : before]]
    return before > 0 and items[before].low == "capital" and bool({"in", "at", "near"} & set(lead))


def _trigger(items: Sequence[Item], part: range, place: int, date: int) -> int | None:
    """The word that tells of an event: the nearest one before the place and the date, else one after them."""
    first, last = min(place, date), max(place, date)
    before = [n for n in range(part.start, last) if _kind(items[n]) or _two_words(items, n)]
    near = [n for n in before if n < first] or before
    if near:
        best = near[-1]
        if _VERBS.get(items[best].low) == "event" and not _two_words(items, best):  # "the summit held in Abuja"
            named = [n for n in near if _kind(items[n]) not in ("event", "")]
            titled = items[best].low == "held" and any(_titled(items[n]) for n in range(part.start, best))
            opened = items[best].low in ("opened", "began", "started") and _is_body(items, best - 1)
            return named[-1] if named else best if titled or opened else None
        return best
    after = [n for n in range(last, part.stop) if _kind(items[n]) not in ("", "event")]
    return after[0] if after and after[0] - last < 12 else None


def _two_words(items: Sequence[Item], n: int) -> str:
    """What two words tell of together: "came into being", "put their names to"."""
    before = items[n - 1].low if n else ""
    if items[n].low == "together" and before in ("came", "come"):
        return "meeting"
    if items[n].low == "being" and before == "into":
        return "founding"
    if items[n].low == "into" and any(
        i.low in ("turned", "transformed", "converted") for i in items[max(0, n - 6) : n]
    ):
        return "founding"  # "turned the treaty into an organization"
    if items[n].low == "adopted" and any(_is_document(i) for i in items[max(0, n - 4) : n]):
        return "signing"  # "the charter, adopted in Cairo"
    return "signing" if items[n].low == "names" and before in ("their", "its") else ""


def _is_document(item: Item) -> bool:
    name = item.value.label if isinstance(item.value, Named) else str(item.value or item.low)
    return bool(_DOCUMENTS & set(name.lower().split()))


_DOCUMENTS = TREATY_NOUNS | {"statute", "constitution", "resolution", "communiqué", "statement"}


def _is_body(items: Sequence[Item], n: int) -> bool:
    """Whether a body ends at an item: its name, or the comma behind its other name."""
    return n >= 0 and (
        items[n].kind == "body" or (n > 0 and items[n].low in (",", ")") and items[n - 1].kind == "body")
    )


def _titled(item: Item) -> bool:
    """Whether a name is that of a meeting: "the 52nd Pacific Islands Forum Leaders Meeting"."""
    name = item.value.label if isinstance(item.value, Named) else str(item.value)
    last = name.lower().split()[-1:]
    return bool(last) and (item.kind in ("proper", "body", "acronym") or item.capital) and last[0] in _NOUNS


def _kind(item: Item, label: bool = False) -> str:
    if item.kind != "word" or (
        item.capital and item.low in _NOUNS and not label and not (item.start == 0 and item.low in _VERBS)
    ):
        return ""
    return _NOUNS.get(item.low) or _VERBS.get(item.low) or ("founding" if item.low == "set" else "")


def _event(
    sentence: Sentence, items: Sequence[Item], part: range, trigger: int, place: int, date: int, mentions: Mentions
) -> Found | None:
    lows = [items[n].low for n in part]
    window = [items[n].low for n in range(max(part.start, trigger - 6), trigger)]
    window = window[max((n + 1 for n, low in enumerate(window) if low in ("since", "when", "where")), default=0) :]
    window = _of_itself(items, trigger, window)
    behind = [items[n].low for n in range(trigger + 1, min(part.stop, max(trigger, place, date) + 6))]
    if _called_off(behind[: behind.index(",") if "," in behind else None]):
        return None
    if _HEDGES & set(window) or "if" in lows or (REPORTS & set(window) and "that" in window):
        return None
    if _to_be(window, ("was", "were")):
        return None  # "were to meet": and did they?
    kind = _two_words(items, trigger) or _kind(items[trigger])
    planned = bool(_PLANNED & set(window)) or _to_be(window)
    when: TextDate = items[date].value
    start, end, inferred = when.start, when.end, False
    if when.yearless:
        year, inferred = mentions.memory.year, True
        start, end = (f"{year}{text[1:]}" if year and text else "" for text in (start, end))
    where = _named(items[place], mentions)
    body = _organizer(items, part, trigger)
    what = f"{kind if kind != 'event' else 'meeting'}"
    title = (
        f"{what} of {body.abbreviation or body.label} in {where.label}"
        if body is not None
        else f"{what} in {where.label}"
    )
    name = slug(f"{title.replace(' of ', ' ').replace(' in ', ' ')} {start}")
    involved = [trigger, place, date]
    words = sentence.words
    span = Place(sentence, words[items[min(involved)].start].start, words[items[max(involved)].end - 1].end)
    data: dict[str, Any] = {
        "event": Named(name, f"{title}, {start}" if start else title, "event"),
        "type": "meeting" if kind == "event" else kind,
        "place": where,
    }
    if start:
        data["start"] = start
        data["inferred"] = inferred
    if end and end > start:
        data["end"] = end
    if body is not None:
        data["body"] = body
    return Found("event", data, [span], "planned" if planned else "stated")


def _of_itself(items: Sequence[Item], trigger: int, window: list[str]) -> list[str]:
    """The words before an event that can make it none: not what is put in, nor that somebody was not at "the summit"."""
    commas = [n for n, low in enumerate(window) if low == ","]
    whole = [item.low for item in items[max(0, trigger - 20) : trigger]]
    if commas and _RELATIVES & set(whole[: len(whole) - len(window) + commas[-1]]):
        window = window[commas[-1] + 1 :]
    definite = [n for n, low in enumerate(window[-4:], max(0, len(window) - 4)) if low in ("the", "this", "that")]
    if items[trigger].low in _NOUNS and definite:
        away = _AWAY & set(window[: definite[-1]])
        return [low for low in window if low not in ("not", "never", "neither", "nor", "refused", "failed") or not away]
    return window


_AWAY = frozenset("attend attended part participate join joined present represented absent come came".split())


def _called_off(after: Sequence[str]) -> bool:
    """Whether what follows says that it did not take place: "was called off", "had to be postponed"."""
    return bool(_NOT_HELD & set(after)) or any(after[n : n + 2] == ["called", "off"] for n in range(len(after)))


_NOT_HELD = frozenset("cancelled canceled postponed scrapped shelved".split())


def _to_be(window: Sequence[str], be: Sequence[str] = ("is", "are")) -> bool:
    return any(window[n] in be and window[n + 1] == "to" for n in range(len(window) - 1))


def _named(item: Item, mentions: Mentions) -> Named:
    if item.kind in ("state", "territory"):
        return item.value  # type: ignore[no-any-return]
    text = mentions.text_of(item)
    return Named(slug(text) or "place", text, "place")


def _organizer(items: Sequence[Item], part: range, trigger: int) -> Named | None:
    """The body whose event it is: the one nearest before the word, or after "of"."""
    for n in range(trigger + 1, min(part.stop, trigger + 4)):
        if items[n].kind == "body" and items[n - 1].low in ("of", "the"):
            return items[n].value  # type: ignore[no-any-return]
    before = [items[n].value for n in range(part.start, trigger) if items[n].kind == "body"]
    return before[-1] if before else None
