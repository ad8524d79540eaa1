"""What several files have by several IRIs is one thing: states of the list, and bodies of one name."""

from __future__ import annotations

import json
import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

_PREFIXES = (
    "@prefix org: <http://www.w3.org/ns/org#> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> ."
    " @prefix schema: <http://schema.org/> . @prefix a: <http://a.example/> . @prefix b: <http://b.example/> .\n"
)
FILES = {
    "forum.ttl": 'a:x a org:Organization ; skos:prefLabel "Delta Forum" .'
    ' a:eg a schema:Country ; schema:name "Egypt" ; org:memberOf a:x .',
    "nile.ttl": 'b:1 a schema:Country ; schema:name "Egypt" ; schema:memberOf b:o .'
    ' b:o a schema:Organization ; schema:name "Nile Forum" .',
    "twice.ttl": 'b:1 a org:Organization ; skos:prefLabel "Delta Forum" . b:2 a org:Organization ; skos:prefLabel'
    ' "Delta Forum" . b:p a schema:Country ; schema:name "Peru" ; org:memberOf b:1 , b:2 .',
    "forum.csv": "member,organization\nEthiopia,Delta Forum\n",
    "egypt.csv": "member,organization\nEgypt,Amber Pact\n",
    "old.csv": "country,organization,year\nEgypt,Old Pact,1990\nEgypt,Old Pact,1991\n",
    "late.ttl": 'b:m a org:Membership ; org:member b:eg ; org:organization b:l ; schema:startDate "2005" .'
    ' b:eg a schema:Country ; schema:name "Egypt" . b:l a org:Organization ; schema:name "Late League" .',
    "ours.ttl": '<https://w3id.org/blocs/id/egypt> a schema:Country ; skos:prefLabel "Egypt" . a:l a org:Organization ;'
    ' skos:prefLabel "Late League" . a:m a org:Membership ; org:member <https://w3id.org/blocs/id/egypt> ;'
    " org:organization a:l ; schema:startDate '2005'^^<http://www.w3.org/2001/XMLSchema#gYear> ;"
    " <https://w3id.org/blocs/ns#basis> <https://w3id.org/blocs/ns#stated> .",
    "late.nq": "<b:eg> <http://www.w3.org/ns/org#memberOf> <b:l> <b:g> .\n"
    "<b:l> <http://schema.org/name> 'Late League' <b:g> .\n"
    "<b:eg> <http://schema.org/name> 'Egypt' <b:g> .\n".replace("'", '"'),
    "late.json": '{"persons": [{"id": "egypt", "name": "Egypt"}], "organizations": [{"id": "l",'
    ' "name": "Late League"}], "memberships": [{"person_id": "egypt", "organization_id": "l", "start_date": "2005"}]}',
    "people.csv": "person,party,since\nAnn Moss,Lime Party,2012\nBob Reed,Rose Party,2013\n",
    "people.json": '{"persons": [{"id": "p1", "name": "Ann Moss"}, {"id": "p2", "name": "Bob Reed"}], "organizations":'
    ' [{"id": "o1", "name": "Lime Party"}], "memberships": [{"person_id": "p1", "organization_id": "o1"},'
    ' {"person_id": "p2", "organization_id": "o1"}]}',
    "wto.ttl": 'a:eu a schema:Country ; schema:name "European Union" ; org:memberOf a:w . a:w a org:Organization ;'
    ' schema:name "Trade Forum" .',
    "eu.csv": "country,organization\nFrance,European Union\n",
    "cards.ttl": "a:m1 a org:Membership ; org:member a:om ; org:organization a:d . a:m2 a org:Membership ;"
    " org:member a:ir ; org:organization a:d ; org:role a:r7 .",
    "names.ttl": 'a:om a schema:Country ; schema:name "Oman" . a:ir a schema:Country ; schema:name "Iran" . a:d a'
    ' org:Organization ; schema:name "Dune Club" . a:r7 skos:prefLabel "observer" .',
}


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """A folder with the files."""
    for name, content in FILES.items():
        head = _PREFIXES if name.endswith(".ttl") else ""
        (tmp_path / name).write_text(head + content, encoding="utf-8")
    return tmp_path


