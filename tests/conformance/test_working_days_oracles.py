"""Working Days against two public libraries, every day from 2018 to 2027."""

from __future__ import annotations

from datetime import date, timedelta

from toolkit.conformance.bank_holidays import BANK_HOLIDAYS, FIRST_KNOWN_YEAR, LAST_KNOWN_YEAR
from toolkit.conformance.working_days import is_working_day

_FIRST, _COUNT = date(2018, 1, 1), (date(2028, 1, 1) - date(2018, 1, 1)).days
DAYS = [_FIRST + timedelta(days=number) for number in range(_COUNT)]


def _told() -> list[date]:
    return [day for day in DAYS if is_working_day(day)]


def test_the_known_years_are_2018_to_2027() -> None:
    assert (FIRST_KNOWN_YEAR, LAST_KNOWN_YEAR) == (2018, 2027)
    assert all(day.weekday() < 5 for day in BANK_HOLIDAYS)
    for year in range(2018, 2028):
        assert 8 <= sum(day.year == year for day in BANK_HOLIDAYS) <= 10


def test_the_library_holidays_says_the_same() -> None:
    import holidays

    theirs = holidays.country_holidays("GB", subdiv="ENG", years=range(2018, 2028))
    assert _told() == [day for day in DAYS if day.weekday() < 5 and day not in theirs]


def test_the_library_govuk_bank_holidays_says_the_same() -> None:
    """Its own copy of the published lists; no network."""
    from govuk_bank_holidays import bank_holidays as govuk

    theirs = govuk.BankHolidays(use_cached_holidays=True)
    listed = {one["date"] for one in theirs.get_holidays(division=govuk.BankHolidays.ENGLAND_AND_WALES)}
    assert _told() == [day for day in DAYS if day.weekday() < 5 and day not in listed]
