"""A SPARQL endpoint that fails on purpose: each path of it fails in its own way, `/good` answers truly.

Run it in a test with `with FaultyServer() as server:`; `server.requests` then has what was asked of it.
"""

from __future__ import annotations

import contextlib
import gzip
import http.server
import json
import socket
import ssl
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import parse_qs, urlencode, urlsplit

import pyoxigraph
from places import BUILT_IN

JSON = "application/sparql-results+json"
XML = "application/sparql-results+xml"
TRIPLES = "application/n-triples"


@dataclass
class Request:
    """One request that came in."""

    method: str
    path: str
    headers: dict[str, str]
    parameters: dict[str, list[str]] = field(default_factory=dict)


class Handler(http.server.BaseHTTPRequestHandler):
    """Answers each request by the method that is called like the path's first part."""

    protocol_version = "HTTP/1.1"
    server: FaultyServer

    def do_GET(self) -> None:
        self._answer(urlsplit(self.path).query)

    def do_POST(self) -> None:
        length = int(self.headers.get("content-length", 0))
        body = self.rfile.read(length).decode()
        if self.headers["content-type"] == "application/sparql-query":
            body = urlencode({"query": body})
        self._answer(body + "&" + urlsplit(self.path).query)

    def _answer(self, query: str) -> None:
        path = urlsplit(self.path).path.strip("/")
        headers = {key.lower(): value for key, value in self.headers.items()}
        self.parameters = parse_qs(query)
        self.server.requests.append(Request(self.command, path, headers, self.parameters))
        self.server.count[path] += 1
        name, _, argument = path.partition("/")
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):
            getattr(self, "do_" + name)(*([argument] if argument else []))
        self.close_connection = True

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def kind(self) -> str:
        """The type of a true answer: what was asked for."""
        return TRIPLES if TRIPLES in self.headers["accept"] else JSON

    def send(self, body: bytes, kind: str = "", status: int = 200, **headers: str) -> None:
        self.send_response(status)
        # It hangs up after each answer and says so; else a client may ask again on a connection that is closing.
        headers = {
            "content_type": kind or self.kind(),
            "content_length": str(len(body)),
            "connection": "close",
        } | headers
        for key, value in headers.items():
            if value:
                self.send_header(key.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def result(self, form: pyoxigraph.QueryResultsFormat = pyoxigraph.QueryResultsFormat.JSON) -> bytes:
        results = self.server.store.query(self.parameters["query"][0])
        if isinstance(results, pyoxigraph.QueryTriples):
            return results.serialize(format=pyoxigraph.RdfFormat.N_TRIPLES) or b""
        return results.serialize(format=form) or b""

    def head(self) -> bytes:
        """The beginning of an answer that has the right variables."""
        results = pyoxigraph.Store().query(self.parameters["query"][0])
        if not isinstance(results, pyoxigraph.QuerySolutions):
            return b'{"head":{},' if self.kind() == JSON else b"<http://x/a> <http://x/b> <http://x/c> .\n"
        return b'{"head":{"vars":%s},' % json.dumps([variable.value for variable in results.variables]).encode()

    # What works.

    def do_foreign(self) -> None:
        """Members that the standard does not know, where an object may have them."""
        content = json.loads(self.result()) if self.kind() == JSON else None
        if content is None:
            return self.send(self.result())
        content = {"before": [1, {"deep": [None]}]} | content | {"metadata": {"httpRequests": 0}, "after": 12}
        content["head"]["comment"] = "x"
        if "results" in content:
            content["results"] = {"ordered": True} | content["results"] | {"distinct": False}
            for row in content["results"]["bindings"]:
                for term in row.values():
                    term["note"] = "more"
        return self.send(json.dumps(content, indent=1).encode())

    def do_describe(self) -> None:
        """A graph as RDF/XML, under the type of rows."""
        results = self.server.store.query(self.parameters["query"][0])
        if not isinstance(results, pyoxigraph.QueryTriples):
            return self.send(self.result())
        return self.send(results.serialize(format=pyoxigraph.RdfFormat.RDF_XML) or b"", XML)

    # What is cut.

    def cut(self, rows: int) -> bytes:
        """An answer of at most so many rows, as an engine that has a limit gives it."""
        query = self.parameters["query"][0]
        results = self.server.store.query(query)
        if isinstance(results, pyoxigraph.QuerySolutions):
            limited = query if "LIMIT" in query else f"{query} LIMIT {rows}"
            found = self.server.store.query(limited)
            assert isinstance(found, pyoxigraph.QuerySolutions)
            return found.serialize(format=pyoxigraph.QueryResultsFormat.JSON) or b""
        if isinstance(results, pyoxigraph.QueryTriples):
            some = list(results)[:rows]
            return pyoxigraph.serialize(some, format=pyoxigraph.RdfFormat.N_TRIPLES) or b""
        return self.result()

    def do_silently(self, rows: str) -> None:
        """No word of its limit."""
        self.send(self.cut(int(rows)))

    def do_maxrows(self, rows: str) -> None:
        """As Virtuoso says it, for rows only."""
        self.send(self.cut(int(rows)), **({"x_sparql_maxrows": rows} if self.kind() == JSON else {}))

    def do_status206(self) -> None:
        self.send(self.cut(10), status=206)

    def do_partialheader(self) -> None:
        self.send(self.cut(10), x_sparql_partial="true")

    def do_partialmember(self) -> None:
        body = self.cut(10)
        self.send(body[:-1] + b',"partial":true}' if self.kind() == JSON else body)

    def do_good(self) -> None:
        self.send(self.result())

    def do_xml(self) -> None:
        self.send(self.result(pyoxigraph.QueryResultsFormat.XML), XML + "; charset=utf-8")

    def do_tsv(self) -> None:
        self.send(self.result(pyoxigraph.QueryResultsFormat.TSV), "text/tab-separated-values")

    def do_packed(self) -> None:
        self.send(gzip.compress(self.result()), content_encoding="gzip")

    def do_chunked(self) -> None:
        self.send(b"", transfer_encoding="chunked", content_length="")
        body = self.result()
        for start in range(0, len(body), 1000):
            piece = body[start : start + 1000]
            self.wfile.write(b"%x\r\n%s\r\n" % (len(piece), piece))
        self.wfile.write(b"0\r\n\r\n")

    def do_busy(self, status: str) -> None:
        """Busy twice, then fine."""
        if self.server.count[f"busy/{status}"] % 3:
            self.send(b"later", "text/plain", int(status), retry_after="0")
        else:
            self.do_good()

    def do_dropped(self) -> None:
        """Hangs up on every first request."""
        if self.server.count["dropped"] % 2:
            self.connection.shutdown(socket.SHUT_RDWR)
        else:
            self.do_good()

    def do_moved(self) -> None:
        self.send(b"", status=307, location=self.path.replace("/moved", "/good"))

    def do_reordered(self) -> None:
        """The variables in another order than asked for."""
        answer = json.loads(self.result())
        answer["head"]["vars"].reverse()
        self.send(json.dumps(answer).encode())

    # What does not.

    def do_status(self, status: str) -> None:
        self.send(b"the engine's own words\nand more\x1b[31m", "text/plain", int(status))

    def do_page(self, status: str = "200") -> None:
        self.send(b"<!doctype html><title>Welcome</title>", "text/html", int(status))

    def do_echo(self) -> None:
        """An error that repeats the credentials."""
        self.send(f"denied: {self.headers['authorization']}".encode(), "text/plain", 500)

    def do_patience(self) -> None:
        self.send(b"", "text/plain", 503, retry_after="3600")

    def do_short(self) -> None:
        body = self.result()
        self.send(body[: len(body) // 2], content_length=str(len(body)))

    def do_shortchunks(self) -> None:
        self.send(b"", transfer_encoding="chunked", content_length="")
        self.wfile.write(b"%x\r\n%s\r\n" % (100, self.result()[:100]))

    def do_shortgzip(self) -> None:
        body = gzip.compress(self.result())
        self.send(body[: len(body) // 2], content_encoding="gzip")

    def do_hangs(self) -> None:
        """Half of an answer, and then nothing."""
        body = self.result()
        self.send(body[: len(body) // 2], content_length=str(len(body)))
        self.server.closing.wait(30)

    def do_shortxml(self) -> None:
        body = self.result(pyoxigraph.QueryResultsFormat.XML)
        self.send(body[: len(body) // 2], XML)

    def do_broken(self) -> None:
        self.send(self.result()[:-5] + b"]]}")

    def do_nonsense(self) -> None:
        self.send(b"\xff\xfe not json at all", JSON)

    def do_empty(self) -> None:
        self.send(b"", JSON)

    def do_typed(self) -> None:
        self.send(self.result(), "application/octet-stream")

    def do_untyped(self) -> None:
        self.send(self.result(), content_type="")

    def do_badgzip(self) -> None:
        self.send(b"this was never compressed", content_encoding="gzip")

    def do_bomb(self) -> None:
        self.send(gzip.compress(self.head() + b" " * 50_000_000), content_encoding="gzip")

    def do_silent(self) -> None:
        self.server.closing.wait(30)

    def do_slow(self) -> None:
        """A byte now and then, for ever."""
        self.send(self.head(), transfer_encoding="", content_length="")
        while not self.server.closing.wait(0.1):
            self.wfile.write(b" ")

    def do_huge(self) -> None:
        self.send(b"{", content_length=str(10 * 2**30))

    def do_endless(self) -> None:
        """Rows without an end."""
        rows = self.kind() == JSON
        self.send(self.head() + (b'"results":{"bindings":[{}' if rows else b""), content_length="")
        while not self.server.closing.is_set():
            self.wfile.write(b",{" + b" " * 10_000 + b"}" if rows else b"# " + b"x" * 10_000 + b"\n")

    def do_circle(self) -> None:
        self.send(b"", status=302, location=self.path)

    def do_elsewhere(self) -> None:
        self.send(b"", status=302, location="http://elsewhere.invalid/sparql")

    def do_file(self) -> None:
        self.send(b"", status=302, location="file:///etc/passwd")

    def do_variables(self) -> None:
        self.send(b'{"head":{"vars":["other"]},"results":{"bindings":[]}}')

    def do_boolean(self) -> None:
        self.send(b'{"head":{},"boolean":true}')

    def do_partial(self) -> None:
        """Virtuoso's way to say that its time was up."""
        self.send(self.result(), x_sql_state="S1TAT")

    def do_cut(self) -> None:
        """Virtuoso's way to cut an answer."""
        answer = json.loads(self.result())
        answer["results"]["bindings"] = answer["results"]["bindings"][:3]
        self.send(json.dumps(answer).encode(), x_sparql_maxrows="3")


class FaultyServer(http.server.ThreadingHTTPServer):
    """The server, on a free port of this machine."""

    daemon_threads = True
    block_on_close = False

    def __init__(self, certificate: Path | None = None) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.store = pyoxigraph.Store()
        self.store.load(path=BUILT_IN)
        self.requests: list[Request] = []
        self.count: Counter[str] = Counter()
        self.closing = threading.Event()
        scheme = "http"
        if certificate is not None:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificate)
            self.socket = context.wrap_socket(self.socket, server_side=True)
            scheme = "https"
        self.url = f"{scheme}://127.0.0.1:{self.server_port}/"

    def handle_error(self, *_: object) -> None:
        """Clients that hang up are the point."""

    def __enter__(self) -> FaultyServer:
        threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.closing.set()
        self.shutdown()
        self.server_close()


if __name__ == "__main__":
    with FaultyServer() as running:
        print(running.url, flush=True)
        time.sleep(1e6)
