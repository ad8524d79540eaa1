"""Members in the order in which they joined or left, each with its date: "EU members by year of accession"."""

from __future__ import annotations

from ...model.dates import ALWAYS
from ...model.expression import Body
from ..language.form import Context, Form
from ..language.patterns import Found
from ..logic.logical_form import ByDate, Condition, Entities, Joined, Left, Linked, MemberOf, Question
from ..slots.subjects import Who, asked_period, kind_of

__all__ = ["FORMS"]


def _members(context: Context, found: Found) -> Question | None:
    """The members of a body at a time, by when they joined it."""
    who: Who = found["who"]
    kind = kind_of(who)
    if not isinstance(who.base, Body) or kind is None:
        return None
    period = asked_period(context, found)
    order = ByDate(Joined(ALWAYS), who.base.entity, "latest" in found)
    return Entities((MemberOf(who.base, period, kind), order))


def _everybody(context: Context, found: Found) -> Question | None:
    """Everybody that ever joined a body, or left it, by when."""
    link = Left(ALWAYS) if "left" in found else Joined(ALWAYS)
    return Entities((Linked(link, Body(found["body"])), ByDate(link, found["body"], "latest" in found)))


def _those(context: Context, found: Found) -> Question | None:
    """Those that joined a body in a time, or left it, by when."""
    who: Who = found["who"]
    said: tuple[Condition, ...] = found["clause"]
    if kind_of(who) is None or who.base is not None:
        return None
    match said:
        case (Linked(Joined() | Left() as link, Body(body)),):
            return Entities((*said, ByDate(link, body, "latest" in found)))
        case (MemberOf(Body(body), period),) if period == ALWAYS:  # whoever joined was a member at some time
            return Entities((Linked(Joined(ALWAYS), Body(body)), ByDate(Joined(ALWAYS), body, "latest" in found)))
    return None


_DATES = (
    "( ( year / date / years / dates / order / time / [ the ] sequence ) ( of / of their ) ( accession / joining / entry / admission / membership / becoming members )"
    " / ( year / date / years / dates ) [ they / that they / when they ] ( joined / entered / acceded / became members / of joining )"
    " / ( accession / joining / entry / admission / membership / join / enrolment ) ( date / dates / year / years / order )"
    " / accession / joining / entry / admission / seniority / ( when / how long ago ) they ( joined / entered / acceded / became members / were admitted / came in )"
    " / when joined / year joined / date joined / years joined / dates joined / what year they joined / since when )"
)
_BY = (
    "( [ rank / ranked / sorted / sort / ordered / order / arranged / listed / grouped / in order / in the order / in chronological order / chronologically ] ( by / of / according to / in order of )"
    " / in order of / in the order of / with / with the / with their / and / and their / together with their / along with their / showing / including ) [ their / the / its / date of / year of ] "
)
_ORDER = (
    f"( {_BY} {_DATES} / in [ the / what / which ] order ( [ in which / that ] they ( joined / entered / acceded / came in ) )"
    " / [ in ] chronological order [ of joining / of accession / of entry ] / chronologically / from ( oldest to newest / earliest to latest / first to last / the oldest to the newest / the first to the last )"
    " / by chronology )"
)
_LATEST = (
    "[ ( newest first / latest first / most recent first / last first / in reverse / in reverse order / from newest to oldest / descending / starting with the newest ) #latest"
    " / ( oldest first / earliest first / first to last / ascending / from oldest to newest / starting with the oldest ) ]"
)
_LEFT = "( leave / left / exited / exit / withdraw from / withdrew from / leaving / quit ) #left"

FORMS = [
    Form(f"<who> [ <time> ] {_ORDER} {_LATEST}", _members),
    Form("<who> [ <time> ] ( newest first / latest first / most recent first / from newest to oldest / in reverse order of ( accession / joining / entry ) / from latest to earliest ) #latest", _members),
    Form(f"<who> <clause> {_ORDER} {_LATEST}", _those),
    Form(f"[ in ] ( what / which ) order {{DO}} [ {{THE}} ] [ {{NOUN}} / its {{NOUN}} / they ] ( {{JOIN}} / {_LEFT} ) <body>", _everybody),
    Form(f"[ the / what {{BE}} the / list the / give the ] order in which [ {{THE}} ] [ {{NOUN}} / they ] ( {{JOIN}} / {_LEFT} ) <body>", _everybody),
    Form("[ the / what {BE} the / list the / give the ] ( order / sequence / chronology / timeline / dates / years / history / list ) of ( accession / accessions / joining / entry / admission / admissions / enlargement / enlargements ) ( to / into / of / in ) <body>", _everybody),
    Form("[ the ] <body> [ 's / ' ] ( accession / accessions / enlargement / joining / membership ) ( order / dates / years / chronology / timeline / sequence )", _everybody),
    Form("( when / in what year / in which year / in what years / in which years ) ( {DO} / {HAVE} ) [ each / every / all / each one / each of / all of / all the ] [ the ] <who> [ each ] ( join / joined / accede / enter / entered / become members / come in / get in ) [ it ]", _members),
]  # fmt: skip
