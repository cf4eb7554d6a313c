"""Which paired passages stayed where they were; the rest moved.

A clause that keeps its place under the same parent stays, and its limbs with it. Where siblings
changed places, as few words as can be count as moved. What went under another parent stays where
the order of print did not change, as when a paragraph becomes a limb.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from toolkit.model.rising import heaviest_rising, longest_rising

from .forest import Forest
from .pairing import NONE, Pairing

Pairs = list[tuple[int, int]]


def stayed(pairing: Pairing) -> Pairs:
    """The pairs that stayed, rising on both sides."""
    anchors = _under_same_parents(pairing)
    return sorted([*anchors, *_in_order_between(pairing, anchors)])


def _under_same_parents(pairing: Pairing) -> Pairs:
    """From the top down, the children that keep their order under parents that stayed."""
    found: Pairs = []
    parents = [(NONE, NONE)]
    old, new = _words_before(pairing.old), _words_before(pairing.new)
    while parents:
        i, j = parents.pop()
        at = {child: place for place, child in enumerate(pairing.new.children[j])}
        both = [child for child in pairing.old.children[i] if pairing.to_new[child] in at]
        places = [at[pairing.to_new[child]] for child in both]
        sizes = [
            1 + old[pairing.old.end(child)] - old[child] + new[pairing.new.end(other)] - new[other]
            for child, other in ((child, pairing.to_new[child]) for child in both)
        ]
        kept = [(both[k], pairing.to_new[both[k]]) for k in heaviest_rising(places, sizes)]
        found += kept
        parents += kept
    return sorted(found)


def _words_before(forest: Forest) -> list[int]:
    """Running totals of the words of the passages."""
    counts = (1 + sum(text.plain.count(" ") for text in passage.texts) for passage in forest.passages)
    return list(accumulate(counts, initial=0))


def _in_order_between(pairing: Pairing, anchors: Pairs) -> Pairs:
    """Of the other pairs, those that lie between the same two anchors on both sides and keep their order."""
    olds, known = [i for i, _ in anchors], set(anchors)
    between: dict[int, Pairs] = {}
    for i, j in enumerate(pairing.to_new):
        if j == NONE or (i, j) in known:
            continue
        gap = bisect_right(olds, i)
        low = anchors[gap - 1][1] if gap else -1
        high = anchors[gap][1] if gap < len(anchors) else len(pairing.to_old)
        if low < j < high:
            between.setdefault(gap, []).append((i, j))
    return [pairs[k] for pairs in between.values() for k in longest_rising([j for _, j in pairs])]
