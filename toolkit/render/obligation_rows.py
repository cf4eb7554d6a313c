"""Obligations as sheets of plain rows: one row a reading, and who has how many of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from toolkit.obligation.obligation import Kind, Obligation, Timing

from .sheet import LONGEST_CELL, Cell, Sheet

NOBODY = "nobody named"
ASKING = (Kind.OBLIGATION, Kind.PROHIBITION, Kind.PERMISSION)
"""The kinds that ask something of somebody, or allow it."""

_HEADER = (
    "Document", "Version", "Clause", "Heading", "Who", "Modal", "Kind", "Said of", "What", "To",
    "In which case", "Except", "When", "Number", "Unit", "Direction", "Counted from", "Uncertain",
    "Led in by", "Words", "Id",
)  # fmt: skip
_WIDTHS = (10, 9, 12, 24, 20, 11, 13, 30, 60, 18, 36, 30, 32, 9, 14, 11, 28, 36, 40, 70, 24)
_STATE = "Carried out"


class Told(NamedTuple):
    """What is told: obligations, and of each clause whether code carries it out, where that was asked."""

    obligations: tuple[Obligation, ...]
    states: Mapping[tuple[str, str, str], str] | None = None
    """By document, version and clause id; None where nobody asked."""
    names: Mapping[str, str] = MappingProxyType({})
    """From short names of actors to full ones."""

    def state(self, one: Obligation) -> str:
        """Whether code carries out the clause, or else what it stands in; empty where nothing is known."""
        if self.states is None:
            return ""
        found = (self.states.get((one.document, one.version, name), "") for name in one.around)
        return next(filter(None, found), "")


def obligation_sheets(told: Told) -> tuple[Sheet, ...]:
    """The sheets: the readings, and the counts by actor."""
    traced = told.states is not None
    rows = tuple((*_row(one), *((told.state(one),) if traced else ())) for one in told.obligations)
    counts: tuple[tuple[Cell, ...], ...] = tuple(
        (called(name, told), *some, sum(some)) for name, some in by_actor(told.obligations)
    )
    return (
        Sheet("Obligations", (*_HEADER, *((_STATE,) if traced else ())), rows, (*_WIDTHS, 14)),
        Sheet("Actors", ("Who", *map(kind_words, ASKING), "All"), counts, (48, *(14 for _ in ASKING), 10)),
    )


def _row(one: Obligation) -> tuple[Cell, ...]:
    some = one.timings
    return (
        one.document, one.version, one.label, one.heading, who(one), one.modal, str(one.kind), one.said_of,
        one.act, "; ".join(one.recipients), one.condition, one.exception, "; ".join(map(when, some)),
        _joined(timing.number for timing in some), _joined(timing.unit for timing in some),
        _joined(timing.direction for timing in some), _joined(timing.event for timing in some),
        "; ".join(f"{doubt.field}: {doubt.reason}" for doubt in one.doubts), one.lead[:LONGEST_CELL],
        one.words[:LONGEST_CELL], one.clause,
    )  # fmt: skip


def who(one: Obligation) -> str:
    """Its actors in words; empty where a declaration has none."""
    return "; ".join(one.actors) or ("" if one.kind is Kind.DECLARATION else NOBODY)


def when(timing: Timing) -> str:
    """A period with what it is counted from."""
    return f"{timing.words} {timing.event}".strip()


def by_actor(some: Iterable[Obligation]) -> tuple[tuple[str, tuple[int, ...]], ...]:
    """Each actor with how many readings of each of ASKING it has, the most first; nobody last."""
    counts: dict[str, Counter[Kind]] = {}
    for one in (one for one in some if one.kind in ASKING):
        for name in one.actors or (NOBODY,):
            counts.setdefault(name, Counter())[one.kind] += 1
    ordered = sorted(counts.items(), key=lambda pair: (pair[0] == NOBODY, -pair[1].total(), pair[0]))
    return tuple((name, tuple(found[kind] for kind in ASKING)) for name, found in ordered)


def called(name: str, told: Told) -> str:
    """An actor with its full name: S1SP (SMETS1 Service Provider)."""
    full = told.names.get(name, "")
    return f"{name} ({full})" if full else name


def kind_words(kind: Kind) -> str:
    """A kind as a heading: Obligations."""
    return f"{kind.value.capitalize()}s"


def _joined(parts: Iterable[str]) -> str:
    found = list(parts)
    return "; ".join(found) if any(found) else ""
