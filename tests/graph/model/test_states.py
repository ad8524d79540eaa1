"""The list of states and bodies: it has what the field's lists have, and a name or code never means two in silence."""

from __future__ import annotations

import csv
import gettext
import gzip
import importlib.util
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from blocs.graph.errors import UnknownName
from blocs.graph.model.known.authority import authority
from blocs.graph.model.known.bodies import bodies
from blocs.graph.model.known.states import SCHEMES, read_translations
from blocs.graph.model.known.translations import kept_translations
from blocs.graph.model.naming.forms import slug
from blocs.graph.model.naming.keys import SHORTENED, name_key, run_together
from blocs.graph.model.naming.names import normal
from hypothesis import given
from hypothesis import strategies as st
from needs import library
from places import ROOT, TEST_DATA

FIXED = (
    *("armenia", "azerbaijan", "belarus", "georgia", "kazakhstan", "kyrgyzstan", "moldova", "russia"),
    *("tajikistan", "turkmenistan", "ukraine", "uzbekistan"),
)
LISTS = [("cow", "correlates_of_war.csv", "cowcode", "cowc"), ("gw", "gleditsch_ward.csv", "gwcode", "gwc")]
STATES = authority().states


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def ids(match_or_states: object) -> str:
    """The ids of a match's state or candidates, joined by a bar."""
    state = getattr(match_or_states, "state", None)
    if state is not None:
        return state.id
    return "|".join(sorted(each.id for each in match_or_states.candidates))  # type: ignore[attr-defined]


# Names as sources write them


@pytest.mark.parametrize("row", table(TEST_DATA / "state_names.csv"), ids=lambda row: f"{row['name']} {row['year']}")
def test_names_as_sources_write_them(row: dict[str, str]) -> None:
    assert ids(authority().find(row["name"], int(row["year"]) if row["year"] else None)) == row["expected"]


@pytest.mark.parametrize(
    ("demonym", "expected"),
    [
        *(
            ("Emirati", "united-arab-emirates"),
            ("Kuwaiti", "kuwait"),
            ("Swiss", "switzerland"),
            ("Dutch", "netherlands"),
        ),
        *(("Burmese", "myanmar"), ("Nigerien", "niger"), ("Nigerian", "nigeria"), ("British", "united-kingdom")),
        *(("Soviet", "russia"), ("Filipino", "philippines"), ("Swazi", "swaziland"), ("Ivorian", "ivory-coast")),
        *(
            ("Yugoslav", "yugoslavia"),
            ("South Korean", "south-korea"),
            ("Malagasy", "madagascar"),
            ("Danish", "denmark"),
        ),
    ],
)
def test_demonyms_are_found_only_if_asked_for(demonym: str, expected: str) -> None:
    assert ids(authority().find(demonym, 1985, demonyms=True)) == expected
    assert authority().find(demonym, 1985).state is None


def test_a_demonym_of_two_states_is_not_decided() -> None:
    both = "congo|democratic-republic-of-the-congo"
    assert ids(authority().find("Congolese", demonyms=True)) == both
    assert ids(authority().find("Congolese", 1990, demonyms=True)) == both


@pytest.mark.parametrize(
    ("capital", "year", "expected"),
    [
        ("Moscow", None, "russia"),
        ("Kiev", None, "ukraine"),
        ("Washington", None, "united-states-of-america"),
        ("Bonn", 1970, "german-federal-republic"),
    ],
)
def test_capitals_are_found_only_if_asked_for(capital: str, year: int | None, expected: str) -> None:
    assert ids(authority().find(capital, year, capitals=True)) == expected
    assert authority().find(capital, year).state is None


def test_every_living_state_has_a_demonym() -> None:
    # The noun or adjective would be the name of another state or its people's.
    without = {"dominica", "dominican-republic"}
    assert {s.id for s in STATES if s.exists_in(2020) and not s.demonyms} == without


def test_what_is_usually_meant_is_said() -> None:
    match = authority().find("Germany", 1960)
    assert match.state is not None
    assert match.state.id == "german-federal-republic"
    assert {state.id for state in match.candidates} == {"german-federal-republic", "german-democratic-republic"}
    both = 'In 1960, several states were called "Germany": West Germany, East Germany'
    assert match.note == f"{both}; West Germany is usually meant."


