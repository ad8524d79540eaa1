"""Tables as people have them: what each of a kind is to be read as, worked out by hand from its text."""

from __future__ import annotations

from pathlib import Path

import pytest
from blocs.graph.errors import BlocsError, InvalidRequest
from blocs.graph.readers.table import Row, TableFile, TableOptions

Found = list[tuple[str, str, str, str, str]]


def read(path: Path, content: str | bytes, options: TableOptions | None = None) -> tuple[Found, TableFile]:
    """The memberships of a table: member, body, role, start, end."""
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    table = TableFile(path, options)
    rows: list[Row] = [row for row in table.rows() if row.holds == "yes"]
    return [(row.member, row.organization, row.role, row.start, row.end) for row in rows], table


def full(member: str, body: str, start: str = "", end: str = "", role: str = "full") -> tuple[str, str, str, str, str]:
    return member, body, role, start, end


KINDS: dict[str, tuple[str | bytes, Found]] = {
    "German Excel": (
        "Staat;Organisation;Beitritt;Austritt\r\nTürkei;NATO;18.02.1952;\r\n".encode("cp1252"),
        [full("Türkei", "NATO", "1952-02-18")],
    ),
    "French Excel": (
        "Pays;Organisation;Date d'adhésion\nSénégal;CEDEAO;28 mai 1975\n",
        [full("Sénégal", "CEDEAO", "1975-05-28")],
    ),
    "sep line": ("sep=;\r\ncountry;igo\r\nA;B, C\r\n", [full("A", "B, C")]),
    "UTF-16 with a mark": ("country\tigo\nA\tB\n".encode("utf-16"), [full("A", "B")]),
    "UTF-16 without a mark": ("country\tigo\nA\tB\n".encode("utf-16-be"), [full("A", "B")]),
    "title and notes": (
        "Members,,\nCompiled by us,,\n,,\nCountry,Body,Joined\nA,B,1990\nC,B,1991\n,,\nSource: UN 2004,,\n",
        [full("A", "B", "1990"), full("C", "B", "1991")],
    ),
    "comments": ("# by me, 2004\ncountry,igo\nA,B\n# the end\n", [full("A", "B")]),
    "write.csv": ('"","country","igo","start"\n"1","A","B",1990\n"2","C","B",NA\n', [full("A", "B", "1990"), full("C", "B")]),
    "write.table": ('"country","igo"\n"1","A","B"\n"2","C","B"\n', [full("A", "B"), full("C", "B")]),
    "pandas": (",country,igo,start\n0,A,B,1990.0\n1,C,B,\n", [full("A", "B", "1990"), full("C", "B")]),
    "Wikipedia": (
        "#,Country,Organisation,Accession\n1,France[a],NATO,24 August 1949[2]\n2,Greece*,NATO,18 February 1952\n",
        [full("France", "NATO", "1949-08-24"), full("Greece", "NATO", "1952-02-18")],
    ),
    "flags": (
        "country,igo,member\nA,B,1\nC,B,0\nD,B,yes\nE,B,-9\n",
        [full("A", "B"), full("D", "B")],
    ),
    "flags with roles": (
        "Country\tOrganization\tMember?\nA\tB\tYes\nC\tB\tNo\nD\tB\tYes (observer)\n",
        [full("A", "B"), full("D", "B", role="observer")],
    ),
    "years": (
        "country,igo,year\nA,B,1990\nA,B,1991\nA,B,1993\nC,B,1991\nC,B,1992\n",
        [full("A", "B", "1990", "1991"), full("A", "B", "1993", "1993"), full("C", "B", "1991", "1992")],
    ),
    "igoR": (
        "ioname,ccode,state,statenme,year,value,category\nUN,2,usa,United States,1990,1,Full Membership\n"
        "UN,2,usa,United States,1991,1,Full Membership\nUN,220,france,France,1991,0,No Membership\n",
        [full("United States", "UN", "1990", "1991")],
    ),
    "igoR's value": (
        "ioname,statenme,year,value\nUN,A,1990,1\nUN,A,1991,3\nUN,C,1991,-9\nUN,D,1991,-1\n",
        [full("A", "UN", "1990", "1990"), full("A", "UN", "1991", "1991", "observer")],
    ),
    "a column for each body": (
        "Country,EU,NATO,population\nFrance,✓,✓,67000000\nAustria,✓,,9000000\n",
        [full("France", "EU"), full("France", "NATO"), full("Austria", "EU")],
    ),
    "bodies with dates": (
        "Country,EU,NATO\nFrance,1958,1949\nUK,1973–2020,1949\nSweden,1995,member since 2024\n",
        [
            full("France", "EU", "1958"), full("France", "NATO", "1949"), full("UK", "EU", "1973", "2020"),
            full("UK", "NATO", "1949"), full("Sweden", "EU", "1995"), full("Sweden", "NATO", "2024"),
        ],
    ),
    "a column for each member": ("organization,France,Italy\nEU,x,x\nCERN,x,\n", [full("France", "EU"), full("Italy", "EU"), full("France", "CERN")]),
    "a column for each year": (
        "country,igo,1990,1991,1992\nA,B,1,1,0\nC,B,0,1,1\n",
        [full("A", "B", "1990", "1991"), full("C", "B", "1991", "1992")],
    ),
    "several bodies in a cell": ("country,igo\nA,X; Y\nC,Y\n", [full("A", "X"), full("A", "Y"), full("C", "Y")]),
    "lists of members": (
        'Organization,Members\nX,"A, B, C"\nY,"A, C"\n',
        [full("A", "X"), full("B", "X"), full("C", "X"), full("A", "Y"), full("C", "Y")],
    ),
    "names with commas": ('country,igo\n"Korea, North",UN\n"Korea, South",UN\n', [full("Korea, North", "UN"), full("Korea, South", "UN")]),
    "spans": (
        "country,igo,years\nA,B,1949–1966; 2009–present\nC,B,since 1955\n",
        [full("A", "B", "1949", "1966"), full("A", "B", "2009"), full("C", "B", "1955")],
    ),
    "dates in parts": (
        "state,igo,start_year,start_month,start_day,end_year\nA,B,1990,5,3,1999\nC,B,1991,-9,-9,\n",
        [full("A", "B", "1990-05-03", "1999"), full("C", "B", "1991")],
    ),
    "Wikidata": (
        "country,countryLabel,organization,organizationLabel,start,end\n"
        "http://www.wikidata.org/entity/Q142,France,http://www.wikidata.org/entity/Q7184,NATO,1949-08-24T00:00:00Z,\n",
        [full("France", "NATO", "1949-08-24")],
    ),
    "SPARQL TSV": (
        '?country\t?countryLabel\t?orgLabel\n<http://www.wikidata.org/entity/Q142>\t"France"@en\t"NATO"@en\n',
        [full("France", "NATO")],
    ),
    "person and state": ("name,state,organization,from,to\nAnn Lee,Ohio,Senate,2001,2005\n", [full("Ann Lee", "Senate", "2001", "2005")]),
    "observers": ("country,igo,observer\nA,B,yes\nC,B,no\n", [full("A", "B", role="observer"), full("C", "B")]),
    "entities": ("country,igo\nC&ocirc;te d&#39;Ivoire,A &amp; B\n", [full("Côte d'Ivoire", "A & B")]),
    "broken letters": ("country,igo\nCÃ´te d'Ivoire,A\n", [full("Côte d'Ivoire", "A")]),
    "broken letters of Windows": (
        "country,igo\nCote d\x92Ivoire,Aid \x96 Trade\nC,\x93Sahel\x94 Pact\n",
        [full("Cote d’Ivoire", "Aid – Trade"), full("C", "“Sahel” Pact")],
    ),
    "broken letters of a Macintosh": ("country,igo\nSao Tom\x8e,Comit\x8e\n", [full("Sao Tomé", "Comité")]),
    "broken letters that only a list makes clear": ("country,igo\nPer\x9c,A\n", [full("Perú", "A")]),
    "broken letters that may be either": ("country,igo\nA,Peoples\x92 Pact\n", [full("A", "Peoples\x92 Pact")]),
    "ISO codes": ("iso3,igo\nFRA,NATO\n", [full("France", "NATO")]),
    "Gleditsch and Ward": ("gwcode,igo,year\n220,NATO,1990\n220,NATO,1991\n", [full("France", "NATO", "1990", "1991")]),
    "header after a byte order mark": (b"\xef\xbb\xbfState;IGO\nA;B\n", [full("A", "B")]),
    "old Macintosh line ends": ("country,igo\rA,B\r", [full("A", "B")]),
    "trailing cells": ("country,igo\nA,B,,\nC,B,\n", [full("A", "B"), full("C", "B")]),
    "records in JSON": ('[{"country": "A", "igo": "B", "start": 1990}]', [full("A", "B", "1990")]),
}  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_of_table_is_read(tmp_path: Path, kind: str) -> None:
    content, right = KINDS[kind]
    found, _ = read(tmp_path / "t.csv", content)
    assert found == right


