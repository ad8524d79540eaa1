"""Questions of shares: how much of the documents somebody signed, and who signed more, less, the most."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.expression import Expression
from ...rdf.terms import prologue, sparql_term
from ..composing import among
from ..language.form import Context, Form
from ..language.patterns import Found
from ..language.reading import Reading, slot
from ..logic.logical_form import (
    Bound,
    Documents,
    Entities,
    Extreme,
    NoShare,
    Number,
    Question,
    ShareOf,
    Signed,
    Than,
    Whether,
)
from ..slots.bounds import compared, contrary
from ..slots.subjects import Who

__all__ = ["FORMS"]


def _who_signed(context: Context, found: Found) -> Question | None:
    """Who signed so much; among the members of a set, if one is named."""
    return _signers(context, found, found["bound"])


def _between_two(context: Context, found: Found) -> Question | None:
    """Who signed more than one and less than another."""
    asked, other = _signers(context, found, found["bound"]), found["other"]
    if not isinstance(asked, Entities) or isinstance(other, Extreme) or isinstance(found["bound"], Extreme):
        return None
    return Entities((*asked.conditions, Signed(other, _documents_of(found))))


def _who_signed_any(context: Context, found: Found) -> Question | None:
    return _signers(context, found, compared(">", 0))


def _who_did_not(context: Context, found: Found) -> Question | None:
    share = contrary(found["bound"])
    return _signers(context, found, share) if share is not None else None


def _at_most(context: Context, found: Found) -> Question | None:
    """An amount with its bound behind the documents: "35% of the documents or less"."""
    return _signers(context, found, compared("<=", found["amount"]))


def _at_least(context: Context, found: Found) -> Question | None:
    return _signers(context, found, compared(">=", found["amount"]))


def _signers(context: Context, found: Found, share: Bound | Extreme | Than) -> Question | None:
    who: Who = found.get("who") or Who(found.get("kind", ""))
    if who.kind not in ("", "state"):
        return None
    base: Expression | None = who.base if who.base is not None else found.get("base")
    within = among(base, context.period)
    return Entities((*within, Signed(share, _documents_of(found), within)))


def _most_active(context: Context, found: Found) -> Question | None:
    return _signers(context, found, Extreme("most" in found))


def _documents_of(found: Found) -> Documents:
    documents: Documents = found.get("documents") or Documents()
    return documents


def _share_of(context: Context, found: Found) -> Question | None:
    return Number((ShareOf(found["state"], _documents_of(found)),))


def _whether(context: Context, found: Found) -> Question | None:
    """Whether somebody signed so much; another figure denies it."""
    share: Bound | Extreme | Than = found["bound"]
    if isinstance(share, Extreme):
        return None
    return Whether(found["states"], (Signed(share, _documents_of(found)),))


def _larger_than(context: Context, found: Found) -> Question | None:
    """Whether the share of one is larger than another's."""
    if found["state"] == found["other"]:
        return None
    than = Than(">" if "more" in found else "<", found["other"])
    return Whether((found["state"],), (Signed(than, _documents_of(found)),))


def _without_figure(context: Context, found: Found) -> Question | None:
    who: Who = found.get("who") or Who(found.get("kind", "state"))
    if who.kind not in ("", "state"):
        return None
    return Entities((*among(who.base, context.period), NoShare()))


@slot("documents")
def _documents(reading: Reading, at: int) -> Iterator[tuple[Documents, int]]:
    """The documents that were signed; at an event or in a place, if one is named."""
    for end in dict.fromkeys(reading.after("DOCUMENTS", at)):
        for link in reading.any_of(end, "at", "during", "in", "of", "from", "for", "on"):
            for events, stop in reading.slot("event", link):
                yield Documents(events=events), stop
            for place, stop in reading.slot("place", link):
                yield Documents(place=place), stop
        yield Documents(), end
    for document, end in reading.slot("document", at):
        shares = f"?fact blocs:documents {sparql_term(document.term)} ."
        if reading.graph.source.ask(prologue(shares) + f"ASK {{ {shares} }}"):
            yield Documents(document=document), end


_ACTIVE = "( ( most / more ) active #most / ( keenest / busiest / most diligent ) #most / least active / laziest / most reluctant / least diligent )"
_SIGNER = "( signatory / signatories / signer / signers / signature giver )"

