"""What several files have by several IRIs is one thing: states of the list, and bodies of one name."""

from __future__ import annotations

import json
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
    assert "one node each" not in result.err


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
    for same, first in (("", "yemen-arab-republic"), ("Yemen=South Yemen", "yemen-people-s-republic")):
        said = ["--same", same] if same else []
        found = blocs("timeline", "--data", str(path), *said, "--format", "json")
        assert [entry["member"] for entry in json.loads(found.out)["timeline"]] == [first, "yemen"]
