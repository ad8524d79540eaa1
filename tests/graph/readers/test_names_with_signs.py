"""Names that differ in a sign, several names in a cell, and people: each table with what was worked out by hand."""

from __future__ import annotations

from pathlib import Path

import blocs
import pytest


def _members(path: Path, body: str) -> list[str]:
    """The labels of the members of a body."""
    return sorted(member.label for member in blocs.load(path).members(f'"{body}"'))


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("country,body\nChile,50% Club\nPeru,50 Club\n", {"50% Club": ["Chile"], "50 Club": ["Peru"]}),
        ("country,body\nChile,A* Net\nPeru,A Net\nMali,A- Net\n", {"A* Net": ["Chile"], "A Net": ["Peru"]}),
        ("country,body\nChile,$ Zone\nPeru,€ Zone\nMali,Zone\n", {"$ Zone": ["Chile"], "€ Zone": ["Peru"]}),
        ("country,body\nChile,Route 66 & Co\nPeru,Route 66 Co\n", {"Route 66 Co": ["Chile", "Peru"]}),
        ("body,members\nLake Pact,Mali / Niger / Chad\n", {"Lake Pact": ["Chad", "Mali", "Niger"]}),
        ("body,members\nLake Pact,Mali + Niger\n", {"Lake Pact": ["Mali", "Niger"]}),
        ("country,bodies\nMali,1) Amber Pact 2) Lake Pact\n", {"Amber Pact": ["Mali"], "Lake Pact": ["Mali"]}),
        ("country,bodies\nMali,- Amber Pact - Lake Pact\n", {"Amber Pact": ["Mali"], "Lake Pact": ["Mali"]}),
        ('country,body\n"Serbia a,b",Lake Pact\n', {"Lake Pact": ["Serbia"]}),
        ('"nato","un"\n"USA",1,1\n"Canada",0,1\n', {"un": ["Canada", "USA"]}),
    ],
)
def test_names_of_cells(tmp_path: Path, content: str, expected: dict[str, list[str]]) -> None:
    path = tmp_path / "t.csv"
    path.write_text(content, "utf-8")
    assert {body: _members(path, body) for body in expected} == expected


@pytest.mark.parametrize("beside", ["gender", "birth_date", "twitter", "email", "sort_name", "given_name"])
@pytest.mark.parametrize("body", ["group", "organization", "bloc"])
def test_members_with_what_only_people_have_are_people(tmp_path: Path, beside: str, body: str) -> None:
    path = tmp_path / "t.csv"
    path.write_text(f"name,{body},{beside}\nJoan Ferry,Green List,x\nTom Aldous,Blue List,y\n", "utf-8")
    names = blocs.load(path).names
    assert [one.label for one in names.of_kind("person")] == ["Joan Ferry", "Tom Aldous"]
    assert names.of_kind("state") == []


@pytest.mark.parametrize("name", ["Group of 77 + China", "Peace, Now", "A- Network", "100% Club", "100 Club"])
@pytest.mark.parametrize("quote", ["", '"', "'"])
def test_a_whole_name_wins_over_its_parts(tmp_path: Path, name: str, quote: str) -> None:
    path = tmp_path / "t.csv"
    path.write_text(f'country,body\nMalta,"{name}"\nPeru,Group of 77\nCuba,A Network\nChile,100 Clubs\n', "utf-8")
    answer = blocs.load(path).ask(f"who is in {quote}{name}{quote}?")
    assert [one.entity.label for one in answer.entities] == ["Malta"]
    assert not any("Now" in note for note in answer.notes)
