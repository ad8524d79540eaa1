"""One state, one node: by every name and code of the list, and never two states in one."""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from blocs import load
from blocs.graph.errors import BlocsError, InvalidRequest, UnknownName
from blocs.graph.model.known.authority import authority
from blocs.graph.model.known.states import State
from blocs.graph.model.naming.forms import normal
from blocs.graph.readers.names.own_names import own_names
from blocs.graph.readers.report import Report
from blocs.graph.readers.table import TableFile
from blocs.graph.readers.table_options import TableOptions
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import RdfFormat, parse

STATES = authority().states
_ID = "https://w3id.org/blocs/id/"


def read(path: Path, header: Sequence[str], rows: Iterable[Sequence[object]], **options: Any) -> dict[str, set[str]]:
    """The ids of the members of each body of a table."""
    return read_with(path, header, rows, **options)[0]


def read_with(
    path: Path, header: Sequence[str], rows: Iterable[Sequence[object]], **options: Any
) -> tuple[dict[str, set[str]], Report]:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header, *rows])
    table = TableFile(path, TableOptions(**options))
    about: dict[str, dict[str, str]] = defaultdict(dict)
    for quad in parse("".join(table.triples()).encode(), RdfFormat.N_TRIPLES):
        about[quad.subject.value][quad.predicate.value.rpartition("#")[2]] = getattr(quad.object, "value", "")
    found: dict[str, set[str]] = defaultdict(set)
    for has in about.values():
        if "organization" in has and "member" in has:
            found[has["organization"].removeprefix(_ID)].add(has["member"].removeprefix(_ID))
    return found, table.report


