"""Tables in the markup of wikis, as they are copied from the source of a page."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from ...errors import OperationFailed
from ...late import late_pattern
from .web_tables import chosen_table, spread_cells

__all__ = ["wiki_rows"]

_TABLE = late_pattern(r"^[:\s]*\{\|(.*?)^[:\s]*\|\}", re.DOTALL | re.MULTILINE)
_NOTES = late_pattern(r"<!--.*?-->|<ref\b[^>]*?/>|<ref\b.*?</ref>|<sup\b.*?</sup>|'{2,}", re.DOTALL | re.IGNORECASE)
_ATTRIBUTES = late_pattern(r"\s*(?:[\w-]+\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s|\"']+)\s*)+\|(?!\|)")
_SPAN = late_pattern(r"(row|col)span\s*=\s*[\"']?\s*(\d+)", re.IGNORECASE)
_TEMPLATE = late_pattern(r"\{\{([^{}]*)\}\}")
_LINK = late_pattern(r"\[\[(?:[^\[\]|]*\|)*([^\[\]|]*)\]\]")
_PICTURE = late_pattern(
    r"\[\[(?:file|image|datei|fichier|archivo|bild):(?:[^\[\]]|\[\[[^\[\]]*\]\])*\]\]", re.IGNORECASE
)
_ADDRESS = late_pattern(r"\[https?://\S+\s+([^\]]+)\]")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

_DATES = frozenset(("dts", "start date", "end date", "date", "start-date", "sort date", "dtsh", "date table sorting"))
_NOTHING = frozenset(
    (
        "efn",
        "ref",
        "refn",
        "note",
        "sfn",
        "cn",
        "citation needed",
        "n/a",
        "sort under",
        "nts",
        "hs",
        "anchor",
        "citation",
        "cite web",
        "dagger",
        "double-dagger",
    )
)
_YES, _NO = frozenset(("yes", "tick", "aye", "check", "ya")), frozenset(("no", "cross", "nay", "xmark"))


def wiki_rows(
    where: str, text: str, known: Callable[[Sequence[str]], int], wanted: str = ""
) -> tuple[list[list[str]], list[str]]:
    r"""The table of a wiki's source that has memberships.

    Parameters
    ----------
    where : str
        The file, for messages.
    text : str
        The whole source.
    known : callable
        Counts the cells of a row that are names of columns.
    wanted : str
        The number of the table, if the user says it.

    Returns
    -------
    (list of rows, list of str)
        The rows, and what is said of how they were found.

    Raises
    ------
    OperationFailed
        If no table is whole.
    InvalidRequest
        If several tables fit, or the one that the user names is not there.

    >>> source = "{|\n! state !! pact !! since\n|-\n| {{flag|A}} || [[B pact|B]] || {{dts|1990|5|1}}\n|}"
    >>> wiki_rows("w", source, len)
    ([['state', 'pact', 'since'], ['A', 'B', '1990-05-01']], ['the table is in wiki markup'])
    """
    tables = [rows for match in _TABLE.finditer(_NOTES.sub("", text)) if (rows := _rows(match[1]))]
    if not tables:
        raise OperationFailed(f"{where}: a table in wiki markup begins, but none is whole; copy it from {{| to |}}")
    rows, notes = chosen_table(where, tables, known, wanted)
    return rows, ["the table is in wiki markup", *notes]


def _rows(table: str) -> list[list[str]]:
    """The rows of one table, spans filled in."""
    body = "\n" + table.partition("\n")[2]
    caption = re.search(r"\n\s*\|\+([^\n]*)", body)
    body = re.sub(r"\n\s*\|\+[^\n]*", "\n", body)
    found = [[_cell(_inlined(caption[1]))]] if caption else []
    for row in re.split(r"\n\s*\|-[^\n]*", body):
        cells = []
        for line in re.split(r"\n\s*(?=[|!])", "\n" + row.strip("\n")):
            line = line.strip()
            if line[:1] in ("|", "!"):
                sign = r"\|\||!!" if line[0] == "!" else r"\|\|"
                cells += [_cell(cell) for cell in re.split(sign, _inlined(line[1:]))]
        if cells:
            found.append(cells)
    return spread_cells(found)


def _inlined(line: str) -> str:
    """A line with its templates and links as plain text, so that the bars in them part no cells."""
    line = _PICTURE.sub("", line)
    while (changed := _TEMPLATE.sub(lambda match: _of_template(match[1]), line)) != line:
        line = changed
    return _ADDRESS.sub(r"\1", _LINK.sub(r"\1", line))


def _cell(text: str) -> tuple[str, int, int]:
    """A cell: its text, and over how many columns and rows it reaches."""
    spans = {"row": 1, "col": 1}
    if match := _ATTRIBUTES.match(text):
        spans |= {kind.lower(): int(number) for kind, number in _SPAN.findall(match[0])}
        text = text[match.end() :]
    text = re.sub(r"<br\s*/?>", "; ", text, flags=re.IGNORECASE)
    text = re.sub(r"<[^>]+>", "", text).replace("&nbsp;", " ").replace("&ndash;", "–")
    return " ".join(text.split()), spans["col"], spans["row"]


def _of_template(inside: str) -> str:
    """What a template shows: a flag the name behind it, a date the date, most others their first words."""
    name, *parts = (part.strip() for part in inside.split("|"))
    plain = [part for part in parts if "=" not in part]
    name = name.casefold()
    if name in _DATES:
        return _date(plain)
    if name in _YES or name in _NO:
        return plain[0] if plain else "yes" if name in _YES else "no"
    if name in _NOTHING or name.startswith(("cite", "efn", "ref")) or not plain:
        return name.upper() if not plain and re.fullmatch(r"[a-z]{3}", name) else ""
    return plain[-1] if name in ("sort", "sortname", "hs") else plain[0]


def _date(parts: Sequence[str]) -> str:
    """The date of a template whose parts are a year, a month and a day, or one text."""
    if len(parts) < 2:
        return "".join(parts)
    year, month, *day = parts
    number = str(_MONTHS.index(month[:3].casefold()) + 1) if month[:3].casefold() in _MONTHS else month
    return "-".join([year, number.zfill(2), *(each.zfill(2) for each in day[:1])])
