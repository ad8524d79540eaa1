"""Questions of joining and leaving: who joined a body in a year, when somebody left."""

from __future__ import annotations

from ...model.dates import Period
from ...rdf.terms import sparql_term
from ..language.form import Form
from ..language.patterns import Found
from ..language.reading import Reading
from ..meaning import Question, Select
from ..slots.subjects import Who, kind_of

__all__ = ["FORMS"]


def _span_date(reading: Reading, found: Found) -> Question | None:
    """When somebody joined or left a body."""
    joined = "end" not in found
    date = "schema:startDate" if joined else "schema:endDate"
    state, body = found["state"], found["body"]
    pattern = (
        f"?fact a org:Membership ; org:member {sparql_term(state.term)} ; org:organization {sparql_term(body.term)} ;"
        f" {date} ?answer ."
    )
    return Select(f"when {state.label} {'joined' if joined else 'left'} {body.short}", pattern, answer="dates")


def _changed(reading: Reading, found: Found) -> Question | None:
    """Who joined or left a body in a period."""
    who: Who = found["who"]
    period: Period = found["time"]
    if kind_of(who) is None or who.base is not None or period.start is None:
        return None
    joined = "end" not in found
    date = "schema:startDate" if joined else "schema:endDate"
    body = found["body"]
    pattern = (
        f"?fact a org:Membership ; org:member ?answer ; org:organization {sparql_term(body.term)} ; {date} ?when .\n"
        f"{period.sparql('when', 'when')}"
    )
    return Select(f"who {'joined' if joined else 'left'} {body.short} in {period}", pattern)


FORMS = [
    Form("<who> [ {HAVE} ] ( joined / join / acceded to / entered / became members of / became a member of / was admitted to / were admitted to ) <body> <time>", _changed),
    Form("<who> [ {HAVE} ] ( left / leave / withdrew from / quit / exited ) <body> <time>", lambda r, f: _changed(r, {**f, "end": True})),
    Form("( when did / when has / in what year did / in which year did / since when {BE} / since when {HAVE} / on what date did ) <state> [ been ] ( join / joined / accede to / enter / become a member of / a member of / in / been a member of / become part of )  <body>", _span_date),
    Form("( when did / in what year did / in which year did / on what date did / until when {BE} / until when did ) <state> ( leave / withdraw from / quit / exit ) <body>", lambda r, f: _span_date(r, {**f, "end": True})),
]  # fmt: skip
