"""Whole names in edits: where one defined term gave way to another, both are marked from end to end.

“Responsible Supplier” that became “Installing Supplier” is another term, not another adjective. A word put
in before a term or taken out of one is marked alone.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate, pairwise

from .runs import Run, joined
from .tokens import Token

Stretches = Sequence[tuple[int, int]]
"""By start and end in a text, in order; they do not overlap."""


def whole_units(
    runs: Sequence[Run], before: Sequence[Token], after: Sequence[Token], old: Stretches, new: Stretches
) -> list[Run]:
    """The runs without what they hold of a unit of `old` that became a unit of `new` in part."""
    olds, news = _in_tokens(old, before), _in_tokens(new, after)
    if not olds or not news:
        return list(runs)
    line = [Run(0, 0, 0), *runs, Run(len(before), len(after), 0)]
    reached = [_reach(olds, news, *both) for both in pairwise(line)]
    cuts = zip((right for _, right in reached), (left for left, _ in reached[1:]), strict=False)
    return joined(
        Run(run.old + first, run.new + first, max(0, run.length - first - last))
        for run, (first, last) in zip(runs, cuts, strict=True)
    )


def _reach(olds: Stretches, news: Stretches, run: Run, end: Run) -> tuple[int, int]:
    """By how many tokens what changed between two runs should reach into the one before and the one after."""
    mine = _around(olds, run.old_end, end.old)
    yours = _around(news, run.new_end, end.new)
    if mine is None or yours is None:
        return 0, 0
    left = max(run.old_end - mine[0], run.new_end - yours[0])
    right = max(mine[1] - end.old, yours[1] - end.new)
    return (left, right) if left <= run.length and right <= end.length else (0, 0)


def _around(units: Stretches, start: int, end: int) -> tuple[int, int] | None:
    """The unit in which a stretch that is not empty lies."""
    at = bisect_right(units, (start, float("inf"))) - 1
    if start == end or at < 0 or units[at][1] < end or units[at][1] <= start:
        return None
    return units[at]


def _in_tokens(units: Stretches, tokens: Sequence[Token]) -> Stretches:
    """The units that begin and end where tokens do, by the indexes of their tokens."""
    if not units:
        return ()
    starts: dict[int, int] = {}
    ends: dict[int, int] = {}
    lengths = accumulate((len(token.word) + len(token.space) for token in tokens), initial=0)
    for at, (start, token) in enumerate(zip(lengths, tokens, strict=False)):
        starts[start] = at
        ends[start + len(token.word)] = at + 1
    return [(starts[start], ends[end]) for start, end in units if start in starts and end in ends]
