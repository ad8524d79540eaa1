"""Published data sets by name, on rows made after their codebooks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from blocs.graph.errors import BlocsError
from blocs.graph.readers.table import TableFile
from places import SHARED, TEST_DATA

Blocs = Callable[..., Any]

ATOP = TEST_DATA / "tables" / "atop5_1m.csv"


def partners(blocs: Blocs, store: Path, obligation: str, date: str) -> list[str]:
    given = ["-p", "state=Russia", "-p", f"obligation={obligation}", "-p", f"date={date}"]
    found = blocs("query", "pact-partners", *given, "--store", store, "--format", "csv")
    assert found.code == 0, found.err
    return [line.split(",")[0].rpartition("/")[2] for line in found.out.splitlines()[1:]]


def test_who_shares_an_obligation(blocs: Blocs, tmp_path: Path) -> None:
    store = tmp_path / "s"
    done = blocs("import", "atop", ATOP, "--store", store)
    assert done.code == 0 and "columns not read: active" in done.err
    assert partners(blocs, store, "defense", "1995") == ["armenia", "georgia"]
    assert partners(blocs, store, "defense", "2012") == ["armenia"]
    assert partners(blocs, store, "nonaggression", "2012") == ["armenia", "china"]
    assert partners(blocs, store, "offense", "2012") == []
    assert "Leeds" in blocs("cite", "--store", store).out
    assert blocs("check", "--store", store).code == 0
    info = blocs("info", "--store", store).out
    assert "columns not read: active" in info and "6 rows made 6 memberships" in info


def test_a_table_is_of_the_data_set_or_refused(blocs: Blocs, tmp_path: Path) -> None:
    pairs = tmp_path / "atop5_1dy.csv"
    pairs.write_text("dyad,mem1,mem2,year,atopally\n2020,2,20,1990,1\n")
    other = blocs("import", "atop", pairs, "--dry-run")
    assert other.code == 2 and "a row for each pair of states" in other.err
    wrong = blocs("import", "cow-alliances", ATOP, "--dry-run")
    assert wrong.code == 2 and "it is read by: blocs import atop" in wrong.err
    assert "2018" in blocs("who", "ATOP 4025", "--data", ATOP, "--format", "json").out


def test_parties_begin_when_it_is_in_force(blocs: Blocs, tmp_path: Path) -> None:
    table = tmp_path / "memberships.csv"
    table.write_text(
        "manyID,Title,Begin,stateID,StateName,StateSignature,StateRatification,StateForce,StateEnd\n"
        "X1,Treaty A,1990-01-01,FRA,France,1990-01-02,1991-02-03,1992-01-01,NA\n"
        "X1,Treaty A,1990-01-01,ITA,Italy,1990-01-02,1991-01-01..1991-12-31,NA,2001\n"
    )
    assert blocs("import", "many", table, "--store", tmp_path / "s").code == 0
    found = {}
    for year in ("1990", "1991", "1993", "2002"):
        out = blocs("who", "Treaty A", "--as-of", year, "--store", tmp_path / "s").out
        found[year] = [line.split("\t")[0] for line in out.splitlines()[1:] if "\t" in line]
    assert found == {"1990": [], "1991": ["italy"], "1993": ["france", "italy"], "2002": ["france"]}


def test_wikidata_results_keep_their_ids(blocs: Blocs, tmp_path: Path) -> None:
    table = tmp_path / "query.csv"
    table.write_text(
        "country,countryLabel,organization,organizationLabel,start,end\n"
        "http://www.wikidata.org/entity/Q142,France,http://www.wikidata.org/entity/Q7184,NATO,1949-01-01T00:00:00Z,\n"
    )
    done = blocs("import", "wikidata", table, "--store", tmp_path / "s")
    assert done.code == 0 and "1 membership begins on 1 January" in done.err
    query = "SELECT ?m { :france skos:exactMatch ?m }"
    assert "http://www.wikidata.org/entity/Q142" in blocs("query", "-e", query, "--store", tmp_path / "s").out


def test_dyads_of_cow_are_refused(blocs: Blocs, tmp_path: Path) -> None:
    (tmp_path / "d.csv").write_text("ccode1,ccode2,year,un\n2,20,1990,1\n")
    found = blocs("import", "cow-igo", tmp_path / "d.csv", "--store", tmp_path / "s")
    assert found.code == 2 and "dyadic" in found.err


@pytest.mark.skipif(not (SHARED / "cow-igo").is_dir(), reason="needs ../shared/cow-igo, which is not here")
def test_both_forms_of_cow_igo_are_the_same_data() -> None:
    from blocs.graph.readers.published.cow_tables import read_cow

    folder = SHARED / "cow-igo"
    by_state = read_cow(folder / "state_year_format3.csv.gz")
    by_body = read_cow(folder / "igo_year_format3.csv.gz")
    assert len(by_state.cells) == len(by_body.cells) == 217
    assert sorted(by_state.columns) == sorted(by_body.columns)
    assert by_body.repaired["International Renewable Energy AgencyÊ"] == "International Renewable Energy Agency"
    named = [name for one in by_body.organizations.values() for name in (one.label, *one.aliases)]
    assert any(name.startswith("Conférence des ministres de la jeunesse") for name in named)
    assert not any("\x80" <= sign <= "\x9f" for name in named for sign in name)


def test_igor_is_of_every_fifth_year_until_1965(blocs: Blocs, tmp_path: Path) -> None:
    years = {1950: 0, 1955: 1, 1960: 1, 1965: 1, 1966: -9, 1967: 3}
    lines = [f"UN,325,italy,Italy,{year},{value},United Nations" for year, value in years.items()]
    lines += [f"UN,220,france,France,{year},1,United Nations" for year in years]
    table = tmp_path / "members.csv"
    table.write_text("\n".join(["ioname,ccode,state,statenme,year,value,orgname", *lines, ""]))
    done = blocs("import", "igor", table, "--store", tmp_path / "s")
    assert done.code == 0 and "until 1965 the data are of every fifth year" in done.err
    found = blocs("timeline", "--store", tmp_path / "s", "--format", "csv").out.splitlines()[1:]
    spans = sorted((cells[3], cells[0], cells[1], cells[6]) for cells in (line.split(",") for line in found))
    assert spans == [
        ("france", "1950", "1967", "full"),
        ("italy", "1955", "1965", "full"),
        ("italy", "1967", "1967", "observer"),
    ]
    assert "Pevehouse" in blocs("cite", "--store", tmp_path / "s").out


def test_years_that_a_panel_leaves_out_are_named(blocs: Blocs, tmp_path: Path) -> None:
    table = tmp_path / "panel.csv"
    table.write_text("country,igo,year\nA,B,1990\nA,B,1991\nA,B,1995\nC,B,1991\n")
    assert "the table says nothing of 1992–1994" in blocs("import", "csv", table, "--dry-run").out


def test_who_has_only_signed_is_no_party(blocs: Any, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(
        "stateID,treatyID,Title,Begin,StateSignature,StateRatification,StateForce,StateEnd\n"
        "FRA,P_1990,Pact,1990-01-01,1990-01-01,1992-01-01,1992-02-02,NA\n"
        "ITA,P_1990,Pact,1990-01-01,1990-01-01,NA,NA,NA\n",
        encoding="utf-8",
    )
    done = blocs("import", "many", tmp_path / "t.csv", "--store", tmp_path / "s")
    assert done.code == 0 and "skipped: 'signed, without a date of force, ratification or accession' (1)" in done.err
    assert "FRA is France" in done.err and "in no list" not in done.err
    assert "Italy" not in blocs("who", "Pact", "--as-of", "any", "--store", tmp_path / "s").out


def lines(path: Path, kind: str, text: str) -> tuple[list[tuple[str, str, str, tuple[str, ...]]], str]:
    """The memberships of a published table, and what is said of it."""
    path.write_text(text, encoding="utf-8")
    table = TableFile(path, kind=kind)
    return [(r.member, r.start, r.end, r.obligations) for r in table.rows()], " ".join(table.report.lines())


def test_codes_of_atop_that_are_no_yes_and_no_no_are_said(tmp_path: Path) -> None:
    """Its documentation has 1 for a promise and 0 for none, and 0 for an end that has not come."""
    header = "atopid,member,yrent,moent,dayent,yrexit,moexit,dayexit,phase"
    found, said = lines(
        tmp_path / "atop5_1m.csv",
        "atop",
        f"{header},defense,nonagg\n3150,2,1949,4,4,0,0,0,0,1,0\n3150,220,1949,4,4,-9,-9,-9,0,0,2\n3150,325,1949,0,0,1951,2,0,0,1,-9\n",
    )
    assert found == [
        ("United States", "1949-04-04", "", ("defense",)),
        ("France", "1949-04-04", "", ()),
        ("Italy", "1949", "1951-02", ("defense",)),
    ]
    assert "'nonagg 2'" in said and "'yrexit -9, which may be an end that is not known'" in said
    _, said = lines(tmp_path / "plain.csv", "atop", f"{header}\n3150,2,1949,4,4,0,0,0,0\n")
    assert "no columns of promises" in said


def test_alliances_older_than_the_data_have_no_start(tmp_path: Path) -> None:
    """COW's alliances have left_censor for what began before 1816, and right_censor for what goes on."""
    header = (
        "version4id,ccode,state_name,all_st_year,ss_type,mem_st_day,mem_st_month,mem_st_year,mem_end_day,mem_end_month,"
        "mem_end_year,left_censor,right_censor,defense,neutrality,nonaggression,entente"
    )
    found, said = lines(
        tmp_path / "alliance_v4.1_by_member.csv",
        "cow-alliances",
        f"{header}\n1,235,Portugal,1816,Type I: Defense Pact,1,1,1816,,,,1,1,1,0,1,0\n"
        "7,300,Austria-Hungary,1879,Type I: Defense Pact,-9,6,1879,3,11,1918,0,0,1,0,0,0\n"
        "8,325,Italy,1882,Type II: Neutrality,1,1,1882,,,,0,0,0,1,0,0\n",
    )
    assert found == [
        ("Portugal", "", "", ("defense", "nonaggression")),
        ("Austria-Hungary", "1879-06", "1918-11-03", ("defense",)),
        ("Italy", "1882-01-01", "", ("neutrality",)),
    ]
    assert "began before the data do" in said and "right_censor does not say that it goes on" in said


