"""Mends what is certain: makes the edits that findings carry, and proves that nothing else changed.

Never touched is a version that was designated or locked. What is written reads back as the same text with
those edits made, and every citation leads where it led, but for one that was mended to lead elsewhere.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from toolkit.cite.context import Catalogue
from toolkit.cite.proof import Edits, same_words, strays, texts_of
from toolkit.library.library import Library
from toolkit.library.load import Loaded
from toolkit.library.timeline import may_be_edited
from toolkit.model.diagnostic import Diagnostic
from toolkit.model.source_edit import SourceEdit
from toolkit.source.edits import Source

Find = Callable[[Library], Sequence[Diagnostic]]
"""A check of a library, with whatever was asked of it."""
_MOST_ROUNDS = 12
"""One mends nearly everything; a further one what overlapped, and one sees that nothing is left."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """What mending came to, before anything is written."""

    library: Library
    """With the files as mended."""
    old: dict[str, bytes]
    """The files that change, as they are."""
    new: dict[str, bytes]
    """The same files, mended."""
    mended: tuple[Diagnostic, ...]
    """In order; what another mending brought to light has its place in the file as it was then."""
    left: tuple[Diagnostic, ...]
    """What is found in the mended library."""


def fix(library: Library, find: Find) -> Fixed:
    """Mend what a check finds, until it finds nothing more that can be mended."""
    new: dict[str, bytes] = {}
    mended: list[Diagnostic] = []
    mending, found = library, find(library)
    for _ in range(_MOST_ROUNDS):
        done, changed = _round(mending, [one for one in found if one.fix])
        if not done:
            break
        new |= changed
        mended += done
        mending = library.with_files(new)
        found = find(mending)
    old = {file: library.files.read(file) for file in new}
    return Fixed(mending, old, new, tuple(mended), tuple(found))


def _round(library: Library, fixable: list[Diagnostic]) -> tuple[list[Diagnostic], dict[str, bytes]]:
    """The findings that can be mended together, and the files with that done."""
    done: list[Diagnostic] = []
    changed: dict[str, bytes] = {}
    for loaded in _versions(library, fixable):
        files = {part.file for part in loaded.document.parts} - loaded.unreadable
        wanted = _apart(library, [one for one in fixable if one.place.file in files])
        while wanted:
            made = _made(library, wanted)
            broken = _broken(library, loaded, wanted, made)
            if not broken:
                done += wanted
                changed |= made
                break
            wanted = [one for one in wanted if broken.isdisjoint(one.fix)]
    return done, changed


def _versions(library: Library, fixable: list[Diagnostic]) -> Iterator[Loaded]:
    """The versions in which something can be mended, but for those that stay as they are."""
    folders = {one.place.file.rpartition("/")[0] for one in fixable}
    for register in library.registers.values():
        home = register.file.rpartition("/")[0]
        for version in register.versions:
            if version.held and may_be_edited(version) and f"{home}/{version.name}" in folders:
                yield library.of(register, version)


def _apart(library: Library, fixable: list[Diagnostic]) -> list[Diagnostic]:
    """The findings whose edits fit the files and do not overlap those of one before."""
    sources: dict[str, Source] = {}
    taken: dict[tuple[str, int], list[tuple[int, int]]] = {}
    kept: list[Diagnostic] = []
    for one in fixable:
        file = one.place.file
        if file not in sources:
            sources[file] = Source.of(library.files.read(file))
        if all(edit.place.file == file and sources[file].fits(edit) for edit in one.fix) and all(
            _free(edit, taken.get((file, edit.place.line), [])) for edit in one.fix
        ):
            kept.append(one)
            for edit in one.fix:
                line = taken.setdefault((file, edit.place.line), [])
                insort(line, (edit.place.column, edit.place.end_column))
    return kept


def _free(edit: SourceEdit, taken: list[tuple[int, int]]) -> bool:
    """Whether an edit overlaps none of the stretches of its line that are taken, which are in order."""
    at = bisect_left(taken, (edit.place.end_column, 0))
    return at == 0 or taken[at - 1][1] <= edit.place.column


def _made(library: Library, wanted: Iterable[Diagnostic]) -> dict[str, bytes]:
    by_file: dict[str, list[SourceEdit]] = {}
    for one in wanted:
        by_file.setdefault(one.place.file, []).extend(one.fix)
    return {file: Source.of(library.files.read(file)).edited(edits) for file, edits in by_file.items()}


def _broken(
    library: Library, loaded: Loaded, wanted: list[Diagnostic], made: dict[str, bytes]
) -> frozenset[SourceEdit]:
    """The edits that change what they must not: all of them, where it cannot be told which."""
    everything = frozenset(edit for one in wanted for edit in one.fix)
    mended = library.with_files(made)
    again = mended.of(loaded.document.register, loaded.document.version)
    edits = Edits(everything)
    before, after = texts_of(loaded.document), texts_of(again.document)
    if len(before) != len(after):
        return everything
    contexts = (Catalogue.of(library).context(loaded), Catalogue.of(mended).context(again))
    found: set[SourceEdit] = set()
    seen = 0
    for old, new in zip(before, after, strict=True):
        splice = edits.of(old.text)
        seen += len(splice.edits)
        if not same_words(old, new, splice) or (splice.edits and any(strays(old, new, splice, contexts))):
            found.update(edit for _, edit in splice.edits)
            if not splice.edits:
                return everything
    return frozenset(found) if seen == len(everything) or found else everything
