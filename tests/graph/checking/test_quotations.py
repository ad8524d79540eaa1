"""Quotations held against the article: which words stand in it was read in the article by hand."""

from __future__ import annotations

import blocs
import pytest
from blocs import InvalidRequest
from hypothesis import given
from hypothesis import strategies as st

GRAPH = blocs.load()
SENTENCES = sorted(
    {row[0].value for row in GRAPH.source.select("SELECT DISTINCT ?w { ?q <http://www.w3.org/ns/oa#exact> ?w }")}
)


@pytest.mark.parametrize(
    ("words", "match", "paragraph"),
    [
        ("CST member states include Armenia", "verbatim", 1),
        ("“which is not represented in the CST”", "verbatim", 11),
        ("CST member states include … Tajikistan.", "shortened", 1),
        ("CST  member states\ninclude Armenia", "verbatim", 1),
        ("Georgia (which is … represented in the CST)", "turned", 11),
        ("CST member states include Georgia, Belarus, Kazakhstan", "similar", 1),
    ],
)
def test_whether_a_quotation_stands_there(words: str, match: str, paragraph: int) -> None:
    found = GRAPH.quotation(words)
    assert (found[0].match, found[0].paragraph) == (match, paragraph)


def test_the_word_left_out_is_named_and_what_rests_on_the_sentence() -> None:
    (found,) = GRAPH.quotation("Georgia (which is … represented in the CST)")
    assert found.left_out == "not"
    assert {"georgia", "cst"} <= {entity.id for entity in found.about}


def test_what_is_said_nowhere_is_not_found() -> None:
    assert GRAPH.quotation("the committee adjourned after lunch") == []


def test_one_word_is_no_quotation() -> None:
    with pytest.raises(InvalidRequest, match="at least two words"):
        GRAPH.quotation(" Georgia ")


@given(st.sampled_from(SENTENCES), st.data())
def test_every_run_of_words_of_a_sentence_is_verbatim(sentence: str, data: st.DataObject) -> None:
    words = sentence.split()
    if len(words) < 2:
        return
    start = data.draw(st.integers(0, len(words) - 2))
    end = data.draw(st.integers(start + 2, len(words)))
    part = " ".join(words[start:end]).strip("\"'“”‘’")
    if len(part.split()) >= 2:
        assert any(one.match == "verbatim" and one.quote == sentence for one in GRAPH.quotation(part))
