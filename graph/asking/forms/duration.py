"""Questions of how long: for how many years somebody was in a body, who was in it the longest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...model.coverage import coverage
from ...model.dates import ALWAYS
from ..language.form import Context, Form
from ..language.patterns import Found
from ..logical_form import Entities, Joined, Left, Longest, Number, Question, Times, YearsExisting, YearsIn
from ..slots.subjects import Who, kind_of

if TYPE_CHECKING:
    from ..vocabulary import Vocabulary

__all__ = ["FORMS", "years_covered"]


def years_covered(context: Context) -> tuple[int, int] | None:
    """The years that the data cover; None if they have no dates."""
    covered = context.vocabulary.once(_covered)
    return covered if covered[0] <= covered[1] else None


def _covered(vocabulary: Vocabulary) -> tuple[int, int]:
    known = coverage(vocabulary.graph)
    return (int(known.first[:4]), int(known.last[:4])) if known.first and known.last[:4].isdigit() else (1, 0)


def _how_long(context: Context, found: Found) -> Question | None:
    years = years_covered(context)
    return Number((YearsIn(found["state"], found["body"], years),)) if years is not None else None


def _existed(context: Context, found: Found) -> Question | None:
    years = years_covered(context)
    return Number((YearsExisting(found["one"], years),)) if years is not None else None


def _longest(context: Context, found: Found) -> Question | None:
    years, who = years_covered(context), found.get("who") or Who("")
    if years is None or kind_of(who) is None or who.base is not None:
        return None
    return Entities((Longest(found["body"], years, "shortest" not in found),))


_LONGEST = (
    "( [ for ] [ the ] longest [ time / period ] / [ for ] the ( shortest / briefest ) [ time / period ] #shortest )"
)
_HOW_LONG = "( [ for ] how long / [ for / during ] how many years / [ for ] what length of time / how much time )"


def _times(context: Context, found: Found) -> Question | None:
    """How many times somebody joined or left a body."""
    link: Joined | Left = Left(ALWAYS) if "left" in found else Joined(ALWAYS)
    return Number((Times(link, found["state"], found["body"]),))


_HOW_OFTEN = "( how many times / how often / on how many occasions )"

FORMS = [
    Form(f"{_HOW_OFTEN} ( {{DO}} / {{HAVE}} ) <state> [ ever ] ( {{JOIN}} / ( {{LEAVE}} ) #left / been {{STATES_IN}} / been [ a ] {{STATES_IN}} ) <body>", _times),
    Form(f"{_HOW_OFTEN} ( {{BE}} ) <state> {{STATES_IN}} <body>", _times),
    Form(f"{_HOW_LONG} {{DO}} <one:body|state> ( exist / last / survive / go on ) [ for ]", _existed),
    Form("how old {BE} <one:body>", _existed),
    Form(f"{_HOW_LONG} {{HAVE}} <one:body|state> ( existed / been around / been in existence / lasted )", _existed),
    Form(f"{_HOW_LONG} ( {{BE}} / {{HAVE}} / {{DO}} ) <state> [ {{ALSO}} ] [ been / stay / stayed / remain / spend / spent ] {{STATES_IN}} <body>", _how_long),
    Form(f"{_HOW_LONG} ( {{BE}} / {{HAVE}} ) <state> [ {{ALSO}} ] [ been ] [ a / an / the ] <body> {{NOUN}}", _how_long),
    Form(f"<who> ( {{HAVE}} been / {{BE}} / stayed / {{HAVE}} belonged to / belonged to / remained / ) [ {{MEMBER}} ] <body> {_LONGEST}", _longest),
    Form("{OPEN} [ {BE} ] [ the ] ( longest / longest-serving / longest-standing / longest serving / longest standing / oldest ) ( {NOUN} ) of <body>", _longest),
    Form("{OPEN} [ {BE} ] <body> ( 's / ' ) ( longest / longest-serving / longest-standing / longest serving / longest standing / oldest ) ( {NOUN} )", _longest),
]  # fmt: skip
