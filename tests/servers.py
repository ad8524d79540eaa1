"""Real SPARQL servers for tests, on free ports of this machine: Oxigraph's, and Virtuoso where it is installed."""

from __future__ import annotations

import contextlib
import os
import shutil
import socket
import subprocess
import sysconfig
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from pathlib import Path

__all__ = ["GRAPH", "NotInstalled", "oxigraph_server", "virtuoso_server"]

GRAPH = "https://w3id.org/blocs/graph/test"
"""The graph that Virtuoso keeps the data in: it has no default graph of its own."""


class NotInstalled(Exception):
    """The server is not on this machine, or (`on_request`) is only tried where that is asked for."""

    def __init__(self, message: str, on_request: bool = False) -> None:
        super().__init__(message)
        self.on_request = on_request


@contextlib.contextmanager
def oxigraph_server(files: Sequence[Path], folder: Path) -> Iterator[str]:
    """An Oxigraph server with these files loaded; gives the endpoint's URL."""
    program = _beside_python("oxigraph") or shutil.which("oxigraph")
    if program is None:
        raise NotInstalled("the oxigraph server is not installed: pip install oxigraph")
    database, port = folder / "oxigraph", _free_port()
    subprocess.run([program, "load", "--location", database, "--file", *files], check=True, capture_output=True)
    command = [program, "serve-read-only", "--location", database, "--bind", f"127.0.0.1:{port}"]
    with _running(command, folder, f"http://127.0.0.1:{port}/query"):
        yield f"http://127.0.0.1:{port}/query"


@contextlib.contextmanager
def virtuoso_server(files: Sequence[Path], folder: Path, max_rows: int = 100_000) -> Iterator[str]:
    """A Virtuoso server with these Turtle files loaded; gives the endpoint's URL, its default graph chosen."""
    if os.environ.get("BLOCS_TEST_VIRTUOSO") != "1":
        raise NotInstalled("Virtuoso is tried on request only: BLOCS_TEST_VIRTUOSO=1", on_request=True)
    program, shell = shutil.which("virtuoso-t"), shutil.which("isql-vt") or shutil.which("isql-v")
    if program is None or shell is None:
        raise NotInstalled("Virtuoso is not installed: apt-get install virtuoso-opensource")
    port, sql = _free_port(), _free_port()
    files = [Path(shutil.copy(file, folder / f"{number}.ttl")) for number, file in enumerate(files)]
    (folder / "virtuoso.ini").write_text(
        f"""
[Database]
DatabaseFile = {folder}/main.db
ErrorLogFile = {folder}/virtuoso.log
LockFile = {folder}/main.lck
TransactionFile = {folder}/main.trx
xa_persistent_file = {folder}/main.pxa
MaxCheckpointRemap = 2000
[TempDatabase]
DatabaseFile = {folder}/temp.db
TransactionFile = {folder}/temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
ServerThreads = 8
NumberOfBuffers = 20000
MaxDirtyBuffers = 15000
DirsAllowed = {folder}
[HTTPServer]
ServerPort = 127.0.0.1:{port}
ServerRoot = {folder}
ServerThreads = 6
[SPARQL]
ResultSetMaxRows = {max_rows}
"""
    )
    url = f"http://127.0.0.1:{port}/sparql"
    command = [program, "-f", "-c", str(folder / "virtuoso.ini")]
    with _running(command, folder, url):
        for file in files:
            load = f"DB.DBA.TTLP_MT(file_to_string_output('{file}'), '', '{GRAPH}');"
            done = subprocess.run(
                [shell, f"127.0.0.1:{sql}", "dba", "dba", f"exec={load}"], capture_output=True, text=True
            )
            assert "Error" not in done.stderr + done.stdout, done.stderr + done.stdout
        yield f"{url}?default-graph-uri={GRAPH}"


def _beside_python(name: str) -> str | None:
    """A program that a package of this environment brought, which need not be on the PATH."""
    return shutil.which(name, path=sysconfig.get_path("scripts"))


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextlib.contextmanager
def _running(command: Sequence[str | Path], folder: Path, url: str) -> Iterator[None]:
    log = folder / "server.log"
    with log.open("wb") as out:
        server = subprocess.Popen(command, stdout=out, stderr=out, cwd=folder)
        try:
            _wait_for(url, server, log)
            yield
        finally:
            server.terminate()
            try:
                server.wait(10)
            except subprocess.TimeoutExpired:
                server.kill()
                server.wait()


def _wait_for(url: str, server: subprocess.Popen[bytes], log: Path) -> None:
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    for _ in range(300):
        if server.poll() is not None:
            raise RuntimeError(f"the server ended: {log.read_text(errors='replace')[-2000:]}")
        try:
            direct.open(f"{url}?query=ASK%7B%7D", timeout=5).close()
            return
        except urllib.error.HTTPError:
            return  # it answers, and that is enough
        except OSError:
            time.sleep(0.1)
    raise RuntimeError(f"the server does not answer: {log.read_text(errors='replace')[-2000:]}")
