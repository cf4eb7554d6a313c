"""R6: when capacity is short, Dormant installations go first."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.conformance.ruling import Outcome
from toolkit.conformance.tmad.dormant_first import Queued, dormant_first

DECIDED, REFUSED = Outcome.DECIDED, Outcome.REFUSED


def queue(text: str) -> tuple[Queued, ...]:
    """a1 D2@3: installation a1, and D2 with a Dormant Device and notice on the third."""
    made = []
    for word in text.split():
        name, _, day = word.partition("@")
        made.append(Queued(name, name.startswith("D"), date(2020, 9, int(day)) if day else None))
    return tuple(made)


@pytest.mark.verifies("TMAD", "schedule-dormant-priority")
@pytest.mark.verifies("TMAD", "dormant-priority")
@pytest.mark.parametrize(
    ("queued", "capacity", "expected", "short"),
    [
        pytest.param("a D1 b", 3, "a D1 b", False, id="capacity suffices to the last place"),
        pytest.param("a D1 b", 4, "a D1 b", False, id="capacity suffices"),
        pytest.param("a D1 b", 2, "D1 a | b", True, id="short by one"),
        pytest.param("a b c", 1, "a | b | c", True, id="none Dormant"),
        pytest.param("D1 D2 D3", 2, "D1 D2 | D3", True, id="all Dormant"),
        pytest.param("a D1@9 D2@3 b D3@3", 2, "D2 D3 | D1 a | b", True, id="in the order of notice"),
    ],
)
def test_dormant_first(queued: str, capacity: int, expected: str, short: bool) -> None:
    ruling = dormant_first(queue(queued), capacity)
    assert ruling.outcome is DECIDED and ruling.value is not None
    assert " | ".join(" ".join(day) for day in ruling.value.days) == expected
    assert ruling.value.short is short


@pytest.mark.verifies("TMAD", "dormant-priority")
@given(st.lists(st.booleans(), min_size=1, max_size=40), st.integers(1, 12))
def test_a_schedule_loses_nobody_and_keeps_the_order_of_each_kind(dormant: list[bool], capacity: int) -> None:
    asked = tuple(Queued(str(number), one) for number, one in enumerate(dormant))
    ruling = dormant_first(asked, capacity)
    assert ruling.value is not None
    names = [name for day in ruling.value.days for name in day]
    assert sorted(names, key=int) == [one.installation for one in asked]
    for kind in (True, False):
        own = [int(name) for name in names if dormant[int(name)] is kind]
        assert own == sorted(own)
    assert all(len(day) == capacity for day in ruling.value.days[:-1])
    if ruling.value.short:
        kinds = [dormant[int(name)] for name in names]
        assert kinds == sorted(kinds, reverse=True)


@pytest.mark.verifies("TMAD", "dormant-priority")
@pytest.mark.parametrize(("queued", "capacity"), [("", 3), ("a", 0), ("a", -1), ("a a", 1), ("D1@2 D2 a", 1)])
def test_dormant_first_refuses(queued: str, capacity: int) -> None:
    assert dormant_first(queue(queued), capacity).outcome is REFUSED
