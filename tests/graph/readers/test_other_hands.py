"""Tables of the kinds that people bring, as other people make them: other bodies, words, marks and separators."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from blocs.graph.errors import BlocsError
from blocs.graph.knowledge import load
from blocs.graph.readers.table import TableFile
from blocs.graph.readers.table_options import TableOptions
from tables_read import Right, hold_against, memberships_in

TABLES: dict[str, tuple[str, Right]] = {
    "ticks_and_crosses.csv": (
        "country,organization,member\nFinland,Nordic Council,✓\nEstonia,Nordic Council,x\n",
        '--role "x=full"',
    ),
    "ticks_and_crosses_wide.csv": ("country,NATO,EU\nFrance,✓,✓\nNorway,✓,×\n", '--role "×=skip"'),
    "crosses_and_blanks.csv": (
        "country,NATO,EU\nFrance,x,X\nNorway,×,\n",
        ["France/EU/full//", "France/NATO/full//", "Norway/NATO/full//"],
    ),
    "names_with_commas.csv": (
        '"Member, full name"|"Organization, acronym, if any"|"Joined; approx."\nMali|ECOWAS|1975\nNiger|ECOWAS|1976\n',
        ["Mali/ECOWAS/full/1975/", "Niger/ECOWAS/full/1976/"],
    ),
    "norwegian.csv": (
        "land,forbund,fra,til\nNorge,EFTA,1960,\nDanmark,EFTA,1960,1972\n",
        ["Danmark/EFTA/full/1960/1972", "Norge/EFTA/full/1960/"],
    ),
    "indonesian.csv": (
        "negara;organisasi;tahun bergabung\nIndonesia;ASEAN;1967\nVietnam;ASEAN;1995\n",
        ["Indonesia/ASEAN/full/1967/", "Vietnam/ASEAN/full/1995/"],
    ),
    "carets.csv": (
        "Country^Org^Since, year\nChile^OAS^1948\nPeru^OAS^1949\n",
        ["Chile/OAS/full/1948/", "Peru/OAS/full/1949/"],
    ),
    "tildes.csv": (
        "state~bloc~from\nMali~ECOWAS~1975\nGhana~ECOWAS~1976\n",
        ["Ghana/ECOWAS/full/1976/", "Mali/ECOWAS/full/1975/"],
    ),
    "brackets_of_names.csv": (
        "member,organization\nSpain,Charlie [Pact]\nPeru,Delta[note 3]\n"
        "Chile[citation needed],Delta[ b ]\nFiji[who?],Echo[12]\n",
        ["Chile/Delta/full//", "Fiji/Echo/full//", "Peru/Delta/full//", "Spain/Charlie [Pact]/full//"],
    ),
    "marks_of_states.csv": (
        "country,organization\nNicaragua#,OAS\nBolivia a/,OAS\nChile^b,OAS\nC#,Alpha#\nC,Alpha\n",
        ["Bolivia/OAS/full//", "C#/Alpha#/full//", "C/Alpha/full//", "Chile/OAS/full//", "Nicaragua/OAS/full//"],
    ),
    "unseen.csv": (
        "member,organization\nMali,ECOWAS\nTogo,ECO\u200bWAS\nNiger\u200e,\ufeffECOWAS\nBenin,EC\u00adOWAS\nGhana,\u202eECOWAS\u202c\n",
        [f"{state}/ECOWAS/full//" for state in ("Benin", "Ghana", "Mali", "Niger", "Togo")],
    ),
    "plus_within.csv": (
        "estado,organismo,ingreso\nCuba,ALBA,2004\nEcuador,ALBA-TCP,2009\nNicaragua,ALBA+TCP,2007\n",
        ["Cuba/ALBA/full/2004/", "Ecuador/ALBA-TCP/full/2009/", "Nicaragua/ALBA+TCP/full/2007/"],
    ),
    "flags_and_roles.csv": (
        "pays,organisation,membre\nMali,UEMOA,oui\nGhana,UEMOA,non\nTogo,UEMOA,OUI\nMaroc,UEMOA,observateur\n",
        ["Mali/UEMOA/full//", "Maroc/UEMOA/observer//", "Togo/UEMOA/full//"],
    ),
    "decades.csv": (
        "country,organization,decade\nPeru,Andean Pact,1970s\nChile,Andean Pact,1980s\n",
        '--map "decade=ignore"',
    ),
    "how_things_stand.csv": (
        "name,state,organization\nGermany,Active,NATO\nSweden,Candidate,NATO\n",
        '--role "Candidate=skip"',
    ),
    "first_and_last_names.csv": (
        "first_name,last_name,state,committee,start,end\nJane,Roe,Ohio,Ways and Means,2001,2005\n",
        ["Jane Roe/Ways and Means/full/2001/2005"],
    ),
    "people_in_groups.csv": (
        "Name;Land;Fraktion;von;bis\nEva Muster;Deutschland;Grüne/EFA;2014;2019\nJan Novak;Tschechien;EVP;2009;2014\n",
        ["Eva Muster/Grüne/EFA/full/2014/2019", "Jan Novak/EVP/full/2009/2014"],
    ),
    "officials.csv": (
        "official,country,organization,from,to\nKofi Annan,Ghana,United Nations,1997,2006\n",
        ["Kofi Annan/United Nations/full/1997/2006"],
    ),
    "joined_by_signs.csv": (
        "country,organization\nFrance,Alpha Pact & Beta League\nItaly,Beta League\nSpain,Alpha Pact\n",
        '--split "&" or --split none',
    ),
    "lists_of_programs.csv": (
        'country,organizations\nFrance,"[\'NATO\', \'EU\']"\nMalta,"[""EU""]"\nSwitzerland,[]\nItaly,"{NATO,EU}"\n',
        ["France/EU/full//", "France/NATO/full//", "Italy/EU/full//", "Italy/NATO/full//", "Malta/EU/full//"],
    ),
    "lists_of_dates.csv": (
        "country,organization,since\nMali,ECOWAS;AU,1975;1963\nTogo,ECOWAS,1976\n",
        ["Mali/AU/full/1963/", "Mali/ECOWAS/full/1975/", "Togo/ECOWAS/full/1976/"],
    ),
    "none_said.csv": ("country,organization\nMali,AU\nMorocco,-\nFiji,none\n", ["Mali/AU/full//"]),
    "quotes_and_blanks.csv": (
        '"Member  State" ,"Organization\u00a0Name", "Start, if known"\n France , Alpha Pact , 1 Jan 1990 \n',
        ["France/Alpha Pact/full/1990-01-01/"],
    ),
    "years_of_both.csv": (
        "Country / Territory,Intergovernmental Organisation (IGO),Membership Start Year,Membership End Year\n"
        "France,Alpha Pact,1990,1995\n",
        ["France/Alpha Pact/full/1990/1995"],
    ),
    "unseen_in_dates.csv": ("member,organization,start\nMali,ECOWAS,1975\u200e\n", ["Mali/ECOWAS/full/1975/"]),
    "tagged_notes.csv": (
        "Country,Org\nFrance<sup>a</sup>,Alpha\nItaly&#91;b&#93;,Alpha\nPeru,Beta <b>x</b>\n",
        ["France/Alpha/full//", "Italy/Alpha/full//", "Peru/Beta <b>x</b>/full//"],
    ),
    "marks_before.csv": (
        "Member,Org\n*France,Alpha\n†Italy,Alpha\n(1) Spain,Alpha\n2 Malta,Alpha\n[a]Greece,Alpha\n3. Peru,77 Group\n",
        [f"{state}/Alpha/full//" for state in ("France", "Greece", "Italy", "Malta", "Spain")]
        + ["Peru/77 Group/full//"],
    ),
    "year_of_record.csv": (
        "country,bloc,year_of_record\nMali,ECOWAS,2019\nMali,ECOWAS,2020\nGhana,ECOWAS,2020\n",
        ["Ghana/ECOWAS/full/2020/2020", "Mali/ECOWAS/full/2019/2020"],
    ),
    "year_of_states.csv": (
        "country,bloc,independence year\nMali,ECOWAS,1960\nGhana,ECOWAS,1957\n",
        ["Ghana/ECOWAS/full//", "Mali/ECOWAS/full//"],
    ),
    "days_of_observation.csv": (
        "country,organization,date\nMali,ECOWAS,2019-12-31\nMali,ECOWAS,2020-12-31\n",
        '--map "date=start"',
    ),
    "years_that_are_spans.csv": (
        "country,organization,Year(s)\nPeru,OAS,1948-51\nCuba,OAS,1948-61\n",
        ["Cuba/OAS/full/1948/1961", "Peru/OAS/full/1948/1951"],
    ),
    "turkish_flags.csv": (
        "Ülke,Örgüt,Üye\nTürkiye,ECO,evet\nYunanistan,ECO,hayır\nİran,ECO,evet\n",
        ["Türkiye/ECO/full//", "İran/ECO/full//"],
    ),
    "polish_flags.csv": (
        "kraj,organizacja,członek\nPolska,NATO,tak\nBiałoruś,NATO,nie\n",
        ["Polska/NATO/full//"],
    ),
    "flags_of_an_unknown_language.csv": (
        "country,organization,member\nFrance,EU,wua\nNorway,EU,wub\nItaly,EU,wua\n",
        '--map "member=role" --role "wua=full" --role "wub=skip"',
    ),
    "shares.csv": ("country,organization,member\nPeru,CAN,100%\nChile,CAN,0%\n", '--map "member=ignore"'),
    "bullets.csv": (
        "country,organization\nTonga,PIF • MSG\nNauru,PIF\n",
        ["Nauru/PIF/full//", "Tonga/MSG/full//", "Tonga/PIF/full//"],
    ),
    "middle_dots.csv": (
        "country,organization\nTonga,PIF·MSG\nNauru,PIF\nFiji,MSG\n",
        '--split "·" or --split none',
    ),
    "and_also.csv": (
        "country,organization\nTonga,PIF and also MSG\nNauru,PIF\nFiji,MSG\n",
        '--split "and also" or --split none',
    ),
    "groups.csv": (
        'country,groups\nTonga,"PIF, MSG"\nNauru,PIF\n',
        ["Nauru/PIF/full//", "Tonga/MSG/full//", "Tonga/PIF/full//"],
    ),
    "titles_of_organizations.csv": (
        "Name of member state;Title of organization;Commencement date\nFrance;Alpha Pact;1 May 1990\n",
        ["France/Alpha Pact/full/1990-05-01/"],
    ),
    "provinces.csv": (
        "name,province,organization,from,to\nLi Na,Hunan,National Congress,2008,2013\n",
        ["Li Na/National Congress/full/2008/2013"],
    ),
    "chambers.csv": (
        "Name,State,Party,Chamber,Start,End\nAnn Lee,Ohio,Democratic,Senate,2001,2005\n",
        ["Ann Lee/Democratic/full/2001/2005", "Ann Lee/Senate/full/2001/2005"],
    ),
    "more_marks.csv": (
        "member,organization\nItaly (see note),Alpha\nSpain(*),Alpha\nPeruª,Alpha\nMalta①,Alpha\nFiji⁽¹⁾,Alpha\n",
        [f"{state}/Alpha/full//" for state in ("Fiji", "Italy", "Malta", "Peru", "Spain")],
    ),
    "how_it_stood.csv": (
        "country;organization;Stand\nPolen;EFTA;1999\nPolen;EFTA;2000\nIsland;EFTA;2000\n",
        '--map "Stand=year"',
    ),
    "years_in_a_list.csv": (
        "country,organization,yrs\nPeru,OAS,1948|1949|1950\nCuba,OAS,1948|1949\n",
        "write a row for each year",
    ),
    "status_flags.csv": ("state,org,status_flag\nPeru,OAS,1\nCuba,OAS,0\n", '--map "status_flag=flag"'),
    "members_of_committees.csv": (
        "Member,Country,Committee,Since\nJane Doe,Malta,Budget,2019\nJohn Roe,Italy,Budget,2020\n",
        ["Jane Doe/Budget/full/2019/", "John Roe/Budget/full/2020/"],
    ),
    "bars_in_the_title.csv": (
        "Figure 2 | Members\nUnits: year\ncountry,organization,start\nFrance,Alpha Pact,1990\n",
        ["France/Alpha Pact/full/1990/"],
    ),
    "line_breaks_written_out.csv": (
        "country,organization\nFrance,Alpha Pact\\nBeta League\nSpain,Alpha Pact\nPeru,Beta League\n",
        "or --split none",
    ),
    "pages_of_notes.csv": (
        "Country,Organization\nItaly 1),Alpha\nSpain [1]:5,Alpha\n",
        ["Italy/Alpha/full//", "Spain/Alpha/full//"],
    ),
    "other_calendars.csv": (
        "member,organization,start\nThailand,Alpha Pact,๒๕๔๐\n",
        "--date-format buddhist",
    ),
    "digits_of_others.csv": (
        "member,organization,start\nThailand,Alpha Pact,๑๙๙๗\nIran,Alpha Pact,۱۹۸۵\n",
        ["Iran/Alpha Pact/full/1985/", "Thailand/Alpha Pact/full/1997/"],
    ),
    "joiners.csv": ("country,body\nایران,اتحاد کشور\u200cها\n", ["ایران/اتحاد کشور\u200cها/full//"]),
}


@pytest.mark.parametrize("name", TABLES)
def test_a_table_is_read_right_or_refused_with_a_way_on(name: str, tmp_path: Path) -> None:
    content, right = TABLES[name]
    hold_against(right, tmp_path / name, content)


def ids(result: Any) -> list[str]:
    """The ids of an answer."""
    assert result.code == 0, result.err
    at = result.out.splitlines()[0].split("\t").index("id")
    return [line.split("\t")[at] for line in result.out.splitlines()[1:]]


def test_a_cross_beside_ticks_is_what_the_user_says(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text(TABLES["ticks_and_crosses.csv"][0], "utf-8")
    assert memberships_in(path, roles=("x=skip",)) == ["Finland/Nordic Council/full//"]
    assert len(memberships_in(path, roles=("x=full",))) == 2


@pytest.mark.parametrize("first", ["a.csv", "b.csv"])
def test_a_body_that_is_a_member_of_others_is_none_of_the_states(first: str, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(
        "member,organization,start\nAfrican Union,G20,2023\nFrance,G20,1999\nAlpha Pact,G20,2000\n"
    )
    (tmp_path / "b.csv").write_text("member,organization,start\nKenya,African Union,1963\nPeru,Alpha Pact,1990\n")
    graph = load(*sorted((tmp_path / "a.csv", tmp_path / "b.csv"), key=lambda path: path.name != first))
    assert [one.label for one in graph.names.of_kind("state")] == ["France", "Kenya", "Peru"]
    assert {one.label for one in graph.names.of_kind("body")} == {"African Union", "Alpha Pact", "G20"}
    assert {one.label: one.kind for one in graph.names.entities}["Alpha Pact"] == "body"


def test_a_body_of_the_list_is_none_of_the_states_even_where_it_is_only_a_member(
    blocs: Callable[..., Any], tmp_path: Path
) -> None:
    path = tmp_path / "a.csv"
    path.write_text("member,organization,start\nEuropean Union,G20,1999\nFrance,G20,1999\n")
    assert ids(blocs("list", "states", "--data", path)) == ["france"]
    assert blocs("ask", "is the European Union in G20", "--data", path).out.splitlines()[1].startswith("yes\tstated")
    assert ids(blocs("ask", "which states are in G20", "--data", path)) == ["france"]
    assert ids(blocs("who", "G20", "--data", path)) == ["eu", "france"]


def test_what_is_taken_off_or_left_out_is_said(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("member,organization\nMali\u200b,ECOWAS\n# the end\n", "utf-8")
    table = TableFile(path, TableOptions())
    list(table.rows())
    assert table.report.warnings == [
        "characters that are not seen were taken out of 1 name in column member: 'Mali<U+200B>' (row 2)"
    ]
    assert "row 3 was left out as a comment: # the end" in table.report.notes


def test_a_table_that_needs_options_names_the_command_that_takes_them(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("country,organization,status\nMali,ECOWAS,member\nTogo,ECOWAS,applicant\n")
    with pytest.raises(BlocsError, match=r'--role "applicant=skip".*blocs import csv .*t\.csv'):
        load(path)
