"""Questions of binary facts: under whose aegis, who organized, who founded, what is where, what was discussed."""

from __future__ import annotations

from ...model.entities import Entity
from ...rdf.source import values
from ...rdf.terms import sparql_term
from ..language.form import Build, Form
from ..language.patterns import Found
from ..language.reading import Reading
from ..meaning import Question, Select, YesNo, binary_fact, named

__all__ = ["FORMS", "relation", "tied"]


# Binary relations: what stands in a relation to a thing, in either direction


def tied(path: str, entity: Entity, restated: str, inverse: bool = False) -> Select:
    """What a relation leads to from an entity, or what it leads from where `inverse`."""
    ends = (sparql_term(entity.term), "?answer")
    one, other = ends[::-1] if inverse else ends
    pattern = f"{one} {path} {other} ."
    grounds = pattern + "\n" + binary_fact(one, path, other)
    return Select(restated, pattern, grounds=grounds)


def relation(path: str, words: str, inverse: bool = False, sort: str = "") -> Build:
    def build(reading: Reading, found: Found) -> Question | None:
        entity = found["entity"]
        if isinstance(entity, tuple):
            if len(entity) != 1:
                return None
            entity = entity[0]
        question = tied(path, entity, words.format(entity.short), inverse)
        if sort:
            question = Select(question.understood, f"{question.pattern} ?answer a {sort} .", grounds=question.grounds)
        return question

    return build


def _is_in(reading: Reading, found: Found) -> Question | None:
    """Whether a place is in a state."""
    place: Entity = found["place"]
    state: Entity = found["state"]
    triple = f"{sparql_term(place.term)} schema:containedInPlace {sparql_term(state.term)} ."
    fact = binary_fact(sparql_term(place.term), "schema:containedInPlace", sparql_term(state.term))
    return YesNo(f"whether {place.label} is in {state.label}", triple, fact)


def _discussed(reading: Reading, found: Found) -> Question | None:
    events: tuple[Entity, ...] = found["event"]
    pattern = f"{values('event', (e.term for e in events))} ?event schema:about ?answer ."
    grounds = pattern + "\n" + binary_fact("?event", "schema:about", "?answer")
    return Select(f"what was dealt with at: {named(events)}", pattern, grounds=grounds)


def _discussed_by(reading: Reading, found: Found) -> Question | None:
    """What was dealt with at the meetings that a body or group held."""
    who: Entity = found["participant"]
    event = f"{values('event', (e.term for e in found['event']))}\n" if "event" in found else ""
    term = sparql_term(who.term)
    pattern = (
        f"{event}{{ ?event schema:organizer {term} }} UNION {{ ?took a blocs:Attendance ; blocs:event ?event ;"
        f" blocs:participant {term} . {term} a blocs:Group }}\n?event schema:about ?answer ."
    )
    grounds = pattern + "\n" + binary_fact("?event", "schema:about", "?answer")
    at = f" at: {named(found['event'])}" if event else ""
    return Select(f"what {who.short} dealt with{at}", pattern, grounds=grounds)


FORMS = [
    Form("under ( whose / what / which [ body / organization / organisation ] ) [ ( body / organization / organisation ) ( 's / ' ) ] {AEGIS} ( {BE} / {DO} / will ) ( <entity:event> / <entity:body|topic> ) [ {HELD} ] [ developing / develop ]", relation("blocs:aegis", "under whose aegis: {}")),
    Form("{ASK} [ <kind> ] {BE} ( held / conducted / organized / organised ) under the {AEGIS} of <entity:body>", relation("blocs:aegis", "what is under the aegis of {}", True)),
    Form("( who / which body / what body / which organization / which organisation / what organization ) ( organized / organised / organizes / organises / ran / conducted / convened / hosted / held / is organizing / staged ) <entity:event>", relation("schema:organizer", "who organized: {}"), "who organized EVENT"),
    Form("by whom {BE} <entity:event> ( organized / organised / held / conducted / convened )", relation("schema:organizer", "who organized: {}")),
    Form("{ASK} [ <kind> ] ( founded / established / created / set up / started / launched / formed / initiated / {BE} the founders of / {BE} the founder of ) <entity:body>", relation("schema:founder", "who founded {}"), "who founded BODY"),
    Form("<entity:body> {BE} ( founded / established / created / set up / formed ) by ( whom / who / which states / which countries )", relation("schema:founder", "who founded {}")),
    Form("( what / which ) ( kind / sort / type ) of ( <kind> / thing / entity ) {BE} <entity:body|event>", relation("org:classification", "what sort of thing {} is")),
    Form("by whom {BE} <entity:body> ( founded / established / created / set up / formed )", relation("schema:founder", "who founded {}")),
    Form("( {ASK} {BE} / {OPEN} ) [ the ] ( founders / founder / founding members / founding states ) of <entity:body>", relation("schema:founder", "who founded {}")),
    Form("{ASK} <kind> did <entity:state|body|person> ( found / establish / create / set up )", relation("schema:founder", "what {} founded", True)),
    Form("{ASK} [ <kind> / {NOUN} / forces / peacekeepers / observers / peacekeeping forces ] [ {BE} / {HAVE} ] [ that {BE} ] ( deployed / operating / stationed / active / present / based / represented / peacekeepers / observers / troops / forces / operate / represented ) in <entity:place>", relation("blocs:deployedIn", "who is deployed in {}", True), "who is deployed in PLACE"),
    Form("{ASK} {HAVE} ( peacekeepers / observers / troops / forces / peacekeeping forces / personnel ) [ deployed / stationed ] in <entity:place>", relation("blocs:deployedIn", "who is deployed in {}", True)),
    Form("where ( {BE} / {DO} ) <entity:body|state|group> ( deployed / operating / stationed / operate / active / present )", relation("blocs:deployedIn", "where {} is deployed")),
    Form("{ASK} [ {THE} ] ( conflict / conflicts / threat / threats / hot spot / hot spots ) [ {BE} / exist / are there / there ] [ located ] in <entity:place>", relation("schema:location", "conflicts in {}", True, "blocs:Conflict")),
    Form("( where is / in which country is / in what country is / where are / in which state is ) <entity:place> [ located / situated ]", relation("schema:containedInPlace", "where {} is")),
    Form("{BE} <place> [ located / situated ] in <state>", _is_in),
    Form("( which / what ) ( country / state ) is <entity:place> ( in / part of / located in / situated in )", relation("schema:containedInPlace", "where {} is")),
    Form("( where is / where are ) <entity:conflict|body> [ located / based / situated ]", relation("schema:location", "where {} is")),
    Form("( what / which topics / what topics / which issues / what issues / which subjects / what subjects / which topic / what topic ) ( was / were / is / are / will be / did they / ) ( discussed / dealt with / talked about / considered / debated / addressed / on the agenda / covered / raised / the topics / the topic ) <event:occasion>", _discussed, "what was discussed at EVENT"),
    Form("what ( was / is / were / will ) <event> [ be ] about", _discussed),
    Form("( what is / what was / what are / what were / ) [ the ] ( topics / topic / agenda / subject / subjects / themes ) ( of / at / for ) <event>", _discussed),
    Form("what {DO} ( <participant:body|group> / <participant:body> {NOUN} / {NOUN} of <participant:body> ) ( {DISCUSS} ) [ <event:occasion> ]", _discussed_by),
    Form("what ( did / will / does ) <event> ( discuss / deal with / cover / address / consider )", _discussed),
]  # fmt: skip
