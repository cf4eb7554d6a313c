"""Working Days in England and Wales, as Section A1.1 of the Smart Energy Code defines them.

A Working Day is a day other than a Saturday, a Sunday, Christmas Day, Good Friday or a bank holiday in
England and Wales. Bank holidays are proclaimed only a few years ahead: outside the years that were
checked against the published lists every function refuses, because a guess would look like a fact.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import cache

FIRST_KNOWN_YEAR = 2018
LAST_KNOWN_YEAR = 2027
"""The last year whose bank holidays have been published; move it on only with the list of the new year."""

_FRIDAY = 4
_DAY = timedelta(days=1)


class UnknownCalendarError(ValueError):
    """A day of a year whose bank holidays are not known here."""

    def __init__(self, year: int) -> None:
        super().__init__(
            f"The bank holidays of England and Wales are known from {FIRST_KNOWN_YEAR} to {LAST_KNOWN_YEAR}; "
            f"Working Days in {year} cannot be told."
        )


@cache
def _bank_holidays(year: int) -> frozenset[date]:
    if not FIRST_KNOWN_YEAR <= year <= LAST_KNOWN_YEAR:
        raise UnknownCalendarError(year)
    from holidays import country_holidays

    return frozenset(country_holidays("GB", subdiv="ENG", years=year))


def is_working_day(day: date) -> bool:
    """Whether a day is a Working Day; UnknownCalendarError outside the known years.

    The weekday is tested first: the list of holidays also holds those that fall on a weekend.
    """
    if isinstance(day, datetime):
        raise TypeError("a Working Day is asked of a date, not of a moment in time")
    holidays = _bank_holidays(day.year)
    return day.weekday() <= _FRIDAY and day not in holidays


def next_working_day(day: date) -> date:
    """The first Working Day after a day; UnknownCalendarError where it lies outside the known years."""
    return add_working_days(day, 1)


def add_working_days(day: date, count: int) -> date:
    """The count-th Working Day after a day, or before it where count is negative; the day itself for 0.

    A period of 15 Working Days that runs from a notice ends on add_working_days(notice, 15).
    UnknownCalendarError where the way leads outside the known years.
    """
    _bank_holidays(day.year)
    step = _DAY if count > 0 else -_DAY
    left = abs(count)
    while left:
        day += step
        left -= is_working_day(day)
    return day


def working_days_between(start: date, end: date) -> int:
    """How many Working Days lie after start, up to and including end; negative where end is earlier."""
    if end < start:
        return -working_days_between(end, start)
    days = (end - start).days
    return sum(is_working_day(start + timedelta(days=number)) for number in range(1, days + 1))
