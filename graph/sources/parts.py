"""Several files put together in one graph: what they say together is what a store says that has each as a source.

Each file is read by what it is, whatever stands beside it: the date of an old table is none of the graph of others
beside it, and named graphs are read where a file has nothing else. Only graphs that speak of each other, as where one
lists memberships and another what their members are called, are read as one; still each fact is credited to the file
that says it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode, RdfFormat, Store

from ..amounts import shortened
from ..frozen import frozen
from ..model.dates import today
from ..rdf.terms import text_of
from ..readers.dates.written_dates import read_date
from ..readers.formats import Format
from .connected import Spoken, connected
from .namesakes import one_by_name_alone, own_people

if TYPE_CHECKING:
    from ..readers.vocabularies.given_roles import GivenRoles
    from ..readers.vocabularies.lenses import Lens
    from ..readers.vocabularies.reading import Reading

__all__ = ["Part", "labels_of", "put_together"]


@frozen
class Part:
    """What a file brought: the file, its format, its statements as they were read, and what it is called.

    `graph` is the named graph that it was read into, if it was; `notes` is what to say of how it was read. `base` is
    the address that its ids are fragments of, if it is another file's.
    """

    path: Path
    form: Format
    store: Store
    label: str
    graph: NamedNode | None = None
    notes: list[str] = field(default_factory=list)
    base: str = ""


def labels_of(paths: Sequence[Path]) -> list[str]:
    """What files are called: two of one name are told apart by their folders.

    >>> labels_of([Path("a/members.csv"), Path("/data/b/members.csv"), Path("a/more.csv")])
    ['a/members.csv', 'b/members.csv', 'more.csv']
    """
    names = [path.name for path in paths]
    folders = [f"{path.resolve().parent.name}/{path.name}" for path in paths]
    whole = [str(path) for path in paths]
    return [
        next(called[place] for called in (names, folders, whole) if called is whole or called.count(called[place]) == 1)
        for place in range(len(paths))
    ]


def put_together(
    parts: Sequence[Part],
    lenses: Iterable[str] = (),
    *,
    as_one: bool = False,
    named: Sequence[Part] = (),
    roles: GivenRoles | None = None,
) -> tuple[Store, Reading, list[str]]:
    """The graph of some files, what became of those in vocabularies of others, and which nodes were made one.

    Parameters
    ----------
    parts : sequence of Part
        What each file brought. The only one is changed itself.
    lenses : iterable of str
        The user's own lenses. What one of a file speaks of may be in several files, which are then read as one.
    as_one : bool
        Whether all files are read as one in any case.
    named : sequence of Part
        What files brought that are named graphs. Only the user's own lenses look into them.
    roles : GivenRoles, optional
        What the user says of the roles of graphs.

    Returns
    -------
    store : Store
    reading : Reading
    joined : list of str
        What was joined across the files and what was not, if anything was.
    """
    from ..readers.pages import forget_whole
    from ..readers.vocabularies.json.json_graphs import NO_MEMBERSHIPS
    from ..readers.vocabularies.lenses import NO_LENSES, find_lens, packaged_lenses

    if len(parts) > 1:
        for part in parts:
            part.notes[:] = [note for note in part.notes if note != NO_MEMBERSHIPS]  # another may have them
        forget_whole([part.notes for part in parts])
    names = list(lenses)
    own = [find_lens(name) for name in names if name != NO_LENSES]
    automatic = NO_LENSES not in names
    if named and own:
        return put_together([*parts, *named], names, as_one=as_one, roles=roles)
    if named:
        return _beside(
            put_together(parts, names, as_one=as_one, roles=roles), named, looked_into=automatic and bool(parts)
        )
    if len(parts) < 2:
        store = parts[0].store if parts else Store()
        label = parts[0].label if parts else ""
        return store, _read(store, parts, label, own, automatic=automatic, roles=roles), []
    whole = as_one or any(lens not in packaged_lenses() for lens in own)
    groups = [list(range(len(parts)))] if whole else _groups(parts)
    from .joining import foreign_states_in_no_list, said_of_foreign_states

    store, readings, mappings, graphs, foreign = Store(), [], [], [], dict[str, str]()
    given = {iri for part in parts for iri in own_people(part.store) if part.form.rdf is not None}
    for group in groups:
        members = [parts[place] for place in group]
        together, reading = _read_group(members, own, automatic=automatic, credited=not as_one, roles=roles)
        readings.append(reading)
        mappings.append(_elsewhere(together, members))
        if any(part.form.rdf is not None for part in members):
            graphs.append((", ".join(part.label for part in members), together))
            foreign |= foreign_states_in_no_list(together)
        store.bulk_extend(together)
    where = " ".join([*(f"--data {quote(str(part.path))}" for part in parts), "-o merged.ttl"])
    joined = [*_join(store, mappings, where), *one_by_name_alone(graphs, given)]
    return store, _all(readings, own), [*joined, *(said_of_foreign_states(store, foreign, where) if groups[1:] else ())]


def _beside(
    found: tuple[Store, Reading, list[str]], named: Sequence[Part], *, looked_into: bool
) -> tuple[Store, Reading, list[str]]:
    """The same with named graphs beside it, of which it is said what is not read of them, if they are `looked_into`."""
    from ..readers.vocabularies.reading import Reading, graphs_unread

    store, read, joined = found
    notes = [f"{part.label}: {note}" for part in named for note in part.notes]
    for part in named:
        store.bulk_extend(part.store)
    labels = shortened(list(dict.fromkeys(part.label for part in named)), 3)
    notes += [f"{labels}: {note}" for note in (graphs_unread(store) if looked_into else ())]
    return store, Reading(read.lenses, (*read.notes, *notes)), joined


def _groups(parts: Sequence[Part]) -> list[list[int]]:
    """The places of the files that are read as one: graphs that speak of each other."""
    rdf = [place for place, part in enumerate(parts) if part.form.rdf is not None]
    spoken = [Spoken.of(parts[place].store) for place in rdf] if len(rdf) > 1 else []
    groups = [[rdf[place] for place in group] for group in connected(spoken)] if spoken else [[place] for place in rdf]
    return sorted([*groups, *([place] for place in range(len(parts)) if place not in rdf)])


def _read_group(
    parts: Sequence[Part], own: Sequence[Lens], *, automatic: bool, credited: bool, roles: GivenRoles | None = None
) -> tuple[Store, Reading]:
    """Turn what some files brought into the model, as one graph; if `credited`, each fact with its file."""
    if len(parts) == 1:
        (part,) = parts
        reading = _read(part.store, parts, part.label, own, automatic=automatic, roles=roles)
        _give_end(part)
        return part.store, reading
    together, label = Store(), ", ".join(part.label for part in parts)
    for part in parts:
        together.bulk_extend(part.store)
    reading = _read(together, parts, label, own, automatic=automatic, as_of=_own_date(parts), roles=roles)
    if credited:
        from .crediting import credit

        for part in parts:
            _read(part.store, [part], part.label, own, automatic=automatic, roles=roles)
            _give_end(part)
        credit(together, label, [(part.label, part.store) for part in parts])
    return together, reading


def _own_date(parts: Sequence[Part]) -> str:
    """The date that graphs give as their own, or today: that of a table which they are read with is none of theirs."""
    from ..readers.vocabularies.rdf_dates import AS_OF

    graphs = (part.store for part in parts if part.form.rdf is not None)
    terms = (quad.object for store in graphs for quad in store.quads_for_pattern(None, AS_OF, None, None))
    return max((date for term in terms if (date := read_date(text_of(term)))), default=today())


def _read(
    store: Store,
    parts: Sequence[Part],
    label: str,
    own: Sequence[Lens],
    *,
    automatic: bool,
    as_of: str = "",
    roles: GivenRoles | None = None,
) -> Reading:
    """Turn what some files brought into the model, where it is in another vocabulary."""
    from ..readers.vocabularies.given_roles import NO_GIVEN_ROLES
    from ..readers.vocabularies.reading import Reading, read_vocabularies

    notes = tuple(f"{part.label}: {note}" for part in parts for note in part.notes)
    tables = all(part.form.rdf is None for part in parts)
    if tables and automatic and not own:
        return Reading()
    empty_json = not len(store) and any(part.form.rdf == RdfFormat.JSON_LD for part in parts)
    read = read_vocabularies(store, label, own, automatic=automatic, as_of=as_of, roles=roles or NO_GIVEN_ROLES)
    if empty_json and not notes:
        return Reading(read.lenses, tuple(f"{note}; {_DROPPED}" for note in read.notes))
    return Reading(read.lenses, (*notes, *read.notes))


_DROPPED = 'JSON-LD drops what has no IRI: see that "@id" has no blanks in it, and that "@context" knows the names'


def _give_end(part: Part) -> None:
    """A graph that says nothing of its own date goes on, whatever ends beside it."""
    if part.form.rdf is not None:
        from ..readers.vocabularies.finishing import give_end

        give_end(part.store, part.label)


def _all(readings: Sequence[Reading], own: Sequence[Lens]) -> Reading:
    """What became of all files; of a lens that found something in one of them it is not said that others lack it."""
    from ..readers.vocabularies.reading import Reading, idle_note

    lenses = tuple(lens for reading in readings for lens in reading.lenses)
    applied = {lens.name for lens in lenses}
    idle = tuple(idle_note(lens) for lens in own if lens.name in applied)

    def notes() -> Iterator[str]:
        for reading in readings:
            yield from (note for note in reading.notes if not note.endswith(idle))

    return Reading(lenses, tuple(dict.fromkeys(notes())))


def _elsewhere(store: Store, parts: Sequence[Part]) -> dict[str, str]:
    """The nodes of some files that others may have by another IRI; tables have those of the lists already."""
    from .joining import nodes_elsewhere

    return nodes_elsewhere(store)[0] if any(part.form.rdf is not None for part in parts) else {}


def _join(store: Store, mappings: Sequence[dict[str, str]], where: str) -> list[str]:
    """Make one node of what several files have as one thing, and one label of those that the lists have."""
    from .joining import apply_joins, one_label_each

    new = {iri for mapping in mappings for iri in mapping}
    said = apply_joins(store, mappings, new, where)
    return [*said, *one_label_each(store)]
