from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from toolkit.consult.timetable import Event, Step, Timetable, check_timetable
from toolkit.model.diagnostic import Severity
from toolkit.model.place import Place


def event(step: Step, day: date) -> Event:
    return Event(step, day, Place("consultation.yaml", list(Step).index(step) + 1))


RIGHT = Timetable(
    published=event(Step.PUBLISHED, date(2020, 8, 6)),
    closes=event(Step.CLOSES, date(2020, 9, 3)),
    closing_time=time(16),
    conclusions=event(Step.CONCLUSIONS, date(2020, 9, 22)),
    redesignation=event(Step.REDESIGNATION, date(2020, 9, 29)),
)


def moved(**days: date) -> Timetable:
    return replace(RIGHT, **{name: event(Step(name), day) for name, day in days.items()})  # type: ignore[arg-type]


def test_a_right_timetable_is_silent() -> None:
    assert check_timetable(RIGHT) == ()
    assert check_timetable(moved(briefing=date(2020, 8, 11))) == ()


def test_what_follows_from_it() -> None:
    assert RIGHT.window.last == date(2020, 10, 29)
    assert RIGHT.working_days_open == 19  # 31 August was a bank holiday


@pytest.mark.parametrize(
    ("days", "step"),
    [
        ({"closes": date(2020, 8, 5)}, "closes"),
        ({"closes": date(2020, 8, 6)}, "closes"),
        ({"briefing": date(2020, 8, 4)}, "briefing"),
        ({"briefing": date(2020, 9, 4)}, "closes"),
        ({"conclusions": date(2020, 9, 2)}, "conclusions"),
        ({"redesignation": date(2020, 9, 21)}, "redesignation"),
        ({"published": date(2021, 8, 6)}, "closes"),
    ],
)
def test_dates_out_of_order(days: dict[str, date], step: str) -> None:
    (found,) = check_timetable(moved(**days))
    assert found.code == "P111"
    assert found.message.startswith(step)
    assert found.place == event(Step(step), date(2020, 1, 1)).place


def test_the_saturday_that_was_published_as_a_friday() -> None:
    (found,) = check_timetable(moved(published=date(2020, 4, 28), closes=date(2020, 5, 16)))
    assert found.code == "P112"
    assert found.severity is Severity.ERROR
    assert found.message == "closes: Saturday 16 May 2020 is not a Working Day in England and Wales."
    assert found.hint == "The nearest Working Days are Friday 15 May 2020 and Monday 18 May 2020."


def test_a_bank_holiday_is_no_day_to_close() -> None:
    (found,) = check_timetable(moved(closes=date(2020, 8, 31)))
    assert found.hint == "The nearest Working Days are Friday 28 August 2020 and Tuesday 1 September 2020."


def test_an_effect_date_on_a_sunday_is_a_warning() -> None:
    (found,) = check_timetable(moved(redesignation=date(2021, 2, 28)))
    assert (found.code, found.severity) == ("P114", Severity.WARNING)


def test_years_whose_bank_holidays_are_not_known() -> None:
    far = {name: date(2031, month, 6) for month, name in enumerate(("published", "closes"), start=1)}
    found = check_timetable(moved(**far, conclusions=date(2031, 3, 6), redesignation=date(2031, 4, 7)))
    assert {one.code for one in found} == {"P113"}
    assert len(found) == 4
