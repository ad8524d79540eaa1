"""Columns of yes and no: which rows are memberships, in many languages, and what is asked where it is not sure.

Every way on that a question offers is followed to the letter here, and must give what its condition says.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from blocs.graph.errors import BlocsError, InvalidRequest, OperationFailed
from blocs.graph.readers.table import TableFile
from blocs.graph.readers.table_options import TableOptions
from tables_read import memberships_in

Blocs = Callable[..., Any]

MEMBERS, OTHER = ["Chile/Accord/full//", "Mexico/Accord/full//"], ["Peru/Accord/full//"]
ALL = sorted([*MEMBERS, *OTHER])

WORDS = """
    Sí/No si/no Sì/No Sim/Não sim/nao Oui/Non Ja/Nein Ja/Nee JA/NEJ Nai/Ochi Ναι/Όχι Da/Nu
    Da/Ne Da/Nie Да/Нет Да/Не Так/Ні Tak/Nie Ano/Ne Áno/Nie Igen/Nem Kyllä/Ei Jah/Ei Jā/Nē
    Taip/Ne Evet/Hayır EVET/HAYIR Bəli/Xeyr Иә/Жоқ نعم/لا بله/خیر כן/לא हाँ/नहीं হ্যাঁ/না 是/否
    はい/いいえ 예/아니오 Có/Không co/khong Ya/Tidak Oo/Hindi Ndiyo/Hapana Bai/Ez Po/Jo კი/არა Այո/Ոչ
    Yes/Never Yep/Nope Yes/Not_yet Current/Never T/F TRUE/FALSE Vrai/Faux Vero/Falso
    Verdadero/Falso V/F J/N O/N S/N Wahr/Falsch 1/0 1/-9 1/NA 1.0/0.0 +/- X/- x/ ✓/✗ ✔/ ☑/☐ ☒/☐
    ●/○ ○/× member/non-member Member/Not_a_member in/out In/Out joined/not_joined
    Accepted/Not_accepted Full/None
"""
BELONGING = """
    Member Miembro Membre Miembro? Mitglied Teilnahme Teilnehmer participates participa
    Is_party adhered acceded has_joined takes_part Joined? In? accession adhésion Beitritt
    is_in belongs_to pertenece appartient fait_partie zugehörig Участник 加入 加盟 uye deelname
    deltager aderiu adesione joined_the_organization State_has_joined
"""
TRAITS = """
    nuclear landlocked democracy civil_war treated session post coastal is_island oil_exporter
    sanctions host v2x_regime
