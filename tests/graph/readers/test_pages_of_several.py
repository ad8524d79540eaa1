"""One page of several that a server gives: people in JSON and graphs say it as tables do, however they are read."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]

ONE_PAGE = "this is one page of several: "
PEOPLE = '[{"id":"1","name":"Ann Lee","memberships":[{"organization":{"id":"x","name":"Salt Union"}}]}]'
THREE_LISTS = (
    '"persons":[{"id":"1","name":"Ann Lee"}],"organizations":[{"id":"x","name":"Salt Union"}],'
    '"memberships":[{"person_id":"1","organization_id":"x"}]'
)
OPARL = "https://schema.oparl.org/1.1"
COUNCIL = (
    f'[{{"id":"https://c.example/person/1","type":"{OPARL}/Person","name":"Ann Lee","membership":[{{"id":'
    f'"https://c.example/membership/1","type":"{OPARL}/Membership","organization":{{"id":"https://c.example/o/1",'
    f'"type":"{OPARL}/Organization","name":"Salt Union"}}}}]}}]'
)
PREFIXES = """\
@prefix hydra: <http://www.w3.org/ns/hydra/core#> . @prefix org: <http://www.w3.org/ns/org#> .
@prefix as: <https://www.w3.org/ns/activitystreams#> . @prefix tree: <https://w3id.org/tree#> .
@prefix xhv: <http://www.w3.org/1999/xhtml/vocab#> . @prefix search: <http://a9.com/-/spec/opensearch/1.1/> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> . @prefix ldp: <http://www.w3.org/ns/ldp#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix : <http://e.org/> .
:ann a foaf:Person ; skos:prefLabel "Ann Lee" ; org:memberOf :u . :u a org:Organization ; skos:prefLabel "Salt Union" .
"""
NEXT = "it names a next one"

JSON = [
    (f'{{"count":9,"next":"https://e.org/?page=2","results":{PEOPLE}}}', "it has 1 of 9 records"),
    (f'{{"meta":{{"total_count":9,"next":"/people/?offset=1"}},"objects":{PEOPLE}}}', "it has 1 of 9 records"),
    (f'{{"total":"9","page":1,"has_more":true,"result":{PEOPLE}}}', "it has 1 of 9 records"),
    (f'{{"has_more":true,"next_url":"https://e.org/?page=2","result":{PEOPLE}}}', NEXT),
    (f'{{"page":2,"pages":3,"result":{PEOPLE}}}', "it is page 2 of 3"),
    (f'{{{THREE_LISTS},"meta":{{"page":1,"pages":9,"total":41}}}}', "it is page 1 of 9"),
    (f'{{{THREE_LISTS},"meta":{{"total":41}}}}', "it has 3 of 41 records"),
    (f'{{"data":{COUNCIL},"pagination":{{"totalElements":9,"currentPage":1}}}}', "it has 1 of 9 records"),
    (f'{{"data":{COUNCIL},"links":{{"next":"https://c.example/person?page=2"}}}}', NEXT),
    (f'{{"count":1,"next":null,"results":{PEOPLE}}}', ""),
    (f'{{"data":{COUNCIL},"pagination":{{"totalElements":1}},"links":{{"first":"https://c.example/person"}}}}', ""),
    (f'{{"page":3,"pages":3,"previous":"https://e.org/?page=2","result":{PEOPLE}}}', ""),
    (f'{{{THREE_LISTS},"meta":{{"total":1}}}}', ""),
    ('{"id":"x","name":"Salt Union","count":9,"memberships":[{"person":{"id":"1","name":"Ann Lee"}}]}', ""),
]  # fmt: skip
GRAPHS = [
    ("<?page=1> a hydra:PartialCollectionView ; hydra:next <?page=2> ; hydra:totalItems 300 .", NEXT),
    (":all hydra:totalItems 90 ; hydra:member :ann ; hydra:view [ hydra:next <?page=2> ] .", "it has 1 of 90 records"),
    ('<> a hydra:PagedCollection ; hydra:totalItems "90" ; hydra:nextPage "http://e.org/?page=2" .', NEXT),
    ("<?page=1> a as:OrderedCollectionPage ; as:next <?page=2> .", NEXT),
    ("<?page=1> as:totalItems 7 ; as:orderedItems ( :ann :bo ) .", "it has 2 of 7 records"),
    ("<?page=1> tree:relation [ tree:node <?page=2> ] .", NEXT),
    ("<?page=1> ldp:nextPage <?page=2> .", NEXT),
    ("<?page=1> xhv:next <?page=2> ; search:itemsPerPage 10 .", NEXT),
    ("<?page=2> a hydra:PartialCollectionView ; hydra:previous <?page=1> ; hydra:totalItems 300 .", ""),
    ("<?page=1> hydra:next <?page=2> . <?page=2> hydra:previous <?page=1> .", ""),
    (":all hydra:totalItems 1 ; hydra:member :ann .", ""),
    ("<?page=1> ldp:nextPage rdf:nil .", ""),
    ("<chapter-1> xhv:next <chapter-2> .", ""),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [*(("a.json", *one) for one in JSON), *(("a.ttl", PREFIXES + more, said) for more, said in GRAPHS)],
)
def test_a_page_is_said_to_be_one_with_every_answer(
    blocs: Run, tmp_path: Path, name: str, content: str, said: str
) -> None:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    answer = blocs("who", "Salt Union", "--data", path)
    assert "Ann Lee" in answer.out
    assert (f"{name}: {ONE_PAGE}{said};" in answer.err) if said else (ONE_PAGE not in answer.err)
    assert "not read" not in answer.err


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.json", JSON[0][0], "it has 1 of 9 records"),
        ("a.json", JSON[8][0], NEXT),
        ("a.ttl", PREFIXES + GRAPHS[0][0], NEXT),
        ("a.ttl", PREFIXES + GRAPHS[1][0], "it has 1 of 90 records"),
    ],
)
def test_a_page_is_said_to_be_one_by_every_command(
    blocs: Run, tmp_path: Path, name: str, content: str, said: str
) -> None:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    assert f"T{ONE_PAGE[1:]}{said}" in blocs("check", "--data", path).out
    assert f"{name}: {ONE_PAGE}{said}" in blocs("info", "--data", path).out
    for more in (("--dry-run",), ("--store", tmp_path / "store")):
        found = blocs("import", "rdf", path, *more)
        assert f"{name}: {ONE_PAGE}{said}" in found.out + found.err


def test_a_page_of_committees_without_a_membership_is_one_of_several(blocs: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    committee = {"id": "https://c.example/o/1", "type": f"{OPARL}/Organization", "name": "Salt Union"}
    path.write_text(json.dumps({"data": [committee], "pagination": {"totalElements": 30}}), encoding="utf-8")
    assert f"{ONE_PAGE}it has 1 of 30 records" in blocs("list", "--data", path).err


@pytest.mark.parametrize(
    ("there", "left"),
    [((1, 2, 3), False), ((1, 2), True), ((1, 3), True), ((3,), True)],
)
def test_pages_that_are_all_there_are_said_nothing_of(
    blocs: Run, tmp_path: Path, there: tuple[int, ...], *, left: bool
) -> None:
    address = "https://e.org/people/?page="
    paths = [tmp_path / f"{number}.json" for number in there]
    for number, path in zip(there, paths, strict=True):
        person = {"id": str(number), "name": f"Member {number}", "memberships": [{"organization_id": "x"}]}
        around = {"next": f"{address}{number + 1}" * (number < 3), "previous": f"{address}{number - 1}" * (number > 1)}
        path.write_text(json.dumps({"count": 3, **around, "results": [person]}), encoding="utf-8")
    given = [one for path in paths for one in ("--data", path)]
    assert (ONE_PAGE in blocs("list", *given).err) == left
    for more in (("--dry-run",), ("--store", tmp_path / "store")):
        found = blocs("import", "rdf", *paths, *more)
        assert (ONE_PAGE in found.out + found.err) == left


def test_pages_of_a_graph_that_are_all_there_are_said_nothing_of(blocs: Run, tmp_path: Path) -> None:
    first, second = tmp_path / "1.ttl", tmp_path / "2.ttl"
    first.write_text(PREFIXES + ":1 hydra:next :2 .", encoding="utf-8")
    second.write_text(PREFIXES + ":2 hydra:previous :1 .", encoding="utf-8")
    assert ONE_PAGE in blocs("list", "--data", first).err
    assert ONE_PAGE not in blocs("list", "--data", first, "--data", second).err


def test_what_a_server_lists_may_be_the_members_of_a_body_where_nothing_else_says_so(
    blocs: Run, tmp_path: Path
) -> None:
    path = tmp_path / "a.ttl"
    path.write_text(PREFIXES + ":bo a foaf:Person ; skos:prefLabel 'Bo' . :all hydra:member :ann , :bo .", "utf-8")
    assert "core#member (1)" in blocs("list", "--data", path).err
