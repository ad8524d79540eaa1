"""The words of questions: kinds, verbs, numbers. No name of any entity stands here."""

from __future__ import annotations

__all__ = ["ACTS", "KIND_WORDS", "MONTHS", "NUMBERS", "PATTERNS"]

KIND_WORDS: dict[str, str] = {
    **dict.fromkeys(("state", "states", "country", "countries", "nation", "nations", "republic", "republics"), "state"),
    **dict.fromkeys(("member state", "member states", "member country", "member countries"), "state"),
    **dict.fromkeys(("body", "bodies", "organization", "organizations", "organisation", "organisations"), "body"),
    **dict.fromkeys(("alliance", "alliances", "bloc", "blocs", "pact", "pacts", "treaty", "treaties"), "body"),
    **dict.fromkeys(("grouping", "groupings", "association", "associations", "institution", "institutions"), "body"),
    **dict.fromkeys(("organ", "organs", "structure", "structures", "international organizations"), "body"),
    **dict.fromkeys(("event", "events"), "event"),
    **dict.fromkeys(("person", "persons", "people", "official", "officials"), "person"),
    **dict.fromkeys(("member", "members", "participant", "participants", "party", "parties"), ""),
}
"""Nouns for kinds of entities; "members" restricts nothing."""

NUMBERS: dict[str, int] = {
    **dict(
        zip(["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"], range(1, 11), strict=True)
    ),
    "half": 50,
    "all": 100,
}

MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]

ACTS: dict[str, tuple[str, str]] = {
    **dict.fromkeys(
        ("proposed", "propose", "suggested", "suggest", "called for", "call for"), ("Proposal", "proposed")
    ),
    **dict.fromkeys(
        ("ruled out", "rule out", "rejected", "reject", "excluded the possibility of"), ("RulingOut", "ruled out")
    ),
    **dict.fromkeys(("decided", "decide", "decided on", "agreed", "agree", "resolved"), ("Decision", "decided")),
    **dict.fromkeys(("planned", "plan", "plans", "intends", "intend", "want to"), ("Plan", "plans")),
    **dict.fromkeys(
        ("said", "say", "stated", "state", "claimed", "claim", "declared", "alleged", "allege", "asserted"),
        ("Assertion", "said"),
    ),
}
"""Verbs of saying, the class of statement that each makes, and the verb of its restatement."""

PATTERNS = (
    "who is in BODY and BODY",
    "is STATE a member of BODY",
    "which bodies is STATE in",
    "what do STATE and STATE have in common",
    "how many states are in BODY",
    "who attended EVENT",
    "who was absent from EVENT",
    "who signed less than 50% of the documents",
    "what share of the documents did STATE sign",
    "when did BODY meet",
    "where was EVENT",
    "what happened in May 2001",
    "which events are planned",
    "who is the defense minister of STATE",
    "who proposed …",
    "which bodies are part of BODY",
    "which states have no officers in BODY",
    "who is PERSON",
)
"""The forms of questions, for showing what can be asked."""
