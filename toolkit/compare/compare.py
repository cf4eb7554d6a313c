"""The difference between two versions of a document, as a value."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from toolkit.library.library import Library
from toolkit.library.load import Loaded
from toolkit.model.change import Change, ChangeKind, ChangeSet, Column, Op
from toolkit.model.document import Document
from toolkit.model.label import Label
from toolkit.model.passage import Kind, Passage, passages

from .align import align
from .citing import Contexts, contexts_in
from .consequences import Numbering, only_cites_otherwise
from .label_words import LabelWords, was
from .moves import stayed
from .order import Step, print_order
from .origins import with_origins
from .pairing import NONE, Pairing
from .wording import Wording


def compare_versions(
    library: Library, old: Loaded, new: Loaded, old_library: Library | None = None
) -> ChangeSet:
    """Everything that changed between two versions that a library holds; `old_library` where it is another.

    It is also known here which citations of other documents lead to the same provisions as before.
    """
    held = (old_library or library, old), (library, new)
    return compare(old.document, new.document, lambda: contexts_in(*held))


def compare(old: Document, new: Document, contexts: Callable[[], Contexts] | None = None) -> ChangeSet:
    """Everything that changed from one version to another, passage by passage and word by word.

    Applied to the old passages it gives the new ones, taken back from the new ones the old (apply.py).
    `contexts` are asked for when there are citations to be followed; without them those of other
    documents lead nowhere.
    """
    before, after = passages(old), passages(new)
    if before == after:
        return ChangeSet(old.name, new.name, (), len(before), len(after))
    pairing = align(before, after)
    comparing = _Comparing(pairing, Numbering.of(pairing), Wording(old, new, pairing, contexts))
    naming = _Naming(LabelWords.of(old, pairing.old), LabelWords.of(new, pairing.new))
    found = filter(None, map(comparing.change, print_order(before, after, stayed(pairing))))
    changes = with_origins(tuple(map(naming.named, found)), naming.old_name, naming.new_name)
    return ChangeSet(old.name, new.name, changes, len(before), len(after))


@dataclass(frozen=True, slots=True)
class _Comparing:
    """Says what happened to the passages of two versions that were aligned."""

    pairing: Pairing
    numbering: Numbering
    wording: Wording

    def change(self, step: Step) -> Change | None:
        """What happened at one line of the marked copy; a move is told where the passage is now."""
        i, j = step
        pairing = self.pairing
        if i is None:
            assert j is not None
            i = pairing.to_old[j]
            if i != NONE:
                return self._changed(i, j, moved=True)
            columns = pairing.columns_printed(pairing.old_parent(j))
            return Change(ChangeKind.INSERTED, None, pairing.new.passages[j], None, j, columns=columns)
        if j is None:
            if pairing.to_new[i] != NONE:
                return None
            columns = pairing.columns_printed(pairing.old.parents[i])
            return Change(ChangeKind.OMITTED, pairing.old.passages[i], None, i, None, columns=columns)
        if pairing.old.passages[i] == pairing.new.passages[j] and not self._columns(i):
            return None
        return self._changed(i, j, moved=False)

    def _changed(self, i: int, j: int, moved: bool) -> Change:
        mine, yours = self.pairing.old.passages[i], self.pairing.new.passages[j]
        columns = self._columns(i)
        words = self.wording.edits(mine, yours, columns)
        follows = False
        if any(edit.op is not Op.SAME for text in words for edit in text) or _other_words(mine, yours):
            kind = ChangeKind.AMENDED
        elif moved:
            kind = ChangeKind.MOVED
        elif _label(mine) != _label(yours):
            kind = ChangeKind.RENUMBERED
            follows = self._goes_along(i, j) or self._goes_on(i, j)
        else:
            kind, follows = ChangeKind.RELAID, self._goes_along(i, j)
        change = Change(kind, mine, yours, i, j, words, moved, consequential=follows, columns=columns)
        return replace(change, consequential=True) if only_cites_otherwise(change) else change

    def _columns(self, i: int) -> tuple[Column, ...]:
        """Of a row, those of its table."""
        if self.pairing.old.passages[i].kind not in (Kind.ROW, Kind.COLUMNS):
            return ()
        return self.pairing.columns_printed(self.pairing.old.parents[i])

    def _goes_on(self, i: int, j: int) -> bool:
        mine, yours = self.pairing.old.passages[i], self.pairing.new.passages[j]
        return mine.label.own != yours.label.own and self.numbering.goes_on(i, j)

    def _goes_along(self, i: int, j: int) -> bool:
        """Whether nothing changed that is printed beside it: it only went along with what it stands in."""
        pairing = self.pairing
        mine, yours = pairing.old.passages[i], pairing.new.passages[j]
        if mine.kind is Kind.CAPTION and pairing.columns_printed(i):
            mine = replace(mine, alignments=yours.alignments)
        if mine.kind is Kind.FOOTNOTE:  # its name is nowhere printed
            mine = replace(mine, detail=yours.detail)
        mine = replace(mine, owner=yours.owner, id_given=yours.id_given, nested=yours.nested)
        above, below = pairing.old.parents[i], pairing.new.parents[j]
        if above == NONE or pairing.to_new[above] != below:
            return mine == yours
        shift = pairing.new.passages[below].indent - pairing.old.passages[above].indent
        if mine.label.own != yours.label.own:
            return False
        along = replace(
            mine, level=yours.level, indent=mine.indent + shift, label=yours.label, last=yours.last
        )
        return along == yours


def _label(passage: Passage) -> str | Label:
    return passage.detail if passage.kind is Kind.CAPTION else passage.label


def _other_words(old: Passage, new: Passage) -> bool:
    """Whether an abbreviation or the kind of a note changed, which are words outside the texts."""
    return old.kind in (Kind.TERM, Kind.NOTE) and old.detail != new.detail


class _Naming:
    """Says in words what each change is about."""

    def __init__(self, old: LabelWords, new: LabelWords) -> None:
        self.old = old
        self.new = new

    def named(self, change: Change) -> Change:
        """The change with its label and heading."""
        if change.new is None or change.new_at is None:
            assert change.old_at is not None
            return replace(
                change, label=self.old.words(change.old_at), heading=self.old.heading(change.old_at)
            )
        label = self.new.words(change.new_at) + (was(change.old, change.new) if change.old else "")
        return replace(change, label=label, heading=self.new.heading(change.new_at))

    def old_name(self, change: Change) -> str:
        """What it was called."""
        assert change.old_at is not None
        return self.old.words(change.old_at)

    def new_name(self, change: Change) -> str:
        """What it is called."""
        assert change.new_at is not None
        return self.new.words(change.new_at)
