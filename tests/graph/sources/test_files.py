"""Large and broken files: each a clear error in one line, nothing lost, nothing on stdout."""

from __future__ import annotations

import gzip
import os
import random
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from places import BUILT_IN

TURTLE = BUILT_IN.read_bytes()
PACKED = gzip.compress(TURTLE, mtime=0)

FAR_DOWN = b"<a:b> <a:c> <a:d> .\n" * 4
RDF_XML = (
    b'<?xml version="1.0"?>\n<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:x="http://x.test/">\n'
    b"%s\n</rdf:RDF>\n"
)

BROKEN: dict[str, tuple[bytes, str]] = {
    "cut.ttl.gz": (PACKED[: len(PACKED) // 2], "the packed file is cut short"),
    "plain.ttl.gz": (TURTLE, "Not a gzipped file"),
    "checksum.ttl.gz": (PACKED[:-8] + b"\0" * 8, "CRC check failed"),
    "damaged.ttl.gz": (PACKED[:10] + b"\xff" * 50 + PACKED[60:], "damaged"),
    "cut.ttl": (TURTLE[: len(TURTLE) // 2], "cut.ttl:"),
    "latin.ttl": (b'<a:b> <a:c> "caf\xe9" .\n', "latin.ttl:1:17: RDF has to be in UTF-8"),
    "binary.ttl": (bytes(range(256)), "binary.ttl:1:1:"),
    "wrong.rdf": (b"members: France", "wrong.rdf:1:1:"),
    "late.nq": (FAR_DOWN + b"<a:b> <a:c> <a:d <a:g> .\n", "late.nq:5:13: Invalid IRI"),
    "late.trig": (b"<a:g> {\n" + FAR_DOWN + b"<a:b> foaf:name <a:d> .\n}\n", "late.trig:6:7: The prefix foaf:"),
    "late.jsonld": (b'[\n{"@id": "a:b"}\n{"@id": "a:c"}]\n', "late.jsonld:3:"),
    "unclosed.rdf": (RDF_XML % b"<x:m>\n  <x:n></x:o>\n</x:m>", "unclosed.rdf:4:10: ill-formed"),
    "ampersand.rdf": (RDF_XML % b"<x:m>\n<x:n>A & B</x:n></x:m>", "ampersand.rdf:4:9: "),
    "prefix.rdf": (RDF_XML % b"<x:m>\n <foaf:name>A</foaf:name></x:m>", "prefix.rdf:4:2: Unknown prefix foaf"),
    "twice.rdf": (RDF_XML % b'<x:m\n  rdf:about="a:b" rdf:about="a:c"/>', "twice.rdf:4:19: "),
    "space.rdf": (RDF_XML % b'<x:m>\n <x:n rdf:resource="http://a b"/></x:m>', "space.rdf:4:21: "),
    "latin.rdf": (RDF_XML % b"<x:m>\n<x:n>caf\xe9</x:n></x:m>", "latin.rdf:4:9: "),
    "cut.rdf": (RDF_XML.partition(b"%s")[0] + b"<x:m>\n <x:n", "cut.rdf:4:2: "),
    "no_place.jsonld": (b'[\n{"@id": 5}]\n', "no_place.jsonld:2:1: @id value must be a string"),
    "page.ttl": (b"<!doctype html><title>404</title>", "page.ttl:1:"),
}


def fails(result: Any, said: str) -> None:
    assert (result.code, result.out) == (1, "")
    assert result.err.startswith("blocs: ") and result.err.count("\n") == 1 and len(result.err) < 400
    assert said in result.err and "Parser error" not in result.err


@pytest.mark.parametrize("name", BROKEN)
def test_broken_files(blocs: Callable[..., Any], tmp_path: Path, name: str) -> None:
    content, said = BROKEN[name]
    (tmp_path / name).write_bytes(content)
    fails(blocs("list", "--data", tmp_path / name), said)
    fails(blocs("list", "--named", f"http://g={tmp_path / name}"), said)


def test_any_damage_of_a_packed_file_is_one_line(blocs: Callable[..., Any], tmp_path: Path) -> None:
    chance = random.Random(5)
    for _ in range(25):
        content = bytearray(PACKED)
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
        (tmp_path / "x.ttl.gz").write_bytes(content)
        result = blocs("list", "--data", tmp_path / "x.ttl.gz")
        if result.code:  # a bit of the header may mean nothing
            fails(result, "x.ttl.gz")


def test_a_folder_and_a_file_that_is_not_there(blocs: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "folder.ttl").mkdir()
    fails(blocs("list", "--data", tmp_path / "folder.ttl"), "is a directory")
    fails(blocs("list", "--data", tmp_path / "none.ttl"), "no such file")
    fails(blocs("list", "--data", BUILT_IN / "below.ttl"), "below.ttl")


def test_empty_files_are_empty_graphs(blocs: Callable[..., Any], tmp_path: Path) -> None:
    for name, content in (("empty.ttl", b""), ("empty.nt", b"\n"), ("bom.ttl", b"\xef\xbb\xbf# nothing\n")):
        (tmp_path / name).write_bytes(content)
        result = blocs("list", "--data", tmp_path / name, "--format", "json")
        assert (result.code, result.out) == (0, "[]\n")
        assert result.err == f"{name}: there is nothing in it: no triples\nNone of this kind.\n"


@pytest.mark.skipif(sys.platform == "win32", reason="needs named pipes")
def test_a_named_pipe_is_a_file(blocs: Callable[..., Any], tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.ttl")
    writer = threading.Thread(target=lambda: (tmp_path / "pipe.ttl").write_bytes(TURTLE))
    writer.start()
    assert blocs("list", "--data", tmp_path / "pipe.ttl") == blocs("list")
    writer.join()


@pytest.mark.skipif(sys.platform == "win32", reason="needs named pipes")
def test_a_pipe_that_nobody_writes_to_ends_at_the_time_limit(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.ttl")
    command = [sys.executable, "-m", "blocs", "list", "--data", tmp_path / "pipe.ttl", "--timeout", "1"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=30)
    assert (done.returncode, done.stdout) == (1, "") and done.stderr.count("\n") == 1


def test_what_may_not_be_read_or_written(blocs: Callable[..., Any], open_folder: Path, as_nobody: Any) -> None:
    file, store, shut = (open_folder / name for name in ("secret.ttl", "store", "shut"))
    file.write_bytes(TURTLE)
    shut.mkdir(0o500)
    assert blocs("import", "rdf", file, "--store", store).code == 0
    assert blocs("list", "--store", store).code == 0
    out = open_folder / "out"
    out.mkdir(0o777)
    assert blocs("list", "--data", file, "-o", out / "list.tsv").code == 0  # all that it imports is there
    file.chmod(0)
    store.chmod(0)
    with as_nobody():
        results = [
            (blocs("list", "--data", file), "secret.ttl: Permission denied"),
            (blocs("list", "--named", f"http://x/g={file}"), "secret.ttl: Permission denied"),
            (blocs("list", "--store", store), "cannot be read: Permission denied"),
            (blocs("list", "-o", shut / "list.tsv"), "cannot be written: Permission denied"),
            (blocs("import", "rdf", BUILT_IN, "--store", shut / "store"), "Permission denied"),
            (blocs("import", "rdf", BUILT_IN, "--store", store), "Permission denied"),
        ]
    store.chmod(0o700)
    for result, said in results:
        fails(result, said)
    assert blocs("list", "--store", store).code == 0
    assert list(shut.iterdir()) == []


def test_a_store_of_another_version(blocs: Callable[..., Any], tmp_path: Path) -> None:
    store = tmp_path / "store"
    assert blocs("import", "rdf", BUILT_IN, "--store", store).code == 0
    manifest = store / "blocs-store.json"
    text = manifest.read_text()
    manifest.write_text(text.replace('"format": 1', '"format": 99'))
    for words in (["list"], ["import", "rdf", BUILT_IN]):
        fails(blocs(*words, "--store", store), "has format 99, this blocs reads format 1; import the data again")
    for damage in ("", "{}", text[:40], "[1]"):
        manifest.write_text(damage)
        fails(blocs("list", "--store", store), "blocs-store.json is damaged")
    manifest.write_text(text)
    assert blocs("list", "--store", store).code == 0
    for file in store.rglob("db/*"):
        file.write_bytes(b"")
    fails(blocs("list", "--store", store), "cannot be read")


def test_a_file_that_vanishes_while_it_is_read(blocs: Callable[..., Any], tmp_path: Path) -> None:
    """Cut by another program: what was read so far is no graph."""
    file = tmp_path / "there.ttl"
    os.mkfifo(file)

    def write() -> None:
        with file.open("wb") as pipe:
            pipe.write(TURTLE[: len(TURTLE) // 2])
            file.unlink()

    writer = threading.Thread(target=write)
    writer.start()
    fails(blocs("list", "--data", file), "there.ttl:")
    writer.join()


@pytest.mark.parametrize("name", ["zeros.ttl.gz", "text.ttl.gz", "table.csv.gz"])
def test_a_small_file_that_unpacks_to_a_huge_one(tmp_path: Path, name: str) -> None:
    """Refused at its first statement or line, not when the memory is full."""
    content = {"zeros.ttl.gz": b"", "text.ttl.gz": b'<http://x/a> <http://x/b> "', "table.csv.gz": b"member,body,"}[
        name
    ]
    piece = gzip.compress((b"\0" if name == "zeros.ttl.gz" else b"x") * 100 * 2**20, compresslevel=1)
    with (tmp_path / name).open("wb") as out:  # compressed pieces one after the other are a file, by RFC 1952
        out.write(gzip.compress(content) + 15 * piece)
    words = ["import", "csv" if ".csv" in name else "rdf", tmp_path / name, "--store", tmp_path / "store"]
    for command in (words, ["list", "--data", tmp_path / name]):
        environment = {**os.environ, "BLOCS_MAX_MEMORY": "0.5"}
        line = [sys.executable, "-m", "blocs", *command]
        done = subprocess.run(line, capture_output=True, text=True, timeout=60, env=environment)
        assert (done.returncode, done.stdout) == (1, "") and done.stderr.count("\n") == 1
        assert name in done.stderr and "more than 0.5 GiB" not in done.stderr


def test_thousands_of_files(blocs: Callable[..., Any], tmp_path: Path) -> None:
    options: list[str | Path] = []
    for number in range(3_000):  # more than a process may hold open
        file = tmp_path / f"{number}.nt"
        file.write_text(f"<http://x/{number}> <http://www.w3.org/ns/org#memberOf> <http://x/b> .\n")
        options += ["--data", file]
    result = blocs("who", "b", *options)
    assert result.code == 0 and result.out.count("\n") == 3_001


def test_a_file_of_200_megabytes(tmp_path: Path) -> None:
    """In a process of its own, so that its memory goes when it does."""
    file = tmp_path / "large.ttl"
    text = "x" * 980
    with file.open("w") as out:
        out.write("@prefix org: <http://www.w3.org/ns/org#> .\n")
        for number in range(200_000):
            out.write(f'<http://x/{number}> <http://x/text> "{text}{number}" .\n')
        out.write("<http://x/a> org:memberOf <http://x/b> .\n")
    assert file.stat().st_size > 200e6
    command = [sys.executable, "-m", "blocs", "who", "b", "--data", file, "--format", "csv"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=100)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[1].startswith("a,")


@pytest.fixture
def small_disk(tmp_path: Path) -> Any:
    """A file system of 64 kB."""
    disk = tmp_path / "disk"
    disk.mkdir()
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk], capture_output=True)
    if made.returncode:
        pytest.skip("needs the right to mount a tmpfs")
    yield disk
    subprocess.run(["umount", disk], check=True)


def test_a_full_disk_loses_nothing(blocs: Callable[..., Any], small_disk: Path) -> None:
    old = small_disk / "old.ttl"
    old.write_text("what was here before")
    fails(blocs("export", "--format", "turtle", "--output", old), "No space left on device")
    assert old.read_text() == "what was here before"
    assert list(small_disk.iterdir()) == [old]
    new = small_disk / "new.json"
    (small_disk / "fill").write_bytes(b"x" * 56_000)
    fails(blocs("list", "--format", "json", "--output", new), "No space left on device")
    assert not new.exists()


def test_a_full_disk_leaves_a_store_as_it_was(blocs: Callable[..., Any], small_disk: Path) -> None:
    result = blocs("import", "rdf", BUILT_IN, "--store", small_disk / "store")
    fails(result, "the disk is full; the store")
    assert list(small_disk.iterdir()) == []