"""


def of(column: str, yes: str, no: str) -> str:
    """A table in which Chile and Mexico are members, and Peru is none."""
    return (
        f"Country;Organization;{column}\nChile;Accord;{yes}\nPeru;Accord;{no}\nMexico;Accord;{yes}\nCuba;Forum;{no}\n"
    )


def read(folder: Path, content: str) -> list[str]:
    path = folder / "t.csv"
    path.write_text(content, "utf-8")
    return memberships_in(path)


@pytest.mark.parametrize(
    "words",
    WORDS.split(),
)
def test_words_for_yes_and_no(tmp_path: Path, words: str) -> None:
    yes, _, no = words.replace("_", " ").partition("/")
    assert read(tmp_path, of("Member", yes, no)) == MEMBERS


@pytest.mark.parametrize(
    "column",
    BELONGING.split(),
)
@pytest.mark.parametrize(("yes", "no"), [("yes", "no"), ("1", "0"), ("ja", "nein")])
def test_names_of_belonging(tmp_path: Path, column: str, yes: str, no: str) -> None:
    assert read(tmp_path, of(column.replace("_", " "), yes, no)) == MEMBERS


@pytest.mark.parametrize(
    "column",
    TRAITS.split(),
)
def test_what_states_are_like_says_nothing_of_memberships(tmp_path: Path, column: str) -> None:
    assert len(read(tmp_path, of(column, "1", "0"))) == 4


TABLES = {
    "people beside states": (
        "Member,Country,Committee\nJane Doe,Malta,Budget\nJohn van der Roe,Italy,Budget\n",
        ["Jane Doe/Budget/full//", "John van der Roe/Budget/full//"],
    ),
    "people named by their organization": (
        "Country,Organization,Member\nKenya,Water Panel,Joan Ferry\nFrance,Water Panel,Tom Aldous\n"
        "France,Wind Panel,Tom Aldous\n",
        ["Joan Ferry/Water Panel/full//", "Tom Aldous/Water Panel/full//", "Tom Aldous/Wind Panel/full//"],
    ),
    "people who are members or not": (
        "Name,Country,Organization,Member\nJoan Ferry,Kenya,Water Panel,yes\nTom Aldous,France,Water Panel,no\n",
        ["Joan Ferry/Water Panel/full//"],
    ),
    "two rows": ("Country,Organization,Member\nChile,Accord,Sí\nPerú,Accord,No\n", ["Chile/Accord/full//"]),
    "flags beside dates": (
        "Land;Bund;Teilnahme;Seit\nPolen;Bund A;ja;1990\nFinnland;Bund A;nein;\n",
        ["Polen/Bund A/full/1990/"],
    ),
    "dates among flags": (
        "Country,Organization,Joined\nChile,Accord,1999\nPeru,Accord,no\nMexico,Accord,yes\n",
        ["Chile/Accord/full/1999/", "Mexico/Accord/full//"],
    ),
    "an observer who is no member": (
        "Country,Organization,Member,Observer\nChile,Accord,ano,ne\nPeru,Accord,ne,ano\nMexico,Accord,ne,ne\n",
        ["Chile/Accord/full//", "Peru/Accord/observer//"],
    ),
    "years": (
        "pays,année,organisation,participe\nChili,1990,Accord,non\nChili,1991,Accord,oui\nPérou,1990,Accord,oui\nPérou,1991,Accord,oui\n",
        ["Chili/Accord/full/1991/1991", "Pérou/Accord/full/1990/1991"],
    ),
    "codes of states that are words": (
        "member,organization\nNO,Accord\nSI,Accord\nSE,Accord\n",
        ["NO/Accord/full//", "SE/Accord/full//", "SI/Accord/full//"],
    ),
    "a column for each role": (
        "State,Body,Full,Associate,Observer\nFrance,A,x,,\nItaly,A,,x,\nMalta,A,,,x\nPeru,A,,,\n",
        ["France/A/full//", "Italy/A/associate//", "Malta/A/observer//"],
    ),
    "labels with their codes": (of("member", "1. Yes", "0 (no)"), MEMBERS),
    "wide letters": (of("member", "ＹＥＳ", "ＮＯ"), MEMBERS),
    "ticks as pictures": (of("member", "✔️", "❌"), MEMBERS),
    "what codes answer, in the name": (of('"Member (1=yes, 2=no)"', "1", "2"), MEMBERS),
    "a Greek name": ("Χώρα,Οργανισμός,Μέλος\nΕλλάδα,ΕΕ,Ναι\nΤουρκία,ΕΕ,Όχι\n", ["Ελλάδα/ΕΕ/full//"]),
    "a Japanese table": ("国名,国際機関,加盟\n日本,A連合,○\nタイ,A連合,×\n", ["日本/A連合/full//"]),
    "a status in or out": (of("status", "in", "out"), MEMBERS),
    "a status of taking part": (of("participation status", "participating", "not participating"), MEMBERS),
    "flags of bodies that were joined": (
        "country,EU joined,NATO joined\nFrance,yes,yes\nNorway,no,yes\nIreland,yes,no\n",
        ["France/EU/full//", "France/NATO/full//", "Ireland/EU/full//", "Norway/NATO/full//"],
    ),
    "circles in columns of years": (
        "country,org,1990,1991\nChile,A,○,○\nPeru,A,×,○\n",
        ["Chile/A/full/1990/1991", "Peru/A/full/1991/1991"],
    ),
    "people of parties, with their countries": (
        "name,country,party,elected\nJoan Ferry,Malta,Green,yes\nTom Aldous,Italy,Unity,no\n",
        ["Joan Ferry/Green/full//", "Tom Aldous/Unity/full//"],
    ),
    "nobody": ("Country,Organization,Participates\nChile,Accord,no\nPeru,Accord,no\n", []),
    "circles in columns of bodies": (
        "国,NATO,EU\nフランス,○,○\nノルウェー,○,×\nアイルランド,×,○\n",
        ["アイルランド/EU/full//", "ノルウェー/NATO/full//", "フランス/EU/full//", "フランス/NATO/full//"],
    ),
    "letters in columns of bodies": (
        "pays,OTAN,UE\nFrance,O,O\nNorvège,O,N\n",
        ["France/OTAN/full//", "France/UE/full//", "Norvège/OTAN/full//"],
    ),
    "one letter in one of the columns": (
        "Land,NATO,EU\nFrankreich,J,J\nNorwegen,J,N\n",
        ["Frankreich/EU/full//", "Frankreich/NATO/full//", "Norwegen/NATO/full//"],
    ),
    "words that name columns elsewhere": (
        "country,NATO,EU\nFrance,in,in\nNorway,in,out\nIreland,out,in\n",
        ["France/EU/full//", "France/NATO/full//", "Ireland/EU/full//", "Norway/NATO/full//"],
    ),
    "a year in another language": (
        "Země,NATO,EU\nFrancie,Ano,Ano\nNorsko,Ano,Ne\n",
        ["Francie/EU/full//", "Francie/NATO/full//", "Norsko/NATO/full//"],
    ),
    "members and others in columns of bodies": (
        "country,NATO,EU\nFrance,member,member\nNorway,member,non-member\nIreland,non-member,member\n",
        ["France/EU/full//", "France/NATO/full//", "Ireland/EU/full//", "Norway/NATO/full//"],
    ),
}


@pytest.mark.parametrize("name", TABLES)
def test_tables_with_flags(tmp_path: Path, name: str) -> None:
    content, right = TABLES[name]
    assert read(tmp_path, content) == sorted(right)


EVERYBODY = sorted([*ALL, "Cuba/Forum/full//"])
NOT_MEMBERS = sorted([*OTHER, "Cuba/Forum/full//"])


def each_way(undecided: tuple[str, ...], members: tuple[str, ...] = ()) -> object:
    """What comes of a question about each of some words, each of which says of one member that it is one or is not."""
    if not undecided:
        return sorted(f"{member}/Accord/full//" for member in members)
    ways = []
    for member in undecided:
        rest = tuple(other for other in undecided if other != member)
        ways += [each_way(rest, members), each_way(rest, (*members, member))]
    return ways


# What the ways of a question lead to, in its order: memberships, or what the ways of a further question lead to.
ASKED: dict[str, tuple[str, list[object]]] = {
    **{
        f"{column} {yes}": (of(column, yes, no), [MEMBERS, EVERYBODY])
        for column in ("presence", "EU", "x", "ratified", "Included", "Response", "EU accession", "Joined or not")
        for yes, no in (("yes", "no"), ("1", "0"), ("✓", "✗"), ("x", ""))
    },
    "words of no known language": (of("Member", "Wua", "Wub"), [MEMBERS, NOT_MEMBERS, EVERYBODY]),
    "the same, no first": (
        "País;Organización;Miembro\nPerú;Accord;aab\nChile;Accord;zzb\nCuba;Accord;aab\n",
        [
            ["Cuba/Accord/full//", "Perú/Accord/full//"],
            ["Chile/Accord/full//"],
            ["Chile/Accord/full//", "Cuba/Accord/full//", "Perú/Accord/full//"],
        ],
    ),
    "words for how things stand": (of("Member", "Accepted", "Pending review"), [MEMBERS, NOT_MEMBERS, EVERYBODY]),
    "words for when": (of("Member", "Since start", "Left early"), [MEMBERS, NOT_MEMBERS, EVERYBODY]),
    "words of no known language for taking part": (of("Teilnahme", "wua", "wub"), [MEMBERS, NOT_MEMBERS, EVERYBODY]),
    **{
        f"yes or {word}": (of("Member", "Yes", word), [MEMBERS, EVERYBODY])
        for word in ("Pending", "Under review", "No longer", "UNDER REVIEW", "Under Review")
    },
    "full or in negotiation": (of("Member", "Full", "In negotiation"), [MEMBERS, EVERYBODY]),
    "crosses beside ticks": (of("Member", "✓", "x"), [MEMBERS, EVERYBODY]),
    "a circle alone": (of("Member", "○", ""), [[[], MEMBERS], EVERYBODY]),
    **{
        f"codes of {column}": (
            f"country,organization,{column}\nChile,A,1\nPeru,A,2\nMexico,A,0\n",
            [["Chile/A/full//", "Peru/A/associate//"], ["Chile/A/full//", "Mexico/A/full//", "Peru/A/full//"]],
        )
        for column in ("member", "membership", "Status")
    },
    "three words": (
        "Country,Organization,Member\nChile,Accord,Wua\nPeru,Accord,Wub\nMexico,Accord,Wuc\n",
        [each_way(("Chile", "Peru", "Mexico")), ALL],
    ),
    "words of no known language in columns of years": (
        "Land,Bund,1990,1991\nChile,A,wua,wua\nPeru,A,wub,wua\n",
        [["Chile/A/full/1990/1991", "Peru/A/full/1991/1991"], ["Peru/A/full/1990/1990"]],
    ),
    "several codes for no answer": (
        "country,org,member\nChile,A,1\nPeru,A,0\nMexico,A,9\nCuba,A,-9\nHaiti,A,99\n",
        [["Chile/A/full//"], [f"{name}/A/full//" for name in ("Chile", "Cuba", "Haiti", "Mexico", "Peru")]],
    ),
    "names that are no people's": (
        "Name,Country,Party\nFarmers,Malta,Green\nWorkers,Italy,Unity\n",
        [["Farmers/Green/full//", "Workers/Unity/full//"], ["Italy/Workers/full//", "Malta/Farmers/full//"]],
    ),
    **{
        f"yes or under review below {column}": (of(column, "Yes", "Under review"), [MEMBERS, EVERYBODY])
        for column in ("Participant", "Signatory", "State party", "Members", "Contracting party")
    },
    "a code for no answer": (of("Member", "1", "9"), [MEMBERS, EVERYBODY]),
    "two digits for no answer": (of("Member", "1", "99"), [MEMBERS, EVERYBODY]),
    "codes of a survey": (
        of("Member", "1", "2"),
        [MEMBERS, [*MEMBERS[:1], "Cuba/Forum/associate//", MEMBERS[1], "Peru/Accord/associate//"], EVERYBODY],
    ),
    "dates for those who are in": (
        "Country;Organization;Delegation;Since\nChile;Accord;ja;1990\nPeru;Accord;nein;\n",
        [["Chile/Accord/full/1990/"], ["Chile/Accord/full/1990/", "Peru/Accord/full//"]],
    ),
    "two columns of which one may say it": (
        "Country,Organization,Delegation,Quorum\nChile,Accord,ja,nein\nPeru,Accord,nein,ja\nMexico,Accord,ja,ja\n",
        [MEMBERS, ["Mexico/Accord/full//", "Peru/Accord/full//"], ALL],
    ),
    "a grid": (
        "country,org,answer\nChile,A,1\nPeru,A,0\nChile,B,0\nPeru,B,1\n",
        [
            ["Chile/A/full//", "Peru/B/full//"],
            ["Chile/A/full//", "Chile/B/full//", "Peru/A/full//", "Peru/B/full//"],
        ],
    ),
    "words of no known language in columns of bodies": (
        "country,Alpha Pact\nFrance,wua\nNorway,wua\nIreland,wub\n",
        [
            ["France/Alpha Pact/full//", "Norway/Alpha Pact/full//"],
            ["Ireland/Alpha Pact/full//"],
            "a name is asked for",
        ],
    ),
}


def ways_in(message: str) -> list[list[tuple[str, str]]]:
    """The ways that a message offers, each with its options."""
    found = []
    for part in re.split(r"; | or (?=--)", message):
        options = [(one[0], one[1] or one[2]) for one in re.findall(r'(--[a-z]+) (?:"([^"]+)"|([^\s;,]+))', part)]
        if options:
            found.append(options)
    return found


def led_to(path: Path, options: list[tuple[str, str]], depth: int = 0) -> object:
    """What a table is read as with options; or, where it is asked about, what each way leads to."""
    assert depth < 5, "questions without an end"
    said = {kind: [value for option, value in options if option == kind] for kind in ("--map", "--role", "--missing")}
    told = TableOptions(
        mapping={column: field for column, _, field in (value.rpartition("=") for value in said["--map"])},
        roles=tuple(said["--role"]),
        missing=tuple(said["--missing"]),
    )
    try:
        rows = TableFile(path, told).rows()
        return sorted("/".join(row[1:6]) for row in rows if row.holds == "yes")
    except BlocsError as error:
        if re.search(r"\b(?:COLUMN|NAME)\b", error.message):
            return "a name is asked for"
        ways = ways_in(error.message.replace(str(path), "t"))
        assert ways, error.message
        return [led_to(path, [*options, *way], depth + 1) for way in ways]


@pytest.mark.parametrize("name", ASKED)
def test_every_way_on_leads_to_what_it_says(tmp_path: Path, name: str) -> None:
    content, right = ASKED[name]
    path = tmp_path / "t.csv"
    path.write_text(content, "utf-8")
    assert led_to(path, []) == right


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (
            "country,org,joined,is_eu_member\nFrance,A,1990,1\nNorway,A,1991,0\n",
            "column 'is_eu_member' was not read: all rows were read, whatever it says; to read its rows with yes alone,"
            ' say: --map "is_eu_member=flag"',
        ),
        (
            "country,org,armed\nChile,A,1\nPeru,A,0\nChile,B,1\nPeru,B,0\n",
            "column 'armed' was not read: all rows were read, whatever it says; to read its rows with yes alone, say:"
            ' --map "armed=flag"',
        ),
        ("country,org,member,participates\nChile,A,1,0\nPeru,A,1,1\n", "'member' says which rows are memberships"),
        ("pays;organisation;membre\nChili;A;O\nPérou;A;N\n", "'O' was read as yes and 'N' as no"),
        ("country,org,a,b,c,d,e\nChile,A,1,0,1,0,1\nPeru,A,0,1,0,1,0\n", "column 'e' was not read: all rows were read"),
        ("country,org,nuclear\nChile,A,1\nPeru,A,0\n", ""),
    ],
)
def test_what_is_left_unread_is_said(tmp_path: Path, content: str, said: str) -> None:
    path = tmp_path / "t.csv"
    path.write_text(content, "utf-8")
    table = TableFile(path)
    assert list(table.rows())
    assert said in table.report.worth_saying if said else table.report.worth_saying == ""


@pytest.mark.parametrize(("end", "asked"), [("", "denied"), ("2012", "unknown")])
def test_a_no_with_a_date_denies_from_then_on(blocs: Blocs, tmp_path: Path, end: str, asked: str) -> None:
    path = tmp_path / "t.csv"
    path.write_text(f"country,organization,member,joined,left\nGhana,A,yes,2006,\nTogo,A,no,2006,{end}\n", "utf-8")
    told = blocs("ask", "is Togo in A", "--data", path, "--format", "json")
    assert json.loads(told.out)["answer"] == {"type": "boolean", "value": False, "basis": asked} | {
        "evidence": json.loads(told.out)["answer"]["evidence"]
    }
    assert ("1 row with no in 'member' and with an end made no membership" in told.err) == bool(end)
    assert memberships_in(path, mapping={"member": "current"}) == sorted(
        ["Ghana/A/full/2006/", *(["Togo/A/full/2006/2012"] if end else [])]
    )
    before = blocs("ask", "is Togo in A in 2001", "--data", path, "--format", "json").out
    assert json.loads(before)["answer"]["basis"] == "unknown"


def test_signing_says_nothing_where_another_column_says_which_rows_hold(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("country,treaty,signed,ratified\nChile,A,yes,yes\nPeru,A,yes,no\nCuba,A,no,no\n", "utf-8")
    table = TableFile(path, TableOptions(mapping={"ratified": "flag"}))
    assert [row.member for row in table.rows() if row.holds == "yes"] == ["Chile"]
    assert table.report.unread == {"signed": "'ratified' says which rows are memberships"}


@pytest.mark.parametrize("name", ["missing", "No", "Nr", "Number"])
def test_yes_and_no_below_a_name_that_says_little_are_asked_about(tmp_path: Path, name: str) -> None:
    path = tmp_path / "t.csv"
    path.write_text(f"country,body,{name}\nMali,Lake Pact,no\nPeru,Lake Pact,yes\n", "utf-8")
    with pytest.raises(InvalidRequest, match=f'--map "{name}=ignore"'):
        list(TableFile(path).rows())
    assert len(list(TableFile(path, TableOptions({name: "ignore"})).rows())) == 2


def test_how_far_states_have_come_with_treaties_that_are_columns(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text(
        "State,NPT,CTBT\nFrance,Acceded 1992,Ratified\nIndia,Never signed,Never signed\nChina,Acceded,Signed only\n",
        "utf-8",
    )
    assert memberships_in(path) == ["China/NPT/full//", "France/CTBT/full//", "France/NPT/full/1992/"]
    path.write_text("State,NPT,CTBT\nFrance,Acceded,Ratified\nChina,Acceded,Signed\n", "utf-8")
    with pytest.raises(InvalidRequest, match='--role "Signed=skip"'):
        memberships_in(path)
    assert memberships_in(path, roles=("Signed=skip",)) == [
        "China/NPT/full//",
        "France/CTBT/full//",
        "France/NPT/full//",
    ]


def test_values_beside_figures_are_asked_about(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("country,gdp,value\nFrance,12,1\nItaly,11,0\n", "utf-8")
    with pytest.raises(InvalidRequest, match='--map "value=flag"'):
        memberships_in(path, organization="Lake Pact")
    assert memberships_in(path, organization="Lake Pact", mapping={"value": "flag"}) == ["France/Lake Pact/full//"]
    assert len(memberships_in(path, organization="Lake Pact", mapping={"value": "ignore"})) == 2


def test_dates_behind_a_yes_that_contradict_those_of_the_row(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("country,organization,start,member\nPeru,Lake Pact,2001,yes (1999-2004)\nMali,Lake Pact,1949,yes\n")
    with pytest.raises(OperationFailed, match="row 2, column member: it says 1999, and another column says 2001"):
        memberships_in(path)


@pytest.mark.parametrize("word", ["unknown", "n/a", "NA", "not available", "n.d.", "?", "unbekannt"])
@pytest.mark.parametrize("column", ["joined", "Accession", "adhésion", "Beitritt", "date_joined"])
def test_an_unknown_date_of_joining_is_no_missing_membership(tmp_path: Path, column: str, word: str) -> None:
    rows = f"country,organization,{column}\nKenya,Lake Pact,1999\nBurundi,Lake Pact,{word}\nUganda,Lake Pact,1998\n"
    assert read(tmp_path, rows) == [
        "Burundi/Lake Pact/full//",
        "Kenya/Lake Pact/full/1999/",
        "Uganda/Lake Pact/full/1998/",
    ]


@pytest.mark.parametrize(
    ("content", "option", "members"),
    [
        ("country,EU,NATO\nFrance,yes,yes\nMalta,yes,neutral\nPeru,no,no\n", "neutral=skip", ["France"]),
        ("country,EU,NATO\nFrance,yes,yes\nMalta,yes,opt-out\nPeru,no,opt-out\n", "opt-out=skip", ["France"]),
        ("country,org,member\nFrance,NATO,yes\nMalta,NATO,?\nMalta,EU,yes\nPeru,EU,no\n", "?=skip", ["France"]),
    ],
)
def test_what_a_user_leaves_out_is_not_denied(
    blocs: Blocs, tmp_path: Path, content: str, option: str, members: list[str]
) -> None:
    path, store = tmp_path / "t.csv", str(tmp_path / "s")
    path.write_text(content, "utf-8")
    blocs("import", "csv", str(path), "--role", option, "--store", store)
    answer = json.loads(blocs("ask", "is Malta in NATO", "--store", store, "--format", "json").out)["answer"]
    assert (answer["value"], answer["basis"]) == (False, "unknown")
    found = json.loads(blocs("who", "NATO", "--store", store, "--format", "json").out)["answer"]["entities"]
    assert [each["label"] for each in found] == members


@pytest.mark.parametrize("word", ["", "NA", "?"])
@pytest.mark.parametrize(
    "content",
    [
        "country,org,year,member\nFrance,Alpha Club,1990,1\nItaly,Alpha Club,1990,0\nSpain,Alpha Club,1990,{}\n",
        "country,year,Alpha Club,Beta Club\nFrance,1990,1,1\nItaly,1990,0,1\nSpain,1990,{},1\n",
        "country,org,1990,1991\nFrance,Alpha Club,1,1\nItaly,Alpha Club,0,1\nSpain,Alpha Club,{0},{0}\n",
    ],
)
def test_nothing_beside_yes_and_no_is_missing_in_tables_of_years_too(
    blocs: Blocs, tmp_path: Path, content: str, word: str
) -> None:
    path = tmp_path / "t.csv"
    path.write_text(content.format(word), "utf-8")
    asked = blocs("ask", "was Spain in Alpha Club in 1990", "--data", str(path))
    assert "Data are missing for 1990: Spain in Alpha Club" in asked.err
    denied = blocs("ask", "was Italy in Alpha Club in 1990", "--data", str(path), "--format", "json")
    assert json.loads(denied.out)["answer"]["basis"] == "denied"


@pytest.mark.parametrize(("signed", "bound"), [("Signatory", "State party"), ("Participant", "Party")])
def test_two_columns_that_say_who_is_in_are_asked_about(tmp_path: Path, signed: str, bound: str) -> None:
    path = tmp_path / "t.csv"
    path.write_text(f"State,Treaty body,{signed},{bound}\nGabon,Statute,1,1\nIsrael,Statute,1,0\nIndia,Statute,0,0\n")
    with pytest.raises(InvalidRequest, match="say yes of different rows") as refused:
        memberships_in(path)
    assert f"--map {signed}=flag or --map {bound}=flag" in str(refused.value).replace('"', "")
    assert memberships_in(path, mapping={signed: "flag"}) == ["Gabon/Statute/full//", "Israel/Statute/full//"]
    assert memberships_in(path, mapping={bound: "flag"}) == ["Gabon/Statute/full//"]


@pytest.mark.parametrize(
    ("name", "said"), [("x", True), ("v3", True), ("igo2", True), ("seats", False), ("wars", False)]
)
def test_numbers_that_may_be_codes_of_roles_are_said_whenever_a_table_is_read(
    tmp_path: Path, name: str, said: bool
) -> None:
    path = tmp_path / "t.csv"
    path.write_text(f"country,body,{name}\nFrance,EU,0\nItaly,EU,1\nSpain,EU,3\nMali,EU,3\n", "utf-8")
    table = TableFile(path)
    list(table.rows())
    way = f'--map "{name}=role" --role "1=full" --role "3=observer"'
    assert (way in table.report.worth_saying) == said
    if said:
        options = TableOptions(mapping={name: "role"}, roles=("1=full", "3=observer"))
        roles = {row.member: (row.holds, row.role) for row in TableFile(path, options).rows()}
        assert (roles["France"][0], roles["Italy"][1], roles["Mali"][1]) == ("denied", "full", "observer")


@pytest.mark.parametrize("answer", ["x", "yes"])
def test_a_yes_among_dates_of_joining_is_said_to_be_a_membership_without_a_date(tmp_path: Path, answer: str) -> None:
    path = tmp_path / "t.csv"
    path.write_text(f"country,body,joined\nFrance,EU,1958\nItaly,EU,{answer}\nSpain,EU,1986\n", "utf-8")
    table = TableFile(path)
    assert [(row.member, row.start) for row in table.rows()] == [("France", "1958"), ("Italy", ""), ("Spain", "1986")]
    assert f"{answer!r} (1) among the dates of 'joined' was read as a membership without a date" in (
        table.report.worth_saying
    )
    assert memberships_in(path, roles=(f"{answer}=skip",)) == ["France/EU/full/1958/", "Spain/EU/full/1986/"]


@pytest.mark.parametrize(
    "name",
    [
        "NATO (1=yes)", "NATO (Y/N)", "NATO (oui/non)", "NATO (member=1)", "NATO (1 = member)", 
        "NATO (1=member, 0=not)",
        "NATO: 1/0", "Member of NATO? (1=yes)", "NATO member?", "NATO dummy", "nato_dummy", "d_nato",
        "NATO member (y/n)",
        "NATO [dummy]", "OTAN (1 = oui)",
    ],
)  # fmt: skip
def test_a_body_is_called_without_what_its_column_says_of_the_cells(name: str, blocs: Blocs, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(f'country,"{name}"\nFrance,1\nMalta,0\n', "utf-8")
    found = blocs("who", "NATO", "--data", tmp_path / "t.csv", "--format", "json")
    assert [one["id"] for one in json.loads(found.out)["answer"]["entities"]] == ["france"]


@pytest.mark.parametrize(
    ("name", "right", "turned"),
    [("NATO (0=yes)", ["Malta"], ["France"]), ("NATO (1=no, 0=yes)", ["Malta"], ["France"])],
)
def test_codes_that_mean_something_else_by_the_columns_name_are_asked_about(
    name: str, right: list[str], turned: list[str], tmp_path: Path
) -> None:
    path = tmp_path / "t.csv"
    path.write_text(f'country,"{name}"\nFrance,1\nMalta,0\n', "utf-8")
    with pytest.raises(InvalidRequest, match="the name of column") as refused:
        memberships_in(path)
    ways = re.findall(r'"([01]=\w+)"', str(refused.value))
    for roles, who in ((ways[:2], right), (ways[2:], turned)):
        read = memberships_in(path, roles=roles)
        assert [line.split("/")[0] for line in read] == who
