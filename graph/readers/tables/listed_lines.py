"""Lines with a name and a list behind it ("NATO: Belgium, Canada"), or with a member ("- Belgium (1949)")."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...errors import OperationFailed
from ...late import late_pattern
from ..files.line_breaks import lines_of
from ..planning.keys import count_known, key_of
from ..planning.role_titles import role_of_title
from .json_names import json_side

__all__ = ["has_listed_lines", "has_member_lines", "listed_rows", "member_rows"]

_LINE = late_pattern(r"(?:[-*•]\s+)?([^:;,\t|=]{1,80}?)\s*:\s+(\S.*)")


_MEMBER = late_pattern(
    r"(?:[-*•–—]\s+|\d{1,3}[.)]\s+)?([^\d:;,\t|=()]{2,60}?)\s*(?:(?::|[–—‒-])\s+([^;\t|=()]*\d{4}[^;\t|=()]*)|\(([^()]*)\))?"
)


_MARK = late_pattern(r"[-*•–—]\s+|\d{1,3}[.)]\s+")


def _matches(pattern: re.Pattern[str], lines: Sequence[str]) -> list[re.Match[str]]:
    """How each of some lines is of a pattern; none if one of them is not."""
    found = []
    for line in lines:
        if (match := pattern.fullmatch(line)) is None:
            return []
        found.append(match)
    return found


def _said(lines: Sequence[str]) -> list[str]:
    """The lines that say something: not empty, and no heading or comment."""
    return [line.strip() for line in lines if line.strip() and not line.lstrip().startswith("#")]


def has_member_lines(head: bytes, *, complete: bool) -> bool:
    """Whether each line of a text is a member of something, perhaps with a date behind it, from the first line on.

    Parameters
    ----------
    head : bytes
        The first bytes.
    complete : bool
        Whether they are all; if not, the last line may be cut.

    Returns
    -------
    bool

    >>> has_member_lines(b"- Belgium (1949)\\n- Canada (1949)", complete=True)
    True
    >>> has_member_lines(b"country\\nBelgium\\nCanada", complete=True)
    False
    """
    lines = _said(lines_of(head.decode("utf-8-sig", "replace")))
    lines = lines if complete else lines[:-1]
    found = _matches(_MEMBER, lines[_has_title(lines) :])
    if len(found) < 2:
        return False
    from ..names.known_names import states_in

    return states_in([found[0][1]]) == 1 and states_in(match[1] for match in found) >= 0.8


def _has_title(lines: Sequence[str]) -> bool:
    """Whether the first of some lines is a title: the others begin with a mark or end with a date, and it does not."""
    if len(lines) < 3 or len(lines[0].split()) < 2:
        return False
    marked = [bool(_MARK.match(line) or re.search(r"\d{4}\W*$", line)) for line in lines[:6]]
    return not marked[0] and all(marked[1:])


def member_rows(text: str) -> tuple[list[list[str]], list[str]]:
    """Such lines as a table, the header first.

    Parameters
    ----------
    text : str
        The whole text.

    Returns
    -------
    (list of rows, list of str)
        The rows, and what is said of how they were found.

    >>> member_rows("AUSTRALIA: 7 June 1971\\nAUSTRIA: 29 September 1961")[0]
    [['member', 'start'], ['AUSTRALIA', '7 June 1971'], ['AUSTRIA', '29 September 1961']]
    """
    lines = _said(lines_of(text))
    above = lines[:1] if _has_title(lines) else []
    found = [match for line in lines[len(above) :] if (match := _MEMBER.fullmatch(line))]
    behind = [match[2] or match[3] or "" for match in found]
    dated = all(re.search(r"\d{4}", each) for each in behind if each)
    rows = [[match[1], said] for match, said in zip(found, behind, strict=True)]
    titles, rows = _under_titles(text, above, rows)
    what = "start" if dated else "role"
    return [*titles, ["member", what], *rows], [f"each line was read as a member, with its {what} behind it"]


def _under_titles(text: str, above: list[str], rows: list[list[str]]) -> tuple[list[list[str]], list[list[str]]]:
    """What stands above the header, and the rows; of several headings that say a role each stands above its rows."""
    plain = [line.strip() for line in lines_of(text) if line.strip() and line.strip() not in above]
    heads = [line.lstrip("# ") for line in plain if line.startswith("#") and line.strip("# ")]
    if len(heads) < 2 or not any(map(role_of_title, heads)):
        return [[title] for title in (*above, *heads)], rows
    of_rows = iter(rows)
    made: list[list[str]] = []
    for line, after in zip(plain, [*plain[1:], ""], strict=True):
        if not line.startswith("#"):
            made.append(next(of_rows, []))
        elif after.startswith("#"):
            above = [*above, line.lstrip("# ")]  # of all that follow
        else:
            made.append([line.lstrip("# "), ""])
    return [[title] for title in above if title], [row for row in made if any(row)]


def has_listed_lines(head: bytes, *, complete: bool) -> bool:
    """Whether each line of a text is a name with a list behind it.

    Parameters
    ----------
    head : bytes
        The first bytes.
    complete : bool
        Whether they are all; if not, the last line may be cut.

    Returns
    -------
    bool

    >>> has_listed_lines(b"NATO: Belgium, Canada\\nEU: Belgium", complete=True)
    True
    >>> has_listed_lines(b"member,organization\\nA: one,B", complete=True)
    False
    """
    lines = lines_of(head.decode("utf-8-sig", "replace"))
    lines = _said(lines if complete else lines[:-1])
    found = _matches(_LINE, lines[_has_header(lines) :])
    names = {key_of(match[1]) for match in found}
    return len(found) > 1 and len(found) == len(names) and any("," in match[2] for match in found)


def listed_rows(where: str, text: str) -> tuple[list[list[str]], list[str]]:
    """Such lines as a table with a row for each name of each list, the header first.

    Parameters
    ----------
    where : str
        The file, for messages.
    text : str
        The whole text.

    Returns
    -------
    (list of rows, list of str)
        The rows, and what is said of how they were found.

    Raises
    ------
    OperationFailed
        If it is not clear whether the lists are of members or of organizations.

    >>> listed_rows("t", "NATO: Belgium, Canada (1949)\\nEU: Belgium")[0]
    [['organization', 'members'], ['NATO', 'Belgium; Canada (1949)'], ['EU', 'Belgium']]
    """
    lines = _said(lines_of(text))
    header = _has_header(lines)
    found = [match for line in lines[header:] if (match := _LINE.fullmatch(line))]
    lists = {
        match[1]: [part for part in re.split(r"[,;]\s*(?![^()]*\))", match[2].rstrip(" .")) if part] for match in found
    }
    plain = [re.sub(r"\s*\(.*?\)", "", part) for parts in lists.values() for part in parts]
    try:
        side = json_side(where, list(lists), plain)
    except OperationFailed:
        raise OperationFailed(
            f"{where}: its lines are a name and a list, but it is not clear whether the lists are of members or of"
            " organizations; write it as a table with the columns organization, members"
        ) from None
    names = ["organization", "members"] if side == "organization" else ["member", "organizations"]
    rows = [[name, "; ".join(part.strip() for part in parts)] for name, parts in lists.items()]
    notes = [f"row 1 was skipped, as it names what the lines are: {lines[0][:80]}"] if header else []
    which = "a body" if side == "organization" else "a member"
    return [names, *rows], [*notes, f"each line was read as {which} and a list"]


def _has_header(lines: Sequence[str]) -> bool:
    """Whether the first of some lines says what the others are: "Country: organizations"."""
    match = _LINE.fullmatch(lines[0]) if len(lines) > 2 else None
    return match is not None and count_known([match[1]]) == 1 and not re.search("[,;]", match[2])
