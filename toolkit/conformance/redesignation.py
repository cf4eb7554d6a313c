"""The window in which a document may be re-designated: the date proposed, or within one month thereafter.

Consultations propose a date “or, if that is not possible, within one month thereafter”. A change that
misses the window needs a new consultation on the date (direction formula under Section X5 of the Smart
Energy Code and Condition 22 of the DCC Licence).
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import NamedTuple


class Window(NamedTuple):
    """The days on which re-designation may take place, both included."""

    first: date
    """The date proposed."""
    last: date

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and self.first <= day <= self.last


def months_after(day: date, months: int) -> date:
    """The day that bears the same number some months later, or that month's last day where it has none.

    OverflowError past the year 9999.
    """
    years, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not 1 <= years <= 9999:
        raise OverflowError("the calendar ends with the year 9999")
    return date(years, month + 1, min(day.day, monthrange(years, month + 1)[1]))


def last_day(proposed: date) -> date:
    """The last day within one calendar month after a date.

    It bears the same number in the next month, or is that month's last day where it has no such number:
    29 May to 29 June, 28 January to 28 February, 31 January to 28 February. OverflowError past the year 9999.
    """
    return months_after(proposed, 1)


def window(proposed: date) -> Window:
    """The window that a proposed date opens."""
    return Window(proposed, last_day(proposed))


def needs_new_consultation(proposed: date, actual: date) -> bool:
    """Whether re-designation on a day was not consulted on: it lies before the date proposed or too late."""
    return actual not in window(proposed)
