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
from blocs.terminal.process import limits, running
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
    assert err == "blocs: no answer within 1 s; narrow the query, or allow more time with --timeout SECONDS\n"


def test_a_query_ends_at_its_memory_limit() -> None:
    code, out, err = finish(start(["-c", RUN, SORT], env={"BLOCS_MAX_MEMORY": "0.3"}))
    assert (code, out) == (1, "")
    assert err.startswith("blocs: this needs more than 0.3 GiB of memory; ") and err.count("\n") == 1


def test_control_c_ends_a_query_of_the_engine() -> None:
    process = start(["-c", RUN, COUNT])
    time.sleep(1.5)  # well into the query
    process.send_signal(signal.SIGINT)
    began = time.monotonic()
    assert finish(process) == (130, "", "")
    assert time.monotonic() - began < 10  # a second is the promise, the query would take minutes; machines are busy


def test_control_c_ends_a_wait_for_an_endpoint() -> None:
    with FaultyServer() as server:
        process = start(["-m", "blocs", "list", "--endpoint", server.url + "silent"])
        while not server.requests:
            time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        assert finish(process) == (130, "", "")


# A command that writes a row every tenth of a second to a file, and says when it has begun.
STREAM = """
import sys, time, typer
from pathlib import Path
from blocs.terminal.process import limits, running
from blocs.terminal.writing.output import Output
app = typer.Typer()
def rows(number: int, ballast: int):
    held = []
    for row in range(number):
        yield f"{row}\\n"
        held.append(b"x" * ballast)
        print("writing", flush=True)
        time.sleep(0.1)
@app.command()
def stream(file: Path, seconds: float = 60, rows_: int = 1000, ballast: int = 0):
    limits.start_clock(seconds)
    Output("csv", file, limits.stop_clock).stream(rows(rows_, ballast))
limits.guard()
running.leave(running.run(app))
"""


def test_a_stream_to_a_file_that_ends_at_its_time_limit_leaves_nothing(tmp_path: Path) -> None:
    kept = tmp_path / "rows.csv"
    kept.write_text("from before")
    code, out, err = finish(start(["-c", STREAM, kept, "--seconds", "1.5"]))
    assert (code, err.count("\n")) == (1, 1) and err.startswith("blocs: no answer within 1.5 s; ")
    assert "writing" in out, "the limit came in the midst of the stream"
    assert [(file.name, file.read_text()) for file in tmp_path.iterdir()] == [("rows.csv", "from before")]


def test_a_stream_to_a_file_that_ends_at_its_memory_limit_leaves_nothing(tmp_path: Path) -> None:
    options = ["--ballast", str(50 * 2**20)]
    code, out, err = finish(start(["-c", STREAM, tmp_path / "rows.csv", *options], env={"BLOCS_MAX_MEMORY": "0.3"}))
    assert (code, err.count("\n")) == (1, 1) and "more than 0.3 GiB" in err and "writing" in out
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_stream_to_a_file_that_a_signal_ends_leaves_nothing(tmp_path: Path, number: signal.Signals) -> None:
    process = start(["-c", STREAM, tmp_path / "rows.csv"])
    assert process.stdout is not None and process.stdout.readline() == b"writing\n"
    assert [file.suffix for file in tmp_path.iterdir()] == [".part"]
    process.send_signal(number)
    code, _, err = finish(process)
    assert (code, err) == (128 + number, "")
    assert list(tmp_path.iterdir()) == []


def test_a_stream_to_a_file_that_ends_in_time_is_whole(tmp_path: Path) -> None:
    code, _, err = finish(start(["-c", STREAM, tmp_path / "rows.csv", "--rows-", "3"]))
    assert (code, err) == (0, "")
    assert [(file.name, file.read_text()) for file in tmp_path.iterdir()] == [("rows.csv", "0\n1\n2\n")]


def test_a_termination_ends_a_query_of_the_engine() -> None:
    process = start(["-c", RUN, COUNT])
    time.sleep(1.5)  # well into the query
    process.send_signal(signal.SIGTERM)
    assert finish(process) == (143, "", "")


def test_a_stream_to_standard_output_that_ends_at_its_time_limit_is_an_error() -> None:
    """What was written before then was written; the exit status and the message say that it is not all."""
    process = start(["-m", "blocs", "panel", "1002:2001", "--format", "csv", "--timeout", "2"])
    assert process.wait(timeout=30) == 1, "its reader reads nothing, and so the rows fill the pipe"
    code, out, err = finish(process)
    assert code == 1 and err.startswith("blocs: no answer within 2 s; ") and err.count("\n") == 1
    header, *rows = out.split("\n")
    assert header == "year,a,b,shared,union" and 0 < len(rows) < 1000 * 66


READERS = [
    "who CST",
    "ask who is in CST",
    "show Armenia",
    "list",
    "search x",
    "query -e ASK{}",
    "overlap",
    "panel 2000:2001",
    "network",
    "path Armenia Baku",
    "timeline",
    "info",
    "export --format dot",
    "export --format turtle",
]
IMPORTS = ["import csv @pipe", "import rdf @pipe.ttl", "import cow-igo @pipe"]


def test_control_c_ends_any_command(tmp_path: Path) -> None:
    """While it waits for a server, a file, standard input: exit 130, nothing said, nothing left behind."""
    for name in ("pipe", "pipe.ttl"):
        os.mkfifo(tmp_path / name)
    with FaultyServer() as server:
        commands = [[*command.split(), "--endpoint", server.url + "silent"] for command in READERS]
        commands += [["compare", "built-in", server.url + "silent"], ["query", "-"]]
        for number, command in enumerate(IMPORTS):
            words = command.replace("@", f"{tmp_path}/").split()
            commands.append([*words, "--store", str(tmp_path / f"store{number}")])
        pipes = {"stdin": subprocess.PIPE, "start_new_session": True}
        running = [start(["-m", "blocs", *command], **pipes) for command in commands]
        while len(server.requests) < len(READERS) + 1:
            time.sleep(0.05)
        time.sleep(1)  # the others have come as far as their file
        for process in running:
            process.send_signal(signal.SIGINT)
        for command, process in zip(commands, running, strict=True):
            assert finish(process, 10) == (130, "", ""), command
    assert [file.name for file in tmp_path.rglob("*") if file.is_file()] == []


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
