"""Where an answer goes, and in which format."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ...graph.errors import InvalidRequest
from ...graph.files import WholeFile, write_whole
from ...graph.frozen import frozen
from ..settings import settings
from .files import say_beside, write_out
from .formats import FIGURES, PACKED, PICTURES, ROWS, format_asked
from .shaping import AS_THEY_COME, Shape
from .table import Table, row_by_row, written
from .text import LEGIBLE, clean_lines, dump_json

if TYPE_CHECKING:
    from ...graph.pictures.figures.figure import Caption, Look
    from ...graph.pictures.figures.plans import Plan
    from ...graph.pictures.figures.scene import Scene
    from .canvas import Draw

__all__ = ["Output"]


def _nothing() -> None:
    pass


def _nowhere() -> str:
    return ""


@frozen
class Output:
    """Where an answer goes and in which format.

    Attributes
    ----------
    format : str
        The format asked for, by name or by the ending of a file; empty if neither names one.
    path : Path, optional
        The file to write; standard output if missing.
    answered : callable
        What is done when the answer is complete, before it is written.
    notes : tuple of str
        What must be said of the answer, whatever the format: in it where it has a place for words (text, pictures of
        text, JSON objects), else beside it.
    paging : bool
        Whether what is longer than the terminal goes through the user's pager.
    shape : Shape
        Which columns and rows are written; what is no rows is refused if it asks for anything.
    of_source : tuple of str
        What was said of the source when it was read: programs that read JSON find it among the notes.
    origin : callable
        Gives the words of where the data are from, which stand below a figure.
    style, size : str
        How figures are drawn, and on what sheet; see `graph.pictures.paper`.
    """

    format: str = ""
    path: Path | None = None
    answered: Callable[[], None] = _nothing
    notes: tuple[str, ...] = ()
    shape: Shape = AS_THEY_COME
    paging: bool = True
    of_source: tuple[str, ...] = ()
    origin: Callable[[], str] = _nowhere
    style: str = "screen"
    size: str = "auto"

    @classmethod
    def asked(
        cls,
        format: str,
        path: Path | None,
        *writers: str,
        answered: Callable[[], None] = _nothing,
        shape: Shape = AS_THEY_COME,
        paging: bool = True,
    ) -> Output:
        """What `--format` and `--output` ask for, of what these `writers` write (rows, if none is named).

        Raises InvalidRequest if they do not write such a format.

        >>> Output.asked("", Path("members.csv")).format, Output.asked("json", Path("members.csv")).format
        ('csv', 'json')
        """
        return cls(format_asked(format, path, *(writers or (ROWS,))), path, answered, shape=shape, paging=paging)

    @property
    def form(self) -> str:
        """The format to write rows in: the one asked for, or set for all; else a table on a terminal, TSV elsewhere."""
        if self.format:
            return self.format
        chosen = settings().get("format")
        return chosen.value if chosen else "table" if self.path is None and sys.stdout.isatty() else "tsv"

    @property
    def for_people(self) -> bool:
        """Whether rows are looked at, as text or drawn."""
        return self.form in PICTURES

    @property
    def is_figure(self) -> bool:
        """Whether the answer is drawn."""
        return self.form in FIGURES

    @property
    def look(self) -> Look:
        """The look of figures. Raises InvalidRequest if there is no such style or size."""
        from ...graph.pictures.figures.figure import look_of

        return look_of(self.style, self.size)

    def noting(self, notes: Iterable[str]) -> Output:
        """The same, with more to say of the answer.

        >>> Output("json").noting(["The data end in 2014."]).notes
        ('The data end in 2014.',)
        """
        return replace(self, notes=(*self.notes, *notes))

    def write(self, content: str | bytes) -> None:
        """Write all of the content to the file asked for, or to standard output, and the notes beside it.

        A file is whole or absent. Raises OperationFailed if it cannot be written, InvalidRequest if rows were to be
        shaped and this is none.
        """
        self._without_shape()
        self._write(content)
        say_beside(self.notes)

    def _write(self, content: str | bytes) -> None:
        self.answered()
        if self.path is not None:
            write_whole(self.path, _encoded(content))
        elif sys.stdout.isatty():
            # Programs get a text as it is; a terminal would obey it.
            text = content if isinstance(content, str) else content.decode("utf-8", "backslashreplace")
            write_out(clean_lines(text).encode(sys.stdout.encoding or "utf-8", LEGIBLE))
        else:
            write_out(_encoded(content))

    def stream(self, chunks: Iterable[str]) -> None:
        """Write chunks as they come, and the notes beside them; a file is whole or absent all the same."""
        self._without_shape()
        self._stream(chunks)

    def _stream(self, chunks: Iterable[str]) -> None:
        if self.path is None:
            for chunk in chunks:
                write_out(_encoded(chunk))
        else:
            with WholeFile(self.path) as file:
                for chunk in chunks:
                    file.write(_encoded(chunk))
                self.answered()
        say_beside(self.notes)

    def many_rows(self, columns: Mapping[str, str], rows: Iterable[Sequence[Any]]) -> None:
        """Write rows as they come, however many there are: as csv, tsv or jsonl, which need not have them all."""
        if not self.streams:
            self.rows(Table(columns, list(rows)))
            return
        places = self.shape.places(columns)
        if self.shape.columns:
            keys = list(columns)
            columns = {keys[at]: columns[keys[at]] for at in places}
            rows = ([row[at] for at in places] for row in rows)
        self._stream(row_by_row(columns, rows, self.form, self.shape.header))

    @property
    def streams(self) -> bool:
        """Whether rows are written as they come: neither the format nor the shape needs all of them."""
        return self.form in ("csv", "tsv", "jsonl") and not self.shape.needs_all

    def many_lines(self, columns: Sequence[str], lines: Iterable[str]) -> None:
        """Write the lines of many rows, as csv or tsv, in these columns, which are in the shape that is asked for."""
        heading = written(Table({name: name for name in columns}, [], header=self.shape.header), self.form)
        self._stream(chain([heading], lines))

    @property
    def takes_columns(self) -> bool:
        """Whether the format holds columns, and the shape does not need rows."""
        return self.form in PACKED and not self.shape.needs_all

    def columns(self, cells: Mapping[str, Sequence[Any]]) -> None:
        """Write columns of cells, which are in the shape that is asked for, in a format that holds columns."""
        from .packed import packed

        self.refuse_bytes()
        replace(self, shape=AS_THEY_COME).write(packed(cells, self.form))

    def rows(self, table: Table) -> None:
        """Write rows in the shape and the format asked for.

        Where there are none, programs are told beside them what people are told below a table.

        Raises InvalidRequest if they do not have that shape.
        """
        shaped = self.shape.applied(table)
        plain = replace(self, shape=AS_THEY_COME)
        if not table.rows and not self.for_people and not self.is_figure:
            plain = replace(plain, notes=tuple(dict.fromkeys((*self.notes, *table.notes))))
        if self.is_figure:
            from .tables import table_scene

            plain.figure(lambda caption: table_scene(shaped, caption, self.look), shaped.title, notes=shaped.notes)
        elif self.for_people:
            from .tables import drawn_table

            plain.draw(drawn_table(shaped))
        elif self.form in PACKED:
            from .packed import columns_of

            plain.columns(columns_of(shaped))
        else:
            plain.write(written(shaped, self.form))

    def draw(self, draw: Draw) -> None:
        """Write what `draw` makes for a canvas as text, the notes below it."""
        from .canvas import as_printed, as_text, with_notes

        self._without_shape()
        whole = with_notes(draw, self.notes)
        if self.path is not None:
            self._write(as_text(whole))
        else:
            self.answered()
            text = as_printed(whole).encode(sys.stdout.encoding or "utf-8", LEGIBLE)
            if not (self.paging and sys.stdout.isatty() and _paged(text)):
                write_out(text)

    def figure(
        self, make: Callable[[Caption], Scene], title: str, subtitle: str = "", notes: Sequence[str] = ()
    ) -> None:
        """Write what `make` draws, with what stands around it: these words, the notes, and where the data are from.

        Raises InvalidRequest if it would send bytes to a terminal.
        """
        from ...graph.pictures.figures.drawn import drawn
        from ...graph.pictures.figures.figure import Caption

        self._without_shape()
        self.refuse_bytes()
        self._write(drawn(make(Caption(title, subtitle, (*notes, *self.notes), self.origin())), self.form))

    def plan(self, plan: Plan) -> None:
        """Write a figure whose words are known, as `figure` does."""
        self.figure(lambda caption: plan.make(caption, self.look), plan.title, plan.subtitle, plan.notes)

    def refuse_bytes(self) -> None:
        """Raise InvalidRequest if the format is no text and would go to a terminal."""
        if self.form in ("png", "pdf", *PACKED) and self.path is None and sys.stdout.isatty():
            ending = "dta" if self.form == "stata" else self.form
            raise InvalidRequest(f"{self.form} is not for a terminal; write it to a file: --output FILE.{ending}")

    def json(self, value: Any) -> None:
        """Write a value as JSON: an object with its notes as `notes`, if there are any."""
        notes = (*self.notes, *self.of_source)
        if notes and isinstance(value, dict):
            self._without_shape()
            value = {**value, "notes": list(dict.fromkeys((*value.get("notes", ()), *notes)))}
            self._write(dump_json(value, indent=2) + "\n")
        else:
            self.write(dump_json(value, indent=2) + "\n")

    def _without_shape(self) -> None:
        """Refuse to shape what is no rows, rather than leave out a wish in silence."""
        if self.shape:
            form = self.form if self.form in ("json", "jsonl", *FIGURES) else "this view"
            rows = "jsonl, csv or tsv" if form == "json" else "csv or tsv"
            raise InvalidRequest(f"{self.shape.option} shapes rows, and {form} has none here; use --format {rows}")


def _paged(text: bytes) -> bool:
    from .pager import paged

    return paged(text)


def _encoded(content: str | bytes) -> bytes:
    return content.encode("utf-8", "backslashreplace") if isinstance(content, str) else content
