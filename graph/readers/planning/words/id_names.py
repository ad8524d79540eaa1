"""What columns of ids are called, and how ids are written: "org id", "orgid", "country code", "o12"."""

from __future__ import annotations

from ....late import late_pattern

__all__ = ["is_number_key", "says_id", "stem_of", "written_as_id"]

_ID = late_pattern(
    r"(?:(?P<of>.+) )?(?:id|ids|code|key|uid|uuid|ref|qid|(?P<number>nr|no|number))|(?P<joined>[a-z]{2,})id"
)
_WRITTEN = late_pattern(r"\S*\d\S*")


def says_id(key: str) -> bool:
    """Whether a column's name says that ids are in it.

    Parameters
    ----------
    key : str
        The name, as `keys.key_of` writes it.

    Returns
    -------
    bool

    >>> [says_id(key) for key in ("id", "person id", "atopid", "member number", "name", "aid")]
    [True, True, True, True, False, False]
    """
    return _ID.fullmatch(key) is not None


def is_number_key(key: str) -> bool:
    """Whether a column's name only says that its ids are numbers, which may just count the rows.

    Parameters
    ----------
    key : str
        The name, as `keys.key_of` writes it.

    Returns
    -------
    bool

    >>> is_number_key("no"), is_number_key("member number"), is_number_key("member id")
    (True, True, False)
    """
    match = _ID.fullmatch(key)
    return match is not None and match["number"] is not None


def stem_of(key: str) -> str:
    """What the name of a column of ids says that they are of; "" if it is none, or does not say it.

    Parameters
    ----------
    key : str
        The name, as `keys.key_of` writes it.

    Returns
    -------
    str

    >>> stem_of("person id"), stem_of("orgid"), stem_of("id"), stem_of("person")
    ('person', 'org', '', '')
    """
    match = _ID.fullmatch(key)
    return (match["of"] or match["joined"] or "") if match else ""


def written_as_id(cell: str) -> bool:
    """Whether a cell is written as ids are: one word with a figure in it.

    Parameters
    ----------
    cell : str
        The cell.

    Returns
    -------
    bool

    >>> written_as_id("IGO12"), written_as_id("NATO"), written_as_id("Group of 20")
    (True, False, False)
    """
    return _WRITTEN.fullmatch(cell) is not None
