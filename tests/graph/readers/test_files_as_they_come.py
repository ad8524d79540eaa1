"""Files of every kind, as people have them: `tests/data/brought`, with what is right for each in `right.jsonl`.

What is right was written by hand before blocs read any of them. Of each file a line says either its memberships
(`right`), or what a refusal names (`refused`), the way on (`then`) and what that leads to; of graphs also what is said
of what was not read (`said`), of tables the columns that were not (`unread`).
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import blocs as library
import pytest
from blocs.graph.errors import BlocsError
from blocs.graph.model.dates import ALWAYS
from blocs.graph.model.membership import read_memberships
from blocs.graph.readers.table import TableFile, TableOptions
from places import TEST_DATA

FILES = TEST_DATA / "brought"
RIGHT = [json.loads(line) for line in (FILES / "right.jsonl").read_text("utf-8").splitlines()]


def of_graph(path: Path) -> tuple[list[list[str]], str]:
    """The memberships of a graph, and what is said of it."""
    graph = library.load(path)
    labels = {entity.iri: entity.label for entity in graph.names.entities}
    found = read_memberships(graph.source, ALWAYS, role="any")
    rows = [[labels[m.member], labels[m.body], m.role.rpartition("/")[2], m.start or "", m.end or ""] for m in found]
    return sorted(rows), " ".join(graph.source.notes)


def of_table(path: Path, kind: str = "", **said: Any) -> tuple[list[list[str]], list[str]]:
    """The memberships of a table, and its columns that were not read."""
    options = TableOptions(**{name: tuple(v) if isinstance(v, list) else v for name, v in said.items()})
    table = TableFile(path, options, **({"kind": kind} if kind else {}))
    found = [row for row in table.rows() if row.holds == "yes"]
    rows = [[row.member, row.organization, row.role, row.start, row.end] for row in found]
    return sorted(rows), list(table.report.unread)


@pytest.mark.parametrize("case", [case for case in RIGHT if case.get("as") == "rdf"], ids=lambda case: case["file"])
def test_a_graph_is_read_right_or_what_is_unread_is_said(case: dict[str, Any]) -> None:
    path = FILES / case["file"]
    if "refused" in case:
        with pytest.raises(BlocsError, match=re.escape(case["refused"])):
            of_graph(path)
        return
    found, notes = of_graph(path)
    assert found == case["right"]
    for words in case.get("said", ()):
        assert words in notes


@pytest.mark.parametrize("case", [case for case in RIGHT if case.get("as") != "rdf"], ids=lambda case: case["file"])
def test_a_table_is_read_right_or_refused_with_a_way_on(case: dict[str, Any]) -> None:
    path, kind = FILES / case["file"], case.get("as", "")
    if "refused" not in case:
        found, unread = of_table(path, kind)
        assert found == case["right"]
        for name in case.get("unread", ()):
            assert any(column.startswith(name) for column in unread), unread
        return
    with pytest.raises(BlocsError, match=re.escape(case["refused"])):
        of_table(path, kind)
    if "still" in case:
        with pytest.raises(BlocsError, match=re.escape(case["still"])):
            of_table(path, kind, **case["then"])
    elif "then" in case:
        assert of_table(path, kind, **case["then"])[0] == case["right"]


def test_every_file_has_its_line() -> None:
    assert sorted(case["file"] for case in RIGHT) == sorted(
        path.name for path in FILES.iterdir() if path.name != "right.jsonl"
    )


@pytest.mark.parametrize("name", ["no_names_comma.csv", "no_names_ends.tsv", "no_names_one_body.csv"])
def test_the_names_that_a_refusal_gives_are_a_header_that_is_read(name: str, tmp_path: Path) -> None:
    content = (FILES / name).read_text("utf-8")
    with pytest.raises(BlocsError) as refusal:
        of_table(FILES / name)
    header = str(refusal.value).rpartition("such as: ")[2]
    sign = "\t" if name.endswith(".tsv") else ","
    path = tmp_path / name
    path.write_text(header.replace(", ", sign) + "\n" + content, "utf-8")
    found, unread = of_table(path, organization="" if "organization" in header else "Council of Europe")
    assert len(found) == len(content.splitlines()) and not unread


def test_two_columns_that_are_said_to_be_one_field_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("country,pact,signed,came in\nFrance,Alpha,1949,1950\n", "utf-8")
    with pytest.raises(BlocsError, match="'signed' and 'came in' are both said to be the start; leave one out"):
        of_table(path, mapping={"signed": "start", "came in": "start"})
