"""`ask` understands many ways of saying a thing, says what it says, and never stumbles over what it does not."""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import blocs as library
import pytest
from blocs.graph.asking.answering import Answer
from blocs.graph.asking.grammar import forms
from blocs.graph.asking.patterns import made_up
from blocs.graph.asking.phrases import PHRASES
from blocs.graph.asking.reading import classes
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode

GRAPH = library.load()
PARAPHRASES = [
    json.loads(line)
    for line in (Path(__file__).parent / "data" / "paraphrases.jsonl").read_text(encoding="utf-8").splitlines()
]


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
        with pytest.raises(library.AskedWrongly):
            GRAPH.ask(asked["question"])
        return
    found = GRAPH.ask(asked["question"])
    assert value(found) == asked["answer"], found.understood
    assert found.basis == asked.get("basis", found.basis)
    assert by_query(found) == asked["answer"], "the query gives what the answer says"


NAMES = {
    "state": ["Armenia", "Ukraine", "the Kyrgyz Republic", "Russia"], "body": ["CST", "the CIS", "GUUAM"],
    "event": ["the Baku meeting", "Southern Shield", "the Yerevan summit"], "place": ["Baku", "Moscow"],
    "person": ["Sergei Ivanov"], "office": ["defence minister", "Defense Minister"], "any": ["GUUAM", "Ivanov"],
    "kind": ["states", "countries"], "set": ["CST and CIS DMC", "CST or GUUAM", "CIS but not CST"], "time": ["in 2001"],
    "states": ["Armenia", "Armenia and Georgia"], "who": ["who", "which states", "which CST members"],
    "bound": ["less than 50%", "at least half", "the most"], "limits": ["in May 2001", "in Baku"], "sort": ["events"],
}  # fmt: skip


@pytest.mark.parametrize("shown", [form.shown for form in forms() if form.shown and "…" not in form.shown])
def test_what_is_offered_is_understood(shown: str) -> None:
    """Every example that a refusal may show is a question that has an answer."""
    from blocs.graph.asking.refusals import examples

    made = [example for example in examples(GRAPH) if example]
    assert len(made) == len([form for form in forms() if form.shown and "…" not in form.shown])
    for example in made:
        GRAPH.ask(example)


def fillable(pattern: str) -> bool:
    slots = {part.split(">")[0].rpartition(":")[2] for part in pattern.split("<")[1:]}
    return slots <= NAMES.keys()


FILLABLE = [form for form in forms() if fillable(form.pattern)]


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_what_the_grammar_says_never_stumbles_and_its_query_gives_the_answer(data: st.DataObject) -> None:
    """A question made up by the grammar is answered or refused; and an answer is what its own query returns."""

    def choose(options: Sequence[Any]) -> Any:
        return data.draw(st.sampled_from(list(options)))

    form = choose(FILLABLE)
    question = made_up(form.node, choose, lambda kind: choose(NAMES[kind]), {n: classes(n) for n in PHRASES})
    try:
        found = GRAPH.ask(question)
    except library.AskedWrongly:
        return
    if found.type == "entities":
        rows = [row[0].value for row in GRAPH.source.select(found.sparql)]  # type: ignore[union-attr]
        assert [one.entity.iri for one in found.entities] == rows
    elif found.type == "boolean":
        assert GRAPH.source.ask(found.sparql) == found.value


WORDS = [
    "who",
    "which",
    "states",
    "is",
    "are",
    "in",
    "of",
    "the",
    "CST",
    "GUUAM",
    "CIS",
    "not",
    "but",
    "and",
    "or",
    "both",
    "neither",
    "nor",
    "at",
    "least",
    "two",
    "bodies",
    "Armenia",
    "Baku",
    "meeting",
    "signed",
    "documents",
    "less",
    "than",
    "50",
    "%",
    "half",
    "most",
    "when",
    "where",
    "did",
    "attend",
    "absent",
    "planned",
    "2001",
    "May",
    "18",
    "minister",
    "defense",
    "proposed",
    "ruled",
    "out",
    "part",
    "officers",
    "'",
    "'s",
    "what",
    "happened",
    "members",
    "how",
    "many",
    "no",
    "\x00",
    "é",
    "(",
    ")",
    ";",
    "quux",
]


