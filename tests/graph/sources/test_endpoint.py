"""The SPARQL 1.1 Protocol as we speak it, and what we keep to ourselves."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pyoxigraph
import pytest
from blocs import InvalidRequest, OperationFailed, load
from blocs.graph.sources.remote.endpoint import Endpoint
from faulty_server import FaultyServer
from places import ROOT

SHORT = "SELECT ?s { ?s org:memberOf :cst }"
LONG = SHORT + " # " + "x" * 3000


@pytest.fixture
def server() -> Iterator[FaultyServer]:
    with FaultyServer() as running:
        yield running


@pytest.fixture(autouse=True)
def clean_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("", "_TOKEN", "_USER", "_PASSWORD"):
        monkeypatch.delenv("BLOCS_ENDPOINT" + name, raising=False)
    for name in ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))


@pytest.mark.parametrize(("query", "method"), [(SHORT, "GET"), (LONG, "POST")])
def test_short_queries_by_get_long_ones_by_post(server: FaultyServer, query: str, method: str) -> None:
    rows = list(Endpoint(server.url + "good?default-graph-uri=http://g&key=1&named-graph-uri=http://n").select(query))
    assert len(rows) == 6
    (request,) = server.requests
    assert request.method == method
    assert request.parameters["default-graph-uri"] == ["http://g"]
    assert request.parameters["named-graph-uri"] == ["http://n"]
    assert request.parameters["key"] == ["1"]
    assert request.headers["user-agent"].startswith("blocs/")
    assert request.headers["accept"].startswith("application/sparql-results+json")
    assert "gzip" in request.headers["accept-encoding"]
    assert "authorization" not in request.headers


def test_every_form_of_query(server: FaultyServer) -> None:
    endpoint = Endpoint(server.url + "good")
    assert endpoint.ask("ASK { :armenia org:memberOf :cst }")
    assert not endpoint.run("ASK { :georgia org:memberOf :cst }")
    triples = endpoint.run("CONSTRUCT { ?s org:memberOf :cst } WHERE { ?s org:memberOf :cst }")
    assert isinstance(triples, pyoxigraph.QueryTriples) and len(list(triples)) == 6
    assert server.requests[-1].headers["accept"].startswith("application/n-triples")
    solutions = endpoint.run(SHORT)
    assert isinstance(solutions, pyoxigraph.QuerySolutions) and len(list(solutions)) == 6
    assert len(list(endpoint.triples())) == len(server.store)


def test_terms_come_back_as_they_are_here(server: FaultyServer) -> None:
    values = '1 1.50 2e3 "a\\n\\"b\\"\\t" "c"@en-GB "2001-05"^^xsd:gYearMonth <x:a> true "" "\\U0001F600"'
    query = f"PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> SELECT ?x {{ VALUES ?x {{ {values} }} }}"
    solutions = server.store.query(query)
    assert isinstance(solutions, pyoxigraph.QuerySolutions)
    here = [solution[0] for solution in solutions]
    assert len(here) == 10
    for path in ("good", "xml", "tsv", "packed", "chunked"):
        there = [row[0] for row in Endpoint(server.url + path).select(query)]
        assert there == here


@pytest.mark.parametrize(
    "query",
    [
        "INSERT DATA { :a :b :c }",
        "DELETE WHERE { ?s ?p ?o }",
        "LOAD <http://example.org/x>",
        "CLEAR ALL",
        "SELECT * { ?s ?p ?o } ; DROP ALL",
        "SELECT * { ?s ?p ",
        "# SELECT\nDROP ALL",
        "",
    ],
)
def test_only_queries_leave(server: FaultyServer, query: str) -> None:
    for allow in (False, True):
        with pytest.raises(InvalidRequest, match=r"SPARQL syntax|would change the data"):
            Endpoint(server.url + "good", allow_service=allow).run(query)
    assert server.requests == []


SERVICES = [
    "PREFIX : <http://x/> SELECT * { SERVICE:a { ?s ?p ?o } }",
    "PREFIX s: <http://x/> SELECT * { SERVICEs:a { ?s ?p ?o } }",
    "PREFIX : <http://x/> SELECT * { SERVICESILENT:a { ?s ?p ?o } }",
    "SELECT * { ?s ?p 1e3SERVICE<http://x>{ ?s ?p ?o } }",
    "SELECT * { ?s <http://x/\\u0041#b> ?o . SERVICE<http://x>{ ?s ?p ?o } }",
    "SELECT * { BIND(1 AS ?a) FILTER(?a<'x>y') SERVICE<http://x>{ ?s ?p ?o } BIND('' AS ?z) }",
    "SELECT * { ?s ?p ?o } # \\u000a SERVICE <http://x> { ?s ?p ?o",
    "SELECT * { SERVICE <http://x> { ?s ?p ?o } }",
    "ASK { service silent ?x { ?s ?p ?o } }",
    "PREFIX ex: <x:> SELECT * { ?s ex:a\\#b ?o . SERVICE<http://x>{ ?s ?p ?o } }",
    "SELECT * { S\\u0045RVICE <http://x> { ?s ?p ?o } }",
    "SELECT * { { SELECT * { SERVICE<http://x>{} } } }",
]
NO_SERVICES = [
    "SELECT ?service { ?service :service 'SERVICE <http://x> {' } # SERVICE",
    'SELECT * { ?s <http://x/SERVICE> """\nSERVICE "" <x> """ }',
]


@pytest.mark.parametrize("query", SERVICES)
def test_service_is_refused(server: FaultyServer, query: str) -> None:
    """Whatever way it is written: by what goes to an endpoint, and by the engine here, which would call it itself."""
    query = query.replace("http://x", server.url + "good")
    for source in (Endpoint(server.url + "good"), load().source):
        with pytest.raises(InvalidRequest, match=r"--allow-service|^SPARQL syntax"):
            source.run(query)
    assert server.requests == []


@pytest.mark.parametrize("query", NO_SERVICES)
def test_what_only_looks_like_service(server: FaultyServer, query: str) -> None:
    assert list(Endpoint(server.url + "good").select(query)) == []
    assert list(load().source.select(query)) == []


def test_service_where_allowed_is_called(server: FaultyServer, blocs: Callable[..., Any]) -> None:
    query = f"SELECT ?s {{ SERVICE <{server.url}good> {{ ?s org:memberOf :cst }} }}"
    assert blocs("query", "-e", query).code == 2
    assert blocs("query", "-e", query, "--allow-service").out.count("\n") == 7
    assert len(server.requests) == 1


def test_service_at_an_endpoint_is_the_engines_to_call(server: FaultyServer) -> None:
    with FaultyServer() as other:
        query = f"SELECT ?s {{ SERVICE <{other.url}good> {{ ?s org:memberOf :cst }} }}"
        rows = list(Endpoint(server.url + "good", allow_service=True).select(query))
        assert len(rows) == 6
        assert len(other.requests) == 1  # from the engine; we ourselves have not called it


# Credentials.


def authorization(server: FaultyServer) -> str | None:
    return server.requests[-1].headers.get("authorization")


def test_basic_and_bearer_from_the_environment(server: FaultyServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BLOCS_ENDPOINT_USER", "me")
    monkeypatch.setenv("BLOCS_ENDPOINT_PASSWORD", "s3cr:et")
    Endpoint(server.url + "good").ask("ASK {}")
    assert authorization(server) == "Basic bWU6czNjcjpldA=="
    monkeypatch.setenv("BLOCS_ENDPOINT_TOKEN", "t0ken")
    Endpoint(server.url + "good").ask("ASK {}")
    assert authorization(server) == "Bearer t0ken"


def test_credentials_from_netrc(server: FaultyServer, tmp_path: Path) -> None:
    (tmp_path / "netrc").write_text("machine 127.0.0.1 login me password s3cr:et\n")
    Endpoint(server.url + "good").ask("ASK {}")
    assert authorization(server) == "Basic bWU6czNjcjpldA=="


def test_credentials_of_one_server_go_to_no_other(server: FaultyServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BLOCS_ENDPOINT", "https://example.org/sparql")
    monkeypatch.setenv("BLOCS_ENDPOINT_TOKEN", "t0ken")
    Endpoint(server.url + "good").ask("ASK {}")
    assert authorization(server) is None


def test_credentials_are_not_sent_after_a_redirect_elsewhere(
    server: FaultyServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BLOCS_ENDPOINT_TOKEN", "t0ken")
    with pytest.raises(OperationFailed, match="another server"):
        Endpoint(server.url + "elsewhere").ask("ASK {}")
    assert Endpoint(server.url + "moved").ask("ASK {}")
    assert authorization(server) == "Bearer t0ken"


def test_credentials_are_not_sent_unencrypted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BLOCS_ENDPOINT_TOKEN", "t0ken")
    with pytest.raises(OperationFailed, match=r"unencrypted to http://example\.org/sparql;"):
        Endpoint("http://example.org/sparql?apikey=hidden")


@pytest.mark.parametrize("path", ["echo", "status/401", "status/500", "circle", "page", "short"])
def test_no_message_shows_a_secret(
    server: FaultyServer, blocs: Callable[..., Any], monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    for name, value in (("USER", "me"), ("PASSWORD", "s3cr:et")):
        monkeypatch.setenv(f"BLOCS_ENDPOINT_{name}", value)
    result = blocs("list", "--endpoint", f"{server.url}{path}?apikey=h1dden")
    assert result.code == 1
    for secret in ("s3cr:et", "bWU6czNjcjpldA==", "h1dden"):
        assert secret not in result.err


def test_passwords_on_the_command_line_are_refused_and_not_repeated(blocs: Callable[..., Any]) -> None:
    result = blocs("list", "--endpoint", "https://me:s3cret@example.org/sparql")
    assert (result.code, result.out) == (2, "")
    assert "BLOCS_ENDPOINT_USER" in result.err and "s3cret" not in result.err


def test_a_broken_netrc_is_not_repeated(server: FaultyServer, tmp_path: Path, blocs: Callable[..., Any]) -> None:
    (tmp_path / "netrc").write_text("machine example.org login me passwort s3cret\n")
    result = blocs("list", "--endpoint", server.url + "good")
    assert result.code == 1 and "netrc:1: cannot be read" in result.err and "s3cret" not in result.err


# Options.


@pytest.mark.parametrize(
    "url", ["example.org/sparql", "ftp://example.org/", "http://", "http://[::1", "http://a b/", ""]
)
def test_what_is_no_endpoint(url: str) -> None:
    with pytest.raises(InvalidRequest, match="--endpoint takes"):
        Endpoint(url)


@pytest.mark.parametrize("other", [("--data", "x.ttl"), ("--named", "http://g=x.ttl"), ("--store", "x")])
def test_one_source_at_a_time(blocs: Callable[..., Any], other: tuple[str, str]) -> None:
    result = blocs("list", "--endpoint", "http://127.0.0.1:1/", *other)
    assert result.code == 2 and "cannot be combined" in result.err


def test_an_option_outweighs_the_environment(blocs: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    expected = blocs("list")
    monkeypatch.setenv("BLOCS_ENDPOINT", "http://127.0.0.1:1/")
    assert blocs("list").code == 1
    assert blocs("list", "--data", ROOT / "data" / "triples.ttl") == expected


@pytest.mark.parametrize("seconds", ["0", "-1", "nan", "inf", "soon"])
def test_time_limits_that_are_none(blocs: Callable[..., Any], seconds: str) -> None:
    result = blocs("list", "--timeout", seconds)
    assert (result.code, result.out) == (2, "")
