"""The patterns of what is counted and compared: the most members, as many as another, the most in common.

They belong to `questions`, which puts them together with those of other conditions.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ...model.dates import Period
from ...model.membership import membership_pattern
from ...model.membership_query import known_ends
from ...rdf.terms import sparql_term
from ..kinds_of_members import no_others
from ..logic.logical_form import (
    Among,
    Average,
    AverageShare,
    Bound,
    Compare,
    Contains,
    Difference,
    Extreme,
    Grown,
    NotOneOf,
    NotSo,
    Numbered,
    OfNoun,
    OneOf,
    Order,
    PairWith,
    Place,
    ShareOf,
    SharesWith,
    Similarity,
    Tally,
    Than,
)
from .written import filter_of

__all__ = [
    "Compared",
    "Narrow",
    "average",
    "average_share",
    "compare",
    "compare_grounds",
    "compared_among",
    "difference",
    "grown",
    "numbered",
    "pair_with",
    "shares_with",
    "similarity",
    "tally_grounds",
]

Compared = Among | OneOf | NotOneOf | OfNoun | Contains | NotSo
Narrow = Callable[[Compared, str], str]
"""What writes a condition that only narrows, over a variable."""


def _belongs(counted: str, one: str, each: str, period: Period, role: str, nth: str) -> str:
    """That something has another: a body its members, or a member its bodies."""
    ends = (each, one) if counted == "members" else (one, each)
    return membership_pattern(*ends, period, role, number=nth)


def _ordered(numbers: Callable[[str, str, str], str], order: Order, theirs: str = "") -> str:
    """What has a place in an order; `numbers` writes how many each variable has, `theirs` finds what others have."""
    own, other, best = numbers("?answer", "?number", "1"), numbers("?other", "?of", "2"), "?best"
    match order:
        case Bound():
            return f"{own}\n{filter_of(order, '?number')}"
        case Extreme(most):
            return f"{own}\n{{ SELECT ({'MAX' if most else 'MIN'}(?of) AS ?best) WHERE {{ {other} }} }}\nFILTER(?number = ?best)"
        case Place(most, number, False):
            first = f"{{ SELECT ?of WHERE {{ {other} }} ORDER BY {_down(most)}(?of) LIMIT {number} }}"
            last = f"{{ SELECT ({'MIN' if most else 'MAX'}(?of) AS ?best) WHERE {{ {first} }} }}"
            return f"{own}\n{last}\nFILTER(?number {'>=' if most else '<='} ?best)"
        case Place(most, number):
            ranked = numbers("?other", best, "2")
            order_by = f"ORDER BY {_down(most)}(?best) LIMIT 1 OFFSET {number - 1}"
            return f"{own}\n{{ SELECT DISTINCT ?best WHERE {{ {ranked} }} {order_by} }}\nFILTER(?number = ?best)"
        case Than(sign, state):
            return f"{own}\n{theirs}\nFILTER(?number {sign} ?theirs) FILTER(?answer != {sparql_term(state.term)})"


def _down(most: bool) -> str:
    return "DESC" if most else "ASC"


def numbered(condition: Numbered, one: str, narrow: Narrow) -> tuple[str, str]:
    """Bodies by how many members they have, or members by how many bodies they are in; and what finds `?fact` of them."""
    counted, period, role = condition.counted, condition.period, condition.role
    named = [entity for c in condition.among if isinstance(c, OneOf) for entity in c.entities]

    def numbers(which: str, number: str, nth: str) -> str:
        inner = _belongs(counted, which, f"?each{nth}", period, role, nth)
        only = f"\n{no_others(condition.kind, which)}" if counted == "bodies" and condition.kind else ""
        among = compared_among([c for c in condition.among if not isinstance(c, NotSo)], which, narrow)
        taken = [narrow(c.condition, which) for c in condition.among if isinstance(c, NotSo) and isinstance(c.condition, Contains)]  # fmt: skip
        # What is taken away is so from what is found: it shares the bodies alone.
        inner += "".join(f"\nMINUS {{ SELECT DISTINCT {which} WHERE {{ {pattern} }} }}" for pattern in taken)
        count = f"{{ SELECT {which} (COUNT(DISTINCT ?each{nth}) AS {'?some' + nth if named else number}) WHERE {{\n{among}{inner}\n}} GROUP BY {which} }}{only}"
        if not named:
            return count
        # Those that are named are compared though they have none.
        return f"{{ SELECT {which} {number} WHERE {{ {among} OPTIONAL {{ {count} }} BIND(COALESCE(?some{nth}, 0) AS {number}) }} }}"

    theirs = ""
    if isinstance(condition.number, Than):
        theirs = _count("?theirs", Tally((condition.number.state,), counted, period, role), "3")
    pattern = _ordered(numbers, condition.number, theirs).replace("?answer", one)
    ends = ("?member", one) if counted == "members" else (one, "?body")
    belongs = membership_pattern(*ends, period, role, node="fact")
    return pattern, f"{{ SELECT DISTINCT {one} WHERE {{\n{pattern}\n}} }}\n{belongs}"


def grown(condition: Grown, one: str) -> tuple[str, str]:
    """What has more than it had, or less, by how many; and what finds `?fact`: what it has."""
    counted, order = condition.counted, condition.number
    only = no_others(condition.kind, "?which") if condition.kind else ""

    def numbers(which: str, number: str, nth: str) -> str:
        counts = "\n".join(
            f"{{ SELECT {which} (COUNT(DISTINCT ?each{nth}{at}) AS ?had{nth}{at}) WHERE {{\n"
            f"{_belongs(counted, which, f'?each{nth}{at}', period, 'full', f'{nth}{at}')}\n}} GROUP BY {which} }}"
            for at, period in enumerate((condition.earlier, condition.later), 1)
        )
        some = "" if isinstance(order, Bound) else f"\nFILTER({number} {'>' if order.most else '<'} 0)"
        more = f"BIND(?had{nth}2 - ?had{nth}1 AS {number})"
        return f"{{ SELECT {which} {number} WHERE {{\n{counts}\n{more}{some}\n}} }}\n{only.replace('?which', which)}"

    pattern = _ordered(numbers, order).replace("?answer", one)
    ends = ("?member", one) if counted == "members" else (one, "?body")
    belongs = membership_pattern(*ends, condition.later, node="fact")
    return pattern, f"{{ SELECT DISTINCT {one} WHERE {{\n{pattern}\n}} }}\n{belongs}"


def compared_among(among: Sequence[Compared], which: str, narrow: Narrow) -> str:
    """What narrows those that are compared: a set of bodies by itself, lest it share variables with another.

    Virtuoso also multiplies the branches of sets that stand side by side, until no memory is left.
    """
    patterns = [(c, narrow(c, which)) for c in among]
    apart = (
        f"{{ SELECT DISTINCT {which} WHERE {{ {p} }} }}" if isinstance(c, Among | Contains) else p for c, p in patterns
    )
    return "".join(f"{pattern}\n" for pattern in apart if pattern)


def _count(number: str, tally: Tally, nth: str) -> str:
    """How many something has, or several have in common."""
    parts = [
        _belongs(tally.counted, sparql_term(entity.term), "?each", tally.period, tally.role, f"{nth}_{i}")
        for i, entity in enumerate(tally.of)
    ]
    return f"{{ SELECT (COUNT(DISTINCT ?each) AS {number}) WHERE {{\n{chr(10).join(parts)}\n}} }}"


def _sizes(kind: str, one: str, number: str, period: Period, nth: str, among: str) -> str:
    """How many bodies each member is in, or how many members each body has."""
    counted = "members" if kind == "body" else "bodies"
    inner = _belongs(counted, one, f"?each{nth}", period, "full", nth)
    only = f"\n{no_others(kind, one)}" if kind != "body" else ""
    rows = f"{{ SELECT {one} (COUNT(DISTINCT ?each{nth}) AS {number}) WHERE {{\n{among}{inner}\n}} GROUP BY {one} }}"
    return f"{rows}{only}"


def shares_with(condition: SharesWith, one: str, narrow: Narrow) -> tuple[str, str]:
    """What shares so much with another; and what finds `?fact`: what both have."""
    kind, period, term = condition.kind, condition.period, sparql_term(condition.other.term)
    counted = "members" if kind == "body" else "bodies"

    def numbers(which: str, number: str, nth: str) -> str:
        all_of = _sizes(kind, which, f"?all{nth}", period, f"{nth}1", compared_among(condition.among, which, narrow))
        both = (
            f"{{ SELECT {which} (COUNT(DISTINCT ?each{nth}2) AS ?both{nth}) WHERE {{\n"
            f"{_belongs(counted, term, f'?each{nth}2', period, 'full', f'{nth}2')}\n"
            f"{_belongs(counted, which, f'?each{nth}2', period, 'full', f'{nth}3')}\n}} GROUP BY {which} }}"
        )
        shared = f"COALESCE(?both{nth}, 0)"
        size, value = "", shared
        if condition.measure == "jaccard":
            size = _count(f"?its{nth}", Tally((condition.other,), counted, period), f"{nth}4")
            value = f"{shared} / (?all{nth} + ?its{nth} - {shared})"
        rows = f"{all_of}\nOPTIONAL {{ {both} }}\n{size}\nFILTER({which} != {term}) BIND({value} AS {number})"
        return f"{{ SELECT {which} {number} WHERE {{\n{rows}\n}} }}"

    pattern = _ordered(numbers, condition.number).replace("?answer", one)
    shared = _belongs(counted, term, "?with", period, "full", "8")
    ends = ("?with", one) if kind == "body" else (one, "?with")
    belongs = f"{{ SELECT DISTINCT {one} WHERE {{\n{pattern}\n}} }}\n{shared}\n{membership_pattern(*ends, period, node='fact')}"
    return pattern, belongs


def pair_with(condition: PairWith, one: str, narrow: Narrow) -> tuple[str, str]:
    """What is in one of the pairs that have the most in common; and what finds `?fact`: the memberships of both."""
    kind, period = condition.kind, condition.period
    counted = "members" if kind == "body" else "bodies"

    def numbers(first: str, second: str, number: str, nth: str) -> str:
        each = f"?each{nth}"
        both = "\n".join(
            f"{{ SELECT DISTINCT {which} {each} WHERE {{ {_belongs(counted, which, each, period, 'full', f'{nth}{i}')}"
            f"\n{compared_among(condition.among, which, narrow)} }} }}"
            for i, which in enumerate((first, second))
        )
        only = "".join(f" {no_others(kind, which)}" for which in (first, second)) if kind != "body" else ""
        pairs = (
            f"{{ SELECT {first} {second} (COUNT({each}) AS ?both{nth}) WHERE {{\n{both}\n"
            f"FILTER(STR({first}) < STR({second}))\n}} GROUP BY {first} {second} }}{only}"
        )
        value, sizes = f"?both{nth}", ""
        if condition.measure == "jaccard":
            sizes = "\n".join(
                _sizes(kind, which, f"?all{nth}{i}", period, f"{nth}9{i}", "")
                for i, which in enumerate((first, second))
            )
            value = f"{value} / (?all{nth}0 + ?all{nth}1 - {value})"
        return f"{{ SELECT {first} {second} {number} WHERE {{\n{pairs}\n{sizes}\nBIND({value} AS {number})\n}} }}"

    def in_order(which: str, number: str, nth: str) -> str:
        ends = ("?one", "?two") if which == "?answer" else ("?third", "?fourth")
        return numbers(*ends, number, nth)

    pattern = _ordered(in_order, condition.number)
    either = f"VALUES ?side {{ 1 2 }} BIND(IF(?side = 1, ?one, ?two) AS {one})"
    pattern = f"{{ SELECT DISTINCT {one} WHERE {{\n{pattern}\n{either}\n}} }}"
    ends = ("?with", one) if kind == "body" else (one, "?with")
    return (
        pattern,
        f"{{ SELECT DISTINCT {one} WHERE {{\n{pattern}\n}} }}\n{membership_pattern(*ends, period, node='fact')}",
    )


# Figures


def _quantity(number: str, quantity: Tally | ShareOf, nth: str, share: Callable[[ShareOf, str], str]) -> str:
    if isinstance(quantity, Tally):
        return _count(number, quantity, nth)
    return f"{{ SELECT ({number}_ AS {number}) WHERE {{ {share(quantity, f'{number}_')} }} }}"


def difference(condition: Difference, one: str, share: Callable[[ShareOf, str], str]) -> str:
    """How much larger one number is than another."""
    parts = (_quantity("?left", condition.more, "1", share), _quantity("?right", condition.less, "2", share))
    larger = "ABS(?left - ?right)" if condition.either_way else "?left - ?right"
    return f"{{ SELECT ({larger} AS {one}) WHERE {{\n{chr(10).join(parts)}\n}} }}"


def average(condition: Average, one: str, narrow: Narrow) -> str:
    """The mean of how many each has, or the median: that of which no more than half are smaller, or larger."""

    def counts(number: str, nth: str) -> str:
        which, each = f"?one{nth}", f"?each{nth}"
        inner = _belongs(condition.counted, which, each, condition.period, condition.role, nth)
        among = compared_among(condition.among, which, narrow)
        states = f" {no_others('state', which)}" if condition.counted == "bodies" else ""
        return f"{{ SELECT {which} (COUNT(DISTINCT {each}) AS {number}) WHERE {{\n{among}{inner}\n}} GROUP BY {which} }}{states}"

    if not condition.median:
        return f"{{ SELECT (AVG(?number) AS {one}) WHERE {{ {counts('?number', '1')} }} }}"
    sides = "(SUM(IF(?of < ?middle, 1, 0)) AS ?below) (SUM(IF(?of > ?middle, 1, 0)) AS ?above) (COUNT(?of) AS ?all)"
    numbers = f"{{ SELECT DISTINCT ?middle WHERE {{ {counts('?middle', '1')} }} }}\n{counts('?of', '2')}"
    ranked = f"{{ SELECT ?middle {sides} WHERE {{\n{numbers}\n}} GROUP BY ?middle }}"
    # Of an even number, the two in the middle: half of their sum.
    middle = f"{ranked}\nFILTER(2 * ?below <= ?all && 2 * ?above <= ?all)"
    return f"{{ SELECT ((MIN(?middle) + MAX(?middle)) / 2 AS {one}) WHERE {{\n{middle}\n}} }}"


def average_share(condition: AverageShare, one: str, narrow: Narrow) -> str:
    """The mean of the shares of documents that are given."""
    among = compared_among(condition.among, "?signatory", narrow)
    share = "?share a blocs:SigningShare ; blocs:signatory ?signatory ; blocs:percent ?percent ."
    each = f"{{ SELECT DISTINCT ?share ?percent WHERE {{ {among}{share} }} }}"
    return f"{{ SELECT (AVG(?percent) AS {one}) (COUNT(?percent) AS ?given) WHERE {{ {each} }} }} FILTER(?given > 0)"


def similarity(condition: Similarity, one: str) -> str:
    """The Jaccard index of what two have."""
    counted = "members" if condition.a.kind == "body" else "bodies"
    both, first, second = ((condition.a, condition.b), (condition.a,), (condition.b,))
    counts = "\n".join(
        _count(name, Tally(of, counted, condition.period), nth)
        for name, of, nth in (("?both", both, "1"), ("?first", first, "2"), ("?second", second, "3"))
    )
    union = "(?first + ?second - ?both)"
    return f"{{ SELECT (?both / {union} AS {one}) WHERE {{\n{counts}\nFILTER({union} > 0)\n}} }}"


def compare(question: Compare) -> str:
    """Whether one number is more than another."""
    counts = "\n".join((_count("?left", question.left, "1"), _count("?right", question.right, "2")))
    return f"{counts}\nFILTER(?left {question.sign} ?right)"


def tally_grounds(tally: Tally) -> str:
    """The pattern of the memberships that are counted, each as `?fact`."""

    def belongs(member: str, body: str) -> str:
        return membership_pattern(member, body, tally.period, tally.role, node="fact")

    of = list(tally.of)
    return known_ends(None, of, belongs) if tally.counted == "members" else known_ends(of, None, belongs)


def compare_grounds(left: Tally | ShareOf, right: Tally | ShareOf, share: Callable[[ShareOf, str], str]) -> str:
    """The pattern of the facts that two numbers rest on, each as `?fact`."""
    sides = (tally_grounds(one) if isinstance(one, Tally) else share(one, "?percent") for one in (left, right))
    return " UNION ".join(f"{{ {side} }}" for side in sides)
