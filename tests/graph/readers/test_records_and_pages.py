"""Records in JSON, XML and databases, several files in one, and what web pages say in their marks."""

from __future__ import annotations

import sqlite3
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import blocs as library
import pytest
from blocs.graph.errors import BlocsError
from blocs.graph.model.dates import ALWAYS
from blocs.graph.model.membership import read_memberships
from blocs.graph.readers.table import TableFile

Run = Callable[..., Any]


def memberships(path: Path) -> list[str]:
    """Who is in what from when to when, by label."""
    graph = library.load(path)
    labels = {entity.iri: entity.label for entity in graph.names.entities}
    found = read_memberships(graph.source, ALWAYS, role="any")
    return sorted("/".join((labels[m.member], labels[m.body], m.start or "", m.end or "")) for m in found)


# What a reader of each file would write down.
RIGHT: dict[str, tuple[str, list[str]]] = {
    "map.geojson": (
        '{"type":"FeatureCollection","name":"extract","crs":{"type":"name","properties":{"name":"urn:x"}},"features":['
        '{"type":"Feature","properties":{"NAME":"Portugal","ISO_A3":"PRT","POP_EST":10,"NATO":true,"EU":true},"geometry":null},'
        '{"type":"Feature","properties":{"NAME":"Ireland","ISO_A3":"IRL","POP_EST":5,"NATO":false,"EU":true},"geometry":null}]}',
        ["Ireland/EU//", "Portugal/EU//", "Portugal/NATO//"],
    ),
    "paged.json": (
        '{"meta":{"pages":{"now":1,"sizes":[10,20]}},"data":[{"country":"Ghana","organization":"African Union","since":1963}]}',
        ["Ghana/African Union/1963/"],
    ),
    "two_lists.json": (
        '[{"name":{"en":"African Union","fr":"Union africaine"},"offices":[{"city":"Addis Ababa"},{"city":"Cairo"}],'
        '"members":[{"name":"Ghana","since":1963},{"name":"Mali","since":1963}]},'
        '{"name":{"en":"Arab League","fr":"Ligue arabe"},"offices":[{"city":"Cairo"}],"members":[{"name":"Egypt","since":1945}]}]',
        ["Egypt/Arab League/1945/", "Ghana/African Union/1963/", "Mali/African Union/1963/"],
    ),
    "memberships_of_a_body.json": (
        '[{"id":"x1","name":"Andean Community","memberships":[{"member":{"id":"c1","name":"Peru","type":"Country"},"valid":{"from":"1969-05-26","to":null}},'
        '{"member":{"id":"c2","name":"Venezuela","type":"Country"},"valid":{"from":"1973-02-13","to":"2006-04-22"}}]}]',
        ["Peru/Andean Community/1969-05-26/", "Venezuela/Andean Community/1973-02-13/2006-04-22"],
    ),
    "memberships_of_a_state.json": (
        '[{"country":"Peru","memberships":[{"name":"Andean Community","since":"1969"},{"name":"OAS","since":1951}]}]',
        ["Peru/Andean Community/1969/", "Peru/OAS/1951/"],
    ),
    "by_code.json": (
        '{"FRA":{"name":"France","groups":{"NATO":{"since":"1949-04-04"},"EU":{"since":"1958-01-01"}}},"CHE":{"name":"Switzerland","groups":{"EFTA":{"since":"1960-05-03"}}}}',
        ["France/EU/1958-01-01/", "France/NATO/1949-04-04/", "Switzerland/EFTA/1960-05-03/"],
    ),
    "graphql.json": (
        '{"data":{"organizations":{"edges":[{"node":{"name":"Gulf Council","members":{"edges":[{"node":{"name":"Oman"},"joinedAt":"1981-05-25"},{"node":{"name":"Qatar"},"joinedAt":"1981"}]}}}],"pageInfo":{"hasNextPage":false}}}}',
        ["Oman/Gulf Council/1981-05-25/", "Qatar/Gulf Council/1981/"],
    ),
    "odata.xml": (
        '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:d="urn:d" xmlns:m="urn:m"><title type="text">Memberships</title>'
        '<entry><id>1</id><content type="application/xml"><m:properties><d:Country>Nepal</d:Country><d:Organization>SAARC</d:Organization><d:DateJoined m:type="Edm.DateTime">1985-12-08T00:00:00</d:DateJoined><d:DateLeft m:null="true"/></m:properties></content></entry>'
        '<entry><id>2</id><content type="application/xml"><m:properties><d:Country>Bhutan</d:Country><d:Organization>SAARC</d:Organization><d:DateJoined m:type="Edm.DateTime">1985-12-08T00:00:00</d:DateJoined></m:properties></content></entry></feed>',
        ["Bhutan/SAARC/1985-12-08/", "Nepal/SAARC/1985-12-08/"],
    ),
    "excel.xml": (
        '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="A"><Table>'
        "<Row><Cell><Data>Country</Data></Cell><Cell><Data>Note</Data></Cell><Cell><Data>Organization</Data></Cell></Row>"
        '<Row><Cell><Data>Gabon</Data></Cell><Cell ss:Index="3"><Data>CEMAC</Data></Cell></Row></Table></Worksheet><Worksheet ss:Name="B"><Table/></Worksheet></Workbook>',
        ["Gabon/CEMAC//"],
    ),
    "languages.json": (
        '[{"names":[{"lang":"fr","value":"Ligue arabe"},{"lang":"en","value":"Arab League"}],"organization":"x"}]',
        [],
    ),
    "register.xml": (
        '<?xml version="1.0" encoding="ISO-8859-1"?><register date="2020-05-01"><organisation code="B"><name lang="en">Benelux'
        '</name><name lang="fr">B\xe9n\xe9lux</name><members><member since="1944-09-05"><country iso="BE">Belgium</country>'
        '</member><member since="1944-09-05" until=""><country iso="NL">Netherlands</country></member></members></organisation>'
        '<organisation code="W"><name lang="en">Western European Union</name><members><member since="1995-03-06"'
        ' until="2011-06-30"><country iso="GR">Greece</country></member></members></organisation></register>',
        [
            "Belgium/Benelux/1944-09-05/",
            "Greece/Western European Union/1995-03-06/2011-06-30",
            "Netherlands/Benelux/1944-09-05/",
        ],
    ),
    "spaces.xml": (
        '<m:list xmlns:m="urn:m"><m:row><m:country>Chad</m:country><m:organisation>African Union</m:organisation></m:row></m:list>',
        ["Chad/African Union//"],
    ),
    "latin.rdf": (
        '<?xml version="1.0" encoding="ISO-8859-1"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
        ' xmlns:org="http://www.w3.org/ns/org#" xmlns:rdfs="http://www.w3.org/2000/01/rdf-schema#"><rdf:Description'
        ' rdf:about="urn:a"><rdfs:label>Ren\xe9</rdfs:label><org:memberOf rdf:resource="urn:b"/></rdf:Description>'
        '<rdf:Description rdf:about="urn:b"><rdfs:label>Caf\xe9</rdfs:label></rdf:Description></rdf:RDF>',
        ["René/Café//"],
    ),
    "microdata.html": (
        '<!DOCTYPE html><html><body><div itemscope itemtype="https://schema.org/Organization"><h1 itemprop="name">Lakeside'
        ' <b>Foundation</b></h1><ul><li itemprop="member" itemscope itemtype="https://schema.org/Person"><span itemprop='
        '"name">Iris Young</span><li itemprop="member" itemscope itemtype="https://schema.org/OrganizationRole"><span'
        ' itemprop="member" itemscope itemtype="https://schema.org/Person"><meta itemprop="name" content="Paul Adeyemi"></span>'
        ' since <time itemprop="startDate" datetime="2018-06">June</time></ul></div></body></html>',
        ["Iris Young/Lakeside Foundation//", "Paul Adeyemi/Lakeside Foundation/2018-06/"],
    ),
    "rdfa.html": (
        '<!DOCTYPE html><html prefix="org: http://www.w3.org/ns/org#"><body vocab="https://schema.org/"><div typeof='
        '"Organization" resource="#a"><span property="name">Beekeepers</span><p><span property="member" typeof="Person"><i'
        ' property="name">Hugo Blanc</i></span><p><a property="member" typeof="Person" href="/sara"><i property="name">Sara'
        " Nilsen</i></a></div></body></html>",
        ["Hugo Blanc/Beekeepers//", "Sara Nilsen/Beekeepers//"],
    ),
    "rdfa_rel.html": (
        '<!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><body><div about="#b" typeof="org:Organization"><span'
        ' property="skos:prefLabel" content="Harbour Board">HB</span><ul rel="org:hasMember"><li about="#j"><span'
        ' property="foaf:name">Jan</span></li><li about="#e"><span property="foaf:name">Eva</span></li></ul></div></body></html>',
        ["Eva/Harbour Board//", "Jan/Harbour Board//"],
    ),
    "table_beside_json_ld.html": (
        '<!DOCTYPE html><html><head><script type="application/ld+json">{"@context":"https://schema.org","@type":"Article",'
        '"name":"Pacts"}</script></head><body>'
        + "<p>words</p>"
        * 600
        + "<table><tr><th>country<th>organization<tr><td>Chad"
        "<td>African Union</table></body></html>",
        ["Chad/African Union//"],
    ),
}


