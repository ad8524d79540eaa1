"""Questions of how things are tied: offices, parts of bodies, representation, aegis, places; and what a thing is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ..dates import Period
from ..entities import Entity
from ..expression import And, Body, Expression
from ..membership import expression_pattern_of, membership_pattern
from ..source import values
from ..terms import sparql_term
from .grammar import Build, Form
from .memberships import Who
from .patterns import Found
from .phrases import PHRASES
from .questions import Question, Select, YesNo, members, named
from .reading import Reading, slot

__all__ = ["FORMS", "IDENTITY"]

# Offices


@slot("office")
def _office(reading: Reading, at: int) -> Iterator[tuple[Entity, int]]:
    """An office, also in the plural."""
    yield from reading.slot("role", at)
    if at < len(reading.words):
        words = [*reading.words]
        for length in range(1, 5):
            end = at + length
            if end <= len(words) and words[end - 1].endswith("s"):
                name = " ".join([*words[at : end - 1], words[end - 1][:-1]])
                found = reading.graph.names.matches(name, ("role",))
                if len(found) == 1:
                    yield found[0], end


def _holder(reading: Reading, found: Found) -> Question | None:
    role: Entity = found["office"]
    of: Entity | None = found.get("of")
    time: Period | None = found.get("time")
    own = reading.graph.as_of
    if time is not None and not time.covers(own, own):
        return None  # posts have no dates: they are those of the graph's own date
    where = f" {values('of', [of.term])} ?fact org:postIn ?of ." if of else ""
    pattern = f"{values('role', [role.term])} ?fact a org:Post ; org:role ?role ; org:heldBy ?answer .{where}"
    return Select(f"who is {role.label}" + (f" of {of.label}" if of else ", of whatever state or body"), pattern)


def _person_only(build: Build) -> Build:
    """A question for people, where its noun asks for them."""
    return lambda reading, found: build(reading, found) if found.get("kind", "person") == "person" else None


def _offices_of(reading: Reading, found: Found) -> Question | None:
    who: Entity = found["person"]
    pattern = f"?fact a org:Post ; org:heldBy {sparql_term(who.term)} ; org:role ?answer ."
    return Select(f"offices that {who.label} holds", pattern)


def _office_in(reading: Reading, found: Found) -> Question | None:
    who: Entity = found["person"]
    role: Entity = found["office"]
    pattern = f"?fact a org:Post ; org:heldBy {sparql_term(who.term)} ; org:role {sparql_term(role.term)} ; org:postIn ?answer ."
    return Select(f"whose {role.label} {who.label} is", pattern)


def _is_holder(reading: Reading, found: Found) -> Question | None:
    who: Entity = found["person"]
    role: Entity = found["office"]
    of: Entity = found["of"]
    pattern = (
        f"?fact a org:Post ; org:heldBy {sparql_term(who.term)} ; org:role {sparql_term(role.term)} ;"
        f" org:postIn {sparql_term(of.term)} ."
    )
    return YesNo(f"whether {who.label} is {role.label} of {of.label}", pattern, pattern)


# Binary relations: what stands in a relation to a thing, in either direction


def _tied(path: str, entity: Entity, restated: str, inverse: bool = False) -> Select:
    """What a relation leads to from an entity, or what it leads from where `inverse`."""
    ends = (sparql_term(entity.term), "?answer")
    one, other = ends[::-1] if inverse else ends
    pattern = f"{one} {path} {other} ."
    grounds = f"{pattern}\n?fact rdf:subject {one} ; rdf:predicate {path} ; rdf:object {other} ."
    return Select(restated, pattern, grounds=grounds)


def _parts(reading: Reading, found: Found) -> Question | None:
    if found.get("kind", "body") != "body":
        return None
    whole: Entity = found["body"]
    return _tied("org:subOrganizationOf", whole, f"bodies that are part of {whole.short}", inverse=True)


def _wholes(reading: Reading, found: Found) -> Question | None:
    if found.get("kind", "body") != "body":
        return None
    part: Entity = found["body"]
    return _tied("org:subOrganizationOf", part, f"bodies that {part.short} is part of")


def _is_part(reading: Reading, found: Found) -> Question | None:
    part: Entity = found["part"]
    whole: Entity = found["whole"]
    pattern = f"{sparql_term(part.term)} org:subOrganizationOf {sparql_term(whole.term)} ."
    fact = f"?fact rdf:subject {sparql_term(part.term)} ; rdf:predicate org:subOrganizationOf ; rdf:object {sparql_term(whole.term)} ."
    return YesNo(f"whether {part.short} is part of {whole.short}", pattern, fact)


def _relation(path: str, words: str, inverse: bool = False, sort: str = "") -> Build:
    def build(reading: Reading, found: Found) -> Question | None:
        entity = found["entity"]
        if isinstance(entity, tuple):
            if len(entity) != 1:
                return None
            entity = entity[0]
        question = _tied(path, entity, words.format(entity.short), inverse)
        if sort:
            question = Select(question.understood, f"{question.pattern} ?answer a {sort} .", grounds=question.grounds)
        return question

    return build


def _is_in(reading: Reading, found: Found) -> Question | None:
    """Whether a place is in a state."""
    place: Entity = found["place"]
    state: Entity = found["state"]
    triple = f"{sparql_term(place.term)} schema:containedInPlace {sparql_term(state.term)} ."
    fact = f"?fact rdf:subject {sparql_term(place.term)} ; rdf:predicate schema:containedInPlace ; rdf:object {sparql_term(state.term)} ."
    return YesNo(f"whether {place.label} is in {state.label}", triple, fact)


# Representation


def _unrepresented(reading: Reading, found: Found) -> Question | None:
    who: Who = found.get("who") or Who("")
    if who.kind not in ("", "state"):
        return None
    body: Entity = found["body"]
    base: Expression | None = who.base
    within = expression_pattern_of(base, "answer", reading.period, "full", 50) + "\n" if base is not None else ""
    pattern = (
        f"{within}?fact a blocs:NonRepresentation ; blocs:in {sparql_term(body.term)} ; blocs:represented ?answer ."
    )
    among = f"members of {base} that have" if base is not None else "who has"
    return Select(f"{among} no officers in {body.label}", pattern)


def _is_represented(reading: Reading, found: Found) -> Question | None:
    state: Entity = found["state"]
    body: Entity = found["body"]
    tail = f"blocs:in {sparql_term(body.term)} ; blocs:represented {sparql_term(state.term)} ."
    yes = f"?fact a blocs:Representation ; {tail}"
    no = f"?fact a blocs:NonRepresentation ; {tail}"
    if not set(re.split(r" / ", PHRASES["OFFICERS"])) & set(reading.words):
        # Nothing is said of officers: a member is represented, unless the source says that it is not.
        belongs = membership_pattern(sparql_term(state.term), "?body", reading.period, node="fact")
        yes = f"{{ {yes} }} UNION {{ {values('body', [body.term])} {belongs} MINUS {{ ?none a blocs:NonRepresentation ; {tail} }} }}"
        no = (
            f"{{ {no} }} UNION {{ ?fact a blocs:NonMembership ; org:member {sparql_term(state.term)} ;"
            f" org:organization {sparql_term(body.term)} }}"
        )
        return YesNo(f"whether {state.label} is represented in {body.label}", yes, yes, no)
    return YesNo(f"whether {state.label} has officers in {body.label}", yes, yes, no)


def _is_unrepresented(reading: Reading, found: Found) -> Question | None:
    state: Entity = found["state"]
    body: Entity = found["body"]
    tail = f"blocs:in {sparql_term(body.term)} ; blocs:represented {sparql_term(state.term)} ."
    no = f"?fact a blocs:NonRepresentation ; {tail}"
    return YesNo(
        f"whether {state.label} has no officers in {body.label}", no, no, f"?fact a blocs:Representation ; {tail}"
    )


def _represented(reading: Reading, found: Found) -> Question | None:
    """Who is represented in a body: its members, unless the source says that they have no officers there."""
    who: Who = found.get("who") or Who("")
    if who.kind not in ("", "state"):
        return None
    body: Entity = found["body"]
    base = Body(body) if who.base is None else And(who.base, Body(body))
    found_members = members(base, reading.period, "state")
    missing = f"?none a blocs:NonRepresentation ; blocs:in {sparql_term(body.term)} ; blocs:represented ?member ."
    pattern = f"{found_members.rows('member')}\nMINUS {{ {missing} }}"
    return replace(found_members, understood=f"{found_members.understood}, where none denies it", pattern=pattern)


def _unrepresented_where(reading: Reading, found: Found) -> Question | None:
    state: Entity = found["state"]
    pattern = f"?fact a blocs:NonRepresentation ; blocs:represented {sparql_term(state.term)} ; blocs:in ?answer ."
    return Select(f"bodies in which {state.label} has no officers", pattern)


# What a thing is


def _identity(reading: Reading, found: Found) -> Question | None:
    entity: Entity = found["any"]
    words = reading.words
    if words[0] == "who" and entity.kind not in ("person", "group", "state", "body"):
        return None
    pattern = f"{values('answer', [entity.term])} ?answer ?anyProperty ?anyValue ."
    who = "who" if entity.kind in ("person", "group") else "what"
    return Select(f"{who} {entity.label} is", pattern, grounds=f"{pattern} BIND(?answer AS ?fact)")


def _discussed(reading: Reading, found: Found) -> Question | None:
    events: tuple[Entity, ...] = found["event"]
    pattern = f"{values('event', (e.term for e in events))} ?event schema:about ?answer ."
    grounds = f"{pattern}\n?fact rdf:subject ?event ; rdf:predicate schema:about ; rdf:object ?answer ."
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
    grounds = f"{pattern}\n?fact rdf:subject ?event ; rdf:predicate schema:about ; rdf:object ?answer ."
    at = f" at: {named(found['event'])}" if event else ""
    return Select(f"what {who.short} dealt with{at}", pattern, grounds=grounds)


FORMS = [
    # Offices
    Form("{ASK} [ {BE} / holds / hold / held / serves as / served as / acts as / occupies / fills / has ] [ the ] [ current / then / present ] [ ( post / office / position / job / role / title ) of ] [ the ] <office> ( of / in / for / from / at ) <of:owner> [ <time> ]", _holder, "who is the OFFICE of STATE"),
    Form("who [ the ] ( <office> ( of / in / for ) <of:owner> / <of:owner> [ 's / ' ] <office> ) {BE}", _holder),
    Form("{ASK} [ {BE} / holds / hold / held / serves as / acts as / occupies / fills / has ] [ the ] [ ( post / office / position / job / role / title ) of ] [ the ] [ current / then ] <of:owner> [ 's / ' ] <office> [ <time> ]", _holder),
    Form("{OPEN} [ the ] <office> ( of / in / for / from ) <of:owner>", _holder),
    Form("{OPEN} <of:owner> [ 's / ' ] <office>", _holder),
    Form("( what is the name of / name / the name of / who was / who is / ) [ the ] ( <of:owner> [ 's / ' ] <office> / <office> ( of / in / for ) <of:owner> )", _holder),
    Form("( in / of / at ) <of:owner> who {BE} [ the ] <office>", _holder),
    Form("[ the ] ( <of:owner> [ 's / ' ] <office> / <office> ( of / in / for ) <of:owner> ) is who", _holder),
    Form("{OPEN} [ the ] name of [ the ] ( <of:owner> [ 's / ' ] <office> / <office> ( of / in / for ) <of:owner> )", _holder),
    Form("{ASK} [ <kind> ] {BE} [ the / a / an / {THE} ] <office>", _person_only(_holder)),
    Form("{LIST} [ {THE} ] <office>", _holder),
    Form("{ASK} <kind> [ {BE} / holds / hold / serves as / serve as ] [ the ] [ ( office / post / position / title ) of ] [ the ] <office> [ ( of / in / for ) <of:owner> ]", _person_only(_holder)),
    Form("{ASK} <kind> {BE} <of:owner> [ 's / ' ] <office>", _person_only(_holder)),
    Form("<person> {BE} [ the ] <office> ( of / in ) ( which / what ) ( state / country / body )", _office_in),
    Form("of ( which / what ) ( state / country / body ) {BE} <person> [ the ] <office>", _office_in),
    Form("{ASK} ( hold / holds ) the ( office / post ) of <office>", _holder),
    Form("( what / which ) ( office / post / position / job / role / function / title / portfolio ) ( does / did / is / has ) <person> ( hold / have / occupy / held by / serve in / in / )", _offices_of, "what office does PERSON hold"),
    Form("what is <person> ( 's / ' ) ( office / post / position / job / role / function / title )", _offices_of),
    Form("( what / which ) ( state / country / body / organization / organisation ) is <person> [ the ] <office> of", _office_in),
    Form("( which / what ) ( state / country / body ) ( 's / ' ) <office> is <person>", _office_in),
    Form("whose <office> is <person>", _office_in),
    Form("<office> of ( which / what ) ( state / country / body ) is <person>", _office_in),
    Form("{BE} <person> [ the / a ] ( <office> of <of:owner> / <of:owner> [ 's / ' ] <office> )", _is_holder),
    # Parts
    Form("{ASK} [ {THE} ] <kind> [ that / which ] [ {BE} / {DO} ] [ {ALSO} ] {PART_OF} <body>", _parts, "which bodies are part of BODY"),
    Form("( {OPEN} / {ASK} {BE} ) [ {THE} ] {PARTS} ( of / in / within / under / inside / belonging to / that belong to ) <body>", _parts),
    Form("( {OPEN} / {ASK} {BE} / ) <body> [ 's / ' ] {PARTS}", _parts),
    Form("{ASK} [ {THE} ] <kind> {DO} <body> ( have / include / contain / comprise / consist of ) [ as parts ]", _parts),
    Form("<body> ( has / have / includes / contains / consists of ) ( which / what ) {PARTS}", _parts),
    Form("{ASK} [ {BE} ] [ {THE} ] ( {PARTS} ) ( does / do ) <body> ( have / include / contain / comprise / consist of )", _parts),
    Form("{ASK} ( does / do ) <body> ( have / include / contain ) [ as ] {PARTS}", _parts),
    Form("{ASK} {BE} [ {ALSO} ] ( part of / parts of / subordinate to / organs of ) <body>", _parts),
    Form("( {ASK} / of what / of which body / of which organization / of which organisation / to what / to which body ) {BE} <body> [ a / an ] ( part / part of / organ of / body of / organ / subordinate / subordinate to / a component of / component )", _wholes, "what is BODY part of"),
    Form("to ( which / what ) [ <kind> ] {DO} <body> belong", _wholes),
    Form("{ASK} [ <kind> ] ( {BE} / {DO} ) <body> [ a / an ] ( part of / belong to / under / organ of / subordinate to / sit under / a body of )", _wholes),
    Form("( {BE} / {DO} ) <part:body> [ a / an ] {PART_OF} <whole:body>", _is_part),
    Form("( does / do ) <whole:body> ( include / contain / have / comprise ) <part:body> [ as a part ]", _is_part),
    # Representation
    Form("<who> {UNREPRESENTED} <body>", _unrepresented, "which states have no officers in BODY"),
    Form("whose {OFFICERS} ( {BE} / ) ( missing / absent / lacking ) ( from / in ) <body>", _unrepresented),
    Form("<who> [ {THAT} ] {BE} represented in <body>", _represented),
    Form("{DO} <state> {HAVE} no [ own ] {OFFICERS} ( in / at / on ) <body>", _is_unrepresented),
    Form("{BE} <state> ( not represented / unrepresented ) in <body>", _is_unrepresented),
    Form("{ASK} [ <kind> ] ( {BE} / {DO} / {HAVE} ) <state> ( not represented in / no {OFFICERS} in / have no {OFFICERS} in / not have {OFFICERS} in / without {OFFICERS} in )", _unrepresented_where),
    Form("where ( {BE} / {DO} ) not <state> ( represented [ by {OFFICERS} ] / have {OFFICERS} )", _unrepresented_where),
    Form("[ {OPEN} ] ( {BE} / {DO} / {HAVE} / has ) <state> {REPRESENTED} <body>", _is_represented, "is STATE represented in BODY"),
    Form("( where / in which bodies / in what bodies / in which body / in which organizations / in which organisations ) ( is / does / has / are ) <state> ( not represented / have no officers / no officers / unrepresented / lack officers / not have officers / lack representation )", _unrepresented_where),
    # Events' and bodies' ties
    Form("under ( whose / what / which [ body / organization / organisation ] ) [ ( body / organization / organisation ) ( 's / ' ) ] {AEGIS} ( {BE} / {DO} / will ) ( <entity:event> / <entity:body|topic> ) [ {HELD} ] [ developing / develop ]", _relation("blocs:aegis", "under whose aegis: {}")),
    Form("{ASK} [ <kind> ] {BE} ( held / conducted / organized / organised ) under the {AEGIS} of <entity:body>", _relation("blocs:aegis", "what is under the aegis of {}", True)),
    Form("( who / which body / what body / which organization / which organisation / what organization ) ( organized / organised / organizes / organises / ran / conducted / convened / hosted / held / is organizing / staged ) <entity:event>", _relation("schema:organizer", "who organized: {}"), "who organized EVENT"),
    Form("by whom {BE} <entity:event> ( organized / organised / held / conducted / convened )", _relation("schema:organizer", "who organized: {}")),
    Form("{ASK} [ <kind> ] ( founded / established / created / set up / started / launched / formed / initiated / {BE} the founders of / {BE} the founder of ) <entity:body>", _relation("schema:founder", "who founded {}"), "who founded BODY"),
    Form("<entity:body> {BE} ( founded / established / created / set up / formed ) by ( whom / who / which states / which countries )", _relation("schema:founder", "who founded {}")),
    Form("( what / which ) ( kind / sort / type ) of ( <kind> / thing / entity ) {BE} <entity:body|event>", _relation("org:classification", "what sort of thing {} is")),
    Form("by whom {BE} <entity:body> ( founded / established / created / set up / formed )", _relation("schema:founder", "who founded {}")),
    Form("( {ASK} {BE} / {OPEN} ) [ the ] ( founders / founder / founding members / founding states ) of <entity:body>", _relation("schema:founder", "who founded {}")),
    Form("{ASK} <kind> did <entity:state|body|person> ( found / establish / create / set up )", _relation("schema:founder", "what {} founded", True)),
    Form("{ASK} [ <kind> / {NOUN} / forces / peacekeepers / observers / peacekeeping forces ] [ {BE} / {HAVE} ] [ that {BE} ] ( deployed / operating / stationed / active / present / based / represented / peacekeepers / observers / troops / forces / operate / represented ) in <entity:place>", _relation("blocs:deployedIn", "who is deployed in {}", True), "who is deployed in PLACE"),
    Form("{ASK} {HAVE} ( peacekeepers / observers / troops / forces / peacekeeping forces / personnel ) [ deployed / stationed ] in <entity:place>", _relation("blocs:deployedIn", "who is deployed in {}", True)),
    Form("where ( {BE} / {DO} ) <entity:body|state|group> ( deployed / operating / stationed / operate / active / present )", _relation("blocs:deployedIn", "where {} is deployed")),
    Form("{ASK} [ {THE} ] ( conflict / conflicts / threat / threats / hot spot / hot spots ) [ {BE} / exist / are there / there ] [ located ] in <entity:place>", _relation("schema:location", "conflicts in {}", True, "blocs:Conflict")),
    Form("( where is / in which country is / in what country is / where are / in which state is ) <entity:place> [ located / situated ]", _relation("schema:containedInPlace", "where {} is")),
    Form("{BE} <place> [ located / situated ] in <state>", _is_in),
    Form("( which / what ) ( country / state ) is <entity:place> ( in / part of / located in / situated in )", _relation("schema:containedInPlace", "where {} is")),
    Form("( where is / where are ) <entity:conflict|body> [ located / based / situated ]", _relation("schema:location", "where {} is")),
    Form("( what / which topics / what topics / which issues / what issues / which subjects / what subjects / which topic / what topic ) ( was / were / is / are / will be / did they / ) ( discussed / dealt with / talked about / considered / debated / addressed / on the agenda / covered / raised / the topics / the topic ) <event:occasion>", _discussed, "what was discussed at EVENT"),
    Form("what ( was / is / were / will ) <event> [ be ] about", _discussed),
    Form("( what is / what was / what are / what were / ) [ the ] ( topics / topic / agenda / subject / subjects / themes ) ( of / at / for ) <event>", _discussed),
    Form("what {DO} ( <participant:body|group> / <participant:body> {NOUN} / {NOUN} of <participant:body> ) ( {DISCUSS} ) [ <event:occasion> ]", _discussed_by),
    Form("what ( did / will / does ) <event> ( discuss / deal with / cover / address / consider )", _discussed),
]  # fmt: skip

IDENTITY = [
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
