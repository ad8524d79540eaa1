"""Fetching through a lens, from servers that are real and from one that fails."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import blocs as library
import pytest
from blocs.graph.errors import InvalidRequest
from blocs.graph.readers.vocabularies.lenses import read_lens
from blocs.graph.sources.files import load_files
from blocs.graph.sources.remote import fetching
from blocs.graph.sources.remote.fetching import Fetching
from faulty_server import FaultyServer, Handler
from needs import no_server
from places import TEST_DATA
from servers import NotInstalled, oxigraph_server, virtuoso_server

FILES = TEST_DATA / "lenses"
Run = Callable[..., Any]


def many(folder: Path, number: int = 450) -> Path:
    """Items of Wikidata that are members of a body, more than fit a page."""
    file = folder / "many.ttl"
    item, direct = "http://www.wikidata.org/entity/", "http://www.wikidata.org/prop/direct/"
    lines = [
        f'<{item}Q{n}> <{direct}P463> <{item}Q7> ; <http://www.w3.org/2000/01/rdf-schema#label> "Item {n}"@en .'
        for n in range(1000, 1000 + number)
    ]
    file.write_text(
        "\n".join([*lines, f'<{item}Q7> <http://www.w3.org/2000/01/rdf-schema#label> "Club"@en .']), "utf-8"
    )
    return file


@pytest.fixture(scope="module", params=["oxigraph", "virtuoso"])
def endpoint(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("server")
    serve = {"oxigraph": oxigraph_server, "virtuoso": virtuoso_server}[request.param]
    try:
        with serve([FILES / "wikidata-entity.ttl", many(folder), FILES / "clubs.ttl"], folder) as url:
            yield url
    except NotInstalled as reason:
        no_server(reason)


@pytest.fixture(autouse=True)
def _no_credentials(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NETRC", "/nonexistent")
    monkeypatch.delenv("BLOCS_ENDPOINT", raising=False)


def test_wikidata_is_fetched_by_pages(blocs: Run, tmp_path: Path, endpoint: str) -> None:
    store = tmp_path / "store"
    result = blocs("import", "rdf", "--endpoint", endpoint, "--lens", "wikidata", "--store", store)
    assert result.code == 0 and "read through the lens wikidata: 454 memberships" in result.err
    assert "left out: a membership that ended at an unknown date" in result.err
    graph = library.load(store=store)
    assert len(graph.members("Club")) == 450
    assert [m.label for m in graph.members("NU", "1996")] == ["Northland"]
    assert {e.source for e in graph.members("NU", "1975")[0].evidence} == {"Yearbook of Treaties"}
    assert blocs("who", "Trade Forum", "--role", "observer", "--store", store).out.splitlines()[1].startswith("Q900001")


def test_where_narrows_it(blocs: Run, tmp_path: Path, endpoint: str) -> None:
    words = ("--endpoint", endpoint, "--lens", "wikidata", "--store", tmp_path / "store")
    result = blocs("import", "rdf", *words, "--where", "?member wdt:P31 wd:Q3624078")
    assert result.code == 0 and "wikidata: 4 memberships" in result.err
    result = blocs("import", "rdf", *words, "--where", "?member wdt:P31")
    assert result.code == 2 and "SPARQL syntax" in result.err
    result = blocs("import", "rdf", *words, "--where", "?member wdt:P31 wd:Q1")
    assert result.code == 1 and "no membership was found there, and nothing was imported" in result.err


@pytest.mark.parametrize("limit", [1, 200, 300])
def test_what_is_cut_off_is_said(blocs: Run, tmp_path: Path, endpoint: str, limit: int) -> None:
    words = ("--endpoint", endpoint, "--lens", "wikidata", "--store", tmp_path / "store", "--limit", limit)
    result = blocs("import", "rdf", *map(str, words))
    assert result.code == 0 and f"only the first {limit} were fetched" in result.err
    assert "were fetched" in blocs("list", "--store", tmp_path / "store").err
    assert (
        sum(e.kind != "body" and e.kind != "source" for e in library.load(store=tmp_path / "store").names.entities)
        == limit
    )


def test_a_lens_without_pages_is_fetched_by_offset(
    blocs: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, endpoint: str
) -> None:
    words = ("--endpoint", endpoint, "--lens", FILES / "clubs.rq", "--store", tmp_path / "store")
    result = blocs("import", "rdf", *words)
    assert result.code == 0 and "lens clubs: 1 membership" in result.err
    result = blocs("import", "rdf", *words, "--where", "?who ?p ?o")
    assert result.code == 2 and "has no page variable for --where" in result.err


def test_offsets_reach_everything(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "_SOLUTIONS", 7)
    source = load_files([many(tmp_path, 40)], lenses=["none"])
    lens = read_lens(
        "mine", "CONSTRUCT { ?s <http://e.org/in> ?o } WHERE { ?s <http://www.wikidata.org/prop/direct/P463> ?o }"
    )
    fetched = Fetching(source, lens, "", 1000)
    assert len({triple.subject for triple in fetched.triples()}) == 40 and fetched.notes() == []
    cut = Fetching(source, lens, "", 14)
    assert len(list(cut.triples())) == 14 and "only the first 14" in cut.notes()[0]
    with pytest.raises(InvalidRequest):
        Fetching(source, lens, "?s ?p ?o", 10)


def late(handler: Handler) -> None:
    """The first answer is right, what comes after fails."""
    if handler.server.count["late"] == 1:
        handler.do_good()
    else:
        handler.do_status("500")


@pytest.mark.parametrize("way", ["late", "short", "status/500"])
def test_a_page_that_fails_leaves_the_store_as_it_was(
    blocs: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    monkeypatch.setattr(Handler, "do_late", late, raising=False)
    store = tmp_path / "store"
    assert blocs("import", "rdf", FILES / "foaf.rdf", "--store", store).code == 0
    before = blocs("list", "--store", store).out
    with FaultyServer() as server:
        server.store.load(path=FILES / "wikidata-entity.ttl")
        result = blocs("import", "rdf", "--endpoint", server.url + way, "--lens", "wikidata", "--store", store)
    assert result.code == 1 and result.err.startswith("blocs: ") and result.err.count("\n") == 1
    assert blocs("list", "--store", store).out == before


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("--endpoint http://127.0.0.1:1/sparql", "needs one --lens to fetch through"),
        ("--endpoint http://127.0.0.1:1/sparql --lens none", "needs one --lens to fetch through"),
        ("--endpoint http://127.0.0.1:1/sparql --lens wikidata --lens foaf", "needs one --lens"),
        ("x.ttl --endpoint http://127.0.0.1:1/sparql --lens wikidata", "cannot be combined with files"),
        ("--endpoint http://127.0.0.1:1/sparql --lens wikidat", "did you mean wikidata?"),
        ("x.ttl --where ?s", "--where is for --endpoint"),
        ("", "no file was named"),
    ],
)
def test_requests_that_name_no_source(blocs: Run, tmp_path: Path, words: str, said: str) -> None:
    result = blocs("import", "rdf", *words.split(), "--store", tmp_path / "store")
    assert result.code == 2 and said in result.err and not (tmp_path / "store").exists()


FOREIGN = [["list"], ["overlap"], ["info"], ["who", "NU"], ["ask", "is Northland in NU"], ["check"]]


@pytest.mark.parametrize("command", FOREIGN, ids=lambda words: words[0])
def test_an_endpoint_in_another_vocabulary_says_so(
    blocs: Run, tmp_path: Path, endpoint: str, command: list[str]
) -> None:
    result = blocs(*command, "--endpoint", endpoint)
    # `check` says it as what it found, the others beside their answer; each says it once.
    where, other = (result.out, result.err) if command == ["check"] else (result.err, result.out)
    said = "o membership of the graph model is there"
    assert (where.count(said), other.count(said)) == (1, 0)
    assert command == ["check"] or f"n{said}; it uses " in where
    assert f"blocs import rdf --endpoint {endpoint} --lens wikidata --store DIR" in where
    assert command != ["check"] or (result.code == 1 and f"N{said}" in result.out)


def test_an_endpoint_of_the_model_is_not_called_foreign(blocs: Run, tmp_path: Path) -> None:
    try:
        with oxigraph_server([TEST_DATA / "pacts.ttl"], tmp_path) as url:
            for words in (["list"], ["who", "Nobody's League"], ["overlap"], ["check"]):
                assert "no membership" not in blocs(*words, "--endpoint", url).err
    except NotInstalled as reason:
        no_server(reason)


def test_an_empty_answer_of_an_endpoint_in_schema_org_says_the_way_on(blocs: Run, tmp_path: Path) -> None:
    """It has states and bodies that the model knows, and who is in what in words that only a lens reads."""
    data = tmp_path / "schema.ttl"
    data.write_text(
        "@prefix schema: <https://schema.org/> . @prefix : <http://e.org/> .\n"
        "@prefix foaf: <http://xmlns.com/foaf/0.1/> .\n"
        ':fr a schema:Country ; schema:name "France" ; schema:memberOf :p .\n'
        ':p a schema:Organization ; schema:name "Alpha Pact" . :a a foaf:Person ; foaf:familyName "Lee" .\n'
    )
    try:
        with oxigraph_server([data], tmp_path) as url:
            way_on = f"blocs import rdf --endpoint {url} --lens schema-org --store DIR"
            who = blocs("who", "Alpha Pact", "--endpoint", url)
            assert who.code == 0 and who.out == "id\tlabel\tbasis\n" and way_on in who.err
            assert way_on in blocs("list", "--endpoint", url).err
            check = blocs("check", "--endpoint", url)
            assert check.code == 1 and way_on in check.out
    except NotInstalled as reason:
        no_server(reason)
