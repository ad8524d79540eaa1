"""Questions of offices: who holds one, which one somebody holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...model.dates import ALWAYS, Period
from ...model.entities import Entity
from ...model.naming.names import normal
from ...model.post_holders import without_terms
from ...rdf.terms import prologue
from ..language.form import Build, Context, Form
from ..language.patterns import Found
from ..language.reading import Reading, slot
from ..logic.logical_form import Dates, Entities, HasInOffice, Holds, OfficeOf, Question, TermDate, TookOffice, Whether
from ..slots.spans import When
from ..sparql.offices import office_of
from ..sparql.written import values_of

__all__ = ["FORMS"]


@slot("office")
def _office(reading: Reading, at: int) -> Iterator[tuple[tuple[Entity, ...], int]]:
    """The offices of a name, also in the plural: each body may have a president of its own."""
    yield from ((_namesakes(reading, found), end) for found, end in reading.named(at, ("role",)))
    words = [*reading.words]
    for end in range(at + 1, min(at + 4, len(words)) + 1):
        if words[end - 1].endswith("s"):
            name = " ".join([*words[at : end - 1], words[end - 1][:-1]])
            if found := reading.graph.names.matches(name, ("role",)):
                yield _namesakes(reading, found), end


def _namesakes(reading: Reading, found: Sequence[Entity]) -> tuple[Entity, ...]:
    """All offices that are called as some are."""
    if reading.graph.source.remote:
        return tuple(found)
    called = {normal(one.label) for one in found}
    roles = reading.graph.names.of_kind("role")
    return tuple(dict.fromkeys((*found, *(one for one in roles if normal(one.label) in called))))


def _held(context: Context, found: Found) -> tuple[Period, bool] | None:
    """When an office is asked of, and whether posts without dates count: they are those of the graph's own date.

    None where nothing can be known: of another time, where such posts are all that there is.
    """
    own = context.vocabulary.graph.as_of
    once = "ever" in found or "past" in found
    period: Period = found.get("time") or (ALWAYS if once else context.period)
    if period.covers(own, own):
        return period, True
    asked = [("role", found.get("office")), ("who", (found["holder"],) if "holder" in found else None)]
    undated = (
        f"ASK {{ {' '.join(values_of(name, ones) for name, ones in asked if ones)} ?post a org:Post ; org:heldBy ?who ;"
        f" org:postIn ?where . {office_of('?post', '?role')} {without_terms('?post', '?who', '?role', '?where')}"
        " FILTER NOT EXISTS { ?post schema:startDate|schema:endDate ?date } }"
    )
    return None if context.vocabulary.graph.source.ask(prologue(undated) + undated) else (period, False)


def _holder(context: Context, found: Found) -> Question | None:
    held = _held(context, found)
    return Entities((Holds(found["office"], found.get("of"), *held),)) if held is not None else None


def _person_only(build: Build) -> Build:
    """A question for people, if its noun asks for them."""
    return lambda context, found: build(context, found) if found.get("kind", "person") == "person" else None


def _offices_of(context: Context, found: Found) -> Question | None:
    held = _held(context, found)
    return Entities((OfficeOf(found["holder"], found.get("of"), *held),)) if held is not None else None


def _office_in(context: Context, found: Found) -> Question | None:
    held = _held(context, found)
    return Entities((HasInOffice(found["holder"], found["office"], *held),)) if held is not None else None


def _is_holder(context: Context, found: Found) -> Question | None:
    held = _held(context, found)
    return Whether((found["holder"],), (Holds(found["office"], found["of"], *held),)) if held is not None else None


def _term_date(context: Context, found: Found) -> Question | None:
    """When somebody came to hold an office, or held it last."""
    return Dates((TermDate(found["holder"], found["office"], found.get("of"), "ended" in found),))


def _took_office(context: Context, found: Found) -> Question | None:
    """Who came to hold an office at a time, or held it last then."""
    whens: tuple[When, ...] = found.get("when", ())
    if len(whens) > 1 or found.get("kind", "person") != "person":
        return None
    within = whens[0].of_event if whens else ALWAYS
    return Entities((TookOffice(found["office"], found.get("of"), within, "ended" in found),))


_OFFICE = "( <office> ( of / in / at / for ) <of:owner> / <of:owner> [ 's / ' ] <office> )"
_TITLE = "( office / post / position / job / role / function / title )"
_WHERE = "( state / country / body / bodies / organization / organizations / organisation / organisations )"

_WHEN = "( when / [ in ] ( what / which ) year / on ( what / which ) date / since when / since ( what / which ) year / what {BE} the ( year / date ) when )"
_BECAME = "( become / became / becoming / take office as / took office as / take over as / took over as / start as / started as / begin as / began as / be elected / elected / be appointed / appointed / assume the office of / assumed the office of / be made / made )"
_STOPPED = "( stop being / stopped being / cease to be / ceased to be / leave office as / left office as / step down as / stepped down as / resign as / resigned as / retire as / retired as / finish as / finished as ) #ended"
_THE_OFFICE = f"[ the / a / an ] ( {_OFFICE} / <office> )"

_DATED = frozenset(["when", "year", "date"])
"""Words of which each such question has one."""

_TAKEN = frozenset(
    [
        "become",
        "became",
        "becoming",
        "take",
        "took",
        "start",
        "started",
        "begin",
        "began",
        "elected",
        "appointed",
        "assume",
        "assumed",
        "made",
        "make",
        "be",
        "stop",
        "stopped",
        "cease",
        "ceased",
        "leave",
        "left",
        "step",
        "stepped",
        "resign",
        "resigned",
        "retire",
        "retired",
        "finish",
        "finished",
    ]
)
"""Words of which each such question has one."""

FORMS = [
    Form(f"{_WHEN} ( {{DO}} / {{HAVE}} / {{BE}} / ) <holder:member|person> [ first / last / {{ALSO}} ] ( {_BECAME} / {_STOPPED} ) {_THE_OFFICE}", _term_date, cues=_DATED),
    Form(f"( {_WHEN} ) ( {{BE}} / {{HAVE}} ) <holder:member|person> [ been ] {_THE_OFFICE}", _term_date, cues=_DATED),
    Form(f"( until when / till when / until ( what / which ) year ) #ended ( {{BE}} / {{HAVE}} ) <holder:member|person> [ been ] {_THE_OFFICE}", _term_date, cues=_DATED),
    Form(f"{{ASK}} [ <kind> ] [ {{HAVE}} / {{BE}} ] ( {_BECAME} / {_STOPPED} ) {_THE_OFFICE} [ <when> ]", _took_office, cues=_TAKEN),
    Form("( what / which ) ( offices / posts / positions / jobs / roles / functions / titles / portfolios ) ( {DO} / {HAVE} / {BE} ) <holder:member|person> ( hold / held / have / occupy / had / held by ) [ ever / so far ]", _offices_of),
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
    Form("<holder:member|person> {BE} [ the ] <office> ( of / in ) ( which / what ) ( state / country / body )", _office_in),
    Form("of ( which / what ) ( state / country / body ) {BE} <holder:member|person> [ the ] <office>", _office_in),
    Form("{ASK} ( hold / holds ) the ( office / post ) of <office>", _holder),
    Form("( what / which ) ( office / post / position / job / role / function / title / portfolio ) ( does / did / is / has ) <holder:member|person> ( hold / have / occupy / held by / serve in / in / )", _offices_of, "what office does PERSON hold"),
    Form("what is <holder:member|person> ( 's / ' ) ( office / post / position / job / role / function / title )", _offices_of),
    Form("( what / which ) ( state / country / body / organization / organisation ) is <holder:member|person> [ the ] <office> of", _office_in),
    Form("( which / what ) ( state / country / body ) ( 's / ' ) <office> is <holder:member|person>", _office_in),
    Form("whose <office> is <holder:member|person>", _office_in),
    Form("<office> of ( which / what ) ( state / country / body ) is <holder:member|person>", _office_in),
    Form("( in / of / at ) ( which / what ) " + _WHERE + " {BE} <holder:member|person> [ the / a / an ] <office> [ <time> ]", _office_in),
    Form("( what / which ) " + _WHERE + " {BE} <holder:member|person> [ the / a / an ] <office> of [ <time> ]", _office_in),
    Form("( what / which ) " + _TITLE + " ( does / did #past / has / had #past ) <holder:member|person> ( have / hold / play / ) ( in / at / of ) <of:owner> [ <time> ]", _offices_of),
    Form("what {BE} <holder:member|person> [ 's / ' ] " + _TITLE + " ( in / at / of ) <of:owner> [ <time> ]", _offices_of),
    Form(f"{{BE}} <holder:member|person> [ {{ALSO}} / ever #ever ] [ the / a / an / one of the ] {_OFFICE} [ <time> ]", _is_holder, "is PERSON the OFFICE of BODY"),
    Form(f"{{HAVE}} <holder:member|person> [ {{ALSO}} ] [ ever ] #ever been [ the / a / an ] {_OFFICE} [ <time> ]", _is_holder),
    Form(f"( does / did #past ) <holder:member|person> [ {{ALSO}} / ever ] ( serve / act ) as [ the / a / an ] {_OFFICE} [ <time> ]", _is_holder),
    Form(f"( does / did #past ) <holder:member|person> [ {{ALSO}} / ever ] hold the {_TITLE} of {_OFFICE} [ <time> ]", _is_holder),
    Form("( {DO} / {HAVE} ) <of:owner> ( have / got ) <holder:member|person> as [ its / the / a / an ] <office> [ <time> ]", _is_holder),
]  # fmt: skip
