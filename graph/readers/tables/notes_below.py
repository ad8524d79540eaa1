"""Notes below a table: rows of words in one cell, and what the marks behind names stand for in them."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence

from ...late import late_pattern
from ..planning.words.column_words import says_body
from ..table_options import map_option

__all__ = [
    "MARK",
    "OF_THE_PAST",
    "is_marked_note",
    "is_note",
    "is_sentence",
    "marks_behind",
    "marks_in",
    "notes_of_heads",
    "with_its_mark",
]

_NOTE = re.compile(
    r"(?:sources?|notes?|quellen?|anmerkung(?:en)?|hinweis|remarks?|data|fuentes?|notas?|copyright)\b[^:]{0,30}:.*|[*†‡©].*|\[\w+\].+"
    r"|(?:\(\w{1,2}\)|[¹²³⁰⁴-⁹]|\d\)) ?\D\S*(?: +\S+){3}.*"
    r"|(?:total|last updated|as of|stand|retrieved|downloaded|accessed)\b.*",
    re.IGNORECASE | re.DOTALL,
)


MARK = r"[*†‡§#]+|\(\w{1,2}\)|\[\w{1,2}\]|[¹²³⁰⁴-⁹]+"
"""What stands behind a name for a note."""

OF_THE_PAST = "previously|formerly|earlier|initially|originally|first|before that|zuvor|früher|auparavant|antes"
"""Words of the past with which a note may begin, as a pattern."""

_RUN = re.compile(r"\*+|†+|‡+|§+|#+|[¹²³⁰⁴-⁹]|.+")
_OF_MARK = late_pattern(
    rf"({MARK})(?!\W*(?:see|cf|siehe|voir|v[ée]ase)\b)\s*[:=–-]?\s*(\D\S*(?:\s+\S+){{0,6}})", re.DOTALL | re.IGNORECASE
)
_TURNS_MEANING = late_pattern(
    r"(?:(?:currently|presently|membership|now|has|had|is|are|was|were|been|an?|the|as|denotes|indicates|marks|only"
    rf"|{OF_THE_PAST}|fruher"
    r"|(?:since|seit|depuis) \d{4}) )*"
    r"(?:(?:full )?members?(?:ship)?:? \(?(?:from |in |between )?\d{4}\b.*?\d{4}"
    r"|observers?|associated?s?|candidates?|applicants?|suspended|withdr\w+|left|former|partners?|not an? \w*"
    r"|non ?-?members?|beobachter\w*|assoziiert\w*|kandidat\w*|kein \w*mitglied|ausgetreten|observateurs?|associes?"
    r"|(?:provisional|temporary|interim|honorary|probationary|partial|non-?voting|corresponding|special|provisorisches)"
    r" (?:member(?:ship)?|mitglied)|membre provisoire|miembro provisional|not ratified"
    r"|candidats?|suspendus?|observadores?|asociad[oa]s?|candidat[oa]s?|retirad[oa]s?|наблюдател\w+|кандидат\w*)\b",
    re.IGNORECASE,
)


_BY_PLAIN_MARK = late_pattern(r"(\d{1,2}(?=\W|[A-ZÀ-Þ])|[a-z](?=\W))[.):/]*\s*([^\W\d]\S*(?:\s+\S+)*)", re.DOTALL)
_SMALL = frozenset((
    "of", "the", "and", "for", "in", "on", "at", "to", "a", "an", "or", "by", "with", "de", "la", "le", "les", "du",
    "des", "der", "die", "das", "den", "und", "et", "y", "e", "i", "el", "los", "las", "di", "del", "della",
))  # fmt: skip
"""Words that stand within names too."""


_MARK, _LONGEST_MARK = re.compile(MARK), 4


def is_sentence(text: str) -> bool:
    """Whether a text is a sentence rather than a name: most of its words are written small, and are none of names.

    Parameters
    ----------
    text : str
        The text.

    Returns
    -------
    bool

    >>> is_sentence("All dates are those of the first session"), is_sentence("Observers are left out.")
    (True, True)
    >>> is_sentence("United Kingdom of Great Britain"), is_sentence("Association of smaller island states")
    (False, False)
    """
    words = text.split()
    if says_body(words[:2]):
        return False
    small = [word for word in words[1:] if word.strip(",;.").islower() and word.strip(",;.").isalpha()]
    told = [word for word in small if word.strip(",;.") not in _SMALL]
    return len(words) > 2 and len(told) >= (2 if text.endswith(".") else 3) and 2 * len(small) >= len(words) - 1


def _is_marked_so(text: str, marks: Container[str]) -> bool:
    """Whether a text begins with a number or a letter that stands behind a name: "1 Including the Faroe Islands"."""
    match = _BY_PLAIN_MARK.fullmatch(text)
    return match is not None and match[1] in marks


def is_note(cells: Sequence[str], below: bool, width: int, marks: Container[str] = ()) -> bool:
    """Whether a row is a note below the table; `marks` are the plain numbers and letters that stand behind names."""
    filled = [cell.strip() for cell in cells if cell.strip()]
    if _NOTE.fullmatch(filled[0]) and len(filled) <= max(2, width // 2):
        return True
    if len(filled) != 1:
        return False
    return (cells[0].strip() != "" and (below or len(filled[0]) > 60)) or is_marked_note(cells, marks)


def is_marked_note(cells: Sequence[str], marks: Container[str] = ()) -> bool:
    """Whether a row is a note that says so itself: a mark, words such as "Source:", a sentence, in one cell only.

    Parameters
    ----------
    cells : sequence of str
        The row.
    marks : container of str, optional
        The plain numbers and letters that stand behind names as marks.

    Returns
    -------
    bool

    >>> is_marked_note(["1 With the Faroe Islands", ""]), is_marked_note(["1 With the Faroe Islands", ""], {"1"})
    (False, True)
    """
    filled = [cell.strip() for cell in cells if cell.strip()]
    if len(filled) != 1:
        return False
    return (
        (_NOTE.fullmatch(filled[0]) is not None and cells[0].strip() != "")
        or _is_marked_so(filled[0], marks)
        or is_sentence(filled[0])
        or bool(marks_in([cells], marks))
    )


def with_its_mark(cells: Sequence[str], at: int, marks: Container[str]) -> list[str]:
    """A note whose mark stands in a cell of its own, in one cell; any other row as it is.

    Parameters
    ----------
    cells : sequence of str
        The row.
    at : int
        The place of the names behind which marks stand.
    marks : container of str
        The plain numbers and letters that stand behind names as marks.

    Returns
    -------
    list of str

    >>> with_its_mark(["1", "Including the Faroe Islands", ""], 0, {"1"}), with_its_mark(["1", "Alpha Pact", ""], 0, ())
    (['1 Including the Faroe Islands', '', ''], ['1', 'Alpha Pact', ''])
    """
    mark = cells[at].strip() if at < len(cells) else ""
    if not mark or len(mark) > _LONGEST_MARK or not (mark in marks or _MARK.fullmatch(mark)):
        return [*cells]
    others = [cell.strip() for place, cell in enumerate(cells) if place != at and cell.strip()]
    if len(others) != 1 or " " not in others[0]:
        return [*cells]
    return [f"{mark} {others[0]}", *[""] * (len(cells) - 1)]


def marks_in(rows: Iterable[Sequence[str]], plain: Container[str] = ()) -> dict[str, str]:
    """What marks behind names stand for, as notes in a table say, where it turns what a name says.

    Parameters
    ----------
    rows : iterable of rows
        The rows.
    plain : container of str, optional
        The plain numbers and letters that stand behind names as marks.

    Returns
    -------
    dict of str to str

    >>> marks_in([["2 Observer until 1955", ""]], {"2"})
    {'2': 'Observer until 1955'}
    >>> marks_in([["France*", "UN"], ["* observer state", ""], ["† Figures of 2019", ""], ["(1) left in 2020", ""]])
    {'*': 'observer state', '(1)': 'left in 2020'}
    """
    found = {}
    for cells in rows:
        filled = [cell.strip() for cell in cells if cell.strip()]
        if len(filled) != 1:
            continue
        match = _OF_MARK.fullmatch(filled[0]) if not filled[0][0].isalpha() else None
        match = match or (_BY_PLAIN_MARK.fullmatch(filled[0]) if _is_marked_so(filled[0], plain) else None)
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
