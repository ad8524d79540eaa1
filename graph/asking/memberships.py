"""Questions of membership: who is in which bodies, which bodies somebody is in, whether, since when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..dates import Period
from ..entities import Entity
from ..expression import And, Body, Everyone, Expression, Minus, bodies_of
from ..membership import expression_pattern_of, membership_pattern
from ..source import values
from ..terms import sparql_term
from .grammar import Form
from .patterns import Found, compiled
from .questions import Question, Select, YesNo, at, exists, members, named, only_of, shared_bodies
from .reading import Reading, slot
from .sets import alone, bodies_sorted

__all__ = ["FORMS", "Who", "everyone_asked_of"]


@dataclass(frozen=True)
class Who:
    """Whom a question asks for: their kind, and the set of bodies that they are taken from, if it names one."""

    kind: str
    base: Expression | None = None


_WHO = [
    compiled("{ASK} [ [ are / is / were / was ] {THE} ] [ other / different ] [ <number> ] <kind>"),
    compiled("{ASK} [ are / is / were ] [ {THE} ] <base>"),
    compiled("{ASK} [ all / else ]"),
    compiled("[ {THE} / a list of [ {THE} ] / the list of [ {THE} ] / the names of [ {THE} ] ] <base>"),
    compiled("[ {THE} / a list of [ {THE} ] / the list of [ {THE} ] / the names of [ {THE} ] ] <kind>"),
    compiled("[ {THE} ] those"),
    compiled("( of / among / out of / from among / in / from ) [ {THE} ] <base> {ASK} [ of them / ones ]"),
]


@slot("who")
def _who(reading: Reading, start: int) -> Iterator[tuple[Who, int]]:
    """Whom the question asks for: "who", "which states", "list the CST members"."""
    for pattern in _WHO:
        for end, found in pattern.match(reading, start, {}):
            if end > start and ("number" not in found or found["number"] > 1):
                yield Who(found.get("kind", "state" if found.get("base") else ""), found.get("base")), end


_BASE = [
    compiled(
        "[ {THE} ] [ <number> ] {NOUN} ( of / in / from / belonging to / that belong to / common to / shared by ) <set>"
    ),
    compiled("[ {THE} ] [ <number> ] [ {COMMON} / current / present ] {NOUN} ( of / in / to ) <set>"),
    compiled("[ {THE} / a ] [ <number> ] [ current / present ] <bare> {NOUN}"),
    compiled("[ {THE} ] <bare> ( ' / 's ) [ <number> ] {NOUN}"),
    compiled("[ {THE} ] [ <number> ] {NOUN} <none>"),
    compiled("[ {THE} / a ] [ <number> ] non <out:bare> {NOUN} [ ( of / in / from ) <set> ]"),
    compiled("[ {THE} / a ] [ <number> ] <set:bare> non <out:bare> {NOUN}"),
    compiled("( everyone / everybody / all those / those / those states / those countries ) ( in / of / from ) <set>"),
    compiled("[ {THE} ] non {NOUN} of <out:set>"),
    compiled("[ {THE} ] {NOUN} ( of / in ) <set> {EXCEPT} <excepted>"),
    compiled("[ {THE} ] <set:bare> {NOUN} {EXCEPT} <excepted>"),
]


@slot("base")
def _base(reading: Reading, start: int) -> Iterator[tuple[Expression, int]]:
    """Members of a set of bodies, as a noun: "members of the CST", "CST member states"."""
    for pattern in _BASE:
        for end, found in pattern.match(reading, start, {}):
            if _two_nouns(reading, start, end):
                continue
            if "none" in found:
                yield found["none"], end
            elif taken := found.get("out") or found.get("excepted"):
                yield Minus(found.get("set", Everyone()), taken), end
            else:
                yield found.get("set") or found["bare"], end


def _two_nouns(reading: Reading, start: int, end: int) -> bool:
    """Whether a phrase lists two sets of members, of which nobody can tell whether it means all or those of both."""
    return any(
        reading.words[at] == "and" and any(stop < end for stop in reading.after("NOUN", after))
        for at in range(start, end)
        for after in (at + 1, *reading.any_of(at + 1, "all", "the", "all the"))
    )


@slot("bare")
def _bare(reading: Reading, start: int) -> Iterator[tuple[Expression, int]]:
    yield from ((Body(entity), end) for entity, end in reading.entities(start, ("body",)))


@slot("states")
def _states(reading: Reading, start: int) -> Iterator[tuple[tuple[Entity, ...], int]]:
    """States joined by "and", the longest list first."""

    def more(found: tuple[Entity, ...], end: int, joined: bool) -> Iterator[tuple[tuple[Entity, ...], int]]:
        links = [
            (stop, True) for stop in reading.any_of(end, "and", "as well as", "and also", "together with", "along with")
        ]
        for link, word in [*links, (end, False)]:
            for item, stop in reading.slot("state", link):
                if item not in found:
                    yield from more((*found, item), stop, word)
        if joined or len(found) == 1:
            yield found, end

    for begin in dict.fromkeys([*reading.any_of(start, "both", "all of", "all"), start]):
        for first, end in reading.slot("state", begin):
            yield from more((first,), end, False)


_ROLES = {
    "observer": "observer", "observers": "observer", "an observer": "observer", "associate": "associate",
    "associates": "associate", "an associate": "associate", "associate member": "associate",
    "associate members": "associate", "an associate member": "associate", "observer states": "observer",
    "full member": "full", "full members": "full", "a full member": "full", "associated states": "associate",
    "associate states": "associate", "observer state": "observer",
}  # fmt: skip


@slot("role_name")
def _role_name(reading: Reading, start: int) -> Iterator[tuple[str, int]]:
    """A role of members: "observers", "an associate member"."""
    for phrase, role in _ROLES.items():
        yield from ((role, end) for end in reading.any_of(start, phrase))


def _period(reading: Reading, found: Found) -> Period:
    period: Period = found.get("time") or reading.period
    return period


def _kind(who: Who) -> str | None:
    return who.kind if who.kind in ("", "state") else None


def _listed(reading: Reading, found: Found) -> Question | None:
    """Members of a set, taken from a base where one is named."""
    who: Who = found.get("who") or Who("")
    kind = _kind(who)
    if kind is None:
        return None
    if who == Who("") and "what" in reading.words[:1] and "part" in reading.words:
        return None  # "what is part of the CIS" asks for bodies
    asks = {"who", "which", "what", "that"} & set(reading.words)
    if not asks and _two_nouns(reading, 0, len(reading.words)):
        return None
    expression: Expression | None = found.get("set")
    excluded: Expression | None = found.get("none")
    if isinstance(excluded, Minus):
        base = expression or who.base
        expression = Minus(base, excluded.right) if base else excluded
        if expression.left is not who.base and who.base is not None:
            expression = And(who.base, expression)
    elif expression is None:
        expression = who.base
    elif who.base is not None:
        expression = _within(who.base, expression)
    if expression is None:
        return None
    return members(expression, _period(reading, found), kind)


def everyone_asked_of(who: Who, period: Period) -> Select | None:
    """All whom a noun phrase names: "CST members", "states"."""
    kind = _kind(who)
    return None if not kind else members(who.base or Everyone(), period, kind)


def _within(base: Expression, expression: Expression) -> Expression:
    """`expression` among the members of `base`; "CIS members in CST but not GUUAM" reads from left to right."""
    if isinstance(expression, Minus):
        return Minus(_within(base, expression.left), expression.right)
    return And(base, expression)


def _only(reading: Reading, found: Found) -> Question | None:
    """Members of one body that are in no other."""
    return _listed(reading, {**found, "set": alone(found["ref"])})


def _less(reading: Reading, found: Found) -> Question | None:
    """Members of a base without those of other bodies: "CIS members except those of the CST"."""
    who: Who = found["who"]
    if who.base is None or _kind(who) is None:
        return None
    return members(Minus(who.base, found["taken"]), _period(reading, found), who.kind)


def _plain_set(reading: Reading, found: Found) -> Question | None:
    """A set by itself: "CIS but not CST"; a body by itself asks nothing."""
    return None if isinstance(found["set"], Body) else members(found["set"], _period(reading, found))


def _with_role(reading: Reading, found: Found) -> Question:
    return members(found["set"], _period(reading, found), "", found["role_name"])


def _has_members(reading: Reading, found: Found) -> Question | None:
    """Which states a body has, or what several have in common."""
    if found.get("kind") not in (None, "", "state") or _two_nouns(reading, 0, len(reading.words)):
        return None
    return members(found["set"], _period(reading, found), found.get("kind") or "")


def _bodies(reading: Reading, found: Found) -> Question | None:
    if found.get("kind", "body") not in ("", "body"):
        return None
    # No body is named here, so that a noun such as "treaties" is one for what is asked for.
    spans = ((i, i + length) for i in range(len(reading.words)) for length in (2, 1))
    sorts = [these for span in spans if (these := bodies_sorted(reading, *span)) is not None]
    all_shared = _shared(reading, found)
    return only_of(all_shared, sorts[0]) if sorts else all_shared


def _shared(reading: Reading, found: Found) -> Select:
    return shared_bodies(found["states"], _period(reading, found), found.get("not", ()), found.get("role_name", "full"))


def _common(reading: Reading, found: Found) -> Question | None:
    return _bodies(reading, found) if len(found["states"]) > 1 else None


def _whether(reading: Reading, found: Found) -> Question | None:
    """Whether states are in a set of bodies; a denial is told apart from silence."""
    states: tuple[Entity, ...] = found["states"]
    expression: Expression = found["set"]
    if expression == Everyone():
        return None
    period, role = _period(reading, found), found.get("role_name", "full")
    pattern = "\n".join(
        f"{values(f'member{i}', [state.term])}\n{expression_pattern_of(expression, f'member{i}', period, role, 100 * i)}"
        for i, state in enumerate(states, 1)
    )
    who = values("member", (state.term for state in states))
    bodies = values("body", (body.term for body in bodies_of(expression)))
    grounds = f"{who}\n{bodies}\n{membership_pattern('?member', '?body', period, role, node='fact')}"
    denial = f"{who}\n{bodies}\n?fact a blocs:NonMembership ; org:member ?member ; org:organization ?body ."
    verb = "is" if len(states) == 1 else "are"
    what = "" if role == "full" else f" with the role {role}"
    understood = f"whether {named(states)} {verb} in {expression}{what}{at(period)}"
    return YesNo(understood, pattern, grounds, denial, period, between=(states, bodies_of(expression)))


def _any_member(reading: Reading, found: Found) -> Question:
    """Whether a set has any member."""
    return exists(members(found["set"], _period(reading, found)))


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
    if _kind(who) is None or who.base is not None or period.start is None:
        return None
    joined = "end" not in found
    date = "schema:startDate" if joined else "schema:endDate"
    body = found["body"]
    pattern = (
        f"?fact a org:Membership ; org:member ?answer ; org:organization {sparql_term(body.term)} ; {date} ?when .\n"
        f"{period.sparql('when', 'when')}"
    )
    return Select(f"who {'joined' if joined else 'left'} {body.short} in {period}", pattern)


_ORDER = {"the most": "MAX", "most": "MAX", "the largest number of": "MAX", "the fewest": "MIN", "the smallest number of": "MIN", "fewest": "MIN", "the least": "MIN", "the greatest number of": "MAX", "the highest number of": "MAX", "the lowest number of": "MIN"}  # fmt: skip
_NUMBERED = {"more than": ">", "over": ">", "fewer than": "<", "less than": "<", "at least": ">=", "at most": "<=", "exactly": "=", "no more than": "<=", "no fewer than": ">=", "": "=", "only": "=", "just": "=", "under": "<"}  # fmt: skip


@slot("quantity")
def _quantity(reading: Reading, start: int) -> Iterator[tuple[tuple[str, str], int]]:
    """How many of something there are: "the most", "more than five"; in words, and as a test of `?number`."""
    for phrase, best in _ORDER.items():
        yield from (((phrase, best), end) for end in reading.any_of(start, phrase))
    for phrase, sign in _NUMBERED.items():
        for after in reading.any_of(start, phrase) if phrase else (start,):
            for number, end in reading.slot("number", after):
                yield (f"{phrase} {number:g}".strip(), f"FILTER(?number {sign} {number:g})"), end


def _ranked(reading: Reading, found: Found, of_bodies: bool) -> Question | None:
    """Bodies by how many members they have, or members by how many bodies they are in."""
    if found.get("kind", "") not in (("", "body") if of_bodies else ("", "state")):
        return None
    period = _period(reading, found)
    words, test = found["quantity"]

    def counted(one: str, number: str, nth: str) -> str:
        pair = (f"?each{nth}", one) if of_bodies else (one, f"?each{nth}")
        inner = membership_pattern(*pair, period, number=nth)
        return f"{{ SELECT {one} (COUNT(DISTINCT ?each{nth}) AS {number}) WHERE {{\n{inner}\n}} GROUP BY {one} }}"

    pattern = counted("?answer", "?number", "1")
    if not test.startswith("FILTER"):
        pattern += f"\n{{ SELECT ({test}(?of) AS ?best) WHERE {{ {counted('?other', '?of', '2')} }} }}"
        test = "FILTER(?number = ?best)"
    ends = ("?member", "?answer") if of_bodies else ("?answer", "?body")
    grounds = f"{{ SELECT DISTINCT ?answer WHERE {{\n{pattern}\n{test}\n}} }}\n{membership_pattern(*ends, period, node='fact')}"
    understood = f"bodies that have {words} members" if of_bodies else f"states that are in {words} bodies"
    kinds = ("body",) if of_bodies else ("state",)
    return Select(f"{understood}{at(period)}", f"{pattern}\n{test}", grounds=grounds, period=period, kinds=kinds)


FORMS = [
    # Who joined or left; before the members, since "joined" with a date is an accession
    Form("<who> [ {HAVE} ] ( joined / join / acceded to / entered / became members of / became a member of / was admitted to / were admitted to ) <body> <time>", _changed),
    Form("<who> [ {HAVE} ] ( left / leave / withdrew from / quit / exited ) <body> <time>", lambda r, f: _changed(r, {**f, "end": True})),
    # Members of sets
    Form("<who> <none> [ <time> ]", _listed, "which states are not in BODY"),
    Form("<who> {IN} <set> [ <time> ]", _listed, "who is in BODY and BODY"),
    Form("<who> [ {THAT} ] {BE} ( only / solely / exclusively / just ) {MEMBER} <ref> [ <time> ]", _only),
    Form("<who> [ {THAT} ] only belong to <ref> [ <time> ]", _only),
    Form("<time> <who> {IN} <set>", _listed),
    Form("<time> <who> <none>", _listed),
    Form("<who> {BUT_NOT} <taken> [ <time> ]", _less),
    Form("<who> {EXCEPT} <taken:excepted> [ <time> ]", _less),
    Form("{ASK} [ {THE} ] <kind> {HAVE} [ a / full ] <set> membership [ <time> ]", _has_members),
    Form("{ASK} <kind> are there", lambda r, f: members(Everyone(), r.period, "state") if f["kind"] == "state" else None),
    Form("<set> [ who / which states / which countries ] [ {BE} ] {MEMBER} it [ <time> ]", _has_members),
    Form("<who> [ {THAT} ] {BE} [ {ALSO} ] <set> {NOUN} [ <time> ]", _listed),
    Form("<who> {BE} there [ {IN_REST} <set> ] [ <time> ]", _listed),
    Form("<who> [ {BE} / {DO} ] [ <time> ]", _listed, "list the members of BODY"),
    Form("{OPEN} [ the ] ( members / membership / member list / composition / member states / full members ) of <set> [ <time> ]", _has_members),
    Form("{ASK} [ {THE} ] {NOUN} {HAVE} <set> [ got ] [ <time> ]", _has_members),
    Form("{OPEN} {NOUN} [ {THAT} ] <set> {SHARE} [ <time> ]", _has_members),
    Form("<who> without <bare> membership [ <time> ]", lambda r, f: _less(r, {**f, "taken": f["bare"]})),
    Form("<who> with <bare> membership [ <time> ]", lambda r, f: _listed(r, {**f, "set": f["bare"]})),
    Form("{DO} <one:set> share [ any ] {NOUN} with <other:set> [ <time> ]", lambda r, f: _any_member(r, {**f, "set": And(f["one"], f["other"])})),
    Form("{DO} <one:set> {HAVE} [ any ] {NOUN} in common with <other:set> [ <time> ]", lambda r, f: _any_member(r, {**f, "set": And(f["one"], f["other"])})),
    Form("{ASK} {DO} <set> ( {HAS} / consist of / have as members / have as its members / be made up of / bring together / unite ) [ {AS_MEMBER} ] [ <time> ]", _has_members),
    Form("{ASK} [ {THE} ] <kind> [ {DO} ] <set> ( {HAS} / consist of / unite / {HAVE} got ) [ {AS_MEMBER} ] [ <time> ]", _has_members, "which states does BODY include"),
    Form("( of / from ) {ASK} <kind> {DO} <set> ( consist / be made up ) [ <time> ]", _has_members),
    Form("{ASK} {BE} <set> ( made up of / composed of / comprised of ) [ <time> ]", _has_members),
    Form("{ASK} {DO} <set> {HAVE} [ as ] [ {THE} ] ( members / member states ) [ <time> ]", _has_members),
    Form("{ASK} [ {BE} ] <set> ( 's / ' ) {NOUN} [ <time> ]", _has_members),
    Form("<set> ( 's / ' ) ( {NOUN} / membership / composition )", _has_members),
    Form("<set> ( {NOUN} / membership / member list ) [ list ] [ <time> ]", _has_members),
    Form("{ASK} [ {COMMON} ] <kind> {DO} <set> {SHARE} [ <time> ]", _has_members, "which members do BODY and BODY share"),
    Form("{ASK} {DO} <set> {SHARE} [ <time> ]", _has_members),
    Form("[ {ASK} / {ASK} {BE} ] [ {THE} ] {COMMON} {NOUN} ( of / to / between / in ) <set> [ <time> ]", _has_members),
    Form("[ {ASK} / {ASK} {BE} ] [ the ] ( overlap / intersection / common membership / shared membership ) ( of / between / in membership between ) [ {THE} ] [ {NOUN} of ] <set> [ <time> ]", _has_members),
    Form("[ {ASK} ] [ {BE} ] [ {THE} ] [ states / countries ] [ with ] [ the ] <role_name> [ status ] ( of / in / to / at ) <set> [ <time> ]", _with_role),
    Form("<who> {BE} <role_name> ( of / in / to / at ) <set> [ <time> ]", _with_role),
    Form("{ASK} [ states / countries ] ( {HAVE} / {HAVE} the status of / holds / hold ) <role_name> [ status ] ( in / of / with / at ) <set> [ <time> ]", _with_role),
    Form("<set> ( consists of / includes / contains / comprises / unites / has / is made up of / consist of ) {ASK} <kind> [ as members ] [ <time> ]", _has_members),
    # By number
    Form("{ASK} [ {THE} ] [ <kind> ] [ {THAT} ] ( {HAVE} / with / {HAVE} got / count / counts / unite / unites ) <quantity> {NOUN} [ <time> ]", lambda r, f: _ranked(r, f, True)),
    Form("{ASK} [ {THE} ] <kind> [ {THAT} ] [ {BE} / {DO} / {HAVE} ] {MEMBER} <quantity> {BODY_NOUN} [ <time> ]", lambda r, f: _ranked(r, f, False)),
    Form("who {BE} {MEMBER} <quantity> {BODY_NOUN} [ <time> ]", lambda r, f: _ranked(r, f, False)),
    Form("{ASK} [ {THE} ] [ <kind> ] {HAVE} <quantity> {TIE} [ <time> ]", lambda r, f: _ranked(r, f, False)),
    Form("{ASK} {BE} the ( largest / biggest ) {BODY_NOUN} [ by members / by membership / by number of members ]", lambda r, f: _ranked(r, {**f, "quantity": ("the most", "MAX")}, True)),
    Form("{ASK} {BE} the smallest {BODY_NOUN} [ by members / by membership / by number of members ]", lambda r, f: _ranked(r, {**f, "quantity": ("the fewest", "MIN")}, True)),
    # Bodies of states
    Form("{ASK} [ {COMMON} / {THE} ] <kind> [ that / which ] ( {DO} / {BE} / {HAVE} ) <states> [ {ALSO} ] {OF_STATES} [ {ALSO} ] [ in common ] [ <time> ]", _bodies, "which bodies is STATE in"),
    Form("{ASK} [ {THE} ] {BODY_NOUN} ( {DO} / {HAVE} ) <states> [ {ALSO} ] ( have / hold / has ) [ <time> ]", _bodies),
    Form("( to / in / of ) {ASK} <kind> ( {DO} / {BE} / {HAVE} ) <states> [ {ALSO} ] [ belong / members / a member / participate / included / represented / membership / hold membership / have membership ] [ <time> ]", _bodies),
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
    # Whether
    Form("( {BE} / {DO} / {HAVE} ) <states> [ {ALSO} ] [ {BE} ] {STATES_IN} <set> [ <time> ]", _whether, "is STATE a member of BODY"),
    Form("( {BE} / {DO} / {HAVE} ) <states> [ {ALSO} ] [ a / one of the / among the / part of the ] [ full ] <set> ( member / members / member state / member states / member country / country / state / states ) [ <time> ]", _whether),
    Form("( {DO} / {HAVE} ) <set> [ {ALSO} ] {HAS} <states> [ {AS_MEMBER} ] [ <time> ]", _whether),
    Form("{BE} <states> [ {ALSO} ] <role_name> ( of / in / to / at ) <set> [ <time> ]", _whether),
    Form("{DO} <set> {HAVE} [ any ] ( {COMMON} {NOUN} / {NOUN} in common ) [ <time> ]", _any_member),
    Form("{DO} <set> ( share [ any ] {NOUN} / overlap / intersect ) [ <time> ]", _any_member),
    Form("<time> ( {BE} / {DO} ) <states> [ {ALSO} ] {STATES_IN} <set>", _whether),
    Form("<set> [ <time> ]", _plain_set),
    # When
    Form("( when did / when has / in what year did / in which year did / since when {BE} / since when {HAVE} / on what date did ) <state> [ been ] ( join / joined / accede to / enter / become a member of / a member of / in / been a member of / become part of )  <body>", _span_date),
    Form("( when did / in what year did / in which year did / on what date did / until when {BE} / until when did ) <state> ( leave / withdraw from / quit / exit ) <body>", lambda r, f: _span_date(r, {**f, "end": True})),
]  # fmt: skip
