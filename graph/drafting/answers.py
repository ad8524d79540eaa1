"""A question and its short answer, read as the sentence that they say together.

"Is Chad a member of the AU? Yes." says that Chad is a member of the AU; "Which states left it? Chad and Mali." that Chad
and Mali left it. What is not answered in so few words is none of this: the question alone says nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from .lexicon import NUMBERS
from .words import Sentence, Word

__all__ = ["answered"]

_BE = frozenset("is are was were".split())
_HAVE = frozenset(("has", "have"))
_DO = frozenset("does do did".split())
_JOINING = frozenset("and or nor the of &".split())
_YES, _NO = frozenset(("yes",)), frozenset(("no",))
_PAST = {
    "join": "joined",
    "leave": "left",
    "enter": "entered",
    "accede": "acceded",
    "withdraw": "withdrew",
    "quit": "quit",
    "become": "became",
    "rejoin": "rejoined",
    "found": "founded",
    "sign": "signed",
    "return": "returned",
    "meet": "met",
    "ratify": "ratified",
    "belong": "belonged",
}
"""Verbs that a text can ask after with "did"."""


def answered(question: Sentence, answer: Sentence) -> Sentence | None:
    """The sentence that a question and its answer say together; None where they say none.

    Parameters
    ----------
    question : Sentence
        The sentence that ends with a question mark.
    answer : Sentence
        The one behind it; of another paragraph too.
    """
    if question.words[-1].low != "?":
        return None
    asked, said = _without_marks(question.words[:-1]), _without_marks(answer.words)
    if len(asked) < 3 or not said or asked[0].low not in _OPENINGS or "or" in {word.low for word in asked}:
        return None
    if {"?", "“", '"'} & {word.low for word in said}:
        return None
    first = asked[0].low
    if first == "what" and asked[1].low in ("is", "was"):
        words = _defined(asked, said)
    elif first in ("who", "which", "what"):
        words = _named(asked, said)
    elif question.paragraph != answer.paragraph:
        return None  # "No." as a paragraph of its own is no quote that names anybody
    elif first == "when":
        words = _dated(asked, said)
    else:
        words = _agreed(asked, said)
    return _sentence(question, answer, words) if words else None


_OPENINGS = _BE | _HAVE | {*_DO, "who", "which", "what", "when"}


def _without_marks(words: Sequence[Word]) -> list[Word]:
    """The words without "Q:", "A:" or the number or sign of a heading before them."""
    left = list(words)
    while len(left) > 1 and (left[0].low in _SIGNS or (_marks(left[0]) and left[1].low in (":", ".", ")"))):
        del left[: 1 if left[0].low in _SIGNS else 2]
    return left


_SIGNS = frozenset("# * - • – —".split())


def _marks(word: Word) -> bool:
    return word.low in ("q", "a", "question", "answer") or word.text.isdigit()


def _sentence(question: Sentence, answer: Sentence, words: Sequence[Word]) -> Sentence:
    """The words as a sentence of the answer's paragraph; those of a question in another one stand where the answer begins."""
    if question.paragraph == answer.paragraph:
        span = question.start, answer.end
        return Sentence(answer.text, answer.paragraph, tuple(words), answer.begins, span)
    asked, start = set(question.words), answer.start
    moved = (Word(word.text, word.low, start, start) if word in asked else word for word in words)
    return Sentence(answer.text, answer.paragraph, tuple(moved), answer.begins, (start, answer.end))


# Yes and no


def _agreed(asked: list[Word], said: list[Word]) -> list[Word]:
    """ "Is Chad a member of the AU?" "No." """
    verb, subject = asked[0], _subject(asked, 1)
    if subject is None:
        return []
    who, what = asked[1:subject], asked[subject:]
    answer = _yes_or_no(_of_each(said, _how_many(who)))
    if answer is None:
        return []
    agrees, rest = answer
    lows = {word.low for word in asked}
    if not what or _NOT_OF_EACH & lows or (len(rest) > 1 and not agrees and "and" in lows):
        return []
    if not agrees:
        return [*who, _as(verb, verb.low), _as(verb, "not"), *what, *rest]
    if verb.low == "did":
        past = _PAST.get(what[0].low)
        return [*who, _as(what[0], past), *what[1:], *rest] if past else []
    return [*who, *([] if verb.low in _DO else [_as(verb, verb.low)]), *what, *rest]


