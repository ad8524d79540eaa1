"""Facts in words, for people who review them."""

from __future__ import annotations

from ..found import Found
from ..gazetteer import Named

__all__ = ["KINDS", "in_words"]

KINDS: dict[str, str] = {
    "membership": "memberships",
    "non-membership": "denials",
    "event": "events",
    "post": "offices",
    "share": "signing shares",
    "attendance": "attendances",
    "absence": "absences",
    "non-representation": "bodies without officers of a state",
    "statement": "statements",
}
"""The kinds of facts, in the order in which they are listed, and what several are called."""


def in_words(fact: Found) -> str:
    """A fact as a clause.

    >>> a, b = Named("a", "Aland", "state"), Named("x", "Union X", "body", "UX")
    >>> in_words(Found("membership", {"member": a, "body": b, "start": "1999", "role": "observer"}, []))
    'Aland is an observer in UX, from 1999'
    """
    data = fact.data
    match fact.kind:
        case "membership":
            role = {"observer": "an observer in", "associate": "an associate member of"}.get(data.get("role", ""), "")
            verb = "was" if "end" in data else "is"
            words = f"{data['member'].label} {verb} {role or 'a member of'} {_short(data['body'])}"
            words += f", from {data['start']}" if "start" in data else ""
            words += f", until {data['end']}" if "end" in data else ""
        case "non-membership":
            words = f"{data['member'].label} is not a member of {_short(data['body'])}"
        case "event":
            words = data["event"].label
        case "post":
            words = f"{data['person'].label} is {data['role'].label} of {_short(data['of'])}"
        case "share":
            words = f"{data['who'].label} signed {data['percent']:g}% of {data['documents'].label}"
        case "attendance":
            are = "are" if data["who"].kind == "group" else "is"
            verb = f"{are} to take part" if fact.basis == "planned" else "took part"
            words = f"{data['who'].label} {verb} in the {data['event'].label}"
        case "absence":
            words = f"{data['who'].label} was absent from the {data['event'].label}"
        case "non-representation":
            words = f"{data['member'].label} has no officers in {_short(data['body'])}"
        case _:
            verbs = {"Proposal": "proposes", "RulingOut": "says", "Decision": "decides", "Plan": "plans"}
            speaker = data.get("speaker")
            verb = verbs.get(data["class"], "says")
            verb = verb.removesuffix("s") if speaker and speaker.kind == "group" else verb
            said = f"{speaker.label} {verb}" if speaker else "it is planned"
            words = f"{said}: {data['label']}"
    if fact.basis == "claimed" and fact.kind != "statement":
        words += f" (claimed by {fact.claimed_by.label})"
    told = fact.kind in ("statement", "attendance")  # the words themselves tell that it is planned
    return words + (" (planned)" if fact.basis == "planned" and not told else "")


def _short(entity: Named) -> str:
    return entity.abbreviation or entity.label
