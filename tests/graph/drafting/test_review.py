"""Reviews: what a person accepts is no draft any more, and the rest stays out of answers."""

from __future__ import annotations

import json
from pathlib import Path

import blocs as library
import pytest
from blocs.graph.drafting import Draft, draft
from blocs.graph.drafting.reviewing.review import Decisions
from blocs.graph.errors import InvalidRequest
from blocs.terminal.drafting import review

TEXT = "Kenya joined the East African Community (EAC) in 2007. Rwanda is a member. Burundi is not a member.\n"
KENYA, RWANDA, BURUNDI = "fact:kenya-in-eac", "fact:rwanda-in-eac", "fact:burundi-not-in-eac"


def drafted() -> Draft:
    return draft(TEXT, "text")


def members(found: Draft, tmp_path: Path, drafts: bool = False) -> list[str]:
    (tmp_path / "mine.ttl").write_bytes(found.turtle())
    return [member.label for member in library.load(tmp_path / "mine.ttl", drafted=drafts).members("EAC")]


def test_the_facts_have_ids() -> None:
    assert [fact.id for fact in drafted().reading.facts] == [KENYA, RWANDA, BURUNDI]


def test_what_is_not_reviewed_stays_out_of_answers(tmp_path: Path) -> None:
    found = drafted()
    assert members(found, tmp_path) == [] and members(found, tmp_path, drafts=True) == ["Kenya", "Rwanda"]
    graph = library.load(tmp_path / "mine.ttl")
    assert graph.source.left_out == 3
    assert graph.ask("is Burundi in the EAC?").basis == "unknown"
    assert library.load(tmp_path / "mine.ttl", drafted=True).ask("is Burundi in the EAC?").basis == "denied"


def test_accepted_facts_are_in_rejected_ones_are_gone(tmp_path: Path) -> None:
    found = drafted()
    decisions = Decisions(TEXT)
    decisions.decide(KENYA, "accepted", {"start": "2007-07-01", "role": "full"})
    decisions.decide(RWANDA, "rejected")
    assert found.decided(decisions) == []
    assert members(found, tmp_path) == ["Kenya"] and members(found, tmp_path, drafts=True) == ["Kenya"]
    assert '"2007-07-01"^^xsd:date' in found.turtle().decode()


@pytest.mark.parametrize(
    ("change", "said"),
    [({"start": "soon"}, "not a date"), ({"role": "king"}, "role"), ({"basis": "derived"}, "basis"), ({"end": ""}, "")],
)
def test_a_change_must_be_possible(change: dict[str, str], said: str) -> None:
    decisions = Decisions(TEXT)
    decisions.decide(KENYA, "accepted", change)
    if not said:
        drafted().decided(decisions)
        return
    with pytest.raises(InvalidRequest, match=said):
        drafted().decided(decisions)


def test_a_file_of_decisions_belongs_to_its_text(tmp_path: Path) -> None:
    decisions = Decisions(TEXT)
    decisions.decide(KENYA, "accepted")
    decisions.save(tmp_path / "review.json")
    again = Decisions(TEXT)
    again.load(tmp_path / "review.json")
    assert again.verdicts == decisions.verdicts
    with pytest.raises(InvalidRequest, match="another text"):
        Decisions(TEXT + "More.").load(tmp_path / "review.json")
    for content in ("[]", "{", '{"facts": {"fact:x": {"verdict": "maybe"}}}', '{"facts": 3}'):
        (tmp_path / "review.json").write_text(content)
        with pytest.raises(InvalidRequest, match="not a review"):
            Decisions(TEXT).load(tmp_path / "review.json")


def go(answers: list[str], decisions: Decisions, path: Path) -> None:
    given = iter(answers)

    def ask(prompt: str) -> str:
        try:
            return next(given)
        except StopIteration:
            raise EOFError from None

    review(drafted(), decisions, lambda: decisions.save(path), ask)


def test_a_review_stops_and_goes_on_later(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "review.json"
    go(["a", "q"], Decisions(TEXT), path)
    assert json.loads(path.read_text())["facts"] == {KENYA: {"verdict": "accepted"}}
    shown = capsys.readouterr().out
    assert (
        "Kenya is a member of EAC, from 2007" in shown
        and "»Kenya joined the East African Community (EAC) in 2007«." in shown
    )
    later = Decisions(TEXT)
    later.load(path)
    go(["r", "s"], later, path)
    assert later.verdicts == {KENYA: {"verdict": "accepted"}, RWANDA: {"verdict": "rejected"}}
    assert "2 facts to review, 1 decided" in capsys.readouterr().out


def test_a_decision_is_undone_and_a_fact_changed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    decisions = Decisions(TEXT)
    go(
        ["r", "u", "c", "start=never", "c", "start=2007-07-01, end=", "x", "u", "u", "q"],
        decisions,
        tmp_path / "r.json",
    )
    said = capsys.readouterr().out
    assert "'never' is not a date" in said and "There is nothing to undo." in said
    assert decisions.verdicts == {}
    go(["c", "start=2007-07-01"], decisions, tmp_path / "r.json")
    assert decisions.verdicts[KENYA] == {"verdict": "accepted", "changes": {"start": "2007-07-01"}}


def test_what_happened_at_a_rejected_event_goes_with_it() -> None:
    text = "The East African Community met in Arusha on 5 May 2004. Kenya was absent.\n"
    found = draft(text)
    event = next(fact for fact in found.reading.facts if fact.kind == "event")
    assert {fact.kind for fact in found.reading.facts} == {"event", "absence"}
    decisions = Decisions(text)
    decisions.decide(event.id, "rejected")
    found.decided(decisions)
    assert list(found.reading.facts) == []
