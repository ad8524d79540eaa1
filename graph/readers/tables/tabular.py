"""A table of any kind as a header and rows of texts: CSV and its kin, workbooks, statistics files, JSON records.

Text is read as it comes, from a pipe too; what is needed to know how it is written are its first bytes. The other
kinds are read whole.
"""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from ...errors import InvalidRequest, OperationFailed
from ...files import reading, standard_input
from ...late import late_pattern
from ...packing import is_packed, plain_name, unpacking
from ..cells.cell_marks import columns_as_seen
from ..files.file_kinds import kind_of
from ..files.json_texts import json_start
from ..files.other_texts import refuse_other_texts
from ..files.web_tables import drawn_rows, has_drawn_table, is_web_page, page_rows
from ..files.wide_texts import as_utf_8, is_wide, wide_encoding
from ..files.wiki_tables import wiki_rows
from ..important import Important
from ..named_ids import NamesById
from ..networks.network_files import network_form, network_rows
from ..planning.keys import count_known, key_of
from ..table_options import TableOptions
from ..unused_options import not_of_this_kind, words_not_found
from .dialect import AHEAD, header_above, header_among, skipped, title_lines
from .encodings import decoded, refuse_unknown_encoding
from .json_tables import json_rows, toml_rows, xml_result_rows
from .listed_lines import has_listed_lines, has_member_lines, listed_rows, member_rows
from .text_lines import Replayed
from .text_rows import SAMPLE, text_rows
from .xml_records import is_xml_of_records, xml_rows
from .yaml_tables import is_yaml, yaml_rows

__all__ = ["Records", "Table", "is_table", "open_table"]

Records = Iterator[tuple[int, list[str]]]
"""Rows with their numbers, as a spreadsheet counts them; records, which have no header, by their order."""

_TOML = late_pattern(rb"(?:#.*\s+)*(?:[\w-]+ *= *[^\n]*\s+)*\[\[[\w.-]+\]\]\s")
_JSON = late_pattern(rb"\{|(?:\[\s*)+(?:[{\"\]\d-]|true|false|null|$)")
_OF_LISTS = late_pattern(rb"\[\s*\[")
"""JSON whose first list has the names of columns, as the header of a table has."""
_CSV_ENDINGS = (".csv", ".tsv", ".tab", ".txt", ".psv")


@dataclass
class Table:
    """An open table.

    Parameters
    ----------
    where : str
        The file, for messages.
    header : list of str
        The names of the columns.
    sample : list of rows
        The first rows behind the header.
    records : iterator of (int, row)
        All rows behind the header.
    notes : list of str
        What was found of how it is written, in words; more may come while it is read.
    titles : list of str
        What stands above it, line by line, and the name of its sheet.
    sheet : str
        Which of the tables of its file it is; "" of a file that can have no other.
    alone : bool
        Whether its file has no other.
    beside : list of NamesById
        The names of other tables of its file that it speaks of by ids.
    """

    where: str
    header: list[str]
    sample: list[list[str]]
    records: Records
    notes: list[str] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    sheet: str = ""
    alone: bool = True
    beside: list[NamesById] = field(default_factory=list)

    def rewrite(self, row: Callable[[list[str]], list[str]]) -> None:
        """Put another row in the place of each: of the first ones now, of all when they are read.

        Parameters
        ----------
        row : callable
            Makes it of the cells of a row.
        """

        def records(before: Records) -> Records:
            for number, cells in before:
                yield number, row(cells)

        self.sample = [row(cells) for cells in self.sample]
        self.records = records(self.records)


@contextmanager
def open_table(
    path: Path,
    options: TableOptions | None = None,
    progress: Callable[[int, int], object] = max,
    fits: Callable[[str], int] = lambda name: 0,
    *,
    coded: Callable[[Sequence[str]], bool] = lambda header: False,
) -> Iterator[Table]:
    """Open a table, whatever kind of file it is in.

    Parameters
    ----------
    path : Path
        The file, plain or packed; "-" for standard input.
    options : TableOptions, optional
        What the user says of it.
    progress : callable
        Is told how many bytes of how many are read.
    fits : callable
        Tells of a file name in a zip file how well it fits; of several, those that fit best are looked at.
    coded : callable
        Tells of the names of columns whether codes are read, rather than the labels that a statistics file has.

    Yields
    ------
    Table

    Raises
    ------
    OperationFailed
        If it cannot be read, is no table, or needs a library that is not installed.
    InvalidRequest
        If an option does not fit it.
    """
    options = options or TableOptions()
    refuse_unknown_encoding(options.encoding)
    with reading(path):
        if str(path) == "-":
            opened = _opened("-", standard_input(), 0, options, progress, fits, coded)
            yield _blanked(_seen(opened), options.missing)
            return
        with path.open("rb") as file:
            opened = _opened(str(path), file, path.stat().st_size, options, progress, fits, coded)
            yield _blanked(_seen(opened), options.missing)