@pytest.mark.parametrize(
    ("name", "year", "note"),
    [
        ("Yugoslavia", 2010, 'Serbia was not called "Yugoslavia" in 2010.'),
        ("Ukraine", 1945, "Ukraine is in neither list of states in 1945."),
        ("Czechoslovakia", 2000, "Czechoslovakia is in neither list of states in 2000."),
        ("Burma", 1960, ""),
        ("Atlantis", 1960, 'No state is called "Atlantis".'),
    ],
)
def test_a_name_out_of_its_years_is_said(name: str, year: int, note: str) -> None:
    assert authority().find(name, year).note == note


# Codes


@pytest.mark.parametrize("row", table(TEST_DATA / "state_codes.csv"), ids=lambda row: " ".join(row.values()))
def test_codes(row: dict[str, str]) -> None:
    year = int(row["year"]) if row["year"] else None
    assert ids(authority().find_code(row["code"], row["scheme"] or None, year)) == row["expected"]


def test_a_code_may_be_a_number() -> None:
    assert ids(authority().find_code(365, "cow", 1970)) == "russia"


def test_a_code_of_the_other_list_is_said() -> None:
    note = authority().find_code("260", "cow", 2000).note
    assert note == "Code 260 is not in the list (cow) in 2000; in the other list (gw) it is Germany."
    assert authority().find_code("255", "cow", 1960).note.endswith("West Germany is usually meant.")


def test_an_unknown_scheme_is_refused() -> None:
    with pytest.raises(UnknownName, match="unknown scheme of codes 'fips'; schemes are: cow "):
        authority().find_code("2", "fips")
    with pytest.raises(UnknownName, match="unknown state 'gorgia'; did you mean Georgia"):
        authority()["gorgia"]


def test_what_a_column_of_codes_can_be() -> None:
    assert authority().schemes_of(["USA", "GBR", "DEU"]) == ["iso3"]
    assert authority().schemes_of([2, 200, 255]) == ["cow", "gw"]
    assert authority().schemes_of(["US", "GB"]) == ["iso2"]
    assert authority().schemes_of([]) == []


# The lists themselves


def rows_of_lists(shared: Path) -> Iterator[tuple[str, str, str, str, int, int]]:
    for scheme, file, code, letters in LISTS:
        for row in table(shared / "states" / file):
            years = int(row["start"][:4]), min(int(row["end"][:4]), 2025)
            yield scheme, row[code], row[letters], row["country_name"], *years