def years_of(state: State) -> list[int]:
    """Some years in which a list has a state: the edges of its spells and their middles."""
    years = set[int]()
    for spell in state.spells:
        first, last = int(spell.start[:4]), int(spell.end[:4] or 2016) if spell.end else 2016
        years |= {first, (first + last) // 2, last}
    return sorted(years) or [2000]


@cache
def words(name: str) -> set[str]:
    """A name as the set of its words: "Congo, Rep." is "Republic of Congo"."""
    return {"republic" if word == "rep" else word for word in normal(name).split()} - {"the", "of", "and"}


def called(name: str, year: int) -> set[str]:
    """The states that are called so in a year, by a plain walk through the list."""
    return {
        state.id
        for state in STATES
        if state.exists_in(year)
        for each in state.names
        if words(each.text) == words(name) and each.used_in(year)
    }


def test_every_name_in_every_year_is_the_node_of_its_state(tmp_path: Path) -> None:
    asked = [
        (name.text, year, state.id)
        for state in STATES
        for name in state.names
        if name.text and not name.hidden
        for year in years_of(state)
        if name.used_in(year)
    ]
    rows = [(name, f"Body {at}", year, year) for at, (name, year, _) in enumerate(asked)]
    found = read(tmp_path / "names.csv", ["member", "organization", "start", "end"], rows)
    wrong = []
    for at, (name, year, state) in enumerate(asked):
        (node,) = found[f"body-{at}"]
        if called(name, year) == {state} and node != state:
            wrong.append((name, year, state, node))
        # What several were called is one of them by a rule of the field, or the node of nobody in the list.
        if node in authority() and node not in (called(name, year) | {state}):
            wrong.append((name, year, state, node))
    assert len(asked) > 1500 and wrong == []


@pytest.mark.parametrize(("column", "scheme"), [("ccode", "cow"), ("gwcode", "gw"), ("iso3", "iso3"), ("iso2", "iso2")])
def test_every_code_in_every_year_is_the_node_of_its_state(tmp_path: Path, column: str, scheme: str) -> None:
    asked = []
    for state in STATES:
        if scheme in ("cow", "gw"):
            asked += [(s.code, int(s.start[:4]) + 1, state.id) for s in state.spells if s.scheme == scheme]
        else:
            asked += [(code, 2010, state.id) for code in state.codes.get(scheme, ()) if state.exists_in(2010)]
    rows = [(state, code, f"Body {at}", year, year) for at, (code, year, state) in enumerate(asked)]
    header = ["country", column, "organization", "start", "end"]
    found = read(tmp_path / "codes.csv", header, [(f"Land {row[1]}", *row[1:]) for row in rows])
    wrong = [
        (code, year, state, found[f"body-{at}"])
        for at, (code, year, state) in enumerate(asked)
        # "NA" is Namibia's, and what R writes for no value: the name decides.
        if found[f"body-{at}"] != {state} and code not in ("255", "260", "NA")
    ]
    assert len(asked) > 180 and wrong == []


BROTHERS = """
Congo-Brazzaville|DR Congo|Congo; Guinea|Guinea-Bissau|Equatorial Guinea|Papua New Guinea; Niger|Nigeria;
North Korea|South Korea|Korea; North Vietnam|South Vietnam; North Yemen|South Yemen; West Germany|East Germany;
Dominica|Dominican Republic; Samoa|American Samoa; Ireland|Northern Ireland; Micronesia|Federated States;
Sudan|South Sudan; Virgin Islands|British Virgin Islands|US Virgin Islands; Austria|Australia;
Mali|Malawi|Maldives; Slovakia|Slovenia;
Iran|Iraq; Mauritania|Mauritius; Gambia|Zambia; China|Taiwan; Serbia|Montenegro; Georgia|South Georgia;
Jersey|New Jersey; Kosovo|Serbia; Macedonia|Greek Macedonia; Netherlands|Netherlands Antilles;
Saint Lucia|Saint Martin; Timor|West Timor
"""


@pytest.mark.parametrize("family", [part.strip().split("|") for part in BROTHERS.split(";")], ids="|".join)
@pytest.mark.parametrize("years", [("", ""), (1965, 1970), (1995, "")], ids=str)
def test_brothers_stay_apart(tmp_path: Path, family: list[str], years: tuple[object, object]) -> None:
    rows = [(name, f"Body {at}", *years) for at, name in enumerate(family)]
    found = read(tmp_path / "t.csv", ["member", "organization", "start", "end"], rows)
    assert len(set.union(*found.values())) == len(family)


@pytest.mark.parametrize("name", ["Congo", "Korea"])
def test_what_may_be_two_states_is_joined_to_none_and_said(tmp_path: Path, name: str) -> None:
    rows = [(name, "Pact", 1995)]
    found, report = read_with(tmp_path / "t.csv", ["member", "organization", "start"], rows)
    assert found["pact"].isdisjoint(state.id for state in STATES)
    assert any(f"may be several: {name} (" in line for line in report.warnings)
    assert "may be several" in report.worth_saying


NAMES = [
    ("Burma", "Myanmar", "myanmar"),
    ("Russian Federation", "Russia", "russia"),
    ("USSR", "Soviet Union", "russia"),
    ("Ivory Coast", "Côte d’Ivoire", "ivory-coast"),
    ("Swaziland", "Eswatini", "swaziland"),
    ("Czechia", "Czech Republic", "czech-republic"),
    ("Yugoslavia", "Serbia", "yugoslavia"),
    ("U.S.", "United States of America", "united-states-of-america"),
    ("Macedonia (FYROM)", "North Macedonia", "macedonia"),
    ("Korea, North", "Democratic People's Republic of Korea", "north-korea"),
]


@pytest.mark.parametrize(("one", "other", "node"), NAMES)
def test_two_names_of_one_state_are_one_node(tmp_path: Path, one: str, other: str, node: str) -> None:
    found = read(tmp_path / "t.csv", ["state", "igo"], [(one, "Pact"), (other, "League")])
    assert found == {"pact": {node}, "league": {node}}


def test_germany_is_the_germany_of_its_years(tmp_path: Path) -> None:
    rows = [("Germany", "Pact", 1955, 1980), ("Germany", "League", 1955, ""), ("Germany", "Union", 1995, 2000)]
    found = read(tmp_path / "t.csv", ["member", "organization", "start", "end"], rows)
    assert found == {"pact": {"german-federal-republic"}, "league": {"germany"}, "union": {"germany"}}
    codes = [("255", "Pact", 1995), ("260", "League", 1970), ("260", "Union", 1995), ("265", "Club", 1970)]
    rows = [(*row, row[2]) for row in codes]
    found = read(tmp_path / "c.csv", ["ccode", "organization", "start", "end"], rows)
    west, germany = {"german-federal-republic"}, {"germany"}
    assert found == {"pact": germany, "league": west, "union": germany, "club": {"german-democratic-republic"}}


def test_a_column_of_codes_under_another_name_is_a_column_of_states(tmp_path: Path) -> None:
    rows = [("FRA", "Pact"), ("DEU", "Pact"), ("GBR", "Pact")]
    assert read(tmp_path / "t.csv", ["member", "organization"], rows)["pact"] == {"france", "germany", "united-kingdom"}
    # One word in capitals may be anything.
    assert read(tmp_path / "u.csv", ["member", "organization"], [("FRA", "Pact"), ("Chile", "Pact")])["pact"] == {
        "fra",
        "chile",
    }


def test_a_map_of_ones_own_comes_first(tmp_path: Path) -> None:
    rows = [("Congo", "Pact"), ("Utopia", "Pact"), ("Myanmar", "Pact"), ("Atlantis", "Pact"), ("Club", "Blue Club")]
    same = own_names(["Congo=DR Congo", "Utopia=Atlantis", "Myanmar=", "Blue Club=Arab League", "Nobody=Chile"])
    found, report = read_with(tmp_path / "t.csv", ["member", "organization"], rows, same=same)
    assert found["pact"] == {"democratic-republic-of-the-congo", "atlantis", "myanmar-2"}
    assert found["loas"] == {"club"}
    assert "Nobody: in the map, and not in the source" in report.joined
    assert read(tmp_path / "t.csv", ["member", "organization"], rows, reconcile=False)["pact"] == {
        *("congo", "utopia", "myanmar", "atlantis")
    }
    with pytest.raises(InvalidRequest, match="'Congo' may be several states"):
        own_names(["Kongo=Congo"])
    with pytest.raises(InvalidRequest, match="--same takes NAME=NAME"):
        own_names(["Kongo"])


def test_the_command_takes_the_map(blocs: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("member,organization\nCongo,Pact\nKongo,Pact\n")
    (tmp_path / "names.csv").write_text("name,id\nKongo,Zaire\n")
    words = ["import", "csv", tmp_path / "t.csv", "--same", "Congo=congo", "--names", tmp_path / "names.csv"]
    done = blocs(*words, "--dry-run")
    assert done.code == 0 and "Kongo: Democratic Republic of the Congo (democratic-republic-of-the-congo)" in done.out
    assert blocs(*words, "--store", tmp_path / "s").code == 0
    found = blocs("who", "Pact", "--store", tmp_path / "s").out
    assert [line.split("\t")[0] for line in found.splitlines()[1:]] == ["congo", "democratic-republic-of-the-congo"]


def test_two_addresses_under_one_name_are_two_and_two_names_of_a_state_are_one(tmp_path: Path) -> None:
    header = ["country", "countryLabel", "organization", "organizationLabel"]
    rows = [
        ("http://x.org/1", "Georgia", "http://x.org/p", "Pact"),
        ("http://x.org/2", "Georgia", "http://x.org/q", "League"),
        ("http://x.org/3", "Burma", "http://x.org/p", "Pact"),
        ("http://x.org/4", "Myanmar", "http://x.org/q", "League"),
    ]
    found = read(tmp_path / "t.csv", header, rows)
    assert found["pact"] == {"georgia", "myanmar"}
    assert "myanmar" in found["league"] and "georgia" not in found["league"] and len(found["league"]) == 2


def test_for_one_question_names_are_who_the_user_says_too(blocs: Any, tmp_path: Path) -> None:
    table = tmp_path / "t.csv"
    table.write_text("country,body\nBurma,Pact\nCongo,Pact\n", encoding="utf-8")

    def states(*words: object) -> set[str]:
        listed = blocs("list", "states", "--data", table, *words, "--format", "json").out
        return {one["id"] for one in json.loads(listed)}

    assert states() == {"myanmar", "congo-2"}  # it may be either Congo, and is none of them
    assert states("--same", "Burma=", "--same", "Congo=DR Congo") == {"burma", "democratic-republic-of-the-congo"}
    assert states("--no-reconcile") == {"burma", "congo"}
    refused = blocs("list", "--same", "Burma=", "--endpoint", "http://localhost:1/")
    assert refused.code == 2 and "are for tables that --data reads" in refused.err


@pytest.mark.parametrize(
    ("header", "row"),
    [(["pact", "members"], ["BEL, FRA, GBR"]), (["pact", "1947", "1949"], ["BEL, FRA", "BEL, FRA, GBR"])],
)
def test_codes_in_lists_are_joined_to_states(header: list[str], row: list[str], tmp_path: Path) -> None:
    found = read(tmp_path / "t.csv", header, [["Alpha", *row], ["Beta", *row]])
    members = {state for states in found.values() for state in states}
    assert {state.removeprefix(_ID) for state in members} == {"belgium", "france", "united-kingdom"}


def test_bodies_with_their_abbreviation_are_found_by_either_name(tmp_path: Path) -> None:
    """Of the list or not; an abbreviation that is of something else is not theirs."""
    bodies = (
        "North Atlantic Treaty Organization (NATO)", "ASEAN (Association of Southeast Asian Nations)",
        "Foo Bar Alliance (FBA)", "ZLO – Zebra Lovers Organization", "Customs League (EU)", "Monetary Zone (MZ)", "MZ",
        "Common Fund (Alpha)", "Common Fund (Beta)",
    )  # fmt: skip
    path = tmp_path / "bodies.csv"
    rows = [("Chile", body) for body in bodies]
    found = read(path, ["member", "organization"], rows)
    assert {"nato", "asean"} <= set(found) and len(found) == len(bodies)
    graph = load(path)
    for name, body in {
        "NATO": bodies[0], "North Atlantic Treaty Organization": bodies[0], "ASEAN": bodies[1],
        "Association of Southeast Asian Nations": bodies[1], "FBA": bodies[2], "foo bar alliance": bodies[2],
        "ZLO": bodies[3], "Zebra Lovers Organization": bodies[3], "MZ": "MZ", "Monetary Zone": bodies[5],
    }.items():  # fmt: skip
        assert graph.names.find(name, ["body"]).label == body
    for name in ("Customs League", "Common Fund"):
        with pytest.raises(UnknownName):
            graph.names.find(name, ["body"])


def spans_in(
    path: Path, header: Sequence[str], rows: Iterable[Sequence[object]], **options: Any
) -> set[tuple[str, ...]]:
    """The members of all bodies of a table, with starts and ends."""
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header, *rows])
    table = TableFile(path)
    about: dict[str, dict[str, str]] = defaultdict(dict)
    for quad in parse("".join(table.triples()).encode(), RdfFormat.N_TRIPLES):
        about[str(quad.subject)][quad.predicate.value.rpartition("#")[2].rpartition("/")[2]] = getattr(
            quad.object, "value", ""
        )
    return {
        (has["member"].removeprefix(_ID), has.get("startDate", ""), has.get("endDate", ""))
        for has in about.values()
        if "organization" in has
    }


