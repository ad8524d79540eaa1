"""Contexts of JSON-LD that have an address: packaged ones, and those that stand in a file beside the document.

Nothing is fetched. A context from the net for which blocs has none is taken from a file beside the document that is
called like the end of its address, unless two contexts of the document would be called so.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from ....amounts import shortened
from ....errors import OperationFailed
from ....resources import resource

__all__ = ["contexts_of", "packaged_context", "with_contexts"]

_CONTEXTS = (
    (re.compile(r"https?://(www\.)?schema\.org(/.*)?"), "schema.org"),
    (re.compile(r"https?://www\.w3\.org/ns/org(\.jsonld|#|/)?"), "org"),
    (re.compile(r"https?://(www\.)?popoloproject\.com/.*"), "popolo"),
)
"""The addresses of contexts, and the packaged file that stands for each."""
_ENDINGS = ("", ".jsonld", ".json")
"""What the end of an address may have behind it as the name of a file."""
_LONGEST = 200  # signs of the name of a file


def with_contexts(name: str, document: Any) -> Any:
    """A document with its contexts in the place of their addresses.

    Parameters
    ----------
    name : str
        The file, for messages and to know what stands beside it.
    document : object
        What is in it, parsed.

    Returns
    -------
    object

    Raises
    ------
    OperationFailed
        If contexts are neither packaged nor beside the file, all of which it names, or one cannot be read.
    """
    return _Contexts(name, document).replaced(document)


def contexts_of(node: Any) -> set[str]:
    """The packaged files that stand for the contexts of a document; "" is any other context.

    >>> sorted(contexts_of([{"@context": "https://schema.org"}, {"@context": {"a": "http://e.org/a"}}]))
    ['', 'schema.org']
    """
    if isinstance(node, list):
        return set().union(*map(contexts_of, node)) if node else set()
    if not isinstance(node, dict):
        return set()
    found = set().union(*(contexts_of(value) for key, value in node.items() if key != "@context"))
    own = node.get("@context", [])
    contexts = own if isinstance(own, list) else [own]
    addresses = [one.get("@vocab", "") if isinstance(one, dict) and len(one) == 1 else one for one in contexts]
    return found | {_packaged(one) if isinstance(one, str) else "" for one in addresses}


def _packaged(address: str) -> str:
    """The packaged file that stands for the context at an address; "" if none does."""
    return next((file for pattern, file in _CONTEXTS if pattern.fullmatch(address.strip())), "")


@cache
def packaged_context(file: str) -> Any:
    """The context in a packaged file.

    Parameters
    ----------
    file : str
        Its name without the ending, as `contexts_of` gives it.

    Returns
    -------
    object

    >>> packaged_context("schema.org")["@vocab"]
    'http://schema.org/'
    """
    return json.loads(resource("data", "contexts", f"{file}.jsonld").read_text(encoding="utf-8"))["@context"]


def _called(address: str) -> str:
    """The name of the file that a context would be saved as: the end of its address."""
    return re.split(r"[?#]", address)[0].rstrip("/").rpartition("/")[2]


def _addresses(node: Any, *, in_context: bool = False) -> Iterator[str]:
    """The addresses of all contexts in a document that no packaged one stands for."""
    if isinstance(node, list):
        for item in node:
            yield from _addresses(item, in_context=in_context)
    elif isinstance(node, dict):
        for key, value in node.items():
            yield from _addresses(value, in_context=key in ("@context", "@import"))
    elif in_context and isinstance(node, str) and "://" in node and not _packaged(node):
        yield node


class _Contexts:
    """The contexts of one document.

    Parameters
    ----------
    name : str
        The file.
    document : object
        What is in it.
    within : set of Path
        The files that led here, none of which may be needed again.

    Raises
    ------
    OperationFailed
        If contexts are neither packaged nor beside the file.
    """

    def __init__(self, name: str, document: Any, within: frozenset[Path] = frozenset()) -> None:
        self._name, self._within = name, within
        self._read_already: dict[str, Any] = {}
        addresses = list(dict.fromkeys(_addresses(document)))
        names = [_called(address) for address in addresses]
        self._alone = {address for address in addresses if names.count(_called(address)) == 1}
        self._files = {address: path for address in addresses if (path := self._file_of(address)) is not None}
        if missing := [address for address in addresses if address not in self._files]:
            raise self._needs(missing)

    @cached_property
    def _path(self) -> Path:
        return Path(self._name).resolve()

    def replaced(self, node: Any) -> Any:
        """A part of the document with the contexts in the place of their addresses."""
        if isinstance(node, list):
            return [self.replaced(item) for item in node]
        if not isinstance(node, dict):
            return node
        return {key: self._context(value) if key == "@context" else self.replaced(value) for key, value in node.items()}

    def _context(self, value: Any) -> Any:
        if isinstance(value, list):
            found = [self._context(item) for item in value]
            return [one for item in found for one in (item if isinstance(item, list) else [item])]
        if isinstance(value, dict):
            own = {key: self.replaced(item) for key, item in value.items() if key != "@import"}
            if "@import" not in value:
                return own
            imported = self._context(value["@import"])
            if not isinstance(imported, dict):
                raise OperationFailed(f"{self._name}: what @import leads to, {value['@import']}, is no plain context")
            return {**imported, **own}
        if not isinstance(value, str):
            return value
        if value not in self._read_already:
            self._read_already[value] = self._at(value)
        return self._read_already[value]

    def _at(self, address: str) -> Any:
        """The context at an address, which many nodes of a document may name."""
        if file := _packaged(address):
            return packaged_context(file)
        return self._read(self._files[address], address) if "://" in address else self._beside(address)

    def _file_of(self, address: str) -> Path | None:
        """The file beside the document that is called like the end of the address of a context; None if none is."""
        called = _called(address)
        if not called or len(called) > _LONGEST or address not in self._alone:
            return None
        paths = [self._path.parent / (called + ending) for ending in _ENDINGS]
        return next((path for path in paths if path.is_file() and path.resolve() != self._path), None)

    def _beside(self, address: str) -> Any:
        """The context in a file that stands beside the document, or below; it may not lead elsewhere."""
        folder = self._path.parent
        path = (folder / address).resolve()
        if not path.is_relative_to(folder) or not path.is_file():
            raise OperationFailed(
                f"{self._name} needs the context in {address}, which is not beside it; put the file there"
            )
        return self._read(path, address)

    def _read(self, path: Path, address: str) -> Any:
        """The context in a file, which may need others."""
        if path.resolve() in self._within:
            raise OperationFailed(f"{self._name} needs the context in {address}, which needs itself")
        try:
            found = json.loads(path.read_text(encoding="utf-8-sig"))
        except (OSError, ValueError) as error:
            raise OperationFailed(
                f"{self._name} needs the context in {address}, and {path.name} cannot be read: {error}"
            ) from None
        context = {"@context": found.get("@context", found) if isinstance(found, dict) else found}
        within = self._within | {path.resolve()}
        return _Contexts(str(path), context, within).replaced(context)["@context"]

    def _needs(self, addresses: list[str]) -> OperationFailed:
        files = [
            called if called.endswith(_ENDINGS[1:]) else f"{called}.jsonld"
            for called in map(_called, addresses)
            if called
        ]
        several = len(addresses) > 1
        beside = ""
        if self._alone.issuperset(addresses) and len(files) == len(addresses):
            beside = f"save {'them' if several else 'it'} beside the file, as {shortened(files, len(files))}, or "
        inside = (
            'put the contexts in the file, in the place of their addresses after "@context"'
            if several
            else 'put the context in the file, in the place of its address after "@context"'
        )
        named = shortened(addresses, len(addresses))
        return OperationFailed(f"{self._name} needs {named} from the net, and nothing is fetched; {beside}{inside}")
