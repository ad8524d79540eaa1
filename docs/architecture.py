"""Draw docs/architecture.svg, the floors of the project, from the layers in pyproject.toml: `make docs`.

The layers are those that `lint-imports` checks, and what a folder has is the first sentence of its docstring: so the
picture shows what is so.
"""

from __future__ import annotations

import ast
import sys
import tomllib
from html import escape
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PICTURE = Path(__file__).with_name("architecture.svg")

WIDTH, GAP, NAMES = 860, 7, 170
ALONE, LINE = 30, 16


def floors() -> list[list[str]]:
    """The modules of each floor, the highest first, as paths from the checkout's root.

    >>> floors()[0], floors()[-4]
    (['cli'], ['graph/model'])
    """
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    (contract,) = (one for one in project["tool"]["importlinter"]["contracts"] if one["type"] == "layers")
    return [
        [module.strip().removeprefix("blocs.").replace(".", "/") for module in layer.split("|")]
        for layer in contract["layers"]
    ]


def said(module: str) -> str:
    """What a module or folder has: the first sentence of its docstring."""
    path = ROOT / module
    path = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
    text = " ".join((ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or "").split("\n\n")[0].split())
    return text.split(". ")[0].rstrip(".").replace("`", "")


def svg() -> str:
    """The picture: a floor of one module is a line, several stand side by side."""
    parts: list[str] = []
    y = GAP
    for row in floors():
        width = (WIDTH - GAP * (len(row) + 1)) / len(row)
        height = ALONE if len(row) == 1 else ALONE + LINE * max(len(_lines(said(one), width)) for one in row)
        for place, module in enumerate(row):
            parts.append(_box(module, GAP + place * (width + GAP), y, width, height))
        y += height + GAP
    parts.append(_text(WIDTH / 2, y + 18, "A module imports only from its own floor or from floors below.", "middle"))
    head = (
        f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {WIDTH} {y + 32}' width='{WIDTH}' height='{y + 32}'"
        " font-family='Helvetica, Arial, sans-serif' font-size='13'>"
    )
    paper = f"<rect width='{WIDTH}' height='{y + 32}' fill='#ffffff'/>"
    return "\n".join([head, "<title>The floors of blocs</title>", paper, *parts, "</svg>"]) + "\n"


def _box(module: str, x: float, y: float, width: float, height: float) -> str:
    name = module + ("/" if (ROOT / module).is_dir() else ".py")
    fill = "#f3efe6" if module.startswith("graph/") else "#e3edf6"
    box = f"<rect x='{x:.0f}' y='{y}' width='{width:.0f}' height='{height}' rx='4' fill='{fill}' stroke='#8a8a8a'/>"
    title = _text(x + 10, y + 20, name, weight="bold")
    if height == ALONE:
        return box + title + _text(x + NAMES, y + 20, said(module))
    lines = enumerate(_lines(said(module), width), 1)
    return box + title + "".join(_text(x + 10, y + 20 + LINE * n, line) for n, line in lines)


def _text(x: float, y: float, words: str, anchor: str = "start", weight: str = "normal") -> str:
    return (
        f"<text x='{x:.0f}' y='{y:.0f}' text-anchor='{anchor}' font-weight='{weight}' fill='#222222'>"
        f"{escape(words, quote=False)}</text>"
    )


def _lines(text: str, width: float) -> list[str]:
    """A text as lines that fit into a box."""
    lines = [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > width / 6.4:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


if __name__ == "__main__":
    PICTURE.write_text(svg(), encoding="utf-8")
    sys.stdout.write(f"wrote {PICTURE.name}\n")
