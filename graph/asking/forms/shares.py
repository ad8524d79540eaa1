"""Questions of shares: how much of the documents somebody signed, and who signed more, less, the most."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.entities import Entity
from ...model.expression import Expression
from ...model.membership import expression_pattern_of
from ...rdf.source import values
from ...rdf.terms import prologue, sparql_term
from ..language.form import Form
from ..language.patterns import Found
from ..language.reading import Reading, slot
from ..meaning import Question, Select, YesNo
from ..slots.bounds import Bound, compared, contrary
from ..slots.constraints import located
from ..slots.subjects import Who

__all__ = ["FORMS"]

_SHARE = "?fact a blocs:SigningShare ; blocs:signatory ?answer ; blocs:percent ?percent ."


def _among(reading: Reading, base: Expression | None, variable: str, first: int) -> str:
    return expression_pattern_of(base, variable, reading.period, "full", first) + "\n" if base is not None else ""


def _who_signed(reading: Reading, found: Found) -> Question | None:
    """Who signed so much; among the members of a set where one is named."""
    who: Who = found.get("who") or Who("")
    bound: Bound | None = found["bound"]
    documents = " " + found["documents"] if found.get("documents") else ""
    if bound is None or who.kind not in ("", "state"):
        return None
    base: Expression | None = who.base if who.base is not None else found.get("base")
    within = _among(reading, base, "answer", 50)
    test = bound.test
    if bound.than is not None:
        test = f"{_than(bound)} FILTER(?answer != {sparql_term(bound.than.term)})"
    elif bound.order:
        rival = _among(reading, base, "rival", 70)
        best = "MAX" if bound.order == ">" else "MIN"
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


def _than(bound: Bound) -> str:
    """More or less than somebody else did."""
    assert bound.than is not None
    return (
        f"?their a blocs:SigningShare ; blocs:signatory {sparql_term(bound.than.term)} ; blocs:percent ?theirs ."
        f" FILTER(?percent {bound.order} ?theirs)"
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
    bound: Bound = found["bound"]
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


def _open_ended(reading: Reading, found: Found) -> Question | None:
    """An amount with its bound behind the documents: "35% of the documents or less"."""
    less = reading.words[-1] in ("less", "fewer", "below", "under")
    how, sign = ("at most", "<=") if less else ("at least", ">=")
    return _who_signed(reading, {**found, "bound": compared(how, sign, found["amount"])})


@slot("documents")
def _documents(reading: Reading, at: int) -> Iterator[tuple[str, int]]:
    """The documents that were signed, with the occasion where it is named: a pattern over `?fact`."""
    for end in dict.fromkeys(reading.after("DOCUMENTS", at)):
        for link in reading.any_of(end, "at", "during", "in", "of", "from", "for", "on"):
            for events, stop in reading.slot("event", link):
                yield f"{values('occasion', (one.term for one in events))} ?fact blocs:event ?occasion .", stop
            for place, stop in reading.slot("place", link):
                yield located("?fact blocs:event/schema:location", place), stop
        yield "", end
    for document, end in reading.slot("document", at):
        shares = f"?fact blocs:documents {sparql_term(document.term)} ."
        if reading.graph.source.ask(prologue(shares) + f"ASK {{ {shares} }}"):
            yield shares, end


FORMS = [
    # Who has no figure
    Form("[ for / of ] ( which / what ) <kind> ( is / are / do we have / is there / was / were / does the article give ) no ( figure / figures / [ signing ] {PORTION} / data / number / numbers ) [ of <documents> / of documents signed ] [ given / known / available / stated / reported / recorded / mentioned ]", lambda r, f: _missing(r, {"who": Who(f["kind"])})),
    Form("<who> [ {THAT} ] ( {HAVE} no / lack a / without a / without / lack / with no / {DO} not have a ) ( figure / figures / data / signing {PORTION} / known {PORTION} / {PORTION} of documents signed ) [ for / of / on ] [ <documents> / documents signed / signed documents / signing ] [ given ]", _missing),
    # Who signed how much
    Form("<who> [ among ( {NOUN} of <base> / <base> ) ] [ {THAT} ] [ {HAVE} / {DO} / have ] {SIGN} <bound> [ of ] [ <documents> ] [ among {NOUN} of <base> / among <base> / in the group of <base> / of <base> ]", _who_signed, "who signed less than 50% of the documents"),
    Form("[ of / among / out of / from ] [ the ] <base> {ASK} [ {HAVE} / {DO} ] {SIGN} <bound> [ of ] [ <documents> ]", _who_signed),
    Form("<who> [ {THAT} ] ( {DO} / {HAVE} ) not {SIGN} <bound> [ of ] [ <documents> ]", lambda r, f: _who_signed(r, {**f, "bound": contrary(f["bound"])})),
    Form("<who> [ {THAT} ] [ {HAVE} / {DO} ] {SIGN} [ some / any / some of / any of ] <documents>", lambda r, f: _who_signed(r, {**f, "bound": Bound("some", "FILTER(?percent > 0)")})),
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
