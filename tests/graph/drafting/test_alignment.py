"""Facts of other programs: taken where their quotes stand in the text word for word."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from blocs.graph.drafting import draft
from blocs.graph.errors import InvalidRequest

TEXT = "A preface.\n\nKenya and\nUganda are in the East African Community (EAC). Ethiopia has no seat in it.\n"


def lines(path: Path, *extractions: dict[str, object]) -> Path:
    document = {"text": TEXT, "document_id": "doc_1", "extractions": list(extractions)}
    path.write_text(json.dumps(document) + "\n", encoding="utf-8")
    return path


def test_langextract_lines_are_held_against_the_text(tmp_path: Path) -> None:
    kenya = {"member": "Kenya", "organization": "EAC", "start": "2000"}
    path = lines(
        tmp_path / "found.jsonl",
        {"extraction_class": "membership", "extraction_text": "Kenya and Uganda are in the East", "attributes": kenya},
        {"extraction_class": "non_membership", "extraction_text": "Ethiopia has no seat in it",
         "attributes": {"member": "Ethiopia", "body": "EAC"}},
        {"extraction_class": "membership", "extraction_text": "Kenya is in the EAC", "attributes": kenya},
        {"extraction_class": "membership", "extraction_text": "A preface.", "attributes": kenya},
        {"extraction_class": "membership", "extraction_text": "Kenya",
         "attributes": {"member": "Narnia", "body": "EAC"}},
        {"extraction_class": "membership", "extraction_text": "Kenya", "attributes": {"member": "Kenya"}},
        {"extraction_class": "river", "extraction_text": "Kenya", "attributes": kenya},
    )  # fmt: skip
    found = draft(TEXT, extractions=path)
    facts = {(f.kind, f.data["member"].label): f for f in found.reading.facts}
    assert facts["membership", "Kenya"].data["start"] == "2000"
    assert ("non-membership", "Ethiopia") in facts
    assert [each.why for each in found.refused] == [
        "its quote does not stand in the text word for word",
        "the quote does not name Kenya",
        "no state is called 'Narnia'",
        "it does not name a member and a body",
        "extractions of kind 'river' are not read; membership and non-membership are",
    ]


def test_a_table_with_quotes_is_read_the_same_way(tmp_path: Path) -> None:
    path = tmp_path / "found.csv"
    path.write_text(
        "member,organization,role,start,quote\n"
        'Uganda,EAC,observer,2000,"Uganda are in the East African Community"\n'
        f'Kenya,EAC,,,"{"Kenya " * 31}"\n'
        'Kenya,EAC,king,,"Kenya and"\n'
        'Kenya,EAC,,soon,"Kenya and"\n'
        "Kenya,EAC,,,\n"
    )
    found = draft(TEXT, extractions=path)
    assert [each.where.rsplit(":", 1)[1] for each in found.refused] == ["3", "4", "5", "6"]
    assert [each.why.split(";")[0] for each in found.refused] == [
        "its quote has 31 words", "unknown role 'king'", "'soon' is not a date", "it has no quote",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.txt", "", "jsonl"),
        ("a.csv", "member,body\nKenya,EAC\n", "no column 'quote'"),
        ("a.jsonl", "{}\n[\n", "a.jsonl:2: not a JSON object"),
    ],
)
def test_files_that_are_not_understood_are_reported(tmp_path: Path, name: str, content: str, said: str) -> None:
    (tmp_path / name).write_text(content)
    with pytest.raises(InvalidRequest, match=said):
        draft(TEXT, extractions=tmp_path / name)