REFUSED: dict[str, tuple[str, str]] = {
    "dyads": ("ccode1,ccode2,year,igo\n2,20,1990,UN\n", "a table of pairs"),
    "unknown roles": ("country,igo,status\nA,B,Member\nC,B,Former member\nD,B,Candidate\n", "'Former member' .row 3., 'Candidate' .row 4."),
    "one year each": ("country,igo,year\nA,B,1990\nC,B,1995\n", '--map "year=start" or --map "year=year"'),
    "values that are no flags": ("country,igo,value\nA,B,100.5\n", "neither yes nor no"),
    "former members": ("country,igo,former\nA,B,yes\nC,B,no\n", "no present membership"),
    "undecided dates": ("country,igo,joined\nA,B,03/04/2004\n", "--date-format"),
    "members of one body": ("country,joined\nA,1990\n", "--organization NAME"),
    "no header": ("France,NATO,1949\nItaly,NATO,1949\n", "put a row with names above it, .*: member, organization, start"),
    "merged cells": ("organization,country\nNATO,France\n,Italy\n", "if cells were merged"),
    "a word among flags": ("Country,EU\nA,✓\nC,candidate\n", '--role "candidate=skip"'),
    "words beyond the header": ("country,igo\nA,B\nC,B,note\n", "row 3 has 3 cells"),
    "state-year table": ("ccode,year,state,un\n2,1999,usa,1\n", "blocs import cow-igo"),
    "organization-year table": ("ioname,orgname,year,usa,sdate\nUN,UN,1990,1,1945\n", "blocs import cow-igo"),
    "a web page": ("<!DOCTYPE html><table>", "a web page"),
}  # fmt: skip


