"""Questions of joining, leaving and being in at a time: who joined, what did somebody join, whether and when."""

from __future__ import annotations

from dataclasses import replace

from pyoxigraph import Literal

from ...model.dates import ALWAYS, Period, following, preceding
from ...model.entities import Entity
from ...model.expression import Body, Everyone
from ..kinds_of_members import kind_meant, kind_of_members
from ..language.form import Build, Context, Form
from ..language.patterns import Found
from ..logic.logical_form import (
    Among,
    AnyOf,
    Asked,
    BusiestYear,
    Condition,
    Contains,
    Count,
    Dates,
    Entities,
    Existing,
    Exists,
    FirstMember,
    InOrder,
    Joined,
    LastIn,
    Left,
    Linked,
    LinkedTo,
    MemberOf,
    Moment,
    NotSo,
    Question,
    Whether,
    period_of,
)
from ..slots.clauses import Later, already, at_one_time, being_in, in_order, joining, leaving, span_of
from ..slots.spans import How, When
from ..slots.subjects import Who, WhoThen, asked_period, kind_of
from ..sparql.questions import query

__all__ = ["FORMS"]


def _who(context: Context, found: Found) -> Question | None:
    """Who does what some clauses say, one after the other; "which NATO members" are those of the time asked about."""
    who: Who = found["who"]
    kind = kind_of(who)
    if kind is None or who.things:
        return None
    clauses = (*found["clause"], *found.get("further", ()), *found.get("third", ()))
    in_turn = in_order(clauses, Linked(Joined(ALWAYS), who.base) if who.base is not None else None)
    if in_turn is None:
        return None
    said = at_one_time(in_turn, context.period)
    if who.base is not None and isinstance(clauses[0], Later):
        return Entities(said)  # "A members that later joined B" were in A then, not now
    periods = dict.fromkeys(period for one in said if (period := _moment(one)) is not None)
    at = next(iter(periods)) if len(periods) == 1 else context.period
    # What is taken away comes last: from what the others find.
    found_by = [one for one in said if not isinstance(one, NotSo)]
    taken = [one for one in said if isinstance(one, NotSo)]
    if not found_by:
        return Entities((MemberOf(who.base, at, kind) if who.base else _everyone(context, kind, at), *taken))
    if who.base is not None:
        return Entities((Among(who.base, at), *found_by, *taken))
    return Entities((*(_of_kind(one, kind) for one in found_by), *taken))


def _at_two_times(context: Context, found: Found) -> Question | None:
    """Who was in a set at one time, and was, or was not, at another: "in 2010 but not in 1990"."""
    first: tuple[Condition, ...] = found["clause"]
    # Who is gone by a year was not in then; who left in one still was.
    if len(first) != 1 or ("gone" in found and any(when.how is not How.BY for when in found["when"])):
        return None
    match first[0]:
        case MemberOf(expression) | Linked(_, expression):
            then = being_in(expression, found["when"], context.period)
        case _:
            return None
    if then is None:
        return None
    return _who(context, {**found, "further": (NotSo(then),) if "not" in found else (then,)})


def _at_both(context: Context, found: Found) -> Question | None:
    """Who was in a set at one time and at another as well: "in 1990 and 2000"."""
    match found["clause"]:
        case (MemberOf(),):
            whens = found.get("when") or (When(How.IN, Period(found["date"], found["date"])),)
            return _at_two_times(context, {**found, "when": whens})
    return None


def _then_now(context: Context, found: Found) -> Question | None:
    """Who was in a set at some time and is in another now: "were in A but are now in B"."""
    return _once_and_now(context, found) if "past" in found else None


def _now_then(context: Context, found: Found) -> Question | None:
    """The same with tenses that tell it, and perhaps a date of the past: "are in B and were in A in 1980"."""
    return _once_and_now(context, found) if "past" not in found else None


def _once_and_now(context: Context, found: Found) -> Question | None:
    then = asked_period(context, found) if "time" in found else ALWAYS
    return _who(context, {**found, "clause": (MemberOf(found["set"], then), MemberOf(found["other"], context.period))})


def _since_left(context: Context, found: Found) -> Question | None:
    """Who was in a body once and left it."""
    return _who(context, {**found, "clause": (leaving(found["set"], ()),)})


def _same_verb(context: Context, found: Found) -> Question | None:
    """What a verb says of one set at a time, said of another at another: "joined A in 1990 and B in 1995"."""
    first: tuple[Condition, ...] = found["clause"]
    match first:
        case (Linked(Joined()),):
            further: Asked | None = joining(found["set"], found["when"])
        case (Linked(Left()),):
            further = leaving(found["set"], found["when"])
        case (MemberOf() | Linked(),):
            further = being_in(found["set"], found["when"], context.period)
        case _:
            return None
    return _who(context, {**found, "further": (further,)}) if further is not None else None


