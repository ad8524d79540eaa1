"""The page on which a person reviews a draft: the text with the words of each fact marked, and the facts to tick."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..exports.html_file import asset, self_contained
from .found import Found
from .review import Decisions
from .wording import in_words

if TYPE_CHECKING:
    from . import Draft

__all__ = ["review_page"]


def review_page(found: Draft, decisions: Decisions | None = None) -> bytes:
    """A draft as one HTML file, which loads nothing and saves the decisions as a file."""
    decisions = decisions or Decisions(found.source)
    name = f"{found.title}.review.json"
    data = {
        "digest": decisions.digest,
        "file": name,
        "about": f"{len(found.reading.facts)} facts drafted from {found.title}, dated {found.as_of}",
        "command": f"blocs draft {found.title}.txt --decisions {name} -o {found.title}.ttl",
        "paragraphs": list(found.source.paragraphs()),
        "facts": [_fact(fact) for fact in found.reading.facts],
        "decided": decisions.verdicts,
    }
    title = f"Review of the draft from {found.title}"
    return self_contained("review.html", title, data, asset("review.css"), {"script": asset("review.js")})


def _fact(fact: Found) -> dict[str, Any]:
    changeable = {"membership": ["start", "end"], "event": ["start", "end"]}.get(fact.kind, [])
    places = [{"paragraph": p.sentence.paragraph, "start": p.start, "end": p.end} for p in fact.places]
    return {
        "id": fact.id,
        "words": in_words(fact),
        "basis": fact.basis,
        "places": places,
        "changeable": changeable,
        **{name: fact.data[name] for name in changeable if name in fact.data},
    }
