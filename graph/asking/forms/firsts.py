"""Questions of first and last, most and fewest: who joined last, which state joined the most bodies in a year."""

from __future__ import annotations

from ...model.dates import ALWAYS, Period
from ..kinds_of_members import kind_of_members
from ..language.form import Context, Form
from ..language.patterns import Found
from ..logic.logical_form import (
    OF_NAMED,
    Among,
    Bound,
    Dates,
    Entities,
    FirstDate,
    FirstOf,
    FirstTo,
    Joined,
    Left,
    ManyLinks,
    OneOf,
    Question,
)
from ..slots.spans import When
from ..slots.subjects import Who, kind_of

__all__ = ["FORMS"]


def _link(found: Found) -> Joined | Left | None:
    """Joining, unless leaving is said; in the time that is said, if it is one."""
    whens: tuple[When, ...] = found.get("when", ())
    if len(whens) > 1:
        return None
    period = whens[0].of_event if whens else ALWAYS
    return Left(period) if "left" in found else Joined(period)


def _first(context: Context, found: Found) -> Question | None:
    """Who was the first or last to join or leave a body."""
    link, who = _link(found), found.get("who") or Who("")
    if link is None or kind_of(who) is None:
        return None
    among = Among(who.base, _of(link, context.period)) if who.base is not None else None
    place: int = found.get("nth", 1)
    if place > 1 and among is not None:
        return None
    if "compared" in found:
        return Entities((FirstTo(link, found["body"], "last" in found, OF_NAMED),)) if among is None else None
    return Entities((FirstTo(link, found["body"], "last" in found, among, place),))


def _first_date(context: Context, found: Found) -> Question | None:
    """When the first joined or left a body, or the last."""
    link = Left(ALWAYS) if "left" in found else Joined(ALWAYS)
    return Dates((FirstDate(link, found["body"], "last" in found),))


def _first_body(context: Context, found: Found) -> Question | None:
    """The first or last body that somebody joined or left."""
    link = _link(found)
    return Entities((FirstOf(link, found["member"], "last" in found),)) if link is not None else None


def _which_first(context: Context, found: Found) -> Question | None:
    """Which of two was first to join or leave a body: "did France join NATO before or after West Germany"."""
    member, other, link = found["member"], found["other"], Left(ALWAYS) if "left" in found else Joined(ALWAYS)
    return Entities((FirstTo(link, found["body"], False, OneOf((member, other))),)) if member != other else None


def _first_of_two(context: Context, found: Found) -> Question | None:
    """Which of two bodies somebody joined or left first: "did Spain join NATO before or after the EU"."""
    body, other, link = found["body"], found["other"], Left(ALWAYS) if "left" in found else Joined(ALWAYS)
    return Entities((FirstOf(link, found["member"], False, OneOf((body, other))),)) if body != other else None


def _of(link: Joined | Left, now: Period) -> Period:
    period = link.period
    return period if period.start is not None and period.end is not None else now


def _by_bodies(context: Context, found: Found) -> Question | None:
    """Who joined or left the most bodies, or so many."""
    link, who = _link(found), found.get("who") or Who("")
    if link is None or kind_of(who) is None or who.base is not None:
        return None
    return Entities(
        (ManyLinks(link, "bodies", found["quantity"], kind_of(who) or kind_of_members(context.vocabulary)),)
    )


def _by_any_bodies(context: Context, found: Found) -> Question | None:
    """Who joined or left any body."""
    return _by_bodies(context, {**found, "quantity": Bound(((">=", 1.0),))})


def _by_members(context: Context, found: Found) -> Question | None:
    """Which body the most joined or left, or so many."""
    link = _link(found)
    if link is None or found.get("kind", "body") != "body":
        return None
    return Entities((ManyLinks(link, "members", found["quantity"]),))


def _by_any_members(context: Context, found: Found) -> Question | None:
    """Which bodies anybody joined or left."""
    return _by_members(context, {**found, "quantity": Bound(((">=", 1.0),))})


_FIRST = "( first / earliest / very first )"
_LAST = "( last / latest / most recent / newest / very last / most recently ) #last"
_NTH = f"( {_FIRST} / {_LAST} )"
_ONE = "[ {NOUN} / one ]"
_NEWEST = "( newest / latest / most recent / youngest ) #last"
_NEWCOMER = (
    "( {NOUN} / entrant / entrants / joiner / joiners / newcomer / newcomers / recruit / recruits / addition / additions"
    " / arrival / arrivals )"
)
_TO = "( to / {THAT} [ {HAVE} ] / )"

