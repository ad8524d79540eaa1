"""Files as different people bring them: each was written, and what is right for it, before blocs read any of them."""

# ruff: noqa: E501

from __future__ import annotations

import re
from pathlib import Path

import blocs as library
import pytest
from blocs.graph.errors import BlocsError
from blocs.graph.model.dates import ALWAYS
from blocs.graph.model.membership import read_memberships
from blocs.graph.readers.table import TableFile, TableOptions

Found = list[tuple[str, str, str, str, str]]


def row(member: str, body: str, start: str = "", end: str = "", role: str = "full") -> tuple[str, str, str, str, str]:
    return member, body, role, start, end


FILES: dict[str, tuple[str, Found | str]] = {
    "r_export_factor.csv": (
        '"","iso3c","igo","sdate","edate"\n"1","FRA","Alpha Pact",1990,NA\n"2","ITA","Alpha Pact",1991,1999\n"3","NA","Alpha Pact",1992,NA\n',
        "no member is named",
    ),
    "excel_semicolon_decimal.csv": (
        "sep=;\r\nPaese;Organizzazione;Quota;Anno di adesione\r\nItalia;Alfa;12,5;1990\r\nFrancia;Alfa;7,25;1991,0\r\n",
        [row("Italia", "Alfa", "1990"), row("Francia", "Alfa", "1991")],
    ),
    "orgs_numbered.csv": (
        "country,org1,org2,org3\nFrance,Alpha,Beta,\nItaly,Beta,,\nMalta,,,Gamma\n",
        [row("France", "Alpha"), row("France", "Beta"), row("Italy", "Beta"), row("Malta", "Gamma")],
    ),
    "organization_numbered.csv": (
        "Country;Organization 1;Organization 2\nFrance;Alpha;Beta\nItaly;Beta;\n",
        [row("France", "Alpha"), row("France", "Beta"), row("Italy", "Beta")],
    ),
    "members_numbered.csv": (
        "Alliance,Member 1,Member 2,Member 3,Member 4\nAlpha,France,Italy,,\nBeta,Spain,Malta,Cyprus,Greece\n",
        [
            row("France", "Alpha"),
            row("Italy", "Alpha"),
            row("Spain", "Beta"),
            row("Malta", "Beta"),
            row("Cyprus", "Beta"),
            row("Greece", "Beta"),
        ],
    ),
    "orgs_numbered_dates.csv": (
        "country,org1,joined1,org2,joined2\nFrance,Alpha,1990,Beta,1995\nItaly,Beta,1996,,\n",
        [row("France", "Alpha", "1990"), row("France", "Beta", "1995"), row("Italy", "Beta", "1996")],
    ),
    "ngo.csv": (
        "Our member list 2019,,,\n,,,\nCountry *,Network(s),Joined (year),Contact e-mail\nKenya,Red Net / Blue Net,2010,a@b.org\nGhana,Red Net,2011?,c@d.org\n",
        '--map "Network(s)=organization"',
    ),
    "wikidata_qids.csv": (
        "state,stateLabel,org,orgLabel,rank,startTime,endTime\nhttp://www.wikidata.org/entity/Q142,France,http://www.wikidata.org/entity/Q1,Alpha Pact,http://wikiba.se/ontology#NormalRank,1990-01-01T00:00:00Z,\nhttp://www.wikidata.org/entity/Q38,Italy,http://www.wikidata.org/entity/Q1,Alpha Pact,http://wikiba.se/ontology#DeprecatedRank,1991-05-02T00:00:00Z,\n",
        [row("France", "Alpha Pact", "1990-01-01")],
    ),
    "untc.csv": (
        "Treaty,Participant,Signature,Accession(a)/Ratification,Denunciation\nPact X,France,12 Dec 1990,3 Jan 1992,\nPact X,Italy,,5 Mar 1993 a,10 Oct 2001\nPact X,Spain,12 Dec 1990,,\n",
        '--map "Signature=start"',
    ),
    "vdem.csv": (
        "country_name,country_text_id,country_id,year,COWcode,e_nato\nFrance,FRA,76,1990,220,1\nFrance,FRA,76,1991,220,1\nSweden,SWE,5,1990,380,0\nSweden,SWE,5,1991,380,0\n",
        [row("France", "nato", "1990", "1991")],
    ),
    "gw_full.csv": (
        "gwid,statename,igo_name,start_date,end_date\n220,France,Alpha,1990-01-01,\n260,German Federal Republic,Alpha,1991-01-01,1995-12-31\n",
        [row("France", "Alpha", "1990-01-01"), row("German Federal Republic", "Alpha", "1991-01-01", "1995-12-31")],
    ),
    "dyad_reporter.csv": (
        "iso3_o,iso3_d,rta,year\nFRA,ITA,EU,1990\nITA,FRA,EU,1990\nFRA,ESP,EU,1990\n",
        "a table of pairs",
    ),
    "dyad_memb.csv": (
        "country_1,country_2,both_members_of,since\nFrance,Italy,Alpha,1990\nFrance,Spain,Alpha,1991\n",
        "a table of pairs",
    ),
    "years_wide_roles.csv": (
        "Organisation;Country;2000;2001;2002\nAlpha;France;M;M;M\nAlpha;Italy;O;M;\nAlpha;Spain;;;O\n",
        '--role "M=skip"',
    ),
    "several_slash.csv": (
        "Country,Organisations\nFrance,Alpha/Beta\nItaly,Beta\nSpain,Alpha/Gamma\nMalta,Alpha\n",
        "--split / or --split none",
    ),
    "several_newline.csv": (
        'Country,Organisations\nFrance,"Alpha\nBeta"\nItaly,"Beta\nGamma"\nMalta,Alpha\n',
        [
            row("France", "Alpha"),
            row("France", "Beta"),
            row("Italy", "Beta"),
            row("Italy", "Gamma"),
            row("Malta", "Alpha"),
        ],
    ),
    "several_and.csv": (
        'Alliance,Member states\nAlpha,"France, Italy and Spain"\nBeta,Malta and Cyprus\nGamma,Trinidad and Tobago\n',
        [
            row("France", "Alpha"),
            row("Italy", "Alpha"),
            row("Spain", "Alpha"),
            row("Malta", "Beta"),
            row("Cyprus", "Beta"),
            row("Trinidad and Tobago", "Gamma"),
        ],
    ),
    "several_bullets.csv": (
        'Body,Members\nAlpha,"• France\n• Italy"\nBeta,"• Spain"\n',
        [row("France", "Alpha"), row("Italy", "Alpha"), row("Spain", "Beta")],
    ),
    "footnote_signs.csv": (
        "Country,Organisation,Joined\nFrance†,Alpha,1990\nItaly [2],Alpha,1991\nMalta**,Alpha,1992 [3]\nCyprus (a),Alpha,1993\n",
        [
            row("France", "Alpha", "1990"),
            row("Italy", "Alpha", "1991"),
            row("Malta", "Alpha", "1992"),
            row("Cyprus", "Alpha", "1993"),
        ],
    ),
    "footnote_only_sup.csv": (
        "Country,Organisation,Joined\nFrance¹,Alpha,1990\nItaly[b],Alpha,1991\nMalta,Alpha,1992[3]\n",
        [row("France", "Alpha", "1990"), row("Italy", "Alpha", "1991"), row("Malta", "Alpha", "1992")],
    ),
    "thousand_blanks.csv": (
        "country,org,start,,,,,\n"
        + "".join(f"{c},Alpha,199{i},,,,,\n" for i, c in enumerate(["France", "Italy", "Malta"]))
        + ",,,,,,,\n" * 1500
        + "Spain,Alpha,1999,,,,,\n"
        + ",,,,,,,\n" * 500,
        [
            row("France", "Alpha", "1990"),
            row("Italy", "Alpha", "1991"),
            row("Malta", "Alpha", "1992"),
            row("Spain", "Alpha", "1999"),
        ],
    ),
    "odd_dates.csv": (
        "country,org,start,end\nFrance,Alpha,1990.05.01,1999.12.31\nItaly,Alpha,19910502,20000101\nSpain,Alpha,May 1st 1992,Dec. 2001\n",
        [
            row("France", "Alpha", "1990-05-01", "1999-12-31"),
            row("Italy", "Alpha", "1991-05-02", "2000-01-01"),
            row("Spain", "Alpha", "1992-05-01", "2001-12"),
        ],
    ),
    "two_digit.csv": (
        "country,org,start\nFrance,Alpha,01-May-90\nItaly,Alpha,02-Jun-04\n",
        "'01-May-90' is not a date",
    ),
    "quarters.csv": (
        "country,org,start,end\nFrance,Alpha,1990Q2,\nItaly,Alpha,Spring 1991,\n",
        "'1990Q2' is not a date",
    ),
    "decades.csv": ("country,org,start\nFrance,Alpha,1990s\nItaly,Alpha,early 1991\n", "'1990s' is not a date"),
    "html_wiki.html": (
        "<html><head><title>List</title></head><body><p>Hi</p><table class='wikitable'><caption>Members of the Alpha Pact</caption><tr><th>Country</th><th>Organisation</th><th>Joined</th></tr><tr><td><a href='/f'>France</a><sup>[1]</sup></td><td rowspan=2>Alpha Pact</td><td>4 April 1949</td></tr><tr><td>Italy</td><td>5 May 1950</td></tr></table></body></html>",
        [row("France", "Alpha Pact", "1949-04-04"), row("Italy", "Alpha Pact", "1950-05-05")],
    ),
    "html_fragment.html": (
        "<table>\n<thead><tr><th>Country<th>Org<th>Since</tr></thead><tbody><tr><td>C&ocirc;te d&rsquo;Ivoire<td>Alpha &amp; Co<td>1990<tr><td>Italy<td>Alpha &amp; Co<td>1991</table>",
        [row("Côte d’Ivoire", "Alpha & Co", "1990"), row("Italy", "Alpha & Co", "1991")],
    ),
    "html_two.html": (
        "<!doctype html><table><tr><td>Menu</td><td>Home</td></tr></table><table><tr><th>Country</th><th>Org</th></tr><tr><td>France</td><td>Alpha</td></tr><tr><td>Italy</td><td>Alpha</td></tr></table>",
        [row("France", "Alpha"), row("Italy", "Alpha")],
    ),
    "html_excel.xls": (
        "<html xmlns:x='urn:schemas-microsoft-com:office:excel'><head><meta charset=utf-8></head><body><table><tr><td>Country</td><td>Org</td></tr><tr><td>France</td><td>Alpha</td></tr></table></body></html>",
        [row("France", "Alpha")],
    ),
    "markdown_doc.md": (
        "# Members\n\nSome text, with commas, here.\n\n| Country | Org | Joined |\n|:--|:-:|--:|\n| **France** | Alpha | 1990 |\n| [Italy](http://it) | Alpha | 1991 |\n\nFootnote.\n",
        [row("France", "Alpha", "1990"), row("Italy", "Alpha", "1991")],
    ),
    "psql.txt": (
        " country | org   | start \n---------+-------+-------\n France  | Alpha |  1990\n Italy   | Alpha |  1991\n(2 rows)\n",
        [row("France", "Alpha", "1990"), row("Italy", "Alpha", "1991")],
    ),
    "mysql.txt": (
        "+---------+-------+\n| country | org   |\n+---------+-------+\n| France  | Alpha |\n| Italy   | Alpha |\n+---------+-------+\n",
        [row("France", "Alpha"), row("Italy", "Alpha")],
    ),
    "nested_members.json": (
        '{"organizations":[{"name":"Alpha","founded":1990,"members":[{"name":"France","joined":"1990-05-01","status":"observer"},{"name":"Italy","joined":"1991"}]},{"name":"Beta","members":[{"name":"Malta"}]}]}',
        [row("France", "Alpha", "1990-05-01", role="observer"), row("Italy", "Alpha", "1991"), row("Malta", "Beta")],
    ),
    "by_country.json": (
        '{"France":{"memberships":[{"org":"Alpha","start":1990},{"org":"Beta"}]},"Italy":{"memberships":[{"org":"Alpha"}]}}',
        [row("France", "Alpha", "1990"), row("France", "Beta"), row("Italy", "Alpha")],
    ),
    "geo.json": (
        '{"type":"FeatureCollection","features":[{"type":"Feature","geometry":null,"properties":{"country":"France","org":"Alpha","since":"1990"}},{"type":"Feature","geometry":null,"properties":{"country":"Italy","org":"Alpha","since":"1991"}}]}',
        [row("France", "Alpha", "1990"), row("Italy", "Alpha", "1991")],
    ),
    "edges.json": (
        '{"nodes":[{"id":"FR","label":"France","kind":"state"},{"id":"A","label":"Alpha","kind":"org"}],"links":[{"source":"FR","target":"A"}]}',
        [row("France", "Alpha")],
    ),
    "edges_csv.csv": (
        "Source,Target,Type\nFrance,Alpha Pact,Directed\nItaly,Alpha Pact,Directed\n",
        '--map "Target=organization"',
    ),
    "cyrillic_wide.csv": (
        "Страна;ЕС;НАТО\nФранция;да;да\nАвстрия;да;нет\n",
        [row("Франция", "ЕС"), row("Франция", "НАТО"), row("Австрия", "ЕС")],
    ),
    "ticks.csv": (
        "Country,EU,NATO\nFrance,✓,✓\nAustria,✔,✗\nNorway,✘,✓\n",
        [row("France", "EU"), row("France", "NATO"), row("Austria", "EU"), row("Norway", "NATO")],
    ),
    "transposed.csv": (
        "Country,France,Italy,Spain\nAlpha Pact,1949,1949,1982\nBeta League,1958,,1986\n",
        [
            row("France", "Alpha Pact", "1949"),
            row("Italy", "Alpha Pact", "1949"),
            row("Spain", "Alpha Pact", "1982"),
            row("France", "Beta League", "1958"),
            row("Spain", "Beta League", "1986"),
        ],
    ),
    "status_year.csv": (
        "country,org,year,status\nFrance,Alpha,1990,Observer\nFrance,Alpha,1991,Observer\nFrance,Alpha,1992,Full member\nItaly,Alpha,1990,Non-member\n",
        [row("France", "Alpha", "1990", "1991", role="observer"), row("France", "Alpha", "1992", "1992")],
    ),
    "left_only_flag.csv": (
        "country,org,joined,still a member?\nFrance,Alpha,1990,Yes\nItaly,Alpha,1991,No\n",
        '--map "still a member?=ignore"',
    ),
    "denied.csv": (
        "country,org,joined,denied membership\nFrance,Alpha,1990,\nItaly,Alpha,,yes\n",
        '--map "denied membership=role" --role "yes=skip"',
    ),
    "desta.csv": (
        "country1,country2,iso1,iso2,number,base_treaty,name,entry_type,year\nFrance,Italy,250,380,1,1,EC,base_treaty,1957\n",
        "a table of pairs",
    ),
    "accession_entry.csv": (
        "Name of the State;Name of the Organisation;Date of deposit;Entry into force;Status in 2020\nFrance;Alpha;01/02/1990;13/03/1990;party\nItaly;Alpha;01/02/1991;13/03/1991;party\n",
        [row("France", "Alpha", "1990-03-13"), row("Italy", "Alpha", "1991-03-13")],
    ),
}
"""The content of each file, and its memberships or what its refusal says."""


