"""Questions of identity: who somebody is, what a thing is."""

from __future__ import annotations

from ..language.form import Context, Form
from ..language.patterns import Found
from ..logic.logical_form import Entities, Is, OfKind, Question

__all__ = ["FORMS"]  # fmt: skip


def _identity(context: Context, found: Found) -> Question | None:
    """What a thing is: the thing itself, with its evidence."""
    return Entities((Is(found["thing"]),))


def _mentioned(context: Context, found: Found) -> Question | None:
    """All of a kind that the graph has."""
    return Entities((OfKind(found["kind"]),)) if found["kind"] != "state" else None


FORMS = [
    Form("( which / what ) <kind> ( {BE} / {HAVE} been ) ( mentioned / named / spoken of ) [ in ( the article / the text / the source / the graph / the data ) ]", _mentioned),
    Form("( which / what ) <kind> ( does / do ) ( the article / the text / the source / the graph / the data / it ) ( mention / name / speak of )", _mentioned),
    Form("what ( is / are / was / were ) <thing:any>", _identity, "what is BODY"),
    Form("who ( is / are / was / were ) <thing:person|group|state|body>", _identity),
    Form("what <thing:any> ( is / are / was )", _identity),
    Form("who <thing:person|group|state|body> ( is / are / was )", _identity),
    Form(
        "( tell me [ more ] about / describe / define / explain / about / info on / info about / what do we know about / what does one know about / what does the article say about / what does the graph say about / anything about / more about / information on / information about / give me information about / give me information on / tell me something about / what can you tell me about / show me / show / what do you know about / what is known about / who or what is / what about / who exactly is / what exactly is / introduce / identify / profile of / facts about / details on / give me details on ) <thing:any>",
        _identity,
    ),
    Form("what does <thing:any> ( stand for / mean / denote / refer to / represent / abbreviate )", _identity),
    Form("what ( is / was ) <thing:any> ( short for / an abbreviation for / an abbreviation of / the abbreviation of / an acronym for / the acronym of / the acronym for / the abbreviation for )", _identity),
    Form("( what / of what / for what ) ( is / does ) <thing:any> [ an / the ] ( abbreviation for / abbreviation of / acronym of / acronym for / abbreviation / acronym / short / abbreviate ) [ of / for ]", _identity),
    Form("<thing:any> ( stands for what / stands for / means what / is short for what / is short for / full name / in full / spelled out / spelt out )", _identity),
    Form(
        "( what is / explain ) the ( meaning / definition / full name / abbreviation / full form ) of <thing:any>",
        _identity,
    ),
    Form("( what is / ) ( meant by / the acronym / the abbreviation / acronym ) <thing:any>", _identity),
]  # fmt: skip
