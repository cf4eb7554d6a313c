"""Which SMETS1 Installations are migrated first when capacity is short (R6)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..law import Law
from ..link import implements
from ..rule import rule
from ..ruling import RefusalError, Ruling
from ..vocabulary import counted

LAW = Law("TMAD", "4.24", "dormant-priority", since="4.0", introduced=False)


@dataclass(frozen=True, slots=True)
class Queued:
    """A SMETS1 Installation that could be migrated."""

    installation: str
    """Its name, once in a queue."""
    dormant: bool
    """Whether it contains one or more Dormant Devices."""
    notice_date: date | None = None
    """The day of notice under Clause 4.29, by which Dormant installations are ordered."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """The installations of each day, in order."""

    days: tuple[tuple[str, ...], ...]
    short: bool
    """Whether the capacity of one day is less than the queue."""


@implements("TMAD", "dormant-priority", since="4.0")
@implements("TMAD", "schedule-dormant-priority", since="4.0")
@rule(LAW)
def dormant_first(
    queue: tuple[Queued, ...], daily_capacity: int, *, version: str = "6.0"
) -> Ruling[Schedule]:
    """The order in which a queue is migrated: while capacity is short, Dormant installations go first.

    queue: in the order of the Migration Scaling Methodology, which stands among installations that
    contain no Dormant Device, and among the others where no dates of notice are given.
    daily_capacity: the Daily Migration Capacity.
    """
    ground = LAW.at(version)
    _check(queue, daily_capacity)
    short = len(queue) > daily_capacity
    ordered = queue
    if short:
        dormant = [one for one in queue if one.dormant]
        dormant.sort(key=lambda one: one.notice_date or date.min)
        ordered = (*dormant, *(one for one in queue if not one.dormant))
    names = [one.installation for one in ordered]
    starts = range(0, len(names), daily_capacity)
    days = tuple(tuple(names[start : start + daily_capacity]) for start in starts)
    words = f"{counted(len(queue), 'installation')}, {daily_capacity} a day: {counted(len(days), 'day')}; "
    words += (
        "capacity is short, and Dormant goes first." if short else "capacity suffices, and the order stands."
    )
    return ground.decided(words, Schedule(days, short))


def _check(queue: tuple[Queued, ...], capacity: int) -> None:
    if capacity < 1:
        raise RefusalError(f"daily_capacity: {capacity} installations a day is no capacity.")
    if not queue:
        raise RefusalError("queue: there is no installation in it.")
    names = {one.installation for one in queue}
    if len(names) < len(queue) or "" in names:
        raise RefusalError("queue: an installation has no name, or stands there twice.")
    dated = [one.notice_date is not None for one in queue if one.dormant]
    if any(dated) and not all(dated):
        raise RefusalError(
            "queue: some Dormant installations have a date of notice and some have none; give all."
        )
