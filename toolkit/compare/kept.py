"""Which passage became which, as a change set implies it: what it does not name stands in its order."""

from __future__ import annotations

from dataclasses import dataclass

from toolkit.model.change import ChangeSet

from .pairing import NONE


@dataclass(frozen=True, slots=True)
class Pairs:
    """Which passage became which, by index; NONE where it was put in or taken out."""

    to_new: list[int]
    to_old: list[int]
    moved: frozenset[int]
    """Old indexes of what the change set says is moved."""

    @classmethod
    def of(cls, changes: ChangeSet, old_count: int, new_count: int) -> Pairs:
        """The pairs that a change set implies: what it does not name stands in its order."""
        pairs = cls([NONE] * old_count, [NONE] * new_count,
                    frozenset(one.old_at for one in changes.changes
                              if one.moved and one.old_at is not None))  # fmt: skip
        gone = {change.old_at for change in changes.changes if change.new is None or change.moved}
        come = {change.new_at for change in changes.changes if change.old is None or change.moved}
        stayed_old = (i for i in range(old_count) if i not in gone)
        stayed_new = (j for j in range(new_count) if j not in come)
        for i, j in zip(stayed_old, stayed_new, strict=True):
            pairs.to_new[i], pairs.to_old[j] = j, i
        for change in changes.changes:
            if change.moved and change.old_at is not None and change.new_at is not None:
                pairs.to_new[change.old_at], pairs.to_old[change.new_at] = change.new_at, change.old_at
        return pairs
