"""The names in a cell: one or several, without footnote marks, and what stands in brackets behind them.

`Georgia (observer)`, `Italy (since 1999)` and `Belgium (1944)` say more than a name; `Korea (Republic of)` does not.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from html import unescape

from ..amounts import shortened
from ..late import late_pattern
from ..model.roles import role_named
from .cell_lists import ANDS, enumerated, is_known, listed, looks_listed, names_in
from .cell_marks import KEEP, NameMarks, is_numbered_note, perhaps_unmarked
from .cell_words import word
from .cells import CellReader
from .mistakes import Wrong
from .name_brackets import BracketReader, Named, without_year
from .not_a_date import NotADate
from .notes_below import MARK
from .planning.column_words import says_body
from .planning.lists import parts_of
from .report import Report
from .separators import between_names, is_word, joining_word, last_of_list, listed_names, part_at, split_options

__all__ = ["NameReader", "Named"]

_FORM_OF_FIRM = late_pattern(
    r"(?:inc|incorporated|ltd|limited|llc|llp|plc|corp|co|gmbh|ag|kg|e\. ?v|ev|s\.?a|s\.?r\.?l|s\.?p\.?a|b\.?v|n\.?v|oy|ab|asbl|pty)\.?",
    re.IGNORECASE,
)
# A line break within a name, rather than between two.
_WRAPPED = re.compile(
    r"(\b(?:and|the|of|for|und|der|des|du|de|et|la|le|in)|[&,-])[ \t]*[\r\n]+\s*|[ \t]*[\r\n]+\s*(?=[a-z(&,])"
)
_BAR = late_pattern(r"\s*[|•⋅∙]\s*")
_PLAIN_MARK = re.compile(r"\d{1,2}|[a-z]")
_PLAIN_MARKS = late_pattern(r"\s*(?:\d{1,2}|[a-z])(?:\s*,\s*(?:\d{1,2}|[a-z]))*[/)]?\s*")
_COMMA = re.compile(r",(?![^()]*\))")


_PLAIN = re.compile(r"[A-Za-z0-9]+(?:[ -][A-Za-z0-9]+)*")
"""A name that can be nothing else, as most of a long table are: it is read at once."""


class NameReader:
    """Reads the names of one column.

    Parameters
    ----------
    field : str
        "member" or "organization".
    column : str
        The column's name, for messages.
    cells : CellReader
        Reads the words and dates in brackets.
    commas : bool
        Whether commas part names.
    slashes : bool
        Whether slashes do.
    signs : sequence of str
        What parts names beside what does so anyway, if the user says it; "none" if nothing does.
    dated : bool
        Whether the table has dates of its own, so that a year in brackets is part of a name.
    marks : mapping of str to str, optional
        What marks behind names stand for, where notes say so.
    literal : bool
        Whether names are kept as they are written, with their marks, numbers and brackets.

    >>> from .written_dates import WrittenDates
    >>> reader = NameReader("member", "state", CellReader(WrittenDates()))
    >>> [(each.name, each.role) for each in reader.read(2, "Georgia (observer); Korea (Republic of)")]
    [('Georgia', 'observer'), ('Korea (Republic of)', '')]
    """

    def __init__(
        self,
        field: str,
        column: str,
        cells: CellReader,
        *,
        commas: bool = False,
        slashes: bool = False,
        signs: Sequence[str] = (),
        dated: bool = False,
        marks: Mapping[str, str] | None = None,
        literal: bool = False,
    ) -> None:
        self.marks = {} if literal else marks or {}
        self._literal = literal
        self._taking = NameMarks(field, column, literal=literal)
        self.slashes = slashes
        self.field, self.column, self.cells, self.commas, self.signs, self.dated = (
            field, column, cells, commas, signs, dated,
        )  # fmt: skip
        self._brackets = BracketReader(field, cells, dated=dated)
        self._split: dict[str, None] = {}
        self._whole: dict[str, None] = {}
        self._parted: dict[str, list[str]] = {}
        self._alone: set[str] = set()
        self._one = ""
        """The one cell with a sign in it that is no list."""
        self._of_lists: set[str] = set()
        self._elsewhere: set[str] = set()
        self._proven: set[str] = set()
        self._kept: dict[str, str] = {}
        self.meant_roles: dict[str, str] = {}
        """What marks stand for that is no date, as `word` has it, and the marks."""
        self._perhaps: dict[str, str] = {}
        self.sign_used = False
        """Whether a sign of the user's has parted names."""
        self._meant: dict[str, None] = {}
        self._bracketed: dict[str, None] = {}

    def learn(self, texts: Iterable[str]) -> None:
        """Find out whether names have numbers of lists, "1. NATO", and whether years in brackets are starts.

        They are if one name has several, or stands without one too: "NATO (1949)", "NATO (1952)", "NATO".

        Parameters
        ----------
        texts : iterable of str
            Cells of the column.
        """
        texts = [*texts]
        self._learn_names(texts)
        self._one = self._listed_alone({text.strip() for text in texts})
        self._taking.points = any(enumerated(text) for text in texts if "1." in text)
        if self.dated or self._brackets.years_are_starts:
            return
        years: dict[str, set[str]] = {}
        parts = {part.strip() for text in texts for part in self._parts(text)}
        for part in parts:
            if name := without_year(part):
                years.setdefault(name, set()).add(part)
        self._brackets.years_are_starts = any(len(found) > 1 or name in parts for name, found in years.items())

    def read(self, number: int, text: str, of_code: Callable[[str], str] | None = None) -> tuple[Named, ...]:
        """The names in a cell.

        Parameters
        ----------
        number : int
            The row, for what is said of it.
        text : str
            The cell.
        of_code : callable, optional
            Makes a name of a code, if the cells are codes.

        Returns
        -------
        tuple of Named
            Empty if the cell names nothing.
        """
        if of_code is not None:
            return (Named(of_code(text)),) if text.strip() else ()
        if (
            not self.signs
            and _PLAIN.fullmatch(text)
            and not ((text[-1].isdigit() or text[-2:-1] == " ") and self._may_be_marked(text))
            and not text[0].isdigit()
            and not ANDS.search(text)
        ):
            self._alone.add(text)
            return (Named(text),)
        if not text.isprintable():
            self._taking.look_at_edges(number, text)
        parts = [(part, self._taking.taken_off(number, part)) for part in self._parts(text)]
        try:
            names = tuple(dict.fromkeys(self._marked_so(part, self._told(clean)) for part, clean in parts if clean))
        except NotADate as error:
            raise Wrong(f"row {number}, column {self.column}: {error.message}") from None
        if len(names) == 1:
            self._alone.add(names[0].name)
        if len(names) > 1:
            self._split[text.strip()] = None
            self._of_lists.update(each.name for each in names)
        elif names and "none" not in self.signs:
            name = names[0].name
            if text.strip() == self._one and (bar := _BAR.search(name)):
                self._perhaps[name] = bar[0].strip()
            elif sign := looks_listed(name, self.field):
                self._perhaps[name] = sign
            elif "," in name:
                self._whole[name] = None
        return names

    def _may_be_marked(self, text: str) -> bool:
        """Whether a text ends as with the mark of a footnote: in digits behind a letter, or a letter behind a blank."""
        before = text[-2:-1]
        last = text[-3:-2] if before.isdigit() else before
        return self.field == "member" and (last.isalpha() or last.isspace())

    def _parts(self, text: str) -> list[str]:
        """The cell in parts, one for each name."""
        if "&" in text and ";" in text:
            text = unescape(text)
        if "none" in self.signs:
            return [text]
        if "\n" in text or "\r" in text:
            text = _WRAPPED.sub(lambda match: f"{match[1] or ''} ", text.strip())
        if (array := listed(text.strip())) is not None:
            return array
        parts = enumerated(text) or [text.strip()]
        if len(parts) > 1 and any(map(str.isalnum, text.split()[0])):
            self._taking.listed(text.strip())
        parts = [part for each in parts for part in self._at_signs(each)]
        for sign in self.signs:
            more = [part for each in parts for part in self._at_given(each, sign)]
            self.sign_used = self.sign_used or len(more) > len(parts)
            parts = more
        if self.slashes:
            parts = [part for each in parts for part in each.split("/")]
        if self.commas:
            parts = [part for each in parts for part in self._at_commas(each)]
        return [part for each in parts for part in names_in(each, self.field)]

    def _at_signs(self, text: str) -> list[str]:
        """The parts between semicolons and the like; what only says of which form a firm is belongs to the part before."""
        parts = parts_of(text)
        if len(parts) > 1 and (text == self._one or any(map(_FORM_OF_FIRM.fullmatch, parts[1:]))):
            return [text]
        if len(parts) > 1 and self.field == "organization":
            self._parted[text] = [part for part in parts if part]
        return parts

    def _at_given(self, text: str, sign: str) -> list[str]:
        """The parts of a text at a separator of the user's.

        A word parts names, but stands within them as well ("Council of Arts and Letters"): where it is seen to part names
        that stand elsewhere, what has no such name beside it is kept whole, which is told.
        """
        if sign.strip() == ",":
            return self._at_commas(text)
        parts = part_at(text, sign)
        if len(parts) < 2 or not is_word(sign):
            return parts
        if self._is_listed(text.strip()):
            return [text]
        if sign in self._proven and not any(map(self._is_name, parts)):
            self._kept[text.strip()] = sign
            return [text]
        return parts

    def _is_listed(self, name: str) -> bool:
        """Whether a name is in the list of states or bodies."""
        return is_known(name, self.field)

    def _is_name(self, text: str) -> bool:
        """Whether a text is a name that stands elsewhere in the column, or is in the list."""
        return text in self._elsewhere or self._is_listed(text)

    def _learn_names(self, texts: Sequence[str]) -> None:
        """Which names stand alone or in lists, and which words of the user's are seen to part such names."""
        pieces = {piece.strip() for text in texts for piece in parts_of(text)}
        for sign in {*self.signs, *[","] * self.commas, *["/"] * self.slashes}:
            if not is_word(sign):
                pieces = {piece for each in pieces for piece in listed_names(each, sign)}
        self._elsewhere = pieces
        words = [sign for sign in self.signs if is_word(sign)]
        self._proven = {
            sign
            for sign in words
            if any(len(parts := part_at(piece, sign)) > 1 and all(map(self._is_name, parts)) for piece in pieces)
        }

    def _at_commas(self, text: str) -> list[str]:
        """The parts of a list; of a list of states "Moldova, Republic of" is one."""
        found: list[str] = []
        for part in _COMMA.split(text):
            turned = f"{found[-1]},{part}" if found and self.field == "member" else ""
            of_note = turned and len(part.strip()) == 1 and is_numbered_note(turned.strip())
            if of_note or (turned and not is_known(part.strip(), "member") and is_known(turned.strip(), "member")):
                found[-1] = turned
            else:
                found.append(part)
        if len(found) > 1:
            found[-1:] = (last := last_of_list(found[-1], self._is_name))
            if len(last) == 1 and (sign := joining_word(last[0])) and not self._is_listed(last[0]):
                self._perhaps[last[0]] = sign
        return found

    def _marked_so(self, text: str, named: Named) -> Named:
        """A name in the role that its mark stands for, as a note in the table says: "Mongolia*", "* observer state"."""
        if not self.marks or named.role:
            return named
        behind = text[text.find(named.name) + len(named.name) :]
        marks = re.findall(MARK, behind)
        for mark in marks or (_PLAIN_MARK.findall(behind) if _PLAIN_MARKS.fullmatch(behind) else ()):
            if meaning := self.marks.get(mark):
                self._meant[f"{mark} as {meaning!r}"] = None
                said = word(meaning)
                dated = self.cells.status(meaning) if said not in self.cells.given else None
                if dated is not None:  # "left in 2005"
                    return named._replace(role=dated.role if dated.role != "full" else "", spans=dated.spans)
                self.meant_roles[said] = mark
                return named._replace(role=self.cells.given_role(said) or role_named(said) or said, said=meaning)
        return named

    def _told(self, text: str) -> Named:
        """A name and what its brackets say, unless names are to be kept as they are written."""
        named = self._brackets.read(text)
        if named.name == text:
            return named
        if self._literal:
            self._taking.changed = True
            return Named(text)
        self._bracketed[text] = None
        return named

    @property
    def kept(self) -> bool:
        """Whether a name was kept as it is written that would else be read otherwise."""
        return self._taking.changed

    def _listed_alone(self, texts: Set[str]) -> str:
        """The one cell with a bar or a dot in it, if nothing says that it lists names: no part is known or stands elsewhere.

        Semicolons and line breaks are hardly ever in a name; "AT&T|x" may be one.
        """
        barred = [text for text in texts if _BAR.search(text)]
        if len(barred) != 1 or len(texts) < 2:
            return ""
        others = {part.strip() for text in texts if text != barred[0] for part in re.split(r"[;,\n]", text)}
        parts = parts_of(barred[0])
        told = any(part in others or is_known(part, self.field) or says_body(part.split()) for part in parts)
        return "" if told or parts != _BAR.split(barred[0]) or not all(parts) else barred[0]

    def _never_apart(self) -> list[str]:
        """The cells that were parted though none of their parts is in another cell, or in the list of bodies."""
        times = Counter(part for parts in self._parted.values() for part in set(parts))
        return [
            text
            for text, parts in self._parted.items()
            if all(
                times[part] == 1 and part not in self._alone and not is_known(part, "organization") for part in parts
            )
        ]

    def _beside_plain(self, plain: Callable[[str], str]) -> list[str]:
        """Names with something behind them that was kept, where the same name stands without it."""
        names = self._alone | self._of_lists
        return [name for name in sorted(names) if (without := plain(name)) != name and without in names]

    def _find_joined(self) -> None:
        """The names that begin with one name of the column and end with another, and were not split all the same."""
        names = self._alone | self._of_lists
        for name in sorted(names):
            if name not in self._kept and (sign := between_names(name, names)) and not self._is_listed(name):
                self._whole.pop(name, None)
                self._perhaps.setdefault(name, sign)

    def say(self, report: Report) -> None:
        """Tell what was made of the names.

        Parameters
        ----------
        report : Report
            What is told of the table.
        """
        if self._split:
            report.notes.append(f"cells with several names were split: {shortened(map(repr, self._split), 3)}")
        if together := self._never_apart():
            which = "is one name" if len(together) == 1 else "they are names"
            report.warnings.append(
                f"{shortened(map(repr, together), 3)} read as several names, none of which stands elsewhere; if"
                f" {'it ' if len(together) == 1 else ''}{which}, say: --split none"
            )
        if self._whole:
            report.notes.append(
                f"names with commas were kept whole: {shortened(map(repr, self._whole), 3)}; to split: --split ','"
            )
        if self._kept:
            sign = next(iter(self._kept.values()))
            report.warnings.append(
                f"not split at {sign!r}, since what it would part stands nowhere else: {shortened(map(repr, self._kept), 3)};"
                f" to split there too, write ; for {sign!r} in the cell"
            )
        if "none" not in self.signs:
            self._find_joined()
        if self._perhaps:
            ways = split_options([*self.signs, *self._perhaps.values()])
            none = "" if self.signs else "; if it is one: --split none"
            shown = shortened(map(repr, self._perhaps), 3)
            report.warnings.append(f"may be several names, and was read as one: {shown}; to split: {ways}{none}")
        if self._bracketed:
            shown = shortened(map(repr, self._bracketed), 3)
            report.notes.append(f"what stands in brackets was read as the role or the dates: {shown}; {KEEP}")
        if self._meant:
            report.notes.append(f"marks behind names were read as notes in the table say: {shortened(self._meant, 6)}")
        self._taking.say(report)
        if not self._literal and "none" not in self.signs:
            self._say_beside(report, perhaps_unmarked, "mark", "a footnote's, take it off in the table")
            self._say_beside(
                report, without_year, "year", "a date of the membership, write 'since' before it in the table"
            )

    def _say_beside(self, report: Report, plain: Callable[[str], str], kept: str, way_out: str) -> None:
        """Tell of names with a mark or a year behind them that stand without it too."""
        if names := self._beside_plain(plain):
            stand, were = ("stands", "was read as another") if len(names) == 1 else ("stand", "were read as others")
            report.warnings.append(
                f"{shortened(map(repr, names), 4)} {stand} beside the same name without a {kept}, and {were}; if the {kept} is"
                f" {way_out}; if it belongs to the name: --literal"
            )
