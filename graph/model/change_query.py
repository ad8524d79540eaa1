"""The SPARQL of joining and leaving: when somebody came to be a member, and when it was one for the last time.

Joining in a year is being in then and not the year before; leaving, being in for the last time though body and state
go on. A date that is more precise than a year is taken by its month or day.
"""

from __future__ import annotations

from .dates import Period, following, preceding
from .first_years import first_year_pattern
from .membership_query import membership_pattern, node_pattern
from .roles import FULL

__all__ = [
    "behind_missing_pattern",
    "joined_pattern",
    "just_after",
    "just_before",
    "last_in_pattern",
    "left_pattern",
    "throughout_pattern",
]


def just_before(date: str) -> str:
    """The year, month or day before a date, by its precision; before the first of a month, its last days.

    >>> just_before("1999"), just_before("1999-01"), just_before("1999-03-01")
    ('1998', '1998-12', '1999-02-28')
    """
    if len(date) < 10:
        return preceding(date)
    return f"{preceding(date[:7])}-28" if date.endswith("-01") else preceding(date)


def just_after(date: str) -> str:
    """The year, month or day after a date, by its precision; after the 28th of a month, the first of the next.

    >>> just_after("1999"), just_after("1999-12"), just_after("1999-02-28")
    ('2000', '2000-01', '1999-03-01')
    """
    if len(date) < 10:
        return following(date)
    return f"{following(date[:7])}-01" if date[8:] >= "28" else following(date)


def joined_pattern(member: str, body: str, period: Period, date: str, role: str = FULL, number: str = "") -> str:
    """The pattern of "`member` joined `body` in the period".

    Parameters
    ----------
    member, body : str
        Variables or terms.
    period : Period
        When it joined.
    date : str
        The variable, as "?date", that is bound to the day, month or year of it.
    role : str
        The role as which it joined: who was in before in that role did not join.
    number : str
        What keeps the pattern's variables apart from others of the same query.

    Returns
    -------
    str
        What of it began without a membership that reaches up to its beginning. What has no beginning is not found;
        nor, if the period has a beginning, who was in when a table of years begins: that may have been long before.
    """

    def began(nth: str) -> str:
        node = node_pattern(member, body, role, f"{number}{nth}")
        return f"{node}\n    ?m{number}{nth} schema:startDate {date} . {period.sparql(date[1:], date[1:])}"

    start, end = f"?start{number}b", f"?end{number}b"
    # Another that has no date at all says nothing of when it began.
    earlier = f'COALESCE(STR({start}), IF(BOUND({end}), "", "~")) < STR({date})'
    reaches = f'CONCAT(COALESCE(STR({end}), ""), "~") >= {_before(date)}'
    other = f"{_another(member, body, role, number)} FILTER({earlier} && {reaches})"
    columns = _columns(member, body, date)
    joined = _less(columns, began("a"), began("c"), other)
    if period.start is None:
        return joined
    node = f"?m{number}d"
    seen = f"{first_year_pattern(body, node, date, number)} {node_pattern(member, body, role, f'{number}d')}"
    return f"{{ {joined}\n  MINUS {{ SELECT DISTINCT {columns} WHERE {{ {seen} }} }} }}"


def behind_missing_pattern(member: str, body: str, period: Period, date: str, gap: str, role: str = FULL) -> str:
    """The pattern of "`member` is in `body` from a date in the period on, and before that its data are missing".

    `date` and `gap` are the variables of that date and of the first for which they are missing, which is unbound where
    the source does not say; see `joined_pattern` for the other parameters.
    """
    return (
        f"{node_pattern(member, body, role)} ?m schema:startDate {date} . {period.sparql(date[1:], date[1:])}"
        f" ?gap a blocs:MissingMembership ; org:organization {body} ; org:member {member} ; schema:endDate ?until ."
        f" OPTIONAL {{ ?gap schema:startDate {gap} }} FILTER({_covers(gap, '?until', _before(date))})"
    )


def last_in_pattern(
    member: str, body: str, period: Period, date: str, role: str = FULL, number: str = "", for_good: bool = False
) -> str:
    """The pattern of "`member` was in `body` for the last time in the period", whyever it ended.

    `for_good` is whether it must not have come back; see `joined_pattern` for the other parameters.
    """
    moment = [f"BIND({_after(date)} AS ?after{number})"]
    return _ended(member, body, period, date, role, number, for_good, moment, [])


