"""Which packages there are, the manual pages, and what a package index shows of the README.

The checkout is the package `blocs`, so its packages are found here and named under it.
"""

import gzip
import os
import re
import runpy
import tarfile
from pathlib import Path

from setuptools import find_namespace_packages, setup
from setuptools.command.sdist import sdist

RELATIVE = r"\((?![a-z]+:|#)[^)]*\)"


def readme() -> str:
    """The README without pictures and links of the checkout, which lead nowhere on a package index."""
    text = Path(__file__).with_name("README.md").read_text(encoding="utf-8")
    text = re.sub(rf"\[!\[[^]]*\]{RELATIVE}\]{RELATIVE}\n*", "", text)
    text = re.sub(rf"!\[[^]]*\]{RELATIVE}\n*", "", text)
    return re.sub(rf"\[([^]]*)\]{RELATIVE}", r"\1", text)


def man_pages() -> list[str]:
    """The manual pages, made anew: `man blocs` finds them beside the programs of the environment that blocs is in."""
    root = Path(__file__).parent
    make = runpy.run_path(str(root / "scripts" / "man_pages.py"))["main"]
    return [path.relative_to(root).as_posix() for path in make(root / "build" / "man")]


class Sdist(sdist):
    """The source distribution, the same each time it is built: setuptools' own has the times and owners of the day.

    https://reproducible-builds.org/docs/archives/
    """

    def make_archive(self, base_name, format, root_dir=None, base_dir=None, owner=None, group=None):
        epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
        if format != "gztar" or not epoch.isdecimal():
            return super().make_archive(base_name, format, root_dir, base_dir, owner, group)

        def plain(entry):
            entry.mtime, entry.uid, entry.gid, entry.uname, entry.gname = int(epoch), 0, 0, "", ""
            entry.mode = 0o755 if entry.isdir() or entry.mode & 0o100 else 0o644
            return entry

        made = f"{base_name}.tar.gz"
        with (
            Path(made).open("wb") as file,
            gzip.GzipFile("", "wb", fileobj=file, mtime=int(epoch)) as packed,
            tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as archive,
        ):
            for path in (Path(base_dir), *sorted(Path(base_dir).rglob("*"))):
                archive.add(path, recursive=False, filter=plain)
        return made


found = find_namespace_packages(
    include=["graph", "graph.*", "terminal", "terminal.*", "data", "data.*", "queries", "queries.*"]
)
setup(
    cmdclass={"sdist": Sdist},
    package_dir={"blocs": "."},
    packages=["blocs", *(f"blocs.{name}" for name in found)],
    data_files=[("share/man/man1", man_pages())],
    long_description=readme(),
    long_description_content_type="text/markdown",
)
