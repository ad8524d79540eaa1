"""What goes wrong between us and an endpoint: one line on stderr, exit 1, nothing on stdout, no hang."""

from __future__ import annotations

import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import blocs as package
import pytest
from blocs.graph.sources.remote.endpoint import Endpoint
from faulty_server import FaultyServer
from needs import missing

QUERY = "SELECT ?e ?name { ?e <http://www.w3.org/2004/02/skos/core#prefLabel> ?name } ORDER BY ?name"


@pytest.fixture(scope="module")
def server() -> Iterator[FaultyServer]:
    with FaultyServer() as running:
        yield running


@pytest.fixture(autouse=True)
def no_credentials(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Neither the user's endpoint nor their credentials have a part in tests."""
    for name in ("", "_TOKEN", "_USER", "_PASSWORD"):
        monkeypatch.delenv("BLOCS_ENDPOINT" + name, raising=False)
    monkeypatch.setenv("NETRC", str(tmp_path / "no-netrc"))
    for name in ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "all_proxy"):
        monkeypatch.delenv(name, raising=False)


def fails(result: object, *said: str) -> None:
    """The result is one short line on stderr, exit 1, nothing on stdout."""
    assert result.code == 1, result  # type: ignore[attr-defined]
    assert result.out == ""  # type: ignore[attr-defined]
    err: str = result.err  # type: ignore[attr-defined]
    assert err.startswith("blocs: ") and err.count("\n") == 1 and len(err) < 400
    assert "Traceback" not in err and "\x1b" not in err and "urllib3" not in err
    for words in said:
        assert words in err


FAULTS = {
    "status/400": "refuses the query (400): the engine's own words",
    "status/401": "wants credentials (401); set BLOCS_ENDPOINT_USER",
    "status/403": "wants credentials (403)",
    "status/404": "there is no SPARQL endpoint at",
    "status/500": "failed (500): the engine's own words",
    "status/503": "is busy (503), also after several tries",
    "status/504": "ran out of time (504)",
    "status/204": "failed (204)",
    "page": "answers with text/html",
    "page/502": "is busy (502)",
    "patience": "asks to wait 3600 s",
    "short": "broke before its answer was complete",
    "shortchunks": "broke before its answer was complete",
    "shortxml": "is broken",
    "shortgzip": "broken",
    "hangs": "no full answer from",
    "broken": "is broken",
    "nonsense": "is broken",
    "empty": "is broken",
    "typed": "answers with application/octet-stream",
    "untyped": "answers with something without a type",
    "badgzip": "is not compressed as it says",
    "silent": "no full answer from",
    "slow": "no full answer from",
    "huge": "has 10,737,418,240 bytes",
    "endless": "is longer than 20,000,000 bytes",
    "bomb": "is longer than 20,000,000 bytes",
    "circle": "redirects in a circle",
    "elsewhere": "redirects to another server",
    "file": "redirects from http to file",
    "variables": "leaves the variable",
    "boolean": "answers another question",
    "partial": "stopped before its answer was whole",
    "cut": "cuts its answers after 3 rows",
}

TOO_LONG = ("huge", "endless", "bomb")


@pytest.mark.parametrize(("path", "said"), FAULTS.items(), ids=FAULTS.keys())
def test_faults_of_a_server(
    server: FaultyServer, blocs: Callable[..., object], monkeypatch: pytest.MonkeyPatch, path: str, said: str
) -> None:
    if path != "huge":
        monkeypatch.setenv("BLOCS_MAX_ANSWER", "20000000")
    # What is too long is found out by its length, however long a busy machine takes to get there.
    limit = "60" if path in TOO_LONG else "1.5"
    fails(blocs("who", "CST", "--endpoint", server.url + path, "--timeout", limit), said)


