"""A sentence as patterns read it: the items that count, and where they stand in the whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from ...model.naming.forms import slug
from ..gazetteer import Named
from ..items import Item
from ..lexicon import CLOSING, MEETINGS, PREPOSITIONS, STATE_NOUNS
from ..memory import Memory
from ..verbs import is_verb
from ..words import Sentence

__all__ = ["STATES", "Bodies", "Group", "Row", "holder_of"]

STATES = ("state", "territory")
_SEPARATORS = frozenset((",", "and", "&", "or", "nor", "plus"))
_LEFT = frozenset(
    ', ; : ( ) " “ ” – — - -- and but or nor so while whereas although though because since as when after before once'
    " yet until that if whether unless both only either where"
    " said".split()
) - {"said"}
_OPENING = frozenset("unlike like besides in after before with without alongside following despite except".split())
_OPENS = frozenset("by under through in after at during following despite on".split())
"""What a sentence can begin with that has no comma behind it."""
_NOT_LAST = PREPOSITIONS | {"the", "a", "an", "its", "their", "than"}
_ADDED = (
    *(("in", "its", "wake"), ("in", "their", "wake"), ("in", "the", "wake"), ("in", "its", "footsteps")),
    *(
        ("on", "account"),
        ("on", "purpose"),
        ("on", "the", "grounds"),
        ("on", "grounds"),
        ("in", "protest"),
        ("for", "good"),
        ("due", "to"),
    ),
    *(("owing", "to"), ("by", "treaty"), ("in", "turn"), ("as", "well"), ("one", "by", "one"), ("one", "after")),
    *(("at", "the", "second"), ("at", "the", "third"), ("at", "the", "fourth")),
    *(("because", "of"), ("in", "disgust"), ("in", "anger"), ("on", "the", "same"), ("at", "the", "same")),
    *(
        ("in", "its", "own", "right"),
        ("in", "their", "own", "right"),
        ("in", "which"),
        ("in", "whose"),
        ("in", "the", "meantime"),
        ("in", "between"),
        ("without", "a"),
        ("without", "any"),
        ("of", "which"),
        ("for", "whom"),
    ),
)
"""What may follow a bare verb without saying of what: "Chad withdrew in protest"."""
_NARROW = frozenset(
    "and but within while whereas although though as when after because since before once who which or nor until with only there"
    " where despite upon following either during throughout over amid amidst alone under thanks".split()
)


@dataclass(frozen=True)
class Group:
    """States that a slot found: which, at which items they stand (-1 where a pronoun means them), and how."""

    members: tuple[Named, ...]
    at: tuple[int, ...]
    how: str
    start: int
    end: int
    unknown: tuple[str, ...] = ()


class Bodies(tuple[Named, ...]):
    """Bodies that a slot found, and at which items they stand."""

    at: tuple[int, ...]

    def __new__(cls, members: Sequence[Named], at: Sequence[int]) -> Bodies:
        """Make a tuple that knows its places."""
        made = super().__new__(cls, tuple(members))
        made.at = tuple(at)
        return made


def holder_of(state: Named, office: str) -> Named:
    """Whoever holds an office of a state, where the text gives no name."""
    name = f"{state.label} {office}"
    return Named(slug(name) or "person", f"{office} of {state.label}", "person")


@dataclass
class Row:
    """The items that patterns are matched against, without what may stand anywhere.

    `all` are the items of the sentence, `origin` the place in them of each item here.
    """

    sentence: Sentence
    all: Sequence[Item]
    items: list[Item]
    origin: list[int]
    memory: Memory
    before: Item | None = None
    """What stands before the bracket that this is the inside of."""
    words: list[str] = field(default_factory=list)
    quotations: frozenset[int] = frozenset()
    known_slots: dict[tuple[str, int], list[tuple[Any, int]]] = field(default_factory=dict)
    known_subjects: dict[int, list[tuple[Group, int]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.words = [
            item.low if item.kind in ("word", "number", "office") and item.low else f"<{item.kind}>"
            for item in self.items
        ]

    def quoted(self, at: int) -> bool:
        """Whether an item stands in a quotation."""
        return self.origin[at] in self.quotations

    def bodies_before(self, at: int) -> list[Named]:
        """The bodies that the sentence names before an item."""
        end = self.origin[at] if at < len(self.origin) else len(self.all)
        apart = self.memory.singled_out
        return [item.value for item in self.all[:end] if item.kind == "body" and item.value.id not in apart]

    def bodies_here(self) -> tuple[Named, ...]:
        """The body that the sentence names, where it is only one."""
        found = tuple(dict.fromkeys(i.value for i in self.items if i.kind == "body"))
        return found if len(found) == 1 else ()

    def left_free(self, at: int) -> bool:
        """Whether a subject can begin at an item: nothing before it makes it part of something else."""
        if at == 0:
            return True
        before, word = self.items[at - 1], self.words[at - 1]
        if word in STATE_NOUNS and self.words[0] in ("of", "among") and self.items[at].kind in STATES:
            return not any(is_verb(item) or item.low == "," for item in self.items[:at])  # "Of the five states Chad is"
        if (
            before.kind == "word"
            and word not in _LEFT
            and not (at == 1 and before.capital and word not in PREPOSITIONS | {"neither", "no", "not"})
        ):
            return self._opened(at) or self._agreed(at) or (self.words[at] in ("it", "they") and self.date_between(at))
        if before.kind not in ("word",) and not self.date_between(at):
            return False
        if word == "but" and at >= 2 and {"all", "every", "each", "none", "no", "any"} & set(self.words[: at - 1]):
            if not any(is_verb(item) for item in self.items[: at - 1]):
                return False  # "all Nordic states but Norway"
        if (
            word in _SEPARATORS
            and at >= 2
            and self.items[at - 2].kind in (*STATES, "capital")
            and not self.date_between(at - 1)
        ):
            if word == "," and self.words[0] in ("of", "among") and self._opened_by_noun(at - 1):
                return True
            # In the middle of a list, unless the comma ends what stands before the clause: "Unlike Norway, Sweden …".
            if word != ",":
                named = at + 1 < len(self.items) and self.items[at + 1].kind in STATES  # "and the Maldives"
                return self.items[at].kind == "word" and not (self.words[at] == "the" and named)
            start = at - 2
            while start > 0 and (self.items[start].kind in STATES or self.words[start] in ("the", ",", "and", "or")):
                start -= 1
            return self.words[start] in _OPENING and self.items[at].kind in STATES and start <= 2
        return True

    def _opened(self, at: int) -> bool:
        """Whether what stands before an item opens the sentence, with no comma: "By a separate treaty Chad joined"."""
        named = self.items[at].kind in STATES or (self.words[at] == "the" and self.items[at + 1 :][:1])
        opening = self.items[:at]
        plain = all(item.kind == "word" and item.low.isalpha() for item in opening)
        if not named or not plain or at > 6 or self.words[0] not in _OPENS or self.words[at - 1] in _NOT_LAST:
            return False
        return not any(is_verb(item) or item.low in ("and", "or", "which", "that", "whose") for item in opening)

    def _agreed(self, at: int) -> bool:
        """Whether what opens the clause is a paper with its date: "by the Protocol signed on 5 May 1991 Chad joined"."""
        begin = next((n + 1 for n in range(at - 1, -1, -1) if self.words[n] in ("that", ",", ";", ":")), 0)
        paper = self.words[begin] in _OPENS and self.words[at - 1] in ("signed", "concluded", "adopted", "agreed")
        return paper and self.items[at].kind in STATES and self.date_between(at)

    def _opened_by_noun(self, comma: int) -> bool:
        """Whether only "Of the other republics of Yugoslavia" or the like stands before a comma."""
        before = self.items[:comma]
        return bool(STATE_NOUNS & set(self.words[:comma])) and not any(is_verb(i) or i.low == "," for i in before)

    def date_between(self, at: int) -> bool:
        """Whether a date stands before an item that patterns do not see."""
        return at > 0 and any(i.kind == "date" for i in self.all[self.origin[at - 1] + 1 : self.origin[at]])

    def _meeting_follows(self, at: int) -> bool:
        """Whether it is told from an item on at which meeting it was: "at the Astana summit", "at its tenth session"."""
        after = self.words[at + 1 : at + 6]
        if self.words[at - 1] in ("left", "quit", "departed", "exited") or "'s" in after:
            return False  # "left at the session's end"
        return (
            self.words[at] == "at" and bool(after) and after[0] in ("the", "its", "a") and bool(MEETINGS & set(after))
        )

    def closes(self, at: int, bare: bool) -> bool:
        """Whether what was matched may end before an item: the next word does not change what it means."""
        if at >= len(self.items) or self.date_between(at):
            return not bare or at >= len(self.items) or self.words[at] not in ("forces", "hands")
        item, word = self.items[at], self.words[at]
        if word == "'s":
            return False
        if at and self.words[at - 1] == ",":
            return True  # what was put in between ends there
        if item.kind == "word":
            if bare and any(tuple(self.words[at : at + len(phrase)]) == phrase for phrase in _ADDED):
                return True
            if bare:
                together = word == "together" and self.words[at + 1 : at + 2] != ["with"]
                return (
                    together
                    or word in _NARROW
                    or self._meeting_follows(at)
                    or (not word[0].isalnum() and word not in ("'s", "/"))
                )
            return word in CLOSING or is_verb(item) or not word[0].isalnum()
        return item.kind in ("date", "percent", "bracket")
