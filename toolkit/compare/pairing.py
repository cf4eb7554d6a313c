"""Which passage of one version is which passage of the other, while it is being found out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from toolkit.model.change import Column
from toolkit.model.passage import Kind, Passage

from .columns import Columns
from .forest import Forest, family

NONE = -1
"""Not paired; as a parent, the document itself."""


@dataclass(slots=True)
class Pairing:
    """Pairs of indexes. A passage is paired once or not at all."""

    old: Forest
    new: Forest
    to_new: list[int]
    to_old: list[int]
    _columns: dict[tuple[int, int], Columns | None] = field(default_factory=dict)

    @classmethod
    def of(cls, old: Forest, new: Forest) -> Pairing:
        """A pairing without pairs."""
        return cls(old, new, [NONE] * len(old.passages), [NONE] * len(new.passages))

    def pair(self, i: int, j: int) -> None:
        """Pair two passages that are both free."""
        self.to_new[i], self.to_old[j] = j, i

    def pair_trees(self, i: int, j: int) -> None:
        """Pair two passages of the same words, and everything under them one by one."""
        for step in range(self.old.end(i) - i):
            self.pair_if_free(i + step, j + step)

    def pair_if_free(self, i: int, j: int) -> None:
        """Pair two passages unless one of them is paired already."""
        if self.to_new[i] == NONE and self.to_old[j] == NONE:
            self.pair(i, j)

    def free_old(self, indexes: Iterable[int]) -> list[int]:
        """Those of the old version that are not paired yet."""
        return [i for i in indexes if self.to_new[i] == NONE]

    def free_new(self, indexes: Iterable[int]) -> list[int]:
        """Those of the new version that are not paired yet."""
        return [j for j in indexes if self.to_old[j] == NONE]

    def may_pair(self, i: int, j: int) -> bool:
        """Whether one could have become the other without being taken out and put in."""
        mine, yours = self.old.passages[i], self.new.passages[j]
        if family(mine.kind) is not family(yours.kind) or len(mine.texts) != len(yours.texts):
            return False
        if mine.kind is Kind.CAPTION:
            return self.columns(i, j) is not None
        if mine.kind in (Kind.ROW, Kind.COLUMNS):
            return not (self.columns_printed(self.old.parents[i]) or self.columns_printed(self.old_parent(j)))
        return mine.kind is not Kind.GAP or mine.detail == yours.detail

    def columns(self, i: int, j: int) -> Columns | None:
        """The columns of two tables by their captions; None where they have none in common."""
        if (i, j) not in self._columns:
            self._columns[i, j] = Columns.of(self.old.rows(i), self.new.rows(j))
        return self._columns[i, j]

    def columns_printed(self, caption: int) -> tuple[Column, ...]:
        """Of an old table by its caption: see Change.columns."""
        if caption == NONE or self.to_new[caption] == NONE:
            return ()
        found = self.columns(caption, self.to_new[caption])
        return found.printed if found else ()

    def old_parent(self, j: int) -> int:
        """What the parent of a new passage was; NONE where it was nothing."""
        parent = self.new.parents[j]
        return self.to_old[parent] if parent != NONE else NONE

    def are_rivals(self, i: int, j: int) -> bool:
        """Whether their drafters gave them two ids, and so say that they are two."""
        mine, yours = self.old.passages[i], self.new.passages[j]
        if not (mine.starts and yours.starts and mine.id_given and yours.id_given):
            return False
        return mine.owner != yours.owner and not (mine.kind is Kind.TERM and same_name(mine, yours))


def same_name(mine: Passage, yours: Passage) -> bool:
    """Whether they bear the same label, caption label or defined term."""
    name = _name(mine)
    return bool(name) and name == _name(yours)


def _name(passage: Passage) -> str:
    if passage.kind is Kind.TERM:
        return passage.texts[0].plain
    return passage.detail if passage.kind is Kind.CAPTION else passage.label.own


def pair_by_id(pairing: Pairing) -> None:
    """Pair what bears the same given id; the first with the first where an id is used twice."""
    named: dict[tuple[Kind, str], list[int]] = defaultdict(list)
    for j in reversed(range(len(pairing.new.passages))):
        if (key := _given(pairing.new.passages[j])) is not None:
            named[key].append(j)
    for i, passage in enumerate(pairing.old.passages):
        key = _given(passage)
        if key is not None and named[key] and pairing.may_pair(i, named[key][-1]):
            pairing.pair(i, named[key].pop())


def _given(passage: Passage) -> tuple[Kind, str] | None:
    return (family(passage.kind), passage.owner) if passage.starts and passage.id_given else None


def buckets(forest: Forest, indexes: Iterable[int]) -> Iterator[tuple[int, list[int]]]:
    """Indexes by the code of their words, in the order in which each code first occurs."""
    found: dict[int, list[int]] = {}
    for index in indexes:
        found.setdefault(forest.codes[index], []).append(index)
    yield from found.items()
