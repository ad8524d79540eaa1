"""The page on which a person reviews a draft: the text with the words of each fact marked, and the facts to tick."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...exports.html_file import asset, self_contained
from ..found import Found
from .review import Decisions
from .wording import in_words

if TYPE_CHECKING:
    from ..reader import Reading
    from ..text import Text

__all__ = ["review_page"]


def review_page(source: Text, reading: Reading, title: str, as_of: str) -> bytes:
    """What was read in a text as one HTML file, which loads nothing and saves the decisions as a file."""
    decisions = Decisions(source)
    name = f"{title}.review.json"
    data = {
        "digest": decisions.digest,
        "file": name,
        "about": f"{len(reading.facts)} facts drafted from {title}, dated {as_of}",
        "command": f"blocs draft {title}.txt --decisions {name} -o {title}.ttl",
        "paragraphs": list(source.paragraphs()),
        "facts": [_fact(fact) for fact in reading.facts],
        "decided": decisions.verdicts,
    }
    heading = f"Review of the draft from {title}"
    return self_contained("review.html", heading, data, asset("review.css"), {"script": asset("review.js")})


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
