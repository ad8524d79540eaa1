"""Questions of offices: who holds one, which one somebody holds."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.dates import Period
from ...model.entities import Entity
from ...rdf.source import values
from ...rdf.terms import sparql_term
from ..language.form import Build, Form
from ..language.patterns import Found
from ..language.reading import Reading, slot
from ..meaning import Question, Select, YesNo

__all__ = ["FORMS"]


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


FORMS = [
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
    Form("{ASK} <kind> ( holds / hold / held / has / occupies ) [ the ] ( office / post / position / title ) of [ the ] <of:owner> [ 's / ' ] <office>", _person_only(_holder)),
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
]  # fmt: skip
