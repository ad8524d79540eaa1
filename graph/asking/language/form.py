"""One form of question: the pattern of its words, and what it means."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from ...frozen import frozen
from ..logic.logical_form import Question
from .patterns import Found, Needs, Node
from .reading import classes, compiled

if TYPE_CHECKING:
    from ...model.dates import Period
    from ..vocabulary import Vocabulary

__all__ = ["Build", "Context", "Form"]


@frozen
class Context:
    """What a builder may look at beside what the slots found: the graph's vocabulary and date, but no words."""

    vocabulary: Vocabulary
    period: Period


Build = Callable[[Context, Found], Question | None]


@frozen
class Form:
    """One form of question: the pattern of its words and what it means; None if what was found means nothing.

    `shown` is how it is shown to people who ask what can be asked, with slots for names; "" if another form
    shows it already. `cues` are words of which each such question has one: where it has none, the pattern need not
    be compiled.
    """

    pattern: str
    build: Build
    shown: str = ""
    cues: frozenset[str] = frozenset()

    @cached_property
    def node(self) -> Node:
        """The pattern, ready to match; what it refers to and nobody defines is an error."""
        return compiled(self.pattern)

    @cached_property
    def needs(self) -> Needs:
        """Sets of words of each of which a question of this form has one."""
        # What fewest words can meet is what most questions lack.
        return tuple(sorted(dict.fromkeys(self.node.needs(classes)), key=len))

    def may_read(self, words: frozenset[str]) -> bool:
        """Whether a question of these words may have this form: it has what the form cannot do without.

        >>> form = Form("who is in <body> [ now ]", lambda context, found: None)
        >>> form.may_read(frozenset({"who", "is", "in", "cst"})), form.may_read(frozenset({"who", "left", "cst"}))
        (True, False)
        """
        if self.cues and words.isdisjoint(self.cues):
            return False
        return not any(map(words.isdisjoint, self.needs))
