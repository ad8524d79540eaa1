"""`ask`: one question from the command line, or one a line from a pipe."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from ..graph.errors import AskedWrongly, BlocsError
from .answers import answer_json, answer_table
from .output import ROW_FORMATS, Output, dump_json

if TYPE_CHECKING:
    from ..graph.asking.answering import Answer
    from ..graph.knowledge import KnowledgeGraph

__all__ = ["ask_each", "write_answer"]


def write_answer(answer: Answer, out: Output, evidence: bool, show_query: bool) -> None:
    """Write one answer, or the query that gives it."""
    if show_query:
        out.write(answer.sparql + "\n")
        return
    form = out.chosen(*ROW_FORMATS)
    if form == "json":
        out.json(answer_json(answer))
    elif form == "jsonl":
        out.write(dump_json(answer_json(answer)) + "\n")
    else:
        out.rows(answer_table(answer, evidence))


def ask_each(graph: KnowledgeGraph, out: Output, as_of: str | None, evidence: bool) -> None:
    """Answer each line of standard input; an error is a line too, so that a batch never stops."""
    if sys.stdin.isatty():
        raise AskedWrongly('nothing was asked; for example: blocs ask "who is in both CST and CIS DMC"')
    lines = [line.strip() for line in sys.stdin if line.strip()]
    answers: list[dict[str, Any]] = []
    for line in lines:
        try:
            answers.append(answer_json(graph.ask(line, as_of)))
        except BlocsError as error:
            answers.append({"question": line, "error": error.message})
    out.write("".join(dump_json(answer) + "\n" for answer in answers))
