"""What the members of alliances have promised each other: answers written down from the rows of the table, by hand."""

from __future__ import annotations

from collections.abc import Sequence

import blocs as library
import pytest
from blocs.graph.errors import InvalidRequest
from places import TEST_DATA


@pytest.fixture(scope="module")
def pacts() -> library.KnowledgeGraph:
    return library.load(TEST_DATA / "own" / "atop5_1m.csv")


# Alliance 4025, of 1992-05-15: Russia, Armenia, Georgia from 1993-09-24 to 1999-04-02; defense, nonaggression,
# consultation. Alliance 4030, of 1997: Russia, China; nonaggression, consultation. Nobody promised neutrality.
@pytest.mark.parametrize(
    ("question", "right"),
    [
        ("which states have a defence pact with Russia in 1995", ["Armenia", "Georgia"]),
        ("which states had defense treaties with Russia in 1993", ["Armenia", "Georgia"]),
        ("who has a defense pact with Russia", ["Armenia"]),
        ("who had a defense pact with Russia in 1990", []),
        ("with whom does Russia have a nonaggression pact in 2000", ["Armenia", "China"]),
        ("which states are allied with Russia by a consultation pact in 1995", ["Armenia", "Georgia"]),
        ("who is allied with Russia by a neutrality pact", []),
        ("who was in a defence pact with Georgia in 1995", ["Armenia", "Russia"]),
    ],
)
def test_partners(pacts: library.KnowledgeGraph, question: str, right: Sequence[str]) -> None:
    assert [one.entity.label for one in pacts.ask(question).entities] == right


@pytest.mark.parametrize(
    ("question", "right"),
    [
        ("does Armenia have a nonaggression pact with Russia", True),
        ("does Armenia have a non-aggression pact with Russia in 1991", False),
        ("is China bound by a consultation pact with Russia", True),
        ("does China have a defence pact with Russia", False),
        (
            "does Georgia have a defense pact with China in 1998",
            False,
        ),  # each has promises to Russia, in other alliances
        ("was there a defence pact between Georgia and Armenia in 1995", True),
        ("did anyone have a defence pact with Georgia in 2005", False),
    ],
)
def test_whether(pacts: library.KnowledgeGraph, question: str, right: bool) -> None:
    assert pacts.ask(question).value is right


def test_where_nothing_is_said_of_promises_that_is_said() -> None:
    with pytest.raises(InvalidRequest, match=r"does not say what the members of alliances have promised.*import atop"):
        library.load().ask("which states have a defence pact with Russia")


def test_a_pact_after_the_end_of_the_data_is_not_known(pacts: library.KnowledgeGraph) -> None:
    end = pacts.as_of
    note = f"The data end in {end}: what was so in 2030 is not known."
    assert pacts.ask("which states have a defence pact with Russia in 2030").notes == (note,)
    answer = pacts.ask("does Armenia have a nonaggression pact with Russia in 2030")
    assert (answer.value, answer.notes) == (None, (note,))
