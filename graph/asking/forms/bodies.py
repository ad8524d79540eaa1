"""Questions of bodies: what somebody is a member of, what several have in common."""

from __future__ import annotations

from ...model.dates import ALWAYS
from ..language.form import Context, Form
from ..language.patterns import Found
from ..logic.logical_form import (
    Bound,
    Contains,
    ContainsAll,
    Count,
    Entities,
    Existing,
    Exists,
    NotSo,
    Numbered,
    OfKind,
    OfNoun,
    Question,
)
from ..slots.subjects import asked_period
from .parts import wholes_of

__all__ = ["ANY_COMMON", "FORMS", "NUMBER_WITH_ALL"]


def _bodies(context: Context, found: Found) -> Question | None:
    """The bodies that all of some states are in, and none of some others; of a kind, if the noun is for one."""
    if "part" in found and any(one.kind == "body" and wholes_of(context, one) for one in found["members"]):
        return None
    period, role = asked_period(context, found), found.get("role_name", "full")
    contains = Contains(found["members"], period, found.get("not", ()), role)
    noun: OfNoun | None = found.get("bodies")
    return Entities((contains,) if noun is None or noun.entities is None else (contains, noun))


def _common(context: Context, found: Found) -> Question | None:
    return _bodies(context, found) if len(found["members"]) > 1 else None


def _with_another(context: Context, found: Found) -> Question | None:
    """The bodies that one shares with another."""
    return _common(context, {**found, "members": tuple(dict.fromkeys((found["member"], found["other"])))})


def _without_members(context: Context, found: Found) -> Question:
    """The bodies that have no member at a time: those that are over then, or yet to come, are among them."""
    noun: OfNoun | None = found.get("bodies")
    narrowing = OfKind("body") if noun is None or noun.entities is None else noun
    return Entities((narrowing, NotSo(Numbered("members", Bound(((">=", 1.0),)), asked_period(context, found)))))


def _containing_all(context: Context, found: Found) -> Question | None:
    """The bodies that all members of a set are in."""
    noun: OfNoun | None = found.get("bodies")
    contains = ContainsAll(found["base"], asked_period(context, found))
    return Entities((contains,) if noun is None or noun.entities is None else (contains, noun))


def _number_containing_all(context: Context, found: Found) -> Question | None:
    """How many bodies all members of a set are in."""
    asked = _containing_all(context, found)
    return Count(asked) if isinstance(asked, Entities) else None


def _not_in(context: Context, found: Found) -> Question | None:
    """The bodies that exist and that some states are not in: none of them, where several are named."""
    period, noun = asked_period(context, found), found.get("bodies")
    if period == ALWAYS:
        return None
    role = found.get("role_name", "full")
    outside = tuple(NotSo(Contains((state,), period, role=role)) for state in found["members"])
    narrowing = (noun,) if noun is not None and noun.entities is not None else ()
    return Entities((Existing("body", period), *narrowing, *outside))


def _any_common(context: Context, found: Found) -> Question | None:
    """Whether several states are in any body together."""
    asked = _common(context, {**found, "time": ALWAYS} if "ever" in found else found)
    return Exists(asked) if isinstance(asked, Entities) else None


ANY_COMMON = [
    Form("( {DO} / {HAVE} ) <members> [ {ALSO} ] [ ever #ever ] ( share / have / had / belong to / sit in / shared ) ( any / a / at least one / even one / one / a single / some ) [ {COMMON} / single ] <bodies> [ in common / together / as members ] [ at all ] [ <time> ]", _any_common),
    Form("( {BE} / {HAVE} ) <members> [ {ALSO} / both / together ] [ ever #ever ] [ been ] [ both / together ] ( in / members of / a member of / part of ) ( any / at least one / even one / a / one / the same / a single / some ) [ {COMMON} / single / same ] <bodies> [ together / in common / at all ] [ <time> ]", _any_common),
    Form("( is / are / was / were ) there ( any / a / at least one ) [ {COMMON} ] <bodies> ( that / which / in which / of which / with / including / where ) [ both ] <members> [ {BE} / {HAVE} / {DO} / ] [ both ] [ {OF_STATES} / {SHARE} ] [ as members ] [ together / in common ] [ <time> ]", _any_common),
]  # fmt: skip
"""Whether several are in any body together: each of them in one of its own would be another question."""

