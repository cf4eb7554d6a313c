"""Where a consultation stands on a day: its state, what comes next and when."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from toolkit.conformance.working_days import working_days_between

from .consultation import Consultation
from .timetable import Timetable
from .wording import day_words, listing, moment_words, number_words


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
    IN_PART = "directed in part"
    """Some of the declared changes are directed, and others are not."""
    DIRECTED = "directed"
    """The direction is made."""
    SETTLED = "in legal effect"
    """By the registers, everything concluded is in legal effect, or a version that rests on it is."""


class Directed(NamedTuple):
    """A direction that is made of a consultation, or of some of its declared changes."""

    made: date
    """The day of its letter."""
    effect: date | None
    """The day on which it takes effect; None where that is left open."""
    changes: tuple[str, ...] = ()
    """The ids of the declared changes that it makes; empty for all of them."""
    versions: tuple[tuple[str, str], ...] = ()
    """Code and version of each document that it is about."""


class Later(NamedTuple):
    """What is known of the stages after the consultation."""

    analysed: bool = False
    """Whether anything is written about the responses."""
    concluded: date | None = None
    """The day on which conclusions are published; None where there are none."""
    directions: tuple[Directed, ...] = ()
    """In the order in which they take effect."""
    versions: tuple[tuple[str, str], ...] = ()
    """Code and version of each document that these stages make."""

    def directed(self, today: date) -> tuple[Directed, ...]:
        """The directions that are made by a day."""
        return tuple(one for one in self.directions if one.made <= today)

    def left(self, today: date, consultation: Consultation) -> tuple[int, ...]:
        """The numbers of the declared changes that no direction has made by a day; none before the first."""
        made = self.directed(today)
        if not made or not all(one.changes for one in made):
            return ()
        done = {name for one in made for name in one.changes}
        return tuple(one.number for one in consultation.changes if one.id not in done)


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
    due: bool = True
    """Whether it is to happen on the day; else the day only tells since when it has been so."""

    @property
    def when(self) -> str:
        """in 12 Working Days; overdue by one Working Day; empty where nothing is due"""
        if not self.due:
            return ""
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


def state_on(today: date, consultation: Consultation, later: Later, settled: bool = False) -> State:
    """The state on a day; what is dated after that day has not happened.

    `settled` says whether, by the registers, all that the consultation led to is in legal effect by then.
    """
    timetable = consultation.timetable
    if later.left(today, consultation):
        return State.IN_PART
    if settled:
        return State.SETTLED
    if later.directed(today):
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
            if due is None or today > timetable.window.last:
                return _direction(today, timetable, "re-designation")
            return _on("conclusions are due", due.day, today, f"by {day_words(due.day)}")
        case State.CONCLUDED:
            return _direction(today, timetable, "re-designation")
        case State.IN_PART:
            left = later.left(today, consultation)
            rest = f"change{'s' * (len(left) > 1)} {listing([str(number) for number in left])}"
            return takes_effect(today, later.directed(today)) or _direction(
                today, timetable, f"re-designation with {rest}", begun=True
            )
        case State.DIRECTED:
            return takes_effect(today, later.directed(today))
        case State.SETTLED:
            return None


def takes_effect(today: date, directions: Iterable[Directed]) -> Next | None:
    """The next effect of a direction; None where it has come, or its day is left open."""
    days = [one.effect for one in directions if one.effect and one.effect > today]
    return _on("the direction takes effect", min(days), today) if days else None


def _direction(today: date, timetable: Timetable, what: str, begun: bool = False) -> Next:
    window = timetable.window
    if today <= window.first and not begun:
        words = f"from {day_words(window.first)}, and not after {day_words(window.last)}"
        return _on(f"{what} is proposed", window.first, today, words)
    if today <= window.last:
        words = f"on {day_words(window.last)}, after which a new consultation on the date is needed"
        return _on(f"the one-month window for {what} ends", window.last, today, words)
    words = f"because the one-month window for {what} ended on {day_words(window.last)}"
    return _on("a new consultation on the date is needed,", window.last, today, words, due=False)


def _on(what: str, day: date, today: date, words: str = "", due: bool = True) -> Next:
    words = words or f"on {day_words(day)}"
    return Next(what, day, words, working_days_between(today, day), (day - today).days, due)


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
