"""How Sphinx makes the site from the pages of this folder: `make site`.

The pages are plain Markdown that reads well in a checkout too. `index.md` has the order; CONTRIBUTING.md, SECURITY.md
and CHANGELOG.md are included from where they are, and the reference of Python names comes from the docstrings.
"""

from __future__ import annotations

import re
from typing import Any

from blocs import __version__

project = "blocs"
version = release = __version__
copyright = "the authors of blocs, under the MIT licence"

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
source_suffix = {".md": "markdown"}

# Links between pages may point at any heading; one that points at nothing is a warning, and `make site` fails.
myst_heading_anchors = 4

autodoc_member_order = "bysource"
autodoc_typehints = "none"
add_module_names = False
napoleon_google_docstring = False
napoleon_use_rtype = False
napoleon_use_param = False
default_role = "code"

html_theme = "furo"
html_title = "blocs"
html_show_sphinx = False
html_copy_source = False
html_static_path = ["site.css"]
html_css_files = ["site.css"]
pygments_style = "a11y-high-contrast-light"  # what a command prints is grey on grey in most others
pygments_dark_style = "a11y-high-contrast-dark"


def setup(app: Any) -> None:
    """What this project and Sphinx have different habits in."""
    app.connect("source-read", _end_of_examples)
    app.connect("autodoc-process-docstring", _head_of_examples, priority=100)
    app.connect("autodoc-skip-member", _says_nothing)


def _end_of_examples(app: Any, page: str, text: list[str]) -> None:
    """Take away the empty line that ends the examples of a page for those who run them."""
    text[0] = re.sub(r"(```python\n>>> .*?)\n\n```$", r"\1\n```", text[0], flags=re.DOTALL | re.MULTILINE)


def _head_of_examples(app: Any, what: str, name: str, of: object, options: Any, lines: list[str]) -> None:
    """Put a heading over the examples of a docstring, which are read as part of the last section without one."""
    first = next((n for n, line in enumerate(lines) if line.startswith(">>>")), None)
    if first is not None and "Examples" not in lines[:first]:
        lines[first:first] = ["Examples", "--------"]


def _says_nothing(app: Any, what: str, name: str, of: object, skip: bool, options: Any) -> bool | None:
    """Leave out the fields of named tuples: they are in the signature, and what Python says of them is their number."""
    return True if (getattr(of, "__doc__", None) or "").startswith("Alias for field number") else None