def _joined_and(context: Context, found: Found) -> Question | None:
    """Of the members of a set, those that joined it at a time and of whom a clause says more."""
    who: Who = found["who"]
    if who.base is None or kind_of(who) is None:
        return None
    joined = joining(who.base, found["when"])
    further = in_order(found["further"], joined if isinstance(joined, Linked) else None)
    if further is None:
        return None
    return Entities((MemberOf(who.base, context.period), joined, *at_one_time(further, context.period)))


def _members_then(context: Context, found: Found) -> Question | None:
    """The members that a set had at a date that stands beside them."""
    then: WhoThen = found["who_then"]
    kind = kind_of(then.who)
    if then.who.base is None or kind is None:
        return None
    return Entities((MemberOf(then.who.base, then.period, kind),))


def _of_then(context: Context, found: Found) -> Question | None:
    """Of the members that a set had at a date, those of whom a clause says more."""
    who: Who = found["who_then"].who
    if who.base is None or kind_of(who) is None:
        return None
    then: Period = found["who_then"].period
    said = in_order(found["clause"], MemberOf(who.base, then))
    return Entities((Among(who.base, then, of_this_date=True), *at_one_time(said, then))) if said is not None else None


def _moment(condition: Condition) -> Period | None:
    """The one time that a condition asks about, if it has a beginning and an end."""
    period = period_of(condition)
    return period if period is not None and period.start is not None and period.end is not None else None


def _everyone(context: Context, kind: str, at: Period) -> Condition:
    """All of a kind: the states that existed, or whoever is a member of anything."""
    kind = kind or kind_of_members(context.vocabulary)
    return Existing("state", at) if kind == "state" else MemberOf(Everyone(), at, kind)


def _of_kind(condition: Condition, kind: str) -> Condition:
    """The same of members of a kind alone; of any, if it is ""."""
    return replace(condition, kind=kind) if kind and isinstance(condition, (Linked, MemberOf)) else condition


def _former(context: Context, found: Found) -> Question | None:
    """Who was in a body once and is not now, and what a clause says of them."""
    body: Condition = MemberOf(found["set"], ALWAYS, found.get("kind", ""))
    gone = NotSo(MemberOf(found["set"], context.period))
    further = in_order(found.get("further", ()))
    if further is None:
        return None
    said = at_one_time(further, context.period)
    positive = [one for one in said if not isinstance(one, NotSo)]
    return Entities((body, *positive, gone, *(one for one in said if isinstance(one, NotSo))))


def _former_in_role(context: Context, found: Found) -> Question | None:
    """Who was a full member of a body once and is in it in another role now."""
    now, then = context.period, MemberOf(found["set"], ALWAYS)
    return Entities((then, MemberOf(found["set"], now, role=found["role_name"]), NotSo(MemberOf(found["set"], now))))


def _founding(context: Context, found: Found) -> Question | None:
    """Who was in a body when it began, and what a clause says of them."""
    said = in_order(found["further"], Linked(Joined(ALWAYS), Body(found["body"])))
    return Entities((FirstMember(found["body"]), *at_one_time(said, context.period))) if said is not None else None


def _founders_gone(context: Context, found: Found) -> Question | None:
    """Who was in a body when it began and left it."""
    return Entities((FirstMember(found["body"]), Linked(Left(ALWAYS, for_good=True), Body(found["body"]))))


def _founders_among(context: Context, found: Found) -> Question | None:
    """Of the members of a set, those that were in a body when it began."""
    who: Who = found["who"]
    if kind_of(who) is None or who.things:
        return None
    among = (Among(who.base, context.period),) if who.base is not None else ()
    return Entities((*among, FirstMember(found["body"])))


def _bodies(context: Context, found: Found) -> Question | None:
    """The bodies that somebody joined or left, or was in at a time; of a kind, if the noun is for one."""
    said: tuple[Condition, ...] = found["body_clause"]
    noun = found.get("bodies")
    narrowing = (noun,) if noun is not None and noun.entities is not None else ()
    if all(isinstance(one, NotSo) for one in said):
        return Entities((Existing("body", context.period), *narrowing, *said))
    first, *rest = said
    return Entities((first, *narrowing, *rest))