@pytest.mark.parametrize("name", [name for name in RIGHT if RIGHT[name][1]])
def test_a_file_is_read_right(tmp_path: Path, name: str) -> None:
    content, right = RIGHT[name]
    path = tmp_path / name
    path.write_bytes(content.encode("latin-1" if "ISO-8859-1" in content else "utf-8"))
    assert memberships(path) == right


def test_of_a_name_in_several_languages_one_is_read(tmp_path: Path) -> None:
    from blocs.graph.readers.tables.json_tables import json_rows

    assert json_rows("t.json", RIGHT["languages.json"][0]) == [["names", "organization"], ["Arab League", "x"]]


def test_lists_beside_that_of_members_are_columns_that_are_not_read(tmp_path: Path) -> None:
    path = tmp_path / "t.json"
    path.write_text(RIGHT["two_lists.json"][0], "utf-8")
    table = TableFile(path)
    assert len(list(table.rows())) == 3 and "offices" in table.report.unread


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("<?xml version='1.0'?><note><to>Ann</to></note>", "XML without a list of records"),
        ("<?xml version='1.0'?><!DOCTYPE a [<!ENTITY e 'x'>]><a><b>&e;</b><b>1</b></a>", "declares entities"),
        ("<?xml version='1.0'?><a><b></a>", "not valid XML"),
        ("<Workbook>" + 2 * "<Worksheet><Table><Row/></Table></Worksheet>" + "</Workbook>", "has 2 sheets with rows"),
        ("<?xml version='1.0'?>" + "<a>" * 200 + "</a>" * 200, "nested too deeply"),
    ],
)
def test_xml_that_is_no_table_is_refused_with_a_way_on(tmp_path: Path, content: str, said: str) -> None:
    path = tmp_path / "t.xml"
    path.write_text(content, "utf-8")
    with pytest.raises(BlocsError, match=said):
        library.load(path)


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "t.sqlite"
    with sqlite3.connect(path) as base:
        base.executescript(
            """create table country(id integer primary key, name text, iso3 text);
            create table organisation(id integer primary key, title text);
            create table membership(country_id int references country(id), organisation_id int, joined text, left_on text);
            create table users(id integer primary key, login text);
            insert into country values(1,'Cuba','CUB'),(2,'Jamaica','JAM');
            insert into organisation values(1,'COMECON'),(2,'CARICOM');
            insert into membership values(1,1,'1972-07-12','1991-06-28'),(2,2,'1973-08-01',null);"""
        )
    base.close()
    return path


