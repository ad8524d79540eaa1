"""JSON as programs write it: rows beside what describes their columns, lists by roles, values by body, own dates."""

from __future__ import annotations

from pathlib import Path

import pytest
from blocs.graph.readers.table import TableFile

from ...tables_read import Right, hold_against, memberships_in

FRANCE_AND_NORWAY = ["France/NATO/full/1949/", "Norway/NATO/full/1949/"]
COLUMNS = '{"id":"country","type":"text"},{"id":"organization","type":"text"},{"id":"since","type":"int"}'
CELLS = '["France","NATO",1949],["Norway","NATO",1949]'
RECORDS = (
    '{"country":"France","organization":"NATO","since":1949},{"country":"Norway","organization":"NATO","since":1949}'
)

FEATURES = ",".join(
    f'{{"type":"Feature","geometry":null,"properties":{one}}}' for one in RECORDS.replace("},{", "}|{").split("|")
)
SHAPES = FEATURES.replace('"type":"Feature","geometry":null,"properties"', '"attributes"')


@pytest.mark.parametrize(
    "content",
    [
        f'{{"fields":[{COLUMNS}],"records":[{CELLS}]}}',
        f'{{"success":true,"result":{{"fields":[{COLUMNS}],"records":[{RECORDS}],"total":2}}}}',
        f'{{"meta":{{"view":{{"name":"Members","columns":[{COLUMNS}]}}}},"data":[{CELLS}]}}',
        f'{{"schema":{{"fields":[{COLUMNS}],"pandas_version":"1.4.0"}},"data":[{RECORDS}]}}',
        f'{{"columns":["country","organization","since"],"index":[0,1],"data":[{CELLS}]}}',
        f'{{"headers":["country","organization","since"],"rows":[{CELLS}]}}',
        '{"cols":[{"id":"A","label":"Country"},{"id":"B","label":"Organization"},{"id":"C","label":"Since"}],"rows":['
        '{"c":[{"v":"France"},{"v":"NATO"},{"v":1949}]},{"c":[{"v":"Norway"},{"v":"NATO"},{"v":1949}]}]}',
        f'{{"0":{RECORDS.partition("},")[0]}}},"1":{RECORDS.partition("},")[2]}}}',
        f'{{"-Nx1":{RECORDS.partition("},")[0]}}},"-Ny2":{RECORDS.partition("},")[2]}}}',
        f'{{"hits":{{"hits":[{{"_id":"1","_source":{RECORDS.partition("},")[0]}}}}},'
        f'{{"_id":"2","_source":{RECORDS.partition("},")[2]}}}]}}}}',
        f'{{"_embedded":{{"memberships":[{RECORDS}]}},"_links":{{"self":{{"href":"/m"}}}}}}',
        f'{{"value":[{{"@odata.etag":"x",{RECORDS[1:]}],"@odata.count":2}}',
        f'{{"type":"FeatureCollection","features":[{FEATURES}]}}',
        f'{{"fields":[{COLUMNS.replace("id", "name")}],"features":[{SHAPES}]}}',
        f"callback([{RECORDS}]);",
        f")]}}'\n[{RECORDS}]",
    ],
)
def test_rows_beside_what_describes_them(tmp_path: Path, content: str) -> None:
    hold_against(FRANCE_AND_NORWAY, tmp_path / "t.json", content)


def test_a_page_of_rows_is_said_to_be_one(tmp_path: Path) -> None:
    path = tmp_path / "t.json"
    path.write_text(f'{{"result":{{"fields":[{COLUMNS}],"records":[{CELLS}],"total":61}}}}', "utf-8")
    table = TableFile(path)
    list(table.rows())
    assert any("it has 2 of 61 records" in note for note in table.report.notes)


@pytest.mark.parametrize(
    ("content", "right"),
    [
        (
            '[{"name":"NATO","members":[{"name":"France","since":1949}],"observers":["Sweden"]}]',
            ["France/NATO/full/1949/", "Sweden/NATO/observer//"],
        ),
        (
            '[{"name":"NATO","members":{"France":{"since":1949}},"observers":{"Sweden":{"since":1994}}}]',
            ["France/NATO/full/1949/", "Sweden/NATO/observer/1994/"],
        ),
        (
            '{"organizations":{"NATO":{"members":{"France":{"since":1949}},"observers":{"Sweden":{"since":1994}}}}}',
            ["France/NATO/full/1949/", "Sweden/NATO/observer/1994/"],
        ),
        (
            '{"NATO":{"members":["France"],"observers":["Sweden"]},"EFTA":{"members":["Norway"],"observers":[]}}',
            ["France/NATO/full//", "Sweden/NATO/observer//", "Norway/EFTA/full//"],
        ),
        (
            '[{"region":"Europe","bodies":[{"name":"NATO","members":[{"name":"France","since":1949}],"observers":['
            '{"name":"Sweden","since":1994}]}]}]',
            ["France/NATO/full/1949/", "Sweden/NATO/observer/1994/"],
        ),
        (
            '{"organization":"NATO","members":[{"country":"France"}],"observers":[{"country":"Sweden"}]}',
            ["France/NATO/full//", "Sweden/NATO/observer//"],
        ),
        ('{"members":[{"country":"France"}],"observers":[{"country":"Sweden"}]}', "--organization NAME"),
        (
            '[{"name":"NATO","members":[{"name":"France"}],"candidates":[{"name":"Georgia"}]}]',
            '--role "candidates=skip"',
        ),
        (
            '[{"treaty":"NPT","parties":["Chile"],"signatories":["Norway"]}]',
            '--role "signatories=skip"',
        ),
    ],
)
def test_who_is_listed_by_role_has_that_role_and_its_own_dates(tmp_path: Path, content: str, right: Right) -> None:
    hold_against(right, tmp_path / "t.json", content)