def nonsense(dice: random.Random) -> str:
    kind = dice.randrange(4)
    if kind == 0:
        return " ".join(dice.choices(WORDS, k=dice.randint(1, 14)))
    if kind == 1:
        return "".join(
            chr(dice.choice((dice.randrange(128), dice.randrange(0x3000)))) for _ in range(dice.randint(1, 60))
        )
    if kind == 2:
        return dice.randbytes(dice.randint(1, 80)).decode("utf-8", "replace")
    words = dice.choice(PARAPHRASES)["question"].split()
    dice.shuffle(words)
    return " ".join(words)


def test_ten_thousand_random_strings_give_no_traceback() -> None:
    dice = random.Random(20010518)
    refused = 0
    for _ in range(10_000):
        try:
            GRAPH.ask(nonsense(dice))
        except library.AskedWrongly:
            refused += 1
    assert refused > 9_000


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("is Kazahkstan in the CST", "read “Kazahkstan” as “kazakhstan”"),
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
        ("who is in NATO", "not understood: 'NATO'"),
        ("in who is CST the and", "not understood from"),
    ],
)
def test_a_refusal_names_the_words_the_nearest_question_and_three_examples(question: str, said: str) -> None:
    with pytest.raises(library.AskedWrongly) as refused:
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


FOREIGN = """
@prefix : <http://example.org/> . @prefix org: <http://www.w3.org/ns/org#> . @prefix schema: <https://schema.org/> .
@prefix blocs: <https://w3id.org/blocs/ns#> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
:dataset blocs:asOf "2010"^^xsd:gYear .
:france a schema:Country ; skos:prefLabel "France" ; blocs:demonym "French" .
:malta a schema:Country ; skos:prefLabel "Malta" . :turkey a schema:Country ; skos:prefLabel "Turkey" .
:eu a org:Organization ; skos:prefLabel "European Union" ; blocs:abbreviation "EU" .
:nato a org:Organization ; skos:prefLabel "North Atlantic Treaty Organization" ; blocs:abbreviation "NATO" .
:sg a org:Role ; skos:prefLabel "Secretary General" .
:post a org:Post ; org:role :sg ; org:postIn :nato ; org:heldBy :rasmussen .
:rasmussen a schema:Person ; skos:prefLabel "Anders Fogh Rasmussen" .
:m1 a org:Membership ; org:member :france ; org:organization :eu ; schema:startDate "1958"^^xsd:gYear .
:m2 a org:Membership ; org:member :malta ; org:organization :eu ; schema:startDate "2004-05-01"^^xsd:date .
:m3 a org:Membership ; org:member :france ; org:organization :nato ; schema:startDate "1949"^^xsd:gYear .
:m4 a org:Membership ; org:member :turkey ; org:organization :nato ; schema:startDate "1952"^^xsd:gYear .
:m5 a org:Membership ; org:member :turkey ; org:organization :eu ; org:role blocs:associate .
:summit a schema:Event ; skos:prefLabel "Lisbon summit" ; schema:location :lisbon ; 
  schema:startDate "2010-11-19"^^xsd:date ; schema:organizer :nato .
:lisbon a schema:Place ; skos:prefLabel "Lisbon" .
[] a blocs:Attendance ; blocs:participant :france ; blocs:event :summit .
[] a blocs:Absence ; blocs:participant :malta ; blocs:event :summit .
"""


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("which countries are in both the EU and NATO?", ["france"]),
        ("who is in NATO but not in the European Union", ["turkey"]),
        ("who was in the EU in 1990", ["france"]),
        ("which bodies was Malta in in 2000", []),
        ("is Malta in NATO", False),
        ("was Malta in the EU in 2005", True),
        ("who are the associate members of the EU", ["turkey"]),
        ("who is the French secretary general", None),
        ("who is the secretary general of NATO", ["rasmussen"]),
        ("when did Malta join the EU", ["2004-05-01"]),
        ("who joined NATO in 1952", ["turkey"]),
        ("who attended the summit in Lisbon", ["france"]),
        ("who missed the NATO summit", ["malta"]),
        ("when did NATO meet", ["2010-11-19"]),
        ("what happened in Lisbon", ["summit"]),
        ("how many states are in NATO", 2),
        ("who is in CST", None),
    ],
)
def test_the_same_questions_of_another_graph(tmp_path: Path, question: str, expected: Any) -> None:
    path = tmp_path / "other.ttl"
    path.write_text(FOREIGN, encoding="utf-8")
    graph = library.load(path)
    try:
        found = graph.ask(question)
    except library.AskedWrongly:
        assert expected is None, question
        return
    if expected is None:
        assert found.entities == ()
    elif found.type == "entities":
        assert [one.entity.id for one in found.entities] == expected
    else:
        assert (list(found.values) if found.type == "dates" else found.value) == expected
