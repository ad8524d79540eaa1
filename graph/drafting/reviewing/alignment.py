"""Facts that another program extracted from the same text: taken where their quotes stand in it word for word.

Read are the JSON lines of LangExtract and tables (CSV, TSV) with a column of quotes. An extraction is a membership or
a denial, an event with its place and date, an office and who holds it, a statement and who makes it, or the name of a
body; with the words that say so. Who or what a fact is about must be named in its quote.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ...errors import InvalidRequest
from ...files import reading
from ...model.dates import parse_date
from ...model.naming.forms import slug
from ...model.roles import ROLES
from ..found import Found, Place
from ..gazetteer import Gazetteer, Named
from ..quotes import LONGEST
from ..words import Sentence, words_of

__all__ = ["Aligned", "Extraction", "Refused", "aligned", "can_read", "read_extractions"]

_ENDINGS = (".jsonl", ".csv", ".tsv")
_BODIES = frozenset("organization organisation body institution alliance bloc entity".split())
_NAMES = frozenset("state country person place location city date".split())
_KINDS = {
    **dict.fromkeys("event meeting summit signing exercise founding conference".split(), "event"),
    **dict.fromkeys("post office position officeholder".split(), "post"),
    **dict.fromkeys("statement assertion proposal decision plan claim ruling-out quotation".split(), "statement"),
}
_CLASSES = {
    **dict.fromkeys(("statement", "assertion", "claim", "quotation", ""), "Assertion"),
    "proposal": "Proposal",
    "decision": "Decision",
    "plan": "Plan",
    "ruling-out": "RulingOut",
}
_DENIED = frozenset("non-membership nonmembership denial denied not-member non-member".split())
_MEMBERSHIPS = frozenset("membership member".split())
_FIELDS = {
    "member": ("member", "state", "country", "subject"),
    "body": ("body", "organization", "organisation", "object"),
    "role": ("role",),
    "start": ("start", "start_date", "from", "joined"),
    "end": ("end", "end_date", "until", "left"),
    "kind": ("kind", "class", "type", "relation"),
    "place": ("place", "location", "city", "where"),
    "date": ("date", "start", "start_date", "when"),
    "name": ("name", "title", "label", "event"),
    "person": ("person", "holder", "name", "who"),
    "office": ("office", "role", "position", "title", "post"),
    "of": ("of", "state", "country", "body", "organization", "organisation"),
    "speaker": ("speaker", "who", "subject", "person", "source"),
    "said": ("statement", "said", "content", "claim", "what"),
    "quote": ("quote", "evidence", "text", "sentence", "extraction_text"),
}


@dataclass(frozen=True)
class Extraction:
    """What another program says that it found: what kind of thing, its parts, its quote; `where` is the line."""

    where: str
    kind: str
    parts: Mapping[str, str]
    quote: str


@dataclass(frozen=True)
class Refused:
    """An extraction that is not taken, and why."""

    where: str
    quote: str
    why: str


def can_read(path: Path) -> bool:
    """Whether a file's ending is one of extractions."""
    return path.suffix.lower() in _ENDINGS


def read_extractions(path: Path) -> list[Extraction]:
    """The extractions of a file.

    Raises
    ------
    OperationFailed
        If it cannot be read.
    InvalidRequest
        If its ending is unknown, a line is not JSON, or a table has no column of quotes.
    """
    if not can_read(path):
        raise InvalidRequest(f"{path}: extractions are .jsonl (LangExtract), .csv or .tsv with a column 'quote'")
    with reading(path):
        text = path.read_text(encoding="utf-8-sig")
    if path.suffix.lower() == ".jsonl":
        return list(_of_lines(path, text))
    return list(_of_table(path, text))


def _of_lines(path: Path, text: str) -> Iterator[Extraction]:
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        try:
            document = json.loads(line)
            extractions = document.get("extractions", [document])
        except (ValueError, AttributeError):
            raise InvalidRequest(f"{path}:{number}: not a JSON object; write one document a line") from None
        for each in extractions or ():
            if isinstance(each, dict):
                parts = {str(k).lower(): str(v) for k, v in (each.get("attributes") or each).items() if v is not None}
                kind = str(each.get("extraction_class") or _part(parts, "kind"))
                yield Extraction(
                    f"{path}:{number}", kind, parts, str(each.get("extraction_text") or _part(parts, "quote"))
                )


