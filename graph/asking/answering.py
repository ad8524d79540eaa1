"""From a question to its answer, with evidence; or to an honest refusal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..errors import NotUnderstood
from ..model.dates import Period
from ..model.evidence import weakest
from .answered import answer_to
from .answers import Answer, AnswerEntity
from .brackets import groups_in_brackets, other_reading, read_brackets
from .grammar import readings
from .language.reading import expect_names
from .language.tokens import split
from .logic.logical_form import Question, YesNo
from .meant_names import in_its_years, read_for
from .own_dates import at_own_dates
from .past_members import of_their_time
from .refusals import refusal
from .spelling import corrected
from .vocabulary import Vocabulary
from .whole_names import NOW, with_whole_names
from .why import Connection, Quoted, Reasons, asked_why

if TYPE_CHECKING:
    from ..model.graph import Graph

__all__ = ["MOST_WORDS", "Answer", "AnswerEntity", "answer"]

MOST_WORDS = 60
"""A longer question is not read."""


def answer(graph: Graph, question: str, as_of: str | None = None, vocabulary: Vocabulary | None = None) -> Answer:
    """Answer a question in plain English.

    Parameters
    ----------
    graph : Graph
        The graph that is asked.
    question : str
        The question.
    as_of : str or None
        A date, a period or "any"; None for the dataset's own date.
    vocabulary : Vocabulary or None
        What is known of the graph's wording from earlier questions; None to read it anew.

    Returns
    -------
    Answer

    Raises
    ------
    NotUnderstood
        If no form of question fits; it names the unknown words, the nearest question that can be answered, and
        examples.

    >>> import blocs
    >>> answer(blocs.load(), "how many states are in GUUAM?").value
    5
    """
    vocabulary = vocabulary or Vocabulary(graph)
    vocabulary.asked += 1
    text, labels = with_whole_names(question, graph.names)
    words, written = split(text)
    written = [labels.get(word, word) for word in written]
    if len(words) <= MOST_WORDS:
        expect_names(graph.names, [words])
    words = _names_in_capitals(graph, words, written)
    period = graph.period(as_of)
    if len(words) < 2:  # a word is no question
        raise refusal(vocabulary, words, written, 0)
    if len(words) > MOST_WORDS:
        raise NotUnderstood(f"the question has {len(words)} words; ask one of at most {MOST_WORDS}")
    marked = question.rstrip(" .!").endswith("?")

    if groups_in_brackets(text, graph.names):
        # Words without their brackets would mean another set.
        if (grouped := read_brackets(vocabulary, text, period, marked)) is None:
            raise NotUnderstood(
                "the question groups bodies by brackets in a way that ask cannot read; ask about one set, such as"
                " \"who is in A but not (B or C)\", or use: blocs who 'A - (B | C)'"
            )
        grouped, dated = _at_own_dates(vocabulary, grouped, period, as_of, text, words)
        return answer_to(vocabulary, question, grouped, period, "", dated)

    def inner(part: Sequence[str], as_written: Sequence[str]) -> Question | None:
        return readings(vocabulary, part, as_written, period)[0]

    why = asked_why(vocabulary, words, written, period, inner)
    if why is not None and not isinstance(why, YesNo):
        return _why(question, why, period)
    found, furthest = (why, 0) if why is not None else readings(vocabulary, words, written, period, marked)
    notes: tuple[str, ...] = (f"'Now' means {graph.as_of}, the dataset's date.",) if NOW & set(words) else ()
    spelling = ""
    if found is None:
        read = corrected(graph, words, written)
        if read is not None:
            found, _ = readings(vocabulary, *read.words, period, marked)
            spelling = f" ({'; '.join(read.notes)})" if found is not None else ""
    if found is None:
        wider = vocabulary.wider
        found, _ = readings(wider, words, written, period, marked)
        if found is None and (read := corrected(wider.graph, words, written)) is not None:
            found, _ = readings(wider, *read.words, period, marked)
            spelling = f" ({'; '.join(read.notes)})"
        if found is not None:
            found, in_years = in_its_years(graph, wider.graph.names, words, found, period)
            notes += in_years
            said = read_for(graph.names, wider.graph.names, words, written, found)
            spelling += "".join(f" ({note})" for note in said)
    if found is None:
        _, furthest = readings(vocabulary, words, written, period, marked, thorough=True)
        raise refusal(vocabulary, words, written, furthest)
    notes += other_reading(text, found, graph.names)
    found, dated = _at_own_dates(vocabulary, found, period, as_of, text, words)
    notes += dated
    return answer_to(vocabulary, question, found, period, spelling, notes)


def _at_own_dates(
    vocabulary: Vocabulary, found: Question, period: Period, as_of: str | None, text: str, words: Sequence[str]
) -> tuple[Question, tuple[str, ...]]:
    """The question at the date at which the data on its bodies end, or at any time if it is of none then, unless it says a date."""
    if as_of is not None or vocabulary.graph.as_of[:4] in text or NOW & set(words):
        return found, ()
    found, ended = of_their_time(vocabulary, found, period, words)
    found, dated = at_own_dates(vocabulary.graph, found, period)
    return found, (*ended, *dated)


_OF_MEMBERS = frozenset(("member", "members", "membership", "states", "countries", "'s"))


def _names_in_capitals(graph: Graph, words: Sequence[str], written: Sequence[str]) -> list[str]:
    """The words of a question, "WHO" left in its capitals where it names a body: "as of 1990, WHO members not in A"."""
    shouted = all(word.isupper() for word in written if word.isalpha())

    def is_name(at: int) -> bool:
        following = words[at + 1] if at + 1 < len(words) else ""
        named = words[at] == "who" and written[at] == "WHO" and (following in _OF_MEMBERS or (at > 0 and not following))
        return named and bool(graph.names.matches("WHO", ("body",)))

    return [written[at] if not shouted and is_name(at) else words[at] for at in range(len(words))]


def _why(question: str, why: Quoted | Connection | Reasons, period: Period) -> Answer:
    """The answer to a question of grounds."""
    match why:
        case Connection(understood, select, paths):
            weakly = weakest(step.fact.grounds.basis for path in paths.paths[:1] for step in path)
            return Answer(question, understood, select, str(period), "path", paths=paths, basis=weakly)
        case Quoted(understood, select, quotes, basis, rules):
            head = (question, understood, select, str(period))
            return Answer(*head, "quote", basis=basis, evidence=quotes, rules=rules)
    bases = {fact.fact: fact for fact in why.grounds}
    entities = tuple(
        AnswerEntity(one, bases[one.iri].basis, bases[one.iri].evidence)
        if one.iri in bases
        else AnswerEntity(one, "stated", ())
        for one in why.entities
    )
    return Answer(question, why.understood, why.sparql, str(period), "entities", entities)
