"""How much two passages are alike, from 0 to 1, by the words they share in any order."""

from __future__ import annotations

from collections import Counter

from toolkit.model.passage import Kind

from .forest import Forest

_TELLING = 4
"""Words that a clause's own words need before they alone can show what it is."""


def likeness(old: Forest, i: int, new: Forest, j: int) -> float:
    """Of two passages with everything that stands under them.

    A clause whose own words stand is the same clause whatever became of its limbs; but many clauses
    have the heading “General”, so a heading counts for less than what stands under it.
    """
    whole = dice(old.bag(i, True), new.bag(j, True))
    mine, yours = old.bag(i, False), new.bag(j, False)
    own = dice(mine, yours)
    if old.passages[i].kind is Kind.HEADING:
        return 0.3 * own + 0.7 * whole
    if min(mine.total(), yours.total()) >= _TELLING:
        return max(own, whole)
    return whole


def dice(left: Counter[str], right: Counter[str]) -> float:
    """Twice the shared words over all words; two empty bags are alike."""
    total = left.total() + right.total()
    if not total:
        return 1.0
    if len(left) > len(right):
        left, right = right, left
    return 2 * sum(min(count, right[word]) for word, count in left.items() if word in right) / total
