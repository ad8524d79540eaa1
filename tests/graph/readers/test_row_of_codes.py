"""Lists of codes of states in a cell, parted by blanks and other signs: read where nothing else can be meant."""

from __future__ import annotations

from pathlib import Path

import pytest
from tables_read import Right, hold_against

FIVE = [
    "France/P5/full//",
    "Germany/Alpha Pact/full//",
    "Italy/Alpha Pact/full//",
    "United Kingdom/P5/full//",
    "United States/P5/full//",
]

TABLES: dict[str, tuple[str, Right]] = {
    "iso3.csv": ("organization,members\nP5,USA GBR FRA\nAlpha Pact,DEU ITA\n", FIVE),
    "iso2.csv": ("organization,members\nP5,US GB FR\nAlpha Pact,DE IT\n", FIVE),
    "cow_numbers.csv": ("organization,ccodes\nP5,2 200 220\nAlpha Pact,255 325\n", FIVE),
    "iso_numbers.csv": ("organization,members\nP5,840 826 250\nAlpha Pact,276 380\n", FIVE),
    "cow_letters.csv": ("organization,states\nP5,USA UKG FRN\nAlpha Pact,GMY ITA\n", FIVE),
    "slashes.csv": ("organization,members\nP5,USA/GBR/FRA\nAlpha Pact,DEU-ITA\n", FIVE),
    "years.csv": (
        "organization,1990,1991\nP5,USA GBR,USA GBR FRA\n",
        ["France/P5/full/1991/1991", "United Kingdom/P5/full/1990/1991", "United States/P5/full/1990/1991"],
    ),
    # Code 260 is West Germany, and Germany: the year decides.
    "by_year.csv": (
        "organization,members,year\nNATO,220 260,1980\n",
        ["France/NATO/full/1980/1980", "West Germany/NATO/full/1980/1980"],
    ),
    "of_no_year.csv": ("organization,members\nNATO,220 260\n", "code 260 is of several states"),
    "one_is_none.csv": ("organization,members\nP5,USA XYZ FRA\nAlpha Pact,DEU ITA\n", "XYZ is none"),
    "names.csv": ("organization,members\nP5,South Africa\nP5,USA\n", ["South Africa/P5/full//", "USA/P5/full//"]),
    "no_members.csv": (
        "country,organization,borders\nFrance,NATO,DEU ITA\nItaly,NATO,FRA AUT\n",
        ["France/NATO/full//", "Italy/NATO/full//"],
    ),
}


@pytest.mark.parametrize("name", TABLES)
def test_codes_that_blanks_part(tmp_path: Path, name: str) -> None:
    content, right = TABLES[name]
    hold_against(right, tmp_path / name, content)
