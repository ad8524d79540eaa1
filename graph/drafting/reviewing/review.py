"""A review of a draft: what a person has accepted, rejected or changed, kept in a file so that it can go on later."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from ...errors import InvalidRequest
from ...files import reading, write_whole
from ...model.dates import parse_date
from ...model.roles import ROLES
from ..found import Found
from ..reader import Reading
from ..shelf import Shelf
from ..text import Text

__all__ = ["CHANGEABLE", "Decisions", "apply", "changed"]

CHANGEABLE = ("start", "end", "role", "basis")
"""What of a fact can be changed in a review."""

_VERDICTS = ("accepted", "rejected")


class Decisions:
    """What was decided on the facts of a text, by the id of each fact; in the order in which it was decided.

    Parameters
    ----------
    text : str or Text
        The text, by which a file of decisions is known again.
    """

    def __init__(self, text: str | Text) -> None:
        self.digest = (Text(text) if isinstance(text, str) else text).digest()
        self.verdicts: dict[str, dict[str, Any]] = {}

    def decide(self, fact: str, verdict: str, changes: Mapping[str, str] | None = None) -> None:
        """Note a verdict: "accepted", with changes if there are any, or "rejected"."""
        self.verdicts.pop(fact, None)
        self.verdicts[fact] = {"verdict": verdict, **({"changes": dict(changes)} if changes else {})}

    def rejects(self, fact: Found) -> bool:
        """Whether a fact was rejected."""
        return self.verdicts.get(fact.id, {}).get("verdict") == "rejected"

    def undo(self) -> str | None:
        """Take the last verdict back; whose it was."""
        return self.verdicts.popitem()[0] if self.verdicts else None

    def save(self, path: Path) -> None:
        """Write them to a file.

        Raises
        ------
        OperationFailed
            If it cannot be written.
        """
        content = {"text": self.digest, "facts": self.verdicts}
        write_whole(path, (json.dumps(content, indent=1, ensure_ascii=False) + "\n").encode())

    def load(self, path: Path) -> None:
        """Read them from a file.

        Raises
        ------
        OperationFailed
            If it cannot be read.
        InvalidRequest
            If it is not a review, or one of another text.
        """
        with reading(path):
            text = path.read_text(encoding="utf-8-sig")
        try:
            content = json.loads(text)
            facts = content["facts"]
            verdicts = {str(fact): _verdict(given) for fact, given in facts.items()}
        except (ValueError, KeyError, TypeError, AttributeError):
            raise InvalidRequest(f"{path} is not a review; save one from the review page or with --review") from None
        if content.get("text") != self.digest:
            raise InvalidRequest(f"{path} is a review of another text, or the text has changed since; draft it anew")
        self.verdicts |= verdicts


def _verdict(given: Any) -> dict[str, Any]:
    if given["verdict"] not in _VERDICTS:
        raise ValueError(given)
    changes = {name: str(value) for name, value in given.get("changes", {}).items() if name in CHANGEABLE}
    return {"verdict": given["verdict"], **({"changes": changes} if changes else {})}


def apply(read: Reading, decisions: Decisions) -> list[str]:
    """Apply decisions to the facts of a reading: accepted facts are reviewed, rejected ones go.

    Returns the ids that no fact has.

    Raises
    ------
    InvalidRequest
        If a change is not possible.
    """
    if not decisions.verdicts:
        return []
    unknown, gone = dict.fromkeys(decisions.verdicts), set()
    for fact in read.facts:
        unknown.pop(fact.id, None)
        if fact.kind == "event" and decisions.rejects(fact):
            gone.add(fact.data["event"].id)
    read.facts = Shelf(_decided(read.facts, decisions, gone))
    return list(unknown)


def _decided(facts: Iterable[Found], decisions: Decisions, gone: Collection[str]) -> Iterator[Found]:
    """The facts that are not rejected, as they were changed; what happened at an event that is `gone` goes with it."""
    for fact in facts:
        if decisions.rejects(fact) or getattr(fact.data.get("event"), "id", "") in gone:
            continue
        given = decisions.verdicts.get(fact.id)
        if given is not None:
            changed(fact, given.get("changes", {}))
            fact.reviewed = True
        yield fact


def changed(fact: Found, changes: Mapping[str, str]) -> None:
    """Change a fact: its start or end ("" takes it away), a membership's role, its basis.

    Raises
    ------
    InvalidRequest
        If a value is not possible.
    """
    for name, value in changes.items():
        if name == "basis":
            if value not in ("stated", "planned"):
                raise InvalidRequest(f"the basis can be changed to stated or planned, not {value!r}")
            fact.basis = value
        elif name == "role":
            if fact.kind != "membership" or value not in ROLES:
                raise InvalidRequest(f"a membership's role is one of {', '.join(ROLES)}, not {value!r}")
            fact.data.pop("role", None)
            if value != "full":
                fact.data["role"] = value
        elif name in ("start", "end") and fact.kind in ("membership", "event"):
            fact.data.pop(name, None)
            if value:
                fact.data[name] = parse_date(value)
        else:
            raise InvalidRequest(f"{name} of this fact cannot be changed; change {', '.join(CHANGEABLE)}")
