"""Questions of what the members of alliances have promised each other: "who has a defense pact with Russia"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ..language.form import Context, Form
from ..language.patterns import Found
from ..language.reading import Reading, slot
from ..logic.logical_form import Among, Entities, Exists, OfKind, Pact, Question, Whether
from ..slots.subjects import Who, asked_period

__all__ = ["FORMS", "OBLIGATION_WORDS", "PACT_NOUNS", "asks_of_pacts"]

OBLIGATION_WORDS: dict[str, tuple[str, ...]] = {
    "defense": (
        "defense", "defence", "defensive", "mutual defense", "mutual defence", "collective defense", "collective defence",
        "common defense", "common defence", "mutual assistance",
    ),
    "offense": ("offense", "offence", "offensive"),
    "neutrality": ("neutrality",),
    "nonaggression": (
        "nonaggression", "non aggression", "no aggression", "neutrality and nonaggression", "neutrality or nonaggression",
    ),
    "consultation": ("consultation", "consultative", "consultations"),
    "entente": ("entente",),
}  # fmt: skip
"""What each promise is called before "pact"."""

PACT_NOUNS = (
    "pact", "pacts", "treaty", "treaties", "alliance", "alliances", "agreement", "agreements", "obligation", "obligations",
    "commitment", "commitments",
)  # fmt: skip


_WITH = {"with", "between", "to", "partners"}


@slot("pact")
def _pact(reading: Reading, start: int) -> Iterator[tuple[str, int]]:
    """A kind of pact: "a defence pact", "nonaggression treaties", "an entente"."""
    for begin in dict.fromkeys([*reading.any_of(start, "a", "an", "any", "the"), start]):
        for obligation, called in OBLIGATION_WORDS.items():
            if obligation == "nonaggression":
                called = called[:3]  # "neutrality and nonaggression" are two
            for end in reading.any_of(begin, *called):
                yield from ((obligation, after) for after in reading.any_of(end, *PACT_NOUNS))
                if obligation == "entente":
                    yield obligation, end


def asks_of_pacts(words: Sequence[str]) -> bool:
    """Whether words speak of a pact of some kind with somebody.

    >>> asks_of_pacts("who has a defense pact with russia".split()), asks_of_pacts("who is in the cst".split())
    (True, False)
    """
    last = {word for called in OBLIGATION_WORDS.values() for name in called for word in name.split()[-1:]}
    return any(one in last and noun in PACT_NOUNS for one, noun in pairwise(words)) and bool(_WITH & set(words))


def _with(context: Context, found: Found) -> Pact | None:
    """The condition; None in a graph that says nothing of promises: see `refusals` for what is said then."""
    if not context.vocabulary.has_obligations:
        return None
    return Pact(found["state"], found["pact"], asked_period(context, found))


def _partners(context: Context, found: Found) -> Question | None:
    """Who has a pact with a state."""
    pact, who = _with(context, found), found.get("who") or Who("")
    if pact is None or who.kind not in ("", "state"):
        return None
    base = (Among(who.base, pact.period),) if who.base is not None else ()
    return Entities((OfKind("state"), *base, pact))


def _whether(context: Context, found: Found) -> Question | None:
    """Whether states have a pact with another."""
    pact = _with(context, found)
    return None if pact is None else Whether(found["states"], (pact,))


def _any_partner(context: Context, found: Found) -> Question | None:
    partners = _partners(context, found)
    return Exists(partners) if isinstance(partners, Entities) else None


_ALLIED = "( allied / in [ an ] alliance / bound / tied / linked / an ally / allies ) ( with / to / of )"
_BY = "( by / through / in / under / by means of / via )"

FORMS = [
    Form("<who> [ {THAT} ] ( {HAVE} / {DO} have / {HAVE} signed / signed / with ) <pact> with <state> [ <time> ]", _partners),
    Form("<who> [ {THAT} ] {BE} [ bound ] ( in / by / under / partners in / partner in / parties to / party to ) <pact> with <state> [ <time> ]", _partners),
    Form(f"<who> [ {{THAT}} ] {{BE}} {_ALLIED} <state> {_BY} <pact> [ <time> ]", _partners),
    Form(f"( with / to ) ( whom / {{ASK}} [ states / countries ] ) ( {{DO}} / {{HAVE}} / {{BE}} ) <state> ( [ have ] / [ allied / bound ] {_BY} / in ) <pact> [ with ] [ <time> ]", _partners),
    Form("{ASK} [ states / countries ] ( {DO} / {HAVE} ) <state> [ have ] <pact> with [ <time> ]", _partners),
    Form("{OPEN} [ {BE} ] [ {THE} ] <state> ( 's / ' ) <pact> partners [ <time> ]", _partners),
    Form("( {DO} / {HAVE} / has ) <states> [ have / has / signed / sign ] <pact> with <state> [ <time> ]", _whether),
    Form(f"{{BE}} <states> {_ALLIED} <state> {_BY} <pact> [ <time> ]", _whether),
    Form("{BE} <states> [ bound ] ( in / by / under ) <pact> with <state> [ <time> ]", _whether),
    Form("{BE} there <pact> between <states> and <state> [ <time> ]", _whether),
    Form("( {DO} / {HAVE} / has ) <states> and <state> [ have ] <pact> [ with each other ] [ <time> ]", _whether),
    Form("( {DO} / {HAVE} / has ) ( anyone / anybody / any state / any states / any country ) [ have ] <pact> with <state> [ <time> ]", _any_partner),
]  # fmt: skip
