"""Questions of shares: how much of the documents somebody signed, and who signed more, less, the most."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..entities import Entity
from ..expression import Expression
from ..membership import expression_pattern_of
from ..source import values
from ..terms import sparql_term
from .grammar import Form
from .memberships import Who
from .patterns import Found
from .questions import Question, Select, YesNo
from .reading import Reading, slot

__all__ = ["FORMS"]

_SIGNS = {
    "less than": "<", "under": "<", "below": "<", "fewer than": "<", "lower than": "<", "smaller than": "<", "not even": "<",
    "more than": ">", "over": ">", "above": ">", "greater than": ">", "higher than": ">", "in excess of": ">", "upwards of": ">=", "better than": ">",
    "at least": ">=", "no less than": ">=", "not less than": ">=", "no fewer than": ">=", "a minimum of": ">=", "minimum": ">=",
    "at most": "<=", "no more than": "<=", "not more than": "<=", "up to": "<=", "a maximum of": "<=", "maximum": "<=",
    "exactly": "=", "only": "=", "just": "=", "precisely": "=", "some": "=",
}  # fmt: skip
_PHRASES = {
    "half": 50, "a half": 50, "one half": 50, "a quarter": 25, "one quarter": 25, "a third": 100 / 3, "one third": 100 / 3,
    "two thirds": 200 / 3, "three quarters": 75, "one fifth": 20, "a fifth": 20, "all": 100, "nine tenths": 90, "two fifths": 40, "three fifths": 60, "four fifths": 80, "one tenth": 10, "a tenth": 10,
}  # fmt: skip
_ALL = ("all", "all of", "every", "every one of", "each of", "each", "everything", "the whole of", "the full set of", "every single one of", "every single")  # fmt: skip
_NONE = ("none of", "no", "not one of", "none of all", "nothing of", "zero")
_MOST = ("the most", "most", "the largest share", "the highest share", "the biggest share", "the greatest share", "the highest percentage", "the largest percentage", "the largest proportion", "the highest proportion", "the greatest proportion", "the largest number", "the greatest number", "the highest number", "the maximum", "the biggest part", "the largest part", "the highest %", "more than anyone else", "the largest %", "the highest fraction")  # fmt: skip
_FEWEST = ("the fewest", "the least", "fewest", "least", "the smallest share", "the lowest share", "the lowest percentage", "the smallest percentage", "the smallest proportion", "the lowest proportion", "the smallest number", "the lowest number", "the minimum", "the smallest part", "the lowest %", "the smallest %", "the lowest fraction", "the smallest fraction")  # fmt: skip


@dataclass(frozen=True)
class _Bound:
    """What shares are asked for: in words, and as a filter over `?percent`, or the end of the order."""

    words: str
    test: str = ""
    better: str = ""
    than: Entity | None = None


_COMPARED = {">": "more than", "<": "less than", "=": "as much as"}


@slot("bound")
def _bounds(reading: Reading, at: int) -> Iterator[tuple[_Bound, int]]:
    """A comparison, or two that both hold: "more than 90% but less than 100%"."""
    for bound, end in _bound(reading, at):
        yield bound, end
        for link in reading.any_of(end, "and", "but", "and yet", "yet", "but also") if bound.test else ():
            for other, stop in _bound(reading, link):
                if other.test:
                    yield _Bound(f"{bound.words} and {other.words}", f"{bound.test} {other.test}"), stop


def _bound(reading: Reading, at: int) -> Iterator[tuple[_Bound, int]]:
    """A comparison: "less than 50 %", "at least half", "the most", "more than Georgia", "all"."""
    for end in reading.any_of(at, "between", "from"):
        lows = [*_amounts(reading, end), *reading.slot("number", end)]
        for low, middle in lows:
            for link in reading.any_of(middle, "and", "to"):
                for high, stop in _amounts(reading, link):
                    test = f"FILTER(?percent >= {low:g} && ?percent <= {high:g})"
                    yield _Bound(f"between {low:g} and {high:g} %", test), stop
    for phrase, sign in _SIGNS.items():
        for end in reading.any_of(at, phrase):
            yield from ((_compared(phrase, sign, n), stop) for n, stop in _amounts(reading, end))
            if sign in "<>":
                for link in dict.fromkeys([*reading.any_of(end, "the documents of", "what", "documents than"), end]):
                    for state, stop in reading.slot("state", link):
                        for did in [*reading.any_of(stop, "did", "signed"), stop]:
                            yield (
                                _Bound(f"{_COMPARED[sign]} {state.label} did", "", sign, state),
                                did,
                            )
    for phrase, sign in (
        ("more documents than", ">"), ("fewer documents than", "<"), ("less documents than", "<"), ("a larger share than", ">"),
        ("a smaller share than", "<"), ("the same share as", "="), ("as much as", "="), ("as many documents as", "="), ("as many as", "="), ("a bigger share than", ">"), ("a higher share than", ">"), ("a lower share than", "<"),
    ):  # fmt: skip
        for end in reading.any_of(at, phrase):
            for state, stop in reading.slot("state", end):
                for did in [*reading.any_of(stop, "did"), stop]:
                    yield _Bound(f"{_COMPARED[sign]} {state.label} did", "", sign, state), did
    for n, end in _amounts(reading, at):
        for stop in reading.any_of(end, "or more", "or above", "and more", "or over", "and above"):
            yield _compared("at least", ">=", n), stop
        for stop in reading.any_of(end, "or less", "or fewer", "or below", "and less", "or under", "and below"):
            yield _compared("at most", "<=", n), stop
        yield _compared("exactly", "=", n), end
    for end in reading.any_of(at, *_ALL):
        yield _compared("exactly", "=", 100), end
    for end in reading.any_of(at, *_NONE):
        yield _Bound("none", "FILTER(?percent = 0)"), end
    for end in reading.any_of(
        at,
        "not all",
        "not all of",
        "not every",
        "not everything",
        "fewer than all",
        "less than all",
        "only some",
        "only some of",
        "not every one of",
        "not all",
    ):
        yield _compared("less than", "<", 100), end
    for end in reading.any_of(
        at, "most of", "the majority of", "a majority of", "the bulk of", "most of all", "the greater part of"
    ):
        yield _compared("more than", ">", 50), end
    for end in reading.any_of(at, "a minority of", "the minority of"):
        yield _compared("less than", "<", 50), end
    yield from _extreme_ends(reading, at)


_ADJECTIVES = {">": ("highest", "largest", "biggest", "greatest", "top", "best", "most"), "<": ("lowest", "smallest", "least", "worst", "fewest")}  # fmt: skip


@slot("extreme")
def _extreme(reading: Reading, at: int) -> Iterator[tuple[_Bound, int]]:
    """An end of the order as an adjective: "the highest" share."""
    for better, words in _ADJECTIVES.items():
        for end in reading.any_of(at, *words, *(f"the {word}" for word in words)):
            yield _Bound("the most" if better == ">" else "the fewest", "", better), end


def _extreme_ends(reading: Reading, at: int) -> Iterator[tuple[_Bound, int]]:
    for words, name, better in ((_MOST, "the most", ">"), (_FEWEST, "the fewest", "<")):
        for end in reading.any_of(at, *words):
            yield _Bound(name, "", better), end


def _amounts(reading: Reading, at: int) -> Iterator[tuple[float, int]]:
    """A share in percent: "50 %", "half", "a quarter"."""
    for phrase, value in _PHRASES.items():
        yield from ((value, end) for end in reading.any_of(at, phrase))
    for number, end in reading.slot("number", at):
        for stop in reading.any_of(end, "%", "hundredths"):
            yield number, stop


def _compared(how: str, sign: str, number: float) -> _Bound:
    return _Bound(f"{how} {number:g} %", f"FILTER(?percent {sign} {number:g})")


_SHARE = "?fact a blocs:SigningShare ; blocs:signatory ?answer ; blocs:percent ?percent ."


def _among(reading: Reading, base: Expression | None, variable: str, first: int) -> str:
    return expression_pattern_of(base, variable, reading.period, "full", first) + "\n" if base is not None else ""


def _contrary(bound: _Bound) -> _Bound | None:
    """The other shares: "did not sign all"; of a comparison with others there are none that we could name."""
    if not bound.test:
        return None
    if bound.test.count("FILTER(") > 1:
        return None
    return _Bound(f"something else than {bound.words}", bound.test.replace("FILTER(", "FILTER(!(", 1) + ")")


def _who_signed(reading: Reading, found: Found) -> Question | None:
    """Who signed so much; among the members of a set where one is named."""
    who: Who = found.get("who") or Who("")
    bound: _Bound | None = found["bound"]
    documents = " " + found["documents"] if found.get("documents") else ""
    if bound is None or who.kind not in ("", "state"):
        return None
    base: Expression | None = who.base if who.base is not None else found.get("base")
    within = _among(reading, base, "answer", 50)
    test = bound.test
    if bound.than is not None:
        test = f"{_than(bound)} FILTER(?answer != {sparql_term(bound.than.term)})"
    elif bound.better:
        rival = _among(reading, base, "rival", 70)
        best = "MAX" if bound.better == ">" else "MIN"
        test = (
            f"{{ SELECT ({best}(?theirs) AS ?best) WHERE {{ ?other a blocs:SigningShare ; blocs:signatory ?rival ;"
            f" blocs:percent ?theirs .\n{documents.replace('?fact', '?other')}{rival} }} }}\nFILTER(?percent = ?best)"
        )
    missing = f"{within}?answer a schema:Country . FILTER NOT EXISTS {{ ?any a blocs:SigningShare ; blocs:signatory ?answer }}"
    among = f"members of {base}" if base is not None else "states"
    return Select(
        f"{among} that signed {bound.words} of the documents",
        f"{within}{_SHARE}{documents}\n{test}",
        missing=missing,
        denial=_SHARE,
        kinds=("state",),
    )


def _than(bound: _Bound) -> str:
    """More or less than somebody else did."""
    assert bound.than is not None
    return (
        f"?their a blocs:SigningShare ; blocs:signatory {sparql_term(bound.than.term)} ; blocs:percent ?theirs ."
        f" FILTER(?percent {bound.better} ?theirs)"
    )


def _share_of(reading: Reading, found: Found) -> Question | None:
    state: Entity = found["state"]
    pattern = (
        f"{values('state', [state.term])} ?fact a blocs:SigningShare ; blocs:signatory ?state ; blocs:percent ?answer ."
        + (found.get("documents") or "")
    )
    return Select(f"share of the documents that {state.label} signed", pattern, answer="percent")


def _whether(reading: Reading, found: Found) -> Question | None:
    """Whether somebody signed so much; another figure denies it."""
    bound: _Bound = found["bound"]
    state: Entity = found["state"]
    has = f"{values('state', [state.term])} ?fact a blocs:SigningShare ; blocs:signatory ?state ; blocs:percent ?percent ."
    if found.get("documents"):
        has += f" {found['documents']}"
    if bound.than is not None:
        test = _than(bound)
    elif not (test := bound.test):
        return None
    return YesNo(f"whether {state.label} signed {bound.words} of the documents", f"{has} {test}", "", has)


def _missing(reading: Reading, found: Found) -> Question | None:
    who: Who = found.get("who") or Who("state")
    if who.kind not in ("", "state"):
        return None
    pattern = (
        f"{_among(reading, who.base, 'answer', 50)}?answer a schema:Country .\n"
        "FILTER NOT EXISTS { ?any a blocs:SigningShare ; blocs:signatory ?answer }"
    )
    among = f"members of {who.base}" if who.base is not None else "states"
    understood = f"{among} for which no share of documents signed is given"
    return Select(understood, pattern, grounds=f"{pattern} ?fact blocs:none ?answer", kinds=("state",))


def _share_of_said(reading: Reading, found: Found) -> Question | None:
    """The share of somebody, where a word of shares stands in the question."""
    spoken = {"share", "percentage", "%", "proportion", "part", "fraction", "portion", "rate", "percent", "signing"}
    return _share_of(reading, found) if spoken & set(reading.words) else None


@slot("amount")
def _amount(reading: Reading, at: int) -> Iterator[tuple[float, int]]:
    yield from _amounts(reading, at)


def _open_ended(reading: Reading, found: Found) -> Question | None:
    """An amount with its bound behind the documents: "35% of the documents or less"."""
    less = reading.words[-1] in ("less", "fewer", "below", "under")
    how, sign = ("at most", "<=") if less else ("at least", ">=")
    return _who_signed(reading, {**found, "bound": _compared(how, sign, found["amount"])})


@slot("documents")
def _documents(reading: Reading, at: int) -> Iterator[tuple[str, int]]:
    """The documents that were signed, with the occasion where it is named: a pattern over `?fact`."""
    for end in dict.fromkeys(reading.after("DOCUMENTS", at)):
        for link in reading.any_of(end, "at", "during", "in", "of", "from", "for", "on"):
            for events, stop in reading.slot("event", link):
                yield f"{values('occasion', (one.term for one in events))} ?fact blocs:event ?occasion .", stop
            for place, stop in reading.slot("place", link):
                where = f"{values('venue', [place.term])} ?fact blocs:event/schema:location/schema:containedInPlace* ?venue ."
                yield where, stop
        yield "", end


FORMS = [
    # Who has no figure
    Form("[ for / of ] ( which / what ) <kind> ( is / are / do we have / is there / was / were / does the article give ) no ( figure / figures / [ signing ] {PORTION} / data / number / numbers ) [ of <documents> / of documents signed ] [ given / known / available / stated / reported / recorded / mentioned ]", lambda r, f: _missing(r, {"who": Who(f["kind"])})),
    Form("<who> [ {THAT} ] ( {HAVE} no / lack a / without a / without / lack / with no / {DO} not have a ) ( figure / figures / data / signing {PORTION} / known {PORTION} / {PORTION} of documents signed ) [ for / of / on ] [ <documents> / documents signed / signed documents / signing ] [ given ]", _missing),
    # Who signed how much
    Form("<who> [ among ( {NOUN} of <base> / <base> ) ] [ {THAT} ] [ {HAVE} / {DO} / have ] {SIGN} <bound> [ of ] [ <documents> ] [ among {NOUN} of <base> / among <base> / in the group of <base> / of <base> ]", _who_signed, "who signed less than 50% of the documents"),
    Form("[ of / among / out of / from ] [ the ] <base> {ASK} [ {HAVE} / {DO} ] {SIGN} <bound> [ of ] [ <documents> ]", _who_signed),
    Form("<who> [ {THAT} ] ( {DO} / {HAVE} ) not {SIGN} <bound> [ of ] [ <documents> ]", lambda r, f: _who_signed(r, {**f, "bound": _contrary(f["bound"])})),
    Form("<who> [ {THAT} ] [ {HAVE} / {DO} ] {SIGN} [ some / any / some of / any of ] <documents>", lambda r, f: _who_signed(r, {**f, "bound": _Bound("some", "FILTER(?percent > 0)")})),
    Form("<who> [ {THAT} ] [ {HAVE} / {DO} ] {SIGN} <amount> [ of ] <documents> ( or / and ) ( less / fewer / below / under / more / above / over )", _open_ended),
    Form("<who> {SIGN} <bound> {PORTION} [ of ] <documents>", _who_signed),
    Form("<who> ( {HAVE} / with / had ) [ signed ] [ a signing ] [ {PORTION} ] [ of ] <bound> [ {PORTION} ] [ of ] [ <documents> ] signed", _who_signed),
    Form("<who> ( {HAVE} / with / had ) [ the ] <bound:extreme> [ signing ] {PORTION} [ of ] [ <documents> ] [ signed ]", _who_signed),
    Form("{ASK} signing {PORTION} {BE} <bound:extreme>", _who_signed),
    Form("<who> ( {HAVE} / with / had / having ) ( a / the / ) [ signing ] {PORTION} [ of [ signed ] <documents> [ signed ] / of documents signed ] [ of / that is ] <bound> [ of <documents> ]", _who_signed),
    Form("whose [ signing ] {PORTION} [ of [ signed ] <documents> [ signed ] ] {BE} <bound>", _who_signed),
    Form("<kind> whose [ signing ] {PORTION} [ of [ signed ] <documents> ] {BE} <bound>", lambda r, f: _who_signed(r, {**f, "who": Who(f["kind"])})),
    Form("<who> {HAVE} <bound> [ {PORTION} ] ( of signed <documents> / of documents signed / signing {PORTION} / of <documents> signed )", _who_signed),
    Form("<bound> [ of ] <documents> {BE} {SIGN} by ( whom / who / which states / which countries / which state / which country )", _who_signed),
    Form("( by whom / by which states / by which countries ) {BE} <bound> [ of ] <documents> {SIGN}", _who_signed),
    # How much somebody signed
    Form("( what / which / how large a / how big a / ) {PORTION} [ of ] [ <documents> ] [ {DO} / {HAVE} / {BE} ] [ {SIGN} by ] <state> [ {SIGN} / have {SIGN} ] [ <documents> ]", _share_of, "what share of the documents did STATE sign"),
    Form("<state> ( signed / has signed ) ( what / which / how large a / how big a ) {PORTION} [ of ] [ <documents> ]", _share_of),
    Form("<state> ( signed / has signed ) how ( much / many ) [ of ] [ <documents> ]", _share_of),
    Form("( how much / how many ) of <documents> ( {DO} / {HAVE} / {BE} ) [ {SIGN} by ] <state> [ {SIGN} ]", _share_of),
    Form("how much {DO} <state> {SIGN}", _share_of),
    Form("how much {HAVE} <state> {SIGN} [ <documents> ]", _share_of),
    Form("( what / how much ) of <documents> ( {DO} / {HAVE} ) <state> {SIGN}", _share_of),
    Form("( what is / what was / {LIST} / ) [ {PORTION} / the {PORTION} / the signing {PORTION} / signing {PORTION} ] [ of <documents> ] [ {THAT} {BE} / {BE} / that / which ] [ {SIGN} by / of / for ] <state> [ {SIGN} ]", _share_of_said),
    Form("( what is / what was / {LIST} / ) <state> ( 's / ' / ) ( [ signing ] {PORTION} [ of ( <documents> [ signed ] / signed <documents> / documents signed / signing / signatures ) ] / signing record / signing rate )", _share_of_said),
    # Whether
    Form("( {DO} / {HAVE} ) <state> {SIGN} <bound> [ of ] [ <documents> ]", _whether, "did STATE sign at least half of the documents"),
]  # fmt: skip
