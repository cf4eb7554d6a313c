"""A text cut into stretches: wherever emphasis, a citation or a link begins or ends."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, deque
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from toolkit.render.view import Link

from .bookmark import Bookmarks, Side
from .segment import Words


class Stretch(NamedTuple):
    """plain[start:end] of one side, set alike."""

    start: int
    end: int
    faces: tuple[str, ...]
    """Kinds of emphasis, in alphabetical order."""
    field: str
    """The bookmark that it refers to, if it is a citation."""
    anchor: str
    """The bookmark that it leads to, if it is another link."""


class Field(NamedTuple):
    """plain[start:end] of one side, which prints what a bookmark encloses."""

    start: int
    end: int
    name: str
    """The bookmark."""


def fields_of(words: Words, book: Bookmarks, side: Side) -> list[Field]:
    """The stretches of a text that refer to a bookmark which prints the same words on that side."""
    found = []
    for link in words.links:
        for start, end, target in _cited(link):
            name = book.field_target(target, words.plain[start:end], side)
            if name:
                found.append(Field(start, end, name))
    return found


def _cited(link: Link) -> Iterator[tuple[int, int, str]]:
    if link.outside or link.kind == "term":
        return
    if link.parts:
        yield from link.parts
    else:
        yield link.start, link.end, link.target


def stretches_of(words: Words, fields: list[Field], book: Bookmarks, side: Side) -> list[Stretch]:
    """A text cut wherever emphasis or a link begins or ends; a field is never cut."""
    plain, faces, links = words
    if not faces and not links and not fields:
        return [Stretch(0, len(plain), (), "", "")] if plain else []
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
        found.append(Stretch(start, end, over, field, "" if field else anchor_at.over(start)))
    return found


def _edges(size: int, fields: list[Field], others: list[tuple[int, int, str]]) -> list[int]:
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

    def __init__(self, stretches: list[tuple[int, int, str]] | list[Field]) -> None:
        self._stretches = stretches
        self._next = 0

    def over(self, place: int) -> str:
        while self._next < len(self._stretches) and self._stretches[self._next][1] <= place:
            self._next += 1
        if self._next == len(self._stretches) or self._stretches[self._next][0] > place:
            return ""
        return self._stretches[self._next][2]
