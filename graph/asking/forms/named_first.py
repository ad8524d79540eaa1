"""Questions that name a body once, before what its members did: "which EU states joined in 2007", "original members of OPEC that left"."""

from __future__ import annotations

from ...errors import NotUnderstood
from ...model.dates import ALWAYS
from ...model.expression import Body, bodies_of
from ..kinds_of_members import kind_of_members
from ..language.form import Context, Form
from ..language.patterns import Found
from ..logic.logical_form import (
    Among,
    Condition,
    Entities,
    FirstMember,
    FirstTo,
    Joined,
    Left,
    Linked,
    MemberOf,
    NotOneOf,
    NotSo,
    Question,
    Whether,
)
from ..slots.clauses import joining, leaving
from ..slots.subjects import Who, asked_period, kind_of
from ..sparql.questions import query

__all__ = ["FORMS"]


def _joined(context: Context, found: Found) -> Question | None:
    """Which members of a set joined that set in a time, or left it; of those it has now, if "current" is said.

    Whoever joined in a time was a member then: that it left since does not matter.
    """
    who: Who = found["who"]
    if who.base is None or kind_of(who) is None:
        return None
    said = leaving(who.base, found.get("when", ())) if "left" in found else joining(who.base, found["when"])
    return Entities((said, MemberOf(who.base, context.period)) if "current" in found else (said,))


def _current(context: Context, found: Found) -> Question | None:
    return _joined(context, {**found, "who": Who(kind_of_members(context.vocabulary), found["set"])})


def _first(context: Context, found: Found) -> Question | None:
    """Which member of a body joined it, or left it, first or last."""
    who: Who = found["who"]
    if not isinstance(who.base, Body) or kind_of(who) is None:
        return None
    link = Left(ALWAYS) if "left" in found else Joined(ALWAYS)
    return Entities((FirstTo(link, who.base.entity, "last" in found),))


def _since_the_beginning(context: Context, found: Found) -> Question | None:
    """Who was in a body in its first year, is in it still, and never left it in between."""
    who: Who = found.get("who") or Who("")
    if kind_of(who) is None or who.base not in (None, Body(found["body"])):
        return None
    in_it = Body(found["body"])
    return Entities((FirstMember(found["body"]), MemberOf(in_it, context.period), NotSo(Linked(Left(ALWAYS), in_it))))


def _original(context: Context, found: Found) -> Question | None:
    """Those of the first members of a body that are in it still, that left it, or that are in it no more."""
    in_it = Body(found["body"])
    whens = found.get("when", ())
    now = MemberOf(in_it, context.period)
    said: Condition = leaving(in_it, whens) if "left" in found else NotSo(now) if "gone" in found else now
    return Entities((FirstMember(found["body"]), said))


def _original_among(context: Context, found: Found) -> Question | None:
    """Which present members of a body were in it in its first year."""
    who: Who = found["who"]
    if not isinstance(who.base, Body) or kind_of(who) is None:
        return None
    return Entities((Among(who.base, context.period), FirstMember(who.base.entity)))


def _allies(context: Context, found: Found) -> Question | None:
    """The others in a body that some states are in; None if they are not."""
    in_it = MemberOf(Body(found["body"]), asked_period(context, found), kind_of_members(context.vocabulary))
    if not context.vocabulary.graph.source.ask(query(Whether(found["members"], (in_it,)))):
        return None
    return Entities((in_it, NotOneOf(found["members"])))


def _in_one_year(context: Context, found: Found) -> Question | None:
    """Refuse what compares two dates of each member by their being the same.

    Raises
    ------
    NotUnderstood
        If both clauses are of joining or leaving one body.
    """
    clauses = (*found["clause"], *found["further"])
    bodies = [body for one in clauses if isinstance(one, (Linked, MemberOf)) for body in bodies_of(one.expression)]
    if len(clauses) == len(bodies) == 2:
        raise NotUnderstood(
            "ask cannot compare the years of two events of each member; ask who did both, without the year, or see the"
            f" years in: blocs timeline {' '.join(repr(body.short) for body in bodies)}"
        )
    return None


