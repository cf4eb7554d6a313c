"""The longest rising run of a list of numbers: what may keep its place when the rest has to move."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence


def longest_rising(numbers: Sequence[int]) -> tuple[int, ...]:
    """The indexes of a longest strictly rising subsequence, in order; n log n."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for index, number in enumerate(numbers):
        length = bisect_left(tails, number)
        before.append(ends[length - 1] if length else -1)
        tails[length : length + 1] = [number]
        ends[length : length + 1] = [index]
    run: list[int] = []
    at = ends[-1] if ends else -1
    while at >= 0:
        run.append(at)
        at = before[at]
    return tuple(reversed(run))


def heaviest_rising(numbers: Sequence[int], weights: Sequence[int]) -> tuple[int, ...]:
    """The indexes of a strictly rising subsequence of the greatest weight, in order; n log n.

    The numbers are different from each other and the weights at least 1.
    """
    rank = {number: place for place, number in enumerate(sorted(numbers), start=1)}
    best: list[tuple[int, int]] = [(0, -1)] * (len(numbers) + 1)
    """A Fenwick tree: the heaviest run, and the index of its last number, among the numbers of low rank."""
    before: list[int] = []
    for index, number in enumerate(numbers):
        weight, last = _heaviest_below(best, rank[number] - 1)
        before.append(last)
        entry = (weight + weights[index], index)
        place = rank[number]
        while place < len(best):
            best[place] = max(best[place], entry)
            place += place & -place
    run: list[int] = []
    at = _heaviest_below(best, len(numbers))[1]
    while at >= 0:
        run.append(at)
        at = before[at]
    return tuple(reversed(run))


def _heaviest_below(best: Sequence[tuple[int, int]], place: int) -> tuple[int, int]:
    found = (0, -1)
    while place > 0:
        found = max(found, best[place])
        place -= place & -place
    return found