_NOT_OF_EACH = frozenset("both either any yet still ever all".split())


def _of_each(said: list[Word], number: int) -> list[Word]:
    """An answer as a plain yes or no, where it speaks of each that was asked about: "Yes, all three.", "Neither of them." """
    led = said[0].low in _YES | _NO
    at = 2 if led else 0
    if number < 2 or (led and [word.low for word in said[1:2]] != [","]):
        return said
    for phrase, (agrees, count) in _EACH.items():
        end = at + len(phrase)
        if (
            tuple(word.low for word in said[at:end]) == phrase
            and {word.low for word in said[end : end + 1]} & _AFTER_EACH
        ):
            fits = count in (None, number) and (not led or agrees == (said[0].low in _YES))
            return [_as(said[0], "yes" if agrees else "no"), *said[end:]] if fits else said
    return said


def _how_many(who: Sequence[Word]) -> int:
    """How many names a list has: "Estonia, Latvia and Lithuania"."""
    parting = [n for n, word in enumerate(who) if word.low in (",", "and")]
    return 1 + sum(n + 1 not in parting for n in parting)


_AFTER_EACH = frozenset(". ! , in on since".split())
_SO_MANY = {word: number for word, number in NUMBERS.items() if 2 <= number <= 10}
_EACH: dict[tuple[str, ...], tuple[bool, int | None]] = {
    **{tuple(phrase.split()): (True, None) for phrase in ("all of them", "every one of them", "each of them")},
    **{("all", word): (True, number) for word, number in _SO_MANY.items()},
    **{("all", word, "of", "them"): (True, number) for word, number in _SO_MANY.items()},
    **{tuple(phrase.split()): (True, 2) for phrase in ("both", "both of them")},
    **{tuple(phrase.split()): (False, None) for phrase in ("none of them", "not one of them")},
    **{tuple(phrase.split()): (False, 2) for phrase in ("neither", "neither of them")},
}
"""What is said of each of those that were asked about: whether it agrees, and of how many it can be said."""


def _yes_or_no(said: list[Word]) -> tuple[bool, list[Word]] | None:
    """Whether an answer agrees, and what it goes on with that belongs to it; None where it is no plain yes or no."""
    agrees = said[0].low in _YES or _is(said, *_IT_IS)
    if not agrees and said[0].low not in _NO and not _is(said, "not yet", "not so far", "never", *_IT_IS_NOT):
        return None
    rest = said[1:] if said[0].low in _YES | _NO else said[-1:]
    if rest and rest[0].low == "," and _is(rest[1:], *(_IT_IS if agrees else _IT_IS_NOT)):
        rest = rest[-1:]  # "No, it is not."
    goes_on = len(rest) > 2 and rest[0].low == ","
    fits = _only_since(rest) if agrees else goes_on and rest[1].low in ("although", "though", "but")
    return (agrees, rest) if not rest or rest[0].low in (".", "!") or fits else None


_IT_IS = [f"{it} {does}" for it in ("it", "they") for does in ("is", "are", "does", "do", "has", "have")]
_IT_IS_NOT = [f"{phrase} not" for phrase in _IT_IS]


def _only_since(rest: Sequence[Word]) -> bool:
    """Whether an answer goes on with a date and nothing else: ", since 1995."."""
    plain = [word for word in rest if word.low not in (",", ".")]
    dated = bool(plain) and plain[0].low in ("since", "in", "on")
    return dated and len(plain) < 6 and plain[-1].text[:1].isdigit()


def _subject(words: Sequence[Word], at: int) -> int | None:
    """Where the name ends that is asked about: "Is | the Republic of Korea | in the OECD"."""
    end = at
    while end < len(words) and (words[end].capital or (words[end].low in _JOINING | {","} and end + 1 < len(words))):
        end += 1
    return end if end > at and end < len(words) and words[end - 1].capital else None


# Who, which and when


