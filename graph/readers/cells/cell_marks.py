"""What stands around names in cells and is none of them: marks of footnotes, numbers of lists, bullets, unseen characters."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

from ...amounts import counted, shortened
from ...escaping import shown
from ...late import late_pattern
from ...model.naming.forms import seen_of
from ..report import Report
from .cell_lists import without_number
from .known_runs import is_known
from .mojibake import readings, repaired

__all__ = [
    "KEEP",
    "NameMarks",
    "as_seen",
    "columns_as_seen",
    "is_numbered_note",
    "one_line",
    "perhaps_unmarked",
    "plain_marks",
    "unmarked",
]

KEEP = "if they belong to names: --literal"
"""What to say where something was taken off names."""

# What brackets have in them that hold a note: a letter or a number, "note 3", "citation needed"; "[Pact]" is of a name.
_NOTE_IN_BRACKETS = (
    r"[^\w\s]{1,3}|[a-z]{1,3}|[A-Z]|[ivxlIVX]{1,5}|\w\)|#?(?:[^\W\d_]{1,9}\.? ?)?\d{1,3}[a-z]?"
    r"|(?:lower|upper)-(?:alpha|roman|greek) \d{1,3}|(?:(?:foot)?note|см|注|註|注釈|脚注|прим)s?\.?"
    r"|(?:[Nn]otes?|[Nn][Bb]|[Aa]nm\.?|[Nn]ota|[Rr]ef\.?|[Ff]n) (?:\w{1,3}|\(\w{1,2}\))|[Nn]ote"
    r"|(?:see|siehe|voir|v[ée]ase|vedi|zie|см\.?) [^\[\]]{1,30}|[a-z][a-z ,–-]* (?:needed|discuss)|[a-z]+\?|discuss"
    r"|update|sic"
)
_FOOTNOTES = re.compile(
    rf"(?:\s*(?:\[\s?(?:{_NOTE_IN_BRACKETS})\s?\](?::\d{{1,4}})?|[*†‡§¶°‖⁎¹²³⁰⁴-⁹⁽⁾ᵃ-ᵪʰ-ʸ①-⑳ⓐ-ⓩ]|(?<=[^\W\d_]{{3}})ª)|\s+\([a-z]\)"
    rf"|\s*\((?:[*†‡§]+|see (?:foot)?notes?[^()]*|(?:foot)?note \w{{1,3}})\))+$"
)
# "Indonesia(1)", "Indonesia1", "Indonesia#", "Indonesia a/", "Indonesia a,b"
_NUMBERED_NOTE = late_pattern(
    r"(.*[^\W\d_].*?) ?(?:\((?:\d{1,2}|[a-zα-ω]|\*{1,3})\)|(?<=[^\W\d_]{3})\d{1,2}| \d{1,2}(?: ?, ?\d{1,2})*|#{1,3}"
    r"|(?<= )[a-z](?: ?, ?[a-z])*|(?<= )[a-z0-9]{1,2}[/)]|\^(?:[a-z0-9]{1,2})?|~|\{\w{1,2}\})"
)
_PERHAPS_MARKED = late_pattern(
    r"(.*[^\W\d_]{3}) ?(?:[\^#~¶°‖⁎*†‡§]{1,3}|[\[(]?(?:\d{1,2}|[a-zα-ω*]{1,2})[\])]|(?<=\S)\d|\^\w{1,2})"
)
_SQUARE = late_pattern(r"(.*[^\s\[])\s*\[[^\[\]]*\]+")
"""Any words in square brackets behind a name: a mark, where the name is known without them and not with them."""
_SIGNS = late_pattern(r"(.*\w)\s*[^\w\s.,;:!?'\"’”»()\[\]{}%&/\\+=<>|@…–—-]{1,3}")
_TAGGED_NOTE = late_pattern(r"<(sup|ref)\b[^<>]*>.*?</\1>|<ref\b[^<>]*/>", re.IGNORECASE)
# Marks before a name are of notes; a number or letter is, if what follows is a state: "1. Malta", "(a) Spain".
_MARK_BEFORE = late_pattern(
    r"(?:([*†‡§¹²³⁰⁴-⁹]+|\[[a-z0-9]{1,2}\])|\(\w{1,2}\)|\d{1,3}[.)]?(?= )|[a-z][.)])\s*([^\W\d_].*)"
)
_BULLET = re.compile(r"^(?:[•·▪◦‣●]\s*|[-–*]\s+)")
_NEVER_SEEN = re.compile("[\x00-\x08\x0e-\x1b\x7f]")
# Letters of private use and U+FFFD stand where something was lost.
_CONTROL = re.compile("[\x0b\x0c\x1c-\x1f\x80-\x84\x86-\x9f\ufdd0-\ufdef\ue000-\uf8ff\ufffd-\uffff]")
_BLANKS = late_pattern("[\u00a0\u2000-\u200a\u202f\u205f\u3000]")
_OF_THE_FILE = re.compile(r"[ \t\r\n]+")
_LINES = late_pattern("[\u0085\u2028\u2029]")
_END = "[\x0b\x0c\x1c-\x1f\u0085\u2028\u2029]"
_LINES_AND_PAGES = late_pattern(_END)
_ENDS_AT_EDGE = late_pattern(f"(?:^|[;,|\n\r])\\s*{_END}|{_END}\\s*(?:[;,|\n\r]|$)")
"""Ends of lines and pages that are none of a table's rows, before or behind a name."""


