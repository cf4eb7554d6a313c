"""From each id to the run of passages that it bears and that stand under it."""

from __future__ import annotations

from collections.abc import Sequence

from .passage import Kind, Passage

_HOLDS = frozenset({Kind.HEADING, Kind.CLAUSE, Kind.TERM, Kind.CAPTION})


def spans(passages: Sequence[Passage]) -> dict[str, tuple[int, int]]:
    """The first passage of each clause, definition and table, and the end of what stands under it.

    In one walk; of an id that is borne twice, the first.
    """
    found: dict[str, tuple[int, int]] = {}
    open_: list[tuple[str, int, int]] = []
    for at, passage in enumerate(passages):
        depth = _depth(passage)
        while open_ and open_[-1][1] >= depth:
            name, _, start = open_.pop()
            found.setdefault(name, (start, at))
        if passage.kind in _HOLDS:
            open_.append((passage.owner, depth, at))
    for name, _, start in reversed(open_):
        found.setdefault(name, (start, len(passages)))
    return found


def _depth(passage: Passage) -> int:
    """How deep it is nested, a table's rows in its caption."""
    return passage.nested + (passage.kind in (Kind.COLUMNS, Kind.ROW))
