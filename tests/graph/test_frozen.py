"""`frozen` makes what `dataclass(frozen=True)` makes: the same class is made both ways, and both are tried alike."""

from __future__ import annotations

import copy
import inspect
import pickle
from collections.abc import Callable
from dataclasses import FrozenInstanceError, asdict, dataclass, field, fields, replace
from typing import Any

import pytest
from blocs.graph.frozen import frozen


class _Base:
    a: int
    b: str = "b"
    c: list[int] = field(default_factory=list, hash=False)
    d: float = field(default=0.5, compare=False, repr=False)

    def __post_init__(self) -> None:
        assert self.b is not None


def _copy_of(cls: type) -> type:
    own = {name: value for name, value in cls.__dict__.items() if name not in ("__dict__", "__weakref__")}
    return type(cls.__name__, (), own)


OURS: Any = frozen(_copy_of(_Base))
THEIRS: Any = dataclass(frozen=True)(_copy_of(_Base))


@frozen
class Kept:
    """At the top of a module, as what is pickled must be."""

    a: int
    b: tuple[str, ...] = ()


@pytest.mark.parametrize(
    ("given", "named"),
    [((1,), {}), ((1, "x"), {}), ((1,), {"d": 2.0}), ((), {"a": 3, "c": [1]}), ((1, "x", [2], 3.0), {})],
)
def test_objects_are_those_of_a_dataclass(given: tuple[Any, ...], named: dict[str, Any]) -> None:
    ours, theirs = OURS(*given, **named), THEIRS(*given, **named)
    assert repr(ours) == repr(theirs)
    assert hash(ours) == hash(theirs)
    assert asdict(ours) == asdict(theirs)
    assert asdict(replace(ours, a=9)) == asdict(replace(theirs, a=9))
    assert ours == OURS(*given, **named) == copy.copy(ours)
    assert ours != theirs
    assert (ours == replace(ours, d=7.0)) is (theirs == replace(theirs, d=7.0)) is True
    assert (ours == replace(ours, a=7)) is (theirs == replace(theirs, a=7)) is False


@pytest.mark.parametrize(
    "call",
    [
        lambda cls: cls(),
        lambda cls: cls(1, a=1),
        lambda cls: cls(1, "x", [], 0.0, 5),
        lambda cls: cls(1, e=2),
        lambda cls: cls(b="x"),
    ],
)
def test_what_a_dataclass_refuses_is_refused(call: Callable[[Any], object]) -> None:
    for cls in (OURS, THEIRS):
        with pytest.raises(TypeError):
            call(cls)


@pytest.mark.parametrize("cls", [OURS, THEIRS])
def test_nothing_can_be_changed(cls: Any) -> None:
    one = cls(1)
    with pytest.raises(FrozenInstanceError):
        one.a = 2
    with pytest.raises(FrozenInstanceError):
        del one.a
    assert one.a == 1
    assert one.c is not cls(1).c


def test_the_class_says_what_it_takes() -> None:
    assert list(inspect.signature(OURS).parameters) == list(inspect.signature(THEIRS).parameters)
    assert [one.name for one in fields(OURS)] == [one.name for one in fields(THEIRS)]
    assert OURS.__match_args__ == THEIRS.__match_args__


def test_objects_can_be_pickled_and_matched() -> None:
    one = pickle.loads(pickle.dumps(Kept(1, ("x",))))
    assert one == Kept(1, ("x",))
    match one:
        case Kept(a, (b,)):
            assert (a, b) == (1, "x")
        case _:
            pytest.fail("it is none")