def _bodies_at_two_times(context: Context, found: Found) -> Question | None:
    """The bodies that somebody was in at one time and was, or was not, in at another."""
    match found["body_clause"]:
        case (Contains(states),):
            pass
        case _:
            return None
    # Who is gone by a year was not in then; who left in one still was.
    hows = (How.BY,) if "gone" in found else (How.IN, How.BY)
    periods = [span_of(when, context.period) for when in found["then"] if when.how in hows]
    if len(periods) != 1 or not isinstance(periods[0], Period):
        return None
    then = Contains(states, periods[0])
    return _bodies(context, {**found, "body_clause": (*found["body_clause"], NotSo(then) if "not" in found else then)})


def _not_yet(context: Context, found: Found) -> Question | None:
    """The bodies that somebody is in now and was not at a time."""
    return _bodies_at_two_times(context, {**found, "body_clause": (Contains(found["members"], context.period),)})


def _had_and_lost(context: Context, found: Found) -> Question | None:
    """The bodies that somebody had been in and left at a time; "by" a time, they are still out of it then."""
    whens: tuple[When, ...] = found["when"]
    if len(whens) != 1 or whens[0].how not in (How.IN, How.BY, How.BEFORE):
        return None
    (when,) = whens
    said: list[Condition] = [LinkedTo(Left(when.of_event), found["members"])]
    then = span_of(when, context.period)
    if when.how is How.BY and isinstance(then, Period):
        said.append(NotSo(Contains(found["members"], then)))
    return _bodies(context, {**found, "body_clause": tuple(said)})


def _gone_by(context: Context, found: Found) -> Question | None:
    """Whether somebody was in a set before a time and was not at it."""
    whens: tuple[When, ...] = found["when"]
    if len(whens) != 1 or whens[0].how is not How.IN or whens[0].period.start is None:
        return None
    then = whens[0].period
    before = MemberOf(found["set"], Period(None, preceding(whens[0].period.start)))
    return Whether(found["members"], (before, NotSo(MemberOf(found["set"], then))))


def _whether(context: Context, found: Found) -> Question | None:
    """Whether some states joined, left, or were in a set of bodies at a time."""
    expression, whens = found["set"], already(found)
    if "joined" in found:
        said: Asked | None = joining(expression, whens, found.get("role_name", "full"), again="again" in found)
    elif "left" in found:
        said = leaving(expression, whens, ever="ever" in found or "never" in found or not whens)
    elif "gone" in found:
        return Whether(found["members"], (MemberOf(expression, ALWAYS), NotSo(MemberOf(expression, context.period))))
    elif "ever" in found or "never" in found:
        said = MemberOf(expression, ALWAYS, role=found.get("role_name", "full"))
    else:
        said = being_in(expression, whens, context.period)
    if said is None:
        return None
    return Whether(found["members"], (NotSo(said),) if "never" in found else (said,))


def _of_those(context: Context, found: Found) -> Question | None:
    """Of those of whom one clause is so, those of whom another is; or how many they are."""
    kind = found.get("kind", "")
    asked = _who(context, {**found, "who": Who(kind, belonging=kind_meant(context.vocabulary, kind))})
    return Count(asked) if "count" in found and isinstance(asked, Entities) else asked


def _busiest(context: Context, found: Found) -> Question | None:
    """The year in which the most joined or left a body."""
    left = "left" in found
    return Dates((BusiestYear(Left(ALWAYS) if left else Joined(ALWAYS), found["body"], "grown" in found and not left),))


def _in_turn(context: Context, found: Found) -> Question | None:
    """Whether some states did one thing before another: "did Spain join A before B"."""
    said = found["clause"]
    return Whether(found["members"], said) if all(isinstance(one, InOrder) for one in said) else None


def _before_another(context: Context, found: Found) -> Question | None:
    """Whether a state joined or left a body before another did, or after it."""
    link: Joined | Left = Left(ALWAYS) if "left" in found else Joined(ALWAYS)
    theirs = Dates((Moment(link, found["other"], found["body"]),))
    dates = [
        str(row[0].value)
        for row in context.vocabulary.graph.source.select(query(theirs))
        if isinstance(row[0], Literal)
    ]
    if len(dates) != 1 or found["other"] == found["member"]:
        return None
    period = Period(None, preceding(dates[0])) if "before" in found else Period(following(dates[0]), None)
    return Whether((found["member"],), (Linked(replace(link, period=period), Body(found["body"])),))


def _gained(context: Context, found: Found) -> Question | None:
    """The members that a body gained or lost."""
    whens: tuple[When, ...] = found.get("when", ())
    if "of" in found:
        whens = (When(How.IN, Period(found["of"], found["of"])),)
    said = leaving(found["set"], whens) if "left" in found else joining(found["set"], whens)
    return Entities((said,))


