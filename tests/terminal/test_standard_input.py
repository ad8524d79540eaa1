"""A graph from standard input, and files without an ending: known by how they begin."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Blocs = Callable[..., Any]

TABLE = "country;body;joined\nChile;Andes Pact;1969\nPeru;Andes Pact;1969\n"
RECORDS = json.dumps([{"country": c, "body": "Andes Pact", "joined": "1969"} for c in ("Chile", "Peru")])
PREFIXES = "@prefix s: <https://schema.org/> .\n@prefix : <http://e.org/> .\n"
STATES = "".join(f':{c.lower()} a s:Country ; s:name "{c}" ; s:memberOf :pact .\n' for c in ("Chile", "Peru"))
GRAPH = STATES + ':pact a s:Organization ; s:name "Andes Pact" .\n'
POPOLO = json.dumps(
    {
        "persons": [{"id": "chile", "name": "Chile"}, {"id": "peru", "name": "Peru"}],
        "organizations": [{"id": "o", "name": "Andes Pact"}],
        "memberships": [{"person_id": c, "organization_id": "o"} for c in ("chile", "peru")],
    }
)
JSON_LD = json.dumps(
    {
        "@context": "https://schema.org",
        "@type": "Organization",
        "name": "Andes Pact",
        "member": [{"@type": "Country", "name": c} for c in ("Chile", "Peru")],
    }
)
CONTENTS = {
    "a table": TABLE.encode(),
    "a packed table": gzip.compress(TABLE.encode()),
    "a table below a title": ("Members of the pact\n\n" + TABLE).encode(),
    "a table in UTF-16": TABLE.encode("utf-16"),
    "records": RECORDS.encode(),
    "Turtle": (PREFIXES + GRAPH).encode(),
    "packed Turtle": gzip.compress((PREFIXES + GRAPH).encode()),
    "TriG": (PREFIXES + ":g {\n" + GRAPH + "}\n").encode(),
    "Popolo": POPOLO.encode(),
    "JSON-LD": JSON_LD.encode(),
}


@pytest.mark.parametrize("kind", CONTENTS)
def test_what_comes_through_a_pipe_is_read_as_a_file_is(blocs: Blocs, tmp_path: Path, kind: str) -> None:
    words = ("who", "Andes Pact", "--as-of", "any", "--columns", "label", "--no-header", "--format", "csv")
    piped = blocs(*words, "--data", "-", input=CONTENTS[kind])
    assert (piped.code, piped.out.split()) == (0, ["Chile", "Peru"]), piped.err
    path = tmp_path / "download"  # as a browser may leave it
    path.write_bytes(CONTENTS[kind])
    found = blocs(*words, "--data", path)
    assert (found.code, found.out) == (0, piped.out), found.err


@pytest.mark.parametrize("kind", ["a table", "Turtle", "TriG", "JSON-LD"])
def test_it_is_checked_and_imported_as_well(blocs: Blocs, tmp_path: Path, kind: str) -> None:
    checked = blocs("check", "-", input=CONTENTS[kind])
    assert checked.code == 0, checked.out + checked.err
    how = "csv" if kind == "a table" else "rdf"
    stored = blocs("import", how, "-", "--store", tmp_path / "s", input=CONTENTS[kind])
    assert stored.code == 0, stored.err
    found = blocs("who", "Andes Pact", "--as-of", "any", "--columns", "label", "--no-header", "--store", tmp_path / "s")
    assert found.out.split() == ["Chile", "Peru"]


def test_a_pipe_and_files_are_one_graph(blocs: Blocs, tmp_path: Path) -> None:
    path = tmp_path / "more.csv"
    path.write_text("country,body\nBolivia,Andes Pact\n", encoding="utf-8")
    found = blocs("who", "Andes Pact", "--columns", "label", "--no-header", "--data", "-", "--data", path, input=TABLE)
    assert found.out.split() == ["Bolivia", "Chile", "Peru"]


@pytest.mark.parametrize("text", ["", "hello\n", "Chile is in the Andes Pact, and so is Peru.\n", "a,b\n1,2\n"])
def test_what_is_in_no_known_format_is_refused(blocs: Blocs, tmp_path: Path, text: str) -> None:
    piped = blocs("list", "--data", "-", input=text)
    assert (piped.code, piped.out) == (2, "")
    assert piped.err == "blocs: standard input is in no format that is known by its beginning; read it from a file\n"
    path = tmp_path / "notes.dat"
    path.write_text(text, encoding="utf-8")
    assert blocs("list", "--data", path).err.startswith(f"blocs: {path}: no format ends in '.dat'; known endings: ")