@pytest.mark.parametrize("path", [path for path in FAULTS if path not in TOO_LONG])
def test_faults_come_before_the_first_row(server: FaultyServer, path: str) -> None:
    """What `run` hands out is whole: nobody prints half an answer."""
    with pytest.raises(package.OperationFailed):
        Endpoint(server.url + path, timeout=1.5).run(QUERY)


ASK = "ASK { ?e <http://www.w3.org/2004/02/skos/core#prefLabel> ?name }"
CONSTRUCT = "CONSTRUCT { ?e <http://x/name> ?name } WHERE { ?e <http://www.w3.org/2004/02/skos/core#prefLabel> ?name }"
MIDSTREAM = [
    "short",
    "shortchunks",
    "shortgzip",
    "hangs",
    "broken",
    "nonsense",
    "badgzip",
    "slow",
    "silent",
    "endless",
    "page",
    "typed",
    "status/500",
    "status/504",
    "patience",
    "circle",
    "partial",
]


@pytest.mark.parametrize("query", [QUERY, ASK, CONSTRUCT], ids=["SELECT", "ASK", "CONSTRUCT"])
@pytest.mark.parametrize("path", MIDSTREAM)
def test_faults_in_the_midst_of_an_answer_of_every_form(
    server: FaultyServer, blocs: Callable[..., object], monkeypatch: pytest.MonkeyPatch, path: str, query: str
) -> None:
    monkeypatch.setenv("BLOCS_MAX_ANSWER", "2000000")
    began = time.monotonic()
    fails(blocs("query", "-e", query, "--endpoint", server.url + path, "--timeout", "1"))
    assert time.monotonic() - began < 5  # the promise itself: no hang past the limit


def test_nobody_listens(blocs: Callable[..., object]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{taken.getsockname()[1]}/sparql"
        fails(blocs("list", "--endpoint", url), "nothing answers at")


def test_no_such_server(blocs: Callable[..., object]) -> None:
    fails(blocs("list", "--endpoint", "http://no-such-host.invalid/sparql"), "no server is known by the name")


def test_no_tls_where_tls_is_expected(server: FaultyServer, blocs: Callable[..., object]) -> None:
    url = server.url.replace("http:", "https:") + "good"
    fails(blocs("list", "--endpoint", url), "TLS: handshake failed")


def test_a_certificate_that_nobody_vouches_for(blocs: Callable[..., object], tmp_path: Path) -> None:
    if shutil.which("openssl") is None:
        missing("needs openssl to make a certificate")
    both = tmp_path / "both.pem"
    make = "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -keyout key.pem -out cert.pem"
    subprocess.run(
        [*make.split(), "-addext", "subjectAltName=IP:127.0.0.1"], cwd=tmp_path, check=True, capture_output=True
    )
    both.write_bytes((tmp_path / "key.pem").read_bytes() + (tmp_path / "cert.pem").read_bytes())
    with FaultyServer(both) as server:
        fails(blocs("list", "--endpoint", server.url + "good"), "TLS: self", "nothing was sent")
        assert server.requests == []


@pytest.mark.parametrize(
    "path", ["good", "xml", "tsv", "packed", "chunked", "busy/429", "busy/503", "dropped", "moved"]
)
def test_what_works_in_the_end(server: FaultyServer, blocs: Callable[..., object], path: str) -> None:
    expected = blocs("who", "CST and CIS DMC", "--format", "json")
    assert expected.code == 0  # type: ignore[attr-defined]
    assert blocs("who", "CST and CIS DMC", "--format", "json", "--endpoint", server.url + path) == expected


def test_variables_in_another_order(server: FaultyServer) -> None:
    rows = list(Endpoint(server.url + "reordered").select(QUERY))
    assert rows and rows == list(Endpoint(server.url + "good").select(QUERY))


def test_our_own_errors_are_not_tried_again(server: FaultyServer, blocs: Callable[..., object]) -> None:
    before = len(server.requests)
    blocs("list", "--endpoint", server.url + "status/400")
    blocs("list", "--endpoint", server.url + "status/500")
    assert len(server.requests) == before + 2