def _gained_any(context: Context, found: Found) -> Question | None:
    """Whether a body gained or lost any member."""
    whens: tuple[When, ...] = found.get("when", ())
    said = leaving(found["set"], whens, ever=True) if "left" in found else joining(found["set"], whens)
    return Exists(Entities((said,)))


def _in_one_and_another(context: Context, found: Found) -> Question | None:
    """Whether somebody was in one set at a time, and in another, or not; at the same time, if no other is said."""
    whens: tuple[When, ...] = found["when"]
    one = being_in(found["set"], whens, context.period)
    other = being_in(found["other"], found.get("then", whens), context.period)
    if one is None or other is None:
        return None
    return Whether(found["members"], (one, NotSo(other) if "not" in found else other))


def _when(link: Joined | Left | LastIn) -> Build:
    """When somebody joined or left a body, or was in it last: all dates, if it did more than once."""

    def build(context: Context, found: Found) -> Question | None:
        return Dates((Moment(link, found["member"], found["body"]),))

    return build


def _when_each(link: Joined | Left) -> Build:
    """When each of several joined or left a body: the dates of all."""

    def build(context: Context, found: Found) -> Question | None:
        states: tuple[Entity, ...] = found["members"]
        if len(states) < 2:
            return None
        return Dates((AnyOf(tuple(Moment(link, state, found["body"]) for state in states)),))

    return build


_REJOINED = _when(Joined(ALWAYS, again=True))
_JOINED, _LEFT, _LAST_IN = _when(Joined(ALWAYS)), _when(Left(ALWAYS)), _when(LastIn(ALWAYS))
_WHEN = (
    "( when / [ in / on ] ( what / which ) ( year / date / month / day ) / since when / what {BE} the ( year / date ) ( in / on )"
    " which / what {BE} the ( year / date ) [ when / that ] / the ( year / date ) / year / date / at what time / how long ago )"
)
_ENTRY = "( accession / accessions / entry / entries / admission / admissions / entrance / joining )"
_ENTRY_DATE = "( ( join / joining / accession / entry / admission / membership ) ( date / year / time ) / ( date / year / time ) of ( joining / accession / entry / admission / membership ) )"
_EXIT_DATE = "( ( exit / withdrawal / departure / leaving / leave ) ( date / year ) / ( date / year ) of ( exit / withdrawal / departure / leaving ) )"
_EXIT = "( exit / exits / withdrawal / withdrawals / departure / departures / leaving )"
_ENTRANTS = (
    "( accessions / accession / entrants / entrant / joiners / joiner / newcomers / newcomer / new members / new member states / new entrants / enlargement /"
    " expansion / latest additions / additions / admissions / entries / accession round / enlargement round / recruits )"
)
_LEAVERS = "( exits / withdrawals / departures / leavers / defections / quitters / departing members / lost members )"
_DATE = "( year / date / when / in what year / in which year / what year / which year )"
_FOUNDED = (
    "( founded / co-founded / cofounded / helped found / helped to found / helped create / helped to create"
    " / {BE} [ {ALSO} ] [ a / the / among the / one of the ] ( founders / founder / founding {NOUN} / original {NOUN} ) of )"
)
_BUT = "( and / but / and also / but also / and then / yet / although / while / who / that / which )"

_YET = "( and / but / yet / though / although )"
_NOW = "now / today / nowadays / currently / at present"
_ONCE = "once / formerly / previously / earlier / before / in the past"
_WERE_IN = f"[ {_ONCE} ] ( were / was / had been / belonged to ) [ {_ONCE} / ever ] {{IN_REST}}"

