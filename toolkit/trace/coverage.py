"""How much of what needs proof has it: counted by document and by kind of provision."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from .verdict import ClauseVerdict, State

_SETTLED = (State.PASSING, State.WAIVED)


@dataclass(frozen=True, slots=True)
class Coverage:
    """The verdicts of one document and one kind of provision, counted."""

    document: str
    version: str
    kind: str
    """obligation, definition, table or provision"""
    states: dict[State, int]

    @property
    def total(self) -> int:
        """All of them."""
        return sum(self.states.values())

    @property
    def needed(self) -> int:
        """Those that need proof."""
        return self.total - self.states.get(State.PROCEDURAL, 0)

    @property
    def proved(self) -> int:
        """Those that have it, or may do without until a day."""
        return sum(self.states.get(state, 0) for state in _SETTLED)


def coverage(verdicts: Iterable[ClauseVerdict]) -> tuple[Coverage, ...]:
    """The counts, in order of document and kind."""
    counts: dict[tuple[str, str, str], Counter[State]] = {}
    for one in verdicts:
        counts.setdefault((one.document, one.version, one.kind), Counter())[one.state] += 1
    return tuple(Coverage(*key, dict(counts[key])) for key in sorted(counts))


def percent(rows: Iterable[Coverage]) -> float:
    """How many of a hundred provisions that need proof have it; 100 where none needs any."""
    rows = tuple(rows)
    needed = sum(row.needed for row in rows)
    return 100 * sum(row.proved for row in rows) / needed if needed else 100.0
