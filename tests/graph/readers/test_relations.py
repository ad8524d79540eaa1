"""Tables whose rows say how two things are related: of the same memberships each way of telling them says the same."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from blocs.graph.errors import BlocsError
from blocs.graph.readers.table import TableFile, TableOptions

from .test_shapes_of_tables import read

MEMBERS = [("France", "NATO", "full"), ("Serbia", "CSTO", "observer"), ("Spain", "NATO", "full")]

TOLD = {
    "edges": ("source,target,type", "{0},{1},{2}", {"full": "member_of", "observer": "observer_in"}),
    "statements": ("entity,property,value", "{0},{2},{1}", {"full": "member of", "observer": "observer at"}),
    "triples": ("subject,predicate,object", "{0},{2},{1}", {"full": "ex:isMemberOf", "observer": "ex:isObserverIn"}),
    "unnamed": ("one,relation,other", "{0},{2},{1}", {"full": "is a member of", "observer": "is an observer in"}),
    "columns": ("country,relation,organization", "{0},{2},{1}", {"full": "Member of", "observer": "Observer in"}),
    "wikidata": ("item,prop,value", "{0},{2},{1}", {"full": "P463", "observer": "observer of"}),
}
OTHERS = [("France", "Paris", "capital"), ("Serbia", "Kosovo", "disputes")]


@pytest.mark.parametrize("kind", TOLD)
def test_each_way_of_telling_says_the_same(kind: str) -> None:
    header, line, words = TOLD[kind]
    told = [line.format(a, b, words[role]) for a, b, role in MEMBERS]
    other = [line.format(a, b, role) for a, b, role in OTHERS]
    found = read("\n".join([header, told[0], other[0], *told[1:], other[1]]))
    assert [(row[0], row[1], row[2]) for row in found] == MEMBERS


def test_from_the_body_s_side() -> None:
    found = read("subject,predicate,object\nNATO,hasMember,France\nNATO,seat,Brussels\nSpain,memberOf,NATO\n")
    assert [(row[0], row[1]) for row in found] == [("France", "NATO"), ("Spain", "NATO")]


def test_dates_stay_with_their_rows() -> None:
    text = "source,target,relation,from,to\nFrance,NATO,member of,1949,\nFrance,UK,at war with,1803,1815\n"
    assert read(text + "Spain,WEU,member of,1990,2011\n") == [
        ("France", "NATO", "full", "1949", ""),
        ("Spain", "WEU", "full", "1990", "2011"),
    ]


def test_what_is_left_out_is_counted(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("source,target,type\nA,NATO,member of\nA,B,at war with\nC,B,at war with\nA,Paris,capital\n")
    table = TableFile(path, TableOptions())
    assert len(list(table.rows())) == 1
    assert any("'at war with' (2), 'capital' (1)" in note for note in table.report.notes)


def test_a_former_member_is_asked_about() -> None:
    with pytest.raises(BlocsError, match="former member"):
        read("source,target,type\nFrance,NATO,member of\nSpain,WEU,former member of\n")


def test_roles_beside_bodies_are_no_relations() -> None:
    found = read("country,organization,type\nFrance,NATO,member\nSerbia,CSTO,observer\n")
    assert [row[2] for row in found] == ["full", "observer"]


@pytest.mark.parametrize("codes", ["USA,GBR,FRA,RUS", "usa,gbr,fra,rus", "US,GB,FR,RU", "USA,UKG,FRN,RUS"])
def test_codes_of_states_as_columns(codes: str) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder, "t.csv")
        path.write_text(f"IGO,{codes}\nNATO,1,1,1,0\nOSCE,1,1,1,1\n")
        triples = "".join(TableFile(path, TableOptions()).triples())
    assert all(f"/{state}>" in triples for state in ("united-kingdom", "france", "russia"))


def test_the_title_of_a_person_is_no_body() -> None:
    text = "name,title,body,country,from\nKofi Annan,Secretary-General,UN,Ghana,1997\nJ. Doe,President,EU,Malta,2001\n"
    assert [(row[0], row[1]) for row in read(text)] == [("J. Doe", "EU"), ("Kofi Annan", "UN")]