CASES = [
    (["forum.ttl", "forum.csv"], ["who", "Delta Forum"], ["Egypt", "Ethiopia"], "Delta Forum"),
    (["forum.ttl", "nile.ttl"], ["who", "Nile Forum and Delta Forum"], ["Egypt"], "Egypt"),
    (["nile.ttl", "egypt.csv"], ["who", "Nile Forum and Amber Pact"], ["Egypt"], "Egypt"),
    (
        ["forum.ttl", "nile.ttl", "egypt.csv"],
        ["ask", "which bodies is Egypt in"],
        ["Amber Pact", "Delta Forum", "Nile Forum"],
        "Egypt",
    ),
]


@pytest.mark.parametrize(("names", "command", "right", "said"), CASES, ids=lambda case: str(case)[:30])
def test_files_that_are_read_together_share_their_nodes(
    blocs: Callable[..., Any], files: Path, names: list[str], command: list[str], right: list[str], said: str
) -> None:
    for order in (names, names[::-1]):
        data = [part for name in order for part in ("--data", files / name)]
        result = blocs(*command, *data, "--format", "csv")
        assert sorted(line.split(",")[1] for line in result.out.splitlines()[1:]) == right
        assert f"one node each, though the sources have them by other IRIs: {said}" in result.err


@pytest.mark.parametrize(("names", "command", "right", "said"), CASES, ids=lambda case: str(case)[:30])
def test_sources_of_a_store_share_their_nodes(
    blocs: Callable[..., Any], files: Path, names: list[str], command: list[str], right: list[str], said: str
) -> None:
    for order in (names, names[::-1]):
        store = files / "-".join(order)
        for name in order:
            last = blocs("import", "rdf" if name.endswith(".ttl") else "csv", files / name, "--store", store)
        result = blocs(*command, "--store", store, "--format", "csv")
        assert sorted(line.split(",")[1] for line in result.out.splitlines()[1:]) == right
        assert said in last.err


def test_what_one_file_has_twice_stays_two(blocs: Callable[..., Any], files: Path) -> None:
    result = blocs("list", "bodies", "--data", files / "twice.ttl", "--data", files / "forum.csv", "--format", "csv")
    assert [line.split(",")[2] for line in result.out.splitlines()[1:]] == ["Delta Forum"] * 3
    assert "Delta Forum is 3 nodes, delta-forum, 1 and 2, as one source has two of this name; if they" in result.err
    assert "one node each" not in result.err


def loaded(blocs: Callable[..., Any], files: Path, names: list[str]) -> list[list[object]]:
    """The options that name some files together: in both orders, and as the sources of a store."""
    found: list[list[object]] = []
    for order in (names, names[::-1]):
        found.append([part for name in order for part in ("--data", files / name)])
        store = files / "-".join(order).replace("/", "-")
        for name in order:
            done = blocs("import", "csv" if name.endswith(".csv") else "rdf", files / name, "--store", store)
            assert done.code == 0, done.err
        found.append(["--store", store])
    return found


@pytest.mark.parametrize("late", ["late.ttl", "ours.ttl", "late.nq", "late.json"])
def test_an_old_table_ends_nothing_but_itself(blocs: Callable[..., Any], files: Path, late: str) -> None:
    for options in loaded(blocs, files, ["old.csv", late]):
        found = blocs("who", "Late League", *options, "--format", "csv")
        assert [line.split(",")[1] for line in found.out.splitlines()[1:]] == ["Egypt"], found.err
        assert blocs("who", "Old Pact", *options, "--as-of", "2020", "--format", "csv").out.count("\n") == 1
        cited = blocs("cite", *options, "--format", "csv").out
        assert "old.csv, of 1991" in cited.replace('"', "") and f"{late}, of 20" in cited


@pytest.mark.parametrize(
    ("names", "body", "right"),
    [
        (["forum.ttl", "forum.csv"], "Delta Forum", {"Egypt": "forum.ttl", "Ethiopia": "forum.csv"}),
        (["forum.ttl", "nile.ttl"], "Nile Forum", {"Egypt": "nile.ttl"}),
        (["nile.ttl", "late.nq"], "Late League", {"Egypt": "late.nq"}),
        (["people.csv", "people.json"], "Rose Party", {"Bob Reed": "people.csv"}),
    ],
    ids=str,
)
def test_each_fact_is_from_the_file_that_says_it(
    blocs: Callable[..., Any], files: Path, names: list[str], body: str, right: dict[str, str]
) -> None:
    for options in loaded(blocs, files, names):
        answer = json.loads(blocs("who", body, *options, "--format", "json").out)["answer"]["entities"]
        assert {one["label"]: ", ".join(each["source"] for each in one["evidence"]) for one in answer} == right
        cited = blocs("cite", *options, "--format", "csv").out
        assert sorted(line.split(",")[0] for line in cited.splitlines()[1:]) == sorted(names)


