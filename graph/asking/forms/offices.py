"""Questions of offices: who holds one, which one somebody holds."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.dates import Period
from ...model.entities import Entity
from ..language.form import Build, Context, Form
from ..language.patterns import Found
from ..language.reading import Reading, slot
from ..logical_form import Entities, HasInOffice, Holds, OfficeOf, Question, Whether

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


def _holder(context: Context, found: Found) -> Question | None:
    time: Period | None = found.get("time")
    own = context.vocabulary.graph.as_of
    if time is not None and not time.covers(own, own):
        return None  # posts have no dates: they are those of the graph's own date
    return Entities((Holds(found["office"], found.get("of")),))


def _person_only(build: Build) -> Build:
    """A question for people, if its noun asks for them."""
    return lambda context, found: build(context, found) if found.get("kind", "person") == "person" else None


def _offices_of(context: Context, found: Found) -> Question | None:
    return Entities((OfficeOf(found["person"]),))


def _office_in(context: Context, found: Found) -> Question | None:
    return Entities((HasInOffice(found["person"], found["office"]),))


def _is_holder(context: Context, found: Found) -> Question | None:
    return Whether((found["person"],), (Holds(found["office"], found["of"]),))


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