FORMS = [
    # Who signs most
    Form(f"{{OPEN}} [ {{BE}} ] [ the ] {_ACTIVE} {_SIGNER} [ of <documents> ]", _most_active),
    Form(f"{{OPEN}} [ {{BE}} ] [ the ] {_ACTIVE} ( <base> / <kind> ) ( in signing / at signing / when it comes to signing ) [ <documents> ]", _most_active),
    Form(f"<who> {{BE}} [ the ] {_ACTIVE} ( in signing [ <documents> ] / at signing [ <documents> ] / signing <documents> / {_SIGNER} [ of <documents> ] )", _most_active),
    # Who has no figure
    Form("[ for / of ] ( which / what ) <kind> ( is / are / do we have / is there / was / were / does the article give ) no ( figure / figures / [ signing ] {PORTION} / data / number / numbers ) [ of <documents> / of documents signed ] [ given / known / available / stated / reported / recorded / mentioned ]", _without_figure),
    Form("<who> [ {THAT} ] ( {HAVE} no / lack a / without a / without / lack / with no / {DO} not have a ) ( figure / figures / data / signing {PORTION} / known {PORTION} / {PORTION} of documents signed ) [ for / of / on ] [ <documents> / documents signed / signed documents / signing ] [ given ]", _without_figure),
    Form("{ASK} <base> ( 's / ' ) ( [ signing ] {PORTION} / shares / figures ) [ of <documents> ] {BE} ( unknown / not known / not given / not stated / missing )", lambda context, found: _without_figure(context, {**found, "who": Who("state", found["base"])})),
    # Who signed how much
    Form("<who> [ among ( {NOUN} of <base> / <base> ) ] [ {THAT} ] [ {HAVE} / {DO} / have ] {SIGN} <bound> [ of ] [ <documents> ] [ among {NOUN} of <base> / among <base> / in the group of <base> / of <base> ]", _who_signed, "who signed less than 50% of the documents"),
    Form("[ of / among / out of / from ] [ the ] <base> {ASK} [ {HAVE} / {DO} ] {SIGN} <bound> [ of ] [ <documents> ]", _who_signed),
    Form("<who> [ {THAT} ] [ {HAVE} / {DO} ] {SIGN} <bound> ( and / but / yet / and yet / though ) <other:bound> [ of ] [ <documents> ]", _between_two),
    Form("<who> [ {THAT} ] ( {DO} / {HAVE} ) not {SIGN} <bound> [ of ] [ <documents> ]", _who_did_not),
    Form("<who> [ {THAT} ] [ {HAVE} / {DO} ] {SIGN} [ some / any / some of / any of ] <documents>", _who_signed_any),
    Form("<who> [ {THAT} ] [ {HAVE} / {DO} ] {SIGN} <amount> [ of ] <documents> ( or / and ) ( less / fewer / below / under )", _at_most),
    Form("<who> [ {THAT} ] [ {HAVE} / {DO} ] {SIGN} <amount> [ of ] <documents> ( or / and ) ( more / above / over )", _at_least),
    Form("<who> {SIGN} <bound> {PORTION} [ of ] <documents>", _who_signed),
    Form("<who> ( {HAVE} / with / had ) [ signed ] [ a signing ] [ {PORTION} ] [ of ] <bound> [ {PORTION} ] [ of ] [ <documents> ] signed", _who_signed),
    Form("<who> ( {HAVE} / with / had ) [ the ] <bound:extreme> [ signing ] {PORTION} [ of ] [ signed ] [ <documents> ] [ signed ]", _who_signed),
    Form("{BE} [ the ] {PORTION} [ of ] [ <documents> ] [ {THAT} / {SIGN} by / {THAT} {BE} {SIGN} by / of / by ] <state> [ {SIGN} ] ( ( larger / bigger / higher / greater ) #more / smaller / lower ) than ( that of / that / the {PORTION} of / ) <other:state> [ 's / ' / {SIGN} / did ]", _larger_than),
    Form("{BE} <state> ( 's / ' ) {PORTION} [ of ] [ <documents> ] [ signed ] ( ( larger / bigger / higher / greater ) #more / smaller / lower ) than ( that of / ) <other:state> [ 's / ' ]", _larger_than),
    Form("{ASK} signing {PORTION} {BE} <bound:extreme>", _who_signed),
    Form("<who> ( {HAVE} / with / had / having ) ( a / the / ) [ signing ] {PORTION} [ of [ signed ] <documents> [ signed ] / of documents signed ] [ of / that is ] <bound> [ of <documents> ]", _who_signed),
    Form("whose [ signing ] {PORTION} [ of [ signed ] <documents> [ signed ] ] {BE} <bound>", _who_signed),
    Form("<kind> whose [ signing ] {PORTION} [ of [ signed ] <documents> ] {BE} <bound>", _who_signed),
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
    Form("( what is / what was / {LIST} / ) ( {PORTION} / the {PORTION} / the signing {PORTION} / signing {PORTION} ) [ of <documents> ] [ {THAT} {BE} / {BE} / that / which ] [ {SIGN} by / of / for ] <state> [ {SIGN} ]", _share_of),
    Form("( what is / what was / {LIST} / ) <state> ( 's / ' / ) ( [ signing ] {PORTION} [ of ( <documents> [ signed ] / signed <documents> / documents signed / signing / signatures ) ] / signing record / signing rate )", _share_of),
    # Whether
    Form("( {DO} / {HAVE} ) <states> [ both / each / all / {ALSO} ] {SIGN} <bound> [ of ] [ <documents> ]", _whether, "did STATE sign at least half of the documents"),
]  # fmt: skip
