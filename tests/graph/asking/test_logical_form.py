"""What a question asks, as data: every condition has its query and its words, and patterns refer to what exists."""

from __future__ import annotations

import inspect
from pathlib import Path
from typing import Any, get_args

import blocs as library
import pytest
from blocs.graph.asking.answering import answer
from blocs.graph.asking.composing import only_of, without
from blocs.graph.asking.grammar import forms
from blocs.graph.asking.language import reading
from blocs.graph.asking.language.form import Form
from blocs.graph.asking.language.phrases import PHRASES
from blocs.graph.asking.logic import logical_form
from blocs.graph.asking.logic.logical_form import (
    All,
    Among,
    Bound,
    Condition,
    Count,
    Entities,
    Exists,
    MemberOf,
    Signed,
    TookPart,
    Whether,
)
from blocs.graph.asking.sparql import questions as sparql
from blocs.graph.asking.vocabulary import Vocabulary
from blocs.graph.asking.wording.restatement import restated
from blocs.graph.model.dates import parse_period
from blocs.graph.model.expression import Body
from blocs.graph.rdf.terms import prologue

GRAPH = library.load()
NAMES = GRAPH.names
MAY = parse_period("2001-05")
CST, CIS = Body(NAMES.find("CST")), Body(NAMES.find("CIS"))
TALLY = logical_form.Tally((CST.entity,), "members", MAY)
BAKU = NAMES.find("dmc-baku-2001")
TURKMENISTAN, ARMENIA = NAMES.find("Turkmenistan"), NAMES.find("Armenia")
MOMENT = logical_form.Moment(logical_form.Joined(MAY), ARMENIA, CST.entity)


def ids(question: Entities) -> list[str]:
    rows = GRAPH.source.select(sparql.query(question))
    return [NAMES.by_iri[row[0].value].id for row in rows]  # type: ignore[union-attr]


def _facts(pattern: str) -> str:
    body = f"SELECT DISTINCT ?fact WHERE {{ {pattern} }}"
    return prologue(body) + body


def test_questions_are_put_together_from_conditions() -> None:
    """By the source only Turkmenistan was absent from Baku; Azerbaijan, Turkmenistan and Ukraine signed least."""
    absent = Entities((Among(CIS, MAY), TookPart((BAKU,), attended=False)))
    little = Entities((Signed(Bound((("<=", 35),))),))
    assert ids(absent) == ["turkmenistan"]
    assert ids(little) == ["azerbaijan", "turkmenistan", "ukraine"]
    assert ids(little.such(TookPart((BAKU,), attended=False))) == ["turkmenistan"]
    left = without(little, [TURKMENISTAN])
    kept = only_of(little, [TURKMENISTAN, ARMENIA])
    assert left is not None and ids(left) == ["azerbaijan", "ukraine"]
    assert kept is not None and ids(kept) == ["turkmenistan"]
    both = little.such(TookPart((BAKU,), attended=False))
    facts = {term.value.rpartition("/")[2] for (term,) in GRAPH.source.select(_facts(sparql.grounds(both)))}  # type: ignore[union-attr]
    assert facts == {"turkmenistan-signing-share", "turkmenistan-absent-from-baku"}, "each condition has its evidence"
    assert GRAPH.source.ask(sparql.query(Exists(absent)))
    assert GRAPH.source.ask(sparql.query(All(absent, little)))
    assert not GRAPH.source.ask(sparql.query(All(little, absent)))
    assert GRAPH.source.ask(sparql.query(Whether((TURKMENISTAN,), absent.conditions)))
    assert not GRAPH.source.ask(sparql.query(Whether((TURKMENISTAN, ARMENIA), absent.conditions)))
    (total,) = next(iter(GRAPH.source.select(sparql.query(Count(little)))))
    assert total.value == "3"  # type: ignore[union-attr]


def test_what_cannot_answer_is_not_narrowed_to() -> None:
    members = Entities((MemberOf(CST, MAY, "state"),))
    assert only_of(members, [BAKU]) is None
    assert without(members, [BAKU]) is None


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (
            "which CIS members were absent from the Baku meeting",
            "members of CIS, as of 2001-05, that were absent from: ",
        ),
        (
            "who signed less than half of the documents in Baku",
            "states that signed less than 50 % of the documents in Baku",
        ),
        ("which events took place in Baku after April 2001", "events in Baku after 2001-04"),
        ("which treaties is Armenia in", "treaties that Armenia is in, as of 2001-05"),
        ("who are the observers of the CIS in 1999", "observers of CIS, as of 1999"),
        ("who is in CST besides Armenia", "members of CST, as of 2001-05, leaving out Armenia"),
        ("is Armenia an observer of the CIS", "whether Armenia is in CIS with the role observer, as of 2001-05"),
    ],
)
def test_the_restatement_says_every_condition(question: str, said: str) -> None:
    assert GRAPH.ask(question).understood.startswith(said)


