"""Make the gallery, docs/gallery.md with its pictures, by the commands that it shows: `make gallery`.

docs/gallery/sources.json holds a hash of what each picture was made from. A test computes it again, so that a picture
which no longer shows what the program draws is found without comparing pixels.
"""

from __future__ import annotations

import io
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

DOCS = Path(__file__).parent
FOLDER = DOCS / "gallery"
TABLE = "leagues.csv"


@dataclass(frozen=True)
class Picture:
    """A picture of the gallery: the file it is in, what it shows, and the command that makes it."""

    name: str
    says: str
    command: str

    @property
    def arguments(self) -> list[str]:
        """The command's arguments, without where it writes to."""
        return shlex.split(self.command)[1:-2]


PICTURES = (
    Picture(
        "overview.svg",
        "What there is: states and bodies, and what happened, with who took part and who spoke.",
        "blocs export -o overview.svg",
    ),
    Picture(
        "memberships.svg",
        "Who is in which body. States with the same memberships stand in one frame with one line for all of them;"
        " dashed is derived, red is denied. Hover over a line to see the sentence that supports it.",
        "blocs export --view memberships -o memberships.svg",
    ),
    Picture(
        "armenia.svg",
        "One entity and its connections: what is said about it, what it belongs to, what it takes part in.",
        "blocs export --focus Armenia -o armenia.svg",
    ),
    Picture("events.svg", "Events, who takes part, and who is absent.", "blocs export --view events -o events.svg"),
    Picture(
        "overlap.svg",
        "States by the bodies they share: the wider the line, the more they share.",
        "blocs export --view overlap -o overlap.svg",
    ),
    Picture(
        "print.svg",
        "The same for a paper: greys, dashes and shapes instead of colours, on a page of A4.",
        "blocs export --view memberships --style print --size a4 -o print.svg",
    ),
    Picture(
        "network.svg",
        "The network of states: who belongs together, by colour and shape, and by what.",
        "blocs network --min-shared 3 -o network.svg",
    ),
    Picture("matrix.svg", "What states share as numbers, similar ones side by side.", "blocs overlap -o matrix.svg"),
    Picture("upset.svg", "Who is in exactly which bodies: an UpSet plot.", "blocs upset -o upset.svg"),
    Picture("card.svg", "All that is known of one entity.", "blocs show GUUAM -v -o card.svg"),
    Picture(
        "chain.svg", "How two entities are connected, and on what grounds.", "blocs path Ivanov Abkhazia -o chain.svg"
    ),
    Picture(
        "leagues-timeline.svg",
        f"Your own table ([{TABLE}](gallery/{TABLE}), made up): who was in the Harbour League, and when.",
        f"blocs timeline 'Harbour League' --data {TABLE} -o leagues-timeline.svg",
    ),
    Picture(
        "leagues-trend.svg",
        "How many members each league had, year by year.",
        "blocs trend 'Harbour League' 'Mountain League' 'River League' 'Assembly of the North'"
        f" --data {TABLE} -o leagues-trend.svg",
    ),
    Picture(
        "leagues-overlap.svg",
        "The same table in one year: leagues by the members they share.",
        f"blocs export --view overlap --by body --data {TABLE} --as-of 1990 -o leagues-overlap.svg",
    ),
    Picture(
        "leagues-network.svg",
        "Its states: the larger, the more they broker; a double outline marks the only one in both of two leagues.",
        f"blocs network --data {TABLE} --as-of 1990 --node-size brokerage -o leagues-network.svg",
    ),
    Picture(
        "leagues-upset.svg",
        "And who was in exactly which of them.",
        f"blocs upset --data {TABLE} --as-of 1990 -o leagues-upset.svg",
    ),
    Picture(
        "page.png",
        "A page in one file that opens from disk: search, filters, evidence, overlap and a table to copy.",
        "blocs export -o page.html",
    ),
)

_TREES = ("Amber", "Birch", "Cedar", "Dune", "Elm", "Fern", "Glen", "Heath", "Isle", "Juniper")
_LEAGUES = ("Harbour League", "Mountain League", "River League", "Assembly of the North")


