"""The commands that the pages of docs/ show; run, it writes the answers that they give now: `make docs`.

What is written is what the program says, right or wrong: read the difference before you commit it. Tests hold the pages
to it (tests/project/test_pages.py).
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

__all__ = ["PAGES", "bring_files", "named", "shown", "text_of"]

DOCS = Path(__file__).parent
OF_THEIR_OWN = ("your-own-data", "tutorial-draft", "lenses", "gallery", "commands")
"""Pages that bring files of their own, and have tests of their own."""
PAGES = sorted({path.stem for path in DOCS.glob("*.md")} - set(OF_THEIR_OWN))
SHOWN = re.compile(r"```console\n(.*?)```", re.S)
NOT_HERE = ("--store cow", "article.txt", "https://", "blocs serve", "blocs mcp", "…", "COMMAND", " < ")
"""What needs data or a server that are not here, or answers until it is ended."""


def text_of(page: str) -> str:
    """The text of a page, by its name."""
    return (DOCS / f"{page}.md").read_text(encoding="utf-8")


def shown(text: str) -> list[tuple[str, str]]:
    """The commands that a page shows with their answers, each with its answer.

    >>> shown("```console\\n$ blocs who GUUAM --count\\ncount\\n5\\n```")
    [('blocs who GUUAM --count', 'count\\n5\\n')]
    """
    examples = [one for block in SHOWN.findall(text) for one in re.split(r"^\$ ", block, flags=re.M) if one]
    return [(command, answer) for command, _, answer in (one.partition("\n") for one in examples)]


def named(text: str) -> list[str]:
    """The commands of a page that stand in a table, or in a block without an answer.

    >>> named("| draw | `blocs upset -o upset.svg` |\\n\\n    blocs who CST   # its members\\n")
    ['blocs upset -o upset.svg', 'blocs who CST   # its members']
    """
    lines = text.replace("\\\n", " ").splitlines()
    found = [span for line in lines if line.startswith("| ") for span in re.findall(r"`(blocs [^`]+)`", line)]
    found += [line.strip() for line in lines if line.startswith("    blocs ")]
    return [command for command in found if not any(word in command for word in NOT_HERE)]


def bring_files(folder: Path) -> None:
    """Put the files that the pages speak of into a folder."""
    (europe,) = re.findall(r"```turtle\n(.*?)```", text_of("model"), re.S)
    for name in ("europe.ttl", "mine.ttl"):
        (folder / name).write_text(europe, encoding="utf-8")
    (folder / "note.txt").write_text("\n\n".join(re.findall(r'oa:exact "(.*?)"', europe)), encoding="utf-8")
    (folder / "mine.rq").write_text("SELECT ?s { ?s org:memberOf ?body }", encoding="utf-8")
    shutil.copy(DOCS / "gallery" / "leagues.csv", folder)
    for page in PAGES:
        for name, text in re.findall(r"`(\S+\.csv)`:\n\n```text\n(.*?)```", text_of(page), re.S):
            (folder / name).write_text(text, encoding="utf-8")


def answered(text: str, folder: Path) -> str:
    """A page with the answers that its commands give now."""

    def block(found: re.Match[str]) -> str:
        parts = []
        for command, _ in shown(found[0]):
            answer = _run(folder, *shlex.split(command)[1:])
            parts.append(f"$ {command}\n" + "".join(f"{line.rstrip()}\n" for line in answer.splitlines()))
        return f"```console\n{''.join(parts)}```"

    return SHOWN.sub(block, text)


def _run(folder: Path, *arguments: str) -> str:
    environment = {**os.environ, "COLUMNS": "80", "BLOCS_CONFIG": ""}
    command = [sys.executable, "-m", "blocs", *arguments]
    done = subprocess.run(
        command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True
    )
    return done.stderr + done.stdout


def main() -> None:
    """Write every page anew whose answers have changed."""
    with tempfile.TemporaryDirectory() as name:
        bring_files(Path(name))
        for page in PAGES:
            text = text_of(page)
            if (now := answered(text, Path(name))) != text:
                (DOCS / f"{page}.md").write_text(now, encoding="utf-8")
                sys.stdout.write(f"wrote {page}.md\n")


if __name__ == "__main__":
    main()
