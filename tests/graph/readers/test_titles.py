"""The body that a title above a table names: taken if it is plain, said, and told otherwise by an option."""

from __future__ import annotations

from pathlib import Path

import pytest
from blocs.graph.errors import InvalidRequest
from blocs.graph.readers.planning.titles import body_named_in
from blocs.graph.readers.table import TableFile
from blocs.graph.readers.table_options import TableOptions
from tables_read import memberships_in

NORDIC = ["Denmark/Nordic Council/full/1952/", "Finland/Nordic Council/full/1955/"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("line.csv", "Member states of the Nordic Council,,\ncountry,joined,left\nDenmark,1952,\nFinland,1955,\n"),
        ("comment.csv", "# Members of the Nordic Council\ncountry,joined\nDenmark,1952\nFinland,1955\n"),
        ("behind.csv", "Nordic Council – member states\n\ncountry;joined\nDenmark;1952\nFinland;1955\n"),
        (
            "page.html",
            "<table><caption>Members of the Nordic Council (2)</caption><tr><th>Country<th>Joined<tr><td>Denmark<td>1952"
            "<tr><td>Finland<td>1955</table>",
        ),
        ("wiki.txt", "{|\n|+ Members of the [[Nordic Council]]\n! Country !! Joined\n|-\n| Denmark || 1952\n|-\n| Finland || 1955\n|}\n"),
        ("mark.md", "# Members of the Nordic Council\n\n| Country | Joined |\n|---|---|\n| Denmark | 1952 |\n| Finland | 1955 |\n"),
    ],
)  # fmt: skip
def test_a_title_that_names_the_body_is_taken_and_said(tmp_path: Path, name: str, content: str) -> None:
    path = tmp_path / name
    path.write_text(content, "utf-8")
    assert memberships_in(path) == NORDIC
    table = TableFile(path)
    list(table.rows())
    assert any("'Nordic Council', was taken from the title" in note for note in table.report.notes)
    told = TableFile(path, TableOptions(organization="Alpha Pact"))
    assert {row.organization for row in told.rows()} == {"Alpha Pact"}
    assert not any("was taken from the title" in note for note in told.report.notes)


@pytest.mark.parametrize(
    "above",
    [
        "Member states of the Nordic Council\n",
        "Member states of the Nordic Council, 2010\n",
        '"Member states of the Nordic Council, 2010"\n',
        "Member states of the Nordic Council\ncountry\n",
        "Member states of the Nordic Council, 2010\n\nMembers\n",
    ],
)
def test_a_title_above_a_list_of_one_column_is_taken(tmp_path: Path, above: str) -> None:
    path = tmp_path / "list.csv"
    path.write_text(f"{above}Denmark\nFinland\n", "utf-8")
    assert memberships_in(path) == ["Denmark/Nordic Council/full//", "Finland/Nordic Council/full//"]


def test_a_title_does_not_speak_where_a_column_does(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("Members of the Nordic Council\ncountry,body\nDenmark,NATO\nFinland,EU\n", "utf-8")
    assert memberships_in(path) == ["Denmark/NATO/full//", "Finland/EU/full//"]


def test_a_year_in_a_title_is_offered_as_the_date(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("Members of ASEAN (1999)\ncountry,joined\nLaos,1997\nThailand,1967\n", "utf-8")
    table = TableFile(path)
    list(table.rows())
    assert any("say --date 1999" in note for note in table.report.notes)


def test_the_name_of_a_file_is_offered_and_not_taken(tmp_path: Path) -> None:
    path = tmp_path / "asean_members.csv"
    path.write_text("country,joined\nLaos,1997\nThailand,1967\n", "utf-8")
    with pytest.raises(InvalidRequest, match="--organization ASEAN"):
        list(TableFile(path).rows())


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("List of member states of the European Union by accession date", "European Union"),
        ("Table 1. Members of the Arab League as of 1 January 2012", "Arab League"),
        ("NATO membership", "NATO"),
        ("Mitgliedstaaten der NATO", "NATO"),
        ("Estados miembros de la Organización de Estados Americanos", "Organización de Estados Americanos"),
        ("Parties to the Alpha Pact, 1925", "Alpha Pact"),
        ("Members of the Council of Europe (47)", "Council of Europe"),
        ("Former member states of the European Union", ""),
        ("Observer states of the Arctic Council", ""),
        ("Members of Parliament", ""),
        ("Members of Alpha", ""),
        ("Member States", ""),
        ("Members of the Alpha Pact and the Beta League", ""),
        ("Population of the Alpha Pact members", ""),
        ("GDP of members of the OECD", ""),
        ("Mitglieder des Balkanbundes", ""),
    ],
)
def test_what_a_title_names(title: str, body: str) -> None:
    assert body_named_in([title])[0] == body
