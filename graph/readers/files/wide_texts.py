"""Text in UTF-16 or UTF-32, with or without the mark that says so, which every reader takes in UTF-8."""

from __future__ import annotations

import re

__all__ = ["as_utf_8", "in_utf_8", "is_wide", "start_in_utf_8", "wide_encoding"]

_MARKS = (
    (b"\xff\xfe\x00\x00", "utf-32"), (b"\x00\x00\xfe\xff", "utf-32"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"),
)  # fmt: skip
_LOOKED_AT = 4096
_NO_TEXT = re.compile(r"[\x00-\x08\x0e-\x1d\x7f\ufffe\uffff]")
_ASCII = re.compile(rb"[\t\n\r\x20-\x7e]")
_DECLARED = re.compile(r"^(\s*<\?xml[^>]*?)\s+encoding\s*=\s*[\"'][\w.-]+[\"']")


def is_wide(encoding: str) -> bool:
    """Whether an encoding that is named is UTF-16 or UTF-32.

    Parameters
    ----------
    encoding : str
        Its name, as users write it.

    Returns
    -------
    bool

    >>> is_wide("UTF-16LE"), is_wide("utf_32"), is_wide("utf-8")
    (True, True, False)
    """
    return re.fullmatch(r"u(?:tf)?(?:16|32)(?:[lb]e)?", re.sub(r"[-_ ]", "", encoding.lower())) is not None


def wide_encoding(head: bytes) -> str:
    """The kind of UTF-16 or UTF-32 that bytes are in: by their mark, or by where zeros stand in them.

    Parameters
    ----------
    head : bytes
        The first bytes of a file.

    Returns
    -------
    str
        "utf-16" or "utf-32" of bytes with a mark, "utf-16-le" and the like of those without; "" of all else.

    >>> wide_encoding("a,b".encode("utf-16-le")), wide_encoding("[{}]".encode("utf-32-be")), wide_encoding(b"a,b")
    ('utf-16-le', 'utf-32-be', '')
    """
    if marked := next((name for mark, name in _MARKS if head.startswith(mark)), ""):
        return marked
    if b"\0" not in head:
        return ""
    some = head[:_LOOKED_AT]
    name = _by_four(some[: len(some) & ~3]) or _by_two(some[: len(some) & ~1])
    return name if name and _is_text(some, name) else ""


def _by_four(some: bytes) -> str:
    """The kind of UTF-32: of four bytes for a letter, the highest is always zero, and the next at most 16."""
    if len(some) < 8:
        return ""
    for name, first, second in (("utf-32-le", 3, 2), ("utf-32-be", 0, 1)):
        if not any(some[first::4]) and max(some[second::4]) <= 0x10:
            return name
    return ""


def _by_two(some: bytes) -> str:
    """The kind of UTF-16: every second byte of Latin text is zero."""
    half = max(len(some) // 2, 1)
    even, odd = some[0::2].count(0) / half, some[1::2].count(0) / half
    # Letters outside Latin have no zeros, the signs between cells and the ends of lines do.
    if max(even, odd) <= 0.02 or (max(even, odd) <= 0.5 and _is_narrow(some)):
        return ""
    return "utf-16-le" if even < odd / 5 else "utf-16-be" if odd < even / 5 else ""


def _is_narrow(some: bytes) -> bool:
    """Whether bytes are text of one byte for a letter with a zero here and there, as programs leave them in cells.

    Of the two bytes of a letter outside Latin, many are no letter of ASCII.
    """
    rest = some.replace(b"\0", b"")
    if len(_ASCII.findall(rest)) >= 0.9 * len(rest):
        return True
    text = rest.decode("utf-8", "replace")
    return "\ufffd" not in text[:-1] and _NO_TEXT.search(text) is None


def _is_text(some: bytes, name: str) -> bool:
    """Whether bytes read in an encoding are text, and not what a program keeps for itself."""
    text = some.decode(name, "replace")
    return len(_NO_TEXT.findall(text)) + text.count("\ufffd") <= len(text) // 50 + 1


def in_utf_8(content: bytes, encoding: str = "") -> bytes:
    """The whole of a text in UTF-8, without a mark; XML no longer says that it is in another encoding.

    Parameters
    ----------
    content : bytes
        The text.
    encoding : str, optional
        The encoding that it is in; found if it is not given.

    Returns
    -------
    bytes
        The same bytes if it is neither in UTF-16 nor in UTF-32.

    Raises
    ------
    UnicodeDecodeError
        If it breaks off in a letter, or is not what it begins as.

    >>> in_utf_8('<?xml version="1.0" encoding="UTF-16"?><a/>'.encode("utf-16"))
    b'<?xml version="1.0"?><a/>'
    """
    encoding = encoding or wide_encoding(content[:_LOOKED_AT])
    return as_utf_8(content.decode(encoding)) if encoding else content


def as_utf_8(text: str) -> bytes:
    """A text in UTF-8, without a mark, and without the encoding that XML says it was in.

    Parameters
    ----------
    text : str
        The text.

    Returns
    -------
    bytes

    >>> as_utf_8('<?xml version="1.0" encoding="UTF-16"?><a/>')
    b'<?xml version="1.0"?><a/>'
    """
    return _DECLARED.sub(r"\1", text.removeprefix("\ufeff"), count=1).encode("utf-8", "surrogatepass")


def start_in_utf_8(head: bytes) -> bytes:
    """The first bytes of a file in UTF-8, if they are in UTF-16 or UTF-32; as they are if not.

    Parameters
    ----------
    head : bytes
        The bytes.

    Returns
    -------
    bytes

    >>> start_in_utf_8("[1]".encode("utf-16-be")), start_in_utf_8(b"[1]")
    (b'[1]', b'[1]')
    """
    encoding = wide_encoding(head)
    return as_utf_8(head.decode(encoding, "ignore")) if encoding else head