def test_a_database_is_read_with_the_names_that_its_keys_stand_for(database: Path, tmp_path: Path) -> None:
    right = ["Cuba/COMECON/1972-07-12/1991-06-28", "Jamaica/CARICOM/1973-08-01/"]
    assert memberships(database) == right
    table = TableFile(database)
    list(table.rows())
    said = " ".join(table.report.notes)
    assert (
        "table 'membership' of the database was read, with names of country, organisation" in said and "users" in said
    )
    with zipfile.ZipFile(tmp_path / "t.zip", "w") as archive:
        archive.write(database, "base.sqlite")
    assert memberships(tmp_path / "t.zip") == right


def test_a_database_without_such_a_table_names_its_tables(tmp_path: Path) -> None:
    path = tmp_path / "t.db"
    with sqlite3.connect(path) as base:
        base.executescript("create table a(x text); create table b(y text); insert into a values('1')")
    base.close()
    with pytest.raises(BlocsError, match="has 2 tables: a, b; name one with --sheet"):
        library.load(path)
    path.write_bytes(path.read_bytes()[:100] + b"\xff" * 5000)
    with pytest.raises(BlocsError, match="the database cannot be read"):
        library.load(path)


def test_what_else_is_in_a_zip_file_is_said(tmp_path: Path) -> None:
    path = tmp_path / "t.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("members.csv", "country,organization\nChad,African Union\n")
        for name in ("more.ttl", "README.txt", "members.json", "__MACOSX/._members.csv", ".DS_Store"):
            archive.writestr(name, "x")
    table = TableFile(path)
    assert len(list(table.rows())) == 1
    assert "members.csv was read from the zip file; not read: more.ttl, README.txt, members.json" in table.report.notes


