"""The marked copy of a document: both versions in one run of passages, in the order of print."""

from __future__ import annotations

from collections.abc import Sequence

from toolkit.model.change import Change, ChangeSet, Marked
from toolkit.model.passage import Passage

from .listing import is_legal, lines
from .order import print_order


def merge(
    old: Sequence[Passage], new: Sequence[Passage], changes: ChangeSet, legal_only: bool = True
) -> tuple[Marked, ...]:
    """Every passage of two versions, marked with what changed.

    `changes` are those from `old` to `new`. What was omitted stands where it stood. What moved stands
    twice, under one name: where it was and where it is. A number leads to a line of the list of changes,
    and is 0 where nothing a reader can see changed. legal_only leaves out notes and comments.
    """
    sheet = _Sheet(changes, legal_only)
    marked = (
        _marked(old[i] if i is not None else None, new[j] if j is not None else None, sheet, i, j)
        for i, j in print_order(old, new, _stayed(old, new, changes))
    )
    return tuple(one for one in marked if not legal_only or is_legal(one.passage))


def clean(passages: Sequence[Passage], legal_only: bool = True) -> tuple[Marked, ...]:
    """The passages of one version as a copy in which nothing changed."""
    return tuple(Marked(one, one) for one in passages if not legal_only or is_legal(one))


class _Sheet:
    """The changes by where they stand, with their numbers."""

    def __init__(self, changes: ChangeSet, legal_only: bool) -> None:
        self.by_old: dict[int, Change] = {}
        self.by_new: dict[int, Change] = {}
        self.numbers: dict[tuple[int | None, int | None], int] = {}
        self.moves: dict[tuple[int | None, int | None], str] = {}
        for change in changes.changes:
            if change.old_at is not None:
                self.by_old[change.old_at] = change
            if change.new_at is not None:
                self.by_new[change.new_at] = change
            if change.moved:
                self.moves[change.old_at, change.new_at] = f"move-{len(self.moves) + 1}"
        for line in lines(changes, legal_only):
            for change in line.changes:
                self.numbers[change.old_at, change.new_at] = line.number


def _marked(old: Passage | None, new: Passage | None, sheet: _Sheet, i: int | None, j: int | None) -> Marked:
    change = sheet.by_old.get(i) if i is not None else sheet.by_new.get(j) if j is not None else None
    if change is None:
        return Marked(old, new)
    key = (change.old_at, change.new_at)
    edits = change.edits if old is not None and new is not None else ()
    return Marked(
        old, new, edits, sheet.moves.get(key, ""), sheet.numbers.get(key, 0), change.consequential,
        change.origin, change.columns,
    )  # fmt: skip


def _stayed(old: Sequence[Passage], new: Sequence[Passage], changes: ChangeSet) -> list[tuple[int, int]]:
    """The pairs that keep their order: whatever was not put in, taken out or moved."""
    gone = {change.old_at for change in changes.changes if change.new is None or change.moved}
    come = {change.new_at for change in changes.changes if change.old is None or change.moved}
    stayed_old = (i for i in range(len(old)) if i not in gone)
    stayed_new = (j for j in range(len(new)) if j not in come)
    return list(zip(stayed_old, stayed_new, strict=True))
