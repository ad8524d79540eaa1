"""A long text: what lies in files comes out as what lies in memory, and the memory needed hardly grows."""

from __future__ import annotations

import random
import tracemalloc
from io import StringIO
from pathlib import Path

import pytest
from blocs.graph.checking.quoting import paragraphs
from blocs.graph.drafting import draft, draft_file
from blocs.graph.drafting.shelf import Shelf
from blocs.graph.drafting.text import Text, paragraphs_of
from blocs.graph.drafting.writing import Part
from places import ROOT

FOLDER = ROOT / "tests/data/drafting"
NAMES = ("Kenya", "Uganda", "Rwanda", "Burundi", "Chad", "Niger", "Mali", "Benin", "Togo", "Ghana", "Gabon", "Angola")
BODIES = ("EAC", "ECOWAS", "African Union", "Commonwealth", "OPEC", "SADC", "COMESA", "IGAD")
CITIES = ("Arusha", "Abuja", "Lusaka", "Nairobi", "Dakar", "Accra")


def long_text(size: int) -> str:
    """A text of about so many characters: memberships, denials, events and what gives no fact, in short paragraphs."""
    choose = random.Random(7)
    said, length = [], 0
    while length < size:
        state, other = choose.sample(NAMES, 2)
        body, city, year = choose.choice(BODIES), choose.choice(CITIES), choose.randint(1960, 2020)
        paragraph = (
            f"{state} joined the {body} in {year}. {other} is not a member of the {body}, but may join if it is asked."
            f" The {body} met in {city} on {choose.randint(1, 28)} May {year}; {state} took part. Rain fell."
        )
        said.append(paragraph)
        length += len(paragraph)
    return "\n\n".join(said)


@pytest.mark.parametrize("name", ["n1", "n4", "n7", "more/t3", "more/z2"])
def test_a_draft_by_way_of_files_is_the_same(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = draft_file(FOLDER / f"{name}.txt")
    monkeypatch.setattr(Shelf, "in_memory", 2)
    monkeypatch.setattr(Part, "AT_ONCE", 5)
    in_pieces = draft_file(FOLDER / f"{name}.txt")
    assert in_pieces.turtle() == whole.turtle()
    assert list(in_pieces.reading.doubts) == list(whole.reading.doubts)
    assert list(in_pieces.reading.untaken) == list(whole.reading.untaken)


def test_memory_hardly_grows_with_the_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a further fact only what it may be held against stays in memory; held in full it takes about 3,000 bytes."""
    monkeypatch.setattr(Shelf, "in_memory", 50)
    monkeypatch.setattr(Part, "AT_ONCE", 100)
    monkeypatch.setattr(Part, "IN_MEMORY", 1000)
    draft(long_text(5_000)).turtle()  # what is read once and kept: names, patterns
    peaks, facts = [], []
    for size in (10_000, 30_000):
        path = tmp_path / f"{size}.txt"
        path.write_text(long_text(size), encoding="utf-8")
        tracemalloc.start()
        try:
            with (tmp_path / "draft.ttl").open("wb") as out:
                found = draft_file(path)
                found.write(out)
            peaks.append(tracemalloc.get_traced_memory()[1])
            facts.append(len(found.reading.facts))
        finally:
            tracemalloc.stop()
            del found
    assert facts[1] - facts[0] > 100
    assert (peaks[1] - peaks[0]) / (facts[1] - facts[0]) < 1000


@pytest.mark.parametrize("seed", range(40))
def test_a_text_that_comes_line_by_line_has_the_same_paragraphs(seed: int, tmp_path: Path) -> None:
    choose = random.Random(seed)
    text = "".join(choose.choice(("One", "two. ", " ", "\t", "\n", "\n\n", "\n \n", "\x0c")) for _ in range(60))
    assert list(paragraphs_of(StringIO(text))) == list(Text(text).paragraphs())
    assert list(Text(text).paragraphs()) == paragraphs(text)
    path = tmp_path / "text.txt"
    path.write_bytes(text.replace("\n", choose.choice(("\n", "\r\n"))).encode())
    assert list(Text(path).paragraphs()) == paragraphs(text)
    assert Text(path).digest() == Text(path.read_text(encoding="utf-8")).digest()


def test_a_shelf_is_a_sequence_wherever_its_things_lie(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Shelf, "in_memory", 3)
    shelf, plain = Shelf[str](), []
    for number in range(20):
        shelf.append(str(number))
        plain.append(str(number))
        assert list(shelf) == plain  # reading between two additions
    assert [shelf[at] for at in range(-20, 20)] == [plain[at] for at in range(-20, 20)]
    assert list(shelf[2:9]) == plain[2:9] and len(shelf) == 20 and bool(shelf)
    assert [each for pair in zip(shelf, shelf, strict=True) for each in pair] == [n for n in plain for _ in "ab"]
    with pytest.raises(IndexError):
        shelf[20]
