"""Which column of a table is which in two versions: by its heading, then by its cells, then by its place."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from toolkit.model.change import Column
from toolkit.model.rising import heaviest_rising

from .likeness import dice

LIKE = 0.5
"""Likeness of their cells at which two columns under different headings are one."""

Cells = Sequence[str]
"""A row: a plain text a column."""
Pairs = Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of two versions of a table."""

    pairs: tuple[tuple[int, int], ...]
    """Those that stand on both sides, in the old order."""
    printed: tuple[Column, ...]
    """In the order of the marked copy. Empty where each column answers to that of its number."""

    @classmethod
    def of(cls, old: Sequence[Cells], new: Sequence[Cells]) -> Columns | None:
        """From the rows, that of the headings first; None where no column of the one is in the other."""
        before, after = _width(old), _width(new)
        same = tuple((x, x) for x in range(before))
        if before == after and (not before or list(old[0]) == list(new[0])):
            return cls(same, ())
        if any(len(row) != before for row in old) or any(len(row) != after for row in new):
            return cls(same, ()) if before == after else None
        known = _by_cells(old, new, _by_heading(old[0], new[0]) if before and after else [])
        if not known and before != after:
            return None
        pairs = tuple(sorted([*known, *_by_place(known, before, after)]))
        if before == after and pairs == same:
            return cls(same, ())
        return cls(pairs, tuple(_in_print_order(_stayed(old, pairs), before, after)))


def _width(rows: Sequence[Cells]) -> int:
    return len(rows[0]) if rows else 0


def _by_heading(old: Cells, new: Cells) -> Pairs:
    """Columns under the same heading; the first with the first where a heading is used twice."""
    places: dict[str, list[int]] = defaultdict(list)
    for y, heading in reversed(list(enumerate(new))):
        places[heading].append(y)
    return [(x, places[heading].pop()) for x, heading in enumerate(old) if places[heading]]


def _by_cells(old: Sequence[Cells], new: Sequence[Cells], known: Pairs) -> Pairs:
    """The known columns, and those of the others that hold much the same; the likest first."""
    taken, given = {x for x, _ in known}, {y for _, y in known}
    here = {x: _bag(old, x) for x in range(_width(old)) if x not in taken}
    there = {y: _bag(new, y) for y in range(_width(new)) if y not in given}
    alike = [
        (-like, abs(x - y), x, y)
        for x, mine in here.items()
        for y, yours in there.items()
        if mine and yours and (like := dice(mine, yours)) >= LIKE
    ]
    pairs = list(known)
    for _, _, x, y in sorted(alike):
        if x not in taken and y not in given:
            pairs.append((x, y))
            taken.add(x)
            given.add(y)
    return pairs


def _bag(rows: Sequence[Cells], column: int) -> Counter[str]:
    """The cells of a column under its heading that say something."""
    return Counter(row[column] for row in rows[1:] if row[column])


def _by_place(known: Pairs, before: int, after: int) -> Iterator[tuple[int, int]]:
    """The others in their order, where as many stand between two known columns on both sides."""
    anchors = sorted(known)
    if any(y > later for (_, y), (_, later) in pairwise(anchors)):
        taken, given = {x for x, _ in known}, {y for _, y in known}
        yield from ((x, x) for x in range(min(before, after)) if x not in taken and x not in given)
        return
    x = y = 0
    for end in [*anchors, (before, after)]:
        if end[0] - x == end[1] - y:
            yield from zip(range(x, end[0]), range(y, end[1]), strict=True)
        x, y = end[0] + 1, end[1] + 1


def _stayed(old: Sequence[Cells], pairs: Pairs) -> list[tuple[int, int]]:
    """The pairs that keep their order: as few words as can be count as moved."""
    weights = [sum(1 + len(row[x].split()) for row in old) for x, _ in pairs]
    return [pairs[k] for k in heaviest_rising([y for _, y in pairs], weights)]


def _in_print_order(stayed: Pairs, before: int, after: int) -> Iterator[Column]:
    """What went stands where it stood, before what came to its place."""
    x = y = 0
    for end in [*stayed, (before, after)]:
        yield from (Column(gone, None) for gone in range(x, end[0]))
        yield from (Column(None, come) for come in range(y, end[1]))
        if end != (before, after):
            yield Column(*end)
        x, y = end[0] + 1, end[1] + 1