def test_a_zip_file_with_rdf_is_read(tmp_path: Path) -> None:
    path = tmp_path / "t.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("data/a.ttl", "\ufeff<x:a> <http://www.w3.org/ns/org#memberOf> <x:b> .")
        archive.writestr("README.txt", "what it is")
        archive.writestr("__MACOSX/data/._a.ttl", "")
    assert [entity.id for entity in library.load(path).members("x:b")] == ["a"]


def test_a_zip_file_with_several_files_of_rdf_says_how_to_read_them(tmp_path: Path) -> None:
    path = tmp_path / "t.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.ttl", "")
        archive.writestr("b.nt", "")
    with pytest.raises(
        BlocsError,
        match=r"has 2 files of RDF in it, and no table; unpack it and name them, all or some: --data a\.ttl --data b",
    ):
        library.load(path)


def test_a_zip_file_of_json_is_read(tmp_path: Path) -> None:
    path = tmp_path / "t.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("t.json", RIGHT["two_lists.json"][0])
    assert memberships(path) == RIGHT["two_lists.json"][1]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.json", '{"persons":[{"id":"a","name":"France"}],"organizations":[{"id":"o","name":"Alpha"}],'
         '"memberships":[{"person_id":"a","organization_id":"o"}]}'),
        ("a.xml", '<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
         'xmlns:org="http://www.w3.org/ns/org#"><rdf:Description rdf:about="http://e.org/France">'
         '<org:memberOf rdf:resource="http://e.org/Alpha"/></rdf:Description></rdf:RDF>'),
        ("a.yaml", "- {country: France, organization: Alpha}\n"),
        ("a.gml", 'graph [ node [ id 1 label "France" ] node [ id 2 label "Alpha" ] edge [ source 1 target 2 ] ]'),
    ],
)  # fmt: skip
def test_a_zip_file_of_one_file_is_read_as_that_is(tmp_path: Path, name: str, content: str) -> None:
    with zipfile.ZipFile(tmp_path / "t.zip", "w") as archive:
        archive.writestr(name, content)
    graph = library.load(tmp_path / "t.zip")
    found = read_memberships(graph.source, ALWAYS)
    labels = {entity.iri: entity.label for entity in graph.names.entities}
    assert [(labels[one.member], labels[one.body]) for one in found] == [("France", "Alpha")]


def test_two_tables_of_one_name_in_a_zip_file_are_two(tmp_path: Path, blocs: Any) -> None:
    with zipfile.ZipFile(tmp_path / "t.zip", "w") as archive:
        archive.writestr("x/a.csv", "country,organization\nFrance,Alpha\n")
        archive.writestr("y/a.csv", "country,organization\nItaly,Beta\n")
    refused = blocs("import", "csv", tmp_path / "t.zip", "--dry-run")
    assert "has 2 tables: x/a.csv, y/a.csv; name one with --sheet" in refused.err
    assert (
        "1 membership of 1 member" in blocs("import", "csv", tmp_path / "t.zip", "--dry-run", "--sheet", "y/a.csv").out
    )


def test_lists_that_refer_to_each_other_by_ids_are_joined(blocs: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "t.json").write_text(
        '{"states":[{"code":"FR","name":"France"},{"code":"IT","name":"Italy"}],"organisations":[{"code":"RP",'
        '"name":"River Pact"}],"memberships":[{"state":"FR","organisation":"RP","from":1990},'
        '{"state":"IT","organisation":"RP","from":1992}]}'
    )
    found = blocs("timeline", "--data", tmp_path / "t.json", "--format", "tsv").out.splitlines()[1:]
    assert [line.split("\t")[:5:3] for line in found] == [["1990", "france"], ["1992", "italy"]]


def test_popolo_is_no_table(blocs: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "t.json").write_text('{"persons":[{"id":"a","name":"A"}],"memberships":[{"person_id":"a"}]}')
    assert "is Popolo; it is read by: blocs import rdf" in blocs("import", "csv", tmp_path / "t.json", "--dry-run").err


LINES = (
    '{{"{kind}":"person","id":"ocd-person/1","name":"Tom Ash"}}\n'
    '{{"{kind}":"organization","id":"ocd-organization/2","name":"Rail Board"}}\n'
    '{{"{kind}":"membership","person_id":"ocd-person/1","organization_id":"ocd-organization/2","start_date":"2019-01-01"}}\n'
)


@pytest.mark.parametrize("kind", ["_type", "type"])
@pytest.mark.parametrize("ending", ["jsonl", "ndjson"])
def test_popolo_on_lines_is_what_it_is_in_a_list(blocs: Run, tmp_path: Path, kind: str, ending: str) -> None:
    path = tmp_path / f"popolo.{ending}"
    path.write_text(LINES.format(kind=kind), encoding="utf-8")
    assert memberships(path) == ["Tom Ash/Rail Board/2019-01-01/"]
    assert blocs("import", "rdf", path, "--store", tmp_path / "store").code == 0