_SAME = "in the same year [ as ] / at the same time [ as ] / together with / simultaneously with"
_EITHER_WAY = (
    f"( ( before / earlier / sooner / after / later ) [ than ] or ( before / after / ( earlier / sooner / later ) than )"
    f" / ( before / earlier / after / later ) [ than ] ( before / earlier / after / later ) [ than ] or ( {_SAME} )"
    f" / ( before / earlier / after / later ) [ than ] ( {_SAME} ) or ( before / after / ( earlier / later ) than ) )"
)
_DID_IT = "( {DO} / {HAVE} / {BE} ) <member> [ {ALSO} ] [ been ] ( {JOIN} / {STATES_IN} / ( {LEAVE} ) #left )"

_WHEN = "( when / [ in ] ( what / which ) year / what {BE} the year ( when / that / in which ) )"
_ENLARGED = "( enlargement / expansion / accession / enlargement round / accession round / admission / new member )"

_BOTH_WAYS = frozenset(["before", "earlier", "sooner", "after", "later"])
"""Words of which each such question has one."""

_DATED = frozenset(["when", "year"])
"""Words of which each such question has one."""

_PLACE = "<nth> [ to last #last / from last #last ]"

FORMS = [
    Form(f"{{OPEN}} [ {{BE}} ] {_PLACE} {_ONE} {_TO} ( {{JOIN}} / ( {{LEAVE}} ) #left ) <body>", _first),
    Form(f"{{OPEN}} [ {{BE}} ] {_PLACE} ( {{NOUN}} ) of <body>", _first),
    Form(f"{{OPEN}} [ {{BE}} ] <body> ( 's / ' / ) {_PLACE} ( {{NOUN}} )", _first),
    Form("<who> ( {BE} / {HAVE} ) <nth> to ( {JOIN} / ( {LEAVE} ) #left ) <body>", _first),
    Form("<who> {JOIN} <body> <nth>", _first),
    Form(f"<who> [ {{THAT}} ] [ {{BE}} ] [ the ] {_NTH} {_ONE} {_TO} {{JOIN}} <body> [ <when> ]", _first),
    Form(f"<who> [ {{THAT}} ] [ {{BE}} ] [ the ] {_NTH} {_ONE} {_TO} {{LEAVE}} #left <body> [ <when> ]", _first),
    Form(f"{{OPEN}} [ {{BE}} ] [ the ] {_NTH} {_ONE} {_TO} {{JOIN}} <body> [ <when> ]", _first),
    Form(f"{{OPEN}} [ {{BE}} ] [ the ] {_NTH} {_ONE} {_TO} {{LEAVE}} #left <body> [ <when> ]", _first),
    Form(f"{{ASK}} [ {{BE}} ] [ the ] {_NTH} ( {{BODY_NOUN}} / one ) [ that / which ] <member> [ {{HAVE}} / {{DO}} ] ( {{JOIN_BARE}} / ( {{LEAVE_BARE}} ) #left ) [ <when> ]", _first_body),
    Form(f"{{ASK}} {{BODY_NOUN}} {{DO}} <member> ( {{JOIN_BARE}} / ( {{LEAVE_BARE}} ) #left ) {_NTH}", _first_body),
    Form("<who> [ {HAVE} ] ( first / last #last ) {JOIN} <body>", _first),
    Form("<who> ( {BE} / came / come / got / went ) [ the ] ( first / earlier #compared / ( last / later #compared ) #last ) ( in / into / to join / to enter / joining ) <body>", _first),
    Form("<who> [ {HAVE} ] ( first / last #last ) {LEAVE} #left <body>", _first),
    Form("<who> [ {HAVE} ] {JOIN} <body> ( first / earliest / ( earlier / sooner / before the other ) #compared / ( last / latest / later #compared / most recently ) #last )", _first),
    Form("<who> [ {HAVE} ] {LEAVE} #left <body> ( first / earliest / ( last / latest / most recently ) #last )", _first),
    Form(f"{{OPEN}} [ {{BE}} ] [ the ] {_NEWEST} {_NEWCOMER} ( of / in / to ) <body>", _first),
    Form(f"{{OPEN}} [ {{BE}} ] [ the ] {_NEWEST} <body> {_NEWCOMER}", _first),
    Form("{OPEN} [ {BE} ] [ the ] ( first / initial / earliest ) ( {NOUN} ) ( of / in ) <body>", _first),
    Form(f"{{OPEN}} [ {{BE}} ] <body> ( 's / ' ) {_NEWEST} {_NEWCOMER}", _first),
    Form(f"{_DID_IT} <body> {_EITHER_WAY} <other:member> [ {{BE}} / {{DO}} / {{HAVE}} / {{JOIN_BARE}} / {{LEAVE_BARE}} ]", _which_first, cues=_BOTH_WAYS),
    Form(f"{_DID_IT} <body> {_EITHER_WAY} [ it ] [ {{JOIN}} / {{LEAVE}} / [ {{BE}} ] {{STATES_IN}} ] <other:body>", _first_of_two, cues=_BOTH_WAYS),
    Form(f"{{ASK}} {{DO}} <member> ( {{JOIN_BARE}} / ( {{LEAVE_BARE}} ) #left ) ( {_FIRST} / earlier / sooner / {_LAST} / later #last )", _first_body),
    Form(f"{_WHEN} ( {{DO}} / {{HAVE}} ) [ the ] {_NTH} {_ONE} ( {{JOIN}} / ( {{LEAVE}} ) #left ) <body>", _first_date, cues=_DATED),
    Form(f"{_WHEN} ( {{DO}} / {{HAVE}} ) [ a / any ] [ new ] {{NOUN}} ( first / last #last ) ( {{JOIN}} / ( {{LEAVE}} ) #left ) <body>", _first_date, cues=_DATED),
    Form(f"{_WHEN} ( {{DO}} / {{HAVE}} ) <body> ( first / last #last ) ( admit / admitted / gain / gained / take in / accept / add / get / welcome / ( lose / lost ) #left ) [ a / any ] [ new ] {{NOUN}}", _first_date, cues=_DATED),
    Form(f"{_WHEN} {{BE}} [ the ] {_NTH} ( {_ENLARGED} / ( withdrawal / exit / departure ) #left ) ( of / to / into / from ) <body>", _first_date, cues=_DATED),
    Form(f"{_WHEN} {{BE}} [ the ] <body> [ 's / ' ] {_NTH} {_ENLARGED}", _first_date, cues=_DATED),
    Form("<who> [ {HAVE} / {DO} ] {JOIN} <quantity> {BODY_NOUN} [ <when> ]", _by_bodies),
    Form("<who> [ {HAVE} / {DO} ] {LEAVE} #left <quantity> {BODY_NOUN} [ <when> ]", _by_bodies),
    Form("<who> [ {HAVE} / {DO} ] {JOIN} ( a / an / any / some / at least one ) {BODY_NOUN} [ <when> ]", _by_any_bodies),
    Form("<who> [ {HAVE} / {DO} ] {LEAVE} #left ( a / an / any / some / at least one ) {BODY_NOUN} [ <when> ]", _by_any_bodies),
    Form("{ASK} [ {THE} ] <kind> ( {HAVE} / ) ( gained / won / admitted / attracted / added / gain / took in ) <quantity> [ new ] {NOUN} [ <when> ]", _by_members),
    Form("{ASK} [ {THE} ] <kind> ( {HAVE} / ) ( lost / lose / shed ) #left <quantity> {NOUN} [ <when> ]", _by_members),
    Form("( {ASK} / {OPEN} ) [ {THE} ] <kind> [ {THAT} ] ( {HAVE} / {DO} / ) ( gained / won / admitted / attracted / added / gain / took in / admit / add / grew by ) [ any / some / new ] ( {NOUN} / new members ) [ <when> ]", _by_any_members),
    Form("( {ASK} / {OPEN} ) [ {THE} ] <kind> [ {THAT} ] ( {HAVE} / {DO} / ) ( lost / lose / shed ) #left [ any / some ] {NOUN} [ <when> ]", _by_any_members),
    Form("{ASK} [ {THE} ] <kind> ( {BE} / {HAVE} been / ) joined by <quantity> {NOUN} [ <when> ]", _by_members),
    Form("{ASK} [ {THE} ] <kind> ( {BE} / {HAVE} been / ) left #left by <quantity> {NOUN} [ <when> ]", _by_members),
    Form("{ASK} [ {THE} ] <kind> did <quantity> {NOUN} {JOIN_BARE} [ <when> ]", _by_members),
]  # fmt: skip
