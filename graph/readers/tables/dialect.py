"""How a text table is written: encoding, separator, and which line has the names of the columns.

All of it is found in the first bytes of the file, so that it can be read from a pipe, once. What is found is said,
and each part of it can be said by the user instead.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from ...amounts import shortened
from ...errors import InvalidRequest
from ...late import late_pattern
from ..planning.keys import count_known, key_of
from ..planning.words.column_names import FIELDS
from .encodings import encoding_of

__all__ = [
    "AHEAD",
    "Dialect",
    "detect",
    "header_above",
    "header_among",
    "skipped",
    "split_rows",
    "title_lines",
]

AHEAD = 1 << 16
"""How many bytes are looked at before a table is read."""

_SEPARATORS = ",;\t|"
_RARE_SEPARATORS = " ^~¦§:!\x1f\x01"  # only if they part all rows evenly, and the names of columns are known
_SEPARATOR_NAMES = {
    "comma": ",", "semicolon": ";", "tab": "\t", "\\t": "\t", "pipe": "|", "bar": "|", "colon": ":", "space": " ",
}  # fmt: skip
_SAID = {" ": "blanks", ",": "commas", ";": "semicolons", "\t": "tabs", "|": "vertical bars"}
_SEP_LINE = re.compile(r'"?sep=(.)"?[,;\t|]*\r?\n?', re.IGNORECASE)
_JOINT = re.compile(r"\w+(?:,\w+)*\\\w+ *\t")  # Eurostat's first cell has commas in it
_MEMBER = frozenset(FIELDS["member"])
_LOOKED_AT = 60  # rows among which the header is looked for


@dataclass(frozen=True)
class Dialect:
    """How a table is written.

    Parameters
    ----------
    encoding : str
        Python's name of the encoding.
    delimiter : str
        What separates cells.
    skip : int
        How many rows come before the one with the names of the columns.
    row_names : bool
        Whether the rows have one cell more than the header: their names come first.
    header : tuple of str
        The names of the columns, if they stand in two rows.
    quote : str
        What quotes cells.
    escape : str
        What marks a quote within a quoted cell; "" if quotes are doubled there, as is usual.
    notes : tuple of str
        What was found that is not as in a plain CSV file, in words.
    titles : tuple of str
        The lines before the header, as they are.
    padded : bool
        Whether blanks stand between quotes and separators.
    """

    encoding: str = "utf-8-sig"
    delimiter: str = ","
    skip: int = 0
    row_names: bool = False
    header: tuple[str, ...] = ()
    quote: str = '"'
    escape: str = ""
    notes: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    padded: bool = field(default=False, repr=False)

    @property
    def blanks(self) -> bool:
        """Whether blanks separate cells, several of them as one."""
        return self.delimiter == " "


def detect(
    head: bytes,
    known: Callable[[Sequence[str]], int],
    *,
    complete: bool = True,
    delimiter: str = "",
    encoding: str = "",
    skip: int | None = None,
) -> Dialect:
    """How a table is written, by its first bytes.

    Parameters
    ----------
    head : bytes
        The first bytes of the table.
    known : callable
        Counts the cells of a row that are names of columns.
    complete : bool
        Whether these are all of its bytes.
    delimiter, encoding : str
        What the user says of the separator and the encoding; "" to find it.
    skip : int, optional
        How many lines the user says come before the header.

    Returns
    -------
    Dialect

    Raises
    ------
    InvalidRequest
        If a separator or encoding that the user gave is none.

    >>> detect(b"Members of pacts\\n\\nstate;pact\\nA;B\\n", lambda cells: cells.count("state") + cells.count("pact"))
    Dialect(encoding='utf-8-sig', delimiter=';', skip=2, row_names=False, header=(), quote='"', \
escape='', notes=('cells are separated by semicolons', 'rows 1–2 were skipped as a title: Members of pacts'), \
titles=('Members of pacts',))
    """
    found, notes = encoding_of(head, encoding, known, complete=complete)
    text = _decoded(head, found, complete)
    separator = _named_separator(delimiter)
    quote = _quote(text)
    if quote == "'":
        notes.append("cells are quoted by apostrophes")
    first = _SEP_LINE.match(text)
    if first is not None:
        if not separator:
            separator = first[1]
            notes.append(f"the first line says that cells are separated by {_SAID.get(separator, repr(separator))}")
    elif not separator:
        separator = _separator(text, known, quote)
        if separator != ",":
            notes.append(f"cells are separated by {_SAID.get(separator, repr(separator))}")
    escape = _escape(text, separator, quote)
    if escape:
        notes.append("quotes within cells are marked by backslashes")
    rows = _sample(text, separator, complete, quote, escape)
    header: list[str] = []
    titles: list[str] = []
    if skip is None:
        before = 1 if first is not None else 0
        skip = before + header_among(rows[before:], known)
        if before < skip < len(rows):
            header = header_above(rows[skip - 1], rows[skip])
        titles = title_lines(rows[before : skip - bool(header)])
        notes += skipped(rows[before : skip - bool(header)], before + 1)
        if header:
            notes.append(f"the names of columns were read from rows {skip} and {skip + 1}")
        else:
            header = [*_title_with_commas(rows[skip:], known)]
            if not header and (header := _whole_brackets(rows[skip:], separator)):
                within = shortened(repr(name) for name in header if name not in rows[skip])
                notes.append(f"{separator!r} within brackets is part of the name of a column: {within}")
    row_names = _row_names(rows[skip:])
    if row_names:
        said = ", and was not read" if row_names == "number" else ""
        notes.append(f"the first cell of each row is its name{said}")
    apart = rf"{quote}[ \t]+{re.escape(separator)}|{re.escape(separator)} +{quote}"
    padded = separator not in " \t" and re.search(apart, text) is not None
    return Dialect(
        found, separator, skip, bool(row_names), tuple(header), quote, escape, tuple(notes), tuple(titles), padded
    )


def title_lines(rows: Sequence[Sequence[str]]) -> list[str]:
    """The lines of words before the header.

    Parameters
    ----------
    rows : sequence of rows
        The rows that are skipped.

    Returns
    -------
    list of str
    """
    lines = (", ".join(cell.strip() for cell in row if cell.strip()) for row in rows)
    return [" ".join(line.split()) for line in lines if line]


def skipped(rows: Sequence[Sequence[str]], number: int) -> list[str]:
    """What is said of the rows before the header.

    Parameters
    ----------
    rows : sequence of rows
        The rows that are skipped.
    number : int
        The number of the first.

    Returns
    -------
    list of str
        A sentence; empty if no cell of them has a word in it.
    """
    words = " / ".join(" ".join(cell for cell in row if cell.strip()) for row in rows if any(c.strip() for c in row))
    if not words:
        return []
    last = number + len(rows) - 1
    which = f"row {number} was" if last == number else f"rows {number}–{last} were"
    return [f"{which} skipped as a title: {' '.join(words.split())[:80]}"]


def _decoded(head: bytes, encoding: str, complete: bool) -> str:
    text = head.decode(encoding, "replace").removeprefix("\ufeff")
    # The last line may be cut in the middle.
    return text if complete or "\n" not in text else text[: text.rindex("\n") + 1]


def _quote(text: str) -> str:
    """What quotes cells: an apostrophe if all names of columns stand between two of them."""
    first = next((line for line in text.splitlines() if line.strip()), "").strip()
    return "'" if re.fullmatch(r"'[^']+'(?:\s*[,;\t| ]\s*'[^']+')+", first) else '"'


def _escape(text: str, separator: str, quote: str) -> str:
    """What marks quotes within quoted cells: a backslash, as databases write it, if only so the rows can be parted."""
    if f"\\{quote}" not in text:
        return ""

    def is_wrong(escape: str | None) -> bool:
        try:
            for _ in csv.reader(split_rows(text), delimiter=separator, quotechar=quote, escapechar=escape, strict=True):
                pass
        except csv.Error as error:
            return "unexpected end" not in str(error)  # a text that is cut may end within a cell
        return False

    return "\\" if is_wrong(None) and not is_wrong("\\") else ""


def _named_separator(given: str) -> str:
    separator = _SEPARATOR_NAMES.get(given.lower(), given)
    if len(separator) > 1 or separator in ('"', "\n", "\r"):
        raise InvalidRequest(f"--delimiter takes one sign, or tab, comma, semicolon or pipe, not {given!r}")
    return separator


def _sample(text: str, separator: str, complete: bool, quote: str = '"', escape: str = "") -> list[list[str]]:
    """The first rows; of a last row that may be cut, nothing."""
    rows: list[list[str]] = []
    try:
        reader = csv.reader(
            split_rows(text),
            delimiter=separator,
            quotechar=quote,
            escapechar=escape or None,
            skipinitialspace=separator == " " or f'{separator} "' in text,
        )
        for row in reader:
            rows.append(row)
            if len(rows) == _LOOKED_AT:
                return rows
    except csv.Error:
        return rows  # what is wrong is said when the table is read
    return rows


def split_rows(text: str) -> Iterator[str]:
    """The lines of a text with their ends, as a reader of CSV wants them.

    Parameters
    ----------
    text : str
        The text.

    Returns
    -------
    iterator of str
    """
    return iter(re.findall(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$", text))


def _even(rows: Sequence[Sequence[str]]) -> bool:
    """Whether all rows have as many cells as the header, or all one more: their names."""
    widths = {len(row) for row in rows[1:]}
    return len(widths) == 1 and widths <= {len(rows[0]), len(rows[0]) + 1}


def header_above(above: Sequence[str], below: Sequence[str]) -> list[str]:
    """The names of columns that stand in two rows, the upper for groups of columns; empty if they do not.

    Parameters
    ----------
    above, below : row
        The row before the header, and the header.

    Returns
    -------
    list of str

    >>> header_above(["Country", "EU", "", "NATO", ""], ["", "joined", "left", "joined", "left"])
    ['Country', 'EU joined', 'EU left', 'NATO joined', 'NATO left']
    >>> header_above(["Members", "", ""], ["country", "body", "start"])
    []
    >>> header_above(["EU", "", "NATO", ""], ["country", "joined", "state", "since"])
    ['EU country', 'EU joined', 'NATO state', 'NATO since']
    """
    names = [name.strip() for name in below]
    complete = all(names) and len({name.casefold() for name in names}) == len(names)
    if (
        (complete and not _one_each(above, names))
        or sum(bool(cell.strip()) for cell in above) < 2
        or len(above) != len(below)
    ):
        return []
    group, found = "", []
    for upper, lower in zip(above, names, strict=True):
        group = upper.strip() or (group if lower else "")
        found.append(lower if group == lower else f"{group} {lower}".strip())
    filled = [name for name in found if name]
    return found if len({name.casefold() for name in filled}) == len(filled) else []


def _one_each(above: Sequence[str], below: Sequence[str]) -> bool:
    """Whether each of several groups of columns has one of members: a table below each title."""
    members: list[int] = []
    for upper, lower in zip(above, below, strict=False):
        if upper.strip():
            members.append(0)
        if members:
            members[-1] += key_of(lower) in _MEMBER
    return len(members) > 1 and set(members) == {1}


def _separator(text: str, known: Callable[[Sequence[str]], int], quote: str) -> str:
    """What separates cells: the sign by which most rows have as many cells as most others."""
    if _JOINT.match(text):
        return "\t"
    best, best_score = ",", (0.0, 0)
    for sign in _SEPARATORS:
        widths = [len(row) for row in _sample(text, sign, True, quote) if any(cell.strip() for cell in row)]
        if not widths:
            continue
        # A sign that parts no row tells nothing; title lines and notes have fewer cells than the table.
        width, rows = next(iter(Counter(width for width in widths if width > 1).most_common(1)), (1, 0))
        score = (rows / len(widths), width) if rows else (0.0, 0)
        if score > best_score and (score[0] >= 0.5 or best_score[0] == 0.0):
            best, best_score = sign, score
    if best_score[0] < 0.5:
        for sign in _RARE_SEPARATORS:
            parted = [row for row in _sample(text, sign, True, quote) if row]
            if parted and len(parted[0]) > 1 and known(parted[0]) > 1 and _even(parted):
                return sign
        first = text.partition("\n")[0]
        return best if best_score[0] else max(_SEPARATORS, key=first.count)
    return best


def header_among(rows: Sequence[Sequence[str]], known: Callable[[Sequence[str]], int]) -> int:
    """Which of some rows has the names of the columns.

    Parameters
    ----------
    rows : sequence of rows
        The first rows of a table, title and empty rows included.
    known : callable
        Counts the cells of a row that are names of columns.

    Returns
    -------
    int
        The place of the header, from 0.
    """
    filled = [sum(bool(cell.strip()) for cell in row) for row in rows]
    if (listed := _below_title(rows, filled)) and known(rows[listed[1]]) == 1:
        return listed[1]
    usual = Counter(count for count in filled if count > 1).most_common(1)
    width = usual[0][0] if usual else 1
    for at, row in enumerate(rows):
        named = filled[at] > 1 and not _comment(row) and known(row) >= 2 and not _sentence(row)
        if named and known(_not_again(row, rows)) >= 2:
            return at + _goes_on(row, rows[at + 1] if at + 1 < len(rows) else [], known)
    for at, row in enumerate(rows):
        # The header may have one name less than the rows have cells: that of the row names.
        if filled[at] and filled[at] >= width - 1 and filled[at] >= min(width, 2) and not _comment(row):
            return at
    return next((at for at, row in enumerate(rows) if filled[at] and not _comment(row)), 0)


def _below_title(rows: Sequence[Sequence[str]], filled: Sequence[int]) -> list[int]:
    """The places of the rows that are not empty, if all below the first have one cell: a list below a title."""
    places = [at for at, count in enumerate(filled) if count]
    one_each = len(places) > 2 and all(filled[at] == 1 for at in places[1:])
    return places if one_each and not _comment(rows[places[0]]) else []


def _title_with_commas(rows: Sequence[Sequence[str]], known: Callable[[Sequence[str]], int]) -> tuple[str, ...]:
    """The title of a list of one column, if it has the separator in it and nothing else has."""
    filled = [sum(bool(cell.strip()) for cell in row) for row in rows]
    if not _below_title(rows, filled) or not filled[0] > 1 or known(rows[0]):
        return ()
    return (", ".join(" ".join(cell.split()) for cell in rows[0] if cell.strip()),)


def _not_again(row: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """The cells of a row that no other row has at the same place: what comes again ("in", "member") names no column."""
    others = [other for other in rows if other != row]
    return [cell for at, cell in enumerate(row) if not any(at < len(other) and other[at] == cell for other in others)]


def _goes_on(row: Sequence[str], below: Sequence[str], known: Callable[[Sequence[str]], int]) -> bool:
    """Whether the names of columns go on in the row below: "joined" and "left" below "Dates", nothing below others."""
    pairs = [(upper.strip(), lower.strip()) for upper, lower in zip(row, below, strict=False)]
    alone = sum(bool(upper and lower in ("", upper)) for upper, lower in pairs)  # merged cells repeat a name
    repeated = Counter(upper for upper, _ in pairs)  # as a cell that reaches over several columns is spread
    added = [lower for upper, lower in pairs if lower and (not upper or (repeated[upper] > 1 and lower != upper))]
    return bool(alone and added) and known(below) > 0 and not any(any(c.isdigit() for c in low) for _, low in pairs)


def _comment(row: Sequence[str]) -> bool:
    """Whether a row is a comment: it begins with "#" and words, and not with a column of numbers called "#"."""
    return row[0].lstrip().startswith("#") and len(row[0].strip()) > 1


def _sentence(row: Sequence[str]) -> bool:
    """Whether a row is a title that has commas in it rather than names of columns."""
    return len(row) > 1 and sum(len(cell.split()) > 8 for cell in row) * 2 > len(row)


_ROW_NAME = late_pattern(r"\d+(?:[._-]\d+)*")  # "12", and of two columns "2.1949"


def _whole_brackets(rows: Sequence[Sequence[str]], separator: str) -> list[str]:
    """The header, where its names were parted within brackets so that it has more cells than any row; else nothing.

    >>> _whole_brackets([["Country (short name", " UN)", "Body"], ["Kenya", "League"]], ",")
    ['Country (short name, UN)', 'Body']
    """
    widths = [len(row) for row in rows[1:] if any(cell.strip() for cell in row)]
    if not widths or len(rows[0]) <= max(widths):
        return []
    names: list[str] = []
    for cell in rows[0]:
        if names and names[-1].count("(") > names[-1].count(")"):
            names[-1] += separator + cell
        else:
            names.append(cell)
    return names if len(names) == max(widths) else []


def _row_names(rows: Sequence[Sequence[str]]) -> str:
    """Whether rows have one cell more than the header, a name of their own first, as R writes them.

    "number" if it is one, or what other cells say ("usa.1949"); "state" if it is what the row is about; else "".
    """
    header, body = rows[0] if rows else [], [row for row in rows[1:] if any(cell.strip() for cell in row)]
    if not body or any(len(row) != len(header) + 1 for row in body):
        return ""
    names = [row[0].strip() for row in body]
    if len(set(names)) < len(names):
        return ""
    if all(map(_ROW_NAME.fullmatch, names)) or all(map(_is_made_of, names, body)):
        return "number"
    from ..names.known_names import states_in

    return "state" if not count_known(header) and states_in(names) == 1 else ""


def _is_made_of(name: str, row: Sequence[str]) -> bool:
    """Whether the name of a row is made of other cells of it."""
    parts = re.split(r"[._]", name)
    return len(parts) > 1 and {part.casefold() for part in parts} <= {cell.strip().casefold() for cell in row[1:]}
