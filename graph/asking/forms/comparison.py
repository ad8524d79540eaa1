"""Questions that compare: whether one has more members than another, how many more, who of two is in more bodies."""

from __future__ import annotations

from collections.abc import Iterator

from ...errors import NotUnderstood
from ...model.dates import Period
from ...model.entities import Entity
from ..kinds_of_members import kind_of_members
from ..language.form import Context, Form
from ..language.patterns import Found
from ..language.reading import Reading, slot
from ..logic.logical_form import (
    Compare,
    Difference,
    Entities,
    Extreme,
    Number,
    Numbered,
    OneOf,
    Question,
    ShareOf,
    Tally,
    Than,
    Whether,
)
from ..slots.subjects import asked_period, kind_of

__all__ = ["FORMS"]

_MORE = {
    "more": ">",
    "fewer": "<",
    "less": "<",
    "as many": "=",
    "the same number of": "=",
    "an equal number of": "=",
    "equally many": "=",
}
_LARGER = {
    **dict.fromkeys(("larger", "bigger", "greater"), ">"),
    **dict.fromkeys(("smaller",), "<"),
    **dict.fromkeys(("as large", "as big", "the same size", "equal in size", "as small", "just as large", "just as big", "of the same size", "equally large", "equally big"), "="),
}  # fmt: skip


@slot("more")
def _more(reading: Reading, at: int) -> Iterator[tuple[str, int]]:
    """How two numbers of things compare: "more" members, "as many"."""
    for phrase, sign in _MORE.items():
        yield from ((sign, end) for end in reading.any_of(at, phrase))


@slot("larger")
def _larger(reading: Reading, at: int) -> Iterator[tuple[str, int]]:
    """How two sizes compare: "larger", "as big"."""
    for phrase, sign in _LARGER.items():
        yield from ((sign, end) for end in reading.any_of(at, phrase))


@slot("when_counted")
def _moment(reading: Reading, at: int) -> Iterator[tuple[Period, int]]:
    """A date at which something is counted: "in 1990", after "than" a mere "1990" too, "now", "today"."""
    yield from reading.slot("time", at)
    yield from ((Period(date, date), end) for date, end in reading.slot("date", at))
    own = reading.graph.period(None)
    yield from ((own, end) for end in reading.any_of(at, "now", "today", "currently", "at present", "nowadays"))


@slot("since_year")
def _since_year(reading: Reading, at: int) -> Iterator[tuple[Period, int]]:
    """The date since when something changed."""
    yield from ((Period(date, date), end) for date, end in reading.slot("date", at))


@slot("two_years")
def _two_years(reading: Reading, at: int) -> Iterator[tuple[Period, int]]:
    """Two dates between which something changed."""
    for first, end in reading.slot("date", at):
        for link in reading.any_of(end, "and", "to", "until"):
            yield from ((Period(first, last), stop) for last, stop in reading.slot("date", link) if first < last)


def _tallies(context: Context, found: Found, of: tuple[Entity, ...], than: tuple[Entity, ...], counted: str) -> Compare:
    """Two numbers compared; "is A in more than B was in 1990" compares now with then."""
    period, sign = asked_period(context, found), found.get("more") or found["larger"]
    role = found.get("role_name", "full")
    other: Period = found.get("then", period)
    if "present" in found and "then_was" in found:
        period = context.period
    return Compare(Tally(of, counted, period, role), sign, Tally(than, counted, other, role))


def _of_bodies(context: Context, found: Found) -> Question | None:
    """Whether a body has more members than another."""
    if found["body"] == found["other"]:
        return None
    return _tallies(context, found, (found["body"],), (found["other"],), "members")


def _of_states(context: Context, found: Found) -> Question | None:
    """Whether a member is in more bodies than another."""
    if found["member"] == found["other"]:
        return None
    return _tallies(context, found, (found["member"],), (found["other"],), "bodies")


