"""What several files have by several IRIs is one thing: states of the list, and bodies of one name."""

from __future__ import annotations

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