def _seen(table: Table) -> Table:
    """The table with the names of its columns as they are seen; what was taken out of them is told."""
    table.header, changed = columns_as_seen(table.header)
    if changed:
        table.notes.append(Important(changed))
    return table


def _blanked(table: Table, missing: Sequence[str]) -> Table:
    """The table with cells that say nothing, as the user knows, as empty ones."""
    if not missing:
        return table
    nothing = {" ".join(each.split()).casefold(): each for each in missing}
    found: Counter[str] = Counter()

    def row(cells: list[str]) -> list[str]:
        return ["" if cell and " ".join(cell.split()).casefold() in nothing else cell for cell in cells]

    def records(rows: Records) -> Records:
        for number, cells in rows:
            found.update(key for cell in cells if cell and (key := " ".join(cell.split()).casefold()) in nothing)
            yield number, row(cells)
        if found:
            shown = ", ".join(f"{nothing[key]!r} ({count:,})" for key, count in found.items())
            table.notes.append(f"read as empty, as asked: {shown}")
        table.notes += words_not_found("--missing", [each for key, each in nothing.items() if key not in found])

    table.sample = [row(cells) for cells in table.sample]
    table.records = records(table.records)
    return table


def is_table(path: Path) -> bool:
    """Whether a file is a table, by its first bytes and, for text, its name.

    Parameters
    ----------
    path : Path
        The file.

    Returns
    -------
    bool
    """
    if Path(plain_name(path)).suffix.lower() in _CSV_ENDINGS:
        return True
    try:
        with path.open("rb") as file:
            return kind_of(file.read(64)) != ""
    except OSError:
        return False


def _opened(
    where: str,
    file: BinaryIO,
    size: int,
    options: TableOptions,
    progress: Callable[[int, int], object],
    fits: Callable[[str], int],
    coded: Callable[[Sequence[str]], bool],
) -> Table:
    stream: Any = file
    head = file.read(AHEAD)
    if packed := is_packed(head):
        stream = unpacking(where, packed, io.BufferedReader(Replayed(head, file)))
        head = stream.read(AHEAD)
    known = _known(options)
    notes: list[str] = []
    kind = kind_of(head[:64])
    content = head + stream.read() if kind else b""
    name, alone = "", True
    beside: Sequence[NamesById] = ()
    if kind == "zip":
        from ..files.zip_files import unzipped

        wanted = _file_and_sheet(options.sheet)[0]
        kind, content, notes, name, alone, beside = unzipped(where, content, wanted, fits, known)
        if not kind:
            stream, head = io.BytesIO(content[AHEAD:]), content[:AHEAD]
    if kind:
        from .sheets import read_sheet

        wanted = _file_and_sheet(options.sheet)[1] if name else options.sheet
        try:
            sheet = read_sheet(where, kind, content, known, wanted, coded=coded)
        except InvalidRequest as error:
            way_on = f'--sheet "{name}/SHEET"' if name else "--sheet"
            raise InvalidRequest(error.message.replace("--sheet", way_on), file=error.file) from None
        said = [*notes, *sheet.notes, *not_of_this_kind(options, "delimiter", "encoding")]
        table = _of_rows(where, sheet.rows, said, options, sheet.name)
        table.sheet, table.alone = "/".join(filter(None, (name, sheet.name))), alone and sheet.alone
        table.beside = [*beside, *sheet.beside]
        return table
    wide: list[str] = []
    if not kind and (is_wide(options.encoding) or (not options.encoding and wide_encoding(head))):
        content = as_utf_8(decoded(where, head + stream.read(), options.encoding, wide))
        stream, head, options = io.BytesIO(content[AHEAD:]), content[:AHEAD], replace(options, encoding="")
    known_text = _of_known_text(where, head, lambda: head + stream.read(), known, options)
    if known_text is not None:
        said = [*notes, *wide, *known_text.notes]
        table = _of_rows(where, known_text.rows, said, options, first=known_text.first)
        table.sheet, table.alone = name or options.sheet, alone and not options.sheet
        return table
    tell = (lambda: progress(file.tell(), size)) if size else (lambda: progress(0, 0))
    text = text_rows(where, head, stream, known, options, tell)
    text.notes[:0] = [*notes, *wide]
    text.notes.extend([] if notes else not_of_this_kind(options, "sheet"))
    return Table(where, *text, name, alone, list(beside))


_SHEET_IN_FILE = re.compile(r"(.+\.(?:xls[xmb]?|ods|sqlite3?|db|gpkg))/(.+)", re.IGNORECASE)


