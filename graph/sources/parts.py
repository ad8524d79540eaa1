"""Several files put together in one graph: each is read by what it is, whatever stands beside it.

A graph of others is turned into the model by lenses and by what its words mean. A table, and a graph that was written
for the model, say already on what each fact rests; read together with them, a graph of others would pass for one, too.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from pyoxigraph import RdfFormat, Store

from ..frozen import frozen
from ..readers.formats import Format

if TYPE_CHECKING:
    from ..readers.vocabularies.reading import Reading

__all__ = ["Part", "put_together"]


@frozen
class Part:
    """What a file brought: the file, its format, and its statements as they were read."""

    path: Path
    form: Format
    store: Store


def put_together(parts: Sequence[Part], lenses: Iterable[str] = ()) -> tuple[Store, Reading, list[str]]:
    """The graph of some files, what became of those in vocabularies of others, and which nodes were made one.

    Parameters
    ----------
    parts : sequence of Part
        What each file brought. The only one is changed itself.
    lenses : iterable of str
        The user's own lenses. What they speak of may be in several files, which are then read as one.

    Returns
    -------
    store : Store
    reading : Reading
    joined : list of str
        What was joined across the files, in a line, if anything was.
    """
    names = list(lenses)
    if len(parts) < 2:
        store = parts[0].store if parts else Store()
        return store, _through_lenses(store, parts, names), []
    groups = [parts] if names else _by_origin(parts)
    store, readings = Store(), []
    for group in groups:
        together = _in_one(part.store for part in group)
        readings.append(_through_lenses(together, group, names))
        store.bulk_extend(together)
    return store, _both(readings), _join(store, [part.store for part in parts])


def _by_origin(parts: Sequence[Part]) -> list[list[Part]]:
    """The graphs of others, and all else; each is read as one, since files may speak of each other."""
    from ..readers.vocabularies.finishing import is_of_the_model

    others = [part for part in parts if part.form.rdf is not None and not is_of_the_model(part.store)]
    return [group for group in (others, [part for part in parts if part not in others]) if group]


def _in_one(stores: Iterable[Store]) -> Store:
    together = Store()
    for store in stores:
        together.bulk_extend(store)
    return together


def _through_lenses(store: Store, parts: Sequence[Part], names: Sequence[str]) -> Reading:
    """Turn what some files brought into the model, where it is in another vocabulary."""
    from ..readers.vocabularies.lenses import NO_LENSES, find_lens
    from ..readers.vocabularies.reading import Reading, read_vocabularies

    if all(part.form.rdf is None for part in parts) and not names:
        return Reading()
    own = [find_lens(name) for name in names if name != NO_LENSES]
    label = ", ".join(part.path.name for part in parts if part.form.rdf is not None or names)
    empty_json = not len(store) and any(part.form.rdf == RdfFormat.JSON_LD for part in parts)
    read = read_vocabularies(store, label, own, automatic=NO_LENSES not in names)
    return Reading(read.lenses, tuple(f"{note}; {_DROPPED}" for note in read.notes)) if empty_json else read


_DROPPED = 'JSON-LD drops what has no IRI: see that "@id" has no blanks in it, and that "@context" knows the names'


def _both(readings: Sequence[Reading]) -> Reading:
    from ..readers.vocabularies.reading import Reading

    lenses = tuple(lens for reading in readings for lens in reading.lenses)
    return Reading(lenses, tuple(note for reading in readings for note in reading.notes))


def _join(store: Store, parts: Sequence[Store]) -> list[str]:
    """Make one node of what several files have as one thing, and one label of those that the lists have."""
    from .joining import join_across, one_label_each

    said = join_across(store, parts)
    one_label_each(store)
    return said
