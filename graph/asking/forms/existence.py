"""Questions of existence: what existed when, when a body began or ended, who founded it."""

from __future__ import annotations

from ...model.dates import ALWAYS, Period
from ...model.entities import Entity
from ...model.expression import Body
from ...rdf.terms import prologue, sparql_term
from ..language.form import Build, Context, Form
from ..language.patterns import Found
from ..logic.logical_form import (
    BeganIn,
    Condition,
    Dates,
    EndedIn,
    Entities,
    Existing,
    Exists,
    FirstMember,
    Lifetime,
    MemberOf,
    NotOneOf,
    NotSo,
    Question,
    Related,
    Whether,
)
from ..slots.spans import How, When
from ..slots.subjects import asked_period
from ..sparql.questions import query

__all__ = ["FORMS"]


def _at(context: Context, found: Found) -> Period | None:
    """The period in which something is said to exist; None if it is no one period."""
    whens: tuple[When, ...] = found.get("when", ())
    if not whens:
        return context.period if "ever" not in found else ALWAYS
    if len(whens) > 1 or whens[0].how in (How.SINCE, How.UNTIL, How.ALL_THROUGH):
        return None
    return whens[0].period if whens[0].how in (How.IN, How.BY) else whens[0].of_event


def _existing(context: Context, found: Found) -> Question | None:
    """What existed at a time: states of the state system, or bodies with members."""
    period, kind = _at(context, found), found.get("kind", "body")
    if period is None or kind not in ("state", "body"):
        return None
    return Entities((Existing(kind, period),))


def _exists(context: Context, found: Found) -> Question | None:
    """Whether a state or a body existed at a time."""
    period, one = _at(context, found), found["one"]
    return Whether((one,), (Existing(one.kind, period),)) if period is not None and one.is_a("state", "body") else None


def _turned(condition: type[BeganIn] | type[EndedIn]) -> Build:
    """The bodies that began or ended in a period, or at any time."""

    def build(context: Context, found: Found) -> Question | None:
        whens: tuple[When, ...] = found.get("when") or (When(How.IN, ALWAYS),)
        if found.get("kind", "body") != "body" or len(whens) > 1 or whens[0].how is How.ALL_THROUGH:
            return None
        noun = found.get("bodies")
        said: Condition = condition(whens[0].of_event)
        return Entities((said, noun) if noun is not None and noun.entities is not None else (said,))

    return build


def _whether(condition: type[BeganIn] | type[EndedIn]) -> Build:
    def build(context: Context, found: Found) -> Question | None:
        whens: tuple[When, ...] = found["when"]
        return Whether((found["body"],), (condition(whens[0].of_event),)) if len(whens) == 1 else None

    return build


def _lifetime(ended: bool) -> Build:
    """When a body or state began or ended."""

    def build(context: Context, found: Found) -> Question | None:
        return Dates((Lifetime(found["one"], ended),))

    return build


def _founders(context: Context, found: Found) -> Question:
    """Who founded a body: its founders where the graph names any, else who was in it in its first year."""
    return Entities((_founding(context, found["body"]),))


def _with_another(context: Context, found: Found) -> Question | None:
    """Who else founded a body than some who did; None where they did not, or where nobody else is named."""
    founding, some = _founding(context, found["body"]), found["members"]
    others, source = Entities((founding, NotOneOf(some))), context.vocabulary.graph.source
    so = source.ask(query(Whether(some, (founding,)))) and source.ask(query(Exists(others)))
    return others if so else None


def _other_members(context: Context, found: Found) -> Question:
    """The members of a body that did not found it."""
    return Entities(
        (MemberOf(Body(found["body"]), asked_period(context, found)), NotSo(_founding(context, found["body"])))
    )


def _is_founder(context: Context, found: Found) -> Question:
    return Whether(found["members"], (_founding(context, found["body"]),))


def _founding(context: Context, body: Entity) -> Related | FirstMember:
    named = f"ASK {{ {sparql_term(body.term)} schema:founder ?founder }}"
    if context.vocabulary.graph.source.ask(prologue(named) + named):
        return Related("schema:founder", (body,))
    return FirstMember(body)


