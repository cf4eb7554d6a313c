"""Dates proposed for a new consultation: Working Days apart, as consultations usually are."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import NamedTuple

from toolkit.conformance.working_days import add_working_days, is_working_day

OPEN_FOR, CONCLUDED_AFTER, REDESIGNATED_AFTER = 20, 13, 5
"""Working Days for responses, then for conclusions, then for the direction."""
CLOSING_TIME = time(16)


class Dates(NamedTuple):
    """The timetable of a consultation, without a briefing."""

    published: date
    closes: datetime
    conclusions: date
    redesignation: date


def propose_dates(
    today: date, published: date | None = None, closes: datetime | None = None,
    conclusions: date | None = None, redesignation: date | None = None,
) -> Dates:  # fmt: skip
    """What was given, and for each date that was not, a Working Day reckoned from the one before it.

    UnknownCalendarError where a day to reckon from, or one that was reckoned, has a year whose Working Days
    are not known.
    """
    published = published or add_working_days(today, 1)
    closes = closes or datetime.combine(add_working_days(published, OPEN_FOR), CLOSING_TIME)
    conclusions = conclusions or add_working_days(closes.date(), CONCLUDED_AFTER)
    redesignation = redesignation or add_working_days(conclusions, REDESIGNATED_AFTER)
    for day in (published, closes.date(), conclusions, redesignation):
        is_working_day(day)  # refuses a year that is not known; other faults are told with the file
    return Dates(published, closes, conclusions, redesignation)
