"""Working Days in England and Wales, as Section A1.1 of the Smart Energy Code defines them.

A Working Day is a day other than a Saturday, a Sunday, Christmas Day, Good Friday or a bank holiday in
England and Wales. Bank holidays are proclaimed only a few years ahead: outside the years that were
checked against the published lists every function refuses, because a guess would look like a fact.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from datetime import date, datetime, timedelta
from functools import cache

from .bank_holidays import BANK_HOLIDAYS, FIRST_KNOWN_YEAR, LAST_KNOWN_YEAR
from .link import implements
from .ruling import RefusalError

__all__ = [
    "FIRST_KNOWN_YEAR",
    "LAST_KNOWN_YEAR",
    "UnknownCalendarError",
    "add_working_days",
    "is_working_day",
    "next_working_day",
    "working_days_between",
]

_FRIDAY = 4


class UnknownCalendarError(RefusalError):
    """A day of a year whose bank holidays are not known here."""

    def __init__(self, year: int) -> None:
        super().__init__(
            f"The bank holidays of England and Wales are known from {FIRST_KNOWN_YEAR} to {LAST_KNOWN_YEAR}; "
            f"Working Days in {year} cannot be told."
        )


@cache
def _working_days() -> tuple[date, ...]:
    """Every Working Day of the known years, in order."""
    first, last = date(FIRST_KNOWN_YEAR, 1, 1), date(LAST_KNOWN_YEAR, 12, 31)
    days = (first + timedelta(days=number) for number in range((last - first).days + 1))
    return tuple(day for day in days if day.weekday() <= _FRIDAY and day not in BANK_HOLIDAYS)


def _known(day: date) -> date:
    if isinstance(day, datetime):
        raise TypeError("a Working Day is asked of a date, not of a moment in time")
    if not FIRST_KNOWN_YEAR <= day.year <= LAST_KNOWN_YEAR:
        raise UnknownCalendarError(day.year)
    return day


def is_working_day(day: date) -> bool:
    """Whether a day is a Working Day; UnknownCalendarError outside the known years."""
    return _known(day).weekday() <= _FRIDAY and day not in BANK_HOLIDAYS


def next_working_day(day: date) -> date:
    """The first Working Day after a day; UnknownCalendarError where it lies outside the known years."""
    return add_working_days(day, 1)


@implements("TMAD", "counting-working-days", since="4.0")
def add_working_days(day: date, count: int) -> date:
    """The count-th Working Day after a day, or before it where count is negative; the day itself for 0.

    A period of 15 Working Days that runs from a notice ends on add_working_days(notice, 15).
    UnknownCalendarError where the way leads outside the known years.
    """
    days = _working_days()
    _known(day)
    if count == 0:
        return day
    found = bisect_right(days, day) + count - 1 if count > 0 else bisect_left(days, day) + count
    if found < 0:
        raise UnknownCalendarError(FIRST_KNOWN_YEAR - 1)
    if found >= len(days):
        raise UnknownCalendarError(LAST_KNOWN_YEAR + 1)
    return days[found]


def working_days_between(start: date, end: date) -> int:
    """How many Working Days lie after start, up to and including end; negative where end is earlier."""
    if end < start:
        return -working_days_between(end, start)
    days = _working_days()
    return bisect_right(days, _known(end)) - bisect_right(days, _known(start))
