"""Sheets and styles: every colour can be read, and no two things of the style print differ by colour alone."""

from __future__ import annotations

import itertools
import math

import pytest
from blocs.graph.errors import InvalidRequest
from blocs.graph.pictures.paper import SIZES, STYLES, palette, sheet
from pictures import VISION, contrast, lab


@pytest.mark.parametrize("style", STYLES)
def test_lines_and_words_stand_out(style: str) -> None:
    chosen = palette(style)
    for line in (chosen.ink, chosen.faint, chosen.denied, chosen.tie, chosen.frame, *chosen.series):
        assert contrast(line, "#FFFFFF") >= 4.5, line
        assert contrast(line, chosen.ground) >= 4.2, line
    for fill, line in chosen.kinds.values():
        assert contrast(chosen.ink, fill) >= 7 and contrast(line, "#FFFFFF") >= 4.5
    assert all(contrast(chosen.ink, fill) >= 7 for fill in chosen.fills)


@pytest.mark.parametrize("vision", VISION)
def test_the_series_of_the_screen_differ_for_everybody(vision: str) -> None:
    chosen = palette("screen")
    for one, other in itertools.combinations((*chosen.series, chosen.denied, chosen.faint), 2):
        assert math.dist(lab(one, vision), lab(other, vision)) > 17, (one, other)


def test_print_is_grey_and_its_series_differ_by_pattern() -> None:
    chosen = palette("print")
    colours = (chosen.ink, chosen.faint, *chosen.series, *chosen.fills, *chosen.shades)
    colours += tuple(itertools.chain.from_iterable(chosen.kinds.values()))
    assert all(colour[1:3] == colour[3:5] == colour[5:7] for colour in colours)
    assert len(set(zip(chosen.series, chosen.dashes, strict=True))) == len(chosen.series)
    assert len(set(chosen.hatches)) == len(chosen.hatches)


def test_sheets() -> None:
    assert sheet("auto") is sheet("a4")
    assert [round(side) for side in sheet("a4").turned().points] == [842, 595]
    assert all(0 < sheet(size).inner[0] <= sheet(size).points[0] for size in SIZES)
    with pytest.raises(InvalidRequest, match="unknown size 'a5'; use one of: auto a4 slide column"):
        sheet("a5")
    with pytest.raises(InvalidRequest, match="unknown style 'gray'; use one of: screen print"):
        palette("gray")
