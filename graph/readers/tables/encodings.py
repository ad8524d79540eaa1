"""The encoding of a text: by its mark, by whether it is UTF-8, or guessed by the words and letters that it makes.

A guess is said, and the user can say another.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence

from ...amounts import counted
from ...errors import InvalidRequest, OperationFailed
from ..files.wide_texts import wide_encoding
from ..important import Important
from ..planning.keys import count_known, key_of
from ..planning.words.column_words import says

__all__ = ["decoded", "encoding_of", "refuse_unknown_encoding"]

_LATIN = frozenset(("cp1250", "cp1252", "cp1254", "latin_1", "iso8859_1", "iso8859_2", "iso8859_15"))
# Signs within words, which are letters in the encoding of Central Europe: Układ read as Uk³ad.
_EASTERN = re.compile("[a-zêñ][³¹¿¾][a-z]|£[a-z]")
_USUAL = [
    "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "koi8_r", "mac_roman",
    "gb18030", "big5", "shift_jis", "euc_jp", "euc_kr",
]  # fmt: skip
_ENCODINGS = [
    *_USUAL, "cp1257", "cp850", "cp852", "cp866", "cp874", "cp437", "mac_cyrillic", "koi8_u", "iso8859_7", "iso8859_6",
    "cp1258",
]  # fmt: skip
"""Those of old systems too, which are told by what words they make."""


def encoding_of(
    head: bytes, given: str, known: Callable[[Sequence[str]], int], *, complete: bool
) -> tuple[str, list[str]]:
    """The encoding of a text, and what is said of it.

    Parameters
    ----------
    head : bytes
        Its first bytes.
    given : str
        What the user says; "" to find it.
    known : callable
        Counts the cells of a row that are names of columns.
    complete : bool
        Whether these are all of its bytes.

    Returns
    -------
    encoding, notes : (str, list of str)

    >>> encoding_of("Côte d’Ivoire".encode("cp1252"), "", lambda cells: 0, complete=True)[0]
    'cp1252'
    """
    if given:
        return "utf-8-sig" if given.lower().replace("_", "-") in ("utf-8", "utf8") else given, []
    if name := wide_encoding(head):
        return name, [f"the table is in {name.upper()}{' (without a mark that says so)' * name.endswith('e')}"]
    try:
        _cut(head, complete).decode("utf-8")
        return "utf-8-sig", []
    except UnicodeDecodeError:
        pass
    name, others, sure = _guessed(head, known)
    maybe = f", and may be {' or '.join(others[:3])}" if others else ""
    said = f"the table is not in UTF-8; it was read as {_said(name)}{maybe}; if letters are wrong, say --encoding"
    return name, [said if sure else Important(said)]


def _said(name: str) -> str:
    return name.replace("_", "-")


def decoded(where: str, content: bytes, given: str, notes: list[str]) -> str:
    """The whole of a text.

    Parameters
    ----------
    where : str
        The file, for messages.
    content : bytes
        The text.
    given : str
        Its encoding, if the user says one.
    notes : list of str
        Where it is said how it was read, if it is not in UTF-8.

    Returns
    -------
    str

    Raises
    ------
    OperationFailed
        If it is not in the encoding that the user says.

    >>> found = []
    >>> decoded("t.txt", "Österreich".encode("cp1252"), "", found)
    'Österreich'
    >>> found[0].partition("; if")[0]
    'the table is not in UTF-8; it was read as cp1252'
    """
    name, said = encoding_of(content, given, count_known, complete=True)
    notes += said
    try:
        return content.decode(name).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        if given:
            line = content.count(b"\n", 0, error.start) + 1
            raise OperationFailed(
                f"{where}: line {line} is not {given.upper()}; say which it is with --encoding"
            ) from None
    text = content.decode(name, "replace").removeprefix("\ufeff")
    notes.append(Important(f"{counted(text.count(chr(0xFFFD)), 'letter')} could not be read"))
    return text


def refuse_unknown_encoding(name: str) -> None:
    """See that an encoding is one.

    Parameters
    ----------
    name : str
        What the user says; "" if nothing.

    Raises
    ------
    InvalidRequest
        If Python knows no such encoding of text.

    >>> refuse_unknown_encoding("utf8"), refuse_unknown_encoding("")
    (None, None)
    """
    try:
        # Nothing is not decoded at all, whatever the encoding is called.
        bytes(4).decode(name or "utf-8", "replace")
    except (LookupError, ValueError):
        raise InvalidRequest(f"unknown encoding {name!r}; for example: utf-8, utf-16, cp1252, latin-1") from None


def _guessed(head: bytes, known: Callable[[Sequence[str]], int]) -> tuple[str, list[str], bool]:
    """The encoding of bytes that are not UTF-8: that in which most cells are known names, or else look like words.

    With it come those in which other letters are as likely, and whether names tell it from all others.
    """
    # Lines with letters outside ASCII tell; the others only take time.
    telling = b"\n".join(line for line in head.splitlines() if not line.isascii())[:8192]
    likely = _by_letters(telling)
    cells = {name: _cells(telling, name) for name in dict.fromkeys((likely, *_ENCODINGS))}
    found = {name: _known_words(some, known) for name, some in cells.items()}
    most = max(found.values())
    best = [name for name, count in found.items() if count == most]
    oddness = {name: _oddness(cells[name]) for name in best}
    name = min(best, key=lambda name: (oddness[name], not all(map(_is_capitalized, cells[name])), name != likely))
    name = _of_one_alphabet(name, {each: cells[each] for each in best if each in _OF_LATIN})
    others = [each for each in best if oddness[each] <= oddness[name] and cells[each] != cells[name]]
    return name, [_said(each) for each in others], most > 0 and not others


_OF_LATIN = ("cp1252", "cp1250", "cp1254", "cp1257")
_ALPHABETS = tuple(
    map(
        frozenset,
        (
            "àâæçéèêëîïôœùûüÿ", "äöüßé", "áéíñóúü", "áâãàçéêíóôõúü", "àèéìíòóùú", "éèëïóöü", "åäöæøéü", "áéíóúýþæðö",
            "ąćęłńóśźż", "áäčďéěíľĺňóôřŕšťúůýž", "áéíóöőúüű", "ăâîșțşţ", "čćđšž", "çğıöşüâîûi̇", "ąčęėįšųūž",
            "āčēģīķļņšūž", "äõöüšž", "çë",
        ),
    )
)  # fmt: skip
"""The letters outside ASCII of languages in Latin script; a Turkish I with its dot is two signs as a small one."""


def _of_one_alphabet(name: str, cells: Mapping[str, set[str]]) -> str:
    """Of the encodings of Latin script another, if all letters are of one language then, and of none as it is.

    With þ, ý and ü none is Icelandic and none Turkish; with ş, ı and ü all are Turkish.
    """
    if name not in cells or _is_of_one_alphabet(cells[name]):
        return name
    return next((other for other in _OF_LATIN if other in cells and _is_of_one_alphabet(cells[other])), name)


def _is_of_one_alphabet(cells: set[str]) -> bool:
    letters = {sign for cell in cells for sign in cell.lower() if not sign.isascii() and sign.isalpha()}
    return any(letters <= alphabet for alphabet in _ALPHABETS)


def _by_letters(telling: bytes) -> str:
    """The encoding that some bytes are in by which letters follow each other."""
    from charset_normalizer import from_bytes

    best = from_bytes(telling, cp_isolation=_USUAL).best()
    if (best is None or best.encoding in _LATIN) and _EASTERN.search(telling.decode("cp1252", "replace")):
        return "cp1250"
    # A few letters do not tell the encodings of Western Europe, Central Europe and Turkey apart.
    return "cp1252" if best is None or best.encoding in _LATIN else best.encoding


def _cells(telling: bytes, name: str) -> set[str]:
    """The cells with letters outside ASCII, read in an encoding."""
    parts = re.split(r"[,;:=<>{}\[\]\t|\r\n]", telling.decode(name, "replace"))[:400]
    return {cell for part in parts if not (cell := part.strip(" \"'")).isascii()}


def _known_words(cells: set[str], known: Callable[[Sequence[str]], int]) -> int:
    """How many cells are names of states or bodies, or of columns."""
    from ...model.known.authority import authority
    from ...model.known.bodies import bodies

    def is_known(cell: str) -> bool:
        key = key_of(cell)
        named = known([cell]) > 0 or says(key, "member") or says(key, "organization")
        return named or bool(authority().meanings(cell)) or bool(bodies().find(cell))

    return sum(map(is_known, (cell for cell in cells if "\ufffd" not in cell)))


_WITHIN = "-'’‘.·()/&\u200c\u200d\u00ad"  # signs that stand beside letters


def _oddness(cells: set[str]) -> int:
    """How many signs of some cells are where no word of any language has them: signs in words, mixed scripts."""
    return sum(map(_oddness_of, cells))


def _oddness_of(cell: str) -> int:
    odd = 0
    before, script = "", ""
    for sign in cell:
        kind = unicodedata.category(sign)
        if sign == "\ufffd" or kind in ("Cc", "Co", "Cn"):
            odd += 3
        elif kind in ("Lu", "Ll", "Lo", "Lt", "Lm"):
            own = _script(sign)
            odd += 2 * (script not in ("", own)) + 2 * (kind == "Lu" and before == "Ll")
            odd += 0xFF61 <= ord(sign) <= 0xFF9F  # half the width of what people write
            script = own
        elif kind[0] == "M":
            odd += 2 * (before[:1] not in ("L", "M"))
        elif sign not in _WITHIN and not kind.startswith(("Z", "N")) and (before[:1] == "L" or not sign.isascii()):
            odd += 2
            script = ""
        elif kind.startswith("Z"):
            script = ""
        before = kind
    # Names begin with a capital where there are any.
    first = next((sign for sign in cell if sign.isalpha()), "")
    return odd + (first.islower() and not first.isascii() and not any(map(str.isupper, cell)))


def _is_capitalized(cell: str) -> bool:
    """Whether a cell begins with a capital and goes on in small letters, as broken letters seldom do."""
    letters = [sign for sign in cell if sign.isalpha()]
    return letters[:1] != [] and letters[0].isupper() and any(map(str.islower, letters[1:]))


def _script(letter: str) -> str:
    """The script of a letter, as its name in Unicode begins; those of Japanese are one."""
    name = unicodedata.name(letter, "").partition(" ")[0].partition("-")[0]
    return "CJK" if name in ("HIRAGANA", "KATAKANA", "HALFWIDTH", "FULLWIDTH") else name


def _cut(head: bytes, complete: bool) -> bytes:
    """Bytes without a letter that is cut in two at their end."""
    if complete or len(head) < 4:
        return head
    for back in range(1, 4):
        if head[-back] >= 0xC0:
            return head[:-back]
        if head[-back] < 0x80:
            break
    return head