def _same_members(context: Context, found: Found) -> Question | None:
    """Whether two bodies have the same number of members: of two, "more" says nothing."""
    return _of_bodies(context, found) if "=" in (found.get("more"), found.get("larger")) else None


def _same_bodies(context: Context, found: Found) -> Question | None:
    return _of_states(context, found) if found["more"] == "=" else None


def _of_times(context: Context, found: Found) -> Question | None:
    """Whether a body had more members, or a member was in more bodies, at one time than at another."""
    one: Entity = found.get("body") or found["member"]
    return _tallies(context, found, (one,), (one,), "members" if one.kind == "body" else "bodies")


def _grown(context: Context, found: Found) -> Question | None:
    """Whether a body has more members now than in a year; or fewer, if it shrank."""
    period: Period = found["time"]
    if period.start is None:
        return None
    first, last = (period.start, period.end) if "between" in found else (period.start, None)
    ends = [Period(first, first), Period(last, last) if last else context.period]
    sign = "<" if "shrunk" in found else ">"
    of = (found["body"],)
    return Compare(Tally(of, "members", ends[1]), sign, Tally(of, "members", ends[0]))


def _growth(context: Context, found: Found) -> Question | None:
    """By how many members a body is larger than it was."""
    period: Period = found["time"]
    first, last = period.start, period.end
    if first is None:
        return None
    now = Period(last, last) if last is not None and last != first else context.period
    tallies = [Tally((found["body"],), "members", one) for one in (now, Period(first, first))]
    return Number((Difference(tallies[0], tallies[1]),))


def _shared_more(context: Context, found: Found) -> Question | None:
    """Whether a member shares more bodies with one than with another, or a body members."""
    kinds = {found[name].kind for name in ("one", "with", "than")}
    if len(kinds) != 1 or len({found[name] for name in ("one", "with", "than")}) != 3:
        return None
    counted = "members" if kinds == {"body"} else "bodies"
    if ("of_bodies" in found) == (counted == "bodies"):
        period, one = asked_period(context, found), found["one"]
        return Compare(
            Tally((one, found["with"]), counted, period), found["more"], Tally((one, found["than"]), counted, period)
        )
    return None


def _pairs_share(context: Context, found: Found) -> Question | None:
    """Whether two share more than two others, of whom one may be one of the first."""
    these, those = (tuple(dict.fromkeys((found[a], found[b]))) for a, b in (("one", "with"), ("third", "than")))
    kinds = {entity.kind for entity in (*these, *those)}
    if len(kinds) != 1 or len(these) != 2 or len(those) != 2 or set(these) == set(those):
        return None
    counted = "members" if kinds == {"body"} else "bodies"
    if ("of_bodies" in found and counted == "members") or ("of_members" in found and counted == "bodies"):
        return None
    period = asked_period(context, found)
    return Compare(Tally(these, counted, period), found["more"], Tally(those, counted, period))


def _side_by_side(context: Context, found: Found) -> Question | None:
    """Which of two bodies has more members, or which of two states is in more bodies: both numbers are said beside it."""
    two: tuple[Entity, ...] = tuple(found[name] for name in ("one", "other"))
    kinds = {entity.kind for entity in two}
    if len(kinds) != 1 or len(set(two)) != 2 or ("of_bodies" in found and kinds == {"body"}):
        return None
    if kinds != {"body"} and "of_bodies" not in found:
        return None
    counted = "members" if kinds == {"body"} else "bodies"
    period, kind = asked_period(context, found), _kind(context, counted)
    return Entities((Numbered(counted, Extreme(True), period, among=(OneOf(two),), kind=kind),))


def _compared(context: Context, found: Found) -> Question | None:
    """Refuse a comparison that does not say of what.

    Raises
    ------
    NotUnderstood
        Always, where both are bodies or both are states.
    """
    one, other = found["one"], found["other"]
    if one.kind != other.kind or one == other:
        return None
    counted = "members" if one.kind == "body" else "organizations"
    raise NotUnderstood(
        f'what of {one.short} and {other.short} is to be compared? ask for their numbers, "{one.short} vs {other.short}'
        f' {counted}", for what they share, "what do {one.short} and {other.short} have in common", or use:'
        f" blocs overlap '{one.short}' '{other.short}'"
    )


