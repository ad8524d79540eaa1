"""Joining the states of a source to the list: by name, code and year, by a map of one's own, and never in silence."""

from __future__ import annotations

import csv
import gzip
from collections import defaultdict
from pathlib import Path

import pytest
from blocs.graph.errors import InvalidRequest, OperationFailed
from blocs.graph.model.known.authority import authority
from blocs.graph.readers.names.own_names import read_own_names
from blocs.graph.readers.names.reconcile import Reconciler, reconcile
from blocs.graph.readers.names.reconciled import Named, Reconciled
from blocs.graph.readers.table_options import TableOptions
from hypothesis import given
from hypothesis import strategies as st


def ids(done: Reconciled) -> list[str]:
    return [each.id for each in done.joined.values()]


def one(*arguments: object, **years: int) -> str:
    (joined,) = reconcile([Named(*arguments, **years)]).joined.values()  # type: ignore[arg-type]
    return joined.id or "|".join(sorted(state.id for state in joined.candidates))


def test_two_spellings_are_one_state() -> None:
    done = reconcile([Named("Ivory Coast"), Named("Côte d’Ivoire"), Named("CIV", code="437", scheme="cow")])
    assert ids(done) == ["ivory-coast"] * 3


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (1955, None, "germany"),
        (1955, 1980, "german-federal-republic"),
        (1955, 1990, "german-federal-republic"),
        (1955, 2000, "germany"),
        (1990, 1990, "germany"),
        (1991, 2014, "germany"),
        (1900, 1914, "germany"),
        (1919, 1935, "germany"),
    ],
)
def test_germany_in_its_years(first: int, last: int | None, expected: str) -> None:
    (joined,) = reconcile([Named("Germany", first=first, last=last)]).joined.values()
    assert joined.id == expected


def test_the_year_of_the_data_counts_for_what_goes_on() -> None:
    name = Named("Republic of China", first=1945)
    assert ids(reconcile([name])) == ["taiwan"]
    assert ids(reconcile([name], year=1947)) == ["china"]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("Vietnam",), "vietnam"),
        (("Vietnam", "816", "cow"), "vietnam"),
        (("Congo", "484", "cow"), "congo"),
        (("Congo", "490", "gw"), "democratic-republic-of-the-congo"),
        (("Yugoslavia", "345", "cow"), "yugoslavia"),
        (("Serbia", "345", "cow"), "yugoslavia"),
        (("Serbia", "340", "gw"), "yugoslavia"),
        (("Nauru", "970", None), "nauru"),
        (("Kiribati", "970", None), "kiribati"),
        (("The Sun King's realm", "220", "cow"), "france"),
        (("France", "9999", "cow"), "france"),
        (("Austria", "900", "cow"), "australia|austria"),
        (("Atlantis", "9999", "cow"), ""),
        (("", "365", "cow"), "russia"),
        (("", "", None), ""),
    ],
)
def test_a_name_and_a_code(arguments: tuple[str, str, str | None], expected: str) -> None:
    assert one(*arguments) == expected


def test_what_name_and_code_do_not_agree_on_is_not_joined_and_said() -> None:
    done = reconcile([Named("Austria", "900", "cow")])
    assert done.report() == ['Austria: not joined. The name "Austria" means Austria, its code 900 means Australia.']


def test_codes_are_read_in_the_scheme_that_has_them_all() -> None:
    assert ids(reconcile([Named("AUS"), Named("SWE"), Named("GBR")])) == ["australia", "sweden", "united-kingdom"]
    assert ids(reconcile([Named("AUS"), Named("SWD"), Named("UKG")])) == ["austria", "sweden", "united-kingdom"]
    assert ids(reconcile([Named("2"), Named("365"), Named("710")])) == ["united-states-of-america", "russia", "china"]
    codes = [Named(code=code) for code in ("AUS", "SWD", "UKG")]
    assert ids(reconcile(codes)) == ["austria", "sweden", "united-kingdom"]


def test_a_code_of_two_schemes_is_not_decided() -> None:
    done = reconcile([Named("AUS")])
    assert ids(done) == [""]
    assert done.report() == [
        "AUS: not joined. Code AUS is Austria (cowAbbreviation) or Australia (iso3); say which scheme."
    ]


def test_bodies_among_members_are_told_as_bodies() -> None:
    joining = Reconciler()
    for name in ("Mali", "African Union", "Benelux", "Atlantis"):
        joining.state(Named(name))
        joining.body(name, as_member=True)
    told = joining.done().report()
    assert "African Union: a body of the list (au)" in told and "Benelux: a body of the list (benelux)" in told
    assert [line for line in told if "not joined" in line] == ["Atlantis: not joined."]


def test_the_report_has_what_changed_and_what_is_missing() -> None:
    done = reconcile(
        [
            Named("Chile"),
            Named("Burma", first=1960, last=1960),
            Named("Germany", first=1960, last=1960),
            Named("Germany", first=1961, last=1961),
            Named("Korea", first=1990, last=1990),
            Named("Kazahkstan"),
            Named("Atlantis"),
        ]
    )
    assert done.report() == [
        "Burma: Myanmar (myanmar)",
        'Germany (1960): West Germany (german-federal-republic). In 1960, several states were called "Germany": West'
        " Germany, East Germany; West Germany is usually meant. Likewise in 1 more case.",
        'Korea (1990): not joined. In 1990, several states were called "Korea": North Korea, South Korea.',
        'Kazahkstan: not joined. No state is called "Kazahkstan". Did you mean Kazakhstan?',
        'Atlantis: not joined. No state is called "Atlantis".',
    ]
    assert [each.named.name for each in done.missing] == ["Korea", "Kazahkstan", "Atlantis"]
    assert done.summary() == "3 of 6 names were joined to 3 states of the list; 3 were not."


