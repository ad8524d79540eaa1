"""What `blocs` alone says: what is in the graph, and what to try with it; and `blocs tour`, which leads through it."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from shutil import get_terminal_size
from textwrap import fill
from typing import TYPE_CHECKING, NamedTuple

from ..graph.errors import OperationFailed
from ..graph.version import __version__
from .writing.text import clean

if TYPE_CHECKING:
    from ..graph.knowledge import KnowledgeGraph

__all__ = ["STEPS", "Step", "greet", "lead"]

_KINDS = ("states", "bodies", "events", "people", "statements")


def greet(graph: KnowledgeGraph) -> str:
    """In ten lines what is in a graph, and four things to try with it, each of which runs.

    >>> import blocs
    >>> print(greet(blocs.load()).splitlines()[1])
    12 states, 13 bodies, 5 events, 3 people, 39 statements; 35 memberships, each with its evidence.
    """
    from ..graph.analysis.inventory import inventory

    found = inventory(graph)
    counted = [f"{found.kinds[kind]:,} {kind}" for kind in _KINDS if found.kinds.get(kind)]
    memberships = found.facts.get("memberships", 0)
    held = f"; {memberships:,} memberships, each with its evidence" if memberships else ""
    lines = [
        f"blocs {__version__}: {clean(graph.source.name)}, as of {graph.as_of}",
        f"{', '.join(counted) or 'nothing in the model: see blocs info'}{held}.",
        "",
        *(f"  blocs {clean(command)}" for command in _suggestions(graph)),
        "",
        "blocs tour leads through the built-in graph in five minutes.",
        "blocs --help lists every command; blocs import --help is for your own data.",
    ]
    return "\n".join(lines) + "\n"


def _suggestions(graph: KnowledgeGraph) -> list[str]:
    """Commands to try: a question, something to see, something to measure, something to draw."""
    from ..graph.asking.refusals import answerable

    asked = [f"ask {shlex.quote(question)}" for question in answerable(graph.vocabulary, (), 1)]
    bodies = [entity for entity in graph.names.entities if entity.kind == "body"]
    states = [entity for entity in graph.names.entities if entity.kind == "state"]
    shown = [f"show {shlex.quote(entity.short)}" for entity in (states or graph.names.entities)[:1]]
    large = len(bodies) > 100
    measured = [f"overlap {shlex.quote(states[0].short)}" if large else "overlap"] if len(states) > 1 and bodies else []
    return [*asked, *shown, *measured, "export -o graph.html"]


class Step(NamedTuple):
    """A step of the tour: what is to be seen, and the command that shows it."""

    words: str
    command: str


STEPS = (
    Step(
        "The built-in graph is one article of May 2001, on how the states of the CIS worked together in defence. A"
        " question in plain English, answered with the sentences that say so:",
        "ask who is in both CST and CIS DMC --evidence",
    ),
    Step(
        "“No” is not “nothing says so”. The article denies that Georgia is in the treaty; of Ukraine it says nothing:",
        "ask is Georgia in the CST --evidence",
    ),
    Step("", "ask is Ukraine in the CST"),
    Step(
        "Sets of bodies, as people write them. Who is in the CIS, but neither in the treaty nor in GUUAM?",
        "who CIS - CST - GUUAM",
    ),
    Step("All that is known about one of them, each fact with its basis:", "show Turkmenistan"),
    Step("Which states are in the same bodies, and how much:", "overlap"),
    Step("Who is in exactly which bodies:", "upset CST GUUAM CIS"),
    Step("How are two connected?", "path Armenia GUUAM"),
    Step("Somebody quotes the article. Does it say so?", "quote CST member states include Armenia"),
    Step("It is RDF underneath, and answers SPARQL:", "query -e 'SELECT ?s { ?s org:memberOf :cst, :cis-dmc }'"),
)
"""The tour, in its order."""

_END = """\
That was the tour. Go on with
  blocs export -o graph.html            the whole graph as one page: search, filters, years, evidence
  blocs import cow-igo FILE --store cow two centuries of memberships
  blocs who BODY --data members.csv     your own table; docs/your-own-data.md has every kind of file
"""


def lead() -> None:
    """Show the steps of the tour one after the other; on a terminal each when the one before has been read.

    Raises OperationFailed if a step fails.
    """
    waits = sys.stdin.isatty() and sys.stdout.isatty()
    for number, step in enumerate(STEPS, 1):
        if step.words:
            print("\n" + fill(f"{number}/{len(STEPS)}  {step.words}", min(80, get_terminal_size().columns)))
        print(f"\n$ blocs {step.command}", flush=True)
        # Each in a process of its own, as if it were typed.
        done = subprocess.run([sys.executable, "-P", "-m", "blocs", *shlex.split(step.command)], env=_settings())
        if done.returncode:
            raise OperationFailed(f"the tour ends here: blocs {step.command} failed")
        if waits and number < len(STEPS) and not _goes_on():
            return
    print(f"\n{_END}", end="")


def _settings() -> dict[str, str]:
    """The environment of a step: the built-in graph and tables, whatever is set."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("BLOCS_")}
    return {**kept, "BLOCS_CONFIG": "", "BLOCS_FORMAT": "table"}


def _goes_on() -> bool:
    """Whether the reader wants the next step."""
    try:
        return input("\n[Enter: go on, q: stop] ").strip().casefold() not in ("q", "quit", "exit")
    except EOFError:
        return False
