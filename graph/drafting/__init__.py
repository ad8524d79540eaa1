"""From a text to a draft of its graph: every fact with the sentence that says it, for a person to review.

Nothing here asks a model or a network: names are found by lists (`gazetteer`) and by their form (`mentions/`), what is
said of them by the patterns in `data/drafting/*.txt`, and the same text gives the same draft. A draft is silent where a
sentence leaves something open; what was seen and not taken is told with the reason.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from ..model.dates import parse_date, today
from .text import Text

if TYPE_CHECKING:
    from ..model.graph import Graph
    from .reader import Reading
    from .reviewing.alignment import Refused
    from .reviewing.review import Decisions
    from .writing import Writable

__all__ = ["Draft", "draft", "draft_file"]


@dataclass
class Draft:
    """What was drafted from a text.

    `as_of` is the date of the text: the one that was given, else the latest that the text names, else today
    (`dated` says which of the three). `refused` are extractions of others that were not taken.
    """

    source: Text
    title: str
    reading: Reading
    as_of: str
    dated: str
    refused: list[Refused] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The whole text."""
        return self.source.whole()

    def turtle(self) -> bytes:
        """The draft as Turtle; what is not reviewed is marked as drafted."""
        out = BytesIO()
        self.write(out)
        return out.getvalue()

    def write(self, out: Writable) -> None:
        """Write the same to a file that is open for bytes, piece by piece."""
        from .writing import write_turtle

        write_turtle(self.reading, self.title, self.as_of, out)

    def page(self) -> bytes:
        """The draft as an HTML page on which a person can review it."""
        from .reviewing.review_page import review_page

        return review_page(self.source, self.reading, self.title, self.as_of)

    def decided(self, decisions: Decisions) -> list[str]:
        """Apply the decisions of a review; the ids of facts that are not there any more."""
        from .reviewing.review import apply

        return apply(self.reading, decisions)


def draft(
    text: str,
    title: str = "Text",
    graph: Graph | None = None,
    date: str | None = None,
    extractions: Path | None = None,
) -> Draft:
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
    extractions : Path, optional
        A file of facts that another program found in the text: LangExtract's JSON lines, or a table with quotes.

    Returns
    -------
    Draft

    Raises
    ------
    InvalidRequest
        If the date is none, or the extractions are not understood.
    OperationFailed
        If the extractions cannot be read.

    >>> found = draft("Sweden joined NATO on March 7, 2024. Ireland is not a member.").reading.facts
    >>> [(fact.kind, fact.data["member"].label) for fact in found]
    [('membership', 'Sweden'), ('non-membership', 'Ireland')]
    """
    return _drafted(Text(text), title, graph, date, extractions)


def draft_file(
    path: Path, graph: Graph | None = None, date: str | None = None, extractions: Path | None = None
) -> Draft:
    """The same of a file; its name is the title.

    Raises
    ------
    OperationFailed
        If a file cannot be read.
    InvalidRequest
        If the date is none, or the extractions are not understood.
    """
    return _drafted(Text(path), path.stem, graph, date, extractions)


def _drafted(text: Text, title: str, graph: Graph | None, date: str | None, extractions: Path | None) -> Draft:
    from .gazetteer import gazetteer
    from .reader import read_text
    from .reviewing.alignment import Aligned, aligned, read_extractions

    if date is not None:
        date = parse_date(date)
    names, given = gazetteer(graph), Aligned()
    if extractions is not None:
        given = aligned(read_extractions(extractions), list(text.paragraphs()), names)
    reading = read_text(text.paragraphs(), names, date or "", given.facts, given.bodies)
    past = [each for each in reading.dates if each <= today()]
    as_of, dated = (date, "given") if date else (max(past), "latest") if past else (today(), "today")
    return Draft(text, title, reading, as_of, dated, given.refused)