def test_every_form_with_pairs_leads_to_the_one_by_member(tmp_path: Path) -> None:
    for kind, header in (
        ("atop", "dyad,stateA,stateB,year,atopally,defense"),
        (
            "cow-alliances",
            "version4id,ccode1,state_name1,ccode2,state_name2,dyad_st_year,left_censor,defense,neutrality",
        ),
    ):
        path = tmp_path / f"{kind}.csv"
        path.write_text(f"{header}\n" + ",".join("1" for _ in header.split(",")) + "\n", encoding="utf-8")
        with pytest.raises(BlocsError, match="the table with a row for each member"):
            list(TableFile(path, kind=kind).rows())


@pytest.mark.parametrize("unknown", ["http://www.wikidata.org/.well-known/genid/4fde0a", "_:b7", "t1234567"])
def test_a_start_that_wikidata_does_not_know_is_none_and_who_left_is_left_out(
    blocs: Blocs, tmp_path: Path, unknown: str
) -> None:
    table = tmp_path / "query.csv"
    table.write_text(
        "country,countryLabel,organization,organizationLabel,start,end\n"
        f"http://www.wikidata.org/entity/Q142,France,http://www.wikidata.org/entity/Q7184,NATO,1949-04-04T00:00:00Z,{unknown}\n"
        f"http://www.wikidata.org/entity/Q38,Italy,http://www.wikidata.org/entity/Q7184,NATO,{unknown},\n"
    )
    kinds = ("wikidata", "csv") if unknown != "t1234567" else ("wikidata",)
    for kind in kinds:
        rows = list(TableFile(table, kind=kind).rows())
        assert [(row.member, row.start, row.end) for row in rows] == [
            ("Italy", "", "")
        ]  # France left, nobody knows when
        said = blocs("import", kind, table, "--dry-run").out
        assert "unknown" in said


