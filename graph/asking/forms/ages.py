"""Questions of the age of bodies: the oldest, which is older, which lasted longest, which of a time still exist."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.dates import ALWAYS, Period
from ..language.form import Build, Context, Form
from ..language.patterns import Found
from ..language.reading import Reading, slot
from ..logic.logical_form import (
    Aged,
    BeganIn,
    Bound,
    Condition,
    Contains,
    Entities,
    Existing,
    Extreme,
    NotSo,
    OfNoun,
    Question,
    Than,
    Whether,
)
from ..slots.spans import How, When
from ..slots.subjects import asked_period
from .duration import years_covered

__all__ = ["FORMS"]

_ENDS = {
    True: ("oldest", "first", "earliest", "longest-existing", "most ancient"),
    False: ("youngest", "newest", "most recent", "latest", "most recently founded", "most recently created", "last"),
}
_THAN = {">": ("older", "more ancient"), "<": ("younger", "newer", "more recent")}


@slot("oldest")
def _oldest(reading: Reading, at: int) -> Iterator[tuple[Extreme, int]]:
    """An end of the order of ages: "oldest", "youngest"."""
    for most, words in _ENDS.items():
        yield from ((Extreme(most), end) for end in reading.any_of(at, *words))


@slot("older")
def _older(reading: Reading, at: int) -> Iterator[tuple[str, int]]:
    """How two ages compare: "older", "younger"."""
    for sign, words in _THAN.items():
        yield from ((sign, end) for end in reading.any_of(at, *words))


def _aged(context: Context, found: Found, number: Extreme | Than | Bound, measured: bool) -> Entities | None:
    """The bodies by age, or by how long they lasted, of those that are spoken of."""
    noun: OfNoun | None = found.get("bodies")
    years = years_covered(context)
    if years is None or found.get("kind", "body") not in ("", "body"):
        return None
    among: list[OfNoun | Contains | Existing | NotSo] = [noun] if noun is not None and noun.entities is not None else []
    if "members" in found:
        among.append(Contains(found["members"], ALWAYS if "ever" in found else asked_period(context, found)))
    if "still" in found:
        among.append(Existing("body", context.period))
    if "over" in found:
        among.append(NotSo(Existing("body", context.period)))
    return Entities((Aged(number, years, measured, tuple(among)),))


def _by_age(measured: bool) -> Build:
    """The oldest bodies, or those that lasted longest."""

    def build(context: Context, found: Found) -> Question | None:
        return _aged(context, found, found.get("oldest") or Extreme("shortest" not in found), measured)

    return build


def _of_named(measured: bool) -> Build:
    """Which of some that are named is older, or lasted longer."""

    def build(context: Context, found: Found) -> Question | None:
        older = found["older"] == ">" if "older" in found else "shorter" not in found
        return _aged(context, found, Extreme(older, of_named=True), measured)

    return build


def _than(found: Found) -> Than:
    return Than(found.get("older") or ("<" if "shorter" in found else ">"), found["other"])


def _whether(measured: bool) -> Build:
    """Whether a body is older than another, or lasted longer."""

    def build(context: Context, found: Found) -> Question | None:
        aged = _aged(context, {}, _than(found), measured)
        return (
            Whether((found["body"],), aged.conditions) if aged is not None and found["body"] != found["other"] else None
        )

    return build


def _than_another(measured: bool) -> Build:
    """Which bodies are older than one, or lasted longer."""

    def build(context: Context, found: Found) -> Question | None:
        return _aged(context, found, _than(found), measured)

    return build


def _lasted(context: Context, found: Found) -> Question | None:
    """The bodies that lasted so many years; of those that exist still, nobody knows yet whether they are fewer than some."""
    number, years = found["quantity"], years_covered(context)
    if not isinstance(number, Bound) or years is None:
        return None
    if "centuries" in found or "decades" in found:
        each = 100 if "centuries" in found else 10
        number = Bound(tuple((sign, limit * each) for sign, limit in number.tests), number.so)
    unended = any(sign in ("<", "<=", "=") for sign, _ in number.tests)
    over = {"over": True} if unended and "still" not in found else {}
    return _aged(context, {**found, **over}, number, measured=True)


def _lasted_one(context: Context, found: Found) -> Question | None:
    """The same of a century, or a decade."""
    sign = "<" if "less" in found else ">"
    return _lasted(context, {**found, "quantity": Bound(((sign, 1.0),))})


def _begun_with(context: Context, found: Found) -> Question | None:
    """What began at a time and has somebody as a member."""
    whens: tuple[When, ...] = found["when"]
    noun: OfNoun | None = found.get("bodies")
    if len(whens) > 1 or whens[0].how is How.ALL_THROUGH or found.get("kind", "body") != "body":
        return None
    narrowing = (noun,) if noun is not None and noun.entities is not None else ()
    with_them = Contains(found["members"], asked_period(context, found))
    return Entities((BeganIn(whens[0].of_event), *narrowing, with_them))


def _then_and_now(context: Context, found: Found) -> Question | None:
    """What existed at a time, or began then, and exists still, or does not any more."""
    whens: tuple[When, ...] = found["when"]
    kind = found.get("kind", "body")
    unclear = whens[0].how in (How.SINCE, How.UNTIL, How.ALL_THROUGH) and "began" not in found
    if len(whens) > 1 or kind not in ("state", "body") or unclear:
        return None
    then: Condition = BeganIn(whens[0].of_event) if "began" in found else Existing(kind, whens[0].period)
    now = Existing(kind, context.period)
    return Entities((then, NotSo(now) if "over" in found else now))


def _of_date(found: Found) -> When:
    return When(How.IN, Period(found["date"], found["date"]))


_BODIES = "( <bodies> / <kind> )"
_STILL = "( [ {THAT} ] [ {BE} / {HAVE} / {DO} ] still #still [ {BE} ] ( {THERE} / active / working / operating / going / exists / existing ) / still #still {THERE} / in existence #still / existing #still [ today ] )"
_GONE = "( [ {THAT} ] ( no longer / not anymore ) #over ( {THERE} ) / [ {THAT} ] {DO} not #over exist [ anymore / any more / any longer / now ] / [ {THAT} ] {BE} gone #over )"
_OF = "( [ that / which / of which / in which / to which ] <members> ( {BE} / {DO} / {HAVE} / ) [ {ALSO} ] [ a / ] {OF_STATES} / ( with / including / containing / that include / that includes ) <members> [ {AS_MEMBER} ] )"
_LASTED = "( [ {DO} / {HAVE} ] [ only / just / already ] ( last / lasted / exist / existed / survive / survived / live / lived / endured / been around / been in existence / stayed in existence / in existence ) / lasting / with a life of / with a lifetime of / with a lifespan of )"
_YEARS = "( years / year / decades #decades / centuries #centuries )"
_ONE = "( [ a / one ] century #centuries / [ a / one ] decade #decades )"
_OF_THEM = "[ by date of foundation / by age / by founding date ]"

FORMS = [
    Form(f"{{OPEN}} [ {{BE}} ] [ {{THE}} ] <oldest> {_BODIES} [ {_STILL} / {_GONE} / of all / of them all / there is / ever ] {_OF_THEM}", _by_age(measured=False)),
    Form(f"{{OPEN}} [ {{BE}} ] [ {{THE}} ] <oldest> {_BODIES} {_OF} [ <time> ]", _by_age(measured=False)),
    Form(f"{{OPEN}} [ {{BE}} ] [ {{THE}} ] <oldest> ( still #still ) ( existing / active / operating ) {_BODIES}", _by_age(measured=False)),
    Form(f"{{ASK}} [ {{THE}} ] {_BODIES} [ {_STILL} ] {{BE}} [ the ] <oldest> [ of all ]", _by_age(measured=False)),
    Form(f"{{ASK}} [ {{THE}} ] {_BODIES} {{BE}} {{FOUNDED}} ( first / earliest / ( last / most recently / latest ) #newest )", lambda context, found: _aged(context, found, Extreme("newest" not in found), False)),
    Form("{ASK} [ <kind> / {BODY_NOUN} ] {BE} [ the ] <older> [ one / {BODY_NOUN} ]", _of_named(measured=False)),
    Form("{ASK} [ <kind> / {BODY_NOUN} ] {BE} {FOUNDED} ( earlier / first )", lambda context, found: _aged(context, found, Extreme(True, of_named=True), False)),
    Form("{BE} <body> {FOUNDED} ( ( before / earlier than / prior to ) / ( after / later than ) #later ) <other:body>", lambda context, found: _whether(False)(context, {**found, "older": "<" if "later" in found else ">"})),
    Form("{BE} <body> <older> than <other:body>", _whether(measured=False)),
    Form(f"{{ASK}} [ {{THE}} ] {_BODIES} [ {{THAT}} ] {{BE}} <older> than <other:body>", _than_another(measured=False)),
    Form(f"{{OPEN}} [ {{THE}} ] {_BODIES} [ {{THAT}} {{BE}} ] <older> than <other:body> [ and ] {_OF} [ <time> ]", _than_another(measured=False)),
    Form(f"{{ASK}} [ {{THE}} ] {_BODIES} [ {{THAT}} {{BE}} ] <older> than <other:body> ( {{BE}} / {{DO}} / {{HAVE}} ) <members> [ {{ALSO}} ] [ a / been ] {{OF_STATES}} [ <time> ]", _than_another(measured=False)),
    Form(f"{{OPEN}} [ {{THE}} ] {_BODIES} {_OF} [ that / which / and ] [ {{BE}} ] <older> than <other:body>", _than_another(measured=False)),
    Form(f"{{OPEN}} [ {{THE}} ] {_BODIES} [ {{THAT}} ] [ {{BE}} ] ( {{FOUNDED}} / {{BEGIN}} ) <when> [ and ] {_OF} [ <time> ]", _begun_with),
    Form(f"{{ASK}} [ {{THE}} ] {_BODIES} [ {{THAT}} ] [ {{BE}} ] {{FOUNDED}} <when> ( {{BE}} / {{DO}} / {{HAVE}} ) <members> [ {{ALSO}} ] [ a / been ] {{OF_STATES}} [ <time> ]", _begun_with),
    Form(f"{{ASK}} [ {{THE}} ] [ {_BODIES} ] ( {{HAVE}} / {{BE}} / {{DO}} / ) ( last / lasted / exist / existed / survive / survived / live / lived / been around / endure / endured ) [ for ] [ the ] ( longest / shortest #shortest ) [ time / of all ]", _by_age(measured=True)),
    Form(f"{{OPEN}} [ {{BE}} ] [ {{THE}} ] ( longest-lived / longest lived / longest-lasting / longest lasting / longest-living / ( shortest-lived / shortest lived ) #shortest ) {_BODIES}", _by_age(measured=True)),
    Form("{ASK} [ <kind> / {BODY_NOUN} ] ( {HAVE} / ) ( lasted / existed / survived / lived ) ( longer / ( less long / shorter ) #shorter )", _of_named(measured=True)),
    Form("( {DO} / {HAVE} ) <body> ( last / exist / lasted / existed / survive / survived ) ( longer / ( less long / shorter ) #shorter ) than <other:body>", _whether(measured=True)),
    Form(f"{{ASK}} [ {{THE}} ] {_BODIES} ( {{HAVE}} / ) ( lasted / existed / survived / lived ) ( longer / ( less long / shorter ) #shorter ) than <other:body>", _than_another(measured=True)),
    Form(f"{{OPEN}} [ {{THE}} ] {_BODIES} [ {{THAT}} ] {_LASTED} [ for ] <quantity> {_YEARS}", _lasted),
    Form(f"{{OPEN}} [ {{THE}} ] {_BODIES} [ {{THAT}} ] {_LASTED} [ for ] ( more than / over / longer than / ( less than / under ) #less ) {_ONE}", _lasted_one),
    Form(f"{{OPEN}} [ {{THE}} ] {_BODIES} [ {{THAT}} ] {_LASTED} [ for ] ( longer / shorter #shorter ) than <number> {_YEARS}", lambda context, found: _lasted(context, {**found, "quantity": Bound((("<" if "shorter" in found else ">", float(found["number"])),))})),
    Form(f"{{OPEN}} [ {{THE}} ] {_BODIES} [ {{THAT}} {{BE}} / {{THAT}} are still / still ] #still ( ( older than / more than / over ) <number> {_YEARS} [ old ] )", lambda context, found: _lasted(context, {**found, "quantity": Bound(((">", float(found["number"])),))})),
    # Then and now
    Form(f"{{OPEN}} [ {{THE}} ] {_BODIES} [ {{THAT}} ] [ {{BE}} / {{DO}} ] [ {{ALSO}} ] {{THERE}} <when> [ and / but / that / which / have / has ] ( {_STILL} / {_GONE} )", _then_and_now),
    Form(f"{{OPEN}} [ {{THE}} ] {_BODIES} of <date> [ and / but / that / which ] ( {_STILL} / {_GONE} )", lambda context, found: _then_and_now(context, {**found, "when": (_of_date(found),)})),
    Form(f"{{OPEN}} [ {{THE}} ] {_BODIES} [ {{THAT}} ] [ {{BE}} ] ( {{FOUNDED}} / {{BEGIN}} ) #began <when> [ and / but / that / which / have / has ] ( {_STILL} / {_GONE} )", _then_and_now),
]  # fmt: skip
