"""One entity as a card: what it is, and its facts as a small tree: a branch for each relation, a leaf for each fact."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.tree import Tree

from ..graph.amounts import counted
from ..graph.model.description import Description
from ..graph.model.evidence import Evidence, evidence_line
from ..graph.model.facts import Fact
from .writing.canvas import BASES, plain
from .writing.output import Output
from .writing.text import shorten

__all__ = ["show_neighbourhood"]


def show_neighbourhood(
    description: Description,
    title: str,
    about: Sequence[str],
    said: Sequence[tuple[str, str, Fact]],
    evidence: bool,
    out: Output,
) -> None:
    """Write the card; `said` has for each fact its relation and other side in words.

    With `evidence`, each fact has the numbers of its sentences, which stand once below the tree.
    """
    cited = dict.fromkeys(item for _, _, fact in said for item in fact.grounds.evidence)
    numbers = {item: number for number, item in enumerate(cited, 1)} if evidence else {}

    def draw(canvas: object) -> Iterator[RenderableType]:
        yield plain(title, "bold")
        if description.definition:
            yield plain(shorten(description.definition))
        for note in about:
            yield plain(shorten(note), "dim")
        if said:
            yield _tree(description.entity.short, said, numbers)
            yield plain(f"{counted(len(said), 'fact')}.", "dim")
        for item, number in numbers.items():
            yield plain(shorten(f"[{number}] {evidence_line(item)}"), "dim")
        for item in description.grounds.evidence if evidence else ():
            if item not in numbers:
                yield plain(shorten(f"named in: {evidence_line(item)}"), "dim")

    out.draw(draw)


def _tree(name: str, said: Sequence[tuple[str, str, Fact]], numbers: dict[Evidence, int]) -> Tree:
    tree = Tree(plain(name, "bold"), guide_style="dim")
    branches: dict[str, Tree] = {}
    for relation, other, fact in said:
        if relation not in branches:
            branches[relation] = tree.add(plain(relation))
        leaf = plain(shorten(other), "bold")
        leaf.append(f"  {fact.grounds.basis}", style=BASES.get(fact.grounds.basis, "") + " not bold")
        marks = "".join(f" [{numbers[item]}]" for item in fact.grounds.evidence if item in numbers)
        leaf.append(marks, style="dim not bold")
        branches[relation].add(leaf)
    return tree