def test_a_code_that_is_no_month_names_the_way_to_read_it_as_none(blocs: Blocs, tmp_path: Path) -> None:
    head = "atopid,member,yrent,moent,dayent,yrexit,moexit,dayexit,phase,defense,offense,neutral,nonagg,consul\n"
    (tmp_path / "m.csv").write_text(
        f"{head}3490,365,1970,99,99,0,0,0,0,1,0,0,0,1\n3490,290,1970,8,99,0,0,0,0,1,0,0,0,1\n"
    )
    wrong = blocs("import", "atop", tmp_path / "m.csv", "--dry-run")
    assert wrong.code == 1 and "column moent: there is no month 99" in wrong.err and "--missing 99" in wrong.err
    assert blocs("import", "atop", tmp_path / "m.csv", "--missing", "99", "--store", tmp_path / "s").code == 0
    found = blocs("timeline", "--store", tmp_path / "s").out
    assert {line.split("\t")[0] for line in found.splitlines()[1:]} == {"1970", "1970-08"}


MESSY = {
    "1961-XX-XX": "1961",
    "1961-05-XX": "1961-05",
    "~1970": "1970",
    "1970~": "1970",
    "1970-03-01?": "1970-03-01",
    "1970%": "1970",
    '"{1991,1992}"': "1991",
    '"[1991,1992]"': "1991",
    "1961..1965": "1961",
    "1990-01-01..1990-12-31": "1990",
    "196X": "1960",
}


