"""The words of a segment as spans: what stays, what goes and what comes, with fields and links kept whole."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from toolkit.model.change import Edit, Op
from toolkit.model.footnote import FOOTNOTE

from .bookmark import Bookmarks, Side
from .follow import follower
from .revision import Track
from .segment import WORDS, Segment, Words
from .stretch import Field, Stretch, fields_of, stretches_of


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
    follows: bool = False
    """Whether its change only follows from others."""
    note: str = ""
    """The number in the file of the footnote whose mark it is."""


class _Same(NamedTuple):
    """Words that stand on both sides."""

    old: int
    new: int
    length: int


def spans(segment: Segment, book: Bookmarks, lone: Track) -> Iterator[Span]:
    """The spans of a segment; `lone` is how words are tracked in a passage that is on one side only."""
    for span in _spans(segment, book, lone):
        if FOOTNOTE in span.faces:
            yield from _marking(span, segment.role, book)
        elif span.track and book.notes.closed:
            # Of a field that comes or goes in a footnote LibreOffice loses the words.
            yield span._replace(field="")
        else:
            yield span


def _marking(span: Span, role: int, book: Bookmarks) -> Iterator[Span]:
    """A mark with its footnote; one that leads to none is words, and on one side only goes or comes so."""
    name = span.text[2:-1]
    tracks: tuple[Track, ...] = (span.track,)
    if role == WORDS and span.track is Track.SAME and book.notes.is_torn(name):
        tracks = (Track.OMIT, Track.INSERT)
    faces = tuple(face for face in span.faces if face != FOOTNOTE)
    for track in tracks:
        note = book.notes.mark(name, track) if role == WORDS else ""
        yield span._replace(track=track, faces=faces, note=note)


def _spans(segment: Segment, book: Bookmarks, lone: Track) -> Iterator[Span]:
    old, new = segment.old, segment.new
    if old is not None and new is not None:
        yield from _both(old, new, segment.edits, book)
    elif new is not None:
        track = Track.INSERT if lone is Track.SAME else lone
        yield from _alone(new, stretches_of(new, fields_of(new, book, Side.NEW), book, Side.NEW), track)
    elif old is not None:
        track = Track.OMIT if lone is Track.SAME else lone
        yield from _alone(old, stretches_of(old, fields_of(old, book, Side.OLD), book, Side.OLD), track)


def _alone(words: Words, stretches: list[Stretch], track: Track) -> Iterator[Span]:
    for start, end, faces, field, anchor in stretches:
        yield Span(track, words.plain[start:end], faces, field, anchor)


def _both(old: Words, new: Words, edits: tuple[Edit, ...], book: Bookmarks) -> Iterator[Span]:
    same = _same(old.plain, new.plain, edits)
    new_fields = fields_of(new, book, Side.NEW)
    old_fields = _old_fields(old, new, same, new_fields, book)
    before = stretches_of(old, old_fields, book, Side.OLD)
    after = stretches_of(new, new_fields, book, Side.NEW)
    old_at = new_at = 0
    follows = follower(old, new, edits)
    for kept, stretch in [*_kept(same, before, after), (_Same(len(old.plain), len(new.plain), 0), None)]:
        gone, come = (old_at, kept.old), (new_at, kept.new)
        if gone[0] < gone[1] or come[0] < come[1]:
            why = follows(gone, come)
            yield from _cut(old, before, gone, Track.OMIT, why)
            yield from _cut(new, after, come, Track.INSERT, why)
        if stretch:
            end = kept.new + kept.length
            yield Span(Track.SAME, new.plain[kept.new : end], stretch.faces, stretch.field, stretch.anchor)
            old_at, new_at = kept.old + kept.length, end


def _same(old: str, new: str, edits: tuple[Edit, ...]) -> list[_Same]:
    """Where the two texts are the same. Edits that do not make the texts are not believed."""
    if not edits or not _true(old, new, edits):
        return [_Same(0, 0, len(new))] if old == new and new else []
    found = []
    old_at = new_at = 0
    for op, text, _ in edits:
        if op is Op.SAME and text:
            found.append(_Same(old_at, new_at, len(text)))
        old_at += len(text) if op is not Op.INSERT else 0
        new_at += len(text) if op is not Op.OMIT else 0
    return found


def _true(old: str, new: str, edits: tuple[Edit, ...]) -> bool:
    return old == "".join(edit.text for edit in edits if edit.op is not Op.INSERT) and new == "".join(
        edit.text for edit in edits if edit.op is not Op.OMIT
    )


def _old_fields(
    old: Words, new: Words, same: list[_Same], new_fields: list[Field], book: Bookmarks
) -> list[Field]:
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
            shared.append(Field(start - run.new + run.old, end - run.new + run.old, name))
    own = [each for each in fields_of(old, book, Side.OLD) if not _meets(each, shared)]
    return sorted(shared + own)


def _meets(field: Field, others: list[Field]) -> bool:
    """Whether a field overlaps one of others, which are in order and do not overlap."""
    at = bisect_right(others, field.start, key=lambda other: other.end)
    return at < len(others) and others[at].start < field.end


def _kept(same: list[_Same], before: list[Stretch], after: list[Stretch]) -> Iterator[tuple[_Same, Stretch]]:
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


def _cut(
    words: Words, stretches: list[Stretch], within: tuple[int, int], track: Track, follows: bool
) -> Iterator[Span]:
    first, last = within
    at = bisect_right(stretches, first, key=lambda stretch: stretch.end)
    while first < last and at < len(stretches) and stretches[at].start < last:
        start, end, faces, field, anchor = stretches[at]
        text = words.plain[max(start, first) : min(end, last)]
        yield Span(track, text, faces, field, anchor, follows)
        at += 1