def test_lines_that_have_names_in_every_row_are_a_table(tmp_path: Path) -> None:
    path = tmp_path / "table.jsonl"
    rows = (("1", "France"), ("2", "Italy"))
    path.write_text(
        "\n".join(f'{{"id":{id_},"name":"{name}","organization_id":1,"organization":"EU"}}' for id_, name in rows)
    )
    assert memberships(path) == ["France/EU//", "Italy/EU//"]


@pytest.mark.parametrize(
    ("name", "content", "row"),
    [
        ("t.json", '[{"country":"Chile","organization":"Pact","start":"1990"},'
         '{"country":"Peru","organization":"Pact","start":"soon"}]', 2),
        ("t.jsonl", '{"country":"Chile","organization":"Pact","start":"soon"}\n'
         '{"country":"Peru","organization":"Pact","start":"1990"}', 1),
        ("t.yaml", "- country: Chile\n  organization: Pact\n  start: 1990\n"
         "- country: Peru\n  organization: Pact\n  start: soon\n", 2),
        ("t.toml", '[[m]]\ncountry = "Chile"\norganization = "Pact"\nstart = "soon"\n', 1),
        ("t.xml", "<all><m><country>Chile</country><organization>Pact</organization><start>1990</start></m>"
         "<m><country>Peru</country><organization>Pact</organization><start>soon</start></m></all>", 2),
        ("t.csv", "country,organization,start\nChile,Pact,soon\n", 2),
    ],
)  # fmt: skip
def test_records_are_counted_from_the_first_and_rows_as_a_spreadsheet_does(
    blocs: Run, tmp_path: Path, name: str, content: str, row: int
) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    assert (
        f": row {row}, column start: 'soon' is not a date" in blocs("import", "csv", tmp_path / name, "--dry-run").err
    )


def test_check_says_of_a_table_with_errors_that_nothing_of_it_is_read(blocs: Run, tmp_path: Path) -> None:
    path = tmp_path / "status.json"
    path.write_text(
        '[{"country":"Chile","organization":"Pact","status":"Acceded"},'
        '{"country":"Peru","organization":"Pact","status":"member"}]'
    )
    assert blocs("who", "Pact", "--data", path).code == 1
    checked = blocs("check", path)
    assert "with these errors nothing of it is read; 2 rows would make 2 memberships" in checked.err
    assert "row 1, column status" in checked.out


@pytest.mark.parametrize(
    "wrapped",
    [
        '{{"items":[{{"value":{0},"links":[]}},{{"value":{1},"links":[{{"href":"x"}}]}}],"totalResults":2}}',
        '{{"hits":{{"hits":[{{"_index":"m","_score":1.5,"_source":{0}}},{{"_index":"m","_score":1,"_source":{1}}}]}}}}',
        '{{"records":[{{"id":"r1","fields":{0}}},{{"id":"r2","fields":{1}}}]}}',
    ],
)
def test_records_in_a_wrapper_each_are_records(tmp_path: Path, wrapped: str) -> None:
    path = tmp_path / "wrapped.json"
    rows = ('{"country":"Chile","organization":"Pact","start":"1990"}', '{"country":"Peru","organization":"Pact"}')
    path.write_text(wrapped.format(*rows), encoding="utf-8")
    assert memberships(path) == ["Chile/Pact/1990/", "Peru/Pact//"]


def test_the_names_of_the_members_are_not_offered_as_their_bodies(blocs: Run, tmp_path: Path) -> None:
    path = tmp_path / "house.json"
    path.write_text(
        '{"items":[{"value":{"nameListAs":"Oak, Ann","nameDisplayAs":"Ann Oak","seat":{"held":"Hull","days":3}}},'
        '{"value":{"nameListAs":"Elm, Bo","nameDisplayAs":"Bo Elm","seat":{"held":"Kent","days":4}}}]}'
    )
    said = blocs("import", "csv", path, "--map", "nameDisplayAs=member", "--dry-run").err
    assert "has no column for the organization" in said and "nameListAs=organization" not in said


def test_popolo_on_lines_is_no_table_and_it_is_said_how_it_is_read(blocs: Run, tmp_path: Path) -> None:
    path = tmp_path / "popolo.jsonl"
    path.write_text(LINES.format(kind="_type"), encoding="utf-8")
    assert "is Popolo; it is read by: blocs import rdf" in blocs("import", "csv", path, "--dry-run").err
