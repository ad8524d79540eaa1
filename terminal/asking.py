"""`ask`: one question from the command line, one a line from a pipe, or a prompt on a terminal."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from ..graph.errors import BlocsError, InvalidRequest
from .answers import answer_json, answer_table
from .notes import say_beside
from .process.limits import TIMEOUT, start_clock
from .writing.output import PICTURE_FORMATS, ROW_FORMATS, Output, dump_json, write_out

if TYPE_CHECKING:
    from ..graph.asking.answering import Answer
    from ..graph.knowledge import KnowledgeGraph

__all__ = ["ask_each", "write_answer"]


def write_answer(answer: Answer, out: Output, evidence: bool, show_query: bool = False) -> None:
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
        table = answer_table(answer, evidence, form in PICTURE_FORMATS)
        if form not in PICTURE_FORMATS:
            # Rows for programs have no room for words: what was understood, and what must be said, stands beside them.
            say_beside([table.title, *answer.notes])
        out.rows(table)


def ask_each(graph: KnowledgeGraph, out: Output, as_of: str | None, evidence: bool, seconds: float = TIMEOUT) -> None:
    """Answer each line of standard input as JSON, or the questions typed at a prompt where that is a terminal.

    An error is a line too, so that a batch never stops; each question has the time limit for itself.
    """
    if sys.stdin.isatty():
        if not sys.stdout.isatty():
            raise InvalidRequest('nothing was asked; for example: blocs ask "who is in both CST and CIS DMC"')
        from .prompt import converse

        converse(graph, out, as_of, evidence, seconds)
        return
    if out.format not in ("", "jsonl"):
        raise InvalidRequest(f"questions from a pipe are answered one a line, as jsonl, not as {out.format}")
    lines: list[str] = []
    for line in sys.stdin.buffer:
        question = line.decode("utf-8", "replace").strip()
        if question:
            start_clock(seconds)
            answer = _answer_line(graph, question, as_of)
            if out.path is None:
                write_out(answer.encode("utf-8", "backslashreplace"))
            else:
                lines.append(answer)
    if out.path is not None:
        out.write("".join(lines))


def _answer_line(graph: KnowledgeGraph, question: str, as_of: str | None) -> str:
    try:
        return dump_json(answer_json(graph.ask(question, as_of))) + "\n"
    except BlocsError as error:
        return dump_json({"question": question, "error": error.message}) + "\n"
