"""What all tests share: the command line in this process, and the article where it is at hand."""

from __future__ import annotations

import contextlib
import gc
import gzip
import io
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from needs import missing
from places import SHARED
from selection import of_libraries

# How long an example takes is no property of the code: machines are busy. Speed is shown in benchmarks/.
settings.register_profile("blocs", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("blocs")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--of-libraries", action="store_true", help="only tests that a library's version can break: see selection.py"
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what `--of-libraries` leaves out."""
    if config.getoption("--of-libraries"):
        chosen = set(of_libraries(item.nodeid for item in items))
        config.hook.pytest_deselected(items=[item for item in items if item.nodeid not in chosen])
        items[:] = [item for item in items if item.nodeid in chosen]


def pytest_configure(config: pytest.Config) -> None:
    """Have the checkout collected as a folder, not as the package that it is, whose name it need not have."""

    class Checkout:
        def pytest_collect_directory(self, path: Path, parent: pytest.Collector) -> pytest.Collector | None:
            return pytest.Dir.from_parent(parent, path=path) if path == config.rootpath else None

    config.pluginmanager.register(Checkout())


def pytest_collection_finish() -> None:
    """Spare the garbage collector the ten thousand tests, which stay to the end, and have it look less often."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 10, 10)


@dataclass(frozen=True)
class Result:
    """What a command left behind: exit code, standard output and standard error."""

    code: int
    out: str
    err: str


class _Stream(io.TextIOWrapper):
    """A standard stream in memory that a command can write text and bytes to."""

    def __init__(self) -> None:
        super().__init__(io.BytesIO(), encoding="utf-8", write_through=True)

    def text(self) -> str:
        return self.buffer.getvalue().decode("utf-8")  # type: ignore[attr-defined]


@cache
def _commands() -> Any:
    """The command line, made once: Typer makes all commands anew each time that an app is called."""
    from blocs.cli import app
    from typer.main import get_command

    return get_command(app)


@pytest.fixture
def blocs(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Run the command line as a user would: `blocs("who", "CST")` gives the `Result`."""

    def invoke(*arguments: str | Path, input: str | bytes = b"") -> Result:
        from blocs.terminal.process.running import run

        content = input.encode() if isinstance(input, str) else input
        out, err = _Stream(), _Stream()
        with monkeypatch.context() as patch:
            patch.setattr(sys, "argv", ["blocs", *map(str, arguments)])
            # Beside other tests on a busy machine, a command may take longer; what ends it would end the tests.
            patch.setattr("blocs.terminal.process.limits.TIMEOUT", 600.0)
            patch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(io.BytesIO(content)), encoding="utf-8"))
            patch.setattr(sys, "stdout", out)
            patch.setattr(sys, "stderr", err)
            try:
                code = run(_commands())
            except SystemExit as ended:
                code = ended.code if isinstance(ended.code, int) else 1
        return Result(code, out.text(), err.text())

    return invoke


@pytest.fixture(autouse=True)
def _no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have nothing set for every command, whatever the person who runs the tests has set."""
    for name in ("DATA", "STORE", "ENDPOINT", "FORMAT", "ROLE", "PAGER", "WIDTH"):
        monkeypatch.delenv(f"BLOCS_{name}", raising=False)
    monkeypatch.setenv("BLOCS_CONFIG", "")


@pytest.fixture
def shared() -> Path:
    """The folder with the article and the membership tables, which not every checkout has beside it."""
    if not SHARED.is_dir():
        pytest.skip("needs ../shared, which is not here")
    return SHARED


@pytest.fixture
def as_nobody() -> Iterator[Callable[[], contextlib.AbstractContextManager[None]]]:
    """A context in which the process is a user who owns nothing: root may read and write everything."""

    @contextlib.contextmanager
    def without_rights() -> Iterator[None]:
        me = os.geteuid()
        os.seteuid(65534 if me == 0 else me)
        try:
            yield
        finally:
            os.seteuid(me)

    if os.name != "posix":
        pytest.skip("needs users as Unix has them")
    yield without_rights


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every user can look into, as those of `tmp_path` are not."""
    folder = Path(tempfile.mkdtemp(prefix="blocs-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


COW_TABLES = ("state_year_format3.csv.gz", "igo_year_format3.csv.gz", "states2016.csv")


@pytest.fixture(scope="session")
def cow_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of the Correlates of War IGO tables, with full names; one for all processes that run tests."""
    return _imported_once(tmp_path_factory, "cow-store", lambda folder: SHARED / "cow-igo" / COW_TABLES[0])


@pytest.fixture(scope="session")
def cow_part(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with every eighth body: all states and two centuries, for what is asked of them many times."""

    def cut(folder: Path) -> Path:
        with (
            gzip.open(SHARED / "cow-igo" / COW_TABLES[0], "rt") as whole,
            gzip.open(folder / "part.csv.gz", "wt", compresslevel=1) as part,
        ):
            for line in whole:
                cells = line.rstrip("\n").split(",")
                part.write(",".join((*cells[:3], *cells[3::8])) + "\n")
        return folder / "part.csv.gz"

    return _imported_once(tmp_path_factory, "cow-part", cut)


def _imported_once(factory: pytest.TempPathFactory, name: str, states_by_year: Callable[[Path], Path]) -> Path:
    """A store of a table of states by year, made by the first process that needs it."""
    tables = SHARED / "cow-igo"
    if not tables.is_dir():
        pytest.skip("needs ../shared/cow-igo, which is not here")
    from blocs.graph.sources.importing.cow import import_cow
    from filelock import FileLock

    folder = factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        folder = folder.parent
    with FileLock(folder / f"{name}.lock"):
        if not (folder / name).exists():
            import_cow(folder / name, states_by_year(folder), *(tables / one for one in COW_TABLES[1:]))
    return folder / name


BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


@pytest.fixture(scope="module")  # playwright runs once at a time, and other rooms have pages too
def browser() -> Iterator[Any]:
    """A browser that is installed here; the tests install none."""
    if BROWSER is None:
        missing("needs a browser: chromium or google-chrome")
    from playwright.sync_api import sync_playwright

    alone = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=BROWSER, args=alone)
        yield opened
        opened.close()
