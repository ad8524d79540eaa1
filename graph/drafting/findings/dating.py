"""The date of what a sentence says of a member and a body, and where in it this stands."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ...model.dates import today
from ..dates import TextDate
from ..found import Place
from ..items import Item
from ..lexicon import ADVERBS, MEETINGS
from ..slots.reducing import DASHES
from ..slots.row import Bodies
from ..slots.stream import Stream
from ..verbs import is_verb
from .matching import Match

__all__ = ["UP_TO", "date_of", "gone_in_brackets", "place_of", "respectively", "then_came", "until_of"]


def place_of(stream: Stream, match: Match, n: int, date: TextDate | None = None) -> Place:
    """Where it is said: from the member's name (or the pronoun) to the end of the pattern and the date."""
    first = stream.origin[match.start]
    last = stream.origin[match.end - 1]
    place = match.group.at[n] if n < len(match.group.at) else -1
    if place >= 0:
        first, last = min(first, place), max(last, place)
    at = next((n for n, item in enumerate(stream.all) if date is not None and item.value is date), first)
    first, last = min(first, at), max(last, at)
    words = stream.sentence.words
    return Place(stream.sentence, words[stream.all[first].start].start, words[stream.all[last].end - 1].end)


def respectively(stream: Stream) -> bool:
    return any(item.low == "respectively" for item in stream.all)


def date_of(stream: Stream, match: Match, n: int, m: int, section: str) -> TextDate | None:
    """The date of what a pattern says of its n-th member and m-th body.

    The next one after the member's name or, where that is the subject, after the verb; else one before.
    """
    items = stream.all
    if section == "founded" and "left" in match.has:
        return None  # the date is that of those who joined
    last = stream.origin[match.end - 1]
    place = match.group.at[n]
    verb = stream.origin[min(match.verb, len(stream.origin) - 1)]
    bodies = match.bodies if isinstance(match.bodies, Bodies) else None
    begin = max(place, verb if place < verb else place, stream.origin[match.start])
    if bodies is not None and len(bodies) > 1 and bodies.at[m] > begin:
        begin = bodies.at[m]
        last = bodies.at[m] if m + 1 < len(bodies) else last
    if place >= 0 and place + 2 < len(items) and items[place + 1].low == "(" and items[place + 2].kind == "date":
        own: TextDate = items[place + 2].value  # "Belize (1991)"
        return None if own.yearless else own
    if (aside := _own_aside(items, place)) is not None:
        return aside
    if (led := _led_by(items, match.group.at, place)) is not None and led.how in ("", "in", "on"):
        return None if led.yearless else led
    said = stream.words[match.start : match.end]
    waited = {"wait", "waited"} & set(said) or said[:2] == ["not", "did"]  # "Not until 1990 did Chad join"
    wanted = _any_time if waited else _WANTED.get(section, _starts_here)
    if respectively(stream) and len(match.group.members) > 1 and len(match.bodies) < 2:
        dates = [i.value for i in items[begin : last + 8] if i.kind == "date"]
        return dates[n] if len(dates) == len(match.group.members) and not dates[n].yearless else None
    skipped = _together_with(items, last)
    for place in range(begin + 1, min(len(items), last + 14)):
        item = items[place]
        if place in skipped:
            continue
        if item.kind == "date":
            if _of_next(items, place):
                return None
            if _in_brackets_of_another(items, place) or _away_since(items, place):
                continue
            date: TextDate = item.value
            if wanted(date) and not date.yearless:
                return None if _one_of_several(items, place) and len(match.group.members) > 1 else date
            if place > last:
                return None
            continue
        if place <= last or _passes(item):
            continue
        break
    return _inside(stream, match, n, wanted) or _before_it(stream, match, wanted)


def _together_with(items: Sequence[Item], last: int) -> range:
    """What is put in behind an item that tells with whom: "joined the EC, together with Denmark, | in 1973"."""
    behind = [item.low for item in items[last + 1 : last + 3]]
    if behind[:1] != [","] or behind[1:] not in (["together"], ["along"], ["alongside"]):
        return range(0)
    end = next((n for n in range(last + 2, len(items) - 1) if items[n].low == ","), 0)
    return range(last + 1, end + 1) if end and items[end + 1].kind == "date" else range(0)


_Wanted = Callable[[TextDate], bool]