@pytest.mark.parametrize(("written", "read"), MESSY.items())
def test_dates_of_messydates_keep_what_is_known(blocs: Blocs, tmp_path: Path, written: str, read: str) -> None:
    (tmp_path / "m.csv").write_text(f"manyID,stateID,Title,Begin,End\nEFTA,NOR,EFTA,{written},\n")
    done = blocs("import", "many", tmp_path / "m.csv", "--store", tmp_path / "s")
    assert done.code == 0 and "Begin as start" in done.err and " read " in done.err.partition("made 1 membership")[2]
    assert blocs("timeline", "--store", tmp_path / "s").out.splitlines()[1].split("\t")[0] == read
    (tmp_path / "c.csv").write_text(f"country,organization,start\nNorway,EFTA,{written}\n")
    own = blocs("import", "csv", tmp_path / "c.csv", "--date-format", "approximate", "--store", tmp_path / "c")
    assert own.code == 0, own.err
    assert blocs("timeline", "--store", tmp_path / "c").out.splitlines()[1].split("\t")[0] == read


def test_one_of_several_dates_is_asked_for_with_a_way_that_keeps_the_year(blocs: Blocs, tmp_path: Path) -> None:
    (tmp_path / "c.csv").write_text('country,organization,start\nNorway,EFTA,"{1991,1992}"\n')
    found = blocs("import", "csv", tmp_path / "c.csv", "--dry-run")
    assert found.code == 1 and "--date-format approximate" in found.err


@pytest.mark.parametrize("kind", ["atop", "cow-alliances", "many"])
def test_options_that_a_data_set_has_no_use_for_are_not_among_its_own(blocs: Blocs, kind: str) -> None:
    text = blocs("import", kind, "--help").out
    assert not any(f"--{name} " in text for name in ("map", "role", "no-role", "date-format", "split"))
    assert "--missing" in text and "--delimiter" in text


def test_columns_that_are_missing_are_called_as_the_data_set_calls_them(blocs: Blocs, tmp_path: Path) -> None:
    (tmp_path / "m.csv").write_text("Title,Begin\nEFTA,1960\n")
    assert (
        "no column manyID or treatyID or igoID, stateID" in blocs("import", "many", tmp_path / "m.csv", "--dry-run").err
    )


IGO = "ccode,year,state,ANZUS,NATO\n"


def test_years_between_two_that_were_coded_are_filled_in_and_no_others(blocs: Blocs, tmp_path: Path) -> None:
    rows = [f"2,{year},USA,{int(year >= 1955)},1" for year in (1950, 1955, 1960, 1965, 1966)]
    (tmp_path / "t.csv").write_text(IGO + "\n".join(rows))
    done = blocs("import", "cow-igo", tmp_path / "t.csv", "--store", tmp_path / "s")
    assert "the years between are filled in" in done.err and "says nothing" not in done.err
    for year, expected in (("1953", 0), ("1957", 1), ("1964", 1)):
        found = blocs("who", "ANZUS", "--as-of", year, "--store", tmp_path / "s").out
        assert len(found.splitlines()) - 1 == expected, year
    (tmp_path / "g.csv").write_text(IGO + "2,1950,USA,1,1\n2,1960,USA,1,1\n")
    gaps = blocs("import", "cow-igo", tmp_path / "g.csv", "--store", tmp_path / "g").err
    assert "filled in, so" not in gaps and "The table says nothing of 1951–1959" in gaps
    assert "says nothing of 1951–1959" in blocs("cite", "--store", tmp_path / "g").out


