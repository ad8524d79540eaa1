"""From a text to a draft of its graph: every fact with the sentence that says it, for a person to review."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ..model.dates import parse_date, today

if TYPE_CHECKING:
    from ..model.graph import Graph
    from .reader import Reading

__all__ = ["Draft", "draft"]


@dataclass
class Draft:
    """What was drafted from a text.

    `as_of` is the date of the text: the one that was given, else the latest that the text names, else today
    (`dated` says which of the three).
    """

    text: str
    title: str
    reading: Reading
    as_of: str
    dated: str

    def turtle(self) -> bytes:
        """The draft as Turtle, every fact marked as drafted."""
        from .writing import as_graph, turtle

        return turtle(as_graph(self.reading, self.title, self.as_of))


def draft(text: str, title: str = "Text", graph: Graph | None = None, date: str | None = None) -> Draft:
    """Draft a graph from a text: what it says of memberships, events, offices, shares and statements.

    Parameters
    ----------
    text : str
        The text; empty lines part its paragraphs.
    title : str
        What to call it.
    graph : Graph, optional
        Names what is known already, so that ids stay the same.
    date : str, optional
        The date of the text.

    Returns
    -------
    Draft

    Raises
    ------
    InvalidRequest
        If the date is none.

    >>> found = draft("Sweden joined NATO on March 7, 2024. Ireland is not a member.").reading.facts
    >>> [(fact.kind, fact.data["member"].label) for fact in found]
    [('membership', 'Sweden'), ('non-membership', 'Ireland')]
    """
    from ..checking.quoting import paragraphs
    from .gazetteer import gazetteer
    from .reader import read_text

    if date is not None:
        date = parse_date(date)
    reading = read_text(paragraphs(text), gazetteer(graph), date or "")
    past = [each for each in reading.dates if each <= today()]
    as_of, dated = (date, "given") if date else (max(past), "latest") if past else (today(), "today")
    return Draft(text, title, reading, as_of, dated)


def draft_file(path: Path, graph: Graph | None = None, date: str | None = None) -> Draft:
    """The same of a file; its name is the title.

    Raises
    ------
    OperationFailed
        If the file cannot be read.
    """
    from ..files import reading

    with reading(path):
        text = path.read_text(encoding="utf-8-sig")
    return draft(text, path.stem, graph, date)
