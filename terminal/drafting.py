"""Drafting on a terminal: what was found, from which sentences nothing was taken, what was doubtful; and the review."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from shutil import get_terminal_size
from textwrap import fill
from typing import TYPE_CHECKING, TextIO, TypeVar

from ..graph.amounts import counted
from .writing.text import clean, shorten

if TYPE_CHECKING:
    from ..graph.drafting import Draft
    from ..graph.drafting.found import Found
    from ..graph.drafting.reviewing.review import Decisions
    from ..graph.drafting.words import Sentence

__all__ = ["DraftOptions", "review", "write_draft"]

_Each = TypeVar("_Each")
_SHOWN = 12  # sentences and doubts that a person reads at once

_DATED = {
    "given": "the date that was given",
    "latest": "the latest date in the text; --date sets another",
    "today": "today, since the text has no date; --date sets another",
}


class DraftOptions:
    """What `draft` was asked for."""

    def __init__(
        self,
        text: Path,
        output: Path | None,
        graph: str | None,
        date: str | None,
        extractions: Path | None,
        decisions: Path | None,
        review: bool,
        all_: bool,
    ) -> None:
        self.text, self.output, self.graph, self.date = text, output, graph, date
        self.extractions, self.decisions, self.review, self.all = extractions, decisions, review, all_

    @property
    def decided(self) -> Path:
        """The file of decisions: the one that was named, else one beside the output or the text."""
        beside = self.output if self.output is not None else self.text
        return self.decisions or beside.with_name(beside.stem + ".review.json")


def write_draft(options: DraftOptions) -> None:
    """Draft a graph from a text, review it if asked to, write it, and say what was found."""
    from ..graph.drafting import draft_file
    from ..graph.drafting.reviewing.review import Decisions
    from ..graph.errors import InvalidRequest
    from ..graph.files import WholeFile
    from ..graph.knowledge import open_source

    output = options.output
    page = output is not None and output.suffix.lower() in (".html", ".htm")
    if output is not None and not page and output.suffix.lower() != ".ttl":
        raise InvalidRequest(f"--output {output}: a draft is written as .ttl, and as .html to review it")
    if page and options.review:
        raise InvalidRequest("--review is for a terminal, and a page is reviewed in a browser; choose one")
    if options.review and not sys.stdin.isatty():
        raise InvalidRequest("--review needs a terminal; write a page with -o review.html, or use --decisions")
    graph = open_source(options.graph) if options.graph else None
    found = draft_file(options.text, graph, options.date, options.extractions)
    decisions = Decisions(found.source)
    if options.decisions is not None or (options.review and options.decided.exists()):
        decisions.load(options.decided)
    if options.review:
        review(found, decisions, lambda: decisions.save(options.decided))
        if decisions.verdicts:
            print(f"The decisions are in {options.decided}; the same command goes on from there.")
    if not page:
        for fact in found.decided(decisions):
            print(f"{options.decided}: no fact has the id {clean(fact)} now", file=sys.stderr)
    if output is not None:
        with WholeFile(output) as file:
            if page:
                file.write(found.page())
            else:
                found.write(file)
    elif not sys.stdout.isatty():
        sys.stdout.write(found.turtle().decode())
    tell(found, options, sys.stdout if output is not None or sys.stdout.isatty() else sys.stderr)


# What was found


def tell(found: Draft, options: DraftOptions, stream: TextIO) -> None:
    """Say what was found, by kind, from which sentences nothing was taken, and what was doubtful."""
    from ..graph.drafting.reviewing.wording import KINDS

    def say(line: str = "") -> None:
        print(_fitted(clean(line), stream), file=stream)

    read = found.reading
    found_of = Counter((fact.kind, fact.basis) for fact in read.facts)
    reviewed = sum(fact.reviewed for fact in read.facts)
    say(f"{options.text}: {counted(len(read.facts), 'fact')} in {counted(read.sentences, 'sentence')}")
    say(f"dated {found.as_of}, {_DATED[found.dated]}")
    for kind, plural in KINDS.items():
        by_basis = {basis: number for (of, basis), number in sorted(found_of.items()) if of == kind}
        if by_basis:
            beside = ", ".join(f"{number} {basis}" for basis, number in by_basis.items() if basis != "stated")
            number = sum(by_basis.values())
            say(f"  {number:>4}  {_singular(plural) if number == 1 else plural}{f' ({beside})' if beside else ''}")
    if not read.facts:
        say("Nothing was found; states and bodies must be named, and said to be members, to have met, and so on.")
    _list(say, "Nothing was taken from", read.untaken, options.all)
    if read.doubts:
        say(f"Doubtful, and not taken: {len(read.doubts)}")
        for doubt in _first(read.doubts, options.all):
            say(f"  [{doubt.sentence.paragraph}] {shorten(f'{clean(doubt.what)}: {doubt.why}', 160)}")
        _more(say, len(read.doubts), options.all)
    if found.refused:
        say(f"Refused, of {options.extractions}: {len(found.refused)}")
        for each in _first(found.refused, options.all):
            say(f"  {each.where}: {each.why}: “{shorten(each.quote, 80)}”")
        _more(say, len(found.refused), options.all)
    if read.facts and reviewed < len(read.facts):
        left = counted(len(read.facts) - reviewed, "fact")
        if options.output is None and stream.isatty():
            say("Nothing is written: -o FILE.ttl writes the draft.")
        say(f"{left} not reviewed: answers leave them out. Review with --review or -o review.html, or use --drafted.")


def _singular(plural: str) -> str:
    """One of what is told of: "bodies without officers of a state" begin with the noun."""
    noun, _, rest = plural.partition(" without ")
    one = f"{noun[:-3]}y" if noun.endswith("ies") else noun.removesuffix("s")
    return f"{one} without {rest}" if rest else one


def _fitted(line: str, stream: TextIO) -> str:
    """A line in as many as a terminal needs for it, where it goes to one: what follows stands under its words."""
    if not stream.isatty():
        return line
    mark = re.match(r"\s*(\[\d+\] )?", line)
    hanging = " " * (mark.end() if mark is not None else 0)
    width = get_terminal_size().columns
    return fill(line, width, subsequent_indent=hanging, break_long_words=False, break_on_hyphens=False)


def _list(say: Callable[[str], None], what: str, sentences: Sequence[Sentence], all_: bool) -> None:
    if sentences:
        say(f"{what} {counted(len(sentences), 'sentence')}")
        for sentence in _first(sentences, all_):
            say(f"  [{sentence.paragraph}] {shorten(' '.join(str(sentence).split()), 160)}")
        _more(say, len(sentences), all_)


def _first(rows: Sequence[_Each], all_: bool) -> Sequence[_Each]:
    return rows if all_ else rows[:_SHOWN]


def _more(say: Callable[[str], None], count: int, all_: bool) -> None:
    if count > _SHOWN and not all_:
        say(f"  … and {count - _SHOWN} more; --all lists them")


# The review

_HELP = "a accept · r reject · c change · s skip · u undo · q stop, and go on later"


def review(found: Draft, decisions: Decisions, save: Callable[[], None], ask: Callable[[str], str] = input) -> None:
    """Go through the facts that are not decided yet, one by one, each with its sentence.

    Every decision is saved at once, so that the review can stop at any time and go on later.
    """
    facts = {fact.id: fact for fact in found.reading.facts}
    numbers = {id_: number for number, id_ in enumerate(facts, 1)}
    left = [fact for fact in facts.values() if fact.id not in decisions.verdicts]
    print(f"{counted(len(left), 'fact')} to review, {len(facts) - len(left)} decided.")
    print(_fitted(_HELP, sys.stdout))
    at = 0
    while at < len(left):
        fact = left[at]
        _show(fact, numbers[fact.id], len(facts))
        try:
            answer = ask("? ").strip().lower()[:1]
        except EOFError:
            answer = "q"
        if answer == "q":
            break
        if answer == "u":
            undone = decisions.undo()
            if undone is None:
                print("There is nothing to undo.")
            elif undone in facts:
                left = [facts[undone], *(f for f in left[at:] if f.id != undone)]
                at = 0
            save()
            continue
        if answer == "s":
            at += 1
            continue
        if answer in ("a", "r"):
            decisions.decide(fact.id, "accepted" if answer == "a" else "rejected")
        elif answer == "c":
            changes = _changes(fact, ask)
            if changes is None:
                continue
            decisions.decide(fact.id, "accepted", changes)
        else:
            print(_fitted(_HELP, sys.stdout))
            continue
        save()
        at += 1
    print(f"{len(decisions.verdicts)} decided, {len(facts) - len(decisions.verdicts.keys() & facts.keys())} left.")


def _show(fact: Found, number: int, count: int) -> None:
    from ..graph.drafting.reviewing.wording import in_words

    place = fact.place
    sentence = place.sentence
    print("\n" + _fitted(f"{number}/{count}  {clean(in_words(fact))}", sys.stdout))
    before, inside, after = (
        sentence.said(sentence.start, place.start),
        sentence.said(place.start, place.end),
        sentence.said(place.end, sentence.end),
    )
    said = clean(" ".join(f"{before}»{inside}«{after}".split()))
    print(_fitted(f"  [{sentence.paragraph}] {said}", sys.stdout))


def _changes(fact: Found, ask: Callable[[str], str]) -> dict[str, str] | None:
    """What a person changes of a fact: NAME=VALUE, several with commas; None if it is not possible."""
    from copy import deepcopy

    from ..graph.drafting.reviewing.review import CHANGEABLE, changed
    from ..graph.errors import InvalidRequest

    try:
        given = ask(f"change {', '.join(f'{name}=…' for name in CHANGEABLE)}: ")
    except EOFError:
        return None
    pairs = [part.partition("=") for part in given.split(",") if part.strip()]
    changes = {name.strip().lower(): value.strip() for name, _, value in pairs}
    try:
        changed(deepcopy(fact), changes)
    except InvalidRequest as error:
        print(f"{error}")
        return None
    return changes or None