def left_pattern(
    member: str, body: str, period: Period, date: str, role: str = FULL, number: str = "", for_good: bool = False
) -> str:
    """The pattern of "`member` left `body` in the period": its last time, though both go on.

    Where the body or the state ended, or its data are missing to the end, or the data themselves end, nobody is known
    to have left. Where data are missing for a while, what follows them decides. See `last_in_pattern` for the
    parameters.
    """
    after, since, until = f"?after{number}", f"?since{number}", f"?until{number}"
    moment = [
        f"OPTIONAL {{ {_missing(member, body, since, until)} FILTER({_covers(since, until, _after(date))}) }}",
        f"FILTER(!BOUND({since}) || BOUND({until}))",
        f"BIND(IF(BOUND({until}), {_after(until)}, {_after(date)}) AS {after})",
    ]
    goes_on = [
        _goes_on(f"life{number}", "blocs:Existence", "blocs:body", body, after),
        _goes_on(f"spell{number}", "blocs:Spell", "blocs:state", member, after),
        f"OPTIONAL {{ {body} schema:dissolutionDate ?over{number} }}",
        f"FILTER(BOUND(?life{number}) || {_through(f'?over{number}')} >= {after})",
        _data_go_on(number, after),
    ]
    return _ended(member, body, period, date, role, number, for_good, moment, goes_on)


def _missing(member: str, body: str, since: str, until: str) -> str:
    """For which times the data on a membership are missing."""
    ends = " ".join(end for end in (member, body) if end.startswith("?"))
    return (
        f"{{ SELECT DISTINCT {ends} {since} {until} WHERE {{ ?gap a blocs:MissingMembership ; org:organization {body} ;"
        f" org:member {member} ; schema:startDate {since} . OPTIONAL {{ ?gap schema:endDate {until} }} }} }}"
    )


def _covers(since: str, until: str, moment: str) -> str:
    """Whether a span of time, each end of which may be open, touches a moment."""
    return f'COALESCE(STR({since}), "") <= CONCAT({moment}, "~") && {_through(until)} >= {moment}'


def _data_go_on(number: str, after: str) -> str:
    """A filter: the data are of a time behind a membership, or do not say of what time they are."""
    dated = f"?data{number} blocs:asOf ?said{number}"
    reach = f'{{ {dated} FILTER(CONCAT(STR(?said{number}), "~") >= {after}) }}'
    return f"FILTER(EXISTS {reach} || NOT EXISTS {{ {dated} }})"


def throughout_pattern(member: str, body: str, period: Period, role: str = FULL, number: str = "") -> str:
    """The pattern of "`member` was in `body` all through the period", which has two ends.

    It is in at both ends, and did not join in between.
    """
    first, last = period.start or "", period.end or ""
    ends = [membership_pattern(member, body, Period(one, one), role, f"{number}{one[:4]}e") for one in (first, last)]
    within = joined_pattern(member, body, Period(f"{first}~~", last), f"?again{number}", role, f"{number}j")
    columns = " ".join(end for end in (member, body) if end.startswith("?")) or f"(1 AS ?held{number})"
    held = "\n".join(f"{{ SELECT DISTINCT {columns} WHERE {{ {end} }} }}" for end in ends)
    if columns.startswith("("):
        return f"{{ {ends[0]} }} {{ {ends[1]} }}\nFILTER NOT EXISTS {{ {within} }}"
    return f"{held}\nMINUS {{ SELECT DISTINCT {columns} WHERE {{ {within} }} }}"


def _ended(
    member: str,
    body: str,
    period: Period,
    date: str,
    role: str,
    number: str,
    for_good: bool,
    moment: list[str],
    more: list[str],
) -> str:
    """What ended and did not go on at `?after…`, the moment behind it that some lines bind; more lines narrow it."""
    after = f"?after{number}"

    def ended(nth: str) -> str:
        node = node_pattern(member, body, role, f"{number}{nth}")
        dated = f"?m{number}{nth} schema:endDate {date} . {period.sparql(date[1:], date[1:])}"
        return "\n    ".join([node, dated, *moment])

    start, end = f"?start{number}b", f"?end{number}b"
    later = f'(BOUND({start}) || BOUND({end})) && COALESCE(STR({end}), "~") > CONCAT(STR({date}), "~")'
    if not for_good:
        later += f' && COALESCE(STR({start}), "") <= CONCAT({after}, "~")'
    other = f"{_another(member, body, role, number)} FILTER({later})"
    found = "\n    ".join([ended("a"), *more])
    return _less(f"{_columns(member, body, date)} {after}", found, ended("c"), other)


