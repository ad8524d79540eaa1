"""Questions of the states of a region, as the United Nations divide the world."""

from __future__ import annotations

from pathlib import Path

import blocs
import pytest
from blocs.graph.model.known.authority import authority
from blocs.graph.model.known.regions import region_named, states_of

_ROWS = """Egypt,League,1945
Syria,League,1945
Mauritania,League,1973
Egypt,Union,1963
Mauritania,Union,1963
Chad,Union,1963
France,Treaty,1949
Poland,Treaty,1999
Canada,Treaty,1949
Turkey,Treaty,1952
Jamaica,Treaty,1962
South Korea,Treaty,1991"""


@pytest.fixture
def graph(tmp_path: Path) -> blocs.KnowledgeGraph:
    path = tmp_path / "table.csv"
    path.write_text(f"member,organization,start\n{_ROWS}\n", encoding="utf-8")
    return blocs.load(path)


@pytest.mark.parametrize(
    ("question", "states"),
    [
        ("which African states are in the League", ["egypt", "mauritania"]),
        ("African members of the League", ["egypt", "mauritania"]),
        ("which states in Africa are in the League", ["egypt", "mauritania"]),
        ("which members of the League are African", ["egypt", "mauritania"]),
        ("which members of the League are in Western Asia", ["syria"]),
        ("which sub-Saharan African states are in the Union", ["chad", "mauritania"]),
        ("European Treaty members", ["france", "poland"]),
        ("which Eastern European states are in the Treaty", ["poland"]),
        ("which Latin American states are in the Treaty", ["jamaica"]),
        ("which states of the Americas are in the Treaty", ["canada", "jamaica"]),
        ("which Asian states are in the Treaty", ["south-korea", "turkey"]),
        ("which African states are in the Union but not in the League", ["chad"]),
        ("which African states joined the Union in 1963", ["chad", "egypt", "mauritania"]),
        ("which African state is in the most bodies", ["egypt", "mauritania"]),
        ("which African states are in the Treaty", []),
        ("which African state was the last to join the League", ["mauritania"]),
        ("which African state joined the League first", ["egypt"]),
        ("which Western Asian state was in the Treaty the longest", ["turkey"]),
    ],
)
def test_states_of_a_region(graph: blocs.KnowledgeGraph, question: str, states: list[str]) -> None:
    answer = graph.ask(question)
    assert sorted(one.entity.id for one in answer.entities) == states
    assert "(UN M49)" in answer.understood, answer.understood


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("how many African states are in the League", 2),
        ("is any African state in the Treaty", False),
        ("are there any European states in the Treaty", True),
    ],
)
def test_numbers_of_a_region(graph: blocs.KnowledgeGraph, question: str, value: object) -> None:
    assert graph.ask(question).value == value


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("which Balkan states are in the Treaty", "not which states are Balkan"),
        ("which Melanesian states are in the Treaty", "no state that the lists of states have in Melanesia"),
        ("which bodies have no African members", "this cannot be asked of the states of a region"),
    ],
)
def test_what_no_region_tells_is_refused(graph: blocs.KnowledgeGraph, question: str, said: str) -> None:
    with pytest.raises(blocs.InvalidRequest, match=said):
        graph.ask(question)


def test_names_with_a_region_in_them_stay_names(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text("member,organization\nEgypt,African Union\nFrance,European Union\nTurkey,Asian Bank\n", "utf-8")
    graph = blocs.load(path)
    assert [one.entity.id for one in graph.ask("African Union members").entities] == ["egypt"]
    assert [one.entity.id for one in graph.ask("who are the members of the European Union").entities] == ["france"]


_NO_MEMBERS = {"taiwan", "palestine", "kosovo", "holy-see", "cook-islands", "niue", "western-sahara"}
_NO_MEMBERS |= {"abkhazia", "south-ossetia"}


@pytest.mark.parametrize(
    ("region", "members"), [("Africa", 54), ("the Americas", 35), ("Asia", 47), ("Europe", 43), ("Oceania", 14)]
)
def test_each_member_of_the_united_nations_is_in_one_region(region: str, members: int) -> None:
    """The numbers are those of the UN's own list: 193 members."""
    today = {state.id for state in authority().states if state.exists_in(2015)} - _NO_MEMBERS
    assert len(states_of(region) & today) == members


def test_every_state_of_the_list_has_a_region() -> None:
    regions = [states_of(name) for name in ("Africa", "the Americas", "Asia", "Europe", "Oceania")]
    assert all(sum(state.id in region for region in regions) == 1 for state in authority().states)
    assert region_named("latin america", adjective=False) == "Latin America and the Caribbean"
