"""The options that shape rows, the same in every command that prints them."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from typing import Any

import pytest

Rows = list[list[str]]

COMMANDS = [
    ("who", "CIS"),
    ("list", "bodies"),
    ("search", "security"),
    ("show", "Armenia"),
    ("timeline", "CST"),
    ("overlap",),
    ("overlap", "Armenia"),
    ("panel", "2000:2001"),
    ("upset",),
    ("network",),
    ("query", "members", "-p", "body=CST"),
    ("queries",),
    ("ask", "who is in the CIS"),
]
CST = ["armenia", "belarus", "kazakhstan", "kyrgyzstan", "russia", "tajikistan"]


def rows(result: Any) -> Rows:
    assert result.code == 0, result.err
    return list(csv.reader(io.StringIO(result.out)))


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_rows_are_counted_cut_and_chosen_alike_everywhere(blocs: Callable[..., Any], command: tuple[str, ...]) -> None:
    head, *body = rows(blocs(*command, "--format", "csv"))
    assert rows(blocs(*command, "--format", "csv", "--count")) == [["count"], [str(len(body))]]
    assert rows(blocs(*command, "--format", "csv", "--limit", "2")) == [head, *body[:2]]
    assert rows(blocs(*command, "--format", "csv", "--no-header")) == body
    last = head[-1]
    assert rows(blocs(*command, "--format", "csv", "--columns", f"{last},{head[0]}")) == [
        [last, head[0]],
        *([row[-1], row[0]] for row in body),
    ]
    one = rows(blocs(*command, "--format", "csv", "--limit", "1", "--transpose"))
    assert [cell for _, cell in one[1:]] == body[0]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_rows_are_sorted_by_a_column_either_way(blocs: Callable[..., Any], command: tuple[str, ...]) -> None:
    head, *body = rows(blocs(*command, "--format", "csv"))
    column = head[0]
    if any(row[0].replace(".", "").lstrip("-").isdigit() for row in body):
        column = head[1]
    at = head.index(column)
    expected = sorted((row[at] for row in body), key=str.casefold)
    up = [row[at] for row in rows(blocs(*command, "--format", "csv", "--sort", column))[1:]]
    down = [row[at] for row in rows(blocs(*command, "--format", "csv", "--sort", f"-{column}"))[1:]]
    assert [cell.casefold() for cell in up if cell] == [cell.casefold() for cell in expected if cell]
    assert [cell.casefold() for cell in down if cell] == [cell.casefold() for cell in reversed(expected) if cell]


def test_numbers_are_sorted_by_size_and_then_by_the_next_column(blocs: Callable[..., Any]) -> None:
    made = rows(blocs("overlap", "--format", "csv", "--sort", "-shared,b", "--columns", "shared,b"))[1:]
    assert made == sorted(made, key=lambda row: (-int(row[0]), row[1]))


@pytest.mark.parametrize("form", ["csv", "tsv", "markdown", "table", "jsonl"])
def test_every_format_of_rows_takes_them(blocs: Callable[..., Any], form: str) -> None:
    answer = blocs("who", "CST", "--format", form, "--sort", "-id", "--limit", "1", "--columns", "id")
    assert answer.code == 0
    assert "tajikistan" in answer.out
    assert not [state for state in CST[:-1] if state in answer.out]


def test_a_table_for_people_says_how_many_rows_it_leaves_out(blocs: Callable[..., Any]) -> None:
    assert "2 of 6 rows are shown (--limit)." in blocs("who", "CST", "--limit", "2", "--format", "table").out


def test_an_empty_answer_can_be_shaped(blocs: Callable[..., Any]) -> None:
    assert rows(blocs("who", "CST and GUUAM", "--format", "csv", "--count")) == [["count"], ["0"]]
    assert rows(blocs("who", "CST and GUUAM", "--format", "csv", "--no-header")) == []


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (
            ["who", "CST", "--columns", "name"],
            "",
        ),
        (
            ["who", "CST", "--columns", "nmae"],
            "blocs: no column 'nmae' here; the columns are: id label basis\n",
        ),
        (
            ["who", "CST", "--sort", "-size"],
            "blocs: no column 'size' here; the columns are: id label basis\n",
        ),
        (
            ["who", "CST", "--transpose"],
            "blocs: --transpose takes one row, and there are 6 rows; choose one with --limit 1\n",
        ),
        (
            ["who", "CST", "--count", "--format", "json"],
            "blocs: --count shapes rows, and json has none here; use --format jsonl, csv or tsv\n",
        ),
        (
            ["overlap", "--columns", "a", "--format", "table"],
            "blocs: --columns shapes rows, and this view has none here; use --format csv or tsv\n",
        ),
        (
            ["query", "members", "--limit", "2", "--format", "xml"],
            "blocs: --limit shapes rows, and the W3C's xml has none; use csv, tsv or jsonl\n",
        ),
        (["who", "CST", "--limit", "-1"], "blocs: --limit takes a number of rows, not -1\n"),
    ],
)
def test_what_cannot_be_shaped_is_said(blocs: Callable[..., Any], words: list[str], message: str) -> None:
    answer = blocs(*words)
    assert answer.code == (2 if message else 0)
    if message:
        assert answer.err.endswith(message)
        assert answer.out == ""


@pytest.mark.parametrize("form", ["csv", "tsv"])
def test_rows_of_a_query_are_cut_as_the_engine_writes_them(blocs: Callable[..., Any], form: str) -> None:
    """The first lines are the W3C's own, as the engine writes them when nothing is shaped, to the letter."""
    query = "SELECT ?s ?label (COUNT(?b) AS ?n) { ?s org:memberOf ?b ; skos:prefLabel ?label }"
    ordered = f"{query} GROUP BY ?s ?label ORDER BY DESC(?n) ?s"
    whole = blocs("query", "-e", ordered, "--format", form).out.splitlines()
    assert blocs("query", "-e", ordered, "--format", form, "--limit", "3").out.splitlines() == whole[:4]
    head, *numbers = blocs("query", "-e", ordered, "--format", form, "--columns", "n", "--sort", "n").out.split()
    assert head == ("n" if form == "csv" else "?n")
    assert numbers == sorted(numbers, key=int)
