"""Questions of how long: for how many years somebody was in a body, who was in it the longest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...model.coverage import coverage
from ...model.dates import ALWAYS
from ..language.form import Context, Form
from ..language.patterns import Found
from ..logic.logical_form import (
    Among,
    Bound,
    Dates,
    Entities,
    Extreme,
    Joined,
    Left,
    Longest,
    Moment,
    Number,
    Question,
    Than,
    Times,
    Whether,
    YearsBetween,
    YearsExisting,
    YearsIn,
    YearsWhen,
)
from ..lookup.moment_dates import dates_of
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
    """For how many years somebody was in a body, or out of it."""
    years = years_covered(context)
    return Number((YearsIn(found["member"], found["body"], years, out="out" in found),)) if years is not None else None


def _years_when(context: Context, found: Found) -> Question | None:
    """In which years somebody was in a body, or out of it."""
    years = years_covered(context)
    return Dates((YearsWhen(found["member"], found["body"], years, out="out" in found),)) if years is not None else None


def _between(context: Context, found: Found) -> Question | None:
    """How many years lie between two things that were done once each; what the second leaves out is that of the first."""
    link: Joined | Left = Left(ALWAYS) if "left" in found else Joined(ALWAYS)
    one = Moment(link, found["member"], found["body"])
    other = Moment(link, found.get("other_member", one.member), found.get("other", one.body))
    this, that = (dates_of(context.vocabulary.graph, moment) for moment in (one, other))
    if one == other or len(this) != 1 or len(that) != 1:
        return None
    if ("after" in found and this < that) or ("before" in found and this > that):
        return None  # it was the other way round
    return Number((YearsBetween(one, other),))


def _existed(context: Context, found: Found) -> Question | None:
    years = years_covered(context)
    return Number((YearsExisting(found["one"], years),)) if years is not None else None


def _old_then(context: Context, found: Found) -> Question | None:
    """How old a body was in a year."""
    years, date = years_covered(context), found["date"]
    if years is None or not date[:4].isdigit():
        return None
    return Number((YearsExisting(found["one"], (years[0], int(date[:4]))),))


def _longest(context: Context, found: Found) -> Question | None:
    years, who = years_covered(context), found.get("who") or Who("")
    if years is None or kind_of(who) is None or who.base is not None:
        return None
    return Entities((Longest(found["body"], years, Extreme("shortest" not in found)),))


def _so_long(context: Context, found: Found) -> Question | None:
    """Who was in a body for so many years, or longer than another; of the members of a set, if one is named."""
    years, who, number = years_covered(context), found.get("who") or Who(""), _so_many(found)
    if years is None or kind_of(who) is None or number is None:
        return None
    among = (Among(who.base, context.period),) if who.base is not None else ()
    return Entities((*among, Longest(found["body"], years, number)))


def _whether_so_long(context: Context, found: Found) -> Question | None:
    """Whether a state was in a body for so many years, or longer than another."""
    years, number = years_covered(context), _so_many(found)
    if years is None or number is None or found["member"] == found.get("other"):
        return None
    return Whether((found["member"],), (Longest(found["body"], years, number),))


def _longer_of_two(context: Context, found: Found) -> Question | None:
    """Which of some that are named was in a body for longer: what narrows the question names them."""
    years = years_covered(context)
    if years is None:
        return None
    return Entities((Longest(found["body"], years, Extreme("shorter" not in found, of_named=True)),))


def _so_many(found: Found) -> Bound | Than | None:
    if "other" in found:
        return Than("<" if "shorter" in found else "=" if "same" in found else ">", found["other"])
    number = found["quantity"]
    return number if isinstance(number, Bound) else None


_LONGEST = (
    "( [ for ] [ the ] longest [ time / period ] / [ for ] the ( shortest / briefest ) [ time / period ] #shortest )"
)
_HOW_LONG = "( [ for ] how long / [ for / during ] how many years / [ for ] what length of time / how much time )"


def _times(context: Context, found: Found) -> Question | None:
    """How many times somebody joined or left a body."""
    link: Joined | Left = Left(ALWAYS) if "left" in found else Joined(ALWAYS)
    return Number((Times(link, found["member"], found["body"]),))


_BEEN = "( {HAVE} been / {BE} / {HAVE} / {DO} / stayed / {HAVE} belonged to / belonged to / remained / ) [ {ALSO} ] [ been / stay / stayed / remained ] [ {MEMBER} ]"
_FOR_SO_LONG = "( for / during / over / ) <quantity> years"
_THAN = (
    "[ for ] [ a ] ( longer [ time / period ] / ( shorter [ time / period ] / less time / less long ) #shorter / more years"
    " / fewer years #shorter / ( as long / just as long / equally long ) #same ) ( than / as ) [ {DO} / {HAVE} / {BE} ]"
)
_LONGER = "[ for ] [ the / a ] ( longer [ time / period ] / ( shorter [ time / period ] ) #shorter / more years / fewer years #shorter )"
_HOW_OFTEN = "( how many times / how often / on how many occasions )"

_MANY_YEARS = "( how many years / how much time / how long )"
_JOINING = "( {JOIN} / 's entry into / 's accession to / 's entry to / accession to / entry into / membership of )"
_LEAVING = "( {LEAVE} ) #left"

_OUT = "( out of / outside / outside of / absent from / away from / missing from / not ( {STATES_IN} / {MEMBER_NOT} ) / no longer {STATES_IN} ) #out"
_WHICH_YEARS = (
    "( when / [ in / during / for / between / from ] ( which / what ) ( years / year / periods / period / time / dates ) / from when ( to / until / till ) when"
    " / from ( which / what ) year ( to / until ) ( which / what ) year / [ {LIST} ] [ the ] years [ in which / when / during which / that ] / in what year or years )"
)
_BACK = "( rejoin / rejoining / return to / returning to / come back to / coming back to / re-enter / get back into / came back to / rejoined / returned to )"

_YEARS = frozenset(["when", "year", "years", "period", "periods", "time", "dates"])
"""Words of which each such question has one."""

_ABSENT = frozenset(
    [
        "out",
        "outside",
        "absent",
        "away",
        "missing",
        "not",
        "no",
        "rejoin",
        "rejoining",
        "rejoined",
        "return",
        "returning",
        "returned",
        "come",
        "coming",
        "came",
        "re-enter",
        "get",
    ]
)
"""Words of which each question of absence has one."""

FORMS = [
    Form(f"{_HOW_LONG} ( {{BE}} / {{HAVE}} / {{DO}} ) <member> [ {{ALSO}} ] [ been / stay / stayed / remain / remained / spend / spent ] {_OUT} <body>", _how_long, cues=_ABSENT),
    Form(f"{_HOW_LONG} ( did it take [ for ] <member> to / before / until / passed before / went by before / did it take until ) [ <member> ] {_BACK} #out <body> [ after leaving [ it ] / after it left [ it ] ]", _how_long, cues=_ABSENT),
    Form(f"{_HOW_LONG} ( {{BE}} / {{DO}} / passed / lie / were there ) between <member> [ 's / ' ] ( leaving / exit from / withdrawal from / departure from ) [ it ] and {_BACK} #out <body>", _how_long, cues=_ABSENT),
    Form(f"{_HOW_LONG} {{DO}} <member> ( stay / remain / keep / spend ) {_OUT} <body>", _how_long, cues=_ABSENT),
    Form(f"{_WHICH_YEARS} ( {{BE}} / {{HAVE}} / {{DO}} / ) <member> [ {{ALSO}} ] [ been / stay / stayed / remain / remained ] ( {{STATES_IN}} / {_OUT} ) <body>", _years_when, cues=_YEARS),
    Form(f"{_WHICH_YEARS} ( {{BE}} / {{HAVE}} ) <member> [ been ] [ a / an ] [ not #out ] <body> {{NOUN}}", _years_when, cues=_YEARS),
    Form(f"{_MANY_YEARS} [ passed / elapsed / went by / lay / lie / were there / was there / are there / is there / {{BE}} ] between <member> ( {_JOINING} <body> and [ <other_member:member> ] [ {_JOINING} ] <other:body> / {_LEAVING} <body> and [ <other_member:member> ] ( {{LEAVE}} ) <other:body> )", _between),
    Form(f"{_MANY_YEARS} ( after #after / before #before ) <other_member:member> {{DO}} <member> ( {{JOIN}} / ( {{LEAVE}} ) #left ) <body>", _between),
    Form(f"{_MANY_YEARS} ( earlier than #before / later than #after ) <other_member:member> {{DO}} <member> ( {{JOIN}} / ( {{LEAVE}} ) #left ) <body>", _between),
    Form(f"{_MANY_YEARS} ( earlier #before / later #after ) {{DO}} <member> ( {{JOIN}} / ( {{LEAVE}} ) #left ) <body> than <other_member:member> [ did ]", _between),
    Form(f"{_MANY_YEARS} ( apart / from each other ) {{DO}} <member> and <other_member:member> ( {{JOIN}} / ( {{LEAVE}} ) #left ) <body>", _between),
    Form(f"<who> [ {{THAT}} ] {_BEEN} <body> {_FOR_SO_LONG}", _so_long),
    Form(f"<who> [ {{THAT}} ] {_BEEN} <body> {_THAN} <other:member> [ {{DO}} / {{HAVE}} / {{BE}} ]", _so_long),
    Form(f"( {{HAVE}} / {{BE}} / {{DO}} ) <member> [ {{ALSO}} ] [ been / stay / stayed / belong / remain ] ( {{STATES_IN}} / to / ) [ a ] <body> [ {{NOUN}} ] {_FOR_SO_LONG}", _whether_so_long),
    Form(f"( {{HAVE}} / {{BE}} / {{DO}} ) <member> [ {{ALSO}} ] [ been / stay / stayed / belong / remain ] ( {{STATES_IN}} / to / ) [ a ] <body> [ {{NOUN}} ] {_THAN} <other:member> [ {{DO}} / {{HAVE}} / {{BE}} ]", _whether_so_long),
    Form(f"<who> {_BEEN} <body> {_LONGER}", _longer_of_two),
    Form(f"{_HOW_OFTEN} ( {{DO}} / {{HAVE}} ) <member> [ ever ] ( {{JOIN}} / ( {{LEAVE}} ) #left / been {{STATES_IN}} / been [ a ] {{STATES_IN}} ) <body>", _times),
    Form(f"{_HOW_OFTEN} ( {{BE}} ) <member> {{STATES_IN}} <body>", _times),
    Form(f"{_HOW_LONG} {{DO}} <one:body|member> ( exist / last / survive / go on ) [ for ]", _existed),
    Form("how old {BE} <one:body>", _existed),
    Form("( how old {BE} / age of / the age of / what {BE} the age of ) <one:body> ( in / as of / by ) <date>", _old_then),
    Form("( age of / the age of / what {BE} the age of ) <one:body>", _existed),
    Form(f"{_HOW_LONG} {{HAVE}} <one:body|member> ( existed / been around / been in existence / lasted )", _existed),
    Form(f"{_HOW_LONG} ( {{BE}} / {{HAVE}} / {{DO}} ) <member> [ {{ALSO}} ] [ been / stay / stayed / remain / spend / spent ] {{STATES_IN}} <body>", _how_long),
    Form(f"{_HOW_LONG} ( {{BE}} / {{HAVE}} ) <member> [ {{ALSO}} ] [ been ] [ a / an / the ] <body> {{NOUN}}", _how_long),
    Form(f"<who> ( {{HAVE}} been / {{BE}} / stayed / {{HAVE}} belonged to / belonged to / remained / ) [ {{MEMBER}} ] <body> {_LONGEST}", _longest),
    Form("{OPEN} [ {BE} ] [ the ] ( longest / longest-serving / longest-standing / longest serving / longest standing / oldest ) ( {NOUN} ) of <body>", _longest),
    Form("{OPEN} [ {BE} ] <body> ( 's / ' ) ( longest / longest-serving / longest-standing / longest serving / longest standing / oldest ) ( {NOUN} )", _longest),
]  # fmt: skip
