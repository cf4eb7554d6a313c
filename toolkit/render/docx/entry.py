"""The passages of a view made ready for Word: moves paired, pairs that no paragraph can hold taken apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from toolkit.model.change import Marked
from toolkit.model.passage import Kind
from toolkit.render.view import View, ViewPassage

from .revision import Revisions, Track
from .segment import ROWS
from .tracking import Tracking, line_of


class Entry(NamedTuple):
    """One paragraph or table row to write."""

    shown: ViewPassage
    revisions: Revisions
    """Of the author whose changes they are."""
    pair: str = ""
    """The name of the move that it is one end of."""
    opens: str = ""
    """The number of the comment that begins with it."""
    closes: str = ""
    """The number of the comment that ends with it."""

    @property
    def row(self) -> bool:
        """Whether it is a table row."""
        return self.shown.marked.passage.kind in ROWS

    @property
    def caption(self) -> bool:
        """Whether it is the caption of a table."""
        return self.shown.marked.passage.kind is Kind.CAPTION

    @property
    def leads(self) -> bool:
        """Whether it belongs on the page of what follows it."""
        return self.shown.marked.passage.kind in (Kind.CAPTION, Kind.HEADING, Kind.CROSSHEADING)

    @property
    def track(self) -> Track:
        """How the whole of it is tracked, where it is in one of the two texts only."""
        if self.shown.marked.old is None:
            return Track.MOVED_TO if self.pair else Track.INSERT
        if self.shown.marked.new is None:
            return Track.MOVED_FROM if self.pair else Track.OMIT
        return Track.SAME


def entries(view: View, tracking: Tracking, revisions: Revisions) -> tuple[Entry, ...]:
    """The entries of a view, in order, each with the revisions of its author."""
    halves = [half for shown in view.passages for half in _halves(shown)]
    names = _pairs(halves) if tracking.moves else {}
    found, lines = {(tracking.author, False): revisions}, line_of(view)
    made = []
    for at, shown in enumerate(halves):
        whose = tracking.by(lines.get(shown.marked.number)), shown.marked.consequential
        if whose not in found:
            found[whose] = revisions.of(*whose[0], whose[1])
        made.append(Entry(shown, found[whose], names.get(at, "")))
    return tuple(made)


def _halves(shown: ViewPassage) -> Iterator[ViewPassage]:
    """A passage, or its old and its new side where they cannot share a paragraph or a row."""
    marked = shown.marked
    if marked.old is None or marked.new is None or _shape(marked, old=True) == _shape(marked, old=False):
        yield shown
        return
    yield ViewPassage(replace(marked, new=None, edits=(), moved=""), old_links=shown.old_links)
    yield ViewPassage(replace(marked, old=None, edits=(), moved=""), new_links=shown.new_links)


def _shape(marked: Marked, old: bool) -> tuple[Kind | None, int]:
    passage = marked.old if old else marked.new
    if passage is None:
        return None, 0
    row = passage.kind in ROWS
    return passage.kind if row else None, 0 if row and marked.columns else len(passage.texts)


def _pairs(halves: Iterable[ViewPassage]) -> dict[int, str]:
    """The names of the moves by place. An end without its other end is inserted or omitted."""
    ends: dict[tuple[str, bool], list[int]] = defaultdict(list)
    for at, shown in enumerate(halves):
        marked = shown.marked
        if marked.moved and (marked.old is None) != (marked.new is None):
            ends[f"{marked.moved} {marked.passage.kind in ROWS}", marked.old is None].append(at)
    names: dict[int, str] = {}
    for name, arrives in list(ends):
        if not arrives:
            for left, right in zip(ends[name, False], ends.get((name, True), ()), strict=False):
                names[left] = names[right] = f"move{len(names) // 2 + 1}"
    return names
