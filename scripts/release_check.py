"""Whether a release can be made from this checkout: what would be uploaded is built, twice, and looked at.

Both distributions must be the same each time they are built (https://reproducible-builds.org/docs/source-date-epoch/),
must be shown by a package index as they should, and must work where nothing else is: the wheel answers its first
question in an environment of its own, the source distribution runs its tests. Run by `make release-check`.
"""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
import tarfile
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TESTS = ("tests/terminal/test_who.py", "tests/project/test_readme.py", "tests/graph/model")
"""The tests that are run from the source distribution: all of them are there, and all run in CI."""


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        environment = {**os.environ, "SOURCE_DATE_EPOCH": last_change()}
        once, again = build(folder / "once", environment), build(folder / "again", environment)
        check("both builds are the same", once == again, f"{once} and {again}")
        dist = folder / "once"
        run(sys.executable, "-m", "twine", "check", "--strict", *map(str, sorted(dist.iterdir())))
        check_version()
        wheel_answers(next(dist.glob("*.whl")), folder / "wheel")
        sources_run_their_tests(next(dist.glob("*.tar.gz")), folder / "sources")
    print("A release can be made.")


def last_change() -> str:
    """The time of the last commit, in seconds since 1970: the time that all files of a distribution get."""
    shown = subprocess.run(["git", "log", "-1", "--format=%ct"], cwd=ROOT, capture_output=True, text=True, check=True)
    return shown.stdout.strip()


def build(folder: Path, environment: dict[str, str]) -> dict[str, str]:
    """Build both distributions; the hash of each by its name.

    From an export of the last commit: what lies about in the checkout is not released.
    """
    source = folder.with_name(f"{folder.name}-source")
    source.mkdir(parents=True)
    archive = source.with_suffix(".tar")
    run("git", "archive", "--output", str(archive), "HEAD", cwd=ROOT)
    with tarfile.open(archive) as exported:
        exported.extractall(source, filter="data")
    run(sys.executable, "-m", "build", "--outdir", str(folder), str(source), environment=environment)
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.iterdir())}


def check_version() -> None:
    """The changelog has an entry for this version, or says what is not released yet."""
    version = re.search(r'__version__ = "([^"]+)"', (ROOT / "graph" / "version.py").read_text(encoding="utf-8"))
    assert version is not None
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    check("CHANGELOG.md names the version", f"## {version[1]}" in changelog or "## Unreleased" in changelog, version[1])


def wheel_answers(wheel: Path, folder: Path) -> None:
    """Install the wheel where nothing else is, and ask it the first question."""
    python = environment_in(folder)
    run(python, "-m", "pip", "install", "--quiet", str(wheel))
    shown = run(str(Path(python).with_name("blocs")), "who", "CIS - CST - GUUAM", cwd=folder)
    check("the wheel answers", "turkmenistan" in shown, shown)
    manual = sorted(path.name for path in folder.glob("environment/share/man/man1/*"))
    check("the wheel has manual pages", {"blocs.1", "blocs-who.1"} <= set(manual), manual)


def sources_run_their_tests(sdist: Path, folder: Path) -> None:
    """Unpack the source distribution, install what its tests need, and run some of them."""
    python = environment_in(folder)
    with tarfile.open(sdist) as archive:
        archive.extractall(folder, filter="data")
    (unpacked,) = (path for path in folder.iterdir() if path.name.startswith("blocs-"))
    run(python, "-m", "pip", "install", "--quiet", "--editable", str(unpacked))
    run(python, "-m", "pip", "install", "--quiet", "--requirement", str(unpacked / "requirements-dev.txt"))
    run(python, "-m", "pytest", *TESTS, cwd=unpacked)


def environment_in(folder: Path) -> str:
    """A fresh virtual environment; its Python."""
    venv.create(folder / "environment", with_pip=True)
    return str(folder / "environment" / ("Scripts" if os.name == "nt" else "bin") / "python")


def run(*command: str, cwd: Path | None = None, environment: dict[str, str] | None = None) -> str:
    """Run a command; what it printed. Ends the check if it fails."""
    done = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{' '.join(command)} failed:\n{done.stdout[-3000:]}{done.stderr[-3000:]}")
    return done.stdout


def check(what: str, holds: bool, found: object) -> None:
    """Say that something holds, or end the check."""
    if not holds:
        sys.exit(f"not so: {what} ({found})")
    print(f"{what}: yes")


if __name__ == "__main__":
    main()