PANEL_YEARS = range(1988, 1993)
WEST, WHOLE = "german-federal-republic", "germany"


@pytest.mark.parametrize(
    ("header", "cells", "last_west"),
    [
        (["gwcode"], ["260"], 1989),
        (["gwcode", "statename"], ["260", "Germany"], 1989),
        (["gwcode", "statename"], ["260", "German Federal Republic"], 1989),
        (["statename"], ["Germany"], 1989),
        (["ccode"], ["260"], 1990),  # COW has West Germany until 2 October 1990
    ],
)
def test_a_row_of_a_panel_is_about_the_state_of_its_year(
    tmp_path: Path, header: list[str], cells: list[str], last_west: int
) -> None:
    rows = [[*cells, year, 1] for year in PANEL_YEARS]
    rows += [[*("220" if cell == "260" else "France" for cell in cells), year, 1] for year in PANEL_YEARS]
    assert spans_in(tmp_path / "t.csv", [*header, "year", "nato"], rows) == {
        (WEST, "1988", str(last_west)),
        (WHOLE, str(last_west + 1), "1992"),
        ("france", "1988", "1992"),
    }


YEMEN = {("yemen-arab-republic", "1989-01", "1990-05"), ("yemen", "1990-06", "1991-12")}
GERMANY = {(WEST, "1989-01", "1990-09"), (WHOLE, "1990-10", "1991-12")}


