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
        "extractions of kind 'river' are not read; membership, non-membership, event, post, statement, "
        "organization are",
    ]


MORE = (
    "Ministers of the EAC met in Arusha on 3 May 2001. President Daniel arap Moi of Kenya called it a success.\n\n"
    "Kenya said that the talks had gone well. The Jolly Circle admitted Uganda in 1999.\n"
)


def test_events_offices_statements_and_bodies_are_taken_too(tmp_path: Path) -> None:
    path = lines(
        tmp_path / "found.jsonl",
        {"extraction_class": "event", "extraction_text": "met in Arusha on 3 May 2001",
         "attributes": {"place": "Arusha", "date": "2001-05-03", "body": "EAC"}},
        {"extraction_class": "event", "extraction_text": "met in Arusha on 3 May 2001",
         "attributes": {"place": "Nairobi", "date": "2001-05-03"}},
        {"extraction_class": "event", "extraction_text": "met in Arusha", "attributes": {"place": "Arusha"}},
        {"extraction_class": "meeting", "extraction_text": "met in Arusha",
         "attributes": {"place": "Arusha", "date": "1998"}},
        {"extraction_class": "office", "extraction_text": "President Daniel arap Moi of Kenya",
         "attributes": {"person": "Daniel arap Moi", "office": "president", "state": "Kenya"}},
        {"extraction_class": "office", "extraction_text": "called it a success",
         "attributes": {"person": "Daniel arap Moi", "office": "president", "state": "Kenya"}},
        {"extraction_class": "statement", "extraction_text": "Kenya said that the talks had gone well",
         "attributes": {"speaker": "Kenya", "statement": "the talks had gone well"}},
        {"extraction_class": "statement", "extraction_text": "Kenya said that the talks had gone well",
         "attributes": {"speaker": "Kenya", "statement": "the talks had failed"}},
        {"extraction_class": "organization", "extraction_text": "Jolly Circle"},
        {"extraction_class": "organization", "extraction_text": "Sad Circle"},
        {"extraction_class": "person", "extraction_text": "Daniel arap Moi"},
    )  # fmt: skip
    found = draft(MORE, extractions=path)
    events = [f for f in found.reading.facts if f.kind == "event"]
    assert [(f.data["place"].label, f.data["start"]) for f in events] == [("Arusha", "2001-05-03")]
    posts = [f for f in found.reading.facts if f.kind == "post"]
    assert [(f.data["person"].label, f.data["role"].label) for f in posts] == [("Daniel arap Moi", "President")]
    said = [f for f in found.reading.facts if f.kind == "statement"]
    assert [(f.data["speaker"].label, f.data["label"], f.basis) for f in said] == [
        ("Kenya", "the talks had gone well", "claimed")
    ]
    assert [f.data["body"].label for f in found.reading.facts if f.kind == "membership"] == ["Jolly Circle"]
    assert [each.why for each in found.refused] == [
        "the quote does not name Nairobi",
        "it does not give a place and a date",
        "the paragraph of the quote does not name the year 1998",
        "the quote does not name Daniel arap Moi",
        "what is said does not stand in the text word for word",
        "its quote does not stand in the text word for word",
        "a name alone is no fact; people come with an office, places and dates with an event",
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