def _of_table(path: Path, text: str) -> Iterator[Extraction]:
    rows = csv.DictReader(text.splitlines(), delimiter="\t" if path.suffix.lower() == ".tsv" else ",")
    columns = [str(name).strip().lower() for name in rows.fieldnames or ()]
    if not any(name in columns for name in _FIELDS["quote"]):
        raise InvalidRequest(f"{path} has no column 'quote'; it has: {', '.join(columns) or 'none'}")
    for number, row in enumerate(rows, 2):
        parts = {
            str(k).strip().lower(): (v or "").strip() for k, v in row.items() if k is not None and isinstance(v, str)
        }
        yield Extraction(f"{path}:{number}", _part(parts, "kind"), parts, _part(parts, "quote"))


def _part(parts: Mapping[str, str], name: str) -> str:
    return next((parts[column] for column in _FIELDS[name] if parts.get(column)), "")


@dataclass
class Aligned:
    """What extractions give: facts, names of bodies for the reading of the text, and what is refused."""

    facts: list[Found] = field(default_factory=list)
    bodies: list[Named] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)


def aligned(extractions: Sequence[Extraction], paragraphs: Sequence[str], names: Gazetteer) -> Aligned:
    """The extractions as facts and names, and those that are refused, each with the reason."""
    result = Aligned()
    for each in extractions:
        found = _fact(each, paragraphs, names)
        if isinstance(found, str):
            result.refused.append(Refused(each.where, each.quote, found))
        elif isinstance(found, Named):
            result.bodies.append(found)
        else:
            result.facts.append(found)
    return result


def _fact(given: Extraction, paragraphs: Sequence[str], names: Gazetteer) -> Found | Named | str:
    """An extraction as a fact or as the name of a body, or why it is neither."""
    kind = given.kind.strip().lower().replace("_", "-").replace(" ", "-")
    if not kind or kind in _DENIED | _MEMBERSHIPS:
        return _membership(given, kind, paragraphs, names)
    place = _place(given.quote, paragraphs)
    if kind in _BODIES:
        return place if isinstance(place, str) else _body(given.quote, names)
    if kind in _NAMES:
        return "a name alone is no fact; people come with an office, places and dates with an event"
    if kind not in _KINDS:
        return f"extractions of kind {given.kind!r} are not read; {', '.join(_READ)} are"
    if isinstance(place, str):
        return place
    return {"event": _event, "post": _post, "statement": _statement}[_KINDS[kind]](given, kind, place, names)


_READ = ("membership", "non-membership", "event", "post", "statement", "organization")


def _body(quote: str, names: Gazetteer) -> Named:
    found = _named(quote, names, "body")
    assert found is not None
    return found


def _event(given: Extraction, kind: str, place: Place, names: Gazetteer) -> Found | str:
    """An event: where and when it was, both in words of the quote or its paragraph."""
    where, when = _part(given.parts, "place"), _part(given.parts, "date")
    if not (where and when):
        return "it does not give a place and a date"
    if where.lower() not in _quoted(place).lower():
        return f"the quote does not name {where}"
    try:
        start = parse_date(when)
        end = parse_date(text) if (text := _part(given.parts, "end")) else ""
    except InvalidRequest as error:
        return str(error)
    if start[:4] not in place.sentence.text:
        return f"the paragraph of the quote does not name the year {start[:4]}"
    what = kind if kind in ("summit", "signing", "exercise", "founding") else "meeting"
    body = _named(text, names, "body") if (text := _part(given.parts, "body")) else None
    title = f"{what} of {body.abbreviation or body.label} in {where}" if body is not None else f"{what} in {where}"
    name = slug(f"{title.replace(' of ', ' ').replace(' in ', ' ')} {start}")
    data: dict[str, Any] = {
        "event": Named(name, f"{title}, {start}", "event"),
        "type": what,
        "place": Named(slug(where) or "place", where, "place"),
        "start": start,
        "inferred": False,
    }
    data |= {"end": end} if end > start else {}
    data |= {"body": body} if body is not None else {}
    return Found("event", data, [place])


