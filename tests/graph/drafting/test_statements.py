"""Who says, plans, proposes, decides and rules out what, and who took part in what: single sentences."""

from __future__ import annotations

import pytest
from blocs.graph.drafting import draft
from blocs.graph.drafting.reviewing.wording import in_words

SAID = {
    "Presidents of EAC member states plan to exchange views on trade.": [
        "presidents of EAC member states plan: exchange views on trade"
    ],
    "EU leaders agreed to open the border.": ["EU leaders decide: open the border"],
    "Ghana said it would host the summit in Accra.": ["Ghana says: it would host the summit in Accra"],
    "According to Ghana, Togo plans to leave ECOWAS.": ["Ghana says: Togo plans to leave ECOWAS"],
    "Togo is not in the EAC, and plans to work with Ghana on roads.": ["Togo plans: work with Ghana on roads"],
    "Ghana will host the next meeting of ministers.": ["Ghana plans: host the next meeting of ministers"],
    "Ghana ruled out leaving ECOWAS but proposed a new treaty.": [
        "Ghana says: leaving ECOWAS is ruled out",
        "Ghana proposes: a new treaty",
    ],
    "The African Union called for calm and Chad's premier, Ali Moussa, said: “We want peace in the region.”": [],
    "The African Union called for a new court and Chad sent troops.": ["African Union proposes: a new court"],
    "The plan to build a road to the sea was approved.": ["it is planned: build a road to the sea"],
    "Given the plans to set up a court (but no bank), trade may grow.": ["it is planned: set up a court"],
    "“We keep the door open,” said NATO Secretary General Jens Stoltenberg.": [
        "Jens Stoltenberg says: We keep the door open"
    ],
    "Kenyan Foreign Minister Alfred Mutua said: “Our door is open to all.”": [
        "Alfred Mutua says: Our door is open to all"
    ],
    "“The talks were of use,” the Ugandan foreign minister said.": [
        "foreign minister of Uganda says: The talks were of use"
    ],
    "Kenyan Foreign Minister Alfred Mutua said: “Our door is open. The key is in our hands.” Rain fell on the town.": [
        "Alfred Mutua says: Our door is open",
        "Alfred Mutua says: The key is in our hands",
    ],
    "The EAC met in Arusha on 3 May 2021. Participants called for a new treaty.": [
        "participants in the meeting of EAC in Arusha, 2021-05-03 propose: a new treaty"
    ],
}
"""Sentences, and the statements that they have."""

UNSAID = (
    "Ghana did not say that it would host the summit.",
    "Did Ghana say that it would host the summit?",
    "Ghana may propose a new treaty.",
    "Ghana has never proposed a new treaty with Togo.",
    "Ghana reportedly plans to leave ECOWAS.",
    "If Kenya agrees, Uganda plans to leave the EAC.",
    "It was reported that Kenya plans to leave the EAC.",
    "Togo denied that it plans to leave ECOWAS.",
    "Ghana no longer plans to leave ECOWAS.",
    "Neither Ghana nor Togo plans to leave ECOWAS.",
    "“Togo will leave,” a diplomat said.",
    "“Togo will leave ECOWAS soon,” the paper wrote. Ghana said nothing.",
    "Ghana's president was asked about “the worst crisis of the decade”.",
    "Ghana said “a great day for all of Africa” had come.",
    "Ghana sent help while a poster read, “No more wars on the lakes”.",
    "Ghana said the film “The Last King of Scotland” was poor.",
    "Ghana called it “a great day for all of Africa”.",
    "There are no plans to join NATO.",
    "The plans to join NATO were dropped.",
    "NATO foreign ministers decided to send more troops, Estonia said.",
    "Some EU leaders proposed a new treaty.",
    "Critics said that EU leaders proposed a bad treaty.",
    "Serbia has a president, and its premier, Ana Petrova, ruled out a new law.",
)
"""Sentences that have none, or none whose speaker is known."""

PRESENT = {
    "The foreign ministers of Kenya and Uganda met in Arusha on 5 May 2010.": ["Kenya", "Uganda"],
    "Ghanaian officials met Togolese diplomats in Accra on 3 May 2021.": ["Ghana", "Togo"],
    "Leaders of Ghana and Togo will meet in Accra on 3 May 2031.": ["Ghana", "Togo"],
    "The GCC's foreign ministers met in Doha on 5 June 2022.": ["GCC's foreign ministers"],
    "The summit in Accra on 3 May 2021 was attended by the leaders of Ghana, Togo and Benin.": [
        "Ghana",
        "Togo",
        "Benin",
    ],
    "ECOWAS met in Accra on 3 May 2021. Ghana and Togo sent delegations; Mali sent no one.": ["Ghana", "Togo"],
    "EAC members are Kenya and Uganda. Presidents of EAC member states will meet in Arusha on 5 May 2031.": [
        "Kenya",
        "Uganda",
        "presidents of EAC member states",
    ],
    "EAC members are Kenya and Uganda. Presidents of EAC member states met in Arusha on 5 May 2010.": [
        "presidents of EAC member states"  # the text may tell of later members
    ],
    "EAC members are Kenya and Uganda. Presidents of EAC member states will meet in Arusha on 5 May 2031."
    " Uganda will not attend.": ["Kenya", "presidents of EAC member states"],
    "No EU leaders took part in the summit in Prague on 6 October 2022.": [],
    "Not all EU leaders met in Prague on 6 October 2022.": [],
    "EU leaders did not meet in Prague on 6 October 2022.": [],
    "EU leaders were to meet in Prague on 6 October 2022 but the meeting was cancelled.": [],
    "The presidents of Ghana and Togo failed to meet in Accra on 3 May 2021.": [],
    "Former leaders of Ghana and Togo met in Accra on 3 May 2021.": [],
    "Ministers from Ghana and Togo gathered in Accra on 3 May 2021.": ["Ghana", "Togo"],
    "Leaders of Ghana's opposition met in Accra on 3 May 2021.": [],
    "Wives of the leaders of Ghana and Togo met in Accra on 3 May 2021.": [],
    "The leaders of the opposition met in Accra on 3 May 2021.": [],
    "Critics of Ghana met in Accra on 3 May 2021.": [],
    "Ghana met its targets in Accra on 3 May 2021.": [],
    "The summit in Accra on 3 May 2021 was attended by three leaders of ECOWAS states.": [],
}
"""Sentences, and who they say took part in a meeting, or is to."""


@pytest.mark.parametrize("text", SAID)
def test_a_statement_has_who_says_it_and_what(text: str) -> None:
    facts = [fact for fact in draft(text).reading.facts if fact.kind == "statement"]
    assert sorted(map(in_words, facts)) == sorted(SAID[text])
    assert all(" ".join(fact.data["label"].removesuffix(" is ruled out").split()) in text for fact in facts)


@pytest.mark.parametrize("text", UNSAID)
def test_nobody_says_what_is_not_said_so(text: str) -> None:
    assert [in_words(fact) for fact in draft(text).reading.facts if fact.kind == "statement"] == []


@pytest.mark.parametrize("text", PRESENT)
def test_who_took_part_is_who_is_named(text: str) -> None:
    found = [fact.data["who"].label for fact in draft(text).reading.facts if fact.kind == "attendance"]
    assert sorted(found) == sorted(PRESENT[text])
