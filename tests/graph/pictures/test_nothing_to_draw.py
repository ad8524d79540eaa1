"""A picture of nothing says what is missing and what to try: in the picture, and beside it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import blocs as package
import pytest
from blocs import InvalidRequest

Run = Callable[..., object]

LATER = "member,organization,start\nA,X,1990\nB,X,1990\n"


@pytest.fixture
def later(tmp_path: Path) -> Path:
    path = tmp_path / "later.csv"
    path.write_text(LATER)
    return path


@pytest.mark.parametrize("form", ["dot", "svg", "mermaid"])
@pytest.mark.parametrize(
    ("arguments", "missing", "way_out"),
    [
        (["--only", "people,events"], "has states and bodies here", "try --only states,bodies, or --view all"),
        (["--only", "documents", "--view", "statements"], "--only keeps documents", "try --only"),
        (["--as-of", "1700", "--data"], "no memberships as of 1700", "try --as-of any"),
        (["--view", "events", "--data"], "this graph has no events", "try --view memberships or overlap"),
        (
            ["--view", "statements", "--data"],
            "this graph has no statements",
            "try --view memberships or overlap",
        ),
        (["--view", "overlap", "--as-of", "1700", "--data"], "no memberships as of 1700", "try --as-of any"),
    ],
)
def test_an_empty_picture_says_why(
    blocs: Run, later: Path, arguments: list[str], missing: str, way_out: str, form: str
) -> None:
    arguments = [*arguments, str(later)] if arguments[-1] == "--data" else arguments
    done = blocs("export", *arguments, "--format", form)
    assert done.code == 0, done.err  # type: ignore[attr-defined]
    drawn = " ".join(re.sub(r"<[^<>]*>|&#160;|#\d+;", " ", done.out).split())  # type: ignore[attr-defined]
    assert missing in done.err and way_out in done.err  # type: ignore[attr-defined]
    assert "Nothing to draw" in drawn and missing.split()[-1] in drawn


def test_a_page_and_a_table_of_nothing_say_so(blocs: Run, later: Path) -> None:
    for form in ("html", "graphml", "csv-nodes"):
        done = blocs("export", "--format", form, "--only", "people", "--data", later)
        assert "The file has no entities: none is left by --only" in done.err, form  # type: ignore[attr-defined]


def test_what_is_drawn_has_no_such_note() -> None:
    assert package.load().draw().notes == package.load().draw("events").notes == ()


@pytest.mark.parametrize(
    ("date", "said"),
    [("2002", "The data end in 2001-05"), ("1991", "The data begin in 1992"), ("2000", None), ("2001", None)],
)
def test_a_picture_of_a_date_outside_the_data_says_so(date: str, said: str | None) -> None:
    graph = package.load()
    for picture in (graph.draw(as_of=date), graph.draw("overlap", as_of=date)):
        told = [note.partition(":")[0] for note in picture.notes if "no dates were read are counted" not in note]
        assert told == ([said] if said else [])


@pytest.mark.parametrize("options", [{"by": "body"}, {"measure": "kappa"}, {"threshold": 0.5, "view": "events"}])
def test_an_option_of_another_view_is_refused(options: dict[str, object]) -> None:
    with pytest.raises(InvalidRequest, match="--view"):
        package.load().draw(**options)
