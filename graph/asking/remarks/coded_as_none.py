"""What a data set denies that says of every state and body at every time whether the one is in the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...model.dates import Period
from ...model.entities import Entity
from ...model.evidence import Evidence, Grounds
from ...model.expression import Body
from ...rdf.terms import prologue, sparql_term, text_of
from ..logic.logical_form import MemberOf, Whether, YesNo

if TYPE_CHECKING:
    from ..vocabulary import Vocabulary

__all__ = ["coded_as_none"]

_DATES = "OPTIONAL { ?node schema:startDate ?start } OPTIONAL { ?node schema:endDate ?end }"


def coded_as_none(vocabulary: Vocabulary, found: YesNo) -> list[Grounds]:
    """The data sets, as grounds, that have a state and a body at a time and do not have the one in the other.

    Parameters
    ----------
    vocabulary : Vocabulary
        The graph.
    found : YesNo
        A question to which the answer is no: whether some are in one body.

    Returns
    -------
    list of Grounds
        Empty where nothing denies it.
    """
    match found:
        case Whether(subjects, (MemberOf(Body(body), period),)):
            pass
        case _:
            return []
    select = (
        "SELECT ?data ?label WHERE { ?data blocs:complete true ; skos:prefLabel ?label ; blocs:observedFrom ?first"
        f" ; blocs:asOf ?last {period.within_sparql('first', 'last')} }}"
    )
    return [
        Grounds(text_of(data), "stated", (Evidence("", None, text_of(label)),))
        for data, label in vocabulary.graph.source.select(prologue(select) + select)
        for one in subjects
        if _is_none(vocabulary, one, body, period, f"<{text_of(data)}>")
    ]


def _is_none(vocabulary: Vocabulary, one: Entity, body: Entity, period: Period, data: str) -> bool:
    """Whether both are there all through a period, and no membership or missing datum of it is."""
    member, of = sparql_term(one.term), sparql_term(body.term)
    within, touched = period.within_sparql("start", "end"), period.sparql("start", "end")
    return (
        _ask(vocabulary, f"?node blocs:state {member} ; a blocs:Spell ; dcterms:source {data} . {_DATES} {within}")
        and _ask(vocabulary, f"?node blocs:body {of} ; a blocs:Existence ; dcterms:source {data} . {_DATES} {within}")
        and not _ask(vocabulary, f"?node org:organization {of} ; org:member {member} . {_DATES} {touched}")
    )


def _ask(vocabulary: Vocabulary, pattern: str) -> bool:
    body = f"ASK {{ {pattern} }}"
    return vocabulary.graph.source.ask(prologue(body) + body)