@pytest.mark.parametrize("kind", REFUSED)
def test_what_cannot_be_read_is_refused_with_the_way_on(tmp_path: Path, kind: str) -> None:
    content, said = REFUSED[kind]
    with pytest.raises(BlocsError, match=said):
        read(tmp_path / "t.csv", content)


def test_options_say_what_the_table_does_not(tmp_path: Path) -> None:
    status = "country,igo,status\nA,B,Member\nC,B,Former member\nD,B,nonregional member\n"
    found, table = read(
        tmp_path / "t.csv", status, TableOptions(roles=("Former member=skip", "nonregional member=associate"))
    )
    assert found == [full("A", "B"), full("D", "B", role="associate")]
    assert table.report.skipped == {"Former member": 1}
    assert len(read(tmp_path / "t.csv", status, TableOptions(no_role=True))[0]) == 3
    one = TableOptions(organization="UN")
    assert read(tmp_path / "t.csv", "country,joined\nA,1990\n", one)[0] == [full("A", "UN", "1990")]
    order = TableOptions(date_format="MM/DD/YYYY")
    assert read(tmp_path / "t.csv", "country,igo,joined\nA,B,03/04/2004\n", order)[0] == [full("A", "B", "2004-03-04")]
    skip = TableOptions(skip=2, delimiter="pipe", encoding="latin-1")
    assert read(tmp_path / "t.csv", "a|b\nc|d\nstate|igo\nÄ|B\n".encode("latin-1"), skip)[0] == [full("Ä", "B")]
    year = TableOptions(mapping={"year": "start"})
    assert read(tmp_path / "t.csv", "country,igo,year\nA,B,1990\nC,B,1995\n", year)[0][1] == full("C", "B", "1995")
    comma = TableOptions(split=(",",))
    assert read(tmp_path / "t.csv", 'country,igo\n"A, C",B\n', comma)[0] == [full("A", "B"), full("C", "B")]
    for pair in ("boss", "x=boss", "="):
        with pytest.raises(InvalidRequest, match="--role takes WORD=ROLE"):
            read(tmp_path / "t.csv", status, TableOptions(roles=(pair,)))


def test_what_was_read_and_what_was_not_is_reported(tmp_path: Path) -> None:
    _, table = read(
        tmp_path / "t.csv",
        "iso3;country;igo;year;value;gdp\nFRA;France;X;1990;1;2\nFRA;France;X;1991;0;2\nITA;Italy;X;1990;-9;3\n",
    )
    report = table.report
    assert report.read_as == {
        "iso3": "iso3",
        "country": "member",
        "igo": "organization",
        "year": "year",
        "value": "flag",
    }
    assert report.unread == {"gdp": ""}
    assert (report.rows, report.memberships, report.no, report.missing, report.as_of) == (3, 1, 1, 1, "1991")
    lines = "\n".join(report.lines())
    assert (
        "columns not read: gdp" in lines
        and "3 rows made 1 membership; 1 says that there is none; 1 is missing" in lines
    )
    assert "cells are separated by semicolons" in lines


def test_a_member_that_is_a_body_too_is_one_thing(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("member,organization\nEuropean Union,WTO\nFrance,European Union\nC++ club,X\nC club,X\n")
    text = "".join(TableFile(path).triples())
    assert "european-union-2" not in text and "c-plus-plus-club" in text
    assert "/eu> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://www.w3.org/ns/org#Organization>" in text


def test_a_late_row_may_decide_the_dates_or_break_the_encoding(tmp_path: Path) -> None:
    rows = "".join(f"S{at},B,03/04/{1900 + at % 100}\n" for at in range(6000))
    found, _ = read(tmp_path / "t.csv", f"country,igo,joined\n{rows}Z,B,25/12/2004\n")
    assert len(found) == 6001 and ("S0", "B", "full", "1900-04-03", "") in found
    plain = "".join(f"S{at},B\n" for at in range(9000))
    found, table = read(tmp_path / "t.csv", f"country,igo\n{plain}".encode() + "Türkei,B\n".encode("cp1252"))
    assert found[-1] == full("Türkei", "B")
    assert any("line 9002 is not UTF-8" in note for note in table.report.notes)


def test_the_example_for_a_word_of_joining_is_a_full_member(tmp_path: Path) -> None:
    content = "country,igo,status\nNorway,Pact,Ratified\nIceland,Pact,Withdrew\nJapan,Pact,Candidate\n"
    with pytest.raises(BlocsError, match='--role "Ratified=full", ="observer", ="associate" or ="skip"'):
        read(tmp_path / "t.csv", content)
