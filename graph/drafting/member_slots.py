"""What the slots of `memberships.txt` read, besides bodies: states, numbers, and places where a pattern must begin."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import Any

from ..model.dates import today
from .antecedents import likened_before, listed_before, meant_by_pronoun, only_state, relative_of, states_before
from .dates import TextDate
from .gazetteer import Named
from .lexicon import AUXILIARIES, MODALS, STATE_NOUNS, STOP, TREATY_NOUNS
from .reducing import DASHES
from .row import STATES, Group, Row
from .state_lists import states_from
from .subjects import gone_before
from .verbs import is_verb

__all__ = ["SIZED", "SLOTS"]

_UNITS = frozenset("day days week weeks month months year years".split())
_LEADS = frozenset("and but yet then now today so while".split())
SIZED = re.compile(r"(?:\d+|[a-z]+(?:-[a-z]+)?)-(?:member|nation|state|country|party|strong)")


def _members(row: Row, at: int) -> list[tuple[Group, int]]:
    found = states_from(row, at)
    if found is None and at and row.words[at - 1] in ("which", "whom"):
        found = meant_by_pronoun(row, at)  # "to which all six belong"
    return [(found, found.end)] if found is not None else []


def _listed(row: Row, at: int) -> list[tuple[Group, int]]:
    found = states_from(row, at)
    return [(found, found.end)] if found is not None and found.how == "named" else []


def _possessed(row: Row, at: int) -> list[tuple[Group, int]]:
    found = states_from(row, at, subject=True)
    owned = found is not None and row.words[found.end : found.end + 1] == ["'s"]
    return [(found, found.end)] if found is not None and owned else []


def _gapped(row: Row, at: int) -> list[tuple[Group, int]]:
    """States that are followed by a date of their own: "…, Montenegro in 2017"."""
    found = states_from(row, at, dated=True) or states_from(row, at, subject=True)
    if found is None or found.how != "named" or found.end > len(row.items):
        return []
    last, end = found.at[-1], found.end
    if (ranked := _ranked_after_aside(row, end)) is not None:
        last, end = row.origin[ranked - 1], ranked
        found = replace(found, end=end)
    if row.words[end : end + 1] in (["the"], ["its"], ["their"]):  # "and Haiti the fifteenth in 2002"
        while end < len(row.items) and (row.words[end] in _RANKING or _ordinal(row, end)):
            last, end = row.origin[end], end + 1
        found = replace(found, end=end)
    if row.words[end : end + 1] == ["'s"]:  # "and Chad's in 1994"
        last, end = row.origin[end], end + 1
        found = replace(found, end=end)
    while last + 1 < len(row.all) and row.all[last + 1].low in ("only", "finally", "already", "not"):
        last += 1  # "and Canada only in 1990"
    if last + 2 < len(row.all) and row.all[last + 1].low == "in" and row.all[last + 2].kind in ("capital", "proper"):
        last += 2  # "and Chad in Arusha in 2004"
    after = row.all[last + 1] if last + 1 < len(row.all) else None
    later = [item.low for item in row.all[last + 2 : last + 4]]
    counted = (
        len(later) == 2 and later[0] in _UNITS and later[1] in ("later", "afterwards")
    )  # "and Georgia a day later"
    if after is None or not (after.kind == "date" or counted):
        aside = _dated_after_aside(row, last + 1)
        return [(replace(found, end=aside), aside)] if aside is not None and found.end < aside else []
    if found.end < len(row.items) and is_verb(row.items[found.end]) and row.words[at - 1] != "of":
        return []
    return [(found, found.end)]


def _ranked_after_aside(row: Row, comma: int) -> int | None:
    """Where a rank begins behind what is put in: "and Chad, despite protests, | the ninth in 2014"."""
    if row.words[comma : comma + 1] != [","]:
        return None
    for end in range(comma + 1, min(len(row.items) - 2, comma + 7)):
        if row.items[end].kind in STATES or is_verb(row.items[end]):
            return None
        if row.words[end] == ",":
            return end + 1 if row.words[end + 1] == "the" and _ordinal(row, end + 2) else None
    return None


_RANKING = frozenset("the and its their member".split())


def _dated_after_aside(row: Row, comma: int) -> int | None:
    """Where a row goes on after what is put in between a state and its date: "Haiti, delayed by a coup, in 1999"."""
    if comma >= len(row.all) or row.all[comma].low != ",":
        return None
    for place in range(comma + 1, min(len(row.all) - 1, comma + 12)):
        item = row.all[place]
        long = item.kind == "date" and item.value.how in (
            "since",
            "until",
            "till",
        )  # "the Maldives, gone since 2016, in"
        if item.kind in STATES or (item.kind == "date" and not long):
            return None
        if item.low in AUXILIARIES or item.low in (";", ":", "but"):
            return None
        if item.low == ",":
            if row.all[place + 1].kind != "date":
                return None
            return next((n for n, origin in enumerate(row.origin) if origin > place), len(row.items))
    return None


def _signed(row: Row, at: int) -> list[tuple[Group, int]]:
    """Who signed the treaty that a sentence goes on about: "It | created the EAC", "The treaty | gave birth to it"."""
    states = row.memory.signatories()
    if at or len(states) < 2 or not row.words:
        return []
    named = row.words[:1] == ["it"] or (row.words[0] in ("the", "this") and set(row.words[1:2]) & TREATY_NOUNS)
    end = 1 if row.words[0] == "it" else 2
    return [(Group(tuple(states), (-1,) * len(states), "pronoun", 0, end), end)] if named else []


def _begin(row: Row, at: int) -> list[tuple[Any, int]]:
    """Nothing of the words, where a clause begins here."""
    opens = at == 0 or row.words[at - 1] in (";", ":", "“", '"') or (at == 1 and row.words[0] in _LEADS)
    opens = opens or (at > 1 and row.words[at - 2] == "," and row.words[at - 1] in ("and", "but", "while"))
    return [(None, at)] if opens else []


def _before(row: Row, at: int) -> list[tuple[Group, int]]:
    """Nothing of the words, at the beginning of a bracket that stands after a state."""
    if at or row.before is None or row.before.kind not in STATES:
        return []
    return [(Group((row.before.value,), (-1,), "pronoun", at, at), at)]


def _sized(row: Row, at: int) -> list[tuple[Any, int]]:
    """ "Six-member", "15-nation"."""
    if at < len(row.items) and SIZED.fullmatch(row.words[at]):
        return [(row.words[at], at + 1)]
    return []


def _superlative(row: Row, at: int) -> list[tuple[Any, int]]:
    """ "Poorest", "most populous", "only Nordic"."""
    words = row.words
    if at >= len(words):
        return []
    if words[at] == "most" and at + 1 < len(words) and row.items[at + 1].kind == "word":
        return [(words[at + 1], at + 2)]
    if words[at] == "only":
        after = at + 2 if at + 1 < len(words) and row.items[at + 1].kind in ("proper", "demonym") else at + 1
        return [(words[at], after)]
    if row.items[at].kind == "word" and words[at].endswith("est") and words[at] not in ("west", "interest", "guest"):
        return [(words[at], at + 1)]
    return []


def _dash(row: Row, at: int) -> list[tuple[Any, int]]:
    """A dash, which elsewhere counts as a comma."""
    if at < len(row.items) and row.words[at] == "," and row.all[row.origin[at]].low in DASHES:
        return [(None, at + 1)]
    return []


def _historic(row: Row, at: int) -> list[tuple[Any, int]]:
    """Nothing of the words, where the sentence tells of the past in the present tense: "In 1981 Greece joins"."""
    dates = [item.value for item in row.all if item.kind == "date"]
    past = [date for date in dates if not date.yearless and max(date.start, date.end) <= today()]
    told = (
        past
        and all(date in past or date.yearless for date in dates)
        and all(date.how in ("", "in", "on") for date in dates)
    )
    told_of = row.all[: _clause_end(row, at)]
    lows = {
        item.low
        for item, after in zip_longest(told_of, told_of[1:])
        if after is None or after.low not in ("well", "then")
    }
    return [(None, at)] if told and not _OPEN & lows else []


def _clause_end(row: Row, at: int) -> int:
    """Where the clause ends that goes on at an item, among all items: at the next comma."""
    begin = row.origin[at] if at < len(row.origin) else len(row.all)
    return next((n for n in range(begin, len(row.all)) if row.all[n].low in (",", ";")), len(row.all))


_OPEN = frozenset("when once until till before after if whether that soon unless would will may might could".split())


def _trait(row: Row, at: int) -> list[tuple[Any, int]]:
    """An adjective that says where a member is from: "African", "Baltic"."""
    if at < len(row.items) and row.items[at].kind in ("proper", "demonym"):
        return [(str(row.items[at].value), at + 1)]
    return []


def _gap(row: Row, at: int) -> list[tuple[Any, int]]:
    """A few words that name nobody: "states | that were never colonies | such as"."""
    ends = []
    for end in range(at, min(len(row.items), at + 9)):
        ends.append((None, end))
        of_state = row.items[end].kind in STATES and row.words[end - 1] == "of"
        named = row.items[end].kind not in ("word", "demonym", "number", "proper", "acronym") and not of_state
        noun = row.words[end - 1] == "the"  # "the first of the defeated to be admitted"
        finite = end > at and is_verb(row.items[end]) and not noun and row.words[at] not in ("that", "which", "who")
        if named or finite or row.words[end] in (",", ";", ":"):
            break
    return ends


def _stretch(row: Row, at: int) -> list[tuple[Any, int]]:
    """Whatever stands before a colon in the same clause: "thirteen states | between the Baltic and the Black Sea | :"."""
    for end in range(at, min(len(row.items), at + 18)):
        if row.words[end] == ":":
            return [(None, end)]
        if row.words[end] == ";" or is_verb(row.items[end]) or row.words[end] in _OF_ANOTHER_KIND:
            break
    return []


_OF_ANOTHER_KIND = frozenset(
    "not but while mind sight view waiting prospect prospects future line list lists reserve talks negotiations".split()
)
"""What takes back that states are members: "three new members in mind: …"."""
_DENYING = frozenset("not never no cannot nor neither hardly".split())


def _does(row: Row, at: int) -> list[tuple[Any, int]]:
    """What somebody does, from its verb on, up to where "without" or "while" goes on: "cooperate with it | without"."""
    if at >= len(row.items) or not (is_verb(row.items[at]) or row.items[at].kind == "word"):
        return []
    for end in range(at + 1, min(len(row.items), at + 16)):
        if row.words[end] in ("without", "while"):
            said = set(row.words[at:end])
            free = not said & (_DENYING | {"which", "who", "that", "if", *MODALS})
            comma = end - 1 if row.words[end - 1] == "," else end
            return [(None, end)] if free and "," not in row.words[at:comma] else []
        if row.words[end] in (";", ":"):
            break
    return []


def _quantified(row: Row, at: int) -> list[tuple[Any, int]]:
    """States that are told of before they are named: "all former members of the Warsaw Pact | have joined it: …"."""
    opens = at < len(row.items) and (row.words[at] in _SO_MANY or row.items[at].kind == "number")
    if not opens or not _begin(row, at):
        return []
    verb = next((n for n in range(at, min(len(row.items), at + 16)) if is_verb(row.items[n])), None)
    if verb is None:
        return []
    said = set(row.words[at:verb])
    told_of = STATE_NOUNS | {"others", "more"}
    plain = not said & (_DENYING | _OF_ANOTHER_KIND | MODALS | {":", ";", ","} | {"which", "who", "that", "whose"})
    return [(None, verb)] if plain and said & told_of else []


_SO_MANY = frozenset("a all most many several some both almost nearly".split())


def _relative(row: Row, at: int) -> list[tuple[Group, int]]:
    found = relative_of(row, at)
    return [(found, found.end)] if found is not None else []


def _neither(row: Row, at: int) -> list[tuple[Group, int]]:
    if at >= len(row.items) or row.words[at] not in ("neither", "none"):
        return []
    if (found := _none_of_a_body(row, at)) is not None:
        return [(found, found.end)]
    end = at + 1
    number = 2 if row.words[at] == "neither" else None
    if end < len(row.items) and row.words[end] == "of":
        end += 1
        if end < len(row.items) and row.words[end] in ("the", "these", "those"):
            end += 1
        elif end >= len(row.items) or row.words[end] not in ("them", "which", "whom"):
            return []
        else:
            end += 1
        if end < len(row.items) and row.items[end].kind == "number":
            number, end = row.items[end].value, end + 1
        if end < len(row.items) and row.words[end] in STATE_NOUNS:
            end += 1
        if end < len(row.items) and row.words[end] == ",":
            listed = states_from(row, end + 1)
            if listed is not None and row.words[listed.end : listed.end + 1] == [","]:
                return [(listed, listed.end + 1)]
        if end < len(row.items) and not (is_verb(row.items[end]) or row.words[end] in ("so", "ever")):
            return []
    elif end < len(row.items) and row.words[end] in ("country", "state", "one"):
        end += 1
    states = listed_before(row, at) or row.memory.several(number)
    if number is not None and len(states) != number:
        states = likened_before(row, at)
    if number is not None and len(states) != number:
        return []
    return [(Group(tuple(states), (-1,) * len(states), "pronoun", at, end), end)] if states else []


def _none_of_a_body(row: Row, at: int) -> Group | None:
    """The members of a body, as far as the text has named them: "none of the GUAM states", "none of its members"."""
    words, items, noun = row.words, row.items, at + 3
    if words[at : at + 2] != ["none", "of"] or noun >= len(items):
        return None
    number = items[noun].value if items[noun].kind == "number" else None
    noun += number is not None
    if words[at + 2] == "its":
        body = row.memory.only_body(here=row.bodies_before(at), subject=at == 0)
    elif words[at + 2] == "the" and noun < len(items) and items[noun].kind in ("body", "acronym"):
        body, noun = items[noun].value, noun + 1
    else:
        return None
    after = noun + 2 if words[noun : noun + 2] in _MEMBER_STATES else noun + 1
    if body is None or not _OF_A_BODY & set(words[noun : noun + 1]) or after >= len(items):
        return None
    if not (is_verb(items[after]) or words[after] in ("so", "ever")):
        return None  # "none of the GUAM states but Moldova"
    states = [state for state, _ in row.memory.members_of(body)]
    if len(states) < 2 or number not in (None, len(states)):
        return None
    return Group(tuple(states), (-1,) * len(states), "pronoun", at, after)


_OF_A_BODY = frozenset("states countries members member nations".split())
_MEMBER_STATES = (["member", "states"], ["member", "countries"], ["member", "nations"])


def _number(row: Row, at: int) -> list[tuple[Any, int]]:
    if at < len(row.items) and row.items[at].kind == "number" and row.items[at].value is not None:
        return [(row.items[at].value, at + 1)]
    return []


def _ordinal(row: Row, at: int) -> list[tuple[Any, int]]:
    if at < len(row.items) and re.fullmatch(
        r"\d+(?:st|nd|rd|th)|(?:[a-z]+-)?(?:first|second|third|\w+th)|[a-z]+(?:teenth|tieth)", row.items[at].low
    ):
        return [(row.items[at].low, at + 1)]
    return []


def _word(row: Row, at: int) -> list[tuple[Any, int]]:
    if at < len(row.items) and row.items[at].kind in ("proper", "demonym"):
        return [(str(row.items[at].value), at + 1)]  # "Nordic", "Baltic", "Micronesian"
    if at < len(row.items) and row.items[at].kind == "word" and row.items[at].low[:1].isalpha():
        if row.items[at].low not in STOP - {"members"} and not is_verb(row.items[at]):
            return [(row.items[at].low, at + 1)]
    return []


def _aside(row: Row, at: int) -> list[tuple[Any, int]]:
    """What is put in between two commas."""
    if at >= len(row.items) or row.words[at] != ",":
        return []
    stops = range(at + 2, min(len(row.items), at + 14))
    return [(None, end + 1) for end in stops if row.words[end] == "," and ";" not in row.words[at:end]]


def _until(row: Row, at: int) -> list[tuple[Any, int]]:
    """Nothing of the words, where a date with "until" stands here."""
    if at == 0:
        return []
    return [(date, at) for date in _dates_unseen(row, at) if date.how in ("until", "till") or date.end][:1]


def _dates_unseen(row: Row, at: int) -> list[TextDate]:
    """The dates that stand before an item, with nothing else that patterns see between."""
    first = row.origin[at - 1] + 1 if at else 0
    last = row.origin[at] if at < len(row.items) else len(row.all)
    return [item.value for item in row.all[first:last] if item.kind == "date"]


def _since(row: Row, at: int) -> list[tuple[Any, int]]:
    """Nothing of the words, where a date with "since" stands here or before the verb."""
    for date in _dates_unseen(row, at):
        if date.how == "since":
            return [(date, at)]
    first = row.all[0] if row.all else None
    if first is not None and first.kind == "date" and first.value.how == "since":
        return [(first.value, at)]
    return []


def _dated(row: Row, at: int) -> list[tuple[Any, int]]:
    """Nothing of the words, where a day, month or year of the past or present stands here."""
    place = row.origin[at - 1] + 1 if at else 0
    if place < len(row.all) and row.all[place].kind == "date":
        date = row.all[place].value
        if date.how in ("in", "on", "") and not date.yearless and date.start <= today():
            return [(date, at)]
    return []


def _dated_aside(row: Row, at: int) -> list[tuple[Any, int]]:
    """A comma before which only a date of the past stands: ", admitted in 1923, …"."""
    return [(date, at + 1) for date, _ in _dated(row, at) if row.words[at : at + 1] == [","]]


def _carried(row: Row, at: int) -> list[tuple[Group, int]]:
    """Nothing of the words, where a passive goes on without its verb: "was admitted in 1934 and | expelled"."""
    if not at or row.words[at - 1] not in ("and", "but", "then", ","):
        return []
    found = gone_before(row, at)
    if found is None or not {"was", "were", "been"} & set(row.words[found.start : at]):
        return []
    return [(found, at)]


def _onward(row: Row, at: int) -> list[tuple[Group, int]]:
    """Nothing of the words, where "only to" goes on with what the subject did next: "came back, only to leave"."""
    if row.words[at : at + 2] != ["only", "to"]:
        return []
    found = gone_before(row, at)
    return [(found, at)] if found is not None else []


def _whose_country(row: Row, at: int) -> list[tuple[Group, int]]:
    """The state of somebody who holds an office: "Hungarian Prime Minister Orbán, | whose country | belongs to"."""
    if row.words[at : at + 2] not in (["whose", "country"], ["whose", "government"]):
        return []
    for n in range(at - 1, max(-1, at - 9), -1):
        if row.items[n].kind in (*STATES, "demonym") and isinstance(row.items[n].value, Named):
            return [(Group((row.items[n].value,), (row.origin[n],), "pronoun", at, at + 2), at + 2)]
        if is_verb(row.items[n]):
            break
    return []


def _one(row: Row, at: int) -> list[tuple[Group, int]]:
    """Nothing of the words, where only one state can be meant."""
    state = only_state(row, at)
    return [(Group((state,), (-1,), "pronoun", at, at), at)] if state is not None else []


def _headed(row: Row, at: int) -> list[tuple[Any, int]]:
    """The colon behind the date of a chronicle's entry: "2009 | : | Slovakia."."""
    dated = bool(row.all) and row.all[0].kind == "date" and row.words[:1] == [":"]
    return [(None, 1)] if at == 0 and dated else []


