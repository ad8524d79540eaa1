"""Files that people brought, made after bug reports on other tools; what is right for each stands in their README."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from places import SHARED

FIELD = SHARED / "field"

pytestmark = pytest.mark.skipif(not FIELD.is_dir(), reason="needs ../shared/field, which is not here")

Blocs = Callable[..., Any]

WHO: list[tuple[str, list[str], list[str]]] = [
    ("European Union", ["F03_two_a.csv", "F03_two_b.csv"], ["france", "italy"]),
    ("Alpha Pact", ["F10_digits.csv"], ["egypt", "france", "japan"]),
    ("Alpha Pact", ["F07_member_flag.csv"], ["france"]),
    ("Alpha Pact", ["F23_type_column.csv"], ["france", "italy"]),
    ("Alpha Pact", ["F25_commas_in_header.csv"], ["france"]),
    ("Alpha Pact", ["F26_trailing_commas.csv"], ["france", "italy"]),
    ("Alpha Pact", ["F27_title_line.csv"], ["france"]),
    ("Alpha Pact", ["F28_many_in_a_cell.csv"], ["france"]),
    ("Beta League", ["F28_many_in_a_cell.csv"], ["france", "italy"]),
    ("Alpha Pact", ["F34_utf16_no_mark.csv"], ["france"]),
    ("Alpha Pact", ["F37_dates.csv"], ["france", "italy", "spain"]),
    ("Senate", ["F38_name_and_state.csv"], []),
    ("Alpha Pact", ["F40_organization_name.csv"], ["france"]),
    ("Alpha Pact", ["F44_footnotes.csv"], ["france", "italy"]),
    ("COW alliance 210", ["F32_alliance_by_member.csv"], ["turkey", "united-states-of-america"]),
    ("Alpha (Pact)", ["F21_names_in_who.csv"], ["trinidad-and-tobago"]),
    ("A - B Union", ["F21_names_in_who.csv"], ["guinea-bissau"]),
    ("AT&T|x", ["F21_names_in_who.csv"], ["italy"]),
]


@pytest.mark.parametrize(("body", "files", "right"), WHO)
def test_who_is_in_it(blocs: Blocs, body: str, files: list[str], right: list[str]) -> None:
    data = [word for file in files for word in ("--data", FIELD / file)]
    found = blocs("who", body, *data)
    assert found.code == 0, found.err
    assert sorted(line.split("\t")[0] for line in found.out.splitlines()[1:]) == right


@pytest.mark.parametrize(("date", "right"), [("1950", 0), ("1990", 2), ("1992", 1)])
def test_year_rows_are_spans(blocs: Blocs, date: str, right: int) -> None:
    found = blocs("who", "Alpha Pact", "--as-of", date, "--data", FIELD / "F05_year_column.csv")
    assert len(found.out.splitlines()) == right + 1


@pytest.mark.parametrize(("body", "right"), [("OPEC", "no"), ("OPEC+", "yes")])
def test_a_plus_tells_bodies_apart(blocs: Blocs, body: str, right: str) -> None:
    found = blocs("ask", "is", "Russia", "in", body, "--data", FIELD / "F01_opec_plus.csv")
    assert found.out.splitlines()[1].startswith(right)


def test_names_that_differ_are_things_that_differ(blocs: Blocs) -> None:
    found = blocs("list", "states", "--data", FIELD / "F41_slugs.csv").out
    assert sorted(line.split("\t")[2] for line in found.splitlines()[1:]) == [
        "C club",
        "C++ club",
        "Korea (North)",
        "U.S.",
    ]


def test_a_person_beside_a_state_is_the_member(blocs: Blocs) -> None:
    found = blocs("list", "--data", FIELD / "F38_name_and_state.csv")
    assert "person\tann-lee\tAnn Lee" in found.out and "Ohio" not in found.out
    assert "column 'state' was not read: the members are the people of 'name'" in found.err


def test_day_and_month_are_kept(blocs: Blocs) -> None:
    found = blocs("timeline", "--data", FIELD / "F32_alliance_by_member.csv", "--format", "json")
    assert '"1949-04-04"' in found.out and '"1952-02-18"' in found.out


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("F09_org_member.csv", '--role "nonregional member=skip"'),
        ("F22_status.csv", "'Former member' (row 3), 'Candidate' (row 4), 'Dialogue partner' (row 5)"),
        ("F33_table.dta", "a Stata file"),
        ("F42_long_rows.csv", "row 3 has 4 cells, the header has 3"),
        ("F29_cow_row_names.csv", "blocs import cow-igo"),
        ("F30_igo_year.csv", "blocs import cow-igo"),
    ],
)
def test_what_is_refused_has_a_way_on(blocs: Blocs, name: str, said: str) -> None:
    found = blocs("list", "--data", FIELD / name)
    assert found.code in (1, 2) and found.out == "" and said in found.err


def test_roles_are_mapped(blocs: Blocs, tmp_path: Path) -> None:
    given = ["--role", "nonregional member=associate", "--store", tmp_path / "s"]
    assert blocs("import", "csv", FIELD / "F09_org_member.csv", *given).code == 0
    found = blocs("who", "League", "--role", "any", "--store", tmp_path / "s", "--format", "json").out
    assert found.count('"role": "observer"') == found.count('"role": "associate"') == 1
    assert blocs("ask", "is Venezuela in the League", "--store", tmp_path / "s").out.splitlines()[1].startswith("no")


@pytest.mark.parametrize("name", ["F43_control_characters.csv", "F44_footnotes.csv"])
def test_check_warns(blocs: Blocs, name: str) -> None:
    found = blocs("check", FIELD / name)
    assert found.code == 1 and "warning" in found.out


@pytest.mark.parametrize(
    ("name", "right"),
    [
        ("F29_cow_row_names.csv", ["united-states-of-america"]),
        ("F30_igo_year.csv", ["canada", "united-states-of-america"]),
    ],
)
def test_cow_igo_in_both_forms(blocs: Blocs, tmp_path: Path, name: str, right: list[str]) -> None:
    done = blocs("import", "cow-igo", FIELD / name, "--store", tmp_path / "s")
    assert done.code == 0 and "five years" in done.err
    found = blocs("who", "NATO", "--store", tmp_path / "s").out
    assert [line.split("\t")[0] for line in found.splitlines()[1:]] == right
