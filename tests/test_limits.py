"""Limits on a command as its user meets them: a process of its own, and signals from outside."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest
from faulty_server import FaultyServer

if sys.platform == "win32":
    pytest.skip("signals as Unix has them", allow_module_level=True)

COUNT = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
SORT = "SELECT DISTINCT ?a ?e ?i { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?i ?e ?a"

# A command that runs any query on the built-in graph, with all that the real command line puts around it.
RUN = """
import sys, typer, blocs
from blocs.terminal import limits, running
app = typer.Typer()
@app.command()
def query(text: str, seconds: float = 60):
    limits.start_clock(seconds)
    rows = list(blocs.load().source.run(text))
    limits.stop_clock()
    print(len(rows))
limits.guard()
running.run(app)
"""


def start(arguments: Sequence[str | Path], **options: object) -> subprocess.Popen[bytes]:
    environment = {**os.environ, **{k: str(v) for k, v in options.pop("env", {}).items()}}  # type: ignore[attr-defined]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **options}
    return subprocess.Popen([sys.executable, *map(str, arguments)], env=environment, **pipes)  # type: ignore[call-overload, no-any-return]


def finish(process: subprocess.Popen[bytes], seconds: float = 30) -> tuple[int, str, str]:
    try:
        out, err = process.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()
        raise
    return process.returncode, out.decode(), err.decode()


def test_a_query_ends_at_its_time_limit() -> None:
    code, out, err = finish(start(["-c", RUN, COUNT, "--seconds", "1"]))
    assert (code, out) == (1, "")
    assert err == "blocs: no answer within 1 s; ask for less, or allow more with --timeout SECONDS\n"


def test_a_query_ends_at_its_memory_limit() -> None:
    code, out, err = finish(start(["-c", RUN, SORT], env={"BLOCS_MAX_MEMORY": "0.3"}))
    assert (code, out) == (1, "")
    assert err.startswith("blocs: the query needs more than 0.3 GiB of memory; ") and err.count("\n") == 1


def test_control_c_ends_a_query_of_the_engine() -> None:
    process = start(["-c", RUN, COUNT])
    time.sleep(1.5)  # well into the query
    process.send_signal(signal.SIGINT)
    began = time.monotonic()
    assert finish(process) == (130, "", "")
    assert time.monotonic() - began < 1  # the promise itself: within a second


def test_control_c_ends_a_wait_for_an_endpoint() -> None:
    with FaultyServer() as server:
        process = start(["-m", "blocs", "list", "--endpoint", server.url + "silent"])
        while not server.requests:
            time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        assert finish(process) == (130, "", "")


def test_a_slow_endpoint_ends_at_the_time_limit() -> None:
    with FaultyServer() as server:
        code, out, err = finish(start(["-m", "blocs", "list", "--endpoint", server.url + "slow", "--timeout", "1"]))
    assert (code, out) == (1, "")
    assert err.startswith("blocs: no ") and err.count("\n") == 1


@pytest.mark.parametrize("form", ["json", "table", "tsv"])
def test_a_reader_that_leaves_is_no_error(form: str) -> None:
    read, write = os.pipe()
    os.close(read)
    process = start(["-m", "blocs", "list", "--format", form], stdout=write)
    os.close(write)
    _, err = process.communicate(timeout=30)
    assert (process.returncode, err) == (0, b"")


def test_nobody_reads_the_error_either() -> None:
    read, write = os.pipe()
    os.close(read)
    process = start(["-m", "blocs", "who", "nobody at all"], stderr=write)
    os.close(write)
    out, _ = process.communicate(timeout=30)
    assert out == b""


def test_closed_streams() -> None:
    shell = subprocess.run(
        ["sh", "-c", '"$0" -m blocs list >&-; "$0" -m blocs who nobody 2>&-', sys.executable], capture_output=True
    )
    assert (shell.returncode, shell.stdout, shell.stderr) == (2, b"", b"")


@pytest.mark.parametrize("form", ["json", "table", "tsv"])
def test_a_full_disk_behind_standard_output(form: str) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("needs /dev/full")
    with Path("/dev/full").open("wb") as full:
        process = start(["-m", "blocs", "list", "--format", form], stdout=full)
        _, err = process.communicate(timeout=30)
    assert process.returncode == 1
    assert err == b"blocs: standard output cannot be written: No space left on device\n"