def read(path: Path, content: str, options: TableOptions | None = None) -> Found:
    path.write_text(content, encoding="utf-8", newline="")
    found = [row for row in TableFile(path, options).rows() if row.holds == "yes"]
    return sorted((row.member, row.organization, row.role, row.start, row.end) for row in found)


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_read_right_or_refused_with_a_way_on(tmp_path: Path, name: str) -> None:
    content, right = FILES[name]
    if isinstance(right, str):
        with pytest.raises(BlocsError, match=re.escape(right)):
            read(tmp_path / name, content)
    else:
        assert read(tmp_path / name, content) == sorted(right)


def test_names_with_slashes_go_by_the_user(tmp_path: Path) -> None:
    content, _ = FILES["several_slash.csv"]
    parted = read(tmp_path / "a.csv", content, TableOptions(split=("/",)))
    assert parted == sorted(
        [
            row("France", "Alpha"),
            row("France", "Beta"),
            row("Italy", "Beta"),
            row("Spain", "Alpha"),
            row("Spain", "Gamma"),
            row("Malta", "Alpha"),
        ]
    )
    whole = read(tmp_path / "b.csv", content, TableOptions(split=("none",)))
    assert row("France", "Alpha/Beta") in whole and len(whole) == 4


def test_of_several_tables_in_a_page_one_is_named(tmp_path: Path) -> None:
    two = "<html>" + "".join(
        f"<table><tr><th>Country</th><th>Org</th></tr><tr><td>{state}</td><td>Alpha</td></tr></table>"
        for state in ("France", "Italy")
    )
    with pytest.raises(BlocsError, match=r"several tables .*--sheet NUMBER"):
        read(tmp_path / "a.html", two)
    assert read(tmp_path / "a.html", two, TableOptions(sheet="2")) == [row("Italy", "Alpha")]


