"""Roles and names as published lists write them: in brackets, in other languages, in columns called after the body."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from blocs.graph.errors import BlocsError
from blocs.graph.readers.table import TableFile, TableOptions
from blocs.graph.readers.tables.json_tables import json_rows
from conftest import Result

from .test_shapes_of_tables import read

LIST = 'Country,Organization participation\nMali,"AfDB, ISO ({0}), UN"\nChad,"AfDB (nonregional member), UN"\n'


@pytest.mark.parametrize("word", ["correspondent", "cooperating state", "pending member", "NGOs", "dialogue partner"])
def test_words_in_brackets_are_roles_that_are_asked_about(word: str) -> None:
    with pytest.raises(BlocsError, match="unknown role"):
        read(LIST.format(word))
    said = read(LIST.format(word), roles=(f"{word}=skip", "nonregional member=associate"))
    assert [(row[0], row[1], row[2]) for row in said] == [
        ("Chad", "AfDB", "associate"),
        ("Chad", "UN", "full"),
        ("Mali", "AfDB", "full"),
        ("Mali", "UN", "full"),
    ]


def test_no_role_reads_them_all_as_full_members() -> None:
    assert {row[1:3] for row in read(LIST.format("correspondent"), no_role=True)} == {
        ("AfDB", "full"),
        ("ISO", "full"),
        ("UN", "full"),
    }


@pytest.mark.parametrize(
    "word", ["subbureau", "liaison", "bureau de liaison", "suspendu", "FLSMs", "candidate country"]
)
@pytest.mark.parametrize("name", ["Interpol", "Alpha Pact", "Caricom"])
def test_words_behind_a_body_that_stands_without_them_are_asked_about(word: str, name: str) -> None:
    table = f'Country,Organizations\nMali,"{name} ({word}), UPU"\nChad,"{name}, UPU"\n'
    with pytest.raises(BlocsError, match=rf"unknown role: '{word}' \(row 2\).*--literal"):
        read(table)
    left_out = read(table, roles=(f"{word.upper()}=skip",))
    assert {row[:3] for row in left_out} == {("Chad", "UPU", "full"), ("Chad", name, "full"), ("Mali", "UPU", "full")}
    assert ("Mali", name, "observer") in [row[:3] for row in read(table, roles=(f"{word}=observer",))]
    assert ("Mali", f"{name} ({word})", "full") in [row[:3] for row in read(table, literal=True)]


def test_a_word_behind_a_state_that_stands_without_it_is_asked_about() -> None:
    table = (
        'organization,members\nAlpha Pact,"France (liaison), Mali"\nBeta,"Mali, France"\nGamma,"Germany (west), Mali"\n'
    )
    with pytest.raises(BlocsError, match=r"unknown role: 'liaison' \(row 2\)"):
        read(table)
    assert ("France", "Alpha Pact", "observer") in [row[:3] for row in read(table, roles=("liaison=observer",))]


def test_two_brackets_behind_a_name_are_taken_together() -> None:
    table = 'Country,Organizations\nMali,"EITI (compliant country) (suspended), UN"\nChad,"EITI (observer) (since 2004), UN"\n'
    with pytest.raises(BlocsError, match=r"unknown role: 'compliant country, suspended' \(row 2\)"):
        read(table)
    for given, role in (
        (("compliant country, suspended=associate",), "associate"),
        (("compliant country=full", "suspended=observer"), "observer"),
    ):
        found = {row[:2]: row[2:5] for row in read(table, roles=given)}
        assert found["Mali", "EITI"][0] == role and found["Chad", "EITI"] == ("observer", "2004", "")
    assert not [
        row for row in read(table, roles=("compliant country=full", "suspended=skip")) if row[:2] == ("Mali", "EITI")
    ]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Alpha Pact (AP)", True),
        ("Alpha Pact (Scotland)", True),
        ("Alpha Pact (of ministers)", True),
        ("Alpha Pact (Party)", True),
        ("Beta League (Scotland)", False),  # it stands nowhere without
        ("African Union (AU)", False),  # its own abbreviation
    ],
)
def test_a_body_with_brackets_beside_the_same_without_is_told(tmp_path: Path, name: str, told: bool) -> None:
    path = tmp_path / "t.csv"
    path.write_text(f"country,organization\nMali,{name}\nChad,Alpha Pact\nTogo,African Union\n", "utf-8")
    table = TableFile(path)
    assert {row.organization for row in table.rows()} == {name, "Alpha Pact", "African Union"}
    way = f'--same "{name}=Alpha Pact"'
    assert any("--same" in warning for warning in table.report.warnings) is told
    assert any(way in warning for warning in table.report.warnings) is told
    if told:
        again = TableFile(path, TableOptions(same={name: "Alpha Pact"}))
        assert [*again.rows()] and not any(way in warning for warning in again.report.warnings)


def test_brackets_that_are_part_of_names_stay() -> None:
    found = read("country,organization\nMali,Union (Dakar)\nChad,Free Trade Area (Lomé Pact)\n")
    assert [row[1] for row in found] == ["Free Trade Area (Lomé Pact)", "Union (Dakar)"]


BESIDE = 'country,organization\nMali,"Alpha ({0})"\nChad,Alpha\n'


@pytest.mark.parametrize(
    ("said", "role", "start", "end"),
    [
        ("observer since 1999", "observer", "1999", ""),
        ("observer, 2002", "observer", "2002", ""),
        ("since 2002 as observer", "observer", "2002", ""),
        ("observer 1999-2004", "observer", "1999", "2004"),
        ("observer until 2005", "observer", "", "2005"),
        ("associate since May 2001", "associate", "2001-05", ""),
        ("2001, associate member", "associate", "2001", ""),
        ("observer) (2001", "observer", "2001", ""),
        ("member since 1999", "full", "1999", ""),
        ("suspended 2012", "full", "", "2012"),
        ("former member 1999-2004", "full", "1999", "2004"),
        ("full", "full", "", ""),
        ("asociado", "associate", "", ""),
        ("1999", "full", "1999", ""),
    ],
)
def test_brackets_behind_names_are_roles_and_dates(said: str, role: str, start: str, end: str) -> None:
    expected = [("Chad", "Alpha", "full", "", ""), ("Mali", "Alpha", role, start, end)]
    assert read(BESIDE.format(said)) == expected
    listed = f'organization,members\nAlpha,"Mali ({said}); Chad"\n'
    assert read(listed) == expected


@pytest.mark.parametrize("said", ["observer since 1999", "observer 1999", "1999, observer"])
def test_a_role_and_its_date_in_brackets_where_rows_have_dates(said: str) -> None:
    table = f'country,organization,start\nMali,"Alpha ({said})",\nChad,Alpha,1997\n'
    assert read(table) == [("Chad", "Alpha", "full", "1997", ""), ("Mali", "Alpha", "observer", "1999", "")]


@pytest.mark.parametrize(
    ("said", "asked", "start"),
    [("candidate since 1999", "candidate", "1999"), ("1999, applicant", "applicant", "1999"), ("former, 2001", "", "")],
)
def test_other_roles_with_dates_are_asked_about(said: str, asked: str, start: str) -> None:
    asked = asked or said
    with pytest.raises(BlocsError, match=f"unknown role: '{asked}'"):
        read(BESIDE.format(said))
    chad = ("Chad", "Alpha", "full", "", "")
    assert read(BESIDE.format(said), roles=(f"{asked}=skip",)) == [chad]
    assert read(BESIDE.format(said), roles=(f"{asked}=observer",)) == [chad, ("Mali", "Alpha", "observer", start, "")]


def test_a_name_with_a_year_beside_the_same_without_is_told_where_rows_have_dates(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("country,organization,start\nMali,Alpha (1999),2001\nChad,Alpha,1997\n")
    table = TableFile(path, TableOptions())
    assert {row.organization for row in table.rows()} == {"Alpha", "Alpha (1999)"}
    assert any("'Alpha (1999)' stands beside the same name" in told for told in table.report.warnings)
    path.write_text("country,organization,start\nMali,Alpha (since 1999),\nChad,Alpha,1997\n")
    assert {(row.organization, row.start) for row in TableFile(path, TableOptions()).rows()} == {
        ("Alpha", "1999"),
        ("Alpha", "1997"),
    }


@pytest.mark.parametrize(
    ("french", "english"),
    [("OTAN", "nato"), ("UE", "eu"), ("Conseil de l'Europe", "coe"), ("НАТО", "nato"), ("ONU", "un")],
)
def test_names_of_bodies_in_other_languages(french: str, english: str, tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text(f"pays,organisation\nItalie,{french}\n")
    assert f"/{english}>" in "".join(TableFile(path, TableOptions()).triples())


def test_ticks_with_the_body_s_name() -> None:
    found = read("country,eu28,NATO,continent\nFrance,EU,NATO,Europe\nNorway,NA,NATO,Europe\nMalta,EU,,Europe\n")
    assert [(row[0], row[1]) for row in found] == [
        ("France", "NATO"),
        ("France", "eu28"),
        ("Malta", "eu28"),
        ("Norway", "NATO"),
    ]


def test_a_record_whose_bodies_have_names_and_abbreviations() -> None:
    record = '[{"name": "Kenya", "blocs": [{"acronym": "AU", "name": "African Union"}, {"acronym": "X", "name": "Y"}]}]'
    header, *rows = json_rows("t.json", record)
    assert [dict(zip(header, row, strict=True)) for row in rows] == [
        {"member": "Kenya", "acronym": "AU", "organization": "African Union"},
        {"member": "Kenya", "acronym": "X", "organization": "Y"},
    ]


def test_names_beside_lists_of_states_are_the_bodies() -> None:
    text = "Name,Acronym,Countries\nAlpha Pact,AP,BEN|BFA\nBeta League,BL,\nGamma Union,GU,CIV|BEN\n"
    assert [(row[0], row[1]) for row in read(text)] == [
        ("Benin", "Alpha Pact"),
        ("Benin", "Gamma Union"),
        ("Burkina Faso", "Alpha Pact"),
        ("Côte d'Ivoire", "Gamma Union"),
    ]


def test_camels_of_flags(tmp_path: Path) -> None:
    text = '[{"name": {"common": "Aruba"}, "unMember": false}, {"name": {"common": "Chad"}, "unMember": true}]'
    assert [(row[0], row[3]) for row in read(text, name="t.json")] == [("Chad", "")]


@pytest.mark.parametrize("ends", ["o,d", "i,j", "1,2"])
def test_pairs_of_trade_are_no_memberships(ends: str) -> None:
    first, second = ends.split(",")
    with pytest.raises(BlocsError, match="table of pairs"):
        read(f"year,iso3_{first},iso3_{second},eu_{first},eu_{second}\n2000,FRA,DEU,1,1\n")


def test_a_source_below_columns_of_bodies_is_a_note() -> None:
    found = read("Country,OECD,NATO\nChile,1,0\nEstonia,1,1\nSource: own compilation,,\n")
    assert {row[0] for row in found} == {"Chile", "Estonia"}


@pytest.mark.parametrize("dash", ["-", "–", "—", ":"])
def test_lines_of_members_with_any_dash(dash: str) -> None:
    text = f"Members and dates\nAlbania {dash} 8 September 2000\nAngola {dash} 23 November 1996\nChad {dash} 1996\n"
    text = text.replace(" :", ":")
    found = read(text, name="t.txt", organization="WTO")
    assert [(row[0], row[3]) for row in found] == [
        ("Albania", "2000-09-08"),
        ("Angola", "1996-11-23"),
        ("Chad", "1996"),
    ]


def test_numbers_of_bodies_are_no_abbreviations(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("country_name,org_id,org_name\nSweden,7,Nordic Council\nMali,8,Alpha Pact\n")
    table = TableFile(path, TableOptions())
    assert [(row.organization, row.abbreviation) for row in table.rows()] == [
        ("Nordic Council", ""),
        ("Alpha Pact", ""),
    ]
    assert table.report.unread["org_id"] == "the number of 'org_name'"


def test_bodies_may_go_by_their_short_names_alone() -> None:
    text = "COUNTRY_NAME,IGO_ABBREV,ENTRY_YEAR,EXIT_YEAR\nITALY,NATO,1949,9999\n"
    assert read(text) == [("ITALY", "NATO", "full", "1949", "")]


@pytest.mark.parametrize("code", ["-88", "-77", "-66"])
def test_codes_of_surveys_for_what_is_not_known_are_no_years_before_christ(code: str) -> None:
    text = f"country,organization,start,end\nCuba,OAS,1948,{code}\n"
    with pytest.raises(BlocsError, match=f"--missing {code}"):
        read(text)
    assert read(text, missing=(code,)) == [("Cuba", "OAS", "full", "1948", "")]


def table_of(tmp_path: Path, text: str, **options: object) -> tuple[list[tuple[str, ...]], TableFile]:
    """The memberships of a table as (member, body, role, start, end), in the order of its rows, and what read it."""
    path = tmp_path / "t.csv"
    path.write_text(text, "utf-8")
    table = TableFile(path, TableOptions(**options))  # type: ignore[arg-type]
    rows = [(row.member, row.organization, row.role, row.start, row.end) for row in table.rows() if row.holds == "yes"]
    return rows, table


FOUNDERS = [
    ("France", "NATO", "full", "1949", ""),
    ("France", "Alpha Pact", "full", "1958", ""),
    ("Italy", "NATO", "full", "1949", ""),
]


@pytest.mark.parametrize(
    "text",
    [
        'country,organizations\nFrance,"NATO (1949), Alpha Pact (1958)"\nItaly,NATO (1949)\n',
        "country,organization\nFrance,NATO (1949); Alpha Pact (1958)\nItaly,NATO (1949)\n",
        "country,organization\nFrance,NATO (1949)\nFrance,Alpha Pact (1958)\nItaly,NATO (1949)\n",
        "country,organization\nFrance,NATO (1949)，Alpha Pact (1958)\nItaly,NATO (1949)\n",
    ],
)
def test_one_year_in_brackets_behind_each_body_is_a_start_and_said(text: str, tmp_path: Path) -> None:
    rows, table = table_of(tmp_path, text)
    assert rows == FOUNDERS
    assert (
        "years behind names were read as dates of memberships: 'NATO (1949)', 'Alpha Pact (1958)'; if they"
        " belong to names: --literal" in table.report.worth_saying
    )
    rows, table = table_of(tmp_path, text, literal=True)
    assert {row[1:] for row in rows} == {("NATO (1949)", "full", "", ""), ("Alpha Pact (1958)", "full", "", "")}
    assert "years behind names" not in table.report.worth_saying


def test_a_year_beside_starts_of_their_own_or_beside_lists_of_members_is_the_body_s(tmp_path: Path) -> None:
    rows, table = table_of(tmp_path, "country,body,joined\nTurkey,NATO (1949),1952\nMali,Treaty of Ur (1957),1960\n")
    assert rows == [
        ("Turkey", "NATO", "full", "1952", ""),
        ("Mali", "Treaty of Ur (1957)", "full", "1960", ""),
    ]
    assert "years behind names of the list were not read: 'NATO (1949)'" in table.report.worth_saying
    rows, table = table_of(tmp_path, 'body,members\nNATO (1949),"Italy, Turkey"\nTreaty of Ur (1957),"Mali, Italy"\n')
    assert [row[:2] + row[3:4] for row in rows] == [
        ("Italy", "NATO", ""),
        ("Turkey", "NATO", ""),
        ("Mali", "Treaty of Ur (1957)", ""),
        ("Italy", "Treaty of Ur (1957)", ""),
    ]
    assert "kept in names, as members are listed beside them: 'Treaty of Ur (1957)'" in table.report.worth_saying


def test_a_year_alone_beside_other_dates_of_the_body_is_a_start(tmp_path: Path) -> None:
    text = "state,bodies\nEgypt,Rhine Club (since 1973)\nQatar,Rhine Club (1970)\nTunisia,Rhine Club (1982–1986)\n"
    rows, table = table_of(tmp_path, text)
    assert [row[1:] for row in rows] == [
        ("Rhine Club", "full", "1973", ""),
        ("Rhine Club", "full", "1970", ""),
        ("Rhine Club", "full", "1982", "1986"),
    ]
    assert table.report.worth_saying == ""


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("Alpha Pact since 1990", ("Alpha Pact", "1990", "")),
        ("Alpha Pact, since May 1990", ("Alpha Pact", "1990-05", "")),
        ("Alpha Pact until 2001", ("Alpha Pact", "", "2001")),
        ("Alpha Pact seit 1990", ("Alpha Pact", "1990", "")),
        ("Road to 2030", ("Road to 2030", "", "")),
        ("Pact of the Few since Ever", ("Pact of the Few since Ever", "", "")),
    ],
)
def test_a_date_in_words_behind_a_name(cell: str, expected: tuple[str, ...], tmp_path: Path) -> None:
    rows, table = table_of(tmp_path, f'country,organization\nFrance,"{cell}"\nItaly,Beta League\n')
    assert (rows[0][1], *rows[0][3:]) == expected
    assert (f"dates in words behind names were read: {cell!r}" in " ".join(table.report.notes)) == bool(
        expected[1] or expected[2]
    )


@pytest.mark.parametrize(
    ("cell", "beside", "bodies"),
    [
        ("Alpha Pact (1990), Beta League (1991)", "Beta League", ["Alpha Pact", "Beta League"]),
        ("Alpha Pact (observer), Beta League (member)", "Gamma Club", ["Alpha Pact", "Beta League"]),
        ("African Union (AU), Niger Authority (NA)", "Gamma Club", ["African Union (AU)", "Niger Authority (NA)"]),
        ("Alpha Pact, NATO", "Alpha Pact", ["Alpha Pact", "NATO"]),
        ("Arts, Letters and Music", "Alpha Pact", ["Arts, Letters and Music"]),
    ],
)
def test_a_cell_with_commas_lists_bodies_if_its_parts_say_so(
    cell: str, beside: str, bodies: list[str], tmp_path: Path
) -> None:
    text = f'country,organization\nFrance,"{cell}"\nItaly,{beside}\nSpain,"African, Caribbean and Pacific Forum"\n'
    rows, table = table_of(tmp_path, text)
    assert [row[1] for row in rows] == [*bodies, beside, "African, Caribbean and Pacific Forum"]
    assert "names with commas were kept whole" in table.report.worth_saying
    assert "--split ','" in table.report.worth_saying


@pytest.mark.parametrize(
    ("cell", "states"),
    [
        ("Bosnia and Herzegovina & Serbia", ["Bosnia and Herzegovina", "Serbia"]),
        ("Antigua and Barbuda and Dominica", ["Antigua and Barbuda", "Dominica"]),
        ("Spain, Bosnia and Herzegovina and Serbia", ["Spain", "Bosnia and Herzegovina", "Serbia"]),
        ("Malta (since 1999) and Cyprus", ["Malta", "Cyprus"]),
        ("China and Taiwan", ["China", "Taiwan"]),
        ("China / Taiwan", ["China", "Taiwan"]),
        ("Malta, Korea, Republic of", ["Malta", "Korea, Republic of"]),
        ("Serbia and Montenegro", ["Serbia and Montenegro"]),
        ("Burma / Myanmar", ["Burma / Myanmar"]),
    ],
)
def test_names_of_the_list_that_have_a_separator_in_them_are_not_cut(
    cell: str, states: list[str], tmp_path: Path
) -> None:
    rows, _ = table_of(tmp_path, f'member,organization\n"{cell}",Alpha Pact\nGhana,Beta League\n')
    assert [row[0] for row in rows] == [*states, "Ghana"]


def test_a_separator_of_the_user_s_cuts_no_name_of_the_list_and_the_advice_names_one_that_does_not(
    tmp_path: Path,
) -> None:
    text = "member,organization\nBosnia and Herzegovina & Narnia & Serbia,Alpha Pact\nGhana,Beta League\n"
    _, table = table_of(tmp_path, text)
    assert 'to split: --split "&"' in table.report.worth_saying
    rows, _ = table_of(tmp_path, text, split=("&",))
    assert [row[0] for row in rows] == ["Bosnia and Herzegovina", "Narnia", "Serbia", "Ghana"]
    rows, table = table_of(tmp_path, text.replace(" & ", " and "), split=("and",))
    assert [row[0] for row in rows] == ["Bosnia and Herzegovina", "Narnia", "Serbia", "Ghana"]
    assert "names of the list were not cut at 'and'" in " ".join(table.report.notes)


def test_a_sign_beside_a_name_that_stands_elsewhere_is_said(tmp_path: Path) -> None:
    text = "country,organization\nFrance,Alpha Pact\nMalta,Alpha Pact + Gamma Club\nItaly,OPEC+\n"
    rows, table = table_of(tmp_path, text)
    assert [row[1] for row in rows] == ["Alpha Pact", "Alpha Pact + Gamma Club", "OPEC+"]
    assert "may be several names, and was read as one: 'Alpha Pact + Gamma Club'; to split: --split \"+\"" in (
        table.report.worth_saying
    )


def test_names_with_brackets_stand_elsewhere_without_them(tmp_path: Path) -> None:
    text = "country,bodies\nNorway,Rhine Club (1970); Fjord Union (1960)\nSweden,Rhine Club (1995)\n"
    rows, table = table_of(tmp_path, text)
    assert [row[1] for row in rows] == ["Rhine Club", "Fjord Union", "Rhine Club"]
    assert "none of which stands elsewhere" not in table.report.worth_saying
    _, table = table_of(tmp_path, text.replace("Rhine Club (1995)", "Lake Pact"))
    assert "none of which stands elsewhere" in table.report.worth_saying


@pytest.mark.parametrize(
    "mark",
    [
        "[lower-alpha 1]",
        "[upper-alpha 1]",
        "[lower-roman 2]",
        "[réf. 1]",
        "[прим. 1]",
        "[注 1]",
        "[voir note]",
        "[dubious – discuss]",
        "[b)]",
        "[Note]",
        "[see below]",
        "[note (a)]",
        "[#1]",
        "[disputed]",
        "[α]",
        "[1]]",
        "(b)(c)",
        "★",
        "※",
    ],
)
def test_what_is_behind_a_state_of_the_list_is_a_mark_and_said(mark: str, tmp_path: Path) -> None:
    rows, table = table_of(tmp_path, f"member,organization\nIraq{mark},Alpha\nIraq,Beta\nChile,Beta\n")
    assert [row[0] for row in rows] == ["Iraq", "Iraq", "Chile"]
    assert f"footnote marks were taken off names: Iraq{mark}; if they belong to names: --literal" in (
        table.report.worth_saying
    )
    rows, _ = table_of(tmp_path, f"member,organization\nIraq{mark},Alpha\nIraq,Beta\nChile,Beta\n", literal=True)
    assert rows[0][0] == f"Iraq{mark}"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Myanmar [Burma]", ("Myanmar [Burma]", "full", "")),
        ("Korea [North]", ("Korea [North]", "full", "")),
        ("Sylvania [East]", ("Sylvania [East]", "full", "")),
        ("Sylvania [Note]", ("Sylvania", "full", "")),
        ("Fredonia [East]", ("Fredonia", "full", "")),  # as Fredonia stands in another row
        ("Georgia [observer]", ("Georgia", "observer", "")),
        ("Mali [since 1999]", ("Mali", "full", "1999")),
        ("Ghana [note 1990 treaty]", ("Ghana", "full", "")),
    ],
)
def test_words_in_square_brackets(name: str, expected: tuple[str, ...], tmp_path: Path) -> None:
    rows, _ = table_of(tmp_path, f"member,organization\n{name},Alpha\nFredonia,Beta\nChile,Beta\n")
    assert (rows[0][0], rows[0][2], rows[0][3]) == expected


def test_control_characters_are_taken_out_of_names_and_said(tmp_path: Path) -> None:
    text = "country,organization\nFiji,Pacific\a Forum\nNauru,Pacific Forum\x7f\nSamoa,Pacific Forum\n"
    rows, table = table_of(tmp_path, text)
    assert {row[1] for row in rows} == {"Pacific Forum"}
    assert "characters that are not seen were taken out of 2 names in column organization: 'Pacific<U+0007> Forum'" in (
        table.report.worth_saying
    )


def test_a_member_that_is_twice_in_a_body_at_once_is_said(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text(
        "country,organization,start,end\nFrance,NATO,1949-04,\nFrance,NATO,1949-08,\nGreece,NATO,1952,1974\n"
        "Greece,NATO,1980,\nItaly,NATO,1949,\nItaly,NATO,1949,\nMalta,EFTA,1960,1972\nMalta,EFTA,1972,\n"
    )
    table = TableFile(path, TableOptions())
    list(table.triples())
    assert table.report.worth_saying == (
        "1 member is twice in a body at the same time: France in NATO (1949-04– and 1949-08–); both were kept; correct the"
        " dates, or take out the row that is wrong"
    )


@pytest.mark.parametrize(
    "cell", ["NATO 1949", "NATO: 1949", "NATO – 1949", "NATO, 1949", "NATO [1949]", "NATO（1949）"]
)
def test_a_year_behind_a_known_name_is_read_however_it_is_written_and_said(cell: str, tmp_path: Path) -> None:
    rows, table = table_of(tmp_path, f'country,organization\nMali,"{cell}"\nChad,EU (1958)\n')
    assert [row[1:] for row in rows] == [("NATO", "full", "1949", ""), ("EU", "full", "1958", "")]
    assert "years behind names were read as dates of memberships" in table.report.worth_saying


def test_years_behind_a_name_that_is_not_known_are_kept_and_said(tmp_path: Path) -> None:
    rows, table = table_of(tmp_path, "country,organization\nMali,Lake Pact 1990-1995\nChad,Expo 2000\nTogo,G7\n")
    assert [row[1] for row in rows] == ["Lake Pact 1990-1995", "Expo 2000", "G7"]
    assert "years at the end of names were kept as part of them: 'Lake Pact 1990-1995', 'Expo 2000'" in (
        table.report.worth_saying
    )
    rows, table = table_of(tmp_path, "country,organization\nMali,Lake Pact 1990-1995\nChad,Lake Pact\n")
    assert [row[1:] for row in rows] == [("Lake Pact", "full", "1990", "1995"), ("Lake Pact", "full", "", "")]


def test_commas_between_semicolons_are_within_names_and_said(tmp_path: Path) -> None:
    text = 'country,organizations\nMali,"Forum for Trade, Transit and Ports; NATO"\nChad,"EU, NATO; Lake Pact"\n'
    rows, table = table_of(tmp_path, text)
    assert [row[1] for row in rows] == ["Forum for Trade, Transit and Ports", "NATO", "EU", "NATO", "Lake Pact"]
    assert "names with commas were kept whole: 'Forum for Trade, Transit and Ports'" in table.report.worth_saying


@pytest.mark.parametrize(
    "text",
    [
        'country,body\n"Korea, South",Alpha Pact\n"Congo, Dem. Rep.",Beta Pact\nFrance,Alpha Pact\n',
        'body,members\nAlpha Pact,"Korea, South; France"\nBeta Pact,"Congo, Dem. Rep., Italy"\n',
        'country,bodies\n"Iran, Islamic Republic of","Alpha Pact, Beta Pact"\nFrance,Alpha Pact\nMali,Beta Pact\n',
    ],
)
def test_the_comma_of_a_listed_name_is_not_said_to_be_that_of_a_list(tmp_path: Path, text: str) -> None:
    _, table = table_of(tmp_path, text)
    assert not [line for line in table.report.lines() if "--split" in line]


def test_a_note_of_a_column_of_a_body_that_turns_its_meaning_is_said_to_be_unread(tmp_path: Path) -> None:
    _, table = table_of(tmp_path, "country,NATO*,EU\nItaly,1,1\nMalta,1,0\n* observers only,,\n")
    assert "the note 'observers only' of column 'NATO*' was not read" in table.report.worth_saying
    rows, _ = table_of(
        tmp_path, "country,NATO*,EU\nItaly,1,1\nMalta,1,0\n* observers only,,\n", mapping={"NATO*": "ignore"}
    )
    assert [row[:2] for row in rows] == [("Italy", "EU")]


def test_what_is_said_of_a_member_of_several_bodies_is_read_for_each_and_told(tmp_path: Path) -> None:
    rows, table = table_of(tmp_path, "country,NATO,EU\nPoland (observer),1,1\nMalta (observer),0,1\nItaly,1,1\n")
    assert [row[:3] for row in rows if row[2] == "observer"] == [
        ("Poland", "NATO", "observer"),
        ("Poland", "EU", "observer"),
        ("Malta", "EU", "observer"),
    ]
    said = table.report.worth_saying
    assert "'observer', which is said of 'Poland', was read for each of its bodies" in said
    assert "Malta" not in said


def test_the_command_line_says_how_years_and_commas_were_read_and_the_way_on_works(
    tmp_path: Path, blocs: Callable[..., Result]
) -> None:
    path = tmp_path / "t.csv"
    path.write_text('country,organization\nFrance,NATO (1949)\nItaly,"Alpha Pact, Beta League"\n')
    result = blocs("who", "NATO", "--data", path, "--format", "csv", "--columns", "id,span")
    assert result.out.split() == ["id,span", "france,1949–"]
    assert "'NATO (1949)'; if they belong to names: --literal" in result.err
    assert "names with commas were kept whole: 'Alpha Pact, Beta League'; to split: --split ','" in result.err
    store = tmp_path / "store"
    assert blocs("import", "csv", path, "--literal", "--split", ",", "--store", store).code == 0
    listed = blocs("list", "bodies", "--store", store, "--format", "csv", "--columns", "label").out
    assert listed.splitlines() == ["label", "Alpha Pact", "Beta League", "NATO (1949)"]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("EU since 1973, NATO since 1949", [("EU", "1973", ""), ("NATO", "1949", "")]),
        ("EU (1973; left 2020)", [("EU", "1973", "2020")]),
        ("EU 1973-2020; EFTA 1960-1972", [("EU", "1973", "2020"), ("EFTA", "1960", "1972")]),
        ("Alpha Pact (since 1990), Beta League (until 2001), Gamma Club", [
            ("Alpha Pact", "1990", ""), ("Beta League", "", "2001"), ("Gamma Club", "", ""),
        ]),
    ],
)  # fmt: skip
def test_lists_of_bodies_with_dates_however_they_are_written(
    cell: str, expected: list[tuple[str, str, str]], tmp_path: Path
) -> None:
    rows, _ = table_of(tmp_path, f'country,organization\nMali,"{cell}"\nChad,Gamma Club\n')
    assert [(row[1], row[3], row[4]) for row in rows if row[0] == "Mali"] == expected


@pytest.mark.parametrize("cell", ["Congo (Brazzaville), Congo (Kinshasa)", "Korea (South), Korea (North)"])
def test_two_states_with_brackets_of_their_own_are_not_one(cell: str, tmp_path: Path) -> None:
    rows, _ = table_of(tmp_path, f'organization,member\nAlpha,"{cell}"\nBeta,Mali\n')
    assert [row[0] for row in rows] == [*cell.split(", "), "Mali"]


def test_a_part_that_stands_elsewhere_beside_one_of_the_list_is_said(tmp_path: Path) -> None:
    text = "organization,members\nAlpha,Bosnia and Herzegovina and Ruritania\nBeta,Ruritania\n"
    _, table = table_of(tmp_path, text)
    assert 'to split: --split "and"' in table.report.worth_saying
    rows, _ = table_of(tmp_path, text, split=("and",))
    assert [row[0] for row in rows] == ["Bosnia and Herzegovina", "Ruritania", "Ruritania"]


@pytest.mark.parametrize(
    ("mark", "asked"), [("-", True), ("–", True), ("none", True), ("no", False), ("not yet", False)]
)
def test_a_mark_among_dates_of_joining_that_made_no_membership_is_said(mark: str, asked: bool, tmp_path: Path) -> None:
    text = f"country,organization,joined\nFrance,Alpha Pact,1990\nItaly,Alpha Pact,{mark}\n"
    rows, table = table_of(tmp_path, text)
    assert rows == [("France", "Alpha Pact", "full", "1990", "")]
    said = (
        f"{mark!r} (1) among the dates of 'joined' made no membership; if only the date is not known, say:"
        ' --map "joined=start"'
    )
    assert (said in table.report.worth_saying) is asked
    if asked:
        rows, _ = table_of(tmp_path, text, mapping={"joined": "start"})
        assert rows[1] == ("Italy", "Alpha Pact", "full", "", "")


def test_how_many_members_a_body_has_is_no_part_of_its_name(tmp_path: Path) -> None:
    text = (
        "country,org\nFrance,EU (27 members)\nItaly,EU\nSpain,NATO (30 Staaten)\nMalta,UN (États membres: 193)\n"
        "Mali,Alpha Pact (12)\nFiji,Alpha Pact\nChad,NATO (12 founding members)\n"
    )
    rows, table = table_of(tmp_path, text)
    assert [row[1] for row in rows] == [
        "EU",
        "EU",
        "NATO",
        "UN",
        "Alpha Pact",
        "Alpha Pact",
        "NATO (12 founding members)",
    ]
    assert "numbers of members behind names were left off: 'EU (27 members)'" in table.report.worth_saying
    rows, _ = table_of(tmp_path, text, literal=True)
    assert rows[0][1] == "EU (27 members)"


def test_another_column_of_bodies_is_said_and_can_be_read(blocs: Callable[..., Result], tmp_path: Path) -> None:
    table = tmp_path / "t.csv"
    table.write_text(
        "country,organization,team\nFrance,UEFA,Les Bleus\nItaly,UEFA,Azzurri\nPeru,FIFA,La Roja\n", "utf-8"
    )
    ways = ["--map", "organization=organization", "--map", "team=organization"]
    said = blocs("list", "--data", table).err
    assert "'team' was not read: if members are in what it names too, say --map" in said
    assert '--map "organization=organization" --map "team=organization"' in said
    assert "6 memberships" in blocs("import", "csv", table, "--dry-run", *ways).out
    # What is the same of a body wherever it comes says something of the body.
    table.write_text("country,organization,group\nFrance,UEFA,Europe\nItaly,UEFA,Europe\nPeru,FIFA,World\n", "utf-8")
    assert "not read" not in blocs("list", "--data", table).err
