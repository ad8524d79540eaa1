"""The states that are the subject of a verb."""

from __future__ import annotations

from ..lexicon import PREPOSITIONS, STATE_NOUNS, STOP, TOGETHER
from ..verbs import is_verb
from .antecedents import announced, counted, meant_by_pronoun, relative_of
from .row import STATES, Group, Row
from .state_lists import states_from

__all__ = ["after_insert", "gone_before", "subjects"]


def subjects(row: Row, at: int) -> list[tuple[Group, int]]:
    """The states that are the subject of what begins at an item: where they stand, and where the verb begins."""
    if at not in row.known_subjects:
        row.known_subjects[at] = _subjects_at(row, at)
    return row.known_subjects[at]


def _subjects_at(row: Row, at: int) -> list[tuple[Group, int]]:
    if (
        at < len(row.items)
        and (is_verb(row.items[at]) or row.words[at] == "having")
        and at
        and row.words[at - 1] in ("and", "but", "or", "then", "nor", ",")
    ):
        found = gone_before(row, at)
        return [(found, at)] if found is not None else []
    relative = relative_of(row, at)
    if relative is None and not row.left_free(at):
        return []
    found = relative or announced(row, at) or counted(row, at) or _in_company(row, at) or meant_by_pronoun(row, at)
    found = found or states_from(row, at, subject=True)
    if found is None:
        return []
    results = [(found, found.end)]
    if found.end < len(row.items) and row.words[found.end] == ",":
        results += [(found, end) for end in after_insert(row, found.end)]
    results += [(found, end) for end in _after_others(row, found.end)]
    if _apposed(row, at, found):
        results.append((found, found.end + 1))
    # "Malta and Cyprus both entered": the word says nothing more.
    results += [
        (found, end + 1)
        for _, end in list(results)
        if end + 1 < len(row.items)
        and row.words[end] in ("both", "all", "each", "only")
        and is_verb(row.items[end + 1])
    ]
    return results


def _in_company(row: Row, at: int) -> Group | None:
    """States that do together what the sentence says: "Along with Kenya and Uganda, Tanzania founded"."""
    if at and row.words[at - 1] not in (";", ":", "but", "and", "while", "that"):
        return None
    opening = next((phrase for phrase in TOGETHER if tuple(row.words[at : at + len(phrase)]) == phrase), None)
    start = at + len(opening) if opening else at + 1
    if opening is None and row.words[at : at + 1] not in (["alongside"], ["besides"]):
        return None
    others = states_from(row, start)
    if others is None or others.how != "named":
        return None
    members, places, comma = list(others.members), list(others.at), others.end
    if row.words[comma : comma + 1] == [","]:
        doers = states_from(row, comma + 1, subject=True)
        if doers is None or doers.how != "named":
            return None
        members, places, comma = [*members, *doers.members], [*places, *doers.at], doers.end
    elif row.words[comma : comma + 1] == ["the"] and (doers := states_from(row, comma, subject=True)) is not None:
        # "Together with Austria and Slovakia the Czech Republic set up"
        members, places, comma = [*members, *doers.members], [*places, *doers.at], doers.end
    elif len(members) < 2:
        return None
    if comma >= len(row.items) or not (is_verb(row.items[comma]) or row.words[comma] in ("not", "never")):
        return None
    return Group(tuple(members), tuple(places), "named", at, comma)


def _apposed(row: Row, at: int, found: Group) -> bool:
    """Whether a comma after the states ends an apposition, so that the verb follows.

    "The newest member, South Sudan, was admitted"; "Peru, together with Chile and Bolivia, forms".
    """
    end = found.end
    if found.how != "named" or end + 1 >= len(row.items) or row.words[end] != ",":
        return False
    if not (is_verb(row.items[end + 1]) or row.words[end + 1] in ("not", "never")):
        return False
    inside = row.words[found.start : end]
    if {"along", "together", "well"} & set(inside) and len(found.members) > 1:
        return True
    if at < 2 or row.words[at - 1] != ",":
        return False
    ranked = at > 2 and row.words[at - 3] == "a" and row.words[at - 2] in _RANKS  # "A fifth, Suriname, belonged to it"
    return ranked or row.words[at - 2] in STATE_NOUNS | {"newcomer", "founder"}


