"""Comparing costs no more than its texts are long: four times the text, about four times the time."""

from __future__ import annotations

import time
import tracemalloc

import pytest

from tests.compare.vast import VAST, Pair
from toolkit.compare.apply import apply
from toolkit.compare.compare import compare
from toolkit.model.passage import passages

TIME, MEMORY = 9.0, 2.8
"""By how much time may grow when the text is four times as long, and memory when it doubles. A square is 16
and 4; what else the machine does disturbs the time only."""
SECONDS = 20.0
"""CPU seconds that none may take at the full size; the benchmark prints what they do take."""
PART = 20
"""The text that grows is this part of the full size."""


def seconds(pair: Pair) -> float:
    """CPU seconds of the quickest of four comparisons: what else the machine does only ever adds."""
    found = []
    for _ in range(4):
        start = time.process_time()
        compare(*pair)
        found.append(time.process_time() - start)
    return min(found)


def memory(pair: Pair) -> int:
    """Bytes at the peak of one."""
    tracemalloc.start()
    compare(*pair)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak


@pytest.mark.parametrize("name", VAST)
def test_time_grows_with_the_text(name: str) -> None:
    make, size = VAST[name]
    seconds(make(10))  # what is loaded once is no part of it
    small, large = seconds(make(size // PART)), seconds(make(4 * size // PART))
    assert large <= TIME * max(small, 0.025)
    assert large <= SECONDS * 4 / PART


@pytest.mark.parametrize("name", VAST)
def test_memory_grows_with_the_text(name: str) -> None:
    make, size = VAST[name]
    compare(*make(10))
    once, twice = memory(make(size // PART)), memory(make(2 * size // PART))
    assert twice <= MEMORY * max(once, 15_000_000)


@pytest.mark.parametrize("name", VAST)
def test_what_is_vast_is_exact(name: str) -> None:
    make, size = VAST[name]
    old, new = make(size // PART)
    assert apply(compare(old, new), passages(old)) == passages(new)