def _whole(row: Row, at: int) -> list[tuple[Any, int]]:
    """Nothing of the words, where the sentence ends here."""
    return [(None, at)] if at >= len(row.items) or row.words[at:] in (["."], [";"]) else []


def _ends(row: Row, at: int) -> list[tuple[Any, int]]:
    """Nothing of the words, where a clause ends here."""
    return [(None, at)] if at >= len(row.items) or row.words[at] in _CLAUSE_ENDS else []


_CLAUSE_ENDS = frozenset((",", ";", ".", ":", "and", "but", "while", "whereas", "when", "after", "before"))


def _owner(row: Row, at: int) -> list[tuple[Group, int]]:
    """The states that "its" or "their" means before what happens to a membership: "and its suspension was lifted"."""
    if at >= len(row.items) or row.words[at] not in ("its", "their"):
        return []
    if row.words[at] == "its":
        state = only_state(row, at)
        states: Sequence[Named] = () if state is None else (state,)
    else:
        states = listed_before(row, at) or (() if states_before(row, at) else row.memory.several(None))
    return [(Group(tuple(states), (-1,) * len(states), "pronoun", at, at + 1), at + 1)] if states else []


def _them(row: Row, at: int) -> list[tuple[Group, int]]:
    """The states that "it" or "them" means after a verb."""
    if at >= len(row.items) or row.words[at] not in ("it", "them"):
        return []
    found: tuple[Named, ...] = ()
    if row.words[at] == "it":
        state = only_state(row, at)
        found = (state,) if state is not None else ()
    else:
        found = tuple(listed_before(row, at))
    return [(Group(found, (-1,) * len(found), "pronoun", at, at + 1), at + 1)] if found else []


