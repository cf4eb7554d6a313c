"""Renumbering: clauses of a draft get other labels, and every citation of them follows.

Ids stay, and so does every other byte. Rewritten are the labels in the draft itself and the citations in
every draft that can see it; a version that was designated or locked is never touched. Before anything is
written, all is read again and held against what it was: the same text, each citation leading to the same id.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from toolkit.library.finding import LibraryError
from toolkit.library.library import Library
from toolkit.library.load import Loaded
from toolkit.library.timeline import may_be_edited
from toolkit.model.block import Clause, Gap
from toolkit.model.place import Place
from toolkit.model.source_edit import SourceEdit
from toolkit.source.patterns import GAP

from .context import Catalogue
from .following import Following, citing, follow, kept, proved
from .relabelling import Asked, Entry, NewLabels, entries
from .unwritten import Remark, remarks_on


@dataclass(frozen=True, slots=True)
class Renumbered:
    """What renumbering came to, before anything is written."""

    labels: tuple[tuple[str, str, str], ...]
    """The id of each clause asked for, its label so far and from then on."""
    changed: dict[str, str]
    """From each label that changes, those of clauses under them too, to the label from then on."""
    rewritten: int
    """How many citations were rewritten."""
    versions: tuple[str, ...]
    """The versions that change, such as TMAD@6.1U."""
    old: dict[str, bytes]
    """The files that change, as they are."""
    new: dict[str, bytes]
    remarks: tuple[Remark, ...]
    """What could not be rewritten, and what needs the author's eye; in order of place."""


def renumber(library: Library, draft: Loaded, asked: Asked) -> Renumbered:
    """Give clauses of a draft the labels asked for, by the places of their labels.

    LibraryError, with what to do, where a label is another clause's or would stand out of order, where a
    clause has no id of its own, and where the version is no draft any more.
    """
    document = draft.document
    if not may_be_edited(document.version):
        hint = "Begin a draft with drafting new version, and renumber that."
        raise LibraryError(f"{document.name} is {document.version.status.value}: it stays as it is.", hint)
    if draft.unreadable:
        raise LibraryError(f"{min(draft.unreadable)} cannot be read; drafting check says why.")
    planned = entries(document, asked)
    catalogue = Catalogue.of(library)
    labels = NewLabels(catalogue.provisions(draft), planned)
    work = Following(library, draft, labels, [], {})
    work.label_edits += _label_edits(work, planned)
    able_to_cite = tuple(citing(work, catalogue))
    for one in able_to_cite:
        follow(work, one.context, one.reads(one.loaded))
    new = proved(work, able_to_cite, planned, asked)
    work.remarks += remarks_on(library, catalogue, draft, labels, planned)
    return _result(work, planned, asked, new)


def _label_edits(work: Following, planned: Iterable[Entry]) -> Iterator[SourceEdit]:
    """The edits of the labels themselves."""
    for entry in planned:
        block = entry.block
        if isinstance(block, Clause) and entry.first != block.label.own:
            edit = SourceEdit(block.label_place, block.label.own, entry.first)
            if not work.source(block.label_place.file).fits(edit):
                hint = "Change it where it is declared."
                raise LibraryError(f"The label {block.label.own} does not stand in a text.", hint)
            yield edit
        elif isinstance(block, Gap) and (entry.first, entry.last) != (block.first.own, block.last.own):
            yield from _gap_edits(work, block, entry)


def _gap_edits(work: Following, gap: Gap, entry: Entry) -> Iterator[SourceEdit]:
    place = gap.place
    found = GAP.match(work.source(place.file).at(place))
    for group, label in ((1, entry.first), (2, entry.last)):
        if found and found[group]:
            start, end = place.column + found.start(group), place.column + found.end(group)
            stretch = Place(place.file, place.line, start, place.line, end)
            yield SourceEdit(stretch, found[group], label)


def _result(work: Following, planned: tuple[Entry, ...], asked: Asked, new: dict[str, bytes]) -> Renumbered:
    labels = tuple(
        (entry.block.id, entry.old.text, entry.label)
        for entry in planned
        if isinstance(entry.block, Clause) and entry.block.label_place in asked and entry.changed
    )
    changed = {
        entry.old.text: entry.label for entry in planned if isinstance(entry.block, Clause) and entry.changed
    }
    folders = {
        f"{one.document.register.file.rpartition('/')[0]}/{one.document.version.name}": one.document.name
        for one in work.library.everything()
    }
    versions = dict.fromkeys(folders[file.rpartition("/")[0]] for file in sorted(new))
    remarks = tuple(sorted(dict.fromkeys(work.remarks)))
    old = {file: work.library.files.read(file) for file in new}
    return Renumbered(labels, changed, sum(1 for _ in kept(work)), tuple(versions), old, new, remarks)