def _post(given: Extraction, kind: str, place: Place, names: Gazetteer) -> Found | str:
    """An office: who holds it, and of which state or body."""
    person, office, of = (_part(given.parts, name) for name in ("person", "office", "of"))
    if not (person and office and of):
        return "it does not name a person, an office and a state or body"
    if person.split()[-1].lower() not in _quoted(place).lower():
        return f"the quote does not name {person}"
    held_in = _named(of, names, "state") or _named(of, names, "body")
    assert held_in is not None
    role = " ".join(w if w in ("of", "and", "the", "for") else w[:1].upper() + w[1:] for w in office.split())
    data = {
        "person": Named(slug(person) or "person", person, "person"),
        "role": Named(slug(role), role, "role"),
        "of": held_in,
    }
    return Found("post", data, [place])


def _statement(given: Extraction, kind: str, place: Place, names: Gazetteer) -> Found | str:
    """A statement: who makes it, and what is said, which must stand in the text too."""
    speaker, said = _part(given.parts, "speaker"), _part(given.parts, "said") or given.quote
    if not speaker:
        return "it does not name who speaks"
    if speaker.split()[-1].lower() not in _quoted(place).lower():
        return f"the quote does not name {speaker}"
    if " ".join(said.split()) not in " ".join(place.sentence.text.split()):
        return "what is said does not stand in the text word for word"
    who = _named(speaker, names, "state")
    if who is None:
        listed = names.longest(words_of(speaker), 0)
        body = listed is not None and listed[1].what.kind == "body"
        who = _named(speaker, names, "body") if body else Named(slug(speaker) or "person", speaker, "person")
    of_class = _CLASSES.get(kind, "Assertion")
    basis = {"Assertion": "claimed", "Plan": "planned"}.get(of_class, "stated")
    data = {"class": of_class, "speaker": who, "label": " ".join(said.split()), "about": ()}
    return Found("statement", data, [place], basis, who if basis == "claimed" else None)


def _quoted(place: Place) -> str:
    return " ".join(place.sentence.text[place.start : place.end].split())


def _membership(given: Extraction, kind: str, paragraphs: Sequence[str], names: Gazetteer) -> Found | str:
    """A membership or a denial."""
    member_name, body_name = _part(given.parts, "member"), _part(given.parts, "body")
    if not (member_name and body_name):
        return "it does not name a member and a body"
    place = _place(given.quote, paragraphs)
    if isinstance(place, str):
        return place
    member, body = _named(member_name, names, "state"), _named(body_name, names, "body")
    if member is None:
        return f"no state is called {member_name!r}"
    assert body is not None
    if not _says(place, (member_name, member.label, member.demonym, *member.aliases), names, member):
        return f"the quote does not name {member_name}"
    data: dict[str, Any] = {"member": member, "body": body, "section": "member"}
    if kind in _DENIED:
        return Found("non-membership", data, [place])
    role = _part(given.parts, "role").lower().removesuffix(" member")
    if role and role != "full":
        if role not in ROLES:
            return f"unknown role {role!r}; roles are {', '.join(ROLES)}"
        data["role"] = role
    try:
        data |= {name: parse_date(text) for name in ("start", "end") if (text := _part(given.parts, name))}
    except InvalidRequest as error:
        return str(error)
    return Found("membership", data, [place])


def _place(quote: str, paragraphs: Sequence[str]) -> Place | str:
    """Where a quote stands in the text, word for word."""
    words = quote.split()
    if not words:
        return "it has no quote"
    if len(words) > LONGEST:
        return f"its quote has {len(words)} words; at most {LONGEST}"
    pattern = re.compile(r"\s+".join(map(re.escape, words)))
    for number, paragraph in enumerate(paragraphs, 1):
        if (match := pattern.search(paragraph)) is not None:
            sentence = Sentence(paragraph, number, tuple(words_of(paragraph, match.start(), match.end())))
            return Place(sentence, match.start(), match.end())
    return "its quote does not stand in the text word for word"


def _named(text: str, names: Gazetteer, kind: str) -> Named | None:
    words = words_of(text)
    while words and words[0].low == "the":
        words = words[1:]
    found = names.longest(words, 0) if words else None
    if found is not None and found[0] == len(words) and found[1].what.kind in (kind, "territory"):
        return found[1].what
    return Named(slug(text) or "body", text, "body") if kind == "body" else None


def _says(place: Place, texts: Sequence[str], names: Gazetteer, member: Named) -> bool:
    """Whether a quote names a member, by any of its names."""
    quote = place.sentence.text[place.start : place.end].lower()
    return any(text and text.lower() in quote for text in texts) or any(
        name.what == member for _, _, name in names.find(place.sentence.words)
    )
