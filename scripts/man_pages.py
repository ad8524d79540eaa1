"""Make the manual pages, blocs.1 and one for each command, from docs/commands.md: `make man`.

That page is made from the commands themselves, so `--help`, the reference and the manual say the same. Here only
Python's own library is used: the pages are made whenever blocs is built (setup.py), where nothing else is installed.
"""

from __future__ import annotations

import os
import re
import sys
import textwrap
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main(folder: Path) -> list[Path]:
    """Write the pages into a folder.

    Returns
    -------
    list of Path
        The files, in order.
    """
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, text in man_pages().items():
        path = folder / f"{name}.1"
        path.write_text(text, encoding="utf-8")
        written.append(path)
    return sorted(written)


def man_pages() -> dict[str, str]:
    """Every manual page by its name, such as "blocs-import-csv".

    >>> man_pages()["blocs-who"].splitlines()[1:3]
    ['.SH NAME', 'blocs\\\\-who \\\\- show who is in a set of bodies']
    """
    reference = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    version = re.search(r'__version__ = "([^"]+)"', (ROOT / "graph" / "version.py").read_text(encoding="utf-8"))
    assert version is not None
    # https://reproducible-builds.org/docs/source-date-epoch/
    day = time.strftime("%Y-%m-%d", time.gmtime(int(os.environ.get("SOURCE_DATE_EPOCH") or time.time())))
    parts = re.split(r"^## (.+)\n", reference, flags=re.M)[1:]
    sections = dict(zip(parts[::2], parts[1::2], strict=True))
    summaries = {name: _summary(text) for name, text in sections.items() if name != "blocs"}
    pages = {}
    for name, text in sections.items():
        title = _title(name)
        lines = [f'.TH {_plain(title.upper())} 1 "{day}" "blocs {version[1]}" "User Commands"', ".SH NAME"]
        lines += _wrapped(rf"{_plain(title)} \- {_plain(_lower(_summary(text)))}")
        lines += _body(text)
        if name == "blocs":
            lines += [".SH COMMANDS", *_list((_bold(f"blocs {one}"), what) for one, what in summaries.items())]
        others = [_title(one) for one in sections if one != name and (name == "blocs" or one == "blocs")]
        lines += [".SH SEE ALSO", ",\n".join(rf".BR {_plain(one)} (1)" for one in others)]
        pages[title] = "\n".join(lines) + "\n"
    return pages


def _title(name: str) -> str:
    return "blocs" if name == "blocs" else "blocs-" + name.replace(" ", "-")


def _summary(text: str) -> str:
    """The first sentence of a section, without its stop."""
    return text.strip().split("\n\n")[0].replace("\n", " ").removesuffix(".")


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def _body(text: str) -> Iterator[str]:
    """A section: its blocks, under the headings of a manual page."""
    blocks = text.strip().split("\n\n")
    usage = next(block for block in blocks if block.startswith("    blocs ") and "[OPTIONS]" in block)
    yield from (".SH SYNOPSIS", _usage(usage.strip()))
    heading = ".SH DESCRIPTION"
    for block in blocks:
        if block == usage:
            heading = ".SH OPTIONS"
        elif block.startswith("### "):
            heading = f".SH {block[4:].upper()}"
        elif block == "Examples:":
            heading = ".SH EXAMPLES"
        else:
            if heading or not block.startswith("- "):
                yield heading or ".PP"
            heading = ""
            yield from _block(block)


def _block(block: str) -> Iterator[str]:
    """A list of options, an example, or a paragraph."""
    if block.startswith("- "):
        items = (item.partition(" – ") for item in re.split(r"^- ", block, flags=re.M)[1:])
        yield from _list((_option(name), what) for name, _, what in items)
    elif block.startswith("    "):
        yield from (".nf", *(_line(_plain(line[4:])) for line in block.splitlines()), ".fi")
    else:
        yield from _wrapped(_marked(block))


def _list(items: Iterator[tuple[str, str]]) -> Iterator[str]:
    for name, what in items:
        yield from (".TP", name, *_wrapped(_marked(what)))


def _usage(usage: str) -> str:
    """`blocs who [OPTIONS] {EXPRESSION...}`, the command in bold."""
    command, _, rest = usage.partition(" [OPTIONS]")
    return f"{_bold(command)} {_plain('[OPTIONS]' + rest)}"


def _bold(text: str) -> str:
    return rf"\fB{_plain(text)}\fR"


def _italic(text: str) -> str:
    return rf"\fI{_plain(text)}\fR"


def _marked(text: str) -> str:
    """Text in which code is bold, and italic where it stands for something else, as `DATE` does."""
    parts = re.split("`([^`]*)`", text)
    parts[::2] = map(_plain, parts[::2])
    parts[1::2] = (
        _italic(code) if re.fullmatch(r"[\[{]?[A-Z:]+[.\]}]*", code) else _bold(code) for code in parts[1::2]
    )
    return "".join(parts)


def _option(names: str) -> str:
    """The names of an option in bold, and in italics what it takes."""
    codes = re.findall("`([^`]*)`", names)
    if not codes[0].startswith("-"):
        return _marked(names)
    bold = ", ".join(_bold(code) for code in codes if code.startswith("-"))
    return " ".join([bold, *(_italic(code) for code in codes if not code.startswith("-"))])


def _plain(text: str) -> str:
    r"""Text in which nothing is an instruction, in ASCII.

    >>> print(_plain("a-b \\ 'c' …"))
    a\-b \e \(aqc\(aq \[u2026]
    """
    text = text.replace("\\", r"\e").replace("-", r"\-").replace("'", r"\(aq").replace("`", r"\(ga")
    return re.sub(r"[^\x00-\x7f]", lambda found: rf"\[u{ord(found[0]):04X}]", text)


def _wrapped(text: str) -> Iterator[str]:
    """A paragraph in lines of at most 80 bytes, as the tools that check manual pages want it."""
    yield from map(_line, textwrap.wrap(" ".join(text.split()), 72, break_long_words=False, break_on_hyphens=False))


def _line(text: str) -> str:
    """A line that does not begin like an instruction."""
    return rf"\&{text}" if text.startswith(".") else text


if __name__ == "__main__":
    made = main(Path(sys.argv[1]))
    sys.stdout.write(f"wrote {len(made)} manual pages into {sys.argv[1]}\n")