def _how_many_more(context: Context, found: Found) -> Question | None:
    """How many more members a body has than another, or bodies a member is in."""
    period, counted = asked_period(context, found), "members" if "body" in found else "bodies"
    one: Entity = found.get("body") or found["member"]
    other: Entity = found.get("other", one)
    tallies = Tally((one,), counted, period), Tally((other,), counted, found.get("then", period))
    if tallies[0] == tallies[1] or found["more"] == "=":
        return None
    more, less = tallies if found["more"] == ">" else tallies[::-1]
    return Number((Difference(more, less),))


def _how_different(context: Context, found: Found) -> Question | None:
    """By how much the numbers of two differ: the larger comes first."""
    if found["body" if "body" in found else "member"].kind != found["other"].kind:
        return None
    asked = _how_many_more(context, {**found, "more": ">"})
    match asked:
        case Number((Difference(Tally() as more, Tally() as less),)):
            return Number((Difference(more, less, either_way=True),)) if more.of != less.of else None
    return None


def _shares_differ(context: Context, found: Found) -> Question | None:
    """By how much the shares that two signed differ."""
    if found["state"] == found["other"]:
        return None
    return Number((Difference(ShareOf(found["state"]), ShareOf(found["other"]), either_way=True),))


def _share_more(context: Context, found: Found) -> Question | None:
    """By how much the share of documents that a state signed is larger than another's."""
    more, less = ShareOf(found["state"]), ShareOf(found["other"])
    if found["more"] == "=" or more == less:
        return None
    return Number((Difference(*((more, less) if found["more"] == ">" else (less, more))),))


def _bounded(context: Context, found: Found) -> Question | None:
    """Whether a body has so many members, or the most; whether a member is in so many bodies."""
    quantity = found["quantity"]
    if isinstance(quantity, Extreme) and quantity.of_named:
        return None
    one: Entity = found.get("body") or found["member"]
    counted = "members" if one.kind == "body" else "bodies"
    return Whether((one,), (Numbered(counted, quantity, asked_period(context, found), kind=_kind(context, counted)),))


def _than_another(context: Context, found: Found) -> Question | None:
    """Which bodies have more members than one; which states are in more bodies than one."""
    other: Entity = found["other"]
    kind = found.get("kind", "")
    counted = "members" if other.kind == "body" else "bodies"
    if kind not in ("", other.kind):
        return None
    sign = found.get("more") or found["larger"]
    who = found.get("who")
    if who is not None and (kind_of(who) is None or who.base is not None):
        return None
    kind = (kind_of(who) if who is not None else "") or _kind(context, counted)
    return Entities((Numbered(counted, Than(sign, other), asked_period(context, found), kind=kind),))


def _of_named(context: Context, found: Found) -> Question | None:
    """Who of some that are named has more: what narrows the question names them."""
    sign = found.get("more") or found["larger"]
    if sign == "=" or (found.get("kind") or found["counted"]) != found["counted"]:
        return None
    counted = "members" if found["counted"] == "body" else "bodies"
    number, kind = Extreme(sign == ">", of_named=True), _kind(context, counted)
    return Entities((Numbered(counted, number, asked_period(context, found), kind=kind),))


def _kind(context: Context, counted: str) -> str:
    """The kind of those of whom bodies are counted."""
    return kind_of_members(context.vocabulary) if counted == "bodies" else ""


def _body_of_named(context: Context, found: Found) -> Question | None:
    return _of_named(context, {**found, "counted": "body"})


def _state_of_named(context: Context, found: Found) -> Question | None:
    return (
        _of_named(context, {**found, "counted": found.get("kind") or "state"}) if found.get("kind") != "body" else None
    )


