"""The forms of a name: one for comparing, one for ids."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from ...late import late_pattern

__all__ = ["as_written", "ascii_digits", "normal", "says_all", "seen_of", "slug", "with_signs", "words_of_letters"]

# A plus or sharp behind a word is a part of it: OPEC and OPEC+, C and C++ are two things; so is a minus behind a letter
# that stands alone, as of grades: A, A+ and A-.
_WORD = re.compile(r"\b\w-(?![\w-])|\w+(?:\++\w+)*(?:[+#]+(?!\w))?")
# Vowel signs of Indian, Thai, Tibetan, Burmese, Khmer and other letters of Asia are no letters to Python, though they
# tell words apart.
_VOWEL_SIGNS = late_pattern("[\u0780-\u07bf\u0900-\u109f\u1700-\u17ff\u1900-\u1bff\ua800-\uaadf]")
_ASCII_WORD = late_pattern("[a-z0-9]+")
_PLUS_APART = late_pattern(r"\s+\+(?!\S)")
_INITIALS = late_pattern(r"\b(?:\w\.){2,}")
_SIGNS = {"+": " plus ", "#": " sharp ", "-": " minus "}
_LETTERS = {"ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ħ": "h", "_": " "}
_SPELLED = str.maketrans(_SIGNS | _LETTERS)


def ascii_digits(text: str) -> str:
    """A text with the digits of other scripts as those of ASCII.

    >>> ascii_digits("٢٠٠١-०५")
    '2001-05'
    """
    if text.isascii():
        return text
    return "".join(c if c.isascii() or not c.isdecimal() else str(unicodedata.decimal(c)) for c in text)


def as_written(name: str) -> str:
    """A name with all its signs, without regard to case and blanks.

    >>> as_written("Alpha  (PACT)")
    'alpha (pact)'
    """
    return " ".join(name.casefold().split())


# Soft hyphens, marks of direction, blanks of no width; joiners are letters' business beyond Latin.
_UNSEEN = late_pattern(
    "[\u00ad\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]"
    "|(?<![^ -~])[\u200c\u200d]|[\u200c\u200d](?![^ -~])"
)


def seen_of(text: str) -> str:
    """A text without the characters in it that nobody sees.

    >>> seen_of("EC\u00adOWAS\u200e"), seen_of("OPEC+")
    ('ECOWAS', 'OPEC+')
    """
    return text if text.isascii() else _UNSEEN.sub("", text)


def unaccented(text: str) -> str:
    """A text without its accents; letters of Korean, which are parted for that, are put together again.

    >>> unaccented("Adhésion"), unaccented("лютий"), unaccented("한국")
    ('Adhesion', 'лютии', '한국')
    """
    if text.isascii():
        return text
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return unicodedata.normalize("NFC", plain)


def words_of_letters(text: str) -> list[str]:
    """The words of a text of letters, figures and the signs upon them, which in Indian and Thai writing are vowels.

    >>> words_of_letters("देश का नाम।"), words_of_letters("ปี (ไทย)")
    (['देश', 'का', 'नाम'], ['ปี', 'ไทย'])
    """
    return "".join(c if c == "_" or unicodedata.category(c)[0] in "LMN" else " " for c in text).split()


@lru_cache(maxsize=1 << 16)  # a name of a table is looked up in several lists, and written several times
def normal(name: str) -> str:
    """A name with case, accents and punctuation taken off, for comparing.

    >>> normal("Côte d’Ivoire"), normal("  CIS-DMC "), normal("U.S.A."), normal("G٧"), normal("OPEC+")
    ('cote d ivoire', 'cis dmc', 'usa', 'g7', 'opec+')
    >>> normal("नेपाल।"), normal("ไทย (ลาว)")
    ('नेपाल', 'ไทย ลาว')
    """
    if not name.isascii():
        name = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
        name = ascii_digits(name)
        if _VOWEL_SIGNS.search(name):
            return " ".join(words_of_letters(name.casefold()))
    name = name.casefold()
    if " +" in name:
        name = _PLUS_APART.sub("+", name)  # "OPEC +" is OPEC+, and no OPEC
    if "." in name:
        name = _INITIALS.sub(lambda match: match[0].replace(".", ""), name)
    if name.isalnum():
        return name
    return " ".join(_WORD.findall(name))


# Signs that `normal` leaves out and by which two names can differ: "50% Club" is not "50 Club". Dashes, quotes,
# brackets, slashes and what parts sentences are none of them; a plus, minus or sharp behind a word is kept anyway.
_TELLING = late_pattern(r"[!$%*<=>?@^~]|(?<![\w+\s])\+(?=\s|$)|(?<![\w+])\+(?=\w)|#(?=\w)|(?<![\w#+])#|[^\x00-\x7f]")
_PLAIN = re.compile(r"(?:(?<! )[.]|[A-Za-z0-9 ,'()/_-])+(?<![/-])(?<!\.\.)")
_SAID_OF = {"‰": "per mille sign", "\u2212": "minus sign", "†": "dagger", "‡": "double dagger", "§": "section sign"}
# Signs that tell only at the edge of a name, where they are neither a bullet with a blank behind it nor the end of a
# sentence: ".NET", "/b/ Board", "-3 Club", "EU-", "ECOWAS…", "(NATO)". Between words they part these, as hyphens do. A
# minus behind a letter that stands alone is of the word, as `normal` has it.
_AT_EDGE = late_pattern(
    r"(?<!\S)\.(?=[^\W\d])|(?<=\A)[/\\:&|](?=\w)|(?<=\A)[-\u2010-\u2015\u2212](?=\w)|(?<=\w)[/\\&|](?=\Z)"
    r"|(?<=\w\w)[-\u2010-\u2015\u2212](?=\Z)|(?<=\w)(?:\u2026|\.{2,})(?=\Z)"
    r"|\A(?:\([^()]+\)|\[[^\[\]]+\]|\{[^{}]+\})(?=\s*\w|\Z)"
)
_SAID_AT_EDGE = {
    ".": "dot", "/": "slash", "\\": "backslash", ":": "colon", "&": "ampersand", "|": "bar", "(": "brackets",
    "[": "square brackets", "{": "curly brackets", "\u2026": "ellipsis",
    **dict.fromkeys("-\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "minus sign"),
}  # fmt: skip
_DECORATION = frozenset("©®™℠°")


def with_signs(name: str) -> str:
    """A name with the signs in words that `normal` leaves out, though they can tell two names apart.

    >>> with_signs("50% Club"), with_signs("€ Zone"), with_signs("C++ (Club) d’Or")
    ('50 percent sign  Club', ' euro sign  Zone', 'C++ (Club) d’Or')
    >>> with_signs(".NET club"), with_signs("/b/ Board"), with_signs("-3 Club"), with_signs("- St. Lucia.")
    (' dot NET club', ' slash b/ Board', ' minus sign 3 Club', '- St. Lucia.')
    >>> [normal(with_signs(name)) for name in ("EU-", "EU–", "ECOWAS...", "(NATO)", "NATO.", "Union (EU)", "A-")]
    ['eu minus sign', 'eu minus sign', 'ecowas ellipsis', 'brackets nato', 'nato', 'union eu', 'a-']
    """
    if name[:1].isalnum() and _PLAIN.fullmatch(name):
        return name
    return _TELLING.sub(_sign_in_words, _AT_EDGE.sub(_edge_in_words, name.strip()))


def _edge_in_words(match: re.Match[str]) -> str:
    sign = match[0]
    if sign.startswith(".."):
        return " ellipsis "
    return f" {_SAID_AT_EDGE[sign[0]]} {sign[1:]}"


def _sign_in_words(match: re.Match[str]) -> str:
    sign = match[0]
    if not sign.isascii():
        category = unicodedata.category(sign)
        flag = "\U0001f1e6" <= sign <= "\U0001f1ff"
        if sign not in _SAID_OF and (category not in ("Sc", "Sm", "So") or sign in _DECORATION or flag):
            return sign
    return f" {_SAID_OF.get(sign) or unicodedata.name(sign, 'sign').lower()} "


def slug(name: str) -> str:
    """The id made from a name: lower-case ASCII letters and digits, joined by hyphens; a sign that tells is in words.

    >>> slug("Côte d’Ivoire"), slug("OPEC+"), slug("C#"), slug("Tromsø"), slug("50% Club")
    ('cote-d-ivoire', 'opec-plus', 'c-sharp', 'tromso', '50-percent-sign-club')
    >>> slug(".NET club"), slug("(A) Group"), slug("A. Group"), slug("'A' Group")
    ('dot-net-club', 'brackets-a-group', 'a-group', 'a-group')
    """
    spelled = _spelled(name)
    if spelled.isascii():
        return "-".join(_ASCII_WORD.findall(spelled))
    # What is neither a letter nor a digit parts two words.
    return "-".join("".join(c if c.isascii() and c.isalnum() else " " for c in spelled).split())


def says_all(name: str) -> bool:
    """Whether a name's slug has all its letters, so that another name has another slug.

    >>> says_all("OPEC+"), says_all("Пакт A")
    (True, False)
    """
    return name.isascii() or _spelled(name).isascii()


def _spelled(name: str) -> str:
    return normal(with_signs(name)).translate(_SPELLED)
