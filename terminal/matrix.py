"""A matrix of overlap, shaded by value: numbers first, so that it reads without colour; folded to the width."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.text import Text

from ..graph.analysis.overlap import Overlap
from ..graph.pictures.figures.words import MEASURE_WORDS
from .naming import Naming
from .writing.canvas import SIGNS, Canvas, ground, plain
from .writing.output import Output
from .writing.text import cut

__all__ = ["show_matrix"]

_MOST = 40  # rows; more are a texture on any terminal
_NAME = 24  # characters of a row's name


def show_matrix(found: Overlap, naming: Naming, measure: str, title: str, notes: Sequence[str], out: Output) -> None:
    """Write the matrix of a measure."""

    def draw(canvas: Canvas) -> Iterator[Text]:
        # As many as two folds hold: nobody compares what is further apart.
        most = max(12, min(_MOST, 2 * ((canvas.width - _NAME - 4) // 5)))
        matrix = _Matrix(found, naming, measure, found.seriated(measure, most))
        yield plain(title, "bold")
        yield from matrix.lines(canvas)
        yield plain(matrix.legend(canvas), "dim")
        what = ("states", "in the most bodies") if found.by == "state" else ("bodies", "with the most members")
        count = f"{len(found.sets):,} {what[0]}"
        if len(matrix.ids) < len(found.sets):
            some = f"The {len(matrix.ids)} {what[1]} of {count}; name others, or see all with --format csv."
            yield Text(some, style="dim")
        else:
            yield Text(f"{count}.", style="dim")
        for note in notes:
            yield plain(note, "dim")

    out.draw(draw)


@dataclass
class _Matrix:
    found: Overlap
    naming: Naming
    measure: str
    ids: Sequence[str]

    def __post_init__(self) -> None:
        within = set(self.ids)
        pairs = [pair for pair in self.found.pairs if {pair.a, pair.b} <= within]
        self.values = {frozenset((pair.a, pair.b)): pair.measure(self.measure) for pair in pairs}
        known = [value for value in self.values.values() if value is not None]
        self.low, self.top = min(known, default=0.0), max(known, default=0.0)
        codes = [self._code(one) for one in self.ids]
        # Where names have no code as short as the columns, numbers stand for them.
        short = max(map(len, codes)) <= 8 and len(set(codes)) == len(codes)
        self.codes = codes if short else [str(number) for number in range(1, len(codes) + 1)]

    def lines(self, canvas: Canvas) -> Iterator[Text]:
        """The rows, as many columns beside each other as the width has room for."""
        labels = [self._label(one, code, canvas.cut_mark) for one, code in zip(self.ids, self.codes, strict=True)]
        side = max(map(len, labels))
        texts = [self._text(value) for value in self.values.values()]
        column = 1 + max([len(text) + (not canvas.colour) for text in texts] + [len(code) for code in self.codes])
        fitting = max(1, (canvas.width - side - 1) // column)
        # As many columns in each fold: no last one with a single column.
        folds = -(-len(self.ids) // fitting)
        fitting = -(-len(self.ids) // folds)
        for start in range(0, len(self.ids), fitting):
            part = range(start, min(start + fitting, len(self.ids)))
            yield Text(" " * (side + 1) + "".join(f"{self.codes[n]:>{column}}" for n in part).rstrip(), style="bold")
            for label, one in zip(labels, self.ids, strict=True):
                line = Text(f"{label:>{side}} ")
                for n in part:
                    line.append_text(self._cell(one, self.ids[n], column, canvas))
                line.rstrip()
                yield line

    def _cell(self, a: str, b: str, column: int, canvas: Canvas) -> Text:
        if a == b:
            return Text(f"{'–' if canvas.signs else '-':>{column - (not canvas.colour)}}{'' if canvas.colour else ' '}")
        value = self.values.get(frozenset((a, b)))
        level = self._level(value)
        text = self._text(value)
        if canvas.colour:
            return Text(f"{text:>{column}}", style=ground(level))
        sign = (SIGNS[level - 1] if level else " ") if canvas.signs else " "
        return Text(f"{text + sign:>{column}}")

    def _level(self, value: float | None) -> int:
        """How dark: 1 to 5 from the least to the most that occurs; 0 for nothing."""
        if value is None or (value == 0 and self.low >= 0):
            return 0
        return 3 if self.top == self.low else 1 + int(4.999 * (value - self.low) / (self.top - self.low))

    def _text(self, value: float | None) -> str:
        if value is None or isinstance(value, int):
            return "" if value is None else str(value)
        text = f"{value:.2f}"
        return {"1.00": "1.0", "0.00": "0", "-0.00": "0"}.get(text, text.replace("0.", ".", 1))

    def _code(self, one: str) -> str:
        entity = self.naming.by_id[one]
        return (
            self.naming.key(one)
            if self.naming.coded
            else entity.codes.get("iso3") or entity.codes.get("cowAbbreviation") or entity.short
        )

    def _label(self, one: str, code: str, mark: str) -> str:
        name = cut(plain(self.naming.by_id[one].short).plain, _NAME, mark)
        return name if name == code else f"{name} {code}"

    def legend(self, canvas: Canvas) -> str:
        """What the shades say."""
        least, most = self._text(self.low), self._text(self.top)
        shades = "" if canvas.colour or not canvas.signs else f" ({SIGNS[0]} to {SIGNS[-1]})"
        return f"{MEASURE_WORDS[self.measure]} from {least} to {most}{shades}; similar ones are side by side."
