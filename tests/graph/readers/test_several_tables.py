"""Several tables in one sheet, side by side or one below the other, and notes below a table whose rows are padded."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tables_read import Right, hold_against, memberships_in

Blocs = Callable[..., Any]

SOUTH_AND_NORTH = ["Iceland/NATO/full/1949/", "Norway/NATO/full/1949/", "Malta/EU/full/2004/", "Ireland/EU/full/1973/"]

TABLES: dict[str, tuple[str, Right]] = {
    "a gap between": (
        "Country;NATO since;;State;EU since\nIceland;1949;;Malta;2004\nNorway;1949;;Ireland;1973\n",
        SOUTH_AND_NORTH,
    ),
    "no gap": ("country,NATO,member_state,EU\nIceland,1949,Malta,2004\nNorway,1949,Ireland,1973\n", SOUTH_AND_NORTH),
    "in German": (
        "Mitgliedstaat,NATO-Beitritt,Mitgliedsland,EU-Beitritt\nIsland,1949,Malta,2004\nNorwegen,1949,Irland,1973\n",
        ["Island/NATO/full/1949/", "Norwegen/NATO/full/1949/", "Malta/EU/full/2004/", "Irland/EU/full/1973/"],
    ),
    "a column of bodies in each": (
        "country,organization,joined,state,organisation,accession\n"
        "Iceland,NATO,1949,Malta,EU,2004\nNorway,NATO,1949,Ireland,EU,1973\n",
        SOUTH_AND_NORTH,
    ),
    "the bodies before the names of columns": (
        "NATO member,NATO since,EU member,EU since\nIceland,1949,Malta,2004\nNorway,1949,Ireland,1973\n",
        SOUTH_AND_NORTH,
    ),
    "titles above, and a note below": (
        "NATO,,,EU,,\nCountry,Joined,,Country,Joined,\nIceland,1949,,Malta,2004,\nNorway,1949,,Ireland,1973,\n"
        "Source: own work,,,,,\n",
        SOUTH_AND_NORTH,
    ),
    "titles above other names of columns": (
        "NATO,,EU,\nCountry,Joined,State,Since\nIceland,1949,Malta,2004\nNorway,1949,Ireland,1973\n",
        SOUTH_AND_NORTH,
    ),
    "numbers before": (
        "No.,Country,Organization,Joined,No.,Country,Organization,Joined\n"
        "1,Iceland,NATO,1949,3,Malta,EU,2004\n2,Norway,NATO,1949,4,Ireland,EU,1973\n",
        SOUTH_AND_NORTH,
    ),
    "the second of a name numbered": (
        "Country,Organization,Joined,Country.1,Organization.1,Joined.1\n"
        "Iceland,NATO,1949,Malta,EU,2004\nNorway,NATO,1949,Ireland,EU,1973\n",
        SOUTH_AND_NORTH,
    ),
    "codes": ("ISO3,NATO,,ISO3,EU\nISL,1949,,MLT,2004\n", ["Iceland/NATO/full/1949/", "Malta/EU/full/2004/"]),
    "yes and no": (
        "Country,NATO,,State,EU\nIceland,yes,,Malta,yes\nAustria,no,,Norway,no\n",
        ["Iceland/NATO/full//", "Malta/EU/full//"],
    ),
    "one long list in two halves": (
        "Members of ASEAN,,,,\nCountry,Joined,,Country,Joined\nThailand,1967,,Vietnam,1995\nMalaysia,1967,,Laos,1997\n",
        [f"{one}/ASEAN/full/{year}/" for one, year in
         (("Thailand", 1967), ("Vietnam", 1995), ("Malaysia", 1967), ("Laos", 1997))],
    ),
    "two languages are no two tables": (
        "Country,NATO,Pays,EU\nIceland,1949,Islande,no\nSpain,1982,Espagne,1986\n",
        ["Iceland/NATO/full/1949/", "Spain/NATO/full/1982/", "Spain/EU/full/1986/"],
    ),
    "nothing says in which body": (
        "Country,Joined,,Country,Joined\nIceland,1949,,Malta,2004\nNorway,1949,,Ireland,1973\n",
        "if all are in one: --organization NAME",
    ),
    "regions above": (
        "Europe,,,Asia,\nCountry,Since,,Country,Since\nFrance,1995,,Japan,1995\n", "unless 'Europe', 'Asia' are bodies",
    ),
    "another subject beside": (
        "Country,Organization,Joined,,State,Population\nIceland,NATO,1949,,Malta,5\n", '--map "State=ignore"',
    ),
    "one organization, two states": (
        "country,organization,state,joined\nIceland,NATO,Malta,1949\nNorway,NATO,Ireland,1949\n",
        '--map "state=ignore" or --map "country=ignore"',
    ),
    "below: other names in another order": (
        "country,organization,joined\nKenya,EAC,2000\nSource: EAC,,\n\nbody,since,member,until\nSADC,1980,Zambia,\n"
        "SADC,1997,Seychelles,2004\nNote: two spells\n",
        ["Kenya/EAC/full/2000/", "Zambia/SADC/full/1980/", "Seychelles/SADC/full/1997/2004"],
    ),
    "below: no dates": (
        "country,organization\nKenya,EAC\nUganda,EAC\n\nmember,body\nZambia,SADC\n",
        ["Kenya/EAC/full//", "Uganda/EAC/full//", "Zambia/SADC/full//"],
    ),
    "below: titles": (
        "Members of the EAC\nCountry,Joined\nKenya,2000\n\nMembers of SADC\nCountry,Joined\nZambia,1980\n",
        ["Kenya/EAC/full/2000/", "Zambia/SADC/full/1980/"],
    ),
    "below: bodies as columns": (
        "Country,NATO,EU\nFrance,1949,1958\nMalta,no,2004\n\nCountry,OECD,APEC\nJapan,1964,1989\n",
        ["France/NATO/full/1949/", "France/EU/full/1958/", "Malta/EU/full/2004/", "Japan/OECD/full/1964/",
         "Japan/APEC/full/1989/"],
    ),
    "below: another subject": (
        "country,organization,joined\nKenya,EAC,2000\n\ncountry,population,area\nKenya,50,3\n",
        "row 4 has names of columns (country, population, area): another table begins there",
    ),
    "numbered notes": (
        "Country,Organization,Joined\nDenmark1,Nordic Council,1952\nNorway,Nordic Council,1952\n"
        "1 Including the Faroe Islands,,\n",
        ["Denmark/Nordic Council/full/1952/", "Norway/Nordic Council/full/1952/"],
    ),
    "notes by letters": (
        "Country,Organization,Joined\nDenmark a,Nordic Council,1952\nNorway b,Nordic Council,1952\n"
        "a With Greenland,,\nb With Svalbard,,\n",
        ["Denmark/Nordic Council/full/1952/", "Norway/Nordic Council/full/1952/"],
    ),
    "a numbered note that says a role": (
        "Country,Organization\nDenmark,Ring\nFinland2,Ring\n2 Observer,\n",
        ["Denmark/Ring/full//", "Finland/Ring/observer//"],
    ),
    "a numbered note on what was before": (
        "Country,Organization,Joined\nDenmark,Ring,1952\nFinland2,Ring,1955\n2 Observer until 1955,,\n",
        ["Denmark/Ring/full/1952/", "Finland/Ring/observer//1955", "Finland/Ring/full/1955/"],
    ),
    "a sentence": (
        "Country,Organization,Joined\nDenmark,Nordic Council,1952\nAll dates are those of the first session,,\n",
        ["Denmark/Nordic Council/full/1952/"],
    ),
    "a note whose mark has a cell of its own": (
        "Country,Organization\nDenmark1,Ring\nFinland*,Ring\n1,Including the Faroe Islands\n*,observer since 1990\n",
        ["Denmark/Ring/full//", "Finland/Ring/observer/1990/"],
    ),
    "a note below the second column": (
        "No.,Country,Organization\n1,Denmark1,Ring\n,1 With the Faroe Islands,\n", ["Denmark/Ring/full//"],
    ),
    "three tables, of which a role stands above each": (
        "Members,,,Observers,,,Candidates,\nCountry,Since,,Country,Since,,Country,Since\n"
        "Laos,1967,,Vietnam,1995,,Fiji,2001\n",
        "no column says in which body",
    ),
    "sums below both": (
        "ECOWAS,,,EFTA,\nState,Joined,,State,Joined\nMali,1975,,Norway,1960\nTotal,1,,Total,1\n",
        ["Mali/ECOWAS/full/1975/", "Norway/EFTA/full/1960/"],
    ),
    "plain ends beside starts in a body": (
        "Land;NATO seit;bis;;Staat;EU seit;bis\nIsland;1949;;;Malta;2004;\n"
        "Frankreich;1949;1966;;Großbritannien;1973;2020\n",
        ["Island/NATO/full/1949/", "Malta/EU/full/2004/", "Frankreich/NATO/full/1949/1966",
         "Großbritannien/EU/full/1973/2020"],
    ),
    "a plain end beside the one body's start": (
        "Country,NATO since,left\nFrance,1949,1966\nIceland,1949,\n",
        ["France/NATO/full/1949/1966", "Iceland/NATO/full/1949/"],
    ),
    "a plain end beside starts in two bodies": (
        "Country,NATO since,EU since,left\nFrance,1949,1958,1966\n", 'as in "NATO left", or leave it out',
    ),
    "an end in one of them": (
        "Members of NATO,,,,\nCountry,Joined,Left,Country,Joined\nIceland,1949,,Spain,1982\n"
        "France,1949,1966,Poland,1999\n",
        ["Iceland/NATO/full/1949/", "Spain/NATO/full/1982/", "France/NATO/full/1949/1966", "Poland/NATO/full/1999/"],
    ),
    "below: the same names in capitals": (
        "country,organization\nKenya,EAC\nCountry,Organization\nZambia,SADC\n",
        ["Kenya/EAC/full//", "Zambia/SADC/full//"],
    ),
    "a name alone is no note": (
        "Country,Organization,Joined\nDenmark,Nordic Council,1952\nDuchy of Holstein,,\n", "take it out of the table",
    ),
    "a season": (
        "country,organization,season\nFrance,Ring,1990/91\nFrance,Ring,1991/92\nItaly,Ring,1990/91\n",
        ["France/Ring/full/1990/1991", "Italy/Ring/full/1990/1990"],
    ),
    "a fiscal year": (
        "country,organization,year\nFrance,Ring,FY1990\nFrance,Ring,FY1991\nItaly,Ring,FY1990\n",
        ["France/Ring/full/1990/1991", "Italy/Ring/full/1990/1990"],
    ),
    "columns of seasons": (
        "country,organization,1990/91,1991/92,1992/93\nFrance,Ring,1,1,0\nItaly,Ring,0,1,0\n",
        ["France/Ring/full/1990/1991", "Italy/Ring/full/1991/1991"],
    ),
    "columns of bodies by season": (
        "country,NATO 1990/91,NATO 1991/92\nFrance,1,1\nItaly,0,1\n",
        ["France/NATO/full/1990/1991", "Italy/NATO/full/1991/1991"],
    ),
    "dates by fiscal year": (
        "country,organization,joined,left\nFrance,Ring,FY1990,FY1995\nItaly,Ring,FY1991,\n",
        ["France/Ring/full/1990/1995", "Italy/Ring/full/1991/"],
    ),
    "dates by two years are asked about": (
        "country,organization,joined\nFrance,Ring,1990/91\nItaly,Ring,1991/92\n", "--date-format YYYY/YY",
    ),
    "months are no seasons": (
        "country,organization,year\nFrance,Ring,2004-05\nFrance,Ring,2005-06\n", "--date-format YYYY/MM",
    ),
    "a list of agreements": (
        "manyID,Title,Beg,Signature,Force,AgreementType\nBERN_1979A,Bern Convention,1982,1979,1982,A\n",
        "is a list of agreements",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", TABLES)
def test_several_tables_and_notes(tmp_path: Path, name: str) -> None:
    content, right = TABLES[name]
    hold_against(right, tmp_path / "t.csv", content)


@pytest.mark.parametrize(
    ("options", "right"),
    [
        ({"mapping": {"State": "ignore"}}, SOUTH_AND_NORTH[:2]),
        ({"mapping": {"Country": "ignore"}}, SOUTH_AND_NORTH[2:]),
        ({"mapping": {"Country": "member", "EU since": "start"}}, SOUTH_AND_NORTH),
    ],
)
def test_ways_to_read_one_of_two_tables(tmp_path: Path, options: dict[str, Any], right: list[str]) -> None:
    hold_against(right, tmp_path / "t.csv", TABLES["a gap between"][0], **options)


def test_a_list_in_two_halves_can_be_said_to_be_of_one_body(tmp_path: Path) -> None:
    content = TABLES["nothing says in which body"][0]
    right = [f"{one}/Ring/full/{year}/" for one, year in
             (("Iceland", 1949), ("Norway", 1949), ("Malta", 2004), ("Ireland", 1973))]  # fmt: skip
    hold_against(right, tmp_path / "t.csv", content, organization="Ring")


def test_roles_above_tables_side_by_side_are_read(tmp_path: Path) -> None:
    content = TABLES["three tables, of which a role stands above each"][0]
    hold_against('--role "Candidates=skip"', tmp_path / "t.csv", content, organization="Ring")
    right = ["Laos/Ring/full/1967/", "Vietnam/Ring/observer/1995/"]
    hold_against(right, tmp_path / "t.csv", content, organization="Ring", roles=("Candidates=skip",))


def test_cells_are_filled_from_their_own_table(tmp_path: Path) -> None:
    content = "State,Body,,State,Body\nIceland,NATO,,Malta,EU\nNorway,,,Ireland,\n"
    right = ["Iceland/NATO/full//", "Norway/NATO/full//", "Malta/EU/full//", "Ireland/EU/full//"]
    hold_against(right, tmp_path / "t.csv", content, fill_down=True)


def test_a_numbered_note_is_not_filled_down(tmp_path: Path) -> None:
    content = "State,Body\nDenmark1,Ring\nNorway,\n1 With the Faroe Islands,\n"
    hold_against(["Denmark/Ring/full//", "Norway/Ring/full//"], tmp_path / "t.csv", content, fill_down=True)


def test_a_second_name_that_is_another_in_one_row_is_said(blocs: Blocs, tmp_path: Path) -> None:
    states = [
        "Iceland,Islande",
        "Norway,Norvège",
        "Spain,Espagne",
        "Italy,Italie",
        "France,France",
        "Slovenia,Slovaquie",
    ]
    (tmp_path / "t.csv").write_text("Country,Pays,Body\n" + "".join(f"{each},Ring\n" for each in states), "utf-8")
    assert "but not 'Slovaquie' beside 'Slovenia'" in blocs("who", "Ring", "--data", tmp_path / "t.csv").err


def test_a_table_far_below_is_refused_and_not_read_as_rows(tmp_path: Path) -> None:
    rows = "".join(f"Kenya,Body {number}\n" for number in range(1500))
    hold_against(
        "row 1503 has names of columns (member, body)", tmp_path / "t.csv",
        f"country,organization\n{rows}\nmember,body\nZambia,SADC\n",
    )  # fmt: skip


def test_a_season_can_be_a_span(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(TABLES["a season"][0], "utf-8")
    found = memberships_in(tmp_path / "t.csv", mapping={"season": "period"})
    assert found == ["France/Ring/full/1990/1991", "France/Ring/full/1991/1992", "Italy/Ring/full/1990/1991"]


def test_who_says_the_date_of_the_data(blocs: Blocs, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(TABLES["a season"][0], "utf-8")
    assert "As of 1991, the date of the data" in blocs("who", "Ring", "--data", tmp_path / "t.csv").err
    assert "As of" not in blocs("who", "Ring", "--data", tmp_path / "t.csv", "--as-of", "1990").err
