"""`ask`: one question from the command line, one a line from a pipe, or a prompt on a terminal."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from ..graph.errors import BlocsError, InvalidRequest
from .answers import answer_json
from .process.limits import seconds_allowed, start_clock
from .writing.files import write_out
from .writing.output import Output
from .writing.text import dump_json

if TYPE_CHECKING:
    from ..graph.knowledge import KnowledgeGraph

__all__ = ["ask_each"]


def ask_each(graph: KnowledgeGraph, out: Output, as_of: str | None, evidence: bool) -> None:
    """Answer each line of standard input as JSON, or the questions typed at a prompt if that is a terminal.

    An error is a line too, so that a batch never stops; each question has the whole time limit.
    """
    seconds = seconds_allowed()
    if sys.stdin.isatty():
        if not sys.stdout.isatty():
            raise InvalidRequest('no question was asked; for example: blocs ask "who is in both CST and CIS DMC"')
        from .prompt import converse

        converse(graph, out, as_of, evidence, seconds)
        return
    if out.format not in ("", "jsonl"):
        raise InvalidRequest(f"questions from a pipe are answered one per line, as jsonl, not as {out.format}")
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
