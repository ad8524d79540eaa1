"""Questions around a question: how many, any, all (see `quantifying`); "could you tell me", "is it true that", a bare year.

Each frame takes some words away (and perhaps puts a plainer one in their place), has the rest read as a question of
its own, and makes of its meaning what the whole means. So every question of rows can be counted, narrowed or asked of
all, without a form of its own for each.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ...model.expression import Body
from ..kinds_of_members import all_may_be_people
from ..language.nouns import PEOPLE
from ..language.openings import AUXILIARIES, INTRODUCTIONS, OPENINGS
from ..language.reading import Reading
from ..language.verbs import plain_form
from ..logic.logical_form import Entities, Question, YesNo
from .framed import ASKING_TAGS, Frame, Words, as_it_is
from .headlines import headlines
from .quantifying import quantifying
from .regional import regional

if TYPE_CHECKING:
    from ...model.dates import Period
    from ..vocabulary import Vocabulary

__all__ = ["Frame", "Words", "frames"]


def frames(asked: Words, vocabulary: Vocabulary, period: Period, question: bool) -> Iterator[Frame]:
    """Every frame that these words may be; `question` is whether a mark says that a statement is one."""
    reading = asked.reading(vocabulary, period)
    yield from _polite(asked, reading)
    yield from _bare_year(asked, reading)
    yield from _time_first(asked, reading)
    yield from _time_within(asked, reading)
    yield from _indirect(asked, reading)
    yield from quantifying(asked, reading, vocabulary, period)
    yield from _true(asked, reading, question)
    yield from _whoever(asked, reading)
    yield from headlines(asked, reading)
    yield from regional(asked, reading, vocabulary)
    yield from _introduced(asked, reading)
    yield from _people(asked, vocabulary)


def _people(asked: Words, vocabulary: Vocabulary) -> Iterator[Frame]:
    """People, where all members are: "are more people in A than in B" asks of its members."""
    if not PEOPLE.keys().isdisjoint(asked.words) and all_may_be_people(vocabulary):
        said = tuple(PEOPLE.get(word, word) for word in asked.words)
        yield Frame(Words(said, said, asked.places), as_it_is)


def _polite(asked: Words, reading: Reading) -> Iterator[Frame]:
    """Politeness before and within a question: "could you tell me, please, which …"."""
    for end in dict.fromkeys(reading.after("PLEASE", 0)):
        if end:
            yield Frame(asked.part(end), as_it_is)
    if "please" in asked.words:
        yield Frame(asked.cut(asked.words.index("please")), as_it_is)


def _introduced(asked: Words, reading: Reading) -> Iterator[Frame]:
    """What leads up to a question: "for an article I am writing, could you check whether …", "my teacher says that …".

    It says nothing itself: it names nothing, denies nothing, and every word of it is one of those that people introduce
    questions by.
    """
    for at in range(1, min(len(asked), _LONGEST_INTRODUCTION)):
        if asked.words[at - 1] not in INTRODUCTIONS or _denies(asked.words[max(0, at - 2) : at]):
            return
        if asked.words[at - 1] not in _LEADS:
            continue
        rest = asked.part(at)
        if rest.words[0] in _BEGINNINGS or rest.begin(*OPENINGS["is it true that"], *OPENINGS["how many"]):
            yield Frame(rest, as_it_is)
        elif asked.words[at - 1] in _BEFORE_STATEMENTS and any(reading.slot("members", at)):
            yield Frame(rest.after("whether"), lambda found: found if isinstance(found, YesNo) else None)


_BEFORE_STATEMENTS = frozenset(
    ("that", "says", "said", "claims", "thinks", "think", "believe", "heard", "read", "whether", "if")
)


def _denies(words: Sequence[str]) -> bool:
    """Whether a word is denied that is more than a doubt: "it is not true that", but not "I am not sure whether"."""
    return words[0] == "not" and words[-1] not in ("not", "sure", "know", "remember", "understand", "certain")


_LONGEST_INTRODUCTION = 20
"""So many words may lead up to a question."""

_LEADS = frozenset(
    (
        "know", "me", "us", "check", "verify", "confirm", "that", "if", "ask", "say", "wondering", "curious", "wonder", "out", "question", "sir",
        "madam", "hello", "hi", "hey", "morning", "evening", "afternoon", "day", "team", "folks", "remember", "sure", "understand", "learn", "see", "please",
        "well", "ok", "okay", "article", "story", "report", "paper", "thesis", "essay", "homework", "project", "book", "presentation", "class", "seminar",
        "course", "research", "piece", "post", "writing", "preparing", "working", "studying", "sorry", "again", "says", "said", "claims", "thinks", "think",
        "believe", "heard", "read", "whether", "way", "bother", "forgot", "information", "certain",
    )
)  # fmt: skip
"""Words by which what leads up to a question ends."""

_BEGINNINGS = AUXILIARIES | {"who", "which", "what", "when", "where", "how", "whether", "in", "since"}
"""Words that a question begins with, after what leads up to it."""

_BEFORE_YEARS = frozenset(
    (
        "in", "of", "since", "after", "before", "until", "till", "by", "from", "to", "and", "or", "between", "during", "as", "at", "for",
        "than", "through", "year", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
        "november", "december", "exactly", "over", "under", "least", "most", "about", "circa", "around",
        "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
    )
)  # fmt: skip
"""Words that say how a year behind them is meant."""


def _bare_year(asked: Words, reading: Reading) -> Iterator[Frame]:
    """A year by itself, for the time that is asked about: "NATO members 1975", "OPEC 1965: which members"."""
    years = [at for at, word in enumerate(asked.words) if _is_year(word) or _are_years(word)]
    if len(years) != 1 or (years[0] and asked.words[years[0] - 1] in _BEFORE_YEARS):
        return
    at = years[0]
    said = asked.part(at, at + 1)
    if any(reading.slot("body", at + 1)):
        # "The 1960 EFTA members" are those of 1960, whatever is asked of them.
        for _, end in reading.slot("body", at + 1):
            for stop in dict.fromkeys(reading.after("NOUN", end)):
                before = asked.part(0, at).then(asked.part(at + 1, stop))
                yield Frame(before.then(said.after("of")).then(asked.part(stop)), as_it_is)
        if at:
            return
    yield Frame(asked.part(0, at).then(asked.part(at + 1)).then(said.after("in")), as_it_is)


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdigit() and "1500" <= word < "2100"


def _are_years(word: str) -> bool:
    """Whether a word is a span of years: "1961-1972"."""
    first, dash, last = word.replace("–", "-").partition("-")
    return bool(dash) and _is_year(first) and _is_year(last) and first < last


def _whoever(asked: Words, reading: Reading) -> Iterator[Frame]:
    """A question without whom it asks for: "in NATO but not in the EU", "was in A in 1995 and in B in 2009"."""
    if asked.begin("in", "not in", "neither in", "only in"):
        if not any(reading.slot("time", 0)):
            yield Frame(asked.after("who", "is"), _of_more_than_one)
    elif (
        asked.words[:1]
        and asked.words[0] in AUXILIARIES
        and _whole(asked)
        and asked.part(1).begin("in", "not in", "a member of", "members of")
    ):
        yield Frame(asked.after("who"), lambda found: found if isinstance(found, Entities) else None)


def _of_more_than_one(found: Question) -> Question | None:
    """Members of more than one body: "in NATO" alone asks nothing."""
    if not isinstance(found, Entities):
        return None
    return (
        None
        if found.membership is not None and isinstance(found.membership.expression, Body) and len(found.conditions) == 1
        else found
    )


def _whole(asked: Words) -> bool:
    """Whether nothing was taken out of the midst of these words."""
    return asked.places == tuple(range(asked.places[0], asked.places[0] + len(asked)))


def _indirect(asked: Words, reading: Reading) -> Iterator[Frame]:
    """A question in the order of a statement, as behind "tell me": "when A joined B", "where the meeting was".

    It comes after "can you tell me" and the like, and many people type questions so.
    """
    for start in dict.fromkeys(reading.any_of(0, *OPENINGS["when"])):
        for subject in ("member|body|event|person|group", "member"):
            for _, end in reading.slot(subject, start):
                if not start < end < len(asked) or asked.words[start] in AUXILIARIES:
                    continue
                opening, named, rest = asked.part(0, start), asked.part(start, end), asked.part(end)
                if rest.words[0] in AUXILIARIES:
                    verb, rest = rest.words[0], rest.part(1)
                else:
                    verb = "did"
                    plain = plain_form(rest.words[0])
                    rest = rest.part(1).after(plain)
                yield Frame(opening.then(named.then(rest).after(verb)), as_it_is)


def _time_first(asked: Words, reading: Reading) -> Iterator[Frame]:
    """A time before the question: "in 1999, how many states joined …", "as of 1950 who was in …"."""
    for end in dict.fromkeys(end for _, end in reading.slot("when", 0)):
        if end < len(asked):
            before = asked.part(0, end)
            if asked.words[0] in ("until", "till"):
                before = before.part(1).after("at", "any", "time", "until")  # not "for the last time in"
            yield Frame(asked.part(end).then(before), as_it_is)


def _time_within(asked: Words, reading: Reading) -> Iterator[Frame]:
    """A time before the verb that it belongs to: "states that in 1966 were in neither A nor B"."""
    for at in range(1, len(asked) - 2):
        if asked.words[at - 1] in ("that", "which", "who"):
            for end in dict.fromkeys(end for _, end in reading.slot("when", at)):
                if end < len(asked) and asked.words[end] in AUXILIARIES:
                    yield Frame(asked.part(0, at).then(asked.part(end)).then(asked.part(at, end)), as_it_is)


def _verb_left_out(word: str) -> str:
    """The verb that a statement without one has: "A still in B" is that it is, "A joined B" that it did."""
    return "is" if word in ("still", "now", "currently", "today", "presently") else "did"


def _true(asked: Words, reading: Reading, question: bool) -> Iterator[Frame]:
    """A statement asked: "is it true that A is in …", "A is in …, right?", "A belongs to …?"."""
    start = next(iter(sorted(reading.any_of(0, *OPENINGS["is it true that"]), reverse=True)), 0)
    tag = asked.tag()
    end = len(asked) - len(tag.split())
    # "A is not in B, is it" asks whether it is; "A is not in B, right" whether it is not.
    turned = tag in ASKING_TAGS
    if not (start or end < len(asked) or question):
        return
    if asked.words[start : start + 1] in (("more",), ("fewer",)):
        # "It is true that more states are in A than in B" has its subject before the verb.
        for at in range(start + 2, min(start + 5, end)):
            if asked.words[at] in AUXILIARIES:
                inner = asked.part(start, at).then(asked.part(at + 1, end)).after(asked.words[at])
                yield Frame(inner, lambda found: found if isinstance(found, YesNo) else None)
    for subject in ("members", "participant", "person", "group", "body"):
        for _, stop in reading.slot(subject, start):
            if start < stop < end:
                rest = asked.part(stop, end)
                if subject in ("members", "person") and any(reading.slot("body", stop)):
                    continue  # "Sweden NATO member" has no verb that says when
                has_verb = rest.words[0] in AUXILIARIES
                verb, rest = (rest.words[0], rest.part(1)) if has_verb else (_verb_left_out(rest.words[0]), rest)
                if turned and rest.words[:1] == ("not",):
                    rest = rest.part(1)
                inner = asked.part(start, stop).then(rest).after(verb)
                yield Frame(inner, lambda found: found if isinstance(found, YesNo) else None)