def _inside(stream: Stream, match: Match, n: int, wanted: _Wanted) -> TextDate | None:
    """The only date between where it begins to be said and the n-th member, or between this and the verb.

    "The Comoros, in 1993, were the last to enter".
    """
    if match.group.how != "named":
        return None
    items, member = stream.all, max(match.group.at[n], 0)
    before = range(stream.origin[match.start], member)
    verb = stream.origin[min(match.verb, len(stream.origin) - 1)]
    commas = [p for p in range(stream.origin[match.start], min(verb, member)) if items[p].low == ","]
    if commas and not all(items[p].kind == "date" for p in range(commas[0] + 1, commas[-1])):
        before = range(
            max(verb, stream.origin[match.start]), member
        )  # "the OTS, known until 2021 as …, has five members"
    dates = [items[p].value for p in before if items[p].kind == "date" and not _in_brackets_of_another(items, p)]
    if not dates:
        between = items[member + 1 : stream.origin[min(match.verb, len(stream.origin) - 1)]]
        if all(item.kind == "date" or item.low == "," for item in between):
            dates = [item.value for item in between if item.kind == "date"]
    return dates[0] if len(dates) == 1 and wanted(dates[0]) and not dates[0].yearless else None


def _before_it(stream: Stream, match: Match, wanted: _Wanted) -> TextDate | None:
    """The date before what is said, with only dates, commas and adverbs between: "In 2004 Malta joined"."""
    items = stream.all
    beginning = stream.origin[match.start]
    joined_to = items[beginning].low in ("with", "after", "following") or items[beginning - 1].low == "when"
    # "It was in 1969 that …", but not "They agreed in 2008 that …".
    joined_to = joined_to or (items[beginning - 1].low == "that" and items[0].low == "it")
    # A chronicle's "1973: in Lima, Peru …", "1973 – Peru …".
    headed = len(items) > 1 and items[0].kind == "date" and items[1].low in (":", *DASHES)
    for place in range(beginning - 1, -1, -1):
        item = items[place]
        if item.kind == "date" and wanted(item.value) and not item.value.yearless:
            if joined_to:
                return item.value  # type: ignore[no-any-return]
            opens = place == 0 or items[place - 1].low in (",", ";", ":", "and", "but", "while", "whereas", "then", ".")
            return item.value if opens or _at_a_meeting(items[:place]) else None
        if headed and (item.kind in ("capital", "proper", "place") or item.low in (":", "in", "at", *DASHES)):
            continue
        if headed and place > 1 and not is_verb(item) and item.low not in _CLAUSES:
            continue  # "January 2010: Following a coup, Honduras withdraws"
        if item.kind != "date" and not (item.low == "," or (item.kind == "word" and item.low in _LEADING)):
            break
    return None


def _at_a_meeting(before: Sequence[Item]) -> bool:
    """Whether a sentence begins with where somebody met: "At a summit in Arusha | on 3 May 1999, Chad was admitted"."""
    lows = {item.low for item in before}
    return (
        bool(before)
        and before[0].low in ("at", "during")
        and bool(MEETINGS & lows)
        and not any(is_verb(item) for item in before)
        and not {",", "and"} & lows
    )


_LEADING = frozenset("the later then and but finally when that saw brought".split())
_CLAUSES = frozenset(", ; which who that when after before while although though since until because".split()) - {","}


def _one_of_several(items: Sequence[Item], place: int) -> bool:
    """Whether a date is one of two that several states have: "were admitted in 1999 and 2001"."""
    behind = items[place + 1 : place + 3]
    return len(behind) == 2 and behind[0].low == "and" and behind[1].kind == "date"


def _own_aside(items: Sequence[Item], place: int) -> TextDate | None:
    """The date that one of a list has between commas: "Chad, in 2000, and Mali, in 2013, were added"."""
    behind = items[place + 1 : place + 4] if place >= 0 else []
    if [item.kind if item.kind == "date" else item.low for item in behind] != [",", "date", ","]:
        return None
    date: TextDate = behind[1].value
    listed = items[place + 4 : place + 5] and items[place + 4].low == "and"
    return date if (listed or (place > 1 and items[place - 1].low in ("and", "the"))) and date.how == "in" else None


def _led_by(items: Sequence[Item], places: Sequence[int], place: int) -> TextDate | None:
    """The date before a state in a list of which several have one: "in 1999 Chad, in 2003 Mali and in 2010 Niger"."""
    found: dict[int, TextDate] = {}
    for each in places:
        before = each - 2 if each > 1 and items[each - 1].low == "the" else each - 1
        if before >= 0 and items[before].kind == "date":
            found[each] = items[before].value
    led = [each for each in found if each <= place]
    return found[max(led)] if len(found) > 1 and led else None


