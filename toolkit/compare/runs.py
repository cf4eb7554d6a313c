"""Runs: the stretches that two sequences have in common, in order of both. What lies between them changed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Run(NamedTuple):
    """old[run.old : run.old_end] and new[run.new : run.new_end] are the same."""

    old: int
    new: int
    length: int

    @property
    def old_end(self) -> int:
        """Where it ends in the old sequence, exclusive."""
        return self.old + self.length

    @property
    def new_end(self) -> int:
        """Where it ends in the new sequence, exclusive."""
        return self.new + self.length


def joined(runs: Iterable[Run]) -> list[Run]:
    """Runs that follow each other on both sides are one; empty ones are none."""
    done: list[Run] = []
    for run in runs:
        if not run.length:
            continue
        last = done[-1] if done else None
        if last and last.old_end == run.old and last.new_end == run.new:
            done[-1] = Run(last.old, last.new, last.length + run.length)
        else:
            done.append(run)
    return done
