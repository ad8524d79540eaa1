"""`ask` understands many ways of saying a thing, says what it says, and never stumbles over what it does not."""

from __future__ import annotations

import json
import os
import random
from collections.abc import Sequence
from functools import cache
from typing import Any

import blocs as library
import pytest
from blocs.graph.asking.answering import Answer
from blocs.graph.asking.grammar import forms
from blocs.graph.asking.language.form import Form
from blocs.graph.asking.language.patterns import Node, made_up
from blocs.graph.asking.language.phrases import PHRASES
from blocs.graph.asking.language.reading import classes
from blocs.graph.asking.refusals import known_words
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from places import TEST_DATA
from pyoxigraph import Literal, NamedNode

GRAPH = library.load()
PARAPHRASES = [json.loads(line) for line in (TEST_DATA / "paraphrases.jsonl").read_text(encoding="utf-8").splitlines()]


def value(found: Answer) -> Any:
    match found.type:
        case "entities":
            return [one.entity.id for one in found.entities]
        case "dates":
            return list(found.values)
    return found.value


def by_query(found: Answer) -> Any:
    """The answer by its query alone, as `blocs query -e` gives it."""
    if found.type == "boolean":
        return GRAPH.source.ask(found.sparql)
    terms = [row[0] for row in GRAPH.source.select(found.sparql)]
    match found.type:
        case "entities":
            return [GRAPH.names.by_iri[term.value].id for term in terms if isinstance(term, NamedNode)]
        case "dates":
            return [term.value for term in terms if isinstance(term, Literal)]
    return float(term.value) if terms and isinstance(term := terms[0], Literal) else None


@pytest.mark.parametrize("asked", PARAPHRASES, ids=lambda asked: asked["question"])
def test_paraphrases(asked: dict[str, Any]) -> None:
    if asked.get("refused"):
        with pytest.raises(library.InvalidRequest):
            GRAPH.ask(asked["question"])
        return
    found = GRAPH.ask(asked["question"])
    assert value(found) == asked["answer"], found.understood
    # A yes or no has a basis of its own, worked out by hand; that of names is held in test_basis.py, number by number.
    assert "basis" in asked or found.type != "boolean"
    if "basis" in asked:
        assert found.basis == asked["basis"]
    assert by_query(found) == asked["answer"], "the query gives what the answer says"


NAMES = {
    "state": ["Armenia", "Ukraine", "the Kyrgyz Republic", "Russia"], "body": ["CST", "the CIS", "GUUAM"],
    "event": ["the Baku meeting", "Southern Shield", "the Yerevan summit"], "place": ["Baku", "Moscow"],
    "person": ["Sergei Ivanov"], "office": ["defence minister", "Defense Minister"], "any": ["GUUAM", "Ivanov"],
    "kind": ["states", "countries"], "set": ["CST and CIS DMC", "CST or GUUAM", "CIS but not CST"], "time": ["in 2001"],
    "states": ["Armenia", "Armenia and Georgia"], "who": ["who", "which states", "which CST members"],
    "bound": ["less than 50%", "at least half", "the most"], "constraints": ["in May 2001", "in Baku"], 
    "constraint": ["in May 2001"],
    "event_noun": ["events"], "at_event": ["at the Baku meeting", "in Yerevan"], "one_set": ["CST and GUUAM"],
    "bodies": ["bodies", "treaties"], "day": ["18 May"], "participant": ["Armenia"], "documents": ["the documents"],
    "role_name": ["observers"], "quantity": ["the most", "two"], "extreme": ["highest"], "amount": ["half"],
    "none": ["not in CST"], "base": ["CST members"],
    "when": ["in 2001", "since 1992", "before 2000"], "one": ["CST"], "further": ["is in GUUAM"],
    "bare": ["GUUAM"], "ref": ["CST"], "owner": ["Russia"],
    "state|person|group|body": ["Armenia", "Sergei Ivanov"], "person|group|body": ["Sergei Ivanov"],
}  # fmt: skip


SHOWN = [form.shown for form in forms() if form.shown and "…" not in form.shown]


@cache
def offered() -> dict[str, str]:
    """The example that a refusal may give of each form that is shown, all made at once."""
    from blocs.graph.asking.refusals import examples

    return dict(zip(SHOWN, filter(None, examples(GRAPH.vocabulary)), strict=True))


@pytest.mark.parametrize("shown", SHOWN)
def test_what_is_offered_is_understood(shown: str) -> None:
    """Every example that a refusal may show is a question that has an answer."""
    GRAPH.ask(offered()[shown])


def fillable(pattern: str) -> bool:
    slots = {part.split(">")[0].rpartition(":")[2] for part in pattern.split("<")[1:]}
    return slots <= NAMES.keys()


