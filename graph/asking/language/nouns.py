"""Nouns of questions, as tables: what kinds of entities and events they name. No name of any entity stands here."""

from __future__ import annotations

__all__ = ["ANY_BODY", "EVENT_NOUNS", "KINDS", "PEOPLE", "REGIONS"]


KINDS: dict[str, str] = {
    **dict.fromkeys(("state", "states", "country", "countries", "nation", "nations", "republic", "republics"), "state"),
    **dict.fromkeys(("government", "governments", "member state", "member states", "member country"), "state"),
    **dict.fromkeys(
        (
            "member countries",
            "member nations",
            "member nation",
            "independent state",
            "independent states",
            "sovereign state",
            "sovereign states",
            "delegation",
            "delegations",
        ),
        "state",
    ),
    **dict.fromkeys(("body", "bodies", "organization", "organizations", "organisation", "organisations"), "body"),
    **dict.fromkeys(("alliance", "alliances", "bloc", "blocs", "pact", "pacts", "treaty", "treaties"), "body"),
    **dict.fromkeys(("union", "unions", "club", "clubs", "council", "councils", "committee", "committees"), "body"),
    **dict.fromkeys(("grouping", "groupings", "association", "associations", "institution", "institutions"), "body"),
    **dict.fromkeys(
        (
            "agency",
            "agencies",
            "forum",
            "forums",
            "organ",
            "organs",
            "structure",
            "structures",
            "group",
            "groups",
            "igo",
            "igos",
        ),
        "body",
    ),
    **dict.fromkeys(
        (
            "international organizations",
            "international organisations",
            "international organization",
            "international organisation",
            "forces",
            "force",
        ),
        "body",
    ),
    **dict.fromkeys(("event", "events"), "event"),
    **dict.fromkeys(
        ("person", "persons", "people", "individual", "individuals", "official", "officials", "minister", "ministers"),
        "person",
    ),
    **dict.fromkeys(("politician", "politicians", "office holder", "office holders"), "person"),
    **dict.fromkeys(("place", "places", "city", "cities"), "place"),
    **dict.fromkeys(("conflict", "conflicts", "threat", "threats", "hot spot", "hot spots"), "conflict"),
    **dict.fromkeys(("member", "members", "participant", "participants", "party", "parties", "ones"), ""),
}
"""Nouns for kinds of entities; "members" restricts nothing."""

PEOPLE = {
    "people": "members",
    "persons": "members",
    "individuals": "members",
    "person": "member",
    "individual": "member",
}
"""Nouns for people as such, whoever they are, and what they are called as members."""

ANY_BODY = frozenset(
    f"{adjective}{noun}"
    for adjective in ("", "international ", "intergovernmental ", "multilateral ")
    for noun in (
        "body", "bodies", "organization", "organizations", "organisation", "organisations", "alliance", "alliances", "bloc", "blocs",
        "grouping", "groupings", "group", "groups", "institution", "institutions", "structure", "structures", "igo", "igos",
        "agency", "agencies", "forum", "forums", "club", "clubs",
    )
)  # fmt: skip
"""Nouns for bodies of any kind, also if a graph has a kind of that name."""

REGIONS = frozenset(
    (
        "african", "melanesian", "micronesian", "polynesian", "asian", "european", "american", "oceanian", "caribbean", "scandinavian", "nordic", "baltic", "balkan",
        "arab", "latin", "western", "eastern", "northern", "southern", "mediterranean", "pacific", "atlantic", "andean",
        "gulf", "post-soviet", "caucasian", "iberian", "slavic", "muslim", "christian", "developing", "industrialized",
        "rich", "poor", "democratic", "communist", "island", "landlocked",
    )
)  # fmt: skip
"""Adjectives for states of a region or kind: some of them the lists of states tell, and a graph of memberships none."""


EVENT_NOUNS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(
        ("meeting", "meetings", "session", "sessions", "talks", "gathering", "gatherings"),
        ("meeting", "session", "talks", "summit", "conference", "gathering"),
    ),
    **dict.fromkeys(("summit", "summits"), ("summit",)),
    **dict.fromkeys(("conference", "conferences", "congress"), ("conference", "congress")),
    **dict.fromkeys(
        ("exercise", "exercises", "drill", "drills", "maneuver", "maneuvers", "manoeuvre", "manoeuvres"),
        ("exercise", "drill", "maneuver", "manoeuvre"),
    ),
    **dict.fromkeys(("war game", "war games"), ("exercise", "drill")),
    **dict.fromkeys(("signing", "signings", "signature"), ("signing", "signature")),
    **dict.fromkeys(("event", "events"), ()),
}
"""Nouns for kinds of events, and the words of a classification or label that agree with each; () is any."""
