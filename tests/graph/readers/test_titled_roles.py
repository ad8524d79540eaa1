"""The role that a title, a heading, a sheet's or a file's name gives the rows of a table: taken and said, or asked about."""

from __future__ import annotations

from pathlib import Path

import pytest
from blocs.graph.errors import BlocsError
from blocs.graph.readers.planning.role_titles import role_of_title
from blocs.graph.readers.table import TableFile
from blocs.graph.readers.table_options import TableOptions
from tables_read import Right, hold_against, memberships_in

PLAIN = "country,since\nFrance,2001\nItaly,2003\n"
OBSERVERS = ["France/African Union/observer/2001/", "Italy/African Union/observer/2003/"]


def notes_of(path: Path, **options: str) -> str:
    table = TableFile(path, TableOptions(**options))  # type: ignore[arg-type]
    list(table.rows())
    return "\n".join([*table.report.notes, *table.report.warnings])


@pytest.mark.parametrize(
    "content",
    [
        f"Observers of the African Union\n\n{PLAIN}",
        f"African Union – observer states (2020)\n{PLAIN}",
        f"States with observer status in the African Union\n{PLAIN}",
        f"Observers: African Union\n{PLAIN}",
        "Observers\ncountry,organization,since\nFrance,African Union,2001\nItaly,African Union,2003\n",
        "Estados observadores\ncountry,organization,since\nFrance,African Union,2001\nItaly,African Union,2003\n",
        "Наблюдатели\ncountry,organization,since\nFrance,African Union,2001\nItaly,African Union,2003\n",
    ],
)
def test_a_title_that_says_the_role_is_taken_and_said(tmp_path: Path, content: str) -> None:
    path = tmp_path / "table.csv"
    path.write_text(content, "utf-8")
    assert memberships_in(path) == OBSERVERS
    said = notes_of(path)
    assert "the role of all rows was taken from the title" in said
    way = said.partition('--role "')[2].partition('"')[0]
    assert way.endswith("=full")
    assert memberships_in(path, roles=(way,)) == [each.replace("observer", "full") for each in OBSERVERS]
    assert memberships_in(path, no_role=True) == memberships_in(path, roles=(way,))


def test_the_name_of_a_sheet_or_a_file_says_the_role(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        "<table><caption>Observers of the African Union</caption><tr><th>Country<th>Since<tr><td>France<td>2001"
        "<tr><td>Italy<td>2003</table>",
        "utf-8",
    )
    assert memberships_in(page) == OBSERVERS
    file = tmp_path / "au_observers_2020.csv"
    file.write_text(PLAIN, "utf-8")
    assert memberships_in(file, organization="African Union") == OBSERVERS
    assert "taken from the name of the file" in notes_of(file, organization="African Union")


@pytest.mark.parametrize(
    ("name", "content", "right"),
    [
        ("a.csv", f"Applicants for EU membership\n{PLAIN}", '--role "Applicants=skip"'),
        ("b.csv", f"EU candidate countries\n{PLAIN}", '--role "candidate countries=skip"'),
        ("c.csv", f"Former members of the Arab League\n{PLAIN}", '--role "Former members=skip"'),
        ("d.csv", f"Suspended members of the African Union\n{PLAIN}", '--role "Suspended members=skip"'),
        ("e.csv", f"Anciens membres de l'Union africaine\n{PLAIN}", '--role "Anciens membres=skip"'),
        ("f.csv", f"ASEAN dialogue partners\n{PLAIN}", '--role "dialogue partners=skip"'),
        ("candidates.csv", "country,body\nFrance,EU\nItaly,EU\n", '--role "candidates=skip"'),
        # who is in none is denied, and no member
        ("g.csv", f"Non-members of NATO\n{PLAIN}", []),
        # ends say themselves what a title calls former
        ("h.csv", "Former members of the EU\ncountry,joined,left\nFrance,1950,1960\n", ["France/EU/full/1950/1960"]),
        ("i.csv", f"Members of NATO\n{PLAIN}", ["France/NATO/full/2001/", "Italy/NATO/full/2003/"]),
        # a column says it itself
        ("j.csv", "Observers\ncountry,body,role\nFrance,EU,member\nItaly,EU,observer\n", ["France/EU/full//", "Italy/EU/observer//"]),
        ("election_candidates.csv", "name,party\nAnn Lee,Labour\n", ["Ann Lee/Labour/full//"]),
        ("trade_partners.csv", "country,body\nFrance,EU\n", ["France/EU/full//"]),
    ],
)  # fmt: skip
def test_a_title_of_no_members_is_asked_about(tmp_path: Path, name: str, content: str, right: Right) -> None:
    hold_against(right, tmp_path / name, content)


