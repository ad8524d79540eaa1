"""The bodies that a sentence names by the way: the next sentence does not mean them by "its" or "it"."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from .gazetteer import Named
from .items import Item
from .lexicon import PREPOSITIONS, STATE_NOUNS, TREATY_NOUNS
from .verbs import is_verb

__all__ = [
    "by_the_way",
    "compared",
    "headed",
    "in_passing",
    "inserted",
    "leading",
    "of_a_part",
    "of_its_own",
    "preceding",
]

_LEADING = frozenset("for with unlike like than as toward towards against about besides after".split())
_NOUNS = frozenset(
    "accession entry admission membership application bid alternative rival counterpart response successor predecessor forerunner"
    " precursor heir".split()
)
_NO_VERBS = PREPOSITIONS | {"and", "or", "nor", "'s", "which", "who", "that"}
_SKIPPED = frozenset("the a an its their new old former wider larger smaller then".split())


def by_the_way(items: Sequence[Item]) -> frozenset[str]:
    """The ids of the bodies that stand only in what is added to a sentence: "… ceased to be members on joining the EU".

    A body before the first verb is what the sentence is about, and one after "founded" or "met in" can be.
    """
    return _standing_only(items, lambda at: _entered(items, at) or _beside(items, at)) | compared(items)


def compared(items: Sequence[Item]) -> frozenset[str]:
    """The ids of those of them that what follows cannot go on about either: "the largest body after the UN".

    A body that is entered or left by the way can: "Slovenia was the first to enter the EU. Croatia came second."
    """
    first = _first_verb(items)
    beside = _standing_only(items, lambda at: _beside(items, at))
    return beside | _of_founders(items, first) | _nicknames(items) | of_a_part(items)


def of_a_part(items: Sequence[Item]) -> frozenset[str]:
    """The body of whose members a sentence singles some out: "Of the members of SACU only Eswatini belongs to it"."""
    if not items or items[0].low not in ("of", "among", *_SOME):
        return frozenset()
    if items[0].low in _SOME and not {"it", "them"} & {item.low for item in items}:
        return frozenset()  # "All members of the EAC met": it is about the EAC
    for at in range(2, min(len(items), 9)):
        if is_verb(items[at]) or items[at].low == ",":
            break
        if items[at].kind == "body" and isinstance(items[at].value, Named):
            around = {item.low for item in items[1 : at + 3]}
            named = [item for item in items if item.kind == "body" and item.value == items[at].value]
            return frozenset((items[at].value.id,)) if len(named) == 1 and around & _PARTS else frozenset()
    return frozenset()


def of_its_own(items: Sequence[Item]) -> bool:
    """Whether a sentence begins with what a body has: "Its summit discussed the plan of the AU"."""
    return bool(items) and items[0].low == "its" and any(item.low in _OWNED for item in items[1:4])


_OWNED = frozenset(
    "summit summits leaders members council secretariat ministers assembly charter treaty founders seat headquarters heads"
    " presidency budget statute secretary parliament commission court bank aim aims purpose goal goals chairman".split()
)
_SOME = frozenset("all most some several many few both".split())
_PARTS = frozenset("members member states countries nations parties signatories founders".split())


def _standing_only(items: Sequence[Item], added: Callable[[int], bool]) -> frozenset[str]:
    """The ids of the bodies all whose names in a sentence stand in what is added to it."""
    first = _first_verb(items)
    inserted = _inserted(items)
    aside: set[str] = set()
    about: set[str] = set()
    for at, item in enumerate(items):
        if item.kind == "body" and isinstance(item.value, Named):
            if at > 1 and items[at - 1].low == "(" and items[at - 2].value == item.value:
                continue  # its abbreviation behind it
            itself_aside = at in inserted or _of_its_states(items, at) or _takes_part(items, at)
            itself_aside = itself_aside or _members_of_another(items, at)
            stands = itself_aside or (added(at) if at > first else _opened(items, at, first))
            (aside if stands else about).add(item.value.id)
    return frozenset(aside - about)


def _of_its_states(items: Sequence[Item], at: int) -> bool:
    """Whether a body only says which states are meant, beside another body: "In the CSTO none of the GUAM states is"."""
    noun = items[at + 1].low if at + 1 < len(items) else ""
    word, earlier, _ = _before(items, at) if at else ("", "", 0)
    if noun not in STATE_NOUNS or word != "of" or earlier not in _SOME | {"none"}:
        return False
    return any(item.kind == "body" and item.value != items[at].value for item in items)


def _takes_part(items: Sequence[Item], at: int) -> bool:
    """Whether a body is itself one that takes part in another: "the European Union is represented as well"."""
    behind = [item.low for item in items[at + 1 : at + 4] if item.low not in ("is", "was", "has", "also")]
    return bool(behind) and behind[0] in _PARTICIPATING


_PARTICIPATING = frozenset("represented participates participated attends attended applied acceded invited".split())


def _first_verb(items: Sequence[Item]) -> int:
    return next((n for n, item in enumerate(items) if is_verb(item)), len(items))


def _nicknames(items: Sequence[Item]) -> frozenset[str]:
    """What stands in quotation marks: "the 'Outer Seven', as its founders were called"."""
    inside = zip(items, items[1:], items[2:], strict=False)
    return frozenset(
        b.value.id for a, b, c in inside if b.kind == "body" and a.low in _QUOTES and (c.low in _QUOTES or c.low == ",")
    )


_QUOTES = frozenset(('"', "“", "”", "'", "‘", "’"))


def _opened(items: Sequence[Item], at: int, verb: int) -> bool:
    """Whether a body stands in what a sentence begins with before its subject: "With SAARC in limbo, New Delhi …"."""
    opening = items[0].low in ("with", "unlike", "like", "besides", "despite", "without") and at < 6
    return opening and any(item.low == "," for item in items[at:verb])


def _of_founders(items: Sequence[Item], verb: int) -> frozenset[str]:
    """The bodies whose members founded another one: "Several members of the OAS formed ALBA"."""
    if verb >= len(items) or items[verb].low not in _FOUNDING:
        return frozenset()
    before = {
        item.value.id
        for n, item in enumerate(items[:verb])
        if item.kind == "body" and {"members", "states", "countries"} & {i.low for i in items[max(0, n - 3) : n + 2]}
    }
    after = {item.value.id for item in items[verb:] if item.kind == "body"}
    return frozenset(before - after) if after else frozenset()


_FOUNDING = frozenset("founded formed created established set launched".split())


def inserted(items: Sequence[Item]) -> frozenset[str]:
    """The bodies in what is put in behind states: "Austria and Malta, both in the EU, applied"."""
    there = _inserted(items)
    return frozenset(items[n].value.id for n in there if items[n].kind == "body" and items[0].kind == "state")


def in_passing(items: Sequence[Item]) -> bool:
    """Whether a sentence names bodies only in "on joining the EU" or the like, so that it goes on about another one."""
    for at, item in enumerate(items):
        if item.kind == "body":
            low = [each.low for each in items[:at] if each.low not in _SKIPPED]
            when, act = (["", "", *low])[-2:]
            if not (act.endswith("ing") and when in ("on", "upon", "before", "after", "when", "by")):
                return False
    return True


def headed(items: Sequence[Item]) -> Named | None:
    """The body that a heading within a text is about: it begins with its name, and names no other one."""
    plain = [item for item in items if item.low not in ("#", "the", "*", ".", ")", "(") and item.kind != "number"]
    named = list(dict.fromkeys(item.value for item in plain if item.kind in ("body", "acronym")))
    alone = bool(plain) and plain[0].kind in ("body", "acronym") and len(named) == 1
    behind = next((item for item in plain[1:] if item.value != named[0]), None) if alone else None
    return named[0] if alone and (behind is None or behind.low in _PARTING) else None


_PARTING = frozenset((":", "–", "—", "-", ","))


def preceding(items: Sequence[Item]) -> frozenset[str]:
    """The bodies out of which another one came: "the Community grew out of the Free Trade Association"."""
    found = set()
    for at in range(_first_verb(items), len(items)):
        if items[at].kind == "body" and isinstance(items[at].value, Named):
            word, earlier, _ = _before(items, at)
            came = (word == "of" and earlier == "out") or (word == "from" and earlier in _COMING_FROM)
            found |= {items[at].value.id} if came or word in _REPLACING else set()
    return frozenset(found)


def leading(items: Sequence[Item]) -> Named | None:
    """The body that a sentence begins with, as its subject: "The EEA extends the single market beyond the EU"."""
    subject, end = _opening_body(items)
    if subject is None:
        return None
    if items[end : end + 1] and items[end].low == ",":
        end = _behind_aside(items, end) or end
    follows = items[end] if end < len(items) else None
    verb = follows is not None and follows.kind == "word" and follows.low[:1].isalpha()
    return subject if follows is not None and verb and follows.low not in _NO_VERBS else None


def _opening_body(items: Sequence[Item]) -> tuple[Named | None, int]:
    """The body that a sentence begins with, and where it goes on behind it and what stands in brackets."""
    first = 2 if len(items) > 2 and items[0].kind == "number" and items[1].low in (".", ")") else 0
    first += 1 if items[first : first + 1] and items[first].low in ("the", "today", "now") else 0
    subject = items[first] if first < len(items) else None
    if subject is None or subject.kind != "body" or not isinstance(subject.value, Named):
        return None, 0
    end = first + 1
    if items[end : end + 1] and items[end].low == "(":
        end = next((n + 1 for n in range(end, len(items)) if items[n].low == ")"), len(items))
    return subject.value, end


def _inserted(items: Sequence[Item]) -> range:
    """What stands between two commas behind what a sentence begins with: "the AU, older than the EAC, sits".

    Behind states it is what is said of each of them: "Austria and Malta, both in the EU, applied".
    """
    subject, comma = _opening_body(items)
    if items and items[0].kind == "state":
        begin = next(
            (n for n in range(1, min(len(items) - 1, 12)) if items[n].low == "," and items[n + 1].low in _EACH), None
        )
        end = _behind_aside(items, begin) if begin is not None else None
        return range(begin, end) if begin is not None and end is not None else range(0)
    if subject is None or not items[comma : comma + 1] or items[comma].low != ",":
        return range(0)
    compared_with = items[comma + 1 : comma + 2] and items[comma + 1].low in _COMPARING
    end = _behind_aside(items, comma) if compared_with else None
    return range(comma, end) if end is not None else range(0)


_EACH = frozenset("none all both neither each itself themselves".split())
_COMPARING = frozenset("older younger larger smaller unlike like founded modelled modeled often not sometimes".split())


def _behind_aside(items: Sequence[Item], comma: int) -> int | None:
    """Where a verb goes on after what stands between two commas: "the AU, older than the EAC and larger, sits"."""
    for at in range(comma + 1, min(len(items) - 1, comma + 20)):
        if items[at].low in (";", ":"):
            return None
        if items[at].low == ",":
            return at + 1 if is_verb(items[at + 1]) else None
    return None


def _in_relative(items: Sequence[Item], at: int) -> bool:
    """Whether an item stands in what "which" tells of somebody, with the main verb after it: "Chad, which is in the AU, left"."""
    start = next((n for n in range(at - 1, 0, -1) if items[n].low in ("which", "who", "whose", "that", ",", ";")), 0)
    if items[start].low == "that" and start and items[start - 1].low in STATE_NOUNS:
        return True  # "the first of the countries that had entered the EU"
    if items[start].low not in ("which", "who", "whose") or items[start - 1].low != ",":
        return False
    end = next((n for n in range(at + 1, len(items) - 1) if items[n].low in (",", ";")), len(items))
    return end + 1 < len(items) and items[end].low == "," and is_verb(items[end + 1])


def _of_another(items: Sequence[Item], at: int) -> bool:
    """Whether a body only says what a state is, between commas: "Turkey, a NATO ally, applied"."""
    noun = items[at + 1].low if at + 1 < len(items) else ""
    return at > 1 and noun in STATE_NOUNS and items[at - 1].low in ("a", "an") and items[at - 2].low == ","


def _members_of_another(items: Sequence[Item], at: int) -> bool:
    """Whether somebody is told to be in a body by the way: "all of them members of the OIC", "the only member that"."""
    word, earlier, of = _before(items, at) if at else ("", "", 0)
    if word != "of" or earlier not in ("member", "members"):
        return False
    said = {item.low for item in items[max(0, of - 4) : of - 1]}
    behind = [item.low for item in items[of + 1 : of + 5]]
    return "them" in said or (bool({"only", "first", "last"} & said) and bool({"that", "which", "to"} & set(behind)))


def _one_of_a_list(items: Sequence[Item], at: int) -> bool:
    """Whether a body stands in a list of states: "its members are Norway, Sweden and the European Commission"."""
    before = at - 1
    while before > 0 and items[before].low in ("the", "and", ","):
        before -= 1
    joined = "and" in {item.low for item in items[before + 1 : at]}
    verb = at + 1 < len(items) and is_verb(items[at + 1])  # "… and Norway, and the EU has grown"
    return joined and not verb and items[before].kind == "state" and items[before - 1].low in (",", "the")


_COMING_FROM = frozenset("emerged arose evolved developed descended descends stems grew derives derived".split())
_REPLACING = frozenset("replaced replaces replacing succeeded succeeds succeeding superseded supersedes".split())
_FEELINGS = frozenset("anger dismay annoyance delight surprise displeasure relief irritation satisfaction fury".split())
_TOWARDS = frozenset("to for from with by among between than".split())
_NAMING = frozenset("founded established created formed launched known set started began called up".split())


def _is_treaty(item: Item) -> bool:
    name = item.value.label.lower().split() if isinstance(item.value, Named) else []
    return bool(name) and (name[-1] in TREATY_NOUNS or name[0] in TREATY_NOUNS)


def _before(items: Sequence[Item], at: int) -> tuple[str, str, int]:
    """The two words before a body, without those that belong to its name, and where the nearer one stands."""
    before = at - 1
    while before > 0 and (items[before].low in _SKIPPED or items[before].kind in ("demonym", "number")):
        before -= 1
    return items[before].low, items[before - 1].low if before else "", before


def _entered(items: Sequence[Item], at: int) -> bool:
    """Whether a body is one that somebody enters or leaves by the way: "on joining the EU", "to join the EU"."""
    word, earlier, before = _before(items, at)
    if word == "to":
        return earlier in _NOUNS or earlier.endswith("ing")
    return items[before].kind == "word" and (earlier == "to" or (word.endswith("ing") and word not in _LEADING))


def _beside(items: Sequence[Item], at: int) -> bool:
    """Whether a body is one that another is compared with or told by: "the largest after the UN", "a NATO ally"."""
    if _in_relative(items, at) or _of_another(items, at):
        return True
    word, earlier, before = _before(items, at)
    if word == "by" and at + 1 < len(items) and items[at + 1].low in STATE_NOUNS:
        return True  # "was set up by the BRICS countries"
    if word == "with" and earlier in ("up", "confused", "mistaken"):
        return False  # "should not be mixed up with IORA": it goes on about that one
    if word in _LEADING or (word == "as" and earlier in _NAMING):
        return True  # "the largest after the UN", "was founded as the Andean Pact"
    if _one_of_a_list(items, at):
        return True
    noun = items[at + 1].low if at + 1 < len(items) else ""
    if noun in STATE_NOUNS and noun.endswith("s") and (items[at - 1].kind == "number" or word in ("all", "other")):
        return True  # "comprises all ten ASEAN states"
    if word == "of" and earlier in STATE_NOUNS and before > 1 and items[before - 2].kind == "number":
        return at > _first_verb(items)  # "brings together the 27 states of the EU and others"
    if word == "of" and earlier in _FEELINGS:
        return True  # "to the anger of the EU"
    if word == "of" and earlier in ("member", "members") and before > 1 and items[before - 2].low in _TOWARDS:
        return True  # "is open only to members of the OIC"
    after = [item.low for item in items[at + 1 : at + 3]]
    signed = after[:1] in (["was"], ["were"]) and after[1:] in (["signed"], ["concluded"], ["adopted"])
    if (signed or word in ("signed", "concluded", "adopted")) and _is_treaty(items[at]):
        return any(item.kind == "body" and not _is_treaty(item) for item in items[:at])
    if word in ("of", "by", "under", "with") and _is_treaty(items[at]):
        return word != "of" or earlier in ("signing", "signature", "terms", "conclusion", "ratification")
    return False
