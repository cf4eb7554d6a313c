"""The words of a segment as spans: what stays, what goes and what comes, with fields and links kept whole."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, deque
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from toolkit.model.change import Edit, Op
from toolkit.render.view import Link

from .bookmark import Bookmarks, Side
from .revision import Track
from .segment import Segment, Words


class Span(NamedTuple):
    """A stretch of text that is set and tracked alike."""

    track: Track
    text: str
    faces: tuple[str, ...] = ()
    """Kinds of emphasis, in alphabetical order."""
    field: str = ""
    """The bookmark that a citation refers to."""
    anchor: str = ""
    """The bookmark that a plain link leads to."""


class _Stretch(NamedTuple):
    """plain[start:end] of one side, set alike."""

    start: int
    end: int
    faces: tuple[str, ...]
    field: str
    anchor: str


class _Same(NamedTuple):
    """Words that stand on both sides."""

    old: int
    new: int
    length: int


class _Field(NamedTuple):
    start: int
    end: int
    name: str


def spans(segment: Segment, book: Bookmarks, lone: Track) -> Iterator[Span]:
    """The spans of a segment; `lone` is how words are tracked in a passage that is on one side only."""
    old, new = segment.old, segment.new
    if old is not None and new is not None:
        yield from _both(old, new, segment.edits, book)
    elif new is not None:
        track = Track.INSERT if lone is Track.SAME else lone
        yield from _alone(new, _stretches(new, _fields(new, book, Side.NEW), book, Side.NEW), track)
    elif old is not None:
        track = Track.OMIT if lone is Track.SAME else lone
        yield from _alone(old, _stretches(old, _fields(old, book, Side.OLD), book, Side.OLD), track)


def _alone(words: Words, stretches: list[_Stretch], track: Track) -> Iterator[Span]:
    for start, end, faces, field, anchor in stretches:
        yield Span(track, words.plain[start:end], faces, field, anchor)


def _both(old: Words, new: Words, edits: tuple[Edit, ...], book: Bookmarks) -> Iterator[Span]:
    same = _same(old.plain, new.plain, edits)
    new_fields = _fields(new, book, Side.NEW)
    old_fields = _old_fields(old, new, same, new_fields, book)
    before = _stretches(old, old_fields, book, Side.OLD)
    after = _stretches(new, new_fields, book, Side.NEW)
    old_at = new_at = 0
    for kept, stretch in _kept(same, before, after):
        yield from _replaced(old, new, before, after, (old_at, kept.old), (new_at, kept.new))
        end = kept.new + kept.length
        yield Span(Track.SAME, new.plain[kept.new : end], stretch.faces, stretch.field, stretch.anchor)
        old_at, new_at = kept.old + kept.length, end
    yield from _replaced(old, new, before, after, (old_at, len(old.plain)), (new_at, len(new.plain)))


def _same(old: str, new: str, edits: tuple[Edit, ...]) -> list[_Same]:
    """Where the two texts are the same. Edits that do not make the texts are not believed."""
    if not edits or not _true(old, new, edits):
        return [_Same(0, 0, len(new))] if old == new and new else []
    found = []
    old_at = new_at = 0
    for op, text in edits:
        if op is Op.SAME and text:
            found.append(_Same(old_at, new_at, len(text)))
        old_at += len(text) if op is not Op.INSERT else 0
        new_at += len(text) if op is not Op.OMIT else 0
    return found


def _true(old: str, new: str, edits: tuple[Edit, ...]) -> bool:
    return old == "".join(text for op, text in edits if op is not Op.INSERT) and new == "".join(
        text for op, text in edits if op is not Op.OMIT
    )


def _fields(words: Words, book: Bookmarks, side: Side) -> list[_Field]:
    """The stretches of a text that refer to a bookmark which prints the same words on that side."""
    found = []
    for link in words.links:
        for start, end, target in _cited(link):
            name = book.field_target(target, words.plain[start:end], side)
            if name:
                found.append(_Field(start, end, name))
    return found


def _cited(link: Link) -> Iterator[tuple[int, int, str]]:
    if link.outside or link.kind == "term":
        return
    if link.parts:
        yield from link.parts
    else:
        yield link.start, link.end, link.target


def _old_fields(
    old: Words, new: Words, same: list[_Same], new_fields: list[_Field], book: Bookmarks
) -> list[_Field]:
    """The fields of the old text: those of the new that served it as well, and its own.

    A citation that stands unchanged is one field for both texts where its bookmark prints the label on
    both sides. Where the target moved, or another clause bears the label now, the old text needs a field
    of its own, and the citation is shown as replaced.
    """
    shared = []
    kept = iter(same)
    run = next(kept, None)
    for start, end, name in new_fields:
        while run and run.new + run.length < end:
            run = next(kept, None)
        if run and run.new <= start and book.stands[name].old == new.plain[start:end]:
            shared.append(_Field(start - run.new + run.old, end - run.new + run.old, name))
    own = [each for each in _fields(old, book, Side.OLD) if not _meets(each, shared)]
    return sorted(shared + own)


def _meets(field: _Field, others: list[_Field]) -> bool:
    """Whether a field overlaps one of others, which are in order and do not overlap."""
    at = bisect_right(others, field.start, key=lambda other: other.end)
    return at < len(others) and others[at].start < field.end


def _stretches(words: Words, fields: list[_Field], book: Bookmarks, side: Side) -> list[_Stretch]:
    """A text cut wherever emphasis or a link begins or ends; a field is never cut."""
    plain, faces, links = words
    if not faces and not links and not fields:
        return [_Stretch(0, len(plain), (), "", "")] if plain else []
    anchors = [
        (start, end, book.anchor(target, link.outside, side))
        for link in links
        for start, end, target in link.parts or ((link.start, link.end, link.target),)
    ]
    edges = _edges(len(plain), fields, [*faces, *anchors])
    field_at, anchor_at = _Sweep(fields), _Sweep(anchors)
    found = []
    for start, end, over in _faced(edges, faces):
        field = field_at.over(start)
        found.append(_Stretch(start, end, over, field, "" if field else anchor_at.over(start)))
    return found


def _edges(size: int, fields: list[_Field], others: list[tuple[int, int, str]]) -> list[int]:
    cuts = {place for start, end, _ in others for place in (start, end)}
    inside = {
        place
        for place in cuts
        if (at := bisect_right(fields, place, key=lambda field: field.end)) < len(fields)
        and fields[at].start < place
    }
    whole = {place for field in fields for place in field[:2]}
    return sorted(place for place in {0, size, *whole} | (cuts - inside) if 0 <= place <= size)


def _faced(
    edges: list[int], faces: tuple[tuple[int, int, str], ...]
) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """The stretches between edges with the emphasis that lies over each."""
    starts = deque(sorted(faces))
    ends = deque(sorted((end, kind) for _, end, kind in faces))
    active: Counter[str] = Counter()
    for start, end in pairwise(edges):
        while starts and starts[0][0] <= start:
            active[starts.popleft()[2]] += 1
        while ends and ends[0][0] <= start:
            active[ends.popleft()[1]] -= 1
        yield start, end, tuple(sorted(kind for kind, number in active.items() if number > 0))


class _Sweep:
    """What lies over each place of a text, asked from left to right; the stretches do not overlap."""

    __slots__ = ("_next", "_stretches")

    def __init__(self, stretches: list[tuple[int, int, str]] | list[_Field]) -> None:
        self._stretches = stretches
        self._next = 0

    def over(self, place: int) -> str:
        while self._next < len(self._stretches) and self._stretches[self._next][1] <= place:
            self._next += 1
        if self._next == len(self._stretches) or self._stretches[self._next][0] > place:
            return ""
        return self._stretches[self._next][2]


def _kept(
    same: list[_Same], before: list[_Stretch], after: list[_Stretch]
) -> Iterator[tuple[_Same, _Stretch]]:
    """The pieces of the common words that are set alike on both sides, and no part of a field alone."""
    left = right = 0
    for old, new, length in same:
        done = 0
        while done < length:
            while before[left].end <= old + done:
                left += 1
            while after[right].end <= new + done:
                right += 1
            mine, yours = before[left], after[right]
            piece = min(length, mine.end - old, yours.end - new) - done
            if (
                mine.faces == yours.faces
                and mine.field == yours.field
                and (not mine.field or mine.end - mine.start == piece == yours.end - yours.start)
            ):
                yield _Same(old + done, new + done, piece), yours
            done += piece


def _replaced(
    old: Words, new: Words, before: list[_Stretch], after: list[_Stretch],
    old_range: tuple[int, int], new_range: tuple[int, int],
) -> Iterator[Span]:  # fmt: skip
    """The words between two kept pieces: those omitted, then those inserted."""
    yield from _cut(old, before, old_range, Track.OMIT)
    yield from _cut(new, after, new_range, Track.INSERT)


def _cut(words: Words, stretches: list[_Stretch], within: tuple[int, int], track: Track) -> Iterator[Span]:
    first, last = within
    at = bisect_right(stretches, first, key=lambda stretch: stretch.end)
    while first < last and at < len(stretches) and stretches[at].start < last:
        start, end, faces, field, anchor = stretches[at]
        yield Span(track, words.plain[max(start, first) : min(end, last)], faces, field, anchor)
        at += 1