def _is_marked_state(name: str, marked: str) -> bool:
    """Whether a name is a state's, and is none with the number behind it."""
    of_signs = not any(map(str.isalnum, marked[len(name) :]))
    return len(name) > 3 and is_known(name, "member") and (of_signs or not is_known(marked, "member"))


def _is_marked_twice(marked: str) -> bool:
    """Whether a name has another mark still, and is a state's without it: "Qatar(b)" of "Qatar(b)(c)"."""
    match = _NUMBERED_NOTE.fullmatch(marked)
    return match is not None and _is_marked_state(match[1], marked)


def _is_numbered(name: str) -> bool:
    """Whether a name behind a number is a state's; "12 states" are no United States."""
    return name != "states" and is_known(name, "member")


def is_numbered_note(text: str) -> bool:
    """Whether a text ends as a name does that has the number of a footnote behind it.

    Parameters
    ----------
    text : str
        The text.

    Returns
    -------
    bool

    >>> is_numbered_note("Indonesia 1, 2"), is_numbered_note("Indonesia")
    (True, False)
    """
    return _NUMBERED_NOTE.fullmatch(text) is not None


def plain_marks(names: Iterable[str]) -> frozenset[str]:
    """The plain numbers and letters that stand behind names of states as marks of footnotes.

    Parameters
    ----------
    names : iterable of str
        The names.

    Returns
    -------
    frozenset of str

    >>> sorted(plain_marks(["Denmark1", "Finland b", "Norway", "Alpha 3"]))
    ['1', 'b']
    """
    found: set[str] = set()
    for name in dict.fromkeys(" ".join(name.split()) for name in names):
        match = _NUMBERED_NOTE.fullmatch(name)
        if match and _is_marked_state(match[1], name):
            found.update(re.findall(r"\d{1,2}|[a-z]", name[len(match[1]) :]))
    return frozenset(found)


def unmarked(name: str) -> str:
    """A name without the marks of footnotes behind it.

    Parameters
    ----------
    name : str
        The name.

    Returns
    -------
    str
        The name itself if it is nothing but marks.

    >>> unmarked("NATO[1]"), unmarked("EU*†"), unmarked("*")
    ('NATO', 'EU', '*')
    """
    return _FOOTNOTES.sub("", name) or name


def columns_as_seen(names: Sequence[str]) -> tuple[list[str], str]:
    """The names of columns without characters that nobody sees, and what is said of those that had some.

    Parameters
    ----------
    names : sequence of str
        The names as they are written.

    Returns
    -------
    tuple of (list of str, str)
        Nothing is said if none had any.

    >>> columns_as_seen(["state", "NA\u00adTO"])
    (['state', 'NATO'], "characters that are not seen were taken out of 1 name of a column: 'NA<U+00AD>TO'")
    """
    seen = [_seen(name) if name.isprintable() else _LINES_AND_PAGES.sub(" ", _seen(name)).strip() for name in names]
    changed = [
        name
        for at, (name, new) in enumerate(zip(names, seen, strict=True))
        if _LINES_AND_PAGES.search(name) or _seen(name) != (name if at else name.removeprefix("\ufeff"))
    ]
    of = "names of columns" if len(changed) > 1 else "name of a column"
    taken = f"characters that are not seen were taken out of {len(changed)} {of}"
    return seen, f"{taken}: {shortened(map(_spelled, changed), 4)}" if changed else ""


def _seen(text: str) -> str:
    """A text without the characters in it that nobody sees, and that stand for no blank or broken letter."""
    return _NEVER_SEEN.sub("", seen_of(text))


def as_seen(name: str) -> str:
    """A name without characters that nobody sees, and with one plain blank where it has any blanks or line ends.

    Parameters
    ----------
    name : str
        The name as it is written.

    Returns
    -------
    str

    >>> as_seen("Niger\\u0007"), as_seen(" Lake\\u200b\\u00a0Chad ")
    ('Niger', 'Lake Chad')
    """
    return " ".join(_seen(name).split())