FILLABLE = [form for form in forms() if fillable(form.pattern)]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_what_the_grammar_says_never_stumbles_and_its_query_gives_the_answer(data: st.DataObject) -> None:
    """A question made up by the grammar is answered or refused; and an answer is what its own query returns."""

    def choose(options: Sequence[Any]) -> Any:
        return data.draw(st.sampled_from(list(options)))

    form = choose(FILLABLE)
    question = made_up(form.node, choose, lambda kind: choose(NAMES[kind]), {n: classes(n) for n in PHRASES})
    try:
        found = GRAPH.ask(question)
    except library.InvalidRequest:
        return
    if found.type == "entities":
        rows = [row[0].value for row in GRAPH.source.select(found.sparql)]  # type: ignore[union-attr]
        given = [one.entity.iri for one in found.entities]
        if given != rows:
            # A query gives who answers; by what they are ranked is worked out beside it, and is their order.
            assert sorted(given) == sorted(rows)
            ranks = [one.figure if one.figure is not None else one.date for one in found.entities]
            dated = ranks[: len(ranks) - ranks.count("")]
            assert "" not in dated, "who has no date comes last"
            assert dated in (sorted(dated), sorted(dated, reverse=True)) and len(set(dated)) > 1
    elif found.type == "boolean":
        assert GRAPH.source.ask(found.sparql) == found.value


WITH_CUES = [form for form in forms() if form.cues]


@pytest.mark.parametrize("form", WITH_CUES, ids=lambda form: form.pattern[:60])
def test_no_question_of_a_form_lacks_its_cues(form: Form) -> None:
    """However hard one tries to do without: a question that lacks them is never held against the form."""

    def choose(options: Sequence[Node | None]) -> Node | None:
        """The first way that lacks the cues; each choice is free of the others, so the text lacks them if one can."""
        return next((option for option in options if option is None or form.cues.isdisjoint(text(option))), options[0])

    def text(node: Node) -> list[str]:
        return made_up(node, choose, lambda kind: f"<{kind}>", {n: classes(n) for n in PHRASES}).split()

    assert not form.cues.isdisjoint(text(form.node)), " ".join(text(form.node))


WORDS = sorted(known_words())
NAMED = [
    name for entity in GRAPH.names.entities for name in (entity.label, entity.abbreviation, *entity.aliases) if name
]
SPLINTERS = ["\x00", "é", "(", ")", ";", "quux", "'", "'s", "-5%", "١٢", "CTS"]


def nonsense(dice: random.Random) -> str:
    """Words of the grammar and names of the graph at random, questions shuffled or with a word too many, or bytes."""

    def word() -> str:
        return dice.choice(dice.choice((WORDS, WORDS, NAMED, SPLINTERS)))

    kind = dice.randrange(6)
    if kind == 0:
        return " ".join(word() for _ in range(dice.randint(1, 14)))
    if kind == 1:
        return "".join(
            chr(dice.choice((dice.randrange(128), dice.randrange(0x3000)))) for _ in range(dice.randint(1, 60))
        )
    if kind == 2:
        return dice.randbytes(dice.randint(1, 80)).decode("utf-8", "replace")
    words = dice.choice(PARAPHRASES)["question"].split()
    if kind == 3:
        dice.shuffle(words)
    elif kind == 4:
        words.insert(dice.randint(0, len(words)), word())
    else:
        words[dice.randrange(len(words))] = word()
    return " ".join(words)


def test_random_strings_give_no_traceback() -> None:
    """Ten thousand with EVERY_STRING set in the environment (minutes), else the first of them."""
    dice = random.Random(20010518)
    strings, refused = 10_000 if "EVERY_STRING" in os.environ else 400, 0
    for _ in range(strings):
        try:
            GRAPH.ask(nonsense(dice))
        except library.InvalidRequest:
            refused += 1
    assert refused > 0.95 * strings


def test_a_question_of_many_frames_is_read_to_its_end_or_refused() -> None:
    """Every part could be a frame, and each frame stand in another: the work is bounded all the same."""
    for piece in ("besides Armenia ", "how many ", "are all ", "is it true that ", "excluding Armenia from the CST "):
        with pytest.raises(library.InvalidRequest):
            GRAPH.ask("who proposed " + piece * 11)
    with pytest.raises(library.InvalidRequest, match="at most 60"):
        GRAPH.ask("who is in CST " * 50)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("is Kazahkstan in the CST", "read “Kazahkstan” as “Kazakhstan”"),
        ("who are the memebers of GUUAM", "read “memebers” as “members”"),
    ],
)
def test_a_slip_with_one_reading_is_forgiven_and_said(question: str, said: str) -> None:
    assert said in GRAPH.ask(question).understood


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("who is in CTS", "did you mean CST?"),
        ("what is the GDP of Armenia", "not understood: 'GDP'"),
        ("who is in NATO", "this graph has no North Atlantic Treaty Organization"),
        ("in who is CST the and", "not understood from"),
    ],
)
def test_a_refusal_names_the_words_the_nearest_question_and_three_examples(question: str, said: str) -> None:
    with pytest.raises(library.InvalidRequest) as refused:
        GRAPH.ask(question)
    message = str(refused.value)
    assert said in message
    _, _, rest = message.partition("the nearest question: ")
    nearest, _, others = rest.partition("; others: ")
    for example in (nearest, *others.split('", "')):
        GRAPH.ask(example.strip("'\""))


def test_a_date_in_the_question_is_the_date_of_the_answer() -> None:
    found = GRAPH.ask("who was in the CST in 1999")
    assert found.as_of == "1999"
    assert "2001-05" in found.notes[0]
    assert GRAPH.ask("who was in the CST in May 2001").notes == ()
