"""Rows of a table that are no rows of data: notes below it, sums, what still belongs to the header."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence

from ..late import late_pattern
from .table_options import map_option

__all__ = [
    "FIGURE",
    "SUBTOTAL",
    "TOTAL",
    "below_header",
    "is_marked_note",
    "is_note",
    "is_sum",
    "legend_in",
    "marks_behind",
    "marks_in",
    "notes_of_heads",
]

_NOTE = re.compile(
    r"(?:sources?|notes?|quellen?|anmerkung(?:en)?|hinweis|remarks?|data|fuentes?|notas?|copyright)\b[^:]{0,30}:.*|[*†‡©].*|\[\w+\].+"
    r"|(?:\(\w{1,2}\)|[¹²³⁰⁴-⁹]|\d\)) ?\D\S*(?: +\S+){3}.*"
    r"|(?:total|last updated|as of|stand|retrieved|downloaded|accessed)\b.*",
    re.IGNORECASE | re.DOTALL,
)


_HOW_MANY = r"(?: ?[:=–-]? ?\(?\d[\d.,' ]*\)?)?"  # "Gesamt: 27"


TOTAL = re.compile(
    r"(?:grand |sub-?|over)?total(?:s|en)?\b.*|number of .*"
    r"|(?:sums?|gesamt(?:zahl|ergebnis|summe)?|ergebnis|summe|insgesamt|somme|suma|totale|count|average|mean"
    rf"|(?:общий )?итого?|всего|razem|ogolem|合计|总计|計|合計|합계|المجموع){_HOW_MANY}",
    re.IGNORECASE,
)


SUBTOTAL = re.compile(
    r".+ (?:total|sub-?total|sum|gesamt|ergebnis|teilergebnis|summe|totale|итого?|всего|razem)"
    r"|.+(?:合计|小计|总计|合計|小計)",
    re.IGNORECASE,
)
"""The sum below the rows of one body, as pivot tables have it: "OPEC Total"."""


FIGURE = re.compile(r"[-+]?[\d.,' \u00a0]*\d ?%?")


_UNITS = re.compile(r"\(.*\)|<.*>|\[.*\]|:?-{2,}:?|", re.DOTALL)


_EXPLAINED = re.compile(
    r"(?:(?:key|legend|legende|leyenda)\s*: *)?([^\W_]{1,3}|[-–—*+])\s?(=|:)\s?([^=:;]*[^\W\d_]{3}[^=:;]*)"
)


def legend_in(cells: Sequence[str]) -> dict[str, str]:
    """What a row below a table says its letters are: "M = member; O = observer"; empty if it is no such row.

    Parameters
    ----------
    cells : sequence of str
        The row.

    Returns
    -------
    dict of str to str

    >>> legend_in(["M = member, O = observer", ""]), legend_in(["M = member", " - = none"])
    ({'M': 'member', 'O': 'observer'}, {'M': 'member', '-': 'none'})
    >>> legend_in(["France", "M", "O"])
    {}
    """
    filled = [cell.strip() for cell in cells if cell.strip()]
    text = ";".join(filled)
    parts = [part.strip() for part in re.split(r"[;|]|,(?=[^,=:]{1,6}[=:])", text) if part.strip(" .")]
    found = [match for part in parts if (match := _EXPLAINED.fullmatch(part))]
    if not found or len(found) < len(parts) or (len(found) == 1 and (found[0][2] != "=" or len(filled) > 1)):
        return {}
    return {each[1]: " ".join(each[3].rstrip(" .").split()) for each in found}


def below_header(cells: Sequence[str]) -> bool:
    """Whether a row belongs to the header: units in brackets, or the line of a table in Markdown."""
    return all(_UNITS.fullmatch(cell.strip()) for cell in cells)


def is_note(cells: Sequence[str], below: bool, width: int) -> bool:
    """Whether a row is a note below the table."""
    filled = [cell.strip() for cell in cells if cell.strip()]
    if _NOTE.fullmatch(filled[0]) and len(filled) <= max(2, width // 2):
        return True
    return len(filled) == 1 and cells[0].strip() != "" and (below or len(filled[0]) > 60 or bool(marks_in([cells])))


def is_marked_note(cells: Sequence[str]) -> bool:
    """Whether a row is a note that says so itself: a mark, or words such as "Source:", in its first cell only."""
    if any(map(str.strip, cells[1:])):
        return False
    return _NOTE.fullmatch(cells[0].strip()) is not None or bool(marks_in([cells]))


def is_sum(cells: Sequence[str], least: int = 2) -> bool:
    """Whether a row that names no member or no body has "Total" in it, and otherwise figures.

    Parameters
    ----------
    cells : sequence of str
        The row.
    least : int
        How many cells it has at least; of a row whose empty cells are to be filled, one may be all.

    Returns
    -------
    bool

    >>> is_sum(["OPEC Total", "", "10.1"]), is_sum(["Total", "", "7"]), is_sum(["OPEC", "", "10.1"])
    (True, True, False)
    """
    filled = [cell.strip() for cell in cells if cell.strip()]
    words = [cell for cell in filled if not FIGURE.fullmatch(cell)]
    return (
        len(words) == 1
        and len(filled) >= least
        and (TOTAL.fullmatch(words[0]) or SUBTOTAL.fullmatch(words[0])) is not None
    )


MARK = r"[*†‡§#]+|\(\w{1,2}\)|\[\w{1,2}\]|[¹²³⁰⁴-⁹]+"
"""What stands behind a name for a note."""

_RUN = re.compile(r"\*+|†+|‡+|§+|#+|[¹²³⁰⁴-⁹]|.+")
_OF_MARK = late_pattern(
    rf"({MARK})(?!\W*(?:see|cf|siehe|voir|v[ée]ase)\b)\s*[:=–-]?\s*(\D\S*(?:\s+\S+){{0,6}})", re.DOTALL | re.IGNORECASE
)
_TURNS_MEANING = late_pattern(
    r"(?:(?:currently|presently|membership|now|has|had|is|are|was|were|been|an?|the|as|denotes|indicates|marks|only"
    r"|previously|formerly|earlier|initially|originally|first|before that|zuvor|fruher|früher|auparavant|antes"
    r"|(?:since|seit|depuis) \d{4}) )*"
    r"(?:(?:full )?members?(?:ship)?:? \(?(?:from |in |between )?\d{4}\b.*?\d{4}"
    r"|observers?|associated?s?|candidates?|applicants?|suspended|withdr\w+|left|former|partners?|not an? \w*"
    r"|non ?-?members?|beobachter\w*|assoziiert\w*|kandidat\w*|kein \w*mitglied|ausgetreten|observateurs?|associes?"
    r"|(?:provisional|temporary|interim|honorary|probationary|partial|non-?voting|corresponding|special|provisorisches)"
    r" (?:member(?:ship)?|mitglied)|membre provisoire|miembro provisional|not ratified"
    r"|candidats?|suspendus?|observadores?|asociad[oa]s?|candidat[oa]s?|retirad[oa]s?|наблюдател\w+|кандидат\w*)\b",
    re.IGNORECASE,
)


def marks_in(rows: Iterable[Sequence[str]]) -> dict[str, str]:
    """What marks behind names stand for, as notes in a table say, where it turns what a name says.

    Parameters
    ----------
    rows : iterable of rows
        The rows.

    Returns
    -------
    dict of str to str

    >>> marks_in([["France*", "UN"], ["* observer state", ""], ["† Figures of 2019", ""], ["(1) left in 2020", ""]])
    {'*': 'observer state', '(1)': 'left in 2020'}
    """
    found = {}
    for cells in rows:
        filled = [cell.strip() for cell in cells if cell.strip()]
        match = _OF_MARK.fullmatch(filled[0]) if len(filled) == 1 and not filled[0][0].isalpha() else None
        if match and _TURNS_MEANING.match(match[2]):
            found[match[1]] = " ".join(match[2].rstrip(" .;").split())
    return found


def marks_behind(text: str, marks: Container[str]) -> list[str]:
    """The marks in what stands behind a name, one by one where a run of them is none itself: "*†".

    Parameters
    ----------
    text : str
        What stands behind the name.
    marks : container of str
        The marks that notes explain.

    Returns
    -------
    list of str

    >>> marks_behind("**†", {"**", "†"}), marks_behind("¹²", {"¹²"})
    (['**', '†'], ['¹²'])
    """
    found = re.findall(MARK, text)
    return [each for mark in found for each in ([mark] if mark in marks else _RUN.findall(mark))]


def notes_of_heads(names: Iterable[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """What to say of the names of columns whose marks stand for notes that turn what the columns say.

    Parameters
    ----------
    names : iterable of str
        The names of columns that are bodies or members.
    rows : iterable of rows
        The rows.

    Returns
    -------
    list of str

    >>> print(*notes_of_heads(["NATO*", "EU"], [["Malta", "1", "1"], ["* observers only", "", ""]]))
    the note 'observers only' of column 'NATO*' was not read; write in its cells what each is, or leave it out: \
--map "NATO*=ignore"
    """
    notes = marks_in(rows)
    if not notes:
        return []
    return [
        f"the note {notes[mark]!r} of column {name!r} was not read; write in its cells what each is, or leave it out:"
        f" {map_option(name, 'ignore')}"
        for name in names
        for mark in re.findall(rf"(?:{MARK})(?=\W*$)", name)
        if mark in notes
    ]
