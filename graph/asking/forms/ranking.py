"""Questions of numbers: which bodies have the most members, who is in more than two, the five largest, the average."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.dates import ALWAYS
from ..composing import among
from ..kinds_of_members import kind_meant, kind_of_members
from ..language.form import Context, Form
from ..language.numerals import ORDINALS
from ..language.patterns import Found
from ..language.reading import Reading, slot
from ..logic.logical_form import (
    Average,
    AverageShare,
    Bound,
    Contains,
    Entities,
    Extreme,
    NotSo,
    Number,
    Numbered,
    OfNoun,
    Order,
    Place,
    Question,
)
from ..slots.subjects import Who, asked_period, kind_of

__all__ = ["FORMS"]


_MOST = {"the most": True, "most": True, "the largest number of": True, "the fewest": False, "the smallest number of": False, "fewest": False, "the least": False, "the greatest number of": True, "the highest number of": True, "the lowest number of": False}  # fmt: skip


_NUMBERED = {"more than": ">", "over": ">", "fewer than": "<", "less than": "<", "at least": ">=", "at most": "<=", "exactly": "=", "no more than": "<=", "no fewer than": ">=", "": "=", "only": "=", "just": "=", "under": "<", "not more than": "<=", "not less than": ">=", "no less than": ">=", "up to": "<="}  # fmt: skip

_SIZES = {"largest": True, "biggest": True, "smallest": False}


@slot("quantity")
def _quantity(reading: Reading, start: int) -> Iterator[tuple[Order, int]]:
    """How many of something there are: "the most", "more than five", "the second most", "between 20 and 30"."""
    for phrase, most in _MOST.items():
        yield from ((Extreme(most), end) for end in reading.any_of(start, phrase))
    for place, at in _ordinals(reading, start):
        for most in (True, False):
            for end in reading.any_of(
                at, *(("most", "largest number of") if most else ("fewest", "smallest number of"))
            ):
                yield Place(most, place, alone=True), end
    for after in reading.any_of(start, "between", "from"):
        for low, end in reading.slot("number", after):
            for link in reading.any_of(end, "and", "to"):
                yield from ((Bound(((">=", low), ("<=", high))), stop) for high, stop in reading.slot("number", link))
    for number, end in reading.slot("number", start):
        yield from ((Bound(((">=", number),)), stop) for stop in reading.any_of(end, "or more"))
        yield from ((Bound((("<=", number),)), stop) for stop in reading.any_of(end, "or fewer", "or less"))
    for phrase, sign in _NUMBERED.items():
        for after in reading.any_of(start, phrase) if phrase else (start,):
            for number, end in reading.slot("number", after):
                if phrase or not _is_year(number):
                    yield Bound(((sign, number),)), end


def _is_year(number: float) -> bool:
    """Whether a mere number is rather a year: "OPEC, 1965: members"."""
    return 1500 <= number < 2100


def _ordinals(reading: Reading, at: int) -> Iterator[tuple[int, int]]:
    """A place in an order, with or without its article: "the second"."""
    for start in (at, *reading.any_of(at, "the")):
        word = reading.words[start] if start < len(reading.words) else ""
        if word in ORDINALS:
            yield ORDINALS[word], start + 1


@slot("size")
def _size(reading: Reading, at: int) -> Iterator[tuple[Extreme | Place, int]]:
    """A place in the order of sizes: "the largest", "the second largest"."""
    for word, most in _SIZES.items():
        yield from ((Extreme(most), end) for end in reading.any_of(at, word, f"the {word}"))
        for place, start in _ordinals(reading, at):
            yield from ((Place(most, place, alone=True), end) for end in reading.any_of(start, word))


@slot("nth")
def _nth(reading: Reading, at: int) -> Iterator[tuple[int, int]]:
    """A place beyond the first before a noun: "the third country", "the 16th member"."""
    for start in (at, *reading.any_of(at, "the")):
        word = reading.words[start] if start < len(reading.words) else ""
        place = ORDINALS.get(word) or (int(word) if word.isascii() and word.isdigit() and len(word) < 4 else 0)
        if place > 1:
            yield place, start + 1


@slot("first_places")
def _first_places(reading: Reading, at: int) -> Iterator[tuple[Place, int]]:
    """So many from the top of an order, or from its bottom: "the top 5", "the three largest", "10 smallest"."""
    for start in (at, *reading.any_of(at, "the")):
        for end in reading.any_of(start, "top"):
            yield from ((Place(True, int(n), False), stop) for n, stop in reading.slot("number", end) if _places(n))
        for end in reading.any_of(start, "bottom"):
            yield from ((Place(False, int(n), False), stop) for n, stop in reading.slot("number", end) if _places(n))


@slot("largest_places")
def _largest_places(reading: Reading, at: int) -> Iterator[tuple[Place, int]]:
    """So many of the largest: "the three largest", "largest 3"."""
    for start in (at, *reading.any_of(at, "the")):
        for number, end in reading.slot("number", start):
            for word, most in _SIZES.items():
                if _places(number):
                    yield from ((Place(most, int(number)), stop) for stop in reading.any_of(end, word))
        for word, most in _SIZES.items():
            for end in reading.any_of(start, word):
                yield from ((Place(most, int(n)), stop) for n, stop in reading.slot("number", end) if _places(n))


def _places(number: float) -> bool:
    return number == int(number) and number >= 1


@slot("so_many")
def _so_many(reading: Reading, at: int) -> Iterator[tuple[int, int]]:
    """How many places of an order are asked for: "which five states"."""
    for start in (at, *reading.any_of(at, "the")):
        yield from (
            (int(number), end) for number, end in reading.slot("number", start) if number > 1 and _places(number)
        )


def _by_members(context: Context, found: Found) -> Question | None:
    """Bodies by how many members they have; of a kind, if the noun is for one."""
    noun: OfNoun | None = found.get("bodies")
    if found.get("kind", "") not in ("", "body"):
        return None
    within = (noun,) if noun is not None and noun.entities is not None else ()
    number, role = _placed(found), found.get("role_name", "full")
    return Entities((Numbered("members", number, asked_period(context, found), role, within),))


def _placed(found: Found) -> Order:
    """The place that is asked for: "which five … the most" is the first five places."""
    order: Order = found["quantity"]
    if "so_many" in found and isinstance(order, Extreme) and not order.of_named:
        return Place(order.most, found["so_many"])
    return order


def _of_somebodys(context: Context, found: Found) -> Question | None:
    """The largest or smallest of the bodies that somebody is in, or is not in."""
    period, noun = asked_period(context, found), found.get("bodies")
    within: list[OfNoun | Contains | NotSo] = [noun] if noun is not None and noun.entities is not None else []
    if "members" in found:
        within.append(Contains(found["members"], period))
    if "not" in found:
        within += [NotSo(Contains((state,), period)) for state in found["not"]]
    return Entities((Numbered("members", found["quantity"], period, "full", tuple(within)),))


def _by_bodies(context: Context, found: Found) -> Question | None:
    """Members by how many bodies they are in; of a set, if the question is of its members."""
    who: Who | None = found.get("who")
    of_bodies = (who.kind if who is not None else found.get("kind", "")) == "body"
    kind = kind_of(who) if who is not None else kind_meant(context.vocabulary, found.get("kind", ""))
    if kind is None or of_bodies or (who is not None and who.things):
        return None
    kind = kind or kind_of_members(context.vocabulary)
    period, role = asked_period(context, found), found.get("role_name", "full")
    if "ever" in found and "time" not in found:
        period = ALWAYS
    base = found.get("base") or (who.base if who is not None else None)
    return Entities((Numbered("bodies", _placed(found), period, role, among(base, period), kind),))


def _ranked(context: Context, found: Found) -> Question | None:
    """All bodies by how many members they have, or all members by how many bodies they are in, the most first."""
    kinds = context.vocabulary.graph.names.kinds()
    of_bodies = "bodies" in found or found.get("kind") == "body"
    every = kinds.get("body" if of_bodies else kind_of_members(context.vocabulary), 0)
    if every < 2:
        return None
    build = _by_members if of_bodies else _by_bodies
    return build(context, {**found, "quantity": Place("fewest" not in found, every)})


def _largest(context: Context, found: Found) -> Question | None:
    return _by_members(context, {**found, "quantity": Extreme(most=True)})


def _smallest(context: Context, found: Found) -> Question | None:
    return _by_members(context, {**found, "quantity": Extreme(most=False)})


def _average_members(context: Context, found: Found) -> Question | None:
    """How many members a body has on the average, or in the middle."""
    return Number((Average("members", asked_period(context, found), median="median" in found),))


def _average_bodies(context: Context, found: Found) -> Question | None:
    """In how many bodies a state is on the average, or in the middle; a member of a set, if one is named."""
    period = asked_period(context, found)
    return Number((Average("bodies", period, among=among(found.get("base"), period), median="median" in found),))


def _average_share(context: Context, found: Found) -> Question | None:
    """Which share of the documents was signed on the average."""
    if "median" in found:
        return None
    return Number((AverageShare(among(found.get("base") or found.get("set"), context.period)),))


_A_BODY = "( an / a / each / every / the / ) {BODY_NOUN}"
_A_STATE = "( a / each / every / the / ) ( state / country / nation / member state / member )"
_AVERAGE = "( average / mean / median #median )"
_HELD = "{THAT} ( {HAVE} / held by )"
_ASKED = "( what is the / what was the / the / what is / )"
_COUNTED = "( by / according to / ranked by / in terms of / with the most / by the )"
_NUMBER = "[ the ] [ number of / count of / total number of ]"

_RANK = "( [ {LIST} ] ( ranking of / ranked list of / list of / ) / rank / sort / order / ranking of )"
_DOWN = "[ descending / in descending order / from most to fewest / ( ascending / in ascending order / from fewest to most ) #fewest ]"

_OF = "( [ that / which / of which / in which / to which ] <members> ( {BE} / {DO} / {HAVE} / ) [ {ALSO} ] [ a / been ] {OF_STATES} / ( with / including / containing / that include / that includes ) <members> [ {AS_MEMBER} ] )"

FORMS = [
    Form("{ASK} [ {THE} ] [ <so_many> ] [ <bodies> ] [ {THAT} ] ( {HAVE} / with / having / {HAVE} got / count / counts / unite / unites ) <quantity> ( <role_name> / {NOUN} ) [ <time> ]", _by_members),
    Form("{ASK} [ {THE} ] [ <so_many> ] [ <kind> ] [ {THAT} ] ( {HAVE} / with / having / {HAVE} got / count / counts / unite / unites ) <quantity> ( <role_name> / {NOUN} ) [ <time> ]", _by_members),
    Form("{ASK} [ {THE} ] [ <so_many> ] <kind> [ {THAT} ] [ {BE} / {DO} / {HAVE} ] {BELONG} <quantity> {BODY_NOUN} [ <time> ]", _by_bodies),
    Form("{ASK} [ {THE} ] [ <so_many> ] <base> [ {THAT} ] [ {BE} / {DO} / {HAVE} ] {BELONG} <quantity> {BODY_NOUN} [ <time> ]", _by_bodies),
    Form("<time> {ASK} [ {THE} ] [ <so_many> ] <kind> [ {BE} / {DO} / {HAVE} ] {BELONG} <quantity> {BODY_NOUN}", _by_bodies),
    Form("<time> {ASK} [ {THE} ] [ <so_many> ] [ <bodies> ] {HAVE} <quantity> {NOUN}", _by_members),
    Form("{ASK} [ {THE} ] [ <so_many> ] ( <kind> / <base> / ) [ {THAT} ] {HAVE} [ ever / already / at any time ] been #ever {BELONG} <quantity> {BODY_NOUN} [ <time> ]", _by_bodies),
    Form("( in / of ) <base> {ASK} {BE} {BELONG} <quantity> {BODY_NOUN} [ <time> ]", _by_bodies),
    Form("{ASK} [ {THE} ] [ <so_many> ] [ <kind> ] {BE} <role_name> ( in / of / at / to ) <quantity> {BODY_NOUN} [ <time> ]", _by_bodies),
    Form("who {BE} {BELONG} <quantity> {BODY_NOUN} [ <time> ]", _by_bodies),
    Form("{ASK} [ {THE} ] [ <kind> ] ( {HAVE} / with / having ) <quantity> {TIE} [ <time> ]", _by_bodies),
    Form("{OPEN} [ {THE} ] [ <so_many> ] <kind> ( [ {THAT} ] [ {BE} ] {BELONG} / [ {THAT} ] {HAVE} / with [ memberships in ] ) <quantity> ( {BODY_NOUN} / {BODY_NOUN} memberships / igo memberships / memberships ) [ <time> ]", _by_bodies),
    Form("{OPEN} [ {THE} ] [ <so_many> ] <bodies> ( with / having ) <quantity> ( <role_name> / {NOUN} ) [ <time> ]", _by_members),
    Form("{OPEN} [ {THE} ] [ <so_many> ] <base> [ {THAT} ] ( {HAVE} / with / having ) <quantity> ( {TIE} / {BODY_NOUN} memberships / memberships in {BODY_NOUN} / {BODY_NOUN} ) [ <time> ]", _by_bodies),
    Form("( in / of / within / inside / among / from / out of ) ( <base> / <base:bare> ) {ASK} [ <kind> / {NOUN} ] ( {BE} / {DO} / {HAVE} / ) ( {BELONG} / {HAVE} / with / having / ) <quantity> ( {TIE} / {BODY_NOUN} memberships / {BODY_NOUN} ) [ <time> ]", _by_bodies),
    Form("{ASK} [ <kind> / {NOUN} ] ( in / of / within / inside / among / from / out of ) ( <base> / <base:bare> ) [ {THAT} ] ( {BE} / {DO} / {HAVE} / ) ( {BELONG} / {HAVE} / with / having / ) <quantity> ( {TIE} / {BODY_NOUN} memberships / {BODY_NOUN} ) [ <time> ]", _by_bodies),
    Form("{OPEN} [ {THE} ] [ <so_many> ] <bodies> [ {THAT} ] ( {HAVE} / with / having ) <quantity:size> ( membership / memberships / number of members ) [ <time> ]", _by_members),
    Form("{ASK} {BE} the ( largest / biggest ) <bodies> [ by members / by membership / by number of members / by size ] [ <time> ]", _largest),
    Form("{ASK} {BE} the smallest <bodies> [ by members / by membership / by number of members / by size ] [ <time> ]", _smallest),
    Form("{ASK} <bodies> {BE} <quantity:size> [ by members / by membership / by number of members / by size ] [ <time> ]", _by_members),
    Form("{ASK} [ {THE} ] [ <bodies> / <kind> ] [ {THAT} ] ( {HAVE} / with / having ) <quantity:size> ( membership / memberships / number of members ) [ <time> ]", _by_members),
    # Of the bodies that somebody is in
    Form(f"{{OPEN}} [ {{BE}} ] [ the ] <quantity:size> <bodies> [ by members / by membership / by number of members / by size ] {_OF} [ <time> ]", _of_somebodys),
    Form("{OPEN} [ {BE} ] [ the ] <quantity:size> <bodies> ( without / {THAT} {BE} without / ( [ that / which ] {DO} not {HAS} ) ) <not:members> [ {AS_MEMBER} ] [ <time> ]", _of_somebodys),
    Form("{OPEN} [ {BE} ] [ the ] <quantity:size> <bodies> [ that / which / in which / to which ] <not:members> ( {BE} / {DO} / {HAVE} ) not [ {ALSO} ] [ a / been ] {OF_STATES} [ <time> ]", _of_somebodys),
    Form(f"( which / what ) of the <bodies> {_OF} {{HAVE}} <quantity> {{NOUN}} [ <time> ]", _of_somebodys),
    Form(f"( which / what ) of the <bodies> {_OF} {{BE}} [ the ] <quantity:size> [ <time> ]", _of_somebodys),
    # So many from the top
    Form(f"{{OPEN}} [ {{BE}} ] <quantity:first_places> <kind> {_COUNTED} {_NUMBER} [ {{BODY_NOUN}} / memberships / {{BODY_NOUN}} they are in / {{BODY_NOUN}} they belong to / {{BODY_NOUN}} joined / {{BODY_NOUN}} memberships / igo memberships ] [ <time> ]", _by_bodies),
    Form(f"{{OPEN}} [ {{BE}} ] <quantity:first_places> <base> {_COUNTED} {_NUMBER} [ {{BODY_NOUN}} / memberships / {{BODY_NOUN}} memberships / {{BODY_NOUN}} they are in / {{BODY_NOUN}} they belong to ] [ <time> ]", _by_bodies),
    Form(f"{{OPEN}} [ {{BE}} ] <quantity:first_places> <bodies> [ {_COUNTED} {_NUMBER} ( members / member states / membership / size / countries / states ) / by size / by members ] [ <time> ]", _by_members),
    Form("{OPEN} [ {BE} ] <quantity:largest_places> <bodies> [ by members / by membership / by number of members / by size ] [ <time> ]", _by_members),
    Form("{OPEN} [ {BE} ] <quantity:size> <bodies> [ by members / by membership / by number of members / by size ] [ <time> ]", _by_members),
    Form("{ASK} [ {THE} ] <so_many> <bodies> {BE} <quantity:size> [ by members / by membership / by number of members ] [ <time> ]", _by_members),
    Form(f"{_RANK} [ {{THE}} ] <bodies> ( by / according to ) {_NUMBER} ( {{NOUN}} / membership / size ) {_DOWN} [ <time> ]", _ranked),
    Form(f"{_RANK} [ {{THE}} ] <kind> ( by / according to ) {_NUMBER} ( {{BODY_NOUN}} / memberships / {{BODY_NOUN}} memberships / {{BODY_NOUN}} they are in / {{BODY_NOUN}} they belong to ) {_DOWN} [ <time> ]", _ranked),
    # The average
    Form(f"{_ASKED} {_AVERAGE} number of ( members / member states / states / countries ) ( per / of / in / for / that ) {_A_BODY} [ has / have ] [ <time> ]", _average_members),
    Form(f"{_ASKED} {_AVERAGE} size of {_A_BODY} [ <time> ]", _average_members),
    Form(f"how many ( members / member states ) ( does / do / did ) {_A_BODY} have [ on average / on the average ] [ <time> ]", _average_members),
    Form("[ on average ] how many ( members / member states ) ( does / do / did ) ( the ( average / mean / median #median ) / an / a / ) {BODY_NOUN} have [ on average ] [ <time> ]", _average_members),
    Form("how ( large / big ) {BE} ( the ( average / mean / median #median ) ) {BODY_NOUN} [ <time> ]", _average_members),
    Form(f"{_ASKED} {_AVERAGE} number of ( {{BODY_NOUN}} [ memberships ] / memberships ) ( per / of / for / that ) ( {_A_STATE} / <base> ) [ {{BE}} in / belongs to / {{BE}} a member of / has ] [ <time> ]", _average_bodies),
    Form(f"{_ASKED} {_AVERAGE} number of ( {{BODY_NOUN}} [ memberships ] / memberships ) ( of / for / per / that / {_HELD} ) ( <kind> / {{NOUN}} ) [ {{BE}} in / belong to / belonged to / {{BE}} members of / have / had / hold / held ] [ <time> ]", _average_bodies),
    Form("how many ( {BODY_NOUN} [ memberships ] / memberships ) ( {DO} / {BE} ) ( the ( average / mean / median #median ) ) <base> [ {STATES_IN} / {OF_STATES} / in / belong to / a member of / have ] [ <time> ]", _average_bodies),
    Form(f"( [ on average ] [ in / to / of ] how many ) {{BODY_NOUN}} ( {{BE}} / {{DO}} ) ( {_A_STATE} / the ( average / mean / median #median ) ( state / country ) / <base> ) [ {{STATES_IN}} / {{OF_STATES}} / in / belong to / a member of / have ] [ on average ] [ <time> ]", _average_bodies),
    Form(f"how many memberships ( {{DO}} ) ( {_A_STATE} / the ( average / mean / median #median ) ( state / country ) / <base> ) have [ on average ] [ <time> ]", _average_bodies),
    Form(f"{_ASKED} {_AVERAGE} [ signing ] {{PORTION}} [ of [ signed ] <documents> [ signed ] / of documents signed / signed ] [ ( by / among / of / for / in ) ( <base> / <set> ) ]", _average_share),
    Form("( what / which ) {PORTION} of <documents> ( {DO} <base> {SIGN} / {BE} {SIGN} [ by <base> ] ) on average", _average_share),
    Form("how much of <documents> ( {DO} <base> {SIGN} / {BE} {SIGN} [ by <base> ] ) on average", _average_share),
]  # fmt: skip
