"""The wheel and the source distribution: what is in them, and that what is installed from them works."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pytest
from build.env import DefaultIsolatedEnv
from needs import missing
from places import ROOT

from build import ProjectBuilder

RUN = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}


class Builder:
    """Builds as `python -m build` does, in one environment for all that has what pyproject.toml requires, and no more.

    What was said meanwhile is in `said`.
    """

    def __init__(self, environment: DefaultIsolatedEnv) -> None:
        self.environment, self.has, self.said = environment, set[str](), ""

    def build(self, kind: str, source: Path, folder: Path, **variables: str) -> Path:
        """Build an "sdist" or a "wheel" into a folder, with some variables of the environment set."""

        def run(command: Sequence[str], cwd: str | None = None, extra_environ: Mapping[str, str] | None = None) -> None:
            own = {**RUN, **(extra_environ or {}), **variables}
            done = subprocess.run(command, cwd=cwd, env=own, capture_output=True, text=True)
            self.said += done.stdout + done.stderr
            assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]

        project = ProjectBuilder.from_isolated_env(self.environment, source, run)
        self._install(project.build_system_requires)
        self._install(project.get_requires_for_build(kind))  # type: ignore[arg-type]
        return Path(project.build(kind, folder))  # type: ignore[arg-type]

    def _install(self, required: set[str]) -> None:
        if lacking := required - self.has:
            self.environment.install(lacking)
            self.has |= lacking


@pytest.fixture(scope="module")
def builder() -> Iterator[Builder]:
    with DefaultIsolatedEnv() as environment:
        yield Builder(environment)


def unpacked(sdist: Path, folder: Path) -> Path:
    """What a source distribution has, unpacked in a folder."""
    with tarfile.open(sdist) as archive:
        archive.extractall(folder, filter="data")
    (source,) = folder.iterdir()
    return source


@pytest.fixture(scope="module")
def built(builder: Builder, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An sdist built from a copy of what git knows (or, outside git, of the checkout), and a wheel built from that."""
    folder = tmp_path_factory.mktemp("dist")
    source = tmp_path_factory.mktemp("source")
    listed = subprocess.run(["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True)
    if listed.returncode != 0:
        missing("needs a git checkout, to know what belongs to the project")
    for name in listed.stdout.splitlines():
        if (ROOT / name).is_file():
            (source / name).parent.mkdir(parents=True, exist_ok=True)
            (source / name).write_bytes((ROOT / name).read_bytes())
    sdist = builder.build("sdist", source, folder)
    builder.build("wheel", unpacked(sdist, tmp_path_factory.mktemp("unpacked")), folder)
    assert "Warning" not in builder.said
    return folder


def test_the_wheel_has_one_import_name_and_all_that_it_needs(built: Path) -> None:
    (wheel,) = built.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    release = names[-1].split(".dist-info")[0]
    assert {name.split("/")[0] for name in names} == {"blocs", f"{release}.dist-info", f"{release}.data"}
    manual = [name for name in names if name.startswith(f"{release}.data/")]
    assert f"{release}.data/data/share/man/man1/blocs-who.1" in manual
    assert all(re.fullmatch(r".*/share/man/man1/blocs[a-z-]*\.1", name) for name in manual)
    for needed in (
        "cli.py",
        "py.typed",
        "data/triples.ttl",
        "data/triples.nt",
        "data/names.tsv",
        "data/vocabulary.ttl",
        "data/states.ttl",
        "data/bodies.ttl",
        "queries/in-both.rq",
        "queries/lenses/wikidata.rq",
        "data/contexts/schema.org.jsonld",
        "graph/model/naming/names.py",
        "data/page/page.html",
        "data/page/first-names.txt",
        "data/page/scripts/main.js",
    ):
        assert f"blocs/{needed}" in names
    for folder in ("graph", "terminal", "queries", "data"):
        ours = {
            f"blocs/{p.relative_to(ROOT)}"
            for p in (ROOT / folder).rglob("*")
            if p.suffix in (".py", ".rq", ".ttl", ".json")
        }
        assert ours <= set(names)
    assert any(name.endswith("LICENSE") for name in names)
    assert not [name for name in names if name.startswith(("blocs/tests", "blocs/benchmarks", "blocs/docs"))]


def test_the_source_distribution_is_complete(built: Path) -> None:
    (sdist,) = built.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {
        "pyproject.toml",
        "setup.py",
        "README.md",
        "LICENSE",
        "cli.py",
        "data/triples.ttl",
        "queries/in-both.rq",
        "queries/lenses/wikidata.rq",
        "data/contexts/schema.org.jsonld",
    } <= names
    assert {f"queries/{path.name}" for path in (ROOT / "queries").glob("*.rq")} <= names
    # Who has it can run its tests.
    tests = {str(path.relative_to(ROOT)) for path in (ROOT / "tests").rglob("*.*") if "cache" not in str(path)}
    assert {*tests, "Makefile", "requirements-dev.txt", "docs/model.md", "CHANGELOG.md", ".ci/run"} <= names


def test_what_a_package_index_shows_has_no_picture_or_link_of_the_checkout(built: Path) -> None:
    (wheel,) = built.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        shown = archive.read(name).decode("utf-8")
    _, _, text = shown.partition("\n\n")
    assert "Who is in which alliance" in text and "docs/model.md" in text
    assert re.findall(r"\]\((?!https?://)[^)]*\)", text) == []
    checked = [sys.executable, "-m", "twine", "check", "--strict", *map(str, sorted(built.iterdir()))]
    done = subprocess.run(checked, capture_output=True, text=True, env=RUN)
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_distribution_is_the_same_each_time_it_is_built(builder: Builder, built: Path, tmp_path: Path) -> None:
    """The source distribution built twice from one source, at another time; `make release-check` does it with both."""
    (sdist,) = built.glob("*.tar.gz")
    source = unpacked(sdist, tmp_path / "source")
    found = []
    for number in (1, 2):
        made = builder.build("sdist", source, tmp_path / str(number), SOURCE_DATE_EPOCH="1000000000")
        found.append(made.read_bytes())
        for path in source.rglob("*"):
            os.utime(path, (0, 10**9 + number))
    assert found[0] == found[1]


def test_an_installed_wheel_answers_from_any_folder(built: Path, tmp_path: Path) -> None:
    (wheel,) = built.glob("*.whl")
    target = tmp_path / "site"
    install = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", str(target), str(wheel)]
    subprocess.run(install, check=True, capture_output=True)
    environment = {**RUN, "PYTHONPATH": str(target)}
    # Without the finder of an editable installation, which would come first.
    run = (
        "import sys; sys.meta_path = [f for f in sys.meta_path if 'Editable' not in getattr(f, '__name__', '')]\n"
        "import blocs.cli; print(blocs.__file__); sys.stdout.flush(); blocs.cli.main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", run, "who", "CIS - CST - GUUAM"],
        capture_output=True, text=True, cwd=tmp_path, env=environment,
    )  # fmt: skip
    where, _, answer = done.stdout.partition("\n")
    assert where.startswith(str(target)), done
    assert answer.splitlines()[1:] == ["turkmenistan\tTurkmenistan\tderived"]


def test_the_lowest_versions_are_those_of_pyproject() -> None:
    """What `make lowest` installs has each dependency at the lower bound that users are promised, and all for tests."""

    def versions(lines: list[str]) -> dict[str, tuple[int, ...]]:
        pairs = (line.split("==") for line in lines if "==" in line)
        return {
            name: tuple(int(part) for part in f"{version}.0.0".split(".")[:3] if part.isdigit())
            for name, version in pairs
        }

    pins = versions((ROOT / "requirements-lowest.txt").read_text("utf-8").split())
    wanted = subprocess.run(
        [sys.executable, str(ROOT / "scripts" / "lowest_versions.py")], capture_output=True, text=True, check=True
    )
    lowest = versions(wanted.stdout.split())
    assert len(lowest) > 20
    tools = {re.split("[<>=]", line)[0].lower().replace("_", "-") for line in wanted.stdout.split()}
    assert tools - pins.keys() == set(), "run: make lock"
    assert {name: pins.get(name) for name in lowest} == lowest, "run: make lock"