def table() -> str:
    """A small table of memberships, by arithmetic: who comes when, and who leaves."""
    rows = ["member,organization,role,start,end"]
    for s, state in enumerate(f"{tree}land" for tree in _TREES):
        for b, league in enumerate(_LEAGUES):
            if (s * (b + 2) + b) % 5 in ((0, 1, 2) if b < 3 else (0, 1, 2, 3)):
                start = 1950 + (7 * s + 11 * b) % 30
                end = start + 22 if (s + 2 * b) % 4 == 0 else ""
                role = "observer" if (s + b) % 7 == 3 else "full"
                rows.append(f"{state},{league},{role},{start},{end}")
    return "\n".join(rows) + "\n"


def source(picture: Picture, run: Callable[..., object] | None = None) -> str:
    """What a picture is made from: DOT, the page, or for a figure what it is itself; as a hash.

    `run` runs a command by its arguments in the folder of the gallery, on its day; without it, a process does.
    """
    form = {"export": "dot", "network": "dot"}.get(picture.arguments[0], "svg")
    if picture.name.endswith(".png"):
        # Where the nodes stand depends on the program that draws.
        return _hash(re.sub(r'"[xy]2?":-?\d+,?', "", _made(picture, "html", run or _blocs)))
    return _hash(_made(picture, form, run or _blocs))


def _made(picture: Picture, form: str, run: Callable[..., object]) -> str:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "made"
        run(*_of_no_page(picture.arguments, form), "--format", form, "--output", file)
        return file.read_text(encoding="utf-8")


def _of_no_page(arguments: list[str], form: str) -> list[str]:
    """Arguments without the size of the page, which DOT text does not have."""
    if form != "dot" or "--size" not in arguments:
        return arguments
    at = arguments.index("--size")
    return arguments[:at] + arguments[at + 2 :]


def _hash(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:16]


DAY = "1795651200"  # 26 November 2026: a table without a date of its own is as of today


def _blocs(*arguments: str | Path) -> None:
    environment = {**os.environ, "SOURCE_DATE_EPOCH": DAY}
    subprocess.run([sys.executable, "-m", "blocs", *map(str, arguments)], check=True, cwd=FOLDER, env=environment)


def markdown() -> str:
    """The gallery's page."""
    parts = ["# Gallery", "", "Each picture is made by the command above it; `make gallery` makes them all again."]
    for picture in PICTURES:
        parts += ["", picture.says, "", f"    {picture.command}", "", f"![{picture.says}](gallery/{picture.name})"]
    return "\n".join(parts) + "\n"


def _screenshot(page: Path, picture: Path) -> None:
    """The page as a browser shows it, with one entity open; the picture stays as it was if there is no browser."""
    browser = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if browser is None:
        sys.stderr.write(f"no browser is installed: {picture.name} is left as it was\n")
        return
    from PIL import Image
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        tab = opened.new_page(viewport={"width": 1360, "height": 840})
        tab.goto(page.as_uri() + "#cst")
        tab.wait_for_selector("html[data-ready]")
        tab.wait_for_timeout(500)
        shot = tab.screenshot()
        opened.close()
    # Few colours are in it: with a palette it takes a third of the room.
    Image.open(io.BytesIO(shot)).quantize(128, dither=Image.Dither.NONE).save(picture, optimize=True)


def main() -> None:
    """Write everything."""
    FOLDER.mkdir(exist_ok=True)
    (FOLDER / TABLE).write_text(table(), encoding="utf-8")
    for picture in PICTURES:
        if picture.name.endswith(".svg"):
            _blocs(*picture.arguments, "--output", picture.name)
        else:
            with tempfile.TemporaryDirectory() as folder:
                _blocs(*picture.arguments, "--output", Path(folder) / "page.html")
                _screenshot(Path(folder) / "page.html", FOLDER / picture.name)
    sources = {picture.name: source(picture) for picture in PICTURES}
    (FOLDER / "sources.json").write_text(json.dumps(sources, indent=2) + "\n", encoding="utf-8")
    (DOCS / "gallery.md").write_text(markdown(), encoding="utf-8")
    sys.stdout.write(f"wrote gallery.md and {len(PICTURES)} pictures\n")


if __name__ == "__main__":
    main()