def test_what_is_said_of_each_member_known_or_not(tmp_path: Path) -> None:
    content = '[{"name":"Lake Union","countries":{"France":1990,"Atlantis":1991}}]'
    hold_against(["France/Lake Union/full/1990/", "Atlantis/Lake Union/full/1991/"], tmp_path / "t.json", content)


def test_parties_with_yes_and_no_are_what_people_are_in(tmp_path: Path) -> None:
    content = (
        '[{"name":"Ann Lee","parties":{"Greens":true,"Liberals":false}},{"name":"Bo Hall","parties":{"Greens":true}}]'
    )
    hold_against('--map "Greens=organization"', tmp_path / "t.json", content)


def test_delegates_of_members_are_no_members(tmp_path: Path) -> None:
    content = (
        '[{"name":"Nordic Council","members":[{"name":"Denmark","delegates":[{"name":"Ann Lee"}]},{"name":"Norway"}]}]'
    )
    hold_against(["Denmark/Nordic Council/full//", "Norway/Nordic Council/full//"], tmp_path / "t.json", content)


@pytest.mark.parametrize("name", ["memberships", "member_of", "organizations"])
def test_what_is_said_of_each_body(tmp_path: Path, name: str) -> None:
    content = f'[{{"country":"France","{name}":{{"NATO":true,"EU":1958,"ASEAN":"observer","OECD":"no","UN":null}}}}]'
    right = ["France/NATO/full//", "France/EU/full/1958/", "France/ASEAN/observer//"]
    hold_against(right, tmp_path / "t.json", content)


@pytest.mark.parametrize(
    ("content", "yes", "no"),
    [
        ('{"country":"France","NATO":true,"EU":false}', ["France/NATO"], ["France/EU"]),
        ('[{"name":"NATO","members":{"France":true,"Sweden":false}}]', ["France/NATO"], ["Sweden/NATO"]),
        ('{"France":{"NATO":1,"EU":0},"Norway":{"NATO":1,"EU":null}}', ["France/NATO", "Norway/NATO"], ["France/EU"]),
        ('{"Alpha Pact":{"Chad":true,"Mali":false}}', ["Chad/Alpha Pact"], ["Mali/Alpha Pact"]),
    ],
)
def test_yes_and_no_of_each(tmp_path: Path, content: str, yes: list[str], no: list[str]) -> None:
    path = tmp_path / "t.json"
    path.write_text(content, "utf-8")
    rows = list(TableFile(path).rows())
    assert sorted(f"{row.member}/{row.organization}" for row in rows if row.holds == "yes") == yes
    assert sorted(f"{row.member}/{row.organization}" for row in rows if row.holds == "denied") == no


@pytest.mark.parametrize(
    ("start", "right"),
    [
        ("[1949,5,4]", "1949-05-04"),
        ("[1951,6]", "1951-06"),
        ('{"year":1949,"month":5}', "1949-05"),
        ('{"$date":"1949-05-04T00:00:00Z"}', "1949-05-04"),
        ('{"$date":{"$numberLong":"1083402000000"}}', "2004-05-01"),
        ('"/Date(1083402000000)/"', "2004-05-01"),
        ('"/Date(1083362400000+0200)/"', "2004-05-01"),  # 30 April, 22:00 in Greenwich
        ('{"date":"1951-01-01","precision":"year"}', "1951"),
        ("NaN", ""),
    ],
)
def test_dates_as_programs_write_them(tmp_path: Path, start: str, right: str) -> None:
    content = f'[{{"country":"Chad","organization":"Alpha Pact","start":{start}}}]'
    hold_against([f"Chad/Alpha Pact/full/{right}/"], tmp_path / "t.json", content)


def test_a_day_in_brackets_behind_a_state_is_no_part_of_its_name(tmp_path: Path) -> None:
    content = '[{"organization":"Alpha Pact","members":["Chad (49-05-04)","Mali (51-06-07)"]}]'
    hold_against("--date-format YY/MM/DD", tmp_path / "t.json", content)
    right = ["Chad/Alpha Pact/full/1949-05-04/", "Mali/Alpha Pact/full/1951-06-07/"]
    assert memberships_in(tmp_path / "t.json", date_format="YY/MM/DD") == right


