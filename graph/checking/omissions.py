"""Quotes that leave words out ("…") or put words in ("[the council]"), by the convention of scholarly quotation.

"…", "..." and either in square brackets stand for words of the same paragraph that are left out; "[sic]" and "[!]" for
nothing; "[T]he" for a letter that was written large or small; other words in square brackets explain, or stand in the
place of a few words. What is left out must not turn what is said around: a "not" may not be left out.
"""

from __future__ import annotations

import re

__all__ = ["has_omissions", "kept_spans", "leaves_out", "stands_in"]

_ELLIPSIS = r"\[\s*(?:…|\.\s?\.\s?\.)\s*\]|…|\.\s?\.\s?\.(?:\s?\.)?"
_MARK = re.compile(rf"(?P<ellipsis>{_ELLIPSIS})|\[(?P<inside>[^\[\]]{{1,80}})\]")
_NOTHING = frozenset(("sic", "!", "sic!", "emphasis added", "emphasis in original"))
_LEAST = 2  # words of the text that a quote must have
_REPLACED = 6  # words that words in brackets can stand for
_TURNS = frozenset(
    [
        "not",
        "no",
        "never",
        "nor",
        "neither",
        "none",
        "nobody",
        "nothing",
        "without",
        "cannot",
        "if",
        "unless",
        "hardly",
        "denied",
    ]
)


def has_omissions(quote: str) -> bool:
    """Whether a quote leaves words out or puts words in.

    >>> has_omissions("Chad … is a member"), has_omissions("Chad is a member.")
    (True, False)
    """
    return _MARK.search(quote) is not None


def stands_in(quote: str, paragraph: str) -> bool:
    """Whether the words that a quote keeps stand in a paragraph, in this order.

    >>> text = "The council, which met in June, admitted Chad and two others."
    >>> stands_in("[T]he council … admitted Chad [in 1999]", text), stands_in("admitted Chad … The council", text)
    (True, False)
    """
    return _match(quote, paragraph) is not None


def kept_spans(quote: str, paragraph: str) -> list[tuple[int, int]]:
    """From where to where the words that a quote keeps stand in a paragraph; empty if they do not stand there.

    >>> kept_spans("One … four", "One two three four."), kept_spans("three", "One two")
    ([(0, 3), (14, 18)], [])
    """
    at = paragraph.find(quote)
    if at >= 0:
        return [(at, at + len(quote))]
    match = _match(quote, paragraph)
    if match is None:
        return []
    gaps = [match.span(number + 1) for number in range(len(match.groups())) if match[number + 1] is not None]
    starts = [match.start(), *(end for _, end in gaps)]
    ends = [*(start for start, _ in gaps), match.end()]
    spans = []
    for start, end in zip(starts, ends, strict=True):
        kept = paragraph[start:end]
        if kept.strip():
            spans.append((start + len(kept) - len(kept.lstrip()), start + len(kept.rstrip())))
    return spans


def leaves_out(quote: str, paragraph: str) -> str:
    """The word that turns what is said around and that a quote leaves out; empty if there is none.

    >>> leaves_out("Chad is … a member", "Chad is, of course, not a member.")
    'not'
    """
    match = _match(quote, paragraph)
    gaps = match.groups() if match is not None else ()
    words = [word for gap in gaps for word in re.findall(r"[\w']+", gap or "")]
    return next((word for word in words if word.lower() in _TURNS or word.lower().endswith("n't")), "")


def _match(quote: str, paragraph: str) -> re.Match[str] | None:
    pattern = _pattern(quote)
    return re.search(pattern, paragraph, re.DOTALL) if pattern else None


def _pattern(quote: str) -> str:
    """A quote as a regular expression; each gap is a group. Empty where the quote keeps hardly any words."""
    parts: list[str] = []
    kept, at = 0, 0
    for mark in _MARK.finditer(quote):
        kept += _add(parts, quote[at : mark.start()])
        inside = (mark["inside"] or "").strip()
        after = quote[mark.end() : mark.end() + 1]
        if mark["ellipsis"]:
            if parts and kept:
                parts.append(r"(?!\w)(.*?)(?<!\w)" if quote[mark.end() :].strip() else "")
        elif len(inside) == 1 and inside.isalpha() and after.isalpha():
            parts.append(f"[{inside.lower()}{inside.upper()}]")
        elif inside.lower() not in _NOTHING:
            parts.append(rf"((?:\s*[^\s\w]*[\w'’-]+){{0,{_REPLACED}}}?)")
        at = mark.end()
    kept += _add(parts, quote[at:])
    return "".join(parts) if kept >= _LEAST else ""


def _add(parts: list[str], words: str) -> int:
    """Add words that must stand there as they are; how many they are."""
    for number, word in enumerate(words.split()):
        parts.append(r"\s+" if number else r"[\s,;:]*" if parts else "")
        parts.append(re.escape(word))
    return len(re.findall(r"\w+", words))
