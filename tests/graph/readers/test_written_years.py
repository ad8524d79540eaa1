"""A year, or a body and a year, in the name of a column: read where it is plain, else asked about with a way that works."""

from __future__ import annotations

from pathlib import Path

import pytest
from blocs.graph.readers.table import TableFile
from blocs.graph.readers.table_options import TableOptions
from tables_read import Right, hold_against, memberships_in

TABLES: dict[str, tuple[str, Right]] = {
    "joined_in_a_year.csv": (
        "country,organization,Joined 2004\nPoland,EU,1\nMalta,EU,yes\n",
        ["Malta/EU/full/2004/", "Poland/EU/full/2004/"],
    ),
    "joined_in_years.csv": (
        "country,organization,Joined 1995,Accession 2004\nPoland,EU,,x\nMalta,EU,,x\nAustria,EU,x,\n",
        ["Austria/EU/full/1995/", "Malta/EU/full/2004/", "Poland/EU/full/2004/"],
    ),
    "joined_or_not.csv": (
        "country,organization,2004 accession\nPoland,EU,1\nFrance,EU,0\n",
        '--map "2004 accession=flag"',
    ),
    "bodies_joined_in_years.csv": (
        "country,NATO joined 1999,NATO joined 2004,Joined EU in 2004\nPoland,yes,,yes\nLatvia,,yes,yes\nMalta,,,yes\n",
        ["Latvia/EU/full/2004/", "Latvia/NATO/full/2004/", "Malta/EU/full/2004/", "Poland/EU/full/2004/", "Poland/NATO/full/1999/"],
    ),
    "joined_and_left.csv": (
        "country,EU joined 1973,EU left 2020\nUK,1,1\nDenmark,1,0\n",
        ["Denmark/EU/full/1973/", "UK/EU/full/1973/2020"],
    ),
    "member_in_a_year.csv": (
        "country,organization,Member in 2010\nPoland,EU,1\nCroatia,EU,0\n",
        ["Poland/EU/full/2010/2010"],
    ),
    "member_in_years.csv": (
        "country,organization,Member in 2010,Member in 2011\nPoland,EU,1,1\nIceland,EFTA,1,0\n",
        ["Iceland/EFTA/full/2010/2010", "Poland/EU/full/2010/2011"],
    ),
    "bodies_own_years.csv": (
        "country,NATO (1949),ASEAN (founded 1967)\nFrance,1,0\nLaos,0,1997\n",
        ["France/NATO/full//", "Laos/ASEAN/full/1997/"],
    ),
    "since_in_brackets.csv": (
        "country,EU (since 1993),NATO (since 1949)\nPoland,1,1\nFrance,1,1\n",
        '--map "EU (since 1993)=organization"',
    ),
    "one_body_and_year.csv": ("country,EU 2004\nPoland,1\nNorway,0\n", '--organization "EU" --map "EU 2004=flag" --date 2004'),
    "bodies_and_one_year.csv": ("country,EU_2004,NATO_2004\nPoland,1,1\nMalta,1,0\n", "--date 2004"),
    "bodies_by_uneven_years.csv": (
        "country,EU 1995,EU 2004,NATO 2004,NATO 2010\nPoland,0,1,1,1\nAustria,1,1,0,0\n",
        '--map "NATO 2004=ignore"',
    ),
    "a_body_without_years.csv": ("country,NATO,EU 1995,EU 2004\nPoland,1,0,1\nAustria,0,1,1\n", '--map "NATO=ignore"'),
}  # fmt: skip


@pytest.mark.parametrize("name", TABLES)
def test_years_in_the_names_of_columns(tmp_path: Path, name: str) -> None:
    content, right = TABLES[name]
    hold_against(right, tmp_path / name, content)


WAYS: dict[str, tuple[TableOptions, list[str]]] = {
    "joined_or_not.csv": (TableOptions(mapping={"2004 accession": "flag"}), ["Poland/EU/full//"]),
    "one_body_and_year.csv": (TableOptions(organization="EU", mapping={"EU 2004": "flag"}), ["Poland/EU/full//"]),
    "bodies_by_uneven_years.csv": (
        TableOptions(mapping={"NATO 2004": "ignore", "NATO 2010": "ignore"}),
        ["Austria/EU/full/1995/1995", "Austria/EU/full/2004/2004", "Poland/EU/full/2004/2004"],
    ),
    "a_body_without_years.csv": (
        TableOptions(mapping={"NATO": "ignore"}),
        ["Austria/EU/full/1995/1995", "Austria/EU/full/2004/2004", "Poland/EU/full/2004/2004"],
    ),
    "since_in_brackets.csv": (
        TableOptions(mapping={"EU (since 1993)": "organization", "NATO (since 1949)": "organization"}),
        [f"{state}/{body}/full//" for state in ("France", "Poland") for body in ("EU", "NATO")],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", WAYS)
def test_the_ways_on_that_are_named_work(tmp_path: Path, name: str) -> None:
    options, right = WAYS[name]
    path = tmp_path / name
    path.write_text(TABLES[name][0], "utf-8")
    found = [
        f"{row.member}/{row.organization}/{row.role}/{row.start}/{row.end}"
        for row in TableFile(path, options).rows()
        if row.holds == "yes"
    ]
    assert sorted(found) == sorted(right)


def test_what_a_year_was_read_as_is_said(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text(TABLES["bodies_own_years.csv"][0], "utf-8")
    table = TableFile(path)
    list(table.rows())
    assert any("the body's own, and was not read as a start" in note for note in table.report.notes)
    path.write_text(TABLES["joined_in_a_year.csv"][0], "utf-8")
    assert memberships_in(path)
    table = TableFile(path)
    list(table.rows())
    assert "yes in 'Joined 2004' was read as the date that is in the name" in table.report.notes


FOUNDED: dict[str, tuple[str, Right]] = {
    "founders_and_founding.csv": (
        "country,organization,established,founder\nThailand,ASEAN,1967,yes\nLaos,ASEAN,1967,no\nFrance,NATO,4 April 1949,yes\n",
        ["France/NATO/full/1949-04-04/", "Laos/ASEAN/full//", "Thailand/ASEAN/full/1967/"],
    ),
    "founding_beside_starts.csv": (
        "country,organization,founded,joined,founding member\nThailand,ASEAN,1967,1967,yes\nLaos,ASEAN,1967,1997,no\n",
        ["Laos/ASEAN/full/1997/", "Thailand/ASEAN/full/1967/"],
    ),
    "founding_alone.csv": (
        "organization,Year founded,member\nASEAN,1967,Thailand\nASEAN,1967,Laos\n",
        ["Laos/ASEAN/full//", "Thailand/ASEAN/full//"],
    ),
    "founders_alone.csv": (
        "country,organization,Founding member\nThailand,ASEAN,yes\nLaos,ASEAN,no\n",
        ["Laos/ASEAN/full//", "Thailand/ASEAN/full//"],
    ),
}


@pytest.mark.parametrize("name", FOUNDED)
def test_the_founding_of_a_body_is_the_start_of_its_founders_only(tmp_path: Path, name: str) -> None:
    content, right = FOUNDED[name]
    hold_against(right, tmp_path / name, content)


def test_a_founding_that_is_no_start_is_said(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text(FOUNDED["founding_alone.csv"][0], "utf-8")
    table = TableFile(path)
    list(table.rows())
    assert "its body was founded, which is no start" in table.report.unread["Year founded"]
    told = TableFile(path, TableOptions(mapping={"Year founded": "start"}))
    assert {row.start for row in told.rows()} == {"1967"}
