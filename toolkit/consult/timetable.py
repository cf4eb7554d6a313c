"""The timetable of a consultation: what happens when, what follows from it, and whether it can be right."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from toolkit.conformance.redesignation import Window, window
from toolkit.conformance.working_days import (
    UnknownCalendarError,
    add_working_days,
    is_working_day,
    working_days_between,
)
from toolkit.model.diagnostic import Diagnostic
from toolkit.model.place import NOWHERE, Place

from .finding import finding
from .wording import day_words


class Step(StrEnum):
    """What happens on a date, in the order in which it has to happen."""

    PUBLISHED = "published"
    BRIEFING = "briefing"
    CLOSES = "closes"
    CONCLUSIONS = "conclusions"
    REDESIGNATION = "redesignation"


@dataclass(frozen=True, slots=True)
class Event:
    """One date of a timetable."""

    step: Step
    day: date
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Timetable:
    """The dates of a consultation."""

    published: Event
    closes: Event
    closing_time: time | None
    """None where none was said: then to the end of the day."""
    conclusions: Event | None
    """The day by which conclusions are due; None where none was set."""
    redesignation: Event
    """The date proposed, which opens the one-month window."""
    briefing: Event | None = None

    @property
    def events(self) -> tuple[Event, ...]:
        """In the order in which they have to happen."""
        dates = (self.published, self.briefing, self.closes, self.conclusions, self.redesignation)
        return tuple(event for event in dates if event)

    @property
    def closing_moment(self) -> datetime:
        """Until when responses are in time."""
        return datetime.combine(self.closes.day, self.closing_time or time.max)

    @property
    def window(self) -> Window:
        """The days on which re-designation may take place."""
        return window(self.redesignation.day)

    @property
    def working_days_open(self) -> int:
        """How many Working Days respondents have; UnknownCalendarError outside the known years."""
        return working_days_between(self.published.day, self.closes.day)


def check_timetable(timetable: Timetable) -> tuple[Diagnostic, ...]:
    """What cannot be right about a timetable: the order of its dates, and dates on no Working Day."""
    return (*_out_of_order(timetable), *_no_working_days(timetable))


def _out_of_order(timetable: Timetable) -> Iterator[Diagnostic]:
    for before, after in zip(timetable.events, timetable.events[1:], strict=False):
        if after.day <= before.day:
            message = (
                f"{after.step}: {day_words(after.day)} is not after {before.step}: {day_words(before.day)}."
            )
            yield finding("P111", after.place, message, f"Correct {after.step} or {before.step}.")


def _no_working_days(timetable: Timetable) -> Iterator[Diagnostic]:
    for event in timetable.events:
        try:
            if not is_working_day(event.day):
                yield _no_working_day(event)
        except UnknownCalendarError as error:
            yield finding("P113", event.place, str(error), "Choose a date in those years.")


def _no_working_day(event: Event) -> Diagnostic:
    """An effect date may fall on any day of the week, as 28 February 2021 did; nobody can be asked to act."""
    code = "P114" if event.step is Step.REDESIGNATION else "P112"
    message = f"{event.step}: {day_words(event.day)} is not a Working Day in England and Wales."
    return finding(code, event.place, message, _nearest(event.day))


def _nearest(day: date) -> str:
    try:
        before = day_words(add_working_days(day, -1))
        after = day_words(add_working_days(day - timedelta(days=1), 1))
    except UnknownCalendarError:
        return "Choose a Working Day."
    return f"The nearest Working Days are {before} and {after}."