@pytest.mark.parametrize(
    ("header", "cells", "right"),
    [
        (["gwcode"], ["260"], GERMANY),
        (["gwcode", "statename"], ["260", "Germany"], GERMANY),
        (["statename"], ["Germany"], GERMANY),
        (["statename"], ["Vietnam"], {("vietnam-2", "1975-01", "1975-04"), ("vietnam", "1975-05", "1977-12")}),
    ],
)
def test_a_row_of_a_month_is_about_the_state_of_its_month(
    tmp_path: Path, header: list[str], cells: list[str], right: set[tuple[str, str, str]]
) -> None:
    """West Germany ended on 2 October 1990, South Vietnam on 30 April 1975: until then "Vietnam" may be either."""
    years = (1975, 1976, 1977) if "Vietnam" in cells else (1989, 1990, 1991)
    months = [f"{year}-{month:02}" for year in years for month in range(1, 13)]
    rows = [[*cells, month, 1] for month in months]
    rows += [[*("220" if cell == "260" else "France" for cell in cells), month, 1] for month in months]
    found = spans_in(tmp_path / "t.csv", [*header, "month", "nato"], rows)
    assert found == right | {("france", months[0], months[-1])}


@pytest.mark.parametrize(
    ("start", "end", "right"),
    [
        ("1990-03-01", "1990-06-30", WEST), ("1990-03", "1990-12", WEST), ("1955-05-06", "1990-10-03", WEST),
        ("1990-10-03", "", WHOLE), ("1990-11", "1990-12", WHOLE), ("1990", "1990", WHOLE),
    ],
)  # fmt: skip
def test_a_start_says_by_its_day_which_state_a_name_means(tmp_path: Path, start: str, end: str, right: str) -> None:
    found = spans_in(tmp_path / "t.csv", ["country", "organization", "start", "end"], [["Germany", "NATO", start, end]])
    assert {member for member, _, _ in found} == {right}


def test_codes_of_several_states_beside_one_name_part_a_panel(tmp_path: Path) -> None:
    rows = [["260" if year < 1991 else "255", "Germany", year, 1] for year in PANEL_YEARS]
    found = spans_in(tmp_path / "t.csv", ["ccode", "statename", "year", "nato"], rows)
    assert found == {(WEST, "1988", "1990"), (WHOLE, "1991", "1992")}


@pytest.mark.parametrize(
    ("row", "expected", "said"),
    [
        (("West Germany", "1955", ""), (WEST, "1955", "1990-10-02"), "was read as ended with its state: West Germany"),
        (("West Germany", "1955", "2005"), (WEST, "1955", "2005"), "lasts longer than its state: West Germany"),
        (("Czechoslovakia", "1999", ""), ("czechoslovakia", "1999", ""), "lasts longer than its state: Czechoslovakia"),
        (("Czechoslovakia", "1955", "1993-01-01"), ("czechoslovakia", "1955", "1993-01-01"), ""),
        (("South Sudan", "1970", ""), ("south-sudan", "1970", ""), "begins before its state was in the list of states"),
        (("Montenegro", "1960", ""), ("montenegro", "1960", ""), "(the state from 2006)"),
        (("Soviet Union", "1945", ""), ("russia", "1945", ""), ""),
        (("Germany", "1955", ""), (WHOLE, "1955", ""), "Germany (1955–) is Germany, in 1955 West Germany"),
    ],
)
def test_a_membership_at_a_time_without_its_state_is_said(
    tmp_path: Path, row: tuple[str, str, str], expected: tuple[str, ...], said: str
) -> None:
    path, header = tmp_path / "t.csv", ["country", "start", "end", "organization"]
    assert spans_in(path, header, [[*row, "Alpha Pact"]]) == {expected}
    table = TableFile(path)
    list(table.triples())
    text = "\n".join([*table.report.joined, *table.report.warnings])
    assert said in text if said else "its state" not in text