@pytest.mark.parametrize(
    ("content", "right"),
    [
        (
            '{"name":"Ann Lee","parties":[{"name":"Greens","since":2015},{"name":"Liberals","since":2019}]}',
            ["Ann Lee/Greens/full/2015/", "Ann Lee/Liberals/full/2019/"],
        ),
        ('{"name":"France","organizations":[{"name":"NATO","since":1949}]}', ["France/NATO/full/1949/"]),
        ('{"name":"Ann Lee","party":"Greens","state":"Ohio"}', ["Ann Lee/Greens/full//"]),
    ],
)
def test_one_record_alone(tmp_path: Path, content: str, right: Right) -> None:
    hold_against(right, tmp_path / "t.json", content)


@pytest.mark.parametrize(
    ("content", "right"),
    [
        (
            '{"states":[{"id":1,"name":"France"},{"id":2,"name":"Norway"}],"organizations":[{"id":1,"name":"NATO"}],'
            '"memberships":[{"state_id":2,"organization_id":1,"start":1949}]}',
            ["Norway/NATO/full/1949/"],
        ),
        (
            '{"organizations":[{"id":"n","name":"NATO","member_ids":["fr"]}],"countries":[{"id":"fr","name":"France"}]}',
            ["France/NATO/full//"],
        ),
        (
            '{"people":[{"id":1,"name":"Ann Lee","party_id":3}],"parties":[{"id":3,"name":"Greens"}]}',
            ["Ann Lee/Greens/full//"],
        ),
        ('{"organizations":[{"name":"NATO"}],"countries":[{"name":"France"}]}', "several lists of records are in it"),
    ],
)
def test_lists_that_refer_to_each_other_by_ids(tmp_path: Path, content: str, right: Right) -> None:
    hold_against(right, tmp_path / "t.json", content)


@pytest.mark.parametrize(
    "content",
    [
        '[{"country":{"name":"France","iso3":"FRA"},"memberships":[{"organization":{"name":"NATO"},"since":1949},'
        '{"organization":{"name":"EU"},"since":1958}]}]',
        '{"items":[{"name":"France","memberships":{"items":[{"body":"NATO","since":1949},{"body":"EU","since":1958}]}}]}',
        '[{"name":"France","organizations":{"nodes":[{"name":"NATO","since":1949},{"name":"EU","since":1958}]}}]',
        '{"country":"France","organization":"NATO","since":1949}\n{"country":"France","organisation":"EU","since":1958}',
        '[{"country":"France","bodies":[{"name":"NATO","since":1949},{"name":"EU","since":1958},null]}]',
    ],
)
def test_records_in_records_and_in_shells(tmp_path: Path, content: str) -> None:
    hold_against(["France/NATO/full/1949/", "France/EU/full/1958/"], tmp_path / "t.json", content)


def test_names_beside_records_are_names(tmp_path: Path) -> None:
    content = '[{"country":"France","bodies":["NATO",{"name":"EU","since":1958},null]}]'
    hold_against(["France/NATO/full//", "France/EU/full/1958/"], tmp_path / "t.json", content)


def test_a_name_with_its_list_on_each_line(tmp_path: Path) -> None:
    content = '{"NATO":["France","Norway"]}\n{"EU":["France"]}'
    hold_against(["France/NATO/full//", "Norway/NATO/full//", "France/EU/full//"], tmp_path / "t.jsonl", content)


def test_spans_as_pairs_of_dates(tmp_path: Path) -> None:
    content = '[{"country":"France","organization":"NATO","periods":[["1949","1966"],["2009",null]]}]'
    hold_against(["France/NATO/full/1949/1966", "France/NATO/full/2009/"], tmp_path / "t.json", content)


def test_bodies_by_name_beside_what_holds_of_all(tmp_path: Path) -> None:
    content = '{"year":2020,"bodies":{"NATO":["France","Norway"],"EU":["France"]}}'
    right = ["France/NATO/full/2020/2020", "Norway/NATO/full/2020/2020", "France/EU/full/2020/2020"]
    hold_against(right, tmp_path / "t.json", content)


def test_a_date_in_a_list_on_an_edge_of_a_network(tmp_path: Path) -> None:
    content = (
        '{"nodes":[{"id":"FR","name":"France","kind":"state"},{"id":"N","name":"NATO","kind":"body"}],'
        '"links":[{"source":"FR","target":"N","since":[1949,4,4]}]}'
    )
    hold_against(["France/NATO/full/1949-04-04/"], tmp_path / "t.json", content)


def test_yes_or_no_is_no_table(tmp_path: Path) -> None:
    hold_against("the query results are yes or no", tmp_path / "t.json", '{"head":{},"boolean":true}')