_RANKS = frozenset("second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split())


def _after_others(row: Row, at: int) -> list[int]:
    """Where it goes on after "and four others", "and six other states"."""
    words = row.words
    end = at
    if end < len(words) and words[end] == ",":
        end += 1
    if end >= len(words) or words[end] not in ("and", "together", "along", "with"):
        return []
    while end < len(words) and words[end] in ("and", "together", "along", "with"):
        end += 1
    if end < len(words) and (row.items[end].kind == "number" or words[end] in ("several", "some", "many", "the")):
        end += 1
    its = words[end : end + 2] in (["of", "its"], ["of", "their"])  # "and seven of its allies"
    if not its and (end >= len(words) or words[end] not in ("others", "other", "more", "further")):
        return []
    end += 2 if its else 1
    while end < len(words) and (words[end] in STATE_NOUNS or row.items[end].kind == "proper"):
        end += 1
    return [end + 1, end] if end < len(words) and words[end] == "," else [end]


def gone_before(row: Row, at: int) -> Group | None:
    """The subject of the verb before, which goes on: "Yemen has asked but is not a member"."""
    for start in range(at - 2, -1, -1):
        item, word = row.items[start], row.words[start]
        if word in ("which", "who", "whose") and _closed(row, start, at):
            continue
        if word in ("which", "who") and is_verb(row.items[start + 1]) and "," not in row.words[start:at]:
            return relative_of(row, start)  # "Chad, which left in 2022 and | returned in 2023"
        if word == "because" and row.words[start + 1] == "of":
            continue  # "left because of the cost and came back"
        if word in (
            ";",
            ":",
            "which",
            "who",
            "whose",
            "where",
            "that",
            "he",
            "she",
            "because",
            "although",
            "while",
            "whereas",
        ):
            return None
        if (
            item.kind in ("person", "proper", "office", "body", "acronym")
            and start + 1 < at
            and is_verb(row.items[start + 1])
        ):
            return None
        for group, end in subjects(row, start) if not is_verb(item) else ():
            if end == at:
                return None  # "Chad joined and Mali, one of the founders, left": it is the subject of this verb
            if end < at and group.end <= end and (_may_be_verb(row, end, group) or row.words[end] in ("not", "never")):
                return Group(group.members, group.at, group.how, group.start, at)
    return None


def _may_be_verb(row: Row, at: int, doers: Group) -> bool:
    """Whether a word after its subject is a verb: "Ireland works with NATO but does not belong to it"."""
    if is_verb(row.items[at]):
        return True
    word = row.words[at]
    plain = row.items[at].kind == "word" and word.isalpha() and word not in STOP | PREPOSITIONS
    return (
        plain and doers.how == "named" and (word.endswith("s") if len(doers.members) == 1 else not word.endswith("s"))
    )


def _closed(row: Row, relative: int, at: int) -> bool:
    """Whether a relative clause ends at a comma before an item, so that the main clause goes on there."""
    if not relative or row.words[relative - 1] != ",":
        return False
    return any(row.words[n] == "," and is_verb(row.items[n + 1]) for n in range(relative + 2, at - 1))


def after_insert(row: Row, comma: int, verbs: frozenset[str] = frozenset()) -> list[int]:
    """Where it may go on after what is put in between two commas; `verbs` are further words that it may go on with."""
    if comma + 1 >= len(row.items):
        return []
    first = row.items[comma + 1]
    owner = row.words[comma + 2 : comma + 3] == ["'s"]  # "Kenya, Uganda's neighbor, joined"
    if (first.kind in STATES and not owner) or row.words[comma + 1] in ("and", "or", "but", "while", "whereas"):
        return []
    ends = []
    for at in range(comma + 2, min(len(row.items) - 1, comma + 28)):
        if row.words[at] in (";", ":"):
            break
        following = row.words[at + 1]
        if row.words[at] == "," and (is_verb(row.items[at + 1]) or following in ("not", "never") or following in verbs):
            ends.append(at + 1)
    return ends