_CAME = (
    "( joined / entered / acceded / admitted / accepted / added / came in / got in / came aboard / became members / became a member / was admitted / were admitted"
    " / was accepted / were accepted / been admitted / was added / were added / signed up / join / enter / accede )"
)
_WENT = (
    "( left / withdrew / quit / exited / pulled out / dropped out / departed / walked out / resigned / been gone / withdrawn"
    " / leave / withdraw / pull out / drop out ) #left"
)
_CAME_OR_WENT = f"( {_CAME} / {_WENT} )"
_START = "( beginning / start / outset / foundation / founding / creation / establishment / inception / formation / very beginning / very start / first day / first year )"
_SINCE_START = (
    f"( ( since / from / right from / ever since ) ( the / its ) {_START} [ on / onwards / onward ] / ( since / from ) day one"
    " / ( since / ever since / from when ) it ( began / started / was founded / was created / was established / was set up / existed )"
    f" / since ( foundation / founding / inception ) / all along / from ( the / its ) {_START} ( to / until / till ) [ the ] ( now / today / end / present ) )"
)
_ORIGINAL = "( founding / original / founder / charter / first / initial )"
_ORIGINALS = (
    f"( {_ORIGINAL} {{NOUN}} of <body> / [ the ] <body> [ 's / ' ] {_ORIGINAL} {{NOUN}} / {_ORIGINAL} <body> {{NOUN}}"
    " / ( founders / founder ) of <body> / <body> [ 's / ' ] founders )"
)
_STILL = (
    "( ( {BE} still / still / {BE} / remain / remains / {HAVE} remained / stayed / {BE} today / {BE} now ) [ {ALSO} ]"
    " ( in it / in / members / members of it / a member / there / in the organization / part of it / its members / on board / belong to it )"
    " / still belong to it / remain / remained / stayed / never left )"
)
_GONE = (
    "( {HAVE} / {BE} / ) ( no longer / not / no more ) ( in it / in / members / members of it / a member / part of it / belong to it )"
    " [ now / today / anymore / any more / any longer ] #gone"
)
_OUT = f"[ {{HAVE}} / {{DO}} ] [ since / later / eventually ] {_WENT} [ it / later / since ] [ <when> ]"

_ALLIED = "( allied / allied themselves / joined forces / teamed up / partnered / united / joined together / sided / aligned / aligned themselves / are allied / is allied / were allied / was allied / allies / cooperates / cooperate / cooperated )"

FORMS = [
    Form(f"{{ASK}} [ {{NOUN}} ] [ {{HAVE}} / {{DO}} / {{BE}} ] [ {{ALSO}} ] {_ALLIED} [ itself / themselves ] [ together ] ( with / to ) <members> ( in / within / through / by / via / under / inside ) <body> [ <time> ]", _allies),
    Form("{OPEN} [ {BE} ] [ the ] ( allies / partners / ally / fellow members ) of <members> ( in / within / inside ) <body> [ <time> ]", _allies),
    Form("{OPEN} [ {BE} ] <members> ( 's / ' ) ( allies / partners / fellow members ) ( in / within / inside ) <body> [ <time> ]", _allies),
    Form("<who> <clause> ( and / while / when / as ) [ they / also ] <further> ( in the same year / the same year / in one year / in the same month / on the same day / at once / simultaneously / at the same time )", _in_one_year),
    Form(f"{{OPEN}} [ {{BE}} ] ( current / present / present-day / today 's ) #current <set:bare> {{NOUN}} [ {{THAT}} ] [ {{HAVE}} / {{DO}} ] {_CAME} <when>", _current),
    Form(f"<who> [ {{THAT}} ] [ {{HAVE}} / {{DO}} ] [ ever / first / only / also ] {_CAME} <when>", _joined),
    Form(f"<who> [ {{THAT}} ] [ {{HAVE}} / {{DO}} ] [ ever / since / already / also ] {_WENT} [ <when> ]", _joined),
    Form(f"<who> [ {{THAT}} ] [ {{HAVE}} / {{DO}} ] {_CAME_OR_WENT} ( first / earliest / ( last / latest / most recently ) #last )", _first),
    Form(f"<who> [ {{THAT}} ] [ {{HAVE}} / {{DO}} ] ( first / ( last / most recently ) #last ) {_CAME_OR_WENT}", _first),
    Form(f"<who> ( {{HAVE}} been / {{BE}} / stayed / remained / {{HAVE}} stayed / {{HAVE}} remained / {{HAVE}} belonged to / {{HAVE}} ) [ always / continuously ] [ {{MEMBER}} ] <body> [ {{NOUN}} ] {_SINCE_START}", _since_the_beginning),
    Form("<who> ( {HAVE} always been / {HAVE} always ) ( {MEMBER} <body> / <body> {NOUN} )", _since_the_beginning),
    Form(f"<body> {{NOUN}} {_SINCE_START}", _since_the_beginning),
    Form(f"{{OPEN}} [ of the ] {_ORIGINALS} [ {{THAT}} ] {_STILL}", _original),
    Form(f"{{OPEN}} [ of the ] {_ORIGINALS} [ {{THAT}} ] {_GONE}", _original),
    Form(f"{{OPEN}} [ of the ] {_ORIGINALS} [ {{THAT}} ] {_OUT}", _original),
    Form(f"{{OPEN}} [ of the ] {_ORIGINAL} {{NOUN}} [ {{THAT}} ] [ {{BE}} / remain ] ( still / {{ALSO}} ) [ still ] {{MEMBER}} <body>", _original),
    Form(f"{{OPEN}} [ of the ] {_ORIGINAL} {{NOUN}} [ {{THAT}} ] [ {{HAVE}} / {{DO}} ] [ since / later / eventually ] {{LEAVE}} #left <body> [ <when> ]", _original),
    Form(f"{{OPEN}} [ of the ] {_ORIGINAL} {{NOUN}} [ {{THAT}} ] ( {{BE}} no longer / {{BE}} not / no longer ) #gone {{MEMBER}} <body> [ anymore / any more / today / now ]", _original),
    Form(f"<who> [ {{THAT}} ] {{BE}} [ among [ the / its ] / {{ALSO}} ] {_ORIGINAL} {{NOUN}}", _original_among),
]  # fmt: skip
