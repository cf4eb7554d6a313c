"""The Eligible Product Combinations list, entry by entry, from what happened to it (R23)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from ..law import Law
from ..ledger import spoken
from ..link import implements
from ..rule import rule
from ..ruling import RefusalError, Ruling
from ..vocabulary import counted

LAW = Law("SEC", "F2.10A(a)", "epc-entry", since="2019-01")


class EpcAct(StrEnum):
    """What happens to an entry."""

    APPROVED = "approved"
    """By the Secretary of State."""
    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class EpcEvent:
    """One event."""

    act: EpcAct
    entry: str
    """The name of the entry."""
    day: date
    device_models: tuple[str, ...] = ()
    """Of an addition or a change; none leaves them as they were."""
    communications_provider: str | None = None
    """Of an addition or a change; none leaves it as it was."""
    date_first_added: date | None = None
    """Where an event states the date; it may not be another than it was."""


@dataclass(frozen=True, slots=True)
class EpcEntry:
    """An entry as it stands."""

    entry: str
    device_models: tuple[str, ...]
    communications_provider: str
    date_first_added: date


@implements("SEC", "epc-entry", since="2019-01")
@implements("SEC", "epc-date-first-added", since="2019-01")
@implements("SEC", "epc-approval", since="2019-01")
@implements("TMAD", "dmct-epcl-entry", since="4.0")
@rule(LAW)
def product_combinations(
    events: tuple[EpcEvent, ...], *, version: str = "2019-01"
) -> Ruling[tuple[EpcEntry, ...]]:
    """The list that events lead to, and whether each event was lawful.

    events: in order of time. An entry names its Device Models, the communications provider and the date
    first added, which nothing alters, not even removal; each addition follows approval by the Secretary
    of State. The value is the list after the events before the first that is not lawful.
    """
    ground = LAW.at(version)
    if not events:
        raise RefusalError("events: there is none.")
    book = _Book({}, {}, set())
    previous = date.min
    for number, event in enumerate(events, 1):
        if not event.entry:
            raise RefusalError(f"events: event {number} names no entry.")
        wrong = book.take(event) if event.day >= previous else "it comes before the event that precedes it."
        if wrong:
            words = f"Event {number}, {event.entry} {event.act.value} on {spoken(event.day)}: {wrong}"
            return ground.not_met(words, book.entries())
        previous = event.day
    listed = book.entries()
    return ground.met(
        f"{counted(len(listed), 'entry', 'entries')} after {counted(len(events), 'event')}.", listed
    )


@dataclass(slots=True)
class _Book:
    """The list while its events are gone through."""

    listed: dict[str, EpcEntry]
    first_added: dict[str, date]
    """Of every entry there ever was."""
    approved: set[str]

    def entries(self) -> tuple[EpcEntry, ...]:
        return tuple(sorted(self.listed.values(), key=lambda one: (one.date_first_added, one.entry)))

    def take(self, event: EpcEvent) -> str:
        """Enter an event; what is wrong with it, or nothing."""
        if event.act is EpcAct.APPROVED:
            self.approved.add(event.entry)
            return ""
        if event.act is EpcAct.ADDED:
            return self._add(event)
        if event.entry not in self.listed:
            return "there is no such entry."
        if event.act is EpcAct.REMOVED:
            del self.listed[event.entry]
            self.approved.discard(event.entry)
            return ""
        return self._change(event)

    def _add(self, event: EpcEvent) -> str:
        first = self.first_added.get(event.entry, event.day)
        if event.entry in self.listed:
            return "it is on the list already."
        if event.entry not in self.approved:
            return "the Secretary of State has not approved it."
        if not event.device_models or not all(event.device_models):
            return "its Device Models are missing."
        if not event.communications_provider:
            return "its communications provider is missing."
        if event.date_first_added not in (None, first):
            return f"the date first added is {spoken(first)} and is never altered."
        self.first_added[event.entry] = first
        self.listed[event.entry] = EpcEntry(
            event.entry, event.device_models, event.communications_provider, first
        )
        return ""

    def _change(self, event: EpcEvent) -> str:
        old = self.listed[event.entry]
        if event.date_first_added not in (None, old.date_first_added):
            return f"the date first added is {spoken(old.date_first_added)} and is never altered."
        self.listed[event.entry] = replace(
            old,
            device_models=event.device_models or old.device_models,
            communications_provider=event.communications_provider or old.communications_provider,
        )
        return ""
