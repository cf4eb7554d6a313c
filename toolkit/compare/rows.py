"""Aligning the rows of one table in two versions: by words, then by their first cells, then likeness."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from toolkit.model.passage import Kind

from .forest import Forest
from .likeness import dice
from .pairing import Pairing
from .siblings import LARGEST, best_in_order, gaps
from .words import common_runs

LIKE = 0.5
"""Likeness at which two rows in the same place are one row, amended."""

Key = tuple[str, ...]


def pair_rows(pairing: Pairing, olds: Sequence[int], news: Sequence[int]) -> None:
    """Pair the column headings and the rows of two paired tables of the same width."""
    for i, j in zip(olds[:1], news[:1], strict=False):
        if pairing.old.passages[i].kind is Kind.COLUMNS and pairing.new.passages[j].kind is Kind.COLUMNS:
            pairing.pair_if_free(i, j)
    _pair_in_order(pairing, pairing.free_old(olds), pairing.free_new(news))
    width = len(pairing.old.passages[olds[0]].texts) if olds else 0
    if width > 1 and _numbered(pairing.old, olds) and _numbered(pairing.new, news):
        _pair_unique(pairing, olds, news, lambda cells: cells[1:])
        keys = range(0)
    else:
        keys = range(width, 0, -1)
    for count in keys:
        _pair_unique(pairing, olds, news, lambda cells, count=count: cells[:count])  # type: ignore[misc]
    for left, right in gaps(pairing, olds, news):
        _pair_alike(pairing, left, right)


def _cells(forest: Forest, row: int) -> Key:
    return tuple(text.plain for text in forest.passages[row].texts)


def _numbered(forest: Forest, rows: Sequence[int]) -> bool:
    """Whether the first cells only count the rows, so that they say nothing about which row is which."""
    firsts = [_cells(forest, row)[0] for row in rows if forest.passages[row].kind is Kind.ROW]
    return all(first.rstrip(".") == str(at) for at, first in enumerate(firsts, start=1))


def _pair_in_order(pairing: Pairing, left: Sequence[int], right: Sequence[int]) -> None:
    old, new = pairing.old.codes, pairing.new.codes
    for run in common_runs([old[i] for i in left], [new[j] for j in right]):
        for step in range(run.length):
            pairing.pair(left[run.old + step], right[run.new + step])


def _pair_unique(
    pairing: Pairing, olds: Sequence[int], news: Sequence[int], key: Callable[[Key], Key]
) -> None:
    """Pair rows with the same key, where it names one free row on each side."""
    here = _unique(pairing.old, pairing.free_old(olds), key)
    there = _unique(pairing.new, pairing.free_new(news), key)
    for name, i in here.items():
        if name in there:
            pairing.pair(i, there[name])


def _unique(forest: Forest, rows: Sequence[int], key: Callable[[Key], Key]) -> dict[Key, int]:
    found: dict[Key, list[int]] = {}
    for row in rows:
        found.setdefault(key(_cells(forest, row)), []).append(row)
    return {name: rows[0] for name, rows in found.items() if len(rows) == 1}


def _pair_alike(pairing: Pairing, left: Sequence[int], right: Sequence[int]) -> None:
    if len(left) * len(right) > LARGEST:
        return

    def score(x: int, y: int) -> float:
        like = dice(pairing.old.bag(left[x], False), pairing.new.bag(right[y], False))
        return like if like >= LIKE else 0.0

    for x, y in best_in_order(len(left), len(right), score):
        pairing.pair(left[x], right[y])