@pytest.mark.parametrize(
    ("name", "state"),
    [
        ("France (FRA)", "france"), ("FRANCE [FRA]", "france"), ("Italy - ITA", "italy"), ("Spain (ES)", "spain"),
        ("FRA – France", "france"), ("FR:France", "france"), ("Korea (KOR)", "south-korea"),
        ("Congo (COD)", "democratic-republic-of-the-congo"), ("Austria (AUS)", "austria"), ("France (220)", "france"),
        ("Weißrussland", "belarus"), ("Costa de Marfil", "ivory-coast"), ("СССР", "russia"),
        ("Tchécoslovaquie", "czechoslovakia"), ("República de Chile", "chile"), ("Republik Österreich", "austria"),
        ("République du Mali", "mali"), ("Royaume de Belgique", "belgium"), ("República de China", "taiwan"),
        ("República de Corea", "south-korea"), ("Bundesrepublik Deutschland", "germany"),
        ("République démocratique du Congo", "democratic-republic-of-the-congo"),
    ],
)  # fmt: skip
def test_a_state_by_a_name_with_its_code_or_in_another_language(tmp_path: Path, name: str, state: str) -> None:
    assert read(tmp_path / "t.csv", ["country", "organization"], [[name, "Alpha Pact"]]) == {"alpha-pact": {state}}


def test_a_name_and_a_code_of_two_states_in_one_cell_are_neither(tmp_path: Path) -> None:
    found, report = read_with(tmp_path / "t.csv", ["country", "organization"], [["Georgia (US)", "Alpha Pact"]])
    assert found == {"alpha-pact": {"georgia-us"}}
    assert "it may be several: Georgia (US) (Georgia or United States)" in "".join(report.warnings)


@pytest.mark.parametrize(
    ("names", "body"),
    [
        (("OIF", "Francophonie"), "acct"), (("LAS", "Arab League"), "loas"), (("COMECON", "Comecon", "CMEA"), "cmea"),
        (("TIAR", "Rio Pact", "Rio Treaty"), "tiar"), (("G7", "Group of 7"), "g7"), (("UfM",), "um"),
        (("GUS", "CIS", "СНГ"), "cis"), (("CEDEAO", "ECOWAS"), "ecowas"), (("北大西洋条約機構", "NATO"), "nato"),
    ],
)  # fmt: skip
def test_a_body_by_its_abbreviation_and_in_other_languages(tmp_path: Path, names: tuple[str, ...], body: str) -> None:
    rows = [[state, name] for state, name in zip(("Chile", "Peru", "Mali"), names, strict=False)]
    assert set(read(tmp_path / "t.csv", ["country", "organization"], rows)) == {body}


def test_an_abbreviation_of_several_bodies_is_asked(tmp_path: Path) -> None:
    _, report = read_with(tmp_path / "t.csv", ["country", "organization"], [["Mauritius", "IOC"], ["Mauritius", "WTO"]])
    assert "IOC (Indian Ocean Commission or International Olympic Committee" in "".join(report.warnings)
    assert "WTO is World Trade Organization (it may also be Warsaw Treaty Organization)" in "".join(report.joined)


def test_a_table_of_no_states_and_an_id_of_nobody_are_said(tmp_path: Path) -> None:
    header, rows = ["country", "organization"], [["Myanmer", "Alpha Pact"], ["Italia Libre", "Alpha Pact"]]
    _, report = read_with(tmp_path / "t.csv", header, rows)
    assert report.joined == ["none of the 2 names is in the list of states: Myanmer, Italia Libre"]
    _, report = read_with(tmp_path / "t.csv", header, rows, same=own_names(["Myanmer=Zair"]))
    assert report.warnings == [
        "your map joins 'Myanmer' to the id 'zair', which is in no list or name here; did you mean Zaire?"
    ]
    _, report = read_with(tmp_path / "t.csv", header, rows, same=own_names(["Myanmer=Italia Libre"]))
    assert not report.warnings


def test_a_code_of_the_other_list_is_said(tmp_path: Path) -> None:
    found, report = read_with(
        tmp_path / "t.csv", ["ccode", "igo", "from"], [["340", "NATO", 2007], ["2", "NATO", 1949], ["365", "UN", 1945]]
    )
    assert found["nato"] == {"yugoslavia", "united-states-of-america"}
    assert "No state has the code 340 (cow); in the other list (gw) it is Serbia." in report.joined


def _bodies(blocs: Any, table: Path, *words: object) -> tuple[dict[str, str], str]:
    """The labels of a table's bodies by their ids, and what was said beside them."""
    done = blocs("list", "bodies", "--data", table, *words, "--format", "json")
    return {one["id"]: one["label"] for one in json.loads(done.out)}, done.err


