"""The plain form of a verb: what stands behind "did"."""

from __future__ import annotations

from functools import cache

from .phrases import ACTS, PHRASES

__all__ = ["plain_form"]

_IRREGULAR = {
    "left": "leave", "met": "meet", "began": "begin", "took": "take", "became": "become", "held": "hold", "sat": "sit",
    "said": "say", "told": "tell", "went": "go", "came": "come", "broke": "break", "quit": "quit", "withdrew": "withdraw",
    "made": "make", "had": "have", "has": "have", "got": "get", "won": "win", "sent": "send", "gave": "give", "saw": "see",
    "lost": "lose", "grew": "grow", "rose": "rise", "fell": "fall", "shrank": "shrink",
}  # fmt: skip


def plain_form(verb: str) -> str:
    """The plain form of a verb in the past or the third person; the word itself where it is no verb of the grammar.

    >>> [plain_form(verb) for verb in ("joined", "left", "signs", "proposed", "sat", "planned", "CST")]
    ['join', 'leave', 'sign', 'propose', 'sit', 'plan', 'CST']
    """
    if verb in _IRREGULAR:
        return _IRREGULAR[verb]
    for ending, instead in (("ied", "y"), ("ed", ""), ("d", ""), ("ies", "y"), ("es", ""), ("s", "")):
        stem = verb.removesuffix(ending) + instead
        if verb.endswith(ending) and len(stem) > 2:
            doubled = ending == "ed" and stem[-1] == stem[-2] and stem[:-1] in _known()
            if doubled or stem in _known():
                return stem[:-1] if doubled else stem
    return verb


@cache
def _known() -> frozenset[str]:
    """The words of the grammar's phrases."""
    return frozenset(word for pattern in (*PHRASES.values(), *ACTS.values()) for word in pattern.split())
