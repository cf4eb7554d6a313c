"""Changes that only follow from others: a clause numbered on after an insertion, and citations of it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from toolkit.model.change import Change, ChangeKind, Op
from toolkit.model.label import Label
from toolkit.model.numbering import follows
from toolkit.model.passage import Kind, Passage

from .forest import Forest
from .pairing import NONE, Pairing

_NUMBER = re.compile(r"\d+\Z")
"""The last number of a table's label."""


def only_cites_otherwise(change: Change) -> bool:
    """Whether nothing changed in a passage but how it cites provisions that were renumbered."""
    changed = [edit for edits in change.edits for edit in edits if edit.op is not Op.SAME]
    return (
        change.kind is ChangeKind.AMENDED
        and not change.moved
        and not change.columns
        and bool(changed)
        and all(edit.consequential for edit in changed)
    )


@dataclass(frozen=True, slots=True)
class Numbering:
    """What stands before each clause and table of two versions among those that are numbered with it."""

    pairing: Pairing
    old: list[int]
    new: list[int]

    @classmethod
    def of(cls, pairing: Pairing) -> Numbering:
        """In one walk over each version."""
        return cls(pairing, _numbered_before(pairing.old), _numbered_before(pairing.new))

    def goes_on(self, i: int, j: int) -> bool:
        """Whether a clause has its new number only because it comes next after what now stands before it."""
        old, new = self.pairing.old, self.pairing.new
        if old.passages[i].kind is not Kind.CAPTION:
            above, below = old.parents[i], new.parents[j]
            if (self.pairing.to_new[above] if above != NONE else NONE) != below:
                return False
        return _comes_next(old, self.old[i], i) and _comes_next(new, self.new[j], j)


def _numbered_before(forest: Forest) -> list[int]:
    last: dict[int | str, int] = {}
    found: list[int] = []
    for index, passage in enumerate(forest.passages):
        series: int | str = forest.parents[index]
        if passage.kind is Kind.CAPTION:
            series = _NUMBER.sub("", passage.detail)
        found.append(last.get(series, NONE))
        if passage.kind is Kind.CAPTION or passage.label.key:
            last[series] = index
    return found


def _comes_next(forest: Forest, before: int, index: int) -> bool:
    """Whether a clause or table bears the number after that of the one before it, or the first one."""
    here, last = forest.passages[index], forest.passages[before] if before != NONE else None
    if here.kind is Kind.CAPTION:
        return _number(here) == (_number(last) if last else 0) + 1
    if last is None:
        return _is_first(here.label)
    return follows(last.last if last.kind is Kind.GAP else last.label, here.label)


def _number(caption: Passage) -> int:
    found = _NUMBER.search(caption.detail)
    return int(found[0]) if found else -1


def _is_first(label: Label) -> bool:
    return bool(label.key) and label.key[-1] == (1, 0, "")