def _members(blocs: Any, *words: object) -> list[str]:
    """The ids of the members that `who` gives, in order."""
    rows = csv.DictReader(blocs("who", "--format", "csv", *words).out.splitlines())
    return sorted(row["id"] for row in rows)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (".NET club", "Net club"), ("(A) Group", "A Group"), ("[A] Group", "(A) Group"), ("-3 Club", "3 Club"),
        ("/b/ Board", "B Board"), ("Microsoft .NET club", "Microsoft NET club"), ("&Partners", "Partners"),
        (":Alpha Club", "Alpha Club"), ("Alpha Club\\", "Alpha Club"), ("{X} League", "X League"),
        ("!NATO", "NATO"), ("~EU", "EU"), ("NATO!", "NATO"),
    ],
)  # fmt: skip
def test_bodies_that_differ_in_a_sign_at_the_edge_are_two(blocs: Any, tmp_path: Path, one: str, other: str) -> None:
    table = tmp_path / "t.csv"
    table.write_text(f"member,organization\nKenya,{one}\nTogo,{other}\n", encoding="utf-8")
    labels, said = _bodies(blocs, table)
    assert sorted(labels.values()) == sorted([one, other]) and "ways of writing" not in said
    for name, member in ((one, "kenya"), (other, "togo")):
        assert _members(blocs, "--data", table, "--", name) == [member]
    assert "Togo" in blocs("ask", f"who is in {other}?", "--data", table).out


@pytest.mark.parametrize(("one", "other"), [("Alpha-Pact", "Alpha Pact"), ("“Alpha” Pact", "Alpha Pact.")])
def test_ways_of_writing_one_name_are_said_and_can_be_kept_apart(
    blocs: Any, tmp_path: Path, one: str, other: str
) -> None:
    table = tmp_path / "t.csv"
    table.write_text(f"member,organization\nKenya,{one}\nTogo,{other}\nMali,{other}\nChad,{one}\n", encoding="utf-8")
    labels, said = _bodies(blocs, table)
    assert [*labels] == ["alpha-pact"] and f"ways of writing one name: {one} = {other}" in said
    assert "ways of writing one name" in blocs("who", "alpha-pact", "--data", table).err
    assert "ways of writing one name" in blocs("import", "csv", table, "--dry-run").out
    for words in (("--same", f"{one}="), ("--same", f"{other}="), ("--no-reconcile",)):
        labels, said = _bodies(blocs, table, *words)
        assert sorted(labels.values()) == sorted([one, other]) and "ways of writing" not in said
        found = [_members(blocs, id_, "--data", table, *words) for id_ in labels]
        assert sorted(found) == [["chad", "kenya"], ["mali", "togo"]]


@pytest.mark.parametrize(
    ("one", "other"), [("Año Club", "Ano Club"), ("G7+", "G7 Plus"), ("C# Guild", "C Sharp Guild")]
)
def test_ways_of_writing_one_name_are_said_across_files_and_imports(
    blocs: Any, tmp_path: Path, one: str, other: str
) -> None:
    first, second, store = tmp_path / "a.csv", tmp_path / "b.csv", tmp_path / "store"
    first.write_text(f"member,organization\nPeru,{one}\n", encoding="utf-8")
    second.write_text(f"member,organization\nChile,{other}\n", encoding="utf-8")
    labels, said = _bodies(blocs, first, "--data", second)
    assert len(labels) == 1 and "ways of writing one name: " in said and one in said and other in said
    assert "ways of writing one name" in blocs("check", first, second).out.lower()
    for name in (one, other):
        labels, said = _bodies(blocs, first, "--data", second, "--same", f"{name}=")
        assert sorted(labels.values()) == sorted([one, other]) and "ways of writing" not in said
    assert "ways of writing" not in blocs("import", "csv", first, "--store", store).err
    told = blocs("import", "csv", second, "--store", store).err
    assert f'ways of writing one name: {one} = {other}; to keep one apart: --same "{other}="' in told
    assert "ways of writing" not in blocs("import", "csv", second, "--store", store, "--same", f"{other}=").err
    listed = json.loads(blocs("list", "bodies", "--store", store, "--format", "json").out)
    assert sorted(found["label"] for found in listed) == sorted([one, other])


def test_a_check_shows_all_names_that_are_written_in_several_ways(blocs: Any, tmp_path: Path) -> None:
    table = tmp_path / "t.csv"
    names = [f"{word}-Pact,{word} Pact" for word in ("Alpha", "Beta", "Gamma", "Delta", "Zeta", "Eta", "Theta")]
    rows = "".join(f"Kenya,{name}\n" for pair in names for name in pair.split(","))
    table.write_text(f"member,organization\n{rows}", encoding="utf-8")
    assert "Theta-Pact" not in blocs("list", "bodies", "--data", table).err
    assert "Theta-Pact = Theta Pact" in blocs("check", table).err


def test_codes_of_which_one_is_in_no_list_are_said(blocs: Any, tmp_path: Path) -> None:
    table = tmp_path / "t.csv"
    table.write_text("Country,Organization\nAL,CEI\nMK,CEI\nA,ESA\n", encoding="utf-8")
    told = blocs("who", "CEI", "--data", table)
    assert "'A' is none, so that no code was joined to a state" in told.err and '--map "Country=iso2"' in told.err
    store = tmp_path / "store"
    blocs("import", "csv", table, "--store", store, "--map", "Country=iso2")
    assert _members(blocs, "CEI", "--store", store) == ["albania", "macedonia"]


def test_the_map_means_a_name_with_its_signs(blocs: Any, tmp_path: Path) -> None:
    table = tmp_path / "t.csv"
    table.write_text("member,organization\nKenya,.NET club\nTogo,Net club\n", encoding="utf-8")
    assert [*_bodies(blocs, table, "--same", "Net club=NATO")[0]] == ["dot-net-club", "nato"]