def test_files_that_speak_of_each_other_are_read_as_one(blocs: Callable[..., Any], files: Path) -> None:
    for order in (["cards.ttl", "names.ttl"], ["names.ttl", "cards.ttl"]):
        data = [part for name in order for part in ("--data", files / name)]
        answer = json.loads(blocs("who", "Dune Club", *data, "--format", "json").out)["answer"]["entities"]
        assert [(one["label"], [each["source"] for each in one["evidence"]]) for one in answer] == [
            ("Oman", ["cards.ttl"])
        ]
        assert "Iran" in blocs("who", "Dune Club", *data, "--role", "observer").out
    alone = blocs("import", "rdf", files / "cards.ttl", "--store", files / "alone")
    assert "a role without a name in it, taken for an office of full members: http://a.example/r7" in alone.err
    both = blocs("import", "rdf", files / "cards.ttl", files / "names.ttl", "--store", files / "both")
    assert "without a name" not in both.err
    assert "Iran" in blocs("who", "Dune Club", "--store", files / "both", "--role", "observer").out


def test_people_of_one_name_are_one_in_one_body_and_else_told(blocs: Callable[..., Any], files: Path) -> None:
    for options in loaded(blocs, files, ["people.csv", "people.json"]):
        people = blocs("list", "people", *options, "--format", "csv").out.splitlines()[1:]
        assert [line.split(",")[2] for line in people] == ["Ann Moss", "Bob Reed", "Bob Reed"]
    data = ("--data", files / "people.csv", "--data", files / "people.json")
    said = blocs("list", "people", *data).err
    assert "Bob Reed is 2 nodes, bob-reed and person-p2, as no body has both; if they are one: blocs merge" in said
    way = shlex.split(said.partition("if they are one: blocs ")[2].splitlines()[0])
    way[-1] = str(files / way[-1])
    assert blocs(*way).code == 0
    people = blocs("list", "people", "--data", way[-1], "--format", "csv").out.splitlines()[1:]
    assert [line.split(",")[2] for line in people] == ["Ann Moss", "Bob Reed"]
    assert "error" not in blocs("check", way[-1]).out
    assert blocs("cite", "--data", way[-1]).out == blocs("cite", *data).out


def test_people_without_iris_who_are_one_by_name_alone_are_told(blocs: Callable[..., Any], tmp_path: Path) -> None:
    for club in "XY":
        member = '{"@type": "Person", "name": "Ann Lee"}'
        head = f'{{"@context": {{"@vocab": "https://schema.org/"}}, "@type": "Organization", "name": "Club {club}"'
        (tmp_path / f"{club}.jsonld").write_text(f'{head}, "member": [{member}]}}')
    result = blocs("list", "people", "--data", tmp_path / "X.jsonld", "--data", tmp_path / "Y.jsonld")
    assert "one node by the name alone, though no body has it by all files: Ann Lee (X.jsonld, Y.jsonld)" in result.err
    assert result.out.count("Ann Lee") == 1


def test_what_one_file_has_as_a_country_and_another_as_a_body_is_one(blocs: Callable[..., Any], files: Path) -> None:
    for options in loaded(blocs, files, ["wto.ttl", "eu.csv"]):
        assert "European Union" not in blocs("list", "states", *options).out
        assert blocs("list", "bodies", *options).out.count("European Union") == 1
        assert "European Union" in blocs("who", "Trade Forum", *options).out
        assert "France" in blocs("who", "European Union", *options).out


def test_files_of_one_name_are_told_apart_by_their_folders(blocs: Callable[..., Any], tmp_path: Path) -> None:
    data: list[object] = []
    for folder, year in (("a", "1990"), ("b", "1995")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "members.csv").write_text(f"member,organization,start\nFrance,Elm,{year}\n")
        data += ["--data", tmp_path / folder / "members.csv"]
    answer = json.loads(blocs("who", "Elm", *data, "--format", "json").out)["answer"]["entities"]
    assert sorted(each["source"] for each in answer[0]["evidence"]) == ["a/members.csv", "b/members.csv"]
    assert "error" not in blocs("check", *data[1::2]).out


