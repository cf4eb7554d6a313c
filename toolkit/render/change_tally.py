"""How many changes a marked copy shows: by kind, by declared change, and by stage."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from toolkit.model.change import Stage

from .view import ChangeLine, Declared, View

ELSEWHERE = "not declared by itself"
"""What is said of changes that belong to no declared change, where others do."""


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
    """Those that were dropped among them."""
    consequential: int
    """How many of all follow only from other changes."""
    total: int
    follows: bool
    """Whether anything in the copy is marked as following from another change."""
    elsewhere: str = ELSEWHERE

    @property
    def made(self) -> tuple[Counted, ...]:
        """The stages of what the copy shows."""
        return tuple(one for one in self.stages if one.name != Stage.DROPPED.value)

    @property
    def staged(self) -> bool:
        """Whether the copy tells stages."""
        return bool(self.stages)


def change_tally(view: View) -> ChangeTally:
    """The tally of a view's list of changes."""
    lines = view.changes
    stages = Counter(line.stage for line in (*lines, *view.dropped) if line.stage)
    return ChangeTally(
        _most_first(line.kind for line in lines), _declared(lines),
        tuple(Counted(stage.value, stages[stage]) for stage in Stage if stages[stage]),
        sum(line.consequential for line in lines), len(lines), _follows(view),
    )  # fmt: skip


def kind_words(line: ChangeLine) -> str:
    """What happened, and whether it only follows: renumbered (consequential)."""
    told = not line.consequential or "consequential" in line.kind
    return line.kind if told else f"{line.kind} (consequential)"


def _declared(lines: tuple[ChangeLine, ...]) -> tuple[Counted, ...]:
    found = Counter(one for line in lines for one in line.declared)
    free = sum(not line.declared for line in lines)
    named = [Counted(str(one), found[one]) for one in sorted(found, key=_order)]
    return (*named, Counted(ELSEWHERE, free)) if named and free else tuple(named)


def _order(one: Declared) -> tuple[str, int, str]:
    return one.consultation, one.number, one.topic


def _most_first(names: Iterable[str]) -> tuple[Counted, ...]:
    counts = Counter(names)
    return tuple(Counted(name, counts[name]) for name in sorted(counts, key=lambda one: (-counts[one], one)))


def _follows(view: View) -> bool:
    return any(line.consequential for line in view.changes) or any(
        edit.consequential for shown in view.passages for edits in shown.marked.edits for edit in edits
    )
