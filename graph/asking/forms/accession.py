"""Questions of joining and leaving: who joined a body in a year, when somebody left."""

from __future__ import annotations

from ...model.dates import Period
from ..language.form import Context, Form
from ..language.patterns import Found
from ..logical_form import Changed, Dates, Entities, Question
from ..slots.subjects import Who, kind_of

__all__ = ["FORMS"]


def _span_date(context: Context, found: Found) -> Question | None:
    """When somebody joined or left a body."""
    return Dates((Changed(found["body"], "joined" in found, member=found["state"]),))


def _changed(context: Context, found: Found) -> Question | None:
    """Who joined or left a body in a period."""
    who: Who = found["who"]
    period: Period = found["time"]
    if kind_of(who) is None or who.base is not None or period.start is None:
        return None
    return Entities((Changed(found["body"], "joined" in found, period),))


FORMS = [
    Form("<who> [ {HAVE} ] ( joined / join / acceded to / entered / became members of / became a member of / was admitted to / were admitted to ) #joined <body> <time>", _changed),
    Form("<who> [ {HAVE} ] ( left / leave / withdrew from / quit / exited ) <body> <time>", _changed),
    Form("( when did / when has / in what year did / in which year did / since when {BE} / since when {HAVE} / on what date did ) <state> [ been ] ( join / joined / accede to / enter / become a member of / a member of / in / been a member of / become part of ) #joined <body>", _span_date),
    Form("( when did / in what year did / in which year did / on what date did / until when {BE} / until when did ) <state> ( leave / withdraw from / quit / exit ) <body>", _span_date),
]  # fmt: skip