def _another(member: str, body: str, role: str, number: str) -> str:
    """Every membership of the two with its dates, as `?start…b` and `?end…b`."""
    start, end, node = f"?start{number}b", f"?end{number}b", f"?m{number}b"
    dates = f"OPTIONAL {{ {node} schema:startDate {start} }} OPTIONAL {{ {node} schema:endDate {end} }}"
    columns = _columns(member, body, f"{start} {end}")
    return f"{{ SELECT DISTINCT {columns} WHERE {{ {node_pattern(member, body, role, f'{number}b')} {dates} }} }}"


def _columns(member: str, body: str, date: str) -> str:
    return " ".join([*(end for end in (member, body) if end.startswith("?")), date])


def _less(columns: str, found: str, again: str, other: str) -> str:
    """What is found, less that of which another is found: subqueries, for a NOT EXISTS looks each row up by itself."""
    # One more group around both: Virtuoso takes nothing away in a group that a UNION follows.
    return (
        f"{{ {{ SELECT DISTINCT {columns} WHERE {{ {found} }} }}\n"
        f"  MINUS {{ SELECT DISTINCT {columns} WHERE {{\n"
        f"    {{ SELECT DISTINCT {columns} WHERE {{ {again} }} }}\n    {other} }} }} }}"
    )


def _goes_on(name: str, kind: str, of: str, one: str, moment: str) -> str:
    """That something exists at a moment, as far as a graph says when; `?name` is bound where it says so."""
    node, start, end = f"?node {of} {one} ; a {kind} .", f"?{name}Start", f"?{name}End"
    column = one if one.startswith("?") else ""
    dates = f"OPTIONAL {{ ?node schema:startDate {start} }} OPTIONAL {{ ?node schema:endDate {end} }}"
    return (
        f"OPTIONAL {{ {{ SELECT DISTINCT {column} (1 AS ?{name}Said) WHERE {{ {node} }} }} }}\n    "
        f"OPTIONAL {{ {{ SELECT DISTINCT {column} {start} {end} (1 AS ?{name}) WHERE {{ {node} {dates} }} }}"
        f" FILTER({_covers(start, end, moment)}) }}\n    FILTER(!BOUND(?{name}Said) || BOUND(?{name}))"
    )


def _through(end: str) -> str:
    """The last moment of an end, after all if there is none."""
    return f'CONCAT(COALESCE(STR({end}), ""), "~")'


def _year(date: str, by: int) -> str:
    return f"STR(xsd:integer(SUBSTR(STR({date}), 1, 4)) {'+' if by > 0 else '-'} 1)"


def _two(number: str) -> str:
    """A number of two digits: "07"."""
    return f"SUBSTR(STR(100 + {number}), 2)"


def _before(date: str) -> str:
    """`just_before` in SPARQL."""
    text = f"STR({date})"
    month, day = f"xsd:integer(SUBSTR({text}, 6, 2))", f"xsd:integer(SUBSTR({text}, 9, 2))"
    months = f'IF({month} = 1, CONCAT({_year(date, -1)}, "-12"), CONCAT(SUBSTR({text}, 1, 5), {_two(f"{month} - 1")}))'
    days = f'IF({day} = 1, CONCAT({months}, "-28"), CONCAT(SUBSTR({text}, 1, 8), {_two(f"{day} - 1")}))'
    return f"IF(STRLEN({text}) = 4, {_year(date, -1)}, IF(STRLEN({text}) = 7, {months}, {days}))"


def _after(date: str) -> str:
    """`just_after` in SPARQL."""
    text = f"STR({date})"
    month, day = f"xsd:integer(SUBSTR({text}, 6, 2))", f"xsd:integer(SUBSTR({text}, 9, 2))"
    months = f'IF({month} = 12, CONCAT({_year(date, 1)}, "-01"), CONCAT(SUBSTR({text}, 1, 5), {_two(f"{month} + 1")}))'
    days = f'IF({day} >= 28, CONCAT({months}, "-01"), CONCAT(SUBSTR({text}, 1, 8), {_two(f"{day} + 1")}))'
    return f"IF(STRLEN({text}) = 4, {_year(date, 1)}, IF(STRLEN({text}) = 7, {months}, {days}))"
