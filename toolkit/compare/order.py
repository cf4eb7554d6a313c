"""The order of a marked copy: what was taken out stands where it stood, beside what was put in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from toolkit.model.passage import Kind, Passage


class Step(NamedTuple):
    """One line of a marked copy, by index: on both sides where it stayed, else on one."""

    old: int | None
    new: int | None


def print_order(
    old: Sequence[Passage], new: Sequence[Passage], stayed: Sequence[tuple[int, int]]
) -> Iterator[Step]:
    """Every passage of both versions; `stayed` are the pairs that keep their order, rising on both sides."""
    start = (0, 0)
    for end in [*stayed, (len(old), len(new))]:
        gone = _groups(old, range(start[0], end[0]))
        come = _groups(new, range(start[1], end[1]))
        yield from _merged(old, new, gone, come)
        if end[0] < len(old):
            yield Step(*end)
        start = (end[0] + 1, end[1] + 1)


def depth(passage: Passage) -> int:
    """How deep it is nested, where a table's rows are nested in its caption."""
    return passage.nested + (passage.kind in (Kind.COLUMNS, Kind.ROW))


def _groups(passages: Sequence[Passage], indexes: range) -> list[list[int]]:
    """Each passage with those that stand under it."""
    groups: list[list[int]] = []
    for index in indexes:
        if groups and depth(passages[index]) > depth(passages[groups[-1][0]]):
            groups[-1].append(index)
        else:
            groups.append([index])
    return groups


def _merged(
    old: Sequence[Passage], new: Sequence[Passage], gone: list[list[int]], come: list[list[int]]
) -> Iterator[Step]:
    """Old before new, except where the new belongs to what went before or has the lower label."""
    at = 0
    for group in gone:
        while at < len(come) and _goes_before(new[come[at][0]], old[group[0]]):
            yield from (Step(None, j) for j in come[at])
            at += 1
        yield from (Step(i, None) for i in group)
    for group in come[at:]:
        yield from (Step(None, j) for j in group)


def _goes_before(new: Passage, old: Passage) -> bool:
    if depth(new) != depth(old):
        return depth(new) > depth(old)
    return bool(new.label.key and old.label.key) and new.label.key < old.label.key