def test_a_body_with_a_number_behind_its_name_is_kept_apart_and_said(blocs: Any, tmp_path: Path) -> None:
    table = tmp_path / "t.csv"
    table.write_text("country,org\nFrance,EU\nMalta,EU-27\nItaly,G-20\nItaly,Alpha Pact 12\n", "utf-8")
    said = "'EU-27' was read apart from 'EU'; if it is the same, say: --same \"EU-27=EU\""
    assert said in blocs("list", "--data", table).err
    assert said in blocs("check", table).out + blocs("check", table).err
    listed = blocs("list", "bodies", "--data", table, "--same", "EU-27=EU")
    assert "eu-27" not in listed.out and "read apart" not in listed.err
    assert "read apart" not in blocs("list", "--data", table, "--same", "EU-27=").err


def test_bodies_that_are_numbered_on_are_told_apart_by_their_numbers_without_a_word(blocs: Any, tmp_path: Path) -> None:
    table = tmp_path / "t.csv"
    counted = "".join(f"Mali,Zone {number}\n" for number in range(10, 20))
    table.write_text(f"country,org\nFrance,EU\nMalta,EU-27\nMali,EU-28\nMali,EU-29\nMali,Zone\n{counted}", "utf-8")
    said = blocs("list", "--data", table).err
    assert "'EU-27', 'EU-28', 'EU-29' were read apart from 'EU'" in said and "Zone" not in said
    table.write_text("country,org\nMali,Zone\nMali,Zone 12\nMali,Zone 15\nMali,Zone 27\n", "utf-8")
    assert "were read apart from 'Zone'" in blocs("list", "--data", table).err


def test_a_code_is_no_name_to_show_where_the_list_has_one(blocs: Any, tmp_path: Path) -> None:
    table = tmp_path / "t.csv"
    table.write_text(
        "manyID,stateID,Title,Begin,StateForce\nA,NOR,Alpha Treaty,1989,1992\nA,CHE,Alpha Treaty,1989,1993\n", "utf-8"
    )
    shown = blocs("who", "Alpha Treaty", "--data", table, "--format", "csv").out
    assert "Norway" in shown and "Switzerland" in shown and "NOR" not in shown and "CHE" not in shown


def test_a_territory_is_neither_a_body_nor_its_state_in_silence(blocs: Any, tmp_path: Path) -> None:
    table = tmp_path / "t.csv"
    table.write_text("member,organization\nGuam,Alpha Pact\nEngland,Alpha Pact\nUkraine,GUAM\n", "utf-8")
    listed = blocs("list", "--data", table)
    assert "body\tguam\tGUAM" in listed.out and "member\tguam-2\tGuam" in listed.out
    said = 'England was read as United Kingdom, of which it is a part; to keep it apart: --same "England="'
    assert said in listed.err
    apart = blocs("list", "--data", table, "--same", "England=")
    assert "state\tengland\tEngland" in apart.out and "was read as" not in apart.err
    assert "member" not in blocs("list", "--data", table, "--same", "Guam=GUAM").out
    table.write_text("member,organization\nGUAM,Alpha Pact\nFRANCE,Alpha Pact\n", "utf-8")
    listed = blocs("list", "--data", table)
    assert 'GUAM was read as a body, and may be a territory; to keep it apart: --same "GUAM="' in listed.err
    assert "member\tguam-2\tGUAM" in blocs("list", "--data", table, "--same", "GUAM=").out


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize(
    ("codes", "body", "state", "well_known"),
    [
        (["CAN,NAFTA", "MEX,NAFTA", "PER,CAN", "ECU,CAN"], "CAN", "Canada", "Andean Community"),
        (["AU,ANZUS", "NZ,ANZUS", "KE,AU", "GH,AU"], "AU", "Australia", "African Union"),
    ],
)
def test_the_code_of_a_state_and_a_body_written_alike_are_two(
    blocs: Any, tmp_path: Path, codes: list[str], body: str, state: str, well_known: str, turned: bool
) -> None:
    table = tmp_path / "t.csv"
    table.write_text("\n".join(["country,organization", *(codes[::-1] if turned else codes), ""]), "utf-8")
    listed = blocs("list", "states", "--data", table)
    assert f"\t{state}\t" in listed.out
    assert f"{body} is {state} as a member and {well_known} as a body" in listed.err
    assert state not in blocs("who", body, "--data", table).out
    assert blocs("ask", f"is {state} in {body}", "--data", table).out.splitlines()[1].startswith("no")


def test_a_state_that_has_members_is_one_by_its_own_name(blocs: Any, tmp_path: Path) -> None:
    table = tmp_path / "t.csv"
    table.write_text("country,organization\nUSA,NATO\nFrance,NATO\nAtlantis,USA\n", "utf-8")
    listed = blocs("list", "--data", table)
    assert "as a body" not in listed.err and "\tusa\t" not in listed.out
    assert _members(blocs, "USA", "--data", table) == ["atlantis"]