CONDITIONS = [kind for union in get_args(Condition) for kind in (get_args(union) or (union,))]


@pytest.mark.parametrize("kind", CONDITIONS, ids=lambda kind: kind.__name__)
def test_every_condition_has_its_query_and_its_words(kind: Any) -> None:
    """With whatever it is about, a condition is a query that parses, and is said."""
    some: dict[str, Any] = {
        "expression": CST, "period": MAY, "kind": "state", "noun": "events", "entities": (CST.entity,),
        "events": (BAKU,), "members": (ARMENIA,), "path": "schema:organizer", "words": ("held",),
        "share": Bound(((">", 1),)),
        "number": Bound(((">", 1),)), "counted": "members", "act": "Proposal", "statements": (BAKU,),
        "measure": "jaccard", "obligation": "defense", "more": TALLY, "less": TALLY,
        "offices": (ARMENIA,), "date": "2001", "link": logical_form.Joined(MAY),
        "earlier": logical_form.Left(MAY), "later": logical_form.Joined(MAY), "years": (1990, 2001), "last": True,
        "of": Entities((MemberOf(CST, MAY),)), "such": Entities((MemberOf(CIS, MAY),)),
        "condition": MemberOf(CST, MAY), "conditions": (MemberOf(CST, MAY), MemberOf(CIS, MAY)),
        "moment": MOMENT, "other_moment": logical_form.Moment(logical_form.Joined(MAY), TURKMENISTAN, CIS.entity),
    }  # fmt: skip
    if kind in (logical_form.PairWith, logical_form.Aged):
        some["number"] = logical_form.Extreme(most=True)
    if kind is logical_form.Grown:
        some |= {"earlier": MAY, "later": MAY}
    if kind is logical_form.TookOffice:
        some |= {"of": CST.entity, "within": MAY}
    if kind is logical_form.Organized:
        some["events"] = (logical_form.OfKind("event"),)
    needed = [p.name for p in inspect.signature(kind).parameters.values() if p.default is inspect.Parameter.empty]
    condition = kind(**{name: some.get(name, ARMENIA) for name in needed})
    question = Entities((logical_form.OfKind("event"), condition))
    list(GRAPH.source.select(sparql.query(question)))
    if not isinstance(condition, logical_form.OfKind | logical_form.OfNoun):
        assert restated(question) != restated(Entities(question.conditions[:1]))


def test_all_patterns_compile() -> None:
    for form in forms():
        assert form.node is not None
    for name in PHRASES:
        assert reading.classes(name) is not None


@pytest.mark.parametrize("pattern", ["who {BEE} in <body>", "who is in <boddy>", "who is in <body|stat>", "who ( is"])
def test_a_misspelt_reference_fails_when_the_pattern_is_compiled(pattern: str) -> None:
    form = Form(pattern, lambda context, found: None)
    with pytest.raises(ValueError, match="pattern"):
        _ = form.node


def test_a_slot_has_one_definition() -> None:
    with pytest.raises(ValueError, match="who"):
        reading.slot("who")(lambda reading, at: ())


def test_builders_see_no_words() -> None:
    """The words of a question are for patterns and slots alone: what a builder is given has none."""
    folder = Path(inspect.getfile(logical_form)).parent / "forms"
    for path in folder.glob("*.py"):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.lstrip().startswith("def ") and "context: Context" in line:
                assert "reading" not in line, f"{path.name}: {line}"
    assert not hasattr(Form("who", lambda context, found: None), "words")


def test_the_vocabulary_is_read_once() -> None:
    """A second question of the same kind reads nothing of the vocabulary again."""
    vocabulary = Vocabulary(GRAPH)
    answer(GRAPH, "when was the Baku meeting", vocabulary=vocabulary)
    first = vocabulary.events
    answer(GRAPH, "who attended the Baku meeting", vocabulary=vocabulary)
    assert vocabulary.events is first
    assert GRAPH.vocabulary is GRAPH.vocabulary
