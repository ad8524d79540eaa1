"""An answer: what it holds, and how it is said to people, in words and in a notebook."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import field
from typing import TYPE_CHECKING

from ..escaping import as_html_text
from ..frozen import frozen
from ..model.entities import Entity
from ..model.evidence import Evidence
from ..tables import html_table
from .wording.phrasing import date_said, figure_said

if TYPE_CHECKING:
    from ..analysis.paths import Paths

__all__ = ["Answer", "AnswerEntity", "number_said", "yes_or_no"]

_MOST = 100  # entities, dates or sentences that a cell shows


@frozen
class AnswerEntity:
    """An entity that answers, with the weakest basis of what it rests on."""

    entity: Entity
    basis: str
    evidence: tuple[Evidence, ...]
    figure: float | None = None
    """By what number it answers, if it is by one: how many members it has."""
    date: str = ""
    """When it joined or left, if the answers are in the order of that."""


@frozen
class Answer:
    """An answer: its `type` says which field holds it.

    "entities", "boolean" and "number" (`value`), "dates" (`values`), "quote" (the `evidence` itself, with the `rules`
    by which it leads to what was asked), or "path" (`paths`).
    """

    question: str
    understood: str
    sparql: str
    as_of: str
    type: str
    entities: tuple[AnswerEntity, ...] = ()
    value: bool | float | None = None
    values: tuple[str, ...] = ()
    unit: str = ""
    basis: str = ""
    evidence: tuple[Evidence, ...] = ()
    notes: tuple[str, ...] = field(default=())
    noun: str = ""
    rules: tuple[str, ...] = ()
    paths: Paths | None = None
    said: str = ""
    counted: str = ""
    """What the numbers of entities count: "members", "bodies", "growth", what is "shared", or the "jaccard" index."""

    def _repr_html_(self) -> str:
        return _html(self)


def number_said(answer: Answer) -> str:
    """A number with its unit, or with what it counts."""
    if answer.value is None:
        return "no figure is given"
    if answer.said:
        return answer.said
    match answer.unit:
        case "percent":
            return f"{answer.value:.3g} %"
        case "jaccard":
            return f"{answer.value:.3f} (Jaccard index: 0 is nothing in common, 1 is everything)"
        case "years":
            return f"{answer.value:g} {'year' if answer.value == 1 else 'years'}"
    return f"{answer.value:,.6g} {answer.noun}".rstrip()


def yes_or_no(answer: Answer) -> str:
    """A yes, or a no, and what it rests on; neither where the data do not reach."""
    if answer.value is None:
        return "unknown: the data do not reach so far"
    if answer.value is False and answer.basis not in ("denied", "unknown"):
        return "no: inferred from the source" if answer.basis == "derived" else "no"
    words = {
        "derived": "yes: inferred from the source",
        "claimed": "yes: somebody in the source claims it",
        "planned": "yes: it is planned",
        "drafted": "yes: drafted, not reviewed",
        "denied": "no: the source denies it",
        "unknown": f"unknown: nothing says so, as of {answer.as_of}",
    }
    return words.get(answer.basis, "yes")


def _html(answer: Answer) -> str:
    """An answer as a fragment of HTML, in which nothing from data is markup."""
    cited = _cited(answer)
    numbers = {item: number for number, item in enumerate(cited, 1)}
    parts = [f"<p><i>{as_html_text(answer.question)}</i><br/>Understood: {as_html_text(answer.understood)}</p>"]
    parts += _said(answer, numbers)
    parts += [f"<p>{as_html_text(note)}</p>" for note in answer.notes]
    sentences = [f"<li>{as_html_text(_sentence(item))}</li>" for item in cited[:_MOST]]
    parts += [f"<ol>{''.join(sentences)}</ol>"] if sentences else []
    return f"<div>{''.join(parts)}{_more(len(cited), 'sentences')}</div>"


def _said(answer: Answer, numbers: dict[Evidence, int]) -> Iterator[str]:
    """The answer itself, in the words or the table that a person reads."""
    match answer.type:
        case "entities":
            if not answer.entities:
                yield "<p><b>No matches in this graph.</b></p>"
                return
            dated = any(one.date for one in answer.entities)
            head = ["Name", *(["Number"] if answer.counted else []), *(["Date"] if dated else []), "Basis", "Evidence"]
            rows = (
                [
                    one.entity.label,
                    *([figure_said(one.figure, answer.counted)] if answer.counted else []),
                    *([date_said(one.date)] if dated else []),
                    one.basis,
                    _marks(one.evidence, numbers),
                ]
                for one in answer.entities[:_MOST]
            )
            yield html_table(head, rows) + _more(len(answer.entities), "of them")
        case "boolean":
            yield f"<p><b>{as_html_text(yes_or_no(answer))}</b></p>"
        case "number":
            yield f"<p><b>{as_html_text(number_said(answer))}</b></p>"
        case "path":
            yield from _paths(answer, numbers)
        case "quote":
            yield "".join(f"<p>Rule: {as_html_text(rule)}</p>" for rule in answer.rules)
        case _:
            values = [date_said(value) for value in answer.values[:_MOST]]
            said = as_html_text(", ".join(values)) or "No matches in this graph."
            yield f"<p><b>{said}</b></p>{_more(len(answer.values), 'of them')}"


def _paths(answer: Answer, numbers: dict[Evidence, int]) -> Iterator[str]:
    if answer.paths is None or not answer.paths.paths:
        yield "<p><b>Nothing in this graph connects them.</b></p>"
        return
    rows = [
        [
            str(number) if step is path[0] else "",
            f"{step.start.short} {step.words} {step.end.short}",
            step.fact.grounds.basis,
            _marks(step.fact.grounds.evidence, numbers),
        ]
        for number, path in enumerate(answer.paths.paths, 1)
        for step in path
    ]
    yield html_table(["Path", "Steps", "Basis", "Evidence"], rows)


def _cited(answer: Answer) -> list[Evidence]:
    """Every sentence once: of the answer, of what answers, or of the steps of a path."""
    cited = dict.fromkeys(answer.evidence)
    cited |= dict.fromkeys(item for one in answer.entities for item in one.evidence)
    if answer.paths is not None:
        steps = (step for path in answer.paths.paths for step in path)
        cited |= dict.fromkeys(item for step in steps for item in step.fact.grounds.evidence)
    return list(cited)


def _marks(evidence: Iterable[Evidence], numbers: dict[Evidence, int]) -> str:
    return " ".join(f"[{numbers[item]}]" for item in evidence)


def _sentence(evidence: Evidence) -> str:
    where = f"paragraph {evidence.paragraph}, " if evidence.paragraph is not None else ""
    return f"“{evidence.quote}” ({where}{evidence.source})" if evidence.quote else evidence.source


def _more(count: int, what: str) -> str:
    return f"<p>{count - _MOST:,} more {what} are not shown.</p>" if count > _MOST else ""
