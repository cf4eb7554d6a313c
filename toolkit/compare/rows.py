"""Aligning the rows of one table in two versions: by words, then by their first cells, then likeness."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from toolkit.model.passage import Kind

from .likeness import dice
from .pairing import Pairing
from .siblings import best_in_order, gaps
from .words import common_runs

LARGEST = 20_000
"""Pairs of rows of which every one is looked at."""
LIKE = 0.5
"""Likeness at which two rows in the same place are one row, amended."""

Key = tuple[str, ...]


def pair_rows(pairing: Pairing, caption: int) -> None:
    """Pair the column headings and the rows of a table with those of the table it is paired with."""
    table = _Table.of(pairing, caption)
    for i, j in zip(table.olds[:1], table.news[:1], strict=False):
        if pairing.old.passages[i].kind is Kind.COLUMNS and pairing.new.passages[j].kind is Kind.COLUMNS:
            pairing.pair_if_free(i, j)
    table.pair_in_order()
    for key in table.names():
        table.pair_unique(key)
    for left, right in gaps(pairing, table.olds, table.news):
        table.pair_alike(left, right)


@dataclass(slots=True)
class _Table:
    """Two versions of a table: rows by index, and of each the cells that the other version has, too."""

    pairing: Pairing
    olds: list[int]
    news: list[int]
    here: dict[int, Key]
    there: dict[int, Key]
    """In the order of the old columns."""

    @classmethod
    def of(cls, pairing: Pairing, caption: int) -> _Table:
        other = pairing.to_new[caption]
        olds, news = pairing.old.children[caption], pairing.new.children[other]
        columns = pairing.columns(caption, other)
        pairs = columns.pairs if columns else ()
        here = {row: _picked(pairing.old.cells(row), [x for x, _ in pairs]) for row in olds}
        there = {row: _picked(pairing.new.cells(row), [y for _, y in pairs]) for row in news}
        return cls(pairing, olds, news, here, there)

    def names(self) -> Iterator[Callable[[Key], Key]]:
        """What may tell which row is which: all cells, then fewer and fewer from the first on."""
        width = len(self.here[self.olds[0]]) if self.olds else 0
        if width > 1 and _numbered(self.here.values()) and _numbered(self.there.values()):
            yield lambda cells: cells[1:]
            return
        for count in range(width, 0, -1):
            yield lambda cells, count=count: cells[:count]  # type: ignore[misc]

    def pair_in_order(self) -> None:
        """Pair the rows of the same cells that keep their order."""
        left, right = self.pairing.free_old(self.olds), self.pairing.free_new(self.news)
        codes: dict[Key, int] = {}
        old = [codes.setdefault(self.here[i], len(codes)) for i in left]
        new = [codes.setdefault(self.there[j], len(codes)) for j in right]
        for run in common_runs(old, new):
            for step in range(run.length):
                self.pairing.pair(left[run.old + step], right[run.new + step])

    def pair_unique(self, key: Callable[[Key], Key]) -> None:
        """Pair rows with the same key, where it names one free row on each side."""
        left, right = self.pairing.free_old(self.olds), self.pairing.free_new(self.news)
        here = _unique((key(self.here[i]), i) for i in left)
        there = _unique((key(self.there[j]), j) for j in right)
        for name, i in here.items():
            if name in there:
                self.pairing.pair(i, there[name])

    def pair_alike(self, left: Sequence[int], right: Sequence[int]) -> None:
        """Pair the rows in one place that share most of their words."""
        if len(left) * len(right) > LARGEST:
            return

        def score(x: int, y: int) -> float:
            like = dice(self.pairing.old.bag(left[x], False), self.pairing.new.bag(right[y], False))
            return like if like >= LIKE else 0.0

        for x, y in best_in_order(len(left), len(right), score):
            self.pairing.pair(left[x], right[y])


def _picked(cells: Key, columns: Sequence[int]) -> Key:
    return tuple(cells[column] for column in columns if column < len(cells))


def _numbered(rows: Iterable[Key]) -> bool:
    """Whether the first cells only count the rows, so that they say nothing about which row is which."""
    return all(cells[0].rstrip(".") == str(at) for at, cells in enumerate(rows) if at)


def _unique(named: Iterable[tuple[Key, int]]) -> dict[Key, int]:
    found: dict[Key, list[int]] = {}
    for name, row in named:
        found.setdefault(name, []).append(row)
    return {name: rows[0] for name, rows in found.items() if len(rows) == 1}