def _announced(row: Row, at: int) -> list[tuple[Group, int]]:
    """States that are named after the sentence, or the part of it, that told how many members a body has."""
    found = states_from(row, at)
    ready = row.memory.has_announced(former="former" in row.words[:at])
    return [(found, found.end)] if ready and found is not None and found.how == "named" else []


def _treaty(row: Row, at: int) -> list[tuple[Any, int]]:
    """A treaty by its name: "the Treaty of Chaguaramas", "the Bangkok Declaration"."""
    end = at + 1 if at < len(row.items) and row.words[at] in ("the", "a") else at
    if end < len(row.items) and row.items[end].kind in ("body", "demonym", "capital"):
        if end + 1 < len(row.items) and row.items[end + 1].kind == "proper":
            end += 1  # "the ASEAN Declaration", "the London Declaration"
    if end < len(row.items) and row.items[end].kind in ("proper", "body"):
        item = row.items[end]
        text = item.value.label if isinstance(item.value, Named) else str(item.value)
        if TREATY_NOUNS & {word.lower().removesuffix("s") for word in text.split()} or "treaties" in text.lower():
            return [(text, end + 1)]
    return []


SLOTS: dict[str, Callable[[Row, int], Sequence[tuple[Any, int]]]] = {
    "members": _members,
    "listed": _listed,
    "possessed": _possessed,
    "gapped": _gapped,
    "begin": _begin,
    "before": _before,
    "sized": _sized,
    "superlative": _superlative,
    "relative": _relative,
    "neither": _neither,
    "number": _number,
    "ordinal": _ordinal,
    "word": _word,
    "aside": _aside,
    "trait": _trait,
    "dash": _dash,
    "historic": _historic,
    "gap": _gap,
    "stretch": _stretch,
    "does": _does,
    "signed": _signed,
    "quantified": _quantified,
    "until": _until,
    "since": _since,
    "dated": _dated,
    "them": _them,
    "announced": _announced,
    "dated_aside": _dated_aside,
    "carried": _carried,
    "owner": _owner,
    "ends": _ends,
    "headed": _headed,
    "whole": _whole,
    "one": _one,
    "whose_country": _whose_country,
    "onward": _onward,
    "treaty": _treaty,
}