_ALL = "( all / every / all of / all the / all of the / each of the / each / the whole of )"
NUMBER_WITH_ALL = Form(
    f"[ to / in ] how many <bodies> ( {{DO}} / {{BE}} / {{HAVE}} ) {_ALL} <base>"
    " [ {OF_STATES} / belong / members / have / share ] [ in common ] [ <time> ]",
    _number_containing_all,
)
"""How many bodies all members of a set are in, which is no average: "how many bodies are all EU members in"."""

_WITH = (
    "( with / including / containing / comprising / uniting / having / joined by / that include / which include / that included /"
    " that contain / which contain / that have / which have / that had / that has / with membership of / that count / of / common to / shared by )"
)
_NOT_WITH = (
    "( but not / but without / without / and not / and without / excluding / but excluding / not including / but not including / but no /"
    " that exclude / but that exclude / that lack / but lacking / lacking / minus / yet not / though not / and never / except those with /"
    " ( but / and / while / yet / that / which ) ( {DO} / {HAVE} ) not [ include / have / contain / count ] / not )"
)

FORMS = [
    Form(f"{{OPEN}} [ {{THE}} ] <bodies> {_WITH} <members> [ {{AS_MEMBER}} ] {_NOT_WITH} <not:members> [ {{AS_MEMBER}} ] [ <time> ]", _bodies),
    Form(f"{{OPEN}} [ {{THE}} ] <bodies> {_WITH} <members> [ {{AS_MEMBER}} ] <time> {_NOT_WITH} <not:members> [ {{AS_MEMBER}} ]", _bodies),
    Form("{OPEN} [ {THE} ] <bodies> [ that / which ] [ currently / now ] ( {HAVE} no / {HAVE} not / {HAVE} not any / without / without any / with no / lack / lacks / lacking / lacked / {DO} not have / {DO} not have any / with zero / {HAVE} zero ) [ single / more ] {NOUN} [ at all / left ] [ <time> ]", _without_members),
    Form("{OPEN} [ {THE} ] <bodies> ( that / which / {BE} / that {BE} ) [ {BE} ] ( empty / memberless / without members ) [ <time> ]", _without_members),
    Form(f"{{OPEN}} [ {{THE}} ] <bodies> ( [ {{THAT}} ] ( {{HAS}} / {{HAVE}} ) / with / containing / including ) {_ALL} <base> [ {{AS_MEMBER}} ] [ <time> ]", _containing_all),
    Form(f"{{OPEN}} [ {{THE}} ] <bodies> [ that / which ] ( {{BE}} / {{DO}} / {{HAVE}} / ) {_ALL} <base> [ {{BE}} / {{HAVE}} ] {{OF_STATES}} [ <time> ]", _containing_all),
    Form(f"( to / in / of ) {{ASK}} <bodies> ( {{DO}} / {{BE}} ) {_ALL} <base> [ belong / members / a member / participate / represented ] [ <time> ]", _containing_all),
    Form("{ASK} [ {THE} ] <bodies> [ that / which ] ( {BE} / {DO} / {HAVE} ) <members> not [ {ALSO} / yet ] {OF_STATES} [ <time> ]", _not_in, "which bodies is STATE not in"),
    Form("{ASK} [ {THE} ] <bodies> [ that / which ] ( {BE} / {DO} ) not <members> {OF_STATES} [ <time> ]", _not_in),
    Form("{ASK} [ {THE} ] <bodies> [ that / which ] <members> ( {BE} / {DO} / {HAVE} ) not [ {ALSO} / yet ] {OF_STATES} [ <time> ]", _not_in),
    Form("( {ASK} / {OPEN} ) [ {THE} ] <bodies> [ that / which ] ( {BE} / {DO} / {HAVE} / ) <not:members> [ {BE} / {DO} / {HAVE} ] not [ {ALSO} / yet ] {OF_STATES} ( that / which / but / while / and / but that / but which / though ) <members> [ {BE} / {DO} / {HAVE} ] [ {ALSO} ] {OF_STATES} [ <time> ]", _bodies),
    Form("{OPEN} [ all / the ] <bodies> [ that / which ] <members> ( {BE} / {DO} / {HAVE} ) not [ {ALSO} / yet ] {OF_STATES} [ <time> ]", _not_in),
    Form("( to / in / of ) {ASK} <bodies> ( {DO} / {BE} ) <members> not [ sit / belong / a member / members / participate ] [ <time> ]", _not_in),
    Form("{ASK} [ {THE} ] <bodies> [ {THAT} ] ( {DO} not ( {HAS} ) / {HAVE} not / ( without / lack / lacks ) ) <members> [ {AS_MEMBER} ] [ <time> ]", _not_in),
    Form("( {ASK} / {OPEN} ) [ {THE} ] <bodies> ( [ {THAT} ] {HAS} / with / including / containing ) neither <members:neither_members> [ {AS_MEMBER} ] [ <time> ]", _not_in),
    Form("( {ASK} / {OPEN} ) [ {THE} ] <bodies> [ that / which ] [ {BE} / {DO} / {HAVE} ] neither <members:neither_members> [ {BE} / {DO} / {HAVE} ] {OF_STATES} [ <time> ]", _not_in),
    Form("{ASK} [ {THE} ] <bodies> {BE} <members> outside [ of ] [ <time> ]", _not_in),
    Form("{ASK} [ {COMMON} / {THE} ] <bodies> [ that / which ] ( {DO} / {BE} / {HAVE} ) <members> [ {ALSO} ] {OF_STATES} [ {ALSO} ] [ in common ] [ <time> ]", _bodies, "which bodies is STATE in"),
    Form("{ASK} [ {THE} ] <bodies> ( {DO} / {HAVE} ) <members> [ {ALSO} ] ( have / hold / has ) [ <time> ]", _bodies),
    Form("( to / in / of / on ) {ASK} <bodies> ( {DO} / {BE} / {HAVE} ) <members> [ {ALSO} ] [ overlap / sit / meet / belong / members / a member / participate / included / represented / membership / hold membership / have membership ] [ <time> ]", _bodies),
    Form("{ASK} [ <bodies> ] {HAVE} <members> [ {ALSO} ] in common [ <time> ]", _common),
    Form("( to / in / of / ) {ASK} ( {DO} / {BE} / {HAVE} ) <members> [ {ALSO} ] {OF_STATES} [ <time> ]", _bodies),
    Form("{ASK} [ {THE} ] <bodies> [ that / which ] <members> ( {BE} / {HAVE} / ) [ {ALSO} ] ( {OF_STATES} / {SHARE} ) [ <time> ]", _bodies),
    Form("{OPEN} [ all / the ] <bodies> [ that / which ] <members> [ {BE} / {DO} / {HAVE} ] [ {ALSO} ] ( {OF_STATES} / {SHARE} ) [ <time> ]", _bodies),
    Form("{ASK} [ {THE} / {COMMON} ] <bodies> [ {BE} / {DO} / {HAVE} ] <members> ( {OF_STATES} ) [ {BUT_NOT} ] but not <not:members> [ <time> ]", _bodies),
    Form("{ASK} [ {THE} / {COMMON} ] <bodies> ( {BE} / {DO} / {HAVE} ) <members> ( {OF_STATES} ) ( but not / but / and / while / that / which ) <not:members> ( {BE} / {DO} / {HAVE} ) not [ {OF_STATES} ] [ <time> ]", _bodies),
    Form("{OPEN} [ {THE} ] <bodies> [ that / which / to which / in which / of which ] <members> ( but not / and not / without / not ) <not:members> ( {BE} / {DO} / {HAVE} / ) [ a / {ALSO} ] ( {OF_STATES} / belonged to / member ) [ <time> ]", _bodies),
    Form("( {ASK} / {OPEN} ) [ {THE} ] <bodies> [ that / which / to which / in which / of which ] <members> ( {BE} / {DO} / {HAVE} / ) [ {ALSO} ] ( {OF_STATES} / belong / belongs / belonged ) ( but / and / while / where / whereas / but that / but which / that / which ) <not:members> ( {BE} / {DO} / {HAVE} ) not [ {OF_STATES} ] [ <time> ]", _bodies),
    Form("( {ASK} / {OPEN} ) [ {THE} ] <bodies> [ that / which / to which / in which / of which ] ( {BE} / {DO} / {HAVE} / ) <members> [ {BE} / {DO} / {HAVE} ] [ a / {ALSO} ] ( {OF_STATES} / belong / belongs / belonged ) ( that / which / but / to which / in which / of which / and ) neither <not:neither_members> [ {BE} / {DO} / {HAVE} ] [ {OF_STATES} / belong / belongs / belong to / belongs to ] [ <time> ]", _bodies),
    Form("( to / in / of ) {ASK} <bodies> ( {DO} / {BE} / {HAVE} ) <members> ( but not / and not / without / not ) <not:members> [ sit / belong / members / a member / participate ] [ <time> ]", _bodies),
    Form("{ASK} [ {THE} / {COMMON} ] [ <bodies> ] ( {BE} / {DO} / {HAVE} ) <members> [ {ALSO} ] {OF_STATES} <time> ( but / and / while / where ) <not:members> ( {BE} / {DO} / {HAVE} ) not [ {OF_STATES} ]", _bodies),
    Form("{ASK} [ {THE} ] <bodies> [ {THAT} ] {HAS} <members> [ {AS_MEMBER} ] ( but not / and not / without ) <not:members> [ {AS_MEMBER} ] [ <time> ]", _bodies),
    Form("{OPEN} [ {THE} ] <bodies> [ {THAT} ] {HAS} <members> [ {AS_MEMBER} ] [ <time> ]", _bodies, "which bodies include STATE and STATE"),
    Form("{ASK} {DO} <members> [ {ALSO} ] ( {SHARE} / {SHARE} membership in / belong to together / belong to ) [ {COMMON} ] [ in common / as members / together ] [ by way of membership / in terms of membership ] [ <time> ]", _common, "what do STATE and STATE have in common"),
    Form("{ASK} [ {COMMON} / {THE} ] ( <bodies> ) {DO} <members> [ {ALSO} ] ( {SHARE} / hold ) [ in common ] [ <time> ]", _bodies),
    Form("{ASK} [ {THE} ] [ {COMMON} ] <bodies> {DO} <member> ( share / have in common / have / hold in common / {OF_STATES} ) ( with / together with / alongside ) <other:member> [ <time> ]", _with_another),
    Form("{ASK} {DO} <member> ( share / have in common ) with <other:member> [ <time> ]", _with_another),
    Form("[ {ASK} / {ASK} {BE} / {OPEN} ] [ {THE} ] [ {COMMON} ] ( <bodies> / bodies of membership ) [ of / common to / shared by / for / with / between / in common between / including / joined by / that include / which include ] <members> [ as members / as a member ] [ <time> ]", _bodies),
    Form("[ {ASK} / {ASK} {BE} / {OPEN} ] <members> ( 's / ' / ) [ {COMMON} ] <bodies> [ memberships / membership ] [ <time> ]", _bodies),
    Form("{ASK} ( connects / links / unites / joins / ties ) <members> [ through membership / by membership ] [ <time> ]", _common),
    Form("where [ {BE} / {DO} ] <members> [ {BE} ] ( a member / members / hold membership / have membership / belong ) [ <time> ]", _bodies),
    Form("{ASK} <bodies> {BE} <members> <role_name> ( of / in / to / at ) [ <time> ]", _bodies),
    Form("{OPEN} <bodies> ( of / in / to ) which <members> {BE} [ a / {ALSO} ] ( member / members / part / in / belong ) [ <time> ]", _bodies),
    Form("{OPEN} <bodies> ( of / in / to ) which <members> ( belong / belongs / participate / participates ) [ <time> ]", _bodies),
    Form("{ASK} {BE} <members> <role_name> ( of / in / to / at ) [ <time> ]", _bodies),
    Form("<members> ( {BE} / {DO} / {HAVE} / belongs / belong / participates / participate ) [ {ALSO} ] [ in / to / a member of / members of / part of / a part of ] {ASK} <bodies> [ <time> ]", _bodies),
    Form("<members> ( {BE} / {HAVE} / belongs / belong / participates / participate ) [ {ALSO} ] ( in / to / a member of / members of / part of / a part of ) what [ <time> ]", _bodies),
    Form("{ASK} [ {THE} / {COMMON} ] [ <bodies> ] ( {BE} / {DO} / {HAVE} ) <members> {OF_STATES} ( but / and / while / where / that / which ) <not:members> ( {BE} / {DO} / {HAVE} / ) not [ {OF_STATES} ] [ <time> ]", _bodies),
    Form("{ASK} [ {THE} ] [ {COMMON} ] <bodies> {BE} ( common to / shared by / joined by / shared between ) <members> [ <time> ]", _bodies),
]  # fmt: skip
