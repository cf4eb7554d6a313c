from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.conformance.working_days import (
    FIRST_KNOWN_YEAR,
    LAST_KNOWN_YEAR,
    UnknownCalendarError,
    add_working_days,
    is_working_day,
    next_working_day,
    working_days_between,
)

# As published for England and Wales, weekdays only.
BANK_HOLIDAYS = """
2018-01-01 2018-03-30 2018-04-02 2018-05-07 2018-05-28 2018-08-27 2018-12-25 2018-12-26
2019-01-01 2019-04-19 2019-04-22 2019-05-06 2019-05-27 2019-08-26 2019-12-25 2019-12-26
2020-01-01 2020-04-10 2020-04-13 2020-05-08 2020-05-25 2020-08-31 2020-12-25 2020-12-28
2021-01-01 2021-04-02 2021-04-05 2021-05-03 2021-05-31 2021-08-30 2021-12-27 2021-12-28
2022-01-03 2022-04-15 2022-04-18 2022-05-02 2022-06-02 2022-06-03 2022-08-29 2022-09-19 2022-12-26 2022-12-27
2023-01-02 2023-04-07 2023-04-10 2023-05-01 2023-05-08 2023-05-29 2023-08-28 2023-12-25 2023-12-26
2024-01-01 2024-03-29 2024-04-01 2024-05-06 2024-05-27 2024-08-26 2024-12-25 2024-12-26
2025-01-01 2025-04-18 2025-04-21 2025-05-05 2025-05-26 2025-08-25 2025-12-25 2025-12-26
2026-01-01 2026-04-03 2026-04-06 2026-05-04 2026-05-25 2026-08-31 2026-12-25 2026-12-28
2027-01-01 2027-03-26 2027-03-29 2027-05-03 2027-05-31 2027-08-30 2027-12-27 2027-12-28
"""
HOLIDAYS = frozenset(date.fromisoformat(day) for day in BANK_HOLIDAYS.split())
KNOWN = st.dates(date(FIRST_KNOWN_YEAR, 1, 2), date(LAST_KNOWN_YEAR, 6, 30))


def test_every_day_of_the_known_years_against_the_published_lists() -> None:
    day = date(FIRST_KNOWN_YEAR, 1, 1)
    while day.year <= LAST_KNOWN_YEAR:
        assert is_working_day(day) == (day.weekday() < 5 and day not in HOLIDAYS), day
        day += timedelta(days=1)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2020, 5, 15), True),  # the right closing date of April 2020
        (date(2020, 5, 16), False),  # published as “Friday 16 May 2020”: a Saturday
        (date(2020, 5, 8), False),  # the May holiday was moved to VE Day
        (date(2020, 5, 4), True),  # and so its first Monday was a Working Day
        (date(2020, 12, 26), False),
        (date(2021, 2, 28), False),  # a re-designation on a Sunday
    ],
)
def test_days_of_the_packs(day: date, expected: bool) -> None:
    assert is_working_day(day) is expected


@pytest.mark.verifies("TMAD", "form-of-notices")
def test_the_next_working_day_steps_over_a_bank_holiday_weekend() -> None:
    assert next_working_day(date(2020, 8, 28)) == date(2020, 9, 1)
    assert next_working_day(date(2020, 8, 29)) == date(2020, 9, 1)


@pytest.mark.verifies("TMAD", "counting-working-days")
def test_fifteen_working_days_over_easter() -> None:
    assert add_working_days(date(2020, 4, 1), 15) == date(2020, 4, 24)
    assert add_working_days(date(2020, 4, 24), -15) == date(2020, 4, 1)
    assert add_working_days(date(2020, 4, 11), 0) == date(2020, 4, 11)


@pytest.mark.parametrize("day", [date(2017, 12, 29), date(2028, 1, 4), date(9999, 12, 31), date(1, 1, 1)])
def test_unknown_years_are_refused(day: date) -> None:
    for ask in (is_working_day, next_working_day, lambda day: add_working_days(day, 0)):
        with pytest.raises(UnknownCalendarError, match="2018 to 2027"):
            ask(day)


@pytest.mark.verifies("TMAD", "counting-working-days")
def test_a_period_that_runs_into_an_unknown_year_is_refused() -> None:
    assert add_working_days(date(2027, 12, 30), 1) == date(2027, 12, 31)
    with pytest.raises(UnknownCalendarError, match="2028"):
        add_working_days(date(2027, 12, 30), 2)
    assert add_working_days(date(2018, 1, 3), -1) == date(2018, 1, 2)
    with pytest.raises(UnknownCalendarError, match="2017"):
        add_working_days(date(2018, 1, 2), -1)


def test_a_moment_is_not_a_day() -> None:
    with pytest.raises(TypeError):
        is_working_day(datetime(2020, 12, 25, 9, 0))


@pytest.mark.verifies("TMAD", "counting-working-days")
@given(KNOWN, st.integers(0, 60), st.integers(0, 60))
def test_periods_add_up(day: date, first: int, second: int) -> None:
    assert add_working_days(add_working_days(day, first), second) == add_working_days(day, first + second)


@pytest.mark.verifies("TMAD", "counting-working-days")
@given(KNOWN, st.integers(1, 80))
def test_a_period_holds_as_many_working_days_as_it_says(day: date, count: int) -> None:
    end = add_working_days(day, count)
    assert is_working_day(end)
    assert working_days_between(day, end) == count
    assert working_days_between(end, day) == -count
