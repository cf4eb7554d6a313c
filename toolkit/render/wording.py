"""The words of a passage as runs: what is inserted, omitted, emphasised, or leads somewhere."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterable, Iterator
from itertools import pairwise, zip_longest
from typing import NamedTuple

from toolkit.model.change import Column, Edit, Op
from toolkit.model.passage import Passage
from toolkit.model.text import EMPTY, Mark, Text

from .view import Link, Links, ViewPassage


class Run(NamedTuple):
    """A stretch of words that are set alike."""

    op: Op
    text: str
    marks: tuple[str, ...] = ()
    """Among code, em and strong, in this order."""
    link: Link | None = None
    consequential: bool = False
    """Whether it was inserted or omitted only because of another change."""


Runs = tuple[Run, ...]


class _Piece(NamedTuple):
    """plain[start:end] of one side, within one edit, one link and one set of marks."""

    start: int
    end: int
    marks: tuple[str, ...]
    link: Link | None


def wording(shown: ViewPassage) -> tuple[Runs, ...]:
    """The runs of each text of a passage: what stands on one side only is inserted or omitted whole.

    Of a row whose table gained, lost or moved columns: the runs of each printed column.
    """
    marked = shown.marked
    if marked.columns:
        return tuple(_column(shown, number, column) for number, column in enumerate(marked.columns))
    old = marked.old.texts if marked.old else ()
    new = marked.new.texts if marked.new else ()
    if marked.old is None:
        return tuple(_whole(Op.INSERT, text, links) for text, links in _with_links(new, shown.new_links))
    if marked.new is None:
        return tuple(_whole(Op.OMIT, text, links) for text, links in _with_links(old, shown.old_links))
    sides = zip_longest(old, new, marked.edits[: max(len(old), len(new))])
    return tuple(
        _both(
            before or EMPTY, after or EMPTY, edits or (),
            _at(shown.old_links, number), _at(shown.new_links, number),
        )
        for number, (before, after, edits) in enumerate(sides)
    )  # fmt: skip


def _column(shown: ViewPassage, number: int, column: Column) -> Runs:
    """The runs of one printed column; a column that only the other side has is empty in this row."""
    marked = shown.marked
    old, old_links = _cell(marked.old, column.old, shown.old_links)
    new, new_links = _cell(marked.new, column.new, shown.new_links)
    if column.new is None or marked.new is None:
        return _whole(Op.OMIT, old, old_links)
    if column.old is None or marked.old is None:
        return _whole(Op.INSERT, new, new_links)
    edits = marked.edits[number] if number < len(marked.edits) else ()
    return _both(old, new, edits, old_links, new_links)


def _cell(passage: Passage | None, index: int | None, links: Links) -> tuple[Text, tuple[Link, ...]]:
    if passage is None or index is None or index >= len(passage.texts):
        return EMPTY, ()
    return passage.texts[index], _at(links, index)


def _with_links(
    texts: tuple[Text, ...], links: tuple[tuple[Link, ...], ...]
) -> Iterator[tuple[Text, tuple[Link, ...]]]:
    for number, text in enumerate(texts):
        yield text, _at(links, number)


def _at(links: tuple[tuple[Link, ...], ...], number: int) -> tuple[Link, ...]:
    return links[number] if number < len(links) else ()


def _whole(op: Op, text: Text, links: tuple[Link, ...]) -> Runs:
    return tuple(
        Run(op, text.plain[piece.start : piece.end], piece.marks, piece.link)
        for piece in _pieces(text, links, ())
    )


def _both(
    old: Text, new: Text, edits: tuple[Edit, ...], old_links: tuple[Link, ...], new_links: tuple[Link, ...]
) -> Runs:
    if not edits:
        return _whole(Op.SAME, new, new_links)
    before = deque(_pieces(old, old_links, _cuts(edits, Op.OMIT)))
    after = deque(_pieces(new, new_links, _cuts(edits, Op.INSERT)))
    runs: list[Run] = []
    at = {Op.OMIT: 0, Op.INSERT: 0}
    for op, words, follows in edits:
        side, text = (Op.OMIT, old) if op is Op.OMIT else (Op.INSERT, new)
        at[side] += len(words)
        if op is Op.SAME:
            at[Op.OMIT] += len(words)
            _drop(before, at[Op.OMIT])
        pieces = before if op is Op.OMIT else after
        while pieces and pieces[0].end <= at[side]:
            piece = pieces.popleft()
            runs.append(Run(op, text.plain[piece.start : piece.end], piece.marks, piece.link, follows))
    if before or after:  # printing on would leave out words of the law
        raise ValueError(f"the edits do not make the texts: {old.plain!r} and {new.plain!r}")
    return tuple(runs)


def _drop(pieces: deque[_Piece], end: int) -> None:
    while pieces and pieces[0].end <= end:
        pieces.popleft()


def _cuts(edits: tuple[Edit, ...], side: Op) -> Iterator[int]:
    """Where, in the text of one side, an edit ends."""
    offset = 0
    for op, words, _ in edits:
        if op in (Op.SAME, side):
            offset += len(words)
            yield offset


def _pieces(text: Text, links: tuple[Link, ...], cuts: Iterable[int]) -> Iterator[_Piece]:
    """A text cut wherever a link, a mark or an edit begins or ends, in one sweep."""
    size = len(text.plain)
    starts: dict[int, list[Mark]] = {}
    ends: dict[int, list[Mark]] = {}
    for mark in text.marks:
        starts.setdefault(mark.start, []).append(mark)
        ends.setdefault(mark.end, []).append(mark)
    bounds = {0, size, *cuts, *starts, *ends}
    for link in links:
        bounds.update((link.start, link.end))
    active: Counter[str] = Counter()
    waiting = deque(links)
    edges = sorted(bound for bound in bounds if 0 <= bound <= size)
    for start, end in pairwise(edges):
        active.update(mark.kind for mark in starts.get(start, ()))
        active.subtract(mark.kind for mark in ends.get(start, ()))
        while waiting and waiting[0].end <= start:
            waiting.popleft()
        link_here = waiting[0] if waiting and waiting[0].start <= start else None
        yield _Piece(start, end, tuple(sorted(kind for kind in active if active[kind] > 0)), link_here)
