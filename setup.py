"""Which packages there are, and what a package index shows of the README.

The checkout is the package `blocs`, so its packages are found here and named under it.
"""

import re
from pathlib import Path

from setuptools import find_namespace_packages, setup

RELATIVE = r"\((?![a-z]+:|#)[^)]*\)"


def readme() -> str:
    """The README without pictures and links of the checkout, which lead nowhere on a package index."""
    text = Path(__file__).with_name("README.md").read_text(encoding="utf-8")
    text = re.sub(rf"\[!\[[^]]*\]{RELATIVE}\]{RELATIVE}\n*", "", text)
    text = re.sub(rf"!\[[^]]*\]{RELATIVE}\n*", "", text)
    return re.sub(rf"\[([^]]*)\]{RELATIVE}", r"\1", text)


found = find_namespace_packages(
    include=["graph", "graph.*", "terminal", "terminal.*", "data", "data.*", "queries", "queries.*"]
)
setup(
    package_dir={"blocs": "."},
    packages=["blocs", *(f"blocs.{name}" for name in found)],
    long_description=readme(),
    long_description_content_type="text/markdown",
)