@pytest.mark.parametrize("kind", ["csv", "cow-igo"])
def test_counts_of_memberships_are_told_from_memberships(blocs: Blocs, tmp_path: Path, kind: str) -> None:
    (tmp_path / "t.csv").write_text("ccode,statenme,year,sum_igo_full,sum_igo_anytype\n2,USA,1990,63,70\n")
    found = blocs("import", kind, tmp_path / "t.csv", "--dry-run")
    assert found.code == 2 and "table of counts" in found.err and "state_year_formatv3.csv" in found.err


def test_igor_says_what_is_true_of_the_years_of_the_table(blocs: Blocs, tmp_path: Path) -> None:
    head = "ccode,state,statenme,year,ioname,value,category,orgname\n"
    for first, expected in ((1955, True), (1990, False)):
        rows = f"200,uk,UK,{first},nato,1,Full Membership,NATO\n200,uk,UK,{first + 5},nato,1,Full Membership,NATO\n"
        (tmp_path / "i.csv").write_text(head + rows)
        assert ("every fifth year" in blocs("import", "igor", tmp_path / "i.csv", "--dry-run").out) is expected


def test_ways_to_become_a_party_in_columns_of_their_own_are_read_as_one(blocs: Blocs, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(
        "Participant,Signature,Ratification,Accession(a),Succession(d)\n"
        "Canada,12 Nov 2001,13 May 2002,,\nAfghanistan,,,16 Jan 2003,\nBosnia and Herzegovina,,,,1 Sep 1993\n"
        "United States,31 Dec 2000,,,\n"
    )
    asked = ("import", "csv", tmp_path / "t.csv", "--organization", "Treaty X")
    assert 'leave such rows out with: --map "Signature=ignore"' in blocs(*asked, "--dry-run").err
    assert blocs(*asked, "--map", "Signature=ignore", "--store", tmp_path / "s").code == 0
    found = [line.split("\t") for line in blocs("timeline", "--store", tmp_path / "s").out.splitlines()[1:]]
    assert [(row[0], row[3]) for row in found] == [
        ("1993-09-01", "bosnia-and-herzegovina"), ("2002-05-13", "canada"), ("2003-01-16", "afghanistan"),
    ]  # fmt: skip


def test_a_row_without_a_date_of_ratification_is_told(blocs: Blocs, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("State,Deposited,Remarks\nCuba,2002-11-04,\nIsrael,,See note 4\n")
    asked = ("import", "csv", tmp_path / "t.csv", "--organization", "NPT", "--map", "Deposited=start", "--dry-run")
    assert "not understood: 'a row without a date of Deposited'" in blocs(*asked).out


def test_founders_have_the_date_that_stands_behind_the_word(blocs: Blocs, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("country,organization,start\nBelgium,EU,Founder (1952)\nCroatia,EU,1 July 2013\n")
    found = blocs("timeline", "--data", tmp_path / "t.csv").out
    assert [line.split("\t")[0] for line in found.splitlines()[1:]] == ["1952", "2013-07-01"]


def test_a_first_line_that_names_what_lines_are_is_no_membership(blocs: Blocs, tmp_path: Path) -> None:
    for head in ("Country: International organization participation", "Country: Members of pacts"):
        (tmp_path / "t.txt").write_text(f"{head}\nAlpha Pact: France, Italy\nBeta Pact: Malta, Spain\n")
        done = blocs("import", "csv", tmp_path / "t.txt", "--dry-run")
        assert "4 memberships of 4 members in 2 bodies" in done.out and "row 1 was skipped" in done.out


def test_former_members_with_an_end_can_be_kept(blocs: Blocs, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(
        "country,organization,start,notes\nUnited Kingdom†,EU,1973,Left 2020\nFrance,EU,1958,\n† Former member,,,\n"
    )
    found = blocs("import", "csv", tmp_path / "t.csv", "--dry-run")
    assert '--role "Former member=full", as each of these rows says when it ended' in found.err
    done = blocs("import", "csv", tmp_path / "t.csv", "--role", "former member=full", "--store", tmp_path / "s")
    assert done.code == 0, done.err
    spans = [line.split("\t") for line in blocs("timeline", "--store", tmp_path / "s").out.splitlines()[1:]]
    assert {(row[3], row[0], row[1]) for row in spans} == {("united-kingdom", "1973", "2020"), ("france", "1958", "")}
    (tmp_path / "o.csv").write_text(
        "country,organization,start,status\nUK,EU,1973,Former member\nFrance,EU,1958,Member\n"
    )
    assert '="associate"' in blocs("import", "csv", tmp_path / "o.csv", "--dry-run").err


_PAIRS = (
    "dyadid,ccode1,country1,ccode2,country2,year,comecon,nato\n"
    "2220,2,United States of America,220,France,1955,0,1\n2220,2,United States of America,220,France,1956,0,1\n"
    "290315,290,Poland,315,Czechoslovakia,1955,1,0\n290315,290,Poland,315,Czechoslovakia,1956,1,0\n"
)


@pytest.mark.parametrize("column", ["ccode", "country"])
def test_both_sides_of_pairs_are_members_if_the_user_says_so(blocs: Blocs, tmp_path: Path, column: str) -> None:
    table = tmp_path / "d.csv"
    table.write_text(_PAIRS)
    asked = blocs("who", "NATO", "--data", table)
    way = '--map "ccode1=member" --map "ccode2=member"'
    assert asked.code == 2 and way in asked.err
    ways = way.replace("ccode", column).replace('"', "").split()
    done = blocs("import", "csv", table, *ways, "--store", tmp_path / "s")
    assert done.code == 0 and "ccode as cow, country as member" in done.err.replace(
        "country as member, ccode as cow", "ccode as cow, country as member"
    )
    for body, members in (("NATO", {"united-states-of-america", "france"}), ("COMECON", {"poland", "czechoslovakia"})):
        out = blocs("who", body, "--as-of", "1955", "--store", tmp_path / "s", "--format", "csv").out
        assert {line.split(",")[0] for line in out.splitlines()[1:]} == members
    one = blocs("import", "csv", table, "--map", f"{column}2=member", "--dry-run")
    assert "2 memberships of 2 members in 2 bodies" in one.out and "and not 'c" in one.out
    assert "columns not read: dyadid, ccode1, country1" in one.out


_NORTH = {"united-states-of-america", "canada"}


@pytest.mark.parametrize(
    ("text", "ways", "states"),
    [
        (
            "ccode1,ccode2,year,nato\n2,20,1955,1\n2,651,1955,0\n",
            "ccode1 ccode2",
            _NORTH,
        ),
        ("state_a,state_b,year,nato\n2,20,1955,1\n", "state_a state_b", _NORTH),
        ("ccode,organization\n2,NATO\n20,NATO\n", "ccode", _NORTH),
        ("iso_n,organization\n840,NATO\n124,NATO\n", "iso_n", _NORTH),
    ],
)
def test_numbers_said_to_be_members_are_codes(
    blocs: Blocs, tmp_path: Path, text: str, ways: str, states: set[str]
) -> None:
    (tmp_path / "t.csv").write_text(text)
    given = [word for name in ways.split() for word in ("--map", f"{name}=member")]
    done = blocs("import", "csv", tmp_path / "t.csv", *given, "--store", tmp_path / "s")
    assert done.code == 0, done.err
    out = blocs("who", "NATO", "--as-of", "1955", "--store", tmp_path / "s", "--format", "csv").out
    assert {line.split(",")[0] for line in out.splitlines()[1:]} == states


_GW = "2\tUSA\tUnited States of America\t04:07:1816\t31:12:2017\n20\tCAN\tCanada\t01:07:1867\t31:12:2017\n"
_LISTS_OF_STATES = {
    "with a header": f"statenumber\tstateid\tcountryname\tstart\tend\n{_GW}",
    "of dates": f"statenumber\tstateid\tcountryname\tstartdate\tenddate\n{_GW}",
    "of states.rda": "gwcode,gwabbrev,gwname,microstate,start,end\n20,CAN,Canada,FALSE,1867-07-01,2017-12-31\n",
    "of states": "gwno,country_name,country_start,country_end\n20,Canada,1867-07-01,9999-12-31\n",
    "of COW": "stateabb,ccode,statenme,styear,stmonth,stday,endyear,endmonth,endday,version\n"
    "CAN,20,Canada,1920,1,10,2016,12,31,2016\n",
    "without names": f"{_GW}260\tGFR\tGerman Federal Republic\t21:09:1949\t31:12:2017\n",
}


@pytest.mark.parametrize("case", _LISTS_OF_STATES)
def test_a_list_of_states_is_told_for_what_it_is(blocs: Blocs, tmp_path: Path, case: str) -> None:
    table = tmp_path / "iisystem.tsv"
    table.write_text(_LISTS_OF_STATES[case])
    for words in (["import", "csv", table, "--dry-run"], ["list", "--data", table]):
        asked = blocs(*words)
        assert asked.code == 2 and "is a list of states" in asked.err and "--organization NAME" in asked.err, asked.err
    if "such as: " in asked.err:
        names = asked.err.partition("such as: ")[2].partition(";")[0].replace(", ", "\t")
        table.write_text(f"{names}\n{table.read_text()}")
    done = blocs("import", "csv", table, "--organization", "UN", "--dry-run")
    assert done.code == 0 and "in 1 body; no errors" in done.out, done.err


def test_a_text_of_cells_says_how_it_is_read(blocs: Blocs, tmp_path: Path) -> None:
    table = tmp_path / "iisystem.dat"
    table.write_text(_LISTS_OF_STATES["without names"])
    asked = blocs("who", "UN", "--data", table)
    assert asked.code == 2 and f"a table as text is read by: blocs import csv {table}" in asked.err
    assert "is a list of states" in blocs("import", "csv", table, "--dry-run").err


def test_no_body_is_called_after_a_date(blocs: Blocs, tmp_path: Path) -> None:
    table = tmp_path / "t.csv"
    table.write_text("country,organization\nFrance,1949-08-24\nItaly,1949-08-25\n")
    asked = blocs("import", "csv", table, "--dry-run")
    assert asked.code == 2 and '--organization NAME --map "organization=start"' in asked.err
    given = ("--organization", "NATO", "--map", "organization=start", "--store", tmp_path / "s")
    assert blocs("import", "csv", table, *given).code == 0
    found = blocs("timeline", "--store", tmp_path / "s").out.splitlines()[1:]
    assert [line.split("\t")[0] for line in found] == ["1949-08-24", "1949-08-25"]
    table.write_text("country,2001-05-01,1990-01-02\nFrance,1,0\nItaly,1,1\n")
    assert '"2001-05-01=organization"' not in blocs("import", "csv", table, "--dry-run").err


def test_days_between_colons_are_dates(blocs: Blocs, tmp_path: Path) -> None:
    table = tmp_path / "t.csv"
    table.write_text("country,organization,start\nFrance,Pact,04:07:1990\nItaly,Pact,21:09:1991\n")
    found = blocs("timeline", "--data", table).out.splitlines()[1:]
    assert [line.split("\t")[0] for line in found] == ["1990-07-04", "1991-09-21"]


def test_results_of_wikidata_are_known_by_their_columns(blocs: Blocs, tmp_path: Path) -> None:
    wd = "http://www.wikidata.org/entity/"
    table = tmp_path / "query.csv"
    table.write_text(
        "country,countryLabel,organization,organizationLabel,start,startPrecision\n"
        f"{wd}Q846,Qatar,{wd}Q7795,OPEC,1961-01-01T00:00:00Z,9\n{wd}Q794,Iran,{wd}Q7795,OPEC,1960-09-14T00:00:00Z,11\n"
    )
    found = blocs("timeline", "--data", table)
    assert [line.split("\t")[0] for line in found.out.splitlines()[1:]] == ["1960-09-14", "1961"]
    assert "not read" not in found.err
    for words in (["import", "csv", table, "--dry-run"], ["check", table]):
        done = blocs(*words)
        assert "startPrecision as precision of start" in done.out + done.err
    table.write_text(table.read_text().replace(",startPrecision", "").replace("Z,9", "Z").replace("Z,11", "Z"))
    assert "1 membership begins on 1 January" in blocs("import", "csv", table, "--dry-run").out


_GPTAD = (
    "manyID,treatyID,Title,Begin,stateID,Signature,Force,StateName\n"
    "C1,C1,Alpha Pact,1973-07-04,BRB,1973-07-04,1973-08,Barbados\n"
    "C1,C1,Alpha Pact,1973-07-04,SUR,1995-07-04,1995,Suriname\n"
    "C1,C1,Alpha Pact,1973-07-04,JAM,1973-07-04,NA,Jamaica\nC1,C1,Alpha Pact,1973-07-04,HTI,1997-07-04,NA,Haiti\n"
)


def test_parties_without_dates_of_their_own_have_those_of_force(blocs: Blocs, tmp_path: Path) -> None:
    table = tmp_path / "gptad.csv"
    table.write_text(_GPTAD)
    done = blocs("import", "many", table, "--store", tmp_path / "s")
    assert done.code == 0 and "starts are of Force or else Begin" in done.err
    assert (
        "Signature (a signature makes no party)" in done.err and "1 party signed after the agreement began" in done.err
    )
    found = blocs("timeline", "Alpha Pact", "--store", tmp_path / "s").out.splitlines()[1:]
    spans = {row[3]: row[0] for line in found if (row := line.split("\t"))[2] == "membership"}
    assert spans == {"barbados": "1973-08", "suriname": "1995", "jamaica": "1973-07-04", "haiti": ""}


def test_force_that_differs_between_parties_is_their_own(blocs: Blocs, tmp_path: Path) -> None:
    table = tmp_path / "parties.csv"
    table.write_text(
        "manyID,stateID,Title,Beg,Signature,Rat,Force\nB,FRA,Alpha Convention,1989,1989-03-22,1991-01-07,1992-05-05\n"
        "B,ITA,Alpha Convention,1989,1989-03-23,1994-02-07,1994-05-08\nB,USA,Alpha Convention,1989,1990-03-22,,\n"
    )
    done = blocs("import", "many", table, "--store", tmp_path / "s")
    assert done.code == 0 and "skipped: 'signed, without a date" in done.out + done.err
    found = blocs("timeline", "Alpha Convention", "--store", tmp_path / "s").out.splitlines()[1:]
    spans = {row[3]: row[0] for line in found if (row := line.split("\t"))[2] == "membership"}
    assert spans == {"france": "1992-05-05", "italy": "1994-05-08"}


def test_what_is_older_than_the_data_is_said_to_have_no_start(blocs: Blocs, tmp_path: Path) -> None:
    table = tmp_path / "by_member.csv"
    table.write_text(
        "version4id,ccode,state_name,ss_type,mem_st_day,mem_st_month,mem_st_year,mem_end_year,left_censor,right_censor\n"
        "1,200,United Kingdom,Type I: Defense Pact,1,1,1816,,1,1\n"
    )
    assert blocs("import", "cow-alliances", table, "--store", tmp_path / "s").code == 0
    cited = blocs("cite", "--store", tmp_path / "s").out
    assert "is given no start" in cited and "starts on 1 January 1816" not in cited


def test_a_column_that_is_left_out_names_no_state(blocs: Blocs, tmp_path: Path) -> None:
    table = tmp_path / "panel.csv"
    table.write_text("ccode,year,state,country_name,ecowas,oau\n475,1975,nig,Nigeria,1,1\n452,1975,gha,Ghana,1,1\n")
    done = blocs("import", "cow-igo", table, "--map", "country_name=ignore", "--dry-run")
    assert done.code == 0 and "country_name as member" not in done.out
    assert "columns not read: country_name (as asked)" in done.out
    refused = blocs("import", "cow-igo", table, "--map", "year=ignore", "--dry-run")
    assert refused.code == 2 and "'year'" in refused.err


def test_an_abbreviation_in_small_letters_is_the_listed_body(blocs: Blocs, tmp_path: Path) -> None:
    table = tmp_path / "t.csv"
    table.write_text("country,organization\nFrance,nato\nIraq,Arab League\nNorway,efta\nMali,Sahel Chess Pact\n")
    done = blocs("check", table)
    assert "in no list of bodies: Sahel Chess Pact" in done.out + done.err
    assert "nato," not in (done.out + done.err).partition("in no list of bodies")[2]