def test_the_way_on_of_a_title_works(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text(f"Former members of the Arab League\n{PLAIN}", "utf-8")
    assert memberships_in(path, roles=("Former members=skip",)) == []
    assert memberships_in(path, roles=("Former members=associate",))[0] == "France/Arab League/associate/2001/"


def test_a_title_of_members_and_others_is_said_unless_rows_tell_them_apart(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("Members and observers of the Arctic Council\ncountry\nNorway\nIndia (observer)\n", "utf-8")
    assert memberships_in(path) == ["India/Arctic Council/observer//", "Norway/Arctic Council/full//"]
    assert "speaks of others than members" not in notes_of(path)
    path.write_text("Members and observers of the Arctic Council\ncountry,since\nNorway,1996\nIndia,2013\n", "utf-8")
    assert "speaks of others than members" in notes_of(path)


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("Miembros asociados del Mercosur", "Miembros asociados"),
        ("Liste der ehemaligen Mitglieder der NATO", "ehemaligen Mitglieder"),
        ("Beitrittskandidaten", "Beitrittskandidaten"),
        ("Pays candidats à l'Union européenne", "Pays candidats"),
        ("Member states suspended from the African Union", "Member states suspended"),
        ("Founding members of ASEAN", ""),
        ("Former Yugoslavia", ""),
        ("Candidates for the presidency", ""),
        ("Members", ""),
    ],
)
def test_titles_in_other_words(title: str, role: str) -> None:
    found = role_of_title(title)
    assert (found.role if found else "") == role


@pytest.mark.parametrize("members", ["Members of NATO", "NATO"])
def test_headings_that_name_a_body_and_a_role(tmp_path: Path, members: str) -> None:
    path = tmp_path / "t.csv"
    path.write_text(f"country,since\n{members},\nItaly,1949\nObservers of NATO,\nEgypt,2001\n", "utf-8")
    right = ["Egypt/NATO/observer/2001/", "Italy/NATO/full/1949/"]
    assert memberships_in(path) == right
    assert memberships_in(path, organization="NATO") == right
    path.write_text(f"country,since\n{members},\nItaly,1949\nFormer members of NATO,\nEgypt,2001\n", "utf-8")
    with pytest.raises(BlocsError, match='--role "Former members=skip"'):
        memberships_in(path)


@pytest.mark.parametrize(
    ("content", "mapping", "right"),
    [
        ("Observer,body\nFrance,EU\nItaly,EU\n", {"Observer": "member"}, ["France/EU/observer//", "Italy/EU/observer//"]),
        ("body,Member,Observer\nEU,France,Italy\n", {"Observer": "member"}, ["Italy/EU/observer//"]),
        ("country,observer in\nFrance,EU\n", {"observer in": "organization"}, ["France/EU/observer//"]),
        ("body,Applicants\nEU,France; Italy\n", {"Applicants": "member"}, '--role "Applicants=skip"'),
        ("body,Members\nEU,France\n", {"Members": "member"}, ["France/EU/full//"]),
        ("body,partner\nEU,France\n", {"partner": "member"}, ["France/EU/full//"]),
        ("party,candidate\nLabour,Ann Lee\n", {"candidate": "member", "party": "organization"}, ["Ann Lee/Labour/full//"]),
    ],
)  # fmt: skip
def test_a_column_called_after_a_role_that_is_taken_for_the_members(
    tmp_path: Path, content: str, mapping: dict[str, str], right: Right
) -> None:
    path = tmp_path / "t.csv"
    hold_against(right, path, content, mapping=mapping)
    if isinstance(right, list) and "observer" in "".join(right):
        table = TableFile(path, TableOptions(mapping=mapping))
        list(table.rows())
        assert "the role of all rows was taken from the name of the column" in "\n".join(table.report.important)


@pytest.mark.parametrize(
    ("content", "right"),
    [
        ("## Observers of NATO\n\n- Egypt\n- Kenya\n", ["Egypt/NATO/observer//", "Kenya/NATO/observer//"]),
        ("Observers of NATO\nEgypt (2001)\nKenya (2003)\n", ["Egypt/NATO/observer/2001/", "Kenya/NATO/observer/2003/"]),
        ("## Candidates\n- Egypt\n- Kenya\n", '--role "Candidates=skip"'),
        (
            "# NATO\n\n## Members\n- France (1949)\n- Italy (1949)\n\n## Observers\n- Egypt (2001)\n",
            ["Egypt/NATO/observer/2001/", "France/NATO/full/1949/", "Italy/NATO/full/1949/"],
        ),
        ("# my list\n- Egypt\n- Kenya\n", ["Egypt/NATO/full//", "Kenya/NATO/full//"]),
    ],
)
def test_headings_above_lines_of_members(tmp_path: Path, content: str, right: Right) -> None:
    hold_against(right, tmp_path / "list.md", content, organization="NATO")
