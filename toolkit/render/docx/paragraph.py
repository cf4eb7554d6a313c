"""A passage as a Word paragraph, tracked whole where it stands on one side only."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from .align import Span, spans
from .bookmark import Bookmarks, Placed
from .entry import Entry
from .markup import add, make
from .revision import Revisions, Track
from .runs import Runs
from .segment import Segment, line
from .setting import Setting, add_properties, setting

if TYPE_CHECKING:
    from lxml.etree import _Element


class Written(NamedTuple):
    """The elements of a paragraph, and how it ends."""

    elements: tuple[_Element, ...]
    ends: Track
    """How the last words of a paragraph that stays are tracked."""


def paragraph(
    entry: Entry, placed: Placed, book: Bookmarks, before: Track = Track.SAME, flush: bool = False
) -> Written:
    """The paragraph of a passage; `before` is how the paragraph before it ends.

    `flush` is whether a caption stands over a table that takes the whole width.
    """
    track, revisions = entry.track, entry.revisions
    element = make("p")
    chosen, former = _settings(entry, before)
    if flush and entry.caption:
        chosen, former = chosen._replace(left=None), former._replace(left=None) if former else None
    add_properties(element, chosen, revisions, track, former)
    end = begin_move(element, entry)
    begin_comment(element, entry)
    last = write_line(element, line(entry.shown), placed, book, revisions, track)
    end_comment(element, entry, track)
    return Written((element, *end), Track.SAME if track else last)


def begin_move(element: _Element, entry: Entry) -> tuple[_Element, ...]:
    """Begin the range of a move in a paragraph; returns what ends it.

    That goes after the paragraph or the row, so that the mark of its last paragraph moves too.
    """
    if not entry.pair:
        return ()
    number = entry.revisions.mark()
    add(element, f"{entry.track.value}RangeStart", **number, name=entry.pair)
    return (make(f"{entry.track.value}RangeEnd", id=number["id"]),)


def begin_comment(element: _Element, entry: Entry) -> None:
    """Begin in a paragraph what a comment is about, where one begins with this entry."""
    if entry.opens:
        add(element, "commentRangeStart", id=entry.opens)


def end_comment(element: _Element, entry: Entry, track: Track) -> None:
    """End what a comment is about, and refer to it; what refers to it comes and goes with its paragraph."""
    if entry.closes:
        add(element, "commentRangeEnd", id=entry.closes)
        into = add(element, track.value, **entry.revisions.mark()) if track else element
        run = add(into, "r")
        add(add(run, "rPr"), "rStyle", val="CommentReference")
        add(run, "commentReference", id=entry.closes)


def write_line(
    element: _Element, segments: tuple[Segment, ...], placed: Placed, book: Bookmarks, revisions: Revisions,
    track: Track,
) -> Track:  # fmt: skip
    """Write segments into a paragraph, one of them inside its bookmarks; returns how the last is tracked."""
    runs = Runs(element, revisions)
    for segment in segments:
        words = spans(segment, book, track)
        if placed.names and segment.role == placed.role:
            _bookmarked(runs, list(words), placed)
        else:
            runs.write(words)
    return runs.last


def plain_paragraph(text: str, style: str, revisions: Revisions) -> _Element:
    """A paragraph of the file's own, which is the same whatever is accepted or rejected."""
    element = make("p")
    add_properties(element, Setting(style), revisions)
    if text:
        Runs(element, revisions).write((Span(Track.SAME, text),))
    return element


def _settings(entry: Entry, before: Track) -> tuple[Setting, Setting | None]:
    """How a passage is set, and how it was where that is to be said."""
    marked = entry.shown.marked
    chosen = setting(marked.passage)
    if marked.old and marked.new:
        former = setting(marked.old)
        return chosen, former if former != chosen else None
    # LibreOffice takes an insertion that ends a paragraph and the inserted paragraph after it for one,
    # and rejecting it joins what stood before and after. A change of setting between them keeps them apart.
    return chosen, chosen if entry.track.goes_on(before) else None


def _bookmarked(runs: Runs, words: list[Span], placed: Placed) -> None:
    numbers = runs.begin(placed.names)
    if placed.inner:
        runs.write(span for span in words if span.track is Track.OMIT)
        inner = runs.begin((placed.inner,))
        runs.write(span for span in words if span.track is not Track.OMIT)
        runs.end(inner)
    else:
        runs.write(words)
    runs.end(numbers)
