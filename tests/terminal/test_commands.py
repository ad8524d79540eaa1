"""Every command has help, examples that work, and a place in docs/commands.md."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
import shlex
from collections import defaultdict
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import blocs as library
import blocs.cli
import pytest
from places import BUILT_IN, ROOT, TEST_DATA
from typer.main import get_command


def walk(group: Any, before: tuple[str, ...] = ()) -> Iterator[tuple[str, Any]]:
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from walk(command, (*before, name))
        else:
            yield " ".join((*before, name)), command


COMMANDS = dict(walk(get_command(blocs.cli.app)))
EXAMPLES = [
    line
    for name, command in COMMANDS.items()
    for line in (command.epilog or "").splitlines()
    # Servers answer until they are ended: test_assistants.py and test_serving.py run them.
    if line.startswith("blocs ") and name not in ("mcp", "serve")
]
REFERENCE = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")


def test_every_command_is_in_the_module_that_is_read_for_it() -> None:
    """A process reads the module that `COMMANDS` gives for its command; with all of them it would be found as well."""
    for module, names in blocs.cli.COMMANDS.items():
        app = import_module(f"blocs.terminal.commands.{module}").app
        assert tuple(get_command(app).commands) == names  # type: ignore[attr-defined]
    assert list(get_command(blocs.cli.app).commands) == [  # type: ignore[attr-defined]
        name for names in blocs.cli.COMMANDS.values() for name in names
    ]
    files = {path.stem for path in (ROOT / "terminal" / "commands").glob("*.py")} - {"__init__"}
    assert files == set(blocs.cli.COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_in_the_imperative(name: str) -> None:
    command = COMMANDS[name]
    first = (command.help or "").split("\n")[0]
    assert re.match(r"[A-Z][a-z]+ .*\.$", first), f"{name}: {first!r}"
    assert not first.split()[0].endswith("s"), f"{name} says what it does in the imperative"
    for parameter in command.params:
        assert (getattr(parameter, "help", None) or "").endswith((".", ")")), f"{name} {parameter.name}"
        # What it takes is a word for people, not a type of Python.
        assert getattr(parameter, "is_flag", False) or parameter.metavar, f"{name} {parameter.name}"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_examples_of_itself(name: str) -> None:
    heading, *lines = (COMMANDS[name].epilog or "").splitlines()
    assert heading == "Examples:" and lines
    assert all(line.startswith(f"blocs {name}") for line in lines)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_stands_in_the_reference(name: str) -> None:
    assert f"\n## {name}\n" in REFERENCE, "run: make docs"
    section = REFERENCE.split(f"\n## {name}\n")[1].split("\n## ")[0]
    options = {option for parameter in COMMANDS[name].params for option in parameter.opts if option.startswith("-")}
    assert all(f"`{option}`" in section for option in options)


def article() -> str:
    """A text that has every quote of the built-in graph in its paragraph."""
    rows = library.load().source.select(
        "SELECT ?paragraph ?quote { ?e blocs:paragraph ?paragraph ; <http://www.w3.org/ns/oa#exact> ?quote }"
    )
    paragraphs: dict[int, list[str]] = defaultdict(list)
    for paragraph, quote in rows:
        paragraphs[int(paragraph.value)].append(quote.value)
    return "\n\n".join(" ".join(paragraphs[number]) or "…" for number in range(1, max(paragraphs) + 1)) + "\n"


FILES: dict[str, Callable[[], str]] = {
    "mine.ttl": lambda: BUILT_IN.read_text(encoding="utf-8"),
    "more.nt": lambda: "<http://example.org/a> <http://www.w3.org/2000/01/rdf-schema#label> 'a' .\n".replace("'", '"'),
    "parliament.json": lambda: (
        '{"persons": [{"id": "p1", "name": "Ana Gray"}], "organizations": [{"id": "o1", "name": "Blue Party"}],'
        ' "memberships": [{"person_id": "p1", "organization_id": "o1"}]}'
    ),
    "allies.csv": lambda: "member,organization\nFrance,EEC\nFrance,The Six\nItaly,Six of 1957\n",
    "clubs.ttl": lambda: "@prefix e: <http://example.org/> . e:ana e:joined e:club .\n",
    "clubs.rq": lambda: (
        "# Clubs and who joined them.\nPREFIX e: <http://example.org/>\nPREFIX org: <http://www.w3.org/ns/org#>\n"
        "CONSTRUCT { ?who org:memberOf ?club } WHERE { ?who e:joined ?club }\n"
    ),
    "atop5_1m.csv": lambda: (TEST_DATA / "tables" / "atop5_1m.csv").read_text(encoding="utf-8"),
    "alliance_v4.1_by_member.csv": lambda: (
        "version4id,ccode,state_name,all_st_day,all_st_month,all_st_year,all_end_day,all_end_month,all_end_year,ss_type,"
        "mem_st_day,mem_st_month,mem_st_year,mem_end_day,mem_end_month,mem_end_year,left_censor,right_censor,defense,"
        "neutrality,nonaggression,entente,version\n"
        "210,2,United States of America,4,4,1949,,,,Type I: Defense Pact,4,4,1949,,,,0,1,1,0,0,0,4.1\n"
    ),
    "memberships.csv": lambda: "manyID,stateID,StateSignature,Beg,End,Title\nUNFCCC_1992A,FRA,1992,1994,9999,Climate\n",
    "query.csv": lambda: (
        "country,countryLabel,organization,organizationLabel,start,end\n"
        "http://www.wikidata.org/entity/Q142,France,http://www.wikidata.org/entity/Q7184,NATO,1949-04-04T00:00:00Z,\n"
    ),
    "members.csv": lambda: "member,organization,start,end\nFrance,European Union,1958,\nMalta,European Union,2004,\n",
    "igor.csv": lambda: (
        "ccode,state,statenme,year,ioname,orgname,value\n"
        "220,france,France,1990,EEC,European Economic Community,1\n"
        "220,france,France,1991,EEC,European Economic Community,1\n"
    ),
    "leagues.csv": lambda: "Land,Bund\nBavaria,Rhenish League\n",
    "article.txt": article,
    "known.ttl": lambda: BUILT_IN.read_text(encoding="utf-8"),
    "found.jsonl": lambda: json.dumps({"extractions": []}) + "\n",
    "review.json": lambda: json.dumps({"text": hashlib.sha256(article().encode()).hexdigest(), "facts": {}}),
    "my.rq": lambda: "SELECT ?s { ?s org:memberOf :cst }",
    "state_year_formatv3.csv": lambda: "ccode,year,state,eec,nato\n2,1990,usa,0,1\n220,1990,france,1,1\n",
    "state_year.csv": lambda: "ccode,year,state,eec,nato\n2,1990,usa,0,1\n220,1990,france,1,1\n",
    "igo_year.csv": lambda: "ioname,orgname,year\nEEC,European Economic Community,1990\nNATO,NATO,1990\n",
    "states2016.csv": lambda: (
        "stateabb,ccode,statenme,styear,stmonth,stday,endyear,endmonth,endday,version\n"
        "USA,2,United States of America,1816,1,1,2016,12,31,2016\nFRN,220,France,1816,1,1,2016,12,31,2016\n"
    ),
}


def provide(word: str, folder: Path, blocs: Callable[..., Any]) -> None:
    """Make the file or store that a word of an example names."""
    plain = word.removesuffix(".gz")
    if plain in FILES:
        content = FILES[plain]().encode()
        (folder / word).write_bytes(gzip.compress(content) if word.endswith(".gz") else content)
    elif word == "allies":
        provide("allies.csv", folder, blocs)
        assert blocs("import", "csv", folder / "allies.csv", "--store", folder / word).code == 0
        assert blocs("merge", "EEC", "Six of 1957", "--store", folder / word).code == 0
    elif word in ("mine", "STORE_FOLDER"):
        provide("mine.ttl", folder, blocs)
        assert blocs("import", "rdf", folder / "mine.ttl", "--store", folder / word).code == 0


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_example_works(
    blocs: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, example: str
) -> None:
    monkeypatch.chdir(tmp_path)
    words = shlex.split(example)[1:]
    for word in words:
        if not (words[0] == "import" and word == "mine"):  # which the example makes
            provide(word, tmp_path, blocs)
    if any(word.startswith("https://") for word in words):
        pytest.skip("asks a server elsewhere; tests/graph/sources fetch from one of their own")
    before = set(tmp_path.iterdir())
    result = blocs(*words)
    assert result.code == 0, result.err
    assert result.out or set(tmp_path.iterdir()) > before