GRAPH = """@prefix org: <http://www.w3.org/ns/org#> . @prefix e: <http://e.org/> .
@prefix schema: <https://schema.org/> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
e:m a org:Membership ; org:member e:spain ; org:organization e:league .
e:spain a schema:Country ; skos:prefLabel "Spain" . e:league skos:prefLabel "Beta League" .
<https://w3id.org/blocs/id/alpha-pact> a org:Organization ; skos:prefLabel "The Alpha Pact" .
"""


def test_a_graph_beside_a_table_is_read_as_if_it_were_alone(blocs: Callable[..., Any], tmp_path: Path) -> None:
    graph, table = tmp_path / "a.ttl", tmp_path / "b.csv"
    graph.write_text(GRAPH, encoding="utf-8")
    table.write_text("country,organization,start\nFrance,Alpha Pact,1990\n", encoding="utf-8")
    for order in ((graph, table), (table, graph)):
        data = [word for path in order for word in ("--data", str(path))]
        found = blocs("who", "Beta", "League", *data, "--format", "json")
        assert [one["label"] for one in json.loads(found.out)["answer"]["entities"]] == ["Spain"]
        checked = blocs("check", *map(str, order), "--format", "json")
        assert json.loads(checked.out)["findings"] == []


def test_a_name_that_is_said_to_be_a_state_is_it_in_the_years_of_that_state(
    blocs: Callable[..., Any], tmp_path: Path
) -> None:
    path = tmp_path / "t.csv"
    rows = "Yemen,Alpha Pact,1980,1989\nYemen,Beta Pact,1991,\n"
    path.write_text(f"country,organization,start,end\n{rows}", encoding="utf-8")
    for same, first in (("North Yemen", "yemen-arab-republic"), ("South Yemen", "yemen-people-s-republic")):
        found = blocs("timeline", "--data", str(path), "--same", f"Yemen={same}", "--format", "json")
        assert [entry["member"] for entry in json.loads(found.out)["timeline"]] == [first, "yemen"]


_WIKIDATA, _P463 = "http://www.wikidata.org/entity/", "http://www.wikidata.org/prop/direct/P463"
_MORE = (
    _PREFIXES + "@prefix foaf: <http://xmlns.com/foaf/0.1/> . @prefix wdt: <http://www.wikidata.org/prop/direct/> .\n"
)
UNTYPED = {
    "org.ttl": _MORE + 'a:k skos:prefLabel "Kenya" ; org:memberOf a:l . a:l skos:prefLabel "Lake Compact" .',
    "membership.ttl": _MORE + "a:m a org:Membership ; org:member a:k ; org:organization a:l ."
    ' a:k skos:prefLabel "Kenya" . a:l skos:prefLabel "Lake Compact" .',
    "schema.ttl": _MORE + 'a:k schema:name "Kenya" ; schema:memberOf a:l . a:l schema:name "Lake Compact" .',
    "foaf.ttl": _MORE + 'a:l a foaf:Group ; foaf:name "Lake Compact" ; foaf:member a:k .'
    ' a:k a foaf:Agent ; foaf:name "Kenya" .',
    "wikidata.nt": f"<{_WIKIDATA}Q114> <{_P463}> <{_WIKIDATA}Q1> .\n"
    f'<{_WIKIDATA}Q114> <http://www.w3.org/2000/01/rdf-schema#label> "Kenya"@en .\n'
    f'<{_WIKIDATA}Q1> <http://www.w3.org/2000/01/rdf-schema#label> "Lake Compact"@en .\n',
    "iri.ttl": _MORE + 'a:Kenya org:memberOf a:l . a:l skos:prefLabel "Lake Compact" .',
}


@pytest.mark.parametrize("name", UNTYPED)
def test_a_member_without_a_class_that_is_called_as_a_state_is_it(
    blocs: Callable[..., Any], tmp_path: Path, name: str
) -> None:
    (tmp_path / name).write_text(UNTYPED[name], encoding="utf-8")
    (tmp_path / "savings.csv").write_text("country,organization\nKenya,Savings Pact\nUganda,Savings Pact\n")
    for options in loaded(blocs, tmp_path, [name, "savings.csv"]):
        found = blocs("ask", "which bodies is Kenya in", *options, "--format", "csv")
        assert [line.split(",")[1] for line in found.out.splitlines()[1:]] == ["Lake Compact", "Savings Pact"]
        states = blocs("list", "states", *options, "--format", "csv").out.splitlines()[1:]
        assert [line.split(",")[2] for line in states] == ["Kenya", "Uganda"]