def _file_and_sheet(wanted: str) -> tuple[str, str]:
    """The file in a zip file and the sheet in it that a user names: "a.xlsx", "NATO", or both, "a.xlsx/NATO"."""
    if match := _SHEET_IN_FILE.fullmatch(wanted):
        return match[1], match[2]
    return (wanted, "") if Path(wanted).suffix else ("", wanted)


class _Known(NamedTuple):
    """The rows of a text known by how it begins, what is said of it, and the number of the first behind the header.

    Records have no header that is counted: the first of them is row 1.
    """

    rows: list[list[str]]
    notes: list[str]
    first: int = 2


def _of_known_text(
    where: str,
    head: bytes,
    whole: Callable[[], bytes],
    known: Callable[[Sequence[str]], int],
    options: TableOptions,
) -> _Known | None:
    """The rows of a text that is known by how it begins, and what is said of it; None if it is plain CSV or its kin.

    Raises OperationFailed if it is known to be no table.
    """
    said: list[str] = []
    found = _rows_of_known_text(
        where, head, whole, lambda: decoded(where, whole(), options.encoding, said), known, options
    )
    return None if found is None else found._replace(notes=[*found.notes, *said])


def _rows_of_known_text(
    where: str,
    head: bytes,
    whole: Callable[[], bytes],
    text: Callable[[], str],
    known: Callable[[Sequence[str]], int],
    options: TableOptions,
) -> _Known | None:
    complete = len(head) < AHEAD
    head = head.removeprefix(b"\xef\xbb\xbf")
    start = head.lstrip()[:200]
    one_table = not_of_this_kind(options, "delimiter", "sheet")
    if start.startswith(b"{|") or b"\n{|" in head:
        return _Known(*wiki_rows(where, text(), known, options.sheet))
    if _TOML.match(head.lstrip()):
        notes = ["the table is TOML", *one_table]
        return _Known(toml_rows(where, text(), notes), notes, 1)
    if form := network_form(head):
        rows, notes = network_rows(where, form, whole, text, options.sheet)
        return _Known(rows, [*notes, *not_of_this_kind(options, "delimiter")])
    refuse_other_texts(where, head)
    if is_yaml(where, head):
        notes = ["the table is YAML", *one_table]
        return _Known(yaml_rows(where, text(), notes), notes, 1)
    if is_xml_of_records(head):
        notes = ["the table is XML", *one_table, *not_of_this_kind(options, "encoding")]
        return _Known(xml_rows(where, whole(), notes), notes, 1)
    if _JSON.match(json_start(head)):
        notes = ["the table is JSON", *one_table]
        first = 2 if _OF_LISTS.match(json_start(head)) else 1
        return _Known(json_rows(where, text(), notes), notes, first)
    if start[:1] == b"<" and b"sparql-results#" in head[:2000]:
        return _Known(xml_result_rows(where, whole()), ["the table is query results", *one_table], 1)
    if is_web_page(head):
        return _Known(*page_rows(where, whole(), known, options.sheet))
    if options.delimiter:
        return None
    if b"--" in head and has_drawn_table(head.decode("utf-8", "replace")):
        return _Known(*drawn_rows(where, text(), known, options.sheet))
    if options.skip is not None or options.mapping:
        return None
    if has_listed_lines(head, complete=complete):
        return _Known(*listed_rows(where, text()))
    if has_member_lines(head, complete=complete):
        if not options.organization:
            raise InvalidRequest(f"{where} is a list of members without a word of what; say it: --organization NAME")
        return _Known(*member_rows(text()))
    return None


def _known(options: TableOptions) -> Callable[[Sequence[str]], int]:
    """Counts the names of columns in a row, those that the user names included."""
    given = {key_of(name) for name in options.mapping}
    return lambda cells: count_known(cells) + sum(2 for cell in cells if key_of(cell) in given)


def _of_rows(
    where: str, rows: list[list[str]], notes: list[str], options: TableOptions, sheet: str = "", first: int = 2
) -> Table:
    """A table whose rows are all there; `first` is the number of the row behind a header at the top."""
    at = options.skip if options.skip is not None else header_among(rows[:60], _known(options))
    above: list[str] = []
    titles: list[str] = []
    if options.skip is None and at < len(rows):
        above = header_above(rows[at - 1], rows[at]) if at else []
        titles = title_lines(rows[: at - bool(above)])
        notes = notes + skipped(rows[: at - bool(above)], 1)
        if above:
            notes.append(f"the names of columns were read from rows {at} and {at + 1}")
    if at >= len(rows):
        raise OperationFailed(f"{where}: no row has names of columns; it needs at least member and organization")
    body = rows[at + 1 :]
    if not any(any(cell.strip() for cell in row) for row in body):
        raise OperationFailed(f"{where}: the table has no rows")
    numbered = iter(enumerate(body, at + first))
    return Table(where, above or rows[at], body[:SAMPLE], numbered, notes, [*titles, *filter(None, [sheet])])