def test_every_row_of_both_lists_is_found_by_its_code_and_name_in_its_years(shared: Path) -> None:
    count = 0
    for scheme, code, letters, name, first, last in rows_of_lists(shared):
        for year in {first, (first + last) // 2, last}:
            by_code = authority().find_code(code, scheme, year)
            by_letters = authority().find_code(letters, f"{scheme}Abbreviation", year)
            assert by_code.state is not None, (scheme, code, year)
            assert by_letters.state is by_code.state or by_code.state in by_letters.candidates, (scheme, letters, year)
            candidates = authority().find(name, year).candidates
            # In a year of change a code is of the later state, and the name may be of the earlier one.
            of_year = [s for s in candidates if any(x.scheme == scheme and x.code == code for x in s.spells)]
            assert by_code.state in candidates or of_year, (scheme, code, name, year, candidates)
            count += 1
    assert count > 1000


def test_every_spell_of_both_lists_is_there_with_its_dates(shared: Path) -> None:
    ours = defaultdict(set)
    for state in STATES:
        for spell in state.spells:
            ours[spell.scheme, spell.code].add((spell.start, spell.end or "9999-12-31"))
    theirs = defaultdict(set)
    for scheme, file, code, _ in LISTS:
        for row in table(shared / "states" / file):
            theirs[scheme, row[code]].add((row["start"], row["end"]))
    # Where a list goes on with a code that is two states here, the spell is cut on the day of unification.
    theirs["gw", "260"] = {("1949-09-21", "1990-10-02"), ("1990-10-03", "9999-12-31")}
    theirs["gw", "678"] = {("1918-10-30", "1990-05-21"), ("1990-05-22", "9999-12-31")}
    assert ours == theirs


def test_columns_of_the_igo_tables_are_found(shared: Path) -> None:
    with gzip.open(shared / "cow-igo" / "state_year_format3.csv.gz", "rt", encoding="utf-8") as file:
        reader = csv.reader(file)
        header = next(reader)
        code, year, state = (header.index(name) for name in ("ccode", "year", "state"))
        seen = {(str(int(float(row[code]))), row[state]): int(float(row[year])) for row in reader}
    for (number, name), when in seen.items():
        expected = authority().find_code(number, "cow", when).state
        assert expected in authority().find(name, when).candidates, (number, name, when)


# The list as a whole


def test_ids_are_those_of_graphs_of_cow_data_and_unique() -> None:
    assert len({state.id for state in STATES}) == len(STATES) == 230
    for state in STATES:
        # COW's name, or the label where COW does not have the state; one of the state's names in any case.
        assert state.id in {slug(name.text) for name in state.names}
        assert "cow" in state.codes or state.id == slug(state.label)
        assert re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", state.id)
    assert {state.id for state in STATES} >= set(FIXED)


def test_the_article_calls_its_states_as_the_list_does() -> None:
    import blocs

    for entity in blocs.load().names.entities:
        if entity.kind == "state":
            state = authority()[entity.id]
            assert (state.label, state.codes["iso3"]) == (entity.label, (entity.codes["iso3"],))
            assert state.codes["cow"] == (entity.codes["cow"],)


def test_no_code_of_today_is_of_two_states() -> None:
    for scheme in SCHEMES:
        for code in {code for state in STATES for code in state.codes.get(scheme, ())}:
            match = authority().find_code(code, scheme, 2020)
            assert not match.ambiguous, (scheme, code, match.note)


def test_states_refer_to_states() -> None:
    for state in STATES:
        for other in (*state.replaces, *state.separated_from):
            assert other in authority()
            assert other != state.id


def test_names_are_dated_in_order() -> None:
    for state in STATES:
        for name in state.names:
            assert name.first is None or name.last is None or name.first <= name.last, name


ALL_NAMES = [
    (name.text, year) for state in STATES for name in state.names for year in (None, name.first, name.last, 1990)
]


@given(st.sampled_from(ALL_NAMES))
def test_a_name_of_several_states_is_never_decided_in_silence(asked: tuple[str, int | None]) -> None:
    name, year = asked
    match = authority().find(name, year)
    key = name_key(name)
    bearers = [s for s in STATES if any(name_key(n.text) == key for n in s.names)]
    assert bearers
    assert set(match.candidates) <= set(bearers)
    if match.state is None:
        assert match.ambiguous
        assert all(state.label in match.note for state in match.candidates)
    elif len(match.candidates) > 1:
        assert "usually meant" in match.note
    elif year is not None and len(bearers) > 1:
        # The others did not exist then, were not called so, or only a table calls them so.
        for other in set(bearers) - {match.state}:
            shown = [n for n in other.names if name_key(n.text) == key and not n.hidden and n.used_in(year)]
            assert not shown or not other.exists_in(year)


@given(st.sampled_from([name.text for state in STATES for name in state.names]), st.randoms(use_true_random=False))
def test_the_way_of_writing_does_not_matter(name: str, random: object) -> None:
    match = authority().find(name)
    words = normal(name).split()
    random.shuffle(words)  # type: ignore[attr-defined]
    if "people s" not in normal(name):
        assert authority().find(" ".join(words).upper()).candidates == match.candidates
    assert authority().find(f"  the {name}. ").candidates == match.candidates


@given(st.text(max_size=30), st.none() | st.integers(1, 9999))
def test_any_text_gets_an_answer(text: str, year: int | None) -> None:
    for match in (authority().find(text, year, demonyms=True, capitals=True), authority().find_code(text, None, year)):
        assert match.state is not None or match.note
    assert len(authority().near(text)) <= 3


def test_names_run_together_are_of_one_state() -> None:
    bearers = defaultdict(set)
    for state in STATES:
        bearers[run_together(state.label)].add(state.id)
    assert not [key for key, who in bearers.items() if len(who) > 1]


def test_near_names_are_offered_and_never_taken() -> None:
    for slip, meant in (("Kazahkstan", "Kazakhstan"), ("Phillipines", "Philippines"), ("Azerbiajan", "Azerbaijan")):
        assert authority().find(slip).state is None
        assert authority().near(slip)[0] == meant


# Other languages


@pytest.mark.parametrize(
    ("name", "year", "expected"),
    [
        *(
            ("Allemagne", None, "germany"),
            ("Allemagne", 1960, "german-federal-republic"),
            ("Pays-Bas", None, "netherlands"),
        ),
        *(
            ("États-Unis", None, "united-states-of-america"),
            ("Corea del Sur", None, "south-korea"),
            ("España", None, "spain"),
        ),
        *(("Россия", 1970, "russia"), ("中国", None, "china"), ("日本", None, "japan"), ("مصر", None, "egypt")),
        *(("Österreich", 1850, "austria-hungary"), ("Jemen", 1975, "yemen-arab-republic|yemen-people-s-republic")),
        *(("Saksa", None, "germany"), ("Németország", None, "germany"), ("גרמניה", None, "germany")),
        *(("เยอรมนี", None, "germany"), ("Nemačka", None, "germany"), ("Ujerumani", None, "germany")),
        *(("Γερμανία", 1960, "german-federal-republic"), ("លីប៊ី", None, "libya"), ("បេលី", None, "belize")),
        *(("Schweiz", None, "switzerland"), ("Reino Unido", None, "united-kingdom"), ("Україна", None, "ukraine")),
    ],
)
def test_names_in_other_languages_stand_for_the_english_one(name: str, year: int | None, expected: str) -> None:
    assert ids(authority().find(name, year)) == expected


def test_no_name_in_another_language_is_of_two_states() -> None:
    bearers = defaultdict(set)
    for state_id, names in read_translations().items():
        for name in names:
            bearers[name_key(name)].add(state_id)
    assert not [name for name, states in bearers.items() if len(states) > 1]


def test_what_names_in_other_languages_are_looked_up_by_is_made_of_them() -> None:
    kept = (ROOT / "data" / "states-in-languages.tsv").read_text(encoding="utf-8")
    assert kept == kept_translations(read_translations())


LISTED = [
    *(name.text for state in STATES for name in state.names),
    *(name for names in read_translations().values() for name in names),
    *(name for body in bodies().bodies for name in (body.label, *body.aliases)),
]
STATE_KEYS = {name_key(name) for name in LISTED[: -sum(1 + len(body.aliases) for body in bodies().bodies)]}
TOGETHER = {run_together(name.text) for state in STATES for name in state.names}
BODY_KEYS = [{name_key(name) for name in (body.label, *body.aliases)} for body in bodies().bodies]
WORDS = sorted({word for name in LISTED for word in normal(name).split()} | SHORTENED.keys() | {"the", "of", "and"})


@given(
    st.one_of(
        st.sampled_from(LISTED),
        st.lists(st.sampled_from([*WORDS, "zorbian", "people s", "peoples"]), min_size=1, max_size=5).map(" ".join),
        st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map("".join),
    )
)
def test_a_name_is_in_a_list_if_its_key_is_and_never_otherwise(name: str) -> None:
    authority().find("Zorbia")  # what is quick to say of names in no list is there from the first such name on
    key = name_key(name)
    if not re.search(r"[()\[\]/]|\s-\s|\bformerly\b|\baka\b", name):  # a double name
        assert bool(authority().meanings(name)) == (key in STATE_KEYS or run_together(name) in TOGETHER)
    if not (name.isupper() and " " not in name.strip()):
        assert (bodies().named(name) is not None) == (sum(key in keys for keys in BODY_KEYS) == 1)


# Other authorities


def test_iso_codes_and_names_are_those_of_iso() -> None:
    pycountry = library("pycountry")
    ours = {state.codes["iso2"][0]: state for state in STATES if "iso2" in state.codes}
    for alpha2, state in ours.items():
        if alpha2 == "XK":  # not assigned by ISO, but usual
            assert state.codes["iso3"] == ("XKX",)
            continue
        country = pycountry.countries.get(alpha_2=alpha2)
        assert (country.alpha_3, country.numeric) == (state.codes["iso3"][0], state.codes["isoNumeric"][0])
        for name in (
            country.name,
            getattr(country, "official_name", country.name),
            getattr(country, "common_name", ""),
        ):
            assert not name or state in authority().find(name).candidates, name
    for country in pycountry.historic_countries:
        match = authority().find_code(country.alpha_3, "iso3")
        if match.state is not None:
            # The first two letters of the four are the code before, the others those of what came after.
            assert authority().find_code(country.alpha_4[:2], "iso2").candidates


@pytest.mark.parametrize("language", ["fr", "de", "es", "it", "pt", "nl"])
def test_formal_names_in_other_languages_are_those_of_iso(language: str) -> None:
    """Of each language nearly all, as some are written in several ways, and none of another state."""
    pycountry = library("pycountry")
    translated = gettext.translation("iso3166-1", pycountry.LOCALES_DIR, languages=[language]).gettext
    asked = [
        (country.alpha_3, formal)
        for country in pycountry.countries
        if (official := getattr(country, "official_name", "")) and (formal := translated(official)) != official
    ]
    found = {formal: authority().find(formal).state for _, formal in asked}
    wrong = [(code, name) for code, name in asked if (state := found[name]) and code not in state.codes.get("iso3", ())]
    listed = [name for code, name in asked if authority().find_code(code, "iso3").state is not None]
    missing = [name for name in listed if found[name] is None]
    assert not wrong and len(listed) > 150 and len(missing) <= 6, missing


@pytest.mark.parametrize(
    ("name", "state"),
    [
        ("République française", "france"), ("Repubblica Italiana", "italy"), ("Reino de España", "spain"),
        ("Bundesrepublik Deutschland", "germany"), ("Confederación Suiza", "switzerland"),
        ("Stato di Israele", "israel"),
        ("Französische Republik", "france"), ("República Popular China", "china"), ("República de China", "taiwan"),
        ("Республика Беларусь", "belarus"), ("Итальянская Республика", "italy"),
        ("Repubblica del Portogallo", "portugal"),
        ("Estado de México", ""), ("Staat Victoria", ""), ("Unión Europea", ""), ("Freistaat Bayern", ""),
    ],
)  # fmt: skip
def test_formal_names_in_other_languages_are_of_their_states(name: str, state: str) -> None:
    found = authority().find(name).state
    assert (found.id if found is not None else "") == state


def test_short_names_are_those_of_unicode() -> None:
    babel = library("babel")
    ours = {state.codes["iso2"][0]: state for state in STATES if "iso2" in state.codes}
    for alpha2, name in babel.Locale("en").territories.items():
        if alpha2 in ours:
            assert authority().find(name).state is ours[alpha2], name


# Bodies


def test_bodies_are_those_of_the_igo_data(shared: Path) -> None:
    with gzip.open(shared / "cow-igo" / "igo_year_format3.csv.gz", "rt", encoding="utf-8", errors="replace") as file:
        theirs = {row["ioname"] for row in csv.DictReader(file)}
    assert set(bodies().by_cow) <= theirs
    assert len(bodies().bodies) >= 100
    assert all(body.id == slug(body.cow or body.abbreviation or body.label) for body in bodies().bodies)
    assert len({body.id for body in bodies().bodies}) == len(bodies().bodies)


@pytest.mark.parametrize(
    ("name", "cow"),
    [
        *(("Warsaw Pact", "WPact"), ("Arab League", "LOAS"), ("World Bank", "IBRD"), ("Comecon", "CMEA")),
        *(("NATO", "NATO"), ("European Union", "EU"), ("EU", "EU"), ("OIC", "OIC"), ("the Commonwealth", "ComSec")),
        *(("United Nations", "UN"), ("ASEAN", "ASEAN"), ("League of Nations", "LoN"), ("Mercosur", "Mercosur")),
        *(("Non-Aligned Movement", "NAM"), ("OECD", "OECD"), ("Baghdad Pact", "CENTO"), ("Interpol", "INTERPOL")),
        *(("Organisation of African Unity", "OAU"), ("CSCE", "OSCE"), ("Gulf Cooperation Council", "GCC")),
        *(("North Atlantic Treaty Organisation", "NATO"), ("International Labor Organization", "ILO")),
    ],
)
def test_common_names_of_bodies(name: str, cow: str) -> None:
    assert [body.cow for body in bodies().find(name)] == [cow]


def test_an_abbreviation_of_two_bodies_gives_both() -> None:
    assert {body.cow for body in bodies().find("WTO")} == {"WTO", "WPact"}
    assert bodies().find("Hanseatic League") == ()


# The files


def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_authority", ROOT / "scripts" / "make_authority.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["make_authority"] = module
    spec.loader.exec_module(module)
    return module


def test_the_files_are_what_the_script_makes(shared: Path) -> None:
    made = script()
    assert (ROOT / "data" / "states.ttl").read_text("utf-8") == made.states_turtle(shared / "states")
    assert (ROOT / "data" / "bodies.ttl").read_text("utf-8") == made.bodies_turtle()


def test_the_files_are_small() -> None:
    assert (ROOT / "data" / "states.ttl").stat().st_size < 400_000


def test_every_dated_name_and_spell_has_a_node_of_its_own() -> None:
    nodes = re.findall(r"^(fact:\S+) a", (ROOT / "data" / "states.ttl").read_text("utf-8"), re.M)
    assert len(nodes) == len(set(nodes))
    dated = sum(name.dated for state in STATES for name in state.names)
    assert len(nodes) == dated + sum(len(state.spells) for state in STATES)