FORMS = [
    Form(f"{_WHEN} ( {{DO}} / {{HAVE}} / {{BE}} / ) <member> [ first / finally / officially ] ( become / became / becoming ) [ a / an / the / full / a full ] <body> {{NOUN}}", _JOINED),
    Form("( {DO} / {HAVE} ) <members> [ ever / already / also / both ] ( become / became ) [ a / an / full / a full ] <set:bare> {NOUN} #joined [ <when> ]", _whether),
    Form("( {OPEN} ) [ of the / of ] <body> [ 's / ' ] ( founding / original ) {NOUN} [ {THAT} ] <further>", _founding),
    Form("( {BE} / {HAVE} / {DO} ) <members> [ always / continuously / {ALSO} ] [ been / be / stay / stayed / remain / remained ] {STATES_IN} <set> <when> ( without interruption / without a break / without any break / continuously / uninterruptedly / all the time / all along )", _whether),
    # A date behind "were in A" is of that alone: these come before clauses, which share one.
    Form(f"<who> {{IN}} <other:set> [ {_NOW} ] {_YET} [ {{THAT}} / they ] {_WERE_IN} <set:one_set> [ {_ONCE} ] [ <time> ]", _now_then),
    Form(f"<who> [ {{THAT}} ] {_WERE_IN} <set:one_set> [ {_ONCE} ] [ <time> ] {_YET} [ {{THAT}} / they ] [ {_NOW} ] ( are / is / belong / belongs ) [ {_NOW} ] {{IN_REST}} <other:set> [ {_NOW} ]", _now_then),
    Form("<who> <clause> [ and when / and in what year / and in which year / and in which years ]", _who),
    Form(f"<who> <clause> {_BUT} <further>", _who),
    Form("<who> {THAT} <clause> <further>", _who),
    Form(f"<who> [ {{THAT}} / they ] <clause:further> {_BUT} <further:clause>", _who),
    Form(f"<who> <clause> {_BUT} <further> {_BUT} <third:further>", _who),
    Form("<who> [ {THAT} ] ( {BE} / {HAVE} been ) [ once / formerly / previously / ever ] {MEMBER} <set> ( but / and / yet ) [ {THAT} / they / it ] ( {BE} / {HAVE} ) ( now / today / currently / nowadays / since become / meanwhile ) {MEMBER} <other:set>", _then_now),
    Form("<who> [ {THAT} ] ( {BE} / {HAVE} been ) [ once / formerly / previously / ever ] {MEMBER} <set> ( but / and / yet ) [ {THAT} / they / it ] [ {HAVE} ] [ since / later / then / meanwhile / since then ] ( left / left it / withdrawn / withdrew / quit / quit it / dropped out / been expelled / pulled out )", _since_left),
    Form("<who> <clause> ( but / and / although / though / yet ) ( not #not / no longer #not / not any more #not / not anymore #not / {BE} not #not / {BE} no longer #not / not ( in it / a member / members ) #not / still / also / again / {BE} still ) <when>", _at_two_times),
    Form("<who> <clause> ( but / and / yet / though ) [ they / it ] [ {HAVE} / {BE} ] ( left / gone / out / out of it / left it / lost it / lost their membership ) #not #gone <when>", _at_two_times),
    Form("<who> <clause> ( but / and ) [ {BE} ] ( not #not / no longer #not / still / again ) ( in it / a member / members / a member of it / members of it ) <when>", _at_two_times),
    Form("<who> <clause> ( and / and also / and again / as well as ) ( <when> / <date> )", _at_both),
    Form("<who> <clause> ( and / and then / and also / then ) <set> <when>", _same_verb),
    Form("<who_then> <clause:further>", _of_then),
    Form("<who_then>", _members_then),
    Form("<who> [ {THAT} ] [ {HAVE} ] ( joined / entered / acceded ) <when> ( and / but / although ) <further>", _joined_and),
    Form("{OPEN} [ {BE} ] [ {THE} ] ( former / past / one-time / ex ) <set:bare> {NOUN} [ {THAT} ] [ <further> ]", _former),
    Form("{OPEN} [ {BE} ] [ {THE} ] ( former / past / one-time / ex ) {NOUN} of <set:bare> [ {THAT} ] [ <further> ]", _former),
    Form("{OPEN} [ {BE} ] [ {THE} ] ( former / past / one-time / ex ) ( <set:bare> {NOUN} / {NOUN} of <set:bare> ) [ {THAT} ] {BE} [ now / today / still / currently ] <role_name> [ of it / there ]", _former_in_role),
    Form("{OPEN} [ {BE} ] [ {THE} ] ( founding / original ) ( {NOUN} ) of <body> [ {THAT} ] <further>", _founding),
    Form("<who> {BE} [ {ALSO} / among [ the ] / all ] ( founding / original ) {NOUN} of <body>", _founders_among),
    Form("{OPEN} [ {BE} ] [ {THE} ] <body> founding ( {NOUN} ) [ {THAT} ] <further>", _founding),
    Form(f"{{ASK}} [ <kind> / {{NOUN}} ] [ {{THAT}} ] {_FOUNDED} <body> {_BUT} [ they / it ] <further>", _founding),
    Form(f"{{ASK}} [ <kind> / {{NOUN}} ] [ {{THAT}} ] {_FOUNDED} <body> {_BUT} [ they ] [ {{HAVE}} ] [ later / then / since / subsequently / eventually ] {{LEAVE}} [ it / again ]", _founders_gone),
    Form("{ASK} [ {THE} ] [ <bodies> ] <body_clause>", _bodies),
    Form("( {ASK} / {OPEN} ) [ {THE} ] <bodies> <body_clause> ( but / and / yet / though ) [ it / they ] [ {BE} / {DO} / {HAVE} ] ( ( not / no longer / no more / not any longer ) #not / ( left / gone / out / out of it / lost it ) #not #gone / still / again ) [ {OF_STATES} ] [ any more / anymore ] <then:when>", _bodies_at_two_times),
    Form("( {ASK} / {OPEN} ) [ {THE} ] <bodies> [ that / which ] ( {DO} / {HAVE} / ) <members> [ {HAVE} ] [ once ] ( had / has / have / joined / belonged to / been in / been a member of / entered ) and [ {HAVE} / {DO} ] [ since / then / later ] ( lost / left / given up / gave up / quit / abandoned ) <when>", _had_and_lost),
    Form("( {ASK} / {OPEN} ) [ {THE} ] <bodies> [ that / which ] ( <members> {BE} / {BE} <members> ) [ now / today / currently ] {OF_STATES} [ now / today / currently ] ( but / and / yet / though ) ( {BE} / {HAVE} ) not #not [ yet ] [ been ] [ {OF_STATES} ] <then:when>", _not_yet),
    Form("{BE} <members> {NO_MORE} #gone {STATES_IN} <set> <when>", _gone_by),
    Form("{OPEN} [ all / the ] <bodies> <body_clause>", _bodies),
    Form("( {DO} / {HAVE} / {BE} ) <members> [ ever / also / already #already / both / all / really ] {JOIN} #joined <set> [ as <role_name> ] [ <when> ]", _whether),
    Form("( {DO} / {HAVE} / {BE} ) <members> [ ever / also / already / both / all / really / later / since ] {REJOIN} #joined #again <set> [ <when> ]", _whether),
    Form("( {DO} / {HAVE} ) <members> ( {JOIN} ) #joined #again <set> ( again / a second time / once more ) [ <when> ]", _whether),
    Form(f"{_WHEN} ( {{DO}} / {{HAVE}} / {{BE}} / ) <member> [ finally / actually / officially ] {{REJOIN}} <body>", _REJOINED),
    Form(f"{_WHEN} ( {{DO}} / {{HAVE}} / ) <member> {{JOIN}} <body> ( again / a second time / once more )", _REJOINED),
    Form("( {DO} / {HAVE} / {BE} ) <members> <clause>", _in_turn),
    Form("( of / among / out of / from / from among ) [ {THE} ] ( <kind> / {NOUN} / ) {THAT} <clause> ( which / who / which ones / which of them ) [ {NOUN} ] <further>", _of_those),
    Form("( of / among / out of / from / from among ) [ {THE} ] ( <kind> / {NOUN} / ) {THAT} <clause> ( how many / how many of them ) #count [ {NOUN} ] <further>", _of_those),
    Form("( which / how many #count ) of [ {THE} ] ( <kind> / {NOUN} / ) {THAT} <clause> <further>", _of_those),
    Form("[ in ] ( which / what ) year ( {HAVE} / saw / {DO} / ) ( [ the ] most {NOUN} ( {JOIN} / joining / ( {LEAVE} ) #left ) <body> )", _busiest),
    Form(f"[ in ] ( which / what ) year ( {{HAVE}} / saw / {{DO}} / brought ) [ the ] most ( new #grown <body> {{NOUN}} / <body> ( new {{NOUN}} / {_ENTRANTS} ) #grown / ( {_ENTRANTS} / new {{NOUN}} ) #grown ( to / into / of / in ) <body> / {_ENTRY} ( to / into / of / in ) <body> )", _busiest),
    Form("[ in ] ( which / what ) year ( {HAVE} / {DO} / ) <body> ( gain / gained / admit / admitted / add / added / take in / took in / win / ( lose / lost ) #left / grow by / see ) #grown [ the ] most [ new ] {NOUN}", _busiest),
    Form("( when {BE} / [ in ] ( which / what ) year {BE} / when {DO} / what {BE} the year of ) <body> [ 's / ' ] [ have / see ] [ its / the ] ( biggest / largest / greatest ) #grown ( enlargement / expansion / accession round / intake / growth / ( exodus / loss ) #left )", _busiest),
    Form("( when {BE} / [ in ] ( which / what ) year {BE} / what {BE} the year of ) [ the ] ( biggest / largest / greatest ) #grown ( enlargement / expansion / accession round / intake / growth ) of <body>", _busiest),
    Form("( {DO} / {HAVE} ) <member> [ {ALSO} ] ( {JOIN} / ( {LEAVE} ) #left ) <body> ( before #before / earlier than #before / after / later than ) [ did / when ] <other:member> [ did ]", _before_another),
    Form("( {BE} / {HAVE} / {DO} ) <member> [ {ALSO} ] [ been / be ] {STATES_IN} <body> ( before #before / earlier than #before / prior to #before ) <other:member> [ {BE} / {DO} / {HAVE} / joined / got in / came in / became one ]", _before_another),
    Form("<member> ( {BE} / {HAVE} been ) {STATES_IN} <body> since ( when / what year / which year )", _JOINED),
    Form("( {OPEN} ) [ {NOUN} ] ( [ new ] {NOUN} ) [ that / which ] [ {HAVE} / {DO} ] <set:bare> ( ( lost / lose / shed ) #left / gained / gain / won / win / admitted / admit / taken in / take in / added / add / attracted / accepted ) [ <when> ]", _gained),
    Form(f"{{OPEN}} ( {_ENTRANTS} / new {{NOUN}} ) ( {{DO}} / {{HAVE}} ) <set:bare> [ gained / gain / won / win / admitted / admit / taken in / take in / added / add / attracted / accepted / accept / have / get / welcome / welcomed ] <when>", _gained),
    Form("whose membership ( of / in ) <set> ( ( began / begins / started / starts / dates from / dates back to / dates ) #joined / ( ended / ends / lapsed / expired / ceased / stopped ) #left ) <when>", _gained),
    Form("( {DO} / {HAVE} ) <members> ( never ) #never {JOIN} #joined <set>", _whether),
    Form("( {DO} / {HAVE} / {BE} ) <members> [ ever #ever / also / already #already / both / all ] {LEAVE} #left <set> [ <when> ]", _whether),
    Form("( {DO} / {HAVE} ) <members> ( never ) #never {LEAVE} #left <set>", _whether),
    Form("( {BE} / {HAVE} / {DO} ) <members> ( ever / at any time / at any point / once / at one time ) #ever [ been / be ] [ {ALSO} ] ( {STATES_IN} / a <role_name> of / <role_name> ( of / in / at ) ) <set>", _whether),
    Form("( {BE} / {HAVE} / {DO} ) <members> [ been / be ] {STATES_IN} <set> #ever ( at any time / at any point / at one time / once / at some point / ever )", _whether),
    Form("( {BE} / {HAVE} / {DO} ) <members> never #never [ been / be ] {STATES_IN} <set>", _whether),
    Form("{HAVE} <members> [ {ALSO} / both / all ] been #ever {STATES_IN} <set>", _whether),
    Form("{BE} <members> {NO_MORE} #gone {STATES_IN} <set>", _whether),
    Form("( {BE} / {HAVE} / {DO} ) <members> [ always / continuously / {ALSO} ] [ been / be / stay / stayed / remain / remained ] [ {ALSO} ] {STATES_IN} <set> <when>", _whether),
    Form("( {BE} / {HAVE} / {DO} ) <members> [ {ALSO} ] [ been ] {STATES_IN} <set> <when> ( and / but / yet / while ) [ {BE} / {DO} ] not #not [ {ALSO} / yet ] ( {MEMBER_NOT} ) <other:set> [ <then:when> ]", _in_one_and_another),
    Form("( {BE} / {HAVE} / {DO} ) <members> [ {ALSO} ] [ been ] {STATES_IN} <set> <when> ( and / as well as ) [ {ALSO} / {BE} ] {STATES_IN} <other:set> [ <then:when> ]", _in_one_and_another),
    Form("{BE} <set> joined #joined by <members> [ <when> ]", _whether),
    Form(f"{_WHEN} ( {{DO}} / {{HAVE}} / {{BE}} / ) <member> [ first / last / finally / actually / officially ] {{JOIN}} <body>", _JOINED),
    Form("( since when / since what year / since which year ) ( {BE} / {HAVE} ) <member> [ been ] {STATES_IN} <body>", _JOINED),
    Form(f"[ {_DATE} / {_DATE} {{BE}} / what {{BE}} the date of ] [ the ] [ date of / year of / time of ] [ the ] <member> [ 's / ' ] {_ENTRY} ( to / into / in / of ) <body> [ {_DATE} ]", _JOINED),
    Form(f"[ {_DATE} / {_DATE} {{BE}} / what {{BE}} the date of ] [ the ] [ date of / year of / time of ] [ the ] <member> [ 's / ' ] {_EXIT} ( from / of ) <body> [ {_DATE} ]", _LEFT),
    Form(f"[ {_DATE} / {_DATE} {{BE}} ] <body> ( accession / entry / membership ) [ of / date of / year of ] <member> {_DATE}", _JOINED),
    Form(f"{_DATE} [ {{BE}} / of ] <body> ( accession / entry ) [ of ] <member>", _JOINED),
    Form(f"<member> <body> ( {_ENTRY} / joined / since ) [ {_DATE} ]", _JOINED),
    Form("<member> ( {BE} / {HAVE} been / ) ( [ a / an ] <body> {NOUN} / {STATES_IN} <body> ) since [ when / what year / which year ]", _JOINED),
    Form(f"{{OPEN}} [ {{BE}} ] [ {{THE}} ] ( {_ENTRANTS} / {_LEAVERS} #left ) ( to / into / of / from / in ) <set:bare> [ <when> / of <of:date> ]", _gained),
    Form(f"{{OPEN}} [ {{BE}} ] <set:bare> [ 's / ' ] [ <of:date> ] ( {_ENTRANTS} / {_LEAVERS} #left ) [ <when> / of <of:date> ] [ [ the ] new members / new member states / which countries / which states / who ]", _gained),
    Form("{OPEN} [ {BE} ] [ {THE} ] ( new / newly joined / newly admitted / incoming ) <set:bare> {NOUN} <when>", _gained),
    Form("{OPEN} [ {BE} ] <set:bare> [ 's / ' ] ( new / newly joined / newly admitted / incoming ) {NOUN} <when>", _gained),
    Form(f"{_WHEN} ( {{DO}} / {{HAVE}} / {{BE}} / ) <members> [ both / all / each / first / finally / actually / officially ] {{JOIN}} <body>", _when_each(Joined(ALWAYS))),
    Form(f"{_WHEN} ( {{DO}} / {{HAVE}} / {{BE}} / ) <members> [ both / all / each / finally / actually / officially ] {{LEAVE}} <body>", _when_each(Left(ALWAYS))),
    Form("<member> ( {JOIN} ) <body> ( when / in what year / in which year / since when )", _JOINED),
    Form(f"[ what / when ] [ {{BE}} ] [ the ] ( {_ENTRY_DATE} / {_ENTRY} ) of <member> ( to / into / in / for / with ) <body>", _JOINED),
    Form(f"[ what / when ] [ {{BE}} ] [ the ] <member> [ 's / ' ] <body> {_ENTRY_DATE}", _JOINED),
    Form(f"[ what / when ] [ {{BE}} ] [ the ] <member> [ 's / ' ] {_ENTRY_DATE} ( to / into / in / for / with / ) <body>", _JOINED),
    Form(f"[ what / when ] [ {{BE}} ] [ the ] {_EXIT_DATE} of <member> ( from / in / for / of ) <body>", _LEFT),
    Form(f"[ what / when ] [ {{BE}} ] [ the ] <member> [ 's / ' ] ( <body> {_EXIT_DATE} / {_EXIT_DATE} ( from / in / for / of / ) <body> )", _LEFT),
    Form(f"{_WHEN} ( {{DO}} / {{HAVE}} / {{BE}} / ) <member> [ first / last / finally / actually / officially ] {{LEAVE}} <body>", _LEFT),
    Form("<member> ( {LEAVE} ) <body> ( when / in what year / in which year )", _LEFT),
    Form("( until when / till when / up to when / until what year / until which year ) ( {BE} / {HAVE} / {DO} ) <member> [ been / stay / remain / belong ] [ {STATES_IN} / to ] <body>", _LAST_IN),
    Form(f"{_WHEN} {{BE}} <member> last {{STATES_IN}} <body>", _LAST_IN),
    Form("( when {BE} / what year {BE} / in what year {BE} / in which year {BE} / ) the last ( time / year ) [ that / when / in which ] <member> {BE} {STATES_IN} <body>", _LAST_IN),
    Form("( {HAVE} / {DO} ) <set:bare> [ ever ] ( ( lost / lose / shed ) #left ) ( a / any / any of its / a single / some / some of its / one of its ) {NOUN} [ <when> ]", _gained_any),
    Form("( {HAVE} / {DO} ) <set:bare> [ ever ] ( gained / gain / won / win / admitted / admit / taken in / take in / added / add / accepted / accept ) ( a / any / a single / some ) new {NOUN} <when>", _gained_any),
    Form(f"{_WHEN} ( {{BE}} / {{HAVE}} ) <member> first {{STATES_IN}} <body>", _JOINED),
]  # fmt: skip
