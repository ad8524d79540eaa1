"""Tables of people: members of parliaments, delegates, judges and boards, with their parties, chambers and states."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from blocs.graph.errors import BlocsError
from blocs.graph.readers.table import TableFile
from blocs.graph.readers.table_options import TableOptions
from tables_read import Right, hold_against, memberships_in

Blocs = Callable[..., Any]

SENATORS = """last_name,first_name,state,chamber,party,term_start,term_end
Lee,Ann,Ohio,Senate,Whig,2001,2005
Marsh,Bo,Texas,Senate,Federalist,2003,2009
Ott,Cy,Ohio,Senate,Whig,2007,2013
"""
IN_SENATE = ["Ann Lee/Senate/full/2001/2005", "Bo Marsh/Senate/full/2003/2009", "Cy Ott/Senate/full/2007/2013"]
IN_PARTIES = ["Ann Lee/Whig/full/2001/2005", "Bo Marsh/Federalist/full/2003/2009", "Cy Ott/Whig/full/2007/2013"]
COMMITTEES = "politician,party,committee\nAnn Lee,Whig,Finance Committee\nBo Marsh,Green,Defence Committee\n"
HOUSES = "name,state,chamber,party\nAnn Lee,Ohio,Senate,Whig\nBo Marsh,Texas,House,Green\n"


@pytest.mark.parametrize(
    ("content", "mapping", "right"),
    [
        (SENATORS, {"chamber": "organization"}, IN_SENATE),
        (SENATORS, {"chamber": "organization", "party": "ignore"}, IN_SENATE),
        (SENATORS, {"party": "organization"}, IN_PARTIES),
        (COMMITTEES, {"committee": "organization"}, ["Ann Lee/Finance Committee/full//", "Bo Marsh/Defence Committee/full//"]),
        (COMMITTEES, {"committee": "body", "party": "skip"}, ["Ann Lee/Finance Committee/full//", "Bo Marsh/Defence Committee/full//"]),
        (COMMITTEES, {"politician": "member", "committee": "ignore"}, ["Ann Lee/Whig/full//", "Bo Marsh/Green/full//"]),
        (HOUSES, {"party": "organization"}, ["Ann Lee/Whig/full//", "Bo Marsh/Green/full//"]),
        (HOUSES, {"party": "organization", "chamber": "ignore"}, ["Ann Lee/Whig/full//", "Bo Marsh/Green/full//"]),
        (HOUSES, {"name": "person", "chamber": "ignore"}, ["Ann Lee/Whig/full//", "Bo Marsh/Green/full//"]),
        (
            "Name;Land;Runde\nAnna Berg;Norwegen;Seerunde\nJuha Salo;Finnland;Seerunde\n",
            {"Runde": "organization"},
            ["Anna Berg/Seerunde/full//", "Juha Salo/Seerunde/full//"],
        ),
        (
            "first_name,last_name,country,committee\nAnn,Lee,Norway,Fish\nBo,Marsh,Sweden,Fish\n",
            {"committee": "organization"},
            ["Ann Lee/Fish/full//", "Bo Marsh/Fish/full//"],
        ),
    ],
)  # fmt: skip
def test_what_the_user_says_of_a_column_stands(
    tmp_path: Path, content: str, mapping: dict[str, str], right: list[str]
) -> None:
    path = tmp_path / "t.csv"
    path.write_text(content, "utf-8")
    assert memberships_in(path, mapping=mapping) == right


def test_the_way_to_read_another_body_works_to_the_letter(blocs: Blocs, tmp_path: Path) -> None:
    path, store = tmp_path / "senators.csv", tmp_path / "store"
    path.write_text(SENATORS, "utf-8")
    way = '--map "chamber=organization"'
    assert way in blocs("list", "--data", path).err
    told = blocs("import", "csv", path, "--store", store, "--map", "chamber=organization")
    assert way not in told.out + told.err
    found = blocs("who", "Senate", "--as-of", "2004", "--store", store).out
    assert "Ann Lee" in found and "Bo Marsh" in found and "Cy Ott" not in found


@pytest.mark.parametrize(
    "header",
    [
        "Name;Country;Council", "Name;Land;Gremium", "Full name;Country;Organization", "Delegate;Country;Organization",
        "Nom;Pays;Organisation", "Nom complet;Pays;Organisation", "Nom;Nationalité;Cour", "Député;Circonscription;Parti",
        "Nombre;País;Organismo", "Senador;Provincia;Partido", "Nome;Paese;Organizzazione", "Nome;País;Organização",
        "Naam;Land;Organisatie", "Naam;Provincie;Partij", "Delegierter;Land;Organisation", "Abgeordneter;Wahlkreis;Fraktion",
        "Imię i nazwisko;Okręg;Klub", "Имя;Страна;Организация", "ФИО;Регион;Фракция", "Ad Soyad;Ülke;Kuruluş",
        "姓名;国家;组织", "氏名;国;機関", "성명;국가;기구", "الاسم;الدولة;المنظمة", "judge;nationality;court",
        "Name;Represents;Commission", "fullname;country;organization", "person_name;state;organization", "Name of member;Country;Body",
        "deputy_name;country;organization", "display_name;country;organization", "people;country;organization",
        "scholar;country;society", "player;country;team", "Spieler;Land;Verein", "joueur;pays;club", "surname;country;organization",
        "holder;country;organization", "who;country;organization", "Fullname;Country;Committee", "member_name;country;organization",
        "Country;Representative;Council",
    ],
)  # fmt: skip
def test_people_are_told_from_the_states_beside_them(tmp_path: Path, header: str) -> None:
    path = tmp_path / "t.csv"
    first, second = (
        ("France;Anne Roux", "Sweden;Eva Holm")
        if header.startswith("Country")
        else ("Anne Roux;France", "Eva Holm;Sweden")
    )
    path.write_text(f"{header}\n{first};Alpha Circle\n{second};Beta Circle\n", "utf-8")
    table = TableFile(path)
    assert {(row.member, row.organization) for row in table.rows()} == {
        ("Anne Roux", "Alpha Circle"),
        ("Eva Holm", "Beta Circle"),
    }
    assert table.members_kind == "person"


@pytest.mark.parametrize(
    ("content", "right"),
    [
        (
            "Country,Full name,Organization\nGermany,Federal Republic of Germany,Alpha\nMalta,Republic of Malta,Beta\n",
            ["Germany/Alpha/full//", "Malta/Beta/full//"],
        ),
        (
            "Nom;Pays;Organisation\nRépublique française;France;Alpha\nRépublique italienne;Italie;Beta\n",
            ["France/Alpha/full//", "Italie/Beta/full//"],
        ),
        (
            "Nom;Pays;Organisation\nAlpha;France;Pacte Alpha\nAlpha;Italie;Pacte Alpha\nBeta;Italie;Pacte Beta\n",
            ["France/Pacte Alpha/full//", "Italie/Pacte Alpha/full//", "Italie/Pacte Beta/full//"],
        ),
        (
            "Country,Organization,Joined,Ambassador\nFrance,Alpha,1990,Luc Morel\nItaly,Alpha,1991,Lia Neri\n",
            ["France/Alpha/full/1990/", "Italy/Alpha/full/1991/"],
        ),
        (
            "Country,Organization,Accession,Representative\nFrance,Alpha,1990,Luc Morel\nItaly,Alpha,1991,Lia Neri\n",
            ["France/Alpha/full/1990/", "Italy/Alpha/full/1991/"],
        ),
    ],
)
def test_states_with_other_names_beside_them_stay_the_members(tmp_path: Path, content: str, right: list[str]) -> None:
    hold_against(right, tmp_path / "t.csv", content)


@pytest.mark.parametrize("header", ["Name,Country", "Nom,Pays", "Delegate,Country"])
def test_people_or_states_of_one_body_are_asked_about(tmp_path: Path, header: str) -> None:
    path = tmp_path / "t.csv"
    path.write_text(f"{header}\nAnne Roux,France\nEva Holm,Sweden\n", "utf-8")
    person = header.partition(",")[0]
    with pytest.raises(Exception, match=f'--map "{person}=member"'):
        memberships_in(path, organization="Lake Council")
    read = memberships_in(path, organization="Lake Council", mapping={person: "member"})
    assert read == ["Anne Roux/Lake Council/full//", "Eva Holm/Lake Council/full//"]


@pytest.mark.parametrize(
    "header", ["Nom;Prénom", "Apellidos;Nombre", "Cognome;Nome", "Sobrenome;Nome", "Name;Vorname", "Nachname;Vorname"]
)
def test_first_and_last_names_are_one_name(tmp_path: Path, header: str) -> None:
    (tmp_path / "t.csv").write_text(f"{header};Parti\nRoux;Anne;Parti Vert\nHolm;Eva;Parti Bleu\n", "utf-8")
    assert memberships_in(tmp_path / "t.csv") == ["Anne Roux/Parti Vert/full//", "Eva Holm/Parti Bleu/full//"]
    (tmp_path / "u.csv").write_text("name,first name,party\nAnne Roux,Anne,Whig\nEva Holm,Eva,Whig\n", "utf-8")
    assert memberships_in(tmp_path / "u.csv") == ["Anne Roux/Whig/full//", "Eva Holm/Whig/full//"]


def test_firms_beside_states_are_no_persons(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("Name,Country,Board\nAcme Ltd,France,Trade Board\nBeta GmbH,Germany,Trade Board\n", "utf-8")
    table = TableFile(path)
    assert {row.member for row in table.rows()} == {"Acme Ltd", "Beta GmbH"} and table.members_kind == "member"


def test_names_of_nothing_known_are_not_called_names_of_the_states_beside_them(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("Name,Country,joined\nanna,Norway,1990\neva,Sweden,1991\n", "utf-8")
    table = TableFile(path, TableOptions(organization="Lake Council"))
    assert {row.member for row in table.rows()} == {"Norway", "Sweden"}
    assert table.report.unread["Name"] == 'if it names the members, say --map "Name=member"'


ALL_OF_THEM = [
    ("name,party,chamber,start\nAnn Lee,Whig,Senate,2001\n", ["Ann Lee/Senate/full/2001/", "Ann Lee/Whig/full/2001/"]),
    ("mp,group,committee\nAnn Lee,EPP,Budget\nBo Marsh,S&D,Budget\n", [
        "Ann Lee/Budget/full//", "Ann Lee/EPP/full//", "Bo Marsh/Budget/full//", "Bo Marsh/S&D/full//"]),
    ("name,group,area,chamber,term,gender\nAnn Lee,Whig Party,North,Commons,56,female\n", [
        "Ann Lee/Commons/full//", "Ann Lee/Whig Party/full//"]),
    ("Name;Country;Political group;National party\nAnn Lee;France;Renew;Green\n", ["Ann Lee/Green/full//", "Ann Lee/Renew/full//"]),
    ("mp,party,chamber\nAnn Lee,Independent,Senate\nBo Marsh,Green,Senate\n", [
        "Ann Lee/Senate/full//", "Bo Marsh/Green/full//", "Bo Marsh/Senate/full//"]),
    ("Commissioner;Portfolio;Member State;Party\nAnn Lee;Trade;France;EPP\n", ["Ann Lee/EPP/full//"]),
    ("MEP;Land;EP Fraktion;Ausschüsse\nAnna Berg;Norwegen;EVP;Haushalt\n", ["Anna Berg/EVP/full//", "Anna Berg/Haushalt/full//"]),
    ("Juror,Country,Jury\nAnn Lee,France,Lake Festival\n", ["Ann Lee/Lake Festival/full//"]),
    ("氏名,政党,議院\n山田太郎,自民党,衆議院\n", ["山田太郎/自民党/full//", "山田太郎/衆議院/full//"]),
    ("mp,party,party name\nAnn Lee,W,Whig\nBo Marsh,G,Green\n", ["Ann Lee/W/full//", "Bo Marsh/G/full//"]),
]  # fmt: skip


@pytest.mark.parametrize(("content", "right"), ALL_OF_THEM)
def test_all_that_people_are_in_is_read(tmp_path: Path, content: str, right: list[str]) -> None:
    hold_against(right, tmp_path / "t.csv", content)
    table = TableFile(tmp_path / "t.csv")
    assert list(table.rows()) and table.members_kind == "person"


PEOPLE_BY_CELLS = "contact,{0},organization,since\nAnn Lee,Kenya,Peace Panel,2001\nBo Fry,Ghana,Peace Panel,2002\n"


@pytest.mark.parametrize("unknown", ["contact", "author", "speaker", "Handle", "zzz"])
def test_names_as_people_have_them_beside_states_are_asked_about(tmp_path: Path, unknown: str) -> None:
    path = tmp_path / "t.csv"
    path.write_text(PEOPLE_BY_CELLS.format("country").replace("contact", unknown), "utf-8")
    with pytest.raises(BlocsError, match=f'--map "{unknown}=person" or --map "country=member"'):
        memberships_in(path)
    assert memberships_in(path, mapping={unknown: "person"}) == [
        "Ann Lee/Peace Panel/full/2001/",
        "Bo Fry/Peace Panel/full/2002/",
    ]
    assert memberships_in(path, mapping={"country": "member"}) == [
        "Ghana/Peace Panel/full/2002/",
        "Kenya/Peace Panel/full/2001/",
    ]


@pytest.mark.parametrize(
    "content",
    [
        PEOPLE_BY_CELLS.format("member"),  # the states are surely the members
        "contact,country,organization\nVega,Kenya,Peace Panel\nNovak,Ghana,Peace Panel\n",
        "contact,country,organization\nAnn Lee,Kenya,Peace Panel\nAnn Lee,Kenya,Sea Panel\nBo Fry,Ghana,Sea Panel\nBo Roy,Mali,Sea Panel\n",
    ],
)  # fmt: skip
def test_names_in_no_list_beside_the_members_are_never_left_unread_in_silence(
    blocs: Blocs, tmp_path: Path, content: str
) -> None:
    path = tmp_path / "t.csv"
    path.write_text(content, "utf-8")
    told = blocs("who", "Peace Panel", "--data", path)
    assert "'contact'" in told.err and '--map "contact=person"' in told.err


@pytest.mark.parametrize(
    "content",
    [
        "country,organization,capital\nChile,Sea Panel,San Pedro\nPeru,Sea Panel,Santa Ana\n",
        "country,organization,Official name\nChile,Sea Panel,Republic of Chile\nPeru,Sea Panel,Republic of Peru\n",
        "country,organization,region\nChile,Sea Panel,South America\nMali,Sea Panel,West Africa\n",
        "country,organization,depositary\nChile,Sea Panel,Alma Book\nPeru,Sea Panel,Olga Book\n",
    ],
)
def test_what_is_said_of_states_is_no_name_of_people(tmp_path: Path, content: str) -> None:
    other = "Peru" if "Peru" in content else "Mali"
    path = tmp_path / "t.csv"
    path.write_text(content, "utf-8")
    table = TableFile(path)
    assert sorted(row.member for row in table.rows()) == ["Chile", other]
    assert not [reason for reason in table.report.unread.values() if "person" in reason]


@pytest.mark.parametrize(
    ("content", "ways"),
    [
        ("nickname;State;Troupe\nAnn Lee;Ohio;Budget\nBo Fry;Texas;Rules\n", {"nickname": "person", "Troupe": "organization"}),
        ("delegate;country;Lodge\nAnn Lee;Chile;Blue Lodge\nBo Fry;Peru;Red Lodge\n", {"delegate": "person", "Lodge": "organization"}),
    ],
)  # fmt: skip
def test_the_body_is_no_column_of_people(tmp_path: Path, content: str, ways: dict[str, str]) -> None:
    path = tmp_path / "t.csv"
    path.write_text(content, "utf-8")
    with pytest.raises(BlocsError) as refused:
        memberships_in(path)
    person, body = ways
    assert f'--map "{person}=person" --map "{body}=organization"' in str(refused.value)
    assert f"{person}=organization" not in str(refused.value)
    assert [one.split("/")[0] for one in memberships_in(path, mapping=ways)] == ["Ann Lee", "Bo Fry"]


def test_names_of_boards_are_no_people(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("Country;Board, or fund;Joined\nAustria;Danube Board;1991\nHungary;Danube Board;1992\n", "utf-8")
    with pytest.raises(BlocsError, match='--map "Board, or fund=organization"'):
        memberships_in(path)


def test_people_whose_names_are_almost_one_are_two_by_what_only_one_has(blocs: Blocs, tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text(
        "name,email,club\nZoë Marsh,e@x.org,Go\nZoe Marsh,f@x.org,Chess\nJo-Ann Lee,c@x.org,Go\nJo Ann Lee,c@x.org,Chess\n",
        "utf-8",
    )
    assert len(blocs("list", "people", "--data", path).out.splitlines()) == 4  # with the header
    told = blocs("import", "csv", path, "--dry-run").out
    assert "told apart by 'email', though written almost alike: Zoë Marsh and Zoe Marsh" in told
    assert "ways of writing one name: Jo-Ann Lee = Jo Ann Lee" in told


POSTS = [
    ("Ambassador,Country,Body\nAnn Lee,France,NATO\n", {"Ambassador": "person"}, "Ann Lee/NATO"),
    ("Ambassador,Country,Body\nAnn Lee,France,NATO\n", {"Country": "member"}, "France/NATO"),
    ("Country,Head of government,Party,Since\nFrance,Ann Lee,Green,2022\n", {
        "Head of government": "person", "Party": "organization", "Since": "ignore"}, "Ann Lee/Green"),
    ("Name,Country,Council\nAnn Lee,France,yes\nBo Marsh,Italy,no\n", {"Name": "person", "Council": "organization"}, "Ann Lee/Council"),
    ("Name,Country,Council\nAnn Lee,France,yes\nBo Marsh,Italy,no\n", {"Country": "member", "Council": "organization"}, "France/Council"),
    ("Name,Country,Accredited to\nAnn Lee,France,NATO\n", {"Name": "person", "Accredited to": "organization"}, "Ann Lee/NATO"),
    ("secretary general,country,organization\nAnn Lee,Ghana,Peace Panel\n", {"secretary general": "person"}, "Ann Lee/Peace Panel"),
    ("head of government,country,organization\nAnn Lee,Ghana,Peace Panel\n", {"country": "member"}, "Ghana/Peace Panel"),
    ("Secretary-General,Country,Organization,Start\nAnn Lee,Norway,NATO,1952\n", {"Secretary-General": "person", "Start": "ignore"}, "Ann Lee/NATO"),
]  # fmt: skip


@pytest.mark.parametrize(("content", "mapping", "right"), POSTS)
def test_who_holds_a_post_is_asked_about(tmp_path: Path, content: str, mapping: dict[str, str], right: str) -> None:
    path = tmp_path / "t.csv"
    path.write_text(content, "utf-8")
    with pytest.raises(BlocsError) as refused:
        memberships_in(path)
    for column, field in mapping.items():
        assert f'"{column}={field}"' in str(refused.value) or column == "Start"
    assert memberships_in(path, mapping=mapping) == [f"{right}/full//"]


@pytest.mark.parametrize(
    "content",
    [
        "Secretaries General of NATO\nName,Country,Took office,Left office\nAnn Lee,Norway,1952,1957\nBo Marsh,Spain,1957,1961\n",
        "Secretary General,Country,Term start,Term end\nAnn Lee,Norway,1952,1957\nBo Marsh,Spain,1957,1961\n",
    ],
)
def test_holders_of_one_post_are_read_with_their_dates_if_asked(tmp_path: Path, content: str) -> None:
    path = tmp_path / "t.csv"
    path.write_text(content, "utf-8")
    name = "Name" if "Name" in content else "Secretary General"
    with pytest.raises(BlocsError, match=f'say who is: --organization NAME --map "{name}=person"'):
        memberships_in(path)
    read = memberships_in(path, organization="NATO", mapping={name: "person"})
    assert read == ["Ann Lee/NATO/full/1952/1957", "Bo Marsh/NATO/full/1957/1961"]


@pytest.mark.parametrize(
    ("content", "right"),
    [
        ("Organization,Secretary General,Members\nAlpha,Ann Lee,\"France, Italy\"\n", ["France/Alpha/full//", "Italy/Alpha/full//"]),
        ("Country,President,NATO,EU\nFrance,Ann Lee,yes,no\nNorway,Bo Marsh,yes,no\n", ["France/NATO/full//", "Norway/NATO/full//"]),
        ("Head of State,Country,Organization,Joined\nAnn Lee,France,NATO,1949\n", ["France/NATO/full/1949/"]),
    ],
)  # fmt: skip
def test_who_stands_for_a_member_is_none(tmp_path: Path, content: str, right: list[str]) -> None:
    hold_against(right, tmp_path / "t.csv", content)


def test_dates_of_posts_are_none_of_the_states_beside_them(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("Country,Permanent Representative,Appointed\nFrance,Ann Lee,2019\nItaly,Bo Marsh,2020\n", "utf-8")
    table = TableFile(path, TableOptions(organization="NATO", mapping={"Country": "member"}))
    assert [row[1:6] for row in table.rows()] == [("France", "NATO", "full", "", ""), ("Italy", "NATO", "full", "", "")]
    assert '--map "Appointed=start"' in table.report.unread["Appointed"]


@pytest.mark.parametrize("home", ["Bundesland", "Bundesstaat", "Kanton", "Wahlkreis", "federal state", "Wohnort"])
@pytest.mark.parametrize("inside", ["Partei", "Fraktion"])
def test_where_people_are_from_is_nothing_that_they_are_in(tmp_path: Path, home: str, inside: str) -> None:
    (tmp_path / "t.csv").write_text(
        f"Name;{home};{inside};von\nAnna Huber;Tal;Mitte;2009\nJens Otto;Berg;Linke;2010\n", "utf-8"
    )
    assert memberships_in(tmp_path / "t.csv") == ["Anna Huber/Mitte/full/2009/", "Jens Otto/Linke/full/2010/"]


@pytest.mark.parametrize("office", ["cargo", "Funktion", "office", "position", "fonction", "carica", "должность"])
def test_a_column_of_offices_that_is_not_read_is_said_with_the_way_to_read_it(
    blocs: Blocs, tmp_path: Path, office: str
) -> None:
    path = tmp_path / "t.csv"
    path.write_text(f"person,party,{office}\nAnn Lee,Whigs,Leader of all\nBo Marsh,Whigs,Keeper\n", "utf-8")
    said = blocs("who", "Whigs", "--data", path)
    assert f'--map "{office}=role"' in said.err and len(said.out.splitlines()) == 3
    kept = ["--map", f"{office}=role", "--role", "Leader of all=keep", "--role", "Keeper=keep"]
    assert "no errors" in blocs("import", "csv", path, "--dry-run", *kept).out


def test_firms_are_no_people(tmp_path: Path) -> None:
    table = tmp_path / "t.csv"
    table.write_text("Name,Committee\nAcme Corp,Chamber One\nBlue Harbour,Chamber One\nRed Hook,Chamber Two\n", "utf-8")
    file = TableFile(table)
    assert len(list(file.rows())) == 3 and file.members_kind == "member"
    table.write_text("Name,Committee\nAnn Lee,Chamber One\nBo Ek,Chamber Two\n", "utf-8")
    file = TableFile(table)
    assert len(list(file.rows())) == 2 and file.members_kind == "person"


TITLES: dict[str, tuple[str, Right]] = {
    "of leaders": (
        "Country,Leader,Title,In office since\nPoland,Ada Brandt,President,2015\nHungary,Olu Roy,Prime Minister,2010\n",
        "has no column for the organization",
    ),
    "of ministers, not offered as what they are in": (
        "Country,Minister,Title,Appointed\nPoland,Ada Brandt,Minister of Defence,2015\nHungary,Olu Roy,Secretary,2010\n",
        'say who is: --organization NAME --map "Minister=person" or --organization NAME --map "Country=member"',
    ),
    "of players": ("Player,Federation,Title,Born\nNils Larsen,Norway,GM,1990\nBela Kiss,Hungary,IM,1985\n", "has no column"),
    "of films": ("Title,Year,Country\nThe River,1994,Poland\nNight Train,1997,Hungary\n", "has no column for the organization"),
    "by which people are addressed": (
        "Name,Title,Organisation\nNils Larsen,Dr,Nordic Forum\nBela Kiss,Prof,Danube Forum\n",
        ["Bela Kiss/Danube Forum/full//", "Nils Larsen/Nordic Forum/full//"],
    ),
    "of treaties": (
        "State,Title,Joined\nPoland,Law of the Sea Convention,1982\nHungary,Law of the Sea Convention,1983\n",
        ["Hungary/Law of the Sea Convention/full/1983/", "Poland/Law of the Sea Convention/full/1982/"],
    ),
    "that are roles": (
        "Country,Title,Organisation\nPoland,Full member,Amber Pact\nLatvia,Observer,Amber Pact\n",
        ["Latvia/Amber Pact/observer//", "Poland/Amber Pact/full//"],
    ),
    "no title: parties of candidates are no states": (
        "candidate,party,votes\nMaria Horvat,Change!,812\nJana Kral,Left+,220\n",
        ["Jana Kral/Left+/full//", "Maria Horvat/Change!/full//"],
    ),
    "no title: nothing to offer but an address": (
        "id,name,area,phone\n1,Ada Brandt,North Ward,0555 12\n2,Olu Roy,South Ward,0555 13\n",
        "say which: --map COLUMN=organization",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", TITLES)
def test_a_title_is_no_body_unless_it_is_that_of_one(tmp_path: Path, case: str) -> None:
    content, right = TITLES[case]
    hold_against(right, tmp_path / "t.csv", content)


@pytest.mark.parametrize("none", ["Independent", "parteilos", "Non-attached", "sans étiquette"])
def test_people_in_no_party_are_known_and_that_is_said(blocs: Blocs, tmp_path: Path, none: str) -> None:
    path = tmp_path / "t.csv"
    path.write_text(f"MP,Party,Since\nOlu Roy,{none},2012\nAda Brandt,Blue Party,2010\n", "utf-8")
    found = blocs("list", "people", "--data", path)
    assert "Olu Roy" in found.out and "Ada Brandt" in found.out
    assert f"read as in no party, and so in no body: '{none}' (1)" in found.err
    assert "Olu Roy" not in blocs("who", "Blue Party", "--data", path).out


@pytest.mark.parametrize(
    "left",
    ["Legislatura,56,57", "Parliament,57,58", "Субъект,Коми,Тува", "sponsor,Eva Moe,Nils Larsen", "Sitz,Nord,West"],
)
def test_what_a_table_of_people_says_besides_is_not_left_unread_without_a_word(
    blocs: Blocs, tmp_path: Path, left: str
) -> None:
    name, one, other = left.split(",")
    path = tmp_path / "t.csv"
    path.write_text(f"person,{name},email,party\nAnn Lee,{one},a@b.org,Whigs\nBo Roy,{other},b@b.org,Greens\n", "utf-8")
    said = blocs("who", "Whigs", "--data", path)
    assert f"column '{name}' was not read: the members are the people of 'person'" in said.err
    assert "email" not in said.err and "Ann Lee" in said.out


COUNTED: dict[str, tuple[str, list[str]]] = {
    "periods": (
        "Name,Chamber,Period 1,Period 2\nAnn Lee,Senate,2010-2014,2016-2018\nBo Ek,House,2012-2014,\nCy Fox,House,,\n",
        [
            "Ann Lee/Senate/full/2010/2014",
            "Ann Lee/Senate/full/2016/2018",
            "Bo Ek/House/full/2012/2014",
            "Cy Fox/House/full//",
        ],
    ),
    "one without a number": (
        "Name,Party,Term,Term 2\nAnn Lee,Blue,2010-2014,2016-2018\nBo Ek,Red,2012-2014,\n",
        ["Ann Lee/Blue/full/2010/2014", "Ann Lee/Blue/full/2016/2018", "Bo Ek/Red/full/2012/2014"],
    ),
    "edges": (
        "Name,Party,Term 1 start,Term 1 end,Term 2 start,Term 2 end\nAnn Lee,Blue,2010,2014,2016,2018\nBo Ek,Red,,,,\n",
        ["Ann Lee/Blue/full/2010/2014", "Ann Lee/Blue/full/2016/2018", "Bo Ek/Red/full//"],
    ),
    "states at times not known": (
        "country,body,start1,end1,start2,end2\nFrance,Alpha Pact,1990,1995,1998,\nItaly,Alpha Pact,,,,\n",
        ["France/Alpha Pact/full/1990/1995", "France/Alpha Pact/full/1998/", "Italy/Alpha Pact/full//"],
    ),
}


@pytest.mark.parametrize("case", COUNTED)
def test_each_of_several_terms_is_read_and_who_has_none_is_in_the_body_all_the_same(tmp_path: Path, case: str) -> None:
    content, right = COUNTED[case]
    path = tmp_path / "t.csv"
    path.write_text(content, "utf-8")
    assert memberships_in(path) == right


def test_people_in_none_of_several_bodies_are_said(blocs: Blocs, tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("name,party,committee\nAnn Lee,Blue,Budget\nBo Ek,,\n", "utf-8")
    assert "1 row without a name in 'party' and 'committee': no membership" in blocs("who", "Blue", "--data", path).err


@pytest.mark.parametrize(
    ("content", "never"),
    [
        (
            "Country,Head of government,Office,Since\nFrance,Ann Lee,Premier,1990\nItaly,Bo Ek,President,1991\n",
            "Office",
        ),
        ("name,state,office\nAnn Lee,Ohio,Whip\nBo Ek,Iowa,Clerk\n", "office"),
    ],
)
def test_offices_are_not_offered_as_bodies(tmp_path: Path, content: str, never: str) -> None:
    path = tmp_path / "t.csv"
    path.write_text(content, "utf-8")
    with pytest.raises(BlocsError) as refused:
        memberships_in(path)
    assert f"{never}=organization" not in str(refused.value)


def test_a_party_is_no_other_name_of_the_state_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("party,state,seats\nBlue Party,Ohio,12\nRed Party,Iowa,13\n", "utf-8")
    with pytest.raises(BlocsError, match="if it is 'party', say: --map \"party=organization\""):
        memberships_in(path)
