"""Where a consultation stands on a day: its state, what comes next and when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from toolkit.conformance.working_days import working_days_between

from .consultation import Consultation
from .timetable import Timetable
from .wording import day_words, moment_words, number_words


class State(StrEnum):
    """How far a consultation has come, in order."""

    DRAFT = "draft"
    """Not published yet."""
    OPEN = "open"
    """Published, and not closed."""
    CLOSED = "closed"
    """Closed; nothing is written about the responses yet."""
    ANALYSING = "analysing"
    """Closed; the responses are being answered."""
    CONCLUDED = "concluded"
    """Conclusions are published."""
    DIRECTED = "directed"
    """The direction is made."""


class Later(NamedTuple):
    """What is known of the stages after the consultation."""

    analysed: bool = False
    """Whether anything is written about the responses."""
    concluded: date | None = None
    """The day on which conclusions are published; None where there are none."""
    directed: date | None = None
    """The day of the direction; None where there is none."""
    effect: date | None = None
    """The day on which it takes effect; None where that is left open."""
    versions: tuple[tuple[str, str], ...] = ()
    """Code and version of each document that the latest of these stages is about."""


class Next(NamedTuple):
    """What comes next."""

    what: str
    """the consultation closes"""
    day: date
    words: str
    """at 16:00 on Thursday 3 September 2020"""
    working_days: int
    """From the day asked about; negative where it should have happened before."""
    days: int
    """The same in days of the calendar."""

    @property
    def when(self) -> str:
        """in 12 Working Days; overdue by one Working Day"""
        if not self.days:
            return "today"
        count = number_words(abs(self.working_days))
        days = f"{count} Working Day{'s' * (abs(self.working_days) != 1)}"
        if self.days < 0:
            return f"overdue by {days}" if self.working_days else "overdue"
        return f"in {days}" if self.working_days else "with no Working Day between"


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a consultation stands on a day."""

    id: str
    title: str
    state: State
    next: Next | None
    """None where nothing is left to happen, or no day was set for it."""
    missing: tuple[str, ...] = ()
    """What has to be there before the next step, each in a sentence."""
    remarks: tuple[str, ...] = ()
    """What else is worth knowing, such as how many responses came in."""


def state_on(today: date, timetable: Timetable, later: Later) -> State:
    """The state on a day; what is dated after that day has not happened."""
    if later.directed and later.directed <= today:
        return State.DIRECTED
    if later.concluded and later.concluded <= today:
        return State.CONCLUDED
    if today < timetable.published.day:
        return State.DRAFT
    if today <= timetable.closes.day:
        return State.OPEN
    return State.ANALYSING if later.analysed else State.CLOSED


def next_step(today: date, consultation: Consultation, state: State, later: Later) -> Next | None:
    """What comes next; UnknownCalendarError where Working Days up to it cannot be told."""
    timetable = consultation.timetable
    match state:
        case State.DRAFT:
            return _on("the consultation is published", timetable.published.day, today)
        case State.OPEN:
            at = timetable.closing_time
            words = moment_words(timetable.closes.day, at) if at else day_words(timetable.closes.day)
            prefix = "at " if at else "on "
            return _on("the consultation closes", timetable.closes.day, today, f"{prefix}{words}")
        case State.CLOSED | State.ANALYSING:
            due = timetable.conclusions
            if due is None:
                return _direction(today, timetable, later)
            return _on("conclusions are due", due.day, today, f"by {day_words(due.day)}")
        case State.CONCLUDED:
            return _direction(today, timetable, later)
        case State.DIRECTED:
            return takes_effect(today, later)


def takes_effect(today: date, later: Later) -> Next | None:
    """The effect of a direction that is made; None where it has come, or its day is left open."""
    if later.effect is None or later.effect <= today:
        return None
    return _on("the direction takes effect", later.effect, today)


def _direction(today: date, timetable: Timetable, later: Later) -> Next:
    window = timetable.window
    if later.effect:
        return _on("the direction takes effect", later.effect, today)
    if today <= window.first:
        words = f"from {day_words(window.first)}, and not after {day_words(window.last)}"
        return _on("re-designation is proposed", window.first, today, words)
    if today <= window.last:
        words = f"by {day_words(window.last)}: after it a new consultation on the date is needed"
        return _on("the one-month window for re-designation ends", window.last, today, words)
    words = f"because the one-month window ended on {day_words(window.last)}"
    return _on("a new consultation on the date is needed,", window.last, today, words)


def _on(what: str, day: date, today: date, words: str = "") -> Next:
    return Next(
        what, day, words or f"on {day_words(day)}", working_days_between(today, day), (day - today).days
    )


def as_json(progress: Progress) -> Mapping[str, object]:
    """The same as data."""
    ahead = progress.next
    return {
        "id": progress.id,
        "title": progress.title,
        "state": progress.state.value,
        "next": {"what": ahead.what, "day": ahead.day.isoformat(), "working_days": ahead.working_days}
        if ahead
        else None,
        "missing": list(progress.missing),
        "remarks": list(progress.remarks),
    }
