"""Circles of what leans on what, against a slow reading of the same words; and none costs recursion."""

import gc
from time import process_time

from hypothesis import given
from hypothesis import strategies as st

from toolkit.check.circles import circles

names = st.sampled_from("abcdefg")
graphs = st.fixed_dictionaries({name: st.lists(names, max_size=3) for name in "abcdefg"})


def reached(leans: dict[str, list[str]], start: str) -> set[str]:
    found: set[str] = set()
    waiting = [start]
    while waiting:
        for other in leans[waiting.pop()]:
            if other not in found:
                found.add(other)
                waiting.append(other)
    return found


@given(graphs)
def test_a_circle_is_what_leads_to_each_other(leans: dict[str, list[str]]) -> None:
    far = {name: reached(leans, name) for name in leans}
    expected = {
        frozenset(other for other in leans if other == name or (other in far[name] and name in far[other]))
        for name in leans
        if name in far[name]
    }
    found = list(circles(leans))
    assert set(found) == expected and len(found) == len(expected)


def chain(length: int) -> dict[str, list[str]]:
    """One circle of so many names."""
    return {str(number): [str((number + 1) % length)] for number in range(length)}


def test_a_long_circle_costs_its_length() -> None:
    def cost(length: int) -> float:
        links = chain(length)
        gc.collect()
        gc.disable()  # what else lies in memory is no part of it
        try:
            start = process_time()
            assert [len(one) for one in circles(links)] == [length]
            return process_time() - start
        finally:
            gc.enable()

    small = min(cost(2_000) for _ in range(5))
    large = min(cost(32_000) for _ in range(3))
    assert large < 16 * 6 * small + 0.1  # a square would be 256 times as much
