"""What runs with the lowest versions is told by names of files and tests that are there."""

from __future__ import annotations

import pytest
from places import ROOT
from selection import EVERY_CASE, NO_LIBRARY, ONE_LAW, of_libraries


@pytest.mark.parametrize("named", [*EVERY_CASE, *NO_LIBRARY, *ONE_LAW])
def test_what_is_named_is_there(named: str) -> None:
    file, _, test = named.partition("::")
    assert (ROOT / file).exists()
    assert not test or f"def {test.partition('[')[0]}" in (ROOT / file).read_text(encoding="utf-8")


def test_of_each_test_some_cases_run_and_of_files_and_servers_all() -> None:
    plain, alone, files = "tests/graph/test_x.py::test_it", "tests/graph/test_x.py::test_one", f"{EVERY_CASE[0]}x.py::t"
    cases = [f"{test}[{case}]" for test in (plain, files) for case in range(9)]
    chosen = of_libraries([*cases, alone, f"{NO_LIBRARY[0]}::test_it", f"{ONE_LAW[0]}[1]"])
    assert chosen == [*(f"{plain}[{case}]" for case in (0, 2, 4, 6, 8)), *cases[9:], alone]
