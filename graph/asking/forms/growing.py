"""Questions of growth: which bodies grew most between two years, which members came to be in the most bodies more."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.dates import Period
from ..kinds_of_members import kind_of_members
from ..language.form import Context, Form
from ..language.patterns import Found
from ..language.reading import Reading, slot
from ..logic.logical_form import Bound, Entities, Extreme, Grown, Place, Question
from ..slots.dates import ranges

__all__ = ["FORMS"]


@slot("from_to")
def _from_to(reading: Reading, at: int) -> Iterator[tuple[Period, int]]:
    """Two dates that are compared: "between 1990 and 2000", "from 1990 to 2000", "in the 1990s", "since 1990"."""
    for end in reading.any_of(at, "between", "from", "between the years", "from the year"):
        yield from reading.slot("two_years", end)
    for end in reading.any_of(at, "in", "during", "over", "throughout", "within"):
        yield from ((period, stop) for period, stop in ranges(reading.words, end) if period.start != period.end)
    now = reading.graph.period(None)
    for end in reading.any_of(at, "since", "after"):
        for date, stop in reading.slot("date", end):
            if now.end is not None and date < now.end:
                yield Period(date, now.end), stop


def _grown(context: Context, found: Found) -> Question | None:
    """What grew the most, the least or by so many, in members or in bodies; by its loss, if it shrank."""
    period: Period = found["from_to"]
    if period.start is None or period.end is None or period.start == period.end:
        return None
    of_states = "kind" in found and found["kind"] != "body"
    kind = kind_of_members(context.vocabulary) if of_states else ""
    if of_states and (found["kind"] not in ("state", kind) or "sized" not in found):
        return None  # a country grows by more than the bodies it is in
    number: Extreme | Place | Bound
    if "number" in found:
        by = float(found["number"])
        limit = -by if "shrunk" in found else by
        number = Bound((("<=" if "shrunk" in found else ">=", limit),))
    elif "first" in found:
        number = Place("shrunk" not in found, int(found["first"]))
    else:
        number = Extreme("shrunk" not in found)
    earlier, later = (Period(date, date) for date in (period.start, period.end))
    return Entities((Grown("bodies" if of_states else "members", earlier, later, number, kind),))


def _more_than_then(context: Context, found: Found) -> Question | None:
    """What had more members, or fewer, in one year than in another."""
    first, second = found["date"], found["other"]
    if first == second:
        return None
    earlier, later = sorted((first, second))
    # More in the earlier year is a loss.
    lost = (first == earlier) == ("fewer" not in found)
    number = Bound((("<=", -1.0),) if lost else ((">=", 1.0),))
    return Entities((Grown("members", Period(earlier, earlier), Period(later, later), number, ""),))


_WHAT = "[ {THE} ] [ <first:so_many> ] ( <kind> / {BODY_NOUN} / )"
_GREW = "( grow / grew / grown / expand / expanded / increase / increased / ( shrink / shrank / shrunk / contract / contracted / decline / declined ) #shrunk )"
_MOST = "( [ the ] ( most / fastest / largest / strongest ) / the quickest / [ by ] the most )"
_BY_SO_MANY = "by ( at least / ) <number> [ {NOUN} / or more / {NOUN} or more ]"
_SIZE = "( membership / number of members / memberships / number of memberships / number of {BODY_NOUN} / size ) #sized"
_GROWTH = "( growth / increase / expansion / enlargement / gain / ( decline / decrease / loss / shrinkage ) #shrunk )"
_HIGHEST = "[ the ] ( most / largest / biggest / greatest / highest / strongest / fastest )"
_GROWING = "( growing / expanding / ( shrinking / declining ) #shrunk )"

_CUES = frozenset(
    [
        "grow",
        "grew",
        "grown",
        "expand",
        "expanded",
        "increase",
        "increased",
        "shrink",
        "shrank",
        "shrunk",
        "contract",
        "contracted",
        "decline",
        "declined",
        "growth",
        "expansion",
        "enlargement",
        "gain",
        "decrease",
        "loss",
        "shrinkage",
        "growing",
        "expanding",
        "shrinking",
        "declining",
    ]
)
"""Words of which each such question has one."""

FORMS = [
    Form(f"{{OPEN}} {_WHAT} [ {{THAT}} ] [ {{HAVE}} / {{DO}} ] {_GREW} ( {_MOST} / {_BY_SO_MANY} ) [ in {_SIZE} ] <from_to>", _grown, cues=_CUES),
    Form(f"{{OPEN}} {_WHAT} [ {{THAT}} ] [ {{HAVE}} / {{DO}} ] {_GREW} <from_to> {_MOST}", _grown, cues=_CUES),
    Form(f"<from_to> {{ASK}} {_WHAT} [ {{HAVE}} / {{DO}} ] {_GREW} ( {_MOST} / {_BY_SO_MANY} )", _grown, cues=_CUES),
    Form(f"{{OPEN}} {_WHAT} [ {{THAT}} ] ( {{HAVE}} / {{DO}} have / saw / with / experienced / show / showed ) {_HIGHEST} {_GROWTH} [ in {_SIZE} / of {_SIZE} ] <from_to>", _grown, cues=_CUES),
    Form("{OPEN} [ {THE} ] ( <kind> / {BODY_NOUN} ) [ {THAT} ] ( {HAVE} / with ) ( more / ( fewer / less ) #fewer ) {NOUN} in <date> than [ they did / it did / they had / it had ] in <other:date>", _more_than_then),
    Form(f"whose {_SIZE} [ {{HAVE}} ] {_GREW} {_MOST} <from_to>", _grown, cues=_CUES),
    Form(f"{{OPEN}} {_WHAT} ( 's / ' ) {_SIZE} [ {{HAVE}} ] {_GREW} {_MOST} <from_to>", _grown, cues=_CUES),
    Form(f"{{OPEN}} [ {{BE}} ] [ the ] [ <first:so_many> ] ( fastest / quickest / most rapidly / fastest - / most ) {_GROWING} ( <kind> / {{BODY_NOUN}} ) <from_to>", _grown, cues=_CUES),
]  # fmt: skip