def _founded_by(context: Context, found: Found) -> Question:
    """What somebody founded."""
    return Entities((Related("schema:founder", (found["entity"],), inverse=True),))


_BEGAN, _ENDED = _turned(BeganIn), _turned(EndedIn)
_NO_MORE = (
    "( no longer ( exist / exists / function / operate ) / {DO} not exist ( any more / anymore / any longer / today / now )"
    " / {BE} ( defunct / extinct / no longer in existence / no longer there / no more ) )"
)
_WHEN = "( when / [ in / on ] ( what / which ) ( year / date / month / day ) )"
_FOUNDING = (
    "( found / founded / {FOUNDED} / form / create / establish / launch / co-founded / cofounded / co-found"
    " / ( help / helped / helped to / help to ) ( found / create / establish / set up / form / launch ) )"
)
_TOGETHER = "( with / together with / along with / alongside / jointly with / besides / apart from / other than / in addition to )"
_FOUNDERS = "( founders / founder / founding members / founding member / founding states / founding countries / original members / founding nations / founder members )"

FORMS = [
    Form("{ASK} [ {THE} ] ( <kind> ) [ {THAT} ] [ {BE} / {DO} ] [ {ALSO} ] {THERE} [ {ALSO} ] [ <when> ]", _existing),
    Form("{ASK} [ {THE} ] ( independent / sovereign ) <kind> [ {THAT} ] [ {BE} / {DO} ] [ {ALSO} ] {THERE} [ {ALSO} ] [ <when> ]", _existing),
    Form("{ASK} [ {THE} ] [ independent / sovereign ] <kind> ( in the world / on earth / worldwide / on the planet ) [ {THAT} ] [ {BE} / {DO} ] [ {ALSO} ] [ {THERE} ] [ {ALSO} ] [ <when> ]", _existing),
    Form("{BE} there [ a / an / the ] <one:body> [ {ALSO} ] [ <when> ]", _exists),
    Form("{ASK} [ {THE} ] " + _FOUNDERS + " {DO} <body> ( have / start with / begin with )", _founders),
    Form("{ASK} [ {THE} ] {BODY_NOUN} [ {THAT} ] [ {BE} / {DO} ] [ {ALSO} ] {THERE} [ {ALSO} ] [ <when> ]", _existing),
    Form("{ASK} [ {THE} ] ( {BODY_NOUN} / <kind> ) [ {BE} / in the world / worldwide ] <when>", _existing),
    Form("( {DO} / {BE} ) <one:member|body> [ {ALSO} / ever #ever ] {THERE} [ {ALSO} ] [ <when> ]", _exists),
    Form("{OPEN} [ {THE} ] ( <kind> / <bodies> ) [ {THAT} ] [ {BE} / {HAVE} been ] ( {FOUNDED} / {BEGIN} ) <when>", _BEGAN),
    Form("{OPEN} [ {THE} ] ( <kind> / <bodies> ) [ {THAT} ] [ {BE} / {HAVE} been / {HAVE} ] {OVER} <when>", _ENDED),
    Form("{OPEN} [ {THE} ] ( <kind> / <bodies> ) [ {THAT} ] [ {HAVE} been / {HAVE} / {BE} ] {OVER} [ by now / since ]", _ENDED),
    Form(f"{{OPEN}} [ {{THE}} ] ( <kind> / <bodies> ) [ {{THAT}} ] {_NO_MORE}", _ENDED),
    Form("{BE} <body> {FOUNDED} <when>", _whether(BeganIn)),
    Form("( {DO} / {BE} ) <body> {OVER} <when>", _whether(EndedIn)),
    Form(f"{_WHEN} [ {{BE}} / {{DO}} ] <one:body> ( {{FOUNDED}} / {{BEGIN}} )", _lifetime(ended=False)),
    Form(f"{_WHEN} [ {{BE}} / {{DO}} / {{HAVE}} ] <one:member|body> {{OVER}}", _lifetime(ended=True)),
    Form(f"{_WHEN} {{DO}} <one:state> ( {{BEGIN}} / become independent / gain independence / become a state )", _lifetime(ended=False)),
    Form("<one:body> {BE} ( {FOUNDED} ) ( when / in what year / in which year )", _lifetime(ended=False)),
    Form("[ what {BE} / when {BE} ] [ the ] ( founding date / date of foundation / date of founding / year of foundation / foundation / founding / creation / establishment / founding year / year of creation ) of <one:body>", _lifetime(ended=False)),
    Form("[ what {BE} / when {BE} ] [ the ] ( dissolution / end / date of dissolution / dissolution date / year of dissolution / demise ) of <one:body>", _lifetime(ended=True)),
    Form("<one:body> [ 's / ' ] ( founding date / date of foundation / date of founding / year of foundation / founding / creation / establishment / founding year / year of creation / year founded / inception / start date )", _lifetime(ended=False)),
    Form("<one:body> [ 's / ' ] ( date of dissolution / year of dissolution / dissolution / dissolution date / end date / demise / end / year of its end )", _lifetime(ended=True)),
    Form("{ASK} [ <kind> ] ( {FOUNDED} / initiated / ( helped / helped to ) ( found / create / establish / set up / form / launch ) / co-founded / cofounded / {BE} [ the / a / among the / one of the ] " + _FOUNDERS + " of ) <body>", _founders, "who founded BODY"),
    Form(f"{{ASK}} [ <kind> ] {_FOUNDING} <body> {_TOGETHER} <members>", _with_another),
    Form(f"{_TOGETHER} ( whom / which states / which countries / which state / which country / who ) {{DO}} <members> {_FOUNDING} <body>", _with_another),
    Form(f"{{ASK}} [ <kind> ] {{DO}} <members> {_FOUNDING} <body> {_TOGETHER}", _with_another),
    Form("{OPEN} [ {BE} ] [ {THE} ] ( non-founding / non founding / nonfounding / not founding / later / subsequent ) {NOUN} of <body> [ <time> ]", _other_members),
    Form("{OPEN} [ {BE} ] [ {THE} ] <body> [ 's / ' ] ( non-founding / non founding / nonfounding / later / subsequent ) {NOUN} [ <time> ]", _other_members),
    Form("{OPEN} [ {BE} ] [ {THE} ] ( {NOUN} of <body> / <body> [ 's / ' ] {NOUN} ) [ that / which / who ] ( {BE} not / {BE} not among / {BE} none of / other than / apart from / besides / except / without / but not ) [ its / the / a ] " + _FOUNDERS + " [ of it ] [ <time> ]", _other_members),
    Form("{OPEN} [ {BE} ] [ {THE} ] ( {NOUN} of <body> / <body> [ 's / ' ] {NOUN} ) [ that / which / who ] [ {DO} / {HAVE} ] not ( found / founded / establish / established / create / created / set up ) it [ <time> ]", _other_members),
    Form("{ASK} {BE} <body> {FOUNDED} by", _founders),
    Form("<body> {BE} {FOUNDED} by ( whom / who / which states / which countries )", _founders),
    Form("by whom {BE} <body> {FOUNDED}", _founders),
    Form("( {ASK} {BE} / {OPEN} ) [ the ] " + _FOUNDERS + " of <body>", _founders),
    Form("[ {ASK} {BE} / {OPEN} ] [ the ] <body> [ 's / ' ] " + _FOUNDERS, _founders),
    Form("{BE} <members> [ a / one of the / among the ] " + _FOUNDERS + " of <body>", _is_founder),
    Form("{DO} <members> ( found / co-found / establish / help found / founded / co-founded / cofounded / established / created / set up / helped found / helped to found ) <body>", _is_founder),
    Form("{ASK} <kind> did <entity:member|body|person> ( found / establish / create / set up )", _founded_by),
]  # fmt: skip