def test_a_territory_is_kept_apart_from_a_body_by_the_map(blocs: Any, tmp_path: Path) -> None:
    table = tmp_path / "t.csv"
    table.write_text("country,organization\nGuam,Pacific Community\nUkraine,GUAM\n", "utf-8")
    for map_ in ((), ("--same", "Guam=")):
        assert _members(blocs, "GUAM", "--data", table, *map_) == ["ukraine"]


def test_numbers_of_no_named_list_that_are_other_states_elsewhere_are_said(blocs: Any, tmp_path: Path) -> None:
    table = tmp_path / "t.csv"
    table.write_text("country,organization\n970,PIF\n955,PIF\n950,PIF\n", "utf-8")
    found = blocs("who", "PIF", "--data", table)
    assert _members(blocs, "PIF", "--data", table) == ["fiji", "nauru", "tonga"]
    assert "by Gleditsch and Ward 970 is Kiribati, and not Nauru" in found.err
    store = tmp_path / "s"
    assert blocs("import", "csv", table, "--map", "country=gw", "--store", store).code == 0
    assert _members(blocs, "PIF", "--store", store) == ["fiji", "kiribati", "tonga"]
    table.write_text("ccode,organization\n970,PIF\n955,PIF\n950,PIF\n", "utf-8")
    assert "Kiribati" not in blocs("who", "PIF", "--data", table).err


def test_states_are_shown_as_the_file_calls_them_if_that_is_their_name_today(blocs: Any, tmp_path: Path) -> None:
    """Austria-Hungary was called so too, as West Germany was called Deutschland."""
    table = tmp_path / "t.csv"
    rows = ["Österreich,EU,1995,", "Slowenien,EU,2004,", "Deutschland,EU,1993,", "Deutschland,EGKS,1952,1980", ""]
    table.write_text("\n".join(["country,organization,start,end", *rows]), "utf-8")
    labels = {line.split("\t")[2] for line in blocs("list", "states", "--data", table).out.splitlines()[1:]}
    assert labels == {"Österreich", "Slowenien", "Deutschland", "West Germany"}


_ANY = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=12)
_ADDRESS = st.builds("https://example.org/{}".format, _ANY)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.lists(st.tuples(_ANY | _ADDRESS, _ANY | _ADDRESS, _ANY, _ANY | _ADDRESS), min_size=1, max_size=4))
def test_whatever_a_table_says_comes_as_statements_that_a_strict_parser_reads(
    tmp_path: Path, rows: list[tuple[str, ...]]
) -> None:
    """The graph is loaded without a second look at its addresses, which have to be sound as they are written."""
    path = tmp_path / "any.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("member", "organization", "quote", "source"), *rows])
    try:
        text = "".join(TableFile(path).triples())
    except BlocsError:
        return  # refused with a word is as good
    assert [*parse(text.encode(), RdfFormat.N_TRIPLES)]


ANYTHING = st.sampled_from((
    "USA", "France", "EU", "NATO", "Germany", "Korea", "England", "Guam", "GUAM", "CAN", "Burma", "UK", "Congo",
    "Holland", "Alpha Pact", "alpha pact", "Blue Club", "European Union (EU)", "Palestine", "Georgia",
))  # fmt: skip


@given(
    st.lists(st.tuples(ANYTHING, ANYTHING, st.sampled_from(["", "1950", "1992", "2001"])), min_size=2, max_size=6),
    st.randoms(use_true_random=False),
)
def test_what_a_table_says_does_not_depend_on_the_order_of_its_rows(
    rows: list[tuple[str, str, str]], random: Random
) -> None:
    shuffled = random.sample(rows, len(rows))
    with TemporaryDirectory() as folder:
        header = ["member", "organization", "joined"]
        one, other = (
            said_by(Path(folder, name), header, each) for name, each in (("a.csv", rows), ("b.csv", shuffled))
        )
    assert one == other


def said_by(path: Path, header: Sequence[str], rows: Iterable[Sequence[str]]) -> set[tuple[str, ...]]:
    """The memberships of a table: ids of member and body, role and dates."""
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header, *rows])
    table, said = TableFile(path), set[tuple[str, ...]]()
    for _ in table.triples_of(table.rows(), lambda: table.dataset, lambda *each: said.add(each)):
        pass
    return said


@pytest.mark.parametrize(
    ("name", "node"),
    [
        ("USA", "united-states-of-america"),
        ("France", "france"),
        ("EU", "eu"),
        ("England", "england"),
        ("Korea", "korea-2"),
    ],
)
def test_a_body_that_is_called_as_a_state_is_it_and_that_is_said(tmp_path: Path, name: str, node: str) -> None:
    rows = [["Italy", name], ["Mali", name], [name, "Alpha Pact"]]
    for order in (rows, rows[::-1]):
        found, report = read_with(tmp_path / "t.csv", ["member", "organization"], order)
        assert found[node] == {"italy", "mali"}
        assert any(f'to keep it apart: --same "{name}="' in said for said in report.important) == (
            name in ("USA", "France", "England")
        )


def test_a_body_that_is_called_as_a_state_can_be_kept_apart(tmp_path: Path) -> None:
    rows = [["Italy", "USA"], ["Mali", "USA"]]
    found = read(tmp_path / "t.csv", ["member", "organization"], rows, same=own_names(["USA="]))
    assert found == {"usa": {"italy", "mali"}}
