"""Quotes with words left out or put in, held against a text."""

from __future__ import annotations

import pytest
from blocs.graph.checking.omissions import has_omissions, leaves_out, stands_in

TEXT = (
    "The council, which had met in June, admitted Chad and two other states to the league in 1999."
    " It did not admit Niger."
)


@pytest.mark.parametrize(
    "quote",
    [
        "The council … admitted Chad",
        "The council ... admitted Chad",
        "The council, […] admitted Chad",
        "The council [...] admitted Chad and two other states",
        "[t]he council, which had met in June",
        "[The council] admitted Chad",
        "It [the council] did not admit Niger",
        "The council, which had met in June [sic], admitted Chad",
        "… admitted Chad and two other states …",
        "admitted Chad … to the league [of Africa] in 1999",
        "The council … admitted … two other states to the league in 1999. …",
    ],
)
def test_the_convention_of_scholarly_quotation_holds(quote: str) -> None:
    assert has_omissions(quote)
    assert stands_in(quote, TEXT)
    assert not leaves_out(quote, TEXT)


@pytest.mark.parametrize(
    "quote",
    [
        "admitted Chad … The council",
        "The council … expelled Chad",
        "The council [of ministers] expelled Chad",
        "[W]e council",
        "… Chad …",
        "[anything at all]",
        "…",
    ],
)
def test_other_words_or_another_order_are_misquoted(quote: str) -> None:
    assert not stands_in(quote, TEXT)


@pytest.mark.parametrize("quote", ["It did … admit Niger", "It did [finally] admit Niger"])
def test_a_not_may_not_be_left_out(quote: str) -> None:
    assert stands_in(quote, TEXT)
    assert leaves_out(quote, TEXT) == "not"
