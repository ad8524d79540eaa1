"""`blocs serve`: the endpoint asked as the SPARQL 1.1 Protocol has it, by urllib and by rdflib's client.

The cases are those of the W3C's protocol tests (https://www.w3.org/2009/sparql/docs/tests/) that fit a read-only
endpoint over one dataset.
"""

from __future__ import annotations

import contextlib
import http.client
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

import pytest
from rdflib import Graph
from rdflib.plugins.stores.sparqlstore import SPARQLStore

MEMBERS = "SELECT ?s { ?s <http://www.w3.org/ns/org#memberOf> <https://w3id.org/blocs/id/cst> }"
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
QUERY = {"Content-Type": "application/sparql-query"}


@contextlib.contextmanager
def serving(*options: str | Path) -> Iterator[str]:
    """A running server; its address."""
    command = [sys.executable, "-m", "blocs", "serve", "--port", "0", *options]
    running = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env={**os.environ, "PYTHONUNBUFFERED": "1"})
    assert running.stderr is not None
    said = running.stderr.readline()
    assert said.startswith("page: http://127.0.0.1:"), said
    try:
        yield said.split()[1]
    finally:
        running.send_signal(signal.SIGINT)
        assert running.wait(20) in (0, 130)
        running.stderr.close()


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with serving("--timeout", "10", "--allow-origin", "https://allowed.example") as url:
        yield url


def asked(
    server: str, method: str, target: str, headers: dict[str, str] | None = None, body: bytes | str | None = None
) -> tuple[int, str, bytes]:
    """Status, media type and body of a response."""
    connection = http.client.HTTPConnection(urlsplit(server).netloc, timeout=60)
    connection.request(method, target, body, headers or {})
    response = connection.getresponse()
    found = response.status, (response.headers.get("Content-Type") or "").partition(";")[0], response.read()
    connection.close()
    return found


def of_query(query: str) -> str:
    return f"/sparql?{urlencode({'query': query})}"


@pytest.mark.parametrize(
    ("method", "target", "headers", "body"),
    [
        ("GET", of_query(MEMBERS), {}, None),
        ("POST", "/sparql", FORM, urlencode({"query": MEMBERS})),
        ("POST", "/sparql", QUERY, MEMBERS),
    ],
    ids=["query_get", "query_post_form", "query_post_direct"],
)
def test_a_query_is_asked_in_three_ways(
    server: str, method: str, target: str, headers: dict[str, str], body: str | None
) -> None:
    status, kind, content = asked(server, method, target, headers, body)
    assert (status, kind) == (200, "application/sparql-results+json")
    assert len(json.loads(content)["results"]["bindings"]) == 6


@pytest.mark.parametrize(
    ("query", "accept", "kind"),
    [
        (MEMBERS, "application/sparql-results+xml", "application/sparql-results+xml"),
        (MEMBERS, "text/csv", "text/csv"),
        (MEMBERS, "text/tab-separated-values;q=0.9, application/unknown", "text/tab-separated-values"),
        ("ASK {}", "*/*", "application/sparql-results+json"),
        ("ASK {}", "application/sparql-results+xml", "application/sparql-results+xml"),
        ("CONSTRUCT { ?s a ?t } WHERE { ?s a ?t }", "text/turtle", "text/turtle"),
        ("CONSTRUCT { ?s a ?t } WHERE { ?s a ?t }", "application/rdf+xml", "application/rdf+xml"),
        ("CONSTRUCT { ?s a ?t } WHERE { ?s a ?t }", "text/*", "text/turtle"),
        ("DESCRIBE <https://w3id.org/blocs/id/cst>", "application/n-triples", "application/n-triples"),
    ],
)
def test_the_client_chooses_the_format(server: str, query: str, accept: str, kind: str) -> None:
    assert asked(server, "GET", of_query(query), {"Accept": accept})[:2] == (200, kind)