def gone_in_brackets(stream: Stream, match: Match, n: int) -> TextDate | None:
    """When the n-th member left, where a bracket behind its name says so: "Chile (left in 1976)", "Chile (1969–1976)"."""
    place = match.group.at[n] if n < len(match.group.at) else -1
    items = stream.all
    if place < 0 or [item.low for item in items[place + 1 : place + 2]] != ["("]:
        return None
    close = next((at for at in range(place + 2, min(len(items), place + 8)) if items[at].low == ")"), place)
    inside = items[place + 2 : close]
    dates: list[TextDate] = [item.value for item in inside if item.kind == "date"]
    if len(dates) != 1 or dates[0].yearless:
        return None
    left = bool(_GONE & {item.low for item in inside}) or dates[0].how in UP_TO or bool(dates[0].end)
    return dates[0] if left and not {"may", "will", "to", "not"} & {item.low for item in inside} else None


_GONE = frozenset("left withdrew quit exited withdrawn expelled departed".split())


def _of_next(items: Sequence[Item], place: int) -> bool:
    """Whether a date in a list stands before the name that it belongs to: "Iran, and, since 1992, Uzbekistan"."""
    after = place + 1
    while after < len(items) and items[after].low == ",":
        after += 1
    joined = items[place - 1].low in (",", "and")
    return joined and after < len(items) and items[after].kind in ("state", "territory")


def _in_brackets_of_another(items: Sequence[Item], place: int) -> bool:
    """Whether a date stands in brackets after a state, whose own it is."""
    return place > 1 and items[place - 1].low == "(" and items[place - 2].kind in ("state", "territory")


def until_of(stream: Stream, match: Match) -> TextDate | None:
    """The date up to which something was not so: "did not join until 1990".

    A date in what is put in behind the subject is not it: "Ireland, a member until 1949, is not in the Commonwealth".
    """
    inserted = match.group.end < match.verb and stream.words[match.group.end] == ","
    first = stream.origin[match.verb if inserted else match.start]
    for item in stream.all[first : stream.origin[match.end - 1] + 3]:
        if item.kind == "date" and (item.value.how in ("until", "till", "before") or item.value.end):
            date: TextDate = item.value
            return date
    return None


def _away_since(items: Sequence[Item], place: int) -> bool:
    """Whether a date says since when somebody was not there: "the Maldives, gone since 2016, were readmitted"."""
    return items[place].value.how == "since" and items[place - 1].low in _AWAY


_AWAY = frozenset("gone absent out outside missing away".split())
_COMING = frozenset("come join joined enter entered accede acceded admitted accepted become".split())


_KEPT = frozenset("stayed remained kept held stood".split())


def then_came(stream: Stream, match: Match, until: TextDate) -> bool:
    """Whether what was not so up to a date came about then: "did not join until 1990"."""
    past = until.how in ("until", "till") and not until.end and not until.yearless and until.start <= today()
    words = stream.words[match.start : match.end]
    did = {"did", "was", "were", "didn't", "wasn't", "weren't"} & set(words)
    kept_out = bool(_KEPT & set(words)) and bool({"away", "out", "outside", "aloof"} & set(words))
    return past and (kept_out or (bool(did) and bool(_COMING & set(words))))


def _passes(item: Item) -> bool:
    """Whether an item may stand between what is said and its date."""
    if item.kind in ("place", "capital", "proper", "number", "body"):
        return True
    return item.kind == "word" and (
        item.low in _BETWEEN
        or item.low.endswith(("teenth", "tieth", "first", "second", "third", "th"))
        or item.low in ADVERBS
        or item.low.endswith("ly")
    )


_BETWEEN = frozenset(
    ", ( ) in at on as the of a an its their once again held summit meeting conference session ceremony — – full member members later earlier year years already effective with effect more latest newest youngest"
    " respectively together for good".split()
)


def _starts_here(date: TextDate) -> bool:
    return date.how in ("", "in", "on", "of", "since", "from", "at", "during", "as")


def _any_time(date: TextDate) -> bool:
    return not date.end


def _ends_here(date: TextDate) -> bool:
    return date.how in ("", "in", "on", "until", "till", "at", "during", "from", "as") or bool(date.end)


def _since(date: TextDate) -> bool:
    return date.how in ("since", "from", *UP_TO) or bool(date.end)


UP_TO = ("until", "till")


_WANTED = {"left": _ends_here, "member": _since}
"""Which dates say when a thing of a kind was so; of others those on which it began."""
