"""DOT text to a picture: by Graphviz if it is installed, else by the `graphviz-pure` that comes with blocs."""

from __future__ import annotations

import html
import io
import os
import re
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

from ..errors import InvalidRequest, OperationFailed

__all__ = ["PICTURES", "laid_out", "programs", "render"]

PICTURES = ("svg", "png", "pdf")
"""The formats of pictures."""

_DPI = {"png": "144"}


def programs() -> list[str]:
    """The programs that draw DOT and are installed, the preferred one first.

    A Graphviz of the system's own comes first: it knows more formats and the fonts that are installed.
    """
    here = [sysconfig.get_path("scripts"), str(Path(sys.executable).parent)]
    # The environment that blocs runs in need not be on PATH (`.venv/bin/blocs`).
    around = os.pathsep.join([os.environ.get("PATH", os.defpath), *here])
    found = [shutil.which("dot"), shutil.which("graphviz-pure", path=around)]
    return [program for program in found if program]


def render(
    dot: str, form: str, *, timeout: float = 120, placed: bool = False, page: tuple[float, float, float] | None = None
) -> bytes:
    """Draw DOT text.

    Parameters
    ----------
    dot : str
        The picture, as `dot.dot_text` writes it.
    form : str
        "svg", "png" (144 dots per inch) or "pdf".
    timeout : float
        The seconds that it may take.
    placed : bool
        Whether everything has its place already, as `laid_out` gives it.
    page : tuple of float or None
        Width and height of the page in points, and the scale of the drawing in its middle; None for as large as it is.

    Returns
    -------
    bytes

    Raises
    ------
    InvalidRequest
        If there is no such format.
    OperationFailed
        If no program that draws it is installed, or it takes too long.

    >>> render("digraph { a -> b }", "svg")[:5]
    b'<?xml'
    """
    if form not in PICTURES:
        raise InvalidRequest(f"unknown picture format {form!r}; use one of: {' '.join(PICTURES)}")
    found = programs()
    if not found:
        raise OperationFailed(
            "Graphviz was not found; install it (https://graphviz.org/download), or: pip install graphviz-pure"
        )
    options = [f"-T{form}", *([f"-Gdpi={_DPI[form]}"] if form in _DPI else []), *(["-Kneato", "-n2"] if placed else [])]
    if page is not None:
        # Some devices have margins of their own.
        options += [f"-Gviewport={page[0]:.0f},{page[1]:.0f},{page[2]:.4f}", "-Gmargin=0"]
    complaint = ""
    for program in found:
        drawn, complaint = _drawn([program, *options], dot, timeout)
        if drawn:
            return _with_fonts(drawn) if form == "svg" else drawn
    if "not recognized" in complaint and form == "pdf":
        return _pdf(render(dot, "svg", timeout=timeout, placed=placed, page=page))
    raise OperationFailed(f"Graphviz could not draw the picture: {complaint or 'it wrote nothing'}")


def laid_out(dot: str, layout: str, *, timeout: float = 120, form: str = "dot", placed: bool = False) -> str:
    """DOT text with the places of everything in it, by one of Graphviz's layouts.

    What is `placed` stays about where its boxes are; they are moved apart, and lines are led around them. The `form` is
    "dot", or "json0" for the boxes alone.

    Raises OperationFailed if it cannot be laid out, or takes too long.

    >>> 'pos="27,18"' in laid_out("digraph { a }", "dot")
    True
    """
    complaint = ""
    for program in programs():
        drawn, complaint = _drawn([program, f"-K{layout}", f"-T{form}", *(["-n"] if placed else [])], dot, timeout)
        if drawn:
            return drawn.decode("utf-8", "replace")
    raise OperationFailed(f"Graphviz could not draw the picture: {complaint or 'it wrote nothing'}")


def _drawn(command: list[str], dot: str, timeout: float) -> tuple[bytes, str]:
    """What a program makes of DOT text, and the first line of its complaint."""
    program = command[0]
    try:
        done = subprocess.run(command, input=dot.encode(), capture_output=True, timeout=timeout, check=False)
    except subprocess.TimeoutExpired:
        raise OperationFailed(
            f"drawing took longer than {timeout:g} seconds;"
            " draw less (--only, --focus, --threshold) or use --layout sfdp"
        ) from None
    except OSError as error:
        return b"", f"{program}: {error.strerror or error}"
    complaint = done.stderr.decode("utf-8", "replace").strip().split("\n")[0]
    return (done.stdout, complaint) if done.returncode == 0 else (b"", complaint)


def _pdf(svg: bytes) -> bytes:
    """An svg as pdf, if the program that draws writes none itself."""
    try:
        from reportlab.graphics import renderPDF
        from svglib.svglib import svg2rlg
    except ImportError:
        raise OperationFailed(
            "pdf needs Graphviz (https://graphviz.org/download), or: pip install svglib; or use --format svg"
        ) from None
    text = html.unescape(svg.decode("utf-8", "replace"))
    if lacking := [letter for letter in dict.fromkeys(text) if not _is_latin(letter)]:
        raise OperationFailed(
            f"pdf without Graphviz has Latin letters only, and no {lacking[0]!r}; install Graphviz"
            " (https://graphviz.org/download), or use --format svg or png"
        )
    written: bytes = renderPDF.drawToString(svg2rlg(io.BytesIO(svg)))
    return written


def _is_latin(letter: str) -> bool:
    """Whether the fonts that every reader of pdf has hold a letter."""
    try:
        letter.encode("cp1252")
    except UnicodeEncodeError:
        return False
    return True


def _with_fonts(svg: bytes) -> bytes:
    """An svg whose text falls back to fonts of similar width, so that it fits its shapes on every machine."""
    return re.sub(rb'font-family="Arial[^"]*"', b'font-family="Arial,Helvetica,Liberation Sans,sans-serif"', svg)
