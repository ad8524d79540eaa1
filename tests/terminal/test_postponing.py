"""Modules that are read when they are first used are otherwise like those that are imported."""

import importlib
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from blocs.terminal.process.postponing import postpone


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Write modules, and let them be found and forgotten again."""
    monkeypatch.syspath_prepend(tmp_path)
    written: list[str] = []

    def module(name: str, text: str) -> None:
        (tmp_path / f"{name}.py").write_text(text, encoding="utf-8")
        written.append(name)
        importlib.invalidate_caches()

    yield module
    for name in written:
        sys.modules.pop(name, None)


def test_read_when_first_used(write):
    write("late_one", "import sys\nsys.late_reads = getattr(sys, 'late_reads', 0) + 1\nvalue = 7\n_hidden = 8\n")
    postpone("late_one")
    import late_one as first
    import late_one as second

    assert first is second and not hasattr(sys, "late_reads")
    assert first.__spec__.name == "late_one" and first.__file__.endswith("late_one.py")
    assert not hasattr(sys, "late_reads")  # what importing looks at is there
    from late_one import value

    assert (value, second._hidden, sys.late_reads) == (7, 8, 1)
    del sys.late_reads
    with pytest.raises(AttributeError, match="module 'late_one' has no attribute 'other'"):
        _ = first.other


def test_all_of_its_names(write):
    write("late_star", "__all__ = ['a']\na = 1\nb = 2\n")
    postpone("late_star")
    names: dict[str, object] = {}
    exec("from late_star import *", names)
    assert names["a"] == 1 and "b" not in names


def test_what_it_asks_of_itself(write):
    write("late_circle", "import late_circle\nearly = getattr(late_circle, 'later', 'none yet')\nlater = 1\n")
    postpone("late_circle")
    import late_circle

    assert (late_circle.early, late_circle.later) == ("none yet", 1)


def test_what_cannot_be_read_says_so_each_time(write):
    write("late_fault", "raise ValueError('broken')\n")
    postpone("late_fault")
    import late_fault

    for _ in range(2):
        with pytest.raises(ValueError, match="broken"):
            _ = late_fault.value


def test_threads_wait_for_one_another(write):
    write("late_slow", "import time\nfirst = 1\ntime.sleep(0.2)\nlast = 2\n")
    postpone("late_slow")
    import late_slow

    found: list[int] = []
    threads = [threading.Thread(target=lambda: found.append(late_slow.last)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [2, 2, 2, 2]


def test_imported_and_unknown_modules_are_left_alone():
    before = sys.modules["json"] = importlib.import_module("json")
    postpone("json", "no_such_module_anywhere")
    assert sys.modules["json"] is before and "no_such_module_anywhere" not in sys.modules


def test_a_question_reads_none_of_them():
    """What the program postpones is still unread when it has answered; else it costs more than it saves."""
    script = """if True:
        import os, sys
        def left(code):
            unread = [name for name, module in sys.modules.items() if type(module).__name__ == "_Postponed"]
            os.write(2, " ".join(sorted(unread)).encode())
            end(code)
        end, os._exit = os._exit, left
        sys.argv[1:] = ["who", "CST", "--format", "csv"]
        from blocs.__main__ import main
        main()
    """
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert ran.stdout.startswith("id,")
    assert {"bz2", "lzma", "subprocess", "tokenize"} <= set(ran.stderr.split())
