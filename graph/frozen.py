"""Frozen dataclasses that cost little to make: their methods are shared, where `dataclass` compiles six for each class.

What a program imports to answer one short question has thirty such classes, and making them took a tenth of its time.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from dataclasses import MISSING, FrozenInstanceError, dataclass, field, fields
from typing import Any, NoReturn, TypeVar, dataclass_transform

__all__ = ["frozen"]

_T = TypeVar("_T")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(cls: type[_T]) -> type[_T]:
    """Make a class what `dataclass(frozen=True)` makes it.

    Parameters
    ----------
    cls : type
        The class with its annotated fields.

    Returns
    -------
    type
        The same class; functions of `dataclasses` take its objects.

    >>> @frozen
    ... class Point:
    ...     x: int
    ...     y: int = 0
    >>> Point(1), Point(1) == Point(1, 0), Point(x=2) in {Point(2)}
    (Point(x=1, y=0), True, True)
    """
    if not cls.__doc__:
        cls.__doc__ = cls.__name__  # else a signature is worked out to be its text
    dataclass(init=False, repr=False, eq=False)(cls)
    of_class = fields(cls)  # type: ignore[arg-type]
    defaults = {one.name: one.default for one in of_class if one.default is not MISSING}
    factories = {one.name: one.default_factory for one in of_class if one.default_factory is not MISSING}
    compared = [one.name for one in of_class if one.compare]
    hashed = [one.name for one in of_class if (one.compare if one.hash is None else one.hash)]
    methods = {
        "__init__": _init(tuple(one.name for one in of_class), defaults, factories),
        "__repr__": _repr(tuple(one.name for one in of_class if one.repr)),
        "__eq__": _eq(compared),
        "__hash__": _hash(hashed),
        "__setattr__": _refuse_to_set,
        "__delattr__": _refuse_to_delete,
        "__signature__": _Signature(),
    }
    for name, method in methods.items():
        if name not in cls.__dict__ or (name == "__hash__" and cls.__dict__[name] is None):
            setattr(cls, name, method)
    return cls


def _init(names: tuple[str, ...], defaults: Mapping[str, Any], factories: Mapping[str, Callable[[], Any]]) -> Any:
    known = frozenset(names)

    def __init__(self: Any, *given: Any, **named: Any) -> None:
        values = dict(zip(names, given))  # noqa: B905 - checked below
        if len(given) > len(names) or (named and not (named.keys() <= known and named.keys().isdisjoint(values))):
            raise TypeError(f"{type(self).__name__} takes {', '.join(names)}, each once")
        values |= named
        if len(values) < len(names):
            values = {**defaults, **values}
            for name, make in factories.items():
                if name not in values:
                    values[name] = make()
            if len(values) < len(names):
                missing = ", ".join(name for name in names if name not in values)
                raise TypeError(f"{type(self).__name__} is missing {missing}")
        self.__dict__.update(values)
        if hasattr(self, "__post_init__"):
            self.__post_init__()

    return __init__


def _repr(names: tuple[str, ...]) -> Any:
    def __repr__(self: Any) -> str:
        return f"{type(self).__qualname__}({', '.join(f'{name}={getattr(self, name)!r}' for name in names)})"

    return __repr__


def _eq(names: list[str]) -> Any:
    def __eq__(self: Any, other: object) -> Any:
        if other.__class__ is not self.__class__:
            return NotImplemented
        one, two = self.__dict__, other.__dict__
        return all(one[name] == two[name] for name in names)

    return __eq__


def _hash(names: list[str]) -> Any:
    def __hash__(self: Any) -> int:
        own = self.__dict__
        return hash(tuple([own[name] for name in names]))

    return __hash__


def _refuse_to_set(self: object, name: str, value: object) -> NoReturn:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(self: object, name: str) -> NoReturn:
    raise FrozenInstanceError(f"cannot delete field {name!r}")


class _Signature:
    """What a class is called with, worked out when somebody asks."""

    def __get__(self, instance: object, owner: type) -> inspect.Signature:
        keyword = inspect.Parameter.POSITIONAL_OR_KEYWORD
        return inspect.Signature(
            [
                inspect.Parameter(one.name, keyword, default=_shown_default(one), annotation=one.type)
                for one in fields(owner)
            ]
        )


def _shown_default(one: Any) -> Any:
    if one.default is not MISSING:
        return one.default
    return inspect.Parameter.empty if one.default_factory is MISSING else one.default_factory
