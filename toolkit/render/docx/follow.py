"""Which replaced words only follow from other changes: citations of what moved or was renumbered."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable

from toolkit.model.change import Edit, Op

from .segment import Words

Range = tuple[int, int]
"""The first character and the one after the last."""


def follower(old: Words, new: Words, edits: tuple[Edit, ...]) -> Callable[[Range, Range], bool]:
    """Tells of a range of the old text and one of the new, which replaces it, whether it only follows."""
    own_old, own_new, theirs = _changed(edits)

    def follows(gone: Range, come: Range) -> bool:
        if old.plain[slice(*gone)] == new.plain[slice(*come)]:
            return not old.faces and not new.faces  # a citation whose target moved: its words stand
        if not theirs:
            return False
        return not _meets(gone, own_old) and not _meets(come, own_new)

    return follows


def _changed(edits: tuple[Edit, ...]) -> tuple[list[Range], list[Range], bool]:
    """The ranges that changed in their own right, old and new, and whether any other changed."""
    old: list[Range] = []
    new: list[Range] = []
    old_at = new_at = 0
    for op, text, consequential in edits:
        if op is Op.SAME:
            old_at, new_at = old_at + len(text), new_at + len(text)
        elif op is Op.OMIT:
            old += [] if consequential else [(old_at, old_at + len(text))]
            old_at += len(text)
        else:
            new += [] if consequential else [(new_at, new_at + len(text))]
            new_at += len(text)
    return old, new, any(edit.consequential for edit in edits)


def _meets(range_: Range, others: list[Range]) -> bool:
    """Whether a range overlaps one of others, which are in order."""
    at = bisect_right(others, range_[0], key=lambda other: other[1])
    return at < len(others) and others[at][0] < range_[1]
