from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.conformance.redesignation import last_day, needs_new_consultation, window


@pytest.mark.parametrize(
    ("proposed", "last"),
    [
        (date(2020, 5, 29), date(2020, 6, 29)),
        (date(2021, 1, 28), date(2021, 2, 28)),
        (date(2021, 1, 31), date(2021, 2, 28)),
        (date(2020, 1, 31), date(2020, 2, 29)),
        (date(2020, 9, 29), date(2020, 10, 29)),
        (date(2020, 12, 31), date(2021, 1, 31)),
        (date(2020, 3, 31), date(2020, 4, 30)),
    ],
)
def test_last_day_of_the_window(proposed: date, last: date) -> None:
    assert last_day(proposed) == last
    assert not needs_new_consultation(proposed, last)
    assert needs_new_consultation(proposed, last + timedelta(days=1))


def test_the_first_day_is_the_one_proposed() -> None:
    proposed = date(2020, 9, 29)
    assert not needs_new_consultation(proposed, proposed)
    assert needs_new_consultation(proposed, proposed - timedelta(days=1))


@given(st.dates(date(1900, 1, 1), date(9990, 1, 1)), st.dates(date(1900, 1, 1), date(9990, 1, 1)))
def test_a_later_proposal_never_ends_earlier(first: date, second: date) -> None:
    if first <= second:
        assert last_day(first) <= last_day(second)
    assert 28 <= (window(first).last - first).days <= 31