@pytest.mark.parametrize(
    "said",
    [
        'a:k a foaf:Person ; skos:prefLabel "Chad" ; org:memberOf a:l .',
        'a:k skos:prefLabel "Chad" ; org:memberOf a:l . a:b a foaf:Person ; org:memberOf a:l .',
        'a:k skos:prefLabel "Chad" ; foaf:givenName "Chad" ; org:memberOf a:l .',
        'a:k a a:Province ; skos:prefLabel "Chad" ; org:memberOf a:l .',
        'a:k skos:prefLabel "Chad" ; org:memberOf a:l . a:b skos:prefLabel "Bo" ; org:memberOf a:l .'
        ' a:c skos:prefLabel "Al" ; org:memberOf a:l .',
    ],
)
def test_who_may_be_a_person_called_as_a_state_is_none(blocs: Callable[..., Any], tmp_path: Path, said: str) -> None:
    (tmp_path / "a.ttl").write_text(f'{_MORE}{said} a:l skos:prefLabel "Lake Compact" .', encoding="utf-8")
    assert "state," not in blocs("list", "states", "--data", tmp_path / "a.ttl", "--format", "csv").out


def test_states_by_their_names_alone_beside_strangers_are_told(blocs: Callable[..., Any], tmp_path: Path) -> None:
    text = _MORE + 'a:k skos:prefLabel "Jordan" ; org:memberOf a:l . a:b skos:prefLabel "Bo" ; org:memberOf a:l .'
    (tmp_path / "a.ttl").write_text(text, encoding="utf-8")
    told = blocs("list", "states", "--data", tmp_path / "a.ttl")
    assert "taken for states, as the list of states has them: Jordan; give a person the class foaf:Person" in told.err
    (tmp_path / "a.ttl").write_text(text + " a:k a foaf:Person .", encoding="utf-8")
    assert "state," not in blocs("list", "states", "--data", tmp_path / "a.ttl", "--format", "csv").out


@pytest.mark.parametrize("known_as", ["", "foaf:Agent", "foaf:Group", "skos:Concept", "schema:Place", "a:Union"])
def test_what_has_members_is_a_body_though_it_is_a_member_too(
    blocs: Callable[..., Any], tmp_path: Path, known_as: str
) -> None:
    class_ = f"a:u a {known_as} . " if known_as else ""
    text = f'{_MORE}{class_} a:g a schema:Country ; skos:prefLabel "Ghana" ; org:memberOf a:u . a:f skos:prefLabel'
    text += ' "World Forum" . a:u skos:prefLabel "Savanna Union" ; org:memberOf a:f .'
    (tmp_path / "a.ttl").write_text(text, encoding="utf-8")
    (tmp_path / "b.csv").write_text("member,organization\nSavanna Union,World Forum\nKenya,Savanna Union\n")
    for options in loaded(blocs, tmp_path, ["a.ttl", "b.csv"]):
        for body, right in (("Savanna Union", ["Ghana", "Kenya"]), ("World Forum", ["Savanna Union"])):
            found = blocs("who", body, *options, "--format", "csv")
            assert sorted(line.split(",")[1] for line in found.out.splitlines()[1:]) == right, found.err


def test_agents_beside_members_do_not_say_what_these_are(blocs: Callable[..., Any], tmp_path: Path) -> None:
    names = ("Chad", "Bo Roy", "Ann Lee")
    members = (f'a:{at} a foaf:Agent ; skos:prefLabel "{name}" ; org:memberOf a:l .' for at, name in enumerate(names))
    text = f'{_MORE} {" ".join(members)} a:l skos:prefLabel "Lake Party" . a:f a foaf:Agent ; skos:prefLabel "France" .'
    (tmp_path / "a.ttl").write_text(text, encoding="utf-8")
    listed = blocs("list", "states", "--data", tmp_path / "a.ttl")
    assert [row.split("\t")[2] for row in listed.out.splitlines() if row.startswith("state\t")] == ["France"]
