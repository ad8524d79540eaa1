"""What the slots of `memberships.txt` read as states: a list of them, "its members", who did what was said before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from ..gazetteer import Named
from ..lexicon import MODALS, STATE_NOUNS, TIME_NOUNS, TREATY_NOUNS
from ..verbs import is_verb
from .antecedents import likened_before, listed_before, meant_by_pronoun, only_state, relative_of, states_before
from .date_slots import dated_after_aside
from .row import STATES, Group, Row
from .state_lists import states_from
from .subjects import gone_before
from .word_slots import DENYING, OF_ANOTHER_KIND, begins, ordinal

__all__ = ["SLOTS"]


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
        while end < len(row.items) and (row.words[end] in _RANKING or ordinal(row, end)):
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
        len(later) == 2 and later[0] in TIME_NOUNS and later[1] in ("later", "afterwards")
    )  # "and Georgia a day later"
    if after is None or not (after.kind == "date" or counted):
        aside = dated_after_aside(row, last + 1)
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
            return end + 1 if row.words[end + 1] == "the" and ordinal(row, end + 2) else None
    return None


_RANKING = frozenset("the and its their member".split())


def _signed(row: Row, at: int) -> list[tuple[Group, int]]:
    """Who signed the treaty that a sentence goes on about: "It | created the EAC", "The treaty | gave birth to it"."""
    states = row.memory.signatories()
    if at or len(states) < 2 or not row.words:
        return []
    named = row.words[:1] == ["it"] or (row.words[0] in ("the", "this") and set(row.words[1:2]) & TREATY_NOUNS)
    end = 1 if row.words[0] == "it" else 2
    return [(Group(tuple(states), (-1,) * len(states), "pronoun", 0, end), end)] if named else []


def _before(row: Row, at: int) -> list[tuple[Group, int]]:
    """Nothing of the words, at the beginning of a bracket that stands after a state."""
    if at or row.before is None or row.before.kind not in STATES:
        return []
    return [(Group((row.before.value,), (-1,), "pronoun", at, at), at)]


def _quantified(row: Row, at: int) -> list[tuple[Any, int]]:
    """States that are told of before they are named: "all former members of the Warsaw Pact | have joined it: …"."""
    opens = at < len(row.items) and (row.words[at] in _SO_MANY or row.items[at].kind == "number")
    if not opens or not begins(row, at):
        return []
    verb = next((n for n in range(at, min(len(row.items), at + 16)) if is_verb(row.items[n])), None)
    if verb is None:
        return []
    said = set(row.words[at:verb])
    told_of = STATE_NOUNS | {"others", "more"}
    plain = not said & (DENYING | OF_ANOTHER_KIND | MODALS | {":", ";", ","} | {"which", "who", "that", "whose"})
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


SLOTS: dict[str, Callable[[Row, int], Sequence[tuple[Any, int]]]] = {
    "members": _members,
    "listed": _listed,
    "possessed": _possessed,
    "gapped": _gapped,
    "before": _before,
    "relative": _relative,
    "neither": _neither,
    "signed": _signed,
    "quantified": _quantified,
    "them": _them,
    "announced": _announced,
    "carried": _carried,
    "owner": _owner,
    "one": _one,
    "whose_country": _whose_country,
    "onward": _onward,
}
