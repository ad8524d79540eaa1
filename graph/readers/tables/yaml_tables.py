"""Tables in YAML: the shapes of tables in JSON, in other clothes.

All values are texts, as they are written: in YAML 1.1 a plain NO, which is Norway, would be "false", 1:30 a number, and
2001-05-01 a day. Nothing is made but lists and mappings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, ClassVar

from ...errors import OperationFailed
from ...extras import extra
from ...late import late_pattern
from .json_tables import rows_in

__all__ = ["is_yaml", "yaml_rows"]

_NAME = rb"[\w &'\".-]+"
_YAML = late_pattern(
    rb"(?:\xef\xbb\xbf)?\s*(?:#[^\n]*\n\s*)*(?:---\s*\n)?(?:- [\w \"']+:\s|- \{|"
    + _NAME
    + rb":\s*\n(?:\s*- |[ ]+[^\s:#][^\n:]*:(?:\s|$))|"
    + _NAME
    + rb": \[)|\s*%yaml",
    re.IGNORECASE,
)
_ENDINGS = (".yaml", ".yml", ".yaml.gz", ".yml.gz")
_MOST = 5_000_000  # values: a small file of references to references may unpack to any number


def is_yaml(where: str, head: bytes) -> bool:
    """Whether a file is YAML, by its name or its first bytes.

    Parameters
    ----------
    where : str
        The file.
    head : bytes
        Its first bytes.

    Returns
    -------
    bool

    >>> is_yaml("t.yml", b""), is_yaml("-", b"NATO: [France, Italy]"), is_yaml("-", b"NATO: France, Italy")
    (True, True, False)
    """
    name = where.lower()
    return name.endswith(_ENDINGS) or (not name.endswith((".md", ".csv")) and _YAML.match(head) is not None)


def yaml_rows(where: str, text: str, notes: list[str] | None = None) -> list[list[str]]:
    """A table in YAML as rows, the header first.

    Parameters
    ----------
    where : str
        The file, for messages.
    text : str
        The whole file.
    notes : list of str, optional
        Where it is said what gave no row.

    Returns
    -------
    list of rows

    Raises
    ------
    OperationFailed
        If it is no YAML, no table is in it, or PyYAML is not installed.
    """
    with extra("yaml", f"{where} is YAML; reading it"):
        import yaml
    try:
        found = [one for one in yaml.load_all(text, Loader=_loader()) if one is not None]
    except yaml.MarkedYAMLError as error:
        at = error.problem_mark or error.context_mark
        place = f":{at.line + 1}:{at.column + 1}" if at else ""
        raise OperationFailed(f"{where}{place}: not valid YAML: {error.problem or error.context}") from None
    except (yaml.YAMLError, ValueError) as error:
        raise OperationFailed(f"{where}: not valid YAML: {' '.join(str(error).split())}") from None
    except RecursionError:
        raise OperationFailed(f"{where}: the YAML is nested too deeply") from None
    if sum(_sizes(where, found, {}, set())) > _MOST:
        raise OperationFailed(f"{where}: the YAML unpacks to more than {_MOST:,} values; write out what it refers to")
    return rows_in(where, found[0] if len(found) == 1 else found, "YAML", notes)


@cache
def _loader() -> Any:
    """PyYAML's safe loader, but for what it takes plain words for: only nothing is nothing, and all else a text."""
    import yaml

    class Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
        yaml_implicit_resolvers: ClassVar[dict[Any, Any]] = {}

        def construct_mapping(self, node: Any, deep: bool = False) -> dict[str, Any]:
            seen = set()
            for key, _ in node.value:
                if key.tag == "tag:yaml.org,2002:merge":
                    continue
                if not isinstance(key, yaml.ScalarNode):
                    raise yaml.constructor.ConstructorError(None, None, "a key is no text", key.start_mark)
                if key.value in seen:
                    raise yaml.constructor.ConstructorError(
                        None, None, f"{key.value!r} comes twice; keep one", key.start_mark
                    )
                seen.add(key.value)
            made = super().construct_mapping(node, deep=deep)
            return {"" if key is None else str(key): value for key, value in made.items()}

    Loader.add_implicit_resolver("tag:yaml.org,2002:merge", re.compile("^<<$"), ["<"])
    Loader.add_implicit_resolver("tag:yaml.org,2002:null", re.compile("^(?:~|null|Null|NULL|)$"), ["~", "n", "N", ""])

    def listed(loader: Any, node: Any) -> Iterator[list[Any]]:
        """A set: a list of its keys."""
        made: list[Any] = []
        yield made
        made += loader.construct_mapping(node)

    Loader.add_constructor("tag:yaml.org,2002:set", listed)
    return Loader


def _sizes(where: str, found: Any, known: dict[int, int], around: set[int]) -> Iterator[int]:
    """How many values each part of a value is, whatever is said by reference written out."""
    for part in found.values() if isinstance(found, dict) else found if isinstance(found, list) else ():
        if not isinstance(part, dict | list):
            yield 1
            continue
        if id(part) in around:
            raise OperationFailed(f"{where}: the YAML refers to itself; write out what it refers to")
        if id(part) not in known:
            known[id(part)] = 1 + sum(_sizes(where, part, known, {*around, id(part)}))
        yield known[id(part)]
