"""Questions of identity: who somebody is, what a thing is."""

from __future__ import annotations

from ...model.entities import Entity
from ...rdf.source import values
from ..language.form import Form
from ..language.patterns import Found
from ..language.reading import Reading
from ..meaning import Question, Select

__all__ = ["FORMS"]


# What a thing is


def _identity(reading: Reading, found: Found) -> Question | None:
    entity: Entity = found["any"]
    words = reading.words
    if words[0] == "who" and entity.kind not in ("person", "group", "state", "body"):
        return None
    pattern = f"{values('answer', [entity.term])} ?answer ?anyProperty ?anyValue ."
    who = "who" if entity.kind in ("person", "group") else "what"
    return Select(f"{who} {entity.label} is", pattern, grounds=f"{pattern} BIND(?answer AS ?fact)")


FORMS = [
    Form("( who / what ) ( is / are / was / were ) <any>", _identity, "what is BODY"),
    Form("( who / what ) <any> ( is / are / was )", _identity),
    Form(
        "( tell me [ more ] about / describe / define / explain / about / info on / info about / what do we know about / what does one know about / what does the article say about / what does the graph say about / anything about / more about / information on / information about / give me information about / give me information on / tell me something about / what can you tell me about / show me / show / what do you know about / what is known about / who or what is / what about / who exactly is / what exactly is / introduce / identify / profile of / facts about / details on / give me details on ) <any>",
        _identity,
    ),
    Form("what does <any> ( stand for / mean / denote / refer to / represent / abbreviate )", _identity),
    Form(
        "( what is / explain ) the ( meaning / definition / full name / abbreviation / full form ) of <any>", _identity
    ),
    Form("( what is / ) ( meant by / the acronym / the abbreviation / acronym ) <any>", _identity),
]
