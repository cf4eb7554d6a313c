"""The difference between two versions of a document, as a value."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from toolkit.model.change import Change, ChangeKind, ChangeSet, Column, Edit, Op
from toolkit.model.document import Document
from toolkit.model.passage import Kind, Passage, passages

from .align import align
from .consequences import follows_renumbering, renumbered
from .label_words import LabelWords, was
from .moves import stayed
from .order import Step, print_order
from .pairing import NONE, Pairing
from .words import edits


def compare(old: Document, new: Document) -> ChangeSet:
    """Everything that changed from one version to another, passage by passage and word by word.

    Applied to the old passages it gives the new ones, taken back from the new ones the old (apply.py).
    """
    before, after = passages(old), passages(new)
    if before == after:
        return ChangeSet(old.name, new.name, (), len(before), len(after))
    pairing = align(before, after)
    naming = _Naming(LabelWords.of(old, pairing.old), LabelWords.of(new, pairing.new))
    labels = renumbered((before[i], after[j]) for i, j in _pairs(pairing))
    changes = []
    for step in print_order(before, after, stayed(pairing)):
        change = _change(pairing, step)
        if change is not None:
            follows = change.consequential or follows_renumbering(change, labels, new.register)
            changes.append(naming.named(replace(change, consequential=follows)))
    return ChangeSet(old.name, new.name, tuple(changes), len(before), len(after))


def _pairs(pairing: Pairing) -> Iterator[tuple[int, int]]:
    return ((i, j) for i, j in enumerate(pairing.to_new) if j != NONE)


def _change(pairing: Pairing, step: Step) -> Change | None:
    """What happened at one line of the marked copy; a move is told where the passage is now."""
    i, j = step
    if i is None:
        assert j is not None
        i = pairing.to_old[j]
        if i == NONE:
            made = pairing.columns_printed(pairing.old_parent(j))
            return Change(ChangeKind.INSERTED, None, pairing.new.passages[j], None, j, columns=made)
        return _changed(pairing, i, j, moved=True)
    if j is None:
        if pairing.to_new[i] == NONE:
            made = pairing.columns_printed(pairing.old.parents[i])
            return Change(ChangeKind.OMITTED, pairing.old.passages[i], None, i, None, columns=made)
        return None
    if pairing.old.passages[i] == pairing.new.passages[j] and not _columns(pairing, i):
        return None
    return _changed(pairing, i, j, moved=False)


def _changed(pairing: Pairing, i: int, j: int, moved: bool) -> Change:
    mine, yours = pairing.old.passages[i], pairing.new.passages[j]
    columns = _columns(pairing, i)
    words = _edits(mine, yours, columns)
    follows = False
    if any(edit.op is not Op.SAME for text in words for edit in text) or _other_words(mine, yours):
        kind = ChangeKind.AMENDED
    elif moved:
        kind = ChangeKind.MOVED
    elif mine.label != yours.label or (mine.kind is Kind.CAPTION and mine.detail != yours.detail):
        kind, follows = ChangeKind.RENUMBERED, _follows_parent(pairing, i, j)
    else:
        if mine.kind is Kind.CAPTION and pairing.columns_printed(i):
            mine = replace(mine, alignments=yours.alignments)
        kind, follows = ChangeKind.RELAID, mine == yours or _follows_parent(pairing, i, j)
    return Change(
        kind, pairing.old.passages[i], yours, i, j, words, moved, consequential=follows, columns=columns
    )


def _columns(pairing: Pairing, i: int) -> tuple[Column, ...]:
    """Of a row, those of its table."""
    if pairing.old.passages[i].kind not in (Kind.ROW, Kind.COLUMNS):
        return ()
    return pairing.columns_printed(pairing.old.parents[i])


def _edits(old: Passage, new: Passage, columns: tuple[Column, ...] = ()) -> tuple[tuple[Edit, ...], ...]:
    if columns:
        both = ((_cell(old, column.old), _cell(new, column.new)) for column in columns)
        return tuple(edits(mine, yours) for mine, yours in both)
    pairs = list(zip(old.texts, new.texts, strict=True))
    if all(mine.plain == yours.plain for mine, yours in pairs):
        return ()
    return tuple(edits(mine.plain, yours.plain) for mine, yours in pairs)


def _cell(row: Passage, column: int | None) -> str:
    return row.texts[column].plain if column is not None else ""


def _other_words(old: Passage, new: Passage) -> bool:
    """Whether an abbreviation or the kind of a note changed, which are words outside the texts."""
    return old.kind in (Kind.TERM, Kind.NOTE) and old.detail != new.detail


def _follows_parent(pairing: Pairing, i: int, j: int) -> bool:
    """Whether nothing changed that is printed beside it: it only went along with what it stands in."""
    mine, yours = pairing.old.passages[i], pairing.new.passages[j]
    above, below = pairing.old.parents[i], pairing.new.parents[j]
    if above == NONE or pairing.to_new[above] != below:
        return replace(mine, owner=yours.owner, id_given=yours.id_given, nested=yours.nested) == yours
    shift = pairing.new.passages[below].indent - pairing.old.passages[above].indent
    if mine.label.own != yours.label.own:
        return False
    along = replace(
        mine, owner=yours.owner, id_given=yours.id_given, nested=yours.nested, level=yours.level,
        indent=mine.indent + shift, label=yours.label, last=yours.last,
    )  # fmt: skip
    return along == yours


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
