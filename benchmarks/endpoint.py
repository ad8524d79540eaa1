"""What each command asks of an endpoint: requests, and kilobytes that come over, at the size of the COW tables.

    python benchmarks/endpoint.py FOLDER [WORD ...]

FOLDER holds the COW tables, as for `cow.py`. They are imported into a store, exported, and served by Oxigraph's server
and, with BLOCS_TEST_VIRTUOSO=1, by Virtuoso; a server that is not installed is skipped, and the run says so. A proxy
between blocs and the server counts. With words, only the commands that begin with one of them are run. With
BLOCS_LOG_REQUESTS=FILE the size of each answer and its query are written to a file.
"""

from __future__ import annotations

import contextlib
import os
import shlex
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from cow import import_command, table_in
from measuring import BLOCS, ROOT, compiled, verdict

sys.path.insert(0, str(ROOT / "tests"))
from servers import NotInstalled, oxigraph_server, virtuoso_server

COMMANDS = (
    "who EU --as-of 1995",
    "who (EU | NATO) - WEU --as-of 1995",
    "who EUU --as-of 1995",
    "show France --as-of 1995",
    "show NATO --as-of 1995",
    "ask is France in NATO in 1995",
    "ask which bodies is France in in 1995",
    "overlap France Germany --as-of 1995",
    "path France Japan --as-of 1995",
    "network France Germany Japan --as-of 1995",
    "timeline NATO",
    "search atlantic",
    "list bodies",
    "info",
    "overlap --as-of 1995 --format csv",
    "panel 1990:1995 --format csv",
    "check",
    "export --format graphml",
)
MOST_REQUESTS = {"check": 20}


@dataclass
class Counted:
    """What went through the proxy."""

    requests: int = 0
    received: int = 0
    sent: int = 0


def main(folder: Path, words: list[str]) -> None:
    """Print a row for each command and server."""
    compiled()
    with tempfile.TemporaryDirectory() as place:
        store, data = Path(place) / "store", Path(place) / "cow.ttl"
        if table_in(folder, "state_year") is None:
            print(f"skipped: no state_year*.csv in {folder}")
            return
        subprocess.run(import_command(folder, str(store)), check=True, stdout=subprocess.DEVNULL)
        # N-Triples are Turtle too.
        export = [*BLOCS, "export", "--format", "ntriples", "--store", str(store), "-o", str(data)]
        subprocess.run(export, check=True)
        for name, serve in (("Oxigraph", oxigraph_server), ("Virtuoso", virtuoso_server)):
            server_folder = Path(place) / name
            server_folder.mkdir()
            try:
                with serve([data], server_folder) as url, counting_proxy(url) as (proxy, counted):
                    print(f"{name}\n{'requests':>9}{'kB':>9}{'kB sent':>9}{'s':>7}  command")
                    for line in COMMANDS:
                        if not words or line.startswith(tuple(words)):
                            measure(line, proxy, counted)
            except NotInstalled as reason:
                print(f"skipped: {reason}")


def measure(line: str, proxy: str, counted: Counted) -> None:
    """Run a command against the proxy and print what went through it."""
    counted.requests = counted.received = counted.sent = 0
    start = time.perf_counter()
    environment = {**os.environ, "BLOCS_CONFIG": "", "NO_PROXY": "127.0.0.1"}
    command = [*BLOCS, *shlex.split(line.replace("(", "'(").replace(")", ")'")), "--endpoint", proxy]
    done = subprocess.run(command, capture_output=True, text=True, env=environment)
    seconds = time.perf_counter() - start
    said = "" if done.returncode < 2 else f"  failed: {done.stderr.strip().splitlines()[-1][:100]}"
    print(
        f"{counted.requests:9}{counted.received / 1000:9.1f}{counted.sent / 1000:9.1f}{seconds:7.1f}  {line}{said}",
        flush=True,
    )
    if (most := MOST_REQUESTS.get(line)) is not None:
        verdict(f"requests of {line}", counted.requests, most)


@contextlib.contextmanager
def counting_proxy(target: str) -> Iterator[tuple[str, Counted]]:
    """A server that hands every request on to another one, and counts what went through it."""
    counted = Counted()
    log = Path(os.environ["BLOCS_LOG_REQUESTS"]) if "BLOCS_LOG_REQUESTS" in os.environ else None
    lock = threading.Lock()
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    base, _, options = target.partition("?")

    class Handler(BaseHTTPRequestHandler):
        """One connection."""

        def do_GET(self) -> None:
            self._forward(None)

        def do_POST(self) -> None:
            self._forward(self.rfile.read(int(self.headers.get("content-length", 0))))

        def _forward(self, body: bytes | None) -> None:
            query = self.path.partition("?")[2]
            url = base + ("?" + query if query else "")
            kept = {name: self.headers[name] for name in ("accept", "content-type") if name in self.headers}
            request = urllib.request.Request(url, body, kept)
            try:
                answer = direct.open(request)
            except urllib.error.HTTPError as error:
                answer = error
            content = answer.read()
            with lock:
                counted.requests += 1
                counted.received += len(content)
                counted.sent += len(query) + len(body or b"")
            if log:
                text = urllib.parse.parse_qs((body or b"").decode() or query).get("query", ["?"])[0]
                with log.open("a") as out:
                    out.write(f"{len(content):>9} {' '.join(text.split())}\n")
            self.send_response(answer.status)
            for name, value in answer.headers.items():
                if name.lower() not in ("transfer-encoding", "content-length", "connection"):
                    self.send_header(name, value)
            self.send_header("content-length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/sparql" + (f"?{options}" if options else ""), counted
    finally:
        server.shutdown()
        server.server_close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
