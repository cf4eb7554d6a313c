"""How many changes a marked copy shows: by kind, by declared change, and by stage."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from toolkit.model.change import Stage

from .view import Declared, View

ELSEWHERE = "Not declared by itself"
"""What is counted of changes that belong to no declared change."""


class Counted(NamedTuple):
    """One line of a tally."""

    name: str
    changes: int


class ChangeTally(NamedTuple):
    """The counts at the front of a marked copy; a tally that says nothing is empty."""

    kinds: tuple[Counted, ...]
    declared: tuple[Counted, ...]
    """A change that belongs to two declared changes counts for both."""
    stages: tuple[Counted, ...]
    consequential: int
    """How many of all follow only from other changes."""
    total: int


def change_tally(view: View) -> ChangeTally:
    """The tally of a view's list of changes."""
    lines = view.changes
    named = any(line.declared for line in lines)
    declared = Counter(one for line in lines for one in line.declared)
    free = sum(not line.declared for line in lines)
    by_change = [Counted(str(one), declared[one]) for one in sorted(declared, key=_order)]
    if named and free:
        by_change.append(Counted(ELSEWHERE, free))
    stages = Counter(line.stage for line in (*lines, *view.dropped) if line.stage)
    return ChangeTally(
        _most_first(line.kind for line in lines), tuple(by_change),
        tuple(Counted(stage.value, stages[stage]) for stage in Stage if stages[stage]),
        sum(line.consequential for line in lines), len(lines),
    )  # fmt: skip


def _order(one: Declared) -> tuple[str, int, str]:
    return one.consultation, one.number, one.topic


def _most_first(names: Iterable[str]) -> tuple[Counted, ...]:
    counts = Counter(names)
    return tuple(Counted(name, counts[name]) for name in sorted(counts, key=lambda one: (-counts[one], one)))
