"""Rising runs, against every subsequence of short lists."""

from __future__ import annotations

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import laws
from toolkit.model.rising import heaviest_rising, longest_rising


def rising(numbers: list[int], run: tuple[int, ...]) -> bool:
    return all(numbers[a] < numbers[b] for a, b in pairwise(run)) and all(a < b for a, b in pairwise(run))


def runs(numbers: list[int]) -> list[tuple[int, ...]]:
    sizes = range(len(numbers) + 1)
    return [run for size in sizes for run in combinations(range(len(numbers)), size) if rising(numbers, run)]


@laws
@given(st.lists(st.integers(0, 9), max_size=8))
def test_no_run_is_longer(numbers: list[int]) -> None:
    found = longest_rising(numbers)
    assert rising(numbers, found)
    assert len(found) == max(map(len, runs(numbers)))


@laws
@given(st.permutations(range(7)), st.lists(st.integers(1, 5), min_size=7, max_size=7))
def test_no_run_is_heavier(numbers: list[int], weights: list[int]) -> None:
    found = heaviest_rising(numbers, weights)
    assert rising(numbers, found)
    assert sum(weights[at] for at in found) == max(sum(weights[at] for at in run) for run in runs(numbers))
