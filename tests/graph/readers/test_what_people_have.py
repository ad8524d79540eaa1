"""Tables as they lie on people's disks, of kinds that were misread once or refused without a way on."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any

import blocs as library
import needs
import pytest
import yaml
from blocs.graph.errors import BlocsError
from blocs.graph.model.dates import ALWAYS
from blocs.graph.model.membership import read_memberships
from blocs.graph.readers.important import Important
from blocs.graph.readers.table import TableFile
from blocs.graph.readers.table_options import TableOptions
from tables_read import Right, hold_against, memberships_in

TABLES: dict[str, tuple[str, Right]] = {
    # A name again, a suspension: two memberships.
    "rejoined.csv": (
        "country,organization,joined,left,rejoined\nIndonesia,UN,1950,1965,1966\nFrance,UNESCO,1946,,\n",
        ["France/UNESCO/full/1946/", "Indonesia/UN/full/1950/1965", "Indonesia/UN/full/1966/"],
    ),
    "left_again.csv": (
        "country,organization,joined,left,rejoined,left again\nUSA,UNESCO,1945,1984,2003,2018\nFrance,UNESCO,1946,,,\n",
        ["France/UNESCO/full/1946/", "USA/UNESCO/full/1945/1984", "USA/UNESCO/full/2003/2018"],
    ),
    "wiederbeitritt.csv": (
        "Land;Organisation;Beitritt;Austritt;Wiederbeitritt\nGriechenland;Europarat;09.08.1949;12.12.1969;28.11.1974\n"
        "Frankreich;Europarat;05.05.1949;;\n",
        [
            "Frankreich/Europarat/full/1949-05-05/",
            "Griechenland/Europarat/full/1949-08-09/1969-12-12",
            "Griechenland/Europarat/full/1974-11-28/",
        ],
    ),
    "rejoined_never_left.csv": (
        "country,organization,joined,left,rejoined\nIndonesia,UN,1950,,1966\n",
        '--map "rejoined=ignore"',
    ),
    "suspended_columns.csv": (
        "country,organization,joined,suspended_from,suspended_until\nCuba,OAS,1948,1962,2009\nChile,OAS,1948,,\n",
        ["Chile/OAS/full/1948/", "Cuba/OAS/full/1948/1962", "Cuba/OAS/full/2009/"],
    ),
    "suspended_and_reinstated.csv": (
        "country,organization,joined,left,suspended,reinstated\nFiji,Commonwealth,1970,,2009,2014\n"
        "Pakistan,Commonwealth,1989,,1999,2004\nIreland,Commonwealth,1931,1949,,\n",
        [
            "Fiji/Commonwealth/full/1970/2009",
            "Fiji/Commonwealth/full/2014/",
            "Ireland/Commonwealth/full/1931/1949",
            "Pakistan/Commonwealth/full/1989/1999",
            "Pakistan/Commonwealth/full/2004/",
        ],
    ),
    "suspended_status.csv": (
        "country,organization,joined,status\nHonduras,OAS,1948,Suspended (2009–2011)\n"
        "Fiji,Commonwealth,1970,suspended 2009-2014\nChile,OAS,1948,Member\n",
        [
            "Chile/OAS/full/1948/",
            "Fiji/Commonwealth/full/1970/2009",
            "Fiji/Commonwealth/full/2014/",
            "Honduras/OAS/full/1948/2009",
            "Honduras/OAS/full/2011/",
        ],
    ),
    "suspended_in_status.csv": (
        "country,organization,status\nHonduras,OAS,\"member since 1948, suspended 2009-2011\"\nChile,OAS,member since 1948\n",
        ["Chile/OAS/full/1948/", "Honduras/OAS/full/1948/2009", "Honduras/OAS/full/2011/"],
    ),
    "suspended_before_joining.csv": (
        "country,organization,joined,status\nHonduras,OAS,2015,suspended 2009-2011\n",
        "not within",
    ),
    # What is not about memberships at all.
    "votes.csv": (
        "rcid,country,country_code,vote\n3,Canada,CA,no\n4,France,FR,abstain\n4,Cuba,CU,yes\n",
        "is a table of votes",
    ),
    "votes_yes_no.csv": ("resolution,country,vote\nR1,Canada,no\nR1,Cuba,yes\n", "is a table of votes"),
    "conflict.csv": (
        "conflict_id,side_a,side_a_id,side_b,side_b_id,year\n1,Government of India,141,CPI-Maoist,194,2005\n",
        "is a table of conflicts",
    ),
    "atop5_1sy.csv": (
        "state,year,atopally,defense,offense,neutral,nonagg,consul,number,shareob\n2,1990,1,1,0,0,0,1,7,1\n20,1990,1,1,0,0,0,1,2,1\n",
        "blocs import atop",
    ),
    "alliance_by_member_yearly.csv": (
        "version4id,ccode,state_name,year,left_censor,right_censor,defense,neutrality,nonaggression,entente\n"
        "1,200,United Kingdom,1816,1,0,1,0,1,0\n1,235,Portugal,1816,1,0,1,0,1,0\n",
        ["Portugal/Alliance (COW alliance 1)/full//1816", "United Kingdom/Alliance (COW alliance 1)/full//1816"],
    ),
    "coup.csv": ("country,year,coup\nFrance,1990,0\nFrance,1991,1\nMali,1991,1\n", '--map "coup=organization"'),
    "pact_in_small.csv": ("country,year,e_nato\nFrance,1990,0\nFrance,1991,1\n", ["France/nato/full/1991/1991"]),
    # Years as columns, and no body.
    "world_bank.csv": (
        '"Data Source","World Bodies",\n\n"Country Name","Country Code","Indicator Name","2018","2019"\n'
        '"France","FRA","NATO membership","1","1"\n"North Macedonia","MKD","NATO membership","0","1"\n',
        '--map "Indicator Name=organization"',
    ),
    "years_only.csv": ("country,2018,2019\nFrance,1,1\nMalta,0,1\n", "--organization NAME"),
    "eurostat.tsv": (
        "freq,org,geo\\TIME_PERIOD\t2018 \t2019 \t2020 \nA,EU,DE\t1 \t1 \t1 b\nA,EU,UK\t1 \t1 \t0 \nA,EU,EL\t: \t1 \t: \n",
        ["DE/EU/full/2018/2020", "EL/EU/full/2019/2019", "UK/EU/full/2018/2019"],
    ),
    # Starts of two things.
    "fifa.csv": (
        "Association,Confederation,FIFA affiliation,Confederation affiliation\nFrance,UEFA,1904,1954\nJapan,AFC,1929,1954\n",
        ["France/UEFA/full/1954/", "Japan/AFC/full/1954/"],
    ),
    "two_accessions.csv": (
        "country,organization,GATT accession,WTO accession\nFrance,WTO,1948,1995\nChina,WTO,,2001\n",
        ["China/WTO/full/2001/", "France/WTO/full/1995/"],
    ),
    "two_unclear_accessions.csv": (
        "country,organization,Treaty accession,Council accession\nFrance,Alpha,1948,1995\nChina,Alpha,1949,2001\n",
        '--map "Treaty accession=start"',
    ),
    # Letters whose legend stands below the table.
    "letters.csv": (
        "Country;WTO;OECD\nFrance;M;M\nIran;O;-\nMali;M;-\n\nM = member; O = observer; - = none\n",
        ["France/OECD/full//", "France/WTO/full//", "Iran/WTO/observer//", "Mali/WTO/full//"],
    ),
    "letters_by_line.csv": (
        "Country,WTO,OECD\nFrance,M,M\nIran,O,\nMali,M,\n\nM = full member,,\nO = observer,,\n",
        ["France/OECD/full//", "France/WTO/full//", "Iran/WTO/observer//", "Mali/WTO/full//"],
    ),
    "letters_unknown.csv": (
        "Country,WTO,OECD\nFrance,M,M\nIran,O,-\nBrazil,M,K\nMali,M,-\n",
        '--role "M=full"',
    ),
    "letters_partly.csv": (
        "Country,WTO,OECD\nFrance,M,M\nIran,O,-\nBrazil,M,K\nMali,M,-\n\n\"M = member, O = observer, K = key partner\"\n",
        '--role "K=full"',
    ),
    # Lists with roles in brackets.
    "factbook.csv": (
        'Country,International organization participation\nChad,"ACP, AfDB, AU, WTO"\n'
        'Switzerland,"EFTA, OAS (observer), UN"\nMali,"AU (suspended), WTO"\n',
        '--role "suspended=skip"',
    ),
    "lists_with_observers.csv": (
        'Country,International organization participation\nChad,"AfDB, AU, WTO"\nSwitzerland,"EFTA, OAS (observer), UN"\n',
        [
            "Chad/AU/full//",
            "Chad/AfDB/full//",
            "Chad/WTO/full//",
            "Switzerland/EFTA/full//",
            "Switzerland/OAS/observer//",
            "Switzerland/UN/full//",
        ],
    ),
    # Other texts.
    "lists.txt": (
        "NATO: Belgium, Canada\nEU: Belgium, Malta (2004)\n",
        ["Belgium/EU/full//", "Belgium/NATO/full//", "Canada/NATO/full//", "Malta/EU/full/2004/"],
    ),
    "lists_of_bodies.txt": (
        "Belgium: NATO, EU\nMalta: EU\n",
        ["Belgium/EU/full//", "Belgium/NATO/full//", "Malta/EU/full//"],
    ),
    "lists_of_neither.txt": ("Alpha: Beta, Gamma\nDelta: Beta, Eta\n", "organization, members"),
    "list.toml": (
        '[[membership]]\ncountry = "France"\norganization = "A"\nstart = 1990\n\n[[membership]]\ncountry = "Italy"\n'
        'organization = "A"\nstart = 1991-05-01\n',
        ["France/A/full/1990/", "Italy/A/full/1991-05-01/"],
    ),
    "bad.toml": ("[[membership]]\ncountry = France\n", "not valid TOML"),
    # JSON as it is written by hand and by logs.
    "comments.json": (
        '// members\n[{"country":"France","igo":"http://a//b","since":1990}, /* x */\n# more\n{"country":"Italy","igo":"A, ]"},]\n',
        ["France/http://a//b/full/1990/", "Italy/A, ]/full//"],
    ),
    "behind_each_other.json": (
        '{"country":"France","igo":"A"}{"country":"Italy","igo":"A"},\n\n\x1e{"country":"Spain",\n"igo":"A"}',
        ["France/A/full//", "Italy/A/full//", "Spain/A/full//"],
    ),
    "marked.ndjson": ('\ufeff{"country":"France","igo":"A"}\n{"country":"Italy","igo":"A"}\n', ["France/A/full//", "Italy/A/full//"]),
    "no_numbers.json": (
        '[{"country":"France","igo":"A","since":NaN,"until":Infinity},{"country":"Italy","igo":"A","since":1990,"until":null}]',
        ["France/A/full//", "Italy/A/full/1990/"],
    ),
    "twice.json": ('{"NATO":["France"],"NATO":["Italy"]}', "'NATO' comes twice in one record"),
    "twice_the_same.json": ('[{"country":"France","igo":"A","igo":"A"}]', ["France/A/full//"]),
    "broken_line.jsonl": ('{"country":"France","igo":"A"}\n\n{"country":\n', "line 3: Expecting value"),
    # YAML, in which NO is Norway, and nothing is made but lists, mappings and texts.
    "records.yaml": (
        "# Members\n- country: NO\n  organization: A\n  joined: 1949-04-04\n  left: ~\n- country: FR\n  organization: A\n"
        "  joined: 1950\n  left: 1960\n",
        ["FR/A/full/1950/1960", "NO/A/full/1949-04-04/"],
    ),
    "lists.yml": ("A: [Norway, France]\nB:\n  - Italy\n", ["France/A/full//", "Italy/B/full//", "Norway/A/full//"]),
    "nested.txt": (
        "---\nbodies:\n  - name: A\n    members: [Norway, France]\n  - name: B\n    members: [Italy]\n",
        ["France/A/full//", "Italy/B/full//", "Norway/A/full//"],
    ),
    "documents.yaml": (
        "country: NO\norg: A\nsince: 1949\n---\ncountry: FR\norg: A\nsince: 1950\n",
        ["FR/A/full/1950/", "NO/A/full/1949/"],
    ),
    "merged.yaml": (
        "x: &x {org: A, start: 1990}\nrows:\n- {<<: *x, country: NO}\n- {<<: *x, country: FR, start: 1991}\n",
        ["FR/A/full/1991/", "NO/A/full/1990/"],
    ),
    "flags.yaml": (
        "- {country: NO, NATO: yes, EU: no}\n- {country: FR, NATO: yes, EU: yes}\n",
        ["FR/EU/full//", "FR/NATO/full//", "NO/NATO/full//"],
    ),
    "twice.yaml": ("NATO: [NO, SE]\nNATO: [FR]\n", "twice.yaml:2:1: not valid YAML: 'NATO' comes twice"),
    "torn.yaml": ("- country: NO\n  org: [Alpha\n", "not valid YAML"),
    "tagged.yaml": ('a: !!python/object/apply:os.system ["true"]\n', "not valid YAML"),
    "itself.yaml": ("a: &a\n- *a\n", "refers to itself"),
    "bomb.yaml": (
        "a: &a [x,x,x,x,x,x,x,x,x,x]\n"
        + "".join(f"{b}: &{b} [{','.join(['*' + a] * 10)}]\n" for a, b in zip("abcdef", "bcdefg", strict=True)),
        "unpacks to more than",
    ),
    "empty.yaml": ("# nothing\n", "YAML without a list of records"),
    "refs.txt": ("@book{a,\n  author = {Ann Lee},\n  year = {1990}\n}\n", "BibTeX"),
    "dump.txt": ("-- a dump\nCREATE TABLE members (country text);\nINSERT INTO members VALUES ('France');\n", "SQL"),
    "pajek.txt": ('*Vertices 3 2\n1 "France"\n2 "Italy"\n3 "NATO"\n*Edges\n1 3 1\n', ["France/NATO/full//"]),
    "dot.txt": ('graph {\n "France" -- "NATO";\n}\n', "DOT"),
    "gml.txt": ("graph [\n node [ id 1 label \"France\" ]\n]\n", "network without edges"),
    "node_link.json": (
        '{"directed":false,"nodes":[{"id":"France"},{"id":"NATO"}],"links":[{"source":"France","target":"NATO"}]}',
        ["France/NATO/full//"],
    ),
    "cytoscape.json": (
        '{"elements":{"nodes":[{"data":{"id":"France"}}],"edges":[{"data":{"source":"France","target":"NATO"}}]}}',
        ["France/NATO/full//"],
    ),
    "topology.json": (
        '{"type":"Topology","objects":{"all":{"type":"GeometryCollection","geometries":[{"type":"Polygon","arcs":[[0]],'
        '"properties":{"NAME":"France","EU":1,"NATO":1}},{"type":"Polygon","arcs":[[1]],"properties":{"NAME":"Malta","EU":1,'
        '"NATO":0}}]}},"arcs":[[[0,0],[1,1]]]}',
        ["France/EU/full//", "France/NATO/full//", "Malta/EU/full//"],
    ),
    "nato.wiki": (
        '{| class="wikitable sortable"\n|+ Members of NATO\n! Member state !! Organization !! Joined !! Left\n|-\n'
        "| {{flag|Belgium}} || NATO || {{dts|1949|8|24}} ||\n|-\n"
        '| {{flagcountry|Turkey}}<ref name="t">note | bar</ref> || NATO || {{dts|format=dmy|1952|February|18}} ||\n|-\n'
        "| [[West Germany|Germany]]\n| [[NATO]]\n| {{start date|1955|5|6}}\n| —\n|}",
        ["Belgium/NATO/full/1949-08-24/", "Germany/NATO/full/1955-05-06/", "Turkey/NATO/full/1952-02-18/"],
    ),
    "spans.wiki": (
        "Text before.\n{|\n! State\n! Pact\n! Since\n|-\n| France\n| rowspan=2 | Alpha\n| 1990\n|-\n"
        "| [[File:Flag of Italy.svg|20px|link=Italy]] Italy\n| style=\"text-align:right\" | 1991\n|}\nText behind.\n",
        ["France/Alpha/full/1990/", "Italy/Alpha/full/1991/"],
    ),
    "torn.wiki": ("{| class=wikitable\n! State !! Pact\n|-\n| France || Alpha\n", "none is whole"),
    # People on boards.
    "boards.csv": (
        "Director,Company,Appointed,Resigned\nAnn Lee,Alpha plc,01/02/2010,31/12/2015\nBo Ek,Alpha plc,15/03/2011,\n",
        ["Ann Lee/Alpha plc/full/2010-02-01/2015-12-31", "Bo Ek/Alpha plc/full/2011-03-15/"],
    ),
    "observatrice.csv": (
        "Pays;Organisme;Statut\nPologne;OIF;observatrice\nGrèce;OIF;associée\n",
        ["Grèce/OIF/associate//", "Pologne/OIF/observer//"],
    ),
    # The second time that such files were tried.
    "russian_periods.tsv": (
        "Страна\tОрганизация\tПериод\nГрузия\tСНГ\tс 1993 по 2009\nЭстония\tНАТО\tс 2004\nРоссия\tСНГ\t1991–н.в.\n",
        ["Грузия/СНГ/full/1993/2009", "Россия/СНГ/full/1991/", "Эстония/НАТО/full/2004/"],
    ),
    "dates_of_all_tongues.csv": (
        "country;org;joined\nFrance;A;le 4 avril 1949\nItaly;A;il 4 aprile 1949\nSpain;A;el 4 de abril de 1949\n"
        "Poland;A;4 kwietnia 1949 r.\nGermany;A;am 4. April 1949\nCanada;A;Monday, April 4, 1949\n",
        [f"{name}/A/full/1949-04-04/" for name in ("Canada", "France", "Germany", "Italy", "Poland", "Spain")],
    ),
    "postgres_times.csv": (
        "country,org,valid_from,valid_to\nFrance,A,2004-05-01 00:00:00,2010-12-31 23:59:59\nItaly,A,-infinity,infinity\n",
        ["France/A/full/2004-05-01/2010-12-31", "Italy/A/full//"],
    ),
    "gwid.csv": (
        "gwid,year,nato,eu\n220,1990,1,1\n220,1991,1,1\n325,1990,1,NA\n",
        ["France/eu/full/1990/1991", "France/nato/full/1990/1991", "Italy/nato/full/1990/1990"],
    ),
    "desta.csv": (
        "number,name,regioncon,year,c1,c2,c3\n1,Alpha Agreement,Europe,1990,France,Italy,Spain\n2,Beta Agreement,Africa,1994,Chad,Mali,\n",
        '--map "year=start"',
    ),
    "rta.csv": (
        "RTA Name,Coverage,Date of entry into force (G),Status,Current signatories\n"
        "Alpha FTA,Goods,1994-01-01,In Force,Chile; Mexico\nBeta CU,Goods,2003-05-01,In Force,France; Italy\n",
        [
            "Chile/Alpha FTA/full/1994-01-01/",
            "France/Beta CU/full/2003-05-01/",
            "Italy/Beta CU/full/2003-05-01/",
            "Mexico/Alpha FTA/full/1994-01-01/",
        ],
    ),
    "rta_short_years.csv": (
        "RTA Name,Date of entry into force (G),Current signatories\nAlpha FTA,01-Jan-94,Chile; Mexico\n",
        "--date-format DD/MM/YY",
    ),
    "members_of_what.txt": ("AUSTRALIA: 7 June 1971\nAUSTRIA: 29 September 1961\n", "--organization NAME"),
    "json_api.json": (
        '{"data":[{"type":"memberships","id":"1","attributes":{"start":"1990"},"relationships":{"country":{"data":{"type":"c",'
        '"id":"7"}},"organization":{"data":{"type":"o","id":"3"}}}}],"included":[{"type":"c","id":"7","attributes":{"name":'
        '"France"}},{"type":"o","id":"3","attributes":{"name":"Alpha"}}]}',
        ["France/Alpha/full/1990/"],
    ),
    "two_tables.csv": (
        "country,organization\nFrance,OIF\nMali,OIF\n,\nObservers,\ncountry,organization\nPoland,OIF\n",
        "another table begins there",
    ),
    "printed_pages.csv": (
        "country,organization\nFrance,OIF\nMali,OIF\ncountry,organization\nPoland,OIF\n",
        ["France/OIF/full//", "Mali/OIF/full//", "Poland/OIF/full//"],
    ),
    "open_bracket.csv": (
        "Country (short,Body\nFrance,A\nMalta,A\n",
        ["France/A/full//", "Malta/A/full//"],
    ),
    "mitglied_seit.csv": (
        "Land;Mitglied der EU seit;Mitglied der NATO seit\nDeutschland;1958;1955\nÖsterreich;1995;-\nNorwegen;nein;1949\n",
        [
            "Deutschland/EU/full/1958/",
            "Deutschland/NATO/full/1955/",
            "Norwegen/NATO/full/1949/",
            "Österreich/EU/full/1995/",
        ],
    ),
    "swedish.csv": (
        "Medlemsland,Organisation,Inträdesår,Utträdesår\nSverige,EU,1995,\nStorbritannien,EU,1973,2020\n",
        ["Storbritannien/EU/full/1973/2020", "Sverige/EU/full/1995/"],
    ),
    "starts_without_a_known_name.csv": (
        "country,org,Anfg,left\nFrance,A,1990,\nMalta,A,1991,1999\n",
        '--map "Anfg=start"',
    ),
    "accession_status.csv": (
        "iso3,organisation,accession_status,date\nFRA,WTO,Member,1995-01-01\nIRN,WTO,Observer government,2005-05-26\n"
        "ETH,WTO,In accession,2003-01-13\n",
        '--role "In accession=skip"',
    ),
    "edges.txt": ("France NATO\nFrance EU\nItaly NATO\n", '--delimiter " "'),
    "one_record.json": (
        '{"name":"Chad","Government":{"International organization participation":{"text":"AU, WTO"}}}',
        ["Chad/AU/full//", "Chad/WTO/full//"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", TABLES)
def test_a_table_is_read_right_or_refused_with_a_way_on(tmp_path: Path, name: str) -> None:
    content, right = TABLES[name]
    hold_against(right, tmp_path / name, content)


def test_the_ways_on_lead_on(tmp_path: Path) -> None:
    """What a refusal or a report offers gives what it says."""
    path = tmp_path / "t.csv"
    path.write_text("Country,WTO,OECD\nFrance,M,M\nIran,O,-\nBrazil,M,K\nMali,M,-\n", "utf-8")
    assert memberships_in(path, roles=("M=full", "O=observer", "K=skip")) == [
        "Brazil/WTO/full//", "France/OECD/full//", "France/WTO/full//", "Iran/WTO/observer//", "Mali/WTO/full//",
    ]  # fmt: skip
    path.write_text("country,org,joined,voting_member\nFrance,A,1990,yes\nMalta,A,1991,no\n", "utf-8")
    assert memberships_in(path, mapping={"voting_member": "role"}, roles=("no=associate",)) == [
        "France/A/full/1990/", "Malta/A/associate/1991/",
    ]  # fmt: skip
    path.write_text(
        "Participant\tSignature\tRatification\nFrance\t13 Jan 1993\t2 Mar 1995\nIsrael\t13 Jan 1993\t\n", "utf-8"
    )
    assert memberships_in(path, organization="CWC", mapping={"Signature": "ignore", "Ratification": "start"}) == [
        "France/CWC/full/1995-03-02/"
    ]


@pytest.mark.parametrize(
    ("name", "lesser"),
    [
        ("voting_member", '"no=associate"'), ("Voting rights", '"no=associate"'), ("has_vote", '"no=associate"'),
        ("stimmrecht", '"no=associate"'), ("provisional", '"yes=associate" --role "no=full"'),
        ("affiliate", '"yes=associate" --role "no=full"'),
    ],
)  # fmt: skip
def test_a_flag_that_qualifies_memberships_is_said_to_be_unclear(tmp_path: Path, name: str, lesser: str) -> None:
    path = tmp_path / "t.csv"
    path.write_text(f"country,org,joined,{name}\nFrance,A,1990,yes\nMalta,A,1991,no\n", "utf-8")
    table = TableFile(path)
    assert len(list(table.rows())) == 2
    assert f'--map "{name}=role" --role {lesser}' in table.report.unread[name]


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("Observer only", "observer"), ("is_observer", "observer"), ("observer_member", "observer"),
        ("Beobachterstatus", "observer"), ("observateur", "observer"), ("associated state", "associate"),
        ("assoziiert", "associate"), ("membre associé", "associate"),
    ],
)  # fmt: skip
def test_a_flag_of_a_role_is_that_role(tmp_path: Path, name: str, role: str) -> None:
    path = tmp_path / "t.csv"
    path.write_text(f"country,org,joined,{name}\nFrance,A,1990,no\nMalta,A,1991,yes\n", "utf-8")
    assert memberships_in(path) == ["France/A/full/1990/", f"Malta/A/{role}/1991/"]


def test_records_in_the_cells_of_a_parquet_file_are_rows(tmp_path: Path) -> None:
    pyarrow = needs.library("pyarrow")
    from pyarrow import parquet

    said = [[{"org": "NATO", "since": 1949}, {"org": "EU", "since": 1958}], [{"org": "EU", "since": 2004}]]
    parquet.write_table(pyarrow.table({"country": ["France", "Malta"], "memberships": said}), tmp_path / "t.parquet")
    assert memberships_in(tmp_path / "t.parquet") == [
        "France/EU/full/1958/",
        "France/NATO/full/1949/",
        "Malta/EU/full/2004/",
    ]


def test_the_codes_of_the_european_union_are_known(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("geo,organisation,since\nEL,EU,1981\nUK,EU,1973\nDE,EU,1958\n", "utf-8")
    graph = library.load(path)
    found = {membership.member.rpartition("/")[2] for membership in read_memberships(graph.source, ALWAYS)}
    assert found == {"greece", "united-kingdom", "germany"}


def test_a_feather_file_is_read(tmp_path: Path) -> None:
    pyarrow = needs.library("pyarrow")
    from pyarrow import feather

    feather.write_feather(pyarrow.table({"country": ["France"], "org": ["A"]}), str(tmp_path / "t.feather"))
    assert memberships_in(tmp_path / "t.feather") == ["France/A/full//"]


@pytest.mark.parametrize(
    "text",
    [
        "AUSTRALIA: 7 June 1971\nAUSTRIA: 29 September 1961\n",
        "# Members\n\n- AUSTRALIA (7 June 1971)\n- AUSTRIA (29 September 1961)\n",
        "1. AUSTRALIA – 7 June 1971\n2. AUSTRIA – 29 September 1961\n",
    ],
)
def test_lines_of_members_are_those_of_the_body_that_is_named(tmp_path: Path, text: str) -> None:
    path = tmp_path / "t.txt"
    path.write_text(text, "utf-8")
    assert memberships_in(path, organization="OECD") == [
        "AUSTRALIA/OECD/full/1971-06-07/",
        "AUSTRIA/OECD/full/1961-09-29/",
    ]
    path.write_text("Austria\nMalta (observer)\n", "utf-8")
    assert memberships_in(path, organization="OECD") == ["Austria/OECD/full//", "Malta/OECD/observer//"]


def test_years_of_two_digits_are_read_as_told(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("country,org,start\nFrance,A,01-Jan-95\nItaly,A,May-04\n", "utf-8")
    assert memberships_in(path, date_format="DD/MM/YY") == ["France/A/full/1995-01-01/", "Italy/A/full/2004-05/"]


def test_the_codebook_in_a_zip_file_is_not_the_table(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "t.zip", "w") as archive:
        archive.writestr("set/codebook.csv", "variable,description\ncountry,Name\norg,Organization\nstart,Year\n")
        archive.writestr("set/data/members.csv", "country,org,start\nFrance,A,1990\n")
    assert memberships_in(tmp_path / "t.zip") == ["France/A/full/1990/"]


def test_what_is_around_a_network_in_json_does_not_matter(tmp_path: Path) -> None:
    """Lists called otherwise are tables still."""
    path = tmp_path / "t.json"
    path.write_text(
        json.dumps({"links": [{"country": "France", "org": "A"}, {"country": "Malta", "org": "A"}]}), "utf-8"
    )
    assert memberships_in(path) == ["France/A/full//", "Malta/A/full//"]


def test_who_is_in_a_table_of_years_to_its_end_has_not_left(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("country,2018,2019,2020\nGermany,1,1,1\nUnited Kingdom,1,1,0\n", "utf-8")
    graph = library.load(path, tables=TableOptions(organization="EU"))
    assert [one.entity.label for one in graph.ask("who left the EU").entities] == ["United Kingdom"]


def test_notes_that_speak_of_leaving_are_named(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text(
        'country,org,joined,notes\nPakistan,A,1947,"Left 1972 in protest, rejoined 1989"\nGhana,A,1957,\n', "utf-8"
    )
    table = TableFile(path)
    assert len(list(table.rows())) == 2
    assert "Left 1972 in protest, rejoined 1989" in table.report.unread["notes"]


@pytest.mark.parametrize(
    "found",
    [
        [{"country": "France", "org": "A", "start": 1990}, {"country": "NO", "org": "A", "start": None}],
        {"NATO": ["France", "Norway"], "EU": ["France"]},
        {"NATO": {"France": {"from": 1949}, "Norway": {"from": "1949-04-04"}}},
        {"bodies": [{"name": "A", "members": [{"name": "France", "since": 1949}, {"name": "Norway", "since": 1950}]}]},
        {"country": ["France", "Norway"], "organization": ["A", "A"]},
    ],
)
def test_yaml_is_read_as_json_of_the_same_shape(tmp_path: Path, found: object) -> None:
    (tmp_path / "t.json").write_text(json.dumps(found))
    (tmp_path / "t.yaml").write_text(yaml.safe_dump(found, sort_keys=False))
    assert memberships_in(tmp_path / "t.yaml") == memberships_in(tmp_path / "t.json") != []


def refused(folder: Path, content: str, **options: Any) -> str:
    """What is said of a table that is refused."""
    path = folder / "t.csv"
    path.write_text(content, "utf-8")
    with pytest.raises(BlocsError) as error:
        memberships_in(path, **options)
    return str(error.value)


def test_names_of_columns_that_are_plain_are_taken_for_no_data(tmp_path: Path) -> None:
    lists = 'Confederation,Member associations\nOceania FC,"Fiji, Samoa"\nCAF,"Chad, Togo"\n'
    said = refused(tmp_path, lists)
    assert "row of data" not in said and '--map "Confederation=organization"' in said
    read = memberships_in(tmp_path / "t.csv", mapping={"Confederation": "organization"})
    assert read == ["Chad/CAF/full//", "Fiji/Oceania FC/full//", "Samoa/Oceania FC/full//", "Togo/CAF/full//"]
    said = refused(tmp_path, "candidate,list\nMaria Horvat,Change\nJana Kral,Left\n")
    assert "row of data" not in said and '--map "candidate=member"' in said
    assert "put a row with names above it" in refused(tmp_path, "France,1990\nItaly,1991\n")


def test_a_row_with_nothing_above_it_is_not_filled_down(tmp_path: Path) -> None:
    sections = "Name;Partei;seit\nBayern;;\nAdler Tim;CSU;2013\nHessen;;\nConrad Max;CDU;2013\n"
    for fill_down in (None, True):
        said = refused(tmp_path, sections, fill_down=fill_down)
        assert "take it out of the table" in said and "--fill-down" not in said
    merged = "country,organization,start\nFrance,Alpha,1990\nItaly,,1991\n"
    assert "--fill-down" in refused(tmp_path, merged)
    assert memberships_in(tmp_path / "t.csv", fill_down=True) == ["France/Alpha/full/1990/", "Italy/Alpha/full/1991/"]


@pytest.mark.parametrize(
    "nothing",
    [
        "NA",
        "n/a",
        "N/A",
        "NaN",
        "null",
        "#N/A",
        "none",
        "None",
        "-",
        "—",
        "?",
        "unknown",
        "TBD",
        "t.b.a.",
        "unbekannt",
        "inconnu",
        "desconocido",
        "неизвестно",
        "不明",
        "not applicable",
        "keine Angabe",
        "sans objet",
        "не применимо",
        "sin datos",
        "to be determined",
        "[unknown]",
        "(none)",
        "no organization",
        "Not a member of any",
        "keine Mitgliedschaft",
    ],
)
@pytest.mark.parametrize("others", [("EU", "UN"), ("Alpha Pact", "Beta League")])
def test_a_word_for_no_name_is_no_body(tmp_path: Path, nothing: str, others: tuple[str, str]) -> None:
    first, second = others
    right = [f"France/{first}/full//", f"Nauru/{second}/full//"]
    path = tmp_path / "t.csv"
    hold_against(right, path, f"country,organization\nFrance,{first}\nTuvalu,{nothing}\nNauru,{second}\n")
    hold_against(right, path, f"country,organization,start\nFrance,{first},\nTuvalu,{nothing},NA\nNauru,{second},\n")
    hold_against(right, path, f'country,organizations\nFrance,"{first}; {nothing}"\nNauru,"{second}"\n')
    counted = f"country,org1,org2\nFrance,{first},{nothing}\nTuvalu,{nothing},{nothing}\nNauru,{second},{nothing}\n"
    hold_against(right, path, counted)
    hold_against(right, path, counted.replace("org1,org2", "bloc_1,bloc_2"))


@pytest.mark.parametrize(
    "name", ["ND", "SD", "S.D.", "Nat", "No", "0", "Pending", "None of the Above", "Sin Fein", "Without Borders"]
)
def test_what_may_be_a_name_is_one(tmp_path: Path, name: str) -> None:
    right = ["Ann Lee/Green Party/full//", f"Bob Roy/{name}/full//"]
    hold_against(right, tmp_path / "t.csv", f"name,party\nAnn Lee,Green Party\nBob Roy,{name}\n")


@pytest.mark.parametrize(
    ("word", "told"), [("NA", False), ("unknown", True), ("?", True), ("TBD", True), ("nicht zutreffend", True)]
)
def test_a_word_for_no_body_is_told_where_it_may_be_more(tmp_path: Path, word: str, told: bool) -> None:
    path = tmp_path / "t.csv"
    path.write_text(f"country,organization\nFrance,EU\nTuvalu,{word}\n", "utf-8")
    table = TableFile(path)
    assert [row.member for row in table.rows()] == ["France"]
    said = f"read as naming no organization: {word!r} (1 cell); if it is a name, write it in full"
    assert said in table.report.lines()
    assert [isinstance(note, Important) for note in table.report.notes if note == said] == [told]


def test_a_table_in_which_no_body_is_named_is_not_empty_without_a_word(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("country,organization\nFrance,NA\nItaly,NA\n")
    table = TableFile(path)
    assert [*table.rows()] == []
    assert "naming no organization: 'NA' (2 cells)" in " ".join(
        note for note in table.report.notes if isinstance(note, Important)
    )


def test_among_codes_of_states_na_is_namibia(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    right = ["Botswana/SADC/full//", "Namibia/SADC/full//", "South Africa/SADC/full//"]
    hold_against(right, path, "iso2c,organization\nNA,SADC\nZA,SADC\nBW,SADC\n")
    codes = ["BW/SADC/full//", "NA/SADC/full//", "ZA/SADC/full//"]
    hold_against(codes, path, 'organization,members\nSADC,"NA, ZA, BW"\n')
    hold_against(codes, path, "organization,member1,member2,member3\nSADC,NA,ZA,BW\n")
    twice = "organization,member1,member2,member3\nSADC,ZA,BW,LS\nAU,GH,NA,NA\n"
    hold_against("--missing NA", path, twice)
    hold_against(["BW/SADC/full//", "GH/AU/full//", "LS/SADC/full//", "ZA/SADC/full//"], path, twice, missing=("NA",))
    # Where members are called by their names, it is no member.
    names = "organization,member1,member2,member3\nAlpha,France,Italy,NA\nBeta,Spain,NA,NA\nGamma,Malta,Chad,Mali\n"
    right = ["Chad/Gamma", "France/Alpha", "Italy/Alpha", "Mali/Gamma", "Malta/Gamma", "Spain/Beta"]
    hold_against([f"{each}/full//" for each in right], path, names)


@pytest.mark.parametrize(
    ("content", "also"),
    [
        ("country,organization\nFrance,EU\nTuvalu,\nNauru,UN\n", True),
        ("country,organization,start\nFrance,EU,\nTuvalu,,1990\nNauru,UN,\n", True),
        ("country,organization\nFrance,EU\n,AU\nNauru,UN\n", True),
        ("organization,country\nEU,France\nAU,NA\nUN,Nauru\n", False),
        ("country,organization\nFrance,EU\nunknown,AU\nNauru,UN\n", False),
    ],
)
def test_rows_without_a_name_can_be_left_out(tmp_path: Path, content: str, also: bool) -> None:
    said = refused(tmp_path, content)
    assert "to leave such rows out, say: --no-fill-down" in said
    assert ("fill them in with: --fill-down" in said) is also
    assert memberships_in(tmp_path / "t.csv", fill_down=False) == ["France/EU/full//", "Nauru/UN/full//"]


def test_a_row_that_lacks_several_names_is_told_once(tmp_path: Path) -> None:
    lacking = "organization,country_1,country_2,country_3\n,France,Italy,Spain\nAlpha,Malta,Chad,Mali\n"
    assert refused(tmp_path, lacking).count("row 2") == 1
    assert "also wrong" not in refused(tmp_path, lacking)


def test_figures_are_neither_dates_nor_words_for_leaving(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("country,organization,rating,left_right\nFrance,Alpha,2610,6.4\nItaly,Alpha,2480,3.7\n")
    table = TableFile(path)
    assert [row.organization for row in table.rows()] == ["Alpha", "Alpha"]
    assert table.report.unread == {"rating": "", "left_right": ""}


def test_a_message_names_the_columns_of_which_a_name_was_put_together(tmp_path: Path) -> None:
    said = refused(tmp_path, "id,gender,given_name,family_name\np1,female,Ada,Brandt\np2,male,Olu,Adeyemi\n")
    assert "full name (given_name, family_name)" in said
