"""Which passages stay in their order, which are moved, and after which one each is put.

Everything moved is moved with what stands in it, as far as that goes along in its order. What does not
is moved on its own. To carry it out is to walk the old text in order and, after each passage, to put
what follows it now; where something moved stands, its passages are walked in their turn.
"""

from __future__ import annotations

from collections.abc import Sequence

from toolkit.compare.forest import Forest
from toolkit.compare.kept import Pairs
from toolkit.compare.pairing import NONE

_ROOT = NONE


def moves(pairs: Pairs, forest: Forest) -> set[int]:
    """Old indexes of what must be moved on its own so that everything comes into the new order."""
    block_of = _blocks(pairs, forest)
    alone = {i for i, block in block_of.items() if block == i}
    inside: list[int] = []
    for i, parent in enumerate(forest.parents):
        around = inside[parent] if parent != NONE else _ROOT
        if pairs.to_new[i] != NONE and block_of[i] != around:
            alone.add(i)
        inside.append(i if i in alone else around)
    return alone


def _blocks(pairs: Pairs, forest: Forest) -> dict[int, int]:
    """For each passage that is kept the moved one with which it goes, or the text that stays.

    Blocks are open one inside the other, like brackets: one that was left cannot be gone on with.
    """
    block_of: dict[int, int] = {}
    last = {_ROOT: NONE}
    open_blocks = [_ROOT]
    is_open = {_ROOT}
    for i in pairs.to_old:
        if i == NONE:
            continue
        parent = forest.parents[i]
        block = block_of.get(parent, i) if i in pairs.moved else _ROOT
        if i in pairs.moved and block == _ROOT:
            block = i
        if block == i or block not in is_open or last[block] >= i:
            block = i
            open_blocks.append(i)
            is_open.add(i)
        while open_blocks[-1] != block:
            is_open.discard(open_blocks.pop())
        block_of[i], last[block] = block, i
    return block_of


def has_kept(pairs: Pairs, forest: Forest, alone: set[int]) -> list[bool]:
    """Whether something that stays in a passage, or is it, is kept and not moved on its own."""
    found = [j != NONE for j in pairs.to_new]
    for i in range(len(found) - 1, -1, -1):
        parent = forest.parents[i]
        if parent != NONE and found[i] and i not in alone:
            found[parent] = True
    return found


def omitted_whole(pairs: Pairs, forest: Forest, alone: set[int]) -> list[tuple[int, bool]]:
    """What is taken out, in order, and whether with everything in it; the rest follows from these."""
    kept = has_kept(pairs, forest, alone)
    covered: list[bool] = []
    found: list[tuple[int, bool]] = []
    for i, parent in enumerate(forest.parents):
        gone = pairs.to_new[i] == NONE
        by_parent = parent != NONE and covered[parent] and i not in alone
        if gone and not by_parent:
            found.append((i, not kept[i]))
        covered.append(by_parent or (gone and not kept[i]))
    return found


def depths(pairs: Pairs, forest: Forest, old: Sequence[int], new: Sequence[int]) -> dict[int, int]:
    """By how much deeper each passage is nested than what it stands in would have it, where it is."""
    shifts: list[int] = []
    found: dict[int, int] = {}
    for i, parent in enumerate(forest.parents):
        expected = shifts[parent] if parent != NONE else 0
        j = pairs.to_new[i]
        shift = new[j] - old[i] if j != NONE else expected
        if shift != expected:
            found[i] = shift
        shifts.append(shift)
    return found