@pytest.mark.parametrize(
    ("method", "target", "headers", "body", "status", "words"),
    [
        ("GET", "/sparql?query=ASK%7B%7D&query=SELECT%20*%7B%7D", {}, None, 400, "one query is needed"),
        ("PUT", of_query("ASK {}"), {}, None, 405, ""),
        ("POST", "/sparql", {"Content-Type": ""}, "query=ASK%20%7B%7D", 400, "POST takes"),
        ("POST", "/sparql", {"Content-Type": "text/plain"}, "ASK {}", 400, "POST takes"),
        ("POST", "/sparql", QUERY, "ASK { <http://example.org/\xe9> ?p ?o }".encode("latin-1"), 400, "UTF-8"),
        ("GET", of_query("ASK {"), {}, None, 400, "SPARQL syntax: 1:5"),
        ("GET", "/sparql?update=CLEAR%20ALL", {}, None, 400, "read-only"),
        ("POST", "/sparql", {"Content-Type": "application/sparql-update"}, "CLEAR ALL", 400, "read-only"),
        ("POST", "/sparql", FORM, "update=CLEAR%20ALL", 400, "read-only"),
        ("GET", of_query("DELETE WHERE { ?s ?p ?o }"), {}, None, 400, "queries only read"),
        ("GET", of_query("SELECT * { SERVICE <http://example.org/> { ?s ?p ?o } }"), {}, None, 400, "SERVICE"),
        ("GET", of_query("ASK {}") + "&default-graph-uri=http%3A%2F%2Fa", {}, None, 400, "FROM"),
        ("GET", of_query(MEMBERS), {"Accept": "image/png"}, None, 406, "Accept names none"),
        ("POST", "/sparql", QUERY, "#" * (2**20 + 1), 413, "too long"),
        ("GET", of_query("SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"), {}, None, 503, ""),
        ("GET", "/?as_of=soon", {}, None, 400, "is not a date"),
        ("GET", of_query("ASK {}"), {"Host": "evil.example"}, None, 421, "on this machine only"),
        ("GET", of_query("ASK {}"), {"Origin": "https://evil.example"}, None, 403, "--allow-origin"),
        ("GET", "/etc/passwd", {}, None, 404, ""),
    ],
)
def test_what_is_refused(
    server: str, method: str, target: str, headers: dict[str, str], body: str | bytes | None, status: int, words: str
) -> None:
    found, kind, content = asked(server, method, target, headers, body)
    assert found == status
    assert kind == "text/plain"
    assert words in content.decode()
    assert b"Traceback" not in content


def test_pages_of_ours_and_of_allowed_sites_may_ask(server: str) -> None:
    own = f"http://{urlsplit(server).netloc}"
    for origin in (own, "https://allowed.example"):
        assert asked(server, "GET", of_query("ASK {}"), {"Origin": origin})[0] == 200
    connection = http.client.HTTPConnection(urlsplit(server).netloc, timeout=60)
    connection.request("GET", of_query("ASK {}"), headers={"Origin": "https://allowed.example"})
    response = connection.getresponse()
    response.read()
    assert response.headers["Access-Control-Allow-Origin"] == "https://allowed.example"
    connection.close()


def test_what_the_endpoint_is_is_said_where_nothing_is_asked(server: str) -> None:
    status, kind, content = asked(server, "GET", "/sparql")
    assert (status, kind) == (200, "text/turtle")
    assert len(Graph().parse(data=content, format="turtle")) > 5


def test_rdflib_reads_it_as_a_store(server: str) -> None:
    graph = Graph(SPARQLStore(f"{server}sparql"))
    assert len(list(graph.query(MEMBERS))) == 6
    assert graph.query("ASK { <https://w3id.org/blocs/id/cst> ?p ?o }").askAnswer is True
    made = graph.query("CONSTRUCT { ?s a ?t } WHERE { ?s a ?t } LIMIT 5").graph
    assert made is not None and len(made) == 5


def test_the_page_is_served(server: str) -> None:
    status, kind, content = asked(server, "GET", "/")
    assert (status, kind) == (200, "text/html")
    assert content.startswith(b"<!doctype html>")


TABLE = "member,organization,start,end\nChad,Club,1990,1995\nMali,Club,1992,1999\nMali,Choir,1994,1999\n"


def test_a_large_graph_is_shown_a_year_at_a_time(tmp_path: Path, browser: Any) -> None:
    """In a real browser: the frame opens at the dataset's year, and goes to others by links and by the form."""
    (tmp_path / "clubs.csv").write_text(TABLE)
    with serving("--data", tmp_path / "clubs.csv", "--by-year") as url:
        page = browser.new_page()
        wrong: list[str] = []
        page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
        page.goto(f"{url}?as_of=1994")
        inside = page.frame_locator("iframe")

        def held() -> int:
            return len(json.loads(inside.locator("#data").text_content() or "")["facts"])

        inside.get_by_text("Chad").first.wait_for(state="attached")
        assert page.locator("input[name=as_of]").input_value() == "1994"
        page.locator("input[name=as_of]").fill("1991")
        page.get_by_role("button", name="Show").click()
        page.wait_for_url("**as_of=1991")
        inside.get_by_text("Chad").first.wait_for(state="attached")
        assert held() == 1
        page.get_by_role("link", name="1992").click()
        page.wait_for_url("**as_of=1992")
        inside.get_by_text("Mali").first.wait_for(state="attached")
        assert held() == 2
        assert wrong == []
        page.close()


def test_a_port_that_is_taken_is_said(server: str) -> None:
    port = str(urlsplit(server).port)
    command = [sys.executable, "-m", "blocs", "serve", "--port", port]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert done.returncode == 1
    assert f"port {port} cannot be had" in done.stderr