def _named(asked: list[Word], said: list[Word]) -> list[Word]:
    """ "Which states are in the AU?" "Chad and Mali." — "Who founded it?" "Chad." — "Which are its members?" """
    listed = _list_of(said)
    if not listed:
        return []
    if asked[0].low in ("who", "what", "which") and len(asked) > 2 and asked[1].low in ("are", "were", "is"):
        if asked[2].low in ("the", "its") or asked[2].capital:
            return [*asked[2:], asked[1], *listed, said[-1]]  # "Who are the members of the AU?"
    verb = 1
    if asked[0].low != "who":
        while verb < len(asked) and (asked[verb].low in _ASKED_OF or asked[verb].capital) and verb < 6:
            verb += 1
        if verb < 2 or asked[verb - 1].low not in _ASKED_OF or asked[verb - 1].low in ("of", "the"):
            return []
    rest = asked[verb:]
    if not rest or rest[0].low in ("did", "do", "does", "will", "would", "could", "may", "might", "can", "should"):
        return []
    return [*listed, *rest, said[-1]]


_ASKED_OF = frozenset(
    "states countries nations state country nation members member of the these those its other former baltic nordic"
    " african european".split()
)


def _defined(asked: list[Word], said: list[Word]) -> list[Word]:
    """ "What is ANZUS?" "A treaty signed by Australia, New Zealand and the United States." """
    whole = bool(_FINITE & {word.low for word in said[:8]})
    return [*asked[2:], asked[1], *said] if said[0].low in ("a", "an", "the") and not whole else []


_FINITE = _BE | _HAVE | frozenset("had will would may might can could".split())


def _list_of(said: Sequence[Word]) -> list[Word]:
    """The names that an answer has, without what it begins with: "Only two: | Ireland and Cyprus"."""
    words = list(said[:-1]) if said[-1].low == "." else []
    if not words or len(words) > 60:
        return []
    colon = next((n for n, word in enumerate(words[:4]) if word.low == ":"), None)
    if colon is not None:
        if not all(word.low in _BEFORE_COLON or word.text.isdigit() for word in words[:colon]):
            return []
        words = words[colon + 1 :]
    while words and words[0].low in ("only", "just"):
        words = words[1:]
    plain = all(word.capital or word.low in _LISTING for word in words)
    return words if words and plain and words[-1].capital else _without_asides(words)


def _without_asides(words: Sequence[Word]) -> list[Word]:
    """A list without what is said of each between commas: "Ireland, which has opted out, and Cyprus"."""
    kept: list[Word] = []
    aside = False
    for n, word in enumerate(words):
        if not aside and word.low == "," and words[n + 1 : n + 2] and words[n + 1].low in ("which", "who"):
            aside = True
        elif aside and word.low == ",":
            aside = False
            kept.append(word)
        elif not aside:
            kept.append(word)
    plain = all(word.capital or word.low in _LISTING for word in kept)
    return kept if kept and plain and kept[-1].capital and len(kept) < len(words) else []


_LISTING = frozenset(", and the of &".split())
_BEFORE_COLON = {"only", "just", "these", *(word for word, number in NUMBERS.items() if 2 <= number <= 12)}


def _dated(asked: list[Word], said: list[Word]) -> list[Word]:
    """ "When did Chad join the AU?" "In 1963." """
    plain = [word for word in said if word.low not in (",", ".")]
    day = 0 < len(plain) < 10 and plain[0].low in ("in", "on") and any(word.text[:1].isdigit() for word in plain)
    lower = [word for word in plain[1:] if word.text[0].islower() and word.low not in ("of", "in", "at", "the")]
    if not day or lower or len(asked) < 4:
        return []
    verb = asked[1]
    subject = 3 if asked[2].low == "it" else _subject(asked, 2)
    if subject is None:
        return []
    who, what = asked[2:subject], asked[subject:]
    if verb.low == "did" and (past := _PAST.get(what[0].low)):
        return [*who, _as(what[0], past), *what[1:], *said]
    return [*who, verb, *what, *said] if verb.low in ("was", "were") else []


def _is(said: Sequence[Word], *phrases: str) -> bool:
    lows = " ".join(word.low for word in said if word.low != ".")
    return lows in phrases


def _as(word: Word, text: str) -> Word:
    return Word(text, text, word.start, word.end)