def test_nothing_to_join_is_said() -> None:
    assert reconcile([]).summary() == "0 of 0 names were joined to 0 states of the list."
    assert reconcile([]).report() == []


# A map of one's own


def test_the_users_own_map_comes_first() -> None:
    own = {"Congo": "congo", "atlantis": "atlantis", "Georgia": "", "Lemuria": "lemuria", "365": "ussr"}
    given = [Named("Congo"), Named("ATLANTIS"), Named("Georgia"), Named("Soviet Union", "365", "cow")]
    done = reconcile(given, own=own)
    assert ids(done) == ["congo", "atlantis", "", "ussr"]
    assert done[given[0]].state is authority()["congo"]
    assert done[given[1]].state is None
    assert done.unused == ("Lemuria",)
    assert done.report() == [
        "Congo: Republic of the Congo (congo)",
        "ATLANTIS: atlantis. The list of states has no such id; your map gives it.",
        "Georgia: not joined. Kept apart by your map.",
        "Soviet Union: ussr. The list of states has no such id; your map gives it.",
        "Lemuria: in the map, and not in the source.",
    ]


def test_a_map_is_read(tmp_path: Path) -> None:
    path = tmp_path / "names.csv"
    path.write_text('\ufeffName,ID,why\n"Congo, the",congo,\nCongo,\n', encoding="utf-8")
    assert read_own_names(path) == {"Congo, the": "congo", "Congo": ""}


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("state,id\nCongo,x\n", "no column 'name'; the columns are name and id, these are: state, id"),
        ("", "no column 'name'; the columns are name and id, these are: none"),
        ("name,id\n,x\n", "line 2: no name"),
        ("name,id\nCongo,x\nCongo,y\n", "line 3: 'Congo' is mapped to 'x' and to 'y'"),
    ],
)
def test_a_map_that_cannot_be_read(tmp_path: Path, content: str, message: str) -> None:
    path = tmp_path / "names.csv"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(OperationFailed) as failed:
        read_own_names(path)
    assert str(failed.value) == f"{path}: {message}"


def test_a_map_that_is_missing(tmp_path: Path) -> None:
    with pytest.raises(OperationFailed, match="no such file"):
        read_own_names(tmp_path / "names.csv")


# Real tables


def test_every_state_year_of_the_igo_data_is_joined_to_one_state_a_code(shared: Path) -> None:
    with gzip.open(shared / "cow-igo" / "state_year_format3.csv.gz", "rt", encoding="utf-8") as file:
        reader = csv.reader(file)
        header = next(reader)
        code, year, state = (header.index(name) for name in ("ccode", "year", "state"))
        rows = [(row[state], row[code], int(float(row[year]))) for row in reader]
    named = [Named(name, number, "cow", when, when) for name, number, when in rows]
    done = reconcile(named)
    assert done.missing == []
    by_code = defaultdict(set)
    for each in done.joined.values():
        by_code[each.named.code].add(each.id)
    assert {number: states for number, states in by_code.items() if len(states) > 1} == {}
    assert len(by_code) == len({states.pop() for states in by_code.values()}) == 217


def test_the_list_of_states_of_the_igo_data_is_joined(shared: Path) -> None:
    with (shared / "cow-igo" / "states2016.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        years = int(row["styear"]), int(row["endyear"])
        by_letters = Named(row["statenme"], row["stateabb"], "cowAbbreviation", *years)
        by_number = Named(row["statenme"], row["ccode"], "cow", *years)
        done = reconcile([by_letters, by_number])
        assert done[by_letters].id == done[by_number].id != "", row


NAMES = st.sampled_from(
    [name.text for state in authority().states for name in state.names] + ["Atlantis", "AUS", "970"]
)
YEARS = st.none() | st.integers(1800, 2030)
NAMED = st.builds(
    Named, NAMES, st.sampled_from(["", "260", "255", "345", "x"]), st.sampled_from([None, "cow", "gw"]), YEARS, YEARS
)


@given(st.lists(NAMED, max_size=8), YEARS)
def test_each_is_joined_or_said(named: list[Named], year: int | None) -> None:
    done = reconcile(named, year=year)
    assert list(done.joined) == list(dict.fromkeys(named))
    report = "\n".join(done.report())
    for each in done.joined.values():
        assert each.named.written in report or each.named.written == each.state.label  # type: ignore[union-attr]
        assert bool(each.id) == (each.state is not None)
        assert each.id or each.note


def test_a_map_of_names_is_not_left_unread_where_nothing_is_joined() -> None:
    with pytest.raises(InvalidRequest, match="--no-reconcile joins no names"):
        TableOptions(reconcile=False, same={"burma": "myanmar"})


@pytest.mark.parametrize(
    "name",
    ["Kosovo (UNSCR 1244)", "Kosovo under UNSCR 1244/99", "Kosovo (under UN Security Council Resolution 1244)", "Kosovo, UNSCR 1244"],
)  # fmt: skip
def test_the_official_suffix_of_a_state_is_a_part_of_its_name(name: str) -> None:
    assert reconcile([Named(name)])[Named(name)].id == "kosovo"
