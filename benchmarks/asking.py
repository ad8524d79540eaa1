"""How long a question takes within one process: every question of the tests, nonsense, and questions of many parts.

Run it with the environment's Python: `python benchmarks/asking.py`. Time is the processor's, so that what else the
machine does counts little; none may take longer than a tenth of a second.
"""

from __future__ import annotations

import contextlib
import json
import random
import statistics
import time
from collections.abc import Iterator
from pathlib import Path

import blocs

PARAPHRASES = Path(__file__).resolve().parent.parent / "tests" / "data" / "paraphrases.jsonl"
MOST = 0.1
PARTS = (
    "besides Armenia",
    "and CST",
    "or GUUAM",
    "how many",
    "are all",
    "who is in CST",
    "excluding Armenia from the CST",
)


def questions(dice: random.Random) -> Iterator[str]:
    """The questions of the tests, the same shuffled, and parts said again and again."""
    asked = [json.loads(line)["question"] for line in PARAPHRASES.read_text(encoding="utf-8").splitlines()]
    yield from asked
    for question in asked:
        words = question.split()
        dice.shuffle(words)
        yield " ".join(words)
    for part in PARTS:
        yield f"who is in CST {' '.join([part] * (55 // len(part.split())))}"


def seconds(graph: blocs.KnowledgeGraph, question: str) -> float:
    """How long the answer or refusal takes, the shorter of two tries: the first may read what later ones need too."""
    taken = []
    for _ in range(2):
        start = time.process_time()
        with contextlib.suppress(blocs.InvalidRequest):
            graph.ask(question)
        taken.append(time.process_time() - start)
    return min(taken)


def main() -> None:
    """Ask everything; print the median, the slowest, and whether that is within what is promised."""
    graph = blocs.load()
    taken = [(seconds(graph, question), question) for question in questions(random.Random(0))]
    print(f"{len(taken)} questions, median {statistics.median(time for time, _ in taken) * 1000:.1f} ms")
    for slow, question in sorted(taken, reverse=True)[:3]:
        print(f"{slow * 1000:8.1f} ms  {question[:90]}")
    slowest = max(taken)[0]
    print(f"slowest = {slowest:.3f} s (at most {MOST:.1f} s): {'yes' if slowest <= MOST else 'NO'}")


if __name__ == "__main__":
    main()
