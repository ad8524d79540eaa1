"""Questions of bodies: what somebody is a member of, what several have in common."""

from __future__ import annotations

from ..language.form import Form
from ..language.patterns import Found
from ..language.reading import Reading
from ..meaning import Question, Select, only_of, shared_bodies
from ..slots.sets import bodies_sorted
from ..slots.subjects import asked_period

__all__ = ["FORMS"]


def _bodies(reading: Reading, found: Found) -> Question | None:
    if found.get("kind", "body") not in ("", "body"):
        return None
    # No body is named here, so that a noun such as "treaties" is one for what is asked for.
    spans = ((i, i + length) for i in range(len(reading.words)) for length in (2, 1))
    sorts = [these for span in spans if (these := bodies_sorted(reading, *span)) is not None]
    all_shared = _shared(reading, found)
    return only_of(all_shared, sorts[0]) if sorts else all_shared


def _shared(reading: Reading, found: Found) -> Select:
    return shared_bodies(
        found["states"], asked_period(reading, found), found.get("not", ()), found.get("role_name", "full")
    )


def _common(reading: Reading, found: Found) -> Question | None:
    return _bodies(reading, found) if len(found["states"]) > 1 else None


FORMS = [
    Form("{ASK} [ {COMMON} / {THE} ] <kind> [ that / which ] ( {DO} / {BE} / {HAVE} ) <states> [ {ALSO} ] {OF_STATES} [ {ALSO} ] [ in common ] [ <time> ]", _bodies, "which bodies is STATE in"),
    Form("{ASK} [ {THE} ] {BODY_NOUN} ( {DO} / {HAVE} ) <states> [ {ALSO} ] ( have / hold / has ) [ <time> ]", _bodies),
    Form("( to / in / of ) {ASK} <kind> ( {DO} / {BE} / {HAVE} ) <states> [ {ALSO} ] [ sit / meet / belong / members / a member / participate / included / represented / membership / hold membership / have membership ] [ <time> ]", _bodies),
    Form("{ASK} [ <kind> ] {HAVE} <states> [ {ALSO} ] in common [ <time> ]", _common),
    Form("( to / in / of / ) {ASK} ( {DO} / {BE} / {HAVE} ) <states> [ {ALSO} ] {OF_STATES} [ <time> ]", _bodies),
    Form("{ASK} [ {THE} ] <kind> [ that / which ] <states> ( {BE} / {HAVE} / ) [ {ALSO} ] ( {OF_STATES} / {SHARE} ) [ <time> ]", _bodies),
    Form("{OPEN} [ all / the ] <kind> [ that / which ] <states> [ {BE} / {DO} / {HAVE} ] [ {ALSO} ] ( {OF_STATES} / {SHARE} ) [ <time> ]", _bodies),
    Form("{ASK} [ {THE} / {COMMON} ] <kind> [ {BE} / {DO} / {HAVE} ] <states> ( {OF_STATES} ) [ {BUT_NOT} ] but not <not:states> [ <time> ]", _bodies),
    Form("{ASK} [ {THE} / {COMMON} ] <kind> ( {BE} / {DO} / {HAVE} ) <states> ( {OF_STATES} ) ( but not / but / and / while / that / which ) <not:states> ( {BE} / {DO} / {HAVE} ) not [ {OF_STATES} ] [ <time> ]", _bodies),
    Form("{ASK} [ {THE} ] <kind> [ {THAT} ] {HAS} <states> [ {AS_MEMBER} ] ( but not / and not / without ) <not:states> [ <time> ]", _bodies),
    Form("{ASK} [ {THE} ] <kind> [ {THAT} ] {HAS} <states> [ {AS_MEMBER} ] [ <time> ]", _bodies, "which bodies include STATE and STATE"),
    Form("{ASK} {DO} <states> [ {ALSO} ] ( {SHARE} / {SHARE} membership in / belong to together / belong to ) [ {COMMON} ] [ in common / as members / together ] [ by way of membership / in terms of membership ] [ <time> ]", _common, "what do STATE and STATE have in common"),
    Form("{ASK} [ {COMMON} / {THE} ] ( {BODY_NOUN} ) {DO} <states> [ {ALSO} ] ( {SHARE} / hold ) [ in common ] [ <time> ]", _bodies),
    Form("[ {ASK} / {ASK} {BE} / {OPEN} ] [ {THE} ] [ {COMMON} ] ( {BODY_NOUN} / bodies of membership ) [ of / common to / shared by / for / with / between / in common between / including / joined by / that include / which include ] <states> [ as members / as a member ] [ <time> ]", _bodies),
    Form("[ {ASK} / {ASK} {BE} / {OPEN} ] <states> ( 's / ' / ) [ {COMMON} ] {BODY_NOUN} [ <time> ]", _bodies),
    Form("{ASK} ( connects / links / unites / joins / ties ) <states> [ through membership / by membership ] [ <time> ]", _common),
    Form("where [ {BE} / {DO} ] <states> [ {BE} ] ( a member / members / hold membership / have membership / belong ) [ <time> ]", _bodies),
    Form("{ASK} <kind> {BE} <states> <role_name> ( of / in / to / at ) [ <time> ]", _bodies),
    Form("{OPEN} <kind> ( of / in / to ) which <states> {BE} [ a / {ALSO} ] ( member / members / part / in / belong ) [ <time> ]", _bodies),
    Form("{OPEN} <kind> ( of / in / to ) which <states> ( belong / belongs / participate / participates ) [ <time> ]", _bodies),
    Form("{ASK} {BE} <states> <role_name> ( of / in / to / at ) [ <time> ]", _bodies),
    Form("<states> ( {BE} / {DO} / {HAVE} / belongs / belong / participates / participate ) [ {ALSO} ] [ in / to / a member of / members of / part of / a part of ] {ASK} <kind> [ <time> ]", _bodies),
    Form("<states> ( {BE} / {HAVE} / belongs / belong / participates / participate ) [ {ALSO} ] ( in / to / a member of / members of / part of / a part of ) what [ <time> ]", _bodies),
    Form("{ASK} [ {THE} / {COMMON} ] [ <kind> ] ( {BE} / {DO} / {HAVE} ) <states> {OF_STATES} ( but / and / while / where / that / which ) <not:states> ( {BE} / {DO} / {HAVE} / ) not [ {OF_STATES} ] [ <time> ]", _bodies),
    Form("{ASK} [ {THE} ] [ {COMMON} ] <kind> {BE} ( common to / shared by / joined by / shared between ) <states> [ <time> ]", _bodies),
]  # fmt: skip
