"""CSV and its kin as rows of texts, as they come: nothing is read ahead but the first bytes."""

from __future__ import annotations

import csv
import itertools
import re
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from typing import Any, NamedTuple, cast

from ...errors import OperationFailed
from ..planning.keys import count_known
from ..table_options import TableOptions
from .dialect import AHEAD, Dialect, detect, split_rows
from .text_lines import Lines

__all__ = ["SAMPLE", "TextRows", "has_known_columns", "text_rows"]

SAMPLE = 1000
"""How many rows tell what the columns are."""


class TextRows(NamedTuple):
    """The names of the columns, the first rows, all rows with their numbers, how the text is written, and its titles.

    More may be said of how it is written while the rows are read.
    """

    header: list[str]
    sample: list[list[str]]
    rows: Iterator[tuple[int, list[str]]]
    notes: list[str]
    titles: list[str]


def text_rows(
    where: str,
    head: bytes,
    stream: Any,
    known: Callable[[Sequence[str]], int],
    options: TableOptions,
    tell: Callable[[], object],
) -> TextRows:
    """A text as rows.

    Parameters
    ----------
    where : str
        The file, for messages.
    head : bytes
        Its first bytes.
    stream : binary file
        The rest.
    known : callable
        Counts the cells of a row that are names of columns.
    options : TableOptions
        What the user says of it.
    tell : callable
        Called now and then while it is read.

    Returns
    -------
    TextRows

    Raises
    ------
    OperationFailed
        If it has no names of columns, or is no table.
    InvalidRequest
        If an option does not fit it.
    """
    complete = len(head) < AHEAD
    dialect = detect(
        head,
        known,
        complete=complete,
        delimiter=options.delimiter,
        encoding=options.encoding,
        skip=options.skip,
    )
    notes = [*dialect.notes]
    sparql = _is_sparql_tsv(head, dialect)
    lines = Lines(where, head, stream, dialect, notes, strict=bool(options.encoding))
    rows = _rows(where, lines, dialect, tell, sparql)
    header = next((row for number, row in rows if number == dialect.skip + 1), [])
    if not any(cell.strip() for cell in header):
        row = dialect.skip + 1
        raise OperationFailed(f"{where}: row {row} has no names of columns; it needs at least member and organization")
    if dialect.header:
        header = list(dialect.header)
    elif dialect.row_names:
        header = ["", *header]
    return TextRows(header, _sample(head, dialect, complete, sparql), rows, notes, list(dialect.titles))


def has_known_columns(start: bytes) -> bool:
    """Whether a text begins as a table does, with a row in which two columns have usual names.

    Parameters
    ----------
    start : bytes
        The first bytes of a file.

    Returns
    -------
    bool

    >>> has_known_columns(b"country;body;joined\\nChile;Pact;1969\\n"), has_known_columns(b"Chile is in the pact.\\n")
    (True, False)
    """
    dialect = detect(start, count_known, complete=False)
    text = start.decode(dialect.encoding, "replace")
    rows = csv.reader(split_rows(text), delimiter=dialect.delimiter, quotechar=dialect.quote)
    try:
        header = next(itertools.islice(rows, dialect.skip, None), [])
    except csv.Error:
        return False
    return len(header) > 1 and count_known(header) > 1


def _sample(head: bytes, dialect: Dialect, complete: bool, sparql: bool) -> list[list[str]]:
    """The first rows behind the header; the last may be cut, and is left out."""
    text = head.decode(dialect.encoding, "replace")
    if not complete:
        text = text[: text.rfind("\n") + 1] or text
    reader = _cells_of(split_rows(text), dialect)
    found: list[list[str]] = []
    try:
        for row in itertools.islice(reader, dialect.skip + 1, dialect.skip + 1 + SAMPLE):
            found.append([_sparql_cell(cell) for cell in row] if sparql else row)
    except csv.Error:
        pass
    return found


def _cells_of(lines: Iterable[str], dialect: Dialect, *, strict: bool = False) -> Iterator[list[str]]:
    """The cells of each row, parted as the text is written."""
    return csv.reader(
        lines,
        delimiter=dialect.delimiter,
        quotechar=dialect.quote,
        escapechar=dialect.escape or None,
        strict=strict,
        skipinitialspace=dialect.blanks or dialect.padded,
    )


def _rows(
    where: str, lines: Lines, dialect: Dialect, tell: Callable[[], object], sparql: bool
) -> Generator[tuple[int, list[str]], None, None]:
    """The rows of a text table with their numbers."""
    number = 0
    try:
        reader = _cells_of(lines, dialect, strict=not (sparql or dialect.padded))
        for number, cells in enumerate(reader, 1):
            if number % 5000 == 0:
                tell()
            if number > dialect.skip + 1 and cells and cells[0][:1] == "#" and not any(cells[1:]):
                lines.left_out(number, cells[0])
                continue
            yield number, [_sparql_cell(cell) for cell in cells] if sparql else cells
    except csv.Error as error:
        raise OperationFailed(f"{where}: row {number + 1}: {_csv_error(str(error))}") from None
    except UnicodeError:
        raise OperationFailed(
            f"{where}: row {number + 1} is not {dialect.encoding.upper()}; say which it is with --encoding"
        ) from None


def _csv_error(message: str) -> str:
    if "field limit" in message:
        return f"a cell is longer than {csv.field_size_limit():,} characters; is a quote opened and not closed?"
    if "unexpected end" in message:
        return "a quote is opened and not closed before the table ends"
    if "expected after" in message:
        return "a quoted cell goes on behind its second quote; a quote within such a cell is written twice"
    return f"not a CSV table: {message}"


def _is_sparql_tsv(head: bytes, dialect: Dialect) -> bool:
    """Whether a table is the results of a SPARQL query as TSV: all names of its columns begin with "?"."""
    if dialect.delimiter != "\t" or dialect.skip:
        return False
    names = head.decode(dialect.encoding, "replace").partition("\n")[0].strip().split("\t")
    return all(name.startswith("?") for name in names)


_TERM = re.compile(r"<([^>]*)>|\"?(.*?)\"?(?:@[A-Za-z-]+|\^\^<[^>]*>)?", re.DOTALL)


def _sparql_cell(cell: str) -> str:
    """A term of RDF as plain text: an address without its brackets, a literal without language or type."""
    match = _TERM.fullmatch(cell)
    if match is None or not (cell.startswith("<") or "@" in cell or "^^<" in cell):
        return cell
    return cast(str, match[1] or match[2] or "")
