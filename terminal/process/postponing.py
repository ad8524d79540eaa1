"""Modules that are read when they are first used: Typer imports several that most commands never need.

`importlib.util.LazyLoader` is made for this, but what it postpones is read as soon as another `import` statement finds
it (https://github.com/python/cpython/issues/127036), which is all that Typer does.
"""

from __future__ import annotations

import sys
from importlib.util import find_spec, module_from_spec
from threading import RLock
from types import ModuleType
from typing import Any

__all__ = ["postpone"]

_WAITS = "postponed"
_one_at_a_time = RLock()


class _Postponed(ModuleType):
    """A module that has been found and not been read: it is asked for something that it does not have yet."""

    def __getattr__(self, name: str) -> Any:
        spec = self.__spec__
        assert spec is not None and spec.loader is not None
        with _one_at_a_time:
            if spec.loader_state == _WAITS:
                spec.loader_state = None  # what it asks of itself while it is read, it does not have
                try:
                    spec.loader.exec_module(self)
                except BaseException:
                    spec.loader_state = _WAITS
                    raise
                self.__class__ = ModuleType  # type: ignore[assignment]
        return ModuleType.__getattribute__(self, name)


def postpone(*names: str) -> None:
    """Let modules be read when something of them is first asked for, and imported until then.

    Parameters
    ----------
    *names : str
        Modules that are written in Python; those imported already stay as they are.

    >>> postpone("colorsys", "no_such_module")
    >>> import colorsys
    >>> colorsys.rgb_to_hsv(1, 0, 0)  # here it is read
    (0.0, 1.0, 1)
    """
    for name in names:
        spec = find_spec(name) if name not in sys.modules else None
        if spec is not None:
            spec.loader_state = _WAITS
            module = module_from_spec(spec)
            module.__class__ = _Postponed
            sys.modules[name] = module
