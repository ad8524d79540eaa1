"""Several things in one cell, one behind the other: "Withdrew 1976; associate since 2006", "left 1966, rejoined 2009".

Such a cell is read as a whole or not at all: each of its parts has to say a start, an end, a span or an interruption,
and they have to follow one another in time. In one body a member has one role at a time: a second one ends the first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from ...errors import InvalidRequest
from ...late import late_pattern
from ...model.roles import role_named
from ..dates.written_dates import WrittenDates
from .cell_words import YES
from .said import Said
from .status_words import BACK, LEFT, NO_LONGER, SUSPENDED

__all__ = ["parts_in_turn", "said_in_turn", "spelled_out"]

_SIGNS = late_pattern(
    r"\s*[;\n|→]\s*|\s*,\s*|\s+/\s+|(?<=\d{4})\.\s+(?=[^\W\d])|\s+(?:and|but|und|aber|et|mais|y|pero|e|ma)\s+"
)
_BRACKETS = late_pattern(r" ?\(([^()]+)\)")
_COMMA_OF_DATE = late_pattern(r"([^\W\d]{3,}\.? \d{1,2}), ?(?=\d{4}\b)")
_BETWEEN = late_pattern(r"\b(?:between|zwischen|entre|tra) (\d[^;,]*?) (?:and|und|et|y|e) (?=\d)")
_COMMA_OF_ROLE = late_pattern(r"((?:^|[;(] ?)([^\d,;()]+)), (?=(?:since|from|as of|seit|ab|depuis|desde|dal|sinds) )")
_LEADING = late_pattern(
    r"^(?:(?:then|later|again|subsequently|afterwards|previously|formerly|earlier|before(?: that)?|first|it|is"
    r"|was|has been|became|becoming|becomes|downgraded to|upgraded to|promoted to|changed to|turned|dann|spater|danach"
    r"|zuvor|puis|ensuite|auparavant|luego|despues|antes|a|an|the|ein|un|une|una) )+"
)
_SINCE_THEN = late_pattern(
    r"(?:then|thereafter|since then|afterwards|after that|subsequently|danach|seitdem|dann"
    r"|puis|ensuite|depuis|luego"
    r"|despues|desde entonces|poi|daarna)(?: (?:an?|the|as(?: an?)?|ein|un|une|una|als|comme|como))? (.+)"
    r"|(.+) (?:thereafter|since then|seitdem)"
)
_IN_ROLE = late_pattern(
    r" (?:as|als|comme|como|come)(?: (?:an?|ein|un|une|una|een))? (.+?)"
    r"(?= (?:in|on|since|from|im|seit|en|depuis|desde) |$)"
)
_SAYS_MEMBER = late_pattern(r"\b(?:full|member\w*|\w*mitglied\w*|membres?|miembros?|membro|lid)\b")
_AGAIN = late_pattern(r" (?:again|once more|erneut|de nouveau|de nuevo|nuevamente)\b")


@dataclass
class _Spell:
    role: str
    """The role that is said; "" if none is."""
    start: str
    end: str = ""


@dataclass
class _Course:
    """A membership as it goes on, part by part."""

    spells: list[_Spell] = field(default_factory=list)
    last: str = ""
    """The last date so far."""
    usual: str = ""
    """The role that stands before all dates."""

    @property
    def held(self) -> _Spell | None:
        """What has begun and not ended."""
        return self.spells[-1] if self.spells and not self.spells[-1].end else None

    def begin(self, role: str, date: str, *, back: bool = False) -> bool:
        """Begin at a date; a role other than the one that is held ends that."""
        if not self._follows(date):
            return False
        if self.held is not None:
            if back or not role or role == (self.held.role or "full"):
                return False
            self.held.end = date
        before = self.spells[-1].role if self.spells else self.usual
        if back and not role:
            if before not in ("", "full"):
                return False  # an observer who returned may be one again, or a member
            role = before
        self.spells.append(_Spell(role or self.usual, date))
        return True

    def finish(self, date: str) -> bool:
        """End at a date; of what was before the first part, the role is not known."""
        if not self._follows(date) or (self.spells and self.held is None):
            return False
        if self.held is None:
            self.spells.append(_Spell(self.usual, ""))
        self.spells[-1].end = date
        return True

    def _follows(self, date: str) -> bool:
        """Whether a date is not before the last one; of the same year, a year alone may be either side of a day."""
        if not date or (self.last and self.last > date + "~"):
            return False
        self.last = date
        return True


def parts_in_turn(key: str) -> list[str]:
    """The parts of a cell, one for each thing that it says.

    Parameters
    ----------
    key : str
        The cell, as `cell_words.bare` writes it.

    Returns
    -------
    list of str

    >>> parts_in_turn("member since may 1, 1960 (observer from 1950); left 1999")
    ['member since may 1 1960', 'observer from 1950', 'left 1999']
    >>> parts_in_turn("member (1960-1975), observer (since 1980)")
    ['member 1960-1975', 'observer since 1980']
    """
    key = _COMMA_OF_ROLE.sub(lambda match: f"{match[1]} " if role_named(match[2].strip()) else match[0], key)
    key = _BETWEEN.sub(r"from \1 to ", _COMMA_OF_DATE.sub(r"\1 ", key))
    key = _BRACKETS.sub(lambda match: (" {}" if _is_time(match[1]) else "; {};").format(match[1]), key)
    return [part for part in (each.strip(" .:") for each in _SIGNS.split(key)) if part]


_TIME_WORDS = late_pattern(
    r"(?:(?:since|from|until|till|to|up to|present|today|in|seit|ab|von|bis|heute"
    r"|depuis|des|de|a|jusqu'a|desde|hasta) ?|[\d\s.,/–—−-])+"
)


def _is_time(text: str) -> bool:
    """Whether brackets have a date or a span in them and no more."""
    return any(c.isdigit() for c in text) and _TIME_WORDS.fullmatch(text) is not None


def said_in_turn(parts: Sequence[str], read: Callable[[str], Said | None], dates: WrittenDates) -> Said | None:
    """What the parts of a cell say of memberships, one behind the other.

    Parameters
    ----------
    parts : sequence of str
        Two or more, from `parts_in_turn`.
    read : callable
        Reads a part that says one thing.
    dates : WrittenDates
        Reads the dates.

    Returns
    -------
    Said or None
        None if a part is not understood, or they do not fit together.

    Raises
    ------
    Undecided
        If there is a date whose day could be the month.
    """
    whole = _followed(parts, read, dates)
    if whole is None and len(parts) > 1 and not any(map(_ends_or_returns, parts)):
        # "Member since 1999, previously observer (1990-1999)": the later first.
        said = [(read(_LEADING.sub("", part, count=1)), part) for part in parts]
        begun = [(each.spans[0][0], part) for each, part in said if each is not None and each.spans]
        if len(begun) == len(parts) and all(start for start, _ in begun):
            whole = _followed([part for _, part in sorted(begun)], read, dates)
    return whole


def _followed(parts: Sequence[str], read: Callable[[str], Said | None], dates: WrittenDates) -> Said | None:
    """What parts say in the order in which they stand."""
    course = _Course()
    for at, part in enumerate(parts):
        role = role_named(part)
        if role is not None and at == 0 and len(parts) > 1:
            course.usual = role
        elif not _goes_on(course, part, read, dates):
            return None
    roles = tuple(spell.role for spell in course.spells)
    if not roles or (course.usual and {*roles} != {course.usual}):
        return None
    spans = tuple((spell.start, spell.end) for spell in course.spells)
    return Said(YES, roles[0] or "full", spans, roles if len({*roles}) > 1 else ())


def _goes_on(course: _Course, part: str, read: Callable[[str], Said | None], dates: WrittenDates) -> bool:
    """Take what one part says into the course of a membership; False if it is not understood, or does not fit."""
    if (then := _SINCE_THEN.fullmatch(part)) and (role := role_named(then[1] or then[2])):
        return course.spells != [] and course.held is None and course.begin(role, course.last)
    plain = _AGAIN.sub("", _LEADING.sub("", part, count=1))
    role = ""
    if (match := _IN_ROLE.search(plain)) and (named := role_named(match[1])):
        role, plain = named, plain[: match.start()] + plain[match.end() :]
    if match := LEFT.fullmatch(plain) or NO_LONGER.fullmatch(plain):
        if role:
            return False
        if SUSPENDED.search(plain) and (span := _span(dates, match.groups()[1 if match.re.groups > 1 else 0])):
            held = course.held.role if course.held else course.usual
            return course.finish(span[0]) and course.begin(held, span[1])
        return course.finish(_date(dates, match[2] if match.re.groups > 1 else match[1]))
    if match := BACK.fullmatch(plain):
        return course.begin(role, _date(dates, match[1]), back=True)
    said = read(plain)
    if said is None or said.holds != YES or len(said.spans) != 1 or said.roles:
        return False
    if course.spells and not any(c.isalpha() for c in plain):
        role = course.spells[-1].role  # "observer 1958-1962, 1965-1970"
    role = role or (said.role if said.role != "full" else "full" if _SAYS_MEMBER.search(plain) else "")
    start, end = said.spans[0]
    if start and end:
        return course.held is None and course.begin(role, start) and course.finish(end)
    if end:
        begun = course.held
        return (begun is None or not role or role == begun.role) and _ended(course, role, end)
    return course.begin(role, start)


def _ended(course: _Course, role: str, end: str) -> bool:
    """End what is held, or what was before the first part, in the role that it is said to have been."""
    done = course.finish(end)
    if done and role:
        course.spells[-1].role = role
    return done


def _ends_or_returns(part: str) -> bool:
    return any(pattern.fullmatch(part) for pattern in (LEFT, NO_LONGER, BACK, _SINCE_THEN))


def _date(dates: WrittenDates, text: str) -> str:
    """The date in a text; "" if it is none."""
    try:
        return dates.date(text.strip())
    except InvalidRequest:
        return ""


def _span(dates: WrittenDates, text: str) -> tuple[str, str] | None:
    """The span with both ends in a text; None if it is none."""
    try:
        spans = dates.spans(text)
    except InvalidRequest:
        return None
    return spans[0] if len(spans) == 1 and all(spans[0]) else None


def spelled_out(said: Said) -> str:
    """What was read of a cell, in words.

    Parameters
    ----------
    said : Said
        What it says.

    Returns
    -------
    str

    >>> spelled_out(Said(YES, "full", (("", "1976"), ("2006", "")), ("", "associate")))
    'a member until 1976, then associate from 2006'
    """
    roles: Iterable[str] = said.roles or [said.role] * len(said.spans)
    return ", then ".join(_phrase(role, *span) for role, span in zip(roles, said.spans, strict=True))


def _phrase(role: str, start: str, end: str) -> str:
    what = "a member" if role in ("", "full") else role
    return f"{what} {start}–{end}" if start and end else f"{what} until {end}" if end else f"{what} from {start}"