def one_line(text: str) -> str:
    """A text without the blanks and line ends that are of its file's form; other blanks are its own.

    Parameters
    ----------
    text : str
        The text.

    Returns
    -------
    str

    >>> one_line(" Lake  Chad "), one_line("Lake\\u00a0Chad")
    ('Lake Chad', 'Lake\\xa0Chad')
    """
    return " ".join(filter(None, _OF_THE_FILE.split(text)))


def perhaps_unmarked(name: str) -> str:
    """A name without what may be the mark of a footnote behind it, or a part of the name.

    Parameters
    ----------
    name : str
        The name.

    Returns
    -------
    str
        The name itself if nothing of the kind is behind it.

    >>> perhaps_unmarked("Arab Council^"), perhaps_unmarked("Serbia(a)"), perhaps_unmarked("Mali")
    ('Arab Council', 'Serbia', 'Mali')
    """
    match = _PERHAPS_MARKED.fullmatch(name)
    return match[1] if match else name


class NameMarks:
    """Takes off the names of one column what stands around them, and tells what it was.

    Parameters
    ----------
    field : str
        "member" or "organization".
    column : str
        The column's name, for messages.
    literal : bool
        Whether names are kept as they are written, but for blanks and what nobody sees.
    is_name : callable, optional
        Whether a text is a name that stands elsewhere; without it, those of the list are.

    >>> NameMarks("member", "state").taken_off(2, "* Mongolia[1]")
    'Mongolia'
    >>> [NameMarks("member", "state").taken_off(2, name) for name in ("Iraq [disputed]", "Myanmar [Burma]", "Fredonia [Pact]")]
    ['Iraq', 'Myanmar [Burma]', 'Fredonia [Pact]']
    >>> NameMarks("member", "state", literal=True).taken_off(2, "Mongolia*")
    'Mongolia*'
    """

    def __init__(
        self, field: str, column: str, *, literal: bool = False, is_name: Callable[[str], bool] | None = None
    ) -> None:
        self.field, self.column = field, column
        self._is_name = is_name or (lambda name: is_known(name, field))
        self._kept = NameMarks(field, column) if literal else None
        """What would take off names what a user wants to be kept."""
        self.points = False
        """Whether "1." before a name is a number of a list."""
        self.changed = False
        """Whether a name was left as it is written that would else be changed."""
        self._marked: dict[str, None] = {}
        self._numbers: dict[str, None] = {}
        self._bullets: dict[str, None] = {}
        self._repaired: dict[str, str] = {}
        self._unclear: dict[str, tuple[int, list[str]]] = {}
        self._controls: dict[str, int] = {}
        self._unseen: dict[str, int] = {}
        self._lines: dict[str, int] = {}
        self._blanks: dict[str, int] = {}

    def listed(self, text: str) -> None:
        """Remember a cell whose names have numbers or letters of a list before them.

        Parameters
        ----------
        text : str
            The cell.
        """
        self._numbers[text] = None

    def look_at_edges(self, number: int, cell: str) -> None:
        """Remember a cell that begins or ends with what ends a line or a page elsewhere.

        Parameters
        ----------
        number : int
            The row.
        cell : str
            The cell as it is written.
        """
        if _ENDS_AT_EDGE.search(cell):
            self._unseen.setdefault(cell.strip(" \t\r\n"), number)

    def taken_off(self, number: int, text: str) -> str:
        """A name without what stands around it.

        Parameters
        ----------
        number : int
            The row, for what is said of it.
        text : str
            The name as it is written.

        Returns
        -------
        str
            Empty if nothing is left.
        """
        if not text.isascii() or not text.isprintable():
            text = self._visible(number, text)
        written = " ".join(text.split())
        if self._kept is not None:
            self._kept.points = self.points
            self.changed = self.changed or self._kept.taken_off(number, written) != written
            return written
        listed = self._without_list(written)
        clean = self._unmarked(listed, self.without_marks(listed))
        match = _MARK_BEFORE.fullmatch(clean)
        if match and (match[1] or (self.field == "member" and _is_numbered(match[2]))):
            clean = self._unmarked(clean, match[2])
        return clean if clean.isascii() else self._with_letters(number, text.strip(), clean)

    def without_marks(self, name: str) -> str:
        """A name without the marks of footnotes behind it, also those that are known since the name is.

        Parameters
        ----------
        name : str
            The name.

        Returns
        -------
        str
            The name itself if it has none, or is nothing but marks.

        >>> [NameMarks("member", "").without_marks(name) for name in ("Mali<sup>a</sup>", "Indonesia1", "G7", "*")]
        ['Mali', 'Indonesia', 'G7', '*']
        """
        plain = (_TAGGED_NOTE.sub("", name).strip() or name) if "<" in name else name
        plain = unmarked(plain)
        while (shorter := self._without_known_mark(plain)) != plain:
            plain = shorter
        return plain

    def _without_known_mark(self, name: str) -> str:
        """A name without what can only be a mark since it is known without it."""
        if self.field == "member" and (match := _NUMBERED_NOTE.fullmatch(name)):
            if _is_marked_state(match[1], name) or (match[1] != name and _is_marked_twice(match[1])):
                return match[1]
        elif "]" in name and (match := _SQUARE.fullmatch(name)):
            if self._is_name(match[1]) and not is_known(name, self.field):
                return match[1]
        elif not name[-1:].isalnum() and (match := _SIGNS.fullmatch(name)) and is_known(match[1], self.field):
            return match[1]
        return name

    def _with_letters(self, number: int, cell: str, broken: str) -> str:
        """A name as it is most likely meant if an encoding broke its letters; as it is if that may be several names."""
        better = repaired(broken)
        if better == broken and (fitting := readings(broken)):
            known = [each for each in fitting if is_known(each, self.field)]
            if len(known) == 1:
                better = known[0]
            else:
                self._controls.pop(cell, None)
                self._unclear.setdefault(broken, (number, fitting))
        if better != broken:
            self._repaired[broken] = better
            self._controls.pop(cell, None)
        return better

    def _without_list(self, written: str) -> str:
        """A name without the bullet or the number before it."""
        clean = _BULLET.sub("", written)
        if clean != written:
            self._bullets[written] = None
        if (plain := without_number(clean, points=self.points)) != clean:
            self._numbers[clean] = None
        return plain

    def _unmarked(self, marked: str, plain: str) -> str:
        """The name without a mark, which is remembered; what is nothing but marks is a name."""
        if not plain or plain == marked:
            return marked
        self._marked[marked] = None
        return plain

    def _visible(self, number: int, text: str) -> str:
        """A name without the characters that nobody sees, each kind of which is told."""
        if _CONTROL.search(text):
            self._controls.setdefault(text.strip(), number)
        if (seen := _seen(text)) != text:
            self._unseen.setdefault(text.strip(" \t\r\n"), number)
        elif _LINES.search(text.strip()):
            self._lines.setdefault(text.strip(" \t\r\n"), number)
        if _BLANKS.search(seen.strip()):
            self._blanks.setdefault(text.strip(), number)
        return seen

    def say(self, report: Report) -> None:
        """Tell what was taken off names.

        Parameters
        ----------
        report : Report
            What is told of the table.
        """
        if self._numbers:
            shown = shortened(map(repr, self._numbers), 3)
            report.notes.append(f"numbers of lists were taken off names: {shown}; {KEEP}")
        if self._bullets:
            report.notes.append(f"bullets were taken off names: {shortened(map(repr, self._bullets), 3)}; {KEEP}")
        if self._marked:
            report.warnings.append(f"footnote marks were taken off names: {shortened(self._marked, 6)}; {KEEP}")
        if self._repaired:
            shown = shortened((f"{_spelled(old)} as {new!r}" for old, new in self._repaired.items()), 3)
            report.warnings.append(
                f"broken letters in names of column {self.column} were read as what they seem to be: {shown};"
                " to keep them: --literal"
            )
        if self._unclear:
            shown = shortened(
                (
                    f"{_spelled(name)} (row {number}) may be {' or '.join(map(repr, fitting))}"
                    for name, (number, fitting) in self._unclear.items()
                ),
                3,
            )
            report.warnings.append(
                f"broken letters in names of column {self.column} were left as they are: {shown};"
                " write in the table which it is"
            )
        if self._blanks:
            report.notes.append(
                f"hard and narrow blanks in names of column {self.column} were read as blanks: {_in_rows(self._blanks)}"
            )
        where = f"in column {self.column}" if self.column else "of columns"
        if self._unseen:
            names = counted(len(self._unseen), "name")
            report.warnings.append(
                f"characters that are not seen were taken out of {names} {where}: {_in_rows(self._unseen)}"
            )
        if self._lines:
            report.warnings.append(
                f"signs for a new line within {counted(len(self._lines), 'name')} {where} were read as blanks:"
                f" {_in_rows(self._lines)}"
            )
        if self._controls:
            report.warnings.append(
                f"names in column {self.column} have control characters or broken letters in them: {_in_rows(self._controls)}"
            )


def _in_rows(names: Mapping[str, int]) -> str:
    """Names with the first row of each, what is not seen in them spelled out."""
    return shortened(f"{_spelled(name)} (row {number})" for name, number in names.items())


def _spelled(name: str) -> str:
    """A name in quotation marks, with the codes of characters that are not seen."""
    return f"'{shown(name)}'"
