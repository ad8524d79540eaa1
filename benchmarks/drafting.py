"""What a draft takes: 100 kB of dense prose against spaCy's rules on the same text, and the memory of long texts.

Run it with the environment's Python: `python benchmarks/drafting.py [--peer PYTHON] [--long]`. PYTHON is one that has
spaCy, by default this one; without spaCy the peer is skipped. The texts are those of the tests one after the other,
each time with other states, years and abbreviations, so that most of what a copy says is new. `--long` measures 5 and
10 MB too.
"""

from __future__ import annotations

import argparse
import random
import re
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from measuring import BLOCS, PEERS, ROOT, Measured, compiled, run, side_by_side, verdict

TEXTS = ROOT / "tests" / "data" / "drafting"
RUNS = 7


def main(peer: str, long: bool) -> None:
    """Measure, and print what was promised beside it."""
    compiled()
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        names = work / "names.txt"
        names.write_text("\n".join(_names()), encoding="utf-8")
        text = _written(work / "text.txt", 100_000)
        commands = {"draft": [*BLOCS, "draft", str(text), "-o", str(work / "draft.ttl")]}
        if subprocess.run([peer, "-c", "import spacy"], capture_output=True, check=False).returncode:
            print("spaCy is not installed; draft is measured alone")
        else:
            commands["spacy"] = [peer, str(PEERS / "draft_spacy.py"), str(text), str(names)]
        measured = side_by_side(commands, RUNS)
        for name, each in measured.items():
            print(
                f"{name:6} {each.median:.2f} s, {statistics.median(each.processor):.2f} s CPU, {each.megabytes:.0f} MB"
            )
        if "spacy" in measured:
            pairs = zip(measured["draft"].processor, measured["spacy"].processor, strict=True)
            verdict("draft / spaCy, CPU", statistics.median(one / other for one, other in pairs), 2)
        peaks = {size: _taken(work, size) for size in (1, *((5, 10) if long else ()))}
        for size, each in peaks.items():
            print(f"{size:>3} MB: {each.processor[0]:.1f} s CPU, {each.megabytes:.0f} MB")
        if long:
            verdict("memory, 10 MB / 1 MB", peaks[10].megabytes / peaks[1].megabytes, 1.5)


def _taken(work: Path, megabytes: int) -> Measured:
    """One run on a text of so many megabytes."""
    text, measured = _written(work / "long.txt", megabytes * 1_000_000), Measured()
    run([*BLOCS, "draft", str(text), "-o", str(work / "long.ttl")], measured)
    return measured


def _names() -> list[str]:
    from blocs.graph.model.known.authority import authority
    from blocs.graph.model.known.bodies import bodies

    states = [name.text for state in authority().states for name in state.names if not name.hidden]
    return sorted({*states, *(name for body in bodies().bodies for name in (body.label, body.abbreviation))} - {""})


def _written(path: Path, size: int) -> Path:
    """A text of about so many characters."""
    from blocs.graph.model.known.authority import authority

    choose = random.Random(1)
    texts = [each.read_text(encoding="utf-8") for each in sorted(TEXTS.rglob("*.txt")) if each.stem != "sentences"]
    states = [state.label for state in authority().states if state.label.replace(" ", "").isalpha()]
    named = sorted((name for name in states if any(name in text for text in texts)), key=len, reverse=True)
    pattern = re.compile(r"\b(?:" + "|".join(named) + r")\b")
    copies, length = [], 0
    while length < size:
        text = choose.choice(texts)
        others = dict(zip(named, choose.sample(states, len(named)), strict=True))
        text = pattern.sub(lambda match, others=others: others[match[0]], text)
        shift = choose.randint(-9, 0)
        text = re.sub(r"\b(?:19|20)\d\d\b", lambda match, shift=shift: str(int(match[0]) + shift), text)
        for short in set(re.findall(r"\(([A-Z]{3,6})\)", text)):
            if choose.random() < 0.3:
                text = re.sub(rf"\b{short}\b", "".join(choose.choices("ABCDEFGHKLMNPRSTUVW", k=len(short))), text)
        copies.append(text)
        length += len(text) + 2
    path.write_text("\n\n".join(copies)[:size], encoding="utf-8")
    return path


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--peer", default=sys.executable, metavar="PYTHON")
    options.add_argument("--long", action="store_true")
    given = options.parse_args()
    main(given.peer, given.long)
