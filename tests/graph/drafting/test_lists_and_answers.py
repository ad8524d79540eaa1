"""Lists with a line for each name, headings over parts of a text, and questions with their answers."""

from __future__ import annotations

from pathlib import Path

import pytest
from blocs.graph.checking import check_files
from blocs.graph.drafting import draft

from .test_sentences import short


def said(text: str) -> set[str]:
    return {found for fact in draft(text).reading.facts if (found := short(fact))}


LISTS = {
    "with dashes": ("The members of the EAC are:\n- Kenya\n- Uganda\n- Tanzania", "+KEN/EAC; +UGA/EAC; +TZA/EAC"),
    "with stars and stops": (
        "The members of the EAC are:\n* Kenya;\n* Uganda and Rwanda; and\n* the Democratic Republic of the Congo.",
        "+KEN/EAC; +UGA/EAC; +RWA/EAC; +COD/EAC",
    ),
    "with numbers": ("The EAC has three members:\n1. Kenya\n2. Uganda\n3. Tanzania", "+KEN/EAC; +UGA/EAC; +TZA/EAC"),
    "after an empty line": (
        "The members of the EAC are:\n\n• Kenya\n• Uganda (since 1999)",
        "+KEN/EAC; +UGA/EAC@1999",
    ),
    "under a title": ("The EAC met.\n\nMember states\n\n- Kenya\n- Uganda", "+KEN/EAC; +UGA/EAC"),
    "of observers": ("The EAC met.\n\nObservers:\n- Kenya\n- Uganda", "oKEN/EAC; oUGA/EAC"),
    "of what was": ("Former members of the EAC:\n- Chad\n- Mali", "-TCD/EAC; -MLI/EAC"),
    "with a line that says more": (
        "The members of the EAC are:\n- Kenya\n- Uganda, which left in 2022 and returned in 2023\n- Rwanda",
        "+KEN/EAC; +UGA/EAC..2022; +UGA/EAC@2023; +RWA/EAC",
    ),
    "of candidates": ("The EAC met. Candidates for membership:\n- Kenya\n- Uganda", ""),
    "of those who applied": ("The EAC met. The countries that have applied to join it:\n- Kenya\n- Uganda", ""),
    "of neighbors": ("The EAC met. Its neighbours are:\n- Kenya\n- Uganda", ""),
    "that nothing introduces": ("The EAC met.\n\n- Kenya\n- Uganda", ""),
    "far from what introduces it": ("The members of the EAC are:\n\nNobody knows.\n\n- Kenya\n- Uganda", ""),
    "with roles in brackets": (
        "The members of the EAC are:\n- Kenya\n- Chad (observer)\n- Mali (suspended)\n- Togo (left 2003)",
        "+KEN/EAC",
    ),
}


@pytest.mark.parametrize("kind", LISTS)
def test_a_list_with_signs_says_what_its_introduction_says_of_each_name(kind: str) -> None:
    text, wanted = LISTS[kind]
    assert said(text) == (set(wanted.split("; ")) if wanted else set())


def test_a_heading_tells_which_body_the_lists_below_it_are_of() -> None:
    text = (
        "Nordic bodies\n\nThe Nordic Council\n\nThe Nordic Council met. The Nordic Council has these members:\n\n"
        "- Denmark\n- Finland\n\nEast African Community\n\nMember states\n\n- Kenya\n- Uganda\n"
    )
    assert said(text) == {"+DNK/Nordic Council", "+FIN/Nordic Council", "+KEN/EAC", "+UGA/EAC"}


def test_a_chronicle_with_a_stop_behind_each_year_is_dated_by_it() -> None:
    text = (
        "1969. Bolivia, Chile and Peru form the Andean Pact in Cartagena.\n"
        "1976. Chile leaves it.\n"
        "2008. On 23 May twelve presidents sign a treaty in Lima. Nothing came of it.\n"
    )
    assert said(text) == {
        *("+BOL/CAN@1969", "+CHL/CAN@1969..1976", "+PER/CAN@1969"),
        "E:Lima/2008-05-23",
    }


def test_quotes_of_lists_and_answers_stand_in_the_text_word_for_word(tmp_path: Path) -> None:
    text = (
        "Who is in the EAC? Kenya and Uganda.\n\nIs Chad a member of the EAC?\n\nNo.\n\nIs Mali in it? No.\n\n"
        "The members of the AU are:\n\n- Mali\n- Togo\n\nObservers of the AU:\n- Haiti\n- Cuba\n"
    )
    (tmp_path / "text.txt").write_text(text, encoding="utf-8")
    (tmp_path / "draft.ttl").write_bytes(draft(text).turtle())
    found = check_files([tmp_path / "draft.ttl"], texts=[str(tmp_path / "text.txt")])
    assert [finding for finding in found if finding.severity != "advice"] == []
    assert said(text) >= {"+KEN/EAC", "+TGO/AU", "oHTI/AU", "-MLI/EAC"}