_MEMBERS = "[ full ] {NOUN}"
_NOW = "( ( is / are / does / do / has / have ) #present / was / were / did / had )"
_THEN = "[ {BE} #then_was / {DO} #then_was / {HAVE} #then_was ]"
_IN_MORE = f"{_NOW} <member> [ been ] ( {{BELONG}} / have )"
_BODIES = "[ different / international ] {BODY_NOUN}"
_THAN = "( than / as )"
_VERSUS = "( vs / versus / v / vs. / against / compared to / compared with / in comparison to / in comparison with )"
_DIFFERENCE = "[ what {BE} / how big {BE} / how large {BE} ] [ the / a ] ( difference / gap )"

FORMS = [
    # Whether one has more than another
    Form(f"{_NOW} <body> [ {{ALSO}} ] [ have / had / count / include / comprise ] <more> {_MEMBERS} {_THAN} <other:body> {_THEN} [ <time> ]", _of_bodies, "does BODY have more members than BODY"),
    Form(f"<time> ( {{DO}} / {{HAVE}} ) <body> [ have / had ] <more> {_MEMBERS} {_THAN} <other:body>", _of_bodies),
    Form("{BE} <body> [ {ALSO} ] <larger> [ by members / by membership / in membership / in members ] ( than / as ) <other:body> [ by members / by membership / in membership / in members / by number of members ] [ <time> ]", _of_bodies),
    Form(f"{{BE}} there <more> {_MEMBERS} ( in / of ) <body> {_THAN} [ there are / there were ] [ in / of ] <other:body> [ <time> ]", _of_bodies),
    Form(f"( {{BE}} / {{DO}} / {{HAVE}} ) <more> {_MEMBERS} [ been ] {{BELONG}} <body> {_THAN} [ {{BELONG}} / in / of / to ] <other:body> [ <time> ]", _of_bodies),
    Form("{DO} ( <body> and <other:body> ) [ both ] have <more> {NOUN} [ <time> ]", _same_members),
    Form("{BE} <body> and <other:body> <larger> [ <time> ]", _same_members),
    Form(f"{_IN_MORE} <more> {_BODIES} {_THAN} <other:member> {_THEN} [ <time> ]", _of_states, "is STATE in more bodies than STATE"),
    Form(f"<time> {_IN_MORE} <more> {_BODIES} {_THAN} <other:member>", _of_states),
    Form(f"( {{BE}} / {{DO}} ) <member> and <other:member> [ both ] ( {{BELONG}} / belong to / have / in ) <more> {_BODIES} [ <time> ]", _same_bodies),
    # The same at two times
    Form(f"( {{DO}} / {{HAVE}} ) <body> [ have / had / count / include ] <more> {_MEMBERS} <time:when_counted> {_THAN} [ it did / it had ] <then:when_counted>", _of_times),
    Form(f"{{BE}} <body> <larger> <time:when_counted> {_THAN} [ it was / it had been ] <then:when_counted>", _of_times),
    Form(f"{{BE}} there <more> {_MEMBERS} ( in / of ) <body> <time:when_counted> {_THAN} [ there were ] <then:when_counted>", _of_times),
    Form(f"{_IN_MORE} <more> {_BODIES} <time:when_counted> {_THAN} [ it was / it did ] <then:when_counted>", _of_times),
    Form("{HAVE} [ the ] ( membership / number of members / size / members ) of <body> ( grown / risen / increased / gone up / expanded ) since <time:since_year>", _grown),
    Form("{HAVE} [ the ] ( membership / number of members / size / members ) of <body> ( shrunk / fallen / decreased / declined / gone down ) #shrunk since <time:since_year>", _grown),
    Form("{HAVE} <body> ( 's / ' / ) membership ( grown / risen / increased / gone up / expanded ) since <time:since_year>", _grown),
    Form("( how much / by how much / by how many members / by how many states / by how many ) ( {HAVE} ) <body> ( grown / expanded / increased ) since <time:since_year>", _growth),
    Form("( how much / by how much / by how many members / by how many states / by how many ) did <body> ( grow / expand / increase ) ( between / from ) <time:two_years>", _growth),
    Form("{HAVE} <body> ( grown / got larger / expanded / gained members ) since <time:since_year>", _grown),
    Form("{HAVE} <body> ( shrunk / got smaller / lost members ) #shrunk since <time:since_year>", _grown),
    Form("did <body> ( grow / expand / get larger ) ( between / from ) #between <time:two_years>", _grown),
    Form("did <body> ( shrink / get smaller ) #shrunk ( between / from ) #between <time:two_years>", _grown),
    # What is shared
    Form("( {DO} / {HAVE} ) <one:member|body> ( share / have / hold ) <more> ( {BODY_NOUN} #of_bodies / {NOUN} ) [ in common ] with <with:member|body> ( than / as ) [ with ] <than:member|body> [ <time> ]", _shared_more),
    Form("{BE} <one:member> in <more> ( {BODY_NOUN} #of_bodies ) ( with / together with ) <with:member> ( than / as ) ( with / together with ) <than:member> [ <time> ]", _shared_more),
    Form("( {DO} / {HAVE} ) <one:member|body> and <with:member|body> [ {ALSO} ] ( share / have / hold ) <more> [ in common ] [ {COMMON} ] [ {BODY_NOUN} #of_bodies / {NOUN} #of_members ] [ in common ] ( than / as ) [ do / does / did ] <third:member|body> and <than:member|body> [ share / {DO} / {HAVE} ] [ <time> ]", _pairs_share),
    Form("{BE} <one:member> and <with:member> [ {ALSO} / together ] ( in / members of / together in ) <more> [ {COMMON} ] ( {BODY_NOUN} #of_bodies ) [ together ] ( than / as ) <third:member> and <than:member> [ {BE} ] [ <time> ]", _pairs_share),
    # Both numbers
    Form(f"[ compare [ the ] / number of {{NOUN}} in / number of {{NOUN}} of / comparison of / size of ] <one:body> {_VERSUS} <other:body> ( {{NOUN}} / membership numbers / member count / number of members / size / sizes / by members / by number of members / by size / in size / in members / membership size / in number of members ) [ <time> ]", _side_by_side),
    Form(f"compare [ the ] ( number / numbers / size / sizes / member count / membership size / membership numbers ) of [ {{NOUN}} ( in / of ) / members of ] <one:body> ( and / {_VERSUS} ) <other:body> [ <time> ]", _side_by_side),
    Form(f"( number of / how many ) {{NOUN}} [ {{BE}} in / in / of / {{DO}} ] <one:body> {_VERSUS} <other:body> [ <time> ]", _side_by_side),
    Form(f"( {{BE}} there / {{DO}} / {{HAVE}} / {{BE}} ) <more> {_MEMBERS} [ {{BELONG}} ] ( in / of / to / ) <one:body> or [ in / of / to ] <other:body> [ <time> ]", _side_by_side),
    Form("compare <one:body> ( and / with / to ) <other:body> ( {NOUN} count / by members / by number of members / by size / in size / member numbers / number of members ) [ <time> ]", _side_by_side),
    Form(f"[ compare [ the ] / number of ] <one:member> {_VERSUS} <other:member> [ by ] [ number of ] ( {{BODY_NOUN}} #of_bodies ) [ count ] [ <time> ]", _side_by_side),
    Form(f"( number of / how many ) ( {{BODY_NOUN}} #of_bodies ) [ {{BE}} / of / {{DO}} / for ] <one:member> {_VERSUS} <other:member> [ in / belong to / have ] [ <time> ]", _side_by_side),
    Form(f"( compare / comparison of / a comparison of / comparison between / [ what {{BE}} ] [ the ] ( difference / differences ) between ) [ the ] [ {{NOUN}} of / membership of / memberships of ] <one:member|body> ( and / with / to / {_VERSUS} ) <other:member|body> [ membership / memberships / {{NOUN}} / {{BODY_NOUN}} ] [ <time> ]", _compared),
    Form(f"<one:member|body> {_VERSUS} <other:member|body> [ comparison / membership ]", _compared),
    # How many more
    Form(f"how many <more> {_MEMBERS} ( {{DO}} / {{HAVE}} ) <body> [ have / had / has ] {_THAN} [ does / did ] <other:body> [ have / had / {{DO}} ] [ <time> ]", _how_many_more, "how many more members does BODY have than BODY"),
    Form(f"how many <more> {_MEMBERS} ( {{DO}} / {{HAVE}} ) <body> [ have / had / has ] <time:when_counted> {_THAN} <then:when_counted>", _how_many_more),
    Form(f"how many <more> {_MEMBERS} ( {{BE}} / {{HAVE}} ) [ there / been ] {{STATES_IN}} <body> <time:when_counted> {_THAN} [ there were / there was / it was ] <then:when_counted>", _how_many_more),
    Form(f"how many <more> {_MEMBERS} ( {{DO}} / {{HAVE}} ) <body> [ have / has ] [ now / today / currently ] {_THAN} ( it / they ) [ {{DO}} / {{HAVE}} ] <then:when_counted>", _how_many_more),
    Form(f"how many <more> {_MEMBERS} {{BE}} [ there / now / today ] {{STATES_IN}} <body> [ now / today / currently ] {_THAN} ( there were / it was / there had been / were ) <then:when_counted>", _how_many_more),
    Form(f"how many <more> {_MEMBERS} {{BE}} there in <body> {_THAN} [ in ] <other:body> [ <time> ]", _how_many_more),
    Form(f"how many <more> {_MEMBERS} {{BE}} in <body> {_THAN} [ in ] <other:body> [ <time> ]", _how_many_more),
    Form(f"( [ in / to / of ] how many <more> ) {_BODIES} ( {{BE}} / {{DO}} / {{HAVE}} ) <member> [ been ] [ {{BELONG}} / {{OF_STATES}} / in / a member of / belong to / have ] {_THAN} <other:member> [ <time> ]", _how_many_more),
    Form(f"( [ in / to / of ] how many <more> ) {_BODIES} ( {{BE}} / {{DO}} / {{HAVE}} ) <member> [ been ] [ {{BELONG}} / {{OF_STATES}} / in / a member of / belong to / have ] <time:when_counted> {_THAN} <then:when_counted>", _how_many_more),
    Form("by how ( many ( members / states / countries ) / much ) {BE} <body> <more:larger> than <other:body> [ <time> ]", _how_many_more),
    Form("( by how much / by how many % / by how many points / how much ) {DO} <state> ( 's / ' ) {PORTION} [ of <documents> ] ( exceed / surpass / top ) <other:state> [ 's / ' ] [ {PORTION} ]", _shares_differ),
    Form("( by how much / by how many % / by how many points / how much ) {BE} <state> ( 's / ' ) {PORTION} [ of <documents> ] ( larger / bigger / higher / greater ) than ( that of / ) <other:state> [ 's / ' ] [ {PORTION} ]", _shares_differ),
    Form("( how much <more> / how many <more> / ( how many ( points / % points ) / how many % ) <more> ) [ of ] [ {DOCUMENTS} ] {DO} <state> {SIGN} than <other:state>", _share_more),
    Form(f"{_DIFFERENCE} ( in ( [ number of / the number of ] ( members / member states / membership ) / size / membership size ) ) between <body> and <other:body> [ <time> ]", _how_different),
    Form(f"{_DIFFERENCE} between the ( number of members / size / membership / sizes / numbers of members ) of <body> and [ that of / the size of / of ] <other:body> [ <time> ]", _how_different),
    Form(f"{_DIFFERENCE} in ( [ number of / the number of ] ( memberships / {{BODY_NOUN}} [ memberships ] ) ) between <member> and <other:member> [ <time> ]", _how_different),
    Form(f"{_DIFFERENCE} between ( what / how much / the {{PORTION}} [ of <documents> ] {{THAT}} / the ( shares / percentages ) {{THAT}} ) <state> and <other:state> ( {{SIGN}} )", _shares_differ),
    Form(f"{_DIFFERENCE} between ( what / how much / the {{PORTION}} [ of <documents> ] [ that ] ) <state> ( {{SIGN}} ) and ( what / how much / that ) <other:state> ( {{SIGN}} / did )", _shares_differ),
    Form(f"{_DIFFERENCE} ( between / in {{PORTION}} between / in ( documents / documents signed / signing / what they signed ) between ) ( the ( shares / percentages / {{PORTION}} ) [ signed by / of ] ) <state> and <other:state> [ {{SIGN}} ]", _shares_differ),
    Form(f"{_DIFFERENCE} in ( {{PORTION}} [ of ] [ <documents> ] [ signed ] / documents signed / signing ) between <state> and <other:state>", _shares_differ),
    # Whether there are so many
    Form("( {DO} / {HAVE} ) <body> [ {ALSO} ] ( have / had / count / include / comprise / ) <quantity> {NOUN} [ <time> ]", _bounded),
    Form("{BE} there <quantity> {NOUN} ( in / of ) <body> [ <time> ]", _bounded),
    Form("{BE} there <quantity> <body> {NOUN} [ <time> ]", _bounded),
    Form(f"{_IN_MORE} <quantity> {_BODIES} [ <time> ]", _bounded),
    Form("{BE} <body> [ the ] ( <quantity:size> {BODY_NOUN} / <quantity:size> ) [ by members / by membership / by number of members ] [ <time> ]", _bounded),
    Form("{BE} <body> the {BODY_NOUN} with <quantity> {NOUN} [ <time> ]", _bounded),
    Form("{BE} <member> the ( state / country ) ( [ {THAT} {BE} ] {BELONG} / with ) <quantity> {BODY_NOUN} [ <time> ]", _bounded),
    # Which have more than one that is named
    Form(f"{{ASK}} [ {{THE}} ] [ <kind> ] [ {{THAT}} ] ( {{HAVE}} / with / count / counts ) <more> {_MEMBERS} {_THAN} <other:body> [ {{DO}} / {{HAVE}} ] [ <time> ]", _than_another, "which bodies have more members than BODY"),
    Form("{ASK} [ {THE} ] <kind> [ {THAT} ] {BE} <larger> ( than / as ) <other:body> [ <time> ]", _than_another),
    Form(f"<who> [ {{THAT}} ] [ {{BE}} / {{DO}} / {{HAVE}} ] {{BELONG}} <more> {_BODIES} {_THAN} <other:member> [ {{BE}} / {{DO}} ] [ <time> ]", _than_another),
    Form(f"<who> ( {{HAVE}} / with / hold / holds ) <more> ( {{TIE}} / {{BODY_NOUN}} memberships ) {_THAN} <other:member> [ {{BE}} / {{DO}} / {{HAVE}} ] [ <time> ]", _than_another),
    # Which of some that are named around it
    Form(f"{{ASK}} [ {{THE}} ] [ <kind> ] [ {{DO}} ] ( {{HAVE}} / counts / count ) [ the ] <more> {_MEMBERS} [ <time> ]", _body_of_named),
    Form("{ASK} [ <kind> ] {BE} [ the ] <larger> [ one / {BODY_NOUN} ] [ by members / by membership / in membership ] [ <time> ]", _body_of_named),
    Form(f"{{ASK}} [ {{THE}} ] [ <kind> ] [ {{BE}} / {{DO}} / {{HAVE}} ] [ been ] {{BELONG}} [ the ] <more> {_BODIES} [ <time> ]", _state_of_named),
    Form("{ASK} [ <kind> ] [ {DO} ] {HAVE} [ the ] <more> {TIE} [ <time> ]", _state_of_named),
]  # fmt: skip
