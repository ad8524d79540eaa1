"""A prompt for questions: history over sessions, completion of names and of the beginnings of questions."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from shutil import get_terminal_size
from textwrap import fill
from typing import TYPE_CHECKING

from prompt_toolkit import PromptSession
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document
from prompt_toolkit.history import FileHistory, History, InMemoryHistory

from ..graph.asking.followup import follow_up
from ..graph.asking.refusals import answerable, examples
from ..graph.errors import BlocsError
from .answers import write_answer
from .process.limits import start_clock, stop_clock
from .writing.output import Output
from .writing.text import clean, shorten

if TYPE_CHECKING:
    from ..graph.knowledge import KnowledgeGraph

__all__ = ["Completing", "converse", "history_file"]


def history_file() -> Path:
    """Where questions are remembered: `blocs/history` in the user's folder for state (XDG Base Directory)."""
    state = os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state"
    return Path(state) / "blocs" / "history"


class Completing(Completer):
    """Completes the words before the cursor: to a question that can be asked, or to a name of the graph."""

    def __init__(self, graph: KnowledgeGraph) -> None:
        self.questions = examples(graph.vocabulary)
        names = (name for e in graph.names.entities for name in (e.abbreviation, e.label, *e.aliases) if name)
        self.names = sorted(dict.fromkeys(names), key=lambda name: (len(name), name))

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterable[Completion]:
        """What may follow; questions first, then names, the longest run of words first."""
        text = document.text_before_cursor
        typed = text.lstrip().casefold()
        for question in self.questions:
            if typed and question.casefold().startswith(typed):
                yield Completion(question, -len(text.lstrip()))
        for begun in _endings(text):
            matching = [name for name in self.names if name.casefold().startswith(begun.casefold())]
            yield from (Completion(name, -len(begun)) for name in matching[:20])
            if matching:
                return


def _endings(text: str) -> Iterator[str]:
    """The last words of a text, the longest run first: what may be the beginning of a name."""
    words = text.split(" ")
    for count in range(min(4, len(words)), 0, -1):
        begun = " ".join(words[-count:])
        if len(begun.strip()) >= 2 - (count == 1):
            yield begun


def _history() -> History:
    path = history_file()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
    except OSError:  # a home folder that cannot be written does not stop answers
        return InMemoryHistory()
    return FileHistory(str(path))


_HELP = "Ask in plain English; Tab completes questions and names, the arrow keys bring earlier questions back."


def converse(graph: KnowledgeGraph, out: Output, as_of: str | None, evidence: bool, seconds: float) -> None:
    """Ask for questions and answer them until the user exits (Ctrl-D, or "quit").

    Several lines that are pasted at once are several questions.
    """
    stop_clock()
    session: PromptSession[str] = PromptSession(history=_history(), completer=Completing(graph))
    conversation = _Conversation(graph, out, as_of, evidence, seconds)
    print(f"Ask about {clean(graph.source.name)}; Tab completes, Ctrl-D exits, help helps.", file=sys.stderr)
    _show_examples(graph, 2)
    while True:
        try:
            typed = session.prompt("blocs> ")
        except KeyboardInterrupt:
            if not session.default_buffer.text:
                raise
            continue  # what was typed is dropped
        except EOFError:
            return
        lines = [line.strip() for line in typed.splitlines() if line.strip()]
        for line in lines:
            if line.casefold() in ("quit", "exit", "q"):
                return
            if len(lines) > 1:
                print(f"> {shorten(clean(line))}", file=sys.stderr)
            conversation.reply(line)


def _show_examples(graph: KnowledgeGraph, count: int) -> None:
    for example in answerable(graph.vocabulary, (), count):
        print(f"  {clean(example)}", file=sys.stderr)


@dataclass
class _Conversation:
    """Questions and answers, each of which may take up the one before."""

    graph: KnowledgeGraph
    out: Output
    as_of: str | None
    evidence: bool
    seconds: float
    last: str = ""

    def reply(self, question: str) -> None:
        """Write the answer to a question, or why there is none."""
        if question.casefold().rstrip("?!. ") in ("help", "h", ""):
            print(_HELP, file=sys.stderr)
            _show_examples(self.graph, 8)
            return
        start_clock(self.seconds)
        try:
            self._answer(question)
        except BlocsError as error:
            print(fill(shorten(clean(error.message), 600), get_terminal_size().columns), file=sys.stderr)
        stop_clock()

    def _answer(self, question: str) -> None:
        """Answer a question, or what it means after the last one; the whole question is kept for the next."""
        whole = follow_up(self.graph.vocabulary, question, self.last) if self.last else None
        found = self.graph.ask(whole or question, self.as_of)
        if whole is not None:
            found = replace(found, understood=f"{found.understood} (read as “{whole}”)")
        write_answer(found, self.out, self.evidence)
        self.last = whole or question