def test_a_page_is_a_table_for_one_question_too(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(FILES["html_wiki.html"][0], encoding="utf-8")
    assert {e.label for e in library.load(tmp_path / "a.html").names.entities if e.kind == "state"} == {
        "France",
        "Italy",
    }


PREFIXES = """@prefix org: <http://www.w3.org/ns/org#> . @prefix schema: <https://schema.org/> . @prefix foaf: <http://xmlns.com/foaf/0.1/> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> . @prefix ex: <http://ex.org/> . @prefix dct: <http://purl.org/dc/terms/> . @prefix wd: <http://www.wikidata.org/entity/> . @prefix wdt: <http://www.wikidata.org/prop/direct/> . @prefix p: <http://www.wikidata.org/prop/> . @prefix ps: <http://www.wikidata.org/prop/statement/> . @prefix pq: <http://www.wikidata.org/prop/qualifier/> . @prefix wikibase: <http://wikiba.se/ontology#> . @prefix dbo: <http://dbpedia.org/ontology/> . @prefix dbr: <http://dbpedia.org/resource/> . @prefix time: <http://www.w3.org/2006/time#> .
"""


GRAPHS: dict[str, tuple[str, set[tuple[str, str, str, str, str]]]] = {
    "org_interval.ttl": (
        PREFIXES
        + """ex:a a foaf:Person; foaf:name "Ann". ex:o a org:Organization; skos:prefLabel "Works"@en, "Werke"@de.
ex:m a org:Membership; org:member ex:a; org:organization ex:o; org:memberDuring [ a time:Interval; time:hasBeginning [ time:inXSDDate "2001-02-03"^^xsd:date ]; time:hasEnd [ time:inXSDgYear "2005"^^xsd:gYear ] ].""",
        {("Ann", "Works", "full", "2001-02-03", "2005")},
    ),
    "org_memberof.ttl": (
        PREFIXES
        + """ex:a a org:Organization; rdfs:label "Sub". ex:o a org:FormalOrganization; rdfs:label "Top". ex:a org:memberOf ex:o. ex:b foaf:name "Bea"; a foaf:Person; org:headOf ex:o. """,
        {("Sub", "Top", "full", "", ""), ("Bea", "Top", "head", "", "")},
    ),
    "schema_role.jsonld": (
        """{"@context":{"@vocab":"http://schema.org/"},"@graph":[{"@id":"http://e/f","@type":"Country","name":"France","memberOf":{"@type":"OrganizationRole","memberOf":{"@id":"http://e/p","@type":"Organization","name":"Pact"},"startDate":"1990-05-01","endDate":"1999","roleName":"observer"}}]}""",
        {("France", "Pact", "observer", "1990-05-01", "1999")},
    ),
    "schema_member_list.jsonld": (
        """{"@context":{"@vocab":"https://schema.org/"},"@type":"Organization","@id":"http://e/p","name":"Pact","member":[{"@type":"Country","@id":"http://e/f","name":"France"},{"@type":"Country","@id":"http://e/i","name":"Italy"}]}""",
        {("France", "Pact", "full", "", ""), ("Italy", "Pact", "full", "", "")},
    ),
    "wd_statement.ttl": (
        PREFIXES
        + """wd:Q142 rdfs:label "France"@en; p:P463 ex:s1, ex:s2. wd:Q7184 rdfs:label "NATO"@en.
ex:s1 ps:P463 wd:Q7184; pq:P580 "1949-04-04T00:00:00Z"^^xsd:dateTime; wikibase:rank wikibase:NormalRank. wd:Q5 rdfs:label "Old"@en. ex:s2 ps:P463 wd:Q5; wikibase:rank wikibase:DeprecatedRank.""",
        {("France", "NATO", "full", "1949-04-04", "")},
    ),
    "wd_haspart.ttl": (
        PREFIXES + """wd:Q142 rdfs:label "France"@en. wd:Q7184 rdfs:label "NATO"@en; wdt:P527 wd:Q142.""",
        set(),
    ),
    "dbpedia.nt": (
        """<http://dbpedia.org/resource/Alpha> <http://dbpedia.org/ontology/member> <http://dbpedia.org/resource/France> .
<http://dbpedia.org/resource/Alpha> <http://www.w3.org/2000/01/rdf-schema#label> "Alpha"@en .
<http://dbpedia.org/resource/France> <http://www.w3.org/2000/01/rdf-schema#label> "France"@en .
""",
        {("France", "Alpha", "full", "", "")},
    ),
    "named.trig": (
        PREFIXES
        + """ex:g1 { ex:f org:memberOf ex:p . ex:f rdfs:label "France". } ex:g2 { ex:p rdfs:label "Pact". ex:i org:memberOf ex:p; rdfs:label "Italy". }""",
        {("France", "Pact", "full", "", ""), ("Italy", "Pact", "full", "", "")},
    ),
    "schema.nq": (
        """<http://e/f> <https://schema.org/memberOf> <http://e/p> <http://e/g> .
<http://e/f> <https://schema.org/name> "France" <http://e/g> .
<http://e/p> <https://schema.org/name> "Pact" <http://e/g2> .
""",
        {("France", "Pact", "full", "", "")},
    ),
    "skos.ttl": (
        PREFIXES
        + """ex:s a skos:ConceptScheme. ex:a a skos:Concept; skos:prefLabel "Alpha"; skos:inScheme ex:s. ex:b a skos:Concept; skos:prefLabel "Beta"; skos:broader ex:a.""",
        set(),
    ),
    "skos_collection.ttl": (
        PREFIXES
        + """ex:c a skos:Collection; skos:prefLabel "Alpha"; skos:member ex:f. ex:f skos:prefLabel "France".""",
        set(),
    ),
    "mixed.rdf": (
        """<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:foaf="http://xmlns.com/foaf/0.1/" xmlns:org="http://www.w3.org/ns/org#" xmlns:skos="http://www.w3.org/2004/02/skos/core#"><foaf:Group rdf:about="http://e/g"><foaf:name>Choir</foaf:name><foaf:member><foaf:Person rdf:about="http://e/p"><foaf:name>Lea</foaf:name></foaf:Person></foaf:member></foaf:Group><org:Organization rdf:about="http://e/o"><skos:prefLabel>Board</skos:prefLabel><org:hasMember rdf:resource="http://e/p"/></org:Organization></rdf:RDF>""",
        {("Lea", "Choir", "full", "", ""), ("Lea", "Board", "full", "", "")},
    ),
    "popolo.json": (
        """{"organizations":[{"id":"o1","name":"Senate"}],"persons":[{"id":"p1","name":"Ana"},{"id":"p2","name":"Bo"}],"memberships":[{"person_id":"p1","organization_id":"o1","start_date":"2010-01","role":"member"},{"person_id":"p2","organization_id":"o1","end_date":"2012","role":"Speaker"}]}""",
        {("Ana", "Senate", "full", "2010-01", ""), ("Bo", "Senate", "speaker", "", "2012")},
    ),
    "nanopub.trig": (
        """@prefix np: <http://www.nanopub.org/nschema#> . @prefix e: <http://e/> . @prefix prov: <http://www.w3.org/ns/prov#> . @prefix wdt: <http://www.wikidata.org/prop/direct/> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
e:h { e:np a np:Nanopublication; np:hasAssertion e:as; np:hasProvenance e:pr; np:hasPublicationInfo e:pi . } e:as { e:f wdt:P463 e:p . e:f rdfs:label "France" . e:p rdfs:label "Pact" . } e:pr { e:as prov:wasDerivedFrom <http://src/1> . } e:pi { e:np prov:wasAttributedTo e:me . }""",
        {("France", "Pact", "full", "", "")},
    ),
}
"""The content of each file, and its memberships; none where a vocabulary has nothing that is one."""


@pytest.mark.parametrize("name", GRAPHS)
def test_a_graph_is_read_right(tmp_path: Path, name: str) -> None:
    content, right = GRAPHS[name]
    (tmp_path / name).write_text(content, encoding="utf-8")
    graph = library.load(tmp_path / name)
    labels = {entity.iri: entity.label for entity in graph.names.entities}
    assert {
        (labels[m.member], labels[m.body], m.role.rpartition("/")[2], m.start or "", m.end or "")
        for m in read_memberships(graph.source, ALWAYS, role="any")
    } == right
